// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decisionfile.h"

#include "core/base/textfile.h"

#include <QRegularExpression>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kColumnsBefore = 4; ///< 行, 案件の種類, 節, 金額
constexpr size_t kMostFileLines = 5000;
constexpr QChar kListMark = u'、';

QString decidesMark()
{
    return u"●"_s;
}

QString consultedMark()
{
    return u"○"_s;
}

QString everythingElse()
{
    return u"その他"_s;
}

QString termNames(const std::vector<DecisionTerm> &terms, const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes) {
        const auto term =
            std::find_if(terms.begin(), terms.end(), [&](const DecisionTerm &one) { return one.code == code; });
        names.append(term == terms.end() ? code : term->name.ja);
    }
    return names.join(kListMark);
}

/// "1億2,000万円", "500000円": whole yen; nothing where it is no amount.
std::optional<Yen> yenOf(const QRegularExpressionMatch &match, int first)
{
    const auto part = [&](int at) { return match.captured(first + at).toLongLong(); };
    if (match.captured(first).isEmpty() && match.captured(first + 1).isEmpty() && match.captured(first + 2).isEmpty())
        return std::nullopt;
    return Yen(part(0) * 100'000'000 + part(1) * 10'000 + part(2));
}

struct AmountSpan {
    std::optional<AmountEdge> from;
    std::optional<AmountEdge> until;
};

std::optional<AmountSpan> spanOf(const QString &cell)
{
    static const QRegularExpression pattern(
        u"\\A(?:(?:(\\d{1,5})億)?(?:(\\d{1,4})万)?(\\d{1,12})?円(以上|超|を超え))?(?:(?:(\\d{1,5})億)?(?:(\\d{1,4})万)?"
        "(\\d{1,12})?円(未満|以下))?\\z"_s);
    QString text = cell.normalized(QString::NormalizationForm_KC);
    text.remove(u',').remove(u' ');
    if (text == u"全額"_s)
        return AmountSpan{};
    const auto match = pattern.match(text);
    if (text.isEmpty() || !match.hasMatch())
        return std::nullopt;
    AmountSpan span;
    if (!match.captured(4).isEmpty()) {
        const auto yen = yenOf(match, 1);
        if (!yen)
            return std::nullopt;
        span.from = AmountEdge{*yen, match.captured(4) != u"以上"_s};
    }
    if (!match.captured(8).isEmpty()) {
        const auto yen = yenOf(match, 5);
        if (!yen)
            return std::nullopt;
        span.until = AmountEdge{*yen, match.captured(8) == u"以下"_s};
    }
    return span;
}

/// Puts the rows of a file together and keeps what is wrong with them.
class GridReader final {
public:
    GridReader(const DecisionTable &base, const Office &office)
        : m_base(base), m_grid(gridOf(base)), m_head(decisionFileHead(base, office)), m_table(base)
    {
        m_table.rows.clear();
    }

    void refuse(const QString &ja, const QString &en) { m_problems.push_back({0, {ja, en}}); }
    bool takeHead(const QStringList &cells)
    {
        if (cells == m_head)
            return true;
        refuse(u"1行目は次の見出しです：%1"_s.arg(m_head.join(kListMark)),
               u"The first line is the head: %1"_s.arg(m_head.join(u", "_s)));
        return false;
    }
    void take(const CsvRow &row)
    {
        m_line = row.line;
        QStringList cells = row.cells;
        while (cells.size() < m_head.size())
            cells.append(QString());
        const QString code = cells[0].isEmpty() ? m_row.row : cells[0];
        if (code.isEmpty())
            return blame(u"行の記号がありません。"_s, u"The row has no code."_s);
        if (code != m_row.row) {
            closeRow();
            begin(code, cells);
        } else {
            agree(cells[1], m_acts);
            agree(cells[2], m_items);
            agree(cells.last(), m_row.article.ja);
        }
        takeAmounts(cells);
    }
    Result<DecisionTable, std::vector<TableRowProblem>> finish()
    {
        closeRow();
        if (m_problems.empty() && m_table.rows.empty())
            refuse(u"見出しの下に行がありません。"_s, u"There is no row below the head."_s);
        if (!m_problems.empty())
            return fail(std::move(m_problems));
        return std::move(m_table);
    }

private:
    void blame(const QString &ja, const QString &en) { m_problems.push_back({m_line, {ja, en}}); }

    void begin(const QString &code, const QStringList &cells)
    {
        m_row = {};
        m_row.row = code;
        m_acts = cells[1];
        m_items = cells[2];
        m_beginsIn = m_line;
        if (m_table.row(code))
            blame(u"%1の行が離れた2か所にあります。"_s.arg(code), u"Row %1 stands in two places."_s.arg(code));
        if (code.contains(u'/'))
            blame(u"行の記号に「/」は使えません。"_s, u"A row's code has no '/'."_s);
        m_row.acts = codesFor(m_acts, m_base.acts);
        if (m_items != everythingElse() && !m_items.isEmpty())
            m_row.items = codesFor(m_items, m_base.items);
        if (m_acts.isEmpty())
            blame(u"案件の種類がありません。"_s, u"The row is about no kind of case."_s);
        const DecisionRow *before = m_base.row(code);
        m_row.article.ja = cells.last();
        m_row.article.en = before && before->article.ja == cells.last() ? before->article.en : cells.last();
        if (cells.last().isEmpty())
            blame(u"根拠がありません。規程の条項を書いてください。"_s, u"The article is missing."_s);
    }
    QStringList codesFor(const QString &cell, const std::vector<DecisionTerm> &terms)
    {
        QStringList codes;
        for (const QString &part : cell.split(kListMark, Qt::SkipEmptyParts)) {
            const QString name = part.trimmed();
            const auto term = std::find_if(terms.begin(), terms.end(), [&](const DecisionTerm &one) {
                return one.name.ja == name || one.code == name;
            });
            if (term == terms.end())
                blame(u"「%1」は、表の一覧にありません。"_s.arg(name), u"The table does not list %1."_s.arg(name));
            else if (!codes.contains(term->code))
                codes.append(term->code);
        }
        return codes;
    }
    /// What is said of a row again says the same, or nothing.
    void agree(const QString &cell, const QString &first)
    {
        if (!cell.isEmpty() && cell != first)
            blame(u"「%1」は、同じ行の上の「%2」と違います。"_s.arg(cell, first),
                  u"\"%1\" is not the \"%2\" above in the same row."_s.arg(cell, first));
    }
    void takeAmounts(const QStringList &cells)
    {
        GridLine line;
        const auto span = spanOf(cells[kColumnsBefore - 1]);
        if (!span)
            return blame(u"金額「%1」が読めません。「50万円以上300万円未満」や「全額」のように書いてください。"_s.arg(
                             cells[kColumnsBefore - 1]),
                         u"The amount \"%1\" cannot be read."_s.arg(cells[kColumnsBefore - 1]));
        line.from = span->from;
        line.until = span->until;
        if (line.from && line.until && line.from->next() >= line.until->next())
            return blame(u"金額の上限が下限を超えていません。"_s, u"The amount ends before it begins."_s);
        const qsizetype levels = qsizetype(m_base.levels.size());
        for (qsizetype i = 0; i < levels; ++i) {
            const QString &cell = cells[kColumnsBefore + i];
            if (cell.isEmpty())
                continue;
            if (cell != decidesMark())
                blame(u"「%1」は●ではありません。"_s.arg(cell), u"\"%1\" is no ●."_s.arg(cell));
            else if (line.level)
                blame(u"●が2つあります。決裁する職は1つです。"_s, u"There are two ●."_s);
            else
                line.level = size_t(levels - 1 - i);
        }
        for (size_t i = 0; i < m_grid.consults.size(); ++i) {
            const QString &cell = cells[kColumnsBefore + levels + qsizetype(i)];
            if (cell == consultedMark())
                line.consulted.push_back(i);
            else if (!cell.isEmpty())
                blame(u"「%1」は○ではありません。"_s.arg(cell), u"\"%1\" is no ○."_s.arg(cell));
        }
        m_lines.push_back(std::move(line));
    }
    void closeRow()
    {
        if (m_row.row.isEmpty())
            return;
        auto amounts = amountsOf(m_lines, m_grid, m_base.levels.size());
        m_lines.clear();
        if (!amounts) {
            m_problems.push_back({m_beginsIn,
                                  {u"%1の行：%2"_s.arg(m_row.row, amounts.error().ja),
                                   u"Row %1: %2"_s.arg(m_row.row, amounts.error().en)}});
        } else {
            m_row.limits = std::move(amounts->limits);
            m_row.consults = std::move(amounts->consults);
            keepDeciders();
        }
        m_table.rows.push_back(std::exchange(m_row, {}));
    }
    /// A grid has no room for who decides in one row instead of a level's own post.
    void keepDeciders()
    {
        const DecisionRow *before = m_base.row(m_row.row);
        for (size_t i = 0; before && i < m_row.limits.size(); ++i) {
            if (m_row.limits[i].kind != DecisionLimit::Kind::None)
                m_row.limits[i].who = before->limits[i].who;
        }
    }

    const DecisionTable &m_base;
    const DecisionGrid m_grid;
    const QStringList m_head;
    DecisionTable m_table;
    DecisionRow m_row; ///< that is being put together; without a code there is none
    QString m_acts;
    QString m_items;
    std::vector<GridLine> m_lines;
    int m_line = 0;
    int m_beginsIn = 0;
    std::vector<TableRowProblem> m_problems;
};

} // namespace

