// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/officestore.h"

#include <algorithm>

namespace kessai {

namespace {

template <class T, class Same>
const T *newestOn(const std::vector<T> &all, const QDate &day, Same same)
{
    const T *best = nullptr;
    for (const T &one : all) {
        if (!same(one) || one.from > day)
            continue;
        if (!best || one.from > best->from || (one.from == best->from && one.revision > best->revision))
            best = &one;
    }
    return best;
}

template <class T, class Same>
const T *firstWhere(const std::vector<T> &all, Same same)
{
    for (const T &one : all) {
        if (same(one))
            return &one;
    }
    return nullptr;
}

} // namespace

const FormDefinition *Configuration::form(const QString &code, int revision) const
{
    return firstWhere(forms, [&](const FormDefinition &f) { return f.code == code && f.revision == revision; });
}

const FormDefinition *Configuration::formOn(const QString &code, const QDate &day) const
{
    return newestOn(forms, day, [&](const FormDefinition &f) { return f.code == code; });
}

const RouteRule *Configuration::rule(const QString &form, int revision) const
{
    return firstWhere(rules, [&](const RouteRule &r) { return r.form == form && r.revision == revision; });
}

const RouteRule *Configuration::ruleOn(const QString &form, const QDate &day, int asOf) const
{
    return newestOn(rules, day, [&](const RouteRule &r) { return r.form == form && r.addedIn <= asOf; });
}

const DecisionTable *Configuration::tableFor(const RouteRule &rule, const QDate &day, int asOf) const
{
    if (!rule.table)
        return nullptr;
    return newestOn(tables, day,
                    [&](const DecisionTable &t) { return t.code == rule.table->table && t.addedIn <= asOf; });
}

int Configuration::revisionKnownAt(Instant at) const
{
    if (revisions.empty())
        return office.revision;
    const auto earlier = [](const OfficeRevision &a, const OfficeRevision &b) { return a.madeAt < b.madeAt; };
    const Instant founded = std::min_element(revisions.begin(), revisions.end(), earlier)->madeAt;
    int known = 0;
    for (const OfficeRevision &revision : revisions) {
        if (revision.madeAt <= std::max(at, founded))
            known = std::max(known, revision.number);
    }
    return known;
}

Instant Configuration::notBefore(Instant now) const
{
    for (const OfficeRevision &revision : revisions)
        now = std::max(now, revision.madeAt);
    return now;
}

} // namespace kessai
