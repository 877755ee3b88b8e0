// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"
#include "core/store/reader.h"

namespace kessai {

/// Who filed a running case and who is asked in it, for administrators and the owner of the database (OfficeStore::openRoute); nothing of what it is
/// about but its form. Of those who may read it the posts, of who acted in it whether the reader did, and of money that is examined, whom that keeps
/// from acting elsewhere.
Result<Case> readOpenRoute(const Reader &reader, CaseId id);

} // namespace kessai
