// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/formview.h"

#include "core/cases/rule.h"
#include "ui/formview/dateedit.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kColumns = 12;
constexpr int kNameHeight = 20;
constexpr int kNarrowForm = 540; ///< the width below which a third of it shows no whole day

/// What one types into: the editor itself, or what it hands its focus to.
QWidget *inputOf(QWidget *editor)
{
    while (editor->focusProxy())
        editor = editor->focusProxy();
    return editor;
}

/// A day that is there already is replaced by what is typed first; to a text it is added.
void takeFocus(QWidget *editor)
{
    editor->setFocus(Qt::OtherFocusReason);
    auto *line = qobject_cast<QLineEdit *>(inputOf(editor));
    if (line && qobject_cast<DateEdit *>(line->parentWidget()))
        line->selectAll();
}

} // namespace

FormView::FormView(QWidget *parent) : QWidget(parent) {}

void FormView::setDefinition(const FormDefinition &definition, const FieldOffer &offer)
{
    for (const Place &place : m_places)
        delete place.box;
    m_places.clear();
    m_touched.clear();
    m_errors.clear();
    m_definition = definition;
    m_lines = repeatedLines(m_definition);
    for (const FieldDefinition &field : m_definition.fields) {
        Place place{.field = field, .box = new QWidget(this)};
        place.box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // equal columns, whatever is in them
        auto *layout = new QVBoxLayout(place.box);
        layout->setContentsMargins({});
        layout->setSpacing(4);
        TextLabel *confidential = nullptr;
        if (field.confidential && field.kind != FieldKind::Flag) {
            confidential = new TextLabel(tr("read by those who decide"), TextRole::Caption, place.box);
            confidential->setToken(Token::Text2);
            confidential->setWordWrap(field.width <= kColumns / 2);
        }
        if (field.kind != FieldKind::Flag) {
            auto *line = new QHBoxLayout;
            line->setSpacing(6);
            line->addWidget(new ElidedLabel(field.label.text(englishWording()), TextRole::Body, place.box));
            place.required = new TextLabel(tr("required"), TextRole::Caption, place.box);
            place.required->setToken(Token::DangerText);
            place.required->setVisible(field.required);
            line->addWidget(place.required);
            if (confidential && field.width > kColumns / 2)
                line->addWidget(confidential);
            line->addStretch(1);
            layout->addLayout(line);
        } else {
            place.lead = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
            layout->addItem(place.lead);
        }
        place.editor = makeFieldEditor(field, offer, place.box);
        layout->addWidget(place.editor);
        if (confidential && field.width <= kColumns / 2)
            layout->addWidget(confidential); // beside the name there is no room for it
        place.amount = new TextLabel(TextRole::Caption, place.box);
        place.amount->setObjectName(QStringLiteral("lineAmount"));
        place.amount->setAlignment(Qt::AlignRight);
        place.amount->hide();
        layout->addWidget(place.amount);
        place.finding = new TextLabel(TextRole::Caption, place.box);
        place.finding->setWordWrap(true);
        place.finding->hide();
        layout->addWidget(place.finding);
        layout->addStretch(1);
        connect(place.editor, &FieldEditor::edited, this, [this, key = field.key] {
            m_touched.insert(key);
            updateVisibility();
            Q_EMIT edited();
        });
        m_places.push_back(std::move(place));
    }
    arrange();
}

/// Lays the visible fields out anew, so that a field that falls away leaves no hole. Rows of their own rather than one grid:
/// there, the spacing of a row would make fields of other rows unequal.
void FormView::arrange()
{
    delete layout();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(metric::kFieldGap);
    std::vector<const Place *> row;
    int used = 0;
    for (const Place &place : m_places) {
        if (place.box->isHidden() && place.box->property("gone").toBool())
            continue;
        const int width = widthOf(place);
        if (used + width > kColumns) {
            rows->addLayout(makeRow(row));
            row.clear();
            used = 0;
        }
        row.push_back(&place);
        used += width;
    }
    if (!row.empty())
        rows->addLayout(makeRow(row));
}

