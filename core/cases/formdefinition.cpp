// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/formdefinition.h"

#include "core/cases/rule.h"
#include "core/cases/strictjson.h"

#include <algorithm>

namespace kessai {

namespace {

constexpr int kColumns = 12;
constexpr int kMostCharacters = 100'000;
constexpr int kTallestCell = 250; // millimetres of an A4 page between its margins

const QStringList &fieldKindNames()
{
    static const QStringList names = {
        QStringLiteral("text"),       QStringLiteral("longText"), QStringLiteral("date"),    QStringLiteral("time"),
        QStringLiteral("minutes"),    QStringLiteral("number"),   QStringLiteral("yen"),     QStringLiteral("choice"),
        QStringLiteral("flag"),       QStringLiteral("staffRef"), QStringLiteral("postRef"), QStringLiteral("caseRef"),
        QStringLiteral("budgetLine"), QStringLiteral("computed"), QStringLiteral("payee"),   QStringLiteral("paidRef")};
    return names;
}

bool isEmpty(const Bilingual &wording)
{
    return wording.ja.isEmpty() && wording.en.isEmpty();
}

void insertWording(QJsonObject &json, const QString &key, const Bilingual &wording)
{
    if (!isEmpty(wording))
        json.insert(key, wording.toJson());
}

QJsonObject fieldToJson(const FieldDefinition &field)
{
    QJsonObject json{{QStringLiteral("key"), field.key},
                     {QStringLiteral("kind"), fieldKindNames().at(int(field.kind))},
                     {QStringLiteral("label"), field.label.toJson()}};
    insertWording(json, QStringLiteral("hint"), field.hint);
    if (field.required)
        json.insert(QStringLiteral("required"), true);
    if (field.width != kColumns)
        json.insert(QStringLiteral("width"), field.width);
    if (field.maxLength != 0)
        json.insert(QStringLiteral("maxLength"), field.maxLength);
    if (!field.choices.empty()) {
        QJsonArray choices;
        for (const Choice &choice : field.choices) {
            choices.append(
                QJsonObject{{QStringLiteral("code"), choice.code}, {QStringLiteral("label"), choice.label.toJson()}});
        }
        json.insert(QStringLiteral("choices"), choices);
    }
    if (!field.material)
        json.insert(QStringLiteral("material"), false);
    if (field.confidential)
        json.insert(QStringLiteral("confidential"), true);
    if (field.past)
        json.insert(QStringLiteral("past"), true);
    if (!field.visibleWhen.isEmpty())
        json.insert(QStringLiteral("visibleWhen"), field.visibleWhen);
    if (!field.initial.isEmpty())
        json.insert(QStringLiteral("initial"), field.initial);
    return json;
}

Result<std::vector<Choice>> choicesFromJson(const QJsonArray &array, const QString &where)
{
    const auto objects = objectsOf(array, where + QStringLiteral(": 'choices'"));
    if (!objects)
        return objects.failure();
    std::vector<Choice> choices;
    for (const QJsonObject &json : *objects) {
        StrictObject object(json, where + QStringLiteral(": choice"));
        Choice choice{object.filledText(QStringLiteral("code")), object.wording(QStringLiteral("label"))};
        if (const Result<> read = object.finish(); !read)
            return read.failure();
        const bool twice =
            std::any_of(choices.begin(), choices.end(), [&](const Choice &c) { return c.code == choice.code; });
        if (twice)
            return fail(ErrorCode::Invalid, QStringLiteral("%1: choice '%2' is there twice").arg(where, choice.code));
        choices.push_back(std::move(choice));
    }
    return choices;
}

Result<FieldDefinition> fieldFromJson(const QJsonObject &json)
{
    const QString where = QStringLiteral("field '%1'").arg(json.value(QLatin1String("key")).toString());
    StrictObject object(json, where);
    FieldDefinition field{.key = object.filledText(QStringLiteral("key")),
                          .kind = FieldKind(object.choice(QStringLiteral("kind"), fieldKindNames())),
                          .label = object.wording(QStringLiteral("label")),
                          .hint = object.wordingIfAny(QStringLiteral("hint")),
                          .required = object.flag(QStringLiteral("required"), false),
                          .width = object.count(QStringLiteral("width"), 1, kColumns, kColumns),
                          .maxLength = object.count(QStringLiteral("maxLength"), 0, kMostCharacters, 0),
                          .choices = {},
                          .visibleWhen = object.objectIfAny(QStringLiteral("visibleWhen")),
                          .initial = object.text(QStringLiteral("initial"), QString()),
                          .material = object.flag(QStringLiteral("material"), true),
                          .confidential = object.flag(QStringLiteral("confidential"), false),
                          .past = object.flag(QStringLiteral("past"), false)};
    auto choices = choicesFromJson(object.arrayIfAny(QStringLiteral("choices")), where);
    if (!choices)
        object.blame(choices.error().detail);
    else
        field.choices = std::move(choices).value();
    if (const auto condition = Condition::fromJson(field.visibleWhen); !condition)
        object.blame(QStringLiteral("'visibleWhen': ") + condition.error().detail);
    if (field.kind == FieldKind::Choice && field.choices.empty())
        object.blame(QStringLiteral("a choice needs 'choices'"));
    if (field.kind != FieldKind::Choice && !field.choices.empty())
        object.blame(QStringLiteral("'choices' belong to the kind 'choice' only"));
    if (field.kind == FieldKind::Computed && field.required)
        object.blame(QStringLiteral("what is computed cannot be required of anybody"));
    if (field.kind != FieldKind::Date && field.past)
        object.blame(QStringLiteral("'past' belongs to dates only"));
    if (field.kind == FieldKind::Computed && field.confidential)
        object.blame(QStringLiteral("what is computed is not confidential"));
    if (field.maxLength != 0 && field.kind != FieldKind::Text && field.kind != FieldKind::LongText)
        object.blame(QStringLiteral("'maxLength' belongs to texts only"));
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    return field;
}

Result<std::vector<PrintCell>> printRowFromJson(const QJsonValue &row, const FormDefinition &definition)
{
    const QString where = QStringLiteral("print row");
    if (!row.isArray() || row.toArray().isEmpty())
        return fail(ErrorCode::Invalid, where + QStringLiteral(" must be a list of cells, at least one"));
    const auto objects = objectsOf(row.toArray(), where);
    if (!objects)
        return objects.failure();
    std::vector<PrintCell> cells;
    int columns = 0;
    for (const QJsonObject &json : *objects) {
        StrictObject object(json, where);
        PrintCell cell{object.filledText(QStringLiteral("field")),
                       object.count(QStringLiteral("width"), 1, kColumns, PrintCell{}.width),
                       object.count(QStringLiteral("height"), 1, kTallestCell, PrintCell{}.height)};
        if (!definition.field(cell.field))
            object.blame(QStringLiteral("there is no field '%1'").arg(cell.field));
        columns += cell.width;
        if (columns > kColumns)
            object.blame(QStringLiteral("field '%1' no longer fits into %2 columns").arg(cell.field).arg(kColumns));
        if (const Result<> read = object.finish(); !read)
            return read.failure();
        cells.push_back(std::move(cell));
    }
    return cells;
}

Result<QStringList> textsFromJson(const QJsonArray &array, const QString &where)
{
    QStringList texts;
    for (const QJsonValue text : array) {
        if (text.toString().trimmed().isEmpty())
            return fail(ErrorCode::Invalid, where + QStringLiteral(" must be texts that say something"));
        texts.append(text.toString());
    }
    return texts;
}

Result<> addWords(FormDefinition &definition, const QJsonArray &array)
{
    auto words = textsFromJson(array, QStringLiteral("'words'"));
    if (!words)
        return words.failure();
    definition.words = std::move(words).value();
    return {};
}

Result<> addVariants(FormDefinition &definition, const QJsonArray &array)
{
    const auto objects = objectsOf(array, QStringLiteral("'variants'"));
    if (!objects)
        return objects.failure();
    for (const QJsonObject &json : *objects) {
        StrictObject object(json, QStringLiteral("variant"));
        FormVariant variant{object.wording(QStringLiteral("name")), {}, object.objectIfAny(QStringLiteral("fields"))};
        auto words = textsFromJson(object.arrayIfAny(QStringLiteral("words")), QStringLiteral("variant: 'words'"));
        if (words)
            variant.words = std::move(words).value();
        else
            object.blame(words.error());
        for (auto field = variant.fields.begin(); field != variant.fields.end(); ++field) {
            if (!definition.field(field.key()))
                object.blame(QStringLiteral("there is no field '%1'").arg(field.key()));
        }
        if (const Result<> read = object.finish(); !read)
            return read.failure();
        definition.variants.push_back(std::move(variant));
    }
    return {};
}

Result<> addActWords(FormDefinition &definition, const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("'actWords'"));
    for (qsizetype kind = 0; kind < stepKindNames().size(); ++kind) {
        if (object.has(stepKindNames().at(kind)))
            definition.actWords.emplace(StepKind(kind), object.wording(stepKindNames().at(kind)));
    }
    return object.finish();
}

Result<> addReturnReasons(FormDefinition &definition, const QJsonArray &array)
{
    const auto objects = objectsOf(array, QStringLiteral("'insteadOfRejecting'"));
    if (!objects)
        return objects.failure();
    for (const QJsonObject &json : *objects) {
        StrictObject object(json, QStringLiteral("return reason"));
        ReturnReason reason{object.wording(QStringLiteral("name")), object.wording(QStringLiteral("text")),
                            object.objectIfAny(QStringLiteral("when")),
                            object.text(QStringLiteral("before"), QString())};
        if (const auto condition = Condition::fromJson(reason.when); !condition)
            object.blame(QStringLiteral("'when': ") + condition.error().detail);
        if (const Result<> read = object.finish(); !read)
            return read.failure();
        definition.insteadOfRejecting.push_back(std::move(reason));
    }
    return {};
}

QJsonArray variantsToJson(const std::vector<FormVariant> &variants)
{
    QJsonArray array;
    for (const FormVariant &one : variants) {
        QJsonObject json{{QStringLiteral("name"), one.name.toJson()}};
        if (!one.words.isEmpty())
            json.insert(QStringLiteral("words"), QJsonArray::fromStringList(one.words));
        if (!one.fields.isEmpty())
            json.insert(QStringLiteral("fields"), one.fields);
        array.append(json);
    }
    return array;
}

QJsonArray returnReasonsToJson(const std::vector<ReturnReason> &reasons)
{
    QJsonArray array;
    for (const ReturnReason &one : reasons) {
        QJsonObject json{{QStringLiteral("name"), one.name.toJson()}, {QStringLiteral("text"), one.text.toJson()}};
        if (!one.when.isEmpty())
            json.insert(QStringLiteral("when"), one.when);
        if (!one.before.isEmpty())
            json.insert(QStringLiteral("before"), one.before);
        array.append(json);
    }
    return array;
}

Result<> addFields(FormDefinition &definition, const QJsonArray &array)
{
    const auto objects = objectsOf(array, QStringLiteral("'fields'"));
    if (!objects)
        return objects.failure();
    for (const QJsonObject &json : *objects) {
        auto field = fieldFromJson(json);
        if (!field)
            return field.failure();
        if (definition.field(field->key))
            return fail(ErrorCode::Invalid, QStringLiteral("field '%1' is there twice").arg(field->key));
        definition.fields.push_back(std::move(field).value());
    }
    if (definition.fields.empty())
        return fail(ErrorCode::Invalid, QStringLiteral("a form needs at least one field"));
    return {};
}

/// Whether a condition asks about a field.
bool names(const QJsonValue &condition, const QString &key)
{
    if (condition.isArray()) {
        const QJsonArray array = condition.toArray();
        return std::any_of(array.begin(), array.end(), [&](const QJsonValue &one) { return names(one, key); });
    }
    const QJsonObject object = condition.toObject();
    return object.value(QLatin1String("field")) == key
        || std::any_of(object.begin(), object.end(), [&](const QJsonValue &one) { return names(one, key); });
}

/// Whether it depends on a field whether another is shown.
bool isAskedFor(const QString &key, const FormDefinition &definition)
{
    return std::any_of(definition.fields.begin(), definition.fields.end(),
                       [&](const FieldDefinition &field) { return names(field.visibleWhen, key); });
}

} // namespace

