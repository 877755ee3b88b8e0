// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/inkconflict.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace kessai {

namespace {

constexpr float kBeside = 0.02F; ///< in shares of the page
constexpr qsizetype kMarkBytes = 16;

/// Stands among the marks, none of which looks like it.
const QByteArray kWithdrawn = QByteArrayLiteral("withdrawn");

std::vector<StaffId> sortedReaders(const Ink &ink)
{
    if (ink.audience != InkAudience::Chosen) // those it was for before are known to the store still
        return {};
    std::vector<StaffId> readers = ink.readers;
    std::ranges::sort(readers);
    return readers;
}

} // namespace

bool isSameInk(const Ink &one, const Ink &other)
{
    if (one.removed || other.removed) // the store keeps of what is gone where it was
        return one.removed == other.removed;
    const auto place = [](const Ink &ink) { return std::tuple(ink.paper, ink.revision, ink.page, ink.audience); };
    return place(one) == place(other) && sortedReaders(one) == sortedReaders(other)
        && (one.shape == other.shape || shapeBody(one.shape) == shapeBody(other.shape));
}

QByteArray markOf(const Ink &ink)
{
    if (ink.removed)
        return QByteArrayLiteral("gone");
    QByteArray said;
    for (const int part : {ink.paper, ink.revision, ink.page, int(ink.audience)})
        said += QByteArray::number(part) + ' ';
    for (const StaffId reader : sortedReaders(ink))
        said += QByteArray::number(reader.value()) + ' ';
    said += shapeBody(ink.shape);
    return QCryptographicHash::hash(said, QCryptographicHash::Sha256).left(kMarkBytes).toHex();
}

bool isMadeOf(const Ink &version, const Ink &kept)
{
    if (isWithdrawn(kept) && !isWithdrawn(version))
        return false; // that it is taken from others is more than that it is gone
    const bool isKnown = isSameInk(version, kept) || version.tried.contains(markOf(kept));
    return version.id == kept.id && version.version >= kept.version && isKnown;
}

InkFate fateOf(const Ink &mine, const Ink &stored)
{
    if (isSameInk(mine, stored))
        return InkFate::Stored;
    if (stored.removed && stored.version >= kDestroyedInk)
        return InkFate::Destroyed;
    // An older program did not say of what it made it.
    const bool isOlder = mine.base ? stored.version <= *mine.base : stored.version < mine.version;
    // An answer that did not arrive: what is there was sent from here.
    if (isOlder || mine.tried.contains(markOf(stored)))
        return InkFate::Stands;
    return mine.removed ? InkFate::Restored : InkFate::Beside;
}

Ink besideOf(const Ink &mine)
{
    Ink copy = mine;
    copy.id = QUuid::createUuidV5(QUuid::fromString(mine.id), markOf(mine)).toString(QUuid::WithoutBraces);
    copy.audience = InkAudience::Private;
    copy.readers.clear();
    copy.version = 1;
    copy.base = 0;
    copy.tried.clear();
    if (copy.shape.kind == InkKind::Note) {
        for (InkPoint &point : copy.shape.points)
            point = {std::min(1.0F, point.x + kBeside), std::min(1.0F, point.y + kBeside), point.pressure};
        if (const auto stored = shapeOf(shapeBody(copy.shape)))
            copy.shape = *stored;
    }
    return copy;
}

void markWithdrawn(Ink &ink)
{
    unmarkWithdrawn(ink);
    ink.tried.append(kWithdrawn);
}

bool isWithdrawn(const Ink &ink)
{
    return ink.removed && ink.tried.contains(kWithdrawn);
}

void unmarkWithdrawn(Ink &ink)
{
    ink.tried.removeAll(kWithdrawn);
}

std::vector<Ink> withdrawnInk(Ink mine, const Ink &stored)
{
    mine.base = stored.version;
    mine.version = std::max(mine.version, stored.version + 1);
    return {std::move(mine), besideOf(stored)};
}

void InkJoining::show(const Ink &ink)
{
    if (!first)
        first = ink;
}

void InkJoining::add(const InkJoining &other)
{
    settled.insert(settled.end(), other.settled.begin(), other.settled.end());
    beside += other.beside;
    restored += other.restored;
    withdrawn += other.withdrawn;
    destroyed += other.destroyed;
    if (other.first)
        show(*other.first);
}

std::vector<Ink> joinedInk(const std::vector<Ink> &mine, const std::vector<Ink> &stored, InkJoining *joining)
{
    std::vector<Ink> left;
    for (Ink ink : mine) {
        const auto there = std::ranges::find(stored, ink.id, &Ink::id);
        const InkFate fate = there == stored.end() ? InkFate::Stands : fateOf(ink, *there);
        if (fate != InkFate::Stands)
            joining->settled.push_back(ink);
        switch (fate) {
        case InkFate::Stands:
            ink.base = std::max(ink.base.value_or(0), there == stored.end() ? 0 : there->version);
            ink.version = std::max(ink.version, *ink.base + 1);
            left.push_back(std::move(ink));
            break;
        case InkFate::Stored: break;
        case InkFate::Beside:
            left.push_back(besideOf(ink));
            joining->show(left.back());
            ++joining->beside;
            break;
        case InkFate::Restored:
            if (isWithdrawn(ink)) {
                std::ranges::move(withdrawnInk(std::move(ink), *there), std::back_inserter(left));
                joining->show(left.back());
                ++joining->withdrawn;
            } else {
                joining->show(*there);
                ++joining->restored;
            }
            break;
        case InkFate::Destroyed: joining->destroyed += ink.removed ? 0 : 1; break;
        }
    }
    return left;
}

} // namespace kessai
