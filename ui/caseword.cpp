// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseword.h"

#include "core/calendar/era.h"
#include "core/cases/cancellation.h"
#include "core/cases/rule.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kessai {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kessai::Words)
};

} // namespace

QString stateWord(CaseState state)
{
    switch (state) {
    case CaseState::Draft: return Words::tr("Draft");
    case CaseState::Running: return Words::tr("In progress");
    case CaseState::Returned: return Words::tr("Returned");
    case CaseState::Withdrawn: return Words::tr("Taken back");
    case CaseState::Decided: return Words::tr("Decided");
    case CaseState::Rejected: return Words::tr("Rejected");
    case CaseState::Cancelled: return Words::tr("Cancelled");
    }
    return {};
}

QString kindWord(StepKind kind)
{
    switch (kind) {
    case StepKind::Review: return Words::tr("Review");
    case StepKind::Consult: return Words::tr("Consultation");
    case StepKind::Examine: return Words::tr("Examination");
    case StepKind::Decide: return Words::tr("Decision");
    case StepKind::Circulate: return Words::tr("Circulation");
    }
    return {};
}

QString actingWord()
{
    return Words::tr("Decide for another");
}

QString orderedWord()
{
    return Words::tr("Ordered, in examination");
}

QString stateWord(const Case &c)
{
    return c.awaitsExamination() ? orderedWord() : stateWord(c.state);
}

QString stateWord(const CaseRow &row)
{
    if (row.ordered)
        return orderedWord();
    return row.cancelledBy.isEmpty() ? stateWord(row.state) : Words::tr("Revoked");
}

namespace {

/// What it is called in a case to agree to a step of a kind.
QString approveWordAt(const CaseView &view, StepKind kind)
{
    if (cancellationIn(view.content.fields))
        return Words::tr("Approve the cancellation", "button");
    if (const auto word = view.definition.actWords.find(kind); word != view.definition.actWords.end())
        return word->second.text(englishWording());
    switch (kind) {
    case StepKind::Consult: return Words::tr("Agree", "button");
    case StepKind::Examine: return Words::tr("Pass", "button: the examination found nothing");
    case StepKind::Decide: {
        const auto decision = std::ranges::find(view.route, StepKind::Decide, &StepView::kind);
        const bool examined = std::any_of(decision, view.route.end(),
                                          [](const StepView &step) { return step.kind == StepKind::Examine; });
        return examined ? Words::tr("Order", "button: the payment is examined then") : Words::tr("Decide", "button");
    }
    case StepKind::Review:
    case StepKind::Circulate: return Words::tr("Approve", "button");
    }
    return {};
}

} // namespace

QString approveWord(const CaseView &view)
{
    StepKind kind = StepKind::Review;
    for (const StepView &step : view.route) {
        const auto &asked = step.assignments;
        if (std::any_of(asked.begin(), asked.end(), [](const AssignmentView &one) { return one.mark == Mark::Mine; }))
            kind = step.kind;
    }
    return approveWordAt(view, kind);
}

QString bothWord(const CaseView &view)
{
    //: button: to agree (合議), and then to do what deciding is called, by one press
    return Words::tr("Agree, then: %1").arg(approveWordAt(view, StepKind::Decide));
}

std::optional<ReturnReason> insteadOfRejecting(const CaseView &view)
{
    if (cancellationIn(view.content.fields))
        return std::nullopt;
    for (const ReturnReason &reason : view.definition.insteadOfRejecting) {
        const auto condition = Condition::fromJson(reason.when);
        if (condition && condition->holds(view.content.fields))
            return reason;
    }
    return std::nullopt;
}

bool tooLate(const ReturnReason &reason, const CaseView &view)
{
    const QDate day = QDate::fromString(view.content.fields.value(reason.before).toString(), Qt::ISODate);
    return day.isValid() && day <= view.office->day();
}

QString cancellationWord()
{
    return Words::tr("Cancellation");
}

QString afterwardsWord()
{
    return Words::tr("To read afterwards");
}

