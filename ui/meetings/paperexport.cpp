// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/paperexport.h"

#include "core/base/wholefile.h"
#include "core/services/answer.h"
#include "ui/errortext.h"
#include "ui/meetings/paperfiles.h"
#include "ui/pdf/failuretext.h"

#include <utility>

namespace kessai {

PaperExport::PaperExport(PaperFiles &files, QObject *parent)
    : QObject(parent), m_files(files), m_annotate(new AnnotateProcess(this))
{
    connect(m_annotate, &AnnotateProcess::written, this, [this](const QByteArray &bytes) { write(bytes, false); });
    connect(m_annotate, &AnnotateProcess::failed, this, [this](RenderFailure failure) {
        if (failure == RenderFailure::Encrypted) {
            if (const QByteArray plain = std::exchange(m_plain, {}); m_mayBePlain)
                write(plain, true);
            else
                Q_EMIT failed(
                    tr("Not saved: your name is to stand on every page, and who made the file does not let anybody "
                       "write into it. It can be printed."));
            return;
        }
        const FailureText text = documentFailureText(failure);
        Q_EMIT failed(text.headline + QLatin1Char(' ') + text.advice);
    });
}

void PaperExport::save(const Attachment &file, const QList<PageAnnotation> &ink, const QString &path, bool plain)
{
    m_path = path;
    m_mayBePlain = plain;
    const int asked = ++m_asked;
    m_files.fetch(file).then(this, [this, asked, file, ink](const Result<QByteArray> &bytes) {
        if (asked != m_asked)
            return;
        if (!bytes) {
            Q_EMIT failed(errorText(bytes.error()).both());
            return;
        }
        m_plain = *bytes;
        m_annotate->write(*bytes, file.mediaType, ink);
    });
}

void PaperExport::write(const QByteArray &bytes, bool isPlain)
{
    onPool([path = m_path, bytes]() -> QString {
        const Result<> saved = writeWholeFile(path, bytes);
        return saved ? QString() : saved.error().detail;
    }).then(this, [this, path = m_path, isPlain](const QString &trouble) {
        if (trouble.isEmpty() && isPlain)
            Q_EMIT savedPlain(path);
        else if (trouble.isEmpty())
            Q_EMIT saved(path);
        else
            Q_EMIT failed(tr("The file could not be saved: %1").arg(trouble));
    });
}

} // namespace kessai
