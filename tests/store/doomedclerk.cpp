// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk whose program is killed with -9 at the n-th thing it does to the disk, in the middle of it: half of what it writes gets there.
//   doomed_clerk FILE STAFF file SUBJECT|approve CASE REQUEST MICROSECONDS N
#include "tests/store/tryingclerk.h"

#include <QCoreApplication>

#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace {

int left = 0; ///< writes until the end; 0 = it never comes
int done = 0;

bool last()
{
    ++done;
    return left > 0 && --left == 0;
}

} // namespace

// SQLite calls these instead of the C library's, because the program's own come first.
extern "C" ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    const bool end = last();
    const auto written = ssize_t(::syscall(SYS_pwrite64, file, bytes, end ? size / 2 : size, at));
    if (end)
        ::raise(SIGKILL);
    return written;
}

extern "C" int fdatasync(int file)
{
    if (last())
        ::raise(SIGKILL);
    return int(::syscall(SYS_fdatasync, file));
}

extern "C" int ftruncate64(int file, off64_t size) noexcept
{
    if (last())
        ::raise(SIGKILL);
    return int(::syscall(SYS_ftruncate, file, size));
}

int main(int argc, char **argv)
{
    using namespace kessai;
    using namespace kessai::test;
    QCoreApplication app(argc, argv);
    const QStringList given = QCoreApplication::arguments();
    const FixedClock clock(Instant(given.at(6).toLongLong()));
    auto store = openStore(DatabaseUrl::sqlite(given.at(1)), StaffId(given.at(2).toLongLong()), clock);
    if (!store)
        return 2;
    Desk desk(std::move(store).value(), memoForms(), clock);
    if (!desk.start())
        return 2;
    done = 0;
    left = given.at(7).toInt();
    const auto event = given.at(3) == QLatin1String("file")
        ? fileFromWhereItStands(desk, given.at(4), given.at(5), 1000)
        : desk.act(CaseId(given.at(4).toLongLong()), 1, given.at(5), Approve{});
    std::printf("%d\n", done);
    return event ? 0 : 1;
}
