// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <vector>

namespace kessai {

/// Where the history of one case ends.
struct AnchorHead final {
    CaseId id;
    int seq;
    QByteArray hash; ///< hex, of the last event
};

/// Cases are folded in groups of so many ids: an anchor of a million cases stays a small file, and still says where something was
/// changed when the database's own list of heads was changed with it.
inline constexpr qint64 kAnchorGroup = 256;

/// Folds heads, given in the order of their ids, into the digests of their groups; the database does the same in SQL.
class AnchorFold final {
public:
    void add(const AnchorHead &head);
    /// One digest a group, empty where a group has no case; the fold is at its end.
    std::vector<QByteArray> groups();
    qint64 cases() const { return m_cases; }
    qint64 acts() const { return m_acts; }

private:
    void close();

    std::vector<QByteArray> m_groups;
    QByteArray m_lines; ///< of the group under way
    qint64 m_cases = 0;
    qint64 m_acts = 0;
};

/// The ends of all histories of an office at one time, of its cases and of its payments, in one digest, which covers the anchor before it as
/// well. What it covers can no longer be rewritten by anybody, the owner of the database included, without the digest telling: so it is kept where they do not
/// reach, as a file and on paper (database.md 1.6).
struct Anchor final {
    QString office; ///< "見本市役所"
    int number;     ///< 1-based, without gaps
    Instant at;
    QString madeBy; ///< the login that asked for it
    qint64 cases;
    qint64 acts;
    qint64 payments;         ///< acts on payments (core/accounting/payments.h)
    QByteArray paymentsHead; ///< hex, of the last of them; empty where there is none
    QByteArray previous;     ///< the digest of the anchor before; empty for the first one
    std::vector<QByteArray> groups;

    QByteArray heads() const; ///< the digest of all groups
    QByteArray digest() const;
    friend bool operator==(const Anchor &, const Anchor &) = default;
};

/// The file of an anchor, canonical JSON with everything in it that its digest is made of.
QByteArray anchorFile(const Anchor &anchor);
/// Reads such a file; Invalid for any other, and for one whose digest is not that of what it says.
Result<Anchor> anchorFromFile(const QByteArray &bytes);

/// A digest to be read aloud and compared: four lines of four groups of four characters.
QStringList spelledOut(const QByteArray &digest);

} // namespace kessai
