// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decisiontable.h"
#include "core/cases/rulecheck.h"

#include <algorithm>

namespace kessai {

namespace {

/// Finds what is wrong with a table, in the words of whoever has to put it right (domain.md 5.4).
class TableCheck final {
public:
    explicit TableCheck(const DecisionTable &table) : m_table(table) {}

    std::vector<Bilingual> run()
    {
        QStringList codes;
        for (const DecisionRow &row : m_table.rows) {
            if (codes.contains(row.row))
                report(QStringLiteral("「%1」の行が2つあります。行の記号は、行ごとに変えてください。").arg(row.row),
                       QStringLiteral("Two rows have the code %1; each has one of its own.").arg(row.row));
            codes.append(row.row);
            checkTerms(row.acts, m_table.acts, row);
            checkTerms(row.items, m_table.items, row);
            checkLimits(row);
        }
        for (const DecisionTerm &act : m_table.acts)
            checkAct(act);
        for (const DecisionRow &row : m_table.rows) {
            if (!m_reached.contains(row.row))
                report(QStringLiteral("%1の行は、当てはまる案件がありません。ほかの行がすべてを定めています。")
                           .arg(row.row),
                       QStringLiteral("Row %1 never applies: other rows say everything it could.").arg(row.row));
        }
        return std::move(m_problems);
    }

private:
    void report(const QString &ja, const QString &en) { m_problems.push_back({ja, en}); }

    void checkTerms(const QStringList &codes, const std::vector<DecisionTerm> &terms, const DecisionRow &row)
    {
        for (const QString &code : codes) {
            if (std::none_of(terms.begin(), terms.end(), [&](const DecisionTerm &t) { return t.code == code; }))
                report(QStringLiteral("%1の行の「%2」は、表の一覧にありません。").arg(row.row, code),
                       QStringLiteral("Row %1 names %2, which the table does not list.").arg(row.row, code));
        }
    }

    /// Each level reaches further than those below it, and the last one reaches everything.
    void checkLimits(const DecisionRow &row)
    {
        std::optional<qint64> sofar = 0;
        QString before;
        for (size_t i = 0; i < row.limits.size(); ++i) {
            const DecisionLimit &limit = row.limits[i];
            if (limit.kind == DecisionLimit::Kind::None)
                continue;
            const Bilingual &name = m_table.levels[i].term.name;
            const std::optional<qint64> end = limit.end();
            if (!sofar || (end && *end <= *sofar))
                report(QStringLiteral("%1の行では、%2が決裁する額がありません。%3までの限度額で足りています。")
                           .arg(row.row, name.ja, before),
                       QStringLiteral("In row %1 nothing is left for the %2: the levels below decide it all.")
                           .arg(row.row, name.text(true)));
            if (sofar)
                sofar = end && *end < *sofar ? sofar : end;
            before = name.ja;
        }
        if (sofar)
            report(*sofar == 0
                       ? QStringLiteral("%1の行には、決裁する職がありません。").arg(row.row)
                       : QStringLiteral("%1の行には、%2円以上を決裁する職がありません。").arg(row.row).arg(*sofar),
                   QStringLiteral("In row %1 nobody decides from %2 yen on.").arg(row.row).arg(*sofar));
    }

    /// Every item of an act is decided by exactly one row.
    void checkAct(const DecisionTerm &act)
    {
        const DecisionRow *rest = nullptr;
        QHash<QString, const DecisionRow *> byItem;
        for (const DecisionRow &row : m_table.rows) {
            if (!row.acts.contains(act.code))
                continue;
            if (row.items.isEmpty()) {
                if (rest)
                    overlap(act.name.ja, act.name.text(true), *rest, row);
                rest = rest ? rest : &row;
            }
            for (const QString &item : row.items) {
                if (const DecisionRow *other = byItem.value(item))
                    overlap(subject(act, item, false), subject(act, item, true), *other, row);
                else
                    byItem.insert(item, &row);
            }
        }
        for (const DecisionRow *row : std::as_const(byItem))
            m_reached.insert(row->row);
        const bool open = m_table.items.empty()
            || std::any_of(m_table.items.begin(), m_table.items.end(),
                           [&](const auto &item) { return !byItem.contains(item.code); });
        if (rest && open)
            m_reached.insert(rest->row);
        // An act that speaks of no item has no row that names one.
        if (!rest && byItem.isEmpty())
            gap(act.name.ja, act.name.text(true));
        for (const DecisionTerm &item : m_table.items) {
            if (!rest && !byItem.isEmpty() && !byItem.contains(item.code))
                gap(subject(act, item.code, false), subject(act, item.code, true));
        }
    }

    QString subject(const DecisionTerm &act, const QString &item, bool english) const
    {
        const auto it = std::find_if(m_table.items.begin(), m_table.items.end(),
                                     [&](const DecisionTerm &t) { return t.code == item; });
        const QString name = it == m_table.items.end() ? item : it->name.text(english);
        return english ? QStringLiteral("%1 (%2)").arg(act.name.text(true), name)
                       : QStringLiteral("%1（%2）").arg(act.name.ja, name);
    }

    void overlap(const QString &ja, const QString &en, const DecisionRow &first, const DecisionRow &second)
    {
        // Named once, it is not also said to be never reached.
        m_reached.insert(second.row);
        report(QStringLiteral("%1は、%2と%3の両方の行にあります。どちらか一方にしてください。")
                   .arg(ja, first.row, second.row),
               QStringLiteral("%1 is in both rows %2 and %3; it belongs in one.").arg(en, first.row, second.row));
    }

    void gap(const QString &ja, const QString &en)
    {
        report(QStringLiteral("%1を定めた行がありません。").arg(ja), QStringLiteral("No row decides %1.").arg(en));
    }

    const DecisionTable &m_table;
    std::vector<Bilingual> m_problems;
    QSet<QString> m_reached;
};

} // namespace

std::vector<Bilingual> problemsIn(const DecisionTable &table)
{
    return TableCheck(table).run();
}

std::vector<Bilingual> problemsIn(const DecisionTable &table, const Office &office)
{
    std::vector<Bilingual> problems = problemsIn(table);
    const auto check = [&](const Selector &who, const QString &ja, const QString &en) {
        const auto problem = nobodyFor(who, office, {ja, en});
        if (!problem)
            return;
        if (std::find(problems.begin(), problems.end(), *problem) == problems.end())
            problems.push_back(*problem);
    };
    for (size_t i = 0; i < table.levels.size(); ++i) {
        const bool decides = std::any_of(table.rows.begin(), table.rows.end(), [&](const DecisionRow &row) {
            return row.limits[i].kind != DecisionLimit::Kind::None && !row.limits[i].who;
        });
        const Bilingual &name = table.levels[i].term.name;
        if (decides)
            check(table.levels[i].who, QStringLiteral("「%1」").arg(name.ja), name.text(true));
    }
    for (const DecisionRow &row : table.rows) {
        for (const DecisionLimit &limit : row.limits) {
            if (limit.who)
                check(*limit.who, QStringLiteral("%1の行の「%2」").arg(row.row, limit.who->code),
                      QStringLiteral("%1 in row %2").arg(limit.who->code, row.row));
        }
        for (const DecisionConsult &consult : row.consults) {
            for (const Selector &who : consult.who)
                check(who, QStringLiteral("%1の行の合議先「%2」").arg(row.row, who.code),
                      QStringLiteral("%1, consulted by row %2").arg(who.code, row.row));
        }
    }
    return problems;
}

} // namespace kessai
