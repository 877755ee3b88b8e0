// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What kessai-admin tells of who changed what of an office.
#include "tests/app/adminrun.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

TEST(AdminChanges, ListsWhatTheOwnerChangedToo)
{
    QTemporaryDir directory;
    const QString url = u"sqlite:"_s + directory.filePath(u"office.db"_s);
    ASSERT_EQ(runAdmin({u"create"_s, url}).exit, 0);

    const AdminRun all = runAdmin({u"changes"_s, url, u"--json"_s});
    ASSERT_EQ(all.exit, 0) << all.err.toStdString();
    const QJsonArray changes = all.json().value("changes"_L1).toArray();
    ASSERT_FALSE(changes.isEmpty());
    EXPECT_EQ(changes.last().toObject().value("revision"_L1).toInt(), 1);
    EXPECT_EQ(changes.last().toObject().value("kind"_L1).toString(), u"other"_s);

    const QString file = directory.filePath(u"changes.csv"_s);
    ASSERT_EQ(runAdmin({u"changes"_s, url, u"--out"_s, file}).exit, 0);
    QFile written(file);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_EQ(written.readAll().count('\n'), changes.size() + 1);
    EXPECT_EQ(runAdmin({u"changes"_s, url, u"--out"_s, file}).exit, 4) << "it is there already";
}

TEST(AdminChanges, SaysWhichKindsThereAre)
{
    QTemporaryDir directory;
    const QString url = u"sqlite:"_s + directory.filePath(u"office.db"_s);
    ASSERT_EQ(runAdmin({u"create"_s, url}).exit, 0);

    EXPECT_TRUE(runAdmin({u"changes"_s, u"--help"_s}).out.contains(u"rights"_s));
    const AdminRun wrong = runAdmin({u"changes"_s, url, u"--kind"_s, u"weather"_s});
    EXPECT_EQ(wrong.exit, 1);
    EXPECT_TRUE(wrong.err.contains(u"weather"_s)) << wrong.err.toStdString();
    EXPECT_EQ(runAdmin({u"changes"_s, url, u"--most"_s, u"0"_s}).exit, 1);
    const AdminRun none = runAdmin({u"changes"_s, url, u"--kind"_s, u"route"_s, u"--json"_s});
    EXPECT_EQ(none.exit, 0);
    EXPECT_TRUE(none.json().value("changes"_L1).toArray().isEmpty());
}

} // namespace kessai::test
