// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/pageoverlay.h"

#include <QObject>

#include <optional>

namespace kessai {

/// Where whoever presents points, as a soft dot with their name; and, while it is in one's hand, how one points oneself: by resting on a
/// page, or pressing on it.
class LivePointer final : public QObject, public PageOverlay {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Shows that somebody points there; nothing where they do not.
    void show(BookPage page, const std::optional<QPointF> &share, const QString &name);
    void setInHand(bool inHand);
    bool isInHand() const { return m_inHand; }

    void paint(QPainter &painter, BookPage page, const QTransform &toView) override;
    bool press(BookPage page, const PagePointer &pointer) override;
    void move(const PagePointer &pointer) override;
    void release(const PagePointer &pointer) override;
    void giveUp() override;
    void hover(BookPage page, QPointF share) override;
    void hoverEnded() override;
    Qt::CursorShape cursor() const override { return m_inHand ? Qt::CrossCursor : Qt::ArrowCursor; }

Q_SIGNALS:
    /// One points with what is in one's hand; at nothing any more where no share is given.
    void pointed(const kessai::BookPage &page, const std::optional<QPointF> &share);

private:
    void point(BookPage page, const std::optional<QPointF> &share);

    bool m_inHand = false;
    BookPage m_page;
    std::optional<QPointF> m_share;
    QString m_name;
    BookPage m_pressed;
};

} // namespace kessai
