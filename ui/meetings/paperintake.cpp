// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/paperintake.h"

#include "core/base/canonical.h"
#include "core/services/answer.h"
#include "core/services/transfer.h"
#include "ui/errortext.h"
#include "ui/meetings/meetingacts.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/paperprints.h"
#include "ui/meetings/reach.h"
#include "ui/pdf/failuretext.h"
#include "ui/shell/desksession.h"

#include <QCollator>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace kessai {

namespace {

/// What a file is called without the number it bears: the agenda numbers its papers itself, and two numbers are one too many.
QString unnumberedName(const QString &path)
{
    static const QRegularExpression kNumber(
        QStringLiteral("^資料\\s*[0-9０-９]+(?:[-－‐ー][0-9０-９]+)*[\\s_＿.．、:：]+(?=\\S)"),
        QRegularExpression::UseUnicodePropertiesOption);
    QString title = QFileInfo(path).completeBaseName();
    title.remove(kNumber);
    return title.left(int(kMostMeetingText));
}

} // namespace

PaperIntake::PaperIntake(MeetingPresenter &presenter, QObject *parent)
    : QObject(parent), m_presenter(presenter), m_retry(new QTimer(this))
{
    m_retry->setObjectName(QStringLiteral("intakeRetry"));
    m_retry->setSingleShot(true);
    m_retry->setInterval(kRetryAfter);
    connect(m_retry, &QTimer::timeout, this, &PaperIntake::goOn);
    connect(&presenter.session(), &DeskSession::connectionRestored, this, &PaperIntake::goOn);
    connect(&presenter, &MeetingPresenter::acted, this, [this](int act) { settle(act, nullptr); });
    connect(&presenter, &MeetingPresenter::notDone, this, [this](int act, const Error &why) { settle(act, &why); });
}

PaperIntake::~PaperIntake() = default;

bool PaperIntake::takes(const QString &path)
{
    static const QStringList kTypes{QStringLiteral("application/pdf"), QStringLiteral("image/png"),
                                    QStringLiteral("image/jpeg")};
    return kTypes.contains(QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension).name());
}

QStringList PaperIntake::taken(QStringList paths)
{
    paths.erase(std::remove_if(paths.begin(), paths.end(), [](const QString &path) { return !takes(path); }),
                paths.end());
    QCollator order{QLocale(QLocale::Japanese)};
    order.setNumericMode(true);
    std::stable_sort(paths.begin(), paths.end(), [&](const QString &one, const QString &other) {
        return order.compare(QFileInfo(one).fileName(), QFileInfo(other).fileName()) < 0;
    });
    return paths;
}

void PaperIntake::add(int item, const QStringList &paths)
{
    for (const QString &path : taken(paths)) {
        Incoming one;
        one.id = ++m_lastId;
        one.path = path;
        one.item = item;
        one.title = unnumberedName(path);
        m_files.push_back(one);
        m_works.push_back({one.id, {}});
    }
    Q_EMIT changed();
    next();
}

void PaperIntake::put(int paper, const QString &path)
{
    const AgendaItem *item = m_presenter.meeting().itemOf(paper);
    const Paper *there = m_presenter.meeting().paper(paper);
    if (!item || !there || !takes(path))
        return;
    Incoming one;
    one.id = ++m_lastId;
    one.path = path;
    one.item = item->id;
    one.paper = paper;
    one.revision = there->files.empty() ? 1 : there->files.back().revision + 1;
    one.title = there->title;
    m_files.push_back(one);
    m_works.push_back({one.id, {}});
    Q_EMIT changed();
    next();
}

bool PaperIntake::isBusy() const
{
    return std::any_of(m_files.begin(), m_files.end(), [](const Incoming &one) {
        return one.state != Incoming::State::Failed && one.state != Incoming::State::Placing;
    });
}

Incoming *PaperIntake::find(int id)
{
    const auto it = std::find_if(m_files.begin(), m_files.end(), [&](const Incoming &one) { return one.id == id; });
    return it == m_files.end() ? nullptr : &*it;
}

PaperIntake::Work &PaperIntake::work(int id)
{
    return std::find_if(m_works.begin(), m_works.end(), [&](const auto &one) { return one.first == id; })->second;
}

