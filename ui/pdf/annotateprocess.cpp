// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/annotateprocess.h"

#include "ui/pdf/renderprocess.h"

#include <utility>

namespace kessai {

namespace {

constexpr int kDeadline = 60'000;
constexpr int kLastFarewell = 1'000;
constexpr quint32 kOpenId = 1;
constexpr quint32 kAnnotateId = 2;

QByteArray frame(quint32 id, renderwire::Verb verb, const QByteArray &head, const QByteArray &bulk = {})
{
    return renderwire::encodeHeader({id, verb, static_cast<quint32>(head.size()), static_cast<quint32>(bulk.size())})
        + head + bulk;
}

} // namespace

AnnotateProcess::AnnotateProcess(QObject *parent)
    : AnnotateProcess(RenderProcess::helperOfApplication(), kDeadline, parent)
{
}

AnnotateProcess::AnnotateProcess(QString helperPath, int deadline, QObject *parent)
    : QObject(parent), m_helperPath(std::move(helperPath))
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(RenderFailure::TimedOut); });
}

AnnotateProcess::~AnnotateProcess()
{
    cancel();
    const QList<QProcess *> processes = findChildren<QProcess *>(Qt::FindDirectChildrenOnly);
    for (QProcess *const process : processes)
        process->waitForFinished(kLastFarewell);
}

void AnnotateProcess::write(const QByteArray &bytes, const QString &mediaType, const QList<PageAnnotation> &annotations)
{
    cancel();
    m_process = new QProcess(this);
    m_process->setProgram(m_helperPath);
    m_process->setProcessEnvironment(RenderProcess::helperEnvironment());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &AnnotateProcess::readReplies);
    connect(m_process, &QProcess::finished, this, [this] { fail(RenderFailure::Crashed); });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(RenderFailure::NotAvailable);
    });
    m_deadline.start();
    m_process->start();
    if (!m_process)
        return;
    m_process->write(
        frame(kOpenId, renderwire::Verb::Open, renderwire::encode(renderwire::OpenRequest{mediaType, {}}), bytes));
    m_process->write(frame(kAnnotateId, renderwire::Verb::Annotate, renderwire::encode(annotations)));
}

void AnnotateProcess::cancel()
{
    m_deadline.stop();
    m_read.clear();
    m_isOpen = false;
    QProcess *const process = std::exchange(m_process, nullptr);
    if (!process)
        return;
    process->disconnect(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    else
        process->kill();
}

void AnnotateProcess::fail(RenderFailure failure)
{
    cancel();
    Q_EMIT failed(failure);
}

void AnnotateProcess::readReplies()
{
    m_read += m_process->readAllStandardOutput();
    while (m_read.size() >= renderwire::kFrameHeaderSize) {
        const auto header = renderwire::decodeHeader(QByteArrayView(m_read).first(renderwire::kFrameHeaderSize));
        const bool isTheAnswer = header && header->id == (m_isOpen ? kAnnotateId : kOpenId)
            && header->verb == (m_isOpen ? renderwire::Verb::Annotate : renderwire::Verb::Open);
        if (!isTheAnswer) {
            fail(RenderFailure::Crashed);
            return;
        }
        const qsizetype bulkAt = renderwire::kFrameHeaderSize + static_cast<qsizetype>(header->headSize);
        const qsizetype end = bulkAt + static_cast<qsizetype>(header->bulkSize);
        if (m_read.size() < end)
            return;
        const QByteArray head = m_read.mid(renderwire::kFrameHeaderSize, header->headSize);
        if (!m_isOpen) {
            const std::optional<renderwire::OpenReply> reply = renderwire::decodeOpenReply(head);
            if (!reply || reply->failure != RenderFailure::None) {
                fail(reply ? reply->failure : RenderFailure::Crashed);
                return;
            }
            m_isOpen = true;
            m_read.remove(0, end);
            continue;
        }
        const std::optional<renderwire::AnnotateReply> reply = renderwire::decodeAnnotateReply(head);
        if (!reply || reply->failure != RenderFailure::None) {
            fail(reply ? reply->failure : RenderFailure::Crashed);
            return;
        }
        const QByteArray bytes = m_read.mid(bulkAt, header->bulkSize);
        cancel();
        Q_EMIT written(bytes);
        return;
    }
}

} // namespace kessai
