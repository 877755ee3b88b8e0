// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/conditioneditor.h"

#include "ui/formview/fieldeditor.h"
#include "ui/office/officeparts.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A way of comparing as somebody chooses it; some bring their value along.
struct Way {
    const char *code;
    const char *comparison;
    QJsonValue value; ///< undefined: it is typed
    const char *text;
};

const std::vector<Way> &ways()
{
    static const QJsonValue typed(QJsonValue::Undefined);
    static const std::vector<Way> all{
        {"ge", "ge", typed, QT_TRANSLATE_NOOP("kessai::ConditionEditor", "at least")},
        {"gt", "gt", typed, QT_TRANSLATE_NOOP("kessai::ConditionEditor", "above")},
        {"lt", "lt", typed, QT_TRANSLATE_NOOP("kessai::ConditionEditor", "below")},
        {"le", "le", typed, QT_TRANSLATE_NOOP("kessai::ConditionEditor", "at most")},
        {"eq", "eq", typed, QT_TRANSLATE_NOOP("kessai::ConditionEditor", "is")},
        {"ne", "ne", typed, QT_TRANSLATE_NOOP("kessai::ConditionEditor", "is not")},
        {"yes", "eq", QJsonValue(true), QT_TRANSLATE_NOOP("kessai::ConditionEditor", "is so")},
        {"no", "eq", QJsonValue(false), QT_TRANSLATE_NOOP("kessai::ConditionEditor", "is not so")},
        {"filled", "ne", QJsonValue(QString()), QT_TRANSLATE_NOOP("kessai::ConditionEditor", "is filled in")},
    };
    return all;
}

bool fits(const Way &way, const FieldDefinition &field)
{
    const bool flag = field.kind == FieldKind::Flag;
    const bool ordered = field.kind == FieldKind::Yen || field.kind == FieldKind::Number
        || field.kind == FieldKind::Minutes || field.kind == FieldKind::Time || field.kind == FieldKind::Date;
    const QLatin1String how(way.comparison);
    if (way.value.isBool())
        return flag;
    if (way.value.isString())
        return !flag && !ordered;
    return !flag && (ordered || how == "eq"_L1 || how == "ne"_L1);
}

/// The way of a row; none for one that is only read here.
const Way *wayOf(const ConditionRow &row, const FieldDefinition &field)
{
    for (const Way &way : ways()) {
        const bool same = way.value.isUndefined() || way.value == row.value();
        if (fits(way, field) && row.comparison() == QLatin1String(way.comparison) && same
            && (way.value.isUndefined() ? row.value() != QJsonValue(QString()) && !row.value().isBool() : true))
            return &way;
    }
    return nullptr;
}

const Way *wayCoded(const QString &code)
{
    const auto &all = ways();
    const auto it =
        std::find_if(all.begin(), all.end(), [&](const Way &way) { return code == QLatin1String(way.code); });
    return it == all.end() ? nullptr : &*it;
}

/// What stands there until somebody types something else.
QJsonValue firstValue(const FieldDefinition &field)
{
    constexpr qint64 kHalfMillion = 500'000;
    constexpr qint64 kHour = 60;
    switch (field.kind) {
    case FieldKind::Yen: return kHalfMillion;
    case FieldKind::Minutes:
    case FieldKind::Time: return kHour;
    case FieldKind::Number: return 1;
    case FieldKind::Date: return u"2026-04-01"_s;
    case FieldKind::Choice: return field.choices.empty() ? kNoValueYet : field.choices.front().code;
    default: return kNoValueYet;
    }
}

/// How a row begins: where no value is likelier than another, with whether the field is filled in at all.
const Way &firstWay(const FieldDefinition &field)
{
    const auto &all = ways();
    const bool open = firstValue(field) == QJsonValue(kNoValueYet);
    const auto way = std::find_if(all.begin(), all.end(), [&](const Way &one) {
        return fits(one, field) && (!open || field.kind == FieldKind::Flag || !one.value.isUndefined());
    });
    return way == all.end() ? all.front() : *way;
}

/// The row of a field as it begins.
ConditionRow firstRow(const FieldDefinition &field)
{
    const Way &way = firstWay(field);
    return ConditionRow::of(field.key, QLatin1String(way.comparison),
                            way.value.isUndefined() ? firstValue(field) : way.value);
}

/// A number that has names is chosen by them.
bool isNamedNumber(const FieldDefinition &field)
{
    return field.kind == FieldKind::Number && !field.choices.empty();
}

FieldDefinition asTyped(FieldDefinition field)
{
    if (isNamedNumber(field))
        field.kind = FieldKind::Choice;
    if (field.kind == FieldKind::Choice && field.choices.empty())
        field.kind = FieldKind::Text;
    field.required = true;
    field.hint = {};
    return field;
}

