// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/payeefile.h"
#include "ui/widgets/card.h"

class QPushButton;
class QVBoxLayout;

namespace kessai {

class QuietBanner;

/// What a file of payees would change, or which of its rows are wrong, before anything is registered.
class PayeeImportCard final : public QWidget {
    Q_OBJECT

public:
    explicit PayeeImportCard(QWidget *parent = nullptr);

    void showDiff(const ImportPayees &import, const PayeeDiff &diff);
    void showProblems(const std::vector<PayeeRowProblem> &problems);
    void setBusy(bool busy);
    void takeFocus();

Q_SIGNALS:
    void importRequested(const kessai::ImportPayees &import);
    void closed();

private:
    void clear();
    void add(const QString &text, const QString &caption);

    ImportPayees m_list;
    Card *m_card;
    QuietBanner *m_banner;
    QVBoxLayout *m_rows;
    QPushButton *m_import;
    QPushButton *m_close;
};

} // namespace kessai
