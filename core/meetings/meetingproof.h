// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"

namespace kessai {

/// What a database keeps of a meeting besides its acts, by which it gives access.
struct MeetingTables final {
    struct Member {
        StaffId who{0};
        MeetingRole role = MeetingRole::Member;
        friend auto operator<=>(const Member &, const Member &) = default;
    };
    struct Hidden {
        int item = 0;
        StaffId from{0};
        friend auto operator<=>(const Hidden &, const Hidden &) = default;
    };
    struct PaperRow {
        int paper = 0;
        int item = 0; ///< where it is, or was when it was dropped
        StaffId responsible{0};
        int revision = 0;
        bool removed = false;
        friend auto operator<=>(const PaperRow &, const PaperRow &) = default;
    };
    struct FileRow {
        int paper = 0;
        int revision = 0;
        QByteArray sha256;
        int pages = 0; ///< that are kept, one row each
        friend bool operator==(const FileRow &, const FileRow &) = default;
    };

    MeetingState state = MeetingState::Draft;
    bool published = false;
    QString title;
    QDate day;
    int begins = 0;
    int ends = 0;
    QString room;
    int seq = 0;
    std::vector<Member> members; ///< in their order, as is what follows
    std::vector<Hidden> hidden;
    std::vector<PaperRow> papers;
    std::vector<FileRow> files;
    std::vector<StaffId> there;
    std::vector<MeetingAction> actions;
    std::optional<int> openVote; ///< while it runs; 0 for none
    friend bool operator==(const MeetingTables &, const MeetingTables &) = default;
};

/// What the acts say the tables are.
MeetingTables tablesOf(MeetingId id, const std::vector<MeetingAct> &acts);

/// Plays a meeting over again: what is wrong with the chain of its acts, which of them nobody could have done, and how the tables differ
/// from what they say; in English. `acts` are all of them.
QStringList meetingFaults(MeetingId id, const std::vector<MeetingAct> &acts, const MeetingTables &tables);

} // namespace kessai
