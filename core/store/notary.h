// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/blobstore.h"
#include "core/ports/budgetstore.h"
#include "core/ports/casestore.h"
#include "core/ports/examinationstore.h"
#include "core/ports/meetingstore.h"
#include "core/ports/officestore.h"
#include "core/ports/payeestore.h"
#include "core/ports/paymentstore.h"

namespace kessai {

/// The one way anything is written to cases, files and the office. Two implementations, one meaning: LocalNotary checks and writes by
/// itself (SQLite, and an owner who fills a new database), RemoteNotary calls the functions inside PostgreSQL, which do.
///
/// Both refuse, whatever the caller claims: an actor who may not act on the assignment today; a drafter acting on their own
/// case; a change to anything decided (reading circulated papers and comments excepted); a step that opens before those
/// that block it are complete; a decision while something blocking is open; submit, withdraw, cancel or edit by anybody but
/// the drafter or in a state that does not allow it; a sequence number that is not the next; effects that touch anything but the
/// current round; a seal that is not the content's. Both stamp actor names, time, sequence and hash.
class Notary {
public:
    virtual ~Notary() = default;
    virtual Result<CaseId> saveDraft(const DraftSave &draft) = 0;
    virtual Result<> deleteDraft(CaseId id) = 0;
    virtual Result<Event> append(const AppendRequest &request) = 0;
    virtual Result<std::optional<UploadId>> beginUpload(const Attachment &attachment) = 0;
    virtual Result<> putChunk(UploadId upload, int no, const QByteArray &chunk) = 0;
    virtual Result<> finishUpload(UploadId upload) = 0;
    virtual Result<> change(const OfficeChange &change) = 0;
    virtual Result<> changeHolidays(const HolidayChange &change) = 0;
    virtual Result<> adoptTable(const AdoptTable &adoption) = 0;
    virtual Result<> adoptRule(const AdoptRule &adoption) = 0;
    virtual Result<> adoptParameters(const AdoptParameters &adoption) = 0;
    virtual Result<> adoptForm(const AdoptForm &adoption) = 0;
    virtual Result<> adoptFaults(const AdoptFaults &adoption) = 0;
    virtual Result<> reorganise(const Reorganise &change) = 0;
    virtual Result<> takeBack(int number, int seenRevision) = 0;
    virtual Result<> importBudget(const BudgetImport &import) = 0;
    virtual Result<> changePayees(const PayeeChange &change) = 0;
    virtual Result<> markProof(const MarkProof &mark) = 0;
    virtual Result<BatchId> changePayments(const PaymentChange &change) = 0;
    /// The meeting that was changed or begun.
    virtual Result<MeetingId> changeMeeting(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                            const MeetingChange &change) = 0;
    virtual Result<> openPaper(MeetingId id, int paper, int revision) = 0;
    virtual Result<> putInk(MeetingId id, const std::vector<Ink> &inks) = 0;
    virtual Result<> destroyInk(MeetingId id) = 0;
    /// How the meeting stands then, as the caller may see it.
    virtual Result<LiveMeeting> changeLive(MeetingId id, const LiveChange &change) = 0;
};

} // namespace kessai
