// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/keptinksender.h"

#include "core/services/answer.h"
#include "ui/kept/keptbooks.h"
#include "ui/meetings/inksending.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kLookPause = 3'000; ///< milliseconds

/// What was kept, sent; with what of it was changed elsewhere meanwhile.
struct KeptPut final {
    Result<> done;
    InkJoining joining{};
    bool isOvertaken = false; ///< the office has some of it otherwise, and nothing was put together
};

/// Readings of what is at the office, each because somebody wrote between it and the sending.
constexpr int kMostReadings = 3;

KeptPut putKept(Desk &desk, MeetingId meeting, std::vector<Ink> inks, bool joins)
{
    KeptPut put;
    for (int reading = 0;; ++reading) {
        // An older program did not say what it knew.
        const bool isKnown = std::ranges::all_of(inks, [](const Ink &ink) { return ink.base.has_value(); });
        if (isKnown)
            put.done = desk.putInk(meeting, inks);
        if (isKnown && (!isStale(put.done) || reading == kMostReadings))
            return put;
        put.isOvertaken = !joins;
        if (!joins)
            return put;
        const auto there = desk.ink(meeting, 0);
        if (!there) {
            put.done = there.failure();
            return put;
        }
        std::vector<Ink> left = joinedInk(inks, there->inks, &put.joining);
        if (isKnown && left == inks)
            return put; // what the office does not show is refused as it is
        inks = std::move(left);
    }
}

/// Those of the pieces that lie on this computer still as they were read.
std::vector<Ink> lyingStill(std::vector<Ink> read, const std::vector<Ink> &lying)
{
    std::erase_if(read, [&lying](const Ink &ink) {
        return std::ranges::none_of(lying, [&ink](const Ink &one) {
            return one.id == ink.id && one.version == ink.version && isSameInk(one, ink);
        });
    });
    return read;
}

} // namespace

KeptInkSender::KeptInkSender(DeskSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_kept(session.kept())
{
    connect(&m_looks, &QTimer::timeout, this, &KeptInkSender::look);
    m_looks.start(kLookPause);
}

void KeptInkSender::look()
{
    m_kept.run([](BookShelf &shelf) { return shelf.leftUnsent(); }).then(this, [this](const QStringList &left) {
        if (!isNews(left))
            return;
        send();
        Q_EMIT othersGone();
    });
}

/// What the office refuses stays where it lies, and is not sent again at every look.
bool KeptInkSender::isNews(const QStringList &left)
{
    const QStringList before = std::exchange(m_left, left);
    return std::ranges::any_of(left, [&before](const QString &name) { return !before.contains(name); });
}

/// One after the other: two at once would tell of the same pieces twice.
void KeptInkSender::send()
{
    m_sendAgain = m_sendings > 0;
    if (m_sendAgain)
        return;
    ++m_sendings;
    struct Found {
        std::vector<std::pair<MeetingId, std::vector<Ink>>> inks;
        QStringList left;
    };
    m_kept
        .run([](BookShelf &shelf) {
            QStringList left =
                shelf.leftUnsent(); // first: what one leaves that goes meanwhile is found at the next look
            return Found{shelf.unsent(), std::move(left)};
        })
        .then(this, [this](const Found &found) {
            if (isNews(found.left))
                Q_EMIT othersGone();
            for (const auto &[meeting, inks] : found.inks) {
                if (meeting == m_open)
                    continue; // what lies in the layer goes from there
                ++m_sendings;
                sendSome(meeting, inks, kMostSent, From::Files);
            }
            tellSetAside();
            endSending();
        });
}

void KeptInkSender::send(MeetingId meeting, const std::vector<Ink> &inks)
{
    ++m_sendings;
    sendSome(meeting, inks, kMostSent, From::Layer);
}

void KeptInkSender::endSending()
{
    if (--m_sendings == 0 && std::exchange(m_sendAgain, false))
        send();
}

void KeptInkSender::tellSetAside()
{
    m_kept.run([](BookShelf &shelf) { return shelf.takeSetAside(); }).then(this, [this](int files) {
        if (files > 0)
            Q_EMIT inkSetAside(files);
    });
}

void KeptInkSender::sendSome(MeetingId meeting, const std::vector<Ink> &inks, std::size_t most, From from)
{
    if (inks.empty())
        return endSending();
    const std::vector<Ink> some = atMost(inks, most);
    m_session.desk()
        .run([meeting, some, from](Desk &desk) { return putKept(desk, meeting, some, from != From::Files); })
        .then(this, [this, meeting, inks, some, most, from](const KeptPut &put) {
            const Result<> &done = put.done;
            if (put.isOvertaken)
                return sendStill(meeting, inks, most);
            if (done && put.joining.isNews())
                Q_EMIT inkJoined(meeting, put.joining);
            if (done)
                m_kept.run([meeting, some, from](BookShelf &shelf) {
                    return from == From::Layer ? shelf.dropUnsent(meeting, some) : shelf.dropSent(meeting, some);
                });
            else if (isOutOfReach(done.error()) || isOfAll(done.error()))
                return endSending(); // it is sent when the line is back, or one signs in again
            if (!done && some.size() > 1)
                sendSome(meeting, inks, some.size() / 2, from);
            else
                sendSome(meeting, {inks.begin() + std::ptrdiff_t(some.size()), inks.end()},
                         done ? std::min(kMostSent, 2 * most) : most, from);
        });
}

/// Another window may have stored meanwhile what was read of its file, and gone on with it: that is no second piece beside what it became.
void KeptInkSender::sendStill(MeetingId meeting, const std::vector<Ink> &read, std::size_t most)
{
    m_kept.run([meeting](BookShelf &shelf) { return shelf.unsent(meeting); })
        .then(this, [this, meeting, read, most](const std::vector<Ink> &lying) {
            sendSome(meeting, lyingStill(read, lying), most, From::FilesStill);
        });
}

} // namespace kessai
