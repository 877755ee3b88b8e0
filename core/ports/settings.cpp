// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/settings.h"

#include "core/cases/formcheck.h"
#include "core/cases/parameterwording.h"

#include <algorithm>
#include <array>
#include <set>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What must not come after what, where both hold.
constexpr std::array kInOrder = {
    std::pair("duty.morning_from", "duty.morning_until"),
    std::pair("duty.morning_until", "duty.afternoon_from"),
    std::pair("duty.afternoon_from", "duty.afternoon_until"),
    std::pair("duty.day_minutes", "duty.week_minutes"),
    std::pair("duty.long_row_days", "duty.days_in_a_row"),
    std::pair("overtime.off_day_break_from", "overtime.off_day_break_until"),
    std::pair("overtime.break_over_minutes", "overtime.long_break_over_minutes"),
    std::pair("overtime.break_minutes", "overtime.long_break_minutes"),
    std::pair("overtime.order_min_minutes", "overtime.span_max_minutes"),
    std::pair("overtime.limit_month_minutes", "overtime.busy_limit_month_minutes"),
    std::pair("overtime.limit_month_minutes", "overtime.limit_year_minutes"),
    std::pair("overtime.limit_year_minutes", "overtime.busy_limit_year_minutes"),
    std::pair("leave.special.SP16.window_from", "leave.special.SP16.window_until"),
    std::pair("contract.works.single_yen", "contract.works.small_yen"),
    std::pair("contract.purchase.single_yen", "contract.purchase.small_yen"),
    std::pair("contract.lease.single_yen", "contract.lease.small_yen"),
    std::pair("contract.other.single_yen", "contract.other.small_yen"),
    std::pair("tax.reduced_percent", "tax.standard_percent"),
};

bool isSource(const QString &source)
{
    return !source.trimmed().isEmpty() && source.toUcs4().size() <= kLongestSource && !source.contains(u'\n');
}

Bilingual wordOf(const QString &key)
{
    const ParameterWord word = parameterWord(key);
    return {u"%1「%2」"_s.arg(word.group.ja, word.name.ja), u"%1: %2"_s.arg(word.group.en, word.name.en)};
}

/// The days from the first change of a pair of numbers on on which either of them becomes another, be it by what was known before.
std::set<QDate> daysOf(const std::vector<Parameters::Row> &rows, const Parameters &after, const QString &first,
                       const QString &second)
{
    const auto ofPair = [&](const Parameters::Row &row) { return row.key == first || row.key == second; };
    QDate begins;
    for (const Parameters::Row &row : rows) {
        if (ofPair(row) && (!begins.isValid() || row.from < begins))
            begins = row.from;
    }
    std::set<QDate> days;
    for (const Parameters::Row &row : after.rows()) {
        if (begins.isValid() && ofPair(row) && row.from >= begins)
            days.insert(row.from);
    }
    return days;
}

/// What is wrong with the order of numbers that belong together on the days on which one of them changes.
void sayOutOfOrder(const std::vector<Parameters::Row> &rows, const Parameters &after, std::vector<Bilingual> &problems)
{
    for (const auto &[low, high] : kInOrder) {
        const QString first = QLatin1String(low);
        const QString second = QLatin1String(high);
        for (const QDate &day : daysOf(rows, after, first, second)) {
            const auto less = after.value(first, day);
            const auto more = after.value(second, day);
            if (!less || !more || *less <= *more)
                continue;
            problems.push_back({u"%1が%2より大きくなります。"_s.arg(wordOf(first).ja, wordOf(second).ja),
                                u"%1 would be more than %2."_s.arg(wordOf(first).en, wordOf(second).en)});
            break;
        }
    }
}

template <class T, class Same>
int newestOf(const std::vector<T> &all, Same same)
{
    int newest = 0;
    for (const T &one : all) {
        if (same(one))
            newest = std::max(newest, one.revision);
    }
    return newest;
}

} // namespace

int newestParameters(const Parameters &parameters)
{
    int newest = 0;
    for (const Parameters::Row &row : parameters.rows())
        newest = std::max(newest, row.addedIn);
    return newest;
}

const SettingAct *actOf(const std::vector<SettingAct> &acts, SettingAct::Kind kind, const QString &name, int revision)
{
    const auto found = std::find_if(acts.begin(), acts.end(), [&](const SettingAct &one) {
        return one.kind == kind && one.name == name && one.revision == revision;
    });
    return found == acts.end() ? nullptr : &*found;
}

int newestForm(const Configuration &configuration, const QString &code)
{
    return newestOf(configuration.forms, [&](const FormDefinition &one) { return one.code == code; });
}

int newestFaults(const Configuration &configuration)
{
    return newestOf(configuration.faultLists, [](const FaultList &) { return true; });
}

