// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace kessai {

class BudgetCaseModel;
class BudgetImportCard;
class BudgetModel;
class BudgetPresenter;
class Card;
class DeskSession;
class ExportButton;
class EmptyState;
class LoadingLine;
class QuietBanner;
class SearchField;
class TextLabel;

/// 予算: how the lines in one's charge stand, for finance and accounting all of them; the cases behind a line; the table as a file; and,
/// for finance, the budget taken from a file after a look at what it changes (domain.md 5.2).
class BudgetPage final : public QWidget {
    Q_OBJECT

public:
    explicit BudgetPage(DeskSession &session, QWidget *parent = nullptr);

    /// Whether there is a line in somebody's charge, or they keep the budget.
    static bool concerns(const DeskInfo &info);
    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);
    void openRequested(CaseId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildTable();
    QWidget *buildCases();
    void connectParts();
    void read();
    void showSheet(const BudgetSheet &sheet);
    void fillYears(const BudgetSheet &sheet);
    void fillSections(const BudgetSheet &sheet);
    void filter();
    void showColumns();
    void showTotal();
    void showCases(const QString &account, const std::vector<BudgetCase> &cases);
    void askCases();
    void closeCases();
    void openCase();

    DeskSession &m_session;
    BudgetPresenter *m_presenter;
    std::optional<FiscalYear> m_year; ///< chosen; none = the current one
    QuietBanner *m_banner;
    QComboBox *m_years;
    QComboBox *m_sections;
    SearchField *m_search;
    ExportButton *m_save;
    QPushButton *m_importButton;
    BudgetImportCard *m_import;
    LoadingLine *m_loading;
    QStackedWidget *m_stack;
    BudgetModel *m_model;
    QTableView *m_table;
    EmptyState *m_empty;
    TextLabel *m_total;
    Card *m_casesCard;
    BudgetCaseModel *m_caseModel;
    QTableView *m_cases;
    TextLabel *m_noCases;
};

} // namespace kessai
