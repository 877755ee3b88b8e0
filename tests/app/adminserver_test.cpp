// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sample office on a throw-away PostgreSQL server: everybody signs in under a role of their own and sees what is theirs.
#include "core/ports/officeacts.h"
#include "core/services/desk.h"
#include "core/store/database.h"
#include "core/store/openstore.h"
#include "forms/catalog.h"
#include "tests/app/adminrun.h"
#include "tests/support/postgresserver.h"
#include "tests/support/rewriting.h"

#include <QFile>
#include <QJsonArray>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QThread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace kessai::test {

namespace {

using ::testing::HasSubstr;

const QString kDatabase = QStringLiteral("mihon");
const QString kPassword = QStringLiteral("mihon-no-password-1");

class AdminServer : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_made = {};
        if (PostgresServer::instance().running()) {
            s_made = runAdmin({QStringLiteral("create"), PostgresServer::instance().ownerUrl(kDatabase),
                               QStringLiteral("--sample"), QStringLiteral("--sample-password"), kPassword,
                               QStringLiteral("--json")});
        }
    }
    void SetUp() override
    {
        ASSERT_TRUE(PostgresServer::instance().running()) << PostgresServer::instance().error().toStdString();
        ASSERT_EQ(s_made.exit, 0) << s_made.err.toStdString();
    }

    /// The login of one of those worth signing in as, by what they are.
    static QString loginOf(const QString &title)
    {
        for (const auto &value : s_made.json().value(QLatin1String("signIns")).toArray()) {
            const QJsonObject hint = value.toObject();
            if (QString(hint.value(QLatin1String("section")).toString() + hint.value(QLatin1String("title")).toString())
                == title)
                return hint.value(QLatin1String("login")).toString();
        }
        ADD_FAILURE() << title.toStdString() << " is nobody to sign in as";
        return {};
    }
    Result<std::unique_ptr<Store>> storeOf(const QString &login, const QString &password = kPassword)
    {
        const auto url = DatabaseUrl::parse(PostgresServer::instance().url(kDatabase, login));
        return url ? openStore(url->withCredentials(login, password), std::nullopt, m_clock)
                   : Result<std::unique_ptr<Store>>(url.failure());
    }
    static qint64 countOf(const char *condition)
    {
        const auto rows = PostgresServer::instance().rows(
            kDatabase, QStringLiteral("SELECT count(*) FROM kessai.case_file WHERE ") + QLatin1String(condition));
        return rows ? rows->front().front().toLongLong() : -1;
    }
    static AdminRun verifyAs(const QString &login, const QString &password)
    {
        return runAdmin(
            {QStringLiteral("verify"), PostgresServer::instance().url(kDatabase, login), QStringLiteral("--json")},
            {{QStringLiteral("PGPASSWORD"), password}});
    }

    SystemClock m_clock;
    static AdminRun s_made;
};

AdminRun AdminServer::s_made;

const QString kClerk = QStringLiteral("総務課 庶務係主事");
const QString kUnitHead = QStringLiteral("総務課 庶務係係長");

} // namespace

TEST_F(AdminServer, MakesTheSampleWhichProvesItself)
{
    const AdminRun run = verifyAs(PostgresServer::superuser(), {});

    EXPECT_EQ(run.exit, 0) << run.out.toStdString() << run.err.toStdString();
    EXPECT_EQ(run.json().value(QLatin1String("cases")), s_made.json().value(QLatin1String("cases")));
    EXPECT_TRUE(run.json().value(QLatin1String("complete")).toBool());
    EXPECT_EQ(countOf("true"), s_made.json().value(QLatin1String("cases")).toInt());
}

TEST_F(AdminServer, RefusesToMakeItAgain)
{
    const qint64 before = countOf("true");

    const AdminRun run = runAdmin(
        {QStringLiteral("create"), PostgresServer::instance().ownerUrl(kDatabase), QStringLiteral("--sample")});

    EXPECT_EQ(run.exit, 4) << run.err.toStdString();
    EXPECT_EQ(countOf("true"), before);
}

