// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/examinationpresenter.h"

#include "ui/cases/casepresenter.h"
#include "ui/shell/desksession.h"

#include <algorithm>
#include <utility>

namespace kessai {

ExaminationPresenter::ExaminationPresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
}

void ExaminationPresenter::readQueue()
{
    const int asked = ++m_queues;
    m_session.desk()
        .ask([](Desk &desk) { return desk.examinations(); })
        .then(this, [this, asked](const Result<ExaminationQueue> &queue) {
            if (asked != m_queues)
                return;
            if (queue)
                Q_EMIT queueRead(*queue);
            else
                Q_EMIT readFailed(queue.error());
        });
    m_session.desk()
        .ask([](Desk &desk) { return desk.returnsOfMonth(); })
        .then(this, [this, asked](const Result<std::vector<ReturnCount>> &returns) {
            if (asked == m_queues && returns)
                Q_EMIT returnsRead(*returns);
        });
}

void ExaminationPresenter::open(CaseId id, std::optional<CaseId> next)
{
    m_wanted = id;
    m_next = next;
    ++m_generation;
    m_file.reset();
    if (const File ahead = std::exchange(m_ahead, nullptr); ahead && ahead->view.record.id == id) {
        show(ahead);
        return;
    }
    read(id, false);
}

void ExaminationPresenter::close()
{
    ++m_generation;
    m_wanted.reset();
    m_next.reset();
    m_file.reset();
    m_ahead.reset();
    m_marks.clear();
}

void ExaminationPresenter::read(CaseId id, bool ahead)
{
    m_session.desk()
        .ask([id](Desk &desk) -> Result<File> {
            auto file = desk.openVoucher(id);
            if (!file)
                return file.failure();
            return File(std::make_shared<const VoucherFile>(std::move(file).value()));
        })
        .then(this, [this, ahead, generation = m_generation](const Result<File> &file) {
            if (generation != m_generation)
                return;
            if (ahead && file) {
                m_ahead = *file;
                Q_EMIT nextRead(*m_ahead);
            } else if (ahead)
                m_ahead.reset();
            else if (file)
                show(*file);
            else
                Q_EMIT openFailed(file.error());
        });
}

void ExaminationPresenter::show(const File &file)
{
    m_file = file;
    m_marks = standingMarks(file->view.record);
    Q_EMIT opened();
    if (m_next)
        read(*m_next, true);
}

const ProofMark *ExaminationPresenter::mark(const QString &field) const
{
    const auto it =
        std::find_if(m_marks.begin(), m_marks.end(), [&](const ProofMark &one) { return one.field == field; });
    return it == m_marks.end() ? nullptr : &*it;
}

void ExaminationPresenter::setTick(const QString &field, bool ticked, const std::optional<ProofPlace> &place)
{
    if (!m_file)
        return;
    const CaseRecord &record = m_file->view.record;
    const std::vector<ProofMark> before = m_marks;
    std::erase_if(m_marks, [&](const ProofMark &one) { return one.field == field; });
    if (ticked) {
        const Staff &me = m_session.info().me;
        m_marks.push_back({record.projection.revision, field, true, place, me.id, me.name(), Instant(0)});
    }
    Q_EMIT marksChanged();
    const MarkProof mark{record.id, record.projection.revision, field, ticked, place};
    m_session.desk()
        .run([mark](Desk &desk) { return desk.markProof(mark); })
        .then(this, [this, field, before, number = record.number, generation = m_generation](const Result<> &kept) {
            if (kept)
                return;
            if (generation == m_generation) {
                std::erase_if(m_marks, [&](const ProofMark &one) { return one.field == field; });
                for (const ProofMark &one : before) {
                    if (one.field == field)
                        m_marks.push_back(one);
                }
                Q_EMIT marksChanged();
            }
            Q_EMIT markFailed(number, kept.error());
        });
}

void ExaminationPresenter::act(const Act &act)
{
    if (!m_file || m_busy)
        return;
    const CaseId id = m_file->view.record.id;
    const int seq = m_file->view.verified.state.seq;
    const QString key = QStringLiteral("%1/%2/%3").arg(id.value()).arg(seq).arg(act.index());
    if (m_requestKey != key) {
        m_requestKey = key;
        m_requestId = newRequestId();
    }
    setBusy(true);
    // Behind the ticks on the desk's thread, so that these are recorded before.
    m_session.desk()
        .run([id, seq, act, requestId = m_requestId](Desk &desk) { return desk.act(id, seq, requestId, act); })
        .then(this, [this, id, act, number = m_file->view.record.number](const Result<Event> &event) {
            setBusy(false);
            if (event) {
                m_requestKey.clear();
                Q_EMIT acted(id, act);
                m_session.noteChange(id);
                return;
            }
            if (event.error().code != ErrorCode::OutcomeUnknown && event.error().code != ErrorCode::ConnectionLost)
                m_requestKey.clear();
            Q_EMIT actFailed(number, event.error());
            if (event.error().refusal && m_wanted == id) {
                m_ahead.reset();
                open(id, m_next); // as it is now
            }
        });
}

void ExaminationPresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
