// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/payee.h"

#include "core/accounting/bankkana.h"
#include "core/accounting/registrationnumber.h"
#include "core/base/textfold.h"

#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostCodeDigits = 10;
constexpr qsizetype kShownDigits = 4; ///< of an account, to everybody

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// For those who are no corporation a wrong check digit is a warning at most.
bool isRegistration(const QString &text, PayeeKind kind)
{
    const RegistrationFault fault = registrationFault(text);
    return text == plainRegistration(text) && fault != RegistrationFault::Form
        && (fault == RegistrationFault::None || kind != PayeeKind::Corporation);
}

bool isLine(const QString &text, qsizetype most)
{
    return !text.trimmed().isEmpty() && text.size() <= most
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

QString inBankKana(const QString &text)
{
    const auto kana = toBankKana(text);
    return kana ? *kana : text.simplified();
}

class Finder final {
public:
    explicit Finder(const Payee &payee) : m_payee(payee) {}

    std::vector<PayeeProblem> problems()
    {
        const BankAccount &account = m_payee.account;
        if (m_payee.code.isEmpty() || m_payee.code.size() > kMostCodeDigits || !isDigits(m_payee.code))
            add(PayeeField::Code, u"10桁までの数字で入力してください。"_s, u"Type up to ten digits."_s);
        if (!isLine(m_payee.name, kMostPayeeName))
            add(PayeeField::Name, u"名称を1〜100文字で入力してください。"_s, u"Type a name of up to 100 characters."_s);
        checkKana(PayeeField::Kana, m_payee.kana, kMostPayeeName, false);
        if (!m_payee.registration.isEmpty() && !isRegistration(m_payee.registration, m_payee.kind))
            add(PayeeField::Registration, u"「T」と13桁の数字（検査数字を含む）として正しくありません。"_s,
                u"That is no \"T\" with 13 digits that fit together."_s);
        checkDigits(PayeeField::Bank, account.bank, kBankDigits);
        checkKana(PayeeField::BankName, account.bankName, kMostBankName, true);
        checkDigits(PayeeField::Branch, account.branch, kBranchDigits);
        checkKana(PayeeField::BranchName, account.branchName, kMostBankName, true);
        checkDigits(PayeeField::AccountNumber, account.number, kAccountDigits);
        checkKana(PayeeField::Holder, account.holder, kMostHolderName, false);
        if (m_payee.holderDiffers && !m_payee.mandateOn.isValid())
            add(PayeeField::Mandate, u"口座名義が債権者本人でないときは、委任状の日付が必要です。"_s,
                u"Where the account is somebody else's there has to be a mandate with its day."_s);
        return std::move(m_problems);
    }

private:
    void add(PayeeField field, const QString &ja, const QString &en) { m_problems.push_back({field, {ja, en}}); }
    void checkDigits(PayeeField field, const QString &text, qsizetype width)
    {
        if (text.size() != width || !isDigits(text))
            add(field, u"%1桁の数字で入力してください。"_s.arg(width), u"Type %1 digits."_s.arg(width));
    }
    void checkKana(PayeeField field, const QString &text, qsizetype most, bool mayMiss)
    {
        const auto kana = toBankKana(text);
        if (!kana)
            add(field, u"「%1」は銀行で使えない文字です。カナで入力してください。"_s.arg(kana.error().character),
                u"Banks do not take the character \"%1\". Type it as it is read."_s.arg(kana.error().character));
        else if (kana->isEmpty() && !mayMiss)
            add(field, u"カナを入力してください。"_s, u"Type it as it is read."_s);
        else if (kana->size() > most)
            add(field,
                u"銀行は%1文字（濁点も1文字）までしか受け付けません。通帳の表記どおり%1文字までを入力してください。"_s
                    .arg(most),
                u"Banks take %1 characters, marks counted apart. Type as many of the passbook's."_s.arg(most));
    }

    const Payee &m_payee;
    std::vector<PayeeProblem> m_problems;
};

class ChangeChecker final {
public:
    Result<> operator()(const RegisterPayee &change) const { return sound(change.reason, {change.payee}); }
    Result<> operator()(const ImportPayees &change) const
    {
        if (change.payees.size() > size_t(kMostImportedPayees))
            return fail(Error::refused(Refusal::TooManyEntries));
        QSet<QString> codes;
        for (const Payee &payee : change.payees)
            codes.insert(payee.code);
        if (change.payees.empty() || codes.size() != qsizetype(change.payees.size()))
            return fail(ErrorCode::Invalid, QStringLiteral("a list of payees, each of them once"));
        return sound(change.reason, change.payees);
    }

private:
    static Result<> sound(const QString &reason, const std::vector<Payee> &payees)
    {
        if (reason.trimmed().isEmpty())
            return fail(Error::refused(Refusal::ReasonMissing));
        if (!isLine(reason, kMostPayeeReason))
            return fail(ErrorCode::Invalid, QStringLiteral("a reason is one line"));
        for (const Payee &payee : payees) {
            if (!problemsOf(payee).empty() || tidied(payee) != payee)
                return fail(ErrorCode::Invalid, QStringLiteral("payee %1: %2").arg(payee.code, firstOf(payee)));
        }
        return {};
    }
    static QString firstOf(const Payee &payee)
    {
        const auto problems = problemsOf(payee);
        return problems.empty() ? QStringLiteral("not tidy") : problems.front().text.en;
    }
};

} // namespace

