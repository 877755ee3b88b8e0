// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkkeeper.h"

#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/meetingoffice.h"
#include "tests/ui/officetest.h"

#include <QDirIterator>
#include <QSignalSpy>

#include <sys/resource.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// While it lives, no file can be written, as on a full disk.
class FullDisk final {
public:
    FullDisk() : m_signalBefore(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signalBefore);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    void (*m_signalBefore)(int);
    rlimit m_before{};
};

/// Ink on its way between somebody's pen and the office.
class InkKeeperTest : public OfficeTest {
protected:
    void SetUp() override
    {
        OfficeTest::SetUp();
        id = meet(office, sato, std::nullopt, planned())->id;
        EXPECT_TRUE(meet(office, sato, id, agendaItem(1)));
        EXPECT_TRUE(meet(office, sato, id, paperPut(1, 1)));
    }
    InkLayer &layerOf(StaffId who) { return make<InkLayer>(who, u"佐藤 花"_s, office.clock()); }
    InkKeeper &open(DeskSession &desk_, InkLayer &layer)
    {
        auto &keeper = make<InkKeeper>(desk_);
        keeper.open(meetingOf(office, sato, id).value(), layer);
        settle();
        return keeper;
    }
    static InkShape stroke()
    {
        InkShape shape;
        shape.points = {{0.1F, 0.2F, 1}, {0.3F, 0.2F, 1}};
        return shape;
    }
    static InkShape here(float y = 0.6F)
    {
        InkShape shape = stroke();
        shape.points = {{0.1F, y, 1}, {0.3F, y, 1}};
        return shape;
    }
    /// Another window of the same person makes a stroke wider, so many times.
    void changeElsewhere(const QString &piece, int times)
    {
        const std::vector<Ink> all = inkOf(office, sato, id);
        const auto found = std::ranges::find(all, piece, &Ink::id);
        ASSERT_NE(found, all.end());
        Ink elsewhere = *found;
        elsewhere.base = elsewhere.version;
        elsewhere.version += times;
        elsewhere.shape.width = 5;
        ASSERT_TRUE(meetingDesk(office, sato)->putInk(id, {elsewhere}));
    }
    static InkShape noteOf(const QString &text) { return {InkKind::Note, 1, 1, {{0.5F, 0.5F, 1}}, {}, text}; }
    /// Of the notes the office has.
    QStringList texts()
    {
        QStringList all;
        for (const Ink &ink : inkOf(office, sato, id)) {
            if (!ink.removed)
                all += ink.shape.text;
        }
        all.sort();
        return all;
    }
    /// Another window, which is dead, left this, and its file comes before all others.
    void leaveInDeadWindow(const Ink &ink)
    {
        const auto sealing =
            SealingKey::fromText(keyring.secrets.value(u"offline-papers@"_s + session->kept().owner()));
        ASSERT_TRUE(sealing);
        SealedFolder folder(home.filePath(u"offline/"_s + session->kept().owner()), *sealing);
        ASSERT_TRUE(folder.write(u"unsent-%1-0"_s.arg(id.value()), inkBytes({ink})));
    }
    void rubOutElsewhere(Ink ink)
    {
        ink.base = ink.version++;
        ink.removed = true;
        ink.shape = {};
        ASSERT_TRUE(meetingDesk(office, sato)->putInk(id, {ink}));
    }
    /// Of the strokes the office has.
    QList<float> widths()
    {
        QList<float> all;
        for (const Ink &ink : inkOf(office, sato, id)) {
            if (!ink.removed)
                all.append(ink.shape.width);
        }
        std::ranges::sort(all);
        return all;
    }
    /// Meetings of which ink lies on this computer that the office does not have.
    qsizetype kept() const
    {
        QDirIterator files(home.path(), {u"unsent-*"_s}, QDir::Files, QDirIterator::Subdirectories);
        qsizetype count = 0;
        while (files.hasNext()) {
            count += QFileInfo(files.next()).fileName().contains(u'.') ? 0 : 1; // else it is being written
        }
        return count;
    }

