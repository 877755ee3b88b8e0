// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplemeetings.h"

#include "app/admin/sample/samplefiling.h"
#include "app/admin/sample/samplepaper.h"
#include "core/base/canonical.h"
#include "core/base/shippedfile.h"
#include "core/base/textfold.h"
#include "core/meetings/minutes.h"
#include "core/meetings/pagematch.h"
#include "core/store/notary.h"

#include <QJsonArray>
#include <QSet>
#include <QUuid>

#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysBefore = 5; ///< duty days on which a meeting is prepared before it is held

/// A page: its heading and lines below it.
SamplePaper drawn(const QJsonArray &lines, int no, int of)
{
    SamplePaper page;
    page.text(105, 32, 18, lines.at(0).toString(), SamplePaper::Align::Centre);
    page.line(26, 38, 184, 38);
    double y = 56;
    for (qsizetype i = 1; i < lines.size(); ++i, y += 10)
        page.text(26, y, 12, lines.at(i).toString());
    page.text(105, 280, 9, u"%1 / %2"_s.arg(no).arg(of), SamplePaper::Align::Centre);
    page.text(105, 287, 7.5, u"見本（この書類は架空のものです）"_s, SamplePaper::Align::Centre);
    return page;
}

struct Booklet {
    QByteArray pdf;
    std::vector<PaperPage> pages;
};

Booklet bookletOf(const QJsonArray &pages)
{
    std::vector<SamplePaper> papers;
    Booklet booklet;
    for (const QJsonValue page : pages) {
        papers.push_back(drawn(page.toArray(), int(papers.size()) + 1, int(pages.size())));
        QStringList lines;
        for (const QJsonValue line : page.toArray())
            lines += line.toString();
        const QString text = lines.join(u' ');
        const QString folded = foldText(text);
        booklet.pages.push_back({printText(pagePrint(folded, {}, 0, 0)), folded, text});
    }
    booklet.pdf = bound(papers);
    return booklet;
}

/// Holds one meeting.
class SampleMeeting final {
public:
    SampleMeeting(const Office &office, const Holidays &holidays, FixedClock &clock, const FormDefinition &minutes,
                  const std::function<Notary &(StaffId)> &notaryOf, const QJsonObject &json, const QJsonObject &groups)
        : m_office(office), m_holidays(holidays), m_clock(clock), m_minutes(minutes), m_notaryOf(notaryOf),
          m_json(json), m_groups(groups), m_now(clock.now()), m_today(m_now.day())
    {
    }

    Result<> hold()
    {
        // What runs now does so whatever day it is.
        m_day = state() == MeetingState::Running ? m_today : dutyDay(m_today, m_json.value(u"duty"_s).toInt());
        const QDate prepared = std::min(dutyDay(m_day, -kDaysBefore), dutyDay(m_today, -1));
        m_clock.set(Instant::fromTokyo(prepared, QTime(10, 0)));
        for (const auto part : {&SampleMeeting::begin, &SampleMeeting::prepare, &SampleMeeting::publish,
                                &SampleMeeting::write, &SampleMeeting::meet, &SampleMeeting::close}) {
            if (const Result<> done = (this->*part)(); !done)
                return done;
        }
        return {};
    }

    bool hasMinutes() const { return m_whole.minutes.has_value(); }

private:
    QDate dutyDay(QDate day, int n) const
    {
        while (!m_holidays.isDuty(day))
            day = day.addDays(1);
        for (; n > 0; --n)
            day = m_holidays.dutyDayAfter(day, 1);
        for (; n < 0; ++n) {
            do
                day = day.addDays(-1);
            while (!m_holidays.isDuty(day));
        }
        return day;
    }
    std::optional<StaffId> holder(const QString &post) const
    {
        const Post *known = m_office.postByCode(post);
        const std::vector<StaffId> none;
        const std::vector<StaffId> &holders = known ? m_office.holders(known->id) : none;
        return holders.empty() ? std::nullopt : std::optional(holders.front());
    }
    StaffId who(const QString &post) const
    {
        const auto known = holder(post);
        if (!known)
            qFatal("sample meetings: nobody holds %s", qPrintable(post));
        return *known;
    }
    MeetingState state() const { return MeetingState(m_json.value(u"state"_s).toInt()); }
    StaffId secretary() const { return who(m_json.value(u"secretary"_s).toString()); }
    Result<> act(StaffId actor, const MeetingChange &change)
    {
        m_clock.set(Instant(m_clock.now().microseconds() + 90'000'000));
        const QString request =
            u"sample %1 %2 %3"_s.arg(m_json.value(u"title"_s).toString(), m_day.toString(Qt::ISODate)).arg(m_whole.seq);
        const auto changed = m_notaryOf(actor).changeMeeting(m_id, m_whole.seq, request, change);
        if (!changed)
            return changed.failure();
        m_id = *changed;
        applyChange(m_whole, change, actor, m_clock.now());
        ++m_whole.seq;
        return {};
    }

