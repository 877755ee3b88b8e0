// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/payeefile.h"

#include "core/accounting/payeecolumns.h"
#include "core/base/csv.h"
#include "core/base/textfile.h"
#include "core/calendar/era.h"

#include <QHash>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

enum PayeeColumn {
    Code,
    Name,
    Kana,
    Kind,
    Registration,
    Bank,
    BankName,
    Branch,
    BranchName,
    Type,
    Number,
    Holder,
    Mandate,
    ValidUntil,
};

class RowReader final {
public:
    void read(const CsvRow &row)
    {
        m_line = row.line;
        if (row.cells.size() != payeeColumns().size()) {
            add(u"%1列あるはずですが、%2列あります。"_s.arg(payeeColumns().size()).arg(row.cells.size()),
                u"It has to have %1 columns and has %2."_s.arg(payeeColumns().size()).arg(row.cells.size()));
            return;
        }
        const QStringList &cells = row.cells;
        const auto kind = known<PayeeKind>(
            cells[Kind], {PayeeKind::Corporation, PayeeKind::Sole, PayeeKind::Person, PayeeKind::Staff}, payeeKindName,
            {u"区分"_s, u"Kind"_s});
        const auto type = known<AccountType>(
            cells[Type], {AccountType::Ordinary, AccountType::Current, AccountType::Savings, AccountType::Other},
            accountTypeName, {u"預金種目"_s, u"Account type"_s});
        const Payee payee = tidied(
            {cells[Code],
             0,
             cells[Name],
             cells[Kana],
             kind,
             cells[Registration],
             {cells[Bank], cells[BankName], cells[Branch], cells[BranchName], type, cells[Number], cells[Holder]},
             !cells[Mandate].isEmpty(),
             day(cells[Mandate], {u"委任状"_s, u"Mandate"_s}),
             day(cells[ValidUntil], {u"有効期限"_s, u"Valid until"_s})});
        for (const PayeeProblem &problem : problemsOf(payee)) {
            const Bilingual field = payeeFieldName(problem.field);
            add(field.ja + u"："_s + problem.text.ja, field.en + u": "_s + problem.text.en);
        }
        if (const auto above = m_lines.constFind(payee.code); above != m_lines.cend())
            add(u"債権者コード %1 は%2行目にもあります。"_s.arg(payee.code).arg(*above),
                u"The payee code %1 stands in line %2 too."_s.arg(payee.code).arg(*above));
        m_lines.insert(payee.code, m_line);
        m_payees.push_back(payee);
    }
    void refuse(const QString &ja, const QString &en)
    {
        m_line = 0;
        add(ja, en);
    }
    Result<std::vector<Payee>, std::vector<PayeeRowProblem>> finish()
    {
        if (!m_problems.empty())
            return fail(std::move(m_problems));
        return std::move(m_payees);
    }

private:
    void add(const QString &ja, const QString &en) { m_problems.push_back({m_line, {ja, en}}); }

    /// One of a few, by either of its names.
    template <class E>
    E known(const QString &cell, std::initializer_list<E> all, Bilingual (*name)(E), const Bilingual &column)
    {
        for (const E one : all) {
            const Bilingual names = name(one);
            if (cell == names.ja || cell.compare(names.en, Qt::CaseInsensitive) == 0)
                return one;
        }
        add(u"%1：「%2」はありません。"_s.arg(column.ja, cell), u"%1: there is no \"%2\"."_s.arg(column.en, cell));
        return *all.begin();
    }
    QDate day(const QString &cell, const Bilingual &column)
    {
        if (const auto day = parseDate(cell))
            return *day;
        if (!cell.isEmpty())
            add(u"%1：「%2」は 2026-04-01 のような日付ではありません。"_s.arg(column.ja, cell),
                u"%1: \"%2\" is no day like 2026-04-01."_s.arg(column.en, cell));
        return {};
    }

    int m_line = 0;
    QHash<QString, int> m_lines;
    std::vector<Payee> m_payees;
    std::vector<PayeeRowProblem> m_problems;
};

} // namespace

QStringList payeeColumns()
{
    return {u"債権者コード"_s,   u"名称"_s,           u"カナ"_s,       u"区分"_s,       u"登録番号"_s,
            u"金融機関コード"_s, u"金融機関名カナ"_s, u"支店コード"_s, u"支店名カナ"_s, u"預金種目"_s,
            u"口座番号"_s,       u"口座名義カナ"_s,   u"委任状"_s,     u"有効期限"_s};
}

Result<std::vector<Payee>, std::vector<PayeeRowProblem>> readPayeeFile(const QByteArray &file)
{
    RowReader reader;
    if (file.size() > kMostPayeeFileBytes) {
        reader.refuse(u"ファイルが大きすぎます（16 MBまで）。"_s, u"The file is too large (16 MB at most)."_s);
        return reader.finish();
    }
    const auto text = textOfFile(file);
    const auto rows = text ? readCsv(*text) : std::nullopt;
    if (!text)
        reader.refuse(u"UTF-8でもCP932（シフトJIS）でもないファイルです。"_s,
                      u"The file is neither UTF-8 nor CP932."_s);
    else if (!rows)
        reader.refuse(u"引用符「\"」が閉じていない箇所があります。"_s, u"A quotation mark is not closed."_s);
    else if (rows->size() < 2)
        reader.refuse(u"見出しの下に行がありません。"_s, u"There is no row below the head."_s);
    else if (rows->size() > size_t(kMostImportedPayees) + 1)
        reader.refuse(u"1ファイルは20,000件までです。"_s, u"A file takes 20,000 payees at most."_s);
    else if (rows->front().cells != payeeColumns())
        reader.refuse(u"1行目は次の見出しです：%1"_s.arg(payeeColumns().join(u'、')),
                      u"The first line is the head: %1"_s.arg(payeeColumns().join(u", "_s)));
    else
        for (size_t i = 1; i < rows->size(); ++i)
            reader.read((*rows)[i]);
    return reader.finish();
}

PayeeDiff diffOf(const std::vector<Payee> &imported, const std::vector<Payee> &known)
{
    QHash<QString, const Payee *> byCode;
    for (const Payee &payee : known)
        byCode.insert(payee.code, &payee);
    PayeeDiff diff;
    for (Payee payee : imported) {
        const Payee *before = byCode.value(payee.code);
        payee.revision = before ? before->revision : 0;
        if (!before)
            diff.added.push_back(payee);
        else if (*before != payee)
            diff.changed.push_back({*before, payee});
        else
            ++diff.same;
    }
    return diff;
}

} // namespace kessai
