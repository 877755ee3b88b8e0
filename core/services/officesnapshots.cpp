// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/officesnapshots.h"

#include <algorithm>

namespace kessai {

namespace {

/// The days on which something happens to the cases of a month or so.
constexpr size_t kMost = 32;

} // namespace

std::shared_ptr<const Office> OfficeSnapshots::at(const QDate &day, int revision)
{
    const auto known = std::find_if(m_kept.begin(), m_kept.end(), [&](const std::shared_ptr<const Office> &office) {
        return office->day() == day && office->revision() == revision;
    });
    if (known != m_kept.end()) {
        std::rotate(known, known + 1, m_kept.end());
        return m_kept.back();
    }
    if (m_kept.size() == kMost)
        m_kept.erase(m_kept.begin());
    m_kept.push_back(m_history.at(day, revision));
    return m_kept.back();
}

} // namespace kessai
