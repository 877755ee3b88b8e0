// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/examination.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>

namespace kessai {

/// The examiner's queue: a line above each group says what it is and how much is in it. Filters in memory: some thousand vouchers.
class QueueModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { PayOn, Left, Subject, PayeeName, Amount, Where, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setQueue(ExaminationQueue queue);
    /// Shows the vouchers of a 課 and of a form, of all where it is empty, in whose subject, number or payee all the words are found.
    void setFilter(const QString &section, const QString &form, const QString &words);
    /// The names forms are called by.
    void setFormNames(QHash<QString, QString> names) { m_formNames = std::move(names); }
    /// A voucher is done with: it leaves the queue.
    void take(CaseId id);

    const ExaminationQueue &queue() const { return m_queue; }
    QStringList sections() const;
    /// The voucher of a row; null on the line of a group.
    const Voucher *voucher(int row) const;
    int rowOf(CaseId id) const;
    /// Those in sight that wait, in order.
    std::vector<CaseId> waiting() const;
    /// All in sight, as a list for spreadsheets.
    Sheet sheet(const QString &title) const;
    QString formName(const QString &code) const { return m_formNames.value(code, code); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// A voucher, or the line above a group.
    struct Line {
        std::optional<size_t> voucher;
        VoucherGroup group;
        int count = 0;
        qint64 yen = 0;
    };
    void show();
    bool isShown(const Voucher &voucher, const QStringList &words) const;

    ExaminationQueue m_queue;
    std::vector<Line> m_lines;
    QString m_section;
    QString m_form;
    QString m_words;
    QHash<QString, QString> m_formNames;
};

/// What a group is called.
QString groupWord(VoucherGroup group);

} // namespace kessai
