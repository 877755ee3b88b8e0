// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/payee.h"
#include "core/cases/caseref.h"
#include "core/cases/form.h"
#include "core/cases/paidref.h"
#include "core/cases/rule.h"
#include "core/cases/strictjson.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kTextCharacters = 200;
constexpr int kLongTextCharacters = 4000;
constexpr qint64 kLatestTime = 2 * 24 * 60 - 1; // 47:59, the end of the day after the form's
constexpr qint64 kMostMinutes = 366 * 24 * 60;  // a year of them
constexpr qint64 kMostYen = 999'999'999'999;    // what a bank transfer file and our ledgers can hold

Finding fieldError(const FieldDefinition &field, const QString &ja, const QString &en)
{
    return {
        Finding::Severity::Error,
        field.key,
        {QStringLiteral("「%1」%2").arg(field.label.ja, ja), QStringLiteral("“%1” %2").arg(field.label.text(true), en)},
        QString()};
}

/// What is asked for where nothing is: what comes from a list is chosen, everything else is written.
QString askedFor(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Choice:
    case FieldKind::BudgetLine:
    case FieldKind::CaseRef:
    case FieldKind::PaidRef:
    case FieldKind::Payee:
    case FieldKind::StaffRef:
    case FieldKind::PostRef: return QStringLiteral("を選んでください。");
    case FieldKind::Flag: return QStringLiteral("に印を付けてください。");
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Date:
    case FieldKind::Time:
    case FieldKind::Minutes:
    case FieldKind::Number:
    case FieldKind::Yen:
    case FieldKind::Computed: break;
    }
    return QStringLiteral("を入力してください。");
}

bool isMissing(const FieldDefinition &field, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return true;
    if (value.isString() && value.toString().trimmed().isEmpty())
        return true;
    // A flag that must be set is a declaration, and one not set is none.
    return field.kind == FieldKind::Flag && value.isBool() && !value.toBool();
}

/// Tabs and line ends are text; every other control character is an accident that a database refuses later.
bool hasControls(const QString &text, bool severalLines)
{
    return std::any_of(text.begin(), text.end(), [severalLines](QChar c) {
        const bool lineEnd = c == QLatin1Char('\n') || c == QLatin1Char('\t');
        return c.category() == QChar::Other_Control && !(severalLines && lineEnd);
    });
}

std::optional<Finding> checkText(const FieldDefinition &field, const QJsonValue &value)
{
    if (!value.isString())
        return fieldError(field, QStringLiteral("は文字で入力してください。"), QStringLiteral("must be a text."));
    const bool severalLines = field.kind == FieldKind::LongText;
    const QString text = value.toString();
    const qsizetype most = field.maxLength > 0 ? field.maxLength : severalLines ? kLongTextCharacters : kTextCharacters;
    // Counted as people count: a character beyond the basic plane (𠮷) is one.
    const qsizetype length = text.toUcs4().size();
    if (length > most) {
        return fieldError(field, QStringLiteral("は%1文字までです（今は%2文字）。").arg(most).arg(length),
                          QStringLiteral("may have %1 characters, it has %2.").arg(most).arg(length));
    }
    if (hasControls(text, severalLines)) {
        return fieldError(field, QStringLiteral("に使えない制御文字が含まれています。"),
                          QStringLiteral("contains control characters that cannot be kept."));
    }
    return std::nullopt;
}

std::optional<Finding> checkWhole(const FieldDefinition &field, const QJsonValue &value, qint64 least, qint64 most)
{
    const std::optional<qint64> number = wholeNumber(value);
    if (!number)
        return fieldError(field, QStringLiteral("は整数で入力してください。"),
                          QStringLiteral("must be a whole number."));
    if (*number < least || *number > most) {
        return fieldError(field, QStringLiteral("は%1から%2までです。").arg(least).arg(most),
                          QStringLiteral("must be from %1 to %2.").arg(least).arg(most));
    }
    return std::nullopt;
}

