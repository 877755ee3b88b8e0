// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"

#include <QJsonDocument>

namespace kessai {

void Reader::bindTo(Query &query) const
{
    if (query.has(QLatin1String("me")))
        query.bind(QLatin1String("me"), me);
    if (query.has(QLatin1String("today")))
        query.bind(QLatin1String("today"), today());
    if (query.has(QLatin1String("now")))
        query.bind(QLatin1String("now"), clock.now());
    if (query.has(QLatin1String("everything")))
        query.bind(QLatin1String("everything"), int(sight));
}

qint64 toParty(const Assignee &who)
{
    const auto *post = std::get_if<PostId>(&who);
    return post ? -post->value() : std::get<StaffId>(who).value();
}

Assignee fromParty(qint64 party)
{
    return party < 0 ? Assignee(PostId(-party)) : Assignee(StaffId(party));
}

QString joinedDigests(const std::vector<QByteArray> &digests)
{
    QByteArray text;
    for (const QByteArray &digest : digests) {
        if (!text.isEmpty())
            text += ' ';
        text += digest;
    }
    return QString::fromLatin1(text);
}

std::vector<QByteArray> splitDigests(const QString &text)
{
    std::vector<QByteArray> digests;
    for (const QString &digest : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        digests.push_back(digest.toLatin1());
    return digests;
}

Result<Event> recordedEvent(const Query &row)
{
    const QString code = row.text(2);
    const auto body = eventBodyFromJson(code, row.number(3), QJsonDocument::fromJson(row.ascii(13)).object());
    const auto effects = effectsFromJson(QJsonDocument::fromJson(row.ascii(14)).object());
    if (!body || !effects)
        return fail(ErrorCode::Damaged, QStringLiteral("the event recorded with this request cannot be read"));
    return Event{.caseId = row.id<CaseId>(0),
                 .seq = row.number(1),
                 .capacity = {row.id<StaffId>(4), row.maybe<PostId>(5), row.maybe<StaffId>(6)},
                 .actorName = row.text(7),
                 .actorTitle = row.text(8),
                 .actorSection = row.text(9),
                 .principalName = row.text(10),
                 .at = row.instant(11),
                 .requestId = row.text(12),
                 .code = code,
                 .version = row.number(3),
                 .payload = row.ascii(13),
                 .effectsText = row.ascii(14),
                 .body = *body,
                 .effects = *effects,
                 .previousHash = row.ascii(15),
                 .hash = row.ascii(16)};
}

} // namespace kessai
