// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/caserefeditor.h"

#include "ui/errortext.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kTypingPause = 300; // milliseconds

/// Of what a field keeps, the case; 0 where it keeps none.
CaseId caseOf(const QJsonObject &ref)
{
    return CaseId(ref.value(QLatin1String("case")).toInteger());
}

} // namespace

CaseRefEditor::CaseRefEditor(const FieldDefinition &field, CaseSource source, QWidget *parent)
    : FieldEditor(parent), m_source(std::move(source)), m_box(new QComboBox), m_note(new TextLabel(TextRole::Caption))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_box);
    layout->addWidget(m_note);
    const QString name = field.label.text(englishWording());
    m_box->setObjectName(QStringLiteral("field_") + field.key);
    m_box->setAccessibleName(name);
    m_box->setMinimumHeight(metric::kControlHeight);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->addItem(tr("Choose…"), qint64(0));
    makeSearchable(*m_box, name);
    m_box->lineEdit()->setPlaceholderText(tr("Number or a part of the title"));
    setFocusProxy(m_box);
    m_note->hide();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &CaseRefEditor::look);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_box, &QComboBox::activated, this, &CaseRefEditor::choose);
    look();
}

QString CaseRefEditor::trouble() const
{
    return m_box->currentIndex() < 0 && isUnsettled(*m_box) ? unsettledText(*m_box) : QString();
}

void CaseRefEditor::settle()
{
    settleTyped(*m_box);
}

void CaseRefEditor::setValue(const QJsonValue &value)
{
    ++m_referred;
    m_typing.stop();
    m_value = value.isUndefined() ? QJsonValue() : value; // an empty field is null, as every other
    if (const QJsonObject ref = value.toObject(); caseOf(ref).value() != 0)
        show(ref);
    else
        m_box->setCurrentIndex(0);
}

/// Puts a case into the box, where it is not there, and chooses it.
void CaseRefEditor::show(const QJsonObject &ref)
{
    int index = m_box->findData(caseOf(ref).value());
    if (index < 0) {
        addEntry(*m_box,
                 ref.value(QLatin1String("number")).toString() + QStringLiteral("　")
                     + ref.value(QLatin1String("title")).toString(),
                 caseOf(ref).value());
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

/// Asks for the cases that match what is typed.
void CaseRefEditor::look()
{
    if (!m_source.find)
        return;
    const QString typed = m_box->lineEdit()->text().trimmed();
    const QString words = typed == m_box->itemText(m_box->currentIndex()) ? QString() : typed;
    const int asked = ++m_looked;
    m_source.find(words).then(this, [this, asked](const Result<std::vector<CaseOffer>> &found) {
        if (asked != m_looked)
            return;
        m_note->setVisible(!found);
        if (found)
            offer(*found);
        else
            m_note->setText(errorText(found.error()).what);
    });
}

/// Adds what was found to the list, and shows it to whoever is still typing; whoever has left the field already is answered now.
void CaseRefEditor::offer(const std::vector<CaseOffer> &found)
{
    for (const CaseOffer &one : found) {
        if (m_box->findData(one.id.value()) >= 0)
            continue;
        const QString text = one.number + QStringLiteral("　") + one.title;
        addEntry(*m_box,
                 one.left ? tr("%1 (left: ¥%2)").arg(text, QLocale(QLocale::Japanese).toString(*one.left)) : text,
                 one.id.value());
    }
    if (!isUnsettled(*m_box))
        return;
    if (m_box->hasFocus())
        m_box->completer()->complete();
    else if (m_box->currentIndex() < 0)
        settleTyped(*m_box);
}

/// Has no value until what the field keeps of the chosen one is known: nothing else may be submitted in its place.
void CaseRefEditor::choose(int index)
{
    const int asked = ++m_referred;
    const CaseId id(m_box->itemData(index).toLongLong());
    const QJsonValue before = m_value;
    if (index >= 0) { // what fits nothing may still be found
        m_typing.stop();
        m_note->hide();
    }
    if (id.value() != 0)
        ++m_looked; // found: what is answered later is asked for no more
    if (id.value() != 0 && caseOf(before.toObject()) == id)
        return;
    m_value = {};
    Q_EMIT edited();
    if (!m_source.refer || id.value() == 0)
        return;
    m_source.refer(id).then(this, [this, asked, before](const Result<QJsonObject> &ref) {
        if (asked != m_referred)
            return;
        if (ref) {
            m_value = *ref;
        } else {
            setValue(before);
            m_note->setText(errorText(ref.error()).what);
        }
        m_note->setVisible(!ref);
        Q_EMIT edited();
    });
}

} // namespace kessai
