// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/base/canonical.h"
#include "core/base/wholefile.h"
#include "core/store/openstore.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class PaymentsText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::PaymentsText)

public:
    static QString description()
    {
        return tr(
            "Writes the bank's file (総合振込) of a batch of payments, and records that it was written: once, and "
            "again only for a reason, with the same bytes. For the accounting section: on a server, whoever signs "
            "in; in a file, whoever --as names.");
    }
    static QString batch() { return tr("The number of the batch."); }
    static QString out() { return tr("The file to write."); }
    static QString reason() { return tr("Why it is written again."); }
    static QString as() { return tr("Who writes it, where the office is a file: somebody of the accounting section."); }
    static QString noBatch() { return tr("--batch is a number from 1."); }
    static QString noFile() { return tr("--out is missing."); }
    static QString noPerson() { return tr("--as is missing: a file does not know who signs in."); }
    static QString unknown(const QString &login) { return tr("Nobody on the staff today signs in as %1.").arg(login); }
    static QString notThere(qint64 batch) { return tr("There is no batch %1.").arg(batch); }
    static QString damaged() { return tr("The batch is not what was done to it; verify says more."); }
    static QString there(const QString &path) { return tr("%1 is there already; it was not touched.").arg(path); }
    static QString unwritable(const QString &path, const QString &why)
    {
        return tr("%1 cannot be written (%2).").arg(path, why);
    }
    static QString recorded() { return tr("It is recorded as written: write it again, for that reason."); }
    static QString written(const PaymentBatch &batch, const QString &path)
    {
        return tr("%n transfer(s) of %1 written to %2.", nullptr, int(batch.transfers()))
            .arg(adminDay(batch.day), path);
    }
};

/// The store as whoever writes the file opens it; NotFound where nobody of that login is on the staff.
Result<std::unique_ptr<Store>> storeOf(const DatabaseUrl &url, const QString &login, const Clock &clock)
{
    auto store = openStore(url, std::nullopt, clock);
    if (!store || url.dialect() != Dialect::Sqlite)
        return store;
    const auto configuration = (*store)->office().configuration();
    if (!configuration)
        return configuration.failure();
    const auto office = configuration->office.at(clock.now().day(), configuration->office.revision);
    const Staff *person = office->staffByLogin(login);
    return person ? openStore(url, person->id, clock) : fail(ErrorCode::NotFound, login);
}

Result<PaymentBatch> batchIn(Store &store, BatchId id)
{
    auto batches = store.payments().batches(QDate(1, 1, 1));
    if (!batches)
        return batches.failure();
    const auto found =
        std::find_if(batches->begin(), batches->end(), [id](const PaymentBatch &one) { return one.id == id; });
    return found == batches->end() ? Result<PaymentBatch>(fail(ErrorCode::NotFound)) : std::move(*found);
}

} // namespace

Exit runExportPayments(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"export-payments"_s, PaymentsText::description());
    arguments.add({u"batch"_s, PaymentsText::batch(), u"N"_s});
    arguments.add({u"out"_s, PaymentsText::out(), u"FILE"_s});
    arguments.add({u"reason"_s, PaymentsText::reason(), u"TEXT"_s});
    arguments.add({u"as"_s, PaymentsText::as(), u"LOGIN"_s});
    if (const auto over = arguments.read(given))
        return *over;
    const BatchId id(arguments.value(u"batch"_s).toLongLong());
    if (id.value() < 1)
        return arguments.misused(PaymentsText::noBatch());
    const QString path = arguments.value(u"out"_s);
    if (path.isEmpty())
        return arguments.misused(PaymentsText::noFile());
    const QString login = arguments.value(u"as"_s);
    if (login.isEmpty() && arguments.database().dialect() == Dialect::Sqlite)
        return arguments.misused(PaymentsText::noPerson());
    if (QFileInfo::exists(path)) {
        console.complain(PaymentsText::there(path));
        return Exit::Exists;
    }
    const auto store = arguments.withPassword([&](const DatabaseUrl &url) { return storeOf(url, login, clock); });
    if (!store && store.error().code == ErrorCode::NotFound && store.error().detail == login)
        return arguments.unusable(PaymentsText::unknown(login), store.error());
    if (!store)
        return arguments.failed(store.error());
    const auto batch = batchIn(**store, id);
    if (!batch && batch.error().code == ErrorCode::NotFound)
        return arguments.unusable(PaymentsText::notThere(id.value()), batch.error());
    if (!batch)
        return arguments.failed(batch.error());
    if (!batchFault(*batch).isEmpty()) {
        (void)arguments.unusable(PaymentsText::damaged(), {ErrorCode::Damaged, {}, {}});
        return Exit::Damaged;
    }
    const auto bytes = paymentFile(*batch);
    if (!bytes)
        return arguments.unusable(bytes.error().text.text(readsEnglish()), {ErrorCode::Invalid, {}, {}});

    // All of it lies on the disk before it is recorded, and under its name only after: there is no file the office does not know of.
    QSaveFile file(path);
    if (const Result<> staged = stageFile(file, *bytes); !staged)
        return arguments.unusable(PaymentsText::unwritable(path, staged.error().detail), {});
    const auto recorded =
        (*store)->payments().changePayments(ExportBatch{id, sha256Hex(*bytes), arguments.value(u"reason"_s)});
    if (!recorded)
        return arguments.failed(recorded.error());
    if (const Result<> put = commitFile(file); !put) {
        console.complain(PaymentsText::recorded());
        return arguments.unusable(PaymentsText::unwritable(path, put.error().detail), {});
    }
    if (arguments.json())
        console.sayJson({{u"batch"_s, id.value()},
                         {u"transfers"_s, qint64(batch->transfers())},
                         {u"sha256"_s, QString::fromLatin1(sha256Hex(*bytes))},
                         {u"file"_s, path}});
    else
        console.say(PaymentsText::written(*batch, path));
    return Exit::Fine;
}

} // namespace kessai
