// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/races.h"

#include "core/accounting/budget.h"
#include "core/cases/cancellation.h"
#include "core/cases/caseref.h"
#include "core/cases/effects.h"
#include "core/store/remotenotary.h"
#include "tests/hostile/session.h"
#include "tests/support/payees.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <QElapsedTimer>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace kessai::test {

class Races : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(database.ok()) << qPrintable(database.error()); }

    CaseId draft()
    {
        const auto id = play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                                   {{QStringLiteral("subject"), QStringLiteral("競争")}});
        EXPECT_TRUE(id);
        return id ? *id : CaseId(0);
    }
    CaseId submitted(const std::optional<Route> &route = std::nullopt)
    {
        const CaseId id = draft();
        EXPECT_TRUE(play.submit(QStringLiteral("sato"), id, route));
        return id;
    }
    AppendRequest proposed(const char *login, CaseId id, const Command &command)
    {
        auto request = play.proposal(QLatin1String(login), id, command);
        EXPECT_TRUE(request) << login;
        return request ? std::move(request).value() : AppendRequest{id, 0, {}, {{StaffId(0), {}, {}}, Withdrawn{}, {}}};
    }
    /// An administrator addresses the first seat of a case that nobody has acted on to a post.
    AppendRequest readdressing(const char *login, CaseId id, PostId post)
    {
        const auto state = play.state(QStringLiteral("sato"), id);
        EXPECT_TRUE(state);
        const ProposedEvent nobodys{{StaffId(0), {}, {}}, Withdrawn{}, {}};
        auto event = state ? proposeEvent(*state, {sceneOffice().staffId(QLatin1String(login)), {}, {}},
                                          Rerouted{{1, 1}, post, QStringLiteral("療養")})
                           : Result<ProposedEvent, Refusal>(nobodys);
        EXPECT_TRUE(event);
        return {id, state ? state->seq : 0,
                QStringLiteral("readdressing-%1-%2").arg(QLatin1String(login)).arg(id.value()),
                event ? std::move(event).value() : nobodys};
    }
    /// The newest content of a case is the one its newest submission sealed.
    void expectSealHolds(CaseId id)
    {
        const auto record = play.at(QStringLiteral("sato"))->cases().load(id);
        ASSERT_TRUE(record);
        const auto state = play.state(QStringLiteral("sato"), id);
        ASSERT_TRUE(state) << qPrintable(state.error().detail);
        if (state->round > 0) {
            EXPECT_EQ(record->revisions[size_t(state->revision) - 1].content.digest(), state->contentDigest);
        }
    }

    /// What waited for today, and nobody has come yet.
    bool prepareForToday(const QString &body)
    {
        return PostgresServer::instance()
            .run(database.name(),
                 QStringLiteral(
                     "INSERT INTO kessai.reorganisation (revision, valid_from, body, reason, made_by, made_at)"
                     " SELECT max(revision), kessai.today(), replace('%1', 'TODAY', kessai.today()), 'x',"
                     " 'kaita', 1 FROM kessai.office_revision")
                     .arg(body))
            .ok();
    }
    static QString sound()
    {
        return QStringLiteral(
            R"({"from": "TODAY", "put": {"sections": [], "posts": [{"id": 900, "section": 3, "code": "new", "title": "主事",)"
            R"( "rank": 10, "head": false}], "staff": [], "appointments": [], "roles": [], "successions": []},)"
            R"( "end": {"sections": [], "posts": [], "staff": [], "appointments": [], "roles": []}})");
    }
    /// How what was prepared ended: "NULL" while it waits.
    QStringList endings()
    {
        const auto rows = PostgresServer::instance().rows(
            database.name(),
            QStringLiteral("SELECT CASE WHEN ended_in IS NOT NULL THEN taken_back END FROM kessai.reorganisation"));
        QStringList all;
        for (const QStringList &row : rows ? *rows : QList<QStringList>())
            all.append(row);
        return all;
    }

    SceneDatabase database;
    Play play{database.name()};
};

