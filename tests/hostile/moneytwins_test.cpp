// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/cases/engine.h"
#include "tests/hostile/twins.h"
#include "tests/support/printers.h"

#include <gtest/gtest.h>

#include <random>

// Whose lines of the budget are whose, and how much is left of them: the notary of this program, the one inside PostgreSQL and the sums of
// core/accounting say the same of made-up histories of commitments, changes, payments and refunds. KESSAI_SEED makes up others.

namespace kessai::test {

namespace {

/// A case of the history, as far as money goes.
struct MoneyCase {
    CaseId id;
    QString drafter;
    Case model;
    std::vector<Posting> postings;
};

const QStringList kLedgers{
    QStringLiteral("budget.commitment"),   QStringLiteral("budget.commitment"),  QStringLiteral("budget.increase"),
    QStringLiteral("budget.payment"),      QStringLiteral("budget.decrease"),    QStringLiteral("budget.refund"),
    QStringLiteral("budget.transfer.out"), QStringLiteral("budget.transfer.in"), QStringLiteral("commitment.increase"),
    QStringLiteral("commitment.decrease"), QStringLiteral("commitment.paid"),    QStringLiteral("commitment.paid")};

} // namespace

class MoneyTwins : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(twins.problem(), QString());
        random.seed(qEnvironmentVariableIsSet("KESSAI_SEED") ? qEnvironmentVariable("KESSAI_SEED").toUInt() : 20260401);
    }
    int below(int n) { return int(random() % unsigned(n)); }
    template <class List>
    const auto &anyOf(const List &list)
    {
        return list[decltype(list.size())(below(int(list.size())))];
    }

    std::vector<Posting> anyPostings()
    {
        std::vector<Posting> postings;
        for (int i = 1 + below(2); i > 0; --i) {
            const QString &ledger = anyOf(kLedgers);
            QString account = BudgetLine{.year = kSceneYear, .code = anyOf(codes)}.account();
            const bool commitment = ledger.startsWith(QLatin1String("commitment."));
            if ((commitment != (below(12) == 0)) && !cases.empty())
                account = commitmentAccount(anyOf(cases).id);
            postings.push_back({ledger, account, sceneOffice().today, 1 + below(60'000)});
        }
        return postings;
    }

    bool running(const MoneyCase &one) const { return one.model.state == CaseState::Running; }
    bool decided(const MoneyCase &one) const { return one.model.state == CaseState::Decided; }
    const MoneyCase *find(const QString &account) const
    {
        for (const MoneyCase &one : cases) {
            if (commitmentAccount(one.id) == account)
                return &one;
        }
        return nullptr;
    }
    /// What would be left of an account at worst, by the sums of core/accounting.
    qint64 leftOver(const QString &account, const std::vector<Posting> &also)
    {
        const bool line = account.startsWith(kBudgetAccount);
        BudgetBalance balance;
        qint64 given = 0;
        const auto take = [&](const Posting &posting, bool used) {
            if (posting.account != account)
                return;
            if (line)
                balance.post(posting.ledger, posting.amount, used);
            else if (const qint64 moved = directionOf(posting.ledger) * posting.amount; used || moved < 0)
                given += moved;
        };
        if (line)
            balance.enter(BudgetEntryKind::Initial, account.endsWith(kRaceLine) ? 1'000 : 100'000);
        for (const MoneyCase &one : cases) {
            for (const Posting &posting : one.postings) {
                if (running(one) || decided(one))
                    take(posting, decided(one));
                if (!line && commitmentAccount(one.id) == account
                    && posting.ledger == QLatin1String("budget.commitment"))
                    given += posting.amount;
            }
        }
        for (const Posting &posting : also)
            take(posting, false);
        return line ? balance.remaining() : given;
    }
    /// Whether a drafter may have such postings, and the money is there.
    bool expected(const QString &drafter, const std::vector<Posting> &postings)
    {
        const bool keeps = drafter == QLatin1String("zushi") || drafter == QLatin1String("shiba");
        const auto theirs = [&](const QString &account) {
            const QString own = drafter == QLatin1String("sato") ? kAffairsLine : kCareLine;
            return account.startsWith(kBudgetAccount) && codes.contains(account.section(QLatin1Char(':'), -1))
                && (keeps || account.endsWith(own));
        };
        for (const Posting &posting : postings) {
            if (posting.ledger.startsWith(QLatin1String("budget."))) {
                if (!theirs(posting.account))
                    return false;
                continue;
            }
            const MoneyCase *of = find(posting.account);
            if (!of || !decided(*of))
                return false;
            bool commits = false;
            bool near = of->drafter == drafter;
            for (const Posting &one : of->postings) {
                const bool commitment = one.ledger == QLatin1String("budget.commitment");
                commits = commits || commitment;
                near = near || (commitment && theirs(one.account));
            }
            if (!commits || !near)
                return false;
        }
        return std::none_of(postings.begin(), postings.end(), [&](const Posting &posting) {
            return directionOf(posting.ledger) < 0 && leftOver(posting.account, postings) < 0;
        });
    }

    std::optional<Event> act(Case &model, const QString &login, const Command &command)
    {
        const auto event = decide(model, command, sceneOffice().staffId(login), *sceneOffice().office());
        EXPECT_TRUE(event);
        if (!event)
            return std::nullopt;
        const auto recorded = twins.send(login, {model.id, model.seq, QStringLiteral("m-%1").arg(++requests), *event});
        if (recorded) {
            auto next = fold(model, *recorded);
            EXPECT_TRUE(next);
            model = std::move(next).value();
        }
        return recorded;
    }

    void file(const QString &drafter)
    {
        const std::vector<Posting> postings = anyPostings();
        const QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("契約 %1").arg(requests)}};
        const CaseId id = twins.draft(drafter, fields);
        MoneyCase one{id, drafter, newCase(id, sceneOffice().staffId(drafter)), postings};
        const auto office = sceneOffice().office();
        Submit submit{1,
                      Twins::contentOf(fields).digest(),
                      {1, 1, office->day(), *office->primaryPost(one.model.drafter)},
                      handRoute({{StepKind::Decide, StepRule::All, 1, {sceneOffice().small.director}}}),
                      postings,
                      {},
                      false};

        const bool fits = expected(drafter, postings);
        const auto event = act(one.model, drafter, submit);

        EXPECT_EQ(event.has_value(), fits)
            << drafter.toStdString() << " " << ::testing::PrintToString(postings) << " " << twins.answers();
        ++(event ? taken : refused);
        if (event)
            cases.push_back(one);
    }

    /// Whether both notaries let the director, who reviewed a case of a line, examine it too; the act is made as if the engine did not know
    /// that it moves money.
    bool examinesWhatTheyReviewed(std::vector<Posting> postings)
    {
        const QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("契約")}};
        const CaseId id = twins.draft(QStringLiteral("sato"), fields);
        Case model = newCase(id, sceneOffice().small.sato);
        const auto office = sceneOffice().office();
        const std::vector<Assignee> director{sceneOffice().small.director};
        const auto submitted =
            act(model, QStringLiteral("sato"),
                Submit{1,
                       Twins::contentOf(fields).digest(),
                       {1, 1, office->day(), *office->primaryPost(model.drafter)},
                       handRoute({{StepKind::Review, StepRule::All, 1, director},
                                  {StepKind::Examine, StepRule::All, 1, director},
                                  {StepKind::Decide, StepRule::All, 1, {sceneOffice().small.mayor}}}),
                       std::move(postings),
                       {},
                       false});
        EXPECT_TRUE(submitted && act(model, QStringLiteral("bando"), Approve{})) << twins.answers();
        model.postings.clear();
        return act(model, QStringLiteral("bando"), Approve{}).has_value();
    }

    Twins twins;
    std::mt19937 random;
    std::vector<MoneyCase> cases;
    const QStringList codes{kAffairsLine, kCareLine, kRaceLine};
    int requests = 0;
    int taken = 0;
    int refused = 0;
};

