// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/renderprotocol.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include <optional>

namespace kessai {

/// How long the rendering process may take before it is killed, in milliseconds.
struct RenderDeadlines final {
    int open = 5'000;
    /// The first page decides whether the document feels broken; it may be asked for again with the longer one.
    int firstPage = 3'000;
    int page = 10'000;
    /// What remains for work done ahead once somebody waits to see a page.
    int whileWaitedFor = 1'000;
};

/// The application's side of kessai-render: starts it, sends it one request at a time, the most wanted first, and kills and
/// restarts it when it is late, dies, or answers nonsense. Everything is asynchronous; the caller's thread never waits.
/// Every document gets a process of its own, so that no document can forge what is shown of the next one. Replies
/// concern the document of the last open() only.
class RenderProcess final : public QObject {
    Q_OBJECT

public:
    enum class Urgency : quint8 {
        /// Somebody is waiting for it.
        Visible,
        /// It may be wanted soon.
        Ahead,
    };

    /// Where the helper lies: with the program, as it is built, or in its own folder beside it, as it is installed.
    static QString helperOfApplication();
    /// What finding fonts, plugins and libraries needs; passwords that others keep in the environment stay here.
    static QProcessEnvironment helperEnvironment();

    explicit RenderProcess(QObject *parent = nullptr);
    RenderProcess(QString helperPath, RenderDeadlines deadlines, QObject *parent = nullptr);
    ~RenderProcess() override;

    /// Drops whatever was open and opens this one. Answered by opened() or openingFailed().
    void open(const QByteArray &bytes, const QString &mediaType, const QString &password = {});
    /// Drops the document and ends the process.
    void close();

    /// Answered by pageRendered() or pageFailed(), unless forgotten before. Asking again for what is asked for already only
    /// raises its urgency. `patient` gives a first page the long deadline too.
    void renderPage(const PageRequest &request, Urgency urgency, bool patient = false);
    /// Answered by textRead(), empty for a page that cannot be read.
    void readText(int page);
    /// Forgets the page requests that have not been sent yet.
    void forgetWaitingPages();

    /// The process that runs now; 0 when none does.
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

Q_SIGNALS:
    void opened(const kessai::DocumentInfo &info);
    void openingFailed(kessai::RenderFailure failure);
    void pageRendered(const kessai::PageRequest &request, const QImage &image);
    void pageFailed(const kessai::PageRequest &request, kessai::RenderFailure failure);
    void textRead(int page, const kessai::PageText &text);

private:
    struct Job {
        renderwire::Verb verb = renderwire::Verb::Open;
        PageRequest page;
        int textPage = 0;
        Urgency urgency = Urgency::Visible;
        bool patient = false;
        /// How often the process has died of it.
        int deaths = 0;
    };
    /// A reply as far as it has arrived.
    struct Reply {
        std::optional<renderwire::FrameHeader> header;
        std::optional<QByteArray> head;
        std::optional<renderwire::PageReply> page;
        QImage image;
        qint64 bulkRead = 0;
    };
    enum class Reading : quint8 { NeedsMore, Complete, Nonsense };

    void startProcess();
    void discardProcess();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);
    void onDeadline();
    void giveUp();
    void pump();
    std::optional<Job> takeNext();
    void send(const Job &job);
    int deadlineOf(const Job &job) const;
    void readReply();
    Reading advanceReply();
    bool prepareImage();
    void finishReply();
    void fail(const Job &job, RenderFailure failure);
    void handleDeath();

    const QString m_helperPath;
    const RenderDeadlines m_deadlines;
    QProcess *m_process = nullptr;
    QTimer m_deadline;
    bool m_graceGiven = false;
    /// Whether the process now running has been given the document and has taken it.
    bool m_processHasDocument = false;
    /// Whether any process has been able to open the document: then a failure to reopen is not the document's state.
    bool m_wasOpened = false;
    bool m_hasDocument = false;
    bool m_firstPageDone = false;
    QByteArray m_bytes;
    QString m_mediaType;
    QString m_password;
    quint32 m_lastId = 0;
    int m_openDeaths = 0;
    std::optional<Job> m_current;
    Reply m_reply;
    QList<Job> m_visible;
    QList<Job> m_ahead;
    QList<Job> m_texts;
};

} // namespace kessai
