// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqltext.h"
#include "tests/hostile/scene.h"
#include "tests/hostile/session.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

namespace kessai::test {

/// How the server goes about the frequent queries (database.md 1.2). The scene has few rows, so reading whole tables and sorting are
/// made dear: what is shown is whether the indexes can be used at all with the policies in force, and that no policy became a hash over a table.
class Plans : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(database.ok()) << qPrintable(database.error());
        for (const char *setting :
             {"ANALYZE", "ALTER DATABASE %1 SET enable_seqscan = off", "ALTER DATABASE %1 SET enable_sort = off"})
            ASSERT_TRUE(
                PostgresServer::instance()
                    .run(database.name(), QString::fromUtf8(setting).replace(QLatin1String("%1"), database.name()))
                    .ok());
    }

    /// The plan of a named query of the store as somebody's own session makes it.
    QString planOf(const char *login, const char *query)
    {
        static const QRegularExpression placeholder(QStringLiteral("(?<![:\\w]):(\\w+)"));
        QString sql = *namedSql(Dialect::PostgreSql, QLatin1String(query));
        static const QHash<QString, QString> values{
            {QStringLiteral("forms"), QStringLiteral("''")},  {QStringLiteral("words"), QStringLiteral("'x'")},
            {QStringLiteral("word1"), QStringLiteral("'%'")}, {QStringLiteral("word2"), QStringLiteral("'%'")},
            {QStringLiteral("word3"), QStringLiteral("'%'")}, {QStringLiteral("word4"), QStringLiteral("'%'")},
            {QStringLiteral("sha256"), QStringLiteral("'x'")}};
        for (auto match = placeholder.match(sql); match.hasMatch(); match = placeholder.match(sql))
            sql.replace(match.capturedStart(), match.capturedLength(),
                        values.value(match.captured(1), QStringLiteral("1")));
        Session session(database.name(), QLatin1String(login), staffPassword());
        session.run(QStringLiteral("SET search_path = kessai, pg_temp"));
        return text(session.run(QStringLiteral("EXPLAIN ") + sql));
    }
    static QString text(const Outcome &outcome)
    {
        EXPECT_TRUE(outcome.ok) << qPrintable(outcome.message);
        QStringList lines;
        for (const QStringList &row : outcome.rows)
            lines += row[0];
        return lines.join(QLatin1Char('\n'));
    }

    /// The office is changed as often as in many years; whoever asks may count what one reads by what the server counts.
    void changeTheOfficeOften(const char *statistics)
    {
        for (const QString &past :
             {QStringLiteral(
                  "INSERT INTO kessai.office_revision (revision, made_at, made_by, reason)"
                  " SELECT m.newest + i, m.at + i, 'suzuki', 'deputy registered' FROM generate_series(1, 5000) i,"
                  " (SELECT max(revision) AS newest, max(made_at) AS at FROM kessai.office_revision) m"),
              QStringLiteral("GRANT SELECT ON pg_catalog.%1 TO PUBLIC").arg(QLatin1String(statistics)),
              QStringLiteral("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pg_catalog TO PUBLIC")})
            ASSERT_TRUE(PostgresServer::instance().run(database.name(), past).ok()) << qPrintable(past);
    }

    SceneDatabase database;
};

TEST_F(Plans, FindWhatWaitsForSomebodyByItsIndex)
{
    const QString plan = planOf("kato", "listTray");

    EXPECT_TRUE(plan.contains(QLatin1String("assignment_tray"))) << qPrintable(plan);
    EXPECT_FALSE(plan.contains(QLatin1String("hashed SubPlan"))) << qPrintable(plan);
}

TEST_F(Plans, FindWhatIsLateInASectionByIndexes)
{
    const QString plan = planOf("kato", "listLate");

    EXPECT_TRUE(plan.contains(QLatin1String("assignment_tray"))) << qPrintable(plan);
    EXPECT_TRUE(plan.contains(QLatin1String("case_unfinished"))) << qPrintable(plan);
    EXPECT_FALSE(plan.contains(QLatin1String("Seq Scan on case_file"))) << qPrintable(plan);
    EXPECT_FALSE(plan.contains(QLatin1String("Seq Scan on assignment"))) << qPrintable(plan);
}

TEST_F(Plans, FindWhatWasReturnedAndTheLastReminderByTheirIndexes)
{
    EXPECT_TRUE(planOf("sato", "listReturned").contains(QLatin1String("case_unfinished")));
    EXPECT_TRUE(planOf("kato", "listTray").contains(QLatin1String("event_reminded")));
}

