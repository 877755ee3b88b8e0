// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/scene.h"

#include "core/store/openstore.h"
#include "tests/support/casebuilder.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

constexpr int kRacers = 20;

RouteRule mainRule()
{
    const auto rule = ruleFromText(R"({"form":"draft","from":"2020-04-01","lines":[
        {"line":"D-1","kind":"review","who":[{"head":"unit"}],"why":{"ja":"係長","en":"unit"}},
        {"line":"D-2","kind":"review","who":[{"head":"section"}],"why":{"ja":"課長","en":"section"}},
        {"line":"D-3","kind":"consult","who":[{"role":"finance"}],"why":{"ja":"合議","en":"finance"}},
        {"line":"D-4","kind":"decide","who":[{"head":"department"}],"why":{"ja":"部長","en":"department"}},
        {"line":"D-5","kind":"circulate","who":[{"role":"accounting"}],"why":{"ja":"供覧","en":"accounting"}}]})");
    return *rule;
}

RouteRule leaveRule(int revision, const char *from)
{
    const QByteArray text = QByteArray(R"({"form":"leave","from":")") + from
        + R"(","lines":[{"line":"L-1","kind":"decide","who":[{"head":"unit"}],"why":{"ja":"係長","en":"unit"}}]})";
    return *ruleFromText(text.constData(), revision);
}

Fail<Error> lost(const QString &what)
{
    return fail(ErrorCode::Internal, what);
}

} // namespace

SceneOffice::SceneOffice()
    : window(small.builder.post(small.audit, QStringLiteral("madoguchi"), QStringLiteral("窓口"), 12)), mukashi(0),
      tsugi(0), taishoku(0), today(SystemClock().now().day())
{
    OfficeBuilder &builder = small.builder;
    for (int i = 1; i <= kRacers; ++i)
        racers.push_back(builder.staff(QStringLiteral("r%1").arg(i, 2, 10, QLatin1Char('0')), QStringLiteral("競"),
                                       QString::number(i), window));
    mukashi = builder.staff(QStringLiteral("mukashi"), QStringLiteral("昔"), QStringLiteral("係長"));
    tsugi = builder.staff(QStringLiteral("tsugi"), QStringLiteral("次"), QStringLiteral("係長"));
    taishoku = builder.staff(QStringLiteral("taishoku"), QStringLiteral("退"), QStringLiteral("職"), small.clerk);
    builder.appoint(mukashi, small.chief, Holding::Acting, {}, today.addDays(-1));
    builder.appoint(tsugi, small.chief, Holding::Primary, today.addDays(1));
    builder.appoint(small.hosaka, small.senior, Holding::Concurrent);
    builder.deputy(small.bando, small.tsugawa);
    builder.deputy(small.kato, small.hosaka, {}, today.addDays(-1));
    builder.deputy(small.tsugawa, small.zama);
    builder.deputy(small.suzuki, small.fukui, today.addDays(1));
    history = builder.history();
    for (Dated<Staff> &row : history.staff) {
        if (row.value.id == taishoku)
            row.until = today.addDays(-1);
    }
}

StaffId SceneOffice::staffId(const QString &login) const
{
    for (const Dated<Staff> &row : history.staff) {
        if (row.value.login == login)
            return row.value.id;
    }
    return StaffId(0);
}

OfficeFounding SceneOffice::founding() const
{
    OfficeFounding founding;
    founding.configuration.officeName = QStringLiteral("見本市役所");
    founding.configuration.office = history;
    founding.configuration.rules = {mainRule(), leaveRule(1, "2020-04-01"), leaveRule(2, "2021-04-01")};
    founding.rights = {{small.kaita, SpecialRight::Kind::Administrator, QDate(2020, 4, 1), {}},
                       {small.shindo, SpecialRight::Kind::Auditor, QDate(2020, 4, 1), {}}};
    founding.madeBy = QStringLiteral("tests");
    founding.reason = QStringLiteral("a scene");
    return founding;
}

const SceneOffice &sceneOffice()
{
    static const SceneOffice office;
    return office;
}

Route handRoute(const std::vector<HandStep> &steps)
{
    Route route;
    for (const HandStep &hand : steps) {
        Step step{int(route.steps.size()) + 1, hand.kind, hand.rule, hand.needed, QStringLiteral("H"), {}, {}};
        for (const Assignee &who : hand.who)
            step.assignments.push_back({int(step.assignments.size()) + 1, who, AssignmentState::Waiting});
        route.steps.push_back(std::move(step));
    }
    return route;
}

Play::Play(const QString &database) : m_database(database) {}

Store *Play::at(const QString &login)
{
    auto &store = m_stores[login];
    if (!store) {
        auto opened = openStore(staffUrl(m_database, login), std::nullopt, m_clock);
        if (opened)
            store = std::move(opened).value();
        else
            ADD_FAILURE() << qPrintable(login) << " cannot sign in: " << qPrintable(opened.error().detail);
    }
    return store.get();
}

