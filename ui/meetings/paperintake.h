// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "ui/meetings/papermoves.h"

#include <QObject>

#include <vector>

class QTimer;

namespace kessai {

class MeetingPresenter;
class PaperPrints;
class Upload;

/// A file on its way into a meeting.
struct Incoming final {
    enum class State {
        Waiting,
        Sending,
        Stopped, ///< by hand or because the line broke; goes on from where it was
        Reading, ///< its pages are looked at
        Asking,  ///< it would replace a paper, and somebody has to say yes
        Placing, ///< sent and read; the act that puts it in place is not recorded yet
        Failed,
    };
    int id = 0;
    QString path;
    int item = 0;
    int paper = 0; ///< 0 for a new one
    int revision = 1;
    QString title;
    State state = State::Waiting;
    qint64 done = 0;
    qint64 total = 1;
    QString trouble{};       ///< in the user's words
    bool isHopeless = false; ///< the file itself is at fault: tried again, it fails again
    PageChanges changes{};   ///< while Asking
};

/// Brings files into a meeting one after the other, in the order in which they came: sent in chunks, read for what their pages are
/// recognised by, put in place as acts of the meeting.
class PaperIntake final : public QObject {
    Q_OBJECT

public:
    explicit PaperIntake(MeetingPresenter &presenter, QObject *parent = nullptr);
    ~PaperIntake() override;

    /// Whether a file can be a paper, by its name.
    static bool takes(const QString &path);
    /// The files of a drop that can be papers, by name with numbers as numbers: 資料2 before 資料10.
    static QStringList taken(QStringList paths);

    void add(int item, const QStringList &paths);
    /// Puts a file in the place of a paper, or of one that was asked for.
    void put(int paper, const QString &path);
    void stop(int id);
    void resume(int id);
    /// Goes through with a replacement.
    void confirm(int id);
    /// Gives a file up.
    void forget(int id);
    void clear();

    const std::vector<Incoming> &files() const { return m_files; }
    /// Whether files are on their way that leaving the meeting would stop.
    bool isBusy() const;

Q_SIGNALS:
    void changed();
    void progressed(int id);

private:
    struct Work {
        Upload *upload = nullptr;
        Attachment file{};
        std::vector<PaperPage> pages{};
        bool byLine = false; ///< stopped because the line broke
        int act = 0;         ///< while it is put in place
    };
    Incoming *find(int id);
    Work &work(int id);
    void next();
    void send(int id);
    void sent(int id, const Attachment &file);
    void read(int id, const QByteArray &bytes);
    void compare(int id);
    void ask(int id, const PageChanges &changes);
    void place(int id);
    void goOn();
    void settle(int act, const Error *why);
    void stopped(int id, const Error &error);
    void fail(int id, const QString &trouble, bool isHopeless = false);
    void take(int id);

    MeetingPresenter &m_presenter;
    std::vector<Incoming> m_files;
    std::vector<std::pair<int, Work>> m_works;
    PaperPrints *m_prints = nullptr;
    QTimer *m_retry;   ///< a break may be over before the session notices it
    int m_running = 0; ///< the file being sent or read; 0 for none
    int m_lastId = 0;
};

} // namespace kessai
