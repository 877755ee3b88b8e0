// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/form.h"

#include "core/cases/caseref.h"
#include "tests/support/officebuilder.h"
#include "tests/support/payees.h"
#include "tests/support/plainform.h"
#include "tests/support/printers.h"

#include <QJsonArray>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

static FieldDefinition fieldOf(const char *key, FieldKind kind, bool required = false)
{
    FieldDefinition field{QString::fromUtf8(key),
                          kind,
                          {QStringLiteral("項目"), QStringLiteral("Field")},
                          {},
                          required,
                          12,
                          0,
                          {},
                          {},
                          {}};
    if (kind == FieldKind::Choice) {
        field.choices = {{QStringLiteral("a"), {QStringLiteral("甲"), QStringLiteral("First")}},
                         {QStringLiteral("b"), {QStringLiteral("乙"), QStringLiteral("Second")}}};
    }
    return field;
}

static FormDefinition formOf(std::vector<FieldDefinition> fields)
{
    FormDefinition definition;
    definition.code = QStringLiteral("form");
    definition.fields = std::move(fields);
    return definition;
}

/// The fields complained of.
static std::vector<std::string> complaints(const FormDefinition &definition, const QJsonObject &fields)
{
    std::vector<std::string> keys;
    for (const Finding &finding : checkFields(definition, fields)) {
        EXPECT_EQ(finding.severity, Finding::Severity::Error);
        EXPECT_FALSE(finding.text.ja.isEmpty());
        EXPECT_FALSE(finding.text.en.isEmpty());
        keys.push_back(finding.field.toStdString());
    }
    return keys;
}

/// A decided commitment as a field keeps it.
static QJsonObject commitment()
{
    return toJson(CaseRef{CaseId(7), QStringLiteral("R8-000123"), QStringLiteral("庁舎空調設備保守点検業務"),
                          QStringLiteral("2026:01-02-01-05-0013-12-01"), QStringLiteral("10001")})
        .toObject();
}

static QJsonObject with(QJsonObject object, const char *key, const QJsonValue &value)
{
    object.insert(QLatin1String(key), value);
    return object;
}

struct FieldValue {
    FieldKind kind;
    QJsonValue value;
    bool good;
};

class CheckField : public ::testing::TestWithParam<int> {};

static const std::vector<FieldValue> &typedValues()
{
    static const QString kLine = QStringLiteral("一行");
    static const std::vector<FieldValue> table = {
        {FieldKind::Text, kLine, true},
        {FieldKind::Text, QString(200, QLatin1Char('x')), true},
        {FieldKind::Text, QString(201, QLatin1Char('x')), false},
        {FieldKind::Text, QStringLiteral("𠮷").repeated(200), true}, // two code units, one character
        {FieldKind::Text, QStringLiteral("a\nb"), false},
        {FieldKind::Text, QString(QChar(0)), false},
        {FieldKind::Text, 5, false},
        {FieldKind::LongText, QStringLiteral("a\n\tb"), true},
        {FieldKind::LongText, QString(4001, QLatin1Char('x')), false},
        {FieldKind::LongText, QStringLiteral("a\u0007"), false},
        {FieldKind::Date, QStringLiteral("2026-11-28"), true},
        {FieldKind::Date, QStringLiteral("2026-02-30"), false},
        {FieldKind::Date, QStringLiteral("2026-11-28T00:00"), false},
        {FieldKind::Date, QStringLiteral("令和8年11月28日"), false}, // is typed so, not stored so
        {FieldKind::Date, 20261128, false},
        {FieldKind::Time, 0, true},
        {FieldKind::Time, 1530, true}, // 25:30
        {FieldKind::Time, 2879, true},
        {FieldKind::Time, 2880, false},
        {FieldKind::Time, -1, false},
        {FieldKind::Time, 8.5, false},
        {FieldKind::Time, QStringLiteral("8:30"), false},
        {FieldKind::Minutes, 465, true},
        {FieldKind::Minutes, -1, false},
        {FieldKind::Number, -3, true},
        {FieldKind::Number, 0.1, false},
        {FieldKind::Yen, qint64(999999999999), true},
        {FieldKind::Yen, qint64(1000000000000), false},
        {FieldKind::Yen, -1, false},
        {FieldKind::Choice, QStringLiteral("a"), true},
        {FieldKind::Choice, QStringLiteral("A"), false},
        {FieldKind::Choice, true, false},
        {FieldKind::Flag, false, true},
        {FieldKind::Flag, 1, false},
        {FieldKind::StaffRef, QStringLiteral("10001"), true},
        {FieldKind::StaffRef, 10001, false},
        {FieldKind::PostRef, QStringLiteral("soumu-kacho"), true},
        {FieldKind::PostRef, QJsonArray(), false},
        {FieldKind::CaseRef, commitment(), true},
        {FieldKind::CaseRef, with(commitment(), "case", 0), false},
        {FieldKind::CaseRef, with(commitment(), "line", QStringLiteral("somewhere")), false},
        {FieldKind::CaseRef, with(commitment(), "title", QString()), false},
        {FieldKind::CaseRef, with(commitment(), "more", 1), false},
        {FieldKind::CaseRef, with(commitment(), "payee", QStringLiteral("0000012")), true},
        {FieldKind::CaseRef, with(commitment(), "payee", QString()), false},
        {FieldKind::CaseRef, with(commitment(), "payee", 12), false},
        {FieldKind::CaseRef, QStringLiteral("R8-000123"), false},
        {FieldKind::BudgetLine, QStringLiteral("2026:01-02-01-05-0013-12-01"), true},
        {FieldKind::BudgetLine, QStringLiteral("2026:01-02-01-05-0013-12"), false},
        {FieldKind::BudgetLine, QStringLiteral("01-02-01-05-0013-12-01"), false},
        {FieldKind::BudgetLine, QStringLiteral("2026:01-02-01-05-0013-12-01\n"), false},
        {FieldKind::BudgetLine, 2026, false},
        {FieldKind::Computed, kLine, false},
        {FieldKind::Payee, PayeeRef::of(knownPayee()).toJson(), true},
        {FieldKind::Payee, QStringLiteral("株式会社協和"), false}, // typed, not chosen
    };
    return table;
}

