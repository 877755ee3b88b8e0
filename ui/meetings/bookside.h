// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/book.h"

#include <QTabWidget>
#include <QTimer>

class QTreeWidget;
class QTreeWidgetItem;

namespace kessai {

class BookPresenter;
class PageThumbnails;

/// Ways into a book, beside its pages: small pages under the names of their papers; the contents, from the agenda to the papers to their own
/// tables of contents; and where what is searched was found.
class BookSide final : public QTabWidget {
    Q_OBJECT

public:
    explicit BookSide(BookPresenter &book, QWidget *parent = nullptr);

    void setCurrentPage(int page);
    /// One's own bookmarks, above the papers of the contents.
    void setMarks(const QList<PageBookmark> &marks);
    void setQuarterTurns(int quarterTurns);
    /// The pages are others.
    void showBook();
    /// Shows what was found, or no longer.
    void showHits(bool shown);

Q_SIGNALS:
    /// Somebody chose this page here.
    void pageChosen(int page);
    /// Somebody chose this hit of the search.
    void hitChosen(int index);

private:
    QTreeWidget *makeTree(const QString &objectName, const QString &name);
    void fillContents();
    void fillMarks();
    /// Puts the paper's own table of contents below its line.
    void fillOutline(int place);
    void showPlace();
    void fillHits();

    BookPresenter &m_book;
    PageThumbnails *m_thumbnails;
    QTreeWidget *m_contents;
    QList<QTreeWidgetItem *> m_lines; ///< of the contents, by place of the paper
    QTreeWidget *m_hits;
    QWidget *m_beforeHits = nullptr; ///< what was in front before they were
    QTimer m_fill;
    QList<PageBookmark> m_marks;
    int m_currentPage = 0;
};

} // namespace kessai
