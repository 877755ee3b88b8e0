// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/paperprints.h"

#include "core/meetings/pagematch.h"
#include "tests/ui/pdfsamples.h"
#include "ui/meetings/inklayer.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace kessai::test {

namespace {

constexpr int kPrintPatience = 240'000;
constexpr RenderDeadlines kPrintDeadlines{60'000, 60'000, 60'000, 60'000};

/// A page of a paper as it is typeset.
struct Sheet {
    int id = 0;
    QStringList lines;
    bool isBlank = false;
    bool isScan = false;
};

QString lineOf(std::mt19937 &random)
{
    static const QString signs =
        QStringLiteral("市長部局総務課財政予算決算議案報告審査会計契約支払住民税務福祉教育建設道路"
                       "河川防災計画方針見直改善業務電子決裁文書管理職員研修勤務時間休暇申請");
    QString text;
    for (int i = 0; i < 30; ++i)
        text.append(signs.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(signs.size()))));
    return text;
}

Sheet newSheet(int id, std::mt19937 &random)
{
    Sheet sheet{id, {}, id % 17 == 0, id % 13 == 0};
    for (int i = 0; i < 16; ++i)
        sheet.lines << lineOf(random);
    return sheet;
}

void typeset(QPainter &painter, const Sheet &sheet)
{
    double y = 100;
    for (const QString &text : sheet.lines) {
        painter.drawText(QPointF(70, y), text);
        y += 36;
    }
}

/// Four sheets in ten have no head, as scans and blanks have none.
QByteArray pdfOf(const std::vector<Sheet> &book)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(72);
    QPainter painter(&writer);
    QFont font(QStringLiteral("Noto Sans CJK JP"));
    font.setPixelSize(14);
    painter.setFont(font);
    for (std::size_t i = 0; i < book.size(); ++i) {
        if (i > 0)
            writer.newPage();
        const Sheet &sheet = book[i];
        if (sheet.isBlank)
            continue;
        if (sheet.isScan) {
            QImage scan(595, 842, QImage::Format_RGB32);
            scan.fill(Qt::white);
            QPainter on(&scan);
            on.setFont(font);
            typeset(on, sheet);
            // No two scans lie the same.
            on.fillRect(QRect(40 + (sheet.id * 37) % 400, 700, 120, 20 + sheet.id % 60), QColor(90, 90, 90));
            on.end();
            painter.drawImage(QRectF(0, 0, 595, 842), scan);
            continue;
        }
        painter.drawText(QPointF(70, 50), QStringLiteral("令和8年度予算編成方針（案）　取扱注意"));
        typeset(painter, sheet);
    }
    painter.end();
    buffer.close();
    return bytes;
}

struct Reading {
    PaperPrints prints{QCoreApplication::applicationDirPath() + QStringLiteral("/kessai-render"), kPrintDeadlines};
    std::optional<std::vector<PaperPage>> pages;
    std::optional<RenderFailure> failure;

    Reading()
    {
        QObject::connect(&prints, &PaperPrints::finished, &prints,
                         [this](const std::vector<PaperPage> &read) { pages = read; });
        QObject::connect(&prints, &PaperPrints::failed, &prints, [this](RenderFailure why) { failure = why; });
    }
    void read(const QByteArray &bytes, const QString &mediaType = QStringLiteral("application/pdf"))
    {
        pages.reset();
        failure.reset();
        prints.read(bytes, mediaType);
        EXPECT_TRUE(QTest::qWaitFor([this] { return pages || failure; }, kPrintPatience));
    }
};

std::vector<PagePrint> printsIn(const std::vector<PaperPage> &pages)
{
    std::vector<PagePrint> prints;
    for (const PaperPage &page : pages)
        prints.push_back(printOf(page.print).value());
    return prints;
}

} // namespace

TEST(PaperPrints, HoldTextAndPictureOfEveryPage)
{
    Reading reading;
    QSignalSpy progress(&reading.prints, &PaperPrints::progressed);
    reading.read(sample::japanesePdf(3));

    ASSERT_TRUE(reading.pages);
    ASSERT_EQ(reading.pages->size(), 3U);
    EXPECT_TRUE(reading.pages->at(1).folded.contains(QStringLiteral("会計課")));
    EXPECT_FALSE(printsIn(*reading.pages)[2].look.isEmpty());
    EXPECT_EQ(progress.last().at(0).toInt(), 3);
    EXPECT_EQ(progress.last().at(1).toInt(), 3);
}

TEST(PaperPrints, LoseTextThatIsOnlyShownBeforeWhatIsSearched)
{
    const PaperPage page{QString(10, u'p'), QString(20, u'f'), QString(20, u't')};
    std::vector<PaperPage> pages(3, page);

    dropWritten(pages, 150);
    EXPECT_EQ(pages, std::vector<PaperPage>(3, page)) << "there is room";
    dropWritten(pages, 149);

    EXPECT_EQ(pages.at(1), page);
    EXPECT_EQ(pages.at(2), (PaperPage{page.print, page.folded, {}}));
}

