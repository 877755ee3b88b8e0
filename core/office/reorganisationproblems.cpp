// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/datedrows.h"
#include "core/office/reorganisation.h"
#include "core/office/said.h"

#include <QSet>

#include <algorithm>

// What does not make sense in a reorganisation.

namespace kessai {

namespace {

constexpr qsizetype kLongestOfficeName = 100;
constexpr int kHighestRank = 1000;
constexpr qint64 kMostAtOnce = 100000; ///< numbers ahead of the last one, or none would be left for others

/// The rows of the office a reorganisation may change, on a day, and names to speak of them by.
class OrganisationRows final {
public:
    OrganisationRows(const OfficeHistory &history, const QDate &day)
        : sections(rowsAt(history.sections, day, history.revision)),
          posts(rowsAt(history.posts, day, history.revision)), staff(rowsAt(history.staff, day, history.revision)),
          appointments(rowsAt(history.appointments, day, history.revision)),
          roles(rowsAt(history.roles, day, history.revision)), office(history.at(day, history.revision))
    {
    }

    QString name(SectionId id) const
    {
        const Section *section = office->section(id);
        return section ? section->name : QStringLiteral("#%1").arg(id.value());
    }
    QString name(PostId id) const
    {
        const Post *post = office->post(id);
        return post ? office->sectionLabel(post->section) + QLatin1Char(' ') + post->title
                    : QStringLiteral("#%1").arg(id.value());
    }
    QString name(StaffId id) const
    {
        const Staff *person = office->staff(id);
        return person ? person->name() : QStringLiteral("#%1").arg(id.value());
    }

