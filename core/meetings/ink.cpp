// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/ink.h"

#include "core/base/canonical.h"
#include "core/cases/strictjson.h"
#include "core/meetings/meeting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace kessai {

namespace {

/// Parts of a page's side, and of a point of width, that are told apart: a twentieth of a point on A4 is 3/10,000.
constexpr int kUnits = 20'000;
constexpr int kWidthUnits = 20;
constexpr int kMostWidth = 72;
constexpr int kMostColor = 15;

/// A pressure is one of 64 letters, so that it costs one byte a point.
const QString &pressures()
{
    static const QString letters = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    return letters;
}

int whole(double share, int units)
{
    // The negation takes what is no number, too.
    return !(share > 0) ? 0 : static_cast<int>(std::lround(std::min(share, 1.0) * units));
}

float shareOf(qint64 units)
{
    return static_cast<float>(static_cast<double>(units) / kUnits);
}

bool hasPoints(InkKind kind)
{
    return kind == InkKind::Pen || kind == InkKind::Marker || kind == InkKind::Note;
}

bool isStroke(InkKind kind)
{
    return kind == InkKind::Pen || kind == InkKind::Marker;
}

/// Whether numbers follow one another as points do, each on the page.
bool takePoints(const QJsonArray &numbers, const QString &pressure, std::vector<InkPoint> *points)
{
    const qsizetype count = numbers.size() / 2;
    if (numbers.size() % 2 != 0 || (!pressure.isEmpty() && pressure.size() != count))
        return false;
    qint64 x = 0;
    qint64 y = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const std::optional<qint64> right = wholeNumber(numbers.at(2 * i));
        const std::optional<qint64> down = wholeNumber(numbers.at(2 * i + 1));
        if (!right || !down || std::abs(*right) > kUnits || std::abs(*down) > kUnits)
            return false;
        x += *right;
        y += *down;
        const qsizetype level = pressure.isEmpty() ? pressures().size() - 1 : pressures().indexOf(pressure.at(i));
        if (x < 0 || x > kUnits || y < 0 || y > kUnits || level < 0)
            return false;
        points->push_back(
            {shareOf(x), shareOf(y), static_cast<float>(level) / static_cast<float>(pressures().size() - 1)});
    }
    return true;
}

bool takePlaces(const QJsonArray &numbers, std::vector<QRectF> *places)
{
    if (numbers.size() % 4 != 0)
        return false;
    for (qsizetype i = 0; i < numbers.size(); i += 4) {
        std::array<qint64, 4> side{};
        for (qsizetype n = 0; n < 4; ++n) {
            const std::optional<qint64> number = wholeNumber(numbers.at(i + n));
            if (!number || *number < 0 || *number > kUnits)
                return false;
            side[static_cast<std::size_t>(n)] = *number;
        }
        const auto [x, y, width, height] = side;
        if (width == 0 || height == 0 || x + width > kUnits || y + height > kUnits)
            return false;
        constexpr double units = kUnits;
        places->push_back({static_cast<double>(x) / units, static_cast<double>(y) / units,
                           static_cast<double>(width) / units, static_cast<double>(height) / units});
    }
    return true;
}

/// Whether there is what the kind needs, and nothing it has no use for.
bool isSound(const InkShape &shape)
{
    switch (shape.kind) {
    case InkKind::Pen:
    case InkKind::Marker: return !shape.points.empty() && shape.places.empty() && shape.text.isEmpty();
    case InkKind::Highlight: return shape.points.empty() && !shape.places.empty();
    case InkKind::Note: return shape.points.size() == 1 && shape.places.empty() && !shape.text.trimmed().isEmpty();
    case InkKind::Bookmark: return shape.points.empty() && shape.places.empty();
    }
    return false;
}

bool isOnPage(const InkShape &shape)
{
    const auto isShare = [](double value) { return value >= 0 && value <= 1; };
    return std::ranges::all_of(
               shape.points,
               [&](const InkPoint &point) { return isShare(point.x) && isShare(point.y) && isShare(point.pressure); })
        && std::ranges::all_of(shape.places, [&](const QRectF &place) {
               return isShare(place.left()) && isShare(place.top()) && isShare(place.right())
                   && isShare(place.bottom());
           });
}

bool isUuid(const QString &id)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\z"));
    return form.match(id).hasMatch();
}

/// Orders versions of one piece: by their number, then, where two programs made one each, in a way that is the same for both.
auto ageOf(const Ink &ink)
{
    return std::tuple(ink.version, ink.changedAt, ink.removed, shapeBody(ink.shape), ink.audience, ink.readers,
                      ink.paper, ink.revision, ink.page, ink.author, ink.authorName, ink.base, ink.tried.size(),
                      ink.tried);
}

} // namespace

