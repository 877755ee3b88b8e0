// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/pageedges.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace kessai {

namespace {

/// How far greys of two renderings of one page lie apart, of 255: on average over its cells (measured: up to 2.5 between renderers that
/// smooth what they shrink), and of one cell where the words are the same and only pictures can be others.
constexpr int kSameMean = 3;
constexpr int kSameCell = 24;
/// A scan has no words. What another renderer does to it, it does everywhere: no cell is further off than this and so many times the
/// average (measured: 8 at 2.1, 5 at 1.1). A figure that was changed is 7 to 14 at 0.1, a seal 16 at 0.3, a line 30 at 0.9.
constexpr int kScanCell = 6;
constexpr int kScanFactor = 4;
/// Pages without text whose cells are further apart than this on average have nothing to do with each other.
constexpr int kFarMean = 6;
/// The same layout with other figures in it.
constexpr int kAlikeMean = 10;
constexpr double kAlikeWords = 0.1;
constexpr int kSameProportion = 3;
/// Two texts are of one page from here on: of 100 parts 20 stayed.
constexpr double kLeastLikeness = 0.2;
/// Parts on more pages than this say nothing; and no page is compared with more than a few.
constexpr qsizetype kMostPagesOfPart = 32;
constexpr std::size_t kMostCompared = 12;

int proportionOf(const QByteArray &look)
{
    return (static_cast<quint8>(look.at(0)) << 8) | static_cast<quint8>(look.at(1));
}

struct LookDistance {
    int mean = 255;
    int most = 255;
};

LookDistance distanceOf(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size() || one.size() <= 2)
        return one.isEmpty() && other.isEmpty() ? LookDistance{0, 0} : LookDistance{};
    if (std::abs(proportionOf(one) - proportionOf(other)) > kSameProportion)
        return {};
    int sum = 0;
    int most = 0;
    const char *const a = one.constData();
    const char *const b = other.constData();
    for (qsizetype i = 2; i < one.size(); ++i) {
        const int apart = std::abs(static_cast<quint8>(a[i]) - static_cast<quint8>(b[i]));
        sum += apart;
        most = std::max(most, apart);
    }
    return {sum / static_cast<int>(one.size() - 2), most};
}

bool isSameLook(const QByteArray &one, const QByteArray &other, bool isScan)
{
    if (one == other)
        return true;
    if (one.size() != other.size() || one.size() <= 2
        || std::abs(proportionOf(one) - proportionOf(other)) > kSameProportion)
        return false;
    // Most pages are told apart by their first cells.
    const int cells = static_cast<int>(one.size() - 2);
    const int farthest = isScan ? kScanCell + kScanFactor * kSameMean : kSameCell;
    int sum = 0;
    int most = 0;
    for (qsizetype i = 2; i < one.size() && most <= farthest && sum <= kSameMean * cells; ++i) {
        const int apart = std::abs(static_cast<quint8>(one.at(i)) - static_cast<quint8>(other.at(i)));
        sum += apart;
        most = std::max(most, apart);
    }
    const bool isNear = most <= farthest && sum <= kSameMean * cells;
    return isNear && (!isScan || most * cells <= kScanCell * cells + kScanFactor * sum);
}

int meanOf(const QByteArray &look)
{
    int sum = 0;
    for (qsizetype i = 2; i < look.size(); ++i)
        sum += static_cast<quint8>(look.at(i));
    return look.size() > 2 ? sum / static_cast<int>(look.size() - 2) : 0;
}

/// On how many pages of both revisions a part is.
using PartCount = QHash<quint32, int>;

double weightOf(const PartCount &counts, quint32 part)
{
    // One page before and one after is what a part of its own is found on.
    return std::min(1.0, 2.0 / std::max(1, counts.value(part)));
}

/// The share of the parts two sketches have in common. Only the smallest of both together are a fair sample of both.
double likenessOf(const std::vector<quint32> &one, const std::vector<quint32> &other, const PartCount &counts)
{
    double same = 0;
    double all = 0;
    auto a = one.begin();
    auto b = other.begin();
    for (std::size_t seen = 0; seen < kSketchParts && (a != one.end() || b != other.end()); ++seen) {
        const bool fromOne = b == other.end() || (a != one.end() && *a <= *b);
        const bool fromOther = a == one.end() || (b != other.end() && *b <= *a);
        const double weight = weightOf(counts, fromOne ? *a : *b);
        all += weight;
        if (fromOne && fromOther)
            same += weight;
        if (fromOne)
            ++a;
        if (fromOther)
            ++b;
    }
    return all > 0 ? same / all : 0;
}

/// Pages by their mean grey, so that only those near it are compared.
class ByMean final {
public:
    void add(int page, const QByteArray &look) { m_pages[static_cast<std::size_t>(meanOf(look))].push_back(page); }

