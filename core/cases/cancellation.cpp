// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/cancellation.h"

#include "core/cases/filing.h"
#include "core/cases/strictjson.h"

namespace kessai {

std::optional<Cancellation> cancellationIn(const QJsonObject &fields)
{
    const QJsonObject said = fields.value(kCancels).toObject();
    const qint64 original = said.value(QLatin1String("case")).toInteger();
    const int revision = said.value(QLatin1String("office")).toInt();
    const QString number = said.value(QLatin1String("number")).toString();
    const bool others = said.contains(QLatin1String("drafter"));
    const qint64 drafter = said.value(QLatin1String("drafter")).toInteger();
    if (said.size() != (others ? 5 : 4) || (others && drafter < 1) || original < 1 || revision < 1 || number.isEmpty()
        || !said.value(QLatin1String("reason")).isString())
        return std::nullopt;
    return Cancellation{CaseId(original), number, revision, said.value(QLatin1String("reason")).toString(),
                        others ? std::optional(StaffId(drafter)) : std::nullopt};
}

QJsonObject cancelling(QJsonObject fields, const Cancellation &cancellation)
{
    QJsonObject said{{QStringLiteral("case"), cancellation.original.value()},
                     {QStringLiteral("number"), cancellation.number},
                     {QStringLiteral("office"), cancellation.officeRevision},
                     {QStringLiteral("reason"), cancellation.reason}};
    if (cancellation.drafter)
        said.insert(QStringLiteral("drafter"), cancellation.drafter->value());
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
        ? QStringLiteral("【%1の取消】%2")
              .arg(cancellation->number,
                   form.title(withoutCancellation(fields), parameters.knownIn(cancellation->officeRevision)))
        : form.title(fields, parameters);
}

std::vector<Posting> postingsOf(const Form &form, const QJsonObject &fields, StaffId drafter,
                                const Parameters &parameters)
{
    const auto cancellation = cancellationIn(fields);
    if (!cancellation)
        return form.postings(fields, drafter, parameters);
    std::vector<Posting> postings = form.postings(withoutCancellation(fields), cancellation->drafter.value_or(drafter),
                                                  parameters.knownIn(cancellation->officeRevision));
    for (Posting &posting : postings)
        posting.amount = -posting.amount;
    return postings;
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
    if (!cancellation || cancellation->reason.trimmed().isEmpty())
        findings.push_back(
            {Finding::Severity::Error,
             QString(),
             {QStringLiteral("取消の理由を入力してください。"), QStringLiteral("Say why it is cancelled.")},
             QString()});
    return findings;
}

} // namespace kessai
