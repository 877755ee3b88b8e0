// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/bookpresenter.h"

#include "tests/ui/booksamples.h"
#include "tests/ui/pdfsamples.h"
#include "ui/pdf/failuretext.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace kessai {

namespace {

constexpr int kBookPatience = 60'000;
constexpr RenderDeadlines kBookDeadlines{30'000, 30'000, 30'000, 1'000};

PageRequest a4Request(int page, int width = 300)
{
    const QSize size(width, qRound(width * 842.0 / 595));
    return {page, 0, size, QRect(QPoint(), size)};
}

/// A presenter with the real helper, and somebody who looks.
struct Reader {
    explicit Reader(RenderDeadlines deadlines = kBookDeadlines) : book(RenderProcess::helperOfApplication(), deadlines)
    {
        QObject::connect(&book, &BookPresenter::pageChanged, &viewer,
                         [this] { mostProcesses = std::max(mostProcesses, book.processCount()); });
    }
    /// Looks at these pages until each has come or failed.
    bool see(const QList<int> &pages, int width = 300)
    {
        QList<PageRequest> requests;
        for (const int page : pages)
            requests.append(a4Request(page, width));
        book.want(&viewer, requests, {});
        return QTest::qWaitFor([this] { return !book.isWaiting(); }, kBookPatience);
    }
    bool hasImage(int page, int width = 300) const { return !book.image(a4Request(page, width)).isNull(); }

    BookPresenter book;
    QObject viewer;
    QObject thumbnails;
    int mostProcesses = 0;
};

} // namespace

TEST(BookNumbers, CountsPagesOverAllPapers)
{
    std::vector<BookPaper> papers(3);
    papers[0].paper = 7;
    papers[0].pages = 2;
    papers[1].paper = 5; // awaited
    papers[2].paper = 9;
    papers[2].pages = 3;

    const BookNumbers numbers(papers);

    EXPECT_EQ(numbers.count(), 5);
    EXPECT_EQ(numbers.pageOf(1), (BookPage{7, 1}));
    EXPECT_EQ(numbers.pageOf(2), (BookPage{9, 0}));
    EXPECT_EQ(numbers.placeOf(2), 2);
    EXPECT_EQ(numbers.find({9, 2}), 4);
    EXPECT_EQ(numbers.find({9, 3}), -1);
    EXPECT_EQ(numbers.find({5, 0}), -1);
    EXPECT_EQ(numbers.find({1, 0}), -1);
    EXPECT_EQ(BookNumbers().count(), 0);
}

TEST(BookPresenter, ReadsThreeHundredPagesWithFewProcesses)
{
    Reader reader;
    const auto fetched = std::make_shared<int>(0);
    reader.book.setBook(sample::japaneseBook(10, 30, fetched));
    EXPECT_EQ(reader.book.pageCount(), 300);
    EXPECT_EQ(*fetched, 0) << "nothing is fetched before it is wanted";

    ASSERT_TRUE(reader.see({0, 1}));
    EXPECT_EQ(*fetched, 1);
    for (int page = 29; page < 300; page += 30)
        ASSERT_TRUE(reader.see({page, std::min(page + 1, 299)})) << page;

    EXPECT_TRUE(reader.hasImage(299));
    EXPECT_LE(reader.mostProcesses, BookPresenter::kUsualProcesses);
    EXPECT_EQ(reader.book.stampOf(33), QStringLiteral("資料1-2  4/30"));
    EXPECT_EQ(reader.book.partTitle(30), QStringLiteral("資料1-2 予算編成方針 その2"));
    EXPECT_EQ(reader.book.partTitle(31), QString());
    EXPECT_EQ(reader.book.partStarts().mid(0, 3), QList<int>({0, 30, 60}));
}

TEST(BookPresenter, ShowsMorePapersAtOnceThanItHasProcesses)
{
    Reader reader;
    reader.book.setBook(sample::japaneseBook(6, 2));

    ASSERT_TRUE(reader.see({0, 2, 4, 6, 8, 10}));

    for (const int page : {0, 2, 4, 6, 8, 10})
        EXPECT_TRUE(reader.hasImage(page)) << page;
    EXPECT_LE(reader.mostProcesses, BookPresenter::kMostProcesses);
}

TEST(BookPresenter, KeepsThePapersOfFourViewsOpen)
{
    Reader reader;
    const auto fetched = std::make_shared<int>(0);
    reader.book.setBook(sample::japaneseBook(6, 6, fetched));

    for (int page = 0; page < 6; ++page)
        ASSERT_TRUE(reader.see({page, 6 + page, 12 + page, 18 + page}));

    EXPECT_EQ(*fetched, 4) << "each was opened once";
    EXPECT_LE(reader.mostProcesses, BookPresenter::kMostProcesses);
    ASSERT_TRUE(reader.see({30}));
    EXPECT_LE(reader.book.processCount(), BookPresenter::kUsualProcesses) << "one view needs no more";
}

