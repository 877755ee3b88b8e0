// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/memberspane.h"

#include "core/services/caseview.h"
#include "ui/meetings/invitation.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kRoleColumn = 96;
constexpr int kMemberPadding = 8;
constexpr MeetingRole kRoles[] = {MeetingRole::Member, MeetingRole::Chair, MeetingRole::Secretary,
                                  MeetingRole::Observer};

QComboBox *roleBox(const QString &name, const char *objectName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(name);
    box->setMinimumHeight(metric::kControlHeight);
    for (const MeetingRole role : kRoles)
        box->addItem(meetingRoleName(role).text(englishWording()), int(role));
    return box;
}

class MemberDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *model = qobject_cast<const MembersModel *>(index.model());
        QStyleOptionViewItem ground(option);
        ground.state.setFlag(QStyle::State_MouseOver, false);
        paintRowGround(*painter, ground, index.column() == 0);
        const QRectF cell = QRectF(option.rect).adjusted(kMemberPadding, 0, -kMemberPadding, 0);
        const bool who = index.column() == MembersModel::Who;
        paintCell(*painter, cell, {index.data().toString(), who && model ? model->noteOf(index.row()) : QString()},
                  option.state.testFlag(QStyle::State_Selected));
    }
};

} // namespace

void MembersModel::setMembers(const std::vector<MeetingMember> &members, std::shared_ptr<const Office> office)
{
    beginResetModel();
    m_members = members;
    m_office = std::move(office);
    endResetModel();
}

QString MembersModel::nameOf(int row) const
{
    const StaffId who = m_members[size_t(row)].who;
    const Staff *staff = m_office ? m_office->staff(who) : nullptr;
    return staff ? staff->name() : QString::number(who.value());
}

QString MembersModel::noteOf(int row) const
{
    const MeetingMember &member = m_members[size_t(row)];
    const auto post = m_office ? m_office->primaryPost(member.who) : std::nullopt;
    const QString title = post ? postLabel(*m_office, *post) : QString();
    if (member.because.isEmpty() || member.because == title)
        return title;
    return title.isEmpty() ? member.because : tr("%1 ・ invited as %2").arg(title, member.because);
}

int MembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int MembersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_members.size())
        return {};
    const QString as = meetingRoleName(m_members[size_t(index.row())].role).text(englishWording());
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return QStringList{nameOf(index.row()), noteOf(index.row()), as}.join(QStringLiteral("、"));
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Who ? nameOf(index.row()) : as;
}

QVariant MembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Who ? tr("Name") : tr("Role");
}

MembersPane::MembersPane(QWidget *parent)
    : QWidget(parent), m_entry(new QWidget(this)),
      m_whom(searchBox(tr("Invite a person, a post or a section"), "invite", m_entry)),
      m_as(roleBox(tr("Invited as"), "inviteRole", m_entry)), m_count(new TextLabel(TextRole::Caption, this)),
      m_model(new MembersModel(this)), m_table(new QTableView(this)), m_acts(new QWidget(this)),
      m_role(roleBox(tr("Role of those chosen"), "memberRole", m_acts)),
      m_remove(pageButton(tr("Take out"), "removeMember", m_acts))
{
    m_whom->lineEdit()->setPlaceholderText(tr("Person, post or section"));
    auto *entry = new QHBoxLayout(m_entry);
    entry->setContentsMargins({});
    entry->setSpacing(metric::kGap);
    entry->addWidget(m_whom, 1);
    entry->addWidget(m_as);
    m_count->setObjectName(QStringLiteral("memberCount"));

    dressRows(*m_table, QStringLiteral("memberTable"), tr("Members"), rowHeight());
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MemberDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(MembersModel::Who, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(MembersModel::Role, grown(kRoleColumn));
    m_table->horizontalHeader()->hide();
    m_table->installEventFilter(this);

    auto *acts = new QHBoxLayout(m_acts);
    acts->setContentsMargins({});
    acts->setSpacing(metric::kGap);
    acts->addWidget(new TextLabel(tr("Those chosen:"), TextRole::Caption, m_acts));
    acts->addWidget(m_role);
    acts->addStretch(1);
    acts->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    layout->addWidget(m_entry);
    layout->addWidget(m_count);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_acts);
    connect(m_whom, &QComboBox::activated, this, &MembersPane::invite);
    connect(m_whom->lineEdit(), &QLineEdit::editingFinished, this, &MembersPane::tellUnsettled);
    connect(m_role, &QComboBox::activated, this, &MembersPane::setRole);
    connect(m_remove, &QPushButton::clicked, this, &MembersPane::remove);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MembersPane::check);
}

