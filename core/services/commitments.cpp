// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/base/textfold.h"
#include "core/cases/cancellation.h"
#include "core/cases/numbers.h"
#include "core/services/desk.h"
#include "core/services/payments.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace kessai {

namespace {

constexpr int kMostOffered = 100;

const QString &commitmentForm()
{
    static const QString code = QStringLiteral("commitment");
    return code;
}

/// Whether a case is about all of these words.
bool says(const QString &about, const QString &words)
{
    const QString text = foldText(about);
    const QStringList all = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(all.begin(), all.end(), [&text](const QString &word) { return text.contains(foldText(word)); });
}

} // namespace

/// Those the reader may open, and those of their sections, which they pay and inspect for each other.
Result<std::vector<CaseOffer>> Desk::commitments(const QString &words)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto page = m_store->cases().list(
        {.kind = ListKind::Decided, .forms = {commitmentForm()}, .text = words, .after = {}, .limit = kMostOffered});
    if (!page)
        return page.failure();
    const auto charged = m_store->budget().commitmentsInCharge();
    if (!charged)
        return charged.failure();
    std::map<CaseId, CaseOffer> found;
    for (const CaseRow &row : page->rows) {
        if (!row.cancels && row.cancelledBy.isEmpty())
            found.emplace(row.id, CaseOffer{row.id, row.number, row.title, std::nullopt});
    }
    for (const ChargedCommitment &one : *charged) {
        if (one.form == commitmentForm() && says(one.ref.text(), words))
            found.emplace(one.ref.id, CaseOffer{one.ref.id, one.ref.number, one.ref.title, std::nullopt});
    }
    std::vector<CaseOffer> offers;
    std::vector<LedgerQuery> questions;
    const QDate day = today()->day();
    for (auto one = found.rbegin(); one != found.rend() && offers.size() < size_t(kMostOffered); ++one) {
        offers.push_back(one->second);
        questions.push_back({one->second.number, kCommitmentBalance, commitmentAccount(one->first), day, day});
    }
    const auto answers = m_store->ledgers().sums(questions, std::nullopt);
    if (!answers)
        return answers.failure();
    for (size_t i = 0; i < offers.size() && i < answers->size(); ++i)
        offers[i].left = leftOf((*answers)[i], Numbers(m_configuration.parameters), day);
    // What is wholly ordered is inspected and changed still, and paid no more.
    std::stable_partition(offers.begin(), offers.end(),
                          [](const CaseOffer &one) { return !one.left || *one.left > 0; });
    return offers;
}

Result<CaseRef> Desk::refer(CaseId commitment)
{
    const auto view = open(commitment);
    if (!view && view.error().code == ErrorCode::NotFound)
        return charged(commitment);
    if (!view)
        return view.failure();
    const CaseRecord &record = view->record;
    if (!view->verified.sound())
        return fail(Error::refused(Refusal::Damaged));
    const auto &basis = view->verified.state.basis;
    // Whoever left since then is called as they were when it was filed.
    const Staff *now = view->office->staff(record.drafter);
    const auto then = now || !basis ? view->office : m_offices.at(basis->day, basis->officeRevision);
    const Staff *drafter = then->staff(record.drafter);
    const QString line = view->content.fields.value(QLatin1String("budget_line")).toString();
    if (record.form != commitmentForm() || record.projection.state != CaseState::Decided || record.cancels
        || !record.cancelledBy.empty() || !drafter || !isBudgetKey(line))
        return fail(ErrorCode::Invalid, QStringLiteral("case %1 is no commitment that stands").arg(commitment.value()));
    const QJsonObject payee = view->content.fields.value(QLatin1String("payee")).toObject();
    return CaseRef{record.id,
                   record.number,
                   record.title,
                   line,
                   drafter->number,
                   payee.value(QLatin1String("code")).toString(),
                   contractIn(view->content.fields)};
}

Result<std::vector<CaseOffer>> Desk::paidOrders(const QString &words)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto paid = m_store->payments().paidInCharge();
    if (!paid)
        return paid.failure();
    std::vector<CaseOffer> offers;
    for (const PaidOffer &one : *paid) {
        if (one.left > 0 && says(one.ref.text(), words) && offers.size() < size_t(kMostOffered))
            offers.push_back({one.ref.id, one.ref.number, one.ref.title, one.left});
    }
    return offers;
}

Result<PaidRef> Desk::referPaid(CaseId order)
{
    const auto paid = m_store->payments().paidInCharge();
    if (!paid)
        return paid.failure();
    const auto found =
        std::find_if(paid->begin(), paid->end(), [order](const PaidOffer &one) { return one.ref.id == order; });
    return found == paid->end() ? Result<PaidRef>(fail(ErrorCode::NotFound)) : Result<PaidRef>(found->ref);
}

/// A colleague's, on a line in the reader's charge: the notary says what it is.
Result<CaseRef> Desk::charged(CaseId commitment)
{
    const auto all = m_store->budget().commitmentsInCharge();
    if (!all)
        return all.failure();
    const auto found = std::find_if(all->begin(), all->end(), [commitment](const ChargedCommitment &one) {
        return one.ref.id == commitment && one.form == commitmentForm();
    });
    return found == all->end() ? Result<CaseRef>(fail(ErrorCode::NotFound)) : Result<CaseRef>(found->ref);
}

std::optional<Finding> restingFinding(Store &store, const QJsonObject &fields, const std::vector<Posting> &postings,
                                      const QDate &day)
{
    const auto cancellation = cancellationIn(fields);
    const bool commits = std::any_of(postings.begin(), postings.end(), [](const Posting &posting) {
        return posting.ledger == QLatin1String("budget.commitment") && posting.amount < 0;
    });
    if (!cancellation || !commits)
        return std::nullopt;
    const auto use = useOf(store, cancellation->original, day);
    if (!use || (!use->changed && use->ordered() <= 0))
        return std::nullopt;
    Finding finding{Finding::Severity::Error, QString(), {}, QStringLiteral("財務規則（支出負担行為の取消し）")};
    if (use->changed) {
        finding.text = {
            QStringLiteral("この支出負担行為には、ほかに進行中または決裁済みの変更（契約への引継ぎを含みます）"
                           "があります。先に変更を取り消してください。"),
            QStringLiteral("Another change of this commitment runs, or stands; a contract that takes it "
                           "over is one. Cancel that first.")};
        return finding;
    }
    const QString yen = QLocale(QLocale::Japanese).toString(use->ordered());
    finding.text = use->standing.paid > 0
        ? Bilingual{QStringLiteral(
                        "この負担行為からは%1円の支出命令が出ています（決裁・審査中のものを含みます）。先にその支出"
                        "命令を取り消すか、支払われたものは戻入してください。")
                        .arg(yen),
                    QStringLiteral("%1 yen of this commitment are ordered to be paid, or being ordered. Cancel these "
                                   "orders first, and have paid back what is paid.")
                        .arg(yen)}
        : Bilingual{
            QStringLiteral("この負担行為からは%1円の支出命令が出ています（決裁・審査中のものを含みます）。先にその支出"
                           "命令を取り消してください。")
                .arg(yen),
            QStringLiteral("%1 yen of this commitment are ordered to be paid, or being ordered. Cancel these "
                           "orders first.")
                .arg(yen)};
    return finding;
}

} // namespace kessai
