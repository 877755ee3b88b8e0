// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payeefile.h"
#include "core/base/clock.h"
#include "core/cases/caseref.h"
#include "core/cases/paidref.h"
#include "core/ports/store.h"
#include "core/services/budgetsheet.h"
#include "core/services/caseview.h"
#include "core/services/deadlines.h"
#include "core/services/dryrun.h"
#include "core/services/examination.h"
#include "core/services/monthsheet.h"
#include "core/services/payments.h"
#include "core/services/payroll.h"
#include "core/services/routetrial.h"
#include "core/services/rulebook.h"
#include "core/services/sectionsheet.h"
#include "core/services/workbook.h"
#include "core/services/worksheet.h"

namespace kessai {

struct OfficeActLine;

/// Who sits at the desk and what the office is: known after signing in, and another one on the next day or after a change.
struct DeskInfo final {
    QString officeName;
    Staff me;
    QString section; ///< "総務課 庶務係"
    QString title;   ///< "主事"
    Rights rights;
    bool guarded = false;       ///< see Store::guarded
    bool leads = false;         ///< heads a part of the office, and is shown what is late there
    Instant forgottenBefore{0}; ///< what came back to somebody before, and was not filed again, lies forgotten
    QDate today;
    std::vector<FormDefinition> forms; ///< those in force today, in the catalogue's order
    std::shared_ptr<const Office> office;
    qint64 configuration = 0; ///< see Pulse::configuration
    BudgetBook budget{};
    std::vector<SectionId> ownSections{}; ///< in charge of lines of the budget with them (inCharge)
    std::vector<StaffId> filesFor{};    ///< colleagues for whom they may file (代理入力), as the office lists them
    std::vector<VoucherFault> faults{}; ///< why vouchers go back, as the list of today offers it
    QString databaseId{};               ///< random, of the office's database: two offices of one name are not the same
};

/// What filing would do, shown while somebody types.
struct Preview final {
    QString title;
    std::optional<Yen> amount;
    std::vector<Finding> findings;
    std::vector<Insight> insights;
    QHash<QString, Bilingual> computed;
    QStringList needed{};        ///< fields that what else is written makes obligatory, filled or not
    QJsonObject proposal{};      ///< for fields that nobody has touched (Form::proposal)
    std::vector<StepView> route; ///< empty when `refusal` is set
    bool awaitsAmount = false;   ///< the 専決 table was asked without the amount the form demands: its longest answer
    std::optional<Refusal> refusal; ///< why no route could be resolved
    bool submittable() const;
};

/// Days on which somebody is away and who acts for them, from today on (不在と代理).
struct AbsenceSheet final {
    StaffId who;
    std::vector<Dated<Absence>> absences;      ///< by first day
    std::vector<Dated<Deputyship>> deputies;   ///< theirs, by first day
    std::vector<Dated<Deputyship>> principals; ///< those for whom they act or will act
    friend bool operator==(const AbsenceSheet &, const AbsenceSheet &) = default;
};

/// Who decides in a post's place and where the work of abolished posts went, from today on.
struct PostSheet final {
    std::vector<PostId> posts;                  ///< that exist today, as the office lists them
    std::vector<PostId> abolished;              ///< that are no more, or will be
    QHash<PostId, QString> names;               ///< of both, with their section as it was called last: 総務課長
    std::vector<Dated<StandIn>> standIns;       ///< by decider and order
    std::vector<Dated<Succession>> successions; ///< by first day
    friend bool operator==(const PostSheet &, const PostSheet &) = default;
};

/// What an office is set to besides its rules, for whoever sets it: all revisions.
struct SettingsBook final {
    Parameters parameters;
    std::vector<FormDefinition> forms;
    QHash<QString, QStringList> openChoices; ///< of each form: choices to which an office may add its own
    std::vector<FaultList> faultLists;
    std::shared_ptr<const Office> office;
    std::vector<SettingAct> acts; ///< by whom revisions came to be, by name
};

/// Units, posts and people with all their days, and what waits for its own; for administrators.
struct OrganisationSheet final {
    OfficeHistory history;
    std::vector<PreparedChange> prepared;
    std::vector<PreparedChange> failed; ///< could not be put in force on their day
    QDate today;
    int revision = 0; ///< by which a change made upon this is told from one made upon something older
};

/// What importing an official list of holidays would change.
struct ImportPreview final {
    ImportHolidays list;
    HolidayDiff diff;
    qint64 decided =
        0; ///< decided cases that moved something on days that become another kind of day; they stay as they were
};

/// A decided commitment another case may rest on, with what is left to pay of it.
struct CaseOffer final {
    CaseId id;
    QString number;
    QString title;
    std::optional<qint64> left;
    friend bool operator==(const CaseOffer &, const CaseOffer &) = default;
};

/// What an approver or drafter does to a case that exists.
using Act = std::variant<Approve, Return, Reject, Object, AddStep, Raise, Withdraw, Cancel, Comment, Remind>;

/// Everything somebody signed in can do, over one store. Blocks on the database; lives on the desk's thread (DeskThread).
/// Reads verify before they show; writes go through the engine first and the notary after.
class Desk final {
public:
    Desk(std::unique_ptr<Store> store, const FormCatalog &catalog, const Clock &clock);
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    /// Reads who is signed in and the office's configuration.
    Result<DeskInfo> start();
    /// The same as of today and of the configuration read last.
    Result<DeskInfo> info();
    /// The cheap poll. Reads the configuration again when it changed, reconnects when the connection was lost.
    Result<Pulse> pulse();
    /// As Store::listen.
    Result<> listen(const QByteArray &channel, std::function<void(Ring)> rang);
    /// A page of a list, with what is due when. What is late is as of today, whatever the query says of it.
    Result<ListPage> list(const ListQuery &query);
    Result<CaseView> open(CaseId id);
    /// What approvers should see beside a case; asked separately so that the case shows at once. Of a case that was sent, what its form refuses
    /// as of that day is among it: the drafter's program alone kept to it, and it may have become wrong since.
    Result<std::vector<Insight>> insights(StaffId drafter, const Content &content, std::optional<CaseId> except,
                                          const std::optional<QDate> &sentOn = std::nullopt);

