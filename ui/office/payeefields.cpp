// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/payeefields.h"

#include "core/accounting/bankkana.h"
#include "ui/formview/dateedit.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kGridColumns = 6;

QComboBox *choiceBox(const QString &name, const char *objectName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(name);
    box->setMinimumHeight(metric::kControlHeight);
    return box;
}

TextLabel *noteLabel(Token token, QWidget *parent)
{
    auto *label = new TextLabel(TextRole::Caption, parent);
    label->setToken(token);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void sayIn(TextLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

bool isDayOrEmpty(const DateEdit &edit)
{
    return edit.text().trimmed().isEmpty() || edit.date();
}

/// The account as the bank will find it in the file.
QString inFile(const BankAccount &account)
{
    if (account.number.isEmpty() && account.holder.isEmpty())
        return QStringLiteral("—");
    return QStringLiteral("%1 %2 / %3 %4 / %5 %6 / %7")
        .arg(account.bank, account.bankName, account.branch, account.branchName, QString::number(int(account.type)),
             account.number, account.holder);
}

} // namespace

PayeeFields::PayeeFields(const QDate &today, QWidget *parent)
    : QWidget(parent), m_kind(choiceBox(tr("Kind"), "payeeKind", this)),
      m_type(choiceBox(tr("Account type"), "payeeAccountType", this)),
      m_differs(new QCheckBox(tr("The account is somebody else's"), this)),
      m_mandate(dayEdit(today, tr("Day of the mandate"), "payeeMandate", this)),
      m_mandateBox(labelled(tr("Day of the mandate"), m_mandate, this)),
      m_mandateProblem(noteLabel(Token::DangerText, this)),
      m_until(dayEdit(today, tr("May be chosen until"), "payeeUntil", this)),
      m_untilProblem(noteLabel(Token::DangerText, this)), m_inFile(new TextLabel(TextRole::BodyStrong, this)),
      m_warning(noteLabel(Token::WarnText, this)), m_foot(new QWidget(this)), m_reason(new QLineEdit(m_foot)),
      m_save(new QPushButton(tr("Register (&R)"), m_foot))
{
    setObjectName(QStringLiteral("payeeFields"));
    build();
    for (const auto &[field, line] : m_lines)
        connect(line.edit, &QLineEdit::textChanged, this, &PayeeFields::check);
    connect(m_kind, &QComboBox::activated, this, &PayeeFields::check);
    connect(m_type, &QComboBox::activated, this, &PayeeFields::check);
    connect(m_differs, &QCheckBox::toggled, this, &PayeeFields::check);
    connect(m_mandate, &DateEdit::edited, this, &PayeeFields::check);
    connect(m_until, &DateEdit::edited, this, &PayeeFields::check);
    connect(m_reason, &QLineEdit::textChanged, this, &PayeeFields::check);
    connect(m_reason, &QLineEdit::returnPressed, this, &PayeeFields::save);
    connect(m_save, &QPushButton::clicked, this, &PayeeFields::save);
    setPayee({});
}

void PayeeFields::build()
{
    for (const PayeeKind kind : {PayeeKind::Corporation, PayeeKind::Sole, PayeeKind::Person, PayeeKind::Staff})
        m_kind->addItem(payeeKindName(kind).text(englishWording()), int(kind));
    for (const AccountType type :
         {AccountType::Ordinary, AccountType::Current, AccountType::Savings, AccountType::Other})
        m_type->addItem(accountTypeName(type).text(englishWording()), int(type));
    m_differs->setObjectName(QStringLiteral("payeeDiffers"));
    m_differs->setMinimumHeight(metric::kControlHeight);
    m_inFile->setObjectName(QStringLiteral("payeeInFile"));
    m_inFile->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("payeeReason"));
    m_reason->setAccessibleName(tr("Why, and from which paper"));
    m_reason->setPlaceholderText(tr("For example: change notice of 24 November, copy of the passbook"));
    m_reason->setMaxLength(kMostPayeeReason);
    m_reason->setMinimumHeight(metric::kControlHeight);
    m_save->setObjectName(QStringLiteral("savePayee"));
    m_save->setMinimumHeight(metric::kControlHeight);
    setButtonKind(*m_save, ButtonKind::Primary);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metric::kGap);
    grid->setVerticalSpacing(metric::kGap);
    for (int column = 0; column < kGridColumns; ++column)
        grid->setColumnStretch(column, 1);
    addLine(*grid, 0, 0, 3, PayeeField::Code, "payeeCode");
    grid->addWidget(labelled(tr("Kind"), m_kind, this), 0, 3, 1, 3, Qt::AlignTop);
    addLine(*grid, 1, 0, 6, PayeeField::Name, "payeeName");
    addLine(*grid, 2, 0, 6, PayeeField::Kana, "payeeKana");
    addLine(*grid, 3, 0, 6, PayeeField::Registration, "payeeRegistration");
    addLine(*grid, 4, 0, 2, PayeeField::Bank, "payeeBank");
    addLine(*grid, 4, 2, 4, PayeeField::BankName, "payeeBankName");
    addLine(*grid, 5, 0, 2, PayeeField::Branch, "payeeBranch");
    addLine(*grid, 5, 2, 4, PayeeField::BranchName, "payeeBranchName");
    grid->addWidget(labelled(tr("Account type"), m_type, this), 6, 0, 1, 2, Qt::AlignTop);
    addLine(*grid, 6, 2, 4, PayeeField::AccountNumber, "payeeAccount");
    addLine(*grid, 7, 0, 6, PayeeField::Holder, "payeeHolder");

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addLayout(grid);
    column->addWidget(m_differs);
    column->addWidget(m_mandateBox);
    column->addWidget(m_mandateProblem);
    column->addWidget(labelled(tr("In the bank's file"), m_inFile, this));
    column->addWidget(m_warning);
    column->addWidget(labelled(tr("May be chosen until (empty: no end)"), m_until, this));
    column->addWidget(m_untilProblem);

    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins({});
    foot->setSpacing(metric::kGap);
    foot->addWidget(labelled(tr("Why, and from which paper"), m_reason, m_foot), 1);
    foot->addWidget(m_save, 0, Qt::AlignBottom);
}

