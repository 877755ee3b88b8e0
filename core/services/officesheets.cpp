// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/posttitle.h"
#include "core/cases/numbers.h"
#include "core/services/desk.h"

#include <algorithm>

// What the pages of the office's own business show, out of the configuration read last.

namespace kessai {

namespace {

/// The rows that hold on a day or later, by their first day.
template <class T, class Which>
std::vector<Dated<T>> rowsFrom(const std::vector<Dated<T>> &rows, const QDate &day, Which which)
{
    std::vector<Dated<T>> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](const Dated<T> &row) {
        return row.removedIn == 0 && (!row.until.isValid() || day <= row.until) && which(row.value);
    });
    std::stable_sort(found.begin(), found.end(), [](const Dated<T> &a, const Dated<T> &b) { return a.from < b.from; });
    return found;
}

/// Keeps of each section or post the row that holds longest.
template <class Key, class T>
void keepLast(QHash<Key, const Dated<T> *> &last, const Dated<T> &row)
{
    const Dated<T> *&kept = last[row.value.id];
    if (row.removedIn == 0 && (!kept || (kept->until.isValid() && (!row.until.isValid() || row.until > kept->until))))
        kept = &row;
}

} // namespace

Result<AbsenceSheet> Desk::absences(StaffId who)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const OfficeHistory &office = m_configuration.office;
    const QDate day = now().day();
    return AbsenceSheet{
        who, rowsFrom(office.absences, day, [who](const Absence &one) { return one.staff == who; }),
        rowsFrom(office.deputyships, day, [who](const Deputyship &one) { return one.principal == who; }),
        rowsFrom(office.deputyships, day, [who](const Deputyship &one) { return one.deputy == who; })};
}

Result<PostSheet> Desk::posts()
{
    if (const auto can = ready(); !can)
        return can.failure();
    const OfficeHistory &history = m_configuration.office;
    const auto office = today();
    PostSheet sheet;
    for (const Post &post : office->posts())
        sheet.posts.push_back(post.id);
    QHash<SectionId, const Dated<Section> *> sections;
    for (const Dated<Section> &row : history.sections)
        keepLast(sections, row);
    QHash<PostId, const Dated<Post> *> posts;
    for (const Dated<Post> &row : history.posts)
        keepLast(posts, row);
    for (const Dated<Post> *row : std::as_const(posts)) {
        if (!row)
            continue; // only ever taken back
        const Dated<Section> *section = sections.value(row->value.section);
        const bool named = section && section->value.level != SectionLevel::City;
        sheet.names.insert(row->value.id, joinTitle(named ? section->value.name : QString(), row->value.title));
        if (row->until.isValid())
            sheet.abolished.push_back(row->value.id);
    }
    std::sort(sheet.abolished.begin(), sheet.abolished.end());
    const auto all = [](const auto &) { return true; };
    sheet.standIns = rowsFrom(history.standIns, office->day(), all);
    std::stable_sort(sheet.standIns.begin(), sheet.standIns.end(), [](const auto &a, const auto &b) {
        return std::pair(a.value.decider, a.value.order) < std::pair(b.value.decider, b.value.order);
    });
    sheet.successions = rowsFrom(history.successions, office->day(), all);
    return sheet;
}

Result<std::vector<StrandedStep>> Desk::stranded()
{
    return m_store->office().stranded();
}

Result<Case> Desk::openRoute(CaseId id)
{
    return m_store->office().openRoute(id);
}

Result<std::shared_ptr<const Office>> Desk::officeToReaddress(CaseId id)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const auto own = m_store->office().ownRegistrations(id);
    if (!own)
        return own.failure();
    const QDate day = now().day();
    return kessai::officeToReaddress(m_configuration.office, *own, *m_me, day,
                                     Numbers(m_configuration.parameters).at(kAbsenceDays, day));
}

Result<> Desk::reroute(CaseId id, int seenSeq, const QString &requestId, const Reroute &act)
{
    if (const auto can = ready(); !can)
        return can;
    const auto route = openRoute(id);
    if (!route)
        return route.failure();
    if (route->seq != seenSeq)
        return fail(Error::refused(Refusal::Stale));
    const auto office = officeToReaddress(id);
    if (!office)
        return office.failure();
    auto event = decide(*route, act, *m_me, **office);
    if (!event)
        return fail(Error::refused(event.error()));
    if (const auto done = record({id, seenSeq, requestId, std::move(event).value()}); !done)
        return done.failure();
    const auto news = pulse();
    return news ? Result<>() : news.failure();
}

Result<OfficeHealth> Desk::health()
{
    return m_store->office().health();
}

Result<> Desk::change(const OfficeChange &change)
{
    if (const auto changed = m_store->office().change(change); !changed)
        return changed;
    const auto news = pulse();
    return news ? Result<>() : news.failure();
}

Result<Holidays> Desk::holidays()
{
    if (const auto can = ready(); !can)
        return can.failure();
    return m_configuration.parameters.holidays();
}

Result<ImportPreview> Desk::previewImport(const ImportHolidays &import)
{
    const auto known = holidays();
    if (!known)
        return known.failure();
    ImportPreview preview{import, diffOf(import, *known), 0};
    const auto decided = m_store->office().decidedOn(preview.diff.otherKind);
    if (!decided)
        return decided.failure();
    preview.decided = *decided;
    return preview;
}

Result<> Desk::changeHolidays(const HolidayChange &change)
{
    if (const auto changed = m_store->office().changeHolidays(change); !changed)
        return changed;
    const auto news = pulse();
    return news ? Result<>() : news.failure();
}

} // namespace kessai
