// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/fieldpanel.h"

#include "core/cases/formcheck.h"
#include "ui/office/officeparts.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/enddots.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kWholeWidth = 12;
constexpr int kChoiceRow = 28;
constexpr int kChoicesHeight = 170;

QLineEdit *wordEdit(const char *objectName, const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setMaxLength(kLongestWording);
    edit->setMinimumHeight(metric::kControlHeight);
    return edit;
}

QWidget *pairOf(const QString &label, QLineEdit *ja, QLineEdit *en, QWidget *parent)
{
    ja->setPlaceholderText(FieldPanel::tr("Japanese"));
    en->setPlaceholderText(FieldPanel::tr("English (may stay empty)"));
    auto *both = new QWidget(parent);
    auto *line = new QHBoxLayout(both);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    for (QLineEdit *one : {ja, en})
        endWithDots(*one);
    line->addWidget(ja, 3);
    line->addWidget(en, 2);
    return labelled(label, both, parent);
}

/// What was left empty is kept in Japanese for both, and stays empty to whoever reads it.
FieldDefinition asWritten(FieldDefinition field)
{
    const auto once = [](Bilingual &text) {
        if (text.en == text.ja)
            text.en.clear();
    };
    once(field.label);
    once(field.hint);
    for (Choice &choice : field.choices)
        once(choice.label);
    return field;
}

Bilingual words(const QLineEdit *ja, const QLineEdit *en)
{
    return {ja->text().trimmed(), en->text().trimmed()};
}

} // namespace

FieldPanel::FieldPanel(QWidget *parent)
    : QWidget(parent), m_kind(new TextLabel(TextRole::Caption, this)),
      m_ja(wordEdit("fieldJa", tr("Label in Japanese"), this)), m_en(wordEdit("fieldEn", tr("Label in English"), this)),
      m_hintJa(wordEdit("fieldHintJa", tr("Hint in Japanese"), this)),
      m_hintEn(wordEdit("fieldHintEn", tr("Hint in English"), this)),
      m_required(new QCheckBox(tr("Must be filled in"), this)), m_width(new QSpinBox(this)), m_choicesBox(nullptr),
      m_choices(new QTableWidget(0, 2, this)), m_addChoice(pageButton(tr("Add a choice"), "addChoice", this)),
      m_dropChoice(pageButton(tr("Retire it"), "dropChoice", this)),
      m_choiceNote(new TextLabel(TextRole::Caption, this)), m_condition(new TextLabel(TextRole::Body, this)),
      m_shownBy(new QComboBox(this)), m_shownAt(new QComboBox(this)), m_shownBox(new QWidget(this))
{
    setObjectName(QStringLiteral("fieldPanel"));
    m_required->setObjectName(QStringLiteral("fieldRequired"));
    m_width->setObjectName(QStringLiteral("fieldWidth"));
    m_width->setAccessibleName(tr("Width in columns of twelve"));
    m_width->setRange(1, kWholeWidth);
    m_width->setSuffix(tr(" of 12 columns"));
    m_width->setMinimumHeight(metric::kControlHeight);
    m_condition->setWordWrap(true);
    m_kind->setWordWrap(true);
    for (QComboBox *box : {m_shownBy, m_shownAt})
        box->setMinimumHeight(metric::kControlHeight);
    m_shownBy->setObjectName(QStringLiteral("fieldShownBy"));
    m_shownBy->setAccessibleName(tr("Shown by which field"));
    m_shownAt->setObjectName(QStringLiteral("fieldShownAt"));
    m_shownAt->setAccessibleName(tr("Shown at which answer"));
    auto *shown = new QHBoxLayout(m_shownBox);
    shown->setContentsMargins({});
    shown->setSpacing(metric::kGap);
    shown->addWidget(m_shownBy, 1);
    shown->addWidget(m_shownAt, 1);
    auto *size = new QHBoxLayout;
    size->setSpacing(metric::kFieldGap);
    size->addWidget(m_required);
    size->addStretch(1);
    size->addWidget(m_width);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addWidget(m_kind);
    column->addWidget(pairOf(tr("Label"), m_ja, m_en, this));
    column->addWidget(pairOf(tr("Hint"), m_hintJa, m_hintEn, this));
    column->addLayout(size);
    m_choicesBox = buildChoices();
    column->addWidget(m_choicesBox);
    column->addWidget(labelled(tr("When it is shown"), m_condition, this));
    column->addWidget(m_shownBox);
    for (QLineEdit *edit : {m_ja, m_en, m_hintJa, m_hintEn})
        connect(edit, &QLineEdit::textEdited, this, &FieldPanel::read);
    connect(m_required, &QCheckBox::clicked, this, &FieldPanel::read);
    connect(m_width, &QSpinBox::valueChanged, this, &FieldPanel::read);
    connect(m_shownBy, &QComboBox::activated, this, [this] {
        m_shownAt->setCurrentIndex(-1);
        read();
    });
    connect(m_shownAt, &QComboBox::activated, this, &FieldPanel::read);
}

