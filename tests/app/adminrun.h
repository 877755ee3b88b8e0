// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

class QProcess;

namespace kessai::test {

/// What a finished run of kessai-admin left behind.
struct AdminRun final {
    int exit = -1; ///< -1 = it did not end by itself
    QString out;
    QString err;
    QJsonObject json() const; ///< of the standard output
};

/// Runs the real program to its end, nobody at the terminal, speaking English unless `environment` says otherwise.
AdminRun runAdmin(const QStringList &arguments, const QHash<QString, QString> &environment = {});

/// Prepares a run without starting it.
void prepareAdmin(QProcess &process, const QStringList &arguments, const QHash<QString, QString> &environment = {});

/// A sample office in a file, made once for all tests by the real program. The path is empty when that failed.
struct SampleFile final {
    static const SampleFile &instance();
    QString path;
    QJsonObject made; ///< what `create --sample --json` printed
    QString trouble;

    /// A copy in a directory of the test's own; empty when it could not be made.
    QString copyTo(const QString &directory) const;
};

} // namespace kessai::test
