// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace kessai {

/// Text as it is compared in searches, with the way back to the text it came from.
struct FoldedText final {
    QString text;
    /// For every UTF-16 unit of `text` the index of the source's UTF-16 unit that it came from; never descending.
    QList<qsizetype> origins;

    bool operator==(const FoldedText &) const = default;
};

/// Folds text for searching, so that what a reader takes for the same word compares equal: compatibility forms (NFKC),
/// letter case, katakana and hiragana, dashes and middle dots, CJK radicals that PDF writers put in place of ideographs,
/// and the old and name forms of common kanji (髙 and 高). Spaces, line ends and invisible characters are dropped, because
/// Japanese is broken between any two characters.
///
/// Stored folded text must be folded again when this changes: see kTextFoldVersion.
QString foldText(QStringView text);

/// The same folding, for those who must show where in the source a hit lies.
FoldedText foldTextWithOrigins(QStringView text);

/// Goes up with every change of the folding that makes stored folded text differ.
inline constexpr int kTextFoldVersion = 1;

} // namespace kessai
