// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/quantity.h"
#include "core/base/result.h"
#include "core/cases/content.h"
#include "core/meetings/outcome.h"

#include <QDate>
#include <QString>

#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace kessai {

using MeetingId = Id<struct MeetingTag>;

enum class MeetingState {
    Draft = 0,     ///< only those who prepare it see it
    Published = 1, ///< 公開: its members read it; papers added from now on are late (追加資料)
    Running = 2,
    Closed = 3,
    Dropped = 4, ///< 中止
};

enum class MeetingRole {
    Member = 0,
    Chair = 1,     ///< 議長・進行
    Secretary = 2, ///< 事務局: prepares and changes it; there is at least one
    Observer = 3,  ///< 傍聴・陪席: reads, neither votes nor speaks
};

struct MeetingMember final {
    StaffId who{0};
    MeetingRole role = MeetingRole::Member;
    QString because{}; ///< the post or section they were invited by, as it was called then; empty for a person by name
    friend bool operator==(const MeetingMember &, const MeetingMember &) = default;
};

inline constexpr int kInkStays = -1;
inline constexpr int kMostInkDays = 3'650;

/// What members may do with the papers, and what becomes of their ink.
struct MeetingRules final {
    bool mayPrint = true;    ///< print and export papers; secretaries always may
    bool watermark = false;  ///< every page shows who reads it
    int inkDays = kInkStays; ///< private ink is destroyed so many days after the minutes were decided
    friend bool operator==(const MeetingRules &, const MeetingRules &) = default;
};

/// A file of a paper as it was at one time. Revisions count from 1; ink stays on the revision it was made on, and moves with the content
/// of its page by what the pages show (core/meetings/pagematch.h).
struct PaperFile final {
    int revision = 1;
    Attachment file;
    int pages = 0;
    StaffId by{0};
    Instant at{0};
    bool late = false; ///< put there after the meeting was published
    friend bool operator==(const PaperFile &, const PaperFile &) = default;
};

/// 資料: what is read under an item.
struct Paper final {
    int id = 0; ///< within the meeting, from 1; never used again
    QString title;
    std::vector<PaperFile> files{};       ///< the newest last; none while it is awaited
    std::optional<StaffId> responsible{}; ///< who was asked for it, and may put it there
    QDate due{};                          ///< until when they were asked
    friend bool operator==(const Paper &, const Paper &) = default;
};

enum class ItemKind { Report = 0, Discussion = 1, Decision = 2, Other = 3 };

/// 議題: an item of the agenda with its papers, in their order.
struct AgendaItem final {
    int id = 0; ///< within the meeting, from 1; never used again
    int no =
        0; ///< as printed (議題3, 資料3-1); set by the secretaries, so that it is the same for whoever sees fewer items
    QString title;
    ItemKind kind = ItemKind::Report;
    int minutes = 0; ///< planned; 0 for none
    std::vector<Paper> papers{};
    std::vector<StaffId> hiddenFrom{}; ///< known to secretaries alone
    /// Something was voted, decided or given to somebody under it: it stays on the agenda.
    bool settled = false;
    bool isHiddenFrom(StaffId who) const;
    friend bool operator==(const AgendaItem &, const AgendaItem &) = default;
};

/// A meeting as somebody may see it: folded from its acts.
struct Meeting final {
    MeetingId id{0};
    int seq = 0; ///< of the last act
    MeetingState state = MeetingState::Draft;
    QString title;
    QDate day;
    int begins = 0; ///< minute of the day
    int ends = 0;
    QString room;
    MeetingRules rules;
    std::vector<MeetingMember> members;
    std::vector<AgendaItem> items; ///< by no
    int lastItem = 0;              ///< the highest id an item ever had; the next one gets the one after it
    int lastPaper = 0;             ///< the same of papers
    Instant publishedAt{0};
    Instant begunAt{0};  ///< when it began to run; 0 where it has not, or that was taken back
    Instant closedAt{0}; ///< 0 while it is not over
    std::map<StaffId, Attendance> attendance{};
    std::vector<Vote> votes{};             ///< in the order in which they were opened; the last one may be open
    std::vector<Resolution> resolutions{}; ///< by number
    std::vector<MeetingAction> actions{};  ///< by number
    std::optional<CaseId> minutes{};       ///< the case in which they go their way
    /// The chain of acts is broken, or an act is not what its hash says: it was changed behind the notary's back.
    bool damaged = false;

