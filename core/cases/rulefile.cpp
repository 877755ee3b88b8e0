// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rulefile.h"

#include "core/base/csv.h"
#include "core/base/textfile.h"

#include <QJsonDocument>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The columns of such a file.
struct Col {
    enum At { Code, Kind, Manner, Who, When, Why, WhyEnglish, ExactWho, ExactWhen, ExactMore, Count };
};
constexpr size_t kMostRuleLines = 200;

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

/// What a line says besides what has a column.
QJsonObject moreOf(QJsonObject line)
{
    for (const QLatin1String key : {"line"_L1, "kind"_L1, "rule"_L1, "count"_L1, "who"_L1, "when"_L1, "why"_L1})
        line.remove(key);
    return line;
}

QJsonObject jsonOf(const RouteRule &rule, size_t at)
{
    return rule.toJson().value("lines"_L1).toArray().at(qsizetype(at)).toObject();
}

QStringList cellsOf(const RuleLine &line, const QJsonObject &json, const RuleWords &words)
{
    const QJsonObject more = moreOf(json);
    QStringList cells(Col::Count, QString());
    cells[Col::Code] = line.line;
    cells[Col::Kind] = stepKindText(line.kind).ja;
    cells[Col::Manner] = stepRuleText(line.rule, line.count).ja;
    cells[Col::Who] = words.who(line.who).ja;
    cells[Col::When] = words.condition(line.when).ja;
    cells[Col::Why] = line.why.ja;
    cells[Col::WhyEnglish] = line.why.en;
    cells[Col::ExactWho] = compact(QJsonDocument(json.value("who"_L1).toArray()));
    cells[Col::ExactWhen] =
        json.contains("when"_L1) ? compact(QJsonDocument(json.value("when"_L1).toObject())) : QString();
    cells[Col::ExactMore] = more.isEmpty() ? QString() : compact(QJsonDocument(more));
    return cells;
}

std::optional<StepKind> kindNamed(const QString &cell)
{
    for (int i = 0; i < stepKindNames().size(); ++i) {
        if (cell == stepKindText(StepKind(i)).ja || cell == stepKindNames().at(i))
            return StepKind(i);
    }
    return std::nullopt;
}

/// "全員", "だれか1人", "2人以上", "過半数"; with how many of them where it says so.
std::optional<std::pair<StepRule, int>> mannerNamed(const QString &cell)
{
    for (const StepRule rule : {StepRule::All, StepRule::Any, StepRule::Majority}) {
        if (cell == stepRuleText(rule, 0).ja || (cell.isEmpty() && rule == StepRule::All))
            return std::pair(rule, 0);
    }
    QString digits = cell.normalized(QString::NormalizationForm_KC);
    if (!digits.endsWith(u"人以上"_s))
        return std::nullopt;
    digits.chop(3);
    const int count = digits.toInt();
    return count > 0 ? std::optional(std::pair(StepRule::Count, count)) : std::nullopt;
}

/// Puts the lines of a file together and keeps what is wrong with them.
class RuleReader final {
public:
    RuleReader(const RouteRule &base, const RuleWords &words) : m_base(base), m_words(words) {}

