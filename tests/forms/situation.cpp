// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forms/situation.h"

namespace kessai {

void PrintTo(const Finding &finding, std::ostream *out)
{
    *out << (finding.severity == Finding::Severity::Error ? "error on " : "warning on ") << qPrintable(finding.field)
         << ": " << qPrintable(finding.text.ja);
}

void PrintTo(const Posting &posting, std::ostream *out)
{
    *out << qPrintable(posting.ledger) << ' ' << qPrintable(posting.account) << ' '
         << qPrintable(posting.day.toString(Qt::ISODate)) << ' ' << posting.amount;
    if (posting.start)
        *out << " at " << *posting.start;
}

void PrintTo(const Bilingual &text, std::ostream *out)
{
    *out << qPrintable(text.ja) << " | " << qPrintable(text.en);
}

} // namespace kessai

namespace kessai::formtest {

using namespace Qt::StringLiterals;

namespace {

Staff person(StaffId id, const QString &family)
{
    const QString number = u"100%1"_s.arg(id.value());
    return {id, u"u"_s + number, number, family, u"太郎"_s, u"タロウ"_s};
}

} // namespace

OfficeRows sampleRows()
{
    const SectionId city(1), department(2), section(3), unit(4), personnel(5), finance(6), treasury(7);
    return {.sections = {{city, std::nullopt, SectionLevel::City, u"city"_s, u"見本市"_s},
                         {department, city, SectionLevel::Department, u"general-affairs"_s, u"総務部"_s},
                         {section, department, SectionLevel::Section, u"general"_s, u"総務課"_s},
                         {unit, section, SectionLevel::Unit, u"general-1"_s, u"庶務係"_s},
                         {personnel, section, SectionLevel::Unit, u"personnel"_s, u"人事係"_s},
                         {finance, department, SectionLevel::Section, u"finance"_s, u"財政課"_s},
                         {treasury, city, SectionLevel::Section, u"treasury"_s, u"会計課"_s}},
            .posts = {{PostId(1), city, u"mayor"_s, u"市長"_s, 100, true},
                      {PostId(2), city, u"vice-mayor"_s, u"副市長"_s, 90, false},
                      {PostId(3), department, u"general-affairs-head"_s, u"総務部長"_s, 70, true},
                      {PostId(4), section, u"general-head"_s, u"総務課長"_s, 50, true},
                      {PostId(5), unit, u"general-1-head"_s, u"庶務係長"_s, 30, true},
                      {PostId(6), unit, u"general-1-clerk"_s, u"主事"_s, 10, false},
                      {PostId(7), personnel, u"personnel-head"_s, u"人事係長"_s, 30, true},
                      {PostId(8), finance, u"finance-head"_s, u"財政課長"_s, 50, true},
                      {PostId(9), treasury, u"treasury-head"_s, u"会計管理者"_s, 60, true},
                      {PostId(10), treasury, u"treasury-clerk"_s, u"審査担当"_s, 20, false}},
            .staff = {person(kMayor, u"市川"_s), person(kViceMayor, u"副島"_s), person(kDepartmentHead, u"部田"_s),
                      person(kSectionHead, u"森"_s), person(kUnitHead, u"山田"_s), person(kClerk, u"鈴木"_s),
                      person(kPersonnelHead, u"人見"_s), person(kFinanceHead, u"財部"_s), person(kTreasurer, u"出納"_s),
                      person(kExaminer, u"審"_s)},
            .appointments = {{kMayor, PostId(1), Holding::Primary},
                             {kViceMayor, PostId(2), Holding::Primary},
                             {kDepartmentHead, PostId(3), Holding::Primary},
                             {kSectionHead, PostId(4), Holding::Primary},
                             {kUnitHead, PostId(5), Holding::Primary},
                             {kClerk, PostId(6), Holding::Primary},
                             {kPersonnelHead, PostId(7), Holding::Primary},
                             {kFinanceHead, PostId(8), Holding::Primary},
                             {kTreasurer, PostId(9), Holding::Primary},
                             {kExaminer, PostId(10), Holding::Primary}},
            .roles = {{u"personnel"_s, PostId(7)},
                      {u"secretary"_s, PostId(7)},
                      {u"finance"_s, PostId(8)},
                      {u"finance-director"_s, PostId(3)},
                      {u"contract"_s, PostId(8)},
                      {u"accounting"_s, PostId(9)},
                      {u"accounting"_s, PostId(10)}}};
}

const Office &sampleOffice()
{
    static const Office office(QDate(2026, 11, 24), 1, sampleRows());
    return office;
}

void Situation::answer(const Form &form, const QJsonObject &fields, const QString &ledger, qint64 used, qint64 reserved)
{
    bool asked = false;
    for (const LedgerQuery &question : form.questions(fields, drafter, parameters)) {
        if (question.ledger != ledger)
            continue;
        answers.push_back({question.name, used, reserved});
        asked = true;
    }
    ASSERT_TRUE(asked) << "the form does not ask for " << qPrintable(ledger);
}

void Situation::list(const Form &form, const QJsonObject &fields, const QString &ledger,
                     std::vector<LedgerEntry> entries)
{
    LedgerAnswer listed;
    for (const LedgerEntry &entry : entries)
        (entry.used ? listed.used : listed.reserved) += entry.amount;
    listed.entries = std::move(entries);
    for (const LedgerQuery &question : form.questions(fields, drafter, parameters)) {
        if (question.ledger != ledger)
            continue;
        ASSERT_TRUE(question.entries) << qPrintable(ledger);
        listed.name = question.name;
    }
    ASSERT_FALSE(listed.name.isEmpty()) << "the form does not ask for " << qPrintable(ledger);
    answers.push_back(listed);
}

std::vector<Finding> Situation::check(const Form &form, const QJsonObject &fields) const
{
    std::vector<Finding> findings = checkFields(form.definitions().back(), fields);
    for (Finding &finding : form.check(fields, context()))
        findings.push_back(std::move(finding));
    return findings;
}

void Situation::set(const QString &key, qint64 value)
{
    std::vector<Parameters::Row> rows = parameters.rows();
    std::erase_if(rows, [&key](const Parameters::Row &row) { return row.key == key; });
    rows.push_back({key, QDate(2000, 1, 1), value, u"test"_s});
    parameters = Parameters(std::move(rows));
}

const Parameters &budgetParameters()
{
    static const Parameters parameters = [] {
        const auto line = [](int year, const QString &code, const QString &section, const QString &item) {
            BudgetLine one;
            one.year = FiscalYear(year);
            one.code = code;
            one.names = {u"一般会計"_s,     u"総務費"_s, u"総務管理費"_s, u"財産管理費"_s,
                         u"庁舎管理事業"_s, section,     section};
            one.section = SectionId(3);
            one.item = item;
            return one;
        };
        const QString here = u"01-02-01-05-0013-"_s;
        return Parameters(shippedParameters().rows(), nullptr,
                          BudgetBook({line(2026, here + u"08-01"_s, u"旅費"_s, u"8"_s),
                                      line(2026, here + u"10-01"_s, u"需用費"_s, u"10"_s),
                                      line(2026, here + u"10-05"_s, u"光熱水費"_s, u"10-utilities"_s),
                                      line(2026, here + u"12-01"_s, u"委託料"_s, u"12"_s),
                                      line(2026, here + u"14-01"_s, u"工事請負費"_s, u"14"_s),
                                      line(2026, here + u"17-01"_s, u"備品購入費"_s, u"17"_s),
                                      line(2026, u"01-02-02-01-0001-12-01"_s, u"委託料"_s, u"12"_s),
                                      line(2026, u"01-03-01-01-0001-12-01"_s, u"委託料"_s, u"12"_s),
                                      line(2025, here + u"12-01"_s, u"委託料"_s, u"12"_s)}));
    }();
    return parameters;
}

QString lineKey(const char *tail)
{
    return u"2026:01-02-01-05-0013-"_s + QLatin1String(tail);
}

QJsonObject payee(const QString &kind)
{
    return {{u"code"_s, u"000123"_s},
            {u"revision"_s, 1},
            {u"name"_s, u"株式会社見本"_s},
            {u"kind"_s, kind},
            {u"registration"_s, u"T7123456789012"_s},
            {u"account"_s, u"…1234"_s},
            {u"holderDiffers"_s, false}};
}

QJsonObject commitmentRef(const QString &line)
{
    return {{u"case"_s, 7},    {u"number"_s, u"R8-000123"_s}, {u"title"_s, u"庁舎空調設備保守点検業務"_s},
            {u"line"_s, line}, {u"drafter"_s, u"1004"_s},     {u"payee"_s, u"000123"_s}};
}

QJsonObject paidRef(const QString &line)
{
    return {{u"case"_s, 9},       {u"number"_s, u"R8-000150"_s}, {u"title"_s, u"支出命令（R8-000123　保守点検）"_s},
            {u"line"_s, line},    {u"drafter"_s, u"1006"_s},     {u"amount"_s, 110'000},
            {u"commitment"_s, 7}, {u"payee"_s, u"000123"_s},     {u"method"_s, u"transfer"_s}};
}

QJsonObject paidTrip(qint64 amount)
{
    return {{u"case"_s, 8},
            {u"number"_s, u"R8-000123"_s},
            {u"title"_s, u"旅行命令（東京都千代田区）"_s},
            {u"line"_s, lineKey("08-01")},
            {u"drafter"_s, u"1006"_s},
            {u"amount"_s, amount},
            {u"method"_s, u"estimate"_s}};
}

QJsonObject soundAccounting(const QString &code)
{
    const QJsonObject voucher{{u"amount"_s, 110'000},
                              {u"payee"_s, payee()},
                              {u"pay_method"_s, u"transfer"_s},
                              {u"invoice"_s, u"sealed"_s},
                              {u"received_on"_s, u"2026-11-10"_s},
                              {u"terms"_s, u"goods"_s},
                              {u"inspected_on"_s, u"2026-11-09"_s},
                              {u"inspector"_s, u"1005"_s},
                              {u"payment_on"_s, u"2026-12-10"_s}};
    if (code == u"commitment"_s) {
        return {{u"matter"_s, u"commitment"_s},
                {u"subject"_s, u"庁舎空調設備保守点検業務"_s},
                {u"budget_line"_s, lineKey("12-01")},
                {u"amount"_s, 880'000},
                {u"committed_on"_s, u"2026-11-25"_s},
                {u"contract_kind"_s, u"other"_s},
                {u"method"_s, u"small"_s},
                {u"paper"_s, u"sealed"_s},
                {u"payee"_s, payee()},
                {u"quote1_by"_s, u"株式会社見本"_s},
                {u"quote1"_s, 880'000},
                {u"quote2_by"_s, u"有限会社例"_s},
                {u"quote2"_s, 935'000},
                {u"purpose"_s, u"法定点検のため"_s}};
    }
    if (code == u"commitment_payment"_s) {
        return with(voucher,
                    {{u"subject"_s, u"本庁舎 電気料金（10月分）"_s},
                     {u"budget_line"_s, lineKey("10-05")},
                     {u"committed_on"_s, u"2026-11-24"_s}});
    }
    if (code == u"payment"_s)
        return with(voucher, {{u"commitment"_s, commitmentRef(lineKey("12-01"))}, {u"instalment"_s, u"part"_s}});
    if (code == u"commitment_change"_s) {
        return {{u"commitment"_s, commitmentRef(lineKey("12-01"))},
                {u"branch"_s, 1},
                {u"changed_on"_s, u"2026-11-24"_s},
                {u"old_total"_s, 300'000},
                {u"new_total"_s, 260'000},
                {u"reason"_s, u"点検箇所の減"_s}};
    }
    if (code == u"inspection"_s) {
        return {{u"commitment"_s, commitmentRef(lineKey("12-01"))},
                {u"kind"_s, u"completion"_s},
                {u"completed_on"_s, u"2026-11-20"_s},
                {u"inspected_on"_s, u"2026-11-24"_s},
                {u"place"_s, u"本庁舎"_s},
                {u"result"_s, u"passed"_s},
                {u"found"_s, u"仕様書のとおり"_s}};
    }
    if (code == u"refund"_s) {
        return {{u"voucher"_s, paidRef(lineKey("12-01"))},
                {u"kind"_s, u"refund"_s},
                {u"amount"_s, 20'000},
                {u"debtor"_s, u"株式会社見本"_s},
                {u"return_by"_s, u"2026-12-09"_s},
                {u"reason"_s, u"数量の誤りによる過払い"_s}};
    }
    if (code == u"budget_transfer"_s) {
        return {{u"from_line"_s, lineKey("12-01")},
                {u"to_line"_s, lineKey("17-01")},
                {u"amount"_s, 50'000},
                {u"moved_on"_s, u"2026-11-24"_s},
                {u"reason"_s, u"備品の故障"_s}};
    }
    if (code == u"travel_order"_s) {
        return {{u"purpose"_s, u"自治体DX担当者研修"_s},
                {u"area"_s, u"tokyo"_s},
                {u"destination"_s, u"東京都千代田区"_s},
                {u"means"_s, u"rail"_s},
                {u"from"_s, u"2026-12-03"_s},
                {u"until"_s, u"2026-12-04"_s},
                {u"funded"_s, u"city"_s},
                {u"budget_line"_s, lineKey("08-01")},
                {u"transport"_s, 36'000},
                {u"lodging"_s, 14'000}};
    }
    if (code == u"travel_settlement"_s) {
        return {{u"order_number"_s, u"R8-000123"_s},
                {u"destination"_s, u"東京都千代田区"_s},
                {u"from"_s, u"2026-11-19"_s},
                {u"until"_s, u"2026-11-20"_s},
                {u"area"_s, u"tokyo"_s},
                {u"report"_s, u"研修を修了した"_s},
                {u"budget_line"_s, lineKey("08-01")},
                {u"transport"_s, 36'000},
                {u"lodging"_s, 14'000},
                {u"nights"_s, 1},
                {u"allowance"_s, 2'400},
                {u"advance_order"_s, paidTrip(40'000)},
                {u"advance"_s, 40'000},
                {u"amount"_s, 12'400},
                {u"payee"_s, with(payee(u"staff"_s), {{u"name"_s, u"鈴木　太郎"_s}})},
                {u"payment_on"_s, u"2026-12-10"_s},
                {u"committed_on"_s, u"2026-11-24"_s},
                {u"pay_method"_s, u"transfer"_s}};
    }
    if (code == u"assessment"_s) {
        return {{u"subject"_s, u"行政財産使用料"_s},
                {u"fiscal_year"_s, 2026},
                {u"revenue"_s, u"13-01-01 使用料"_s},
                {u"debtor"_s, u"株式会社見本"_s},
                {u"amount"_s, 120'000},
                {u"assessed_on"_s, u"2026-11-24"_s},
                {u"due_on"_s, u"2026-12-15"_s},
                {u"ground"_s, u"行政財産使用料条例"_s}};
    }
    return {};
}

const FormCatalog &catalog()
{
    static const std::unique_ptr<FormCatalog> forms = makeCatalog();
    return *forms;
}

const Form &form(const char *code)
{
    const Form *found = catalog().find(QLatin1String(code));
    if (!found)
        qFatal("no form %s", code);
    return *found;
}

std::optional<Finding> findingOn(const std::vector<Finding> &findings, const char *field)
{
    for (const Finding &finding : findings) {
        if (finding.field == QLatin1String(field))
            return finding;
    }
    ADD_FAILURE() << "nothing found on " << field << "; found: " << qPrintable(summary(findings));
    return std::nullopt;
}

QString summary(const std::vector<Finding> &findings)
{
    QStringList parts;
    for (const Finding &finding : findings)
        parts += (finding.severity == Finding::Severity::Error ? u"error:"_s : u"warning:"_s) + finding.field;
    return parts.join(u' ');
}

bool hasErrors(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &f) { return f.severity == Finding::Severity::Error; });
}

QJsonObject with(QJsonObject fields, std::initializer_list<std::pair<QString, QJsonValue>> changes)
{
    for (const auto &[key, value] : changes) {
        if (value.isUndefined())
            fields.remove(key);
        else
            fields.insert(key, value);
    }
    return fields;
}

qint64 at(const char *clock)
{
    const QStringList parts = QString::fromLatin1(clock).split(u':');
    return parts.at(0).toLongLong() * 60 + parts.at(1).toLongLong();
}

} // namespace kessai::formtest