qint64 leastParameter(const QString &key)
{
    if (key == u"registrations.day_limit"_s)
        return kLeastDayLimit;
    const bool divides =
        key.endsWith(u"day_minutes"_s) || key.endsWith(u"week_minutes"_s) || key.endsWith(u"unit_minutes"_s);
    return divides ? 1 : 0;
}

Result<> checkReason(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(Error::refused(Refusal::ReasonMissing));
    const bool control =
        std::any_of(reason.begin(), reason.end(), [](QChar one) { return one.category() == QChar::Other_Control; });
    if (reason.toUcs4().size() > kLongestReason || control)
        return fail(ErrorCode::Invalid, u"a reason is one line"_s);
    return {};
}

Result<> checkAdoption(const AdoptParameters &adoption, const Configuration &configuration, const QDate &today)
{
    if (const Result<> reason = checkReason(adoption.reason); !reason)
        return reason;
    if (adoption.rows.empty() || adoption.rows.size() > size_t(kMostParameterRows))
        return fail(ErrorCode::Invalid, u"that is no list of numbers"_s);
    std::set<std::pair<QString, QDate>> there;
    for (const Parameters::Row &row : adoption.rows) {
        if (!isSource(row.source) || row.value < 0 || row.value > kMostParameter || row.value < leastParameter(row.key)
            || !there.emplace(row.key, row.from).second)
            return fail(ErrorCode::Invalid, u"that is no number of an office: "_s + row.key);
    }
    for (const Parameters::Row &row : adoption.rows) {
        if (row.from <= today)
            return fail(Error::refused(Refusal::PeriodInvalid));
    }
    for (const Parameters::Row &row : adoption.rows) {
        if (!configuration.parameters.earliest(row.key))
            return fail(ErrorCode::NotFound, u"no number has this name: "_s + row.key);
    }
    if (adoption.seen != newestParameters(configuration.parameters))
        return fail(Error::refused(Refusal::Stale));
    return {};
}

Result<> checkAdoption(const AdoptForm &adoption, const Configuration &configuration, const QDate &today)
{
    if (const Result<> reason = checkReason(adoption.reason); !reason)
        return reason;
    if (adoption.definition.from <= today)
        return fail(Error::refused(Refusal::PeriodInvalid));
    const int newest = newestForm(configuration, adoption.definition.code);
    if (newest == 0)
        return fail(ErrorCode::NotFound, u"no form has this name"_s);
    if (adoption.seen != newest)
        return fail(Error::refused(Refusal::Stale));
    // What cannot be read again would keep everybody out of the office.
    if (const Result<> sound = mayFollow(adoption.definition, *configuration.form(adoption.definition.code, newest));
        !sound)
        return sound;
    for (const FormDefinition &earlier : configuration.forms) {
        for (const FieldDefinition &field : earlier.fields) {
            const FieldDefinition *now = adoption.definition.field(field.key);
            if (earlier.code == adoption.definition.code && now && now->kind != field.kind)
                return fail(ErrorCode::Invalid, u"a field was of another kind once: "_s + field.key);
        }
    }
    return {};
}

Result<> checkAdoption(const AdoptFaults &adoption, const Configuration &configuration, const QDate &today)
{
    if (const Result<> reason = checkReason(adoption.reason); !reason)
        return reason;
    if (const Result<> list = checkFaults(adoption.list); !list)
        return list;
    if (adoption.list.from <= today)
        return fail(Error::refused(Refusal::PeriodInvalid));
    if (adoption.seen != newestFaults(configuration))
        return fail(Error::refused(Refusal::Stale));
    return {};
}

std::vector<Bilingual> problemsIn(const std::vector<Parameters::Row> &rows, const Parameters &parameters)
{
    std::vector<Bilingual> problems;
    std::vector<Parameters::Row> after = parameters.rows();
    const int next = newestParameters(parameters) + 1;
    for (Parameters::Row row : rows) {
        const ParameterWord word = parameterWord(row.key);
        const Bilingual name = wordOf(row.key);
        const Bilingual range = parameterRange(word);
        if (!isPossible(word, row.value))
            problems.push_back(
                {u"%1は、%2の範囲で書いてください。"_s.arg(name.ja, range.ja.isEmpty() ? u"選べる値"_s : range.ja),
                 u"%1 must be %2."_s.arg(name.en, range.en.isEmpty() ? u"one of its choices"_s : range.en)});
        if (!isSource(row.source))
            problems.push_back(
                {u"%1の根拠を書いてください（1行、%2字まで）。"_s.arg(name.ja).arg(kLongestSource),
                 u"Say what %1 rests on, in one line of at most %2 characters."_s.arg(name.en).arg(kLongestSource)});
        row.addedIn = next;
        after.push_back(std::move(row));
    }
    sayOutOfOrder(rows, Parameters(std::move(after)), problems);
    return problems;
}

} // namespace kessai
