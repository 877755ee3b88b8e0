// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/pagematch.h"

#include "core/base/canonical.h"
#include "core/meetings/pageedges.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

/// Units of text that are looked at together. Four are a word and its ending in Japanese.
constexpr qsizetype kShingle = 4;
/// Of a picture: cells of about a centimetre and a quarter, small enough for a moved table, large enough that another renderer's
/// smoothing is lost in them.
constexpr int kColumns = 16;
constexpr int kRows = 22;
constexpr qsizetype kLookBytes = 2 + kColumns * kRows;

quint32 hashOf(QStringView part)
{
    // FNV-1a, then mixed so that small hashes are a fair sample (finaliser of MurmurHash3).
    quint32 hash = 2'166'136'261U;
    for (const QChar unit : part) {
        hash = (hash ^ (unit.unicode() & 0xFFU)) * 16'777'619U;
        hash = (hash ^ (unit.unicode() >> 8U)) * 16'777'619U;
    }
    hash = (hash ^ (hash >> 16U)) * 0x85EBCA6BU;
    hash = (hash ^ (hash >> 13U)) * 0xC2B2AE35U;
    return hash ^ (hash >> 16U);
}

std::vector<quint32> sketchOf(const QString &folded)
{
    std::vector<quint32> hashes;
    const QStringView text(folded);
    for (qsizetype i = 0; i == 0 || i + kShingle <= text.size(); ++i)
        hashes.push_back(hashOf(text.mid(i, kShingle)));
    std::ranges::sort(hashes);
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    if (hashes.size() > kSketchParts)
        hashes.resize(kSketchParts);
    return hashes;
}

/// The first two bytes are the page's proportions, the others the mean grey of each cell.
QByteArray lookOf(const QByteArray &grey, int width, int height)
{
    if (width < 1 || height < 1 || grey.size() != static_cast<qsizetype>(width) * height)
        return {};
    QByteArray look(kLookBytes, '\0');
    const int proportion = std::min(0xFFFF, static_cast<int>(100LL * width / height));
    look[0] = static_cast<char>(proportion >> 8);
    look[1] = static_cast<char>(proportion & 0xFF);
    for (int row = 0; row < kRows; ++row) {
        const int top = height * row / kRows;
        const int bottom = std::max(top + 1, height * (row + 1) / kRows);
        for (int column = 0; column < kColumns; ++column) {
            const int left = width * column / kColumns;
            const int right = std::max(left + 1, width * (column + 1) / kColumns);
            qint64 sum = 0;
            for (int y = top; y < bottom; ++y) {
                for (int x = left; x < right; ++x)
                    sum += static_cast<quint8>(grey.at(static_cast<qsizetype>(y) * width + x));
            }
            look[2 + row * kColumns + column] =
                static_cast<char>(sum / (static_cast<qint64>(bottom - top) * (right - left)));
        }
    }
    return look;
}

} // namespace

PagePrint pagePrint(const QString &folded, const QByteArray &grey, int width, int height)
{
    PagePrint print;
    if (!folded.isEmpty()) {
        print.text = sha256Hex(folded.toUtf8());
        print.sketch = sketchOf(folded);
    }
    print.look = lookOf(grey, width, height);
    return print;
}

QString printText(const PagePrint &print)
{
    QByteArray sketch;
    sketch.reserve(static_cast<qsizetype>(print.sketch.size()) * 4);
    for (const quint32 part : print.sketch) {
        for (int shift = 24; shift >= 0; shift -= 8)
            sketch.append(static_cast<char>((part >> static_cast<unsigned>(shift)) & 0xFFU));
    }
    return QString::fromLatin1("1:" + print.text + ':' + print.look.toBase64() + ':' + sketch.toBase64());
}