    Result<> begin()
    {
        const PlanMeeting plan{.title = m_json.value(u"title"_s).toString(),
                               .day = m_day,
                               .begins = m_json.value(u"begins"_s).toInt(),
                               .ends = m_json.value(u"ends"_s).toInt(),
                               .room = m_json.value(u"room"_s).toString(),
                               .rules = {.watermark = m_json.value(u"watermark"_s).toBool(),
                                         .inkDays = m_json.value(u"inkDays"_s).toInt(kInkStays)}};
        if (const Result<> begun = act(secretary(), plan); !begun)
            return begun;
        InviteMembers invitation;
        QSet<StaffId> invited;
        const auto invite = [&](const QString &post, MeetingRole role, const QString &because) {
            const auto person = holder(post);
            if (person && !invited.contains(*person)) {
                invited.insert(*person);
                invitation.members.push_back({*person, role, because});
            }
        };
        invite(m_json.value(u"secretary"_s).toString(), MeetingRole::Secretary, {});
        invite(m_json.value(u"helper"_s).toString(), MeetingRole::Secretary, {});
        const QString because = m_json.value(u"because"_s).toString();
        invite(m_json.value(u"chair"_s).toString(), MeetingRole::Chair, because);
        for (const QJsonValue post : m_groups.value(m_json.value(u"group"_s).toString()).toArray())
            invite(post.toString(), MeetingRole::Member, because);
        invite(m_json.value(u"observer"_s).toString(), MeetingRole::Observer, {});
        m_members = invitation.members;
        return act(secretary(), invitation);
    }

    Result<> prepare()
    {
        int no = 0;
        for (const QJsonValue value : m_json.value(u"items"_s).toArray()) {
            const QJsonObject json = value.toObject();
            const SetItem item{.item = ++no,
                               .no = no,
                               .title = json.value(u"title"_s).toString(),
                               .kind = ItemKind(json.value(u"kind"_s).toInt()),
                               .minutes = json.value(u"minutes"_s).toInt()};
            if (const Result<> set = act(secretary(), item); !set)
                return set;
            HideItem hiding{no, {}};
            for (const QJsonValue post : json.value(u"hiddenFrom"_s).toArray()) {
                if (const auto person = holder(post.toString()))
                    hiding.from.push_back(*person);
            }
            if (!hiding.from.empty()) {
                if (const Result<> hidden = act(secretary(), hiding); !hidden)
                    return hidden;
            }
            for (const QJsonValue paper : json.value(u"papers"_s).toArray()) {
                if (const Result<> put = begin(no, paper.toObject()); !put)
                    return put;
            }
        }
        return {};
    }

    /// Papers that come later are put in place after publishing.
    Result<> begin(int item, const QJsonObject &json)
    {
        if (json.value(u"late"_s).toBool()) {
            m_late.push_back({item, json});
            return {};
        }
        const int paper = ++m_papers;
        m_idOf[{item, int(++m_places[item])}] = paper;
        const QString title = json.value(u"title"_s).toString();
        if (const QString asked = json.value(u"ask"_s).toString(); !asked.isEmpty())
            return act(secretary(),
                       AskPaper{paper, item, title, who(asked), dutyDay(m_today, json.value(u"due"_s).toInt())});
        if (json.contains(u"revised"_s))
            m_revised.push_back({paper, item, json});
        return put(paper, item, 1, json, json.value(u"pages"_s).toArray());
    }

    Result<> put(int paper, int item, int revision, const QJsonObject &json, const QJsonArray &pages)
    {
        const Booklet booklet = bookletOf(pages);
        const Attachment file = describePaper(json.value(u"title"_s).toString() + u".pdf"_s, booklet.pdf);
        if (const auto sent = uploadPaper(m_notaryOf(secretary()), file, booklet.pdf); !sent)
            return sent;
        return act(secretary(),
                   PutPaper{paper, item, revision, json.value(u"title"_s).toString(), file, booklet.pages});
    }

    Result<> publish()
    {
        if (state() < MeetingState::Published)
            return {};
        if (const Result<> published = act(secretary(), SetState{MeetingState::Published}); !published)
            return published;
        for (const auto &[item, json] : m_late) {
            const int paper = ++m_papers;
            if (const Result<> late = put(paper, item, 1, json, json.value(u"pages"_s).toArray()); !late)
                return late;
        }
        return {};
    }

