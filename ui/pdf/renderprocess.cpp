// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/renderprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

/// A request that kills the process is tried once more: the process may have been killed for another reason.
constexpr int kDeathsAllowed = 1;
/// What kessai-render exits with when it cannot protect itself.
constexpr int kExitWithoutSandbox = 3;
constexpr int kFarewell = 1'000;

} // namespace

QString RenderProcess::helperOfApplication()
{
    const QString folder = QCoreApplication::applicationDirPath();
#ifdef Q_OS_WIN
    return folder + QStringLiteral("/kessai-render.exe");
#else
    const QString built = folder + QStringLiteral("/kessai-render");
    return QFileInfo::exists(built) ? built
                                    : QDir::cleanPath(folder + QStringLiteral("/../libexec/kessai/kessai-render"));
#endif
}

QProcessEnvironment RenderProcess::helperEnvironment()
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment passed;
    const QStringList names = own.keys();
    for (const QString &name : names) {
        const bool isLocale = name == QLatin1String("LANG") || name.startsWith(QLatin1String("LC_"));
        const bool findsFiles = name == QLatin1String("HOME") || name == QLatin1String("LD_LIBRARY_PATH")
            || name == QLatin1String("QT_PLUGIN_PATH") || name.startsWith(QLatin1String("XDG_DATA"))
            || name == QLatin1String("XDG_CACHE_HOME") || name == QLatin1String("XDG_CONFIG_HOME")
            || name.startsWith(QLatin1String("FONTCONFIG_"));
        const bool isSanitizer = name.endsWith(QLatin1String("SAN_OPTIONS"));
        const bool isWindows = name == QLatin1String("SystemRoot") || name == QLatin1String("PATH");
        if (isLocale || findsFiles || isSanitizer || isWindows)
            passed.insert(name, own.value(name));
    }
    return passed;
}

RenderProcess::RenderProcess(QObject *parent) : RenderProcess(helperOfApplication(), RenderDeadlines(), parent) {}

RenderProcess::RenderProcess(QString helperPath, RenderDeadlines deadlines, QObject *parent)
    : QObject(parent), m_helperPath(std::move(helperPath)), m_deadlines(deadlines)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &RenderProcess::onDeadline);
}

RenderProcess::~RenderProcess()
{
    discardProcess();
    // Killed processes end within moments; QProcess complains of those it has to kill itself.
    const QList<QProcess *> processes = findChildren<QProcess *>(Qt::FindDirectChildrenOnly);
    for (QProcess *const process : processes)
        process->waitForFinished(kFarewell);
}

void RenderProcess::open(const QByteArray &bytes, const QString &mediaType, const QString &password)
{
    close();
    m_bytes = bytes;
    m_mediaType = mediaType;
    m_password = password;
    m_hasDocument = true;
    if (bytes.size() > renderwire::kMaxDocumentBytes) {
        m_hasDocument = false;
        // Answered later, as every other request is.
        QTimer::singleShot(0, this, [this] {
            if (!m_hasDocument && !m_bytes.isEmpty())
                Q_EMIT openingFailed(RenderFailure::TooLarge);
        });
        return;
    }
    pump();
}

void RenderProcess::close()
{
    // A process that has seen no document yet is as good as a new one.
    if (m_processHasDocument || m_current)
        discardProcess();
    m_visible.clear();
    m_ahead.clear();
    m_texts.clear();
    m_hasDocument = false;
    m_wasOpened = false;
    m_firstPageDone = false;
    m_openDeaths = 0;
    m_bytes.clear();
    m_password.fill(QLatin1Char('\0'));
    m_password.clear();
}

void RenderProcess::renderPage(const PageRequest &request, Urgency urgency, bool patient)
{
    if (!m_hasDocument)
        return;
    const auto isSame = [&request](const Job &job) { return job.page == request; };
    if (m_current && m_current->verb == renderwire::Verb::Page && m_current->page == request) {
        if (urgency == Urgency::Visible)
            m_current->urgency = urgency;
        return;
    }
    if (std::ranges::any_of(m_visible, isSame))
        return;
    if (urgency == Urgency::Ahead) {
        if (std::ranges::any_of(m_ahead, isSame))
            return;
        m_ahead.append({renderwire::Verb::Page, request, 0, urgency, patient, 0});
    } else {
        m_ahead.removeIf(isSame);
        m_visible.append({renderwire::Verb::Page, request, 0, urgency, patient, 0});
        const bool isOther =
            m_current && m_current->verb != renderwire::Verb::Open && m_current->urgency == Urgency::Ahead;
        if (isOther && m_deadline.remainingTime() > m_deadlines.whileWaitedFor)
            m_deadline.start(m_deadlines.whileWaitedFor);
    }
    pump();
}

