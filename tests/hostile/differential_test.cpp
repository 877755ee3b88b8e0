// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/casequeries.h"
#include "core/store/localnotary.h"
#include "core/store/migrator.h"
#include "core/store/remotenotary.h"
#include "tests/hostile/scene.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <random>

// One meaning in two places (core/store/notary.h): the notary of this program and the one inside PostgreSQL take the same acts, record
// them to the same hash and the same projection, and refuse the same ones; and both agree with the engine. Histories are made up at
// random; KESSAI_SEED repeats one, KESSAI_HISTORIES asks for more of them.

namespace kessai::test {

namespace {

/// Both notaries over the same office, and the engine's own idea of every case.
class Twins final {
public:
    Twins() : m_scratch(QStringLiteral("twins"), found)
    {
        if (!m_scratch.ok()) {
            m_problem = m_scratch.error();
            return;
        }
        auto local = Database::open(DatabaseUrl::sqlite(m_folder.filePath(QStringLiteral("office.db"))),
                                    {.purpose = OpenOptions::Purpose::Build, .fileSystemOf = {}});
        auto owner = Database::open(superuserUrl(m_scratch.name()));
        if (!local || !owner) {
            m_problem = local ? owner.error().detail : local.error().detail;
            return;
        }
        m_local = std::move(local).value();
        m_owner = std::move(owner).value();
        if (const auto migrated = Migrator(*m_local).migrate(m_clock); !migrated)
            m_problem = migrated.error().detail;
        else if (const Result<> written = writeOffice(*m_local, sceneOffice().founding(), m_clock.now()); !written)
            m_problem = written.error().detail;
        m_notary = std::make_unique<LocalNotary>(*m_local, m_clock, StaffId(1));
    }

    QString problem() const { return m_problem; }

    CaseId draft(const QString &login, const QString &subject)
    {
        DraftSave save;
        save.content = {QStringLiteral("draft"), 1, {{QStringLiteral("subject"), subject}}, {}};
        save.title = subject;
        const auto remote = remoteOf(login).saveDraft(save);
        EXPECT_TRUE(remote) << qPrintable(remote ? QString() : remote.error().detail);
        if (!remote)
            return CaseId(0);
        const auto record = readCase(ownerReader(), *remote);
        EXPECT_TRUE(record);
        m_clock.set(record->createdAt);
        const auto local = localOf(login).saveDraft(save);
        EXPECT_TRUE(local);
        EXPECT_EQ(*local, *remote);
        return *remote;
    }

    /// Sends an act to both: the event where both recorded the same, nothing where both refused.
    std::optional<Event> send(const QString &login, const AppendRequest &request)
    {
        const auto remote = remoteOf(login).append(request);
        if (remote)
            m_clock.set(remote->at);
        const auto local = localOf(login).append(request);
        const auto said = [](const Result<Event> &result) {
            return result ? std::string("recorded")
                          : toCode(result.error().code).toStdString() + " " + result.error().detail.toStdString()
                    + (result.error().refusal ? " " + toCode(*result.error().refusal).toStdString() : "");
        };
        EXPECT_EQ(local.ok(), remote.ok()) << "here: " << said(local) << "; there: " << said(remote) << "; "
                                           << ::testing::PrintToString(request.event.body) << " effects "
                                           << ::testing::PrintToString(request.event.effects) << " by "
                                           << ::testing::PrintToString(request.event.capacity);
        if (!local || !remote)
            return std::nullopt;
        EXPECT_EQ(*local, *remote);
        return *remote;
    }

    /// Both databases hold the same record, which is the one the engine folds.
    void expectSame(CaseId id, const Case &model)
    {
        const auto local = readCase(Reader{*m_local, m_clock, std::nullopt, Sight::All}, id);
        const auto remote = readCase(ownerReader(), id);
        ASSERT_TRUE(local && remote);
        EXPECT_EQ(*local, *remote);
        EXPECT_EQ(remote->projection, projectionOf(model)) << qPrintable(remote->projection.fault);
        const auto replayed = replay(id, model.drafter, remote->history);
        ASSERT_TRUE(replayed) << qPrintable(replayed.error().detail);
        EXPECT_EQ(*replayed, model);
    }

    /// The lists show the same of all cases.
    void expectSameLists()
    {
        ListQuery all;
        all.kind = ListKind::All;
        const auto local = readList(Reader{*m_local, m_clock, std::nullopt, Sight::All}, all);
        const auto remote = readList(ownerReader(), all);
        ASSERT_TRUE(local && remote);
        EXPECT_EQ(local->rows, remote->rows);
    }

private:
    static Result<> found(const QString &database)
    {
        return foundServerOffice(database, sceneOffice().founding(), SystemClock());
    }
    Reader ownerReader() { return {*m_owner, m_clock, std::nullopt, Sight::All}; }
    RemoteNotary &remoteOf(const QString &login)
    {
        auto &seat = m_remotes[login];
        if (!seat.first) {
            auto opened = Database::open(staffUrl(m_scratch.name(), login));
            if (!opened)
                ADD_FAILURE() << qPrintable(login) << ": " << qPrintable(opened.error().detail);
            seat.first = std::move(opened).value();
            seat.second = std::make_unique<RemoteNotary>(*seat.first);
        }
        return *seat.second;
    }
    LocalNotary &localOf(const QString &login)
    {
        m_notary->actAs(sceneOffice().staffId(login));
        return *m_notary;
    }

