// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/deskthread.h"
#include "tests/store/hand.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>

namespace kessai::test {

/// Somebody at a real desk, on its thread, over a trial office. The desk can be kept busy, as a slow line keeps it.
class TrialDesk : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(office.problem(), QString());
        const auto signedIn = signIn(people.sato);
        ASSERT_TRUE(wait([&signedIn] { return signedIn.isFinished(); }));
        ASSERT_TRUE(fine(signedIn.result()));
    }
    void TearDown() override { m_gate.release(1'000); }

    Answer<Result<DeskInfo>> signIn(StaffId who)
    {
        return desk.start([this, who]() -> Result<std::unique_ptr<Desk>> {
            auto store = office.open(who);
            if (!store)
                return store.failure();
            return std::make_unique<Desk>(line(std::move(store).value()), forms(), office.clock());
        });
    }
    /// What the desk knows of forms.
    virtual const FormCatalog &forms() { return memoForms(); }
    /// What lies between the desk and the office; a test may put a bad line there.
    virtual std::unique_ptr<Store> line(std::unique_ptr<Store> store) { return store; }
    /// Keeps the desk busy until `release`, or for so long.
    void hold(int milliseconds = 20'000)
    {
        std::ignore = desk.run([this, milliseconds](Desk &) {
            m_gate.tryAcquire(1, milliseconds);
            return Result<>();
        });
    }
    void release() { m_gate.release(); }
    /// Turns the event loop until it is so.
    static bool wait(const std::function<bool()> &done, int milliseconds = 5'000)
    {
        QElapsedTimer since;
        for (since.start(); !done() && since.elapsed() < milliseconds; QThread::msleep(1))
            QCoreApplication::processEvents();
        return done();
    }
    /// Lets everything that was asked of the desk be answered and shown; an answer may lead to a question, and that to another.
    void settle()
    {
        for (int i = 0; i < 5; ++i) {
            const auto turn = desk.run([](Desk &) { return Result<>(); });
            EXPECT_TRUE(wait([&turn] { return turn.isFinished(); }));
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    TestOffice office{Dialect::Sqlite};
    const SmallOffice &people = office.people();

private:
    QSemaphore m_gate;

protected:
    DeskThread desk; ///< ends before all else here
};

} // namespace kessai::test
