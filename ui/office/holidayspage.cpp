// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/holidayspage.h"

#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/formview/dateedit.h"
#include "ui/office/holidaypresenter.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kDayColumns = 2;
constexpr int kMostRowsShown = 12; // of what an import changes, each kind
constexpr int kMostNamed = 8;      // of the holidays that vanish, when one is asked again
constexpr int kHolidayNameWidth = 240;
constexpr int kFirstYearShown = 1948;
constexpr int kLastYearShown = 2199;

/// Two lines of one day: the day, and what it is called.
QWidget *dayCell(const HolidayIn &day, const ChipLook &look, const QString &spoken, QWidget *parent)
{
    auto *cell = new QWidget(parent);
    auto *line = new QHBoxLayout(cell);
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(metric::kGap);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel(dayTextWithWeekday(day.day), TextRole::Body, cell));
    words->addWidget(new TextLabel(day.name, TextRole::Caption, cell));
    line->addLayout(words, 1);
    auto *chip = new StatusChip(cell);
    chip->setLook(look);
    line->addWidget(chip, 0, Qt::AlignVCenter);
    cell->setAccessibleName(spoken);
    return cell;
}

} // namespace

HolidaysPage::HolidaysPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new HolidayPresenter(session, this)),
      m_year(session.info().today.year()), m_banner(new QuietBanner(this)), m_yearCard(new Card(this)),
      m_earlier(iconButton("chevron-left", tr("The year before"), "earlierYear", this)),
      m_yearName(new TextLabel(TextRole::BodyStrong, this)),
      m_later(iconButton("chevron-right", tr("The year after"), "laterYear", this)), m_days(new QGridLayout),
      m_note(new TextLabel(TextRole::Caption, this)), m_importCard(new Card(this)),
      m_choose(new QPushButton(tr("Choose the file… (&F)"), this)), m_fileBanner(new QuietBanner(this)),
      m_changes(new QWidget(this)), m_changeRows(new QVBoxLayout(m_changes)),
      m_import(new QPushButton(tr("Import (&I)"), this)), m_cancel(new QPushButton(tr("Do not import"), this)),
      m_localCard(new Card(this)), m_localRows(new QVBoxLayout),
      m_localDay(dayEdit(session.info().today, tr("Day"), "localDay", this)), m_localName(new QLineEdit(this)),
      m_everyYear(new QCheckBox(tr("Every year"), this)),
      m_addLocal(new QPushButton(tr("Register the holiday (&H)"), this))
{
    setObjectName(QStringLiteral("holidaysPage"));
    build();
    connect(m_presenter, &HolidayPresenter::holidaysRead, this, &HolidaysPage::showHolidays);
    connect(m_presenter, &HolidayPresenter::previewRead, this, &HolidaysPage::showPreview);
    connect(m_presenter, &HolidayPresenter::busyChanged, this, &HolidaysPage::setBusy);
    connect(m_presenter, &HolidayPresenter::fileRefused, this, [this](const Bilingual &why) {
        m_choose->setEnabled(true);
        m_fileBanner->say(BannerKind::Error, why.text(englishWording()));
    });
    connect(m_presenter, &HolidayPresenter::readFailed, this, [this](const Error &error) {
        m_choose->setEnabled(true);
        m_banner->say(BannerKind::Error, errorText(error).both());
    });
    connect(m_presenter, &HolidayPresenter::changeFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Warning, errorText(error).both()); });
    connect(m_presenter, &HolidayPresenter::changed, this, [this](const QString &done) {
        m_banner->clear();
        closePreview();
        m_localName->clear();
        m_everyYear->setChecked(false);
        m_presenter->read();
        Q_EMIT recorded(done);
    });
    connect(&m_session, &DeskSession::infoChanged, this, &HolidaysPage::refresh);
}

void HolidaysPage::build()
{
    m_banner->hide();
    buildYear();
    buildImport();
    buildLocal();
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(cardColumn({m_importCard, m_yearCard, m_localCard}, this), 1);
}

