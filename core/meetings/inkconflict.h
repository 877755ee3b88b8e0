// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/ink.h"

namespace kessai {

/// What becomes of a piece its author changed here and did not store yet, once it is known what the store has of it. No clock is asked:
/// what is stored stays, and what was made here of an older version is put beside it.
enum class InkFate {
    Stands,    ///< nobody changed it elsewhere: it is still to be stored
    Stored,    ///< the store says the same
    Beside,    ///< it was changed, or rubbed out, elsewhere too: what was made here becomes a piece of its own
    Restored,  ///< it was rubbed out here and changed elsewhere: it is there again
    Destroyed, ///< the city's rule took it away, and with it what was made of it
};

InkFate fateOf(const Ink &mine, const Ink &stored);

/// What was made here as a piece of its own, for its author alone: whoever may have read it elsewhere is not to read it by accident. A
/// note lies a little beside. The id follows from what it is, so that nothing is put beside twice.
Ink besideOf(const Ink &mine);

/// Whether two versions of a piece say the same.
bool isSameInk(const Ink &one, const Ink &other);
/// A short mark of what a version of a piece says.
QByteArray markOf(const Ink &ink);

/// Whether what another window kept is this version of a piece, or one it was made of.
bool isMadeOf(const Ink &version, const Ink &kept);

/// A piece goes because it is not for others any more, who had it: what was made of it elsewhere is taken from them as well.
void markWithdrawn(Ink &ink);
bool isWithdrawn(const Ink &ink);
/// A version made of a piece that was to be withdrawn is to be withdrawn only if that is said again.
void unmarkWithdrawn(Ink &ink);
/// What takes a piece from others that was changed elsewhere, and what it said at last as a piece of its own for its author alone.
std::vector<Ink> withdrawnInk(Ink mine, const Ink &stored);

/// How much of what was changed at two computers was put together.
struct InkJoining final {
    std::vector<Ink> settled{}; ///< what was to be stored under these ids and versions is not any more
    int beside = 0;
    int restored = 0;
    int withdrawn = 0;
    int destroyed = 0;
    std::optional<Ink> first{}; ///< of what is there of it, to be looked at

    bool isNews() const { return beside + restored + withdrawn + destroyed > 0; }
    void show(const Ink &ink);
    void add(const InkJoining &other);
};

/// What is left to be stored of pieces after the store's versions of them are known, by the same rule.
std::vector<Ink> joinedInk(const std::vector<Ink> &mine, const std::vector<Ink> &stored, InkJoining *joining);

} // namespace kessai
