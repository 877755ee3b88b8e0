// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ruletext.h"

#include "core/cases/decisiongrid.h"
#include "core/cases/form.h"
#include "core/cases/formcheck.h"
#include "core/cases/rulephrase.h"

#include <algorithm>
#include <array>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Known {
    const char *code;
    const char *ja;
    const char *en;
};

constexpr std::array kRoles{
    Known{"accounting", "会計", "accounting"},
    Known{"contract", "契約", "contracts"},
    Known{"digital", "情報", "digital affairs"},
    Known{"filing", "代理入力", "filing"},
    Known{"finance", "財政", "finance"},
    Known{"finance-director", "財政担当部長", "director of finance"},
    Known{"general-affairs", "総務", "general affairs"},
    Known{"legal", "法制", "legal affairs"},
    Known{"personnel", "人事", "personnel"},
    Known{"records", "文書", "records"},
    Known{"secretary", "秘書", "secretaries"},
};

constexpr std::array kDerived{
    Known{"minutes", "時間数", "Hours"},
    Known{"leave_minutes", "時間数", "Hours"},
    Known{"days", "日数", "Days"},
    Known{"cost", "経費の見込額", "Expected cost"},
    Known{"amount", "金額（税込）", "Amount with tax"},
    Known{"act", "案件の種類", "Kind of case"},
    Known{"item", "節", "Budget item"},
    Known{"passed", "検査合格", "Passed"},
};

template <class List>
const Known *knownIn(const List &list, const QString &code)
{
    const auto it =
        std::find_if(list.begin(), list.end(), [&](const Known &k) { return code == QLatin1String(k.code); });
    return it == list.end() ? nullptr : &*it;
}

FieldDefinition fieldOf(const QString &key, FieldKind kind, const Bilingual &label)
{
    FieldDefinition field;
    field.key = key;
    field.kind = kind;
    field.label = label;
    return field;
}

FieldDefinition termField(const QString &key, const std::vector<DecisionTerm> &terms)
{
    const Known *known = knownIn(kDerived, key);
    FieldDefinition field =
        fieldOf(key, FieldKind::Choice, {QString::fromUtf8(known->ja), QString::fromUtf8(known->en)});
    for (const DecisionTerm &term : terms)
        field.choices.push_back({term.code, term.name});
    return field;
}

/// The place of the deciding level, as a number with the levels for names.
FieldDefinition authorityField(const DecisionTable &table)
{
    FieldDefinition field = fieldOf(u"authority"_s, FieldKind::Number, {u"決裁する職"_s, u"Deciding level"_s});
    for (size_t i = 0; i < table.levels.size(); ++i)
        field.choices.push_back({QString::number(i + 1), table.levels[i].term.name});
    return field;
}

FieldDefinition topField()
{
    return fieldOf(u"top"_s, FieldKind::Flag, {u"起案者より上の職がない"_s, u"Nobody is above the drafter"_s});
}

void comparedIn(const QJsonValue &condition, QStringList &keys)
{
    for (const QJsonValue part : condition.toArray())
        comparedIn(part, keys);
    const QJsonObject object = condition.toObject();
    const QString field = object.value("field"_L1).toString();
    if (!field.isEmpty() && !keys.contains(field))
        keys.append(field);
    for (const QLatin1String key : {"all"_L1, "any"_L1, "not"_L1}) {
        if (field.isEmpty() && object.contains(key))
            comparedIn(object.value(key), keys);
    }
}

bool isOrderedKind(const FieldDefinition &field)
{
    return field.kind == FieldKind::Yen || field.kind == FieldKind::Number || field.kind == FieldKind::Minutes
        || field.kind == FieldKind::Time || field.kind == FieldKind::Date;
}

/// 「至急」に当たる, not 金額が50万円以上: what follows joins on in another way.
bool endsInVerb(const QString &text)
{
    return text.endsWith(u'る') || text.endsWith(u"ない"_s);
}

/// A name that reads like a sentence of its own stands in brackets: 「市が支給する」.
QString asName(const QString &label)
{
    const QChar last = label.isEmpty() ? QChar() : label.back();
    const bool sentence = last >= QChar(0x3041) && last <= QChar(0x309F);
    return sentence ? u"「%1」"_s.arg(label) : label;
}

struct ComparisonWords {
    const char *key;
    const char *ja;
    const char *en;
};

