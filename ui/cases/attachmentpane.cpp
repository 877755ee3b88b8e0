// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/attachmentpane.h"

#include "core/base/wholefile.h"
#include "core/services/answer.h"
#include "core/services/transfer.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/pdf/documentview.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

AttachmentPane::AttachmentPane(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_back(new QToolButton(this)),
      m_name(new TextLabel(TextRole::CardTitle, this)), m_save(new QToolButton(this)),
      m_progress(new QProgressBar(this)), m_banner(new QuietBanner(this)), m_view(new DocumentView(this))
{
    m_back->setIcon(icon(QStringLiteral("chevron-left")));
    m_back->setText(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list (Esc)"));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setAutoRaise(true);
    m_back->setObjectName(QStringLiteral("attachmentBack"));
    m_save->setIcon(icon(QStringLiteral("download")));
    m_save->setToolTip(tr("Save a copy"));
    m_save->setAccessibleName(tr("Save a copy"));
    m_save->setAutoRaise(true);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(4);
    m_banner->hide();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(metric::kGap, metric::kGap, metric::kGap, metric::kGap);
    head->addWidget(m_back);
    head->addWidget(m_name, 1);
    head->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_progress);
    layout->addWidget(m_banner);
    layout->addWidget(m_view, 1);
    connect(m_back, &QToolButton::clicked, this, &AttachmentPane::closed);
    connect(m_save, &QToolButton::clicked, this, &AttachmentPane::save);
}

void AttachmentPane::show(const Attachment &attachment)
{
    if (m_download) {
        // It goes when the chunk under way has been answered, not before.
        m_download->disconnect(this);
        connect(m_download, &Download::failed, m_download, &QObject::deleteLater);
        m_download->cancel();
    }
    m_attachment = attachment;
    m_bytes.clear();
    m_name->setText(attachment.name);
    m_banner->clear();
    m_save->setEnabled(false);
    m_progress->setRange(0, 1000);
    m_progress->setValue(0);
    m_progress->show();
    m_view->clear();

    m_download = new Download(m_session.desk(), attachment, this);
    connect(m_download, &Download::progressed, this,
            [this](qint64 done, qint64 total) { m_progress->setValue(total > 0 ? int(done * 1000 / total) : 0); });
    connect(m_download, &Download::finished, this, [this](const QByteArray &bytes) {
        std::exchange(m_download, nullptr)->deleteLater();
        m_progress->hide();
        m_bytes = bytes;
        m_save->setEnabled(true);
        m_view->setDocument(m_attachment.name, m_attachment.mediaType, bytes);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_download, &Download::failed, this, [this](const Error &error) {
        std::exchange(m_download, nullptr)->deleteLater();
        m_progress->hide();
        m_banner->say(BannerKind::Error, errorText(error).both());
    });
    m_download->start();
}

void AttachmentPane::save()
{
    const QString path = dialogs().askSavePath(this, tr("Save a copy"), m_attachment.name);
    if (path.isEmpty())
        return;
    onPool([path, bytes = m_bytes]() -> QString {
        const Result<> saved = writeWholeFile(path, bytes);
        return saved ? QString() : saved.error().detail;
    }).then(this, [this, path](const QString &trouble) {
        if (trouble.isEmpty())
            m_banner->say(BannerKind::Success, tr("Saved as %1").arg(path));
        else
            m_banner->say(BannerKind::Error, tr("The file could not be saved: %1").arg(trouble));
    });
}

void AttachmentPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kessai
