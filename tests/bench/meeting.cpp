// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/cases/numbers.h"
#include "core/services/deskthread.h"
#include "core/store/openstore.h"
#include "tests/bench/plainbell.h"
#include "tests/bench/sections.h"
#include "tests/bench/servertime.h"
#include "tests/support/officebuilder.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace kessai::bench {

namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr int kParticipants = 60;
constexpr double kMostMs = 300; ///< until everybody knows where the presenter is
constexpr int kShortestTurnMs = 500;
constexpr int kLongestTurnMs = 1'000;
constexpr int kPointerMs = 100;
constexpr int kBlock = 10;        ///< pages of which every third such run is pointed at
constexpr int kWriteMs = 3'000;   ///< from one stroke of a participant to the next
constexpr int kReadInkMs = 1'000; ///< at most so often ink is read, as in the window
constexpr int kPatienceMs = 60'000;

Time now()
{
    return std::chrono::steady_clock::now();
}

double since(Time begun, Time until)
{
    return std::chrono::duration<double, std::milli>(until - begun).count();
}

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// Turns the event loop until it is so, or patience is at an end.
bool wait(const std::function<bool()> &done)
{
    QEventLoop loop;
    QTimer look;
    const Time begun = now();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done() || since(begun, now()) > kPatienceMs)
            loop.quit();
    });
    look.start(5);
    loop.exec();
    return done();
}

const FormCatalog &noForms()
{
    static const FormCatalog none{{}};
    return none;
}

/// Somebody's seat at the meeting: a desk on a thread and a connection of its own, and what the window does with the bell.
class Participant final : public QObject {
public:
    Participant(const QString &database, const QString &login)
    {
        m_opened = m_desk.start([database, login]() -> Result<std::unique_ptr<Desk>> {
            auto store = openStore(test::staffUrl(database, login), std::nullopt, systemClock());
            if (!store)
                return store.failure();
            return std::make_unique<Desk>(std::move(store).value(), noForms(), systemClock());
        });
        connect(&m_desk, &DeskThread::rang, this, [this](Ring what) {
            if (what == Ring::Live)
                askLive();
            else if (!m_inkTimer.isActive())
                m_inkTimer.start(kReadInkMs);
        });
        m_inkTimer.setSingleShot(true);
        m_writeTimer.setSingleShot(true);
        connect(&m_inkTimer, &QTimer::timeout, this, [this] { readInk(); });
        connect(&m_writeTimer, &QTimer::timeout, this, [this] { write(); });
    }

    bool isOpen() const { return m_opened.isFinished() && m_opened.result().ok(); }
    bool isListening() const { return m_listening && m_listening->isFinished() && m_listening->result().ok(); }
    bool isIdle() const { return !m_asking && m_writing == 0; }
    void enter(MeetingId meeting)
    {
        m_meeting = meeting;
        askLive();
    }
    DeskThread &desk() { return m_desk; }
    MeetingId meeting() const { return m_meeting; }

    /// Writes strokes for everybody, on the page that is shown.
    void startWriting() { m_writeTimer.start(QRandomGenerator::global()->bounded(kWriteMs)); }
    void stopWriting() { m_writeTimer.stop(); }
    int written() const { return m_written; }
    int failed() const { return m_failed; }
    const QSet<QString> &inks() const { return m_inks; }
    void readInk()
    {
        const auto read = m_desk.ask([id = m_meeting, mark = m_inkMark](Desk &desk) { return desk.ink(id, mark); });
        read.then(this, [this](const Result<InkRead> &ink) {
            if (!ink) {
                ++m_failed;
                return;
            }
            m_inkMark = ink->mark;
            for (const Ink &one : ink->inks)
                m_inks.insert(one.id);
        });
    }

    /// When the state of the meeting with that mark, or a later one, was known; nothing while it is not.
    std::optional<Time> knew(qint64 mark) const
    {
        const auto first = std::lower_bound(m_seen.begin(), m_seen.end(), mark,
                                            [](const Seen &seen, qint64 one) { return seen.mark < one; });
        return first == m_seen.end() ? std::nullopt : std::optional(first->at);
    }
    int questions() const { return m_questions; }

private:
    struct Seen {
        qint64 mark;
        Time at;
    };

