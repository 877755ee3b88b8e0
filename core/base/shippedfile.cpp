// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/shippedfile.h"

#include <QFile>

namespace kessai {

QByteArray shippedFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not part of this program", qPrintable(path));
    return file.readAll();
}

} // namespace kessai