    /// The reader's own month, with how they stand as of the day of it that is nearest to today. One round trip.
    Result<MonthSheet> month(const QDate &first);
    /// Who of a section is away in a month; without one, of the reader's own.
    Result<SectionSheet> sectionMonth(std::optional<SectionId> section, const QDate &first);
    /// Everybody's overtime of a month, or of the oldest that is open, for personnel.
    Result<WorkSheet> work(const std::optional<QDate> &month);
    /// The 時間外勤務命令簿 of a month: one's own, or, for personnel, of somebody or of everybody. Nothing of people without anything in it.
    Result<std::vector<WorkBook>> books(const QDate &month, std::optional<StaffId> who);
    /// What is paid for a closed month, for personnel; refused as PeriodInvalid while the month is open.
    Result<std::vector<PayrollLine>> payroll(const QDate &month);

    Result<Preview> preview(const Content &content, std::optional<CaseId> editing);
    /// Saves a draft, or the correction of a returned case, what is confidential in it apart; the title and amount come from the form.
    /// `content` is as people type and read it, here and in `preview` and `insights`.
    Result<CaseId> saveDraft(std::optional<CaseId> id, const Content &content);
    /// Drafts a case that cancels a decided one (取消) of the reader's own, or of somebody whose line they head; it goes the way that
    /// content takes from the reader.
    Result<CaseId> draftCancellation(CaseId original, const QString &reason);
    Result<> deleteDraft(CaseId id);
    /// Submits the saved draft or correction as it stands in the store. `requestId` makes a repeated call safe.
    Result<Event> submit(CaseId id, const QString &requestId, const QString &comment);
    /// Acts on a case as it was seen at `seenSeq`. Refused as Stale when the history moved on, as Damaged when it proves
    /// false, unless its drafter ends it.
    Result<Event> act(CaseId id, int seenSeq, const QString &requestId, const Act &act);

