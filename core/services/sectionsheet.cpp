// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sectionsheet.h"

#include "core/cases/form.h"
#include "core/office/sections.h"
#include "core/services/desk.h"

#include <algorithm>
#include <map>
#include <set>

namespace kessai {

namespace {

constexpr qint64 kPercent = 100;
constexpr int kMostDaysBeside = 60; ///< of a long leave, that are looked at beside it

/// The post of somebody that lies within a section, as the calendar writes it: "庶務係 主事".
QString titleWithin(const Office &office, StaffId staff, const std::vector<SectionId> &within)
{
    for (const PostId id : office.postsOf(staff)) {
        const Post *post = office.post(id);
        if (!post || std::find(within.begin(), within.end(), post->section) == within.end())
            continue;
        const Section *section = office.section(post->section);
        return QString(section->name + QLatin1Char(' ') + post->title);
    }
    return {};
}

/// Leave that follows from a case comes from the ledgers, to the minute.
void addRegistered(SectionSheet::Person &person, const OfficeHistory &history, const Holidays &holidays,
                   const QDate &first)
{
    for (const Dated<Absence> &row : history.absences) {
        if (row.value.staff != person.id || row.value.fromLeave || row.removedIn != 0)
            continue;
        for (size_t i = 0; i < person.days.size(); ++i) {
            const QDate day = first.addDays(qint64(i));
            if (row.from <= day && day <= row.until && holidays.isDuty(day))
                person.days[i].registered = row.value.kind;
        }
    }
}

/// Where somebody is on leave of a day of their trip, they are on leave.
void addTrips(SectionSheet::Person &person, const Holidays &holidays, const std::vector<AwayMinutes> &away,
              const QDate &first)
{
    for (const AwayMinutes &one : away) {
        const qint64 at = first.daysTo(one.day);
        if (one.trip && one.staff == person.id && at >= 0 && at < qint64(person.days.size()) && holidays.isDuty(one.day)
            && person.days[size_t(at)].used <= 0)
            person.days[size_t(at)].registered = AbsenceKind::Trip;
    }
}

} // namespace

SectionSheet makeSectionSheet(const Office &office, const OfficeHistory &history, const Holidays &holidays,
                              SectionId section, const QDate &first, const std::vector<AwayMinutes> &away,
                              qint64 percent)
{
    SectionSheet sheet{.first = QDate(first.year(), first.month(), 1),
                       .today = office.day(),
                       .section = section,
                       .sections = {},
                       .days = {},
                       .people = {}};
    for (int i = 0; i < first.daysInMonth(); ++i) {
        const QDate day = sheet.first.addDays(i);
        sheet.days.push_back({day, holidays.kind(day), holidays.name(day)});
    }
    const std::vector<SectionId> within = sectionsWithin(office, section);
    for (const StaffId id : membersOf(office, section)) {
        SectionSheet::Person person{
            id, office.staff(id)->name(), titleWithin(office, id, within), office.workTerms(id).dayMinutes, {}};
        person.days.resize(sheet.days.size());
        for (const AwayMinutes &one : away) {
            if (one.staff != id || one.day < sheet.first || one.day > sheet.days.back().day)
                continue;
            AwayDay &day = person.days[size_t(sheet.first.daysTo(one.day))];
            day.used += one.used;
            day.reserved += one.reserved;
        }
        addTrips(person, holidays, away, sheet.first);
        addRegistered(person, history, holidays, sheet.first);
        for (size_t i = 0; i < person.days.size(); ++i)
            sheet.days[i].away += person.days[i].away() ? 1 : 0;
        sheet.people.push_back(std::move(person));
    }
    for (SectionSheet::Day &day : sheet.days)
        day.crowded = day.away > 1 && day.away * kPercent > percent * qint64(sheet.people.size());
    return sheet;
}

Result<SectionSheet> Desk::sectionMonth(std::optional<SectionId> section, const QDate &first)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto office = today();
    const std::vector<SectionId> seen = sectionsSeenBy(*office, *m_me);
    const auto post = office->primaryPost(*m_me);
    if (!section && post) {
        const SectionId own = office->post(*post)->section;
        section = office->ancestor(own, SectionLevel::Section).value_or(own);
    }
    if (!section)
        return fail(Error::refused(Refusal::UnknownStaff));
    const QDate from(first.year(), first.month(), 1);
    const auto away = m_store->ledgers().away(*section, from, from.addMonths(1).addDays(-1));
    if (!away)
        return away.failure();
    const Parameters &parameters = m_configuration.parameters;
    SectionSheet sheet =
        makeSectionSheet(*office, m_configuration.office, parameters.holidays(), *section, from, *away,
                         parameters.value(QStringLiteral("calendar.away_percent"), from).value_or(kPercent));
    for (const SectionId one : seen)
        sheet.sections.push_back({one, office->sectionLabel(one)});
    return sheet;
}

/// Beside a leave: how many others of the drafter's 係 (or what they work in) are away on the day on which most are. Nothing where
/// nobody is, or where the reader may not look.
std::optional<Insight> Desk::othersAway(const Form &form, const Content &content, StaffId drafter)
{
    const auto office = today();
    const auto post = office->primaryPost(drafter);
    std::vector<QDate> days;
    for (const Posting &posting : form.postings(content.fields, drafter, m_configuration.parameters)) {
        if (posting.ledger == QLatin1String("absence.minutes"))
            days.push_back(posting.day);
    }
    if (!post || days.empty())
        return std::nullopt;
    std::sort(days.begin(), days.end());
    const SectionId section = office->post(*post)->section;
    const QDate last = std::min(days.back(), days.front().addDays(kMostDaysBeside));
    if (!seesSection(*office, *m_me, section))
        return std::nullopt;
    const auto away = m_store->ledgers().away(section, days.front(), last);
    if (!away)
        return std::nullopt; // it is a help, and no reason to show nothing
    std::map<QDate, std::set<StaffId>> others;
    const auto members = membersOf(*office, section);
    for (const AwayMinutes &one : *away) {
        if (one.staff != drafter && std::binary_search(days.begin(), days.end(), one.day))
            others[one.day].insert(one.staff);
    }
    for (const Dated<Absence> &row : m_configuration.office.absences) {
        if (row.value.staff == drafter || row.removedIn != 0
            || std::find(members.begin(), members.end(), row.value.staff) == members.end())
            continue;
        for (const QDate &day : days) {
            if (row.from <= day && day <= row.until)
                others[day].insert(row.value.staff);
        }
    }
    const auto most = std::max_element(others.begin(), others.end(),
                                       [](const auto &a, const auto &b) { return a.second.size() < b.second.size(); });
    if (most == others.end())
        return std::nullopt;
    const QString day = QStringLiteral("%1月%2日").arg(most->first.month()).arg(most->first.day());
    const QString count = QString::number(most->second.size());
    const QString people = QString::number(members.size());
    Insight insight;
    insight.text = {
        QStringLiteral("%1は、%2の%3人中%4人がほかに不在です").arg(day, office->section(section)->name, people, count),
        QStringLiteral("On %1, %2 others of the %3 in %4 are away")
            .arg(most->first.toString(Qt::ISODate), count, people, office->section(section)->name)};
    const qint64 percent =
        m_configuration.parameters.value(QStringLiteral("calendar.away_percent"), most->first).value_or(kPercent);
    insight.remarkable = (qint64(most->second.size()) + 1) * kPercent > percent * qint64(members.size());
    return insight;
}

} // namespace kessai
