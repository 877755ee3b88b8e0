// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/tray/bulkpanel.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

namespace kessai::test {

/// How bad a line is: how many answers to acts are lost, and whether it is dead after that.
struct Weather {
    std::atomic<int> losses = 0;
    std::atomic<bool> breaks = false;
    std::atomic<bool> broken = false;
};

/// A line on which acts arrive and their answers are lost.
class LossyLine final : public Store, public CaseStore {
public:
    LossyLine(std::unique_ptr<Store> store, std::shared_ptr<Weather> weather)
        : m_store(std::move(store)), m_weather(std::move(weather))
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
    bool connected() override { return m_store->connected(); }
    Result<> reconnect() override { return m_store->reconnect(); }
    bool guarded() const override { return m_store->guarded(); }

    Result<Pulse> pulse() override { return m_store->cases().pulse(); }
    Result<ListPage> list(const ListQuery &query) override { return m_store->cases().list(query); }
    Result<CaseRecord> load(CaseId id) override
    {
        return m_weather->broken ? fail(ErrorCode::ConnectionLost) : m_store->cases().load(id);
    }
    Result<std::vector<CaseId>> ids(std::optional<CaseId> after, int limit) override
    {
        return m_store->cases().ids(after, limit);
    }
    Result<CaseId> saveDraft(const DraftSave &draft) override { return m_store->cases().saveDraft(draft); }
    Result<> deleteDraft(CaseId id) override { return m_store->cases().deleteDraft(id); }
    Result<Event> append(const AppendRequest &request) override
    {
        auto done = m_store->cases().append(request);
        m_weather->broken = m_weather->breaks.load();
        if (m_weather->losses == 0)
            return done;
        --m_weather->losses;
        return fail(ErrorCode::OutcomeUnknown);
    }

private:
    std::unique_ptr<Store> m_store;
    std::shared_ptr<Weather> m_weather;
};

class BulkLossTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        for (int i = 0; i < 3; ++i) {
            office.wait();
            ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("机"), 1))));
        }
        beginSession(people.suzuki);
        panel = std::make_unique<BulkPanel>(*session);
        panel->setCases(Hand(office, people.suzuki).list(ListKind::Tray).rows);
    }
    void TearDown() override
    {
        panel.reset();
        TrialWindow::TearDown();
    }
    std::unique_ptr<Store> line(std::unique_ptr<Store> store) override
    {
        return std::make_unique<LossyLine>(std::move(store), weather);
    }
    /// Approves all; what `finished` said.
    QList<QVariant> approve()
    {
        QSignalSpy finished(panel.get(), &BulkPanel::finished);
        EXPECT_TRUE(wait([this] { return panel->ready(); }, 20'000));
        auto *button = panel->findChild<QPushButton *>(QStringLiteral("bulkApproveButton"));
        button->click(); // it asks
        button->click();
        EXPECT_TRUE(wait([&finished] { return finished.count() == 1; }, 20'000));
        return finished.value(0);
    }
    int recorded()
    {
        int acts = 0;
        for (CaseId id : cases())
            acts += office.owner().cases().load(id)->projection.seq - 1;
        return acts;
    }

    const std::shared_ptr<Weather> weather = std::make_shared<Weather>();
    std::unique_ptr<BulkPanel> panel;
};

TEST_F(BulkLossTest, AsksAgainWhereTheAnswerWasLost)
{
    weather->losses = 3; // all the attempts the desk makes by itself

    EXPECT_EQ(approve(), QList<QVariant>({3, 0, 0}));

    EXPECT_EQ(recorded(), 3) << "each once";
}

TEST_F(BulkLossTest, SaysThatItDoesNotKnowWhereTheLineStaysBad)
{
    weather->losses = 3;
    weather->breaks = true;

    EXPECT_EQ(approve(), QList<QVariant>({0, 0, 1}));

    const auto *list = panel->findChild<QListWidget *>(QStringLiteral("bulkList"));
    EXPECT_TRUE(list->item(0)->text().contains(QLatin1String("not known"))) << list->item(0)->text().toStdString();
    EXPECT_FALSE(list->item(1)->text().contains(QLatin1String("not known"))) << "it was not tried";
    EXPECT_EQ(recorded(), 1);
}

} // namespace kessai::test
