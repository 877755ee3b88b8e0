// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// Reads what a page of the office's own business shows, and records what is registered there. One page has one presenter.
class OfficePresenter final : public QObject {
    Q_OBJECT

public:
    explicit OfficePresenter(DeskSession &session, QObject *parent = nullptr);

    void readAbsences(StaffId who);
    void readPosts();
    void readStranded();
    /// The newest answer counts.
    void readWork(const std::optional<QDate> &month);
    /// Records a change; while one is under way further ones are ignored. `done` says in the user's words what was done.
    void change(const OfficeChange &change, const QString &done);
    /// Somebody holds a vacant post as acting (事務取扱) from today on, besides their own; what waits for it goes on with them.
    void appointActing(PostId post, StaffId who, const QString &reason, const QString &done);
    /// The route of a running case, as administrators may know it, and the office as it is to whoever addresses what waits in it.
    void readRoute(CaseId id);
    /// Addresses what waits to another post.
    void reroute(CaseId id, int seenSeq, const Reroute &act, const QString &done);
    bool busy() const { return m_busy; }

Q_SIGNALS:
    void absencesRead(const kessai::AbsenceSheet &sheet);
    void workRead(const kessai::WorkSheet &sheet);
    void postsRead(const kessai::PostSheet &sheet);
    void strandedRead(const std::vector<kessai::StrandedStep> &steps);
    void routeRead(const kessai::Case &route, const std::shared_ptr<const kessai::Office> &office);
    void readFailed(const kessai::Error &error);
    void busyChanged(bool busy);
    void changed(const QString &done);
    void changeFailed(const kessai::Error &error);
    void rerouteFailed(const kessai::Error &error);

private:
    using Fault = void (OfficePresenter::*)(const Error &);
    template <class Ask>
    void record(Ask ask, const QString &done, Fault fault = &OfficePresenter::changeFailed);
    void setBusy(bool busy);

    DeskSession &m_session;
    std::optional<QDate> m_month; ///< whose overtime was asked for last
    std::optional<StaffId> m_who; ///< whose absences were asked for last
    bool m_busy = false;
};

} // namespace kessai
