// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/caseview.h"
#include "core/services/desk.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// Opens one case at a time and acts on it. Replies to a case that was left meanwhile are dropped.
class CasePresenter final : public QObject {
    Q_OBJECT

public:
    explicit CasePresenter(DeskSession &session, QObject *parent = nullptr);

    /// Shows a case; the same one again reads it afresh.
    void open(CaseId id);
    void clear();
    const CaseView *view() const { return m_view.get(); }
    const std::vector<Insight> &insights() const { return m_insights; }
    bool busy() const { return m_busy; }
    /// Whether the case in sight is the one that was chosen last, and not one that stays until that has been read.
    bool settled() const { return m_view && m_view->record.id == m_wanted; }

    /// Acts on the case as it is shown. While an act is under way further ones are ignored.
    void act(const Act &act) { actAtOnce({act}); }
    /// The same, several acts one after another, as far as they are taken; the last is told.
    void actAtOnce(const std::vector<Act> &acts);
    /// Drafts a case that cancels the one shown; the draft is where one says why.
    void draftCancellation();
    /// Throws the draft shown away.
    void deleteDraft();

Q_SIGNALS:
    void opened();
    void insightsArrived();
    void cleared();
    void busyChanged(bool busy);
    /// The case asked for could not be read; `view` is what was seen of it before, if it was shown.
    void openFailed(const kessai::Error &error);
    /// The act is recorded.
    void acted(kessai::CaseId id, const kessai::Act &act);
    void cancellationDrafted(kessai::CaseId draft);
    /// The draft is gone; `content` is what it said.
    void draftDeleted(const QString &title, const kessai::Content &content);
    void actFailed(const kessai::Error &error);

private:
    void setBusy(bool busy);

    DeskSession &m_session;
    std::shared_ptr<const CaseView> m_view;
    std::vector<Insight> m_insights;
    std::optional<CaseId> m_wanted;
    QStringList
        m_requestIds; ///< of the acts under way or of unknown outcome, so that trying again cannot record them twice
    QString m_requestKey;
    int m_generation = 0;
    bool m_busy = false;
};

/// A new unique id for one act.
QString newRequestId();

} // namespace kessai