    QString m_problem;
    QTemporaryDir m_folder;
    ScratchDatabase m_scratch;
    FixedClock m_clock{SystemClock().now()};
    std::unique_ptr<Database> m_local;
    std::unique_ptr<Database> m_owner;
    std::unique_ptr<LocalNotary> m_notary;
    std::map<QString, std::pair<std::unique_ptr<Database>, std::unique_ptr<RemoteNotary>>> m_remotes;
};

} // namespace

class Differential : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(twins.problem(), QString());
        const unsigned seed = qEnvironmentVariableIsSet("KESSAI_SEED") ? qEnvironmentVariable("KESSAI_SEED").toUInt()
                                                                       : std::random_device()();
        RecordProperty("seed", std::to_string(seed));
        printf("KESSAI_SEED=%u\n", seed);
        random.seed(seed);
    }

    int below(int limit) { return int(random() % unsigned(limit)); }
    template <class T>
    const T &oneOf(const std::vector<T> &all)
    {
        return all[random() % all.size()];
    }

    /// People who hold posts of the made-up routes, deputise for their holders, or have nothing to do with them.
    QString anybody()
    {
        static const std::vector<QString> logins = {
            QStringLiteral("sato"),   QStringLiteral("tanaka"), QStringLiteral("suzuki"),  QStringLiteral("kato"),
            QStringLiteral("hosaka"), QStringLiteral("bando"),  QStringLiteral("tsugawa"), QStringLiteral("zaizen"),
            QStringLiteral("shiba"),  QStringLiteral("shiga"),  QStringLiteral("zama"),    QStringLiteral("fuji"),
            QStringLiteral("fukui"),  QStringLiteral("mukashi")};
        return oneOf(logins);
    }
    /// Mostly somebody whose turn it is, so that histories get somewhere.
    QString somebodyFor(const Case &model, const Office &office)
    {
        QString login = anybody();
        for (int i = 0; i < 20 && turnsOf(model, sceneOffice().staffId(login), office).empty(); ++i)
            login = anybody();
        return login;
    }
    Assignee anyAssignee()
    {
        const SmallOffice &small = sceneOffice().small;
        const std::vector<Assignee> all = {small.chief,    small.manager,  small.assistant,      small.senior,
                                           small.director, small.examiner, small.financeManager, small.shindo,
                                           small.zaizen,   small.clerk};
        return oneOf(all);
    }
    Route anyRoute()
    {
        std::vector<HandStep> steps;
        const int count = 1 + below(4);
        for (int i = 0; i < count; ++i) {
            const int kind = below(8);
            HandStep step{kind < 4        ? StepKind::Review
                              : kind < 6  ? StepKind::Consult
                              : kind == 6 ? StepKind::Examine
                                          : StepKind::Circulate,
                          StepRule::All,
                          1,
                          {}};
            const int asked = below(3) == 0 ? 2 + below(2) : 1;
            for (int k = 0; k < asked; ++k)
                step.who.push_back(anyAssignee());
            step.rule = StepRule(below(3));
            step.needed = step.rule == StepRule::All ? asked : step.rule == StepRule::Any ? 1 : 1 + below(asked);
            steps.push_back(step);
        }
        steps.push_back({StepKind::Decide, StepRule::All, 1, {anyAssignee()}});
        if (below(3) == 0)
            steps.push_back({StepKind::Circulate, StepRule::Any, 1, {anyAssignee()}});
        return handRoute(steps);
    }
    Submit submission(const Case &model, const QByteArray &digest)
    {
        const auto office = sceneOffice().office();
        const int revision = std::max(1, model.revision);
        return {revision,
                digest,
                {1, 1, office->day(), office->primaryPost(model.drafter).value_or(PostId(1))},
                anyRoute(),
                {{QStringLiteral("overtime.minutes"), QStringLiteral("staff:%1").arg(model.drafter.value()),
                  office->day(), 60}},
                QStringLiteral("備考")};
    }
    Command anyCommand(const Case &model, const QByteArray &digest)
    {
        const QString why = QStringLiteral("理由「%1」\t\"\\").arg(below(100));
        switch (below(12)) {
        case 0: return Return{std::nullopt, std::nullopt, why};
        case 1: return Return{std::nullopt, 1 + below(4), why};
        case 2: return below(3) == 0 ? Command(Reject{std::nullopt, why}) : Command(Comment{why});
        case 3: return below(3) == 0 ? Command(Cancel{why}) : Command(Withdraw{why});
        case 4:
        case 5: return submission(model, digest);
        default: return Approve{std::nullopt, why};
        }
    }

    AppendRequest request(const Case &model, ProposedEvent event)
    {
        return {model.id, model.seq, QStringLiteral("d-%1").arg(++requests), std::move(event)};
    }

    /// Bends an honest act in one element.
    ProposedEvent bent(ProposedEvent event)
    {
        Effects &effects = event.effects;
        const auto anyState = [this] { return AssignmentState(below(8)); };
        switch (below(10)) {
        case 0: effects.state = CaseState(below(7)); break;
        case 1: effects.round += below(3) - 1; break;
        case 2: effects.postings = PostingState(below(3)); break;
        case 3:
            if (!effects.changes.empty())
                effects.changes[random() % effects.changes.size()].to = anyState();
            break;
        case 4:
            if (!effects.changes.empty())
                effects.changes.erase(effects.changes.begin() + below(int(effects.changes.size())));
            break;
        case 5: effects.changes.push_back({{1 + below(6), 1 + below(2)}, anyState()}); break;
        case 6:
            if (!effects.changes.empty())
                effects.changes[random() % effects.changes.size()].on = {1 + below(6), 1 + below(2)};
            break;
        case 7: effects.access.push_back(anyAssignee()); break;
        case 8:
            if (!effects.access.empty())
                effects.access.erase(effects.access.begin() + below(int(effects.access.size())));
            break;
        default:
            event.capacity.post = below(2) == 0 ? std::nullopt : std::optional(PostId(1 + below(18)));
            event.capacity.principal = below(2) == 0 ? std::nullopt : std::optional(StaffId(1 + below(19)));
        }
        return event;
    }

    /// Whether the engine would fold such an event, and the actor answers for it in that capacity today.
    bool sound(const Case &model, const ProposedEvent &event, const ProposedEvent &honest)
    {
        const auto effects = effectsOf(model, event.capacity, event.body);
        return effects && *effects == event.effects && event.capacity == honest.capacity;
    }

    Twins twins;
    std::mt19937 random;
    int requests = 0;
};

