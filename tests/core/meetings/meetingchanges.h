// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canonical.h"
#include "core/meetings/meeting.h"

namespace kessai::test {

/// A file of some bytes that are nowhere, as an attachment describes it.
inline Attachment paperFile(const QString &name = QStringLiteral("資料.pdf"), qint64 size = 1000)
{
    Attachment file;
    file.name = name;
    file.mediaType = QStringLiteral("application/pdf");
    file.size = size;
    file.sha256 = sha256Hex(name.toUtf8());
    for (qint64 at = 0; at < size; at += kChunkSize)
        file.chunks.push_back(sha256Hex(QByteArray::number(at)));
    return file;
}

inline std::vector<PaperPage> paperPages(int count, const QString &text = QStringLiteral("予算案"))
{
    std::vector<PaperPage> pages;
    for (int i = 1; i <= count; ++i)
        pages.push_back({QStringLiteral("print %1").arg(i), text + QString::number(i)});
    return pages;
}

inline PlanMeeting planned(const QString &title = QStringLiteral("庁議"))
{
    return {.title = title,
            .day = QDate(2026, 12, 1),
            .begins = 9 * 60,
            .ends = 10 * 60,
            .room = QStringLiteral("第1会議室")};
}

inline SetItem agendaItem(int item, const QString &title = QStringLiteral("当初予算案について"))
{
    return {.item = item, .no = item, .title = title, .kind = ItemKind::Discussion, .minutes = 15};
}

inline PutPaper paperPut(int paper, int item, int revision = 1)
{
    return {.paper = paper,
            .item = item,
            .revision = revision,
            .title = QStringLiteral("資料 %1").arg(paper),
            .file = paperFile(QStringLiteral("資料%1-%2.pdf").arg(paper).arg(revision)),
            .pages = paperPages(2)};
}

/// Everything that is done to one meeting, chained as a notary does.
class MeetingHistory final {
public:
    explicit MeetingHistory(MeetingId id = MeetingId(1)) : m_id(id) {}

    /// Checks a change and records it; what refuses it otherwise.
    Result<> act(StaffId who, const MeetingChange &change)
    {
        const Meeting before = meeting();
        const Result<> may = checkMeetingChange(before, change, who);
        if (may)
            record(who, change);
        return may;
    }
    void record(StaffId who, const MeetingChange &change)
    {
        MeetingAct act{before() + 1,
                       int(change.index()),
                       itemOf(meeting(), change),
                       changeBody(change),
                       who,
                       QStringLiteral("山田"),
                       Instant(before() + 1),
                       acts.empty() ? QByteArray() : acts.back().hash,
                       {}};
        act.hash = actDigest(m_id, act);
        acts.push_back(act);
    }
    Meeting meeting() const { return foldMeeting(m_id, acts); }

    std::vector<MeetingAct> acts;

private:
    int before() const { return int(acts.size()); }

    MeetingId m_id;
};

} // namespace kessai::test
