// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/tablepage.h"

#include "ui/admin/roweditor.h"
#include "ui/admin/tabledraft.h"
#include "ui/admin/tablemodel.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/formview/dateedit.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kGridRow = 28;
constexpr int kMarkColumn = 56;
constexpr int kMarkPadding = 22;
constexpr int kMostSidePercent = 42;
constexpr int kTableSide = 372;
constexpr int kMostChanges = 40;
constexpr int kMostProblems = 4;

void addText(QVBoxLayout &column, const QString &text, TextRole role, QWidget *parent, Token token = Token::Text)
{
    auto *label = new TextLabel(text, role, parent);
    label->setWordWrap(true);
    label->setToken(token);
    column.addWidget(label);
}

} // namespace

TablePage::TablePage(DeskSession &session, TableDraft &draft, QWidget *parent)
    : QWidget(parent), m_session(session), m_draft(draft), m_banner(new QuietBanner(this)),
      m_revisions(new QComboBox(this)), m_edit(pageButton(tr("Write the next revision (&E)"), "writeRevision", this)),
      m_undo(iconButton("arrow-back-up", tr("Undo (Ctrl+Z)"), "undoTable", this)),
      m_redo(iconButton("arrow-forward-up", tr("Redo (Ctrl+Y)"), "redoTable", this)),
      m_addRow(pageButton(tr("Add a row"), "addTableRow", this)),
      m_file(pageButton(tr("From a file…"), "chooseTableFile", this)),
      m_export(new ExportButton(
          [this] { return tr("Decision table", "name of a file"); },
          [this](const std::function<void(Sheet)> &then) { then(m_model->sheet(tr("Decision table"))); }, this)),
      m_giveUp(pageButton(tr("Give the draft up"), "giveUpTable", this)), m_model(new TableModel(this)),
      m_view(new QTableView(this)), m_side(nullptr), m_rowCard(new Card(this)), m_row(new RowEditor(this)),
      m_changesCard(new Card(this)), m_changes(new QVBoxLayout), m_foot(new Card(this)),
      m_problemHead(new TextLabel(TextRole::BodyStrong, this)), m_problems(new QVBoxLayout),
      m_from(dayEdit(session.info().today, tr("In force from"), "tableFrom", this)), m_reason(new QLineEdit(this)),
      m_bench(pageButton(tr("Try it (&T)"), "tryTable", this)),
      m_save(pageButton(tr("Put in force (&S)"), "adoptTable", this)),
      m_saveNote(new TextLabel(TextRole::Caption, this))
{
    setObjectName(QStringLiteral("tablePage"));
    m_banner->hide();
    dressRows(*m_view, QStringLiteral("decisionGrid"), tr("Decision table"), grown(kGridRow));
    m_view->setModel(m_model);
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
    column->addWidget(buildHead());
    column->addLayout(both, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
    connectParts();
}

QWidget *TablePage::buildHead()
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    m_revisions->setObjectName(QStringLiteral("tableRevision"));
    m_revisions->setAccessibleName(tr("Revision of the table"));
    m_revisions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_revisions->setMinimumHeight(metric::kControlHeight);
    setButtonKind(*m_giveUp, ButtonKind::Danger);
    line->addWidget(m_revisions);
    for (QWidget *part : std::initializer_list<QWidget *>{m_undo, m_redo, m_addRow, m_file})
        line->addWidget(part);
    line->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_export, m_edit, m_giveUp})
        line->addWidget(part);
    return head;
}

QWidget *TablePage::buildSide()
{
    m_rowCard->setTitle(tr("Row"));
    m_rowCard->body()->addWidget(m_row);
    m_changesCard->setTitle(tr("What changes"));
    m_changes->setSpacing(4);
    m_changesCard->body()->addLayout(m_changes);
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins({});
    column->setSpacing(metric::kPageMargin);
    column->addWidget(m_rowCard);
    column->addWidget(m_changesCard);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_side = new QWidget(this);
    m_side->setFixedWidth(grown(kTableSide));
    auto *both = new QVBoxLayout(m_side);
    both->setContentsMargins({});
    both->setSpacing(metric::kGap);
    both->addWidget(scroll, 1);
    both->addWidget(buildFoot());
    return m_side;
}