TEST_P(CheckField, JudgesTheValue)
{
    const FieldValue &typed = typedValues()[size_t(GetParam())];
    const FormDefinition form = formOf({fieldOf("x", typed.kind)});

    EXPECT_EQ(complaints(form, {{QStringLiteral("x"), typed.value}}).empty(), typed.good)
        << int(typed.kind) << ' ' << typed.value.toVariant().toString().toStdString();
}

INSTANTIATE_TEST_SUITE_P(Table, CheckField, ::testing::Range(0, int(typedValues().size())));

TEST(CheckFields, WhatIsRequiredMustSaySomething)
{
    const FormDefinition form = formOf({fieldOf("text", FieldKind::Text, true), fieldOf("flag", FieldKind::Flag, true),
                                        fieldOf("free", FieldKind::Text)});

    EXPECT_THAT(complaints(form, {}), ElementsAre("text", "flag"));
    EXPECT_THAT(complaints(form, {{QStringLiteral("text"), QStringLiteral(" 　")}, {QStringLiteral("flag"), false}}),
                ElementsAre("text", "flag"));
    EXPECT_THAT(complaints(form, {{QStringLiteral("text"), QJsonValue::Null}, {QStringLiteral("flag"), true}}),
                ElementsAre("text"));
    EXPECT_THAT(complaints(form, {{QStringLiteral("text"), QStringLiteral("x")}, {QStringLiteral("flag"), true}}),
                IsEmpty());
}

TEST(CheckFields, WhatIsHiddenIsNotRequired)
{
    FieldDefinition proof = fieldOf("proof", FieldKind::Text, true);
    proof.visibleWhen = {{QStringLiteral("field"), QStringLiteral("kind")},
                         {QStringLiteral("eq"), QStringLiteral("b")}};
    const FormDefinition form = formOf({fieldOf("kind", FieldKind::Choice), proof});

    EXPECT_THAT(complaints(form, {{QStringLiteral("kind"), QStringLiteral("a")}}), IsEmpty());
    EXPECT_THAT(complaints(form, {{QStringLiteral("kind"), QStringLiteral("b")}}), ElementsAre("proof"));
}

TEST(CheckFields, UnknownFieldsAreErrors)
{
    const FormDefinition form = formOf({fieldOf("x", FieldKind::Text)});

    EXPECT_THAT(complaints(form, {{QStringLiteral("y"), 1}}), ElementsAre("y"));
}

