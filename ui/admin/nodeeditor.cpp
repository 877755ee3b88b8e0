// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/nodeeditor.h"

#include "ui/admin/abolition.h"
#include "ui/admin/nodeparts.h"
#include "ui/admin/organisationdraft.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kNewPostRank = 10;
constexpr int kHighestPostRank = 1000;

QVBoxLayout *partColumn(QWidget *part)
{
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    return column;
}

QHBoxLayout *besides(const std::vector<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::kGap);
    for (size_t i = 0; i < widgets.size(); ++i)
        row->addWidget(widgets[i], i == 0 ? 1 : 0);
    return row;
}

void showText(QLineEdit &line, const QString &text)
{
    if (line.text() != text)
        line.setText(text);
}

/// As other units of the level rank their heads; what heads nothing, as the lowest does.
int usualRank(const Office &office, SectionId section, bool head)
{
    const Section *own = office.section(section);
    std::optional<int> lowest;
    for (const Post &post : office.posts()) {
        const Section *of = office.section(post.section);
        if (head && post.head && own && of && of->id != section && of->level == own->level)
            return post.rank;
        if (!head && !post.head)
            lowest = std::min(lowest.value_or(post.rank), post.rank);
    }
    return lowest.value_or(kNewPostRank);
}

template <class Id>
std::optional<Id> picked(const QComboBox &box)
{
    const qint64 id = box.currentData().toLongLong();
    return id > 0 ? std::optional(Id(id)) : std::nullopt;
}

} // namespace

NodeEditor::NodeEditor(OrganisationDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_parts(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("nodeEditor"));
    auto *nothing = new TextLabel(tr("Choose a unit, a post or a person."), TextRole::Caption, this);
    nothing->setWordWrap(true);
    m_parts->addWidget(nothing);
    m_parts->addWidget(buildSection());
    m_parts->addWidget(buildPost());
    m_parts->addWidget(buildPerson());
    auto *column = partColumn(this);
    column->addWidget(m_parts);
}

QLineEdit *NodeEditor::line(const QString &name, const char *objectName, QVBoxLayout &column)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setMaxLength(100);
    column.addWidget(labelled(name, edit, this));
    return edit;
}

QPushButton *NodeEditor::button(const QString &text, const char *objectName)
{
    return pageButton(text, objectName, this);
}

QWidget *NodeEditor::buildSection()
{
    auto *part = new QWidget(this);
    QVBoxLayout *column = partColumn(part);
    m_name = line(tr("Name of the unit"), "sectionName", *column);
    m_code = line(tr("Code"), "sectionCode", *column);
    m_busy = new QCheckBox(tr("Its work is mostly set by others"), part);
    m_busy->setObjectName(QStringLiteral("sectionBusy"));
    column->addWidget(m_busy);
    QPushButton *unit = button(tr("New unit below"), "newSection");
    QPushButton *post = button(tr("New post"), "newPost");
    column->addLayout(besides({unit, post}));
    m_abolish = button(tr("Abolish…"), "abolishSection");
    setButtonKind(*m_abolish, ButtonKind::Danger);
    m_abolition = new Abolition(m_draft, part);
    column->addWidget(m_abolish, 0, Qt::AlignLeft);
    column->addWidget(m_abolition);
    column->addStretch(1);
    connect(m_abolish, &QPushButton::clicked, this, [this] {
        m_abolition->ask(SectionId(m_node->id));
        m_abolition->show();
        m_abolition->takeFocus(); // before the button that has it goes
        m_abolish->hide();
    });
    connect(m_abolition, &Abolition::done, this, &NodeEditor::leaveAbolition);
    leaveAbolition();
    connect(m_name, &QLineEdit::editingFinished, this, &NodeEditor::takeSection);
    connect(m_code, &QLineEdit::editingFinished, this, &NodeEditor::takeSection);
    connect(m_busy, &QCheckBox::clicked, this, &NodeEditor::takeSection);
    connect(unit, &QPushButton::clicked, this, [this] {
        OrganisationNode made{OrganisationNode::Kind::Section, 0};
        m_draft.act([&](OfficeDraft &draft) {
            made.id =
                draft.makeSection(SectionId(m_node->id), draft.freeCode(QStringLiteral("new")), tr("New unit")).value();
        });
        Q_EMIT this->made(made);
    });
    connect(post, &QPushButton::clicked, this, [this] {
        OrganisationNode made{OrganisationNode::Kind::Post, 0};
        m_draft.act([&](OfficeDraft &draft) {
            const SectionId section(m_node->id);
            const bool head = !draft.after()->headOf(section);
            made.id =
                draft
                    .makePost(section, draft.freeCode(draft.after()->section(section)->code + QStringLiteral("-post")),
                              head ? tr("Head") : tr("Clerk"), usualRank(*draft.after(), section, head), head)
                    .value();
        });
        Q_EMIT this->made(made);
    });
    return part;
}

