// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/hostile/scene.h"

#include <QJsonArray>

#include <functional>

namespace kessai::test {

/// A call of append_event as an attacker may write it: anything can be anything.
struct Call final {
    qint64 caseId = 0;
    qint64 expected = 0;
    QString request;
    QString code;
    int version = 1;
    std::optional<qint64> post;
    std::optional<qint64> principal;
    QByteArray payload;
    QByteArray effects;

    static Call of(const AppendRequest &request);
    QString sql() const;
    /// Rewrites a member of payload or effects, canonically, so that only its meaning is wrong.
    Call &edit(QByteArray Call::*text, const std::function<void(QJsonObject &)> &change);
};

/// What attacks are made of: honest acts of people in the scene, to be bent.
class Stage final {
public:
    explicit Stage(const QString &database) : m_database(database), m_play(database) {}

    const SceneCases &cases() const { return SceneDatabase::cases(); }
    const SmallOffice &small() const { return sceneOffice().small; }
    const QString &database() const { return m_database; }
    Play &play() { return m_play; }

    /// What somebody could honestly do; a test failure where they could not.
    Call honest(const char *login, CaseId id, const Command &command);
    Call honestSubmit(const char *login, CaseId id, const std::optional<Route> &route = std::nullopt);
    /// An act on an assignment with the effects it would have if it were somebody else's: the attacker knows how we write them.
    Call forged(CaseId id, const char *reader, const EventBody &body, const Capacity &capacity, const Effects &effects);
    /// An approval claimed by somebody, with no care about effects: the refusal comes before they are looked at.
    Call claim(CaseId id, int expected, AssignmentRef on, std::optional<PostId> post,
               std::optional<StaffId> principal = std::nullopt);
    /// The length of a case's history.
    int seq(CaseId id);
    /// Asks the superuser.
    QString ask(const QString &sql);

private:
    QString m_database;
    Play m_play;
    int m_claims = 0;
};

/// The words that put a case of the scene into a batch of today.
QString batchOf(CaseId id);

/// How an attack must end; nothing in the database may be different afterwards.
struct Expected final {
    enum class Kind { Error, Rows } kind = Kind::Error;
    QString state;   ///< SQLSTATE
    QString message; ///< the refusal's code, or the beginning of what PostgreSQL says
    QList<QStringList> rows;
};
Expected refusedAs(const char *refusal);
Expected faultOf(const char *code);
/// Insufficient privilege.
Expected denied();
Expected errorState(const char *state, const char *message = "");
/// The query succeeds and finds nothing.
Expected nothing();
/// The query succeeds and gives this only value, which tells the attacker nothing.
Expected onlyValue(const char *value);

/// One attempt of one person with nothing but their login and SQL.
struct Attack final {
    QByteArray name; ///< as in ATTACKS.md
    const char *login;
    std::function<QString(Stage &)>
        sql; ///< statements sent one by one are parted by two semicolons; the last one counts
    Expected expected;
};

/// 鈴木's appointment as the chief of 庶務係 ends: what an administrator sends.
QString emptyingTheChair(const SmallOffice &small);

/// Acts on cases: own ones, other people's, too early, too late, under false colours.
std::vector<Attack> actAttacks();
/// In somebody's place, before somebody, after the fact; and objections.
std::vector<Attack> outOfTurnAttacks();
/// Between the order of a payment and its examination.
std::vector<Attack> orderAttacks();
/// Routes made longer in ways that make them shorter.
std::vector<Attack> extensionAttacks();
/// Honest acts with false effects, false texts.
std::vector<Attack> effectAttacks();
/// Forged submissions.
std::vector<Attack> submitAttacks();
/// Marks kept that nobody set, people passed over who are there, sums and importance of no content.
std::vector<Attack> markAttacks();
/// Drafts, contents and files.
std::vector<Attack> contentAttacks();
/// Writing past the functions.
std::vector<Attack> rowAttacks();
/// Reading what is not for them.
std::vector<Attack> readAttacks();
/// Reading what is confidential in cases they may read, and forging it.
std::vector<Attack> confidentialAttacks();
/// Finding what is not for them.
std::vector<Attack> searchAttacks();
/// Becoming somebody else, or more.
std::vector<Attack> rightAttacks();
/// Looking at who is away where one does not work.
std::vector<Attack> calendarAttacks();
/// Registering absences, deputies, stand-ins and successors that are not theirs to register.
std::vector<Attack> registrationAttacks();
/// Holidays that are not theirs to register, or none.
std::vector<Attack> holidayAttacks();
/// Rules that are not theirs to set, or none; and looking through everybody's cases.
std::vector<Attack> ruleAttacks();
/// The same of route rules.
std::vector<Attack> routeAttacks();
std::vector<Attack> rerouteAttacks();
/// Numbers, forms and reasons of returns that are not theirs to set, or none.
std::vector<Attack> settingAttacks();
/// Moving units, posts and people without the right to, into the past or to one's own gain; and knowing beforehand who moves.
std::vector<Attack> organisationAttacks();
/// Accounts: writing them, and reading those of others.
std::vector<Attack> payeeAttacks();
/// Ticks in examinations that are not theirs, and what comes to others.
std::vector<Attack> proofAttacks();
/// Paying what is not to be paid, twice, or without the right to.
std::vector<Attack> paymentAttacks();
/// Reading of meetings what is not theirs, and changing them, as somebody who has nothing to do with them, or no more.
std::vector<Attack> meetingReadAttacks();
/// The same within them: what is hidden, private or thrown away, and acts that are forged or not theirs.
std::vector<Attack> meetingAttacks();
/// Presenting, voting, speaking and recording what is not theirs while a meeting runs, and what they are not to learn of it.
std::vector<Attack> liveMeetingAttacks();
/// Getting in the way of others.
std::vector<Attack> loadAttacks();
/// Anchors taken by those who may not, or changed by anybody.
std::vector<Attack> anchorAttacks();
/// What was decided cancelled by those who may not, twice, or with more than was moved.
std::vector<Attack> cancellationAttacks();
/// Commitments a case rests on that are others than it says, and inspections by whom they concern.
std::vector<Attack> referenceAttacks();
/// Money that is not there, or not theirs.
std::vector<Attack> budgetAttacks();
std::vector<Attack> allAttacks();

/// An act somebody claims on a case, whatever its state, for a post and a principal of the small office: the effects are those of
/// an approval and must not come to be looked at.
std::function<QString(Stage &)> claimed(CaseId SceneCases::*which, const EventBody &body,
                                        PostId SmallOffice::*post = nullptr, StaffId SmallOffice::*principal = nullptr);
using Edit = std::function<void(QJsonObject &)>;
/// What somebody could honestly do, with its effects or its payload changed.
std::function<QString(Stage &)> falseEffects(const char *login, CaseId SceneCases::*which, const Command &command,
                                             const Edit &edit);
std::function<QString(Stage &)> falsePayload(const char *login, CaseId SceneCases::*which, const Command &command,
                                             const Edit &edit);
/// A statement about the meetings of the scene: {M} is the published one, {D} the draft, {C} the closed, {X} the dropped, {R} the running; {seq}
/// and {rseq} are what {M} and {R} were last seen at. Logins stand for their ids, files are named by what they say.
std::function<QString(Stage &)> aboutMeetings(const QString &sql);
/// Edits: a member set, the changes or the readers of effects rewritten; and one change to write into them.
Edit set(const char *key, const QJsonValue &value);
Edit changes(const std::function<void(QJsonArray &)> &edit);
Edit readers(const std::function<void(QJsonArray &)> &edit);
QJsonObject change(int step, int no, int to);

/// An honest submission of a draft of 佐藤's, made to submit this content instead: saved and sent in one statement.
QString submitting(Stage &stage, Call call, const Content &content);

/// What a content may truly say of a commitment of 総務課 in the scene.
QJsonObject truthOf(Stage &stage, CaseId id, StaffId drafter);

/// SQL text in quotes.
QString literal(const QString &text);
inline QString literal(const QByteArray &text)
{
    return literal(QString::fromUtf8(text));
}
/// A statement as it stands.
std::function<QString(Stage &)> plain(const char *sql);

} // namespace kessai::test