TEST(CheckFields, AFieldsOwnLengthGoesBeforeTheKinds)
{
    FieldDefinition field = fieldOf("x", FieldKind::Text);
    field.maxLength = 3;

    EXPECT_THAT(complaints(formOf({field}), {{QStringLiteral("x"), QStringLiteral("四文字だ")}}), ElementsAre("x"));
    EXPECT_THAT(complaints(formOf({field}), {{QStringLiteral("x"), QStringLiteral("三文字")}}), IsEmpty());
}

struct Shown {
    FieldKind kind;
    QJsonValue value;
    const char *ja;
    const char *en;
};

TEST(DisplayText, WritesValuesForPeople)
{
    const SmallOffice small;
    const auto office = small.office();
    const QString sato = office->staff(small.sato)->number;
    const BudgetBook budget(
        {{.year = FiscalYear(2026),
          .code = QStringLiteral("01-02-01-05-0013-12-01"),
          .names = {QStringLiteral("一般会計"), QStringLiteral("総務費"), QStringLiteral("総務管理費"),
                    QStringLiteral("企画費"), QStringLiteral("電算管理事業"), QStringLiteral("委託料"),
                    QStringLiteral("保守委託料")},
          .section = SectionId(1),
          .item = QStringLiteral("12")}});
    const std::vector<Shown> table = {
        {FieldKind::Text, QStringLiteral("備品"), "備品", "備品"},
        {FieldKind::Date, QStringLiteral("2026-11-28"), "令和8年11月28日（土）", "Sat 2026-11-28"},
        {FieldKind::Date, QStringLiteral("someday"), "someday", "someday"},
        {FieldKind::Time, 510, "8:30", "8:30"},
        {FieldKind::Time, 1530, "25:30", "25:30"},
        {FieldKind::Time, 1050, "17:30", "17:30"},
        {FieldKind::Minutes, 465, "7時間45分", "7 h 45 min"},
        {FieldKind::Minutes, 120, "2時間", "2 h"},
        {FieldKind::Minutes, 5, "5分", "5 min"},
        {FieldKind::Minutes, 0, "0分", "0 min"},
        {FieldKind::Number, -1234567, "-1234567", "-1234567"},
        {FieldKind::Number, 999, "999", "999"},
        {FieldKind::Yen, 1200, "1,200円", "¥1,200"},
        {FieldKind::Choice, QStringLiteral("b"), "乙", "Second"},
        {FieldKind::Choice, QStringLiteral("old"), "old", "old"},
        {FieldKind::Flag, true, "はい", "Yes"},
        {FieldKind::Flag, false, "いいえ", "No"},
        {FieldKind::StaffRef, sato, "佐藤 花", "佐藤 花"},
        {FieldKind::StaffRef, QStringLiteral("99999"), "99999", "99999"},
        {FieldKind::PostRef, QStringLiteral("shomu-kakaricho"), "総務課 庶務係 係長", "総務課 庶務係 係長"},
        {FieldKind::PostRef, QStringLiteral("mayor"), "市長", "市長"},
        {FieldKind::PostRef, QStringLiteral("gone"), "gone", "gone"},
        {FieldKind::CaseRef, commitment(), "R8-000123　庁舎空調設備保守点検業務",
         "R8-000123　庁舎空調設備保守点検業務"},
        {FieldKind::CaseRef, QStringLiteral("R8-000123"), "", ""},
        {FieldKind::BudgetLine, QStringLiteral("2026:01-02-01-05-0013-12-01"),
         "01-02-01-05-0013-12-01 電算管理事業 委託料（保守委託料）",
         "01-02-01-05-0013-12-01 電算管理事業 委託料（保守委託料）"},
        {FieldKind::BudgetLine, QStringLiteral("2025:01-02-01-05-0013-12-01"), "2025:01-02-01-05-0013-12-01",
         "2025:01-02-01-05-0013-12-01"},
        {FieldKind::Computed, QStringLiteral("計"), "計", "計"},
        {FieldKind::Payee, PayeeRef::of(knownPayee()).toJson(), "株式会社協和（12 ・ 口座 …5678）",
         "株式会社協和 (12, account …5678)"},
        {FieldKind::Payee, QStringLiteral("協和"), "協和", "協和"},
        {FieldKind::Text, QJsonValue::Null, "", ""},
        {FieldKind::Yen, QJsonValue::Undefined, "", ""},
    };
    for (const Shown &shown : table) {
        const FieldDefinition field = fieldOf("x", shown.kind);
        EXPECT_EQ(displayText(field, shown.value, {*office, budget}, false), QString::fromUtf8(shown.ja));
        EXPECT_EQ(displayText(field, shown.value, {*office, budget}, true), QString::fromUtf8(shown.en));
    }
}

