// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/searchwords.h"

#include "core/base/textfold.h"

#include <QRegularExpression>

namespace kessai {

QStringList searchWords(const QString &typed)
{
    static const QRegularExpression gaps(QStringLiteral("\\s+"), QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    for (const QString &word : typed.split(gaps, Qt::SkipEmptyParts)) {
        if (const QString folded = foldText(word); !folded.isEmpty())
            words.append(folded);
    }
    return words;
}

} // namespace kessai