void PayeeFields::addLine(QGridLayout &grid, int row, int column, int span, PayeeField field, const char *objectName)
{
    const QString name = payeeFieldName(field).text(englishWording());
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setMinimumHeight(metric::kControlHeight);
    TextLabel *problem = noteLabel(Token::DangerText, this);
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(labelled(name, edit, box));
    layout->addWidget(problem);
    grid.addWidget(box, row, column, 1, span, Qt::AlignTop);
    m_lines.emplace(field, Line{edit, problem});
}

void PayeeFields::setPayee(const Payee &payee)
{
    m_insist = false;
    edit(PayeeField::Code).setText(payee.code);
    edit(PayeeField::Code).setReadOnly(payee.revision > 0); // a payee keeps its code
    edit(PayeeField::Name).setText(payee.name);
    edit(PayeeField::Kana).setText(payee.kana);
    edit(PayeeField::Registration).setText(payee.registration);
    edit(PayeeField::Bank).setText(payee.account.bank);
    edit(PayeeField::BankName).setText(payee.account.bankName);
    edit(PayeeField::Branch).setText(payee.account.branch);
    edit(PayeeField::BranchName).setText(payee.account.branchName);
    edit(PayeeField::AccountNumber).setText(payee.account.number);
    edit(PayeeField::Holder).setText(payee.account.holder);
    m_kind->setCurrentIndex(m_kind->findData(int(payee.kind)));
    m_type->setCurrentIndex(m_type->findData(int(payee.account.type)));
    m_differs->setChecked(payee.holderDiffers);
    if (payee.mandateOn.isValid())
        m_mandate->setDate(payee.mandateOn);
    else
        m_mandate->setText({});
    if (payee.validUntil.isValid())
        m_until->setDate(payee.validUntil);
    else
        m_until->setText({});
    m_reason->clear();
    m_before = payee;
    m_save->setText(payee.revision > 0 ? tr("Register the change (&R)") : tr("Register (&R)"));
    check();
}