QWidget *NodeEditor::buildPost()
{
    auto *part = new QWidget(this);
    QVBoxLayout *column = partColumn(part);
    m_title = line(tr("Title of the post"), "postTitle", *column);
    m_postCode = line(tr("Code"), "postCode", *column);
    m_rank = new QSpinBox(part);
    m_rank->setObjectName(QStringLiteral("postRank"));
    m_rank->setAccessibleName(tr("Rank"));
    m_rank->setRange(0, kHighestPostRank);
    m_rank->setToolTip(
        tr("The higher the number, the higher the post: the order in lists, and who is asked when a post is vacant"));
    m_head = new QCheckBox(tr("Heads the unit"), part);
    m_head->setObjectName(QStringLiteral("postHead"));
    column->addLayout(besides({labelled(tr("Rank"), m_rank, part), m_head}));
    m_roles = line(tr("Roles in the rules"), "postRoles", *column);
    m_roles->setPlaceholderText(QStringLiteral("finance, personnel"));
    m_roles->setToolTip(tr("Names by which the rules of routes find the post, such as finance or personnel"));
    m_appointee = choiceBox(tr("Who is appointed"), QStringLiteral("postAppointee"), part);
    m_holding = new QComboBox(part);
    m_holding->setObjectName(QStringLiteral("postHolding"));
    m_holding->setAccessibleName(tr("How it is held"));
    m_holding->addItems({tr("moves here"), tr("concurrent"), tr("acting")});
    QPushButton *appoint = button(tr("Appoint"), "appoint");
    column->addWidget(m_appointee); // names and posts need the whole width
    column->addLayout(besides({m_holding, appoint}));
    m_successor = choiceBox(tr("Its work goes to"), QStringLiteral("postSuccessor"), part);
    QPushButton *end = button(tr("Abolish"), "abolishPost");
    setButtonKind(*end, ButtonKind::Danger);
    column->addWidget(m_successor);
    QPushButton *hired = button(tr("Somebody new here"), "hire");
    column->addLayout(besides({hired, end}));
    column->addStretch(1);
    for (QLineEdit *edit : {m_title, m_postCode})
        connect(edit, &QLineEdit::editingFinished, this, &NodeEditor::takePost);
    connect(m_rank, &QSpinBox::editingFinished, this, &NodeEditor::takePost);
    connect(m_head, &QCheckBox::clicked, this, &NodeEditor::takePost);
    connect(m_roles, &QLineEdit::editingFinished, this, &NodeEditor::takeRoles);
    connect(appoint, &QPushButton::clicked, this, [this] {
        const auto who = picked<StaffId>(*m_appointee);
        if (!who)
            return;
        m_draft.act([&](OfficeDraft &draft) {
            const PostId post(m_node->id);
            if (m_holding->currentIndex() == 0)
                draft.transfer(*who, post);
            else
                draft.appoint(*who, post, m_holding->currentIndex() == 1 ? Holding::Concurrent : Holding::Acting);
        });
        emptyChoice(*m_appointee);
    });
    connect(end, &QPushButton::clicked, this, [this] {
        m_draft.act(
            [this](OfficeDraft &draft) { draft.abolishPost(PostId(m_node->id), picked<PostId>(*m_successor)); });
    });
    connect(hired, &QPushButton::clicked, this, &NodeEditor::hire);
    return part;
}

