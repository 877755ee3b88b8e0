// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/era.h"

#include "core/base/quantity.h"

#include <QRegularExpression>

namespace kessai {

namespace {

const Era *eraOf(const QDate &day)
{
    for (const Era &era : eras()) {
        if (day >= era.from)
            return &era;
    }
    return nullptr;
}

int yearIn(const Era &era, int year)
{
    return year - era.from.year() + 1;
}

/// The era somebody typed: 令和, 令, R or r; nothing typed means the present one.
const Era *eraNamed(const QString &typed)
{
    if (typed.isEmpty())
        return &eras().front();
    for (const Era &era : eras()) {
        if (typed == era.name || typed == era.name.left(1) || typed.compare(era.letter, Qt::CaseInsensitive) == 0)
            return &era;
    }
    return nullptr;
}

std::optional<QDate> validDate(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace

const std::vector<Era> &eras()
{
    static const std::vector<Era> table = {
        {QStringLiteral("令和"), QStringLiteral("R"), QDate(2019, 5, 1)},
        {QStringLiteral("平成"), QStringLiteral("H"), QDate(1989, 1, 8)},
        {QStringLiteral("昭和"), QStringLiteral("S"), QDate(1926, 12, 25)},
        {QStringLiteral("大正"), QStringLiteral("T"), QDate(1912, 7, 30)},
    };
    return table;
}

QString eraDate(const QDate &day)
{
    const QString monthAndDay = QStringLiteral("%1月%2日").arg(day.month()).arg(day.day());
    const Era *era = eraOf(day);
    if (!era)
        return QString::number(day.year()) + QStringLiteral("年") + monthAndDay;
    const int year = yearIn(*era, day.year());
    const QString yearText = year == 1 ? QStringLiteral("元") : QString::number(year);
    return era->name + yearText + QStringLiteral("年") + monthAndDay;
}

QString eraDateWithWeekday(const QDate &day)
{
    static const QString kWeekdays = QStringLiteral("月火水木金土日");
    return eraDate(day) + QStringLiteral("（") + kWeekdays.mid(day.dayOfWeek() - 1, 1) + QStringLiteral("）");
}

QString stampDate(const QDate &day)
{
    const Era *era = eraOf(day);
    const int year = era ? yearIn(*era, day.year()) : day.year();
    return QStringLiteral("%1.%2.%3").arg(year).arg(day.month()).arg(day.day());
}

QString fiscalYearPrefix(const QDate &day)
{
    const int year = FiscalYear::of(day).startYear();
    // The fiscal year in which an era began bears the new name as a whole: 平成31年度 became 令和元年度 (domain.md 4);
    // one that began in an earlier calendar year than the era keeps the old name (昭和63年度).
    const Era *era = eraOf(QDate(year + 1, 3, 31));
    if (era && era->from.year() > year)
        era = eraOf(QDate(year, 4, 1));
    return era ? era->letter + QString::number(yearIn(*era, year)) : QString::number(year);
}

std::optional<QDate> parseDate(const QString &text)
{
    // NFKC makes half-width what was typed full-width, and splits the one-character era names.
    QString plain = text.normalized(QString::NormalizationForm_KC);
    plain.remove(QLatin1Char(' '));

    static const QRegularExpression western(
        QStringLiteral("^([0-9]{4})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?$"));
    if (const auto match = western.match(plain); match.hasMatch())
        return validDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());

    static const QRegularExpression japanese(
        QStringLiteral("^([^0-9元.]{0,2})\\.?([0-9]{1,3}|元)(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?$"));
    static const QRegularExpression compact(QStringLiteral("^([A-Za-z])([0-9]{2})([0-9]{2})([0-9]{2})$"));
    auto match = japanese.match(plain);
    if (!match.hasMatch())
        match = compact.match(plain);
    if (!match.hasMatch())
        return std::nullopt;

    const Era *era = eraNamed(match.captured(1));
    const QString yearText = match.captured(2);
    const int year = yearText == QStringLiteral("元") ? 1 : yearText.toInt();
    if (!era || year < 1)
        return std::nullopt;
    const auto day = validDate(era->from.year() + year - 1, match.captured(3).toInt(), match.captured(4).toInt());
    // After its end an era is still understood (old contracts, ER-8); before its first day it never was in use.
    return day && *day >= era->from ? day : std::nullopt;
}

} // namespace kessai
