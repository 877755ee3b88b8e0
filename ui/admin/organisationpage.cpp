// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/organisationpage.h"

#include "core/services/dryrun.h"
#include "ui/admin/dayruntext.h"
#include "ui/admin/draftside.h"
#include "ui/admin/nodeeditor.h"
#include "ui/admin/organisationdelegate.h"
#include "ui/admin/organisationdraft.h"
#include "ui/admin/preparedchanges.h"
#include "ui/admin/problemlist.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/formview/dateedit.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTreeView>

#include <algorithm>
#include <functional>

namespace kessai {

namespace {

constexpr int kMostOfficeWords = 60;
constexpr int kMostProblemLines = 6; ///< seen at once
constexpr int kLowPage = 560;
constexpr int kMostFileLines = 14;
constexpr int kOpenAfterMs = 700; ///< that somebody drags over a closed unit
constexpr int kOfficeSearchWidth = 240;

void addWording(QVBoxLayout &column, const QString &text, TextRole role, QWidget *parent, Token token = Token::Text)
{
    auto *label = new TextLabel(text, role, parent);
    label->setWordWrap(true);
    label->setToken(token);
    column.addWidget(label);
}

} // namespace

OrganisationPage::OrganisationPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_draft(new OrganisationDraft(session, this)),
      m_banner(new QuietBanner(this)), m_day(dayEdit(session.info().today, tr("Day"), "organisationDay", this)),
      m_search(new SearchField(this)),
      m_undo(iconButton("arrow-back-up", tr("Undo (Ctrl+Z)"), "undoOrganisation", this)),
      m_redo(iconButton("arrow-forward-up", tr("Redo (Ctrl+Y)"), "redoOrganisation", this)),
      m_file(pageButton(tr("From a file…"), "chooseStaffFile", this)),
      m_export(new ExportButton([] { return tr("Staff", "name of a file"); },
                                [this](const std::function<void(Sheet)> &then) { then(staffSheet()); }, this)),
      m_giveUp(pageButton(tr("Give the draft up"), "giveUpOrganisation", this)), m_model(new OrganisationModel(this)),
      m_tree(new QTreeView(this)), m_none(new EmptyState(this)), m_nodeCard(new Card(this)),
      m_node(new NodeEditor(*m_draft, this)), m_changesCard(new Card(this)), m_changes(new QVBoxLayout),
      m_prepared(new PreparedChanges(*m_draft, this)), m_fileCard(new Card(this)),
      m_fileProblems(new ProblemList(tr("What is wrong in the file"), kMostFileLines, this)), m_runCard(new Card(this)),
      m_run(new QVBoxLayout), m_foot(new Card(this)), m_problemHead(new TextLabel(TextRole::BodyStrong, this)),
      m_problems(new ProblemList(tr("What is to be put right"), kMostProblemLines, this)),
      m_reason(new QLineEdit(this)), m_try(pageButton(tr("Try the day (&T)"), "tryDay", this)),
      m_save(pageButton(tr("Put in force (&S)"), "reorganise", this)),
      m_saveNote(new TextLabel(TextRole::Caption, this))
{
    setObjectName(QStringLiteral("organisationPage"));
    m_banner->hide();
    auto *both = new QHBoxLayout;
    both->setSpacing(metric::kPageMargin);
    both->addWidget(buildTree(), 1);
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

QWidget *OrganisationPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(metric::kGap);
    m_day->setDate(m_session.info().today);
    m_day->tellNoDay();
    m_search->setObjectName(QStringLiteral("organisationSearch"));
    m_search->setAccessibleName(tr("Search by name, reading, number or post"));
    m_search->setPlaceholderText(tr("Name, reading, number, post"));
    m_search->setMinimumHeight(metric::kControlHeight);
    m_search->setMaximumWidth(grown(kOfficeSearchWidth));
    m_export->setNarrow(true);
    setButtonKind(*m_giveUp, ButtonKind::Danger);
    row->addWidget(m_day);
    row->addWidget(m_search, 1);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_file);
    row->addWidget(m_export);
    row->addStretch(1);
    row->addWidget(m_giveUp);
    return head;
}

