// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/memorystore.h"

#include <QUuid>

namespace kessai::test {

// What happens to meetings of an office in memory behind the window's back.

inline std::unique_ptr<Desk> meetingDesk(MemoryOffice &office, StaffId who)
{
    auto desk = std::make_unique<Desk>(std::make_unique<MemoryStore>(office, who, MemoryStore::Side::Behind),
                                       office.forms(), office.clock());
    [[maybe_unused]] const auto info = desk->start();
    Q_ASSERT(info);
    return desk;
}

/// Does something to a meeting as it is now, or begins one; the file of a paper is uploaded before.
inline Result<Meeting> meet(MemoryOffice &office, StaffId who, std::optional<MeetingId> id, MeetingChange change)
{
    if (auto *put = std::get_if<PutPaper>(&change)) {
        put->file = office.keep(put->file.name, QUuid::createUuid().toByteArray());
        put->file.mediaType = QStringLiteral("application/pdf");
    }
    const auto desk = meetingDesk(office, who);
    const int seen = id ? desk->meeting(*id).value().seq : 0;
    return desk->changeMeeting(id, seen, QUuid::createUuid().toString(QUuid::WithoutBraces), change);
}

inline Result<Meeting> meetingOf(MemoryOffice &office, StaffId who, MeetingId id)
{
    return meetingDesk(office, who)->meeting(id);
}

inline std::vector<Ink> inkOf(MemoryOffice &office, StaffId who, MeetingId id)
{
    return meetingDesk(office, who)->ink(id, 0).value().inks;
}

} // namespace kessai::test
