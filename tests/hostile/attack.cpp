// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

#include "core/base/canonical.h"
#include "tests/support/postgresserver.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace kessai::test {

QString literal(const QString &text)
{
    QString quoted = text;
    return QLatin1Char('\'') + quoted.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

QString submitting(Stage &stage, Call call, const Content &content)
{
    call.edit(&Call::payload, set("contentDigest", QString::fromLatin1(content.digest())));
    const CaseId draft = stage.cases().draft;
    const QString submission = call.sql();
    const QString door = QStringLiteral("kessai.append_event(") + QString::number(draft.value());
    const QString save =
        QStringLiteral("kessai.save_draft(%1, 1, %2, 1, 'x', NULL, 0, %3, '', '[]')")
            .arg(QString::number(draft.value()), literal(content.form), literal(canonicalJson(content.fields)));
    return QStringLiteral("WITH s AS MATERIALIZED (SELECT ") + save
        + QStringLiteral(" AS id) SELECT seq FROM s, LATERAL kessai.append_event(s.id")
        + submission.mid(submission.indexOf(door) + door.size());
}

std::function<QString(Stage &)> plain(const char *sql)
{
    return [sql](Stage &) { return QString::fromUtf8(sql); };
}

std::function<QString(Stage &)> claimed(CaseId SceneCases::*which, const EventBody &body, PostId SmallOffice::*post,
                                        StaffId SmallOffice::*principal)
{
    return [=](Stage &stage) {
        const CaseId id = stage.cases().*which;
        Call call = stage.claim(id, stage.seq(id), {1, 1}, post ? std::optional(stage.small().*post) : std::nullopt,
                                principal ? std::optional(stage.small().*principal) : std::nullopt);
        call.code = codeOf(body);
        call.payload = canonicalJson(toJson(body));
        return call.sql();
    };
}

std::function<QString(Stage &)> falseEffects(const char *login, CaseId SceneCases::*which, const Command &command,
                                             const Edit &edit)
{
    return [=](Stage &stage) {
        return stage.honest(login, stage.cases().*which, command).edit(&Call::effects, edit).sql();
    };
}

std::function<QString(Stage &)> falsePayload(const char *login, CaseId SceneCases::*which, const Command &command,
                                             const Edit &edit)
{
    return [=](Stage &stage) {
        return stage.honest(login, stage.cases().*which, command).edit(&Call::payload, edit).sql();
    };
}

Edit set(const char *key, const QJsonValue &value)
{
    return [=](QJsonObject &object) { object[QLatin1String(key)] = value; };
}

namespace {

Edit list(const char *key, const std::function<void(QJsonArray &)> &edit)
{
    return [=](QJsonObject &object) {
        QJsonArray array = object[QLatin1String(key)].toArray();
        edit(array);
        object[QLatin1String(key)] = array;
    };
}

} // namespace

Edit changes(const std::function<void(QJsonArray &)> &edit)
{
    return list("changes", edit);
}

Edit readers(const std::function<void(QJsonArray &)> &edit)
{
    return list("access", edit);
}

QJsonObject change(int step, int no, int to)
{
    return {{QStringLiteral("step"), step}, {QStringLiteral("no"), no}, {QStringLiteral("to"), to}};
}

Call Call::of(const AppendRequest &request)
{
    const ProposedEvent &event = request.event;
    Call call;
    call.caseId = request.caseId.value();
    call.expected = request.expectedSeq;
    call.request = request.requestId;
    call.code = codeOf(event.body);
    if (event.capacity.post)
        call.post = event.capacity.post->value();
    if (event.capacity.principal)
        call.principal = event.capacity.principal->value();
    call.payload = canonicalJson(toJson(event.body));
    call.effects = canonicalJson(toJson(event.effects));
    return call;
}

QString Call::sql() const
{
    const auto number = [](const std::optional<qint64> &value) {
        return value ? QString::number(*value) : QStringLiteral("NULL");
    };
    return QStringLiteral("SELECT seq FROM kessai.append_event(%1, %2, ").arg(caseId).arg(expected) + literal(request)
        + QStringLiteral(", ") + literal(code) + QStringLiteral(", %1, ").arg(version) + number(post)
        + QStringLiteral(", ") + number(principal) + QStringLiteral(", ") + literal(payload) + QStringLiteral(", ")
        + literal(effects) + QLatin1Char(')');
}

Call &Call::edit(QByteArray Call::*text, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject object = QJsonDocument::fromJson(this->*text).object();
    change(object);
    this->*text = canonicalJson(object);
    return *this;
}

Call Stage::honest(const char *login, CaseId id, const Command &command)
{
    const auto request = m_play.proposal(QLatin1String(login), id, command);
    if (!request) {
        ADD_FAILURE() << login << " could not act on case " << id.value() << ": " << qPrintable(request.error().detail)
                      << ' ' << (request.error().refusal ? qPrintable(toCode(*request.error().refusal)) : "");
        return {};
    }
    return Call::of(*request);
}

Call Stage::honestSubmit(const char *login, CaseId id, const std::optional<Route> &route)
{
    const auto command = m_play.submission(QLatin1String(login), id, route);
    if (!command) {
        ADD_FAILURE() << login << " could not submit: " << qPrintable(command.error().detail);
        return {};
    }
    return honest(login, id, *command);
}

Call Stage::forged(CaseId id, const char *reader, const EventBody &body, const Capacity &capacity,
                   const Effects &effects)
{
    const auto before = m_play.state(QLatin1String(reader), id);
    EXPECT_TRUE(before) << reader << " cannot read case " << id.value();
    const int seq = before ? before->seq : 0;
    return Call::of({id, seq, QStringLiteral("forged-%1").arg(++m_claims), {capacity, body, effects}});
}

Call Stage::claim(CaseId id, int expected, AssignmentRef on, std::optional<PostId> post,
                  std::optional<StaffId> principal)
{
    const Effects effects{CaseState::Running, 1, {{on, AssignmentState::Approved}}, {}, PostingState::Reserved};
    return Call::of({id,
                     expected,
                     QStringLiteral("claim-%1").arg(++m_claims),
                     {{StaffId(1), post, principal}, Approved{on, {}, QString()}, effects}});
}

int Stage::seq(CaseId id)
{
    return ask(QStringLiteral("SELECT seq FROM kessai.case_file WHERE case_id = %1").arg(id.value())).toInt();
}

QString Stage::ask(const QString &sql)
{
    const auto rows = PostgresServer::instance().rows(m_database, sql);
    EXPECT_TRUE(rows) << qPrintable(sql);
    return rows && !rows->isEmpty() ? rows->constFirst().constFirst() : QString();
}

Expected refusedAs(const char *refusal)
{
    return {Expected::Kind::Error, QStringLiteral("KD001"), QLatin1String(refusal), {}};
}

Expected faultOf(const char *code)
{
    return {Expected::Kind::Error, QStringLiteral("KD002"), QLatin1String(code), {}};
}

Expected denied()
{
    return errorState("42501");
}

Expected errorState(const char *state, const char *message)
{
    return {Expected::Kind::Error, QLatin1String(state), QLatin1String(message), {}};
}

Expected nothing()
{
    return {Expected::Kind::Rows, {}, {}, {}};
}

Expected onlyValue(const char *value)
{
    return {Expected::Kind::Rows, {}, {}, {{QString::fromUtf8(value)}}};
}

std::vector<Attack> allAttacks()
{
    std::vector<Attack> all;
    for (const auto &group : {actAttacks(),          outOfTurnAttacks(),    orderAttacks(),        extensionAttacks(),
                              effectAttacks(),       submitAttacks(),       markAttacks(),         contentAttacks(),
                              rowAttacks(),          readAttacks(),         confidentialAttacks(), searchAttacks(),
                              registrationAttacks(), rightAttacks(),        loadAttacks(),         anchorAttacks(),
                              cancellationAttacks(), calendarAttacks(),     holidayAttacks(),      budgetAttacks(),
                              payeeAttacks(),        proofAttacks(),        referenceAttacks(),    paymentAttacks(),
                              meetingReadAttacks(),  meetingAttacks(),      liveMeetingAttacks(),  ruleAttacks(),
                              routeAttacks(),        organisationAttacks(), settingAttacks(),      rerouteAttacks()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace kessai::test