QWidget *OrganisationPage::buildTree()
{
    m_tree->setObjectName(QStringLiteral("organisationTree"));
    m_tree->setAccessibleName(tr("Organisation"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new OrganisationDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setMouseTracking(true);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setAutoExpandDelay(kOpenAfterMs);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->addWidget(m_tree);
    m_none->setContents(QStringLiteral("search"), tr("Nobody is found by these words."),
                        tr("Names, readings, numbers, posts and units are searched."));
    m_none->hide();
    card->body()->addWidget(m_none);
    return card;
}

QWidget *OrganisationPage::buildSide()
{
    m_nodeCard->body()->addWidget(m_node);
    for (const auto &[card, list] : {std::pair(m_changesCard, m_changes), std::pair(m_runCard, m_run)}) {
        list->setSpacing(4);
        card->body()->addLayout(list);
    }
    m_fileCard->setTitle(tr("What is wrong in the file"));
    m_fileCard->body()->addWidget(m_fileProblems);
    m_fileCard->hide();
    m_fileProblems->setObjectName(QStringLiteral("fileProblems"));
    m_runCard->setObjectName(QStringLiteral("dayRun"));
    m_runCard->hide();
    m_side = draftSide({m_fileCard, m_runCard, m_nodeCard, m_changesCard, m_prepared}, buildFoot(), this);
    return m_side;
}

QWidget *OrganisationPage::buildFoot()
{
    m_reason->setObjectName(QStringLiteral("organisationReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why, such as the notice of the transfers"));
    m_reason->setMaxLength(200);
    m_reason->setMinimumHeight(metric::kControlHeight);
    m_saveNote->setWordWrap(true);
    QSizePolicy stays = m_saveNote->sizePolicy();
    stays.setRetainSizeWhenHidden(true); // the buttons stay where they are
    m_saveNote->setSizePolicy(stays);
    setButtonKind(*m_save, ButtonKind::Primary);
    m_problems->setObjectName(QStringLiteral("organisationProblems"));
    m_foot->setPadding(metric::kFieldGap);
    m_foot->body()->setSpacing(metric::kGap);
    m_foot->body()->addWidget(m_problemHead);
    m_foot->body()->addWidget(m_problems);
    m_foot->body()->addWidget(m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(m_try);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    m_foot->body()->addLayout(buttons);
    m_foot->body()->addWidget(m_saveNote);
    return m_foot;
}

void OrganisationPage::connectParts()
{
    connect(m_draft, &OrganisationDraft::officeChanged, this, &OrganisationPage::showOffice);
    connect(m_draft, &OrganisationDraft::problemsFound, this, &OrganisationPage::showProblems);
    connect(m_draft, &OrganisationDraft::busyChanged, this, &OrganisationPage::showSave);
    connect(m_draft, &OrganisationDraft::dayTried, this, &OrganisationPage::showRun);
    connect(m_draft, &OrganisationDraft::readFailed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both()); });
    connect(m_draft, &OrganisationDraft::failed, this, [this](const Error &error) {
        m_banner->say(BannerKind::Warning,
                      error.refusal == Refusal::Stale ? tr("Somebody else changed the organisation meanwhile. Your "
                                                           "draft now stands upon theirs: look at it once more.")
                                                      : errorText(error).both());
    });
    connect(m_draft, &OrganisationDraft::recorded, this, [this](const QDate &day) {
        m_banner->clear();
        m_reason->clear();
        takeFocus(); // the button that had it is at rest, and the next field is a name nobody means to change
        Q_EMIT recorded(
            day > m_session.info().today
                ? tr("Prepared for %1; until then administrators and personnel alone see it.").arg(longDay(day))
                : tr("The organisation is changed."));
    });
    connect(m_draft, &OrganisationDraft::sheetRead, m_prepared, &PreparedChanges::renew);
    connect(m_draft, &OrganisationDraft::seenTo, this, [this] { Q_EMIT recorded(tr("What failed is put aside.")); });
    connect(m_draft, &OrganisationDraft::takenBack, this,
            [this] { Q_EMIT recorded(tr("What was prepared is taken back.")); });
    connect(m_model, &OrganisationModel::moveRequested, this, &OrganisationPage::move, Qt::QueuedConnection);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        m_node->setNode(m_model->nodeAt(index));
        m_nodeCard->setTitle(index.isValid() ? index.data().toString() : tr("Nothing chosen"));
        bringIntoView(*m_nodeCard);
    });
    connect(m_node, &NodeEditor::made, this, [this](const OrganisationNode &node) {
        goTo(node);
        m_node->takeFocus();
    });
    connect(m_day, &DateEdit::settled, this, [this] { // half of a day is another day
        if (const auto day = m_day->date())
            m_draft->setDay(*day);
    });
    connect(m_search, &SearchField::searchRequested, this, [this](const QString &words) {
        m_words = words;
        showOffice();
    });
    connect(m_search, &SearchField::leftBelow, this, &OrganisationPage::takeFocus);
    connect(m_undo, &QToolButton::clicked, m_draft, &OrganisationDraft::undo);
    connect(m_redo, &QToolButton::clicked, m_draft, &OrganisationDraft::redo);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, m_draft, &OrganisationDraft::undo);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Y), this), &QShortcut::activated, m_draft,
            &OrganisationDraft::redo);
    for (const auto &[key, slot] : {std::pair(QKeySequence::Cut, &OrganisationPage::hold),
                                    std::pair(QKeySequence::Paste, &OrganisationPage::drop)}) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_tree);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    }
    connect(m_file, &QPushButton::clicked, this, &OrganisationPage::chooseFile);
    connect(m_export, &ExportButton::saved, this, &OrganisationPage::recorded);
    connect(m_export, &ExportButton::failed, this,
            [this](const QString &why) { m_banner->say(BannerKind::Warning, why); });
    connect(m_draft, &OrganisationDraft::fileRefused, this, &OrganisationPage::showFileProblems);
    connect(m_draft, &OrganisationDraft::fileTaken, this, [this](bool changed) {
        m_fileCard->hide();
        m_banner->say(BannerKind::Information,
                      changed ? tr("The file is in the draft. Undo takes all of it back.")
                              : tr("The file says what the draft says already."));
    });
    connect(m_giveUp, &QPushButton::clicked, this, &OrganisationPage::giveUp);
    connect(m_reason, &QLineEdit::textChanged, this, &OrganisationPage::showSave);
    connect(m_try, &QPushButton::clicked, m_draft, &OrganisationDraft::tryDay);
    connect(m_save, &QPushButton::clicked, this, [this] { m_draft->record(m_reason->text().trimmed()); });
}