TEST_F(MoneyTwins, BothNotariesAndTheSumsAgree)
{
    const QStringList drafters{QStringLiteral("sato"), QStringLiteral("fuji"), QStringLiteral("zushi"),
                               QStringLiteral("shiba")};
    for (int turn = 0; turn < 160 && !HasFailure(); ++turn) {
        file(anyOf(drafters));
        for (MoneyCase &one : cases) {
            if (running(one) && below(4) == 0)
                act(one.model, QStringLiteral("bando"), Approve{});
            else if (running(one) && below(12) == 0)
                act(one.model, one.drafter, Withdraw{});
        }
    }

    for (const QString &code : codes)
        EXPECT_GE(leftOver(BudgetLine{.year = kSceneYear, .code = code}.account(), {}), 0);
    EXPECT_GT(taken, 20);
    EXPECT_GT(refused, 20);
    printf("%d submissions recorded, %d refused\n", taken, refused);
}

TEST_F(MoneyTwins, WhoeverReviewedMoneyDoesNotExamineIt)
{
    const QString line = BudgetLine{.year = kSceneYear, .code = kAffairsLine}.account();

    EXPECT_FALSE(examinesWhatTheyReviewed({{QStringLiteral("budget.payment"), line, sceneOffice().today, 1}}));
    EXPECT_NE(twins.answers().find("PartTaken"), std::string::npos) << twins.answers();
    EXPECT_TRUE(examinesWhatTheyReviewed({})) << "no money: " << twins.answers();
}

} // namespace kessai::test