/// In the order in which they are said.
constexpr std::array kComparisons{
    ComparisonWords{"ge", "%1以上", "at least %1"},
    ComparisonWords{"gt", "%1超", "above %1"},
    ComparisonWords{"lt", "%1未満", "below %1"},
    ComparisonWords{"le", "%1以下", "at most %1"},
    ComparisonWords{"eq", "%1", "%1"},
    ComparisonWords{"ne", "%1以外", "not %1"},
    ComparisonWords{"in", "%1のいずれか", "one of %1"},
};

} // namespace

FieldDefinition derivedField(const QString &key, const QJsonValue &like)
{
    const Known *known = knownIn(kDerived, key);
    const Bilingual label =
        known ? Bilingual{QString::fromUtf8(known->ja), QString::fromUtf8(known->en)} : Bilingual{key, key};
    const bool money = key == "amount"_L1 || key == "cost"_L1 || key == "yen"_L1;
    const FieldKind kind = like.isBool() ? FieldKind::Flag
        : like.isString()                ? FieldKind::Text
        : money                          ? FieldKind::Yen
        : key.endsWith("minutes"_L1)     ? FieldKind::Minutes
                                         : FieldKind::Number;
    return fieldOf(key, kind, label);
}

QStringList comparedIn(const Condition &condition)
{
    QStringList keys;
    comparedIn(QJsonValue(condition.toJson()), keys);
    return keys;
}

RuleWords::RuleWords(const Office &office, const FormDefinition &form, std::vector<FieldDefinition> facts,
                     const DecisionTable *table)
    : m_office(office), m_form(form), m_facts(std::move(facts)), m_table(table), m_comparable(allComparable())
{
}

std::vector<FieldDefinition> RuleWords::comparable(bool withTop) const
{
    std::vector<FieldDefinition> all = m_comparable;
    const FieldDefinition top = topField();
    if (withTop && std::none_of(all.begin(), all.end(), [&](const auto &one) { return one.key == top.key; }))
        all.push_back(top);
    return all;
}

std::vector<FieldDefinition> RuleWords::allComparable() const
{
    std::vector<FieldDefinition> all;
    const auto add = [&](const FieldDefinition &field) {
        const bool there = std::any_of(all.begin(), all.end(), [&](const auto &one) { return one.key == field.key; });
        const bool plain = field.kind != FieldKind::Computed && field.kind != FieldKind::LongText
            && field.kind != FieldKind::CaseRef && field.kind != FieldKind::PaidRef && field.kind != FieldKind::Payee;
        if (!there && plain && !field.confidential && !isOwnField(field.key))
            all.push_back(field);
    };
    if (m_table) {
        add(authorityField(*m_table));
        add(derivedField(u"amount"_s, 0));
        add(termField(u"item"_s, m_table->items));
        add(termField(u"act"_s, m_table->acts));
    }
    for (const FieldDefinition &fact : m_facts)
        add(fact);
    for (const FieldDefinition &one : m_form.fields)
        add(one);
    return all;
}

bool RuleWords::knows(const QString &key) const
{
    const auto same = [&](const FieldDefinition &one) { return one.key == key; };
    return key == topField().key || std::any_of(m_comparable.begin(), m_comparable.end(), same);
}

bool RuleWords::given(const QString &key) const
{
    return m_form.field(key)
        || std::any_of(m_facts.begin(), m_facts.end(), [&](const FieldDefinition &one) { return one.key == key; });
}

FieldDefinition RuleWords::field(const QString &key) const
{
    for (const FieldDefinition &one : m_comparable) {
        if (one.key == key)
            return one;
    }
    if (key == "top"_L1)
        return topField();
    const FieldDefinition *own = m_form.field(key);
    return own ? *own : fieldOf(key, FieldKind::Text, {key, key});
}

Bilingual RuleWords::who(const Selector &who) const
{
    switch (who.kind) {
    case Selector::Kind::Head: return levelText(who.level);
    case Selector::Kind::Role: {
        const Bilingual posts = selectorName(who, m_office);
        if (m_office.postsWithRole(who.code).empty())
            return {u"役割「%1」の職"_s.arg(roleText(who.code, false)),
                    u"the posts with the role %1"_s.arg(roleText(who.code, true))};
        return {u"%1（役割 %2）"_s.arg(posts.ja, roleText(who.code, false)),
                u"%1 (role %2)"_s.arg(posts.text(true), roleText(who.code, true))};
    }
    case Selector::Kind::Field: {
        const Bilingual label = field(who.code).label;
        return {u"「%1」に書かれた職・人"_s.arg(label.ja), u"whoever \"%1\" names"_s.arg(label.text(true))};
    }
    case Selector::Kind::Table:
        return who.code == "decider"_L1
            ? Bilingual{u"専決表が定める決裁者"_s, u"whoever decides by the decision table"_s}
            : Bilingual{u"専決表が定める合議先"_s, u"those the decision table consults"_s};
    case Selector::Kind::Post:
    case Selector::Kind::Staff: break;
    }
    const Bilingual name = selectorName(who, m_office);
    return {name.ja, name.text(true)};
}

