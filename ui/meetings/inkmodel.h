// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/inklayer.h"

#include <QAbstractListModel>

#include <functional>

namespace kessai {

/// Ink as a list: one's own or other people's, in the order of the book, parked ink at the end. A row says what was written, and
/// below it where, when and for whom or by whom.
class InkModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { WhereRole = Qt::UserRole + 1, SignRole, IdRole, ParkedRole, ChangedRole };
    enum class Whose : quint8 { Mine, Others };
    using PageName = std::function<QString(BookPage)>;

    InkModel(InkLayer &layer, PageName pageName, QObject *parent = nullptr);

    void setWhose(Whose whose);
    const PlacedInk *piece(int row) const;
    int count(Whose whose) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// One's own bookmarks are named here; notes are written on their page.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    /// Names a bookmark that had this name when somebody began to write; where it has another one by now, theirs becomes one beside it.
    void name(const QModelIndex &index, const QString &name, const QString &before);

private:
    void reload();
    bool takeRows(std::vector<PlacedInk> &rows);

    InkLayer &m_layer;
    const PageName m_pageName;
    Whose m_whose = Whose::Mine;
    std::vector<PlacedInk> m_rows;
};

} // namespace kessai
