// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/bookshelf.h"

#include "core/base/searchwords.h"
#include "core/meetings/inkconflict.h"

#include <QDir>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace kessai {

namespace {

const QString kSeatName = QStringLiteral("seat");
const QString kRowsName = QStringLiteral("rows");
const QString kBookFiles = QStringLiteral("book-");
const QString kInkFiles = QStringLiteral("ink-");
const QString kMovesFiles = QStringLiteral("moves-");
const QString kUnsentFiles = QStringLiteral("unsent-");
const QString kPaperFiles = QStringLiteral("paper-");
const QString kWordFiles = QStringLiteral("words-"); ///< of the paper of the same name
const QString kLockName = QStringLiteral(".lock");   // hidden, so that it is none of the files

QString named(const QString &kind, MeetingId id)
{
    return kind + QString::number(id.value());
}

std::optional<MeetingId> idOf(const QString &kind, const QString &name)
{
    const qint64 id = name.startsWith(kind) ? name.mid(kind.size()).section(QLatin1Char('-'), 0, 0).toLongLong() : 0;
    return id > 0 ? std::optional(MeetingId(id)) : std::nullopt;
}

Meeting meetingOf(const KeptBook &book)
{
    return foldMeeting(book.record.id, book.record.acts);
}

/// Files of the newest revisions, which are those one reads.
std::vector<Attachment> filesOf(const Meeting &meeting)
{
    std::vector<Attachment> files;
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            if (!paper.files.empty())
                files.push_back(paper.files.back().file);
        }
    }
    return files;
}

/// Hidden, so that it is none of the files.
QString livingName(const QString &folder, const QString &window)
{
    return folder + QLatin1String("/.window-") + window + QLatin1String(".lock");
}

} // namespace

BookShelf::BookShelf(QString folder, const SealingKey &key, qint64 limit)
    : m_folder(std::move(folder), key), m_limit(limit), m_window(QUuid::createUuid().toString(QUuid::Id128))
{
    for (const QString &name : m_folder.names()) {
        const auto id = idOf(kBookFiles, name);
        if (!id)
            continue;
        if (const auto book = readBook(*id))
            m_books.emplace(*id, heldOf(*book));
    }
    for (const QString &name : m_folder.names()) {
        for (const QString &kind : {kInkFiles, kMovesFiles}) {
            if (const auto id = idOf(kind, name); id && !m_books.contains(*id))
                m_folder.remove(name);
        }
    }
    removeUnwanted();
}

Result<> BookShelf::keepSeat(const KeptSeat &seat)
{
    return m_folder.write(kSeatName, seatBytes(seat));
}

std::optional<KeptSeat> BookShelf::seat()
{
    const auto bytes = m_folder.read(kSeatName);
    return bytes ? seatOf(*bytes) : std::nullopt;
}

Result<> BookShelf::keepRows(const std::vector<MeetingRow> &rows)
{
    return m_folder.write(kRowsName, rowsBytes(rows));
}

std::vector<MeetingRow> BookShelf::rows()
{
    return rowsOf(m_folder.read(kRowsName).value_or(QByteArray()));
}

QString BookShelf::fileName(const QByteArray &sha256) const
{
    return kPaperFiles + blindName(m_folder.key(), sha256);
}

QString BookShelf::wordsName(const QByteArray &sha256) const
{
    return kWordFiles + blindName(m_folder.key(), sha256);
}

BookShelf::Held BookShelf::heldOf(const KeptBook &book) const
{
    const Meeting meeting = meetingOf(book);
    Held held{meeting.title, book.chosen, book.readAt};
    for (const Attachment &file : filesOf(meeting))
        held.files.append(fileName(file.sha256));
    return held;
}

std::optional<KeptBook> BookShelf::readBook(MeetingId id)
{
    const auto bytes = m_folder.read(named(kBookFiles, id));
    return bytes ? bookOf(*bytes) : std::nullopt;
}

Result<> BookShelf::keepBook(const MeetingRecord &record, std::optional<Instant> readAt)
{
    const auto before = m_books.find(record.id);
    KeptBook book{record};
    if (before != m_books.end()) {
        book.chosen = before->second.chosen;
        book.readAt = before->second.readAt;
    }
    book.readAt = readAt.value_or(book.readAt);
    const Meeting meeting = meetingOf(book);
    if (const Result<> written = m_folder.write(named(kBookFiles, record.id), bookBytes(book)); !written)
        return written;
    m_books.insert_or_assign(record.id, heldOf(book));
    removeUnwanted();
    std::vector<Ink> inks = ink(record.id);
    const auto gone = std::erase_if(inks, [&](const Ink &one) { return !meeting.paper(one.paper); });
    return gone > 0 ? keepInk(record.id, inks, true) : Result<>();
}

