// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/attack.h"

namespace kessai::test {

namespace {

/// A sound number from far ahead on, a sound next revision of the form of the scene, a sound list of reasons.
constexpr auto kNumber =
    R"({"rows": [{"key": "registrations.day_limit", "from": "2090-04-01", "value": 50, "source": "市の運用"}]})";
constexpr auto kFaults = R"({"from": "2090-04-01", "faults": [
  {"code": "amount", "words": {"ja": "金額が違う", "en": "Wrong amount"}, "source": "規則"},
  {"code": "other", "words": {"ja": "その他", "en": "Other"}, "source": "規則"}]})";
constexpr auto kOwn = R"({"key": "office_1", "kind": "text", "label": {"ja": "備考", "en": "Remarks"}})";

using Query = std::function<QString(Stage &)>;

/// Puts something in force by a door with a part of it written over; `edit` is SQL over the jsonb `t`.
Query setting(const char *door, const QString &from, const char *edit, const char *reason, const char *seen)
{
    const QString sql =
        QStringLiteral("SELECT kessai.%1((%2)::text, %3, %4) FROM (%5) x")
            .arg(QLatin1String(door), QString::fromUtf8(edit), QString::fromUtf8(reason), QLatin1String(seen), from);
    return [sql](Stage &) { return sql; };
}

Query number(const char *edit = "t", const char *reason = "'改正'", const char *seen = "1")
{
    return setting("adopt_parameters", QStringLiteral("SELECT %1::jsonb AS t").arg(literal(QString::fromUtf8(kNumber))),
                   edit, reason, seen);
}

/// The newest definition of the scene's form, from far ahead on.
Query form(const char *edit = "t", const char *reason = "'改正'",
           const char *seen = "(SELECT max(revision) FROM kessai.form_revision WHERE form = 'memo')")
{
    return setting(
        "adopt_form",
        QStringLiteral("SELECT f.definition::jsonb || '{\"from\": \"2090-04-01\"}' AS t FROM kessai.form_revision f "
                       "WHERE f.form = 'memo' ORDER BY f.revision DESC LIMIT 1"),
        edit, reason, seen);
}

/// The form with one more field, which is the sound one with a part of it written over.
Query added(const char *edit)
{
    const QString whole =
        QStringLiteral("jsonb_set(t, '{fields}', (t -> 'fields') || (SELECT %1 FROM (SELECT %2::jsonb AS o) y))")
            .arg(QString::fromUtf8(edit), literal(QString::fromUtf8(kOwn)));
    return form(whole.toUtf8().constData());
}

Query faults(const char *edit = "t", const char *reason = "'改正'", const char *seen = "0")
{
    return setting("adopt_faults", QStringLiteral("SELECT %1::jsonb AS t").arg(literal(QString::fromUtf8(kFaults))),
                   edit, reason, seen);
}

const Expected &notTheirs()
{
    static const Expected expected = faultOf("AccessDenied");
    return expected;
}

const Expected &invalid()
{
    static const Expected expected = faultOf("Invalid");
    return expected;
}

