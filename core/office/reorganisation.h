// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/office/office.h"

class QJsonObject;

namespace kessai {

/// Which appointment is meant: whose, to which post.
struct Seat final {
    StaffId staff;
    PostId post;
    friend bool operator==(const Seat &, const Seat &) = default;
};

/// What an office is from a day on (組織改編・人事異動, domain.md 8.3): rows that are new or other than before, and rows that end with the day
/// before. A row that is named replaces whatever the office says of the same unit, post, person, appointment or role from that day on; nothing is
/// ever said of the days before.
struct Reorganisation final {
    QDate from;
    std::vector<Section> sections{};
    std::vector<Post> posts{};
    std::vector<Staff> staff{};
    std::vector<Appointment> appointments{};
    std::vector<RoleHolder> roles{};
    std::vector<Succession> successions{}; ///< where the work of posts goes that end
    std::vector<SectionId> endedSections{};
    std::vector<PostId> endedPosts{};
    std::vector<StaffId> endedStaff{}; ///< who leave
    std::vector<Seat> endedAppointments{};
    std::vector<RoleHolder> endedRoles{};

    bool empty() const;
    QJsonObject toJson() const;
    /// Invalid where it is not as `toJson` writes it.
    static Result<Reorganisation> fromJson(const QJsonObject &json);
    friend bool operator==(const Reorganisation &, const Reorganisation &) = default;
};

/// A reorganisation that waits for its day (内示), seen by nobody but administrators and personnel until then.
struct PreparedChange final {
    int number = 0; ///< the revision of the office in which it was prepared
    Reorganisation change;
    QString reason;
    QString madeBy; ///< login
    Instant madeAt;
    friend bool operator==(const PreparedChange &, const PreparedChange &) = default;
};

/// The history with a reorganisation in it: rows that end are taken back in `revision` and, for the days before, added again; what is new is added
/// in it. Nothing that was known before changes.
OfficeHistory applied(const OfficeHistory &history, const Reorganisation &change, int revision);
/// The same with all that is prepared until a day, each from its own day on.
OfficeHistory appliedUntil(OfficeHistory history, const std::vector<PreparedChange> &prepared, const QDate &day);

/// What does not make sense in a reorganisation, in clerks' words. What blocks, the notary refuses as well; the rest is worth a look.
struct OfficeProblem final {
    Bilingual text;
    bool blocks = true;
    friend bool operator==(const OfficeProblem &, const OfficeProblem &) = default;
};
/// `history` and what is prepared besides are as of today; `change` may be one of the prepared ones again only after that was taken back.
std::vector<OfficeProblem> problemsIn(const Reorganisation &change, const OfficeHistory &history,
                                      const std::vector<PreparedChange> &prepared, const QDate &today);
/// Whether what is prepared still makes sense together; for what is taken back.
bool fitTogether(const OfficeHistory &history, const std::vector<PreparedChange> &prepared);

/// Who has the right of an administrator, and when.
using Administrators = std::vector<Dated<StaffId>>;
/// Whether whoever makes a reorganisation could, on its day or one of those prepared for later, act or look by more than without it (posts, roles,
/// sections, posts above which they would be a head, places of deciders who would be away), or would be left as the only administrator: somebody
/// else has to make that one.
bool servesOneself(const Reorganisation &change, const OfficeHistory &history,
                   const std::vector<PreparedChange> &prepared, StaffId actor, const Administrators &administrators);
/// The same of taking a prepared one back; `rest` is what else is prepared.
bool servesTakingBack(const PreparedChange &gone, const OfficeHistory &history, const std::vector<PreparedChange> &rest,
                      StaffId actor, const Administrators &administrators);

/// What is different between two days or drafts of an office, in words: "山田 花子: 総務課 係長 → 財政課 係長".
std::vector<Bilingual> changesBetween(const Office &before, const Office &after);

/// The newest revision of the office in which anything a reorganisation may change was changed; by it a second administrator is noticed.
int organisedIn(const OfficeHistory &history);

} // namespace kessai
