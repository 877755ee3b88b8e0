// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casepresenter.h"

#include "ui/shell/desksession.h"

#include <QUuid>

namespace kessai {

QString newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

CasePresenter::CasePresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_session, &DeskSession::caseChanged, this, [this](CaseId id) {
        if (m_wanted == id && !m_busy)
            open(id);
    });
}

void CasePresenter::open(CaseId id)
{
    m_wanted = id;
    const int generation = ++m_generation;
    m_session.desk()
        .ask([id](Desk &desk) -> Result<std::shared_ptr<const CaseView>> {
            auto view = desk.open(id);
            if (!view)
                return view.failure();
            return std::make_shared<const CaseView>(std::move(view).value());
        })
        .then(this, [this, generation](const Result<std::shared_ptr<const CaseView>> &view) {
            if (generation != m_generation)
                return;
            if (!view) {
                // The list has gone on to this case; no other may be acted on in its place.
                if (m_view && m_view->record.id != m_wanted) {
                    m_view.reset();
                    m_insights.clear();
                }
                Q_EMIT openFailed(view.error());
                return;
            }
            m_view = *view;
            m_insights.clear();
            Q_EMIT opened();
            // Insights are for those who may decide; what is decided says whether it is paid. They follow, so that the case itself shows at
            // once.
            const AllowedActs &acts = m_view->acts;
            const bool decided = m_view->record.projection.state == CaseState::Decided;
            if (!acts.approve && !acts.standIn && !acts.pullUp && !decided)
                return;
            m_session.desk()
                .ask([shown = m_view, decided](Desk &desk) {
                    return decided
                        ? desk.paidOf(*shown)
                        : desk.insights(shown->record.drafter, shown->content, shown->record.id, shown->sentOn());
                })
                .then(this, [this, generation](const Result<std::vector<Insight>> &insights) {
                    if (generation != m_generation || !insights)
                        return;
                    m_insights = *insights;
                    Q_EMIT insightsArrived();
                });
        });
}

void CasePresenter::clear()
{
    ++m_generation;
    m_wanted.reset();
    m_view.reset();
    m_insights.clear();
    Q_EMIT cleared();
}

void CasePresenter::actAtOnce(const std::vector<Act> &acts)
{
    if (!settled() || m_busy || acts.empty())
        return;
    const CaseId id = m_view->record.id;
    const int seq = m_view->verified.state.seq;
    const QString key =
        QStringLiteral("%1/%2/%3/%4").arg(id.value()).arg(seq).arg(acts.front().index()).arg(acts.size());
    if (m_requestKey != key) {
        m_requestKey = key;
        m_requestIds.clear();
        for (size_t i = 0; i < acts.size(); ++i)
            m_requestIds.append(newRequestId());
    }
    setBusy(true);
    m_session.desk()
        .run([id, seq, acts, requestIds = m_requestIds](Desk &desk) {
            auto event = desk.act(id, seq, requestIds.front(), acts.front());
            for (size_t i = 1; event && i < acts.size(); ++i)
                event = desk.act(id, event->seq, requestIds[qsizetype(i)], acts[i]);
            return event;
        })
        .then(this, [this, id, act = acts.back()](const Result<Event> &event) {
            setBusy(false);
            if (event) {
                m_requestKey.clear();
                Q_EMIT acted(id, act);
                m_session.noteChange(id);
                return;
            }
            if (event.error().code != ErrorCode::OutcomeUnknown && event.error().code != ErrorCode::ConnectionLost)
                m_requestKey.clear();
            Q_EMIT actFailed(event.error());
            // Show the case as it is now; what was typed stays in its box.
            if (event.error().refusal && m_wanted == id)
                open(id);
            m_session.refresh();
        });
}

void CasePresenter::draftCancellation()
{
    if (!settled() || m_busy)
        return;
    setBusy(true);
    m_session.desk()
        .run([id = m_view->record.id](Desk &desk) { return desk.draftCancellation(id, {}); })
        .then(this, [this](const Result<CaseId> &draft) {
            setBusy(false);
            m_session.refresh();
            if (draft)
                Q_EMIT cancellationDrafted(*draft);
            else
                Q_EMIT actFailed(draft.error());
        });
}

void CasePresenter::deleteDraft()
{
    if (!settled() || m_busy || !m_view->isDraft())
        return;
    setBusy(true);
    m_session.desk()
        .run([id = m_view->record.id](Desk &desk) { return desk.deleteDraft(id); })
        .then(this, [this, shown = m_view](const Result<> &done) {
            setBusy(false);
            m_session.noteChange(shown->record.id);
            if (done)
                Q_EMIT draftDeleted(shown->record.title, shown->content);
            else
                Q_EMIT actFailed(done.error());
        });
}

void CasePresenter::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
