// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/leave/bereavement.h"

#include "forms/support/shipped.h"

#include <QJsonArray>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

std::optional<Bereavement::Raised> raisedNamed(const QString &name)
{
    if (name == u"never"_s)
        return Bereavement::Raised::Never;
    if (name == u"household"_s)
        return Bereavement::Raised::Household;
    if (name == u"succession"_s)
        return Bereavement::Raised::Succession;
    return std::nullopt;
}

} // namespace

qint64 Bereavement::days(bool household, bool succession, const QDate &day, const Numbers &numbers) const
{
    const bool more = (raised == Raised::Household && household) || (raised == Raised::Succession && succession);
    const QString key = u"leave.bereavement."_s + code + (more ? u".raised_days"_s : u".days"_s);
    return numbers.find(key, day).value_or(0);
}

Result<std::vector<Bereavement>> bereavementsFromJson(const QJsonObject &json)
{
    std::vector<Bereavement> table;
    for (const QJsonValue value : json.value(u"relations"_s).toArray()) {
        const auto raised = raisedNamed(value[u"raised"_s].toString());
        Bereavement row{value[u"code"_s].toString(), Bilingual::fromJson(value[u"name"_s]), {}};
        const bool twice = std::any_of(table.begin(), table.end(),
                                       [&row](const Bereavement &other) { return other.code == row.code; });
        if (!raised || twice || row.code.isEmpty() || row.name.ja.isEmpty() || row.name.en.isEmpty())
            return fail(ErrorCode::Invalid, u"bereavement "_s + row.code + u": not understood, or twice"_s);
        row.raised = *raised;
        table.push_back(std::move(row));
    }
    return table;
}

const std::vector<Bereavement> &bereavements()
{
    static const std::vector<Bereavement> table = [] {
        auto read = bereavementsFromJson(shippedObject(u":/kessai/forms/leave/bereavement.json"_s));
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return std::move(read).value();
    }();
    return table;
}

const Bereavement *bereavement(const QString &code)
{
    const auto &table = bereavements();
    const auto it = std::find_if(table.begin(), table.end(), [&code](const Bereavement &b) { return b.code == code; });
    return it == table.end() ? nullptr : &*it;
}

} // namespace kessai
