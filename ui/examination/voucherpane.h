// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/examination/checklist.h"

#include <QWidget>

class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace kessai {

class DeskSession;
class ElidedLabel;
class ExaminationPresenter;
class LoadingLine;
class PaperCheck;
class ProofPane;
class QuietBanner;
class RemarkList;
class ReturnBox;
class TextLabel;

/// One voucher beside its proof: what it says as a list to be ticked off, the papers at the right, and the acts. The place of a value in
/// the papers is offered as one comes to it, and nothing is ever ticked by itself.
///
/// Keys: ↑ ↓ another item, Space ticks and goes on, F3 the next place, Ctrl+Tab the next paper, Ctrl+Enter approves and goes to the next
/// voucher, Ctrl+↓ and Ctrl+↑ the next and the one before without an act, Alt+R returns, Esc to the queue. A key held down ticks and
/// decides nothing more.
class VoucherPane final : public QWidget {
    Q_OBJECT

public:
    VoucherPane(DeskSession &session, ExaminationPresenter &presenter, QWidget *parent = nullptr);

    /// Where the voucher is in the queue: "3 of 41", and its days.
    void setStanding(const QString &standing);
    /// Nothing of the voucher before is left to be seen while the next is on its way.
    void expect();
    ProofPane *proof() const { return m_proof; }
    void takeFocus();
    /// The items that are not ticked off yet.
    int unticked() const;
    QString currentField() const;

Q_SIGNALS:
    void nextRequested(int step);
    void closed();
    void openCaseRequested(kessai::CaseId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildLeft();
    QWidget *buildHead(QWidget *parent);
    QWidget *buildButtons(QWidget *parent);
    void showFile();
    void checkPapers();
    void fillTable();
    void fitRows();
    void showMarks();
    void showProgress(int left);
    void fitHead();
    void showButtons();
    void comeTo(int row);
    void setTick(int row, bool ticked, const std::optional<ProofPlace> &place = std::nullopt);
    /// Says what went wrong, and with which voucher where it is not the one in sight.
    void sayFault(const QString &number, const QString &fault);
    void toggle();
    void goOn();
    void approve();
    void askReturn(bool asking);
    bool handleKey(QKeyEvent *event);

    DeskSession &m_session;
    ExaminationPresenter &m_presenter;
    PaperCheck *m_check;
    std::vector<CheckItem> m_items;
    TextLabel *m_title;
    ElidedLabel *m_number;
    TextLabel *m_standing;
    RemarkList *m_remarks;
    LoadingLine *m_loading;
    QuietBanner *m_banner;
    QTableWidget *m_table;
    TextLabel *m_progress;
    ReturnBox *m_return;
    QWidget *m_buttons; ///< what else may be done; out of sight while somebody says why it goes back
    QPushButton *m_approve;
    QPushButton *m_returnButton;
    QPushButton *m_previous;
    QPushButton *m_next;
    ProofPane *m_proof;
    bool m_finished = false; ///< the last open item was ticked, and nobody chose another one since
    bool m_checked = false;  ///< whether its amount was looked for in its papers
    QString m_missing;       ///< that its amount is in none of them
    bool m_asked = false;    ///< whether somebody approves although items are unticked
};

} // namespace kessai
