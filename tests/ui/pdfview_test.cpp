// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pdfsamples.h"
#include "tests/ui/turnwatch.h"
#include "ui/pdf/documentpresenter.h"
#include "ui/pdf/documentview.h"
#include "ui/pdf/pagearea.h"
#include "ui/pdf/pagethumbnails.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>

namespace kessai {

namespace {

using State = DocumentPresenter::State;

constexpr int kViewPatience = 60'000;

QString viewHelperPath()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/kessai-render");
}

/// A viewer in a window, with the real helper.
class Viewer {
public:
    explicit Viewer(RenderDeadlines deadlines = {30'000, 30'000, 30'000, 1'000}, const QString &path = viewHelperPath())
        : view(new DocumentView(path, deadlines))
    {
        window.setCentralWidget(view);
        window.resize(800, 700);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    }

    void open(const QByteArray &bytes, const QString &mediaType = QStringLiteral("application/pdf"))
    {
        view->setDocument(QStringLiteral("請求書.pdf"), mediaType, bytes);
        EXPECT_TRUE(QTest::qWaitFor([this] { return view->presenter().state() != State::Loading; }, kViewPatience));
        settle();
    }
    /// Until everything in sight has arrived.
    void settle()
    {
        QTest::qWait(150);
        EXPECT_TRUE(QTest::qWaitFor([this] { return !view->presenter().isWaiting(); }, kViewPatience));
    }
    template <class T>
    T *find(const char *name)
    {
        T *const found = view->findChild<T *>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// As an input method commits it.
    void type(const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    void search(const QString &text)
    {
        press(Qt::Key_F, Qt::ControlModifier);
        type(text);
        EXPECT_TRUE(QTest::qWaitFor([this] { return !view->presenter().hits().isEmpty(); }, kViewPatience));
        EXPECT_TRUE(QTest::qWaitFor([this] { return !view->presenter().isSearching(); }, kViewPatience));
    }
    PageArea &pages() { return view->pageArea(); }
    QString result() { return find<QLabel>("documentSearchResult")->text(); }

    QMainWindow window;
    DocumentView *view;
};

PageRequest requestAt(Viewer &viewer, int page)
{
    const QSizeF points = viewer.view->presenter().layoutSize(page);
    const QRectF rect = viewer.pages().mapToViewport(page, QRectF(QPointF(), points));
    const QSize size = rect.size().toSize();
    return {page, 0, size, QRect(QPoint(), size)};
}

} // namespace

TEST(PdfView, ShowsThePagesAtTheScreensOwnPixels)
{
    Viewer viewer;

    viewer.open(sample::japanesePdf(3));

    EXPECT_EQ(viewer.view->presenter().state(), State::Ready);
    EXPECT_EQ(viewer.find<QLineEdit>("pageField")->text(), QStringLiteral("1"));
    EXPECT_EQ(viewer.find<QLabel>("pageCount")->text(), QStringLiteral("/ 3"));
    const PageRequest request = requestAt(viewer, 0);
    const QImage drawn = viewer.view->presenter().image(request);
    ASSERT_FALSE(drawn.isNull());
    const QImage seen = viewer.pages().viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QRect part(0, 0, drawn.width(), 300);
    const QPoint origin = viewer.pages().mapToViewport(0, QRectF(0, 0, 1, 1)).topLeft().toPoint();
    EXPECT_EQ(seen.copy(part.translated(origin)).copy(1, 1, 600, 280), drawn.copy(part).copy(1, 1, 600, 280));
}

TEST(PdfView, LeafsByKeyboard)
{
    Viewer viewer;
    viewer.open(sample::japanesePdf(3));
    viewer.pages().setFocus();

    viewer.press(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(viewer.pages().currentPage(), 1);
    viewer.press(Qt::Key_End);
    EXPECT_EQ(viewer.pages().currentPage(), 2);
    EXPECT_EQ(viewer.pages().verticalScrollBar()->value(), viewer.pages().verticalScrollBar()->maximum());
    viewer.press(Qt::Key_Home);
    EXPECT_EQ(viewer.pages().currentPage(), 0);
    EXPECT_EQ(viewer.pages().verticalScrollBar()->value(), 0);
    viewer.press(Qt::Key_Down);
    EXPECT_GT(viewer.pages().verticalScrollBar()->value(), 0);
    const int before = viewer.pages().verticalScrollBar()->value();
    viewer.press(Qt::Key_PageDown);
    EXPECT_GT(viewer.pages().verticalScrollBar()->value(), before + 300);
}

TEST(PdfView, GoesToThePageEntered)
{
    Viewer viewer;
    viewer.open(sample::japanesePdf(5));
    auto *const field = viewer.find<QLineEdit>("pageField");

    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("4"));
    QTest::keyClick(field, Qt::Key_Return);

    EXPECT_EQ(viewer.pages().currentPage(), 3);
    field->setText(QStringLiteral("99"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(viewer.pages().currentPage(), 4);
    EXPECT_EQ(field->text(), QStringLiteral("5"));
}

TEST(PdfView, ZoomsAndTurns)
{
    Viewer viewer;
    viewer.open(sample::japanesePdf(2));
    viewer.pages().setFocus();
    const int fitted = viewer.pages().zoomPercent();

    viewer.press(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_GT(viewer.pages().zoomPercent(), fitted);
    viewer.press(Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(viewer.pages().zoomPercent(), 100);
    viewer.press(Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_EQ(viewer.pages().zoomPercent(), 90);
    viewer.press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(viewer.pages().zoomPercent(), fitted);
    EXPECT_EQ(viewer.pages().zoomMode(), ZoomMode::FitWidth);
    viewer.press(Qt::Key_2, Qt::ControlModifier);
    EXPECT_LT(viewer.pages().zoomPercent(), fitted);
    viewer.press(Qt::Key_R, Qt::ControlModifier);
    EXPECT_EQ(viewer.pages().quarterTurns(), 1);
    viewer.settle();
    EXPECT_EQ(viewer.view->presenter().pageFailure(0), RenderFailure::None);
}

TEST(PdfView, ZoomsFarInWithoutDrawingTheWholePage)
{
    Viewer viewer;
    viewer.open(sample::plainPdf({1000, 1000}, "1 0 0 rg 480 480 40 40 re f"));

    viewer.pages().setZoomMode(ZoomMode::FitPage);
    viewer.pages().setZoomPercent(PageArea::kMaxPercent);
    viewer.settle();

    const QImage seen = viewer.pages().viewport()->grab().toImage();
    const QPoint middle = viewer.pages().mapToViewport(0, QRectF(500, 500, 0, 0)).topLeft().toPoint();
    ASSERT_TRUE(seen.rect().contains(middle));
    EXPECT_EQ(seen.pixelColor(middle), QColor(255, 0, 0));
    // A square whose edges fall on whole pixels has no blurred edge.
    const QPoint edge = viewer.pages().mapToViewport(0, QRectF(480, 480, 0, 0)).topLeft().toPoint();
    if (seen.rect().contains(edge - QPoint(2, 2))) {
        EXPECT_EQ(seen.pixelColor(edge + QPoint(2, 2)), QColor(255, 0, 0));
        EXPECT_EQ(seen.pixelColor(edge - QPoint(2, 2)), QColor(255, 255, 255));
    }
}

TEST(PdfView, SearchesAndGoesFromHitToHit)
{
    Viewer viewer;
    viewer.open(sample::japanesePdf(3));
    viewer.pages().setFocus();

    viewer.search(QStringLiteral("会計課"));
    EXPECT_EQ(viewer.result(), QStringLiteral("1 / 3"));
    viewer.press(Qt::Key_F3);
    EXPECT_EQ(viewer.result(), QStringLiteral("2 / 3"));
    EXPECT_EQ(viewer.pages().currentPage(), 1);
    viewer.press(Qt::Key_F3, Qt::ShiftModifier);
    viewer.press(Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_EQ(viewer.result(), QStringLiteral("3 / 3"));
    EXPECT_EQ(viewer.pages().currentPage(), 2);
    viewer.press(Qt::Key_Return);
    EXPECT_EQ(viewer.result(), QStringLiteral("1 / 3"));

    const TextHit hit = viewer.view->presenter().hits().first();
    viewer.settle();
    const QImage seen = viewer.pages().viewport()->grab().toImage();
    const QRectF box = viewer.pages().mapToViewport(hit.page, hit.boxes.first());
    EXPECT_TRUE(QRectF(seen.rect()).contains(box));
    EXPECT_LT(seen.pixelColor(box.topLeft().toPoint()).blue(), 200) << "the hit is not marked";

    viewer.press(Qt::Key_Escape);
    viewer.press(Qt::Key_Escape);
    EXPECT_FALSE(viewer.find<QWidget>("documentSearch")->isVisible());
    EXPECT_TRUE(viewer.view->presenter().hits().isEmpty());
}

TEST(PdfView, FindsAValueInAnyOfItsSpellings)
{
    Viewer viewer;
    viewer.open(sample::japanesePdf(3));

    viewer.view->find({QStringLiteral("どこにもない言葉"), QStringLiteral("会計課")});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !viewer.view->presenter().isSearching(); }, kViewPatience));

    ASSERT_TRUE(viewer.view->currentHit());
    EXPECT_EQ(viewer.view->currentHit()->page, 0);
    EXPECT_FALSE(viewer.find<QWidget>("documentSearch")->isVisible());
    viewer.view->nextHit();
    EXPECT_EQ(viewer.view->currentHit()->page, 1);
    viewer.view->find({});
    EXPECT_FALSE(viewer.view->currentHit());
}

TEST(PdfView, OutlinesMarksAndTellsWhereOnePoints)
{
    Viewer viewer;
    viewer.open(sample::plainPdf({1000, 1000}, "1 1 1 rg 0 0 1000 1000 re f"));
    viewer.pages().setZoomMode(ZoomMode::FitPage);
    viewer.settle();
    const auto dark = [&viewer] {
        const QImage seen = viewer.pages().viewport()->grab().toImage();
        const QRectF box = viewer.pages().mapToViewport(0, QRectF(400, 400, 200, 100));
        int count = 0;
        for (int x = int(box.left()) - 6; x < int(box.left()) + 6; ++x)
            count += seen.pixelColor(x, int(box.center().y())).lightness() < 200 ? 1 : 0;
        return count;
    };
    EXPECT_EQ(dark(), 0);

    viewer.pages().setMarks({{0, QRectF(0.4, 0.4, 0.2, 0.1), true}});
    EXPECT_GT(dark(), 0);

    QSignalSpy pointed(&viewer.pages(), &PageArea::pageClicked);
    const QPoint at = viewer.pages().mapToViewport(0, QRectF(250, 750, 0, 0)).topLeft().toPoint();
    for (int turns = 0; turns < 2; ++turns) {
        QTest::mouseClick(viewer.pages().viewport(), Qt::LeftButton, {}, at);
        viewer.pages().turn();
        viewer.settle();
    }
    ASSERT_EQ(pointed.size(), 2);
    EXPECT_NEAR(pointed[0][1].toPointF().x(), 0.25, 0.01);
    EXPECT_NEAR(pointed[0][1].toPointF().y(), 0.75, 0.01);
    EXPECT_NEAR(pointed[1][1].toPointF().x(), 0.75, 0.01) << "turned clockwise, what was below is at the left";
    EXPECT_NEAR(pointed[1][1].toPointF().y(), 0.75, 0.01);
}

TEST(PdfView, SaysWhenNothingIsFound)
{
    Viewer viewer;
    viewer.open(sample::japanesePdf(1));
    viewer.pages().setFocus();

    viewer.press(Qt::Key_F, Qt::ControlModifier);
    viewer.type(QStringLiteral("存在しない語"));
    viewer.press(Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return viewer.result() == QStringLiteral("Not found"); }, kViewPatience));

    viewer.open(sample::plainPdf({200, 200}, "0 0 10 10 re f"));
    viewer.pages().setFocus();
    viewer.press(Qt::Key_F, Qt::ControlModifier);
    viewer.type(QStringLiteral("語"));
    viewer.press(Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return viewer.result() == QStringLiteral("No text: the pages are pictures"); },
                                kViewPatience));
}

TEST(PdfView, TakesItsKeysBeforeTheWindow)
{
    Viewer viewer;
    auto *const windowSearch = new QAction(&viewer.window);
    windowSearch->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    viewer.window.addAction(windowSearch);
    int searchedInWindow = 0;
    QObject::connect(windowSearch, &QAction::triggered, &viewer.window, [&] { ++searchedInWindow; });
    viewer.open(sample::japanesePdf(1));
    viewer.pages().setFocus();

    viewer.press(Qt::Key_F, Qt::ControlModifier);

    EXPECT_EQ(searchedInWindow, 0);
    EXPECT_TRUE(viewer.find<QWidget>("documentSearch")->isVisible());
}

TEST(PdfView, AsksForThePassword)
{
    Viewer viewer;
    viewer.open(sample::encryptedPdf());
    ASSERT_EQ(viewer.view->presenter().state(), State::Locked);
    auto *const field = viewer.find<QLineEdit>("passwordField");
    auto *const problem = viewer.find<QLabel>("passwordProblem");
    ASSERT_TRUE(field->isVisible());
    EXPECT_TRUE(problem->text().trimmed().isEmpty());
    field->setFocus();

    viewer.type(QStringLiteral("違う"));
    viewer.press(Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !problem->text().trimmed().isEmpty(); }, kViewPatience));
    EXPECT_EQ(viewer.view->presenter().state(), State::Locked);
    viewer.type(sample::kPassword);
    QTest::mouseClick(viewer.find<QPushButton>("unlockButton"), Qt::LeftButton);

    EXPECT_TRUE(QTest::qWaitFor([&] { return viewer.view->presenter().state() == State::Ready; }, kViewPatience));
    viewer.settle();
    EXPECT_TRUE(viewer.pages().isVisible());
}

