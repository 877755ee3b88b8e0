// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/passwordpane.h"

#include "ui/pdf/failuretext.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kPaneWidth = 360;

} // namespace

PasswordPane::PasswordPane(QWidget *parent)
    : QWidget(parent), m_headline(new TextLabel(TextRole::CardTitle, this)),
      m_problem(new TextLabel(TextRole::Body, this)), m_field(new QLineEdit(this)),
      m_button(new QPushButton(tr("Open"), this))
{
    const FailureText words = documentFailureText(RenderFailure::Encrypted);
    auto *const lock = new QPushButton(this);
    lock->setIcon(icon(QStringLiteral("lock"), Token::Text2));
    lock->setIconSize(QSize(32, 32));
    lock->setFlat(true);
    lock->setFocusPolicy(Qt::NoFocus);
    lock->setAttribute(Qt::WA_TransparentForMouseEvents);
    lock->setAccessibleName(words.headline);
    setButtonKind(*lock, ButtonKind::Quiet);
    m_headline->setText(words.headline);
    m_headline->setAlignment(Qt::AlignCenter);
    m_headline->setWordWrap(true);
    auto *const advice = new TextLabel(words.advice, TextRole::Body, this);
    advice->setToken(Token::Text2);
    advice->setAlignment(Qt::AlignCenter);
    advice->setWordWrap(true);
    m_field->setObjectName(QStringLiteral("passwordField"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAccessibleName(tr("Password of the file"));
    m_button->setObjectName(QStringLiteral("unlockButton"));
    setButtonKind(*m_button, ButtonKind::Primary);
    m_problem->setObjectName(QStringLiteral("passwordProblem"));
    m_problem->setToken(Token::DangerText);
    m_problem->setAlignment(Qt::AlignCenter);

    auto *const row = new QHBoxLayout;
    row->setSpacing(metric::kGap);
    row->addWidget(m_field, 1);
    row->addWidget(m_button);
    auto *const column = new QVBoxLayout;
    column->setSpacing(metric::kGap);
    column->addStretch(2);
    column->addWidget(lock, 0, Qt::AlignHCenter);
    column->addWidget(m_headline);
    column->addWidget(advice);
    column->addSpacing(metric::kGap);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addStretch(3);
    auto *const outer = new QHBoxLayout(this);
    outer->addStretch(1);
    outer->addLayout(column);
    outer->addStretch(1);
    advice->setFixedWidth(grown(kPaneWidth));
    setFocusProxy(m_field);

    connect(m_button, &QPushButton::clicked, this, &PasswordPane::enter);
    connect(m_field, &QLineEdit::returnPressed, this, &PasswordPane::enter);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_button->setEnabled(!text.isEmpty());
        if (!text.isEmpty())
            setInvalid(*m_field, false);
    });
}

void PasswordPane::ask(const QString &documentName, bool wasWrong)
{
    m_field->clear();
    m_button->setEnabled(false);
    m_field->setAccessibleDescription(documentName);
    // It keeps its line when empty, so that nothing moves when a password was wrong.
    m_problem->setText(wasWrong ? tr("The password is wrong.") : QStringLiteral(" "));
    setInvalid(*m_field, wasWrong);
}

void PasswordPane::enter()
{
    if (!m_field->text().isEmpty())
        Q_EMIT passwordEntered(m_field->text());
}

} // namespace kessai