QByteArray shapeBody(const InkShape &shape)
{
    QJsonObject body{{QStringLiteral("k"), static_cast<int>(shape.kind)}};
    if (shape.color != 0)
        body.insert(QStringLiteral("c"), shape.color);
    if (isStroke(shape.kind))
        body.insert(QStringLiteral("w"),
                    std::max(1, whole(static_cast<double>(shape.width) / kMostWidth, kMostWidth * kWidthUnits)));
    if (!shape.points.empty()) {
        QJsonArray numbers;
        QString pressure;
        bool isEven = true;
        int lastX = 0;
        int lastY = 0;
        const int top = static_cast<int>(pressures().size()) - 1;
        for (const InkPoint &point : shape.points) {
            const int x = whole(static_cast<double>(point.x), kUnits);
            const int y = whole(static_cast<double>(point.y), kUnits);
            numbers.append(x - lastX);
            numbers.append(y - lastY);
            lastX = x;
            lastY = y;
            const int level = whole(static_cast<double>(point.pressure), top);
            pressure.append(pressures().at(level));
            isEven = isEven && level == top;
        }
        body.insert(QStringLiteral("p"), numbers);
        if (!isEven)
            body.insert(QStringLiteral("f"), pressure);
    }
    if (!shape.places.empty()) {
        QJsonArray numbers;
        for (const QRectF &place : shape.places) {
            const int left = whole(place.left(), kUnits);
            const int top = whole(place.top(), kUnits);
            numbers.append(left);
            numbers.append(top);
            numbers.append(whole(place.right(), kUnits) - left);
            numbers.append(whole(place.bottom(), kUnits) - top);
        }
        body.insert(QStringLiteral("r"), numbers);
    }
    if (!shape.text.isEmpty())
        body.insert(QStringLiteral("t"), shape.text);
    return canonicalJson(body);
}

std::optional<InkShape> shapeOf(const QByteArray &body)
{
    if (body.size() > kMostInkBytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::nullopt;
    StrictObject object(document.object(), QStringLiteral("ink"));
    InkShape shape;
    shape.kind = static_cast<InkKind>(object.count(QStringLiteral("k"), 0, static_cast<int>(InkKind::Bookmark)));
    shape.color = object.count(QStringLiteral("c"), 0, kMostColor, 0);
    if (isStroke(shape.kind))
        shape.width = static_cast<float>(object.count(QStringLiteral("w"), 1, kMostWidth * kWidthUnits))
            / static_cast<float>(kWidthUnits);
    const bool read =
        (!hasPoints(shape.kind)
         || takePoints(object.array(QStringLiteral("p")),
                       isStroke(shape.kind) ? object.text(QStringLiteral("f"), {}) : QString(), &shape.points))
        && (shape.kind != InkKind::Highlight || takePlaces(object.array(QStringLiteral("r")), &shape.places));
    if (!isStroke(shape.kind))
        shape.text = object.text(QStringLiteral("t"), {});
    if (!read || !object.finish().ok() || shape.text.size() > kMostInkText || !isSound(shape))
        return std::nullopt;
    return shape;
}

Result<> checkInk(const Ink &ink)
{
    const auto invalid = [](const char *why) { return fail(ErrorCode::Invalid, QLatin1String(why)); };
    if (!isUuid(ink.id))
        return invalid("ink without a UUID");
    if (ink.paper < 1 || ink.revision < 1 || ink.version < 1 || ink.page < 0 || ink.page >= kMostPaperPages)
        return invalid("ink on no page");
    if (ink.base && (*ink.base < 0 || *ink.base >= ink.version))
        return invalid("a change that is not newer than what it was made of");
    const bool isChosen = ink.audience == InkAudience::Chosen;
    if (ink.audience < InkAudience::Private || ink.audience > InkAudience::All || isChosen == ink.readers.empty()
        || ink.readers.size() > static_cast<std::size_t>(kMostMembers))
        return invalid("readers where none are named, or none where they are");
    std::vector<StaffId> readers = ink.readers;
    std::ranges::sort(readers);
    if (std::ranges::adjacent_find(readers) != readers.end())
        return invalid("a reader twice");
    if (ink.removed)
        return ink.shape == InkShape() ? Result<>() : invalid("what is gone has a shape");
    if (!isOnPage(ink.shape) || !shapeOf(shapeBody(ink.shape)))
        return invalid("no shape of its kind");
    return {};
}

std::vector<Ink> mergedInk(std::vector<Ink> one, const std::vector<Ink> &other)
{
    std::map<QString, Ink> newest;
    one.insert(one.end(), other.begin(), other.end());
    for (Ink &ink : one) {
        const auto [at, isNew] = newest.try_emplace(ink.id, ink);
        if (!isNew && ageOf(at->second) < ageOf(ink))
            at->second = std::move(ink);
    }
    std::vector<Ink> merged;
    merged.reserve(newest.size());
    for (auto &[id, ink] : newest)
        merged.push_back(std::move(ink));
    return merged;
}

} // namespace kessai
