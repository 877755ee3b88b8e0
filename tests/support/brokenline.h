// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

namespace kessai::test {

/// A line to the test server that breaks where a test wants it to: just before a statement of the client reaches the server, or just after the
/// server has carried it out and before the client hears of it. A client may connect again at once.
class BrokenLine final {
public:
    enum class Loss { Request, Answer };

    BrokenLine();
    ~BrokenLine();
    BrokenLine(const BrokenLine &) = delete;
    BrokenLine &operator=(const BrokenLine &) = delete;

    /// The address of a database over this line for somebody who signs in.
    QString url(const QString &database, const QString &login) const;
    /// Breaks once, at the n-th statement from now on.
    void breakAt(int statement, Loss loss);
    /// Breaks no more.
    void hold() { m_left = -1; }
    /// Whether it ever broke.
    bool broken() const { return m_broken; }

private:
    struct Call;
    void run();
    bool forward(Call &call);
    bool answer(Call &call);

    QTemporaryDir m_directory;
    int m_listener = -1;
    std::atomic<bool> m_running = true;
    std::atomic<int> m_left = -1; ///< statements until it breaks; below nothing = never
    std::atomic<bool> m_broken = false;
    std::atomic<Loss> m_loss = Loss::Request;
    std::thread m_thread;
};

} // namespace kessai::test
