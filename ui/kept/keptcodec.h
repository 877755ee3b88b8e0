// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/pagematch.h"
#include "core/office/office.h"
#include "core/ports/meetingstore.h"

#include <map>

namespace kessai {

/// Whose the kept books are, and who else is named in them: enough to read without the office.
struct KeptSeat final {
    QString officeName;
    StaffId me{0};
    std::vector<Staff> people; ///< the reader among them
    QString
        passwordMark{}; ///< of the password they signed in with last: a computer others use, too, does not open to them
};

/// A meeting as the office gave it last, and how it is kept.
struct KeptBook final {
    MeetingRecord record;
    bool chosen = false; ///< somebody wants it here, and did not only look at it
    Instant readAt{0};
};

/// By paper and newest revision: of each older revision the moves of its pages.
using KeptMoves = std::map<std::pair<int, int>, std::vector<std::vector<PageMove>>>;

// What is kept, as bytes to be sealed, and back; what cannot be read is left out.

QByteArray seatBytes(const KeptSeat &seat);
std::optional<KeptSeat> seatOf(const QByteArray &bytes);
QByteArray bookBytes(const KeptBook &book);
std::optional<KeptBook> bookOf(const QByteArray &bytes);
QByteArray rowsBytes(const std::vector<MeetingRow> &rows);
std::vector<MeetingRow> rowsOf(const QByteArray &bytes);
QByteArray inkBytes(const std::vector<Ink> &inks);
std::vector<Ink> inksOf(const QByteArray &bytes);
QByteArray movesBytes(const KeptMoves &moves);
KeptMoves movesOf(const QByteArray &bytes);
/// Of pages what is found by words: their text, folded and as it is written.
QByteArray wordsBytes(const std::vector<PaperPage> &pages);
std::vector<PaperPage> wordsOf(const QByteArray &bytes);

} // namespace kessai