void OrganisationPage::begin()
{
    m_draft->read();
}

void OrganisationPage::takeFocus()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}

/// The tree anew: what was open stays open, what was chosen stays chosen.
void OrganisationPage::showOffice()
{
    if (!m_draft->loaded())
        return;
    std::vector<OrganisationNode> open;
    const std::function<void(const QModelIndex &)> note = [&](const QModelIndex &index) {
        if (index.isValid() && m_tree->isExpanded(index))
            open.push_back(*m_model->nodeAt(index));
        for (int i = 0; i < m_model->rowCount(index); ++i)
            note(m_model->index(i, 0, index));
    };
    note({});
    const bool first = m_model->rowCount() == 0;
    const bool found = !first && m_words == m_foundBy;
    const auto chosen = m_model->nodeAt(m_tree->currentIndex());
    const int scrolled = m_tree->verticalScrollBar()->value();
    {
        const QSignalBlocker quiet(m_tree->selectionModel());
        m_model->show(m_draft->draft(), m_words, m_draft->open());
        if (found && m_model->rowCount() == 0
            && !m_words.isEmpty()) { // it was changed away; what became of it is shown
            m_words.clear();
            m_search->clear();
            m_model->show(m_draft->draft(), m_words, m_draft->open());
            m_tree->expandToDepth(1);
        }
        m_foundBy = m_words;
        if (!m_words.isEmpty())
            m_tree->expandAll();
        else if (first)
            m_tree->expandToDepth(1);
        else
            for (const OrganisationNode &node : open)
                m_tree->expand(m_model->indexOf(node));
        if (const QModelIndex same = chosen ? placeOf(*chosen) : QModelIndex(); same.isValid())
            m_tree->setCurrentIndex(same);
    }
    if (m_draft->canRedo() || !m_draft->changed())
        m_banner->clear(); // what it says was of what is undone
    m_tree->verticalScrollBar()->setValue(scrolled);
    m_tree->viewport()->update();
    m_none->setVisible(!m_words.isEmpty() && m_model->rowCount() == 0);
    m_tree->setVisible(m_none->isHidden());
    const QModelIndex current = m_tree->currentIndex();
    m_node->setNode(m_model->nodeAt(current));
    m_nodeCard->setTitle(current.isValid() ? current.data().toString() : tr("Nothing chosen"));
    if (m_day->date() != m_draft->day())
        m_day->setDate(m_draft->day());
    m_undo->setEnabled(m_draft->canUndo());
    m_redo->setEnabled(m_draft->canRedo());
    m_giveUp->setVisible(m_draft->changed());
    m_file->setEnabled(m_draft->open());
    m_runCard->hide(); // it was of another draft
    showWords();
    m_prepared->refresh();
    if (auto *side = qobject_cast<QVBoxLayout *>(m_prepared->parentWidget()->layout())) { // what failed comes first
        side->removeWidget(m_prepared);
        side->insertWidget(m_draft->newest().failed.empty() ? side->indexOf(m_changesCard) + 1 : 0, m_prepared);
    }
    showSave();
}

