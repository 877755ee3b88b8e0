// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/overtimework.h"

#include "forms/support/dutyledger.h"
#include "forms/support/shift.h"
#include "forms/support/wording.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

void append(std::vector<WorkPiece> &pieces, const WorkPiece &piece)
{
    if (piece.hours.minutes() == 0)
        return;
    if (!pieces.empty() && pieces.back().day == piece.day && pieces.back().holiday == piece.holiday
        && pieces.back().hours.until == piece.hours.from)
        pieces.back().hours.until = piece.hours.until;
    else
        pieces.push_back(piece);
}

Bilingual dayKindText(DayKind kind)
{
    switch (kind) {
    case DayKind::Duty: return {u"平日"_s, u"a working day"_s};
    case DayKind::WeeklyOff: return {u"週休日"_s, u"a weekly day off"_s};
    case DayKind::Holiday: return {u"休日"_s, u"a public holiday"_s};
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<WorkPiece> workPieces(const QDate &day, const std::vector<Stretch> &work, const Numbers &numbers)
{
    std::vector<WorkPiece> pieces;
    for (const Stretch &stretch : work) {
        for (int offset = 0; offset <= 1; ++offset) {
            const QDate date = day.addDays(offset);
            const qint64 shifted = offset * kMinutesOfDay;
            const Stretch here = common({stretch.from - shifted, stretch.until - shifted}, {0, kMinutesOfDay});
            if (numbers.holidays().kind(date) != DayKind::Holiday) {
                append(pieces, {date, here, false});
                continue;
            }
            const Shift shift = Shift::on(date, numbers);
            qint64 from = 0;
            for (const Stretch &hours : {shift.morning, shift.afternoon}) {
                append(pieces, {date, common(here, {from, hours.from}), false});
                append(pieces, {date, common(here, hours), true});
                from = hours.until;
            }
            append(pieces, {date, common(here, {from, kMinutesOfDay}), false});
        }
    }
    return pieces;
}

qint64 minutesOf(const std::vector<WorkPiece> &pieces)
{
    qint64 minutes = 0;
    for (const WorkPiece &piece : pieces)
        minutes += piece.hours.minutes();
    return minutes;
}

const WorkLedgers &orderLedgers()
{
    static const WorkLedgers ledgers{u"overtime.order.minutes"_s, u"overtime.holiday.order.minutes"_s};
    return ledgers;
}

const WorkLedgers &resultLedgers()
{
    static const WorkLedgers ledgers{u"overtime.minutes"_s, u"overtime.holiday.minutes"_s};
    return ledgers;
}

std::vector<Posting> workPostings(const std::vector<WorkPiece> &pieces, StaffId staff, const WorkLedgers &ledgers)
{
    std::vector<Posting> postings;
    for (const WorkPiece &piece : pieces) {
        postings.push_back({piece.holiday ? ledgers.holiday : ledgers.overtime, staffAccount(staff), piece.day,
                            piece.hours.minutes(), static_cast<int>(piece.hours.from)});
    }
    return postings;
}

std::vector<Insight> workTakenBack(const Bilingual &what, const std::vector<Posting> &postings,
                                   const WorkLedgers &ledgers)
{
    qint64 minutes = 0;
    for (const Posting &posting : postings)
        minutes += posting.ledger == ledgers.overtime || posting.ledger == ledgers.holiday ? posting.amount : 0;
    if (minutes == 0)
        return {};
    Insight insight;
    insight.text = fill({u"%1 %2がなくなります"_s, u"Takes away %1 of %2"_s},
                        {{what.ja, spanText(minutes).en}, {spanText(minutes).ja, what.en}});
    return {insight};
}

std::vector<Finding> reportedWork(const std::vector<Posting> &ordered, const FormContext &context)
{
    std::vector<LedgerStretch> reported = stretchesIn(context.answer(resultLedgers().overtime));
    for (const LedgerStretch &holiday : stretchesIn(context.answer(resultLedgers().holiday)))
        reported.push_back(holiday);
    for (const Posting &posting : ordered) {
        if ((posting.ledger != orderLedgers().overtime && posting.ledger != orderLedgers().holiday) || !posting.start)
            continue;
        const auto worked =
            shared({{*posting.start, *posting.start + posting.amount}}, stretchesOn(posting.day, reported));
        if (worked.empty())
            continue;
        return {errorOn(
            "",
            fill(
                {u"%1の勤務実績（%2）は、この命令によるものです。先にその実績を取り消すか、確認の前なら引き戻してから、"
                 u"命令を取り消してください。"_s,
                 u"The result of %1 (%2) rests on this order. First cancel that result, or withdraw it while "
                 u"it is not confirmed; then cancel the order."_s},
                {dayText(posting.day), hoursText(worked)}),
            u"時間外勤務命令取扱規程（命令の範囲）"_s)};
    }
    return {};
}

Bilingual hoursText(const std::vector<Stretch> &hours)
{
    QStringList ja;
    QStringList en;
    for (const Stretch &stretch : hours) {
        ja += clockText(stretch.from) + u"〜"_s + clockText(stretch.until);
        en += clockText(stretch.from) + u"–"_s + clockText(stretch.until);
    }
    return {ja.join(u"、"_s), en.join(u", "_s)};
}

Bilingual workKindText(DayKind kind)
{
    switch (kind) {
    case DayKind::Duty: return {u"平日の時間外勤務"_s, u"Overtime on a working day"_s};
    case DayKind::WeeklyOff: return {u"週休日の勤務"_s, u"Work on a weekly day off"_s};
    case DayKind::Holiday: return {u"休日の勤務"_s, u"Work on a public holiday"_s};
    }
    Q_UNREACHABLE();
}

Bilingual workText(const QDate &first, const QDate &last, const Numbers &numbers)
{
    const DayKind begin = numbers.holidays().kind(first);
    const DayKind end = numbers.holidays().kind(last);
    if (begin != end) {
        return fill({u"%1（0時からは%2）"_s, u"%1 (from midnight %2)"_s}, {workKindText(begin), dayKindText(end)});
    }
    if (const QString name = numbers.holidays().name(first); begin == DayKind::Holiday && !name.isEmpty())
        return fill({u"%1（%2）"_s, u"%1 (%2)"_s}, {workKindText(begin), same(name)});
    return workKindText(begin);
}

std::optional<Insight> changedDay(const QDate &day, const DutyCalendar &calendar, const Numbers &numbers)
{
    const DayKind now = calendar.on(day).kind;
    if (now == numbers.holidays().kind(day))
        return std::nullopt;
    Insight insight;
    switch (now) {
    case DayKind::Duty:
        insight.text = {u"振替により勤務日です。正規の勤務時間の外が時間外勤務になります"_s,
                        u"A working day by an exchange; overtime is what lies outside its hours"_s};
        break;
    case DayKind::WeeklyOff: insight.text = {u"振替により週休日です"_s, u"A weekly day off by an exchange"_s}; break;
    case DayKind::Holiday: insight.text = {u"代休日です"_s, u"A day off given for a holiday"_s}; break;
    }
    return insight;
}

std::vector<Finding> regularHoursFindings(const QDate &day, const std::vector<WorkPiece> &pieces,
                                          const DutyCalendar &calendar, const char *firstField, const char *lastField)
{
    std::vector<Finding> findings;
    for (const QDate &date : {day, day.addDays(1)}) {
        const DutyDay duty = calendar.on(date);
        if (duty.kind != DayKind::Duty)
            continue;
        qint64 regular = 0;
        for (const WorkPiece &piece : pieces)
            regular += piece.day == date ? duty.within(piece.hours) : 0;
        if (regular == 0)
            continue;
        findings.push_back(errorOn(
            date == day ? firstField : lastField,
            fill({u"%1の正規の勤務時間（%2）と重なっています。"_s, u"This overlaps the regular hours of %1 (%2)."_s},
                 {dayText(date), hoursText(duty.hours)}),
            u"勤務時間条例準則; 人事院規則15-14"_s));
    }
    return findings;
}

} // namespace kessai
