// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/workpage.h"

#include "core/base/wholefile.h"
#include "core/office/sections.h"
#include "core/services/answer.h"
#include "ui/calendar/daywords.h"
#include "ui/calendar/monthline.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/office/bookdialog.h"
#include "ui/office/officeparts.h"
#include "ui/office/officepresenter.h"
#include "ui/office/workdaysdialog.h"
#include "ui/office/workmodel.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kWorkRow = 34;
constexpr int kFilterWidth = 190;
constexpr int kWorkReasonWidth = 260;
constexpr int kSectionListMargin = 32; ///< beside the words of an open list

} // namespace

WorkPage::WorkPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new OfficePresenter(session, this)),
      m_banner(new QuietBanner(this)), m_line(new MonthLine(this)), m_loading(new LoadingLine(this)),
      m_which(new QComboBox(this)), m_section(new QComboBox(this)), m_text(new QLineEdit(this)),
      m_model(new WorkModel(this)),
      m_table(new ExportButton(
          [this] { return tr("Overtime %1", "name of a file").arg(m_sheet.first.toString(QStringLiteral("yyyy-MM"))); },
          [this](const std::function<void(Sheet)> &then) { then(m_model->sheet(monthHeading(m_sheet.first))); }, this)),
      m_books(pageButton(tr("Registers…"), "books", this)), m_view(new QTableView(this)),
      m_detail(new TextLabel(TextRole::Body, this)), m_state(new TextLabel(TextRole::Body, this)),
      m_close(pageButton(tr("Close the month"), "closeMonth", this)), m_reason(new QLineEdit(this)),
      m_reopen(pageButton(tr("Open again"), "reopenMonth", this)),
      m_payroll(pageButton(tr("File for payroll…"), "payrollFile", this)), m_encoding(new QComboBox(this))
{
    setObjectName(QStringLiteral("workPage"));
    m_banner->hide();
    dressRows(*m_view, QStringLiteral("workTable"), tr("Everybody's overtime"), grown(kWorkRow));
    m_view->setModel(m_model);
    m_view->setSortingEnabled(true);
    // The section gives way first: a limit that is cut says nothing.
    m_view->horizontalHeader()->setSectionResizeMode(WorkModel::SectionName, QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(WorkModel::Limit, QHeaderView::ResizeToContents);
    constexpr std::pair<int, int> widths[] = {
        {WorkModel::Number, 78},    {WorkModel::Name, 106},   {WorkModel::Month, 96},   {WorkModel::Asked, 84},
        {WorkModel::Year, 100},     {WorkModel::Waiting, 84}, {WorkModel::Missing, 76}, {WorkModel::Leave, 104},
        {WorkModel::Expiring, 132}, {WorkModel::Papers, 76}};
    for (const auto &[column, width] : widths)
        m_view->horizontalHeader()->resizeSection(column, grown(width));
    m_view->sortByColumn(WorkModel::Limit, Qt::DescendingOrder);
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::doubleClicked, this, &WorkPage::openDays);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WorkPage::showDetail);
    m_detail->setObjectName(QStringLiteral("workDetail"));
    m_detail->setToken(Token::Text2);
    m_detail->setWordWrap(true);

    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->setSpacing(0);
    card->body()->addWidget(m_view);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addWidget(buildFilters());
    column->addWidget(m_loading);
    column->addWidget(card, 1);
    column->addWidget(m_detail);
    column->addWidget(buildClosing());
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);

    connect(m_presenter, &OfficePresenter::workRead, this, &WorkPage::showSheet);
    connect(m_presenter, &OfficePresenter::readFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again"));
    });
    connect(m_banner, &QuietBanner::actionTriggered, this, &WorkPage::readAgain);
    connect(m_presenter, &OfficePresenter::changeFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Warning, errorText(error).both()); });
    connect(m_presenter, &OfficePresenter::changed, this, [this](const QString &done) {
        m_banner->clear();
        m_reason->clear();
        readAgain();
        if (isVisible())
            takeFocus(); // the button that was pressed goes
        Q_EMIT recorded(done);
    });
    connect(m_line, &MonthLine::stepped, this, [this](int months) { read(m_line->month().addMonths(months)); });
    connect(m_line, &MonthLine::thisMonthWanted, this, [this] { read(m_session.info().today); });
}

