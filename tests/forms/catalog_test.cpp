// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

bool complete(const Bilingual &text)
{
    return !text.ja.trimmed().isEmpty() && !text.en.trimmed().isEmpty();
}

/// English wording must not have been left in Japanese, but for what is typed in Japanese (第7条第2号).
bool looksEnglish(const QString &text)
{
    static const QRegularExpression kana(u"[\\x{3040}-\\x{30ff}]"_s);
    return !text.contains(kana);
}

} // namespace

class EveryForm : public testing::TestWithParam<const char *> {};

INSTANTIATE_TEST_SUITE_P(, EveryForm,
                         testing::Values("overtime", "overtime_result", "weekend_duty", "comp_time", "leave",
                                         "leave_evidence", "travel_order", "draft", "commitment", "commitment_payment",
                                         "payment", "refund", "commitment_change", "inspection", "budget_transfer",
                                         "assessment", "travel_settlement"),
                         [](const auto &row) { return std::string(row.param); });

TEST(Catalog, KnowsTheFormsInTheirOrder)
{
    QStringList codes;
    for (const auto &one : catalog().all())
        codes += one->code();

    EXPECT_EQ(
        codes.join(u' '),
        u"overtime overtime_result weekend_duty comp_time leave leave_evidence travel_order draft commitment "
        u"commitment_payment payment refund commitment_change inspection budget_transfer assessment travel_settlement"_s);
    EXPECT_EQ(catalog().find(u"no such form"_s), nullptr);
}

TEST_P(EveryForm, HasDefinitionsThatComeBackFromTheirText)
{
    for (const FormDefinition &definition : form(GetParam()).definitions()) {
        const auto again = FormDefinition::fromJson(definition.toJson(), definition.revision);
        ASSERT_TRUE(again) << qPrintable(again.error().detail);
        EXPECT_EQ(*again, definition);
        EXPECT_EQ(definition.code, form(GetParam()).code());
    }
}

TEST_P(EveryForm, IsWordedInBothLanguages)
{
    const FormDefinition &definition = form(GetParam()).definitions().back();

    EXPECT_TRUE(complete(definition.name) && complete(definition.group) && complete(definition.description));
    EXPECT_TRUE(complete(definition.attachmentHint) && complete(definition.printTitle));
    for (const FieldDefinition &field : definition.fields) {
        EXPECT_TRUE(complete(field.label)) << qPrintable(field.key);
        EXPECT_TRUE(looksEnglish(field.label.en) && looksEnglish(field.hint.en)) << qPrintable(field.key);
        for (const Choice &choice : field.choices)
            EXPECT_TRUE(complete(choice.label) && looksEnglish(choice.label.en)) << qPrintable(choice.code);
    }
}

TEST_P(EveryForm, HasAnIcon)
{
    const QString icon = form(GetParam()).definitions().back().icon;

    EXPECT_TRUE(QFile::exists(QStringLiteral(KESSAI_SOURCE_DIR "/resources/icons/") + icon + u".svg"_s))
        << qPrintable(icon);
}

TEST_P(EveryForm, PrintsEveryFieldOnceInFullRows)
{
    const FormDefinition &definition = form(GetParam()).definitions().back();
    QSet<QString> printed;
    int height = 0;
    for (const auto &row : definition.printRows) {
        int columns = 0;
        int tallest = 0;
        for (const PrintCell &cell : row) {
            EXPECT_TRUE(definition.field(cell.field)) << qPrintable(cell.field);
            EXPECT_FALSE(printed.contains(cell.field)) << qPrintable(cell.field);
            printed.insert(cell.field);
            columns += cell.width;
            tallest = qMax(tallest, cell.height);
        }
        EXPECT_EQ(columns, 12) << qPrintable(row.front().field);
        height += tallest;
    }
    for (const FieldDefinition &field : definition.fields)
        EXPECT_TRUE(printed.contains(field.key)) << qPrintable(field.key);
    // A4 less margins, title, 決裁欄, case data and footer.
    EXPECT_LE(height, 175);
}

