// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"
#include "tests/hostile/session.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <QFile>
#include <QSet>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

namespace {

/// Others send somebody away for a month, before an attack and only for it.
const QString kScenery = QStringLiteral(R"(
CREATE SCHEMA scenery;
GRANT USAGE ON SCHEMA scenery TO PUBLIC;
CREATE FUNCTION scenery.send_away(person bigint) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ %1 $$;
GRANT EXECUTE ON FUNCTION scenery.send_away(bigint) TO PUBLIC;
)")
                             .arg(awayForLong(QStringLiteral("person")));

/// The database all attacks are made on: none of them may leave a trace, so each finds it as the one before.
struct Theatre final {
    SceneDatabase database;
    std::unique_ptr<Stage> stage;
    QStringList before;

    Theatre()
    {
        if (database.ok()) {
            EXPECT_TRUE(PostgresServer::instance().run(database.name(), kScenery).ok());
            stage = std::make_unique<Stage>(database.name());
            before = fingerprint(database.name());
        }
    }
};

std::unique_ptr<Theatre> theatre;

/// The list as people read it.
QString attackList()
{
    QString text = QStringLiteral("<!-- Written by hostile_test; KESSAI_WRITE_ATTACKS=1 writes it again. -->\n"
                                  "# Attacks on the notary\n\n"
                                  "Each is made on a real server by an ordinary login with nothing but SQL. It must "
                                  "end exactly as the last column says, and everything\n"
                                  "in the database must be as before. `KD001` and `KD002` are the notary's own "
                                  "refusals, `42501` is a right nobody was given.\n\n"
                                  "| # | attempt | by | ends as |\n|---|---|---|---|\n");
    int no = 0;
    for (const Attack &attack : allAttacks()) {
        const Expected &expected = attack.expected;
        const QString end = expected.kind == Expected::Kind::Error
            ? QString(expected.state + QLatin1Char(' ') + expected.message).trimmed()
            : expected.rows.isEmpty() ? QStringLiteral("finds nothing")
                                      : QStringLiteral("says only ") + expected.rows[0][0];
        text += QStringLiteral("| %1 | %2 | %3 | %4 |\n")
                    .arg(QString::number(++no), QString::fromUtf8(attack.name), QLatin1String(attack.login), end);
    }
    return text;
}

const char *const kListFile = KESSAI_SOURCE_DIR "/tests/hostile/ATTACKS.md";

} // namespace

class Hostile : public ::testing::TestWithParam<size_t> {
protected:
    static void SetUpTestSuite() { theatre = std::make_unique<Theatre>(); }
    static void TearDownTestSuite() { theatre.reset(); }
};

TEST_P(Hostile, ComesToNothing)
{
    ASSERT_TRUE(theatre->database.ok()) << qPrintable(theatre->database.error());
    const Attack attack = allAttacks()[GetParam()];
    SCOPED_TRACE(attack.name.constData());
    const QString sql = attack.sql(*theatre->stage);
    Session session(theatre->database.name(), QLatin1String(attack.login), staffPassword());
    ASSERT_TRUE(session.connected()) << qPrintable(session.error());

    Outcome outcome;
    for (const QString &statement : sql.split(QLatin1String(";;")))
        outcome = session.run(statement);

    if (attack.expected.kind == Expected::Kind::Error) {
        EXPECT_FALSE(outcome.ok) << "it succeeded: " << qPrintable(sql.left(2000));
        EXPECT_EQ(outcome.state, attack.expected.state) << qPrintable(outcome.message);
        EXPECT_TRUE(outcome.message.startsWith(attack.expected.message)) << qPrintable(outcome.message);
    } else {
        EXPECT_TRUE(outcome.ok) << qPrintable(outcome.state + QLatin1Char(' ') + outcome.message);
        EXPECT_EQ(outcome.rows, attack.expected.rows);
    }
    if (sql.contains(QLatin1String(";;"))) // whatever is still open is meant to last
        session.run(QStringLiteral("COMMIT"));
    const QStringList after = fingerprint(theatre->database.name());
    EXPECT_EQ(after, theatre->before);
    if (after != theatre->before) // the next attack must not be judged by this one
        theatre = std::make_unique<Theatre>();
}

INSTANTIATE_TEST_SUITE_P(Attack, Hostile, ::testing::Range(size_t(0), allAttacks().size()));

TEST(AttackList, HasEnoughDifferentOnes)
{
    QSet<QString> names;
    for (const Attack &attack : allAttacks()) {
        EXPECT_FALSE(names.contains(QString::fromUtf8(attack.name))) << attack.name.constData();
        names.insert(QString::fromUtf8(attack.name));
    }
    EXPECT_GE(names.size(), 80);
}

TEST(AttackList, IsWrittenDown)
{
    QFile file{QLatin1String(kListFile)};
    if (qEnvironmentVariableIsSet("KESSAI_WRITE_ATTACKS")) {
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(attackList().toUtf8());
        file.close();
    }
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));

    EXPECT_EQ(QString::fromUtf8(file.readAll()), attackList());
}

} // namespace kessai::test
