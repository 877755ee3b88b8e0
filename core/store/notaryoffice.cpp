// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/reroute.h"
#include "core/office/reorganisation.h"
#include "core/store/notaryrows.h"

#include <QJsonDocument>

#include <algorithm>

// What the notary in this program knows of the office today: who is there, and who answers for whom.

namespace kessai {

namespace {

constexpr QLatin1String kOn("today");
constexpr int kMostHops = 20; ///< rows that form a ring hang nobody

} // namespace

Result<PostId> NotaryRows::currentPost(PostId post)
{
    for (int hops = 0; hops < kMostHops; ++hops) {
        Query there(m_database, QLatin1String("notaryPost"));
        there.bind(QLatin1String("post_id"), post).bind(kOn, m_today);
        const Result<bool> exists = any(there);
        if (!exists)
            return exists.failure();
        if (*exists)
            return post;
        Query next(m_database, QLatin1String("notarySuccessor"));
        next.bind(QLatin1String("post_id"), post).bind(kOn, m_today);
        const Result<bool> found = any(next);
        if (!found)
            return found.failure();
        if (!*found)
            return post;
        post = next.id<PostId>(0);
    }
    return post;
}

Result<std::vector<StaffId>> NotaryRows::holders(PostId post)
{
    const auto current = currentPost(post);
    if (!current)
        return current.failure();
    Query rows(m_database, QLatin1String("notaryHolders"));
    rows.bind(QLatin1String("post_id"), *current).bind(kOn, m_today);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<StaffId> all;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return all;
        all.push_back(rows.id<StaffId>(0));
    }
}

Result<bool> NotaryRows::absent(StaffId staff)
{
    Query row(m_database, QLatin1String("notaryAbsent"));
    row.bind(QLatin1String("staff_id"), staff).bind(kOn, m_today);
    return any(row);
}

Result<bool> NotaryRows::passesOver(StaffId staff, const Matter &matter)
{
    Query row(m_database, QLatin1String("notaryAbsent"));
    row.bind(QLatin1String("staff_id"), staff).bind(kOn, m_today);
    const Result<bool> away = any(row);
    if (!away || !*away || !row.flag(0))
        return away ? Result<bool>(false) : away;
    const Result<bool> has = hasDeputy(staff, matter);
    return has ? Result<bool>(!*has) : has;
}

Result<std::vector<StaffId>> NotaryRows::answering(const Assignee &who)
{
    if (const auto *post = std::get_if<PostId>(&who))
        return holders(*post);
    const auto there = exists(who);
    if (!there)
        return there.failure();
    return *there ? std::vector{std::get<StaffId>(who)} : std::vector<StaffId>();
}

Result<std::optional<qint64>> NotaryRows::daysToWait(std::optional<StaffId> reader)
{
    const auto known = m_daysToWait.find(reader);
    if (known != m_daysToWait.end())
        return known->second;
    Query row(m_database, QLatin1String("notaryDaysToWait"));
    if (const Result<> read = row.bind(kOn, m_today).bind(QLatin1String("reader"), reader).execOne(); !read)
        return read.failure();
    std::optional<qint64> days;
    if (!row.isNull(1))
        days = std::max({row.isNull(0) ? 0 : row.integer(0), row.integer(1), qint64(1)});
    m_daysToWait.emplace(reader, days);
    return days;
}

Result<Instant> NotaryRows::stillFresh(StaffId reader, Instant now)
{
    const auto days = daysToWait(reader);
    if (!days)
        return days.failure();
    return *days ? Instant(now.microseconds() - **days * kDayUs) : Instant(0);
}

Result<bool> NotaryRows::awayForLong(StaffId staff, std::optional<StaffId> reader)
{
    const auto days = daysToWait(reader);
    if (!days)
        return days.failure();
    if (!*days)
        return false; // until the number is there, nobody is
    Query row(m_database, QLatin1String("notaryAwayForLong"));
    return any(row.bind(QLatin1String("staff_id"), staff)
                   .bind(kOn, m_today)
                   .bind(QLatin1String("still"), m_today.addDays(**days))
                   .bind(QLatin1String("reader"), reader));
}

Result<bool> NotaryRows::hasDeputy(StaffId staff, const Matter &matter)
{
    return hasDeputy(staff, matter, std::nullopt);
}