void HolidaysPage::buildYear()
{
    m_yearCard->setTitle(tr("Holidays of a year"));
    m_yearName->setMinimumWidth(grown(150));
    m_yearName->setAlignment(Qt::AlignCenter);
    auto *turn = new QWidget(this);
    auto *line = new QHBoxLayout(turn);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_earlier, m_yearName, m_later})
        line->addWidget(part);
    m_yearCard->addToTitle(turn);
    m_days->setHorizontalSpacing(metric::kCardPadding * 2);
    m_days->setVerticalSpacing(2);
    for (int column = 0; column < kDayColumns; ++column)
        m_days->setColumnStretch(column, 1);
    m_yearCard->body()->addLayout(m_days);
    m_note->setWordWrap(true);
    m_yearCard->body()->addWidget(m_note);
    connect(m_earlier, &QToolButton::clicked, this, [this] { showYear(m_year - 1); });
    connect(m_later, &QToolButton::clicked, this, [this] { showYear(m_year + 1); });
}

void HolidaysPage::buildImport()
{
    m_importCard->setTitle(tr("Official list"), tr("syukujitsu.csv of the Cabinet Office, brought here as a file."));
    m_importCard->body()->setSpacing(metric::kFieldGap);
    m_choose->setObjectName(QStringLiteral("chooseHolidayFile"));
    m_import->setObjectName(QStringLiteral("importHolidays"));
    m_cancel->setObjectName(QStringLiteral("doNotImport"));
    setButtonKind(*m_import, ButtonKind::Primary);
    for (QPushButton *button : {m_choose, m_import, m_cancel})
        button->setMinimumHeight(metric::kControlHeight);
    m_fileBanner->hide();
    m_changeRows->setContentsMargins({});
    m_changeRows->setSpacing(2);
    m_importCard->body()->addWidget(m_fileBanner);
    m_importCard->body()->addWidget(m_changes);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    for (QPushButton *button : {m_import, m_cancel, m_choose})
        buttons->addWidget(button);
    buttons->addStretch(1);
    m_importCard->body()->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &HolidaysPage::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        closePreview();
        m_choose->setFocus();
    });
    connect(m_import, &QPushButton::clicked, this, [this] {
        if (m_preview && mayImport(*m_preview))
            m_presenter->change(
                m_preview->list,
                m_preview->diff.firstYear == m_preview->diff.lastYear
                    ? tr("The holidays of %1 are imported.").arg(yearHeading(m_preview->diff.firstYear))
                    : tr("The holidays of %1 to %2 are imported.")
                          .arg(yearHeading(m_preview->diff.firstYear), yearHeading(m_preview->diff.lastYear)));
    });
    closePreview();
}

void HolidaysPage::buildLocal()
{
    m_localCard->setTitle(tr("Holidays of the city"), tr("The day the city was founded, a day on which it is closed."));
    m_localCard->body()->setSpacing(metric::kFieldGap);
    m_localCard->body()->addLayout(m_localRows);
    m_localName->setObjectName(QStringLiteral("localName"));
    m_localName->setAccessibleName(tr("Name"));
    m_localName->setMaxLength(kMostNameLength);
    m_localName->setMinimumHeight(metric::kControlHeight);
    m_localName->setFixedWidth(grown(kHolidayNameWidth));
    m_everyYear->setObjectName(QStringLiteral("everyYear"));
    m_everyYear->setMinimumHeight(metric::kControlHeight);
    m_addLocal->setObjectName(QStringLiteral("addLocalDay"));
    m_addLocal->setMinimumHeight(metric::kControlHeight);
    m_localDay->setDate(m_session.info().today);
    m_localCard->body()->addLayout(
        entryLine({labelled(tr("Day"), m_localDay, this), labelled(tr("Name"), m_localName, this),
                   labelled(QStringLiteral(" "), m_everyYear, this)},
                  m_addLocal));
    connect(m_localDay, &DateEdit::edited, this, &HolidaysPage::checkLocalDay);
    connect(m_localName, &QLineEdit::textChanged, this, &HolidaysPage::checkLocalDay);
    connect(m_addLocal, &QPushButton::clicked, this, [this] {
        const QString name = m_localName->text().trimmed();
        m_presenter->change(AddLocalDay{*m_localDay->date(), m_everyYear->isChecked(), name},
                            tr("%1 is a holiday of the city.").arg(name));
    });
    checkLocalDay();
}

