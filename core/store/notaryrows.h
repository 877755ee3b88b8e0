// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/content.h"
#include "core/office/office.h"
#include "core/store/invariants.h"
#include "core/store/query.h"

namespace kessai {

inline constexpr qint64 kDayUs = 86'400'000'000; ///< microseconds of a day

/// How an actor or drafter is written down at an act.
struct OfficeStamp final {
    QString title;
    QString section;
};

/// What the notary in this program reads to make up its mind, all inside the caller's transaction, and all as of one day.
class NotaryRows final {
public:
    NotaryRows(Database &database, const QDate &today) : m_database(database), m_today(today) {}

    /// The full name of a member of staff today; none when they are not in the office.
    Result<std::optional<QString>> nameOf(StaffId staff);
    Result<bool> holds(StaffId staff, PostId post);
    Result<bool> deputises(StaffId principal, StaffId deputy, CaseId on);
    /// The post itself, or the one the work of an abolished one went to.
    Result<PostId> currentPost(PostId post);
    /// Everybody who holds a post, or the one its work went to.
    Result<std::vector<StaffId>> holders(PostId post);
    /// Who answers for an assignment today and is on the staff.
    Result<std::vector<StaffId>> answering(const Assignee &who);
    Result<bool> absent(StaffId staff);
    /// For how many days what waits for somebody who is away waits for them (kAbsenceDays), but for no fewer than if `reader` had never set it; none
    /// until the number is there.
    Result<std::optional<qint64>> daysToWait(std::optional<StaffId> reader);
    /// Since when what `reader` changed of the office counts for nothing where they address what waits.
    Result<Instant> stillFresh(StaffId reader, Instant now);
    /// Whether somebody is away and still will be so many days later, unless by what `reader` registered of them, who is not they.
    Result<bool> awayForLong(StaffId staff, std::optional<StaffId> reader);
    /// Whether such a case passes somebody over: they are away, said so, and nobody is their deputy for it.
    Result<bool> passesOver(StaffId staff, const Matter &matter);
    /// Whom a content names as the inspector of what it pays.
    Result<std::vector<StaffId>> inspectors(const QJsonObject &fields);
    /// Whether a holder of a post is there who is not `except`.
    Result<bool> attended(PostId post, const LockedCase &file);
    /// Who decides in a decider's place, in order, for what a post of the line `line` filed; to a `reader` one counts whom they took away where nobody is listed.
    Result<std::vector<PostId>> standIns(PostId decider, PostId line, std::optional<StaffId> reader = {});
    /// Whether a post leads the section of another or one above it, and is not that post.
    Result<bool> isSuperior(PostId post, PostId of);
    /// Whether two posts lie in the same 課, or, above it, in the same section.
    Result<bool> sameWholeSection(PostId post, PostId other);
    /// Whether a post stands in no lower a rank than another.
    Result<bool> ranksAtLeast(PostId post, PostId other);
    /// Whether a deputy for a case of such a matter acts for somebody who is away.
    Result<bool> hasDeputy(StaffId staff, const Matter &matter);
    /// The same, where one counts whom `reader` took away and is not themself.
    Result<bool> hasDeputy(StaffId staff, const Matter &matter, std::optional<StaffId> reader);
    /// Whether somebody is named as a deputy today or later, on whatever cases and days, of somebody who may have left.
    Result<bool> isEverDeputy(StaffId deputy, StaffId principal);
    /// Whether somebody comes to hold a post, or the one its work went to, by an appointment or what is prepared.
    Result<bool> comesToHold(StaffId staff, PostId post);
    /// The primary post somebody was given last; of those who left, too.
    Result<std::optional<PostId>> lastPost(StaffId staff);
    /// Whether somebody did anything in a case but remark on it or readdress it, or it was done for them.
    Result<bool> actedIn(CaseId id, StaffId staff);
    /// Whether somebody heads the line of a post from the 課 on (Office::headsLine).
    Result<bool> headsLine(StaffId staff, PostId post);
    /// Whether a clerk files for a colleague (Office::filesFor).
    Result<bool> filesFor(StaffId clerk, StaffId colleague);
    /// The submission that began the current round; none before the first.
    Result<std::optional<Submitted>> lastSubmission(const LockedCase &file);
    /// The post the drafter filed the current round as.
    Result<PostId> lineOf(const LockedCase &file);
    /// Whether a post belongs to no section but the city itself.
    Result<bool> atTheTop(PostId post);
    Result<std::optional<PostId>> primaryPost(StaffId staff);
    /// Title and 課 of a post; empty for none.
    Result<OfficeStamp> stampOf(std::optional<PostId> post);
    /// Whether somebody drafted the case or was sent it.
    Result<bool> maySee(const LockedCase &file, StaffId staff);
    /// Whether somebody reads everything that was submitted, and changes nothing.
    Result<bool> isAuditor(StaffId staff);
    /// Whether an assignment can be addressed to them today.
    Result<bool> exists(const Assignee &who);
    /// The newest revisions of the office and of a form's rule in force on a day.
    struct InForce {
        int officeRevision;
        int ruleRevision;
    };
    Result<InForce> inForce(const QString &form, const QDate &day);

    /// The case and its current round, locked until the transaction ends; NotFound when there is none.
    Result<LockedCase> lock(CaseId id);
    /// The number a case was given.
    const QString &lockedNumber() const { return m_number; }
    /// The event recorded with a request id, if there is one.
    Result<std::optional<Event>> recorded(const QString &requestId);
    /// Whether a case was reminded of so short a time ago that it may not be again.
    Result<bool> remindedBefore(CaseId id);
    /// Who is asked now, as posts are called: 総務課長・財政課長.
    Result<QString> nowWith(CaseId id, int round);

    struct StoredContent {
        Content content;
        QString title;
        std::optional<qint64> amount;
        bool urgent;
        bool sealed;
    };
    /// A revision of a case's content as the rows have it; none when there is none.
    Result<std::optional<StoredContent>> contentOf(const LockedCase &file, int revision);

private:
    Result<bool> any(Query &query);
    Result<std::vector<Step>> seatsOf(CaseId id, int round);
    Result<> readParts(LockedCase &file);
    Result<std::optional<PostId>> lineHead(PostId post, SectionLevel level);
    struct Place {
        std::optional<SectionId> parent;
        SectionLevel level;
    };
    Result<std::optional<SectionId>> sectionOf(PostId post);
    Result<std::vector<SectionId>> sectionsOf(PostId post);
    Result<std::optional<SectionId>> wholeSection(PostId post);
    Result<std::optional<Place>> placeOf(SectionId section);

    Database &m_database;
    QDate m_today;
    std::map<std::optional<StaffId>, std::optional<qint64>> m_daysToWait; ///< once they were read
    QString m_number;
};

/// 総務課 and 課長 are written 総務課長; the mayor has no section before the title.
QString postInFull(const QString &section, int level, const QString &title);

} // namespace kessai