    void askLive()
    {
        if (m_asking) {
            m_again = true;
            return;
        }
        m_asking = true;
        ++m_questions;
        m_desk.ask([id = m_meeting](Desk &desk) { return desk.live(id); })
            .then(this, [this](const Result<LiveMeeting> &live) {
                m_asking = false;
                if (!live) {
                    ++m_failed;
                } else {
                    if (m_seen.empty() || m_seen.back().mark < live->mark)
                        m_seen.push_back({live->mark, now()});
                    m_place = live->place;
                    if (live->channel != m_channel) {
                        m_channel = live->channel;
                        m_listening = m_desk.listen(m_channel);
                    }
                }
                if (std::exchange(m_again, false))
                    askLive();
            });
    }
    void write()
    {
        Ink ink{.id = freshId(), .paper = 1, .page = m_place.page, .shape = {}, .audience = InkAudience::All};
        for (int i = 0; i < 40; ++i)
            ink.shape.points.push_back({0.2F + 0.01F * float(i), 0.3F + 0.002F * float(i % 7), 0.5F});
        m_writeTimer.start(QRandomGenerator::global()->bounded(kWriteMs * 3 / 4, kWriteMs * 5 / 4));
        ++m_writing;
        m_desk.run([id = m_meeting, ink](Desk &desk) { return desk.putInk(id, {ink}); })
            .then(this, [this](const Result<> &put) {
                --m_writing;
                put ? ++m_written : ++m_failed;
            });
    }

    MeetingId m_meeting{0};
    Answer<Result<DeskInfo>> m_opened;
    std::optional<Answer<Result<>>> m_listening;
    QByteArray m_channel;
    bool m_asking = false;
    bool m_again = false;
    int m_questions = 0;
    std::vector<Seen> m_seen;
    LivePlace m_place;
    QTimer m_inkTimer;
    QTimer m_writeTimer;
    qint64 m_inkMark = 0;
    QSet<QString> m_inks;
    int m_writing = 0;
    int m_written = 0;
    int m_failed = 0;
    DeskThread m_desk; ///< ends before all else here
};

/// What the presenter showed, and when.
struct Shown {
    bool turned = false; ///< a page, not the pointer
    Time at;
    qint64 mark = 0;
};

/// Turns pages through the presenter's own seat, and points at some of them.
class Presenter final : public QObject {
public:
    explicit Presenter(Participant &seat) : m_seat(seat)
    {
        m_turn.setSingleShot(true);
        connect(&m_turn, &QTimer::timeout, this, [this] { turn(); });
        connect(&m_point, &QTimer::timeout, this, [this] {
            if (!m_asking && m_page % (3 * kBlock) >= 2 * kBlock)
                show(false);
        });
    }
    void present(int first, int last)
    {
        m_page = first - 1;
        m_last = last;
        m_shown.clear();
        m_point.start(kPointerMs);
        turn();
    }
    bool isDone() const { return m_page == m_last && !m_turn.isActive() && !m_asking; }
    const std::vector<Shown> &shown() const { return m_shown; }
    int failed() const { return m_failed; }

private:
    void turn()
    {
        if (m_page == m_last) {
            m_point.stop();
            return;
        }
        if (m_asking) { // the pointer is under way; the page follows it
            m_turn.start(1);
            return;
        }
        ++m_page;
        show(true);
        m_turn.start(QRandomGenerator::global()->bounded(kShortestTurnMs, kLongestTurnMs));
    }
    void show(bool turned)
    {
        LivePlace place{.paper = 1, .revision = 1, .page = m_page};
        if (!turned)
            place.pointer =
                QPointF(QRandomGenerator::global()->generateDouble(), QRandomGenerator::global()->generateDouble());
        m_asking = true;
        const Time at = now();
        m_seat.desk()
            .run([id = m_seat.meeting(), place](Desk &desk) { return desk.changeLive(id, ShowPlace{place}); })
            .then(this, [this, turned, at](const Result<LiveMeeting> &live) {
                m_asking = false;
                if (live)
                    m_shown.push_back({turned, at, live->mark});
                else
                    ++m_failed;
            });
    }

    Participant &m_seat;
    QTimer m_turn;
    QTimer m_point;
    int m_page = 0;
    int m_last = 0;
    bool m_asking = false;
    int m_failed = 0;
    std::vector<Shown> m_shown;
};

