// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/payeequeries.h"

#include "core/office/sections.h"
#include "core/store/officequeries.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kessai {

namespace {

constexpr QLatin1String kCode("code");

/// Whether a reader goes through a server's doors.
bool isRemote(const Reader &reader)
{
    return reader.database.dialect() == Dialect::PostgreSql && reader.me;
}

void bindWords(Query &query, const QString &typed)
{
    const QString words = payeeQuery(typed);
    if (query.has(QLatin1String("words")))
        query.bind(QLatin1String("words"), words);
    if (query.has(QLatin1String("list"))) {
        const QStringList list = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        query.bindAscii(QLatin1String("list"),
                        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
    }
}

PayeeRevision payeeOf(const Query &row)
{
    return {
        {row.text(0),
         row.number(1),
         row.text(2),
         row.text(3),
         PayeeKind(row.number(4)),
         row.text(5),
         {row.text(6), row.text(7), row.text(8), row.text(9), AccountType(row.number(10)), row.text(11), row.text(12)},
         row.flag(13),
         row.day(14),
         row.day(15)},
        row.text(16),
        row.text(17),
        row.instant(18)};
}

template <class Take>
Result<> takeRows(Query &rows, Take take)
{
    if (const Result<> run = rows.exec(); !run)
        return run;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return {};
        take(rows);
    }
}

Result<std::vector<PayeeRevision>> payeesOf(const Reader &reader, Query &rows)
{
    if (const Result<> may = checkAccounting(reader); !may)
        return may.failure();
    std::vector<PayeeRevision> payees;
    const Result<> read = takeRows(rows, [&payees](const Query &row) { payees.push_back(payeeOf(row)); });
    return read ? Result<std::vector<PayeeRevision>>(std::move(payees))
                : Result<std::vector<PayeeRevision>>(read.failure());
}

/// Whether nothing but the revision tells them apart.
bool isSame(Payee a, const Payee &b)
{
    a.revision = b.revision;
    return a == b;
}

class PayeeWriter final {
public:
    PayeeWriter(Database &database, std::optional<StaffId> madeBy, QString madeName, Instant now)
        : m_database(database), m_madeBy(madeBy), m_madeName(std::move(madeName)), m_now(now)
    {
    }

    Result<> operator()(const RegisterPayee &change)
    {
        const auto known = newest(change.payee.code);
        if (!known)
            return known.failure();
        if (!*known && change.payee.revision != 0)
            return fail(ErrorCode::NotFound, QStringLiteral("no such payee"));
        if (*known && change.payee.revision == 0)
            return fail(ErrorCode::AlreadyExists, QStringLiteral("the code is taken"));
        if (*known && (*known)->revision != change.payee.revision)
            return fail(Error::refused(Refusal::Stale, QStringLiteral("somebody changed the payee meanwhile")));
        if (*known && isSame(**known, change.payee))
            return fail(ErrorCode::AlreadyExists, QStringLiteral("the payee is as it was"));
        return write(change.payee, change.payee.revision + 1, change.reason);
    }

    Result<> operator()(const ImportPayees &change)
    {
        bool any = false;
        for (const Payee &payee : change.payees) {
            const auto known = newest(payee.code);
            if (!known)
                return known.failure();
            if (*known && isSame(**known, payee))
                continue;
            any = true;
            if (const Result<> written = write(payee, (*known ? (*known)->revision : 0) + 1, change.reason); !written)
                return written;
        }
        return any ? Result<>()
                   : Result<>(fail(ErrorCode::AlreadyExists, QStringLiteral("the payees are as they were")));
    }

private:
    Result<std::optional<Payee>> newest(const QString &code)
    {
        Query rows(m_database, QLatin1String("payeeRevisions"));
        if (const Result<> run = rows.bind(kCode, code).exec(); !run)
            return run.failure();
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        return *row ? std::optional(payeeOf(rows).payee) : std::nullopt;
    }

    Result<> write(const Payee &payee, int revision, const QString &reason)
    {
        Query insert(m_database, QLatin1String("insertPayee"));
        return insert.bind(kCode, payee.code)
            .bind(QLatin1String("revision"), revision)
            .bind(QLatin1String("name"), payee.name)
            .bind(QLatin1String("kana"), payee.kana)
            .bind(QLatin1String("kind"), int(payee.kind))
            .bind(QLatin1String("registration"), payee.registration)
            .bind(QLatin1String("bank"), payee.account.bank)
            .bind(QLatin1String("bank_name"), payee.account.bankName)
            .bind(QLatin1String("branch"), payee.account.branch)
            .bind(QLatin1String("branch_name"), payee.account.branchName)
            .bind(QLatin1String("account_type"), int(payee.account.type))
            .bind(QLatin1String("account"), payee.account.number)
            .bind(QLatin1String("holder"), payee.account.holder)
            .bind(QLatin1String("holder_differs"), payee.holderDiffers)
            .bind(QLatin1String("mandate_on"), payee.mandateOn)
            .bind(QLatin1String("valid_until"), payee.validUntil)
            .bind(QLatin1String("words"), payeeWords(payee))
            .bind(QLatin1String("reason"), reason)
            .bind(QLatin1String("made_by"), m_madeBy)
            .bind(QLatin1String("made_name"), m_madeName)
            .bind(QLatin1String("made_at"), m_now)
            .exec();
    }

