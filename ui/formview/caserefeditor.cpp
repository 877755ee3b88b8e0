// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/caserefeditor.h"

#include "ui/errortext.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kTypingPause = 300; // milliseconds

} // namespace

CaseRefEditor::CaseRefEditor(const FieldDefinition &field, const FieldOffer &offer, QWidget *parent)
    : FieldEditor(parent), m_source(offer.commitments), m_box(new QComboBox), m_note(new TextLabel(TextRole::Caption))
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

void CaseRefEditor::setValue(const QJsonValue &value)
{
    m_value = value;
    if (const auto ref = caseRefIn(value))
        show(*ref);
    else
        m_box->setCurrentIndex(0);
}

/// Puts a commitment into the box, where it is not there, and chooses it.
void CaseRefEditor::show(const CaseRef &ref)
{
    int index = m_box->findData(ref.id.value());
    if (index < 0) {
        m_box->addItem(ref.text(), ref.id.value());
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

/// Asks for the commitments that match what is typed.
void CaseRefEditor::look()
{
    if (!m_source.find)
        return;
    const QString typed = m_box->lineEdit()->text().trimmed();
    const QString words = typed == m_box->itemText(m_box->currentIndex()) ? QString() : typed;
    const int asked = ++m_asked;
    m_source.find(words).then(this, [this, asked](const Result<std::vector<CommitmentOffer>> &found) {
        if (asked != m_asked)
            return;
        m_note->setVisible(!found);
        if (found)
            offer(*found);
        else
            m_note->setText(errorText(found.error()).what);
    });
}

void CaseRefEditor::offer(const std::vector<CommitmentOffer> &found)
{
    for (const CommitmentOffer &one : found) {
        if (m_box->findData(one.id.value()) >= 0)
            continue;
        const QString text = one.number + QStringLiteral("　") + one.title;
        m_box->addItem(one.left ? tr("%1 (left: ¥%2)").arg(text, QLocale(QLocale::Japanese).toString(*one.left)) : text,
                       one.id.value());
    }
}

void CaseRefEditor::choose(int index)
{
    const CaseId id(m_box->itemData(index).toLongLong());
    const auto before = caseRefIn(m_value);
    if (id.value() == 0) {
        m_value = {};
        Q_EMIT edited();
        return;
    }
    if (!m_source.refer || (before && before->id == id))
        return;
    const int asked = ++m_asked;
    m_source.refer(id).then(this, [this, asked, before](const Result<CaseRef> &ref) {
        if (asked != m_asked)
            return;
        m_note->setVisible(!ref);
        if (ref) {
            m_value = toJson(*ref);
            Q_EMIT edited();
            return;
        }
        m_note->setText(errorText(ref.error()).what);
        setValue(before ? toJson(*before) : QJsonValue());
    });
}

} // namespace kessai
