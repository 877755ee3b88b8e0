// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/ink.h"
#include "core/meetings/live.h"
#include "core/meetings/meeting.h"

namespace kessai {

/// A meeting in a list.
struct MeetingRow final {
    MeetingId id{0};
    MeetingState state = MeetingState::Draft;
    QString title;
    QDate day;
    int begins = 0;
    int ends = 0;
    QString room;
    std::optional<MeetingRole>
        role{}; ///< the reader's; none for whoever is not invited: auditors, and who is only asked for a paper
    bool awaited = false; ///< a paper is awaited from the reader
    int unseen = 0;       ///< papers the reader may see, in their newest revision, and has neither opened nor put there
    friend bool operator==(const MeetingRow &, const MeetingRow &) = default;
};

struct MeetingRecord final {
    MeetingId id{0};
    std::vector<MeetingAct> acts;
};

/// Somebody opened a paper.
struct PaperOpened final {
    StaffId who{0};
    int paper = 0;
    int revision = 1;
    Instant at{0}; ///< for the first time
    friend bool operator==(const PaperOpened &, const PaperOpened &) = default;
};

/// A page of a paper of one of the reader's meetings that matches.
struct MeetingHit final {
    MeetingId meeting{0};
    QString title; ///< of the meeting
    QDate day;
    int paper = 0;
    int page = 0; ///< 0-based, of the newest revision
    QString
        around; ///< text about the first word, some 700 characters as they are written; folded where that was not kept
    friend bool operator==(const MeetingHit &, const MeetingHit &) = default;
};

/// A piece of ink as it arrives, with where reading goes on.
struct InkRead final {
    qint64 mark = 0; ///< hand it in the next time; 0 to begin
    std::vector<Ink> inks;
};

/// Something the reader has to do by a meeting, which they may know nothing else of.
struct MyAction final {
    MeetingId meeting{0};
    QString title; ///< of the meeting
    QDate day;
    int action = 0;
    QString text;
    QDate due;
    bool overdue = false; ///< open, and due before today, by the day of the database
    Instant doneAt{0};    ///< 0 while it is open
    friend bool operator==(const MyAction &, const MyAction &) = default;
};

/// Meetings and their papers. Secretaries read everything, members what is published, less the items hidden from them. Whoever is asked
/// for a paper reads its item at any time, and nothing of who is invited. Auditors read what was published, less private ink. NotFound
/// otherwise.
class MeetingStore {
public:
    virtual ~MeetingStore() = default;
    /// The reader's meetings from a day on, by day and time; drafts of theirs whatever their day.
    virtual Result<std::vector<MeetingRow>> meetings(const QDate &from) = 0;
    virtual Result<MeetingRecord> meeting(MeetingId id) = 0;
    /// Does something to a meeting as it was seen at `seenSeq` (or kWhateverSeen); no meeting and 0 begins one. Refused as Stale when
    /// somebody was faster.
    /// `requestId` makes a repeated call safe. Files are uploaded before by BlobStore; papers of a meeting are read by BlobStore::chunk.
    /// No acts come back to somebody who put themselves out of the meeting, or only has something to do by it.
    virtual Result<MeetingRecord> change(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                         const MeetingChange &change) = 0;
    /// What is stored of the pages of a paper's revision, in their order; none of what the reader does not see.
    virtual Result<std::vector<PaperPage>> pages(MeetingId id, int paper, int revision) = 0;
    /// Notes that the reader has a revision of a paper before them, which need not be the newest (NotFound beyond that); auditors leave
    /// no trace.
    virtual Result<> markOpened(MeetingId id, int paper, int revision) = 0;
    /// Who opened what, for secretaries.
    virtual Result<std::vector<PaperOpened>> opened(MeetingId id) = 0;
    /// Pages of papers of the reader's meetings with all of some words (folded, parted by spaces), in the newest revision; the newest
    /// meeting first. At most 200.
    virtual Result<std::vector<MeetingHit>> findInPapers(const QString &folded, int most) = 0;

    /// The reader's own ink and what is shared with them, changed since a mark; on items hidden from them none.
    virtual Result<InkRead> ink(MeetingId id, qint64 since) = 0;
    /// Stores ink of the caller. A piece as it is stored already is left alone, so that a repeated call is safe; what is not newer than
    /// another that is stored is refused as Stale, and nothing of the call is stored: another program of theirs was faster.
    /// What was shared is never shared with fewer (Invalid), for those who have it would not learn of it: to take it back, it is removed
    /// and made anew.
    virtual Result<> putInk(MeetingId id, const std::vector<Ink> &inks) = 0;
    /// The day from which everybody's private ink is destroyed; none where the meeting's rules keep it, or its minutes are not decided.
    virtual Result<std::optional<QDate>> inkEnd(MeetingId id) = 0;
    /// Takes away everybody's private ink, for good: by a secretary or an administrator, from that day on (refused as WrongState
    /// otherwise).
    virtual Result<> destroyInk(MeetingId id) = 0;

    /// A meeting at this moment, for members and auditors.
    virtual Result<LiveMeeting> live(MeetingId id) = 0;
    /// Does something while it runs, and says how it stands then (core/meetings/live.h says who may).
    virtual Result<LiveMeeting> changeLive(MeetingId id, const LiveChange &change) = 0;
    /// What the reader has to do by meetings, and what they did in the last seven days; by day due, meeting and number.
    virtual Result<std::vector<MyAction>> myActions() = 0;
};

} // namespace kessai
