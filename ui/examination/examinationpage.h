// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QSet>
#include <QWidget>

#include <utility>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace kessai {

class BulkPanel;
class Card;
class DeskSession;
class EmptyState;
class ExportButton;
class ExaminationPresenter;
class LoadingLine;
class QueueModel;
class QuietBanner;
class SearchField;
class TextLabel;
class VoucherPane;

/// 審査: the queue of the accounting section, backwards from the day of payment, and behind it the window of one voucher beside its proof.
/// Several chosen at once are approved together, each as an act of its own.
class ExaminationPage final : public QWidget {
    Q_OBJECT

public:
    explicit ExaminationPage(DeskSession &session, QWidget *parent = nullptr);

    /// Whether somebody examines for the accounting section.
    static bool concerns(const DeskInfo &info);
    void begin();
    void takeFocus();
    VoucherPane *voucherPane() const { return m_voucher; }

Q_SIGNALS:
    void recorded(const QString &done);
    void openRequested(kessai::CaseId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildQueue();
    QWidget *buildTable();
    void connectParts();
    void read();
    void showQueue(const ExaminationQueue &queue);
    void showReturns(const std::vector<ReturnCount> &returns);
    void fillFilters();
    void filter();
    void showEmpty();
    void chosen();
    void openChosen();
    void open(CaseId id);
    void step(int by);
    void afterAct(CaseId id, const Act &act);
    void backToQueue();

    DeskSession &m_session;
    ExaminationPresenter *m_presenter;
    QueueModel *m_model;
    QStackedWidget *m_pages;
    QWidget *m_queuePage;
    VoucherPane *m_voucher;
    QComboBox *m_sections;
    QComboBox *m_forms;
    SearchField *m_search;
    ExportButton *m_save;
    QPushButton *m_start;
    LoadingLine *m_loading;
    QuietBanner *m_banner;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    Card *m_bulkCard;
    BulkPanel *m_bulk;
    TextLabel *m_returns;
    std::optional<CaseId> m_open;          ///< in the voucher's window
    std::vector<CaseId> m_order;           ///< in which one goes through them
    int m_done = 0;                        ///< examined since one began
    bool m_outcome = false;                ///< what came of approving several is in sight
    QSet<std::pair<qint64, int>> m_opened; ///< vouchers somebody looked at, as of which event
};

} // namespace kessai
