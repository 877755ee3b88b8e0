// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bilingual.h"
#include "core/base/canonical.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/quantity.h"
#include "core/base/result.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

TEST(Canonical, WritesEveryFieldWithItsLengthInBytes)
{
    Canonical text;

    text.add(QStringLiteral("決裁")).add(QByteArray("ab")).add(42).add(-7).add(QString());

    EXPECT_EQ(text.bytes(), QByteArray("6:決裁2:ab2:422:-70:"));
}

TEST(Canonical, KeepsFieldsApart)
{
    const QByteArray oneWay = Canonical().add(QStringLiteral("ab")).add(QStringLiteral("c")).sha256();
    const QByteArray other = Canonical().add(QStringLiteral("a")).add(QStringLiteral("bc")).sha256();

    EXPECT_NE(oneWay, other);
}

TEST(Canonical, HashesAsEverybodyElseDoes)
{
    EXPECT_EQ(sha256Hex("abc"), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

TEST(Canonical, WritesJsonCompactAndSorted)
{
    const QJsonObject object{{QStringLiteral("z"), 1}, {QStringLiteral("a"), QStringLiteral("あ\n\"")}};

    EXPECT_EQ(canonicalJson(object), QByteArray("{\"a\":\"あ\\n\\\"\",\"z\":1}"));
}

TEST(ErrorCodes, EveryRefusalComesBackFromItsCode)
{
    for (int i = 0; i <= int(Refusal::ContentInvalid); ++i) {
        const Refusal refusal = Refusal(i);
        EXPECT_FALSE(toCode(refusal).isEmpty()) << i;
        EXPECT_EQ(refusalFromCode(toCode(refusal)), refusal);
    }
    EXPECT_EQ(refusalFromCode(QStringLiteral("Nonsense")), std::nullopt);
    EXPECT_EQ(refusalFromCode(QString()), std::nullopt);
}

TEST(ErrorCodes, EveryErrorHasAName)
{
    for (int i = 0; i <= int(ErrorCode::Internal); ++i)
        EXPECT_FALSE(toCode(ErrorCode(i)).isEmpty()) << i;
}

TEST(Result, HandsOnErrorsThroughAChain)
{
    const Result<int> good = 20;
    const Result<int> bad = fail(ErrorCode::Busy, QStringLiteral("locked"));
    const auto half = [](int n) -> Result<int> { return n / 2; };

    EXPECT_EQ(*good.andThen(half).map([](int n) { return n + 1; }), 11);
    EXPECT_EQ(bad.andThen(half).map([](int n) { return n + 1; }).error().code, ErrorCode::Busy);
    EXPECT_TRUE(Result<>().ok());
}

TEST(Instant, ShowsJapanesTime)
{
    const Instant beforeMidnight = Instant::fromTokyo(QDate(2026, 11, 22), QTime(23, 59, 59));
    const Instant afterMidnight(beforeMidnight.microseconds() + 1'000'000);

    EXPECT_EQ(beforeMidnight.microseconds(), 1795359599000000); // 2026-11-22 14:59:59 UTC
    EXPECT_EQ(beforeMidnight.day(), QDate(2026, 11, 22));
    EXPECT_EQ(afterMidnight.day(), QDate(2026, 11, 23));
    EXPECT_EQ(afterMidnight.tokyo().time(), QTime(0, 0));
}

TEST(Instant, CountsMomentsBefore1970ToTheirOwnDay)
{
    const Instant justBefore(-9LL * 3'600'000'000 - 1); // one microsecond before 1970-01-01 in Tokyo

    EXPECT_EQ(justBefore.day(), QDate(1969, 12, 31));
}

TEST(FiscalYear, BeginsInApril)
{
    EXPECT_EQ(FiscalYear::of(QDate(2027, 3, 31)).startYear(), 2026);
    EXPECT_EQ(FiscalYear::of(QDate(2027, 4, 1)).startYear(), 2027);
}

TEST(Bilingual, FallsBackToJapanese)
{
    const Bilingual both{QStringLiteral("残業"), QStringLiteral("Overtime")};
    const Bilingual onlyJapanese{QStringLiteral("残業"), QString()};

    EXPECT_EQ(both.text(true), QStringLiteral("Overtime"));
    EXPECT_EQ(onlyJapanese.text(true), QStringLiteral("残業"));
    EXPECT_EQ(Bilingual::fromJson(both.toJson()), both);
}

} // namespace kessai::test
