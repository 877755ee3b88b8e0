// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/paymentcard.h"

#include "core/accounting/payments.h"
#include "ui/formview/dateedit.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace kessai {

namespace {

constexpr qsizetype kMostNotes = 6;

} // namespace

PaymentCard::PaymentCard(const QDate &today, QWidget *parent)
    : QWidget(parent), m_card(new Card(this)), m_banner(new QuietBanner(this)),
      m_sentence(new TextLabel(TextRole::Body, this)), m_notes(new QVBoxLayout), m_dayRow(new QWidget(this)),
      m_day(dayEdit(today, tr("Day of payment"), "paymentDay", this)), m_reason(new QLineEdit(this)),
      m_progress(new QProgressBar(this)), m_confirm(new QPushButton(this)),
      m_cancel(new QPushButton(tr("Leave it"), this))
{
    setObjectName(QStringLiteral("paymentCard"));
    m_banner->setObjectName(QStringLiteral("paymentCardBanner"));
    m_banner->hide();
    m_sentence->setObjectName(QStringLiteral("paymentSentence"));
    m_sentence->setWordWrap(true);
    m_notes->setContentsMargins({});
    m_notes->setSpacing(0);
    m_reason->setObjectName(QStringLiteral("paymentReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason (it is kept with the batch)"));
    m_reason->setMaxLength(int(kMostPaymentReason));
    m_reason->setMinimumHeight(metric::kControlHeight);
    m_progress->setObjectName(QStringLiteral("paymentProgress"));
    m_progress->setAccessibleName(tr("Cases that were replayed"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_confirm->setObjectName(QStringLiteral("confirmPayment"));
    m_cancel->setObjectName(QStringLiteral("leavePayment"));
    for (QPushButton *button : {m_confirm, m_cancel})
        button->setMinimumHeight(metric::kControlHeight);
    setButtonKind(*m_confirm, ButtonKind::Primary);

    auto *days = new QHBoxLayout(m_dayRow);
    days->setContentsMargins({});
    QWidget *dated = labelled(tr("Day of payment"), m_day, m_dayRow);
    m_dayName = dated->findChild<TextLabel *>();
    days->addWidget(dated);
    days->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    m_card->body()->addWidget(m_banner);
    m_card->body()->addWidget(m_sentence);
    m_card->body()->addWidget(m_progress);
    m_card->body()->addLayout(m_notes);
    m_card->body()->addWidget(m_dayRow);
    m_card->body()->addWidget(m_reason);
    m_card->body()->addLayout(buttons);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins({});
    frame->addWidget(m_card);
    connect(m_confirm, &QPushButton::clicked, this, &PaymentCard::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &PaymentCard::putAway);
    connect(m_day, &DateEdit::edited, this, &PaymentCard::dayChanged);
    hide();
}

void PaymentCard::ask(const Question &question)
{
    m_reasoned = question.reason;
    m_banner->clear();
    m_card->setTitle(question.title);
    m_sentence->setText(question.sentence);
    m_confirm->setText(question.button);
    m_reason->clear();
    setInvalid(*m_reason, false);
    m_reason->setVisible(question.reason);
    m_dayRow->setVisible(question.day.has_value());
    if (question.day) {
        const QString name = question.dayName.isEmpty() ? tr("Day of payment") : question.dayName;
        m_dayName->setText(name);
        m_day->setNames(name, {});
        m_day->setDate(*question.day);
    }
    setNotes({});
    setProgress(0, 0);
    setReady(true);
    show();
    if (question.reason)
        m_reason->setFocus(Qt::OtherFocusReason);
    else
        m_confirm->setFocus(Qt::OtherFocusReason);
}

void PaymentCard::setNotes(const QStringList &notes)
{
    emptyLayout(*m_notes);
    for (const QString &note : notes.mid(0, kMostNotes)) {
        auto *line = new TextLabel(note, TextRole::Body, this);
        line->setToken(Token::WarnText);
        line->setWordWrap(true); // a note tells whom, what and why
        m_notes->addWidget(line);
    }
    if (notes.size() > kMostNotes)
        m_notes->addWidget(
            new TextLabel(tr("and %n more", nullptr, int(notes.size() - kMostNotes)), TextRole::Caption, this));
}

void PaymentCard::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void PaymentCard::setProgress(int done, int all)
{
    m_progress->setVisible(done < all);
    m_progress->setRange(0, std::max(1, all));
    m_progress->setValue(done);
}

void PaymentCard::setReady(bool ready)
{
    const bool wasHere = m_cancel->hasFocus() || m_confirm->hasFocus();
    m_confirm->setEnabled(ready);
    if (wasHere)
        (ready ? m_confirm : m_cancel)->setFocus(Qt::OtherFocusReason);
}

void PaymentCard::complain(const QString &text)
{
    if (text.isEmpty())
        m_banner->clear();
    else
        m_banner->say(BannerKind::Warning, text, {}, false);
}

std::optional<QDate> PaymentCard::day() const
{
    return m_day->date();
}

void PaymentCard::putAway()
{
    hide();
    Q_EMIT closed();
}

void PaymentCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        putAway();
    else if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
    else if (!event->isAutoRepeat())
        confirm();
}

void PaymentCard::confirm()
{
    if (!m_confirm->isEnabled())
        return;
    const QString reason = m_reason->text().trimmed();
    if (m_reasoned && reason.isEmpty()) {
        setInvalid(*m_reason, true);
        complain(tr("Please say why."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    setInvalid(*m_reason, false);
    Q_EMIT confirmed(reason);
}

} // namespace kessai
