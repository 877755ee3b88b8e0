// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kessai {

/// What somebody typed to look for, as single words, each folded (core/base/textfold.h); none that says nothing.
QStringList searchWords(const QString &typed);

} // namespace kessai
