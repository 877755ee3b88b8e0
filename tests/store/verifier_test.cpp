// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/verifier.h"

#include "core/base/canonical.h"
#include "tests/store/hand.h"

// What a reader notices in a record whose hashes are right: whoever rewrites a history can count them again.

namespace kessai::test {

namespace {

class Verifier : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(office.problem(), QString());
        const auto filed = fileRichCase(office);
        ASSERT_TRUE(fine(filed));
        id = *filed;
        record = load(id);
        configuration = office.configuration();
        ASSERT_EQ(damage(), QString());
    }

    CaseRecord load(CaseId from) { return office.owner().cases().load(from).value(); }
    /// The event with a number.
    Event &event(int seq) { return record.history.at(size_t(seq) - 1); }
    template <class Body>
    Body &body(int seq)
    {
        return std::get<Body>(event(seq).body);
    }

    /// Writes the history anew, as whoever has the database could: texts, chain, and the head in the list of cases.
    void seal()
    {
        for (Event &one : record.history) {
            one.payload = canonicalJson(toJson(one.body));
            one.effectsText = canonicalJson(toJson(one.effects));
        }
        chain();
    }
    void chain()
    {
        QByteArray previous;
        for (Event &one : record.history) {
            one.previousHash = previous;
            one.hash = one.computedHash();
            previous = one.hash;
        }
        record.projection.headHash = previous;
    }

    /// Lets somebody else have done it, with their name and their reading rights; what is left of the original is the post.
    void forgeActor(int seq, StaffId actor)
    {
        Event &forged = event(seq);
        const StaffId original = forged.capacity.actor;
        forged.capacity.actor = actor;
        forged.actorName = office.officeToday()->staff(actor)->name();
        const auto replace = [&](std::vector<Assignee> &readers) {
            std::replace(readers.begin(), readers.end(), Assignee(original), Assignee(actor));
        };
        replace(forged.effects.access);
        replace(record.projection.access);
        seal();
    }
    void forgeDeputy(int seq, StaffId deputy)
    {
        event(seq).capacity.principal = event(seq).capacity.actor;
        event(seq).principalName = event(seq).actorName;
        forgeActor(seq, deputy);
    }

    /// Makes one more revision of the office, at a time.
    int revise(qint64 microseconds)
    {
        const int no = ++configuration.office.revision;
        configuration.revisions.push_back({no, Instant(microseconds)});
        return no;
    }
    qint64 timeOf(int seq) { return event(seq).at.microseconds(); }
    qint64 later() { return timeOf(int(record.history.size())) + kHour; }
    /// Takes the appointments of somebody back in a revision.
    void dismiss(StaffId staff, int revision)
    {
        for (Dated<Appointment> &row : configuration.office.appointments) {
            if (row.value.staff == staff)
                row.removedIn = revision;
        }
    }

    Verified verified() const { return verifyCase(record, configuration, memoForms()); }
    /// Puts another content in the place of one that was submitted, with its seal in every event that names it.
    void replaceContent(int revision, const Content &content)
    {
        record.revisions.at(size_t(revision) - 1).content = content;
        for (Event &one : record.history) {
            auto *submitted = std::get_if<Submitted>(&one.body);
            if (submitted && submitted->revision == revision)
                submitted->contentDigest = content.digest();
        }
        seal();
    }

    /// The first thing found wrong; empty when nothing is.
    QString damage() const
    {
        const Verified result = verified();
        return result.sound()
            ? QString()
            : toCode(result.damage.front().kind) + QStringLiteral(": ") + result.damage.front().detail;
    }

    /// The office is older than its first case by more than any change of it may be under way.
    void foundedLongAgo() { configuration.revisions.front().madeAt = Instant(timeOf(1) - 9 * kDaySeconds * kSecond); }

