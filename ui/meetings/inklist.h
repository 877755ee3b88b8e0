// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/inkmodel.h"

#include <QWidget>

class QAbstractButton;
class QListView;
class QMenu;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace kessai {

class EmptyState;
class TextLabel;

/// All ink of a book as a list to jump from: what is one's own, what others share. Enter goes there, Delete takes one's own away,
/// F2 names a bookmark or opens a note.
class InkList final : public QWidget {
    Q_OBJECT

public:
    InkList(InkLayer &layer, InkModel::PageName pageName, QWidget *parent = nullptr);

    /// Where parked ink is put, and ink of changed pages confirmed: the page one is at.
    void setCurrentPage(std::function<std::optional<BookPage>()> current);

    /// What becomes of private notes; nothing where they stay.
    void setEnd(const QString &words);

Q_SIGNALS:
    void pieceChosen(const QString &id, kessai::BookPage page);
    /// Its words are to be changed.
    void noteOpened(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showRows();
    void showPiece();
    void choose(const QModelIndex &index);
    void removeCurrent();
    void settleCurrent();
    void fillShareMenu();
    const PlacedInk *current() const;

    InkLayer &m_layer;
    InkModel *m_model;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QListView *m_view;
    EmptyState *m_empty;
    QWidget *m_acts;
    QAbstractButton *m_settle;
    QToolButton *m_share;
    QMenu *m_shareMenu;
    QAbstractButton *m_remove;
    TextLabel *m_foot;
    TextLabel *m_end;
    std::function<std::optional<BookPage>()> m_page;
};

} // namespace kessai
