// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

std::function<QString(Stage &)> stated(const char *sql)
{
    return aboutMeetings(QString::fromUtf8(sql));
}

/// Something done to the running meeting as it is now, or as somebody says they saw it.
std::function<QString(Stage &)> doingNow(int kind, const char *body, const char *seen = "{rseq}")
{
    return aboutMeetings(QStringLiteral("SELECT kessai.change_meeting({R}, %1, 'attack', %2, '%3', '')")
                             .arg(QLatin1String(seen), QString::number(kind), QString::fromUtf8(body)));
}
/// Somebody's word that people are there.
std::function<QString(Stage &)> noting(const char *people)
{
    return aboutMeetings(
        QStringLiteral("SELECT kessai.change_meeting({R}, -1, 'attack', 10, '{\"others\":false,\"people\":[%1]}', '')")
            .arg(QLatin1String(people)));
}

/// A case said to be the minutes of the meeting that is over.
std::function<QString(Stage &)> filing(CaseId (*which)(const SceneCases &))
{
    return [which](Stage &stage) {
        return aboutMeetings(
            QStringLiteral("SELECT kessai.change_meeting({C}, 4, 'attack', 16, '{\"minutes\":%1}', '')")
                .arg(which(stage.cases()).value()))(stage);
    };
}

constexpr auto kCloseOpen = R"({"abstain":0,"ballots":[],"no":0,"vote":17,"yes":99})";

/// Every door of a running meeting, by somebody to whom it is not there.
void runningClosedTo(std::vector<Attack> &attacks, const char *login, const char *who)
{
    const std::vector<std::pair<const char *, const char *>> doors{
        {"read how a meeting stands", "SELECT kessai.meeting_live({R})"},
        {"show a place", "SELECT kessai.show_place({R}, 1, 1, 0, -1, -1)"},
        {"say who presents", "SELECT kessai.set_presenter({R}, {fuji})"},
        {"call everybody", "SELECT kessai.call_all({R})"},
        {"vote", "SELECT kessai.cast_ballot({R}, 17, 1)"},
        {"ask to speak", "SELECT kessai.ask_to_speak({R}, true)"},
        {"give the floor", "SELECT kessai.give_the_floor({R}, {fuji}, 0)"},
        {"destroy ink", "SELECT kessai.destroy_ink({R})"},
        {"read when ink ends", "SELECT kessai.ink_end({R})"},
        {"say to be there",
         R"(SELECT kessai.change_meeting({R}, -1, 'attack', 10, '{"others":false,"people":[{"minute":-1,"state":1,"who":{fuji}}]}', ''))"},
        {"do somebody else's duty",
         R"(SELECT kessai.change_meeting({R}, -1, 'attack', 15, '{"action":15,"done":true,"note":""}', ''))"},
    };
    for (const auto &[what, sql] : doors)
        attacks.push_back({QByteArray(what) + ", running, as " + who, login, stated(sql), faultOf("NotFound")});
}

