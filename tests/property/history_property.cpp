// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Made-up histories against what must hold in every one of them. A failure names the seed and the fewest acts that show it:
//   KESSAI_PROPERTY_SEED=... KESSAI_PROPERTY_RUNS=1 property_test
// KESSAI_PROPERTY_RUNS sets how many histories are tried; without it, 100,000 in an optimised build, 5,000 in others.

#include "tests/property/invariants.h"
#include "tests/property/world.h"
#include "tests/support/casebuilder.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

constexpr quint64 kSeed = 20261122;
constexpr int kHistoriesPerWorld = 20;
constexpr int kMostActs = 14;
/// Text forms, hashes and forgeries cost far more than acts: tried on every second history.
constexpr int kSealedEvery = 2;

#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr int kRuns = 100'000;
#else
constexpr int kRuns = 5'000;
#endif

/// What a run has seen, so that a generator that makes nothing but refusals would be noticed.
struct Seen {
    qint64 acts = 0;
    qint64 refused = 0;
    qint64 forgeries = 0;
    std::array<qint64, 7> ended{};
    std::array<qint64, int(Refusal::NoStandIn) + 1> refusals{};
    qint64 alsoApproved = 0;
    qint64 deputised = 0;
    qint64 stoodIn = 0;
    qint64 pulledUp = 0;
    qint64 objected = 0;
    qint64 referred = 0; ///< objections over which a case went on
    qint64 added = 0;
    qint64 raised = 0;
    qint64 kept = 0;
    qint64 keptAhead = 0; ///< marks kept behind the current step
    qint64 keptOrder = 0; ///< decisions kept, so that only their examination is asked again
    qint64 examined = 0;  ///< cases decided by the last examination of what was ordered
    qint64 passedOver = 0;
    qint64 readAfterwards = 0;
    qint64 onlyTold = 0;

    void note(const Case &before, const ProposedEvent &event, const Case &after);
};

void Seen::note(const Case &before, const ProposedEvent &event, const Case &after)
{
    deputised += event.capacity.principal ? 1 : 0;
    if (const auto *approved = std::get_if<Approved>(&event.body)) {
        alsoApproved += approved->also.empty() ? 0 : 1;
        stoodIn += approved->manner == Manner::Acting ? 1 : 0;
        pulledUp += approved->manner == Manner::PullUp ? 1 : 0;
        passedOver += approved->passed.empty() ? 0 : 1;
        examined += before.awaitsExamination() && after.state == CaseState::Decided ? 1 : 0;
        readAfterwards += before.assignment(approved->on)->state == AssignmentState::PostReview ? 1 : 0;
    } else if (const auto *submitted = std::get_if<Submitted>(&event.body)) {
        kept += submitted->kept.empty() ? 0 : 1;
        const Step *current = after.currentStep();
        keptAhead += current && !submitted->kept.empty() && submitted->kept.back() > current->no ? 1 : 0;
        keptOrder += after.awaitsExamination() ? 1 : 0;
        passedOver += submitted->passed.empty() ? 0 : 1;
        onlyTold += after.state == CaseState::Decided ? 1 : 0;
    } else if (const auto *extended = std::get_if<Extended>(&event.body)) {
        ++(extended->raise ? raised : added);
    } else if (const auto *objection = std::get_if<Objected>(&event.body)) {
        ++objected;
        referred += after.state == CaseState::Running && after.step(objection->on.step)->complete() ? 1 : 0;
    }
}

/// One history: an office, a rule, a drafter, and acts that are nothing but seeds, so that any of them can be left out.
class HistoryRun final {
public:
    HistoryRun(const World &world, quint64 seed, bool sealed) : m_world(world), m_seed(seed), m_sealed(sealed) {}

