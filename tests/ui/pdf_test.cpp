// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "tests/ui/pdfsamples.h"
#include "ui/pdf/renderprocess.h"
#include "ui/pdf/textindex.h"

#include <QElapsedTimer>
#include <QImageReader>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>
#include <sys/types.h>

#include <csignal>
#include <ostream>

namespace kessai {

/// Makes failures readable.
void PrintTo(RenderFailure failure, std::ostream *out)
{
    static constexpr const char *kNames[] = {"None",     "Encrypted", "Broken",      "TooLarge",
                                             "TimedOut", "Crashed",   "Unsupported", "NotAvailable"};
    *out << kNames[static_cast<int>(failure)];
}

namespace {

constexpr int kPatience = 60'000;

QString helperPath()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/kessai-render");
}

/// Long enough for a machine that builds something else meanwhile.
constexpr RenderDeadlines kRelaxed{30'000, 30'000, 30'000, 1'000};

/// What one request came to.
struct Outcome {
    bool answered = false;
    RenderFailure failure = RenderFailure::None;
    DocumentInfo info;
    QImage image;
    PageText text;
};

/// Drives a real helper process, one request after the other.
class Renderer {
public:
    explicit Renderer(RenderDeadlines deadlines = kRelaxed, const QString &path = helperPath())
        : process(path, deadlines)
    {
        QObject::connect(&process, &RenderProcess::opened, &process, [this](const DocumentInfo &info) {
            m_outcome.answered = true;
            m_outcome.info = info;
        });
        QObject::connect(&process, &RenderProcess::openingFailed, &process, [this](RenderFailure failure) {
            m_outcome.answered = true;
            m_outcome.failure = failure;
        });
        QObject::connect(&process, &RenderProcess::pageRendered, &process,
                         [this](const PageRequest &, const QImage &image) {
                             m_outcome.answered = true;
                             m_outcome.image = image;
                         });
        QObject::connect(&process, &RenderProcess::pageFailed, &process,
                         [this](const PageRequest &, RenderFailure failure) {
                             m_outcome.answered = true;
                             m_outcome.failure = failure;
                         });
        QObject::connect(&process, &RenderProcess::textRead, &process, [this](int, const PageText &text) {
            m_outcome.answered = true;
            m_outcome.text = text;
        });
    }

    Outcome open(const QByteArray &bytes, const QString &password = {},
                 const QString &mediaType = QStringLiteral("application/pdf"))
    {
        m_outcome = {};
        process.open(bytes, mediaType, password);
        return wait();
    }
    Outcome render(const PageRequest &request, bool patient = false)
    {
        m_outcome = {};
        process.renderPage(request, RenderProcess::Urgency::Visible, patient);
        return wait();
    }
    Outcome render(int page, QSize size) { return render(PageRequest{page, 0, size, QRect(QPoint(), size)}); }
    Outcome text(int page)
    {
        m_outcome = {};
        process.readText(page);
        return wait();
    }

    RenderProcess process;

private:
    Outcome wait()
    {
        EXPECT_TRUE(QTest::qWaitFor([this] { return m_outcome.answered; }, kPatience));
        return m_outcome;
    }

    Outcome m_outcome;
};

bool isReddish(QRgb color)
{
    return qRed(color) > 200 && qGreen(color) < 60 && qBlue(color) < 60;
}

bool isBluish(QRgb color)
{
    return qBlue(color) > 200 && qGreen(color) < 60 && qRed(color) < 60;
}

double inkShare(const QImage &image)
{
    qint64 dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    return static_cast<double>(dark) / (static_cast<double>(image.width()) * image.height());
}

/// A page of 200 x 100 points, a red square of 20 in its lower left corner.
QByteArray cornerPdf(const QByteArray &extra = {})
{
    return sample::plainPdf({200, 100}, "1 0 0 rg 0 0 20 20 re f", extra);
}

} // namespace

TEST(RenderSandbox, RefusesWhatRenderingDoesNotNeed)
{
    QProcess process;
    process.start(helperPath(), {QStringLiteral("--self-test")});
    ASSERT_TRUE(process.waitForFinished(kPatience));
    const QByteArray said = process.readAllStandardOutput();

    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(process.exitCode(), 0) << said.constData();
    EXPECT_TRUE(said.contains("socket: refused")) << said.constData();
    EXPECT_TRUE(said.contains("new file: refused")) << said.constData();
    EXPECT_TRUE(said.contains("new process: refused")) << said.constData();
    EXPECT_TRUE(said.contains("other program: refused")) << said.constData();
    EXPECT_TRUE(said.contains("reading fonts: allowed")) << said.constData();
}

