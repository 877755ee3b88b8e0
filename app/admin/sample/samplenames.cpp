// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplenames.h"

#include "forms/support/shipped.h"

#include <QJsonArray>
#include <QStringList>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Personnel records write readings in katakana.
QString inKatakana(QString hiragana)
{
    for (QChar &c : hiragana) {
        if (c >= QChar(0x3041) && c <= QChar(0x3096))
            c = QChar(ushort(c.unicode() + 0x60));
    }
    return hiragana;
}

} // namespace

SampleNames::SampleNames(Dice dice) : m_dice(dice)
{
    const QJsonObject json = shippedObject(u":/kessai/sample/names.json"_s);
    for (const auto family : json.value(QLatin1String("families")).toArray()) {
        const QStringList parts = family.toString().split(u' ');
        m_families.push_back({parts.value(0), inKatakana(parts.value(1))});
        m_weights.push_back(parts.value(2).toInt());
    }
    for (const auto given : json.value(QLatin1String("given")).toArray()) {
        const QStringList parts = given.toString().split(u' ');
        m_given.push_back({parts.value(0), inKatakana(parts.value(1))});
    }
}

SampleNames::Name SampleNames::take(const QString &family, const QString &familyKana, const QString &given,
                                    const QString &givenKana)
{
    m_taken.insert(family + given);
    return {family, given, inKatakana(familyKana) + u' ' + inKatakana(givenKana)};
}

SampleNames::Name SampleNames::invent()
{
    while (true) {
        const Part &family = m_families[m_dice.weighted(m_weights)];
        const Part &given = m_dice.oneOf(m_given);
        if (m_taken.contains(family.text + given.text))
            continue;
        m_taken.insert(family.text + given.text);
        return {family.text, given.text, family.kana + u' ' + given.kana};
    }
}

} // namespace kessai
