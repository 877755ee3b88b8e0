// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplerefunds.h"

#include "app/admin/sample/samplefiling.h"
#include "app/admin/sample/sampleletter.h"
#include "core/calendar/era.h"
#include "core/cases/cancellation.h"
#include "core/cases/numbers.h"
#include "core/cases/paidref.h"
#include "core/store/notary.h"
#include "core/store/paymentqueries.h"
#include "forms/support/accounting.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString kRefundForm = u"refund"_s;
constexpr int kMonthsBack = 3;
constexpr qint64 kWorthIt = 20'000; ///< yen; nobody asks for less of a payment back
constexpr int kMinutesEach = 35;    ///< that somebody takes

/// Something that was paid, and to whom.
struct Paid {
    PaidRef ref;
    QDate day;
    QString payee;
};

class RefundClerk final {
public:
    RefundClerk(Database &database, const Configuration &configuration, const FormCatalog &catalog,
                const SampleHistory::Desk &desk, Instant now)
        : m_database(database), m_configuration(configuration), m_form(*catalog.find(kRefundForm)), m_desk(desk),
          m_now(now), m_time(configuration.parameters.holidays())
    {
    }

    /// What may be given back of, the newest first.
    Result<std::vector<Paid>> paid()
    {
        const FixedClock clock(m_now);
        const auto batches =
            readBatches({m_database, clock, std::nullopt, Sight::All}, m_now.day().addMonths(-kMonthsBack));
        if (!batches)
            return batches.failure();
        std::vector<Paid> all;
        for (auto batch = batches->rbegin(); batch != batches->rend(); ++batch) {
            for (const PaymentLine &line : batch->lines) {
                if (batch->state != BatchState::Paid || line.returned || batch->day >= m_time.dutyDay(m_now.day(), -6))
                    continue;
                const auto ref = readPaid(m_database, line.id);
                if (!ref)
                    return ref.failure();
                if (*ref)
                    all.push_back({**ref, batch->day, line.name});
            }
        }
        return all;
    }

    /// Files what a content says of a payment on a day and has it decided, or ordered alone, so that its examination waits; none where no
    /// route leads there.
    Result<std::optional<CaseId>> file(const Paid &of, QJsonObject fields, const SampleLetter &paper, const QDate &day,
                                       bool examined)
    {
        m_desk.clock.set(Instant::fromTokyo(day, QTime(9, 10)));
        const Staff *drafter = officeOn(day)->staffByNumber(of.ref.drafter);
        const FormDefinition *definition = m_configuration.formOn(kRefundForm, day);
        if (!drafter || !definition)
            return std::optional<CaseId>();
        fields.insert(u"voucher"_s, toJson(of.ref));
        const QByteArray bytes = drawn(paper);
        const Content content{
            kRefundForm, definition->revision, fields, {describePaper(paper.title + u".pdf"_s, bytes)}};
        const auto submit = submissionOf(content, 1, m_form, drafter->id, day, *officeOn(day), m_configuration);
        if (!submit)
            return std::optional<CaseId>();
        const auto saved = save(content, bytes, drafter->id);
        if (!saved)
            return saved.failure();
        m_case = newCase(*saved, drafter->id);
        if (const Result<> filed = record(*submit, drafter->id); !filed)
            return filed.failure();
        const Result<> approved = approve(examined);
        return approved ? Result<std::optional<CaseId>>(*saved) : Result<std::optional<CaseId>>(approved.failure());
    }

    const WorkingTime &time() const { return m_time; }
    int events() const { return m_events; }
    /// The day by which what is given back on a day is due.
    QDate dueAfter(const QDate &day) const
    {
        return m_time.dutyDay(day.addDays(Numbers(m_configuration.parameters).at("refund.term_days", day)), 0);
    }

private:
    std::shared_ptr<const Office> officeOn(const QDate &day) const
    {
        return m_configuration.office.at(day, m_configuration.office.revision);
    }
    Result<CaseId> save(const Content &content, const QByteArray &bytes, StaffId drafter)
    {
        Notary &notary = m_desk.notaryOf(drafter);
        if (const auto sent = uploadPaper(notary, content.attachments.front(), bytes); !sent)
            return sent.failure();
        const auto amount = m_form.amount(content.fields);
        DraftSave draft;
        draft.revision = 1;
        draft.content = content;
        draft.title = titleOf(m_form, content.fields, m_configuration.parameters);
        draft.amount = amount ? std::optional(amount->amount()) : std::nullopt;
        return notary.saveDraft(draft);
    }
    Result<> record(const Command &command, StaffId actor)
    {
        m_desk.clock.set(m_time.after(m_desk.clock.now(), kMinutesEach));
        const QString request = u"refund-%1-%2"_s.arg(m_case->id.value()).arg(m_case->seq);
        auto after = recordAct(m_desk.notaryOf(actor), std::move(*m_case), command, actor,
                               *officeOn(m_desk.clock.now().day()), request);
        if (!after)
            return after.failure();
        m_case = std::move(after).value();
        ++m_events;
        return {};
    }
    /// Whoever may approve one of the open steps does, until it is decided or waits for its examination.
    Result<> approve(bool examined)
    {
        while (m_case->state == CaseState::Running && (examined || !m_case->awaitsExamination())) {
            const auto next = nextActor();
            if (!next)
                return fail(ErrorCode::Invalid, u"nobody may go on with refund %1"_s.arg(m_case->id.value()));
            if (const Result<> done = record(Approve{next->first}, next->second); !done)
                return done;
        }
        return {};
    }
    std::optional<std::pair<AssignmentRef, StaffId>> nextActor() const
    {
        const auto office = officeOn(m_desk.clock.now().day());
        for (const Step &step : m_case->steps) {
            for (const Assignment &assignment : step.assignments) {
                const AssignmentRef on{step.no, assignment.no};
                if (!step.blocks() || assignment.state != AssignmentState::Open)
                    continue;
                const auto *post = std::get_if<PostId>(&assignment.who);
                for (const StaffId who : post ? office->holders(*post) : std::vector<StaffId>()) {
                    if (decide(*m_case, Approve{on}, who, *office))
                        return std::pair(on, who);
                }
            }
        }
        return std::nullopt;
    }

