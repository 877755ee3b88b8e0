// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/anchor.h"

#include "core/base/canonical.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

AnchorHead head(qint64 id, int seq = 1)
{
    return {CaseId(id), seq, sha256Hex(QByteArray::number(id))};
}

Anchor sample()
{
    AnchorFold fold;
    for (const qint64 id : {1, 255, 256, 1024})
        fold.add(head(id, 3));
    return {.office = QStringLiteral("見本市役所"),
            .number = 2,
            .at = Instant(1'793'000'000'123'456),
            .madeBy = QStringLiteral("shindo"),
            .cases = fold.cases(),
            .acts = fold.acts(),
            .payments = 7,
            .paymentsHead = sha256Hex("paid"),
            .previous = sha256Hex("before"),
            .groups = fold.groups()};
}

} // namespace

TEST(AnchorFolds, InGroupsOfIds)
{
    const Anchor anchor = sample();

    ASSERT_EQ(anchor.groups.size(), 5u);
    EXPECT_EQ(anchor.groups[0], sha256Hex("1 3 " + sha256Hex("1") + "\n255 3 " + sha256Hex("255")));
    EXPECT_EQ(anchor.groups[1], sha256Hex("256 3 " + sha256Hex("256")));
    EXPECT_EQ(anchor.groups[2], QByteArray());
    EXPECT_EQ(anchor.groups[4], sha256Hex("1024 3 " + sha256Hex("1024")));
    EXPECT_EQ(anchor.cases, 4);
    EXPECT_EQ(anchor.acts, 12);
    EXPECT_TRUE(AnchorFold().groups().empty());
}

TEST(AnchorFiles, AreReadAsTheyWereWritten)
{
    const auto read = anchorFromFile(anchorFile(sample()));

    ASSERT_TRUE(read) << qPrintable(read.error().detail);
    EXPECT_EQ(*read, sample());
    EXPECT_EQ(read->digest(), sample().digest());
}

TEST(AnchorFiles, AreRefusedWhenAnythingInThemWasChanged)
{
    const QByteArray file = anchorFile(sample());
    const QByteArray group = sample().groups[0];
    const std::vector<std::pair<QByteArray, QByteArray>> changes{{"見本市役所", "別の市役所"},
                                                                 {"\"number\":2", "\"number\":3"},
                                                                 {"1793000000123456", "1793000000123457"},
                                                                 {"shindo", "kaita"},
                                                                 {"\"cases\":4", "\"cases\":5"},
                                                                 {"\"acts\":12", "\"acts\":11"},
                                                                 {"\"payments\":7", "\"payments\":6"},
                                                                 {sha256Hex("paid"), sha256Hex("unpaid")},
                                                                 {sha256Hex("before"), sha256Hex("after")},
                                                                 {group, sha256Hex("x")},
                                                                 {"kessai-anchor-1", "kessai-anchor-2"},
                                                                 {"\"groups\":[", "\"groups\":[\"\","},
                                                                 {"{", "{\"more\":1,"}};

    for (const auto &[from, to] : changes) {
        const QByteArray changed = QByteArray(file).replace(from, to);
        ASSERT_NE(changed, file) << from.toStdString();
        const auto read = anchorFromFile(changed);
        ASSERT_FALSE(read) << from.toStdString();
        EXPECT_EQ(read.error().code, ErrorCode::Invalid);
    }
    EXPECT_FALSE(anchorFromFile("not JSON"));
    EXPECT_FALSE(anchorFromFile("[]"));
}

TEST(AnchorDigests, AreSpelledOutInFourLines)
{
    const QStringList lines = spelledOut(sha256Hex("before"));

    ASSERT_EQ(lines.size(), 4);
    EXPECT_EQ(lines[0].size(), 19);
    EXPECT_EQ(lines.join(QString()).remove(QLatin1Char(' ')).toLatin1(), sha256Hex("before"));
}

} // namespace kessai::test