TEST(PdfView, SaysInWordsWhatCannotBeShown)
{
    Viewer viewer;

    viewer.open("no document at all");
    EXPECT_EQ(viewer.view->presenter().failure(), RenderFailure::Broken);
    EXPECT_TRUE(viewer.find<QWidget>("documentMessage")->isVisible());
    EXPECT_EQ(viewer.view->accessibleDescription(), QStringLiteral("This file is broken"));
    const QList<QLabel *> words = viewer.find<QWidget>("documentMessage")->findChildren<QLabel *>();
    for (const QLabel *label : words)
        EXPECT_GE(label->height(), label->heightForWidth(label->width())) << "cut off: " << qPrintable(label->text());
    EXPECT_FALSE(viewer.find<QPushButton>("emptyStateButton")->isVisible());
    EXPECT_FALSE(viewer.find<QLineEdit>("pageField")->isVisible());
    viewer.open("PK\x03\x04", QStringLiteral("application/msword"));
    EXPECT_EQ(viewer.view->accessibleDescription(), QStringLiteral("This kind of file cannot be shown here"));
    viewer.open(sample::japanesePdf(1));
    EXPECT_TRUE(viewer.pages().isVisible());
    viewer.view->clear();
    EXPECT_EQ(viewer.view->accessibleDescription(), QStringLiteral("No document chosen"));
}

