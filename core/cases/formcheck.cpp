// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/formcheck.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostFields = 100;
constexpr size_t kMostChoices = 200;

bool isFilled(const QString &text)
{
    return !text.trimmed().isEmpty() && text.toUcs4().size() <= kLongestWording;
}

bool isWording(const Bilingual &text)
{
    return isFilled(text.ja) && isFilled(text.en);
}

bool isNothing(const Bilingual &text)
{
    return text.ja.isEmpty() && text.en.isEmpty();
}

Fail<Error> noForm(const QString &why)
{
    return fail(ErrorCode::Invalid, u"the form would no longer work: "_s + why);
}

bool offers(const FieldDefinition &field, const QString &code)
{
    return std::any_of(field.choices.begin(), field.choices.end(),
                       [&](const Choice &choice) { return choice.code == code; });
}

/// A field without what an office may say of it.
FieldDefinition coreOf(FieldDefinition field)
{
    field.label = {};
    field.hint = {};
    field.required = false;
    field.width = 0;
    field.maxLength = 0;
    field.choices.clear();
    return field;
}

/// A form without what an office may say of it.
FormDefinition coreOf(FormDefinition definition)
{
    definition.revision = 0;
    definition.from = {};
    definition.name = definition.group = definition.description = {};
    definition.attachmentHint = definition.printTitle = {};
    definition.words.clear();
    definition.fields.clear();
    definition.printRows.clear();
    return definition;
}

/// Whether a field is shown by an answer that another one, which is not confidential, can give.
bool isOwnCondition(const FieldDefinition &field, const FormDefinition &definition)
{
    const QJsonObject &condition = field.visibleWhen;
    if (condition.isEmpty())
        return true;
    const FieldDefinition *by = definition.field(condition.value(QLatin1String("field")).toString());
    const QJsonValue value = condition.value(QLatin1String("eq"));
    return condition.size() == 2 && by && by->key != field.key && !by->confidential
        && ((by->kind == FieldKind::Choice && offers(*by, value.toString()))
            || (by->kind == FieldKind::Flag && value.isBool()));
}

bool isOwn(const FieldDefinition &field, const FormDefinition &definition)
{
    static const QRegularExpression key(u"\\Aoffice_[a-z0-9_]{1,40}\\z"_s);
    const auto &kinds = ownFieldKinds();
    return key.match(field.key).hasMatch() && std::find(kinds.begin(), kinds.end(), field.kind) != kinds.end()
        && !field.confidential && !field.past && field.initial.isEmpty() && isOwnCondition(field, definition);
}

bool isWorded(const FieldDefinition &field)
{
    const bool choices = std::all_of(field.choices.begin(), field.choices.end(), [](const Choice &choice) {
        return isFilled(choice.code) && isWording(choice.label);
    });
    return isWording(field.label) && (isNothing(field.hint) || isWording(field.hint)) && choices
        && field.choices.size() <= kMostChoices;
}

/// With its Japanese in both languages.
FieldDefinition inJapanese(FieldDefinition field)
{
    field.label.en = field.label.ja;
    field.hint.en = field.hint.ja;
    for (Choice &choice : field.choices)
        choice.label.en = choice.label.ja;
    return field;
}

Bilingual named(const FieldDefinition &field)
{
    return field.label.ja.trimmed().isEmpty() ? Bilingual{field.key, field.key} : field.label;
}

/// Collects what is wrong, in words.
class Problems final {
public:
    Problems(const FormDefinition &next, const FormDefinition &before, const Form &form)
        : m_next(next), m_before(before), m_form(form),
          m_shipped(form.definitions().empty() ? before : form.definitions().back())
    {
    }

