// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/fieldeditor.h"

#include "core/calendar/era.h"
#include "core/calendar/fiscalyear.h"
#include "core/services/caseview.h"
#include "ui/formview/caserefeditor.h"
#include "ui/formview/dateedit.h"
#include "ui/formview/payeepicker.h"
#include "ui/formview/timetext.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kBoxIndent = 25; ///< where the words beside a box to tick begin

/// Puts the one input of an editor into it, with the names assistive technology and the focus need.
void place(FieldEditor *editor, QWidget *input, const FieldDefinition &field)
{
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(input);
    input->setAccessibleName(field.label.text(englishWording()));
    input->setAccessibleDescription(field.hint.text(englishWording()));
    input->setObjectName(QStringLiteral("field_") + field.key);
    editor->setFocusProxy(input);
}

/// Text of one line; numbers, yen, times and spans are typed here too, each with its own reading.
class LineEditor final : public FieldEditor {
public:
    LineEditor(const FieldDefinition &field, const FieldOffer &offer, QWidget *parent)
        : FieldEditor(parent), m_kind(field.kind), m_edit(new QLineEdit)
    {
        place(this, m_edit, field);
        if (!offer.frozen)
            m_edit->setPlaceholderText(field.hint.text(englishWording()));
        m_edit->setMinimumHeight(metric::kControlHeight);
        if (field.kind == FieldKind::Text && field.maxLength > 0)
            m_edit->setMaxLength(field.maxLength);
        if (field.kind == FieldKind::Yen || field.kind == FieldKind::Number)
            m_edit->setAlignment(Qt::AlignRight);
        connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
        connect(m_edit, &QLineEdit::editingFinished, this, [this] {
            const QJsonValue read = value();
            if (read.isDouble())
                setValue(read); // 900 becomes 9:00, ５０００００ becomes 500,000
        });
    }

    QJsonValue value() const override
    {
        const QString text = m_edit->text();
        switch (m_kind) {
        case FieldKind::Time:
        case FieldKind::Minutes:
            if (const auto minutes = m_kind == FieldKind::Time ? readTime(text) : readSpan(text))
                return *minutes;
            break;
        case FieldKind::Number:
        case FieldKind::Yen:
            if (const auto number = readNumber(text))
                return *number;
            break;
        default: break;
        }
        return text.trimmed().isEmpty() ? QJsonValue() : QJsonValue(text);
    }

    void setValue(const QJsonValue &value) override
    {
        if (!value.isDouble()) {
            m_edit->setText(value.toString());
            return;
        }
        const qint64 number = value.toInteger();
        switch (m_kind) {
        case FieldKind::Time: m_edit->setText(writeTime(number)); break;
        case FieldKind::Minutes: m_edit->setText(writeSpan(number)); break;
        default: m_edit->setText(QLocale(QLocale::Japanese).toString(number)); break;
        }
    }

private:
    FieldKind m_kind;
    QLineEdit *m_edit;
};

class LongTextEditor final : public FieldEditor {
public:
    LongTextEditor(const FieldDefinition &field, const FieldOffer &offer, QWidget *parent)
        : FieldEditor(parent), m_edit(new QPlainTextEdit)
    {
        place(this, m_edit, field);
        if (!offer.frozen)
            m_edit->setPlaceholderText(field.hint.text(englishWording()));
        m_edit->setTabChangesFocus(true);
        m_edit->setFixedHeight(grown(field.maxLength > 1000 ? 180 : 72));
        connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
            if (!m_setting)
                Q_EMIT edited();
        });
    }
    QJsonValue value() const override
    {
        const QString text = m_edit->toPlainText();
        return text.trimmed().isEmpty() ? QJsonValue() : QJsonValue(text);
    }
    void setValue(const QJsonValue &value) override
    {
        m_setting = true;
        m_edit->setPlainText(value.toString());
        m_setting = false;
    }

private:
    QPlainTextEdit *m_edit;
    bool m_setting = false;
};

