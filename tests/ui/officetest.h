// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/memoform.h"
#include "tests/support/memoryoffice.h"
#include "tests/support/printers.h"
#include "tests/ui/answereddialogs.h"
#include "tests/ui/memorykeyring.h"
#include "ui/kept/keptbooks.h"
#include "ui/shell/desksession.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QWidget>

#include <gtest/gtest.h>

namespace kessai::test {

/// Tells how long the event loop was kept from turning, which is what somebody at the window feels.
class LoopWatch final : public QObject {
public:
    explicit LoopWatch(QObject *parent = nullptr);
    /// Turns that took longer than a frame of 16 ms, and the longest, in milliseconds.
    int slowTurns() const { return m_slow; }
    qint64 longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QElapsedTimer m_since;
    int m_slow = 0;
    qint64 m_longest = 0;
};

/// Somebody signed in to an office in memory through a real desk on its thread. Whatever a test does, nothing may be asked of the
/// store on the GUI thread.
class OfficeTest : public ::testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    /// Signs in and waits for it.
    DeskSession &signIn(StaffId who);
    /// Closes every window: what was made goes, and what its sessions kept is a dead window's.
    void closeWindows();
    /// What this computer keeps of somebody, as a session opens it.
    std::unique_ptr<KeptBooks> keptBooks(StaffId who);
    /// Spins the event loop until it is so.
    static bool wait(const std::function<bool()> &done, int milliseconds = 5'000);
    /// Lets everything that was asked of the desk be answered and shown.
    void settle();
    /// Makes something that lives on the session; it goes after the desk has closed, as in the window.
    template <class W, class... Args>
    W &make(Args &&...args)
    {
        auto made = std::make_unique<W>(std::forward<Args>(args)...);
        W &one = *made;
        m_made.push_back(std::move(made));
        return one;
    }
    /// Shows a window of the usual size and gives it the focus.
    static void show(QWidget &window, const QSize &size = {1366, 768});
    /// Commits text as an input method does; keys alone cannot type Japanese.
    static void type(QWidget *into, const QString &text);
    template <class W>
    static W *find(QWidget &in, const QString &name)
    {
        W *found = in.findChild<W *>(name);
        EXPECT_NE(found, nullptr) << name.toStdString();
        return found;
    }

    QTemporaryDir home; ///< drafts kept on this computer stay within the test
    Theme theme{*qApp};
    AnsweredDialogs answers{false};
    MemoryKeyring keyring;
    qint64 keptLimit = KeptBooks::kUsualLimit;
    MemoryOffice office;
    DeskThread desk;
    std::unique_ptr<DeskSession> session;

    const SmallOffice &people = office.staff();
    const StaffId sato = people.sato;     ///< files
    const StaffId suzuki = people.suzuki; ///< reviews as 係長
    const StaffId kato = people.kato;     ///< decides as 課長

private:
    std::vector<std::unique_ptr<DeskSession>>
        m_earlier; ///< of those who signed in before; what was made on them still asks
    std::vector<std::unique_ptr<QObject>> m_made;
    QByteArray m_homeBefore;
};

} // namespace kessai::test
