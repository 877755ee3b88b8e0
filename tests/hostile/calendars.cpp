// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A look at who of a section, named by its code, is away.
auto looking(const char *columns, const char *section, const char *from = "2020-04-01",
             const char *until = "2020-04-30")
{
    return [=](Stage &) {
        return QStringLiteral("SELECT %1 FROM kessai.section_absences((SELECT max(section_id) FROM kessai.section "
                              "WHERE code = '%2'), '%3', '%4')")
            .arg(QLatin1String(columns), QLatin1String(section), QLatin1String(from), QLatin1String(until));
    };
}

} // namespace

std::vector<Attack> calendarAttacks()
{
    const auto notTheirs = faultOf("AccessDenied");
    return {
        {"see who of another section is away", "fuji", looking("*", "soumu"), notTheirs},
        {"see who of a part of another section is away", "fuji", looking("*", "shomu"), notTheirs},
        {"see who of the department is away, being of one of its sections", "suzuki", looking("*", "soumubu"),
         notTheirs},
        {"see who of the whole office is away", "suzuki", looking("*", "city"), notTheirs},
        {"see who of the section beside is away", "suzuki", looking("*", "zaisei"), notTheirs},
        {"see who of another department is away as a director", "bando", looking("*", "fukushibu"), notTheirs},
        {"see who is away as an administrator", "kaita", looking("*", "soumu"), notTheirs},
        {"see who is away as an auditor", "shindo", looking("*", "soumu"), notTheirs},
        {"see who is away as the deputy of a director", "zama", looking("*", "soumubu"), notTheirs},
        {"see who was away for a post one held until yesterday", "mukashi", looking("*", "soumu"), notTheirs},
        {"see who is away for a post one will hold tomorrow", "tsugi", looking("*", "soumu"), notTheirs},
        {"see who is away after leaving", "taishoku", looking("*", "soumu"), notTheirs},
        {"see who is away with a login that is nobody's", "stranger", looking("*", "soumu"), notTheirs},
        {"see who of no section is away", "suzuki",
         plain("SELECT * FROM kessai.section_absences(NULL, '2020-04-01', '2020-04-30')"), notTheirs},
        {"see who of a section that is not there is away", "kato",
         plain("SELECT * FROM kessai.section_absences(999999, '2020-04-01', '2020-04-30')"), notTheirs},
        {"see who was away in all the years", "kato", looking("*", "soumu", "2020-01-01", "2030-12-31"),
         refusedAs("PeriodInvalid")},
        {"see who was away on days nobody can read", "kato", looking("*", "soumu", "-infinity", "infinity"),
         refusedAs("PeriodInvalid")},
        {"see who was away backwards", "kato", looking("*", "soumu", "2020-04-30", "2020-04-01"),
         refusedAs("PeriodInvalid")},
        {"see what a colleague is away for", "suzuki", looking("ledger", "soumu"), errorState("42703")},
        {"see which case a colleague is away by", "suzuki", looking("case_id", "soumu"), errorState("42703")},
        {"close a month that is not theirs to close", "suzuki", plain("SELECT kessai.close_month('2026-10-01')"),
         notTheirs},
        {"close a month as an administrator", "kaita", plain("SELECT kessai.close_month('2026-10-01')"), notTheirs},
        {"close a month as an auditor", "shindo", plain("SELECT kessai.close_month('2026-10-01')"), notTheirs},
        {"close a month with a login that is nobody's", "stranger", plain("SELECT kessai.close_month('2026-10-01')"),
         notTheirs},
        {"close a month to come", "kato", plain("SELECT kessai.close_month('2999-01-01')"), refusedAs("PeriodInvalid")},
        {"close the middle of a month", "kato", plain("SELECT kessai.close_month('2025-01-15')"),
         refusedAs("PeriodInvalid")},
        {"close no month", "kato", plain("SELECT kessai.close_month(NULL)"), refusedAs("PeriodInvalid")},
        {"open a month again that is not theirs to open", "suzuki",
         plain("SELECT kessai.reopen_month('2026-10-01', 'x')"), notTheirs},
        {"open a month again that is open", "kato", plain("SELECT kessai.reopen_month('2025-01-01', 'x')"),
         faultOf("NotFound")},
        {"open a month again for no reason", "kato", plain("SELECT kessai.reopen_month('2025-01-01', ' ')"),
         refusedAs("ReasonMissing")},
        {"write a month closed past the function", "kato",
         plain("INSERT INTO kessai.month_close VALUES ('2026-10', 1, '', 5, 1)"), denied()},
        {"read everybody's overtime", "suzuki", plain("SELECT * FROM kessai.work_postings('2026-10-01', '2026-10-31')"),
         notTheirs},
        {"read everybody's overtime as an administrator", "kaita",
         plain("SELECT * FROM kessai.work_postings('2026-10-01', '2026-10-31')"), notTheirs},
        {"sum up everybody's overtime", "bando", plain("SELECT * FROM kessai.work_sums('2026-04-01', '2026-10-31')"),
         notTheirs},
        {"sum up everybody's overtime with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.work_sums('2026-04-01', '2026-10-31')"), notTheirs},
        {"read whose papers are awaited", "suzuki",
         plain("SELECT * FROM kessai.awaited_evidence('2026-04-01', '2026-10-31')"), notTheirs},
        {"read whose papers are awaited as an auditor", "shindo",
         plain("SELECT * FROM kessai.awaited_evidence('2026-04-01', '2026-10-31')"), notTheirs},
        {"read whose papers were awaited in all the years", "kato",
         plain("SELECT * FROM kessai.awaited_evidence('2000-01-01', '2030-01-01')"), refusedAs("PeriodInvalid")},
        {"read the overtime of all the years", "kato",
         plain("SELECT * FROM kessai.work_postings('2000-01-01', '2030-01-01')"), refusedAs("PeriodInvalid")},
        {"read who ordered a colleague's overtime", "suzuki",
         plain("SELECT * FROM kessai.work_book((SELECT max(staff_id) FROM kessai.staff WHERE login = 'sato'), "
               "'2026-10-01', '2026-10-31')"),
         notTheirs},
        {"read who ordered whose overtime", "suzuki",
         plain("SELECT * FROM kessai.work_book(NULL, '2026-10-01', '2026-10-31')"), notTheirs},
        {"read who ordered whose overtime as an auditor", "shindo",
         plain("SELECT * FROM kessai.work_book(NULL, '2026-10-01', '2026-10-31')"), notTheirs},
        {"read who ordered one's own overtime after leaving", "taishoku",
         plain("SELECT * FROM kessai.work_book(kessai.my_staff_id(), '2026-10-01', '2026-10-31')"), notTheirs},
        {"read who ordered overtime with a login that is nobody's", "stranger",
         plain("SELECT * FROM kessai.work_book(kessai.my_staff_id(), '2026-10-01', '2026-10-31')"), notTheirs},
        {"read who ordered the overtime of all the years", "kato",
         plain("SELECT * FROM kessai.work_book(NULL, '2000-01-01', '2030-01-01')"), refusedAs("PeriodInvalid")},
        {"read what overtime was ordered for", "suzuki",
         plain("SELECT title FROM kessai.work_book(kessai.my_staff_id(), '2026-10-01', '2026-10-31')"),
         errorState("42703")},
        {"let the notary say whether a month is closed", "suzuki", plain("SELECT kessai.month_closed('2026-10')"),
         denied()},
        {"let the notary say who holds a role", "fuji", plain("SELECT kessai.holds_role(1, 'personnel', '2026-01-01')"),
         denied()},
        {"let the notary say who sees a section", "fuji", plain("SELECT kessai.sees_section(1, 1, '2026-01-01')"),
         denied()},
    };
}

} // namespace kessai::test
