// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "tests/hostile/scene.h"
#include "tests/hostile/session.h"
#include "tests/support/serveroffice.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai::test {

namespace {

QJsonObject plan(const char *title)
{
    return {{QStringLiteral("begins"), 540},
            {QStringLiteral("ends"), 600},
            {QStringLiteral("day"), QStringLiteral("2027-02-01")},
            {QStringLiteral("room"), QStringLiteral("第一会議室")},
            {QStringLiteral("rules"),
             QJsonObject{{QStringLiteral("inkDays"), -1},
                         {QStringLiteral("mayPrint"), true},
                         {QStringLiteral("watermark"), false}}},
            {QStringLiteral("title"), QString::fromUtf8(title)}};
}

QJsonObject state(int to)
{
    return {{QStringLiteral("to"), to}};
}

class Secretary final {
public:
    Secretary(const QString &database, Play &play) : m_database(database), m_play(play) {}

    Result<SceneMeetings> run()
    {
        SceneMeetings made;
        made.published = published();
        made.running = running();
        made.draft = begin("suzuki", "内示前の会議");
        change("suzuki", 1, members({{"suzuki", 2}, {"kato", 0}}));
        change("suzuki", 2, item(1, "内示の件"));
        put("suzuki", 1, 1, "内示資料", kDraftPaper);
        made.closed = begin("sato", "終わった会議");
        for (const int to : {1, 2, 3})
            change("sato", 9, state(to));
        made.dropped = begin("suzuki", "取り止めた会議");
        change("suzuki", 1, members({{"suzuki", 2}, {"kato", 0}}));
        change("suzuki", 9, state(4));
        return m_error ? Result<SceneMeetings>(fail(*m_error)) : Result<SceneMeetings>(made);
    }

private:
    qint64 published()
    {
        const qint64 id = begin("sato", "庁議");
        const QJsonObject first = members(
            {{"sato", 2}, {"bando", 1}, {"kato", 0}, {"suzuki", 0}, {"tanaka", 0}, {"shiba", 3}, {"hosaka", 0}});
        change("sato", 1, first);
        change("sato", 2, item(1, "報告事項"));
        change("sato", 2, item(2, "懲戒処分"));
        change("sato", 2, item(3, "福祉計画"));
        change("sato", 2, item(4, "取り下げた議題"));
        change("sato", 3,
               {{QStringLiteral("item"), 2},
                {QStringLiteral("from"), QJsonArray{sceneOffice().staffId(QStringLiteral("tanaka")).value()}}});
        put("sato", 1, 1, "予算の資料", kOpenPaper, 2);
        put("sato", 2, 2, "処分の資料", kHiddenPaper);
        change("sato", 5,
               {{QStringLiteral("due"), QStringLiteral("2027-01-20")},
                {QStringLiteral("item"), 3},
                {QStringLiteral("paper"), 3},
                {QStringLiteral("responsible"), sceneOffice().staffId(QStringLiteral("fuyo")).value()},
                {QStringLiteral("title"), QStringLiteral("計画の資料")}});
        put("sato", 4, 1, "捨てた資料", kDroppedPaper);
        change("sato", 8, {{QStringLiteral("paper"), 4}});
        change("sato", 4, {{QStringLiteral("item"), 4}});
        change("sato", 9, state(1));
        open("kato");
        ink("kato", SceneMeetings::kPrivateInk, 1, 0);
        ink("kato", SceneMeetings::kChosenInk, 1, 1, {"bando"});
        ink("kato", "00000000-0000-4000-8000-000000000003", 1, 2);
        ink("bando", "00000000-0000-4000-8000-000000000004", 2, 2);
        ink("bando", "00000000-0000-4000-8000-000000000005", 2, 1, {"tanaka"});
        ink("hosaka", "00000000-0000-4000-8000-000000000006", 1, 0);
        QJsonObject rest = first;
        QJsonArray still = rest[QStringLiteral("members")].toArray();
        still.removeLast();
        rest[QStringLiteral("members")] = still;
        change("sato", 1, rest);
        return id;
    }