TEST(PdfView, OffersAnotherTryWhenTheHelperIsMissing)
{
    Viewer viewer({}, QStringLiteral("/nonexistent/kessai-render"));

    viewer.open(sample::japanesePdf(1));

    EXPECT_EQ(viewer.view->presenter().failure(), RenderFailure::NotAvailable);
    auto *const button = viewer.find<QPushButton>("emptyStateButton");
    ASSERT_TRUE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_TRUE(QTest::qWaitFor([&] { return viewer.view->presenter().state() == State::Failed; }, kViewPatience));
}

TEST(PdfView, OutlivesABombAndShowsTheNextDocument)
{
    Viewer viewer({30'000, 300, 400, 100});
    viewer.open(sample::operatorBomb());
    ASSERT_EQ(viewer.view->presenter().state(), State::Ready);
    EXPECT_EQ(viewer.view->presenter().pageFailure(0), RenderFailure::TimedOut);
    EXPECT_TRUE(viewer.pages().accessibleDescription().contains(QStringLiteral("cannot be shown")));

    viewer.pages().setFocus();
    viewer.press(Qt::Key_Home);
    viewer.press(Qt::Key_Return);
    EXPECT_EQ(viewer.view->presenter().pageFailure(0), RenderFailure::None) << "it is being tried again";
    EXPECT_TRUE(QTest::qWaitFor([&] { return viewer.view->presenter().pageFailure(0) == RenderFailure::TimedOut; },
                                kViewPatience));

    viewer.open(sample::plainPdf({200, 200}, "1 0 0 rg 0 0 200 200 re f"));
    const QPoint middle = viewer.pages().mapToViewport(0, QRectF(100, 50, 0, 0)).topLeft().toPoint();
    EXPECT_EQ(viewer.pages().viewport()->grab().toImage().pixelColor(middle), QColor(255, 0, 0));
}

TEST(PdfView, ShowsImages)
{
    Viewer viewer;

    viewer.open(sample::halvesImage({300, 200}, "png"), QStringLiteral("image/png"));

    EXPECT_EQ(viewer.pages().zoomPercent(), 100);
    const QImage seen = viewer.pages().viewport()->grab().toImage();
    const QPoint left = viewer.pages().mapToViewport(0, QRectF(50, 50, 0, 0)).topLeft().toPoint();
    const QPoint right = viewer.pages().mapToViewport(0, QRectF(200, 50, 0, 0)).topLeft().toPoint();
    EXPECT_EQ(seen.pixelColor(left), QColor(255, 0, 0));
    EXPECT_EQ(seen.pixelColor(right), QColor(0, 0, 255));
    EXPECT_FALSE(viewer.find<QAction>("find")->isEnabled());
}

TEST(PdfView, NamesEverythingThatTakesTheFocus)
{
    Viewer viewer;
    viewer.open(sample::japanesePdf(2));
    viewer.find<QAction>("thumbnails")->trigger();
    viewer.pages().setFocus();
    viewer.press(Qt::Key_F, Qt::ControlModifier);

    const QList<QWidget *> widgets = viewer.view->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        QAccessibleInterface *const interface = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(interface, nullptr);
        EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << ' ' << qPrintable(widget->objectName());
    }
    EXPECT_EQ(viewer.pages().accessibleDescription(), QStringLiteral("Page 1 of 2"));
}

TEST(PdfView, LeafsByThumbnails)
{
    Viewer viewer;
    auto *const thumbnails = viewer.find<PageThumbnails>("pageThumbnails");
    const QAbstractItemModelTester tester(thumbnails->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    viewer.open(sample::japanesePdf(4));
    viewer.find<QAction>("thumbnails")->trigger();
    viewer.settle();

    ASSERT_EQ(thumbnails->model()->rowCount(), 4);
    thumbnails->setFocus();
    viewer.press(Qt::Key_Down);
    viewer.press(Qt::Key_Down);

    EXPECT_EQ(viewer.pages().currentPage(), 2);
}

TEST(PdfView, StaysUsableInANarrowPane)
{
    Viewer viewer;
    viewer.open(sample::japanesePdf(2));
    viewer.find<QAction>("thumbnails")->trigger();

    viewer.window.resize(400, 500);
    viewer.settle();

    EXPECT_LE(viewer.view->minimumSizeHint().width(), 400);
    EXPECT_TRUE(viewer.find<QToolButton>("documentMenu")->isVisible());
    EXPECT_TRUE(viewer.find<QLineEdit>("pageField")->isVisible());
    const QWidget *const tools = viewer.find<QToolButton>("documentMenu")->parentWidget();
    int right = 0;
    const QList<QWidget *> shown = tools->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (const QWidget *tool : shown) {
        if (!tool->isVisible())
            continue;
        EXPECT_GE(tool->width(), std::min(tool->sizeHint().width(), tool->maximumWidth()))
            << qPrintable(tool->objectName());
        right = std::max(right, tool->geometry().right());
    }
    EXPECT_LT(right, viewer.view->width());
    EXPECT_FALSE(viewer.find<QWidget>("pageThumbnails")->isVisible());
}

TEST(PdfView, KeepsTheOwnersToolsWhereNothingCanBeShown)
{
    Viewer viewer;
    QAction save(QStringLiteral("Save a copy"));
    save.setObjectName(QStringLiteral("saveCopy"));
    viewer.view->addDocumentAction(&save);

    viewer.open("no document at all");

    auto *const button = viewer.find<QToolButton>("saveCopyButton");
    ASSERT_TRUE(button->isVisible());
    EXPECT_TRUE(button->isEnabled());
}

TEST(PdfView, NeverKeepsTheWindowFromItsEvents)
{
    Viewer viewer;
    const QByteArray document = sample::japanesePdf(20);

    const test::TurnWatch watch;
    viewer.view->setDocument(QStringLiteral("a.pdf"), QStringLiteral("application/pdf"), document);
    EXPECT_TRUE(QTest::qWaitFor([&] { return viewer.view->presenter().state() == State::Ready; }, kViewPatience));
    for (int page = 0; page < 20; page += 3) {
        viewer.pages().goToPage(page);
        viewer.settle();
    }
    viewer.view->presenter().search(QStringLiteral("行政手続"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !viewer.view->presenter().isSearching(); }, kViewPatience));

    EXPECT_EQ(viewer.view->presenter().hits().size(), 20);
    EXPECT_LT(watch.longest(), test::TurnWatch::kLongest);
}

} // namespace kessai