TEST_F(AdminServer, IsBackedUpWhilePeopleWorkAndRestoredUnderAnotherName)
{
    QTemporaryDir directory;
    const QString folder = directory.filePath(QStringLiteral("kept"));
    const QString again = PostgresServer::instance().ownerUrl(QStringLiteral("mihon_again"));

    // Given a backup that somebody goes on drafting beside
    std::atomic_bool over = false;
    std::thread clerk([&] {
        auto store = storeOf(loginOf(kClerk));
        ASSERT_TRUE(store);
        while (!over) {
            const Content content{.form = QStringLiteral("draft"), .formRevision = 1, .fields = {}, .attachments = {}};
            EXPECT_TRUE((*store)->cases().saveDraft({.content = content, .title = QStringLiteral("下書き")}));
            QThread::msleep(20);
        }
    });
    const AdminRun made = runAdmin({QStringLiteral("backup"), PostgresServer::instance().ownerUrl(kDatabase),
                                    QStringLiteral("--out"), folder, QStringLiteral("--json")});
    over = true;
    clerk.join();
    ASSERT_EQ(made.exit, 0) << made.err.toStdString();

    // When it is restored beside the office it was made of
    const AdminRun restored =
        runAdmin({QStringLiteral("restore"), again, QStringLiteral("--from"), folder, QStringLiteral("--passwords"),
                  directory.filePath(QStringLiteral("passwords.csv")), QStringLiteral("--json")});
    ASSERT_EQ(restored.exit, 0) << restored.err.toStdString();
    EXPECT_EQ(restored.json().value(QLatin1String("newLogins")).toInt(), 0) << "the server knows everybody already";

    // Then it proves itself, everybody sees in it what they saw, and the next act goes on from there
    const AdminRun verified = runAdmin({QStringLiteral("verify"), again, QStringLiteral("--anchor"),
                                        folder + QStringLiteral("/anchor.json"), QStringLiteral("--json")});
    EXPECT_EQ(verified.exit, 0) << verified.out.toStdString();
    EXPECT_GE(verified.json().value(QLatin1String("cases")).toInt(), made.json().value(QLatin1String("cases")).toInt());
    const QString login = loginOf(kUnitHead);
    const auto url = DatabaseUrl::parse(PostgresServer::instance().url(QStringLiteral("mihon_again"), login));
    auto there = openStore(url->withCredentials(login, kPassword), std::nullopt, m_clock);
    auto here = storeOf(login);
    ASSERT_TRUE(there && here);
    const auto pulse = (*there)->cases().pulse();
    ASSERT_TRUE(pulse);
    EXPECT_EQ(pulse->waiting, (*here)->cases().pulse()->waiting);
    EXPECT_GT(pulse->waiting, 0);
    const auto catalog = makeCatalog();
    Desk desk(std::move(*there), *catalog, m_clock);
    ASSERT_TRUE(desk.start());
    const auto tray = desk.list({.kind = ListKind::Tray});
    ASSERT_TRUE(tray);
    const CaseRow &first = tray->rows.front();
    EXPECT_TRUE(desk.act(first.id, first.seq, QStringLiteral("after-restoring"), Comment{QStringLiteral("確認中")}));
}

/// Whoever begins on a prepared day has a login before it; asking again makes nobody twice.
TEST_F(AdminServer, GivesLoginsToThoseWhoAreToCome)
{
    // Given a change that brings somebody on a day ahead
    PostgresServer &server = PostgresServer::instance();
    const auto prepared = server.rows(
        kDatabase,
        QStringLiteral(
            "INSERT INTO kessai.reorganisation (revision, valid_from, body, reason, made_by, made_at)"
            " SELECT max(revision), '2099-04-01', '{\"put\":{\"staff\":[{\"login\":\"s99001\"}]}}', 'x', 'x', 0"
            " FROM kessai.office_revision RETURNING revision"));
    ASSERT_TRUE(prepared);

    // When logins are given twice
    QTemporaryDir directory;
    const QString list = directory.filePath(QStringLiteral("passwords.csv"));
    const AdminRun first = runAdmin({QStringLiteral("logins"), server.ownerUrl(kDatabase),
                                     QStringLiteral("--passwords"), list, QStringLiteral("--json")});
    const AdminRun second = runAdmin({QStringLiteral("logins"), server.ownerUrl(kDatabase), QStringLiteral("--json")});
    ASSERT_TRUE(server.rows(
        kDatabase,
        QStringLiteral("DELETE FROM kessai.reorganisation WHERE valid_from = '2099-04-01' RETURNING revision")));

    // Then there is one new role, its password is written down, and everybody else keeps theirs
    ASSERT_EQ(first.exit, 0) << first.err.toStdString();
    ASSERT_EQ(second.exit, 0) << second.err.toStdString();
    EXPECT_EQ(first.json().value(QLatin1String("newLogins")).toInt(), 1);
    EXPECT_EQ(second.json().value(QLatin1String("newLogins")).toInt(), 0);
    QFile written(list);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_THAT(QString::fromUtf8(written.readAll()).toStdString(), HasSubstr("s99001,"));
    EXPECT_TRUE(storeOf(loginOf(kClerk)));
}

