// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/book.h"
#include "ui/pdf/pagelayout.h"
#include "ui/pdf/textindex.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QSplitter;
class QToolButton;

namespace kessai {

class BookArea;
class BookPresenter;
class BookSide;
class DocumentSearchBar;
class DocumentToolBar;
class EmptyState;
class LoadingLine;
class PageActions;
class QuietBanner;
struct PageLink;

/// Tools of the owner's that stand before the view's own, and take of the room there is what they can use.
class ReadingBar : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual int widthWithin(int room) const = 0;
};

/// Reads a book: its pages one by one, two side by side or in one run, with small pages, contents and search over all papers beside them.
/// Several views may show one book; they share its search.
///
/// Keys: Space, arrows, PageUp/PageDown, Home/End leaf; Ctrl with + - 0 and the wheel for the zoom, Ctrl+1 the width, Ctrl+2 the whole
/// page, Ctrl+R turns; Ctrl+3, 4, 5 pages in one run, one, two at a time; Alt+Left and Alt+Right go back and forth between jumps; Ctrl+F
/// searches, F3 and Shift+F3 go from hit to hit; F4 shows what is beside; F11 fills the screen, Esc leaves it. While the focus is in the
/// view these go before the window's own.
class BookView final : public QWidget {
    Q_OBJECT

public:
    explicit BookView(BookPresenter &book, QWidget *parent = nullptr);

    BookPresenter &book() { return m_book; }
    BookArea &pageArea() { return *m_pages; }

    /// Nothing without pages.
    std::optional<BookPage> currentPage() const;
    /// A jump: one can go back from it.
    void showPage(BookPage page);
    /// Goes there as one does by leafing; nothing where the book has no such page.
    void turnTo(BookPage page);
    /// How far down that page one is (PageArea::scrolledShare).
    double scrolledShare() const;
    void scrollToShare(double share);
    void setFlow(PageFlow flow);

    /// Not owned; see BookArea.
    void addOverlay(PageOverlay &overlay);
    void removeOverlay(PageOverlay &overlay);
    void refreshOverlays();
    void setWatermark(const QString &reader);
    /// A tool of the owner's, in the tool bar and the menu.
    void addTool(QAction *action);
    void setMarks(const QList<PageBookmark> &marks);
    /// Small pages, contents and hits, where there is room for them.
    void setSideShown(bool shown);
    void setFullScreen(bool full);
    /// The owner's tools before the view's own, which are not there in full screen; the view's from now on. Null for none.
    void setBar(ReadingBar *bar);
    /// Gives them back.
    ReadingBar *takeBar();
    /// Asked first when somebody presses Esc; whether they put something down by it.
    void setPutDown(std::function<bool()> putDown) { m_putDown = std::move(putDown); }
    /// The book is put away: nothing of where one was and what one searched is there for the next.
    void putAway();
    /// Opens the search line; what it searches, where something is given.
    void startSearch(const QString &words = {});
    /// Closes it; whether it was open.
    bool endSearch();

Q_SIGNALS:
    void pageChanged(const kessai::BookPage &page);
    void fullScreenChanged(bool full);
    void scrolled();
    /// Esc put something down or closed something: pressed once more, to be sure, it means the same.
    void escaped();

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void makeToolBar();
    void connectParts();
    void showBook();
    void fillPapers();
    void updateTools();
    void updateSide();
    void fitTools();
    void onPage(int page);
    void jumpTo(int page);
    /// Within the paper at once; out of it only after asking.
    void follow(int page, const PageLink &link);
    void fillLinks();
    void noteJump();
    void goBack();
    void goForward();
    void goAlong(QList<BookPage> &from, QList<BookPage> &to);
    void onHitsChanged();
    void moveToHit(int index);
    void nextHit();
    void previousHit();

    BookPresenter &m_book;
    DocumentToolBar *m_tools;
    DocumentSearchBar *m_search;
    QuietBanner *m_banner; ///< asks before something is opened elsewhere
    QUrl m_wanted;
    LoadingLine *m_loading;
    QSplitter *m_columns;
    BookSide *m_side;
    BookArea *m_pages;
    EmptyState *m_nothing;
    PageActions *m_actions;
    QMenu *m_menu;
    QMenu *m_papers;
    QMenu *m_links; ///< of the page one is at, for the keyboard
    QToolButton *m_papersButton = nullptr;
    QAction *m_sideAction = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_continuous = nullptr;
    QAction *m_single = nullptr;
    QAction *m_facing = nullptr;
    QAction *m_find = nullptr;
    QAction *m_nextHit = nullptr;
    QAction *m_previousHit = nullptr;
    QAction *m_fullScreen = nullptr;
    std::optional<BookPage> m_page;
    QList<BookPage> m_earlier;
    QList<BookPage> m_later;
    /// The hit shown; others found before it do not move it.
    std::optional<TextHit> m_hit;
    int m_searchFrom = 0;
    QHBoxLayout *m_row; ///< of the owner's tools and the view's
    QPointer<ReadingBar> m_bar;
    QPushButton *m_leave; ///< the full screen, where it is seen how
    QMenu *m_barMenu;     ///< the same tools, for those that have no room
    std::function<bool()> m_putDown;
    QElapsedTimer m_leftFullScreen;
};

} // namespace kessai
