// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/wording.h"

#include <array>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

// Fixed tables instead of a locale: what is written into a record must not depend on the PC it was written on.
constexpr std::array kWeekdays{u"月", u"火", u"水", u"木", u"金", u"土", u"日"};
constexpr std::array kDays{u"Monday", u"Tuesday", u"Wednesday", u"Thursday", u"Friday", u"Saturday", u"Sunday"};
constexpr std::array kMonths{u"January", u"February", u"March",     u"April",   u"May",      u"June",
                             u"July",    u"August",   u"September", u"October", u"November", u"December"};

QString monthName(const QDate &day)
{
    return QString::fromUtf16(kMonths.at(static_cast<size_t>(day.month() - 1)));
}

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

Bilingual spanText(qint64 minutes)
{
    const qint64 hours = minutes / 60;
    const qint64 rest = minutes % 60;
    if (hours == 0)
        return {QString::number(rest) + u"分"_s, QString::number(rest) + u" min"_s};
    if (rest == 0)
        return {QString::number(hours) + u"時間"_s, QString::number(hours) + u" h"_s};
    return {QString::number(hours) + u"時間"_s + QString::number(rest) + u"分"_s,
            QString::number(hours) + u" h "_s + QString::number(rest) + u" min"_s};
}

QString clockText(qint64 minutes)
{
    return QString::number(minutes / 60) + u':' + twoDigits(minutes % 60);
}

Bilingual dayText(const QDate &day)
{
    return {QString::number(day.month()) + u"月"_s + QString::number(day.day()) + u"日"_s,
            QString::number(day.day()) + u' ' + monthName(day).left(3)};
}

QString titleDay(const QDate &day)
{
    return dayText(day).ja + u"・"_s + weekdayText(day).ja;
}

QString titled(const QString &name, const QStringList &parts)
{
    return parts.isEmpty() ? name : QString(name + u"（"_s + parts.join(u' ') + u"）"_s);
}

Bilingual monthText(const QDate &day)
{
    return {QString::number(day.month()) + u"月"_s, monthName(day)};
}

Bilingual weekdayText(const QDate &day)
{
    const auto at = static_cast<size_t>(day.dayOfWeek() - 1);
    return {QString::fromUtf16(kWeekdays.at(at)), QString::fromUtf16(kDays.at(at))};
}

Bilingual fill(const Bilingual &pattern, std::initializer_list<Bilingual> values)
{
    Bilingual filled = pattern;
    // One pass from the front, so that a % inside a value is never taken for a place.
    const auto put = [&values](const QString &text, bool english) {
        QString out;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool place = text.at(i) == u'%' && i + 1 < text.size() && text.at(i + 1).isDigit();
            const size_t no = place ? static_cast<size_t>(text.at(i + 1).digitValue()) : 0;
            if (no >= 1 && no <= values.size()) {
                out += (values.begin() + (no - 1))->text(english);
                ++i;
            } else {
                out += text.at(i);
            }
        }
        return out;
    };
    filled.ja = put(pattern.ja, false);
    filled.en = put(pattern.en, true);
    return filled;
}

Bilingual same(const QString &text)
{
    return {text, text};
}

Finding errorOn(const char *field, Bilingual text, const QString &source)
{
    return {Finding::Severity::Error, QLatin1String(field), std::move(text), source};
}

Finding warningOn(const char *field, Bilingual text, const QString &source)
{
    return {Finding::Severity::Warning, QLatin1String(field), std::move(text), source};
}

QString staffAccount(StaffId staff)
{
    return u"staff:"_s + QString::number(staff.value());
}

Insight givesBack(const Bilingual &what)
{
    Insight insight;
    insight.text = fill({u"%1が戻ります"_s, u"Gives back %1"_s}, {what});
    return insight;
}

} // namespace kessai
