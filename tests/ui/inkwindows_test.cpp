// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fulldisk.h"
#include "tests/ui/inkkeepertest.h"

namespace kessai::test {

// What several windows of one person at one computer write of the same pieces (InkKeeper).

TEST_F(InkKeeperTest, LosesNothingOfWhatTwoWindowsChangeAtOnce)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    QSignalSpy joined(&keeper, &InkKeeper::inkJoined);
    QList<float> expected;
    float y = 0.3F;
    for (const auto &[mine, theirs] : {std::pair(2, 1), std::pair(1, 2), std::pair(1, 1)}) {
        for (const bool isRead : {false, true}) {
            SCOPED_TRACE(testing::Message() << mine << " here, " << theirs << " there, read between: " << isRead);
            joined.clear();
            const QString piece = layer.add({1, 0}, stroke());
            keeper.flush();
            ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));

            for (int i = 0; i < mine; ++i)
                layer.rewrite(piece, here(y += 0.01F));
            changeElsewhere(piece, theirs);
            if (isRead) {
                keeper.refresh(); // between the change and its sending
                settle();
            }
            keeper.flush();

            ASSERT_TRUE(wait([&] { return joined.size() == 1 && keeper.state() == InkKeeper::State::Stored; }));
            expected.prepend(1);
            expected.append(5);
            EXPECT_EQ(widths(), expected);
            EXPECT_EQ(layer.piece(piece)->ink.shape.width, 5);
            EXPECT_TRUE(wait([&] { return kept() == 0; }));
        }
    }
}

TEST_F(InkKeeperTest, LosesNothingOfWhatTwoWindowsChangeWithoutALine)
{
    for (const int times : {1, 2}) {
        SCOPED_TRACE(times);
        const QString from = QString::number(times);
        InkLayer &one = layerOf(sato);
        InkKeeper &first = open(signIn(sato), one);
        const QString piece = one.add({1, 0}, noteOf(from));
        first.flush();
        ASSERT_TRUE(wait([&] { return first.state() == InkKeeper::State::Stored; }));
        tidy(); // else it may come to lie here only now
        ASSERT_TRUE(wait([&] { return kept() == 0; }));
        InkLayer &two = layerOf(sato);
        InkKeeper &second = open(signIn(sato), two);
        ASSERT_TRUE(wait([&] { return two.piece(piece).has_value(); }));
        const QStringList before = texts();
        office.cut();

        two.rewrite(piece, noteOf(u"B"_s + from));
        second.close(); // what it made is on this computer alone
        for (int edits = 0; edits < times; ++edits)
            one.rewrite(piece, noteOf(u"A%1 %2"_s.arg(from).arg(edits)));
        first.close();
        settle();
        ASSERT_TRUE(wait([&] { return kept() == 2; }));
        tidy();
        closeWindows();
        office.mend();
        EXPECT_EQ(texts(), before);

        auto &next = make<InkKeeper>(signIn(sato));

        EXPECT_TRUE(wait([&] {
            next.sendKept(); // until the line is known to be back
            settle();
            return texts().size() == before.size() + 1 && kept() == 0;
        })) << qPrintable(texts().join(u'/'))
            << " kept " << kept();
        EXPECT_TRUE(texts().contains(u"B"_s + from));
        EXPECT_TRUE(texts().contains(u"A%1 %2"_s.arg(from).arg(times - 1)));
    }
}

