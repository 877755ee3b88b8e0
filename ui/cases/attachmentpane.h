// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/content.h"

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace kessai {

class DeskSession;
class DocumentView;
class Download;
class QuietBanner;
class TextLabel;

/// An attached file, fetched, checked against its seal and shown inside the window; it can be saved to disk as well.
class AttachmentPane final : public QWidget {
    Q_OBJECT

public:
    explicit AttachmentPane(DeskSession &session, QWidget *parent = nullptr);
    void show(const Attachment &attachment);

Q_SIGNALS:
    /// The reader goes back to the list.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void save();

    DeskSession &m_session;
    QToolButton *m_back;
    TextLabel *m_name;
    QToolButton *m_save;
    QProgressBar *m_progress;
    QuietBanner *m_banner;
    DocumentView *m_view;
    Download *m_download = nullptr;
    Attachment m_attachment;
    QByteArray m_bytes;
};

} // namespace kessai