    static constexpr qint64 kSecond = 1'000'000;
    static constexpr qint64 kDaySeconds = 24 * 3600;
    static constexpr qint64 kHour = 3600 * kSecond;
    static constexpr int kDecision = 11; ///< of the director
    const QDate kLongAgo{2020, 4, 1};

    TestOffice office{Dialect::Sqlite};
    const SmallOffice &people = office.people();
    CaseId id{0};
    CaseRecord record{.id = CaseId(0),
                      .number = {},
                      .drafter = StaffId(0),
                      .drafterName = {},
                      .form = {},
                      .title = {},
                      .amount = {},
                      .history = {},
                      .revisions = {},
                      .projection = projectionOf(newCase(CaseId(0), StaffId(0))),
                      .storedChunks = {}};
    Configuration configuration;
};

} // namespace

TEST_F(Verifier, TellsABrokenChainFromAHistoryThatCannotHaveBeen)
{
    const CaseRecord sound = record;
    event(3).actorName = QStringLiteral("別人");

    EXPECT_TRUE(damage().startsWith(QLatin1String("chain: "))) << damage().toStdString();
    EXPECT_EQ(verified().state.seq, 2) << "what was before can still be shown";

    record = sound;
    event(2).payload.append(' ');
    chain();
    EXPECT_TRUE(damage().startsWith(QLatin1String("history: "))) << damage().toStdString();

    record = sound;
    event(2).effects.state = CaseState::Decided;
    seal();
    EXPECT_TRUE(damage().startsWith(QLatin1String("history: "))) << damage().toStdString();
}

TEST_F(Verifier, NoticesAContentOfARevisionTheFormNeverHad)
{
    Content content = record.revisions.back().content;
    content.formRevision = 999;

    replaceContent(2, content);

    EXPECT_EQ(damage(), QStringLiteral("content: revision 2: no revision 999 of form memo"));
}

TEST_F(Verifier, NoticesAContentOfARevisionThatWasNotYetInForce)
{
    FormDefinition next = configuration.forms.front();
    next.revision = 2;
    next.from = event(1).at.day().addDays(1);
    configuration.forms.push_back(next);
    Content content = record.revisions.back().content;
    content.formRevision = 2;

    replaceContent(2, content);

    EXPECT_EQ(damage(), QStringLiteral("content: revision 2: no revision 2 of form memo"));
}

TEST_F(Verifier, NoticesAContentTheFormDoesNotAllow)
{
    Content content = record.revisions.front().content;
    content.fields.insert(QStringLiteral("kind"), QStringLiteral(" special"));

    replaceContent(1, content);

    EXPECT_EQ(damage(), QStringLiteral("content: revision 1: The form has no field “kind”."));
}

TEST_F(Verifier, NoticesADecisionBySomebodyWhoNeverHeldThePost)
{
    forgeActor(kDecision, people.tanaka);

    EXPECT_EQ(damage(), QStringLiteral("actor: event 11: for a post that they did not hold"));
}

TEST_F(Verifier, NoticesSomebodyWhoIsNotInTheOffice)
{
    for (Dated<Staff> &row : configuration.office.staff) {
        if (row.value.id == people.bando)
            row.until = event(kDecision).at.day().addDays(-1);
    }

    EXPECT_EQ(damage(), QStringLiteral("actor: event 11: by somebody who was not in the office"));
}

TEST_F(Verifier, NoticesADeputyWhoWasNone)
{
    const QDate day = event(kDecision).at.day();
    forgeDeputy(kDecision, people.tsugawa);
    const QString none = QStringLiteral("actor: event 11: by somebody who was not the deputy of whom they acted for");

    EXPECT_EQ(damage(), none);

    // Until the day before, of somebody else, or the other way round.
    auto &deputyships = configuration.office.deputyships;
    deputyships.push_back({{people.bando, people.tsugawa}, kLongAgo, day.addDays(-1)});
    deputyships.push_back({{people.ichikawa, people.tsugawa}, kLongAgo, {}});
    deputyships.push_back({{people.tsugawa, people.bando}, kLongAgo, {}});
    EXPECT_EQ(damage(), none);

    deputyships.push_back({{people.bando, people.tsugawa}, day, day});
    EXPECT_EQ(damage(), QString());

    // A deputy stands in for what the principal holds, no further.
    event(kDecision).capacity.principal = people.ichikawa;
    event(kDecision).principalName = QStringLiteral("市川 誠");
    seal();
    EXPECT_EQ(damage(), QStringLiteral("actor: event 11: for a post that they did not hold"));
}

