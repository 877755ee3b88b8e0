// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/ruledraft.h"

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
    next.lines[at] = line;
    change(std::move(next));
}

size_t RuleDraft::addLine(size_t behind, bool copied)
{
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
        line = next.lines.at(behind);
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
    RouteRule next = rule();
    if (from >= next.lines.size() || to >= next.lines.size())
        return;
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
            giveUp(); // what was changed meanwhile stays as a draft
    };
    adoptBy([adoption = AdoptRule{rule(), reason, m_seen}](Desk &desk) { return desk.adoptRule(adoption); }, finish,
            rule().from);
}

} // namespace kessai
