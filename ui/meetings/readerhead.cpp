// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/readerhead.h"

#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingwords.h"
#include "ui/meetings/papercopies.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kWideHead = 1100; ///< from which on everything is there in words
constexpr int kTitleWidth = 280;

/// When a meeting was held, once it is over; until then when it is planned.
QString heldWhen(const Meeting &meeting)
{
    const auto minuteOf = [](Instant at) {
        const QTime time = at.tokyo().time();
        return time.hour() * 60 + time.minute();
    };
    const bool wasHeld = meeting.state == MeetingState::Closed && meeting.begunAt.day() == meeting.day
        && meeting.closedAt.day() == meeting.day;
    return meetingWhen(meeting.day, wasHeld ? minuteOf(meeting.begunAt) : meeting.begins,
                       wasHeld ? minuteOf(meeting.closedAt) : meeting.ends, meeting.room);
}

} // namespace

ReaderHead::ReaderHead(QWidget *parent) : QWidget(parent), m_line(new QHBoxLayout), m_menu(new QMenu(this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *back = backButton(tr("Meetings"), tr("Back to the list (Esc)"), "readerBack", this);
    m_title = new ElidedLabel(TextRole::BodyStrong, this);
    m_title->setObjectName(QStringLiteral("readerTitle"));
    m_state = new StatusChip(this);
    m_when = new ElidedLabel(TextRole::Body, this);
    m_when->setToken(Token::Text2);
    m_stored = new ElidedLabel(TextRole::Caption, this);
    m_stored->setObjectName(QStringLiteral("inkStored"));
    m_conduct = addToggle("conductButton", "gavel", tr("Who is there, who speaks, votes, what was decided (F7)"));
    m_notes = addToggle("notesButton", "list-details", tr("The list of what is written on the pages (F6)"));
    m_notes->setText(tr("Notes"));
    m_edit = pageButton(tr("Prepare"), "editMeeting", this);
    m_edit->setIcon(icon(QStringLiteral("pencil")));
    m_edit->setToolTip(tr("Change the agenda, the papers and the members"));
    m_more = iconButton("dots", tr("More for this meeting"), "readerMore", this);
    m_more->setAutoRaise(true);
    // Its own menu would get an arrow over the dots.
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    layout->addWidget(back);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addWidget(m_when, 1);
    layout->addLayout(m_line, 3);
    layout->addWidget(m_stored);
    layout->addWidget(m_conduct);
    layout->addWidget(m_notes);
    layout->addWidget(m_edit);
    layout->addWidget(m_more);
    connect(back, &QToolButton::clicked, this, &ReaderHead::backRequested);
    connect(m_edit, &QPushButton::clicked, this, &ReaderHead::editRequested);
}

QToolButton *ReaderHead::addToggle(const char *name, const char *iconName, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(QLatin1String(iconName)));
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setMinimumSize(metric::kControlHeight, metric::kControlHeight);
    return button;
}

void ReaderHead::setCopies(const PaperCopies &copies)
{
    m_save = copies.saveButton();
    m_print = copies.printButton();
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_conduct), m_save);
    row->insertWidget(row->indexOf(m_conduct), m_print);
    const QList<QAction *> acts = copies.menu()->actions();
    m_menu->addActions(acts);
    QAction *edit = m_menu->addAction(m_edit->icon(), m_edit->text(), this, &ReaderHead::editRequested);
    connect(m_menu, &QMenu::aboutToShow, this, [this, acts, edit] {
        for (QAction *act : acts)
            act->setVisible(m_mayCopy);
        edit->setVisible(m_mayEdit && m_runs);
    });
}

void ReaderHead::showMeeting(const Meeting &meeting, bool mayEdit, bool mayCopy)
{
    const QString when = heldWhen(meeting);
    m_title->setText(meeting.title);
    m_title->setMaximumWidth(std::min(grown(kTitleWidth), m_title->sizeHint().width()));
    m_when->setText(when);
    m_state->setLook(meetingChip(meeting.state));
    m_runs = meeting.state == MeetingState::Running;
    m_mayEdit = mayEdit;
    m_mayCopy = mayCopy;
    fit();
}

void ReaderHead::showStored(const QString &words, bool trouble)
{
    m_trouble = trouble;
    m_stored->setToken(trouble ? Token::WarnText : Token::Text2);
    m_stored->setText(words);
    m_stored->setMaximumWidth(m_stored->sizeHint().width());
    fit();
}

void ReaderHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ReaderHead::fit()
{
    const bool wide = width() >= grown(kWideHead);
    const bool folds = m_runs || !wide;
    m_state->setVisible(!m_runs);
    m_when->setVisible(!m_runs);
    m_stored->setVisible(m_trouble || (wide && !m_runs)); // that all is well needs no room in a meeting
    for (QToolButton *toggle : {m_conduct, m_notes})
        toggle->setToolButtonStyle(wide ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    if (m_save) {
        m_save->setVisible(m_mayCopy && !folds);
        m_print->setVisible(m_mayCopy && !folds);
    }
    m_edit->setVisible(m_mayEdit && !m_runs);
    m_more->setVisible(folds && (m_mayCopy || (m_mayEdit && m_runs)));
}

} // namespace kessai
