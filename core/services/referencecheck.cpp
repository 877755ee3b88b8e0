// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/referencecheck.h"

#include "core/accounting/budget.h"
#include "core/cases/cancellation.h"

#include <algorithm>

namespace kessai {

namespace {

const CaseRecord::Revision *currentOf(const CaseRecord &record)
{
    for (const CaseRecord::Revision &one : record.revisions) {
        if (one.no == record.projection.revision)
            return &one;
    }
    return nullptr;
}

bool moves(const std::vector<Posting> &postings, std::initializer_list<QLatin1String> ledgers)
{
    return std::any_of(postings.begin(), postings.end(), [&](const Posting &one) {
        return std::find(ledgers.begin(), ledgers.end(), one.ledger) != ledgers.end();
    });
}

/// Whether somebody ever had a number.
bool wasNumbered(const OfficeHistory &office, StaffId staff, const QString &number)
{
    return std::any_of(office.staff.begin(), office.staff.end(),
                       [&](const Dated<Staff> &row) { return row.value.id == staff && row.value.number == number; });
}

QString problemOf(const CaseRef &said, const std::optional<Commitment> &is, const OfficeHistory &office)
{
    if (!is)
        return QStringLiteral("is no decided commitment");
    const CaseRef &ref = is->ref;
    if (said.number != ref.number || said.title != ref.title)
        return QStringLiteral("has another number or title");
    if (said.line != ref.line)
        return QStringLiteral("is on another line of the budget");
    if (said.payee != ref.payee)
        return QStringLiteral("is with another payee");
    if (said.contract != ref.contract)
        return QStringLiteral("is for another kind of contract");
    return wasNumbered(office, is->drafter, said.drafter) ? QString() : QStringLiteral("is somebody else's");
}

/// What of a reference to an order is another thing than the order; `line` is that of its money, none where the reader does not know.
QString problemOf(const PaidRef &said, const std::optional<PaymentOrder> &is, const std::optional<QString> &line,
                  const OfficeHistory &office)
{
    if (!is)
        return QStringLiteral("is no decided order of payment");
    const PaidRef &ref = is->ref;
    if (said.number != ref.number || said.title != ref.title)
        return QStringLiteral("has another number or title");
    if (said.amount != ref.amount)
        return QStringLiteral("ordered another amount");
    if (said.payee != ref.payee)
        return QStringLiteral("is with another payee");
    if (said.method != ref.method)
        return QStringLiteral("is paid in another way");
    if (said.commitment != ref.commitment)
        return QStringLiteral("pays of another commitment");
    if (line && said.line != *line)
        return QStringLiteral("is on another line of the budget");
    return wasNumbered(office, is->drafter, said.drafter) ? QString() : QStringLiteral("is somebody else's");
}

/// How what a case says of an order that was paid differs from it.
QString problemOf(const PaidRef &said, const OfficeHistory &office, const ReferenceLookup &lookup)
{
    const auto order = lookup.find(said.id);
    if (!order)
        return {};
    std::optional<QString> line = order->order ? std::optional(order->order->ref.line) : std::nullopt;
    if (order->order && order->order->ref.commitment) {
        const auto of = lookup.find(*order->order->ref.commitment);
        line = of && of->commitment ? std::optional(of->commitment->ref.line) : std::nullopt;
    }
    if (QString problem = problemOf(said, order->order, line, office); !problem.isEmpty())
        return problem;
    return lookup.paid(said.id).value_or(true) ? QString() : QStringLiteral("was never paid");
}

} // namespace

bool commitsAndPays(const std::vector<Posting> &postings)
{
    return moves(postings, {QLatin1String("budget.commitment")})
        && moves(postings, {QLatin1String("budget.payment"), QLatin1String("commitment.paid")});
}

std::optional<PaymentOrder> paymentOrderOf(const CaseRecord &record)
{
    const CaseRecord::Revision *content = currentOf(record);
    if (record.projection.state != CaseState::Decided || record.cancels || !content
        || commitsAndPays(record.projection.postings))
        return std::nullopt;
    const QJsonObject &fields = content->content.fields;
    PaidRef ref{.id = record.id,
                .number = record.number,
                .title = record.title,
                .line = {},
                .drafter = {},
                .amount = 0,
                .payee = fields.value(QLatin1String("payee")).toObject().value(QLatin1String("code")).toString(),
                .method = fields.value(QLatin1String("pay_method")).toString()};
    for (const Posting &posting : record.projection.postings) {
        const bool ofCommitment = posting.ledger == QLatin1String("commitment.paid");
        if (!ofCommitment && posting.ledger != QLatin1String("budget.payment"))
            continue;
        if (ref.amount == 0 && ofCommitment)
            ref.commitment = CaseId(posting.account.section(QLatin1Char(':'), 1).toLongLong());
        else if (ref.amount == 0)
            ref.line = posting.account.mid(kBudgetAccount.size());
        ref.amount += posting.amount;
    }
    return ref.amount > 0 ? std::optional(PaymentOrder{std::move(ref), record.drafter}) : std::nullopt;
}

Referred referredOf(const CaseRecord &record)
{
    return {commitmentOf(record), paymentOrderOf(record)};
}

std::optional<Commitment> commitmentOf(const CaseRecord &record)
{
    const CaseRecord::Revision *content = currentOf(record);
    if (record.projection.state != CaseState::Decided || record.cancels || !content
        || commitsAndPays(record.projection.postings))
        return std::nullopt;
    for (const Posting &posting : record.projection.postings) {
        if (posting.ledger != QLatin1String("budget.commitment") || posting.amount <= 0
            || !posting.account.startsWith(kBudgetAccount))
            continue;
        const QJsonObject payee = content->content.fields.value(QLatin1String("payee")).toObject();
        return Commitment{{record.id,
                           record.number,
                           record.title,
                           posting.account.mid(kBudgetAccount.size()),
                           {},
                           payee.value(QLatin1String("code")).toString(),
                           contractIn(content->content.fields)},
                          record.drafter};
    }
    return std::nullopt;
}

QStringList referenceFaults(const CaseRecord &record, const OfficeHistory &office, const ReferenceLookup &lookup)
{
    const CaseRecord::Revision *content = currentOf(record);
    const bool filed = record.projection.state == CaseState::Running || record.projection.state == CaseState::Decided;
    if (!content || !content->sealed || !filed)
        return {};
    const std::vector<Posting> &postings = record.projection.postings;
    const QJsonObject &fields = content->content.fields;
    QStringList faults;
    QStringList accounts;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject value = field.value().toObject();
        if (field.key() == kCancels || !value.contains(QLatin1String("case")))
            continue;
        if (const auto paid = paidRefIn(value)) {
            accounts.append(commitmentAccount(paid->id));
            if (paid->commitment)
                accounts.append(commitmentAccount(*paid->commitment));
            if (const QString problem = problemOf(*paid, office, lookup); !problem.isEmpty())
                faults.append(QStringLiteral("%1, which it rests on, %2").arg(paid->number, problem));
            continue;
        }
        const auto said = caseRefIn(value);
        if (!said) {
            faults.append(QStringLiteral("%1 is no reference to a commitment").arg(field.key()));
            continue;
        }
        accounts.append(commitmentAccount(said->id));
        const auto is = lookup.find(said->id);
        const QString problem = is ? problemOf(*said, is->commitment, office) : QString();
        if (!problem.isEmpty())
            faults.append(QStringLiteral("%1, which it rests on, %2").arg(said->number, problem));
        const bool onLine = std::all_of(postings.begin(), postings.end(), [&](const Posting &posting) {
            return !posting.account.startsWith(kBudgetAccount) || posting.account == kBudgetAccount + said->line;
        });
        if (!onLine)
            faults.append(QStringLiteral("it moves another line of the budget than %1 is on").arg(said->number));
    }
    const bool strays = std::any_of(postings.begin(), postings.end(), [&](const Posting &posting) {
        return posting.account.startsWith(QLatin1String("case:")) && !accounts.contains(posting.account);
    });
    if (strays)
        faults.append(QStringLiteral("it moves a commitment that it does not refer to"));
    return faults;
}

} // namespace kessai
