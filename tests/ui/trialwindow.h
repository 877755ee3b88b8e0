// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/store/trialdesk.h"
#include "ui/shell/desksession.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QThreadPool>

namespace kessai::test {

/// A signed-in session over a trial office, with a home of its own.
class TrialWindow : public TrialDesk {
protected:
    void SetUp() override
    {
        qputenv("HOME", m_home.path().toLocal8Bit());
        theme.apply({ThemeChoice::Light, FontChoice::Standard, 100});
        TrialDesk::SetUp();
        beginSession(people.sato);
        form = session->info().forms.front();
    }
    void TearDown() override
    {
        session.reset();
        TrialDesk::TearDown();
        pool().waitForDone();
        qputenv("HOME", m_homeBefore);
    }
    void beginSession(StaffId who)
    {
        session.reset();
        const auto signedIn = signIn(who);
        ASSERT_TRUE(wait([&signedIn] { return signedIn.isFinished(); }));
        session = std::make_unique<DeskSession>(desk, *signedIn.result());
        settle();
    }
    std::vector<CaseId> cases() { return *office.owner().cases().ids(std::nullopt, 100); }
    CaseState stateOf(CaseId id) { return office.owner().cases().load(id)->projection.state; }
    QString titleOf(CaseId id) { return office.owner().cases().load(id)->title; }
    /// From now on the office takes no draft.
    void breakSaving()
    {
        ASSERT_TRUE(fine(office.tamper(QStringLiteral(
            "CREATE TRIGGER broken BEFORE INSERT ON case_file BEGIN SELECT RAISE(ABORT, 'broken'); END"))));
    }
    static QThreadPool &pool() { return *QThreadPool::globalInstance(); }

    Theme theme{*qApp};
    std::unique_ptr<DeskSession> session;
    FormDefinition form;

private:
    QTemporaryDir m_home; ///< drafts kept on this computer stay within the test
    QByteArray m_homeBefore = qgetenv("HOME");
};

} // namespace kessai::test