QStringList decisionFileHead(const DecisionTable &table, const Office &office)
{
    QStringList head{u"行"_s, u"案件の種類"_s, u"節"_s, u"金額"_s};
    for (auto level = table.levels.rbegin(); level != table.levels.rend(); ++level)
        head.append(level->term.name.ja);
    for (const Selector &who : gridOf(table).consults)
        head.append(u"合議 %1"_s.arg(selectorName(who, office).ja));
    head.append(u"根拠"_s);
    return head;
}

std::vector<QStringList> decisionFileRows(const DecisionTable &table)
{
    const DecisionGrid grid = gridOf(table);
    std::vector<QStringList> rows;
    for (const GridLine &line : grid.lines) {
        const DecisionRow &row = table.rows[line.row];
        QStringList cells{row.row, termNames(table.acts, row.acts),
                          row.items.isEmpty() ? everythingElse() : termNames(table.items, row.items),
                          amountText(line.from, line.until).ja};
        for (size_t i = table.levels.size(); i > 0; --i)
            cells.append(line.level == i - 1 ? decidesMark() : QString());
        for (size_t i = 0; i < grid.consults.size(); ++i) {
            const bool asked = std::find(line.consulted.begin(), line.consulted.end(), i) != line.consulted.end();
            cells.append(asked ? consultedMark() : QString());
        }
        cells.append(row.article.ja);
        rows.push_back(std::move(cells));
    }
    return rows;
}

