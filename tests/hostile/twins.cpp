// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/twins.h"

#include "core/store/casequeries.h"
#include "core/store/migrator.h"
#include "core/store/officequeries.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <gtest/gtest.h>

namespace kessai::test {

Twins::Twins() : m_scratch(QStringLiteral("twins"), found)
{
    if (!m_scratch.ok()) {
        m_problem = m_scratch.error();
        return;
    }
    auto local = Database::open(DatabaseUrl::sqlite(m_folder.filePath(QStringLiteral("office.db"))),
                                {.purpose = OpenOptions::Purpose::Build, .fileSystemOf = {}});
    auto owner = Database::open(superuserUrl(m_scratch.name()));
    if (!local || !owner) {
        m_problem = local ? owner.error().detail : local.error().detail;
        return;
    }
    m_local = std::move(local).value();
    m_owner = std::move(owner).value();
    if (const auto migrated = Migrator(*m_local).migrate(m_clock); !migrated)
        m_problem = migrated.error().detail;
    else if (const Result<> written = writeOffice(*m_local, sceneOffice().founding(), m_clock.now()); !written)
        m_problem = written.error().detail;
    m_notary = std::make_unique<LocalNotary>(*m_local, m_clock, StaffId(1));
}

Result<> Twins::found(const QString &database)
{
    return foundServerOffice(database, sceneOffice().founding(), SystemClock());
}

RemoteNotary &Twins::remoteOf(const QString &login)
{
    auto &seat = m_remotes[login];
    if (!seat.first) {
        auto opened = Database::open(staffUrl(m_scratch.name(), login));
        if (!opened)
            ADD_FAILURE() << qPrintable(login) << ": " << qPrintable(opened.error().detail);
        seat.first = std::move(opened).value();
        seat.second = std::make_unique<RemoteNotary>(*seat.first);
    }
    return *seat.second;
}

LocalNotary &Twins::localOf(const QString &login)
{
    m_notary->actAs(sceneOffice().staffId(login));
    return *m_notary;
}

void Twins::sendAway(const std::vector<Absence> &away)
{
    QStringList rows;
    m_history.absences.clear();
    m_registered.absences.clear();
    const QDate today = sceneOffice().today;
    const QString administrator = QString::number(sceneOffice().staffId(this->administrator()).value());
    for (Absence absence : away) {
        absence.id = AbsenceId(1'000 + ++m_absences);
        const QDate until = today.addDays(m_absences % 3 == 0 ? kLongAbsence - 1 : kLongAbsence);
        const bool theirs = m_absences % 5 == 0;
        if (theirs)
            m_registered.absences.push_back(absence.id);
        m_history.absences.push_back({absence, today, until});
        rows << QStringLiteral("(%1, %2, %3, '%4', '%5', 0, %6)")
                    .arg(QString::number(absence.id.value()), QString::number(absence.staff.value()),
                         QString::number(int(absence.passOver)), today.toString(Qt::ISODate),
                         until.toString(Qt::ISODate), theirs ? administrator : QStringLiteral("NULL"));
    }
    m_office = m_history.at(sceneOffice().today, m_history.revision);
    for (Database *database : {m_local.get(), m_owner.get()}) {
        EXPECT_TRUE(database->execute(QStringLiteral("DELETE FROM absence")));
        if (!rows.isEmpty()) {
            EXPECT_TRUE(database->execute(
                QStringLiteral(
                    "INSERT INTO absence (absence_id, staff_id, pass_over, valid_from, valid_until, made_at, "
                    "made_by) VALUES ")
                + rows.join(QLatin1String(", "))));
        }
    }
}

std::shared_ptr<const Office> Twins::officeToReaddress(int filedIn) const
{
    OwnRegistrations own = m_registered;
    std::copy_if(m_changes.begin(), m_changes.end(), std::back_inserter(own.changes),
                 [filedIn](int revision) { return revision > filedIn; });
    return kessai::officeToReaddress(m_history, own, sceneOffice().staffId(administrator()), sceneOffice().today,
                                     kLongAbsence);
}

std::shared_ptr<const Office> Twins::officeAsItIs() const
{
    return kessai::officeToReaddress(m_history, {.absences = m_registered.absences},
                                     sceneOffice().staffId(administrator()), sceneOffice().today, kLongAbsence);
}

namespace {

/// Takes rows away in a revision, or gives those back that were taken: in a history, and what does the same in a database.
template <class T, class Is>
void takeAway(std::vector<Dated<T>> &rows, int revision, Is is)
{
    for (Dated<T> &row : rows) {
        if (row.removedIn == 0 && is(row.value))
            row.removedIn = revision;
    }
}

template <class T>
void giveBack(std::vector<Dated<T>> &rows, int revision)
{
    std::vector<Dated<T>> given;
    for (Dated<T> &row : rows) {
        if (row.removedIn == 0 && row.addedIn > 1)
            row.removedIn = revision;
        if (row.removedIn != 0 && row.addedIn == 1) {
            given.push_back(row);
            given.back().addedIn = revision;
            given.back().removedIn = 0;
        }
    }
    rows.insert(rows.end(), given.begin(), given.end());
}

} // namespace

void Twins::changeOffice(Change change, int which, bool theirs)
{
    const SmallOffice &small = sceneOffice().small;
    const int revision = ++m_history.revision;
    const bool lately = which % 4 != 3;
    const qint64 ago = lately ? 0 : (kLongAbsence * 24LL + 1) * 60 * 60 * 1'000'000;
    const Instant madeAt(m_clock.now().microseconds() - ago);
    QStringList statements{
        QStringLiteral("INSERT INTO office_revision (revision, made_at, made_by, reason) VALUES (%1, %2, '%3', 'x')")
            .arg(QString::number(revision), QString::number(madeAt.microseconds()),
                 theirs ? administrator() : QStringLiteral("hosaka"))};
    if (theirs && lately)
        m_changes.push_back(revision);
    if (theirs && change != Change::ChairEmptied)
        m_registered.revisions.push_back(revision);
    switch (change) {
    case Change::ListEmptied: {
        const PostId decider = which % 2 == 0 ? small.director : small.viceMayor;
        takeAway(m_history.standIns, revision, [&](const StandIn &row) { return row.decider == decider; });
        statements << QStringLiteral("UPDATE stand_in SET removed_in = %1 WHERE removed_in IS NULL AND decider_id = %2")
                          .arg(revision)
                          .arg(decider.value());
        break;
    }
    case Change::ChairEmptied: {
        const std::vector<PostId> chairs{small.chief, small.manager, small.director, small.viceMayor,
                                         small.financeManager};
        const PostId chair = chairs[size_t(which) % chairs.size()];
        takeAway(m_history.appointments, revision, [&](const Appointment &row) { return row.post == chair; });
        statements << QStringLiteral("UPDATE appointment SET removed_in = %1 WHERE removed_in IS NULL AND post_id = %2")
                          .arg(revision)
                          .arg(chair.value());
        break;
    }
    case Change::GivenBack:
        for (const char *table : {"stand_in", "appointment"}) {
            const bool list = qstrcmp(table, "stand_in") == 0;
            statements << QStringLiteral("UPDATE %1 SET removed_in = %2 WHERE removed_in IS NULL AND added_in > 1")
                              .arg(QLatin1String(table))
                              .arg(revision)
                       << QStringLiteral(
                              "INSERT INTO %1 (%2, valid_from, valid_until, added_in) SELECT %2, valid_from, "
                              "valid_until, %3 FROM %1 WHERE removed_in IS NOT NULL AND added_in = 1")
                              .arg(QLatin1String(table),
                                   list ? QStringLiteral("decider_id, place, post_id, level")
                                        : QStringLiteral("staff_id, post_id, holding"),
                                   QString::number(revision));
        }
        giveBack(m_history.standIns, revision);
        giveBack(m_history.appointments, revision);
        break;
    }
    m_office = m_history.at(sceneOffice().today, revision);
    for (Database *database : {m_local.get(), m_owner.get()}) {
        for (const QString &statement : statements)
            EXPECT_TRUE(database->execute(statement));
    }
}

Content Twins::contentOf(const QJsonObject &fields)
{
    Content content{QStringLiteral("draft"), 1, fields, {}};
    // Some confide a reason, the length of the title telling which.
    const qsizetype length = fields.value(QLatin1String("subject")).toString().size();
    if (length % 3 == 0) {
        content.confidential = Confidential{QByteArray(64, 'c'), {{QStringLiteral("reason"), QString::number(length)}}};
        content.confidentialDigest = content.confidential->digest();
    }
    return content;
}

namespace {

DraftSave saving(const QJsonObject &fields)
{
    DraftSave save;
    save.content = Twins::contentOf(fields);
    save.title = fields.value(QLatin1String("subject")).toString();
    return save;
}

} // namespace

void Twins::correct(const QString &login, const Case &model, const QJsonObject &fields)
{
    DraftSave save = saving(fields);
    save.id = model.id;
    save.revision = model.revision + 1;
    EXPECT_TRUE(remoteOf(login).saveDraft(save));
    EXPECT_TRUE(localOf(login).saveDraft(save));
}

CaseId Twins::draft(const QString &login, const QJsonObject &fields)
{
    const DraftSave save = saving(fields);
    const auto remote = remoteOf(login).saveDraft(save);
    EXPECT_TRUE(remote) << qPrintable(remote ? QString() : remote.error().detail);
    if (!remote)
        return CaseId(0);
    const auto record = readCase(ownerReader(), *remote);
    EXPECT_TRUE(record);
    m_clock.set(record->createdAt);
    const auto local = localOf(login).saveDraft(save);
    EXPECT_TRUE(local);
    EXPECT_EQ(*local, *remote);
    return *remote;
}

std::optional<Event> Twins::send(const QString &login, const AppendRequest &request)
{
    const auto remote = remoteOf(login).append(request);
    if (remote)
        m_clock.set(remote->at);
    const auto local = localOf(login).append(request);
    const auto said = [](const Result<Event> &result) {
        return result ? std::string("recorded")
                      : toCode(result.error().code).toStdString() + " " + result.error().detail.toStdString()
                + (result.error().refusal ? " " + toCode(*result.error().refusal).toStdString() : "");
    };
    m_answers = "here: " + said(local) + "; there: " + said(remote);
    EXPECT_EQ(local.ok(), remote.ok()) << m_answers << "; " << canonicalJson(toJson(request.event.body)).toStdString()
                                       << " effects " << ::testing::PrintToString(request.event.effects) << " by "
                                       << ::testing::PrintToString(request.event.capacity);
    if (!local || !remote)
        return std::nullopt;
    EXPECT_EQ(*local, *remote);
    return *remote;
}

CaseRecord Twins::record(CaseId id)
{
    const auto record = readCase(ownerReader(), id);
    EXPECT_TRUE(record);
    return *record;
}

void Twins::expectSame(CaseId id, const Case &model)
{
    const auto local = readCase(localReader(), id);
    const auto remote = readCase(ownerReader(), id);
    ASSERT_TRUE(local && remote);
    EXPECT_EQ(*local, *remote);
    EXPECT_EQ(remote->projection, projectionOf(model)) << qPrintable(remote->projection.fault);
    auto replayed = replay(id, model.drafter, remote->history);
    ASSERT_TRUE(replayed) << qPrintable(replayed.error().detail);
    replayed->matter = model.matter; // no part of the history
    EXPECT_EQ(*replayed, model);
}

void Twins::expectSameLists()
{
    ListQuery all;
    all.kind = ListKind::All;
    const auto local = readList(localReader(), all);
    const auto remote = readList(ownerReader(), all);
    ASSERT_TRUE(local && remote);
    EXPECT_EQ(local->rows, remote->rows);
}

int Twins::expectSameStranded()
{
    const auto local = readStranded(localReader());
    const auto remote = PostgresServer::instance().rows(
        m_scratch.name(), QStringLiteral("SELECT case_id, party FROM kessai.stranded_steps() ORDER BY 1, 2"));
    const auto all = PostgresServer::instance().rows(
        m_scratch.name(),
        QStringLiteral("SELECT case_id, party FROM (SELECT a.case_id, a.party FROM kessai.assignment a"
                       " JOIN kessai.case_file c ON c.case_id = a.case_id AND c.round = a.round"
                       " JOIN kessai.step s ON s.case_id = a.case_id AND s.round = a.round AND s.step_no = a.step_no"
                       " WHERE a.state = 1 AND s.kind <> 4 AND NOT kessai.is_attended(a.party, s.kind, c, "
                       "kessai.lineup_of(c), NULL, kessai.today())"
                       " ORDER BY a.arrived_at, a.case_id, a.step_no, a.no LIMIT 1000) x ORDER BY 1, 2"));
    EXPECT_TRUE(local && remote && all);
    if (!local || !remote || !all)
        return 0;
    EXPECT_EQ(*remote, *all) << "the short cut";
    QList<QStringList> here;
    for (const StrandedStep &step : *local)
        here.append(QStringList{QString::number(step.id.value()), QString::number(toParty(step.who))});
    std::sort(here.begin(), here.end(), [](const QStringList &one, const QStringList &other) {
        return std::pair(one[0].toLongLong(), one[1].toLongLong())
            < std::pair(other[0].toLongLong(), other[1].toLongLong());
    });
    EXPECT_EQ(here, *remote);
    return int(remote->size());
}

} // namespace kessai::test
