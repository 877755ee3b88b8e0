// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// Reads payees and files of them, and records what the accounting section does with them.
class PayeePresenter final : public QObject {
    Q_OBJECT

public:
    explicit PayeePresenter(DeskSession &session, QObject *parent = nullptr);

    /// Reads those in which the typed words occur; an earlier question is forgotten.
    void read(const QString &typed);
    /// Reads on after the last one.
    void readMore(const QString &after);
    void readRevisions(const QString &code);
    /// Reads a file and asks what importing it would change; a file chosen meanwhile takes its place.
    void readFile(const QString &path);
    /// Records a change; while one is under way further ones are ignored. `done` says in the user's words what was done.
    void change(const PayeeChange &change, const QString &done);

Q_SIGNALS:
    /// The first payees, and whether there are more.
    void payeesRead(const std::vector<kessai::PayeeRevision> &payees, bool more);
    void morePayeesRead(const std::vector<kessai::PayeeRevision> &payees, bool more);
    void revisionsRead(const QString &code, const std::vector<kessai::PayeeRevision> &revisions);
    void previewRead(const kessai::ImportPayees &import, const kessai::PayeeDiff &diff);
    /// The file is no list of payees, row by row.
    void fileRefused(const std::vector<kessai::PayeeRowProblem> &problems);
    void readFailed(const kessai::Error &error);
    void busyChanged(bool busy);
    void changed(const QString &done);
    void changeFailed(const kessai::Error &error);

private:
    void ask(const QString &after);
    void setBusy(bool busy);

    DeskSession &m_session;
    QString m_typed;
    int m_asked = 0; ///< how often the list was asked for
    int m_files = 0; ///< how many were chosen
    bool m_busy = false;
};

} // namespace kessai