    /// What went wrong; none when everything held.
    std::optional<std::string> play(const std::vector<quint64> &acts, Seen &seen)
    {
        Random random(m_seed);
        const Office &office = *m_world.today.front();
        const StaffId drafter = random.oneOf(office.allStaff()).id;
        const Regulation rule = usefulRule(random, office, drafter);
        if (m_sealed && *RouteRule::fromJson(rule.rule.toJson(), 1) != rule.rule)
            return "the rule does not survive its text form";
        if (m_sealed && rule.table && *DecisionTable::fromJson(rule.table->toJson(), 1) != *rule.table)
            return "the table does not survive its text form";
        Case state = newCase(CaseId(1), drafter);
        state.matter = makeMatter(random);
        std::vector<Event> &history = m_played;
        history.clear();
        bool moved = false;
        for (const quint64 act : acts) {
            Random one(act);
            if (!moved && one.chance(5))
                moved = true;
            // People come and go between any two acts.
            const Office &now = *one.oneOf(moved ? m_world.tomorrow : m_world.today);
            if (const auto fault = playAct(one, rule, now, moved, state, history, seen))
                return fault;
        }
        ++seen.ended[size_t(state.state)];
        return m_sealed ? sealedFault(state, history, random, seen) : std::nullopt;
    }

    /// The acts of the last play and where they led, for whoever has to find out what went wrong.
    std::string told() const
    {
        std::string text;
        for (const Event &event : m_played)
            text += "\n  " + canonicalJson(toJson(event.body)).toStdString() + " by "
                + ::testing::PrintToString(event.capacity) + " " + ::testing::PrintToString(event.effects);
        return text;
    }

private:
    /// Mostly a rule by which this drafter can file at all; the others are tried too, by refusing.
    static Regulation usefulRule(Random &random, const Office &office, StaffId drafter)
    {
        Regulation rule = makeRegulation(random, office);
        const auto post = office.primaryPost(drafter);
        for (int i = 0; post && i < 5; ++i) {
            if (rule.resolve(office, drafter, *post, makeFields(random, office)))
                break;
            rule = makeRegulation(random, office);
        }
        return rule;
    }

    std::optional<std::string> playAct(Random &random, const Regulation &rule, const Office &office, bool moved,
                                       Case &state, std::vector<Event> &history, Seen &seen)
    {
        m_madeUp = false;
        StaffId actor = random.oneOf(office.allStaff()).id;
        Command command = Withdraw{};
        if (const auto fault = chooseAct(random, rule, office, state, actor, command))
            return fault;
        ++seen.acts;
        const auto proposed = decide(state, command, actor, office);
        if (!proposed) {
            if (toCode(proposed.error()).isEmpty())
                return "a refusal has no code";
            if (proposed.error() == Refusal::Damaged && !m_madeUp)
                return "an act was refused as if the record were damaged";
            ++seen.refused;
            ++seen.refusals[size_t(proposed.error())];
            return std::nullopt;
        }
        const Event event = recorded(state, *proposed, office);
        auto after = fold(state, event);
        if (!after)
            return "fold refuses what was decided: " + after.error().detail.toStdString();
        if (const auto fault = stepFault(state, *proposed, *after))
            return fault;
        if (const auto fault = authorityFault(state, *proposed, office))
            return fault;
        seen.note(state, *proposed, *after);
        state = std::move(after).value();
        history.push_back(event);
        if (const auto fault = caseFault(state, office, moved))
            return fault;
        if (!random.chance(25))
            return std::nullopt;
        const auto turn = random.chance(50) ? someTurn(random, office, state) : std::nullopt;
        const StaffId somebody = turn ? turn->capacity.actor : random.oneOf(office.allStaff()).id;
        auto fault = offerFault(state, somebody, office);
        if (fault)
            *fault += " to staff:" + std::to_string(somebody.value());
        return fault;
    }

