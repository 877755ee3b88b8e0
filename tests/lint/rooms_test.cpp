// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The README of a room with rooms of its own says what is in each, and names no file that is not there.
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QString>

#include <gtest/gtest.h>

namespace kessai::lint {

namespace {

const QDir &root()
{
    static const QDir dir(QStringLiteral(KESSAI_SOURCE_DIR));
    return dir;
}

QString readmeOf(const QString &room)
{
    QFile file(root().filePath(room + QStringLiteral("/README.md")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

class Readme : public ::testing::TestWithParam<const char *> {};

} // namespace

TEST_P(Readme, NamesEveryRoom)
{
    const QString room = QLatin1String(GetParam());
    const QString text = readmeOf(room);

    for (const QString &inner : QDir(root().filePath(room)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        EXPECT_TRUE(text.contains(u'`' + inner + u'`') || text.contains(u'`' + inner + u'/'))
            << room.toStdString() << "/README.md says nothing of " << inner.toStdString();
    }
}

TEST_P(Readme, NamesNoFileThatIsNotThere)
{
    static const QRegularExpression path(QStringLiteral("`((?:core|forms|ui|app|tests|packaging)/[A-Za-z0-9_./-]+)`"));

    auto found = path.globalMatch(readmeOf(QLatin1String(GetParam())));
    while (found.hasNext()) {
        const QString named = found.next().captured(1);
        EXPECT_TRUE(root().exists(named)) << GetParam() << "/README.md names " << named.toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Rooms, Readme, ::testing::Values("app", "core", "ui", "tests", "packaging"));

} // namespace kessai::lint
