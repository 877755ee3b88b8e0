// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace kessai {

/// Something an administrator writes, as it was after each change, the first as it began.
template <class T>
class DraftSteps final {
public:
    bool active() const { return !m_steps.empty(); }
    const T &now() const { return m_steps[m_at]; }
    const T &origin() const { return m_steps.front(); }
    bool changed() const { return active() && !(now() == origin()); }
    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_steps.size(); }

    void begin(T value)
    {
        m_steps.clear();
        m_steps.push_back(std::move(value));
        m_at = 0;
    }
    void clear()
    {
        m_steps.clear();
        m_at = 0;
    }
    /// Whether it is another one now.
    bool change(T value)
    {
        if (value == now())
            return false;
        m_steps.erase(m_steps.begin() + std::ptrdiff_t(m_at) + 1, m_steps.end());
        m_steps.push_back(std::move(value));
        if (m_steps.size() > kMostSteps)
            m_steps.erase(m_steps.begin() + 1); // where it began stays
        m_at = m_steps.size() - 1;
        return true;
    }
    void undo() { m_at -= canUndo(); }
    void redo() { m_at += canRedo(); }

private:
    static constexpr std::size_t kMostSteps = 200;
    std::vector<T> m_steps;
    std::size_t m_at = 0;
};

} // namespace kessai
