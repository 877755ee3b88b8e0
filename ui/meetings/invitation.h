// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "core/office/office.h"

class QComboBox;
class QWidget;

namespace kessai {

/// Whom somebody invites at once: a person, the holders of a post, or everybody of a section.
struct Invitation final {
    QString because; ///< the post or section; empty for a person
    std::vector<StaffId> people;
    friend bool operator==(const Invitation &, const Invitation &) = default;
};

/// A list that is found by typing; empty yet.
QComboBox *searchBox(const QString &name, const char *objectName, QWidget *parent);
/// Fills a list that is found by typing with the people, posts and sections of an office.
void fillInvitations(QComboBox &box, const Office &office);
/// Whom the entry chosen in such a list stands for; nobody for none.
Invitation invitationOf(const QComboBox &box, const Office &office);

/// Those of an invitation who are not members yet, as members.
std::vector<MeetingMember> newMembers(const std::vector<MeetingMember> &members, const Invitation &invitation,
                                      MeetingRole role);

} // namespace kessai
