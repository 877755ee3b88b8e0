// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/liveline.h"

#include "ui/meetings/liveseat.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/membermenu.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/secondpress.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kLiveSign = 18;
constexpr int kMenuRoom = 64;
constexpr int kIconWithMenu = 60;
constexpr int kWordsRoom = 150; ///< of what is said; buttons give up their words for that
constexpr int kLeastWordsRoom = 90;
constexpr int kMostIcons = 6;
constexpr int kCalledShown = 8'000; ///< milliseconds

} // namespace

LiveLine::LiveLine(DeskSession &session, MeetingPresenter &presenter, LiveSeat &seat,
                   std::function<QString(const LivePlace &)> placeName, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_seat(seat), m_placeName(std::move(placeName)),
      m_calling(new SecondPress(this)), m_beginning(new SecondPress(this))
{
    setObjectName(QStringLiteral("liveLine"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metric::kGap);
    row->addWidget(new IconLabel(QStringLiteral("presentation"), Token::Accent, kLiveSign, this));
    m_words = new ElidedLabel(TextRole::Body, this);
    m_words->setObjectName(QStringLiteral("liveWords"));
    row->addWidget(m_words, 1);
    m_back = addTool(QStringLiteral("history"), tr("Back to where I was"),
                     tr("To the page one was at before everybody was called"), {}, "liveBack");
    m_follow = addTool(QStringLiteral("users"), tr("Follow"),
                       tr("The book turns with the presenter; turning a page oneself leaves again"), Qt::Key_F,
                       "followButton");
    m_follow.action->setCheckable(true);
    m_point = addTool(QStringLiteral("pointer"), tr("Point"), tr("Everybody sees where the pointer rests on the page"),
                      Qt::Key_T, "pointButton");
    m_point.action->setCheckable(true);
    m_present = addTool(QStringLiteral("presentation"), tr("Present"), tr("Others can follow the pages one turns"), {},
                        "presentButton");
    m_handOver = new QToolButton(this);
    m_handOver->setObjectName(QStringLiteral("handOver"));
    m_handOver->setIcon(icon(QStringLiteral("user-share")));
    m_handOver->setText(tr("Hand over"));
    m_handOver->setToolTip(tr("Let somebody else present"));
    m_handOver->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_handOver->setAutoRaise(true);
    m_handOver->setPopupMode(QToolButton::InstantPopup);
    m_whom = new MemberMenu(tr("Who presents"), m_handOver);
    m_handOver->setMenu(m_whom);
    row->addWidget(m_handOver);
    m_callAll = addTool(QStringLiteral("speakerphone"), tr("Call everybody"),
                        tr("Brings everybody once to the presenter's page"), {}, "callAll");
    m_here = addTool(QStringLiteral("user-check"), tr("I am here"), tr("Notes that one is present"), {}, "noteMyself");
    m_speak = addTool(QStringLiteral("hand-stop"), tr("Raise my hand"), tr("Asks to speak, or takes it back"),
                      Qt::Key_R, "raiseHand");
    m_speak.action->setCheckable(true);
    m_begin = addTool(QStringLiteral("presentation"), tr("Begin the meeting"),
                      tr("Members can follow the presenter from then on"), {}, "beginMeeting");

    connect(m_back.action, &QAction::triggered, this, &LiveLine::backRequested);
    connect(m_follow.action, &QAction::triggered, this,
            [this](bool follows) { follows ? m_seat.follow() : m_seat.leave(); });
    connect(m_point.action, &QAction::triggered, this, &LiveLine::pointingRequested);
    connect(m_present.action, &QAction::triggered, this, [this] {
        m_seat.setPresenter(m_seat.isPresenting() ? std::nullopt : std::optional(m_session.info().me.id));
    });
    connect(m_whom, &QMenu::aboutToShow, this, [this] {
        std::vector<StaffId> people;
        for (const MeetingMember &member : m_presenter.meeting().members) {
            if (member.role != MeetingRole::Observer && member.who != m_seat.live().presenter)
                people.push_back(member.who);
        }
        m_whom->setPeople(people, *m_session.info().office);
    });
    connect(m_whom, &MemberMenu::chosen, this, [this](StaffId who) { m_seat.setPresenter(who); });
    connect(m_callAll.action, &QAction::triggered, this, &LiveLine::callAll);
    m_justCalled.setSingleShot(true);
    connect(&m_justCalled, &QTimer::timeout, this, &LiveLine::showState);
    connect(m_calling, &SecondPress::changed, this, &LiveLine::showState);
    connect(m_here.action, &QAction::triggered, this, &LiveLine::noteMyself);
    connect(m_speak.action, &QAction::triggered, &m_seat, &LiveSeat::askToSpeak);
    connect(m_beginning, &SecondPress::changed, this, &LiveLine::showState);
    connect(m_begin.action, &QAction::triggered, this, [this] {
        if (m_beginning->press())
            m_presenter.change(SetState{MeetingState::Running}, tr("The meeting has begun."));
    });
    showState();
}

LiveLine::Tool LiveLine::addTool(const QString &iconName, const QString &text, const QString &tip,
                                 const QKeySequence &key, const char *objectName)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(key);
    action->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    addAction(action);
    if (!key.isEmpty()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_lettered.append(action);
    }
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(QLatin1String(objectName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return {action, button};
}

/// What is not offered has no key either.
void LiveLine::offer(const Tool &tool, bool offered)
{
    tool.action->setEnabled(offered);
    tool.button->setVisible(offered);
}

QString LiveLine::personName(StaffId who) const
{
    const Staff *staff = m_session.info().office->staff(who);
    return staff ? staff->name() : QString::number(who.value());
}

QString LiveLine::words() const
{
    const LiveMeeting &live = m_seat.live();
    if (isCutOff())
        return tr("Not connected: who presents, who speaks and what others share comes with the line.");
    if (!m_seat.isRunning())
        return m_presenter.meeting().state == MeetingState::Running ? QString() : tr("The meeting has not begun.");
    if (hasTheFloor())
        return tr("It is your turn to speak.");
    if (live.presenter == StaffId(0))
        return tr("Nobody presents.");
    const QString place = live.place.paper == 0 ? QString() : m_placeName(live.place);
    if (m_justCalled.isActive())
        return tr("Everybody is called to the presenter's page.");
    if (m_seat.isPresenting())
        return place.isEmpty() ? tr("You present.") : tr("You present ・ everybody can follow to %1").arg(place);
    const QString name = personName(live.presenter);
    if (m_called && m_called->paper == live.place.paper && m_called->page == live.place.page)
        return tr("Everybody was called to %1 ・ %2 presents").arg(place, name);
    return place.isEmpty() ? tr("%1 presents ・ nothing you have before you").arg(name)
                           : tr("%1 presents ・ %2").arg(name, place);
}

bool LiveLine::hasTheFloor() const
{
    const auto &speakers = m_seat.live().speakers;
    return m_seat.isRunning() && std::ranges::any_of(speakers, [this](const Speaker &one) {
               return one.who == m_session.info().me.id && one.began != Instant(0);
           });
}

/// The meeting runs as far as one knows, and the office cannot be asked what happens in it.
bool LiveLine::isCutOff() const
{
    return m_presenter.meeting().state == MeetingState::Running
        && (m_presenter.isKept() || (!m_seat.isRunning() && m_seat.isCutOff()));
}

void LiveLine::showState()
{
    const Meeting &meeting = m_presenter.meeting();
    const StaffId me = m_session.info().me.id;
    const MeetingMember *mine = meeting.member(me);
    const bool runs = m_seat.isRunning();
    const bool secretary = mine && mine->role == MeetingRole::Secretary;
    const bool conducts = secretary || (mine && mine->role == MeetingRole::Chair);
    const bool takesPart = runs && mine && mine->role != MeetingRole::Observer;
    const bool mayBegin = secretary && !m_presenter.isKept() && meeting.state == MeetingState::Published
        && !meeting.damaged && meeting.day <= m_session.info().today;
    const bool presents = m_seat.isPresenting();
    const bool presented = m_seat.isPresented();
    m_hasFollowed = presented && (m_hasFollowed || m_seat.isFollowing());
    if (!m_seat.isFollowing())
        m_called.reset();
    m_words->setText(words());
    m_words->setToken(hasTheFloor() ? Token::Accent : Token::Text);
    if (!mayBegin)
        m_beginning->giveUp();
    offer(m_begin, mayBegin);
    m_begin.action->setText(m_beginning->isAsking() ? pressToBegin() : tr("Begin the meeting"));
    offer(m_back, m_called.has_value());
    offer(m_follow, presented);
    m_follow.action->setChecked(m_seat.isFollowing());
    const bool goesBack = !m_seat.isFollowing() && m_hasFollowed;
    m_follow.action->setText(m_seat.isFollowing() ? tr("Following")
                                 : goesBack       ? tr("Back to the presenter")
                                                  : tr("Follow"));
    m_follow.action->setIcon(icon(goesBack ? QStringLiteral("arrow-forward-up") : QStringLiteral("users")));
    offer(m_point, presents);
    offer(m_present, presents || (runs && conducts));
    m_present.action->setText(presents ? tr("Stop presenting") : tr("Present"));
    m_handOver->setVisible(presents || (runs && conducts));
    offer(m_callAll, runs && secretary && m_seat.live().presenter != StaffId(0));
    m_callAll.action->setText(m_calling->isAsking() ? tr("Press again: all are taken along") : tr("Call everybody"));
    offer(m_here, runs && mine && !meeting.isThere(me));
    offer(m_speak, takesPart);
    const auto &speakers = m_seat.live().speakers;
    const auto asked =
        std::find_if(speakers.begin(), speakers.end(), [me](const Speaker &one) { return one.who == me; });
    m_speak.action->setChecked(asked != speakers.end());
    m_speak.action->setText(asked == speakers.end()          ? tr("Raise my hand")
                                : asked->began != Instant(0) ? tr("You have the floor")
                                                             : tr("My hand is raised"));
    m_speak.action->setIcon(icon(hasTheFloor() ? QStringLiteral("speakerphone") : QStringLiteral("hand-stop")));
    setVisible(meeting.state == MeetingState::Running || mayBegin);
    fit();
    if (std::exchange(m_hadTheFloor, hasTheFloor()) != hasTheFloor() && hasTheFloor())
        tellWords();
}

/// Aloud, as nobody looks at the line all the time.
void LiveLine::tellWords()
{
    QAccessibleEvent told(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void LiveLine::callAll()
{
    if (!m_calling->press())
        return;
    m_seat.callAll();
    m_justCalled.start(kCalledShown);
    showState();
}

/// Those one needs most keep their words longest; a question keeps them always.
void LiveLine::fit()
{
    const auto roomWith = [this](bool needed, bool handy) {
        int room = layout()->spacing() + grown(kLiveSign);
        const auto dress = [&room, this](QToolButton *button, bool worded) {
            button->setToolButtonStyle(worded ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
            if (button == m_handOver) // the style leaves no room for the arrow beside words
                button->setMinimumWidth(worded
                                            ? button->fontMetrics().horizontalAdvance(button->text()) + grown(kMenuRoom)
                                            : grown(kIconWithMenu));
            if (!button->isHidden())
                room += std::max(button->sizeHint().width(), button->minimumWidth()) + layout()->spacing();
        };
        for (QToolButton *button : {m_follow.button, m_here.button})
            dress(button, needed);
        dress(m_speak.button, needed || hasTheFloor());
        dress(m_begin.button, needed || m_beginning->isAsking());
        for (QToolButton *button : {m_back.button, m_point.button, m_present.button, m_handOver})
            dress(button, handy);
        dress(m_callAll.button, handy || m_calling->isAsking());
        return room;
    };
    // What is said is elided before a button has no word: whoever does not know the pictures finds what they do.
    const int said = std::min(m_words->sizeHint().width(), grown(kWordsRoom));
    const int least = std::min(said, grown(kLeastWordsRoom));
    if (roomWith(true, true) + said > width() && roomWith(true, false) + least > width())
        roomWith(false, false);
}

void LiveLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

QSize LiveLine::minimumSizeHint() const
{
    return {grown(kLeastWordsRoom + kMostIcons * metric::kControlHeight), QWidget::minimumSizeHint().height()};
}

void LiveLine::showCalled()
{
    m_called = m_seat.live().place;
    showState();
    tellWords();
}

void LiveLine::setPointing(bool pointing)
{
    m_point.action->setChecked(pointing);
}

void LiveLine::noteMyself()
{
    m_presenter.change(NoteAttendance{{{m_session.info().me.id, AttendanceState::Present, -1}}},
                       tr("It is noted that you are present."));
}

} // namespace kessai
