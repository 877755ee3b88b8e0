// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace kessai {

/// Paints a person to be in a trial office: name, section and post, and a mark on the ones worth trying first.
class PeopleDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { SecondLineRole = Qt::UserRole + 1, SuggestedRole, IdRole, FoldedRole, LoginRole };

    explicit PeopleDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kessai
