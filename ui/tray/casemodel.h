// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"

#include <QAbstractTableModel>
#include <QSet>

namespace kessai {

class DeskSession;

/// Whether a list has cases of others, so that its rows say whose they are.
bool listsOthers(ListKind kind);

/// A list of cases, read page by page as it is scrolled; never sorted or filtered here, the store does that. What concerns the
/// reader follows every change; the long lists, which any act in the office changes, only when somebody asks for news.
///
/// Columns: Mark (what it asks or its state), Subject, Drafter, Amount, When. Roles: Qt::DisplayRole gives the first line,
/// Qt::AccessibleTextRole the whole row as a sentence, RowRole the CaseRow as `const CaseRow *` in a QVariant.
class CaseModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Mark, Subject, Drafter, Amount, When, ColumnCount };
    enum Role { RowRole = Qt::UserRole + 1 };

    explicit CaseModel(DeskSession &session, QObject *parent = nullptr);

    /// Shows another list from its beginning.
    void setQuery(const ListQuery &query);
    const ListQuery &query() const { return m_query; }
    /// Reads again; rows follow their case to where it is now.
    void reload();

    const CaseRow *row(int index) const;
    /// The row of a case; none when it is not among those read so far.
    std::optional<int> rowOf(CaseId id) const;
    /// The name of a form in the user's language, as the lists write it.
    QString formName(const QString &form) const;
    /// The subject, and that it was cancelled.
    QString subjectOf(const CaseRow &row) const;
    /// The name of a form as subjects carry it, which are Japanese whatever the user's language.
    QString recordedFormName(const QString &form) const;
    /// The time the list is sorted by, or else when the case was filed: arrival in the tray, the last change of what is mine.
    Instant timeOf(const CaseRow &row) const;
    /// The first line of the last column: how late it is, else by when or when it was.
    QString whenText(const CaseRow &row) const;
    /// Whether any of the rows read so far has an amount.
    bool hasAmounts() const;
    bool loading() const { return m_loading; }
    /// How many there are in all; none where that is not known, because there are more than were read.
    std::optional<qint64> total() const { return m_total; }
    bool wasRead(CaseId id, int seq) const { return m_read.contains({id.value(), seq}); }
    /// Opened rows lose their bold face until they change again.
    void markRead(CaseId id, int seq);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    /// A first page has been put in place; total() is known.
    void loaded();
    void failed(const kessai::Error &error);

private:
    bool isShort() const;
    void request(ListQuery query, bool first);
    void takeFirst(ListPage page);
    void takeNext(ListPage page);
    void removeMissing(const std::vector<CaseRow> &rows);
    void putInOrder(const std::vector<CaseRow> &rows);
    void setLoading(bool loading);
    QString sentence(const CaseRow &row) const;

    DeskSession &m_session;
    ListQuery m_query;
    std::vector<CaseRow> m_rows;
    std::optional<PageKey> m_next;
    std::optional<qint64> m_total;
    QSet<QPair<qint64, int>> m_read;
    int m_generation = 0; ///< replies to an older question are dropped
    bool m_loading = false;
    bool m_outdated = false; ///< something changed since a long list was read
};

} // namespace kessai

Q_DECLARE_METATYPE(const kessai::CaseRow *)
