// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/officepresenter.h"

#include "core/office/officedraft.h"
#include "ui/cases/casepresenter.h"
#include "ui/shell/desksession.h"

namespace kessai {

OfficePresenter::OfficePresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void OfficePresenter::readAbsences(StaffId who)
{
    m_who = who;
    m_session.desk()
        .ask([who](Desk &desk) { return desk.absences(who); })
        .then(this, [this, who](const Result<AbsenceSheet> &sheet) {
            if (who != m_who)
                return; // somebody else was chosen meanwhile
            if (sheet)
                Q_EMIT absencesRead(*sheet);
            else
                Q_EMIT readFailed(sheet.error());
        });
}

void OfficePresenter::readPosts()
{
    m_session.desk().ask([](Desk &desk) { return desk.posts(); }).then(this, [this](const Result<PostSheet> &sheet) {
        if (sheet)
            Q_EMIT postsRead(*sheet);
        else
            Q_EMIT readFailed(sheet.error());
    });
}

void OfficePresenter::readStranded()
{
    m_session.desk()
        .ask([](Desk &desk) { return desk.stranded(); })
        .then(this, [this](const Result<std::vector<StrandedStep>> &steps) {
            if (steps)
                Q_EMIT strandedRead(*steps);
            else
                Q_EMIT readFailed(steps.error());
        });
}

void OfficePresenter::readWork(const std::optional<QDate> &month)
{
    m_month = month;
    m_session.desk()
        .ask([month](Desk &desk) { return desk.work(month); })
        .then(this, [this, month](const Result<WorkSheet> &sheet) {
            if (month != m_month)
                return; // another month was chosen meanwhile
            if (sheet)
                Q_EMIT workRead(*sheet);
            else
                Q_EMIT readFailed(sheet.error());
        });
}

void OfficePresenter::change(const OfficeChange &change, const QString &done)
{
    record([change](Desk &desk) { return desk.change(change); }, done);
}

void OfficePresenter::appointActing(PostId post, StaffId who, const QString &reason, const QString &done)
{
    record(
        [post, who, reason](Desk &desk) -> Result<> {
            const auto sheet = desk.organisation();
            if (!sheet)
                return sheet.failure();
            OfficeDraft draft(sheet->history, sheet->prepared, sheet->today);
            draft.appoint(who, post, Holding::Acting);
            return desk.reorganise({draft.change(), reason, sheet->revision});
        },
        done);
}

void OfficePresenter::readRoute(CaseId id)
{
    using Read = std::pair<Case, std::shared_ptr<const Office>>;
    m_session.desk()
        .ask([id](Desk &desk) -> Result<Read> {
            auto route = desk.openRoute(id);
            const auto office = route ? desk.officeToReaddress(id) : Result<Read::second_type>(route.failure());
            if (!office)
                return office.failure();
            return Read{std::move(route).value(), *office};
        })
        .then(this, [this](const Result<Read> &read) {
            if (read)
                Q_EMIT routeRead(read->first, read->second); // where it has gone on meanwhile, the list says so
        });
}

void OfficePresenter::reroute(CaseId id, int seenSeq, const Reroute &act, const QString &done)
{
    record([id, seenSeq, act, request = newRequestId()](Desk &desk) { return desk.reroute(id, seenSeq, request, act); },
           done, &OfficePresenter::rerouteFailed);
}

template <class Ask>
void OfficePresenter::record(Ask ask, const QString &done, Fault fault)
{
    if (m_busy)
        return;
    setBusy(true);
    m_session.desk().run(std::move(ask)).then(this, [this, done, fault](const Result<> &changed) {
        setBusy(false);
        if (changed)
            Q_EMIT this->changed(done);
        else
            Q_EMIT(this->*fault)(changed.error());
        m_session.refresh(); // what waits for whom is another thing now
    });
}

void OfficePresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
