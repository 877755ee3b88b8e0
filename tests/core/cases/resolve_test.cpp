// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casebuilder.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A rule line as data, without the wording no resolution looks at.
static RuleLine lineOf(const char *code, StepKind kind, std::vector<Selector> who, const char *when = "{}")
{
    const auto condition = Condition::fromJson(QJsonDocument::fromJson(QByteArray(when)).object());
    EXPECT_TRUE(condition);
    return {.line = QString::fromUtf8(code),
            .kind = kind,
            .ground = {},
            .who = std::move(who),
            .when = *condition,
            .why = {}};
}

static Selector headOf(SectionLevel level)
{
    return {Selector::Kind::Head, level, {}};
}

static Selector postNamed(const char *code)
{
    return {Selector::Kind::Post, SectionLevel::Unit, QString::fromUtf8(code)};
}

static Selector roleNamed(const char *code)
{
    return {Selector::Kind::Role, SectionLevel::Unit, QString::fromUtf8(code)};
}

static Selector fieldNamed(const char *key)
{
    return {Selector::Kind::Field, SectionLevel::Unit, QString::fromUtf8(key)};
}

/// 係長 → 課長 → 部長 decides: route R1 of domain.md 8.4.
static RouteRule lineRule()
{
    return {QStringLiteral("draft"),
            1,
            QDate(2025, 4, 1),
            {lineOf("R-1", StepKind::Review, {headOf(SectionLevel::Unit)}),
             lineOf("R-2", StepKind::Review, {headOf(SectionLevel::Section)}),
             lineOf("R-3", StepKind::Decide, {headOf(SectionLevel::Department)})}};
}

static RouteRule ruleOf(std::vector<RuleLine> lines)
{
    return {QStringLiteral("draft"), 1, QDate(2025, 4, 1), std::move(lines)};
}

/// Steps as "line:who,who", easier to read than steps.
static std::vector<std::string> shape(const Route &route)
{
    std::vector<std::string> texts;
    for (const Step &step : route.steps) {
        std::string text = step.line.toStdString() + ':';
        for (const Assignment &assignment : step.assignments)
            text.append(assignment.no > 1 ? "," : "").append(toText(assignment.who).toStdString());
        texts.push_back(text);
    }
    return texts;
}

static std::string postText(const char *line, PostId post)
{
    return line + std::string(":post:") + std::to_string(post.value());
}

class Resolve : public ::testing::Test {
protected:
    Result<Route, Refusal> resolve(const RouteRule &rule, StaffId drafter, PostId as, const QJsonObject &fields = {})
    {
        return resolveRoute(rule, *small.office(), drafter, as, fields);
    }

    SmallOffice small;
};

TEST_F(Resolve, FollowsTheDraftersOwnLine)
{
    const auto route = resolve(lineRule(), small.sato, small.clerk);

    ASSERT_TRUE(route);
    EXPECT_THAT(
        shape(*route),
        ElementsAre(postText("R-1", small.chief), postText("R-2", small.manager), postText("R-3", small.director)));
    EXPECT_EQ(route->steps[0].kind, StepKind::Review);
    EXPECT_EQ(route->steps[2].kind, StepKind::Decide);
    EXPECT_EQ(route->steps[2].no, 3);
    EXPECT_EQ(route->steps[2].needed, 1);
    EXPECT_EQ(route->steps[0].assignments[0].state, AssignmentState::Waiting);
    EXPECT_THAT(route->dropped, IsEmpty());
    EXPECT_THAT(route->steps[0].notes, IsEmpty());
}

TEST_F(Resolve, GoesOneUpWhereTheDrafterHoldsThePost)
{
    const auto route = resolve(lineRule(), small.suzuki, small.chief);

    ASSERT_TRUE(route);
    EXPECT_THAT(shape(*route), ElementsAre(postText("R-2", small.manager), postText("R-3", small.director)));
    EXPECT_THAT(route->dropped,
                ElementsAre(RouteNote{RouteNoteKind::OwnPost, QStringLiteral("R-1"), small.chief},
                            RouteNote{RouteNoteKind::SameAsNext, QStringLiteral("R-1"), small.manager}));
}

TEST_F(Resolve, TheDeciderDoesNotDecideTheirOwn)
{
    const auto route = resolve(lineRule(), small.bando, small.director);

    ASSERT_TRUE(route);
    EXPECT_THAT(shape(*route), ElementsAre(postText("R-3", small.mayor)));
    EXPECT_THAT(route->steps[0].notes,
                ElementsAre(RouteNote{RouteNoteKind::OwnPost, QStringLiteral("R-3"), small.director}));
    EXPECT_THAT(route->dropped, SizeIs(2)); // a 部長 has neither 係 nor 課 above
    EXPECT_EQ(route->dropped[0].kind, RouteNoteKind::NoSuchLevel);
}

