// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/budgetpresenter.h"

#include "core/services/answer.h"
#include "ui/shell/desksession.h"

#include <QFile>

namespace kessai {

namespace {

constexpr qint64 kMostBudgetFileBytes = 32 * 1024 * 1024;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    if (file.size() > kMostBudgetFileBytes)
        return fail(ErrorCode::TooLarge, path);
    return file.readAll();
}

} // namespace

BudgetPresenter::BudgetPresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void BudgetPresenter::readSheet(std::optional<FiscalYear> year)
{
    m_year = year;
    m_session.desk()
        .ask([year](Desk &desk) { return desk.budget(year); })
        .then(this, [this, year](const Result<BudgetSheet> &sheet) {
            if (year != m_year)
                return; // another year was chosen meanwhile
            if (sheet)
                Q_EMIT sheetRead(*sheet);
            else
                Q_EMIT readFailed(sheet.error());
        });
}

void BudgetPresenter::readCases(const QString &account)
{
    m_account = account;
    m_session.desk()
        .ask([account](Desk &desk) { return desk.budgetCases(account); })
        .then(this, [this, account](const Result<std::vector<BudgetCase>> &cases) {
            if (account != m_account)
                return;
            if (cases)
                Q_EMIT casesRead(account, *cases);
            else
                Q_EMIT readFailed(cases.error());
        });
}

void BudgetPresenter::readFile(const QString &path)
{
    const int chosen = ++m_files;
    onPool([path] { return bytesOf(path); }).then(this, [this, chosen](const Result<QByteArray> &bytes) {
        if (chosen != m_files)
            return;
        if (!bytes) {
            Q_EMIT readFailed(bytes.error());
            return;
        }
        m_session.desk()
            .ask([bytes = *bytes](Desk &desk) { return desk.previewBudget(bytes); })
            .then(this, [this, chosen](const Result<BudgetPreview> &preview) {
                if (chosen != m_files)
                    return;
                if (preview)
                    Q_EMIT previewRead(*preview);
                else
                    Q_EMIT readFailed(preview.error());
            });
    });
}

void BudgetPresenter::import(const BudgetImport &import, const QString &done)
{
    if (m_busy)
        return;
    setBusy(true);
    m_session.desk()
        .run([import](Desk &desk) { return desk.importBudget(import); })
        .then(this, [this, done](const Result<> &result) {
            setBusy(false);
            if (result)
                Q_EMIT imported(done);
            else
                Q_EMIT importFailed(result.error());
            m_session.refresh();
        });
}

void BudgetPresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
