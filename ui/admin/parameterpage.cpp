// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/parameterpage.h"

#include "ui/admin/adoptfoot.h"
#include "ui/admin/parameterdraft.h"
#include "ui/admin/parametermodel.h"
#include "ui/admin/parameterpanel.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kListRow = 28;
constexpr int kPanelWidth = 372;
constexpr int kMostPanelPercent = 42;
constexpr int kCellPadding = 22;
constexpr int kMostLines = 3;   ///< of a name or a source
constexpr int kMostValue = 200; ///< a longer one is cut in its middle, or names would be
constexpr int kSinceFrom = 620; ///< below it the day stands at the side alone
constexpr int kSearchWidth = 240;
constexpr int kLeastSearch = 150;
constexpr int kChangesHeight = 104;
constexpr int kSourceFrom = 700; ///< below it the list has no room for the source, which stands at the side

} // namespace

ParameterPage::ParameterPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_draft(new ParameterDraft(session, this)), m_banner(new QuietBanner(this)),
      m_search(new SearchField(this)), m_groups(new QComboBox(this)),
      m_undo(iconButton("arrow-back-up", tr("Undo (Ctrl+Z)"), "undoParameter", this)),
      m_redo(iconButton("arrow-forward-up", tr("Redo (Ctrl+Y)"), "redoParameter", this)),
      m_export(new ExportButton([this] { return tr("Numbers", "name of a file"); },
                                [this](const std::function<void(Sheet)> &then) { then(m_model->sheet(tr("Numbers"))); },
                                this)),
      m_giveUp(pageButton(tr("Give the changes up"), "giveUpParameters", this)),
      m_model(new ParameterModel(*m_draft, this)), m_view(new QTableView(this)), m_empty(new EmptyState(this)),
      m_panel(new ParameterPanel(session, *m_draft, this)), m_changesCard(new Card(this)), m_changes(new QVBoxLayout),
      m_foot(new AdoptFoot(session.info().today, QStringLiteral("parameter"), AdoptFoot::Shape::Undated,
                           tr("Why, such as the amendment of the ordinance"), this))
{
    setObjectName(QStringLiteral("parameterPage"));
    m_banner->hide();
    auto *both = new QHBoxLayout;
    both->setSpacing(metric::kPageMargin);
    both->addWidget(buildList(), 1);
    both->addWidget(buildSide());
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    column->setSpacing(metric::kGap);
    column->addWidget(buildHead());
    column->addLayout(both, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
    connectParts();
    showDraft();
}

QWidget *ParameterPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    m_search->setObjectName(QStringLiteral("parameterSearch"));
    m_search->setAccessibleName(tr("Search the numbers"));
    m_search->setPlaceholderText(tr("Search the numbers"));
    m_search->setMinimumHeight(metric::kControlHeight);
    m_search->setMaximumWidth(grown(kSearchWidth));
    m_search->setMinimumWidth(grown(kLeastSearch));
    m_groups->setObjectName(QStringLiteral("parameterGroup"));
    m_groups->setAccessibleName(tr("Subject"));
    m_groups->setMinimumHeight(metric::kControlHeight);
    m_groups->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setButtonKind(*m_giveUp, ButtonKind::Danger);
    line->addWidget(m_search, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_groups, m_undo, m_redo})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(m_giveUp);
    line->addWidget(m_export);
    return head;
}

QWidget *ParameterPage::buildList()
{
    dressRows(*m_view, QStringLiteral("parameterList"), tr("Numbers of the office"), grown(kListRow));
    m_view->setModel(m_model);
    QHeaderView *head = m_view->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setSectionResizeMode(ParameterModel::Name, QHeaderView::Stretch);
    m_view->setTextElideMode(Qt::ElideMiddle); // names that begin alike are told by their ends
    head->setSectionResizeMode(ParameterModel::Source, QHeaderView::Stretch);
    m_view->setWordWrap(true);
    connect(head, &QHeaderView::sectionResized, this, [this](int column) {
        if (column == ParameterModel::Name || column == ParameterModel::Source)
            QMetaObject::invokeMethod(this, &ParameterPage::fitRows, Qt::QueuedConnection);
    });
    m_empty->hide();
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->addWidget(m_view);
    card->body()->addWidget(m_empty);
    auto *changes = new QWidget;
    m_changes->setContentsMargins({});
    m_changes->setSpacing(2);
    changes->setLayout(m_changes);
    auto *scroll = new QScrollArea(m_changesCard);
    scroll->setWidget(changes);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedHeight(grown(kChangesHeight));
    scroll->viewport()->setAutoFillBackground(false);
    changes->setAutoFillBackground(false);
    m_changesCard->setTitle(tr("What changes"));
    m_changesCard->setPadding(metric::kFieldGap);
    m_changesCard->body()->addWidget(scroll);
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addWidget(card, 1);
    column->addWidget(m_changesCard);
    return both;
}

