// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"
#include "core/services/caseview.h"

#include <QSet>
#include <QWidget>

#include <memory>

class QListWidget;
class QListWidgetItem;
class QProgressBar;
class QPushButton;

namespace kessai {

class CaseCheck;
class DeskSession;
class TextLabel;

/// Approves several chosen cases one after the other, each as an act of its own, and says for every one what came of it. Before that
/// it looks through them: what is remarkable about a case is written beside it, and such a case is left out unless it is ticked. It
/// asks once, in place, how many are meant and how many of them were never opened. What is asked of one case never fails another; a
/// case that moved on or is damaged is left and explained.
class BulkPanel final : public QWidget {
    Q_OBJECT

public:
    explicit BulkPanel(DeskSession &session, QWidget *parent = nullptr);
    /// Looks further into each case, and leaves out what this finds remarkable and what was not opened.
    void setCheck(CaseCheck *check);
    /// The cases chosen in the list, and those of them the reader has not opened; a run under way keeps its own.
    void setCases(std::vector<CaseRow> cases, QSet<CaseId> unread = {});
    bool running() const { return m_next.has_value(); }
    /// Whether all were looked through.
    bool ready() const { return m_looked >= m_cases.size(); }

Q_SIGNALS:
    /// All were tried, or the connection was lost: `done` recorded, `failed` explained in the list, and `unknown` perhaps recorded.
    void finished(int done, int failed, int unknown);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What was found out about a case by looking at it.
    struct Look {
        bool approvable = true;
        QStringList remarks;
        std::shared_ptr<const CaseView> view = nullptr; ///< to be looked into further
    };
    static Look lookAt(CaseView view, const std::vector<Insight> &insights);
    void look();
    void looked(const Look &look);
    void stopLooking();
    void showLook(size_t at, const Look &look);
    QString words(size_t at) const;
    std::vector<size_t> ticked() const;
    void showButtons();
    int onlyUnread() const;
    void tickUnread();
    void press();
    void ask(bool asking);
    void start();
    void next();
    void approve(const QString &request, bool unknown);
    void finish();

    DeskSession &m_session;
    CaseCheck *m_check = nullptr;
    Look m_halfLooked; ///< what is known of the case that is being checked
    TextLabel *m_title;
    TextLabel *m_question; ///< how many are meant, asked before the first is approved
    QListWidget *m_list;
    QProgressBar *m_progress;
    QPushButton *m_approve;
    QPushButton *m_stop;
    QPushButton *m_tickUnread; ///< those of which nothing is to be said but that nobody opened them
    std::vector<CaseRow> m_cases;
    QSet<CaseId> m_unread;
    size_t m_looked = 0;
    int m_generation = 0; ///< looks at cases chosen before are dropped
    bool m_asking = false;
    std::vector<size_t> m_wanted; ///< of the run under way
    std::optional<size_t> m_next; ///< in `m_wanted`
    int m_done = 0;
    int m_failed = 0;
    int m_unknown = 0;
    bool m_stopping = false;
};

} // namespace kessai
