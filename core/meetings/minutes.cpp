// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/minutes.h"

#include "core/calendar/era.h"

#include <QStringList>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString clockTime(int minute)
{
    return u"%1時%2分"_s.arg(minute / 60).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString clockTime(Instant at)
{
    const QTime time = at.tokyo().time();
    return clockTime(time.hour() * 60 + time.minute());
}

/// From when to when it was: as it was held, and as it was planned where that differs.
QString heldWhen(const Meeting &meeting)
{
    const QString planned = u"%1から%2まで"_s.arg(clockTime(meeting.begins), clockTime(meeting.ends));
    if (meeting.begunAt == Instant(0) || meeting.closedAt == Instant(0))
        return eraDateWithWeekday(meeting.day) + u'　' + planned;
    const QDate day = meeting.begunAt.day();
    const QDate last = meeting.closedAt.day();
    QString held = clockTime(meeting.begunAt) + u"から"_s;
    if (last != day)
        held += eraDateWithWeekday(last) + u'　';
    held = eraDateWithWeekday(day) + u'　' + held + clockTime(meeting.closedAt) + u"まで"_s;
    const QString asPlanned = eraDateWithWeekday(meeting.day) + u'　' + planned;
    if (held == asPlanned)
        return held;
    return held + u"（予定　%1）"_s.arg(day == meeting.day ? planned : asPlanned);
}

class MinutesWriter final {
public:
    MinutesWriter(const Meeting &meeting, const std::function<QString(StaffId)> &nameOf)
        : m_meeting(meeting), m_nameOf(nameOf)
    {
    }

    QStringList write()
    {
        m_lines = {u"%1の会議録を次のとおり作成してよろしいか伺います。"_s.arg(m_meeting.title),
                   {},
                   u"1　日時　%1"_s.arg(heldWhen(m_meeting))};
        if (!m_meeting.room.isEmpty())
            m_lines.append(u"2　場所　%1"_s.arg(m_meeting.room));
        else
            m_lines.append(u"2　場所　（記入）"_s);
        m_lines.append(u"3　出席者"_s);
        writeAttendance();
        m_lines.append(u"4　議題と結果"_s);
        for (const AgendaItem &item : m_meeting.items) {
            if (item.hiddenFrom.empty())
                writeItem(item);
            else
                m_lines.append(u"（%1）（一部の出席者に示さない議題）"_s.arg(item.no));
        }
        return std::move(m_lines);
    }

private:
    enum class Came { Yes, No, NotNoted };

    void writeAttendance()
    {
        writePeople(u"議長"_s, MeetingRole::Chair, Came::Yes);
        writePeople(u"出席"_s, MeetingRole::Member, Came::Yes);
        writePeople(u"欠席"_s, MeetingRole::Chair, Came::No);
        writePeople(u"欠席"_s, MeetingRole::Member, Came::No);
        writePeople(u"出欠未確認"_s, MeetingRole::Chair, Came::NotNoted);
        writePeople(u"出欠未確認"_s, MeetingRole::Member, Came::NotNoted);
        writePeople(u"事務局"_s, MeetingRole::Secretary, Came::Yes);
        writePeople(u"陪席"_s, MeetingRole::Observer, Came::Yes);
    }
    /// Those of a role who were there at some time, who were not, or of whom nothing was noted: nobody is absent for want of a note.
    void writePeople(const QString &heading, MeetingRole role, Came wanted)
    {
        QStringList people;
        for (const MeetingMember &member : m_meeting.members) {
            const auto noted = m_meeting.attendance.find(member.who);
            const AttendanceState state =
                noted == m_meeting.attendance.end() ? AttendanceState::Unknown : noted->second.state;
            const Came came = state == AttendanceState::Unknown ? Came::NotNoted
                : state == AttendanceState::Absent              ? Came::No
                                                                : Came::Yes;
            if (member.role != role || came != wanted)
                continue;
            QString name = m_nameOf(member.who);
            if (state == AttendanceState::Late)
                name += u"（%1から）"_s.arg(clockTime(noted->second.minute));
            if (state == AttendanceState::Left)
                name += u"（%1まで）"_s.arg(clockTime(noted->second.minute));
            people.append(name);
        }
        if (!people.isEmpty())
            m_lines.append(u"　　%1　%2"_s.arg(heading, people.join(u"、"_s)));
    }
    void writeItem(const AgendaItem &item)
    {
        m_lines.append(u"（%1）%2（%3）"_s.arg(QString::number(item.no), item.title, itemKindName(item.kind).ja));
        for (const Paper &paper : item.papers) {
            if (!paper.files.empty()) // what was never handed in was not before the meeting
                m_lines.append(u"　　%1　%2"_s.arg(paperLabel(item, paper.id), paper.title));
        }
        for (const Resolution &one : m_meeting.resolutions) {
            if (one.item == item.id)
                m_lines.append(u"　　決定　%1"_s.arg(one.text));
        }
        for (const Vote &vote : m_meeting.votes) {
            if (vote.item == item.id && !vote.open && !vote.calledOff)
                writeVote(vote);
        }
        for (const MeetingAction &one : m_meeting.actions) {
            if (one.item == item.id)
                m_lines.append(u"　　対応　%1（%2、%3まで）"_s.arg(one.text, m_nameOf(one.owner), eraDate(one.due)));
        }
    }
    void writeVote(const Vote &vote)
    {
        QString line = u"　　採決　%1　賛成%2、反対%3、棄権%4"_s.arg(
            vote.question, QString::number(vote.yes), QString::number(vote.no), QString::number(vote.abstain));
        if (vote.silent.value_or(0) > 0) // who did not choose has not abstained
            line += u"、投票せず%1"_s.arg(*vote.silent);
        m_lines.append(line);
        for (const BallotChoice choice : {BallotChoice::Yes, BallotChoice::No, BallotChoice::Abstain}) {
            QStringList people;
            for (const Ballot &ballot : vote.ballots) {
                if (ballot.choice == choice)
                    people.append(m_nameOf(ballot.who));
            }
            if (!people.isEmpty())
                m_lines.append(u"　　　　%1　%2"_s.arg(ballotChoiceName(choice).ja, people.join(u"、"_s)));
        }
    }

    const Meeting &m_meeting;
    const std::function<QString(StaffId)> &m_nameOf;
    QStringList m_lines;
};

} // namespace