Result<Attachment> Play::upload(const QString &login, const QString &name, const QByteArray &bytes)
{
    Attachment file{name, QStringLiteral("application/pdf"), bytes.size(), sha256Hex(bytes), {}};
    for (qint64 at = 0; at < bytes.size(); at += kChunkSize)
        file.chunks.push_back(sha256Hex(bytes.mid(at, kChunkSize)));
    Store *store = at(login);
    if (!store)
        return lost(login);
    const auto upload = store->blobs().begin(file);
    if (!upload)
        return upload.failure();
    if (!upload->has_value())
        return file;
    for (int no = 0; no < int(file.chunks.size()); ++no) {
        if (const Result<> put = store->blobs().put(**upload, no, bytes.mid(no * kChunkSize, kChunkSize)); !put)
            return put.failure();
    }
    if (const Result<> finished = store->blobs().finish(**upload); !finished)
        return finished.failure();
    return file;
}

Result<CaseId> Play::draft(const QString &login, const QString &form, const QJsonObject &fields,
                           std::vector<Attachment> attachments, std::optional<CaseId> correcting)
{
    Store *store = at(login);
    if (!store)
        return lost(login);
    DraftSave draft;
    draft.id = correcting;
    draft.content = {form, 1, fields, std::move(attachments)};
    draft.title = fields.value(QLatin1String("subject")).toString();
    if (correcting) {
        const auto record = store->cases().load(*correcting);
        if (!record)
            return record.failure();
        draft.revision = record->projection.revision + 1;
    }
    return store->cases().saveDraft(draft);
}

Result<Case> Play::state(const QString &login, CaseId id)
{
    Store *store = at(login);
    if (!store)
        return lost(login);
    const auto record = store->cases().load(id);
    if (!record)
        return record.failure();
    auto replayed = replay(id, record->drafter, record->history);
    if (replayed && projectionOf(*replayed) != record->projection)
        return fail(ErrorCode::Damaged, QStringLiteral("case %1: replay and projection differ").arg(id.value()));
    return replayed;
}

Result<Submit> Play::submission(const QString &login, CaseId id, const std::optional<Route> &route)
{
    Store *store = at(login);
    if (!store)
        return lost(login);
    const auto record = store->cases().load(id);
    if (!record)
        return record.failure();
    if (record->revisions.empty())
        return lost(QStringLiteral("no content"));
    const auto office = sceneOffice().office();
    const CaseRecord::Revision &newest = record->revisions.back();
    const bool leave = record->form == QLatin1String("leave");
    const RouteRule rule = leave ? leaveRule(2, "2021-04-01") : mainRule();
    const PostId post = office->primaryPost(record->drafter).value_or(PostId(0));
    Submit submit{newest.no,
                  newest.content.digest(),
                  {rule.revision, 1, office->day(), post},
                  {},
                  {{leave ? QStringLiteral("leave.annual.minutes") : QStringLiteral("overtime.minutes"),
                    QStringLiteral("staff:%1").arg(record->drafter.value()), office->day(), 120}},
                  QStringLiteral("お願いします\n\"至急\"")};
    if (route) {
        submit.route = *route;
        return submit;
    }
    const auto resolved = resolveRoute(rule, *office, record->drafter, post, newest.content.fields);
    if (!resolved)
        return fail(Error::refused(resolved.error()));
    submit.route = *resolved;
    return submit;
}

Result<AppendRequest> Play::proposal(const QString &login, CaseId id, const Command &command)
{
    const auto before = state(login, id);
    if (!before)
        return before.failure();
    auto event = decide(*before, command, sceneOffice().staffId(login), *sceneOffice().office());
    if (!event)
        return fail(Error::refused(event.error()));
    const QString request = QStringLiteral("%1-%2-%3").arg(m_database, login).arg(++m_requests);
    return AppendRequest{id, before->seq, request, std::move(event).value()};
}

Result<Event> Play::act(const QString &login, CaseId id, const Command &command)
{
    const auto request = proposal(login, id, command);
    if (!request)
        return request.failure();
    return at(login)->cases().append(*request);
}

Result<Event> Play::submit(const QString &login, CaseId id, const std::optional<Route> &route)
{
    const auto command = submission(login, id, route);
    return command ? act(login, id, *command) : Result<Event>(command.failure());
}

namespace {

/// Plays the scene; stops at the first thing that goes wrong.
class Director final {
public:
    Director(const QString &database, SceneCases &cases) : m_play(database), m_cases(cases) {}

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
        return m_result;
    }

private:
    void keep(const Error &error, const char *what)
    {
        if (m_result.ok())
            m_result = fail(
                error.code,
                QStringLiteral("%1: %2 %3")
                    .arg(QString::fromUtf8(what), error.detail, error.refusal ? toCode(*error.refusal) : QString()));
    }
    CaseId begun(const char *subject, const char *login = "sato", const char *form = "draft")
    {
        const auto id =
            m_play.draft(QLatin1String(login), QLatin1String(form),
                         {{QStringLiteral("subject"), QString::fromUtf8(subject)}, {QStringLiteral("amount"), 120000}});
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
    CaseId onRoute(const char *login, const char *subject, const std::vector<HandStep> &steps)
    {
        const CaseId id = begun(subject, login);
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
    return Director(database, madeCases()).run();
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
