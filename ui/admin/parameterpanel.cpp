// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/parameterpanel.h"

#include "core/ports/settings.h"
#include "ui/admin/parameterdraft.h"
#include "ui/admin/parametermodel.h"
#include "ui/formview/dateedit.h"
#include "ui/formview/fieldeditor.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/secondpress.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kHundred = 100;
constexpr int kHours = 600; ///< minutes from which on one speaks of hours

/// The field one types a number of a unit into.
FieldDefinition fieldFor(const ParameterWord &word)
{
    FieldDefinition field{.key = QStringLiteral("value"),
                          .kind = FieldKind::Number,
                          .label = word.name,
                          .hint = parameterRange(word),
                          .choices = {},
                          .visibleWhen = {},
                          .initial = {}};
    switch (word.unit) {
    case ParameterUnit::Minutes: field.kind = FieldKind::Minutes; break;
    case ParameterUnit::Clock: field.kind = FieldKind::Time; break;
    case ParameterUnit::Yen: field.kind = FieldKind::Yen; break;
    case ParameterUnit::MonthDay:
    case ParameterUnit::Hundredths: field.kind = FieldKind::Text; break;
    case ParameterUnit::Choice:
        field.kind = FieldKind::Choice;
        for (const auto &[value, label] : word.values)
            field.choices.push_back({QString::number(value), label});
        break;
    default: break;
    }
    return field;
}

/// Month and day in a text: "7月1日", "7/1".
std::optional<qint64> monthDayIn(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A\\s*(\\d{1,3})\\D+(\\d{1,2})\\D*\\z"));
    const QRegularExpressionMatch match = form.match(text.normalized(QString::NormalizationForm_KC));
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * kHundred + match.captured(2).toLongLong();
}

/// Hundredths in a text: "10.21%", "10.5", "10".
std::optional<qint64> hundredthsIn(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A\\s*(\\d{1,3})(?:\\.(\\d{1,2}))?\\s*%?\\s*\\z"));
    const QRegularExpressionMatch match = form.match(text.normalized(QString::NormalizationForm_KC));
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * kHundred + match.captured(2).leftJustified(2, u'0').toLongLong();
}

std::optional<qint64> wholeIn(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace

ParameterPanel::ParameterPanel(DeskSession &session, ParameterDraft &draft, QWidget *parent)
    : QWidget(parent), m_session(session), m_draft(draft), m_card(new Card(this)),
      m_name(new TextLabel(TextRole::BodyStrong, this)), m_values(new QVBoxLayout), m_editCard(new Card(this)),
      m_editorRoom(new QVBoxLayout), m_range(new TextLabel(TextRole::Caption, this)),
      m_from(dayEdit(session.info().today, tr("In force from"), "parameterFrom", this)), m_source(new QLineEdit(this)),
      m_note(new TextLabel(TextRole::Caption, this)),
      m_put(pageButton(tr("Add to the changes (&A)"), "putParameter", this)), m_asking(new SecondPress(this)),
      m_lastDay(session.info().today.addDays(1))
{
    m_values->setSpacing(2);
    m_name->setWordWrap(true); // a long one would push the fields out of the window
    m_card->body()->addWidget(m_name);
    m_card->body()->addLayout(m_values);
    m_editCard->setTitle(tr("The next value"));
    m_source->setObjectName(QStringLiteral("parameterSource"));
    m_source->setAccessibleName(tr("Source"));
    m_source->setPlaceholderText(tr("The ordinance or rule, such as its amendment"));
    m_source->setMaxLength(int(kLongestSource));
    m_source->setMinimumHeight(metric::kControlHeight);
    m_range->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("parameterNote"));
    m_note->setAlignment(Qt::AlignTop);
    m_note->setMinimumHeight(2 * m_note->fontMetrics().lineSpacing()); // the button below stays where it is
    m_editCard->body()->setSpacing(metric::kGap);
    m_editCard->body()->addLayout(m_editorRoom);
    m_editCard->body()->addWidget(m_range);
    m_editCard->body()->addWidget(labelled(tr("In force from"), m_from, m_editCard));
    m_editCard->body()->addWidget(labelled(tr("Source"), m_source, m_editCard));
    m_editCard->body()->addWidget(m_note);
    m_editCard->body()->addWidget(m_put, 0, Qt::AlignRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kPageMargin);
    column->addWidget(m_card);
    column->addWidget(m_editCard);
    connect(m_from, &DateEdit::edited, this, &ParameterPanel::sayMissing);
    connect(m_source, &QLineEdit::textChanged, this, &ParameterPanel::sayMissing);
    connect(m_source, &QLineEdit::returnPressed, this, [this] {
        if (m_put->isEnabled())
            put();
    });
    connect(m_put, &QPushButton::clicked, this, &ParameterPanel::put);
    connect(m_asking, &SecondPress::changed, this, &ParameterPanel::sayMissing);
    show(nullptr);
}

