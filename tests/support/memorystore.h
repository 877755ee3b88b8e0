// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/officeacts.h"
#include "core/ports/settings.h"
#include "tests/support/memoryoffice.h"

namespace kessai::test {

/// One signed-in connection to a memory office. On the stage everything that is set in the office happens to it; what a test
/// prepares goes on behind.
class MemoryStore final : public Store,
                          CaseStore,
                          BlobStore,
                          OfficeStore,
                          LedgerStore,
                          BudgetStore,
                          PayeeStore,
                          ExaminationStore,
                          PaymentStore,
                          MeetingStore {
public:
    enum class Side { Stage, Behind };
    MemoryStore(MemoryOffice &office, StaffId who, Side side) : m_office(office), m_who(who), m_side(side) {}

    CaseStore &cases() override { return *this; }
    BlobStore &blobs() override { return *this; }
    OfficeStore &office() override { return *this; }
    LedgerStore &ledgers() override { return *this; }
    BudgetStore &budget() override { return *this; }
    PayeeStore &payees() override { return *this; }
    ExaminationStore &examinations() override { return *this; }
    PaymentStore &payments() override { return *this; }
    MeetingStore &meetings() override { return *this; }
    bool connected() override;
    Result<> reconnect() override;
    bool guarded() const override { return true; }

private:
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
    Result<StaffId> me() override { return m_who; }
    Result<Rights> rights() override { return Rights{}; }
    Result<> change(const OfficeChange &change) override;
    Result<> changeHolidays(const HolidayChange &change) override;
    Result<qint64> decidedOn(const std::vector<QDate> &days) override;
    Result<> adoptTable(const AdoptTable &) override { return fail(ErrorCode::AccessDenied); }
    Result<> adoptRule(const AdoptRule &) override { return fail(ErrorCode::AccessDenied); }
    Result<> adoptParameters(const AdoptParameters &) override { return fail(ErrorCode::AccessDenied); }
    Result<> adoptForm(const AdoptForm &) override { return fail(ErrorCode::AccessDenied); }
    Result<> adoptFaults(const AdoptFaults &) override { return fail(ErrorCode::AccessDenied); }
    Result<std::vector<SettingAct>> settingActs() override { return std::vector<SettingAct>(); }
    Result<std::vector<OfficeAct>> acts(const OfficeActsWanted &) override { return std::vector<OfficeAct>(); }
    Result<> reorganise(const Reorganise &) override { return fail(ErrorCode::AccessDenied); }
    Result<> takeBack(int, int) override { return fail(ErrorCode::AccessDenied); }
    Result<std::vector<PreparedChange>> preparedChanges() override { return fail(ErrorCode::AccessDenied); }
    Result<std::vector<PreparedChange>> failedChanges() override { return fail(ErrorCode::AccessDenied); }
    Result<std::vector<WaitingCount>> waitingCounts() override { return fail(ErrorCode::AccessDenied); }
    Result<std::vector<FiledCase>> filedCases(Instant, std::optional<CaseId>, int) override
    {
        return fail(ErrorCode::AccessDenied);
    }
    Result<std::vector<StrandedStep>> stranded() override;
    Result<Case> openRoute(CaseId id) override;
    Result<OwnRegistrations> ownRegistrations(CaseId) override;
    Result<OfficeHealth> health() override { return fail(ErrorCode::AccessDenied); }
    Result<std::vector<LedgerAnswer>> sums(const std::vector<LedgerQuery> &questions,
                                           std::optional<CaseId> except) override;
    Result<std::vector<OwnPosting>> own(const QDate &from, const QDate &until) override;
    Result<std::vector<AwayMinutes>> away(SectionId section, const QDate &from, const QDate &until) override;
    Result<std::vector<WorkPosting>> work(const QDate &, const QDate &) override { return std::vector<WorkPosting>(); }
    Result<std::vector<BookPosting>> workBook(std::optional<StaffId>, const QDate &, const QDate &) override
    {
        return std::vector<BookPosting>();
    }
    Result<std::vector<WorkSum>> workSums(const QDate &, const QDate &) override { return std::vector<WorkSum>(); }
    Result<std::vector<AwaitedEvidence>> awaitedEvidence(const QDate &, const QDate &) override
    {
        return std::vector<AwaitedEvidence>();
    }
    Result<std::vector<MonthClose>> monthCloses() override { return std::vector<MonthClose>(); }

    Result<std::vector<LineBalance>> balances(FiscalYear) override { return std::vector<LineBalance>(); }
    Result<std::vector<BudgetCase>> casesOn(const QString &) override { return std::vector<BudgetCase>(); }
    Result<std::vector<BudgetOrder>> ordersOn(const QStringList &, const QDate &, const QDate &) override
    {
        return std::vector<BudgetOrder>();
    }
    Result<std::vector<ChargedCommitment>> commitmentsInCharge() override { return std::vector<ChargedCommitment>(); }
    Result<std::vector<BudgetEntry>> entries(FiscalYear) override { return std::vector<BudgetEntry>(); }
    Result<> importBudget(const BudgetImport &) override { return fail(ErrorCode::AccessDenied, QString()); }
    // Nobody is paid by this office.
    Result<std::vector<PayeeRef>> find(const QString &) override { return std::vector<PayeeRef>(); }
    Result<std::vector<PayeeRevision>> registered(const QString &, const QString &, int) override
    {
        return std::vector<PayeeRevision>();
    }
    Result<std::vector<Payee>> allPayees() override { return std::vector<Payee>(); }
    Result<std::vector<PayeeRevision>> payeeRevisions(const QString &) override { return std::vector<PayeeRevision>(); }
    Result<> changePayees(const PayeeChange &) override { return fail(ErrorCode::AccessDenied); }
    // Nothing is examined in it.
    Result<std::vector<VoucherRow>> vouchers(const QStringList &) override { return std::vector<VoucherRow>(); }
    Result<std::vector<InspectionRow>> inspections(CaseId, const QString &) override
    {
        return std::vector<InspectionRow>();
    }
    Result<> markProof(const MarkProof &) override { return fail(ErrorCode::AccessDenied); }
    Result<QStringList> returnReasons(const QStringList &, Instant) override { return QStringList(); }
    Result<std::vector<PaymentDue>> due(const QDate &) override { return std::vector<PaymentDue>(); }
    Result<std::vector<PaymentDue>> dueNow() override { return std::vector<PaymentDue>(); }
    Result<std::vector<WithheldTax>> withheldTax(const QDate &, const QDate &) override
    {
        return std::vector<WithheldTax>();
    }
    Result<std::vector<PaymentBatch>> batches(const QDate &) override { return std::vector<PaymentBatch>(); }
    Result<PaymentRecord> paymentRecord() override { return PaymentRecord(); }
    Result<std::optional<SourceRevision>> transferSource() override { return std::optional<SourceRevision>(); }
    Result<BatchId> changePayments(const PaymentChange &) override { return fail(ErrorCode::AccessDenied); }
    Result<std::vector<PaymentState>> paymentStates(const std::vector<CaseId> &) override
    {
        return std::vector<PaymentState>();
    }
    Result<CommitmentStanding> commitmentStanding(CaseId) override { return CommitmentStanding{}; }
    Result<std::vector<Unpaid>> unpaid() override { return std::vector<Unpaid>(); }
    Result<std::vector<InvoiceTwin>> invoiceTwins(const InvoiceMarks &, std::optional<CaseId>) override
    {
        return std::vector<InvoiceTwin>();
    }
    Result<std::vector<PaidOffer>> paidInCharge() override { return std::vector<PaidOffer>(); }

    Result<std::vector<MeetingRow>> meetings(const QDate &from) override;
    Result<MeetingRecord> meeting(MeetingId id) override;
    Result<MeetingRecord> change(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                 const MeetingChange &change) override;
    Result<std::vector<PaperPage>> pages(MeetingId id, int paper, int revision) override;
    Result<> markOpened(MeetingId id, int paper, int revision) override;
    Result<std::vector<PaperOpened>> opened(MeetingId id) override;
    Result<std::vector<MeetingHit>> findInPapers(const QString &folded, int most) override;
    Result<InkRead> ink(MeetingId id, qint64 since) override;
    Result<> putInk(MeetingId id, const std::vector<Ink> &inks) override;
    Result<std::optional<QDate>> inkEnd(MeetingId id) override;
    Result<> destroyInk(MeetingId id) override;
    Result<LiveMeeting> live(MeetingId id) override;
    Result<LiveMeeting> changeLive(MeetingId id, const LiveChange &change) override;
    Result<std::vector<MyAction>> myActions() override;

    /// Whatever the office is set to do to this kind of call.
    Result<> enter(Ask ask) { return m_side == Side::Stage ? m_office.enter(ask) : Result<>(); }
    template <class F>
    auto ask(Ask what, F answer) -> std::invoke_result_t<F>
    {
        if (const auto can = enter(what); !can)
            return can.failure();
        return answer();
    }
    MemoryMeetings::Asker asker() const;
    /// Of the one form of this office, which stands for that of minutes.
    MinutesCase minutesCase(CaseId id) const;
    /// Asks the meetings, which are everybody's.
    template <class F>
    auto ofMeetings(Ask what, F answer) -> std::invoke_result_t<F, MemoryMeetings &>
    {
        return ask(what, [&] {
            const std::lock_guard lock(m_office.m_mutex);
            return answer(m_office.m_meetings);
        });
    }

    MemoryOffice &m_office;
    StaffId m_who;
    Side m_side;
};

} // namespace kessai::test