QWidget *TablePage::buildFoot()
{
    m_reason->setObjectName(QStringLiteral("tableReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why, such as the amendment of the rules"));
    m_reason->setMaxLength(200);
    m_reason->setMinimumHeight(metric::kControlHeight);
    m_saveNote->setWordWrap(true);
    setButtonKind(*m_save, ButtonKind::Primary);
    m_problems->setSpacing(2);
    m_foot->setPadding(metric::kFieldGap);
    m_foot->body()->setSpacing(metric::kGap);
    m_foot->body()->addWidget(m_problemHead);
    m_foot->body()->addLayout(m_problems);
    m_foot->body()->addWidget(labelled(tr("In force from"), m_from, m_foot));
    m_foot->body()->addWidget(m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(m_bench);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    m_foot->body()->addLayout(buttons);
    m_foot->body()->addWidget(m_saveNote);
    return m_foot;
}

void TablePage::connectParts()
{
    connect(&m_draft, &TableDraft::bookRead, this, &TablePage::showBook);
    connect(&m_draft, &TableDraft::readFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both()); });
    connect(&m_draft, &TableDraft::draftChanged, this, &TablePage::showDraft);
    connect(&m_draft, &TableDraft::problemsFound, this, &TablePage::showProblems);
    connect(&m_draft, &TableDraft::busyChanged, this, &TablePage::showSave);
    connect(&m_draft, &TableDraft::fileRefused, this, &TablePage::showFileProblems);
    connect(&m_draft, &TableDraft::fileTaken, this, [this](int changes) {
        m_banner->say(
            BannerKind::Information,
            changes > 0 ? tr("The file changes the draft in %n place(s). Undo takes all of it back.", nullptr, changes)
                        : tr("The file says what the draft says already."));
    });
    connect(&m_draft, &TableDraft::adopted, this, [this](const QDate &day) {
        m_banner->clear();
        m_reason->clear();
        takeFocus();
        Q_EMIT recorded(tr("The table is in force from %1 on.").arg(longDay(day)));
    });
    connect(&m_draft, &TableDraft::adoptionFailed, this, [this](const Error &error) {
        m_banner->say(BannerKind::Warning,
                      error.refusal == Refusal::Stale ? tr(
                          "Somebody else wrote a revision meanwhile. Save your draft as a file, give it up, and take "
                          "the file into a draft of theirs.")
                                                      : errorText(error).both());
    });
    connect(m_revisions, &QComboBox::activated, this, &TablePage::showRevision);
    connect(m_edit, &QPushButton::clicked, this, &TablePage::beginDraft);
    connect(m_giveUp, &QPushButton::clicked, this, &TablePage::giveUp);
    connect(m_undo, &QToolButton::clicked, &m_draft, &TableDraft::undo);
    connect(m_redo, &QToolButton::clicked, &m_draft, &TableDraft::redo);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, &m_draft, &TableDraft::undo);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Y), this), &QShortcut::activated, &m_draft,
            &TableDraft::redo);
    connect(m_addRow, &QPushButton::clicked, this, [this] {
        selectRow(m_draft.addRow(std::nullopt));
        m_row->takeFocus();
    });
    connect(m_file, &QPushButton::clicked, this, &TablePage::chooseFile);
    connect(m_export, &ExportButton::saved, this, &TablePage::recorded);
    connect(m_export, &ExportButton::failed, this,
            [this](const QString &why) { m_banner->say(BannerKind::Warning, why); });
    connect(m_row, &RowEditor::edited, &m_draft, &TableDraft::setRow);
    connect(m_row, &RowEditor::copyRequested, this, [this](size_t at) { selectRow(m_draft.addRow(at)); });
    connect(m_row, &RowEditor::removeRequested, &m_draft, &TableDraft::removeRow);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const auto row = currentRow(); row && m_draft.writing())
            m_row->setRow(m_draft.table(), *row, *m_draft.office());
    });
    connect(m_from, &DateEdit::edited, this, [this] {
        if (const auto day = m_from->date(); day && m_draft.writing())
            m_draft.setDay(*day);
        showSave();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &TablePage::showSave);
    connect(m_bench, &QPushButton::clicked, this, &TablePage::benchRequested);
    connect(m_save, &QPushButton::clicked, this, &TablePage::save);
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

/// The revisions to choose from; the one in force today is shown first.
void TablePage::showBook()
{
    const QDate today = m_session.info().today;
    const DecisionTable *now = m_draft.inForce(today);
    const QDate shown =
        m_revisions->currentIndex() < 0 ? (now ? now->from : QDate()) : m_revisions->currentData().toDate();
    const QSignalBlocker quiet(m_revisions);
    m_revisions->clear();
    for (const DecisionTable *one : m_draft.revisions()) {
        const QString day = longDay(one->from);
        const QString text = one == now ? tr("from %1 (in force)").arg(day)
            : one->from > today         ? tr("from %1 (to come)").arg(day)
                                        : tr("from %1").arg(day);
        m_revisions->addItem(text, one->from);
    }
    m_revisions->setCurrentIndex(std::max(m_revisions->findData(shown), 0));
    if (!m_draft.writing())
        showRevision();
}

const DecisionTable *TablePage::shownRevision() const
{
    return m_draft.inForce(m_revisions->currentData().toDate());
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
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_undo, m_redo, m_addRow, m_file, m_giveUp, m_rowCard, m_foot})
        part->setVisible(writing);
    m_edit->setVisible(!writing);
    m_revisions->setEnabled(!writing);
    m_undo->setEnabled(m_draft.canUndo());
    m_redo->setEnabled(m_draft.canRedo());
    if (writing) {
        const auto row = currentRow();
        showTable(m_draft.table(), &m_draft.origin());
        if (m_from->date() != m_draft.table().from)
            m_from->setDate(m_draft.table().from);
        selectRow(m_wasWriting ? row.value_or(0) : 0);
    } else if (m_wasWriting) {
        showRevision();
    }
    m_wasWriting = writing;
    showSave();
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
    head->setSectionResizeMode(0, QHeaderView::Stretch);
    showChanges(table, before);
}

