// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/authority.h"
#include "core/cases/reroute.h"
#include "tests/hostile/bending.h"
#include "tests/hostile/twins.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

// One meaning in two places (core/store/notary.h): the notary of this program and the one inside PostgreSQL take the same acts, record
// them to the same hash and the same projection, and refuse the same ones; and both agree with the engine. Histories are made up at
// random, the same ones each time, while people come and go; KESSAI_SEED gives others, KESSAI_HISTORIES asks for more of them.
//
// What the notaries cannot know they take, and every reader tells (readers_test.cpp): which route the rules give, which postings the
// content has, and whether what kept marks of reviews and consultations rest on has changed. A decision that is kept they hold to what was
// decided, and everything else that is bent they refuse.

namespace kessai::test {

class Differential : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(twins.problem(), QString());
        const unsigned seed =
            qEnvironmentVariableIsSet("KESSAI_SEED") ? qEnvironmentVariable("KESSAI_SEED").toUInt() : 20260401;
        RecordProperty("seed", std::to_string(seed));
        random.seed(seed);
    }

    /// Mostly somebody who can do something, so that histories get somewhere.
    QString somebodyFor(const Case &model)
    {
        const auto able = [&](const QString &login) {
            const StaffId who = sceneOffice().staffId(login);
            return !turnsOf(model, who, *twins.office()).empty()
                || !turnsOutOfOrder(model, who, *twins.office(), Manner::PullUp).empty()
                || !turnsOutOfOrder(model, who, *twins.office(), Manner::Acting).empty();
        };
        QString login = bender.anybody();
        for (int i = 0; i < 25 && !able(login); ++i)
            login = bender.anybody();
        return login;
    }

    AppendRequest request(const Case &model, ProposedEvent event)
    {
        return {model.id, model.seq, QStringLiteral("d-%1").arg(++requests), std::move(event)};
    }
    std::optional<Event> send(const QString &login, const Case &model, const ProposedEvent &event)
    {
        const auto recorded = twins.send(login, request(model, event));
        ++(recorded ? taken : refused);
        return recorded;
    }
    void follow(Case &model, const Event &event)
    {
        auto next = fold(model, event);
        ASSERT_TRUE(next) << qPrintable(next.error().detail) << canonicalJson(toJson(event.body)).toStdString();
        model = std::move(next).value();
        if (const auto *submitted = std::get_if<Submitted>(&event.body))
            filedIn = submitted->basis.officeRevision;
    }

    static bool keepsDecision(const Submit &submit)
    {
        return std::any_of(submit.route.steps.begin(), submit.route.steps.end(), [&](const Step &step) {
            return step.kind == StepKind::Decide
                && std::find(submit.kept.begin(), submit.kept.end(), step.no) != submit.kept.end();
        });
    }
    /// Whether the engine would fold such an event, and the actor answers for it in that capacity today.
    static bool sound(const Case &model, const ProposedEvent &event, const ProposedEvent &honest)
    {
        const auto effects = effectsOf(model, event.capacity, event.body);
        return effects && *effects == event.effects && event.capacity == honest.capacity;
    }

    /// Whether what an act says, whatever it does, is something its actor may say today.
    bool maySay(const Case &model, const EventBody &body, StaffId actor) const
    {
        const Office &office = *twins.office();
        const auto honest = decide(model, commandOf(body), actor, office);
        if (!honest)
            return false;
        const auto *submitted = std::get_if<Submitted>(&body);
        std::vector<Step> steps = submitted ? submitted->route.steps : model.steps;
        for (Step &step : steps) {
            for (Assignment &assignment : step.assignments)
                assignment.state = AssignmentState::Waiting; // a pull-up passes over those who were asked, too
        }
        const auto away = passedOverIn(steps, model.matter, office);
        for (const AssignmentRef passed : passedIn(body)) {
            if (std::find(away.begin(), away.end(), passed) == away.end())
                return false;
        }
        const auto *approved = std::get_if<Approved>(&body);
        const auto *own = std::get_if<Approved>(&honest->body);
        return !approved || approved->also.size() <= own->also.size();
    }

    /// An act that says something else than the honest one, with the effects that follows from: recorded only where the engine folds it
    /// and its actor may say so. Tells whether it was, and the case went on with it.
    bool tryBent(Case &model, const QString &login, const ProposedEvent &honest)
    {
        const auto bent = bender.bentBody(honest.body);
        if (!bent)
            return false;
        ProposedEvent forged{honest.capacity, bent->body, honest.effects};
        const auto effects = effectsOf(model, forged.capacity, forged.body);
        if (effects)
            forged.effects = *effects;
        const auto event = send(login, model, forged);
        const std::string what = canonicalJson(toJson(forged.body)).toStdString();
        if (std::holds_alternative<Submitted>(forged.body)) {
            const bool expected = effects && bent->onlyForReaders;
            EXPECT_TRUE(!event || expected) << "recorded: " << what;
            EXPECT_TRUE(event || !expected || !passedIn(forged.body).empty()) << "refused: " << what;
        } else {
            EXPECT_TRUE(!event || (effects && maySay(model, forged.body, honest.capacity.actor)))
                << "recorded: " << what;
        }
        if (!event)
            return false;
        ++seen[QStringLiteral("bent")];
        follow(model, *event);
        return true;
    }

    /// An administrator addresses what waits elsewhere: recorded where the engine takes it and as it takes it.
    void tryReroute(Case &model)
    {
        const QString login = Twins::administrator();
        const StaffId actor = sceneOffice().staffId(login);
        const auto office = twins.officeToReaddress(filedIn);
        const Reroute act = bender.reroute(model, actor, *twins.officeAsItIs());
        const auto honest = decide(model, act, actor, *office);
        if (honest) {
            const ProposedEvent forged = bender.bentEffects(*honest);
            if (forged != *honest) {
                EXPECT_FALSE(send(login, model, forged)) << ::testing::PrintToString(forged.effects);
            }
        }
        const bool known =
            std::find(model.access.begin(), model.access.end(), Assignee(act.post)) != model.access.end();
        const ProposedEvent guess{{actor, std::nullopt, std::nullopt},
                                  Rerouted{act.seat, act.post, act.reason},
                                  {model.state,
                                   model.round,
                                   {},
                                   known ? std::vector<Assignee>() : std::vector<Assignee>{act.post},
                                   model.postingState}};
        const auto event = send(login, model, honest ? *honest : guess);
        EXPECT_EQ(event.has_value(), honest.ok())
            << canonicalJson(toJson(EventBody(guess.body))).toStdString()
            << ", the engine: " << (honest ? "taken" : toCode(honest.error()).toStdString()) << "; " << twins.answers()
            << " on " << ::testing::PrintToString(model.steps);
        if (!honest) {
            ++seen[QStringLiteral("not rerouted: ") + toCode(honest.error())];
            seen[QStringLiteral("emptied by themself")] += decide(model, act, actor, *twins.officeAsItIs()) ? 1 : 0;
            EXPECT_NE(twins.answers().find(toCode(honest.error()).toStdString()), std::string::npos)
                << toCode(honest.error()).toStdString() << "; " << twins.answers();
        }
        if (!event)
            return;
        follow(model, *event);
        ++seen[codeOf(event->body)];
    }

    /// A drafter writes something else and says that the decision stands: nobody takes that.
    void tryOtherContent(const Case &model, const QString &drafter, Submit submit)
    {
        const QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("別の件")},
                                 {QStringLiteral("important"), submit.important}};
        submit.revision = model.revision + 1;
        submit.contentDigest = Twins::contentOf(fields).digest();
        EXPECT_FALSE(decide(model, submit, model.drafter, *twins.office()));
        Case lying = model;
        lying.contentDigest = submit.contentDigest;
        const auto forged = decide(lying, submit, model.drafter, *twins.office());
        if (!forged)
            return;
        twins.correct(drafter, model, fields);
        EXPECT_FALSE(send(drafter, model, *forged)) << canonicalJson(toJson(forged->body)).toStdString();
        ++seen[QStringLiteral("decided otherwise")];
    }

    void note(const ProposedEvent &event, const Case &after)
    {
        ++seen[codeOf(event.body)];
        if (const auto *approved = std::get_if<Approved>(&event.body))
            ++seen[QStringLiteral("manner %1").arg(int(approved->manner))];
        if (after.awaitsExamination())
            ++seen[QStringLiteral("ordered, then ") + codeOf(event.body)];
        if (const auto *submitted = std::get_if<Submitted>(&event.body))
            seen[QStringLiteral("kept")] += submitted->kept.empty() ? 0 : 1;
        seen[QStringLiteral("passed")] += passedIn(event.body).empty() ? 0 : 1;
    }

    Twins twins;
    std::mt19937 random;
    Bender bender{random};
    int filedIn = 0; ///< the revision of the office, of the case they are at
    int requests = 0;
    int taken = 0;
    int refused = 0;
    std::map<QString, int> seen;

    /// What a comparison has to have seen to be one, and these histories did not do.
    QStringList unseen() const
    {
        QStringList kinds;
        for (const char *kind : {"submitted",
                                 "approved",
                                 "returned",
                                 "objected",
                                 "extended",
                                 "withdrawn",
                                 "commented",
                                 "manner 1",
                                 "manner 2",
                                 "kept",
                                 "passed",
                                 "bent",
                                 "ordered, then approved",
                                 "ordered, then submitted",
                                 "decided otherwise",
                                 "rerouted",
                                 "not rerouted: Attended",
                                 "not rerouted: NoDecider",
                                 "not rerouted: EmptyStep",
                                 "emptied by themself",
                                 "stranded alike"}) {
            if (seen.find(QLatin1String(kind)) == seen.end() || seen.at(QLatin1String(kind)) == 0)
                kinds += QLatin1String(kind);
        }
        return kinds;
    }
};

