// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/meetingsight.h"
#include "core/meetings/minutes.h"
#include "tests/hostile/scene.h"
#include "tests/hostile/session.h"
#include "tests/property/random.h"
#include "tests/support/postgresserver.h"
#include "tests/support/printers.h"
#include "tests/support/serveroffice.h"

#include <QSet>
#include <QUuid>

#include <gtest/gtest.h>

// The notary inside PostgreSQL takes of made-up histories of meetings exactly what core/meetings allows, and shows everybody what
// core/meetings says they see. KESSAI_SEED makes up others, KESSAI_HISTORIES more.

namespace kessai::test {

namespace {

struct Person {
    QString login;
    MeetingViewer reader;
    Attachment file;
    std::unique_ptr<Session> session;
};

/// What somebody may come upon to do, sensible or not.
class Whim final {
public:
    Whim(Random &random, const std::vector<Person> &people, const Meeting &meeting)
        : m_random(random), m_people(people), m_meeting(meeting)
    {
    }

    MeetingChange change(const Person &by)
    {
        const int paper = anyPaper();
        switch (m_random.below(m_meeting.state == MeetingState::Running ? 48 : 26)) {
        case 0: return plan();
        case 1:
        case 2: return InviteMembers{anyMembers()};
        case 3:
        case 4:
        case 5:
        case 6:
            return SetItem{.item = m_random.chance(60) ? m_meeting.lastItem + 1 : anyItem(),
                           .no = m_random.chance(95) ? m_random.between(1, 4) : m_random.between(0, 1'000),
                           .title = anyTitle(),
                           .kind = ItemKind(m_random.below(4)),
                           .minutes = m_random.chance(95) ? 10 : 1'441};
        case 7:
        case 8:
        case 9: return HideItem{anyItem(), anyPeople()};
        case 10: return DropItem{anyItem()};
        case 11:
        case 12:
            return AskPaper{.paper = paper,
                            .item = homeOf(paper),
                            .title = anyTitle(),
                            .responsible = m_random.oneOf(m_people).reader.who,
                            .due = QDate(2027, 1, 20)};
        case 13:
        case 14:
        case 15:
        case 16:
        case 17: return put(by, paper);
        case 18:
        case 19:
        case 20: return place(paper);
        case 21: return DropPaper{paper};
        case 22:
        case 23:
        case 24:
        case 25: return SetState{anyState()};
        case 26:
        case 27:
        case 28:
        case 29: return NoteAttendance{anyAttendance(by), m_random.chance(40)};
        case 30:
        case 31:
        case 32:
            return OpenVote{.vote = anyNumber(m_meeting.votes),
                            .item = anyItem(),
                            .question = anyTitle(),
                            .byName = m_random.chance(50)};
        case 33: return CloseVote{.vote = m_meeting.openVote() ? m_meeting.openVote()->id : m_meeting.seq};
        case 34: return CallOffVote{.vote = m_meeting.openVote() ? m_meeting.openVote()->id : m_meeting.seq};
        case 35:
        case 36:
        case 37:
        case 38: return resolve();
        case 39:
        case 40:
        case 41:
        case 42: return assign();
        default: return finish();
        }
    }
    FinishAction finish()
    {
        return {.action = m_random.chance(90) && !m_meeting.actions.empty() ? m_random.oneOf(m_meeting.actions).id
                                                                            : m_random.between(0, m_meeting.seq),
                .done = m_random.chance(80),
                .note = m_random.chance(95) ? QStringLiteral("済") : QStringLiteral("a\nb")};
    }
    PlanMeeting plan()
    {
        const int begins = m_random.between(0, 1'400);
        return {.title = anyTitle(),
                .day = QDate(2027, 2, 1).addDays(m_random.below(300)),
                .begins = begins,
                .ends = begins + m_random.between(m_random.chance(95) ? 1 : -1, 60),
                .room = m_random.chance(50) ? QString() : QStringLiteral("第一\"会議室\""),
                .rules = {.mayPrint = m_random.chance(50),
                          .watermark = m_random.chance(50),
                          .inkDays = m_random.chance(95) ? m_random.between(-1, 3'650) : m_random.between(-3, 4'000)}};
    }

private:
    /// Onwards mostly, until it runs.
    MeetingState anyState()
    {
        if (m_meeting.state < MeetingState::Running && m_random.chance(60))
            return MeetingState(int(m_meeting.state) + 1);
        return MeetingState(m_random.chance(95) ? m_random.below(3) : m_random.below(5));
    }
    QString anyTitle()
    {
        return m_random.chance(97) ? QStringLiteral("案/%1 \\ 😀").arg(m_random.below(100)) : QStringLiteral("　");
    }
    int anyItem()
    {
        return m_random.chance(85) && !m_meeting.items.empty() ? m_random.oneOf(m_meeting.items).id
                                                               : m_random.between(0, m_meeting.lastItem + 2);
    }
    int anyPaper()
    {
        std::vector<int> there;
        for (const AgendaItem &item : m_meeting.items) {
            for (const Paper &paper : item.papers)
                there.push_back(paper.id);
        }
        if (m_random.chance(40))
            return m_meeting.lastPaper + 1;
        return m_random.chance(85) && !there.empty() ? m_random.oneOf(there)
                                                     : m_random.between(0, m_meeting.lastPaper + 2);
    }
    int homeOf(int paper)
    {
        const AgendaItem *item = m_meeting.itemOf(paper);
        return item && m_random.chance(90) ? item->id : anyItem();
    }
    std::vector<StaffId> anyPeople()
    {
        std::vector<StaffId> some;
        for (const Person &one : m_people) {
            if (m_random.chance(30))
                some.push_back(one.reader.who);
        }
        if (!some.empty() && m_random.chance(5))
            some.push_back(some.front());
        return some;
    }
    std::vector<MeetingMember> anyMembers()
    {
        std::vector<MeetingMember> members;
        for (const Person &one : m_people) {
            if (m_random.chance(65))
                members.push_back({one.reader.who, MeetingRole(m_random.below(4)), QStringLiteral("課長")});
        }
        return members;
    }
    /// That of a new one, mostly, or of one that is there.
    template <class T>
    int anyNumber(const std::vector<T> &there)
    {
        if (m_random.chance(70))
            return m_meeting.seq + 1;
        return m_random.chance(80) && !there.empty() ? m_random.oneOf(there).id
                                                     : m_random.between(0, m_meeting.seq + 2);
    }
    std::vector<Attendance> anyAttendance(const Person &by)
    {
        const auto one = [this](StaffId who) {
            const auto state = AttendanceState(m_random.below(5));
            const bool timed = state == AttendanceState::Late || state == AttendanceState::Left;
            return Attendance{who, state, timed != m_random.chance(3) ? m_random.between(0, 1'439) : -1};
        };
        if (m_random.chance(50))
            return {one(by.reader.who)};
        std::vector<Attendance> people;
        for (const StaffId who : anyPeople())
            people.push_back(one(who));
        return people;
    }
    Resolve resolve()
    {
        Resolve change{.resolution = anyNumber(m_meeting.resolutions), .item = anyItem(), .text = anyTitle()};
        if (const Resolution *there = m_meeting.resolution(change.resolution); there && m_random.chance(80))
            change.item = there->item;
        if (m_random.chance(10))
            change.text.clear();
        return change;
    }
    AssignAction assign()
    {
        AssignAction change{.action = anyNumber(m_meeting.actions),
                            .item = anyItem(),
                            .text = anyTitle(),
                            .owner = m_random.oneOf(m_people).reader.who,
                            .due = QDate(2027, 3, 1)};
        if (const MeetingAction *there = m_meeting.action(change.action); there && m_random.chance(80)) {
            change.item = there->item;
            change.text = there->text;
        }
        if (m_random.chance(10))
            change.text.clear();
        return change;
    }
    PutPaper put(const Person &by, int paper)
    {
        const Paper *there = m_meeting.paper(paper);
        const int newest = there && !there->files.empty() ? there->files.back().revision : 0;
        return {.paper = paper,
                .item = homeOf(paper),
                .revision = m_random.chance(95) ? newest + 1 : m_random.between(0, newest + 2),
                .title = anyTitle(),
                .file = by.file,
                .pages = std::vector<PaperPage>(size_t(m_random.between(1, 2)),
                                                {QStringLiteral("p"), QStringLiteral("folded")})};
    }
    PlacePaper place(int paper)
    {
        PlacePaper change{.paper = paper, .item = anyItem(), .title = anyTitle(), .order = {}};
        if (const AgendaItem *item = m_meeting.item(change.item)) {
            for (const Paper &one : item->papers) { // the others stay as they lie, as where somebody drags one
                if (one.id != paper && m_random.chance(97))
                    change.order.push_back(one.id);
            }
        }
        change.order.insert(change.order.begin() + m_random.between(0, int(change.order.size())), paper);
        return change;
    }

    Random &m_random;
    const std::vector<Person> &m_people;
    const Meeting &m_meeting;
};

QString pagesOf(const MeetingChange &change)
{
    const auto *put = std::get_if<PutPaper>(&change);
    if (!put)
        return {};
    const QStringList pages(qsizetype(put->pages.size()), QStringLiteral(R"({"folded":"folded","print":"p"})"));
    return QLatin1Char('[') + pages.join(QLatin1Char(',')) + QLatin1Char(']');
}

QString verdictOf(const Result<> &checked)
{
    if (checked)
        return {};
    return checked.error().refusal ? toCode(*checked.error().refusal) : toCode(checked.error().code);
}

} // namespace

class MeetingTwins : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(database.ok()) << qPrintable(database.error());
        Play play(database.name());
        for (const char *login : {"sato", "suzuki", "kato", "tanaka", "fuyo", "hosaka", "shindo"}) {
            const QString name = QLatin1String(login);
            const auto file = play.upload(name, QStringLiteral("資料.pdf"), QByteArray("a paper of ") + login);
            ASSERT_TRUE(file);
            people.push_back({name,
                              {sceneOffice().staffId(name), name == QLatin1String("shindo")},
                              *file,
                              std::make_unique<Session>(database.name(), name, staffPassword())});
        }
    }

    /// Mostly somebody who may.
    const Person &anybody(Random &random, const Meeting &meeting) const
    {
        const Person *one = &random.oneOf(people);
        for (int tries = 0; tries < 20 && random.chance(80); ++tries) {
            const MeetingMember *member = meeting.member(one->reader.who);
            if (member && member->role == MeetingRole::Secretary)
                break;
            one = &random.oneOf(people);
        }
        return *one;
    }
    Outcome change(const Person &by, const Meeting &meeting, const MeetingChange &change)
    {
        const bool whenever =
            std::holds_alternative<NoteAttendance>(change) || std::holds_alternative<FinishAction>(change);
        return by.session->run(QStringLiteral("SELECT kessai.change_meeting(%1, %2, '%3', %4, $b$%5$b$, '%6')")
                                   .arg(QString::number(meeting.id.value()),
                                        QString::number(whenever ? -1 : meeting.seq), QUuid::createUuid().toString(),
                                        QString::number(change.index()), QString::fromUtf8(changeBody(change)),
                                        pagesOf(change)));
    }
    std::vector<MeetingAct> actsFor(const Person &reader, MeetingId id)
    {
        const Outcome outcome =
            reader.session->run(QStringLiteral("SELECT seq, kind, item, body, made_by, made_name, made_at, previous, "
                                               "hash FROM kessai.meeting_acts(%1)")
                                    .arg(id.value()));
        EXPECT_EQ(outcome.ok, outcome.message != QLatin1String("NotFound"));
        std::vector<MeetingAct> acts;
        for (const QStringList &row : outcome.rows)
            acts.push_back({.seq = row[0].toInt(),
                            .kind = row[1].toInt(),
                            .item = row[2].toInt(),
                            .body = row[3].toUtf8(),
                            .by = StaffId(row[4].toLongLong()),
                            .name = row[5],
                            .at = Instant(row[6].toLongLong()),
                            .previous = row[7].toLatin1(),
                            .hash = row[8].toLatin1()});
        return acts;
    }
    void expectThere(const Meeting &known)
    {
        const auto rows = PostgresServer::instance().rows(
            database.name(),
            QStringLiteral("SELECT staff_id FROM kessai.meeting_there WHERE meeting_id = %1").arg(known.id.value()));
        ASSERT_TRUE(rows);
        QSet<qint64> there, noted;
        for (const QStringList &row : *rows)
            there.insert(row[0].toLongLong());
        for (const auto &[who, one] : known.attendance) {
            if (one.isThere())
                noted.insert(who.value());
        }
        EXPECT_EQ(there, noted);
    }
    /// Everybody is shown what they are to see, and it hangs together.
    void expectSights(const Meeting &known)
    {
        const auto secretary = std::find_if(people.begin(), people.end(), [&known](const Person &one) {
            const MeetingMember *member = known.member(one.reader.who);
            return member && member->role == MeetingRole::Secretary;
        });
        ASSERT_NE(secretary, people.end());
        const std::vector<MeetingAct> acts = actsFor(*secretary, known.id);
        const Meeting whole = foldMeeting(known.id, acts);
        EXPECT_FALSE(whole.damaged);
        EXPECT_EQ(whole.seq, known.seq);
        for (const Person &one : people) {
            const std::vector<MeetingAct> shown = actsFor(one, known.id);
            if (sightOf(whole, one.reader) == MeetingSight::None) {
                EXPECT_TRUE(shown.empty()) << qPrintable(one.login);
                continue;
            }
            EXPECT_TRUE(shown == seenActs(whole, one.reader, acts)) << qPrintable(one.login);
            const Meeting seen = foldMeeting(known.id, shown);
            EXPECT_FALSE(seen.damaged) << qPrintable(one.login);
            for (const AgendaItem &item : whole.items) {
                const AgendaItem *its = seen.item(item.id);
                ASSERT_EQ(its != nullptr, seesItem(whole, one.reader, item)) << qPrintable(one.login) << item.id;
                if (its) {
                    EXPECT_EQ(its->papers, item.papers) << qPrintable(one.login) << item.id;
                }
            }
        }
    }

    SceneDatabase database;
    std::vector<Person> people;
};

TEST_F(MeetingTwins, TakeTheSameAndShowTheSame)
{
    Random random(qEnvironmentVariableIsSet("KESSAI_SEED") ? qEnvironmentVariable("KESSAI_SEED").toULongLong()
                                                           : 20270201);
    const int histories =
        qEnvironmentVariableIsSet("KESSAI_HISTORIES") ? qEnvironmentVariableIntValue("KESSAI_HISTORIES") : 12;
    int taken = 0;
    int recorded = 0; // of what belongs to running meetings
    int refused = 0;
    for (int history = 0; history < histories; ++history) {
        Meeting meeting = foldMeeting(MeetingId(0), {});
        for (int step = 0; step < 80; ++step) {
            const Person &by = anybody(random, meeting);
            Whim whim(random, people, meeting);
            const MeetingChange what = meeting.seq == 0 ? MeetingChange(whim.plan()) : whim.change(by);
            const QString expected = meeting.seq > 0 && sightOf(meeting, by.reader) == MeetingSight::None
                    && !isOwnAction(meeting, what, by.reader.who)
                ? QStringLiteral("NotFound")
                : verdictOf(checkMeetingChange(meeting, what, by.reader.who));

            const Outcome outcome = change(by, meeting, what);

            ASSERT_EQ(outcome.ok ? QString() : outcome.message, expected)
                << "history " << history << ", step " << step << ", " << qPrintable(by.login) << ": "
                << changeBody(what).constData();
            refused += outcome.ok ? 0 : 1;
            if (!outcome.ok)
                continue;
            ++taken;
            recorded += what.index() > 9 ? 1 : 0;
            meeting.id = MeetingId(outcome.value().toLongLong());
            applyChange(meeting, what, by.reader.who, Instant(1));
            ++meeting.seq;
            if (step % 10 == 0)
                expectSights(meeting);
        }
        if (meeting.seq > 0) {
            expectSights(meeting);
            expectThere(meeting);
        }
    }
    EXPECT_GT(taken, histories * 10);
    EXPECT_GT(recorded, histories * 3);
    EXPECT_GT(refused, histories * 10);
}

TEST_F(MeetingTwins, TakeTheSameCasesForMinutes)
{
    Random random(20270202);
    const Person &sato = people.front();
    Meeting meeting = foldMeeting(MeetingId(0), {});
    const auto done = [&](const MeetingChange &what) {
        const Outcome outcome = change(sato, meeting, what);
        ASSERT_TRUE(outcome.ok) << qPrintable(outcome.message);
        meeting = foldMeeting(MeetingId(outcome.value().toLongLong()),
                              actsFor(sato, MeetingId(outcome.value().toLongLong())));
    };
    done(
        PlanMeeting{.title = QStringLiteral("庁議"), .day = QDate(2027, 2, 1), .begins = 540, .ends = 600, .room = {}});
    for (const MeetingState state : {MeetingState::Published, MeetingState::Running, MeetingState::Closed})
        done(SetState{state});
    const CaseId own = SceneDatabase::cases().fresh;
    const std::vector<QString> titles{QStringLiteral("庁議 会議録（令和9年2月1日）"),
                                      QStringLiteral("庁議 会議録（令和9年2月8日）"),
                                      QStringLiteral("庁議 会議録"),
                                      QStringLiteral("庁"),
                                      QStringLiteral("部長会議（令和9年2月1日）"),
                                      QStringLiteral("庁議").leftJustified(100, u'録'),
                                      QStringLiteral("庁議").leftJustified(99, u'録'),
                                      QStringLiteral("庁議𠮷").leftJustified(100, u'録'),
                                      QString()};
    int taken = 0;
    for (int round = 0; round < 60; ++round) {
        const MinutesCase minutes{.form = random.chance(80) ? QString(kMinutesForm) : QStringLiteral("leave"),
                                  .title = random.oneOf(titles),
                                  .submittedAt = random.chance(30)
                                      ? Instant(0)
                                      : Instant(meeting.closedAt.microseconds() + random.between(-1, 1))};
        ASSERT_TRUE(PostgresServer::instance().rows(
            database.name(),
            QStringLiteral("UPDATE kessai.case_file SET form = '%1', title = '%2', submitted_at = nullif(%3, 0)"
                           " WHERE case_id = %4")
                .arg(minutes.form, minutes.title, QString::number(minutes.submittedAt.microseconds()),
                     QString::number(own.value()))));

        const Outcome outcome = change(sato, meeting, FileMinutes{own});

        ASSERT_EQ(outcome.ok ? QString() : outcome.message, verdictOf(checkMinutes(meeting, minutes)))
            << qPrintable(minutes.form) << ' ' << qPrintable(minutes.title);
        meeting.seq += outcome.ok ? 1 : 0;
        taken += outcome.ok ? 1 : 0;
    }
    EXPECT_GT(taken, 5);
    EXPECT_LT(taken, 55);
}

} // namespace kessai::test
