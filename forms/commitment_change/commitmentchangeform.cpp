// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/commitment_change/commitmentchangeform.h"

#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/wording.h"

#include <algorithm>
#include <array>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostChanges = 99;

/// What changes: the amount before and after, each of which may be nothing, but not both.
struct Change {
    CaseRef commitment;
    qint64 before;
    qint64 after;
    QDate day;

    qint64 difference() const { return after - before; }
};

std::optional<Change> changeIn(const QJsonObject &json)
{
    const Fields fields(json);
    const auto commitment = commitmentIn(json);
    const auto before = fields.number("old_total", 0, kMostYen);
    const auto after = fields.number("new_total", 0, kMostYen);
    const auto day = fields.day("changed_on");
    if (!commitment || !before || !after || !day || !isPlausible(*day))
        return std::nullopt;
    return Change{*commitment, *before, *after, *day};
}

/// The ledgers a change of a commitment posts to it.
constexpr std::array kChangeLedgers{QLatin1String("commitment.increase"), QLatin1String("commitment.decrease")};

/// How many changes of it are decided and stand: what was cancelled is taken off. None where nobody asked.
std::optional<qint64> changesSoFar(const FormContext &context)
{
    std::optional<qint64> changes;
    for (const LedgerAnswer &answer : context.answers) {
        if (std::find(kChangeLedgers.begin(), kChangeLedgers.end(), answer.name) == kChangeLedgers.end())
            continue;
        changes = changes.value_or(0);
        for (const LedgerEntry &entry : answer.entries)
            *changes += !entry.used ? 0 : entry.amount > 0 ? 1 : -1;
    }
    return changes;
}

/// What the contract rules say to the whole that a contract becomes by a change (domain.md 5.6): a small one that is raised beyond what may be
/// negotiated, or given without comparing quotations. Empty where they say nothing.
std::optional<Bilingual> beyondLimits(const Change &change, const Numbers &numbers)
{
    const QStringList contract = change.commitment.contract.split(u'/');
    const auto limits =
        contract.size() == 2 ? contractLimits(contract.front(), change.day, numbers) : std::optional<ContractLimits>();
    if (!limits || contract.back() != u"small"_s || change.difference() <= 0)
        return std::nullopt;
    const Yen after(change.after);
    if (!mayBeSmall(after, *limits)) {
        return fill(
            {u"変更後の額が、1号の随意契約の限度額（%1）を超えます。入札か、2号〜9号の理由が必要でないか確かめてください。"_s,
             u"With the change it is beyond %1, what is negotiated for its amount: please check the method."_s},
            {yenText(limits->small.amount())});
    }
    const int before = quotationsNeeded(Yen(change.before), ContractMethod::Small, *limits);
    const int now = quotationsNeeded(after, ContractMethod::Small, *limits);
    if (now > before) {
        return fill({u"変更後の額なら%1者以上の見積りが必要でした。見積りの比較が要らないか確かめてください。"_s,
                     u"The whole would have needed %1 quotations: please check whether they are compared."_s},
                    {same(QString::number(now))});
    }
    return std::nullopt;
}

Bilingual differenceText(qint64 difference)
{
    if (difference == 0)
        return {u"増減なし"_s, u"No change"_s};
    return difference > 0 ? fill({u"%1の増額"_s, u"Raised by %1"_s}, {yenText(difference)})
                          : fill({u"%1の減額"_s, u"Lowered by %1"_s}, {yenText(-difference)});
}

} // namespace

const std::vector<FormDefinition> &CommitmentChangeForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{
        shippedDefinition(u":/kessai/forms/commitment_change/commitment_change.json"_s, 1)};
    return definitions;
}

QJsonObject CommitmentChangeForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/commitment_change/commitment_change_rule.json"_s);
}

