// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ground.h"

#include "tests/core/cases/decidestage.h"

// What is asked again after a correction, and what is not (domain.md 8.2 rule 9).

namespace kessai::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Ground : public ::testing::Test {
protected:
    /// 係長 reviews all; 財政課長 is consulted about the amount alone; 課長 reviews; 部長 decides.
    static RouteRule rule()
    {
        const auto read = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
            {"line":"C","kind":"consult","ground":["amount"],"who":[{"post":"zaisei-kacho"}],"why":{"ja":"a","en":"a"}},
            {"line":"S","kind":"review","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}},
            {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
        EXPECT_TRUE(read);
        return *read;
    }
    static FormDefinition definition()
    {
        FormDefinition form;
        for (const char *key : {"subject", "amount", "note"}) {
            FieldDefinition field;
            field.key = QString::fromLatin1(key);
            field.kind = FieldKind::Text;
            field.material = field.key != QLatin1String("note");
            form.fields.push_back(field);
        }
        return form;
    }
    static Content content(const char *subject, int amount, const char *note)
    {
        Content content;
        content.fields = {{QStringLiteral("subject"), QString::fromLatin1(subject)},
                          {QStringLiteral("amount"), amount},
                          {QStringLiteral("note"), QString::fromLatin1(note)}};
        return content;
    }
    /// Approved by 係長 and 財政課長, returned by 課長.
    Story returned()
    {
        Story story(small.office(), rule(), small.sato);
        EXPECT_EQ(story.submit(), std::nullopt);
        EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
        EXPECT_EQ(story.approve(small.zaizen), std::nullopt);
        EXPECT_EQ(story.giveBack(small.kato), std::nullopt);
        return story;
    }
    std::vector<int> kept(const Story &story, const Content &after)
    {
        const auto submission = story.submission();
        return keptSteps(story.state().steps, submission->route, rule(), definition(), content("a", 1, "n"), after);
    }

    SmallOffice small;
};

TEST_F(Ground, NothingMaterialChangedGoesStraightToWhoeverReturnedIt)
{
    Story story = returned();
    auto submission = story.submission();
    submission->kept = kept(story, content("a", 1, "another note"));

    EXPECT_EQ(story.act(small.sato, *submission), std::nullopt);

    EXPECT_THAT(std::get<Submitted>(story.history().back().body).kept, ElementsAre(1, 2));
    EXPECT_EQ(story.assignment(1), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved);
    EXPECT_EQ(story.assignment(3), AssignmentState::Open);
    EXPECT_EQ(story.state().currentStep()->no, 3);
}

TEST_F(Ground, OnlyThoseAreAskedAgainWhoseGroundChanged)
{
    Story story = returned();
    auto submission = story.submission();
    submission->kept = kept(story, content("another subject", 1, "n"));

    EXPECT_EQ(story.act(small.sato, *submission), std::nullopt);

    EXPECT_THAT(std::get<Submitted>(story.history().back().body).kept, ElementsAre(2));
    EXPECT_EQ(story.assignment(1), AssignmentState::Open);
    EXPECT_EQ(story.assignment(2), AssignmentState::Approved); // about the amount, which is as it was
    EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
    EXPECT_EQ(story.assignment(3), AssignmentState::Open); // not 財政課長 again
}

TEST_F(Ground, WF6_AChangedAmountAsksEverybodyAgain)
{
    const Story story = returned();

    EXPECT_THAT(kept(story, content("a", 2, "n")), IsEmpty());
}

TEST_F(Ground, AnOrderStandsUntilSomethingMaterialChanges)
{
    // 係長 reviews, 部長 orders, 審査担当 and then 会計管理者 examine; what they examine is said to be the amount.
    const auto examined = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","ground":["note"],"who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","ground":["note"],"who":[{"head":"department"}],"why":{"ja":"a","en":"a"}},
        {"line":"X","kind":"examine","ground":["amount"],"who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}},
        {"line":"Y","kind":"examine","ground":["amount"],"who":[{"post":"kaikei-kanrisha"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(examined);
    Story story(small.office(), *examined, small.sato);
    ASSERT_EQ(story.submit(), std::nullopt);
    for (const StaffId who : {small.suzuki, small.bando, small.shiba})
        ASSERT_EQ(story.approve(who), std::nullopt);
    ASSERT_EQ(story.giveBack(small.kaita), std::nullopt);
    const auto keeps = [&](const Content &after) {
        return keptSteps(story.state().steps, story.submission()->route, *examined, definition(), content("a", 1, "n"),
                         after);
    };

    EXPECT_THAT(keeps(content("a", 1, "n")), ElementsAre(1, 2, 3)) << "straight to whoever sent it back";
    EXPECT_THAT(keeps(content("another", 1, "n")), ElementsAre(1)) << "ordered again, and then examined again by both";
    EXPECT_THAT(keeps(content("a", 1, "another")), IsEmpty()) << "a review before it is asked again";
    auto submission = story.submission();
    submission->contentDigest = story.state().contentDigest;
    submission->postings = story.state().postings;
    submission->kept = {1, 2, 3};
    EXPECT_EQ(story.act(small.sato, *submission), std::nullopt);
    EXPECT_EQ(story.state().currentStep()->no, 4);
}

TEST_F(Ground, AnOrderIsOfTheContentThatWasOrderedDownToItsLastWord)
{
    const auto examined = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","ground":["amount"],"who":[{"head":"department"}],"why":{"ja":"a","en":"a"}},
        {"line":"X","kind":"examine","who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(examined);
    Story story(small.office(), *examined, small.sato);
    ASSERT_EQ(story.submit(), std::nullopt);
    for (const StaffId who : {small.suzuki, small.bando})
        ASSERT_EQ(story.approve(who), std::nullopt);
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);
    const auto keeps = [&](const Content &after) {
        return keptSteps(story.state().steps, story.submission()->route, *examined, definition(), content("a", 1, "n"),
                         after);
    };
    Content newer = content("a", 1, "n");
    newer.formRevision = 2;

    EXPECT_THAT(keeps(content("a", 1, "n")), ElementsAre(1, 2));
    EXPECT_THAT(keeps(content("a", 1, "another")), ElementsAre(1)) << "not material, and yet not what was ordered";
    EXPECT_THAT(keeps(newer), ElementsAre(1));
}

TEST_F(Ground, AnOrderIsGivenAgainWhereNobodyIsLeftToExamineIt)
{
    const auto examined = ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
        {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
        {"line":"D","kind":"decide","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}},
        {"line":"X","kind":"examine","when":{"field":"paid","eq":true},"who":[{"post":"shinsa"}],"why":{"ja":"a","en":"a"}}]})");
    ASSERT_TRUE(examined);
    Story story(small.office(), *examined, small.sato);
    ASSERT_EQ(story.submit({{QStringLiteral("paid"), true}}), std::nullopt);
    for (const StaffId who : {small.suzuki, small.bando})
        ASSERT_EQ(story.approve(who), std::nullopt);
    ASSERT_EQ(story.giveBack(small.shiba), std::nullopt);

    const auto route = story.submission()->route; // of a content that is not paid
    EXPECT_THAT(
        keptSteps(story.state().steps, route, *examined, definition(), content("a", 1, "n"), content("a", 1, "n")),
        ElementsAre(1));
}

TEST_F(Ground, AttachmentsAreMaterial)
{
    const Story story = returned();
    Content after = content("a", 1, "n");
    after.attachments.push_back({QStringLiteral("x.pdf"), {}, 1, QByteArray(64, 'a'), {}});

    EXPECT_THAT(kept(story, after), ElementsAre(2));
    EXPECT_THAT(changedKeys(content("a", 1, "n"), after, definition()), ElementsAre(attachmentsKey()));
}

TEST_F(Ground, WhatIsConfidentialIsMaterialToWhoeverMayReadItAndToWhoeverMayNot)
{
    const Story story = returned();
    FormDefinition form = definition();
    form.fields.front().confidential = true; // the subject
    const auto confiding = [](const char *subject) {
        Content all = content("", 1, "n");
        all.fields.remove(QStringLiteral("subject"));
        all.confidential =
            Confidential{QByteArray(64, '7'), {{QStringLiteral("subject"), QString::fromLatin1(subject)}}};
        all.confidentialDigest = all.confidential->digest();
        return all;
    };
    const auto unread = [](Content all) {
        all.confidential.reset();
        return all;
    };
    const auto keptOf = [&](const Content &before, const Content &after) {
        const auto submission = story.submission();
        return keptSteps(story.state().steps, submission->route, rule(), form, before, after);
    };

    EXPECT_THAT(keptOf(confiding("a"), confiding("a")), ElementsAre(1, 2));
    EXPECT_THAT(keptOf(confiding("a"), confiding("b")), ElementsAre(2));
    EXPECT_EQ(keptOf(unread(confiding("a")), unread(confiding("a"))), keptOf(confiding("a"), confiding("a")));
    EXPECT_EQ(keptOf(unread(confiding("a")), unread(confiding("b"))), keptOf(confiding("a"), confiding("b")));
}

TEST_F(Ground, WhatNoDefinitionKnowsIsMaterial)
{
    const Story story = returned();
    Content after = content("a", 1, "n");
    after.fields.insert(QStringLiteral("hidden"), 1);

    EXPECT_THAT(kept(story, after), ElementsAre(2));
}

TEST_F(Ground, MarksStandOnlyOnTheSameStep)
{
    Story story = returned();
    auto submission = story.submission();
    submission->kept = {3}; // returned by 課長: no mark that could stand
    EXPECT_EQ(story.act(small.sato, *submission), Refusal::Damaged);
    submission->kept = {4}; // a decision is never kept
    EXPECT_EQ(story.act(small.sato, *submission), Refusal::Damaged);
    submission->kept = {2, 1};
    EXPECT_EQ(story.act(small.sato, *submission), Refusal::Damaged);
    submission->kept = {1};
    submission->route.steps[0].assignments[0].who = small.assistant; // somebody else's approval
    EXPECT_EQ(story.act(small.sato, *submission), Refusal::Damaged);
}

} // namespace kessai::test