/// Where Tab stops in a part: at itself, or at what it is made of.
std::vector<QWidget *> stopsIn(QWidget *part)
{
    if (!part)
        return {};
    if (part->focusPolicy() & Qt::TabFocus)
        return {part};
    std::vector<QWidget *> stops;
    for (QWidget *child : part->findChildren<QWidget *>()) {
        if ((child->focusPolicy() & Qt::TabFocus) && !child->focusProxy())
            stops.push_back(child);
    }
    return stops;
}

} // namespace

ConditionEditor::ConditionEditor(QWidget *parent)
    : QWidget(parent), m_joined(new QComboBox(this)), m_column(new QVBoxLayout),
      m_always(new TextLabel(tr("Always."), TextRole::Body, this))
{
    setObjectName(QStringLiteral("conditionEditor"));
    m_joined->setObjectName(QStringLiteral("conditionJoined"));
    m_joined->setAccessibleName(tr("How the conditions are joined"));
    m_joined->addItems({tr("All of these hold"), tr("Any of these holds")});
    QPushButton *add = pageButton(tr("Add a condition"), "addCondition", this);
    m_column->setSpacing(metric::kGap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addWidget(m_joined);
    column->addWidget(m_always);
    column->addLayout(m_column);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &ConditionEditor::addRow);
    connect(m_joined, &QComboBox::activated, this, [this](int index) {
        ConditionRows rows = m_rows;
        rows.any = index == 1;
        change(std::move(rows));
    });
}

void ConditionEditor::setCondition(const Condition &condition, const RuleWords &words, bool withTop,
                                   std::shared_ptr<const Office> office)
{
    std::vector<FieldDefinition> fields = words.comparable(withTop);
    if (condition == m_condition && fields == m_fields && office == m_office)
        return;
    const bool sameFields = fields == m_fields && office == m_office;
    m_office = std::move(office);
    m_fields = std::move(fields);
    m_condition = condition;
    ConditionRows rows = ConditionRows::of(condition);
    if (sameFields && rows == m_rows)
        return;
    m_rows = std::move(rows);
    rebuild(words);
}

const FieldDefinition *ConditionEditor::field(const QString &key) const
{
    const auto it = std::find_if(m_fields.begin(), m_fields.end(), [&](const auto &one) { return one.key == key; });
    return it == m_fields.end() ? nullptr : &*it;
}

void ConditionEditor::rebuild(const RuleWords &words)
{
    for (const Row &row : m_shown) { // somebody may be choosing in one this moment
        m_column->removeWidget(row.widget);
        row.widget->hide();
        row.widget->deleteLater();
    }
    m_shown.clear();
    for (size_t i = 0; i < m_rows.rows.size(); ++i) {
        const ConditionRow &row = m_rows.rows[i];
        const FieldDefinition *known = row.plain() ? field(row.field()) : nullptr;
        if (known && wayOf(row, *known)) {
            m_shown.push_back(plainRow(i));
        } else {
            const auto one = Condition::fromJson(row.json);
            m_shown.push_back(readRow(i, one ? words.condition(*one).text(englishWording()) : QString()));
        }
        m_column->addWidget(m_shown.back().widget);
    }
    // By keys they come as they stand: those before, row by row, and what adds another one.
    QWidget *last = m_joined;
    for (const Row &row : m_shown) {
        const std::initializer_list<QWidget *> parts{row.field, row.out, row.value, row.comparison};
        for (QWidget *part : parts) {
            for (QWidget *stop : stopsIn(part)) {
                setTabOrder(last, stop);
                last = stop;
            }
        }
    }
    m_joined->setVisible(m_rows.rows.size() > 1);
    m_joined->setCurrentIndex(m_rows.any ? 1 : 0);
    m_always->setVisible(m_rows.rows.empty());
}

ConditionEditor::Row ConditionEditor::readRow(size_t at, const QString &text)
{
    Row row{new QWidget(this)};
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins({});
    auto *label = new TextLabel(text, TextRole::Body, row.widget);
    label->setWordWrap(true);
    label->setObjectName(QStringLiteral("conditionRead"));
    QPushButton *out = rowButton(tr("Take out"), text, row.widget);
    line->addWidget(label, 1);
    line->addWidget(out);
    row.out = out;
    connect(out, &QPushButton::clicked, this, [this, at] {
        ConditionRows rows = m_rows;
        rows.rows.erase(rows.rows.begin() + std::ptrdiff_t(at));
        change(std::move(rows));
    });
    return row;
}