/// Where something stands now; of somebody who moved, the post they hold.
QModelIndex OrganisationPage::placeOf(const OrganisationNode &node) const
{
    QModelIndex index = m_model->indexOf(node);
    if (index.isValid() || node.kind != OrganisationNode::Kind::Holder)
        return index;
    const auto post = m_draft->after().primaryPost(StaffId(node.id));
    return m_model->indexOf({OrganisationNode::Kind::Holder, node.id, post ? post->value() : 0});
}

void OrganisationPage::showWords()
{
    emptyLayout(*m_changes);
    m_changesCard->setTitle(tr("What the draft changes"));
    const std::vector<Bilingual> words = m_draft->words();
    for (size_t i = 0; i < std::min(words.size(), size_t(kMostOfficeWords)); ++i)
        addWording(*m_changes, words[i].text(englishWording()), TextRole::Body, m_changesCard);
    if (words.size() > size_t(kMostOfficeWords))
        addWording(*m_changes, tr("and %n more", nullptr, int(words.size()) - kMostOfficeWords), TextRole::Caption,
                   m_changesCard);
    if (words.empty())
        addWording(*m_changes,
                   m_draft->open() ? tr(
                       "Nothing yet. Drag people and units to where they shall be, or choose one and change it here.")
                                   : tr("The past is only to be looked at."),
                   TextRole::Caption, m_changesCard);
}

void OrganisationPage::showProblems()
{
    const std::vector<OfficeProblem> &problems = m_draft->problems();
    const auto blocks =
        std::count_if(problems.begin(), problems.end(), [](const OfficeProblem &one) { return one.blocks; });
    m_problemHead->setVisible(m_draft->changed());
    m_problemHead->setText(blocks > 0 ? tr("%n thing(s) to put right", nullptr, int(blocks))
                               : problems.empty()
                               ? tr("Nothing is left open.")
                               : tr("It can be used; %n thing(s) to look at", nullptr, int(problems.size())));
    m_problemHead->setToken(blocks > 0 ? Token::DangerText : Token::SuccessText);
    std::vector<ProblemLine> lines;
    for (const OfficeProblem &one : problems)
        lines.push_back({one.text.text(englishWording()), one.blocks});
    m_problems->setLines(lines);
    showSave();
}

/// What still keeps the draft from being used is said beside the button.
void OrganisationPage::showSave()
{
    QString missing;
    if (!m_draft->changed())
        missing = tr("Nothing is changed yet.");
    else if (m_draft->blocked())
        missing = tr("Put right what is said above first.");
    else if (m_reason->text().trimmed().isEmpty())
        missing = tr("Say why.");
    m_foot->setVisible(m_draft->loaded() && m_draft->open());
    m_save->setText(m_draft->loaded() && m_draft->day() > m_draft->sheet().today ? tr("Prepare for the day (&S)")
                                                                                 : tr("Put in force (&S)"));
    m_saveNote->setText(missing);
    m_saveNote->setVisible(!missing.isEmpty());
    m_save->setEnabled(missing.isEmpty() && m_draft->judged() && !m_draft->busy());
}

void OrganisationPage::showRun(const DryRun &run)
{
    emptyLayout(*m_run);
    m_runCard->setTitle(tr("%1, tried beforehand").arg(longDay(run.day)));
    for (const DayRunPart &part : dayRunParts(run)) {
        addWording(*m_run, part.title, TextRole::BodyStrong, m_runCard, part.serious ? Token::DangerText : Token::Text);
        for (const QString &text : part.lines)
            addWording(*m_run, text, TextRole::Caption, m_runCard);
    }
    m_runCard->show();
    bringIntoView(*m_runCard);
}