TEST_F(Plans, ReadOwnCasesInTheOrderOfTheirIndex)
{
    const QString plan = planOf("sato", "listMine");

    EXPECT_TRUE(plan.contains(QLatin1String("Backward using case_drafter"))) << qPrintable(plan);
    EXPECT_TRUE(plan.contains(QLatin1String("Backward using case_filer"))) << qPrintable(plan);
    EXPECT_LE(plan.count(QLatin1String("Sort  (cost")), 1) << "a page of each, put together\n" << qPrintable(plan);
}

TEST_F(Plans, ReadEverythingReadableInTheOrderOfItsIndexes)
{
    const QString plan = planOf("kato", "listReadable");

    EXPECT_TRUE(plan.contains(QLatin1String("Backward using case_access"))) << qPrintable(plan);
    EXPECT_FALSE(plan.contains(QLatin1String("Seq Scan"))) << qPrintable(plan);
    EXPECT_FALSE(plan.contains(QLatin1String("hashed SubPlan"))) << qPrintable(plan);
}

/// At the end of a year thousands of vouchers run, and whoever is there could act on most of them: these are not judged in full one by one.
TEST_F(Plans, JudgeInFullOnlyWhatMayWaitForNobody)
{
    constexpr int kVouchers = 300;
    auto &server = PostgresServer::instance();
    const QString copies =
        QStringLiteral(R"(
DO $$
DECLARE
  kind text;
  names text;
  copied text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['case_file', 'step', 'assignment', 'content', 'event', 'posting', 'case_access'] LOOP
    SELECT string_agg(c.column_name, ', '),
           string_agg(CASE WHEN c.column_name = 'case_id' THEN 'g' WHEN c.column_name IN ('number', 'request_id') AND kind IN ('case_file', 'event')
                           THEN format('concat_ws(''-'', x.%I, g)', c.column_name) ELSE format('x.%I', c.column_name) END, ', ')
      INTO names, copied FROM information_schema.columns c
     WHERE c.table_schema = 'kessai' AND c.table_name = kind AND c.is_generated = 'NEVER';
    EXECUTE format('ALTER TABLE kessai.%I DISABLE TRIGGER USER', kind);
    EXECUTE format('INSERT INTO kessai.%1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM kessai.%1$I x, generate_series(100001, %4$s) g WHERE x.case_id = %5$s',
                   kind, names, copied, 100000 + %1, %2);
  END LOOP;
END $$;
ANALYZE)")
            .replace(QLatin1String("+ %1, %2"),
                     QStringLiteral("+ %1, %2").arg(kVouchers).arg(SceneDatabase::cases().toOrder.value()));
    ASSERT_TRUE(server.run(database.name(), copies).ok());
    const auto rows = server.rows(database.name(),
                                  QStringLiteral("SELECT count(*) FROM kessai.assignment WHERE case_id > 100000 AND "
                                                 "state = 1"));
    ASSERT_TRUE(rows.ok());
    EXPECT_EQ(rows->front().front().toInt(), kVouchers);

    const auto stranded = server.rows(database.name(), QStringLiteral("SELECT count(*) FROM kessai.stranded_steps()"));
    ASSERT_TRUE(stranded.ok());
    EXPECT_LT(stranded->front().front().toInt(), 50) << "whoever could act is there";
    const auto counted = server.run(database.name(),
                                    QStringLiteral("SET track_functions = 'pl'; SELECT count(*) FROM "
                                                   "kessai.stranded_steps(); SELECT pg_stat_force_next_flush()"));
    ASSERT_TRUE(counted.ok());
    const auto calls = server.rows(
        database.name(),
        QStringLiteral("SELECT coalesce(sum(calls) FILTER (WHERE funcname IN ('is_attended', 'took_other_part')), 0),"
                       " coalesce(sum(calls) FILTER (WHERE funcname = 'stranded_steps'), 0) FROM "
                       "pg_stat_user_functions"));
    ASSERT_TRUE(calls.ok());
    EXPECT_EQ(calls->front()[1], QStringLiteral("1")) << "they are counted";
    EXPECT_LT(calls->front()[0].toInt(), 50);
}

TEST_F(Plans, OpenACaseByItsKeys)
{
    const QString plan = planOf("kato", "loadCase");

    EXPECT_FALSE(plan.contains(QLatin1String("Seq Scan"))) << qPrintable(plan);
    EXPECT_FALSE(plan.contains(QLatin1String("hashed SubPlan"))) << qPrintable(plan);
}

TEST_F(Plans, ReadAFileOfACaseWithoutALookAtMeetings)
{
    const QString plan = planOf("kato", "chunkOf");

    EXPECT_FALSE(plan.contains(QLatin1String("Seq Scan"))) << qPrintable(plan);
    EXPECT_FALSE(plan.contains(QLatin1String("hashed SubPlan"))) << qPrintable(plan);
    EXPECT_TRUE(plan.contains(QLatin1String(" OR reads_paper(blob_id))"))) << "asked last\n" << qPrintable(plan);
}

