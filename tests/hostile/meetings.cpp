// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "tests/hostile/attack.h"

namespace kessai::test {

std::function<QString(Stage &)> aboutMeetings(const QString &sql)
{
    return [sql](Stage &stage) {
        const SceneMeetings &meetings = stage.cases().meetings;
        QString text = sql;
        for (const auto &[name, id] : {std::pair("{seq}", meetings.published), std::pair("{rseq}", meetings.running)}) {
            if (text.contains(QLatin1String(name)))
                text.replace(QLatin1String(name),
                             stage.ask(QStringLiteral("SELECT seq FROM kessai.meeting WHERE meeting_id = %1").arg(id)));
        }
        for (const auto &[name, id] :
             {std::pair("{M}", meetings.published), std::pair("{D}", meetings.draft), std::pair("{C}", meetings.closed),
              std::pair("{X}", meetings.dropped), std::pair("{R}", meetings.running)})
            text.replace(QLatin1String(name), QString::number(id));
        for (const auto &[name, words] : {std::pair("{open}", kOpenPaper), std::pair("{hidden}", kHiddenPaper),
                                          std::pair("{dropped}", kDroppedPaper), std::pair("{draft}", kDraftPaper)})
            text.replace(QLatin1String(name), QString::fromLatin1(sha256Hex(words)));
        for (const char *login :
             {"sato", "kato", "suzuki", "tanaka", "fuyo", "taishoku", "bando", "fuji", "hosaka", "shiba"})
            text.replace(QLatin1Char('{') + QLatin1String(login) + QLatin1Char('}'),
                         QString::number(sceneOffice().staffId(QLatin1String(login)).value()));
        return text;
    };
}

namespace {

std::function<QString(Stage &)> about(const QString &sql)
{
    return aboutMeetings(sql);
}
std::function<QString(Stage &)> about(const char *sql)
{
    return about(QString::fromUtf8(sql));
}

/// Something done to the published meeting as it is now.
std::function<QString(Stage &)> doing(int kind, const char *body, const char *pages = "")
{
    return about(QStringLiteral("SELECT kessai.change_meeting({M}, {seq}, 'attack', %1, '%2', '%3')")
                     .arg(QString::number(kind), QString::fromUtf8(body), QString::fromUtf8(pages)));
}

/// A piece of ink on the first page of the first paper, with something about it changed.
std::function<QString(Stage &)> inkWith(const char *what, const char *id = "00000000-0000-4000-8000-00000000000a")
{
    return about(
        QStringLiteral(
            R"(SELECT kessai.put_ink({M}, jsonb_build_array('{"audience": 0, "body": "{}", "id": "%1", "page": 0, "paper": 1, "readers": [],
 "removed": false, "revision": 1, "version": 9}'::jsonb || %2)::text))")
            .arg(QLatin1String(id), QString::fromUtf8(what)));
}

const char *const kCountChunks =
    "SELECT count(*) FROM kessai.blob_chunk k JOIN kessai.blob b USING (blob_id) WHERE b.sha256 = '%1'";
std::function<QString(Stage &)> chunksOf(const char *file)
{
    return about(QString::fromLatin1(kCountChunks).arg(QLatin1String(file)));
}
std::function<QString(Stage &)> inkOf(const char *which)
{
    return about(QStringLiteral("SELECT count(*) FROM kessai.ink_since({M}, 0) WHERE ") + QLatin1String(which));
}
std::function<QString(Stage &)> actsWith(const char *which)
{
    return about(QStringLiteral("SELECT count(*) FROM kessai.meeting_acts({M}) WHERE ") + QString::fromUtf8(which));
}

/// Everything a door tells of a meeting, asked by somebody who is to know nothing of it.
void closedTo(std::vector<Attack> &attacks, const char *login, const char *who, const char *meeting, const char *file)
{
    const auto named = [who](const char *what) -> QByteArray { return QByteArray(what) + " as " + who; };
    const QString id = QLatin1String(meeting);
    const auto doors = std::vector<std::pair<const char *, const char *>>{
        {"read what was done to a meeting", "SELECT * FROM kessai.meeting_acts(%1)"},
        {"read the pages of a paper", "SELECT * FROM kessai.meeting_pages(%1, 1, 1)"},
        {"read ink", "SELECT * FROM kessai.ink_since(%1, 0)"},
        {"note a paper as opened", "SELECT kessai.open_paper(%1, 1, 1)"},
        {"note a paper as opened by the older door", "SELECT kessai.open_paper(%1, 1)"},
        {"read who opened what", "SELECT * FROM kessai.papers_opened(%1)"},
        {"write ink", "SELECT kessai.put_ink(%1, '[]')"},
        {"publish a meeting", "SELECT kessai.change_meeting(%1, 1, 'attack', 9, '{\"to\":1}', '')"},
    };
    for (const auto &[what, sql] : doors)
        attacks.push_back({named(what), login, about(QString::fromLatin1(sql).arg(id)), faultOf("NotFound")});
    attacks.push_back(
        {named("list a meeting"), login,
         about(QStringLiteral("SELECT meeting_id FROM kessai.my_meetings('2000-01-01') WHERE meeting_id = ") + id),
         nothing()});
    attacks.push_back({named("find words of a paper"), login,
                       about("SELECT * FROM kessai.find_in_papers('papers', 100)"), nothing()});
    attacks.push_back({named("read the bytes of a paper by their digest"), login, chunksOf(file), onlyValue("0")});
}

} // namespace

std::vector<Attack> meetingReadAttacks()
{
    std::vector<Attack> attacks;
    closedTo(attacks, "fuji", "somebody else", "{M}", "{open}");
    closedTo(attacks, "tsugawa", "the chair's deputy", "{M}", "{open}");
    closedTo(attacks, "hosaka", "who was withdrawn", "{M}", "{open}");
    closedTo(attacks, "kaita", "an administrator", "{M}", "{open}");
    closedTo(attacks, "fuji", "somebody else, of a draft", "{D}", "{draft}");
    const auto notFound = faultOf("NotFound");
    const std::vector<Attack> drafts{
        {"read a draft as a member", "kato", about("SELECT * FROM kessai.meeting_acts({D})"), notFound},
        {"list a draft as a member", "kato",
         about("SELECT meeting_id FROM kessai.my_meetings('2000-01-01') WHERE meeting_id = {D}"), nothing()},
        {"find words of a draft as a member", "kato", about("SELECT * FROM kessai.find_in_papers('nobody told', 100)"),
         nothing()},
        {"read the bytes of a draft's paper as a member", "kato", chunksOf("{draft}"), onlyValue("0")},
        {"write ink on a draft as a member", "kato", about("SELECT kessai.put_ink({D}, '[]')"), notFound},
        {"read a draft as the secretary of another meeting", "sato", about("SELECT * FROM kessai.meeting_acts({D})"),
         notFound},
        {"change a meeting as the secretary of another", "sato",
         about("SELECT kessai.change_meeting({D}, 4, 'attack', 9, '{\"to\":1}', '')"), notFound},
        {"read a draft as an auditor", "shindo", about("SELECT * FROM kessai.meeting_acts({D})"), notFound},
        {"read the bytes of a draft's paper as an auditor", "shindo", chunksOf("{draft}"), onlyValue("0")},
        {"read a draft that was dropped as a member", "kato", about("SELECT * FROM kessai.meeting_acts({X})"),
         notFound},
        {"read a draft that was dropped as an auditor", "shindo", about("SELECT * FROM kessai.meeting_acts({X})"),
         notFound},
        {"tell a meeting that is there from none", "fuji", about("SELECT * FROM kessai.meeting_acts(999999)"),
         notFound},
        {"try which files are papers", "fuji",
         about("SELECT count(*) FROM generate_series(1, 1000) i WHERE kessai.reads_paper(i)"), onlyValue("0")},
        {"attach a paper to a case by its digest", "fuji",
         about(
             QStringLiteral("SELECT kessai.save_draft(NULL, 1, 'draft', 1, 'x', NULL, 0, '{}', '', '[{\"name\": \"x\", "
                            "\"mediaType\": \"x\", \"size\": %1, \"sha256\": \"{open}\", \"chunks\": \"{open}\"}]')")
                 .arg(qstrlen(kOpenPaper))),
         notFound},
        {"list meetings with a login that is nobody's", "stranger",
         about("SELECT * FROM kessai.my_meetings('2000-01-01')"), faultOf("AccessDenied")},
        {"begin a meeting after leaving", "taishoku",
         about("SELECT kessai.change_meeting(0, 0, 'attack', 0, '{}', '')"), faultOf("AccessDenied")},
    };
    attacks.insert(attacks.end(), drafts.begin(), drafts.end());
    return attacks;
}

/// By members and others who read a part of the published meeting.
static std::vector<Attack> attacksFromWithin()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto notFound = faultOf("NotFound");
    const auto none = onlyValue("0");
    return {
        // from whom an item is hidden
        {"read what was done to a hidden item", "tanaka",
         actsWith("body LIKE '%懲戒%' OR body LIKE '%処分%' OR item = 2 OR kind = 3"), none},
        {"read who did something to a hidden item", "tanaka",
         actsWith("kind = -1 AND (item <> 0 OR body <> '' OR made_by <> 0 OR made_name <> '')"), none},
        {"read the pages of a hidden paper", "tanaka", about("SELECT * FROM kessai.meeting_pages({M}, 2, 1)"),
         notFound},
        {"tell a hidden paper from none", "tanaka", about("SELECT * FROM kessai.meeting_pages({M}, 99, 1)"), notFound},
        {"open a hidden paper", "tanaka", about("SELECT kessai.open_paper({M}, 2, 1)"), notFound},
        {"open a hidden paper by the older door", "tanaka", about("SELECT kessai.open_paper({M}, 2)"), notFound},
        {"open a revision that is not there yet", "kato", about("SELECT kessai.open_paper({M}, 1, 2)"), notFound},
        {"open a revision before the first", "kato", about("SELECT kessai.open_paper({M}, 1, 0)"), notFound},
        {"open no revision", "kato", about("SELECT kessai.open_paper({M}, 1, NULL)"), notFound},
        {"count a hidden paper among those not opened", "tanaka",
         about("SELECT unseen FROM kessai.my_meetings('2000-01-01') WHERE meeting_id = {M}"), onlyValue("1")},
        {"find words of a hidden paper", "tanaka", about("SELECT * FROM kessai.find_in_papers('must not know', 100)"),
         nothing()},
        {"read the bytes of a hidden paper by their digest", "tanaka", chunksOf("{hidden}"), none},
        {"read what is said of the file of a hidden paper", "tanaka",
         about("SELECT size FROM kessai.blob WHERE sha256 = '{hidden}'"), nothing()},
        {"read ink on a hidden paper, shared with all or with oneself", "tanaka", inkOf("paper = 2"), none},
        {"write ink on a hidden paper", "tanaka", inkWith("'{\"paper\": 2}'"), notFound},
        // members
        {"change a meeting as a member", "kato", doing(2, R"({"item":1,"kind":0,"minutes":10,"no":1,"title":"x"})"),
         notTheirs},
        {"become a secretary", "kato", doing(1, R"({"members":[{"because":"","role":2,"who":{kato}}]})"), notTheirs},
        {"close a meeting as a member", "kato", doing(9, R"({"to":2})"), notTheirs},
        {"hide an item as a member", "kato", doing(3, R"({"from":[{tanaka}],"item":1})"), notTheirs},
        {"drop a paper as a member", "kato", doing(8, R"({"paper":1})"), notTheirs},
        {"drop a paper as the chair", "bando", doing(8, R"({"paper":1})"), notTheirs},
        {"change a meeting as one who watches", "shiba", doing(8, R"({"paper":1})"), notTheirs},
        {"read from whom an item is hidden as a member", "kato", actsWith("kind = 3 OR body LIKE '%from%'"), none},
        {"read what was thrown away as a member", "kato", actsWith("body LIKE '%捨てた%' OR body LIKE '%取り下げた%'"),
         none},
        {"read the pages of a paper that was thrown away", "kato",
         about("SELECT * FROM kessai.meeting_pages({M}, 4, 1)"), notFound},
        {"find words of a paper that was thrown away", "kato",
         about("SELECT * FROM kessai.find_in_papers('thrown away', 100)"), nothing()},
        {"read the bytes of a paper that was thrown away", "kato", chunksOf("{dropped}"), none},
        {"read who opened what as a member", "kato", about("SELECT * FROM kessai.papers_opened({M})"), notTheirs},
        // who brings a paper, and is no member
        {"read other items as who brings a paper", "fuyo",
         actsWith("kind BETWEEN 1 AND 8 AND (item <> 3 OR body LIKE '%予算%')"), none},
        {"read the members as who brings a paper", "fuyo", actsWith("body LIKE '%members%'"), none},
        {"read other pages as who brings a paper", "fuyo", about("SELECT * FROM kessai.meeting_pages({M}, 1, 1)"),
         notFound},
        {"read the bytes of another paper as who brings one", "fuyo", chunksOf("{open}"), none},
        {"read ink as who brings a paper", "fuyo", inkOf("true"), none},
        {"write ink on another paper as who brings one", "fuyo", inkWith("'{}'"), notFound},
        {"replace another paper as who brings one", "fuyo",
         doing(
             6,
             R"({"file":{"chunks":"{open}","mediaType":"","name":"x","sha256":"{open}","size":37},"item":1,"pages":1,"paper":1,"revision":2,"title":"x"})",
             R"([{"folded":"","print":""}])"),
         notTheirs},
        {"bring a paper to another item", "fuyo",
         doing(
             6,
             R"({"file":{"chunks":"{open}","mediaType":"","name":"x","sha256":"{open}","size":37},"item":1,"pages":1,"paper":3,"revision":1,"title":"x"})",
             R"([{"folded":"","print":""}])"),
         faultOf("Invalid")},
        {"bring a file that is not one's own", "fuyo",
         doing(
             6,
             R"({"file":{"chunks":"{open}","mediaType":"","name":"x","sha256":"{open}","size":37},"item":3,"pages":1,"paper":3,"revision":1,"title":"x"})",
             R"([{"folded":"","print":""}])"),
         notFound},
        {"drop the paper one brings", "fuyo", doing(8, R"({"paper":3})"), notTheirs},
        // auditors
        {"read private ink, or what is shared with some, as an auditor", "shindo", inkOf("audience < 2"), none},
        {"write ink as an auditor", "shindo", inkWith("'{}'"), notTheirs},
        {"change a meeting as an auditor", "shindo", doing(9, R"({"to":2})"), notTheirs},
        {"read who opened what as an auditor", "shindo", about("SELECT * FROM kessai.papers_opened({M})"), notTheirs},
        {"note a paper as opened as an auditor", "shindo", about("SELECT count(kessai.open_paper({M}, 1))"),
         onlyValue("1")},
        // ink
        {"read private ink as the secretary", "sato", inkOf("audience = 0"), none},
        {"read ink shared with others as the secretary", "sato", inkOf("audience = 1"), none},
        {"read private ink as the chair", "bando", inkOf("audience = 0"), none},
        {"read the ink of who was withdrawn", "sato", inkOf("author_id <> {kato} AND author_id <> {bando}"), none},
        {"rub out somebody else's ink", "bando", inkWith("'{\"removed\": true}'", SceneMeetings::kChosenInk),
         notTheirs},
        {"rub out somebody else's ink as the secretary", "sato",
         inkWith("'{\"removed\": true}'", SceneMeetings::kPrivateInk), notTheirs},
        {"take an id that is somebody else's", "suzuki", inkWith("'{}'", SceneMeetings::kPrivateInk), notTheirs},
        {"write an older version", "kato",
         about(QStringLiteral(
             R"(SELECT count(kessai.put_ink({M}, '[{"audience": 2, "body": "{}", "id": "00000000-0000-4000-8000-000000000001",
 "page": 0, "paper": 1, "readers": [], "removed": false, "revision": 1, "version": 1}]')))")),
         onlyValue("1")},
        {"share a piece less than before", "kato", inkWith("'{}'", "00000000-0000-4000-8000-000000000003"),
         faultOf("Invalid")},
        {"take a reader from a piece", "kato",
         inkWith("'{\"audience\": 1, \"readers\": [{suzuki}]}'", SceneMeetings::kChosenInk), faultOf("Invalid")},
        {"move a piece to another paper", "kato", inkWith("'{\"paper\": 2}'", SceneMeetings::kPrivateInk),
         faultOf("Invalid")},
        {"read with whom else ink is shared", "bando", inkOf("author_id = {kato} AND readers <> '[]'"), none},
        {"write ink on a paper that was thrown away", "kato", inkWith("'{\"paper\": 4}'"), notFound},
        {"share ink with nobody in particular", "kato", inkWith("'{\"audience\": 1}'"), faultOf("Invalid")},
        {"share ink with who is no member", "kato", inkWith("'{\"audience\": 1, \"readers\": [{fuji}]}'"),
         faultOf("Invalid")},
        {"write ink on a page that is not there", "kato", inkWith("'{\"page\": 2}'"), faultOf("Invalid")},
        {"write ink before the first page", "kato", inkWith("'{\"page\": -1}'"), faultOf("Invalid")},
        {"write ink on a revision that is not there", "kato", inkWith("'{\"revision\": 2}'"), notFound},
        {"write ink on a paper that is awaited", "kato", inkWith("'{\"paper\": 3}'"), notFound},
        {"write ink without an id", "kato", inkWith("'{\"id\": \"1\"}'"), faultOf("Invalid")},
        {"write ink of no version", "kato", inkWith("'{\"version\": 0}'"), faultOf("Invalid")},
        {"write over a piece that is another than one knew", "kato",
         inkWith("'{\"base\": 7, \"version\": 9}'", SceneMeetings::kPrivateInk), refusedAs("Stale")},
        {"rub out a piece that is another than one knew", "kato",
         inkWith("'{\"base\": 7, \"removed\": true, \"version\": 9}'", SceneMeetings::kPrivateInk), refusedAs("Stale")},
        {"write a piece that was made of itself", "kato", inkWith("'{\"base\": 9}'"), faultOf("Invalid")},
        {"write a piece that was made of less than nothing", "kato", inkWith("'{\"base\": -1}'"), faultOf("Invalid")},
        {"write ink for an audience that is none", "kato", inkWith("'{\"audience\": 3}'"), faultOf("Invalid")},
        {"write ink that is no shape", "kato", inkWith("'{\"body\": \"[]\"}'"), faultOf("Invalid")},
        {"write ink that is not even JSON", "kato", inkWith("'{\"body\": \"pen\"}'"), errorState("22P02")},
        {"write a piece of ink of more than 64 KiB", "kato",
         inkWith("jsonb_build_object('body', jsonb_build_object('x', repeat('x', 65537))::text)"), faultOf("TooLarge")},
        {"write too many pieces of ink at once", "kato",
         about("SELECT kessai.put_ink({M}, (SELECT jsonb_agg(i) FROM generate_series(1, 501) i)::text)"),
         faultOf("TooLarge")},
        {"write more ink at once than fits", "kato", about("SELECT kessai.put_ink({M}, repeat('x', 41943041))"),
         faultOf("TooLarge")},
        {"write ink without end", "kato",
         about(R"(SELECT count(kessai.put_ink({M}, (SELECT jsonb_agg(jsonb_build_object('audience', 0, 'body',
 jsonb_build_object('x', repeat('x', 65000))::text, 'id', '00000000-0000-4000-9000-' || lpad(to_hex(g * 100 + i), 12, '0'), 'page', 0, 'paper', 1,
 'readers', '[]'::jsonb, 'removed', false, 'revision', 1, 'version', 1)) FROM generate_series(1, 100) i)::text)) FROM generate_series(1, 11) g)"),
         faultOf("TooLarge")},
        {"write ink in a meeting that was dropped", "suzuki", about("SELECT kessai.put_ink({X}, '[]')"),
         refusedAs("WrongState")},
    };
}

