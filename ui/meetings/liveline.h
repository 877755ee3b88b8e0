// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/meetingstore.h"

#include <QKeySequence>
#include <QList>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QToolButton;

namespace kessai {

class DeskSession;
class LiveSeat;
class MeetingPresenter;
class MemberMenu;
class SecondPress;
class TextLabel;

/// The calm strip above the book of a running meeting: who presents and where they are, and what one may do about it. Following is offered,
/// never imposed; who was called to the presenter's page is told so and can go back. Where there is little room, its buttons are their icons.
class LiveLine final : public QWidget {
    Q_OBJECT

public:
    /// `placeName` says a page of the book in words: "資料3-1 4/12".
    LiveLine(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat,
             std::function<QString(const LivePlace &)> placeName, QWidget *parent = nullptr);

    void showState();
    /// One was called, and may go back to where one was as long as one stays there.
    void showCalled();
    void setPointing(bool pointing);
    /// What has a single letter for its key: that acts where the pages have the focus.
    QList<QAction *> lettered() const { return m_lettered; }

    /// It takes what the rest of its row leaves.
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Back to where one was before one was called.
    void backRequested();
    void pointingRequested(bool pointing);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Tool {
        QAction *action;
        QToolButton *button;
    };
    Tool addTool(const QString &iconName, const QString &text, const QString &tip, const QKeySequence &key,
                 const char *objectName);
    static void offer(const Tool &tool, bool offered);
    void callAll();
    void fit();
    QString words() const;
    bool isCutOff() const;
    bool hasTheFloor() const;
    void tellWords();
    QString personName(StaffId who) const;
    void noteMyself();

    DeskSession &m_session;
    MeetingPresenter &m_presenter;
    LiveSeat &m_seat;
    const std::function<QString(const LivePlace &)> m_placeName;
    TextLabel *m_words;
    QList<QAction *> m_lettered;
    Tool m_back;
    Tool m_follow;
    Tool m_here;
    Tool m_speak;
    Tool m_point;
    Tool m_present;
    Tool m_callAll;
    Tool m_begin;
    QToolButton *m_handOver;
    MemberMenu *m_whom;
    SecondPress *m_calling;            ///< everybody: one stray click is not enough
    SecondPress *m_beginning;          ///< the time goes into the minutes
    std::optional<LivePlace> m_called; ///< where to; until one leaves it
    QTimer m_justCalled;               ///< by oneself, which is said
    bool m_hadTheFloor = false;
    bool m_hasFollowed = false; ///< at least once, so that one goes back to the presenter rather than begin
};

} // namespace kessai
