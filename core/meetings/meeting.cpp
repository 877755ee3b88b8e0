// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meeting.h"

#include "core/base/canonical.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

const MeetingMember *Meeting::member(StaffId who) const
{
    const auto found = std::find_if(members.begin(), members.end(), [who](const auto &one) { return one.who == who; });
    return found == members.end() ? nullptr : &*found;
}

const AgendaItem *Meeting::item(int id_) const
{
    const auto found = std::find_if(items.begin(), items.end(), [id_](const auto &one) { return one.id == id_; });
    return found == items.end() ? nullptr : &*found;
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
    return home
        ? &*std::find_if(home->papers.begin(), home->papers.end(), [id_](const auto &one) { return one.id == id_; })
        : nullptr;
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

QString paperLabel(const AgendaItem &item, int paper)
{
    const auto found =
        std::find_if(item.papers.begin(), item.papers.end(), [paper](const auto &one) { return one.id == paper; });
    return u"資料%1-%2"_s.arg(item.no).arg(std::distance(item.papers.begin(), found) + 1);
}

} // namespace kessai