QWidget *FieldPanel::buildChoices()
{
    dressRows(*m_choices, QStringLiteral("fieldChoices"), tr("Choices"), grown(kChoiceRow));
    m_choices->setHorizontalHeaderLabels({tr("Japanese"), tr("English (may stay empty)")});
    m_choices->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_choices->setFixedHeight(grown(kChoicesHeight));
    m_choiceNote->setWordWrap(true);
    auto *up = iconButton("chevron-up", tr("Move the choice up"), "choiceUp", this);
    auto *down = iconButton("chevron-down", tr("Move the choice down"), "choiceDown", this);
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    auto *line = new QHBoxLayout;
    line->setSpacing(metric::kGap);
    for (QWidget *part : std::initializer_list<QWidget *>{up, down})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(m_dropChoice);
    line->addWidget(m_addChoice);
    column->addWidget(labelled(tr("Choices"), m_choices, box));
    column->addLayout(line);
    column->addWidget(m_choiceNote);
    connect(m_choices, &QTableWidget::itemChanged, this, &FieldPanel::read);
    connect(m_addChoice, &QPushButton::clicked, this, &FieldPanel::addChoice);
    connect(m_dropChoice, &QPushButton::clicked, this, &FieldPanel::dropChoice);
    connect(up, &QToolButton::clicked, this, [this] { moveChoice(-1); });
    connect(down, &QToolButton::clicked, this, [this] { moveChoice(1); });
    return box;
}

void FieldPanel::takeFocus()
{
    m_ja->setFocus(Qt::OtherFocusReason);
    m_ja->selectAll();
}

QString FieldPanel::kindWord(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Text: return tr("One line of text");
    case FieldKind::LongText: return tr("Several lines of text");
    case FieldKind::Date: return tr("Day");
    case FieldKind::Time: return tr("Time of day");
    case FieldKind::Minutes: return tr("Span of time");
    case FieldKind::Number: return tr("Number");
    case FieldKind::Yen: return tr("Amount of money");
    case FieldKind::Choice: return tr("Choice");
    case FieldKind::Flag: return tr("Box to tick");
    case FieldKind::StaffRef: return tr("Member of staff");
    case FieldKind::PostRef: return tr("Post");
    case FieldKind::CaseRef: return tr("Decided commitment");
    case FieldKind::BudgetLine: return tr("Line of the budget");
    case FieldKind::Computed: return tr("Computed, not typed");
    case FieldKind::Payee: return tr("Payee");
    case FieldKind::PaidRef: return tr("Paid order");
    }
    return {};
}

void FieldPanel::setFreeCode(const QString &code)
{
    m_freeCode = code;
}

void FieldPanel::show(const FieldDefinition &field, const FormDefinition &form, bool open, bool writing)
{
    m_quiet = true;
    m_field = writing ? field : asWritten(field);
    m_open = open || isOwnField(field.key);
    QStringList says{kindWord(field.kind)};
    says << (isOwnField(field.key) ? tr("a field of the office's own: it is kept, shown and printed")
                                   : tr("a field of the form: its rules use it, so it stays"));
    if (field.confidential)
        says << tr("confidential");
    m_kind->setText(says.join(tr(" ・ ", "between remarks")));
    const auto put = [](QLineEdit *edit, const QString &text) {
        if (edit->text().trimmed() == text)
            return; // it is typed in just now
        edit->setText(text);
        edit->setCursorPosition(0); // how it begins says what it is
    };
    put(m_ja, m_field.label.ja);
    put(m_en, m_field.label.en);
    put(m_hintJa, m_field.hint.ja);
    put(m_hintEn, m_field.hint.en);
    m_required->setChecked(field.required);
    m_width->setValue(field.width);
    showChoices(writing);
    showCondition(form, writing);
    for (QLineEdit *edit : {m_ja, m_en, m_hintJa, m_hintEn})
        edit->setReadOnly(!writing);
    m_required->setEnabled(writing && field.kind != FieldKind::Computed);
    m_width->setEnabled(writing);
    m_quiet = false;
}

