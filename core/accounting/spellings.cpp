// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/spellings.h"

#include "core/calendar/era.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace kessai {

using namespace Qt::StringLiterals;

QStringList spellingsOf(Yen amount)
{
    const qint64 yen = amount.amount();
    QStringList all{QLocale(QLocale::Japanese).toString(yen)};
    if (const QString plain = QString::number(yen); plain != all.front())
        all += plain;
    return all;
}

QStringList spellingsOf(const QDate &day)
{
    if (!day.isValid())
        return {};
    QStringList all{eraDate(day)};
    if (const QString first = u"元年"_s; all.front().contains(first))
        all += QString(all.front()).replace(first, u"1年"_s);
    all += shortEraDate(day);
    all += QString(shortEraDate(day)).replace(u'.', u'/');
    all += day.toString(u"yyyy年M月d日"_s);
    for (const QString &format : {u"yyyy/MM/dd"_s, u"yyyy/M/d"_s, u"yyyy-MM-dd"_s, u"yyyy.MM.dd"_s, u"yyyy.M.d"_s})
        all += day.toString(format);
    all += stampDate(day);
    all.removeDuplicates();
    return all;
}

QStringList spellingsOf(const QString &name)
{
    const QString whole = name.simplified();
    if (whole.isEmpty())
        return {};
    QStringList all{whole};
    static const QStringList kinds{
        u"株式会社"_s,     u"有限会社"_s,     u"合同会社"_s,     u"合資会社"_s, u"合名会社"_s,
        u"一般社団法人"_s, u"一般財団法人"_s, u"社会福祉法人"_s, u"医療法人"_s, u"(株)"_s,
        u"（株）"_s,       u"㈱"_s,           u"(有)"_s,         u"（有）"_s,   u"㈲"_s};
    for (const QString &kind : kinds) {
        if (!whole.contains(kind))
            continue;
        const QString rest = QString(whole).remove(kind).simplified();
        if (rest.size() > 1)
            all += rest;
        break;
    }
    return all;
}

std::vector<qint64> amountsIn(const QString &text)
{
    static const QRegularExpression money(
        u"(?<![\\d,.])(?:[\\x{a5}\\\\]\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)|(\\d{1,3}(?:,\\d{3})+)|(\\d+)\\s*円)(?![,.]?\\d)"_s);
    std::vector<qint64> amounts;
    auto found = money.globalMatch(text.normalized(QString::NormalizationForm_KC));
    while (found.hasNext()) {
        const QRegularExpressionMatch one = found.next();
        QString figures = one.captured(1) + one.captured(2) + one.captured(3);
        if (const qint64 yen = figures.remove(u',').toLongLong(); yen > 0)
            amounts.push_back(yen);
    }
    std::sort(amounts.begin(), amounts.end(), std::greater());
    amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
    return amounts;
}

} // namespace kessai