    template <class F>
    void forEachNear(const QByteArray &look, int within, F &&f) const
    {
        const int mean = meanOf(look);
        for (int near = std::max(0, mean - within); near <= std::min(255, mean + within); ++near) {
            for (const int page : m_pages[static_cast<std::size_t>(near)]) {
                if (!f(page))
                    return;
            }
        }
    }

private:
    std::array<std::vector<int>, 256> m_pages;
};

const PagePrint &at(const std::vector<PagePrint> &prints, int page)
{
    return prints[static_cast<std::size_t>(page)];
}

PartCount countParts(const std::vector<PagePrint> &older, const std::vector<PagePrint> &newer)
{
    PartCount counts;
    for (const std::vector<PagePrint> *const prints : {&older, &newer}) {
        for (const PagePrint &print : *prints) {
            for (const quint32 part : print.sketch)
                ++counts[part];
        }
    }
    return counts;
}

/// Of the newer pages those that share the most with this one.
std::vector<int> nearestByParts(const std::vector<quint32> &sketch, const QHash<quint32, QList<int>> &pagesOf,
                                const PartCount &counts)
{
    QHash<int, double> shared;
    for (const quint32 part : sketch) {
        const auto pages = pagesOf.constFind(part);
        if (pages == pagesOf.cend() || pages->size() > kMostPagesOfPart)
            continue;
        for (const int page : *pages)
            shared[page] += weightOf(counts, part);
    }
    std::vector<std::pair<double, int>> best;
    for (auto page = shared.cbegin(); page != shared.cend(); ++page)
        best.emplace_back(-page.value(), page.key());
    std::ranges::sort(best);
    if (best.size() > kMostCompared)
        best.resize(kMostCompared);
    std::vector<int> nearest;
    for (const auto &[weight, page] : best)
        nearest.push_back(page);
    return nearest;
}

} // namespace

std::vector<int> pageKinds(const std::vector<PagePrint> &older, const std::vector<PagePrint> &newer)
{
    // The first page of a kind stands for it.
    std::vector<const PagePrint *> kinds;
    QHash<QByteArray, ByMean> kindsOfText;
    QHash<QByteArray, int> exact;
    std::vector<int> result;
    for (const std::vector<PagePrint> *const prints : {&older, &newer}) {
        for (const PagePrint &print : *prints) {
            const QByteArray whole = print.text + ':' + print.look;
            if (const auto same = exact.constFind(whole); same != exact.cend()) {
                result.push_back(*same);
                continue;
            }
            int kind = -1;
            ByMean &alike = kindsOfText[print.text];
            alike.forEachNear(print.look, kSameMean + 1, [&](int other) {
                if (isSameLook(kinds[static_cast<std::size_t>(other)]->look, print.look, print.text.isEmpty()))
                    kind = other;
                return kind < 0;
            });
            if (kind < 0) {
                kind = static_cast<int>(kinds.size());
                kinds.push_back(&print);
                alike.add(kind, print.look);
            }
            exact.insert(whole, kind);
            result.push_back(kind);
        }
    }
    return result;
}

std::vector<PageEdge> similarPages(const std::vector<PagePrint> &older, const std::vector<PagePrint> &newer,
                                   const std::vector<int> &ofOlder, const std::vector<int> &ofNewer)
{
    const PartCount counts = countParts(older, newer);
    QHash<quint32, QList<int>> pagesOf;
    ByMean textless;
    for (const int page : ofNewer) {
        for (const quint32 part : at(newer, page).sketch)
            pagesOf[part].append(page);
        if (at(newer, page).text.isEmpty())
            textless.add(page, at(newer, page).look);
    }
    std::vector<PageEdge> edges;
    for (const int page : ofOlder) {
        const PagePrint &print = at(older, page);
        for (const int goal : nearestByParts(print.sketch, pagesOf, counts)) {
            const double likeness = likenessOf(print.sketch, at(newer, goal).sketch, counts);
            if (likeness >= kLeastLikeness)
                edges.push_back({page, goal, likeness});
        }
        if (!print.text.isEmpty() || print.look.isEmpty())
            continue;
        std::size_t compared = 0;
        textless.forEachNear(print.look, kFarMean, [&](int goal) {
            const int apart = distanceOf(print.look, at(newer, goal).look).mean;
            if (apart <= kFarMean) {
                edges.push_back({page, goal, 1.0 - static_cast<double>(apart) / (2 * kFarMean)});
                ++compared;
            }
            return compared < kMostCompared;
        });
    }
    return edges;
}

bool areAlike(const PagePrint &one, const PagePrint &other)
{
    // Without counts every part weighs the same.
    return distanceOf(one.look, other.look).mean <= kAlikeMean
        && likenessOf(one.sketch, other.sketch, {}) >= kAlikeWords;
}

} // namespace kessai
