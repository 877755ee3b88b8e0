// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/organisationdraft.h"

#include "core/services/answer.h"
#include "ui/shell/desksession.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr size_t kMostActs = 500;

using StaffRead = Result<Reorganisation, std::vector<StaffRowProblem>>;

StaffRead staffFrom(const QString &path, const OfficeDraft &draft)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(std::vector<StaffRowProblem>{
            {0,
             {QStringLiteral("ファイルを開けません（%1）。").arg(file.errorString()),
              QStringLiteral("The file cannot be opened (%1).").arg(file.errorString())}}});
    return readStaffFile(file.read(kMostStaffFileBytes + 1), draft);
}

} // namespace

OrganisationDraft::OrganisationDraft(DeskSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_day(session.info().today)
{
}

void OrganisationDraft::read()
{
    m_session.desk()
        .ask([](Desk &desk) { return desk.organisation(); })
        .then(this, [this](const Result<OrganisationSheet> &sheet) {
            if (!sheet) {
                Q_EMIT readFailed(sheet.error());
                return;
            }
            m_newest = *sheet;
            Q_EMIT sheetRead();
            putAsideTakenUp();
            if (changed() && !m_overtaken)
                return; // its writer sees what they write upon until they are told
            m_overtaken = false;
            m_sheet = m_newest;
            if (!m_draft)
                m_day = std::max(m_day, m_sheet.today);
            rebase();
        });
}

/// What failed is seen to with the saving of what was made of it.
void OrganisationDraft::putAsideTakenUp()
{
    const std::vector<PreparedChange> &failed = m_newest.failed;
    const int number = std::exchange(m_toPutAside, 0);
    if (std::any_of(failed.begin(), failed.end(), [&](const PreparedChange &one) { return one.number == number; }))
        putAside(number);
}

/// Begins anew on the day, with what was drafted.
void OrganisationDraft::rebase()
{
    m_draft.emplace(m_sheet.history, m_sheet.prepared, m_day);
    if (m_steps.empty())
        m_steps = {m_draft->change()};
    go(m_at);
}

void OrganisationDraft::setDay(const QDate &day)
{
    if (!loaded() || day == m_day || !day.isValid() || (changed() && day < m_sheet.today))
        return;
    m_day = day;
    rebase();
}

void OrganisationDraft::act(const std::function<void(OfficeDraft &)> &act)
{
    if (!loaded() || !open())
        return;
    OfficeDraft next = *m_draft;
    act(next);
    if (next.change() == m_draft->change())
        return;
    if (m_at == 0)
        m_takenUp = 0; // it was undone, and this is something else
    m_steps.erase(m_steps.begin() + std::ptrdiff_t(m_at) + 1, m_steps.end());
    m_steps.push_back(next.change());
    if (m_steps.size() > kMostActs)
        m_steps.erase(m_steps.begin() + 1); // where it began stays
    go(m_steps.size() - 1);
}

void OrganisationDraft::undo()
{
    if (canUndo())
        go(m_at - 1);
}

void OrganisationDraft::redo()
{
    if (canRedo())
        go(m_at + 1);
}

void OrganisationDraft::giveUp()
{
    m_steps.clear();
    m_takenUp = 0;
    m_at = 0;
    m_sheet = m_newest;
    rebase();
}

void OrganisationDraft::readFile(const QString &path)
{
    if (!loaded() || !open())
        return;
    const int chosen = ++m_files;
    onPool([path, draft = *m_draft] {
        return staffFrom(path, draft);
    }).then(this, [this, chosen, upon = m_draft->change()](const StaffRead &read) {
        if (chosen != m_files || m_draft->change() != upon)
            return;
        if (!read) {
            Q_EMIT fileRefused(read.error());
            return;
        }
        const bool other = *read != upon;
        act([&](OfficeDraft &draft) { draft.go(*read); });
        Q_EMIT fileTaken(other);
    });
}

void OrganisationDraft::takeUp(const PreparedChange &failed)
{
    giveUp();
    setDay(std::max(failed.change.from, m_sheet.today));
    act([&](OfficeDraft &draft) { draft.takeUp(failed); });
    m_takenUp = failed.number;
}

void OrganisationDraft::go(size_t at)
{
    m_at = at;
    m_draft->go(m_steps[m_at]);
    Q_EMIT officeChanged();
    judge();
}

void OrganisationDraft::judge()
{
    const int asked = ++m_checks;
    m_judged = !changed();
    if (m_judged) {
        m_problems.clear();
        Q_EMIT problemsFound();
        return;
    }
    onPool([change = m_draft->change(), history = m_sheet.history, prepared = m_sheet.prepared, today = m_sheet.today] {
        return problemsIn(change, history, prepared, today);
    }).then(this, [this, asked](const std::vector<OfficeProblem> &problems) {
        if (asked != m_checks)
            return;
        m_judged = true;
        m_problems = problems;
        Q_EMIT problemsFound();
    });
}

bool OrganisationDraft::blocked() const
{
    return std::any_of(m_problems.begin(), m_problems.end(), [](const OfficeProblem &one) { return one.blocks; });
}

std::vector<Bilingual> OrganisationDraft::words() const
{
    return changesBetween(before(), after());
}

std::vector<Bilingual> OrganisationDraft::wordsOf(const PreparedChange &prepared) const
{
    std::vector<PreparedChange> earlier = m_newest.prepared;
    std::erase_if(earlier, [&](const PreparedChange &one) {
        return std::pair(one.change.from, one.number) >= std::pair(prepared.change.from, prepared.number);
    });
    const QDate day = prepared.change.from;
    const OfficeHistory until = appliedUntil(m_newest.history, earlier, day);
    const OfficeHistory with = applied(until, prepared.change, until.revision + 1);
    return changesBetween(*until.at(day, until.revision), *with.at(day, with.revision));
}

template <class Ask, class Then, class Otherwise>
void OrganisationDraft::write(Ask ask, Then then, Otherwise otherwise)
{
    if (m_busy || !loaded())
        return;
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_session.desk()
        .run(std::move(ask))
        .then(this, [this, then = std::move(then), otherwise = std::move(otherwise)](const Result<> &done) {
            m_busy = false;
            Q_EMIT busyChanged(false);
            if (!done) {
                otherwise(done.error());
                read();
                return;
            }
            then();
            read();
            m_session.refresh();
        });
}

void OrganisationDraft::record(const QString &reason)
{
    write(
        [made = Reorganise{m_draft->change(), reason, m_sheet.revision}](Desk &desk) { return desk.reorganise(made); },
        [this, saved = m_draft->change(), takenUp = m_takenUp] {
            m_toPutAside = takenUp;
            if (m_draft->change() == saved)
                giveUp();
            else
                m_overtaken = true; // what was changed meanwhile stays as a draft, upon what was saved
            Q_EMIT recorded(saved.from);
        },
        [this](const Error &error) { refuse(error); });
}

void OrganisationDraft::refuse(const Error &error)
{
    m_overtaken = error.refusal == Refusal::Stale;
    Q_EMIT failed(error);
}

void OrganisationDraft::takeBack(int number)
{
    write([number, seen = m_newest.revision](Desk &desk) { return desk.takeBack(number, seen); },
          [this] {
              m_overtaken = true; // by oneself: a draft that is open stands upon what is left from now on
              Q_EMIT takenBack();
          },
          [this](const Error &error) { refuse(error); });
}

/// What failed is in force nowhere, and no draft stands upon it: where somebody else changed something meanwhile, it is done once that was read, unless
/// they have seen to it themselves.
void OrganisationDraft::putAside(int number)
{
    if (m_busy) {
        m_toPutAside = number; // once what is being saved was read
        return;
    }
    write([number, seen = m_newest.revision](Desk &desk) { return desk.takeBack(number, seen); },
          [this] { Q_EMIT seenTo(); },
          [this, number](const Error &error) {
              if (error.refusal == Refusal::Stale)
                  m_toPutAside = number;
              else if (error.code != ErrorCode::NotFound)
                  Q_EMIT failed(error);
          });
}

void OrganisationDraft::tryDay()
{
    if (!loaded())
        return;
    m_session.desk()
        .ask([change = m_draft->change()](Desk &desk) { return desk.dryRun(change); })
        .then(this, [this](const Result<DryRun> &run) {
            if (run)
                Q_EMIT dayTried(*run);
            else
                Q_EMIT failed(run.error());
        });
}

} // namespace kessai