std::vector<Attack> numberAttacks()
{
    return {
        {"change a number of the office as staff", "suzuki", number(), notTheirs()},
        {"change a number of the office as the mayor", "ichikawa", number(), notTheirs()},
        {"change a number of the office as an auditor", "shindo", number(), notTheirs()},
        {"change a number of the office after leaving", "taishoku",
         plain("SELECT kessai.adopt_parameters('{}', 'x', 1)"), notTheirs()},
        {"change a number of the office with a login that is nobody's", "stranger",
         plain("SELECT kessai.adopt_parameters('{}', 'x', 1)"), notTheirs()},
        {"write a number past the doors", "kaita",
         plain("INSERT INTO kessai.parameter VALUES ('registrations.day_limit', '2020-01-01', 9, 'x', 1)"), denied()},
        {"change a number past the doors", "kaita", plain("UPDATE kessai.parameter SET value = 0"), denied()},
        {"change what holds today", "kaita", number("jsonb_set(t, '{rows,0,from}', to_jsonb(kessai.today()))"),
         refusedAs("PeriodInvalid")},
        {"change what held last year", "kaita", number("jsonb_set(t, '{rows,0,from}', '\"2025-04-01\"')"),
         refusedAs("PeriodInvalid")},
        {"change what holds from no day on", "kaita", number("jsonb_set(t, '{rows,0,from}', '\"2090-02-30\"')"),
         refusedAs("PeriodInvalid")},
        {"change a number for no reason", "kaita", number("t", "' '"), refusedAs("ReasonMissing")},
        {"change a number without a reason", "kaita", number("t", "NULL"), refusedAs("ReasonMissing")},
        {"change a number for a reason of two lines", "kaita", number("t", "E'a\\nb'"), invalid()},
        {"change a number without its source", "kaita", number("jsonb_set(t, '{rows,0,source}', '\"　\"')"), invalid()},
        {"bring a number nobody knows", "kaita", number("jsonb_set(t, '{rows,0,key}', '\"mine\"')"),
         faultOf("NotFound")},
        {"lock everybody out by a number", "kaita", number("jsonb_set(t, '{rows,0,value}', '0')"), invalid()},
        {"bring a number below nothing", "kaita", number("jsonb_set(t, '{rows,0,value}', '-1')"), invalid()},
        {"bring half a number", "kaita", number("jsonb_set(t, '{rows,0,value}', '50.5')"), invalid()},
        {"bring a number that is a word", "kaita", number("jsonb_set(t, '{rows,0,value}', '\"50\"')"), invalid()},
        {"bring a number beyond all money", "kaita", number("jsonb_set(t, '{rows,0,value}', '1000000000000')"),
         invalid()},
        {"bring a number twice for one day", "kaita", number("jsonb_set(t, '{rows,1}', t #> '{rows,0}')"), invalid()},
        {"bring no numbers", "kaita", number("jsonb_set(t, '{rows}', '[]')"), invalid()},
        {"bring numbers that are no list", "kaita", number("jsonb_set(t, '{rows}', '{}')"), invalid()},
        {"bring numbers with more than programs know", "kaita", number("jsonb_set(t, '{rows,0,more}', '1')"),
         invalid()},
        {"write over numbers one has not seen", "kaita", number("t", "'改正'", "0"), refusedAs("Stale")},
        {"bring numbers that fill the disk", "kaita",
         plain("SELECT kessai.adopt_parameters(repeat(' ', 1000001), 'x', 1)"), faultOf("TooLarge")},
    };
}