Result<> BookShelf::choose(MeetingId id, bool chosen)
{
    auto book = readBook(id);
    if (!book)
        return fail(ErrorCode::NotFound);
    book->chosen = chosen;
    const Result<> written = m_folder.write(named(kBookFiles, id), bookBytes(*book));
    if (written)
        m_books.insert_or_assign(id, heldOf(*book));
    return written;
}

std::optional<Meeting> BookShelf::book(MeetingId id)
{
    const auto book = readBook(id);
    return book ? std::optional(meetingOf(*book)) : std::nullopt;
}

std::map<MeetingId, KeptState> BookShelf::states() const
{
    std::map<MeetingId, KeptState> states;
    for (const auto &[id, held] : m_books) {
        KeptState state{held.chosen, 0, int(held.files.size()), 0};
        for (const QString &file : held.files) {
            state.papers += m_folder.has(file) ? 1 : 0;
            state.bytes += m_folder.size(file);
        }
        states.emplace(id, state);
    }
    return states;
}

std::vector<Attachment> BookShelf::missing(MeetingId id)
{
    const auto meeting = book(id);
    std::vector<Attachment> files = meeting ? filesOf(*meeting) : std::vector<Attachment>();
    std::erase_if(files, [this](const Attachment &file) { return m_folder.has(fileName(file.sha256)); });
    return files;
}

Result<> BookShelf::keepFile(const QByteArray &sha256, const QByteArray &bytes)
{
    const QString name = fileName(sha256);
    const Held *whose = nullptr;
    for (const auto &[id, held] : m_books) {
        if (held.files.contains(name) && (!whose || whose->rank() < held.rank()))
            whose = &held;
    }
    if (!whose || m_folder.has(name))
        return {};
    if (!makeRoom(bytes.size(), *whose))
        return fail(ErrorCode::StorageFull, QStringLiteral("more than may be kept on this computer"));
    return m_folder.write(name, bytes);
}

std::optional<QByteArray> BookShelf::file(const QByteArray &sha256)
{
    return m_folder.read(fileName(sha256));
}

std::vector<BookShelf::Wordless> BookShelf::wordless(MeetingId id)
{
    std::vector<Wordless> papers;
    const auto meeting = book(id);
    for (const AgendaItem &item : meeting ? meeting->items : std::vector<AgendaItem>()) {
        for (const Paper &paper : item.papers) {
            if (!paper.files.empty() && !m_folder.has(wordsName(paper.files.back().file.sha256)))
                papers.push_back({paper.id, paper.files.back().revision, paper.files.back().file.sha256});
        }
    }
    return papers;
}

Result<> BookShelf::keepWords(const QByteArray &sha256, const std::vector<PaperPage> &pages)
{
    return isWanted(fileName(sha256)) ? m_folder.write(wordsName(sha256), wordsBytes(pages)) : Result<>();
}

std::vector<PaperPage> BookShelf::words(const QByteArray &sha256)
{
    return wordsOf(m_folder.read(wordsName(sha256)).value_or(QByteArray()));
}

std::vector<MeetingHit> BookShelf::find(const QString &typed, int most)
{
    const QStringList words = searchWords(typed);
    std::vector<MeetingHit> hits;
    if (words.isEmpty())
        return hits;
    std::vector<Meeting> meetings;
    for (const auto &[id, held] : m_books) {
        if (auto meeting = book(id))
            meetings.push_back(std::move(*meeting));
    }
    std::ranges::sort(meetings, std::greater(), [](const Meeting &one) { return std::pair(one.day, one.id); });
    for (const Meeting &meeting : meetings) {
        findIn(meeting, words, hits);
        if (hits.size() >= size_t(most))
            break;
    }
    hits.resize(std::min(hits.size(), size_t(most)));
    return hits;
}

void BookShelf::findIn(const Meeting &meeting, const QStringList &wanted, std::vector<MeetingHit> &hits)
{
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            if (paper.files.empty())
                continue;
            const std::vector<PaperPage> pages = words(paper.files.back().file.sha256);
            for (size_t no = 0; no < pages.size(); ++no) {
                const PaperPage &page = pages[no];
                if (std::ranges::all_of(wanted, [&page](const QString &one) { return page.folded.contains(one); }))
                    hits.push_back({meeting.id, meeting.title, meeting.day, paper.id, int(no),
                                    page.text.isEmpty() ? page.folded : page.text});
            }
        }
    }
}

