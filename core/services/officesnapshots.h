// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

namespace kessai {

/// Snapshots of one office, each cut once: cutting one costs as much as reading a case. The few used last are kept. Lives on one
/// thread.
class OfficeSnapshots final {
public:
    /// `history` outlives the snapshots; whoever changes it clears them.
    explicit OfficeSnapshots(const OfficeHistory &history) : m_history(history) {}
    OfficeSnapshots(const OfficeSnapshots &) = delete;
    OfficeSnapshots &operator=(const OfficeSnapshots &) = delete;

    /// The office as it stood on a day, as far as a revision knew.
    std::shared_ptr<const Office> at(const QDate &day, int revision);
    void clear() { m_kept.clear(); }

private:
    const OfficeHistory &m_history;
    std::vector<std::shared_ptr<const Office>> m_kept; ///< the one used last at the end
};

} // namespace kessai
