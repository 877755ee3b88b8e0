// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budgetfile.h"

#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString kHead =
    u"年度,会計,款,項,目,事業,節,細節,会計名,款名,項名,目名,事業名,節名,細節名,所管,専決区分,種別,金額,日付,根拠\n"_s;
const QString kPaperRow =
    u"2026,01,02,01,01,0010,10,01,一般会計,総務費,総務管理費,一般管理費,一般事務,需用費,消耗品費,総務課,10,当初,\"500,000\",2026-04-01,\n"_s;

class BudgetFiles : public ::testing::Test {
protected:
    BudgetFile read(const QString &rows) const { return readBudgetFile((kHead + rows).toUtf8(), *m_office); }
    /// The row with a cell replaced.
    static QString with(const QString &was, const QString &is) { return QString(kPaperRow).replace(was, is); }

    test::SmallOffice m_small;
    std::shared_ptr<const Office> m_office = m_small.office();
};

} // namespace

TEST_F(BudgetFiles, AreReadIntoLinesAndEntries)
{
    const BudgetFile file = read(kPaperRow);

    ASSERT_TRUE(file.problems.empty()) << file.problems.front().text.en.toStdString();
    ASSERT_EQ(file.import.lines.size(), 1U);
    const BudgetLine &line = file.import.lines.front();
    EXPECT_EQ(line.key(), u"2026:01-02-01-01-0010-10-01"_s);
    EXPECT_EQ(line.name(BudgetLevel::Detail), u"消耗品費"_s);
    EXPECT_EQ(line.section, m_small.affairs);
    EXPECT_EQ(line.item, u"10"_s);
    const BudgetEntry entry{FiscalYear(2026), line.code,         BudgetEntryKind::Initial,
                            500'000,          QDate(2026, 4, 1), u"当初予算"_s};
    EXPECT_EQ(file.import.entries, std::vector<BudgetEntry>{entry});
}

TEST_F(BudgetFiles, MayBeWrittenAsPeopleDo)
{
    const QString rows =
        u"令和８年度,01,02,01,01,0010,10,01,一般会計,総務費,総務管理費,一般管理費,一般事務,需用費,消耗品費,soumu,,"
        "補正,△１２０００,R8.6.24,議案第38号\n"_s;

    const BudgetFile file = read(rows);

    ASSERT_TRUE(file.problems.empty()) << file.problems.front().text.en.toStdString();
    EXPECT_EQ(file.import.lines.front().year, FiscalYear(2026));
    EXPECT_EQ(file.import.lines.front().section, m_small.affairs);
    EXPECT_EQ(file.import.lines.front().item, u"10"_s) << "the 節";
    EXPECT_EQ(file.import.entries.front().amount, -12'000);
    EXPECT_EQ(file.import.entries.front().day, QDate(2026, 6, 24));
}

TEST_F(BudgetFiles, HaveTheirColumnsInAnyOrder)
{
    const QString file =
        u"金額,種別,年度,会計,款,項,目,事業,節,細節,会計名,款名,項名,目名,事業名,節名,細節名,所管,日付\r\n"
        "7,当初,2026,01,02,01,01,0010,10,01,一般会計,総務費,総務管理費,一般管理費,一般事務,需用費,消耗品費,総務課,2026/4/1\r\n"_s;

    const BudgetFile read = readBudgetFile(file.toUtf8(), *m_office);

    ASSERT_TRUE(read.problems.empty()) << read.problems.front().text.en.toStdString();
    EXPECT_EQ(read.import.entries.front().amount, 7);
}

TEST_F(BudgetFiles, SayWhatIsWrongRowByRowAndAreThenTakenNotAtAll)
{
    struct Wrong {
        QString row;
        const char *says;
    };
    const Wrong table[] = {
        {with(u"2026,01"_s, u"26,01"_s), "fiscal year"},
        {with(u"0010"_s, u"00-10"_s), "no code"},
        {with(u"総務費"_s, QString()), "characters"},
        {with(u"総務課"_s, u"総務科"_s), "no section"},
        {with(u"当初"_s, u"当所"_s), "kinds"},
        {with(u"\"500,000\""_s, u"500千円"_s), "whole amount"},
        {with(u"\"500,000\""_s, u"-1"_s), "whole amount"},
        {with(u"\"500,000\""_s, u"1000000000000"_s), "whole amount"},
        {with(u"2026-04-01"_s, u"2026-04-31"_s), "no day"},
        {with(u"当初,"_s, u"補正,"_s), "document"},
        {kPaperRow, "stands above"},
        {with(u"0010,10"_s, u"10,10"_s), "width"},
        {with(u"消耗品費"_s, u"消耗品"_s), "another name"},
    };
    for (const Wrong &wrong : table) {
        const BudgetFile file = read(kPaperRow + wrong.row);

        ASSERT_EQ(file.problems.size(), 1U) << wrong.says;
        EXPECT_EQ(file.problems.front().row, 3);
        EXPECT_TRUE(file.problems.front().text.en.contains(QLatin1String(wrong.says)))
            << file.problems.front().text.en.toStdString();
        EXPECT_TRUE(file.import.lines.empty());
        EXPECT_TRUE(file.import.entries.empty());
    }
}

TEST_F(BudgetFiles, ThatAreNoneAreRefused)
{
    EXPECT_EQ(readBudgetFile("\xff\xff\xff", *m_office).problems.front().row, 0);
    EXPECT_FALSE(readBudgetFile({}, *m_office).problems.empty());
    EXPECT_FALSE(read({}).problems.empty());
    EXPECT_FALSE(readBudgetFile("a,b\n1,2\n", *m_office).problems.empty());
}

TEST_F(BudgetFiles, EnterNothingTwice)
{
    const BudgetImport import = read(kPaperRow).import;
    const BudgetBook there(import.lines);

    const BudgetDiff again = diffOf(import, there, import.entries);
    EXPECT_TRUE(again.empty());
    EXPECT_EQ(again.same, 1);

    std::vector<BudgetEntry> other = import.entries;
    other.front().amount = 1;
    EXPECT_EQ(diffOf(import, there, other).problems.size(), 1U) << "the council voted once";
    EXPECT_EQ(diffOf(import, BudgetBook(), {}).lines.size(), 1U);
}

TEST_F(BudgetFiles, ChangeALinesNameFromNowOn)
{
    const BudgetBook there(read(kPaperRow).import.lines);
    const BudgetImport import = read(with(u"消耗品費"_s, u"消耗品"_s)).import;

    const BudgetDiff diff = diffOf(import, there, {});

    ASSERT_EQ(diff.changed.size(), 1U);
    EXPECT_EQ(diff.changed.front().before.name(BudgetLevel::Detail), u"消耗品費"_s);
    EXPECT_EQ(diff.changed.front().after.name(BudgetLevel::Detail), u"消耗品"_s);
}

TEST_F(BudgetFiles, KeepTheWidthsOfTheYear)
{
    const BudgetBook there(read(kPaperRow).import.lines);
    const BudgetImport import = read(with(u"0010"_s, u"00010"_s)).import;

    EXPECT_EQ(diffOf(import, there, {}).problems.size(), 1U);
}

} // namespace kessai
