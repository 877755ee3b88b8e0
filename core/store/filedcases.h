// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/officestore.h"
#include "core/store/reader.h"

namespace kessai {

/// What the rules look at in cases filed since an instant and in those that run; AccessDenied for all but administrators and the owner of the
/// database. On a server a door picks it and hands nothing else out.
Result<std::vector<FiledCase>> readFiledCases(const Reader &reader, Instant since, std::optional<CaseId> after,
                                              int most);

} // namespace kessai
