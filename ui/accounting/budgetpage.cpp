// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/budgetpage.h"

#include "core/calendar/fiscalyear.h"
#include "core/office/sections.h"
#include "core/services/answer.h"
#include "ui/accounting/budgetimportcard.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/accounting/budgetpresenter.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kBudgetRow = 32;
constexpr int kCasesHeight = 200;
constexpr int kBudgetSearchWidth = 220;
constexpr int kBudgetSectionWidth = 108;
constexpr int kLinePadding = 6;
constexpr int kNarrowBudget =
    900; ///< the width below which there is room for what can still be spent, and not for how it came to be

/// A line of the budget by its name, with its code below. What is too long is shortened in the middle: the 節 and 細節 that tell the lines of
/// one project apart stand at the end.
class LineDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QRectF room = QRectF(option.rect).adjusted(kLinePadding, 0, -kLinePadding, 0);
        const QString name =
            QFontMetricsF(fontFor(TextRole::Body)).elidedText(index.data().toString(), Qt::ElideMiddle, room.width());
        paintCell(*painter, room, {name, index.siblingAtColumn(BudgetModel::Code).data().toString()},
                  option.state.testFlag(QStyle::State_Selected));
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text.clear(); // the ground alone; the lines are painted on it
    }
};

} // namespace

BudgetPage::BudgetPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new BudgetPresenter(session, this)),
      m_banner(new QuietBanner(this)), m_years(headBox(tr("Fiscal year"), "budgetYear", this)),
      m_sections(headBox(tr("In charge"), "budgetSection", this)), m_search(new SearchField(this)),
      m_save(new ExportButton(
          [this] { return tr("Budget %1", "name of a file").arg(m_years->currentData().toInt()); },
          [this](const std::function<void(Sheet)> &then) { then(m_model->sheet(m_years->currentText())); }, this)),
      m_importButton(pageButton(tr("Import a budget…"), "importBudget", this)), m_import(new BudgetImportCard(this)),
      m_loading(new LoadingLine(this)), m_stack(new QStackedWidget(this)), m_model(new BudgetModel(this)),
      m_table(new QTableView(this)), m_empty(new EmptyState(this)), m_total(new TextLabel(TextRole::Body, this)),
      m_casesCard(new Card(this)), m_caseModel(new BudgetCaseModel(this)), m_cases(new QTableView(this)),
      m_noCases(new TextLabel(tr("No case has moved this line yet."), TextRole::Body, this))
{
    setObjectName(QStringLiteral("budgetPage"));
    m_banner->hide();
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addWidget(buildHead());
    column->addWidget(m_loading);
    column->addWidget(m_import);
    column->addWidget(buildTable(), 1);
    column->addWidget(m_total);
    column->addWidget(buildCases());
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
    connectParts();
}

QWidget *BudgetPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    m_search->setObjectName(QStringLiteral("budgetSearch"));
    m_search->setAccessibleName(tr("Code or words of a line"));
    m_search->setPlaceholderText(tr("Code or words of a line"));
    m_search->setMinimumHeight(metric::kControlHeight);
    m_search->setFixedWidth(grown(kBudgetSearchWidth));
    line->addWidget(m_years);
    line->addWidget(m_sections);
    line->addWidget(m_search);
    line->addStretch(1);
    line->addWidget(m_save);
    line->addWidget(m_importButton);
    return head;
}

