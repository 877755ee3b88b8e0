// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <vector>

namespace kessai {

/// Chance for the sample office: the same seed gives the same throws on every machine, in every version of Qt and of the
/// standard library (SplitMix64), so that a sample office can be made again exactly.
class Dice final {
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    /// 0 … sides - 1; `sides` is at least 1.
    int below(int sides);
    /// low … high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    /// True in so many of a hundred throws.
    bool percent(int chance) { return below(100) < chance; }
    /// One of the entries, which are not none.
    template <class T>
    const T &oneOf(const std::vector<T> &entries)
    {
        return entries[size_t(below(int(entries.size())))];
    }
    /// The index of an entry, each as likely as its weight says.
    size_t weighted(const std::vector<int> &weights);
    template <class T>
    void shuffle(std::vector<T> &entries)
    {
        for (size_t i = entries.size(); i > 1; --i)
            std::swap(entries[i - 1], entries[size_t(below(int(i)))]);
    }
    /// 32 hexadecimal digits.
    QByteArray token();
    /// Dice of its own for a part of the work, so that a change of one part leaves the others as they were.
    Dice branch() { return Dice(next()); }

private:
    quint64 next();

    quint64 m_state;
};

} // namespace kessai
