// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisiontable.h"
#include "core/cases/form.h"

#include <memory>

namespace kessai {

/// Every form this program knows.
std::unique_ptr<FormCatalog> makeCatalog();

/// The 専決 tables shipped as a model (":/kessai/parameters/decisions.json"), oldest revision first.
const std::vector<DecisionTable> &shippedTables();

} // namespace kessai
