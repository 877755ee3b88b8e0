// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/cellpaint.h"

#include <QListView>
#include <QSet>

#include <vector>

class QStandardItemModel;

namespace kessai {

/// One place to go to; the id is the caller's.
struct NavItem final {
    QString id;
    QString icon;
    QString text;
    BadgeKind badge = BadgeKind::None;
    int count = 0;
};

/// Places that belong together under a word; an empty title makes a group without a heading. What folds shows its heading alone
/// until somebody opens it, or goes to one of its places.
struct NavGroup final {
    QString title;
    std::vector<NavItem> items;
    bool folds = false;
};

/// The navigation at the left: groups of places with icons and counts; arrow keys walk over the headings that do not fold. As a
/// rail it shows all of them, each word small below its icon and with its count as a tooltip, and an arrow where there is more above or
/// below, which leads there.
class NavigationList final : public QListView {
    Q_OBJECT

public:
    explicit NavigationList(QWidget *parent = nullptr);

    /// Replaces everything; the current place is kept where it still exists, else the first is current. No signal.
    void setGroups(const std::vector<NavGroup> &groups);
    /// Changes the number at a place.
    void setCount(const QString &id, int count);
    void setRail(bool rail);
    /// Lets a name that does not fit stand in two lines.
    void setTwoLines(bool twoLines);
    bool isTwoLines() const { return m_twoLines; }
    void doItemsLayout() override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    bool isRail() const { return m_rail; }

    /// The place that is shown; walking over a heading does not leave it.
    QString currentId() const { return m_place; }
    /// Goes to \a id without a signal, unfolding where it is; an unknown id changes nothing.
    void setCurrentId(const QString &id);
    bool has(const QString &id) const { return indexOf(id).isValid(); }
    /// Unfolds where \a id is and scrolls to it.
    void reveal(const QString &id);
    /// Where \a id is drawn in the viewport; empty for an unknown one and one that is folded away.
    QRect placeRect(const QString &id) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user went to \a id, or asked for it again.
    void placeChosen(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QModelIndex indexOf(const QString &id) const;
    /// The strips of the arrows of a rail; empty where there is no more.
    QRect moreAbove() const;
    QRect moreBelow() const;
    void appendHeading(const NavGroup &group);
    void showFolding();
    void setOpen(const QModelIndex &heading, bool open);

    QStandardItemModel *m_model;
    QSet<QString> m_open; ///< titles of the groups that fold and are open
    QString m_place;
    bool m_twoLines = false;
    bool m_rail = false;
    bool m_strayed = false; ///< where one is may have gone out of sight
    bool m_quiet = false;
    bool m_onArrow = false; ///< the press under way is on an arrow, not on the place below it
    bool m_told = false;    ///< the press under way has gone to another place
};

} // namespace kessai
