// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/adminrun.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

namespace kessai::test {

namespace {
constexpr int kPatience = 600'000;
}

QJsonObject AdminRun::json() const
{
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

void prepareAdmin(QProcess &process, const QStringList &arguments, const QHash<QString, QString> &environment)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANGUAGE", "PGPASSWORD", "PGPASSFILE", "PGUSER", "PGHOST"})
        variables.remove(QLatin1String(name));
    for (auto it = environment.begin(); it != environment.end(); ++it)
        variables.insert(it.key(), it.value());
    process.setProcessEnvironment(variables);
    process.setProgram(QStringLiteral(KESSAI_ADMIN));
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
}

AdminRun runAdmin(const QStringList &arguments, const QHash<QString, QString> &environment)
{
    QProcess process;
    prepareAdmin(process, arguments, environment);
    process.start();
    AdminRun run;
    if (process.waitForFinished(kPatience) && process.exitStatus() == QProcess::NormalExit)
        run.exit = process.exitCode();
    run.out = QString::fromUtf8(process.readAllStandardOutput());
    run.err = QString::fromUtf8(process.readAllStandardError());
    return run;
}

const SampleFile &SampleFile::instance()
{
    static const QTemporaryDir directory;
    static const SampleFile file = [] {
        SampleFile made;
        const QString path = directory.filePath(QStringLiteral("sample.db"));
        const AdminRun run = runAdmin({QStringLiteral("create"), QStringLiteral("sqlite:") + path,
                                       QStringLiteral("--sample"), QStringLiteral("--json")});
        made.made = run.json();
        made.trouble = run.err;
        if (run.exit == 0)
            made.path = path;
        return made;
    }();
    return file;
}

QString SampleFile::copyTo(const QString &directory) const
{
    const QString target = directory + QStringLiteral("/office.db");
    return QFile::copy(path, target) ? target : QString();
}

} // namespace kessai::test