    /// Ends what the database is at, from any thread; it comes back as Cancelled.
    void cancel();
    /// What somebody and whoever sets it for them sees of absences and deputies.
    Result<AbsenceSheet> absences(StaffId who);
    Result<PostSheet> posts();
    Result<std::vector<StrandedStep>> stranded();
    /// The route of a running case, for an administrator (OfficeStore::openRoute).
    Result<Case> openRoute(CaseId id);
    /// The office as it is to the reader who addresses what waits for nobody in a case (core/cases/reroute.h).
    Result<std::shared_ptr<const Office>> officeToReaddress(CaseId id);
    /// Addresses what waits to another post, as its route was seen; for an administrator.
    Result<> reroute(CaseId id, int seenSeq, const QString &requestId, const Reroute &act);
    /// How the database is doing; for administrators.
    Result<OfficeHealth> health();
    /// Who changed what of the office, a page, newest first, and what one of them changed (core/services/officeacts.h); for administrators and auditors.
    Result<std::vector<OfficeActLine>> officeActs(const OfficeActsWanted &wanted);
    Result<std::vector<Bilingual>> changesIn(const OfficeAct &act);
    /// Records a change of the office, and reads the office again.
    Result<> change(const OfficeChange &change);
    Result<> changeHolidays(const HolidayChange &change);
    /// The holidays as the office has them.
    Result<Holidays> holidays();
    /// What importing a list would change, before it is done.
    Result<ImportPreview> previewImport(const ImportHolidays &import);

    Result<OrganisationSheet> organisation();
    /// Makes or prepares a reorganisation; for administrators.
    Result<> reorganise(const Reorganise &change);
    /// Takes back what waits for its day, or puts aside what failed on it; for administrators.
    Result<> takeBack(int number, int seenRevision);
    /// What was prepared and could not be put in force on its day; for administrators and personnel.
    Result<std::vector<PreparedChange>> failedChanges();
    /// Tries the day of a reorganisation before it comes, with all that is prepared until then; for administrators.
    Result<DryRun> dryRun(const Reorganisation &change);

    Result<RuleBook> ruleBook();
    /// Puts a 専決 table in force; for administrators. Invalid where `tableProblems` finds something.
    Result<> adoptTable(const AdoptTable &adoption);
    Result<std::vector<Bilingual>> tableProblems(const DecisionTable &table);
    /// Puts a route rule in force; for administrators. Invalid where `ruleProblems` finds something that blocks.
    Result<> adoptRule(const AdoptRule &adoption);
    /// What is wrong with a rule, and the sections from which a case would find nobody by it that finds somebody today.
    Result<std::vector<RuleProblem>> ruleProblems(const RouteRule &rule);
    Result<SettingsBook> settingsBook();
    /// Puts numbers, a form or reasons of returns in force; for administrators (core/ports/settings.h). Invalid where something is wrong with them.
    Result<> adoptParameters(const AdoptParameters &adoption);
    Result<> adoptForm(const AdoptForm &adoption);
    Result<> adoptFaults(const AdoptFaults &adoption);
    Result<std::vector<Bilingual>> parameterProblems(const std::vector<Parameters::Row> &rows);
    Result<std::vector<Bilingual>> formProblems(const FormDefinition &definition);
    /// What is filled in at the test bench for a form on a day, by the rule in force and one that is being written.
    Result<std::vector<FieldDefinition>> trialFields(const QString &code, const QDate &day,
                                                     const std::optional<RouteRule> &drafted = std::nullopt);
    /// The way a made-up case takes by the rules in force, and by those that are being written. Nothing is filed.
    Result<TrialAnswer> tryRoute(const RouteTrial &trial, const DraftedRules &drafted);
    /// Which cases of the last year and which running ones would go another way by rules that are being written; for administrators.
    /// Some at a time, from after one on.
    Result<OtherWays> otherWays(const DraftedRules &drafted, std::optional<CaseId> after);

    /// Decided commitments the reader may read, found by words, the newest first; cancelled ones are none.
    Result<std::vector<CaseOffer>> commitments(const QString &words);
    /// What a field keeps of one of them.
    Result<CaseRef> refer(CaseId commitment);
    /// Orders of the reader, and on lines in their charge, that were paid and of which something is left to give back, found by words; what
    /// is left stands with each.
    Result<std::vector<CaseOffer>> paidOrders(const QString &words);
    Result<PaidRef> referPaid(CaseId order);

    /// How the lines of a year in the reader's charge stand; without a year, of the current one. One round trip.
    Result<BudgetSheet> budget(std::optional<FiscalYear> year);
    /// The newest cases that move an account of the budget.
    Result<std::vector<BudgetCase>> budgetCases(const QString &account);
    /// What importing a file of the budget would change, before it is done.
    Result<BudgetPreview> previewBudget(const QByteArray &file);
    Result<> importBudget(const BudgetImport &import);