TEST(RenderSandbox, EndsWithTheApplication)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::None);
    const qint64 pid = renderer.process.processId();
    ASSERT_GT(pid, 0);

    renderer.process.close();

    EXPECT_TRUE(QTest::qWaitFor([pid] { return ::kill(static_cast<pid_t>(pid), 0) != 0; }, kPatience));
}

TEST(RenderPdf, TellsPagesAndSizes)
{
    Renderer renderer;

    const Outcome opened = renderer.open(sample::japanesePdf(3));

    ASSERT_EQ(opened.failure, RenderFailure::None);
    ASSERT_EQ(opened.info.pageSizes.size(), 3);
    EXPECT_NEAR(opened.info.pageSizes.first().width(), 595, 1);
    EXPECT_NEAR(opened.info.pageSizes.first().height(), 842, 1);
    EXPECT_FALSE(opened.info.isImage);
    EXPECT_TRUE(opened.info.mayCopy);
}

TEST(RenderPdf, DrawsAtExactlyTheSizeAskedFor)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::None);

    const Outcome drawn = renderer.render(0, QSize(401, 199));

    ASSERT_EQ(drawn.failure, RenderFailure::None);
    EXPECT_EQ(drawn.image.size(), QSize(401, 199));
    EXPECT_TRUE(isReddish(drawn.image.pixel(10, 190)));
    EXPECT_EQ(drawn.image.pixel(10, 10), qRgb(255, 255, 255));
    EXPECT_EQ(drawn.image.pixel(390, 190), qRgb(255, 255, 255));
}

TEST(RenderPdf, TurnsClockwise)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::None);
    const QSize upright(200, 100);
    const QSize turned(100, 200);

    const QImage once = renderer.render({0, 1, turned, QRect(QPoint(), turned)}).image;
    const QImage twice = renderer.render({0, 2, upright, QRect(QPoint(), upright)}).image;
    const QImage thrice = renderer.render({0, 3, turned, QRect(QPoint(), turned)}).image;

    EXPECT_TRUE(isReddish(once.pixel(5, 5)));
    EXPECT_TRUE(isReddish(twice.pixel(195, 5)));
    EXPECT_TRUE(isReddish(thrice.pixel(95, 195)));
}

TEST(RenderPdf, HonoursTheTurnInTheFile)
{
    Renderer renderer;

    const Outcome opened = renderer.open(cornerPdf("/Rotate 90"));

    ASSERT_EQ(opened.info.pageSizes, QList<QSizeF>{QSizeF(100, 200)});
    EXPECT_TRUE(isReddish(renderer.render(0, QSize(100, 200)).image.pixel(5, 5)));
}

TEST(RenderPdf, DrawsAPartOfAMuchLargerPage)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::None);
    const QSize full(20'000, 10'000);

    const Outcome corner = renderer.render({0, 0, full, QRect(1'900, 7'900, 200, 200)});

    ASSERT_EQ(corner.image.size(), QSize(200, 200));
    EXPECT_TRUE(isReddish(corner.image.pixel(50, 150)));
    EXPECT_EQ(corner.image.pixel(150, 50), qRgb(255, 255, 255));
}

TEST(RenderPdf, FindsFontsThatAreNotEmbedded)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(sample::plainPdf({200, 100}, "BT /F1 40 Tf 10 30 Td (Hamburg) Tj ET")).failure,
              RenderFailure::None);

    EXPECT_GT(inkShare(renderer.render(0, QSize(400, 200)).image), 0.02);
}

TEST(RenderPdf, DrawsJapaneseWithoutEmbeddedFonts)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(sample::unembeddedJapanesePdf()).failure, RenderFailure::None);

    EXPECT_GT(inkShare(renderer.render(0, QSize(400, 200)).image), 0.05);
    EXPECT_EQ(renderer.text(0).text.folded.toStdString(), foldText(u"決裁").toStdString());
}

class RenderTextTest : public ::testing::TestWithParam<const char16_t *> {};

