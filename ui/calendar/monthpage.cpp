// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/monthpage.h"

#include "core/calendar/era.h"
#include "ui/calendar/calendarpresenter.h"
#include "ui/calendar/daywords.h"
#include "ui/calendar/monthgrid.h"
#include "ui/calendar/monthline.h"
#include "ui/cases/casefacts.h"
#include "ui/errortext.h"
#include "ui/office/bookdialog.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>

namespace kessai {

namespace {

constexpr int kMonthSideWidth = 332;

/// The forms that are filed for a day.
std::vector<const FormDefinition *> formsForADay(const DeskInfo &info)
{
    std::vector<const FormDefinition *> forms;
    for (const FormDefinition &form : info.forms) {
        if (!form.dayField.isEmpty())
            forms.push_back(&form);
    }
    return forms;
}

} // namespace

MonthPage::MonthPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new CalendarPresenter(session, this)),
      m_day(session.info().today), m_banner(new QuietBanner(this)), m_line(new MonthLine(this)),
      m_loading(new LoadingLine(this)), m_grid(new MonthGrid(this)), m_dayCard(new Card(this)),
      m_dayRows(new QVBoxLayout), m_standingCard(new Card(this)), m_standing(new QVBoxLayout),
      m_comingCard(new Card(this)), m_coming(new QVBoxLayout)
{
    setObjectName(QStringLiteral("monthPage"));
    m_banner->hide();
    auto *gridCard = new Card(this);
    gridCard->setPadding(0);
    gridCard->body()->setSpacing(0);
    gridCard->body()->addWidget(m_grid);
    auto *book = new QPushButton(tr("Overtime register…"), this);
    book->setObjectName(QStringLiteral("monthBook"));
    book->setMinimumHeight(metric::kControlHeight);
    m_line->add(book);
    connect(book, &QPushButton::clicked, this, &MonthPage::offerBook);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(metric::kPageMargin, metric::kGap, 0, metric::kPageMargin);
    left->setSpacing(4);
    left->addWidget(m_line);
    left->addWidget(m_loading);
    left->addWidget(gridCard, 1);
    auto *both = new QHBoxLayout;
    both->setContentsMargins({});
    both->setSpacing(metric::kPageMargin);
    both->addLayout(left, 1);
    both->addWidget(buildSide());
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(both, 1);

    connect(m_presenter, &CalendarPresenter::monthRead, this, &MonthPage::showSheet);
    connect(m_presenter, &CalendarPresenter::readFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again"));
    });
    connect(m_banner, &QuietBanner::actionTriggered, this, &MonthPage::read);
    connect(m_line, &MonthLine::stepped, this, [this](int months) { goTo(m_day.addMonths(months)); });
    connect(m_line, &MonthLine::thisMonthWanted, this, [this] { goTo(m_session.info().today); });
    connect(m_grid, &MonthGrid::dayChosen, this, [this](const QDate &day) {
        m_day = day;
        showDay();
    });
    connect(m_grid, &MonthGrid::monthWanted, this, &MonthPage::goTo);
    connect(m_grid, &MonthGrid::dayActivated, this, &MonthPage::offer);
    const auto again = [this] {
        if (isVisible())
            read();
    };
    connect(&m_session, &DeskSession::infoChanged, this, again);
    connect(&m_session, &DeskSession::broughtUpToDate, this, again);
}

