// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/renderprocess.h"
#include "ui/pdf/textindex.h"

#include <QWidget>

#include <optional>

class QAction;
class QMenu;
class QStackedWidget;

namespace kessai {

class DocumentPresenter;
class DocumentSearchBar;
class DocumentToolBar;
class EmptyState;
class LoadingLine;
class PageActions;
class PageArea;
class PageThumbnails;
class PasswordPane;

/// The viewer of attachments: shows a PDF or an image with zoom, turning, leafing, thumbnails, contents and search, and
/// says in words what it cannot show. All drawing happens in kessai-render.
///
/// Keys: arrows, PageUp/PageDown, Home/End, Space; Ctrl+PageUp/PageDown by page; Ctrl with + - 0 and the wheel for the
/// zoom, Ctrl+1 the width, Ctrl+2 the whole page; Ctrl+R turns; Ctrl+F searches, F3 and Shift+F3 go from hit to hit. While
/// the focus is in the viewer these go before the window's own keys.
class DocumentView final : public QWidget {
    Q_OBJECT

public:
    explicit DocumentView(QWidget *parent = nullptr);
    /// With another helper or other deadlines, for tests.
    DocumentView(const QString &helperPath, RenderDeadlines deadlines, QWidget *parent = nullptr);

    /// Shows these bytes, whose SHA-256 the caller has verified. `name` is the file's, for people; `mediaType` as stored.
    void setDocument(const QString &name, const QString &mediaType, const QByteArray &bytes);
    /// Says that the bytes of `name` are being fetched.
    void setFetching(const QString &name);
    /// Shows words in place of a document: that it could not be fetched, that it is damaged.
    void setMessage(const QString &iconName, const QString &headline, const QString &advice);
    /// Nothing is chosen.
    void clear();

    void nextHit();
    void previousHit();

    /// Adds the owner's tool for the document, such as saving a copy, to the tool bar and the menu.
    void addDocumentAction(QAction *action);

    DocumentPresenter &presenter() { return *m_presenter; }
    PageArea &pageArea() { return *m_pages; }
    /// Looks for a value in any of the ways it may be written and shows the place nearest to one of the words, else the first, without a search
    /// line; nothing ends that.
    void find(const QStringList &spellings, const QStringList &beside = {});
    /// The place shown of what is searched; none while there is none.
    std::optional<TextHit> currentHit() const;
    /// Opens the search line.
    void startSearch();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void makeToolBar();
    void build();
    void onStateChanged();
    void onHitsChanged();
    void updateTools();
    void fillContents();
    void showPlainMessage(const QString &iconName, const QString &headline, const QString &advice,
                          const QString &button);

    /// As wanted, where there is room for them and more than one page to leaf through.
    void updateThumbnails();
    void endSearch();
    void moveToHit(int index);

    DocumentPresenter *m_presenter;
    DocumentToolBar *m_tools;
    DocumentSearchBar *m_search;
    LoadingLine *m_loading;
    QStackedWidget *m_stack;
    EmptyState *m_message;
    PasswordPane *m_password;
    QWidget *m_document;
    PageThumbnails *m_thumbnails;
    PageArea *m_pages;
    PageActions *m_actions = nullptr;
    QMenu *m_menu;
    QMenu *m_contents;
    QAction *m_contentsAction = nullptr;
    QAction *m_thumbnailsAction = nullptr;
    QAction *m_find = nullptr;
    QAction *m_nextHit = nullptr;
    QAction *m_previousHit = nullptr;
    bool m_hasOwnersActions = false;
    int m_hit = -1;
    QStringList m_beside; ///< words one of which says what is looked for, until somebody goes on to another place
    /// Where the search began: its first hit is the next one from here.
    int m_searchFrom = 0;
};

} // namespace kessai