    std::vector<Section> sections;
    std::vector<Post> posts;
    std::vector<Staff> staff;
    std::vector<Appointment> appointments;
    std::vector<RoleHolder> roles;
    std::shared_ptr<const Office> office;
};

using Problems = std::vector<OfficeProblem>;

void noteProblem(Problems &problems, Bilingual text, bool blocks = true)
{
    OfficeProblem problem{std::move(text), blocks};
    if (std::find(problems.begin(), problems.end(), problem) == problems.end())
        problems.push_back(std::move(problem));
}

/// Codes that two rows have.
template <class T, class Code>
QStringList twice(const std::vector<T> &rows, Code code)
{
    QSet<QString> seen;
    QStringList again;
    for (const T &row : rows) {
        const QString one = code(row);
        if (seen.contains(one) && !again.contains(one))
            again.append(one);
        seen.insert(one);
    }
    return again;
}

Bilingual headless(const Section &section)
{
    return said("「%1」に長の職がありません。", "%1 has no head post.", {section.name});
}

/// Of the post of a head that several people hold, with their names: other people are another problem.
Bilingual crowded(const OrganisationRows &rows, PostId head)
{
    const std::vector<StaffId> &holders = rows.office->holders(head);
    QStringList names;
    for (const StaffId one : holders)
        names.append(rows.name(one));
    return said("長の職「%1」に%2人が就いています（%3）。", "The head post %1 has %2 holders (%3).",
                {rows.name(head), QString::number(holders.size()), names.join(QStringLiteral("、"))});
}

void checkSections(const OrganisationRows &rows, Problems &problems)
{
    for (const QString &code : twice(rows.sections, [](const Section &one) { return one.code; }))
        noteProblem(problems, said("コード「%1」の組織が二つあります。", "Two units have the code %1.", {code}));
    for (const Section &one : rows.sections) {
        const Section *parent = one.parent ? rows.office->section(*one.parent) : nullptr;
        if ((one.level == SectionLevel::City) != !one.parent)
            noteProblem(problems, said("「%1」の上の組織がありません。", "%1 belongs to no unit.", {one.name}));
        else if (one.parent && !parent)
            noteProblem(problems,
                        said("「%1」の上の組織は、この日にはありません。",
                             "The unit above %1 is not there on that day.", {one.name}));
        else if (parent && parent->level >= one.level)
            noteProblem(problems,
                        said("「%1」は「%2」の下に置けません。", "%1 cannot lie below %2.", {one.name, parent->name}));
    }
    if (std::count_if(rows.sections.begin(), rows.sections.end(),
                      [](const Section &one) { return one.level == SectionLevel::City; })
        != 1)
        noteProblem(
            problems,
            {QStringLiteral("最上位の組織（市）は一つだけです。"), QStringLiteral("There is one city, and only one.")});
    for (const Section &one : rows.sections) {
        if (one.level == SectionLevel::City && !rows.office->headOf(one.id))
            noteProblem(problems, headless(one));
    }
}

void checkPosts(const OrganisationRows &rows, Problems &problems)
{
    for (const QString &code : twice(rows.posts, [](const Post &one) { return one.code; }))
        noteProblem(problems, said("コード「%1」の職が二つあります。", "Two posts have the code %1.", {code}));
    for (const Post &one : rows.posts) {
        if (!rows.office->section(one.section))
            noteProblem(problems,
                        said("職「%1」の組織は、この日にはありません。",
                             "The unit of the post %1 is not there on that day.", {one.title}));
        else if (one.head && rows.office->headOf(one.section) != one.id)
            noteProblem(problems,
                        said("「%1」に長の職が二つあります。", "%1 has two head posts.", {rows.name(one.section)}));
    }
    for (const RoleHolder &one : rows.roles) {
        if (!rows.office->post(one.post))
            noteProblem(problems,
                        said("役割「%1」の職は、この日にはありません。",
                             "A post with the role %1 is not there on that day.", {one.role}));
    }
}

void checkPeople(const OrganisationRows &rows, Problems &problems)
{
    for (const QString &number : twice(rows.staff, [](const Staff &one) { return one.number; }))
        noteProblem(problems,
                    said("職員番号「%1」の職員が二人います。", "Two people have the staff number %1.", {number}));
    for (const QString &login : twice(rows.staff, [](const Staff &one) { return one.login; }))
        noteProblem(problems, said("ログイン名「%1」の職員が二人います。", "Two people sign in as %1.", {login}));
    QSet<StaffId> primary;
    for (const Appointment &one : rows.appointments) {
        if (!rows.office->staff(one.staff) || !rows.office->post(one.post)) {
            noteProblem(problems,
                        said("%1が就く「%2」は、この日にはどちらかがありません。",
                             "%1 cannot hold %2: one of them is not there on that day.",
                             {rows.name(one.staff), rows.name(one.post)}));
        } else if (one.holding == Holding::Primary) {
            if (primary.contains(one.staff))
                noteProblem(problems,
                            said("%1に本務の職が二つあります。", "%1 has two primary posts.", {rows.name(one.staff)}));
            primary.insert(one.staff);
        }
    }
}

/// What is worth a look, and no obstacle.
void checkGaps(const OrganisationRows &rows, Problems &problems)
{
    for (const Section &one : rows.sections) {
        const auto head = rows.office->headOf(one.id);
        if (!head && one.level != SectionLevel::City) // which needs one
            noteProblem(problems, headless(one), false);
        else if (head && rows.office->holders(*head).empty())
            noteProblem(problems, said("「%1」に就く者がいません。", "Nobody holds the post %1.", {rows.name(*head)}),
                        false);
        else if (head && rows.office->holders(*head).size() > 1)
            noteProblem(problems, crowded(rows, *head), false);
    }
    for (const Staff &one : rows.staff) {
        if (rows.office->postsOf(one.id).empty())
            noteProblem(problems, said("%1に職がありません。", "%1 has no post.", {one.name()}), false);
    }
}

Problems problemsOf(const OrganisationRows &rows)
{
    Problems problems;
    checkSections(rows, problems);
    checkPosts(rows, problems);
    checkPeople(rows, problems);
    checkGaps(rows, problems);
    return problems;
}

bool isOfficeLine(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= kLongestOfficeName
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.category() != QChar::Other_Control; });
}

bool isOfficeLogin(const QString &login)
{
    constexpr qsizetype kMostBytes = 63; // longer names of roles are cut by PostgreSQL
    return isOfficeLine(login) && login.toUtf8().size() <= kMostBytes
        && std::none_of(login.begin(), login.end(), [](QChar c) { return c.isSpace(); });
}

void checkTexts(const Reorganisation &change, Problems &problems)
{
    for (const Section &one : change.sections) {
        if (!isOfficeLine(one.name) || !isOfficeLine(one.code))
            noteProblem(
                problems,
                said("組織「%1」に名称とコードが要ります。", "The unit %1 needs a name and a code.", {one.name}));
    }
    for (const Post &one : change.posts) {
        if (!isOfficeLine(one.title) || !isOfficeLine(one.code))
            noteProblem(
                problems,
                said("職「%1」に職名とコードが要ります。", "The post %1 needs a title and a code.", {one.title}));
        if (one.rank < 0 || one.rank > kHighestRank)
            noteProblem(
                problems,
                said("職「%1」の順位は0から1000までです。", "The rank of %1 lies between 0 and 1000.", {one.title}));
    }
    for (const Staff &one : change.staff) {
        if (!isOfficeLine(one.familyName) || !isOfficeLine(one.givenName) || !isOfficeLine(one.kana)
            || !isOfficeLine(one.number))
            noteProblem(problems,
                        said("職員「%1」に氏名、ふりがな、職員番号が要ります。",
                             "%1 needs a name, its reading and a staff number.", {one.name()}));
        if (!isOfficeLogin(one.login))
            noteProblem(problems,
                        said("職員「%1」のログイン名に空白は使えません。63文字までです。",
                             "The login of %1 has no blanks and at most 63 characters.", {one.name()}));
    }
    for (const RoleHolder &one : change.roles) {
        if (!isOfficeLine(one.role))
            noteProblem(problems, {QStringLiteral("役割に名前が要ります。"), QStringLiteral("A role needs a name.")});
    }
}

