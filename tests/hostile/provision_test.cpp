// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/localnotary.h"
#include "core/store/newdatabase.h"
#include "core/store/openstore.h"
#include "tests/hostile/scene.h"
#include "tests/hostile/session.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

TEST(ScramVerifier, IsTheOneOfTheStandard)
{
    // The example of RFC 7677.
    const auto verifier = scramVerifier(QStringLiteral("pencil"), QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ=="));

    ASSERT_TRUE(verifier);
    EXPECT_EQ(*verifier,
              QStringLiteral("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$"
                             "WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:"
                             "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="));
}

TEST(ScramVerifier, RefusesWhatAKeyboardWouldNotGiveTwice)
{
    const QByteArray salt(16, 's');
    for (const QString &password :
         {QString(), QStringLiteral("tab\there"), QStringLiteral("soft\u00adhyphen"), QStringLiteral("　"),
          QStringLiteral("zero\u200bwidth"), QStringLiteral("שלום"), QString(QChar(0xd800))}) {
        EXPECT_FALSE(scramVerifier(password, salt)) << qPrintable(password);
    }
    // Full-width letters are the same key pressed in another mode.
    EXPECT_EQ(*scramVerifier(QStringLiteral("Ａｂ１"), salt), *scramVerifier(QStringLiteral("Ab1"), salt));
}

class Provision : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(database.ok()) << qPrintable(database.error());
        auto opened = Database::open(superuserUrl(database.name()));
        ASSERT_TRUE(opened);
        owner = std::move(opened).value();
    }
    QString ask(const char *sql)
    {
        const auto rows = PostgresServer::instance().rows(database.name(), QString::fromUtf8(sql));
        EXPECT_TRUE(rows);
        return rows && !rows->isEmpty() ? rows->constFirst().join(QLatin1Char(' ')) : QString();
    }
    bool signsIn(const QString &login, const QString &with)
    {
        return Session(database.name(), login, with).connected();
    }

    SceneDatabase database;
    std::unique_ptr<Database> owner;
    const QString password = QStringLiteral("p'a\"s\\s;--");
};

TEST_F(Provision, MakesALoginWhateverItIsCalled)
{
    const QString odd = QStringLiteral("o'brien\";drop-職員");

    ASSERT_TRUE(provisionLogins(*owner, {{odd, password}}));

    EXPECT_TRUE(signsIn(odd, password));
    EXPECT_FALSE(signsIn(odd, QStringLiteral("p'a")));
    (void)PostgresServer::instance().run(database.name(), QStringLiteral("DROP ROLE \"o'brien\"\";drop-職員\""));
}

TEST_F(Provision, ChangesNothingTheSecondTime)
{
    ASSERT_TRUE(provisionLogins(*owner, {{QStringLiteral("suzuki"), std::nullopt}}));
    const QStringList before = fingerprint(database.name());

    ASSERT_TRUE(
        provisionLogins(*owner, {{QStringLiteral("suzuki"), std::nullopt}, {QStringLiteral("kato"), std::nullopt}}));

    EXPECT_EQ(fingerprint(database.name()), before);
    EXPECT_TRUE(signsIn(QStringLiteral("suzuki"), staffPassword()));
}

TEST_F(Provision, NeverTouchesARoleThatMayDoMore)
{
    ASSERT_TRUE(PostgresServer::instance().run(
        database.name(),
        QStringLiteral(
            "CREATE ROLE chief_dba CREATEROLE LOGIN; CREATE ROLE reader_of_all IN ROLE pg_read_all_data LOGIN")));
    const QString owners = ask("SELECT nspowner::regrole FROM pg_namespace WHERE nspname = 'kessai'");
    const QString group = ask("SELECT kessai.staff_group()");
    const QStringList before = fingerprint(database.name());

    for (const QString &login :
         {QStringLiteral("postgres"), QStringLiteral("chief_dba"), QStringLiteral("reader_of_all"), owners, group}) {
        const Result<> done = provisionLogins(*owner, {{QStringLiteral("newcomer"), password}, {login, password}});
        ASSERT_FALSE(done) << qPrintable(login);
        EXPECT_EQ(done.error().code, ErrorCode::AlreadyExists);
    }
    for (const QString &login : {QString(), QStringLiteral("two words"), QString(64, QLatin1Char('x'))})
        EXPECT_EQ(provisionLogins(*owner, {{login, password}}).error().code, ErrorCode::Invalid);

    EXPECT_EQ(fingerprint(database.name()), before); // not even the newcomer
    (void)PostgresServer::instance().run(database.name(),
                                         QStringLiteral("DROP ROLE chief_dba; DROP ROLE reader_of_all"));
}

