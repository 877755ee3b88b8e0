// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A sound reorganisation from far ahead on: 主事 is a new post of 総務課.
constexpr auto kSound = R"({"from": "2090-04-01",
  "put": {"sections": [], "posts": [{"id": 900, "section": 3, "code": "soumu-new", "title": "主事", "rank": 10, "head": false}], "staff": [],
          "appointments": [], "roles": [], "successions": []},
  "end": {"sections": [], "posts": [], "staff": [], "appointments": [], "roles": []}})";

/// Makes it with a part of it written over; `edit` is SQL over the jsonb `b`.
std::function<QString(Stage &)> reorganising(const char *edit = "b", const char *reason = "'人事異動'",
                                             const char *seen = "1000000")
{
    const QString sql = QStringLiteral("SELECT kessai.reorganise((%1)::text, %2, %4) FROM (SELECT %3::jsonb AS b) x")
                            .arg(QString::fromUtf8(edit), QString::fromUtf8(reason), literal(QString::fromUtf8(kSound)),
                                 QString::fromLatin1(seen));
    return [sql](Stage &) { return sql; };
}

/// An appointment of somebody, to a post by its code.
QByteArray appointing(const char *login, const char *post)
{
    return QByteArray("jsonb_set(b, '{put,appointments}', jsonb_build_array(jsonb_build_object('holding', 1, 'staff', "
                      "(SELECT staff_id FROM kessai.staff WHERE login = '")
        + login + "' LIMIT 1), 'post', (SELECT post_id FROM kessai.post WHERE code = '" + post + "' LIMIT 1))))";
}

} // namespace

