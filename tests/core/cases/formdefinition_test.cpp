// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/formdefinition.h"

#include "core/cases/repeatedlines.h"
#include "tests/support/printers.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace kessai::test {

static Result<FormDefinition> definitionFromText(const QString &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &problem);
    EXPECT_EQ(problem.error, QJsonParseError::NoError) << json.toStdString();
    return FormDefinition::fromJson(document.object(), 3);
}

/// A form with these fields, and further members.
static QString formText(const QString &fields, const QString &more = {})
{
    return QStringLiteral(R"({"code":"leave","from":"2026-04-01","name":{"ja":"休暇","en":"Leave"},"fields":[%1]%2})")
        .arg(fields, more);
}

static const QString kDay = QStringLiteral(R"({"key":"day","kind":"date","past":true,"label":{"ja":"日","en":"Day"}})");

TEST(FormDefinition, ReadsEveryMemberAndWritesItBack)
{
    const auto definition = definitionFromText(formText(
        kDay + QStringLiteral(R"(,{"key":"kind","kind":"choice","label":{"ja":"種類","en":"Kind"},
                "hint":{"ja":"選択","en":"Choose"},"required":true,"width":6,"initial":"annual",
                "choices":[{"code":"annual","label":{"ja":"年休","en":"Annual"}},
                           {"code":"sick","label":{"ja":"病休","en":"Sick"}}]},
               {"key":"why","kind":"longText","label":{"ja":"理由","en":"Reason"},"maxLength":50,"confidential":true,
                "visibleWhen":{"field":"kind","eq":"sick"}})"),
        QStringLiteral(
            R"(,"group":{"ja":"服務","en":"Staff"},"icon":"calendar","attachments":false,"confidentialAttachments":true,
            "description":{"ja":"説明","en":"About"},"attachmentHint":{"ja":"証","en":"Proof"},
            "printTitle":{"ja":"休暇願","en":"Leave request"},
            "words":["年休"],"variants":[{"name":{"ja":"病休","en":"Sick"},"words":["病気"],"fields":{"kind":"sick"}}],
            "actWords":{"decide":{"ja":"承認","en":"Approve"}},
            "insteadOfRejecting":[{"name":{"ja":"時季変更","en":"Later"},"text":{"ja":"支障","en":"Busy"},"when":{"field":"kind","eq":"annual"},"before":"day"}],
            "printRows":[[{"field":"day","width":4},{"field":"kind","width":8,"height":12}],[{"field":"why"}]])")));

    ASSERT_TRUE(definition) << definition.error().detail.toStdString();
    EXPECT_EQ(definition->revision, 3);
    EXPECT_EQ(definition->from, QDate(2026, 4, 1));
    EXPECT_FALSE(definition->attachments);
    EXPECT_TRUE(definition->confidentialAttachments && definition->hasConfidential());
    EXPECT_TRUE(definition->field(QStringLiteral("why"))->confidential);
    EXPECT_FALSE(definition->field(QStringLiteral("kind"))->confidential);
    EXPECT_EQ(definition->openPart().field(QStringLiteral("why")), nullptr);
    EXPECT_EQ(definition->openPart().fields.size(), 2u);
    ASSERT_EQ(definition->fields.size(), 3u);
    EXPECT_EQ(definition->fields[0].width, 12);
    EXPECT_EQ(definition->field(QStringLiteral("kind"))->choices[1].label.en, QStringLiteral("Sick"));
    EXPECT_EQ(definition->field(QStringLiteral("why"))->maxLength, 50);
    EXPECT_EQ(definition->field(QStringLiteral("nothing")), nullptr);
    EXPECT_EQ(definition->printRows[0][1].height, 12);
    EXPECT_EQ(definition->printRows[1][0].width, 12);
    EXPECT_EQ(definition->words, QStringList({QStringLiteral("年休")}));
    ASSERT_EQ(definition->variants.size(), 1u);
    EXPECT_EQ(definition->variants[0].words, QStringList({QStringLiteral("病気")}));
    EXPECT_EQ(definition->variants[0].fields.value(QStringLiteral("kind")), QStringLiteral("sick"));
    EXPECT_EQ(definition->actWords.at(StepKind::Decide).en, QStringLiteral("Approve"));
    ASSERT_EQ(definition->insteadOfRejecting.size(), 1u);
    EXPECT_EQ(definition->insteadOfRejecting[0].when.value(QStringLiteral("eq")), QStringLiteral("annual"));
    EXPECT_EQ(definition->insteadOfRejecting[0].before, QStringLiteral("day"));
    EXPECT_TRUE(definition->field(QStringLiteral("day"))->past);
    EXPECT_FALSE(definition->field(QStringLiteral("why"))->past);
    EXPECT_EQ(*FormDefinition::fromJson(definition->toJson(), 3), *definition);
}

TEST(FormDefinition, KnowsEveryKindOfField)
{
    int no = 0;
    for (const char *kind : {"text", "longText", "date", "time", "minutes", "number", "yen", "flag", "staffRef",
                             "postRef", "caseRef", "budgetLine", "computed", "payee", "paidRef"}) {
        const QString field =
            QStringLiteral(R"({"key":"k","kind":"%1","label":{"ja":"a","en":"a"}})").arg(QString::fromUtf8(kind));
        const auto definition = definitionFromText(formText(field));
        ASSERT_TRUE(definition) << kind << definition.error().detail.toStdString();
        EXPECT_EQ(int(definition->fields[0].kind), no) << kind;
        no += no == int(FieldKind::Yen) ? 2 : 1; // a choice needs choices, see above
    }
}

struct BadForm {
    const char *fields;
    const char *more;
    const char *complaint;
};

class BadFormDefinition : public ::testing::TestWithParam<BadForm> {};

TEST_P(BadFormDefinition, IsRefusedNamingTheField)
{
    const QString fields = QString::fromUtf8(GetParam().fields).replace(QStringLiteral("DAY"), kDay);

    const auto definition = definitionFromText(formText(fields, QString::fromUtf8(GetParam().more)));

    ASSERT_FALSE(definition) << GetParam().complaint;
    EXPECT_EQ(definition.error().code, ErrorCode::Invalid);
    EXPECT_TRUE(definition.error().detail.contains(QString::fromUtf8(GetParam().complaint)))
        << definition.error().detail.toStdString() << " instead of " << GetParam().complaint;
}

#define LABEL R"("label":{"ja":"a","en":"a"})"

INSTANTIATE_TEST_SUITE_P(
    Table, BadFormDefinition,
    ::testing::Values(
        BadForm{"", "", "form 'leave': a form needs at least one field"},
        BadForm{"5", "", "'fields' must hold objects"}, BadForm{"DAY,DAY", "", "field 'day' is there twice"},
        BadForm{R"({"kind":"date",)" LABEL "}", "", "'key' is missing"},
        BadForm{R"({"key":" ","kind":"date",)" LABEL "}", "", "'key' is empty"},
        BadForm{R"({"key":"x","kind":"day",)" LABEL "}", "", "field 'x': 'kind' is 'day', which is none of text"},
        BadForm{R"({"key":"x","kind":"date"})", "", "field 'x': 'label' is missing"},
        BadForm{R"({"key":"x","kind":"date","label":"a"})", "", "field 'x': 'label' must be an object"},
        BadForm{R"({"key":"x","kind":"date","label":{"ja":"a"}})", "", "'en' is missing"},
        BadForm{R"({"key":"x","kind":"date","label":{"ja":"a","en":"a","fr":"a"}})", "", "'fr' is not known here"},
        BadForm{R"({"key":"x","kind":"date","width":13,)" LABEL "}", "", "field 'x': 'width' is 13"},
        BadForm{R"({"key":"x","kind":"date","width":"6",)" LABEL "}", "", "field 'x': 'width' must be a whole number"},
        BadForm{R"({"key":"x","kind":"date","width":6.5,)" LABEL "}", "", "field 'x': 'width' must be a whole number"},
        BadForm{R"({"key":"x","kind":"date","required":"yes",)" LABEL "}", "", "field 'x': 'required' must be true or"},
        BadForm{R"({"key":"x","kind":"date","colour":"red",)" LABEL "}", "", "field 'x': 'colour' is not known here"},
        BadForm{R"({"key":"x","kind":"choice",)" LABEL "}", "", "field 'x': a choice needs 'choices'"},
        BadForm{R"({"key":"x","kind":"text","choices":[{"code":"a",)" LABEL R"(}],)" LABEL "}", "",
                "belong to the kind"},
        BadForm{R"({"key":"x","kind":"choice","choices":[{"code":"a",)" LABEL R"(},{"code":"a",)" LABEL R"(}],)" LABEL
                "}",
                "", "choice 'a' is there twice"},
        BadForm{R"({"key":"x","kind":"date","maxLength":5,)" LABEL "}", "", "'maxLength' belongs to texts only"},
        BadForm{R"({"key":"x","kind":"computed","required":true,)" LABEL "}", "", "field 'x': what is computed"},
        BadForm{R"({"key":"x","kind":"text","visibleWhen":{"field":"y"},)" LABEL "}", "", "field 'x': 'visibleWhen': "},
        BadForm{R"({"key":"x","kind":"computed","confidential":true,)" LABEL "}", "", "what is computed is not confid"},
        BadForm{
            R"({"key":"x","kind":"text","confidential":true,)" LABEL
            R"(},{"key":"y","kind":"text","visibleWhen":{"any":[{"field":"z","eq":1},{"not":{"field":"x","eq":"a"}}]},)" LABEL
            "}",
            "", "on the confidential field 'x' it depends"},
        BadForm{"DAY", R"(,"confidentialAttachments":"yes")", "'confidentialAttachments' must be true or"},
        BadForm{"DAY", R"(,"printRows":[[{"field":"night"}]])", "there is no field 'night'"},
        BadForm{"DAY", R"(,"printRows":[[{"field":"day"},{"field":"day","width":1}]])", "no longer fits"},
        BadForm{"DAY", R"(,"printRows":[[]])", "print row must be a list"},
        BadForm{"DAY", R"(,"printRows":[5])", "print row must be a list"},
        BadForm{"DAY", R"(,"printRows":[[{"field":"day","height":0}]])", "'height' is 0"},
        BadForm{"DAY", R"(,"words":[5])", "'words' must be texts"},
        BadForm{"DAY", R"(,"variants":[{"name":{"ja":"a","en":"a"},"fields":{"night":1}}])",
                "there is no field 'night'"},
        BadForm{"DAY", R"(,"actWords":{"watch":{"ja":"a","en":"a"}})", "'watch' is not known here"},
        BadForm{
            "DAY",
            R"(,"insteadOfRejecting":[{"name":{"ja":"a","en":"a"},"text":{"ja":"a","en":"a"},"when":{"field":"y"}}])",
            "'when': "},
        BadForm{"DAY",
                R"(,"insteadOfRejecting":[{"name":{"ja":"a","en":"a"},"text":{"ja":"a","en":"a"},"before":"night"}])",
                "there is no date 'night'"},
        BadForm{R"({"key":"x","kind":"text","label":{"ja":"a","en":"a"},"past":true})", "", "'past' belongs to dates"},
        BadForm{"DAY", R"(,"icon":5)", "'icon' must be a text"},
        BadForm{"DAY", R"(,"colour":1)", "'colour' is not known"}));

#undef LABEL

TEST(FormDefinition, RefusesAFileThatIsNoForm)
{
    EXPECT_FALSE(definitionFromText(QStringLiteral("{}")));
    EXPECT_FALSE(definitionFromText(QStringLiteral("[]")));
    EXPECT_FALSE(definitionFromText(QStringLiteral(R"({"code":"leave","from":"1 April 2026","fields":[]})")));
}

TEST(RepeatedLines, AreFieldsThatDifferByANumber)
{
    QString fields = kDay;
    for (const int no : {1, 2}) {
        for (const auto &[part, kind, label] :
             {std::tuple(u"_name", u"text", u"品名"), std::tuple(u"_count", u"number", u"数量"),
              std::tuple(u"_price", u"yen", u"単価")})
            fields += QStringLiteral(R"(,{"key":"item%1%2","kind":"%3","label":{"ja":"%4%1（例）","en":"X %1, y"}})")
                          .arg(no)
                          .arg(QStringView(part), QStringView(kind), QStringView(label));
    }
    fields += QStringLiteral(R"(,{"key":"extra1","kind":"yen","label":{"ja":"別1","en":"Other"}})");
    const auto definition = definitionFromText(formText(fields));
    ASSERT_TRUE(definition);

    const auto all = repeatedLines(*definition);

    ASSERT_EQ(all.size(), 1u) << "one field is no line";
    const RepeatedLines &lines = all.front();
    ASSERT_EQ(lines.lines.size(), 2u);
    EXPECT_EQ(lines.columns[1], (Bilingual{QStringLiteral("数量（例）"), QStringLiteral("X, y")}));
    EXPECT_EQ(lines.lines[1][2]->key, QStringLiteral("item2_price"));
    EXPECT_TRUE(lines.has(QStringLiteral("item1_name")));
    EXPECT_FALSE(lines.has(QStringLiteral("extra1")));
    const QJsonObject said{{QStringLiteral("item1_count"), 4},
                           {QStringLiteral("item1_price"), 8'800},
                           {QStringLiteral("item2_count"), 999'999},
                           {QStringLiteral("item2_price"), qint64(999'999'999'999)}};
    EXPECT_EQ(lines.amount(0, said), 35'200);
    EXPECT_EQ(lines.amount(1, said), std::nullopt) << "beyond all money";
    EXPECT_EQ(lines.amount(0, {}), std::nullopt);
}

} // namespace kessai::test
