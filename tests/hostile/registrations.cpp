// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A call in which {login} stands for somebody's id, {post} of the small office for a post's by code, {+3} for a day from today on.
auto registering(const char *sql)
{
    return [=](Stage &stage) {
        QString text = QString::fromUtf8(sql);
        const auto office = sceneOffice().office();
        for (qsizetype at = text.indexOf(QLatin1Char('{')); at >= 0; at = text.indexOf(QLatin1Char('{'))) {
            const QString word = text.mid(at + 1, text.indexOf(QLatin1Char('}')) - at - 1);
            bool day = false;
            const int days = word.toInt(&day);
            const Post *post = office->postByCode(word);
            const QString value = day
                ? stage.ask(QStringLiteral("SELECT to_char(to_date(kessai.today(), 'YYYY-MM-DD') + "
                                           "(%1), 'YYYY-MM-DD')")
                                .arg(days))
                : post ? QString::number(post->id.value())
                       : QString::number(sceneOffice().staffId(word).value());
            text.replace(QString(QLatin1Char('{') + word + QLatin1Char('}')), value);
        }
        return text;
    };
}

/// The absence the scene gave somebody.
auto endingAbsenceOf(const char *login, const char *last)
{
    return [=](Stage &stage) {
        const QString call =
            QStringLiteral(
                "SELECT kessai.end_absence((SELECT max(absence_id) FROM kessai.absence WHERE staff_id = {%1}), "
                "%2)")
                .arg(QLatin1String(login), QLatin1String(last));
        return registering(call.toUtf8().constData())(stage);
    };
}

/// The list of stand-ins in which 財前 is the last, turned round, or only those of its rows that are asked for.
auto movingUp(const char *which)
{
    return [=](Stage &stage) {
        const QString call =
            QStringLiteral(
                "SELECT kessai.set_stand_ins(i.decider_id, jsonb_agg(jsonb_build_object('post', i.post_id) ORDER BY "
                "%1)::text) FROM kessai.stand_in i WHERE %2 AND i.decider_id IN (SELECT s.decider_id FROM "
                "kessai.stand_in s JOIN kessai.appointment a ON a.post_id = s.post_id AND a.staff_id = {zaizen}) "
                "GROUP BY i.decider_id")
                .arg(QLatin1String(which) == QLatin1String("true") ? QStringLiteral("i.place DESC")
                                                                   : QStringLiteral("i.place"),
                     QLatin1String(which));
        return registering(call.toUtf8().constData())(stage);
    };
}

} // namespace

