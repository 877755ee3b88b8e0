// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/testoffice.h"

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

    Command anyCommand()
    {
        switch (random() % 9) {
        case 0: return Return{std::nullopt, std::nullopt, QStringLiteral("確認")};
        case 1: return Return{std::nullopt, int(random() % 4) + 1, QStringLiteral("再確認")};
        case 2:
            return random() % 4 == 0 ? Command(Reject{std::nullopt, QStringLiteral("不可")})
                                     : Command(Comment{QStringLiteral("所見")});
        case 3: return random() % 4 == 0 ? Command(Cancel{QStringLiteral("不要")}) : Command(Withdraw{QString()});
        default: return Approve{std::nullopt, QStringLiteral("承認")};
        }
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
                submitted->route.steps.pop_back();
                return true;
            }
            return false;
        case 16:
            if (auto *returned = std::get_if<Returned>(&event.body)) {
                returned->toStep = returned->toStep ? std::nullopt : std::optional(1);
                return true;
            }
            return false;
        default: return false;
        }
    }
    static constexpr int kWays = 17;

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
    for (int n = 0; n < 25; ++n) {
        Hand drafter(office, anyOf(drafters));
        const auto id = drafter.draft(memo(QStringLiteral("案件%1").arg(n), n % 2 ? 300'000 : 0));
        ASSERT_TRUE(fine(id));
        for (int turn = 0; turn < 24; ++turn) {
            const auto state = proven(*drafter.load(*id));
            ASSERT_TRUE(fine(state));
            const bool rests = state->state == CaseState::Draft || state->state == CaseState::Returned
                || state->state == CaseState::Withdrawn;
            std::vector<StaffId> mayAct;
            for (const StaffId who : everybody()) {
                if (!turnsOf(*state, who, *office.officeToday()).empty() || who == drafter.who())
                    mayAct.push_back(who);
            }
            Hand actor(office, rests ? drafter.who() : anyOf(mayAct));
            hand = actor.who();
            if (rests && state->state != CaseState::Draft) {
                ASSERT_TRUE(fine(drafter.draft(memo(QStringLiteral("案件%1 改").arg(n), n % 3 ? 300'000 : 0), *id,
                                               state->revision + 1)));
            }
            office.wait();
            const auto event = rests ? actor.proposeSubmission(*id) : actor.propose(*id, anyCommand());
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
        }
        ++ends[proven(*drafter.load(*id))->state];
    }
    EXPECT_GT(acts, 150);
    EXPECT_GT(falsehoods, 80);
    EXPECT_GT(ends[CaseState::Decided], 5);
}

} // namespace kessai::test