TEST(PaperPrints, OfAnImageAreThoseOfOnePage)
{
    Reading reading;
    reading.read(sample::halvesImage({400, 300}, "png"), QStringLiteral("image/png"));

    ASSERT_TRUE(reading.pages);
    ASSERT_EQ(reading.pages->size(), 1U);
    EXPECT_TRUE(reading.pages->front().folded.isEmpty());
    EXPECT_FALSE(printsIn(*reading.pages)[0].look.isEmpty());
}

TEST(PaperPrints, SayWhatIsWrongWithAFile)
{
    Reading reading;
    reading.read(QByteArray("%PDF-1.7 broken"));
    EXPECT_EQ(reading.failure, RenderFailure::Broken);
    reading.read(sample::encryptedPdf());
    EXPECT_EQ(reading.failure, RenderFailure::Encrypted);
    reading.read(QByteArray("Hello"), QStringLiteral("text/plain"));
    EXPECT_EQ(reading.failure, RenderFailure::Unsupported);
    reading.read(sample::japanesePdf(1));
    EXPECT_TRUE(reading.pages) << "and read the next one";
}

TEST(PaperPrints, AreNoneOfAFileThatWasCancelled)
{
    Reading reading;
    reading.prints.read(sample::japanesePdf(30), QStringLiteral("application/pdf"));
    const QSignalSpy progress(&reading.prints, &PaperPrints::progressed);
    ASSERT_TRUE(QTest::qWaitFor([&progress] { return progress.count() > 2; }, kPrintPatience));

    reading.prints.cancel();
    QTest::qWait(300);

    EXPECT_FALSE(reading.pages);
    EXPECT_FALSE(reading.failure);
}

// The figure that is asked for: a book of 120 pages becomes one of 121, with pages moved, edited, taken out and put in, and every stroke on
// it is accounted for.
TEST(PaperPrints, CarryEveryStrokeToTheNewRevision)
{
    std::mt19937 random(120);
    std::vector<Sheet> before;
    for (int id = 1; id <= 120; ++id)
        before.push_back(newSheet(id, random));
    std::vector<Sheet> after = before;
    // A chapter goes to the end, another page to the front, five pages are edited, three taken out, four new.
    std::rotate(after.begin() + 30, after.begin() + 42, after.end());
    std::rotate(after.begin(), after.begin() + 20, after.begin() + 21);
    const std::vector<int> edited{5, 24, 50, 76, 111};
    for (Sheet &sheet : after) {
        if (std::ranges::count(edited, sheet.id) > 0) {
            for (qsizetype i = 3; i < 8; ++i)
                sheet.lines[i] = lineOf(random);
        }
    }
    const std::vector<int> gone{8, 55, 101};
    std::erase_if(after, [&gone](const Sheet &sheet) { return std::ranges::count(gone, sheet.id) > 0; });
    for (const int id : {201, 202, 203, 204})
        after.insert(after.begin() + (id - 200) * 23, newSheet(id, random));
    ASSERT_EQ(after.size(), 121U);
    Reading older;
    older.read(pdfOf(before));
    Reading newer;
    newer.read(pdfOf(after));
    ASSERT_TRUE(older.pages && newer.pages);
    const FixedClock clock(Instant(1));
    InkLayer layer(StaffId(1), QStringLiteral("山田 太郎"), clock);
    layer.setPapers({{1, 1, {}}});
    QHash<QString, Sheet> sheetOf;
    for (int page = 0; page < 120; ++page) {
        for (int stroke = 0; stroke < 3; ++stroke) {
            const float y = 0.2F + 0.2F * static_cast<float>(stroke);
            const QString id = layer.add({1, page}, {InkKind::Pen, 0, 1.5F, {{0.2F, y, 1}, {0.7F, y, 1}}, {}, {}});
            sheetOf.insert(id, before[static_cast<std::size_t>(page)]);
        }
    }

    layer.setPapers({{1, 2, {matchPages(printsIn(*older.pages), printsIn(*newer.pages))}}});

    const std::vector<PlacedInk> all = layer.all();
    ASSERT_EQ(all.size(), 360U) << "every stroke";
    int unchanged = 0;
    int changed = 0;
    int parked = 0;
    for (const PlacedInk &placed : all) {
        const Sheet sheet = sheetOf.value(placed.ink.id);
        const bool isGone = std::ranges::count(gone, sheet.id) > 0;
        const bool isEdited = std::ranges::count(edited, sheet.id) > 0;
        if (isGone) {
            EXPECT_FALSE(placed.at) << sheet.id;
            ++parked;
            continue;
        }
        ASSERT_TRUE(placed.at) << sheet.id;
        const Sheet &there = after[static_cast<std::size_t>(placed.at->page)];
        if (sheet.isBlank)
            EXPECT_TRUE(there.isBlank);
        else
            EXPECT_EQ(there.id, sheet.id);
        EXPECT_EQ(placed.changed, isEdited) << sheet.id;
        ++(placed.changed ? changed : unchanged);
    }
    EXPECT_EQ(parked, 9);
    EXPECT_EQ(changed, 15);
    EXPECT_EQ(unchanged, 336);
}

} // namespace kessai::test
