// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace kessai {

/// The text of a file from another program: UTF-8, with or without a byte order mark, where it is that, else CP932 (domain.md 3.3);
/// nothing where it is neither.
std::optional<QString> textOfFile(const QByteArray &file);

} // namespace kessai
