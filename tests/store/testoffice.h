// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "core/cases/form.h"
#include "core/store/database.h"
#include "core/store/officewriter.h"
#include "core/store/openstore.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <map>

namespace kessai::test {

class ScratchDatabase;

void PrintTo(Dialect dialect, std::ostream *out);

/// Lines of the budget of the small office: of 総務課 with 1,000,000 yen, of which 500,000 are allotted, and of 福祉課 with 200,000.
inline const FiscalYear kBudgetYear = FiscalYear::of(SystemClock().now().day());
inline const QString kStationery = QStringLiteral("01-02-01-01-0010-10-01");
inline const QString kCare = QStringLiteral("01-03-01-01-0310-10-01");
BudgetLine budgetLine(const QString &code, SectionId section);

/// The small office as a database holds it, with one form, "memo", whose route goes 係長, 課長, (財政課長 from 100,000 yen),
/// 部長, and then to 総務課長 for information.
OfficeFounding smallFounding(const SmallOffice &office);

/// The meaning of the form: the amount goes into two ledgers of the drafter, on one day; twice as much where that is a holiday.
inline const QDate kMemoDay(2026, 11, 24);
inline constexpr int kMemoStart = 1050; ///< the minute at which what goes into the first ledger begins
const FormCatalog &memoForms();

/// A small office in a database of its own, on SQLite or on PostgreSQL; there with a role for each member of staff.
class TestOffice final {
public:
    explicit TestOffice(Dialect dialect);
    ~TestOffice();

    /// Empty when the database is ready; tests begin with `ASSERT_EQ(office.problem(), "")`.
    QString problem() const { return m_problem; }
    Dialect dialect() const { return m_dialect; }
    const SmallOffice &people() const { return m_people; }
    /// The clock of the SQLite notary, where a test begins at noon; PostgreSQL has its own, which is the same day.
    FixedClock &clock() { return m_clock; }
    /// Makes somebody absent today, or, with nobody, everybody present again; in the database and in the office that tests use.
    Result<> setAbsent(StaffId who, bool passOver = false, int moreDays = 0);
    Result<> setPresent();
    Result<> makeAdministrator(StaffId who);
    /// Somebody holds one more post.
    Result<> appoint(StaffId who, PostId post);
    /// Whoever agrees and decides next may do both by one press.
    Result<> decideAtOnce();
    /// Moves the clock on, so that what follows happens later.
    void wait(qint64 milliseconds = 60'000);

    /// Somebody's own signed-in store, opened at the first call.
    Store &as(StaffId who);
    Result<std::unique_ptr<Store>> open(StaffId who);
    /// The store of whoever owns the database.
    Store &owner();
    /// Runs SQL behind the notary's back, as a superuser or with the file in hand.
    Result<> tamper(const QString &sql);
    Result<std::unique_ptr<Database>> ownersDatabase();
    const Configuration &configuration();
    std::shared_ptr<const Office> officeToday();
    QString sqlitePath() const;

private:
    const Dialect m_dialect;
    SmallOffice m_people;
    FixedClock m_clock;
    QString m_problem;
    QTemporaryDir m_directory;
    std::unique_ptr<ScratchDatabase> m_scratch;
    std::map<StaffId, std::unique_ptr<Store>> m_stores;
    std::unique_ptr<Store> m_owner;
    std::optional<Configuration> m_configuration;
};

/// For tests that run on both databases.
class OnBothDatabases : public ::testing::TestWithParam<Dialect> {
protected:
    void SetUp() override { ASSERT_EQ(office.problem(), QString()); }
    TestOffice office{GetParam()};
    const SmallOffice &people = office.people();
};

inline std::string dialectName(const ::testing::TestParamInfo<Dialect> &info)
{
    return info.param == Dialect::Sqlite ? "Sqlite" : "PostgreSql";
}

#define KESSAI_ON_BOTH_DATABASES(Suite) \
    INSTANTIATE_TEST_SUITE_P(Databases, Suite, ::testing::Values(Dialect::Sqlite, Dialect::PostgreSql), dialectName)

/// Whether a result is refused for a reason.
::testing::AssertionResult isRefused(const Error &error, Refusal refusal);
template <class T>
::testing::AssertionResult refused(const Result<T> &result, Refusal refusal)
{
    return result.ok() ? ::testing::AssertionFailure() << "it was allowed" : isRefused(result.error(), refusal);
}
template <class T>
::testing::AssertionResult failed(const Result<T> &result, ErrorCode code)
{
    if (result.ok())
        return ::testing::AssertionFailure() << "it went well";
    if (result.error().code == code)
        return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << toCode(result.error().code).toStdString() << ": "
                                         << result.error().detail.toStdString();
}
template <class T>
::testing::AssertionResult fine(const Result<T> &result)
{
    if (result.ok())
        return ::testing::AssertionSuccess();
    const Error &error = result.error();
    return ::testing::AssertionFailure() << toCode(error.code).toStdString() << ": " << error.detail.toStdString()
                                         << (error.refusal ? " " + toCode(*error.refusal).toStdString() : "");
}

} // namespace kessai::test
