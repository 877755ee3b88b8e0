// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/sectionpage.h"

#include "ui/calendar/calendarpresenter.h"
#include "ui/calendar/monthline.h"
#include "ui/calendar/sectiongrid.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/shell/desksession.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kSectionBoxWidth = 220;

/// People by days, in the words of the calendar: nothing is in the file that is not on the screen.
Sheet sectionDays(const SectionSheet &shown, const QString &section)
{
    Sheet sheet{section, {{SectionPage::tr("Name"), 16}, {SectionPage::tr("Post"), 18}}, {}};
    for (const SectionSheet::Day &day : shown.days)
        sheet.columns.push_back({dayTextWithWeekday(day.day), 10});
    for (const SectionSheet::Person &person : shown.people) {
        std::vector<Sheet::Cell> row{person.name, person.title};
        for (const AwayDay &day : person.days)
            row.push_back(day.away() ? Sheet::Cell(awayText(day, person.dayMinutes)) : Sheet::Cell());
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

} // namespace

SectionPage::SectionPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new CalendarPresenter(session, this)),
      m_month(session.info().today), m_banner(new QuietBanner(this)), m_line(new MonthLine(this)),
      m_sections(new QComboBox(this)), m_loading(new LoadingLine(this)), m_grid(new SectionGrid(this)),
      m_export(new ExportButton(
          [this] { return QString(m_sections->currentText() + m_sheet.first.toString(QStringLiteral("-yyyyMM"))); },
          [this](const std::function<void(Sheet)> &then) { then(sectionDays(m_sheet, m_sections->currentText())); },
          this)),
      m_legend(new TextLabel(TextRole::Caption, this))
{
    setObjectName(QStringLiteral("sectionPage"));
    m_banner->hide();
    m_sections->setObjectName(QStringLiteral("sectionBox"));
    m_sections->setAccessibleName(tr("Section"));
    m_sections->setMinimumHeight(metric::kControlHeight);
    m_sections->setMinimumWidth(grown(kSectionBoxWidth));
    m_line->add(m_sections);
    m_line->add(m_export);
    connect(m_export, &ExportButton::saved, this, &SectionPage::recorded);
    connect(m_export, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence); });
    m_legend->setText(
        tr("L leave ・ ? leave waiting for approval ・ T trip ・ S training ・ A away. A cell is filled by as much "
           "of the day as somebody is away."));
    m_legend->setWordWrap(true);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->setSpacing(0);
    card->body()->addWidget(m_grid);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_loading);
    column->addWidget(card, 1);
    column->addWidget(m_legend);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);

    connect(m_presenter, &CalendarPresenter::sectionRead, this, &SectionPage::showSheet);
    connect(m_presenter, &CalendarPresenter::readFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again"));
    });
    connect(m_banner, &QuietBanner::actionTriggered, this, &SectionPage::read);
    connect(m_line, &MonthLine::stepped, this, [this](int months) { goTo(m_month.addMonths(months)); });
    connect(m_line, &MonthLine::thisMonthWanted, this, [this] { goTo(m_session.info().today); });
    connect(m_grid, &SectionGrid::stepped, this, [this](int months) { goTo(m_month.addMonths(months)); });
    connect(m_sections, &QComboBox::activated, this, [this] {
        m_wanted = SectionId(m_sections->currentData().toLongLong());
        read();
    });
    const auto again = [this] {
        if (isVisible())
            read();
    };
    connect(&m_session, &DeskSession::infoChanged, this, again);
    connect(&m_session, &DeskSession::broughtUpToDate, this, again);
}

void SectionPage::begin()
{
    m_banner->clear();
    read();
}

void SectionPage::takeFocus()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void SectionPage::read()
{
    m_line->setMonth(m_month);
    m_loading->setLoading(true);
    m_presenter->readSection(m_wanted, m_month);
}

void SectionPage::goTo(const QDate &month)
{
    m_month = month;
    read();
}

void SectionPage::showSheet(const SectionSheet &sheet)
{
    m_loading->setLoading(false);
    m_banner->clear();
    if (sheet == m_sheet)
        return;
    const bool otherSections = sheet.sections != m_sheet.sections;
    m_sheet = sheet;
    if (otherSections)
        showSections();
    m_sections->setCurrentIndex(m_sections->findData(sheet.section.value()));
    m_grid->setSheet(sheet);
}

void SectionPage::showSections()
{
    m_sections->clear();
    for (const SectionSheet::Choice &choice : m_sheet.sections)
        m_sections->addItem(choice.label, choice.id.value());
}

} // namespace kessai
