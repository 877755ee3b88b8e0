// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/office/office.h"

#include <QJsonObject>

namespace kessai {

/// Who a rule line asks, before it is known who the drafter is.
struct Selector final {
    enum class Kind {
        Head,  ///< the head of the drafter's own section at a level: {"head":"unit|section|department|city"}
        Post,  ///< one post by its code: {"post":"vice-mayor"}
        Role,  ///< every post with a role: {"role":"personnel"}
        Staff, ///< one person by staff number: {"staff":"10023"}
        Field, ///< the post or person a field of the form names: {"field":"consult_with"}
        Table, ///< whom the 専決 table names for the case: {"table":"decider"} or {"table":"consulted"}
    };
    Kind kind;
    SectionLevel level = SectionLevel::Unit;
    QString code;
    friend bool operator==(const Selector &, const Selector &) = default;
};

QJsonObject toJson(const Selector &selector);
/// `where` says in English whose selector it is: "line 'OT-1'".
Result<Selector> selectorFromJson(const QJsonObject &json, const QString &where);

} // namespace kessai