void PaperIntake::next()
{
    if (m_running != 0)
        return;
    const auto waiting = std::find_if(m_files.begin(), m_files.end(),
                                      [](const Incoming &one) { return one.state == Incoming::State::Waiting; });
    if (waiting != m_files.end())
        send(waiting->id);
}

void PaperIntake::send(int id)
{
    m_running = id;
    Incoming &one = *find(id);
    one.state = Incoming::State::Sending;
    one.trouble.clear();
    Work &here = work(id);
    here.byLine = false;
    if (here.upload) {
        here.upload->resume();
    } else {
        here.upload = new Upload(m_presenter.session().desk(), one.path, this);
        connect(here.upload, &Upload::progressed, this, [this, id](qint64 done, qint64 total) {
            if (Incoming *file = find(id)) {
                file->done = done;
                file->total = std::max<qint64>(total, 1);
                Q_EMIT progressed(id);
            }
        });
        connect(here.upload, &Upload::finished, this, [this, id](const Attachment &file) { sent(id, file); });
        connect(here.upload, &Upload::failed, this, [this, id](const Error &error) { stopped(id, error); });
        here.upload->start();
    }
    Q_EMIT changed();
}

/// What the line stopped, in its order.
void PaperIntake::goOn()
{
    for (const Incoming &one : std::vector(m_files)) {
        if (one.state == Incoming::State::Stopped && work(one.id).byLine)
            resume(one.id);
    }
}

void PaperIntake::stopped(int id, const Error &error)
{
    Incoming *one = find(id);
    if (m_running == id)
        m_running = 0;
    if (!one) { // given up meanwhile
        next();
        return;
    }
    const bool line = isOutOfReach(error);
    if (line || error.code == ErrorCode::Cancelled) {
        one->state = Incoming::State::Stopped;
        one->trouble = line ? errorText(error).what : QString();
        work(id).byLine = line;
        if (line)
            m_retry->start();
        Q_EMIT changed();
        if (!line)
            next();
        return;
    }
    fail(id, errorText(error).both());
}

void PaperIntake::sent(int id, const Attachment &file)
{
    Incoming *one = find(id);
    if (!one) { // given up while its last chunk was under way
        m_running = 0;
        next();
        return;
    }
    work(id).file = file;
    one->state = Incoming::State::Reading;
    one->done = 0;
    Q_EMIT changed();
    onPool([path = one->path, sha256 = file.sha256] {
        QFile source(path);
        QByteArray bytes = source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
        return sha256Hex(bytes) == sha256 ? std::optional(std::move(bytes)) : std::nullopt;
    }).then(this, [this, id](const std::optional<QByteArray> &bytes) {
        if (!find(id))
            return;
        if (!bytes)
            fail(id, errorText(Error{ErrorCode::FileUnreadable, {}, std::nullopt}).both());
        else
            read(id, *bytes);
    });
}

void PaperIntake::read(int id, const QByteArray &bytes)
{
    delete m_prints;
    m_prints = new PaperPrints(this);
    connect(m_prints, &PaperPrints::progressed, this, [this, id](int done, int total) {
        if (Incoming *one = find(id)) {
            one->done = done;
            one->total = std::max(total, 1);
            Q_EMIT progressed(id);
        }
    });
    connect(m_prints, &PaperPrints::finished, this, [this, id](const std::vector<PaperPage> &pages) {
        Incoming *one = find(id);
        if (!one)
            return;
        work(id).pages = pages;
        if (one->revision > 1)
            compare(id);
        else
            place(id);
    });
    connect(m_prints, &PaperPrints::failed, this, [this, id](RenderFailure failure) {
        const FailureText text = documentFailureText(failure);
        const bool isFile = failure == RenderFailure::Broken || failure == RenderFailure::Encrypted
            || failure == RenderFailure::TooLarge;
        fail(id, text.headline + QLatin1Char(' ') + text.advice, isFile);
    });
    m_prints->read(bytes, work(id).file.mediaType);
}