/// By those who meet, and no more than that.
std::vector<Attack> byThoseWhoMeet()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto closed = refusedAs("WrongState");
    const auto invalid = faultOf("Invalid");
    return {
        {"present while somebody else does", "kato", stated("SELECT kessai.show_place({R}, 1, 1, 0, -1, -1)"),
         notTheirs},
        {"present as the chair while somebody else does", "bando",
         stated("SELECT kessai.show_place({R}, 1, 1, 0, -1, -1)"), notTheirs},
        {"become the presenter", "kato", stated("SELECT kessai.set_presenter({R}, {kato})"), notTheirs},
        {"make nobody the presenter", "kato", stated("SELECT kessai.set_presenter({R}, 0)"), notTheirs},
        {"call everybody as a member", "kato", stated("SELECT kessai.call_all({R})"), notTheirs},
        {"call everybody as the chair", "bando", stated("SELECT kessai.call_all({R})"), notTheirs},
        {"take the floor", "kato", stated("SELECT kessai.give_the_floor({R}, {kato}, 0)"), notTheirs},
        {"take the floor from who has it", "suzuki", stated("SELECT kessai.give_the_floor({R}, 0, 0)"), notTheirs},
        {"speak as one who watches", "shiba", stated("SELECT kessai.ask_to_speak({R}, true)"), notTheirs},
        {"vote as one who watches", "shiba", stated("SELECT kessai.cast_ballot({R}, 17, 1)"), notTheirs},
        {"vote as the secretary", "sato", stated("SELECT kessai.cast_ballot({R}, 17, 1)"), notTheirs},
        {"vote after leaving", "suzuki", stated("SELECT kessai.cast_ballot({R}, 17, 1)"), notTheirs},
        {"vote under a hidden item", "tanaka", stated("SELECT kessai.cast_ballot({R}, 17, 1)"), closed},
        {"tell a vote under a hidden item from none", "tanaka", stated("SELECT kessai.cast_ballot({R}, 18, 1)"),
         closed},
        {"vote when it is over", "kato", stated("SELECT kessai.cast_ballot({R}, 11, 1)"), closed},
        {"vote where nothing is asked", "kato", stated("SELECT kessai.cast_ballot({R}, NULL, 1)"), closed},
        {"vote in a meeting that does not run", "kato", stated("SELECT kessai.cast_ballot({M}, 1, 1)"), closed},
        {"choose what is no choice", "kato", stated("SELECT kessai.cast_ballot({R}, 17, 4)"), invalid},
        {"choose nothing", "kato", stated("SELECT kessai.cast_ballot({R}, 17, NULL)"), invalid},
        {"vote as somebody who left the office", "taishoku", stated("SELECT kessai.cast_ballot({R}, 17, 1)"),
         notTheirs},
        {"open a vote as a member", "kato", doingNow(11, R"({"byName":true,"item":1,"question":"x","vote":18})"),
         notTheirs},
        {"close a vote as a member", "kato", doingNow(12, kCloseOpen), notTheirs},
        {"record a decision as a member", "kato", doingNow(13, R"({"item":1,"resolution":18,"text":"x"})"), notTheirs},
        {"word a decision anew as a member", "kato", doingNow(13, R"({"item":2,"resolution":13,"text":"x"})"),
         notTheirs},
        {"give somebody something to do as a member", "kato",
         doingNow(14, R"({"action":18,"due":"2027-03-01","item":1,"owner":{tanaka},"text":"x"})"), notTheirs},
        {"hand one's duty on", "kato",
         doingNow(14, R"({"action":15,"due":"2027-03-01","item":1,"owner":{tanaka},"text":"x"})"), notTheirs},
        {"say that somebody else's duty is done", "kato", doingNow(15, R"({"action":14,"done":true,"note":""})", "-1"),
         notTheirs},
        {"say that a duty is done that is none", "kato", doingNow(15, R"({"action":99,"done":true,"note":""})", "-1"),
         notTheirs},
        {"say that a duty under a hidden item is done", "tanaka",
         doingNow(15, R"({"action":14,"done":true,"note":""})", "-1"), notTheirs},
        {"do something else as who only has a duty", "fuyo", doingNow(13, R"({"item":2,"resolution":13,"text":"x"})"),
         faultOf("NotFound")},
        {"say that somebody else is there", "kato", noting(R"({"minute":-1,"state":1,"who":{suzuki}})"), notTheirs},
        {"say that somebody else is there, too", "kato",
         noting(R"({"minute":-1,"state":1,"who":{kato}},{"minute":-1,"state":1,"who":{suzuki}})"), notTheirs},
        {"say that nobody is there", "kato", noting(""), notTheirs},
        {"say that somebody else is there as the chair", "bando", noting(R"({"minute":-1,"state":1,"who":{suzuki}})"),
         notTheirs},
        {"say to be absent as if it had been noted", "kato", noting(R"({"minute":-1,"state":4,"who":{kato}})"),
         notTheirs},
        {"end a meeting as the chair", "bando", doingNow(9, R"({"to":3})"), notTheirs},
        {"file minutes as the chair", "bando", doingNow(16, R"({"minutes":1})"), notTheirs},
        {"destroy ink as a member", "kato", stated("SELECT kessai.destroy_ink({R})"), notTheirs},
        {"destroy ink as the chair", "bando", stated("SELECT kessai.destroy_ink({R})"), notTheirs},
        // auditors watch
        {"present as an auditor", "shindo", stated("SELECT kessai.show_place({R}, 1, 1, 0, -1, -1)"), notTheirs},
        {"present as an auditor at a meeting that does not run", "shindo",
         stated("SELECT kessai.show_place({M}, 1, 1, 0, -1, -1)"), notTheirs},
        {"vote as an auditor", "shindo", stated("SELECT kessai.cast_ballot({R}, 17, 1)"), notTheirs},
        {"speak as an auditor", "shindo", stated("SELECT kessai.ask_to_speak({R}, true)"), notTheirs},
        {"say to be there as an auditor", "shindo", noting(R"({"minute":-1,"state":1,"who":{kato}})"), notTheirs},
    };
}

