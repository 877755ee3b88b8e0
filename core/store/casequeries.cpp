// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/casequeries.h"

#include "core/base/searchwords.h"
#include "core/store/searchtext.h"

#include <array>
#include <limits>

namespace kessai {

namespace {

constexpr int kWords = 4;
constexpr int kMaxPage = 1000;

/// A LIKE pattern that finds the word anywhere; '!' escapes.
QString containing(const QString &foldedWord)
{
    QString pattern = foldedWord;
    pattern.replace(QLatin1Char('!'), QLatin1String("!!"))
        .replace(QLatin1Char('%'), QLatin1String("!%"))
        .replace(QLatin1Char('_'), QLatin1String("!_"));
    return QLatin1Char('%') + pattern + QLatin1Char('%');
}

/// One pattern for each placeholder; words beyond the last one must follow it in order.
std::array<QString, kWords> patternsOf(const QStringList &words)
{
    std::array<QString, kWords> patterns;
    patterns.fill(QStringLiteral("%"));
    size_t at = 0;
    for (const QString &word : words) {
        if (at < patterns.size())
            patterns[at++] = containing(word);
        else
            patterns.back() += containing(word).mid(1);
    }
    return patterns;
}

void bindFilter(Query &rows, const ListQuery &query, const QStringList &words)
{
    QString forms;
    if (!query.forms.isEmpty())
        forms = QLatin1Char(',') + query.forms.join(QLatin1Char(',')) + QLatin1Char(',');
    rows.bind(QLatin1String("forms"), forms);
    if (rows.has(QLatin1String("searching")))
        rows.bind(QLatin1String("searching"), !words.isEmpty());
    if (rows.has(QLatin1String("words")))
        rows.bind(QLatin1String("words"), words.join(QLatin1Char(' ')));
    if (rows.has(QLatin1String("grams")))
        rows.bind(QLatin1String("grams"), gramQuery(words));
    if (rows.has(QLatin1String("word1"))) {
        const auto patterns = patternsOf(words);
        rows.bind(QLatin1String("word1"), patterns[0])
            .bind(QLatin1String("word2"), patterns[1])
            .bind(QLatin1String("word3"), patterns[2])
            .bind(QLatin1String("word4"), patterns[3]);
    }
}

struct ListText {
    QLatin1String name;
    CaseState low;
    CaseState high;
};

/// The query of a list, and the states it goes through. Staff at a server read through doors, which tell by themselves who is an auditor.
ListText textFor(const Reader &reader, ListKind kind, bool searching)
{
    const bool door = reader.database.dialect() == Dialect::PostgreSql && reader.me;
    const QLatin1String readable(door                             ? "remoteListReadable"
                                     : searching                  ? "searchReadable"
                                     : reader.sight == Sight::Own ? "listReadable"
                                                                  : "listEverything");
    const QLatin1String mine(door ? "remoteListMine" : "listMine");
    switch (kind) {
    case ListKind::Tray:
        return {QLatin1String(door ? "remoteListTray" : "listTray"), CaseState::Running, CaseState::Cancelled};
    case ListKind::Attention:
        return {QLatin1String(door ? "remoteListReturned" : "listReturned"), CaseState::Returned, CaseState::Withdrawn};
    case ListKind::Late:
        return {QLatin1String(door ? "remoteListLate" : "listLate"), CaseState::Running, CaseState::Running};
    case ListKind::Own: return {mine, CaseState::Running, CaseState::Cancelled};
    case ListKind::Drafts: return {mine, CaseState::Draft, CaseState::Draft};
    case ListKind::Decided: return {readable, CaseState::Decided, CaseState::Decided};
    case ListKind::All: return {readable, CaseState::Running, CaseState::Cancelled};
    }
    return {mine, CaseState::Draft, CaseState::Cancelled};
}

// What comes after the columns of the row (listTray).
constexpr int kArrived = kRowColumns;
constexpr int kKind = kRowColumns + 1;
constexpr int kPlace = kRowColumns + 2;
constexpr int kTotal = kRowColumns + 3;
constexpr int kWaits = kRowColumns + 4;
constexpr int kAfterwards = kRowColumns + 5;
constexpr int kReminded = kRowColumns + 6;

/// "1795000000000000 0 -12 34": since when, the kind of step, the parties.
void readWaits(CaseRow &row, const QString &text)
{
    const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() < 3)
        return;
    if (!row.arrivedAt) {
        row.arrivedAt = Instant(parts[0].toLongLong());
        row.myStep = StepKind(parts[1].toInt());
    }
    for (const QString &party : parts.mid(2))
        row.waitsFor.push_back(fromParty(party.toLongLong()));
}

CaseRow rowFrom(const Query &rows, ListKind kind)
{
    CaseRow row = readRow(rows);
    if (kind == ListKind::Tray) {
        row.arrivedAt = rows.instant(kArrived);
        if (!rows.isNull(kKind))
            row.myStep = StepKind(rows.number(kKind));
        row.afterwards = rows.flag(kAfterwards);
        row.remindedAt = rows.maybe<Instant>(kReminded);
        readWaits(row, rows.text(kWaits));
    } else if (kind == ListKind::Own || kind == ListKind::Late) {
        readWaits(row, rows.text(kWaits));
    }
    return row;
}

/// Whether a list is in the order of its case ids, and else in that of a column of places.
bool byId(ListKind kind)
{
    return kind == ListKind::Decided || kind == ListKind::All;
}

bool isCounted(ListKind kind)
{
    return kind == ListKind::Tray || kind == ListKind::Attention || kind == ListKind::Late;
}

void bindLate(Query &rows, const ListQuery &query)
{
    const std::pair<QLatin1String, Instant> instants[] = {
        {QLatin1String("late_review"), query.late.review},       {QLatin1String("late_consult"), query.late.consult},
        {QLatin1String("late_examine"), query.late.examine},     {QLatin1String("late_decide"), query.late.decide},
        {QLatin1String("late_circulate"), query.late.circulate}, {QLatin1String("late_returned"), query.late.returned}};
    for (const auto &[name, instant] : instants) {
        if (rows.has(name))
            rows.bind(name, instant);
    }
    if (rows.has(QLatin1String("late_first")))
        rows.bind(QLatin1String("late_first"), query.lateFirst);
}

} // namespace

