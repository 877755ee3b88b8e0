// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/assessment/assessmentform.h"

#include "core/calendar/era.h"
#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

const std::vector<FormDefinition> &AssessmentForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{
        shippedDefinition(u":/kessai/forms/assessment/assessment.json"_s, 1)};
    return definitions;
}

QJsonObject AssessmentForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/assessment/assessment_rule.json"_s);
}

QString AssessmentForm::title(const QJsonObject &json, const Parameters &) const
{
    const QString subject = Fields(json).prose("subject").simplified();
    return titled(u"調定"_s, subject.isEmpty() ? QStringList() : QStringList{subject});
}

std::optional<Yen> AssessmentForm::amount(const QJsonObject &json) const
{
    const auto amount = yenIn(json, "amount");
    return amount ? std::optional(Yen(*amount)) : std::nullopt;
}

QHash<QString, Bilingual> AssessmentForm::computed(const QJsonObject &json, const FormContext &context) const
{
    const auto due = Fields(json).day("due_on");
    if (!due || !isPlausible(*due))
        return {{u"reminder_on"_s, same(u"—"_s)}};
    const QDate reminder = due->addDays(Numbers(context.parameters).at("assessment.reminder_days", *due));
    return {{u"reminder_on"_s, {eraDateWithWeekday(reminder), reminder.toString(Qt::ISODate)}}};
}

QJsonObject AssessmentForm::facts(const QJsonObject &json, const Parameters &) const
{
    QJsonObject facts{{u"act"_s, u"assessment"_s}, {u"item"_s, QString()}};
    if (const auto amount = yenIn(json, "amount"))
        facts.insert(u"amount"_s, *amount);
    return facts;
}

std::vector<Finding> AssessmentForm::check(const QJsonObject &json, const FormContext &context) const
{
    const Fields fields(json);
    std::vector<Finding> findings = zeroFindings(json, {"amount"});
    const auto year = fields.number("fiscal_year", 1950, 2998);
    const auto assessed = fields.day("assessed_on");
    const auto due = fields.day("due_on");
    if (json.contains(u"fiscal_year"_s) && !year) {
        findings.push_back(errorOn("fiscal_year",
                                   {u"年度は西暦4桁で書いてください（例：2026）。"_s,
                                    u"Give the fiscal year in four digits, such as 2026."_s}));
    } else if (year && assessed && !mayCommit(FiscalYear(int(*year)), *assessed)) {
        findings.push_back(errorOn("assessed_on",
                                   fill({u"%1の調定の日付は、その年度の3月31日までです。"_s,
                                         u"What is assessed in %1 is dated within the year."_s},
                                        {{fiscalYearText(FiscalYear(int(*year))), QString::number(*year)}}),
                                   u"地方自治法第208条・第235条の5"_s));
    } else if (year) {
        if (auto over = overFinding(FiscalYear(int(*year)), "assessed_on", context))
            findings.push_back(*std::move(over));
    }
    if (assessed && due && *due < *assessed) {
        findings.push_back(
            errorOn("due_on", {u"納期限は調定日以後にしてください。"_s, u"It is to be paid before it was assessed."_s},
                    u"地方自治法施行令第154条"_s));
    }
    return findings;
}

} // namespace kessai