/// An office with that many clerks, the first of whom is the secretary.
OfficeFounding founding(QStringList &logins)
{
    test::SmallOffice small;
    for (int n = 0; n < kParticipants; ++n) {
        logins += QStringLiteral("clerk%1").arg(n);
        small.builder.staff(logins.back(), QStringLiteral("職員"), QString::number(n), small.clerk);
    }
    OfficeFounding founding;
    founding.configuration.officeName = QStringLiteral("見本市役所");
    founding.configuration.office = small.builder.history();
    founding.configuration.parameters = shippedParameters();
    founding.madeBy = QStringLiteral("bench");
    founding.reason = QStringLiteral("bench");
    return founding;
}

Result<Attachment> upload(Store &store, const QByteArray &bytes)
{
    const Attachment file{.name = QStringLiteral("資料.pdf"),
                          .mediaType = QStringLiteral("application/pdf"),
                          .size = bytes.size(),
                          .sha256 = sha256Hex(bytes),
                          .chunks = {sha256Hex(bytes)}};
    const auto begun = store.blobs().begin(file);
    if (!begun)
        return begun.failure();
    if (*begun) {
        if (const Result<> put = store.blobs().put(**begun, 0, bytes); !put)
            return put.failure();
        if (const Result<> finished = store.blobs().finish(**begun); !finished)
            return finished.failure();
    }
    return file;
}

/// A running meeting of everybody with a book of so many pages; what is in the file is nobody's concern here.
Result<MeetingId> beginMeeting(const QString &database, const QStringList &logins, int pages)
{
    auto store = openStore(test::staffUrl(database, logins.front()), std::nullopt, systemClock());
    if (!store)
        return store.failure();
    const auto file = upload(**store, "a book");
    const auto known = (*store)->office().configuration();
    if (!file || !known)
        return file ? known.failure() : file.failure();
    InviteMembers everybody;
    for (const QString &login : logins) {
        for (const auto &one : known->office.staff) {
            if (one.value.login == login)
                everybody.members.push_back(
                    {one.value.id, everybody.members.empty() ? MeetingRole::Secretary : MeetingRole::Member, {}});
        }
    }
    const std::vector<MeetingChange> acts{
        PlanMeeting{.title = QStringLiteral("庁議"), .day = QDate(2027, 2, 1), .begins = 540, .ends = 720, .room = {}},
        everybody,
        SetItem{.item = 1, .no = 1, .title = QStringLiteral("予算")},
        PutPaper{.paper = 1,
                 .item = 1,
                 .revision = 1,
                 .title = QStringLiteral("予算書"),
                 .file = *file,
                 .pages = std::vector<PaperPage>(size_t(pages), {QStringLiteral("p"), QStringLiteral("予算")})},
        SetState{MeetingState::Published},
        SetState{MeetingState::Running}};
    std::optional<MeetingId> id;
    int seen = 0;
    for (const MeetingChange &act : acts) {
        const auto done = (*store)->meetings().change(id, seen++, freshId(), act);
        if (!done)
            return done.failure();
        id = done->id;
    }
    return *id;
}

QString percentiles(const std::vector<double> &values)
{
    return QStringLiteral("p50 %1, p95 %2, p99 %3, most %4 ms")
        .arg(decimals(percentile(values, 50), 0), decimals(percentile(values, 95), 0),
             decimals(percentile(values, 99), 0), decimals(percentile(values, 100), 0));
}

using Room = std::vector<std::unique_ptr<Participant>>;

