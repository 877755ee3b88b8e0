// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rulecheck.h"

#include "core/cases/conditionrows.h"
#include "core/cases/formcheck.h"
#include "core/cases/ruleneeds.h"
#include "core/cases/strictjson.h"

#include <algorithm>
#include <map>
#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostContents = 20'000;
constexpr qint64 kLargestNumber = 999'999'999'999'999;

/// Texts before and behind all that a condition compares with.
const QString kBeforeAll = QStringLiteral("!");
const QString kBehindAll = QStringLiteral("…");

/// Whether a condition compares with a value nobody has said yet; a choice may be called like that.
bool comparesWithNothing(const QJsonValue &condition, const RuleWords &words)
{
    const QJsonArray parts = condition.toArray();
    const QJsonObject members = condition.toObject();
    const QString key = members.value("field"_L1).toString();
    const auto unsaid = [](const QJsonValue &value) { return value == QJsonValue(kNoValueYet); };
    const std::vector<Choice> choices = key.isEmpty() ? std::vector<Choice>() : words.field(key).choices;
    if (std::any_of(choices.begin(), choices.end(), [](const Choice &one) { return one.code == kNoValueYet; }))
        return false;
    for (auto it = members.begin(); it != members.end(); ++it) {
        const QJsonArray values = it->toArray();
        const bool value = !key.isEmpty() && it.key() != "field"_L1;
        if (value ? unsaid(*it) || std::any_of(values.begin(), values.end(), unsaid) : comparesWithNothing(*it, words))
            return true;
    }
    return std::any_of(parts.begin(), parts.end(),
                       [&](const QJsonValue &part) { return comparesWithNothing(part, words); });
}

/// Finds what is wrong with a rule, in the words of whoever has to put it right.
class RuleCheck final {
public:
    RuleCheck(const RouteRule &rule, const RuleWords &words, const RouteRule *before)
        : m_rule(rule), m_words(words), m_before(before)
    {
    }

    std::vector<RuleProblem> run()
    {
        for (m_at = 0; m_at < m_rule.lines.size(); ++m_at)
            checkLine(m_rule.lines[m_at]);
        checkOrder();
        m_at = m_rule.lines.size();
        checkWhole();
        const auto read = RouteRule::fromJson(m_rule.toJson(), m_rule.revision);
        if (!read && m_problems.empty())
            report(u"この規則は読み取れません（%1）。"_s.arg(read.error().detail),
                   u"The rule cannot be read (%1)."_s.arg(read.error().detail));
        if (read && m_fits)
            checkContents();
        return std::move(m_problems);
    }

private:
    void report(const QString &ja, const QString &en, bool blocks = true)
    {
        m_problems.push_back({{ja, en}, blocks, m_at < m_rule.lines.size() ? std::optional(m_at) : std::nullopt});
    }
    static QString nameOf(const RuleLine &line, size_t at)
    {
        return line.line.trimmed().isEmpty() ? u"%1番目"_s.arg(at + 1) : line.line;
    }