void ParameterPanel::show(const ParameterWord *word)
{
    const bool same = word && m_word && word->key == m_word->key;
    m_card->setVisible(word);
    m_editCard->setVisible(word);
    if (!word) {
        m_word.reset();
        return;
    }
    if (!same)
        m_asking->giveUp();
    m_word = *word;
    m_card->setTitle(word->group.text(englishWording()));
    m_name->setText(word->name.text(englishWording()));
    showValues();
    if (same) {
        sayMissing(); // what is being typed stays, but it may be in force by now
        return;
    }
    makeEditor();
    const Parameters::Row *drafted = m_draft.drafted(word->key);
    const Parameters::Row *now = m_draft.inForce(word->key, m_session.info().today);
    if (drafted || now)
        setTyped(drafted ? drafted->value : now->value);
    m_from->setDate(drafted ? drafted->from : m_lastDay);
    m_source->setText(drafted ? drafted->source : QString());
    sayMissing();
}

void ParameterPanel::takeFocus()
{
    if (m_editor)
        m_editor->setFocus(Qt::OtherFocusReason);
}

/// What comes first, then what is in force, then what was.
void ParameterPanel::showValues()
{
    emptyLayout(*m_values);
    const QDate today = m_session.info().today;
    const bool english = englishWording();
    std::vector<Parameters::Row> all = m_draft.history(m_word->key);
    const Parameters::Row *now = m_draft.inForce(m_word->key, today);
    for (size_t i = all.size(); i > 0; --i) {
        const Parameters::Row &row = all[i - 1];
        const QString value = parameterText(*m_word, row.value).text(english);
        const bool current = now && row.from == now->from;
        const QString since = row.from > today ? tr("%1 from %2 (to come)").arg(value, longDay(row.from))
            : current                          ? tr("%1 since %2 (in force)").arg(value, longDay(row.from))
                                               : tr("%1 since %2").arg(value, longDay(row.from));
        const QString madeBy = m_draft.madeBy(row);
        const RegisteredRow line = registeredRow(
            since, madeBy.isEmpty() ? sourceText(row.source) : sourceText(row.source) + QLatin1Char('\n') + madeBy,
            m_card);
        if (row.from > today && i > 1 && row.value != all[i - 2].value) {
            auto *back = rowButton(tr("Take back"), since, m_card);
            back->setObjectName(QStringLiteral("takeBackParameter"));
            connect(back, &QPushButton::clicked, this, [this, row, before = all[i - 2]] {
                m_draft.put(
                    {row.key, row.from, before.value, tr("Taken back: %1").arg(row.source).left(int(kLongestSource))});
            });
            line.layout->addWidget(back, 0, Qt::AlignTop);
        }
        m_values->addWidget(line.widget);
    }
}

