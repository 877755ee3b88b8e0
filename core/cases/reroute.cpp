// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/reroute.h"

#include "core/cases/engine.h"
#include "core/office/datedrows.h"

#include <algorithm>
#include <array>
#include <set>

namespace kessai {

namespace {

using People = std::vector<StaffId>;

bool among(const People &people, StaffId one)
{
    return std::find(people.begin(), people.end(), one) != people.end();
}

/// Whether a post leads the section of another, or one above it.
bool isAbove(PostId post, PostId of, const Office &office)
{
    constexpr std::array levels{SectionLevel::Unit, SectionLevel::Section, SectionLevel::Department,
                                SectionLevel::City};
    return post != of && std::any_of(levels.begin(), levels.end(), [&](SectionLevel level) {
               const auto section = office.ancestor(office.post(of)->section, level);
               return section && office.headOf(*section) == post;
           });
}

/// The 課 of a post, or its own section where it lies in none.
SectionId wholeSection(PostId post, const Office &office)
{
    const SectionId own = office.post(post)->section;
    return office.ancestor(own, SectionLevel::Section).value_or(own);
}

/// A case and the office in which what waits there is addressed.
class Readdressing final {
public:
    Readdressing(const Case &c, const Office &office) : m_case(c), m_office(office) {}

    /// Whether somebody did anything in the case, inspected what it pays, or is or may come to be asked in it.
    bool hasPart(StaffId actor) const
    {
        return among(m_case.acted, actor) || m_case.inspector == actor
            || std::any_of(m_case.steps.begin(), m_case.steps.end(), [&](const Step &step) {
                   return std::any_of(step.assignments.begin(), step.assignments.end(),
                                      [&](const Assignment &one) { return mayBeAsked(actor, one.who, step.kind); });
               });
    }

    /// Whether somebody is asked where a seat is addressed or may come to be: by a post they hold or come to hold, as a deputy named for whatever
    /// cases and days, or, of a decision, in its decider's place.
    bool mayBeAsked(StaffId actor, const Assignee &who, StepKind kind) const
    {
        const auto *post = std::get_if<PostId>(&who);
        const People people = post ? m_office.holders(*post) : People{std::get<StaffId>(who)};
        return among(people, actor)
            || std::any_of(people.begin(), people.end(), [&](StaffId one) { return m_office.isEverDeputy(actor, one); })
            || (post && (m_office.comesToHold(actor, *post) || (kind == StepKind::Decide && standsIn(actor, *post))));
    }

    /// Who could act on a step where a seat is addressed, be they away.
    People able(const Assignee &who, StepKind kind) const
    {
        People people = answering(who);
        std::erase_if(people, [&](StaffId one) { return m_case.filedBy(one) || m_case.tookOtherPart(one, kind); });
        return people;
    }

    /// Whether any of some people is there, or has a deputy for such a case.
    bool anyThere(const People &people) const
    {
        return std::any_of(people.begin(), people.end(), [&](StaffId one) {
            const People &deputies = m_office.deputiesOf(one);
            return !m_office.absent(one) || std::any_of(deputies.begin(), deputies.end(), [&](StaffId deputy) {
                return m_office.isNamedDeputy(deputy, one, m_case.matter);
            });
        });
    }

    /// Whether somebody decides in a decider's place (代決): nobody is there who could, the case is neither important nor contested, and at the first of
    /// the listed posts at which anybody is there is somebody without another part in it.
    bool standInThere(const Assignee &who) const
    {
        const auto *post = std::get_if<PostId>(&who);
        const auto line = m_case.basis ? present(m_case.basis->drafterPost) : std::nullopt;
        if (!post || m_case.important || m_case.contested() || m_office.attended(*post, m_case.filers()))
            return false;
        const SectionId section = line ? m_office.post(*line)->section : SectionId(0);
        const std::vector<PostId> posts = m_office.standInsFor(m_office.current(*post), section);
        const auto first = std::find_if(posts.begin(), posts.end(),
                                        [&](PostId one) { return m_office.attended(one, m_case.filers()); });
        if (first == posts.end())
            return false;
        const People there = able(*first, StepKind::Decide);
        return std::any_of(there.begin(), there.end(), [&](StaffId one) { return !m_office.absent(one); });
    }

