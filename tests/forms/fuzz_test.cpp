// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <random>

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

/// Complete contents that pass every check, by form.
QJsonObject soundContent(const QString &code)
{
    if (const QJsonObject money = soundAccounting(code); !money.isEmpty())
        return money;
    if (code == u"overtime"_s) {
        return {{u"day"_s, u"2026-11-25"_s},
                {u"start"_s, 1050},
                {u"end"_s, 1170},
                {u"break"_s, 0},
                {u"work_item"_s, u"照合"_s},
                {u"reason_kind"_s, u"peak"_s},
                {u"reason"_s, u"時間内に終わらないため"_s}};
    }
    if (code == u"overtime_result"_s) {
        return {{u"day"_s, u"2026-11-24"_s}, {u"start"_s, 1050}, {u"end"_s, 1110},
                {u"start2"_s, 1125},         {u"end2"_s, 1170},  {u"work_item"_s, u"照合"_s}};
    }
    if (code == u"comp_time"_s)
        return {
            {u"day"_s, u"2026-12-02"_s}, {u"source"_s, u"before_last"_s}, {u"unit"_s, u"last"_s}, {u"minutes"_s, 240}};
    if (code == u"weekend_duty"_s) {
        return {{u"day"_s, u"2026-11-28"_s},
                {u"start"_s, 510},
                {u"end"_s, 1035},
                {u"break"_s, 60},
                {u"work_item"_s, u"防災訓練"_s},
                {u"remedy"_s, u"exchange"_s},
                {u"given_day"_s, u"2026-11-26"_s},
                {u"reason"_s, u"市民が集まれる日に行うため"_s}};
    }
    if (code == u"leave"_s)
        return {{u"kind"_s, u"annual"_s}, {u"unit"_s, u"day"_s}, {u"from"_s, u"2026-12-03"_s}};
    if (code == u"leave_evidence"_s)
        return {{u"leave_from"_s, u"2026-11-12"_s}, {u"paper"_s, u"診断書"_s}};
    return {{u"subject"_s, u"件名"_s},  {u"body"_s, u"伺い"_s},
            {u"decider"_s, u"mayor"_s}, {u"classification"_s, u"01-01-01"_s},
            {u"retention"_s, u"1"_s},   {u"disclosure"_s, u"open"_s}};
}

/// Where the work of the sound result is ordered, and the paper of a leave awaited.
Situation orderedDesk()
{
    Situation here;
    here.attachments = 1;
    here.answers.push_back({u"evidence.due"_s, 1, 0, {{QDate(2026, 11, 12), 1, std::nullopt, true}}});
    here.parameters = budgetParameters();
    here.answers.push_back({u"overtime.order.minutes"_s, 120, 0, {{QDate(2026, 11, 24), 120, 1050, true}}});
    here.answers.push_back(
        {u"duty.travel.days"_s,
         2,
         0,
         {{QDate(2026, 11, 19), 1, std::nullopt, true}, {QDate(2026, 11, 20), 1, std::nullopt, true}}});
    here.answers.push_back({u"travel.advance"_s, 40'000, 0, {{QDate(2026, 11, 19), 40'000, std::nullopt, true}}});
    // Sixteen hours beyond sixty in October, which give four hours of time off.
    LedgerAnswer worked{u"overtime.minutes"_s};
    for (QDate day(2026, 10, 1); worked.used < 76 * 60; day = shippedHolidays().dutyDayAfter(day, 1)) {
        worked.entries.push_back({day, 240, 1035, true});
        worked.used += 240;
    }
    here.answers.push_back(worked);
    return here;
}

