// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"

#include <QStringList>

namespace kessai {

/// A sentence about what is named, in both languages; "%1" is the first of the names.
inline Bilingual said(const char *ja, const char *en, const QStringList &names)
{
    Bilingual text{QString::fromUtf8(ja), QString::fromUtf8(en)};
    for (QString *one : {&text.ja, &text.en}) {
        for (qsizetype i = names.size(); i > 0; --i) // from behind: a name may hold a sign
            one->replace(QLatin1Char('%') + QString::number(i), QChar(0xE000 + int(i)));
        for (qsizetype i = 0; i < names.size(); ++i)
            one->replace(QChar(0xE001 + int(i)), names[i]);
    }
    return text;
}

} // namespace kessai
