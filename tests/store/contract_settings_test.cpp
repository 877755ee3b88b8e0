// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/returnreasons.h"
#include "core/cases/numbers.h"
#include "core/ports/settings.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

// The contract of what administrators set besides rules, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class SettingsContract : public OnBothDatabases {
protected:
    Desk &at(StaffId who)
    {
        auto &desk = m_desks[who];
        if (!desk) {
            desk = std::make_unique<Desk>(std::move(office.open(who)).value(), memoForms(), office.clock());
            EXPECT_TRUE(fine(desk->start()));
        }
        EXPECT_TRUE(fine(desk->pulse()));
        return *desk;
    }
    QDate today() { return office.clock().now().day(); }
    QDate tomorrow() { return today().addDays(1); }
    SettingsBook book() { return *at(admin).settingsBook(); }
    AdoptParameters raised(qint64 value = 7)
    {
        return {{{kKey, tomorrow(), value, u"規則の改正"_s}}, u"年度の見直し"_s, newestParameters(book().parameters)};
    }
    /// The form of the office with another name and a field of its own, from tomorrow on.
    AdoptForm reworded()
    {
        const auto configuration = office.as(admin).office().configuration();
        EXPECT_TRUE(fine(configuration));
        AdoptForm adoption{{}, u"様式の見直し"_s, newestForm(*configuration, u"memo"_s)};
        adoption.definition = *configuration->form(u"memo"_s, adoption.seen);
        adoption.definition.from = tomorrow();
        adoption.definition.name = {u"伺い書"_s, u"Memorandum"_s};
        adoption.definition.fields.push_back({.key = u"office_1"_s,
                                              .kind = FieldKind::Text,
                                              .label = {u"備考"_s, u"Remarks"_s},
                                              .hint = {},
                                              .choices = {},
                                              .visibleWhen = {{u"field"_s, u"important"_s}, {u"eq"_s, true}},
                                              .initial = {}});
        adoption.definition.printRows.push_back({PrintCell{.field = u"office_1"_s}});
        return adoption;
    }
    /// No desk is asked: what the notary says itself.
    Result<> straight(const AdoptParameters &adoption)
    {
        return waited([&](OfficeStore &store) { return store.adoptParameters(adoption); });
    }
    Result<> straight(const AdoptForm &adoption)
    {
        return waited([&](OfficeStore &store) { return store.adoptForm(adoption); });
    }
    Result<> straight(const AdoptFaults &adoption)
    {
        return waited([&](OfficeStore &store) { return store.adoptFaults(adoption); });
    }
    template <class Adopt>
    Result<> waited(Adopt adopt)
    {
        office.wait();
        const Result<> adopted = adopt(office.as(admin).office());
        office.wait();
        return adopted;
    }

    const QString kKey = u"reminder.pause_days"_s;
    const StaffId admin = people.kato;

private:
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
};
KESSAI_ON_BOTH_DATABASES(SettingsContract);

} // namespace

TEST_P(SettingsContract, ANumberIsInForceFromItsDayOnWithItsSource)
{
    const auto before = book().parameters.value(kKey, today());
    ASSERT_TRUE(before);
    const int known = newestParameters(book().parameters);

    office.wait();
    ASSERT_TRUE(fine(at(admin).adoptParameters(raised(9))));

    const Parameters after = at(people.sato).settingsBook()->parameters;
    EXPECT_EQ(after.value(kKey, today()), before);
    EXPECT_EQ(after.value(kKey, tomorrow()), 9);
    EXPECT_TRUE(std::any_of(after.rows().begin(), after.rows().end(), [&](const Parameters::Row &row) {
        return row.key == kKey && row.from == tomorrow() && row.source == u"規則の改正"_s;
    }));
    EXPECT_EQ(after.knownIn(known).value(kKey, tomorrow()), before) << "what was judged before stays";
    EXPECT_GT(newestParameters(after), known);
}