/// A value that is right for no field of the kind.
QJsonValue wrongValue(FieldKind kind, int choice)
{
    const std::vector<QJsonValue> anywhere{QJsonArray{1, u"2"_s}, QJsonObject{{u"a"_s, QJsonObject{{u"b"_s, 1}}}}};
    std::vector<QJsonValue> wrong = anywhere;
    const auto add = [&wrong](std::initializer_list<QJsonValue> values) { wrong.insert(wrong.end(), values); };
    switch (kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::StaffRef:
    case FieldKind::BudgetLine:
    case FieldKind::PostRef: add({true, 5, 1e300, QString(20000, u'漢'), u"a\u0007b"_s}); break;
    case FieldKind::Date:
        add({true, 20261125, u"2026-02-30"_s, u"26-1-1"_s, u"2026-11-25T10:00:00"_s, u"令和8年"_s});
        break;
    case FieldKind::Time:
    case FieldKind::Minutes:
    case FieldKind::Number:
    case FieldKind::Yen: add({true, u"17:30"_s, 1e300, -1e300, 0.5, 9.3e18, -1e15, 1e15}); break;
    case FieldKind::Choice: add({true, 3, u"no such choice"_s, u"DAY"_s}); break;
    case FieldKind::Flag: add({1, u"true"_s}); break;
    case FieldKind::PaidRef:
    case FieldKind::CaseRef: add({true, 7, u"R8-000123"_s, QJsonObject{{u"case"_s, 7}}}); break;
    case FieldKind::Computed: add({true, 3, u"3時間"_s}); break;
    case FieldKind::Payee: add({true, 3, u"株式会社協和"_s, QJsonObject{{u"code"_s, u"12"_s}}}); break;
    }
    return wrong.at(static_cast<size_t>(choice) % wrong.size());
}

/// Asks a form everything there is to ask.
void exercise(const Form &form, const QJsonObject &fields, const Situation &here)
{
    form.title(fields, here.parameters);
    form.amount(fields);
    form.facts(fields, here.parameters);
    form.computed(fields, here.context());
    form.questions(fields, kClerk, here.parameters);
    form.postings(fields, kClerk, here.parameters);
    form.insights(fields, here.context());
}

QJsonValue randomValue(std::mt19937 &random, int depth = 0)
{
    static const QStringList kTexts{u""_s,           u"annual"_s, u"special"_s,   u"SP14"_s,       u"SP16"_s,
                                    u"sick"_s,       u"care"_s,   u"care_time"_s, u"partial"_s,    u"union"_s,
                                    u"day"_s,        u"hours"_s,  u"morning"_s,   u"2026-12-03"_s, u"9999-12-31"_s,
                                    u"0001-01-01"_s, u"mayor"_s,  u"closed"_s,    u"%1%2%n"_s,     u"𠮷野家"_s};
    switch (random() % (depth < 2 ? 8 : 6)) {
    case 0: return QJsonValue();
    case 1: return random() % 2 == 0;
    case 2: return static_cast<qint64>(random() % 3000);
    case 3: return static_cast<double>(random()) * 1e9 - 1e18;
    case 4: return static_cast<double>(random()) / 7.0;
    case 5: return kTexts.at(static_cast<qsizetype>(random() % static_cast<unsigned>(kTexts.size())));
    case 6: return QJsonArray{randomValue(random, depth + 1), randomValue(random, depth + 1)};
    default: return QJsonObject{{u"x"_s, randomValue(random, depth + 1)}};
    }
}

} // namespace

TEST(Fuzz, SoundContentsAreSound)
{
    for (const auto &one : catalog().all())
        EXPECT_EQ(summary(orderedDesk().check(*one, soundContent(one->code()))), QString()) << qPrintable(one->code());
}

TEST(Fuzz, EveryFieldOfTheWrongTypeIsAnError)
{
    const Situation here = orderedDesk();
    for (const auto &one : catalog().all()) {
        for (const FieldDefinition &field : one->definitions().back().fields) {
            for (int choice = 0; choice < 10; ++choice) {
                QJsonObject fields = soundContent(one->code());
                fields.insert(field.key, wrongValue(field.kind, choice));
                EXPECT_TRUE(hasErrors(here.check(*one, fields)))
                    << qPrintable(one->code()) << ' ' << QJsonDocument(fields).toJson().constData();
                exercise(*one, fields, here);
            }
        }
    }
}

