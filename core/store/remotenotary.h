// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/notary.h"

namespace kessai {

/// The notary inside PostgreSQL, which knows the actor by the login and decides by itself (migrations 0002 to 0005). Each call is one
/// statement, so that over a slow line it costs one round trip and needs no transaction of the client's.
class RemoteNotary final : public Notary {
public:
    explicit RemoteNotary(Database &database);

    Result<CaseId> saveDraft(const DraftSave &draft) override;
    Result<> deleteDraft(CaseId id) override;
    /// OutcomeUnknown where the connection broke under way: the same request again tells, and records nothing twice.
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
                                    const MeetingChange &change) override;
    Result<> openPaper(MeetingId id, int paper, int revision) override;
    Result<> putInk(MeetingId id, const std::vector<Ink> &inks) override;
    Result<> destroyInk(MeetingId id) override;
    Result<LiveMeeting> changeLive(MeetingId id, const LiveChange &change) override;

private:
    /// The caller's name as it is searched for.
    Result<QString> myName();
    Result<QString> nameFor(const QJsonObject &fields);

    Database &m_database;
    std::optional<QString> m_myName;
};

} // namespace kessai