    const MeetingMember *member(StaffId who) const;
    const AgendaItem *item(int id) const;
    const AgendaItem *itemOf(int paper) const;
    const Paper *paper(int id) const;
    const Vote *vote(int id) const;
    const Vote *openVote() const;
    const Resolution *resolution(int id) const;
    const MeetingAction *action(int id) const;
    /// Whether somebody is there, as far as it was noted.
    bool isThere(StaffId who) const;
    friend bool operator==(const Meeting &, const Meeting &) = default;
};

// What is done to a meeting ---------------------------------------------------------------------------------------------

/// Begins a meeting (then whoever does it is its secretary), or changes its head.
struct PlanMeeting final {
    QString title;
    QDate day;
    int begins = 0;
    int ends = 0;
    QString room;
    MeetingRules rules{};
    friend bool operator==(const PlanMeeting &, const PlanMeeting &) = default;
};
/// The whole list; who is not in it any more reads nothing from then on.
struct InviteMembers final {
    std::vector<MeetingMember> members;
    friend bool operator==(const InviteMembers &, const InviteMembers &) = default;
};
/// Adds an item or changes it.
struct SetItem final {
    int item = 0;
    int no = 0;
    QString title;
    ItemKind kind = ItemKind::Report;
    int minutes = 0;
    friend bool operator==(const SetItem &, const SetItem &) = default;
};
/// Hides an item, its papers and everything on them from these people, in place of those it was hidden from before.
struct HideItem final {
    int item = 0;
    std::vector<StaffId> from;
    friend bool operator==(const HideItem &, const HideItem &) = default;
};
struct DropItem final {
    int item = 0;
    friend bool operator==(const DropItem &, const DropItem &) = default;
};
/// Asks somebody for a paper until a day; it is there without a file until they put one.
struct AskPaper final {
    int paper = 0;
    int item = 0;
    QString title;
    StaffId responsible{0};
    QDate due;
    friend bool operator==(const AskPaper &, const AskPaper &) = default;
};
/// What the store keeps of a page besides the file: what its content is recognised by, and its text, folded for search and as it is written.
struct PaperPage final {
    QString print; ///< core/meetings/pagematch.h
    QString folded;
    QString text{}; ///< shown to whoever finds the page; nothing where it is too long
    friend bool operator==(const PaperPage &, const PaperPage &) = default;
};
/// Puts a file in place: the first of a new paper or of one that was asked for, or the next revision of one.
struct PutPaper final {
    int paper = 0;
    int item = 0;
    int revision = 1;
    QString title;
    Attachment file;
    std::vector<PaperPage> pages; ///< not part of the act's body, which has their number
    friend bool operator==(const PutPaper &, const PutPaper &) = default;
};
/// Moves a paper to a place among those of an item, and calls it so.
struct PlacePaper final {
    int paper = 0;
    int item = 0;
    QString title;
    /// All papers of the item in their new order, this one among them: an order is the same for whoever knows of fewer of them, and a
    /// place is not.
    std::vector<int> order;
    friend bool operator==(const PlacePaper &, const PlacePaper &) = default;
};
struct DropPaper final {
    int paper = 0;
    friend bool operator==(const DropPaper &, const DropPaper &) = default;
};
/// Draft → Published → Running → Closed, and from each but the last to Dropped; Running → Published takes a beginning back.
struct SetState final {
    MeetingState to = MeetingState::Published;
    friend bool operator==(const SetState &, const SetState &) = default;
};
/// The order is that of the stored kinds: only append. What came of a meeting is in core/meetings/outcome.h.
using MeetingChange = std::variant<PlanMeeting, InviteMembers, SetItem, HideItem, DropItem, AskPaper, PutPaper,
                                   PlacePaper, DropPaper, SetState, NoteAttendance, OpenVote, CloseVote, Resolve,
                                   AssignAction, FinishAction, FileMinutes, CallOffVote>;