QString minutesText(const Meeting &meeting, const std::function<QString(StaffId)> &nameOf)
{
    static const QString kRest = u"（以下、省略）"_s;
    QString text;
    for (const QString &line : MinutesWriter(meeting, nameOf).write()) {
        if (text.size() + line.size() + 1 + kRest.size() > kMostMinutesText)
            return text + kRest;
        text += line + u'\n';
    }
    return text.trimmed();
}

QString minutesTitle(const Meeting &meeting)
{
    return u"%1 会議録（%2）"_s.arg(meeting.title, eraDate(meeting.day));
}

namespace {

/// The day tells meetings apart that are held again and again; the title of a case may have no room for all of a long one's.
bool namesMeeting(const QString &title, const Meeting &held)
{
    const QString day = u"年%1月%2日"_s.arg(held.day.month()).arg(held.day.day());
    const bool isFull = title.size() >= kMostMinutesTitle;
    return (title.contains(held.title) && title.contains(day))
        || (isFull && (title.startsWith(held.title) || held.title.startsWith(title)));
}

} // namespace

Result<> checkMinutes(const Meeting &held, const MinutesCase &minutes)
{
    const auto invalid = [](const char *why) { return fail(ErrorCode::Invalid, QLatin1String(why)); };
    if (minutes.form != kMinutesForm)
        return invalid("minutes are a draft for decision");
    if (!namesMeeting(minutes.title, held))
        return invalid("minutes name their meeting and its day");
    if (minutes.submittedAt != Instant(0) && minutes.submittedAt < held.closedAt)
        return invalid("minutes are filed after the meeting");
    return minutes.elsewhere ? Result<>(invalid("minutes are of one meeting")) : Result<>();
}

std::optional<QDate> inkEndOf(const Meeting &held, const MinutesCase &minutes)
{
    if (held.rules.inkDays == kInkStays || minutes.decidedAt == Instant(0) || !checkMinutes(held, minutes))
        return {};
    return minutes.decidedAt.day().addDays(held.rules.inkDays);
}

Content minutesContent(const Meeting &meeting, const FormDefinition &definition,
                       const std::function<QString(StaffId)> &nameOf)
{
    Content content{definition.code, definition.revision, {}, {}};
    for (const FieldDefinition &field : definition.fields) {
        if (field.kind == FieldKind::Choice && !field.initial.isEmpty())
            content.fields.insert(field.key, field.initial);
        if (field.key == QLatin1String("subject"))
            content.fields.insert(field.key, minutesTitle(meeting).left(field.maxLength));
        if (field.key == QLatin1String("body"))
            content.fields.insert(field.key, minutesText(meeting, nameOf));
    }
    return content;
}

} // namespace kessai
