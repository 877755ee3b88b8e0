// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casechip.h"

#include "ui/caseword.h"

namespace kessai {

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

ChipState chipStateOf(const CaseRow &row)
{
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

ChipLook actingChip()
{
    return {QStringLiteral("user-check"), actingWord(), Token::WarnText, Token::WarnFill};
}

ChipLook afterwardsChip()
{
    return {QStringLiteral("eye"), afterwardsWord(), Token::NeutralText, Token::NeutralFill};
}

} // namespace kessai
