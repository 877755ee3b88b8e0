// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/cellpaint.h"

#include <QListView>

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

/// Places that belong together under a word; an empty title makes a group without a heading.
struct NavGroup final {
    QString title;
    std::vector<NavItem> items;
};

/// The navigation at the left: groups of places with icons and counts; arrow keys walk over the headings. As a rail it
/// shows icons only, with the words as tooltips.
class NavigationList final : public QListView {
    Q_OBJECT

public:
    explicit NavigationList(QWidget *parent = nullptr);

    /// Replaces everything; the current place is kept where it still exists, else the first is current. No signal.
    void setGroups(const std::vector<NavGroup> &groups);
    /// Changes the number at a place.
    void setCount(const QString &id, int count);
    void setRail(bool rail);
    bool isRail() const { return m_rail; }

    QString currentId() const;
    /// Goes to \a id without a signal; an unknown id changes nothing.
    void setCurrentId(const QString &id);
    /// Where \a id is drawn in the viewport; empty for an unknown one.
    QRect placeRect(const QString &id) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user went to \a id, or asked for it again.
    void placeChosen(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QModelIndex indexOf(const QString &id) const;

    QStandardItemModel *m_model;
    bool m_rail = false;
    bool m_quiet = false;
    bool m_told = false; ///< the press under way has gone to another place
};

} // namespace kessai