TEST_F(Differential, BothNotariesAndTheEngineAgree)
{
    const int histories =
        qEnvironmentVariableIsSet("KESSAI_HISTORIES") ? qEnvironmentVariableIntValue("KESSAI_HISTORIES") : 120;
    // Some acts are rare: a few more histories rather than a comparison without them.
    const auto enough = [&](int history) {
        return history >= histories && (unseen().isEmpty() || history >= 5 * histories);
    };
    for (int history = 0; !enough(history) && !HasFailure(); ++history) {
        const QString drafter = bender.anybody();
        const bool important = bender.oneIn(5);
        const QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("件名 %1 ハンコ").arg(history)},
                                 {QStringLiteral("important"), important}};
        const CaseId id = twins.draft(drafter, fields);
        const QByteArray digest = Twins::contentOf(fields).digest();
        Case model = newCase(id, sceneOffice().staffId(drafter));
        model.matter.form = Twins::contentOf(fields).form;

        for (int turn = 0; turn < 25 && !HasFailure(); ++turn) {
            if (bender.oneIn(4))
                twins.sendAway(bender.anyAbsences());
            if (bender.oneIn(8))
                twins.changeOffice(Twins::Change(random() % 3), int(random() % 30), bender.oneIn(2));
            if (bender.oneIn(3) && model.state == CaseState::Running)
                tryReroute(model);
            if (bender.oneIn(60))
                seen[QStringLiteral("stranded alike")] += twins.expectSameStranded();
            const auto office = twins.office();
            const bool rests = model.state == CaseState::Draft || model.state == CaseState::Returned
                || model.state == CaseState::Withdrawn;
            const QString login = rests || bender.oneIn(8) ? drafter : somebodyFor(model);
            const StaffId actor = sceneOffice().staffId(login);
            const Command command = rests && !bender.oneIn(8)
                ? Command(bender.submission(model, digest, important, *office))
                : bender.anyCommand();
            const auto honest = decide(model, command, actor, *office);
            if (!honest)
                continue;
            if (const auto *submit = std::get_if<Submit>(&command); submit && keepsDecision(*submit))
                tryOtherContent(model, drafter, *submit);
            if (!mayRead(model, actor, *office)) {
                // Whoever could act in the decider's place and sees no way to the case gets none.
                EXPECT_FALSE(send(login, model, *honest));
                continue;
            }

            // Changes of what it does, which must not get through
            for (int i = 0; i < 2; ++i) {
                const ProposedEvent forged = bender.bentEffects(*honest);
                if (forged != *honest && !sound(model, forged, *honest)) {
                    EXPECT_FALSE(send(login, model, forged))
                        << canonicalJson(toJson(forged.body)).toStdString() << " honestly "
                        << ::testing::PrintToString(honest->effects) << " bent "
                        << ::testing::PrintToString(forged.effects) << " on " << ::testing::PrintToString(model.steps);
                }
            }
            // The same act by somebody who may not do it
            const QString other = bender.anybody();
            ProposedEvent stolen = *honest;
            stolen.capacity.actor = sceneOffice().staffId(other);
            if (stolen.capacity.actor != actor && !std::holds_alternative<Commented>(stolen.body)
                && !decide(model, command, stolen.capacity.actor, *office)) {
                EXPECT_FALSE(send(other, model, stolen));
            }
            // A moment too late
            AppendRequest stale = request(model, *honest);
            --stale.expectedSeq;
            EXPECT_FALSE(twins.send(login, stale));
            // Changes of what it says, some of which are other acts that the actor may do
            if (tryBent(model, login, *honest) || tryBent(model, login, *honest))
                continue;

            // And the act itself
            const auto event = send(login, model, *honest);
            ASSERT_TRUE(event) << canonicalJson(toJson(honest->body)).toStdString() << " by "
                               << ::testing::PrintToString(honest->capacity) << "; " << twins.answers();
            follow(model, *event);
            note(*honest, model);
        }
        twins.expectSame(id, model);
    }
    twins.expectSameLists();
    EXPECT_GT(taken, histories * 3);
    EXPECT_GT(refused, taken);
    EXPECT_EQ(unseen(), QStringList());
    printf("%d acts recorded, %d refused\n", taken, refused);
}

