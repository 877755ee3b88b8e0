// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/officechange.h"

#include "core/office/sections.h"

#include <algorithm>
#include <functional>

namespace kessai {

namespace {

Fail<Error> refused(Refusal refusal)
{
    return fail(Error::refused(refusal));
}

template <class T>
bool standsOn(const Dated<T> &row, const QDate &day)
{
    return row.removedIn == 0 && (!row.until.isValid() || day <= row.until);
}

/// Whether what a deputyship is limited to is one: forms named once and in order, an amount that can be.
bool isLimit(const Deputyship &deputyship)
{
    const QStringList &forms = deputyship.forms;
    const bool plain = std::all_of(forms.begin(), forms.end(), [](const QString &form) {
        return !form.isEmpty() && !form.contains(QLatin1Char(','));
    });
    const bool ordered = std::adjacent_find(forms.begin(), forms.end(), std::greater_equal<>()) == forms.end();
    return plain && ordered && forms.size() <= kMostDeputyForms
        && (!deputyship.upTo || (*deputyship.upTo >= 0 && *deputyship.upTo <= kMostDeputyYen));
}

class Judge final {
public:
    Judge(const OfficeHistory &history, StaffId actor, bool administrator, const QDate &today)
        : m_history(history), m_actor(actor), m_administrator(administrator), m_today(today),
          m_office(history.at(today, history.revision))
    {
    }

    Result<> operator()(const RegisterAbsence &absence) const
    {
        if (const Result<> may = concerns(absence.staff); !may)
            return may;
        if (absence.from < m_today || !absence.until.isValid() || absence.until < absence.from)
            return refused(Refusal::PeriodInvalid);
        if (absence.staff != m_actor && absence.passOver)
            return denied();
        if (absence.staff != m_actor && gainsBy(absence))
            return refused(Refusal::SelfAppointed);
        const bool again =
            std::any_of(m_history.absences.begin(), m_history.absences.end(), [&](const Dated<Absence> &row) {
                return row.value.staff == absence.staff && row.value.kind == absence.kind && !row.value.fromLeave
                    && row.value.passOver == absence.passOver && row.from == absence.from && row.until == absence.until;
            });
        if (again)
            return fail(ErrorCode::AlreadyExists, QStringLiteral("away on those days already"));
        const auto known =
            std::count_if(m_history.absences.begin(), m_history.absences.end(), [&](const Dated<Absence> &row) {
                return row.value.staff == absence.staff && m_today <= row.until;
            });
        if (known >= kMostAbsences)
            return refused(Refusal::TooManyEntries);
        return {};
    }

    Result<> operator()(const EndAbsence &end) const
    {
        const auto row = std::find_if(m_history.absences.begin(), m_history.absences.end(),
                                      [&](const Dated<Absence> &one) { return one.value.id == end.absence; });
        if (row == m_history.absences.end() || row->until < m_today)
            return fail(ErrorCode::NotFound, QStringLiteral("no such absence"));
        if (const Result<> may = concerns(row->value.staff); !may)
            return may;
        if (end.lastDay < m_today.addDays(-1) || end.lastDay >= row->until)
            return refused(Refusal::PeriodInvalid);
        return {};
    }

    Result<> operator()(const RegisterDeputy &change) const
    {
        const Deputyship &wanted = change.deputyship;
        if (const Result<> may = concerns(wanted.principal); !may)
            return may;
        if (wanted.principal == wanted.deputy || wanted.deputy == m_actor)
            return refused(Refusal::SelfAppointed);
        if (!m_office->staff(wanted.deputy))
            return fail(ErrorCode::NotFound, QStringLiteral("no such member of staff"));
        if (change.from < m_today || (change.until.isValid() ? change.until < change.from : !wanted.whenAbsent))
            return refused(Refusal::PeriodInvalid);
        if (!isLimit(wanted))
            return fail(ErrorCode::Invalid, QStringLiteral("that limits no deputy"));
        int known = 0;
        for (const Dated<Deputyship> &row : m_history.deputyships) {
            if (row.value.principal != wanted.principal || !standsOn(row, m_today))
                continue;
            ++known;
            const bool overlaps = standsOn(row, change.from) && (!change.until.isValid() || row.from <= change.until);
            if (row.value == wanted && overlaps)
                return fail(ErrorCode::AlreadyExists, QStringLiteral("the deputy of those days already"));
        }
        if (known >= kMostDeputies)
            return refused(Refusal::TooManyEntries);
        return {};
    }