TEST_F(Resolve, NobodyIsAboveTheMayor)
{
    EXPECT_EQ(resolve(lineRule(), small.ichikawa, small.mayor).error(), Refusal::NoDecider);
}

TEST_F(Resolve, AVacantDeciderIsReplacedByTheSuperior) // WF-14
{
    const auto route = resolve(lineRule(), small.fuji, small.careClerk);

    ASSERT_TRUE(route);
    EXPECT_THAT(shape(*route), ElementsAre(postText("R-2", small.careManager), postText("R-3", small.mayor)));
    EXPECT_THAT(route->steps[1].notes,
                ElementsAre(RouteNote{RouteNoteKind::Vacant, QStringLiteral("R-3"), small.welfareDirector}));
    EXPECT_THAT(route->dropped,
                ElementsAre(RouteNote{RouteNoteKind::NoSuchLevel, QStringLiteral("R-1"), std::nullopt}));
}

TEST_F(Resolve, AnActingHolderFillsAVacancy)
{
    small.builder.appoint(small.fukuda, small.welfareDirector, Holding::Acting);

    const auto route = resolve(lineRule(), small.fuji, small.careClerk);

    EXPECT_THAT(shape(*route), ElementsAre(postText("R-2", small.careManager), postText("R-3", small.welfareDirector)));
}

TEST_F(Resolve, ADecisionOnALevelTheLineLacksGoesHigher)
{
    const auto route = resolve(lineRule(), small.shiba, small.examiner); // 会計課 has no 部

    ASSERT_TRUE(route);
    EXPECT_THAT(
        shape(*route),
        ElementsAre(postText("R-1", small.auditChief), postText("R-2", small.treasurer), postText("R-3", small.mayor)));
    EXPECT_EQ(route->steps[2].notes[0].kind, RouteNoteKind::NoSuchLevel);
}

TEST_F(Resolve, ASectionWithoutHeadPostAsksTheNextOneUp)
{
    OfficeBuilder builder;
    const SectionId city = builder.city();
    const SectionId section = builder.section(city, QStringLiteral("s"), QStringLiteral("課"));
    const SectionId unit = builder.unit(section, QStringLiteral("u"), QStringLiteral("係"));
    const PostId manager = builder.head(section, QStringLiteral("m"), QStringLiteral("課長"), 60);
    const PostId clerk = builder.post(unit, QStringLiteral("c"), QStringLiteral("主事"), 10);
    const StaffId drafter = builder.staff(QStringLiteral("a"), QStringLiteral("甲"), QStringLiteral("乙"), clerk);
    builder.staff(QStringLiteral("b"), QStringLiteral("丙"), QStringLiteral("丁"), manager);

    const auto route = resolveRoute(ruleOf({lineOf("D", StepKind::Decide, {headOf(SectionLevel::Unit)})}),
                                    *builder.on(SmallOffice::today()), drafter, clerk, {});

    ASSERT_TRUE(route);
    EXPECT_THAT(shape(*route), ElementsAre(postText("D", manager)));
    EXPECT_THAT(route->steps[0].notes,
                ElementsAre(RouteNote{RouteNoteKind::Vacant, QStringLiteral("D"), std::nullopt}));
}

TEST_F(Resolve, ConditionsChooseTheDecider)
{
    const RouteRule rule = ruleOf(
        {lineOf("R", StepKind::Review, {headOf(SectionLevel::Unit)}),
         lineOf("C", StepKind::Consult, {roleNamed("finance")}, R"({"field":"amount","ge":300000})"),
         lineOf("D1", StepKind::Decide, {headOf(SectionLevel::Section)}, R"({"field":"amount","lt":500000})"),
         lineOf("D2", StepKind::Decide, {headOf(SectionLevel::Department)}, R"({"field":"amount","ge":500000})")});
    const auto withAmount = [&](int amount) {
        return shape(*resolve(rule, small.sato, small.clerk, {{QStringLiteral("amount"), amount}}));
    };

    EXPECT_THAT(withAmount(299999), ElementsAre(postText("R", small.chief), postText("D1", small.manager)));
    EXPECT_THAT(
        withAmount(300000),
        ElementsAre(postText("R", small.chief), postText("C", small.financeManager), postText("D1", small.manager)));
    EXPECT_THAT(
        withAmount(499999),
        ElementsAre(postText("R", small.chief), postText("C", small.financeManager), postText("D1", small.manager)));
    EXPECT_THAT(
        withAmount(500000),
        ElementsAre(postText("R", small.chief), postText("C", small.financeManager), postText("D2", small.director)));
    // Without an amount neither decision applies, and nobody is made up.
    EXPECT_EQ(resolve(rule, small.sato, small.clerk).error(), Refusal::NoDecider);
}