TEST_F(Provision, KeepsPasswordsOutOfTheServer)
{
    ASSERT_TRUE(provisionLogins(*owner, {{QStringLiteral("newcomer"), password}}));

    EXPECT_TRUE(ask("SELECT rolpassword FROM pg_authid WHERE rolname = 'newcomer'")
                    .startsWith(QLatin1String("SCRAM-SHA-256$4096:")));
    (void)PostgresServer::instance().run(database.name(), QStringLiteral("DROP ROLE newcomer"));
}

TEST_F(Provision, LeavesOtherOfficesToWhoLeavesOne)
{
    // Given somebody of two offices
    const SystemClock clock;
    ScratchDatabase other(QStringLiteral("branch"), [&clock](const QString &name) {
        return foundServerOffice(name, sceneOffice().founding(), clock);
    });
    ASSERT_TRUE(other.ok()) << qPrintable(other.error());

    // When they leave the first
    ASSERT_TRUE(provisionLogins(*owner, {{QStringLiteral("suzuki"), std::nullopt, false}}));

    // Then the second still lets them in
    EXPECT_FALSE(signsIn(QStringLiteral("suzuki"), staffPassword()));
    EXPECT_TRUE(Session(other.name(), QStringLiteral("suzuki"), staffPassword()).connected());
    ASSERT_TRUE(provisionLogins(*owner, {{QStringLiteral("suzuki"), std::nullopt}}));
}

/// An administrator who is no superuser founds an office, history and all, and staff work in it.
TEST_F(Provision, WorksForAnAdministratorWhoIsNoSuperuser)
{
    ASSERT_TRUE(PostgresServer::instance().run(
        QStringLiteral("postgres"),
        QStringLiteral("CREATE ROLE it_section LOGIN CREATEDB CREATEROLE PASSWORD '%1'").arg(staffPassword())));
    const SystemClock clock;
    const QString name = QStringLiteral("managed_office");
    auto made = NewDatabase::begin(staffUrl(name, QStringLiteral("it_section")), clock);
    ASSERT_TRUE(made) << qPrintable(made.error().detail);
    ASSERT_TRUE(writeOffice(made->database(), sceneOffice().founding(), clock.now()));
    DraftSave save;
    save.content = {QStringLiteral("draft"), 1, {{QStringLiteral("subject"), QStringLiteral("移行した案件")}}, {}};
    save.title = QStringLiteral("移行した案件");
    ASSERT_TRUE(LocalNotary(made->database(), clock, sceneOffice().small.sato).saveDraft(save));
    std::vector<StaffLogin> logins{{QStringLiteral("sekine"), staffPassword()}};
    for (const char *login : {"sato", "suzuki"})
        logins.push_back({QLatin1String(login), std::nullopt});
    // Roles that somebody else made may not be the administrator's to change; they are the office's all the same.
    const Result<> provisioned = provisionLogins(made->database(), logins);
    ASSERT_TRUE(provisioned) << qPrintable(provisioned.error().detail);
    ASSERT_TRUE(made->finish());

    Play play(name);
    EXPECT_TRUE(play.submit(QStringLiteral("sato"), CaseId(1)));
    EXPECT_TRUE(play.act(QStringLiteral("suzuki"), CaseId(1), Approve{}));
    EXPECT_EQ(play.state(QStringLiteral("sato"), CaseId(1))->seq, 2);
    PostgresServer::instance().dropDatabase(name);
}

} // namespace kessai::test
