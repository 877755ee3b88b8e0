// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlstore.h"

#include "core/store/blobqueries.h"
#include "core/store/casequeries.h"
#include "core/store/examinationqueries.h"
#include "core/store/filedcases.h"
#include "core/store/healthqueries.h"
#include "core/store/ledgerqueries.h"
#include "core/store/localnotary.h"
#include "core/store/migrator.h"
#include "core/store/notaryholidays.h"
#include "core/store/officeacts.h"
#include "core/store/officequeries.h"
#include "core/store/openroutes.h"
#include "core/store/payeequeries.h"
#include "core/store/paymentqueries.h"
#include "core/store/remotenotary.h"
#include "core/store/reorganisations.h"

namespace kessai {

namespace {

Fail<Error> nobodyWrites()
{
    return fail(ErrorCode::AccessDenied, QStringLiteral("the owner of a database is nobody in the office"));
}

} // namespace

SqlStore::SqlStore(std::unique_ptr<Database> database, const Clock &clock)
    : m_database(std::move(database)), m_reader{*m_database, clock, std::nullopt}
{
}

Result<std::unique_ptr<Store>> SqlStore::open(std::unique_ptr<Database> database, std::optional<StaffId> person,
                                              const Clock &clock)
{
    Migrator migrator(*database);
    if (const Result<> usable = migrator.usable(); !usable)
        return usable.failure();
    std::unique_ptr<SqlStore> store(new SqlStore(std::move(database), clock));
    if (const Result<> signedIn = store->signIn(person); !signedIn)
        return signedIn.failure();
    return std::unique_ptr<Store>(std::move(store));
}

Result<> SqlStore::signIn(std::optional<StaffId> person)
{
    const bool server = guarded();
    m_reader.me = person;
    m_reader.sight = Sight::All;
    if (!server && !person)
        return {};
    const auto isNobody = [](const Result<StaffId> &me) { return !me && me.error().refusal == Refusal::UnknownStaff; };
    auto me = readMe(m_reader);
    if (isNobody(me) || !server) { // unless they begin today, and are the first to come
        if (const Result<> reached = reachDay(m_reader); !reached)
            return reached;
        me = readMe(m_reader);
    }
    if (!me) {
        // The owner of a server's database signs in like anybody and is nobody in the office; so is somebody who left, whom the
        // database shows nothing.
        const bool nobody = server && isNobody(me);
        m_reader.me.reset();
        return nobody ? Result<>() : Result<>(me.failure());
    }
    m_reader.me = *me;
    const auto rights = readRights(m_reader);
    if (!rights)
        return rights.failure();
    m_reader.sight = rights->auditor ? Sight::Submitted : Sight::Own;
    if (server)
        m_notary = std::make_unique<RemoteNotary>(*m_database);
    else
        m_notary = std::make_unique<LocalNotary>(*m_database, m_reader.clock, *me);
    return {};
}

Result<> SqlStore::reconnect()
{
    if (const Result<> again = m_database->reconnect(); !again)
        return again;
    if (const Result<> usable = Migrator(*m_database).usable(); !usable || !m_rang)
        return usable;
    m_rang(Ring::Live);
    m_rang(Ring::Ink);
    return {};
}

Result<> SqlStore::listen(const QByteArray &channel, std::function<void(Ring)> rang)
{
    m_rang = channel.isEmpty() || !guarded() ? nullptr : std::move(rang);
    return m_database->listen(channel, [this](const QByteArray &payload) {
        m_rang(payload == "ink" ? Ring::Ink : Ring::Live); // as migration 0032 says it
    });
}

Result<Pulse> SqlStore::pulse()
{
    if (!guarded()) { // on a server the door does this
        if (const Result<> reached = reachDay(m_reader); !reached)
            return reached.failure();
    }
    return readPulse(m_reader);
}

Result<ListPage> SqlStore::list(const ListQuery &query)
{
    return readList(m_reader, query);
}

Result<CaseRecord> SqlStore::load(CaseId id)
{
    return readCase(m_reader, id);
}

Result<std::vector<CaseId>> SqlStore::ids(std::optional<CaseId> after, int limit)
{
    return readCaseIds(m_reader, after, limit);
}

Result<CaseId> SqlStore::saveDraft(const DraftSave &draft)
{
    return m_notary ? m_notary->saveDraft(draft) : nobodyWrites();
}

Result<> SqlStore::deleteDraft(CaseId id)
{
    return m_notary ? m_notary->deleteDraft(id) : nobodyWrites();
}

Result<Event> SqlStore::append(const AppendRequest &request)
{
    return m_notary ? m_notary->append(request) : nobodyWrites();
}

Result<std::optional<UploadId>> SqlStore::begin(const Attachment &attachment)
{
    return m_notary ? m_notary->beginUpload(attachment) : nobodyWrites();
}

Result<> SqlStore::put(UploadId upload, int no, const QByteArray &chunk)
{
    return m_notary ? m_notary->putChunk(upload, no, chunk) : nobodyWrites();
}

Result<> SqlStore::finish(UploadId upload)
{
    return m_notary ? m_notary->finishUpload(upload) : nobodyWrites();
}

Result<QByteArray> SqlStore::chunk(const QByteArray &sha256, int no)
{
    return readChunk(m_reader, sha256, no);
}

Result<Configuration> SqlStore::configuration()
{
    if (m_notary && !guarded()) { // the office is that of today; whoever owns a database only looks
        if (const Result<> reached = reachDay(m_reader); !reached)
            return reached.failure();
    }
    return readConfiguration(m_reader, m_lines);
}

Result<StaffId> SqlStore::me()
{
    return readMe(m_reader);
}

Result<Rights> SqlStore::rights()
{
    return readRights(m_reader);
}

Result<> SqlStore::change(const OfficeChange &change)
{
    return m_notary ? m_notary->change(change) : nobodyWrites();
}

Result<> SqlStore::changeHolidays(const HolidayChange &change)
{
    return m_notary ? m_notary->changeHolidays(change) : nobodyWrites();
}

Result<qint64> SqlStore::decidedOn(const std::vector<QDate> &days)
{
    return readDecidedOn(m_reader, days);
}

Result<> SqlStore::adoptTable(const AdoptTable &adoption)
{
    return m_notary ? m_notary->adoptTable(adoption) : nobodyWrites();
}

Result<> SqlStore::adoptRule(const AdoptRule &adoption)
{
    return m_notary ? m_notary->adoptRule(adoption) : nobodyWrites();
}

Result<> SqlStore::adoptParameters(const AdoptParameters &adoption)
{
    return m_notary ? m_notary->adoptParameters(adoption) : nobodyWrites();
}

Result<> SqlStore::adoptForm(const AdoptForm &adoption)
{
    return m_notary ? m_notary->adoptForm(adoption) : nobodyWrites();
}

Result<> SqlStore::adoptFaults(const AdoptFaults &adoption)
{
    return m_notary ? m_notary->adoptFaults(adoption) : nobodyWrites();
}

Result<std::vector<SettingAct>> SqlStore::settingActs()
{
    return readSettingActs(m_reader);
}

Result<std::vector<OfficeAct>> SqlStore::acts(const OfficeActsWanted &wanted)
{
    return readOfficeActs(m_reader, wanted);
}

Result<> SqlStore::reorganise(const Reorganise &change)
{
    return m_notary ? m_notary->reorganise(change) : nobodyWrites();
}

Result<> SqlStore::takeBack(int number, int seenRevision)
{
    return m_notary ? m_notary->takeBack(number, seenRevision) : nobodyWrites();
}

Result<std::vector<PreparedChange>> SqlStore::preparedChanges()
{
    return readPreparedChanges(m_reader);
}

Result<std::vector<PreparedChange>> SqlStore::failedChanges()
{
    return readFailedChanges(m_reader);
}

Result<std::vector<WaitingCount>> SqlStore::waitingCounts()
{
    return readWaitingCounts(m_reader);
}

Result<std::vector<FiledCase>> SqlStore::filedCases(Instant since, std::optional<CaseId> after, int most)
{
    return readFiledCases(m_reader, since, after, most);
}

Result<std::vector<StrandedStep>> SqlStore::stranded()
{
    return readStranded(m_reader);
}

Result<Case> SqlStore::openRoute(CaseId id)
{
    return readOpenRoute(m_reader, id);
}

Result<OwnRegistrations> SqlStore::ownRegistrations(CaseId on)
{
    return readOwnRegistrations(m_reader, on);
}

Result<OfficeHealth> SqlStore::health()
{
    return readHealth(m_reader);
}

Result<std::vector<LedgerAnswer>> SqlStore::sums(const std::vector<LedgerQuery> &questions,
                                                 std::optional<CaseId> except)
{
    return readSums(m_reader, questions, except);
}

Result<std::vector<OwnPosting>> SqlStore::own(const QDate &from, const QDate &until)
{
    return readOwnPostings(m_reader, from, until);
}

Result<std::vector<AwayMinutes>> SqlStore::away(SectionId section, const QDate &from, const QDate &until)
{
    return readAway(m_reader, section, from, until);
}

Result<std::vector<WorkPosting>> SqlStore::work(const QDate &from, const QDate &until)
{
    return readWork(m_reader, from, until);
}

Result<std::vector<BookPosting>> SqlStore::workBook(std::optional<StaffId> who, const QDate &from, const QDate &until)
{
    return readWorkBook(m_reader, who, from, until);
}

Result<std::vector<WorkSum>> SqlStore::workSums(const QDate &from, const QDate &until)
{
    return readWorkSums(m_reader, from, until);
}

Result<std::vector<AwaitedEvidence>> SqlStore::awaitedEvidence(const QDate &from, const QDate &until)
{
    return readAwaitedEvidence(m_reader, from, until);
}

Result<std::vector<MonthClose>> SqlStore::monthCloses()
{
    return readMonthCloses(m_reader);
}

Result<std::vector<LineBalance>> SqlStore::balances(FiscalYear year)
{
    return readBalances(m_reader, year);
}

Result<std::vector<BudgetCase>> SqlStore::casesOn(const QString &account)
{
    return readBudgetCases(m_reader, account);
}

Result<std::vector<BudgetOrder>> SqlStore::ordersOn(const QStringList &accounts, const QDate &from, const QDate &until)
{
    return readBudgetOrders(m_reader, accounts, from, until);
}

Result<std::vector<ChargedCommitment>> SqlStore::commitmentsInCharge()
{
    return readCommitmentsInCharge(m_reader);
}

Result<std::vector<BudgetEntry>> SqlStore::entries(FiscalYear year)
{
    return readBudgetEntries(m_reader, year);
}

Result<> SqlStore::importBudget(const BudgetImport &import)
{
    return m_notary ? m_notary->importBudget(import) : nobodyWrites();
}

Result<std::vector<PayeeRef>> SqlStore::find(const QString &typed)
{
    return findPayees(m_reader, typed);
}

Result<std::vector<PayeeRevision>> SqlStore::registered(const QString &typed, const QString &after, int most)
{
    return readPayees(m_reader, typed, after, most);
}

Result<std::vector<Payee>> SqlStore::allPayees()
{
    return readAllPayees(m_reader);
}

Result<std::vector<PayeeRevision>> SqlStore::payeeRevisions(const QString &code)
{
    return readPayeeRevisions(m_reader, code);
}

Result<> SqlStore::changePayees(const PayeeChange &change)
{
    return m_notary ? m_notary->changePayees(change) : nobodyWrites();
}

Result<std::vector<VoucherRow>> SqlStore::vouchers(const QStringList &forms)
{
    return readVouchers(m_reader, forms);
}

Result<std::vector<InspectionRow>> SqlStore::inspections(CaseId commitment, const QString &form)
{
    return readInspections(m_reader, commitment, form);
}

Result<> SqlStore::markProof(const MarkProof &mark)
{
    return m_notary ? m_notary->markProof(mark) : nobodyWrites();
}

Result<QStringList> SqlStore::returnReasons(const QStringList &forms, Instant since)
{
    return readReturnReasons(m_reader, forms, since);
}

namespace {

/// What several statements read of one state of the database.
template <class Read>
std::invoke_result_t<Read> atOneMoment(Database &database, Read read)
{
    auto transaction = Transaction::beginReading(database);
    if (!transaction)
        return transaction.failure();
    auto all = read();
    if (all) {
        if (const Result<> ended = transaction->commit(); !ended)
            return ended.failure();
    }
    return all;
}

} // namespace

Result<std::vector<PaymentDue>> SqlStore::due(const QDate &until)
{
    return readPaymentsDue(m_reader, until);
}

Result<std::vector<PaymentDue>> SqlStore::dueNow()
{
    return readPaymentsNow(m_reader);
}

Result<std::vector<WithheldTax>> SqlStore::withheldTax(const QDate &from, const QDate &until)
{
    return readWithheldTax(m_reader, from, until);
}

Result<std::vector<PaymentBatch>> SqlStore::batches(const QDate &since)
{
    return atOneMoment(*m_database, [&] { return readBatches(m_reader, since); });
}

Result<PaymentRecord> SqlStore::paymentRecord()
{
    return atOneMoment(*m_database, [&] { return readPaymentRecord(m_reader); });
}

Result<std::optional<SourceRevision>> SqlStore::transferSource()
{
    return readTransferSource(m_reader);
}

Result<BatchId> SqlStore::changePayments(const PaymentChange &change)
{
    return m_notary ? m_notary->changePayments(change) : Result<BatchId>(nobodyWrites());
}

Result<std::vector<PaymentState>> SqlStore::paymentStates(const std::vector<CaseId> &cases)
{
    return readPaymentStates(m_reader, cases);
}

Result<CommitmentStanding> SqlStore::commitmentStanding(CaseId commitment)
{
    return readCommitmentStanding(m_reader, commitment);
}

Result<std::vector<Unpaid>> SqlStore::unpaid()
{
    return readUnpaid(m_reader);
}

Result<std::vector<InvoiceTwin>> SqlStore::invoiceTwins(const InvoiceMarks &marks, std::optional<CaseId> except)
{
    return readInvoiceTwins(m_reader, marks, except);
}

Result<std::vector<PaidOffer>> SqlStore::paidInCharge()
{
    return readPaidInCharge(m_reader);
}

} // namespace kessai
