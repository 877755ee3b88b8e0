// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/tablepage.h"

#include "ui/admin/changescard.h"
#include "ui/admin/draftbar.h"
#include "ui/admin/draftfoot.h"
#include "ui/admin/draftside.h"
#include "ui/admin/roweditor.h"
#include "ui/admin/settingacts.h"
#include "ui/admin/tabledraft.h"
#include "ui/admin/tablemodel.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kGridRow = 28;
constexpr int kMarkColumn = 56;
constexpr int kMarkPadding = 22;

/// Keeps what stands over several columns within what is in sight of them, and its end from being cut without a sign.
class SightDelegate final : public QStyledItemDelegate {
public:
    explicit SightDelegate(QTableView *view) : QStyledItemDelegate(view), m_view(view) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem seen = option;
        if (m_view->columnSpan(index.row(), index.column()) > 1)
            seen.rect &= m_view->viewport()->rect();
        QStyledItemDelegate::paint(painter, seen, index);
    }

private:
    QTableView *m_view;
};

} // namespace

TablePage::TablePage(DeskSession &session, TableDraft &draft, QWidget *parent)
    : QWidget(parent), m_session(session), m_draft(draft), m_banner(new QuietBanner(this)),
      m_model(new TableModel(this)), m_bar(new DraftBar(
                                         draft, session.info().today,
                                         {QStringLiteral("Table"), tr("Revision of the table"),
                                          tr("Decision table", "name of a file"), tr("Decision table from a file")},
                                         [this] { return m_model->sheet(tr("Decision table")); }, this)),
      m_view(new QTableView(this)), m_rowCard(new Card(this)), m_row(new RowEditor(this)),
      m_changes(new ChangesCard(this)),
      m_foot(new DraftFoot(draft, session.info().today, QStringLiteral("table"), this))
{
    setObjectName(QStringLiteral("tablePage"));
    m_banner->hide();
    m_foot->setSoundText(tr("No gaps, no overlaps: it can be used."));
    dressRows(*m_view, QStringLiteral("decisionGrid"), tr("Decision table"), grown(kGridRow));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new SightDelegate(m_view));
    connect(m_view->horizontalScrollBar(), &QScrollBar::valueChanged, m_view->viewport(),
            qOverload<>(&QWidget::update)); // what stays in sight does not move along
    m_view->viewport()->installEventFilter(this);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->addWidget(m_view);
    auto *both = new QHBoxLayout;
    both->setSpacing(metric::kPageMargin);
    both->addWidget(card, 1);
    both->addWidget(buildSide());
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addWidget(m_bar);
    column->addLayout(both, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
    connectParts();
}

QWidget *TablePage::buildSide()
{
    m_rowCard->setTitle(tr("Row"));
    m_rowCard->body()->addWidget(m_row);
    m_side = draftSide({m_rowCard, m_changes}, m_foot, this);
    return m_side;
}

void TablePage::connectParts()
{
    connect(&m_draft, &TableDraft::bookRead, this, &TablePage::showBook);
    connect(&m_draft, &TableDraft::draftChanged, this, &TablePage::showDraft);
    m_bar->tellOn(
        *m_banner,
        tr("Somebody else wrote a revision meanwhile. Save your draft as a file, give it up, and take the file "
           "into a draft of theirs."));
    connect(&m_draft, &TableDraft::adopted, this, [this](const QDate &day) {
        takeFocus();
        Q_EMIT recorded(tr("The table is in force from %1 on.").arg(longDay(day)));
    });
    connect(m_bar, &DraftBar::revisionChosen, this, &TablePage::showRevision);
    connect(m_bar, &DraftBar::writingRequested, this, &TablePage::beginDraft);
    connect(m_bar, &DraftBar::recorded, this, &TablePage::recorded);
    connect(m_bar->addWritingButton(tr("Add a row"), "addTableRow"), &QPushButton::clicked, this, [this] {
        if (const auto row = m_draft.addRow(std::nullopt)) {
            selectRow(*row);
            m_row->takeFocus();
        }
    });
    connect(m_row, &RowEditor::edited, &m_draft, &TableDraft::setRow);
    connect(m_row, &RowEditor::copyRequested, this, [this](size_t at) {
        if (const auto row = m_draft.addRow(at))
            selectRow(*row);
    });
    connect(m_row, &RowEditor::removeRequested, &m_draft, &TableDraft::removeRow);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const auto row = currentRow(); row && m_draft.writing())
            showRow(*row);
    });
    connect(m_foot, &DraftFoot::trialRequested, this, &TablePage::benchRequested);
}

