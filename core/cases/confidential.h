// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/content.h"
#include "core/cases/formdefinition.h"

namespace kessai {

// Why somebody takes leave is nobody's business but theirs and of those who decide on it (domain.md 2.6). People type and read one
// set of fields; what is stored and sealed has the confidential ones apart.

/// A content as it is typed, parted by what its form calls confidential: those fields, salted, and files under names that say
/// nothing. Without such values it has no confidential part.
Content confided(Content typed, const FormDefinition &definition, const QByteArray &salt);
/// A content as people read it: with the confidential fields among the others, as far as they are there.
Content disclosed(Content content);
/// What may lie where others look: a typed content without what is confidential, its files under names that say nothing.
Content openPart(Content typed, const FormDefinition &definition);

/// What is wrong with the parts of a sealed content, in English; empty = nothing. `privy`: whether the reader may read all of it.
QString confidentialProblem(const Content &content, const FormDefinition &definition, bool privy);

} // namespace kessai
