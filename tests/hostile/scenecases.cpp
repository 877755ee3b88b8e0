// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/cases/cancellation.h"
#include "core/store/anchors.h"
#include "tests/hostile/scene.h"
#include "tests/support/payees.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

/// Plays the scene; stops at the first thing that goes wrong.
class Director final {
public:
    Director(const QString &database, SceneCases &cases) : m_database(database), m_play(database), m_cases(cases) {}

    Result<> run()
    {
        const SmallOffice &small = sceneOffice().small;
        m_cases.draft = begun("佐藤の下書き");
        attach(m_cases.draft, "見積書.pdf", "an estimate of the drafter alone");
        m_cases.fresh = submitted("係長待ち");
        m_cases.second = advanced("課長待ち", 1);
        m_cases.consult = advanced("合議待ち", 2);
        m_cases.deciding = advanced("部長待ち", 3);
        m_cases.decided = advanced("決裁済み", 4);
        m_cases.returned = advanced("差戻し", 1);
        act("kato", m_cases.returned, Return{{}, {}, QStringLiteral("金額を確認してください")});
        correct(m_cases.returned, "訂正中");
        m_cases.rejected = advanced("否決", 1);
        act("kato", m_cases.rejected, Reject{{}, QStringLiteral("必要性が認められません")});
        m_cases.withdrawn = submitted("引戻し");
        act("sato", m_cases.withdrawn, Withdraw{});
        m_cases.cancelled = submitted("取下げ");
        act("sato", m_cases.cancelled, Cancel{QStringLiteral("不要になりました")});
        m_cases.steppedBack = advanced("段階差戻し", 1);
        act("kato", m_cases.steppedBack, Return{{}, 1, QStringLiteral("係長から説明してください")});

        using enum StepKind;
        m_cases.own =
            onRoute("tanaka", "自席経由",
                    {{Review, StepRule::All, 1, {small.clerk}}, {Decide, StepRule::All, 1, {small.director}}});
        m_cases.bosses = onRoute("bando", "自己決裁", {{Decide, StepRule::All, 1, {small.director}}});
        m_cases.circulating = onRoute("sato", "供覧中",
                                      {{Circulate, StepRule::All, 1, {small.examiner}},
                                       {Review, StepRule::All, 1, {small.assistant}},
                                       {Review, StepRule::All, 1, {small.senior}},
                                       {Decide, StepRule::All, 1, {small.director}}});
        m_cases.pair = onRoute("sato", "二者合議",
                               {{Consult, StepRule::All, 2, {small.examiner, sceneOffice().window}},
                                {Decide, StepRule::All, 1, {small.director}}});
        m_cases.race =
            onRoute("sato", "早い者勝ち",
                    {{Review, StepRule::Any, 1, {sceneOffice().window}}, {Decide, StepRule::All, 1, {small.director}}});

        m_cases.deputys = onRoute("tsugawa", "代理者の案件", {{Decide, StepRule::All, 1, {small.director}}});
        m_cases.bossDraft = begun("部長の下書き", "bando");
        m_cases.leaveDraft = begun("佐藤の休暇", "sato", "leave");
        beginUpload();

        m_cases.secret = leave();
        act("suzuki", m_cases.secret, Approve{});
        outOfTurn();
        m_cases.commitment = committed("sato", kAffairsLine, small.director, "bando");
        m_cases.othersCommitment = committed("fuyo", kCareLine, small.manager, "kato");
        m_cases.partlyBack = partlyTakenBack();
        registerPayee();
        m_cases.unexamined = inCash("審査のない支出", {});
        m_cases.examined =
            inCash("審査のある支出", {{StepKind::Examine, StepRule::All, 1, {sceneOffice().small.examiner}}});
        act("shiba", m_cases.examined, Approve{});
        for (CaseId *id : {&m_cases.toOrder, &m_cases.ordered, &m_cases.sentBack})
            *id = voucher();
        for (const CaseId id : {m_cases.ordered, m_cases.sentBack})
            act("bando", id, Approve{});
        act("shiba", m_cases.sentBack, Return{{}, {}, QStringLiteral("請求書が足りません")});
        const auto meetings = playMeetings(m_database, m_play);
        if (meetings)
            m_cases.meetings = *meetings;
        else
            keep(meetings.error(), "meetings");
        return m_result;
    }

private:
    /// Leave on two days from `kPartlyBackDay` on, of which the first is taken back.
    CaseId partlyTakenBack()
    {
        const auto decided = [this](CaseId id, std::vector<Posting> postings) {
            auto submit =
                m_play.submission(QStringLiteral("sato"), id,
                                  handRoute({{StepKind::Decide, StepRule::All, 1, {sceneOffice().small.director}}}));
            if (!submit)
                return keep(submit.error(), "taken back in part");
            submit->postings = std::move(postings);
            act("sato", id, *submit);
            act("bando", id, Approve{});
        };
        const QString account = QStringLiteral("staff:%1").arg(sceneOffice().small.sato.value());
        const auto leave = [&](int day, qint64 minutes) {
            return Posting{QStringLiteral("leave.annual.minutes"), account, kPartlyBackDay.addDays(day), minutes};
        };
        const CaseId id = begun("連休");
        decided(id, {leave(0, 60), leave(1, 60)});
        const auto record = m_play.at(QStringLiteral("sato"))->cases().load(id);
        if (!record) {
            keep(record.error(), "taken back in part");
            return id;
        }
        const auto back = m_play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                                       cancelling(record->revisions.back().content.fields,
                                                  {id, record->number, 1, QStringLiteral("出勤したため"),
                                                   DayRange{kPartlyBackDay, kPartlyBackDay}}));
        if (back)
            decided(*back, {leave(0, -60)});
        else
            keep(back.error(), "taken back in part");
        return id;
    }

    /// 30,000 yen of a line, decided by one post alone.
    CaseId committed(const char *login, const QString &code, PostId decider, const char *deciderLogin)
    {
        const CaseId id = begun("契約", login);
        auto submit =
            m_play.submission(QLatin1String(login), id, handRoute({{StepKind::Decide, StepRule::All, 1, {decider}}}));
        if (!submit) {
            keep(submit.error(), login);
            return id;
        }
        const BudgetLine line{.year = kSceneYear, .code = code};
        submit->postings = {{QStringLiteral("budget.commitment"), line.account(), sceneOffice().today, 30'000}};
        act(login, id, *submit);
        act(deciderLogin, id, Approve{});
        return id;
    }

    void registerPayee()
    {
        const Result<> known = m_play.at(QStringLiteral("shiba"))
                                   ->payees()
                                   .changePayees(RegisterPayee{somePayee(QStringLiteral("1")), QStringLiteral("票")});
        if (!known)
            keep(known.error(), "payee");
    }
    /// A yen of a line for that payee, in cash today, decided by 部長; what is to be done then.
    CaseId inCash(const char *subject, const std::vector<HandStep> &then)
    {
        Payee payee = somePayee(QStringLiteral("1"));
        payee.revision = 1;
        const auto id = m_play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                                     {{QStringLiteral("subject"), QString::fromUtf8(subject)},
                                      {QStringLiteral("payee"), PayeeRef::of(payee).toJson()},
                                      {QStringLiteral("pay_method"), QStringLiteral("cash")}});
        if (!id) {
            keep(id.error(), subject);
            return CaseId(0);
        }
        std::vector<HandStep> steps{{StepKind::Decide, StepRule::All, 1, {sceneOffice().small.director}}};
        steps.insert(steps.end(), then.begin(), then.end());
        auto submit = m_play.submission(QStringLiteral("sato"), *id, handRoute(steps));
        if (!submit) {
            keep(submit.error(), subject);
            return *id;
        }
        const BudgetLine line{.year = kSceneYear, .code = kAffairsLine};
        submit->postings = {{QStringLiteral("budget.payment"), line.account(), sceneOffice().today, 1}};
        act("sato", *id, *submit);
        act("bando", *id, Approve{});
        return *id;
    }

    /// A yen of a line, ordered by 部長 and then examined, by 審査担当 or whoever is asked besides.
    CaseId voucher()
    {
        const SmallOffice &small = sceneOffice().small;
        const CaseId id = begun("支出命令");
        auto submit =
            m_play.submission(QStringLiteral("sato"), id,
                              handRoute({{StepKind::Decide, StepRule::All, 1, {small.director}},
                                         {StepKind::Examine, StepRule::Any, 1, {small.examiner, small.director}}}));
        if (!submit) {
            keep(submit.error(), "支出命令");
            return id;
        }
        const BudgetLine line{.year = kSceneYear, .code = kAffairsLine};
        submit->postings = {{QStringLiteral("budget.payment"), line.account(), sceneOffice().today, 1}};
        act("sato", id, *submit);
        return id;
    }

    /// Cases in which somebody acts in another's place, before another, or after the fact.
    void outOfTurn()
    {
        using enum StepKind;
        const SmallOffice &small = sceneOffice().small;
        const QString reason = QStringLiteral("急ぐため");
        const HandStep three{Review, StepRule::All, 3, {small.manager, small.financeManager, small.careManager}};
        const HandStep vice{Decide, StepRule::All, 1, {small.viceMayor}};
        const HandStep boss{Decide, StepRule::All, 1, {small.director}};
        const HandStep vote{Consult, StepRule::All, 1, {small.financeManager}, Objection::Refers};
        m_cases.weightyDraft = begun("重要な下書き", "sato", "draft", true);
        m_cases.standing = onRoute("sato", "副市長待ち", {three, vice});
        m_cases.weighty = onRoute("sato", "重要", {three, vice}, true);
        m_cases.disputed = onRoute("sato", "不同意", {three, vote, vice});
        for (const CaseId id : {m_cases.standing, m_cases.weighty, m_cases.disputed}) {
            for (const char *login : {"kato", "zaizen", "fukui"})
                act(login, id, Approve{});
        }
        act("zaizen", m_cases.disputed, Object{{}, reason});
        m_cases.absent = onRoute("sato", "副市長のみ", {vice});
        m_cases.stoodIn = onRoute("sato", "代決済み", {vice});
        act("bando", m_cases.stoodIn, Approve{{}, {}, Manner::Acting});
        m_cases.pulled = submitted("引上げ");
        act("kato", m_cases.pulled, Approve{{}, reason, Manner::PullUp});
        m_cases.skipped =
            onRoute("sato", "後閲待ち",
                    {{Review, StepRule::All, 1, {small.director}}, {Decide, StepRule::All, 1, {small.mayor}}});
        act("ichikawa", m_cases.skipped, Approve{{}, reason, Manner::PullUp});
        m_cases.several = onRoute("sato", "二人以上",
                                  {{Review, StepRule::Count, 2, {small.chief, small.assistant, small.manager}}, boss});
        m_cases.examining = onRoute("sato", "審査待ち", {{Examine, StepRule::All, 1, {small.examiner}}, boss});
        m_cases.askedAgain = advanced("合議から差戻し", 2);
        act("zaizen", m_cases.askedAgain, Return{{}, 1, reason});
        m_cases.halfPair =
            onRoute("sato", "一者同意", {{Consult, StepRule::All, 2, {small.examiner, sceneOffice().window}}, boss});
        act("shiba", m_cases.halfPair, Approve{});
        confide();
        m_cases.special = specialLeave();
        act("kato", m_cases.special, Approve{});
    }
    void confide()
    {
        using enum StepKind;
        const SmallOffice &small = sceneOffice().small;
        const QString tanaka = QStringLiteral("tanaka");
        auto proof = m_play.upload(tanaka, QStringLiteral("証明書類1.pdf"),
                                   QByteArray("a certificate for those who decide ").repeated(4));
        if (!proof)
            return keep(proof.error(), "certificate");
        proof->confidential = true;
        const QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("私用の休暇")}};
        for (CaseId *id : {&m_cases.confided, &m_cases.confiding}) {
            const auto made = m_play.draft(tanaka, QStringLiteral("leave"), fields, {*proof}, {},
                                           QStringLiteral("離婚調停に出るため"));
            if (!made)
                return keep(made.error(), "confided");
            *id = *made;
        }
        const auto event = m_play.submit(tanaka, m_cases.confided,
                                         handRoute({{Review, StepRule::All, 1, {small.chief}},
                                                    {Decide, StepRule::All, 1, {small.manager}},
                                                    {Circulate, StepRule::All, 1, {small.examiner}},
                                                    {Circulate, StepRule::All, 1, {sceneOffice().adviser}}}));
        if (!event)
            return keep(event.error(), "confided");
        act("suzuki", m_cases.confided, Approve{});
        act("kato", m_cases.confided, Approve{});
    }
    CaseId specialLeave()
    {
        const QString tanaka = QStringLiteral("tanaka");
        const auto id = m_play.draft(tanaka, QStringLiteral("leave"),
                                     {{QStringLiteral("subject"), QStringLiteral("特別休暇")},
                                      {QStringLiteral("special"), QStringLiteral("SP06")},
                                      {QStringLiteral("reason"), QStringLiteral("忌引のため")}});
        if (!id) {
            keep(id.error(), "special leave");
            return CaseId(0);
        }
        const auto event = m_play.submit(
            tanaka, *id, handRoute({{StepKind::Decide, StepRule::All, 1, {sceneOffice().small.manager}}}));
        if (!event)
            keep(event.error(), "special leave");
        return *id;
    }

    void keep(const Error &error, const char *what)
    {
        if (m_result.ok())
            m_result = fail(
                error.code,
                QStringLiteral("%1: %2 %3")
                    .arg(QString::fromUtf8(what), error.detail, error.refusal ? toCode(*error.refusal) : QString()));
    }
    CaseId begun(const char *subject, const char *login = "sato", const char *form = "draft", bool important = false)
    {
        QJsonObject fields{{QStringLiteral("subject"), QString::fromUtf8(subject)}, {QStringLiteral("amount"), 120000}};
        if (important)
            fields.insert(QStringLiteral("important"), true);
        const auto id = m_play.draft(QLatin1String(login), QLatin1String(form), fields);
        if (id)
            return *id;
        keep(id.error(), subject);
        return CaseId(0);
    }
    void beginUpload()
    {
        const QByteArray bytes(300'000, 'x');
        const Attachment file{QStringLiteral("x"),
                              QStringLiteral("text/plain"),
                              bytes.size(),
                              sha256Hex(bytes),
                              {sha256Hex(bytes.left(kChunkSize)), sha256Hex(bytes.mid(kChunkSize))}};
        const auto upload = m_play.at(QStringLiteral("sato"))->blobs().begin(file);
        if (upload && *upload)
            m_cases.upload = (*upload)->value();
        else
            keep(upload ? Error{} : upload.error(), "upload");
    }
    void attach(CaseId id, const char *name, const char *bytes)
    {
        const auto file = m_play.upload(QStringLiteral("sato"), QString::fromUtf8(name), bytes);
        if (!file)
            return keep(file.error(), name);
        const auto saved = m_play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                                        {{QStringLiteral("subject"), QStringLiteral("佐藤の下書き")}}, {*file}, id);
        if (!saved)
            keep(saved.error(), name);
    }
    void correct(CaseId id, const char *subject)
    {
        const auto saved = m_play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                                        {{QStringLiteral("subject"), QString::fromUtf8(subject)}}, {}, id);
        if (!saved)
            keep(saved.error(), subject);
    }
    CaseId submitted(const char *subject)
    {
        const CaseId id = begun(subject);
        const auto event = m_play.submit(QStringLiteral("sato"), id);
        if (!event)
            keep(event.error(), subject);
        return id;
    }
    CaseId advanced(const char *subject, int approvals)
    {
        static const char *const line[] = {"suzuki", "kato", "zaizen", "bando"};
        const CaseId id = submitted(subject);
        for (int i = 0; i < approvals; ++i)
            act(line[i], id, Approve{});
        return id;
    }
    CaseId onRoute(const char *login, const char *subject, const std::vector<HandStep> &steps, bool important = false)
    {
        const CaseId id = begun(subject, login, "draft", important);
        const auto event = m_play.submit(QLatin1String(login), id, handRoute(steps));
        if (!event)
            keep(event.error(), subject);
        return id;
    }
    CaseId leave()
    {
        const QString tanaka = QStringLiteral("tanaka");
        const auto proof = m_play.upload(tanaka, QStringLiteral("診断書.pdf"), "a certificate only the line may read");
        if (!proof) {
            keep(proof.error(), "certificate");
            return CaseId(0);
        }
        const auto id = m_play.draft(tanaka, QStringLiteral("leave"),
                                     {{QStringLiteral("subject"), QStringLiteral("病気休暇")},
                                      {QStringLiteral("reason"), QStringLiteral("通院のため")}},
                                     {*proof});
        if (!id) {
            keep(id.error(), "leave");
            return CaseId(0);
        }
        const auto event = m_play.submit(tanaka, *id);
        if (!event)
            keep(event.error(), "leave");
        return *id;
    }
    void act(const char *login, CaseId id, const Command &command)
    {
        const auto event = m_play.act(QLatin1String(login), id, command);
        if (!event)
            keep(event.error(), login);
    }

    QString m_database;
    Play m_play;
    SceneCases &m_cases;
    Result<> m_result;
};

