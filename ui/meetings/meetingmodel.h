// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/meetinglist.h"
#include "ui/widgets/statuschip.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace kessai {

/// The chip of a meeting's state.
ChipLook meetingChip(MeetingState state);
/// What is said of a meeting whose acts do not prove themselves.
QString damagedMeetingText();
/// "10:00–11:30"
QString meetingHours(int begins, int ends);
/// "令和8年11月25日（水） 9:30–11:00 ・ 第1会議室"
QString meetingWhen(const QDate &day, int begins, int ends, const QString &room);

/// Meetings under the days to come, the nearest first, then under the months that are past; a line without a meeting is a heading.
class MeetingModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Title, News, State, ColumnCount };
    /// Of News: the second line, of what lies on this computer.
    static constexpr int kKeptRole = Qt::UserRole;
    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const std::vector<MeetingEntry> &entries, const QDate &today);
    /// Null for a heading.
    const MeetingEntry *entry(int row) const;
    int rowOf(MeetingId id) const;
    int firstEntry() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// DisplayRole of a heading in every column; of a meeting the words of the cell, and in AccessibleTextRole all of the row.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        std::optional<size_t> entry;
        QString heading;
    };
    QString headingOf(const QDate &day) const;
    QString newsOf(const MeetingEntry &entry) const;
    /// What can be read of it without the office.
    QString keptOf(const MeetingEntry &entry) const;

    std::vector<MeetingEntry> m_entries;
    std::vector<Line> m_lines;
    QDate m_today;
};

/// Paints the lines of a MeetingModel.
class MeetingDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kessai
