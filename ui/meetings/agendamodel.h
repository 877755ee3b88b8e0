// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/meetingstore.h"

#include <QAbstractItemModel>

#include <functional>
#include <utility>

namespace kessai {

/// A line of the agenda: an item, or a paper under one.
struct AgendaKey final {
    int item = 0;
    int paper = 0; ///< 0 for the item itself
    friend bool operator==(const AgendaKey &, const AgendaKey &) = default;
};

/// The agenda with its papers as a tree of one column. Whoever prepares it drags items and papers to other places and drops files on
/// them; the model only says what was asked for, and shows the meeting as it comes back.
class AgendaModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setMeeting(const Meeting &meeting, bool editable);
    /// Who opened what, for those who prepare the meeting: how many of those who are to read a paper have done so.
    void setReaders(const std::vector<PaperOpened> &opened);
    /// Says from whom a paper is awaited.
    void setNames(std::function<QString(StaffId)> nameOf) { m_nameOf = std::move(nameOf); }
    const Meeting &meeting() const { return m_meeting; }

    AgendaKey key(const QModelIndex &index) const;
    QModelIndex indexOf(AgendaKey key) const;
    const AgendaItem *itemAt(const QModelIndex &index) const;
    const Paper *paperAt(const QModelIndex &index) const;
    /// "資料1-1 予算編成方針", "議題2 …"
    QString titleOf(const QModelIndex &index) const;
    /// The line below it, or behind it: how long, of what kind, how many pages, who has read it.
    QString noteOf(const QModelIndex &index) const;
    /// How far a paper that is awaited is; empty for others.
    QString awaitedOf(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction | Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// `place`: before which line, counted from 0 as they stand now.
    void itemMoved(int item, int place);
    void paperMoved(int paper, int item, int place);
    void filesDropped(int item, const QStringList &paths);

private:
    Meeting m_meeting;
    std::function<QString(StaffId)> m_nameOf;
    bool m_editable = false;
    std::optional<std::vector<PaperOpened>> m_opened; ///< nothing until it is known
};

} // namespace kessai