QWidget *ParameterPage::buildSide()
{
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins({});
    column->setSpacing(metric::kPageMargin);
    column->addWidget(m_panel);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_side = new QWidget(this);
    m_side->setFixedWidth(grown(kPanelWidth));
    auto *both = new QVBoxLayout(m_side);
    both->setContentsMargins({});
    both->setSpacing(metric::kGap);
    both->addWidget(scroll, 1);
    both->addWidget(m_foot);
    return m_side;
}

void ParameterPage::connectParts()
{
    connect(m_draft, &ParameterDraft::bookRead, this, &ParameterPage::showBook);
    connect(m_draft, &ParameterDraft::readFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both()); });
    connect(m_draft, &ParameterDraft::draftChanged, this, &ParameterPage::showDraft);
    const auto showFoot = [this] { m_foot->show(m_draft->problems(), !m_draft->rows().empty(), m_draft->busy()); };
    connect(m_draft, &ParameterDraft::problemsFound, this, showFoot);
    connect(m_draft, &ParameterDraft::busyChanged, this, showFoot);
    connect(m_draft, &ParameterDraft::adopted, this, [this](int numbers) {
        m_banner->clear();
        m_foot->clearReason();
        takeFocus();
        Q_EMIT recorded(tr("%n number(s) will be in force from their day on.", nullptr, numbers));
    });
    connect(m_draft, &ParameterDraft::adoptionFailed, this, [this](const Error &error) {
        m_banner->say(
            BannerKind::Warning,
            error.refusal == Refusal::Stale
                ? tr("Somebody else changed numbers meanwhile. Give the changes up and write them again upon theirs.")
                : errorText(error).both());
    });
    connect(m_search, &SearchField::searchRequested, this, &ParameterPage::showList);
    connect(m_search, &SearchField::leftBelow, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_groups, &QComboBox::activated, this, &ParameterPage::showList);
    connect(m_undo, &QToolButton::clicked, m_draft, &ParameterDraft::undo);
    connect(m_redo, &QToolButton::clicked, m_draft, &ParameterDraft::redo);
    const auto key = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_draft, slot);
    };
    key(QKeySequence::Undo, &ParameterDraft::undo);
    key(QKeySequence(Qt::CTRL | Qt::Key_Y), &ParameterDraft::redo);
    connect(m_giveUp, &QPushButton::clicked, this, &ParameterPage::giveUp);
    connect(m_export, &ExportButton::saved, this, &ParameterPage::recorded);
    connect(m_export, &ExportButton::failed, this,
            [this](const QString &why) { m_banner->say(BannerKind::Warning, why); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ParameterPage::showCurrent);
    connect(m_view, &QTableView::activated, m_panel, &ParameterPanel::takeFocus);
    connect(m_foot, &AdoptFoot::adoptRequested, m_draft, &ParameterDraft::adopt);
}

void ParameterPage::begin()
{
    m_banner->clear();
    m_foot->setToday(m_session.info().today);
    m_draft->read();
}

void ParameterPage::takeFocus()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

void ParameterPage::showBook()
{
    const QString chosen = m_groups->currentData().toString();
    const QSignalBlocker quiet(m_groups);
    m_groups->clear();
    m_groups->addItem(tr("All subjects"), QString());
    for (const QString &group : m_model->groups())
        m_groups->addItem(group, group);
    m_groups->setCurrentIndex(std::max(m_groups->findData(chosen), 0));
    showList();
}

