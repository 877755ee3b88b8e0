// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkwords.h"
#include "ui/meetings/meetinglist.h"
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

void MeetingsPage::say(BannerKind kind, const QString &words, const QString &action, bool closable)
{
    m_saysJoined = false;
    m_banner->say(kind, words, action, closable);
}

std::vector<MeetingRow> MeetingsPage::underWay() const
{
    std::vector<MeetingRow> rows;
    for (const MeetingEntry &entry : m_list->entries()) {
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

/// Until it was read. Over nothing else that is said.
void MeetingsPage::addLost(const QString &words)
{
    m_lost = QStringList{m_lost, words}.join(QLatin1Char(' ')).trimmed();
}

/// Where the list is in front, at once.
void MeetingsPage::tellLost(const QString &words)
{
    addLost(words);
    if (isListInFront())
        say(BannerKind::Warning, std::exchange(m_lost, {}));
}

void MeetingsPage::tellJoined()
{
    const QString words = joinedText();
    const bool isFree = m_banner->isHidden() || m_saysJoined;
    if (words.isEmpty() || !isListInFront() || !isFree || (!m_banner->isHidden() && m_banner->text() == words))
        return;
    say(BannerKind::Warning, words, tr("Show it"));
    m_saysJoined = true;
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
