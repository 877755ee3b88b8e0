// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/repeatedlines.h"

#include <QRegularExpression>

#include <algorithm>

namespace kessai {

namespace {

constexpr qint64 kMostLine = 999'999'999'999; ///< yen; beyond it no amount is meant

/// item2_price: stem "item", number 2, part "_price".
struct NumberedKey {
    QString stem;
    int number;
    QString part;
};

std::optional<NumberedKey> numberedKey(const QString &key)
{
    static const QRegularExpression numbered(QStringLiteral("^([a-z_]+)([1-9][0-9]?)(_[a-z_]+)?$"));
    const auto found = numbered.match(key);
    if (!found.hasMatch())
        return std::nullopt;
    return NumberedKey{found.captured(1), found.captured(2).toInt(), found.captured(3)};
}

using Fields = std::vector<const FieldDefinition *>;

/// The fields from `at` on whose keys have this stem and number.
Fields lineAt(const std::vector<FieldDefinition> &fields, size_t at, const QString &stem, int number)
{
    Fields line;
    for (; at < fields.size(); ++at) {
        const auto key = numberedKey(fields[at].key);
        if (!key || key->stem != stem || key->number != number)
            break;
        line.push_back(&fields[at]);
    }
    return line;
}

bool alike(const Fields &a, const Fields &b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const FieldDefinition *one, const FieldDefinition *other) {
            return one->kind == other->kind && numberedKey(one->key)->part == numberedKey(other->key)->part;
        });
}

/// 数量1 → 数量, "Price 1, with tax" → "Price, with tax": the number is where the same label of the second line has a 2.
QString unnumbered(QString label, const QString &second)
{
    for (qsizetype at = label.indexOf(QLatin1Char('1')); at >= 0; at = label.indexOf(QLatin1Char('1'), at + 1)) {
        if (QString(label).replace(at, 1, QLatin1Char('2')) == second) {
            label.remove(at, 1);
            break;
        }
    }
    return label.simplified().replace(QLatin1String(" ,"), QLatin1String(","));
}

std::optional<size_t> onlyOf(const Fields &line, FieldKind kind)
{
    const auto is = [kind](const FieldDefinition *field) { return field->kind == kind; };
    const auto first = std::find_if(line.begin(), line.end(), is);
    return std::count_if(line.begin(), line.end(), is) == 1 ? std::optional(size_t(first - line.begin()))
                                                            : std::nullopt;
}

} // namespace

bool RepeatedLines::has(const QString &key) const
{
    return std::any_of(lines.begin(), lines.end(), [&key](const Fields &line) {
        return std::any_of(line.begin(), line.end(),
                           [&key](const FieldDefinition *field) { return field->key == key; });
    });
}

std::optional<qint64> RepeatedLines::amount(size_t line, const QJsonObject &fields) const
{
    if (!count)
        return std::nullopt;
    const QJsonValue many = fields.value(lines[line][*count]->key);
    const QJsonValue one = fields.value(lines[line][price]->key);
    if (!many.isDouble() || !one.isDouble())
        return std::nullopt;
    const qint64 pieces = many.toInteger();
    const qint64 yen = one.toInteger();
    if (pieces <= 0 || yen < 0 || yen > kMostLine / pieces)
        return std::nullopt;
    return pieces * yen;
}

std::vector<RepeatedLines> repeatedLines(const FormDefinition &definition)
{
    std::vector<RepeatedLines> all;
    const std::vector<FieldDefinition> &fields = definition.fields;
    for (size_t at = 0; at < fields.size(); ++at) {
        const auto key = numberedKey(fields[at].key);
        if (!key || key->number != 1)
            continue;
        RepeatedLines found;
        size_t next = at;
        for (int number = 1;; ++number) {
            const Fields line = lineAt(fields, next, key->stem, number);
            if (line.size() < 2 || (!found.lines.empty() && !alike(found.lines.front(), line)))
                break;
            next += line.size();
            found.lines.push_back(line);
        }
        if (found.lines.size() < 2)
            continue;
        for (size_t i = 0; i < found.lines[0].size(); ++i) {
            const Bilingual &first = found.lines[0][i]->label, &second = found.lines[1][i]->label;
            found.columns.push_back({unnumbered(first.ja, second.ja), unnumbered(first.en, second.en)});
        }
        const auto price = onlyOf(found.lines.front(), FieldKind::Yen);
        found.count = price ? onlyOf(found.lines.front(), FieldKind::Number) : std::nullopt;
        found.price = price.value_or(0);
        all.push_back(std::move(found));
        at = next - 1;
    }
    return all;
}

} // namespace kessai
