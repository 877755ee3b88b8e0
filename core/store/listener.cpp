// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/listener.h"

#include <libpq-fe.h>

namespace kessai {

Listener::Listener(pg_conn *connection, Heard heard, std::function<void()> lost)
    : m_connection(connection), m_heard(std::move(heard)), m_lost(std::move(lost)),
      m_news(PQsocket(connection), QSocketNotifier::Read)
{
    QObject::connect(&m_news, &QSocketNotifier::activated, &m_news, [this] {
        PQconsumeInput(m_connection);
        tell();
    });
}

void Listener::tell()
{
    while (PGnotify *notice = PQnotifies(m_connection)) {
        const QByteArray channel(notice->relname);
        const QByteArray payload(notice->extra);
        PQfreemem(notice);
        m_heard(channel, payload);
    }
    if (PQstatus(m_connection) != CONNECTION_OK && m_news.isEnabled()) {
        m_news.setEnabled(false);
        m_lost();
    }
}

} // namespace kessai
