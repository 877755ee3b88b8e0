// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/timetext.h"

#include <QRegularExpression>

namespace kessai {

namespace {

constexpr qint64 kHour = 60;
constexpr qint64 kLastHour = 47;
constexpr qsizetype kMostDigits = 15;
constexpr qsizetype kMostOfTenThousands = 11; ///< digits before 万

constexpr qsizetype kLongest = 40;

QString narrow(const QString &text)
{
    if (text.size() > kLongest)
        return {};
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (!c.isSpace())
            plain += c;
    }
    return plain;
}

std::optional<qint64> time(qint64 hours, qint64 minutes)
{
    if (hours > kLastHour || minutes >= kHour)
        return std::nullopt;
    return hours * kHour + minutes;
}

} // namespace

std::optional<qint64> readTime(const QString &text)
{
    static const QRegularExpression parted(QStringLiteral("^(\\d{1,2})[:.時](?:(\\d{1,2})分?|(半))?$"));
    static const QRegularExpression hoursAlone(QStringLiteral("^\\d{1,2}$"));
    static const QRegularExpression run(QStringLiteral("^(\\d{1,2}?)(\\d{2})$"));
    QString plain = narrow(text);
    while (plain.endsWith(QChar(u'〜')) || plain.endsWith(QLatin1Char('~')))
        plain.chop(1); // "from" and "until" are fields of their own
    while (plain.startsWith(QChar(u'〜')) || plain.startsWith(QLatin1Char('~')))
        plain.remove(0, 1);
    if (const auto match = parted.match(plain); match.hasMatch())
        return time(match.captured(1).toLongLong(),
                    match.captured(3).isEmpty() ? match.captured(2).toLongLong() : kHour / 2);
    if (const auto match = hoursAlone.match(plain); match.hasMatch())
        return time(match.captured().toLongLong(), 0);
    if (const auto match = run.match(plain); match.hasMatch())
        return time(match.captured(1).toLongLong(), match.captured(2).toLongLong());
    return std::nullopt;
}

QString writeTime(qint64 minutes)
{
    return QStringLiteral("%1:%2").arg(minutes / kHour).arg(minutes % kHour, 2, 10, QLatin1Char('0'));
}

std::optional<qint64> readSpan(const QString &text)
{
    static const QRegularExpression minutesOnly(QStringLiteral("^(\\d{1,4})分?$"));
    static const QRegularExpression parted(QStringLiteral("^(\\d{1,4})(?::|時間)(?:(\\d{1,2})分?|(半))?$"));
    const QString plain = narrow(text);
    if (const auto match = minutesOnly.match(plain); match.hasMatch())
        return match.captured(1).toLongLong();
    if (const auto match = parted.match(plain); match.hasMatch()) {
        const qint64 minutes = match.captured(3).isEmpty() ? match.captured(2).toLongLong() : kHour / 2;
        if (minutes < kHour)
            return match.captured(1).toLongLong() * kHour + minutes;
    }
    return std::nullopt;
}

QString writeSpan(qint64 minutes)
{
    return minutes < kHour ? QString::number(minutes) : writeTime(minutes);
}

std::optional<qint64> readNumber(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^[¥\\\\]?(\\d+)(万)?円?$"));
    QString plain = narrow(text);
    plain.remove(QLatin1Char(','));
    const auto match = shape.match(plain);
    const bool plainly = match.captured(2).isEmpty();
    if (!match.hasMatch() || match.captured(1).size() > (plainly ? kMostDigits : kMostOfTenThousands))
        return std::nullopt;
    const qint64 number = match.captured(1).toLongLong();
    return plainly ? number : number * 10'000;
}

} // namespace kessai
