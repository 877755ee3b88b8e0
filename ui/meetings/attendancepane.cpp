// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/attendancepane.h"

#include "core/services/caseview.h"
#include "ui/meetings/meetingwords.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kAttendancePadding = 12;

/// The state a digit stands for.
std::optional<AttendanceState> attendanceOfKey(int key)
{
    if (key < Qt::Key_0 || key > Qt::Key_4)
        return std::nullopt;
    return AttendanceState(key - Qt::Key_0);
}

class AttendanceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        paintRowGround(*painter, option, true);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        QRectF cell = QRectF(option.rect).adjusted(kAttendancePadding, 0, -kAttendancePadding, 0);
        const auto *model = qobject_cast<const AttendanceModel *>(index.model());
        const ChipLook chip = model ? attendanceChip(model->attendance(index.row())) : ChipLook();
        if (!chip.word.isEmpty()) {
            const qreal width = chipSize(chip).width();
            paintChip(*painter, QRectF(cell.right() - width, cell.top(), width, cell.height()), chip, selected);
            cell.adjust(0, 0, -width - metric::kGap, 0);
        }
        paintCell(*painter, cell,
                  {.first = index.data().toString(), .second = index.data(AttendanceModel::kNoteRole).toString()},
                  selected);
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, rowHeight()}; }
};

} // namespace

void AttendanceModel::setMeeting(const Meeting &meeting, std::shared_ptr<const Office> office)
{
    const bool same = meeting.members == m_members && office == m_office;
    if (!same)
        beginResetModel();
    m_members = meeting.members;
    m_office = std::move(office);
    m_attendance = meeting.attendance;
    if (!same)
        endResetModel();
    else if (!m_members.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

Attendance AttendanceModel::attendance(int row) const
{
    const StaffId who = m_members[size_t(row)].who;
    const auto found = m_attendance.find(who);
    return found == m_attendance.end() ? Attendance{who} : found->second;
}

int AttendanceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

QVariant AttendanceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_members.size())
        return {};
    const MeetingMember &member = m_members[size_t(index.row())];
    const QString name = memberName(*m_office, member.who);
    const auto post = m_office->primaryPost(member.who);
    QStringList note;
    if (post)
        note += postLabel(*m_office, *post);
    if (member.role != MeetingRole::Member)
        note += meetingRoleName(member.role).text(englishWording());
    switch (role) {
    case Qt::DisplayRole: return name;
    case kNoteRole: return note.join(QStringLiteral(" ・ "));
    case Qt::AccessibleTextRole:
        return QString(name + QStringLiteral("、") + note.join(QStringLiteral("、")) + QStringLiteral("、")
                       + attendanceName(attendance(index.row()).state).text(englishWording()));
    default: return {};
    }
}

AttendancePane::AttendancePane(std::function<int()> minute, QWidget *parent)
    : QWidget(parent), m_minute(std::move(minute)), m_counts(new TextLabel(TextRole::Caption, this)),
      m_all(pageButton(tr("All others are present"), "allPresent", this)), m_model(new AttendanceModel(this)),
      m_list(new QListView(this)), m_acts(new QWidget(this))
{
    m_counts->setObjectName(QStringLiteral("attendanceCounts"));
    m_counts->setWordWrap(true);
    m_all->setToolTip(tr("Notes of everybody of whom nothing is noted yet that they are present"));
    m_list->setObjectName(QStringLiteral("attendanceList"));
    m_list->setAccessibleName(tr("Attendance"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AttendanceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    auto *acts = new FlowLayout(m_acts);
    acts->setSpacing(metric::kGap / 2);
    acts->setContentsMargins(kAttendancePadding, metric::kGap, kAttendancePadding, metric::kGap);
    for (const AttendanceState state :
         {AttendanceState::Present, AttendanceState::Late, AttendanceState::Left, AttendanceState::Absent}) {
        const QString word = attendanceName(state).text(englishWording());
        auto *button =
            pageButton(tr("%1 %2", "a digit, and what it notes").arg(int(state)).arg(word), "attendanceState", m_acts);
        button->setAccessibleName(word);
        button->setToolTip(tr("Of those chosen: %1").arg(word));
        acts->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, state] { note(state); });
        m_states.emplace_back(state, button);
    }
    auto *head = new QVBoxLayout;
    head->setContentsMargins(kAttendancePadding, metric::kGap, kAttendancePadding, metric::kGap);
    head->setSpacing(metric::kGap);
    head->addWidget(m_counts);
    head->addWidget(m_all, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_acts);
    connect(m_all, &QPushButton::clicked, this, &AttendancePane::noteAll);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AttendancePane::check);
}