void RenderProcess::readText(int page)
{
    const auto isSame = [page](const Job &job) { return job.textPage == page; };
    if (!m_hasDocument || std::ranges::any_of(m_texts, isSame))
        return;
    if (m_current && m_current->verb == renderwire::Verb::Text && m_current->textPage == page)
        return;
    m_texts.append({renderwire::Verb::Text, {}, page, Urgency::Ahead, false, 0});
    pump();
}

void RenderProcess::forgetWaitingPages()
{
    m_visible.clear();
    m_ahead.clear();
}

void RenderProcess::startProcess()
{
    m_processHasDocument = false;
    m_process = new QProcess(this);
    m_process->setProgram(m_helperPath);
    m_process->setProcessEnvironment(helperEnvironment());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &RenderProcess::readReply);
    connect(m_process, &QProcess::finished, this, &RenderProcess::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, &RenderProcess::onError);
    m_process->start();
}

void RenderProcess::discardProcess()
{
    m_deadline.stop();
    m_current.reset();
    m_reply = {};
    m_processHasDocument = false;
    if (!m_process)
        return;
    QProcess *const process = m_process;
    m_process = nullptr;
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    // It deletes itself once the system has let go of the process; waiting for that here would block.
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, [process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            process->deleteLater();
    });
    process->kill();
}

void RenderProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    if (status == QProcess::NormalExit && exitCode == kExitWithoutSandbox)
        giveUp();
    else
        handleDeath();
}

void RenderProcess::onError(QProcess::ProcessError error)
{
    // The other errors are followed by finished().
    if (error == QProcess::FailedToStart)
        giveUp();
}

void RenderProcess::giveUp()
{
    discardProcess();
    fail(Job(), RenderFailure::NotAvailable);
}

void RenderProcess::onDeadline()
{
    // If this thread was kept from its events, the answer may be waiting in the pipe.
    if (m_process && !std::exchange(m_graceGiven, true) && m_process->waitForReadyRead(0)) {
        if (m_current)
            m_deadline.start(m_deadlines.whileWaitedFor);
        return;
    }
    const std::optional<Job> job = m_current;
    discardProcess();
    if (job)
        fail(*job, RenderFailure::TimedOut);
    pump();
}

void RenderProcess::handleDeath()
{
    std::optional<Job> job = m_current;
    discardProcess();
    if (job) {
        ++job->deaths;
        const bool isOpening = job->verb == renderwire::Verb::Open;
        if (isOpening)
            m_openDeaths = job->deaths;
        if (job->deaths > kDeathsAllowed)
            fail(*job, RenderFailure::Crashed);
        else if (job->verb == renderwire::Verb::Text)
            m_texts.prepend(*job);
        else if (!isOpening && job->urgency == Urgency::Visible)
            m_visible.prepend(*job);
        else if (!isOpening)
            m_ahead.prepend(*job);
    }
    pump();
}

void RenderProcess::pump()
{
    if (m_current || !m_hasDocument)
        return;
    const bool nothingToDo = m_wasOpened && m_visible.isEmpty() && m_ahead.isEmpty() && m_texts.isEmpty();
    if (nothingToDo)
        return;
    if (!m_process) {
        startProcess();
        // Where the system tells at once that it cannot be started, giveUp() has been here already.
        if (!m_process)
            return;
    }
    if (!m_processHasDocument) {
        Job opening;
        opening.deaths = m_openDeaths;
        send(opening);
    } else if (const std::optional<Job> job = takeNext()) {
        send(*job);
    }
}

std::optional<RenderProcess::Job> RenderProcess::takeNext()
{
    for (QList<Job> *queue : {&m_visible, &m_ahead, &m_texts}) {
        if (!queue->isEmpty())
            return queue->takeFirst();
    }
    return std::nullopt;
}

void RenderProcess::send(const Job &job)
{
    QByteArray head;
    QByteArray bulk;
    switch (job.verb) {
    case renderwire::Verb::Open:
        head = renderwire::encode(renderwire::OpenRequest{m_mediaType, m_password});
        bulk = m_bytes;
        break;
    case renderwire::Verb::Page: head = renderwire::encode(job.page); break;
    case renderwire::Verb::Text: head = renderwire::encodeTextRequest(job.textPage); break;
    case renderwire::Verb::Annotate: break; // AnnotateProcess asks for that
    }
    m_current = job;
    m_reply = {};
    const renderwire::FrameHeader header{++m_lastId, job.verb, static_cast<quint32>(head.size()),
                                         static_cast<quint32>(bulk.size())};
    m_graceGiven = false;
    m_deadline.start(deadlineOf(job));
    m_process->write(renderwire::encodeHeader(header));
    m_process->write(head);
    if (!bulk.isEmpty())
        m_process->write(bulk);
}