void ParameterPanel::makeEditor()
{
    if (m_editor)
        m_editor->setObjectName({}); // it goes a little later
    emptyLayout(*m_editorRoom);
    FieldOffer offer{};
    offer.office = m_session.info().office;
    offer.today = m_session.info().today;
    m_editor = makeFieldEditor(fieldFor(*m_word), offer, m_editCard);
    m_editor->setObjectName(QStringLiteral("parameterValue"));
    connect(m_editor, &FieldEditor::edited, this, &ParameterPanel::sayMissing);
    m_editorRoom->addWidget(m_editor);
    // The editor was made last, and what follows it comes after it; what only hands its focus on has no place of its own.
    QWidget *before = m_editor->focusProxy();
    for (QWidget *next : std::initializer_list<QWidget *>{m_from->focusProxy(), m_source, m_put}) {
        setTabOrder(before, next);
        before = next;
    }
    const QString range = parameterRange(*m_word).text(englishWording());
    m_range->setText(range.isEmpty() ? QString() : tr("It can be %1.").arg(range));
    m_range->setVisible(!range.isEmpty());
}

std::optional<qint64> ParameterPanel::typed() const
{
    const QJsonValue value = m_editor->value();
    switch (m_word->unit) {
    case ParameterUnit::MonthDay: return monthDayIn(value.toString());
    case ParameterUnit::Hundredths: return hundredthsIn(value.toString());
    case ParameterUnit::Choice: {
        bool number = false;
        const qint64 chosen = value.toString().toLongLong(&number);
        return number ? std::optional(chosen) : std::nullopt;
    }
    default: return wholeIn(value);
    }
}

void ParameterPanel::setTyped(qint64 value)
{
    switch (m_word->unit) {
    case ParameterUnit::MonthDay:
    case ParameterUnit::Hundredths: m_editor->setValue(parameterText(*m_word, value).text(englishWording())); break;
    case ParameterUnit::Choice: m_editor->setValue(QString::number(value)); break;
    default: m_editor->setValue(value); break;
    }
}

bool ParameterPanel::mayMeanHours() const
{
    const auto value = typed();
    const Parameters::Row *now = m_draft.inForce(m_word->key, m_session.info().today);
    return m_word->unit == ParameterUnit::Minutes && value && *value > 0 && now && now->value >= kHours
        && *value < now->value / 10;
}

/// What still keeps the change from being added; where nothing does, what it will mean.
void ParameterPanel::sayMissing()
{
    if (!m_word || !m_editor)
        return;
    const auto value = typed();
    if (value != m_asked)
        m_asking->giveUp(); // that was asked of another value
    const auto day = m_from->date();
    const Parameters::Row *before = day ? m_draft.inForce(m_word->key, *day) : nullptr;
    const Parameters::Row *drafted = m_draft.drafted(m_word->key);
    QString missing;
    if (!value || !isPossible(*m_word, *value))
        missing = tr("Write a value that is possible here.");
    else if (!day || *day <= m_session.info().today)
        missing = tr("It can be in force from tomorrow on at the earliest: what was filed until today stays as it is.");
    else if (before && before->value == *value)
        missing = tr("That is the value on this day already.");
    else if (drafted && drafted->from == *day && drafted->value == *value
             && drafted->source == m_source->text().trimmed())
        missing = tr("That is among the changes already.");
    else if (m_source->text().trimmed().isEmpty())
        missing = tr("Say what it rests on.");
    m_put->setEnabled(missing.isEmpty());
    m_put->setText(m_asking->isAsking() ? tr("Press again: it is meant so (&A)") : tr("Add to the changes (&A)"));
    if (missing.isEmpty() && mayMeanHours())
        missing = tr("That is %1. Are %2 meant? Write them so.")
                      .arg(parameterText(*m_word, *value).text(englishWording()),
                           parameterText(*m_word, *value * 60).text(englishWording()));
    m_note->setText(missing.isEmpty()
                        ? tr("It holds for days from then on. What was filed before stays as it was judged.")
                        : missing);
}

void ParameterPanel::put()
{
    m_editor->settle();
    const auto value = typed();
    const auto day = m_from->date();
    if (!value || !day)
        return;
    m_asked = value;
    if (mayMeanHours() && !m_asking->press())
        return;
    m_lastDay = *day;
    m_draft.put({m_word->key, *day, *value, m_source->text().trimmed()});
}

} // namespace kessai