TEST_F(Races, OfManyWhoChangeAnAccountExactlyOneIsFirst)
{
    const auto change = [](int revision, const QString &number) {
        Payee payee = somePayee(QStringLiteral("12"));
        payee.revision = revision;
        payee.account.number = number;
        return RegisterPayee{payee, QStringLiteral("口座変更届")};
    };
    for (int revision = 0; revision < 3; ++revision) { // 0: of many who register it, too
        std::vector<std::pair<QString, Act>> acts;
        for (int i = 0; i < 6; ++i) {
            acts.emplace_back(i % 2 == 0 ? QStringLiteral("shiba") : QStringLiteral("shiga"),
                              [change = change(revision, QStringLiteral("%1%2").arg(revision).arg(100'000 + i))](
                                  RemoteNotary &notary) -> Finish {
                                  const Result<> done = notary.changePayees(change);
                                  return done ? Finish{} : Finish{{}, done.error()};
                              });
        }

        const auto finishes = allAtOnce(database.name(), acts);

        EXPECT_EQ(std::count_if(finishes.begin(), finishes.end(), [](const Finish &one) { return !one.error; }), 1);
        for (const Finish &one : finishes) {
            const bool late = one.lostAs(Refusal::Stale) || (one.error && one.error->code == ErrorCode::AlreadyExists);
            EXPECT_TRUE(!one.error || late) << one.error->detail.toStdString();
        }
    }
    EXPECT_EQ(play.at(QStringLiteral("shiba"))->payees().payeeRevisions(QStringLiteral("12"))->size(), 3u);
}

TEST_F(Races, OfAHundredOnOneAssignmentExactlyOneIsFirst)
{
    const CaseId id = SceneDatabase::cases().race;
    std::vector<std::pair<QString, Act>> acts;
    for (int i = 1; i <= 100; ++i) {
        const QString login = QStringLiteral("r%1").arg(i, 2, 10, QLatin1Char('0'));
        acts.emplace_back(login, appending(proposed(qPrintable(login), id, Approve{})));
        play = Play(database.name()); // the server has no room for two connections of each
    }

    const std::vector<Finish> finishes = allAtOnce(database.name(), acts);

    EXPECT_EQ(winners(finishes), 1);
    for (const Finish &finish : finishes) {
        EXPECT_TRUE(finish.won() || finish.lostAs(Refusal::Stale))
            << (finish.error ? qPrintable(finish.error->detail) : "");
    }
    const auto state = play.state(QStringLiteral("sato"), id);
    ASSERT_TRUE(state) << qPrintable(state.error().detail);
    EXPECT_EQ(state->seq, 2);
    EXPECT_EQ(state->assignment({1, 1})->state, AssignmentState::Approved);
}

TEST_F(Races, OfFiftyWhoReachForTheLastYenAsManyWinAsThereIsMoneyFor)
{
    constexpr int kClients = 50;
    constexpr qint64 kEach = 30; // of 1,000: enough for 33
    const BudgetLine line{.year = kSceneYear, .code = kRaceLine};
    std::vector<std::pair<QString, Act>> acts;
    for (int i = 1; i <= kClients; ++i) {
        const QString login = QStringLiteral("r%1").arg(i, 2, 10, QLatin1Char('0'));
        const auto id =
            play.draft(login, QStringLiteral("draft"), {{QStringLiteral("subject"), QStringLiteral("契約")}});
        ASSERT_TRUE(id) << qPrintable(id.error().detail);
        auto submit = play.submission(
            login, *id, handRoute({{StepKind::Decide, StepRule::All, 1, {sceneOffice().small.director}}}));
        ASSERT_TRUE(submit) << qPrintable(submit.error().detail);
        submit->postings = {{QStringLiteral("budget.commitment"), line.account(), sceneOffice().today, kEach}};
        acts.emplace_back(login, appending(proposed(qPrintable(login), *id, *submit)));
        play = Play(database.name()); // the server has no room for two connections of each
    }

    QElapsedTimer timer;
    timer.start();
    const std::vector<Finish> finishes = allAtOnce(database.name(), acts);
    RecordProperty("milliseconds", int(timer.elapsed()));

    EXPECT_EQ(winners(finishes), 33);
    for (const Finish &finish : finishes) {
        if (!finish.won()) {
            ASSERT_TRUE(finish.lostAs(Refusal::OverBudget)) << qPrintable(finish.error->detail);
            EXPECT_EQ(shortageFrom(finish.error->detail), (Shortage{line.account(), 20}));
        }
    }
    const auto sum = PostgresServer::instance().rows(
        database.name(),
        QStringLiteral("SELECT sum(amount), count(*) FROM kessai.posting WHERE account = '%1'").arg(line.account()));
    ASSERT_TRUE(sum);
    EXPECT_EQ(sum->front(), (QStringList{QStringLiteral("990"), QStringLiteral("33")}));
}

TEST_F(Races, ACommitmentIsPaidOrCancelledNeverBoth)
{
    // Given a payment and a cancellation of one commitment, ready to go
    const CaseId commitment = SceneDatabase::cases().commitment;
    const QString account = commitmentAccount(commitment);
    const auto original = play.at(QStringLiteral("sato"))->cases().load(commitment);
    ASSERT_TRUE(original);
    const QJsonValue named = toJson(CaseRef{commitment, original->number, original->title,
                                            BudgetLine{.year = kSceneYear, .code = kAffairsLine}.key(),
                                            sceneOffice().office()->staff(original->drafter)->number});
    const auto drafted =
        play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                   {{QStringLiteral("subject"), QStringLiteral("支出命令")}, {QStringLiteral("commitment"), named}});
    ASSERT_TRUE(drafted);
    const CaseId payment = *drafted;
    auto paying = play.submission(QStringLiteral("sato"), payment);
    ASSERT_TRUE(paying);
    paying->postings = {{QStringLiteral("commitment.paid"), account, sceneOffice().today, 1}};
    const auto cancelling =
        play.draft(QStringLiteral("sato"), QStringLiteral("draft"),
                   kessai::cancelling(original->revisions.back().content.fields,
                                      {commitment, original->number, 1, QStringLiteral("契約を取りやめたため")}));
    ASSERT_TRUE(cancelling);
    auto back = play.submission(QStringLiteral("sato"), *cancelling);
    ASSERT_TRUE(back);
    back->postings = original->projection.postings;
    back->postings.front().amount *= -1;

    const std::vector<Finish> finishes =
        allAtOnce(database.name(),
                  {{QStringLiteral("sato"), appending(proposed("sato", payment, *paying))},
                   {QStringLiteral("sato"), appending(proposed("sato", *cancelling, *back))}});

    EXPECT_EQ(winners(finishes), 1);
    for (const Finish &finish : finishes)
        EXPECT_TRUE(finish.won() || finish.lostAs(Refusal::OverBudget) || finish.lostAs(Refusal::ReferenceInvalid))
            << qPrintable(finish.error->detail);
}

TEST_F(Races, AnActSentTwiceAtOnceIsRecordedOnce)
{
    const AppendRequest request = proposed("suzuki", SceneDatabase::cases().fresh, Approve{});
    const std::vector<std::pair<QString, Act>> acts(4, {QStringLiteral("suzuki"), appending(request)});

    // The scene holds one of the four connections somebody may have.
    play = Play(database.name());
    ASSERT_TRUE(endSessions(database.name(), QStringLiteral("suzuki")));
    const std::vector<Finish> finishes = allAtOnce(database.name(), acts);

    EXPECT_EQ(winners(finishes), 4);
    for (const Finish &finish : finishes) {
        ASSERT_TRUE(finish.won());
        EXPECT_EQ(*finish.event, *finishes[0].event);
    }
    EXPECT_EQ(play.state(QStringLiteral("suzuki"), SceneDatabase::cases().fresh)->seq, 2);
}

TEST_F(Races, ASaveAndASubmissionNeverBothHappen)
{
    for (int i = 0; i < 25; ++i) {
        const CaseId id = draft();
        const auto command = play.submission(QStringLiteral("sato"), id);
        ASSERT_TRUE(command);
        const AppendRequest submit = proposed("sato", id, *command);
        DraftSave save;
        save.id = id;
        save.content = {QStringLiteral("draft"), 1, {{QStringLiteral("subject"), QStringLiteral("すり替え")}}, {}};
        save.title = QStringLiteral("すり替え");
        const Act saving = [&save](RemoteNotary &notary) -> Finish {
            const auto saved = notary.saveDraft(save);
            return saved ? Finish{} : Finish{{}, saved.error()};
        };

        const std::vector<Finish> finishes =
            allAtOnce(database.name(), {{QStringLiteral("sato"), appending(submit)}, {QStringLiteral("sato"), saving}});

        const bool saved = !finishes[1].error;
        EXPECT_NE(finishes[0].won(), saved);
        if (saved)
            EXPECT_TRUE(finishes[0].lostAs(Refusal::ContentInvalid)) << qPrintable(finishes[0].error->detail);
        else
            EXPECT_TRUE(finishes[1].lostAs(Refusal::WrongState)) << qPrintable(finishes[1].error->detail);
        expectSealHolds(id);
    }
}

TEST_F(Races, ASaveWaitsForASubmissionUnderWayAndIsThenRefused)
{
    // Given a submission whose transaction is still open
    const CaseId id = draft();
    const auto command = play.submission(QStringLiteral("sato"), id);
    ASSERT_TRUE(command);
    const AppendRequest request = proposed("sato", id, *command);
    auto first = Database::open(staffUrl(database.name(), QStringLiteral("sato")));
    ASSERT_TRUE(first);
    auto transaction = Transaction::begin(**first);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(RemoteNotary(**first).append(request));

    // When the drafter's other window saves meanwhile
    std::future<Outcome> second = std::async(std::launch::async, [this, id] {
        Session session(database.name(), QStringLiteral("sato"), staffPassword());
        return session.run(QStringLiteral("SELECT kessai.save_draft(%1, 1, 'draft', 1, 'x', NULL, 0, '{}', '', '[]')")
                               .arg(id.value()));
    });
    const bool waits = second.wait_for(std::chrono::milliseconds(500)) == std::future_status::timeout;
    ASSERT_TRUE(transaction->commit());

    // Then it waited, and found the case submitted
    EXPECT_TRUE(waits);
    EXPECT_EQ(second.get().message, QStringLiteral("WrongState"));
    expectSealHolds(id);
}

TEST_F(Races, AnApprovalAndAWithdrawalNeverBothHappen)
{
    for (int i = 0; i < 15; ++i) {
        const CaseId id = submitted();

        const std::vector<Finish> finishes =
            allAtOnce(database.name(),
                      {{QStringLiteral("suzuki"), appending(proposed("suzuki", id, Approve{}))},
                       {QStringLiteral("sato"), appending(proposed("sato", id, Withdraw{}))}});

        EXPECT_EQ(winners(finishes), 1);
        const auto state = play.state(QStringLiteral("sato"), id);
        ASSERT_TRUE(state) << qPrintable(state.error().detail);
        EXPECT_EQ(state->state, finishes[0].won() ? CaseState::Running : CaseState::Withdrawn);
    }
}

TEST_F(Races, AnAssigneeAndTheirDeputyDoNotBothDecide)
{
    for (int i = 0; i < 10; ++i) {
        using enum StepKind;
        const PostId director = sceneOffice().small.director;
        const CaseId id = submitted(handRoute({{Decide, StepRule::All, 1, {director}}}));

        const std::vector<Finish> finishes =
            allAtOnce(database.name(),
                      {{QStringLiteral("bando"), appending(proposed("bando", id, Approve{}))},
                       {QStringLiteral("tsugawa"), appending(proposed("tsugawa", id, Approve{}))}});

        EXPECT_EQ(winners(finishes), 1);
        EXPECT_EQ(play.state(QStringLiteral("sato"), id)->state, CaseState::Decided);
    }
}

TEST_F(Races, TheLastTwoOfAStepDoNotLeaveTheCaseBehind)
{
    using enum StepKind;
    const SmallOffice &small = sceneOffice().small;
    for (int i = 0; i < 10; ++i) {
        const CaseId id = submitted(handRoute({{Consult, StepRule::All, 2, {small.examiner, sceneOffice().window}},
                                               {Decide, StepRule::All, 1, {small.director}}}));

        const std::vector<Finish> finishes =
            allAtOnce(database.name(),
                      {{QStringLiteral("shiba"), appending(proposed("shiba", id, Approve{}))},
                       {QStringLiteral("r01"), appending(proposed("r01", id, Approve{}))}});
        EXPECT_EQ(winners(finishes), 1);
        const char *other = finishes[0].won() ? "r01" : "shiba";
        EXPECT_TRUE(play.act(QLatin1String(other), id, Approve{}));

        const auto state = play.state(QStringLiteral("sato"), id);
        ASSERT_TRUE(state) << qPrintable(state.error().detail);
        EXPECT_EQ(state->currentStep()->no, 2);
    }
}

TEST_F(Races, OfTwoAdministratorsWhoAddressTheSameExactlyOneIsFirst)
{
    PostgresServer &server = PostgresServer::instance();
    const SmallOffice &small = sceneOffice().small;
    ASSERT_TRUE(
        server
            .run(database.name(),
                 QStringLiteral("INSERT INTO kessai.special_right (staff_id, right_name, valid_from) VALUES (%1, "
                                "'administrator', '2020-04-01')")
                     .arg(sceneOffice().staffId(QStringLiteral("fuyo")).value()))
            .ok());
    ASSERT_TRUE(server.run(database.name(), awayForLong(QString::number(small.suzuki.value()))).ok());
    for (int n = 0; n < 10; ++n) {
        const CaseId id = submitted();
        const auto kaita = readdressing("kaita", id, small.assistant);
        const auto fuyo = readdressing("fuyo", id, small.manager);

        const auto finishes = allAtOnce(
            database.name(), {{QStringLiteral("kaita"), appending(kaita)}, {QStringLiteral("fuyo"), appending(fuyo)}});

        ASSERT_EQ(winners(finishes), 1);
        for (const Finish &finish : finishes)
            EXPECT_TRUE(finish.won() || finish.lostAs(Refusal::Stale));
        const auto state = play.state(QStringLiteral("sato"), id);
        ASSERT_TRUE(state);
        EXPECT_EQ(state->seq, 2);
        EXPECT_EQ(state->steps[0].assignments[0].who, Assignee(finishes[0].won() ? small.assistant : small.manager));
    }
}

TEST_F(Races, AnApprovalAndAReaddressingNeverBothHappen)
{
    const SmallOffice &small = sceneOffice().small;
    ASSERT_TRUE(
        PostgresServer::instance().run(database.name(), awayForLong(QString::number(small.suzuki.value()))).ok());
    for (int n = 0; n < 10; ++n) {
        const CaseId id = submitted();
        const auto approval = proposed("suzuki", id, Approve{});
        const auto elsewhere = readdressing("kaita", id, small.assistant);

        const auto finishes = allAtOnce(
            database.name(),
            {{QStringLiteral("suzuki"), appending(approval)}, {QStringLiteral("kaita"), appending(elsewhere)}});

        ASSERT_EQ(winners(finishes), 1);
        for (const Finish &finish : finishes)
            EXPECT_TRUE(finish.won() || finish.lostAs(Refusal::Stale));
        const auto state = play.state(QStringLiteral("sato"), id);
        ASSERT_TRUE(state);
        EXPECT_EQ(state->seq, 2);
    }
}

TEST_F(Races, AFileBroughtByManyAtOnceIsKeptOnce)
{
    const QByteArray bytes(300'000, 'z');
    std::vector<std::pair<QString, Act>> acts;
    for (int i = 1; i <= 8; ++i) {
        acts.emplace_back(QStringLiteral("r0%1").arg(i), [&bytes](RemoteNotary &notary) -> Finish {
            const Attachment file{QStringLiteral("z"),
                                  QStringLiteral("text/plain"),
                                  bytes.size(),
                                  sha256Hex(bytes),
                                  {sha256Hex(bytes.left(kChunkSize)), sha256Hex(bytes.mid(kChunkSize))}};
            const auto upload = notary.beginUpload(file);
            if (!upload)
                return {{}, upload.error()};
            if (!*upload)
                return {};
            for (int no = 0; no < 2; ++no) {
                if (const Result<> put = notary.putChunk(**upload, no, bytes.mid(no * kChunkSize, kChunkSize)); !put)
                    return {{}, put.error()};
            }
            const Result<> finished = notary.finishUpload(**upload);
            return finished ? Finish{} : Finish{{}, finished.error()};
        });
    }

    for (const Finish &finish : allAtOnce(database.name(), acts))
        EXPECT_FALSE(finish.error) << qPrintable(finish.error->detail);

    const auto rows = PostgresServer::instance().rows(
        database.name(),
        QStringLiteral("SELECT count(*), (SELECT count(*) FROM kessai.blob_holder h WHERE h.blob_id = max(b.blob_id))"
                       " FROM kessai.blob b WHERE b.size = 300000 AND b.complete = 1"));
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->constFirst(), (QStringList{QStringLiteral("1"), QStringLiteral("8")}));
}

TEST_F(Races, RegisterADeputyOrAnAbsenceOnce)
{
    const SceneOffice &scene = sceneOffice();
    const std::pair<const char *, OfficeChange> changes[] = {
        {"r01", RegisterDeputy{{scene.racers[0], scene.small.seki, true}, scene.today, {}}},
        {"r02", RegisterAbsence{scene.racers[1], AbsenceKind::Trip, false, scene.today, scene.today}}};
    for (const auto &[login, change] : changes) {
        std::vector<std::pair<QString, Act>> acts;
        for (int i = 0; i < 4; ++i) { // as many connections as one login has room for
            acts.emplace_back(QLatin1String(login), [change = change](RemoteNotary &notary) -> Finish {
                const Result<> done = notary.change(change);
                return done ? Finish{} : Finish{{}, done.error()};
            });
        }
        int done = 0;
        for (const Finish &finish : allAtOnce(database.name(), acts)) {
            done += !finish.error;
            EXPECT_TRUE(!finish.error || finish.error->code == ErrorCode::AlreadyExists)
                << qPrintable(finish.error->detail);
        }
        EXPECT_EQ(done, 1);
    }
}

TEST_F(Races, StopNobodyWithAnAbsenceLeftOpen)
{
    const SceneOffice &scene = sceneOffice();
    const auto adding = [&](StaffId who) {
        return QStringLiteral("SELECT kessai.add_absence(%1, 1, 0, kessai.today(), kessai.today())").arg(who.value());
    };
    Session open(database.name(), QStringLiteral("suzuki"), staffPassword());
    ASSERT_TRUE(open.run(QStringLiteral("BEGIN")).ok);
    ASSERT_TRUE(open.run(adding(scene.small.suzuki)).ok);

    Session other(database.name(), QStringLiteral("kato"), staffPassword());
    ASSERT_TRUE(other.run(QStringLiteral("SET lock_timeout = '2s'")).ok);
    const Outcome added = other.run(adding(scene.small.kato));
    EXPECT_TRUE(added.ok) << qPrintable(added.message);
}

TEST_F(Races, MakeOneRevisionOfTheOfficeAfterTheOther)
{
    const SceneOffice &scene = sceneOffice();
    std::vector<std::pair<QString, Act>> acts;
    for (size_t i = 0; i < scene.racers.size(); ++i) {
        const StaffId me = scene.racers[i];
        acts.emplace_back(QStringLiteral("r%1").arg(i + 1, 2, 10, QLatin1Char('0')),
                          [me, day = scene.today, deputy = scene.small.seki](RemoteNotary &notary) -> Finish {
                              const Result<> done = notary.change(RegisterDeputy{{me, deputy, true}, day, {}});
                              return done ? Finish{} : Finish{{}, done.error()};
                          });
    }

    for (const Finish &finish : allAtOnce(database.name(), acts))
        EXPECT_FALSE(finish.error) << qPrintable(finish.error->detail);

    const auto rows = PostgresServer::instance().rows(
        database.name(),
        QStringLiteral("SELECT count(*), count(DISTINCT d.added_in), bool_and(r.made_at >= p.made_at)"
                       " FROM kessai.deputyship d JOIN kessai.office_revision r ON r.revision = d.added_in"
                       " JOIN kessai.office_revision p ON p.revision = r.revision - 1 WHERE d.deputy_id = %1")
            .arg(scene.small.seki.value()));
    ASSERT_TRUE(rows);
    const QString all = QString::number(scene.racers.size());
    EXPECT_EQ(rows->constFirst(), (QStringList{all, all, QStringLiteral("true")}));
}

TEST_F(Races, WhoLooksDoesNotWaitForWhoChangesTheOfficeWhenADayComes)
{
    Session open(database.name(), QStringLiteral("suzuki"), staffPassword());
    ASSERT_TRUE(open.run(QStringLiteral("BEGIN")).ok);
    const Outcome held = open.run(QStringLiteral("SELECT kessai.add_deputy(%1, %2, 1, kessai.today(), NULL)")
                                      .arg(sceneOffice().small.suzuki.value())
                                      .arg(sceneOffice().small.hosaka.value()));
    ASSERT_TRUE(held.ok) << qPrintable(held.message);
    ASSERT_TRUE(prepareForToday(sound()));

    Session other(database.name(), QStringLiteral("kato"), staffPassword());
    ASSERT_TRUE(other.run(QStringLiteral("SET lock_timeout = '2s'")).ok);
    const Outcome looked = other.run(QStringLiteral("SELECT waiting FROM kessai.pulse()"));
    EXPECT_TRUE(looked.ok) << qPrintable(looked.message);
    EXPECT_EQ(endings(), QStringList{QStringLiteral("NULL")});

    ASSERT_TRUE(open.run(QStringLiteral("ROLLBACK")).ok);
    EXPECT_TRUE(other.run(QStringLiteral("SELECT waiting FROM kessai.pulse()")).ok);
    EXPECT_EQ(endings(), QStringList{QStringLiteral("0")});
}

TEST_F(Races, WhatCannotBePutInForceStopsNobody)
{
    ASSERT_TRUE(prepareForToday(QStringLiteral("no change")));

    Session one(database.name(), QStringLiteral("kato"), staffPassword());
    const Outcome looked = one.run(QStringLiteral("SELECT waiting FROM kessai.pulse()"));

    EXPECT_TRUE(looked.ok) << qPrintable(looked.message);
    EXPECT_EQ(endings(), QStringList{QStringLiteral("2")});
}

} // namespace kessai::test