    /// Lets everything that was to be written to this computer, or taken away, be done.
    void tidy()
    {
        for (int i = 0; i < 3; ++i) { // writing may lead to taking away
            bool isDone = false;
            session->kept().run([](BookShelf &) { return 0; }).then(session.get(), [&isDone](int) { isDone = true; });
            ASSERT_TRUE(wait([&] { return isDone; }));
            settle();
        }
    }

    MeetingId id{0};
};

TEST_F(InkKeeperTest, StoresInTheBackgroundWhatIsWritten)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);

    layer.add({1, 0}, stroke());
    EXPECT_EQ(keeper.state(), InkKeeper::State::Storing);

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    ASSERT_EQ(inkOf(office, sato, id).size(), 1u);
    EXPECT_TRUE(layer.unsent().empty());
    EXPECT_EQ(kept(), 0);
    EXPECT_FALSE(office.askedOnGuiThread());
}

TEST_F(InkKeeperTest, KeepsHereWhatTheOfficeDidNotGetAndSendsItAgain)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});

    layer.add({1, 0}, stroke());
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting; }));
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 0u);

    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 1u);
    EXPECT_TRUE(wait([&] { return kept() == 0; }));
}

TEST_F(InkKeeperTest, SendsWhatAnEarlierSessionCouldNot)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    layer.add({1, 0}, stroke());
    keeper.close();
    settle();
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 0u);
    closeWindows();

    auto &next = make<InkKeeper>(signIn(sato));
    next.sendKept();
    next.sendKept();

    EXPECT_TRUE(wait([&] { return kept() == 0; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 1u) << "the second sending changes nothing";
}

TEST_F(InkKeeperTest, KeepsBesideWhatWasChangedHereAndElsewhereWithoutTheOffice)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    changeElsewhere(piece, 1);
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    layer.rewrite(piece, here());
    keeper.close();
    settle();
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    closeWindows();

    auto &next = make<InkKeeper>(signIn(sato));
    QSignalSpy joined(&next, &InkKeeper::inkJoined);
    next.sendKept();

    EXPECT_TRUE(wait([&] { return inkOf(office, sato, id).size() == 2u; }));
    EXPECT_EQ(widths(), (QList<float>{1, 5}));
    EXPECT_TRUE(wait([&] { return kept() == 0; }));
    EXPECT_EQ(joined.size(), 1);
    next.sendKept();
    settle();
    EXPECT_EQ(inkOf(office, sato, id).size(), 2u) << "it is kept once";
}

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
    QDirIterator files(home.path(), {u"unsent-*"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        EXPECT_TRUE(QFile::remove(files.next()));
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

TEST_F(InkKeeperTest, TakesAnAnswerThatWasLostForItsOwn)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    const QString piece = layer.add({1, 0}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    layer.rewrite(piece, here(0.5F));
    Ink arrived = layer.unsent().front();
    keeper.flush();
    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Waiting; }));
    ASSERT_TRUE(meetingDesk(office, sato)->putInk(id, {arrived}));

    layer.rewrite(piece, here(0.7F));
    keeper.flush();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored; }));
    ASSERT_EQ(inkOf(office, sato, id).size(), 1u) << "nobody else wrote";
    EXPECT_EQ(inkOf(office, sato, id).front().shape, shapeOf(shapeBody(here(0.7F))));
}

TEST_F(InkKeeperTest, KeepsHereWhatWaitsForAnAnswer)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    office.hold(Ask::PutInk);

    layer.add({1, 0}, stroke());
    keeper.flush();

    EXPECT_TRUE(wait([&] { return kept() == 1; }));
    EXPECT_EQ(keeper.state(), InkKeeper::State::Storing);
    office.release();
    EXPECT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Stored && kept() == 0; }));
}

