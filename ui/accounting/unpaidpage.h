// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace kessai {

class DeskSession;
class EmptyState;
class ExportButton;
class LoadingLine;
class PaymentCard;
class QuietBanner;
class SearchField;
class TextLabel;
class UnpaidModel;

/// 未払い: what is decided on the lines in one's charge and not done with, the next day first, so that nothing is forgotten: payments, those under
/// way too, money that is to come back (返納待ち, which the accounting section records when it is in), advances to be settled (精算待ち) and
/// commitments.
class UnpaidPage final : public QWidget {
    Q_OBJECT

public:
    explicit UnpaidPage(DeskSession &session, QWidget *parent = nullptr);

    /// Those who have a line of the budget in their charge.
    static bool concerns(const DeskInfo &info);
    void begin();
    /// What is not paid yet, as the desk lists it: one more than are shown where there are more.
    void setList(std::vector<Unpaid> list);
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);
    void openRequested(CaseId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void filter();
    void showColumns();
    void showTotal();
    void showLegend();
    void openCase();
    void showReceipt();
    void recordReceipt();
    void checkReceipt();
    void sendReceipt();

    DeskSession &m_session;
    int m_reads = 0;
    bool m_more = false; ///< than are listed
    QuietBanner *m_banner;
    SearchField *m_search;
    LoadingLine *m_loading;
    UnpaidModel *m_model;
    QTableView *m_view;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TextLabel *m_total;
    QWidget *m_legend; ///< what the sign and the grey of rows mean
    QWidget *m_lateSign;
    TextLabel *m_signs;
    PaymentCard *m_question; ///< when money came in
    ExportButton *m_save;
    QPushButton *m_receive;
    Unpaid m_receiving;
};

} // namespace kessai