void MembersPane::show(const std::vector<MeetingMember> &members, const std::shared_ptr<const Office> &office,
                       bool anew)
{
    if (office != m_office) {
        m_office = office;
        fillInvitations(*m_whom, *office);
    } else if (!anew && members == m_known) {
        return;
    }
    m_known = members;
    if (m_model->members() != members || anew)
        fill(members);
    check();
}

/// Those chosen stay chosen: what is done next is done with them as well.
void MembersPane::fill(const std::vector<MeetingMember> &members)
{
    std::vector<StaffId> chosen;
    for (const int row : chosenRows())
        chosen.push_back(m_model->members()[size_t(row)].who);
    m_model->setMembers(members, m_office);
    QItemSelection still;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (std::ranges::find(chosen, members[size_t(row)].who) != chosen.end())
            still.select(m_model->index(row, 0), m_model->index(row, MembersModel::ColumnCount - 1));
    }
    if (still.isEmpty())
        return;
    m_table->selectionModel()->setCurrentIndex(still.indexes().front(), QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(still, QItemSelectionModel::ClearAndSelect);
}

void MembersPane::setEditable(bool editable)
{
    m_editable = editable;
    m_entry->setVisible(editable);
    m_acts->setVisible(editable);
    check();
}

void MembersPane::takeFocus()
{
    m_whom->setFocus(Qt::OtherFocusReason);
}

void MembersPane::invite()
{
    if (isUnsettled(*m_whom))
        return tellUnsettled();
    const Invitation invitation = invitationOf(*m_whom, *m_office);
    const auto added = newMembers(m_model->members(), invitation, MeetingRole(m_as->currentData().toInt()));
    emptyChoice(*m_whom);
    if (added.empty())
        return check();
    std::vector<MeetingMember> members = m_model->members();
    members.insert(members.end(), added.begin(), added.end());
    send(std::move(members), tr("%n invited.", nullptr, int(added.size())));
}

/// What was typed stays, for it is nobody yet.
void MembersPane::tellUnsettled()
{
    if (!isUnsettled(*m_whom) || m_whom->currentText().trimmed().isEmpty())
        return;
    m_count->setText(unsettledText(*m_whom));
    m_count->setToken(Token::DangerText);
}

std::vector<int> MembersPane::chosenRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void MembersPane::setRole()
{
    const auto role = MeetingRole(m_role->currentData().toInt());
    std::vector<MeetingMember> members = m_model->members();
    for (const int row : chosenRows())
        members[size_t(row)].role = role;
    if (members != m_model->members())
        send(std::move(members), tr("The roles are changed."));
}

void MembersPane::remove()
{
    const std::vector<int> rows = chosenRows();
    std::vector<MeetingMember> members;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!std::binary_search(rows.begin(), rows.end(), row))
            members.push_back(m_model->members()[size_t(row)]);
    }
    if (members.size() != m_model->members().size())
        send(std::move(members), tr("%n taken out.", nullptr, int(rows.size())));
}

/// Somebody has to prepare it: what would leave it without a secretary is not done.
void MembersPane::send(std::vector<MeetingMember> members, const QString &done)
{
    const bool prepared = std::any_of(members.begin(), members.end(),
                                      [](const MeetingMember &one) { return one.role == MeetingRole::Secretary; });
    if (!prepared) {
        m_count->setText(tr("A meeting keeps at least one secretary."));
        m_count->setToken(Token::DangerText);
        return;
    }
    const int scroll = chosenRows().empty() ? m_model->rowCount() : chosenRows().front();
    fill(members);
    m_table->scrollTo(m_model->index(std::min(scroll, m_model->rowCount() - 1), 0));
    check();
    Q_EMIT invited({std::move(members)}, done);
}

void MembersPane::check()
{
    const std::vector<int> rows = chosenRows();
    if (rows.empty() && (m_role->hasFocus() || m_remove->hasFocus()))
        m_table->setFocus(Qt::OtherFocusReason); // before it is disabled, and the focus goes anywhere
    m_role->setEnabled(!rows.empty());
    m_remove->setEnabled(!rows.empty());
    if (!rows.empty())
        m_role->setCurrentIndex(m_role->findData(int(m_model->members()[size_t(rows.front())].role)));
    m_count->setToken(Token::Text2);
    m_count->setText(tr("%n member(s)", nullptr, m_model->rowCount()));
}

bool MembersPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete && m_editable) {
        remove();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
