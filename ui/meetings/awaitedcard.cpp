// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/awaitedcard.h"

#include "ui/dialogs.h"
#include "ui/meetings/intakelist.h"
#include "ui/meetings/paperintake.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/wording.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace kessai {

AwaitedCard::AwaitedCard(PaperIntake &intake, QWidget *parent)
    : QWidget(parent), m_intake(intake), m_card(new Card(this)), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("awaitedCard"));
    setAcceptDrops(true);
    m_card->setTitle(tr("You are asked for papers"), tr("PDF files and pictures; they can be dropped here."));
    m_card->body()->addLayout(m_rows);
    m_card->body()->addWidget(new IntakeList(intake, m_card));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    hide();
}

void AwaitedCard::show(const Meeting &meeting, StaffId me, const QDate &today)
{
    emptyLayout(*m_rows);
    m_awaited.clear();
    bool any = false;
    const bool open = meeting.state != MeetingState::Closed && meeting.state != MeetingState::Dropped;
    for (const AgendaItem &item : meeting.items) {
        for (const Paper &paper : item.papers) {
            if (paper.responsible != me || !open)
                continue;
            any = true;
            const bool awaited = paper.files.empty();
            const QString title = paperLabel(item, paper.id) + QStringLiteral("　") + paper.title;
            const QString note = !awaited ? tr("in place, %n page(s)", nullptr, paper.files.back().pages)
                : paper.due < today       ? tr("was awaited until %1").arg(longDay(paper.due))
                                          : tr("awaited until %1").arg(longDay(paper.due));
            const RegisteredRow row = registeredRow(title, note, m_card);
            QPushButton *put = rowButton(awaited ? tr("Choose the file…") : tr("Replace…"), title, row.widget);
            put->setObjectName(QStringLiteral("putAwaited"));
            setButtonKind(*put, awaited ? ButtonKind::Primary : ButtonKind::Plain);
            row.layout->addWidget(put);
            connect(put, &QPushButton::clicked, this, [this, id = paper.id] { choose(id); });
            m_rows->addWidget(row.widget);
            if (awaited)
                m_awaited.push_back(paper.id);
        }
    }
    setVisible(any);
}

void AwaitedCard::choose(int paper)
{
    const QStringList paths =
        dialogs().askOpenPaths(this, tr("The paper's file"), tr("PDF files and pictures (*.pdf *.png *.jpg *.jpeg)"));
    if (!paths.isEmpty())
        m_intake.put(paper, paths.front());
}

void AwaitedCard::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_awaited.size() == 1 && urls.size() == 1 && PaperIntake::takes(urls.front().toLocalFile()))
        event->acceptProposedAction();
}

void AwaitedCard::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_intake.put(m_awaited.front(), event->mimeData()->urls().front().toLocalFile());
}

} // namespace kessai
