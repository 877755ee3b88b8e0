// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class DateEdit;
class DeskSession;
class MeetingPresenter;
class TextLabel;

/// 決定と対応: what was decided under each item, and who does what until when.
class OutcomePane final : public QWidget {
    Q_OBJECT

public:
    OutcomePane(DeskSession &session, MeetingPresenter &presenter, QWidget *parent = nullptr);

    void showState();
    /// Proposes the item one is reading.
    void setItem(int item);
    /// What is written and not recorded yet.
    QString unrecorded() const;
    /// Records it; the number of the act, 0 where something is missing, which is said and asked for.
    int record();

Q_SIGNALS:
    void unrecordedChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildEntry();
    void fillItems();
    void showRows();
    QWidget *resolutionRow(const Resolution &resolution);
    QWidget *actionRow(const MeetingAction &action);
    void edit(int resolution, int action);
    void showKind();
    void check();
    bool mayRecord() const;

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    QWidget *m_entry;
    QComboBox *m_kind; ///< a decision, or something to do
    QComboBox *m_item;
    QLineEdit *m_text;
    QWidget *m_forAction;
    QComboBox *m_owner;
    DateEdit *m_due;
    TextLabel *m_trouble;
    QPushButton *m_record;
    TextLabel *m_left; ///< what somebody wrote and did not record before the end
    QVBoxLayout *m_rows;
    int m_resolution = 0; ///< the one that is worded anew; 0 for a new one
    int m_action = 0;
    Meeting m_shown;
    bool m_rowsMade = false;
};

} // namespace kessai
