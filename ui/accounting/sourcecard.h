// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payments.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kessai {

class QuietBanner;

/// 振込元: the account transfers are paid from, and the number the bank gave; as the bank's file says them.
class SourceCard final : public QWidget {
    Q_OBJECT

public:
    explicit SourceCard(QWidget *parent = nullptr);

    void edit(const std::optional<SourceRevision> &source);
    void putAway();

Q_SIGNALS:
    void saveRequested(const kessai::SetSource &change);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *field(const char *objectName, const QString &name, int most);
    void save();

    int m_seen = 0;
    QuietBanner *m_banner;
    QLineEdit *m_code;
    QLineEdit *m_bank;
    QLineEdit *m_bankName;
    QLineEdit *m_branch;
    QLineEdit *m_branchName;
    QComboBox *m_type;
    QLineEdit *m_number;
    QLineEdit *m_holder;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace kessai