Bilingual RuleWords::who(const std::vector<Selector> &all) const
{
    Bilingual text;
    for (const Selector &one : all) {
        const Bilingual part = who(one);
        text.ja += (text.ja.isEmpty() ? QString() : u"、"_s) + part.ja;
        text.en += (text.en.isEmpty() ? QString() : u", "_s) + part.en;
    }
    return text;
}

Bilingual RuleWords::step(const RuleLine &line) const
{
    const bool several =
        line.who.size() > 1 || std::any_of(line.who.begin(), line.who.end(), [](const Selector &who) {
            return who.kind == Selector::Kind::Role || (who.kind == Selector::Kind::Table && who.code != "decider"_L1);
        });
    const Bilingual kind = stepKindText(line.kind);
    if (line.kind == StepKind::Circulate || (line.rule == StepRule::All && !several))
        return kind;
    const Bilingual rule = stepRuleText(line.rule, line.count);
    return {u"%1（%2）"_s.arg(kind.ja, rule.ja), u"%1 (%2)"_s.arg(kind.en, rule.en)};
}

Bilingual RuleWords::value(const FieldDefinition &field, const QJsonValue &value) const
{
    if (field.kind == FieldKind::Yen && value.isDouble())
        return yenWords(Yen(value.toInteger()));
    const QString code = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    for (const Choice &choice : field.choices) {
        if (choice.code == code)
            return {asName(choice.label.ja), choice.label.text(true)};
    }
    if (field.kind == FieldKind::Number && value.isDouble())
        return {code, code};
    static const BudgetBook kNoBudget;
    const NamesKnown names{m_office, kNoBudget};
    const bool fits = field.kind == FieldKind::Flag                         ? value.isBool()
        : field.kind == FieldKind::Minutes || field.kind == FieldKind::Time ? value.isDouble()
                                                                            : value.isString();
    if (!fits)
        return {code, code};
    return {displayText(field, value, names, false), displayText(field, value, names, true)};
}

Bilingual RuleWords::test(const QJsonObject &json) const
{
    const FieldDefinition field = this->field(json.value("field"_L1).toString());
    const Bilingual label{field.label.ja, field.label.text(true)};
    Bilingual text;
    for (const ComparisonWords &words : kComparisons) {
        const QLatin1String how(words.key);
        const QJsonValue with = json.value(how);
        if (with.isUndefined())
            continue;
        const bool same = how == "eq"_L1;
        if (with.isBool() && (same || how == "ne"_L1)) {
            const bool yes = with.toBool() == same;
            return yes ? Bilingual{u"「%1」に当たる"_s.arg(label.ja), u"\"%1\" is so"_s.arg(label.en)}
                       : Bilingual{u"「%1」に当たらない"_s.arg(label.ja), u"\"%1\" is not so"_s.arg(label.en)};
        }
        if (with == QJsonValue(QString()) && (same || how == "ne"_L1))
            return same ? Bilingual{u"「%1」が空欄"_s.arg(label.ja), u"\"%1\" is empty"_s.arg(label.en)}
                        : Bilingual{u"「%1」に記入がある"_s.arg(label.ja), u"\"%1\" is filled in"_s.arg(label.en)};
        Bilingual name;
        for (const QJsonValue one : with.isArray() ? with.toArray() : QJsonArray{with}) {
            const Bilingual part = value(field, one);
            name.ja += (name.ja.isEmpty() ? QString() : u"・"_s) + part.ja;
            name.en += (name.en.isEmpty() ? QString() : u", "_s) + part.en;
        }
        // A day is counted in days, not told by the word alone.
        if (field.kind == FieldKind::Number && field.key == "days"_L1)
            name = {name.ja + u"日"_s, name.en + u" days"_s};
        const bool chained = !text.ja.isEmpty() && isOrderedKind(field);
        text.ja += (text.ja.isEmpty() || chained ? QString() : u"かつ"_s) + QString::fromUtf8(words.ja).arg(name.ja);
        text.en += (text.en.isEmpty() ? QString() : u" and "_s) + QString::fromUtf8(words.en).arg(name.en);
    }
    return {u"%1が%2"_s.arg(label.ja, text.ja), u"%1 is %2"_s.arg(label.en, text.en)};
}

