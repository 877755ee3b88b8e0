// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/pagematch.h"

#include "core/base/textfold.h"

#include <QElapsedTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace kessai::test {

namespace {

/// A page as an author has it before them: paragraphs, and a picture on some.
struct Sheet {
    int id = 0;
    QStringList paragraphs;
    int picture = 0;
    bool isScan = false;
};

QString sentence(std::mt19937 &random)
{
    static const QString signs =
        QStringLiteral("市長部局総務課財政予算決算議案報告審査会計契約支払住民税務福祉教育建設道路河川防災計画"
                       "方針見直改善業務電子決裁文書管理職員研修勤務時間休暇申請手続窓口相談支援地域連携事業");
    QString text;
    for (int i = 0; i < 24; ++i)
        text.append(signs.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(signs.size()))));
    return text + QStringLiteral("。");
}

Sheet newSheet(int id, std::mt19937 &random)
{
    Sheet sheet{id, {}, 0, false};
    // What every page has.
    sheet.paragraphs << QStringLiteral("令和8年度第12回庁議資料企画政策課作成取扱注意");
    for (int i = 0; i < 10; ++i)
        sheet.paragraphs << sentence(random);
    sheet.picture = random() % 4 == 0 ? static_cast<int>(random() % 1000) + 1 : 0;
    return sheet;
}

/// A rough picture of the sheet, as one of several renderers draws it: `noise` greys more or less, `width` pixels wide.
QByteArray drawn(const Sheet &sheet, int width, int height, int noise, std::mt19937 &random)
{
    QByteArray grey(static_cast<qsizetype>(width) * height, '\xFF');
    const auto fill = [&](double top, double bottom, double left, double right, int value) {
        for (int y = static_cast<int>(top * height); y < static_cast<int>(bottom * height); ++y) {
            for (int x = static_cast<int>(left * width); x < static_cast<int>(right * width); ++x)
                grey[static_cast<qsizetype>(y) * width + x] = static_cast<char>(value);
        }
    };
    for (qsizetype i = 0; i < sheet.paragraphs.size(); ++i) {
        const double top = 0.05 + 0.06 * static_cast<double>(i);
        // Not qHash, which is another one in every process.
        int words = 0;
        for (const QChar sign : sheet.paragraphs.at(i))
            words = (words * 31 + sign.unicode()) % 8;
        fill(top, top + 0.04, 0.1, 0.75 + 0.02 * words, 190 + 4 * words);
    }
    if (sheet.picture > 0) {
        fill(0.75, 0.9, 0.1 + 0.0004 * sheet.picture, 0.5 + 0.0004 * sheet.picture, 40 + (sheet.picture * 7) % 150);
    }
    for (char &pixel : grey) {
        const int moved =
            static_cast<quint8>(pixel) + static_cast<int>(random() % static_cast<unsigned>(2 * noise + 1)) - noise;
        pixel = static_cast<char>(std::clamp(moved, 0, 255));
    }
    return grey;
}

PagePrint sheetPrint(const Sheet &sheet, std::mt19937 &random, int width = 160, int height = 226, int noise = 0)
{
    const QString text = sheet.isScan ? QString() : foldText(sheet.paragraphs.join(QString()));
    return pagePrint(text, drawn(sheet, width, height, noise, random), width, height);
}

std::vector<PagePrint> printsOf(const std::vector<Sheet> &book, std::mt19937 &random)
{
    std::vector<PagePrint> prints;
    for (const Sheet &sheet : book)
        prints.push_back(sheetPrint(sheet, random));
    return prints;
}

std::vector<Sheet> newBook(int pages, std::mt19937 &random)
{
    std::vector<Sheet> book;
    for (int i = 0; i < pages; ++i)
        book.push_back(newSheet(i + 1, random));
    return book;
}

/// Some paragraphs are written anew.
void edit(Sheet &sheet, int paragraphs, std::mt19937 &random)
{
    std::vector<qsizetype> lines;
    for (qsizetype line = 1; line < sheet.paragraphs.size(); ++line)
        lines.push_back(line);
    std::shuffle(lines.begin(), lines.end(), random);
    for (int i = 0; i < paragraphs; ++i)
        sheet.paragraphs[lines[static_cast<std::size_t>(i)]] = sentence(random);
}