std::vector<Attack> registrationAttacks()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto noPeriod = refusedAs("PeriodInvalid");
    const auto selfMade = refusedAs("SelfAppointed");
    return {
        {"say that a colleague is away", "suzuki",
         registering("SELECT kessai.add_absence({kato}, 0, 0, '{+0}', '{+9}')"), notTheirs},
        {"say that the boss is away, so that one decides in their place", "kato",
         registering("SELECT kessai.add_absence({bando}, 1, 0, '{+0}', '{+9}')"), notTheirs},
        {"be away before today, so that what was done counts otherwise", "suzuki",
         registering("SELECT kessai.add_absence({suzuki}, 0, 1, '{-1}', '{+9}')"), noPeriod},
        {"be away until before one goes", "suzuki",
         registering("SELECT kessai.add_absence({suzuki}, 0, 1, '{+5}', '{+4}')"), noPeriod},
        {"be away on a day that does not exist", "suzuki",
         registering("SELECT kessai.add_absence({suzuki}, 0, 0, '2999-02-30', '2999-03-30')"), noPeriod},
        {"be away on days nobody can read", "suzuki",
         registering("SELECT kessai.add_absence({suzuki}, 0, 0, '{+0}', 'infinity')"), noPeriod},
        {"be away without an end", "suzuki", registering("SELECT kessai.add_absence({suzuki}, 0, 0, '{+0}', NULL)"),
         noPeriod},
        {"be away for no known reason", "suzuki",
         registering("SELECT kessai.add_absence({suzuki}, 9, 0, '{+0}', '{+9}')"), faultOf("Invalid")},
        {"be passed over by a number of one's own", "suzuki",
         registering("SELECT kessai.add_absence({suzuki}, 0, 7, '{+0}', '{+9}')"), faultOf("Invalid")},
        {"say that nobody is away", "suzuki", registering("SELECT kessai.add_absence(NULL, 0, 0, '{+0}', '{+9}')"),
         notTheirs},
        {"say that somebody who left is away", "kaita",
         registering("SELECT kessai.add_absence({taishoku}, 0, 0, '{+0}', '{+9}')"), faultOf("NotFound")},
        {"register an absence after leaving", "taishoku",
         registering("SELECT kessai.add_absence({taishoku}, 0, 0, '{+0}', '{+9}')"), notTheirs},
        {"register an absence with a login that is nobody's", "stranger",
         registering("SELECT kessai.add_absence({suzuki}, 0, 0, '{+0}', '{+9}')"), notTheirs},
        {"fill the office with absences", "suzuki",
         registering("SELECT kessai.add_absence({suzuki}, 0, 0, '{+0}', to_char(to_date('{+0}', 'YYYY-MM-DD') + i, "
                     "'YYYY-MM-DD')) FROM generate_series(1, 101) i"),
         refusedAs("TooManyEntries")},
        {"register the same absence twice", "suzuki",
         registering("SELECT kessai.add_absence({suzuki}, 0, 0, '{+0}', '{+9}') FROM generate_series(1, 2)"),
         faultOf("AlreadyExists")},
        {"let reviews pass somebody over, as an administrator", "kaita",
         registering("SELECT kessai.add_absence({suzuki}, 0, 1, '{+0}', '{+9}')"), notTheirs},
        {"send away whose stand-in one is, as an administrator", "zaizen",
         registering("SELECT kessai.add_absence((SELECT a.staff_id FROM kessai.appointment a JOIN kessai.stand_in i ON "
                     "i.decider_id = a.post_id JOIN kessai.appointment z ON z.post_id = i.post_id AND z.staff_id = "
                     "{zaizen} LIMIT 1), 0, 0, '{+0}', '{+9}')"),
         selfMade},
        {"send away whom one deputises for, as an administrator", "zaizen",
         registering("SELECT kessai.add_absence({fukuda}, 0, 0, '{+0}', '{+9}')"), selfMade},
        {"end a colleague's absence", "suzuki", endingAbsenceOf("fukuda", "'{-1}'"), notTheirs},
        {"end an absence as the deputy", "shiga", endingAbsenceOf("kyuka", "'{-1}'"), notTheirs},
        {"end one's absence in the past", "rusu", endingAbsenceOf("rusu", "'{-2}'"), noPeriod},
        {"end one's absence on no day", "rusu", endingAbsenceOf("rusu", "NULL"), noPeriod},
        {"make one's absence longer by ending it", "rusu", endingAbsenceOf("rusu", "'9999-12-31'"), noPeriod},
        {"end an absence that is not there", "suzuki", registering("SELECT kessai.end_absence(999999, '{+0}')"),
         faultOf("NotFound")},
        {"make oneself the boss's deputy", "suzuki",
         registering("SELECT kessai.add_deputy({kato}, {suzuki}, 0, '{+0}', '{+9}')"), notTheirs},
        {"make oneself the mayor's deputy as an administrator", "kaita",
         registering("SELECT kessai.add_deputy({ichikawa}, {kaita}, 0, '{+0}', '{+9}')"), selfMade},
        {"make oneself one's own deputy", "kato",
         registering("SELECT kessai.add_deputy({kato}, {kato}, 1, '{+0}', NULL)"), selfMade},
        {"give somebody a colleague for a deputy", "suzuki",
         registering("SELECT kessai.add_deputy({kato}, {seki}, 0, '{+0}', '{+9}')"), notTheirs},
        {"hand on what one deputises for", "tsugawa",
         registering("SELECT kessai.add_deputy({bando}, {zama}, 0, '{+0}', '{+9}')"), notTheirs},
        {"choose a deputy who left", "kato",
         registering("SELECT kessai.add_deputy({kato}, {taishoku}, 0, '{+0}', '{+9}')"), faultOf("NotFound")},
        {"limit a deputy to a form that is not there", "kato",
         registering("SELECT kessai.add_deputy({kato}, {hosaka}, 0, '{+0}', '{+9}', ',nothing,')"), faultOf("Invalid")},
        {"limit a deputy to a form twice", "kato",
         registering("SELECT kessai.add_deputy({kato}, {hosaka}, 0, '{+0}', '{+9}', ',draft,draft,')"),
         faultOf("Invalid")},
        {"limit a deputy to what is no list", "kato",
         registering("SELECT kessai.add_deputy({kato}, {hosaka}, 0, '{+0}', '{+9}', '%')"), faultOf("Invalid")},
        {"limit a deputy to no list", "kato",
         registering("SELECT kessai.add_deputy({kato}, {hosaka}, 0, '{+0}', '{+9}', NULL)"), faultOf("Invalid")},
        {"limit a deputy to less than nothing", "kato",
         registering("SELECT kessai.add_deputy({kato}, {hosaka}, 0, '{+0}', '{+9}', '', -1)"), faultOf("Invalid")},
        {"make oneself a colleague's deputy for one form", "suzuki",
         registering("SELECT kessai.add_deputy({kato}, {suzuki}, 0, '{+0}', '{+9}', ',draft,', 1)"), notTheirs},
        {"choose nobody as a deputy", "kato", registering("SELECT kessai.add_deputy({kato}, NULL, 0, '{+0}', '{+9}')"),
         faultOf("NotFound")},
        {"have a deputy who acted before today", "kato",
         registering("SELECT kessai.add_deputy({kato}, {hosaka}, 0, '{-9}', '{+9}')"), noPeriod},
        {"have a deputy on all days for ever", "kato",
         registering("SELECT kessai.add_deputy({kato}, {hosaka}, 0, '{+0}', NULL)"), noPeriod},
        {"have a deputy of a kind that is not known", "kato",
         registering("SELECT kessai.add_deputy({kato}, {hosaka}, NULL, '{+0}', NULL)"), faultOf("Invalid")},
        {"register the same deputy twice", "kyuka",
         registering("SELECT kessai.add_deputy({kyuka}, {shiga}, 0, '{+3}', '{+9}')"), faultOf("AlreadyExists")},
        {"have more deputies than days", "kato",
         registering(
             "SELECT kessai.add_deputy({kato}, {hosaka}, 0, x.day, x.day) FROM (SELECT "
             "to_char(to_date('{+1}', 'YYYY-MM-DD') + i, 'YYYY-MM-DD') AS day FROM generate_series(1, 21) i) x"),
         refusedAs("TooManyEntries")},
        {"end somebody else's deputyship", "suzuki",
         registering("SELECT kessai.end_deputy({bando}, {tsugawa}, '2020-04-01', 1)"), notTheirs},
        {"end a deputyship as the deputy", "tsugawa",
         registering("SELECT kessai.end_deputy({bando}, {tsugawa}, '2020-04-01', 1)"), notTheirs},
        {"end a deputyship that has ended", "kato",
         registering("SELECT kessai.end_deputy({kato}, {hosaka}, '2020-04-01', 1)"), faultOf("NotFound")},
        {"list oneself as a stand-in", "suzuki", registering("SELECT kessai.set_stand_ins({soumu-bucho}, '[]')"),
         notTheirs},
        {"list oneself as a stand-in, as an administrator", "kaita",
         registering("SELECT kessai.set_stand_ins({soumu-bucho}, jsonb_build_array(jsonb_build_object('post', (SELECT "
                     "post_id FROM kessai.appointment WHERE staff_id = {kaita} LIMIT 1)))::text)"),
         refusedAs("SelfAppointed")},
        {"list the heads of drafters' sections as one of them, as an administrator", "zaizen",
         registering("SELECT kessai.set_stand_ins({soumu-bucho}, jsonb_build_array(jsonb_build_object('level', "
                     "2))::text)"),
         selfMade},
        {"drop who comes before oneself, as an administrator", "zaizen", movingUp("place > 1"), selfMade},
        {"come first among the stand-ins, as an administrator", "zaizen", movingUp("true"), selfMade},
        {"let everybody read the office again and again, as an administrator", "kaita",
         registering("SELECT kessai.set_stand_ins({soumu-bucho}, '[]') FROM generate_series(1, 121)"),
         refusedAs("TooManyEntries")},
        {"list more stand-ins than days", "kaita",
         registering("SELECT kessai.set_stand_ins({soumu-bucho}, (SELECT jsonb_agg(jsonb_build_object('post', i)) FROM "
                     "generate_series(1, 21) i)::text)"),
         refusedAs("TooManyEntries")},
        {"list the decider as the stand-in", "kaita",
         registering("SELECT kessai.set_stand_ins({soumu-bucho}, jsonb_build_array(jsonb_build_object('post', "
                     "{soumu-bucho}))::text)"),
         faultOf("Invalid")},
        {"list stand-ins that nobody can read", "kaita", plain("SELECT kessai.set_stand_ins(3, '[')"),
         errorState("22P02")},
        {"list a stand-in that is no post", "kaita", plain(R"(SELECT kessai.set_stand_ins(3, '[{"post": 99999}]'))"),
         faultOf("NotFound")},
        {"list a stand-in at no level", "kaita", plain(R"(SELECT kessai.set_stand_ins(3, '[{"level": 9}]'))"),
         faultOf("Invalid")},
        {"list a stand-in by post and level", "kaita",
         plain(R"(SELECT kessai.set_stand_ins(3, '[{"post": 5, "level": 2}]'))"), faultOf("Invalid")},
        {"list stand-ins in no list", "kaita", plain(R"(SELECT kessai.set_stand_ins(3, '{"post": 5}'))"),
         faultOf("Invalid")},
        {"list stand-ins without saying whom", "kaita", plain("SELECT kessai.set_stand_ins(3, NULL)"),
         faultOf("Invalid")},
        {"list stand-ins of an unknown post", "kaita", plain("SELECT kessai.set_stand_ins(99999, '[]')"),
         faultOf("NotFound")},
        {"lead the boss's work to oneself", "suzuki",
         registering("SELECT kessai.set_successor({soumu-kacho}, {shomu-kakaricho}, '{+0}')"), notTheirs},
        {"lead away the work of a post that is there", "kaita",
         registering("SELECT kessai.set_successor({soumu-kacho}, {shomu-kakaricho}, '{+0}')"),
         refusedAs("GoesInCircles")},
        {"lead work to a post that is not there", "kaita",
         registering("SELECT kessai.set_successor({soumu-kacho}, 99999, '{+0}')"), faultOf("NotFound")},
        {"lead the work of no post", "kaita", registering("SELECT kessai.set_successor(99999, 3, '{+0}')"),
         faultOf("NotFound")},
        {"lead work elsewhere before today", "kaita",
         registering("SELECT kessai.set_successor({soumu-kacho}, {shomu-kakaricho}, '{-1}')"), noPeriod},
        {"look for what waits for nobody", "suzuki", plain("SELECT * FROM kessai.stranded()"), notTheirs},
        {"look for what waits for nobody as an auditor", "shindo", plain("SELECT * FROM kessai.stranded()"), notTheirs},
        {"see how the server is doing", "suzuki", plain("SELECT * FROM kessai.health()"), notTheirs},
        {"see how the server is doing as an auditor", "shindo", plain("SELECT * FROM kessai.health()"), notTheirs},
        {"read who changed what of the office", "suzuki", plain("SELECT * FROM kessai.office_acts(99999, 0, '', 10)"),
         notTheirs},
        {"read who changed what of the office after leaving", "taishoku",
         plain("SELECT * FROM kessai.office_acts(99999, 0, '', 10)"), notTheirs},
        {"read who changed what of the office with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.office_acts(99999, 0, '', 10)"), notTheirs},
        {"ask past the door what an act was about", "kaita",
         plain("SELECT kessai.kind_of_act(v) FROM kessai.office_revision v"), denied()},
        {"read all that was ever changed in one answer", "kaita",
         plain("SELECT count(*) > 1000 FROM kessai.office_acts(99999999, 0, '', 99999999)"), onlyValue("false")},
        {"read the server's figures past the door", "kaita", plain("SELECT * FROM kessai.server_figures()"), denied()},
        {"say when the office was backed up", "kaita",
         plain("INSERT INTO kessai.upkeep (kind, done_at, outcome) VALUES ('backup', 1, 0)"), denied()},
        {"make a revision of the office", "kaita", plain("SELECT kessai.next_revision('mine')"), denied()},
        {"ask the notary who is an administrator", "suzuki", plain("SELECT kessai.is_administrator(1, '2026-01-01')"),
         denied()},
        {"register under another isolation", "suzuki",
         registering("BEGIN ISOLATION LEVEL SERIALIZABLE;; SELECT kessai.add_absence({suzuki}, 0, 0, '{+0}', '{+9}')"),
         faultOf("Invalid")},
    };
}

} // namespace kessai::test