QString toCode(PayeeKind kind)
{
    switch (kind) {
    case PayeeKind::Corporation: return u"corporation"_s;
    case PayeeKind::Sole: return u"sole"_s;
    case PayeeKind::Person: return u"person"_s;
    case PayeeKind::Staff: return u"staff"_s;
    }
    return {};
}

std::optional<PayeeKind> payeeKindFromCode(const QString &code)
{
    for (const PayeeKind kind : {PayeeKind::Corporation, PayeeKind::Sole, PayeeKind::Person, PayeeKind::Staff}) {
        if (toCode(kind) == code)
            return kind;
    }
    return std::nullopt;
}

Bilingual payeeKindName(PayeeKind kind)
{
    switch (kind) {
    case PayeeKind::Corporation: return {u"法人"_s, u"Corporation"_s};
    case PayeeKind::Sole: return {u"個人事業主"_s, u"Sole proprietor"_s};
    case PayeeKind::Person: return {u"個人"_s, u"Person"_s};
    case PayeeKind::Staff: return {u"職員"_s, u"Staff"_s};
    }
    return {};
}

Bilingual accountTypeName(AccountType type)
{
    switch (type) {
    case AccountType::Ordinary: return {u"普通"_s, u"Ordinary"_s};
    case AccountType::Current: return {u"当座"_s, u"Current"_s};
    case AccountType::Savings: return {u"貯蓄"_s, u"Savings"_s};
    case AccountType::Other: return {u"その他"_s, u"Other"_s};
    }
    return {};
}

Bilingual payeeFieldName(PayeeField field)
{
    switch (field) {
    case PayeeField::Code: return {u"債権者コード"_s, u"Payee code"_s};
    case PayeeField::Name: return {u"名称"_s, u"Name"_s};
    case PayeeField::Kana: return {u"カナ"_s, u"Reading"_s};
    case PayeeField::Registration: return {u"登録番号"_s, u"Registration number"_s};
    case PayeeField::Bank: return {u"金融機関コード"_s, u"Bank code"_s};
    case PayeeField::BankName: return {u"金融機関名カナ"_s, u"Bank name"_s};
    case PayeeField::Branch: return {u"支店コード"_s, u"Branch code"_s};
    case PayeeField::BranchName: return {u"支店名カナ"_s, u"Branch name"_s};
    case PayeeField::AccountNumber: return {u"口座番号"_s, u"Account number"_s};
    case PayeeField::Holder: return {u"口座名義カナ"_s, u"Account holder"_s};
    case PayeeField::Mandate: return {u"委任状"_s, u"Mandate"_s};
    }
    return {};
}

