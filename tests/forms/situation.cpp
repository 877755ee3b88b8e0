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
    const SectionId city(1), department(2), section(3), unit(4), personnel(5), finance(6);
    return {.sections = {{city, std::nullopt, SectionLevel::City, u"city"_s, u"見本市"_s},
                         {department, city, SectionLevel::Department, u"general-affairs"_s, u"総務部"_s},
                         {section, department, SectionLevel::Section, u"general"_s, u"総務課"_s},
                         {unit, section, SectionLevel::Unit, u"general-1"_s, u"庶務係"_s},
                         {personnel, section, SectionLevel::Unit, u"personnel"_s, u"人事係"_s},
                         {finance, department, SectionLevel::Section, u"finance"_s, u"財政課"_s}},
            .posts = {{PostId(1), city, u"mayor"_s, u"市長"_s, 100, true},
                      {PostId(2), city, u"vice-mayor"_s, u"副市長"_s, 90, false},
                      {PostId(3), department, u"general-affairs-head"_s, u"総務部長"_s, 70, true},
                      {PostId(4), section, u"general-head"_s, u"総務課長"_s, 50, true},
                      {PostId(5), unit, u"general-1-head"_s, u"庶務係長"_s, 30, true},
                      {PostId(6), unit, u"general-1-clerk"_s, u"主事"_s, 10, false},
                      {PostId(7), personnel, u"personnel-head"_s, u"人事係長"_s, 30, true},
                      {PostId(8), finance, u"finance-head"_s, u"財政課長"_s, 50, true}},
            .staff = {person(kMayor, u"市川"_s), person(kViceMayor, u"副島"_s), person(kDepartmentHead, u"部田"_s),
                      person(kSectionHead, u"森"_s), person(kUnitHead, u"山田"_s), person(kClerk, u"鈴木"_s),
                      person(kPersonnelHead, u"人見"_s), person(kFinanceHead, u"財部"_s)},
            .appointments = {{kMayor, PostId(1), Holding::Primary},
                             {kViceMayor, PostId(2), Holding::Primary},
                             {kDepartmentHead, PostId(3), Holding::Primary},
                             {kSectionHead, PostId(4), Holding::Primary},
                             {kUnitHead, PostId(5), Holding::Primary},
                             {kClerk, PostId(6), Holding::Primary},
                             {kPersonnelHead, PostId(7), Holding::Primary},
                             {kFinanceHead, PostId(8), Holding::Primary}},
            .roles = {{u"personnel"_s, PostId(7)},
                      {u"secretary"_s, PostId(7)},
                      {u"finance"_s, PostId(8)},
                      {u"finance-director"_s, PostId(3)},
                      {u"contract"_s, PostId(8)}}};
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