TEST_P(SettingsContract, WhatWasToComeIsReplacedAndTakenBack)
{
    const auto before = book().parameters.value(kKey, today());
    ASSERT_TRUE(fine(straight(raised(9))));
    ASSERT_TRUE(fine(straight(raised(8))));
    EXPECT_EQ(book().parameters.value(kKey, tomorrow()), 8);

    ASSERT_TRUE(fine(straight(raised(*before))));

    EXPECT_EQ(book().parameters.value(kKey, tomorrow().addYears(1)), before);
}

TEST_P(SettingsContract, NumbersAreNotWrittenOverThoseTheirWriterHasNotSeen)
{
    const AdoptParameters mine = raised(9);
    ASSERT_TRUE(fine(straight(raised(8))));

    EXPECT_TRUE(refused(straight(mine), Refusal::Stale));
    EXPECT_EQ(book().parameters.value(kKey, tomorrow()), 8);
}

TEST_P(SettingsContract, NumbersAreKnownSourcedAndNeverOfThePast)
{
    const auto with = [this](auto edit) {
        AdoptParameters adoption = raised();
        edit(adoption);
        return adoption;
    };
    const auto row = [&](auto edit) { return with([&](AdoptParameters &one) { edit(one.rows.front()); }); };

    EXPECT_TRUE(refused(straight(row([&](auto &one) { one.from = today(); })), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(straight(row([&](auto &one) { one.from = QDate(2020, 4, 1); })), Refusal::PeriodInvalid));
    EXPECT_TRUE(refused(straight(with([](auto &one) { one.reason = u" 　"_s; })), Refusal::ReasonMissing));
    EXPECT_TRUE(failed(straight(with([](auto &one) { one.reason = u"一\n二"_s; })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(row([](auto &one) { one.key = u"no.such_number"_s; })), ErrorCode::NotFound));
    EXPECT_TRUE(failed(straight(row([](auto &one) { one.value = -1; })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(row([](auto &one) { one.value = kMostParameter + 1; })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(row([](auto &one) { one.source = u" 　"_s; })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(row([](auto &one) { one.source = u"一\n二"_s; })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(with([](auto &one) { one.rows.clear(); })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(with([](auto &one) { one.rows.push_back(one.rows.front()); })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(at(admin).adoptParameters(row([](auto &one) { one.value = 5000; })), ErrorCode::Invalid))
        << "the desk knows how many days there can be";
    EXPECT_TRUE(fine(straight(raised())));
}

TEST_P(SettingsContract, NobodyLocksEverybodyOutByANumber)
{
    AdoptParameters adoption = raised();
    adoption.rows.front().key = u"registrations.day_limit"_s;
    for (const qint64 value : {qint64(0), kLeastDayLimit - 1}) {
        adoption.rows.front().value = value;
        EXPECT_TRUE(failed(straight(adoption), ErrorCode::Invalid));
    }
    adoption.rows.front().value = kLeastDayLimit;
    EXPECT_TRUE(fine(straight(adoption)));
}

/// Every number there is, to the least and the most the doors take; both say the same of each.
TEST_P(SettingsContract, EveryNumberGoesFromItsLeastToTheMost)
{
    QStringList keys;
    const auto configuration = office.owner().office().configuration();
    ASSERT_TRUE(fine(configuration));
    for (const Parameters::Row &row : shippedParameters().rows()) {
        if (keys.contains(row.key))
            continue;
        keys.append(row.key);
        if (!configuration->parameters.earliest(row.key)) {
            ASSERT_TRUE(fine(office.tamper(
                QStringLiteral(
                    "INSERT INTO parameter (key, valid_from, value, source) VALUES ('%1', '2000-01-01', %2, 'x')")
                    .arg(row.key)
                    .arg(row.value))));
        }
    }
    ASSERT_GT(keys.size(), 20);
    AdoptParameters least = raised();
    least.rows.clear();
    for (const QString &key : keys) {
        if (leastParameter(key) == 0) {
            least.rows.push_back({key, tomorrow(), 0, u"試行"_s});
            continue;
        }
        AdoptParameters none = raised();
        none.rows = {{key, tomorrow(), leastParameter(key) - 1, u"試行"_s}};
        EXPECT_TRUE(failed(straight(none), ErrorCode::Invalid)) << key.toStdString();
        least.rows.push_back({key, tomorrow(), leastParameter(key), u"試行"_s});
    }
    const auto all = [this](const std::vector<Parameters::Row> &rows) {
        for (size_t from = 0; from < rows.size(); from += size_t(kMostParameterRows)) {
            AdoptParameters part = raised();
            part.rows.assign(rows.begin() + std::ptrdiff_t(from),
                             rows.begin() + std::ptrdiff_t(std::min(rows.size(), from + size_t(kMostParameterRows))));
            EXPECT_TRUE(fine(straight(part)));
        }
    };
    all(least.rows);
    const Parameters after = book().parameters;
    for (const Parameters::Row &row : least.rows)
        EXPECT_EQ(after.value(row.key, tomorrow()), row.value) << row.key.toStdString();
    std::vector<Parameters::Row> most = least.rows;
    for (Parameters::Row &row : most)
        row.value = kMostParameter;
    all(most);
    EXPECT_EQ(book().parameters.value(kKey, tomorrow()), kMostParameter);
}

TEST_P(SettingsContract, AFieldOfTheOfficesOwnKeepsItsKindThoughItWasGone)
{
    ASSERT_TRUE(fine(straight(reworded())));
    AdoptForm gone = reworded();
    for (int both = 0; both < 2; ++both) {
        gone.definition.fields.pop_back();
        gone.definition.printRows.pop_back();
    }
    ASSERT_EQ(gone.definition.field(u"office_1"_s), nullptr);
    ASSERT_TRUE(fine(straight(gone)));

    AdoptForm again = reworded();
    again.definition.fields.back().kind = FieldKind::Yen;
    EXPECT_TRUE(failed(straight(again), ErrorCode::Invalid)) << "cases say words there";
    again.definition.fields.back().key = u"office_2"_s;
    again.definition.printRows.back().front().field = u"office_2"_s;
    EXPECT_TRUE(fine(straight(again)));
    EXPECT_TRUE(fine(straight(reworded()))) << "and back as it was";
}

TEST_P(SettingsContract, IsForAdministratorsAlone)
{
    for (const StaffId who : {people.sato, people.suzuki, people.bando}) {
        EXPECT_TRUE(failed(at(who).adoptParameters(raised()), ErrorCode::AccessDenied));
        EXPECT_TRUE(failed(office.as(who).office().adoptParameters(raised()), ErrorCode::AccessDenied));
    }
    EXPECT_EQ(newestParameters(book().parameters), raised().seen);
}

TEST_P(SettingsContract, CasesFiledBeforeProveThemselvesByTheNumbersTheyWereJudgedBy)
{
    Hand hand(office, people.sato);
    const auto id = hand.file(memo(u"備品の購入"_s, 20'000));
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(straight(raised(9))));

    const auto view = at(people.sato).open(*id);

    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->verified.sound());
}

// Forms ------------------------------------------------------------------------------------------------------------------

TEST_P(SettingsContract, AFormIsInForceFromItsDayOnAndCasesKeepTheirs)
{
    Hand hand(office, people.sato);
    const auto id = hand.file(memo(u"備品の購入"_s, 20'000));
    ASSERT_TRUE(fine(id));
    const AdoptForm next = reworded();
    ASSERT_TRUE(fine(straight(next)));

    const auto configuration = office.as(people.sato).office().configuration();
    ASSERT_TRUE(fine(configuration));
    EXPECT_EQ(configuration->formOn(u"memo"_s, today())->revision, next.seen);
    const FormDefinition *coming = configuration->formOn(u"memo"_s, tomorrow());
    EXPECT_EQ(coming->revision, next.seen + 1);
    EXPECT_EQ(coming->toJson(), next.definition.toJson());
    const auto view = at(people.sato).open(*id);
    ASSERT_TRUE(fine(view));
    EXPECT_TRUE(view->verified.sound());
    EXPECT_EQ(view->definition.revision, next.seen);
    ASSERT_TRUE(fine(at(people.suzuki).open(*id)));
}

TEST_P(SettingsContract, EveryRevisionLeadsToWhoMadeItAndWhy)
{
    EXPECT_TRUE(book().acts.empty()) << "what is there since the founding";
    const AdoptForm next = reworded();
    ASSERT_TRUE(fine(straight(next)));
    ASSERT_TRUE(fine(straight(raised())));
    const FaultList list{tomorrow(), voucherFaultsOn(tomorrow())};
    ASSERT_TRUE(fine(straight(AdoptFaults{list, u"会計課の希望"_s, 0})));
    const Configuration known = *office.as(admin).office().configuration();
    RouteRule rule = *known.ruleOn(u"memo"_s, today());
    rule.from = tomorrow();
    rule.lines.front().why = {u"改正した条"_s, u"As amended"_s};
    ASSERT_TRUE(fine(waited([&](OfficeStore &store) {
        return store.adoptRule({rule, u"専決規程の改正"_s, rule.revision});
    })));

    // Everybody may know, and reads names, not logins.
    const std::vector<SettingAct> acts = at(people.sato).settingsBook()->acts;
    const QString name = known.office.at(today(), known.office.revision)->staff(admin)->name();
    const auto said = [&](SettingAct::Kind kind, const QString &of, int revision) {
        const SettingAct *act = actOf(acts, kind, of, revision);
        return act && act->by == name && act->at.day() == today() ? act->reason : QString();
    };
    EXPECT_EQ(said(SettingAct::Kind::Form, u"memo"_s, next.seen + 1), u"様式の見直し"_s);
    EXPECT_EQ(said(SettingAct::Kind::Route, u"memo"_s, rule.revision + 1), u"専決規程の改正"_s);
    EXPECT_EQ(said(SettingAct::Kind::Faults, {}, 1), u"会計課の希望"_s);
    EXPECT_EQ(said(SettingAct::Kind::Number, kKey, newestParameters(book().parameters)), u"年度の見直し"_s);
    EXPECT_EQ(actOf(acts, SettingAct::Kind::Form, u"memo"_s, next.seen), nullptr);
    EXPECT_EQ(at(people.sato).ruleBook()->acts, acts);
}

TEST_P(SettingsContract, AFormThatWouldNoLongerWorkIsRefusedByTheNotaryToo)
{
    const auto with = [this](auto edit) {
        AdoptForm adoption = reworded();
        edit(adoption.definition);
        return adoption;
    };
    const auto refusedBoth = [this](const AdoptForm &adoption) {
        EXPECT_TRUE(failed(at(admin).adoptForm(adoption), ErrorCode::Invalid));
        EXPECT_TRUE(failed(straight(adoption), ErrorCode::Invalid));
    };
    refusedBoth(with([](auto &form) { form.fields.erase(form.fields.begin()); }));
    refusedBoth(with([](auto &form) { form.fields[1].kind = FieldKind::Number; }));
    refusedBoth(with([](auto &form) { form.fields[1].visibleWhen = {{u"field"_s, u"vote"_s}, {u"eq"_s, true}}; }));
    refusedBoth(with([](auto &form) { form.fields[4].confidential = false; }));
    refusedBoth(with([](auto &form) { form.fields[0].label.en.clear(); }));
    refusedBoth(with([](auto &form) { form.fields.back().key = u"payee"_s; }));
    refusedBoth(with([](auto &form) { form.fields.back().kind = FieldKind::Payee; }));
    refusedBoth(with([](auto &form) { form.fields.back().confidential = true; }));
    refusedBoth(with([](auto &form) { form.dayField.clear(); }));
    refusedBoth(with([](auto &form) { form.icon = u"bell"_s; }));
    refusedBoth(with([](auto &form) { form.printRows.push_back({PrintCell{.field = u"nothing"_s}}); }));
    EXPECT_TRUE(fine(straight(reworded())));
}

TEST_P(SettingsContract, AFormIsNeverForTodayNorWrittenOverWhatWasNotSeen)
{
    AdoptForm mine = reworded();
    AdoptForm early = mine;
    early.definition.from = today();
    EXPECT_TRUE(refused(straight(early), Refusal::PeriodInvalid));
    AdoptForm quiet = mine;
    quiet.reason = u" "_s;
    EXPECT_TRUE(refused(straight(quiet), Refusal::ReasonMissing));
    AdoptForm other = mine;
    other.definition.code = u"nothing"_s;
    EXPECT_TRUE(failed(straight(other), ErrorCode::NotFound));
    ASSERT_TRUE(fine(straight(mine)));
    EXPECT_TRUE(refused(straight(mine), Refusal::Stale));
    for (const StaffId who : {people.sato, people.bando})
        EXPECT_TRUE(failed(office.as(who).office().adoptForm(reworded()), ErrorCode::AccessDenied));
}

// Reasons of returns -----------------------------------------------------------------------------------------------------

TEST_P(SettingsContract, ReasonsOfReturnsAreTheOfficesOwnFromTheirDayOn)
{
    EXPECT_EQ(at(people.sato).info()->faults, voucherFaultsOn(today())) << "the shipped ones";
    const AdoptFaults next{{tomorrow(),
                            {{u"amount"_s, {u"請求額が違う"_s, u"Wrong amount"_s}, tomorrow(), {}, u"財務規則"_s},
                             {u"other"_s, {u"その他"_s, u"Other"_s}, tomorrow(), {}, u"財務規則"_s}}},
                           u"会計課の希望"_s,
                           0};
    ASSERT_TRUE(fine(straight(next)));

    const SettingsBook after = book();
    ASSERT_EQ(after.faultLists.size(), 1U);
    EXPECT_EQ(after.faultLists[0].toJson(), next.list.toJson());
    EXPECT_EQ(voucherFaultsOn(after.faultLists, today()), voucherFaultsOn(today()));
    EXPECT_EQ(voucherFaultsOn(after.faultLists, tomorrow()), next.list.faults);
    EXPECT_EQ(voucherFaultIn(u"請求額が違う：100円"_s, after.faultLists)->code, u"amount"_s);
    EXPECT_EQ(voucherFaultIn(u"証拠書類が足りない"_s, after.faultLists)->code, u"proof"_s) << "said before";
    EXPECT_TRUE(refused(straight(next), Refusal::Stale));
}

TEST_P(SettingsContract, ReasonsThatSayNothingAreRefused)
{
    const AdoptFaults sound{
        {tomorrow(), {{u"other"_s, {u"その他"_s, u"Other"_s}, tomorrow(), {}, u"財務規則"_s}}}, u"会計課の希望"_s, 0};
    const auto with = [&](auto edit) {
        AdoptFaults adoption = sound;
        edit(adoption);
        return adoption;
    };
    EXPECT_TRUE(failed(straight(with([](auto &one) { one.list.faults.clear(); })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(with([](auto &one) { one.list.faults[0].words.ja = u"　"_s; })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(with([](auto &one) { one.list.faults[0].source.clear(); })), ErrorCode::Invalid));
    EXPECT_TRUE(failed(straight(with([](auto &one) { one.list.faults[0].code = u"A b"_s; })), ErrorCode::Invalid));
    EXPECT_TRUE(
        failed(straight(with([](auto &one) { one.list.faults.push_back(one.list.faults[0]); })), ErrorCode::Invalid));
    EXPECT_TRUE(refused(straight(with([&](auto &one) { one.list.from = today(); })), Refusal::PeriodInvalid));
    EXPECT_TRUE(
        failed(at(admin).adoptFaults(with([](auto &one) { one.list.faults[0].code = u"else"_s; })), ErrorCode::Invalid))
        << "no list ends without the other one";
    EXPECT_TRUE(failed(office.as(people.sato).office().adoptFaults(sound), ErrorCode::AccessDenied));
    EXPECT_TRUE(fine(straight(sound)));
}

} // namespace kessai::test
