// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/clock.h"
#include "core/base/id.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

// What a meeting comes to: who was there, what was voted, decided and given to somebody to do, and its minutes.

namespace kessai {

enum class AttendanceState {
    Unknown = 0,
    Present = 1,
    Late = 2, ///< 遅参: there, since a minute
    Left = 3, ///< 早退: not there any more, since a minute
    Absent = 4,
};

/// 出席: whether somebody is or was at a meeting.
struct Attendance final {
    StaffId who{0};
    AttendanceState state = AttendanceState::Unknown;
    int minute = -1; ///< of the day, when they came late or left; -1 otherwise
    bool isThere() const { return state == AttendanceState::Present || state == AttendanceState::Late; }
    friend bool operator==(const Attendance &, const Attendance &) = default;
};

enum class BallotChoice { Yes = 1, No = 2, Abstain = 3 };

struct Ballot final {
    StaffId who{0};
    BallotChoice choice = BallotChoice::Abstain;
    friend bool operator==(const Ballot &, const Ballot &) = default;
};

/// 採決: one question put to those who vote.
struct Vote final {
    int id = 0; ///< seq of the act that opened it
    int item = 0;
    QString question;
    bool byName = false; ///< 記名: who chose what stays; otherwise the counts alone
    bool open = true;
    bool calledOff = false;        ///< nothing was counted
    std::vector<Ballot> ballots{}; ///< of a closed one by name
    int yes = 0;
    int no = 0;
    int abstain = 0;
    std::optional<int>
        silent{}; ///< there, and chose nothing; none where something is hidden from the reader, or it was called off
    Instant openedAt{0};
    Instant closedAt{0};
    StaffId by{0}; ///< who opened it
    friend bool operator==(const Vote &, const Vote &) = default;
};

/// 決定事項
struct Resolution final {
    int id = 0; ///< seq of the act that recorded it first
    int item = 0;
    QString text;
    StaffId by{0}; ///< who worded it so
    Instant at{0};
    friend bool operator==(const Resolution &, const Resolution &) = default;
};

/// 対応: what somebody has to do until a day, whether they were invited or not.
struct MeetingAction final {
    int id = 0; ///< seq of the act that gave it first
    int item = 0;
    QString text;
    StaffId owner{0};
    QDate due{};
    Instant doneAt{0}; ///< 0 while it is open
    StaffId doneBy{0};
    QString note{}; ///< what came of it, in their words
    bool isDone() const { return doneAt != Instant(0); }
    friend bool operator==(const MeetingAction &, const MeetingAction &) = default;
};

// What is done to a meeting to record it (MeetingChange) -------------------------------------------------------------------

/// Who is there, of those who are named: by secretaries of anybody invited, by everybody of themselves alone.
struct NoteAttendance final {
    std::vector<Attendance> people;
    bool others = false; ///< only of those of whom nothing is noted by then: what was noted meanwhile stays
    friend bool operator==(const NoteAttendance &, const NoteAttendance &) = default;
};
/// Puts a question under an item to those who may vote; one at a time. Its number is the seq this act will have.
struct OpenVote final {
    int vote = 0;
    int item = 0;
    QString question;
    bool byName = false;
    friend bool operator==(const OpenVote &, const OpenVote &) = default;
};
/// Ends the vote that is open. The notary writes in what was cast: whoever closes a vote only says which. Who has left by then has no vote.
struct CloseVote final {
    int vote = 0;
    std::vector<Ballot> ballots{}; ///< by staff id; none where only counts are kept
    int yes = 0;
    int no = 0;
    int abstain = 0;
    friend bool operator==(const CloseVote &, const CloseVote &) = default;
};
/// Ends the vote that is open without a count: what was cast goes. That it was asked stays, and so does its item. For a vote that was opened by mistake.
struct CallOffVote final {
    int vote = 0;
    friend bool operator==(const CallOffVote &, const CallOffVote &) = default;
};
/// Records what was decided under an item, or words it anew; without a text it is taken back. The number of a new one is the seq this act
/// will have.
struct Resolve final {
    int resolution = 0;
    int item = 0;
    QString text;
    friend bool operator==(const Resolve &, const Resolve &) = default;
};
/// Gives somebody something to do, or changes it (then it is open again where it is another's or another text); without a text it is
/// dropped. The number of a new one is the seq this act will have.
struct AssignAction final {
    int action = 0;
    int item = 0;
    QString text;
    StaffId owner{0};
    QDate due;
    friend bool operator==(const AssignAction &, const AssignAction &) = default;
};
/// Says that something is done, or is not after all: by its owner or a secretary, when the meeting is long closed too.
struct FinishAction final {
    int action = 0;
    bool done = true;
    QString note{};
    friend bool operator==(const FinishAction &, const FinishAction &) = default;
};
/// The case in which the minutes of a meeting that is over go their way: one the secretary drafted (checkMinutes of
/// core/meetings/minutes.h). They are its minutes once it is decided.
struct FileMinutes final {
    CaseId minutes{0};
    friend bool operator==(const FileMinutes &, const FileMinutes &) = default;
};

inline constexpr qsizetype kMostOutcomeText = 1'000; ///< UTF-16 units of a question, a decision or an action

Bilingual attendanceName(AttendanceState state);
Bilingual ballotChoiceName(BallotChoice choice);

} // namespace kessai