/// In columns, of what there are: in a narrow window a half of the row, or all of it.
int FormView::widthOf(const Place &place) const
{
    const int width = std::clamp(place.field.width, 1, kColumns);
    return !m_narrow ? width : width <= kColumns / 2 ? kColumns / 2 : kColumns;
}

void FormView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < grown(kNarrowForm);
    if (std::exchange(m_narrow, narrow) != narrow)
        arrange();
}

QLayout *FormView::makeRow(const std::vector<const Place *> &places) const
{
    // Beside fields with a name above them a box to tick stands at the height of their inputs.
    const bool named = std::any_of(places.begin(), places.end(), [](const Place *place) { return !place->lead; });
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::kFieldGap);
    int left = kColumns;
    for (const Place *place : places) {
        const int width = std::min(widthOf(*place), left);
        if (place->lead) {
            place->lead->changeSize(0, named ? grown(kNameHeight) : 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
            place->box->layout()->invalidate();
        }
        left -= width;
        // The words of a box to tick may take what is left of its row.
        const bool rest = place->lead && place == places.back();
        row->addWidget(place->box, rest ? width + left : width);
        if (rest)
            left = 0;
    }
    if (left > 0)
        row->addStretch(left);
    return row;
}

/// Shows what the values in sight ask for; whether anything is seen now that was not, or the other way round.
bool FormView::showAsked()
{
    const QJsonObject now = fields();
    bool changed = false;
    for (const Place &place : m_places) {
        bool visible = true;
        if (!place.field.visibleWhen.isEmpty()) {
            const auto condition = Condition::fromJson(place.field.visibleWhen);
            visible = !condition || condition->holds(now);
        }
        if (place.box->property("gone").toBool() == visible) {
            place.box->setProperty("gone", !visible);
            place.box->setVisible(visible);
            changed = true;
        }
    }
    return changed;
}

void FormView::updateVisibility()
{
    bool changed = false;
    // What comes into sight brings its value with it, and another field may be asked for by that: one after another, and none twice.
    for (size_t turn = 0; turn < m_places.size() && showAsked(); ++turn)
        changed = true;
    if (changed)
        arrange();
    showAmounts();
}

/// What each line comes to stands below the price of one.
void FormView::showAmounts()
{
    const QJsonObject now = fields();
    for (const RepeatedLines &lines : m_lines) {
        for (size_t line = 0; lines.count && line < lines.lines.size(); ++line) {
            const QString &price = lines.lines[line][lines.price]->key;
            const auto place = std::find_if(m_places.begin(), m_places.end(),
                                            [&price](const Place &one) { return one.field.key == price; });
            const auto amount = lines.amount(line, now);
            place->amount->setText(amount ? tr("Amount: ¥%1").arg(QLocale(QLocale::Japanese).toString(*amount))
                                          : QString());
            place->amount->setVisible(amount.has_value());
        }
    }
}

void FormView::setNeeded(const QStringList &needed)
{
    for (const Place &place : m_places) {
        if (place.required)
            place.required->setVisible(place.field.required || needed.contains(place.field.key));
    }
}

QJsonObject FormView::fields() const
{
    QJsonObject all;
    for (const Place &place : m_places) {
        // What is hidden is not said: a value left behind by another choice must not be submitted unseen.
        if (place.box->property("gone").toBool())
            continue;
        const QJsonValue value = place.editor->value();
        if (!value.isNull() && !value.isUndefined())
            all.insert(place.field.key, value);
    }
    return all;
}

void FormView::setFields(const QJsonObject &fields)
{
    for (const Place &place : m_places)
        place.editor->setValue(fields.value(place.field.key));
    updateVisibility();
}

