// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/formchanges.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Words = std::vector<Bilingual>;

/// "見出し: 件名 → 題名".
void addReworded(Words &words, const Bilingual &what, const Bilingual &before, const Bilingual &after)
{
    if (before == after)
        return;
    const auto shown = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
    const bool inEnglish = before.ja == after.ja;  // what is read in English alone
    const bool inJapanese = before.en == after.en; // the other way round
    words.push_back(
        {u"%1%2: %3 → %4"_s.arg(what.ja, inEnglish ? u"（英語）"_s : QString(),
                                shown(inEnglish ? before.en : before.ja), shown(inEnglish ? after.en : after.ja)),
         u"%1: %2 → %3"_s.arg(what.en, shown(inJapanese ? before.ja : before.text(true)),
                              shown(inJapanese ? after.ja : after.text(true)))});
}

Bilingual of(const FieldDefinition &field, const char *ja, const char *en)
{
    return {u"「%1」の%2"_s.arg(field.label.ja, QString::fromUtf8(ja)),
            u"%1 of \"%2\""_s.arg(QString::fromUtf8(en), field.label.text(true))};
}

Bilingual joined(const Bilingual &what, const Bilingual &name)
{
    return {what.ja + u": "_s + name.ja, what.en + u": "_s + name.text(true)};
}

/// What came, what went and what is called otherwise among things with a code; and whether those that stay stand in another order.
template <class T, class CodeOf, class NameOf, class Each>
void compare(Words &words, const std::vector<T> &before, const std::vector<T> &after, const Bilingual &added,
             const Bilingual &gone, const Bilingual &order, CodeOf codeOf, NameOf nameOf, Each each)
{
    const auto in = [&](const std::vector<T> &all, const QString &code) {
        return std::find_if(all.begin(), all.end(), [&](const T &one) { return codeOf(one) == code; });
    };
    QStringList kept, stays;
    for (const T &one : after) {
        const auto was = in(before, codeOf(one));
        if (was == before.end()) {
            words.push_back(joined(added, nameOf(one)));
            continue;
        }
        kept.append(codeOf(one));
        each(*was, one);
    }
    for (const T &one : before) {
        if (in(after, codeOf(one)) == after.end())
            words.push_back(joined(gone, nameOf(one)));
        else
            stays.append(codeOf(one));
    }
    if (kept != stays)
        words.push_back(order);
}

void compareFields(Words &words, const FieldDefinition &before, const FieldDefinition &after)
{
    addReworded(words, of(before, "見出し", "label"), before.label, after.label);
    addReworded(words, of(after, "説明", "hint"), before.hint, after.hint);
    if (before.required != after.required)
        words.push_back(after.required ? Bilingual{u"「%1」: 必ず記入する"_s.arg(after.label.ja),
                                                   u"\"%1\" must be filled in"_s.arg(after.label.text(true))}
                                       : Bilingual{u"「%1」: 記入しなくてもよい"_s.arg(after.label.ja),
                                                   u"\"%1\" may stay empty"_s.arg(after.label.text(true))});
    const auto number = [](int value) { return Bilingual{QString::number(value), QString::number(value)}; };
    addReworded(words, of(after, "幅", "width"), number(before.width), number(after.width));
    addReworded(words, of(after, "最大の文字数", "longest text"), number(before.maxLength), number(after.maxLength));
    if (before.visibleWhen != after.visibleWhen)
        words.push_back(of(after, "表示の条件", "condition"));
    compare(
        words, before.choices, after.choices, of(after, "選択肢を追加", "choice added"),
        of(after, "選択肢を廃止", "choice retired"), of(after, "選択肢の順序", "order of the choices"),
        [](const Choice &one) { return one.code; }, [](const Choice &one) { return one.label; },
        [&](const Choice &was, const Choice &now) {
            addReworded(words, of(after, "選択肢", "choice"), was.label, now.label);
        });
}

} // namespace

std::vector<Bilingual> changesBetween(const FormDefinition &before, const FormDefinition &after)
{
    Words words;
    addReworded(words, {u"名前"_s, u"Name"_s}, before.name, after.name);
    addReworded(words, {u"説明"_s, u"Description"_s}, before.description, after.description);
    addReworded(words, {u"添付するものの案内"_s, u"What to attach"_s}, before.attachmentHint, after.attachmentHint);
    addReworded(words, {u"印刷の表題"_s, u"Printed title"_s}, before.printTitle, after.printTitle);
    const auto listed = [](const QStringList &all) { return Bilingual{all.join(u'、'), all.join(u", "_s)}; };
    addReworded(words, {u"探す言葉"_s, u"Words to find it by"_s}, listed(before.words), listed(after.words));
    compare(
        words, before.fields, after.fields, {u"欄を追加"_s, u"field added"_s}, {u"欄を削除"_s, u"field removed"_s},
        {u"欄の順序"_s, u"order of the fields"_s}, [](const FieldDefinition &one) { return one.key; },
        [](const FieldDefinition &one) { return one.label; },
        [&](const FieldDefinition &was, const FieldDefinition &now) { compareFields(words, was, now); });
    if (before.printRows != after.printRows)
        words.push_back({u"印刷の欄の並び、幅、高さ"_s, u"rows, widths and heights on paper"_s});
    return words;
}

std::vector<Bilingual> changesBetween(const std::vector<VoucherFault> &before, const std::vector<VoucherFault> &after)
{
    Words words;
    compare(
        words, before, after, {u"理由を追加"_s, u"reason added"_s}, {u"理由を廃止"_s, u"reason retired"_s},
        {u"理由の順序"_s, u"order of the reasons"_s}, [](const VoucherFault &one) { return one.code; },
        [](const VoucherFault &one) { return one.words; },
        [&](const VoucherFault &was, const VoucherFault &now) {
            addReworded(words, {u"理由"_s, u"reason"_s}, was.words, now.words);
            addReworded(words, {u"「%1」の根拠"_s.arg(now.words.ja), u"source of \"%1\""_s.arg(now.words.text(true))},
                        {was.source, was.source}, {now.source, now.source});
        });
    return words;
}

} // namespace kessai
