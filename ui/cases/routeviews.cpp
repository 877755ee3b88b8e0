// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/routeviews.h"

#include "core/calendar/era.h"
#include "ui/caseword.h"

#include <QCoreApplication>

namespace kessai {

namespace {

struct StripWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::RouteStrip)
};

RouteMark routeMark(Mark mark)
{
    switch (mark) {
    case Mark::Waiting:
    case Mark::Void: return RouteMark::Waiting; // this round ended before it came here; its circle stays empty
    case Mark::Open: return RouteMark::Current;
    case Mark::Mine: return RouteMark::Mine;
    case Mark::Approved:
    case Mark::Read: return RouteMark::Done;
    case Mark::Returned: return RouteMark::Returned;
    case Mark::Rejected: return RouteMark::Rejected;
    case Mark::Skipped:
    case Mark::PostReview:
    case Mark::PostReviewed: return RouteMark::Skipped;
    case Mark::Objected: return RouteMark::Returned;
    }
    return RouteMark::Waiting;
}

QString waitingText(Instant since, Instant now)
{
    const qint64 days = since.day().daysTo(now.day());
    return days <= 0 ? StripWords::tr("since today") : StripWords::tr("for %n day(s)", nullptr, int(days));
}

RouteSeat seatOf(const StepView &step, const AssignmentView &a, std::optional<Instant> now)
{
    RouteSeat seat;
    seat.mark = routeMark(a.mark);
    seat.post = a.title;
    if (a.actedAt) {
        seat.section = a.actedSection;
        seat.name = a.actedName;
        seat.stampDate = stampDate(a.actedAt->day());
        seat.when = a.actedAt->tokyo().toString(QStringLiteral("M/d HH:mm"));
        seat.act = step.no == 0 ? StripWords::tr("filed") : actWord(a.mark, step.kind);
        seat.actingFor = a.principalName;
        if (a.manner == Manner::Acting) {
            // Decided in the place of whoever holds the post, who reads it afterwards.
            seat.mark = RouteMark::Done;
            seat.actingFor = a.title;
            seat.act = StripWords::tr("decided; %1").arg(actWord(a.mark, step.kind));
        } else if (a.manner == Manner::PullUp) {
            seat.act = StripWords::tr("%1, pulled up").arg(seat.act);
        }
        if (a.kept)
            seat.act = StripWords::tr("%1, still stands").arg(seat.act);
        return seat;
    }
    if (a.mark == Mark::PostReview || a.mark == Mark::PostReviewed)
        seat.act = actWord(a.mark, step.kind);
    const bool waiting = a.mark == Mark::Open || a.mark == Mark::Mine || a.mark == Mark::Waiting;
    if (a.holders.isEmpty() && waiting && step.no != 0)
        seat.mark = RouteMark::Vacant;
    // Several holders of one post share its work; the post's name says more than one of theirs.
    seat.name = a.holders.size() == 1 ? a.holders.front() : a.title;
    if (a.reviewedAt) {
        seat.name = a.reviewedName;
        seat.when = a.reviewedAt->tokyo().toString(QStringLiteral("M/d HH:mm"));
    } else if (now && a.arrivedAt && (a.mark == Mark::Open || a.mark == Mark::Mine))
        seat.when = waitingText(*a.arrivedAt, *now);
    return seat;
}

} // namespace

std::vector<RouteStepView> routeStepViews(const std::vector<StepView> &steps, std::optional<Instant> now, bool english)
{
    std::vector<RouteStepView> views;
    for (const StepView &step : steps) {
        RouteStepView view;
        if (step.no == 0)
            view.title = StripWords::tr("Filed by");
        else
            view.title = step.assignments.size() == 1 ? step.assignments.front().title : kindWord(step.kind);
        view.kindWord = step.no == 0 ? QString() : kindWord(step.kind);
        view.ruleWord = ruleWord(step.rule, step.needed, qsizetype(step.assignments.size()));
        view.reason = stepReason(step, english);
        for (const AssignmentView &a : step.assignments)
            view.seats.push_back(seatOf(step, a, now));
        views.push_back(std::move(view));
    }
    return views;
}

QString stepReason(const StepView &step, bool english)
{
    if (step.no == 0)
        return {};
    QStringList parts;
    if (!step.why.text(english).isEmpty())
        parts.append(step.why.text(english));
    for (const StepView::Note &note : step.notes)
        parts.append(noteText(note.kind, note.post, note.to));
    if (!step.row.isEmpty())
        parts.append(StripWords::tr("(decision table, row %1)").arg(step.row));
    else if (!step.line.isEmpty())
        parts.append(StripWords::tr("(rule line %1)").arg(step.line));
    return parts.join(english ? QStringLiteral(" ") : QString());
}

} // namespace kessai