TEST_P(EveryForm, ComputesOnlyFieldsItDefines)
{
    const Form &wanted = form(GetParam());
    const QJsonObject fields{{u"day"_s, u"2026-12-03"_s},
                             {u"start"_s, 1080},
                             {u"end"_s, 1140},
                             {u"kind"_s, u"special"_s},
                             {u"special_kind"_s, u"SP05"_s},
                             {u"unit"_s, u"day"_s},
                             {u"from"_s, u"2026-12-03"_s},
                             {u"remedy"_s, u"exchange"_s},
                             {u"given_day"_s, u"2026-12-08"_s},
                             {u"source"_s, u"last"_s},
                             {u"leave_from"_s, u"2026-11-12"_s},
                             {u"minutes"_s, 240}};

    const auto texts = wanted.computed(fields, Situation().context());

    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const FieldDefinition *field = wanted.definitions().back().field(it.key());
        ASSERT_TRUE(field) << qPrintable(it.key());
        EXPECT_EQ(field->kind, FieldKind::Computed) << qPrintable(it.key());
        EXPECT_TRUE(complete(*it));
    }
    for (const FieldDefinition &field : wanted.definitions().back().fields) {
        if (field.kind == FieldKind::Computed) {
            EXPECT_TRUE(texts.contains(field.key)) << qPrintable(field.key);
        }
    }
}

TEST_P(EveryForm, InitialValuesPassItsChecks)
{
    for (const FieldDefinition &field : form(GetParam()).definitions().back().fields) {
        if (field.initial.isEmpty() || field.initial == u"today"_s || field.initial == u"dayMinutes"_s)
            continue;
        const auto known = [&field](const Choice &choice) { return choice.code == field.initial; };
        EXPECT_TRUE(std::any_of(field.choices.begin(), field.choices.end(), known)) << qPrintable(field.key);
    }
}

TEST_P(EveryForm, HasADefaultRuleThatSaysWhy)
{
    const auto rule = RouteRule::fromJson(form(GetParam()).defaultRule(), 1);

    ASSERT_TRUE(rule) << qPrintable(rule.error().detail);
    EXPECT_EQ(rule->form, form(GetParam()).code());
    const auto again = RouteRule::fromJson(rule->toJson(), 1);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *rule);
    for (const RuleLine &line : rule->lines) {
        EXPECT_TRUE(complete(line.why)) << qPrintable(line.line);
        EXPECT_TRUE(looksEnglish(line.why.en)) << qPrintable(line.line);
        EXPECT_TRUE(line.why.ja.contains(u"（"_s)) << "cites no regulation: " << qPrintable(line.line);
    }
}

TEST(Parameters, ShippedOnesAreComplete)
{
    QSet<QString> keys;
    for (const Parameters::Row &row : shippedParameters().rows()) {
        EXPECT_TRUE(row.from.isValid()) << qPrintable(row.key);
        EXPECT_FALSE(row.source.isEmpty()) << qPrintable(row.key);
        const QString dated = row.key + u' ' + row.from.toString(Qt::ISODate);
        EXPECT_FALSE(keys.contains(dated)) << qPrintable(dated);
        keys.insert(dated);
    }
    EXPECT_GE(keys.size(), 40);
}

TEST(Parameters, DefaultsAreThoseOfTheRegulations)
{
    const QDate day(2026, 11, 24);
    const auto value = [&day](const char *key) { return shippedParameters().value(QLatin1String(key), day); };

    EXPECT_EQ(value("duty.day_minutes"), 465);
    EXPECT_EQ(value("overtime.limit_month_minutes"), 2700);
    EXPECT_EQ(value("overtime.limit_year_minutes"), 21600);
    EXPECT_EQ(value("overtime.busy_limit_month_minutes"), 6000);
    EXPECT_EQ(value("overtime.busy_limit_month_exclusive"), 1);
    EXPECT_EQ(value("overtime.busy_limit_year_minutes"), 43200);
    EXPECT_EQ(value("leave.annual.grant_days"), 20);
    // The limits came into force on 2019-04-01; before it there is none to break.
    EXPECT_EQ(shippedParameters().value(u"overtime.limit_month_minutes"_s, QDate(2019, 3, 31)), std::nullopt);
}

TEST(Parameters, OfTheOfficeGoBeforeTheShippedOnes)
{
    Situation here;
    here.parameters = Parameters({{u"overtime.order_min_minutes"_s, QDate(2000, 1, 1), 30, u"市"_s},
                                  {u"overtime.order_min_minutes"_s, QDate(2026, 12, 1), 60, u"市"_s}});
    const QJsonObject halfHour{{u"day"_s, u"2026-11-30"_s},
                               {u"start"_s, 1080},
                               {u"end"_s, 1110},
                               {u"work_item"_s, u"x"_s},
                               {u"reason_kind"_s, u"peak"_s}};

    EXPECT_EQ(summary(here.check(form("overtime"), halfHour)), QString());
    EXPECT_EQ(summary(here.check(form("overtime"), with(halfHour, {{u"day"_s, u"2026-12-01"_s}}))), u"error:end"_s);
}