QWidget *WorkPage::buildFilters()
{
    m_which->setObjectName(QStringLiteral("workFilter"));
    m_which->setAccessibleName(tr("Whom to show"));
    m_which->setMinimumHeight(metric::kControlHeight);
    m_which->addItem(tr("Everybody"), int(WorkFilter::Everybody));
    m_which->addItem(tr("Near or over a limit"), int(WorkFilter::NearLimits));
    m_which->addItem(tr("Not settled yet"), int(WorkFilter::Unsettled));
    m_which->addItem(tr("Little annual leave"), int(WorkFilter::LittleLeave));
    m_which->addItem(tr("Time off or papers due"), int(WorkFilter::DueSoon));
    m_text->setObjectName(QStringLiteral("workSearch"));
    m_text->setAccessibleName(tr("Name, section or number"));
    m_text->setPlaceholderText(tr("Name, section or number"));
    m_text->setMinimumHeight(metric::kControlHeight);
    m_text->setFixedWidth(grown(kFilterWidth));
    m_text->setClearButtonEnabled(true);
    m_section->setObjectName(QStringLiteral("workSection"));
    m_section->setAccessibleName(tr("Section"));
    m_section->setMinimumHeight(metric::kControlHeight);
    m_section->setFixedWidth(grown(kFilterWidth));
    m_line->add(m_text);
    m_line->add(m_section);
    m_line->add(m_which);
    m_line->add(m_table);
    m_line->add(m_books);
    connect(m_which, &QComboBox::activated, this, &WorkPage::filter);
    connect(m_section, &QComboBox::activated, this, &WorkPage::filter);
    connect(m_text, &QLineEdit::textChanged, this, &WorkPage::filter);
    connect(m_table, &ExportButton::saved, this, &WorkPage::recorded);
    connect(m_table, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence); });
    connect(m_books, &QPushButton::clicked, this, &WorkPage::offerBooks);
    return m_line;
}

QWidget *WorkPage::buildClosing()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    m_state->setObjectName(QStringLiteral("monthState"));
    m_state->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reopenReason"));
    m_reason->setAccessibleName(tr("Why the month is opened again"));
    m_reason->setPlaceholderText(tr("Why the month is opened again"));
    m_reason->setMinimumHeight(metric::kControlHeight);
    m_reason->setFixedWidth(grown(kWorkReasonWidth));
    setButtonKind(*m_close, ButtonKind::Primary);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_reopen);
    m_encoding->setObjectName(QStringLiteral("payrollEncoding"));
    m_encoding->setAccessibleName(tr("Encoding of the file for payroll"));
    m_encoding->setMinimumHeight(metric::kControlHeight);
    m_encoding->addItem(tr("UTF-8"), int(TextEncoding::Utf8));
    m_encoding->addItem(tr("CP932 (Shift_JIS)"), int(TextEncoding::Cp932));
    layout->addWidget(m_encoding);
    layout->addWidget(m_payroll);
    layout->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &WorkPage::close);
    connect(m_reopen, &QPushButton::clicked, this, &WorkPage::reopen);
    connect(m_payroll, &QPushButton::clicked, this, &WorkPage::exportPayroll);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_reopen->setEnabled(!text.trimmed().isEmpty()); });
    return foot;
}

bool WorkPage::concerns(const DeskInfo &info)
{
    return holdsRole(*info.office, info.me.id, kPersonnelRole);
}

void WorkPage::begin()
{
    m_banner->clear();
    read({});
}

void WorkPage::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

/// Without a month, the oldest that is open.
void WorkPage::read(const std::optional<QDate> &month)
{
    m_line->setMonth(month.value_or(m_session.info().today.addMonths(-1)));
    m_loading->setLoading(true);
    m_presenter->readWork(month);
}

void WorkPage::readAgain()
{
    read(m_line->month());
}

/// Enter opens what is behind a row.
bool WorkPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openDays();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void WorkPage::openDays()
{
    const int row = m_view->currentIndex().row();
    if (row < 0 || size_t(row) >= m_model->shown().size())
        return;
    auto *dialog = new WorkDaysDialog(*m_session.info().office, m_model->shown()[size_t(row)], m_sheet.first, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WorkDaysDialog::bookWanted, this, &WorkPage::offerBooks);
    dialog->open();
}

