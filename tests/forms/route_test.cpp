// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// The route a form's default rule gives, as "review:post … decide:post", or the refusal.
QString routeOf(const char *code, const QJsonObject &fields, StaffId drafter = kClerk,
                const DecisionTable &table = shippedTables().back())
{
    static const char *const kKinds[] = {"review", "consult", "examine", "decide", "circulate"};
    const Form &wanted = form(code);
    const auto rule = RouteRule::fromJson(wanted.defaultRule(), 1);
    if (!rule)
        return rule.error().detail;
    QJsonObject all = fields;
    const QJsonObject facts = wanted.facts(fields, shippedParameters());
    for (auto it = facts.begin(); it != facts.end(); ++it)
        all.insert(it.key(), it.value());
    const auto route = resolveRoute(*rule, sampleOffice(), drafter, *sampleOffice().primaryPost(drafter), all,
                                    rule->table ? &table : nullptr);
    if (!route)
        return toCode(route.error());
    QStringList steps;
    for (const Step &step : route->steps) {
        QStringList posts;
        for (const Assignment &assignment : step.assignments)
            posts += sampleOffice().post(std::get<PostId>(assignment.who))->code;
        steps += QLatin1String(kKinds[static_cast<int>(step.kind)]) + u':' + posts.join(u',');
    }
    return steps.join(u' ');
}

QString draftRoute(const char *decider, qint64 amount, const QString &consult = {})
{
    QJsonObject fields{{u"decider"_s, QLatin1String(decider)}};
    if (amount > 0)
        fields.insert(u"amount"_s, amount);
    if (!consult.isEmpty())
        fields.insert(u"consult_with"_s, consult);
    return routeOf("draft", fields);
}

} // namespace

TEST(DefaultRules, SendOvertimeThroughTheLineAndOnToPersonnel)
{
    EXPECT_EQ(routeOf("overtime", {}), u"review:general-1-head decide:general-head circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("overtime", {}, kUnitHead), u"decide:general-head circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("overtime", {}, kSectionHead), u"decide:general-affairs-head circulate:personnel-head"_s);
}

