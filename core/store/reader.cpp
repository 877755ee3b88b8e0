// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"

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

} // namespace kessai