TEST_F(Resolve, OverlappingDecisionsLengthenTheRoute)
{
    const RouteRule rule = ruleOf({lineOf("D1", StepKind::Decide, {headOf(SectionLevel::Section)}),
                                   lineOf("D2", StepKind::Decide, {headOf(SectionLevel::Department)})});

    const auto route = resolve(rule, small.sato, small.clerk);

    ASSERT_THAT(route->steps, SizeIs(2));
    EXPECT_EQ(route->steps[0].kind, StepKind::Review);
    EXPECT_EQ(route->steps[1].kind, StepKind::Decide);
}

TEST_F(Resolve, TheSamePostReviewsOnceAtItsLaterStep)
{
    const RouteRule rule = ruleOf({lineOf("A", StepKind::Review, {postNamed("soumu-kacho"), postNamed("vice-mayor")}),
                                   lineOf("B", StepKind::Review, {postNamed("soumu-kacho")}),
                                   lineOf("C", StepKind::Consult, {postNamed("soumu-bucho")}),
                                   lineOf("D", StepKind::Decide, {postNamed("soumu-bucho")})});

    const auto route = resolve(rule, small.sato, small.clerk);

    EXPECT_THAT(shape(*route),
                ElementsAre(postText("A", small.viceMayor), postText("B", small.manager), postText("C", small.director),
                            postText("D", small.director)));
    EXPECT_EQ(route->steps[0].needed, 1);
    EXPECT_EQ(route->steps[0].assignments[0].no, 1);
    EXPECT_THAT(route->steps[0].notes,
                ElementsAre(RouteNote{RouteNoteKind::SameAsNext, QStringLiteral("A"), small.manager}));
}

TEST_F(Resolve, APostThatIsOneOfSeveralIsNotMergedAway)
{
    RuleLine any = lineOf("B", StepKind::Review, {postNamed("soumu-kacho"), postNamed("vice-mayor")});
    any.rule = StepRule::Any; // 課長 may never come to act here, so the step before must stay
    const RouteRule rule = ruleOf({lineOf("A", StepKind::Review, {postNamed("soumu-kacho")}), any,
                                   lineOf("D", StepKind::Decide, {postNamed("soumu-bucho")})});

    const auto route = resolve(rule, small.sato, small.clerk);

    EXPECT_THAT(route->steps, SizeIs(3));
    EXPECT_EQ(route->steps[1].needed, 1);
    EXPECT_THAT(route->steps[1].assignments, SizeIs(2));
}

TEST_F(Resolve, TwoLinesThatClimbToOnePostAskItOnceInAStep)
{
    const RouteRule rule =
        ruleOf({lineOf("D", StepKind::Decide, {postNamed("fukushi-bucho"), headOf(SectionLevel::City)})});

    const auto route = resolve(rule, small.sato, small.clerk);

    EXPECT_THAT(shape(*route), ElementsAre(postText("D", small.mayor)));
    EXPECT_EQ(route->steps[0].needed, 1);
}

TEST_F(Resolve, ALowerHeadDoesNotReviewTheirSenior)
{
    small.builder.appoint(small.tsugawa,
                          small.builder.post(small.clerks, QStringLiteral("sanji"), QStringLiteral("参事"), 65));
    const PostId counsellor = small.office()->postByCode(QStringLiteral("sanji"))->id;

    const auto route = resolve(lineRule(), small.tsugawa, counsellor);

    ASSERT_TRUE(route);
    EXPECT_THAT(shape(*route), ElementsAre(postText("R-3", small.director)));
    EXPECT_THAT(route->dropped,
                ElementsAre(RouteNote{RouteNoteKind::BelowDrafter, QStringLiteral("R-1"), small.chief},
                            RouteNote{RouteNoteKind::BelowDrafter, QStringLiteral("R-2"), small.manager}));
}