void FieldPanel::showChoices(bool writing)
{
    const bool any = m_field.kind == FieldKind::Choice;
    m_choicesBox->setVisible(any);
    if (!any)
        return;
    const int current = m_choices->currentRow();
    m_choices->setRowCount(int(m_field.choices.size()));
    for (size_t i = 0; i < m_field.choices.size(); ++i) {
        const Choice &choice = m_field.choices[i];
        for (int column : {0, 1}) {
            auto *item = new QTableWidgetItem(column == 0 ? choice.label.ja : choice.label.en);
            item->setData(Qt::UserRole, choice.code);
            if (!writing)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            m_choices->setItem(int(i), column, item);
        }
    }
    m_choices->setCurrentCell(std::clamp(current, 0, std::max(m_choices->rowCount() - 1, 0)), 0);
    m_addChoice->setEnabled(writing && m_open);
    m_dropChoice->setEnabled(writing && m_field.choices.size() > 1);
    m_choiceNote->setText(
        m_open ? tr("A retired choice is no longer offered; what was filed with it stays.")
               : tr("Each choice has rules of its own: they can be reworded and retired, none can be added."));
}

void FieldPanel::showCondition(const FormDefinition &form, bool writing)
{
    const QString text = conditionText(m_field.visibleWhen, form).text(englishWording());
    m_condition->setText(text.isEmpty() ? tr("Always") : text);
    const bool own = isOwnField(m_field.key) && writing;
    m_shownBox->setVisible(own);
    if (!own)
        return;
    m_shownBy->clear();
    m_shownBy->addItem(tr("Always"), QString());
    for (const FieldDefinition &one : form.fields) {
        if (one.key != m_field.key && !one.confidential
            && (one.kind == FieldKind::Choice || one.kind == FieldKind::Flag))
            m_shownBy->addItem(one.label.text(englishWording()), one.key);
    }
    const QString by = m_field.visibleWhen.value(QLatin1String("field")).toString();
    m_shownBy->setCurrentIndex(std::max(m_shownBy->findData(by), 0));
    m_shownAt->clear();
    const FieldDefinition *other = form.field(by);
    if (other && other->kind == FieldKind::Flag) {
        m_shownAt->addItem(tr("ticked"), true);
        m_shownAt->addItem(tr("not ticked"), false);
    }
    for (const Choice &choice : other ? other->choices : std::vector<Choice>())
        m_shownAt->addItem(choice.label.text(englishWording()), choice.code);
    m_shownAt->setVisible(other);
    m_shownAt->setCurrentIndex(m_shownAt->findData(m_field.visibleWhen.value(QLatin1String("eq")).toVariant()));
}

void FieldPanel::read()
{
    if (m_quiet)
        return;
    FieldDefinition field = m_field;
    field.label = words(m_ja, m_en);
    field.hint = words(m_hintJa, m_hintEn);
    field.required = m_required->isChecked();
    field.width = m_width->value();
    readChoices(field);
    if (isOwnField(field.key)) {
        const QString by = m_shownBy->currentData().toString();
        const bool same = by == m_field.visibleWhen.value(QLatin1String("field")).toString();
        field.visibleWhen = {};
        if (!by.isEmpty())
            field.visibleWhen = {{QStringLiteral("field"), by},
                                 {QStringLiteral("eq"),
                                  same && m_shownAt->currentIndex() >= 0
                                      ? QJsonValue::fromVariant(m_shownAt->currentData())
                                      : QJsonValue(true)}};
    }
    Q_EMIT edited(field);
}

void FieldPanel::readChoices(FieldDefinition &field) const
{
    if (field.kind != FieldKind::Choice)
        return;
    field.choices.clear();
    for (int row = 0; row < m_choices->rowCount(); ++row) {
        const QTableWidgetItem *ja = m_choices->item(row, 0);
        const QTableWidgetItem *en = m_choices->item(row, 1);
        field.choices.push_back({ja->data(Qt::UserRole).toString(), {ja->text().trimmed(), en->text().trimmed()}});
    }
}

void FieldPanel::addChoice()
{
    FieldDefinition field = m_field;
    field.choices.push_back({m_freeCode, {QStringLiteral("新しい選択肢"), {}}});
    Q_EMIT edited(field);
    m_choices->setCurrentCell(m_choices->rowCount() - 1, 0);
    bringIntoView(*m_choices);
    m_choices->setFocus(Qt::OtherFocusReason);
    m_choices->editItem(m_choices->item(m_choices->rowCount() - 1, 0));
}

void FieldPanel::dropChoice()
{
    const int row = m_choices->currentRow();
    if (row < 0 || row >= int(m_field.choices.size()))
        return;
    FieldDefinition field = m_field;
    field.choices.erase(field.choices.begin() + row);
    Q_EMIT edited(field);
}

void FieldPanel::moveChoice(int by)
{
    const int row = m_choices->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= int(m_field.choices.size()) || m_choices->item(0, 0)->flags() == Qt::NoItemFlags)
        return;
    FieldDefinition field = m_field;
    std::swap(field.choices[size_t(row)], field.choices[size_t(to)]);
    m_choices->setCurrentCell(to, 0);
    Q_EMIT edited(field);
}

} // namespace kessai