/// Where the sheet with an id is in a book; none where it was taken out.
std::optional<int> placeOf(const std::vector<Sheet> &book, int id)
{
    const auto at = std::ranges::find(book, id, &Sheet::id);
    return at == book.end() ? std::nullopt : std::optional(static_cast<int>(at - book.begin()));
}

/// No two pages go to the same, and none out of the book.
void expectSound(const std::vector<PageMove> &moves, std::size_t older, std::size_t newer)
{
    ASSERT_EQ(moves.size(), older);
    std::vector<bool> taken(newer, false);
    for (const PageMove &move : moves) {
        if (!move.to) {
            EXPECT_FALSE(move.changed) << "what is parked is not marked besides";
            continue;
        }
        ASSERT_GE(*move.to, 0);
        ASSERT_LT(*move.to, static_cast<int>(newer));
        EXPECT_FALSE(taken[static_cast<std::size_t>(*move.to)]);
        taken[static_cast<std::size_t>(*move.to)] = true;
    }
}

} // namespace

TEST(PagePrint, IsStoredAsOneTextAndReadBack)
{
    std::mt19937 random(1);
    const std::vector<PagePrint> prints{sheetPrint(newSheet(1, random), random),
                                        pagePrint({}, QByteArray(100, '\x80'), 10, 10),
                                        pagePrint(QStringLiteral("議"), {}, 0, 0), PagePrint()};
    for (const PagePrint &print : prints) {
        EXPECT_EQ(kessai::printOf(printText(print)), print);
        EXPECT_LE(printText(print).size(), 1'100);
    }
}

TEST(PagePrint, FromBytesOfAnythingElseIsNone)
{
    std::mt19937 random(2);
    const QString good = printText(sheetPrint(newSheet(1, random), random));

    const QStringList badOnes{QString(),
                              QStringLiteral("1::"),
                              QStringLiteral("1:::x"),
                              QStringLiteral("2") + good.mid(1),
                              good + QLatin1Char('\n'),
                              good.left(60),
                              QString(good).replace(3, 1, QLatin1Char('G'))};
    for (const QString &bad : badOnes)
        EXPECT_FALSE(kessai::printOf(bad)) << qUtf8Printable(bad);
    for (int round = 0; round < 5'000; ++round) {
        QString mutated = good;
        mutated[static_cast<qsizetype>(random() % static_cast<std::size_t>(good.size()))] =
            QChar(static_cast<ushort>(random() % 128));
        if (const std::optional<PagePrint> print = kessai::printOf(mutated)) {
            EXPECT_EQ(kessai::printOf(printText(*print)), print);
        }
    }
}

TEST(PageMatch, KeepsEveryPageOfTheSamePaper)
{
    std::mt19937 random(3);
    const std::vector<PagePrint> prints = printsOf(newBook(60, random), random);

    const std::vector<PageMove> moves = matchPages(prints, prints);

    for (int i = 0; i < 60; ++i)
        EXPECT_EQ(moves[static_cast<std::size_t>(i)], (PageMove{i, false}));
}

TEST(PageMatch, TakesAnotherRenderersPictureForTheSame)
{
    std::mt19937 random(4);
    std::vector<Sheet> book = newBook(40, random);
    for (std::size_t i = 0; i < book.size(); i += 2)
        book[i].isScan = true;
    std::vector<PagePrint> here;
    std::vector<PagePrint> there;
    for (const Sheet &sheet : book) {
        here.push_back(sheetPrint(sheet, random, 160, 226, 2));
        // A scan is pixels in the file already: no renderer moves their edges.
        const int scale = sheet.isScan ? 1 : 2;
        there.push_back(sheetPrint(sheet, random, 160 * scale, 226 * scale, 6));
    }

    const std::vector<PageMove> moves = matchPages(here, there);

    for (int i = 0; i < 40; ++i)
        EXPECT_EQ(moves[static_cast<std::size_t>(i)], (PageMove{i, false})) << i;
}

TEST(PageMatch, TellsAScanThatWasChangedFromOneThatIsDrawnOtherwise)
{
    constexpr int kWidth = 160;
    constexpr int kHeight = 220;
    std::mt19937 random(44);
    const QByteArray scan = drawn(newSheet(1, random), kWidth, kHeight, 0, random);
    // As other renderers do: everywhere a little, by up to 8 greys and 2 on average.
    QByteArray smoothed = scan;
    QByteArray sealed = scan;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const qsizetype at = static_cast<qsizetype>(y) * kWidth + x;
            const int cell = (y / 10) * 16 + x / 10;
            const int off = cell % 40 == 0 ? 8 : cell % 5;
            smoothed[at] = static_cast<char>(static_cast<quint8>(scan.at(at)) - off);
            // A seal of a centimetre and a half.
            if (std::abs(std::hypot(x - 120, y - 200) - 6) < 0.7)
                sealed[at] = '\x4C';
        }
    }
    const auto print = [](const QByteArray &grey) { return pagePrint({}, grey, kWidth, kHeight); };

    EXPECT_EQ(matchPages({print(scan)}, {print(smoothed)}), (std::vector<PageMove>{{0, false}}));
    EXPECT_EQ(matchPages({print(scan)}, {print(sealed)}), (std::vector<PageMove>{{0, true}}));
}

