// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deskthread.h"

#include "tests/store/trialdesk.h"

namespace kessai::test {

class DeskThreadTest : public TrialDesk {
protected:
    static qint64 timed(const std::function<void()> &what)
    {
        QElapsedTimer since;
        since.start();
        what();
        return since.elapsed();
    }
};

TEST_F(DeskThreadTest, ClosingWaitsForNothing)
{
    hold(2'000);

    EXPECT_LT(timed([this] { desk.close(); }), 500) << "the window stands still for as long";
}

TEST_F(DeskThreadTest, ClosingGivesUpQuestionsAndDoesWhatIsToBeRecorded)
{
    hold();
    std::atomic<bool> looked = false;
    const auto question = desk.ask([&looked](Desk &one) {
        looked = true;
        return one.pulse();
    });
    const auto saved = desk.run([this](Desk &one) {
        return one.saveDraft(std::nullopt, {QStringLiteral("memo"), 1, memo(QStringLiteral("最後の言葉")), {}});
    });

    desk.close();
    release();

    ASSERT_TRUE(wait([&] { return question.isFinished() && saved.isFinished(); }));
    EXPECT_FALSE(looked);
    EXPECT_TRUE(failed(question.result(), ErrorCode::Cancelled));
    ASSERT_TRUE(fine(saved.result()));
    EXPECT_EQ(office.owner().cases().load(*saved.result())->title, QStringLiteral("最後の言葉"));
    const auto later = desk.ask([](Desk &one) { return one.pulse(); });
    ASSERT_TRUE(wait([&] { return later.isFinished(); }));
    EXPECT_TRUE(failed(later.result(), ErrorCode::ConnectionLost));
}

TEST_F(DeskThreadTest, AnotherMaySignInWhileTheDeskIsStillClosing)
{
    hold();
    desk.close();
    const auto next = signIn(people.suzuki);
    const auto asked = desk.ask([](Desk &one) { return one.pulse(); });
    release();

    ASSERT_TRUE(wait([&] { return asked.isFinished(); }));
    ASSERT_TRUE(fine(next.result()));
    EXPECT_EQ(next.result()->me.id, people.suzuki);
    EXPECT_TRUE(fine(asked.result()));
}

TEST_F(DeskThreadTest, ASignInThatWasGivenUpOpensNothing)
{
    hold();
    const auto late = signIn(people.suzuki);
    desk.close();
    release();

    ASSERT_TRUE(wait([&] { return late.isFinished(); }));
    EXPECT_TRUE(failed(late.result(), ErrorCode::Cancelled));
}

TEST_F(DeskThreadTest, RecordsBeforeItGoes)
{
    bool recorded = false;
    {
        DeskThread other;
        const auto opened = other.start([this]() -> Result<std::unique_ptr<Desk>> {
            QThread::msleep(200);
            return std::make_unique<Desk>(std::move(office.open(people.sato)).value(), memoForms(), office.clock());
        });
        ASSERT_TRUE(wait([&opened] { return opened.isFinished(); }));
        std::ignore = other.run([](Desk &) {
            QThread::msleep(200);
            return Result<>();
        });
        std::ignore = other.run([&recorded](Desk &) {
            recorded = true;
            return Result<>();
        });
    }
    EXPECT_TRUE(recorded);
}

/// An office whose poll takes as long as nobody ends it.
class LongQuery final : public Store, public CaseStore {
public:
    LongQuery(std::unique_ptr<Store> store, std::shared_ptr<QSemaphore> ended)
        : m_store(std::move(store)), m_ended(std::move(ended))
    {
    }

    CaseStore &cases() override { return *this; }
    BlobStore &blobs() override { return m_store->blobs(); }
    OfficeStore &office() override { return m_store->office(); }
    LedgerStore &ledgers() override { return m_store->ledgers(); }
    BudgetStore &budget() override { return m_store->budget(); }
    PayeeStore &payees() override { return m_store->payees(); }
    PaymentStore &payments() override { return m_store->payments(); }
    MeetingStore &meetings() override { return m_store->meetings(); }
    ExaminationStore &examinations() override { return m_store->examinations(); }
    bool connected() override { return true; }
    Result<> reconnect() override { return {}; }
    void cancel() override { m_ended->release(); }
    bool guarded() const override { return false; }

    Result<Pulse> pulse() override { return m_store->cases().pulse(); }
    Result<ListPage> list(const ListQuery &) override
    {
        return m_ended->tryAcquire(1, 20'000) ? fail(ErrorCode::Cancelled) : fail(ErrorCode::Internal);
    }
    Result<CaseRecord> load(CaseId id) override { return m_store->cases().load(id); }
    Result<std::vector<CaseId>> ids(std::optional<CaseId> after, int limit) override
    {
        return m_store->cases().ids(after, limit);
    }
    Result<CaseId> saveDraft(const DraftSave &draft) override { return m_store->cases().saveDraft(draft); }
    Result<> deleteDraft(CaseId id) override { return m_store->cases().deleteDraft(id); }
    Result<Event> append(const AppendRequest &request) override { return m_store->cases().append(request); }

private:
    std::unique_ptr<Store> m_store;
    std::shared_ptr<QSemaphore> m_ended;
};

class LongQueryTest : public DeskThreadTest {
protected:
    std::unique_ptr<Store> line(std::unique_ptr<Store> store) override
    {
        return std::make_unique<LongQuery>(std::move(store), ended);
    }

    std::shared_ptr<QSemaphore> ended = std::make_shared<QSemaphore>();
};

TEST_F(LongQueryTest, ClosingEndsTheQuestionUnderWayAndNotWhatIsToBeRecorded)
{
    std::atomic<bool> begun = false;
    const auto question = desk.ask([&begun](Desk &one) {
        begun = true;
        return one.list({});
    });
    ASSERT_TRUE(wait([&begun] { return begun.load(); }));
    const auto saved = desk.run([this](Desk &one) {
        return one.saveDraft(std::nullopt, {QStringLiteral("memo"), 1, memo(QStringLiteral("最後の言葉")), {}});
    });

    desk.close();

    ASSERT_TRUE(wait([&] { return question.isFinished() && saved.isFinished(); }));
    EXPECT_TRUE(failed(question.result(), ErrorCode::Cancelled));
    EXPECT_TRUE(fine(saved.result()));
    QThread::msleep(50);
    EXPECT_EQ(ended->available(), 0) << "the desk was at a question once";
}

TEST_F(LongQueryTest, ClosingLeavesAnActAlone)
{
    std::atomic<bool> begun = false;
    const auto act = desk.run([&begun](Desk &) {
        begun = true;
        QThread::msleep(200);
        return Result<>();
    });
    ASSERT_TRUE(wait([&begun] { return begun.load(); }));

    desk.close();

    ASSERT_TRUE(wait([&act] { return act.isFinished(); }));
    EXPECT_TRUE(fine(act.result()));
    EXPECT_EQ(ended->available(), 0);
}

TEST(DeskThreadEnd, IsNotHeldUpForLongByAHangingLine)
{
    auto begun = std::make_shared<QSemaphore>();
    auto gate = std::make_shared<QSemaphore>();
    auto desk = std::make_unique<DeskThread>();
    const auto opening = desk->start([begun, gate]() -> Result<std::unique_ptr<Desk>> {
        begun->release();
        gate->tryAcquire(1, 20'000);
        return fail(ErrorCode::Unreachable);
    });
    begun->acquire();
    QElapsedTimer since;
    since.start();

    desk.reset();

    EXPECT_LT(since.elapsed(), 10'000);
    gate->release();
    while (!opening.isFinished())
        QThread::msleep(1);
}

} // namespace kessai::test