std::optional<Finding> checkDate(const FieldDefinition &field, const QJsonValue &value)
{
    const QString text = value.toString();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid() || day.toString(Qt::ISODate) != text)
        return fieldError(
            field,
            QStringLiteral("は日付として読めません。11/28、8.11.28、28（いちばん近い28日）のように入力してください。"),
            QStringLiteral("is no day that could be read. Write it like 11/28, 8.11.28 or 28 (the nearest one)."));
    return std::nullopt;
}

std::optional<Finding> checkChoice(const FieldDefinition &field, const QJsonValue &value)
{
    const bool known = value.isString()
        && std::any_of(field.choices.begin(), field.choices.end(),
                       [&](const Choice &choice) { return choice.code == value.toString(); });
    if (!known)
        return fieldError(field, QStringLiteral("は選択肢から選んでください。"),
                          QStringLiteral("must be one of the choices."));
    return std::nullopt;
}

std::optional<Finding> checkKind(const FieldDefinition &field, const QJsonValue &value)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText: return checkText(field, value);
    case FieldKind::Date: return checkDate(field, value);
    case FieldKind::Time: return checkWhole(field, value, 0, kLatestTime);
    case FieldKind::Minutes: return checkWhole(field, value, 0, kMostMinutes);
    case FieldKind::Number: return checkWhole(field, value, -kMostYen, kMostYen);
    case FieldKind::Yen: return checkWhole(field, value, 0, kMostYen);
    case FieldKind::Choice: return checkChoice(field, value);
    case FieldKind::Flag:
        if (!value.isBool())
            return fieldError(field, QStringLiteral("ははい・いいえで答えてください。"),
                              QStringLiteral("must be yes or no."));
        return std::nullopt;
    case FieldKind::StaffRef:
    case FieldKind::PostRef: return checkText(field, value);
    case FieldKind::CaseRef:
        if (!caseRefIn(value))
            return fieldError(field, QStringLiteral("は一覧から選んでください。"),
                              QStringLiteral("must be chosen from the list."));
        return std::nullopt;
    case FieldKind::PaidRef:
        if (!paidRefIn(value))
            return fieldError(field, QStringLiteral("は一覧から選んでください。"),
                              QStringLiteral("must be chosen from the list."));
        return std::nullopt;
    case FieldKind::BudgetLine:
        if (!isBudgetKey(value.toString()))
            return fieldError(field, QStringLiteral("は予算科目から選んでください。"),
                              QStringLiteral("must be a line of the budget."));
        return std::nullopt;
    case FieldKind::Computed:
        return fieldError(field, QStringLiteral("は自動で計算されます。"), QStringLiteral("is computed, not typed."));
    case FieldKind::Payee:
        if (!PayeeRef::fromJson(value))
            return fieldError(field, QStringLiteral("は候補から選んでください。"),
                              QStringLiteral("must be chosen from the list."));
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::vector<Finding> checkFields(const FormDefinition &definition, const QJsonObject &fields)
{
    std::vector<Finding> findings;
    for (const FieldDefinition &field : definition.fields) {
        const QJsonValue value = fields.value(field.key);
        if (!isMissing(field, value)) {
            if (auto finding = checkKind(field, value))
                findings.push_back(std::move(*finding));
            continue;
        }
        // What is not shown cannot be asked of anybody.
        const auto shown = Condition::fromJson(field.visibleWhen);
        if (field.required && shown && shown->holds(fields))
            findings.push_back(fieldError(field, askedFor(field.kind), QStringLiteral("is required.")));
    }
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (!definition.field(it.key())) {
            findings.push_back({Finding::Severity::Error,
                                it.key(),
                                {QStringLiteral("様式にない項目「%1」が含まれています。").arg(it.key()),
                                 QStringLiteral("The form has no field “%1”.").arg(it.key())},
                                QString()});
        }
    }
    return findings;
}

} // namespace kessai
