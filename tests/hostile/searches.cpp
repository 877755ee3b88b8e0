// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// Everything somebody finds by some words, whatever the state.
auto found(const char *words)
{
    return [=](Stage &) {
        return QStringLiteral("SELECT * FROM kessai.find_cases(%1, '', 0, 9, 9223372036854775807, 1000)")
            .arg(literal(QString::fromUtf8(words)));
    };
}

auto onCase(CaseId SceneCases::*which, const char *sql)
{
    return [=](Stage &stage) { return QString::fromUtf8(sql).arg((stage.cases().*which).value()); };
}

/// Everything one of the lists shows somebody, with a condition.
auto listed(const char *list, const char *condition = "")
{
    return [=](Stage &) {
        const QHash<QString, QString> calls{
            {QStringLiteral("tray"), QStringLiteral("list_tray('', '', 1, ARRAY[M, M, M, M, M], M, M, 1000)")},
            {QStringLiteral("mine"), QStringLiteral("list_mine('', '', 0, 9, M, M, 1000)")},
            {QStringLiteral("returned"), QStringLiteral("list_returned('', '', M, M, M, 1000)")},
            {QStringLiteral("late"), QStringLiteral("list_late('', '', ARRAY[M, M, M, M, M], M, M, 1000)")},
            {QStringLiteral("readable"), QStringLiteral("list_readable('', '', 0, 9, M, 1000)")}};
        return QStringLiteral("SELECT case_id FROM kessai.%1 %2")
            .arg(calls.value(QLatin1String(list)).replace(QLatin1Char('M'), QLatin1String("9223372036854775807")),
                 QString::fromUtf8(condition));
    };
}

} // namespace