/// What migration 0047 takes as a plain approval without a closer look, held to the closer look.
class ShortWay : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(database.ok()) << qPrintable(database.error());
        // What an approval makes of a case by either way, and then it is undone.
        ASSERT_TRUE(PostgresServer::instance()
                        .run(database.name(), QStringLiteral(R"(
CREATE FUNCTION public.outcome(short boolean, who bigint, p_case bigint, post bigint, payload text, effects text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  c kessai.case_file;
  r kessai.lineup;
  made record;
  said text := 'none';
BEGIN
  SELECT * INTO c FROM kessai.case_file WHERE case_id = p_case;
  r := kessai.lineup_of(c);
  IF short THEN
    made := kessai.approve_plainly(who, c, post, payload, effects, 9000000000000000, r);
    said := coalesce(made.state::text, said);
  ELSE
    made := kessai.act_in_full(who, c, r, 'approved', post, NULL, payload, effects, true, 9000000000000000, kessai.today());
    said := (made.c).state::text;
  END IF;
  IF said <> 'none' THEN
    said := concat_ws(E'\n', said, (made.r)::text,
                      (SELECT string_agg(a::text, ' ' ORDER BY a.round, a.step_no, a.no) FROM kessai.assignment a WHERE a.case_id = p_case),
                      (SELECT string_agg(a::text, ' ' ORDER BY a.position) FROM kessai.case_access a WHERE a.case_id = p_case));
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'KD999', MESSAGE = said;
EXCEPTION WHEN OTHERS THEN
  RETURN CASE SQLSTATE WHEN 'KD999' THEN SQLERRM ELSE 'refused' END;
END $$)"))
                        .ok());
    }

    /// An approval as somebody sends it, of some case and for some post.
    struct Sent {
        QString payload;
        QString effects;
        qint64 who;
        qint64 id;
        qint64 post;
    };
    /// What each of some approvals comes to by the short way, and by the long way where the short one takes it.
    QList<QStringList> outcomes(const std::vector<Sent> &all)
    {
        QStringList values;
        for (const Sent &one : all)
            values += QStringLiteral("('%1', '%2', %3::bigint, %4::bigint, %5::bigint)")
                          .arg(one.payload, one.effects, QString::number(one.who), QString::number(one.id),
                               QString::number(one.post));
        const QString asked = QStringLiteral("who, of_case, post, payload, effects)");
        const auto rows = PostgresServer::instance().rows(
            database.name(),
            QStringLiteral("SELECT short, CASE WHEN short = 'none' THEN short ELSE public.outcome(false, ") + asked
                + QStringLiteral(" END, concat_ws(' ', who, of_case, post, payload, effects) FROM (SELECT v.*, "
                                 "public.outcome(true, ")
                + asked + QStringLiteral(" AS short FROM (VALUES ") + values.join(QStringLiteral(", "))
                + QStringLiteral(") v (payload, effects, who, of_case, post) OFFSET 0) x"));
        EXPECT_TRUE(rows.ok() && size_t(rows->size()) == all.size());
        return rows.ok() ? *rows : QList<QStringList>();
    }

    /// An honest approval of the scene; nothing where there is none.
    std::optional<Sent> honest(const char *login, CaseId id)
    {
        const auto request = play.proposal(QLatin1String(login), id, Approve{});
        if (!request)
            return std::nullopt;
        return Sent{QString::fromUtf8(canonicalJson(toJson(request->event.body))),
                    QString::fromUtf8(canonicalJson(toJson(request->event.effects))),
                    request->event.capacity.actor.value(), id.value(),
                    request->event.capacity.post ? request->event.capacity.post->value() : 0};
    }
    /// Those of a case, and of cases like it, who approve next.
    static std::vector<std::pair<const char *, CaseId>> approvers()
    {
        const SceneCases &cases = SceneDatabase::cases();
        return {{"suzuki", cases.fresh},      {"kato", cases.second},       {"bando", cases.deciding},
                {"suzuki", cases.leaveDraft}, {"shiba", cases.circulating}, {"shiba", cases.pair},
                {"bando", cases.toOrder},     {"shiba", cases.ordered},     {"kato", cases.steppedBack}};
    }

    SceneDatabase database;
    Play play{database.name()};
};