/// What somebody signs in as stays theirs for ever: by it old records name them.
void checkLogins(const Reorganisation &change, const OfficeHistory &history, Problems &problems)
{
    for (const Staff &one : change.staff) {
        for (const Dated<Staff> &row : history.staff) {
            if (row.value.id == one.id && row.removedIn == 0 && row.value.login != one.login)
                noteProblem(
                    problems,
                    said("%1のログイン名は変えられません。", "The login of %1 cannot be changed.", {one.name()}));
            else if (row.value.id != one.id && row.removedIn == 0 && row.value.login == one.login)
                noteProblem(problems,
                            said("ログイン名「%1」は%2が使っていました。", "%1 was the login of %2.",
                                 {one.login, row.value.name()}));
        }
    }
}

template <class T>
std::vector<QString> keysOf(const char *kind, const std::vector<T> &rows)
{
    std::vector<QString> keys;
    const auto number = [](auto id) { return QString::number(id.value()); };
    for (const T &row : rows) {
        QString key;
        if constexpr (std::is_same_v<T, Appointment> || std::is_same_v<T, Seat>)
            key = number(row.staff) + QLatin1Char(':') + number(row.post);
        else if constexpr (std::is_same_v<T, RoleHolder>)
            key = number(row.post) + QLatin1Char(':') + row.role;
        else if constexpr (std::is_same_v<T, Succession>)
            key = number(row.post);
        else if constexpr (requires { row.id; })
            key = number(row.id);
        else
            key = number(row);
        keys.push_back(QLatin1String(kind) + QLatin1Char(' ') + key);
    }
    return keys;
}

/// Everything a reorganisation speaks of, each by a name of its own.
std::vector<QString> keysOf(const Reorganisation &change)
{
    std::vector<QString> all;
    const auto add = [&all](std::vector<QString> keys) { all.insert(all.end(), keys.begin(), keys.end()); };
    add(keysOf("section", change.sections));
    add(keysOf("section", change.endedSections));
    add(keysOf("post", change.posts));
    add(keysOf("post", change.endedPosts));
    add(keysOf("staff", change.staff));
    add(keysOf("staff", change.endedStaff));
    add(keysOf("appointment", change.appointments));
    add(keysOf("appointment", change.endedAppointments));
    add(keysOf("role", change.roles));
    add(keysOf("role", change.endedRoles));
    add(keysOf("succession", change.successions));
    return all;
}

template <class T, class Key>
void checkIds(const std::vector<T> &put, const std::vector<Key> &ended, const std::vector<Dated<T>> &known,
              const std::vector<T> &there, Problems &problems)
{
    const auto isThere = [&](Key id) {
        return std::any_of(there.begin(), there.end(), [&](const T &row) { return row.id == id; });
    };
    qint64 last = 0;
    for (const Dated<T> &row : known)
        last = std::max(last, row.value.id.value());
    const auto isNew = [&](Key id) { return id.value() > last && id.value() <= last + kMostAtOnce; };
    const Bilingual gone{QStringLiteral("この日にはない組織、職、職員が含まれています。"),
                         QStringLiteral("Units, posts or people are named that are not there on that day.")};
    for (const T &row : put) {
        if (!isThere(row.id) && !isNew(row.id))
            noteProblem(problems, gone);
    }
    for (const Key id : ended) {
        if (!isThere(id))
            noteProblem(problems, gone);
    }
}

void checkRoles(const OrganisationRows &after, const OrganisationRows &before, Problems &problems)
{
    for (const RoleHolder &one : before.roles) {
        if (std::none_of(after.roles.begin(), after.roles.end(),
                         [&](const RoleHolder &other) { return other.role == one.role; }))
            noteProblem(problems,
                        said("役割「%1」を持つ職がなくなります。", "No post has the role %1 any more.", {one.role}),
                        false);
    }
}

