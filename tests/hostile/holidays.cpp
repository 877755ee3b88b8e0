// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A list of one holiday.
constexpr auto kImport = R"(SELECT kessai.import_holidays('[{"day": "2026-11-24", "name": "休み"}]'))";
constexpr auto kLocal = "SELECT kessai.add_local_day('2026-11-24', 0, '休み')";

} // namespace

std::vector<Attack> holidayAttacks()
{
    const auto notTheirs = faultOf("AccessDenied");
    const auto invalid = faultOf("Invalid");
    return {
        {"import a holiday as staff", "suzuki", plain(kImport), notTheirs},
        {"import a holiday as a deputy", "shiga", plain(kImport), notTheirs},
        {"import a holiday as an auditor", "shindo", plain(kImport), notTheirs},
        {"import a holiday as the mayor", "ichikawa", plain(kImport), notTheirs},
        {"import a holiday after leaving", "taishoku", plain(kImport), notTheirs},
        {"import a holiday with a login that is nobody's", "stranger", plain(kImport), notTheirs},
        {"make a day off of one's own", "suzuki", plain(kLocal), notTheirs},
        {"make a day off of one's own as an auditor", "shindo", plain(kLocal), notTheirs},
        {"take the closing days away", "suzuki", plain("SELECT kessai.end_local_day('1980-12-29', 1)"), notTheirs},
        {"take the closing days away as an administrator", "kaita",
         plain("SELECT kessai.end_local_day('1980-12-29', 1)"), faultOf("NotFound")},
        {"end a holiday that is not there, as an administrator", "kaita",
         plain("SELECT kessai.end_local_day('2026-11-24', 1)"), faultOf("NotFound")},
        {"count what others did on a day", "suzuki", plain("SELECT kessai.decided_on('[\"2026-11-24\"]')"), notTheirs},
        {"count what others did on a day, with a login that is nobody's", "stranger",
         plain("SELECT kessai.decided_on('[\"2026-11-24\"]')"), notTheirs},
        {"write a holiday past the doors", "kaita",
         plain("INSERT INTO kessai.holiday VALUES ('2026-11-24', '2026-11-24', '休み', 0, 1, NULL)"), denied()},
        {"remove a holiday past the doors", "kaita", plain("UPDATE kessai.holiday SET removed_in = 1"), denied()},
        {"read the holidays with a login that is nobody's", "stranger", plain("SELECT day FROM kessai.holiday"),
         nothing()},
        {"import a list that nobody can read", "kaita", plain("SELECT kessai.import_holidays('[')"),
         errorState("22P02")},
        {"import no list", "kaita", plain("SELECT kessai.import_holidays(NULL)"), invalid},
        {"import an empty list", "kaita", plain("SELECT kessai.import_holidays('[]')"), invalid},
        {"import a list that is none", "kaita", plain(R"(SELECT kessai.import_holidays('{"day": "2026-11-24"}'))"),
         invalid},
        {"import days without names", "kaita", plain(R"(SELECT kessai.import_holidays('[{"day": "2026-11-24"}]'))"),
         invalid},
        {"import a name of blanks", "kaita",
         plain(R"(SELECT kessai.import_holidays('[{"day": "2026-11-24", "name": "  "}]'))"), invalid},
        {"import a name of two lines", "kaita",
         plain(R"(SELECT kessai.import_holidays('[{"day": "2026-11-24", "name": "a\nb"}]'))"), invalid},
        {"import a name as long as a page", "kaita",
         plain("SELECT kessai.import_holidays(jsonb_build_array(jsonb_build_object('day', '2026-11-24', 'name', "
               "repeat('x', 101)))::text)"),
         invalid},
        {"import names without days", "kaita", plain(R"(SELECT kessai.import_holidays('[{"name": "休み"}]'))"),
         refusedAs("PeriodInvalid")},
        {"import a day that does not exist", "kaita",
         plain(R"(SELECT kessai.import_holidays('[{"day": "2026-02-30", "name": "休み"}]'))"),
         refusedAs("PeriodInvalid")},
        {"import a good day and a bad one", "kaita",
         plain(
             R"(SELECT kessai.import_holidays('[{"day": "2026-11-24", "name": "休み"}, {"day": "x", "name": "y"}]'))"),
         refusedAs("PeriodInvalid")},
        {"import a day twice", "kaita",
         plain(
             R"(SELECT kessai.import_holidays('[{"day": "2026-11-24", "name": "a"}, {"day": "2026-11-24", "name": "b"}]'))"),
         invalid},
        {"import more days than there are", "kaita",
         plain(
             "SELECT kessai.import_holidays((SELECT jsonb_agg(jsonb_build_object('day', to_char(date '2000-01-01' + i, "
             "'YYYY-MM-DD'), 'name', 'x')) FROM generate_series(1, 5001) i)::text)"),
         refusedAs("TooManyEntries")},
        {"import a list that fills the disk", "kaita", plain("SELECT kessai.import_holidays(repeat(' ', 1000001))"),
         faultOf("TooLarge")},
        {"import the same list twice", "kaita",
         plain(R"(SELECT kessai.import_holidays('[{"day": "2026-11-24", "name": "a"}]') FROM generate_series(1, 2))"),
         faultOf("AlreadyExists")},
        {"register a local day that does not exist", "kaita",
         plain("SELECT kessai.add_local_day('2026-02-30', 0, 'x')"), refusedAs("PeriodInvalid")},
        {"register a local day without a name", "kaita", plain("SELECT kessai.add_local_day('2026-11-24', 0, NULL)"),
         invalid},
        {"register a local day now and then", "kaita", plain("SELECT kessai.add_local_day('2026-11-24', 2, 'x')"),
         invalid},
        {"register the same local day twice", "kaita",
         plain("SELECT kessai.add_local_day('2026-11-24', 1, 'x') FROM generate_series(1, 2)"),
         faultOf("AlreadyExists")},
        {"fill the year with local days", "kaita",
         plain("SELECT kessai.add_local_day(to_char(date '2026-01-01' + i, 'YYYY-MM-DD'), 0, 'x') FROM "
               "generate_series(1, 101) i"),
         refusedAs("TooManyEntries")},
    };
}

} // namespace kessai::test
