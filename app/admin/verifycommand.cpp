// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "core/services/verifier.h"
#include "core/store/openstore.h"
#include "forms/catalog.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 500;

class VerifyText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::VerifyText)

public:
    static QString description()
    {
        return tr(
            "Replays every case from its history and compares all that is derived from it: the chain of hashes, "
            "states, steps, who acted, who may read, postings, sealed contents, routes and attached files. Names every "
            "case that does not prove itself and then ends with 3. Changes nothing.");
    }
    static QString progress() { return tr("Verifying"); }
    static QString sound(int cases) { return tr("%n case(s) verified, all of them sound.", nullptr, cases); }
    static QString damaged(int cases, int damagedCases)
    {
        return tr("%n case(s) verified, %1 of them damaged:", nullptr, cases).arg(damagedCases);
    }
    static QString partial(const QString &name)
    {
        return tr("Only what %1 may read was verified; the owner of the database verifies everything.").arg(name);
    }
};

struct DamagedCase {
    CaseId id;
    QString number;
    std::vector<Damage> damage;
};

struct Verdict {
    int cases = 0;
    std::vector<DamagedCase> damaged;
    QString reader; ///< who it was that read, where that is not the owner
};

/// Whether an error is the record's fault and not the connection's: then the next record is worth reading.
bool isOfTheRecord(const Error &error)
{
    return error.code == ErrorCode::Damaged || error.code == ErrorCode::Invalid
        || error.code == ErrorCode::ClientTooOld;
}

/// Reads and checks all cases, a page of ids at a time.
class Verification final {
public:
    Verification(Store &store, Console &console, const QDate &today)
        : m_store(store), m_console(console), m_today(today)
    {
    }

    Result<Verdict> run()
    {
        auto configuration = m_store.office().configuration();
        if (!configuration)
            return configuration.failure();
        m_configuration = std::move(configuration).value();
        if (const auto me = m_store.office().me()) {
            const auto office = m_offices.at(m_today, m_configuration.office.revision);
            if (const Staff *staff = office->staff(*me))
                m_verdict.reader = staff->name();
        }
        std::vector<CaseId> all;
        std::optional<CaseId> after;
        do {
            const auto page = m_store.cases().ids(after, kPage);
            if (!page)
                return page.failure();
            all.insert(all.end(), page->begin(), page->end());
            after = page->empty() ? std::nullopt : std::optional(page->back());
        } while (after);
        for (const CaseId id : all) {
            m_console.progress(VerifyText::progress(), m_verdict.cases, int(all.size()));
            if (const auto checked = check(id); !checked)
                return checked.failure();
            ++m_verdict.cases;
        }
        return std::move(m_verdict);
    }

private:
    Result<> check(CaseId id)
    {
        const auto record = m_store.cases().load(id);
        if (!record) {
            if (record.error().code == ErrorCode::NotFound)
                return {}; // a draft somebody threw away meanwhile
            if (!isOfTheRecord(record.error()))
                return record.failure();
            m_verdict.damaged.push_back({id, {}, {{Damage::Kind::History, record.error().detail}}});
            return {};
        }
        Verified verified = verifyCase(*record, m_configuration, *m_catalog, m_offices);
        if (!verified.sound())
            m_verdict.damaged.push_back({id, record->number, std::move(verified.damage)});
        return {};
    }

    Store &m_store;
    Console &m_console;
    const QDate m_today;
    Configuration m_configuration;
    OfficeSnapshots m_offices{m_configuration.office};
    const std::unique_ptr<FormCatalog> m_catalog = makeCatalog();
    Verdict m_verdict;
};

QJsonObject toJson(const DamagedCase &damaged)
{
    QJsonArray all;
    for (const Damage &damage : damaged.damage)
        all.append(QJsonObject{{u"kind"_s, toCode(damage.kind)}, {u"detail"_s, damage.detail}});
    return {{u"id"_s, damaged.id.value()}, {u"number"_s, damaged.number}, {u"damage"_s, all}};
}

} // namespace

Exit runVerify(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"verify"_s, VerifyText::description());
    if (const auto over = arguments.read(given))
        return *over;
    QElapsedTimer timer;
    timer.start();
    const auto store =
        arguments.withPassword([&](const DatabaseUrl &url) { return openStore(url, std::nullopt, clock); });
    if (!store)
        return arguments.failed(store.error());
    const auto verdict = Verification(**store, console, clock.now().day()).run();
    console.endProgress();
    if (!verdict)
        return arguments.failed(verdict.error());

    if (arguments.json()) {
        QJsonArray damaged;
        for (const DamagedCase &one : verdict->damaged)
            damaged.append(toJson(one));
        console.sayJson({{u"database"_s, arguments.database().display()},
                         {u"cases"_s, verdict->cases},
                         {u"milliseconds"_s, timer.elapsed()},
                         {u"complete"_s, verdict->reader.isEmpty()},
                         {u"damaged"_s, damaged}});
    } else if (verdict->damaged.empty()) {
        console.say(VerifyText::sound(verdict->cases));
    } else {
        console.say(VerifyText::damaged(verdict->cases, int(verdict->damaged.size())));
        for (const DamagedCase &one : verdict->damaged) {
            for (const Damage &damage : one.damage) {
                console.say(u"  %1 (id %2): %3: %4"_s.arg(one.number.isEmpty() ? u"?"_s : one.number,
                                                          QString::number(one.id.value()), toCode(damage.kind),
                                                          damage.detail));
            }
        }
    }
    if (!verdict->reader.isEmpty())
        console.complain(VerifyText::partial(verdict->reader));
    return verdict->damaged.empty() ? Exit::Fine : Exit::Damaged;
}

} // namespace kessai
