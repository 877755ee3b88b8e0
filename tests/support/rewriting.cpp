// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rewriting.h"

#include "core/base/canonical.h"
#include "core/store/database.h"
#include "core/store/openstore.h"

#include <QJsonDocument>

namespace kessai::test {

namespace {

QString quoted(const QByteArray &text)
{
    return QLatin1Char('\'') + QString::fromUtf8(text).replace(QLatin1Char('\''), QLatin1String("''"))
        + QLatin1Char('\'');
}

QString headOf(const Event &last)
{
    return QStringLiteral("UPDATE case_file SET seq = %1, head_hash = %2, changed_at = %3 WHERE case_id = %4")
        .arg(last.seq)
        .arg(quoted(last.hash))
        .arg(last.at.microseconds())
        .arg(last.caseId.value());
}

/// Chains the events again and writes them.
QStringList chained(std::vector<Event> history)
{
    QStringList statements;
    QByteArray previous;
    for (Event &event : history) {
        event.previousHash = previous;
        event.hash = event.computedHash();
        previous = event.hash;
        statements +=
            QStringLiteral("UPDATE event SET payload = %1, at = %2, previous_hash = %3, hash = %4 "
                           "WHERE case_id = %5 AND seq = %6")
                .arg(quoted(event.payload), QString::number(event.at.microseconds()), quoted(event.previousHash),
                     quoted(event.hash), QString::number(event.caseId.value()), QString::number(event.seq));
    }
    statements += headOf(history.back());
    return statements;
}

} // namespace

QStringList rewriting(const CaseRecord &record)
{
    std::vector<Event> history = record.history;
    QJsonObject payload = QJsonDocument::fromJson(history.front().payload).object();
    payload.insert(QStringLiteral("comment"), QStringLiteral("はじめからこう書いてありました"));
    history.front().payload = canonicalJson(payload);
    return chained(std::move(history));
}

QStringList shortening(const CaseRecord &record)
{
    return {QStringLiteral("DELETE FROM event WHERE case_id = %1 AND seq = %2")
                .arg(record.id.value())
                .arg(record.history.back().seq),
            headOf(record.history.at(record.history.size() - 2))};
}

QStringList removing(CaseId id)
{
    QStringList statements;
    for (const char *table : {"cancellation", "posting", "case_access", "assignment", "step", "event", "attachment",
                              "case_text", "content", "case_file"})
        statements += QStringLiteral("DELETE FROM %1 WHERE case_id = %2").arg(QLatin1String(table)).arg(id.value());
    return statements;
}

QStringList backdating(const CaseRecord &record, qint64 microseconds)
{
    std::vector<Event> history = record.history;
    history.back().at = Instant(history.back().at.microseconds() - microseconds);
    return chained(std::move(history));
}

CaseId rewriteNewest(const DatabaseUrl &owner)
{
    const SystemClock clock;
    const auto store = openStore(owner, std::nullopt, clock);
    const auto database = Database::open(owner);
    if (!store || !database)
        return CaseId(0);
    const auto page = (*store)->cases().list({.kind = ListKind::All, .forms = {}, .text = {}, .after = {}, .limit = 1});
    if (!page || page->rows.empty())
        return CaseId(0);
    const auto record = (*store)->cases().load(page->rows.front().id);
    if (!record)
        return CaseId(0);
    for (const QString &statement : rewriting(*record)) {
        if (!(*database)->execute(statement))
            return CaseId(0);
    }
    return record->id;
}

} // namespace kessai::test
