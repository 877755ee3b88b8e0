// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/attachmentseditor.h"

#include "ui/dialogs.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

AttachmentsEditor::AttachmentsEditor(QWidget *parent)
    : QWidget(parent), m_rows(new QVBoxLayout), m_running(new QVBoxLayout)
{
    auto *add = new QPushButton(icon(QStringLiteral("paperclip")), tr("Add files…"), this);
    add->setObjectName(QStringLiteral("addFilesButton"));
    auto *hint = new TextLabel(tr("or drop them anywhere on this page"), TextRole::Caption, this);
    auto *line = new QHBoxLayout;
    line->addWidget(add);
    line->addWidget(hint);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    layout->addLayout(m_rows);
    layout->addLayout(m_running);
    layout->addLayout(line);
    connect(add, &QPushButton::clicked, this, [this] {
        const QStringList paths = dialogs().askOpenPaths(this, tr("Attach files"), tr("All files (*)"));
        if (!paths.isEmpty())
            Q_EMIT filesChosen(paths);
    });
}

QWidget *AttachmentsEditor::makeRow(const QString &text, const QString &iconName, const QString &action,
                                    std::function<void()> act)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(new IconLabel(QStringLiteral("paperclip"), Token::Text2, metric::kIconSize, row));
    layout->addWidget(new TextLabel(text, TextRole::Body, row), 1);
    auto *button = new QToolButton(row);
    button->setIcon(icon(iconName));
    button->setToolTip(action);
    button->setAccessibleName(action + QLatin1Char(' ') + text);
    button->setAutoRaise(true);
    layout->addWidget(button);
    connect(button, &QToolButton::clicked, this, std::move(act));
    return row;
}

void AttachmentsEditor::setAttachments(const std::vector<Attachment> &attachments)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (size_t i = 0; i < attachments.size(); ++i) {
        const Attachment &one = attachments[i];
        m_rows->addWidget(makeRow(one.name + QLatin1String("  ") + fileSize(one.size), QStringLiteral("trash"),
                                  tr("Remove"), [this, i] { Q_EMIT removeRequested(int(i)); }));
    }
}

void AttachmentsEditor::setProgress(const QString &path, qint64 done, qint64 total)
{
    auto running = m_uploads.find(path);
    if (running == m_uploads.end()) {
        auto *row = makeRow(QFileInfo(path).fileName(), QStringLiteral("x"), tr("Stop"),
                            [this, path] { Q_EMIT cancelRequested(path); });
        auto *bar = new QProgressBar(row);
        bar->setTextVisible(false);
        bar->setMaximumHeight(6);
        bar->setRange(0, 1000);
        static_cast<QHBoxLayout *>(row->layout())->insertWidget(2, bar, 1);
        m_running->addWidget(row);
        running = m_uploads.insert(path, {row, bar});
    }
    running->bar->setValue(total > 0 ? int(done * 1000 / total) : 0);
}

void AttachmentsEditor::endProgress(const QString &path)
{
    const auto running = m_uploads.constFind(path);
    if (running == m_uploads.constEnd())
        return;
    running->row->deleteLater();
    m_uploads.erase(running);
}

} // namespace kessai