QString CommitmentChangeForm::title(const QJsonObject &json, const Parameters &) const
{
    const auto commitment = commitmentIn(json);
    const auto branch = Fields(json).number("branch", 1, kMostChanges);
    if (!commitment)
        return u"支出負担行為の変更"_s;
    const QString number = branch ? commitment->number + u'-' + QString::number(*branch) : commitment->number;
    return titled(u"支出負担行為の変更"_s, {number, commitment->title.simplified()});
}

/// The whole contract is what the 専決 table decides by: after the change, and before it where that was more, so that nobody lowers what
/// was decided above them.
std::optional<Yen> CommitmentChangeForm::amount(const QJsonObject &json) const
{
    const Fields fields(json);
    const auto after = fields.number("new_total", 0, kMostYen);
    const auto before = fields.number("old_total", 0, kMostYen);
    return after ? std::optional(Yen(std::max(*after, before.value_or(0)))) : std::nullopt;
}

QHash<QString, Bilingual> CommitmentChangeForm::computed(const QJsonObject &json, const FormContext &) const
{
    const auto change = changeIn(json);
    return {{u"difference"_s, change ? differenceText(change->difference()) : same(u"—"_s)}};
}

QJsonObject CommitmentChangeForm::facts(const QJsonObject &json, const Parameters &parameters) const
{
    const auto commitment = commitmentIn(json);
    const BudgetLine *line = commitment ? parameters.budget().find(commitment->line) : nullptr;
    QJsonObject facts{{u"act"_s, u"commitment"_s}, {u"item"_s, line ? line->item : QString()}};
    if (const auto total = amount(json))
        facts.insert(u"amount"_s, total->amount());
    return facts;
}

std::vector<LedgerQuery> CommitmentChangeForm::questions(const QJsonObject &json, StaffId,
                                                         const Parameters &parameters) const
{
    const auto commitment = commitmentIn(json);
    const auto day = Fields(json).day("changed_on");
    if (!commitment || !day || !isPlausible(*day))
        return {};
    std::vector<LedgerQuery> questions = commitmentQuestions(commitment->id, *day);
    const DayRange year = daysOf(*yearOfLine(commitment->line));
    for (const QLatin1String ledger : kChangeLedgers)
        questions.push_back(
            {ledger, ledger, commitmentAccount(commitment->id), year.first, year.last.addYears(1), true});
    if (parameters.budget().find(commitment->line)) {
        for (LedgerQuery &question : lineQuestions(accountOfLine(commitment->line), *day))
            questions.push_back(std::move(question));
    }
    return questions;
}

std::vector<Finding> CommitmentChangeForm::check(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Finding> findings;
    const Fields fields(json);
    if (json.contains(u"branch"_s) && !fields.number("branch", 1, kMostChanges)) {
        findings.push_back(errorOn("branch", {u"枝番は1から99までです。"_s, u"The branch number is from 1 to 99."_s}));
    }
    const auto change = changeIn(json);
    if (!change)
        return findings;
    const auto branch = fields.number("branch", 1, kMostChanges);
    if (const auto changes = changesSoFar(context); changes && branch && *branch != *changes + 1) {
        findings.push_back(warningOn("branch",
                                     fill({u"この負担行為の決裁済みの変更は%1件です。枝番は%2になります。"_s,
                                           u"It was changed %1 times, so that this is number %2."_s},
                                          {same(QString::number(*changes)), same(QString::number(*changes + 1))}),
                                     u"財務規則（支出負担行為の変更）"_s));
    }
    if (const auto beyond = beyondLimits(*change, Numbers(context.parameters))) {
        findings.push_back(
            warningOn("new_total", *beyond, u"地方自治法施行令第167条の2第1項第1号; 契約規則 第22条・第23条"_s));
    }
    const auto year = yearOfLine(change->commitment.line);
    if (year && !mayCommit(*year, change->day)) {
        findings.push_back(errorOn("changed_on",
                                   fill({u"%1の負担行為を変更できるのは、その年度の3月31日までです。"_s,
                                         u"A commitment of %1 is changed within the year."_s},
                                        {{fiscalYearText(*year), QString::number(year->startYear())}}),
                                   u"地方自治法第208条・第235条の5"_s));
    }
    const qint64 difference = change->difference();
    if (year && difference > 0) {
        if (auto over = overFinding(*year, "changed_on", context))
            findings.push_back(*std::move(over));
    }
    if (difference == 0) {
        findings.push_back(errorOn("new_total", {u"金額が変わっていません。"_s, u"The amount does not change."_s}));
        return findings;
    }
    if (const auto whole = leftBy(context, kCommitmentAmount); whole && *whole != change->before) {
        findings.push_back(errorOn(
            "old_total", fill({u"今の負担行為額は%1です。"_s, u"The commitment is now %1."_s}, {yenText(*whole)})));
        return findings;
    }
    if (const auto left = leftBy(context, kCommitmentBalance); left && difference < -*left) {
        // 支払済 or being paid: less than that it cannot be (AC-4).
        findings.push_back(
            errorOn("new_total",
                    fill({u"すでに%1を支払っている（支出命令中を含む）ため、それより少なくはできません。"_s,
                          u"%1 of it is paid or being paid; it cannot be lowered below that."_s},
                         {yenText(change->before - *left)}),
                    u"財務規則（支出負担行為の変更）"_s));
    }
    if (const auto line = leftBy(context, kBudgetBalance); line && difference > *line) {
        findings.push_back(
            errorOn("new_total",
                    fill({u"予算残額（%1）を%2超えます。"_s, u"%2 more than is left of the line (%1)."_s},
                         {yenText(*line), yenText(difference - *line)}),
                    u"財務規則（予算差引）"_s));
    }
    return findings;
}