TEST_P(RenderTextTest, IsFoundOncePerPage)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(sample::japanesePdf(2)).failure, RenderFailure::None);
    TextIndex index;
    index.addPage(0, renderer.text(0).text);
    index.addPage(1, renderer.text(1).text);

    const QString query = foldText(QString::fromUtf16(GetParam()));

    ASSERT_EQ(index.find(0, query).size(), 1) << qPrintable(renderer.text(0).text.folded);
    const QList<TextHit> hits = index.find(1, query);
    ASSERT_EQ(hits.size(), 1);
    for (const QRectF &box : hits.first().boxes) {
        EXPECT_TRUE(QRectF(50, 50, 500, 110).contains(box)) << box.x() << ' ' << box.y();
        EXPECT_GT(box.width(), 5);
        EXPECT_GT(box.height(), 5);
    }
}

INSTANTIATE_TEST_SUITE_P(Japanese, RenderTextTest,
                         ::testing::Values(u"行政手続", u"課長", u"会計課", u"ﾃﾞｼﾞﾀﾙ", u"でじたる", u"令和7年度",
                                           u"令和７年度", u"高橋", u"髙橋", u"渡辺係長"));

TEST(RenderText, MarksAHitOnBothLinesItStandsOn)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(sample::japanesePdf(1)).failure, RenderFailure::None);
    TextIndex index;
    index.addPage(0, renderer.text(0).text);

    const QList<TextHit> hits = index.find(0, foldText(u"会計課"));

    ASSERT_EQ(hits.size(), 1);
    ASSERT_EQ(hits.first().boxes.size(), 2);
    EXPECT_LT(hits.first().boxes.first().bottom(), hits.first().boxes.last().center().y());
    EXPECT_GT(hits.first().boxes.first().left(), hits.first().boxes.last().right());
}

TEST(RenderEncrypted, OpensWithTheRightPasswordOnly)
{
    Renderer renderer;

    EXPECT_EQ(renderer.open(sample::encryptedPdf()).failure, RenderFailure::Encrypted);
    EXPECT_EQ(renderer.open(sample::encryptedPdf(), QStringLiteral("決裁12345")).failure, RenderFailure::Encrypted);
    ASSERT_EQ(renderer.open(sample::encryptedPdf(), sample::kPassword).failure, RenderFailure::None);
    EXPECT_EQ(renderer.text(0).text.folded, QStringLiteral("secret123"));
}

TEST(RenderEncrypted, OpensOldEncryption)
{
    Renderer renderer;

    EXPECT_EQ(renderer.open(sample::oldEncryptedPdf()).failure, RenderFailure::Encrypted);
    EXPECT_EQ(renderer.open(sample::oldEncryptedPdf(), QStringLiteral("pw")).failure, RenderFailure::None);
}

class RenderImageTest : public ::testing::TestWithParam<const char *> {};

TEST_P(RenderImageTest, IsShownAsOnePage)
{
    const QByteArray format(GetParam());
    ASSERT_TRUE(QImageReader::supportedImageFormats().contains(format)) << "no plugin for " << format.constData();
    Renderer renderer;

    const Outcome opened = renderer.open(sample::halvesImage({400, 200}, format.constData()), {}, {});
    const QImage small = renderer.render(0, QSize(90, 45)).image;
    const QImage turned = renderer.render({0, 1, {200, 400}, QRect(0, 0, 200, 400)}).image;
    const QImage part = renderer.render({0, 0, {4000, 2000}, QRect(1900, 0, 200, 200)}).image;

    ASSERT_EQ(opened.failure, RenderFailure::None);
    EXPECT_TRUE(opened.info.isImage);
    EXPECT_EQ(opened.info.pageSizes, QList<QSizeF>{QSizeF(300, 150)});
    ASSERT_EQ(small.size(), QSize(90, 45));
    EXPECT_TRUE(isReddish(small.pixel(20, 20)));
    EXPECT_TRUE(isBluish(small.pixel(70, 20)));
    ASSERT_EQ(turned.size(), QSize(200, 400));
    EXPECT_TRUE(isReddish(turned.pixel(100, 100)));
    EXPECT_TRUE(isBluish(turned.pixel(100, 300)));
    ASSERT_EQ(part.size(), QSize(200, 200));
    EXPECT_TRUE(isReddish(part.pixel(20, 100)));
    EXPECT_TRUE(isBluish(part.pixel(180, 100)));
}

