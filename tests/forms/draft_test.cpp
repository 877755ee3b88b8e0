// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

QJsonObject draft(std::initializer_list<std::pair<QString, QJsonValue>> changes = {})
{
    return with({{u"subject"_s, u"庁舎空調設備の保守点検業務の実施について"_s},
                 {u"body"_s, u"次のとおり実施してよろしいか伺います。"_s},
                 {u"decider"_s, u"section"_s},
                 {u"classification"_s, u"01-03-02"_s},
                 {u"retention"_s, u"5"_s},
                 {u"disclosure"_s, u"open"_s}},
                changes);
}

} // namespace

struct DraftCheckRow {
    const char *name;
    QJsonObject fields;
    QString expected;
};
void PrintTo(const DraftCheckRow &row, std::ostream *out)
{
    *out << row.name;
}

class DraftCheck : public testing::TestWithParam<DraftCheckRow> {};

TEST_P(DraftCheck, Finds)
{
    const auto findings = Situation().check(form("draft"), GetParam().fields);

    EXPECT_EQ(summary(findings), GetParam().expected);
    for (const Finding &finding : findings)
        EXPECT_FALSE(finding.text.ja.isEmpty() || finding.text.en.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    , DraftCheck,
    testing::Values(
        DraftCheckRow{"NothingFilledIn",
                      {},
                      u"error:subject error:body error:decider error:classification error:retention "
                      u"error:disclosure"_s},
        DraftCheckRow{"Complete", draft(), u""_s},
        DraftCheckRow{"ClassificationInFullWidth", draft({{u"classification"_s, u"０１－０３ー０２"_s}}), u""_s},
        DraftCheckRow{"ClassificationInLetters", draft({{u"classification"_s, u"A-1-12"_s}}), u""_s},
        DraftCheckRow{"ClassificationTooShort", draft({{u"classification"_s, u"01-03"_s}}), u"error:classification"_s},
        DraftCheckRow{"ClassificationTooLong", draft({{u"classification"_s, u"01-03-02-01"_s}}),
                      u"error:classification"_s},
        DraftCheckRow{"ClassificationInWords", draft({{u"classification"_s, u"庶務"_s}}), u"error:classification"_s},
        DraftCheckRow{"ClosedWithoutArticle", draft({{u"disclosure"_s, u"closed"_s}}),
                      u"error:disclosure_reason error:disclosure_article"_s},
        DraftCheckRow{"PartialWithoutArticle",
                      draft({{u"disclosure"_s, u"partial"_s}, {u"disclosure_reason"_s, u"personal"_s}}),
                      u"error:disclosure_article"_s},
        DraftCheckRow{"ClosedWithArticle",
                      draft({{u"disclosure"_s, u"closed"_s},
                             {u"disclosure_reason"_s, u"deliberation"_s},
                             {u"disclosure_article"_s, u"第7条第4号"_s}}),
                      u""_s},
        DraftCheckRow{"ClosedWithSomethingElse",
                      draft({{u"disclosure"_s, u"closed"_s},
                             {u"disclosure_reason"_s, u"deliberation"_s},
                             {u"disclosure_article"_s, u"なんとなく"_s}}),
                      u"error:disclosure_article"_s},
        DraftCheckRow{"PersonalAndOpen", draft({{u"personal_info"_s, true}}), u"warning:disclosure"_s},
        DraftCheckRow{"PlannedYesterday", draft({{u"planned_on"_s, u"2026-11-23"_s}}), u"error:planned_on"_s},
        DraftCheckRow{"PlannedToday", draft({{u"planned_on"_s, u"2026-11-24"_s}}), u""_s},
        DraftCheckRow{"ConsultAnotherSection", draft({{u"consult_with"_s, u"finance-head"_s}}), u""_s},
        DraftCheckRow{"ConsultNobody", draft({{u"consult_with"_s, u"no-such-post"_s}}), u"error:consult_with"_s},
        DraftCheckRow{"ConsultOneself", draft({{u"consult_with"_s, u"general-1-clerk"_s}}), u"error:consult_with"_s},
        DraftCheckRow{"NegativeAmount", draft({{u"amount"_s, -1}}), u"error:amount"_s},
        DraftCheckRow{"CommitmentWithoutItem", draft({{u"act"_s, u"commitment"_s}, {u"amount"_s, 1}}), u"error:item"_s},
        DraftCheckRow{"CommitmentWithoutAmount", draft({{u"act"_s, u"commitment"_s}, {u"item"_s, u"12"_s}}),
                      u"error:amount"_s},
        DraftCheckRow{"Commitment", draft({{u"act"_s, u"commitment"_s}, {u"item"_s, u"12"_s}, {u"amount"_s, 480'000}}),
                      u""_s},
        DraftCheckRow{"UnknownDecider", draft({{u"decider"_s, u"governor"_s}}), u"error:decider"_s}),
    [](const auto &row) { return row.param.name; });

TEST(Draft, TitleIsTheSubject)
{
    EXPECT_EQ(form("draft").title(draft(), shippedParameters()), u"庁舎空調設備の保守点検業務の実施について"_s);
    EXPECT_EQ(form("draft").title({{u"subject"_s, u"  "_s}}, shippedParameters()), u"起案"_s);
    EXPECT_EQ(form("draft").title({{u"subject"_s, 5}}, shippedParameters()), u"起案"_s);
}

TEST(Draft, FactsAreWhatTheDecisionTableAsks)
{
    const auto facts = [](const QJsonObject &fields) { return form("draft").facts(fields, shippedParameters()); };

    EXPECT_EQ(facts(draft()), (QJsonObject{{u"act"_s, u"general"_s}, {u"item"_s, u""_s}, {u"amount"_s, 0}}));
    EXPECT_EQ(facts(draft({{u"act"_s, u"commitment"_s}, {u"item"_s, u"12"_s}, {u"amount"_s, 12'000'000}})),
              (QJsonObject{{u"act"_s, u"commitment"_s}, {u"item"_s, u"12"_s}, {u"amount"_s, 12'000'000}}));
    // What spends without an amount is within no limit; an item left over from another choice counts for nothing.
    EXPECT_EQ(facts(draft({{u"act"_s, u"commitment"_s}, {u"item"_s, u"12"_s}})),
              (QJsonObject{{u"act"_s, u"commitment"_s}, {u"item"_s, u"12"_s}}));
    EXPECT_EQ(facts(draft({{u"item"_s, u"12"_s}})),
              (QJsonObject{{u"act"_s, u"general"_s}, {u"item"_s, u""_s}, {u"amount"_s, 0}}));
    EXPECT_EQ(form("draft").amount(draft({{u"amount"_s, 60'314}})), Yen(60'314));
    EXPECT_EQ(form("draft").amount(draft()), std::nullopt);
    EXPECT_TRUE(form("draft").postings(draft(), kClerk, shippedParameters()).empty());
}

TEST(Draft, TellsTheDeciderOfHasteAndPersonalInformation)
{
    const auto texts = [](const QJsonObject &fields) {
        QStringList found;
        for (const Insight &insight : form("draft").insights(fields, Situation().context()))
            found += insight.text.ja;
        return found.join(u'|');
    };

    EXPECT_EQ(texts(draft()), QString());
    EXPECT_EQ(texts(draft({{u"urgent"_s, true}, {u"planned_on"_s, u"2026-11-27"_s}})),
              u"至急：施行予定の11月27日まで あと3日"_s);
    EXPECT_EQ(texts(draft({{u"urgent"_s, true}, {u"planned_on"_s, u"2026-11-24"_s}})), u"至急：施行予定は今日です"_s);
    EXPECT_EQ(texts(draft({{u"urgent"_s, true}, {u"planned_on"_s, u"2026-11-20"_s}})),
              u"至急：施行予定日を過ぎています"_s);
    EXPECT_EQ(texts(draft({{u"personal_info"_s, true}})), u"個人情報を含みます"_s);
}
