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

    /// Answered by saved() or failed(); one at a time, the last one asked for. A picture becomes a PDF, which has room for what is on it.
    /// `plain`: whether a copy may be without anything, where nobody may write into the file.
    void save(const Attachment &file, const QList<PageAnnotation> &ink, const QString &path, bool plain);

Q_SIGNALS:
    void saved(const QString &path);
    /// Who made the file does not let anybody write into it: the copy is as the file is.
    void savedPlain(const QString &path);
    /// In the user's words.
    void failed(const QString &trouble);

private:
    void write(const QByteArray &bytes, bool isPlain);

    PaperFiles &m_files;
    AnnotateProcess *m_annotate;
    QString m_path;
    QByteArray m_plain;
    bool m_mayBePlain = true;
    int m_asked = 0;
};

} // namespace kessai
