// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"

#include "core/cases/filing.h"
#include "core/cases/strictjson.h"

#include <QJsonArray>

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kDays("days");
constexpr QLatin1String kBefore("before");

std::optional<DayRange> rangeIn(const QJsonValue &value)
{
    const QJsonObject said = value.toObject();
    const auto day = [&said](const char *key) {
        return QDate::fromString(said.value(QLatin1String(key)).toString(), Qt::ISODate);
    };
    const DayRange range{day("from"), day("until")};
    return said.size() == 2 && range.first.isValid() && range.last.isValid() && range.first <= range.last
        ? std::optional(range)
        : std::nullopt;
}

QJsonObject written(const DayRange &range)
{
    return {{QStringLiteral("from"), range.first.toString(Qt::ISODate)},
            {QStringLiteral("until"), range.last.toString(Qt::ISODate)}};
}

/// Periods one after another, none of which shares a day with the next; nothing where they are not written well.
std::optional<std::vector<DayRange>> rangesIn(const QJsonArray &said)
{
    std::vector<DayRange> ranges;
    for (const QJsonValue &one : said) {
        const auto range = rangeIn(one);
        if (!range || (!ranges.empty() && range->first <= ranges.back().last))
            return std::nullopt;
        ranges.push_back(*range);
    }
    return ranges.empty() ? std::nullopt : std::optional(ranges);
}

QString shortDay(const QDate &day)
{
    return QStringLiteral("%1月%2日").arg(day.month()).arg(day.day());
}

/// "R8-000123の取消", "R8-000123の一部取消 12月4日〜12月5日", "R8-000123の残りの取消".
QString markOf(const Cancellation &cancellation)
{
    if (!cancellation.days)
        return cancellation.number
            + (cancellation.before.empty() ? QStringLiteral("の取消") : QStringLiteral("の残りの取消"));
    QString mark = cancellation.number + QStringLiteral("の一部取消 ") + shortDay(cancellation.days->first);
    if (cancellation.days->last != cancellation.days->first)
        mark += QStringLiteral("〜") + shortDay(cancellation.days->last);
    return mark;
}

/// Whether the days lie among those a content is about and leave some of them.
bool isPart(const DayRange &days, const FormDefinition &definition, const QJsonObject &fields)
{
    const auto day = [&fields](const QString &key) {
        return QDate::fromString(fields.value(key).toString(), Qt::ISODate);
    };
    const DayRange all{day(definition.dayField), day(definition.lastDayField)};
    return all.last.isValid() && all.contains(days.first) && all.contains(days.last) && days != all;
}

/// Whether nothing is left of what was decided once such days are taken back besides those before. Whatever hangs on the whole of it (papers
/// that are due, a period that was begun) is given back with all that is left, and with no days alone.
bool isTheLastPart(const Cancellation &cancellation, const FormDefinition &definition, const QJsonObject &fields)
{
    const auto day = [&fields](const QString &key) {
        return QDate::fromString(fields.value(key).toString(), Qt::ISODate);
    };
    const auto length = [](const DayRange &range) { return range.first.daysTo(range.last) + 1; };
    qint64 left = length({day(definition.dayField), day(definition.lastDayField)}) - length(*cancellation.days);
    for (const DayRange &range : cancellation.before)
        left -= length(range);
    return !cancellation.before.empty() && left <= 0;
}

} // namespace

std::optional<Cancellation> cancellationIn(const QJsonObject &fields)
{
    const QJsonObject said = fields.value(kCancels).toObject();
    const qint64 original = said.value(QLatin1String("case")).toInteger();
    const int revision = said.value(QLatin1String("office")).toInt();
    const QString number = said.value(QLatin1String("number")).toString();
    const bool part = said.contains(kDays);
    const auto days = rangeIn(said.value(kDays));
    const bool again = said.contains(kBefore);
    const auto before = rangesIn(said.value(kBefore).toArray());
    const bool others = said.contains(QLatin1String("drafter"));
    const qint64 drafter = said.value(QLatin1String("drafter")).toInteger();
    if (said.size() != 4 + (part ? 1 : 0) + (again ? 1 : 0) + (others ? 1 : 0) || (part && !days) || (again && !before)
        || (others && drafter < 1) || original < 1 || revision < 1 || number.isEmpty()
        || !said.value(QLatin1String("reason")).isString())
        return std::nullopt;
    return Cancellation{CaseId(original),
                        number,
                        revision,
                        said.value(QLatin1String("reason")).toString(),
                        days,
                        others ? std::optional(StaffId(drafter)) : std::nullopt,
                        before.value_or(std::vector<DayRange>())};
}

QJsonObject cancelling(QJsonObject fields, const Cancellation &cancellation)
{
    QJsonObject said{{QStringLiteral("case"), cancellation.original.value()},
                     {QStringLiteral("number"), cancellation.number},
                     {QStringLiteral("office"), cancellation.officeRevision},
                     {QStringLiteral("reason"), cancellation.reason}};
    if (cancellation.drafter)
        said.insert(QStringLiteral("drafter"), cancellation.drafter->value());
    if (cancellation.days)
        said.insert(kDays, written(*cancellation.days));
    QJsonArray before;
    for (const DayRange &range : cancellation.before)
        before.append(written(range));
    if (!before.isEmpty())
        said.insert(kBefore, before);
    fields.insert(kCancels, said);
    return fields;
}

QJsonObject withoutCancellation(QJsonObject fields)
{
    fields.remove(kCancels);
    return fields;
}

QString titleOf(const Form &form, const QJsonObject &fields, const Parameters &parameters)
{
    const auto cancellation = cancellationIn(fields);
    return cancellation
        ? QStringLiteral("【%1】%2")
              .arg(markOf(*cancellation),
                   form.title(withoutCancellation(fields), parameters.knownIn(cancellation->officeRevision)))
        : form.title(fields, parameters);
}