    qint64 running()
    {
        QJsonObject wanted = plan("動いている会議");
        wanted[QStringLiteral("rules")] = QJsonObject{
            {QStringLiteral("inkDays"), 0}, {QStringLiteral("mayPrint"), true}, {QStringLiteral("watermark"), false}};
        const qint64 id = begin("sato", wanted);
        const auto staff = [](const char *login) { return sceneOffice().staffId(QLatin1String(login)).value(); };
        const std::vector<std::pair<const char *, int>> rest{{"sato", 2},   {"bando", 1},  {"kato", 0},
                                                             {"suzuki", 0}, {"tanaka", 0}, {"shiba", 3}};
        auto first = rest;
        first.emplace_back("hosaka", 0);
        change("sato", 1, members(first));
        change("sato", 2, item(1, "報告"));
        change("sato", 2, item(2, "処分"));
        change("sato", 3, {{QStringLiteral("item"), 2}, {QStringLiteral("from"), QJsonArray{staff("tanaka")}}});
        put("sato", 1, 1, "報告の資料", kShownPaper, 2);
        put("sato", 2, 2, "処分の資料", kShownHiddenPaper, 2);
        change("sato", 9, state(1));
        change("sato", 9, state(2));
        QJsonArray there;
        for (const auto &[login, how] :
             {std::pair("kato", 1), std::pair("bando", 1), std::pair("tanaka", 1), std::pair("suzuki", 3)})
            there.append(QJsonObject{{QStringLiteral("who"), staff(login)},
                                     {QStringLiteral("state"), how},
                                     {QStringLiteral("minute"), how == 3 ? 570 : -1}});
        change("sato", 10, {{QStringLiteral("others"), false}, {QStringLiteral("people"), there}});
        change("sato", 11, vote(11, 1, true));
        cast("kato", 11, 1);
        cast("bando", 11, 2);
        change("sato", 12,
               {{QStringLiteral("abstain"), 0},
                {QStringLiteral("ballots"), QJsonArray()},
                {QStringLiteral("no"), 0},
                {QStringLiteral("vote"), 11},
                {QStringLiteral("yes"), 0}});
        change("sato", 13,
               {{QStringLiteral("item"), 2},
                {QStringLiteral("resolution"), 13},
                {QStringLiteral("text"), QStringLiteral("停職とする")}});
        change("sato", 14, todo(14, 2, "fuyo", "本人に聞き取る"));
        change("sato", 14, todo(15, 1, "kato", "報告をまとめる"));
        change("sato", 1, members(rest));
        change("sato", 11, vote(17, 2, false));
        cast("kato", 17, 2);
        run("kato", QStringLiteral("SELECT kessai.ask_to_speak(%1, true)").arg(id));
        run("sato", QStringLiteral("SELECT kessai.show_place(%1, 2, 1, 1, 0.5, 0.25)").arg(id));
        ink("kato", SceneMeetings::kRunningInk, 1, 0);
        return id;
    }
    static QJsonObject vote(int id, int itsItem, bool byName)
    {
        return {{QStringLiteral("byName"), byName},
                {QStringLiteral("item"), itsItem},
                {QStringLiteral("question"), QStringLiteral("異議はないか")},
                {QStringLiteral("vote"), id}};
    }
    static QJsonObject todo(int id, int itsItem, const char *owner, const char *text)
    {
        return {{QStringLiteral("action"), id},
                {QStringLiteral("due"), QStringLiteral("2027-03-01")},
                {QStringLiteral("item"), itsItem},
                {QStringLiteral("owner"), sceneOffice().staffId(QLatin1String(owner)).value()},
                {QStringLiteral("text"), QString::fromUtf8(text)}};
    }
    void cast(const char *login, int vote, int choice)
    {
        run(login,
            QStringLiteral("SELECT kessai.cast_ballot(%1, %2, %3)")
                .arg(QString::number(m_meeting), QString::number(vote), QString::number(choice)));
    }

