// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/votingpane.h"

#include "ui/meetings/liveseat.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/secondpress.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

/// Those noted as there who may vote on an item.
int votersThere(const Meeting &meeting, int item)
{
    return int(std::ranges::count_if(meeting.members, [&](const MeetingMember &one) {
        return mayVote(meeting, one.who, item) && meeting.isThere(one.who);
    }));
}

} // namespace

VotingPane::VotingPane(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_seat(seat)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kFieldGap, metric::kFieldGap, metric::kFieldGap, metric::kFieldGap);
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(buildOpen());
    layout->addWidget(buildAsking());
    m_past = new QVBoxLayout;
    m_past->setSpacing(0);
    layout->addLayout(m_past);
    layout->addStretch(1);
    showPast();
}

QWidget *VotingPane::buildAsking()
{
    m_asking = new QWidget(this);
    m_item = new QComboBox(m_asking);
    m_item->setObjectName(QStringLiteral("voteItem"));
    m_item->setAccessibleName(tr("Item voted on"));
    m_item->setMinimumHeight(metric::kControlHeight);
    m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_item, &QComboBox::currentTextChanged, m_item, &QWidget::setToolTip); // there is not room for all of it
    m_question = new QLineEdit(m_asking);
    m_question->setObjectName(QStringLiteral("voteText"));
    m_question->setAccessibleName(tr("Question"));
    m_question->setPlaceholderText(tr("e.g. Shall it be decided as proposed?"));
    m_question->setMaxLength(int(kMostOutcomeText));
    m_question->setMinimumHeight(metric::kControlHeight);
    m_byName = new QCheckBox(tr("Record who chose what"), m_asking);
    m_byName->setObjectName(QStringLiteral("voteByName"));
    m_ask = pageButton(tr("Open the vote"), "openVote", m_asking);
    auto *layout = new QVBoxLayout(m_asking);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    layout->addWidget(labelled(tr("Item"), m_item, m_asking));
    layout->addWidget(labelled(tr("Question"), m_question, m_asking));
    layout->addWidget(m_byName);
    layout->addWidget(m_ask, 0, Qt::AlignLeft);
    const auto check = [this] { m_ask->setEnabled(!m_question->text().trimmed().isEmpty() && m_item->count() > 0); };
    connect(m_question, &QLineEdit::textChanged, this, check);
    m_opening = new SecondPress(this);
    connect(m_opening, &SecondPress::changed, this, [this] {
        m_ask->setText(m_opening->isAsking() ? tr("Press again: nobody who votes is there yet") : tr("Open the vote"));
    });
    connect(m_question, &QLineEdit::returnPressed, this, &VotingPane::ask);
    connect(m_ask, &QPushButton::clicked, this, &VotingPane::ask);
    check();
    return m_asking;
}

QWidget *VotingPane::buildOpen()
{
    m_open = new Card(this);
    m_open->setObjectName(QStringLiteral("openVoteCard"));
    m_open->setPadding(metric::kFieldGap);
    m_open->setFocusPolicy(Qt::TabFocus);
    m_open->setAccessibleName(tr("The open vote"));
    m_openQuestion = new TextLabel(TextRole::BodyStrong, m_open);
    m_openQuestion->setWordWrap(true);
    m_cast = new TextLabel(TextRole::Amount, m_open);
    m_cast->setObjectName(QStringLiteral("votesCast"));
    m_missing = new TextLabel(TextRole::Caption, m_open);
    m_missing->setObjectName(QStringLiteral("votesMissing"));
    m_missing->setWordWrap(true);
    m_close = pageButton(tr("Close the vote"), "closeVote", m_open);
    setButtonKind(*m_close, ButtonKind::Primary);
    m_open->body()->setSpacing(metric::kGap);
    for (QWidget *part :
         {static_cast<QWidget *>(m_openQuestion), static_cast<QWidget *>(m_cast), static_cast<QWidget *>(m_missing)})
        m_open->body()->addWidget(part);
    m_open->body()->addWidget(m_close, 0, Qt::AlignLeft);
    m_callOff = pageButton(tr("Call off the vote"), "callOffVote", m_open);
    m_open->body()->addWidget(m_callOff, 0, Qt::AlignLeft);
    m_callingOff = askTwice(*m_callOff, tr("Press again to call it off"), [this] { callOff(); });
    m_closing = new SecondPress(this);
    connect(m_close, &QPushButton::clicked, this, &VotingPane::close);
    connect(m_closing, &SecondPress::changed, this, &VotingPane::showState);
    return m_open;
}

/// Nobody votes afterwards: where some have not, that is asked.
void VotingPane::close()
{
    const Vote *open = m_presenter.meeting().openVote();
    if (open && (m_seat.live().votesCast >= m_seat.live().participants || m_closing->press()))
        m_presenter.change(CloseVote{open->id}, tr("The vote is closed."));
}

void VotingPane::callOff()
{
    if (const Vote *open = m_presenter.meeting().openVote())
        m_presenter.change(CallOffVote{open->id}, tr("The vote is called off."));
}

