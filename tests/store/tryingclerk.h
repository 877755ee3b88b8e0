// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "tests/store/hand.h"

namespace kessai::test {

/// Somebody's cases and drafts with a subject.
inline Result<std::vector<CaseId>> withSubject(Desk &desk, const QString &subject)
{
    std::vector<CaseId> found;
    for (const ListKind kind : {ListKind::Drafts, ListKind::Own}) {
        ListQuery query;
        query.kind = kind;
        const auto page = desk.list(query);
        if (!page)
            return page.failure();
        for (const CaseRow &row : page->rows) {
            if (row.title == subject)
                found.push_back(row.id);
        }
    }
    return found;
}

/// What somebody does who wants a request filed, with a file, and cannot know how far they got before: they look what is there, and go on
/// from it. The file has `size` bytes.
inline Result<Event> fileFromWhereItStands(Desk &desk, const QString &subject, const QString &requestId, qint64 size)
{
    const auto there = withSubject(desk, subject);
    if (!there)
        return there.failure();
    if (!there->empty())
        return desk.submit(there->front(), requestId, {});
    // Of each request another one: what is there already need not be sent.
    const QByteArray bytes = subject.toUtf8().leftJustified(size, 'e');
    const Attachment file = describe(QStringLiteral("別紙.pdf"), bytes);
    const auto upload = desk.beginUpload(file);
    if (!upload)
        return upload.failure();
    for (int no = 0; *upload && no < int(file.chunks.size()); ++no) {
        if (const Result<> put = desk.putChunk(**upload, no, bytes.mid(no * kChunkSize, kChunkSize)); !put)
            return put.failure();
    }
    if (*upload) {
        if (const Result<> finished = desk.finishUpload(**upload); !finished)
            return finished.failure();
    }
    const auto saved = desk.saveDraft({}, Content{QStringLiteral("memo"), 1, memo(subject), {file}});
    return saved ? desk.submit(*saved, requestId, {}) : Result<Event>(saved.failure());
}

} // namespace kessai::test
