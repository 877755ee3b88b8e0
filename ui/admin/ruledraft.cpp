// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/ruledraft.h"

#include "core/cases/conditionrows.h"
#include "core/cases/rulefile.h"
#include "core/services/answer.h"

#include <algorithm>

namespace kessai {

namespace {

using RuleRead = Result<RouteRule, std::vector<TableRowProblem>>;

/// A code that no line has: as the others are, with the first number that is free.
QString freeCode(const RouteRule &rule)
{
    const QString like =
        rule.lines.empty() ? rule.form.left(2).toUpper() : rule.lines.front().line.section(QLatin1Char('-'), 0, 0);
    for (int no = int(rule.lines.size()) + 1;; ++no) {
        const QString code = QStringLiteral("%1-%2").arg(like).arg(no);
        if (!rule.line(code))
            return code;
    }
}

/// Whether nothing but the value of one row is another one, and that is typed, not a yes or no.
bool isTyped(const Condition &before, const Condition &after)
{
    const ConditionRows was = ConditionRows::of(before);
    const ConditionRows is = ConditionRows::of(after);
    if (was.any != is.any || was.rows.size() != is.rows.size())
        return false;
    int others = 0;
    for (size_t i = 0; i < was.rows.size(); ++i) {
        const ConditionRow &a = was.rows[i];
        const ConditionRow &b = is.rows[i];
        if (a == b)
            continue;
        const bool same = a.plain() && b.plain() && a.field() == b.field() && a.comparison() == b.comparison();
        if (!same || a.value().isBool() || ++others > 1)
            return false;
    }
    return true;
}

/// The field of a line in which somebody typed, where nothing else is another one; empty where something was chosen.
QString typedIn(const RuleLine &before, const RuleLine &after)
{
    const auto only = [&](auto RuleLine::*part) {
        RuleLine same = before;
        same.*part = after.*part;
        return before.*part != after.*part && same == after;
    };
    if (only(&RuleLine::why))
        return before.why.ja != after.why.ja ? QStringLiteral("why") : QStringLiteral("whyEnglish");
    if (only(&RuleLine::line))
        return QStringLiteral("line");
    if (only(&RuleLine::count))
        return QStringLiteral("count");
    return only(&RuleLine::when) && isTyped(before.when, after.when) ? QStringLiteral("when") : QString();
}

} // namespace

std::vector<const RouteRule *> RuleDraft::revisions(const QString &form) const
{
    return newestOfEachDay(book().rules, [&](const RouteRule &one) { return one.form == form; });
}

void RuleDraft::begin(const RouteRule &from, const QDate &day)
{
    RouteRule rule = from;
    rule.from = day;
    m_seen = 0;
    for (const RouteRule &one : book().rules) {
        if (one.form == rule.form)
            m_seen = std::max(m_seen, one.revision);
    }
    start(std::move(rule));
}

bool RuleDraft::mayUseTable() const
{
    const RouteRule *first = nullptr;
    for (const RouteRule &one : book().rules) {
        if (one.form == rule().form && (!first || one.revision < first->revision))
            first = &one;
    }
    return first && first->table;
}

void RuleDraft::setLine(size_t at, const RuleLine &line)
{
    if (!writing() || at >= rule().lines.size())
        return; // the draft went while a field was left
    RouteRule next = rule();
    const QString field = typedIn(next.lines[at], line);
    next.lines[at] = line;
    change(std::move(next), field.isEmpty() ? field : QStringLiteral("%1 of %2").arg(field).arg(at));
}

std::optional<size_t> RuleDraft::addLine(size_t behind, bool copied)
{
    if (!writing() || (copied && behind >= rule().lines.size()))
        return std::nullopt;
    RouteRule next = rule();
    const size_t at = std::min(behind + 1, next.lines.size());
    RuleLine line{.line = {},
                  .kind = StepKind::Review,
                  .rule = StepRule::All,
                  .count = 0,
                  .objection = Objection::Returns,
                  .apart = false,
                  .ground = {},
                  .who = {},
                  .when = {},
                  .why = {}};
    if (copied)
        line = next.lines[behind];
    line.line = freeCode(next);
    next.lines.insert(next.lines.begin() + std::ptrdiff_t(at), std::move(line));
    change(std::move(next));
    return at;
}

void RuleDraft::removeLine(size_t at)
{
    if (!writing() || at >= rule().lines.size())
        return;
    RouteRule next = rule();
    next.lines.erase(next.lines.begin() + std::ptrdiff_t(at));
    change(std::move(next));
}

void RuleDraft::moveLine(size_t from, size_t to)
{
    if (!writing() || from >= rule().lines.size() || to >= rule().lines.size())
        return;
    RouteRule next = rule();
    RuleLine line = next.lines[from];
    next.lines.erase(next.lines.begin() + std::ptrdiff_t(from));
    next.lines.insert(next.lines.begin() + std::ptrdiff_t(to), std::move(line));
    change(std::move(next));
}

void RuleDraft::setTop(std::vector<QString> posts)
{
    if (!writing())
        return;
    RouteRule next = rule();
    next.top = std::move(posts);
    change(std::move(next));
}

void RuleDraft::setUse(std::optional<TableUse> use)
{
    if (!writing())
        return;
    RouteRule next = rule();
    next.table = std::move(use);
    change(std::move(next));
}

void RuleDraft::check()
{
    checkBy([rule = rule()](Desk &desk) { return desk.ruleProblems(rule); });
}

void RuleDraft::readFile(const QString &path)
{
    const int chosen = ++m_files;
    onPool([path, base = rule(), known = book()]() -> RuleRead {
        const auto bytes = bytesOf(path);
        return bytes ? readRuleFile(*bytes, base, known.words(base)) : RuleRead(bytes.failure());
    }).then(this, [this, chosen](const RuleRead &read) {
        if (chosen != m_files || !writing())
            return;
        if (!read) {
            Q_EMIT fileRefused(read.error());
            return;
        }
        RouteRule next = *read;
        next.from = rule().from;
        const int changes = int(changesBetween(rule(), next, book().words(next)).size());
        change(std::move(next));
        Q_EMIT fileTaken(changes);
    });
}

void RuleDraft::adopt(const QString &reason)
{
    if (busy() || !writing())
        return;
    const auto finish = [this, saved = rule()] {
        if (writing() && rule() == saved)
            giveUp();
        else
            ++m_seen; // what was changed meanwhile stays as a draft, upon what was just put in force
    };
    adoptBy([adoption = AdoptRule{rule(), reason, m_seen}](Desk &desk) { return desk.adoptRule(adoption); }, finish,
            rule().from);
}

} // namespace kessai
