// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/budget.h"
#include "core/cases/caseref.h"
#include "core/cases/engine.h"
#include "core/cases/inspector.h"
#include "tests/hostile/twins.h"
#include "tests/support/printers.h"

#include <QSet>

#include <gtest/gtest.h>

#include <random>

// Whose lines of the budget are whose, and how much is left of them: the notary of this program, the one inside PostgreSQL and the sums of
// core/accounting say the same of made-up histories of commitments, changes and payments (refunds rest on what was paid: tests/store). KESSAI_SEED makes up others.

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
    QStringLiteral("budget.payment"),      QStringLiteral("budget.decrease"),    QStringLiteral("budget.decrease"),
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
            const FiscalYear year = below(5) == 0 ? kSceneNextYear : kSceneYear;
            QString account = BudgetLine{.year = year, .code = anyOf(codes)}.account();
            const bool commitment = ledger.startsWith(QLatin1String("commitment."));
            if ((commitment != (below(12) == 0)) && !cases.empty())
                account = commitmentAccount(anyOf(cases).id);
            postings.push_back({ledger, account, sceneOffice().today, 1 + below(60'000)});
        }
        return postings;
    }
    /// Mostly what a case gives is taken from somewhere: from the commitment it rests on, or from a line.
    void balance(std::vector<Posting> &postings, const MoneyCase *rested)
    {
        static const QHash<QString, QString> other{
            {QStringLiteral("budget.decrease"), QStringLiteral("commitment.decrease")},
            {QStringLiteral("budget.increase"), QStringLiteral("commitment.increase")},
            {QStringLiteral("commitment.decrease"), QStringLiteral("budget.decrease")},
            {QStringLiteral("commitment.increase"), QStringLiteral("budget.increase")},
            {QStringLiteral("budget.transfer.in"), QStringLiteral("budget.transfer.out")},
            {QStringLiteral("budget.transfer.out"), QStringLiteral("budget.transfer.in")}};
        if (!rested || lineOf(*rested).isEmpty())
            std::erase_if(postings, [](const Posting &one) {
                return one.ledger.endsWith(QLatin1String("crease")) || one.ledger.endsWith(QLatin1String("paid"));
            });
        for (size_t i = 0, had = postings.size(); i < had; ++i) {
            const QString ledger = other.value(postings[i].ledger);
            if (ledger.isEmpty())
                continue;
            QString line = ledger.startsWith(QLatin1String("budget.transfer.")) ? postings[i].account
                : rested                                                        ? lineOf(*rested)
                                                                                : QString();
            if (ledger.startsWith(QLatin1String("budget.transfer.")) && below(3) == 0)
                line = inOtherYear(line);
            const bool commitment = ledger.startsWith(QLatin1String("commitment."));
            postings.push_back(
                {ledger, commitment ? commitmentAccount(rested->id) : line, sceneOffice().today, postings[i].amount});
        }
        if (postings.empty())
            postings.push_back({QStringLiteral("budget.commitment"),
                                BudgetLine{.year = kSceneYear, .code = anyOf(codes)}.account(), sceneOffice().today,
                                1 + below(20'000)});
    }

    /// The same line a year later, or earlier.
    static QString inOtherYear(QString line)
    {
        const QString year = yearOf(line);
        const QString other = QString::number(
            year == QString::number(kSceneYear.startYear()) ? kSceneNextYear.startYear() : kSceneYear.startYear());
        return line.replace(kBudgetAccount.size(), year.size(), other);
    }
    static QString yearOf(const QString &line) { return line.mid(kBudgetAccount.size(), 4); }

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
    /// What a case gives to an account, less what it takes.
    static qint64 netOn(const QString &account, const std::vector<Posting> &postings)
    {
        qint64 net = 0;
        for (const Posting &posting : postings)
            net += posting.account == account ? directionOf(posting.ledger) * posting.amount : 0;
        return net;
    }
    /// What would be left of an account at worst: what a case gives and takes of it counts together, and gives nothing until it is decided.
    qint64 leftOver(const QString &account, const std::vector<Posting> &also)
    {
        qint64 left = std::min<qint64>(0, netOn(account, also));
        if (account.startsWith(kBudgetAccount))
            left += account.endsWith(kRaceLine) ? 1'000 : 100'000;
        for (const MoneyCase &one : cases) {
            const qint64 net = netOn(account, one.postings);
            left += decided(one) ? net : running(one) ? std::min<qint64>(0, net) : 0;
            for (const Posting &posting : one.postings) {
                if (commitmentAccount(one.id) == account && posting.ledger == QLatin1String("budget.commitment"))
                    left += posting.amount;
            }
        }
        return left;
    }
    /// Whether a case gives what it takes from nowhere.
    static bool fromNowhere(const std::vector<Posting> &postings)
    {
        const auto sum = [&](const char *ledger) {
            qint64 yen = 0;
            for (const Posting &posting : postings)
                yen += posting.ledger == QLatin1String(ledger) ? posting.amount : 0;
            return yen;
        };
        const auto isEven = [&](const QString &year) { // money is moved within its year
            qint64 yen = 0;
            for (const Posting &posting : postings) {
                if (posting.ledger.startsWith(QLatin1String("budget.transfer.")) && yearOf(posting.account) == year)
                    yen += directionOf(posting.ledger) * posting.amount;
            }
            return yen == 0;
        };
        return sum("budget.decrease") != sum("commitment.decrease")
            || sum("budget.increase") != sum("commitment.increase")
            || std::any_of(postings.begin(), postings.end(), [&](const Posting &one) {
                   return one.ledger.startsWith(QLatin1String("budget.transfer.")) && !isEven(yearOf(one.account));
               });
    }
    /// Whether a case commits on more lines than one, or orders a payment as well.
    static bool commitsApart(const std::vector<Posting> &postings)
    {
        QSet<QString> lines;
        bool pays = false;
        for (const Posting &posting : postings) {
            if (posting.ledger == QLatin1String("budget.commitment"))
                lines.insert(posting.account);
            pays = pays || posting.ledger == QLatin1String("budget.payment")
                || posting.ledger == QLatin1String("commitment.paid");
        }
        return lines.size() > 1 || (pays && !lines.isEmpty());
    }
    static bool changes(const Posting &posting)
    {
        return posting.ledger == QLatin1String("commitment.increase")
            || posting.ledger == QLatin1String("commitment.decrease");
    }
    static std::string textOf(const std::vector<Posting> &postings)
    {
        QStringList all;
        for (const Posting &one : postings)
            all += one.ledger + QLatin1Char(' ') + one.account + QLatin1Char(' ') + QString::number(one.amount);
        return all.join(QLatin1String(", ")).toStdString();
    }
    /// The line a case committed money of first; none where it did not.
    static QString lineOf(const MoneyCase &one)
    {
        for (const Posting &posting : one.postings) {
            if (posting.ledger == QLatin1String("budget.commitment"))
                return posting.account;
        }
        return {};
    }
    /// What a content says of a case it rests on, whether it may or not.
    QJsonValue reference(const MoneyCase &on)
    {
        const CaseRecord record = twins.record(on.id);
        return toJson(CaseRef{on.id, record.number, record.title, lineOf(on).mid(QLatin1String("budget:").size()),
                              sceneOffice().office()->staff(record.drafter)->number});
    }
    /// Whether a drafter may have such postings in a case that rests on another, or on none, and the money is there.
    bool expected(const QString &drafter, const std::vector<Posting> &postings, const MoneyCase *rested)
    {
        const bool keeps = drafter == QLatin1String("zushi") || drafter == QLatin1String("shiba");
        const auto theirs = [&](const QString &account) {
            const QString own = drafter == QLatin1String("sato") ? kAffairsLine : kCareLine;
            const bool there = codes.contains(account.section(QLatin1Char(':'), -1))
                && (!account.endsWith(kRaceLine) || yearOf(account) == QString::number(kSceneYear.startYear()));
            return account.startsWith(kBudgetAccount) && there && (keeps || account.endsWith(own));
        };
        const auto mayRest = [&](const MoneyCase *of) {
            bool commits = false;
            bool near = of && of->drafter == drafter;
            for (const Posting &one : of &&decided(*of) ? of->postings : std::vector<Posting>()) {
                const bool commitment = one.ledger == QLatin1String("budget.commitment");
                commits = commits || commitment;
                near = near || (commitment && theirs(one.account));
            }
            return commits && near;
        };
        for (const Posting &posting : postings) {
            const bool onLine = posting.ledger.startsWith(QLatin1String("budget."));
            if (onLine ? !theirs(posting.account) : !mayRest(find(posting.account)))
                return false;
            if (changes(posting) && std::any_of(cases.begin(), cases.end(), [&](const MoneyCase &other) {
                    return running(other)
                        && std::any_of(other.postings.begin(), other.postings.end(), [&](const Posting &one) {
                               return changes(one) && one.account == posting.account;
                           });
                }))
                return false; // a commitment is changed by one case at a time
            if (rested && onLine && posting.account != lineOf(*rested))
                return false;
            if (!onLine && (!rested || posting.account != commitmentAccount(rested->id)))
                return false; // no field names it
        }
        if ((rested && !mayRest(rested)) || fromNowhere(postings) || commitsApart(postings))
            return false;
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
        const MoneyCase *rested = !cases.empty() && below(3) == 0 ? &anyOf(cases) : nullptr;
        for (int i = 0; rested && i < 20 && !(decided(*rested) && !lineOf(*rested).isEmpty()); ++i)
            rested = &anyOf(cases); // mostly one that may be rested on
        std::vector<Posting> postings = anyPostings();
        for (Posting &posting : postings) {
            if (rested && posting.ledger.startsWith(QLatin1String("commitment.")) && below(6) > 0)
                posting.account = commitmentAccount(rested->id);
            else if (rested && posting.ledger.startsWith(QLatin1String("budget.")) && below(6) > 0)
                posting.account = lineOf(*rested).isEmpty() ? posting.account : lineOf(*rested);
        }
        if (below(4) > 0)
            balance(postings, rested);
        if (rested && below(3) > 0)
            postings = {{QStringLiteral("commitment.paid"), commitmentAccount(rested->id), sceneOffice().today,
                         1 + below(5'000)}};
        const bool bent = rested && below(6) == 0;
        QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("契約 %1").arg(requests)}};
        if (rested) {
            QJsonObject said = reference(*rested).toObject();
            if (bent)
                said.insert(QStringLiteral("title"), QStringLiteral("別の契約"));
            fields.insert(QStringLiteral("commitment"), said);
        }
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

        const bool fits = !bent && expected(drafter, postings, rested);
        const auto event = act(one.model, drafter, submit);

        EXPECT_EQ(event.has_value(), fits)
            << drafter.toStdString() << " " << textOf(postings) << " on "
            << (rested ? textOf(rested->postings) : std::string("nothing")) << " " << twins.answers();
        ++(event ? taken : refused);
        if (event && rested)
            ++rest;
        if (event)
            cases.push_back(one);
    }

    /// Whether both notaries let the director decide what somebody inspected, or examine it where they are asked to; the acts are made as if
    /// the engine knew nothing of it. Their review first, and the decision by the same act, where they review it too.
    bool directorJudges(StaffId inspector, StepKind as)
    {
        const QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("支出命令")},
                                 {kInspector, sceneOffice().office()->staff(inspector)->number}};
        const CaseId id = twins.draft(QStringLiteral("sato"), fields);
        Case model = newCase(id, sceneOffice().small.sato);
        const auto office = sceneOffice().office();
        const std::vector<Assignee> director{sceneOffice().small.director};
        const std::vector<Assignee> examiner{sceneOffice().small.examiner};
        std::vector<HandStep> route{
            {StepKind::Examine, StepRule::All, 1, as == StepKind::Examine ? director : examiner}};
        if (as == StepKind::Review)
            route.push_back({StepKind::Review, StepRule::All, 1, director});
        route.push_back({StepKind::Decide, StepRule::All, 1,
                         as == StepKind::Examine ? std::vector<Assignee>{sceneOffice().small.mayor} : director});
        const std::vector<Posting> postings{{QStringLiteral("budget.payment"),
                                             BudgetLine{.year = kSceneYear, .code = kAffairsLine}.account(),
                                             office->day(), 1}};
        const auto submitted = act(model, QStringLiteral("sato"),
                                   Submit{1,
                                          Twins::contentOf(fields).digest(),
                                          {1, 1, office->day(), *office->primaryPost(model.drafter)},
                                          handRoute(route),
                                          postings,
                                          {},
                                          false});
        EXPECT_TRUE(submitted) << twins.answers();
        if (as != StepKind::Examine) {
            EXPECT_TRUE(act(model, QStringLiteral("shiba"), Approve{})) << twins.answers();
        }
        return act(model, QStringLiteral("bando"), Approve{}).has_value();
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
    int rest = 0; ///< of those taken, how many rest on a commitment
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
    EXPECT_GT(rest, 3);
    printf("%d submissions recorded, %d of them resting on a commitment, %d refused\n", taken, rest, refused);
}

TEST_F(MoneyTwins, MoveMoneyWithinItsYear)
{
    const QString line = BudgetLine{.year = kSceneYear, .code = kAffairsLine}.account();
    const auto moved = [this](const QString &from, const QString &to) {
        const QJsonObject fields{{QStringLiteral("subject"), QStringLiteral("流用")}};
        const CaseId id = twins.draft(QStringLiteral("zushi"), fields);
        Case model = newCase(id, sceneOffice().staffId(QStringLiteral("zushi")));
        const auto office = sceneOffice().office();
        return act(model, QStringLiteral("zushi"),
                   Submit{1,
                          Twins::contentOf(fields).digest(),
                          {1, 1, office->day(), *office->primaryPost(model.drafter)},
                          handRoute({{StepKind::Decide, StepRule::All, 1, {sceneOffice().small.director}}}),
                          {{QStringLiteral("budget.transfer.out"), from, sceneOffice().today, 500},
                           {QStringLiteral("budget.transfer.in"), to, sceneOffice().today, 500}},
                          {},
                          false})
            .has_value();
    };
    QString other = line;
    other.replace(kAffairsLine, kCareLine);

    EXPECT_TRUE(moved(line, other)) << twins.answers();
    EXPECT_TRUE(moved(inOtherYear(other), inOtherYear(line))) << twins.answers();
    EXPECT_FALSE(moved(line, inOtherYear(other)));
    EXPECT_NE(twins.answers().find("ReferenceInvalid"), std::string::npos) << twins.answers();
}

TEST_F(MoneyTwins, WhoeverReviewedMoneyDoesNotExamineIt)
{
    const QString line = BudgetLine{.year = kSceneYear, .code = kAffairsLine}.account();

    EXPECT_FALSE(examinesWhatTheyReviewed({{QStringLiteral("budget.payment"), line, sceneOffice().today, 1}}));
    EXPECT_NE(twins.answers().find("PartTaken"), std::string::npos) << twins.answers();
    EXPECT_TRUE(examinesWhatTheyReviewed({})) << "no money: " << twins.answers();
}

TEST_F(MoneyTwins, WhoeverInspectedWhatIsPaidJudgesItNot)
{
    const StaffId director = sceneOffice().small.bando;
    for (const StepKind as : {StepKind::Decide, StepKind::Examine, StepKind::Review}) {
        EXPECT_FALSE(directorJudges(director, as)) << int(as);
        EXPECT_NE(twins.answers().find("PartTaken"), std::string::npos) << twins.answers();
        EXPECT_TRUE(directorJudges(sceneOffice().small.tanaka, as)) << int(as) << twins.answers();
    }
}

} // namespace kessai::test
