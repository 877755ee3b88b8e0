// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/conditionrows.h"

#include "tests/support/printers.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

Condition conditionIn(const char *json)
{
    return *Condition::fromJson(QJsonDocument::fromJson(json).object());
}

} // namespace

class ConditionRowsTest : public ::testing::TestWithParam<const char *> {};

INSTANTIATE_TEST_SUITE_P(
    , ConditionRowsTest,
    ::testing::Values(R"({})", R"({"field":"amount","ge":500000})", R"({"field":"amount","ge":1,"lt":5})",
                      R"({"field":"kind","in":["a","b"]})", R"({"not":{"field":"kind","eq":"a"}})",
                      R"({"all":[{"field":"amount","ge":1}]})",
                      R"({"all":[{"field":"amount","ge":1},{"field":"kind","eq":"a"}]})",
                      R"({"any":[{"field":"amount","ge":1},{"all":[{"field":"x","eq":1},{"field":"y","eq":true}]}]})"));

TEST_P(ConditionRowsTest, BecomeTheConditionTheyWereMadeOf)
{
    const Condition condition = conditionIn(GetParam());

    const auto again = ConditionRows::of(condition).condition();

    ASSERT_TRUE(again);
    EXPECT_EQ(*again, condition);
}

TEST(ConditionRows, TellWhatCanBeEditedFromWhatStaysAsItIs)
{
    const ConditionRows rows = ConditionRows::of(conditionIn(
        R"({"any":[{"field":"amount","ge":1},{"not":{"field":"kind","eq":"a"}},{"field":"n","ge":1,"lt":3}]})"));

    ASSERT_EQ(rows.rows.size(), 3U);
    EXPECT_TRUE(rows.any);
    EXPECT_TRUE(rows.rows[0].plain());
    EXPECT_EQ(rows.rows[0].field(), u"amount"_s);
    EXPECT_EQ(rows.rows[0].comparison(), u"ge"_s);
    EXPECT_EQ(rows.rows[0].value(), QJsonValue(1));
    EXPECT_FALSE(rows.rows[1].plain());
    EXPECT_FALSE(rows.rows[2].plain());
    EXPECT_EQ(ConditionRow::of(u"amount"_s, u"ge"_s, 1), rows.rows[0]);
}

TEST(ConditionRows, AreRefusedWhereNoRuleCanHaveThem)
{
    EXPECT_FALSE((ConditionRows{false, {ConditionRow::of(u"amount"_s, u"ge"_s, QJsonArray())}}).condition());
    EXPECT_FALSE(
        (ConditionRows{true, {ConditionRow::of({}, u"eq"_s, 1), ConditionRow::of(u"a"_s, u"eq"_s, 1)}}).condition());
}

} // namespace kessai::test