TEST_F(Verifier, NoticesAnotherNameTitleOrSection)
{
    const CaseRecord sound = record;
    for (QString Event::*frozen :
         {&Event::actorName, &Event::actorTitle, &Event::actorSection, &Event::principalName}) {
        for (const int seq : {2, 9, kDecision}) {
            record = sound;
            event(seq).*frozen = QStringLiteral("市長");
            seal();

            EXPECT_EQ(damage(),
                      QStringLiteral("actor: event %1: under a name, title or section that was not theirs").arg(seq));
        }
    }
}

TEST_F(Verifier, NoticesAStepApprovedAlongThatWasNotTheirs)
{
    // The chief approves, and with the one act also for the manager and, which decides, for the director.
    const auto filed = Hand(office, people.sato).file(memo(QStringLiteral("庁用車の修繕")));
    ASSERT_TRUE(fine(filed));
    record = load(*filed);
    const auto forge = [this](std::vector<AssignmentRef> also) {
        const Case before = replay(record.id, record.drafter, record.history).value();
        Event forged = record.history.front();
        forged.seq = 2;
        forged.capacity = {people.suzuki, people.chief, std::nullopt};
        forged.actorName = QStringLiteral("鈴木 健一");
        forged.actorTitle = QStringLiteral("係長");
        forged.requestId = freshRequestId();
        forged.body = Approved{.on = {1, 1}, .also = std::move(also), .comment = {}};
        forged.code = codeOf(forged.body);
        forged.effects = effectsOf(before, forged.capacity, forged.body).value();
        record.history.push_back(forged);
        seal();
        record.projection = projectionOf(replay(record.id, record.drafter, record.history).value());
    };
    const CaseRecord submitted = record;
    forge({});
    ASSERT_EQ(damage(), QString());

    record = submitted;
    forge({{2, 1}, {4, 1}});

    ASSERT_EQ(record.projection.state, CaseState::Decided);
    EXPECT_EQ(damage(), QStringLiteral("actor: event 2: also on a step that was not theirs"));
}

TEST_F(Verifier, NoticesATimeBeforeTheActBefore)
{
    event(kDecision).at = Instant(timeOf(kDecision - 1) - 1);
    seal();

    EXPECT_EQ(damage(), QStringLiteral("actor: event 11: earlier than the one before"));
}

TEST_F(Verifier, HoldsActsToTheOfficeAsItWasKnownThen)
{
    // A post given with a day long past is none as long as nobody knew of it.
    forgeActor(kDecision, people.tanaka);
    configuration.office.appointments.push_back(
        {{people.tanaka, people.director, Holding::Concurrent}, kLongAgo, {}, revise(later())});
    EXPECT_EQ(damage(), QStringLiteral("actor: event 11: for a post that they did not hold"));

    configuration.revisions.back().madeAt = Instant(timeOf(kDecision - 1) + kSecond);
    EXPECT_EQ(damage(), QString());
}

