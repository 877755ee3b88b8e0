// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingwords.h"

#include "ui/formview/timetext.h"
#include "ui/meetings/agendamodel.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace kessai {

namespace {

struct MeetingWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::MeetingWords)
};

} // namespace

PaperReaders readersOf(const Meeting &meeting, int paper, const std::vector<PaperOpened> &opened)
{
    PaperReaders readers;
    const AgendaItem *item = meeting.itemOf(paper);
    const Paper *read = meeting.paper(paper);
    if (!item || !read || read->files.empty())
        return readers;
    const PaperFile &newest = read->files.back();
    for (const MeetingMember &member : meeting.members) {
        if (item->isHiddenFrom(member.who) || newest.by == member.who)
            continue;
        const bool has = std::any_of(opened.begin(), opened.end(), [&](const PaperOpened &one) {
            return one.who == member.who && one.paper == paper && one.revision == newest.revision;
        });
        (has ? readers.opened : readers.missing).push_back(member.who);
    }
    return readers;
}

QString memberName(const Office &office, StaffId who)
{
    const Staff *staff = office.staff(who);
    return staff ? staff->name() : QString::number(who.value());
}

QString namesOf(const Office &office, const std::vector<StaffId> &people)
{
    QStringList names;
    for (const StaffId who : people)
        names += memberName(office, who);
    return names.join(MeetingWords::tr(", ", "between names"));
}

QString itemName(const AgendaItem &item)
{
    return AgendaModel::tr("%1. %2", "number and title of an item of the agenda")
        .arg(QString::number(item.no), item.title);
}

bool isSecretaryOf(const Meeting &meeting, StaffId who)
{
    const MeetingMember *member = meeting.member(who);
    return member && member->role == MeetingRole::Secretary;
}

bool conducts(const Meeting &meeting, StaffId who)
{
    const MeetingMember *member = meeting.member(who);
    return member && (member->role == MeetingRole::Secretary || member->role == MeetingRole::Chair);
}

ChipLook attendanceChip(const Attendance &attendance)
{
    QString word = attendanceName(attendance.state).text(englishWording());
    if (attendance.minute >= 0)
        word += QLatin1Char(' ') + writeTime(attendance.minute);
    switch (attendance.state) {
    case AttendanceState::Unknown: return {};
    case AttendanceState::Present: return {QStringLiteral("user-check"), word, Token::SuccessText, Token::SuccessFill};
    case AttendanceState::Late: return {QStringLiteral("clock"), word, Token::WarnText, Token::WarnFill};
    case AttendanceState::Left: return {QStringLiteral("logout"), word, Token::WarnText, Token::WarnFill};
    case AttendanceState::Absent: return {QStringLiteral("circle-x"), word, Token::NeutralText, Token::NeutralFill};
    }
    return {};
}

QString pressToBegin()
{
    return MeetingWords::tr("Press again: it begins now");
}

QString countsOf(const Vote &vote)
{
    const QString counts =
        MeetingWords::tr("%1 yes ・ %2 no ・ %3 abstained").arg(vote.yes).arg(vote.no).arg(vote.abstain);
    const int silent = vote.silent.value_or(0);
    return silent > 0 ? MeetingWords::tr("%1 ・ %2 did not vote").arg(counts).arg(silent) : counts;
}

} // namespace kessai
