// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledgerqueries.h"

#include "core/office/sections.h"
#include "core/store/officequeries.h"

#include <algorithm>
#include <array>

namespace kessai {

namespace {

constexpr int kMostDaysAway = 62; ///< the same as in the door

struct QuestionSlot {
    const char *ledger;
    const char *account;
    const char *since;
    const char *upto;
    const char *entries;
};

/// The placeholders of the query `ledgers`.
constexpr auto kQuestionSlots = std::to_array<QuestionSlot>({
    {"ledger0", "account0", "since0", "upto0", "entries0"},
    {"ledger1", "account1", "since1", "upto1", "entries1"},
    {"ledger2", "account2", "since2", "upto2", "entries2"},
    {"ledger3", "account3", "since3", "upto3", "entries3"},
    {"ledger4", "account4", "since4", "upto4", "entries4"},
    {"ledger5", "account5", "since5", "upto5", "entries5"},
    {"ledger6", "account6", "since6", "upto6", "entries6"},
    {"ledger7", "account7", "since7", "upto7", "entries7"},
    {"ledger8", "account8", "since8", "upto8", "entries8"},
    {"ledger9", "account9", "since9", "upto9", "entries9"},
    {"ledger10", "account10", "since10", "upto10", "entries10"},
    {"ledger11", "account11", "since11", "upto11", "entries11"},
});

void takeLedgerRow(const Query &row, const LedgerQuery &question, LedgerAnswer &answer)
{
    const qint64 used = row.integer(3);
    const qint64 reserved = row.integer(4);
    answer.used += used;
    answer.reserved += reserved;
    if (question.entries) {
        answer.entries.push_back({.day = row.day(1),
                                  .amount = used + reserved,
                                  .start = row.isNull(2) ? std::nullopt : std::optional(row.number(2)),
                                  .used = used != 0});
    }
}

Result<> answerSome(const Reader &reader, const std::vector<LedgerQuery> &questions, size_t from,
                    std::optional<CaseId> except, std::vector<LedgerAnswer> &answers)
{
    Query rows(reader.database, QLatin1String("ledgers"));
    rows.bind(QLatin1String("except"), except.value_or(CaseId(0)));
    for (size_t i = 0; i < kQuestionSlots.size(); ++i) {
        const QuestionSlot &slot = kQuestionSlots[i];
        const LedgerQuery *question = from + i < questions.size() ? &questions[from + i] : nullptr;
        rows.bind(QLatin1String(slot.ledger), question ? question->ledger : QString())
            .bind(QLatin1String(slot.account), question ? question->account : QString())
            .bind(QLatin1String(slot.since), question ? toText(question->from) : QString())
            .bind(QLatin1String(slot.upto), question ? toText(question->until) : QString())
            .bind(QLatin1String(slot.entries), question && question->entries);
    }
    if (const Result<> run = rows.exec(); !run)
        return run;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return {};
        const size_t no = from + size_t(rows.number(0));
        takeLedgerRow(rows, questions[no], answers[no]);
    }
}

} // namespace

Result<std::vector<LedgerAnswer>> readSums(const Reader &reader, const std::vector<LedgerQuery> &questions,
                                           std::optional<CaseId> except)
{
    std::vector<LedgerAnswer> answers;
    for (const LedgerQuery &question : questions)
        answers.push_back({.name = question.name});
    for (size_t from = 0; from < questions.size(); from += kQuestionSlots.size()) {
        if (const Result<> answered = answerSome(reader, questions, from, except, answers); !answered)
            return answered.failure();
    }
    return answers;
}

Result<std::vector<OwnPosting>> readOwnPostings(const Reader &reader, const QDate &from, const QDate &until)
{
    std::vector<OwnPosting> postings;
    if (!reader.me)
        return postings;
    Query rows(reader.database, QLatin1String("ownPostings"));
    rows.bind(QLatin1String("account"), QStringLiteral("staff:%1").arg(reader.me->value()))
        .bind(QLatin1String("since"), from)
        .bind(QLatin1String("upto"), until);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return postings;
        postings.push_back({.id = rows.id<CaseId>(0),
                            .form = rows.text(1),
                            .title = rows.text(2),
                            .state = CaseState(rows.number(3)),
                            .posting = {.ledger = rows.text(4),
                                        .account = rows.text(5),
                                        .day = rows.day(6),
                                        .amount = rows.integer(7),
                                        .start = rows.isNull(8) ? std::nullopt : std::optional(rows.number(8))},
                            .used = rows.number(9) == int(PostingState::Used)});
    }
}

Result<std::vector<AwayMinutes>> readAway(const Reader &reader, SectionId section, const QDate &from,
                                          const QDate &until)
{
    std::vector<AwayMinutes> away;
    const auto take = [&away](Query &rows, std::optional<StaffId> staff) -> Result<> {
        if (const Result<> run = rows.exec(); !run)
            return run;
        const int first = staff ? 0 : 1;
        while (true) {
            const Result<bool> row = rows.next();
            if (!row)
                return row.failure();
            if (!*row)
                return {};
            const AwayMinutes one{staff ? *staff : rows.id<StaffId>(0), rows.day(first), rows.integer(first + 1),
                                  rows.integer(first + 2), rows.flag(first + 3)};
            if (one.used != 0 || one.reserved != 0 || one.trip)
                away.push_back(one);
        }
    };
    if (reader.database.dialect() == Dialect::PostgreSql && reader.me) {
        Query rows(reader.database, QLatin1String("sectionAbsences"));
        rows.bind(QLatin1String("section"), section)
            .bind(QLatin1String("since"), from)
            .bind(QLatin1String("upto"), until);
        if (const Result<> taken = take(rows, std::nullopt); !taken)
            return taken.failure();
        return away;
    }
    const auto configuration = readConfiguration(reader);
    if (!configuration)
        return configuration.failure();
    const auto office = configuration->office.at(reader.today(), configuration->office.revision);
    if (reader.me && !seesSection(*office, *reader.me, section))
        return fail(ErrorCode::AccessDenied, QStringLiteral("this section is not theirs to look at"));
    if (from > until || from.daysTo(until) > kMostDaysAway)
        return fail(Error::refused(Refusal::PeriodInvalid));
    Query rows(reader.database, QLatin1String("absencesOf"));
    for (const StaffId staff : membersOf(*office, section)) {
        rows.bind(QLatin1String("account"), QStringLiteral("staff:%1").arg(staff.value()))
            .bind(QLatin1String("since"), from)
            .bind(QLatin1String("upto"), until);
        if (const Result<> taken = take(rows, staff); !taken)
            return taken.failure();
    }
    std::stable_sort(away.begin(), away.end(), [](const AwayMinutes &a, const AwayMinutes &b) {
        return std::pair(a.staff, a.day) < std::pair(b.staff, b.day);
    });
    return away;
}

} // namespace kessai
