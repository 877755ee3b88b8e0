// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/undone.h"

#include "core/store/query.h"

namespace kessai {

namespace {

Result<> run(Database &database, const char *name)
{
    return Query(database, QLatin1String(name)).exec();
}

class Undoing final {
public:
    Undoing(Database &database, CaseId id, StaffId reader, const QDate &today)
        : m_database(database), m_case(id), m_reader(reader), m_today(today)
    {
    }

    Result<bool> any()
    {
        Query query(m_database, QLatin1String("undoneAny"));
        bind(query);
        const Result<> asked = query.exec();
        return asked ? query.next() : Result<bool>(asked.failure());
    }

    /// What was added first: that is not there to stand in the place of what was taken away.
    Result<> undo()
    {
        for (const char *name :
             {"undoneSectionAdded", "undoneSectionGone", "undonePostAdded", "undonePostGone", "undoneStaffAdded",
              "undoneStaffGone", "undoneAppointmentAdded", "undoneAppointmentGone", "undoneSuccessionAdded",
              "undoneSuccessionGone", "undoneStandInAdded", "undoneStandInGone"}) {
            Query query(m_database, QLatin1String(name));
            bind(query);
            if (const Result<> done = query.exec(); !done)
                return done;
        }
        return {};
    }

private:
    void bind(Query &query) const
    {
        query.bind(QLatin1String("reader"), m_reader).bind(QLatin1String("case_id"), m_case);
        if (query.has(QLatin1String("today")))
            query.bind(QLatin1String("today"), m_today);
    }

    Database &m_database;
    CaseId m_case;
    StaffId m_reader;
    QDate m_today;
};

} // namespace

Result<bool> attendedBefore(Database &database, NotaryRows &rows, const LockedCase &file, AssignmentRef seat,
                            StaffId reader, const QDate &today)
{
    Undoing changes(database, file.id, reader, today);
    const auto any = changes.any();
    if (!any || !*any)
        return any;
    if (const Result<> marked = run(database, "undoneMark"); !marked)
        return marked.failure();
    const Result<> undone = changes.undo();
    const Step &step = file.steps[size_t(seat.step) - 1];
    const auto attended = undone
        ? Presence(rows, file, reader).attended(step, step.assignments[size_t(seat.no) - 1].who)
        : Result<bool>(undone.failure());
    for (const char *name : {"undoneBack", "undoneRelease"}) {
        if (const Result<> back = run(database, name); !back)
            return back.failure();
    }
    return attended;
}

} // namespace kessai