    void refuse(const QString &ja, const QString &en) { m_problems.push_back({m_line, {ja, en}}); }
    bool takeHead(const QStringList &cells)
    {
        if (cells == ruleFileHead())
            return true;
        refuse(u"1行目は次の見出しです：%1"_s.arg(ruleFileHead().join(u"、"_s)),
               u"The first line is the head: %1"_s.arg(ruleFileHead().join(u", "_s)));
        return false;
    }
    void take(const CsvRow &row)
    {
        m_line = row.line;
        QStringList cells = row.cells;
        cells.resize(Col::Count);
        const auto json = lineOf(cells);
        if (!json)
            return;
        // Alone, with a decision behind where it is none, so that only what it says itself is judged.
        QJsonObject alone = m_base.toJson();
        QJsonArray lines{*json};
        if (json->value("kind"_L1) != "decide"_L1)
            lines = json->value("kind"_L1) == "circulate"_L1 ? QJsonArray{decision(), *json}
                                                             : QJsonArray{*json, decision()};
        alone.insert(u"lines"_s, lines);
        const auto read = RouteRule::fromJson(alone, m_base.revision);
        if (!read)
            return refuse(u"この行は規則として読めません（%1）。"_s.arg(read.error().detail),
                          u"The line is no part of a rule (%1)."_s.arg(read.error().detail));
        const RuleLine &line = *read->line(json->value("line"_L1).toString());
        agree(cells[Col::Who], m_words.who(line.who).ja, u"だれに"_s, ruleFileHead().at(Col::ExactWho));
        agree(cells[Col::When], m_words.condition(line.when).ja, u"いつ"_s, ruleFileHead().at(Col::ExactWhen));
        m_lines.push_back(line);
    }
    Result<RouteRule, std::vector<TableRowProblem>> finish()
    {
        m_line = 0;
        if (m_problems.empty() && m_lines.empty())
            refuse(u"見出しの下に行がありません。"_s, u"There is no line below the head."_s);
        RouteRule rule = m_base;
        rule.lines = std::move(m_lines);
        if (const auto read = RouteRule::fromJson(rule.toJson(), rule.revision); !read && m_problems.empty())
            refuse(u"行の並びが規則になりません（%1）。"_s.arg(read.error().detail),
                   u"The lines make no rule (%1)."_s.arg(read.error().detail));
        if (!m_problems.empty())
            return fail(std::move(m_problems));
        return rule;
    }

private:
    static QJsonObject decision()
    {
        return {{u"line"_s, u"\u0001"_s},
                {u"kind"_s, u"decide"_s},
                {u"who"_s, QJsonArray{QJsonObject{{u"head"_s, u"city"_s}}}},
                {u"why"_s, QJsonObject{{u"ja"_s, u"-"_s}, {u"en"_s, u"-"_s}}}};
    }
    std::optional<QJsonDocument> exact(const QString &cell, Col::At column, bool list)
    {
        const QJsonDocument document = QJsonDocument::fromJson(cell.toUtf8());
        if (list ? document.isArray() : document.isObject())
            return document;
        refuse(u"「%1」が読めません。保存したファイルの書き方のままにしてください。"_s.arg(ruleFileHead().at(column)),
               u"What stands under %1 cannot be read."_s.arg(ruleFileHead().at(column)));
        return std::nullopt;
    }
    std::optional<QJsonObject> lineOf(const QStringList &cells)
    {
        const size_t before = m_problems.size();
        const auto more = cells[Col::ExactMore].isEmpty() ? QJsonDocument(QJsonObject())
                                                          : exact(cells[Col::ExactMore], Col::ExactMore, false);
        QJsonObject json = more ? more->object() : QJsonObject();
        if (json != moreOf(json))
            refuse(u"「%1」に、ほかの列の内容があります。"_s.arg(ruleFileHead().at(Col::ExactMore)),
                   u"%1 says what other columns say."_s.arg(ruleFileHead().at(Col::ExactMore)));
        const auto kind = kindNamed(cells[Col::Kind]);
        if (!kind)
            refuse(u"段階「%1」は、回議・合議・審査・決裁・供覧のどれでもありません。"_s.arg(cells[Col::Kind]),
                   u"\"%1\" is no kind of step."_s.arg(cells[Col::Kind]));
        const auto manner = mannerNamed(cells[Col::Manner]);
        if (!manner)
            refuse(u"決め方「%1」は、全員・だれか1人・2人以上・過半数のどれでもありません。"_s.arg(cells[Col::Manner]),
                   u"\"%1\" does not say how many have to agree."_s.arg(cells[Col::Manner]));
        const auto who = exact(cells[Col::ExactWho], Col::ExactWho, true);
        if (!cells[Col::ExactWhen].isEmpty()) {
            if (const auto when = exact(cells[Col::ExactWhen], Col::ExactWhen, false))
                json.insert(u"when"_s, when->object());
        }
        if (cells[Col::Code].isEmpty())
            refuse(u"記号がありません。"_s, u"The line has no code."_s);
        if (cells[Col::Why].isEmpty() || cells[Col::WhyEnglish].isEmpty())
            refuse(u"理由がありません。日本語と英語で書いてください。"_s, u"The reason is missing in one language."_s);
        if (m_problems.size() > before)
            return std::nullopt;
        json.insert(u"line"_s, cells[Col::Code]);
        json.insert(u"kind"_s, stepKindNames().at(int(*kind)));
        json.insert(u"who"_s, who->array());
        json.insert(u"why"_s, QJsonObject{{u"ja"_s, cells[Col::Why]}, {u"en"_s, cells[Col::WhyEnglish]}});
        static const QStringList kRules{u"all"_s, u"any"_s, u"count"_s, u"majority"_s};
        if (manner->first != StepRule::All)
            json.insert(u"rule"_s, kRules.at(int(manner->first)));
        if (manner->first == StepRule::Count)
            json.insert(u"count"_s, manner->second);
        return json;
    }
    /// What is for reading says what is exact, or nothing: somebody may have changed the wrong one of the two.
    void agree(const QString &cell, const QString &exactly, const QString &column, const QString &exactColumn)
    {
        if (!cell.isEmpty() && cell != exactly)
            refuse(
                u"「%1」は読むための列です。「%2」は「%3」と言っています。変えるときは「%2」を直し、「%1」は空にしてください。"_s
                    .arg(column, exactColumn, exactly.isEmpty() ? u"常に"_s : exactly),
                u"%1 is for reading only; %2 says \"%3\". Change that one and leave %1 empty."_s.arg(
                    column, exactColumn, exactly));
    }

    const RouteRule &m_base;
    const RuleWords &m_words;
    std::vector<RuleLine> m_lines;
    int m_line = 0;
    std::vector<TableRowProblem> m_problems;
};

} // namespace

QStringList ruleFileHead()
{
    return {u"記号"_s, u"段階"_s,         u"決め方"_s,       u"だれに"_s,       u"いつ"_s,
            u"理由"_s, u"理由（英語）"_s, u"宛先（正確）"_s, u"条件（正確）"_s, u"その他（正確）"_s};
}

std::vector<QStringList> ruleFileRows(const RouteRule &rule, const RuleWords &words)
{
    std::vector<QStringList> rows;
    for (size_t i = 0; i < rule.lines.size(); ++i)
        rows.push_back(cellsOf(rule.lines[i], jsonOf(rule, i), words));
    return rows;
}

Result<RouteRule, std::vector<TableRowProblem>> readRuleFile(const QByteArray &file, const RouteRule &base,
                                                             const RuleWords &words)
{
    RuleReader reader(base, words);
    const auto rows = readFileRows(file, kMostRuleLines);
    if (!rows)
        reader.refuse(rows.error().ja, rows.error().en);
    else if (reader.takeHead(rows->front().cells))
        for (size_t i = 1; i < rows->size(); ++i)
            reader.take((*rows)[i]);
    return reader.finish();
}

} // namespace kessai
