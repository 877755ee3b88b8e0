// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkwords.h"
#include "ui/meetings/meetinglist.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingspage.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

// Of the page of meetings (MeetingsPage), what is said above the list.

namespace kessai {

bool MeetingsPage::isListInFront() const
{
    return isVisible() && m_pages->currentWidget() == m_listPage;
}

void MeetingsPage::say(BannerKind kind, const QString &words, const QString &action)
{
    sayAbout(Above::Other, kind, words, action);
}

/// Not said again while it stands there: it would be read out again.
void MeetingsPage::sayAbout(Above what, BannerKind kind, const QString &words, const QString &action, bool closable)
{
    if (std::exchange(m_says, what) != what || !m_banner->says(words))
        m_banner->say(kind, words, action, closable);
}

std::vector<MeetingRow> MeetingsPage::underWay() const
{
    std::vector<MeetingRow> rows;
    for (const MeetingEntry &entry : m_list->entries()) {
        if (m_presenter->id() == entry.row.id && m_presenter->meeting().state == MeetingState::Closed)
            continue; // seen to end, and the list was not read since
        if (!entry.isOld && entry.row.role && entry.row.state == MeetingState::Running)
            rows.push_back(entry.row);
    }
    return rows;
}

QString MeetingsPage::joinedText() const
{
    QStringList words;
    for (const auto &[id, joining] : m_joined) {
        const auto entry =
            std::ranges::find_if(m_list->entries(), [of = id](const MeetingEntry &one) { return one.row.id == of; });
        const QString title = entry == m_list->entries().end() ? QString() : entry->row.title;
        words += title.isEmpty() ? joiningText(joining) : tr("“%1”: %2").arg(title, joiningText(joining));
    }
    return words.join(QLatin1Char(' '));
}

/// Where the list is in front, at once; and until it was closed, whatever is said over it meanwhile.
void MeetingsPage::tellLost(const QString &words)
{
    m_lost.removeAll(words);
    m_lost.append(words);
    if (isListInFront())
        sayAbout(Above::Lost, BannerKind::Warning, m_lost.join(QLatin1Char(' ')));
}

/// What holds for a while, and what is to be read: over nothing else that is said.
void MeetingsPage::showAbove()
{
    const bool isFree = m_banner->isHidden() || m_says != Above::Other;
    if (m_pages->currentWidget() != m_listPage || !isFree)
        return;
    if (!m_lost.isEmpty())
        sayAbout(Above::Lost, BannerKind::Warning, m_lost.join(QLatin1Char(' ')));
    else if (m_list->isOld())
        sayAbout(Above::NotConnected, BannerKind::Information,
                 tr("Not connected: these are the meetings as they were last. Those that are on this computer "
                    "can be read and written on."),
                 {}, false);
    else if (!m_joined.empty())
        sayAbout(Above::Joined, BannerKind::Warning, joinedText(), tr("Show it"));
    else
        m_banner->clear();
}

void MeetingsPage::actAbove()
{
    m_banner->clear();
    if (m_says == Above::Joined)
        showJoined();
    else
        m_list->read();
}

/// What was closed was read; what it lay over was not.
void MeetingsPage::closedAbove()
{
    if (m_says == Above::Lost)
        m_lost.clear();
    else if (m_says == Above::Joined)
        m_joined.clear();
    showAbove();
}

void MeetingsPage::showJoined()
{
    if (m_joined.empty())
        return;
    const auto first = m_joined.extract(m_joined.begin());
    open(first.key());
    if (const auto &ink = first.mapped().first)
        m_place = ReadingPlace{{ink->paper, ink->page}, ink->revision};
}

} // namespace kessai
