// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/rulepage.h"

#include "ui/admin/changescard.h"
#include "ui/admin/draftbar.h"
#include "ui/admin/draftfoot.h"
#include "ui/admin/draftside.h"
#include "ui/admin/lineeditor.h"
#include "ui/admin/ruledraft.h"
#include "ui/admin/rulemodel.h"
#include "ui/admin/settingacts.h"
#include "ui/admin/wholerulecard.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kLineRow = 44;
constexpr int kLineRoom = 14;
constexpr int kFormsWidth = 184;
constexpr int kFormsRailBelow = 940;
constexpr int kReasonsFrom = 460; ///< a list of steps narrower than this shows no reasons
constexpr int kStepPercent = 20;
constexpr int kReasonPercent = 34;

/// Leaves room around the words, so that a step is told from the next.
class RoomyDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, grown(kLineRoom));
    }
};

} // namespace

RulePage::RulePage(DeskSession &session, RuleDraft &draft, QWidget *parent)
    : QWidget(parent), m_session(session), m_draft(draft), m_banner(new QuietBanner(this)),
      m_forms(new NavigationList(this)), m_model(new RuleModel(this)),
      m_bar(new DraftBar(
          draft, session.info().today,
          {QStringLiteral("Rule"), tr("Revision of the route"), tr("Route", "name of a file"), tr("Route from a file")},
          [this] { return sheet(); }, this)),
      m_formName(new TextLabel(TextRole::BodyStrong, this)), m_view(new QTableView(this)), m_lineCard(new Card(this)),
      m_line(new LineEditor(this)), m_changes(new ChangesCard(this)),
      m_foot(new DraftFoot(draft, session.info().today, QStringLiteral("rule"), this))
{
    setObjectName(QStringLiteral("rulePage"));
    m_banner->hide();
    m_forms->setObjectName(QStringLiteral("ruleForms"));
    m_forms->setAccessibleName(tr("Forms"));
    m_forms->setTwoLines(true);
    m_foot->setSoundText(tr("Every case finds its way: it can be used."));
    m_lineCard->body()->addWidget(m_line);
    buildLines();
    auto *lines = new Card(this);
    lines->setPadding(0);
    lines->body()->addWidget(m_view);
    m_side = draftSide({m_lineCard, new WholeRuleCard(draft, this), m_changes}, m_foot, this);
    auto *both = new QHBoxLayout;
    both->setSpacing(metric::kPageMargin);
    both->addWidget(lines, 1);
    both->addWidget(m_side);
    auto *right = new QVBoxLayout;
    right->setSpacing(metric::kGap);
    right->addWidget(m_bar);
    right->addWidget(m_formName);
    right->addLayout(both, 1);
    auto *forms = new Card(this);
    forms->setPadding(0);
    forms->body()->addWidget(m_forms);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    row->setSpacing(metric::kPageMargin);
    row->addWidget(forms);
    row->addLayout(right, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(row, 1);
    connectParts();
    showDraft();
}

void RulePage::buildLines()
{
    dressRows(*m_view, QStringLiteral("ruleLines"), tr("Steps of the route"), grown(kLineRow));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RoomyDelegate(m_view));
    m_view->setWordWrap(true);
    m_view->setDragDropOverwriteMode(false);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->verticalHeader()->setMinimumSectionSize(grown(kLineRow));
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void RulePage::connectParts()
{
    connect(&m_draft, &RuleDraft::bookRead, this, &RulePage::showBook);
    connect(&m_draft, &RuleDraft::draftChanged, this, &RulePage::showDraft);
    m_bar->tellOn(
        *m_banner,
        tr("Somebody else wrote a revision meanwhile. Save your draft as a file, give it up, and take the file "
           "into a draft of theirs."));
    connect(&m_draft, &RuleDraft::adopted, this, [this](const QDate &day) {
        takeFocus();
        Q_EMIT recorded(tr("The route is in force from %1 on.").arg(longDay(day)));
    });
    connect(m_forms, &NavigationList::placeChosen, this, [this] {
        m_bar->forget(); // of another form: the revision in force is shown
        showForm();
    });
    connect(m_bar, &DraftBar::revisionChosen, this, &RulePage::showRevision);
    connect(m_bar, &DraftBar::writingRequested, this, &RulePage::beginDraft);
    connect(m_bar, &DraftBar::recorded, this, &RulePage::recorded);
    connect(m_bar->addWritingButton(tr("Add a step"), "addRuleLine"), &QPushButton::clicked, this,
            [this] { addLine(currentLine().value_or(0), false); });
    connect(m_line, &LineEditor::edited, &m_draft, &RuleDraft::setLine);
    connect(m_line, &LineEditor::copyRequested, this, [this](size_t at) { addLine(at, true); });
    connect(m_line, &LineEditor::removeRequested, &m_draft, &RuleDraft::removeLine);
    connect(m_line, &LineEditor::moveRequested, this, &RulePage::move);
    connect(m_model, &RuleModel::moveRequested, this, &RulePage::move, Qt::QueuedConnection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const auto at = currentLine(); at && m_draft.writing())
            selectLine(*at);
    });
    for (const int steps : {-1, 1}) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | (steps < 0 ? Qt::Key_Up : Qt::Key_Down)), m_view);
        key->setContext(Qt::WidgetWithChildrenShortcut); // lists and days open by the same keys
        connect(key, &QShortcut::activated, this, [this, steps] { moveBy(steps); });
    }
    connect(m_foot, &DraftFoot::trialRequested, this, &RulePage::benchRequested);
    connect(m_foot, &DraftFoot::lineChosen, this, [this](size_t at) {
        selectLine(at);
        takeFocus();
    });
}

void RulePage::begin()
{
    m_banner->clear();
    m_draft.read();
}

