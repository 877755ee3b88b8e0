// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/returnreasons.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kessai {

/// Asks why a voucher goes back, in place: a reason of the list, which nobody but the examiner chooses, and what is to be said besides.
class ReturnBox final : public QWidget {
    Q_OBJECT

public:
    explicit ReturnBox(QWidget *parent = nullptr);
    /// Asks anew, with the reasons that are offered.
    void ask(const std::vector<VoucherFault> &faults);
    /// Forgets what was said.
    void leave();
    /// Whether the voucher can be returned at all now.
    void setReady(bool ready);
    /// Where all is said it is confirmed; else the keyboard comes to what is missing.
    void confirm();

Q_SIGNALS:
    void confirmed(const QString &reason);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isSaid() const;
    void showButton();

    QComboBox *m_reasons;
    QLineEdit *m_besides;
    QPushButton *m_return;
    std::vector<VoucherFault> m_faults;
    bool m_ready = false;
};

} // namespace kessai
