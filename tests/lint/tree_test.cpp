// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Applies every rule to the source tree as it is.
#include "tests/lint/rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

namespace kessai::lint {

namespace {

const QString kRoot = QStringLiteral(KESSAI_SOURCE_DIR);
const QStringList kRooms{QStringLiteral("app"),       QStringLiteral("core"),        QStringLiteral("forms"),
                         QStringLiteral("ui"),        QStringLiteral("tests"),       QStringLiteral("packaging"),
                         QStringLiteral("resources"), QStringLiteral("translations")};

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The files below the rooms and CMake's, by the names that some rule is about.
QList<SourceFile> readTree()
{
    const QStringList names{QStringLiteral("*.cpp"),    QStringLiteral("*.h"),  QStringLiteral("*.sh"),
                            QStringLiteral("*.cmake"),  QStringLiteral("*.ts"), QStringLiteral("CMakeLists.txt"),
                            QStringLiteral("README.md")};
    QStringList paths{QStringLiteral("CMakeLists.txt")};
    for (const QString &room : kRooms + QStringList{QStringLiteral("cmake")}) {
        QDirIterator found(kRoot + u'/' + room, names, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            paths << QDir(kRoot).relativeFilePath(found.next());
    }
    paths.sort();

    QList<SourceFile> files;
    for (const QString &path : paths)
        files << SourceFile{path, read(kRoot + u'/' + path)};
    return files;
}

const QList<SourceFile> &tree()
{
    static const QList<SourceFile> files = readTree();
    return files;
}

void expectNothing(const Findings &findings)
{
    EXPECT_TRUE(findings.isEmpty()) << findings.join(u'\n').toStdString();
}

void expectNothingIn(Findings (*rule)(const SourceFile &))
{
    Findings findings;
    for (const SourceFile &file : tree())
        findings << rule(file);
    expectNothing(findings);
}

/// Runs a program in the root; what it printed, or that it could not be started, when it does not succeed.
Findings run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(kRoot);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(100'000))
        return {program + QLatin1String(": ") + process.errorString()};
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return {QString::fromUtf8(process.readAll().right(8000))};
}

} // namespace

TEST(Tree, HasAllItsRooms)
{
    for (const QString &room : kRooms) {
        const bool known = std::any_of(tree().begin(), tree().end(), [&](const SourceFile &file) {
            return file.path == room + QLatin1String("/README.md");
        });
        EXPECT_TRUE(known) << room.toStdString() << "/README.md is missing";
    }
    EXPECT_GT(tree().size(), 50);
}

TEST(Tree, FollowsTheLayers)
{
    expectNothing(layerFindings(tree()));
}

TEST(Tree, IncludesFromTheRoot)
{
    expectNothing(includeFindings(tree()));
}

TEST(Tree, HasNoIncludeCycles)
{
    expectNothing(cycleFindings(tree()));
}

TEST(Tree, TranslatesOnlyInUiAndApp)
{
    expectNothingIn(translationCallFindings);
}

TEST(Tree, KeepsSqlInTheStore)
{
    expectNothingIn(sqlFindings);
}

TEST(Tree, KeepsForeignLibrariesInTheirFiles)
{
    expectNothingIn(foreignFindings);
}

TEST(Tree, TakesTheTimeFromAClock)
{
    expectNothingIn(wallClockFindings);
}

TEST(Tree, WritesFilesWholeOrNotAtAll)
{
    expectNothingIn(wholeFileFindings);
}

TEST(Tree, KeepsLatin1LiteralsLatin1)
{
    expectNothingIn(latin1Findings);
}

TEST(Tree, SaysItsLicenceInEveryFile)
{
    expectNothingIn(headFindings);
}

TEST(Tree, HasNoOvergrownFile)
{
    expectNothingIn(lengthFindings);
    expectNothingIn(readmeFindings);
}

TEST(Tree, LeavesNothingOpen)
{
    expectNothingIn(openEndFindings);
}

TEST(Tree, SwitchesNoTestOff)
{
    expectNothingIn(skipFindings);
}

TEST(Tree, IsTranslatedCompletely)
{
    expectNothingIn(unfinishedFindings);
}

/// A string that was never taken into the .ts file is as untranslated as one marked so.
TEST(Tree, HasEveryStringInTheTranslations)
{
    QTemporaryDir scratch;
    const QDir translations(kRoot + QStringLiteral("/translations"));
    for (const QString &name : translations.entryList({QStringLiteral("kessai_*.ts")})) {
        const QString copy = scratch.filePath(name);
        ASSERT_TRUE(QFile::copy(translations.filePath(name), copy));
        ASSERT_TRUE(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));

        QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                              QStringLiteral("none"),    QStringLiteral("-I"),           QStringLiteral(".")};
        // The sources are English already; only their plurals have to be said.
        if (name == QLatin1String("kessai_en.ts"))
            arguments << QStringLiteral("-pluralonly");
        arguments << QStringLiteral("app") << QStringLiteral("ui") << QStringLiteral("-ts") << copy;
        expectNothing(run(QStringLiteral(KESSAI_LUPDATE), arguments));

        expectNothing(unfinishedFindings({QStringLiteral("translations/") + name, read(copy)}));
    }
}

TEST(Tree, IsLaidOutByTheFormatter)
{
    expectNothing(run(kRoot + QStringLiteral("/tests/lint/format.sh"), {}));
}

} // namespace kessai::lint
