// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/transfer.h"
#include "ui/kept/bookshelf.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <map>
#include <set>

namespace kessai {

class DeskSession;

/// Keeps books on this computer as the office has them: those one looked at, and those somebody wants here. At each contact with the
/// office it learns what is not the reader's to see any more, and takes that away.
class BookKeeper final : public QObject {
    Q_OBJECT

public:
    explicit BookKeeper(DeskSession &session, QObject *parent = nullptr);

    /// Somebody reads this meeting: it is kept as it is now, with all its papers.
    void look(MeetingId id);
    /// Somebody wants it here, or no longer minds when it goes.
    void choose(MeetingId id, bool chosen);
    /// Asks the office whether what lies here of it is still the reader's.
    void check(MeetingId id);
    /// The same of everything that lies here.
    void review();

    /// What lies here, as far as it was looked at.
    const std::map<MeetingId, KeptState> &states() const { return m_states; }
    bool isFetching(MeetingId id) const;
    /// Whether somebody wants it here, be it that it is still on its way.
    bool isChosen(MeetingId id) const;

Q_SIGNALS:
    void statesChanged();
    /// The reader is not invited any more, or the meeting was dropped: it was taken away, with so much ink that was never sent.
    void withdrawn(const QString &title, int unsent);
    /// It could not be kept.
    void failed(const kessai::Error &error);

private:
    struct Wish {
        MeetingId id{0};
        bool isRead = false;
        std::optional<bool> chosen{};
        friend bool operator==(const Wish &, const Wish &) = default;
    };
    /// What became of a wish.
    struct Kept {
        std::optional<KeptLoss> loss{};
        bool chosen = false;
        Result<> written{};
    };
    static Kept keep(BookShelf &shelf, const Wish &wish, const MeetingRecord &record, Instant now);
    bool isWished(MeetingId id) const;
    void add(const Wish &wish);
    void next();
    void done(const Wish &wish, const Kept &kept);
    void withdraw(MeetingId id);
    void fetch(MeetingId id);
    void fetchNext();
    void fetchWords(MeetingId id);
    void download(MeetingId id, const Attachment &file);
    void readStates();
    void tellLoss(const KeptLoss &loss);

    DeskSession &m_session;
    std::deque<Wish> m_wishes;
    std::optional<Wish> m_asked;     ///< the one under way
    std::deque<MeetingId> m_fetches; ///< books whose papers are still to come; the first is under way while m_fetching
    std::set<QByteArray> m_lost;     ///< files the office does not give
    std::set<QByteArray> m_wordless; ///< files whose words were asked for
    std::map<MeetingId, KeptState> m_states;
    QTimer m_reviews;
    QTimer m_start; ///< what one reads first comes first
    bool m_fetching = false;
};

} // namespace kessai
