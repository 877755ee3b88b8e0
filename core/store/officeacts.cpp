// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/officeacts.h"

#include "core/store/officequeries.h"

#include <algorithm>
#include <limits>

namespace kessai {

namespace {

OfficeAct actIn(const Query &row)
{
    OfficeAct act;
    act.revision = row.number(0);
    act.at = row.instant(1);
    act.by = row.text(2);
    act.reason = row.text(3);
    act.kind = OfficeActKind(row.number(4));
    act.step = OfficeActStep(row.number(5));
    act.from = row.day(6);
    act.names = row.text(7).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (act.kind != OfficeActKind::Form)
        return act;
    for (QString &name : act.names) {
        act.revisions.push_back(name.section(QLatin1Char(' '), 1).toInt());
        name = name.section(QLatin1Char(' '), 0, 0);
    }
    return act;
}

} // namespace

Result<std::vector<OfficeAct>> readOfficeActs(const Reader &reader, const OfficeActsWanted &wanted)
{
    if (reader.database.dialect() == Dialect::Sqlite && reader.me) {
        const auto rights = readRights(reader);
        if (!rights)
            return rights.failure();
        if (!rights->administrator && !rights->auditor)
            return fail(ErrorCode::AccessDenied, QStringLiteral("this is for administrators and auditors"));
    }
    Query rows(reader.database, QLatin1String("officeActs"));
    rows.bind(QLatin1String("before"), wanted.before.value_or(std::numeric_limits<int>::max()))
        .bind(QLatin1String("kind"), wanted.kind ? int(*wanted.kind) : 0)
        .bind(QLatin1String("by"), wanted.by.isEmpty() ? QStringLiteral("") : wanted.by)
        .bind(QLatin1String("most"), std::clamp(wanted.most, 1, kMostOfficeActs));
    return takeAll<OfficeAct>(rows, actIn);
}

} // namespace kessai
