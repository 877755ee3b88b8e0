// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decisiongrid.h"

#include "core/base/posttitle.h"

#include <QLocale>

#include <algorithm>

namespace kessai {

namespace {

constexpr qint64 kMan = 10'000;
constexpr qint64 kOku = 100'000'000;

QString groupedDigits(qint64 number)
{
    return QLocale(QLocale::Japanese).toString(number);
}

/// Where the lines of a row part, the lowest first.
std::vector<AmountEdge> edgesOf(const DecisionRow &row)
{
    std::vector<AmountEdge> edges;
    for (const DecisionLimit &limit : row.limits) {
        if (limit.kind == DecisionLimit::Kind::Below || limit.kind == DecisionLimit::Kind::UpTo)
            edges.push_back({limit.amount, limit.kind == DecisionLimit::Kind::UpTo});
    }
    for (const DecisionConsult &consult : row.consults) {
        if (consult.from)
            edges.push_back({*consult.from, consult.beyond});
    }
    std::stable_sort(edges.begin(), edges.end(),
                     [](const AmountEdge &a, const AmountEdge &b) { return a.next() < b.next(); });
    edges.erase(std::unique(edges.begin(), edges.end(),
                            [](const AmountEdge &a, const AmountEdge &b) { return a.next() == b.next(); }),
                edges.end());
    std::erase_if(edges, [](const AmountEdge &edge) { return edge.next() <= 0; });
    return edges;
}

std::optional<size_t> decidingAt(const DecisionRow &row, qint64 yen)
{
    for (size_t level = 0; level < row.limits.size(); ++level) {
        if (row.limits[level].covers(yen))
            return level;
    }
    return std::nullopt;
}

std::vector<size_t> consultedAt(const DecisionRow &row, qint64 yen, const std::vector<Selector> &columns)
{
    std::vector<size_t> consulted;
    for (size_t column = 0; column < columns.size(); ++column) {
        const bool asked = std::any_of(row.consults.begin(), row.consults.end(), [&](const DecisionConsult &one) {
            return one.asksAt(yen) && std::find(one.who.begin(), one.who.end(), columns[column]) != one.who.end();
        });
        if (asked)
            consulted.push_back(column);
    }
    return consulted;
}

bool sameCells(const GridLine &a, const GridLine &b)
{
    return a.row == b.row && a.level == b.level && a.consulted == b.consulted;
}

Bilingual levelWord(SectionLevel level)
{
    switch (level) {
    case SectionLevel::City: return {QStringLiteral("市の長"), QStringLiteral("head of the city")};
    case SectionLevel::Department: return {QStringLiteral("所属の部長"), QStringLiteral("own department head")};
    case SectionLevel::Section: return {QStringLiteral("所属の課長"), QStringLiteral("own section head")};
    case SectionLevel::Unit: return {QStringLiteral("所属の係長"), QStringLiteral("own unit head")};
    }
    return {};
}

QString columnName(PostId id, const Office &office)
{
    const Post *post = office.post(id);
    const Section *section = office.section(post->section);
    const bool named = section && section->level != SectionLevel::City;
    return joinTitle(named ? section->name : QString(), post->title);
}

/// What two tables say differently of one row.
class RowDifference final {
public:
    RowDifference(const DecisionTable &before, const DecisionTable &after, const Office &office,
                  std::vector<Bilingual> &found)
        : m_before(before), m_after(after), m_office(office), m_found(found)
    {
    }

