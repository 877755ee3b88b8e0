// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace kessai {

/// An order of payment that was paid, as a case keeps it that gives back of it, moves it to another line or settles it (戻入・更正・精算;
/// 地方自治法施行令159条, 161条から163条).
///
/// As JSON: {"case": 124, "number": "R8-000124", "title": "..", "line": "2026:01-02-..", "drafter": "10023", "amount": 110000}, and where there
/// are any "payee" (its code), "method" (資金前渡 "advance", 概算払 "estimate", ..) and "commitment" (the case it pays of). The notaries hold it
/// to what was decided and paid (Refusal::ReferenceInvalid).
struct PaidRef final {
    CaseId id;
    QString number; ///< as people know it
    QString title;
    QString line;    ///< the budget line whose money it was
    QString drafter; ///< staff number of whoever filed it
    qint64 amount;   ///< yen, as ordered
    QString payee{};
    QString method{};
    std::optional<CaseId> commitment{}; ///< none where it committed and paid at once

    /// "R8-000124　支出命令（..）".
    QString text() const;
    friend bool operator==(const PaidRef &, const PaidRef &) = default;
};

/// What a value refers to; nothing where it does not say so well.
std::optional<PaidRef> paidRefIn(const QJsonValue &value);
QJsonValue toJson(const PaidRef &ref);

} // namespace kessai
