// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/era.h"

#include "core/base/quantity.h"

#include <QRegularExpression>

#include <cstdlib>

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

constexpr qsizetype kLongestDate = 40;
constexpr int kMonthsBack = 6;

/// What was typed in half-width letters and signs, without blanks and without the weekday, which is decoration.
QString plainDate(const QString &text)
{
    if (text.size() > kLongestDate)
        return {};
    // NFKC makes half-width what was typed full-width, and splits the one-character era names.
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        static const QString dashes = QStringLiteral("‐‑–—−ー");
        if (c.isSpace())
            continue;
        // What an input method gives for the keys of the signs.
        if (dashes.contains(c))
            plain += QLatin1Char('-');
        else if (c == QChar(u'。'))
            plain += QLatin1Char('.');
        else if (c == QChar(u'・'))
            plain += QLatin1Char('/');
        else
            plain += c;
    }
    static const QRegularExpression weekday(
        QStringLiteral("\\([月火水木金土日]\\)$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=[0-9])"));
    return plain.remove(weekday);
}

std::optional<TypedDate> typed(const std::optional<QDate> &day)
{
    return day ? std::optional(TypedDate{*day}) : std::nullopt;
}

/// The day of a month with this number that is nearest to a day, of two as near the later; some months have no 31st.
std::optional<QDate> nearest(int number, const QDate &to, Meant meant)
{
    std::optional<QDate> found;
    for (int months = -2; months <= 2; ++months) {
        const QDate month = to.addMonths(months);
        const QDate day(month.year(), month.month(), number);
        if (day.isValid() && (meant == Meant::AnyDay || day <= to)
            && (!found || std::abs(to.daysTo(day)) <= std::abs(to.daysTo(*found))))
            found = day;
    }
    return found;
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

QString shortEraDate(const QDate &day)
{
    const Era *era = eraOf(day);
    return (era ? era->letter : QString()) + stampDate(day);
}

QString eraYears(int year)
{
    const auto named = [year](const Era *era) -> QString {
        const int no = era ? yearIn(*era, year) : year;
        return (era ? era->name : QString()) + (era && no == 1 ? QStringLiteral("元") : QString::number(no))
            + QStringLiteral("年");
    };
    const Era *first = eraOf(QDate(year, 1, 1));
    const Era *last = eraOf(QDate(year, 12, 31));
    if (first == last || !first)
        return named(last);
    return named(first) + QStringLiteral("・") + named(last);
}

std::pair<const Era *, int> eraOfFiscalYear(int startYear)
{
    const Era *era = eraOf(QDate(startYear + 1, 3, 31));
    if (era && era->from.year() > startYear)
        era = eraOf(QDate(startYear, 4, 1));
    return {era, era ? yearIn(*era, startYear) : startYear};
}

QString fiscalYearPrefix(const QDate &day)
{
    const auto [era, no] = eraOfFiscalYear(FiscalYear::of(day).startYear());
    return (era ? era->letter : QString()) + QString::number(no);
}

std::optional<TypedDate> readDate(const QString &text, const std::optional<QDate> &today, Meant meant)
{
    const QString plain = plainDate(text);
    static const QRegularExpression western(
        QStringLiteral("^([1-9][0-9]{3})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?$"));
    static const QRegularExpression westernCode(QStringLiteral("^([1-9][0-9]{3})([0-9]{2})([0-9]{2})$"));
    for (const QRegularExpression *form : {&western, &westernCode}) {
        if (const auto match = form->match(plain); match.hasMatch())
            return typed(validDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()));
    }
    static const QRegularExpression monthAndDay(QStringLiteral("^([0-9]{1,2})[/.月]([0-9]{1,2})日?$"));
    if (const auto match = monthAndDay.match(plain); match.hasMatch()) {
        if (!today)
            return std::nullopt;
        QDate day(today->year(), match.captured(1).toInt(), match.captured(2).toInt());
        if (day.isValid() && meant == Meant::Past && day > *today)
            day = day.addYears(-1);
        else if (day.isValid() && meant == Meant::AnyDay && day < today->addMonths(-kMonthsBack))
            day = day.addYears(1);
        return day.isValid() ? std::optional(TypedDate{day}) : std::nullopt;
    }

    static const QRegularExpression dayAlone(QStringLiteral("^([0-9]{1,2})日?$"));
    if (const auto match = dayAlone.match(plain); match.hasMatch())
        return today ? typed(nearest(match.captured(1).toInt(), *today, meant)) : std::nullopt;

    static const QRegularExpression japanese(
        QStringLiteral("^([^0-9元.]{0,2})\\.?([0-9]{1,3}|元)(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?$"));
    static const QRegularExpression code(QStringLiteral("^([A-Za-z])([0-9]{2})([0-9]{2})([0-9]{2})$"));
    auto match = japanese.match(plain);
    if (!match.hasMatch())
        match = code.match(plain);
    if (!match.hasMatch())
        return std::nullopt;

    const Era *era = eraNamed(match.captured(1));
    const QString yearText = match.captured(2);
    const int year = yearText == QStringLiteral("元") ? 1 : yearText.toInt();
    if (!era || year < 1)
        return std::nullopt;
    const auto day = validDate(era->from.year() + year - 1, match.captured(3).toInt(), match.captured(4).toInt());
    // After its end an era is still understood; before its first day it never was in use.
    if (!day || *day < era->from)
        return std::nullopt;
    return TypedDate{*day, eraOf(*day) != era};
}

std::optional<QDate> parseDate(const QString &text)
{
    const auto read = readDate(text);
    return read ? std::optional(read->day) : std::nullopt;
}

} // namespace kessai