    void compare(const DecisionRow &was, const DecisionRow &is)
    {
        m_row = is.row;
        note({QStringLiteral("対象"), QStringLiteral("about")}, m_before.subject(was), m_after.subject(is));
        for (const DecisionLevel &level : m_after.levels) {
            note(level.term.name, limitIn(m_before, was, level.term.code), limitIn(m_after, is, level.term.code));
        }
        const std::vector<Selector> all = consultsOf(was, is);
        for (const Selector &who : all) {
            const Bilingual name = selectorName(who, m_office);
            note({QStringLiteral("合議 ") + name.ja, QStringLiteral("consulting ") + name.text(true)},
                 consultIn(was, who), consultIn(is, who));
        }
        note({QStringLiteral("根拠"), QStringLiteral("article")}, was.article, is.article);
    }

private:
    void note(const Bilingual &what, const Bilingual &was, const Bilingual &is)
    {
        if (was != is)
            m_found.push_back(
                {QStringLiteral("%1　%2：%3 → %4").arg(m_row, what.ja, was.ja, is.ja),
                 QStringLiteral("%1, %2: %3 → %4").arg(m_row, what.text(true), was.text(true), is.text(true))});
    }
    Bilingual limitIn(const DecisionTable &table, const DecisionRow &row, const QString &level) const
    {
        const auto at = table.levelNamed(level);
        if (!at)
            return {QStringLiteral("—"), QStringLiteral("—")};
        const DecisionLimit &limit = row.limits[*at];
        Bilingual text = limitText(limit);
        if (limit.who) {
            const Bilingual who = selectorName(*limit.who, m_office);
            text = {QStringLiteral("%1（%2）").arg(text.ja, who.ja),
                    QStringLiteral("%1 (%2)").arg(text.text(true), who.text(true))};
        }
        return text;
    }
    static std::vector<Selector> consultsOf(const DecisionRow &was, const DecisionRow &is)
    {
        std::vector<Selector> all;
        for (const DecisionRow *row : {&was, &is}) {
            for (const DecisionConsult &consult : row->consults) {
                for (const Selector &who : consult.who) {
                    if (std::find(all.begin(), all.end(), who) == all.end())
                        all.push_back(who);
                }
            }
        }
        return all;
    }
    static Bilingual consultIn(const DecisionRow &row, const Selector &who)
    {
        for (const DecisionConsult &consult : row.consults) {
            if (std::find(consult.who.begin(), consult.who.end(), who) == consult.who.end())
                continue;
            if (!consult.from)
                return {QStringLiteral("常に"), QStringLiteral("always")};
            return amountText(AmountEdge{*consult.from, consult.beyond}, std::nullopt);
        }
        return {QStringLiteral("なし"), QStringLiteral("never")};
    }

