// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/budgetsheet.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace kessai {

class QuietBanner;

/// What a file of the budget would change, line by line, or what is wrong with it row by row; nothing is entered before it is confirmed.
class BudgetImportCard final : public QWidget {
    Q_OBJECT

public:
    explicit BudgetImportCard(QWidget *parent = nullptr);

    void showPreview(const BudgetPreview &preview);
    void showError(const QString &text);
    void setBusy(bool busy);

Q_SIGNALS:
    void confirmed(const kessai::BudgetImport &import, const QString &done);
    void closed();

private:
    void addRow(const QString &text, const QString &caption);
    void putAway();

    BudgetImport m_wanted;
    QString m_done;
    QuietBanner *m_banner;
    QVBoxLayout *m_rows;
    QPushButton *m_enter;
    QPushButton *m_cancel;
};

} // namespace kessai
