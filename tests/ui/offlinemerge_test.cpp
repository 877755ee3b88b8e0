// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An hour on the train: written without the office, and merged with what everybody else wrote, over real databases.
#include "tests/core/meetings/meetingchanges.h"
#include "tests/store/hand.h"
#include "tests/ui/memorykeyring.h"
#include "ui/kept/keptbooks.h"
#include "ui/meetings/bookkeeper.h"
#include "ui/meetings/inkkeeper.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/shell/desksession.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace kessai::test {

class OfflineMergeTest : public OnBothDatabases {
protected:
    void SetUp() override
    {
        OnBothDatabases::SetUp();
        ASSERT_FALSE(HasFatalFailure());
        PlanMeeting plan = planned();
        plan.day = office.officeToday()->day();
        id = change(std::nullopt, plan);
        change(id, agendaItem(1));
        for (const int paper : {1, 2}) {
            PutPaper put = paperPut(paper, 1);
            const auto file =
                Hand(office, people.sato).upload(u"資料%1.pdf"_s.arg(paper), QByteArray(400'000, char('0' + paper)));
            ASSERT_TRUE(fine(file));
            put.file = *file;
            put.file.mediaType = u"application/pdf"_s;
            change(id, put);
        }
        change(id, InviteMembers{{{people.sato, MeetingRole::Secretary, {}}, {people.kato, MeetingRole::Member, {}}}});
        change(id, SetState{MeetingState::Published});
    }
    MeetingId change(std::optional<MeetingId> meeting, const MeetingChange &what)
    {
        MeetingStore &store = office.as(people.sato).meetings();
        const int seen = meeting ? store.meeting(*meeting)->acts.back().seq : 0;
        const auto done = store.change(meeting, seen, QUuid::createUuid().toString(QUuid::WithoutBraces), what);
        EXPECT_TRUE(fine(done));
        return done ? done->id : MeetingId(0);
    }
    std::unique_ptr<KeptBooks> kept()
    {
        const QString owner = KeptBooks::ownerOf(info->databaseId, info->me.number);
        EXPECT_FALSE(owner.isEmpty()) << "the database has an id of its own";
        return std::make_unique<KeptBooks>(KeptBooks::Place{&keyring, home.path()}, owner);
    }
    /// Kato at their computer, with the office or without.
    std::unique_ptr<DeskSession> session(bool online)
    {
        if (!online) {
            desk.close();
            return DeskSession::offline(desk, *info, kept());
        }
        const auto signedIn = desk.start([this]() -> Result<std::unique_ptr<Desk>> {
            auto store = office.open(people.kato);
            if (!store)
                return store.failure();
            return std::make_unique<Desk>(std::move(store).value(), memoForms(), office.clock());
        });
        EXPECT_TRUE(QTest::qWaitFor([&] { return signedIn.isFinished(); }, 10'000));
        EXPECT_TRUE(fine(signedIn.result()));
        info = signedIn.result().value();
        return std::make_unique<DeskSession>(desk, *info, kept());
    }
    static InkShape stroke(int no)
    {
        InkShape shape;
        shape.points = {{0.1F, 0.01F * float(no), 1}, {0.3F, 0.01F * float(no), 0.5F}};
        return shape;
    }
    std::map<QString, Ink> stored()
    {
        std::map<QString, Ink> all;
        const auto read = office.as(people.kato).meetings().ink(id, 0);
        for (const Ink &ink : read->inks) {
            if (!ink.removed)
                all.emplace(ink.id, ink);
        }
        return all;
    }

    QTemporaryDir home;
    MemoryKeyring keyring;
    DeskThread desk;
    std::optional<DeskInfo> info;
    MeetingId id{0};
};

KESSAI_ON_BOTH_DATABASES(OfflineMergeTest);

TEST_P(OfflineMergeTest, LosesNothingOfWhatWasWrittenWithoutTheOffice)
{
    const SystemClock clock;
    QString before;
    {
        const auto online = session(true);
        BookKeeper books(*online);
        books.look(id);
        InkLayer layer(people.kato, u"加藤"_s, clock);
        InkKeeper keeper(*online);
        MeetingPresenter presenter(*online);
        presenter.open(id);
        ASSERT_TRUE(QTest::qWaitFor([&] { return presenter.meeting().seq > 0; }));
        keeper.open(presenter.meeting(), layer);
        before = layer.add({1, 0}, stroke(1));
        keeper.flush();
        ASSERT_TRUE(QTest::qWaitFor([&] { return keeper.state() == InkKeeper::State::Stored; }));
        keeper.refresh();
        ASSERT_TRUE(QTest::qWaitFor([&] {
            const auto state = books.states().find(id);
            return state != books.states().end() && state->second.isWhole();
        }));
        keeper.close();
    }

    std::map<QString, Ink> written;
    {
        const auto offline = session(false);
        MeetingPresenter presenter(*offline);
        presenter.open(id);
        ASSERT_TRUE(QTest::qWaitFor([&] { return presenter.isKept(); }));
        InkLayer layer(people.kato, u"加藤"_s, clock);
        InkKeeper keeper(*offline);
        keeper.open(presenter.meeting(), layer);
        ASSERT_TRUE(QTest::qWaitFor([&] { return layer.piece(before).has_value(); }));
        layer.rewrite(before, stroke(99));
        for (int i = 0; i < 90; ++i)
            layer.add({1 + i % 2, i / 2 % 2}, stroke(i));
        for (const PlacedInk &one : layer.all())
            written.emplace(one.ink.id, one.ink);
        keeper.close();
    }
    ASSERT_EQ(written.size(), 91u);
    Ink shared;
    shared.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    shared.paper = 2;
    shared.shape = stroke(50);
    shared.audience = InkAudience::All;
    ASSERT_TRUE(fine(office.as(people.sato).meetings().putInk(id, {shared})));

    const auto again = session(true);
    InkKeeper keeper(*again);
    keeper.sendKept();

    ASSERT_TRUE(QTest::qWaitFor([&] { return stored().size() == 92; }));
    std::map<QString, Ink> now = stored();
    EXPECT_EQ(now.count(shared.id), 1u);
    for (const auto &[piece, ink] : written) {
        ASSERT_EQ(now.count(piece), 1u);
        EXPECT_EQ(now.at(piece).shape, ink.shape);
        EXPECT_EQ(now.at(piece).author, people.kato);
    }
    const auto unsent = [&] {
        auto left = again->kept().run([](BookShelf &shelf) { return shelf.unsent(); });
        return QTest::qWaitFor([&] { return left.isFinished(); }) && left.result().empty();
    };
    EXPECT_TRUE(QTest::qWaitFor(unsent)) << "nothing waits here any more";
}

TEST_P(OfflineMergeTest, KeepsBesideWhatWasChangedElsewhereMeanwhile)
{
    const SystemClock clock;
    Ink piece;
    piece.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    piece.paper = 1;
    piece.shape = stroke(1);
    piece.base = 0;
    MeetingStore &elsewhere = office.as(people.kato).meetings();
    ASSERT_TRUE(fine(elsewhere.putInk(id, {piece})));
    {
        const auto online = session(true);
        BookKeeper books(*online);
        books.choose(id, true);
        ASSERT_TRUE(QTest::qWaitFor([&] {
            const auto state = books.states().find(id);
            return state != books.states().end() && state->second.isWhole();
        }));
    }
    {
        const auto offline = session(false);
        MeetingPresenter presenter(*offline);
        presenter.open(id);
        ASSERT_TRUE(QTest::qWaitFor([&] { return presenter.isKept(); }));
        InkLayer layer(people.kato, u"加藤"_s, clock);
        InkKeeper keeper(*offline);
        keeper.open(presenter.meeting(), layer);
        ASSERT_TRUE(QTest::qWaitFor([&] { return layer.piece(piece.id).has_value(); }));
        layer.rewrite(piece.id, stroke(50));
        layer.rewrite(piece.id, stroke(60));
        keeper.close();
    }
    Ink changed = piece;
    changed.base = 1;
    changed.version = 2;
    changed.shape = stroke(70);
    ASSERT_TRUE(fine(elsewhere.putInk(id, {changed})));

    const auto again = session(true);
    InkKeeper keeper(*again);
    QSignalSpy joined(&keeper, &InkKeeper::inkJoined);
    keeper.sendKept();

    ASSERT_TRUE(QTest::qWaitFor([&] { return stored().size() == 2; }));
    std::map<QString, Ink> now = stored();
    EXPECT_EQ(now.at(piece.id).shape, shapeOf(shapeBody(stroke(70))));
    now.erase(piece.id);
    EXPECT_EQ(now.begin()->second.shape, shapeOf(shapeBody(stroke(60))));
    EXPECT_TRUE(QTest::qWaitFor([&] { return joined.size() == 1; })) << "and it is said";
}

} // namespace kessai::test
