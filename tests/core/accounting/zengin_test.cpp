// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/zengin.h"

#include "tests/core/accounting/zenginreader.h"
#include "tests/property/random.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRecord = 122; // with its line end

BankAccount account(const QString &number, const QString &holder)
{
    return {u"0123"_s, u"ミホン"_s, u"045"_s, u"ホンテン"_s, AccountType::Ordinary, number, holder};
}

TransferFile fileOf(const std::vector<qint64> &amounts)
{
    TransferFile file{{u"123"_s, account(u"7654321"_s, u"ミホンシカイケイカンリシャ"_s)}, QDate(2026, 12, 10), {}};
    for (const qint64 amount : amounts)
        file.transfers.push_back({account(u"12345"_s, u"株式会社キョウワ"_s), Yen(amount), u"12"_s, {}});
    return file;
}

QString anyOf(Random &random, const QString &characters, int most)
{
    QString text;
    for (int i = random.between(1, most); i > 0; --i)
        text += characters[random.below(int(characters.size()))];
    return text;
}

QString digits(Random &random, int width)
{
    QString text;
    for (int i = 0; i < width; ++i)
        text += QString::number(random.below(10));
    return text;
}

BankAccount anyAccount(Random &random, int mostHolder)
{
    static const QString letters = u"ｱｶﾞｷﾟﾝﾜABZ019()-./"_s;
    const std::vector<AccountType> types{AccountType::Ordinary, AccountType::Current, AccountType::Savings,
                                         AccountType::Other};
    return {digits(random, 4),
            anyOf(random, letters, 15),
            digits(random, 3),
            anyOf(random, letters, 15),
            random.oneOf(types),
            digits(random, 7),
            anyOf(random, letters, mostHolder)};
}