/// Presents some pages to everybody and says how long they took to know.
Result<> follow(Report &report, Room &room, Presenter &presenter, int first, int last, const QString &how,
                const std::vector<double> &plain)
{
    const double before = serverTime();
    const std::clock_t mine = std::clock();
    const Time begun = now();
    int asked = 0;
    for (const auto &seat : room)
        asked -= seat->questions();
    presenter.present(first, last);
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (presenter.isDone())
            loop.quit();
    });
    look.start(50);
    loop.exec();
    const double spent = since(begun, now());
    const double server = (serverTime() - before) / spent;
    const double clients = double(std::clock() - mine) * 1000 / CLOCKS_PER_SEC / spent;
    for (const auto &seat : room) {
        asked += seat->questions();
        seat->stopWriting();
    }
    const auto everybodyKnows = [&] {
        return std::all_of(room.begin(), room.end(), [&](const auto &seat) {
            return seat->isIdle() && (presenter.shown().empty() || seat->knew(presenter.shown().back().mark));
        });
    };
    if (!wait(everybodyKnows))
        return fail(ErrorCode::Internal, QStringLiteral("not everybody was told where the presenter is"));

    std::vector<double> turns;
    std::vector<double> points;
    for (const Shown &shown : presenter.shown()) {
        for (size_t i = 1; i < room.size(); ++i)
            (shown.turned ? turns : points).push_back(since(shown.at, *room[i]->knew(shown.mark)));
    }
    const auto bar = [&](const QString &what, const std::vector<double> &known) {
        report.line(how + what, percentiles(known), QStringLiteral("plain SQL: ") + percentiles(plain),
                    decimals(percentile(known, 99) / percentile(plain, 99)), QStringLiteral("p99 ≤ %1 ms").arg(kMostMs),
                    percentile(known, 99) <= kMostMs);
    };
    bar(QStringLiteral(": a page turned"), turns);
    bar(QStringLiteral(": the pointer moved"), points);
    report.line(how + QStringLiteral(": load"),
                QStringLiteral("server %1 % of a core, clients %2 %, %3 questions/s")
                    .arg(decimals(server * 100, 0), decimals(clients * 100, 0), decimals(asked * 1000 / spent, 0)),
                {}, {}, QStringLiteral("for information"), {});
    return {};
}

} // namespace

Result<> measureMeeting(Report &report, int pages)
{
    auto &server = test::PostgresServer::instance();
    const QString database = QStringLiteral("meeting");
    QStringList logins;
    Result<> made = server.run(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + database);
    if (made)
        made = test::foundServerOffice(database, founding(logins), systemClock());
    if (!made)
        return made;
    const auto meeting = beginMeeting(database, logins, pages);
    if (!meeting)
        return meeting.failure();
    const auto plain = plainBell(database, kParticipants - 1);
    if (!plain)
        return plain.failure();

    Room room;
    for (const QString &login : logins)
        room.push_back(std::make_unique<Participant>(database, login));
    const auto all = [&room](auto is) {
        return [&room, is] {
            return std::all_of(room.begin(), room.end(), [is](const auto &seat) { return ((*seat).*is)(); });
        };
    };
    if (!wait(all(&Participant::isOpen)))
        return fail(ErrorCode::Unreachable, QStringLiteral("not everybody could sign in"));
    for (const auto &seat : room)
        seat->enter(*meeting);
    if (!wait(all(&Participant::isListening)))
        return fail(ErrorCode::Unreachable, QStringLiteral("not everybody listens"));

    report.section(QStringLiteral("A meeting of %1 on PostgreSQL, fsync on").arg(kParticipants),
                   QStringLiteral("%1 pages, one turned every %2 to %3 ms, on a third of them the pointer moves ten "
                                  "times a second. Everybody has a "
                                  "desk, a thread and a connection of their own, listens, and asks how the meeting "
                                  "stands when the bell rings; what is "
                                  "measured is from the presenter's wish until another window knows. Plain SQL: as "
                                  "many listeners with nothing but a row "
                                  "to read. All on this machine.")
                       .arg(QString::number(pages), QString::number(kShortestTurnMs), QString::number(kLongestTurnMs)));
    Presenter presenter(*room.front());
    const int half = pages / 2;
    if (const Result<> followed = follow(report, room, presenter, 0, half - 1, QStringLiteral("Following"), *plain);
        !followed)
        return followed;
    for (const auto &seat : room)
        seat->startWriting();
    if (const Result<> followed =
            follow(report, room, presenter, half, pages - 1, QStringLiteral("Following while all write"), *plain);
        !followed)
        return followed;

    int written = 0;
    int failed = presenter.failed();
    for (const auto &seat : room) {
        written += seat->written();
        failed += seat->failed();
        seat->readInk();
    }
    const auto complete = [&] {
        return std::all_of(room.begin(), room.end(),
                           [written](const auto &seat) { return seat->inks().size() == written; });
    };
    const bool whole = wait(complete);
    report.line(QStringLiteral("Shared ink"),
                QStringLiteral("%1 pieces by %2, %3 calls failed").arg(written).arg(kParticipants).arg(failed), {}, {},
                QStringLiteral("all have all"), whole && failed == 0 && written > 0);
    return {};
}

} // namespace kessai::bench
