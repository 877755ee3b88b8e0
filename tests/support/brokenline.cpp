// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brokenline.h"

#include "tests/support/postgresserver.h"

#include <QtEndian>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <vector>

namespace kessai::test {

namespace {

sockaddr_un addressIn(const QString &directory)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = (directory + QStringLiteral("/.s.PGSQL.5432")).toLocal8Bit();
    qstrncpy(address.sun_path, path.constData(), sizeof(address.sun_path));
    return address;
}

bool sendAll(int to, const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t now = ::send(to, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += now;
    }
    return true;
}

QByteArray receive(int from)
{
    QByteArray bytes(65'536, Qt::Uninitialized);
    const ssize_t got = ::recv(from, bytes.data(), size_t(bytes.size()), 0);
    bytes.resize(qMax<ssize_t>(0, got));
    return bytes;
}

} // namespace

/// One client's connection (protocol 3.0, postgresql.org/docs/15/protocol-message-formats.html).
struct BrokenLine::Call final {
    int client = -1;
    int server = -1;
    bool started = false; ///< the first message, which has no type, has passed
    bool silent = false;  ///< what the server answers is lost
    QByteArray asked;     ///< of the client, not yet a whole message
    QByteArray answered;  ///< of the server, while it is lost
};

BrokenLine::BrokenLine() : m_directory(QStringLiteral("/tmp/kessai-line-XXXXXX"))
{
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un address = addressIn(m_directory.path());
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0
        || ::listen(m_listener, 16) != 0)
        qFatal("a line cannot be laid in %s", qPrintable(m_directory.path()));
    m_thread = std::thread([this] { run(); });
}

BrokenLine::~BrokenLine()
{
    m_running = false;
    m_thread.join();
    ::close(m_listener);
}

QString BrokenLine::url(const QString &database, const QString &login) const
{
    return QStringLiteral("postgresql://%1@/%2?host=%3").arg(login, database, m_directory.path());
}

void BrokenLine::breakAt(int statement, Loss loss)
{
    m_loss = loss;
    m_left = statement;
}

void BrokenLine::run()
{
    std::vector<Call> calls;
    while (m_running) {
        std::vector<pollfd> waiting{{m_listener, POLLIN, 0}};
        for (const Call &call : calls) {
            waiting.push_back({call.client, POLLIN, 0});
            waiting.push_back({call.server, POLLIN, 0});
        }
        ::poll(waiting.data(), nfds_t(waiting.size()), 20);
        for (size_t i = calls.size(); i-- > 0;) {
            Call &call = calls[i];
            const bool goesOn =
                (waiting[1 + 2 * i].revents == 0 || forward(call)) && (waiting[2 + 2 * i].revents == 0 || answer(call));
            if (goesOn)
                continue;
            ::close(call.client);
            ::close(call.server);
            calls.erase(calls.begin() + std::ptrdiff_t(i));
        }
        if (waiting[0].revents == 0)
            continue;
        Call call;
        call.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        call.server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un server = addressIn(PostgresServer::instance().host());
        if (call.client >= 0
            && ::connect(call.server, reinterpret_cast<const sockaddr *>(&server), sizeof(server)) == 0) {
            calls.push_back(call);
        } else {
            ::close(call.client);
            ::close(call.server);
        }
    }
    for (const Call &call : calls) {
        ::close(call.client);
        ::close(call.server);
    }
}

/// What the client says goes on message by message, so that each statement can be counted.
bool BrokenLine::forward(Call &call)
{
    const QByteArray bytes = receive(call.client);
    if (bytes.isEmpty())
        return false;
    call.asked += bytes;
    while (true) {
        const qsizetype head = call.started ? 1 : 0;
        if (call.asked.size() < head + 4)
            return true;
        const qsizetype size = head + qFromBigEndian<qint32>(call.asked.constData() + head);
        if (call.asked.size() < size)
            return true;
        const bool statement = call.started && call.asked[0] == 'Q';
        if (statement && m_left > 0 && --m_left == 0) {
            m_broken = true;
            if (m_loss == Loss::Request)
                return false;
            call.silent = true;
        }
        if (!sendAll(call.server, call.asked.left(size)))
            return false;
        call.asked.remove(0, size);
        call.started = true;
    }
}

bool BrokenLine::answer(Call &call)
{
    const QByteArray bytes = receive(call.server);
    if (bytes.isEmpty())
        return false;
    if (!call.silent)
        return sendAll(call.client, bytes);
    // Until the server has done what it was asked, and is ready for the next statement.
    call.answered += bytes;
    return !call.answered.right(6).startsWith(QByteArray("Z\0\0\0\5", 5));
}

} // namespace kessai::test
