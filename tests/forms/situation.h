// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/numbers.h"
#include "core/cases/rule.h"
#include "forms/catalog.h"

#include <gtest/gtest.h>

#include <ostream>

// Printers, so that a failure reads.
inline void PrintTo(const QString &text, std::ostream *out)
{
    *out << '"' << text.toStdString() << '"';
}

namespace kessai {

void PrintTo(const Finding &finding, std::ostream *out);
void PrintTo(const Posting &posting, std::ostream *out);
void PrintTo(const Bilingual &text, std::ostream *out);

} // namespace kessai

namespace kessai::formtest {

/// A small city: 市長 and 副市長; 総務部 with 総務課 (庶務係, 人事係) and 財政課; the clerk files, everybody else decides.
inline constexpr StaffId kMayor{1};
inline constexpr StaffId kViceMayor{2};
inline constexpr StaffId kDepartmentHead{3};
inline constexpr StaffId kSectionHead{4};
inline constexpr StaffId kUnitHead{5};
inline constexpr StaffId kClerk{6};
inline constexpr StaffId kPersonnelHead{7};
inline constexpr StaffId kFinanceHead{8};
inline constexpr StaffId kTreasurer{9};
inline constexpr StaffId kExaminer{10};
const Office &sampleOffice();
/// What it is made of, to be changed.
OfficeRows sampleRows();

/// The shipped numbers and a budget of 総務課: "2026:01-02-01-05-0013-" and 08-01 (旅費), 10-01 (需用費), 10-05 (光熱水費), 12-01 (委託料), 14-01 (工事請負費),
/// 17-01 (備品購入費); 委託料 of another 項 and another 款; and 委託料 of 2025.
const Parameters &budgetParameters();
/// A line of it by its 節 and 細節: "2026:01-02-01-05-0013-12-01".
QString lineKey(const char *tail);
/// A payee as the picker freezes it.
QJsonObject payee(const QString &kind = QStringLiteral("corporation"));
/// The decided commitment R8-000123 of the section head's, as the picker freezes it.
QJsonObject commitmentRef(const QString &line);
/// The order R8-000150 of the clerk's that was paid of that commitment, 110,000 yen, as the picker freezes it.
QJsonObject paidRef(const QString &line);
/// The order to travel R8-000123 of the clerk's, of which so much was paid beforehand.
QJsonObject paidTrip(qint64 amount);
/// Complete contents that pass every check, of the forms of accounting; empty for others.
QJsonObject soundAccounting(const QString &code);

/// Everything a form is told: the clerk on a day, unless a test says otherwise.
struct Situation {
    StaffId drafter = kClerk;
    QDate today{2026, 11, 24};
    Parameters parameters = shippedParameters();
    std::vector<LedgerAnswer> answers;
    qint64 attachments = 0;
    std::shared_ptr<const Office> office{}; ///< none = the sample office
    std::shared_ptr<const OfficeHistory> history{};

    FormContext context() const
    {
        return {drafter, today, office ? *office : sampleOffice(), parameters, answers, attachments, history.get()};
    }
    /// Answers a question by its ledger: what other cases used and reserved.
    void answer(const Form &form, const QJsonObject &fields, const QString &ledger, qint64 used, qint64 reserved = 0);
    /// Answers it entry by entry.
    void list(const Form &form, const QJsonObject &fields, const QString &ledger, std::vector<LedgerEntry> entries);
    /// The common checks and the form's own, as the desk makes them.
    std::vector<Finding> check(const Form &form, const QJsonObject &fields) const;
    /// Changes a parameter for all days.
    void set(const QString &key, qint64 value);
};

const FormCatalog &catalog();
const Form &form(const char *code);

/// The finding on a field, failing the test when it is not there.
std::optional<Finding> findingOn(const std::vector<Finding> &findings, const char *field);
/// "error:end warning:break": what was found, in order.
QString summary(const std::vector<Finding> &findings);
bool hasErrors(const std::vector<Finding> &findings);
/// The fields with some set anew; an undefined value takes one away.
QJsonObject with(QJsonObject fields, std::initializer_list<std::pair<QString, QJsonValue>> changes);

/// Minutes of "17:30" or "25:30".
qint64 at(const char *clock);

} // namespace kessai::formtest
