// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed, or a line that breaks, at every single point of filing and of approving: nothing is left half done, and whoever
// asks again finds out what became of it and has it done exactly once.
#include "core/services/verifier.h"
#include "tests/store/tryingclerk.h"
#include "tests/support/brokenline.h"
#include "tests/support/serveroffice.h"

#include <QProcess>

namespace kessai::test {

namespace {

class Broken : public OnBothDatabases {
protected:
    std::unique_ptr<Desk> deskOf(Result<std::unique_ptr<Store>> store)
    {
        EXPECT_TRUE(fine(store));
        auto desk = std::make_unique<Desk>(std::move(store).value(), memoForms(), office.clock());
        EXPECT_TRUE(fine(desk->start()));
        return desk;
    }
    std::unique_ptr<Desk> deskOf(StaffId who) { return deskOf(office.open(who)); }

    /// A request that waits for 鈴木.
    CaseId waiting(const QString &subject)
    {
        const auto desk = deskOf(people.sato);
        const auto event = fileFromWhereItStands(*desk, subject, freshRequestId(), 1000);
        EXPECT_TRUE(fine(event));
        return event->caseId;
    }
    /// Whoever has everything before them finds the case whole, and the act once.
    void expectOnce(CaseId id, const QString &requestId, int seq, size_t files)
    {
        const auto owner = GetParam() == Dialect::Sqlite
            ? openStore(DatabaseUrl::sqlite(office.sqlitePath()), std::nullopt, office.clock())
            : openStore((*office.ownersDatabase())->url(), std::nullopt, office.clock());
        ASSERT_TRUE(fine(owner));
        const auto record = (*owner)->cases().load(id);
        ASSERT_TRUE(fine(record));
        const Verified verified = verifyCase(*record, office.configuration(), memoForms());
        EXPECT_TRUE(verified.sound()) << verified.damage.front().detail.toStdString();
        EXPECT_EQ(record->history.size(), size_t(seq));
        EXPECT_EQ(record->history.back().requestId, requestId);
        ASSERT_EQ(record->revisions.size(), 1u);
        EXPECT_EQ(record->revisions[0].content.attachments.size(), files);
    }
    /// What somebody who files finds when they look again, and when they go on from there.
    void expectFiledOnce(Desk &desk, const QString &subject, const QString &requestId, qint64 size)
    {
        const auto before = withSubject(desk, subject);
        ASSERT_TRUE(fine(before));
        EXPECT_LE(before->size(), 1u);
        const auto event = fileFromWhereItStands(desk, subject, requestId, size);
        ASSERT_TRUE(fine(event));
        EXPECT_EQ(withSubject(desk, subject).value(), std::vector{event->caseId});
        expectOnce(event->caseId, requestId, 1, 1);
    }
    void expectApprovedOnce(Desk &desk, CaseId id, const QString &requestId)
    {
        const auto event = desk.act(id, 1, requestId, Approve{});
        ASSERT_TRUE(fine(event));
        EXPECT_EQ(event->seq, 2);
        expectOnce(id, requestId, 2, 1);
    }
};

class BrokenLines : public Broken {
protected:
    std::unique_ptr<Desk> deskOver(BrokenLine &line, StaffId who)
    {
        const QString login = office.officeToday()->staff(who)->login;
        const auto url = DatabaseUrl::parse(line.url((*office.ownersDatabase())->url().database(), login));
        return deskOf(openStore(url->withCredentials(login, staffPassword()), std::nullopt, office.clock()));
    }
    /// Calls `act` with a line that breaks at its first statement, its second, and so on, until there are no more; how many there were.
    int atEachStatement(const std::function<void(BrokenLine &, BrokenLine::Loss, int)> &act)
    {
        int statements = 0;
        for (const auto loss : {BrokenLine::Loss::Request, BrokenLine::Loss::Answer}) {
            for (int at = 1;; ++at) {
                SCOPED_TRACE(QStringLiteral("%1 %2").arg(loss == BrokenLine::Loss::Answer).arg(at).toStdString());
                BrokenLine line;
                act(line, loss, at);
                if (!line.broken() || HasFatalFailure())
                    break;
                ++statements;
            }
        }
        return statements;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, BrokenLines, ::testing::Values(Dialect::PostgreSql), dialectName);

class KilledProgram : public Broken {
protected:
    /// Runs somebody's program until it is killed at the n-th thing it does to the disk; false where it came to its end before.
    bool killed(StaffId who, const QStringList &what, int at)
    {
        office.wait();
        QProcess program;
        program.start(QStringLiteral(KESSAI_DOOMED_CLERK),
                      QStringList{office.sqlitePath(), QString::number(who.value())} + what
                          + QStringList{QString::number(office.clock().now().microseconds()), QString::number(at)});
        EXPECT_TRUE(program.waitForFinished(60'000));
        if (program.exitStatus() == QProcess::CrashExit)
            return true;
        EXPECT_EQ(program.exitCode(), 0);
        EXPECT_GT(program.readAllStandardOutput().trimmed().toInt(), 10) << "nothing was done to the disk";
        return false;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, KilledProgram, ::testing::Values(Dialect::Sqlite), dialectName);

} // namespace

TEST_P(BrokenLines, LeaveARequestFiledOnceWhereverTheyBreak)
{
    constexpr qint64 kSize = kChunkSize + 5;

    const int statements = atEachStatement([this](BrokenLine &line, BrokenLine::Loss loss, int at) {
        const QString subject = QStringLiteral("切断 %1 %2").arg(loss == BrokenLine::Loss::Answer).arg(at);
        const QString requestId = QStringLiteral("broken-") + subject;
        const auto desk = deskOver(line, people.sato);
        line.breakAt(at, loss);

        const auto filed = fileFromWhereItStands(*desk, subject, requestId, kSize);

        line.hold();
        EXPECT_TRUE(filed || line.broken());
        ASSERT_TRUE(fine(desk->pulse())) << "the line is whole again";
        // The same program, or one that was started again
        expectFiledOnce(at % 2 == 0 ? *desk : *deskOf(people.sato), subject, requestId, kSize);
    });

    RecordProperty("points", statements);
    EXPECT_GT(statements, 20);
}

TEST_P(BrokenLines, LeaveAnApprovalGivenOnceWhereverTheyBreak)
{
    const int statements = atEachStatement([this](BrokenLine &line, BrokenLine::Loss loss, int at) {
        const QString subject = QStringLiteral("承認の切断 %1 %2").arg(loss == BrokenLine::Loss::Answer).arg(at);
        const CaseId id = waiting(subject);
        const auto desk = deskOver(line, people.suzuki);
        line.breakAt(at, loss);

        const auto approved = desk->act(id, 1, subject, Approve{});

        line.hold();
        EXPECT_TRUE(approved || line.broken());
        ASSERT_TRUE(fine(desk->pulse())) << "the line is whole again";
        expectApprovedOnce(at % 2 == 0 ? *desk : *deskOf(people.suzuki), id, subject);
    });

    RecordProperty("points", statements);
    EXPECT_GE(statements, 4);
}

TEST_P(KilledProgram, LeavesARequestFiledOnceWhereverItDies)
{
    int at = 1;
    for (bool died = true; died && !HasFatalFailure(); ++at) {
        SCOPED_TRACE(at);
        const QString subject = QStringLiteral("強制終了 %1").arg(at);
        const QString requestId = QStringLiteral("killed-%1").arg(at);

        died = killed(people.sato, {QStringLiteral("file"), subject, requestId}, at);

        office.wait();
        expectFiledOnce(*deskOf(people.sato), subject, requestId, 1000);
    }
    RecordProperty("points", at - 2);
    EXPECT_GT(at, 20);
}

TEST_P(KilledProgram, LeavesAnApprovalGivenOnceWhereverItDies)
{
    int at = 1;
    for (bool died = true; died && !HasFatalFailure(); ++at) {
        SCOPED_TRACE(at);
        const CaseId id = waiting(QStringLiteral("承認中の強制終了 %1").arg(at));
        const QString requestId = QStringLiteral("killed-%1").arg(at);

        died = killed(people.suzuki, {QStringLiteral("approve"), QString::number(id.value()), requestId}, at);

        office.wait();
        expectApprovedOnce(*deskOf(people.suzuki), id, requestId);
    }
    RecordProperty("points", at - 2);
    EXPECT_GT(at, 10);
}

} // namespace kessai::test