void AttendancePane::show(const Meeting &meeting, const std::shared_ptr<const Office> &office, StaffId me, bool settled)
{
    const bool same = meeting.id == m_meeting.id && meeting.seq == m_meeting.seq && office == m_office;
    if (same && (m_sent.empty() || !settled))
        return;
    if (settled || meeting.id != m_meeting.id)
        m_sent.clear();
    m_meeting = meeting;
    m_office = office;
    m_me = me;
    showPeople();
}

void AttendancePane::showPeople()
{
    Meeting shown = m_meeting;
    for (const auto &[who, noted] : m_sent)
        shown.attendance[who] = noted;
    m_model->setMeeting(shown, m_office);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    std::array<int, 5> counts{};
    for (int row = 0; row < m_model->rowCount(); ++row)
        ++counts[size_t(m_model->attendance(row).state)];
    const auto count = [&](AttendanceState state) { return counts[size_t(state)]; };
    // Once it is over, whoever left before its end was there, too.
    const bool isOver = m_meeting.state == MeetingState::Closed;
    m_there =
        count(AttendanceState::Present) + count(AttendanceState::Late) + (isOver ? count(AttendanceState::Left) : 0);
    QStringList parts{
        (isOver ? tr("%1 of %2 were there") : tr("%1 of %2 are there")).arg(m_there).arg(m_model->rowCount())};
    for (const AttendanceState state : {AttendanceState::Late, AttendanceState::Left, AttendanceState::Absent}) {
        if (count(state) > 0)
            parts += tr("%1 %2", "a state of attendance, and how many")
                         .arg(attendanceName(state).text(englishWording()))
                         .arg(count(state));
    }
    if (count(AttendanceState::Unknown) > 0)
        parts += tr("of %n nothing is noted", nullptr, count(AttendanceState::Unknown));
    m_counts->setText(parts.join(QStringLiteral(" ・ ")));
    m_all->setVisible(m_meeting.state == MeetingState::Running && isSecretaryOf(m_meeting, m_me)
                      && count(AttendanceState::Unknown) > 0);
    check();
}

void AttendancePane::check()
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    const bool secretary = isSecretaryOf(m_meeting, m_me);
    const bool myself = rows.size() == 1 && m_model->attendance(rows.front().row()).who == m_me;
    // Members note of themselves that they are there, came late or leave, and of others nothing.
    m_acts->setVisible(m_meeting.state == MeetingState::Running && m_meeting.member(m_me) && (secretary || myself));
    for (const auto &[state, button] : m_states)
        button->setEnabled(!rows.isEmpty() && (secretary || state != AttendanceState::Absent));
}

void AttendancePane::note(AttendanceState state)
{
    NoteAttendance noted;
    const bool timed = state == AttendanceState::Late || state == AttendanceState::Left;
    const bool secretary = isSecretaryOf(m_meeting, m_me);
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
        const Attendance before = m_model->attendance(index.row());
        const bool may =
            secretary || (before.who == m_me && state != AttendanceState::Absent && state != AttendanceState::Unknown);
        if (may && before.state != state)
            noted.people.push_back({before.who, state, timed ? m_minute() : -1});
    }
    if (noted.people.empty())
        return;
    const QString word = attendanceName(state).text(englishWording());
    send(noted,
         noted.people.size() == 1 ? tr("%1: %2", "a name, and the state of attendance noted")
                                        .arg(memberName(*m_office, noted.people.front().who), word)
                                  : tr("%n people: %1", nullptr, int(noted.people.size())).arg(word));
}

/// A list is called out from top to bottom.
void AttendancePane::goOn()
{
    const int next = m_list->currentIndex().row() + 1;
    if (m_list->selectionModel()->selectedRows().size() == 1 && next < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(next));
}

void AttendancePane::noteAll()
{
    NoteAttendance noted;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const Attendance one = m_model->attendance(row); one.state == AttendanceState::Unknown)
            noted.people.push_back({one.who, AttendanceState::Present, -1});
    }
    noted.others = true; // what somebody says of themselves meanwhile stays
    if (!noted.people.empty())
        send(noted, tr("%n noted as present.", nullptr, int(noted.people.size())));
}

void AttendancePane::send(const NoteAttendance &people, const QString &done)
{
    for (const Attendance &one : people.people)
        m_sent[one.who] = one;
    showPeople();
    Q_EMIT noted(people, done);
}

bool AttendancePane::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && m_meeting.state == MeetingState::Running) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const auto state = attendanceOfKey(press->key());
        const bool plain = (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (state && plain) {
            if (event->type() == QEvent::KeyPress) {
                note(*state);
                goOn();
            }
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
