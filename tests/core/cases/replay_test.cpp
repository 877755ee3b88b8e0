// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/engine.h"
#include "tests/support/casebuilder.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

class Replay : public ::testing::Test {
protected:
    Replay() : story(small.office(), rule(), small.sato)
    {
        EXPECT_EQ(story.submit(), std::nullopt);
        EXPECT_EQ(story.approve(small.suzuki), std::nullopt);
        EXPECT_EQ(story.giveBack(small.kato), std::nullopt);
        EXPECT_EQ(story.submit(), std::nullopt);
        EXPECT_EQ(story.approve(small.hosaka), std::nullopt); // deputises for the chief
        EXPECT_EQ(story.act(small.kato, Comment{QStringLiteral("確認中")}), std::nullopt);
        EXPECT_EQ(story.approve(small.kato), std::nullopt);
    }

    RouteRule rule()
    {
        small.builder.deputy(small.suzuki, small.hosaka);
        return *ruleFromText(R"({"form":"draft","from":"2025-04-01","lines":[
            {"line":"R","kind":"review","who":[{"head":"unit"}],"why":{"ja":"a","en":"a"}},
            {"line":"D","kind":"decide","who":[{"head":"section"}],"why":{"ja":"a","en":"a"}},
            {"line":"K","kind":"circulate","who":[{"head":"department"}],"why":{"ja":"a","en":"a"}}]})");
    }
    Result<Case> replayed(const std::vector<Event> &history) { return replay(CaseId(1), small.sato, history); }
    /// Changes one event, with the texts and hashes of the chain made to fit again, as a forger with the file would.
    std::vector<Event> forged(size_t at, const std::function<void(Event &)> &change)
    {
        std::vector<Event> history = story.history();
        change(history[at]);
        QByteArray previous;
        for (Event &event : history) {
            event.payload = canonicalJson(toJson(event.body));
            event.effectsText = canonicalJson(toJson(event.effects));
            event.code = codeOf(event.body);
            event.previousHash = previous;
            event.hash = event.computedHash();
            previous = event.hash;
        }
        return history;
    }

    SmallOffice small;
    Story story;
};

TEST_F(Replay, GivesTheStateThatWasFolded)
{
    const auto state = replayed(story.history());

    ASSERT_TRUE(state) << state.error().detail.toStdString();
    EXPECT_EQ(*state, story.state());
    EXPECT_EQ(state->state, CaseState::Decided);
    EXPECT_EQ(state->seq, 7);
    EXPECT_EQ(state->headHash, story.history().back().hash);
}

TEST_F(Replay, OfNothingIsADraft)
{
    EXPECT_EQ(*replayed({}), newCase(CaseId(1), small.sato));
}

TEST_F(Replay, NoticesEveryChangedField)
{
    const std::vector<std::pair<const char *, std::function<void(Event &)>>> changes = {
        {"caseId", [](Event &e) { e.caseId = CaseId(2); }},
        {"seq", [](Event &e) { ++e.seq; }},
        {"actor", [](Event &e) { e.capacity.actor = StaffId(e.capacity.actor.value() + 1); }},
        {"post", [](Event &e) { e.capacity.post = PostId(e.capacity.post ? e.capacity.post->value() + 1 : 1); }},
        {"no post", [](Event &e) { e.capacity.post = e.capacity.post ? std::nullopt : std::optional(PostId(1)); }},
        {"principal", [](Event &e) { e.capacity.principal = StaffId(e.capacity.principal ? 99 : 98); }},
        {"actorName", [](Event &e) { e.actorName += QLatin1Char('x'); }},
        {"actorTitle", [](Event &e) { e.actorTitle += QLatin1Char('x'); }},
        {"actorSection", [](Event &e) { e.actorSection += QLatin1Char('x'); }},
        {"principalName", [](Event &e) { e.principalName += QLatin1Char('x'); }},
        {"at", [](Event &e) { e.at = Instant(e.at.microseconds() + 1); }},
        {"requestId", [](Event &e) { e.requestId += QLatin1Char('x'); }},
        {"code", [](Event &e) { e.code += QLatin1Char('x'); }},
        {"version", [](Event &e) { ++e.version; }},
        {"payload", [](Event &e) { e.payload.replace("{", "{ "); }},
        {"effectsText", [](Event &e) { e.effectsText.replace("{", "{ "); }},
        {"body", [](Event &e) { e.body = Commented{QStringLiteral("nothing happened")}; }},
        {"effects.state", [](Event &e) { e.effects.state = CaseState(6 - int(e.effects.state)); }},
        {"effects.round", [](Event &e) { ++e.effects.round; }},
        {"effects.changes",
         [](Event &e) {
             e.effects.changes.push_back({{1, 1}, AssignmentState::Approved});
         }},
        {"effects.access", [](Event &e) { e.effects.access.push_back(StaffId(77)); }},
        {"effects.postings", [](Event &e) { e.effects.postings = PostingState((int(e.effects.postings) + 1) % 3); }},
        {"previousHash", [](Event &e) { e.previousHash = sha256Hex("other"); }},
        {"hash", [](Event &e) { e.hash = sha256Hex("other"); }},
    };
    for (const auto &[name, change] : changes) {
        for (size_t at = 0; at < story.history().size(); ++at) {
            std::vector<Event> history = story.history();
            change(history[at]);
            ASSERT_NE(history, story.history()) << name;
            EXPECT_FALSE(replayed(history)) << name << " of event " << at + 1;
        }
    }
}