    Database &m_database;
    const Configuration &m_configuration;
    const Form &m_form;
    const SampleHistory::Desk &m_desk;
    const Instant m_now;
    const WorkingTime m_time;
    std::optional<Case> m_case; ///< that is being filed
    int m_events = 0;
};

/// How what is given back, or was spent, is reckoned.
SampleLetter reckoning(const Paid &of, const QString &title, const QDate &day, qint64 back)
{
    SampleLetter paper;
    paper.title = title;
    paper.day = day;
    paper.to = u"見本市長　様"_s;
    paper.from = {of.payee};
    paper.subject = of.ref.title;
    paper.opening = u"下記のとおり計算しました。"_s;
    paper.totalLabel = back > 0 ? u"返納額"_s : u"精算残額"_s;
    paper.total = back;
    paper.taxed = false;
    paper.facts = {{u"支払額"_s, yenText(of.ref.amount).ja},
                   {u"支払日"_s, eraDate(of.day)},
                   {u"精算額"_s, yenText(of.ref.amount - back).ja}};
    return paper;
}

} // namespace

Result<SampleFigures> refundSample(Database &database, const Configuration &configuration, const FormCatalog &catalog,
                                   const SampleHistory::Desk &desk, StaffId cashier, Instant now)
{
    RefundClerk clerk(database, configuration, catalog, desk, now);
    const auto paid = clerk.paid();
    if (!paid)
        return paid.failure();
    SampleFigures figures;
    int refunds =
        0; // the money of the first is in, that of the second awaited, and the third waits for its examination
    bool settled = false;
    for (const Paid &one : *paid) {
        const bool advance =
            one.ref.method == u"advance"_s || one.ref.method == u"estimate"_s || one.ref.method == u"prepaid"_s;
        if (advance ? settled : refunds == 3 || one.ref.amount < kWorthIt || one.ref.method != u"transfer"_s)
            continue;
        const QDate day = clerk.time().dutyDay(now.day(), advance ? -3 : refunds == 0 ? -5 : refunds == 1 ? -2 : -1);
        const qint64 back = advance ? 0 : one.ref.amount / 10 / 100 * 100;
        QJsonObject fields{{u"kind"_s, advance ? u"settle"_s : u"refund"_s},
                           {u"reason"_s,
                            advance ? u"前金払の対象となった業務が完了し、支払額と同額の精算となったため。"_s
                                    : u"請求額の計算に誤りがあり過払いとなったため、差額の返納を求める。"_s}};
        if (back > 0) {
            fields.insert(u"amount"_s, back);
            fields.insert(u"debtor"_s, one.payee);
            fields.insert(u"return_by"_s, clerk.dueAfter(day).toString(Qt::ISODate));
        }
        const auto id = clerk.file(one, fields, reckoning(one, advance ? u"精算書"_s : u"返納額計算書"_s, day, back),
                                   day, advance || refunds < 2);
        if (!id)
            return id.failure();
        if (!*id)
            continue;
        ++figures.cases;
        settled |= advance;
        refunds += advance ? 0 : 1;
        if (advance || refunds > 1)
            continue;
        desk.clock.set(Instant::fromTokyo(clerk.time().dutyDay(now.day(), -1), QTime(11, 20)));
        const auto received =
            desk.notaryOf(cashier).changePayments(RecordReceipt{**id, clerk.time().dutyDay(now.day(), -1)});
        if (!received)
            return received.failure();
    }
    figures.files = figures.cases;
    figures.byState[CaseState::Running] = refunds == 3 ? 1 : 0;
    figures.byState[CaseState::Decided] = figures.cases - figures.byState[CaseState::Running];
    figures.events = clerk.events();
    return figures;
}

} // namespace kessai