TEST(PageMatch, MarksAPageWithTheSameWordsAndAnotherPicture)
{
    std::mt19937 random(5);
    std::vector<Sheet> book = newBook(5, random);
    book[2].picture = 100;
    const std::vector<PagePrint> older = printsOf(book, random);
    book[2].picture = 900;

    const std::vector<PageMove> moves = matchPages(older, printsOf(book, random));

    EXPECT_EQ(moves[2], (PageMove{2, true}));
    EXPECT_EQ(moves[3], (PageMove{3, false}));
}

TEST(PageMatch, TakesBlankPagesInTheirOrderAndWithTheirNeighbours)
{
    std::mt19937 random(6);
    const std::vector<Sheet> book = newBook(3, random);
    const Sheet blank{0, {}, 0, false};
    const auto prints = [&random](const std::vector<Sheet> &sheets) { return printsOf(sheets, random); };
    const auto older = prints({book[0], blank, book[1], blank, book[2], blank});

    const auto firstGone = matchPages(older, prints({book[0], book[1], blank, book[2], blank}));
    const auto onlyBlanks = matchPages(prints({blank, blank, blank}), prints({blank, blank}));

    EXPECT_EQ(firstGone[1].to, std::nullopt) << "the one whose neighbour is no blank any more";
    EXPECT_EQ(firstGone[3].to, 2);
    EXPECT_EQ(firstGone[5].to, 4);
    EXPECT_EQ(onlyBlanks[0].to, 0);
    EXPECT_EQ(onlyBlanks[1].to, 1);
    EXPECT_EQ(onlyBlanks[2].to, std::nullopt);
}

TEST(PageMatch, DoesNotTakeANewPageForTheOneItReplaces)
{
    std::mt19937 random(7);
    std::vector<Sheet> book = newBook(20, random);
    const std::vector<PagePrint> older = printsOf(book, random);
    book[9] = newSheet(99, random);

    const std::vector<PageMove> moves = matchPages(older, printsOf(book, random));

    EXPECT_EQ(moves[9].to, std::nullopt);
    EXPECT_EQ(moves[10].to, 10);
}

TEST(PageMatch, KnowsATableOfWhichEveryFigureIsNew)
{
    std::mt19937 random(8);
    const auto table = [&random] {
        Sheet sheet{1, {}, 0, false};
        for (int row = 0; row < 12; ++row)
            sheet.paragraphs << QStringLiteral("総務管理費の内訳その%1委託料および使用料%2千円")
                                    .arg(row)
                                    .arg(random() % 90'000 + 10'000);
        return sheet;
    };
    std::vector<Sheet> book = newBook(4, random);
    // All pages between are such tables.
    for (int i = 0; i < 6; ++i)
        book.insert(book.begin() + 2, table());
    const std::vector<PagePrint> older = printsOf(book, random);
    for (std::size_t i = 2; i < 8; ++i)
        book[i] = table();

    const std::vector<PageMove> moves = matchPages(older, printsOf(book, random));

    for (int i = 2; i < 8; ++i)
        EXPECT_EQ(moves[static_cast<std::size_t>(i)], (PageMove{i, true})) << i;
}