Result<FormDefinition> FormDefinition::fromJson(const QJsonObject &json, int revision)
{
    const QString where = QStringLiteral("form '%1'").arg(json.value(QLatin1String("code")).toString());
    StrictObject object(json, where);
    FormDefinition definition{.code = object.filledText(QStringLiteral("code")),
                              .revision = revision,
                              .from = object.day(QStringLiteral("from")),
                              .name = object.wording(QStringLiteral("name")),
                              .group = object.wordingIfAny(QStringLiteral("group")),
                              .icon = object.text(QStringLiteral("icon"), QString()),
                              .description = object.wordingIfAny(QStringLiteral("description")),
                              .fields = {},
                              .attachments = object.flag(QStringLiteral("attachments"), true),
                              .confidentialAttachments = object.flag(QStringLiteral("confidentialAttachments"), false),
                              .attachmentHint = object.wordingIfAny(QStringLiteral("attachmentHint")),
                              .printTitle = object.wordingIfAny(QStringLiteral("printTitle")),
                              .printRows = {},
                              .dayField = object.text(QStringLiteral("dayField"), QString()),
                              .lastDayField = object.text(QStringLiteral("lastDayField"), QString())};
    for (const Result<> &read :
         {addFields(definition, object.array(QStringLiteral("fields"))),
          addWords(definition, object.arrayIfAny(QStringLiteral("words"))),
          addVariants(definition, object.arrayIfAny(QStringLiteral("variants"))),
          addActWords(definition, object.objectIfAny(QStringLiteral("actWords"))),
          addReturnReasons(definition, object.arrayIfAny(QStringLiteral("insteadOfRejecting")))}) {
        if (!read)
            object.blame(read.error().detail);
    }
    for (const FieldDefinition &field : definition.fields) {
        if (field.confidential && isAskedFor(field.key, definition))
            object.blame(QStringLiteral("on the confidential field '%1' it depends what is shown").arg(field.key));
    }
    for (const ReturnReason &reason : definition.insteadOfRejecting) {
        const FieldDefinition *day = reason.before.isEmpty() ? nullptr : definition.field(reason.before);
        if (!reason.before.isEmpty() && (!day || day->kind != FieldKind::Date))
            object.blame(QStringLiteral("'before': there is no date '%1'").arg(reason.before));
    }
    for (const QJsonValue row : object.arrayIfAny(QStringLiteral("printRows"))) {
        auto cells = printRowFromJson(row, definition);
        if (cells)
            definition.printRows.push_back(std::move(cells).value());
        else
            object.blame(cells.error().detail);
    }
    for (const auto &[name, key] :
         {std::pair("dayField", &definition.dayField), std::pair("lastDayField", &definition.lastDayField)}) {
        const FieldDefinition *day = definition.field(*key);
        if (!key->isEmpty() && (!day || day->kind != FieldKind::Date))
            object.blame(QStringLiteral("'%1' names no date").arg(QLatin1String(name)));
    }
    if (const Result<> read = object.finish(); !read)
        return read.failure();
    return definition;
}

