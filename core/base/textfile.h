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

/// What other programs read: UTF-8 behind a byte order mark, by which spreadsheets know it, or CP932, which is all that older ones know.
enum class TextEncoding { Utf8, Cp932 };
/// The characters of a text that an encoding does not have, each once, in their order.
QString charactersOutside(const QString &text, TextEncoding encoding);
/// The bytes of a file with that text; every character must be in the encoding.
QByteArray fileOfText(const QString &text, TextEncoding encoding);

} // namespace kessai
