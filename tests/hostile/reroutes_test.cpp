// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/effects.h"
#include "tests/hostile/attack.h"
#include "tests/hostile/races.h"
#include "tests/hostile/session.h"

#include <gtest/gtest.h>

// What an administrator who addresses what waits gains by how they change the office meanwhile, with two sessions.

namespace kessai::test {

class Readdressing : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(database.ok()) << qPrintable(database.error());
        ASSERT_TRUE(kaita.connected()) << qPrintable(kaita.error());
    }
    /// The administrator sends statements, parted as in Attack::sql.
    void send(const QString &sql)
    {
        for (const QString &statement : sql.split(QLatin1String(";;"), Qt::SkipEmptyParts)) {
            if (statement.trimmed().isEmpty())
                continue;
            const Outcome outcome = kaita.run(statement);
            ASSERT_TRUE(outcome.ok) << qPrintable(outcome.state + QLatin1Char(' ') + outcome.message);
        }
    }
    CaseId filed()
    {
        const auto id = play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                                   {{QStringLiteral("subject"), QStringLiteral("備品の購入")}});
        EXPECT_TRUE(id && play.submit(QStringLiteral("sato"), *id));
        return id ? *id : CaseId(0);
    }
    Finish readdress(CaseId id)
    {
        const auto state = play.state(QStringLiteral("sato"), id);
        EXPECT_TRUE(state);
        auto event = proposeEvent(*state, {sceneOffice().small.kaita, {}, {}},
                                  Rerouted{{1, 1}, sceneOffice().small.assistant, QStringLiteral("欠員")});
        EXPECT_TRUE(event);
        return allAtOnce(database.name(),
                         {{QStringLiteral("kaita"),
                           appending({id, state->seq, QStringLiteral("elsewhere-%1").arg(id.value()), *event})}})
            .front();
    }
    QString changesSeenBy(const char *login, CaseId id)
    {
        Session session(database.name(), QLatin1String(login), staffPassword());
        return session.run(QStringLiteral("SELECT count(*) FROM kessai.changes_since_filed(%1)").arg(id.value()))
            .value();
    }

    SceneDatabase database;
    Play play{database.name()};
    Session kaita{database.name(), QStringLiteral("kaita"), staffPassword()};
};

/// What is filed meanwhile is filed in the office as it was, where the chair is taken.
TEST_F(Readdressing, AChangeKeptOpenWhileACaseIsFiledIsAChangeSince)
{
    send(QStringLiteral("BEGIN"));
    send(emptyingTheChair(sceneOffice().small));
    const CaseId id = filed();
    send(QStringLiteral("COMMIT"));

    EXPECT_EQ(changesSeenBy("kaita", id), QStringLiteral("1"));
    const Finish finish = readdress(id);
    EXPECT_TRUE(finish.lostAs(Refusal::Attended))
        << (finish.error ? finish.error->detail.toStdString() : "it was addressed elsewhere");
}

TEST_F(Readdressing, NobodyElseLearnsWhatAnAdministratorChanged)
{
    const CaseId id = filed();
    send(emptyingTheChair(sceneOffice().small));

    EXPECT_EQ(changesSeenBy("kaita", id), QStringLiteral("1"));
    for (const char *login : {"suzuki", "sato", "shindo", "hosaka"})
        EXPECT_EQ(changesSeenBy(login, id), QStringLiteral("0")) << login;
}

} // namespace kessai::test
