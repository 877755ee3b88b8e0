// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/returnbox.h"

#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kMostBesides = 400;

} // namespace

ReturnBox::ReturnBox(QWidget *parent)
    : QWidget(parent), m_reasons(new QComboBox(this)), m_besides(new QLineEdit(this)),
      m_return(new QPushButton(tr("Return (Ctrl+Enter)"), this))
{
    setObjectName(QStringLiteral("returnBox"));
    m_reasons->setObjectName(QStringLiteral("returnReason"));
    m_reasons->setAccessibleName(tr("Why it goes back"));
    m_reasons->setPlaceholderText(tr("Choose a reason"));
    m_reasons->setMinimumHeight(metric::kControlHeight);
    m_besides->setObjectName(QStringLiteral("returnBesides"));
    m_besides->setAccessibleName(tr("Said besides"));
    m_besides->setPlaceholderText(tr("What is to be mended (optional)"));
    m_besides->setMaxLength(kMostBesides);
    m_besides->setMinimumHeight(metric::kControlHeight);
    m_return->setObjectName(QStringLiteral("returnNow"));
    setButtonKind(*m_return, ButtonKind::Primary);
    auto *leave = new QPushButton(tr("Cancel"), this);
    leave->setObjectName(QStringLiteral("returnLeave"));
    for (QPushButton *button : {m_return, leave})
        button->setMinimumHeight(metric::kControlHeight);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(m_return);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kFieldGap, metric::kGap, metric::kFieldGap, metric::kFieldGap);
    layout->setSpacing(metric::kGap);
    layout->addWidget(new TextLabel(tr("Why it goes back"), TextRole::BodyStrong, this));
    layout->addWidget(m_reasons);
    layout->addWidget(m_besides);
    layout->addLayout(buttons);
    m_reasons->installEventFilter(this);
    m_besides->installEventFilter(this);
    connect(m_return, &QPushButton::clicked, this, &ReturnBox::confirm);
    connect(leave, &QPushButton::clicked, this, &ReturnBox::left);
    connect(m_besides, &QLineEdit::textChanged, this, &ReturnBox::showButton);
    connect(m_reasons, &QComboBox::currentIndexChanged, this, &ReturnBox::showButton);
}

void ReturnBox::ask(const std::vector<VoucherFault> &faults)
{
    m_faults = faults;
    {
        const QSignalBlocker quiet(m_reasons);
        m_reasons->clear();
        for (const VoucherFault &fault : m_faults)
            m_reasons->addItem(fault.words.text(englishWording()), fault.code);
        m_reasons->setCurrentIndex(-1);
    }
    showButton();
    m_reasons->setFocus(Qt::OtherFocusReason);
}

void ReturnBox::leave()
{
    m_reasons->setCurrentIndex(-1);
    m_besides->clear();
}

void ReturnBox::setReady(bool ready)
{
    m_ready = ready;
    showButton();
}

bool ReturnBox::isSaid() const
{
    const bool other = m_reasons->currentData().toString() == kOtherFault;
    return m_reasons->currentIndex() >= 0 && (!other || !m_besides->text().trimmed().isEmpty());
}

void ReturnBox::showButton()
{
    m_return->setEnabled(m_ready && isSaid());
}

void ReturnBox::confirm()
{
    if (!m_ready)
        return;
    if (!isSaid()) {
        (m_reasons->currentIndex() < 0 ? static_cast<QWidget *>(m_reasons) : m_besides)->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (const VoucherFault &fault : m_faults) {
        if (fault.code == m_reasons->currentData().toString())
            Q_EMIT confirmed(returnReason(fault, m_besides->text()));
    }
}

/// A box takes Enter for the beginning of a word.
bool ReturnBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool enter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (enter && press->modifiers().testFlag(Qt::ControlModifier)) {
        if (!press->isAutoRepeat()) // held down it decides nothing more
            confirm();
        return true;
    }
    if (press->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
