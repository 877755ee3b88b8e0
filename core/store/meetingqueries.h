// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meetingproof.h"
#include "core/meetings/meetingsight.h"
#include "core/ports/meetingstore.h"
#include "core/store/notary.h"
#include "core/store/reader.h"

namespace kessai {

/// Meetings over a database: read by the doors of a server or from a file, written through a notary.
class SqlMeetings final : public MeetingStore {
public:
    /// `notary` is none for the owner of a database, who writes nothing.
    SqlMeetings(const Reader &reader, const std::unique_ptr<Notary> &notary) : m_reader(reader), m_notary(notary) {}

    Result<std::vector<MeetingRow>> meetings(const QDate &from) override;
    Result<MeetingRecord> meeting(MeetingId id) override;
    Result<MeetingRecord> change(std::optional<MeetingId> id, int seenSeq, const QString &requestId,
                                 const MeetingChange &change) override;
    Result<std::vector<PaperPage>> pages(MeetingId id, int paper, int revision) override;
    Result<> markOpened(MeetingId id, int paper, int revision) override;
    Result<std::vector<PaperOpened>> opened(MeetingId id) override;
    Result<std::vector<MeetingHit>> findInPapers(const QString &folded, int most) override;
    Result<InkRead> ink(MeetingId id, qint64 since) override;
    Result<> putInk(MeetingId id, const std::vector<Ink> &inks) override;
    Result<std::optional<QDate>> inkEnd(MeetingId id) override;
    Result<> destroyInk(MeetingId id) override;
    Result<LiveMeeting> live(MeetingId id) override;
    Result<LiveMeeting> changeLive(MeetingId id, const LiveChange &change) override;
    Result<std::vector<MyAction>> myActions() override;

private:
    bool atDoor() const { return m_reader.database.dialect() == Dialect::PostgreSql && m_reader.me; }
    /// Lists are not looked at by whoever owns a server's database, and is nobody in the office.
    bool atNoDoor() const { return m_reader.database.dialect() == Dialect::PostgreSql && !m_reader.me; }
    MeetingViewer whoReads() const { return {m_reader.me.value_or(StaffId(0)), m_reader.sight != Sight::Own}; }
    Result<MeetingRecord> readable(MeetingId id);

    const Reader &m_reader;
    const std::unique_ptr<Notary> &m_notary;
};

/// All that was done to a meeting, as it stands in the database: for notaries and for whoever owns it.
Result<std::vector<MeetingAct>> readMeetingActs(Database &database, MeetingId id);

/// What is kept of a meeting while it runs, as it stands in the database.
Result<std::optional<LiveState>> readLive(Database &database, MeetingId id);
/// A running meeting as a door tells of it.
LiveMeeting liveMeetingOf(const Query &row);
/// A new mark for ink that changes (meeting.ink_mark).
Result<qint64> nextInkMark(Database &database, MeetingId id);

/// All meetings, and what stands beside the acts of one, for whoever owns the database.
Result<std::vector<MeetingId>> readMeetingIds(Database &database);
Result<MeetingTables> readMeetingTables(Database &database, MeetingId id);

/// What doors take.
QByteArray pagesJson(const MeetingChange &change);
QByteArray inksJson(const std::vector<Ink> &inks);

} // namespace kessai
