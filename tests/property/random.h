// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace kessai::test {

/// A small seeded generator (splitmix64): the same seed gives the same values on every machine.
class Random final {
public:
    explicit Random(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15u;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    /// From 0 to `below` - 1; 0 when there is nothing to choose from.
    int below(int count) { return count > 0 ? int(next() % quint64(count)) : 0; }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    const T &oneOf(const std::vector<T> &values)
    {
        return values[size_t(below(int(values.size())))];
    }

private:
    quint64 m_state;
};

} // namespace kessai::test
