// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/addstepdialog.h"

#include "ui/caseword.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kReasonHeight = 66;
constexpr int kDialogWidth = 460;

FieldEditor *postEditor(const std::shared_ptr<const Office> &office, const QString &name, QWidget *parent)
{
    FieldDefinition field;
    field.key = QStringLiteral("addedPost");
    field.kind = FieldKind::PostRef;
    field.label = {name, name};
    field.required = true;
    return makeFieldEditor(field, {office, office->day()}, parent);
}

} // namespace

AddStepDialog::AddStepDialog(std::shared_ptr<const Office> office, bool before, const QString &reason, QWidget *parent)
    : QDialog(parent), m_office(std::move(office)), m_who(postEditor(m_office, tr("Post"), this)),
      m_kind(new QComboBox(this)), m_before(new QRadioButton(tr("Before me (&B)"), this)),
      m_after(new QRadioButton(tr("After me (&N)"), this)), m_reason(new QPlainTextEdit(reason, this)), m_add(nullptr)
{
    setWindowTitle(tr("Add to the route"));
    setMinimumWidth(grown(kDialogWidth));
    m_kind->setObjectName(QStringLiteral("addedKind"));
    m_kind->setAccessibleName(tr("What they are asked"));
    for (const StepKind kind : {StepKind::Review, StepKind::Consult, StepKind::Circulate})
        m_kind->addItem(kindWord(kind), int(kind));
    m_kind->setCurrentIndex(1);
    m_before->setEnabled(before);
    m_before->setToolTip(before ? tr("They are asked now, and you after them")
                                : tr("Not possible any more: somebody in your step has already acted"));
    m_after->setToolTip(tr("They are asked when you have approved"));
    (before ? m_before : m_after)->setChecked(true);
    m_reason->setObjectName(QStringLiteral("addedReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why they should see it"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(grown(kReasonHeight));

    auto *place = new QHBoxLayout;
    place->addWidget(m_before);
    place->addWidget(m_after);
    place->addStretch(1);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(metric::kFieldGap);
    form->addRow(tr("Post"), m_who);
    form->addRow(tr("What they are asked"), m_kind);
    form->addRow(tr("When"), place);
    form->addRow(tr("Reason"), m_reason);
    auto *hint = new TextLabel(tr("A route only gets longer; what has been approved stands."), TextRole::Caption, this);
    hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("Add (&A)"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(QStringLiteral("addStepButton"));
    setButtonKind(*m_add, ButtonKind::Primary);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metric::kFieldGap);
    layout->addLayout(form);
    layout->addWidget(hint);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_who, &FieldEditor::edited, this, &AddStepDialog::check);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &AddStepDialog::check);
    m_who->setFocus(Qt::OtherFocusReason);
    check();
}

AddStep AddStepDialog::step() const
{
    AddStep step;
    step.kind = StepKind(m_kind->currentData().toInt());
    if (const Post *post = m_office->postByCode(m_who->value().toString()))
        step.who.push_back(post->id);
    step.before = m_before->isChecked();
    step.reason = m_reason->toPlainText().trimmed();
    return step;
}

void AddStepDialog::check()
{
    const AddStep chosen = step();
    m_add->setEnabled(!chosen.who.empty() && !chosen.reason.isEmpty());
}

} // namespace kessai
