// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QTextStream>

#include <optional>

namespace kessai {

/// What a run of kessai-admin ends with; documented in its help and relied on by scripts.
enum class Exit {
    Fine = 0,
    Usage = 1,    ///< the command line makes no sense
    Unusable = 2, ///< the database cannot be reached, opened, made or written
    Damaged = 3,  ///< verification found records that do not prove themselves
    Exists = 4,   ///< there is an office already; it was not touched
    Watch = 5,    ///< health: somebody should see to something
    Urgent = 6,   ///< health: somebody has to do something now
};

/// Where kessai-admin speaks: results on the standard output, trouble and progress on the standard error.
class Console final {
    Q_DECLARE_TR_FUNCTIONS(kessai::Console)

public:
    Console();

    void say(const QString &text);
    void sayJson(const QJsonObject &json);
    /// One line, with the program's name in front.
    void complain(const QString &text);
    /// Replaces the line of progress; shown to a terminal only, and not more often than it changes.
    void progress(const QString &what, int done, int all);
    void endProgress();
    /// Asks without showing what is typed; none where nobody sits at a terminal.
    std::optional<QString> askPassword(const QString &question);

private:
    QTextStream m_out;
    QTextStream m_err;
    bool m_terminal;
    QString m_progress;
};

} // namespace kessai