class DateEditor final : public FieldEditor {
public:
    DateEditor(const FieldDefinition &field, const FieldOffer &offer, QWidget *parent)
        : FieldEditor(parent), m_edit(new DateEdit(offer.today, nullptr, field.past ? Meant::Past : Meant::AnyDay))
    {
        place(this, m_edit, field);
        const QString hint = field.hint.text(englishWording());
        m_edit->setNames(field.label.text(englishWording()), hint);
        if (!hint.isEmpty() || offer.frozen)
            m_edit->setPlaceholderText(offer.frozen ? QString() : hint);
        connect(m_edit, &DateEdit::edited, this, &FieldEditor::edited);
    }
    QJsonValue value() const override
    {
        if (const auto date = m_edit->date())
            return date->toString(Qt::ISODate);
        return m_edit->text().trimmed().isEmpty() ? QJsonValue() : QJsonValue(m_edit->text());
    }
    void setValue(const QJsonValue &value) override
    {
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        if (date.isValid())
            m_edit->setDate(date);
        else
            m_edit->setText(value.toString());
    }

private:
    DateEdit *m_edit;
};

/// One of a list: choices of the definition, people or posts. Long lists are found by typing.
class PickEditor final : public FieldEditor {
public:
    struct Entry {
        QString code;
        QString text;
        QString reading = {};
    };

    PickEditor(const FieldDefinition &field, const std::vector<Entry> &entries, bool searchable, QWidget *parent)
        : FieldEditor(parent), m_box(new QComboBox)
    {
        place(this, m_box, field);
        m_box->setMinimumHeight(metric::kControlHeight);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->addItem(field.required ? FieldEditor::tr("Choose…") : QStringLiteral("—"), QString());
        for (const Entry &entry : entries)
            addEntry(*m_box, entry.text, entry.code, entry.reading);
        if (searchable)
            makeSearchable(*m_box, field.label.text(englishWording()));
        connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
    }
    QString trouble() const override
    {
        return m_box->currentIndex() < 0 && isUnsettled(*m_box) ? unsettledText(*m_box) : QString();
    }
    void settle() override { settleTyped(*m_box); }
    QJsonValue value() const override
    {
        const QString code = m_box->currentData().toString();
        return code.isEmpty() ? QJsonValue() : QJsonValue(code);
    }
    void setValue(const QJsonValue &value) override
    {
        m_box->setCurrentIndex(std::max(0, m_box->findData(value.toString())));
    }

private:
    QComboBox *m_box;
};

class FlagEditor final : public FieldEditor {
public:
    FlagEditor(const FieldDefinition &field, QWidget *parent)
        : FieldEditor(parent), m_box(new QCheckBox(field.label.text(englishWording())))
    {
        place(this, m_box, field);
        const QString hint = field.hint.text(englishWording());
        if (!hint.isEmpty() && hint != m_box->text()) {
            auto *words = new TextLabel(hint, TextRole::Caption);
            words->setWordWrap(true);
            words->setIndent(grown(kBoxIndent));
            layout()->addWidget(words);
        }
        connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }
    QJsonValue value() const override { return m_box->isChecked(); }
    void setValue(const QJsonValue &value) override { m_box->setChecked(value.toBool()); }

private:
    QCheckBox *m_box;
};

class ComputedView final : public FieldEditor {
public:
    ComputedView(const FieldDefinition &field, QWidget *parent)
        : FieldEditor(parent), m_label(new TextLabel(TextRole::BodyStrong))
    {
        place(this, m_label, field);
        m_label->setMinimumHeight(metric::kControlHeight);
        m_label->setWordWrap(true);
        setFocusPolicy(Qt::NoFocus);
    }
    QJsonValue value() const override { return {}; }
    void setValue(const QJsonValue &) override {}
    void setComputed(const QString &text) override { m_label->setText(text.isEmpty() ? QStringLiteral("—") : text); }

private:
    TextLabel *m_label;
};

std::vector<PickEditor::Entry> choices(const FieldDefinition &field)
{
    std::vector<PickEditor::Entry> entries;
    for (const Choice &choice : field.choices)
        entries.push_back({choice.code, choice.label.text(englishWording())});
    return entries;
}