    static QJsonObject members(const std::vector<std::pair<const char *, int>> &people)
    {
        QJsonArray list;
        for (const auto &[login, role] : people)
            list.append(QJsonObject{{QStringLiteral("because"), QString()},
                                    {QStringLiteral("role"), role},
                                    {QStringLiteral("who"), sceneOffice().staffId(QLatin1String(login)).value()}});
        return {{QStringLiteral("members"), list}};
    }
    static QJsonObject item(int id, const char *title)
    {
        return {{QStringLiteral("item"), id},
                {QStringLiteral("kind"), 0},
                {QStringLiteral("minutes"), 10},
                {QStringLiteral("no"), id},
                {QStringLiteral("title"), QString::fromUtf8(title)}};
    }

    qint64 begin(const char *login, const char *title) { return begin(login, plan(title)); }
    qint64 begin(const char *login, const QJsonObject &wanted)
    {
        m_seen = 0;
        m_meeting = 0;
        change(login, 0, wanted);
        return m_meeting;
    }
    void change(const char *login, int kind, const QJsonObject &body, const QString &pages = {})
    {
        const Outcome done =
            run(login,
                QStringLiteral("SELECT kessai.change_meeting(%1, %2, 'scene-%1-%2-%3', %4, $b$%5$b$, $p$%6$p$)")
                    .arg(QString::number(m_meeting), QString::number(m_seen), QString::number(++m_requests),
                         QString::number(kind), QString::fromUtf8(canonicalJson(body)), pages));
        m_meeting = done.value().toLongLong();
        ++m_seen;
    }
    /// The words of the file are those of its first page.
    void put(const char *login, int paper, int itsItem, const char *title, const char *words, int pages = 1)
    {
        const auto file = m_play.upload(QLatin1String(login), QStringLiteral("資料.pdf"), words);
        if (!file)
            return keep(file.error().detail);
        QJsonArray texts;
        for (int page = 0; page < pages; ++page)
            texts.append(QJsonObject{
                {QStringLiteral("folded"), page == 0 ? QLatin1String(words) : QLatin1String("another page")},
                {QStringLiteral("print"), QStringLiteral("p%1").arg(page)}});
        change(login, 6,
               {{QStringLiteral("file"),
                 QJsonObject{{QStringLiteral("chunks"), QString::fromLatin1(file->chunks.front())},
                             {QStringLiteral("mediaType"), file->mediaType},
                             {QStringLiteral("name"), file->name},
                             {QStringLiteral("sha256"), QString::fromLatin1(file->sha256)},
                             {QStringLiteral("size"), file->size}}},
                {QStringLiteral("item"), itsItem},
                {QStringLiteral("pages"), pages},
                {QStringLiteral("paper"), paper},
                {QStringLiteral("revision"), 1},
                {QStringLiteral("title"), QString::fromUtf8(title)}},
               QString::fromUtf8(QJsonDocument(texts).toJson(QJsonDocument::Compact)));
    }
    void open(const char *login) { run(login, QStringLiteral("SELECT kessai.open_paper(%1, 1)").arg(m_meeting)); }
    void ink(const char *login, const char *id, int paper, int audience, const std::vector<const char *> &readers = {})
    {
        QStringList named;
        for (const char *reader : readers)
            named << QString::number(sceneOffice().staffId(QLatin1String(reader)).value());
        run(login,
            QStringLiteral(
                R"(SELECT kessai.put_ink(%1, '[{"audience": %2, "body": "{\"kind\":0}", "id": "%3", "page": 0,
 "paper": %4, "readers": [%5], "removed": false, "revision": 1, "version": 1}]'))")
                .arg(QString::number(m_meeting), QString::number(audience), QLatin1String(id), QString::number(paper),
                     named.join(QLatin1Char(','))));
    }
    Outcome run(const char *login, const QString &sql)
    {
        Session session(m_database, QLatin1String(login), staffPassword());
        Outcome outcome = session.run(sql);
        if (!outcome.ok)
            keep(QLatin1String(login) + QLatin1Char(' ') + outcome.message + QLatin1String(": ") + sql.left(500));
        return outcome;
    }
    void keep(const QString &why)
    {
        if (!m_error)
            m_error = Error{ErrorCode::Internal, why, {}};
    }

    QString m_database;
    Play &m_play;
    qint64 m_meeting = 0;
    int m_seen = 0;
    int m_requests = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<SceneMeetings> playMeetings(const QString &database, Play &play)
{
    return Secretary(database, play).run();
}

} // namespace kessai::test
