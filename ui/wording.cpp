// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording.h"

#include <QCoreApplication>

namespace kessai {

bool englishWording()
{
    // Translated as "ja" by the Japanese translation, so that data and program text can never disagree.
    return QCoreApplication::translate("kessai::Wording", "en", "language of the wording: ja or en")
        == QLatin1String("en");
}

} // namespace kessai