TEST(PageMatch, FollowsPagesOfRandomBooks)
{
    std::mt19937 random(9);
    int edited = 0;
    int found = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<Sheet> book = newBook(static_cast<int>(random() % 50) + 5, random);
        for (Sheet &sheet : book)
            sheet.isScan = random() % 10 == 0;
        const std::vector<Sheet> before = book;
        const std::vector<PagePrint> older = printsOf(book, random);
        std::vector<int> changed;
        for (std::size_t change = random() % 12; change > 0 && book.size() > 3; --change) {
            const auto at = static_cast<std::ptrdiff_t>(random() % book.size());
            Sheet &sheet = book[static_cast<std::size_t>(at)];
            switch (random() % 4) {
            case 0:
                book.insert(book.begin() + at, newSheet(1000 + static_cast<int>(random() % 100'000), random));
                break;
            case 1: book.erase(book.begin() + at); break;
            case 2: {
                const Sheet moved = sheet;
                book.erase(book.begin() + at);
                book.insert(book.begin() + static_cast<std::ptrdiff_t>(random() % (book.size() + 1)), moved);
                break;
            }
            case 3:
                if (!sheet.isScan && std::ranges::find(changed, sheet.id) == changed.end()) {
                    changed.push_back(sheet.id);
                    edit(sheet, static_cast<int>(random() % 4) + 1, random);
                }
                break;
            }
        }

        const std::vector<PageMove> moves = matchPages(older, printsOf(book, random));

        expectSound(moves, before.size(), book.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            const bool isEdited = std::ranges::find(changed, before[i].id) != changed.end();
            const std::optional<int> place = placeOf(book, before[i].id);
            if (!isEdited) {
                EXPECT_EQ(moves[i].to, place) << "round " << round << ", page " << i;
                EXPECT_FALSE(moves[i].changed);
            } else if (place) {
                ++edited;
                found += moves[i] == PageMove{place, true} ? 1 : 0;
            }
        }
    }
    // Of ten paragraphs up to four are new; a sketch is a sample.
    EXPECT_GT(edited, 60);
    EXPECT_GE(found, edited - edited / 50);
}

TEST(PageMatch, ChainsReplacements)
{
    const std::vector<PageMove> first{{0, false}, {2, true}, {std::nullopt, false}, {1, false}, {7, false}};
    const std::vector<PageMove> then{{1, false}, {std::nullopt, false}, {0, false}};

    const std::vector<PageMove> both = chained(first, then);

    EXPECT_EQ(both, (std::vector<PageMove>{{1, false}, {0, true}, {}, {}, {}}));
}

TEST(PageMatch, OfFiveThousandPagesTakesAMomentAtTheWorst)
{
    std::mt19937 random(10);
    const std::vector<Sheet> book = newBook(5'000, random);
    std::vector<PagePrint> older;
    std::vector<PagePrint> newer;
    for (Sheet sheet : book) {
        older.push_back(sheetPrint(sheet, random, 32, 44));
        edit(sheet, 3, random);
        newer.push_back(sheetPrint(sheet, random, 32, 44));
    }
    std::shuffle(newer.begin(), newer.end(), random);
    std::vector<PagePrint> scans;
    for (Sheet sheet : book) {
        sheet.isScan = true;
        scans.push_back(sheetPrint(sheet, random, 32, 44));
    }
    std::vector<PagePrint> blanks(5'000, pagePrint({}, QByteArray(100, '\xFF'), 10, 10));

    // A comparison of every page with every other would take minutes.
    for (const auto &[one, other] : {std::pair(&older, &newer), std::pair(&older, &scans), std::pair(&scans, &blanks),
                                     std::pair(&blanks, &blanks)}) {
        QElapsedTimer timer;
        timer.start();
        expectSound(matchPages(*one, *other), one->size(), other->size());
        EXPECT_LT(timer.elapsed(), 20'000);
    }
}

} // namespace kessai::test
