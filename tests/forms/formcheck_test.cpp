// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/formcheck.h"

#include "tests/forms/situation.h"

#include <algorithm>

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// What an office may write upon a shipped form, and what it may not, the same for every form there is.
class EveryFormAsWritten : public testing::TestWithParam<size_t> {
protected:
    const Form &form = *catalog().all()[GetParam()];
    const FormDefinition before = form.definitions().back();
    FormDefinition next = before;

    FieldDefinition &field(size_t at) { return next.fields.at(at); }
    std::vector<Bilingual> problems() const { return problemsIn(next, before, form); }
    /// Both the words and the notaries refuse it.
    void expectRefused(const QString &what) const
    {
        EXPECT_FALSE(problems().empty()) << qPrintable(what);
        EXPECT_FALSE(mayFollow(next, before).ok()) << qPrintable(what);
    }
    void expectFine(const QString &what) const
    {
        const auto found = problems();
        EXPECT_TRUE(found.empty()) << qPrintable(what) << ": " << (found.empty() ? "" : qPrintable(found.front().ja));
        const Result<> last = mayFollow(next, before);
        EXPECT_TRUE(last.ok()) << qPrintable(what) << (last.ok() ? "" : qPrintable(last.error().detail));
    }
    void print(const QString &key) { next.printRows.push_back({PrintCell{.field = key}}); }
};

