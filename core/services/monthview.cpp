// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"
#include "core/services/personwork.h"

#include <algorithm>

// What somebody sees of their own working time.

namespace kessai {

namespace {

/// A day off, or a day that was made one of duty: what one has to remember.
bool worthRemembering(const DayItem &item)
{
    return item.mark != DayMark::Order && item.mark != DayMark::Overtime;
}

} // namespace

Result<MonthSheet> Desk::month(const QDate &first)
{
    if (const auto can = ready(); !can)
        return can.failure();
    const Parameters &parameters = m_configuration.parameters;
    const QDate today = now().day();
    const QDate last(first.year(), first.month(), first.daysInMonth());
    MonthSheet sheet{.first = QDate(first.year(), first.month(), 1),
                     .today = today,
                     .days = {},
                     .standingOn = {},
                     .standing = {},
                     .coming = {}};
    sheet.standingOn = std::clamp(today, sheet.first, last);

    std::vector<LedgerQuery> questions;
    std::vector<size_t> ends; // of each form's questions
    for (const auto &form : m_catalog.all()) {
        const auto asked = form->standingQuestions(*m_me, sheet.standingOn, parameters);
        questions.insert(questions.end(), asked.begin(), asked.end());
        ends.push_back(questions.size());
    }
    QDate from = std::min(firstShown(first), today);
    QDate until = std::max(lastShown(first), today.addDays(kComingDays));
    for (const LedgerQuery &question : questions) {
        from = std::min(from, question.from);
        until = std::max(until, question.until);
    }
    const auto postings = m_store->ledgers().own(from, until);
    if (!postings)
        return postings.failure();

    const auto closes = m_store->ledgers().monthCloses();
    if (!closes)
        return closes.failure();

    // A month that is over is told as it stood on its last day; otherwise everything requested so far counts.
    std::vector<OwnPosting> standing = *postings;
    if (sheet.standingOn < today)
        std::erase_if(standing, [&](const OwnPosting &one) { return one.posting.day > sheet.standingOn; });
    const std::vector<LedgerAnswer> answers = answersFrom(standing, questions);
    const auto office = m_offices.at(sheet.standingOn, m_configuration.office.revision);
    size_t begin = 0;
    for (size_t i = 0; i < ends.size(); ++i) {
        FormContext context =
            contextFor(*m_me, *office, {answers.begin() + qsizetype(begin), answers.begin() + qsizetype(ends[i])}, 0);
        context.closed = closedMonths(*closes);
        for (Insight &insight : m_catalog.all()[i]->standing(context))
            sheet.standing.push_back(std::move(insight));
        begin = ends[i];
    }

    const std::vector<DayItem> items = dayItems(*postings);
    for (QDate day = firstShown(first); day <= lastShown(first); day = day.addDays(1)) {
        MonthDay shown{day, parameters.holidays().kind(day), parameters.holidays().name(day), {}};
        std::copy_if(items.begin(), items.end(), std::back_inserter(shown.items),
                     [day](const DayItem &item) { return item.day == day; });
        sheet.days.push_back(std::move(shown));
    }
    std::copy_if(items.begin(), items.end(), std::back_inserter(sheet.coming), [&](const DayItem &item) {
        return item.day > today && item.day <= today.addDays(kComingDays) && worthRemembering(item);
    });
    return sheet;
}

} // namespace kessai
