// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/booksamples.h"
#include "ui/meetings/bookarea.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTest>
#include <QUrl>

#include <gtest/gtest.h>

#include <memory>

namespace kessai {

inline constexpr int kReadingPatience = 60'000;

/// Paints a corner of each page red and writes down what points at it, taking it where it is told to.
class NotedOverlay final : public PageOverlay {
public:
    void paint(QPainter &painter, BookPage, const QTransform &toView) override
    {
        painter.fillRect(toView.mapRect(QRectF(0.0, 0.0, 0.1, 0.1)), Qt::red);
    }
    bool press(BookPage page, const PagePointer &pointer) override
    {
        if (!takes)
            return false;
        pressed = page;
        noted = {pointer};
        return true;
    }
    void move(const PagePointer &pointer) override { noted.append(pointer); }
    void release(const PagePointer &pointer) override
    {
        noted.append(pointer);
        ++releases;
    }
    void giveUp() override { ++givenUp; }
    Qt::CursorShape cursor() const override { return takes ? Qt::CrossCursor : Qt::ArrowCursor; }

    bool takes = true;
    BookPage pressed;
    QList<PagePointer> noted;
    int releases = 0;
    int givenUp = 0;
};

/// What would have been opened by another program.
class Opener final : public QObject {
    Q_OBJECT
public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

/// A view of a book in a window, with the real helper.
class ReadingTest : public ::testing::Test {
protected:
    void open(Book book, QSize size = {1000, 700})
    {
        presenter.setBook(std::move(book));
        view = std::make_unique<BookView>(presenter);
        view->resize(size);
        // However small the window of the test is.
        pages().setZoomMode(ZoomMode::FitPage);
        view->show();
        view->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(view.get()));
        pages().setFocus();
        settle();
    }
    void settle()
    {
        QTest::qWait(150);
        EXPECT_TRUE(QTest::qWaitFor([this] { return !presenter.isWaiting(); }, kReadingPatience));
    }
    BookArea &pages() { return view->pageArea(); }
    int page() { return pages().currentPage(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    template <class T>
    T *find(const char *name)
    {
        T *const found = view->findChild<T *>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    /// Where a share of a page stands in the viewport.
    QPoint place(int page, double x, double y)
    {
        const QSizeF size = presenter.layoutSize(page);
        return pages().mapToViewport(page, QRectF(x * size.width(), y * size.height(), 0, 0)).topLeft().toPoint();
    }
    QImage seen() { return pages().viewport()->grab().toImage(); }
    void pen(QEvent::Type type, QPointF at, qreal pressure,
             QPointingDevice::PointerType pointer = QPointingDevice::PointerType::Pen)
    {
        const QPointingDevice device(QStringLiteral("pen"), 7, QInputDevice::DeviceType::Stylus, pointer,
                                     QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
        QTabletEvent event(type, &device, at, pages().viewport()->mapToGlobal(at), pressure, 0, 0, 0, 0, 0,
                           Qt::NoModifier, Qt::LeftButton, Qt::LeftButton);
        QCoreApplication::sendEvent(pages().viewport(), &event);
    }

    BookPresenter presenter{RenderProcess::helperOfApplication(), {30'000, 30'000, 30'000, 1'000}};
    std::unique_ptr<BookView> view;
    std::unique_ptr<QPointingDevice> finger{QTest::createTouchDevice()};
};

} // namespace kessai
