// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/bookshelf.h"

#include "core/meetings/inkconflict.h"
#include "tests/core/meetings/meetingchanges.h"
#include "tests/support/printers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace kessai::test {

const StaffId kReader(7);

TEST(Sealing, BringsBackWhatWasSealed)
{
    const SealingKey key = SealingKey::random();
    for (const qsizetype size : {0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 200'000}) {
        const QByteArray plain(size, 'x');
        const QByteArray bytes = sealed(key, u"name"_s, plain);

        EXPECT_FALSE(size > 8 && bytes.contains("xxxxxxxx"));
        EXPECT_EQ(unsealed(key, u"name"_s, bytes), plain) << size;
        EXPECT_NE(bytes, sealed(key, u"name"_s, plain)) << "the same twice looks different";
    }
}

TEST(Sealing, TakesNothingThatIsNotWholeAndOfItsName)
{
    const SealingKey key = SealingKey::random();
    const QByteArray bytes = sealed(key, u"name"_s, QByteArray(150'000, 'x'));

    EXPECT_FALSE(unsealed(SealingKey::random(), u"name"_s, bytes));
    EXPECT_FALSE(unsealed(key, u"other"_s, bytes));
    EXPECT_FALSE(unsealed(key, u"name"_s, bytes + 'x'));
    EXPECT_FALSE(unsealed(key, u"name"_s, {}));
    const qsizetype part = 64 * 1024 + 17;
    for (const qsizetype cut : {qsizetype(1), qsizetype(24), 24 + part, 24 + 2 * part, bytes.size() - 1})
        EXPECT_FALSE(unsealed(key, u"name"_s, bytes.left(cut))) << "cut at " << cut;
    for (qsizetype at = 0; at < bytes.size(); at += 997) {
        QByteArray flipped = bytes;
        flipped[at] = char(flipped[at] ^ 1);
        EXPECT_FALSE(unsealed(key, u"name"_s, flipped)) << "bit at " << at;
    }
    const QByteArray swapped =
        bytes.left(24) + bytes.mid(24 + part, part) + bytes.mid(24, part) + bytes.mid(24 + 2 * part);
    EXPECT_FALSE(unsealed(key, u"name"_s, swapped));
}

TEST(Sealing, KeepsItsKeyAsText)
{
    const SealingKey key = SealingKey::random();
    const auto again = SealingKey::fromText(key.text());

    ASSERT_TRUE(again);
    EXPECT_EQ(unsealed(*again, u"a"_s, sealed(key, u"a"_s, "b")), QByteArray("b"));
    EXPECT_EQ(blindName(*again, "b"), blindName(key, "b"));
    EXPECT_NE(blindName(SealingKey::random(), "b"), blindName(key, "b"));
    EXPECT_FALSE(SealingKey::fromText(u"no key"_s));
    EXPECT_FALSE(SealingKey::fromText({}));
}

TEST(Sealing, RecognisesAPassword)
{
    const QString mark = passwordMark(u"正しい horse"_s);

    EXPECT_TRUE(isPassword(u"正しい horse"_s, mark));
    EXPECT_FALSE(isPassword(u"正しい hors"_s, mark));
    EXPECT_FALSE(isPassword({}, mark));
    EXPECT_FALSE(isPassword({}, {})) << "nothing known opens to nobody";
    EXPECT_NE(mark, passwordMark(u"正しい horse"_s));
}

class BookShelfTest : public ::testing::Test {
protected:
    BookShelf shelf(qint64 limit = 1'000'000) const { return BookShelf(folder(), key, limit); }
    QString folder() const { return home.filePath(u"shelf"_s); }

    /// A meeting of one item with so many papers.
    static MeetingRecord meetingOf(qint64 no, int papers)
    {
        MeetingHistory history{MeetingId(no)};
        history.record(kReader, planned(u"会議%1"_s.arg(no)));
        history.record(kReader, agendaItem(1));
        for (int paper = 1; paper <= papers; ++paper) {
            PutPaper put = paperPut(paper, 1);
            put.file.sha256 = shaOf(no, paper);
            history.record(kReader, put);
        }
        return {MeetingId(no), history.acts};
    }
    static MeetingRecord after(const MeetingRecord &before, const MeetingChange &change)
    {
        MeetingHistory history(before.id);
        history.acts = before.acts;
        history.record(kReader, change);
        return {before.id, history.acts};
    }
    static QByteArray shaOf(qint64 meeting, int paper)
    {
        return sha256Hex(QByteArray::number(meeting) + '-' + QByteArray::number(paper));
    }
    static QByteArray bytesOf(qint64 meeting, int paper, qsizetype size = 30'000)
    {
        const QByteArray line = QByteArrayLiteral("paper ") + shaOf(meeting, paper).left(4);
        return line.repeated(size / line.size());
    }
    static Ink inkOn(int paper, const QString &id, int version = 1)
    {
        Ink ink;
        ink.id = id;
        ink.paper = paper;
        ink.shape.kind = InkKind::Note;
        ink.shape.points = {{0.5F, 0.5F, 1}};
        ink.shape.text = u"秘密の書き込み"_s;
        ink.shape = shapeOf(shapeBody(ink.shape)).value();
        ink.version = version;
        ink.author = kReader;
        ink.authorName = u"佐藤 花"_s;
        ink.changedAt = Instant(5);
        return ink;
    }
    static void keepWhole(BookShelf &on, qint64 no, int papers, Instant readAt, bool chosen = false)
    {
        ASSERT_TRUE(on.keepBook(meetingOf(no, papers), readAt));
        ASSERT_TRUE(!chosen || on.choose(MeetingId(no), true));
        for (int paper = 1; paper <= papers; ++paper)
            ASSERT_TRUE(on.keepFile(shaOf(no, paper), bytesOf(no, paper)));
    }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files); }

    QTemporaryDir home;
    const SealingKey key = SealingKey::random();
};

TEST_F(BookShelfTest, HasEverythingInALaterSession)
{
    const MeetingRecord record = meetingOf(1, 2);
    const KeptSeat seat{u"見本市役所"_s, kReader, {{kReader, {}, u"10001"_s, u"佐藤"_s, u"花"_s, u"さとう はな"_s}}};
    const MeetingRow row{MeetingId(1), MeetingState::Published,
                         u"会議1"_s,   QDate(2026, 12, 1),
                         540,          600,
                         u"室"_s,      MeetingRole::Chair,
                         true,         3};
    const std::vector<std::vector<PageMove>> moves{{{2, false}, {std::nullopt, true}}};
    {
        BookShelf first = shelf();
        keepWhole(first, 1, 2, Instant(9), true);
        ASSERT_TRUE(first.keepSeat(seat) && first.keepRows({row}));
        ASSERT_TRUE(first.keepInk(MeetingId(1), {inkOn(1, u"a"_s)}, true));
        ASSERT_TRUE(first.keepMoves(MeetingId(1), 1, 2, moves));
        ASSERT_TRUE(first.keepMoves(MeetingId(1), 1, 2, std::vector<std::vector<PageMove>>(1))) << "not asked for";
        ASSERT_TRUE(first.keepUnsent(MeetingId(1), {inkOn(2, u"b"_s)}));
    }

    BookShelf later = shelf();

    EXPECT_EQ(later.book(MeetingId(1)), foldMeeting(MeetingId(1), record.acts));
    EXPECT_FALSE(later.book(MeetingId(1))->damaged);
    EXPECT_EQ(later.file(shaOf(1, 2)), bytesOf(1, 2));
    ASSERT_TRUE(later.seat());
    EXPECT_EQ(later.seat()->people, seat.people);
    EXPECT_EQ(later.rows(), std::vector<MeetingRow>{row});
    EXPECT_EQ(later.ink(MeetingId(1)), std::vector<Ink>{inkOn(1, u"a"_s)});
    EXPECT_EQ(later.moves(MeetingId(1)), (KeptMoves{{{1, 2}, moves}}));
    EXPECT_EQ(later.unsent(),
              (std::vector<std::pair<MeetingId, std::vector<Ink>>>{{MeetingId(1), {inkOn(2, u"b"_s)}}}));
    const KeptState state = later.states().at(MeetingId(1));
    EXPECT_TRUE(state.chosen && state.isWhole());
    EXPECT_GT(state.bytes, 60'000);
    EXPECT_TRUE(later.missing(MeetingId(1)).empty());
}

TEST_F(BookShelfTest, FindsWordsInThePapersThatLieHere)
{
    const std::vector<PaperPage> pages{{{}, u"初めに"_s, u"初めに"_s},
                                       {{}, u"予算案ぱーせんと"_s, u"予算案 パーセント"_s}};
    {
        BookShelf first = shelf();
        keepWhole(first, 1, 2, Instant(9));
        EXPECT_EQ(first.wordless(MeetingId(1)).size(), 2u);
        ASSERT_TRUE(first.keepWords(shaOf(1, 2), pages));
        ASSERT_TRUE(first.keepWords(shaOf(9, 9), pages)) << "of a paper that is none of these";
    }

    BookShelf later = shelf();

    ASSERT_EQ(later.wordless(MeetingId(1)).size(), 1u);
    EXPECT_EQ(later.wordless(MeetingId(1)).front().sha256, shaOf(1, 1));
    const auto hits = later.find(u"予算　パーセント"_s, 10);
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].paper, 2);
    EXPECT_EQ(hits[0].page, 1);
    EXPECT_EQ(hits[0].around, u"予算案 パーセント"_s);
    EXPECT_TRUE(later.find(u"ありません"_s, 10).empty());
    EXPECT_TRUE(later.find(u" "_s, 10).empty());
    const auto before = files().size();
    ASSERT_TRUE(later.keepBook(after(meetingOf(1, 2), DropPaper{2}), std::nullopt));
    EXPECT_TRUE(later.find(u"予算"_s, 10).empty()) << "what was dropped is found no more";
    EXPECT_EQ(files().size(), before - 2) << "the file and its words";
}

TEST_F(BookShelfTest, WritesNothingThatCanBeReadWithoutTheKey)
{
    {
        BookShelf first = shelf();
        keepWhole(first, 1, 1, Instant(9));
        ASSERT_TRUE(first.keepUnsent(MeetingId(1), {inkOn(1, u"a"_s)}));
        ASSERT_TRUE(first.keepSeat({u"見本市役所"_s, kReader, {}}));
    }
    for (const QString &name : files()) {
        QFile file(folder() + u'/' + name);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &secret :
             {bytesOf(1, 1).left(10), u"会議1"_s.toUtf8(), u"秘密"_s.toUtf8(), u"見本"_s.toUtf8()})
            EXPECT_FALSE(bytes.contains(secret)) << name.toStdString();
        EXPECT_FALSE(name.contains(QString::fromLatin1(shaOf(1, 1)))) << "what it is shows in its name";
        EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    BookShelf other(folder(), SealingKey::random(), 1'000'000);

    EXPECT_TRUE(other.states().empty());
    EXPECT_FALSE(other.seat() || other.book(MeetingId(1)) || other.file(shaOf(1, 1)));
    EXPECT_TRUE(other.unsent().empty());
}

TEST_F(BookShelfTest, LacksWhatIsDamagedAndSaysSo)
{
    {
        BookShelf first = shelf();
        keepWhole(first, 1, 2, Instant(9));
    }
    const auto spoil = [this](const QString &path, bool cut) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        if (cut) {
            ASSERT_TRUE(file.resize(file.size() / 2));
        } else {
            ASSERT_TRUE(file.seek(file.size() / 2));
            file.write("?");
        }
    };
    bool cut = false;
    for (const QString &name : QDir(folder()).entryList({u"paper-*"_s}, QDir::Files))
        spoil(folder() + u'/' + name, std::exchange(cut, true));

    BookShelf later = shelf();
    EXPECT_FALSE(later.file(shaOf(1, 1)));
    EXPECT_FALSE(later.file(shaOf(1, 2)));
    EXPECT_EQ(later.missing(MeetingId(1)).size(), 2u) << "they are fetched anew";
    EXPECT_TRUE(later.keepFile(shaOf(1, 1), bytesOf(1, 1)));
    EXPECT_EQ(later.file(shaOf(1, 1)), bytesOf(1, 1));

    spoil(folder() + u"/book-1"_s, false);
    BookShelf last = shelf();
    EXPECT_TRUE(last.states().empty());
    EXPECT_EQ(QDir(folder()).entryList({u"paper-*"_s}, QDir::Files).size(), 0) << "nobody could find them";
}

