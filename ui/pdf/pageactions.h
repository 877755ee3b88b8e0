// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QKeyEvent;
class QMenu;
class QToolButton;
class QWidget;

namespace kessai {

class DocumentToolBar;
class PageArea;

/// What one does with pages, wherever they are shown: leafing, zooming, turning, with the same keys and words; and what their viewer adds
/// to it. While the focus is in the viewer these keys go before the window's own.
class PageActions final : public QObject {
    Q_OBJECT

public:
    /// The actions are the viewer's.
    PageActions(PageArea &pages, QWidget &viewer);

    /// An action of the viewer's own, which like the others needs pages.
    QAction *add(const QString &objectName, const QString &iconName, const QString &text,
                 const QList<QKeySequence> &keys, const std::function<void()> &act);
    void addPageField(DocumentToolBar &tools) const;
    void addZoom(DocumentToolBar &tools);
    void addLeafing(QMenu &menu) const;
    void addZoom(QMenu &menu) const;

    /// Enables what can be done now, and shows the zoom.
    void update(DocumentToolBar &tools, bool isReady, int pageCount);
    /// The action that a key stands for.
    QAction *actionFor(const QKeyEvent &event) const;

private:
    PageArea &m_pages;
    QWidget &m_viewer;
    QList<QAction *> m_all;
    QMenu *m_zoomMenu;
    QToolButton *m_zoomButton = nullptr;
    QAction *m_previousPage;
    QAction *m_nextPage;
    QAction *m_zoomIn;
    QAction *m_zoomOut;
    QAction *m_actualSize;
    QAction *m_fitWidth;
    QAction *m_fitPage;
    QAction *m_turn;
};

} // namespace kessai
