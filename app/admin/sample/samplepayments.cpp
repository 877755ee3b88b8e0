// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplepayments.h"

#include "core/base/canonical.h"
#include "core/store/paymentqueries.h"

#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QTime kMade(9, 30);
const QTime kExported(9, 35);
const QTime kConfirmed(15, 30);

TransferSource sampleSource()
{
    return {u"0012345678"_s,
            {u"0123"_s, u"ﾐﾎﾝ"_s, u"001"_s, u"ﾎﾝﾃﾝ"_s, AccountType::Ordinary, u"0000001"_s, u"ﾐﾎﾝｼｶｲｹｲｶﾝﾘｼﾔ"_s}};
}

} // namespace

Result<> paySample(Database &database, StaffId cashier, const QString &name, Instant now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.failure();
    const QDate today = now.day();
    const FixedClock clock(now);
    const Reader owner{database, clock, std::nullopt, Sight::All};
    const auto change = [&](const PaymentChange &what, const QDate &day, const QTime &time) {
        return writePayments(database, what, cashier, name, Instant::fromTokyo(day, time));
    };
    const auto due = readPaymentsDue(owner, today.addDays(-1));
    if (!due)
        return due.failure();
    const QDate first = due->empty() ? today : std::min(due->front().day, today);
    if (const auto set = change(SetSource{sampleSource(), 0}, first.addDays(-1), kMade); !set)
        return set.failure();
    std::map<QDate, MakeBatch> days;
    for (const PaymentDue &one : *due) {
        if (staysOut(one, one.day))
            continue;
        MakeBatch &batch = days[one.day];
        batch.day = one.day;
        batch.entries.push_back({one.id, one.known->revision});
    }
    bool cameBack = false;
    for (const auto &[day, batch] : days) {
        const auto made = change(batch, day, kMade);
        if (!made)
            return made.failure();
        const auto all = readBatches(owner, day);
        if (!all)
            return all.failure();
        const PaymentBatch &written = all->back();
        if (written.source) {
            const auto bytes = paymentFile(written);
            if (!bytes)
                return fail(ErrorCode::Invalid, bytes.error().text.en);
            if (const auto sent = change(ExportBatch{*made, sha256Hex(*bytes), {}}, day, kExported); !sent)
                return sent.failure();
        }
        if (day == days.rbegin()->first)
            break; // it waits to be confirmed
        ConfirmBatch confirmed{*made, {}};
        if (!cameBack && written.source && batch.entries.size() > 1) {
            confirmed.returned.push_back({1, u"口座番号相違"_s});
            cameBack = true;
        }
        if (const auto paid = change(confirmed, day, kConfirmed); !paid)
            return paid.failure();
    }
    return transaction->commit();
}

} // namespace kessai