/// What is not to be learnt of a running meeting.
std::vector<Attack> learning()
{
    const auto none = onlyValue("0");
    const auto live = [](const char *which) {
        return aboutMeetings(QStringLiteral("SELECT count(*) FROM kessai.meeting_live({R}) WHERE ")
                             + QLatin1String(which));
    };
    const auto acts = [](const char *which) {
        return aboutMeetings(QStringLiteral("SELECT count(*) FROM kessai.meeting_acts({R}) WHERE ")
                             + QString::fromUtf8(which));
    };
    return {
        {"see that something hidden is shown", "tanaka",
         live("paper <> 0 OR revision <> 0 OR page <> 0 OR x <> -1 OR y <> -1"), none},
        {"see that something hidden is voted on", "tanaka", live("vote <> 0 OR votes_cast <> 0 OR my_ballot <> 0"),
         none},
        {"read what was decided under a hidden item", "tanaka", acts("kind > 10 AND item = 2 OR body LIKE '%停職%'"),
         none},
        {"read who is to do something under a hidden item", "tanaka", acts("body LIKE '%聞き取る%'"), none},
        {"read who chose what in a secret vote", "kato", live("ballots <> '[]'"), none},
        {"read who chose what in a secret vote as the secretary", "sato", live("ballots <> '[]'"), none},
        {"read who chose what in a secret vote as the chair", "bando", live("ballots <> '[]'"), none},
        {"read who chose what in a secret vote as an auditor", "shindo", live("ballots <> '[]'"), none},
        {"read ballots where they are kept", "sato", stated("SELECT * FROM kessai.meeting_ballot"), denied()},
        {"read what holds now where it is kept", "sato", stated("SELECT * FROM kessai.meeting_live"), denied()},
        {"read who wants to speak where it is kept", "fuji", stated("SELECT * FROM kessai.meeting_speaker"), denied()},
        {"read who is there where it is kept", "fuji", stated("SELECT * FROM kessai.meeting_there"), denied()},
        {"read everybody's duties where they are kept", "kato", stated("SELECT * FROM kessai.meeting_action"),
         denied()},
        {"read somebody else's duties", "kato",
         stated("SELECT count(*) FROM kessai.my_actions() WHERE text NOT LIKE '%まとめる%'"), none},
        {"read the duties one gave to others", "sato", stated("SELECT count(*) FROM kessai.my_actions()"), none},
        {"read duties with a login that is nobody's", "stranger", stated("SELECT * FROM kessai.my_actions()"),
         faultOf("AccessDenied")},
        {"read duties after leaving", "taishoku", stated("SELECT * FROM kessai.my_actions()"), faultOf("AccessDenied")},
        {"ask as somebody else how a meeting stands", "fuji", stated("SELECT kessai.live_now({kato}, {R})"), denied()},
        // the bell
        {"learn on what channel others listen", "fuji", stated("SELECT * FROM pg_listening_channels()"), nothing()},
        {"learn on what channel others listen by what they run", "fuji", stated("SELECT query FROM pg_stat_activity"),
         denied()},
        {"ring the bell of a meeting by its number", "fuji", stated("SELECT kessai.ring_meeting({R}, '')"), denied()},
        {"ring a bell without anything having happened", "fuji",
         stated("NOTIFY m00000000000000000000000000000000, 'a vote was closed'"), nothing()},
        {"make a channel", "kato", stated("SELECT kessai.fresh_channel()"), denied()},
    };
}