INSTANTIATE_TEST_SUITE_P(Formats, RenderImageTest, ::testing::Values("png", "jpeg", "bmp", "tiff", "webp"));

TEST(RenderHostile, RefusesWhatIsNoDocument)
{
    Renderer renderer;
    const QByteArray good = sample::japanesePdf(1);
    const QString word = QStringLiteral("application/msword");

    EXPECT_EQ(renderer.open({}).failure, RenderFailure::Broken);
    EXPECT_EQ(renderer.open("This is no PDF").failure, RenderFailure::Broken);
    EXPECT_EQ(renderer.open("PK\x03\x04 some office file", {}, word).failure, RenderFailure::Unsupported);
    EXPECT_EQ(renderer.open(good.left(good.size() / 10)).failure, RenderFailure::Broken);
    EXPECT_EQ(renderer.open(good.left(good.size() / 2)).failure, RenderFailure::Broken);
    EXPECT_EQ(renderer.open(sample::halvesImage({50, 50}, "png").left(20), {}, {}).failure, RenderFailure::Broken);
    EXPECT_EQ(renderer.open(good).failure, RenderFailure::None);
}

TEST(RenderHostile, CapsThePixels)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(sample::plainPdf({14'400, 14'400}, "1 0 0 rg 0 0 7200 7200 re f")).failure,
              RenderFailure::None);

    EXPECT_EQ(renderer.render(0, QSize(19'200, 19'200)).failure, RenderFailure::TooLarge);
    EXPECT_TRUE(isReddish(renderer.render(0, QSize(500, 500)).image.pixel(10, 490)));
}

TEST(RenderHostile, RefusesAPageOfSevenHundredMetres)
{
    Renderer renderer;
    const Outcome opened = renderer.open(sample::plainPdf({2'000'000, 2'000'000}, "0 0 10 10 re f"));

    ASSERT_EQ(opened.failure, RenderFailure::None);
    EXPECT_TRUE(opened.info.pageSizes.first().isEmpty());
    EXPECT_EQ(renderer.render(0, QSize(100, 100)).failure, RenderFailure::TooLarge);
}