    /// Mostly somebody whose turn it is, doing what people do; sometimes anybody doing anything.
    std::optional<std::string> chooseAct(Random &random, const Regulation &rule, const Office &office,
                                         const Case &state, StaffId &actor, Command &command)
    {
        const QString reason = random.chance(95) ? QStringLiteral("理由") : QString();
        const bool rests = state.state == CaseState::Draft || state.state == CaseState::Returned
            || state.state == CaseState::Withdrawn;
        if (random.chance(rests ? 85 : 4)) {
            if (random.chance(95))
                actor = state.drafter;
            return chooseSubmission(random, rule, office, state, command);
        }
        if (random.chance(25)) {
            chooseOutOfTurn(random, office, state, reason, actor, command);
            return std::nullopt;
        }
        std::optional<AssignmentRef> on;
        if (random.chance(85)) {
            const auto turn = someTurn(random, office, state);
            if (turn) {
                actor = turn->capacity.actor;
                if (random.chance(50))
                    on = turn->on;
            }
        } else if (random.chance(30)) {
            on = AssignmentRef{random.below(6), random.below(4)};
        }
        const int kind = random.below(100);
        if (kind < 56)
            command = Approve{on, random.chance(20) ? QStringLiteral("了解") : QString()};
        else if (kind < 64)
            command = Object{on, reason};
        else if (kind < 72)
            command = AddStep{StepKind(random.below(5)), StepRule(random.below(4)), someAssignees(random, office),
                              random.chance(50), reason};
        else if (kind < 75)
            command = Raise{reason};
        else if (kind < 83)
            command = Return{on, std::nullopt, reason};
        else if (kind < 90)
            command = Return{on, random.below(5), reason};
        else if (kind < 92)
            command = Reject{on, reason};
        else if (kind < 95)
            command = Comment{reason};
        else if (kind < 96)
            command = Remind{reason, int(random.below(3))};
        else if (kind < 98)
            command = Withdraw{};
        else
            command = Cancel{reason};
        if (kind >= 95 && random.chance(80))
            actor = state.drafter;
        else if (random.chance(1))
            actor = StaffId(9999); // left the office
        return std::nullopt;
    }

    /// Mostly somebody who may act in another's place or before another.
    static void chooseOutOfTurn(Random &random, const Office &office, const Case &state, const QString &reason,
                                StaffId &actor, Command &command)
    {
        const Manner manner = random.chance(50) ? Manner::Acting : Manner::PullUp;
        std::optional<AssignmentRef> on;
        // Stand-ins try their hand at important cases as well.
        Case seen = state;
        seen.important = seen.important && random.chance(50);
        if (const auto turn = random.chance(85) ? someTurn(random, office, seen, manner) : std::nullopt) {
            actor = turn->capacity.actor;
            if (random.chance(50))
                on = turn->on;
        } else if (random.chance(30)) {
            on = AssignmentRef{random.below(6), random.below(4)};
        }
        const int kind = random.below(100);
        if (kind < 80)
            command = Approve{on, reason, manner};
        else if (kind < 92)
            command = Return{on, random.chance(80) ? std::nullopt : std::optional(random.below(4)), reason, manner};
        else
            command = Reject{on, reason, manner};
    }

    static std::vector<Assignee> someAssignees(Random &random, const Office &office)
    {
        std::vector<Assignee> who;
        for (int i = random.chance(70) ? 1 : random.between(0, 3); i > 0; --i) {
            if (random.chance(60))
                who.push_back(random.oneOf(office.posts()).id);
            else
                who.push_back(random.oneOf(office.allStaff()).id);
        }
        return who;
    }