/// By those who lead it.
std::vector<Attack> byThoseWhoLead()
{
    const auto invalid = faultOf("Invalid");
    const auto wrong = refusedAs("WrongState");
    const auto notFound = faultOf("NotFound");
    const auto place = [](const char *where) {
        return aboutMeetings(QStringLiteral("SELECT kessai.show_place({R}, %1)").arg(QLatin1String(where)));
    };
    return {
        {"show a paper that is not there", "sato", place("3, 1, 0, -1, -1"), invalid},
        {"show a revision that is not there", "sato", place("1, 2, 0, -1, -1"), invalid},
        {"show a page that is not there", "sato", place("1, 1, 2, -1, -1"), invalid},
        {"show the page before the first", "sato", place("1, 1, -1, -1, -1"), invalid},
        {"point beside the page", "sato", place("1, 1, 0, 0.5, 1.5"), invalid},
        {"point at half a place", "sato", place("1, 1, 0, 0.5, -1"), invalid},
        {"point at what is no number", "sato", place("1, 1, 0, 'NaN', 'NaN'"), invalid},
        {"point nowhere", "sato", place("1, 1, 0, NULL, NULL"), invalid},
        {"stand above the beginning of a page", "sato", place("1, 1, 0, -1, -1, -0.1"), invalid},
        {"stand below the end of a page", "sato", place("1, 1, 0, -1, -1, 1.1"), invalid},
        {"stand on a page at what is no number", "sato", place("1, 1, 0, -1, -1, 'NaN'"), invalid},
        {"stand nowhere on a page", "sato", place("1, 1, 0, -1, -1, NULL"), invalid},
        {"show a place in a transaction that sees the past", "sato",
         stated("BEGIN ISOLATION LEVEL REPEATABLE READ;;SELECT kessai.show_place({R}, 1, 1, 0, -1, -1)"), invalid},
        {"show a place in a meeting that does not run", "sato",
         stated("SELECT kessai.show_place({M}, 1, 1, 0, -1, -1)"), wrong},
        {"call everybody in a meeting that is over", "sato", stated("SELECT kessai.call_all({C})"), wrong},
        {"let somebody present who was not invited", "sato", stated("SELECT kessai.set_presenter({R}, {fuji})"),
         invalid},
        {"let somebody present who watches", "bando", stated("SELECT kessai.set_presenter({R}, {shiba})"), invalid},
        {"let somebody present who was taken out", "sato", stated("SELECT kessai.set_presenter({R}, {hosaka})"),
         invalid},
        {"let somebody present who is not there", "sato", stated("SELECT kessai.set_presenter({R}, NULL)"), invalid},
        {"give the floor to who was not invited", "sato", stated("SELECT kessai.give_the_floor({R}, {fuji}, 0)"),
         invalid},
        {"give the floor to who watches", "bando", stated("SELECT kessai.give_the_floor({R}, {shiba}, 0)"), invalid},
        {"give the floor without end", "sato", stated("SELECT kessai.give_the_floor({R}, {kato}, 7201)"), invalid},
        {"give the floor for less than no time", "sato", stated("SELECT kessai.give_the_floor({R}, {kato}, -1)"),
         invalid},
        // votes
        {"open a vote while one is open", "sato", doingNow(11, R"({"byName":true,"item":1,"question":"x","vote":18})"),
         wrong},
        {"close a vote that is closed", "sato", doingNow(12, R"({"abstain":0,"ballots":[],"no":0,"vote":11,"yes":9})"),
         invalid},
        {"close a vote that never was", "sato", doingNow(12, R"({"abstain":0,"ballots":[],"no":0,"vote":99,"yes":9})"),
         invalid},
        {"close a vote whatever has been done since", "sato", doingNow(12, kCloseOpen, "-1"), invalid},
        {"close a vote with something besides", "sato",
         doingNow(12, R"({"abstain":0,"all":1,"ballots":[],"no":0,"vote":17,"yes":0})"), invalid},
        {"vote by the end of a vote", "sato", stated("INSERT INTO kessai.meeting_ballot VALUES ({R}, 17, {tanaka}, 1)"),
         denied()},
        {"end a meeting while a vote is open", "sato", doingNow(9, R"({"to":3})"), wrong},
        {"call a meeting off while a vote is open", "sato", doingNow(9, R"({"to":4})"), wrong},
        // what it comes to
        {"record a decision under a number to come", "sato", doingNow(13, R"({"item":1,"resolution":19,"text":"x"})"),
         invalid},
        {"take a decision over into another item", "sato", doingNow(13, R"({"item":1,"resolution":13,"text":"x"})"),
         invalid},
        {"record a decision without words", "sato", doingNow(13, R"({"item":1,"resolution":18,"text":""})"), invalid},
        {"take a decision back by blanks", "sato", doingNow(13, R"({"item":2,"resolution":13,"text":" "})"), invalid},
        {"record a decision in several lines", "sato", doingNow(13, R"({"item":1,"resolution":18,"text":"a\nb"})"),
         invalid},
        {"record a decision under no item", "sato", doingNow(13, R"({"item":9,"resolution":18,"text":"x"})"), invalid},
        {"give somebody something to do under a number to come", "sato",
         doingNow(14, R"({"action":19,"due":"2027-03-01","item":1,"owner":{kato},"text":"x"})"), invalid},
        {"take a duty over into another item", "sato",
         doingNow(14, R"({"action":15,"due":"2027-03-01","item":2,"owner":{kato},"text":"x"})"), invalid},
        {"give somebody something to do who left the office", "sato",
         doingNow(14, R"({"action":18,"due":"2027-03-01","item":1,"owner":{taishoku},"text":"x"})"), notFound},
        {"give somebody something to do who is not there", "sato",
         doingNow(14, R"({"action":18,"due":"2027-03-01","item":1,"owner":999999,"text":"x"})"), notFound},
        {"give somebody something to do until no day", "sato",
         doingNow(14, R"({"action":18,"due":"2027-02-30","item":1,"owner":{kato},"text":"x"})"), invalid},
        {"drop an item something came of", "sato", doingNow(4, R"({"item":1})"), invalid},
        {"file the minutes of a meeting that is not over", "sato", doingNow(16, R"({"minutes":999999})"), wrong},
        {"file somebody else's case as the minutes", "sato", filing([](const SceneCases &all) { return all.secret; }),
         notFound},
        {"file a case that is not there as the minutes", "sato",
         filing([](const SceneCases &) { return CaseId(999'999); }), notFound},
        {"file what is no case as the minutes", "sato", filing([](const SceneCases &) { return CaseId(0); }), invalid},
        {"file a decided case on another matter as the minutes", "sato",
         filing([](const SceneCases &all) { return all.decided; }), invalid},
        {"file a leave as the minutes", "sato", filing([](const SceneCases &all) { return all.leaveDraft; }), invalid},
        {"destroy ink before there are minutes", "sato", stated("SELECT kessai.destroy_ink({R})"), wrong},
        {"destroy ink where the rules do not want it", "sato", stated("SELECT kessai.destroy_ink({M})"), wrong},
        // who is there
        {"note as there who was not invited", "sato", noting(R"({"minute":-1,"state":1,"who":{fuji}})"), invalid},
        {"note as there who was taken out", "sato", noting(R"({"minute":-1,"state":1,"who":{hosaka}})"), invalid},
        {"note somebody twice", "sato",
         noting(R"({"minute":-1,"state":1,"who":{kato}},{"minute":-1,"state":4,"who":{kato}})"), invalid},
        {"note of others that nothing is noted", "sato",
         stated(
             R"(SELECT kessai.change_meeting({R}, -1, 'attack', 10, '{"others":true,"people":[{"minute":-1,"state":0,"who":{kato}}]}', ''))"),
         invalid},
        {"note nobody", "sato", noting(""), invalid},
        {"note what nobody is", "sato", noting(R"({"minute":-1,"state":5,"who":{kato}})"), invalid},
        {"note who came late at no time", "sato", noting(R"({"minute":-1,"state":2,"who":{kato}})"), invalid},
        {"note who is there since a minute", "sato", noting(R"({"minute":600,"state":1,"who":{kato}})"), invalid},
        {"note who left after midnight", "sato", noting(R"({"minute":1440,"state":3,"who":{kato}})"), invalid},
        {"note who is there before it begins", "sato",
         stated(
             R"(SELECT kessai.change_meeting({M}, -1, 'attack', 10, '{"others":false,"people":[{"minute":-1,"state":1,"who":{kato}}]}', ''))"),
         wrong},
        // past the doors
        {"begin to speak by hand", "kato", stated("INSERT INTO kessai.meeting_speaker VALUES ({R}, {kato}, 1, 1)"),
         denied()},
        {"present by hand", "kato", stated("UPDATE kessai.meeting_live SET presenter = {kato}"), denied()},
        {"be there by hand", "suzuki", stated("INSERT INTO kessai.meeting_there VALUES ({R}, {suzuki})"), denied()},
        {"do one's duty by hand", "fuyo", stated("UPDATE kessai.meeting_action SET done_at = 1"), denied()},
        {"count a vote by oneself", "sato", stated("SELECT kessai.close_vote({sato}, {R}, '{\"vote\":17}')"), denied()},
        {"hold a running meeting up", "kato",
         stated("SELECT * FROM kessai.meeting_live WHERE meeting_id = {R} FOR UPDATE"), denied()},
    };
}

} // namespace

std::vector<Attack> liveMeetingAttacks()
{
    std::vector<Attack> attacks;
    runningClosedTo(attacks, "fuji", "somebody else");
    runningClosedTo(attacks, "hosaka", "who was taken out");
    runningClosedTo(attacks, "kaita", "an administrator");
    runningClosedTo(attacks, "fuyo", "who only has something to do");
    for (const auto &more : {byThoseWhoMeet(), learning(), byThoseWhoLead()})
        attacks.insert(attacks.end(), more.begin(), more.end());
    return attacks;
}

} // namespace kessai::test
