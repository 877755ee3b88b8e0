// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/servertime.h"

#include "tests/support/postgresserver.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace kessai::bench {

double serverTime()
{
    double ticks = 0;
    const QByteArray postmaster = QByteArray::number(test::PostgresServer::instance().processId());
    for (const QString &process : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 12 && fields[1] == postmaster)
            ticks += fields[11].toDouble() + fields[12].toDouble();
    }
    return ticks * 1000 / double(sysconf(_SC_CLK_TCK));
}

} // namespace kessai::bench