TEST_F(Resolve, ALowerHeadDoesNotDecideForTheirSenior)
{
    small.builder.appoint(small.tsugawa,
                          small.builder.post(small.clerks, QStringLiteral("sanji"), QStringLiteral("参事"), 65));
    const PostId counsellor = small.office()->postByCode(QStringLiteral("sanji"))->id;

    const auto route =
        resolve(ruleOf({lineOf("D", StepKind::Decide, {headOf(SectionLevel::Unit)})}), small.tsugawa, counsellor);

    EXPECT_THAT(shape(*route), ElementsAre(postText("D", small.director)));
    EXPECT_THAT(route->steps[0].notes, SizeIs(2));
    EXPECT_EQ(route->steps[0].notes[1].kind, RouteNoteKind::BelowDrafter);
}

TEST_F(Resolve, APostWithOtherHoldersIsAskedThoughTheDrafterIsOne)
{
    small.builder.appoint(small.sato, small.director, Holding::Concurrent);

    const auto route = resolve(lineRule(), small.sato, small.clerk);

    EXPECT_THAT(
        shape(*route),
        ElementsAre(postText("R-1", small.chief), postText("R-2", small.manager), postText("R-3", small.director)));
}

TEST_F(Resolve, APostTheDrafterHoldsAloneBesideTheirOwnGoesUp)
{
    small.builder.release(small.kato, small.manager, QDate(2026, 1, 1));
    small.builder.appoint(small.sato, small.manager, Holding::Acting);

    const auto route = resolve(lineRule(), small.sato, small.clerk);

    EXPECT_THAT(shape(*route), ElementsAre(postText("R-1", small.chief), postText("R-3", small.director)));
    EXPECT_THAT(route->dropped,
                ElementsAre(RouteNote{RouteNoteKind::OnlyHolder, QStringLiteral("R-2"), small.manager},
                            RouteNote{RouteNoteKind::SameAsNext, QStringLiteral("R-2"), small.director}));
}

TEST_F(Resolve, AnotherExaminerExaminesTheExaminersVoucher) // WF-15
{
    const RouteRule rule = ruleOf({lineOf("X", StepKind::Examine, {roleNamed("accounting")}),
                                   lineOf("D", StepKind::Decide, {headOf(SectionLevel::City)})});

    EXPECT_THAT(shape(*resolve(rule, small.shiba, small.examiner)),
                ElementsAre(postText("X", small.examiner), postText("D", small.mayor)));

    // Alone in the post: the chief of the same 課 examines.
    small.builder.release(small.shiga, small.examiner, QDate(2026, 1, 1));
    EXPECT_THAT(shape(*resolve(rule, small.shiba, small.examiner)),
                ElementsAre(postText("X", small.auditChief), postText("D", small.mayor)));
}

TEST_F(Resolve, NobodyOutsideExaminesInTheirPlace) // WF-15: block if none
{
    const RouteRule rule = ruleOf({lineOf("X", StepKind::Examine, {postNamed("kaikei-kanrisha")}),
                                   lineOf("D", StepKind::Decide, {headOf(SectionLevel::City)})});

    EXPECT_EQ(resolve(rule, small.kaita, small.treasurer).error(), Refusal::EmptyStep);
}

TEST_F(Resolve, AFieldNamesWhomToAsk)
{
    const RouteRule rule = ruleOf({lineOf("C", StepKind::Consult, {fieldNamed("with")}),
                                   lineOf("D", StepKind::Decide, {headOf(SectionLevel::Section)})});
    const auto with = [&](const QString &code) {
        return resolve(rule, small.sato, small.clerk, {{QStringLiteral("with"), code}});
    };
    const QString number = small.office()->staff(small.zaizen)->number;

    EXPECT_THAT(shape(*with(QStringLiteral("zaisei-kacho"))),
                ElementsAre(postText("C", small.financeManager), postText("D", small.manager)));
    EXPECT_THAT(shape(*with(number)),
                ElementsAre("C:staff:" + std::to_string(small.zaizen.value()), postText("D", small.manager)));
    EXPECT_EQ(with(QStringLiteral("nobody")).error(), Refusal::UnknownStaff);

    // Nobody named, or the drafter: the line falls away and says so.
    const auto none = with(QString());
    EXPECT_THAT(none->steps, SizeIs(1));
    EXPECT_THAT(none->dropped, ElementsAre(RouteNote{RouteNoteKind::NotNamed, QStringLiteral("C"), std::nullopt}));
    const auto self = with(small.office()->staff(small.sato)->number);
    EXPECT_THAT(self->dropped, ElementsAre(RouteNote{RouteNoteKind::OwnPost, QStringLiteral("C"), std::nullopt}));
}

