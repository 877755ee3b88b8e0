// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

#include <memory>

class QSaveFile;

namespace kessai {

class DeskSession;

/// Reads what is to be paid, replays each case before it is paid, and records what the accounting section does with batches.
class PaymentPresenter final : public QObject {
    Q_OBJECT

public:
    explicit PaymentPresenter(DeskSession &session, QObject *parent = nullptr);

    /// Reads what is to be paid, and batches of days from `since` on; the newest answer counts.
    void read(const QDate &since);
    /// Replays cases, one after the other; an earlier turn is given up.
    void check(const std::vector<CaseId> &cases);
    void giveUp();
    bool checking() const { return m_checking; }
    /// Records a change; while one is under way further ones are ignored. `done` says in the user's words what was done.
    void change(const PaymentChange &change, const QString &done);
    /// Records that the batch's file was written, again for a reason, and puts it at the path: there is no file the office does not
    /// know of. One that is recorded and still cannot be put there is to be written again.
    void write(const PaymentBatch &batch, const QString &path, const QString &reason, const QString &done);

Q_SIGNALS:
    void sheetRead(const kessai::PaymentSheet &sheet);
    void readFailed(const kessai::Error &error);
    void progressed(int done, int all);
    /// All of them were replayed; these do not prove themselves.
    void checked(const std::vector<kessai::CaseId> &damaged);
    void busyChanged(bool busy);
    void changed(kessai::BatchId batch, const QString &done);
    void changeFailed(const kessai::Error &error);
    /// The file cannot be written, or not there.
    void fileFailed(const QString &why);

private:
    /// A file all of which lies on the disk, and not yet under its name; gone unless it is put there.
    using Staged = std::shared_ptr<QSaveFile>;
    void record(const Staged &file, const ExportBatch &written, const QString &done);
    void put(const Staged &file, BatchId batch, const QString &done);
    void checkNext(int turn);
    void setBusy(bool busy);

    DeskSession &m_session;
    int m_reads = 0;
    int m_turn = 0;
    bool m_checking = false;
    bool m_busy = false;
    std::vector<CaseId> m_cases;
    size_t m_next = 0;
    std::vector<CaseId> m_damaged;
};

} // namespace kessai
