// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query.h"
#include "core/store/sqltext.h"
#include "tests/store/testoffice.h"

#include <QRegularExpression>

namespace kessai::test {

namespace {

class EveryQuery : public OnBothDatabases {};
KESSAI_ON_BOTH_DATABASES(EveryQuery);

} // namespace

TEST_P(EveryQuery, CanBePrepared)
{
    const auto database = office.ownersDatabase();
    ASSERT_TRUE(fine(database));
    const QStringList names = namedQueries(GetParam());
    EXPECT_GT(names.size(), 60);

    for (const QString &name : names) {
        const QByteArray latin = name.toLatin1();
        Query query(**database, QLatin1String(latin));
        EXPECT_TRUE(fine(query.prepared())) << latin.toStdString();
    }
    EXPECT_EQ(sqlTextFaults(GetParam()), QStringList());
}

TEST_P(EveryQuery, SaysWhatIsWrongWithItsUse)
{
    const auto database = office.ownersDatabase();

    Query unknown(**database, QLatin1String("noSuchQuery"));
    EXPECT_TRUE(failed(unknown.exec(), ErrorCode::Internal));
    Query query(**database, QLatin1String("rights"));
    query.bind(QLatin1String("nonsense"), 1);
    EXPECT_TRUE(failed(query.exec(), ErrorCode::Internal));
}

TEST_P(EveryQuery, LooksUpTheTermOfACommitmentByKeys)
{
    if (GetParam() != Dialect::Sqlite)
        return; // tests/hostile looks at the server's plans
    static const QRegularExpression placeholder(QStringLiteral(":\\w+"));
    QString sql = *namedSql(Dialect::Sqlite, QLatin1String("unpaid"));
    const auto database = office.ownersDatabase();
    Query rows(**database,
               MadeSql{QStringLiteral("EXPLAIN QUERY PLAN ") + sql.replace(placeholder, QStringLiteral("1"))});
    ASSERT_TRUE(fine(rows.exec()));
    QStringList plan;
    while (*rows.next())
        plan += rows.text(3);

    EXPECT_TRUE(plan.contains(QStringLiteral("SEARCH f USING INTEGER PRIMARY KEY (rowid=?)")))
        << qPrintable(plan.join(QLatin1Char('\n')));
    EXPECT_TRUE(plan.filter(QRegularExpression(QStringLiteral("^SCAN f\\b"))).isEmpty())
        << qPrintable(plan.join(QLatin1Char('\n')));
}

TEST_P(EveryQuery, CanRunInsideItself)
{
    // Two of one name at once do not disturb each other.
    const auto database = office.ownersDatabase();
    Query outer(**database, QLatin1String("caseIds"));
    Query inner(**database, QLatin1String("appliedMigrations"));
    Query again(**database, QLatin1String("appliedMigrations"));

    ASSERT_TRUE(fine(inner.exec()));
    ASSERT_TRUE(*inner.next());
    ASSERT_TRUE(fine(again.exec()));
    int rows = 0;
    while (*again.next())
        ++rows;
    EXPECT_GT(rows, 0);
    EXPECT_EQ(inner.number(0), 1);
}

} // namespace kessai::test
