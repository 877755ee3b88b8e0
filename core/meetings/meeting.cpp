// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meeting.h"

#include "core/base/canonical.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

template <class T>
const T *numbered(const std::vector<T> &all, int id)
{
    const auto found = std::find_if(all.begin(), all.end(), [id](const T &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

bool AgendaItem::isHiddenFrom(StaffId who) const
{
    return std::find(hiddenFrom.begin(), hiddenFrom.end(), who) != hiddenFrom.end();
}

const MeetingMember *Meeting::member(StaffId who) const
{
    const auto found = std::find_if(members.begin(), members.end(), [who](const auto &one) { return one.who == who; });
    return found == members.end() ? nullptr : &*found;
}

const AgendaItem *Meeting::item(int id_) const
{
    return numbered(items, id_);
}

const AgendaItem *Meeting::itemOf(int paper_) const
{
    const auto found = std::find_if(items.begin(), items.end(), [paper_](const AgendaItem &one) {
        return std::any_of(one.papers.begin(), one.papers.end(),
                           [paper_](const auto &each) { return each.id == paper_; });
    });
    return found == items.end() ? nullptr : &*found;
}

const Paper *Meeting::paper(int id_) const
{
    const AgendaItem *home = itemOf(id_);
    return home ? numbered(home->papers, id_) : nullptr;
}

const Vote *Meeting::vote(int id_) const
{
    return numbered(votes, id_);
}

const Vote *Meeting::openVote() const
{
    const auto found = std::find_if(votes.begin(), votes.end(), [](const Vote &one) { return one.open; });
    return found == votes.end() ? nullptr : &*found;
}

const Resolution *Meeting::resolution(int id_) const
{
    return numbered(resolutions, id_);
}

const MeetingAction *Meeting::action(int id_) const
{
    return numbered(actions, id_);
}

bool Meeting::isThere(StaffId who) const
{
    const auto found = attendance.find(who);
    return found != attendance.end() && found->second.isThere();
}

bool isAtAnyTime(const MeetingChange &change)
{
    return std::holds_alternative<NoteAttendance>(change) || std::holds_alternative<FinishAction>(change);
}

QByteArray actDigest(MeetingId meeting, const MeetingAct &act)
{
    return Canonical()
        .add(QByteArrayLiteral("kessai-meeting-1")) // no hash of one chain is one of another
        .add(meeting.value())
        .add(qint64(act.seq))
        .add(qint64(act.kind))
        .add(qint64(act.item))
        .add(act.body)
        .add(act.by.value())
        .add(act.name)
        .add(act.at.microseconds())
        .add(act.previous)
        .sha256();
}

Bilingual meetingStateName(MeetingState state)
{
    switch (state) {
    case MeetingState::Draft: return {u"準備中"_s, u"In preparation"_s};
    case MeetingState::Published: return {u"公開"_s, u"Published"_s};
    case MeetingState::Running: return {u"開催中"_s, u"Running"_s};
    case MeetingState::Closed: return {u"終了"_s, u"Closed"_s};
    case MeetingState::Dropped: return {u"中止"_s, u"Called off"_s};
    }
    return {};
}

Bilingual meetingRoleName(MeetingRole role)
{
    switch (role) {
    case MeetingRole::Member: return {u"構成員"_s, u"Member"_s};
    case MeetingRole::Chair: return {u"議長"_s, u"Chair"_s};
    case MeetingRole::Secretary: return {u"事務局"_s, u"Secretary"_s};
    case MeetingRole::Observer: return {u"陪席"_s, u"Observer"_s};
    }
    return {};
}

Bilingual itemKindName(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Report: return {u"報告"_s, u"Report"_s};
    case ItemKind::Discussion: return {u"協議"_s, u"Discussion"_s};
    case ItemKind::Decision: return {u"審議"_s, u"Decision"_s};
    case ItemKind::Other: return {u"その他"_s, u"Other"_s};
    }
    return {};
}

Bilingual attendanceName(AttendanceState state)
{
    switch (state) {
    case AttendanceState::Unknown: return {u"未確認"_s, u"Not noted"_s};
    case AttendanceState::Present: return {u"出席"_s, u"Present"_s};
    case AttendanceState::Late: return {u"遅参"_s, u"Late"_s};
    case AttendanceState::Left: return {u"早退"_s, u"Left early"_s};
    case AttendanceState::Absent: return {u"欠席"_s, u"Absent"_s};
    }
    return {};
}

Bilingual ballotChoiceName(BallotChoice choice)
{
    switch (choice) {
    case BallotChoice::Yes: return {u"賛成"_s, u"Yes"_s};
    case BallotChoice::No: return {u"反対"_s, u"No"_s};
    case BallotChoice::Abstain: return {u"棄権"_s, u"Abstain"_s};
    }
    return {};
}

QString paperLabel(const AgendaItem &item, int paper)
{
    const auto found =
        std::find_if(item.papers.begin(), item.papers.end(), [paper](const auto &one) { return one.id == paper; });
    return u"資料%1-%2"_s.arg(item.no).arg(std::distance(item.papers.begin(), found) + 1);
}

} // namespace kessai
