// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inspection/inspectionform.h"

#include "forms/support/accounting.h"
#include "forms/support/fields.h"
#include "forms/support/shipped.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

const std::vector<FormDefinition> &InspectionForm::definitions() const
{
    static const std::vector<FormDefinition> definitions{
        shippedDefinition(u":/kessai/forms/inspection/inspection.json"_s, 1)};
    return definitions;
}

QJsonObject InspectionForm::defaultRule() const
{
    return shippedObject(u":/kessai/forms/inspection/inspection_rule.json"_s);
}

QString InspectionForm::title(const QJsonObject &json, const Parameters &) const
{
    const auto commitment = commitmentIn(json);
    return commitment ? titled(u"検査調書"_s, {commitment->number, commitment->title.simplified()}) : u"検査調書"_s;
}

QJsonObject InspectionForm::facts(const QJsonObject &json, const Parameters &) const
{
    return {{u"passed"_s, Fields(json).code("result") == u"passed"_s}};
}

std::vector<Finding> InspectionForm::check(const QJsonObject &json, const FormContext &context) const
{
    const Fields fields(json);
    const Numbers numbers(context.parameters);
    std::vector<Finding> findings;
    const auto inspected = fields.day("inspected_on");
    const auto completed = fields.day("completed_on");
    const QString source = u"地方自治法第234条の2第1項"_s;
    if (const auto commitment = commitmentIn(json)) {
        const Staff *drafter = context.office.staffByNumber(commitment->drafter);
        if (drafter && drafter->id == context.drafter && numbers.flag("inspection.apart", context.today)) {
            findings.push_back(errorOn("commitment",
                                       {u"この支出負担行為の起票者は検査員になれません。別の職員が検査してください。"_s,
                                        u"Whoever drafted the commitment does not inspect it. Somebody else has to."_s},
                                       u"契約規則（検査員）"_s));
        }
        const auto year = yearOfLine(commitment->line);
        if (year && inspected && isPlausible(*inspected) && !belongsTo(*year, *inspected)) {
            findings.push_back(errorOn("inspected_on",
                                       fill({u"%1の予算で払えるのは、その年度の3月31日までに検査したものです。"_s,
                                             u"Only what was inspected by 31 March is paid with the money of %1."_s},
                                            {{fiscalYearText(*year), QString::number(year->startYear())}}),
                                       u"地方自治法第208条; 同法施行令第143条"_s));
            return findings;
        }
    }
    if (!inspected || !completed || !isPlausible(*inspected) || !isPlausible(*completed))
        return findings;
    if (*inspected > context.today) {
        findings.push_back(
            errorOn("inspected_on",
                    {u"検査日は今日までの日にしてください。"_s, u"It cannot have been inspected after today."_s}));
    } else if (*inspected < *completed) {
        findings.push_back(errorOn(
            "inspected_on",
            {u"検査日が完了届・納品の日より前になっています。"_s, u"It was inspected before it was reported done."_s},
            source));
    } else if (const auto terms =
                   paymentTerms(fields.code("kind") == u"goods"_s ? u"goods"_s : u"works"_s, *inspected, numbers);
               terms
               && lateInspection({.received = *inspected, .completed = completed, .inspected = inspected, .wrong = {}},
                                 *terms)
                   > 0) {
        findings.push_back(warningOn(
            "inspected_on",
            fill({u"完了届の日から%1日を過ぎた検査です。遅れた日数は支払期限から差し引かれます。"_s,
                  u"More than %1 days after the notice: the days of delay are taken off the term of payment."_s},
                 {same(QString::number(terms->inspectDays))}),
            u"政府契約の支払遅延防止等に関する法律 第5条・第6条第2項"_s));
    }
    if (const auto redo = fields.day("redo_until"); redo && *redo < *inspected) {
        findings.push_back(errorOn("redo_until",
                                   {u"手直しの期限は検査日より後にしてください。"_s,
                                    u"What is to be redone by lies before the inspection."_s}));
    }
    return findings;
}

} // namespace kessai
