// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/stafffile.h"

#include "core/base/textfile.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;

namespace {

class StaffFile : public ::testing::Test {
protected:
    SmallOffice small;
    OfficeDraft draft{small.builder.history(), {}, QDate(2027, 4, 1)};

    static QByteArray file(const QString &rows, TextEncoding encoding = TextEncoding::Utf8)
    {
        return fileOfText(staffColumns().join(u',') + u'\n' + rows, encoding);
    }
    QStringList refusals(const QString &rows) const
    {
        const auto read = readStaffFile(file(rows), draft);
        QStringList said;
        if (read.ok())
            return said;
        for (const StaffRowProblem &one : read.error())
            said.append(QString::number(one.line) + u": "_s + one.text.ja);
        return said;
    }
};

} // namespace

TEST_F(StaffFile, WhoeverIsInItHoldsWhatItSaysAndOthersStay)
{
    const auto read = readStaffFile(file(u"10009,,,,,財政課 財政係 主事,,\n"
                                         "10005,,,,,soumu-kacho,本務,\n10005,,,,,zaisei-kacho,兼務,\n"
                                         "20001,山田,花子,やまだ はなこ,s20001,shomu-shuji,,\n10010,,,,,,,退職\n"_s,
                                         TextEncoding::Cp932),
                                    draft);
    ASSERT_TRUE(read.ok());
    draft.go(*read);

    const auto after = draft.after();
    EXPECT_EQ(after->primaryPost(small.sato), small.financeClerk);
    EXPECT_THAT(after->postsOf(small.kato), ElementsAre(small.manager, small.financeManager));
    EXPECT_EQ(after->staff(small.tanaka), nullptr);
    const Staff *hired = after->staffByNumber(u"20001"_s);
    ASSERT_NE(hired, nullptr);
    EXPECT_EQ(after->primaryPost(hired->id), small.clerk);
    EXPECT_EQ(after->primaryPost(small.suzuki), small.chief);
}

TEST_F(StaffFile, EveryRowThatIsWrongIsToldAndNoneTaken)
{
    EXPECT_THAT(
        refusals(
            u"10009,,,,,どこか,,\n10010,,,,,mayor,主,\n,,,,,mayor,,\n20002,新,人,しん,,mayor,,\n10011,,,,,mayor,,休職\n"_s),
        ElementsAre(u"2: 「どこか」という職はありません。"_s, u"3: 任用「主」は、本務、兼務、事務取扱のどれかです。"_s,
                    u"4: 職員番号がありません。"_s, u"5: 新しい職員20002には、氏名、ふりがな、ログイン名が要ります。"_s,
                    u"6: 区分「休職」は「退職」か空です。"_s));
    EXPECT_THAT(refusals(u"10009,,,,,mayor,,\n10009,,,,,vice-mayor,,\n"_s),
                ElementsAre(u"3: 佐藤 花の本務が二つあるか、同じ職が二度あります。"_s));
    EXPECT_THAT(refusals({}), ElementsAre(u"0: 見出しの下に行がありません。"_s));
    EXPECT_FALSE(readStaffFile("a,b\n", draft).ok());
}

TEST_F(StaffFile, WhatIsSavedIsReadBackWithoutAChange)
{
    draft.appoint(small.kato, small.financeManager, Holding::Concurrent);
    draft.release(small.sato, small.clerk);
    QString rows;
    for (const QStringList &row : staffRows(draft))
        rows += row.join(u',') + u'\n';

    const auto read = readStaffFile(file(rows), draft);

    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, draft.change());
}

} // namespace kessai::test