QWidget *NodeEditor::buildPerson()
{
    auto *part = new QWidget(this);
    QVBoxLayout *column = partColumn(part);
    m_target = choiceBox(tr("Post"), QStringLiteral("personTarget"), part);
    QPushButton *move = button(tr("Move there"), "moveThere");
    QPushButton *also = button(tr("Hold it as well"), "holdAlso");
    m_release = button(tr("Hold this post no more"), "releasePost");
    QPushButton *leave = button(tr("Leaves the office"), "leaveOffice");
    setButtonKind(*leave, ButtonKind::Danger);
    column->addWidget(m_target);
    column->addLayout(besides({move, also}));
    column->addLayout(besides({m_release, leave}));
    m_family = line(tr("Family name"), "personFamily", *column);
    m_given = line(tr("Given name"), "personGiven", *column);
    m_kana = line(tr("Reading"), "personKana", *column);
    m_number = line(tr("Staff number"), "personNumber", *column);
    m_login = line(tr("Signs in as"), "personLogin", *column);
    column->addStretch(1);
    for (QLineEdit *edit : {m_family, m_given, m_kana, m_number, m_login})
        connect(edit, &QLineEdit::editingFinished, this, &NodeEditor::takePerson);
    connect(move, &QPushButton::clicked, this, [this] {
        if (const auto post = picked<PostId>(*m_target))
            m_draft.act([&](OfficeDraft &draft) { draft.transfer(StaffId(m_node->id), *post); });
        emptyChoice(*m_target);
    });
    connect(also, &QPushButton::clicked, this, [this] {
        if (const auto post = picked<PostId>(*m_target))
            m_draft.act([&](OfficeDraft &draft) { draft.appoint(StaffId(m_node->id), *post, Holding::Concurrent); });
        emptyChoice(*m_target);
    });
    connect(m_release, &QPushButton::clicked, this, [this] {
        m_draft.act([this](OfficeDraft &draft) { draft.release(StaffId(m_node->id), PostId(m_node->post)); });
    });
    connect(leave, &QPushButton::clicked, this,
            [this] { m_draft.act([this](OfficeDraft &draft) { draft.leave(StaffId(m_node->id)); }); });
    return part;
}

void NodeEditor::leaveAbolition()
{
    m_abolish->show();
    m_abolition->hide();
}

void NodeEditor::setNode(const std::optional<OrganisationNode> &node)
{
    m_node = node;
    leaveAbolition();
    if (m_node && !m_draft.loaded())
        m_node.reset();
    if (m_node && m_node->kind == OrganisationNode::Kind::Section && !m_draft.after().section(SectionId(m_node->id)))
        m_node.reset();
    m_filling = true;
    if (!m_node) {
        showPart(0);
    } else {
        switch (m_node->kind) {
        case OrganisationNode::Kind::Section: fillSection(); break;
        case OrganisationNode::Kind::Post: fillPost(); break;
        case OrganisationNode::Kind::Holder: fillPerson(); break;
        }
        showPart(int(m_node->kind) + 1);
    }
    m_filling = false;
    m_parts->setEnabled(m_draft.loaded() && m_draft.open());
}

/// A stack is as large as the largest of its parts, unless the others are left out.
void NodeEditor::showPart(int part)
{
    for (int i = 0; i < m_parts->count(); ++i) {
        const auto policy = i == part ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_parts->widget(i)->setSizePolicy(policy, policy);
    }
    m_parts->setCurrentIndex(part);
    m_parts->updateGeometry(); // as wide as there is room: what is pressed while a field is left stays where it is
}

void NodeEditor::takeFocus()
{
    if (!m_node)
        return;
    QLineEdit *first = m_node->kind == OrganisationNode::Kind::Section ? m_name
        : m_node->kind == OrganisationNode::Kind::Post                 ? m_title
                                                                       : m_family;
    first->setFocus(Qt::OtherFocusReason);
    first->selectAll();
}

void NodeEditor::fillSection()
{
    const Section *section = m_draft.after().section(SectionId(m_node->id));
    showText(*m_name, section->name);
    showText(*m_code, section->code);
    m_busy->setChecked(section->busy);
}

