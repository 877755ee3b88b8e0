// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/console.h"
#include "core/base/result.h"
#include "core/store/databaseurl.h"

#include <QCommandLineParser>

#include <optional>

namespace kessai {

/// Reads the arguments of one command: DATABASE, its options, --json and --help, the same way for all of them.
class Arguments final {
    Q_DECLARE_TR_FUNCTIONS(kessai::Arguments)

public:
    Arguments(Console &console, const QString &command, const QString &description);
    void add(const QCommandLineOption &option) { m_parser.addOption(option); }

    /// The command wants a file after DATABASE.
    void addFile(const QString &description);

    /// The command makes a second office out of the first: its address comes after DATABASE, and is what passwords are for.
    void addTarget(const QString &name, const QString &description);

    /// Any number of names may come after DATABASE.
    void addNames(const QString &name, const QString &description);

    /// What the run ends with when there is nothing to do: after --help, or when the arguments make no sense.
    std::optional<Exit> read(const QStringList &arguments);
    bool has(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    bool json() const { return m_parser.isSet(QStringLiteral("json")); }
    const DatabaseUrl &database() const { return *m_database; }
    const DatabaseUrl &target() const { return *m_target; }
    const QString &file() const { return m_file; }
    const QStringList &names() const { return m_names; }
    /// What is in the file; where it cannot be read or holds more than `most` bytes, says so and gives what the run ends with.
    Result<QByteArray, Exit> fileBytes(qint64 most);

    /// Says why the arguments make no sense and how to see what does.
    Exit misused(const QString &why);
    /// Tells an error of the database, in JSON too where that was asked for.
    Exit failed(const Error &error) { return failedAt(*m_database, error); }
    Exit failedAt(const DatabaseUrl &where, const Error &error);
    /// Tells what else cannot be used, in a sentence, the same way.
    Exit unusable(const QString &sentence, const Error &error);

    /// Calls `work` with the address; where the server wants a password that nobody gave, asks for it and calls again.
    template <class F>
    auto withPassword(F work)
    {
        auto done = work(asked());
        while (!done && wantsPassword(done.error()) && askPassword())
            done = work(asked());
        return done;
    }

private:
    void tell(const QString &text, const DatabaseUrl &where, const Error &error);
    DatabaseUrl &asked() { return m_target ? *m_target : *m_database; }
    const DatabaseUrl &asked() const { return m_target ? *m_target : *m_database; }
    bool wantsPassword(const Error &error) const;
    bool askPassword();

    Console &m_console;
    QString m_command;
    QCommandLineParser m_parser;
    std::optional<DatabaseUrl> m_database;
    std::optional<DatabaseUrl> m_target;
    QString m_second; ///< what comes after DATABASE; empty where nothing does
    bool m_wantsTarget = false;
    QString m_file;
    bool m_takesNames = false;
    QStringList m_names;
    int m_asked = 0;
};

} // namespace kessai
