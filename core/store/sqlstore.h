// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/store.h"
#include "core/store/budgetqueries.h"
#include "core/store/meetingqueries.h"
#include "core/store/notary.h"
#include "core/store/reader.h"

namespace kessai {

/// The store over a database: reads by the named queries, writes through a notary.
class SqlStore final : public Store,
                       CaseStore,
                       BlobStore,
                       OfficeStore,
                       LedgerStore,
                       BudgetStore,
                       PayeeStore,
                       ExaminationStore,
                       PaymentStore {
public:
    /// `person` is who to be in an SQLite file; none = its owner, who reads everything and writes nothing. On a server it is the
    /// login that counts.
    static Result<std::unique_ptr<Store>> open(std::unique_ptr<Database> database, std::optional<StaffId> person,
                                               const Clock &clock);

    CaseStore &cases() override { return *this; }
    BlobStore &blobs() override { return *this; }
    OfficeStore &office() override { return *this; }
    LedgerStore &ledgers() override { return *this; }
    BudgetStore &budget() override { return *this; }
    PayeeStore &payees() override { return *this; }
    ExaminationStore &examinations() override { return *this; }
    PaymentStore &payments() override { return *this; }
    MeetingStore &meetings() override { return m_meetings; }
    bool connected() override { return m_database->isOpen(); }
    Result<> reconnect() override;
    void cancel() override { m_database->cancel(); }
    Result<> listen(const QByteArray &channel, std::function<void(Ring)> rang) override;
    bool guarded() const override { return m_database->dialect() == Dialect::PostgreSql; }

private:
    SqlStore(std::unique_ptr<Database> database, const Clock &clock);
    Result<> signIn(std::optional<StaffId> person);

    Result<Pulse> pulse() override;
    Result<ListPage> list(const ListQuery &query) override;
    Result<CaseRecord> load(CaseId id) override;
    Result<std::vector<CaseId>> ids(std::optional<CaseId> after, int limit) override;
    Result<CaseId> saveDraft(const DraftSave &draft) override;
    Result<> deleteDraft(CaseId id) override;
    Result<Event> append(const AppendRequest &request) override;

    Result<std::optional<UploadId>> begin(const Attachment &attachment) override;
    Result<> put(UploadId upload, int no, const QByteArray &chunk) override;
    Result<> finish(UploadId upload) override;
    Result<QByteArray> chunk(const QByteArray &sha256, int no) override;

    Result<Configuration> configuration() override;
    Result<StaffId> me() override;
    Result<Rights> rights() override;
    Result<> change(const OfficeChange &change) override;
    Result<> changeHolidays(const HolidayChange &change) override;
    Result<qint64> decidedOn(const std::vector<QDate> &days) override;
    Result<> adoptTable(const AdoptTable &adoption) override;
    Result<> adoptRule(const AdoptRule &adoption) override;
    Result<> adoptParameters(const AdoptParameters &adoption) override;
    Result<> adoptForm(const AdoptForm &adoption) override;
    Result<> adoptFaults(const AdoptFaults &adoption) override;
    Result<> reorganise(const Reorganise &change) override;
    Result<> takeBack(int number, int seenRevision) override;
    Result<std::vector<SettingAct>> settingActs() override;
    Result<std::vector<OfficeAct>> acts(const OfficeActsWanted &wanted) override;
    Result<std::vector<PreparedChange>> preparedChanges() override;
    Result<std::vector<PreparedChange>> failedChanges() override;
    Result<std::vector<WaitingCount>> waitingCounts() override;
    Result<std::vector<FiledCase>> filedCases(Instant since, std::optional<CaseId> after, int most) override;
    Result<std::vector<StrandedStep>> stranded() override;
    Result<Case> openRoute(CaseId id) override;
    Result<OwnRegistrations> ownRegistrations(CaseId on) override;
    Result<OfficeHealth> health() override;

    Result<std::vector<LedgerAnswer>> sums(const std::vector<LedgerQuery> &questions,
                                           std::optional<CaseId> except) override;
    Result<std::vector<OwnPosting>> own(const QDate &from, const QDate &until) override;
    Result<std::vector<AwayMinutes>> away(SectionId section, const QDate &from, const QDate &until) override;
    Result<std::vector<WorkPosting>> work(const QDate &from, const QDate &until) override;
    Result<std::vector<BookPosting>> workBook(std::optional<StaffId> who, const QDate &from,
                                              const QDate &until) override;
    Result<std::vector<WorkSum>> workSums(const QDate &from, const QDate &until) override;
    Result<std::vector<AwaitedEvidence>> awaitedEvidence(const QDate &from, const QDate &until) override;
    Result<std::vector<MonthClose>> monthCloses() override;

    Result<std::vector<LineBalance>> balances(FiscalYear year) override;
    Result<std::vector<BudgetCase>> casesOn(const QString &account) override;
    Result<std::vector<ChargedCommitment>> commitmentsInCharge() override;
    Result<std::vector<BudgetOrder>> ordersOn(const QStringList &accounts, const QDate &from,
                                              const QDate &until) override;
    Result<std::vector<BudgetEntry>> entries(FiscalYear year) override;
    Result<> importBudget(const BudgetImport &import) override;
    Result<std::vector<PayeeRef>> find(const QString &typed) override;
    Result<std::vector<PayeeRevision>> registered(const QString &typed, const QString &after, int most) override;
    Result<std::vector<Payee>> allPayees() override;
    Result<std::vector<PayeeRevision>> payeeRevisions(const QString &code) override;
    Result<> changePayees(const PayeeChange &change) override;
    Result<std::vector<VoucherRow>> vouchers(const QStringList &forms) override;
    Result<std::vector<InspectionRow>> inspections(CaseId commitment, const QString &form) override;
    Result<> markProof(const MarkProof &mark) override;
    Result<QStringList> returnReasons(const QStringList &forms, Instant since) override;

    Result<std::vector<PaymentDue>> due(const QDate &until) override;
    Result<std::vector<PaymentDue>> dueNow() override;
    Result<std::vector<WithheldTax>> withheldTax(const QDate &from, const QDate &until) override;
    Result<std::vector<PaymentBatch>> batches(const QDate &since) override;
    Result<PaymentRecord> paymentRecord() override;
    Result<std::optional<SourceRevision>> transferSource() override;
    Result<BatchId> changePayments(const PaymentChange &change) override;
    Result<std::vector<PaymentState>> paymentStates(const std::vector<CaseId> &cases) override;
    Result<CommitmentStanding> commitmentStanding(CaseId commitment) override;
    Result<std::vector<Unpaid>> unpaid() override;
    Result<std::vector<InvoiceTwin>> invoiceTwins(const InvoiceMarks &marks, std::optional<CaseId> except) override;
    Result<std::vector<PaidOffer>> paidInCharge() override;

    std::unique_ptr<Database> m_database;
    Reader m_reader;
    BudgetShelf m_lines;
    std::unique_ptr<Notary> m_notary; ///< none for the owner
    std::function<void(Ring)> m_rang; ///< none where no bell is heard
    SqlMeetings m_meetings{m_reader, m_notary};
};

} // namespace kessai