void NodeEditor::fillPost()
{
    const Post *post = m_draft.after().post(PostId(m_node->id));
    if (!post)
        return;
    showText(*m_title, post->title);
    showText(*m_postCode, post->code);
    m_rank->setValue(post->rank);
    m_head->setChecked(post->head);
    QStringList roles;
    for (const RoleHolder &one : m_draft.after().roles()) {
        if (one.post == post->id)
            roles.append(one.role);
    }
    showText(*m_roles, roles.join(QStringLiteral(", ")));
    fillPeople(*m_appointee);
    fillPosts(*m_successor, m_draft.after(), {post->id});
}

void NodeEditor::fillPerson()
{
    const Staff *person = m_draft.after().staff(StaffId(m_node->id));
    if (!person)
        return;
    showText(*m_family, person->familyName);
    showText(*m_given, person->givenName);
    showText(*m_kana, person->kana);
    showText(*m_number, person->number);
    showText(*m_login, person->login);
    m_login->setReadOnly(m_draft.before().staff(person->id) != nullptr);
    m_release->setEnabled(m_node->post > 0);
    fillPosts(*m_target, m_draft.after(), {PostId(m_node->post)});
}

void NodeEditor::fillPeople(QComboBox &box)
{
    const QSignalBlocker quiet(&box);
    box.clear();
    box.addItem(QString(), qint64(0));
    for (const Staff &person : m_draft.after().allStaff())
        addEntry(box, personText(m_draft.after(), person.id), person.id.value(),
                 person.kana + QLatin1Char(' ') + person.number);
    box.setCurrentIndex(0);
    box.clearEditText();
}

void NodeEditor::takeSection()
{
    const Section *known = m_node ? m_draft.after().section(SectionId(m_node->id)) : nullptr;
    if (m_filling || !known)
        return;
    Section next = *known;
    next.name = m_name->text().trimmed();
    next.code = m_code->text().trimmed();
    next.busy = m_busy->isChecked();
    m_draft.act([&](OfficeDraft &draft) { draft.setSection(next); });
}

void NodeEditor::takePost()
{
    const Post *known = m_node ? m_draft.after().post(PostId(m_node->id)) : nullptr;
    if (m_filling || !known)
        return;
    Post next = *known;
    next.title = m_title->text().trimmed();
    next.code = m_postCode->text().trimmed();
    next.rank = m_rank->value();
    next.head = m_head->isChecked();
    m_draft.act([&](OfficeDraft &draft) { draft.setPost(next); });
}

void NodeEditor::takeRoles()
{
    if (m_filling || !m_node)
        return;
    QStringList roles = m_roles->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &role : roles)
        role = role.trimmed();
    m_draft.act([&](OfficeDraft &draft) {
        const PostId post(m_node->id);
        for (const RoleHolder &one : std::vector<RoleHolder>(draft.after()->roles())) {
            if (one.post == post && !roles.contains(one.role))
                draft.setRole(one.role, post, false);
        }
        for (const QString &role : roles)
            draft.setRole(role, post, true);
    });
}

void NodeEditor::takePerson()
{
    const Staff *known = m_node ? m_draft.after().staff(StaffId(m_node->id)) : nullptr;
    if (m_filling || !known)
        return;
    Staff next = *known;
    next.familyName = m_family->text().trimmed();
    next.givenName = m_given->text().trimmed();
    next.kana = m_kana->text().trimmed();
    next.number = m_number->text().trimmed();
    next.login = m_login->text().trimmed();
    m_draft.act([&](OfficeDraft &draft) { draft.setStaff(next); });
}

void NodeEditor::hire()
{
    OrganisationNode made{OrganisationNode::Kind::Holder, 0, m_node->id};
    m_draft.act([&](OfficeDraft &draft) {
        const StaffId hired = draft.hire({.id = StaffId(0),
                                          .login = {},
                                          .number = {},
                                          .familyName = tr("New"),
                                          .givenName = tr("Colleague"),
                                          .kana = {}});
        draft.transfer(hired, PostId(m_node->id));
        made.id = hired.value();
    });
    Q_EMIT this->made(made);
}

} // namespace kessai
