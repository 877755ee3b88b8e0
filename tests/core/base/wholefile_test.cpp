// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wholefile.h"

#include "tests/support/fulldisk.h"
#include "tests/support/printers.h"

#include <QDir>
#include <QSaveFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

class WholeFileTest : public ::testing::Test {
protected:
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir folder;
    const QString path = folder.filePath(u"list.csv"_s);
    const QByteArray before = "what was there";
};

TEST_F(WholeFileTest, IsWrittenForWhomItIsFor)
{
    ASSERT_TRUE(writeWholeFile(path, before));
    ASSERT_TRUE(writeWholeFile(path, "new", QFileDevice::ReadOwner | QFileDevice::WriteOwner));

    EXPECT_EQ(bytesOf(path), QByteArray("new"));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    EXPECT_FALSE(QFileInfo(path).permissions() & others);
    EXPECT_EQ(files(), QStringList(u"list.csv"_s));
    EXPECT_EQ(writeWholeFile(path + u"/no/folder"_s, "x").error().code, ErrorCode::FileUnreadable);
}

TEST_F(WholeFileTest, LeavesWhatWasThereOnAFullDisk)
{
    ASSERT_TRUE(writeWholeFile(path, before));
    for (const int size : {5'000, 100'000}) { // what is still buffered when it is closed, and what is not
        const QByteArray bytes(size, 'x');
        const FullDisk full(1'000);

        const Result<> written = writeWholeFile(path, bytes);

        ASSERT_FALSE(written) << size;
        EXPECT_EQ(written.error().code, ErrorCode::StorageFull);
        EXPECT_FALSE(written.error().detail.isEmpty());
        EXPECT_EQ(bytesOf(path), before);
        EXPECT_EQ(files(), QStringList(u"list.csv"_s)) << "nothing is left beside it";
    }
}

TEST_F(WholeFileTest, LeavesWhatWasThereWhereAPainterWroteMoreThanFits)
{
    ASSERT_TRUE(writeWholeFile(path, before));
    {
        const FullDisk full(1'000);
        QSaveFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        for (int piece = 0; piece < 50; ++piece)
            file.write(QByteArray(100, 'x')); // as a library does, which asks nobody what became of it

        EXPECT_FALSE(commitFile(file));
    }
    EXPECT_EQ(bytesOf(path), before);
    EXPECT_EQ(files(), QStringList(u"list.csv"_s));
}

} // namespace kessai::test
