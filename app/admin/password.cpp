// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/password.h"

#include <QRandomGenerator>

namespace kessai {

QString inventPassword()
{
    const QString letters = QStringLiteral("abcdefghijkmnpqrstuvwxyz23456789");
    QString password;
    for (int i = 0; i < 12; ++i)
        password += letters[QRandomGenerator::system()->bounded(letters.size())];
    return password;
}

} // namespace kessai