void WorkPage::showSheet(const WorkSheet &sheet)
{
    m_loading->setLoading(false);
    m_banner->clear();
    m_sheet = sheet;
    m_line->setMonth(sheet.first);
    m_model->setRows(sheet.rows);
    // What is of nobody takes no room.
    m_view->setColumnHidden(WorkModel::Asked, peopleWith(&WorkRow::asked) == 0);
    m_view->setColumnHidden(WorkModel::Waiting, peopleWith(&WorkRow::waiting) == 0);
    m_view->setColumnHidden(WorkModel::Missing, peopleWith(&WorkRow::missing) == 0);
    m_view->setColumnHidden(WorkModel::Expiring, peopleWith(&WorkRow::expiring) == 0);
    m_view->setColumnHidden(WorkModel::Papers, peopleWith(&WorkRow::evidenceOverdue) == 0);
    showSections();
    filter();
    showState();
}

/// How far each 課 is with the month, those that are not done first.
void WorkPage::showSections()
{
    const QVariant before = m_section->currentData();
    m_section->clear();
    m_section->addItem(tr("All sections"), qint64(0));
    for (const bool settled : {false, true}) {
        for (const SectionWork &one : m_sheet.sections) {
            if (one.settled() != settled)
                continue;
            m_section->addItem(settled ? tr("%1: done", "section").arg(one.name)
                                       : tr("%1: not confirmed %2, no result %3", "section, people, people")
                                             .arg(one.name)
                                             .arg(one.waiting)
                                             .arg(one.missing),
                               one.id.value());
        }
    }
    m_section->setCurrentIndex(std::max(0, m_section->findData(before)));
    m_section->view()->setMinimumWidth(m_section->view()->sizeHintForColumn(0) + kSectionListMargin);
}

/// What is missing of whom, and who sees to it; where nobody is shown, that.
void WorkPage::showDetail()
{
    const int row = m_view->currentIndex().row();
    if (m_model->rowCount() == 0 || row < 0 || size_t(row) >= m_model->shown().size()) {
        m_detail->setText(m_sheet.rows.empty() ? QString() : tr("Nobody is like this in the month."));
        return;
    }
    const WorkRow &one = m_model->shown()[size_t(row)];
    const Office &office = *m_session.info().office;
    QStringList parts{personText(office, one.id)};
    if (!one.missingOn.empty()) {
        QStringList days;
        for (const QDate &day : one.missingOn)
            days.append(dayTextWithWeekday(day));
        parts.append(tr("no result: %1").arg(days.join(tr(", "))));
    }
    if (one.waiting > 0)
        parts.append(tr("not confirmed: %1").arg(minutesText(one.waiting)));
    if (const auto head = office.headOf(one.division)) {
        for (const StaffId holder : office.holders(*head))
            parts.append(tr("to be settled with %1").arg(personText(office, holder)));
    }
    m_detail->setText(parts.join(QStringLiteral(" ・ ")));
}

/// How many people have any of a number.
template <class Number>
qint64 WorkPage::peopleWith(Number WorkRow::*number) const
{
    return std::count_if(m_sheet.rows.begin(), m_sheet.rows.end(),
                         [number](const WorkRow &row) { return row.*number > 0; });
}

void WorkPage::showState()
{
    const bool closed = m_sheet.closed();
    const auto waiting = peopleWith(&WorkRow::waiting);
    const auto missing = peopleWith(&WorkRow::missing);
    if (closed) {
        const MonthClose &last = m_sheet.closes.back();
        m_state->setText(tr("Closed on %1 by %2. Nothing of this month is filed or decided any more.")
                             .arg(longDay(last.at.day()), personText(*m_session.info().office, last.by)));
    } else if (m_sheet.first.addMonths(1) > m_sheet.today) {
        m_state->setText(
            tr("The month is not over yet. Results not confirmed: %1, orders without a result: %2 (people).")
                .arg(waiting)
                .arg(missing));
    } else {
        m_state->setText(
            tr("Open. Results not confirmed: %1, orders without a result: %2 (people).").arg(waiting).arg(missing));
    }
    m_close->setVisible(!closed);
    m_close->setEnabled(m_sheet.closable());
    m_reason->setVisible(closed);
    m_reopen->setVisible(closed);
    m_reopen->setEnabled(!m_reason->text().trimmed().isEmpty());
    m_payroll->setVisible(closed);
    m_encoding->setVisible(closed);
}