    void checkLine(const RuleLine &line)
    {
        const QString name = nameOf(line, m_at);
        if (line.line.trimmed().isEmpty())
            report(u"%1の段階に記号がありません。"_s.arg(name), u"Step %1 has no code."_s.arg(m_at + 1));
        const auto same = [&](const RuleLine &one) { return one.line == line.line; };
        if (std::find_if(m_rule.lines.begin(), m_rule.lines.end(), same) != m_rule.lines.begin() + std::ptrdiff_t(m_at))
            report(u"記号「%1」の段階が2つあります。"_s.arg(name), u"Two steps have the code %1."_s.arg(name));
        if (line.why.ja.trimmed().isEmpty() || line.why.en.trimmed().isEmpty())
            report(u"%1に理由がありません。根拠の条項を書いてください。"_s.arg(name),
                   u"Step %1 says no reason; name the regulation."_s.arg(name));
        if (line.who.empty())
            report(u"%1は、だれにも回りません。宛先を選んでください。"_s.arg(name),
                   u"Step %1 asks nobody."_s.arg(name));
        if (!ruleValuesFit(m_json.at(qsizetype(m_at))))
            report(u"%1に長すぎる文字か、大きすぎる数があります（文字は300字、数は15桁まで）。"_s.arg(name),
                   u"Step %1 has a text of more than 300 characters or a number of more than 15 digits."_s.arg(name));
        checkManner(line, name);
        for (const Selector &who : line.who)
            checkWho(line, who, name);
        checkFields(line, name);
    }
    void checkManner(const RuleLine &line, const QString &name)
    {
        if (line.rule == StepRule::Count && line.count < 1)
            report(u"%1は、何人以上の承認が要るかが決まっていません。"_s.arg(name),
                   u"Step %1 does not say how many have to agree."_s.arg(name));
        if (line.kind == StepKind::Circulate && line.rule != StepRule::All)
            report(u"%1は供覧です。供覧は全員に回ります。"_s.arg(name),
                   u"Step %1 circulates: it goes to all."_s.arg(name));
        if (line.kind != StepKind::Consult && line.objection != Objection::Returns)
            report(u"%1は合議でないので、異議の扱いは選べません。"_s.arg(name),
                   u"Step %1 is no consultation: nobody objects there."_s.arg(name));
        if (line.kind != StepKind::Examine && line.apart)
            report(u"%1は審査でないので、回議者を審査から外す指定はできません。"_s.arg(name),
                   u"Step %1 is no examination: nobody is kept apart there."_s.arg(name));
    }
    void checkWho(const RuleLine &line, const Selector &who, const QString &name)
    {
        if (who.kind == Selector::Kind::Table) {
            const StepKind wanted = who.code == "decider"_L1 ? StepKind::Decide : StepKind::Consult;
            if (!m_rule.table)
                report(u"%1は専決表に任せていますが、この様式は専決表を使いません。"_s.arg(name),
                       u"Step %1 is left to a decision table, but the form uses none."_s.arg(name));
            if (line.kind != wanted || line.who.size() > 1)
                report(
                    u"%1：専決表が決めるのは、決裁の決裁者か、合議の合議先だけで、ほかの宛先と並べられません。"_s.arg(
                        name),
                    u"Step %1: the table names the decider of a decision or those consulted, and alone."_s.arg(name));
        } else if (who.kind == Selector::Kind::Field) {
            if (!m_words.form().field(who.code))
                report(u"%1の宛先の項目「%2」は、この様式にありません。"_s.arg(name, who.code),
                       u"Step %1: the form has no field %2."_s.arg(name, who.code));
        } else if (const auto nobody = nobodyFor(who, m_words.office(), m_words.who(who))) {
            // A post that is vacant is replaced by its superior (domain.md 8.2 rule 4), and what the rule in force asks already keeps nobody from
            // changing something else: worth a word, and no more.
            const bool vacant = who.kind == Selector::Kind::Post && m_words.office().postByCode(who.code);
            report(u"%1：%2"_s.arg(name, nobody->ja), u"Step %1: %2"_s.arg(name, nobody->text(true)),
                   !vacant && !askedBefore(line, who));
        }
    }
    /// In the same place: who was told of a case only, or asked under another condition, may not come to decide it.
    bool askedBefore(const RuleLine &now, const Selector &who) const
    {
        return m_before && std::any_of(m_before->lines.begin(), m_before->lines.end(), [&](const RuleLine &line) {
                   return line.line == now.line && line.kind == now.kind && line.when == now.when
                       && std::find(line.who.begin(), line.who.end(), who) != line.who.end();
               });
    }
    /// A choice nobody can make any more would never hold, and the step be left out unsaid.
    void checkChoices(const Condition &when, const QString &key, const QString &name)
    {
        const FieldDefinition *field = m_words.form().field(key);
        const bool chosen = field && field->kind == FieldKind::Choice;
        for (const QString &code : chosen ? choicesNamed(when, key) : QStringList()) {
            const bool there = std::any_of(field->choices.begin(), field->choices.end(),
                                           [&](const Choice &one) { return one.code == code; });
            if (!code.isEmpty() && !there)
                report(u"%1の条件の「%2」には、その日の様式に「%3」という選択肢がありません。"_s.arg(
                           name, field->label.ja, code),
                       u"Step %1: on that day the form offers no choice %2 of %3."_s.arg(name, code,
                                                                                         field->label.text(true)));
        }
    }
    void checkFields(const RuleLine &line, const QString &name)
    {
        if (comparesWithNothing(line.when.toJson(), m_words))
            report(u"%1の条件に、値の決まっていないものがあります。"_s.arg(name),
                   u"Step %1 compares with a value that is not said yet."_s.arg(name));
        for (const QString &key : comparedIn(line.when)) {
            if (isOwnField(key))
                report(u"%1の条件は「%2」を見ています。自庁の欄では場合を分けられません。"_s.arg(
                           name, m_words.field(key).label.ja),
                       u"Step %1 compares %2: no rule goes by a field of the office's own."_s.arg(
                           name, m_words.field(key).label.text(true)));
            else if (!m_words.knows(key))
                report(u"%1の条件の項目「%2」は、この様式にありません。"_s.arg(name, key),
                       u"Step %1 compares %2, which the form does not have."_s.arg(name, key));
            checkChoices(line.when, key, name);
            if (key == "top"_L1 && m_rule.top.empty())
                report(u"%1の条件は、市の一番上の職が決まっていないので、当てはまりません。"_s.arg(name),
                       u"Step %1 asks for the very top, but the rule names no such post."_s.arg(name));
        }
        for (const QString &key : line.ground) {
            if (key != "attachments"_L1 && !m_words.form().field(key))
                report(u"%1の「見る項目」の「%2」は、この様式にありません。"_s.arg(name, key),
                       u"Step %1 is about %2, which the form does not have."_s.arg(name, key));
        }
    }