/// Before a paper is replaced one sees what becomes of its pages, and of what everybody wrote on them.
void PaperIntake::compare(int id)
{
    const Incoming &one = *find(id);
    m_presenter.session()
        .desk()
        .ask([meeting = *m_presenter.id(), paper = one.paper, revision = one.revision - 1](Desk &desk) {
            return desk.paperPages(meeting, paper, revision);
        })
        .then(this, [this, id](const Result<std::vector<PaperPage>> &older) {
            if (!older) {
                fail(id, errorText(older.error()).both());
                return;
            }
            if (!find(id))
                return;
            onPool([older = *older, newer = work(id).pages] {
                return pageChanges(matchPages(printsOf(older), printsOf(newer)), int(newer.size()));
            }).then(this, [this, id](const PageChanges &changes) { ask(id, changes); });
        });
}

void PaperIntake::ask(int id, const PageChanges &changes)
{
    Incoming *one = find(id);
    if (!one)
        return;
    one->changes = changes;
    one->state = Incoming::State::Asking;
    m_running = 0;
    Q_EMIT changed();
    next();
}

void PaperIntake::confirm(int id)
{
    if (const Incoming *one = find(id); one && one->state == Incoming::State::Asking)
        place(id);
}

void PaperIntake::place(int id)
{
    Incoming &one = *find(id);
    Work &here = work(id);
    one.state = Incoming::State::Placing;
    if (m_running == id)
        m_running = 0;
    here.act = m_presenter.change(PutPaper{one.paper, one.item, one.revision, one.title, here.file, here.pages},
                                  one.revision > 1 ? tr("“%1” is replaced.").arg(one.title)
                                                   : tr("“%1” is in place.").arg(one.title));
    if (here.act == 0) // the same is being put there already
        take(id);
    Q_EMIT changed();
    next();
}

/// What became of the act that puts a file in place: the file is only gone from here once it is there.
void PaperIntake::settle(int act, const Error *why)
{
    const auto found =
        std::find_if(m_works.begin(), m_works.end(), [&](const auto &one) { return one.second.act == act; });
    if (found == m_works.end())
        return;
    const int id = found->first;
    found->second.act = 0;
    if (why) {
        fail(id, meetingErrorText(*why));
        return;
    }
    take(id);
    Q_EMIT changed();
}

void PaperIntake::stop(int id)
{
    if (const Incoming *one = find(id); one && one->state == Incoming::State::Sending)
        work(id).upload->cancel();
}

void PaperIntake::resume(int id)
{
    Incoming *one = find(id);
    if (!one || (one->state != Incoming::State::Stopped && one->state != Incoming::State::Failed))
        return;
    if (one->state == Incoming::State::Failed) {
        if (const Paper *there = m_presenter.meeting().paper(one->paper))
            one->revision = there->files.empty() ? 1 : there->files.back().revision + 1; // it may have come meanwhile
        if (Upload *failed = std::exchange(work(id).upload, nullptr))
            failed->deleteLater(); // another attempt reads the file anew: it may be mended
    }
    one->state = Incoming::State::Waiting;
    one->trouble.clear();
    Q_EMIT changed();
    next();
}

void PaperIntake::forget(int id)
{
    const Incoming *one = find(id);
    if (!one)
        return;
    if (one->state == Incoming::State::Reading) {
        delete std::exchange(m_prints, nullptr);
        m_running = 0;
    }
    if (one->state == Incoming::State::Sending)
        work(id).upload->cancel(); // its answer frees the way for the next
    take(id);
    Q_EMIT changed();
    next();
}

void PaperIntake::clear()
{
    for (const Incoming &one : std::vector(m_files))
        forget(one.id);
}

void PaperIntake::fail(int id, const QString &trouble, bool isHopeless)
{
    if (m_running == id)
        m_running = 0;
    Incoming *one = find(id);
    if (!one)
        return;
    one->state = Incoming::State::Failed;
    one->trouble = trouble;
    one->isHopeless = isHopeless;
    Q_EMIT changed();
    next();
}

/// The file is no longer on its way.
void PaperIntake::take(int id)
{
    if (Upload *upload = work(id).upload) {
        if (find(id)->state == Incoming::State::Sending)
            connect(upload, &Upload::failed, upload, &QObject::deleteLater); // when the chunk under way is answered
        else
            upload->deleteLater();
    }
    if (m_running == id && find(id)->state != Incoming::State::Sending)
        m_running = 0;
    std::erase_if(m_works, [&](const auto &one) { return one.first == id; });
    std::erase_if(m_files, [&](const Incoming &one) { return one.id == id; });
}

} // namespace kessai