void OrganisationPage::showFileProblems(const std::vector<StaffRowProblem> &problems)
{
    std::vector<ProblemLine> lines;
    for (const StaffRowProblem &one : problems) {
        const QString &text = one.text.text(englishWording());
        lines.push_back({one.line > 0 ? tr("Line %1: %2").arg(one.line).arg(text) : text, true});
    }
    m_fileProblems->setLines(lines);
    m_fileCard->show();
    bringIntoView(*m_fileCard);
    m_banner->say(
        BannerKind::Warning,
        tr("Nothing was taken from the file: %n thing(s) to put right in it first.", nullptr, int(problems.size())));
}

/// Who is on the staff on the day, as a file that is read back.
Sheet OrganisationPage::staffSheet() const
{
    Sheet sheet{.title = tr("Staff", "name of a file"), .columns = {}, .rows = {}};
    for (const QString &head : staffColumns())
        sheet.columns.push_back({head, 16});
    if (!m_draft->loaded())
        return sheet;
    for (const QStringList &row : staffRows(m_draft->draft()))
        sheet.rows.emplace_back(row.begin(), row.end());
    return sheet;
}

void OrganisationPage::chooseFile()
{
    const QStringList paths =
        dialogs().askOpenPaths(this, tr("People and posts from a file"), tr("Tables (*.csv);;All files (*)"));
    if (paths.isEmpty())
        return;
    m_fileCard->hide();
    m_draft->readFile(paths.front());
}

void OrganisationPage::move(const OrganisationNode &what, const OrganisationNode &onto)
{
    if (!m_model->mayMove(what, onto))
        return;
    OrganisationNode moved = what;
    m_draft->act([&](OfficeDraft &draft) {
        using Kind = OrganisationNode::Kind;
        switch (what.kind) {
        case Kind::Section: draft.moveSection(SectionId(what.id), SectionId(onto.id)); return;
        case Kind::Post: {
            Post post = *draft.after()->post(PostId(what.id));
            post.section = SectionId(onto.id);
            draft.setPost(post);
            return;
        }
        case Kind::Holder: {
            const StaffId who(what.id);
            const auto target = onto.kind == Kind::Section
                ? draft.postFor(who, SectionId(onto.id))
                : std::optional(PostId(onto.kind == Kind::Post ? onto.id : onto.post));
            const Holding holding =
                what.post > 0 ? draft.holding(who, PostId(what.post)).value_or(Holding::Primary) : Holding::Primary;
            moved.post = target->value();
            if (holding == Holding::Primary) {
                draft.transfer(who, *target);
            } else {
                draft.release(who, PostId(what.post));
                draft.appoint(who, *target, holding);
            }
            return;
        }
        }
    });
    goTo(moved);
    const Post *post = what.kind == OrganisationNode::Kind::Holder && onto.kind == OrganisationNode::Kind::Section
        ? m_draft->after().post(PostId(moved.post))
        : nullptr;
    if (post) // nobody said which post
        Q_EMIT recorded(tr("%1: now %2. To give another post, put them on it.")
                            .arg(m_draft->after().staff(StaffId(moved.id))->name(),
                                 m_draft->after().sectionLabel(post->section) + QLatin1Char(' ') + post->title));
}

void OrganisationPage::goTo(const OrganisationNode &node)
{
    if (const QModelIndex index = m_model->indexOf(node); index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
        bringIntoView(*m_nodeCard);
    }
}

/// Takes what is chosen, to put it down elsewhere with `drop`.
void OrganisationPage::hold()
{
    m_held = m_model->nodeAt(m_tree->currentIndex());
    if (m_held && m_draft->open())
        Q_EMIT recorded(tr("%1: choose where it goes and press Ctrl+V.").arg(m_tree->currentIndex().data().toString()));
}

void OrganisationPage::drop()
{
    const auto onto = m_model->nodeAt(m_tree->currentIndex());
    if (!m_held || !onto)
        return;
    if (!m_model->mayMove(*m_held, *onto)) {
        m_banner->say(BannerKind::Warning, tr("It cannot go there."));
        return;
    }
    m_banner->clear();
    move(*m_held, *onto);
    m_held.reset();
}

void OrganisationPage::giveUp()
{
    if (dialogs().confirm(this, tr("Give up what was changed in this draft?"), tr("Give it up")))
        m_draft->giveUp();
}

/// Beside a narrow tree the side is narrow as well, and in a low window what is above the problems keeps its room.
void OrganisationPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitDraftSide(*m_side, width());
    const int share = height() < grown(kLowPage) ? 2 : 1;
    m_problems->setMostLines(kMostProblemLines / share);
    m_fileProblems->setMostLines(kMostFileLines / share);
}

} // namespace kessai
