// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/accounting/zenginreader.h"

#include <QStringDecoder>

#include <algorithm>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLength = 120;

/// The fields of one record, one after the other.
class Fields final {
public:
    Fields(QByteArray record, QString *fault) : m_record(std::move(record)), m_fault(fault) {}

    QString number(qsizetype width)
    {
        const QByteArray bytes = take(width);
        if (!std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= '0' && c <= '9'; }))
            say(u"no number: "_s + QString::fromLatin1(bytes));
        return QString::fromLatin1(bytes);
    }
    QString name(qsizetype width)
    {
        QByteArray bytes = take(width);
        while (bytes.endsWith(' '))
            bytes.chop(1);
        if (bytes.startsWith(' '))
            say(u"a name that is not left-aligned"_s);
        for (const char c : bytes) {
            const auto byte = uchar(c);
            const bool plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || QByteArray(" ()-./").contains(c);
            const bool kana = byte >= 0xB1 && byte <= 0xDF; // ｱ to ﾟ: neither small ones nor ｦ nor ｰ
            if (!plain && !kana)
                say(u"a character banks do not take"_s);
        }
        return QStringDecoder("CP932").decode(bytes);
    }
    void constant(const QByteArray &expected)
    {
        if (take(expected.size()) != expected)
            say(u"not the constant "_s + QString::fromLatin1(expected));
    }
    void blank(qsizetype width) { constant(QByteArray(width, ' ')); }
    void end()
    {
        if (m_at != kLength)
            say(u"a layout of %1 bytes"_s.arg(m_at));
    }
    AccountType type()
    {
        const int digit = number(1).toInt();
        if (digit != 1 && digit != 2 && digit != 4 && digit != 9)
            say(u"no such type of account"_s);
        return AccountType(digit);
    }

private:
    QByteArray take(qsizetype width)
    {
        m_at += width;
        return m_record.mid(m_at - width, width);
    }
    void say(const QString &fault)
    {
        if (m_fault->isEmpty())
            *m_fault = fault;
    }

    QByteArray m_record;
    QString *m_fault;
    qsizetype m_at = 0;
};

void readHead(Fields head, TransferFile &file, int year)
{
    head.constant("1");
    head.constant("21");
    head.constant("0");
    file.source.code = head.number(10);
    file.source.account.holder = head.name(40);
    file.day = QDate::fromString(QString::number(year) + head.number(4), u"yyyyMMdd"_s);
    file.source.account.bank = head.number(4);
    file.source.account.bankName = head.name(15);
    file.source.account.branch = head.number(3);
    file.source.account.branchName = head.name(15);
    file.source.account.type = head.type();
    file.source.account.number = head.number(7);
    head.blank(17);
    head.end();
}

Transfer readTransfer(Fields data)
{
    Transfer transfer;
    data.constant("2");
    transfer.account.bank = data.number(4);
    transfer.account.bankName = data.name(15);
    transfer.account.branch = data.number(3);
    transfer.account.branchName = data.name(15);
    data.constant("0000");
    transfer.account.type = data.type();
    transfer.account.number = data.number(7);
    transfer.account.holder = data.name(30);
    transfer.amount = Yen(data.number(10).toLongLong());
    data.constant("0");
    transfer.customer1 = data.number(10);
    transfer.customer2 = data.number(10);
    data.constant("7");
    data.constant(" ");
    data.blank(7);
    data.end();
    return transfer;
}

} // namespace

Result<TransferFile, QString> readZengin(const QByteArray &file, int year)
{
    const bool lines = file.mid(kLength, 2) == "\r\n";
    const qsizetype step = kLength + (lines ? 2 : 0);
    if (file.isEmpty() || file.size() % step != 0)
        return fail(u"not records of one length"_s);
    QList<QByteArray> records;
    for (qsizetype at = 0; at < file.size(); at += step) {
        if (lines && file.mid(at + kLength, 2) != "\r\n")
            return fail(u"a record without its line end"_s);
        records.append(file.mid(at, kLength));
    }
    if (records.size() < 4)
        return fail(u"head, transfers, sum and end"_s);
    QString fault;
    TransferFile read;
    readHead(Fields(records.front(), &fault), read, year);
    qint64 sum = 0;
    for (qsizetype i = 1; i < records.size() - 2; ++i) {
        read.transfers.push_back(readTransfer(Fields(records[i], &fault)));
        sum += read.transfers.back().amount.amount();
        if (read.transfers.back().amount.amount() < 1 || read.transfers.back().account.holder.isEmpty())
            return fail(u"nothing for nobody"_s);
    }
    Fields tail(records[records.size() - 2], &fault);
    tail.constant("8");
    const bool counted = tail.number(6).toLongLong() == qint64(read.transfers.size());
    const bool summed = tail.number(12).toLongLong() == sum;
    tail.blank(101);
    tail.end();
    Fields end(records.back(), &fault);
    end.constant("9");
    end.blank(119);
    end.end();
    if (!counted || !summed)
        return fail(u"count or sum are not those of the transfers"_s);
    if (!read.day.isValid() || read.source.account.holder.isEmpty())
        return fail(u"no day, or nobody who pays"_s);
    if (!fault.isEmpty())
        return fail(fault);
    return read;
}

} // namespace kessai::test
