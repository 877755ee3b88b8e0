// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr int kEmptyDisc = 72;
constexpr int kEmptyGlyph = 32;
constexpr int kEmptyAdviceWidth = 400;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_iconRoom(new QWidget(this)), m_headline(new TextLabel(TextRole::CardTitle, this)),
      m_advice(new TextLabel(TextRole::Body, this)), m_button(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metric::kGap);
    m_iconRoom->setFixedSize(kEmptyDisc, kEmptyDisc);
    m_headline->setAlignment(Qt::AlignCenter);
    m_headline->setWordWrap(true);
    m_advice->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_advice->setWordWrap(true);
    m_advice->setToken(Token::Text2);
    m_advice->setMaximumWidth(grown(kEmptyAdviceWidth));
    m_button->setObjectName(u"emptyStateButton"_s);
    layout->addStretch(2);
    layout->addWidget(m_iconRoom, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    layout->addWidget(m_headline);
    // Centred by room at its sides: an aligned item would be given the height its text needs at the full width.
    auto *const adviceRow = new QHBoxLayout;
    adviceRow->addStretch(1);
    adviceRow->addWidget(m_advice, 100); // its width, or all there is in a narrow place
    adviceRow->addStretch(1);
    layout->addLayout(adviceRow);
    layout->addSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

void EmptyState::setContents(const QString &icon, const QString &headline, const QString &advice, const QString &button)
{
    m_iconName = icon;
    m_headline->setText(headline);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(advice);
    update();
}

bool EmptyState::focusButton()
{
    if (m_button->isHidden())
        return false;
    m_button->setFocus(Qt::OtherFocusReason);
    return true;
}

void EmptyState::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QRectF disc = m_iconRoom->geometry();
    paintRounded(painter, disc, disc.height() / 2, t[Token::NeutralFill],
                 t.highContrast() ? t[Token::Border] : QColor());
    const qreal side = (disc.width() - kEmptyGlyph) / 2;
    if (!m_iconName.isEmpty())
        paintIcon(painter, disc.adjusted(side, side, -side, -side), m_iconName, t[Token::Text2]);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        m_advice->setMaximumWidth(grown(kEmptyAdviceWidth));
}

} // namespace kessai