TEST_F(InkKeeperTest, PutsNothingBesideThatAnotherWindowStoredMeanwhile)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    layer.add({1, 0}, stroke());
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting && kept() == 1; }));
    Ink piece = layer.unsent().front();
    closeWindows();
    auto &next = make<InkKeeper>(signIn(sato));
    const int asked = office.asked(Ask::PutInk);
    office.hold(Ask::PutInk);

    next.sendKept(); // it has read what lies here
    ASSERT_TRUE(wait([&] { return office.asked(Ask::PutInk) > asked; }));
    piece.base = 0;
    ASSERT_TRUE(meetingDesk(office, sato)->putInk(id, {piece}));
    changeElsewhere(piece.id, 1);
    ASSERT_EQ(kept(), 1);
    QDirIterator files(home.path(), {u"unsent-*"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        EXPECT_TRUE(QFile::remove(files.next()));
    ASSERT_EQ(kept(), 0);
    office.release();
    settle();
    tidy();

    EXPECT_EQ(widths(), QList<float>{5}) << "and not once more as it was before";
}

TEST_F(InkKeeperTest, SendsNothingThatALivingWindowKeeps)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    const QString piece = layer.add({1, 0}, stroke());
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting && kept() == 1; }));

    InkLayer &other = layerOf(sato);
    InkKeeper &next = open(signIn(sato), other);
    next.sendKept();
    tidy();
    EXPECT_EQ(inkOf(office, sato, id).size(), 0u);
    EXPECT_TRUE(other.all().empty()) << "nor is it held where the same meeting is open";

    layer.rewrite(piece, here());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 1u) << "and nothing lies beside it";
}

TEST_F(InkKeeperTest, SendsByItselfWhatAWindowLeavesThatGoes)
{
    Ink piece;
    piece.id = u"0b7b7f0e-50b4-4a0c-8f1e-6a35c1a5a001"_s;
    piece.paper = 1;
    piece.shape = stroke();
    piece.base = 0;
    DeskSession &desk_ = signIn(sato);
    std::unique_ptr<KeptBooks> other = keptBooks(sato);
    other->run([id = id, piece](BookShelf &shelf) { return shelf.keepUnsent(id, {piece}); });
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    make<InkKeeper>(desk_).sendKept();
    tidy();
    ASSERT_TRUE(inkOf(office, sato, id).empty()) << "it may still send it itself";

    other.reset();

    EXPECT_TRUE(wait([&] { return inkOf(office, sato, id).size() == 1 && kept() == 0; }, 20'000));
}

TEST_F(InkKeeperTest, TakesUpByItselfWhatAWindowLeavesOfTheOpenMeeting)
{
    InkLayer &layer = layerOf(sato);
    open(signIn(sato), layer);
    Ink piece;
    piece.id = u"0b7b7f0e-50b4-4a0c-8f1e-6a35c1a5a002"_s;
    piece.paper = 1;
    piece.shape = stroke();
    piece.base = 0;
    std::unique_ptr<KeptBooks> other = keptBooks(sato);
    other->run([id = id, piece](BookShelf &shelf) { return shelf.keepUnsent(id, {piece}); });
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    EXPECT_TRUE(layer.all().empty());

    other.reset();

    EXPECT_TRUE(
        wait([&] { return layer.all().size() == 1 && inkOf(office, sato, id).size() == 1 && kept() == 0; }, 20'000));
}

TEST_F(InkKeeperTest, LosesNothingOfItsOwnWhereADeadWindowsChangeIsStoredBefore)
{
    for (const bool isTakenBack : {false, true}) {
        SCOPED_TRACE(isTakenBack);
        const QString from = QString::number(isTakenBack);
        InkLayer &layer = layerOf(sato);
        InkKeeper &keeper = open(signIn(sato), layer);
        const QString piece = layer.add({1, 0}, noteOf(from));
        layer.share(piece, InkAudience::All);
        keeper.flush();
        ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
        tidy();
        ASSERT_TRUE(wait([&] { return kept() == 0; }));
        Ink theirs = layer.piece(piece)->ink;
        theirs.base = theirs.version++;
        theirs.shape.text = u"B"_s + from;
        office.cut();
        if (isTakenBack)
            layer.share(piece, InkAudience::Private);
        else
            layer.rewrite(piece, noteOf(u"A"_s + from));
        keeper.close();
        tidy();
        ASSERT_TRUE(wait([&] { return kept() == 1; }));
        leaveInDeadWindow(theirs);
        office.mend();

        EXPECT_TRUE(wait([&] {
            keeper.sendKept(); // until the line is known to be back
            tidy();
            return kept() == 0;
        }));

        EXPECT_TRUE(texts().contains(u"B"_s + from)) << qPrintable(texts().join(u'/'));
        EXPECT_TRUE(texts().contains((isTakenBack ? u""_s : u"A"_s) + from)) << qPrintable(texts().join(u'/'));
        for (const Ink &ink : inkOf(office, sato, id))
            EXPECT_FALSE(isTakenBack && ink.id == piece && !ink.removed) << "it is public still";
    }
}

TEST_F(InkKeeperTest, TakesNothingAwayWhereWhatItBecameCouldNotBeKept)
{
    for (const bool leaves : {false, true}) {
        SCOPED_TRACE(leaves);
        InkLayer &layer = layerOf(sato);
        InkKeeper &keeper = open(signIn(sato), layer);
        QSignalSpy joined(&keeper, &InkKeeper::inkJoined);
        const QString piece = layer.add({1, 0}, stroke());
        keeper.flush();
        ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
        office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
        layer.rewrite(piece, here());
        keeper.flush();
        ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting; }));
        tidy();
        ASSERT_EQ(kept(), 1);
        changeElsewhere(piece, 1);
        {
            const FullDisk full;
            keeper.refresh();
            ASSERT_TRUE(wait([&] { return joined.size() == 1; }));
            tidy();
            EXPECT_TRUE(keeper.isOnlyInWindow());
            EXPECT_EQ(kept(), 1) << "its copy beside it is in the window alone";
            if (leaves) {
                office.cut();
                keeper.close();
                tidy();
                EXPECT_EQ(kept(), 1);
            }
        }
        if (leaves)
            break;
        keeper.flush();
        ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
        tidy();
        EXPECT_EQ(kept(), 0);
        EXPECT_FALSE(keeper.isOnlyInWindow());
    }
}

TEST_F(InkKeeperTest, KeepsAtOnceThatANoteIsTakenFromOthers)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    layer.share(piece, InkAudience::All);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting; }));
    tidy();
    ASSERT_EQ(kept(), 1);

    layer.share(piece, InkAudience::Private);

    std::optional<std::vector<Ink>> lying; // asked right after it: nothing waits a second
    session->kept()
        .run([this](BookShelf &shelf) { return shelf.unsent(id); })
        .then(session.get(), [&lying](const std::vector<Ink> &inks) { lying = inks; });
    ASSERT_TRUE(wait([&] { return lying.has_value(); }));
    EXPECT_TRUE(std::ranges::any_of(*lying, isWithdrawn));
    EXPECT_TRUE(std::ranges::none_of(
        *lying, [](const Ink &ink) { return !ink.removed && ink.audience != InkAudience::Private; }));
}