/// Deputies for every day and those for absences alike.
Result<bool> NotaryRows::hasDeputy(StaffId staff, const Matter &matter, std::optional<StaffId> reader)
{
    Query deputy(m_database, QLatin1String("notaryHasDeputy"));
    return any(deputy.bind(QLatin1String("staff_id"), staff)
                   .bind(kOn, m_today)
                   .bind(QLatin1String("reader"), reader)
                   .bind(QLatin1String("form"), matter.form)
                   .bind(QLatin1String("amount"), matter.amount));
}

Result<bool> NotaryRows::attended(PostId post, const LockedCase &file)
{
    const auto all = holders(post);
    if (!all)
        return all.failure();
    for (const StaffId holder : *all) {
        const auto away = absent(holder);
        if (!away)
            return away;
        if (holder != file.drafter && holder != file.filer && !*away)
            return true;
    }
    return false;
}

Result<std::vector<PostId>> NotaryRows::standIns(PostId decider, PostId line, std::optional<StaffId> reader)
{
    Query rows(m_database, QLatin1String("notaryStandIns"));
    rows.bind(QLatin1String("post_id"), decider).bind(kOn, m_today).bind(QLatin1String("reader"), reader);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<std::pair<std::optional<PostId>, SectionLevel>> entries;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            break;
        entries.emplace_back(rows.maybe<PostId>(0), SectionLevel(rows.number(1)));
    }
    std::vector<PostId> posts;
    for (auto [post, level] : entries) {
        if (!post) {
            const auto head = lineHead(line, level);
            if (!head)
                return head.failure();
            post = *head;
        }
        if (post && *post != decider)
            posts.push_back(*post);
    }
    return posts;
}

Result<std::optional<PostId>> NotaryRows::lineHead(PostId post, SectionLevel level)
{
    const auto current = currentPost(post);
    if (!current)
        return current.failure();
    auto section = sectionOf(*current);
    for (int hops = 0; hops < kMostHops && section && *section; ++hops) {
        const SectionId here = **section;
        const auto place = placeOf(here);
        if (!place)
            return place.failure();
        if (!*place)
            break;
        if ((*place)->level == level) {
            Query head(m_database, QLatin1String("notaryHeadOf"));
            head.bind(QLatin1String("section_id"), here).bind(kOn, m_today);
            if (const Result<> run = head.execOne(); !run)
                return run.failure();
            return head.maybe<PostId>(0);
        }
        section = (*place)->parent;
    }
    if (!section)
        return section.failure();
    return std::optional<PostId>();
}

Result<bool> NotaryRows::isSuperior(PostId post, PostId of)
{
    const auto below = currentPost(of);
    if (!below || *below == post)
        return below ? Result<bool>(false) : Result<bool>(below.failure());
    for (const SectionLevel level :
         {SectionLevel::Unit, SectionLevel::Section, SectionLevel::Department, SectionLevel::City}) {
        const auto head = lineHead(*below, level);
        if (!head)
            return head.failure();
        if (*head == post)
            return true;
    }
    return false;
}

Result<bool> NotaryRows::sameWholeSection(PostId post, PostId other)
{
    const auto one = wholeSection(post);
    const auto its = wholeSection(other);
    if (!one || !its)
        return !one ? one.failure() : its.failure();
    return *one && *one == *its;
}

Result<bool> NotaryRows::ranksAtLeast(PostId post, PostId other)
{
    Query row(m_database, QLatin1String("notaryRanks"));
    return any(row.bind(QLatin1String("post_id"), post).bind(QLatin1String("other_id"), other).bind(kOn, m_today));
}

Result<bool> NotaryRows::isEverDeputy(StaffId deputy, StaffId principal)
{
    Query row(m_database, QLatin1String("notaryEverDeputy"));
    return any(
        row.bind(QLatin1String("deputy_id"), deputy).bind(QLatin1String("principal_id"), principal).bind(kOn, m_today));
}

Result<bool> NotaryRows::comesToHold(StaffId staff, PostId post)
{
    const auto current = currentPost(post);
    if (!current)
        return current.failure();
    Query later(m_database, QLatin1String("notaryComesToHold"));
    const auto appointed = any(later.bind(QLatin1String("staff_id"), staff)
                                   .bind(QLatin1String("post_id"), post)
                                   .bind(QLatin1String("current_id"), *current)
                                   .bind(kOn, m_today));
    if (!appointed || *appointed)
        return appointed;
    Query prepared(m_database, QLatin1String("notaryPrepared"));
    if (const Result<> run = prepared.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = prepared.next();
        if (!row || !*row)
            return row;
        const auto change = Reorganisation::fromJson(QJsonDocument::fromJson(prepared.ascii(0)).object());
        if (!change)
            continue; // what cannot be read is not put in force
        const std::vector<Appointment> &put = change->appointments;
        if (std::any_of(put.begin(), put.end(), [&](const Appointment &one) {
                return one.staff == staff && (one.post == post || one.post == *current);
            }))
            return true;
    }
}

