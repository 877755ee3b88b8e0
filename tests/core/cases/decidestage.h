// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "tests/support/casebuilder.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

/// 係長 → 財政課長 and 次長 consulted (both) → 会計 examines → 部長 decides → 総務課長 and 主任 read; 主任 also reads at once.
inline RouteRule fullRule()
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"K1","kind":"circulate","who":[{"post":"shomu-shunin"}],"why":{"ja":"a","en":"a"}},
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"C","kind":"consult","who":[{"post":"zaisei-kacho"},{"post":"soumu-jicho"}],"why":{"ja":"a","en":"a"}},
        {"line":"X","kind":"examine","rule":"any","who":[{"post":"shinsa"},{"post":"shinsa-kakaricho"}],
         "why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}},
        {"line":"K2","kind":"circulate","who":[{"post":"soumu-kacho"},{"post":"shomu-shunin"}],
         "why":{"ja":"a","en":"a"}}]})");
    EXPECT_TRUE(rule);
    return *rule;
}

class Decide : public ::testing::Test {
protected:
    Story begun(StaffId drafter)
    {
        Story story(small.office(), fullRule(), drafter);
        EXPECT_EQ(story.submit(), std::nullopt);
        return story;
    }
    Story decided()
    {
        Story story = begun(small.sato);
        EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
        EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
        EXPECT_EQ(story.approve(small.tsugawa), std::nullopt);
        EXPECT_EQ(story.approve(small.shiba), std::nullopt);
        EXPECT_EQ(story.approve(small.bando), std::nullopt);
        return story;
    }

    SmallOffice small;
};

} // namespace kessai::test
