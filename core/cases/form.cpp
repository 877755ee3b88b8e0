// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/form.h"

#include "core/cases/strictjson.h"
#include "core/duty/exchange.h"

#include <QJsonDocument>

#include <algorithm>

namespace kessai {

Parameters::Parameters(std::vector<Row> rows, std::shared_ptr<const Holidays> holidays, BudgetBook budget)
    : m_rows(std::move(rows)), m_holidays(std::move(holidays)), m_budget(std::move(budget))
{
}

std::optional<qint64> Parameters::value(const QString &key, const QDate &day) const
{
    const Row *best = nullptr;
    for (const Row &row : m_rows) {
        const bool newer = !best || row.from > best->from || (row.from == best->from && row.addedIn >= best->addedIn);
        if (row.key == key && row.from <= day && newer)
            best = &row;
    }
    return best ? std::optional(best->value) : std::nullopt;
}

const Parameters::Row *Parameters::earliest(const QString &key) const
{
    const Row *first = nullptr;
    for (const Row &row : m_rows) {
        const bool before =
            !first || row.from < first->from || (row.from == first->from && row.addedIn >= first->addedIn);
        if (row.key == key && before)
            first = &row;
    }
    return first;
}

Parameters Parameters::knownIn(int revision) const
{
    const auto later = [revision](const Row &row) { return row.addedIn > revision; };
    const auto holidays = m_holidays ? std::make_shared<const Holidays>(m_holidays->knownIn(revision)) : nullptr;
    const BudgetBook budget = m_budget.knownIn(revision);
    if (std::none_of(m_rows.begin(), m_rows.end(), later))
        return Parameters(m_rows, holidays, budget);
    QHash<QString, int> first; // the revision that wrote a number down first, with the program that brought it
    for (const Row &row : m_rows) {
        int &in = first[row.key];
        in = in == 0 ? row.addedIn : std::min(in, row.addedIn);
    }
    std::vector<Row> known = m_rows;
    std::erase_if(known, [&](const Row &row) { return row.addedIn > std::max(revision, first.value(row.key)); });
    return Parameters(std::move(known), holidays, budget);
}

Result<Parameters> Parameters::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorCode::Invalid, QStringLiteral("parameters: ") + problem.errorString());
    if (!document.isArray())
        return fail(ErrorCode::Invalid, QStringLiteral("parameters must be a list"));
    const auto objects = objectsOf(document.array(), QStringLiteral("parameters"));
    if (!objects)
        return objects.failure();
    std::vector<Row> rows;
    for (const QJsonObject &one : *objects) {
        StrictObject object(one, QStringLiteral("parameter '%1'").arg(one.value(QLatin1String("key")).toString()));
        rows.push_back({object.filledText(QStringLiteral("key")), object.day(QStringLiteral("from")),
                        object.integer(QStringLiteral("value")), object.text(QStringLiteral("source"))});
        if (const Result<> read = object.finish(); !read)
            return read.failure();
    }
    return Parameters(std::move(rows));
}

LedgerAnswer FormContext::answer(const QString &name) const
{
    const auto it = std::find_if(answers.begin(), answers.end(), [&](const LedgerAnswer &a) { return a.name == name; });
    return it == answers.end() ? LedgerAnswer{name, 0, 0} : *it;
}

bool isUrgent(const QJsonObject &fields)
{
    return fields.value(QLatin1String("urgent")).toBool();
}

std::optional<QDate> Form::paymentTerm(const QJsonObject &, const Parameters &) const
{
    return std::nullopt;
}

std::optional<Yen> Form::amount(const QJsonObject &) const
{
    return std::nullopt;
}

QHash<QString, Bilingual> Form::computed(const QJsonObject &, const FormContext &) const
{
    return {};
}

QJsonObject Form::facts(const QJsonObject &, const Parameters &) const
{
    return {};
}

std::vector<LedgerQuery> Form::questions(const QJsonObject &, StaffId, const Parameters &) const
{
    return {};
}

std::vector<Posting> Form::postings(const QJsonObject &, StaffId, const Parameters &) const
{
    return {};
}

std::vector<Posting> Form::onDays(const QJsonObject &, const DayRange &, std::vector<Posting>) const
{
    return {};
}

std::vector<Insight> Form::insights(const QJsonObject &, const FormContext &) const
{
    return {};
}

std::vector<Insight> Form::givenBack(const QJsonObject &, const std::vector<Posting> &, const Parameters &) const
{
    return {};
}

std::vector<Finding> Form::checkTakenBack(const std::vector<Posting> &, const FormContext &) const
{
    return {};
}

QJsonObject Form::proposal(const QJsonObject &, const FormContext &) const
{
    return {};
}

std::vector<LedgerQuery> Form::standingQuestions(StaffId, const QDate &, const Parameters &) const
{
    return {};
}

std::vector<Insight> Form::standing(const FormContext &) const
{
    return {};
}

FormCatalog::FormCatalog(std::vector<std::unique_ptr<Form>> forms) : m_forms(std::move(forms)) {}

const Form *FormCatalog::find(const QString &code) const
{
    for (const std::unique_ptr<Form> &form : m_forms) {
        if (form->code() == code)
            return form.get();
    }
    return nullptr;
}

} // namespace kessai