QString actWord(Mark mark, StepKind kind)
{
    switch (mark) {
    case Mark::Approved:
        switch (kind) {
        case StepKind::Decide: return Words::tr("decided", "act in a stamp");
        case StepKind::Consult: return Words::tr("agreed", "act in a stamp");
        case StepKind::Examine: return Words::tr("examined", "act in a stamp");
        case StepKind::Review:
        case StepKind::Circulate: return Words::tr("approved", "act in a stamp");
        }
        return {};
    case Mark::Read: return Words::tr("seen", "act in a stamp");
    case Mark::Returned: return Words::tr("returned", "act in a stamp");
    case Mark::Rejected: return Words::tr("rejected", "act in a stamp");
    case Mark::Skipped: return Words::tr("not needed", "act in a stamp");
    case Mark::Void: return Words::tr("not reached", "act in a stamp");
    case Mark::Mine: return Words::tr("you", "act in a stamp");
    case Mark::Open: return Words::tr("reviewing", "act in a stamp");
    case Mark::Waiting: return Words::tr("not yet", "act in a stamp");
    case Mark::PostReview: return Words::tr("to read afterwards", "act in a stamp");
    case Mark::PostReviewed: return Words::tr("read afterwards", "act in a stamp");
    case Mark::Objected: return Words::tr("did not agree", "act in a stamp");
    }
    return {};
}

namespace {

QString approvalWord(const HistoryLine &line)
{
    if (line.afterwards)
        return Words::tr("Read afterwards", "act in the history");
    const StepKind kind = line.kind.value_or(StepKind::Review);
    if (line.manner == Manner::Acting)
        return Words::tr("Decided in the decider's place", "act in the history");
    if (line.manner == Manner::PullUp)
        return kind == StepKind::Decide ? Words::tr("Pulled up and decided", "act in the history")
                                        : Words::tr("Pulled up and approved", "act in the history");
    switch (kind) {
    case StepKind::Decide: return Words::tr("Decided", "act in the history");
    case StepKind::Consult: return Words::tr("Agreed", "act in the history");
    case StepKind::Examine: return Words::tr("Examined", "act in the history");
    case StepKind::Circulate: return Words::tr("Seen", "act in the history");
    case StepKind::Review: return Words::tr("Approved");
    }
    return {};
}

} // namespace

QString eventWord(const HistoryLine &line)
{
    const QString &code = line.code;
    if (code == QLatin1String("submitted"))
        return Words::tr("Submitted");
    if (code == QLatin1String("approved"))
        return approvalWord(line);
    if (code == QLatin1String("returned"))
        return line.manner == Manner::PullUp ? Words::tr("Pulled up and returned", "act in the history")
                                             : Words::tr("Returned");
    if (code == QLatin1String("rejected"))
        return line.manner == Manner::PullUp ? Words::tr("Pulled up and rejected", "act in the history")
                                             : Words::tr("Rejected");
    if (code == QLatin1String("withdrawn"))
        return Words::tr("Taken back");
    if (code == QLatin1String("cancelled"))
        return Words::tr("Cancelled");
    if (code == QLatin1String("commented"))
        return line.explained ? Words::tr("Explained in person") : Words::tr("Comment");
    if (code == QLatin1String("reminded"))
        return Words::tr("Reminded", "act in the history");
    if (code == QLatin1String("rerouted"))
        return line.from.isEmpty() || !line.kind ? Words::tr("Addressed to %1 by an administrator").arg(line.subject)
                                                 : Words::tr("Addressed to %1 instead of %2 by an administrator (%3)")
                                                       .arg(line.subject, line.from, kindWord(*line.kind));
    if (code == QLatin1String("objected"))
        return Words::tr("Did not agree", "act in the history");
    if (code == QLatin1String("extended"))
        return line.raised ? Words::tr("Put before a superior: %1").arg(line.subject)
                           : Words::tr("Added to the route: %1 (%2)").arg(line.subject, kindWord(*line.kind));
    return code;
}

QString verdictText(const CaseView &view)
{
    const CaseState state = view.verified.state.state;
    if (state != CaseState::Returned && state != CaseState::Rejected)
        return {};
    const QLatin1String code(state == CaseState::Returned ? "returned" : "rejected");
    for (auto line = view.history.rbegin(); line != view.history.rend(); ++line) {
        if (line->code != code)
            continue;
        return state == CaseState::Returned
            ? Words::tr("Returned by %1 (%2): %3").arg(line->actorName, line->actorTitle, line->text)
            : Words::tr("Rejected by %1 (%2): %3").arg(line->actorName, line->actorTitle, line->text);
    }
    return {};
}

QString cancellationText(const CaseView &view)
{
    if (const CancellationLink *by = view.record.cancellation()) {
        if (by->decided)
            return Words::tr("This decision was cancelled by %1.").arg(by->number);
        return (by->days ? Words::tr("%1, which asks to take back some of its days, is under way.")
                         : Words::tr("%1, which asks to cancel this decision, is under way."))
            .arg(by->number);
    }
    if (!view.record.cancelledBy.empty()) {
        QStringList numbers;
        for (const CancellationLink &by : view.record.cancelledBy)
            numbers += by.number;
        return Words::tr("Some of its days were taken back by %1.")
            .arg(numbers.join(Words::tr(", ", "between the numbers of cases")));
    }
    if (const auto cancellation = cancellationIn(view.content.fields))
        return (cancellation->days ? Words::tr("Takes back some days of %1: %2") : Words::tr("Cancels %1: %2"))
            .arg(cancellation->number, cancellation->reason);
    return {};
}