Result<std::optional<PostId>> NotaryRows::lastPost(StaffId staff)
{
    Query row(m_database, QLatin1String("notaryLastPost"));
    const Result<bool> found = any(row.bind(QLatin1String("staff_id"), staff).bind(kOn, m_today));
    if (!found)
        return found.failure();
    return *found ? std::optional(row.id<PostId>(0)) : std::nullopt;
}

Result<bool> NotaryRows::headsLine(StaffId staff, PostId post)
{
    for (const SectionLevel level : {SectionLevel::Section, SectionLevel::Department, SectionLevel::City}) {
        const auto head = lineHead(post, level);
        if (!head)
            return head.failure();
        const auto theirs = *head ? holds(staff, **head) : Result<bool>(false);
        if (!theirs || *theirs)
            return theirs;
    }
    return false;
}

Result<std::optional<SectionId>> NotaryRows::sectionOf(PostId post)
{
    Query row(m_database, QLatin1String("notarySectionOf"));
    row.bind(QLatin1String("post_id"), post).bind(kOn, m_today);
    const Result<bool> found = any(row);
    if (!found)
        return found.failure();
    return *found ? std::optional(row.id<SectionId>(0)) : std::nullopt;
}

Result<std::optional<NotaryRows::Place>> NotaryRows::placeOf(SectionId section)
{
    Query row(m_database, QLatin1String("notarySection"));
    row.bind(QLatin1String("section_id"), section).bind(kOn, m_today);
    const Result<bool> found = any(row);
    if (!found)
        return found.failure();
    if (!*found)
        return std::optional<Place>();
    return std::optional(Place{row.maybe<SectionId>(0), SectionLevel(row.number(1))});
}

/// The sections a post lies in, its own first.
Result<std::vector<SectionId>> NotaryRows::sectionsOf(PostId post)
{
    std::vector<SectionId> line;
    auto at = sectionOf(post);
    if (!at)
        return at.failure();
    for (std::optional<SectionId> section = *at; section && line.size() < 9;) {
        const auto place = placeOf(*section);
        if (!place)
            return place.failure();
        if (!*place)
            break;
        line.push_back(*section);
        section = (*place)->parent;
    }
    return line;
}

/// The 課 of a post, or its own section where it lies in none.
Result<std::optional<SectionId>> NotaryRows::wholeSection(PostId post)
{
    const auto line = sectionsOf(post);
    if (!line)
        return line.failure();
    for (const SectionId section : *line) {
        const auto place = placeOf(section);
        if (!place)
            return place.failure();
        if ((*place)->level == SectionLevel::Section)
            return std::optional(section);
    }
    return line->empty() ? std::nullopt : std::optional(line->front());
}

Result<bool> NotaryRows::filesFor(StaffId clerk, StaffId colleague)
{
    const auto post = primaryPost(colleague);
    const auto name = nameOf(colleague);
    if (!post || !name)
        return post ? name.failure() : post.failure();
    if (clerk == colleague || !*post || !name->has_value())
        return false;
    const auto line = sectionsOf(**post);
    if (!line)
        return line.failure();
    std::vector<PostId> filing;
    Query posts(m_database, QLatin1String("notaryFiling"));
    if (const Result<> run = posts.bind(QLatin1String("staff_id"), clerk).bind(kOn, m_today).exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> one = posts.next();
        if (!one)
            return one.failure();
        if (!*one)
            break;
        filing.push_back(posts.id<PostId>(0));
    }
    for (const PostId one : filing) {
        const auto whole = wholeSection(one);
        if (!whole)
            return whole.failure();
        if (*whole && std::find(line->begin(), line->end(), **whole) != line->end())
            return true;
    }
    return false;
}

Result<bool> NotaryRows::atTheTop(PostId post)
{
    const auto section = sectionOf(post);
    if (!section)
        return section.failure();
    if (!*section)
        return false;
    const auto place = placeOf(**section);
    if (!place)
        return place.failure();
    return *place && (*place)->level == SectionLevel::City;
}

} // namespace kessai
