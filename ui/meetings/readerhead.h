// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace kessai {

class PaperCopies;
class StatusChip;
class TextLabel;

/// The one row above a book that is read: which meeting it is, what is told while it runs, and what one may do with the papers. In a running
/// meeting, and in a narrow window, what is needed least is in a menu at its end.
class ReaderHead final : public QWidget {
    Q_OBJECT

public:
    explicit ReaderHead(QWidget *parent);

    /// Where what is told of a running meeting goes.
    QHBoxLayout &line() const { return *m_line; }
    QToolButton &notes() const { return *m_notes; }
    QToolButton &conduct() const { return *m_conduct; }
    void setCopies(const PaperCopies &copies);

    void showMeeting(const Meeting &meeting, bool mayEdit, bool mayCopy);
    /// Whether the office has what was written; `trouble` is said however little room there is.
    void showStored(const QString &words, bool trouble);

Q_SIGNALS:
    void backRequested();
    void editRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addToggle(const char *name, const char *iconName, const QString &tip);
    void fit();

    TextLabel *m_title;
    StatusChip *m_state;
    TextLabel *m_when;
    QHBoxLayout *m_line;
    TextLabel *m_stored;
    QToolButton *m_save = nullptr;
    QToolButton *m_print = nullptr;
    QToolButton *m_conduct;
    QToolButton *m_notes;
    QPushButton *m_edit;
    QToolButton *m_more;
    QMenu *m_menu;
    bool m_runs = false;
    bool m_mayEdit = false;
    bool m_mayCopy = false;
    bool m_trouble = false;
};

} // namespace kessai