TEST(BookPresenter, KeepsWhatIsKnownOfPapersThatStay)
{
    Reader reader;
    const auto fetched = std::make_shared<int>(0);
    Book book = sample::japaneseBook(2, 3, fetched);
    reader.book.setBook(book);
    ASSERT_TRUE(reader.see({0, 4}));
    reader.book.search(QStringLiteral("会計課"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !reader.book.isSearching(); }, kBookPatience));
    ASSERT_EQ(reader.book.hits().size(), 6);
    const int before = *fetched;

    book.papers.insert(book.papers.begin(), sample::bookPaper(9, 1, sample::japanesePdf(2), 2));
    book.papers.erase(book.papers.begin() + 1);
    reader.book.setBook(book);

    EXPECT_FALSE(reader.hasImage(0)) << "the new one was not seen yet";
    EXPECT_TRUE(reader.hasImage(3)) << "page 2 of the paper that was second, under its new number";
    ASSERT_GE(reader.book.hits().size(), 3);
    EXPECT_EQ(reader.book.hits().first().page, 2) << "as far as it was read";
    ASSERT_TRUE(QTest::qWaitFor([&] { return !reader.book.isSearching(); }, kBookPatience));
    EXPECT_EQ(reader.book.hits().size(), 5);
    EXPECT_EQ(*fetched, before) << "nothing is fetched again";
}

TEST(BookPresenter, KeepsImagesWithinItsBounds)
{
    Reader reader;
    reader.book.setBook(sample::japaneseBook(3, 20));
    constexpr int kWidth = 1240;

    for (int page = 0; page < 60; ++page)
        ASSERT_TRUE(reader.see({page}, kWidth));

    qint64 kept = 0;
    for (int page = 0; page < 60; ++page)
        kept += reader.book.image(a4Request(page, kWidth)).sizeInBytes();
    EXPECT_GT(kept, PageCache::kMaxBytes / 2);
    EXPECT_LE(kept, PageCache::kMaxBytes + reader.book.image(a4Request(59, kWidth)).sizeInBytes());
    EXPECT_TRUE(reader.hasImage(59, kWidth));
}

TEST(BookPresenter, SearchesAllPapersOverLineEnds)
{
    Reader reader;
    reader.book.setBook(sample::japaneseBook(10, 30));
    ASSERT_TRUE(reader.see({250}));

    reader.book.search(QStringLiteral("会計課"));
    EXPECT_TRUE(reader.book.isSearching());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !reader.book.isSearching(); }, kBookPatience));

    const QList<TextHit> &hits = reader.book.hits();
    ASSERT_EQ(hits.size(), 300);
    for (int page = 0; page < 300; ++page) {
        EXPECT_EQ(hits.at(page).page, page);
        EXPECT_EQ(hits.at(page).boxes.size(), 2) << "it is broken over a line end";
    }
    EXPECT_LE(reader.mostProcesses, BookPresenter::kMostProcesses);
    reader.book.search(QStringLiteral("ﾃﾞｼﾞﾀﾙ"));
    EXPECT_FALSE(reader.book.isSearching()) << "what has been read is not read again";
    EXPECT_EQ(hits.size(), 300);
    reader.book.search({});
    EXPECT_TRUE(hits.isEmpty());
}