void RulePage::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

/// The forms as they are grouped where cases are filed.
void RulePage::showBook()
{
    std::vector<NavGroup> groups;
    for (const FormDefinition &form : m_draft.forms()) {
        const QString title = form.group.text(englishWording());
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const NavGroup &one) { return one.title == title; });
        if (group == groups.end())
            group = groups.insert(groups.end(), NavGroup{title, {}});
        group->items.push_back({form.code, form.icon, form.name.text(englishWording())});
    }
    const QString shown = m_draft.writing() ? m_draft.rule().form : m_forms->currentId();
    m_forms->setGroups(groups);
    if (m_forms->has(shown))
        m_forms->setCurrentId(shown);
    else if (!groups.empty())
        m_forms->setCurrentId(groups.front().items.front().id);
    showForm();
}

void RulePage::showForm()
{
    std::vector<QDate> days;
    for (const RouteRule *one : m_draft.revisions(m_forms->currentId()))
        days.push_back(one->from);
    m_bar->setRevisions(days);
    if (!m_draft.writing())
        showRevision();
}

const RouteRule *RulePage::shownRevision() const
{
    return m_draft.inForce(m_forms->currentId(), m_bar->shown());
}

void RulePage::showRevision()
{
    const RouteRule *rule = shownRevision();
    if (!rule || m_draft.writing())
        return;
    showRule(*rule, m_draft.before(*rule));
    m_view->selectRow(0);
}

void RulePage::showDraft()
{
    const bool writing = m_draft.writing();
    m_lineCard->setVisible(writing);
    m_forms->setEnabled(!writing);
    m_view->setDragDropMode(writing ? QAbstractItemView::InternalMove : QAbstractItemView::NoDragDrop);
    if (writing) {
        const auto at = currentLine();
        showRule(m_draft.rule(), &m_draft.origin());
        selectLine(at.value_or(0));
    } else if (m_wasWriting) {
        showRevision();
    }
    m_wasWriting = writing;
}

void RulePage::showRule(const RouteRule &rule, const RouteRule *before)
{
    const RuleWords words = m_draft.book().words(rule);
    {
        const QSignalBlocker quiet(m_view->selectionModel());
        m_model->setRule(rule, before, words, m_draft.writing());
    }
    m_formName->setText(words.form().name.text(englishWording()));
    const QString madeBy = m_draft.writing()
        ? QString()
        : madeByText(m_draft.book().acts, SettingAct::Kind::Route, rule.form, rule.revision);
    if (before)
        m_changes->setChanges(changesBetween(*before, rule, words), m_draft.writing(), madeBy);
    else
        m_changes->setFirst({}, madeBy);
}

/// What is shown, as a file for spreadsheets that can be read back (core/cases/rulefile.h).
Sheet RulePage::sheet() const
{
    const RouteRule *rule = m_draft.writing() ? &m_draft.rule() : shownRevision();
    return rule ? ruleSheet(*rule, m_draft.book().words(*rule)) : Sheet{};
}

void RulePage::beginDraft()
{
    const RouteRule *rule = shownRevision();
    if (!rule)
        return;
    const QDate newest = m_draft.revisions(rule->form).back()->from;
    m_draft.begin(*rule, std::max(rule->from, m_session.info().today.addDays(1)));
    m_bar->tellOrigin(*m_banner, rule->from, newest);
    takeFocus();
}

void RulePage::addLine(size_t behind, bool copied)
{
    if (const auto line = m_draft.addLine(behind, copied)) {
        selectLine(*line);
        m_line->takeFocus();
    }
}

/// The line stays the current one where it goes.
void RulePage::move(size_t from, size_t to)
{
    if (!m_draft.writing() || to >= m_draft.rule().lines.size())
        return;
    m_draft.moveLine(from, to);
    selectLine(to);
}

void RulePage::moveBy(int steps)
{
    const auto at = currentLine();
    if (at && (steps > 0 || *at > 0))
        move(*at, size_t(std::ptrdiff_t(*at) + steps));
}

/// Where there is little room the names of the forms stand small below their icons, and the reasons are read at the side.
void RulePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < grown(kFormsRailBelow);
    m_forms->setRail(narrow);
    m_formName->setVisible(narrow);
    m_forms->setFixedWidth(narrow ? grown(metric::kRailWidth) : grown(kFormsWidth));
    const int right = width() - m_forms->width() - 3 * metric::kPageMargin;
    fitDraftSide(*m_side, right);
    const int room = right - m_side->width() - metric::kPageMargin - 2;
    const bool reasons = room >= grown(kReasonsFrom);
    m_view->setColumnHidden(RuleModel::Why, !reasons);
    QHeaderView *head = m_view->horizontalHeader();
    head->resizeSection(RuleModel::Step, room * (reasons ? kStepPercent : kStepPercent * 3 / 2) / 100);
    head->resizeSection(RuleModel::Why, room * kReasonPercent / 100);
    head->setSectionResizeMode(RuleModel::Who, QHeaderView::Stretch);
}

std::optional<size_t> RulePage::currentLine() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? std::optional(size_t(current.row())) : std::nullopt;
}

/// Goes to a line of the draft; to the last where it is gone.
void RulePage::selectLine(size_t at)
{
    const size_t lines = m_draft.writing() ? m_draft.rule().lines.size() : 0;
    m_lineCard->setVisible(lines > 0);
    if (lines == 0)
        return;
    const size_t line = std::min(at, lines - 1);
    {
        const QSignalBlocker quiet(m_view->selectionModel());
        m_view->selectRow(int(line));
    }
    m_view->viewport()->update();
    m_lineCard->setTitle(tr("Step %1").arg(int(line) + 1));
    m_line->setLine(m_draft.rule(), line, m_draft.book());
}

} // namespace kessai