int RenderProcess::deadlineOf(const Job &job) const
{
    switch (job.verb) {
    case renderwire::Verb::Open: return m_deadlines.open;
    case renderwire::Verb::Page: return m_firstPageDone || job.patient ? m_deadlines.page : m_deadlines.firstPage;
    case renderwire::Verb::Text:
    case renderwire::Verb::Annotate: break;
    }
    return m_visible.isEmpty() ? m_deadlines.page : m_deadlines.whileWaitedFor;
}

void RenderProcess::readReply()
{
    while (m_process && m_process->bytesAvailable() > 0) {
        // It only speaks when asked.
        const Reading reading = m_current ? advanceReply() : Reading::Nonsense;
        if (reading == Reading::NeedsMore)
            return;
        if (reading == Reading::Nonsense) {
            handleDeath();
            return;
        }
        finishReply();
    }
}

RenderProcess::Reading RenderProcess::advanceReply()
{
    if (!m_reply.header) {
        if (m_process->bytesAvailable() < renderwire::kFrameHeaderSize)
            return Reading::NeedsMore;
        m_reply.header = renderwire::decodeHeader(m_process->read(renderwire::kFrameHeaderSize));
        const bool isTheAnswer =
            m_reply.header && m_reply.header->id == m_lastId && m_reply.header->verb == m_current->verb;
        if (!isTheAnswer)
            return Reading::Nonsense;
    }
    if (!m_reply.head) {
        if (m_process->bytesAvailable() < m_reply.header->headSize)
            return Reading::NeedsMore;
        m_reply.head = m_process->read(m_reply.header->headSize);
        if (!prepareImage())
            return Reading::Nonsense;
    }
    // Straight into the image: a page is megabytes, and they arrive in many pieces.
    while (m_reply.bulkRead < m_reply.header->bulkSize) {
        char *const target = reinterpret_cast<char *>(m_reply.image.bits()) + m_reply.bulkRead;
        const qint64 read = m_process->read(target, m_reply.header->bulkSize - m_reply.bulkRead);
        if (read < 0)
            return Reading::Nonsense;
        if (read == 0)
            return Reading::NeedsMore;
        m_reply.bulkRead += read;
    }
    return Reading::Complete;
}

bool RenderProcess::prepareImage()
{
    const qint64 bulkSize = m_reply.header->bulkSize;
    if (m_current->verb != renderwire::Verb::Page)
        return bulkSize == 0;
    m_reply.page = renderwire::decodePageReply(*m_reply.head);
    if (!m_reply.page)
        return false;
    if (m_reply.page->failure != RenderFailure::None)
        return bulkSize == 0;
    const QSize size = m_current->page.clip.size();
    if (m_reply.page->size != size || bulkSize != 4LL * size.width() * size.height())
        return false;
    m_reply.image = QImage(size, QImage::Format_RGB32);
    return !m_reply.image.isNull();
}

void RenderProcess::finishReply()
{
    m_deadline.stop();
    const Job job = *m_current;
    const Reply reply = std::move(m_reply);
    m_current.reset();
    m_reply = {};

    switch (job.verb) {
    case renderwire::Verb::Open: {
        const std::optional<renderwire::OpenReply> answer = renderwire::decodeOpenReply(*reply.head);
        if (!answer) {
            m_current = job;
            handleDeath();
            return;
        }
        m_processHasDocument = true;
        m_openDeaths = 0;
        if (answer->failure != RenderFailure::None) {
            fail(job, answer->failure);
            return;
        }
        const bool isFirst = !m_wasOpened;
        m_wasOpened = true;
        if (isFirst)
            Q_EMIT opened(answer->info);
        break;
    }
    case renderwire::Verb::Page:
        m_firstPageDone = true;
        if (reply.page->failure == RenderFailure::None)
            Q_EMIT pageRendered(job.page, reply.image);
        else
            Q_EMIT pageFailed(job.page, reply.page->failure);
        break;
    case renderwire::Verb::Text: {
        const std::optional<renderwire::TextReply> answer = renderwire::decodeTextReply(*reply.head);
        if (!answer) {
            m_current = job;
            handleDeath();
            return;
        }
        Q_EMIT textRead(job.textPage, answer->text);
        break;
    }
    case renderwire::Verb::Annotate: break;
    }
    pump();
}

void RenderProcess::fail(const Job &job, RenderFailure failure)
{
    switch (job.verb) {
    case renderwire::Verb::Open:
        m_hasDocument = false;
        m_visible.clear();
        m_ahead.clear();
        m_texts.clear();
        Q_EMIT openingFailed(failure);
        break;
    case renderwire::Verb::Page:
        m_firstPageDone = true;
        Q_EMIT pageFailed(job.page, failure);
        break;
    case renderwire::Verb::Text: Q_EMIT textRead(job.textPage, {}); break;
    case renderwire::Verb::Annotate: break;
    }
}

} // namespace kessai
