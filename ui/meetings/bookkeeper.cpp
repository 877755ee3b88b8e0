// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookkeeper.h"

#include "ui/kept/keptbooks.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kReviewEvery = 15 * 60 * 1000; // milliseconds
constexpr int kHeadStart = 500;

} // namespace

BookKeeper::BookKeeper(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_start.setSingleShot(true);
    m_start.setInterval(kHeadStart);
    connect(&m_start, &QTimer::timeout, this, &BookKeeper::fetchNext);
    connect(&m_reviews, &QTimer::timeout, this, &BookKeeper::review);
    m_reviews.start(kReviewEvery);
    connect(&session, &DeskSession::connectionRestored, this, &BookKeeper::review);
    review();
}

void BookKeeper::look(MeetingId id)
{
    add({id, true, std::nullopt});
}

void BookKeeper::choose(MeetingId id, bool chosen)
{
    if (chosen) {
        add({id, false, true});
        return;
    }
    std::erase_if(m_wishes, [id](const Wish &one) { return one.id == id && one.chosen; });
    m_session.kept()
        .run([id](BookShelf &shelf) { return shelf.choose(id, false); })
        .then(this, [this](const Result<> &) { readStates(); });
}

void BookKeeper::check(MeetingId id)
{
    add({id, false, std::nullopt});
}

void BookKeeper::review()
{
    m_session.kept()
        .run([](BookShelf &shelf) {
            std::set<MeetingId> all;
            for (const auto &[id, state] : shelf.states())
                all.insert(id);
            for (const auto &[id, inks] : shelf.unsent())
                all.insert(id);
            return all;
        })
        .then(this, [this](const std::set<MeetingId> &all) {
            readStates();
            for (const MeetingId id : all)
                check(id);
        });
}

bool BookKeeper::isFetching(MeetingId id) const
{
    return isWished(id) || std::ranges::find(m_fetches, id) != m_fetches.end();
}

bool BookKeeper::isChosen(MeetingId id) const
{
    const auto state = m_states.find(id);
    return isWished(id) || (state != m_states.end() && state->second.chosen);
}

bool BookKeeper::isWished(MeetingId id) const
{
    const auto isWanted = [id](const Wish &one) { return one.id == id && one.chosen.value_or(false); };
    return (m_asked && isWanted(*m_asked)) || std::ranges::any_of(m_wishes, isWanted);
}

void BookKeeper::add(const Wish &wish)
{
    if (m_session.isOffline() || std::ranges::find(m_wishes, wish) != m_wishes.end())
        return;
    m_wishes.push_back(wish);
    next();
    if (wish.chosen)
        Q_EMIT statesChanged();
}

/// One after the other, so that whoever asks for something else comes in between.
void BookKeeper::next()
{
    if (m_asked || m_wishes.empty())
        return;
    struct Answered {
        MeetingRecord record;
        std::optional<InkRead> ink;
    };
    const Wish wish = m_wishes.front();
    m_wishes.pop_front();
    m_asked = wish;
    const auto state = m_states.find(wish.id);
    const bool withInk = wish.chosen.value_or(state != m_states.end() && state->second.chosen);
    m_session.desk()
        .ask([id = wish.id, withInk](Desk &desk) -> Result<Answered> {
            auto record = desk.meetingRecord(id);
            if (!record)
                return record.failure();
            Answered answered{std::move(record).value(), std::nullopt};
            // Nobody has to look at what was chosen for its ink to be here, nor at what is kept for ink to go that is destroyed.
            if (withInk || foldMeeting(answered.record.id, answered.record.acts).rules.inkDays != kInkStays) {
                auto ink = desk.ink(id, 0);
                if (!ink)
                    return ink.failure();
                answered.ink = std::move(ink).value();
            }
            return answered;
        })
        .then(this, [this, wish, news = m_session.kept().inkNews(wish.id)](const Result<Answered> &answered) {
            m_asked.reset();
            if (answered) {
                const bool isNewest =
                    news == m_session.kept().inkNews(wish.id); // else somebody writes, and has kept it
                m_session.kept()
                    .run([wish, answered = *answered, isNewest, now = m_session.now()](BookShelf &shelf) {
                        Kept kept = keep(shelf, wish, answered.record, now);
                        const bool isHere = !kept.loss && kept.written && shelf.states().contains(wish.id);
                        if (isHere && answered.ink && isNewest)
                            kept.written = shelf.keepInk(wish.id, answered.ink->inks, true);
                        return kept;
                    })
                    .then(this, [this, wish](const Kept &kept) { done(wish, kept); });
            } else if (isOutOfReach(answered.error())) {
                m_wishes.push_front(wish);
                const bool isLost =
                    std::ranges::any_of(m_wishes, [](const Wish &one) { return one.chosen.has_value(); });
                m_wishes.clear(); // when the line is back everything that lies here is asked anew
                Q_EMIT statesChanged();
                if (isLost) // what was chosen does not
                    Q_EMIT failed(answered.error());
            } else if (answered.error().code == ErrorCode::NotFound
                       || answered.error().code == ErrorCode::AccessDenied) {
                withdraw(wish.id);
            }
            next();
        });
}