    /// Why nobody could act at another post on what waits at a seat.
    std::optional<Refusal> problemAt(PostId post, AssignmentRef seat, bool today) const
    {
        const People &holders = m_office.holders(post);
        if (holders.empty())
            return Refusal::EmptyStep;
        if (std::all_of(holders.begin(), holders.end(), [&](StaffId one) { return m_case.filedBy(one); }))
            return Refusal::OwnCase;
        People people = able(post, m_case.step(seat.step)->kind);
        std::erase_if(people, [&](StaffId one) { return isAskedBeside(one, seat) || wouldTakeBoth(one, seat); });
        if (people.empty())
            return Refusal::PartTaken;
        return today && !anyThere(people) ? std::optional(Refusal::EmptyStep) : std::nullopt;
    }

    /// Why what waits at a seat does not belong to another post.
    std::optional<Refusal> problemFrom(AssignmentRef seat, PostId to) const
    {
        const auto was = present(postOf(m_case.assignment(seat)->who));
        const auto line = m_case.basis ? present(m_case.basis->drafterPost) : std::nullopt;
        const bool above = was && isAbove(to, *was, m_office);
        const bool beside = was && wholeSection(to, m_office) == wholeSection(*was, m_office);
        const bool upTheLine = line && isAbove(to, *line, m_office);
        bool fits = false;
        switch (m_case.step(seat.step)->kind) {
        case StepKind::Review:
            fits = above || upTheLine || (beside && m_office.post(to)->rank >= m_office.post(*was)->rank);
            break;
        case StepKind::Consult: fits = was ? above || beside : upTheLine; break;
        case StepKind::Examine: fits = beside; break;
        // Of a decider whose place nobody knows, the first of the office alone is surely a superior.
        case StepKind::Decide: fits = was ? above : upTheLine && isTop(to); break;
        case StepKind::Circulate: break;
        }
        if (fits)
            return std::nullopt;
        return m_case.step(seat.step)->kind == StepKind::Decide ? Refusal::NoDecider : Refusal::NoSuchStep;
    }

private:
    People answering(const Assignee &who) const
    {
        if (const auto *post = std::get_if<PostId>(&who))
            return m_office.holders(*post);
        const StaffId person = std::get<StaffId>(who);
        return m_office.staff(person) ? People{person} : People{};
    }

    bool standsIn(StaffId actor, PostId decider) const
    {
        const auto line = m_case.basis ? present(m_case.basis->drafterPost) : std::nullopt;
        const SectionId section = line ? m_office.post(*line)->section : SectionId(0);
        const std::vector<PostId> posts = m_office.standInsFor(m_office.current(decider), section);
        return std::any_of(posts.begin(), posts.end(), [&](PostId one) { return m_office.holds(actor, one); });
    }

    /// Whether somebody is asked at another seat of the same step.
    bool isAskedBeside(StaffId one, AssignmentRef seat) const
    {
        const std::vector<Assignment> &seats = m_case.step(seat.step)->assignments;
        return std::any_of(seats.begin(), seats.end(), [&](const Assignment &other) {
            return other.no != seat.no && among(answering(other.who), one);
        });
    }

    /// Of money: whether somebody is still to be asked to examine what they would order, or to order what they would examine.
    bool wouldTakeBoth(StaffId one, AssignmentRef seat) const
    {
        const Step &step = *m_case.step(seat.step);
        const bool examined = std::any_of(m_case.steps.begin(), m_case.steps.end(),
                                          [](const Step &any) { return any.kind == StepKind::Examine; });
        if (!examined || !m_case.movesMoney() || step.kind == StepKind::Consult)
            return false;
        return std::any_of(m_case.steps.begin(), m_case.steps.end(), [&](const Step &other) {
            const bool apart = step.kind == StepKind::Examine ? other.inLine() : other.kind == StepKind::Examine;
            return apart
                && std::any_of(other.assignments.begin(), other.assignments.end(), [&](const Assignment &still) {
                       const bool comes =
                           still.state == AssignmentState::Open || still.state == AssignmentState::Waiting;
                       return comes && among(answering(still.who), one);
                   });
        });
    }

    /// Where somebody who is asked sits; of a person the post they were given last.
    std::optional<PostId> postOf(const Assignee &who) const
    {
        const auto *post = std::get_if<PostId>(&who);
        return post ? std::optional(*post) : m_office.lastPost(std::get<StaffId>(who));
    }

    /// The post itself, or the one its work went to; none where there is no such post today.
    std::optional<PostId> present(std::optional<PostId> post) const
    {
        const auto now = post ? std::optional(m_office.current(*post)) : std::nullopt;
        return now && m_office.post(*now) ? now : std::nullopt;
    }

