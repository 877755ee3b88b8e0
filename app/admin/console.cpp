// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/console.h"

#include <QJsonDocument>

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace kessai {

namespace {

/// Keeps the terminal from showing what is typed, until the end of its life.
class SilentTerminal final {
public:
    SilentTerminal()
    {
        m_valid = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        if (m_valid)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_valid)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

private:
    termios m_before{};
    bool m_valid = false;
};

} // namespace

Console::Console() : m_out(stdout), m_err(stderr), m_terminal(::isatty(STDERR_FILENO) == 1) {}

void Console::say(const QString &text)
{
    m_out << text << Qt::endl;
}

void Console::sayJson(const QJsonObject &json)
{
    m_out << QString::fromUtf8(QJsonDocument(json).toJson()) << Qt::flush;
}

void Console::complain(const QString &text)
{
    endProgress();
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines.append(line.simplified());
    m_err << "kessai-admin: " << lines.join(QLatin1String("\n  ")) << Qt::endl;
}

void Console::progress(const QString &what, int done, int all)
{
    if (!m_terminal || all <= 0)
        return;
    const QString line = tr("%1 … %2%").arg(what).arg(qint64(done) * 100 / all);
    if (line == m_progress)
        return;
    m_progress = line;
    m_err << "\r\x1b[K" << line << Qt::flush;
}

void Console::endProgress()
{
    if (m_progress.isEmpty())
        return;
    m_progress.clear();
    m_err << "\r\x1b[K" << Qt::flush;
}

std::optional<QString> Console::askPassword(const QString &question)
{
    if (!m_terminal || ::isatty(STDIN_FILENO) != 1)
        return std::nullopt;
    endProgress();
    m_err << question << Qt::flush;
    QString typed;
    {
        const SilentTerminal silent;
        QTextStream in(stdin);
        typed = in.readLine();
    }
    m_err << Qt::endl;
    return typed;
}

} // namespace kessai