/// Books that count less than `whose` give their files up, the least first.
bool BookShelf::makeRoom(qint64 bytes, const Held &whose)
{
    std::vector<std::pair<MeetingId, const Held *>> less;
    for (const auto &[id, held] : m_books) {
        if (held.rank() < whose.rank())
            less.emplace_back(id, &held);
    }
    std::ranges::sort(less, {}, [](const auto &one) { return one.second->rank(); });
    for (const auto &[id, held] : less) {
        if (m_folder.total() + bytes <= m_limit)
            break;
        for (const QString &file : held->files) {
            if (!isWanted(file, id))
                m_folder.remove(file);
        }
    }
    return m_folder.total() + bytes <= m_limit;
}

bool BookShelf::isWanted(const QString &file, std::optional<MeetingId> except) const
{
    return std::ranges::any_of(m_books,
                               [&](const auto &one) { return one.first != except && one.second.files.contains(file); });
}

void BookShelf::removeUnwanted()
{
    for (const QString &name : m_folder.names()) {
        const bool isWords = name.startsWith(kWordFiles);
        const QString paper = isWords ? kPaperFiles + name.mid(kWordFiles.size()) : name;
        if (paper.startsWith(kPaperFiles) && !isWanted(paper))
            m_folder.remove(name);
    }
}

KeptLoss BookShelf::remove(MeetingId id)
{
    const auto held = m_books.find(id);
    std::set<QString> pieces;
    for (const QString &name : unsentNames(id)) {
        for (const Ink &ink : inksOf(m_folder.read(name).value_or(QByteArray()))) // nothing is set aside of it
            pieces.insert(ink.id);
    }
    const KeptLoss loss{held == m_books.end() ? QString() : held->second.title, int(pieces.size())};
    for (const QString &kind : {kBookFiles, kInkFiles, kMovesFiles})
        m_folder.remove(named(kind, id));
    for (const QString &name : unsentNames(id))
        m_folder.remove(name);
    for (const QString &name : m_folder.names()) {
        if (idOf(SealedFolder::asideName(kUnsentFiles), name) == id)
            m_folder.remove(name);
    }
    m_books.erase(id);
    removeUnwanted();
    return loss;
}

Result<> BookShelf::keepInk(MeetingId id, const std::vector<Ink> &inks, bool all)
{
    std::vector<Ink> whole = all ? inks : mergedInk(ink(id), inks);
    std::erase_if(whole, [](const Ink &one) { return one.removed; });
    return m_folder.write(named(kInkFiles, id), inkBytes(whole));
}

std::vector<Ink> BookShelf::ink(MeetingId id)
{
    return inksOf(m_folder.read(named(kInkFiles, id)).value_or(QByteArray()));
}

Result<> BookShelf::keepMoves(MeetingId id, int paper, int revision, const std::vector<std::vector<PageMove>> &moves)
{
    KeptMoves all = this->moves(id);
    std::vector<std::vector<PageMove>> &known = all[{paper, revision}];
    known.resize(std::max(known.size(), moves.size()));
    for (std::size_t older = 0; older < moves.size(); ++older) {
        if (!moves[older].empty())
            known[older] = moves[older];
    }
    return m_folder.write(named(kMovesFiles, id), movesBytes(all));
}

KeptMoves BookShelf::moves(MeetingId id)
{
    return movesOf(m_folder.read(named(kMovesFiles, id)).value_or(QByteArray()));
}

QString BookShelf::unsentName(MeetingId id) const
{
    return named(kUnsentFiles, id) + QLatin1Char('-') + m_window;
}

QStringList BookShelf::unsentNames(std::optional<MeetingId> id) const
{
    QStringList names; // other windows write them, too
    for (const QString &name : QDir(m_folder.path()).entryList({kUnsentFiles + QLatin1Char('*')}, QDir::Files)) {
        const auto of = idOf(kUnsentFiles, name);
        const bool isBeingWritten = name.contains(QLatin1Char('.'));
        if (of && (!id || of == id) && !isBeingWritten)
            names += name;
    }
    return names;
}

/// Whether it is the file of another window that still writes it, sends it and takes it away.
bool BookShelf::isLiving(const QString &file) const
{
    const QString window = file.section(QLatin1Char('-'), 2);
    const QString living = livingName(m_folder.path(), window);
    if (window.isEmpty() || window == m_window || !QFile::exists(living))
        return false; // an older program had none
    QLockFile lock(living);
    lock.setStaleLockTime(0); // however long it lives
    return !lock.tryLock(0) && lock.error() == QLockFile::LockFailedError;
}

