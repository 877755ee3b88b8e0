// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/bankkana.h"

#include "core/base/shippedfile.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t kHalfA = 0xFF71; ///< ｱ; the others follow in the order below
constexpr char16_t kHalfVoiced = 0xFF9E;
constexpr char16_t kHalfPlosive = 0xFF9F;
constexpr char16_t kVoiced = 0x3099; ///< what a letter is parted into
constexpr char16_t kPlosive = 0x309A;
constexpr char16_t kHiraganaToKatakana = 0x60;

const QString &katakana()
{
    static const QString letters =
        u"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"_s;
    return letters;
}

QString lettersLarge(const QString &text)
{
    static const QString small = u"ァィゥェォッャュョヮヵヶヲヰヱ"_s;
    static const QString large = u"アイウエオツヤユヨワカケオイエ"_s;
    static const QString dashes = u"ー-‐‑‒–—―−ｰ"_s;
    QString out;
    for (QChar c : text) {
        if (c >= QChar(u'ぁ') && c <= QChar(u'ゖ'))
            c = QChar(char16_t(c.unicode() + kHiraganaToKatakana));
        if (const qsizetype at = small.indexOf(c); at >= 0)
            c = large[at];
        if (dashes.contains(c))
            c = u'-';
        else if (c == u'・')
            c = u'.';
        out += c.toUpper();
    }
    return out;
}

struct Abbreviation final {
    QString word;
    QString shortForm;
    bool bracketed;
};

/// Longer words first, so that a kind of corporation is not taken for the one it ends with.
const std::vector<Abbreviation> &abbreviations()
{
    static const std::vector<Abbreviation> table = [] {
        const QJsonObject file =
            QJsonDocument::fromJson(shippedFile(u":/kessai/parameters/bankabbreviations.json"_s)).object();
        std::vector<Abbreviation> rows;
        for (const QString &kind : {u"bracketed"_s, u"plain"_s}) {
            for (const QJsonValue &row : file.value(kind).toArray()) {
                for (const QJsonValue &word : row[u"words"_s].toArray())
                    rows.push_back({lettersLarge(word.toString()), lettersLarge(row[u"short"_s].toString()),
                                    kind == u"bracketed"_s});
            }
        }
        const bool sound = std::all_of(rows.begin(), rows.end(), [](const Abbreviation &row) {
            return !row.word.isEmpty() && !row.shortForm.isEmpty();
        });
        if (rows.empty() || !sound)
            qFatal("bankabbreviations.json: not a list of words with their short forms");
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Abbreviation &a, const Abbreviation &b) { return a.word.size() > b.word.size(); });
        return rows;
    }();
    return table;
}

/// What a name begins and ends with stands in one bracket, what lies within in two; no space parts it from the name.
QString abbreviated(const QString &text)
{
    QString out;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto &table = abbreviations();
        const auto row = std::find_if(table.begin(), table.end(), [&](const Abbreviation &one) {
            return QStringView(text).mid(at).startsWith(one.word);
        });
        if (row == table.end()) {
            out += text[at++];
            continue;
        }
        at += row->word.size();
        if (!row->bracketed) {
            out += row->shortForm;
            continue;
        }
        while (at < text.size() && text[at] == u' ')
            ++at;
        while (out.endsWith(u' '))
            out.chop(1);
        const bool first = out.isEmpty();
        const bool last = at == text.size();
        out += (first ? QString() : u"("_s) + row->shortForm + (last && !first ? QString() : u")"_s);
    }
    return out;
}

bool isPlain(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || u" ()-./"_s.contains(c);
}

} // namespace

Result<QString, BankKanaProblem> toBankKana(const QString &text)
{
    if (isBankKana(text))
        return text.simplified();
    const QString name = abbreviated(lettersLarge(text.normalized(QString::NormalizationForm_KC).simplified()));
    QString out;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const QString parts = QString(c).normalized(QString::NormalizationForm_D);
        const qsizetype letter = katakana().indexOf(parts[0]);
        if (isPlain(c)) {
            out += c;
        } else if (letter >= 0 && parts.size() <= 2) {
            out += QChar(char16_t(kHalfA + letter));
            if (parts.size() == 2)
                out += QChar(parts[1] == QChar(kVoiced) ? kHalfVoiced : kHalfPlosive);
        } else if (c == QChar(kVoiced) || c == QChar(kPlosive)) { // a mark no letter takes, as in ア゛
            out += QChar(c == QChar(kVoiced) ? kHalfVoiced : kHalfPlosive);
        } else {
            const bool pair = c.isHighSurrogate() && i + 1 < name.size();
            return fail(BankKanaProblem{name.mid(i, pair ? 2 : 1)});
        }
    }
    return out;
}

bool isBankKana(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return isPlain(c) || (c >= QChar(kHalfA) && c <= QChar(kHalfPlosive)); });
}

} // namespace kessai
