// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/verifier.h"
#include "tests/hostile/twins.h"
#include "tests/support/printers.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

// What the notaries take, because they know nothing of forms and rules, and every reader tells (design.md "every reader verifies"):
// another route than the rules give, other postings than the content has, and marks kept although what they rest on has changed.

namespace kessai::test {

namespace {

/// The meaning of the scene's form: minutes of overtime on a day.
class DraftForm final : public Form {
public:
    QString code() const override { return QStringLiteral("draft"); }
    const std::vector<FormDefinition> &definitions() const override
    {
        static const std::vector<FormDefinition> all{
            FormDefinition::fromJson(QJsonDocument::fromJson(R"({"code":"draft","from":"2020-04-01",
              "name":{"ja":"伺い","en":"Draft"},"group":{"ja":"起案","en":"Drafts"},"icon":"file-text",
              "description":{"ja":"試験の様式","en":"A form for tests"},"printTitle":{"ja":"伺い","en":"Draft"},
              "fields":[{"key":"subject","kind":"text","label":{"ja":"件名","en":"Subject"},"maxLength":60},
                        {"key":"amount","kind":"yen","label":{"ja":"分","en":"Minutes"}}]})")
                                         .object(),
                                     1)
                .value()};
        return all;
    }
    QJsonObject defaultRule() const override { return {}; }
    QString title(const QJsonObject &fields, const Parameters &) const override
    {
        return fields.value(QLatin1String("subject")).toString();
    }
    std::vector<Finding> check(const QJsonObject &, const FormContext &) const override { return {}; }
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter, const Parameters &) const override
    {
        return {{QStringLiteral("overtime.minutes"), QStringLiteral("staff:%1").arg(drafter.value()),
                 sceneOffice().today, fields.value(QLatin1String("amount")).toInteger()}};
    }
};

struct Forgery {
    const char *name;
    std::function<void(Submit &)> bend;
    Damage::Kind kind;
};

void renumber(Route &route)
{
    for (size_t i = 0; i < route.steps.size(); ++i)
        route.steps[i].no = int(i) + 1;
}

const std::vector<Forgery> &forgeries()
{
    using Kind = Damage::Kind;
    static const std::vector<Forgery> all = {
        {"the 課長 is left out",
         [](Submit &s) {
             s.route.steps.erase(s.route.steps.begin() + 1);
             renumber(s.route);
         },
         Kind::Route},
        {"nobody is consulted",
         [](Submit &s) {
             s.route.steps.erase(s.route.steps.begin() + 2);
             renumber(s.route);
         },
         Kind::Route},
        {"an accomplice beside the 係長, of whom either will do",
         [](Submit &s) {
             Step &step = s.route.steps[0];
             step.assignments.push_back({2, sceneOffice().small.fuji});
             step.rule = StepRule::Any;
         },
         Kind::Route},
        {"the 課長 decides instead of the 部長",
         [](Submit &s) {
             s.route.steps[1].kind = StepKind::Decide;
             s.route.steps.erase(s.route.steps.begin() + 2, s.route.steps.begin() + 4);
             renumber(s.route);
         },
         Kind::Route},
        {"an objection is to count for nothing", [](Submit &s) { s.route.steps[2].objection = Objection::Refers; },
         Kind::Route},
        {"a step cites another line", [](Submit &s) { s.route.steps[0].line = QStringLiteral("D-9"); }, Kind::Route},
        {"a note says why a step is not there",
         [](Submit &s) {
             s.route.dropped.push_back({RouteNoteKind::Vacant, QStringLiteral("D-1"), PostId(3)});
         },
         Kind::Route},
        {"fewer minutes", [](Submit &s) { s.postings[0].amount -= 1; }, Kind::Postings},
        {"another ledger", [](Submit &s) { s.postings[0].ledger = QStringLiteral("leave.annual.minutes"); },
         Kind::Postings},
        {"another day", [](Submit &s) { s.postings[0].day = s.postings[0].day.addDays(31); }, Kind::Postings},
        {"no postings", [](Submit &s) { s.postings.clear(); }, Kind::Postings},
        {"days away that nobody asked for",
         [](Submit &s) {
             s.postings.push_back(s.postings[0]);
             s.postings[1].ledger = QStringLiteral("absence.minutes");
         },
         Kind::Postings},
    };
    return all;
}

} // namespace

