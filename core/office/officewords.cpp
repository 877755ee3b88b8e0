// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/reorganisation.h"
#include "core/office/said.h"

#include <algorithm>

// What is different between two offices, in words.

namespace kessai {

namespace {

QString seatLabel(const Office &office, PostId id)
{
    const Post *post = office.post(id);
    return post ? office.sectionLabel(post->section) + QLatin1Char(' ') + post->title : QString();
}

/// Somebody's posts of their own, without those whose work came to them.
std::vector<PostId> ownSeats(const Office &office, StaffId staff)
{
    std::vector<PostId> posts = office.postsOf(staff);
    std::erase_if(posts, [&](PostId post) { return !office.post(post); });
    return posts;
}

QString seatLabels(const Office &office, const std::vector<PostId> &posts)
{
    QStringList texts;
    for (const PostId post : posts)
        texts.append(seatLabel(office, post));
    return texts.join(QStringLiteral("、"));
}

std::vector<PostId> without(std::vector<PostId> posts, const std::vector<PostId> &those)
{
    std::erase_if(posts, [&](PostId post) { return std::find(those.begin(), those.end(), post) != those.end(); });
    return posts;
}

/// From which posts to which ones somebody goes, and which they keep; another order of the same ones is said by all of them.
Bilingual moved(const Office &before, const Office &after, StaffId staff)
{
    const std::vector<PostId> old = ownSeats(before, staff);
    const std::vector<PostId> posts = ownSeats(after, staff);
    const std::vector<PostId> left = without(old, posts);
    const std::vector<PostId> entered = without(posts, old);
    const bool partly = (!left.empty() || !entered.empty()) && left.size() != old.size();
    const auto labels = [](const Office &office, const std::vector<PostId> &those) {
        return those.empty() ? QStringLiteral("−") : seatLabels(office, those);
    };
    const QString name = after.staff(staff)->name();
    if (!partly)
        return said("%1: %2 → %3", "%1: %2 → %3", {name, labels(before, old), labels(after, posts)});
    return said("%1: %2 → %3（引き続き %4）", "%1: %2 → %3 (keeps %4)",
                {name, labels(before, left), labels(after, entered), seatLabels(after, without(posts, entered))});
}

void compareSections(const Office &before, const Office &after, std::vector<Bilingual> &words)
{
    const auto above = [](const Office &office, const Section &one) {
        const Section *parent = one.parent ? office.section(*one.parent) : nullptr;
        return parent ? parent->name : QString();
    };
    for (const Section &now : after.sections()) {
        const Section *then = before.section(now.id);
        if (!then) {
            words.push_back(said("新設: %1（%2）", "New: %1 (%2)", {now.name, above(after, now)}));
            continue;
        }
        if (then->name != now.name)
            words.push_back(said("改称: %1 → %2", "Renamed: %1 → %2", {then->name, now.name}));
        if (then->parent != now.parent)
            words.push_back(said("移管: %1 → %2", "Moved: %1 → %2", {now.name, above(after, now)}));
        if (then->code != now.code)
            words.push_back(said("コード: %1（%2）", "Code: %1 (%2)", {now.name, now.code}));
        if (then->busy != now.busy)
            words.push_back(now.busy
                                ? said("他律的業務の部署にする: %1", "Work set by others: %1", {now.name})
                                : said("他律的業務の部署から外す: %1", "No longer work set by others: %1", {now.name}));
    }
    for (const Section &then : before.sections()) {
        if (!after.section(then.id))
            words.push_back(said("廃止: %1（%2）", "Abolished: %1 (%2)", {then.name, above(before, then)}));
    }
}

void comparePosts(const Office &before, const Office &after, std::vector<Bilingual> &words)
{
    for (const Post &now : after.posts()) {
        const Post *then = before.post(now.id);
        if (!then)
            words.push_back(said("職の新設: %1", "New post: %1", {seatLabel(after, now.id)}));
        else if (then->title != now.title || then->section != now.section)
            words.push_back(
                said("職: %1 → %2", "Post: %1 → %2", {seatLabel(before, now.id), seatLabel(after, now.id)}));
        else if (then->code != now.code || then->rank != now.rank || then->head != now.head)
            words.push_back(said("職の内容の変更: %1", "Post changed: %1", {seatLabel(after, now.id)}));
    }
    for (const Post &then : before.posts()) {
        if (after.post(then.id))
            continue;
        const PostId successor = after.current(then.id);
        words.push_back(successor == then.id
                            ? said("職の廃止: %1", "Post abolished: %1", {seatLabel(before, then.id)})
                            : said("職の廃止: %1（仕事は%2へ）", "Post abolished: %1 (its work goes to %2)",
                                   {seatLabel(before, then.id), seatLabel(after, successor)}));
    }
}

void comparePeople(const Office &before, const Office &after, std::vector<Bilingual> &words)
{
    for (const Staff &now : after.allStaff()) {
        const Staff *then = before.staff(now.id);
        const std::vector<PostId> posts = ownSeats(after, now.id);
        if (!then) {
            words.push_back(said("採用: %1（%2）", "Joins: %1 (%2)", {now.name(), seatLabels(after, posts)}));
            continue;
        }
        if (then->name() != now.name())
            words.push_back(said("改姓・改名: %1 → %2", "Renamed: %1 → %2", {then->name(), now.name()}));
        else if (then->kana != now.kana || then->number != now.number)
            words.push_back(said("職員の訂正: %1", "Corrected: %1", {now.name()}));
        const std::vector<PostId> old = ownSeats(before, now.id);
        if (old == posts)
            continue;
        words.push_back(moved(before, after, now.id));
    }
    for (const Staff &then : before.allStaff()) {
        if (!after.staff(then.id))
            words.push_back(said("退職: %1（%2）", "Leaves: %1 (%2)",
                                 {then.name(), seatLabels(before, ownSeats(before, then.id))}));
    }
}

void compareRoles(const Office &before, const Office &after, std::vector<Bilingual> &words)
{
    const auto has = [](const Office &office, const RoleHolder &one) {
        return std::find(office.roles().begin(), office.roles().end(), one) != office.roles().end();
    };
    for (const RoleHolder &now : after.roles()) {
        if (!has(before, now) && after.post(now.post))
            words.push_back(
                said("役割「%1」を与える: %2", "Given the role %1: %2", {now.role, seatLabel(after, now.post)}));
    }
    for (const RoleHolder &then : before.roles()) {
        if (!has(after, then) && before.post(then.post))
            words.push_back(said("役割「%1」を外す: %2", "No longer in the role %1: %2",
                                 {then.role, seatLabel(before, then.post)}));
    }
}

} // namespace

std::vector<Bilingual> changesBetween(const Office &before, const Office &after)
{
    std::vector<Bilingual> words;
    compareSections(before, after, words);
    comparePosts(before, after, words);
    comparePeople(before, after, words);
    compareRoles(before, after, words);
    return words;
}

} // namespace kessai