/// In place of the last act that was seen: whatever was done since. For what many do at once (isAtAnyTime).
inline constexpr int kWhateverSeen = -1;
/// Who is there, and what is done: neither asks what was done since.
bool isAtAnyTime(const MeetingChange &change);

inline constexpr int kUnseenAct = -1;

/// One act of a meeting's history, chained by its hash to the one before.
struct MeetingAct final {
    int seq = 0; ///< from 1, without gaps
    int kind =
        0; ///< index of the change; kUnseenAct where the reader may not see it: then nothing is told but the chain
    int item = 0;    ///< of the agenda, as it was then; 0 where it is about none
    QByteArray body; ///< canonical JSON
    StaffId by{0};
    QString name; ///< of whoever did it, as it was then
    Instant at{0};
    QByteArray previous; ///< hex; empty before the first
    QByteArray hash;     ///< hex
    friend bool operator==(const MeetingAct &, const MeetingAct &) = default;
};

/// Lower-case hexadecimal SHA-256 of a tag, the meeting's id, seq, kind, item, body, by, name, at and previous, as Canonical writes them.
QByteArray actDigest(MeetingId meeting, const MeetingAct &act);

/// The body of a change as it is stored (pages of a paper only by their number), and back; nothing where it makes no sense.
QByteArray changeBody(const MeetingChange &change);
std::optional<MeetingChange> changeOf(int kind, const QByteArray &body);

/// What is known of a meeting by its acts, in their order; those that are not seen only count for the chain.
Meeting foldMeeting(MeetingId id, const std::vector<MeetingAct> &acts);
/// Does a change to a meeting as it is; `by` and `at` are whose act it is and when.
void applyChange(Meeting &meeting, const MeetingChange &change, StaffId by, Instant at);

/// The item of the agenda a change is about; 0 for none.
int itemOf(const Meeting &meeting, const MeetingChange &change);

/// Whether somebody may do this to a meeting as it is: secretaries everything, the chair what concerns votes, decisions and actions;
/// whoever was asked for a paper may put it there, everybody invited say that they are there, and whoever has something to do that it is
/// done. Invalid, AccessDenied, or refused as WrongState where the meeting has gone another way. A meeting without acts is begun by
/// anybody. The notaries hold the same (migrations 0028, 0032 and 0063).
Result<> checkMeetingChange(const Meeting &meeting, const MeetingChange &change, StaffId who);

/// Whether somebody says of what they have to do that it is done: that is theirs to say, whatever else they know of the meeting.
bool isOwnAction(const Meeting &meeting, const MeetingChange &change, StaffId who);
/// Whether somebody may vote under an item, where they are there: members and the chair, unless it is hidden from them.
bool mayVote(const Meeting &meeting, StaffId who, int item);
/// Whether their vote under it counts now: they may, and are there.
bool hasVote(const Meeting &meeting, StaffId who, int item);

inline constexpr qsizetype kMostMembers = 2'000;
inline constexpr int kMostItems = 200;
inline constexpr int kMostPapers = 1'000;          ///< of a meeting
inline constexpr int kMostPaperPages = 5'000;      ///< of a paper
inline constexpr qsizetype kMostMeetingText = 200; ///< UTF-16 units of a title, a room or a name of a file
inline constexpr int kMostItemNo = 999;
inline constexpr qsizetype kMostPageText = 60'000; ///< UTF-16 units of a page's text, folded or not
inline constexpr qsizetype kMostPagePrint = 8'000;
inline constexpr qsizetype kMostPagesText = 16 * 1024 * 1024; ///< bytes of all a paper's prints and texts together

Bilingual meetingStateName(MeetingState state);
Bilingual meetingRoleName(MeetingRole role);
Bilingual itemKindName(ItemKind kind);
/// "資料3-1": the item's number and the paper's place.
QString paperLabel(const AgendaItem &item, int paper);

} // namespace kessai
