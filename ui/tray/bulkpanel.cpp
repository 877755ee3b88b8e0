// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/bulkpanel.h"

#include "ui/cases/casepresenter.h"
#include "ui/errortext.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

BulkPanel::BulkPanel(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(new TextLabel(TextRole::CardTitle, this)),
      m_list(new QListWidget(this)), m_progress(new QProgressBar(this)), m_approve(new QPushButton(this)),
      m_stop(new QPushButton(tr("Stop"), this))
{
    m_list->setAccessibleName(tr("Chosen cases and what came of each"));
    m_list->setObjectName(QStringLiteral("bulkList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->hide();
    m_stop->hide();
    m_approve->setObjectName(QStringLiteral("bulkApproveButton"));
    setButtonKind(*m_approve, ButtonKind::Primary);
    m_approve->setIcon(icon(QStringLiteral("check"), Token::OnPrimary));
    m_approve->setMinimumHeight(metric::kControlHeight);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_approve);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kCardPadding, metric::kCardPadding, metric::kCardPadding, metric::kCardPadding);
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    connect(m_approve, &QPushButton::clicked, this, &BulkPanel::start);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_stopping = true; });
}

void BulkPanel::setCases(std::vector<CaseRow> cases)
{
    if (running())
        return;
    m_cases = std::move(cases);
    m_title->setText(tr("%n case(s) chosen", nullptr, int(m_cases.size())));
    m_approve->setText(tr("Approve all %n (&A)", nullptr, int(m_cases.size())));
    m_approve->setEnabled(!m_cases.empty());
    m_list->clear();
    m_approve->show();
    m_progress->hide();
    // Every row has its icon from the start, so that no words move when the outcome takes its place.
    for (const CaseRow &row : m_cases)
        m_list->addItem(new QListWidgetItem(icon(QStringLiteral("hourglass"), Token::Text2),
                                            tr("%1  %2\n%3").arg(row.number, row.drafterName, row.title)));
}

void BulkPanel::start()
{
    m_next = 0;
    m_done = 0;
    m_failed = 0;
    m_unknown = 0;
    m_stopping = false;
    m_approve->setEnabled(false);
    m_stop->show();
    m_progress->setRange(0, int(m_cases.size()));
    m_progress->setValue(0);
    m_progress->show();
    next();
}

void BulkPanel::next()
{
    if (m_stopping || *m_next >= m_cases.size()) {
        finish();
        return;
    }
    approve(newRequestId(), false);
}

/// Approves the next case. Where the answer was lost it asks again with the same request id, which records nothing twice;
/// `unknown` says that it does.
void BulkPanel::approve(const QString &request, bool unknown)
{
    const CaseRow &row = m_cases[*m_next];
    m_session.desk()
        .run([id = row.id, seq = row.seq, request](Desk &desk) {
            return desk.act(id, seq, request, Approve{std::nullopt, {}});
        })
        .then(this, [this, request, unknown](const Result<Event> &event) {
            const bool lost = !event && event.error().code == ErrorCode::OutcomeUnknown;
            if (lost && !unknown) {
                approve(request, true);
                return;
            }
            QListWidgetItem *item = m_list->item(int(*m_next));
            if (event) {
                ++m_done;
                item->setIcon(icon(QStringLiteral("circle-check"), Token::SuccessText));
            } else if (lost || (unknown && event.error().code == ErrorCode::ConnectionLost)) {
                // The others would fare the same.
                m_stopping = true;
                ++m_unknown;
                item->setIcon(icon(QStringLiteral("help-circle"), Token::WarnText));
                item->setText(
                    item->text() + QLatin1Char('\n')
                    + tr("The connection was lost; it is not known whether this was recorded. Open the case to see."));
            } else {
                ++m_failed;
                item->setIcon(icon(QStringLiteral("alert-triangle"), Token::DangerText));
                item->setText(item->text() + QLatin1Char('\n') + errorText(event.error()).both());
            }
            m_list->scrollToItem(item);
            m_progress->setValue(int(++*m_next));
            next();
        });
}

void BulkPanel::finish()
{
    m_next.reset();
    m_stop->hide();
    m_approve->hide();
    m_progress->hide();
    if (m_unknown > 0)
        m_title->setText(tr("%1 approved; of one it is not known: see below").arg(m_done));
    else
        m_title->setText(m_failed == 0 ? tr("%n case(s) approved", nullptr, m_done)
                                       : tr("%1 approved, %2 not: see below").arg(m_done).arg(m_failed));
    Q_EMIT finished(m_done, m_failed, m_unknown);
    m_session.refresh();
}

} // namespace kessai
