// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace kessai {

/// What happened and what to do next, in the user's words; the one place where codes become sentences.
struct ErrorText final {
    QString what; ///< one sentence
    QString next; ///< what to do now; may be empty
    QString both() const;
};

ErrorText errorText(const Error &error);
/// Why an act was refused, alone (used where no route could be made while typing).
ErrorText refusalText(Refusal refusal);
/// Why what waits was not addressed to another post.
ErrorText rerouteText(const Error &error);

} // namespace kessai
