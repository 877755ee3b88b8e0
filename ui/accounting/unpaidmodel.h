// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payments.h"
#include "core/cases/formdefinition.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>
#include <QHash>

namespace kessai {

/// What is not paid: vouchers by their day, decided or under way, then commitments of which something is left. Where there is little room, a cell
/// says in a second line (SecondLine) what has no column of its own.
class UnpaidModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Day, What, Number, Title, Payee, SectionName, Drafter, Amount, Left, ColumnCount };
    enum Role { SecondLine = Qt::UserRole }; ///< below what a cell of a narrow table says; empty in a wide one
    using QAbstractTableModel::QAbstractTableModel;

    void setList(std::vector<Unpaid> list, const QDate &today);
    /// By what cases are called, rows say what one is about first.
    void setForms(const std::vector<FormDefinition> &forms);
    /// Only what is found by all of the words: subject, number, payee, section, drafter.
    void setWords(const QString &words);
    /// What is shown of it.
    const std::vector<Unpaid> &list() const { return m_shown; }
    bool empty() const { return m_list.empty(); }
    /// Whether more than one section filed them.
    bool ofSeveralSections() const;
    /// Number, amount, payee and section have no columns of their own.
    void setNarrow(bool narrow);
    bool late(const Unpaid &one) const;
    Sheet sheet(const QString &title) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Unpaid &one, int column) const;
    QString second(const Unpaid &one, int column) const;
    /// What is special of a row, in words; empty for most.
    QString remark(const Unpaid &one) const;
    void show();

    std::vector<Unpaid> m_list;
    std::vector<Unpaid> m_shown;
    QString m_words;
    QHash<QString, QString> m_forms; ///< names by code
    QDate m_today;
    bool m_narrow = false;
};

} // namespace kessai