TEST_F(Plans, FindPagesOfPapersByTheIndexOfPairs)
{
    const auto rows =
        PostgresServer::instance().rows(database.name(),
                                        QStringLiteral("EXPLAIN SELECT g.meeting_id FROM kessai.meeting_page g"
                                                       " WHERE kessai.grams(g.folded) @> kessai.grams('予算')"));
    ASSERT_TRUE(rows.ok()) << qPrintable(rows.error().detail);
    QString plan;
    for (const QStringList &row : *rows)
        plan += row[0];

    EXPECT_TRUE(plan.contains(QLatin1String("meeting_page_grams"))) << qPrintable(plan);
}

TEST_F(Plans, SearchByTheIndexOfPairs)
{
    const auto rows =
        PostgresServer::instance().rows(database.name(),
                                        QStringLiteral("EXPLAIN SELECT t.case_id FROM kessai.case_text t"
                                                       " WHERE kessai.grams(t.text) @> kessai.grams('訂正')"));
    ASSERT_TRUE(rows.ok()) << qPrintable(rows.error().detail);
    QString plan;
    for (const QStringList &row : *rows)
        plan += row[0];

    EXPECT_TRUE(plan.contains(QLatin1String("case_text_grams"))) << qPrintable(plan);
}

TEST_F(Plans, AreMadeOnceInASessionOfTheNotary)
{
    const auto doors = PostgresServer::instance().rows(
        database.name(),
        QStringLiteral("SELECT proname FROM pg_proc WHERE pronamespace = 'kessai'::regnamespace AND proconfig @>"
                       " ARRAY['plan_cache_mode=force_generic_plan', 'enable_seqscan=off'] ORDER BY 1"));
    ASSERT_TRUE(doors.ok());
    QStringList names;
    for (const QStringList &row : *doors)
        names += row[0];

    EXPECT_EQ(names.join(QLatin1Char(' ')),
              QStringLiteral("append_event list_late list_mine list_readable list_returned list_tray load_case "
                             "my_parties pulse save_draft"));
}

TEST_F(Plans, LookUpWhatIsToBePaidTodayByItsKeys)
{
    const auto joins = PostgresServer::instance().rows(
        database.name(),
        QStringLiteral("SELECT proname FROM pg_proc WHERE pronamespace = 'kessai'::regnamespace AND proconfig @>"
                       " ARRAY['enable_hashjoin=off', 'enable_mergejoin=off'] ORDER BY 1"));
    ASSERT_TRUE(joins.ok());
    for (const char *name : {"payments_due", "payments_now", "payments_of",
                             "vouchers_due"}) // a session keeps the plans of each, whoever calls it
        EXPECT_TRUE(joins->contains(QStringList{QString::fromLatin1(name)}))
            << name << ": what was paid since the city began is not read for a number";
}