void HolidaysPage::begin()
{
    m_banner->clear();
    refresh();
}

void HolidaysPage::takeFocus()
{
    m_choose->setFocus(Qt::OtherFocusReason);
}

void HolidaysPage::refresh()
{
    if (isVisible() && concerns(m_session.info()))
        m_presenter->read();
}

void HolidaysPage::showHolidays(const Holidays &holidays)
{
    m_holidays = holidays;
    showYear(m_year);
    showLocalDays();
}

void HolidaysPage::showYear(int year)
{
    m_year = std::clamp(year, kFirstYearShown, kLastYearShown);
    m_earlier->setEnabled(m_year > kFirstYearShown);
    m_later->setEnabled(m_year < kLastYearShown);
    m_yearName->setText(yearHeading(m_year));
    emptyLayout(*m_days);
    const auto days = m_holidays.in(m_year);
    const int rows = int(days.size() + 1) / kDayColumns;
    bool provisional = false;
    for (int i = 0; i < int(days.size()); ++i) {
        const HolidayIn &day = days[size_t(i)];
        provisional = provisional || day.provisional;
        ChipLook look{QStringLiteral("calendar-event"), tr("Public holiday"), Token::InfoText, Token::InfoFill};
        if (day.provisional)
            look = {QStringLiteral("hourglass"), tr("Provisional"), Token::WarnText, Token::WarnFill};
        else if (day.kind == HolidayKind::Closing)
            look = {QStringLiteral("calendar-off"), tr("Closed"), Token::NeutralText, Token::NeutralFill};
        else if (day.kind == HolidayKind::Local)
            look = {QStringLiteral("building"), tr("City"), Token::SuccessText, Token::SuccessFill};
        m_days->addWidget(
            dayCell(day, look, tr("%1, %2, %3").arg(dayTextWithWeekday(day.day), day.name, look.word), this), i % rows,
            i / rows);
    }
    const QString source = m_holidays.isImported(m_year) ? tr("From the imported official list.")
        : m_holidays.covers(QDate(m_year, 1, 1))
        ? tr("Computed by the law; the official list of this year is not imported.")
        : tr("Nothing is known of the public holidays of this year.");
    m_note->setText(
        provisional ? source + QLatin1Char('\n')
                + tr("Provisional: the equinox is fixed by the official notice in February of the year before.")
                    : source);
}

void HolidaysPage::chooseFile()
{
    const QStringList paths = dialogs().askOpenPaths(this, tr("The official list of holidays"),
                                                     tr("Lists of holidays (*.csv);;All files (*)"));
    if (paths.isEmpty())
        return;
    closePreview();
    m_choose->setEnabled(false);
    m_presenter->readFile(paths.front());
}