TEST(BookPresenter, LetsEachPaperFailAlone)
{
    Reader reader({30'000, 400, 400, 100});
    const QByteArray good = sample::japanesePdf(1);
    const auto unreachable = std::make_shared<bool>(true);
    Book book;
    book.papers = {sample::bookPaper(1, 1, good, 1),
                   sample::bookPaper(2, 1, "no document at all", 2),
                   sample::bookPaper(3, 1, sample::encryptedPdf(), 1),
                   sample::bookPaper(4, 1, sample::operatorBomb(), 2),
                   sample::unreachablePaper(5, 1, good, 1, unreachable),
                   sample::bookPaper(6, 1, good, 3)}; // one page is all there is
    reader.book.setBook(book);

    ASSERT_TRUE(reader.see({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));

    EXPECT_TRUE(reader.hasImage(0));
    EXPECT_EQ(reader.book.pageFailure(1), RenderFailure::Broken);
    EXPECT_EQ(reader.book.failureText(2).headline, documentFailureText(RenderFailure::Broken).headline);
    EXPECT_EQ(reader.book.pageFailure(3), RenderFailure::Encrypted);
    EXPECT_EQ(reader.book.failureText(3).advice,
              QStringLiteral("Ask the secretariat for a copy of 資料1-3 that opens without one."));
    EXPECT_EQ(reader.book.pageFailure(4), RenderFailure::TimedOut);
    EXPECT_TRUE(reader.hasImage(5)) << "the page after the endless one";
    EXPECT_EQ(reader.book.failureText(6).headline, QStringLiteral("資料1-5 could not be fetched"));
    EXPECT_TRUE(reader.hasImage(7));
    EXPECT_EQ(reader.book.pageFailure(8), RenderFailure::Broken) << "the file has fewer pages than was said";

    reader.book.search(QStringLiteral("行政手続"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !reader.book.isSearching(); }, kBookPatience));
    EXPECT_EQ(reader.book.hits().size(), 2) << "those that can be read are searched";

    *unreachable = false;
    reader.book.retryPage(6);
    ASSERT_TRUE(reader.see({6}));
    EXPECT_TRUE(reader.hasImage(6));
    EXPECT_EQ(reader.book.pageFailure(6), RenderFailure::None);
}

TEST(BookPresenter, LaysOutTheRealSizesOncePapersAreOpen)
{
    Reader reader;
    Book book;
    book.papers = {sample::bookPaper(1, 1, sample::plainPdf({1000, 500}, "0 0 9 9 re f"), 1)};
    QSignalSpy sizes(&reader.book, &PageFeed::sizesChanged);
    reader.book.setBook(book);
    EXPECT_EQ(reader.book.layoutSize(0), QSizeF(595, 842));

    ASSERT_TRUE(reader.see({0}));

    EXPECT_EQ(reader.book.layoutSize(0), QSizeF(1000, 500));
    EXPECT_EQ(sizes.size(), 1);
}

TEST(BookPresenter, KeepsPagesWhereOnlyWordsChange)
{
    Reader reader;
    const auto fetched = std::make_shared<int>(0);
    Book book = sample::japaneseBook(2, 2, fetched);
    reader.book.setBook(book);
    ASSERT_TRUE(reader.see({0}));
    QSignalSpy replaced(&reader.book, &BookPresenter::pagesReplaced);
    QSignalSpy words(&reader.book, &BookPresenter::bookChanged);

    book.papers[0].title = QStringLiteral("別の題");
    reader.book.setBook(book);
    EXPECT_EQ(replaced.size(), 0);
    EXPECT_TRUE(reader.hasImage(0));
    EXPECT_EQ(reader.book.partTitle(0), QStringLiteral("資料1-1 別の題"));
    EXPECT_EQ(words.size(), 1);
    reader.book.setBook(book);
    EXPECT_EQ(words.size(), 1) << "nothing is new";

    book.papers[1].revision = 2;
    book.papers[1].pages = 1;
    reader.book.setBook(book);
    EXPECT_EQ(replaced.size(), 1);
    EXPECT_EQ(reader.book.pageCount(), 3);
    EXPECT_TRUE(reader.hasImage(0)) << "of the paper that stayed";
    ASSERT_TRUE(reader.see({0, 1}));
    EXPECT_EQ(*fetched, 1);
}

class BookUnderStress : public ::testing::TestWithParam<quint32> {};

TEST_P(BookUnderStress, SurvivesWhateverIsAskedAtOnce)
{
    Reader reader({2'000, 300, 300, 50});
    const QByteArray good = sample::japanesePdf(3);
    const auto unreachable = std::make_shared<bool>(false);
    const std::vector<BookPaper> papers{sample::bookPaper(1, 1, good, 3),
                                        sample::bookPaper(2, 1, "no document at all", 2),
                                        sample::bookPaper(3, 2, good, 3),
                                        sample::bookPaper(4, 2, sample::operatorBomb(), 2),
                                        sample::unreachablePaper(5, 3, good, 3, unreachable),
                                        sample::bookPaper(6, 3, good, 3)};
    QRandomGenerator random(GetParam());

    for (int round = 0; round < 200; ++round) {
        switch (random.bounded(6)) {
        case 0: {
            std::vector<BookPaper> some;
            std::ranges::copy_if(papers, std::back_inserter(some),
                                 [&](const BookPaper &) { return random.bounded(4) > 0; });
            std::shuffle(some.begin(), some.end(), random);
            reader.book.setBook({QStringLiteral("会議"), some});
            break;
        }
        case 1: reader.book.search(random.bounded(2) ? QStringLiteral("会計課") : QString()); break;
        case 2: *unreachable = random.bounded(2) == 0; break;
        case 3: QTest::qWait(int(random.bounded(30))); break;
        default:
            if (const int count = reader.book.pageCount(); count > 0) {
                const int page = int(random.bounded(count));
                reader.book.retryPage(page);
                reader.book.want(&reader.viewer, {a4Request(page)}, {a4Request((page + 1) % count)});
                reader.book.wantThumbnails(&reader.thumbnails, {a4Request((page + 2) % count, 40)});
            }
        }
        ASSERT_LE(reader.book.processCount(), BookPresenter::kMostProcesses);
    }

    *unreachable = false;
    reader.book.setBook({QStringLiteral("会議"), papers});
    for (const int page : {0, 5, 10, 15})
        EXPECT_TRUE(reader.see({page}) && reader.hasImage(page)) << page;
}

INSTANTIATE_TEST_SUITE_P(Seeds, BookUnderStress, ::testing::Range(1U, 5U));

TEST(BookPresenter, ForgetsWhoIsGone)
{
    Reader reader;
    reader.book.setBook(sample::japaneseBook(2, 2));
    {
        QObject other;
        reader.book.want(&other, {a4Request(2)}, {});
        EXPECT_TRUE(reader.book.isWaiting());
    }
    EXPECT_FALSE(reader.book.isWaiting());
}

} // namespace kessai
