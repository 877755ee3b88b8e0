// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/displaytext.h"

#include "core/accounting/payee.h"
#include "core/calendar/era.h"
#include "core/cases/caseref.h"
#include "core/cases/form.h"
#include "core/cases/paidref.h"

namespace kessai {

namespace {

constexpr qint64 kHour = 60;

QString dateText(const QString &stored, bool english)
{
    const QDate day = QDate::fromString(stored, Qt::ISODate);
    if (!day.isValid())
        return stored;
    if (!english)
        return eraDateWithWeekday(day);
    static const QString kDays = QStringLiteral("MonTueWedThuFriSatSun");
    return kDays.mid((day.dayOfWeek() - 1) * 3, 3) + QLatin1Char(' ') + day.toString(Qt::ISODate);
}

QString choiceText(const FieldDefinition &field, const QString &code, bool english)
{
    for (const Choice &choice : field.choices) {
        if (choice.code == code)
            return choice.label.text(english);
    }
    return code;
}

} // namespace

QString writtenClock(qint64 minutes)
{
    return QStringLiteral("%1:%2").arg(minutes / kHour).arg(minutes % kHour, 2, 10, QLatin1Char('0'));
}

QString writtenSpan(qint64 minutes, bool english)
{
    const qint64 hours = minutes / kHour;
    const qint64 rest = minutes % kHour;
    QStringList parts;
    if (hours > 0)
        parts << (english ? QStringLiteral("%1 h") : QStringLiteral("%1時間")).arg(hours);
    if (rest > 0 || hours == 0)
        parts << (english ? QStringLiteral("%1 min") : QStringLiteral("%1分")).arg(rest);
    return parts.join(english ? QStringLiteral(" ") : QString());
}

QString writtenCount(qint64 number)
{
    QString digits = QString::number(number < 0 ? -number : number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QLatin1Char(','));
    return number < 0 ? QLatin1Char('-') + digits : digits;
}

QString writtenYen(qint64 yen, bool english)
{
    return english ? QStringLiteral("¥") + writtenCount(yen) : writtenCount(yen) + QStringLiteral("円");
}

QString displayText(const FieldDefinition &field, const QJsonValue &value, const NamesKnown &names, bool english)
{
    const Office &office = names.office;
    if (value.isUndefined() || value.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Computed: return value.toString();
    case FieldKind::Date: return dateText(value.toString(), english);
    case FieldKind::Time: return writtenClock(value.toInteger());
    case FieldKind::Minutes: return writtenSpan(value.toInteger(), english);
    case FieldKind::Number: return QString::number(value.toInteger());
    case FieldKind::Yen: return writtenYen(value.toInteger(), english);
    case FieldKind::Choice: return choiceText(field, value.toString(), english);
    case FieldKind::Flag:
        if (english)
            return value.toBool() ? QStringLiteral("Yes") : QStringLiteral("No");
        return value.toBool() ? QStringLiteral("はい") : QStringLiteral("いいえ");
    case FieldKind::StaffRef: {
        const Staff *staff = office.staffByNumber(value.toString());
        return staff ? staff->name() : value.toString();
    }
    case FieldKind::CaseRef: {
        const auto ref = caseRefIn(value);
        return ref ? ref->text() : QString();
    }
    case FieldKind::PaidRef: {
        const auto ref = paidRefIn(value);
        return ref ? ref->text() : QString();
    }
    case FieldKind::PostRef: {
        const Post *post = office.postByCode(value.toString());
        if (!post)
            return value.toString();
        const Section *section = office.section(post->section);
        const bool named = section && section->level != SectionLevel::City;
        return named ? office.sectionLabel(section->id) + QLatin1Char(' ') + post->title : post->title;
    }
    case FieldKind::BudgetLine: {
        const BudgetLine *line = names.budget.find(value.toString());
        return line ? line->code + QLatin1Char(' ') + line->label() : value.toString();
    }
    case FieldKind::Payee: {
        const auto payee = PayeeRef::fromJson(value);
        return payee ? payeeText(*payee).text(english) : value.toString();
    }
    }
    return {};
}

} // namespace kessai
