// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rulecheck.h"
#include "core/ports/settings.h"

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

Result<> checkReasonAndDay(const QString &reason, const QDate &from, const QDate &today)
{
    if (const Result<> said = checkReason(reason); !said)
        return said;
    return from > today ? Result<>() : fail(Error::refused(Refusal::PeriodInvalid));
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

Result<> checkAdoption(const AdoptTable &adoption, const Configuration &configuration, const QDate &today)
{
    if (const Result<> sound = checkReasonAndDay(adoption.reason, adoption.table.from, today); !sound)
        return sound;
    const auto &tables = configuration.tables;
    if (std::none_of(tables.begin(), tables.end(),
                     [&](const DecisionTable &known) { return known.code == adoption.table.code; }))
        return fail(ErrorCode::NotFound, QStringLiteral("no table has this name"));
    const auto newest =
        std::max_element(tables.begin(), tables.end(), [&](const DecisionTable &a, const DecisionTable &b) {
            return std::pair(a.code == adoption.table.code, a.revision)
                < std::pair(b.code == adoption.table.code, b.revision);
        });
    if (adoption.seen != newest->revision)
        return fail(Error::refused(Refusal::Stale));
    // What cannot be read again would keep everybody out of the office.
    if (const auto read = DecisionTable::fromJson(adoption.table.toJson(), adoption.table.revision); !read)
        return read.failure();
    return {};
}

Result<> checkAdoption(const AdoptRule &adoption, const Configuration &configuration, const QDate &today)
{
    if (const Result<> sound = checkReasonAndDay(adoption.reason, adoption.rule.from, today); !sound)
        return sound;
    int newest = 0;
    const RouteRule *first = nullptr;
    for (const RouteRule &known : configuration.rules) {
        if (known.form != adoption.rule.form)
            continue;
        newest = std::max(newest, known.revision);
        if (!first || known.revision < first->revision)
            first = &known;
    }
    if (newest == 0)
        return fail(ErrorCode::NotFound, QStringLiteral("no form of this name has a rule"));
    // Of forms with a table administrators see what rules look at (FiledCase): no other is made one of them.
    if (adoption.rule.table && !first->table)
        return fail(ErrorCode::Invalid, QStringLiteral("cases of this form go by no decision table"));
    if (adoption.seen != newest)
        return fail(Error::refused(Refusal::Stale));
    const QJsonObject json = adoption.rule.toJson();
    if (!ruleValuesFit(json))
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a text of a rule has at most 300 characters, a number 15 digits"));
    if (const auto read = RouteRule::fromJson(json, adoption.rule.revision); !read)
        return read.failure();
    return {};
}

Result<> checkReorganisation(const Reorganise &change, const OfficeHistory &history,
                             const std::vector<PreparedChange> &prepared, std::optional<StaffId> actor,
                             const Administrators &administrators, const QDate &today)
{
    if (const Result<> said = checkReason(change.reason); !said)
        return said;
    if (change.change.empty())
        return fail(ErrorCode::Invalid, QStringLiteral("nothing changes"));
    if (change.change.from < today)
        return fail(Error::refused(Refusal::PeriodInvalid));
    const auto last =
        std::max_element(prepared.begin(), prepared.end(),
                         [](const PreparedChange &a, const PreparedChange &b) { return a.number < b.number; });
    if (change.seenRevision < std::max(organisedIn(history), last == prepared.end() ? 0 : last->number))
        return fail(Error::refused(Refusal::Stale));
    for (const OfficeProblem &problem : problemsIn(change.change, history, prepared, today)) {
        if (problem.blocks)
            return fail(ErrorCode::Invalid, problem.text.en);
    }
    if (actor && servesOneself(change.change, history, prepared, *actor, administrators))
        return fail(Error::refused(Refusal::SelfAppointed));
    return {};
}

std::vector<Bilingual> problemsIn(const DecisionTable &table, const Configuration &configuration, const QDate &today)
{
    const int known = configuration.office.revision;
    std::vector<Bilingual> problems = problemsIn(table, *configuration.office.at(std::max(today, table.from), known));
    const auto uses = [&table](const RouteRule &rule) { return rule.table && rule.table->table == table.code; };
    const auto rule = std::find_if(configuration.rules.begin(), configuration.rules.end(), uses);
    if (rule == configuration.rules.end()) {
        problems.push_back({QStringLiteral("この名前の専決表に決裁をゆだねる様式がありません。"),
                            QStringLiteral("No form leaves its decision to a table of this name.")});
        return problems;
    }
    const DecisionTable *before = configuration.tableFor(*rule, table.from, known);
    for (const DecisionTerm &act : before ? before->acts : std::vector<DecisionTerm>()) {
        if (std::none_of(table.acts.begin(), table.acts.end(),
                         [&](const DecisionTerm &one) { return one.code == act.code; }))
            problems.push_back(
                {QStringLiteral("「%1」がありませんが、それまで使われている表にはあります。").arg(act.name.ja),
                 QStringLiteral("%1 is not in it, but in the table that is in force until then.")
                     .arg(act.name.text(true))});
    }
    return problems;
}

} // namespace kessai
