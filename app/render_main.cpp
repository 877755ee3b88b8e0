// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// kessai-render: draws pages of attachments for kessai, in a process of its own that can do nothing else. It is started
// by the application and speaks ui/pdf/renderprotocol.h on standard input and output.
#include "ui/pdf/renderserver.h"
#include "ui/pdf/sandbox.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

#if defined(__SANITIZE_ADDRESS__)
// The leak checker looks at the process from another one, which the sandbox refuses.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "detect_leaks=0";
}
#endif

namespace {

// The application reads these; see RenderProcess.
constexpr int kExitBadInput = 2;
constexpr int kExitNoSandbox = 3;

/// Pages are megabytes, and each filling of the pipe costs two process switches.
void widenPipes()
{
#ifdef Q_OS_LINUX
    constexpr int kPipeSize = 1024 * 1024;
    fcntl(STDIN_FILENO, F_SETPIPE_SZ, kPipeSize);
    fcntl(STDOUT_FILENO, F_SETPIPE_SZ, kPipeSize);
#endif
}

/// What libraries have to say of a broken file goes nowhere: it could quote the document.
void stayQuiet(QtMsgType, const QMessageLogContext &, const QString &) {}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(stayQuiet);
    QCoreApplication app(argc, argv);
    const bool selfTest = argc == 2 && QByteArrayView(argv[1]) == QByteArrayView("--self-test");
    if (argc > 1 && !selfTest) {
        std::fputs("kessai-render is started by kessai. Its only option is --self-test.\n", stderr);
        return kExitBadInput;
    }

    widenPipes();
    kessai::preloadSources();
    if (!kessai::closeSandbox())
        return kExitNoSandbox;
    int status = EXIT_SUCCESS;
    if (selfTest)
        status = kessai::testSandbox() ? EXIT_SUCCESS : EXIT_FAILURE;
    else
        status = kessai::RenderServer(stdin, stdout).serve() ? EXIT_SUCCESS : kExitBadInput;
    // The application waits for nothing that this process could still do.
    std::fflush(stdout);
    std::_Exit(status);
}
