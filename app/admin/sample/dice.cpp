// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/dice.h"

#include <numeric>

namespace kessai {

quint64 Dice::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

int Dice::below(int sides)
{
    Q_ASSERT(sides > 0);
    // The bias of a remainder of 2^32 by a few hundred sides does not matter to invented people.
    return int((next() >> 32) % quint64(sides));
}

size_t Dice::weighted(const std::vector<int> &weights)
{
    int throwLeft = below(std::accumulate(weights.begin(), weights.end(), 0));
    size_t index = 0;
    while (throwLeft >= weights[index])
        throwLeft -= weights[index++];
    return index;
}

QByteArray Dice::token()
{
    QByteArray digits;
    for (int i = 0; i < 2; ++i)
        digits += QByteArray::number(next(), 16).rightJustified(16, '0');
    return digits;
}

} // namespace kessai
