// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/examinationqueries.h"
#include "core/store/localnotary.h"
#include "core/store/roundstate.h"

#include <QRegularExpression>

namespace kessai {

namespace {

constexpr int kMostPages = 100'000;
constexpr QLatin1String kMarkedCase("case_id");

bool isOnPage(const ProofPlace &place)
{
    const auto within = [](int from, int length) { return from >= 0 && length >= 0 && from <= kWholePage - length; };
    return place.page >= 0 && place.page < kMostPages && within(place.x, place.width) && within(place.y, place.height);
}

} // namespace

/// Whether an examination of the case is open for the actor, or for somebody whose deputy they are.
Result<bool> LocalNotary::examines(NotaryRows &rows, const LockedCase &file)
{
    if (file.state != CaseState::Running || m_actor == file.drafter || m_actor == file.filer)
        return false;
    for (const Step &step : file.steps) {
        for (const Assignment &assignment : step.assignments) {
            if (step.kind != StepKind::Examine || assignment.state != AssignmentState::Open)
                continue;
            const auto *post = std::get_if<PostId>(&assignment.who);
            const auto holders = post ? rows.holders(*post)
                                      : Result<std::vector<StaffId>>(std::vector{std::get<StaffId>(assignment.who)});
            if (!holders)
                return holders.failure();
            for (const StaffId holder : *holders) {
                const auto theirs = holder == m_actor ? Result<bool>(true) : rows.deputises(holder, m_actor, file.id);
                if (!theirs || *theirs)
                    return theirs;
            }
        }
    }
    return false;
}

/// Whether a place is on a file of the case, or of the decided commitment it pays.
Result<bool> LocalNotary::isProof(CaseId id, const ProofPlace &place)
{
    if (!isOnPage(place))
        return false;
    Query attached(m_database, QLatin1String("proofAttached"));
    attached.bind(kMarkedCase, id).bindAscii(QLatin1String("sha256"), place.sha256);
    if (const Result<> run = attached.exec(); !run)
        return run.failure();
    return attached.next();
}

Result<> LocalNotary::markProof(const MarkProof &mark)
{
    static const QRegularExpression field(QStringLiteral("\\A[a-z][a-z0-9_]{0,39}\\z"));
    auto transaction = begin();
    if (!transaction)
        return transaction.failure();
    NotaryRows rows(m_database, m_clock.now().day());
    const auto name = rows.nameOf(m_actor);
    const auto file = rows.lock(mark.id);
    if (!name || !file)
        return !name ? name.failure() : file.failure();
    if (const Result<> readable = checkReadable(rows, *file); !readable)
        return readable;
    const auto theirs = examines(rows, *file);
    if (!theirs)
        return theirs.failure();
    if (!name->has_value() || !*theirs)
        return no(Refusal::NotYourTurn);
    if (mark.revision != file->revision)
        return no(Refusal::Stale);
    const auto proof = mark.place ? isProof(mark.id, *mark.place) : Result<bool>(true);
    if (!proof)
        return proof.failure();
    if (!field.match(mark.field).hasMatch() || !*proof)
        return fail(ErrorCode::Invalid, QStringLiteral("a tick is on a field, its proof a page of a file of the case"));
    Query made(m_database, QLatin1String("proofMarksOf"));
    if (const Result<> run = made.bind(kMarkedCase, mark.id).execOne(); !run)
        return run;
    if (made.number(0) >= kMostProofMarks)
        return no(Refusal::TooManyEntries);
    Query insert(m_database, QLatin1String("insertProofMark"));
    const Result<> inserted = bindMark(insert, mark)
                                  .bind(QLatin1String("no"), made.number(0) + 1)
                                  .bind(QLatin1String("staff_id"), m_actor)
                                  .bind(QLatin1String("staff_name"), **name)
                                  .bind(QLatin1String("made_at"), m_clock.now())
                                  .exec();
    return inserted ? transaction->commit() : inserted;
}

} // namespace kessai
