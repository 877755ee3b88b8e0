// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/content.h"

#include <QHash>
#include <QWidget>

class QProgressBar;
class QVBoxLayout;

namespace kessai {

/// The attachments of a request being written: add by button or by dropping files on the page, see each upload's progress,
/// cancel it, remove what is there.
class AttachmentsEditor final : public QWidget {
    Q_OBJECT

public:
    explicit AttachmentsEditor(QWidget *parent = nullptr);
    void setAttachments(const std::vector<Attachment> &attachments);
    void setProgress(const QString &path, qint64 done, qint64 total);
    void endProgress(const QString &path);

Q_SIGNALS:
    void filesChosen(const QStringList &paths);
    void removeRequested(int index);
    void cancelRequested(const QString &path);

private:
    QWidget *makeRow(const QString &text, const QString &iconName, const QString &action, std::function<void()> act);

    QVBoxLayout *m_rows;
    QVBoxLayout *m_running;
    struct Running {
        QWidget *row;
        QProgressBar *bar;
    };
    QHash<QString, Running> m_uploads;
};

} // namespace kessai
