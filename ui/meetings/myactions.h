// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>
#include <QTimer>

namespace kessai {

class DeskSession;

/// What whoever is signed in has to do by meetings, whether they were invited or not, and what they did in the last days.
class MyActions final : public QObject {
    Q_OBJECT

public:
    explicit MyActions(DeskSession &session, QObject *parent = nullptr);

    void read();
    /// By the day due.
    const std::vector<MyAction> &actions() const { return m_actions; }
    int openCount() const;
    int overdueCount() const;
    /// Says that something is done, or is not after all. Where the line is broken it waits.
    void finish(const MyAction &action, bool done, const QString &note);

Q_SIGNALS:
    void changed();
    void recorded(const QString &done);
    void failed(const kessai::Error &error);

private:
    void send(MeetingId meeting, const FinishAction &finish, const QString &request, const QString &done);

    DeskSession &m_session;
    std::vector<MyAction> m_actions;
    QTimer m_again; ///< reads now and then
    int m_reads = 0;
};

} // namespace kessai
