// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/content.h"
#include "ui/pdf/annotateprocess.h"

#include <QObject>

namespace kessai {

class PaperFiles;

/// Saves a copy of a paper with what is written on it as annotations that other programs show; the paper itself stays as it is.
class PaperExport final : public QObject {
    Q_OBJECT

public:
    explicit PaperExport(PaperFiles &files, QObject *parent = nullptr);

    /// Answered by saved() or failed(); one at a time, the last one asked for.
    void save(const Attachment &file, const QList<PageAnnotation> &ink, const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    /// In the user's words.
    void failed(const QString &trouble);

private:
    void write(const QByteArray &bytes);

    PaperFiles &m_files;
    AnnotateProcess *m_annotate;
    QString m_path;
    int m_asked = 0;
};

} // namespace kessai
