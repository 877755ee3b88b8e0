// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace kessai {

// What stands around the page of the office.

/// Paints `area` in one flat tone with a hairline at the side that meets the page.
class Plane final : public QWidget {
public:
    Plane(Qt::Edge hairline, QWidget *parent) : QWidget(parent), m_hairline(hairline) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens()[Token::Surface]);
        painter.setPen(tokens()[Token::Border]);
        if (m_hairline == Qt::RightEdge)
            painter.drawLine(width() - 1, 0, width() - 1, height());
        else if (m_hairline == Qt::BottomEdge)
            painter.drawLine(0, height() - 1, width(), height() - 1);
        else
            painter.drawLine(0, 0, width(), 0);
    }

private:
    Qt::Edge m_hairline;
};

/// Asks for the room of the page in sight, and not of the largest of all.
class PageStack final : public QStackedWidget {
public:
    explicit PageStack(QWidget *parent) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
    }
    /// A page gives way in height, by what scrolls in it, further than words that wrap let it say.
    QSize minimumSizeHint() const override
    {
        const QSize least = currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
        return {least.width(), std::min(least.height(), kLeastHeight)};
    }

private:
    static constexpr int kLeastHeight = 380;
};

/// The room pages have: all there is, and scrolled to where one of them needs more than a small window has, so that the window never
/// grows beyond the screen for it. What a page would like to have is no reason to scroll; things scroll within it.
class PageRoom final : public QScrollArea {
public:
    PageRoom(PageStack *pages, QWidget *parent) : QScrollArea(parent)
    {
        setWidget(pages);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        pages->installEventFilter(this);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            fit();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    void fit() { widget()->resize(maximumViewportSize().expandedTo(widget()->minimumSizeHint())); }
};

} // namespace kessai