    /// The orders of payment whose examination waits for the reader, and those that will come. One round trip.
    Result<ExaminationQueue> examinations();
    /// Why vouchers the reader may read were sent back since the month began.
    Result<std::vector<ReturnCount>> returnsOfMonth();
    /// A voucher with the commitment it pays, where there is one.
    Result<VoucherFile> openVoucher(CaseId id);
    Result<> markProof(const MarkProof &mark);

    /// Whom to pay, the likeliest first; for everybody, without accounts.
    Result<std::vector<PayeeRef>> findPayees(const QString &typed);
    /// Payees with their accounts, by code, from after a code on; for the accounting section, as is what follows.
    Result<std::vector<PayeeRevision>> payees(const QString &typed, const QString &after, int most);
    Result<std::vector<PayeeRevision>> payeeRevisions(const QString &code);
    Result<> changePayees(const PayeeChange &change);
    /// What importing payees would change, before it is done.
    Result<PayeeDiff> previewPayees(const std::vector<Payee> &imported);

    /// What is to be paid, and batches of days from `since` on and those that are not done with; for the accounting section and auditors.
    Result<PaymentSheet> payments(const QDate &since);
    /// How much of that is to be done by today; cheap, for the navigation.
    Result<int> paymentsToDo();
    /// The tax withheld from what was paid in the month of a day; for the accounting section and auditors.
    Result<WithheldSheet> withheldTax(const QDate &month);
    /// Whether a case that is to be paid proves itself.
    Result<bool> proves(CaseId id);
    Result<BatchId> changePayments(const PaymentChange &change);
    /// What is decided and not paid on the lines in the reader's charge.
    Result<std::vector<Unpaid>> unpaid();
    /// How far a decided case has come that orders or commits money: whether it is paid, what of it is. Nothing of others.
    Result<std::vector<Insight>> paidOf(const CaseView &decided);

    /// The reader's meetings from a day on, and drafts of theirs.
    Result<std::vector<MeetingRow>> meetings(const QDate &from);
    /// A meeting as the reader may see it.
    Result<Meeting> meeting(MeetingId id);
    /// Its acts, to be kept where there is no office to ask.
    Result<MeetingRecord> meetingRecord(MeetingId id);
    /// Does something to a meeting as it was seen at `seenSeq` (or kWhateverSeen), or begins one; files are uploaded before. Refused as
    /// Stale when somebody was faster. `requestId` makes a repeated call safe. Of a meeting one put oneself out of, nothing but its id comes back.
    Result<Meeting> changeMeeting(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                  const MeetingChange &change);
    Result<std::vector<PaperPage>> paperPages(MeetingId id, int paper, int revision);
    /// They had this revision of it before them.
    Result<> openedPaper(MeetingId id, int paper, int revision);
    /// Who opened which paper when, for secretaries.
    Result<std::vector<PaperOpened>> paperReaders(MeetingId id);
    /// Pages of papers of the reader's meetings on which all of the words stand.
    Result<std::vector<MeetingHit>> findInPapers(const QString &words, int most);
    Result<InkRead> ink(MeetingId id, qint64 since);
    Result<> putInk(MeetingId id, const std::vector<Ink> &inks);
    /// The day from which everybody's private ink on a meeting is destroyed; none where it stays, or its minutes are not decided.
    Result<std::optional<QDate>> inkEnd(MeetingId id);
    Result<> destroyInk(MeetingId id);
    /// A meeting at this moment, and what is done while it runs (core/meetings/live.h).
    Result<LiveMeeting> live(MeetingId id);
    Result<LiveMeeting> changeLive(MeetingId id, const LiveChange &change);
    Result<std::vector<MyAction>> myActions();
    /// The case in which a meeting's minutes go their way: drafted of what the meeting came to and filed with it, where there is none
    /// yet or one's draft was thrown away; for secretaries. NotFound while it is another's draft.
    Result<CaseId> draftMinutes(MeetingId id, const QString &requestId);

