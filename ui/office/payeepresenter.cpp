// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/payeepresenter.h"

#include "core/services/answer.h"
#include "ui/shell/desksession.h"

#include <QFile>
#include <QFileInfo>

namespace kessai {

namespace {

constexpr int kAtATime = 200;

Result<std::vector<Payee>, std::vector<PayeeRowProblem>> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(std::vector<PayeeRowProblem>{
            {0,
             {QStringLiteral("ファイルを開けません（%1）。別の場所に置いて選び直してください。")
                  .arg(file.errorString()),
              QStringLiteral("The file cannot be opened (%1). Put it elsewhere and choose it again.")
                  .arg(file.errorString())}}});
    return readPayeeFile(file.read(kMostPayeeFileBytes + 1));
}

} // namespace

PayeePresenter::PayeePresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void PayeePresenter::read(const QString &typed)
{
    m_typed = typed;
    ask({});
}

void PayeePresenter::readMore(const QString &after)
{
    ask(after);
}

void PayeePresenter::ask(const QString &after)
{
    const int asked = ++m_asked;
    m_session.desk()
        .ask([typed = m_typed, after](Desk &desk) { return desk.payees(typed, after, kAtATime + 1); })
        .then(this, [this, asked, after](const Result<std::vector<PayeeRevision>> &payees) {
            if (asked != m_asked)
                return;
            if (!payees) {
                Q_EMIT readFailed(payees.error());
                return;
            }
            std::vector<PayeeRevision> shown = *payees;
            const bool more = shown.size() > size_t(kAtATime);
            if (more)
                shown.pop_back();
            if (after.isEmpty())
                Q_EMIT payeesRead(shown, more);
            else
                Q_EMIT morePayeesRead(shown, more);
        });
}

void PayeePresenter::readRevisions(const QString &code)
{
    m_session.desk()
        .ask([code](Desk &desk) { return desk.payeeRevisions(code); })
        .then(this, [this, code](const Result<std::vector<PayeeRevision>> &revisions) {
            if (revisions)
                Q_EMIT revisionsRead(code, *revisions);
            else
                Q_EMIT readFailed(revisions.error());
        });
}

void PayeePresenter::readFile(const QString &path)
{
    const int chosen = ++m_files;
    onPool([path] {
        return readTable(path);
    }).then(this, [this, chosen, path](const Result<std::vector<Payee>, std::vector<PayeeRowProblem>> &payees) {
        if (chosen != m_files)
            return;
        if (!payees) {
            Q_EMIT fileRefused(payees.error());
            return;
        }
        const ImportPayees import{*payees, QFileInfo(path).fileName().left(kMostPayeeReason)};
        m_session.desk()
            .ask([import](Desk &desk) { return desk.previewPayees(import.payees); })
            .then(this, [this, chosen, import](const Result<PayeeDiff> &diff) {
                if (chosen != m_files)
                    return;
                if (diff)
                    Q_EMIT previewRead(import, *diff);
                else
                    Q_EMIT readFailed(diff.error());
            });
    });
}

void PayeePresenter::change(const PayeeChange &change, const QString &done)
{
    if (m_busy)
        return;
    setBusy(true);
    m_session.desk()
        .run([change](Desk &desk) { return desk.changePayees(change); })
        .then(this, [this, done](const Result<> &changed) {
            setBusy(false);
            if (changed)
                Q_EMIT this->changed(done);
            else
                Q_EMIT changeFailed(changed.error());
        });
}

void PayeePresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
