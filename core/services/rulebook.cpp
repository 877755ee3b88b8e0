// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rulebook.h"

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Something that may stand in a field of that kind.
QJsonValue plausible(const FieldDefinition &field)
{
    constexpr qint64 kNine = 540;
    switch (field.kind) {
    case FieldKind::Date: return u"2026-11-24"_s;
    case FieldKind::Time: return kNine;
    case FieldKind::Minutes:
    case FieldKind::Number: return 60;
    case FieldKind::Yen: return 1000;
    case FieldKind::Choice: return field.choices.empty() ? QString() : field.choices.front().code;
    case FieldKind::Flag: return true;
    case FieldKind::Text:
    case FieldKind::LongText: return u"-"_s;
    case FieldKind::StaffRef:
    case FieldKind::PostRef:
    case FieldKind::CaseRef:
    case FieldKind::BudgetLine:
    case FieldKind::Computed:
    case FieldKind::Payee:
    case FieldKind::PaidRef: break;
    }
    return QJsonValue();
}

} // namespace

std::vector<FieldDefinition> factsOf(const Form &form, const FormDefinition &definition, const Parameters &parameters)
{
    QJsonObject full;
    for (const FieldDefinition &field : definition.fields) {
        if (const QJsonValue value = plausible(field); !value.isNull())
            full.insert(field.key, value);
    }
    std::vector<QJsonObject> contents{QJsonObject(), full};
    for (const FieldDefinition &field : definition.fields) {
        for (const Choice &choice : field.choices) {
            contents.push_back(full);
            contents.back().insert(field.key, choice.code);
        }
    }
    std::map<QString, QJsonValue> found;
    for (const QJsonObject &content : contents) {
        const QJsonObject facts = form.facts(content, parameters);
        for (auto it = facts.begin(); it != facts.end(); ++it)
            found.insert_or_assign(it.key(), it.value());
    }
    std::vector<FieldDefinition> all;
    for (const auto &[key, value] : found)
        all.push_back(derivedField(key, value));
    return all;
}

const FormDefinition *RuleBook::form(const QString &code, const QDate &day) const
{
    const FormDefinition *best = nullptr;
    for (const FormDefinition &one : formsToCome) {
        const bool there = one.code == code && one.from <= day; // never on a day that is none
        if (there && (!best || std::pair(best->from, best->revision) < std::pair(one.from, one.revision)))
            best = &one;
    }
    if (best)
        return best;
    const auto it = std::find_if(forms.begin(), forms.end(), [&](const FormDefinition &f) { return f.code == code; });
    return it == forms.end() ? nullptr : &*it;
}

const DecisionTable *RuleBook::tableOf(const RouteRule &rule) const
{
    const DecisionTable *best = nullptr;
    for (const DecisionTable &one : tables) {
        const bool used = rule.table && one.code == rule.table->table && one.from <= std::max(rule.from, office->day());
        if (used && (!best || std::pair(best->from, best->revision) < std::pair(one.from, one.revision)))
            best = &one;
    }
    return best;
}

RuleWords RuleBook::words(const RouteRule &rule) const
{
    static const FormDefinition kNone{};
    const FormDefinition *definition = form(rule.form, rule.from);
    return RuleWords(*office, definition ? *definition : kNone, facts.value(rule.form), tableOf(rule));
}

} // namespace kessai