void FormView::fill(const QJsonObject &values)
{
    QJsonObject wanted = fields();
    for (const Place &place : m_places) {
        const auto value = values.find(place.field.key);
        if (value == values.end())
            continue;
        place.editor->setValue(*value);
        if (value->isNull())
            wanted.remove(place.field.key);
        else
            wanted.insert(place.field.key, *value);
    }
    updateVisibility();
    if (fields() != wanted)
        Q_EMIT edited(); // something else came into sight by it, or left it
}

void FormView::setComputed(const QHash<QString, Bilingual> &computed)
{
    for (const Place &place : m_places) {
        if (place.field.kind == FieldKind::Computed)
            place.editor->setComputed(computed.value(place.field.key).text(englishWording()));
    }
}

namespace {

/// What is wrong with a field goes before what is only remarkable about it.
std::vector<Finding>::const_iterator findingOf(const std::vector<Finding> &findings, const QString &field)
{
    const auto wrong = std::find_if(findings.begin(), findings.end(), [&field](const Finding &one) {
        return one.field == field && one.severity == Finding::Severity::Error;
    });
    return wrong != findings.end()
        ? wrong
        : std::find_if(findings.begin(), findings.end(), [&field](const Finding &one) { return one.field == field; });
}

} // namespace

bool FormView::isEmptyError(const Finding &finding, const QJsonObject &fields)
{
    return finding.severity == Finding::Severity::Error && !fields.contains(finding.field);
}

void FormView::setFindings(const std::vector<Finding> &findings, bool insist)
{
    const QJsonObject now = fields();
    m_errors.clear();
    for (const Place &place : m_places) {
        if (const QString trouble = place.editor->trouble(); !trouble.isEmpty()) {
            mark(place, trouble, true);
            continue;
        }
        const auto finding = findingOf(findings, place.field.key);
        // What nobody types is not merely still empty.
        const bool quiet = finding != findings.end() && place.field.kind != FieldKind::Computed
            && isEmptyError(*finding, now) && !m_touched.contains(place.field.key);
        // A name one is still looking for is nothing wrong.
        const bool looking = place.field.kind == FieldKind::Payee && now.value(place.field.key).isString()
            && inputOf(place.editor)->hasFocus();
        if (finding == findings.end() || ((quiet || looking) && !insist))
            mark(place, {}, false);
        else
            mark(place, finding->text.text(englishWording()), finding->severity == Finding::Severity::Error);
    }
}

/// Says what is wrong with a field, or remarkable about it, beside it; or no longer anything.
void FormView::mark(const Place &place, const QString &text, bool error)
{
    if (error)
        m_errors.append(place.field.key);
    place.finding->setText(text);
    place.finding->setToken(error ? Token::DangerText : Token::WarnText);
    place.finding->setVisible(!text.isEmpty());
    setInvalid(*inputOf(place.editor), error);
    inputOf(place.editor)->setAccessibleDescription(text.isEmpty() ? place.field.hint.text(englishWording()) : text);
}

void FormView::settle()
{
    for (const Place &place : m_places)
        place.editor->settle();
}

void FormView::focusFirst()
{
    QWidget *first = nullptr;
    for (const Place &place : m_places) {
        const bool typed = place.editor->focusPolicy() != Qt::NoFocus || place.editor->focusProxy();
        if (!typed || place.field.kind == FieldKind::Computed || place.box->property("gone").toBool())
            continue;
        if (!first)
            first = place.editor;
        if (place.field.required && place.editor->value().isNull()) {
            first = place.editor;
            break;
        }
    }
    if (first)
        takeFocus(first);
}

QWidget *FormView::focusFirstError()
{
    // What is computed is put right in the fields after it.
    bool found = false;
    for (const Place &place : m_places) {
        found = found || m_errors.contains(place.field.key);
        if (found && place.field.kind != FieldKind::Computed) {
            takeFocus(place.editor);
            return place.box;
        }
    }
    return nullptr;
}

} // namespace kessai
