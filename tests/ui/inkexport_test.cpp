// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkexport.h"

#include "tests/ui/pdfsamples.h"
#include "ui/pdf/annotateprocess.h"
#include "ui/pdf/renderprocess.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <random>

namespace kessai::test {

namespace {

constexpr int kWaitForExport = 120'000;

QString renderHelper()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/kessai-render");
}

struct Exported {
    std::optional<QByteArray> bytes;
    std::optional<RenderFailure> failure;
};

Exported exported(const QByteArray &pdf, const QList<PageAnnotation> &annotations)
{
    AnnotateProcess process(renderHelper(), kWaitForExport);
    Exported result;
    QObject::connect(&process, &AnnotateProcess::written, &process,
                     [&result](const QByteArray &bytes) { result.bytes = bytes; });
    QObject::connect(&process, &AnnotateProcess::failed, &process,
                     [&result](RenderFailure failure) { result.failure = failure; });
    process.write(pdf, QStringLiteral("application/pdf"), annotations);
    EXPECT_TRUE(QTest::qWaitFor([&result] { return result.bytes || result.failure; }, kWaitForExport));
    return result;
}

/// The first page as the viewer shows it.
QImage drawnPage(const QByteArray &pdf)
{
    RenderProcess process(renderHelper(), {kWaitForExport, kWaitForExport, kWaitForExport, kWaitForExport});
    QImage drawn;
    QObject::connect(&process, &RenderProcess::opened, &process, [&process] {
        const QSize size(595, 842);
        process.renderPage({0, 0, size, QRect(QPoint(), size)}, RenderProcess::Urgency::Visible);
    });
    QObject::connect(&process, &RenderProcess::pageRendered, &process,
                     [&drawn](const PageRequest &, const QImage &image) { drawn = image; });
    process.open(pdf, QStringLiteral("application/pdf"));
    EXPECT_TRUE(QTest::qWaitFor([&drawn] { return !drawn.isNull(); }, kWaitForExport));
    return drawn;
}

/// Ink of every kind on the first page of paper 1, and one piece on another paper.
std::vector<PlacedInk> everyKind(const Clock &clock)
{
    InkLayer layer(StaffId(7), QStringLiteral("山田 太郎"), clock);
    layer.setPapers({{1, 1, {}}, {2, 1, {}}});
    layer.add({1, 0}, {InkKind::Pen, 0, 6, {{0.1F, 0.9F, 1}, {0.9F, 0.9F, 1}}, {}, {}});
    layer.add({1, 0}, {InkKind::Marker, 4, 12, {{0.1F, 0.8F, 1}, {0.5F, 0.8F, 1}}, {}, {}});
    layer.add({1, 0}, {InkKind::Highlight, 5, 1, {}, {QRectF(0.1, 0.7, 0.4, 0.02)}, QStringLiteral("支出命令")});
    layer.add({1, 0}, {InkKind::Note, 4, 1, {{0.98F, 0.5F, 1}}, {}, QStringLiteral("前年度比を口頭で補足")});
    layer.add({1, 0}, {InkKind::Bookmark, 0, 1, {}, {}, {}});
    layer.add({2, 0}, {InkKind::Pen, 0, 6, {{0.1F, 0.9F, 1}, {0.9F, 0.9F, 1}}, {}, {}});
    return layer.all();
}

bool isRedPixel(QRgb color)
{
    return qRed(color) > 150 && qGreen(color) < 90 && qBlue(color) < 90;
}

} // namespace

TEST(InkExport, WritesRealAnnotationsBehindTheUnchangedOriginal)
{
    const FixedClock clock(Instant::fromTokyo(QDate(2026, 11, 26), QTime(13, 5)));
    const QList<PageAnnotation> annotations = annotationsOf(everyKind(clock), 1);
    ASSERT_EQ(annotations.size(), 4) << "a bookmark is none, and the other paper has its own file";
    const QByteArray original = sample::japanesePdf(2);

    const Exported copy = exported(original, annotations);

    ASSERT_TRUE(copy.bytes);
    EXPECT_TRUE(copy.bytes->startsWith(original)) << "what was there is there, byte by byte";
    EXPECT_LT(copy.bytes->size(), original.size() + 50'000) << "no font was embedded";
    for (const char *const kind : {"/Ink", "/Highlight", "/Text"})
        EXPECT_TRUE(copy.bytes->mid(original.size()).contains(kind)) << kind;
    const QImage before = drawnPage(original);
    const QImage after = drawnPage(*copy.bytes);
    EXPECT_FALSE(isRedPixel(before.pixel(300, 758)));
    EXPECT_TRUE(isRedPixel(after.pixel(300, 758))) << "the pen, at nine tenths of the page";
    EXPECT_NE(before.pixel(150, 598), after.pixel(150, 598)) << "the highlight";
    EXPECT_EQ(before.pixel(500, 600), after.pixel(500, 600));
}

TEST(InkExport, IsASoundPdf)
{
    const FixedClock clock(Instant(1));
    const Exported copy = exported(sample::japanesePdf(2), annotationsOf(everyKind(clock), 1));
    ASSERT_TRUE(copy.bytes);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("copy.pdf")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(*copy.bytes);
    file.close();

    QProcess qpdf;
    qpdf.start(QStringLiteral("qpdf"), {QStringLiteral("--check"), file.fileName()});

    ASSERT_TRUE(qpdf.waitForFinished(kWaitForExport));
    EXPECT_EQ(qpdf.exitCode(), 0) << qpdf.readAllStandardOutput().constData();
}

TEST(InkExport, SaysWhatItCannotWriteInto)
{
    const FixedClock clock(Instant(1));
    const QList<PageAnnotation> annotations = annotationsOf(everyKind(clock), 1);

    EXPECT_EQ(exported("%PDF-1.7 broken", annotations).failure, RenderFailure::Broken);
    EXPECT_EQ(exported(sample::encryptedPdf(), annotations).failure, RenderFailure::Encrypted);
    EXPECT_EQ(exported("Hello", annotations).failure, RenderFailure::Broken);
    QList<PageAnnotation> elsewhere = annotations;
    elsewhere.front().page = 9;
    EXPECT_EQ(exported(sample::japanesePdf(1), elsewhere).failure, RenderFailure::Broken);
}

TEST(InkExport, ReadsNoRequestThatIsNone)
{
    const FixedClock clock(Instant(1));
    const QList<PageAnnotation> annotations = annotationsOf(everyKind(clock), 1);
    const QByteArray good = renderwire::encode(annotations);
    EXPECT_EQ(renderwire::decodeAnnotateRequest(good), annotations);

    std::mt19937 random(1);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good;
        const auto at = static_cast<qsizetype>(random() % static_cast<std::size_t>(bytes.size()));
        if (random() % 2 == 0)
            bytes[at] = static_cast<char>(random() % 256);
        else
            bytes.truncate(at);
        if (const auto read = renderwire::decodeAnnotateRequest(bytes)) {
            for (const PageAnnotation &one : *read) {
                EXPECT_LE(one.kind, PageAnnotation::Kind::Stamp);
                EXPECT_TRUE(one.opacity >= 0 && one.opacity <= 1);
            }
        }
    }
}

} // namespace kessai::test