TEST(Parameters, GiveTheValueInForceOnADay)
{
    const Parameters parameters({{QStringLiteral("limit"), QDate(2026, 4, 1), 20, QStringLiteral("b")},
                                 {QStringLiteral("limit"), QDate(2025, 4, 1), 10, QStringLiteral("a")},
                                 {QStringLiteral("other"), QDate(2025, 4, 1), 99, QString()}});

    EXPECT_EQ(parameters.value(QStringLiteral("limit"), QDate(2025, 3, 31)), std::nullopt);
    EXPECT_EQ(parameters.value(QStringLiteral("limit"), QDate(2025, 4, 1)), 10);
    EXPECT_EQ(parameters.value(QStringLiteral("limit"), QDate(2026, 3, 31)), 10);
    EXPECT_EQ(parameters.value(QStringLiteral("limit"), QDate(2026, 4, 1)), 20);
    EXPECT_EQ(parameters.value(QStringLiteral("unknown"), QDate(2026, 4, 1)), std::nullopt);
}

TEST(Parameters, AreReadStrictly)
{
    const auto read = Parameters::fromJson(R"([{"key":"k","from":"2026-04-01","value":2700,"source":"S4"}])");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->value(QStringLiteral("k"), QDate(2026, 4, 1)), 2700);

    for (const char *bad : {"", "{}", "[5]", R"([{"key":"k","from":"2026-04-01","value":2700}])",
                            R"([{"key":"k","from":"2026-04-01","value":45.5,"source":"S"}])",
                            R"([{"key":"","from":"2026-04-01","value":45,"source":"S"}])",
                            R"([{"key":"k","from":"2026/04/01","value":45,"source":"S"}])",
                            R"([{"key":"k","from":"2026-04-01","value":45,"source":"S","unit":"h"}])"})
        EXPECT_FALSE(Parameters::fromJson(bad)) << bad;
}

/// What the others get by default.
TEST(Form, AsksAndPostsNothingUnlessItSaysSo)
{
    const SmallOffice small;
    const auto office = small.office();
    const Parameters parameters;
    const FormContext context{small.sato, SmallOffice::today(), *office, parameters, {{QStringLiteral("month"), 5, 7}},
                              0};
    const PlainForm form(QStringLiteral("plain"));

    EXPECT_EQ(form.amount({}), std::nullopt);
    EXPECT_TRUE(form.computed({}, context).isEmpty());
    EXPECT_TRUE(form.facts({}, {}).isEmpty());
    EXPECT_TRUE(form.questions({}, small.sato, {}).empty());
    EXPECT_TRUE(form.postings({}, small.sato, {}).empty());
    EXPECT_TRUE(form.insights({}, context).empty());
    EXPECT_EQ(context.answer(QStringLiteral("month")).reserved, 7);
    EXPECT_EQ(context.answer(QStringLiteral("year")), (LedgerAnswer{QStringLiteral("year"), 0, 0}));
}

TEST(FormCatalog, FindsFormsByCode)
{
    std::vector<std::unique_ptr<Form>> forms;
    forms.push_back(std::make_unique<PlainForm>(QStringLiteral("plain")));
    const FormCatalog catalog(std::move(forms));

    EXPECT_NE(catalog.find(QStringLiteral("plain")), nullptr);
    EXPECT_EQ(catalog.find(QStringLiteral("other")), nullptr);
    EXPECT_EQ(catalog.all().size(), 1u);
}

TEST(CheckFields, AsksToChooseWhatComesFromAListAndToWriteTheRest)
{
    const auto asks = [](FieldKind kind) {
        const FieldDefinition field{.key = QStringLiteral("a"),
                                    .kind = kind,
                                    .label = {QStringLiteral("欄"), QStringLiteral("Field")},
                                    .hint = {},
                                    .required = true};
        const auto findings = checkFields(formOf({field}), {});
        return findings.empty() ? QString() : findings.front().text.ja;
    };

    EXPECT_EQ(asks(FieldKind::Choice), QStringLiteral("「欄」を選んでください。"));
    EXPECT_EQ(asks(FieldKind::Flag), QStringLiteral("「欄」に印を付けてください。"));
    EXPECT_EQ(asks(FieldKind::Yen), QStringLiteral("「欄」を入力してください。"));
}

} // namespace kessai::test