    Database &m_database;
    std::optional<StaffId> m_madeBy;
    QString m_madeName;
    Instant m_now;
};

} // namespace

Result<> checkAccounting(const Reader &reader)
{
    if (isRemote(reader) || !reader.me)
        return {};
    const auto configuration = readConfiguration(reader);
    if (!configuration)
        return configuration.failure();
    const OfficeHistory &office = configuration->office;
    if (!holdsRole(*office.at(reader.today(), office.revision), *reader.me, kAccountingRole))
        return fail(ErrorCode::AccessDenied, QStringLiteral("this is for the accounting section"));
    return {};
}

Result<std::vector<PayeeRef>> findPayees(const Reader &reader, const QString &typed)
{
    Query rows(reader.database, isRemote(reader) ? QLatin1String("remoteFindPayees") : QLatin1String("findPayees"));
    bindWords(rows, typed);
    if (rows.has(QLatin1String("today")))
        rows.bind(QLatin1String("today"), reader.today());
    std::vector<PayeeRef> found;
    const Result<> read = takeRows(rows, [&found](const Query &row) {
        found.push_back({row.text(0), row.number(1), row.text(2), PayeeKind(row.number(3)), row.text(4),
                         QChar(u'…') + row.text(5), row.flag(6)});
    });
    return read ? Result<std::vector<PayeeRef>>(std::move(found)) : Result<std::vector<PayeeRef>>(read.failure());
}

Result<std::vector<PayeeRevision>> readPayees(const Reader &reader, const QString &typed, const QString &after,
                                              int most)
{
    Query rows(reader.database, isRemote(reader) ? QLatin1String("remotePayees") : QLatin1String("payees"));
    bindWords(rows, typed);
    rows.bind(QLatin1String("after"), after).bind(QLatin1String("most"), std::clamp(most, 0, kMostPayeesListed));
    return payeesOf(reader, rows);
}

Result<std::vector<Payee>> readAllPayees(const Reader &reader)
{
    std::vector<Payee> all;
    while (true) {
        const auto some = readPayees(reader, {}, all.empty() ? QString() : all.back().code, kMostPayeesListed);
        if (!some)
            return some.failure();
        for (const PayeeRevision &one : *some)
            all.push_back(one.payee);
        if (some->size() < size_t(kMostPayeesListed))
            return all;
    }
}

Result<std::vector<PayeeRevision>> readPayeeRevisions(const Reader &reader, const QString &code)
{
    Query rows(reader.database,
               isRemote(reader) ? QLatin1String("remotePayeeRevisions") : QLatin1String("payeeRevisions"));
    rows.bind(kCode, code);
    return payeesOf(reader, rows);
}

Result<> writePayees(Database &database, const PayeeChange &change, std::optional<StaffId> madeBy,
                     const QString &madeName, Instant now)
{
    if (const Result<> sound = checkChange(change); !sound)
        return sound;
    return std::visit(PayeeWriter(database, madeBy, madeName, now), change);
}

QJsonObject payeeRow(const Payee &payee)
{
    const auto day = [](const QDate &value) { return value.isValid() ? QJsonValue(toText(value)) : QJsonValue(); };
    return {{QStringLiteral("code"), payee.code},
            {QStringLiteral("revision"), payee.revision},
            {QStringLiteral("name"), payee.name},
            {QStringLiteral("kana"), payee.kana},
            {QStringLiteral("kind"), int(payee.kind)},
            {QStringLiteral("registration"), payee.registration},
            {QStringLiteral("bank"), payee.account.bank},
            {QStringLiteral("bank_name"), payee.account.bankName},
            {QStringLiteral("branch"), payee.account.branch},
            {QStringLiteral("branch_name"), payee.account.branchName},
            {QStringLiteral("account_type"), int(payee.account.type)},
            {QStringLiteral("account"), payee.account.number},
            {QStringLiteral("holder"), payee.account.holder},
            {QStringLiteral("holder_differs"), payee.holderDiffers ? 1 : 0},
            {QStringLiteral("mandate_on"), day(payee.mandateOn)},
            {QStringLiteral("valid_until"), day(payee.validUntil)},
            {QStringLiteral("words"), payeeWords(payee)}};
}

} // namespace kessai