void TablePage::showChanges(const DecisionTable &table, const DecisionTable *before)
{
    emptyLayout(*m_changes);
    if (!before) {
        m_changesCard->setTitle(tr("The first revision"));
        addText(*m_changes, table.source.text(englishWording()), TextRole::Body, m_changesCard);
        return;
    }
    m_changesCard->setTitle(m_draft.writing() ? tr("What the draft changes") : tr("What this revision changed"));
    const std::vector<Bilingual> changes = changesBetween(*before, table, *m_draft.office());
    for (size_t i = 0; i < std::min(changes.size(), size_t(kMostChanges)); ++i)
        addText(*m_changes, changes[i].text(englishWording()), TextRole::Body, m_changesCard);
    if (changes.size() > size_t(kMostChanges))
        addText(*m_changes, tr("and %n more", nullptr, int(changes.size()) - kMostChanges), TextRole::Caption,
                m_changesCard);
    if (changes.empty())
        addText(*m_changes, tr("Nothing yet."), TextRole::Caption, m_changesCard);
}

void TablePage::showProblems()
{
    emptyLayout(*m_problems);
    const std::vector<Bilingual> &problems = m_draft.problems();
    m_problemHead->setText(problems.empty() ? tr("No gaps, no overlaps: it can be used.")
                                            : tr("%n thing(s) to put right", nullptr, int(problems.size())));
    m_problemHead->setToken(problems.empty() ? Token::SuccessText : Token::DangerText);
    for (size_t i = 0; i < std::min(problems.size(), size_t(kMostProblems)); ++i)
        addText(*m_problems, problems[i].text(englishWording()), TextRole::Caption, m_foot, Token::DangerText);
    if (problems.size() > size_t(kMostProblems))
        addText(*m_problems, tr("and %n more", nullptr, int(problems.size()) - kMostProblems), TextRole::Caption,
                m_foot);
    showSave();
}

/// What still keeps the draft from being put in force is said beside the button.
void TablePage::showSave()
{
    if (!m_draft.writing())
        return;
    const QDate today = m_session.info().today;
    QString missing;
    if (!m_from->date() || *m_from->date() <= today)
        missing = tr("A table is in force from tomorrow on at the earliest: nothing that was filed today changes.");
    else if (!m_draft.changed())
        missing = tr("Nothing is changed yet.");
    else if (!m_draft.problems().empty())
        missing = tr("Put right what is said above first.");
    else if (m_reason->text().trimmed().isEmpty())
        missing = tr("Say why.");
    m_saveNote->setText(missing);
    m_saveNote->setVisible(!missing.isEmpty());
    m_save->setEnabled(missing.isEmpty() && !m_draft.busy());
}

void TablePage::showFileProblems(const std::vector<TableRowProblem> &problems)
{
    QStringList lines;
    for (size_t i = 0; i < std::min(problems.size(), size_t(kMostProblems)); ++i)
        lines.append(problems[i].line > 0
                         ? tr("Line %1: %2").arg(problems[i].line).arg(problems[i].text.text(englishWording()))
                         : problems[i].text.text(englishWording()));
    if (problems.size() > size_t(kMostProblems))
        lines.append(tr("and %n more", nullptr, int(problems.size()) - kMostProblems));
    m_banner->say(BannerKind::Warning,
                  tr("Nothing was taken from the file.") + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
}

void TablePage::beginDraft()
{
    const DecisionTable *table = shownRevision();
    if (!table)
        return;
    const QDate tomorrow = m_session.info().today.addDays(1);
    m_draft.begin(*table, std::max(table->from, tomorrow));
    takeFocus();
}

void TablePage::giveUp()
{
    if (!m_draft.changed() || dialogs().confirm(this, tr("Give up what was changed in this draft?"), tr("Give it up")))
        m_draft.giveUp();
}

void TablePage::chooseFile()
{
    const QStringList paths =
        dialogs().askOpenPaths(this, tr("Decision table from a file"), tr("Tables (*.csv);;All files (*)"));
    if (!paths.isEmpty())
        m_draft.readFile(paths.front());
}

void TablePage::save()
{
    m_draft.adopt(m_reason->text().trimmed());
}

/// Beside a narrow grid the side is narrow as well.
void TablePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setFixedWidth(std::min(grown(kTableSide), width() * kMostSidePercent / 100));
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
    m_rowCard->setTitle(tr("Row %1").arg(m_draft.table().rows[row].row));
    m_row->setRow(m_draft.table(), row, *m_draft.office());
}

} // namespace kessai
