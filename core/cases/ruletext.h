// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisiontable.h"
#include "core/cases/formdefinition.h"
#include "core/cases/rule.h"

namespace kessai {

/// What a form derives for rules to compare, as a field with its words; `like` is a value it had once.
FieldDefinition derivedField(const QString &key, const QJsonValue &like);
/// The fields a condition compares, each once, in its order.
QStringList comparedIn(const Condition &condition);

/// A route rule in the words of whoever reads and writes it: its fields, levels, posts and roles by name.
class RuleWords final {
public:
    /// `facts` is what the form derives; `table` the 専決 table a rule leaves the decision to. Both references are kept.
    RuleWords(const Office &office, const FormDefinition &form, std::vector<FieldDefinition> facts,
              const DecisionTable *table);

    const Office &office() const { return m_office; }
    const FormDefinition &form() const { return m_form; }
    const DecisionTable *table() const { return m_table; }

    /// Everything a condition of a rule may compare: what the rule and its table know, what the form derives, and the fields of the form.
    std::vector<FieldDefinition> comparable(bool withTop) const;
    /// A field or fact of that name; one whose label is its name where there is none.
    FieldDefinition field(const QString &key) const;
    bool knows(const QString &key) const;
    /// Whether the form says or derives it; what a rule and its table know by themselves is not that.
    bool given(const QString &key) const;

    /// "起案者の課の課長", "財政課長（役割 財政）", "「合議先」に書かれた職・人".
    Bilingual who(const Selector &who) const;
    Bilingual who(const std::vector<Selector> &who) const;
    /// "合議（全員）".
    Bilingual step(const RuleLine &line) const;
    /// "金額が50万円以上かつ節が委託料"; empty where it always holds.
    Bilingual condition(const Condition &condition) const;
    /// "合議（全員）— 財政課長（役割 財政）: 金額が50万円以上かつ節が委託料のとき".
    Bilingual line(const RuleLine &line) const;
    /// A value a field is compared with: "50万円", "委託料", "2時間30分".
    Bilingual value(const FieldDefinition &field, const QJsonValue &value) const;

private:
    Bilingual condition(const QJsonObject &json, bool within) const;
    Bilingual joined(const QJsonArray &parts, bool any, bool within) const;
    Bilingual test(const QJsonObject &json) const;
    std::vector<FieldDefinition> allComparable() const;

    const Office &m_office;
    const FormDefinition &m_form;
    std::vector<FieldDefinition> m_facts;
    const DecisionTable *m_table;
    std::vector<FieldDefinition> m_comparable; ///< without what a rule alone knows (top)
};

/// The word of a kind of step, of how many of those asked have to agree, and of a level whose head is asked.
Bilingual stepKindText(StepKind kind);
Bilingual stepRuleText(StepRule rule, int count);
Bilingual levelText(SectionLevel level);
/// "財政": what a role is called where it is one the program knows.
QString roleText(const QString &role, bool english);

/// What somebody changed in a rule, line by line, as people read it.
std::vector<Bilingual> changesBetween(const RouteRule &before, const RouteRule &after, const RuleWords &words);

} // namespace kessai
