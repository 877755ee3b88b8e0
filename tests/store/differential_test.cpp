// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/invariants.h"
#include "tests/store/hand.h"

#include <random>

// The engine and the notary keep each other honest (design.md): the notary takes every act the engine allows, and refuses every
// change of it that breaks what it guards.

namespace kessai::test {

namespace {

class Differential : public OnBothDatabases {
protected:
    using Random = std::mt19937;

    template <class T>
    const T &anyOf(const std::vector<T> &all)
    {
        return all[random() % all.size()];
    }

    std::vector<StaffId> everybody() const
    {
        std::vector<StaffId> all;
        for (const auto &staff : people.builder.history().staff)
            all.push_back(staff.value.id);
        return all;
    }

    std::vector<Assignee> anyPosts()
    {
        std::vector<Assignee> posts;
        for (int n = int(random() % 2) + 1; n > 0; --n)
            posts.push_back(people.builder.history().posts[random() % people.builder.history().posts.size()].value.id);
        return posts;
    }

    Command anyCommand()
    {
        const QString why = QStringLiteral("理由");
        const Manner manner = Manner(random() % 3);
        switch (random() % 16) {
        case 0: return Return{std::nullopt, std::nullopt, why, manner};
        case 1: return Return{std::nullopt, int(random() % 4) + 1, why};
        case 2:
            return random() % 4 == 0 ? Command(Reject{std::nullopt, why, manner})
                : random() % 2       ? Command(Comment{why, true})
                                     : Command(Remind{why, 1});
        case 3: return random() % 4 == 0 ? Command(Cancel{why}) : Command(Withdraw{QString()});
        case 4: return Object{std::nullopt, why};
        case 5:
        case 6: return AddStep{StepKind(random() % 5), StepRule(random() % 4), anyPosts(), random() % 2 == 0, why};
        case 7: return Raise{why};
        case 8:
        case 9: return Approve{std::nullopt, why, Manner::PullUp};
        case 10:
        case 11: return Approve{std::nullopt, why, Manner::Acting};
        default: return Approve{std::nullopt, QStringLiteral("承認")};
        }
    }

    /// People come and go, so that stand-ins may act and absent reviewers are passed over.
    void changeAbsences()
    {
        if (random() % 3 == 0) {
            ASSERT_TRUE(fine(office.setPresent()));
        }
        for (const StaffId who : {people.suzuki, people.kato, people.bando, people.tsugawa}) {
            if (random() % (who == people.bando ? 2 : 4) == 0) {
                ASSERT_TRUE(fine(office.setAbsent(who, random() % 2 == 0)));
            }
        }
    }

