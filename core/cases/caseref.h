// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace kessai {

/// A decided commitment another case rests on, as a field keeps it: what it was when it was chosen, so that what is decided later
/// stands on paper with it.
///
/// As JSON: {"case": 123, "number": "R8-000123", "title": "..", "line": "2026:01-02-..", "drafter": "10023", "payee": "0000012",
/// "contract": "works/small"}; the last two where it names one. The
/// notaries hold every object with a member "case" among the fields of a content, but what it cancels, to the commitment as it was
/// decided: all of it is so, or the case is not filed (Refusal::ReferenceInvalid).
struct CaseRef final {
    CaseId id;
    QString number; ///< as people know it
    QString title;
    QString line;       ///< the budget line it is on
    QString drafter;    ///< staff number of whoever filed it
    QString payee{};    ///< code of the payee it names; empty where it names none
    QString contract{}; ///< kind and method of the contract it is for, "works/small"; empty where it is for none

    /// "R8-000123　庁舎空調設備保守点検業務".
    QString text() const;
    friend bool operator==(const CaseRef &, const CaseRef &) = default;
};

/// The member of a content that changes a commitment and says what it was about before. The notaries hold it to what is decided: what the 専決
/// table reads off a change, nobody makes smaller (Refusal::ReferenceInvalid).
inline constexpr QLatin1String kOldTotal("old_total");

/// Kind and method of the contract a commitment's content speaks of, as a reference says it; empty where it speaks of none.
QString contractIn(const QJsonObject &fields);

/// What a value refers to; nothing where it does not say so well.
std::optional<CaseRef> caseRefIn(const QJsonValue &value);
QJsonValue toJson(const CaseRef &ref);

} // namespace kessai
