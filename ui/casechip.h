// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/ports/casestore.h"
#include "ui/widgets/statuschip.h"

namespace kessai {

/// The chip of a case's state.
ChipState chipStateOf(CaseState state);
/// The same, or that what was ordered is being examined.
ChipState chipStateOf(const Case &c);
/// The same of a row, or that a later decision took it back.
ChipState chipStateOf(const CaseRow &row);
/// That a case takes back what another decided.
ChipLook cancellationChip();
/// The chip that says what a step asks of the reader: review, consult, examine, decide, read.
ChipLook chipLookOf(StepKind kind);
/// How far a decided voucher has come: 支払済, with the day.
ChipLook paymentChip(const PaymentState &payment, bool dayless = false);
/// Of what the reader may decide in somebody's place (代決).
ChipLook actingChip();
/// Of what went on without the reader, who is to read it.
ChipLook afterwardsChip();

} // namespace kessai