TEST_F(Replay, NoticesMissingDoubledAndSwappedEvents)
{
    for (size_t at = 0; at < story.history().size(); ++at) {
        std::vector<Event> without = story.history();
        without.erase(without.begin() + qsizetype(at));
        std::vector<Event> twice = story.history();
        twice.insert(twice.begin() + qsizetype(at), twice[at]);
        // The tail cut off shows in the case's head hash, not here.
        if (at + 1 < story.history().size()) {
            EXPECT_FALSE(replayed(without)) << at;
        }
        EXPECT_FALSE(replayed(twice)) << at;
    }
    std::vector<Event> swapped = story.history();
    std::swap(swapped[4], swapped[5]);
    EXPECT_FALSE(replayed(swapped));
}

TEST_F(Replay, NoticesAHistoryTheEngineCouldNotHaveMade)
{
    // The chain fits in each of these; what they say cannot have happened.
    const auto refused = [this](size_t at, const std::function<void(Event &)> &change) {
        const auto state = replayed(forged(at, change));
        return state ? std::string("accepted") : state.error().detail.toStdString();
    };
    using ::testing::HasSubstr;

    EXPECT_TRUE(replayed(forged(0, [](Event &) {})));
    EXPECT_THAT(refused(6, [](Event &e) { e.effects.state = CaseState::Running; }), HasSubstr("effects"));
    EXPECT_THAT(refused(6, [](Event &e) { e.effects.changes.pop_back(); }), HasSubstr("effects"));
    EXPECT_THAT(refused(6,
                        [this](Event &e) {
                            e.capacity = {small.sato, small.manager, std::nullopt};
                        }),
                HasSubstr("OwnCase"));
    EXPECT_THAT(refused(6,
                        [this](Event &e) {
                            e.capacity = {small.tanaka, small.manager, small.sato};
                        }),
                HasSubstr("OwnCase"));
    EXPECT_THAT(refused(6, [this](Event &e) { e.capacity.post = small.chief; }), HasSubstr("NotYourTurn"));
    EXPECT_THAT(refused(4, [](Event &e) { std::get<Approved>(e.body).on = {2, 1}; }), HasSubstr("NotYourTurn"));
    EXPECT_THAT(refused(4, [](Event &e) { std::get<Approved>(e.body).also = {{2, 1}}; }), HasSubstr("effects"));
    EXPECT_THAT(refused(3, [this](Event &e) { e.capacity.actor = small.tanaka; }), HasSubstr("NotDrafter"));
    EXPECT_THAT(refused(3, [](Event &e) { std::get<Submitted>(e.body).revision = 1; }), HasSubstr("ContentInvalid"));
    EXPECT_THAT(refused(3, [](Event &e) { std::get<Submitted>(e.body).route.steps[0].needed = 2; }),
                HasSubstr("Damaged"));
    EXPECT_THAT(refused(2, [](Event &e) { std::get<Returned>(e.body).reason.clear(); }), HasSubstr("ReasonMissing"));
    EXPECT_THAT(refused(2, [](Event &e) { std::get<Returned>(e.body).toStep = 1; }), HasSubstr("effects"));
}

TEST_F(Replay, NoticesALinkTheChainDoesNotHave)
{
    // Each event's own hash fits what it says; only the chain or the numbering does not.
    std::vector<Event> torn = story.history();
    torn[3].previousHash = torn[1].hash;
    torn[3].hash = torn[3].computedHash();

    const auto state = replayed({torn.begin(), torn.begin() + 4});

    ASSERT_FALSE(state);
    EXPECT_THAT(state.error().detail.toStdString(), ::testing::HasSubstr("chain"));
    EXPECT_FALSE(replayed(forged(6, [](Event &e) { e.seq = 9; })));
    EXPECT_FALSE(replayed(forged(6, [](Event &e) { e.seq = 6; })));
}

TEST_F(Replay, ForeignHistoriesAreRefused)
{
    EXPECT_FALSE(replay(CaseId(2), small.sato, story.history()));
    EXPECT_FALSE(replay(CaseId(1), small.tanaka, story.history()));
}

TEST_F(Replay, NamesTheCaseAndTheEvent)
{
    std::vector<Event> history = story.history();
    history[4].actorName = QStringLiteral("別人");

    const auto state = replayed(history);

    ASSERT_FALSE(state);
    EXPECT_EQ(state.error().code, ErrorCode::Damaged);
    EXPECT_TRUE(state.error().detail.startsWith(QStringLiteral("case 1, event 5: ")))
        << state.error().detail.toStdString();
}

TEST_F(Replay, ProjectsWhatTheDatabaseShows)
{
    const Projection projection = projectionOf(story.state());

    EXPECT_EQ(projection.state, CaseState::Decided);
    EXPECT_EQ(projection.rounds.size(), 2u);
    EXPECT_EQ(projection.rounds[0][1].assignments[0].state, AssignmentState::Returned);
    EXPECT_EQ(projection.rounds[1][2].assignments[0].state, AssignmentState::Open);
    EXPECT_EQ(projection.access, story.state().access);
    EXPECT_TRUE(projectionOf(newCase(CaseId(1), small.sato)).rounds.empty());
}

} // namespace kessai::test