TEST(RenderHostile, RefusesImagesByTheirHeader)
{
    Renderer renderer;

    EXPECT_EQ(renderer.open(sample::lyingPng(30'000, 30'000), {}, {}).failure, RenderFailure::TooLarge);
    EXPECT_EQ(renderer.open(sample::lyingPng(900'000, 1), {}, {}).failure, RenderFailure::TooLarge);
    EXPECT_EQ(renderer.open(sample::lyingPng(2'000'000'000, 1), {}, {}).failure, RenderFailure::Broken);
    ASSERT_EQ(renderer.open(sample::lyingPng(5'000, 5'000), {}, {}).failure, RenderFailure::None);
    EXPECT_EQ(renderer.render(0, QSize(100, 100)).failure, RenderFailure::Broken);
}

TEST(RenderHostile, KillsAnOperatorBombAndGoesOn)
{
    Renderer renderer({30'000, 300, 500, 100});
    ASSERT_EQ(renderer.open(sample::operatorBomb()).failure, RenderFailure::None);
    const qint64 before = renderer.process.processId();

    EXPECT_EQ(renderer.render(0, QSize(200, 200)).failure, RenderFailure::TimedOut);
    EXPECT_EQ(renderer.render({0, 0, {200, 200}, QRect(0, 0, 200, 200)}, true).failure, RenderFailure::TimedOut);

    Renderer calm;
    ASSERT_EQ(calm.open(cornerPdf()).failure, RenderFailure::None);
    EXPECT_EQ(calm.render(0, QSize(200, 100)).failure, RenderFailure::None);
    EXPECT_NE(renderer.process.processId(), before);
}

TEST(RenderHostile, ShowsTheOtherPageOfABomb)
{
    Renderer renderer({30'000, 300, 30'000, 100});
    ASSERT_EQ(renderer.open(sample::operatorBomb()).failure, RenderFailure::None);
    ASSERT_EQ(renderer.render(0, QSize(200, 200)).failure, RenderFailure::TimedOut);

    const Outcome other = renderer.render(1, QSize(200, 200));

    ASSERT_EQ(other.failure, RenderFailure::None);
    EXPECT_TRUE(isReddish(other.image.pixel(100, 100)));
}

TEST(RenderHostile, SurvivesBeingKilledOnce)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(sample::operatorBomb()).failure, RenderFailure::None);
    QSignalSpy failed(&renderer.process, &RenderProcess::pageFailed);
    QSignalSpy rendered(&renderer.process, &RenderProcess::pageRendered);
    const qint64 victim = renderer.process.processId();
    renderer.process.renderPage({0, 0, {200, 200}, QRect(0, 0, 200, 200)}, RenderProcess::Urgency::Visible);
    renderer.process.renderPage({1, 0, {200, 200}, QRect(0, 0, 200, 200)}, RenderProcess::Urgency::Visible);
    QTest::qWait(50);

    // The first time it is tried again, the second time it is taken for the document's fault.
    ASSERT_EQ(::kill(static_cast<pid_t>(victim), SIGKILL), 0);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return renderer.process.processId() > 0 && renderer.process.processId() != victim; }, kPatience));
    EXPECT_TRUE(failed.isEmpty());
    const qint64 second = renderer.process.processId();
    QTest::qWait(300);
    ASSERT_EQ(::kill(static_cast<pid_t>(second), SIGKILL), 0);

    ASSERT_TRUE(QTest::qWaitFor([&] { return !failed.isEmpty() && !rendered.isEmpty(); }, kPatience));
    EXPECT_EQ(failed.first().at(0).value<PageRequest>().page, 0);
    EXPECT_EQ(failed.first().at(1).value<RenderFailure>(), RenderFailure::Crashed);
    EXPECT_EQ(rendered.first().at(0).value<PageRequest>().page, 1);
}

TEST(RenderHostile, SurvivesBeingKilledWhileIdle)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::None);
    ASSERT_EQ(::kill(static_cast<pid_t>(renderer.process.processId()), SIGKILL), 0);
    QTest::qWait(100);

    EXPECT_EQ(renderer.render(0, QSize(200, 100)).failure, RenderFailure::None);
}

TEST(RenderHostile, FuzzedFilesNeitherHangNorHarm)
{
    const QByteArray good = sample::japanesePdf(1);
    const QByteArray image = sample::halvesImage({300, 200}, "jpeg");
    QRandomGenerator random(20'231'001);
    int shown = 0;

    for (int round = 0; round < 60; ++round) {
        QByteArray bytes = round % 4 == 3 ? image : good;
        const int changes = 1 + random.bounded(40);
        for (int i = 0; i < changes; ++i)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        Renderer renderer({10'000, 10'000, 10'000, 1'000});
        QElapsedTimer timer;
        timer.start();
        const Outcome opened = renderer.open(bytes);
        Outcome drawn = opened;
        if (opened.failure == RenderFailure::None)
            drawn = renderer.render(0, QSize(794, 1123));
        EXPECT_LT(timer.elapsed(), 10'000) << "round " << round;
        EXPECT_NE(drawn.failure, RenderFailure::TimedOut) << "round " << round;
        shown += drawn.failure == RenderFailure::None ? 1 : 0;
    }

    EXPECT_GT(shown, 0);
}

TEST(RenderProcessTest, TellsWhenTheHelperIsMissing)
{
    Renderer renderer(kRelaxed, QStringLiteral("/nonexistent/kessai-render"));

    EXPECT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::NotAvailable);
}

TEST(RenderProcessTest, TakesNonsenseForACrash)
{
    // It repeats what it is told: a well-formed header, but no reply.
    Renderer renderer(kRelaxed, QStringLiteral("/bin/cat"));

    EXPECT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::Crashed);
}

TEST(RenderProcessTest, AnswersTheLastDocumentOnly)
{
    Renderer renderer;
    QSignalSpy opened(&renderer.process, &RenderProcess::opened);

    renderer.process.open(sample::japanesePdf(3), {}, {});
    renderer.process.open(sample::japanesePdf(2), {}, {});
    const Outcome last = renderer.open(cornerPdf());

    EXPECT_EQ(last.info.pageSizes.size(), 1);
    EXPECT_EQ(opened.size(), 1);
}

TEST(RenderProcessTest, GivesEveryDocumentItsOwnProcess)
{
    Renderer renderer;
    ASSERT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::None);
    const qint64 first = renderer.process.processId();

    ASSERT_EQ(renderer.open(cornerPdf()).failure, RenderFailure::None);

    EXPECT_NE(renderer.process.processId(), first);
}

} // namespace kessai