TEST_F(Resolve, ADecisionTheFieldLeavesOpenIsNone)
{
    const RouteRule rule = ruleOf({lineOf("D", StepKind::Decide, {fieldNamed("decider")})});
    const QString own = small.office()->staff(small.sato)->number;

    EXPECT_EQ(resolve(rule, small.sato, small.clerk).error(), Refusal::NoDecider);
    EXPECT_EQ(resolve(rule, small.sato, small.clerk, {{QStringLiteral("decider"), own}}).error(), Refusal::NoDecider);
}

TEST_F(Resolve, APersonIsNamedByTheirNumber)
{
    const RouteRule rule =
        ruleOf({lineOf("R", StepKind::Review, {{Selector::Kind::Staff, SectionLevel::Unit, QStringLiteral("99999")}}),
                lineOf("D", StepKind::Decide, {headOf(SectionLevel::Section)})});

    EXPECT_EQ(resolve(rule, small.sato, small.clerk).error(), Refusal::UnknownStaff);
}

TEST_F(Resolve, AnAbolishedPostInTheRuleStopsTheCaseAndDoesNotShortenIt)
{
    const RouteRule review = ruleOf({lineOf("R", StepKind::Review, {postNamed("shunyu-yaku")}),
                                     lineOf("D", StepKind::Decide, {headOf(SectionLevel::Section)})});
    const RouteRule decide = ruleOf({lineOf("D", StepKind::Decide, {postNamed("shunyu-yaku")})});
    const RouteRule circulate = ruleOf({lineOf("D", StepKind::Decide, {headOf(SectionLevel::Section)}),
                                        lineOf("K", StepKind::Circulate, {postNamed("shunyu-yaku")})});

    EXPECT_EQ(resolve(review, small.sato, small.clerk).error(), Refusal::EmptyStep);
    EXPECT_EQ(resolve(decide, small.sato, small.clerk).error(), Refusal::NoDecider);
    EXPECT_THAT(resolve(circulate, small.sato, small.clerk)->steps, SizeIs(1)); // 供覧 never blocks
    EXPECT_EQ(resolve(ruleOf({lineOf("C", StepKind::Consult, {roleNamed("legal")}),
                              lineOf("D", StepKind::Decide, {headOf(SectionLevel::Section)})}),
                      small.sato, small.clerk)
                  .error(),
              Refusal::EmptyStep);
}

TEST_F(Resolve, CountsNeedThatManyToAsk)
{
    RuleLine two = lineOf("R", StepKind::Review, {postNamed("zaisei-kacho"), postNamed("vice-mayor")});
    two.rule = StepRule::Count;
    two.count = 2;
    RuleLine three = two;
    three.count = 3;
    const RuleLine decide = lineOf("D", StepKind::Decide, {headOf(SectionLevel::Section)});

    EXPECT_EQ(resolve(ruleOf({two, decide}), small.sato, small.clerk)->steps[0].needed, 2);
    EXPECT_EQ(resolve(ruleOf({three, decide}), small.sato, small.clerk).error(), Refusal::EmptyStep);
}

TEST_F(Resolve, TheMayorsDraftIsNotReviewedFromAbove)
{
    const RouteRule rule = ruleOf({lineOf("R", StepKind::Review, {headOf(SectionLevel::City)}),
                                   lineOf("D", StepKind::Decide, {postNamed("vice-mayor")})});

    const auto route = resolve(rule, small.ichikawa, small.mayor);

    EXPECT_THAT(shape(*route), ElementsAre(postText("D", small.viceMayor)));
    EXPECT_THAT(route->dropped, ElementsAre(RouteNote{RouteNoteKind::OwnPost, QStringLiteral("R"), small.mayor}));
}

TEST_F(Resolve, PapersDoNotCirculateToTheDrafterNorAboveThem)
{
    const RouteRule rule =
        ruleOf({lineOf("D", StepKind::Decide, {headOf(SectionLevel::Department)}),
                lineOf("K", StepKind::Circulate, {postNamed("soumu-kacho"), postNamed("zaisei-kacho")})});

    const auto route = resolve(rule, small.kato, small.manager);

    EXPECT_THAT(shape(*route), ElementsAre(postText("D", small.director), postText("K", small.financeManager)));
}

TEST_F(Resolve, OnlyWhoHoldsThePostFilesForIt)
{
    EXPECT_EQ(resolve(lineRule(), small.sato, small.chief).error(), Refusal::UnknownStaff);
    EXPECT_EQ(resolve(lineRule(), StaffId(999), small.clerk).error(), Refusal::UnknownStaff);
    EXPECT_EQ(resolve(lineRule(), small.sato, PostId(999)).error(), Refusal::UnknownStaff);
}

} // namespace kessai::test
