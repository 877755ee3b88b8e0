// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/routetrial.h"

#include <QAbstractTableModel>

namespace kessai {

/// Cases that would go another way by the table that is being written: number, form, section, day, amount, whether it runs, who decides now and
/// then, and what else is different.
class WaysModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Form, SectionName, Day, Amount, State, Difference, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void add(const std::vector<OtherWay> &found);
    void setForms(std::vector<FormDefinition> forms) { m_forms = std::move(forms); }
    const std::vector<OtherWay> &ways() const { return m_ways; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<OtherWay> m_ways;
    std::vector<FormDefinition> m_forms;
};

/// "決裁 総務課長 → 総務部長・合議 財政課長 が加わる".
QString differenceOf(const OtherWay &way);

} // namespace kessai
