// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "core/services/desk.h"

#include <QRegularExpression>

// Meetings, as somebody signed in comes to them.

namespace kessai {

Result<std::vector<MeetingRow>> Desk::meetings(const QDate &from)
{
    return m_store->meetings().meetings(from);
}

Result<Meeting> Desk::meeting(MeetingId id)
{
    return m_store->meetings().meeting(id).map(
        [](const MeetingRecord &record) { return foldMeeting(record.id, record.acts); });
}

Result<MeetingRecord> Desk::meetingRecord(MeetingId id)
{
    return m_store->meetings().meeting(id);
}

Result<Meeting> Desk::changeMeeting(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                    const MeetingChange &change)
{
    return m_store->meetings().change(id, seenSeq, requestId, change).map([](const MeetingRecord &record) {
        return foldMeeting(record.id, record.acts);
    });
}

Result<std::vector<PaperPage>> Desk::paperPages(MeetingId id, int paper, int revision)
{
    return m_store->meetings().pages(id, paper, revision);
}

Result<> Desk::openedPaper(MeetingId id, int paper)
{
    return m_store->meetings().markOpened(id, paper);
}

Result<std::vector<PaperOpened>> Desk::paperReaders(MeetingId id)
{
    return m_store->meetings().opened(id);
}

Result<std::vector<MeetingHit>> Desk::findInPapers(const QString &words, int most)
{
    static const QRegularExpression gaps(QStringLiteral("\\s+"), QRegularExpression::UseUnicodePropertiesOption);
    QStringList folded;
    for (const QString &word : words.split(gaps, Qt::SkipEmptyParts)) {
        if (const QString one = foldText(word); !one.isEmpty())
            folded.append(one);
    }
    if (folded.isEmpty())
        return std::vector<MeetingHit>();
    return m_store->meetings().findInPapers(folded.join(QLatin1Char(' ')), most);
}

Result<InkRead> Desk::ink(MeetingId id, qint64 since)
{
    return m_store->meetings().ink(id, since);
}

Result<> Desk::putInk(MeetingId id, const std::vector<Ink> &inks)
{
    return m_store->meetings().putInk(id, inks);
}

} // namespace kessai
