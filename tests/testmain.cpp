// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QByteArray>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QString>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

QtMessageHandler previousHandler = nullptr;

/// Turns a Qt warning into a failure of the running test; the offscreen platform says one of them at every window.
void failOnWarning(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const bool serious = type == QtWarningMsg || type == QtCriticalMsg;
    if (serious && !text.contains(QLatin1String("propagateSizeHints")))
        ADD_FAILURE() << "Qt warned: " << qPrintable(text);
    previousHandler(type, context, text);
}

} // namespace

int main(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    if (GTEST_FLAG_GET(list_tests))
        return RUN_ALL_TESTS();

    // Widgets need a platform, not a display; a test that wants Xvfb names its own platform.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt warns and falls back to a shared place in /tmp where no login session made this directory.
    QTemporaryDir runtimeDir;
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", runtimeDir.path().toLocal8Bit());
    // The settings and caches of whoever runs the tests stay untouched.
    QStandardPaths::setTestModeEnabled(true);
    if (qEnvironmentVariableIsSet("KESSAI_FAIL_ON_WARNING"))
        previousHandler = qInstallMessageHandler(failOnWarning);

    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    return RUN_ALL_TESTS();
}