/// Whoever forgot their password, or is to get in no more, is seen to alone; nobody else's login changes.
TEST_F(AdminServer, ShutsSomebodyOutAndLetsThemInAgain)
{
    PostgresServer &server = PostgresServer::instance();
    QTemporaryDir directory;
    const auto last = server.rows(
        kDatabase,
        QStringLiteral("SELECT login FROM kessai.staff WHERE removed_in IS NULL ORDER BY staff_id DESC LIMIT 1"));
    ASSERT_TRUE(last && !last->isEmpty());
    const QString login = last->front()[0]; // whom no other test needs
    const auto run = [&](const QStringList &more) {
        return runAdmin(QStringList{QStringLiteral("logins"), server.ownerUrl(kDatabase)} + more);
    };
    const auto verifier = [&] {
        const auto rows = server.rows(
            QStringLiteral("postgres"),
            QStringLiteral("SELECT rolcanlogin::integer, rolpassword FROM pg_authid WHERE rolname = '%1'").arg(login));
        return rows && !rows->isEmpty() ? std::pair(rows->front()[0], rows->front()[1])
                                        : std::pair(QString(), QString());
    };
    const QString before = verifier().second;
    const auto restore = qScopeGuard([&] { // for the tests that follow, whatever becomes of this one
        EXPECT_TRUE(server.run(QStringLiteral("postgres"), QStringLiteral("ALTER ROLE \"%1\" LOGIN").arg(login)));
        EXPECT_TRUE(server.run(QStringLiteral("postgres"), QStringLiteral("DROP ROLE IF EXISTS other_office")));
    });

    const auto open = storeOf(login);
    ASSERT_TRUE(open && (*open)->office().configuration());
    // Of another office as well, and with the rights of the staff taken on in a session that goes on.
    ASSERT_TRUE(server.run(QStringLiteral("postgres"), QStringLiteral("CREATE ROLE other_office")));
    ASSERT_TRUE(server.run(QStringLiteral("postgres"), QStringLiteral("GRANT other_office TO \"%1\"").arg(login)));
    const auto group = server.rows(kDatabase, QStringLiteral("SELECT kessai.staff_group()"));
    ASSERT_TRUE(group);
    const auto url = DatabaseUrl::parse(server.url(kDatabase, login));
    ASSERT_TRUE(url);
    const auto held = Database::open(url->withCredentials(login, kPassword));
    ASSERT_TRUE(held);
    ASSERT_TRUE((*held)->execute(QStringLiteral("SET ROLE \"%1\"").arg(group->front()[0])));
    ASSERT_TRUE((*held)->execute(QStringLiteral("SELECT count(*) FROM kessai.case_file")));

    EXPECT_EQ(run({QStringLiteral("--shut-out"), login}).exit, 0);
    EXPECT_FALSE((*open)->office().configuration()) << "nor who is signed in already";
    EXPECT_FALSE((*held)->execute(QStringLiteral("SELECT count(*) FROM kessai.case_file")));
    EXPECT_FALSE(storeOf(login));
    EXPECT_EQ(run({}).exit, 0) << "giving everybody a login lets nobody in who is shut out";
    EXPECT_FALSE(storeOf(login));
    EXPECT_EQ(run({QStringLiteral("--let-in"), login}).exit, 0);
    EXPECT_TRUE(storeOf(login));
    EXPECT_EQ(verifier(), std::pair(QStringLiteral("1"), before));

    const QString list = directory.filePath(QStringLiteral("new.csv"));
    EXPECT_EQ(run({QStringLiteral("--let-in"), login, QStringLiteral("--passwords"), list}).exit, 0);
    EXPECT_NE(verifier().second, before);
    QFile written(list);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_THAT(QString::fromUtf8(written.readAll()).toStdString(),
                HasSubstr(QString(login + QLatin1Char(',')).toStdString()));
    const AdminRun mistyped = runAdmin(
        {QStringLiteral("logins"), server.ownerUrl(kDatabase), QStringLiteral("--shut-out"), QStringLiteral("s1O377")},
        {{QStringLiteral("LANG"), QStringLiteral("ja_JP.UTF-8")}});
    EXPECT_EQ(mistyped.exit, 2);
    EXPECT_EQ(mistyped.err.trimmed(), QStringLiteral("kessai-admin: 「s1O377」でサインインする職員はいません。"));
    EXPECT_NE(run({QStringLiteral("--shut-out"), QString()}).exit, 0) << "of whom nobody knows";
    EXPECT_NE(run({QStringLiteral("--shut-out"), login, QStringLiteral("--let-in"), login}).exit, 0);
}

