// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canonical.h"
#include "core/cases/engine.h"
#include "core/cases/form.h"

#include <ostream>

// How our values read when a test fails.

inline void PrintTo(const QString &text, std::ostream *out)
{
    *out << '"' << text.toStdString() << '"';
}

inline void PrintTo(const QDate &day, std::ostream *out)
{
    *out << day.toString(Qt::ISODate).toStdString();
}

namespace kessai {

template <class Tag>
void PrintTo(Id<Tag> id, std::ostream *out)
{
    *out << '#' << id.value();
}

inline void PrintTo(Refusal refusal, std::ostream *out)
{
    *out << toCode(refusal).toStdString();
}

inline void PrintTo(const Error &error, std::ostream *out)
{
    *out << toCode(error.code).toStdString() << ": " << error.detail.toStdString();
    if (error.refusal)
        *out << " (" << toCode(*error.refusal).toStdString() << ')';
}

inline void PrintTo(CaseState state, std::ostream *out)
{
    static const char *const kNames[] = {"Draft",   "Running",  "Returned", "Withdrawn",
                                         "Decided", "Rejected", "Cancelled"};
    *out << kNames[int(state)];
}

inline void PrintTo(AssignmentState state, std::ostream *out)
{
    static const char *const kNames[] = {"Waiting", "Open", "Approved",   "Read",         "Returned", "Rejected",
                                         "Skipped", "Void", "PostReview", "PostReviewed", "Objected"};
    *out << kNames[int(state)];
}

inline void PrintTo(PostingState state, std::ostream *out)
{
    static const char *const kNames[] = {"Reserved", "Used", "Void"};
    *out << kNames[int(state)];
}

inline void PrintTo(StepKind kind, std::ostream *out)
{
    static const char *const kNames[] = {"Review", "Consult", "Examine", "Decide", "Circulate"};
    *out << kNames[int(kind)];
}

inline void PrintTo(RouteNoteKind kind, std::ostream *out)
{
    static const char *const kNames[] = {"OwnPost",    "Vacant",   "NoSuchLevel", "BelowDrafter", "SameAsNext",
                                         "OnlyHolder", "NotNamed", "Added",       "Raised"};
    *out << kNames[int(kind)];
}

inline void PrintTo(const RouteNote &note, std::ostream *out)
{
    *out << note.line.toStdString() << ' ';
    PrintTo(note.kind, out);
    if (note.post)
        *out << " post:" << note.post->value();
}

inline void PrintTo(AssignmentRef ref, std::ostream *out)
{
    *out << ref.step << '.' << ref.no;
}

inline void PrintTo(const Assignee &who, std::ostream *out)
{
    *out << toText(who).toStdString();
}

inline void PrintTo(const Capacity &capacity, std::ostream *out)
{
    *out << "staff:" << capacity.actor.value();
    if (capacity.post)
        *out << " as post:" << capacity.post->value();
    if (capacity.principal)
        *out << " for staff:" << capacity.principal->value();
}

inline void PrintTo(const Turn &turn, std::ostream *out)
{
    PrintTo(turn.on, out);
    *out << ' ';
    PrintTo(turn.capacity, out);
}

inline void PrintTo(const Step &step, std::ostream *out)
{
    *out << step.no << ' ';
    PrintTo(step.kind, out);
    *out << ' ' << step.line.toStdString() << " needs " << step.needed << " of [";
    for (const Assignment &assignment : step.assignments) {
        *out << ' ' << toText(assignment.who).toStdString() << ' ';
        PrintTo(assignment.state, out);
    }
    *out << " ]";
}

inline void PrintTo(const Effects &effects, std::ostream *out)
{
    *out << canonicalJson(toJson(effects)).toStdString();
}

inline void PrintTo(const EventBody &body, std::ostream *out)
{
    *out << codeOf(body).toStdString() << ' ' << canonicalJson(toJson(body)).toStdString();
}

inline void PrintTo(const Finding &finding, std::ostream *out)
{
    *out << finding.field.toStdString() << ": " << finding.text.en.toStdString();
}

} // namespace kessai
