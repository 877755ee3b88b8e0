// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/faultspage.h"

#include "ui/admin/adoptfoot.h"
#include "ui/admin/faultdraft.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
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
#include <QShortcut>
#include <QTableWidget>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kReasonRow = 30;
constexpr int kColumns = 3;
constexpr int kEnglishWidth = 214;
constexpr int kSourceWidth = 206;

} // namespace

FaultsPage::FaultsPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_draft(new FaultDraft(session, this)), m_banner(new QuietBanner(this)),
      m_lists(new QComboBox(this)), m_undo(iconButton("arrow-back-up", tr("Undo (Ctrl+Z)"), "undoFaults", this)),
      m_redo(iconButton("arrow-forward-up", tr("Redo (Ctrl+Y)"), "redoFaults", this)),
      m_edit(pageButton(tr("Write the next list (&E)"), "writeFaults", this)),
      m_giveUp(pageButton(tr("Give the draft up"), "giveUpFaults", this)), m_table(new QTableWidget(0, kColumns, this)),
      m_tools(new QWidget(this)), m_drop(pageButton(tr("Retire the reason"), "dropFault", this)),
      m_madeBy(new TextLabel(TextRole::Caption, this)),
      m_foot(new AdoptFoot(session.info().today, QStringLiteral("faults"), AdoptFoot::Shape::Wide,
                           tr("Why, such as what accounting asked for"), this))
{
    setObjectName(QStringLiteral("faultsPage"));
    m_banner->hide();
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    column->setSpacing(metric::kGap);
    m_madeBy->setObjectName(QStringLiteral("faultsMadeBy"));
    m_madeBy->setWordWrap(true);
    m_madeBy->setToken(Token::Text2);
    column->addWidget(buildHead());
    column->addWidget(m_madeBy);
    column->addWidget(buildList(), 1);
    column->addWidget(m_foot);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
    connectParts();
}

QWidget *FaultsPage::buildHead()
{
    m_lists->setObjectName(QStringLiteral("faultLists"));
    m_lists->setAccessibleName(tr("Which list"));
    m_lists->setMinimumHeight(metric::kControlHeight);
    m_lists->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setButtonKind(*m_giveUp, ButtonKind::Danger);
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_lists, m_undo, m_redo})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(m_edit);
    line->addWidget(m_giveUp);
    return head;
}

QWidget *FaultsPage::buildList()
{
    dressRows(*m_table, QStringLiteral("faultTable"), tr("Reasons of returns"), grown(kReasonRow));
    m_table->setHorizontalHeaderLabels({tr("Reason in Japanese"), tr("In English (may stay empty)"), tr("Source")});
    QHeaderView *head = m_table->horizontalHeader();
    head->setSectionResizeMode(0, QHeaderView::Stretch); // by which one chooses
    head->resizeSection(1, grown(kEnglishWidth));
    head->resizeSection(2, grown(kSourceWidth));
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *up = iconButton("chevron-up", tr("Move the reason up"), "faultUp", this);
    auto *down = iconButton("chevron-down", tr("Move the reason down"), "faultDown", this);
    auto *add = pageButton(tr("Add a reason"), "addFault", this);
    auto *line = new QHBoxLayout(m_tools);
    line->setContentsMargins(metric::kFieldGap, 0, metric::kFieldGap, metric::kFieldGap);
    line->setSpacing(metric::kGap);
    for (QWidget *part : std::initializer_list<QWidget *>{up, down})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(m_drop);
    line->addWidget(add);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->setSpacing(metric::kGap);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_tools);
    connect(add, &QPushButton::clicked, this, &FaultsPage::add);
    connect(up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(down, &QToolButton::clicked, this, [this] { move(1); });
    return card;
}

void FaultsPage::connectParts()
{
    connect(m_draft, &FaultDraft::bookRead, this, &FaultsPage::showBook);
    connect(m_draft, &FaultDraft::readFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both()); });
    connect(m_draft, &FaultDraft::draftChanged, this, &FaultsPage::showList);
    connect(m_draft, &FaultDraft::busyChanged, this, &FaultsPage::showFoot);
    connect(m_draft, &FaultDraft::adopted, this, [this](const QDate &day) {
        m_banner->clear();
        m_foot->clearReason();
        m_adopted = day;
        takeFocus();
        Q_EMIT recorded(tr("The reasons are offered from %1 on.").arg(longDay(day)));
    });
    connect(m_draft, &FaultDraft::adoptionFailed, this, [this](const Error &error) {
        m_banner->say(BannerKind::Warning,
                      error.refusal == Refusal::Stale ? tr("Somebody else changed the reasons meanwhile. Give the "
                                                           "draft up and write it again upon theirs.")
                                                      : errorText(error).both());
    });
    connect(m_lists, &QComboBox::activated, this, &FaultsPage::showList);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        m_draft->begin(std::max(m_lists->currentData().toDate(), m_session.info().today));
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_giveUp, &QPushButton::clicked, this, &FaultsPage::giveUp);
    connect(m_undo, &QToolButton::clicked, m_draft, &FaultDraft::undo);
    connect(m_redo, &QToolButton::clicked, m_draft, &FaultDraft::redo);
    const auto key = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_draft, slot);
    };
    key(QKeySequence::Undo, &FaultDraft::undo);
    key(QKeySequence(Qt::CTRL | Qt::Key_Y), &FaultDraft::redo);
    connect(m_table, &QTableWidget::itemChanged, this, &FaultsPage::read);
    connect(m_table, &QTableWidget::currentCellChanged, this, &FaultsPage::showFoot);
    connect(m_drop, &QPushButton::clicked, this, &FaultsPage::drop);
    connect(m_foot, &AdoptFoot::adoptRequested, m_draft, &FaultDraft::adopt);
    connect(m_foot, &AdoptFoot::dayEdited, this, [this](const QDate &day) {
        if (!m_draft->writing())
            return;
        FaultList list = m_draft->list();
        list.from = day;
        m_draft->change(list);
    });
}

