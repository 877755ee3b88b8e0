// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave_evidence/leaveevidenceform.h"

#include "forms/support/evidence.h"
#include "forms/support/fields.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The first day of the leave a paper belongs to; none as long as it is not filled in.
std::optional<QDate> leaveOf(const QJsonObject &json)
{
    const auto day = Fields(json).day("leave_from");
    return day && isPlausible(*day) ? day : std::nullopt;
}

/// Back to the oldest leave whose paper may still be missing, and on to leave that is filed early.
std::pair<QDate, QDate> watched(const QDate &day, const Numbers &numbers)
{
    const qint64 window = numbers.at("filing.window_days", day);
    return {day.addDays(-window), day.addDays(window)};
}

} // namespace

QString LeaveEvidenceForm::title(const QJsonObject &json, const Parameters &) const
{
    const auto day = leaveOf(json);
    return titled(u"休暇の証明書類"_s, day ? QStringList{dayText(*day).ja + u"からの休暇"_s} : QStringList());
}

QHash<QString, Bilingual> LeaveEvidenceForm::computed(const QJsonObject &json, const FormContext &context) const
{
    const auto day = leaveOf(json);
    if (!day)
        return {};
    const Numbers numbers(context.parameters);
    return {{u"due"_s, dayText(evidenceDueBy(*day, numberOn(numbers)))}};
}

std::vector<LedgerQuery> LeaveEvidenceForm::questions(const QJsonObject &json, StaffId drafter,
                                                      const Parameters &) const
{
    const auto day = leaveOf(json);
    return day ? evidenceQuestions(drafter, *day, *day) : std::vector<LedgerQuery>{};
}

std::vector<Finding> LeaveEvidenceForm::check(const QJsonObject &json, const FormContext &context) const
{
    std::vector<Finding> findings;
    const QString source = u"人事院規則15-14; 職員の休暇に関する規則（証明書類）"_s;
    const auto day = leaveOf(json);
    if (day && evidenceAwaited(context).empty()) {
        findings.push_back(errorOn("leave_from",
                                   fill({u"%1からの休暇に、提出を待っている証明書類はありません。"_s,
                                         u"No evidence is awaited for a leave from %1."_s},
                                        {dayText(*day)}),
                                   source));
    }
    if (context.attachmentCount == 0)
        findings.push_back(errorOn("", {u"証明書類を添付してください。"_s, u"Please attach the evidence."_s}, source));
    return findings;
}

std::vector<Posting> LeaveEvidenceForm::postings(const QJsonObject &json, StaffId drafter, const Parameters &) const
{
    const auto day = leaveOf(json);
    return day ? std::vector<Posting>{{kEvidenceReceived, staffAccount(drafter), *day, 1}} : std::vector<Posting>{};
}

std::vector<Insight> LeaveEvidenceForm::insights(const QJsonObject &json, const FormContext &context) const
{
    const auto day = leaveOf(json);
    if (!day)
        return {};
    const Numbers numbers(context.parameters);
    const QDate due = evidenceDueBy(*day, numberOn(numbers));
    Insight insight;
    insight.remarkable = due < context.today;
    insight.text = fill(insight.remarkable ? Bilingual{u"提出期限（%1）を過ぎています"_s, u"It was due by %1"_s}
                                           : Bilingual{u"提出期限は %1です"_s, u"It is due by %1"_s},
                        {dayText(due)});
    return {insight};
}

std::vector<LedgerQuery> LeaveEvidenceForm::standingQuestions(StaffId who, const QDate &day,
                                                              const Parameters &parameters) const
{
    const auto [from, until] = watched(day, Numbers(parameters));
    return evidenceQuestions(who, from, until);
}

std::vector<Insight> LeaveEvidenceForm::standing(const FormContext &context) const
{
    const Numbers numbers(context.parameters);
    std::vector<Insight> insights;
    for (const QDate &day : evidenceAwaited(context)) {
        const QDate due = evidenceDueBy(day, numberOn(numbers));
        Insight insight;
        insight.remarkable = true;
        insight.tone = due < context.today ? Finding::Severity::Error : Finding::Severity::Warning;
        insight.text = fill(due < context.today ? Bilingual{u"%1からの休暇の証明書類が、期限（%2）を過ぎています"_s,
                                                            u"The evidence of the leave from %1 was due by %2"_s}
                                                : Bilingual{u"%1からの休暇の証明書類を %2までに提出します"_s,
                                                            u"The evidence of the leave from %1 is due by %2"_s},
                            {dayText(day), dayText(due)});
        insights.push_back(insight);
    }
    return insights;
}

} // namespace kessai
