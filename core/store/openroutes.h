// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/store/reader.h"

namespace kessai {

/// Who filed a running case and who is asked in it, for administrators and the owner of the database; nothing of what it is about
/// (OfficeStore::openRoute).
Result<Case> readOpenRoute(const Reader &reader, CaseId id);

} // namespace kessai