BookKeeper::Kept BookKeeper::keep(BookShelf &shelf, const Wish &wish, const MeetingRecord &record, Instant now)
{
    Kept kept;
    if (foldMeeting(record.id, record.acts).state == MeetingState::Dropped) {
        kept.loss = shelf.remove(wish.id);
        return kept;
    }
    const bool isKept = shelf.states().contains(wish.id);
    if (!isKept && !wish.isRead && !wish.chosen)
        return kept; // only ink of it lies here
    kept.written = shelf.keepBook(record, wish.isRead ? std::optional(now) : std::nullopt);
    if (kept.written && wish.chosen)
        kept.written = shelf.choose(wish.id, *wish.chosen);
    const auto states = shelf.states();
    const auto state = states.find(wish.id);
    kept.chosen = state != states.end() && state->second.chosen;
    return kept;
}

void BookKeeper::done(const Wish &wish, const Kept &kept)
{
    readStates();
    if (kept.loss)
        tellLoss(*kept.loss);
    else if (!kept.written)
        Q_EMIT failed(kept.written.error());
    else if (wish.isRead || kept.chosen)
        fetch(wish.id);
}

void BookKeeper::withdraw(MeetingId id)
{
    m_session.kept().run([id](BookShelf &shelf) { return shelf.remove(id); }).then(this, [this](const KeptLoss &loss) {
        readStates();
        tellLoss(loss);
    });
}

void BookKeeper::tellLoss(const KeptLoss &loss)
{
    if (!loss.title.isEmpty() || loss.unsent > 0)
        Q_EMIT withdrawn(loss.title, loss.unsent);
}

void BookKeeper::fetch(MeetingId id)
{
    if (std::ranges::find(m_fetches, id) == m_fetches.end())
        m_fetches.push_back(id);
    if (!m_fetching && !m_start.isActive())
        m_start.start();
}

void BookKeeper::fetchNext()
{
    if (m_fetching || m_fetches.empty())
        return;
    m_fetching = true;
    const MeetingId id = m_fetches.front();
    m_session.kept()
        .run([id](BookShelf &shelf) { return shelf.missing(id); })
        .then(this, [this, id](const std::vector<Attachment> &missing) {
            const auto file =
                std::ranges::find_if(missing, [this](const Attachment &one) { return !m_lost.contains(one.sha256); });
            if (file != missing.end()) {
                download(id, *file);
                return;
            }
            fetchWords(id);
        });
}

/// Then what its pages say, so that words are found without the office.
void BookKeeper::fetchWords(MeetingId id)
{
    m_session.kept()
        .run([id](BookShelf &shelf) { return shelf.wordless(id); })
        .then(this, [this, id](const std::vector<BookShelf::Wordless> &papers) {
            const auto next = std::ranges::find_if(
                papers, [this](const BookShelf::Wordless &one) { return !m_wordless.contains(one.sha256); });
            if (next == papers.end()) {
                m_fetching = false;
                m_fetches.pop_front();
                readStates();
                fetchNext();
                return;
            }
            m_wordless.insert(next->sha256); // once, whatever the office answers
            m_session.desk()
                .ask([id, one = *next](Desk &desk) { return desk.paperPages(id, one.paper, one.revision); })
                .then(this, [this, id, sha256 = next->sha256](const Result<std::vector<PaperPage>> &pages) {
                    if (!pages && isOutOfReach(pages.error())) {
                        m_wordless.erase(sha256);
                        m_fetching = false;
                        m_fetches.clear(); // when one looks again, or the line is back, the rest is fetched
                        readStates();
                        return;
                    }
                    if (!pages)
                        return fetchWords(id);
                    m_session.kept()
                        .run([sha256, pages = *pages](BookShelf &shelf) { return shelf.keepWords(sha256, pages); })
                        .then(this, [this, id](const Result<> &) { fetchWords(id); });
                });
        });
}

void BookKeeper::download(MeetingId id, const Attachment &file)
{
    auto *download = new Download(m_session.desk(), file, this);
    const auto giveUp = [this, download](const Error &error) {
        download->deleteLater();
        m_fetching = false;
        const bool isBroken = isOutOfReach(error) || error.code == ErrorCode::Cancelled;
        if (isBroken)
            m_fetches.clear(); // when one looks again, or the line is back, the rest is fetched
        else
            m_fetches.pop_front();
        readStates();
        if (!isBroken)
            Q_EMIT failed(error);
        fetchNext();
    };
    connect(download, &Download::finished, this,
            [this, download, giveUp, sha256 = file.sha256](const QByteArray &bytes) {
                m_session.kept()
                    .run([sha256, bytes](BookShelf &shelf) { return shelf.keepFile(sha256, bytes); })
                    .then(this, [this, download, giveUp](const Result<> &kept) {
                        if (!kept)
                            return giveUp(kept.error());
                        download->deleteLater();
                        m_fetching = false;
                        readStates();
                        fetchNext();
                    });
            });
    connect(download, &Download::failed, this, [this, download, id, giveUp, sha256 = file.sha256](const Error &error) {
        if (isOutOfReach(error) || error.code == ErrorCode::Cancelled)
            return giveUp(error);
        download->deleteLater(); // it is not the reader's any more, or damaged at the office
        m_lost.insert(sha256);
        m_fetching = false;
        check(id);
        fetchNext();
    });
    download->start();
}

void BookKeeper::readStates()
{
    m_session.kept()
        .run([](BookShelf &shelf) { return shelf.states(); })
        .then(this, [this](const std::map<MeetingId, KeptState> &states) {
            m_states = states;
            Q_EMIT statesChanged();
        });
}

} // namespace kessai