void MonthPage::offerBook()
{
    const Staff &me = m_session.info().me;
    auto *dialog = new BookDialog(m_session, m_line->month(), {{me.name(), me.id}}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QWidget *MonthPage::buildSide()
{
    m_dayRows->setSpacing(metric::kGap);
    m_dayCard->body()->addLayout(m_dayRows);
    m_dayCard->setObjectName(QStringLiteral("dayCard"));
    m_standing->setSpacing(metric::kFieldGap);
    m_standingCard->body()->addLayout(m_standing);
    m_standingCard->setObjectName(QStringLiteral("standingCard"));
    m_standingCard->hide();
    m_coming->setSpacing(metric::kGap);
    m_comingCard->setTitle(tr("Coming up"));
    m_comingCard->body()->addLayout(m_coming);
    m_comingCard->setObjectName(QStringLiteral("comingCard"));

    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    layout->setSpacing(metric::kPageMargin);
    layout->addWidget(m_dayCard);
    layout->addWidget(m_standingCard);
    layout->addWidget(m_comingCard);
    layout->addStretch(1);
    auto *side = new QScrollArea(this);
    side->setWidget(column);
    side->setWidgetResizable(true);
    side->setFrameShape(QFrame::NoFrame);
    side->setFixedWidth(grown(kMonthSideWidth));
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setFocusPolicy(Qt::NoFocus);
    return side;
}

void MonthPage::begin()
{
    m_banner->clear();
    read();
}

void MonthPage::takeFocus()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void MonthPage::read()
{
    m_line->setMonth(m_day);
    m_loading->setLoading(true);
    m_presenter->readMonth(m_day);
}

void MonthPage::goTo(const QDate &day)
{
    m_day = day;
    read();
}

void MonthPage::showSheet(const MonthSheet &sheet)
{
    m_loading->setLoading(false);
    m_banner->clear();
    m_sheet = sheet;
    m_grid->setSheet(sheet, m_day);
    showDay();
    showStanding();
    showComing();
}

QWidget *MonthPage::itemRow(const DayItem &item, const QString &text)
{
    auto *row = new QWidget(this);
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(metric::kGap);
    layout->setVerticalSpacing(2);
    auto *words = new TextLabel(text, TextRole::Body, row);
    words->setWordWrap(true);
    auto *chip = new StatusChip(row);
    ChipLook look = chipLook(item.used ? ChipState::Decided : ChipState::WaitingForApproval);
    if (item.cancelling)
        look = {QStringLiteral("corner-up-left"), itemState(item), Token::WarnText, Token::WarnFill};
    chip->setLook(look);
    QPushButton *open = rowButton(tr("Open"), text, row);
    open->setObjectName(QStringLiteral("openItem"));
    connect(open, &QPushButton::clicked, this, [this, id = item.id] { Q_EMIT openRequested(id); });
    layout->addWidget(words, 0, 0, 1, 2);
    layout->addWidget(chip, 1, 0);
    layout->addWidget(open, 1, 1, Qt::AlignRight);
    layout->setColumnStretch(1, 1);
    return row;
}

void MonthPage::showDay()
{
    emptyLayout(*m_dayRows);
    const MonthDay *day = m_grid->current();
    if (!day)
        return;
    m_grid->setAccessibleName(spokenDay(*day, m_sheet.today));
    m_dayCard->setTitle(dayTextWithWeekday(day->day), dayKindText(*day));
    for (const DayItem &item : day->items)
        m_dayRows->addWidget(itemRow(item, itemText(item)));
    if (day->items.empty())
        m_dayRows->addWidget(emptyRow(tr("Nothing is registered on this day."), this));
    auto *file = new QPushButton(tr("File for this day…"), this);
    file->setObjectName(QStringLiteral("fileForDay"));
    file->setIcon(icon(QStringLiteral("plus")));
    file->setMinimumHeight(metric::kControlHeight);
    connect(file, &QPushButton::clicked, this, [this, file] { offer(file->mapToGlobal(QPoint(0, file->height()))); });
    m_dayRows->addWidget(file);
}

void MonthPage::showStanding()
{
    emptyLayout(*m_standing);
    const QString day = englishWording() ? longDay(m_sheet.standingOn) : shortEraDate(m_sheet.standingOn);
    const bool over = m_sheet.standingOn < m_sheet.today;
    m_standingCard->setTitle(
        tr("What is left"),
        (over ? tr("as it stood on %1") : tr("as of %1, with everything requested so far")).arg(day));
    for (const Insight &insight : m_sheet.standing)
        m_standing->addWidget(makeInsight(insight, m_standingCard));
    m_standingCard->setVisible(!m_sheet.standing.empty());
}

void MonthPage::showComing()
{
    emptyLayout(*m_coming);
    for (const DayItem &item : m_sheet.coming)
        m_coming->addWidget(itemRow(item, tr("%1: %2", "day: what").arg(dayTextWithWeekday(item.day), itemText(item))));
    if (m_sheet.coming.empty())
        m_coming->addWidget(
            emptyRow(tr("No leave, exchanged day or day off in the next %n days.", nullptr, kComingDays), this));
}

/// What can be done on the day somebody stands on.
void MonthPage::offer(const QPoint &at)
{
    const MonthDay *day = m_grid->current();
    if (!day)
        return;
    QMenu menu(this);
    for (const DayItem &item : day->items) {
        menu.addAction(icon(QStringLiteral("file-text")), tr("Open: %1").arg(itemText(item)), this,
                       [this, id = item.id] { Q_EMIT openRequested(id); });
    }
    if (!day->items.empty())
        menu.addSeparator();
    for (const FormDefinition *form : formsForADay(m_session.info())) {
        menu.addAction(icon(form->icon), tr("File: %1").arg(form->name.text(englishWording())), this,
                       [this, code = form->code, on = day->day] { Q_EMIT fileRequested(code, on); });
    }
    menu.exec(at);
}

} // namespace kessai
