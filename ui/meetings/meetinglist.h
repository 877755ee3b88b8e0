// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

#include <vector>

namespace kessai {

class DeskSession;

/// A meeting in the list, with what its row says besides.
struct MeetingEntry final {
    MeetingRow row;
    QDate due{};       ///< until when a paper is awaited from the reader
    bool late = false; ///< papers came after it was published
    friend bool operator==(const MeetingEntry &, const MeetingEntry &) = default;
};

/// The meetings of whoever is signed in, and the search in their papers.
class MeetingList final : public QObject {
    Q_OBJECT

public:
    explicit MeetingList(DeskSession &session, QObject *parent = nullptr);

    void read();
    /// Looks for words in all papers; `found` follows unless another search comes first. Empty ends the search.
    void find(const QString &words);
    const std::vector<MeetingEntry> &entries() const { return m_entries; }
    /// Meetings that are today, and others a paper is awaited for: what the navigation counts.
    int pressing() const;

Q_SIGNALS:
    void changed();
    void found(const std::vector<kessai::MeetingHit> &hits);
    void failed(const kessai::Error &error);

private:
    DeskSession &m_session;
    std::vector<MeetingEntry> m_entries;
    int m_reads = 0;
    int m_searches = 0;
};

} // namespace kessai