    std::vector<Bilingual> find()
    {
        if (!isWording(m_next.name))
            say(u"様式の名前を書いてください。"_s, u"Give the form a name."_s);
        for (const FieldDefinition &field : m_before.fields) {
            if (!isOwnField(field.key))
                compare(field);
        }
        for (const FieldDefinition &field : m_next.fields)
            look(field);
        if (m_next.fields.size() > kMostFields)
            say(u"欄は%1個までです。"_s.arg(kMostFields), u"A form has at most %1 fields."_s.arg(kMostFields));
        for (const FormVariant &variant : m_next.variants)
            lookAt(variant);
        if (m_found.empty()) {
            if (const Result<> last = mayFollow(m_next, m_before); !last)
                say(u"この様式は使えません（%1）。"_s.arg(last.error().detail),
                    u"The form cannot be used (%1)."_s.arg(last.error().detail));
        }
        return std::move(m_found);
    }

private:
    void say(const QString &ja, const QString &en) { m_found.push_back({ja, en}); }
    void say(const FieldDefinition &field, const QString &ja, const QString &en)
    {
        const Bilingual name = named(field);
        say(ja.arg(name.ja), en.arg(name.text(true)));
    }

    /// A field the form has to have.
    void compare(const FieldDefinition &was)
    {
        const FieldDefinition *now = m_next.field(was.key);
        if (!now) {
            say(was, u"「%1」はこの様式の計算や確認に使います。なくすことはできません。"_s,
                u"%1 is used by what the form reckons and checks. It cannot be removed."_s);
            return;
        }
        if (now->kind != was.kind)
            say(was, u"「%1」の種類は変えられません。この様式の計算や確認に使います。"_s,
                u"%1 must stay the kind of field it is: the form reckons with it."_s);
        else if (coreOf(*now) != coreOf(was))
            say(was, u"「%1」の表示の条件や扱いは変えられません。この様式の確認に使います。"_s,
                u"When %1 is shown and how it is treated must stay: the form checks it."_s);
        const FieldDefinition *shipped = m_shipped.field(was.key);
        if (shipped && shipped->required && !now->required)
            say(was, u"「%1」は必ず記入する欄のままにしてください。"_s, u"%1 must be filled in."_s);
        compareChoices(was, *now, shipped);
    }

    void compareChoices(const FieldDefinition &was, const FieldDefinition &now, const FieldDefinition *shipped)
    {
        if (m_form.openChoices().contains(was.key))
            return;
        for (const Choice &choice : now.choices) {
            if (!offers(was, choice.code) && !(shipped && offers(*shipped, choice.code)))
                say(was, u"「%1」に選択肢を足すことはできません。選択肢ごとに決まりがあります。"_s,
                    u"No choice can be added to %1: each has rules of its own."_s);
        }
    }

    void look(const FieldDefinition &field)
    {
        if (!isWorded(field) && isWorded(inJapanese(field)))
            say(field, u"「%1」の見出し・説明・選択肢の英語は、それぞれ300字までにしてください。"_s,
                u"Write the label, the hint and the choices of %1 in English in at most 300 characters each."_s);
        else if (!isWorded(field))
            say(field, u"「%1」の見出し・説明・選択肢を、日本語で書いてください（300字まで）。"_s,
                u"Write the label, the hint and the choices of %1 in Japanese, in at most 300 characters."_s);
        for (size_t i = 0; i < field.choices.size(); ++i) {
            const auto same = [&](const Choice &one) { return one.label.ja == field.choices[i].label.ja; };
            if (std::any_of(field.choices.begin(), field.choices.begin() + std::ptrdiff_t(i), same))
                m_found.push_back(
                    {u"「%1」に選択肢「%2」が二つあります。"_s.arg(named(field).ja, field.choices[i].label.ja),
                     u"%1 has the choice %2 twice."_s.arg(named(field).text(true), field.choices[i].label.text(true))});
        }
        if (field.kind == FieldKind::Choice && field.choices.empty())
            say(field, u"「%1」に選択肢がありません。"_s, u"%1 has no choices."_s);
        if (field.kind == FieldKind::Choice && !field.initial.isEmpty() && !offers(field, field.initial))
            say(field, u"「%1」の初めの選択肢は、なくすことができません。"_s,
                u"What %1 begins with must stay among its choices."_s);
        if (m_before.field(field.key) && !isOwnField(field.key))
            return;
        if (!isOwn(field, m_next))
            say(field,
                u"「%1」を表示する欄とその答えを選んでください。選択肢か、はい・いいえの欄で、今ある答えに限ります。"_s,
                u"Choose by which answer %1 is shown: one that a choice or a box to tick still offers."_s);
        const bool printed = std::any_of(m_next.printRows.begin(), m_next.printRows.end(), [&](const auto &row) {
            return std::any_of(row.begin(), row.end(), [&](const PrintCell &cell) { return cell.field == field.key; });
        });
        if (!printed)
            say(field, u"「%1」が印刷の欄にありません。"_s, u"%1 has no place on paper."_s);
    }