void HolidaysPage::showPreview(const ImportPreview &preview)
{
    m_choose->setEnabled(true);
    closePreview();
    const HolidayDiff &diff = preview.diff;
    if (!diff.changes()) {
        m_fileBanner->say(BannerKind::Information, tr("These holidays are imported already. Nothing would change."));
        return;
    }
    m_preview = preview;
    const auto add = [this](const QString &text, const QString &caption) {
        m_changeRows->addWidget(registeredRow(text, caption, m_changes).widget);
    };
    //: The first and the last year of a list.
    add(tr("%1 to %2").arg(yearHeading(diff.firstYear), yearHeading(diff.lastYear)),
        diff.newYears.empty() ? QString()
                              : tr("%n year(s) imported for the first time", nullptr, int(diff.newYears.size())));
    const auto list = [&](const QString &word, const QStringList &days) {
        if (days.isEmpty())
            return;
        QStringList shown = days.mid(0, kMostRowsShown);
        if (days.size() > kMostRowsShown)
            shown.append(tr("and %n more", nullptr, int(days.size()) - kMostRowsShown));
        add(word, shown.join(QLatin1Char('\n')));
    };
    QStringList added, removed, renamed;
    for (const OfficialDay &one : diff.added)
        added.append(tr("%1 %2").arg(dayTextWithWeekday(one.day), one.name));
    for (const OfficialDay &one : diff.removed)
        removed.append(tr("%1 %2").arg(dayTextWithWeekday(one.day), one.name));
    for (const HolidayDiff::Renamed &one : diff.renamed)
        renamed.append(tr("%1 %2 → %3").arg(dayTextWithWeekday(one.day), one.before, one.after));
    list(tr("New: %n day(s)", nullptr, int(added.size())), added);
    list(tr("No more: %n day(s)", nullptr, int(removed.size())), removed);
    list(tr("Renamed: %n day(s)", nullptr, int(renamed.size())), renamed);
    if (added.isEmpty() && removed.isEmpty() && renamed.isEmpty())
        add(tr("No day changes; the years become official."), {});
    if (preview.decided > 0)
        m_fileBanner->say(
            BannerKind::Warning,
            tr("%n decided case(s) lie(s) on days that become another kind of day; they stay as they are.", nullptr,
               int(preview.decided)));
    m_changes->show();
    m_import->show();
    m_cancel->show();
    m_choose->hide();
    (removed.isEmpty() ? m_import : m_cancel)->setFocus();
}

/// Holidays that vanish change what was worked and taken: they are named once more.
bool HolidaysPage::mayImport(const ImportPreview &preview)
{
    const std::vector<OfficialDay> &removed = preview.diff.removed;
    if (removed.empty())
        return true;
    QStringList days;
    for (size_t i = 0; i < removed.size() && i < size_t(kMostNamed); ++i)
        days.append(tr("%1 %2").arg(dayTextWithWeekday(removed[i].day), removed[i].name));
    if (removed.size() > size_t(kMostNamed))
        days.append(tr("and %n more", nullptr, int(removed.size()) - kMostNamed));
    return dialogs().confirm(
        this,
        tr("%n day(s) is (are) no holiday(s) any more after this import:", nullptr, int(removed.size()))
            + QLatin1Char('\n') + days.join(QLatin1Char('\n')),
        tr("Import all the same"));
}

void HolidaysPage::closePreview()
{
    m_preview.reset();
    emptyLayout(*m_changeRows);
    m_fileBanner->clear();
    m_changes->hide();
    m_import->hide();
    m_cancel->hide();
    m_choose->show();
}

void HolidaysPage::showLocalDays()
{
    emptyLayout(*m_localRows);
    bool any = false;
    for (const Holiday &row : m_holidays.rows()) {
        const bool over = row.until.isValid() && !row.onceOnly() && row.until < m_session.info().today;
        if (row.kind != HolidayKind::Local || row.removedIn != 0 || over)
            continue;
        any = true;
        const RegisteredRow line = registeredRow(
            row.name, row.onceOnly() ? dayTextWithWeekday(row.day) : tr("Every year, since %1").arg(longDay(row.day)),
            this);
        QPushButton *end = rowButton(row.onceOnly() ? tr("Take back") : tr("End"), row.name, line.widget);
        end->setObjectName(QStringLiteral("endLocalDay"));
        line.layout->addWidget(end);
        connect(end, &QPushButton::clicked, this, [this, row] {
            if (dialogs().confirm(this, tr("Is %1 a day of duty again from today on?").arg(row.name), tr("End")))
                m_presenter->change(EndLocalDay{row.day, row.addedIn},
                                    tr("%1 is no holiday of the city any more.").arg(row.name));
        });
        m_localRows->addWidget(line.widget);
    }
    if (!any)
        m_localRows->addWidget(emptyRow(tr("The city has no holidays of its own."), this));
}

void HolidaysPage::checkLocalDay()
{
    m_addLocal->setEnabled(!m_busy && m_localDay->date() && !m_localName->text().trimmed().isEmpty());
}

void HolidaysPage::setBusy(bool busy)
{
    m_busy = busy;
    m_import->setEnabled(!busy);
    checkLocalDay();
}

} // namespace kessai
