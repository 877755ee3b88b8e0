// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"
#include "app/admin/arguments.h"
#include "app/admin/commands.h"
#include "app/admin/verification.h"
#include "core/base/canonical.h"
#include "core/meetings/meetingproof.h"
#include "core/services/paymentcheck.h"
#include "core/services/referencecheck.h"
#include "core/services/verifier.h"
#include "core/store/anchors.h"
#include "core/store/healthqueries.h"
#include "core/store/meetingqueries.h"
#include "core/store/openstore.h"
#include "forms/catalog.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSet>

#include <map>

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
            "states, steps, who acted, who may read, postings, sealed contents, routes and attached files; and every "
            "payment with what was done to it and with its case, and every meeting with what was done to it. Names "
            "what "
            "does not prove itself and then ends with 3. Changes nothing.");
    }
    static QString anchor()
    {
        return tr("Holds cases and payments to an anchor as well, the file of which was kept elsewhere: whatever it "
                  "covers must not have been rewritten, shortened or removed since.");
    }
    static QString unreadable(const QString &path) { return tr("%1 cannot be read as an anchor.").arg(path); }
    static QString anchorOnly()
    {
        return tr("Compares with the anchor only, which takes seconds, and replays nothing. Goes with --anchor.");
    }
    static QString withoutAnchor() { return tr("--anchor-only goes with --anchor."); }
    static QString comparing() { return tr("Comparing with the anchor"); }
    static QString held(const Anchor &anchor)
    {
        return tr("Anchor %1 of %2 holds: %n case(s) (drafts apart) and what was done to payments are as they were.",
                  nullptr, int(anchor.cases))
            .arg(QString::number(anchor.number), dayOf(anchor));
    }
    static QString broken(const Anchor &anchor)
    {
        return tr("Since anchor %1 of %2 the past was changed:").arg(QString::number(anchor.number), dayOf(anchor));
    }
    static QString late(const Anchor &anchor)
    {
        return tr("Acts older than anchor %1 of %2 that came only after it, from a transaction somebody left open or "
                  "from "
                  "whoever wrote them into the past; ask those who acted:")
            .arg(QString::number(anchor.number), dayOf(anchor));
    }
    static QString digest() { return tr("The digest of the anchor, to be compared with what was written down:"); }
    static QString among(qint64 first, qint64 last)
    {
        return tr("the list of heads was changed with them; which of the cases id %1 to %2 it is, a backup tells")
            .arg(first)
            .arg(last);
    }
    static QString paid(AnchorBreach::Kind kind, const Anchor &anchor)
    {
        return kind == AnchorBreach::Kind::Shortened
            ? tr("payments: what was done last is gone; there were %n act(s)", nullptr, int(anchor.payments))
            : tr("payments: what was done is another thing than it was");
    }
    static QString progress() { return tr("Verifying"); }
    static QString sound(int cases)
    {
        return tr("%n case(s) verified, drafts among them: all of them sound.", nullptr, cases);
    }
    static QString damaged(int cases, int damagedCases)
    {
        return tr("%n case(s) verified, drafts among them: %1 of them damaged:", nullptr, cases).arg(damagedCases);
    }
    static QString payments(int faults) { return tr("%n payment(s) are not what was done:", nullptr, faults); }
    static QString meetings(int faults)
    {
        return tr("%n thing(s) of meetings are not what was done:", nullptr, faults);
    }
    static QString partial(const QString &name)
    {
        return tr("Only what %1 may read was verified; the owner of the database verifies everything.").arg(name);
    }

private:
    static QString dayOf(const Anchor &anchor) { return adminTime(anchor.at); }
};

struct DamagedCase {
    CaseId id;
    QString number;
    std::vector<Damage> damage;
};

