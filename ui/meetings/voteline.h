// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace kessai {

class DeskSession;
class LiveSeat;
class MeetingPresenter;
class TextLabel;

/// 採決: the question that is open, with large buttons for those who may vote on it. What was chosen can be changed until it is closed; then
/// its outcome is said for a while.
class VoteLine final : public QWidget {
    Q_OBJECT

public:
    VoteLine(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat, QWidget *parent = nullptr);

    void showState();
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// One was about to choose, and it is too late.
    void focusLeft();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    bool isNarrow(int width) const;
    void tell();
    QPushButton *addChoice(BallotChoice choice, const QString &text, const char *iconName, const char *objectName);

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    LiveSeat &m_seat;
    TextLabel *m_question;
    TextLabel *m_note;
    QVBoxLayout *m_texts;
    QScrollArea *m_words; ///< however long they are, the choices stay in sight
    QWidget *m_answers;
    QBoxLayout *m_row;
    std::array<QPushButton *, 3> m_choices; ///< in the order of BallotChoice
    int m_vote = 0;                         ///< the one shown
    QTimer m_outcome;                       ///< while what came of it is shown
};

} // namespace kessai
