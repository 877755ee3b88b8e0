// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace kessai::lint {

/// One file of the source tree: its path from the root and its text.
struct SourceFile {
    QString path;
    QString text;

    /// True for the given path and, when it ends in a slash, for everything below it.
    bool isIn(const QString &place) const;
    bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    bool isCpp() const { return isHeader() || path.endsWith(QLatin1String(".cpp")); }
};

/// A string literal of a C++ source; neighbouring literals that the compiler joins are one.
struct Literal {
    int line = 0;
    QString text;
};

/// An include directive; `quoted` tells "a" from <a>.
struct Include {
    int line = 0;
    QString target;
    bool quoted = false;
};

/// A C++ text taken apart, so that rules about code are not misled by comments and strings. Line breaks are kept in
/// `code` and `comments`, so that a position in them gives the line.
struct CppSource {
    QString code;     ///< comments blank, string and character literals empty
    QString comments; ///< only the comments
    QList<Literal> literals;
    QList<Include> includes;

    /// Takes a text apart; needs no valid C++ and never fails.
    static CppSource parse(const QString &text);
};

/// The line of a position, counted from 1.
int lineOf(const QString &text, qsizetype position);

} // namespace kessai::lint