struct Verdict {
    int cases = 0;
    std::vector<DamagedCase> damaged;
    QStringList payments; ///< what is wrong with them
    QStringList meetings; ///< the same
    QString reader;       ///< who it was that read, where that is not the owner
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
    Verification(Store &store, DatabaseUrl url, Console &console, const QDate &today)
        : m_store(store), m_url(std::move(url)), m_console(console), m_today(today)
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
        if (const Result<> read = readPayments(); !read)
            return read.failure();
        if (const Result<> read = readMeetings(); !read)
            return read.failure();
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
    /// Payments are for those who may read them all: the owner, auditors, the accounting section.
    Result<> readPayments()
    {
        const auto record = m_store.payments().paymentRecord();
        if (!record)
            return record.error().code == ErrorCode::AccessDenied ? Result<>() : Result<>(record.failure());
        m_readsPayments = true;
        m_verdict.payments = paymentFaults(*record);
        for (const PaymentBatch &batch : record->batches) {
            for (const PaymentLine &line : batch.lines) {
                m_payments.emplace(line.id, line);
                if (batch.state == BatchState::Paid)
                    m_paid.insert(line.id);
            }
        }
        return {};
    }
    /// Only the owner reads all of them.
    Result<> readMeetings()
    {
        if (!m_verdict.reader.isEmpty())
            return {};
        const auto database = Database::open(m_url);
        const auto ids = database ? readMeetingIds(**database) : Result<std::vector<MeetingId>>(database.failure());
        if (!ids)
            return ids.failure();
        for (const MeetingId id : *ids) {
            const auto record = m_store.meetings().meeting(id);
            const auto tables = readMeetingTables(**database, id);
            if ((!record && record.error().code != ErrorCode::NotFound) || !tables)
                return tables ? record.failure() : tables.failure();
            const auto acts = record ? record->acts : std::vector<MeetingAct>();
            QStringList faults = meetingFaults(id, acts, *tables);
            addUnknownOwners(acts, faults);
            if (const Result<> read = readFiles(acts, faults); !read)
                return read;
            for (const QString &fault : faults)
                m_verdict.meetings.append(u"%1 (id %2): %3"_s.arg(tables->title, QString::number(id.value()), fault));
        }
        return {};
    }
    /// Whoever has something to do was on the staff when it was given to them; later it is changed or dropped though they left.
    void addUnknownOwners(const std::vector<MeetingAct> &acts, QStringList &faults)
    {
        std::map<int, StaffId> owners;
        for (const MeetingAct &act : acts) {
            const auto change = changeOf(act.kind, act.body);
            const auto *assigned = change ? std::get_if<AssignAction>(&*change) : nullptr;
            const auto before = assigned ? owners.find(assigned->action) : owners.end();
            const bool isGiven =
                assigned && !assigned->text.isEmpty() && (before == owners.end() || before->second != assigned->owner);
            if (isGiven)
                owners.insert_or_assign(assigned->action, assigned->owner);
            const auto office =
                isGiven ? m_offices.at(act.at.day(), m_configuration.office.revision) : std::shared_ptr<const Office>();
            if (office && !office->staff(assigned->owner))
                faults.append(u"act %1: nobody has to do it"_s.arg(act.seq));
        }
    }
    /// Every paper of a meeting is still what was put in place.
    Result<> readFiles(const std::vector<MeetingAct> &acts, QStringList &faults)
    {
        for (const MeetingAct &act : acts) {
            const auto change = changeOf(act.kind, act.body);
            const auto *put = change ? std::get_if<PutPaper>(&*change) : nullptr;
            for (int no = 0; put && no < int(put->file.chunks.size()); ++no) {
                const auto chunk = m_store.blobs().chunk(put->file.sha256, no);
                if (!chunk && !isOfTheRecord(chunk.error()) && chunk.error().code != ErrorCode::NotFound)
                    return chunk.failure();
                if (!chunk || sha256Hex(*chunk) != put->file.chunks[size_t(no)]) {
                    faults.append(u"act %1: the file %2 is not what was put there"_s.arg(act.seq).arg(put->file.name));
                    break;
                }
            }
        }
        return {};
    }
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
        for (const QString &fault : referenceFaults(*record, m_configuration.office, m_lookup))
            verified.damage.push_back({Damage::Kind::Reference, fault});
        if (!verified.sound())
            m_verdict.damaged.push_back({id, record->number, std::move(verified.damage)});
        const auto [first, last] = m_payments.equal_range(id);
        for (auto payment = first; payment != last; ++payment) {
            if (const QString fault = paymentFault(payment->second, *record); !fault.isEmpty())
                m_verdict.payments.append(fault);
        }
        return {};
    }

    /// Many cases rest on one: each is read once.
    Result<Referred> referred(CaseId id)
    {
        if (const auto known = m_referred.constFind(id); known != m_referred.constEnd())
            return *known;
        const auto record = m_store.cases().load(id);
        const bool gone = !record && record.error().code == ErrorCode::NotFound && m_verdict.reader.isEmpty();
        if (!record && !gone)
            return record.failure(); // not the reader's to read, or told where it is checked itself
        return *m_referred.insert(id, gone ? Referred{} : referredOf(*record));
    }
    std::optional<bool> wasPaid(CaseId id) const
    {
        return m_readsPayments ? std::optional(m_paid.contains(id)) : std::nullopt;
    }

    Store &m_store;
    const DatabaseUrl m_url; ///< the same database, for what no desk asks of it
    Console &m_console;
    const QDate m_today;
    Configuration m_configuration;
    OfficeSnapshots m_offices{m_configuration.office};
    const std::unique_ptr<FormCatalog> m_catalog = makeCatalog();
    std::multimap<CaseId, PaymentLine> m_payments;
    bool m_readsPayments = false;
    QSet<CaseId> m_paid;                ///< whatever came back later
    QHash<CaseId, Referred> m_referred; ///< by what rests on them
    const ReferenceLookup m_lookup{[this](CaseId id) { return referred(id); },
                                   [this](CaseId id) { return wasPaid(id); }};
    Verdict m_verdict;
};