TEST_F(Verifier, ForgivesWhatWasTakenBackLater)
{
    foundedLongAgo();
    const int revision = revise(later());
    dismiss(people.bando, revision);
    for (Dated<Staff> &row : configuration.office.staff) {
        if (row.value.id == people.suzuki) {
            row.removedIn = revision;
            Dated<Staff> married = row;
            married.value.familyName = QStringLiteral("高橋");
            married.addedIn = revision;
            married.removedIn = 0;
            configuration.office.staff.push_back(married);
            break;
        }
    }
    EXPECT_EQ(damage(), QString());

    configuration.revisions.back().madeAt = Instant(timeOf(kDecision) - kDaySeconds * kSecond + kSecond);
    EXPECT_EQ(damage(), QString()) << "not known to others for as long as the change was open";
    configuration.revisions.back().madeAt = Instant(timeOf(kDecision) - kDaySeconds * kSecond - kSecond);
    EXPECT_NE(damage(), QString());
}

TEST_F(Verifier, ForgivesAnActThatWasUnderWayWhileTheOfficeChanged)
{
    dismiss(people.bando, revise(timeOf(kDecision) - 5 * kSecond));

    EXPECT_EQ(damage(), QString());
}

TEST_F(Verifier, NoticesARouteFromAnOfficeThatWasOutOfDate)
{
    // The second round is resolved from the office of revision 1; another is known a day before, or not yet.
    const auto problem = QStringLiteral("route: round begun by event 4: not the office as it was known then");
    foundedLongAgo();
    revise(timeOf(4) - 3600 * kSecond);
    EXPECT_EQ(damage(), QString());

    configuration.revisions.back().madeAt = Instant(timeOf(4) - kDaySeconds * kSecond - kSecond);
    EXPECT_EQ(damage(), problem);

    configuration.revisions.pop_back();
    --configuration.office.revision;
    body<Submitted>(4).basis.officeRevision = 2;
    seal();
    EXPECT_EQ(damage(), problem);
}

TEST_F(Verifier, NoticesARouteFromARuleThatWasOutOfDate)
{
    const QDate day = body<Submitted>(1).basis.day;
    RouteRule next = configuration.rules.front();
    next.revision = 2;
    next.from = day.addDays(-1);
    configuration.rules.push_back(next);

    EXPECT_EQ(damage(), QStringLiteral("route: round begun by event 1: not the rule of that day"));

    // One that was added after the act, for whatever day, was not known then; one for later days has nothing to do with it.
    configuration.rules.back().addedIn = revise(later());
    EXPECT_EQ(damage(), QString());
    configuration.rules.back().addedIn = 1;
    configuration.rules.back().from = day.addDays(1);
    EXPECT_EQ(damage(), QString());
}

TEST_F(Verifier, NoticesARouteThatTheTableOfThatDayDoesNotGive)
{
    DecisionTable next = configuration.tables.front();
    next.revision = 2;
    next.rows.front().limits.front() = {DecisionLimit::Kind::Below, Yen(1)};
    configuration.tables.push_back(next);
    EXPECT_EQ(damage(), QStringLiteral("route: round begun by event 1"));

    configuration.tables.back().addedIn = revise(later());
    EXPECT_EQ(damage(), QString());

    configuration.tables.erase(configuration.tables.begin());
    EXPECT_EQ(damage(), QStringLiteral("route: round begun by event 1"));
}

TEST_F(Verifier, CountsWithTheNumbersThatWereKnownThen)
{
    auto rows = configuration.parameters.rows();
    rows.push_back({QStringLiteral("memo.factor"), kLongAgo, 1, QStringLiteral("規則")});
    rows.push_back({QStringLiteral("memo.factor"), kLongAgo, 2, QStringLiteral("規則")});
    configuration.parameters = Parameters(rows);
    EXPECT_EQ(damage(), QStringLiteral("postings: revision 1"));

    rows.back().addedIn = revise(later());
    configuration.parameters = Parameters(rows);
    EXPECT_EQ(damage(), QString());
}

TEST_F(Verifier, NoticesAnUrgencyNobodyAskedFor)
{
    record.urgent = true;

    EXPECT_EQ(damage(), QStringLiteral("projection: title, amount or urgency differs from the content"));
}

} // namespace kessai::test