void FaultsPage::begin()
{
    m_banner->clear();
    m_foot->setToday(m_session.info().today);
    m_draft->read();
}

void FaultsPage::takeFocus()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

/// Today's list, and those that are to come.
void FaultsPage::showBook()
{
    const QDate today = m_session.info().today;
    m_lists->clear();
    m_lists->addItem(tr("Offered today"), today);
    for (const FaultList *one : m_draft->lists()) {
        if (one->from > today)
            m_lists->addItem(tr("from %1 (to come)").arg(longDay(one->from)), one->from);
    }
    // What was just put in force is looked at, also where its day is still to come.
    if (const int made = m_lists->findData(std::exchange(m_adopted, {})); made > 0)
        m_lists->setCurrentIndex(made);
    showList();
}

void FaultsPage::showList()
{
    const bool writing = m_draft->writing();
    for (QWidget *part : std::initializer_list<QWidget *>{m_undo, m_redo, m_giveUp, m_foot, m_tools})
        part->setVisible(writing);
    m_edit->setVisible(!writing);
    m_lists->setEnabled(!writing);
    m_undo->setEnabled(m_draft->canUndo());
    m_redo->setEnabled(m_draft->canRedo());
    m_madeBy->setText(writing ? QString() : m_draft->madeBy(m_lists->currentData().toDate()));
    m_madeBy->setVisible(!m_madeBy->text().isEmpty());
    const std::vector<VoucherFault> faults =
        writing ? m_draft->list().faults : m_draft->on(m_lists->currentData().toDate());
    m_quiet = true;
    const int row = m_table->currentRow();
    const int column = m_table->currentColumn();
    m_table->setRowCount(int(faults.size()));
    for (size_t i = 0; i < faults.size(); ++i) {
        const QStringList cells{faults[i].words.ja, faults[i].words.en, faults[i].source};
        for (int c = 0; c < kColumns; ++c) {
            auto *item = new QTableWidgetItem(cells[c]);
            item->setToolTip(cells[c]);
            if (!writing)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            m_table->setItem(int(i), c, item);
        }
    }
    m_table->setCurrentCell(std::clamp(row, 0, std::max(m_table->rowCount() - 1, 0)), std::max(column, 0));
    m_quiet = false;
    showFoot();
}

void FaultsPage::showFoot()
{
    if (!m_draft->writing())
        return;
    m_foot->setDay(m_draft->list().from);
    m_foot->setLater(m_draft->later());
    m_foot->show(m_draft->problems(), m_draft->changed(), m_draft->busy());
    const int row = m_table->currentRow();
    const auto &faults = m_draft->list().faults;
    m_drop->setEnabled(row >= 0 && row < int(faults.size()) && faults[size_t(row)].code != kOtherFault);
}

void FaultsPage::read()
{
    if (m_quiet || !m_draft->writing())
        return;
    FaultList list = m_draft->list();
    for (int row = 0; row < m_table->rowCount() && row < int(list.faults.size()); ++row) {
        VoucherFault &fault = list.faults[size_t(row)];
        fault.words = {m_table->item(row, 0)->text().trimmed(), m_table->item(row, 1)->text().trimmed()};
        fault.source = m_table->item(row, 2)->text().trimmed();
    }
    m_draft->change(list);
}

/// Before the last one, which is the other one.
void FaultsPage::add()
{
    FaultList list = m_draft->list();
    const auto at = list.faults.empty() ? 0 : int(list.faults.size()) - 1;
    list.faults.insert(
        list.faults.begin() + at,
        {m_draft->freeCode(), {QStringLiteral("新しい理由"), {}}, list.from, {}, QStringLiteral("市の運用")});
    m_draft->change(list);
    m_table->setCurrentCell(at, 0);
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->editItem(m_table->item(at, 0));
}

void FaultsPage::drop()
{
    FaultList list = m_draft->list();
    const int row = m_table->currentRow();
    if (row < 0 || row >= int(list.faults.size()))
        return;
    list.faults.erase(list.faults.begin() + row);
    m_draft->change(list);
}

void FaultsPage::move(int by)
{
    FaultList list = m_draft->list();
    const int row = m_table->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= int(list.faults.size()))
        return;
    std::swap(list.faults[size_t(row)], list.faults[size_t(to)]);
    m_table->setCurrentCell(to, 0);
    m_draft->change(list);
}

void FaultsPage::giveUp()
{
    if (!m_draft->changed() || dialogs().confirm(this, tr("Give up what was changed in this draft?"), tr("Give it up")))
        m_draft->giveUp();
}

} // namespace kessai
