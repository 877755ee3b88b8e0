// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"

#include <QWidget>

class QListWidget;
class QProgressBar;
class QPushButton;

namespace kessai {

class DeskSession;
class TextLabel;

/// Approves several chosen cases one after the other, each as an act of its own, and says for every one what came of it. What
/// is asked of one case never fails another; a case that moved on or is damaged is left and explained.
class BulkPanel final : public QWidget {
    Q_OBJECT

public:
    explicit BulkPanel(DeskSession &session, QWidget *parent = nullptr);
    /// The cases chosen in the list; a run under way keeps its own.
    void setCases(std::vector<CaseRow> cases);
    bool running() const { return m_next.has_value(); }

Q_SIGNALS:
    /// All were tried, or the connection was lost: `done` recorded, `failed` explained in the list, and `unknown` perhaps recorded.
    void finished(int done, int failed, int unknown);

private:
    void start();
    void next();
    void approve(const QString &request, bool unknown);
    void finish();

    DeskSession &m_session;
    TextLabel *m_title;
    QListWidget *m_list;
    QProgressBar *m_progress;
    QPushButton *m_approve;
    QPushButton *m_stop;
    std::vector<CaseRow> m_cases;
    std::optional<size_t> m_next;
    int m_done = 0;
    int m_failed = 0;
    int m_unknown = 0;
    bool m_stopping = false;
};

} // namespace kessai