TEST_F(BookShelfTest, GivesUpTheBookReadLongestAgoAndChosenOnesLast)
{
    BookShelf full = shelf(180'000);
    keepWhole(full, 1, 2, Instant(1), true);
    keepWhole(full, 2, 2, Instant(3));
    keepWhole(full, 3, 1, Instant(2));

    ASSERT_TRUE(full.keepBook(meetingOf(4, 2), Instant(4)));
    ASSERT_TRUE(full.keepFile(shaOf(4, 1), bytesOf(4, 1)));
    EXPECT_EQ(full.states().at(MeetingId(3)).papers, 0) << "read longest ago of what nobody chose";
    EXPECT_EQ(full.states().at(MeetingId(2)).papers, 2);
    ASSERT_TRUE(full.keepFile(shaOf(4, 2), bytesOf(4, 2)));
    EXPECT_EQ(full.states().at(MeetingId(2)).papers, 0);
    EXPECT_TRUE(full.states().at(MeetingId(1)).isWhole()) << "somebody wanted it here";

    const Result<> tooMuch = full.keepBook(meetingOf(5, 1), Instant(5)).ok()
        ? full.keepFile(shaOf(5, 1), bytesOf(5, 1, 400'000))
        : Result<>();
    ASSERT_FALSE(tooMuch);
    EXPECT_EQ(tooMuch.error().code, ErrorCode::StorageFull);
    EXPECT_TRUE(full.states().at(MeetingId(1)).isWhole()) << "what is only looked at takes nothing chosen away";
}

TEST_F(BookShelfTest, LosesWhatANewerAnswerOfTheOfficeDoesNotShow)
{
    BookShelf one = shelf();
    keepWhole(one, 1, 3, Instant(1));
    ASSERT_TRUE(one.keepInk(MeetingId(1), {inkOn(1, u"a"_s), inkOn(2, u"b"_s)}, true));
    MeetingRecord record = after(meetingOf(1, 3), DropPaper{1});
    PutPaper next = paperPut(3, 1, 2);
    record = after(record, next);

    ASSERT_TRUE(one.keepBook(record, std::nullopt));

    EXPECT_FALSE(one.file(shaOf(1, 1))) << "dropped";
    EXPECT_TRUE(one.file(shaOf(1, 2)));
    EXPECT_FALSE(one.file(shaOf(1, 3))) << "replaced";
    ASSERT_EQ(one.missing(MeetingId(1)).size(), 1u);
    EXPECT_EQ(one.missing(MeetingId(1)).front().sha256, next.file.sha256);
    EXPECT_EQ(one.ink(MeetingId(1)), std::vector<Ink>{inkOn(2, u"b"_s)});
    EXPECT_EQ(one.states().at(MeetingId(1)).papers, 1);
}

TEST_F(BookShelfTest, TakesAMeetingAwayButNotWhatAnotherOneShares)
{
    BookShelf one = shelf();
    keepWhole(one, 1, 1, Instant(1));
    MeetingRecord sharing = meetingOf(2, 1);
    PutPaper same = paperPut(2, 1);
    same.file.sha256 = shaOf(1, 1);
    ASSERT_TRUE(one.keepBook(after(sharing, same), Instant(2)));
    ASSERT_TRUE(one.keepFile(shaOf(2, 1), bytesOf(2, 1)));
    ASSERT_TRUE(one.keepUnsent(MeetingId(2), {inkOn(1, u"a"_s), inkOn(1, u"b"_s)}));

    const KeptLoss loss = one.remove(MeetingId(2));

    EXPECT_EQ(loss.title, u"会議2"_s);
    EXPECT_EQ(loss.unsent, 2);
    EXPECT_FALSE(one.book(MeetingId(2)) || one.file(shaOf(2, 1)));
    EXPECT_TRUE(one.unsent().empty());
    EXPECT_EQ(one.file(shaOf(1, 1)), bytesOf(1, 1));
    EXPECT_EQ(one.remove(MeetingId(2)).unsent, 0);
}

TEST_F(BookShelfTest, KeepsOfUnsentInkTheNewerVersionsUntilTheOfficeHasThem)
{
    BookShelf one = shelf();
    ASSERT_TRUE(one.keepUnsent(MeetingId(1), {inkOn(1, u"a"_s, 2), inkOn(1, u"b"_s, 1)}));
    ASSERT_TRUE(one.keepUnsent(MeetingId(1), {inkOn(1, u"a"_s, 1), inkOn(1, u"b"_s, 3)}));
    ASSERT_TRUE(one.dropUnsent(MeetingId(1), {inkOn(1, u"a"_s, 2), inkOn(1, u"b"_s, 2)}));

    EXPECT_EQ(one.unsent(MeetingId(1)), std::vector<Ink>{inkOn(1, u"b"_s, 3)});

    ASSERT_TRUE(one.dropUnsent(MeetingId(1), {inkOn(1, u"b"_s, 3)}));
    EXPECT_EQ(QDir(folder()).entryList({u"unsent-*"_s}, QDir::Files).size(), 0);
}

namespace {

Ink noteSaying(const QString &text, int version)
{
    Ink ink;
    ink.id = u"a"_s;
    ink.paper = 1;
    ink.version = version;
    ink.shape = {InkKind::Note, 1, 1, {{0.5F, 0.5F, 1}}, {}, text};
    ink.base = 1;
    return ink;
}

QStringList textsOn(BookShelf &shelf)
{
    QStringList found;
    for (const Ink &ink : shelf.unsent(MeetingId(1)))
        found += ink.removed ? u"gone"_s : ink.shape.text;
    found.sort();
    return found;
}

} // namespace

TEST_F(BookShelfTest, KeepsWhatTwoWindowsMadeOfOnePiece)
{
    for (const int later : {2, 3}) { // as far as the first, and further
        {
            BookShelf one = shelf();
            BookShelf two = shelf();
            ASSERT_TRUE(two.keepUnsent(MeetingId(1), {noteSaying(u"B"_s, 2)}));
            ASSERT_TRUE(one.keepUnsent(MeetingId(1), {noteSaying(u"A"_s, later)}));
            EXPECT_EQ(textsOn(one), QStringList{u"A"_s}) << "what a living window has is its own";
            ASSERT_TRUE(one.keepUnsent(MeetingId(1), {noteSaying(u"AA"_s, later + 1)}));
            EXPECT_EQ(textsOn(one), QStringList{u"AA"_s}) << "its own it writes over";

            ASSERT_TRUE(one.dropUnsent(MeetingId(1), {noteSaying(u"AA"_s, later + 1)}));

            EXPECT_EQ(textsOn(one), QStringList());
            EXPECT_EQ(textsOn(two), QStringList{u"B"_s}) << "nobody stored it";
        }
        BookShelf next = shelf(); // after both were closed
        ASSERT_EQ(next.unsent().size(), 1u);
        ASSERT_TRUE(next.dropSent(MeetingId(1), next.unsent().front().second));
        EXPECT_TRUE(next.unsent().empty());
        EXPECT_TRUE(QDir(folder()).entryList({u"unsent-*"_s}, QDir::Files).empty());
    }
}

TEST_F(BookShelfTest, TakesUpWhatADeadWindowLeftAndNoLivingOne)
{
    std::optional<BookShelf> one(std::in_place, folder(), key, 1'000'000);
    BookShelf two = shelf();
    const Ink kept = noteSaying(u"A"_s, 2);
    ASSERT_TRUE(one->keepUnsent(MeetingId(1), {kept}));
    const QStringList locks = QDir(folder()).entryList({u".window-*"_s}, QDir::Files | QDir::Hidden);
    ASSERT_EQ(locks.size(), 1);
    QFile lock(folder() + u'/' + locks.front());
    ASSERT_TRUE(lock.open(QIODevice::ReadOnly));
    QByteArray said = lock.readAll();
    lock.close();

    EXPECT_TRUE(two.unsent().empty());
    EXPECT_EQ(textsOn(two), QStringList());
    ASSERT_TRUE(two.dropSent(MeetingId(1), {kept}));
    ASSERT_TRUE(two.keepUnsent(MeetingId(1), {kept}));
    ASSERT_TRUE(two.dropUnsent(MeetingId(1), {kept}));
    EXPECT_EQ(textsOn(*one), QStringList{u"A"_s}) << "it takes its own away itself";

    one.reset();
    EXPECT_EQ(textsOn(two), QStringList{u"A"_s});
    said.replace(0, said.indexOf('\n'), "2147483646"); // it fell, and no process is called so
    ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
    lock.write(said);
    lock.close();
    EXPECT_EQ(textsOn(two), QStringList{u"A"_s});
    EXPECT_EQ(two.unsent().size(), 1u);
    ASSERT_TRUE(two.dropSent(MeetingId(1), {kept}));
    EXPECT_TRUE(two.unsent().empty());
}

TEST_F(BookShelfTest, DropsOfItsOwnFileNothingThatOnlyAnotherWindowsChangeCameThrough)
{
    {
        BookShelf two = shelf();
        ASSERT_TRUE(two.keepUnsent(MeetingId(1), {noteSaying(u"B"_s, 2)}));
    }
    BookShelf one = shelf();
    ASSERT_TRUE(one.keepUnsent(MeetingId(1), {noteSaying(u"A"_s, 2)}));
    EXPECT_EQ(textsOn(one), (QStringList{u"A"_s, u"B"_s}));

    ASSERT_TRUE(one.dropSent(MeetingId(1), {noteSaying(u"B"_s, 2)}));

    EXPECT_EQ(textsOn(one), QStringList{u"A"_s});
    ASSERT_TRUE(one.dropSent(MeetingId(1), {noteSaying(u"A"_s, 2)}));
    EXPECT_EQ(textsOn(one), QStringList());
}

TEST_F(BookShelfTest, KeepsThatANoteIsTakenFromOthersThoughAnotherWindowChangedIt)
{
    Ink gone = noteSaying({}, 2);
    gone.removed = true;
    gone.shape = {};
    Ink changed = noteSaying(u"B"_s, 4);
    changed.tried.append(markOf(gone));
    const Ink rubbedOut = gone;
    markWithdrawn(gone);
    const auto isKept = [this] {
        const std::vector<Ink> kept = shelf().unsent(MeetingId(1));
        return std::ranges::any_of(kept, isWithdrawn);
    };
    for (const Ink &after : {changed, rubbedOut}) {
        SCOPED_TRACE(after.removed);
        {
            BookShelf one = shelf();
            ASSERT_TRUE(one.keepUnsent(MeetingId(1), {gone}));
        }
        {
            BookShelf two = shelf();
            ASSERT_TRUE(two.keepUnsent(MeetingId(1), {after}));
        }
        EXPECT_TRUE(isKept());
        BookShelf next = shelf();
        ASSERT_TRUE(next.dropSent(MeetingId(1), {after}));
        EXPECT_TRUE(isKept());
        ASSERT_TRUE(next.dropSent(MeetingId(1), {gone}));
        EXPECT_TRUE(next.unsent().empty());
    }
}

TEST_F(BookShelfTest, TakesOverWhatIsGoneOnWith)
{
    Ink next = noteSaying(u"B"_s, 3);
    next.tried.append(markOf(noteSaying(u"A"_s, 2)));
    {
        BookShelf one = shelf();
        ASSERT_TRUE(one.keepUnsent(MeetingId(1), {noteSaying(u"A"_s, 2)}));
    }
    BookShelf two = shelf();

    ASSERT_TRUE(two.keepUnsent(MeetingId(1), {noteSaying(u"A"_s, 2)}));
    EXPECT_EQ(textsOn(two), QStringList{u"A"_s}) << "once";
    ASSERT_TRUE(two.keepUnsent(MeetingId(1), {next}));

    EXPECT_EQ(textsOn(two), QStringList{u"B"_s});
}

TEST_F(BookShelfTest, SetsAsideUnsentInkThatCannotBeOpened)
{
    {
        BookShelf one = shelf();
        ASSERT_TRUE(one.keepUnsent(MeetingId(1), {noteSaying(u"A"_s, 2)}));
    }
    const QString name = QDir(folder()).entryList({u"unsent-*"_s}, QDir::Files).value(0);
    BookShelf other(folder(), SealingKey::random(), 1'000'000);

    EXPECT_TRUE(other.unsent().empty());

    EXPECT_FALSE(QFile::exists(folder() + u'/' + name));
    const QString aside = folder() + u"/damaged-"_s + name;
    ASSERT_TRUE(QFile::exists(aside)) << "it is nowhere else";
    ASSERT_TRUE(QFile::rename(aside, folder() + u'/' + name));
    EXPECT_EQ(shelf().unsent(MeetingId(1)), std::vector<Ink>{noteSaying(u"A"_s, 2)});

    EXPECT_TRUE(BookShelf(folder(), SealingKey::random(), 1'000'000).unsent().empty());
    ASSERT_TRUE(QFile::exists(aside));
    shelf().remove(MeetingId(1));
    EXPECT_FALSE(QFile::exists(aside)) << "it goes with its meeting";
}

TEST_F(BookShelfTest, LeavesAloneWhatAnotherWindowIsWriting)
{
    {
        BookShelf one = shelf();
        ASSERT_TRUE(one.keepUnsent(MeetingId(1), {noteSaying(u"A"_s, 2)}));
    }
    BookShelf later = shelf();
    QFile half(folder() + u"/unsent-1-abc.XyZ"_s); // another window is writing it
    ASSERT_TRUE(half.open(QIODevice::WriteOnly));
    half.write("half");
    half.close();
    EXPECT_EQ(textsOn(later), QStringList{u"A"_s});
    EXPECT_TRUE(half.exists());
}

} // namespace kessai::test
