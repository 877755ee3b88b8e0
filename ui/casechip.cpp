// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casechip.h"

#include "ui/caseword.h"

#include <QCoreApplication>

namespace kessai {

namespace {

struct PaidWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::PaymentChip)
};

} // namespace

ChipState chipStateOf(CaseState state)
{
    switch (state) {
    case CaseState::Draft: return ChipState::Draft;
    case CaseState::Running: return ChipState::UnderReview;
    case CaseState::Returned: return ChipState::Returned;
    case CaseState::Withdrawn: return ChipState::Withdrawn;
    case CaseState::Decided: return ChipState::Decided;
    case CaseState::Rejected: return ChipState::Rejected;
    case CaseState::Cancelled: return ChipState::Cancelled;
    }
    return ChipState::Draft;
}

ChipState chipStateOf(const Case &c)
{
    return c.awaitsExamination() ? ChipState::Ordered : chipStateOf(c.state);
}

ChipState chipStateOf(const CaseRow &row)
{
    if (row.ordered)
        return ChipState::Ordered;
    return row.cancelledBy.isEmpty() ? chipStateOf(row.state) : ChipState::Revoked;
}

ChipLook cancellationChip()
{
    return {QStringLiteral("corner-up-left"), cancellationWord(), Token::WarnText, Token::WarnFill};
}

ChipLook chipLookOf(StepKind kind)
{
    switch (kind) {
    case StepKind::Review: return {QStringLiteral("hourglass"), kindWord(kind), Token::InfoText, Token::InfoFill};
    case StepKind::Consult: return {QStringLiteral("message"), kindWord(kind), Token::InfoText, Token::InfoFill};
    case StepKind::Examine: return {QStringLiteral("eye"), kindWord(kind), Token::WarnText, Token::WarnFill};
    case StepKind::Decide: return {QStringLiteral("rubber-stamp"), kindWord(kind), Token::InfoText, Token::InfoFill};
    case StepKind::Circulate:
        return {QStringLiteral("list-details"), kindWord(kind), Token::NeutralText, Token::NeutralFill};
    }
    return {};
}

ChipLook paymentChip(const PaymentState &payment, bool dayless)
{
    const QString day = payment.day.toString(QStringLiteral("M/d"));
    if (payment.returned)
        return {QStringLiteral("corner-up-left"), PaidWords::tr("Came back"), Token::WarnText, Token::WarnFill};
    switch (payment.state) {
    case BatchState::Paid:
        //: Of a voucher, with the day.
        return {QStringLiteral("circle-check"), dayless ? PaidWords::tr("Paid") : PaidWords::tr("Paid %1").arg(day),
                Token::SuccessText, Token::SuccessFill};
    case BatchState::Made:
    case BatchState::Exported:
        //: Of a voucher, with the day on which it will be paid.
        return {QStringLiteral("hourglass"), dayless ? PaidWords::tr("To be paid") : PaidWords::tr("Pays %1").arg(day),
                Token::InfoText, Token::InfoFill};
    case BatchState::Discarded: break;
    }
    return chipLook(ChipState::Decided);
}

ChipLook actingChip()
{
    return {QStringLiteral("user-check"), actingWord(), Token::WarnText, Token::WarnFill};
}

ChipLook afterwardsChip()
{
    return {QStringLiteral("eye"), afterwardsWord(), Token::NeutralText, Token::NeutralFill};
}

} // namespace kessai
