// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/speakingpane.h"

#include "ui/meetings/liveseat.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/membermenu.h"
#include "ui/shell/desksession.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kSpeakingPadding = 12;
constexpr int kTickEvery = 1'000; ///< milliseconds
constexpr int kMostMinutes = kMostSpeakSeconds / 60;

/// "2:05"
QString spokenText(qint64 seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

SpeakingPane::SpeakingPane(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_seat(seat),
      m_who(new TextLabel(TextRole::BodyStrong, this)), m_time(new TextLabel(TextRole::Amount, this)),
      m_acts(new QWidget(this)), m_limit(new QSpinBox(m_acts)), m_next(pageButton(tr("Next"), "nextSpeaker", m_acts)),
      m_end(pageButton(tr("Finished"), "endSpeaking", m_acts)),
      m_call(pageButton(tr("Somebody else"), "callSpeaker", m_acts)), m_whom(new MemberMenu(tr("Who speaks"), m_call)),
      m_waiting(new QListWidget(this)), m_nobody(new TextLabel(TextRole::Caption, this))
{
    m_who->setObjectName(QStringLiteral("speaker"));
    m_who->setWordWrap(true);
    m_time->setObjectName(QStringLiteral("speakingTime"));
    m_limit->setObjectName(QStringLiteral("speakLimit"));
    m_limit->setAccessibleName(tr("Minutes a speaker has"));
    m_limit->setRange(0, kMostMinutes);
    m_limit->setSpecialValueText(tr("no limit"));
    m_limit->setSuffix(tr(" min"));
    m_limit->setMinimumHeight(metric::kControlHeight);
    m_next->setToolTip(tr("Gives the floor to whoever asked first"));
    m_call->setMenu(m_whom);
    m_waiting->setObjectName(QStringLiteral("waitingSpeakers"));
    m_waiting->setAccessibleName(tr("Those who asked to speak"));
    m_waiting->setFrameShape(QFrame::NoFrame);
    m_waiting->installEventFilter(this);
    m_nobody->setWordWrap(true);
    m_nobody->setContentsMargins(kSpeakingPadding, metric::kGap, kSpeakingPadding, metric::kGap);

    auto *now = new QHBoxLayout;
    now->addWidget(m_who, 1);
    now->addWidget(m_time);
    auto *first = new QHBoxLayout;
    first->setSpacing(metric::kGap);
    first->addWidget(m_next);
    first->addWidget(m_end);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(metric::kGap);
    second->addWidget(m_call);
    second->addStretch(1);
    second->addWidget(m_limit);
    auto *acts = new QVBoxLayout(m_acts);
    acts->setContentsMargins({});
    acts->setSpacing(metric::kGap);
    acts->addLayout(first);
    acts->addLayout(second);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(kSpeakingPadding, metric::kGap, kSpeakingPadding, metric::kGap);
    head->setSpacing(metric::kGap);
    head->addLayout(now);
    head->addWidget(m_acts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_nobody);
    layout->addWidget(m_waiting, 1);
    layout->addStretch(0); // keeps what is above together where nobody waits

    m_tick.setInterval(kTickEvery);
    connect(&m_tick, &QTimer::timeout, this, &SpeakingPane::showTime);
    connect(m_next, &QPushButton::clicked, this, &SpeakingPane::giveToNext);
    connect(m_end, &QPushButton::clicked, this, [this] { give(std::nullopt); });
    connect(m_whom, &QMenu::aboutToShow, this, [this] {
        std::vector<StaffId> people;
        for (const MeetingMember &member : m_presenter.meeting().members) {
            if (member.role != MeetingRole::Observer)
                people.push_back(member.who);
        }
        m_whom->setPeople(people, *m_session.info().office);
    });
    connect(m_whom, &MemberMenu::chosen, this, &SpeakingPane::give);
    connect(m_waiting, &QListWidget::itemDoubleClicked, this, &SpeakingPane::giveToChosen);
}

const Speaker *SpeakingPane::speaking() const
{
    const auto &speakers = m_seat.live().speakers;
    const auto it =
        std::find_if(speakers.begin(), speakers.end(), [](const Speaker &one) { return one.began != Instant(0); });
    return it == speakers.end() ? nullptr : &*it;
}

int SpeakingPane::waitingCount() const
{
    return int(m_seat.live().speakers.size()) - (speaking() ? 1 : 0);
}

void SpeakingPane::showState()
{
    const Speaker *speaker = speaking();
    m_who->setText(speaker ? tr("%1 speaks").arg(memberName(*m_session.info().office, speaker->who))
                           : tr("Nobody has the floor"));
    m_acts->setVisible(m_seat.isRunning() && conducts(m_presenter.meeting(), m_session.info().me.id));
    const bool keepsFocus = m_waiting->hasFocus() || (m_next->hasFocus() && waitingCount() == 0);
    if (m_shown != m_seat.live().speakers)
        showWaiting();
    m_waiting->setVisible(m_waiting->count() > 0 || keepsFocus);
    if (keepsFocus) // whoever raises a hand next is given the floor by the same key
        m_waiting->setFocus(Qt::OtherFocusReason);
    m_next->setEnabled(waitingCount() > 0);
    m_end->setEnabled(speaker);
    if (speaker && !m_tick.isActive())
        m_tick.start();
    else if (!speaker)
        m_tick.stop();
    showTime();
}

void SpeakingPane::showWaiting()
{
    m_shown = m_seat.live().speakers;
    const QListWidgetItem *before = m_waiting->currentItem();
    const qint64 chosen = before ? before->data(Qt::UserRole).toLongLong() : 0;
    m_waiting->clear();
    for (const Speaker &one : m_shown) {
        if (one.began != Instant(0))
            continue;
        //: Somebody who asked to speak, and at what time.
        auto *item = new QListWidgetItem(tr("%1 ・ %2")
                                             .arg(memberName(*m_session.info().office, one.who),
                                                  one.asked.tokyo().toString(QStringLiteral("HH:mm"))),
                                         m_waiting);
        item->setData(Qt::UserRole, one.who.value());
        item->setSizeHint({0, metric::kControlHeight});
        if (one.who.value() == chosen)
            m_waiting->setCurrentItem(item);
    }
    if (!m_waiting->currentItem() && m_waiting->count() > 0)
        m_waiting->setCurrentRow(0);
    m_nobody->setText(m_waiting->count() > 0
                          ? tr("Wait for the floor:")
                          : tr("Nobody has raised a hand. Members do so above the papers, or with R."));
}

/// The time of the server counts, which is the same for everybody.
void SpeakingPane::showTime()
{
    const Speaker *speaker = speaking();
    if (!speaker) {
        m_time->clear();
        return;
    }
    const qint64 seconds =
        std::max<qint64>(0, (m_seat.now().microseconds() - speaker->began.microseconds()) / 1'000'000);
    const int limit = m_seat.live().speakLimit;
    m_time->setText(limit > 0 ? tr("%1 of %2").arg(spokenText(seconds), spokenText(limit)) : spokenText(seconds));
    m_time->setToken(limit > 0 && seconds > limit ? Token::DangerText : Token::Text);
}

void SpeakingPane::takeFocus()
{
    m_waiting->show();
    m_waiting->setFocus(Qt::OtherFocusReason);
}

void SpeakingPane::give(std::optional<StaffId> who)
{
    m_seat.giveTheFloor(who, m_limit->value() * 60);
}

void SpeakingPane::giveToChosen()
{
    if (const QListWidgetItem *item = m_waiting->currentItem(); item && m_acts->isVisibleTo(this))
        give(StaffId(item->data(Qt::UserRole).toLongLong()));
}

void SpeakingPane::giveToNext()
{
    for (const Speaker &one : m_seat.live().speakers) {
        if (one.began == Instant(0)) {
            give(one.who);
            return;
        }
    }
}

bool SpeakingPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            giveToChosen();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
