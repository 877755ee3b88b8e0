// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// Reads how the lines of the budget stand and what moved them, and a file of the budget; enters what finance imports.
class BudgetPresenter final : public QObject {
    Q_OBJECT

public:
    explicit BudgetPresenter(DeskSession &session, QObject *parent = nullptr);

    /// The newest answer counts, here and below. Without a year, the current one.
    void readSheet(std::optional<FiscalYear> year);
    void readCases(const QString &account);
    /// Reads a file and asks what importing it would change.
    void readFile(const QString &path);
    /// While one import is under way further ones are ignored. `done` says in the user's words what was done.
    void import(const BudgetImport &import, const QString &done);

Q_SIGNALS:
    void sheetRead(const kessai::BudgetSheet &sheet);
    void casesRead(const QString &account, const std::vector<kessai::BudgetCase> &cases);
    void previewRead(const kessai::BudgetPreview &preview);
    void readFailed(const kessai::Error &error);
    void busyChanged(bool busy);
    void imported(const QString &done);
    void importFailed(const kessai::Error &error);

private:
    void setBusy(bool busy);

    DeskSession &m_session;
    std::optional<FiscalYear> m_year; ///< asked for last
    QString m_account;                ///< likewise
    int m_files = 0;                  ///< how many were chosen
    bool m_busy = false;
};

} // namespace kessai
