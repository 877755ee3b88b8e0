// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/parameterwording.h"
#include "ui/export/sheet.h"

#include <QAbstractTableModel>
#include <QDate>

namespace kessai {

class ParameterDraft;

/// The numbers of the office by what they are about: a line with the subject above those of each. Columns: what it is, its value today and what is to
/// come, since when, the source.
class ParameterModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Value, Since, Source, Columns };

    ParameterModel(const ParameterDraft &draft, QObject *parent);

    /// Shows those of a group (all where it is empty) in which all words are found, as of a day.
    void show(const QString &group, const QString &words, const QDate &today);
    /// The subjects there are, in their order, as they are written.
    QStringList groups() const;
    bool isHead(int row) const { return m_rows[size_t(row)].head; }
    const ParameterWord *wordAt(int row) const;
    int rowOf(const QString &key) const;
    int count() const { return m_count; }

    /// Every number with all its days, as a file for spreadsheets.
    Sheet sheet(const QString &title) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        bool head = false;
        ParameterWord word;
    };
    QString text(const ParameterWord &word, int column) const;
    QString valueText(const ParameterWord &word) const;
    QString sinceText(const ParameterWord &word) const;
    const Parameters::Row *coming(const ParameterWord &word) const;
    bool isChanged(const ParameterWord &word) const;

    const ParameterDraft &m_draft;
    std::vector<Row> m_rows;
    QDate m_today;
    int m_count = 0;
};

/// What a number rests on, its days written as every day is.
QString sourceText(const QString &source);

} // namespace kessai