class OnlyReadersTell : public ::testing::Test {
protected:
    OnlyReadersTell()
    {
        configuration.forms = DraftForm().definitions();
        std::vector<std::unique_ptr<Form>> forms;
        forms.push_back(std::make_unique<DraftForm>());
        catalog.emplace(std::move(forms));
    }
    Submit honest(const Case &model, const QJsonObject &fields) const
    {
        const Office &office = *twins.office();
        const PostId post = office.primaryPost(model.drafter).value_or(PostId(0));
        const auto route = resolveRoute(configuration.rules[0], office, model.drafter, post, fields);
        EXPECT_TRUE(route);
        return {model.revision + 1,
                Content{QStringLiteral("draft"), 1, fields, {}}.digest(),
                {1, 1, office.day(), post},
                *route,
                DraftForm().postings(fields, model.drafter, {}),
                {}};
    }
    void SetUp() override { ASSERT_EQ(twins.problem(), QString()); }
    void act(Case &model, const char *login, const Command &command)
    {
        const auto event = decide(model, command, sceneOffice().staffId(QLatin1String(login)), *twins.office());
        ASSERT_TRUE(event) << login << ' ' << toCode(event.error()).toStdString();
        const QString request = QStringLiteral("reader-%1").arg(++requests);
        const auto recorded = twins.send(QLatin1String(login), {model.id, model.seq, request, *event});
        ASSERT_TRUE(recorded) << twins.answers();
        auto next = fold(model, *recorded);
        ASSERT_TRUE(next) << qPrintable(next.error().detail);
        model = std::move(next).value();
    }
    std::vector<Damage> damageOf(CaseId id) { return verifyCase(twins.record(id), configuration, *catalog).damage; }
    bool tells(CaseId id, Damage::Kind kind)
    {
        const auto damage = damageOf(id);
        return !damage.empty()
            && std::all_of(damage.begin(), damage.end(), [&](const Damage &one) { return one.kind == kind; });
    }

    Twins twins;
    int requests = 0;
    Configuration configuration = sceneOffice().founding().configuration;
    std::optional<FormCatalog> catalog;
};

TEST_F(OnlyReadersTell, WhatRulesAndFormsGive)
{
    const QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("件名")}, {QStringLiteral("amount"), 60}};
    const QString sato = QStringLiteral("sato");
    Case sound = newCase(twins.draft(sato, fields), sceneOffice().small.sato);
    act(sound, "sato", honest(sound, fields));
    EXPECT_TRUE(damageOf(sound.id).empty()) << damageOf(sound.id).front().detail.toStdString();

    for (const Forgery &forgery : forgeries()) {
        SCOPED_TRACE(forgery.name);
        Case model = newCase(twins.draft(sato, fields), sceneOffice().small.sato);
        Submit submit = honest(model, fields);
        forgery.bend(submit);

        act(model, "sato", submit);

        EXPECT_TRUE(tells(model.id, forgery.kind));
    }
}

TEST_F(OnlyReadersTell, WhetherTheGroundOfKeptMarksHasChanged)
{
    const QString sato = QStringLiteral("sato");
    for (const int amount : {60, 61}) {
        QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("件名")}, {QStringLiteral("amount"), 60}};
        Case model = newCase(twins.draft(sato, fields), sceneOffice().small.sato);
        act(model, "sato", honest(model, fields));
        act(model, "suzuki", Approve{});
        act(model, "kato", Return{{}, {}, QStringLiteral("確認してください")});
        fields[QLatin1String("amount")] = amount;
        twins.correct(sato, model, fields);
        Submit again = honest(model, fields);
        again.kept = {1};

        act(model, "sato", again);

        EXPECT_EQ(model.assignment({2, 1})->state, AssignmentState::Open);
        EXPECT_EQ(tells(model.id, Damage::Kind::Route), amount != 60);
        EXPECT_EQ(damageOf(model.id).empty(), amount == 60);
    }
}

} // namespace kessai::test