std::vector<Attack> organisationAttacks()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto invalid = faultOf("Invalid");
    return {
        {"change the organisation as staff", "suzuki", reorganising(), notTheirs},
        {"change the organisation as the mayor", "ichikawa", reorganising(), notTheirs},
        {"change the organisation as an auditor", "shindo", reorganising(), notTheirs},
        {"change the organisation as a deputy", "shiga", reorganising(), notTheirs},
        {"change the organisation as personnel", "kato", reorganising(), notTheirs},
        {"change the organisation after leaving", "taishoku", reorganising(), notTheirs},
        {"change the organisation with a login that is nobody's", "stranger", reorganising(), notTheirs},
        {"take back what is prepared as staff", "suzuki", plain("SELECT kessai.take_back_reorganisation(1, 1000000)"),
         notTheirs},
        {"take back what is in force", "kaita", plain("SELECT kessai.take_back_reorganisation(1, 1000000)"),
         faultOf("NotFound")},
        {"take back what is prepared without having looked", "kaita",
         plain("SELECT kessai.take_back_reorganisation(1, NULL)"), refusedAs("Stale")},
        {"learn who moves before the day", "suzuki", plain("SELECT * FROM kessai.prepared_changes()"), notTheirs},
        {"learn who moves before the day as an auditor", "shindo", plain("SELECT * FROM kessai.prepared_changes()"),
         notTheirs},
        {"learn who moves before the day as the mayor", "ichikawa", plain("SELECT * FROM kessai.prepared_changes()"),
         notTheirs},
        {"learn what failed on its day", "suzuki", plain("SELECT * FROM kessai.failed_changes()"), notTheirs},
        {"learn what failed on its day as an auditor", "shindo", plain("SELECT * FROM kessai.failed_changes()"),
         notTheirs},
        {"learn what failed on its day as the mayor", "ichikawa", plain("SELECT * FROM kessai.failed_changes()"),
         notTheirs},
        {"put aside what failed past the doors", "kaita", plain("UPDATE kessai.reorganisation SET taken_back = 3"),
         denied()},
        {"learn above whom somebody could be", "kaita", plain("SELECT kessai.powers_held_on(1, '2026-04-01')"),
         denied()},
        {"write a reorganisation without its door or where work goes", "kaita",
         plain("SELECT kessai.apply_all_but_successions('{}', 1)"), denied()},
        {"read what is prepared past the doors", "suzuki", plain("SELECT * FROM kessai.reorganisation"), denied()},
        {"read what is prepared past the doors as an administrator", "kaita",
         plain("SELECT * FROM kessai.reorganisation"), denied()},
        {"bring the day of what is prepared forward", "kaita",
         plain("UPDATE kessai.reorganisation SET valid_from = '2020-01-01'"), denied()},
        {"prepare a change past the doors", "kaita",
         plain("INSERT INTO kessai.reorganisation VALUES (1, '2090-04-01', '{}', 'x', 'kaita', 1)"), denied()},
        {"move people past the doors", "kaita", plain("UPDATE kessai.appointment SET post_id = 1"), denied()},
        {"write a reorganisation without its door", "kaita", plain("SELECT kessai.apply_reorganisation('{}', 1)"),
         denied()},
        {"count for whom cases wait as staff", "suzuki", plain("SELECT * FROM kessai.waiting_counts()"), notTheirs},
        {"count for whom cases wait as an auditor", "shindo", plain("SELECT * FROM kessai.waiting_counts()"),
         notTheirs},
        {"change the organisation of yesterday", "kaita",
         reorganising(
             "jsonb_set(b, '{from}', to_jsonb(to_char(to_date(kessai.today(), 'YYYY-MM-DD') - 1, 'YYYY-MM-DD')))"),
         refusedAs("PeriodInvalid")},
        {"change the organisation of last year", "kaita", reorganising("jsonb_set(b, '{from}', '\"2025-04-01\"')"),
         refusedAs("PeriodInvalid")},
        {"change the organisation on a day that does not exist", "kaita",
         reorganising("jsonb_set(b, '{from}', '\"2090-02-30\"')"), refusedAs("PeriodInvalid")},
        {"change the organisation for no reason", "kaita", reorganising("b", "' '"), refusedAs("ReasonMissing")},
        {"change the organisation for a reason of two lines", "kaita", reorganising("b", "E'a\\nb'"), invalid},
        {"change an organisation they have not seen", "kaita", reorganising("b", "'x'", "0"), refusedAs("Stale")},
        {"change the organisation without saying what they have seen", "kaita", reorganising("b", "'x'", "NULL"),
         refusedAs("Stale")},
        {"change nothing of the organisation", "kaita", reorganising("jsonb_set(b, '{put,posts}', '[]')"), invalid},
        {"bring a reorganisation that is a list", "kaita", plain("SELECT kessai.reorganise('[]', 'x', 1000000)"),
         invalid},
        {"bring a reorganisation with more than programs know", "kaita", reorganising("b || '{\"more\": 1}'"), invalid},
        {"bring a reorganisation without what ends", "kaita", reorganising("b - 'end'"), invalid},
        {"bring a post of half a number", "kaita", reorganising("jsonb_set(b, '{put,posts,0,id}', '900.5')"), invalid},
        {"bring a post without a title", "kaita", reorganising("jsonb_set(b, '{put,posts,0,title}', '\"　\"')"),
         invalid},
        {"bring a post that lies nowhere", "kaita", reorganising("jsonb_set(b, '{put,posts,0,section}', '999')"),
         invalid},
        {"bring a post whose code another has", "kaita",
         reorganising("jsonb_set(b, '{put,posts,0,code}', '\"mayor\"')"), invalid},
        {"bring a second head of a section", "kaita", reorganising("jsonb_set(b, '{put,posts,0,head}', 'true')"),
         invalid},
        {"bring back a number that was something else", "kaita", reorganising("jsonb_set(b, '{end,posts}', '[0]')"),
         invalid},
        {"take a post from under its holders", "kaita", reorganising("jsonb_set(b, '{end,posts}', '[1]')"), invalid},
        {"take a section from under its posts", "kaita", reorganising("jsonb_set(b, '{end,sections}', '[3]')"),
         invalid},
        {"let somebody leave who still holds a post", "kaita", reorganising("jsonb_set(b, '{end,staff}', '[1]')"),
         invalid},
        {"let the city end", "kaita", reorganising("jsonb_set(b, '{end,sections}', '[1]')"), invalid},
        {"sign in as somebody else from a day on", "kaita",
         reorganising("jsonb_set(b, '{put,staff}', (SELECT jsonb_build_array(jsonb_build_object('id', f.staff_id, "
                      "'login', 'kaita2', 'number', f.number, 'family', f.family_name, 'given', f.given_name, 'kana', "
                      "f.kana)) FROM kessai.staff f WHERE f.login = 'ichikawa' LIMIT 1))"),
         invalid},
        {"give a new colleague the login of somebody who is there", "kaita",
         reorganising("jsonb_set(b, '{put,staff}', '[{\"id\": 9999, \"login\": \"ichikawa\", \"number\": \"1\", "
                      "\"family\": \"市川\", \"given\": \"偽\", \"kana\": \"いちかわ\"}]')"),
         invalid},
        {"appoint themselves to be mayor", "kaita", reorganising(appointing("kaita", "mayor").constData()),
         refusedAs("SelfAppointed")},
        {"give their own post a role", "kaita",
         reorganising("jsonb_set(b, '{put,roles}', (SELECT jsonb_build_array(jsonb_build_object('role', 'records', "
                      "'post', p.post_id)) FROM kessai.post p WHERE p.code = 'kaikei-kanrisha' LIMIT 1))"),
         refusedAs("SelfAppointed")},
        {"move their own post to the head of the city", "kaita",
         reorganising("jsonb_set(b, '{put,posts}', (SELECT jsonb_build_array(jsonb_build_object('id', p.post_id, "
                      "'section', 1, 'code', p.code, 'title', p.title, 'rank', p.rank, 'head', false)) "
                      "FROM kessai.post p WHERE p.code = 'kaikei-kanrisha' LIMIT 1))"),
         refusedAs("SelfAppointed")},
        {"let the work of a post that ends come to themselves", "kaita",
         reorganising(
             "(SELECT jsonb_set(jsonb_set(jsonb_set(b, '{end,posts}', jsonb_build_array(p.post_id)), "
             "'{end,appointments}', "
             "(SELECT jsonb_agg(jsonb_build_object('staff', a.staff_id, 'post', a.post_id)) FROM kessai.appointment a "
             "WHERE a.post_id = p.post_id)), '{put,successions}', jsonb_build_array(jsonb_build_object('post', "
             "p.post_id, "
             "'successor', (SELECT o.post_id FROM kessai.post o WHERE o.code = 'kaikei-kanrisha' LIMIT 1)))) "
             "FROM kessai.post p WHERE p.code = 'soumu-jicho' LIMIT 1)"),
         refusedAs("SelfAppointed")},
        {"call their own post what rules know another by", "kaita",
         reorganising(
             "jsonb_set(b, '{put,posts}', (SELECT jsonb_agg(jsonb_build_object('id', p.post_id, 'section', "
             "p.section_id, 'code', CASE p.code WHEN 'mayor' THEN 'kaikei-kanrisha' ELSE 'mayor' END, 'title', "
             "p.title, 'rank', p.rank, 'head', p.head = 1)) "
             "FROM kessai.post p WHERE p.code IN ('mayor', 'kaikei-kanrisha')))"),
         refusedAs("SelfAppointed")},
        {"hang another section below their own", "kaita",
         reorganising("jsonb_set(b, '{put,sections}', (SELECT jsonb_build_array(jsonb_build_object('id', s.section_id, "
                      "'parent', (SELECT o.section_id FROM kessai.section o WHERE o.code = 'kaikei' LIMIT 1), 'level', "
                      "s.level, 'code', s.code, 'name', s.name, 'busy', false)) "
                      "FROM kessai.section s WHERE s.code = 'zaiseikakari' LIMIT 1))"),
         refusedAs("SelfAppointed")},
        {"move the post of others into their own section", "kaita",
         reorganising("jsonb_set(b, '{put,posts}', (SELECT jsonb_build_array(jsonb_build_object('id', p.post_id, "
                      "'section', (SELECT o.section_id FROM kessai.section o WHERE o.code = 'kaikei' LIMIT 1), 'code', "
                      "p.code, 'title', p.title, 'rank', p.rank, 'head', false)) "
                      "FROM kessai.post p WHERE p.code = 'zaisei-shuji' LIMIT 1))"),
         refusedAs("SelfAppointed")},
        {"leave the city without a head", "kaita",
         reorganising("jsonb_set(b, '{put,posts}', (SELECT jsonb_build_array(jsonb_build_object('id', p.post_id, "
                      "'section', p.section_id, 'code', p.code, 'title', p.title, 'rank', p.rank, 'head', false)) "
                      "FROM kessai.post p WHERE p.code = 'mayor' LIMIT 1))"),
         invalid},
        {"leave no number for others", "kaita", reorganising("jsonb_set(b, '{put,posts,0,id}', '999999999999999')"),
         invalid},
        {"learn what somebody could do", "kaita", plain("SELECT kessai.powers_on(1, '2026-04-01')"), denied()},
        {"put what is due in force without its door", "suzuki", plain("SELECT kessai.come_to_today(true)"), denied()},
        {"let work go from a post that stays", "kaita",
         reorganising("jsonb_set(b, '{put,successions}', '[{\"post\": 1, \"successor\": 2}]')"), invalid},
        {"bring a reorganisation that fills the disk", "kaita",
         plain("SELECT kessai.reorganise(repeat(' ', 1000001), 'x', 1000000)"), faultOf("TooLarge")},
    };
}

} // namespace kessai::test
