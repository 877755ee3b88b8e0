// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/renderprotocol.h"

#include <QString>

namespace kessai {

/// What a user is told, and what to do about it.
struct FailureText final {
    QString headline;
    QString advice;
};

/// Why a whole document is not shown.
FailureText documentFailureText(RenderFailure failure);
/// Why one page of it is not shown.
FailureText pageFailureText(RenderFailure failure);
/// Whether another try may come to something else.
bool canRetry(RenderFailure failure);

} // namespace kessai
