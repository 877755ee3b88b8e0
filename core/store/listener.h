// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>

struct pg_conn;

namespace kessai {

/// Hears what a server's connection is told between statements, on its thread, whose event loop runs. Qt's driver does so too, but watches
/// the number of a socket that is gone until it is somebody else's; here a lost line is noticed, told as a last word and let go.
class Listener final {
public:
    using Heard = std::function<void(const QByteArray &channel, const QByteArray &payload)>;

    /// `lost` is called once, when the line is gone.
    Listener(pg_conn *connection, Heard heard, std::function<void()> lost);
    /// Tells what came along with a statement's answer: after every statement.
    void tell();

private:
    pg_conn *m_connection;
    Heard m_heard;
    std::function<void()> m_lost;
    QSocketNotifier m_news;
};

} // namespace kessai
