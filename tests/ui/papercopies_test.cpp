// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What leaves a meeting: stamps, pictures with ink, pages on paper.
#include "tests/support/fulldisk.h"
#include "tests/ui/booksamples.h"
#include "tests/ui/pdfsamples.h"
#include "ui/meetings/inkexport.h"
#include "ui/meetings/pagesmenu.h"
#include "ui/meetings/pagestamp.h"
#include "ui/meetings/paperprinter.h"
#include "ui/pdf/annotateprocess.h"
#include "ui/theme/inks.h"

#include <QFile>
#include <QLineEdit>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace kessai::test {

namespace {

constexpr int kCopyPatience = 120'000;
constexpr QSizeF kA4Points(595, 842);

QByteArray copyWith(const QByteArray &file, const QString &mediaType, const QList<PageAnnotation> &annotations)
{
    AnnotateProcess process;
    QSignalSpy written(&process, &AnnotateProcess::written);
    process.write(file, mediaType, annotations);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !written.isEmpty(); }, kCopyPatience));
    return written.isEmpty() ? QByteArray() : written.first().first().toByteArray();
}

/// A document as the viewer shows it.
struct Drawn {
    explicit Drawn(const QByteArray &bytes)
    {
        RenderProcess process(RenderProcess::helperOfApplication(),
                              {kCopyPatience, kCopyPatience, kCopyPatience, kCopyPatience});
        QObject::connect(&process, &RenderProcess::opened, &process, [&](const DocumentInfo &opened) {
            info = opened;
            for (int page = 0; page < info.pageSizes.size(); ++page) {
                const QSize size = info.pageSizes.at(page).toSize();
                process.renderPage({page, 0, size, QRect(QPoint(), size)}, RenderProcess::Urgency::Visible);
            }
        });
        QObject::connect(&process, &RenderProcess::pageRendered, &process,
                         [&](const PageRequest &, const QImage &image) { pages.append(image); });
        process.open(bytes, QStringLiteral("application/pdf"));
        EXPECT_TRUE(
            QTest::qWaitFor([&] { return !pages.isEmpty() && pages.size() == info.pageSizes.size(); }, kCopyPatience));
    }
    DocumentInfo info;
    QList<QImage> pages;
};

int darkIn(const QImage &image, const QRectF &place)
{
    int dark = 0;
    const QRect rect = place.toAlignedRect().intersected(image.rect());
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            dark += qGray(image.pixel(x, y)) < 160 ? 1 : 0;
    }
    return dark;
}

bool isRedAt(const QImage &image, double x, double y)
{
    const QRgb color = image.pixel(qRound(x * image.width()), qRound(y * image.height()));
    return qRed(color) > 150 && qGreen(color) < 90 && qBlue(color) < 90;
}

PlacedInk placedStroke(int page)
{
    PlacedInk placed;
    placed.ink.id = QStringLiteral("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    placed.ink.shape = {InkKind::Pen, penInks().constFirst(), 8, {{0.1F, 0.5F, 1}, {0.9F, 0.5F, 1}}, {}, {}};
    placed.at = BookPage{1, page};
    return placed;
}

const QString kStamp = QStringLiteral("資料3-1  1/2 · 佐藤 美咲");

} // namespace

TEST(PaperCopies, AreStampedOutsideOfTheirWords)
{
    const QRectF place = stampPlace(kStamp, kA4Points);
    EXPECT_LT(place.bottom(), 20) << "in the margin";
    EXPECT_LT(place.right(), kA4Points.width());

    const Drawn before(sample::japanesePdf(2));
    const Drawn after(copyWith(sample::japanesePdf(2), QStringLiteral("application/pdf"),
                               {stampAnnotation(kStamp, 0, kA4Points), stampAnnotation(kStamp, 1, kA4Points)}));

    ASSERT_EQ(after.pages.size(), 2);
    EXPECT_EQ(darkIn(before.pages.at(1), place), 0);
    EXPECT_GT(darkIn(after.pages.at(0), place), 60);
    EXPECT_GT(darkIn(after.pages.at(1), place), 60);
    const QRectF below(0, place.bottom() + 2, 595, 842);
    EXPECT_EQ(darkIn(after.pages.at(1), below), darkIn(before.pages.at(1), below));
}

