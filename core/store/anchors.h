// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/anchor.h"
#include "core/store/database.h"

#include <functional>

namespace kessai {

/// Takes an anchor over all cases that were submitted and keeps it: on a server through the notary, for auditors, administrators and the
/// owner (AccessDenied, or Busy within a minute after the last one and while another is being taken); in a file for whoever has the file.
Result<Anchor> takeAnchor(Database &database, const Clock &clock);

/// An anchor as the database keeps it, the newest where no number is given. NotFound where there is none, Damaged where it no longer is what
/// its digest says.
Result<Anchor> readAnchor(Database &database, std::optional<int> number);

/// One way in which the database is not what it was at an anchor.
struct AnchorBreach final {
    enum class Kind {
        Rewritten, ///< the history of the case up to the anchor is another one
        Shortened, ///< acts that the anchor covers are gone
        Removed,   ///< the case is gone
        Heads, ///< the database's list of heads is not the anchor's: which of the cases from `id` to `last` it is, only a backup tells
    };
    Kind kind;
    CaseId id;
    CaseId last;    ///< as `id` but for Heads
    QString number; ///< empty where it is not known any more
    friend bool operator==(const AnchorBreach &, const AnchorBreach &) = default;
};
QString toCode(AnchorBreach::Kind kind);

/// What holding a database to an anchor finds.
struct AnchorFindings final {
    /// A case with acts that say they are older than the anchor, which does not cover them.
    struct Late {
        CaseId id;
        QString number;
        friend bool operator==(const Late &, const Late &) = default;
    };
    std::vector<AnchorBreach> breaches;
    /// No breach by itself: whoever acts and leaves the transaction open over the anchor comes late, which no setting of the server keeps
    /// anybody from. An owner who writes acts into the past looks the same, so that somebody has to ask.
    std::vector<Late> late;
    /// What was done to payments up to the anchor is another thing (Rewritten), or gone (Shortened).
    std::optional<AnchorBreach::Kind> payments{};

    bool hold() const { return breaches.empty() && !payments; }
    friend bool operator==(const AnchorFindings &, const AnchorFindings &) = default;
};

/// Holds the database to an anchor kept outside: every case the anchor covers must still have the act it ended with then, by its
/// hash, and so must payments; what came after is no matter. Invalid for an anchor of another office, AccessDenied where the reader is neither an auditor nor the owner. Reads in pages and changes nothing. Whether a hash is that of its act, and everything before it,
/// is what the replay of the case tells (core/services/verifier.h).
Result<AnchorFindings> checkAnchor(Database &database, const Anchor &anchor,
                                   const std::function<void(int done, int all)> &progress = {});

} // namespace kessai