TEST(Fuzz, EveryRequiredFieldThatIsMissingIsAnError)
{
    const Situation here = orderedDesk();
    for (const auto &one : catalog().all()) {
        for (const FieldDefinition &field : one->definitions().back().fields) {
            const QJsonObject sound = soundContent(one->code());
            if (!field.required || !sound.contains(field.key))
                continue;
            for (const QJsonValue &nothing : {QJsonValue(QJsonValue::Undefined), QJsonValue(), QJsonValue(u" "_s)}) {
                const QJsonObject fields = with(sound, {{field.key, nothing}});
                const auto findings = here.check(*one, fields);
                EXPECT_TRUE(hasErrors(findings)) << qPrintable(one->code() + u' ' + field.key);
                exercise(*one, fields, here);
            }
        }
    }
}

/// Whoever may not read what is confidential comes to the same route, postings and title (core/cases/confidential.h).
TEST(Fuzz, NothingFollowsFromWhatIsConfidential)
{
    std::mt19937 random(20261126);
    int confidential = 0;
    for (const auto &one : catalog().all()) {
        QStringList keys;
        for (const FieldDefinition &field : one->definitions().back().fields)
            keys += field.key;
        for (const FieldDefinition &field : one->definitions().back().fields) {
            if (!field.confidential)
                continue;
            ++confidential;
            for (int round = 0; round < 500; ++round) {
                QJsonObject fields = soundContent(one->code());
                for (int changes = static_cast<int>(random() % 4); changes > 0; --changes)
                    fields.insert(keys.at(static_cast<qsizetype>(random() % static_cast<unsigned>(keys.size()))),
                                  randomValue(random));
                fields.remove(field.key);
                const QJsonObject other =
                    with(fields, {{field.key, round == 0 ? QJsonValue(u"通院のため"_s) : randomValue(random)}});
                const Parameters &numbers = shippedParameters();

                EXPECT_EQ(one->title(other, numbers), one->title(fields, numbers)) << qPrintable(field.key);
                EXPECT_EQ(one->amount(other), one->amount(fields)) << qPrintable(field.key);
                EXPECT_EQ(one->facts(other, numbers), one->facts(fields, numbers)) << qPrintable(field.key);
                EXPECT_EQ(one->postings(other, kClerk, numbers), one->postings(fields, kClerk, numbers))
                    << qPrintable(field.key);
                EXPECT_EQ(one->computed(other, Situation().context()), one->computed(fields, Situation().context()))
                    << qPrintable(field.key);
            }
            // Nor does a rule ask about it: what a rule compares is not there for everybody.
            EXPECT_FALSE(
                QString::fromUtf8(QJsonDocument(one->defaultRule()).toJson()).contains(u'"' + field.key + u'"'))
                << qPrintable(one->code() + u' ' + field.key);
        }
    }
    EXPECT_GE(confidential, 2);
}

TEST(Fuzz, AnythingAtAllIsAnsweredQuickly)
{
    std::mt19937 random(20261122);
    const Situation here = orderedDesk();
    for (const auto &one : catalog().all()) {
        QStringList keys;
        for (const FieldDefinition &field : one->definitions().back().fields)
            keys += field.key;
        for (int round = 0; round < 1500; ++round) {
            QJsonObject fields = soundContent(one->code());
            for (int changes = static_cast<int>(random() % 5); changes >= 0; --changes) {
                fields.insert(keys.at(static_cast<qsizetype>(random() % static_cast<unsigned>(keys.size()))),
                              randomValue(random));
            }
            here.check(*one, fields);
            exercise(*one, fields, here);
            // No slip of a date may make a request that runs for years.
            ASSERT_LE(one->postings(fields, kClerk, shippedParameters()).size(), 240U);
        }
    }
}