QJsonObject toJson(const DamagedCase &damaged)
{
    QJsonArray all;
    for (const Damage &damage : damaged.damage)
        all.append(QJsonObject{{u"kind"_s, toCode(damage.kind)}, {u"detail"_s, damage.detail}});
    return {{u"id"_s, damaged.id.value()}, {u"number"_s, damaged.number}, {u"damage"_s, all}};
}

/// What an anchor that was kept elsewhere says of the database.
struct AnchorVerdict {
    Anchor anchor;
    AnchorFindings findings;
};

QJsonObject toJson(const AnchorVerdict &verdict)
{
    QJsonArray breaches;
    for (const AnchorBreach &breach : verdict.findings.breaches)
        breaches.append(QJsonObject{{u"id"_s, breach.id.value()},
                                    {u"last"_s, breach.last.value()},
                                    {u"number"_s, breach.number},
                                    {u"kind"_s, toCode(breach.kind)}});
    QJsonArray late;
    for (const AnchorFindings::Late &one : verdict.findings.late)
        late.append(QJsonObject{{u"id"_s, one.id.value()}, {u"number"_s, one.number}});
    const auto payments = verdict.findings.payments;
    return {{u"number"_s, verdict.anchor.number},
            {u"digest"_s, QString::fromLatin1(verdict.anchor.digest())},
            {u"cases"_s, verdict.anchor.cases},
            {u"breaches"_s, breaches},
            {u"payments"_s, payments ? QJsonValue(toCode(*payments)) : QJsonValue()},
            {u"late"_s, late}};
}

/// How people are told of a case: its number, where that is still known, and its id.
QString named(const QString &number, CaseId id)
{
    return u"  %1 (id %2)"_s.arg(number.isEmpty() ? u"?"_s : number, QString::number(id.value()));
}

void say(Console &console, const Verdict &verdict)
{
    if (verdict.damaged.empty())
        console.say(VerifyText::sound(verdict.cases));
    else
        console.say(VerifyText::damaged(verdict.cases, int(verdict.damaged.size())));
    for (const DamagedCase &one : verdict.damaged) {
        for (const Damage &damage : one.damage)
            console.say(named(one.number, one.id) + u": "_s + toCode(damage.kind) + u": "_s + damage.detail);
    }
}

void sayFaults(Console &console, QString (*heading)(int), const QStringList &faults)
{
    if (faults.isEmpty())
        return;
    console.say(heading(int(faults.size())));
    for (const QString &fault : faults)
        console.say(u"  "_s + fault);
}

void say(Console &console, const AnchorVerdict &verdict)
{
    const auto &[breaches, late, payments] = verdict.findings;
    console.say(verdict.findings.hold() ? VerifyText::held(verdict.anchor) : VerifyText::broken(verdict.anchor));
    for (const AnchorBreach &breach : breaches) {
        if (breach.kind == AnchorBreach::Kind::Heads)
            console.say(u"  "_s + VerifyText::among(breach.id.value(), breach.last.value()));
        else
            console.say(named(breach.number, breach.id) + u": "_s + toCode(breach.kind));
    }
    if (payments)
        console.say(u"  "_s + VerifyText::paid(*payments, verdict.anchor));
    if (!late.empty())
        console.say(VerifyText::late(verdict.anchor));
    for (const AnchorFindings::Late &one : late)
        console.say(named(one.number, one.id));
    console.say(VerifyText::digest());
    for (const QString &line : spelledOut(verdict.anchor.digest()))
        console.say(u"  "_s + line);
}