QWidget *BudgetPage::buildTable()
{
    dressRows(*m_table, QStringLiteral("budgetTable"), tr("Lines of the budget"), rowHeight());
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(BudgetModel::Label, new LineDelegate(m_table));
    m_table->hideColumn(BudgetModel::Code); // stands below the name
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(BudgetModel::Label, Qt::AscendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    // What is empty takes no room from the name.
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(BudgetModel::Label, QHeaderView::Stretch);
    header->setSectionResizeMode(BudgetModel::SectionName, QHeaderView::Interactive);
    header->resizeSection(BudgetModel::SectionName, grown(kBudgetSectionWidth));
    m_table->installEventFilter(this);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->setSpacing(0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->body()->addWidget(m_stack);
    m_total->setObjectName(QStringLiteral("budgetTotal"));
    m_total->setWordWrap(true);
    return card;
}

QWidget *BudgetPage::buildCases()
{
    dressRows(*m_cases, QStringLiteral("budgetCases"), tr("Cases behind the line"), grown(kBudgetRow));
    m_cases->setModel(m_caseModel);
    QHeaderView *header = m_cases->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(BudgetCaseModel::Title, QHeaderView::Stretch);
    m_cases->installEventFilter(this);
    m_noCases->setObjectName(QStringLiteral("noBudgetCases"));
    m_noCases->setContentsMargins(metric::kGap, metric::kGap, metric::kGap, metric::kGap);
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeBudgetCases"));
    close->setText(tr("Close"));
    close->setAccessibleName(tr("Close the cases"));
    connect(close, &QToolButton::clicked, this, &BudgetPage::closeCases);
    m_casesCard->setObjectName(QStringLiteral("budgetCasesCard"));
    m_casesCard->setTitle(tr("Cases behind the line"));
    m_casesCard->addToTitle(close);
    m_casesCard->body()->addWidget(m_noCases);
    m_casesCard->body()->addWidget(m_cases);
    m_casesCard->setFixedHeight(grown(kCasesHeight));
    m_casesCard->hide();
    return m_casesCard;
}

void BudgetPage::connectParts()
{
    connect(m_presenter, &BudgetPresenter::sheetRead, this, &BudgetPage::showSheet);
    connect(m_presenter, &BudgetPresenter::casesRead, this, &BudgetPage::showCases);
    connect(m_presenter, &BudgetPresenter::previewRead, m_import, &BudgetImportCard::showPreview);
    connect(m_presenter, &BudgetPresenter::busyChanged, m_import, &BudgetImportCard::setBusy);
    connect(m_presenter, &BudgetPresenter::importFailed, this,
            [this](const Error &error) { m_import->showError(errorText(error).both()); });
    connect(m_presenter, &BudgetPresenter::imported, this, [this](const QString &done) {
        m_import->hide();
        read();
        Q_EMIT recorded(done);
    });
    connect(m_presenter, &BudgetPresenter::readFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again"));
    });
    connect(m_banner, &QuietBanner::actionTriggered, this, &BudgetPage::read);
    connect(m_import, &BudgetImportCard::confirmed, m_presenter, &BudgetPresenter::import);
    connect(m_import, &BudgetImportCard::closed, m_importButton, [this] { m_importButton->setFocus(); });
    connect(m_importButton, &QPushButton::clicked, this, [this] {
        const QStringList paths =
            dialogs().askOpenPaths(this, tr("Import a budget"), tr("Budgets (*.csv);;All files (*)"));
        if (!paths.isEmpty())
            m_presenter->readFile(paths.front());
    });
    connect(m_save, &ExportButton::saved, this, &BudgetPage::recorded);
    connect(m_save, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence); });
    connect(m_years, &QComboBox::activated, this, [this] {
        m_year = FiscalYear(m_years->currentData().toInt());
        closeCases();
        read();
    });
    connect(m_sections, &QComboBox::activated, this, &BudgetPage::filter);
    connect(m_search, &SearchField::searchRequested, this, &BudgetPage::filter);
    for (const auto into : {&SearchField::confirmed, &SearchField::leftBelow})
        connect(m_search, into, this, &BudgetPage::takeFocus);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        m_search->clear();
        m_sections->setCurrentIndex(0);
        filter();
        takeFocus();
    });
    connect(m_table, &QTableView::clicked, this, &BudgetPage::askCases);
    connect(m_cases, &QTableView::clicked, this, &BudgetPage::openCase);
}

