// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/paperfiles.h"

#include "core/services/transfer.h"
#include "ui/kept/keptbooks.h"
#include "ui/shell/desksession.h"

namespace kessai {

namespace {

constexpr qsizetype kNearKib = 192 * 1024;

} // namespace

PaperFiles::PaperFiles(DeskSession &session, QObject *parent) : QObject(parent), m_session(session), m_near(kNearKib) {}

PaperFiles::~PaperFiles()
{
    for (const QByteArray &sha256 : m_waiting.keys())
        answer(sha256, fail(ErrorCode::Cancelled));
}

Answer<Result<QByteArray>> PaperFiles::fetch(const Attachment &file)
{
    const auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    Answer<Result<QByteArray>> answered(promise->future());
    promise->start();
    if (const QByteArray *near = m_near.object(file.sha256)) {
        promise->addResult(*near);
        promise->finish();
        return answered;
    }
    std::vector<Promise> &waiting = m_waiting[file.sha256];
    waiting.push_back(promise);
    if (waiting.size() > 1)
        return answered;
    if (!m_session.kept().isOpen()) { // a keyring that asks, or hangs, keeps nobody from reading
        download(file);
        return answered;
    }
    m_session.kept()
        .run([sha256 = file.sha256](BookShelf &shelf) { return shelf.file(sha256); })
        .then(this, [this, file](const std::optional<QByteArray> &bytes) {
            if (bytes)
                answer(file.sha256, *bytes);
            else
                download(file);
        });
    return answered;
}

void PaperFiles::download(const Attachment &file)
{
    auto *download = new Download(m_session.desk(), file, this);
    connect(download, &Download::finished, this, [this, download, sha256 = file.sha256](const QByteArray &bytes) {
        download->deleteLater();
        m_session.kept().run([sha256, bytes](BookShelf &shelf) { return shelf.keepFile(sha256, bytes); });
        answer(sha256, bytes);
    });
    connect(download, &Download::failed, this, [this, download, sha256 = file.sha256](const Error &error) {
        download->deleteLater();
        answer(sha256, kessai::fail(error));
    });
    download->start();
}

void PaperFiles::answer(const QByteArray &sha256, const Result<QByteArray> &bytes)
{
    if (bytes)
        m_near.insert(sha256, new QByteArray(*bytes), bytes->size() / 1024 + 1);
    for (const Promise &promise : m_waiting.take(sha256)) {
        promise->addResult(bytes);
        promise->finish();
    }
}

} // namespace kessai