TEST_F(InkKeeperTest, SetsAsideWhatIsRefusedAndSendsTheRest)
{
    EXPECT_TRUE(meet(office, sato, id, paperPut(2, 1)));
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    for (int i = 0; i < 3; ++i)
        layer.add({1, i % 2}, stroke());
    const QString refused = layer.add({2, 0}, stroke());
    const QString rubbed = layer.add({2, 0}, stroke());
    EXPECT_TRUE(meet(office, sato, id, DropPaper{2}));
    layer.remove(rubbed);
    keeper.flush();

    ASSERT_TRUE(wait([&] { return keeper.state() == InkKeeper::State::Refused; }));
    EXPECT_EQ(inkOf(office, sato, id).size(), 3u);
    ASSERT_EQ(layer.unsent().size(), 1u);
    EXPECT_EQ(layer.unsent().front().id, refused);
    layer.add({1, 1}, stroke());
    keeper.flush();
    ASSERT_TRUE(wait([&] { return inkOf(office, sato, id).size() == 4u; })) << "what comes after it arrives";

    keeper.close();
    tidy();
    closeWindows();
    InkLayer &again = layerOf(sato);
    open(signIn(sato), again);
    EXPECT_TRUE(wait([&] { return again.piece(refused).has_value(); })) << "what lies on this computer is seen";
    EXPECT_FALSE(again.piece(rubbed).has_value());
    EXPECT_EQ(again.all().size(), 5u);
}

TEST_F(InkKeeperTest, SendsWhatIsKeptBesideWhatIsRefused)
{
    EXPECT_TRUE(meet(office, sato, id, paperPut(2, 1)));
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    for (int i = 0; i < 4; ++i)
        layer.add({i == 1 ? 2 : 1, 0}, stroke());
    EXPECT_TRUE(meet(office, sato, id, DropPaper{2}));
    office.failNext(Ask::PutInk, Error{ErrorCode::ConnectionLost, {}, std::nullopt});
    keeper.close();
    ASSERT_TRUE(wait([&] { return kept() == 1; }));
    settle();
    closeWindows();

    make<InkKeeper>(signIn(sato)).sendKept();

    EXPECT_TRUE(wait([&] { return inkOf(office, sato, id).size() == 3u; }));
}

TEST_F(InkKeeperTest, BringsWhatOthersShare)
{
    ASSERT_TRUE(
        meet(office, sato, id, InviteMembers{{{sato, MeetingRole::Secretary, {}}, {kato, MeetingRole::Member, {}}}}));
    ASSERT_TRUE(meet(office, sato, id, SetState{MeetingState::Published}));
    InkLayer &mine = layerOf(kato);
    InkKeeper &writing = open(signIn(kato), mine);
    mine.setAudience(InkAudience::All);
    mine.add({1, 1}, stroke());
    mine.setAudience(InkAudience::Private);
    mine.add({1, 0}, stroke());
    writing.flush();
    ASSERT_TRUE(wait([&] { return writing.state() == InkKeeper::State::Stored; }));

    InkLayer &theirs = layerOf(sato);
    open(signIn(sato), theirs);

    ASSERT_EQ(theirs.all().size(), 1u);
    EXPECT_EQ(theirs.all().front().ink.author, kato);
    EXPECT_EQ(theirs.all().front().at, (BookPage{1, 1}));
}

TEST_F(InkKeeperTest, FindsWhereThePagesOfAReplacedPaperWent)
{
    InkLayer &layer = layerOf(sato);
    InkKeeper &keeper = open(signIn(sato), layer);
    // The first page becomes the second of the new file.
    const auto page = [](const QString &text) {
        return PaperPage{printText(pagePrint(text, QByteArray(32 * 32, char(-1)), 32, 32)), text};
    };
    PutPaper first = paperPut(2, 1);
    first.pages = {page(u"当初予算の編成方針と各課への依頼"_s), page(u"中期財政の見通し"_s)};
    ASSERT_TRUE(meet(office, sato, id, first));
    keeper.setMeeting(meetingOf(office, sato, id).value());
    layer.add({2, 0}, stroke());
    keeper.flush();
    settle();
    PutPaper next = first;
    next.revision = 2;
    next.file = paperFile(u"差替.pdf"_s);
    next.pages.insert(next.pages.begin(), page(u"新しく加わった表紙"_s));
    ASSERT_TRUE(meet(office, sato, id, next));
    keeper.setMeeting(meetingOf(office, sato, id).value());

    const auto moved = [&] {
        const auto all = layer.all();
        return std::any_of(all.begin(), all.end(), [](const PlacedInk &one) { return one.at == BookPage{2, 1}; });
    };
    EXPECT_TRUE(wait(moved));
}

} // namespace kessai::test