    /// What may stand behind what.
    void checkOrder()
    {
        bool decides = false;
        bool examines = false; // what was decided
        for (m_at = 0; m_at < m_rule.lines.size(); ++m_at) {
            const RuleLine &line = m_rule.lines[m_at];
            const QString name = nameOf(line, m_at);
            if (line.kind == StepKind::Decide && examines)
                report(u"%1の決裁が、決裁後の審査の後にあります。審査の前に移してください。"_s.arg(name),
                       u"Step %1 decides behind an examination of the decision; move it before."_s.arg(name));
            else if (line.kind == StepKind::Decide)
                decides = true;
            else if (decides && line.kind == StepKind::Examine)
                examines = true;
            else if (decides && line.kind != StepKind::Circulate)
                report(u"%1が決裁の後にあります。決裁の前に移してください。"_s.arg(name),
                       u"Step %1 would wait after the decision; move it before."_s.arg(name));
        }
        if (!decides)
            report(u"決裁する段階がありません。"_s, u"No step decides."_s);
    }
    void checkWhole()
    {
        if (!m_fits && m_problems.empty())
            report(u"規則に長すぎる文字か、大きすぎる数があります（文字は300字、数は15桁まで）。"_s,
                   u"The rule has a text of more than 300 characters or a number of more than 15 digits."_s);
        for (const QString &code : m_rule.top) {
            const Post *post = m_words.office().postByCode(code);
            const Section *section = post ? m_words.office().section(post->section) : nullptr;
            if (!section || section->level != SectionLevel::City)
                report(u"「市の一番上の職」の「%1」は、市に直接属する職ではありません。"_s.arg(code),
                       u"%1 is no post of the city itself, above which there is nobody."_s.arg(code));
        }
        if (!m_rule.table)
            return;
        if (!m_words.table())
            report(u"専決表「%1」がありません。"_s.arg(m_rule.table->table),
                   u"There is no decision table %1."_s.arg(m_rule.table->table));
        checkActs();
        if (!m_rule.table->least.isEmpty() && !m_words.form().field(m_rule.table->least))
            report(
                u"上の職を選ぶ項目「%1」は、この様式にありません。"_s.arg(m_rule.table->least),
                u"The field %1, which may ask for a higher decision, is not on the form."_s.arg(m_rule.table->least));
    }

    /// Every case of the form is looked up in the table, whoever is asked: by its kind.
    void checkActs()
    {
        if (!m_words.given(u"act"_s))
            report(u"この様式には「案件の種類」がないので、専決表では決裁者が決まりません。"_s,
                   u"The form does not say its kind of case: a decision table finds nobody to decide."_s);
        const FieldDefinition *field = m_words.table() ? m_words.form().field(u"act"_s) : nullptr;
        for (const Choice &act : field ? field->choices : std::vector<Choice>()) {
            const auto has = [&](const DecisionRow &row) { return row.acts.contains(act.code); };
            const auto &rows = m_words.table()->rows;
            if (std::none_of(rows.begin(), rows.end(), has))
                report(u"専決表に、案件の種類「%1」の行がありません。"_s.arg(act.label.ja),
                       u"The decision table has no row for %1."_s.arg(act.label.text(true)));
        }
    }