TEST(DefaultRules, LetWhoeverOrderedConfirmWhatWasWorked)
{
    EXPECT_EQ(routeOf("overtime_result", {}), u"decide:general-head circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("overtime_result", {}, kSectionHead), u"decide:general-affairs-head circulate:personnel-head"_s);
}

TEST(DefaultRules, SendDutyOnADayOffAndTimeOffTheSameWay)
{
    EXPECT_EQ(routeOf("leave_evidence", {}), u"examine:personnel-head decide:general-head"_s);
    EXPECT_EQ(routeOf("comp_time", {}), u"review:general-1-head decide:general-head circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("weekend_duty", {}), u"review:general-1-head decide:general-head circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("weekend_duty", {}, kSectionHead), u"decide:general-affairs-head circulate:personnel-head"_s);
}

TEST(DefaultRules, LetPersonnelExamineSpecialLeaveOnly)
{
    EXPECT_EQ(routeOf("leave", {{u"kind"_s, u"annual"_s}}), u"review:general-1-head decide:general-head"_s);
    EXPECT_EQ(routeOf("leave", {{u"kind"_s, u"special"_s}}),
              u"review:general-1-head examine:personnel-head decide:general-head"_s);
}

TEST(DefaultRules, GiveEveryHeadBelowTheMayorADecider)
{
    for (const char *code :
         {"overtime", "overtime_result", "weekend_duty", "comp_time", "leave", "leave_evidence", "draft"}) {
        for (const StaffId drafter : {kDepartmentHead, kSectionHead, kUnitHead, kClerk, kFinanceHead}) {
            const QString route = routeOf(code, {{u"kind"_s, u"annual"_s}, {u"decider"_s, u"section"_s}}, drafter);
            EXPECT_TRUE(route.contains(u"decide:"_s)) << code << ' ' << drafter.value() << ' ' << qPrintable(route);
        }
    }
}

TEST(DefaultRules, DecideADraftByItsClass)
{
    EXPECT_EQ(draftRoute("section", 0), u"review:general-1-head decide:general-head"_s);
    EXPECT_EQ(draftRoute("department", 0), u"review:general-1-head review:general-head decide:general-affairs-head"_s);
    EXPECT_EQ(draftRoute("vice-mayor", 0),
              u"review:general-1-head review:general-head review:general-affairs-head "
              u"decide:vice-mayor"_s);
    EXPECT_EQ(draftRoute("mayor", 0),
              u"review:general-1-head review:general-head review:general-affairs-head "
              u"review:vice-mayor decide:mayor"_s);
}

TEST(DefaultRules, RaiseTheDeciderExactlyAtEachLimit)
{
    // domain.md 5.4: 課長 < 500,000, 部長 < 3,000,000, 副市長 < 10,000,000, 市長 from there.
    const auto decider = [](const char *chosen, qint64 amount) { return draftRoute(chosen, amount).section(u':', -1); };

    EXPECT_EQ(decider("section", 499'999), u"general-head"_s);
    EXPECT_EQ(decider("section", 500'000), u"general-affairs-head"_s);
    EXPECT_EQ(decider("section", 2'999'999), u"general-affairs-head"_s);
    EXPECT_EQ(decider("section", 3'000'000), u"vice-mayor"_s);
    EXPECT_EQ(decider("section", 9'999'999), u"vice-mayor"_s);
    EXPECT_EQ(decider("section", 10'000'000), u"mayor"_s);
    EXPECT_EQ(decider("department", 1), u"general-affairs-head"_s);
    EXPECT_EQ(decider("vice-mayor", 2'999'999), u"vice-mayor"_s);
    EXPECT_EQ(decider("mayor", 1), u"mayor"_s);
}

TEST(DefaultRules, TellTheSecretariesOfTheLeaveOfTheVeryTop)
{
    // domain.md 8.2 rule 2: nobody is above them to ask.
    EXPECT_EQ(routeOf("leave", {{u"kind"_s, u"annual"_s}}, kMayor), u"circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("leave", {{u"kind"_s, u"special"_s}}, kViceMayor), u"circulate:personnel-head"_s);
    EXPECT_EQ(routeOf("leave", {{u"kind"_s, u"annual"_s}}, kDepartmentHead), u"decide:mayor"_s);
}

TEST(DefaultRules, ConsultBeforeTheDecision)
{
    EXPECT_EQ(draftRoute("section", 0, u"finance-head"_s),
              u"review:general-1-head consult:finance-head decide:general-head"_s);
    EXPECT_EQ(draftRoute("mayor", 0, u"finance-head"_s),
              u"review:general-1-head review:general-head consult:finance-head review:general-affairs-head "
              u"review:vice-mayor decide:mayor"_s);
}

namespace {

QString decidedBy(const DecisionTable &table, const char *act, const char *item, qint64 yen)
{
    const auto cell =
        table.cellFor({{u"act"_s, QLatin1String(act)}, {u"item"_s, QLatin1String(item)}, {u"amount"_s, yen}});
    return cell ? table.levels[cell->level].term.code : u"nobody"_s;
}

/// Whom a commitment asks to agree, besides its line.
QString consulted(const char *item, qint64 yen, const QDate &day)
{
    const DecisionTable &table = day < shippedTables().back().from ? shippedTables().front() : shippedTables().back();
    const QString route = routeOf(
        "draft", {{u"act"_s, u"commitment"_s}, {u"item"_s, QLatin1String(item)}, {u"amount"_s, yen}}, kClerk, table);
    for (const QString &step : route.split(u' ')) {
        if (step.startsWith(u"consult:"_s))
            return step.section(u':', 1);
    }
    return u"-"_s;
}

} // namespace

/// A limit of the model table: what is decided one yen below it and at it.
struct LimitRow {
    const char *name;
    const char *act;
    const char *item;
    qint64 limit;
    const char *below;
    const char *at;
};
void PrintTo(const LimitRow &row, std::ostream *out)
{
    *out << row.name;
}

class ModelTable : public testing::TestWithParam<LimitRow> {};

TEST_P(ModelTable, DecidesOneYenBelowAtAndAboveEachLimit)
{
    const LimitRow &row = GetParam();
    for (const DecisionTable &table : shippedTables()) {
        EXPECT_EQ(decidedBy(table, row.act, row.item, row.limit - 1), QLatin1String(row.below));
        EXPECT_EQ(decidedBy(table, row.act, row.item, row.limit), QLatin1String(row.at));
        EXPECT_EQ(decidedBy(table, row.act, row.item, row.limit + 1), QLatin1String(row.at));
    }
}

// domain.md 5.4, every limit of it: all are 未満.
INSTANTIATE_TEST_SUITE_P(
    , ModelTable,
    testing::Values(LimitRow{"SuppliesSection", "commitment", "10", 500'000, "section", "department"},
                    LimitRow{"SuppliesDepartment", "commitment", "10", 3'000'000, "department", "vice-mayor"},
                    LimitRow{"SuppliesViceMayor", "commitment", "10", 10'000'000, "vice-mayor", "mayor"},
                    LimitRow{"EquipmentSection", "commitment", "17", 500'000, "section", "department"},
                    LimitRow{"WorkSection", "commitment", "12", 500'000, "section", "department"},
                    LimitRow{"WorkDepartment", "commitment", "12", 5'000'000, "department", "vice-mayor"},
                    LimitRow{"WorkViceMayor", "commitment", "12", 10'000'000, "vice-mayor", "mayor"},
                    LimitRow{"BuildingSection", "commitment", "14", 1'300'000, "section", "department"},
                    LimitRow{"BuildingDepartment", "commitment", "14", 5'000'000, "department", "vice-mayor"},
                    LimitRow{"BuildingViceMayor", "commitment", "14", 20'000'000, "vice-mayor", "mayor"},
                    LimitRow{"GrantsDepartment", "commitment", "18", 1'000'000, "department", "vice-mayor"},
                    LimitRow{"GrantsViceMayor", "commitment", "18", 5'000'000, "vice-mayor", "mayor"},
                    LimitRow{"MealsDepartment", "commitment", "10-food", 50'000, "department", "vice-mayor"},
                    LimitRow{"EntertainmentDepartment", "commitment", "9", 50'000, "department", "vice-mayor"},
                    LimitRow{"WithPaymentOrder", "commitment-payment", "10", 500'000, "section", "department"},
                    LimitRow{"OtherItems", "commitment", "8", 500'000, "section", "department"},
                    LimitRow{"General", "general", "", 500'000, "section", "department"}),
    [](const auto &row) { return row.param.name; });

TEST(ModelTables, KnowsWhatIsDecidedWhateverTheAmountAndByWhomNot)
{
    const DecisionTable &table = shippedTables().back();
    for (const char *item : {"2", "3", "10-utilities", "11-communication", "19"})
        EXPECT_EQ(decidedBy(table, "commitment", item, 99'999'999'999), u"section"_s) << item;
    EXPECT_EQ(decidedBy(table, "payment", "", 99'999'999'999), u"section"_s);
    EXPECT_EQ(decidedBy(table, "assessment", "", 99'999'999'999), u"section"_s);
    EXPECT_EQ(decidedBy(table, "commitment", "18", 1), u"department"_s); // 課長 decides none of them
    EXPECT_EQ(decidedBy(table, "commitment", "9", 99'999'999'999), u"vice-mayor"_s);
    EXPECT_EQ(routeOf("draft", {{u"act"_s, u"transfer"_s}, {u"amount"_s, 1}}, kClerk),
              u"review:general-1-head review:general-head consult:finance-head decide:general-affairs-head"_s);
}

TEST(ModelTables, AsksForAgreementAsTheLimitsOfTheDaySay)
{
    const QDate before(2025, 6, 30);
    const QDate after(2025, 7, 1); // Kasaoka's new limits (domain.md 5.6)

    EXPECT_EQ(consulted("10", 999'999, after), u"-"_s);
    EXPECT_EQ(consulted("10", 1'000'000, after), u"finance-head"_s);
    EXPECT_EQ(shippedTables().front().row(u"EX-2"_s)->consults[1].from, Yen(500'000));
    EXPECT_EQ(shippedTables().back().row(u"EX-2"_s)->consults[1].from, Yen(1'000'000));
    EXPECT_EQ(shippedTables().back().from, after);
    for (const auto &[day, limit] : {std::pair(before, 500'000), std::pair(after, 1'000'000)}) {
        const DecisionTable &table = day == before ? shippedTables().front() : shippedTables().back();
        const DecisionConsult &contract = table.row(u"EX-2"_s)->consults[1];
        EXPECT_FALSE(contract.asksAt(limit - 1));
        EXPECT_TRUE(contract.asksAt(limit));
        EXPECT_TRUE(contract.asksAt(limit + 1));
    }
}

TEST(ModelTables, HasNothingToPutRightAndFitsTheForms)
{
    for (const DecisionTable &table : shippedTables()) {
        for (const Bilingual &problem : problemsIn(table, sampleOffice()))
            ADD_FAILURE() << qPrintable(problem.ja);
        // What the form offers, the table knows.
        for (const auto &[key, terms] : {std::pair("act", &table.acts), std::pair("item", &table.items)}) {
            for (const Choice &choice : form("draft").definitions().back().field(QLatin1String(key))->choices) {
                EXPECT_TRUE(std::any_of(terms->begin(), terms->end(), [&](const DecisionTerm &term) {
                    return term.code == choice.code && term.name == choice.label;
                })) << qPrintable(choice.code);
            }
        }
    }
}
