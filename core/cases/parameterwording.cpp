// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/parameterwording.h"

#include "core/base/shippedfile.h"
#include "core/cases/displaytext.h"
#include "core/cases/strictjson.h"

#include <QDate>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostYen = 999'999'999'999;
constexpr qint64 kMostElse = 1'000'000;
constexpr int kLeapYear = 2024;

/// A row of the table: of one key, or of all that differ in the parts written *.
struct Entry {
    ParameterWord word;
    QRegularExpression pattern;                      ///< only of several
    std::vector<std::map<QString, Bilingual>> names; ///< of the parts, in their order
};

const QStringList &unitNames()
{
    static const QStringList names = {u"minutes"_s, u"clock"_s,      u"days"_s,  u"weeks"_s,    u"months"_s,
                                      u"years"_s,   u"age"_s,        u"month"_s, u"monthDay"_s, u"yen"_s,
                                      u"percent"_s, u"hundredths"_s, u"times"_s, u"choice"_s};
    return names;
}

std::pair<qint64, qint64> usualRange(ParameterUnit unit)
{
    switch (unit) {
    case ParameterUnit::Clock: return {0, 1440};
    case ParameterUnit::Month: return {1, 12};
    case ParameterUnit::MonthDay: return {101, 1231};
    case ParameterUnit::Yen: return {0, kMostYen};
    default: return {0, kMostElse};
    }
}

Entry entryFrom(const QJsonObject &json, const Bilingual &group,
                const std::map<QString, std::map<QString, Bilingual>> &names)
{
    StrictObject object(json, u"wording '%1'"_s.arg(json.value(u"key"_s).toString()));
    Entry entry;
    entry.word.key = object.filledText(u"key"_s);
    entry.word.group = group;
    entry.word.name = object.wording(u"name"_s);
    entry.word.unit = ParameterUnit(object.choice(u"unit"_s, unitNames()));
    std::tie(entry.word.least, entry.word.most) = usualRange(entry.word.unit);
    if (object.has(u"least"_s))
        entry.word.least = object.integer(u"least"_s);
    if (object.has(u"most"_s))
        entry.word.most = object.integer(u"most"_s);
    for (const QJsonValue value : object.arrayIfAny(u"values"_s))
        entry.word.values.emplace_back(value[u"value"_s].toInteger(), Bilingual::fromJson(value[u"label"_s]));
    for (const QJsonValue of : object.arrayIfAny(u"of"_s))
        entry.names.push_back(names.at(of.toString()));
    if (entry.word.key.contains(u'*'))
        entry.pattern.setPattern(u'^' + QRegularExpression::escape(entry.word.key).replace(u"\\*"_s, u"([^.]+)"_s)
                                 + u'$');
    if (const Result<> read = object.finish(); !read)
        qFatal("wording.json: %s", qPrintable(read.error().detail));
    return entry;
}

const std::vector<Entry> &table()
{
    static const std::vector<Entry> all = [] {
        const QJsonObject file = QJsonDocument::fromJson(shippedFile(u":/kessai/parameters/wording.json"_s)).object();
        std::map<QString, std::map<QString, Bilingual>> names;
        const QJsonObject lists = file[u"names"_s].toObject();
        for (auto list = lists.begin(); list != lists.end(); ++list) {
            for (const QJsonValue one : list.value().toArray())
                names[list.key()][one[u"code"_s].toString()] = Bilingual::fromJson(one[u"name"_s]);
        }
        std::vector<Entry> entries;
        for (const QJsonValue group : file[u"groups"_s].toArray()) {
            for (const QJsonValue row : group[u"rows"_s].toArray())
                entries.push_back(entryFrom(row.toObject(), Bilingual::fromJson(group[u"name"_s]), names));
        }
        return entries;
    }();
    return all;
}

/// The word of a key by a row of the table; none where the row is about others.
std::optional<ParameterWord> wordBy(const Entry &entry, const QString &key)
{
    if (entry.word.key == key)
        return entry.word;
    if (entry.pattern.pattern().isEmpty())
        return std::nullopt;
    const QRegularExpressionMatch match = entry.pattern.match(key);
    if (!match.hasMatch())
        return std::nullopt;
    ParameterWord word = entry.word;
    word.key = key;
    for (int part = 1; part <= match.lastCapturedIndex(); ++part) {
        Bilingual name{match.captured(part), match.captured(part)};
        if (size_t(part) <= entry.names.size()) {
            const auto known = entry.names[size_t(part) - 1].find(name.ja);
            if (known != entry.names[size_t(part) - 1].end())
                name = known->second;
        }
        const QString place = u"%%1"_s.arg(part);
        word.name.ja.replace(place, name.ja);
        word.name.en.replace(place, name.en);
    }
    return word;
}

