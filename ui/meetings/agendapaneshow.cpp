// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/dateedit.h"
#include "ui/meetings/agendapane.h"
#include "ui/meetings/meetingwords.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

// What the pane shows and what it asks for; agendapane.cpp puts it together.

namespace kessai {

namespace {

/// The day, or the Friday before it where it is on a weekend.
QDate weekdayUntil(const QDate &day)
{
    return day.addDays(-std::max(0, day.dayOfWeek() - Qt::Friday));
}

constexpr int kAskDaysBefore = 3; ///< the proposal for the day until which a paper is awaited

bool contains(const std::vector<StaffId> &people, StaffId who)
{
    return std::find(people.begin(), people.end(), who) != people.end();
}

} // namespace

void AgendaPane::show(const Meeting &meeting, AgendaKey key, const std::shared_ptr<const Office> &office)
{
    const bool same = key == m_key && m_meeting.id == meeting.id;
    const bool there = m_meeting.id == meeting.id && meeting.item(m_key.item);
    if (!same && there && m_stack->currentWidget() == m_itemPage)
        commitItem(); // what was written of the last line counts
    else if (!same && there && m_stack->currentWidget() == m_paperPage && meeting.paper(m_key.paper))
        commitPaper();
    const AgendaItem *before = m_meeting.item(key.item);
    const AgendaItem *item = meeting.item(key.item);
    const Paper *paper = key.paper == 0 ? nullptr : meeting.paper(key.paper);
    const bool typed = same && before && item
        && (paper ? m_meeting.paper(key.paper) && m_paperTitle->text() != m_meeting.paper(key.paper)->title
                  : m_title->text() != before->title);
    if (office != m_office) {
        m_office = office;
        const QSignalBlocker quiet(m_askWhom);
        m_askWhom->clear();
        m_askWhom->addItem(tr("Choose…"), qint64(0));
        for (const Staff &staff : office->allStaff())
            addEntry(*m_askWhom, personText(*office, staff.id), staff.id.value(), staff.kana);
    }
    m_meeting = meeting;
    m_key = item ? key : AgendaKey();
    if (paper)
        showPaper(*item, *paper, typed);
    else if (item && key.paper == 0)
        showItem(*item, typed);
    m_stack->setCurrentIndex(paper ? 2 : item && key.paper == 0 ? 1 : 0);
}

void AgendaPane::setReaders(const std::vector<PaperOpened> &opened)
{
    m_opened = opened;
    showOpened();
}

void AgendaPane::setEditable(bool editable)
{
    m_editable = editable;
    for (QWidget *act : m_itemActs)
        act->setVisible(editable);
    m_title->setReadOnly(!editable);
    m_no->setEnabled(editable);
    m_kind->setEnabled(editable);
    m_minutes->setEnabled(editable);
    m_paperTitle->setReadOnly(!editable);
    m_put->setVisible(editable);
    m_dropPaper->setVisible(editable);
}

void AgendaPane::takeFocus()
{
    QLineEdit *title = m_stack->currentWidget() == m_paperPage ? m_paperTitle : m_title;
    title->setFocus(Qt::OtherFocusReason);
    title->selectAll();
}

QString AgendaPane::nameOf(StaffId who) const
{
    const Staff *staff = m_office ? m_office->staff(who) : nullptr;
    return staff ? staff->name() : QString::number(who.value());
}

void AgendaPane::showItem(const AgendaItem &item, bool keepTyped)
{
    const QSignalBlocker quietNo(m_no), quietMinutes(m_minutes), quietKind(m_kind);
    if (!keepTyped && m_title->text() != item.title) // the same again would take what is selected to be written over
        m_title->setText(item.title);
    m_no->setValue(item.no);
    m_minutes->setValue(item.minutes);
    m_kind->setCurrentIndex(m_kind->findData(int(item.kind)));
    if (!m_askUntil->date() && m_meeting.day.isValid())
        m_askUntil->setDate(std::max(weekdayUntil(m_meeting.day.addDays(-kAskDaysBefore)), m_today));
    showHidden(item);
}

void AgendaPane::showHidden(const AgendaItem &item)
{
    emptyLayout(*m_hiddenRows);
    const QSignalBlocker quiet(m_hide);
    m_hide->clear();
    m_hide->addItem(QString(), qint64(0));
    for (const MeetingMember &member : m_meeting.members) {
        const bool asked = std::any_of(item.papers.begin(), item.papers.end(),
                                       [&](const Paper &paper) { return paper.responsible == member.who; });
        if (member.role != MeetingRole::Secretary && !asked && !contains(item.hiddenFrom, member.who))
            addEntry(*m_hide, personText(*m_office, member.who), member.who.value());
    }
    for (const StaffId who : item.hiddenFrom) {
        const RegisteredRow row = registeredRow(personText(*m_office, who), {}, this);
        QPushButton *show = rowButton(tr("Show again"), nameOf(who), row.widget);
        show->setObjectName(QStringLiteral("unhide"));
        row.layout->addWidget(show);
        connect(show, &QPushButton::clicked, this, [this, who] { hide(who, false); });
        m_hiddenRows->addWidget(row.widget);
    }
    if (item.hiddenFrom.empty())
        m_hiddenRows->addWidget(emptyRow(tr("Nobody: all members see the item and its papers."), this));
}

void AgendaPane::showPaper(const AgendaItem &item, const Paper &paper, bool keepTyped)
{
    m_label->setText(paperLabel(item, paper.id));
    if (!keepTyped)
        m_paperTitle->setText(paper.title);
    QStringList facts;
    if (paper.responsible)
        facts += paper.files.empty()
            ? tr("Awaited from %1 until %2.").arg(nameOf(*paper.responsible), longDay(paper.due))
            : tr("From %1.").arg(nameOf(*paper.responsible));
    if (!paper.files.empty()) {
        const PaperFile &file = paper.files.back();
        facts += tr("%1, %2, %n page(s).", nullptr, file.pages).arg(file.file.name, fileSize(file.file.size));
        facts += tr("Put there by %1 on %2.").arg(nameOf(file.by), longTime(file.at));
        if (file.revision > 1)
            facts += tr("It replaces an earlier one, and is revision %1.").arg(file.revision);
        if (file.late)
            facts += tr("It came after the meeting was published.");
    }
    m_facts->setText(facts.join(QLatin1Char('\n')));
    m_read->setVisible(!paper.files.empty());
    m_put->setText(paper.files.empty() ? tr("Put a file there…") : tr("Replace…"));
    showOpened();
}

void AgendaPane::showOpened()
{
    const Paper *paper = m_meeting.paper(m_key.paper);
    if (!paper || paper->files.empty() || !m_editable || m_meeting.state == MeetingState::Draft) {
        m_openedBy->clear(); // nobody reads a draft
        return;
    }
    const PaperReaders readers = readersOf(m_meeting, paper->id, m_opened);
    const auto names = [this](const std::vector<StaffId> &people) { return namesOf(*m_office, people); };
    m_openedBy->setText(tr("Opened by: %1").arg(readers.opened.empty() ? tr("nobody yet") : names(readers.opened))
                        + QLatin1Char('\n')
                        + tr("Not opened by: %1").arg(readers.missing.empty() ? tr("nobody") : names(readers.missing)));
}

void AgendaPane::commitItem()
{
    const AgendaItem *now = item();
    const QString title = m_title->text().trimmed();
    if (!now || m_key.paper != 0 || !m_editable || title.isEmpty())
        return;
    const SetItem set{now->id, m_no->value(), title, ItemKind(m_kind->currentData().toInt()), m_minutes->value()};
    if (set != SetItem{now->id, now->no, now->title, now->kind, now->minutes})
        Q_EMIT changeRequested(set, {});
}

void AgendaPane::commitPaper()
{
    const Paper *paper = m_meeting.paper(m_key.paper);
    const AgendaItem *now = item();
    const QString title = m_paperTitle->text().trimmed();
    if (!paper || !now || !m_editable || title.isEmpty() || title == paper->title)
        return;
    PlacePaper place{paper->id, now->id, title, {}};
    for (const Paper &one : now->papers)
        place.order.push_back(one.id);
    Q_EMIT changeRequested(place, {});
}

void AgendaPane::hide(StaffId who, bool hidden)
{
    const AgendaItem *now = item();
    if (!now)
        return;
    HideItem change{now->id, now->hiddenFrom};
    // Somebody who has become a secretary since sees everything.
    std::erase_if(change.from, [this, who](StaffId one) {
        const MeetingMember *const member = m_meeting.member(one);
        return one == who || (member && member->role == MeetingRole::Secretary);
    });
    if (hidden)
        change.from.push_back(who);
    std::sort(change.from.begin(), change.from.end());
    if (change.from != now->hiddenFrom)
        Q_EMIT changeRequested(change,
                               hidden ? tr("“%1” is hidden from %2.").arg(now->title, nameOf(who))
                                      : tr("“%1” is shown to %2 again.").arg(now->title, nameOf(who)));
}

void AgendaPane::askPaper()
{
    const auto until = m_askUntil->date();
    const StaffId whom(m_askWhom->currentData().toLongLong());
    if (!item() || !until || whom.value() <= 0)
        return;
    Q_EMIT changeRequested(AskPaper{0, m_key.item, m_askTitle->text().trimmed(), whom, *until},
                           tr("%1 is asked for the paper.").arg(nameOf(whom)));
    m_askTitle->clear();
    m_askWhom->setCurrentIndex(0);
}

} // namespace kessai