/// Forged acts of the secretary.
static std::vector<Attack> forgedChanges()
{
    const auto invalid = faultOf("Invalid");
    const auto stale = refusedAs("Stale");
    const auto plan = [](const char *begins, const char *day, const char *title) {
        return QStringLiteral(
                   R"({"begins":%1,"day":"%2","ends":600,"room":"","rules":{"inkDays":-1,"mayPrint":true,"watermark":false},"title":%3})")
            .arg(QLatin1String(begins), QLatin1String(day), QLatin1String(title));
    };
    const auto planned = [](const QString &body) {
        return about(QStringLiteral("SELECT kessai.change_meeting({M}, {seq}, 'attack', 0, '%1', '')").arg(body));
    };
    const auto at = [](const char *seq) {
        return about(QStringLiteral("SELECT kessai.change_meeting({M}, %1, 'attack', 9, '{\"to\":2}', '')")
                         .arg(QLatin1String(seq)));
    };
    const auto put = [](const char *members, const char *file, const char *pages) {
        return doing(6,
                     QStringLiteral(R"({"file":{"chunks":"%2","mediaType":"","name":"x","sha256":"%2",%1,"title":"x"})")
                         .arg(QLatin1String(members), QLatin1String(file))
                         .toUtf8()
                         .constData(),
                     pages);
    };
    const char *const one = R"([{"folded":"","print":""}])";
    return {
        {"change a meeting as it was before", "sato", at("1"), stale},
        {"change a meeting as it will be", "sato", at("{seq} + 1"), stale},
        {"change a meeting as nobody saw it", "sato", at("NULL"), stale},
        {"change a meeting with a request that was used before", "sato",
         about("SELECT kessai.change_meeting({M}, {seq}, 'scene-0-0-1', 9, '{\"to\":2}', '')"),
         faultOf("AlreadyExists")},
        {"change a meeting without a request", "sato",
         about("SELECT kessai.change_meeting({M}, {seq}, '', 9, '{\"to\":2}', '')"), invalid},
        {"change a meeting in a transaction that sees the past", "sato",
         about("BEGIN ISOLATION LEVEL REPEATABLE READ;;SELECT kessai.change_meeting({M}, {seq}, 'attack', 9, "
               "'{\"to\":2}', '')"),
         invalid},
        {"do something to a meeting that nobody does", "sato", doing(17, R"({"to":2})"), invalid},
        {"begin a meeting with something else", "sato",
         about("SELECT kessai.change_meeting(0, 0, 'attack', 9, '{\"to\":1}', '')"), invalid},
        {"change a meeting that is over", "sato",
         about("SELECT kessai.change_meeting({C}, 4, 'attack', 9, '{\"to\":4}', '')"), refusedAs("WrongState")},
        {"close a meeting that never ran", "sato", doing(9, R"({"to":3})"), refusedAs("WrongState")},
        {"make a draft of a meeting again", "sato", doing(9, R"({"to":0})"), refusedAs("WrongState")},
        {"bring a meeting into a state that is none", "sato", doing(9, R"({"to":7})"), invalid},
        {"write a change with something besides", "sato", doing(9, R"({"by":1,"to":2})"), invalid},
        {"write a change in another order", "sato", doing(9, R"({"to": 2})"), invalid},
        {"write a change twice over", "sato", doing(9, R"({"to":2,"to":2})"), invalid},
        {"write a change that is no object", "sato", doing(9, "[]"), invalid},
        {"write a change that is not even JSON", "sato", doing(9, "to"), errorState("22P02")},
        {"write a change without end", "sato",
         about("SELECT kessai.change_meeting({M}, {seq}, 'attack', 9, repeat('x', 2097153), '')"), faultOf("TooLarge")},
        {"plan a meeting without a title", "sato", planned(plan("540", "2027-02-01", "\" \"")), invalid},
        {"plan a meeting with a title of several lines", "sato", planned(plan("540", "2027-02-01", "\"a\\nb\"")),
         invalid},
        {"plan a meeting with a title without end", "sato",
         about(QStringLiteral(
                   "SELECT kessai.change_meeting({M}, {seq}, 'attack', 0, replace('%1', 'x', repeat('x', 201)), '')")
                   .arg(plan("540", "2027-02-01", "\"x\""))),
         invalid},
        {"plan a meeting that ends before it begins", "sato", planned(plan("600", "2027-02-01", "\"x\"")), invalid},
        {"plan a meeting on a day that does not exist", "sato", planned(plan("540", "2027-02-30", "\"x\"")), invalid},
        {"leave a meeting without a secretary", "sato",
         doing(1, R"({"members":[{"because":"","role":1,"who":{sato}}]})"), invalid},
        {"leave a meeting without anybody", "sato", doing(1, R"({"members":[]})"), invalid},
        {"invite somebody twice", "sato",
         doing(1, R"({"members":[{"because":"","role":2,"who":{sato}},{"because":"","role":0,"who":{sato}}]})"),
         invalid},
        {"give a role that is none", "sato", doing(1, R"({"members":[{"because":"","role":4,"who":{sato}}]})"),
         invalid},
        {"invite who is not there", "sato",
         doing(1, R"({"members":[{"because":"","role":2,"who":{sato}},{"because":"","role":0,"who":999999}]})"),
         faultOf("NotFound")},
        {"invite who has left", "sato",
         doing(1, R"({"members":[{"because":"","role":2,"who":{sato}},{"because":"","role":0,"who":{taishoku}}]})"),
         faultOf("NotFound")},
        {"hide an item from a secretary", "sato", doing(3, R"({"from":[{sato}],"item":1})"), invalid},
        {"hide an item from somebody twice", "sato", doing(3, R"({"from":[{tanaka},{tanaka}],"item":1})"), invalid},
        {"hide an item from who is not there", "sato", doing(3, R"({"from":[999999],"item":1})"), faultOf("NotFound")},
        {"use the id of an item that was dropped", "sato",
         doing(2, R"({"item":4,"kind":0,"minutes":10,"no":4,"title":"x"})"), invalid},
        {"leave ids of items out", "sato", doing(2, R"({"item":6,"kind":0,"minutes":10,"no":4,"title":"x"})"), invalid},
        {"make an item of a kind that is none", "sato",
         doing(2, R"({"item":5,"kind":4,"minutes":10,"no":4,"title":"x"})"), invalid},
        {"drop an item twice", "sato", doing(4, R"({"item":4})"), invalid},
        {"drop a paper twice", "sato", doing(8, R"({"paper":4})"), invalid},
        {"ask who is not there for a paper", "sato",
         doing(5, R"({"due":"2027-01-20","item":3,"paper":5,"responsible":999999,"title":"x"})"), faultOf("NotFound")},
        {"ask for a paper under an item that was dropped", "sato",
         doing(5, R"({"due":"2027-01-20","item":4,"paper":5,"responsible":{fuyo},"title":"x"})"), invalid},
        {"use the id of a paper that was dropped", "sato",
         put(R"("size":37},"item":1,"pages":1,"paper":4,"revision":2)", "{open}", one), invalid},
        {"leave a revision of a paper out", "sato",
         put(R"("size":37},"item":1,"pages":1,"paper":1,"revision":3)", "{open}", one), invalid},
        {"replace an older revision of a paper", "sato",
         put(R"("size":37},"item":1,"pages":1,"paper":1,"revision":1)", "{open}", one), invalid},
        {"replace a paper under another item", "sato",
         put(R"("size":37},"item":2,"pages":1,"paper":1,"revision":2)", "{open}", one), invalid},
        {"put a file that was not uploaded", "sato",
         put(R"("size":37},"item":1,"pages":1,"paper":5,"revision":1)",
             "0000000000000000000000000000000000000000000000000000000000000000", one),
         faultOf("NotFound")},
        {"put a paper of somebody else's draft", "sato",
         put(R"("size":38},"item":1,"pages":1,"paper":5,"revision":1)", "{draft}", one), faultOf("NotFound")},
        {"put a file that is not as large as it is said to be", "sato",
         put(R"("size":33},"item":1,"pages":1,"paper":5,"revision":1)", "{open}", one), invalid},
        {"put a paper with other pages than it has", "sato",
         put(R"("size":37},"item":1,"pages":2,"paper":5,"revision":1)", "{open}", one), invalid},
        {"put a paper without pages", "sato",
         put(R"("size":37},"item":1,"pages":0,"paper":5,"revision":1)", "{open}", "[]"), invalid},
        {"put pages that are none", "sato",
         put(R"("size":37},"item":1,"pages":1,"paper":5,"revision":1)", "{open}", R"([{"folded":1,"print":""}])"),
         invalid},
        {"put a page that says too much", "sato",
         put(R"("size":37},"item":1,"pages":1,"paper":5,"revision":1)", "{open}",
             R"(' || jsonb_build_array(jsonb_build_object('folded', repeat('x', 60001), 'print', ''))::text || ')"),
         faultOf("TooLarge")},
        {"order papers of which one is missing", "sato", doing(7, R"({"item":1,"order":[],"paper":1,"title":"x"})"),
         invalid},
        {"order papers among others", "sato", doing(7, R"({"item":1,"order":[1,2],"paper":1,"title":"x"})"), invalid},
        {"order a paper that was dropped", "sato", doing(7, R"({"item":1,"order":[1,4],"paper":4,"title":"x"})"),
         invalid},
        {"begin meetings without end", "sato",
         about(QStringLiteral("SELECT count(kessai.change_meeting(0, 0, 'attack' || i, 0, '%1', '')) FROM "
                              "generate_series(1, 2001) i")
                   .arg(plan("540", "2027-02-01", "\"x\""))),
         refusedAs("TooManyEntries")},
        {"plan a meeting past the doors", "sato", plain("UPDATE kessai.meeting SET title = 'x'"), denied()},
        {"read meetings past the doors", "sato", plain("SELECT title FROM kessai.meeting"), denied()},
        {"read acts past the doors", "sato", plain("SELECT body FROM kessai.meeting_act"), denied()},
        {"read members past the doors", "sato", plain("SELECT staff_id FROM kessai.meeting_member"), denied()},
        {"read from whom items are hidden past the doors", "tanaka", plain("SELECT item FROM kessai.meeting_hidden"),
         denied()},
        {"read pages past the doors", "tanaka", plain("SELECT folded FROM kessai.meeting_page"), denied()},
        {"read which files are papers past the doors", "tanaka", plain("SELECT sha256 FROM kessai.meeting_file"),
         denied()},
        {"read who opened what past the doors", "tanaka", plain("SELECT staff_id FROM kessai.meeting_opened"),
         denied()},
        {"read ink past the doors", "sato", plain("SELECT body FROM kessai.ink"), denied()},
        {"read who may read ink past the doors", "sato", plain("SELECT staff_id FROM kessai.ink_reader"), denied()},
        {"write ink past the doors", "sato", plain("UPDATE kessai.ink SET author_id = 1"), denied()},
        {"invite oneself past the doors", "fuji",
         about("INSERT INTO kessai.meeting_member (meeting_id, staff_id, role) VALUES ({M}, {fuji}, 2)"), denied()},
        {"forget what was done to a meeting", "sato", plain("DELETE FROM kessai.meeting_act"), denied()},
        {"ask for somebody else's sight", "fuji", about("SELECT * FROM kessai.meeting_sight({sato}, {M})"), denied()},
        {"put a paper by an inner function", "fuji", about("SELECT kessai.put_paper({fuji}, {M}, '{}', '[]')"),
         denied()},
        {"invite oneself by an inner function", "fuji", about("SELECT kessai.invite_members({M}, '{}', '')"), denied()},
        {"move marks of ink by an inner function", "fuji", about("SELECT kessai.next_ink_mark({M})"), denied()},
    };
}

std::vector<Attack> meetingAttacks()
{
    std::vector<Attack> attacks = attacksFromWithin();
    const std::vector<Attack> forged = forgedChanges();
    attacks.insert(attacks.end(), forged.begin(), forged.end());
    return attacks;
}

} // namespace kessai::test