Bilingual RuleWords::joined(const QJsonArray &parts, bool any, bool within) const
{
    Bilingual text;
    for (const QJsonValue part : parts) {
        const Bilingual one = condition(part.toObject(), parts.size() > 1);
        const QString pause = endsInVerb(text.ja) ? u"、"_s : QString();
        text.ja += (text.ja.isEmpty() ? QString() : pause + (any ? u"または"_s : u"かつ"_s)) + one.ja;
        text.en += (text.en.isEmpty() ? QString() : any ? u" or "_s : u" and "_s) + one.en;
    }
    return within && parts.size() > 1 ? Bilingual{u"（%1）"_s.arg(text.ja), u"(%1)"_s.arg(text.en)} : text;
}

Bilingual RuleWords::condition(const QJsonObject &json, bool within) const
{
    if (json.contains("field"_L1))
        return test(json);
    if (json.contains("all"_L1))
        return joined(json.value("all"_L1).toArray(), false, within);
    if (json.contains("any"_L1))
        return joined(json.value("any"_L1).toArray(), true, within);
    const Bilingual part = condition(json.value("not"_L1).toObject(), false);
    return {u"（%1）でない"_s.arg(part.ja), u"not (%1)"_s.arg(part.en)};
}

Bilingual RuleWords::condition(const Condition &condition) const
{
    const QJsonObject json = condition.toJson();
    return json.isEmpty() ? Bilingual() : this->condition(json, false);
}

Bilingual whenText(const Bilingual &condition)
{
    if (condition.ja.isEmpty())
        return {};
    return {condition.ja + (endsInVerb(condition.ja) ? u"とき"_s : u"のとき"_s), u"if "_s + condition.en};
}

Bilingual RuleWords::line(const RuleLine &line) const
{
    const Bilingual kind = step(line);
    const Bilingual asked = who(line.who);
    const Bilingual when = whenText(condition(line.when));
    const QString gap = kind.ja.endsWith(u'）') ? QString() : u" "_s;
    Bilingual text{kind.ja + gap + u"— "_s + asked.ja, u"%1 — %2"_s.arg(kind.en, asked.en)};
    if (!when.ja.isEmpty()) {
        text.ja += u": "_s + when.ja;
        text.en += u", "_s + when.en;
    }
    return text;
}

Bilingual stepKindText(StepKind kind)
{
    switch (kind) {
    case StepKind::Review: return {u"回議"_s, u"Review"_s};
    case StepKind::Consult: return {u"合議"_s, u"Consultation"_s};
    case StepKind::Examine: return {u"審査"_s, u"Examination"_s};
    case StepKind::Decide: return {u"決裁"_s, u"Decision"_s};
    case StepKind::Circulate: return {u"供覧"_s, u"Circulation"_s};
    }
    return {};
}

Bilingual stepRuleText(StepRule rule, int count)
{
    switch (rule) {
    case StepRule::All: return {u"全員"_s, u"all"_s};
    case StepRule::Any: return {u"だれか1人"_s, u"any one"_s};
    case StepRule::Count: return {u"%1人以上"_s.arg(count), u"at least %1"_s.arg(count)};
    case StepRule::Majority: return {u"過半数"_s, u"more than half"_s};
    }
    return {};
}

Bilingual levelText(SectionLevel level)
{
    switch (level) {
    case SectionLevel::City: return {u"市の長"_s, u"the head of the city"_s};
    case SectionLevel::Department: return {u"起案者の部の部長"_s, u"the drafter's department head"_s};
    case SectionLevel::Section: return {u"起案者の課の課長"_s, u"the drafter's section head"_s};
    case SectionLevel::Unit: return {u"起案者の係の係長"_s, u"the drafter's unit head"_s};
    }
    return {};
}

QString roleText(const QString &role, bool english)
{
    const Known *known = knownIn(kRoles, role);
    return known ? QString::fromUtf8(english ? known->en : known->ja) : role;
}

} // namespace kessai