/// Enter shows the cases of a line, and opens a case; Escape closes them again.
bool BudgetPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        showColumns();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        watched == m_table ? askCases() : openCase();
        return true;
    }
    if (key == Qt::Key_Escape && m_casesCard->isVisible()) {
        closeCases();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool BudgetPage::concerns(const DeskInfo &info)
{
    if (keepsBudget(*info.office, info.me.id))
        return true;
    const auto lines = info.budget.of(FiscalYear::of(info.today));
    return std::any_of(lines.begin(), lines.end(), [&](const BudgetLine *line) {
        return std::find(info.ownSections.begin(), info.ownSections.end(), line->section) != info.ownSections.end();
    });
}

void BudgetPage::begin()
{
    m_banner->clear();
    m_importButton->setVisible(holdsRole(*m_session.info().office, m_session.info().me.id, kFinanceRole));
    read();
}

void BudgetPage::takeFocus()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void BudgetPage::read()
{
    m_loading->setLoading(true);
    m_presenter->readSheet(m_year);
}

void BudgetPage::showSheet(const BudgetSheet &sheet)
{
    m_loading->setLoading(false);
    m_banner->clear();
    fillYears(sheet);
    fillSections(sheet);
    m_model->setSheet(sheet);
    filter();
}

void BudgetPage::fillYears(const BudgetSheet &sheet)
{
    const QSignalBlocker quiet(m_years);
    m_years->clear();
    for (const FiscalYear year : sheet.years)
        m_years->addItem(fiscalYearText(year), year.startYear());
    m_years->setCurrentIndex(m_years->findData(sheet.year.startYear()));
}

/// The sections whose lines there are; which one was chosen stays.
void BudgetPage::fillSections(const BudgetSheet &sheet)
{
    const QVariant chosen = m_sections->currentData();
    const QSignalBlocker quiet(m_sections);
    m_sections->clear();
    m_sections->addItem(tr("All sections"), qint64(0));
    for (const BudgetRow &row : sheet.rows) {
        if (m_sections->findData(row.line.section.value()) < 0)
            m_sections->addItem(row.section, row.line.section.value());
    }
    m_sections->setCurrentIndex(std::max(0, m_sections->findData(chosen)));
    m_sections->setVisible(m_sections->count() > 2);
}

/// What no line has yet, whose they are where they are one's own, and in a narrow window what the others tell, takes no room from the names.
void BudgetPage::showColumns()
{
    const BudgetBalance sum = m_model->total();
    const bool narrow = m_table->width() < grown(kNarrowBudget);
    m_table->setColumnHidden(BudgetModel::SectionName, narrow || m_sections->count() <= 2);
    m_table->setColumnHidden(BudgetModel::Current, narrow);
    m_table->setColumnHidden(BudgetModel::Committed, sum.committed == 0);
    m_table->setColumnHidden(BudgetModel::Running, sum.running == 0);
    m_table->setColumnHidden(BudgetModel::Paid, narrow || sum.paid == 0);
}

void BudgetPage::filter()
{
    const qint64 section = m_sections->currentData().toLongLong();
    const QString words = m_search->text().trimmed();
    m_model->setFilter(section > 0 ? std::optional(SectionId(section)) : std::nullopt, words);
    closeCases();
    const bool any = m_model->rowCount() > 0;
    showColumns();
    if (!any && (section > 0 || !words.isEmpty()))
        m_empty->setContents(QStringLiteral("search"), tr("No line is found"),
                             tr("Search with fewer words, or in all sections."), tr("Show all lines"));
    else if (!any)
        m_empty->setContents(QStringLiteral("list-details"), tr("There are no lines of this year"),
                             tr("Finance enters the budget from a file."));
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_table) : m_empty);
    m_save->setEnabled(any);
    if (any)
        m_table->selectRow(0);
}

void BudgetPage::showTotal()
{
    const BudgetBalance sum = m_model->total();
    m_total->setVisible(m_model->rowCount() > 0 && m_casesCard->isHidden());
    m_total->setText(tr("%n line(s)", nullptr, m_model->rowCount()) + QStringLiteral("　")
                     + tr("budget %1, to spend %2, committed %3, running %4, ordered to be paid %5, left %6 yen")
                           .arg(budgetYen(sum.current()), budgetYen(sum.executable()), budgetYen(sum.committed),
                                budgetYen(sum.running), budgetYen(sum.paid),
                                budgetYen(sum.remaining(m_model->runningCounts()))));
}

void BudgetPage::askCases()
{
    const QModelIndex at = m_table->currentIndex();
    if (at.isValid())
        m_presenter->readCases(m_model->shown()[size_t(at.row())].line.account());
}

void BudgetPage::showCases(const QString &account, const std::vector<BudgetCase> &cases)
{
    const auto row = std::find_if(m_model->shown().begin(), m_model->shown().end(),
                                  [&](const BudgetRow &one) { return one.line.account() == account; });
    if (row == m_model->shown().end())
        return;
    m_caseModel->setCases(cases);
    m_casesCard->setTitle(tr("Cases behind the line"), row->line.code + QLatin1Char(' ') + row->line.label());
    m_noCases->setVisible(cases.empty());
    m_cases->setVisible(!cases.empty());
    m_casesCard->show();
    showTotal(); // of all lines, not while one looks at one: a low window has room for one of them
    if (!cases.empty()) {
        m_cases->selectRow(0);
        m_cases->setFocus(Qt::OtherFocusReason);
    }
}

void BudgetPage::closeCases()
{
    const bool inside = m_cases->hasFocus();
    m_casesCard->hide();
    showTotal();
    if (inside)
        takeFocus();
}

void BudgetPage::openCase()
{
    const QModelIndex at = m_cases->currentIndex();
    if (!at.isValid())
        return;
    const BudgetCase &one = m_caseModel->cases()[size_t(at.row())];
    if (one.readable)
        Q_EMIT openRequested(one.id);
    else
        m_banner->say(BannerKind::Information, tr("This case was not sent to you, so you cannot open it."));
}

} // namespace kessai
