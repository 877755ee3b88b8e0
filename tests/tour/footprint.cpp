// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/footprint.h"

#include <QFile>
#include <QList>

#include <unistd.h>

#include <ctime>

namespace kessai::tour {

namespace {

/// A value of a file of lines like "Rss:   123 kB".
qint64 kibibytes(const QByteArray &text, const QByteArray &name)
{
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return line.mid(name.size()).trimmed().split(' ').value(0).toLongLong();
    }
    return 0;
}

} // namespace

std::optional<Memory> memoryOfThisProcess()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    return Memory{kibibytes(text, "Rss:"), kibibytes(text, "Pss:")};
}

std::optional<qint64> millisecondsSinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    // The program's name, in brackets, may contain anything; field 22 counts clock ticks since the machine started.
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const qint64 ticks = fields.value(19).toLongLong();
    timespec now{};
    if (ticks == 0 || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return std::nullopt;
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - ticks * 1000 / sysconf(_SC_CLK_TCK);
}

} // namespace kessai::tour