void VotingPane::setItem(int item)
{
    if (m_question->text().isEmpty() && m_item->findData(item) >= 0)
        m_item->setCurrentIndex(m_item->findData(item));
}

void VotingPane::showState()
{
    const Meeting &meeting = m_presenter.meeting();
    const bool conducting = m_seat.isRunning() && conducts(meeting, m_session.info().me.id);
    const Vote *open = m_seat.isRunning() ? meeting.openVote() : nullptr;
    const bool asked = focusWidget() && m_asking->isAncestorOf(focusWidget());
    const bool closed = !open && m_open->isVisible() && (m_close->hasFocus() || m_callOff->hasFocus());
    m_asking->setVisible(conducting && !open);
    m_open->setVisible(open);
    // Neither the button that closes the vote nor one that ends the meeting.
    if (open && asked)
        m_open->setFocus(Qt::OtherFocusReason);
    if (closed)
        (conducting ? static_cast<QWidget *>(m_question) : this)->setFocus(Qt::OtherFocusReason);
    if (std::exchange(m_openVote, open ? open->id : 0) != m_openVote) { // what was asked was of another
        m_closing->giveUp();
        m_callingOff->giveUp();
    }
    m_close->setVisible(conducting);
    m_callOff->setVisible(conducting);
    if (open)
        showOpen(*open);
    QStringList names;
    for (const AgendaItem &item : meeting.items)
        names += itemName(item);
    QStringList shown;
    for (int i = 0; i < m_item->count(); ++i)
        shown += m_item->itemText(i);
    if (names != shown) {
        const QVariant before = m_item->currentData();
        m_item->clear();
        for (const AgendaItem &item : meeting.items)
            m_item->addItem(itemName(item), item.id);
        m_item->setCurrentIndex(std::max(0, m_item->findData(before)));
    }
    if (m_shown != meeting.votes)
        showPast();
}

void VotingPane::showOpen(const Vote &vote)
{
    const LiveMeeting &live = m_seat.live();
    m_openQuestion->setText(vote.question);
    m_cast->setText(tr("%1 of %2 have voted").arg(live.votesCast).arg(live.participants));
    m_close->setText(m_closing->isAsking()
                         ? tr("Press again: %n has/have not voted", nullptr, live.participants - live.votesCast)
                         : tr("Close the vote"));
    // Whom one waits for is no secret where the vote is by name.
    std::vector<StaffId> missing;
    const Meeting &meeting = m_presenter.meeting();
    if (vote.byName && conducts(meeting, m_session.info().me.id)) {
        for (const MeetingMember &member : meeting.members) {
            const bool cast = std::any_of(live.ballots.begin(), live.ballots.end(),
                                          [&](const Ballot &one) { return one.who == member.who; });
            if (!cast && mayVote(meeting, member.who, vote.item) && meeting.isThere(member.who))
                missing.push_back(member.who);
        }
    }
    m_missing->setVisible(!missing.empty());
    m_missing->setText(tr("Still to vote: %1").arg(namesOf(*m_session.info().office, missing)));
}

void VotingPane::showPast()
{
    const Meeting &meeting = m_presenter.meeting();
    m_shown = meeting.votes;
    emptyLayout(*m_past);
    const Office &office = *m_session.info().office;
    for (auto vote = m_shown.rbegin(); vote != m_shown.rend(); ++vote) {
        if (vote->open)
            continue;
        const AgendaItem *item = meeting.item(vote->item);
        QString note = vote->calledOff ? tr("Called off, nothing was counted") : countsOf(*vote);
        if (item)
            note = itemName(*item) + QLatin1Char('\n') + note;
        const auto chose = [&](BallotChoice choice, const QString &words) {
            std::vector<StaffId> people;
            for (const Ballot &ballot : vote->ballots) {
                if (ballot.choice == choice)
                    people.push_back(ballot.who);
            }
            if (!people.empty())
                note += QLatin1Char('\n') + words.arg(namesOf(office, people));
        };
        chose(BallotChoice::Yes, tr("Yes: %1"));
        chose(BallotChoice::No, tr("No: %1"));
        chose(BallotChoice::Abstain, tr("Abstained: %1"));
        QWidget *row = registeredRow(vote->question, note, this).widget;
        row->setObjectName(QStringLiteral("pastVote"));
        m_past->addWidget(row);
    }
    if (m_shown.empty())
        m_past->addWidget(emptyRow(tr("Nothing was voted on yet."), this));
}

void VotingPane::ask()
{
    const QString question = m_question->text().trimmed();
    if (question.isEmpty() || m_item->count() == 0)
        return;
    const int item = m_item->currentData().toInt();
    if (votersThere(m_presenter.meeting(), item) == 0 && !m_opening->press())
        return;
    m_presenter.change(OpenVote{0, item, question, m_byName->isChecked()}, tr("The vote is open."));
    m_question->clear();
}

} // namespace kessai
