// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/cases/numbers.h"
#include "core/services/desk.h"

namespace kessai {

namespace {

constexpr int kMostOffered = 100;

const QString &commitmentForm()
{
    static const QString code = QStringLiteral("commitment");
    return code;
}

} // namespace

Result<std::vector<CommitmentOffer>> Desk::commitments(const QString &words)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto page = m_store->cases().list(
        {.kind = ListKind::Decided, .forms = {commitmentForm()}, .text = words, .after = {}, .limit = kMostOffered});
    if (!page)
        return page.failure();
    std::vector<CommitmentOffer> offers;
    std::vector<LedgerQuery> questions;
    const QDate day = today()->day();
    for (const CaseRow &row : page->rows) {
        if (row.cancels || !row.cancelledBy.isEmpty())
            continue;
        offers.push_back({row.id, row.number, row.title, std::nullopt});
        questions.push_back({row.number, kCommitmentBalance, commitmentAccount(row.id), day, day});
    }
    const auto answers = m_store->ledgers().sums(questions, std::nullopt);
    if (!answers)
        return answers.failure();
    for (size_t i = 0; i < offers.size() && i < answers->size(); ++i)
        offers[i].left = leftOf((*answers)[i], Numbers(m_configuration.parameters), day);
    return offers;
}

Result<CaseRef> Desk::refer(CaseId commitment)
{
    const auto view = open(commitment);
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
    return CaseRef{record.id, record.number,   record.title,
                   line,      drafter->number, payee.value(QLatin1String("code")).toString()};
}

} // namespace kessai
