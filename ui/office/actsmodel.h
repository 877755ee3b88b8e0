// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/officeacts.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>

#include <optional>

namespace kessai {

class DeskSession;
struct Error;

/// Who changed what of the office, newest first: when, who, what, from which day, why. Pages are read as one scrolls.
class ActsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Who, What, From, Why, ColumnCount };

    explicit ActsModel(DeskSession &session, QObject *parent = nullptr);

    /// Acts of one kind and one person (their logins), or of all and everybody; read anew.
    void show(std::optional<OfficeActKind> kind, const QStringList &by);
    /// In a narrow list the day alone; the time stands below it, with what changed.
    void setBrief(bool brief);
    /// Which acts are shown, from the newest on.
    const OfficeActsWanted &wanted() const { return m_wanted; }
    const OfficeActLine *lineAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loaded();
    void failed(const kessai::Error &error);

private:
    void request(OfficeActsWanted wanted);
    void take(const std::vector<OfficeActLine> &page, int asked);

    DeskSession &m_session;
    OfficeActsWanted m_wanted;
    std::vector<OfficeActLine> m_lines;
    bool m_more = false;
    bool m_brief = false;
    bool m_loading = false;
    int m_generation = 0; ///< replies to an older question are dropped
};

/// "承認経路: 起案".
QString actText(const OfficeActLine &line);
/// "令和9年4月1日から"; empty where it has no day.
QString actFrom(const OfficeActLine &line);
/// A file of acts for spreadsheets, which has no rows yet.
Sheet actsHead(const QString &title);
void addRows(Sheet &sheet, const std::vector<OfficeActLine> &lines);
/// The acts as a file for spreadsheets.
Sheet actsSheet(const std::vector<OfficeActLine> &lines, const QString &title);

} // namespace kessai