int faultsIn(const Verdict &verdict)
{
    return int(verdict.damaged.size() + verdict.payments.size() + verdict.meetings.size());
}

/// For whoever watches over the database (health). What was found out counts, also where it cannot be written down.
void noteVerification(const DatabaseUrl &url, const Verdict &verdict, const Clock &clock)
{
    if (auto database = Database::open(url))
        (void)recordUpkeep(**database, Upkeep::Verification, faultsIn(verdict), clock.now());
}

Result<Anchor> anchorAt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    return anchorFromFile(file.readAll());
}

void sayAll(Console &console, const Verdict &verdict)
{
    say(console, verdict);
    sayFaults(console, VerifyText::payments, verdict.payments);
    sayFaults(console, VerifyText::meetings, verdict.meetings);
}

} // namespace

Result<VerifiedOffice> verifyOffice(const DatabaseUrl &url, Console &console, const Clock &clock, bool quietly)
{
    const auto store = openStore(url, std::nullopt, clock);
    if (!store)
        return store.failure();
    const auto verdict = Verification(**store, url, console, clock.now().day()).run();
    console.endProgress();
    if (!verdict)
        return verdict.failure();
    if (!quietly)
        sayAll(console, *verdict);
    noteVerification(url, *verdict, clock);
    return VerifiedOffice{verdict->cases, faultsIn(*verdict)};
}

Exit runVerify(const QStringList &given, Console &console, const Clock &clock)
{
    Arguments arguments(console, u"verify"_s, VerifyText::description());
    arguments.add({u"anchor"_s, VerifyText::anchor(), u"FILE"_s});
    arguments.add({u"anchor-only"_s, VerifyText::anchorOnly()});
    if (const auto over = arguments.read(given))
        return *over;
    std::optional<AnchorVerdict> anchored;
    if (arguments.has(u"anchor"_s)) {
        auto anchor = anchorAt(arguments.value(u"anchor"_s));
        if (!anchor)
            return arguments.unusable(VerifyText::unreadable(arguments.value(u"anchor"_s)), anchor.error());
        anchored = AnchorVerdict{std::move(anchor).value(), {}};
    }
    if (arguments.has(u"anchor-only"_s) && !anchored)
        return arguments.misused(VerifyText::withoutAnchor());
    QElapsedTimer timer;
    timer.start();
    const auto store =
        arguments.withPassword([&](const DatabaseUrl &url) { return openStore(url, std::nullopt, clock); });
    if (!store)
        return arguments.failed(store.error());
    std::optional<Verdict> verdict;
    if (!arguments.has(u"anchor-only"_s)) {
        auto replayed = Verification(**store, arguments.database(), console, clock.now().day()).run();
        console.endProgress();
        if (!replayed)
            return arguments.failed(replayed.error());
        verdict = std::move(replayed).value();
    }
    if (anchored) {
        auto database = Database::open(arguments.database());
        if (!database)
            return arguments.failed(database.error());
        auto findings = checkAnchor(**database, anchored->anchor, [&console](int done, int all) {
            console.progress(VerifyText::comparing(), done, all);
        });
        console.endProgress();
        if (!findings)
            return arguments.failed(findings.error());
        anchored->findings = std::move(findings).value();
    }

    if (arguments.json()) {
        QJsonObject told{{u"database"_s, arguments.database().display()}, {u"milliseconds"_s, timer.elapsed()}};
        if (verdict) {
            QJsonArray damaged;
            for (const DamagedCase &one : verdict->damaged)
                damaged.append(toJson(one));
            told.insert(u"cases"_s, verdict->cases);
            told.insert(u"complete"_s, verdict->reader.isEmpty());
            told.insert(u"damaged"_s, damaged);
            told.insert(u"payments"_s, QJsonArray::fromStringList(verdict->payments));
            told.insert(u"meetings"_s, QJsonArray::fromStringList(verdict->meetings));
        }
        if (anchored)
            told.insert(u"anchor"_s, toJson(*anchored));
        console.sayJson(told);
    } else {
        if (verdict)
            sayAll(console, *verdict);
        if (anchored)
            say(console, *anchored);
    }
    if (verdict && !verdict->reader.isEmpty())
        console.complain(VerifyText::partial(verdict->reader));
    else if (verdict)
        noteVerification(arguments.database(), *verdict, clock);
    const bool sound = (!verdict || faultsIn(*verdict) == 0) && (!anchored || anchored->findings.hold());
    return sound ? Exit::Fine : Exit::Damaged;
}

} // namespace kessai