std::optional<PagePrint> printOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A1:((?:[0-9a-f]{64})?):([^:]*):([^:]*)\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto look =
        QByteArray::fromBase64Encoding(match.captured(2).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const auto sketch =
        QByteArray::fromBase64Encoding(match.captured(3).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!look || !sketch || (!(*look).isEmpty() && (*look).size() != kLookBytes) || (*sketch).size() % 4 != 0
        || (*sketch).size() > static_cast<qsizetype>(kSketchParts) * 4)
        return std::nullopt;
    PagePrint print{match.captured(1).toLatin1(), *look, {}};
    for (qsizetype i = 0; i < (*sketch).size(); i += 4) {
        quint32 part = 0;
        for (qsizetype byte = i; byte < i + 4; ++byte)
            part = (part << 8U) | static_cast<quint8>((*sketch).at(byte));
        if (!print.sketch.empty() && part <= print.sketch.back())
            return std::nullopt;
        print.sketch.push_back(part);
    }
    const bool isWhole = print.text.isEmpty() == print.sketch.empty() && printText(print) == text;
    return isWhole ? std::optional(print) : std::nullopt;
}

namespace {

/// Finds for each page of the older revision its place in the newer one, the surest first.
class Matcher final {
public:
    Matcher(const std::vector<PagePrint> &older, const std::vector<PagePrint> &newer)
        : m_older(older), m_newer(newer), m_to(older.size(), -1), m_from(newer.size(), -1),
          m_changed(older.size(), false)
    {
        const std::vector<int> kinds = pageKinds(older, newer);
        m_olderKind.assign(kinds.begin(), kinds.begin() + static_cast<std::ptrdiff_t>(older.size()));
        m_newerKind.assign(kinds.begin() + static_cast<std::ptrdiff_t>(older.size()), kinds.end());
    }

    std::vector<PageMove> moves()
    {
        matchTheUnique();
        matchBesideMatched();
        matchAlikeInOrder();
        matchChanged();
        matchBetween();
        std::vector<PageMove> moves(m_to.size());
        for (std::size_t i = 0; i < m_to.size(); ++i) {
            if (m_to[i] >= 0)
                moves[i] = {m_to[i], m_changed[i]};
        }
        return moves;
    }

private:
    int olderCount() const { return static_cast<int>(m_to.size()); }
    int newerCount() const { return static_cast<int>(m_from.size()); }
    int &to(int page) { return m_to[static_cast<std::size_t>(page)]; }
    int &from(int page) { return m_from[static_cast<std::size_t>(page)]; }
    bool areSame(int older, int newer) const
    {
        return m_olderKind[static_cast<std::size_t>(older)] == m_newerKind[static_cast<std::size_t>(newer)];
    }

    void match(int older, int newer, bool changed)
    {
        to(older) = newer;
        from(newer) = older;
        m_changed[static_cast<std::size_t>(older)] = changed;
    }

    void matchTheUnique()
    {
        struct Seen {
            int older = 0, newer = 0, lastOlder = -1, lastNewer = -1;
        };
        QHash<int, Seen> seen;
        for (int i = 0; i < olderCount(); ++i) {
            Seen &kind = seen[m_olderKind[static_cast<std::size_t>(i)]];
            ++kind.older;
            kind.lastOlder = i;
        }
        for (int j = 0; j < newerCount(); ++j) {
            Seen &kind = seen[m_newerKind[static_cast<std::size_t>(j)]];
            ++kind.newer;
            kind.lastNewer = j;
        }
        for (const Seen &kind : std::as_const(seen)) {
            if (kind.older == 1 && kind.newer == 1)
                match(kind.lastOlder, kind.lastNewer, false);
        }
    }

    /// A blank page goes with its neighbour, wherever that went.
    void matchBesideMatched()
    {
        for (int i = 1; i < olderCount(); ++i)
            matchBeside(i, i - 1, 1);
        for (int i = olderCount() - 2; i >= 0; --i)
            matchBeside(i, i + 1, -1);
    }

    void matchBeside(int page, int neighbour, int step)
    {
        const int goal = to(neighbour) + step;
        if (to(page) < 0 && to(neighbour) >= 0 && goal >= 0 && goal < newerCount() && from(goal) < 0
            && areSame(page, goal))
            match(page, goal, false);
    }

    void matchAlikeInOrder()
    {
        QHash<int, QList<int>> free;
        for (int j = newerCount() - 1; j >= 0; --j) {
            if (from(j) < 0)
                free[m_newerKind[static_cast<std::size_t>(j)]].append(j);
        }
        for (int i = 0; i < olderCount(); ++i) {
            if (to(i) >= 0)
                continue;
            const auto left = free.find(m_olderKind[static_cast<std::size_t>(i)]);
            if (left != free.end() && !left->isEmpty())
                match(i, left->takeLast(), false);
        }
    }

