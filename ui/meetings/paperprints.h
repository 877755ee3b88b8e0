// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "ui/pdf/renderprocess.h"

#include <QObject>

#include <vector>

namespace kessai {

/// Reads from a file what is kept of each of its pages: what it is recognised by when the paper is replaced, and its text for search.
/// The rendering process does the work; an image is a paper of one page. A page that cannot be drawn is kept without a picture, a file that
/// cannot be read fails with the reason.
class PaperPrints final : public QObject {
    Q_OBJECT

public:
    explicit PaperPrints(QObject *parent = nullptr);
    PaperPrints(const QString &helperPath, RenderDeadlines deadlines, QObject *parent = nullptr);

    /// Drops what was being read and reads this. Answered by finished() or failed().
    void read(const QByteArray &bytes, const QString &mediaType);
    void cancel();

Q_SIGNALS:
    void progressed(int pages, int of);
    void finished(const std::vector<kessai::PaperPage> &pages);
    void failed(kessai::RenderFailure failure);

private:
    void listen();
    void begin(const DocumentInfo &info);
    void askForPage();
    void takeText(int page, const PageText &text);
    /// As much of a page's folded text as there is room for.
    QString kept(const QString &whole);
    void fail(RenderFailure failure);

    RenderProcess m_process;
    QList<QSizeF> m_sizes;
    std::vector<PaperPage> m_pages;
    QByteArray m_grey;
    QSize m_size;
    int m_failures = 0;
    qsizetype m_kept = 0;    ///< bytes of folded text
    qsizetype m_written = 0; ///< and of the text as it is written
};

/// Takes the text as it is written from the last pages until prints and texts are at most so many bytes: what is searched goes before what is
/// only shown.
void dropWritten(std::vector<PaperPage> &pages, qsizetype most);

} // namespace kessai