PayeeRef PayeeRef::of(const Payee &payee)
{
    return {payee.code,         payee.revision,     payee.name,
            payee.kind,         payee.registration, u"…"_s + payee.account.number.right(kShownDigits),
            payee.holderDiffers};
}

QJsonObject PayeeRef::toJson() const
{
    return {{u"code"_s, code},
            {u"revision"_s, revision},
            {u"name"_s, name},
            {u"kind"_s, toCode(kind)},
            {u"registration"_s, registration},
            {u"account"_s, account},
            {u"holderDiffers"_s, holderDiffers}};
}

std::optional<PayeeRef> PayeeRef::fromJson(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto kind = payeeKindFromCode(object[u"kind"_s].toString());
    const PayeeRef payee{object[u"code"_s].toString(),         object[u"revision"_s].toInt(),
                         object[u"name"_s].toString(),         kind.value_or(PayeeKind::Corporation),
                         object[u"registration"_s].toString(), object[u"account"_s].toString(),
                         object[u"holderDiffers"_s].toBool()};
    const bool sound = kind && !payee.code.isEmpty() && payee.code.size() <= kMostCodeDigits && isDigits(payee.code)
        && payee.revision > 0 && isLine(payee.name, kMostPayeeName)
        && (payee.registration.isEmpty() || isRegistration(payee.registration, payee.kind))
        && payee.account.size() == kShownDigits + 1 && payee.account[0] == u'…'
        && isDigits(QStringView(payee.account).mid(1)) && payee.toJson() == object;
    return sound ? std::optional(payee) : std::nullopt;
}

Bilingual payeeText(const PayeeRef &payee)
{
    return {u"%1（%2 ・ 口座 %3%4）"_s.arg(payee.name, payee.code, payee.account,
                                           payee.holderDiffers ? u" ・ 名義相違"_s : QString()),
            u"%1 (%2, account %3%4)"_s.arg(payee.name, payee.code, payee.account,
                                           payee.holderDiffers ? u", somebody else's"_s : QString())};
}

Payee tidied(Payee payee)
{
    BankAccount &account = payee.account;
    payee.name = payee.name.trimmed();
    payee.kana = payee.kana.normalized(QString::NormalizationForm_KC).simplified();
    const auto digits = [](QString &text, qsizetype width) {
        text = text.normalized(QString::NormalizationForm_KC).trimmed();
        if (!text.isEmpty() && isDigits(text))
            text = text.rightJustified(width, u'0');
    };
    digits(payee.code, 0);
    digits(account.bank, kBankDigits);
    digits(account.branch, kBranchDigits);
    digits(account.number, kAccountDigits);
    payee.registration = plainRegistration(payee.registration.trimmed());
    account.bankName = inBankKana(account.bankName);
    account.branchName = inBankKana(account.branchName);
    account.holder = inBankKana(account.holder);
    if (!payee.holderDiffers)
        payee.mandateOn = {};
    return payee;
}

std::vector<PayeeProblem> problemsOf(const Payee &payee)
{
    return Finder(payee).problems();
}

Result<> checkChange(const PayeeChange &change)
{
    return std::visit(ChangeChecker(), change);
}

QString payeeWords(const Payee &payee)
{
    QStringList words;
    for (const QString &text : {payee.code, payee.name, payee.kana, payee.registration})
        words.append(foldText(text));
    return words.join(u' ');
}

QString payeeQuery(const QString &typed)
{
    QStringList words;
    for (const QString &word : typed.normalized(QString::NormalizationForm_KC).simplified().split(u' ')) {
        if (const QString folded = foldText(word); !folded.isEmpty())
            words.append(folded);
    }
    return words.join(u' ');
}

} // namespace kessai
