// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/zengin.h"

#include "core/accounting/bankkana.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t kFirstHalfWidth = 0xFF61; ///< ｡, which is 0xA1 in CP932
constexpr int kFirstHalfWidthByte = 0xA1;
constexpr qsizetype kRecordLength = 120;
constexpr qsizetype kMostTransfers = 999'999;
constexpr qint64 kMostAmount = 9'999'999'999;

/// One record in the making. The first thing that does not fit is kept, and what follows it does not matter any more.
class Record final {
public:
    explicit Record(QByteArray head) : m_bytes(std::move(head)) {}

    /// A number: right-aligned, filled with zeros.
    Record &number(const Bilingual &what, const QString &digits, qsizetype width)
    {
        const bool sound = digits.size() <= width
            && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!sound)
            fail(what,
                 {u"「%1」は%2桁までの数字ではありません"_s.arg(digits).arg(width),
                  u"\"%1\" is no number of up to %2 digits"_s.arg(digits).arg(width)});
        m_bytes += digits.toLatin1().rightJustified(width, '0', true);
        return *this;
    }
    /// A name: left-aligned, filled with spaces.
    Record &name(const Bilingual &what, const QString &text, qsizetype width, bool mayMiss)
    {
        const auto kana = toBankKana(text);
        if (!kana)
            fail(what,
                 {u"「%1」は銀行で使えない文字です"_s.arg(kana.error().character),
                  u"banks do not take the character \"%1\""_s.arg(kana.error().character)});
        else if (kana->size() > width)
            fail(what,
                 {u"「%1」は%2文字を超えています"_s.arg(*kana).arg(width),
                  u"\"%1\" is longer than %2 characters"_s.arg(*kana).arg(width)});
        else if (kana->isEmpty() && !mayMiss)
            fail(what, {u"空欄です"_s, u"it is missing"_s});
        QByteArray bytes;
        for (const QChar c : kana ? *kana : QString())
            bytes += char(c.unicode() >= kFirstHalfWidth ? c.unicode() - kFirstHalfWidth + kFirstHalfWidthByte
                                                         : c.unicode());
        m_bytes += bytes.leftJustified(width, ' ', true);
        return *this;
    }
    Record &fixed(const QByteArray &bytes)
    {
        m_bytes += bytes;
        return *this;
    }
    /// Bank, branch and account: the same in the head and in every transfer.
    Record &bank(const BankAccount &account)
    {
        return code({u"金融機関コード"_s, u"bank"_s}, account.bank, kBankDigits)
            .name({u"金融機関名"_s, u"name of the bank"_s}, account.bankName, kMostBankName, true)
            .code({u"支店コード"_s, u"branch"_s}, account.branch, kBranchDigits)
            .name({u"支店名"_s, u"name of the branch"_s}, account.branchName, kMostBankName, true);
    }
    Record &account(const BankAccount &account)
    {
        if (account.number.isEmpty())
            fail({u"口座番号"_s, u"account number"_s}, {u"空欄です"_s, u"it is missing"_s});
        return fixed(QByteArray::number(int(account.type)))
            .number({u"口座番号"_s, u"account number"_s}, account.number, kAccountDigits);
    }
    /// The record filled to its length with spaces.
    QByteArray bytes() const { return m_bytes.leftJustified(kRecordLength, ' '); }
    const std::optional<Bilingual> &problem() const { return m_problem; }

private:
    /// Digits that are an identity and not a quantity: none may be missing.
    Record &code(const Bilingual &what, const QString &digits, qsizetype width)
    {
        if (digits.size() != width)
            fail(what,
                 {u"「%1」は%2桁ではありません"_s.arg(digits).arg(width),
                  u"\"%1\" has not %2 digits"_s.arg(digits).arg(width)});
        return number(what, digits, width);
    }
    void fail(const Bilingual &what, const Bilingual &why)
    {
        if (!m_problem)
            m_problem = {what.ja + u"："_s + why.ja, what.en + u": "_s + why.en};
    }

    QByteArray m_bytes;
    std::optional<Bilingual> m_problem;
};

Record headRecord(const TransferFile &file)
{
    const TransferSource &source = file.source;
    Record record("1210");
    record.number({u"委託者コード"_s, u"number of the orderer"_s}, source.code, 10)
        .name({u"依頼人名"_s, u"name of the orderer"_s}, source.account.holder, kMostSourceName, false)
        .fixed(file.day.toString(u"MMdd"_s).toLatin1())
        .bank(source.account)
        .account(source.account);
    return record;
}

Record transferRecord(const Transfer &transfer)
{
    Record record("2");
    record.bank(transfer.account)
        .fixed("0000") // 手形交換所: not used
        .account(transfer.account)
        .name({u"口座名義"_s, u"account holder"_s}, transfer.account.holder, kMostHolderName, false)
        .number({u"振込金額"_s, u"amount"_s}, QString::number(transfer.amount.amount()), 10)
        .fixed("0") // 新規コード: neither the first transfer nor a change
        .number({u"顧客コード1"_s, u"customer code 1"_s}, transfer.customer1, 10)
        .number({u"顧客コード2"_s, u"customer code 2"_s}, transfer.customer2, 10)
        .fixed("7"); // by wire
    return record;
}

} // namespace

Result<QByteArray, ZenginProblem> writeZengin(const TransferFile &file, LineEnds lineEnds)
{
    const auto whole = [](const QString &ja, const QString &en) { return fail(ZenginProblem{{}, {ja, en}}); };
    if (!file.day.isValid())
        return whole(u"振込指定日がありません"_s, u"there is no day to pay on"_s);
    if (file.transfers.empty())
        return whole(u"振込が1件もありません"_s, u"there is nothing to pay"_s);
    if (file.transfers.size() > size_t(kMostTransfers))
        return whole(u"1ファイルは999,999件までです"_s, u"a file takes 999,999 transfers at most"_s);
    QByteArray bytes;
    const auto add = [&](const Record &record) {
        bytes += record.bytes();
        if (lineEnds == LineEnds::CrLf)
            bytes += "\r\n";
    };
    const Record head = headRecord(file);
    if (head.problem())
        return fail(ZenginProblem{{}, *head.problem()});
    add(head);
    qint64 sum = 0;
    for (size_t i = 0; i < file.transfers.size(); ++i) {
        const qint64 amount = file.transfers[i].amount.amount();
        if (amount < 1 || amount > kMostAmount)
            return fail(ZenginProblem{
                i, {u"振込金額は1円から9,999,999,999円までです"_s, u"an amount is from 1 to 9,999,999,999 yen"_s}});
        const Record record = transferRecord(file.transfers[i]);
        if (record.problem())
            return fail(ZenginProblem{i, *record.problem()});
        sum += amount;
        add(record);
    }
    Record tail("8");
    tail.number({u"合計件数"_s, u"number of transfers"_s}, QString::number(file.transfers.size()), 6)
        .number({u"合計金額"_s, u"sum"_s}, QString::number(sum), 12);
    if (tail.problem())
        return fail(ZenginProblem{{}, *tail.problem()});
    add(tail);
    add(Record("9"));
    return bytes;
}

} // namespace kessai