TEST_F(ShortWay, TakesNothingThatTheLongWayDoesNotAndMakesTheSameOfIt)
{
    const SceneCases &cases = SceneDatabase::cases();
    ASSERT_TRUE(play.submit(QStringLiteral("sato"), cases.leaveDraft)); // for 鈴木 to decide, and nobody is told
    int plain = 0;
    for (const auto &[login, id] : approvers()) {
        const auto sent = honest(login, id);
        if (!sent)
            continue;
        std::vector<Sent> all{*sent};
        for (QString Sent::*text : {&Sent::payload, &Sent::effects}) {
            for (qsizetype i = 0; i < ((*sent).*text).size(); ++i) {
                if (!((*sent).*text)[i].isDigit())
                    continue;
                for (const char becomes : {'0', '1', '4', '8'}) {
                    Sent bent = *sent;
                    (bent.*text)[i] = QLatin1Char(becomes);
                    all.push_back(bent);
                }
            }
        }
        const QList<QStringList> rows = outcomes(all);
        for (const QStringList &row : rows)
            EXPECT_EQ(row[0], row[1]) << qPrintable(row[2]);
        plain += rows.value(0).value(0) != QLatin1String("none");
    }
    EXPECT_GE(plain, 3) << "most acts go by the short way";
}

/// The same texts by somebody else, for another post, and of cases that stand otherwise.
TEST_F(ShortWay, TakesNothingByWhomeverAndOfWhateverThatTheLongWayDoesNot)
{
    const SceneCases &cases = SceneDatabase::cases();
    ASSERT_TRUE(play.submit(QStringLiteral("sato"), cases.leaveDraft));
    const std::vector<CaseId> others{cases.fresh,     cases.second,   cases.consult,  cases.deciding,
                                     cases.decided,   cases.returned, cases.rejected, cases.draft,
                                     cases.cancelled, cases.own,      cases.bosses,   cases.steppedBack,
                                     cases.standing,  cases.weighty,  cases.toOrder,  cases.ordered,
                                     cases.examining, cases.deputys,  cases.secret,   cases.withdrawn};
    int plain = 0;
    for (const auto &[login, id] : approvers()) {
        const auto sent = honest(login, id);
        if (!sent)
            continue;
        std::vector<Sent> all{*sent};
        for (const char *who :
             {"sato", "tanaka", "suzuki", "kato", "bando", "shiba", "tsugawa", "zaizen", "kaita", "fukuda"}) {
            Sent other = *sent;
            other.who = sceneOffice().staffId(QLatin1String(who)).value();
            all.push_back(other);
            for (qint64 post = 0; post <= 24; ++post) {
                other.post = post;
                all.push_back(other);
            }
        }
        for (const CaseId of : others) {
            Sent other = *sent;
            other.id = of.value();
            all.push_back(other);
        }
        const QList<QStringList> rows = outcomes(all);
        for (const QStringList &row : rows)
            EXPECT_EQ(row[0], row[1]) << qPrintable(row[2]);
        plain += rows.value(0).value(0) != QLatin1String("none");
    }
    EXPECT_GE(plain, 3) << "most acts go by the short way";
    // What the one who filed a case for somebody sends is never plain.
    const auto sent = honest("suzuki", cases.fresh);
    ASSERT_TRUE(sent);
    const auto isPlain = [&] { return outcomes({*sent}).value(0).value(0) != QLatin1String("none"); };
    ASSERT_TRUE(isPlain());
    ASSERT_TRUE(PostgresServer::instance()
                    .run(database.name(),
                         QStringLiteral("UPDATE kessai.case_file SET filer_id = %1 WHERE case_id = %2")
                             .arg(sent->who)
                             .arg(cases.fresh.value()))
                    .ok());
    EXPECT_FALSE(isPlain());
}

} // namespace kessai::test