    /// Mostly the steps whose marks can stand, because the new route asks them the same again; sometimes any.
    std::vector<int> someKept(Random &random, const Case &state, const Route &route)
    {
        std::vector<int> kept;
        if (random.chance(30))
            return kept;
        if (random.chance(10)) {
            m_madeUp = true;
            return {random.below(6)};
        }
        for (const Step &step : route.steps) {
            const auto old = std::find_if(state.steps.begin(), state.steps.end(),
                                          [&](const Step &one) { return sameStep(one, step); });
            const bool stands = old != state.steps.end()
                && std::any_of(old->assignments.begin(), old->assignments.end(), [](const Assignment &a) {
                                    return a.state == AssignmentState::Approved || a.state == AssignmentState::Read
                                        || a.state == AssignmentState::PostReviewed;
                                });
            if (!stands || random.chance(step.kind == StepKind::Decide ? 15 : 30))
                continue;
            kept.push_back(step.no);
            // Where the decision may stand, and what behind it, is not for everybody to choose.
            m_madeUp = m_madeUp || step.kind == StepKind::Decide || isBehindDecision(route.steps, step);
        }
        return kept;
    }

    std::optional<std::string> chooseSubmission(Random &random, const Regulation &rule, const Office &office,
                                                const Case &state, Command &command)
    {
        const std::vector<PostId> &posts = office.postsOf(state.drafter);
        const PostId post = posts.empty() ? PostId(1) : random.oneOf(posts);
        const QJsonObject fields = makeFields(random, office);
        const auto route = rule.resolve(office, state.drafter, post, fields);
        Submit submit{state.revision + (random.chance(90) ? 1 : 0),
                      QByteArray(64, char('0' + random.below(10))),
                      {rule.rule.revision, office.revision(), office.day(), post},
                      {},
                      {{QStringLiteral("ledger"), QStringLiteral("staff:1"), office.day(), random.below(1000)}},
                      {},
                      random.chance(20)};
        if (state.round > 0 && random.chance(60)) { // sent again as it was
            submit.contentDigest = state.contentDigest;
            submit.postings = state.postings;
        }
        if (route) {
            if (const auto fault = routeFault(*route, rule, office, state.drafter, post, fields))
                return fault;
            submit.route = *route;
            submit.kept = someKept(random, state, *route);
        }
        command = std::move(submit);
        return std::nullopt;
    }

    static std::optional<Turn> someTurn(Random &random, const Office &office, const Case &state,
                                        Manner manner = Manner::Own)
    {
        std::vector<Turn> turns;
        const std::vector<Staff> &all = office.allStaff();
        // From a random place on, so that not always the first of the staff acts.
        const size_t start = size_t(random.below(int(all.size())));
        for (size_t i = 0; i < all.size() && turns.empty(); ++i)
            turns = manner == Manner::Own ? turnsOf(state, all[(start + i) % all.size()].id, office)
                                          : turnsOutOfOrder(state, all[(start + i) % all.size()].id, office, manner);
        return turns.empty() ? std::nullopt : std::optional(random.oneOf(turns));
    }

