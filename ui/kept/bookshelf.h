// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kept/keptcodec.h"
#include "ui/kept/sealedfolder.h"

#include <QLockFile>

#include <memory>

namespace kessai {

/// How much of a book lies on this computer.
struct KeptState final {
    bool chosen = false;
    int papers = 0; ///< that lie here
    int of = 0;     ///< papers with a file
    qint64 bytes = 0;
    bool isWhole() const { return papers == of; }
    friend bool operator==(const KeptState &, const KeptState &) = default;
};

/// What was taken away with a book.
struct KeptLoss final {
    QString title;
    int unsent = 0; ///< pieces of ink the office did not have
};

/// The books of one reader on this computer, sealed: acts, files and ink of meetings, and the ink the office does not have yet. Holds at
/// most so many bytes: the files of the book read longest ago go first, those of chosen books last; unsent ink never goes for room.
/// Reads and writes files, so not on the GUI thread; on one thread at a time.
class BookShelf final {
public:
    BookShelf(QString folder, const SealingKey &key, qint64 limit);

    Result<> keepSeat(const KeptSeat &seat);
    std::optional<KeptSeat> seat();
    Result<> keepRows(const std::vector<MeetingRow> &rows);
    /// The list of meetings as the office gave it last.
    std::vector<MeetingRow> rows();

    /// Keeps a meeting as the office gives it now. What is not in it any more goes: files of papers that were dropped, replaced or hidden
    /// from the reader, with the ink on them. `readAt` where it is being read. Damaged where its acts make no meeting.
    Result<> keepBook(const MeetingRecord &record, std::optional<Instant> readAt);
    Result<> choose(MeetingId id, bool chosen);
    std::optional<Meeting> book(MeetingId id);
    std::map<MeetingId, KeptState> states() const;
    /// Files of its papers that do not lie here.
    std::vector<Attachment> missing(MeetingId id);
    /// Keeps a file where a book has it; StorageFull where there is no room even without the books that count less.
    Result<> keepFile(const QByteArray &sha256, const QByteArray &bytes);
    std::optional<QByteArray> file(const QByteArray &sha256);
    /// Papers whose words do not lie here, for `find`.
    struct Wordless {
        int paper = 0;
        int revision = 1;
        QByteArray sha256;
    };
    std::vector<Wordless> wordless(MeetingId id);
    /// Keeps what the office has of the pages of a file.
    Result<> keepWords(const QByteArray &sha256, const std::vector<PaperPage> &pages);
    /// Pages with all of some words as somebody typed them, in the papers that lie here, of the newest meeting first; at most so many.
    std::vector<MeetingHit> find(const QString &typed, int most);
    /// Takes all of a meeting away, unsent ink with it.
    KeptLoss remove(MeetingId id);

    /// Ink as the office has it: all there is, or news of it.
    Result<> keepInk(MeetingId id, const std::vector<Ink> &inks, bool all);
    std::vector<Ink> ink(MeetingId id);
    /// Of each older revision; none where it was not asked for, and what lies here of that stays.
    Result<> keepMoves(MeetingId id, int paper, int revision, const std::vector<std::vector<PageMove>> &moves);
    KeptMoves moves(MeetingId id);

    // What another window of this computer made of the same piece lies in a file of its own: nothing is written over. While that
    // window lives, its file is its own affair; what a dead one left is everybody's. What cannot be opened is set aside: it is
    // nowhere else.

    /// Keeps ink the office does not have besides what is there, of each piece the newer version.
    Result<> keepUnsent(MeetingId id, const std::vector<Ink> &inks);
    /// Forgets what this window wrote and the office has now, in these versions or older; of a dead one's only what says the same or was
    /// known. What cannot be written stays, and is sent once more for nothing.
    Result<> dropUnsent(MeetingId id, const std::vector<Ink> &stored);
    /// Forgets what was read here, whoever wrote it, and the office has now: of every file only what says the same or was known.
    Result<> dropSent(MeetingId id, const std::vector<Ink> &sent);
    /// Of this window and those that are gone; a piece that several have changed is there once of each.
    std::vector<Ink> unsent(MeetingId id);
    /// Of those that are gone alone.
    std::vector<Ink> unsentOfOthers(MeetingId id);
    /// Of each meeting and such a window.
    std::vector<std::pair<MeetingId, std::vector<Ink>>> unsent();
    /// Names of the files that windows left behind which are gone.
    QStringList leftUnsent() const;
    /// How many files of unsent ink could not be opened and were set aside since this was asked last.
    int takeSetAside() { return m_folder.takeSetAside(); }

private:
    struct Held {
        QString title;
        bool chosen = false;
        Instant readAt{0};
        QStringList files{}; ///< names of what its papers need
        auto rank() const { return std::pair(chosen, readAt); }
    };
    QString fileName(const QByteArray &sha256) const;
    QString wordsName(const QByteArray &sha256) const;
    std::vector<PaperPage> words(const QByteArray &sha256);
    void findIn(const Meeting &meeting, const QStringList &words, std::vector<MeetingHit> &hits);
    Held heldOf(const KeptBook &book) const;
    std::optional<KeptBook> readBook(MeetingId id);
    bool isWanted(const QString &file, std::optional<MeetingId> except = std::nullopt) const;
    void removeUnwanted();
    bool makeRoom(qint64 bytes, const Held &whose);
    QString unsentName(MeetingId id) const;
    /// Names of the files of a meeting, or of all.
    QStringList unsentNames(std::optional<MeetingId> id = std::nullopt) const;
    bool isLiving(const QString &file) const;
    void showLiving();
    std::vector<Ink> unsentIn(const QString &file);
    std::vector<Ink> unsentIn(const QStringList &files);
    Result<> writeUnsent(const QString &file, const std::vector<Ink> &inks);
    Result<> dropFromOthers(MeetingId id, const std::vector<Ink> &known);
    Result<> dropKnown(const QStringList &names, const std::vector<Ink> &known);

    SealedFolder m_folder;
    qint64 m_limit;
    QString m_window;                   ///< tells its files of unsent ink from those of other windows
    std::unique_ptr<QLockFile> m_alive; ///< held while this window has such files, until it goes
    std::map<MeetingId, Held> m_books;
};

} // namespace kessai
