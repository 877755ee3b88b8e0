// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace kessai {

/// What a case is found by besides its number, as folded lines (core/base/textfold.h): title, drafter, then every text among the
/// fields. Very long contents are cut after `kMaxSearchText` characters.
QString searchableText(const QString &title, const QString &drafter, const QJsonObject &fields);
inline constexpr qsizetype kMaxSearchText = 100'000;

/// A folded text as the words of an FTS5 table: each pair of neighbouring characters as eight hexadecimal digits, and the last
/// character of a line alone as four, so that every character begins one of them.
QString gramsOf(const QString &folded);

/// The FTS5 expression for texts that hold all the words' pairs; texts it finds have to be looked at again.
QString gramQuery(const QStringList &words);

} // namespace kessai