    Event recorded(const Case &before, const ProposedEvent &proposed, const Office &office) const
    {
        const Instant at(1'795'000'000'000'000 + before.seq);
        if (m_sealed)
            return record(before, proposed, office, at, QString::number(before.seq));
        const QByteArray link = QByteArray::number(before.seq + 1);
        return {before.id,
                before.seq + 1,
                proposed.capacity,
                {},
                {},
                {},
                {},
                at,
                {},
                codeOf(proposed.body),
                kEventVersion,
                {},
                {},
                proposed.body,
                proposed.effects,
                before.headHash,
                link};
    }

    std::optional<std::string> sealedFault(const Case &state, const std::vector<Event> &history, Random &random,
                                           Seen &seen) const
    {
        auto replayed = replay(state.id, state.drafter, history);
        if (replayed)
            replayed->matter = state.matter; // no part of the history
        if (!replayed)
            return "replay refuses the history: " + replayed.error().detail.toStdString();
        if (*replayed != state)
            return "replay does not give the folded state";
        for (const Event &event : history) {
            const auto body =
                eventBodyFromJson(event.code, event.version, QJsonDocument::fromJson(event.payload).object());
            const auto effects = effectsFromJson(QJsonDocument::fromJson(event.effectsText).object());
            if (!body || !effects || *body != event.body || *effects != event.effects
                || canonicalJson(toJson(*body)) != event.payload
                || canonicalJson(toJson(*effects)) != event.effectsText)
                return "an event does not survive its text form";
        }
        if (history.empty())
            return std::nullopt;
        std::vector<Event> forged = history;
        const std::string what = forge(random, forged[size_t(random.below(int(forged.size())))]);
        if (forged == history)
            return "the forgery changed nothing: " + what;
        ++seen.forgeries;
        if (replay(state.id, state.drafter, forged))
            return "a forged event went unnoticed: " + what;
        return std::nullopt;
    }

    /// Changes one thing of a recorded event, as somebody with the database file would.
    static std::string forge(Random &random, Event &event)
    {
        switch (random.below(19)) {
        case 0: event.caseId = CaseId(event.caseId.value() + 1); return "case";
        case 1: event.seq += random.chance(50) ? 1 : -1; return "sequence";
        case 2: event.capacity.actor = StaffId(event.capacity.actor.value() + 1); return "actor";
        case 3:
            event.capacity.post = event.capacity.post && random.chance(50)
                ? std::nullopt
                : std::optional(PostId(random.between(900, 999)));
            return "post";
        case 4:
            event.capacity.principal =
                event.capacity.principal ? std::nullopt : std::optional(StaffId(random.between(900, 999)));
            return "principal";
        case 5: event.actorName += QLatin1Char(' '); return "name";
        case 6: event.actorTitle.prepend(QLatin1Char('x')); return "title";
        case 7: event.actorSection += QLatin1Char('x'); return "section";
        case 8: event.principalName += QLatin1Char('x'); return "principal's name";
        case 9: event.at = Instant(event.at.microseconds() + (random.chance(50) ? 1 : -86'400'000'000)); return "time";
        case 10: event.requestId += QLatin1Char('x'); return "request";
        case 11: event.code = event.code.toUpper(); return "code";
        case 12: event.version += 1; return "version";
        case 13: flip(random, event.payload); return "payload";
        case 14: flip(random, event.effectsText); return "effects text";
        case 15: flip(random, event.hash); return "hash";
        case 16:
            if (event.previousHash.isEmpty())
                event.previousHash = QByteArray(64, '0');
            else
                flip(random, event.previousHash);
            return "previous hash";
        case 17: event.body = Commented{QStringLiteral("別の記録")}; return "body";
        default: event.effects.round += 1; return "effects";
        }
    }

    static void flip(Random &random, QByteArray &text)
    {
        const qsizetype at = random.below(int(text.size()));
        text[at] = char(text[at] ^ (1 << random.below(7)));
    }

    const World &m_world;
    const quint64 m_seed;
    const bool m_sealed;
    std::vector<Event> m_played;
    bool m_madeUp = false; ///< the act says of the record what cannot be
};

/// The fewest acts that still fail: leaves out one after the other for as long as that succeeds.
std::vector<quint64> shrink(HistoryRun &run, std::vector<quint64> acts)
{
    Seen unused;
    bool smaller = true;
    while (smaller) {
        smaller = false;
        for (size_t i = acts.size(); i-- > 0;) {
            std::vector<quint64> fewer = acts;
            fewer.erase(fewer.begin() + qsizetype(i));
            if (run.play(fewer, unused)) {
                acts = std::move(fewer);
                smaller = true;
            }
        }
    }
    return acts;
}

qint64 environmentNumber(const char *name, qint64 otherwise)
{
    bool ok = false;
    const qint64 value = qEnvironmentVariable(name).toLongLong(&ok);
    return ok ? value : otherwise;
}

void expectSeenEverything(const Seen &seen, qint64 runs)
{
    if (runs < 1000)
        return;
    EXPECT_GT(seen.acts - seen.refused, runs) << "most histories should have some acts that happen";
    for (size_t state = 0; state < seen.ended.size(); ++state)
        EXPECT_GT(seen.ended[state], 0) << "no history ended in state " << state;
    for (const Refusal refusal :
         {Refusal::NotYourTurn, Refusal::OwnCase, Refusal::NotDrafter, Refusal::AlreadyDecided, Refusal::AlreadyActed,
          Refusal::WrongState, Refusal::AlreadyMoved, Refusal::ReasonMissing, Refusal::NoSuchStep, Refusal::NoDecider,
          Refusal::UnknownStaff, Refusal::ConsultCannotReject, Refusal::ContentInvalid, Refusal::OthersFirst,
          Refusal::DeciderOnly, Refusal::NoStandIn, Refusal::EmptyStep, Refusal::OrderedCannotReject,
          Refusal::OrderStands})
        EXPECT_GT(seen.refusals[size_t(refusal)], 0) << toCode(refusal).toStdString() << " never came up";
    for (const qint64 Seen::*what :
         {&Seen::alsoApproved, &Seen::deputised, &Seen::stoodIn, &Seen::pulledUp, &Seen::objected, &Seen::referred,
          &Seen::added, &Seen::raised, &Seen::kept, &Seen::keptAhead, &Seen::keptOrder, &Seen::examined,
          &Seen::passedOver, &Seen::readAfterwards, &Seen::onlyTold})
        EXPECT_GT(seen.*what, 0);
    EXPECT_GT(seen.forgeries, runs / kSealedEvery / 4);
}

} // namespace

TEST(History, HoldsWhateverHappens)
{
    const quint64 seed = quint64(environmentNumber("KESSAI_PROPERTY_SEED", qint64(kSeed)));
    const qint64 runs = environmentNumber("KESSAI_PROPERTY_RUNS", kRuns);
    RecordProperty("seed", std::to_string(seed));
    Seen seen;
    std::unique_ptr<World> world;
    quint64 worldSeed = 0;
    for (qint64 i = 0; i < runs; ++i) {
        if (i % kHistoriesPerWorld == 0) {
            worldSeed = seed + quint64(i);
            Random random(worldSeed);
            world = std::make_unique<World>(makeWorld(random));
        }
        Random random(seed ^ (quint64(i) << 20));
        HistoryRun run(*world, random.next(), i % kSealedEvery == 0);
        std::vector<quint64> acts(size_t(random.between(1, kMostActs)));
        for (quint64 &act : acts)
            act = random.next();
        if (const auto fault = run.play(acts, seen)) {
            const std::vector<quint64> fewest = shrink(run, acts);
            Seen unused;
            FAIL() << *run.play(fewest, unused) << "\n  history " << i << " of seed " << seed << " (world " << worldSeed
                   << "), " << fewest.size() << " of " << acts.size() << " acts: " << ::testing::PrintToString(fewest)
                   << run.told();
        }
    }
    expectSeenEverything(seen, runs);
    std::cout << runs << " histories, " << seen.acts << " acts, " << seen.refused << " refused, " << seen.forgeries
              << " forgeries noticed; ended";
    for (int state = 0; state < int(seen.ended.size()); ++state)
        std::cout << ' ' << ::testing::PrintToString(CaseState(state)) << ' ' << seen.ended[size_t(state)];
    std::cout << "\n"
              << seen.stoodIn << " decided in somebody's place, " << seen.pulledUp << " pulled up, " << seen.objected
              << " objections (" << seen.referred << " referred), " << seen.added << " steps added, " << seen.raised
              << " decisions raised, " << seen.kept << " resubmissions kept marks (" << seen.keptAhead << " ahead, "
              << seen.keptOrder << " the decision), " << seen.examined << " decided by an examination, "
              << seen.passedOver << " acts passed somebody over, " << seen.readAfterwards << " read afterwards, "
              << seen.onlyTold << " only told" << std::endl;
}

} // namespace kessai::test
