// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/checklist.h"

#include "tests/support/officebuilder.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::test {

namespace {

/// The fields of an order of payment that an examination is about.
constexpr auto kVoucher = R"({"code":"payment","from":"2020-04-01","name":{"ja":"支出命令","en":"Payment"},
  "group":{"ja":"会計","en":"Accounting"},"icon":"file-text","description":{"ja":"試験","en":"For tests"},
  "fields":[
    {"key":"commitment","kind":"caseRef","label":{"ja":"支出負担行為","en":"Commitment"}},
    {"key":"amount","kind":"yen","label":{"ja":"支出額","en":"Amount"}},
    {"key":"payee","kind":"payee","label":{"ja":"債権者","en":"Payee"}},
    {"key":"pay_method","kind":"choice","label":{"ja":"支払方法","en":"Way"},
     "choices":[{"code":"transfer","label":{"ja":"口座振替払","en":"Transfer"}},{"code":"prepaid","label":{"ja":"前金払","en":"Prepaid"}}]},
    {"key":"invoice","kind":"choice","label":{"ja":"請求書","en":"Invoice"},
     "choices":[{"code":"sealed","label":{"ja":"押印あり","en":"Sealed"}},{"code":"none","label":{"ja":"なし","en":"None"}}]},
    {"key":"received_on","kind":"date","label":{"ja":"受理日","en":"Received"},"visibleWhen":{"field":"invoice","eq":"sealed"}},
    {"key":"inspected_on","kind":"date","label":{"ja":"検収日","en":"Inspected"}},
    {"key":"inspector","kind":"staffRef","label":{"ja":"検収者","en":"Inspector"}},
    {"key":"payment_on","kind":"date","label":{"ja":"支払予定日","en":"To be paid on"}},
    {"key":"withheld","kind":"yen","label":{"ja":"源泉徴収税額","en":"Withheld"}},
    {"key":"net","kind":"computed","label":{"ja":"差引支払額","en":"Net"}},
    {"key":"proxy","kind":"flag","label":{"ja":"委任状あり","en":"Proxy"}},
    {"key":"urgent","kind":"flag","label":{"ja":"至急","en":"Urgent"}},
    {"key":"note","kind":"longText","label":{"ja":"摘要","en":"Remarks"}}],
  "attachments":true,"printTitle":{"ja":"支出命令","en":"Payment"}})";

const QString kLine = u"2026:01-02-01-05-0013-07-01"_s;

QJsonObject corporation(const QString &registration)
{
    return {{u"code"_s, u"0000012"_s},         {u"revision"_s, 1},
            {u"name"_s, u"株式会社見本"_s},    {u"kind"_s, u"corporation"_s},
            {u"registration"_s, registration}, {u"account"_s, u"…1234"_s},
            {u"holderDiffers"_s, false}};
}

QJsonObject person()
{
    QJsonObject payee = corporation({});
    payee.insert(u"kind"_s, u"person"_s);
    return payee;
}

/// A voucher that says everything.
QJsonObject whole()
{
    return {{u"commitment"_s,
             QJsonObject{{u"case"_s, 7},
                         {u"number"_s, u"R8-000007"_s},
                         {u"title"_s, u"講師謝礼"_s},
                         {u"line"_s, kLine},
                         {u"drafter"_s, u"10001"_s}}},
            {u"amount"_s, 110'000},
            {u"payee"_s, corporation(u"T4011001098993"_s)},
            {u"pay_method"_s, u"transfer"_s},
            {u"invoice"_s, u"sealed"_s},
            {u"received_on"_s, u"2026-11-20"_s},
            {u"inspected_on"_s, u"2026-11-18"_s},
            {u"inspector"_s, u"10001"_s},
            {u"payment_on"_s, u"2026-12-10"_s},
            {u"proxy"_s, true},
            {u"urgent"_s, true},
            {u"note"_s, u"納品書のとおり"_s}};
}

std::vector<CheckItem> listOf(const QJsonObject &fields)
{
    OfficeBuilder builder;
    builder.staff(u"mori"_s, u"森"_s, u"葵"_s);
    CaseView view(CaseRecord{.id = CaseId(1),
                             .number = {},
                             .drafter = StaffId(1),
                             .drafterName = {},
                             .form = {},
                             .title = {},
                             .amount = {},
                             .history = {},
                             .revisions = {},
                             .projection = {},
                             .storedChunks = {}},
                  Verified{newCase(CaseId(1), StaffId(1)), {}});
    view.definition = FormDefinition::fromJson(QJsonDocument::fromJson(QByteArray(kVoucher)).object(), 1).value();
    view.content.fields = fields;
    view.computed.insert(u"net"_s, {u"110,000円"_s, u"¥110,000"_s});
    view.office = builder.on(QDate(2026, 11, 24));
    BudgetLine line{.year = FiscalYear(2026), .code = u"01-02-01-05-0013-07-01"_s};
    line.item = u"7"_s;
    view.budget = BudgetBook({line});
    return checklistOf({view, std::nullopt, {}, {}});
}

const CheckItem *find(const std::vector<CheckItem> &items, const QString &field)
{
    const auto it = std::find_if(items.begin(), items.end(), [&](const CheckItem &one) { return one.field == field; });
    return it == items.end() ? nullptr : &*it;
}

QStringList missing(const QJsonObject &fields)
{
    QStringList said;
    for (const CheckItem &one : listOf(fields)) {
        if (one.missing)
            said += one.field;
    }
    return said;
}

QJsonObject without(std::initializer_list<QString> keys, QJsonObject fields = whole())
{
    for (const QString &key : keys)
        fields.remove(key);
    return fields;
}

QJsonObject with(const QString &key, const QJsonValue &value, QJsonObject fields = whole())
{
    fields.insert(key, value);
    return fields;
}

} // namespace