    /// Members read and write; then what was revised is replaced.
    Result<> write()
    {
        for (const QJsonValue value : m_json.value(u"ink"_s).toArray()) {
            const QJsonObject json = value.toObject();
            const auto person = holder(json.value(u"by"_s).toString());
            if (!person)
                continue;
            Ink ink;
            // The same office is the same ink: its id follows from what it is.
            ink.id = QUuid::createUuidV5(QUuid(), u"kessai sample ink %1 %2"_s.arg(m_id->value()).arg(++m_inks))
                         .toString(QUuid::WithoutBraces);
            ink.paper = m_idOf.at({json.value(u"item"_s).toInt(), json.value(u"paper"_s).toInt()});
            ink.page = json.value(u"page"_s).toInt();
            ink.audience = InkAudience(json.value(u"audience"_s).toInt());
            if (const QJsonArray place = json.value(u"highlight"_s).toArray(); !place.isEmpty()) {
                ink.shape.kind = InkKind::Highlight;
                ink.shape.places = {
                    {place.at(0).toDouble(), place.at(1).toDouble(), place.at(2).toDouble(), place.at(3).toDouble()}};
            } else {
                ink.shape.kind = InkKind::Note;
                ink.shape.points = {{float(json.value(u"x"_s).toDouble()), float(json.value(u"y"_s).toDouble()), 1}};
                ink.shape.text = json.value(u"text"_s).toString();
            }
            m_clock.set(Instant(m_clock.now().microseconds() + 600'000'000));
            Notary &notary = m_notaryOf(*person);
            if (const Result<> opened = notary.openPaper(*m_id, ink.paper, ink.revision); !opened)
                return opened;
            if (const Result<> put = notary.putInk(*m_id, {ink}); !put)
                return put;
        }
        for (const auto &[paper, item, json] : m_revised) {
            if (const Result<> replaced = put(paper, item, 2, json, json.value(u"revised"_s).toArray()); !replaced)
                return replaced;
        }
        return {};
    }