/// Where in the table a key stands, and its word.
std::pair<size_t, ParameterWord> placed(const QString &key)
{
    const std::vector<Entry> &entries = table();
    std::optional<std::pair<size_t, ParameterWord>> found;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].word.key == key)
            return {i, entries[i].word};
        if (const auto word = wordBy(entries[i], key); word && !found)
            found = {i, *word};
    }
    if (found)
        return *found;
    ParameterWord plain{.key = key, .group = {u"そのほか"_s, u"Others"_s}, .name = {key, key}, .values = {}};
    std::tie(plain.least, plain.most) = usualRange(ParameterUnit::Yen);
    return {entries.size(), plain};
}

Bilingual counted(qint64 value, const QString &ja, const QString &one, const QString &several)
{
    const QString number = writtenCount(value);
    return {number + ja, number + u' ' + (value == 1 ? one : several)};
}

Bilingual same(const QString &text)
{
    return {text, text};
}

} // namespace

std::vector<ParameterWord> parameterWords(const QStringList &keys)
{
    std::vector<std::pair<size_t, ParameterWord>> found;
    for (const QString &key : keys)
        found.push_back(placed(key));
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<ParameterWord> words;
    for (auto &[place, word] : found)
        words.push_back(std::move(word));
    return words;
}

ParameterWord parameterWord(const QString &key)
{
    return placed(key).second;
}

bool isWorded(const QString &key)
{
    return placed(key).first < table().size();
}

Bilingual parameterText(const ParameterWord &word, qint64 value)
{
    switch (word.unit) {
    case ParameterUnit::Minutes: return {writtenSpan(value, false), writtenSpan(value, true)};
    case ParameterUnit::Clock: return same(writtenClock(value));
    case ParameterUnit::Days: return counted(value, u"日"_s, u"day"_s, u"days"_s);
    case ParameterUnit::Weeks: return counted(value, u"週間"_s, u"week"_s, u"weeks"_s);
    case ParameterUnit::Months: return counted(value, u"か月"_s, u"month"_s, u"months"_s);
    case ParameterUnit::Years: return counted(value, u"年"_s, u"year"_s, u"years"_s);
    case ParameterUnit::Age: return {u"%1歳"_s.arg(value), u"%1"_s.arg(value)};
    case ParameterUnit::Month: return {u"%1月"_s.arg(value), u"month %1"_s.arg(value)};
    case ParameterUnit::MonthDay: {
        const qint64 month = value / 100;
        const qint64 day = value % 100;
        return {u"%1月%2日"_s.arg(month).arg(day), u"%1/%2"_s.arg(month).arg(day)};
    }
    case ParameterUnit::Yen: return {writtenYen(value, false), writtenYen(value, true)};
    case ParameterUnit::Percent: return same(u"%1%"_s.arg(value));
    case ParameterUnit::Hundredths: return same(u"%1.%2%"_s.arg(value / 100).arg(value % 100, 2, 10, QLatin1Char('0')));
    case ParameterUnit::Times: return same(writtenCount(value));
    case ParameterUnit::Choice: break;
    }
    for (const auto &[number, label] : word.values) {
        if (number == value)
            return label;
    }
    return same(QString::number(value));
}

Bilingual parameterRange(const ParameterWord &word)
{
    if (word.unit == ParameterUnit::Choice)
        return {};
    const Bilingual least = parameterText(word, word.least);
    const Bilingual most = parameterText(word, word.most);
    return {u"%1から%2まで"_s.arg(least.ja, most.ja), u"from %1 to %2"_s.arg(least.en, most.en)};
}

bool isPossible(const ParameterWord &word, qint64 value)
{
    if (word.unit == ParameterUnit::Choice)
        return std::any_of(word.values.begin(), word.values.end(),
                           [value](const auto &one) { return one.first == value; });
    if (value < word.least || value > word.most)
        return false;
    return word.unit != ParameterUnit::MonthDay || QDate(kLeapYear, int(value / 100), int(value % 100)).isValid();
}

} // namespace kessai