std::vector<PickEditor::Entry> people(const Office &office)
{
    std::vector<PickEditor::Entry> entries;
    for (const Staff &staff : office.allStaff()) {
        const auto post = office.primaryPost(staff.id);
        entries.push_back({staff.number,
                           post ? staff.name() + QStringLiteral("（") + postLabel(office, *post) + QStringLiteral("）")
                                : staff.name(),
                           staff.kana});
    }
    return entries;
}

/// Posts that lead a section: those another section would be asked through.
std::vector<PickEditor::Entry> heads(const Office &office)
{
    std::vector<PickEditor::Entry> entries;
    for (const Post &post : office.posts()) {
        if (post.head)
            entries.push_back({post.code, postLabel(office, post.id)});
    }
    return entries;
}

/// The lines of this fiscal year and, while its accounts are still open (出納整理期間, domain.md 5.1), the last; in each those of one's own
/// sections first.
std::vector<PickEditor::Entry> budgetLines(const FieldOffer &offer)
{
    const auto own = [&offer](const BudgetLine *line) {
        return std::find(offer.ownSections.begin(), offer.ownSections.end(), line->section) != offer.ownSections.end();
    };
    const FiscalYear year = FiscalYear::of(offer.today);
    const FiscalYear last(year.startYear() - 1);
    std::vector<PickEditor::Entry> entries;
    for (const FiscalYear one : {year, last}) {
        if (one == last && !settlementOf(last).contains(offer.today))
            continue;
        std::vector<const BudgetLine *> lines = offer.budget.of(one);
        std::stable_partition(lines.begin(), lines.end(), own);
        for (const BudgetLine *line : lines) {
            const QString text = line->code + QLatin1Char(' ') + line->label();
            entries.push_back({line->key(), one == last ? fiscalYearText(last) + QLatin1Char(' ') + text : text});
        }
    }
    return entries;
}

} // namespace

FieldEditor *makeFieldEditor(const FieldDefinition &field, const FieldOffer &offer, QWidget *parent)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Time:
    case FieldKind::Minutes:
    case FieldKind::Number:
    case FieldKind::Yen: return new LineEditor(field, offer, parent);
    case FieldKind::LongText: return new LongTextEditor(field, offer, parent);
    case FieldKind::Date: return new DateEditor(field, offer, parent);
    case FieldKind::Choice: return new PickEditor(field, choices(field), false, parent);
    case FieldKind::StaffRef: return new PickEditor(field, people(*offer.office), true, parent);
    case FieldKind::PostRef: return new PickEditor(field, heads(*offer.office), true, parent);
    case FieldKind::BudgetLine: return new PickEditor(field, budgetLines(offer), true, parent);
    case FieldKind::Flag: return new FlagEditor(field, parent);
    case FieldKind::CaseRef: return new CaseRefEditor(field, offer.commitments, parent);
    case FieldKind::PaidRef: return new CaseRefEditor(field, offer.payments, parent);
    case FieldKind::Computed: return new ComputedView(field, parent);
    case FieldKind::Payee: return new PayeePicker(field, offer.findPayees, parent);
    }
    return new LineEditor(field, offer, parent);
}

QJsonValue initialValue(const FieldDefinition &field, const QDate &today, const WorkTerms &terms)
{
    if (field.kind == FieldKind::Flag)
        return field.initial == QLatin1String("true");
    if (field.initial.isEmpty())
        return {};
    if (field.initial == QLatin1String("today"))
        return today.toString(Qt::ISODate);
    if (field.initial == QLatin1String("dayMinutes"))
        return terms.dayMinutes < WorkTerms{.staff = terms.staff}.dayMinutes ? QJsonValue(terms.dayMinutes)
                                                                             : QJsonValue();
    if (field.kind == FieldKind::Time || field.kind == FieldKind::Minutes || field.kind == FieldKind::Number
        || field.kind == FieldKind::Yen)
        return field.initial.toLongLong();
    return field.initial;
}

} // namespace kessai