    const DecisionTable &m_before;
    const DecisionTable &m_after;
    const Office &m_office;
    std::vector<Bilingual> &m_found;
    QString m_row;
};

} // namespace

DecisionGrid gridOf(const DecisionTable &table)
{
    DecisionGrid grid;
    for (const DecisionRow &row : table.rows) {
        for (const DecisionConsult &consult : row.consults) {
            for (const Selector &who : consult.who) {
                if (std::find(grid.consults.begin(), grid.consults.end(), who) == grid.consults.end())
                    grid.consults.push_back(who);
            }
        }
    }
    for (size_t at = 0; at < table.rows.size(); ++at) {
        const DecisionRow &row = table.rows[at];
        const std::vector<AmountEdge> edges = edgesOf(row);
        const size_t first = grid.lines.size();
        for (size_t i = 0; i <= edges.size(); ++i) {
            GridLine line{.row = at,
                          .from = i == 0 ? std::nullopt : std::optional(edges[i - 1]),
                          .until = i == edges.size() ? std::nullopt : std::optional(edges[i]),
                          .level = {},
                          .consulted = {}};
            const qint64 yen = line.from ? line.from->next() : 0;
            line.level = decidingAt(row, yen);
            line.consulted = consultedAt(row, yen, grid.consults);
            if (grid.lines.size() > first && sameCells(grid.lines.back(), line))
                grid.lines.back().until = line.until;
            else
                grid.lines.push_back(std::move(line));
        }
    }
    return grid;
}

Result<RowAmounts, Bilingual> amountsOf(const std::vector<GridLine> &lines, const DecisionGrid &grid, size_t levels)
{
    RowAmounts amounts{std::vector<DecisionLimit>(levels), {}};
    std::optional<size_t> last;
    std::vector<bool> asked(grid.consults.size(), false);
    for (size_t i = 0; i < lines.size(); ++i) {
        const GridLine &line = lines[i];
        if (!line.level)
            return fail(
                Bilingual{QStringLiteral("決裁する職に●がありません。"), QStringLiteral("Nobody is marked ●.")});
        if (line.from != (i == 0 ? std::nullopt : lines[i - 1].until))
            return fail(Bilingual{QStringLiteral("金額が前の行から続いていません。"),
                                  QStringLiteral("The amount does not go on from the line before.")});
        if (!line.until && i + 1 < lines.size())
            return fail(Bilingual{QStringLiteral("金額に上限のない行の後に、続きの行があります。"),
                                  QStringLiteral("A line follows one that has no end.")});
        if (last && *line.level < *last)
            return fail(Bilingual{QStringLiteral("金額が上がるのに、決裁する職が下がっています。"),
                                  QStringLiteral("A higher amount is decided at a lower level.")});
        last = line.level;
        DecisionLimit &limit = amounts.limits[*line.level];
        limit.kind = !line.until ? DecisionLimit::Kind::All
            : line.until->below  ? DecisionLimit::Kind::UpTo
                                 : DecisionLimit::Kind::Below;
        limit.amount = line.until ? line.until->amount : Yen(0);
        for (size_t column = 0; column < asked.size(); ++column) {
            const bool here = std::find(line.consulted.begin(), line.consulted.end(), column) != line.consulted.end();
            if (asked[column] && !here)
                return fail(Bilingual{QStringLiteral("金額が上がると合議先から外れる職があります。"),
                                      QStringLiteral("Somebody is consulted on less and not on more.")});
            if (here && !asked[column]) {
                amounts.consults.push_back({{grid.consults[column]},
                                            line.from ? std::optional(line.from->amount) : std::nullopt,
                                            line.from && line.from->below});
            }
            asked[column] = here;
        }
    }
    if (!lines.empty() && lines.back().until)
        return fail(Bilingual{QStringLiteral("最後の行より上の金額を決裁する職がありません。"),
                              QStringLiteral("Nobody decides beyond the last line.")});
    return amounts;
}

Bilingual yenWords(Yen yen)
{
    const qint64 amount = yen.amount();
    const QString en = QStringLiteral("%1 yen").arg(QLocale(QLocale::English).toString(amount));
    if (amount == 0 || amount % kMan != 0)
        return {QStringLiteral("%1円").arg(groupedDigits(amount)), en};
    QString ja;
    if (amount >= kOku)
        ja += groupedDigits(amount / kOku) + QStringLiteral("億");
    if (amount % kOku != 0)
        ja += groupedDigits(amount % kOku / kMan) + QStringLiteral("万");
    return {ja + QStringLiteral("円"), en};
}

Bilingual amountText(const std::optional<AmountEdge> &from, const std::optional<AmountEdge> &until)
{
    if (!from && !until)
        return {QStringLiteral("全額"), QStringLiteral("any amount")};
    Bilingual text;
    if (from) {
        const Bilingual yen = yenWords(from->amount);
        text.ja = yen.ja + (from->below ? QStringLiteral("超") : QStringLiteral("以上"));
        text.en = (from->below ? QStringLiteral("above %1") : QStringLiteral("from %1")).arg(yen.en);
    }
    if (until) {
        const Bilingual yen = yenWords(until->amount);
        text.ja += yen.ja + (until->below ? QStringLiteral("以下") : QStringLiteral("未満"));
        text.en += (text.en.isEmpty() ? QString() : QStringLiteral(" "))
            + (until->below ? QStringLiteral("up to %1") : QStringLiteral("below %1")).arg(yen.en);
    }
    return text;
}

Bilingual limitText(const DecisionLimit &limit)
{
    switch (limit.kind) {
    case DecisionLimit::Kind::None: return {QStringLiteral("決裁しない"), QStringLiteral("does not decide")};
    case DecisionLimit::Kind::Below: return amountText(std::nullopt, AmountEdge{limit.amount, false});
    case DecisionLimit::Kind::UpTo: return amountText(std::nullopt, AmountEdge{limit.amount, true});
    case DecisionLimit::Kind::All: break;
    }
    return amountText(std::nullopt, std::nullopt);
}

Bilingual selectorName(const Selector &who, const Office &office)
{
    QStringList posts;
    switch (who.kind) {
    case Selector::Kind::Head: return levelWord(who.level);
    case Selector::Kind::Post:
        if (const Post *post = office.postByCode(who.code))
            posts.append(columnName(post->id, office));
        break;
    case Selector::Kind::Role:
        for (const PostId post : office.postsWithRole(who.code))
            posts.append(columnName(post, office));
        break;
    case Selector::Kind::Staff:
        if (const Staff *staff = office.staffByNumber(who.code))
            posts.append(staff->name());
        break;
    case Selector::Kind::Field:
    case Selector::Kind::Table: break;
    }
    // A post that is not there any more is told apart from others by its code.
    return {posts.isEmpty() ? who.code : posts.join(QStringLiteral("・")), {}};
}

std::vector<Bilingual> changesBetween(const DecisionTable &before, const DecisionTable &after, const Office &office)
{
    std::vector<Bilingual> found;
    RowDifference difference(before, after, office, found);
    for (const DecisionRow &row : after.rows) {
        if (const DecisionRow *was = before.row(row.row))
            difference.compare(*was, row);
        else
            found.push_back({QStringLiteral("%1　新しい行：%2").arg(row.row, after.subject(row).ja),
                             QStringLiteral("%1, a new row: %2").arg(row.row, after.subject(row).text(true))});
    }
    for (const DecisionRow &row : before.rows) {
        if (!after.row(row.row))
            found.push_back({QStringLiteral("%1　なくなる行：%2").arg(row.row, before.subject(row).ja),
                             QStringLiteral("%1, no more a row: %2").arg(row.row, before.subject(row).text(true))});
    }
    return found;
}

} // namespace kessai