void TablePage::begin()
{
    m_banner->clear();
    showDraft();
    m_draft.read();
}

void TablePage::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void TablePage::showBook()
{
    std::vector<QDate> days;
    for (const DecisionTable *one : m_draft.revisions())
        days.push_back(one->from);
    m_bar->setRevisions(days);
    if (!m_draft.writing())
        showRevision();
}

const DecisionTable *TablePage::shownRevision() const
{
    return m_draft.inForce(m_bar->shown());
}

void TablePage::showRevision()
{
    const DecisionTable *table = shownRevision();
    if (!table || m_draft.writing())
        return;
    showTable(*table, m_draft.before(table->from));
}

void TablePage::showDraft()
{
    const bool writing = m_draft.writing();
    m_rowCard->setVisible(writing);
    if (writing) {
        const auto row = currentRow();
        showTable(m_draft.table(), &m_draft.origin());
        selectRow(row.value_or(0));
    } else if (m_wasWriting) {
        showRevision();
    }
    m_wasWriting = writing;
}

void TablePage::showTable(const DecisionTable &table, const DecisionTable *before)
{
    m_model->setTable(table, before, m_draft.office());
    m_view->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isHead(row) && m_model->columnCount() > 1)
            m_view->setSpan(row, 0, 1, m_model->columnCount());
    }
    QHeaderView *head = m_view->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    const QFontMetrics marks(fontFor(TextRole::TableHeader));
    for (int column = 1; column < m_model->columnCount(); ++column)
        head->resizeSection(
            column,
            std::max(grown(kMarkColumn),
                     marks.horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString())
                         + grown(kMarkPadding)));
    fitAmounts();
    const QString madeBy = m_draft.writing()
        ? QString()
        : madeByText(m_draft.book().acts, SettingAct::Kind::Table, table.code, table.revision);
    if (before)
        m_changes->setChanges(changesBetween(*before, table, *m_draft.office()), m_draft.writing(), madeBy);
    else
        m_changes->setFirst(table.source, madeBy);
}

/// The amounts take the room that is left, and never less than the longest needs: the grid is scrolled sideways then.
void TablePage::fitAmounts()
{
    const QFontMetrics metrics = m_view->fontMetrics();
    int widest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->isHead(row))
            widest = std::max(widest, metrics.horizontalAdvance(m_model->index(row, 0).data().toString()));
    }
    QHeaderView *head = m_view->horizontalHeader();
    const int marks = head->length() - head->sectionSize(0);
    head->resizeSection(0, std::max(widest + grown(kMarkPadding), m_view->viewport()->width() - marks));
}

bool TablePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize && m_model->columnCount() > 1)
        fitAmounts();
    return QWidget::eventFilter(watched, event);
}

void TablePage::beginDraft()
{
    const DecisionTable *table = shownRevision();
    if (!table)
        return;
    const QDate tomorrow = m_session.info().today.addDays(1);
    const QDate newest = m_draft.revisions().back()->from;
    m_draft.begin(*table, std::max(table->from, tomorrow));
    m_bar->tellOrigin(*m_banner, table->from, newest);
    takeFocus();
}

/// Beside a narrow grid the side is narrow as well.
void TablePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitDraftSide(*m_side, width());
}

std::optional<size_t> TablePage::currentRow() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? std::optional(m_model->tableRow(current.row())) : std::nullopt;
}

/// Goes to a row of the table; to the last where it is gone.
void TablePage::selectRow(size_t tableRow)
{
    const size_t rows = m_draft.writing() ? m_draft.table().rows.size() : 0;
    if (rows == 0) {
        m_rowCard->hide();
        return;
    }
    const size_t row = std::min(tableRow, rows - 1);
    {
        const QSignalBlocker quiet(m_view->selectionModel());
        m_view->selectRow(m_model->headOf(row));
    }
    m_view->viewport()->update();
    m_rowCard->show();
    showRow(row);
}

void TablePage::showRow(size_t row)
{
    m_rowCard->setTitle(tr("Row %1").arg(m_draft.table().rows[row].row));
    m_row->setRow(m_draft.table(), row, *m_draft.office());
}

} // namespace kessai
