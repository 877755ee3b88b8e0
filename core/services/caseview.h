// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "core/cases/nextdecision.h"
#include "core/services/verifier.h"

namespace kessai {

/// How a step or one of its assignments stands, as people read it.
enum class Mark {
    Waiting,
    Open,
    Mine,
    Approved,
    Read,
    Returned,
    Rejected,
    Skipped,
    Void,
    PostReview,   ///< 後閲待ち: passed over, or decided in their place
    PostReviewed, ///< 後閲済
    Objected,
};

/// One assignment as shown: who is asked, and who acted.
struct AssignmentView final {
    QString title;       ///< "総務課長", or a person's name
    QStringList holders; ///< who could act now (full names), or who acted
    Mark mark = Mark::Waiting;
    QString actedSection; ///< frozen at the act: the date stamp's first line
    QString actedName;    ///< frozen, full name
    QString actedTitle;
    QString principalName; ///< whom the actor deputised for, if so
    std::optional<Instant> actedAt;
    std::optional<Instant> arrivedAt;
    Manner manner = Manner::Own; ///< of the act; Acting is marked 代, PullUp 引上
    bool kept = false;           ///< the mark is one of an earlier round that still stands
    QString reviewedName;        ///< who read it afterwards (後閲)
    std::optional<Instant> reviewedAt;
};

/// One step as shown, with the reason it is there.
struct StepView final {
    int no = 0; ///< 0 = the drafter's own mark at the front
    StepKind kind = StepKind::Review;
    StepRule rule = StepRule::All;
    int needed = 1;
    QString line;
    QString row; ///< of the 専決 table that asks, if one does: then `why` is what the row says
    Bilingual why;
    struct Note {
        RouteNoteKind kind;
        QString post;    ///< title of the post passed over
        QString to = {}; ///< of one of several seats that was addressed elsewhere: where it is now
    };
    std::vector<Note> notes;
    std::vector<AssignmentView> assignments;
};

/// One line of a case's history as shown.
struct HistoryLine final {
    int seq = 0;
    QString code; ///< the event's code
    QString actorName, actorTitle, actorSection, principalName;
    Instant at{0};
    int round = 0;
    QString text; ///< comment or reason
    std::optional<int> toStep;
    std::optional<StepKind> kind = {}; ///< of the step that was approved, added or addressed elsewhere
    Manner manner = Manner::Own;
    bool afterwards = false; ///< the approval was a 後閲
    bool explained = false;  ///< the remark says that the case was explained in person
    bool raised = false;     ///< the extension put the decision before a superior
    QString subject = {}; ///< whom an extension added, "財政課長・契約係長", or where what waited was addressed
    QString from = {};    ///< whose it was that was addressed elsewhere
    int kept = 0;         ///< steps whose marks a resubmission kept
    int checked = 0;      ///< items ticked off in the examination that this act ended
};

/// One field that a resubmission changed, old and new as people read them.
struct FieldChange final {
    Bilingual label;
    Bilingual before;
    Bilingual after;
    bool concealed = false; ///< the reader may not read it
};

/// Everything the window shows of one case, as plain values that can cross threads.
struct CaseView final {
    CaseView(CaseRecord r, Verified v) : record(std::move(r)), verified(std::move(v)) {}

    CaseRecord record;
    Verified verified;
    FormDefinition definition;
    Content
        content; ///< of the newest revision the reader may see, what is confidential among its fields where they may read that
    QHash<QString, Bilingual> computed;
    std::vector<StepView> route; ///< drafter's mark first; for drafts and corrections the previewed route
    std::vector<HistoryLine> history;
    std::vector<FieldChange> changes; ///< between the last two submitted revisions, in the form's order
    AllowedActs acts;                 ///< to end it, and nothing else, where the record is damaged
    std::optional<NextDecision>
        atOnce{}; ///< what the reader may agree to and decide by one press, where the office has it so
    QString drafterName, drafterTitle, drafterSection;
    bool mine = false; ///< the reader is the drafter
    bool parted =
        false; ///< it would be the reader's turn, had they not taken another part in what is paid (Case::tookOtherPart)
    bool led = false;                     ///< the reader heads the line of the post it was filed as
    std::shared_ptr<const Office> office; ///< of today, to write posts and persons as names
    BudgetBook budget;                    ///< as known when the case was sent, to write its lines as names

    /// The day the newest content was sent; none of a draft.
    std::optional<QDate> sentOn() const;
    /// Whether there may be something in a field that the reader may not read, or in the files.
    bool conceals(const FieldDefinition &field) const;
    bool concealsFiles() const { return definition.confidentialAttachments && !record.privy; }
    /// Whether the reader may take back what was decided, by a case of its own (取消): the drafter, or, for a drafter who has left or is
    /// ill, whoever heads their line and may read all of it.
    bool cancellable() const;
    /// The reader writes it still: it was never sent. What a broken history leaves to be shown looks the same and is none.
    bool isDraft() const { return mine && record.history.empty(); }
};

/// Builds the view of a record for one reader. Pure.
CaseView makeCaseView(CaseRecord record, const Configuration &configuration, const FormCatalog &catalog,
                      OfficeSnapshots &offices, StaffId reader, const QDate &today);

/// How a post is written with its section: 総務課 + 課長 = "総務課長", 市長 = "市長".
QString postLabel(const Office &office, PostId post);

/// The steps of a resolved, not yet submitted route.
std::vector<StepView> makeRouteView(const Route &route, const RouteRule &rule, const DecisionTable *table,
                                    const Office &office, StaffId drafter);
/// Puts the marks of the round before onto those steps of a previewed route that a resubmission would keep.
void showKept(std::vector<StepView> &preview, const Route &route, const std::vector<int> &kept, const CaseView &before);

} // namespace kessai