    QJsonObject anyMemo(const QString &title)
    {
        QJsonObject fields = memo(title, random() % 2 ? 300'000 : 0);
        if (random() % 3 == 0)
            fields.insert(QStringLiteral("vote"), true);
        if (random() % 4 == 0)
            fields.insert(QStringLiteral("important"), true);
        if (random() % 3 == 0)
            fields.insert(QStringLiteral("orders"), true);
        return random() % 2 == 0 ? fields : confiding(fields, QStringLiteral("理由 %1").arg(random() % 2));
    }

    /// Falsifies an event in one way; false where the way does not apply to it.
    bool falsify(ProposedEvent &event, int way, const Case &before)
    {
        Effects &effects = event.effects;
        switch (way) {
        case 0:
            effects.state = effects.state == CaseState::Decided ? CaseState::Running : CaseState::Decided;
            return true;
        case 1: ++effects.round; return true;
        case 2:
            effects.postings = effects.postings == PostingState::Used ? PostingState::Void : PostingState::Used;
            return true;
        case 3:
            if (effects.changes.empty())
                return false;
            effects.changes.pop_back();
            return true;
        case 4:
            if (effects.changes.empty())
                return false;
            effects.changes.push_back(effects.changes.back());
            return true;
        case 5:
            if (before.steps.empty())
                return false;
            effects.changes.push_back({{before.steps.back().no, 1}, AssignmentState::Approved});
            return true;
        case 6:
            if (effects.changes.empty())
                return false;
            effects.changes.back().to =
                effects.changes.back().to == AssignmentState::Open ? AssignmentState::Approved : AssignmentState::Open;
            return true;
        case 7: effects.access.push_back(people.fuji); return true;
        case 8:
            if (effects.access.empty())
                return false;
            effects.access.clear();
            return true;
        case 9: event.capacity.principal = people.ichikawa; return true;
        case 10: event.capacity.post = people.mayor; return true;
        case 11:
            // A server asks nobody who they are; it knows by the login, and records that.
            if (GetParam() == Dialect::PostgreSql)
                return false;
            event.capacity.actor = hand == people.ichikawa ? people.fuji : people.ichikawa;
            return true;
        case 12:
            if (auto *approved = std::get_if<Approved>(&event.body)) {
                ++approved->on.step;
                return true;
            }
            return false;
        case 13:
            if (auto *approved = std::get_if<Approved>(&event.body)) {
                approved->also.push_back({approved->on.step + 1, 1});
                return true;
            }
            return false;
        case 14:
            if (auto *submitted = std::get_if<Submitted>(&event.body)) {
                submitted->contentDigest = QByteArray(64, 'a');
                return true;
            }
            return false;
        case 15:
            if (auto *submitted = std::get_if<Submitted>(&event.body)) {
                // Whether what is decided is examined, the rules say; a route nobody decides on is none.
                std::erase_if(submitted->route.steps, [](const Step &step) { return step.kind == StepKind::Decide; });
                return true;
            }
            return false;
        case 16:
            if (auto *returned = std::get_if<Returned>(&event.body)) {
                returned->toStep = returned->toStep ? std::nullopt : std::optional(1);
                return true;
            }
            return false;
        default: return falsifyNewly(event, way, before);
        }
    }
    bool falsifyNewly(ProposedEvent &event, int way, const Case &before)
    {
        auto *submitted = std::get_if<Submitted>(&event.body);
        auto *approved = std::get_if<Approved>(&event.body);
        auto *extended = std::get_if<Extended>(&event.body);
        switch (way) {
        case 17:
            if (approved)
                approved->manner = Manner((int(approved->manner) + 1 + int(random() % 2)) % 3);
            return approved && !approved->comment.isEmpty();
        case 18: {
            std::vector<AssignmentRef> *passed = submitted ? &submitted->passed
                : approved                                 ? &approved->passed
                                                           : nullptr;
            if (passed)
                passed->push_back({1, 1});
            return passed;
        }
        case 19:
            if (submitted)
                submitted->kept.push_back(int(submitted->route.steps.size()));
            return submitted;
        case 20:
            if (submitted)
                submitted->important = !submitted->important;
            return submitted;
        case 21:
            if (submitted)
                submitted->postings.push_back({QStringLiteral("memo.yen"), QStringLiteral("staff:999"), kMemoDay, 1});
            return submitted;
        case 22:
            if (submitted && !submitted->postings.empty())
                submitted->postings.back().amount *= -1;
            return submitted && !submitted->postings.empty();
        case 23:
            if (submitted)
                submitted->basis.day = submitted->basis.day.addDays(-2);
            return submitted;
        case 24:
            if (extended)
                extended->step.kind = extended->raise ? StepKind::Review : StepKind::Decide;
            return extended;
        case 25:
            if (extended)
                ++extended->step.no;
            return extended;
        case 26:
            // Somebody who waits is approved behind the back of everybody before them.
            for (const Step &step : before.steps) {
                if (approved && step.no > approved->on.step
                    && step.assignments.front().state == AssignmentState::Waiting
                    && event.effects.state == CaseState::Running) {
                    event.effects.changes.push_back({{step.no, 1}, AssignmentState::PostReview});
                    return true;
                }
            }
            return false;
        default: return false;
        }
    }
    static constexpr int kWays = 27;

    Random random{20261124};
    StaffId hand{0};
};
KESSAI_ON_BOTH_DATABASES(Differential);

} // namespace

TEST_P(Differential, TheNotaryTakesWhatTheEngineAllowsAndNothingElse)
{
    const std::vector<StaffId> drafters{people.sato,   people.tanaka, people.seki,
                                        people.suzuki, people.kato,   people.zushi};
    int acts = 0;
    int falsehoods = 0;
    std::map<CaseState, int> ends;
    std::map<QString, int> seen;
    for (int n = 0; n < 40; ++n) {
        Hand drafter(office, anyOf(drafters));
        const auto id = drafter.draft(anyMemo(QStringLiteral("案件%1").arg(n)));
        ASSERT_TRUE(fine(id));
        for (int turn = 0; turn < 24; ++turn) {
            const auto state = proven(*drafter.load(*id));
            ASSERT_TRUE(fine(state));
            const bool rests = state->state == CaseState::Draft || state->state == CaseState::Returned
                || state->state == CaseState::Withdrawn;
            std::vector<StaffId> mayAct;
            for (const StaffId who : everybody()) {
                const auto today = office.officeToday();
                if (!turnsOf(*state, who, *today).empty() || who == drafter.who()
                    || !turnsOutOfOrder(*state, who, *today, Manner::PullUp).empty()
                    || !turnsOutOfOrder(*state, who, *today, Manner::Acting).empty())
                    mayAct.push_back(who);
            }
            Hand actor(office, rests ? drafter.who() : anyOf(mayAct));
            hand = actor.who();
            if (rests && state->state != CaseState::Draft) {
                ASSERT_TRUE(fine(drafter.draft(anyMemo(QStringLiteral("案件%1 改").arg(n)), *id, state->revision + 1)));
            }
            office.wait(1000);
            changeAbsences();
            std::vector<int> kept;
            if (rests && state->round > 0 && random() % 2 == 0)
                kept.push_back(int(random() % 3) + 1);
            Command command = anyCommand();
            if (!turnsOutOfOrder(*state, actor.who(), *office.officeToday(), Manner::Acting).empty())
                command = Approve{std::nullopt, QStringLiteral("代決"), Manner::Acting};
            const auto event = rests ? actor.proposeSubmission(*id, {}, kept) : actor.propose(*id, command);
            if (!event)
                continue;
            const int way = int(random() % kWays);
            if (ProposedEvent forged = *event; falsify(forged, way, *state) && forged != *event) {
                ++falsehoods;
                EXPECT_FALSE(actor.append(*id, forged, state->seq).ok())
                    << "way " << way << ", act " << codeOf(event->body).toStdString();
            }
            const auto recorded = actor.append(*id, *event, state->seq);
            ASSERT_TRUE(fine(recorded)) << codeOf(event->body).toStdString();
            ++acts;
            ++seen[codeOf(event->body)];
            ++seen[QStringLiteral("manner %1").arg(int(mannerOf(event->body)))];
        }
        ++ends[proven(*drafter.load(*id))->state];
    }
    EXPECT_GT(acts, 150);
    EXPECT_GT(falsehoods, 80);
    EXPECT_GT(ends[CaseState::Decided], 5);
    for (const char *kind : {"submitted", "approved", "returned", "objected", "extended", "withdrawn", "commented",
                             "manner 1", "manner 2"})
        EXPECT_GT(seen[QLatin1String(kind)], 0) << kind;
}

} // namespace kessai::test
