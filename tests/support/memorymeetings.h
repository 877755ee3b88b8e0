// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/minutes.h"
#include "core/ports/meetingstore.h"

#include <QHash>

#include <functional>
#include <map>

namespace kessai::test {

/// Meetings kept in memory: every act is checked and folded as for a database, and everybody gets what is theirs to see.
class MemoryMeetings final {
public:
    /// Who asks, and when.
    struct Asker {
        StaffId who;
        QString name;
        Instant now;
    };

    std::vector<MeetingRow> meetings(StaffId who, const QDate &from) const;
    Result<MeetingRecord> meeting(StaffId who, MeetingId id) const;
    Result<MeetingRecord> change(const Asker &asker, std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                 const MeetingChange &change);
    Result<std::vector<PaperPage>> pages(StaffId who, MeetingId id, int paper, int revision) const;
    Result<> markOpened(const Asker &asker, MeetingId id, int paper, int revision);
    Result<std::vector<PaperOpened>> opened(StaffId who, MeetingId id) const;
    std::vector<MeetingHit> findInPapers(StaffId who, const QString &folded, int most) const;
    Result<InkRead> ink(StaffId who, MeetingId id, qint64 since) const;
    Result<> putInk(const Asker &asker, MeetingId id, const std::vector<Ink> &inks);
    using MinutesOf = std::function<MinutesCase(CaseId)>;
    Result<std::optional<QDate>> inkEnd(StaffId who, MeetingId id, const MinutesOf &minutesOf) const;
    Result<> destroyInk(const Asker &asker, MeetingId id, const MinutesOf &minutesOf);
    Result<LiveMeeting> live(const Asker &asker, MeetingId id) const;
    Result<LiveMeeting> changeLive(const Asker &asker, MeetingId id, const LiveChange &change);
    std::vector<MyAction> myActions(const Asker &asker) const;

private:
    struct Kept {
        std::vector<MeetingAct> acts;
        Meeting whole; ///< as its secretaries see it
        std::map<std::pair<int, int>, std::vector<PaperPage>> pages;
        std::vector<PaperOpened> opened;
        std::vector<std::pair<qint64, Ink>> inks; ///< with their marks
        std::optional<LiveState> live;            ///< while it runs
    };
    struct Request {
        StaffId who;
        MeetingId id;
        MeetingChange change;
    };
    static bool sees(const Kept &kept, StaffId who, const AgendaItem &item);
    const Kept *readable(StaffId who, MeetingId id) const;

    std::map<MeetingId, Kept> m_meetings;
    QHash<QString, std::shared_ptr<const Request>> m_requests;
    qint64 m_mark = 0;
};

} // namespace kessai::test