    bool isTop(PostId post) const
    {
        const Section *section = m_office.section(m_office.post(post)->section);
        return section && section->level == SectionLevel::City;
    }

    const Case &m_case;
    const Office &m_office;
};

std::optional<Refusal> problemOf(const Case &c, const Rerouted &act, StaffId actor, const Office &office, bool today)
{
    const Readdressing route(c, office);
    if (route.hasPart(actor))
        return Refusal::PartTaken;
    if (!office.post(act.post))
        return Refusal::UnknownStaff;
    if (route.mayBeAsked(actor, act.post, c.step(act.seat.step)->kind))
        return Refusal::SelfAppointed;
    if (const auto problem = route.problemAt(act.post, act.seat, today))
        return problem;
    if (const auto problem = route.problemFrom(act.seat, act.post))
        return problem;
    return today && !waitsForNobody(c, act.seat, office) ? std::optional(Refusal::Attended) : std::nullopt;
}

/// With the stand-ins of a decider that some revisions took away last, where nobody is listed now.
OfficeHistory withLists(OfficeHistory history, const std::vector<int> &revisions, const QDate &day)
{
    const auto counts = [&](const Dated<StandIn> &row) {
        const bool stood = row.removedIn == 0 || row.removedIn > row.addedIn;
        return stood && row.from <= day && (!row.until.isValid() || row.until >= day);
    };
    bringBack(
        history.standIns, revisions, [](const StandIn &row) { return row.decider; }, counts);
    return history;
}

} // namespace

std::shared_ptr<const Office> officeToReaddress(const OfficeHistory &history, const OwnRegistrations &own,
                                                StaffId actor, const QDate &day, qint64 absenceDays)
{
    const auto isOwn = [](const auto &all, auto one) { return std::find(all.begin(), all.end(), one) != all.end(); };
    OfficeHistory seen = history;
    const QDate still = day.addDays(std::max({absenceDays, own.leastDays, qint64(1)}));
    std::erase_if(seen.absences, [&](const Dated<Absence> &row) {
        return row.value.staff != actor && isOwn(own.absences, row.value.id);
    });
    // Each leave is a row of its own: whoever takes one week after the other is away all the same.
    std::set<StaffId> away;
    for (const Dated<Absence> &row : seen.absences) {
        if (row.holds(still, seen.revision))
            away.insert(row.value.staff);
    }
    std::erase_if(seen.absences, [&](const Dated<Absence> &row) { return !away.contains(row.value.staff); });
    for (Dated<Deputyship> &row : seen.deputyships) {
        if (row.removedIn != 0 && row.value.deputy != actor && isOwn(own.revisions, row.removedIn))
            row.removedIn = 0;
    }
    std::shared_ptr<const Office> before;
    if (!own.changes.empty())
        before = withLists(seen.without(own.changes, day), own.revisions, day).at(day, seen.revision);
    if (!own.revisions.empty())
        before = withLists(seen, own.revisions, day).at(day, seen.revision, before);
    return seen.at(day, seen.revision, before);
}

std::optional<Refusal> rerouteProblem(const Case &c, const Rerouted &act, StaffId actor, const Office &office)
{
    return problemOf(c, act, actor, office, true);
}

std::optional<Refusal> recordedRerouteProblem(const Case &c, const Rerouted &act, StaffId actor, const Office &office)
{
    return problemOf(c, act, actor, office, false);
}

bool waitsForNobody(const Case &c, AssignmentRef seat, const Office &office)
{
    const Assignment *at = c.assignment(seat);
    if (!at || at->state != AssignmentState::Open || !c.step(seat.step)->blocks())
        return false;
    const Readdressing route(c, office);
    const StepKind kind = c.step(seat.step)->kind;
    return !route.anyThere(route.able(at->who, kind)) && !(kind == StepKind::Decide && route.standInThere(at->who))
        && (!office.before() || waitsForNobody(c, seat, *office.before()));
}

std::vector<PostId> postsToReroute(const Case &c, AssignmentRef seat, StaffId actor, const Office &office)
{
    std::vector<PostId> posts;
    for (const Post &post : office.posts()) {
        const Rerouted act{seat, post.id, QStringLiteral("?")};
        if (effectsOf(c, {actor, std::nullopt, std::nullopt}, act) && !rerouteProblem(c, act, actor, office))
            posts.push_back(post.id);
    }
    return posts;
}

} // namespace kessai
