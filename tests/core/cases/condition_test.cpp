// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rule.h"
#include "tests/support/printers.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace kessai::test {

static QJsonObject parsed(const char *json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(json), &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << json;
    return document.object();
}

struct Tested {
    const char *condition;
    const char *fields;
    bool holds;
};

class ConditionHolds : public ::testing::TestWithParam<Tested> {};

TEST_P(ConditionHolds, AsTheTableSays)
{
    const auto condition = Condition::fromJson(parsed(GetParam().condition));

    ASSERT_TRUE(condition) << condition.error().detail.toStdString();
    EXPECT_EQ(condition->holds(parsed(GetParam().fields)), GetParam().holds)
        << GetParam().condition << " on " << GetParam().fields;
    EXPECT_EQ(*Condition::fromJson(condition->toJson()), *condition);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ConditionHolds,
    ::testing::Values(Tested{"{}", "{}", true},
                      // Limits are inclusive or exclusive as they say (domain.md 5.4).
                      Tested{R"({"field":"amount","ge":500000})", R"({"amount":500000})", true},
                      Tested{R"({"field":"amount","ge":500000})", R"({"amount":499999})", false},
                      Tested{R"({"field":"amount","gt":500000})", R"({"amount":500000})", false},
                      Tested{R"({"field":"amount","gt":500000})", R"({"amount":500001})", true},
                      Tested{R"({"field":"amount","lt":500000})", R"({"amount":500000})", false},
                      Tested{R"({"field":"amount","le":500000})", R"({"amount":500000})", true},
                      Tested{R"({"field":"amount","ge":100,"lt":200})", R"({"amount":100})", true},
                      Tested{R"({"field":"amount","ge":100,"lt":200})", R"({"amount":200})", false},
                      Tested{R"({"field":"amount","ge":-5})", R"({"amount":-5})", true},
                      Tested{R"({"field":"kind","eq":"sick"})", R"({"kind":"sick"})", true},
                      Tested{R"({"field":"kind","ne":"sick"})", R"({"kind":"sick"})", false},
                      Tested{R"({"field":"kind","ne":"sick"})", R"({"kind":"annual"})", true},
                      Tested{R"({"field":"kind","in":["sick","care"]})", R"({"kind":"care"})", true},
                      Tested{R"({"field":"kind","in":["sick","care"]})", R"({"kind":"annual"})", false},
                      Tested{R"({"field":"kind","in":[]})", R"({"kind":"annual"})", false},
                      Tested{R"({"field":"urgent","eq":true})", R"({"urgent":true})", true},
                      Tested{R"({"field":"urgent","eq":true})", R"({"urgent":false})", false},
                      // Days compare as they are written.
                      Tested{R"({"field":"day","ge":"2026-04-01"})", R"({"day":"2026-03-31"})", false},
                      Tested{R"({"field":"day","ge":"2026-04-01"})", R"({"day":"2026-04-01"})", true},
                      // A missing field is never a match, an empty or other kind of value neither.
                      Tested{R"({"field":"amount","lt":500000})", "{}", false},
                      Tested{R"({"field":"amount","ne":5})", "{}", false},
                      Tested{R"({"field":"amount","ne":5})", R"({"amount":null})", false},
                      Tested{R"({"field":"amount","ge":5})", R"({"amount":"7"})", false},
                      Tested{R"({"field":"amount","ne":5})", R"({"amount":"7"})", false},
                      Tested{R"({"field":"amount","ge":5})", R"({"amount":7.5})", false},
                      Tested{R"({"not":{"field":"amount","lt":500000}})", "{}", true},
                      Tested{R"({"all":[{"field":"a","eq":1},{"field":"b","eq":2}]})", R"({"a":1,"b":2})", true},
                      Tested{R"({"all":[{"field":"a","eq":1},{"field":"b","eq":2}]})", R"({"a":1,"b":3})", false},
                      Tested{R"({"any":[{"field":"a","eq":1},{"field":"b","eq":2}]})", R"({"a":0,"b":2})", true},
                      Tested{R"({"any":[{"field":"a","eq":1},{"field":"b","eq":2}]})", R"({"a":0,"b":0})", false},
                      Tested{R"({"not":{"any":[{"field":"a","eq":1},{"all":[{"field":"b","eq":2}]}]}})",
                             R"({"a":0,"b":0})", true},
                      Tested{R"({"field":"n","eq":9007199254740993})", R"({"n":9007199254740992})", false}));

class BadCondition : public ::testing::TestWithParam<const char *> {};

TEST_P(BadCondition, IsRefusedWithAReason)
{
    const auto condition = Condition::fromJson(parsed(GetParam()));

    ASSERT_FALSE(condition) << GetParam();
    EXPECT_EQ(condition.error().code, ErrorCode::Invalid);
    EXPECT_TRUE(condition.error().detail.startsWith(QStringLiteral("condition: "))) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Table, BadCondition,
                         ::testing::Values(R"({"field":"amount"})", R"({"field":"","eq":1})", R"({"field":5,"eq":1})",
                                           R"({"field":"amount","above":5})", R"({"field":"amount","ge":true})",
                                           R"({"field":"amount","ge":[1]})", R"({"field":"amount","ge":1.5})",
                                           R"({"field":"amount","eq":null})", R"({"field":"amount","eq":{}})",
                                           R"({"field":"amount","in":5})", R"({"field":"amount","in":[[1]]})",
                                           R"({"all":[]})", R"({"all":{}})", R"({"all":[5]})", R"({"all":[{}]})",
                                           R"({"not":5})", R"({"not":{}})", R"({"none":[]})",
                                           R"({"all":[{"field":"a","eq":1}],"any":[{"field":"a","eq":1}]})"));

TEST(Condition, ABottomlessFileIsAnErrorNotACrash)
{
    QJsonObject deep{{QStringLiteral("field"), QStringLiteral("a")}, {QStringLiteral("eq"), 1}};
    for (int i = 0; i < 200; ++i)
        deep = {{QStringLiteral("not"), deep}};

    EXPECT_FALSE(Condition::fromJson(deep));
}

} // namespace kessai::test
