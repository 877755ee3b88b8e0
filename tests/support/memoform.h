// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/form.h"
#include "core/cases/rule.h"

namespace kessai::test {

/// A form with one field of most kinds, for tests of what draws and files any form.
///
/// A memo of the special sort takes its day off as annual leave.
/// It warns of the subject "?", finds an amount above 1,000,000 wrong at its field, and shows the amount against a budget of
/// 1,000,000. Its route: 係長, from 100,000 yen 財政課長 (consulted), 審査担当 for information; 課長 decides below 500,000,
/// 部長 below 900,000, and from there on nobody does.
class MemoForm final : public Form {
public:
    QString code() const override { return QStringLiteral("memo"); }
    const std::vector<FormDefinition> &definitions() const override;
    QJsonObject defaultRule() const override;
    QString title(const QJsonObject &fields, const Parameters &) const override;
    std::optional<Yen> amount(const QJsonObject &fields) const override;
    QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const override;
    QJsonObject facts(const QJsonObject &fields, const Parameters &) const override;
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter, const Parameters &) const override;
    /// On the last day of November 2026, and the first of December, what is done then.
    QJsonObject proposal(const QJsonObject &fields, const FormContext &context) const override;
    std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const override;
};

/// Fields of a memo that can be filed.
inline QJsonObject memoFields(const QString &subject, qint64 amount = 0)
{
    QJsonObject fields{{QStringLiteral("subject"), subject}};
    if (amount > 0)
        fields.insert(QStringLiteral("amount"), amount);
    return fields;
}

} // namespace kessai::test