FieldDefinition own(const QString &key, FieldKind kind)
{
    FieldDefinition field{.key = key,
                          .kind = kind,
                          .label = {u"備考"_s, u"Remarks"_s},
                          .hint = {},
                          .choices = {},
                          .visibleWhen = {},
                          .initial = {}};
    if (kind == FieldKind::Choice)
        field.choices = {{u"a"_s, {u"甲"_s, u"A"_s}}};
    return field;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(, EveryFormAsWritten, testing::Range(size_t(0), catalog().all().size()),
                         [](const auto &row) { return catalog().all()[row.param]->code().toStdString(); });

TEST_P(EveryFormAsWritten, ItselfMayComeNext)
{
    expectFine(u"unchanged"_s);
}

TEST_P(EveryFormAsWritten, WordsOrderWidthAndPaperMayChange)
{
    next.name = {u"新しい名前"_s, u"A new name"_s};
    next.description = {u"説明"_s, u"Description"_s};
    next.words = {u"さがす"_s};
    std::reverse(next.fields.begin(), next.fields.end());
    std::reverse(next.printRows.begin(), next.printRows.end());
    for (FieldDefinition &one : next.fields) {
        one.label = {u"見出し"_s, u"Label"_s};
        one.hint = {u"説明"_s, u"Hint"_s};
        one.width = 12;
    }
    expectFine(u"words"_s);
}

TEST_P(EveryFormAsWritten, NoFieldOfTheFormCanBeTakenAwayOrBecomeAnotherKind)
{
    for (size_t at = 0; at < before.fields.size(); ++at) {
        next = before;
        next.fields.erase(next.fields.begin() + std::ptrdiff_t(at));
        for (auto &row : next.printRows)
            std::erase_if(row, [&](const PrintCell &cell) { return cell.field == before.fields[at].key; });
        std::erase_if(next.printRows, [](const auto &row) { return row.empty(); });
        expectRefused(u"without "_s + before.fields[at].key);

        next = before;
        field(at).kind = field(at).kind == FieldKind::Number ? FieldKind::Flag : FieldKind::Number;
        field(at).choices.clear();
        expectRefused(u"another kind of "_s + before.fields[at].key);

        next = before;
        field(at).visibleWhen = {{u"field"_s, u"nothing"_s}, {u"eq"_s, u"x"_s}};
        expectRefused(u"hidden: "_s + before.fields[at].key);

        next = before;
        field(at).confidential = !field(at).confidential;
        expectRefused(u"confidential or no longer: "_s + before.fields[at].key);
    }
}

TEST_P(EveryFormAsWritten, WhatMustBeFilledInStaysSo)
{
    for (size_t at = 0; at < before.fields.size(); ++at) {
        if (!before.fields[at].required)
            continue;
        next = before;
        field(at).required = false;
        EXPECT_FALSE(problems().empty()) << qPrintable(field(at).key);
    }
}

TEST_P(EveryFormAsWritten, ChoicesAreRewordedAndRetiredAndAddedWhereNothingDependsOnThem)
{
    for (size_t at = 0; at < before.fields.size(); ++at) {
        const FieldDefinition &was = before.fields[at];
        if (was.kind != FieldKind::Choice)
            continue;
        next = before;
        field(at).choices.push_back({u"another"_s, {u"別"_s, u"Another"_s}});
        EXPECT_EQ(problems().empty(), form.openChoices().contains(was.key)) << qPrintable(was.key);
        next = before;
        field(at).choices.front().label = {u"言い換え"_s, u"Reworded"_s};
        expectFine(u"reworded "_s + was.key);
        next = before;
        field(at).choices.clear();
        expectRefused(u"without choices: "_s + was.key);
    }
    for (const QString &key : form.openChoices()) {
        const FieldDefinition *open = before.field(key);
        ASSERT_NE(open, nullptr) << qPrintable(key);
        EXPECT_EQ(open->kind, FieldKind::Choice) << qPrintable(key);
    }
}

TEST_P(EveryFormAsWritten, WhatWasGivenOutOnceIsNotGivenOutAgain)
{
    const QString key = freeFieldKey(next, {});
    EXPECT_FALSE(before.field(key));
    next.fields.push_back(own(key, FieldKind::Choice));
    const QString code = freeChoiceCode(next.fields.back(), {});
    next.fields.back().choices.push_back({code, {u"北"_s, u"North"_s}});
    const FormDefinition once = next;

    // Both went again, and what was filed with them is told apart from what comes.
    EXPECT_NE(freeFieldKey(next, {}), key);
    EXPECT_NE(freeFieldKey(before, {&before, &once}), key);
    EXPECT_NE(freeChoiceCode(next.fields.back(), {}), code);
    next.fields.back().choices.pop_back();
    EXPECT_EQ(freeChoiceCode(next.fields.back(), {&before}), code);
    EXPECT_NE(freeChoiceCode(next.fields.back(), {&before, &once}), code);
}

TEST_P(EveryFormAsWritten, FieldsOfTheOfficesOwnAreKeptShownAndPrinted)
{
    QJsonObject values;
    for (const FieldKind kind : ownFieldKinds()) {
        const QString key = freeFieldKey(next, {});
        next.fields.push_back(own(key, kind));
        print(key);
        switch (kind) {
        case FieldKind::Choice: values.insert(key, u"a"_s); break;
        case FieldKind::Flag: values.insert(key, true); break;
        case FieldKind::Date: values.insert(key, u"2026-12-01"_s); break;
        case FieldKind::Number:
        case FieldKind::Yen: values.insert(key, 5); break;
        default: values.insert(key, u"記入"_s); break;
        }
    }
    expectFine(u"own fields"_s);
    for (const Finding &finding : checkFields(next, values))
        EXPECT_FALSE(isOwnField(finding.field)) << qPrintable(finding.text.ja);
    const Parameters &parameters = shippedParameters();
    EXPECT_EQ(form.title(values, parameters), form.title({}, parameters)) << "nothing follows from them";
    EXPECT_EQ(form.postings(values, StaffId(1), parameters), form.postings({}, StaffId(1), parameters));

    const FormDefinition with = next;
    next.fields.erase(next.fields.end() - 1);
    next.printRows.pop_back();
    EXPECT_TRUE(problemsIn(next, with, form).empty()) << "they may go again";
    EXPECT_TRUE(mayFollow(next, with).ok());
}

TEST_P(EveryFormAsWritten, NobodyBringsFieldsThatLookLikeThoseOfTheForm)
{
    for (const QString &key : {u"amount2"_s, u"office_"_s, u"office_Ä"_s, u"payee9"_s}) {
        next = before;
        next.fields.push_back(own(key, FieldKind::Text));
        print(key);
        expectRefused(key);
    }
    for (const FieldKind kind : {FieldKind::Payee, FieldKind::BudgetLine, FieldKind::Computed, FieldKind::CaseRef}) {
        next = before;
        next.fields.push_back(own(u"office_1"_s, kind));
        print(u"office_1"_s);
        expectRefused(u"a kind that means something"_s);
    }
    next = before;
    next.fields.push_back(own(u"office_1"_s, FieldKind::Text));
    EXPECT_FALSE(problems().empty()) << "without a place on paper";
}

TEST(FormCheck, ReadsConditionsAsPeopleSayThem)
{
    const FormDefinition draft = form("draft").definitions().back();
    QString said;
    for (const FieldDefinition &field : draft.fields) {
        const Bilingual text = conditionText(field.visibleWhen, draft);
        EXPECT_EQ(text.ja.isEmpty(), field.visibleWhen.isEmpty()) << qPrintable(field.key);
        said += text.ja;
    }
    EXPECT_TRUE(said.contains(u"「公開区分」"_s) && said.contains(u"とき"_s)) << qPrintable(said);
    const QJsonObject both{
        {u"all"_s,
         QJsonArray{QJsonObject{{u"field"_s, u"disclosure"_s}, {u"in"_s, QJsonArray{u"partial"_s, u"closed"_s}}},
                    QJsonObject{{u"not"_s, QJsonObject{{u"field"_s, u"amount"_s}, {u"ge"_s, 5}}}}}}};
    const Bilingual text = conditionText(both, draft);
    EXPECT_TRUE(text.ja.contains(u"のどれか、かつ（"_s) && text.ja.endsWith(u"でないとき"_s)) << qPrintable(text.ja);
}