    void lookAt(const FormVariant &variant)
    {
        for (auto value = variant.fields.begin(); value != variant.fields.end(); ++value) {
            const FieldDefinition *field = m_next.field(value.key());
            if (field && field->kind == FieldKind::Choice && !offers(*field, value.value().toString()))
                say(u"「%1」で使う「%2」の選択肢は、なくすことができません。"_s.arg(variant.name.ja, named(*field).ja),
                    u"The choice of %2 that %1 uses must stay."_s.arg(variant.name.text(true),
                                                                      named(*field).text(true)));
        }
    }

    const FormDefinition &m_next;
    const FormDefinition &m_before;
    const Form &m_form;
    const FormDefinition &m_shipped;
    std::vector<Bilingual> m_found;
};

Bilingual joined(const std::vector<Bilingual> &parts, const Bilingual &with)
{
    Bilingual text;
    for (const Bilingual &part : parts) {
        if (!text.ja.isEmpty()) {
            text.ja += with.ja;
            text.en += with.en;
        }
        text.ja += part.ja;
        text.en += part.en;
    }
    return text;
}

Bilingual valueText(const FieldDefinition *field, const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Bilingual{u"はい"_s, u"yes"_s} : Bilingual{u"いいえ"_s, u"no"_s};
    if (value.isArray()) {
        std::vector<Bilingual> all;
        for (const QJsonValue one : value.toArray())
            all.push_back(valueText(field, one));
        return joined(all, {u"・"_s, u", "_s});
    }
    const QString plain = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    for (const Choice &choice : field ? field->choices : std::vector<Choice>()) {
        if (choice.code == plain)
            return {u"「%1」"_s.arg(choice.label.ja), choice.label.text(true)};
    }
    return {plain, plain};
}

Bilingual testText(const QJsonObject &test, const FormDefinition &definition)
{
    static const std::map<QString, Bilingual> comparisons = {{u"eq"_s, {u"%1が%2"_s, u"%1 is %2"_s}},
                                                             {u"ne"_s, {u"%1が%2以外"_s, u"%1 is not %2"_s}},
                                                             {u"lt"_s, {u"%1が%2未満"_s, u"%1 is below %2"_s}},
                                                             {u"le"_s, {u"%1が%2以下"_s, u"%1 is at most %2"_s}},
                                                             {u"gt"_s, {u"%1が%2を超える"_s, u"%1 is over %2"_s}},
                                                             {u"ge"_s, {u"%1が%2以上"_s, u"%1 is at least %2"_s}},
                                                             {u"in"_s, {u"%1が%2のどれか"_s, u"%1 is one of %2"_s}}};
    const QString key = test.value(QLatin1String("field")).toString();
    const FieldDefinition *field = definition.field(key);
    const Bilingual name =
        field ? Bilingual{u"「%1」"_s.arg(field->label.ja), field->label.text(true)} : Bilingual{key, key};
    std::vector<Bilingual> parts;
    for (auto it = test.begin(); it != test.end(); ++it) {
        const auto how = comparisons.find(it.key());
        if (how == comparisons.end())
            continue;
        const Bilingual value = valueText(field, it.value());
        parts.push_back({how->second.ja.arg(name.ja, value.ja), how->second.en.arg(name.en, value.en)});
    }
    return joined(parts, {u"、"_s, u" and "_s});
}

Bilingual partText(const QJsonObject &condition, const FormDefinition &definition)
{
    if (condition.contains(QLatin1String("field")))
        return testText(condition, definition);
    if (condition.contains(QLatin1String("not"))) {
        const Bilingual not_ = partText(condition.value(QLatin1String("not")).toObject(), definition);
        return {u"（%1）でない"_s.arg(not_.ja), u"not (%1)"_s.arg(not_.en)};
    }
    const bool all = condition.contains(QLatin1String("all"));
    std::vector<Bilingual> parts;
    for (const QJsonValue one : condition.value(all ? QLatin1String("all") : QLatin1String("any")).toArray())
        parts.push_back(partText(one.toObject(), definition));
    return joined(parts, all ? Bilingual{u"、かつ"_s, u" and "_s} : Bilingual{u"、または"_s, u" or "_s});
}

} // namespace

