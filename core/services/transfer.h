// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/content.h"

#include <QByteArrayList>
#include <QObject>

#include <atomic>
#include <memory>

namespace kessai {

class DeskThread;

/// Uploads one file in chunks, interleaved with other work of the desk. It is read and hashed on the pool, so that a slow disk or
/// share keeps neither the window nor the desk waiting.
class Upload final : public QObject {
    Q_OBJECT

public:
    Upload(DeskThread &desk, const QString &path, QObject *parent = nullptr);
    void start();
    /// Stops after the chunk under way; `failed` follows with Cancelled.
    void cancel();
    /// Goes on after `failed`, from the chunk it had come to.
    void resume();
    QString path() const { return m_path; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const kessai::Attachment &attachment);
    void failed(const kessai::Error &error);

private:
    void begin(const Attachment &attachment);
    void next(int no);
    void put(int no, const QByteArray &chunk);

    DeskThread &m_desk;
    QString m_path;
    Attachment m_attachment;
    qint64 m_upload = 0;
    int m_next = 0; ///< the chunk that is sent next
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

/// Downloads an attached file chunk by chunk; every chunk and the whole are checked against the sealed digests.
class Download final : public QObject {
    Q_OBJECT

public:
    Download(DeskThread &desk, Attachment attachment, QObject *parent = nullptr);
    void start();
    void cancel();

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const QByteArray &bytes);
    void failed(const kessai::Error &error);

private:
    void next(int no);

    DeskThread &m_desk;
    Attachment m_attachment;
    QByteArrayList m_chunks;
    qint64 m_received = 0;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

/// Reads and hashes a file into the Attachment that names it; NotFound, FileUnreadable or TooLarge otherwise.
Result<Attachment> describeFile(const QString &path, const std::atomic_bool &cancelled);

} // namespace kessai
