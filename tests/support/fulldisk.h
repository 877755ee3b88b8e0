// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sys/resource.h>

#include <csignal>

namespace kessai::test {

/// While it lives, no file gets longer than so many bytes, as on a disk that is full then.
class FullDisk final {
public:
    explicit FullDisk(rlim_t bytes = 0) : m_signalBefore(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &few);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signalBefore);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    void (*m_signalBefore)(int);
    rlimit m_before{};
};

} // namespace kessai::test