void BookShelf::showLiving()
{
    if (m_alive && m_alive->isLocked())
        return;
    m_alive = std::make_unique<QLockFile>(livingName(m_folder.path(), m_window));
    m_alive->setStaleLockTime(0);
    m_alive->tryLock(0);
}

std::vector<Ink> BookShelf::unsentIn(const QString &file)
{
    return inksOf(m_folder.read(file, SealedFolder::Damaged::SetAside).value_or(QByteArray()));
}

std::vector<Ink> BookShelf::unsentIn(const QStringList &files)
{
    std::vector<Ink> all;
    for (const QString &name : files) {
        if (!isLiving(name))
            std::ranges::move(unsentIn(name), std::back_inserter(all));
    }
    return all;
}

Result<> BookShelf::keepUnsent(MeetingId id, const std::vector<Ink> &inks)
{
    if (!QDir().mkpath(m_folder.path()))
        return fail(ErrorCode::StorageFull, m_folder.path());
    QLockFile lock(m_folder.path() + QLatin1Char('/') + kLockName); // another window may take away what it has stored
    lock.lock();
    showLiving();
    const Result<> kept = writeUnsent(unsentName(id), mergedInk(unsentIn(unsentName(id)), inks));
    return kept ? dropFromOthers(id, inks) : kept;
}

/// What lies in this window's file, or was stored by it, is kept by none that is gone, nor what it was made of.
Result<> BookShelf::dropFromOthers(MeetingId id, const std::vector<Ink> &known)
{
    QStringList others = unsentNames(id);
    others.removeAll(unsentName(id));
    return dropKnown(others, known);
}

Result<> BookShelf::dropKnown(const QStringList &names, const std::vector<Ink> &known)
{
    Result<> done;
    for (const QString &name : names) {
        if (isLiving(name))
            continue;
        std::vector<Ink> inks = unsentIn(name);
        const auto gone = std::erase_if(inks, [&](const Ink &ink) {
            return std::ranges::any_of(known, [&](const Ink &one) { return isMadeOf(one, ink); });
        });
        if (gone == 0)
            continue;
        if (const Result<> written = writeUnsent(name, inks); !written)
            done = written;
    }
    return done;
}

Result<> BookShelf::dropUnsent(MeetingId id, const std::vector<Ink> &stored)
{
    if (!QDir(m_folder.path()).exists())
        return {};
    QLockFile lock(m_folder.path() + QLatin1Char('/') + kLockName);
    lock.lock();
    std::vector<Ink> inks = unsentIn(unsentName(id));
    const auto gone = std::erase_if(inks, [&](const Ink &ink) {
        return std::ranges::any_of(stored,
                                   [&](const Ink &one) { return one.id == ink.id && one.version >= ink.version; });
    });
    if (gone > 0) {
        if (Result<> written = writeUnsent(unsentName(id), inks); !written)
            return written;
    }
    return dropFromOthers(id, stored);
}

Result<> BookShelf::dropSent(MeetingId id, const std::vector<Ink> &sent)
{
    if (!QDir(m_folder.path()).exists())
        return {};
    QLockFile lock(m_folder.path() + QLatin1Char('/') + kLockName);
    lock.lock();
    return dropKnown(unsentNames(id), sent);
}

Result<> BookShelf::writeUnsent(const QString &file, const std::vector<Ink> &inks)
{
    if (!inks.empty())
        return m_folder.write(file, inkBytes(inks));
    m_folder.remove(file);
    return {};
}

std::vector<Ink> BookShelf::unsent(MeetingId id)
{
    return unsentIn(unsentNames(id));
}

std::vector<Ink> BookShelf::unsentOfOthers(MeetingId id)
{
    QStringList others = unsentNames(id);
    others.removeAll(unsentName(id));
    return unsentIn(others);
}

std::vector<std::pair<MeetingId, std::vector<Ink>>> BookShelf::unsent()
{
    std::vector<std::pair<MeetingId, std::vector<Ink>>> found;
    for (const QString &name : unsentNames()) {
        if (isLiving(name))
            continue;
        if (std::vector<Ink> inks = unsentIn(name); !inks.empty())
            found.emplace_back(*idOf(kUnsentFiles, name), std::move(inks));
    }
    return found;
}

QStringList BookShelf::leftUnsent() const
{
    QStringList names = unsentNames();
    names.removeIf(
        [this](const QString &name) { return name.section(QLatin1Char('-'), 2) == m_window || isLiving(name); });
    return names;
}

} // namespace kessai