    /// Tries contents that are as different as the conditions tell apart.
    void checkContents()
    {
        const std::vector<QJsonObject> contents = toldApartBy(m_rule, m_words);
        if (contents.empty())
            report(u"条件の組合せが多すぎて、決裁する段階の漏れと重なりは確かめていません。"_s,
                   u"The conditions tell too many cases apart: gaps and overlaps were not looked for."_s, false);
        std::vector<bool> held(m_rule.lines.size(), contents.empty());
        bool open = false;
        bool overlap = false;
        for (const QJsonObject &one : contents) {
            QStringList deciding;
            for (size_t i = 0; i < m_rule.lines.size(); ++i) {
                if (!m_rule.lines[i].when.holds(one))
                    continue;
                held[i] = true;
                if (m_rule.lines[i].kind == StepKind::Decide)
                    deciding.append(m_rule.lines[i].line);
            }
            if (deciding.isEmpty() && !one.value("top"_L1).toBool() && !std::exchange(open, true))
                gap(one);
            if (deciding.size() > 1 && !std::exchange(overlap, true))
                report(
                    u"%1は、同時に当てはまることがあります（%2）。後の段階が決裁し、前の段階は回議になります。"_s.arg(
                        deciding.join(u"と"_s), described(one).ja),
                    u"%1 hold at once (%2): the last one decides, those before it review."_s.arg(
                        deciding.join(u" and "_s), described(one).en),
                    false);
        }
        for (m_at = 0; m_at < held.size(); ++m_at) {
            if (!held[m_at])
                report(u"%1は、条件に当てはまる案件がありません。"_s.arg(m_rule.lines[m_at].line),
                       u"Step %1 never applies: nothing fulfils its condition."_s.arg(m_rule.lines[m_at].line), false);
        }
        m_at = m_rule.lines.size();
    }
    void gap(const QJsonObject &content)
    {
        report(u"%1の案件を決裁する段階がありません。"_s.arg(described(content).ja),
               u"No step decides where %1."_s.arg(described(content).en));
    }
    /// As far as deciding on it goes.
    Bilingual described(const QJsonObject &content) const
    {
        QStringList deciding;
        for (const RuleLine &line : m_rule.lines)
            deciding += line.kind == StepKind::Decide ? comparedIn(line.when) : QStringList();
        Bilingual text;
        deciding.removeDuplicates();
        for (const QString &key : deciding) {
            // What is missing is an optional field that nobody filled in.
            if (!content.contains(key) && !m_words.form().field(key))
                continue;
            const QJsonValue value = content.contains(key) ? content.value(key) : QJsonValue(QString());
            if (value == QJsonValue(kBeforeAll) || value == QJsonValue(kBehindAll)) {
                const Bilingual label = m_words.field(key).label;
                text.ja += (text.ja.isEmpty() ? QString() : u"、"_s) + u"「%1」がほかの文字"_s.arg(label.ja);
                text.en +=
                    (text.en.isEmpty() ? QString() : u", "_s) + u"\"%1\" is another text"_s.arg(label.text(true));
                continue;
            }
            const auto one = Condition::fromJson(ConditionRow::of(key, u"eq"_s, value).json);
            const Bilingual part = one ? m_words.condition(*one) : Bilingual{key, key};
            text.ja += (text.ja.isEmpty() ? QString() : u"、"_s) + part.ja;
            text.en += (text.en.isEmpty() ? QString() : u", "_s) + part.en;
        }
        return text.ja.isEmpty() ? Bilingual{u"すべて"_s, u"anything is asked"_s} : text;
    }

    const RouteRule &m_rule;
    const RuleWords &m_words;
    const RouteRule *m_before;
    const QJsonArray m_json = m_rule.toJson().value("lines"_L1).toArray();
    const bool m_fits = ruleValuesFit(m_rule.toJson());
    std::vector<RuleProblem> m_problems;
    size_t m_at = 0; ///< which line is looked at; behind the last: the rule as a whole
};