std::vector<Attack> formAttacks()
{
    return {
        {"change a form as staff", "suzuki", form(), notTheirs()},
        {"change a form as an auditor", "shindo", form(), notTheirs()},
        {"change a form with a login that is nobody's", "stranger", plain("SELECT kessai.adopt_form('{}', 'x', 1)"),
         notTheirs()},
        {"write a form past the doors", "kaita",
         plain("INSERT INTO kessai.form_revision VALUES ('memo', 9, '2020-01-01', '{}')"), denied()},
        {"change a form past the doors", "kaita", plain("UPDATE kessai.form_revision SET definition = '{}'"), denied()},
        {"change a form of today", "kaita", form("jsonb_set(t, '{from}', to_jsonb(kessai.today()))"),
         refusedAs("PeriodInvalid")},
        {"change a form of the past", "kaita", form("jsonb_set(t, '{from}', '\"2025-04-01\"')"),
         refusedAs("PeriodInvalid")},
        {"change a form for no reason", "kaita", form("t", "' '"), refusedAs("ReasonMissing")},
        {"write over a form one has not seen", "kaita", form("t", "'改正'", "0"), refusedAs("Stale")},
        {"bring a form of one's own", "kaita", form("jsonb_set(t, '{code}', '\"mine\"')"), faultOf("NotFound")},
        {"bring no form", "kaita", plain("SELECT kessai.adopt_form(NULL, 'x', 1)"), invalid()},
        {"bring a form that is a list", "kaita", plain("SELECT kessai.adopt_form('[]', 'x', 1)"), invalid()},
        {"bring a form nobody can read", "kaita", plain("SELECT kessai.adopt_form('{', 'x', 1)"), errorState("22P02")},
        {"bring a form without fields", "kaita", form("t - 'fields'"), invalid()},
        {"bring a form with more than programs know", "kaita", form("t || '{\"more\": 1}'"), invalid()},
        {"bring a form that shows what is confidential", "kaita",
         form("jsonb_set(t, '{fields}', (SELECT jsonb_agg(f - 'confidential') FROM jsonb_array_elements(t -> 'fields') "
              "f))"),
         invalid()},
        {"take a field away that a form's rules look at", "kaita", form("t #- '{fields,0}'"), invalid()},
        {"make a field another kind", "kaita", form("jsonb_set(t, '{fields,0,kind}', '\"flag\"')"), invalid()},
        {"hide a field from everybody", "kaita",
         form("jsonb_set(t, '{fields,0,visibleWhen}', '{\"field\": \"nothing\", \"eq\": 1}')"), invalid()},
        {"bring a field twice", "kaita", form("jsonb_set(t, '{fields}', (t -> 'fields') || (t #> '{fields,0}'))"),
         invalid()},
        {"bring a field without English", "kaita", form("t #- '{fields,0,label,en}'"), invalid()},
        {"bring a field of thirteen columns", "kaita", form("jsonb_set(t, '{fields,0,width}', '13')"), invalid()},
        {"bring a field that is none of the office's own", "kaita", added("jsonb_set(o, '{key}', '\"amount2\"')"),
         invalid()},
        {"bring a field of one's own that pays somebody", "kaita", added("jsonb_set(o, '{kind}', '\"payee\"')"),
         invalid()},
        {"bring a confidential field of one's own", "kaita", added("o || '{\"confidential\": true}'"), invalid()},
        {"bring a choice without choices", "kaita", added("jsonb_set(o, '{kind}', '\"choice\"')"), invalid()},
        {"bring a field shown by what is not there", "kaita",
         added("o || '{\"visibleWhen\": {\"field\": \"nothing\", \"eq\": \"x\"}}'"), invalid()},
        {"bring a field shown by more than one can read", "kaita",
         added("o || '{\"visibleWhen\": {\"not\": {\"field\": \"urgent\", \"eq\": true}}}'"), invalid()},
        {"print a field that is not there", "kaita",
         form("jsonb_set(t, '{printRows}', '[[{\"field\": \"nothing\"}]]')"), invalid()},
        {"print more than fits a line", "kaita",
         form("jsonb_set(t, '{printRows}', '[[{\"field\": \"subject\"}, {\"field\": \"amount\"}]]')"), invalid()},
        {"bring a form that fills the disk", "kaita", plain("SELECT kessai.adopt_form(repeat(' ', 1000001), 'x', 1)"),
         faultOf("TooLarge")},
    };
}

std::vector<Attack> faultListAttacks()
{
    return {
        {"change why vouchers go back as staff", "suzuki", faults(), notTheirs()},
        {"change why vouchers go back with a login that is nobody's", "stranger",
         plain("SELECT kessai.adopt_faults('{}', 'x', 0)"), notTheirs()},
        {"write reasons past the doors", "kaita",
         plain("INSERT INTO kessai.fault_list VALUES (1, '2020-01-01', '{}', 1)"), denied()},
        {"change why vouchers go back today", "kaita", faults("jsonb_set(t, '{from}', to_jsonb(kessai.today()))"),
         refusedAs("PeriodInvalid")},
        {"change why vouchers go back for no reason", "kaita", faults("t", "' '"), refusedAs("ReasonMissing")},
        {"write over reasons one has not seen", "kaita", faults("t", "'改正'", "7"), refusedAs("Stale")},
        {"bring no reasons", "kaita", faults("jsonb_set(t, '{faults}', '[]')"), invalid()},
        {"bring a reason twice", "kaita", faults("jsonb_set(t, '{faults,2}', t #> '{faults,0}')"), invalid()},
        {"bring a reason that says nothing", "kaita", faults("jsonb_set(t, '{faults,0,words,ja}', '\"　\"')"),
         invalid()},
        {"bring a reason of two lines", "kaita", faults("jsonb_set(t, '{faults,0,words,ja}', '\"a\\nb\"')"), invalid()},
        {"bring a reason whose code is a sentence", "kaita", faults("jsonb_set(t, '{faults,0,code}', '\"a b\"')"),
         invalid()},
        {"read reasons with a login that is nobody's", "stranger", plain("SELECT count(*) FROM kessai.fault_list"),
         onlyValue("0")},
    };
}

} // namespace

std::vector<Attack> settingAttacks()
{
    std::vector<Attack> all = numberAttacks();
    for (const auto &more : {formAttacks(), faultListAttacks()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace kessai::test
