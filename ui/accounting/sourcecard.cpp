// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/sourcecard.h"

#include "core/accounting/bankkana.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

/// A name as banks write it; as it was typed where it cannot be.
QString asBanksWrite(const QLineEdit *field)
{
    const auto kana = toBankKana(field->text().trimmed());
    return kana ? *kana : field->text().trimmed();
}

} // namespace

SourceCard::SourceCard(QWidget *parent)
    : QWidget(parent), m_banner(new QuietBanner(this)), m_code(field("sourceCode", tr("Number the bank gave"), 10)),
      m_bank(field("sourceBank", tr("Bank (4 digits)"), 4)), m_bankName(field("sourceBankName", tr("Name"), 30)),
      m_branch(field("sourceBranch", tr("Branch (3 digits)"), 3)),
      m_branchName(field("sourceBranchName", tr("Name"), 30)), m_type(new QComboBox(this)),
      m_number(field("sourceNumber", tr("Account number"), 7)),
      m_holder(field("sourceHolder", tr("Who orders (in kana)"), 60)), m_save(new QPushButton(tr("Register it"), this)),
      m_cancel(new QPushButton(tr("Leave it"), this))
{
    setObjectName(QStringLiteral("sourceCard"));
    auto *card = new Card(this);
    card->setTitle(tr("The account paid from"));
    m_banner->hide();
    m_type->setObjectName(QStringLiteral("sourceType"));
    m_type->setAccessibleName(tr("Kind of account"));
    m_type->setMinimumHeight(metric::kControlHeight);
    for (const AccountType type : {AccountType::Ordinary, AccountType::Current, AccountType::Other})
        m_type->addItem(accountTypeName(type).text(englishWording()), int(type));
    m_save->setObjectName(QStringLiteral("saveSource"));
    m_cancel->setObjectName(QStringLiteral("leaveSource"));
    for (QPushButton *button : {m_save, m_cancel})
        button->setMinimumHeight(metric::kControlHeight);
    setButtonKind(*m_save, ButtonKind::Primary);
    const auto named = [this](QWidget *widget) { return labelled(widget->accessibleName(), widget, this); };
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    card->body()->addWidget(m_banner);
    card->body()->addLayout(entryLine({named(m_code), named(m_holder)}));
    card->body()->addLayout(entryLine({named(m_bank), named(m_bankName), named(m_branch), named(m_branchName)}));
    card->body()->addLayout(entryLine({named(m_type), named(m_number)}));
    card->body()->addLayout(buttons);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins({});
    frame->addWidget(card);
    connect(m_save, &QPushButton::clicked, this, &SourceCard::save);
    connect(m_cancel, &QPushButton::clicked, this, &SourceCard::putAway);
    hide();
}

QLineEdit *SourceCard::field(const char *objectName, const QString &name, int most)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setMaxLength(most);
    edit->setMinimumHeight(metric::kControlHeight);
    connect(edit, &QLineEdit::returnPressed, this, &SourceCard::save);
    return edit;
}

void SourceCard::edit(const std::optional<SourceRevision> &source)
{
    m_seen = source ? source->revision : 0;
    const TransferSource shown = source ? source->source : TransferSource{};
    m_code->setText(shown.code);
    m_bank->setText(shown.account.bank);
    m_bankName->setText(shown.account.bankName);
    m_branch->setText(shown.account.branch);
    m_branchName->setText(shown.account.branchName);
    m_type->setCurrentIndex(std::max(0, m_type->findData(int(shown.account.type))));
    m_number->setText(shown.account.number);
    m_holder->setText(shown.account.holder);
    m_banner->clear();
    show();
    m_code->setFocus(Qt::OtherFocusReason);
}

void SourceCard::save()
{
    SetSource change;
    change.seen = m_seen;
    change.source.code = m_code->text().trimmed();
    change.source.account = {m_bank->text().trimmed(),
                             asBanksWrite(m_bankName),
                             m_branch->text().trimmed(),
                             asBanksWrite(m_branchName),
                             AccountType(m_type->currentData().toInt()),
                             m_number->text().trimmed().rightJustified(kAccountDigits, u'0'),
                             asBanksWrite(m_holder)};
    if (const auto file = writeZengin({change.source, QDate(2026, 4, 1), {{change.source.account, Yen(1), {}, {}}}});
        !file) {
        m_banner->say(BannerKind::Warning, file.error().text.text(englishWording()), {}, false);
        return;
    }
    if (!checkChange(change)) {
        m_banner->say(BannerKind::Warning, tr("The number the bank gave is missing, or the name is too long."), {},
                      false);
        return;
    }
    Q_EMIT saveRequested(change);
}

void SourceCard::putAway()
{
    hide();
    Q_EMIT closed();
}

void SourceCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        putAway();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kessai
