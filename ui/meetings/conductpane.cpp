// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/conductpane.h"

#include "core/services/answer.h"
#include "ui/meetings/attendancepane.h"
#include "ui/meetings/liveseat.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/outcomepane.h"
#include "ui/meetings/reach.h"
#include "ui/meetings/speakingpane.h"
#include "ui/meetings/votingpane.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStringList>
#include <QTabBar>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

namespace kessai {

namespace {

constexpr int kConductPadding = 12;
enum ConductTab { AttendanceTab, SpeakingTab, VotingTab, OutcomeTab, NothingTab };

QWidget *conductScroll(QWidget *inner, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inner->setAutoFillBackground(false); // the card is behind it
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

QString countedTab(const QString &word, int count)
{
    return count > 0 ? QStringLiteral("%1 %2").arg(word).arg(count) : word;
}

/// Those whose attendance stands in the minutes, and of whom nothing was noted, nor waits to be recorded.
int unknownAttendance(const Meeting &meeting, const std::vector<MeetingChange> &unsettled)
{
    std::map<StaffId, AttendanceState> states;
    for (const auto &[who, noted] : meeting.attendance)
        states[who] = noted.state;
    for (const MeetingChange &change : unsettled) {
        const auto *noting = std::get_if<NoteAttendance>(&change);
        for (const Attendance &one : noting ? noting->people : std::vector<Attendance>())
            states[one.who] = one.state;
    }
    return int(std::ranges::count_if(meeting.members, [&states](const MeetingMember &member) {
        const auto noted = states.find(member.who);
        const bool isCounted = member.role == MeetingRole::Chair || member.role == MeetingRole::Member;
        return isCounted && (noted == states.end() || noted->second == AttendanceState::Unknown);
    }));
}

} // namespace

ConductPane::ConductPane(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_seat(seat), m_tabs(new QTabBar(this)),
      m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("conductPane"));
    m_tabs->setObjectName(QStringLiteral("conductTabs"));
    m_tabs->setAccessibleName(tr("The meeting"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(true);
    m_tabs->installEventFilter(this);
    for (const QString &name : {tr("Attendance"), tr("Speaking"), tr("Votes"), tr("Outcome")})
        m_tabs->addTab(name);
    m_attendance = new AttendancePane(
        [this] {
            const QTime time = m_seat.now().tokyo().time();
            return time.hour() * 60 + time.minute();
        },
        m_stack);
    m_speaking = new SpeakingPane(session, presenter, seat, m_stack);
    m_voting = new VotingPane(session, presenter, seat);
    m_outcome = new OutcomePane(session, presenter);
    m_stack->addWidget(m_attendance);
    m_stack->addWidget(m_speaking);
    m_stack->addWidget(conductScroll(m_voting, m_stack));
    m_stack->addWidget(conductScroll(m_outcome, m_stack));
    m_stack->addWidget(new QWidget(m_stack));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buildFoot());
    connect(m_tabs, &QTabBar::currentChanged, this, &ConductPane::showTab);
    connect(m_attendance, &AttendancePane::noted, this,
            [this](const NoteAttendance &people, const QString &done) { m_presenter.change(people, done); });
    connect(&m_presenter, &MeetingPresenter::changeFailed, this, &ConductPane::showState);
    connect(&m_presenter, &MeetingPresenter::waitingChanged, this, [this] {
        if (m_presenter.isOpen())
            showState();
    });
    connect(m_outcome, &OutcomePane::unrecordedChanged, this, &ConductPane::showFoot);
}

QWidget *ConductPane::buildFoot()
{
    m_foot = new QWidget(this);
    m_end = pageButton(tr("End the meeting…"), "endMeeting", m_foot);
    m_end->setIcon(icon(QStringLiteral("check")));
    m_minutes = pageButton({}, "meetingMinutes", m_foot);
    m_minutes->setIcon(icon(QStringLiteral("file-text")));
    m_ending = new QWidget(m_foot);
    m_question = new TextLabel(TextRole::Body, m_ending);
    m_question->setObjectName(QStringLiteral("endQuestion"));
    m_question->setWordWrap(true);
    m_unsettled = new TextLabel(TextRole::Caption, m_ending);
    m_unsettled->setObjectName(QStringLiteral("endUnsettled"));
    m_unsettled->setToken(Token::WarnText);
    m_unsettled->setWordWrap(true);
    m_endNow = pageButton(tr("End it"), "endNow", m_ending);
    setButtonKind(*m_endNow, ButtonKind::Primary);
    m_notYet = pageButton(tr("Not yet"), "endLater", m_ending);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metric::kGap);
    answers->addWidget(m_endNow);
    answers->addWidget(m_notYet);
    answers->addStretch(1);
    auto *asking = new QVBoxLayout(m_ending);
    asking->setContentsMargins({});
    asking->setSpacing(metric::kGap);
    asking->addWidget(m_question);
    asking->addWidget(m_unsettled);
    asking->addLayout(answers);
    m_ending->hide();
    auto *layout = new QVBoxLayout(m_foot);
    layout->setContentsMargins(kConductPadding, metric::kGap, kConductPadding, kConductPadding);
    layout->setSpacing(metric::kGap);
    layout->addWidget(m_ending);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(metric::kGap);
    acts->addWidget(m_minutes);
    acts->addWidget(m_end);
    acts->addStretch(1);
    layout->addLayout(acts);
    connect(m_end, &QPushButton::clicked, this, [this] {
        m_ending->show();
        m_notYet->setFocus(Qt::OtherFocusReason); // a key pressed once more ends nothing
        showFoot();
    });
    connect(m_endNow, &QPushButton::clicked, this, &ConductPane::endNow);
    connect(m_notYet, &QPushButton::clicked, this, &ConductPane::endLater);
    connect(m_minutes, &QPushButton::clicked, this, [this] {
        const auto minutes = m_presenter.meeting().minutes;
        // A secretary may have thrown the draft away: then it is drafted anew.
        if (minutes && !isSecretaryOf(m_presenter.meeting(), m_session.info().me.id))
            Q_EMIT minutesRequested(*minutes);
        else
            draftMinutes();
    });
    return m_foot;
}

/// What was written is recorded first, and where that fails the meeting goes on: its end rests on it (dependsOn).
void ConductPane::endNow()
{
    m_tabs->setCurrentIndex(OutcomeTab);
    if (!m_outcome->unrecorded().isEmpty() && m_outcome->record() == 0)
        return; // what is missing is said there
    takeFocus();
    m_ending->hide();
    m_presenter.change(SetState{MeetingState::Closed}, tr("The meeting is over."));
    showFoot();
}

/// Also where it waits for the line: what is recorded before it stays.
void ConductPane::endLater()
{
    const auto end = m_presenter.pendingEnd();
    const QString tooLate =
        tr("“%1” is over: its end was recorded before it could be taken back.").arg(m_presenter.meeting().title);
    if (m_waits && end && !m_presenter.takeBack(end->act, tooLate)) {
        m_question->setFocus(Qt::OtherFocusReason); // before the button is hidden
        showFoot();
        return;
    }
    m_ending->hide();
    showFoot();
    m_end->setFocus(Qt::OtherFocusReason);
}

void ConductPane::showState()
{
    const Meeting &meeting = m_presenter.meeting();
    m_attendance->show(meeting, m_session.info().office, m_session.info().me.id, m_presenter.isSettled());
    m_speaking->showState();
    m_voting->showState();
    m_outcome->showState();
    m_tabs->setTabText(AttendanceTab, countedTab(tr("Attendance"), m_attendance->thereCount()));
    m_tabs->setTabText(SpeakingTab, countedTab(tr("Speaking"), m_speaking->waitingCount()));
    m_tabs->setTabText(OutcomeTab, countedTab(tr("Outcome"), int(meeting.resolutions.size() + meeting.actions.size())));
    // Said again, it makes the bar forget that it has to lay its tabs out once it is shown.
    if (m_tabs->isTabVisible(SpeakingTab) != m_seat.isRunning())
        m_tabs->setTabVisible(SpeakingTab, m_seat.isRunning());
    const bool isOver = meeting.state == MeetingState::Closed;
    if (std::exchange(m_isOver, isOver) != isOver && isOver)
        m_tabs->setCurrentIndex(OutcomeTab); // the button that shows it is called by it
    showFoot();
}

/// What is not as it should be when a meeting ends, as it stays so for good.
QString ConductPane::unsettledNow() const
{
    if (m_presenter.meeting().openVote())
        return tr("A vote is open; close it or call it off first.");
    QStringList said;
    if (const int unknown = unknownAttendance(m_presenter.meeting(), m_presenter.unsettled()); unknown > 0)
        said += tr("The attendance of %n people is not known yet.", nullptr, unknown);
    if (const Speaker *speaker = m_speaking->speaking())
        said += tr("%1 has the floor.").arg(memberName(*m_session.info().office, speaker->who));
    if (const QString written = m_outcome->unrecorded(); !written.isEmpty())
        said += tr("“%1” is written under Outcome and not recorded yet.").arg(written);
    return said.join(QLatin1Char('\n'));
}

QString ConductPane::waitingEndText(const MeetingPresenter::PendingEnd &end)
{
    if (end.isTakenBack && end.mayBeDone)
        return tr("The office did not answer, and the meeting may be over already. If not, it goes on.");
    if (end.isTakenBack)
        return tr("The end is on its way already. Where it does not get through, the meeting goes on.");
    if (end.mayBeDone)
        return tr("The office did not answer, and the meeting may be over already. If not, it ends when the office is "
                  "reached.");
    return tr("The office is out of reach. The meeting ends when it is reached again.");
}

void ConductPane::showFoot()
{
    const Meeting &meeting = m_presenter.meeting();
    const bool secretary = isSecretaryOf(meeting, m_session.info().me.id) && !meeting.damaged;
    const bool runs = meeting.state == MeetingState::Running;
    const auto end = runs ? m_presenter.pendingEnd() : std::nullopt;
    const bool waits = end && end->waits;
    const bool isOther = std::exchange(m_waits, waits) != waits;
    if (isOther && !waits)
        showTab(); // first, as one may be taken there
    const QWidget *focused = focusWidget();
    if (!runs && focused && (focused == m_end || m_ending->isAncestorOf(focused)))
        takeFocus(); // before it is hidden: what comes next in the row drafts the minutes
    if (!runs)
        m_ending->hide();
    if (isOther)
        m_ending->setVisible(waits);
    m_question->setText(waits ? waitingEndText(*end)
                              : tr("Is the meeting over? Nothing but minutes and actions changes afterwards."));
    m_endNow->setVisible(!waits);
    m_notYet->setVisible(!waits || !end->isTakenBack);
    if (isOther && waits)
        showTab();
    const bool voting = meeting.openVote() != nullptr;
    const QString written = m_outcome->unrecorded();
    const QString unsettled = unsettledNow();
    m_unsettled->setVisible(!waits && !unsettled.isEmpty());
    m_unsettled->setText(unsettled);
    m_endNow->setText(written.isEmpty() ? tr("End it") : tr("Record it and end"));
    m_endNow->setEnabled(!voting);
    m_end->setVisible(secretary && runs && m_ending->isHidden());
    const bool minutes = meeting.minutes.has_value();
    m_minutes->setText(minutes ? tr("Open the minutes") : tr("Draft the minutes"));
    // Once the meeting is over: what came of it later would not be in them. Their case is nobody's before they are filed but its drafter's.
    m_minutes->setVisible(secretary && (minutes || meeting.state == MeetingState::Closed));
    m_minutes->setEnabled(!m_drafting);
    m_foot->setVisible(!m_end->isHidden() || !m_minutes->isHidden() || !m_ending->isHidden());
}

/// Nothing while the end waits: what is done then comes after it, and is not taken of a meeting that is over.
void ConductPane::showTab()
{
    const QWidget *focused = focusWidget();
    const bool isHere = focused && focused->hasFocus() && (focused == m_tabs || m_stack->isAncestorOf(focused));
    if (m_waits && isHere)
        takeFocus();
    m_tabs->setVisible(!m_waits);
    m_stack->setCurrentIndex(m_waits ? int(NothingTab) : m_tabs->currentIndex());
}

void ConductPane::setItem(int item)
{
    m_voting->setItem(item);
    m_outcome->setItem(item);
}

void ConductPane::takeFocus()
{
    if (m_waits) {
        (m_notYet->isHidden() ? static_cast<QWidget *>(m_question) : m_notYet)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_tabs->setFocus(Qt::OtherFocusReason);
    if (m_tabs->currentIndex() == SpeakingTab && m_speaking->waitingCount() > 0)
        enterTab();
}

/// From the tabs down to what one does there.
void ConductPane::enterTab()
{
    if (m_tabs->currentIndex() == SpeakingTab)
        m_speaking->takeFocus();
    else
        focusNextChild();
}

bool ConductPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tabs && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            enterTab();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConductPane::draftMinutes()
{
    if (!m_presenter.id() || std::exchange(m_drafting, true))
        return;
    if (m_draftRequest.isEmpty())
        m_draftRequest = QUuid::createUuid().toString(QUuid::WithoutBraces);
    showFoot();
    m_session.desk()
        .run([id = *m_presenter.id(), request = m_draftRequest](Desk &desk) { return desk.draftMinutes(id, request); })
        .then(this, [this, of = *m_presenter.id(), known = m_presenter.meeting().minutes](const Result<CaseId> &draft) {
            m_drafting = false;
            if (draft || !isOutOfReach(draft.error()))
                m_draftRequest.clear(); // else the same again is safe, whatever became of it
            showFoot();
            if (!draft)
                Q_EMIT failed(draft.error());
            else if (m_presenter.id() == of && known == *draft)
                Q_EMIT minutesRequested(*draft);
            else if (m_presenter.id() == of)
                Q_EMIT minutesDrafted(*draft);
            m_presenter.refresh();
        });
}

} // namespace kessai
