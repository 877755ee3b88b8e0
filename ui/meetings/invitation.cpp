// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/invitation.h"

#include "core/office/sections.h"
#include "core/services/caseview.h"
#include "ui/office/officeparts.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QHash>
#include <QKeyEvent>
#include <QSet>

#include <algorithm>

namespace kessai {

namespace {

struct InvitationWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::Invitation)
};

const QLatin1String kPersonEntry("person:");
const QLatin1String kPostEntry("post:");
const QLatin1String kSectionEntry("section:");

/// Up and down show what there is to choose from. A choice is acted on at once, so that stepping through the entries would act on each.
class OpensOnArrows final : public QObject {
public:
    explicit OpensOnArrows(QComboBox &box) : QObject(&box), m_box(box) { box.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Up && key != Qt::Key_Down)
            return QObject::eventFilter(watched, event);
        if (isUnsettled(m_box))
            showFitting();
        else
            m_box.showPopup();
        return true;
    }

private:
    /// Of what is typed, not of all there is: the list may not be there yet.
    void showFitting()
    {
        QCompleter *const completer = m_box.completer();
        completer->setCompletionPrefix(m_box.currentText());
        if (completer->completionCount() == 0)
            return;
        completer->complete();
        completer->popup()->setCurrentIndex(completer->completionModel()->index(0, 0));
    }

    QComboBox &m_box;
};

/// How many have a post in each section or below it.
QHash<SectionId, int> headcounts(const Office &office)
{
    QHash<SectionId, int> counts;
    for (const Staff &staff : office.allStaff()) {
        QSet<SectionId> within;
        for (const PostId post : office.postsOf(staff.id)) {
            for (const Section *here = office.post(post) ? office.section(office.post(post)->section) : nullptr; here;
                 here = here->parent ? office.section(*here->parent) : nullptr)
                within.insert(here->id);
        }
        for (const SectionId section : within)
            ++counts[section];
    }
    return counts;
}

} // namespace

QComboBox *searchBox(const QString &name, const char *objectName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(objectName));
    box->setMinimumHeight(metric::kControlHeight);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setAccessibleName(name);
    makeSearchable(*box, name); // at once: Tab comes past what is made here in this order
    new OpensOnArrows(*box);
    return box;
}

void fillInvitations(QComboBox &box, const Office &office)
{
    box.clear();
    box.addItem({}, QString());
    for (const Staff &staff : office.allStaff())
        addEntry(box, personText(office, staff.id), QString(kPersonEntry + QString::number(staff.id.value())),
                 staff.kana);
    for (const Post &post : office.posts()) {
        if (!office.holders(post.id).empty())
            addEntry(box, postLabel(office, post.id), QString(kPostEntry + QString::number(post.id.value())));
    }
    const QHash<SectionId, int> counts = headcounts(office);
    for (const Section &section : office.sections()) {
        if (const int members = counts.value(section.id); members > 0)
            addEntry(box,
                     InvitationWords::tr("everybody of %1 (%n)", "a section, and how many they are", members)
                         .arg(office.sectionLabel(section.id)),
                     QString(kSectionEntry + QString::number(section.id.value())));
    }
}

Invitation invitationOf(const QComboBox &box, const Office &office)
{
    const QString entry = box.currentData().toString();
    const qint64 id = entry.section(QLatin1Char(':'), 1).toLongLong();
    if (entry.startsWith(kPersonEntry))
        return {{}, {StaffId(id)}};
    if (entry.startsWith(kPostEntry))
        return {postLabel(office, PostId(id)), office.holders(PostId(id))};
    if (entry.startsWith(kSectionEntry))
        return {office.sectionLabel(SectionId(id)), membersOf(office, SectionId(id))};
    return {};
}

std::vector<MeetingMember> newMembers(const std::vector<MeetingMember> &members, const Invitation &invitation,
                                      MeetingRole role)
{
    std::vector<MeetingMember> added;
    for (const StaffId who : invitation.people) {
        const auto is = [&](const MeetingMember &one) { return one.who == who; };
        if (std::none_of(members.begin(), members.end(), is) && std::none_of(added.begin(), added.end(), is))
            added.push_back({who, role, invitation.because.left(int(kMostMeetingText))});
    }
    return added;
}

} // namespace kessai
