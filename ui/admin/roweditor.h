// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisiongrid.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace kessai {

/// One row of a 専決 table that is being written: what it is about, how far each level decides, who is consulted from which amount on, and the
/// article. Everything typed counts at once.
class RowEditor final : public QWidget {
    Q_OBJECT

public:
    explicit RowEditor(QWidget *parent = nullptr);

    /// Shows a row; what somebody is typing in it stays where it says the same.
    void setRow(const DecisionTable &table, size_t at, const Office &office);
    void takeFocus();

Q_SIGNALS:
    void edited(size_t at, const kessai::DecisionRow &row);
    void copyRequested(size_t at);
    void removeRequested(size_t at);

private:
    /// How far a level decides, or from where on somebody is consulted.
    struct Line {
        QComboBox *kind;
        QLineEdit *amount;
    };
    void rebuild(const DecisionTable &table, const Office &office);
    Line addLine(QVBoxLayout &column, const QString &name, const QString &objectName, const QStringList &kinds);
    QListWidget *addList(QVBoxLayout &column, const QString &name, const char *objectName);
    void fill();
    void settle();
    DecisionRow typed() const;

    DecisionTable m_table;
    size_t m_at = 0;
    std::vector<Selector> m_consults;
    bool m_filling = false;
    QWidget *m_body = nullptr;
    QLineEdit *m_code = nullptr;
    QListWidget *m_acts = nullptr;
    QListWidget *m_items = nullptr;
    std::vector<Line> m_levels;       ///< as the table has them, the lowest first
    std::vector<Line> m_consultLines; ///< as `m_consults`
    QComboBox *m_more = nullptr;      ///< posts that may be consulted as well
    QLineEdit *m_article = nullptr;
};

} // namespace kessai