/// The owner alone gives and takes the rights of administrators, and nobody has to sign in again.
TEST_F(AdminServer, GivesAndTakesTheRightOfAnAdministrator)
{
    const QString login = loginOf(kUnitHead);
    const auto rights = [](const QString &database, const QStringList &more, const QString &password = {}) {
        return runAdmin(QStringList{QStringLiteral("rights"), database} + more,
                        {{QStringLiteral("PGPASSWORD"), password}});
    };
    const QString owner = PostgresServer::instance().ownerUrl(kDatabase);
    const QStringList reason{QStringLiteral("--reason"), QStringLiteral("2人で担当")};
    const QStringList give = QStringList{QStringLiteral("--give"), QStringLiteral("administrator"), login} + reason;
    const QStringList take = QStringList{QStringLiteral("--take"), QStringLiteral("administrator"), login} + reason;
    const auto open = storeOf(login);
    ASSERT_TRUE(open);
    ASSERT_FALSE((*open)->office().acts({}));
    EXPECT_EQ((*open)->office().acts({}).error().code, ErrorCode::AccessDenied);

    EXPECT_EQ(rights(PostgresServer::instance().url(kDatabase, login), give, kPassword).exit, 2) << "not by themselves";
    const AdminRun given = rights(owner, give);
    ASSERT_EQ(given.exit, 0) << given.err.toStdString();
    EXPECT_TRUE((*open)->office().acts({}));
    EXPECT_TRUE((*open)->office().rights()->administrator);
    EXPECT_EQ(rights(PostgresServer::instance().url(kDatabase, login), take, kPassword).exit, 2) << "nor anybody else";
    EXPECT_EQ(rights(owner, take).exit, 0);
    ASSERT_FALSE((*open)->office().acts({}));
    EXPECT_EQ((*open)->office().acts({}).error().code, ErrorCode::AccessDenied);
}

TEST_F(AdminServer, GivesEverybodyALoginAndLeavesNoHalfMadeDatabase)
{
    const auto rows = PostgresServer::instance().rows(
        QStringLiteral("postgres"),
        QStringLiteral("SELECT (SELECT count(*) FROM pg_roles WHERE rolcanlogin AND rolname ~ '^s1[0-9]+$'), "
                       "(SELECT count(*) FROM pg_database WHERE datname LIKE '%creating%')"));

    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->front()[0].toInt(), s_made.json().value(QLatin1String("staff")).toInt());
    EXPECT_EQ(rows->front()[1].toInt(), 0);
}

