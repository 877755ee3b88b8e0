// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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
        m_typing.clear();
    }
    void clear()
    {
        m_steps.clear();
        m_at = 0;
        m_typing.clear();
    }
    /// Whether it is another one now. `typing` names a field somebody types in: what is typed there with nothing else in between is one step.
    bool change(T value, const QString &typing = {})
    {
        if (value == now())
            return false;
        m_steps.erase(m_steps.begin() + std::ptrdiff_t(m_at) + 1, m_steps.end());
        const bool goesOn = !typing.isEmpty() && typing == m_typing && m_at > 0;
        m_typing = typing;
        if (goesOn) {
            m_steps[m_at] = std::move(value);
            return true;
        }
        m_steps.push_back(std::move(value));
        if (m_steps.size() > kMostSteps)
            m_steps.erase(m_steps.begin() + 1); // where it began stays
        m_at = m_steps.size() - 1;
        return true;
    }
    void undo()
    {
        m_at -= canUndo();
        m_typing.clear();
    }
    void redo()
    {
        m_at += canRedo();
        m_typing.clear();
    }

private:
    static constexpr std::size_t kMostSteps = 200;
    std::vector<T> m_steps;
    std::size_t m_at = 0;
    QString m_typing; ///< in which field the last change was typed
};

} // namespace kessai