TEST_F(Plans, ReadNothingThatWasPaidLongAgoToSayWhatIsToBePaid)
{
    // What a city paid for twenty years, without the cases behind it: nobody looks at them.
    for (const char *past : {"SET session_replication_role = replica; INSERT INTO kessai.posting (case_id, revision, "
                             "no, ledger, account, day, amount, state)"
                             " SELECT 900000 + i, 1, 1, 'budget.payment', 'budget:2005:x', '2006-01-10', 1, 1 FROM "
                             "generate_series(1, 20000) i",
                             "SET session_replication_role = replica; INSERT INTO kessai.payment_line (batch_id, no, "
                             "case_id, amount, transfer, payee,"
                             " revision, name, bank, bank_name, branch, branch_name, account_type, account, holder)"
                             " SELECT 900000, i, 900000 + i, 1, 0, '0000001', 1, 'x', '', '', '', '', 1, '', '' FROM "
                             "generate_series(1, 19000) i",
                             "ANALYZE kessai.posting", "ANALYZE kessai.payment_line",
                             "GRANT SELECT ON pg_catalog.pg_stat_xact_user_tables TO PUBLIC",
                             "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pg_catalog TO PUBLIC", // to count what one reads
                             "ALTER DATABASE %1 RESET enable_seqscan", "ALTER DATABASE %1 RESET enable_sort"})
        ASSERT_TRUE(PostgresServer::instance()
                        .run(database.name(), QString::fromUtf8(past).replace(QLatin1String("%1"), database.name()))
                        .ok())
            << past;
    Session session(database.name(), QStringLiteral("shiba"), staffPassword());

    for (const char *door : {"payments_now()", "payments_due('9999-12-31')"}) {
        ASSERT_TRUE(session.run(QStringLiteral("BEGIN")).ok);
        const Outcome asked = session.run(QStringLiteral("SELECT count(*) FROM kessai.%1").arg(QLatin1String(door)));
        EXPECT_TRUE(asked.ok) << qPrintable(asked.message);
        const Outcome read = session.run(QStringLiteral(
            "SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) FROM pg_stat_xact_user_tables"
            " WHERE schemaname = 'kessai' AND relname IN ('posting', 'payment_line')"));
        ASSERT_TRUE(session.run(QStringLiteral("ROLLBACK")).ok);

        EXPECT_GE(read.value().toInt(), 1) << qPrintable(read.message);
        EXPECT_LT(read.value().toInt(), 1'000) << door << " reads what was paid twenty years ago";
    }
}

TEST_F(Plans, ReadWhoChangedWhatOfTheOfficeAPageAtATime)
{
    ASSERT_NO_FATAL_FAILURE(changeTheOfficeOften("pg_stat_xact_user_tables"));
    Session session(database.name(), QStringLiteral("shindo"), staffPassword());

    ASSERT_TRUE(session.run(QStringLiteral("BEGIN")).ok);
    const Outcome asked = session.run(QStringLiteral("SELECT count(*) FROM kessai.office_acts(99999999, 0, '', 200)"));
    EXPECT_TRUE(asked.ok) << qPrintable(asked.message);
    EXPECT_EQ(asked.value(), QStringLiteral("200"));
    const Outcome read = session.run(QStringLiteral(
        "SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) FROM pg_stat_xact_user_tables"
        " WHERE schemaname = 'kessai' AND relname IN ('office_revision', 'reorganisation', 'rule_revision',"
        " 'decision_table', 'form_revision', 'parameter', 'fault_list', 'month_close')"));
    ASSERT_TRUE(session.run(QStringLiteral("ROLLBACK")).ok);

    EXPECT_GE(read.value().toInt(), 200) << qPrintable(read.message);
    EXPECT_LT(read.value().toInt(), 2'000) << "all the years are read";
    const Outcome greedy =
        session.run(QStringLiteral("SELECT count(*) FROM kessai.office_acts(99999999, 0, '', 99999999)"));
    EXPECT_EQ(greedy.value(), QStringLiteral("1000")) << "nobody reads all there ever was in one answer";
}

/// Of a kind that is rare not every act is judged, whatever it is told by.
TEST_F(Plans, FindARareKindOfChangeWithoutJudgingEveryAct)
{
    ASSERT_NO_FATAL_FAILURE(changeTheOfficeOften("pg_stat_xact_user_functions"));
    ASSERT_TRUE(
        PostgresServer::instance()
            .run(database.name(), QStringLiteral("ALTER DATABASE %1 SET track_functions = 'all'").arg(database.name()))
            .ok());
    const auto judged = [&](int kind) {
        Session session(database.name(), QStringLiteral("shindo"), staffPassword());
        EXPECT_TRUE(session.run(QStringLiteral("BEGIN")).ok);
        const Outcome asked =
            session.run(QStringLiteral("SELECT count(*) FROM kessai.office_acts(99999999, %1, '', 200)").arg(kind));
        EXPECT_TRUE(asked.ok) << kind << qPrintable(asked.message);
        const Outcome calls = session.run(QStringLiteral(
            "SELECT coalesce(sum(calls), 0) FROM pg_stat_xact_user_functions WHERE funcname = 'kind_of_act'"));
        EXPECT_TRUE(calls.ok) << qPrintable(calls.message);
        return calls.value().toInt();
    };

    EXPECT_GE(judged(8), 200) << "the functions are counted";
    for (const int kind : {2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 15})
        EXPECT_LT(judged(kind), 200) << kind;
}

TEST_F(Plans, AskNowhereForOneOrThoseOfAnotherQuestion)
{
    // "x = a OR x IN (SELECT ..)" uses no index, however good: every row there is is looked at.
    const auto slow = PostgresServer::instance().rows(
        database.name(),
        QStringLiteral("SELECT proname FROM pg_proc WHERE pronamespace = 'kessai'::regnamespace"
                       " AND prosrc ~ '= [a-z_.]+\\s+OR [a-z_.]+ IN \\(\\s*SELECT'"));
    ASSERT_TRUE(slow.ok());

    EXPECT_TRUE(slow->isEmpty()) << qPrintable(slow->value(0).value(0));
}

TEST_F(Plans, AskForSomebodysPartiesOnceInAStatement)
{
    const auto slow = PostgresServer::instance().rows(
        database.name(),
        QStringLiteral("SELECT proname FROM pg_proc WHERE pronamespace = 'kessai'::regnamespace"
                       " AND prosrc ~ 'ANY \\(kessai\\.my_sight'"));
    ASSERT_TRUE(slow.ok());

    EXPECT_TRUE(slow->isEmpty()) << qPrintable(slow->value(0).value(0));
}

} // namespace kessai::test