ConditionEditor::Row ConditionEditor::plainRow(size_t at)
{
    const ConditionRow &content = m_rows.rows[at];
    const FieldDefinition &known = *field(content.field());
    const Way &way = *wayOf(content, known);
    Row row{new QWidget(this), new QComboBox, new QComboBox};
    row.field->setObjectName(u"conditionField_%1"_s.arg(at));
    row.field->setAccessibleName(tr("Field"));
    for (const FieldDefinition &one : m_fields)
        row.field->addItem(one.label.text(englishWording()), one.key);
    row.field->setCurrentIndex(row.field->findData(known.key));
    row.field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.comparison->setObjectName(u"conditionWay_%1"_s.arg(at));
    row.comparison->setAccessibleName(tr("Comparison"));
    for (const Way &one : ways()) {
        if (fits(one, known))
            row.comparison->addItem(tr(one.text), QString(QLatin1String(one.code)));
    }
    row.comparison->setCurrentIndex(row.comparison->findData(QString(QLatin1String(way.code))));
    QPushButton *out = rowButton(tr("Take out"), known.label.text(englishWording()), row.widget);
    auto *column = new QVBoxLayout(row.widget);
    column->setContentsMargins({});
    column->setSpacing(2);
    auto *first = new QHBoxLayout;
    first->addWidget(row.field, 1);
    first->addWidget(out);
    auto *second = new QHBoxLayout;
    second->setSpacing(metric::kGap);
    if (way.value.isUndefined()) {
        row.value =
            makeFieldEditor(asTyped(known), FieldOffer{.office = m_office, .today = m_office->day()}, row.widget);
        row.value->setObjectName(u"conditionValue_%1"_s.arg(at));
        row.value->setAccessibleName(tr("Value"));
        row.value->setValue(isNamedNumber(known) ? QJsonValue(QString::number(content.value().toInteger()))
                                                 : content.value());
        second->addWidget(row.value, 1);
        connect(row.value, &FieldEditor::edited, this, [this, at] { valueTyped(at); });
    }
    second->addWidget(row.comparison, row.value ? 0 : 1);
    column->addLayout(first);
    column->addLayout(second);
    row.out = out;
    connect(row.field, &QComboBox::activated, this, [this, at] { fieldChosen(at); });
    connect(row.comparison, &QComboBox::activated, this, [this, at] { comparisonChosen(at); });
    connect(out, &QPushButton::clicked, this, [this, at] {
        ConditionRows rows = m_rows;
        rows.rows.erase(rows.rows.begin() + std::ptrdiff_t(at));
        change(std::move(rows));
    });
    return row;
}

void ConditionEditor::addRow()
{
    if (m_fields.empty())
        return;
    ConditionRows rows = m_rows;
    rows.rows.push_back(firstRow(m_fields.front()));
    change(std::move(rows));
    if (!m_shown.empty() && m_shown.back().field) {
        m_shown.back().widget->show(); // the layout would in a moment
        m_shown.back().field->setFocus(Qt::OtherFocusReason);
    }
}

void ConditionEditor::fieldChosen(size_t at)
{
    const FieldDefinition *known = field(m_shown[at].field->currentData().toString());
    if (!known || known->key == m_rows.rows[at].field())
        return;
    ConditionRows rows = m_rows;
    rows.rows[at] = firstRow(*known);
    change(std::move(rows));
}

void ConditionEditor::comparisonChosen(size_t at)
{
    const Way *way = wayCoded(m_shown[at].comparison->currentData().toString());
    const FieldDefinition *known = field(m_rows.rows[at].field());
    if (!way || !known)
        return;
    ConditionRows rows = m_rows;
    const ConditionRow &before = rows.rows[at];
    const bool keeps = way->value.isUndefined() && m_shown[at].value;
    rows.rows[at] = ConditionRow::of(known->key, QLatin1String(way->comparison),
                                     keeps                          ? before.value()
                                         : way->value.isUndefined() ? firstValue(*known)
                                                                    : way->value);
    change(std::move(rows));
}

/// What is no value yet stays in the field, and the condition as it was.
void ConditionEditor::valueTyped(size_t at)
{
    ConditionRows rows = m_rows;
    ConditionRow &row = rows.rows[at];
    const FieldDefinition *known = field(row.field());
    QJsonValue value = m_shown[at].value->value();
    if (known && isNamedNumber(*known))
        value = value.toString().toLongLong();
    if (!known || value.isNull() || value.isUndefined() || value.type() != row.value().type())
        return;
    row = ConditionRow::of(row.field(), row.comparison(), value);
    const auto condition = rows.condition();
    if (!condition || *condition == m_condition)
        return;
    m_rows = std::move(rows); // the row stays as it is typed in
    m_condition = *condition;
    Q_EMIT edited(m_condition);
}

/// The editor is built anew when it is told what became of it.
void ConditionEditor::change(ConditionRows rows)
{
    const auto condition = rows.condition();
    if (condition && *condition != m_condition)
        Q_EMIT edited(*condition);
}

} // namespace kessai
