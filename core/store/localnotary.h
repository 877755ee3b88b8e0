// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/cancellation.h"
#include "core/store/notary.h"
#include "core/store/notaryrows.h"

namespace kessai {

class Query;

/// The notary in this program: for an SQLite file, and for the owner who fills a new office on a server. It checks what
/// core/store/notary.h promises against the tables and without the engine, so that a differential test can compare the two, and
/// protects nobody from somebody with the file. All of an act is one transaction.
class LocalNotary final : public Notary {
public:
    LocalNotary(Database &database, const Clock &clock, StaffId actor);
    /// Whoever fills an office with history acts as one member of staff after the other.
    void actAs(StaffId actor) { m_actor = actor; }

    Result<CaseId> saveDraft(const DraftSave &draft) override;
    Result<> deleteDraft(CaseId id) override;
    Result<Event> append(const AppendRequest &request) override;
    Result<std::optional<UploadId>> beginUpload(const Attachment &attachment) override;
    Result<> putChunk(UploadId upload, int no, const QByteArray &chunk) override;
    Result<> finishUpload(UploadId upload) override;
    Result<> change(const OfficeChange &change) override;
    Result<> changeHolidays(const HolidayChange &change) override;
    Result<> adoptTable(const AdoptTable &adoption) override;
    Result<> adoptRule(const AdoptRule &adoption) override;
    Result<> adoptParameters(const AdoptParameters &adoption) override;
    Result<> adoptForm(const AdoptForm &adoption) override;
    Result<> adoptFaults(const AdoptFaults &adoption) override;
    Result<> reorganise(const Reorganise &change) override;
    Result<> takeBack(int number, int seenRevision) override;
    Result<> importBudget(const BudgetImport &import) override;
    Result<> changePayees(const PayeeChange &change) override;
    Result<> markProof(const MarkProof &mark) override;
    Result<BatchId> changePayments(const PaymentChange &change) override;
    Result<MeetingId> changeMeeting(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                    const MeetingChange &asked) override;
    Result<> openPaper(MeetingId id, int paper, int revision) override;
    Result<> putInk(MeetingId id, const std::vector<Ink> &inks) override;
    Result<> destroyInk(MeetingId id) override;
    Result<LiveMeeting> changeLive(MeetingId id, const LiveChange &change) override;

private:
    // notarychanges.cpp
    /// An administrator's act: theirs to make today, within what one person registers in a day, all of it or nothing.
    template <class Write>
    Result<> administer(Write write);
    template <class Adoption, class Write>
    Result<> setUp(const Adoption &adoption, Write write);
    // localnotary.cpp
    /// Begins an act in the office of today: what was prepared for it is in force first.
    Result<Transaction> begin();
    Result<Event> record(const AppendRequest &request);
    Result<> checkWho(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event);
    Result<> checkReadable(NotaryRows &rows, const LockedCase &file);
    static Result<> checkFilerUnasked(NotaryRows &rows, const LockedCase &file, const Step &step);
    Result<> takeFiler(NotaryRows &rows, LockedCase &file, const Capacity &capacity);
    Result<> checkCapacity(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event);
    Result<> checkBasis(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event);
    Result<> checkStandIn(NotaryRows &rows, const LockedCase &file, const Assignment &on, const Capacity &capacity);
    Result<> checkPassed(NotaryRows &rows, const Matter &matter, const EventBody &body, const std::vector<Step> &steps);
    Result<> checkPresent(NotaryRows &rows, const Step &step);
    Result<> checkAdded(NotaryRows &rows, const LockedCase &file, const Extended &extended);
    Result<> checkSubmission(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event,
                             const std::optional<NotaryRows::StoredContent> &content);
    // notaryreroutes.cpp
    Result<> checkAdministers();
    static Result<> checkSubmitted(const LockedCase &file);
    Result<bool> mayBeAsked(NotaryRows &rows, const LockedCase &file, const Step &step, const Assignee &who);
    Result<> checkNoPart(NotaryRows &rows, const LockedCase &file);
    Result<> checkTarget(NotaryRows &rows, const LockedCase &file, const Rerouted &rerouted);
    Result<> checkRerouted(NotaryRows &rows, const LockedCase &file, const ProposedEvent &event);
    Result<> writeReroute(const LockedCase &file, const Event &event, const Rerouted &rerouted);
    // notarywrites.cpp
    Result<Event> stamp(NotaryRows &rows, const LockedCase &file, const AppendRequest &request);
    Result<> write(NotaryRows &rows, const LockedCase &file, const Event &event,
                   const std::optional<NotaryRows::StoredContent> &content);
    Result<> checkMonths(CaseId id);
    Result<> writeRound(const LockedCase &file, const Event &event, const Submitted &submitted,
                        const NotaryRows::StoredContent &content, NotaryRows &rows);
    Result<> insertStep(CaseId id, int round, const Step &step);
    Result<> writeExtension(const LockedCase &file, const Event &event, const Extended &extended);
    Result<> followLeave(const LockedCase &file, const Event &event);
    Result<> writeEvent(const Event &event);
    // notaryaccounts.cpp
    Result<bool> mayMove(StaffId drafter, const Posting &posting);
    Result<bool> mayRestOn(StaffId drafter, CaseId commitment);
    Result<bool> isCommitmentOf(StaffId drafter, CaseId commitment, bool reading);
    Result<> checkAccounts(CaseId id);
    // notaryrefunds.cpp
    Result<bool> mayReturn(StaffId drafter, CaseId order);
    Result<> checkReturn(const QJsonObject &said, const std::vector<Posting> &postings);
    // notaryreferences.cpp
    Result<> checkReferences(const LockedCase &file, const QJsonObject &fields, const std::vector<Posting> &postings);
    Result<> checkNamed(const LockedCase &file, const QJsonObject &fields, const std::vector<Posting> &postings);
    Result<> checkApart(NotaryRows &rows, const LockedCase &file, const QJsonObject &fields,
                        const std::vector<Posting> &postings);
    Result<> checkInspected(NotaryRows &rows, const QJsonObject &fields, const std::vector<Posting> &postings);
    Result<> checkReference(const LockedCase &file, const QJsonObject &fields, const QJsonObject &said,
                            const std::vector<Posting> &postings);
    // notarycancellations.cpp
    static Result<bool> mayCancel(NotaryRows &rows, const LockedCase &file, const Cancellation &cancellation);
    Result<> checkCancellation(NotaryRows &rows, const LockedCase &file, const Submitted &submitted,
                               const Content &content);
    Result<> beginCancellation(const LockedCase &file, const Content &content);
    Result<> settleCancellation(const LockedCase &file, const Event &event);
    Result<> writeEffects(const LockedCase &file, const Event &event);
    // notaryproofs.cpp
    Result<bool> examines(NotaryRows &rows, const LockedCase &file);
    Result<bool> isProof(CaseId id, const ProofPlace &place);
    // notarymeetings.cpp
    Result<std::optional<UploadId>> paperFile(const MeetingChange &change);
    Result<std::optional<MeetingId>> recordedChange(std::optional<MeetingId> id, const QString &requestId,
                                                    const MeetingChange &change);
    Result<MeetingRecord> readableMeeting(NotaryRows &rows, std::optional<MeetingId> id, const MeetingChange *change);
    Result<MeetingId> recordAct(MeetingId id, const Meeting &before, const MeetingChange &change,
                                const QByteArray &previous, const QString &name, const QString &requestId, Instant at);
    // notaryink.cpp
    Result<bool> standsOver(const Query &stored, const Ink &ink);
    Result<> checkInkPlace(MeetingId id, const Ink &ink);
    Result<> shareInk(MeetingId id, const Ink &ink);
    Result<> writeInk(MeetingId id, const Ink &ink, qint64 mark, const QString &name);
    // notarylive.cpp
    Result<> followLive(const Meeting &after, const MeetingChange &change);
    Result<std::optional<MeetingChange>> counted(const Meeting &whole, const MeetingChange &change);
    Result<> checkFiling(const Meeting &held, const MeetingChange &change);
    // notarydrafts.cpp
    Result<CaseId> newCase(const DraftSave &draft, NotaryRows &rows, Instant at);
    Result<> rewrite(const DraftSave &draft, NotaryRows &rows, Instant at);
    Result<> putContent(CaseId id, const DraftSave &draft);
    Result<> putConfidential(CaseId id, const DraftSave &draft);
    Result<> putWords(CaseId id, const QString &number, const DraftSave &draft, NotaryRows &rows);
    Result<> putAttachments(CaseId id, const DraftSave &draft);

    Database &m_database;
    const Clock &m_clock;
    StaffId m_actor;
};

/// What lists are searched in: number, title and drafter, folded and kept apart.
QString searchText(const QString &number, const QString &title, const QString &drafter);

/// 64 hexadecimal digits in lower case: a digest, or a salt.
bool isHexDigest(const QByteArray &digest);

// Limits (core/store/sql/migrations/0001_schema.sql).
inline constexpr qsizetype kMaxFiles = 50;
inline constexpr qsizetype kMaxFieldsBytes = 1024 * 1024;
inline constexpr qsizetype kMaxTitleBytes = 2000;
inline constexpr qsizetype kMaxPayloadBytes = 1024 * 1024;
inline constexpr qint64 kMaxQuantity = 1'000'000'000'000; ///< of one posting
/// Until then a day has only just begun: what was made ready before midnight may arrive after it.
inline const QTime kMidnightGrace(0, 15);

} // namespace kessai