    /// Begins it, and records what came of its items.
    Result<> meet()
    {
        if (state() < MeetingState::Running)
            return {};
        const Instant begins = Instant::fromTokyo(m_day, QTime(0, 0).addSecs(60 * m_json.value(u"begins"_s).toInt()));
        m_clock.set(state() == MeetingState::Running ? Instant(m_now.microseconds() - 1'800'000'000) : begins);
        if (const Result<> opened = act(secretary(), SetState{MeetingState::Running}); !opened)
            return opened;
        if (const Result<> noted = act(secretary(), attendance()); !noted)
            return noted;
        if (const int paper = m_json.value(u"presented"_s).toInt()) {
            const ShowPlace place{{.paper = paper, .revision = 1, .page = 0, .pointer = {}}};
            if (const auto shown = m_notaryOf(secretary()).changeLive(*m_id, place); !shown)
                return shown.failure();
        }
        int item = 0;
        for (const QJsonValue value : m_json.value(u"items"_s).toArray()) {
            if (const Result<> settled = settle(++item, value.toObject()); !settled)
                return settled;
        }
        return {};
    }

    NoteAttendance attendance() const
    {
        const QJsonArray absent = m_json.value(u"absent"_s).toArray();
        const QJsonObject late = m_json.value(u"late"_s).toObject();
        NoteAttendance all;
        for (const MeetingMember &member : m_members)
            all.people.push_back({member.who, AttendanceState::Present});
        for (Attendance &one : all.people) {
            for (const QJsonValue post : absent) {
                if (holder(post.toString()) == one.who)
                    one.state = AttendanceState::Absent;
            }
            for (auto post = late.begin(); post != late.end(); ++post) {
                if (holder(post.key()) == one.who)
                    one = {one.who, AttendanceState::Late, post.value().toInt()};
            }
        }
        return all;
    }

    Result<> settle(int item, const QJsonObject &json)
    {
        for (const QJsonValue vote : json.value(u"votes"_s).toArray()) {
            if (const Result<> voted = this->vote(item, vote.toObject()); !voted)
                return voted;
        }
        for (const QJsonValue text : json.value(u"decisions"_s).toArray()) {
            if (const Result<> decided = act(secretary(), Resolve{m_whole.seq + 1, item, text.toString()}); !decided)
                return decided;
        }
        for (const QJsonValue value : json.value(u"actions"_s).toArray()) {
            const QJsonObject action = value.toObject();
            const AssignAction assigned{m_whole.seq + 1, item, action.value(u"text"_s).toString(),
                                        who(action.value(u"owner"_s).toString()),
                                        dutyDay(m_today, action.value(u"due"_s).toInt())};
            if (const Result<> given = act(secretary(), assigned); !given)
                return given;
            if (const QString done = action.value(u"done"_s).toString(); !done.isEmpty())
                m_finished.push_back({assigned.owner, {assigned.action, true, done}});
        }
        return {};
    }

    /// All say yes but those who are named.
    Result<> vote(int item, const QJsonObject &json)
    {
        const OpenVote opened{m_whole.seq + 1, item, json.value(u"question"_s).toString(),
                              json.value(u"byName"_s).toBool()};
        if (const Result<> asked = act(secretary(), opened); !asked)
            return asked;
        const auto isNamed = [&](const QString &list, StaffId person) {
            const QJsonArray posts = json.value(list).toArray();
            return std::any_of(posts.begin(), posts.end(),
                               [&](const QJsonValue &post) { return holder(post.toString()) == person; });
        };
        const NoteAttendance there = attendance();
        CloseVote closing{opened.vote};
        for (size_t i = 0; i < m_members.size(); ++i) {
            const MeetingMember &member = m_members[i];
            if (!there.people[i].isThere() || member.role == MeetingRole::Secretary
                || member.role == MeetingRole::Observer)
                continue;
            const BallotChoice choice = isNamed(u"no"_s, member.who) ? BallotChoice::No
                : isNamed(u"abstain"_s, member.who)                  ? BallotChoice::Abstain
                                                                     : BallotChoice::Yes;
            if (const auto cast = m_notaryOf(member.who).changeLive(*m_id, CastBallot{opened.vote, choice}); !cast)
                return cast.failure();
            closing.ballots.push_back({member.who, choice});
            ++(choice == BallotChoice::Yes ? closing.yes : choice == BallotChoice::No ? closing.no : closing.abstain);
        }
        return act(secretary(), closing);
    }

    Result<> close()
    {
        if (state() < MeetingState::Closed)
            return {};
        m_clock.set(Instant::fromTokyo(m_day, QTime(0, 0).addSecs(60 * m_json.value(u"ends"_s).toInt())));
        if (const Result<> closed = act(secretary(), SetState{MeetingState::Closed}); !closed)
            return closed;
        for (const auto &[owner, finished] : m_finished) {
            m_clock.set(Instant::fromTokyo(dutyDay(m_today, -1), QTime(15, 0)));
            if (const Result<> said = act(owner, finished); !said)
                return said;
        }
        return m_json.value(u"minutes"_s).toBool() ? draftMinutes() : Result<>();
    }

    Result<> draftMinutes()
    {
        const auto nameOf = [this](StaffId person) { return m_office.staff(person)->name(); };
        const auto drafted = m_notaryOf(secretary())
                                 .saveDraft({.id = {},
                                             .revision = 1,
                                             .content = minutesContent(m_whole, m_minutes, nameOf),
                                             .title = minutesTitle(m_whole),
                                             .amount = {}});
        return drafted ? act(secretary(), FileMinutes{*drafted}) : Result<>(drafted.failure());
    }

    struct Late {
        int item;
        QJsonObject json;
    };
    struct Revised {
        int paper;
        int item;
        QJsonObject json;
    };
    struct Finished {
        StaffId owner;
        FinishAction action;
    };
    const Office &m_office;
    const Holidays &m_holidays;
    FixedClock &m_clock;
    const FormDefinition &m_minutes;
    const std::function<Notary &(StaffId)> &m_notaryOf;
    const QJsonObject m_json;
    const QJsonObject m_groups;
    const Instant m_now;
    const QDate m_today;
    QDate m_day;
    std::vector<MeetingMember> m_members;
    std::vector<Finished> m_finished;
    std::optional<MeetingId> m_id;
    Meeting m_whole = foldMeeting(MeetingId(0), {});
    int m_papers = 0;
    int m_inks = 0;
    std::map<int, int> m_places;
    std::map<std::pair<int, int>, int> m_idOf; ///< by item and place
    std::vector<Late> m_late;
    std::vector<Revised> m_revised;
};

} // namespace

Result<int> holdSampleMeetings(const Office &office, const Holidays &holidays, FixedClock &clock,
                               const FormDefinition &minutes, const std::function<Notary &(StaffId)> &notaryOf)
{
    const QJsonObject json = shippedObject(u":/kessai/sample/meetings.json"_s);
    const Instant now = clock.now();
    int drafted = 0;
    for (const QJsonValue meeting : json.value(u"meetings"_s).toArray()) {
        clock.set(now);
        SampleMeeting held(office, holidays, clock, minutes, notaryOf, meeting.toObject(),
                           json.value(u"groups"_s).toObject());
        if (const Result<> done = held.hold(); !done)
            return done.failure();
        drafted += held.hasMinutes() ? 1 : 0;
    }
    clock.set(now);
    return drafted;
}

} // namespace kessai