TEST_F(Differential, BothNotariesAndTheEngineAgree)
{
    const int histories =
        qEnvironmentVariableIsSet("KESSAI_HISTORIES") ? qEnvironmentVariableIntValue("KESSAI_HISTORIES") : 25;
    const auto office = sceneOffice().office();
    int recorded = 0;
    int refused = 0;
    for (int history = 0; history < histories && !HasFailure(); ++history) {
        const QString drafter = anybody();
        const QString subject = QStringLiteral("件名 %1 ハンコ").arg(history);
        const CaseId id = twins.draft(drafter, subject);
        const QByteArray digest =
            Content{QStringLiteral("draft"), 1, {{QStringLiteral("subject"), subject}}, {}}.digest();
        Case model = newCase(id, sceneOffice().staffId(drafter));

        for (int turn = 0; turn < 25 && !HasFailure(); ++turn) {
            const QString login = model.seq == 0 || below(5) == 0 ? drafter : somebodyFor(model, *office);
            const StaffId actor = sceneOffice().staffId(login);
            const Command command = model.seq == 0 ? Command(submission(model, digest)) : anyCommand(model, digest);
            const auto honest = decide(model, command, actor, *office);
            if (!honest)
                continue;

            // Three changes of it, which must not get through
            for (int i = 0; i < 3; ++i) {
                const ProposedEvent forged = bent(*honest);
                if (forged == *honest || sound(model, forged, *honest))
                    continue;
                EXPECT_FALSE(twins.send(login, request(model, forged)));
                ++refused;
            }
            // The same act by somebody who may not do it
            const QString other = anybody();
            ProposedEvent stolen = *honest;
            stolen.capacity.actor = sceneOffice().staffId(other);
            if (stolen.capacity.actor != actor && !std::holds_alternative<Commented>(stolen.body)
                && !decide(model, command, stolen.capacity.actor, *office)) {
                EXPECT_FALSE(twins.send(other, request(model, stolen)));
                ++refused;
            }
            // A moment too late
            AppendRequest stale = request(model, *honest);
            --stale.expectedSeq;
            EXPECT_FALSE(twins.send(login, stale));

            // And the act itself
            const auto event = twins.send(login, request(model, *honest));
            ASSERT_TRUE(event) << ::testing::PrintToString(honest->body);
            auto next = fold(model, *event);
            ASSERT_TRUE(next) << qPrintable(next.error().detail);
            model = std::move(next).value();
            ++recorded;
            ++refused;
        }
        twins.expectSame(id, model);
    }
    twins.expectSameLists();
    EXPECT_GT(recorded, histories * 3);
    EXPECT_GT(refused, recorded);
    printf("%d acts recorded, %d refused\n", recorded, refused);
}

} // namespace kessai::test