/// What the commitment is about is no matter of typing.
QJsonObject CommitmentChangeForm::proposal(const QJsonObject &, const FormContext &context) const
{
    QJsonObject proposed;
    if (const auto whole = leftBy(context, kCommitmentAmount))
        proposed.insert(u"old_total"_s, *whole);
    if (const auto changes = changesSoFar(context))
        proposed.insert(u"branch"_s, *changes + 1);
    return proposed;
}

std::vector<Posting> CommitmentChangeForm::postings(const QJsonObject &json, StaffId, const Parameters &) const
{
    const auto change = changeIn(json);
    if (!change || change->difference() == 0)
        return {};
    const QString line = accountOfLine(change->commitment.line);
    const QString commitment = commitmentAccount(change->commitment.id);
    const qint64 difference = change->difference();
    if (difference > 0) {
        return {{u"budget.increase"_s, line, change->day, difference},
                {u"commitment.increase"_s, commitment, change->day, difference}};
    }
    return {{u"budget.decrease"_s, line, change->day, -difference},
            {u"commitment.decrease"_s, commitment, change->day, -difference}};
}

std::vector<Insight> CommitmentChangeForm::insights(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Insight> insights;
    const auto change = changeIn(json);
    if (!change)
        return insights;
    Insight changed;
    changed.text = fill({u"負担行為額 %1 → %2（%3）"_s, u"Committed %1 → %2 (%3)"_s},
                        {yenText(change->before), yenText(change->after), differenceText(change->difference())});
    insights.push_back(std::move(changed));
    if (const auto whole = leftBy(context, kCommitmentAmount); whole && *whole != change->before) {
        Insight wrong;
        wrong.text = fill(
            {u"変更前の額が今の負担行為額（%1）と異なります"_s, u"The commitment is not what it says: it is now %1"_s},
            {yenText(*whole)});
        wrong.remarkable = true;
        wrong.tone = Finding::Severity::Error;
        insights.push_back(std::move(wrong));
    }
    if (auto beyond = beyondLimits(*change, Numbers(context.parameters))) {
        Insight limit;
        limit.text = *std::move(beyond);
        limit.remarkable = true;
        insights.push_back(std::move(limit));
    }
    if (change->difference() > 0) {
        if (auto line = lineInsight(change->difference(), context))
            insights.push_back(*std::move(line));
    }
    return insights;
}

} // namespace kessai