    Result<> operator()(const EndDeputy &end) const
    {
        if (const Result<> may = concerns(end.principal); !may)
            return may;
        const bool there =
            std::any_of(m_history.deputyships.begin(), m_history.deputyships.end(), [&](const Dated<Deputyship> &row) {
                return row.value.principal == end.principal && row.value.deputy == end.deputy && row.from == end.from
                    && row.addedIn == end.addedIn && standsOn(row, m_today);
            });
        if (!there)
            return fail(ErrorCode::NotFound, QStringLiteral("no such deputyship"));
        return {};
    }

    Result<> operator()(const SetStandIns &change) const
    {
        if (!m_administrator)
            return denied();
        if (!m_office->post(change.decider))
            return fail(ErrorCode::NotFound, QStringLiteral("no such post"));
        if (change.standIns.size() > size_t(kMostStandIns))
            return refused(Refusal::TooManyEntries);
        int order = 0;
        for (const StandIn &one : change.standIns) {
            const bool sound = one.decider == change.decider && one.order == ++order && one.post != change.decider
                && one.level >= SectionLevel::City && one.level <= SectionLevel::Unit;
            const bool again =
                std::count_if(change.standIns.begin(), change.standIns.end(),
                              [&](const StandIn &other) {
                                  return other.post == one.post && (one.post || other.level == one.level);
                              })
                > 1;
            if (!sound || again)
                return fail(ErrorCode::Invalid, QStringLiteral("a stand-in is another post, and listed once"));
            if (one.post && !m_office->post(*one.post))
                return fail(ErrorCode::NotFound, QStringLiteral("no such post"));
        }
        return movesUp(change) ? Result<>(refused(Refusal::SelfAppointed)) : Result<>();
    }

    Result<> operator()(const SetSuccessor &change) const
    {
        if (!m_administrator && !looksAfterTheRest(*m_office, m_actor))
            return denied();
        if (change.from < m_today)
            return refused(Refusal::PeriodInvalid);
        const bool known = std::any_of(m_history.posts.begin(), m_history.posts.end(),
                                       [&](const Dated<Post> &row) { return row.value.id == change.post; });
        if (!known)
            return fail(ErrorCode::NotFound, QStringLiteral("no such post"));
        if (!change.successor)
            return {};
        const auto then = m_history.at(change.from, m_history.revision);
        if (!then->post(*change.successor))
            return fail(ErrorCode::NotFound, QStringLiteral("no such post"));
        if (*change.successor == change.post || then->post(change.post))
            return refused(Refusal::GoesInCircles);
        if (m_office->holds(m_actor, *change.successor) || then->holds(m_actor, *change.successor))
            return refused(Refusal::SelfAppointed);
        return {};
    }

    Result<> operator()(const CloseMonth &change) const
    {
        if (!holdsRole(*m_office, m_actor, kPersonnelRole))
            return denied();
        if (change.first.day() != 1 || change.first.addMonths(1) > m_today)
            return refused(Refusal::PeriodInvalid);
        return {};
    }

    Result<> operator()(const ReopenMonth &change) const
    {
        if (!holdsRole(*m_office, m_actor, kPersonnelRole))
            return denied();
        if (change.first.day() != 1)
            return refused(Refusal::PeriodInvalid);
        if (change.reason.trimmed().isEmpty())
            return refused(Refusal::ReasonMissing);
        if (change.reason.toUtf8().size() > kMostReasonBytes)
            return fail(ErrorCode::TooLarge, QStringLiteral("the reason is too long"));
        return {};
    }

private:
    static Fail<Error> denied()
    {
        return fail(ErrorCode::AccessDenied, QStringLiteral("this is not theirs to register"));
    }