    Result<std::optional<UploadId>> beginUpload(const Attachment &attachment);
    Result<> putChunk(UploadId upload, int no, const QByteArray &chunk);
    Result<> finishUpload(UploadId upload);
    /// One chunk of an attached file, checked against `attachment`'s digest.
    Result<QByteArray> chunk(const Attachment &attachment, int no);

private:
    /// What is being written of a case.
    struct Writing {
        int revision = 1;
        QByteArray
            salt; ///< of what is confidential in it: one for the life of a case, so that what stays the same looks the same
    };
    Result<Writing> writingOf(std::optional<CaseId> id);
    Result<CaseId> save(std::optional<CaseId> id, const Content &content, const Writing &writing);
    Result<> reload();
    Result<QJsonObject> drawnFromTrip();
    Result<QJsonObject> drawnFromPaid(const QJsonObject &fields);
    Result<> restsOn(VoucherFile &file);
    Result<QJsonObject> drawnFrom(const FormDefinition &definition, const QJsonObject &fields);
    Result<> ready();
    std::optional<Insight> othersAway(const Form &form, const Content &content, StaffId drafter);
    std::optional<Bilingual> splitOrder(const Form &form, const QJsonObject &fields, std::optional<CaseId> itself);
    std::optional<Insight> splitInsight(const Form &form, const QJsonObject &fields, std::optional<CaseId> itself);
    std::optional<Finding> splitFinding(const Form &form, const QJsonObject &fields, std::optional<CaseId> itself);
    std::optional<Bilingual> sameInvoice(const Form &form, const Content &content, std::optional<CaseId> itself);
    std::optional<Insight> invoiceInsight(const Form &form, const Content &content, std::optional<CaseId> itself);
    std::optional<Finding> invoiceFinding(const Form &form, const Content &content, std::optional<CaseId> itself);
    /// The same for orders of payment that may be of one debt.
    struct Twins {
        std::optional<InvoiceMarks> marks;
        std::optional<CaseId> itself;
        Instant asked{0};
        std::vector<InvoiceTwin> found;
    };
    /// The answer to one question for orders near by; it holds for a while, so that somebody who types asks once.
    struct NearOrders {
        QStringList accounts;
        QDate day;
        qint64 days = 0;
        Instant asked{0};
        std::vector<BudgetOrder> orders;
    };
    const std::vector<BudgetOrder> *ordersNear(const QStringList &accounts, const QDate &day, qint64 days);
    Result<Event> record(const AppendRequest &request);
    Result<Event> submitAsKnown(CaseId id, const QString &requestId, const QString &comment);
    /// Verifies a case; what looks damaged may only be newer than what is known here of the office, which is then read again.
    Verified verify(const CaseRecord &record);
    /// Whether the office has changed since it was read; it is read again.
    bool caughtUp();
    Result<CaseRef> charged(CaseId commitment);
    Result<std::vector<Insight>> givenBackOf(const CaseRecord &order);
    Result<std::vector<Insight>> receiptOf(const CaseRecord &refund);
    std::shared_ptr<const Office> today();
    Result<std::vector<SettingAct>> settingActs();
    std::vector<FormDefinition> formsOn(const QDate &day) const;
    const CaseView *lastRoundOf(CaseId id);
    Result<std::vector<LedgerAnswer>> answersOf(StaffId drafter, const std::vector<LedgerQuery> &questions,
                                                std::optional<CaseId> except);
    StaffId drafterOf(const Content &content) const;
    FormContext contextFor(StaffId drafter, const Office &office, std::vector<LedgerAnswer> answers,
                           qint64 attachments) const;
    Instant now() const;
    Deadlines deadlines() const { return {m_configuration.parameters, m_configuration.parameters.holidays()}; }
    void addDeadline(CaseRow &row, ListKind kind, const Office &office) const;
    Result<> addPayments(std::vector<CaseRow> &rows);
    bool ordersPayment(const QString &form) const;

    std::unique_ptr<Store> m_store;
    const FormCatalog &m_catalog;
    const Clock &m_clock;
    Configuration m_configuration;
    qint64 m_configurationMark = -1;
    std::optional<StaffId> m_me;
    OfficeSnapshots m_offices{m_configuration.office};
    qint64 m_serverAhead = 0; ///< microseconds the server's clock is ahead of this computer's
    QHash<CaseId, Writing> m_editing;
    Twins m_twins;                                         ///< what the watch on invoices asked for last
    std::pair<CaseId, QJsonObject> m_drawn{CaseId(0), {}}; ///< of the commitment that was chosen last
    NearOrders m_nearOrders;                               ///< what the watch on split orders asked for last
    std::optional<CaseView> m_corrected;                   ///< the case that was previewed last, as it stood
};

} // namespace kessai
