// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/formcheck.h"
#include "core/cases/ruleneeds.h"
#include "core/ports/settings.h"
#include "core/services/desk.h"

// What administrators set besides rules: numbers, forms, reasons of returns.

namespace kessai {

/// By the names people had last: a login says nothing to who reads it.
Result<std::vector<SettingAct>> Desk::settingActs()
{
    auto acts = m_store->office().settingActs();
    if (!acts)
        return acts;
    QHash<QString, QString> names;
    for (const Dated<Staff> &row : m_configuration.office.staff)
        names.insert(row.value.login, row.value.name());
    for (SettingAct &one : *acts)
        one.by = names.value(one.by, one.by);
    return acts;
}

Result<SettingsBook> Desk::settingsBook()
{
    if (const auto can = ready(); !can)
        return can.failure();
    auto acts = settingActs();
    if (!acts)
        return acts.failure();
    SettingsBook book{m_configuration.parameters, {}, {}, m_configuration.faultLists, today(), std::move(acts).value()};
    for (const auto &form : m_catalog.all()) {
        book.openChoices.insert(form->code(), form->openChoices());
        for (const FormDefinition &definition : m_configuration.forms) {
            if (definition.code == form->code())
                book.forms.push_back(definition);
        }
    }
    return book;
}

Result<std::vector<Bilingual>> Desk::parameterProblems(const std::vector<Parameters::Row> &rows)
{
    if (const auto can = ready(); !can)
        return can.failure();
    return problemsIn(rows, m_configuration.parameters);
}

Result<> Desk::adoptParameters(const AdoptParameters &adoption)
{
    const auto problems = parameterProblems(adoption.rows);
    if (!problems)
        return problems.failure();
    if (!problems->empty())
        return fail(ErrorCode::Invalid, problems->front().en);
    const auto adopted = m_store->office().adoptParameters(adoption);
    const auto news = pulse(); // what somebody else put in force meanwhile is known from now on, too
    return adopted && !news ? news.failure() : adopted;
}

Result<std::vector<Bilingual>> Desk::formProblems(const FormDefinition &definition)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const Form *form = m_catalog.find(definition.code);
    const FormDefinition *before = m_configuration.form(definition.code, newestForm(m_configuration, definition.code));
    if (!form || !before)
        return fail(ErrorCode::NotFound, QStringLiteral("form ") + definition.code);
    std::vector<Bilingual> problems = problemsIn(definition, *before, *form);
    const std::vector<Bilingual> lost = lostFor(m_configuration.rules, definition, m_configuration.forms);
    problems.insert(problems.end(), lost.begin(), lost.end());
    return problems;
}

Result<> Desk::adoptForm(const AdoptForm &adoption)
{
    const auto problems = formProblems(adoption.definition);
    if (!problems)
        return problems.failure();
    if (!problems->empty())
        return fail(ErrorCode::Invalid, problems->front().en);
    const auto adopted = m_store->office().adoptForm(adoption);
    const auto news = pulse(); // what somebody else put in force meanwhile is known from now on, too
    return adopted && !news ? news.failure() : adopted;
}

Result<> Desk::adoptFaults(const AdoptFaults &adoption)
{
    if (const auto can = ready(); !can)
        return can;
    if (const auto problems = problemsIn(adoption.list); !problems.empty())
        return fail(ErrorCode::Invalid, problems.front().en);
    const auto adopted = m_store->office().adoptFaults(adoption);
    const auto news = pulse(); // what somebody else put in force meanwhile is known from now on, too
    return adopted && !news ? news.failure() : adopted;
}

} // namespace kessai
