// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/paperfiles.h"

#include "core/services/transfer.h"

namespace kessai {

namespace {

constexpr qsizetype kNearKib = 192 * 1024;

} // namespace

PaperFiles::PaperFiles(DeskThread &desk, QObject *parent) : QObject(parent), m_desk(desk), m_near(kNearKib) {}

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
    auto *download = new Download(m_desk, file, this);
    connect(download, &Download::finished, this, [this, download, sha256 = file.sha256](const QByteArray &bytes) {
        download->deleteLater();
        m_near.insert(sha256, new QByteArray(bytes), bytes.size() / 1024 + 1);
        answer(sha256, bytes);
    });
    connect(download, &Download::failed, this, [this, download, sha256 = file.sha256](const Error &error) {
        download->deleteLater();
        answer(sha256, kessai::fail(error));
    });
    download->start();
    return answered;
}

void PaperFiles::answer(const QByteArray &sha256, const Result<QByteArray> &bytes)
{
    for (const Promise &promise : m_waiting.take(sha256)) {
        promise->addResult(bytes);
        promise->finish();
    }
}

} // namespace kessai