std::vector<Attack> searchAttacks()
{
    using C = SceneCases;
    return {
        {"find a stranger's leave by its reason", "fuji", found("通院"), nothing()},
        {"find a stranger's leave by its title", "fuji", found("病気休暇"), nothing()},
        {"find a colleague's leave in the same section", "sato", found("通院"), nothing()},
        {"find a leave's reason as an administrator", "kaita", found("通院"), nothing()},
        {"find whatever there is", "fuji", found(""), nothing()},
        {"find whatever there is by a pattern", "fuji", found("%"), nothing()},
        {"find whatever there is with a login that is nobody's", "stranger", found(""), nothing()},
        {"find whatever there is after leaving", "taishoku", found(""), nothing()},
        {"find for a post one held until yesterday", "mukashi", found(""), nothing()},
        {"find for a post one will hold tomorrow", "tsugi", found(""), nothing()},
        {"find as the deputy of a deputy", "zama", found("坂東"), nothing()},
        {"find as a deputy of tomorrow", "fukui", found("坂東"), nothing()},
        {"find a draft one will have to approve", "kato", found("佐藤の下書き"), nothing()},
        {"find a correction before it is submitted", "kato", found("訂正中"), nothing()},
        {"find a correction as an auditor", "shindo", found("訂正中"), nothing()},
        {"find drafts as an auditor", "shindo",
         plain("SELECT * FROM kessai.find_cases('', '', 0, 0, 9223372036854775807, 1000)"), nothing()},
        {"find nothing in particular without end", "shindo",
         plain("SELECT * FROM kessai.find_cases('', '', 0, 9, 9223372036854775807, 1000000)"), faultOf("Invalid")},
        {"find without saying how much", "shindo", plain("SELECT * FROM kessai.find_cases('', '', 0, 9, 1, NULL)"),
         faultOf("Invalid")},
        {"look for something endless", "shindo",
         plain("SELECT * FROM kessai.find_cases(repeat('x', 1000000), '', 0, 9, 9223372036854775807, 10)"),
         faultOf("TooLarge")},
        {"list whatever there is", "fuji", listed("readable"), nothing()},
        {"list whatever there is as an administrator", "kaita", listed("readable"), nothing()},
        {"list whatever there is with a login that is nobody's", "stranger", listed("readable"), nothing()},
        {"list whatever there is after leaving", "taishoku", listed("readable"), nothing()},
        {"list what is readable at a post one held until yesterday", "mukashi", listed("readable"), nothing()},
        {"list drafts as an auditor", "shindo", listed("readable", "WHERE state = 0"), nothing()},
        {"list a draft one will have to approve", "kato", listed("readable", "WHERE state = 0"), nothing()},
        {"list what others drafted among one's own", "kato",
         listed("mine", "WHERE kessai.my_staff_id() NOT IN (drafter_id, coalesce(filer_id, 0))"), nothing()},
        {"list one's own with a login that is nobody's", "stranger", listed("mine"), nothing()},
        {"list what came back to others", "kato", listed("returned"), nothing()},
        {"list a tray with a login that is nobody's", "stranger", listed("tray"), nothing()},
        {"list the tray of a post one held until yesterday", "mukashi", listed("tray"), nothing()},
        {"list the tray of a post one will hold tomorrow", "tsugi", listed("tray"), nothing()},
        {"list the tray of a decider, coming second", "zaizen",
         onCase(&C::absent,
                "SELECT case_id FROM kessai.list_tray('', '', 0, '{}', 9223372036854775807, "
                "9223372036854775807, 1000) WHERE case_id = %1"),
         nothing()},
        {"list what is late in a section one does not head", "fuji", listed("late"), nothing()},
        {"list what is late with a login that is nobody's", "stranger", listed("late"), nothing()},
        {"list without end", "shindo",
         plain("SELECT * FROM kessai.list_readable('', '', 0, 9, 9223372036854775807, 1000000)"), faultOf("Invalid")},
        {"list from nowhere", "sato", plain("SELECT * FROM kessai.list_mine('', '', 0, 9, 1, NULL, 10)"),
         faultOf("Invalid")},
        {"list endless forms", "sato",
         plain("SELECT * FROM kessai.list_tray('', repeat('x', 1000000), 0, '{}', 1, 1, 10)"), faultOf("TooLarge")},
        {"read the rows of lists without a door", "sato", plain("SELECT * FROM kessai.listed_case"), denied()},
        {"read where cases wait without a door", "sato", plain("SELECT * FROM kessai.round_waits"), denied()},
        {"ask what waits without a door", "sato", plain("SELECT * FROM kessai.my_waiting()"), denied()},
        {"count all texts", "fuji", plain("SELECT count(*) FROM kessai.case_text"), onlyValue("0")},
        {"read the words of a leave", "fuji",
         onCase(&C::secret, "SELECT text FROM kessai.case_text WHERE case_id = %1"), nothing()},
        {"read the words of a leave as an administrator", "kaita",
         onCase(&C::secret, "SELECT text FROM kessai.case_text WHERE case_id = %1"), nothing()},
        {"read the words of a draft", "kato", onCase(&C::draft, "SELECT text FROM kessai.case_text WHERE case_id = %1"),
         nothing()},
        {"read the words of a correction", "kato",
         onCase(&C::returned, "SELECT text FROM kessai.case_text WHERE case_id = %1 AND revision = 2"), nothing()},
        {"learn of words by casting them", "fuji", plain("SELECT text::integer FROM kessai.case_text"), nothing()},
        {"learn of words through the index", "fuji",
         plain("SELECT case_id FROM kessai.case_text WHERE kessai.grams(text) @> ARRAY[1]"), denied()},
        {"change the words of a case", "sato", plain("UPDATE kessai.case_text SET text = 'x'"), denied()},
        {"delete the words of a case", "sato", plain("DELETE FROM kessai.case_text"), denied()},
        {"give a case words of one's own", "fuji",
         onCase(&C::second, "INSERT INTO kessai.case_text (case_id, revision, fold, text) VALUES (%1, 1, 1, 'x')"),
         denied()},
        {"give somebody's case other words", "fuji",
         onCase(&C::second, "SELECT kessai.save_draft(%1, 1, 'draft', 1, 'x', NULL, 0, '{}', 'x', '[]')"),
         faultOf("NotFound")},
        {"give one's own running case other words", "sato",
         onCase(&C::second, "SELECT kessai.save_draft(%1, 1, 'draft', 1, 'x', NULL, 0, '{}', 'x', '[]')"),
         refusedAs("WrongState")},
        {"give a draft endless words", "sato",
         plain("SELECT kessai.save_draft(NULL, 1, 'draft', 1, 'x', NULL, 0, '{}', repeat('x', 400001), '[]')"),
         faultOf("TooLarge")},
        {"save a draft past its words", "sato",
         plain("SELECT kessai.store_draft(NULL, 1, 'draft', 1, 'x', NULL, 0, '{}', '', '[]')"), denied()},
        {"let the search match somebody else's cases", "fuji",
         plain("SELECT kessai.matching(ARRAY[1,2,3]::bigint[], 10, '{}', '{}', true, '{%}', '', 0, 9, 10)"), denied()},
        {"let the search list somebody else's cases", "fuji",
         plain("SELECT kessai.newest_readable(10, '{}', '{}', true, 1000, 10)"), denied()},
        {"slow everybody's search down", "fuji",
         plain("CREATE OR REPLACE FUNCTION kessai.search_walk() RETURNS integer LANGUAGE sql RETURN 1"), denied()},
    };
}

} // namespace kessai::test