Payee PayeeFields::payee() const
{
    return tidied({edit(PayeeField::Code).text(),
                   m_before.revision,
                   edit(PayeeField::Name).text(),
                   edit(PayeeField::Kana).text(),
                   PayeeKind(m_kind->currentData().toInt()),
                   edit(PayeeField::Registration).text(),
                   {edit(PayeeField::Bank).text(), edit(PayeeField::BankName).text(), edit(PayeeField::Branch).text(),
                    edit(PayeeField::BranchName).text(), AccountType(m_type->currentData().toInt()),
                    edit(PayeeField::AccountNumber).text(), edit(PayeeField::Holder).text()},
                   m_differs->isChecked(),
                   m_mandate->date().value_or(QDate()),
                   m_until->date().value_or(QDate())});
}

bool PayeeFields::changed() const
{
    return payee() != m_before || !m_reason->text().trimmed().isEmpty();
}

void PayeeFields::check()
{
    const Payee now = payee();
    const auto problems = problemsOf(now);
    for (const auto &[field, line] : m_lines) {
        const auto problem = std::find_if(problems.begin(), problems.end(),
                                          [field = field](const PayeeProblem &one) { return one.field == field; });
        const bool said = problem != problems.end() && (m_insist || !line.edit->text().isEmpty());
        sayIn(*line.problem, said ? problem->text.text(englishWording()) : QString());
        setInvalid(*line.edit, said);
    }
    const bool mandated = std::none_of(problems.begin(), problems.end(),
                                       [](const PayeeProblem &one) { return one.field == PayeeField::Mandate; });
    m_mandateBox->setVisible(m_differs->isChecked());
    sayIn(*m_mandateProblem,
          mandated ? QString() : tr("Where the account is somebody else's there has to be a mandate with its day."));
    sayIn(*m_untilProblem, isDayOrEmpty(*m_until) ? QString() : tr("That is no day."));
    m_inFile->setText(inFile(now.account));
    const auto kana = toBankKana(now.kana);
    const bool others = kana && !now.account.holder.isEmpty() && !kana->startsWith(now.account.holder);
    sayIn(*m_warning,
          others && !now.holderDiffers ? tr("The holder is not read as the payee is. Is the account somebody else's?")
                                       : QString());
    m_save->setEnabled(!m_busy && now != m_before);
}

QWidget *PayeeFields::firstProblem() const
{
    const auto problems = problemsOf(payee());
    if (!problems.empty()) {
        const auto line = m_lines.find(problems.front().field);
        return line == m_lines.end() ? static_cast<QWidget *>(m_mandate) : line->second.edit;
    }
    return isDayOrEmpty(*m_until) ? nullptr : m_until;
}

void PayeeFields::save()
{
    m_insist = true;
    check();
    if (QWidget *problem = firstProblem()) {
        problem->setFocus();
        Q_EMIT problemPointed(problem);
        return;
    }
    const QString reason = m_reason->text().trimmed();
    setInvalid(*m_reason, reason.isEmpty());
    if (reason.isEmpty())
        m_reason->setFocus();
    else if (m_save->isEnabled())
        Q_EMIT saveRequested(payee(), reason);
}

void PayeeFields::setBusy(bool busy)
{
    m_busy = busy;
    check();
}

void PayeeFields::takeFocus()
{
    (m_before.revision > 0 ? edit(PayeeField::Name) : edit(PayeeField::Code)).setFocus(Qt::OtherFocusReason);
}

} // namespace kessai
