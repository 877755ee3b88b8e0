// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "ui/kept/bookshelf.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace kessai {

class DeskSession;

/// A meeting in the list, with what its row says besides.
struct MeetingEntry final {
    MeetingRow row;
    QDate due{};                     ///< until when a paper is awaited from the reader
    bool late = false;               ///< papers came after it was published
    std::optional<KeptState> kept{}; ///< what lies on this computer of it
    bool isFetched = false;          ///< the rest of it is on its way here
    bool isOld = false;              ///< as the list was last: without the office only what lies here is read
    friend bool operator==(const MeetingEntry &, const MeetingEntry &) = default;
};

/// A page that was found, and which paper it is of: "資料1-2　工程表", where that is known.
struct PageFound final {
    MeetingHit hit;
    QString paper{};
};

/// The meetings of whoever is signed in, and the search in their papers: in those of the office, or, while it is out of reach, in those
/// that lie on this computer.
class MeetingList final : public QObject {
    Q_OBJECT

public:
    explicit MeetingList(DeskSession &session, QObject *parent = nullptr);

    void read();
    /// Looks for words in all papers; `found` follows unless another search comes first. Empty ends the search.
    void find(const QString &words);
    /// What lies on this computer, and whether more of it is on its way.
    void setKept(const std::map<MeetingId, KeptState> &kept, const std::function<bool(MeetingId)> &isFetched);
    /// Whether the office could not be asked: this is the list as it was last.
    bool isOld() const { return m_old; }
    const std::vector<MeetingEntry> &entries() const { return m_entries; }
    /// Meetings that are today, and others a paper is awaited for: what the navigation counts.
    int pressing() const;

Q_SIGNALS:
    void changed();
    void found(const std::vector<kessai::PageFound> &hits, const QString &words);
    void failed(const kessai::Error &error);

private:
    void readKept(int asked, const Error &why);
    void findKept(int asked, const QString &words, const Error &why);
    void show(std::vector<MeetingEntry> entries, bool old);

    DeskSession &m_session;
    std::vector<MeetingEntry> m_entries;
    std::map<MeetingId, KeptState> m_kept;
    bool m_old = false;
    int m_reads = 0;
    int m_searches = 0;
};

} // namespace kessai
