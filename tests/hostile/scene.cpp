// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/scene.h"

#include "core/cases/reroute.h"
#include "core/store/openstore.h"
#include "tests/support/casebuilder.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

constexpr int kRacers = 100;

/// A form to be changed; nothing of the scene is filed by it.
FormDefinition memoForm()
{
    const auto form = FormDefinition::fromJson(QJsonDocument::fromJson(R"({"code":"memo","from":"2020-04-01",
      "name":{"ja":"伺い","en":"Memo"},"fields":[
        {"key":"subject","kind":"text","label":{"ja":"件名","en":"Subject"},"required":true},
        {"key":"amount","kind":"yen","label":{"ja":"金額","en":"Amount"}},
        {"key":"urgent","kind":"flag","label":{"ja":"至急","en":"Urgent"}},
        {"key":"private","kind":"longText","label":{"ja":"事情","en":"Circumstances"},"confidential":true}]})")
                                                   .object(),
                                               1);
    return form.value();
}

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

BudgetLine lineOf(const QString &code, SectionId section)
{
    const QString name = QStringLiteral("科目");
    return {.year = kSceneYear,
            .code = code,
            .names = {name, name, name, name, name, name, name},
            .section = section,
            .item = QStringLiteral("10")};
}

BudgetLine nextYear(BudgetLine line)
{
    line.year = kSceneNextYear;
    return line;
}

Fail<Error> lost(const QString &what)
{
    return fail(ErrorCode::Internal, what);
}

} // namespace

SceneOffice::SceneOffice()
    : window(small.builder.post(small.audit, QStringLiteral("madoguchi"), QStringLiteral("窓口"), 12)), mukashi(0),
      tsugi(0), taishoku(0), rusu(0), kyuka(0), analyst(0), adviser(0), today(SystemClock().now().day())
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

    analyst = builder.post(small.audit, QStringLiteral("kikaku"), QStringLiteral("企画担当"), 12);
    adviser = builder.post(small.audit, QStringLiteral("sanji"), QStringLiteral("参事"), 12);
    rusu = builder.staff(QStringLiteral("rusu"), QStringLiteral("留守"), QStringLiteral("番"), analyst);
    kyuka = builder.staff(QStringLiteral("kyuka"), QStringLiteral("休"), QStringLiteral("暇"), adviser);
    builder.deputy(kyuka, small.shiga);
    builder.deputy(rusu, small.hosaka, {}, {}, false, {QStringLiteral("leave")});
    builder.staff(QStringLiteral("fuyo"), QStringLiteral("芙"), QStringLiteral("蓉"),
                  builder.post(small.care, QStringLiteral("fukushi-shunin"), QStringLiteral("主任"), 20));
    builder.deputy(small.fukuda, small.zaizen, today.addDays(7), today.addDays(8));
    builder.absent(rusu, {}, {}, true).absent(kyuka, {}, {}, true).absent(small.fukuda).absent(small.fukui);
    builder.standIn(small.viceMayor, small.careManager)
        .standIn(small.viceMayor, small.director)
        .standIn(small.viceMayor, small.financeManager)
        .standIn(small.director, small.manager);
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
    founding.configuration.forms = {memoForm()};
    founding.configuration.rules = {mainRule(), leaveRule(1, "2020-04-01"), leaveRule(2, "2021-04-01")};
    founding.configuration.parameters = Parameters(
        {{QStringLiteral("duty.day_minutes"), QDate(2000, 1, 1), 465, QStringLiteral("勤務時間条例")},
         {QStringLiteral("reminder.pause_days"), QDate(2000, 1, 1), 1, QStringLiteral("市の運用")},
         {QLatin1String(kAbsenceDays), QDate(2000, 1, 1), kLongAbsence, QStringLiteral("市の運用")},
         {QStringLiteral("registrations.day_limit"), QDate(2000, 1, 1), 120, QStringLiteral("技術的な上限")}},
        nullptr,
        BudgetBook({lineOf(kAffairsLine, small.affairs), lineOf(kCareLine, small.care),
                    lineOf(kRaceLine, small.accounts), nextYear(lineOf(kAffairsLine, small.affairs)),
                    nextYear(lineOf(kCareLine, small.care))}));
    for (const auto &[code, amount] :
         {std::pair(kAffairsLine, 100'000), std::pair(kCareLine, 100'000), std::pair(kRaceLine, 1'000)})
        founding.budget.push_back({.year = kSceneYear,
                                   .code = code,
                                   .amount = amount,
                                   .day = QDate(2026, 4, 1),
                                   .document = QStringLiteral("当初予算")});
    for (const QString &code : {kAffairsLine, kCareLine})
        founding.budget.push_back({.year = kSceneNextYear,
                                   .code = code,
                                   .amount = 100'000,
                                   .day = QDate(2026, 4, 1),
                                   .document = QStringLiteral("翌年度の予算")});
    founding.rights = {{small.kaita, SpecialRight::Kind::Administrator, QDate(2020, 4, 1), {}},
                       {small.zaizen, SpecialRight::Kind::Administrator, QDate(2020, 4, 1), {}},
                       {small.shindo, SpecialRight::Kind::Auditor, QDate(2020, 4, 1), {}}};
    founding.madeBy = QStringLiteral("tests");
    founding.reason = QStringLiteral("a scene");
    return founding;
}

QString awayForLong(const QString &person)
{
    return QStringLiteral("INSERT INTO kessai.absence (staff_id, valid_from, valid_until, made_at) VALUES (%1, "
                          "kessai.today(), to_char(to_date(kessai.today(), 'YYYY-MM-DD') + 30, 'YYYY-MM-DD'), 0)")
        .arg(person);
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
        Step step{int(route.steps.size()) + 1, hand.kind, hand.rule, hand.needed,
                  QStringLiteral("H"),         {},        {},        hand.objection};
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
                           std::vector<Attachment> attachments, std::optional<CaseId> correcting,
                           const QString &confidential)
{
    Store *store = at(login);
    if (!store)
        return lost(login);
    DraftSave draft;
    draft.id = correcting;
    draft.content = {form, 1, fields, std::move(attachments)};
    if (!confidential.isEmpty())
        draft.content.confidential = Confidential{QByteArray(64, 'c'), {{QStringLiteral("reason"), confidential}}};
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
    if (replayed)
        replayed->matter = {record->form, record->amount};
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
    const QString account = QStringLiteral("staff:%1").arg(record->drafter.value());
    Submit submit{newest.no,
                  newest.content.digest(),
                  {rule.revision, 1, office->day(), post},
                  {},
                  {{leave ? QStringLiteral("leave.annual.minutes") : QStringLiteral("overtime.minutes"), account,
                    office->day(), 120}},
                  QStringLiteral("お願いします\n\"至急\""),
                  newest.content.fields.value(QLatin1String("important")).toBool()};
    if (newest.content.fields.contains(QLatin1String("special"))) {
        const QDate day = office->day().addDays(30);
        submit.postings = {{QStringLiteral("leave.special.SP06.minutes"), account, day, 465},
                           {QStringLiteral("absence.minutes"), account, day, 465}};
    }
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

} // namespace kessai::test