/// Values of the fields a rule compares on both sides of all its limits.
class ContentMaker final {
public:
    ContentMaker(const RouteRule &rule, const RuleWords &words) : m_words(words)
    {
        for (const RuleLine &line : rule.lines)
            collect(line.when.toJson());
        for (auto &[key, values] : m_values)
            round(key, values, rule);
    }
    std::vector<QJsonObject> run() const
    {
        qsizetype count = 1;
        for (const auto &[key, values] : m_values) {
            count *= std::max<qsizetype>(values.size(), 1);
            if (count > kMostContents)
                return {};
        }
        std::vector<QJsonObject> all{QJsonObject()};
        for (const auto &[key, values] : m_values) {
            std::vector<QJsonObject> next;
            for (const QJsonObject &one : all) {
                for (const QJsonValue value : values) {
                    QJsonObject made = one;
                    if (!value.isNull())
                        made.insert(key, value);
                    next.push_back(std::move(made));
                }
            }
            all = std::move(next);
        }
        return all;
    }

private:
    void add(const QString &key, const QJsonValue &value)
    {
        QJsonArray &values = m_values[key];
        if (!values.contains(value))
            values.append(value);
    }
    void collect(const QJsonObject &json)
    {
        const QString field = json.value("field"_L1).toString();
        for (auto it = json.begin(); it != json.end(); ++it) {
            if (it.key() == "field"_L1)
                continue;
            if (field.isEmpty()) {
                for (const QJsonValue part : it->isArray() ? it->toArray() : QJsonArray{*it})
                    collect(part.toObject());
                continue;
            }
            for (const QJsonValue value : it->isArray() ? it->toArray() : QJsonArray{*it})
                around(field, value);
        }
    }
    void around(const QString &field, const QJsonValue &value)
    {
        add(field, value);
        if (value.isBool())
            add(field, !value.toBool());
        if (const QDate day = QDate::fromString(value.toString(), Qt::ISODate); day.isValid()) {
            add(field, day.addDays(-1).toString(Qt::ISODate));
            add(field, day.addDays(1).toString(Qt::ISODate));
        }
        if (!value.isDouble())
            return;
        const bool level = field == "authority"_L1;
        for (const qint64 near : {value.toInteger() - 1, value.toInteger() + 1}) {
            const qint64 highest = level && m_words.table() ? qint64(m_words.table()->levels.size()) : near;
            if (near >= (level ? 1 : 0) && near <= highest)
                add(field, near);
        }
    }
    /// Adds what the field may say besides: its choices, another text, nothing.
    void round(const QString &key, QJsonArray &values, const RouteRule &rule)
    {
        const FieldDefinition field = m_words.field(key);
        const bool text = std::any_of(values.begin(), values.end(), [](const QJsonValue &v) { return v.isString(); });
        for (const Choice &choice : field.choices) {
            if (text && !values.contains(choice.code))
                values.append(choice.code);
        }
        if (text && field.choices.empty() && field.kind != FieldKind::Date) {
            values.append(kBehindAll);
            values.append(kBeforeAll);
        }
        if (key == "top"_L1 && rule.top.empty())
            values = {QJsonValue(QJsonValue::Null)};
        const FieldDefinition *own = m_words.form().field(key);
        if (own && !own->required && own->kind != FieldKind::Flag && !values.contains(QString()))
            values.append(QJsonValue(QJsonValue::Null));
    }

    const RuleWords &m_words;
    std::map<QString, QJsonArray> m_values;
};

/// The posts a selector means in an office, whoever the drafter is; none for persons, fields and tables.
std::optional<std::vector<PostId>> postsMeant(const Selector &who, const Office &office)
{
    std::vector<PostId> posts;
    switch (who.kind) {
    case Selector::Kind::Head:
        for (const Section &section : office.sections()) {
            const auto head = section.level == who.level ? office.headOf(section.id) : std::nullopt;
            if (head)
                posts.push_back(*head);
        }
        return posts;
    case Selector::Kind::Post:
        if (const Post *post = office.postByCode(who.code))
            posts.push_back(post->id);
        return posts;
    case Selector::Kind::Role: return office.postsWithRole(who.code);
    case Selector::Kind::Staff:
    case Selector::Kind::Field:
    case Selector::Kind::Table: break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Bilingual> nobodyFor(const Selector &who, const Office &office, const Bilingual &name)
{
    const auto posts = postsMeant(who, office);
    const auto held = [&](PostId post) { return !office.holders(post).empty(); };
    if (posts ? std::any_of(posts->begin(), posts->end(), held) : office.staffByNumber(who.code) != nullptr)
        return std::nullopt;
    if (!posts && who.kind != Selector::Kind::Staff)
        return std::nullopt;
    const bool missing = posts && posts->empty();
    return Bilingual{
        (missing ? u"%1に当たる職がありません。"_s : u"%1の職に就いている者がいません。"_s).arg(name.ja),
        (missing ? u"There is no post for %1."_s : u"Nobody holds the post of %1."_s).arg(name.text(true))};
}

std::vector<QJsonObject> toldApartBy(const RouteRule &rule, const RuleWords &words)
{
    return ContentMaker(rule, words).run();
}

std::vector<RuleProblem> problemsIn(const RouteRule &rule, const RuleWords &words, const RouteRule *before)
{
    return RuleCheck(rule, words, before).run();
}

bool ruleValuesFit(const QJsonValue &value)
{
    if (const auto number = wholeNumber(value); value.isDouble())
        return number && *number >= -kLargestNumber && *number <= kLargestNumber;
    if (value.isString())
        return value.toString().toUcs4().size() <= kLongestRuleText;
    const QJsonArray parts = value.toArray();
    const QJsonObject members = value.toObject();
    return std::all_of(parts.begin(), parts.end(), [](const QJsonValue &part) { return ruleValuesFit(part); })
        && std::all_of(members.begin(), members.end(), [](const QJsonValue &part) { return ruleValuesFit(part); });
}

} // namespace kessai