void checkSuccessions(const Reorganisation &change, const OrganisationRows &after, const OrganisationRows &before,
                      Problems &problems)
{
    for (const Succession &one : change.successions) {
        if (after.office->post(one.post))
            noteProblem(problems,
                        said("「%1」は残るので、引継ぎ先は要りません。", "%1 stays; its work goes nowhere.",
                             {after.name(one.post)}));
        else if (!after.office->post(one.successor))
            noteProblem(problems,
                        said("「%1」の引継ぎ先は、この日にはありません。",
                             "Where the work of %1 goes is not there on that day.", {before.name(one.post)}));
    }
    for (const PostId post : change.endedPosts) {
        if (std::none_of(change.successions.begin(), change.successions.end(),
                         [&](const Succession &one) { return one.post == post; }))
            noteProblem(problems,
                        said("なくなる「%1」の仕事の引継ぎ先がありません。",
                             "Nobody takes over the work of %1, which ends.", {before.name(post)}),
                        false);
    }
}

void checkOverlap(const Reorganisation &change, const std::vector<PreparedChange> &prepared, Problems &problems)
{
    std::vector<QString> keys = keysOf(change);
    std::sort(keys.begin(), keys.end());
    if (std::adjacent_find(keys.begin(), keys.end()) != keys.end())
        noteProblem(
            problems,
            {QStringLiteral("同じものが二度書かれています。"), QStringLiteral("The same is written down twice.")});
    for (const PreparedChange &other : prepared) {
        const std::vector<QString> theirs = keysOf(other.change);
        if (std::any_of(theirs.begin(), theirs.end(),
                        [&](const QString &key) { return std::binary_search(keys.begin(), keys.end(), key); }))
            noteProblem(problems,
                        said("%1からの準備済みの変更と重なります。先にそれを取り消してください。",
                             "It changes what is prepared from %1 on already. Take that back first.",
                             {other.change.from.toString(Qt::ISODate)}));
    }
}

} // namespace

std::vector<OfficeProblem> problemsIn(const Reorganisation &change, const OfficeHistory &history,
                                      const std::vector<PreparedChange> &prepared, const QDate &today)
{
    Problems problems;
    if (!change.from.isValid() || change.from < today) {
        noteProblem(problems,
                    {QStringLiteral("変更は今日より前にさかのぼれません。"),
                     QStringLiteral("No change reaches back before today.")});
        return problems;
    }
    const OfficeHistory expected = appliedUntil(history, prepared, change.from);
    const OfficeHistory changed = applied(expected, change, expected.revision + 1);
    const OrganisationRows before(expected, change.from);
    const OrganisationRows after(changed, change.from);
    checkTexts(change, problems);
    checkLogins(change, expected, problems);
    checkIds(change.sections, change.endedSections, expected.sections, before.sections, problems);
    checkIds(change.posts, change.endedPosts, expected.posts, before.posts, problems);
    checkIds(change.staff, change.endedStaff, expected.staff, before.staff, problems);
    checkRoles(after, before, problems);
    checkSuccessions(change, after, before, problems);
    checkOverlap(change, prepared, problems);
    const Problems known = problemsOf(before);
    for (const OfficeProblem &one : problemsOf(after)) {
        if (std::find(known.begin(), known.end(), one) == known.end())
            noteProblem(problems, one.text, one.blocks);
    }
    std::vector<PreparedChange> later;
    std::copy_if(prepared.begin(), prepared.end(), std::back_inserter(later),
                 [&](const PreparedChange &one) { return one.change.from > change.from; });
    if (!fitTogether(changed, later))
        noteProblem(problems,
                    {QStringLiteral("あとの日に準備済みの変更が、これでは成り立たなくなります。"),
                     QStringLiteral("What is prepared for later days would make no sense any more.")});
    std::stable_partition(problems.begin(), problems.end(), [](const OfficeProblem &one) { return one.blocks; });
    return problems;
}

bool fitTogether(const OfficeHistory &history, const std::vector<PreparedChange> &prepared)
{
    return std::all_of(prepared.begin(), prepared.end(), [&](const PreparedChange &one) {
        std::vector<PreparedChange> others;
        std::copy_if(prepared.begin(), prepared.end(), std::back_inserter(others), [&](const PreparedChange &other) {
            return std::pair(other.change.from, other.number) < std::pair(one.change.from, one.number);
        });
        const OfficeHistory before = appliedUntil(history, others, one.change.from);
        const Problems known = problemsOf(OrganisationRows(before, one.change.from));
        const OrganisationRows after(applied(before, one.change, before.revision + 1), one.change.from);
        const Problems found = problemsOf(after);
        return std::none_of(found.begin(), found.end(), [&](const OfficeProblem &problem) {
            return problem.blocks && std::find(known.begin(), known.end(), problem) == known.end();
        });
    });
}

} // namespace kessai