TEST(CheckList, ListsWhatDecidesHowItIsPaid)
{
    QStringList fields;
    for (const CheckItem &one : listOf(whole()))
        fields += one.field;

    EXPECT_EQ(fields.join(u' '),
              u"commitment amount payee payee_account payee_registration pay_method invoice received_on "
              "inspected_on inspector payment_on net proxy note"_s)
        << "but not how soon somebody wants it";
    EXPECT_EQ(missing(whole()), QStringList());
}

TEST(CheckList, WarnsOfWhatIsNotThere)
{
    EXPECT_EQ(missing(without({u"inspected_on"_s, u"inspector"_s})), QStringList({u"inspected_on"_s, u"inspector"_s}));
    EXPECT_EQ(missing(with(u"pay_method"_s, u"prepaid"_s, without({u"inspected_on"_s, u"inspector"_s}))), QStringList())
        << "what is paid beforehand is not there yet";
    EXPECT_EQ(missing(without({u"commitment"_s, u"received_on"_s})), QStringList{u"received_on"_s});
    EXPECT_EQ(missing(with(u"invoice"_s, u"none"_s, without({u"received_on"_s}))), QStringList());
    EXPECT_EQ(missing(with(u"payee"_s, corporation({}))), QStringList{u"payee_registration"_s});
    EXPECT_EQ(missing(with(u"payee"_s, person())), QStringList{u"withheld"_s}) << "a fee of 節 7 to a person";
    EXPECT_EQ(missing(with(u"withheld"_s, 11'231, with(u"payee"_s, person()))), QStringList());
    QJsonObject another = corporation(u"T4011001098993"_s);
    another.insert(u"holderDiffers"_s, true);
    EXPECT_EQ(missing(without({u"proxy"_s}, with(u"payee"_s, another))), QStringList{u"proxy"_s});
}

TEST(CheckList, KnowsWhichPaperProvesWhat)
{
    const auto items = listOf(whole());
    ASSERT_NE(find(items, u"payee_account"_s), nullptr);

    EXPECT_EQ(find(items, u"amount"_s)->paper, PaperKind::Invoice);
    EXPECT_EQ(find(items, u"payee_account"_s)->paper, PaperKind::Invoice);
    EXPECT_EQ(find(items, u"inspected_on"_s)->paper, PaperKind::Delivery);
    EXPECT_TRUE(find(items, u"inspected_on"_s)->beside.contains(u"検収"_s));
    EXPECT_EQ(find(items, u"amount"_s)->beside, QStringList());
    EXPECT_EQ(find(items, u"inspector"_s)->spellings, QStringList({u"森 葵"_s, u"森"_s}));
    for (const QString &own : {u"received_on"_s, u"payment_on"_s, u"commitment"_s, u"pay_method"_s, u"net"_s})
        EXPECT_EQ(find(items, own)->spellings, QStringList()) << own.toStdString();
    EXPECT_EQ(paperKinds(u"請求書（株）見本.pdf"_s), PaperKind::Invoice);
    EXPECT_EQ(paperKinds(u"納品書兼請求書.pdf"_s), PaperKinds(PaperKind::Invoice) | PaperKind::Delivery);
    EXPECT_EQ(paperKinds(u"検査調書.pdf"_s), PaperKind::Delivery);
    EXPECT_EQ(paperKinds(u"見積書.pdf"_s), PaperKind::Agreement);
    EXPECT_EQ(paperKinds(u"scan0012.pdf"_s), PaperKinds());
    EXPECT_EQ(paperKinds(u"Seikyusho_1127.pdf"_s), PaperKind::Invoice);
    EXPECT_EQ(paperKinds(u"nouhin.pdf"_s), PaperKind::Delivery);
    EXPECT_EQ(paperKinds(u"mitsumori1.pdf"_s), PaperKind::Agreement);
    EXPECT_TRUE(find(items, u"amount"_s)->own) << "asked for by the voucher's own papers";
    EXPECT_FALSE(find(items, u"payee"_s)->own);
}

} // namespace kessai::test