TEST(PaperCopies, OfPicturesAreFilesThatHaveRoomForInk)
{
    const std::vector<PlacedInk> ink{placedStroke(0)};

    const Drawn copy(
        copyWith(sample::halvesImage({400, 300}, "png"), QStringLiteral("image/png"), annotationsOf(ink, 1)));

    ASSERT_EQ(copy.pages.size(), 1);
    EXPECT_EQ(copy.info.pageSizes.first(), QSizeF(300, 225));
    EXPECT_EQ(copy.pages.first().pixel(250, 40), qRgb(0, 0, 255)) << "the picture";
    EXPECT_TRUE(isRedAt(copy.pages.first(), 0.75, 0.5)) << "the pen over it";
}

TEST(PaperCopies, OnPaperShowWhatLiesOverThePage)
{
    PrintedPage page;
    page.image = QImage(1190, 1684, QImage::Format_RGB32);
    page.image.fill(Qt::white);
    page.points = kA4Points;
    page.ink = {placedStroke(0)};
    page.stamp = kStamp;

    composePage(page);

    EXPECT_TRUE(isRedAt(page.image, 0.5, 0.5));
    const QRectF place = stampPlace(kStamp, kA4Points);
    EXPECT_GT(darkIn(page.image, QRectF(place.topLeft() * 2, place.size() * 2)), 200);
    const QImage plain = page.image;
    page.reader = QStringLiteral("佐藤 美咲");
    composePage(page);
    EXPECT_NE(page.image.copy(0, 900, 1190, 700), plain.copy(0, 900, 1190, 700)) << "whose it is";
}

TEST(PaperCopies, AreCopiesOfSeveralPapersPageByPage)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("printed.pdf"));
    const auto printer = std::make_shared<QPrinter>();
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(path);
    printer->setPageSize(QPageSize(QPageSize::A4));
    BookPaper awaited = sample::bookPaper(2, 1, {}, 0);
    const std::vector<PrintedPaper> papers{
        {sample::bookPaper(1, 1, sample::japanesePdf(2), 2), {{}, {placedStroke(1)}}},
        {awaited, {}},
        {sample::bookPaper(3, 2, sample::plainPdf({842, 595}, "0 0 1 rg 0 0 842 300 re f"), 1), {}}};
    PaperPrinter machine;
    QSignalSpy printed(&machine, &PaperPrinter::printed);
    QSignalSpy progress(&machine, &PaperPrinter::progressed);

    machine.print(printer, papers, {}, QDate(2026, 11, 26));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !printed.isEmpty(); }, kCopyPatience));

    EXPECT_EQ(progress.size(), 3);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const Drawn onPaper(file.readAll());
    ASSERT_EQ(onPaper.pages.size(), 3);
    EXPECT_TRUE(isRedAt(onPaper.pages.at(1), 0.5, 0.5));
    EXPECT_FALSE(isRedAt(onPaper.pages.at(0), 0.5, 0.5));
    EXPECT_GT(onPaper.info.pageSizes.at(2).width(), onPaper.info.pageSizes.at(2).height()) << "as the page lies";
}

TEST(PaperCopies, TakeOnlyThePagesThatAreWanted)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("some.pdf"));
    const auto printer = std::make_shared<QPrinter>();
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(path);
    PaperPrinter machine;
    QSignalSpy printed(&machine, &PaperPrinter::printed);

    machine.print(printer,
                  {{sample::bookPaper(1, 1, sample::japanesePdf(4), 4), {{}, {placedStroke(1)}, {}, {}}, {1, 3}}}, {},
                  QDate(2026, 11, 26));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !printed.isEmpty(); }, kCopyPatience));

    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const Drawn onPaper(file.readAll());
    ASSERT_EQ(onPaper.pages.size(), 2);
    EXPECT_TRUE(isRedAt(onPaper.pages.at(0), 0.5, 0.5)) << "the second, with what is on it";
    EXPECT_FALSE(isRedAt(onPaper.pages.at(1), 0.5, 0.5));
}

TEST(PaperCopies, KnowPagesAsSomebodyWritesThem)
{
    const auto pages = [](const char *words) { return pagesOf(QString::fromUtf8(words), 9); };

    EXPECT_EQ(pages("3"), (std::vector<int>{2}));
    EXPECT_EQ(pages("2-4, 7"), (std::vector<int>{1, 2, 3, 6}));
    EXPECT_EQ(pages("２〜４、７"), (std::vector<int>{1, 2, 3, 6})) << "as a Japanese keyboard writes it";
    EXPECT_EQ(pages("7 2 - 3,2"), (std::vector<int>{1, 2, 6})) << "in order, each once";
    for (const char *wrong : {"", "0", "4-2", "10", "2-", "a", "99999999"})
        EXPECT_EQ(pages(wrong), std::nullopt) << wrong;
}

