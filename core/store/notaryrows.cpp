// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/notaryrows.h"

#include "core/base/posttitle.h"
#include "core/cases/inspector.h"
#include "core/store/reader.h"

#include <QJsonDocument>

namespace kessai {

namespace {

constexpr QLatin1String kToday("today");

} // namespace

QString postInFull(const QString &section, int level, const QString &title)
{
    return level == 0 ? title : joinTitle(section, title);
}

Result<bool> NotaryRows::any(Query &query)
{
    if (const Result<> run = query.exec(); !run)
        return run.failure();
    return query.next();
}

Result<std::optional<QString>> NotaryRows::nameOf(StaffId staff)
{
    Query row(m_database, QLatin1String("notaryStaff"));
    row.bind(QLatin1String("staff_id"), staff).bind(kToday, m_today);
    const Result<bool> found = any(row);
    if (!found)
        return found.failure();
    if (!*found)
        return std::optional<QString>();
    return std::optional<QString>(row.text(0) + QLatin1Char(' ') + row.text(1));
}

Result<bool> NotaryRows::holds(StaffId staff, PostId named)
{
    const auto current = currentPost(named);
    if (!current)
        return current.failure();
    const PostId post = *current;
    Query row(m_database, QLatin1String("notaryHolds"));
    row.bind(QLatin1String("staff_id"), staff).bind(QLatin1String("post_id"), post).bind(kToday, m_today);
    return any(row);
}

Result<bool> NotaryRows::deputises(StaffId principal, StaffId deputy, CaseId on)
{
    if (principal == deputy)
        return false;
    Query row(m_database, QLatin1String("notaryDeputises"));
    row.bind(QLatin1String("principal_id"), principal)
        .bind(QLatin1String("deputy_id"), deputy)
        .bind(QLatin1String("case_id"), on)
        .bind(kToday, m_today);
    const Result<bool> found = any(row);
    if (!found || !*found || !row.flag(0))
        return found;
    return absent(principal);
}

Result<std::optional<PostId>> NotaryRows::primaryPost(StaffId staff)
{
    Query row(m_database, QLatin1String("notaryPrimaryPost"));
    row.bind(QLatin1String("staff_id"), staff).bind(kToday, m_today);
    const Result<bool> found = any(row);
    if (!found)
        return found.failure();
    return *found ? std::optional(row.id<PostId>(0)) : std::nullopt;
}

Result<OfficeStamp> NotaryRows::stampOf(std::optional<PostId> post)
{
    if (!post)
        return OfficeStamp{};
    Query row(m_database, QLatin1String("notaryStamp"));
    row.bind(QLatin1String("post_id"), *post).bind(kToday, m_today);
    if (const Result<> run = row.execOne(); !run)
        return run.failure();
    return OfficeStamp{row.text(0), row.text(1)};
}

Result<bool> NotaryRows::maySee(const LockedCase &file, StaffId staff)
{
    if (staff == file.drafter)
        return true;
    Query row(m_database, QLatin1String("notaryMaySee"));
    row.bind(QLatin1String("case_id"), file.id).bind(QLatin1String("actor"), staff).bind(kToday, m_today);
    return any(row);
}

Result<bool> NotaryRows::isAuditor(StaffId staff)
{
    Query row(m_database, QLatin1String("notaryAuditor"));
    row.bind(QLatin1String("staff_id"), staff).bind(kToday, m_today);
    return any(row);
}

Result<bool> NotaryRows::exists(const Assignee &who)
{
    const auto *post = std::get_if<PostId>(&who);
    if (!post) {
        const auto name = nameOf(std::get<StaffId>(who));
        return name ? Result<bool>(name->has_value()) : Result<bool>(name.failure());
    }
    Query row(m_database, QLatin1String("notaryPost"));
    row.bind(QLatin1String("post_id"), *post).bind(kToday, m_today);
    return any(row);
}

Result<NotaryRows::InForce> NotaryRows::inForce(const QString &form, const QDate &day)
{
    Query row(m_database, QLatin1String("notaryInForce"));
    row.bind(QLatin1String("form"), form).bind(QLatin1String("day"), day);
    if (const Result<> run = row.execOne(); !run)
        return run.failure();
    return InForce{row.number(0), row.number(1)};
}

Result<LockedCase> NotaryRows::lock(CaseId id)
{
    Query row(m_database, QLatin1String("notaryCase"));
    row.bind(QLatin1String("case_id"), id);
    if (const Result<> run = row.execOne(); !run)
        return run.failure();
    LockedCase file{.id = id,
                    .drafter = row.id<StaffId>(0),
                    .filer = row.maybe<StaffId>(13),
                    .form = row.text(1),
                    .state = CaseState(row.number(2)),
                    .round = row.number(3),
                    .seq = row.number(4),
                    .revision = row.number(5),
                    .postingState = PostingState(row.number(6)),
                    .headHash = row.ascii(7),
                    .changedAt = row.instant(8),
                    .steps = {},
                    .important = row.flag(12),
                    .access = {},
                    .amount = row.maybeInteger(14)};
    m_number = row.text(9);
    if (file.round == 0)
        return file;
    auto steps = seatsOf(id, file.round);
    if (!steps)
        return steps.failure();
    file.steps = std::move(steps).value();

    Query access(m_database, QLatin1String("notaryAccess"));
    access.bind(QLatin1String("case_id"), id);
    if (const Result<> run = access.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> one = access.next();
        if (!one)
            return one.failure();
        if (!*one)
            break;
        file.access.push_back(access.integer(0));
    }

    Query moved(m_database, QLatin1String("notaryMoved"));
    moved.bind(QLatin1String("case_id"), id);
    const Result<bool> acted = any(moved);
    if (!acted)
        return acted.failure();
    file.moved = *acted;
    const bool examines = std::any_of(file.steps.begin(), file.steps.end(),
                                      [](const Step &step) { return step.kind == StepKind::Examine; });
    if (examines) {
        if (const Result<> parts = readParts(file); !parts)
            return parts.failure();
    }
    return file;
}

/// Who reviewed or decided money and who examined it, in all rounds, and who inspected what it pays.
Result<> NotaryRows::readParts(LockedCase &file)
{
    Query part(m_database, QLatin1String("notaryParts"));
    if (const Result<> run = part.bind(QLatin1String("case_id"), file.id).exec(); !run)
        return run;
    while (true) {
        const Result<bool> one = part.next();
        if (!one)
            return one.failure();
        if (!*one)
            break;
        std::vector<StaffId> &people = StepKind(part.number(0)) == StepKind::Examine ? file.examined : file.ordered;
        people.push_back(part.id<StaffId>(1));
        if (const auto principal = part.maybe<StaffId>(2))
            people.push_back(*principal);
    }
    Query spent(m_database, QLatin1String("notaryMoneyFields"));
    const Result<bool> money = any(spent.bind(QLatin1String("case_id"), file.id));
    if (!money || !*money)
        return money ? Result<>() : Result<>(money.failure());
    auto inspected = inspectors(QJsonDocument::fromJson(spent.ascii(0)).object());
    if (!inspected)
        return inspected.failure();
    file.inspected = std::move(inspected).value();
    file.examinesMoney = true;
    return {};
}

Result<std::vector<StaffId>> NotaryRows::inspectors(const QJsonObject &fields)
{
    std::vector<StaffId> people;
    Query named(m_database, QLatin1String("notaryNumbered"));
    if (const Result<> run = named.bind(QLatin1String("number"), fields.value(kInspector).toString()).exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> one = named.next();
        if (!one)
            return one.failure();
        if (!*one)
            return people;
        people.push_back(named.id<StaffId>(0));
    }
}

Result<bool> NotaryRows::actedIn(CaseId id, StaffId staff)
{
    Query row(m_database, QLatin1String("notaryActedIn"));
    return any(row.bind(QLatin1String("case_id"), id).bind(QLatin1String("staff_id"), staff));
}

Result<PostId> NotaryRows::lineOf(const LockedCase &file)
{
    const auto submitted = lastSubmission(file);
    if (!submitted)
        return submitted.failure();
    if (!*submitted)
        return fail(ErrorCode::NotFound);
    return (*submitted)->basis.drafterPost;
}

Result<std::optional<Submitted>> NotaryRows::lastSubmission(const LockedCase &file)
{
    Query row(m_database, QLatin1String("notarySubmission"));
    const Result<> run = row.bind(QLatin1String("case_id"), file.id).execOne();
    if (!run && run.error().code == ErrorCode::NotFound)
        return std::optional<Submitted>();
    if (!run)
        return run.failure();
    const auto body =
        eventBodyFromJson(QStringLiteral("submitted"), kEventVersion, QJsonDocument::fromJson(row.ascii(0)).object());
    if (!body)
        return fail(ErrorCode::Damaged, QStringLiteral("the submission cannot be read"));
    return std::optional(std::get<Submitted>(*body));
}

Result<std::vector<Step>> NotaryRows::seatsOf(CaseId id, int round)
{
    Query seats(m_database, QLatin1String("notarySeats"));
    seats.bind(QLatin1String("case_id"), id).bind(QLatin1String("round"), round);
    if (const Result<> run = seats.exec(); !run)
        return run.failure();
    std::vector<Step> steps;
    while (true) {
        const Result<bool> seat = seats.next();
        if (!seat)
            return seat.failure();
        if (!*seat)
            return steps;
        if (steps.empty() || steps.back().no != seats.number(0))
            steps.push_back(Step{.no = seats.number(0),
                                 .kind = StepKind(seats.number(1)),
                                 .rule = StepRule(seats.number(2)),
                                 .needed = seats.number(3),
                                 .line = seats.text(4),
                                 .assignments = {},
                                 .notes = {},
                                 .objection = Objection(seats.number(8))});
        steps.back().assignments.push_back(
            {.no = seats.number(5), .who = fromParty(seats.integer(6)), .state = AssignmentState(seats.number(7))});
    }
}

Result<bool> NotaryRows::remindedBefore(CaseId id)
{
    Query row(m_database, QLatin1String("notaryReminder"));
    row.bind(QLatin1String("case_id"), id).bind(QLatin1String("today"), m_today);
    const Result<bool> found = any(row);
    if (!found || !*found)
        return found;
    return !row.isNull(1) && row.instant(0).day().addDays(row.integer(1)) > m_today;
}

Result<std::optional<Event>> NotaryRows::recorded(const QString &requestId)
{
    Query row(m_database, QLatin1String("notaryRecorded"));
    row.bind(QLatin1String("request_id"), requestId);
    const Result<bool> found = any(row);
    if (!found)
        return found.failure();
    if (!*found)
        return std::optional<Event>();
    auto event = recordedEvent(row);
    if (!event)
        return event.failure();
    return std::optional<Event>(std::move(event).value());
}

Result<QString> NotaryRows::nowWith(CaseId id, int round)
{
    Query rows(m_database, QLatin1String("notaryNowWith"));
    rows.bind(QLatin1String("case_id"), id).bind(QLatin1String("round"), round).bind(kToday, m_today);
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    QStringList names;
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return names.join(QStringLiteral("・"));
        QString name;
        if (!rows.isNull(0))
            name = postInFull(rows.text(1), rows.number(2), rows.text(0));
        else if (!rows.isNull(3))
            name = rows.text(3) + QLatin1Char(' ') + rows.text(4);
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
}

Result<std::optional<NotaryRows::StoredContent>> NotaryRows::contentOf(const LockedCase &file, int revision)
{
    Query row(m_database, QLatin1String("notaryContent"));
    row.bind(QLatin1String("case_id"), file.id).bind(QLatin1String("revision"), revision);
    const Result<bool> found = any(row);
    if (!found)
        return found.failure();
    if (!*found)
        return std::optional<StoredContent>();
    StoredContent stored{
        .content = Content{file.form, row.number(0), QJsonDocument::fromJson(row.ascii(1)).object(), {}, row.ascii(6)},
        .title = row.text(2),
        .amount = row.maybeInteger(3),
        .urgent = row.flag(4),
        .sealed = row.flag(5)};
    if (!row.isNull(7))
        stored.content.confidential = Confidential{row.ascii(7), QJsonDocument::fromJson(row.ascii(8)).object()};

    Query files(m_database, QLatin1String("notaryAttachments"));
    files.bind(QLatin1String("case_id"), file.id).bind(QLatin1String("revision"), revision);
    if (const Result<> run = files.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> one = files.next();
        if (!one)
            return one.failure();
        if (!*one)
            return std::optional<StoredContent>(std::move(stored));
        stored.content.attachments.push_back({.name = files.text(0),
                                              .mediaType = files.text(1),
                                              .size = files.integer(2),
                                              .sha256 = files.ascii(3),
                                              .chunks = splitDigests(files.text(4)),
                                              .confidential = files.flag(5)});
    }
}

} // namespace kessai
