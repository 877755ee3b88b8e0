// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/renderprotocol.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace kessai {

/// Writes annotations into a copy of a document, in a process of its own that is started for it and ends with it: the document may be
/// anybody's. Asynchronous.
class AnnotateProcess final : public QObject {
    Q_OBJECT

public:
    explicit AnnotateProcess(QObject *parent = nullptr);
    AnnotateProcess(QString helperPath, int deadline, QObject *parent = nullptr);
    ~AnnotateProcess() override;

    /// Drops what was being written. Answered by written() or failed().
    void write(const QByteArray &bytes, const QString &mediaType, const QList<PageAnnotation> &annotations);
    void cancel();

Q_SIGNALS:
    void written(const QByteArray &bytes);
    void failed(kessai::RenderFailure failure);

private:
    void readReplies();
    void fail(RenderFailure failure);

    const QString m_helperPath;
    QProcess *m_process = nullptr;
    QTimer m_deadline;
    QByteArray m_read;
    bool m_isOpen = false;
};

} // namespace kessai