QString concealedText()
{
    return Words::tr("Only those who decide on it can read this.");
}

QString reminderText(const CaseView &view)
{
    const AllowedActs &acts = view.acts;
    if (!acts.approve && !acts.read && !acts.standIn)
        return {};
    for (auto line = view.history.rbegin(); line != view.history.rend(); ++line) {
        if (line->code == QLatin1String("reminded")) {
            const QString when = shortTime(line->at, view.office->day());
            return line->text.isEmpty() ? Words::tr("%1 reminds you (%2).").arg(line->actorName, when)
                                        : Words::tr("%1 reminds you (%2): %3").arg(line->actorName, when, line->text);
        }
        if (line->code != QLatin1String("commented"))
            break; // it has gone on since
    }
    return {};
}

QString lateText(const CaseRow &row, const QDate &today)
{
    if (!row.late)
        return {};
    // What came back to its drafter has lain there from the day it came; everything else is late from the day it was due.
    if (row.state != CaseState::Running)
        return Words::tr("lying for %n day(s)", nullptr, int(row.changedAt.day().daysTo(today)));
    return Words::tr("%n day(s) late", nullptr, int(row.due->daysTo(today)));
}

QString noteText(RouteNoteKind kind, const QString &post, const QString &to)
{
    switch (kind) {
    case RouteNoteKind::OwnPost: return Words::tr("%1 is your own post, so the next superior is asked.").arg(post);
    case RouteNoteKind::Vacant: return Words::tr("%1 is vacant, so the superior is asked.").arg(post);
    case RouteNoteKind::NoSuchLevel: return Words::tr("Your section has no such level, so the step falls away.");
    case RouteNoteKind::BelowDrafter: return Words::tr("%1 is below your own post, so the step falls away.").arg(post);
    case RouteNoteKind::SameAsNext: return Words::tr("%1 is asked at a later step, so only there.").arg(post);
    case RouteNoteKind::NotNamed: return Words::tr("Nobody is named for this step, so it falls away.");
    case RouteNoteKind::OnlyHolder:
        return Words::tr("You are the only holder of %1, so the superior is asked.").arg(post);
    case RouteNoteKind::Added: return Words::tr("%1 added this step while the case was running.").arg(post);
    case RouteNoteKind::Raised: return Words::tr("%1 put the decision before this superior.").arg(post);
    case RouteNoteKind::Table: return {}; // StepView::why says what the row says
    case RouteNoteKind::Chosen: return Words::tr("The drafter asked for this higher decision.");
    case RouteNoteKind::Rerouted:
        if (post.isEmpty())
            return Words::tr("An administrator addressed this to another post.");
        return to.isEmpty() ? Words::tr("An administrator addressed this here instead of to %1.").arg(post)
                            : Words::tr("An administrator addressed what waited for %1 to %2.").arg(post, to);
    }
    return {};
}

QString subjectIn(const QString &title, const QString &form)
{
    const QString head = form + QChar(u'（');
    if (!title.startsWith(head) || !title.endsWith(QChar(u'）')))
        return title;
    const QString subject = title.mid(head.size()).chopped(1);
    static const QRegularExpression number(QStringLiteral("^([A-Z][0-9]+-[0-9]+(?:-[0-9]+)?) (.+)$"));
    const QRegularExpressionMatch other = number.match(subject);
    return other.hasMatch() ? other.captured(2) + QChar(u'　') + other.captured(1) : subject;
}

QString ruleWord(StepRule rule, int needed, qsizetype among)
{
    if (among < 2)
        return {};
    switch (rule) {
    case StepRule::All: return Words::tr("all of them");
    case StepRule::Any: return Words::tr("any one of them");
    case StepRule::Count: return Words::tr("%n of them", nullptr, needed);
    case StepRule::Majority: return Words::tr("more than half: %n of them", nullptr, needed);
    }
    return {};
}

QString shortTime(Instant at, const QDate &today)
{
    const QDateTime time = at.tokyo();
    return time.date().year() == today.year() ? time.toString(QStringLiteral("M/d HH:mm"))
        : englishWording()                    ? time.toString(QStringLiteral("yyyy-MM-dd"))
                                              : shortEraDate(time.date());
}

} // namespace kessai