TEST(Fuzz, AnOrderWithoutErrorsPostsWhatItSays)
{
    std::mt19937 random(20261128);
    const Situation here;
    const Form &overtime = form("overtime");
    int sound = 0;
    for (int round = 0; round < 2000; ++round) {
        QJsonObject fields = soundContent(u"overtime"_s);
        fields.insert(u"day"_s, here.today.addDays(static_cast<int>(random() % 60)).toString(Qt::ISODate));
        fields.insert(u"start"_s, static_cast<qint64>(random() % 1500));
        fields.insert(u"end"_s, static_cast<qint64>(random() % 2880));
        fields.insert(u"break"_s, static_cast<qint64>(random() % 120));
        if (hasErrors(here.check(overtime, fields)))
            continue;
        ++sound;
        qint64 posted = 0;
        for (const Posting &posting : overtime.postings(fields, kClerk, shippedParameters())) {
            ASSERT_GT(posting.amount, 0);
            posted += posting.amount;
        }
        ASSERT_EQ(posted, overtime.facts(fields, shippedParameters()).value(u"minutes"_s).toInteger())
            << QJsonDocument(fields).toJson().constData();
    }
    EXPECT_GT(sound, 200);
}

TEST(Fuzz, ALeaveWithoutErrorsCostsSomething)
{
    static const QStringList kUnits{u"day"_s, u"morning"_s, u"afternoon"_s, u"hours"_s};
    static const QStringList kKinds{u"annual"_s, u"special"_s,   u"special"_s, u"sick"_s,
                                    u"care"_s,   u"care_time"_s, u"partial"_s, u"union"_s};
    std::mt19937 random(20261203);
    Situation here;
    here.attachments = 1;
    const Form &leave = form("leave");
    int sound = 0;
    for (int round = 0; round < 3000; ++round) {
        const QDate from = here.today.addDays(static_cast<int>(random() % 60));
        QJsonObject fields{{u"kind"_s, kKinds.at(static_cast<qsizetype>(random() % 8))},
                           {u"sick_kind"_s, u"ordinary"_s},
                           {u"care_case"_s, u"1"_s},
                           {u"care_person"_s, u"母"_s},
                           {u"period_from"_s, from.toString(Qt::ISODate)},
                           {u"period_until"_s, from.addDays(20).toString(Qt::ISODate)},
                           {u"partial_type"_s, random() % 2 == 0 ? u"first"_s : u"second"_s},
                           {u"relation"_s, u"parent"_s},
                           {u"birth_day"_s, u"2026-11-20"_s},
                           {u"born_on"_s, u"2026-11-20"_s},
                           {u"due_day"_s, u"2026-12-20"_s},
                           {u"hospital_day"_s, u"2026-11-19"_s},
                           {u"marriage_day"_s, u"2026-12-01"_s},
                           {u"death_day"_s, u"2020-12-01"_s},
                           {u"disaster_day"_s, u"2026-11-24"_s},
                           {u"special_kind"_s, u"SP%1"_s.arg(random() % 19 + 1, 2, 10, QLatin1Char('0'))},
                           {u"unit"_s, kUnits.at(static_cast<qsizetype>(random() % 4))},
                           {u"from"_s, from.toString(Qt::ISODate)},
                           {u"until"_s, from.addDays(static_cast<int>(random() % 8)).toString(Qt::ISODate)},
                           {u"start"_s, static_cast<qint64>(480 + random() % 10 * 30)},
                           {u"end"_s, static_cast<qint64>(600 + random() % 16 * 30)}};
        if (hasErrors(here.check(leave, fields)))
            continue;
        ++sound;
        qint64 cost = 0;
        for (const Posting &posting : leave.postings(fields, kClerk, shippedParameters())) {
            ASSERT_GT(posting.amount, 0);
            cost += posting.ledger.startsWith(u"leave."_s) ? posting.amount : 0;
        }
        ASSERT_GT(cost, 0) << QJsonDocument(fields).toJson().constData();
    }
    EXPECT_GT(sound, 200);
}