TEST_F(InkKeeperTest, LeavesNothingWithOthersThatAnotherWindowChangedMeanwhile)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    layer.share(piece, InkAudience::All);
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    const auto shared = [this] {
        const std::vector<Ink> all = inkOf(office, sato, id);
        return std::ranges::count_if(
            all, [](const Ink &ink) { return !ink.removed && ink.audience != InkAudience::Private; });
    };
    ASSERT_EQ(shared(), 1);
    changeElsewhere(piece, 1);

    layer.share(piece, InkAudience::Private);
    keeper.flush();

    ASSERT_TRUE(wait([&] { return shared() == 0 && keeper.state() == InkKeeper::State::Stored; }));
    EXPECT_EQ(widths(), (QList<float>{1, 5})) << "and nothing is lost";
}

TEST_F(InkKeeperTest, RubsOutNothingThatAnotherWindowChanged)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));

    layer.remove(piece);
    changeElsewhere(piece, 1);
    keeper.flush();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored && layer.piece(piece); }));
    EXPECT_EQ(widths(), QList<float>{5});

    layer.rewrite(piece, here());
    rubOutElsewhere(inkOf(office, sato, id).front());
    keeper.flush();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored && widths() == QList<float>{1}; }));
    EXPECT_FALSE(layer.piece(piece)) << "it is a piece of its own";
}

