// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inklayer.h"

#include "ui/meetings/inkgeometry.h"

#include <QUuid>

#include <algorithm>
#include <tuple>
#include <utility>

namespace kessai {

namespace {

/// Steps that can be taken back.
constexpr std::size_t kMostSteps = 200;

/// What is drawn first lies below.
int layerOf(InkKind kind)
{
    switch (kind) {
    case InkKind::Highlight: return 0;
    case InkKind::Marker: return 1;
    case InkKind::Pen: return 2;
    case InkKind::Bookmark: return 3;
    case InkKind::Note: return 4;
    }
    return 2;
}

bool isBelow(const PlacedInk &one, const PlacedInk &other)
{
    const auto order = [](const PlacedInk &placed) {
        return std::tuple(layerOf(placed.ink.shape.kind), placed.ink.changedAt, placed.ink.id);
    };
    return order(one) < order(other);
}

bool isThere(const std::optional<Ink> &ink)
{
    return ink && !ink->removed;
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool isIn(const std::vector<StaffId> &some, StaffId one)
{
    return std::ranges::find(some, one) != some.end();
}

Ink gone(Ink ink)
{
    ink.removed = true;
    ink.shape = {};
    return ink;
}

/// Whether somebody who was to read it is not to read it any more.
bool isNarrower(const Ink &now, const Ink &wanted)
{
    return wanted.audience < now.audience
        || (wanted.audience == InkAudience::Chosen
            && std::ranges::any_of(now.readers, [&](StaffId reader) { return !isIn(wanted.readers, reader); }));
}

/// Whether a piece cannot become this one but is taken away and made again: those it was shown to would never learn that it is not
/// theirs to read any more, and no piece goes to another paper or back to an older revision. The notaries refuse it.
bool isMadeAnew(const Ink &now, const Ink &wanted)
{
    return !wanted.removed && (isNarrower(now, wanted) || wanted.paper != now.paper || wanted.revision < now.revision);
}

} // namespace

InkLayer::InkLayer(StaffId me, QString myName, const Clock &clock, QObject *parent)
    : QObject(parent), m_me(me), m_myName(std::move(myName)), m_clock(clock)
{
}

void InkLayer::setPapers(std::vector<InkPaper> papers)
{
    if (papers == m_papers)
        return;
    const std::vector<InkPaper> before = std::exchange(m_papers, std::move(papers));
    std::erase_if(m_inks, [&](const auto &piece) {
        const Ink &ink = piece.second;
        const bool wasShown = std::ranges::find(before, ink.paper, &InkPaper::paper) != before.end();
        return ink.author != m_me && wasShown && !isShown(ink.paper);
    });
    arrange();
}

void InkLayer::setMembers(std::vector<StaffId> members)
{
    m_members = std::move(members);
    std::vector<StaffId> left = m_readers;
    std::erase_if(left, [this](StaffId reader) { return !isIn(*m_members, reader); });
    setAudience(m_audience, std::move(left));
}

const std::vector<PlacedInk> &InkLayer::on(BookPage page) const
{
    static const std::vector<PlacedInk> nothing;
    const auto at = m_pages.constFind(page);
    return at == m_pages.cend() ? nothing : *at;
}

std::vector<PlacedInk> InkLayer::all(std::optional<InkKind> kind) const
{
    QHash<int, int> places;
    for (const InkPaper &paper : m_papers)
        places.insert(paper.paper, static_cast<int>(places.size()));
    const auto orderOf = [&](const PlacedInk &one) {
        const QRectF bounds = boundsOf(one.ink.shape);
        return std::tuple(!one.at, places.value(one.ink.paper, static_cast<int>(places.size())), one.ink.paper,
                          one.at ? one.at->page : one.ink.page, bounds.top(), bounds.left());
    };
    // Where each stands is found once, not at every comparison; those at one place keep the order of their ids.
    std::vector<std::pair<decltype(orderOf(PlacedInk())), PlacedInk>> ordered;
    for (const auto &[id, ink] : m_inks) {
        if (ink.removed || (kind && ink.shape.kind != *kind))
            continue;
        PlacedInk piece = placed(ink);
        const auto order = orderOf(piece);
        ordered.emplace_back(order, std::move(piece));
    }
    std::ranges::stable_sort(ordered, {}, [](const auto &one) { return one.first; });
    std::vector<PlacedInk> result;
    result.reserve(ordered.size());
    for (auto &[order, piece] : ordered)
        result.push_back(std::move(piece));
    return result;
}

int InkLayer::count(bool mine) const
{
    return static_cast<int>(std::ranges::count_if(m_inks, [this, mine](const auto &piece) {
        return !piece.second.removed && (piece.second.author == m_me) == mine;
    }));
}

std::optional<PlacedInk> InkLayer::piece(const QString &id) const
{
    const auto at = m_inks.find(id);
    return at == m_inks.end() || at->second.removed ? std::nullopt : std::optional(placed(at->second));
}

void InkLayer::setAudience(InkAudience audience, std::vector<StaffId> readers)
{
    if (audience != InkAudience::Chosen)
        readers.clear();
    else if (readers.empty())
        audience = InkAudience::Private;
    std::ranges::sort(readers);
    if (audience == m_audience && readers == m_readers)
        return;
    m_audience = audience;
    m_readers = std::move(readers);
    Q_EMIT audienceChanged();
}

bool InkLayer::isShown(int paper) const
{
    return std::ranges::find(m_papers, paper, &InkPaper::paper) != m_papers.end();
}

Ink InkLayer::newInk(BookPage page, const InkShape &shape) const
{
    const auto paper = std::ranges::find(m_papers, page.paper, &InkPaper::paper);
    Ink ink;
    ink.id = newId();
    ink.paper = page.paper;
    ink.revision = paper == m_papers.end() ? 1 : paper->revision;
    ink.page = page.page;
    ink.shape = shape;
    ink.audience = m_audience;
    ink.readers = m_readers;
    ink.version = 0;
    ink.author = m_me;
    ink.authorName = m_myName;
    return ink;
}

QString InkLayer::add(BookPage page, const InkShape &shape)
{
    // What is shown is what will be stored, to the last place.
    const std::optional<InkShape> stored = shapeOf(shapeBody(shape));
    if (!stored || !isShown(page.paper))
        return {};
    const Ink ink = newInk(page, *stored);
    beginStep();
    put(ink);
    endStep();
    return ink.id;
}

const Ink *InkLayer::own(const QString &id) const
{
    const auto at = m_inks.find(id);
    return at != m_inks.end() && at->second.author == m_me && !at->second.removed ? &at->second : nullptr;
}

void InkLayer::rewrite(const QString &id, const InkShape &shape, const std::optional<InkShape> &from)
{
    const std::optional<InkShape> stored = shapeOf(shapeBody(shape));
    const auto at = m_inks.find(id);
    if (at == m_inks.end() || at->second.author != m_me || !stored || (from && *stored == *from))
        return;
    Ink ink = at->second;
    // Somebody else's program, or another window, was there since.
    const bool isOther = from && (ink.removed || ink.shape != *from);
    if (*stored == ink.shape || (ink.removed && !isOther))
        return;
    ink.shape = *stored;
    ink.removed = false;
    if (isOther) {
        ink = besideOf(ink);
        ink.version = 0;
        m_joining.show(ink);
        ++m_joining.beside;
    }
    beginStep();
    put(std::move(ink));
    endStep();
    if (isOther)
        Q_EMIT inkJoined(std::exchange(m_joining, {}));
}

void InkLayer::share(const QString &id, InkAudience audience, std::vector<StaffId> readers)
{
    const Ink *const mine = own(id);
    if (!mine || (audience == InkAudience::Chosen) == readers.empty())
        return;
    Ink ink = *mine;
    ink.audience = audience;
    ink.readers = std::move(readers);
    if (isSameInk(ink, *mine))
        return;
    become(*mine, std::move(ink));
}

void InkLayer::become(const Ink &now, Ink wanted)
{
    beginStep();
    if (isMadeAnew(now, wanted)) {
        const QString id = now.id;
        const bool isTakenBack = isNarrower(now, wanted);
        wanted = anew(std::move(wanted));
        put(gone(now));
        if (isTakenBack)
            markWithdrawn(m_inks.at(id));
    }
    put(std::move(wanted));
    endStep();
}

Ink InkLayer::anew(Ink ink) const
{
    ink.id = newId();
    ink.version = 0;
    if (m_members)
        std::erase_if(ink.readers, [this](StaffId reader) { return !isIn(*m_members, reader); });
    if (ink.audience == InkAudience::Chosen && ink.readers.empty())
        ink.audience = InkAudience::Private;
    return ink;
}

void InkLayer::settle(const QString &id, BookPage page)
{
    const Ink *const mine = own(id);
    if (!mine || !isShown(page.paper))
        return;
    Ink ink = newInk(page, mine->shape);
    ink.id = mine->id;
    ink.version = mine->version;
    ink.audience = mine->audience;
    ink.readers = mine->readers;
    become(*mine, std::move(ink));
}

void InkLayer::remove(const QString &id)
{
    const Ink *const mine = own(id);
    if (!mine)
        return;
    beginStep();
    put(gone(*mine));
    endStep();
}

void InkLayer::rub(BookPage page, QPointF from, QPointF to, QSizeF reach, bool whole)
{
    const std::vector<PlacedInk> there = on(page);
    beginStep();
    for (const PlacedInk &placed : there) {
        const InkShape &shape = placed.ink.shape;
        const bool isStroke = shape.kind == InkKind::Pen || shape.kind == InkKind::Marker;
        if (!placed.mine || (!isStroke && shape.kind != InkKind::Highlight) || !isTouched(shape, from, to, reach))
            continue;
        remove(placed.ink.id);
        if (whole || !isStroke)
            continue;
        for (const InkShape &left : rubbed(shape, from, to, reach)) {
            const std::optional<InkShape> stored = shapeOf(shapeBody(left));
            if (!stored)
                continue;
            // The parts stay where the whole was: on its revision, for its readers.
            Ink part = anew(placed.ink);
            part.shape = *stored;
            put(std::move(part));
        }
    }
    endStep();
}

void InkLayer::beginStep()
{
    ++m_open;
}

void InkLayer::put(Ink ink)
{
    const auto at = m_inks.find(ink.id);
    Change &change = m_step[ink.id];
    if (!change.after && at != m_inks.end())
        change.before = at->second;
    ink = following(std::move(ink), at == m_inks.end() ? nullptr : &at->second);
    change.after = ink;
    m_isStepNews = true;
    m_unsent.insert(ink.id);
    m_inks.insert_or_assign(ink.id, std::move(ink));
}

Ink InkLayer::following(Ink ink, const Ink *now) const
{
    const bool isUnsent = now && m_unsent.contains(now->id);
    ink.version = (now ? now->version : ink.version) + 1;
    ink.base = !now ? std::optional(0) : isUnsent ? now->base : std::optional(now->version);
    ink.tried = isUnsent ? now->tried : QByteArrayList();
    if (now && !isUnsent) // another window may have stored it, and has it lying still
        ink.tried.append(markOf(*now));
    unmarkWithdrawn(ink);
    ink.changedAt = m_clock.now();
    return ink;
}

void InkLayer::endStep()
{
    const bool isNews = std::exchange(m_isStepNews, false);
    if (--m_open > 0) {
        if (isNews)
            arrange();
        return;
    }
    Step step = std::exchange(m_step, {});
    // What was made and rubbed out within one step never was.
    for (auto change = step.begin(); change != step.end();) {
        if (!change->second.before && !isThere(change->second.after)) {
            m_unsent.remove(change->first);
            m_inks.erase(change->first);
            change = step.erase(change);
        } else {
            ++change;
        }
    }
    if (const std::vector<Ink> late = std::exchange(m_late, {}); !late.empty())
        take(late);
    if (const std::vector<Ink> late = std::exchange(m_heldLate, {}); !late.empty())
        hold(late);
    if (step.empty())
        return;
    m_undone.clear();
    m_done.push_back(std::move(step));
    if (m_done.size() > kMostSteps)
        m_done.erase(m_done.begin());
    arrange();
    Q_EMIT undoChanged();
    Q_EMIT unsentChanged();
}

InkLayer::Step InkLayer::apply(const Step &step)
{
    Step opposite;
    for (const auto &[id, change] : step) {
        const auto at = m_inks.find(id);
        const bool isUntouched = at != m_inks.end() && change.after && isSameInk(at->second, *change.after);
        if (!isUntouched)
            continue;
        const Ink now = at->second;
        const bool isAnew = change.before && isMadeAnew(now, *change.before);
        Ink ink = following(change.before && !isAnew ? *change.before : gone(now), &now);
        // Done again, what takes it from others says so again.
        if (change.before && (isAnew ? isNarrower(now, *change.before) : isWithdrawn(*change.before)))
            markWithdrawn(ink);
        at->second = ink;
        m_unsent.insert(id);
        opposite[id] = {now, ink};
        if (isAnew) {
            const Ink again = following(anew(*change.before), nullptr);
            m_unsent.insert(again.id);
            opposite[again.id] = {std::nullopt, again};
            m_inks.insert_or_assign(again.id, again);
            rename(id, again.id);
        }
    }
    arrange();
    Q_EMIT unsentChanged();
    return opposite;
}

void InkLayer::rename(const QString &id, const QString &again)
{
    for (Step &step : m_done) {
        auto change = step.extract(id);
        if (change.empty())
            continue;
        change.key() = again;
        for (std::optional<Ink> *const ink : {&change.mapped().before, &change.mapped().after}) {
            if (*ink)
                (*ink)->id = again;
        }
        step.insert(std::move(change));
    }
}

void InkLayer::undo()
{
    if (m_done.empty() || m_open > 0)
        return;
    const Step step = std::move(m_done.back());
    m_done.pop_back();
    if (Step opposite = apply(step); !opposite.empty())
        m_undone.push_back(std::move(opposite));
    Q_EMIT undoChanged();
}

void InkLayer::redo()
{
    if (m_undone.empty() || m_open > 0)
        return;
    const Step step = std::move(m_undone.back());
    m_undone.pop_back();
    if (Step opposite = apply(step); !opposite.empty())
        m_done.push_back(std::move(opposite));
    Q_EMIT undoChanged();
}

PlacedInk InkLayer::placed(const Ink &ink) const
{
    PlacedInk result{ink, std::nullopt, false, false, ink.author == m_me, false};
    const auto paper = std::ranges::find(m_papers, ink.paper, &InkPaper::paper);
    if (paper == m_papers.end())
        return result;
    if (ink.revision == paper->revision) {
        result.at = BookPage{ink.paper, ink.page};
        return result;
    }
    const auto revision = static_cast<std::size_t>(ink.revision - 1);
    const auto page = static_cast<std::size_t>(ink.page);
    result.isSought = revision >= paper->moves.size() || paper->moves[revision].empty();
    if (revision < paper->moves.size() && page < paper->moves[revision].size()) {
        const PageMove &move = paper->moves[revision][page];
        if (move.to) {
            result.at = BookPage{ink.paper, *move.to};
            result.moved = *move.to != ink.page;
            result.changed = move.changed;
        }
    }
    return result;
}

void InkLayer::arrange()
{
    m_pages.clear();
    for (const auto &[id, ink] : m_inks) {
        if (ink.removed)
            continue;
        PlacedInk piece = placed(ink);
        if (piece.at)
            m_pages[*piece.at].push_back(std::move(piece));
    }
    for (std::vector<PlacedInk> &page : m_pages)
        std::ranges::sort(page, isBelow);
    Q_EMIT inkChanged();
}

} // namespace kessai