    /// Whether the actor may say something about somebody, who has to be in the office.
    Result<> concerns(StaffId whom) const
    {
        if (whom != m_actor && !m_administrator)
            return denied();
        if (!m_office->staff(whom))
            return fail(ErrorCode::NotFound, QStringLiteral("no such member of staff"));
        return {};
    }

    /// Whether the actor is at a place: they hold its post, or head a section of its level, which is some drafter's.
    bool standsAt(const StandIn &place) const
    {
        if (place.post)
            return m_office->holds(m_actor, *place.post);
        const std::vector<PostId> &mine = m_office->postsOf(m_actor);
        return std::any_of(mine.begin(), mine.end(), [&](PostId id) {
            const Post *post = m_office->post(id);
            const Section *section = post && post->head ? m_office->section(post->section) : nullptr;
            return section && section->level == place.level;
        });
    }

    static bool samePlace(const StandIn &a, const StandIn &b)
    {
        return a.post == b.post && (a.post || a.level == b.level);
    }

    /// Whether the actor's own place in a decider's list comes to be, or comes before one that is before it today.
    bool movesUp(const SetStandIns &change) const
    {
        std::vector<StandIn> listed;
        for (const Dated<StandIn> &row : m_history.standIns) {
            if (row.value.decider == change.decider && row.holds(m_today, m_history.revision))
                listed.push_back(row.value);
        }
        const auto staysBehind = [&](const StandIn &mine, const StandIn &place) {
            return std::all_of(listed.begin(), listed.end(), [&](const StandIn &before) {
                return before.order >= place.order
                    || std::any_of(change.standIns.begin(), change.standIns.end(), [&](const StandIn &other) {
                           return samePlace(other, before) && other.order < mine.order;
                       });
            });
        };
        return std::any_of(change.standIns.begin(), change.standIns.end(), [&](const StandIn &mine) {
            return standsAt(mine) && std::none_of(listed.begin(), listed.end(), [&](const StandIn &place) {
                       return samePlace(place, mine) && staysBehind(mine, place);
                   });
        });
    }

    /// Whether the actor decides for somebody on days of their absence, as their deputy or a stand-in for a post of theirs.
    bool gainsBy(const RegisterAbsence &absence) const
    {
        const auto onThoseDays = [&](const auto &row) {
            return standsOn(row, absence.from) && row.from <= absence.until;
        };
        return std::any_of(m_history.deputyships.begin(), m_history.deputyships.end(),
                           [&](const Dated<Deputyship> &row) {
                               return row.value.principal == absence.staff && row.value.deputy == m_actor
                                   && onThoseDays(row);
                           })
            || std::any_of(m_history.standIns.begin(), m_history.standIns.end(), [&](const Dated<StandIn> &row) {
                   return onThoseDays(row) && m_office->holds(absence.staff, row.value.decider) && standsAt(row.value);
               });
    }

    const OfficeHistory &m_history;
    StaffId m_actor;
    bool m_administrator;
    QDate m_today;
    std::shared_ptr<const Office> m_office;
};

} // namespace

Result<> mayChange(const OfficeChange &change, const OfficeHistory &history, StaffId actor, bool administrator,
                   const QDate &today)
{
    const Judge judge(history, actor, administrator, today);
    if (!history.at(today, history.revision)->staff(actor))
        return fail(ErrorCode::AccessDenied, QStringLiteral("the actor is not in the office today"));
    return std::visit(judge, change);
}

bool looksAfterTheRest(const Office &office, StaffId staff)
{
    const std::vector<PostId> posts = office.postsWithRole(kRecordsRole);
    return std::any_of(posts.begin(), posts.end(), [&](PostId post) { return office.holds(staff, post); });
}

} // namespace kessai
