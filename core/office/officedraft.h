// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/reorganisation.h"

namespace kessai {

/// A reorganisation in the making: what an administrator does to the office as it will be on a day, one act after the other. What is done and undone
/// again leaves nothing behind.
class OfficeDraft final {
public:
    /// `prepared` is what else waits for its day; what of it comes first is there already when this begins.
    OfficeDraft(const OfficeHistory &history, const std::vector<PreparedChange> &prepared, const QDate &day);

    const Reorganisation &change() const { return m_change; }
    /// Goes to another state of the same draft.
    void go(Reorganisation change);
    /// Goes to what was prepared and failed. Its numbers are free again since: what it makes new gets new ones, so that it is nothing that was made
    /// meanwhile.
    void takeUp(const PreparedChange &failed);
    /// The office on the day without the draft and with it.
    const std::shared_ptr<const Office> &before() const { return m_before; }
    const std::shared_ptr<const Office> &after() const { return m_after; }

    /// A new unit below another, one level down, without a head post.
    SectionId makeSection(SectionId parent, const QString &code, const QString &name);
    void setSection(const Section &section);
    void moveSection(SectionId section, SectionId parent);
    /// The unit ends, with all units and posts in it. The work and the roles of posts that have an heir go there; where people go along, whoever held
    /// such a post holds its heir's in the same way, otherwise none.
    void abolishSection(SectionId section, const std::vector<Succession> &heirs = {}, bool peopleGoAlong = false);
    /// Who would take over the posts of a unit and all within it, were they to go to another unit: the post there of the same title, the head for a
    /// head, else the lowest that does not head it. Posts without such an heir are not among them.
    std::vector<Succession> heirsIn(SectionId section, SectionId heir) const;
    /// The posts of a unit and of all units within it.
    std::vector<PostId> postsWithin(SectionId section) const;

    PostId makePost(SectionId section, const QString &code, const QString &title, int rank, bool head);
    void setPost(const Post &post);
    /// The post ends; its work and its roles go to another, or nowhere.
    void abolishPost(PostId post, std::optional<PostId> successor);

    /// Somebody new, without a post yet; `staff.id` is found here.
    StaffId hire(Staff staff);
    void setStaff(const Staff &staff);
    /// Somebody leaves, with all their posts.
    void leave(StaffId staff);

    /// Somebody's primary post is another from the day on.
    void transfer(StaffId staff, PostId post);
    /// The post of a unit that suits somebody who comes there: one of their title, else the lowest that nobody heads the unit by; none where the
    /// unit has no post.
    std::optional<PostId> postFor(StaffId staff, SectionId section) const;
    void appoint(StaffId staff, PostId post, Holding holding);
    void release(StaffId staff, PostId post);
    /// How somebody holds a post on the day; none where they do not.
    std::optional<Holding> holding(StaffId staff, PostId post) const;

    void setRole(const QString &role, PostId post, bool holds);

    /// A code no unit or post has or had: that of another with a number behind it.
    QString freeCode(const QString &like) const;

private:
    struct Known; ///< the rows of the day before the draft
    template <class T, class Key>
    void put(std::vector<T> &rows, std::vector<Key> &ended, const std::vector<T> &known, const T &row);
    template <class T, class Key>
    void end(std::vector<T> &rows, std::vector<Key> &ended, const std::vector<T> &known, const Key &key);
    std::vector<Appointment> appointments() const;
    void rebuild();

    OfficeHistory m_history; ///< with what is prepared until the day
    OfficeHistory m_all;     ///< with everything prepared, for what is new
    std::shared_ptr<const Known> m_known;
    Reorganisation m_change;
    std::shared_ptr<const Office> m_before;
    std::shared_ptr<const Office> m_after;
};

} // namespace kessai