    /// The most similar first; what stays beside its neighbours is taken for more similar than what does not.
    void matchChanged()
    {
        constexpr double kBesideNeighbours = 0.15;
        std::vector<int> older;
        std::vector<int> newer;
        for (int i = 0; i < olderCount(); ++i) {
            if (to(i) < 0)
                older.push_back(i);
        }
        for (int j = 0; j < newerCount(); ++j) {
            if (from(j) < 0)
                newer.push_back(j);
        }
        std::vector<PageEdge> edges = similarPages(m_older, m_newer, older, newer);
        const std::vector<std::pair<int, int>> bounds = orderBounds();
        for (PageEdge &edge : edges) {
            const auto &[above, below] = bounds[static_cast<std::size_t>(edge.older)];
            if (edge.newer > above && edge.newer < below)
                edge.likeness += kBesideNeighbours;
        }
        std::ranges::stable_sort(edges, [](const PageEdge &a, const PageEdge &b) {
            return a.likeness != b.likeness ? a.likeness > b.likeness
                                            : std::pair(a.older, a.newer) < std::pair(b.older, b.newer);
        });
        for (const PageEdge &edge : edges) {
            if (to(edge.older) < 0 && from(edge.newer) < 0)
                match(edge.older, edge.newer, true);
        }
    }

    /// For each older page where it would be if nothing had moved: between the goals of the nearest matched pages around it.
    std::vector<std::pair<int, int>> orderBounds()
    {
        std::vector<std::pair<int, int>> bounds(m_to.size(), {-1, newerCount()});
        for (int i = 0, last = -1; i < olderCount(); ++i) {
            bounds[static_cast<std::size_t>(i)].first = last;
            last = to(i) >= 0 ? to(i) : last;
        }
        for (int i = olderCount() - 1, next = newerCount(); i >= 0; --i) {
            bounds[static_cast<std::size_t>(i)].second = next;
            next = to(i) >= 0 ? to(i) : next;
        }
        return bounds;
    }

    /// Where as many pages are left between two neighbours as were there, and they are alike, they are those: a sheet of which
    /// every figure is new has nothing else to be recognised by.
    void matchBetween()
    {
        for (int first = 0; first < olderCount();) {
            if (to(first) >= 0) {
                ++first;
                continue;
            }
            int end = first;
            while (end < olderCount() && to(end) < 0)
                ++end;
            const int goal = first == 0 ? 0 : to(first - 1) + 1;
            const int goalEnd = end == olderCount() ? newerCount() : to(end);
            bool fits = goalEnd - goal == end - first;
            for (int j = goal; fits && j < goalEnd; ++j)
                fits = from(j) < 0;
            for (int i = first; fits && i < end; ++i) {
                const int j = goal + i - first;
                if (areAlike(m_older[static_cast<std::size_t>(i)], m_newer[static_cast<std::size_t>(j)]))
                    match(i, j, true);
            }
            first = end;
        }
    }

    const std::vector<PagePrint> &m_older;
    const std::vector<PagePrint> &m_newer;
    std::vector<int> m_olderKind;
    std::vector<int> m_newerKind;
    std::vector<int> m_to;
    std::vector<int> m_from;
    std::vector<bool> m_changed;
};

} // namespace

std::vector<PageMove> matchPages(const std::vector<PagePrint> &older, const std::vector<PagePrint> &newer)
{
    return Matcher(older, newer).moves();
}

std::vector<PageMove> chained(const std::vector<PageMove> &first, const std::vector<PageMove> &then)
{
    std::vector<PageMove> moves;
    moves.reserve(first.size());
    for (const PageMove &move : first) {
        const bool goesOn = move.to && *move.to >= 0 && *move.to < static_cast<int>(then.size());
        const PageMove next = goesOn ? then[static_cast<std::size_t>(*move.to)] : PageMove();
        moves.push_back({next.to, next.to && (move.changed || next.changed)});
    }
    return moves;
}

} // namespace kessai