TransferFile anyFile(Random &random)
{
    TransferFile file{{digits(random, 10), anyAccount(random, 40)}, QDate(2026, 1, 1).addDays(random.below(365)), {}};
    for (int i = random.between(1, 20); i > 0; --i)
        file.transfers.push_back({anyAccount(random, 30), Yen(1 + qint64(random.next() % 9'999'999'999u)),
                                  digits(random, 10), digits(random, 10)});
    return file;
}

} // namespace

TEST(Zengin, AcZ1FillsAShortAccountNumberWithZeros)
{
    const auto bytes = writeZengin(fileOf({100}));

    ASSERT_TRUE(bytes);
    EXPECT_EQ(bytes->mid(kRecord + 42, 8), "10012345") << "ordinary is 1, the number has seven digits";
}

TEST(Zengin, AcZ3WritesTheHolderAsBanksDo)
{
    const auto read = readZengin(*writeZengin(fileOf({100})), 2026);

    ASSERT_TRUE(read) << qPrintable(read.error());
    EXPECT_EQ(read->transfers.front().account.holder, u"ｶ)ｷﾖｳﾜ"_s);
    const QByteArray holder = writeZengin(fileOf({100}))->mid(kRecord + 50, 30);
    EXPECT_EQ(holder, QByteArray("\xB6)\xB7\xD6\xB3\xDC").leftJustified(30, ' ')) << "CP932, padded to 30";
}

TEST(Zengin, AcZ4SumsUpThreeTransfers)
{
    const auto bytes = writeZengin(fileOf({100, 200, 300}), LineEnds::None);

    ASSERT_TRUE(bytes);
    ASSERT_EQ(bytes->size(), 6 * 120);
    EXPECT_EQ(bytes->mid(4 * 120, 19), "8000003000000000600");
    EXPECT_TRUE(readZengin(*bytes, 2026));
    EXPECT_EQ(writeZengin(fileOf({100, 200, 300}))->size(), 6 * 122);
}

TEST(Zengin, ReadsBackWhatItWrote)
{
    Random random(1001);
    for (int run = 0; run < 300; ++run) {
        const TransferFile file = anyFile(random);
        const auto bytes = writeZengin(file, random.chance(50) ? LineEnds::None : LineEnds::CrLf);
        ASSERT_TRUE(bytes) << qPrintable(bytes.error().text.en);

        const auto read = readZengin(*bytes, 2026);

        ASSERT_TRUE(read) << qPrintable(read.error());
        ASSERT_EQ(*read, file);
    }
}

/// The reader is worth something only if it takes no bent file for the one that was written.
TEST(Zengin, ABentFileIsNeverTakenForTheOneThatWasWritten)
{
    Random random(1002);
    const TransferFile file = anyFile(random);
    const QByteArray bytes = *writeZengin(file);
    for (int run = 0; run < 3000; ++run) {
        QByteArray bent = bytes;
        const int at = random.below(int(bent.size()));
        switch (random.below(4)) {
        case 0: bent[at] = char(random.below(256)); break;
        case 1: bent.remove(at, random.between(1, 130)); break;
        case 2: bent.insert(at, char(random.below(256))); break;
        default: bent.insert(at / kRecord * kRecord, bent.mid(at / kRecord * kRecord, kRecord)); break;
        }
        if (bent == bytes)
            continue;
        const auto read = readZengin(bent, 2026);
        EXPECT_FALSE(read && *read == file) << "bent at " << at;
    }
}

TEST(Zengin, SaysWhichTransferCannotBeWritten)
{
    TransferFile file = fileOf({100, 200});
    file.transfers[1].account.holder = u"協和"_s;
    auto refused = writeZengin(file);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().transfer, 1u);
    EXPECT_TRUE(refused.error().text.ja.contains(u"協"_s));

    file = fileOf({100, 10'000'000'000});
    EXPECT_EQ(writeZengin(file).error().transfer, 1u) << "eleven digits";
    EXPECT_EQ(writeZengin(fileOf({0})).error().transfer, 0u);
    file = fileOf({100});
    file.transfers[0].account.holder = QString(31, u'ア');
    EXPECT_EQ(writeZengin(file).error().transfer, 0u) << "never cut silently";
    file = fileOf({100});
    file.transfers[0].account.branch = u"45"_s;
    EXPECT_FALSE(writeZengin(file)) << "045 and 450 are two branches";
    file.transfers[0].account = account({}, u"ア"_s);
    EXPECT_FALSE(writeZengin(file));
    EXPECT_FALSE(writeZengin(fileOf({}))) << "a file without transfers";
    file = fileOf({1});
    file.source.account.holder.clear();
    EXPECT_FALSE(writeZengin(file).error().transfer) << "the head";
}

/// Whatever is put in, what comes out is a file a bank reads, or a reason.
TEST(Zengin, NeverWritesAFileBanksCannotRead)
{
    const std::vector<QString> texts{
        u""_s,   u"0"_s,  u"12345"_s,       u"１２"_s, u"カブシキガイシャ"_s, u"協和"_s, u"\n"_s,
        u"\0"_s, u"-1"_s, u"99999999999"_s, u"ｱ"_s,    QString(200, u'ガ'),   u" ア"_s,  u"0123"_s,
        u"045"_s};
    Random random(1003);
    int written = 0;
    for (int run = 0; run < 5000; ++run) {
        TransferFile file = fileOf({random.chance(90) ? 100 : qint64(random.next())});
        BankAccount &one = random.chance(50) ? file.source.account : file.transfers[0].account;
        QString *const parts[]{&one.bank,   &one.bankName, &one.branch,       &one.branchName,
                               &one.number, &one.holder,   &file.source.code, &file.transfers[0].customer1};
        *parts[random.below(8)] = random.oneOf(texts);
        if (const auto bytes = writeZengin(file)) {
            const auto read = readZengin(*bytes, 2026);
            EXPECT_TRUE(read) << qPrintable(read.error());
            ++written;
        }
    }
    EXPECT_GT(written, 500);
}

} // namespace kessai::test
