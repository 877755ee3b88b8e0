// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/live.h"
#include "tests/core/meetings/meetingchanges.h"

#include <gtest/gtest.h>

namespace kessai::test {

/// A meeting that runs, of a secretary, a chair, two members and an observer, with two items and a paper in each; the second is hidden from
/// one member. Somebody who was not invited has something to do. What passes is kept beside it, as a notary does.
class RunningMeeting {
public:
    const StaffId secretary{1};
    const StaffId chair{2};
    const StaffId member{3};
    const StaffId apart{4}; ///< from whom item 2 is hidden
    const StaffId observer{5};
    const StaffId stranger{6};

    RunningMeeting()
    {
        done(secretary, planned());
        done(secretary, invitation());
        done(secretary, agendaItem(1));
        done(secretary, agendaItem(2, QStringLiteral("人事について")));
        done(secretary, paperPut(1, 1));
        done(secretary, paperPut(2, 2));
        done(secretary, HideItem{2, {apart}});
        done(secretary, SetState{MeetingState::Published});
        done(secretary, SetState{MeetingState::Running});
        NoteAttendance all;
        for (const StaffId who : {secretary, chair, member, apart, observer})
            all.people.push_back({who, AttendanceState::Present});
        done(secretary, all);
    }
    InviteMembers invitation() const
    {
        return {{{secretary, MeetingRole::Secretary, {}},
                 {chair, MeetingRole::Chair, {}},
                 {member, MeetingRole::Member, {}},
                 {apart, MeetingRole::Member, {}},
                 {observer, MeetingRole::Observer, {}}}};
    }
    /// What refuses a change; nothing where it is done.
    QString act(StaffId who, const MeetingChange &change)
    {
        const auto *closing = std::get_if<CloseVote>(&change);
        const MeetingChange counted =
            closing ? countedVote(meeting(), state.value_or(LiveState()), closing->vote) : change;
        const Result<> acted = history.act(who, counted);
        if (acted)
            state = liveAfter(state, meeting(), counted, who);
        return verdict(acted);
    }
    void done(StaffId who, const MeetingChange &change) { EXPECT_EQ(act(who, change), QString()) << change.index(); }
    QString live(StaffId who, const LiveChange &change)
    {
        const Result<> may = checkLiveChange(meeting(), state, change, who);
        if (may)
            applyLiveChange(*state, change, who, now);
        return verdict(may);
    }
    LiveMeeting seen(StaffId who) const { return liveFor(meeting(), state, {who}, now).value(); }
    Meeting meeting() const { return history.meeting(); }
    int next() const { return int(history.acts.size()) + 1; }
    /// Opens a vote; its number.
    int openVote(bool byName = false, int item = 1)
    {
        const int vote = next();
        done(secretary, OpenVote{vote, item, QStringLiteral("原案のとおりとしてよいか"), byName});
        return vote;
    }

    MeetingHistory history;
    std::optional<LiveState> state;
    Instant now{1'000'000};

private:
    static QString verdict(const Result<> &result)
    {
        if (result)
            return {};
        return result.error().refusal ? toCode(*result.error().refusal) : toCode(result.error().code);
    }
};

} // namespace kessai::test
