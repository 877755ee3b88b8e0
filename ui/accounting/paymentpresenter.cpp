// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/paymentpresenter.h"

#include "core/base/canonical.h"
#include "core/base/wholefile.h"
#include "core/services/answer.h"
#include "ui/errortext.h"
#include "ui/shell/desksession.h"
#include "ui/wording.h"

#include <QSaveFile>

namespace kessai {

namespace {

/// Brings all of a file to the disk; says why where it cannot.
QString stage(QSaveFile &file, const QByteArray &bytes)
{
    const Result<> staged = stageFile(file, bytes);
    return staged ? QString() : staged.error().detail;
}

} // namespace

PaymentPresenter::PaymentPresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void PaymentPresenter::read(const QDate &since)
{
    const int asked = ++m_reads;
    m_session.desk()
        .ask([since](Desk &desk) { return desk.payments(since); })
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
    const auto file = std::make_shared<QSaveFile>(path);
    onPool([file, all = *bytes] {
        return stage(*file, all);
    }).then(this, [this, file, written = ExportBatch{batch.id, sha256Hex(*bytes), reason}, done](const QString &why) {
        if (why.isEmpty()) {
            record(file, written, done);
            return;
        }
        setBusy(false);
        Q_EMIT fileFailed(why);
    });
}

void PaymentPresenter::record(const Staged &file, const ExportBatch &written, const QString &done)
{
    m_session.desk()
        .run([written](Desk &desk) { return desk.changePayments(written); })
        .then(this, [this, file, done](const Result<BatchId> &changed) {
            if (changed) {
                put(file, *changed, done);
                return;
            }
            setBusy(false);
            Q_EMIT fileFailed(errorText(changed.error()).both());
        });
}

void PaymentPresenter::put(const Staged &file, BatchId batch, const QString &done)
{
    onPool([file] {
        const Result<> put = commitFile(*file);
        return put ? QString() : put.error().detail;
    }).then(this, [this, batch, done](const QString &why) {
        setBusy(false);
        Q_EMIT changed(batch, why.isEmpty() ? done : QString());
        if (!why.isEmpty())
            Q_EMIT fileFailed(tr("%1 It is recorded as written: write it again.").arg(why));
    });
}

void PaymentPresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
