// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/voteline.h"

#include "ui/meetings/liveseat.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/sideroom.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kChoiceHeight = 42;
constexpr int kOutcomeShown = 20'000; ///< milliseconds
constexpr int kChoiceWidth = 112;
constexpr int kBesideWidth = 640; ///< from which on there is room for the words beside the choices

} // namespace

VoteLine::VoteLine(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_seat(seat)
{
    setObjectName(QStringLiteral("voteLine"));
    auto *card = new Card(this);
    card->setPadding(metric::kFieldGap);
    m_question = new TextLabel(TextRole::BodyStrong, card);
    m_question->setObjectName(QStringLiteral("voteQuestion"));
    m_question->setWordWrap(true);
    m_note = new TextLabel(TextRole::Caption, card);
    m_note->setObjectName(QStringLiteral("voteNote"));
    m_note->setWordWrap(true);
    for (TextLabel *text : {m_question, m_note})
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *texts = new QWidget(card);
    m_texts = new QVBoxLayout(texts);
    m_texts->setContentsMargins({});
    m_texts->setSpacing(1);
    m_texts->addWidget(m_question);
    m_texts->addWidget(m_note);
    m_texts->addStretch(1);
    m_words = new QScrollArea(card);
    m_words->setObjectName(QStringLiteral("voteWords"));
    m_words->setWidget(texts);
    m_words->setWidgetResizable(true);
    m_words->setFrameShape(QFrame::NoFrame);
    m_words->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_words->setMinimumHeight(grown(kChoiceHeight));
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    texts->setAutoFillBackground(false); // the card is behind it
    m_words->viewport()->setAutoFillBackground(false);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight);
    m_row->setSpacing(metric::kFieldGap);
    m_row->addWidget(m_words, 1);
    m_answers = new QWidget(card);
    auto *answers = new QHBoxLayout(m_answers);
    answers->setContentsMargins({});
    answers->setSpacing(metric::kFieldGap);
    m_choices = {addChoice(BallotChoice::Yes, tr("&Yes"), "check", "voteYes"),
                 addChoice(BallotChoice::No, tr("&No"), "x", "voteNo"),
                 addChoice(BallotChoice::Abstain, tr("A&bstain"), "minus", "voteAbstain")};
    for (QPushButton *choice : m_choices)
        answers->addWidget(choice);
    answers->addStretch(1);
    m_row->addWidget(m_answers);
    card->body()->addLayout(m_row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(card);
    m_outcome.setSingleShot(true);
    connect(&m_outcome, &QTimer::timeout, this, [this] {
        m_vote = 0;
        showState();
    });
    hide();
}

QPushButton *VoteLine::addChoice(BallotChoice choice, const QString &text, const char *iconName, const char *objectName)
{
    auto *button = new QPushButton(icon(QLatin1String(iconName)), text, this);
    button->setObjectName(QLatin1String(objectName));
    button->setCheckable(true);
    button->setMinimumSize(grown(kChoiceWidth), grown(kChoiceHeight));
    connect(button, &QPushButton::clicked, this, [this, choice] {
        m_seat.castBallot(choice);
        showState(); // it is chosen once the office has it
    });
    return button;
}

void VoteLine::showState()
{
    const Meeting &meeting = m_presenter.meeting();
    const LiveMeeting &live = m_seat.live();
    const Vote *vote = m_seat.isRunning() ? meeting.vote(live.vote) : nullptr;
    const StaffId me = m_session.info().me.id;
    const bool votes = vote && vote->open && mayVote(meeting, me, vote->item);
    const Vote *closed = !votes && m_seat.isRunning() && m_vote > 0 ? meeting.vote(m_vote) : nullptr;
    const bool isNew = votes ? m_vote != vote->id : closed && !m_outcome.isActive();
    if (votes)
        m_outcome.stop();
    else if (!closed)
        m_vote = 0;
    else if (isNew)
        m_outcome.start(kOutcomeShown);
    if (!votes && focusWidget() && isAncestorOf(focusWidget()) && focusWidget()->hasFocus())
        Q_EMIT focusLeft(); // before what has it is hidden
    setVisible(votes || closed);
    m_answers->setVisible(votes);
    if (closed) {
        m_question->setText(closed->question);
        m_note->setText(closed->calledOff ? tr("The vote is called off, nothing was counted")
                                          : tr("The vote is closed ・ %1").arg(countsOf(*closed)));
        if (isNew)
            tell();
    }
    if (!votes)
        return;
    m_vote = vote->id;
    if (isNew)
        letPenThrough(*this);
    m_question->setText(vote->question);
    const bool there = meeting.isThere(me);
    for (QPushButton *choice : m_choices)
        choice->setEnabled(there);
    for (size_t i = 0; i < m_choices.size(); ++i)
        m_choices[i]->setChecked(live.myBallot == BallotChoice(int(i) + 1));
    const AgendaItem *item = meeting.item(vote->item);
    QStringList notes;
    if (item)
        notes += tr("Item %1").arg(item->no);
    notes += vote->byName ? tr("Who chose what is recorded") : tr("Only the counts are recorded");
    notes += tr("%1 of %2 have voted").arg(live.votesCast).arg(live.participants);
    if (!there)
        notes += tr("Say first that you are here");
    else if (live.myBallot)
        notes += tr("Your choice can be changed until the vote is closed");
    m_note->setText(notes.join(QStringLiteral(" ・ ")));
    if (isNew)
        tell();
}

bool VoteLine::isNarrow(int width) const
{
    return width < grown(kBesideWidth);
}

int VoteLine::heightForWidth(int width) const
{
    const int padding = 2 * metric::kFieldGap;
    const QSize answers = m_answers->isHidden() ? QSize(0, 0) : m_answers->sizeHint() + QSize(metric::kFieldGap, 0);
    const int room = width - padding - (isNarrow(width) ? 0 : answers.width());
    const int words = std::max(m_texts->heightForWidth(room), m_words->minimumHeight());
    if (!isNarrow(width))
        return padding + std::max(words, answers.height());
    return padding + words + (answers.height() > 0 ? metric::kFieldGap + answers.height() : 0);
}

void VoteLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_row->setDirection(isNarrow(width()) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const bool isCut = height() < heightForWidth(width()); // then one reads on with the arrow keys
    m_words->setFocusPolicy(isCut ? Qt::TabFocus : Qt::NoFocus);
}

/// To those who hear the screen.
void VoteLine::tell()
{
    QAccessibleEvent told(m_question, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

} // namespace kessai