TEST_F(AdminServer, LetsAClerkSeeTheirOwnAndNothingElse)
{
    const QString login = loginOf(kClerk);
    auto store = storeOf(login);
    ASSERT_TRUE(store) << store.error().detail.toStdString();
    const auto me = (*store)->office().me();
    ASSERT_TRUE(me);
    const auto ids = (*store)->cases().ids(std::nullopt, 100'000);
    ASSERT_TRUE(ids);

    EXPECT_GT(ids->size(), 20U);
    EXPECT_LT(qint64(ids->size()), countOf("true") / 4);
    const auto configuration = (*store)->office().configuration();
    ASSERT_TRUE(configuration);
    const auto office = configuration->office.at(m_clock.now().day(), configuration->office.revision);
    const auto concerns = [&](const Assignee &who) {
        const auto *post = std::get_if<PostId>(&who);
        return post ? office->holds(*me, *post) : std::get<StaffId>(who) == *me;
    };
    for (const CaseId id : *ids) {
        const auto record = (*store)->cases().load(id);
        ASSERT_TRUE(record) << id.value();
        const std::vector<Assignee> &access = record->projection.access;
        EXPECT_TRUE(record->drafter == *me || std::any_of(access.begin(), access.end(), concerns)) << id.value();
    }
    const auto foreign = PostgresServer::instance().rows(
        kDatabase,
        QStringLiteral("SELECT case_id FROM kessai.case_file WHERE drafter_id <> %1 AND state = 0 LIMIT 1")
            .arg(me->value()));
    ASSERT_TRUE(foreign);
    const auto refused = (*store)->cases().load(CaseId(foreign->front().front().toLongLong()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
}

TEST_F(AdminServer, LetsAUnitHeadApproveThroughTheNotary)
{
    auto store = storeOf(loginOf(kUnitHead));
    ASSERT_TRUE(store) << store.error().detail.toStdString();
    const auto catalog = makeCatalog();
    Desk desk(std::move(store).value(), *catalog, m_clock);
    ASSERT_TRUE(desk.start());
    const auto before = desk.pulse();
    ASSERT_TRUE(before);
    EXPECT_NEAR(double(before->waiting), 12, 4);
    ListQuery query;
    const auto tray = desk.list(query);
    ASSERT_TRUE(tray);
    ASSERT_FALSE(tray->rows.empty());
    const CaseRow &row = tray->rows.front();

    const auto event = desk.act(row.id, row.seq, QStringLiteral("a-request-of-this-test"), Approve{});

    ASSERT_TRUE(event) << event.error().detail.toStdString();
    const auto after = desk.pulse();
    ASSERT_TRUE(after);
    EXPECT_EQ(after->waiting, before->waiting - 1);
}

TEST_F(AdminServer, KnowsTheAuditorWhoReadsAllThatWasSubmitted)
{
    auto store = storeOf(loginOf(QStringLiteral("監査課 監査係係長")));
    ASSERT_TRUE(store) << store.error().detail.toStdString();
    const auto ids = (*store)->cases().ids(std::nullopt, 100'000);
    ASSERT_TRUE(ids);

    EXPECT_GE(qint64(ids->size()), countOf("state <> 0"));
    EXPECT_LT(qint64(ids->size()), countOf("true"));
}

TEST_F(AdminServer, SaysWhenVerifySawOnlyAPart)
{
    const AdminRun run = verifyAs(loginOf(kClerk), kPassword);

    EXPECT_EQ(run.exit, 0) << run.err.toStdString();
    EXPECT_FALSE(run.json().value(QLatin1String("complete")).toBool());
    EXPECT_FALSE(run.err.isEmpty());
}

TEST_F(AdminServer, TurnsAWrongPasswordAwayInOneLine)
{
    const AdminRun run = verifyAs(loginOf(kClerk), QStringLiteral("not this one"));

    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.json().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString(),
              QStringLiteral("SignInRejected"));
    EXPECT_EQ(run.err.count(QLatin1Char('\n')), 1) << run.err.toStdString();
    EXPECT_FALSE(run.err.contains(QLatin1String("not this one")));
}

TEST_F(AdminServer, LeavesThePasswordsOfAnotherOfficeAlone)
{
    const QString other = QStringLiteral("mihon_other");

    const AdminRun run = runAdmin({QStringLiteral("create"), PostgresServer::instance().ownerUrl(other),
                                   QStringLiteral("--admin-login"), loginOf(kClerk), QStringLiteral("--json")},
                                  {{QStringLiteral("KESSAI_ADMIN_PASSWORD"), QStringLiteral("taken-over-9")}});

    ASSERT_EQ(run.exit, 0) << run.err.toStdString();
    EXPECT_EQ(run.json().value(QLatin1String("keptLogins")).toArray(), QJsonArray{loginOf(kClerk)});
    EXPECT_FALSE(storeOf(loginOf(kClerk), QStringLiteral("taken-over-9")));
    EXPECT_TRUE(storeOf(loginOf(kClerk)));
    PostgresServer::instance().dropDatabase(other);
}

TEST_F(AdminServer, FindsWhatASuperuserChanged)
{
    const auto victim = PostgresServer::instance().rows(
        kDatabase,
        QStringLiteral("SELECT max(case_id), max(case_id) FROM kessai.case_file WHERE state = 4 AND form = 'leave'"));
    ASSERT_TRUE(victim);
    const QString id = victim->front().front();
    // Put back afterwards, whatever the order of tests.
    const QString set = QStringLiteral("UPDATE kessai.event SET actor_name = %1 WHERE case_id = ") + id
        + QStringLiteral(" AND seq = 1");
    ASSERT_TRUE(PostgresServer::instance().run(kDatabase, set.arg(QStringLiteral("actor_name || 'x'"))));

    const AdminRun run = verifyAs(PostgresServer::superuser(), {});
    ASSERT_TRUE(PostgresServer::instance().run(kDatabase, set.arg(QStringLiteral("left(actor_name, -1)"))));

    EXPECT_EQ(run.exit, 3) << run.err.toStdString();
    const QJsonArray damaged = run.json().value(QLatin1String("damaged")).toArray();
    ASSERT_EQ(damaged.size(), 1);
    EXPECT_EQ(damaged[0].toObject().value(QLatin1String("id")).toInteger(), id.toLongLong());
}

TEST_F(AdminServer, AnchorsNameWhatTheOwnerRewrote)
{
    const QTemporaryDir elsewhere;
    const QString kept = elsewhere.filePath(QStringLiteral("anchor.json"));
    const QString owner = PostgresServer::instance().ownerUrl(kDatabase);
    const AdminRun refused =
        runAdmin({QStringLiteral("anchor"), PostgresServer::instance().url(kDatabase, loginOf(kClerk))},
                 {{QStringLiteral("PGPASSWORD"), kPassword}});
    const AdminRun taken = runAdmin({QStringLiteral("anchor"), owner, QStringLiteral("--out"), kept});

    const CaseId rewritten = rewriteNewest(*DatabaseUrl::parse(owner));
    const AdminRun held =
        runAdmin({QStringLiteral("verify"), owner, QStringLiteral("--anchor"), kept, QStringLiteral("--json")});

    EXPECT_EQ(refused.exit, 2) << "an anchor is not for everybody: " << refused.out.toStdString();
    EXPECT_EQ(taken.exit, 0) << taken.err.toStdString();
    EXPECT_EQ(held.exit, 3) << held.err.toStdString();
    EXPECT_TRUE(held.json().value(QLatin1String("damaged")).toArray().isEmpty()) << "each case proves itself";
    const QJsonArray breaches =
        held.json().value(QLatin1String("anchor")).toObject().value(QLatin1String("breaches")).toArray();
    ASSERT_EQ(breaches.size(), 1);
    EXPECT_EQ(breaches[0].toObject().value(QLatin1String("id")).toInteger(), rewritten.value());
    EXPECT_EQ(breaches[0].toObject().value(QLatin1String("kind")).toString(), QStringLiteral("rewritten"));
}

TEST_F(AdminServer, MigratesAnOfficeThatIsCurrentToItself)
{
    const AdminRun run = runAdmin({QStringLiteral("migrate"), PostgresServer::instance().ownerUrl(kDatabase)});

    EXPECT_EQ(run.exit, 0) << run.err.toStdString();
}

} // namespace kessai::test
