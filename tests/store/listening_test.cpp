// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bell of a running meeting: what a server says on a channel, from the connection up to the window's thread.
#include "core/services/deskthread.h"
#include "tests/store/testoffice.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace kessai::test {

namespace {

constexpr auto kChannel = "m0123456789abcdef";

bool wait(const std::function<bool()> &done, int milliseconds = 5'000)
{
    QElapsedTimer since;
    for (since.start(); !done() && since.elapsed() < milliseconds; QThread::msleep(1))
        QCoreApplication::processEvents();
    return done();
}

class Listening : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_EQ(office.problem(), QString()); }
    std::unique_ptr<Store> open(StaffId who)
    {
        auto store = office.open(who);
        EXPECT_TRUE(fine(store));
        return std::move(store).value();
    }
    void ring(const char *channel, const char *payload = "")
    {
        EXPECT_TRUE(fine(office.tamper(
            QStringLiteral("SELECT pg_notify('%1', '%2')").arg(QLatin1String(channel), QLatin1String(payload)))));
    }
    /// Cuts the lines of somebody.
    void cut(const char *login)
    {
        EXPECT_TRUE(fine(
            office.tamper(QStringLiteral("DO $$ BEGIN PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                                         " WHERE usename = '%1' AND datname = current_database(); END $$")
                              .arg(QLatin1String(login)))));
    }
    std::function<void(Ring)> note()
    {
        return [this](Ring what) { rings.push_back(what); };
    }

    TestOffice office{Dialect::PostgreSql};
    const SmallOffice &people = office.people();
    std::vector<Ring> rings;
};

} // namespace

TEST_F(Listening, HearsItsChannelAndNoOther)
{
    const auto store = open(people.sato);
    ASSERT_TRUE(fine(store->listen(kChannel, note())));

    ring("mffff");
    ring(kChannel);
    ring(kChannel, "ink");
    ring(kChannel, "whatever somebody says");

    ASSERT_TRUE(wait([this] { return rings.size() >= 3; }));
    EXPECT_EQ(rings, (std::vector{Ring::Live, Ring::Ink, Ring::Live}));
}

TEST_F(Listening, HearsWhatCameAlongWithAnAnswer)
{
    const auto store = open(people.sato);
    ASSERT_TRUE(fine(store->listen(kChannel, note())));

    // No event loop turns here: the news has to come out of the statements themselves.
    ring(kChannel);
    QElapsedTimer since;
    for (since.start(); rings.empty() && since.elapsed() < 5'000;)
        ASSERT_TRUE(fine(store->cases().pulse()));

    EXPECT_EQ(rings, std::vector{Ring::Live});
}

TEST_F(Listening, HearsAnotherChannelInPlaceOfTheFormerAndThenNone)
{
    const auto store = open(people.sato);
    ASSERT_TRUE(fine(store->listen("mfirst", note())));
    ASSERT_TRUE(fine(store->listen("msecond", note())));
    ring("mfirst", "ink");
    ring("msecond");
    ASSERT_TRUE(wait([this] { return !rings.empty(); }));
    EXPECT_EQ(rings, std::vector{Ring::Live});

    const auto witness = open(people.suzuki);
    int heard = 0;
    ASSERT_TRUE(fine(witness->listen("msecond", [&heard](Ring) { ++heard; })));
    ASSERT_TRUE(fine(store->listen({}, {})));
    ring("msecond");

    ASSERT_TRUE(wait([&heard] { return heard == 1; }));
    ASSERT_TRUE(fine(store->cases().pulse()));
    EXPECT_EQ(rings.size(), 1U);
}

TEST_F(Listening, TellsOfALostLineAndHearsAgainWhenItIsBack)
{
    const auto store = open(people.sato);
    ASSERT_TRUE(fine(store->listen(kChannel, note())));

    cut("sato");
    ASSERT_TRUE(wait([this] { return !rings.empty(); })) << "nobody had to ask anything";
    EXPECT_FALSE(store->connected());
    EXPECT_TRUE(failed(store->listen("mother", note()), ErrorCode::ConnectionLost));
    ASSERT_TRUE(fine(store->reconnect()));
    EXPECT_EQ(rings, (std::vector{Ring::Live, Ring::Live, Ring::Ink})) << "something may have been missed";
    ring(kChannel);
    ring("mother", "ink");

    ASSERT_TRUE(wait([this] { return rings.size() >= 4; }));
    EXPECT_EQ(rings.back(), Ring::Ink);
    EXPECT_EQ(rings.size(), 4U);
}

TEST_F(Listening, TakesNothingButTheNameOfAChannel)
{
    const auto store = open(people.sato);

    for (const char *name : {"M1", "1m", "m\"; SELECT 1", "m 1", "_", "mあ"})
        EXPECT_TRUE(failed(store->listen(name, note()), ErrorCode::Invalid)) << name;
    EXPECT_TRUE(failed(store->listen(QByteArray(64, 'm'), note()), ErrorCode::Invalid));
}

TEST_F(Listening, RingsOnTheThreadOfTheWindow)
{
    DeskThread desk;
    const auto opened = desk.start([this]() -> Result<std::unique_ptr<Desk>> {
        return std::make_unique<Desk>(open(people.sato), memoForms(), office.clock());
    });
    ASSERT_TRUE(wait([&opened] { return opened.isFinished(); }));
    ASSERT_TRUE(fine(opened.result()));
    QObject::connect(&desk, &DeskThread::rang, &desk, [this](Ring what) {
        EXPECT_EQ(QThread::currentThread(), QCoreApplication::instance()->thread());
        rings.push_back(what);
    });
    const auto listening = desk.listen(kChannel);
    ASSERT_TRUE(wait([&listening] { return listening.isFinished(); }));
    ASSERT_TRUE(fine(listening.result()));

    ring(kChannel, "ink");
    ASSERT_TRUE(wait([this] { return rings.size() == 1; }));
    EXPECT_EQ(rings.front(), Ring::Ink);

    // A poll brings the line back, and the bell with it.
    cut("sato");
    ASSERT_TRUE(wait([this] { return rings.size() == 2; }));
    const auto polled = desk.ask([](Desk &one) { return one.pulse(); });
    ASSERT_TRUE(wait([&polled] { return polled.isFinished(); }));
    ASSERT_TRUE(fine(polled.result()));
    ASSERT_TRUE(wait([this] { return rings.size() == 4; }));
    ring(kChannel);
    EXPECT_TRUE(wait([this] { return rings.size() == 5; }));

    // Nobody hears anything after signing out.
    desk.close();
    const auto later = desk.listen(kChannel);
    ASSERT_TRUE(wait([&later] { return later.isFinished(); }));
    ring(kChannel);
    QCoreApplication::processEvents();
    EXPECT_EQ(rings.size(), 5U);
}

TEST(ListeningToAFile, IsAskedForAndHearsNothing)
{
    TestOffice office(Dialect::Sqlite);
    ASSERT_EQ(office.problem(), QString());

    EXPECT_TRUE(fine(office.as(office.people().sato).listen(kChannel, [](Ring) { FAIL(); })));
}

} // namespace kessai::test