CaseRow readRow(const Query &rows)
{
    return CaseRow{.id = rows.id<CaseId>(0),
                   .number = rows.text(1),
                   .form = rows.text(2),
                   .title = rows.text(3),
                   .drafter = rows.id<StaffId>(4),
                   .drafterName = rows.text(5),
                   .drafterSection = rows.text(6),
                   .amount = rows.maybeInteger(7),
                   .state = CaseState(rows.number(8)),
                   .seq = rows.number(9),
                   .urgent = rows.flag(10),
                   .important = rows.flag(15),
                   .attachments = rows.number(11),
                   .submittedAt = rows.maybe<Instant>(12),
                   .changedAt = rows.instant(13),
                   .arrivedAt = {},
                   .myStep = {},
                   .nowWith = rows.text(14),
                   .cancels = rows.flag(17),
                   .cancelledBy = rows.text(16),
                   .filer = rows.maybe<StaffId>(18),
                   .ordered = rows.flag(19)};
}

Result<Pulse> readPulse(const Reader &reader)
{
    Query row(reader.database, QLatin1String("pulse"));
    reader.bindTo(row);
    if (const Result<> run = row.execOne(); !run)
        return run.failure();
    return Pulse{.waiting = row.integer(0),
                 .examining = row.integer(8),
                 .attention = row.integer(1),
                 .untouched = row.maybe<Instant>(7),
                 .own = row.integer(2),
                 .drafts = row.integer(3),
                 .mark = row.integer(4),
                 .configuration = row.integer(5),
                 .serverTime = row.instant(6)};
}

Result<ListPage> readList(const Reader &reader, const ListQuery &query)
{
    const int limit = std::clamp(query.limit, 1, kMaxPage);
    const QStringList words = searchWords(query.text);
    const ListText text = textFor(reader, query.kind, !words.isEmpty());
    constexpr qint64 top = std::numeric_limits<qint64>::max();
    const PageKey after = query.after.value_or(PageKey{top, top});

    Query rows(reader.database, text.name);
    reader.bindTo(rows);
    bindFilter(rows, query, words);
    bindLate(rows, query);
    rows.bind(QLatin1String("id"), after.id).bind(QLatin1String("limit"), limit + 1);
    if (rows.has(QLatin1String("sort")))
        rows.bind(QLatin1String("sort"), after.sort);
    if (rows.has(QLatin1String("low")))
        rows.bind(QLatin1String("low"), int(text.low)).bind(QLatin1String("high"), int(text.high));
    if (const Result<> run = rows.exec(); !run)
        return run.failure();

    ListPage page;
    PageKey last{0, 0};
    bool more = false;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            break;
        if (page.rows.empty() && !query.after && isCounted(query.kind))
            page.total = rows.maybeInteger(kTotal);
        more = page.rows.size() == size_t(limit);
        if (!more) {
            page.rows.push_back(rowFrom(rows, query.kind));
            last = {byId(query.kind) ? 0 : rows.integer(kPlace), page.rows.back().id.value()};
        }
    }
    if (more)
        page.next = last;
    else if (!query.after)
        page.total = qint64(page.rows.size());
    return page;
}

Result<std::vector<CaseId>> readCaseIds(const Reader &reader, std::optional<CaseId> after, int limit)
{
    Query rows(reader.database, QLatin1String("caseIds"));
    reader.bindTo(rows);
    rows.bind(QLatin1String("after"), after.value_or(CaseId(0))).bind(QLatin1String("limit"), std::max(limit, 1));
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    std::vector<CaseId> ids;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return ids;
        ids.push_back(rows.id<CaseId>(0));
    }
}

} // namespace kessai