Result<std::vector<CsvRow>, Bilingual> readFileRows(const QByteArray &file, size_t most)
{
    if (file.size() > kMostDecisionFileBytes)
        return fail(Bilingual{u"ファイルが大きすぎます（4 MBまで）。"_s, u"The file is too large (4 MB at most)."_s});
    const auto text = textOfFile(file);
    if (!text)
        return fail(Bilingual{u"UTF-8でもCP932（シフトJIS）でもないファイルです。"_s,
                              u"The file is neither UTF-8 nor CP932."_s});
    auto rows = readCsv(*text);
    if (!rows)
        return fail(Bilingual{u"引用符「\"」が閉じていない箇所があります。"_s, u"A quotation mark is not closed."_s});
    if (rows->empty() || rows->size() > most)
        return fail(Bilingual{u"見出しの下に1行以上、%L1行までの表にしてください。"_s.arg(most),
                              u"The table has to have 1 to %L1 lines below its head."_s.arg(most)});
    return std::move(*rows);
}

Result<DecisionTable, std::vector<TableRowProblem>> readDecisionFile(const QByteArray &file, const DecisionTable &base,
                                                                     const Office &office)
{
    GridReader reader(base, office);
    const auto rows = readFileRows(file, kMostFileLines);
    if (!rows)
        reader.refuse(rows.error().ja, rows.error().en);
    else if (reader.takeHead(rows->front().cells))
        for (size_t i = 1; i < rows->size(); ++i)
            reader.take((*rows)[i]);
    return reader.finish();
}

} // namespace kessai