std::vector<Posting> postingsOf(const Form &form, const QJsonObject &fields, StaffId drafter,
                                const Parameters &parameters)
{
    const auto cancellation = cancellationIn(fields);
    if (!cancellation)
        return form.postings(fields, drafter, parameters);
    const QJsonObject decided = withoutCancellation(fields);
    std::vector<Posting> postings = form.postings(decided, cancellation->drafter.value_or(drafter),
                                                  parameters.knownIn(cancellation->officeRevision));
    if (cancellation->days) {
        postings = form.onDays(decided, *cancellation->days, std::move(postings));
    } else {
        const std::vector<Posting> all = postings;
        for (const DayRange &range : cancellation->before) {
            for (const Posting &back : form.onDays(decided, range, all)) {
                if (const auto it = std::find(postings.begin(), postings.end(), back); it != postings.end())
                    postings.erase(it);
            }
        }
    }
    for (Posting &posting : postings)
        posting.amount = -posting.amount;
    return postings;
}

std::vector<LedgerQuery> questionsOf(const Form &form, const QJsonObject &fields, StaffId drafter,
                                     const Parameters &parameters)
{
    const auto cancellation = cancellationIn(fields);
    return cancellation ? form.questions(withoutCancellation(fields), cancellation->drafter.value_or(drafter),
                                         parameters.knownIn(cancellation->officeRevision))
                        : form.questions(fields, drafter, parameters);
}

/// What a cancellation takes back, as it was posted.
static std::vector<Posting> takenBack(const Form &form, const QJsonObject &fields, StaffId drafter,
                                      const Parameters &parameters)
{
    std::vector<Posting> postings = postingsOf(form, fields, drafter, parameters);
    for (Posting &posting : postings)
        posting.amount = -posting.amount;
    return postings;
}

std::vector<Insight> insightsOfCancellation(const Form &form, const QJsonObject &fields, StaffId drafter,
                                            const Parameters &parameters)
{
    const auto cancellation = cancellationIn(fields);
    if (!cancellation)
        return {};
    return form.givenBack(withoutCancellation(fields), takenBack(form, fields, drafter, parameters),
                          parameters.knownIn(cancellation->officeRevision));
}

std::vector<Finding> checkContent(const FormDefinition &definition, const QJsonObject &fields)
{
    std::vector<Finding> findings = checkFields(definition, filingFor(withoutCancellation(fields), std::nullopt));
    if (fields.contains(kFiledFor) && !filedFor(fields))
        findings.push_back(
            {Finding::Severity::Error,
             QString(),
             {QStringLiteral("だれの申請かを選び直してください。"), QStringLiteral("Choose again whom this is for.")},
             QString()});
    if (!fields.contains(kCancels))
        return findings;
    const auto cancellation = cancellationIn(fields);
    if (cancellation && cancellation->days && !isPart(*cancellation->days, definition, fields)) {
        findings.push_back({Finding::Severity::Error,
                            QString(),
                            {QStringLiteral("取り消す日は、決裁された期間の一部にしてください。"),
                             QStringLiteral("The days must be a part of those that were decided.")},
                            QString()});
    }
    if (cancellation && cancellation->days
        && std::any_of(cancellation->before.begin(), cancellation->before.end(), [&](const DayRange &range) {
               return cancellation->days->first <= range.last && range.first <= cancellation->days->last;
           })) {
        findings.push_back({Finding::Severity::Error,
                            QString(),
                            {QStringLiteral("取消済みの日が含まれています。まだ取り消していない日を選んでください。"),
                             QStringLiteral("Some of the days were taken back before; choose others.")},
                            QString()});
    } else if (cancellation && cancellation->days && isTheLastPart(*cancellation, definition, fields)) {
        findings.push_back(
            {Finding::Severity::Error,
             QString(),
             {QStringLiteral("残りの日をすべて取り消すときは、日を選ばずに残り全部を取り消してください。"),
              QStringLiteral("To take back all the days that are left, cancel what is left of it.")},
             QString()});
    }
    if (!cancellation || cancellation->reason.trimmed().isEmpty())
        findings.push_back(
            {Finding::Severity::Error,
             QString(),
             {QStringLiteral("取消の理由を入力してください。"), QStringLiteral("Say why it is cancelled.")},
             QString()});
    return findings;
}

bool hasError(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &f) { return f.severity == Finding::Severity::Error; });
}

std::vector<Finding> findingsOf(const Form &form, const FormDefinition &definition, const QJsonObject &fields,
                                const FormContext &context)
{
    std::vector<Finding> findings = checkContent(definition, fields);
    if (fields.contains(kCancels)) { // what was decided is not judged again
        const auto said = cancellationIn(fields);
        if (said && (said->days || !said->before.empty()) && !hasError(findings)
            && postingsOf(form, fields, context.drafter, context.parameters).empty())
            findings.push_back({Finding::Severity::Error,
                                QString(),
                                {QStringLiteral("その日には、取り消す休暇がありません（週休日など）。"),
                                 QStringLiteral("Nothing was taken on these days (days off).")},
                                QString()});
        if (said && !hasError(findings)) {
            for (Finding &finding :
                 form.checkTakenBack(takenBack(form, fields, context.drafter, context.parameters), context))
                findings.push_back(std::move(finding));
        }
        return findings;
    }
    for (Finding &finding : form.check(fields, context)) {
        // A missing field is said once, by the shared check.
        const bool known = std::any_of(findings.begin(), findings.end(), [&](const Finding &f) {
            return !finding.field.isEmpty() && f.field == finding.field && f.severity == finding.severity;
        });
        if (!known)
            findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace kessai