void ParameterPage::showList()
{
    const ParameterWord *current = m_model->wordAt(m_view->currentIndex().row());
    const QString key = current ? current->key : QString();
    m_model->show(m_groups->currentData().toString(), m_search->text(), m_session.info().today);
    m_view->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isHead(row))
            m_view->setSpan(row, 0, 1, ParameterModel::Columns);
    }
    fitColumns();
    fitRows();
    const bool none = m_model->count() == 0;
    m_view->setVisible(!none);
    m_empty->setVisible(none);
    if (none)
        m_empty->setContents(QStringLiteral("search"), tr("No number is found by these words."),
                             tr("Search by its name, its subject or the ordinance it rests on."));
    const int row = m_model->rowOf(key);
    m_view->selectRow(row >= 0 ? row : 1);
    showCurrent();
}

/// A value and what comes after it stand whole, and names have the rest.
void ParameterPage::fitColumns()
{
    const QFontMetrics metrics = m_view->fontMetrics();
    for (const int column : {int(ParameterModel::Value), int(ParameterModel::Since)}) {
        int widest = metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (!m_model->isHead(row))
                widest = std::max(widest, metrics.horizontalAdvance(m_model->index(row, column).data().toString()));
        }
        m_view->horizontalHeader()->resizeSection(column, std::min(widest + grown(kCellPadding), grown(kMostValue)));
    }
}

/// Names and sources stand whole, in as many lines as they need.
void ParameterPage::fitRows()
{
    const QFontMetrics metrics = m_view->fontMetrics();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        int lines = 1;
        for (const int column : {int(ParameterModel::Name), int(ParameterModel::Source)}) {
            const int room = m_view->columnWidth(column) - grown(kCellPadding) / 2;
            if (m_model->isHead(row) || m_view->isColumnHidden(column) || room <= 0)
                continue;
            const QString text = m_model->index(row, column).data().toString();
            const QRect needed = metrics.boundingRect(QRect(0, 0, room, 0), Qt::TextWordWrap, text);
            lines = std::max(lines, needed.height() / metrics.lineSpacing());
        }
        m_view->setRowHeight(row, grown(kListRow) + (std::min(lines, kMostLines) - 1) * metrics.lineSpacing());
    }
}

void ParameterPage::showCurrent()
{
    m_panel->show(m_model->wordAt(m_view->currentIndex().row()));
}

void ParameterPage::showDraft()
{
    const bool any = !m_draft->rows().empty();
    m_undo->setEnabled(m_draft->canUndo());
    m_redo->setEnabled(m_draft->canRedo());
    m_undo->setVisible(any || m_draft->canUndo() || m_draft->canRedo());
    m_redo->setVisible(m_undo->isVisibleTo(this));
    m_giveUp->setVisible(any);
    m_changesCard->setVisible(any);
    m_foot->setVisible(any);
    emptyLayout(*m_changes);
    for (const Parameters::Row &row : m_draft->rows()) {
        const ParameterWord word = parameterWord(row.key);
        const RegisteredRow line = registeredRow(
            tr("%1: %2").arg(word.name.text(englishWording()), parameterText(word, row.value).text(englishWording())),
            tr("from %1, %2", "a day, a source").arg(longDay(row.from), row.source), m_changesCard);
        auto *drop = rowButton(tr("Drop"), word.name.text(englishWording()), m_changesCard);
        connect(drop, &QPushButton::clicked, m_draft, [this, key = row.key] { m_draft->drop(key); });
        line.layout->addWidget(drop, 0, Qt::AlignTop);
        m_changes->addWidget(line.widget);
    }
    m_changes->addStretch(1);
    m_foot->show(m_draft->problems(), any, m_draft->busy());
    showList();
}

void ParameterPage::giveUp()
{
    if (dialogs().confirm(this, tr("Give up the changes of %n number(s)?", nullptr, int(m_draft->rows().size())),
                          tr("Give them up")))
        m_draft->giveUp();
}

/// Beside a narrow list the side is narrow as well, and the source stands there alone.
void ParameterPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = std::min(grown(kPanelWidth), width() * kMostPanelPercent / 100);
    m_side->setFixedWidth(side);
    m_view->setColumnHidden(ParameterModel::Source, width() - side < grown(kSourceFrom));
    m_view->setColumnHidden(ParameterModel::Since, width() - side < grown(kSinceFrom));
}

} // namespace kessai
