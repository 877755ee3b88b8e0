// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payments.h"
#include "core/cases/formdefinition.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>
#include <QHash>

namespace kessai {

/// What is decided and not paid: vouchers by their day, then commitments of which something is left.
class UnpaidModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Day, What, Number, Title, Payee, SectionName, Drafter, Amount, Left, ColumnCount };
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
    Sheet sheet(const QString &title) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Unpaid &one, int column) const;
    void show();

    std::vector<Unpaid> m_list;
    std::vector<Unpaid> m_shown;
    QString m_words;
    QHash<QString, QString> m_forms; ///< names by code
    QDate m_today;
};

} // namespace kessai
