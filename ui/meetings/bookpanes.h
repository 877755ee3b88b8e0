// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/book.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QAction;
class QSplitter;

namespace kessai {

class BookPresenter;
class BookView;

/// A book laid out on the table: up to four views of it side by side, and further ones in windows of their own, for a second screen. They
/// share one presenter, so that no page is drawn or fetched twice.
class BookPanes final : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMostPanes = 4;

    explicit BookPanes(BookPresenter &book, QWidget *parent = nullptr);
    ~BookPanes() override;

    BookPresenter &book() const { return m_book; }
    /// The one that has, or had last, the focus.
    BookView &current() const { return *m_current; }
    /// Those side by side, from the left, then those in windows.
    const QList<BookView *> &views() const { return m_views; }
    int paneCount() const;

    /// Another view at the right of the current one, which shows the next paper; nothing where there are four.
    void addPane();
    /// Another view in a window of its own, on another screen where there is one.
    void openWindow();
    /// The last pane stays.
    void closePane(BookView &view);

    /// The book is put away: one pane stays, as if nothing had been read in it.
    void putAway();

    // For all views, those to come too:
    /// Not owned.
    void addOverlay(PageOverlay &overlay);
    void removeOverlay(PageOverlay &overlay);
    void refreshOverlays();
    /// Something lies over so much of the lower edge of those side by side.
    void setCovered(int height);
    void setWatermark(const QString &reader);
    void setMarks(const QList<PageBookmark> &marks);

Q_SIGNALS:
    /// What the current view shows: it has turned a page, or another one has become current.
    void pageChanged(const kessai::BookPage &page);
    /// Another view of the book is there.
    void viewAdded(kessai::BookView *view);
    /// There are more or fewer side by side.
    void paneCountChanged();
    /// Another part of the current view's page is in sight.
    void scrolled();
    /// BookView::escaped of one of them.
    void escaped();

protected:
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    BookView *makeView(QWidget *parent);
    void setCurrent(BookView *view);
    void onFocus(QWidget *widget);
    void closeWindows();
    void updateActions();

    struct Tools {
        QAction *beside;
        QAction *window;
        QAction *close;
    };
    BookPresenter &m_book;
    QSplitter *m_splitter;
    QList<BookView *> m_views;
    QList<Tools> m_tools; ///< by view
    BookView *m_current = nullptr;
    QList<QPointer<BookView>> m_closed; ///< which go soon
    QList<PageOverlay *> m_overlays;
    QString m_watermark;
    int m_covered = 0;
    QList<PageBookmark> m_marks;
};

} // namespace kessai