TEST_F(InkKeeperTest, TellsOnceOfWhatWasPutTogether)
{
    leaveOvertaken();
    auto &keeper = make<InkKeeper>(*session);
    const QSignalSpy joined(&keeper, &InkKeeper::inkJoined);

    keeper.sendKept();
    keeper.sendKept(); // one starts, and the line comes back

    ASSERT_TRUE(wait([&] { return kept() == 0; }));
    tidy();
    EXPECT_EQ(joined.count(), 1);
    EXPECT_EQ(widths(), (QList<float>{3, 5}));
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    Ink more = inkOf(office, sato, id).front();
    more.base = more.version++;
    more.shape.width = 9;
    leaveInDeadWindow(more);
    keeper.sendKept();
    keeper.sendKept(); // after the first, which did not get through
    EXPECT_TRUE(wait([&] { return kept() == 0; }));
    EXPECT_TRUE(widths().contains(9));
}

TEST_F(InkKeeperTest, TakesUpWhatAWindowLeftThatIsGoneSince)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    tidy();
    Ink left = layer.piece(piece)->ink;
    left.base = left.version++;
    left.shape.width = 3;
    leaveInDeadWindow(left);

    Q_EMIT session->connectionRestored();

    ASSERT_TRUE(wait([&] { return kept() == 0; }));
    EXPECT_EQ(layer.piece(piece)->ink.shape.width, 3);
    EXPECT_EQ(widths(), QList<float>{3});
    layer.rewrite(piece, here());
    leaveInDeadWindow(left); // as if it could not be taken away
    Q_EMIT session->connectionRestored();
    tidy();
    EXPECT_EQ(layer.all().size(), 1u) << "it is known";
}

TEST_F(InkKeeperTest, WaitsWhereItCouldNotReadWhatItsPieceBecame)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    changeElsewhere(piece, 1);
    office.failNext(Ask::ReadInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});

    layer.rewrite(piece, here());
    keeper.flush();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting; })) << "and is not refused for good";
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    EXPECT_EQ(widths(), (QList<float>{1, 5}));
}

TEST_F(InkKeeperTest, DoesNotWaitForAReadingThatFailsForGood)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    changeElsewhere(piece, 1);
    office.failNext(Ask::ReadInk, Error{ErrorCode::Damaged, {}, std::nullopt}, 1'000);

    layer.rewrite(piece, here());
    layer.add({1, 0}, stroke());
    keeper.flush();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Refused; }));
    ASSERT_EQ(layer.unsent().size(), 1u) << "the other is stored";
    EXPECT_EQ(layer.unsent().front().id, piece);
}

TEST_F(InkKeeperTest, PutsNothingBesideWhatWasMadeOfIt)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QSignalSpy joined(&keeper, &InkKeeper::inkJoined);
    const QString piece = layer.add({1, 0}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    tidy();
    changeElsewhere(piece, 1); // by a window that dies before its file is taken away
    keeper.refresh();
    ASSERT_TRUE(wait([&] { return layer.piece(piece)->ink.shape.width == 5; }));
    Ink left = layer.piece(piece)->ink;
    left.base = left.version - 1;
    leaveInDeadWindow(left);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    layer.rewrite(piece, here());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting; }));

    Q_EMIT session->connectionRestored();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored && kept() == 0; }));
    EXPECT_EQ(layer.all().size(), 1u);
    EXPECT_EQ(inkOf(office, sato, id).size(), 1u);
    EXPECT_EQ(joined.count(), 0);
}

TEST_F(InkKeeperTest, SaysOfUnsentInkThatItCannotBeOpened)
{
    leaveOvertaken();
    QDirIterator files(home.path(), {u"unsent-*"_s}, QDir::Files, QDirIterator::Subdirectories);
    ASSERT_TRUE(files.hasNext());
    QFile file(files.next());
    ASSERT_TRUE(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 1));
    file.close();
    auto &keeper = make<InkKeeper>(*session);
    const QSignalSpy aside(&keeper, &InkKeeper::inkSetAside);

    keeper.sendKept();

    ASSERT_TRUE(wait([&] { return aside.count() == 1; }));
    EXPECT_EQ(aside[0][0].toInt(), 1);
    keeper.sendKept();
    tidy();
    EXPECT_EQ(aside.count(), 1) << "once";
}

} // namespace kessai::test