namespace {

/// Everything of a form that is said in two languages.
std::vector<Bilingual *> wordingsOf(FormDefinition &definition)
{
    std::vector<Bilingual *> all{&definition.name, &definition.group, &definition.description,
                                 &definition.attachmentHint, &definition.printTitle};
    for (FieldDefinition &field : definition.fields) {
        all.insert(all.end(), {&field.label, &field.hint});
        for (Choice &choice : field.choices)
            all.push_back(&choice.label);
    }
    return all;
}

} // namespace

FormDefinition inBothLanguages(FormDefinition definition)
{
    for (Bilingual *text : wordingsOf(definition)) {
        if (text->en.trimmed().isEmpty() || text->ja.trimmed().isEmpty()) // what is said no more is said in no language
            text->en = text->ja;
    }
    return definition;
}

FormDefinition inOneLanguage(FormDefinition definition)
{
    for (Bilingual *text : wordingsOf(definition)) {
        if (text->en == text->ja)
            text->en.clear();
    }
    return definition;
}

bool isOwnField(const QString &key)
{
    return key.startsWith(kOwnField);
}

const std::vector<FieldKind> &ownFieldKinds()
{
    static const std::vector<FieldKind> kinds = {FieldKind::Text, FieldKind::LongText, FieldKind::Choice,
                                                 FieldKind::Flag, FieldKind::Date,     FieldKind::Number,
                                                 FieldKind::Yen};
    return kinds;
}

QString freeFieldKey(const FormDefinition &definition, const std::vector<const FormDefinition *> &revisions)
{
    for (int no = 1;; ++no) {
        const QString key = kOwnField + QString::number(no);
        const bool was = std::any_of(revisions.begin(), revisions.end(),
                                     [&](const FormDefinition *one) { return one->field(key) != nullptr; });
        if (!was && !definition.field(key))
            return key;
    }
}

QString freeChoiceCode(const FieldDefinition &field, const std::vector<const FormDefinition *> &revisions)
{
    for (int no = 1;; ++no) {
        const QString code = kOwnChoice + QString::number(no);
        const bool was = std::any_of(revisions.begin(), revisions.end(), [&](const FormDefinition *one) {
            const FieldDefinition *then = one->field(field.key);
            return then && offers(*then, code);
        });
        if (!was && !offers(field, code))
            return code;
    }
}

Result<> mayFollow(const FormDefinition &next, const FormDefinition &before)
{
    if (const auto read = FormDefinition::fromJson(next.toJson(), next.revision); !read)
        return read.failure();
    if (coreOf(next) != coreOf(before))
        return noForm(u"what is no wording"_s);
    if (!isWording(next.name) || next.fields.size() > kMostFields)
        return noForm(u"its name or its fields"_s);
    for (const Bilingual &text : {next.group, next.description, next.attachmentHint, next.printTitle}) {
        if (!isNothing(text) && !isWording(text))
            return noForm(u"a wording"_s);
    }
    for (const FieldDefinition &was : before.fields) {
        const FieldDefinition *now = next.field(was.key);
        if (isOwnField(was.key))
            continue;
        if (!now || coreOf(*now) != coreOf(was)
            || (!was.initial.isEmpty() && !now->choices.empty() && !offers(*now, was.initial)))
            return noForm(was.key);
    }
    for (const FieldDefinition &field : next.fields) {
        const bool theirs = before.field(field.key) && !isOwnField(field.key);
        if (!isWorded(field) || (!theirs && !isOwn(field, next)))
            return noForm(field.key);
    }
    return {};
}

std::vector<Bilingual> problemsIn(const FormDefinition &next, const FormDefinition &before, const Form &form)
{
    return Problems(next, before, form).find();
}

Bilingual conditionText(const QJsonObject &condition, const FormDefinition &definition)
{
    if (condition.isEmpty())
        return {};
    const Bilingual text = partText(condition, definition);
    return {text.ja + u"とき"_s, u"where "_s + text.en};
}

} // namespace kessai