void WorkPage::filter()
{
    const qint64 division = m_section->currentData().toLongLong();
    m_model->setFilter(WorkFilter(m_which->currentData().toInt()),
                       division > 0 ? std::optional(SectionId(division)) : std::nullopt, m_text->text());
    if (m_model->rowCount() > 0)
        m_view->selectRow(0);
    showDetail();
}

void WorkPage::close()
{
    const QString month = monthHeading(m_sheet.first);
    const QString question = tr("Close %1? What is not confirmed by now is not paid with it.").arg(month);
    const QString left = tr("Results not confirmed: %1, orders without a result: %2 (people).")
                             .arg(peopleWith(&WorkRow::waiting))
                             .arg(peopleWith(&WorkRow::missing));
    if (!dialogs().confirm(this, question + QLatin1Char('\n') + left, tr("Close the month")))
        return;
    m_presenter->change(CloseMonth{m_sheet.first}, tr("%1 is closed.").arg(month));
}

void WorkPage::reopen()
{
    m_presenter->change(ReopenMonth{m_sheet.first, m_reason->text().trimmed()},
                        tr("%1 is open again.").arg(monthHeading(m_sheet.first)));
}

void WorkPage::saveFile(const QString &path, const QByteArray &bytes)
{
    onPool([path, bytes] { return writeWholeFile(path, bytes).ok(); }).then(this, [this, path](bool saved) {
        if (saved)
            Q_EMIT recorded(tr("Saved as %1").arg(path));
        else
            m_banner->say(BannerKind::Warning, tr("%1 cannot be written.").arg(path));
    });
}

void WorkPage::exportPayroll()
{
    const QDate month = m_sheet.first;
    const QString path = dialogs().askSavePath(
        this, tr("File for payroll"),
        QString(QStringLiteral("payroll-") + month.toString(QStringLiteral("yyyy-MM")) + QStringLiteral(".csv")));
    if (path.isEmpty())
        return;
    m_session.desk()
        .ask([month](Desk &desk) { return desk.payroll(month); })
        .then(this, [this, path, month](const Result<std::vector<PayrollLine>> &lines) {
            if (lines)
                savePayroll(*lines, month, path);
            else
                m_banner->say(BannerKind::Warning, errorText(lines.error()).both());
        });
}

void WorkPage::savePayroll(const std::vector<PayrollLine> &lines, const QDate &month, const QString &path)
{
    constexpr size_t kNamed = 3; // as many as a banner has room for
    const auto encoding = TextEncoding(m_encoding->currentData().toInt());
    const auto faults = payrollFaults(lines, encoding);
    if (faults.empty()) {
        saveFile(path, payrollFile(lines, month, encoding));
        return;
    }
    QStringList named;
    for (size_t i = 0; i < std::min(kNamed, faults.size()); ++i) {
        named += tr("row %1 %2 %3 (%4)")
                     .arg(QString::number(faults[i].row), faults[i].number, faults[i].name, faults[i].characters);
    }
    m_banner->say(BannerKind::Warning,
                  tr("Nothing was written: CP932 does not have characters of %n member(s) of staff: %1.", nullptr,
                     int(faults.size()))
                      .arg(named.join(tr(", "))));
}

/// Of whoever is selected, of their section, or of everybody.
void WorkPage::offerBooks()
{
    std::vector<BookChoice> choices;
    const int row = m_view->currentIndex().row();
    if (row >= 0 && size_t(row) < m_model->shown().size()) {
        const WorkRow &chosen = m_model->shown()[size_t(row)];
        choices.push_back({chosen.name, chosen.id});
        const auto section = std::find_if(m_sheet.sections.begin(), m_sheet.sections.end(),
                                          [&](const SectionWork &one) { return one.id == chosen.division; });
        if (section != m_sheet.sections.end())
            choices.push_back({tr("Everybody of %1").arg(section->name), std::nullopt, section->id});
    }
    choices.push_back({tr("Everybody"), std::nullopt, std::nullopt});
    auto *dialog = new BookDialog(m_session, m_sheet.first, std::move(choices), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace kessai