TEST(PaperCopies, AreSavedWholeOrNotAtAll)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pages.pdf"));
    const std::vector<PrintedPaper> papers{{sample::bookPaper(1, 1, sample::japanesePdf(3), 3), {}, {0, 2}}};
    PaperPrinter machine;
    QSignalSpy saved(&machine, &PaperPrinter::saved);
    QSignalSpy failed(&machine, &PaperPrinter::failed);

    machine.save(path, papers, {}, QDate(2026, 11, 26));
    EXPECT_FALSE(QFile::exists(path)) << "not before it is whole";
    ASSERT_TRUE(QTest::qWaitFor([&] { return !saved.isEmpty(); }, kCopyPatience));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(Drawn(file.readAll()).pages.size(), 2);

    machine.save(folder.filePath(QStringLiteral("gone/pages.pdf")), papers, {}, QDate(2026, 11, 26));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !failed.isEmpty(); }, kCopyPatience));
    EXPECT_FALSE(failed.first().first().toString().contains(QStringLiteral("printer"))) << "it is no printer's fault";
}

TEST(PaperCopies, LeaveWhatWasThereWhereTheyFindNoRoom)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pages.pdf"));
    QFile before(path);
    ASSERT_TRUE(before.open(QIODevice::WriteOnly) && before.write("what was there") > 0);
    before.close();
    PaperPrinter machine;
    QSignalSpy saved(&machine, &PaperPrinter::saved);
    QSignalSpy failed(&machine, &PaperPrinter::failed);

    machine.save(path, {{sample::bookPaper(1, 1, sample::japanesePdf(3), 3), {}}}, {}, QDate(2026, 11, 26));
    {
        QSignalSpy progress(&machine, &PaperPrinter::progressed);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !progress.isEmpty(); }, kCopyPatience));
        const FullDisk full(1'000); // what is painted from now on finds no room
        ASSERT_TRUE(QTest::qWaitFor([&] { return !saved.isEmpty() || !failed.isEmpty(); }, kCopyPatience));
    }

    EXPECT_TRUE(saved.isEmpty());
    ASSERT_TRUE(before.open(QIODevice::ReadOnly));
    EXPECT_EQ(before.readAll(), QByteArray("what was there"));
}

TEST(PaperCopies, AreSavedOnTheSheetsThatWereChosen)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("small.pdf"));
    const auto printer = std::make_shared<QPrinter>();
    printer->setPageSize(QPageSize(QPageSize::A5));
    PaperPrinter machine;
    QSignalSpy saved(&machine, &PaperPrinter::saved);
    QSignalSpy printed(&machine, &PaperPrinter::printed);

    machine.save(path, {{sample::bookPaper(1, 1, sample::japanesePdf(1), 1), {}}}, {}, QDate(2026, 11, 26), printer);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !saved.isEmpty(); }, kCopyPatience));

    EXPECT_EQ(saved.first().first().toString(), path);
    EXPECT_TRUE(printed.isEmpty()) << "nothing went to a printer";
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_LT(Drawn(file.readAll()).info.pageSizes.first().width(), 450);
}

TEST(PaperCopies, AreOfThePaperThatWasNamed)
{
    PagesMenu menu(QStringLiteral("pages"));
    BookPaper paper = sample::bookPaper(3, 1, {}, 9);
    paper.revision = 2;
    menu.setPaper(paper, 4);
    QSignalSpy wanted(&menu, &PagesMenu::printRequested);
    auto *words = menu.findChild<QLineEdit *>(QStringLiteral("pagesWords"));
    EXPECT_EQ(words->text(), QStringLiteral("5"));

    words->setText(QStringLiteral("12"));
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(wanted.isEmpty()) << "there are nine";
    words->setText(QStringLiteral("2-3"));
    QTest::keyClick(words, Qt::Key_Return);

    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted.first().at(0).toInt(), 3);
    EXPECT_EQ(wanted.first().at(1).toInt(), 2);
}

TEST(PaperCopies, SayWhatCannotBePrinted)
{
    PaperPrinter machine;
    QSignalSpy failed(&machine, &PaperPrinter::failed);

    machine.print(std::make_shared<QPrinter>(), {{sample::bookPaper(1, 1, "%PDF-1.7 broken", 3), {}}}, {}, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !failed.isEmpty(); }, kCopyPatience));

    EXPECT_FALSE(failed.first().first().toString().isEmpty());
    EXPECT_FALSE(machine.isPrinting());
}

} // namespace kessai::test