SceneCases &madeCases()
{
    static SceneCases cases;
    return cases;
}

Result<> fillScene(const QString &database)
{
    const SystemClock clock;
    const Result<> founded = foundServerOffice(database, sceneOffice().founding(), clock,
                                               {QStringLiteral("stranger"), QStringLiteral("mallory")});
    if (!founded)
        return founded;
    const Result<> outsider = PostgresServer::instance().run(
        database, QStringLiteral("CREATE ROLE visitor LOGIN PASSWORD '%1'").arg(staffPassword()));
    if (!outsider)
        return outsider;
    if (const Result<> played = Director(database, madeCases()).run(); !played)
        return played;
    const auto owner = Database::open(superuserUrl(database));
    const auto anchor = owner ? takeAnchor(**owner, clock) : Result<Anchor>(owner.failure());
    return anchor ? Result<>() : Result<>(anchor.failure());
}

} // namespace

SceneDatabase::SceneDatabase()
{
    const auto made = PostgresServer::instance().createDatabase(QStringLiteral("scene"), fillScene);
    if (made)
        m_name = *made;
    else
        m_error = made.error().detail;
}

SceneDatabase::~SceneDatabase()
{
    if (!m_name.isEmpty())
        PostgresServer::instance().dropDatabase(m_name);
}

const SceneCases &SceneDatabase::cases()
{
    return madeCases();
}

} // namespace kessai::test
