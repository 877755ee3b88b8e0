// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/agendamodel.h"

#include <QTreeView>

namespace kessai {

/// The agenda as one sees it. Where it may be changed: Alt with the arrows moves a line, Delete takes it out, files are dropped on it.
class AgendaTree final : public QTreeView {
    Q_OBJECT

public:
    explicit AgendaTree(QWidget *parent = nullptr);

    /// Shows the meeting; the line one is on stays.
    void setMeeting(const Meeting &meeting, bool editable);
    AgendaModel &agenda() { return *m_model; }
    AgendaKey currentKey() const;
    void setCurrentKey(AgendaKey key);

Q_SIGNALS:
    /// Somebody went to a line; {0, 0} for none.
    void chosen(kessai::AgendaKey key);
    /// Enter or a double click.
    void opened(kessai::AgendaKey key);
    void dropRequested(kessai::AgendaKey key);
    void itemMoved(int item, int place);
    void paperMoved(int paper, int item, int place);
    void filesDropped(int item, const QStringList &paths);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void moveCurrent(int by);

    AgendaModel *m_model;
    bool m_editable = false;
    bool m_quiet = false; ///< the meeting is being shown anew, and nobody goes anywhere
};

} // namespace kessai
