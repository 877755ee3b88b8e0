// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/paymentpresenter.h"

#include "core/base/canonical.h"
#include "core/services/answer.h"
#include "ui/shell/desksession.h"
#include "ui/wording.h"

#include <QSaveFile>

namespace kessai {

namespace {

/// Writes all of a file or nothing; says why where it cannot.
QString writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace

PaymentPresenter::PaymentPresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void PaymentPresenter::read()
{
    const int asked = ++m_reads;
    m_session.desk()
        .ask([](Desk &desk) { return desk.payments(); })
        .then(this, [this, asked](const Result<PaymentSheet> &sheet) {
            if (asked != m_reads)
                return;
            if (sheet)
                Q_EMIT sheetRead(*sheet);
            else
                Q_EMIT readFailed(sheet.error());
        });
}

void PaymentPresenter::check(const std::vector<CaseId> &cases)
{
    m_cases = cases;
    m_next = 0;
    m_damaged.clear();
    m_checking = true;
    Q_EMIT progressed(0, int(m_cases.size()));
    checkNext(++m_turn);
}

void PaymentPresenter::giveUp()
{
    ++m_turn;
    m_checking = false;
}

void PaymentPresenter::checkNext(int turn)
{
    if (m_next == m_cases.size()) {
        m_checking = false;
        Q_EMIT checked(m_damaged);
        return;
    }
    m_session.desk()
        .ask([id = m_cases[m_next]](Desk &desk) { return desk.proves(id); })
        .then(this, [this, turn](const Result<bool> &proves) {
            if (turn != m_turn)
                return;
            if (!proves) {
                m_checking = false;
                Q_EMIT changeFailed(proves.error());
                return;
            }
            if (!*proves)
                m_damaged.push_back(m_cases[m_next]);
            ++m_next;
            Q_EMIT progressed(int(m_next), int(m_cases.size()));
            checkNext(turn);
        });
}

void PaymentPresenter::change(const PaymentChange &change, const QString &done)
{
    if (m_busy)
        return;
    setBusy(true);
    m_session.desk()
        .run([change](Desk &desk) { return desk.changePayments(change); })
        .then(this, [this, done](const Result<BatchId> &changed) {
            setBusy(false);
            if (changed)
                Q_EMIT this->changed(*changed, done);
            else
                Q_EMIT changeFailed(changed.error());
        });
}

void PaymentPresenter::write(const PaymentBatch &batch, const QString &path, const QString &reason, const QString &done)
{
    if (m_busy)
        return;
    const auto bytes = paymentFile(batch);
    if (!bytes) {
        const auto line = bytes.error().transfer;
        const QString who = line ? batch.lines[*line].name + QStringLiteral("　") : QString();
        Q_EMIT fileFailed(who + bytes.error().text.text(englishWording()));
        return;
    }
    setBusy(true);
    onPool([path, all = *bytes] {
        return writeWhole(path, all);
    }).then(this, [this, written = ExportBatch{batch.id, sha256Hex(*bytes), reason}, done](const QString &problem) {
        setBusy(false);
        if (problem.isEmpty())
            change(written, done);
        else
            Q_EMIT fileFailed(problem);
    });
}

void PaymentPresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