QJsonObject FormDefinition::toJson() const
{
    QJsonArray fieldArray;
    for (const FieldDefinition &one : fields)
        fieldArray.append(fieldToJson(one));
    QJsonObject json{{QStringLiteral("code"), code},
                     {QStringLiteral("from"), from.toString(Qt::ISODate)},
                     {QStringLiteral("name"), name.toJson()},
                     {QStringLiteral("fields"), fieldArray}};
    insertWording(json, QStringLiteral("group"), group);
    insertWording(json, QStringLiteral("description"), description);
    insertWording(json, QStringLiteral("attachmentHint"), attachmentHint);
    insertWording(json, QStringLiteral("printTitle"), printTitle);
    if (!icon.isEmpty())
        json.insert(QStringLiteral("icon"), icon);
    if (!attachments)
        json.insert(QStringLiteral("attachments"), false);
    if (confidentialAttachments)
        json.insert(QStringLiteral("confidentialAttachments"), true);
    if (!words.isEmpty())
        json.insert(QStringLiteral("words"), QJsonArray::fromStringList(words));
    if (!variants.empty())
        json.insert(QStringLiteral("variants"), variantsToJson(variants));
    if (!actWords.empty()) {
        QJsonObject byKind;
        for (const auto &[kind, word] : actWords)
            byKind.insert(stepKindNames().at(int(kind)), word.toJson());
        json.insert(QStringLiteral("actWords"), byKind);
    }
    if (!insteadOfRejecting.empty())
        json.insert(QStringLiteral("insteadOfRejecting"), returnReasonsToJson(insteadOfRejecting));
    if (!dayField.isEmpty())
        json.insert(QStringLiteral("dayField"), dayField);
    if (!lastDayField.isEmpty())
        json.insert(QStringLiteral("lastDayField"), lastDayField);
    if (!printRows.empty()) {
        QJsonArray rows;
        for (const std::vector<PrintCell> &row : printRows) {
            QJsonArray cells;
            for (const PrintCell &cell : row) {
                cells.append(QJsonObject{{QStringLiteral("field"), cell.field},
                                         {QStringLiteral("width"), cell.width},
                                         {QStringLiteral("height"), cell.height}});
            }
            rows.append(cells);
        }
        json.insert(QStringLiteral("printRows"), rows);
    }
    return json;
}

const FieldDefinition *FormDefinition::field(const QString &key) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const FieldDefinition &f) { return f.key == key; });
    return it == fields.end() ? nullptr : &*it;
}

FormDefinition FormDefinition::openPart() const
{
    FormDefinition open = *this;
    std::erase_if(open.fields, [](const FieldDefinition &field) { return field.confidential; });
    return open;
}

bool FormDefinition::hasConfidential() const
{
    return confidentialAttachments
        || std::any_of(fields.begin(), fields.end(), [](const FieldDefinition &field) { return field.confidential; });
}

} // namespace kessai
