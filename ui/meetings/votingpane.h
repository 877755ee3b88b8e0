// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/meetingstore.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DeskSession;
class LiveSeat;
class MeetingPresenter;
class SecondPress;
class TextLabel;

/// 採決: puts a question to the vote, shows how many have voted, closes it; and what was voted on before.
class VotingPane final : public QWidget {
    Q_OBJECT

public:
    VotingPane(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat, QWidget *parent = nullptr);

    void showState();
    /// Proposes the item one is reading.
    void setItem(int item);

private:
    QWidget *buildAsking();
    QWidget *buildOpen();
    void showOpen(const Vote &vote);
    void showPast();
    void ask();
    void close();
    void callOff();

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    LiveSeat &m_seat;
    QWidget *m_asking;
    QComboBox *m_item;
    QLineEdit *m_question;
    QCheckBox *m_byName;
    QPushButton *m_ask;
    Card *m_open;
    TextLabel *m_openQuestion;
    TextLabel *m_cast;
    TextLabel *m_missing;
    QPushButton *m_close;
    QPushButton *m_callOff;
    SecondPress *m_closing; ///< asks where some have not voted
    SecondPress *m_callingOff;
    SecondPress *m_opening = nullptr; ///< asks where nobody who votes is there
    QVBoxLayout *m_past;
    int m_openVote = 0; ///< which is asked about
    std::vector<Vote> m_shown;
};

} // namespace kessai
