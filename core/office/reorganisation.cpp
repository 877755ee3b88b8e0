// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/reorganisation.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <iterator>

namespace kessai {

namespace {

using Json = QJsonObject;

QJsonValue idValue(qint64 id)
{
    return QJsonValue(id);
}

/// Reads rows and notices what is not as it should be.
class RowReader final {
public:
    explicit RowReader(const QJsonObject &json, QStringList members) : m_json(json)
    {
        const QStringList keys = json.keys();
        m_sound = std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return members.contains(key); });
    }

    qint64 number(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        const qint64 read = value.toInteger(-1);
        m_sound = m_sound && value.isDouble() && read >= 0;
        return read;
    }
    QString text(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        m_sound = m_sound && value.isString();
        return value.toString();
    }
    bool flag(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        m_sound = m_sound && value.isBool();
        return value.toBool();
    }
    bool has(const char *key) const { return m_json.contains(QLatin1String(key)); }
    void need(bool sound) { m_sound = m_sound && sound; }
    bool sound() const { return m_sound; }

private:
    QJsonObject m_json;
    bool m_sound;
};

Json toJson(const Section &row)
{
    Json json{{QStringLiteral("id"), idValue(row.id.value())},
              {QStringLiteral("level"), int(row.level)},
              {QStringLiteral("code"), row.code},
              {QStringLiteral("name"), row.name},
              {QStringLiteral("busy"), row.busy}};
    if (row.parent)
        json.insert(QStringLiteral("parent"), idValue(row.parent->value()));
    return json;
}

Json toJson(const Post &row)
{
    return {{QStringLiteral("id"), idValue(row.id.value())},
            {QStringLiteral("section"), idValue(row.section.value())},
            {QStringLiteral("code"), row.code},
            {QStringLiteral("title"), row.title},
            {QStringLiteral("rank"), row.rank},
            {QStringLiteral("head"), row.head}};
}

Json toJson(const Staff &row)
{
    return {{QStringLiteral("id"), idValue(row.id.value())}, {QStringLiteral("login"), row.login},
            {QStringLiteral("number"), row.number},          {QStringLiteral("family"), row.familyName},
            {QStringLiteral("given"), row.givenName},        {QStringLiteral("kana"), row.kana}};
}

Json toJson(const Appointment &row)
{
    return {{QStringLiteral("staff"), idValue(row.staff.value())},
            {QStringLiteral("post"), idValue(row.post.value())},
            {QStringLiteral("holding"), int(row.holding)}};
}

Json toJson(const Seat &row)
{
    return {{QStringLiteral("staff"), idValue(row.staff.value())}, {QStringLiteral("post"), idValue(row.post.value())}};
}

Json toJson(const RoleHolder &row)
{
    return {{QStringLiteral("role"), row.role}, {QStringLiteral("post"), idValue(row.post.value())}};
}

Json toJson(const Succession &row)
{
    return {{QStringLiteral("post"), idValue(row.post.value())},
            {QStringLiteral("successor"), idValue(row.successor.value())}};
}

template <class Tag>
QJsonValue toJson(Id<Tag> id)
{
    return idValue(id.value());
}

Section readRow(RowReader &json, std::type_identity<Section>)
{
    const qint64 level = json.number("level");
    json.need(level <= int(SectionLevel::Unit));
    return {.id = SectionId(json.number("id")),
            .parent = json.has("parent") ? std::optional(SectionId(json.number("parent"))) : std::nullopt,
            .level = SectionLevel(level),
            .code = json.text("code"),
            .name = json.text("name"),
            .busy = json.flag("busy")};
}

Post readRow(RowReader &json, std::type_identity<Post>)
{
    return {.id = PostId(json.number("id")),
            .section = SectionId(json.number("section")),
            .code = json.text("code"),
            .title = json.text("title"),
            .rank = int(json.number("rank")),
            .head = json.flag("head")};
}

Staff readRow(RowReader &json, std::type_identity<Staff>)
{
    return {.id = StaffId(json.number("id")),
            .login = json.text("login"),
            .number = json.text("number"),
            .familyName = json.text("family"),
            .givenName = json.text("given"),
            .kana = json.text("kana")};
}

Appointment readRow(RowReader &json, std::type_identity<Appointment>)
{
    const qint64 holding = json.number("holding");
    json.need(holding <= int(Holding::Acting));
    return {StaffId(json.number("staff")), PostId(json.number("post")), Holding(holding)};
}

Seat readRow(RowReader &json, std::type_identity<Seat>)
{
    return {StaffId(json.number("staff")), PostId(json.number("post"))};
}

RoleHolder readRow(RowReader &json, std::type_identity<RoleHolder>)
{
    return {json.text("role"), PostId(json.number("post"))};
}

Succession readRow(RowReader &json, std::type_identity<Succession>)
{
    return {PostId(json.number("post")), PostId(json.number("successor"))};
}

template <class T>
inline const QStringList kMembers{};
template <>
inline const QStringList kMembers<Section>{QStringLiteral("id"),   QStringLiteral("parent"), QStringLiteral("level"),
                                           QStringLiteral("code"), QStringLiteral("name"),   QStringLiteral("busy")};
template <>
inline const QStringList kMembers<Post>{QStringLiteral("id"),    QStringLiteral("section"), QStringLiteral("code"),
                                        QStringLiteral("title"), QStringLiteral("rank"),    QStringLiteral("head")};
template <>
inline const QStringList kMembers<Staff>{QStringLiteral("id"),     QStringLiteral("login"), QStringLiteral("number"),
                                         QStringLiteral("family"), QStringLiteral("given"), QStringLiteral("kana")};
template <>
inline const QStringList kMembers<Appointment>{QStringLiteral("staff"), QStringLiteral("post"),
                                               QStringLiteral("holding")};
template <>
inline const QStringList kMembers<Seat>{QStringLiteral("staff"), QStringLiteral("post")};
template <>
inline const QStringList kMembers<RoleHolder>{QStringLiteral("role"), QStringLiteral("post")};
template <>
inline const QStringList kMembers<Succession>{QStringLiteral("post"), QStringLiteral("successor")};

template <class T>
QJsonArray listed(const std::vector<T> &rows)
{
    QJsonArray list;
    for (const T &row : rows)
        list.append(toJson(row));
    return list;
}

template <class T>
bool takeRows(const QJsonObject &json, const char *key, std::vector<T> &rows)
{
    const QJsonValue list = json.value(QLatin1String(key));
    if (!list.isArray())
        return false;
    for (const QJsonValue &one : list.toArray()) {
        RowReader reader(one.toObject(), kMembers<T>);
        rows.push_back(readRow(reader, std::type_identity<T>()));
        if (!one.isObject() || !reader.sound())
            return false;
    }
    return true;
}

template <class Tag>
bool takeIds(const QJsonObject &json, const char *key, std::vector<Id<Tag>> &ids)
{
    const QJsonValue list = json.value(QLatin1String(key));
    if (!list.isArray())
        return false;
    for (const QJsonValue &one : list.toArray()) {
        ids.push_back(Id<Tag>(one.toInteger(-1)));
        if (!one.isDouble() || ids.back().value() < 0)
            return false;
    }
    return true;
}

/// What rows are about: of two with the same key the later one replaces the other.
SectionId keyOf(const Section &row)
{
    return row.id;
}
PostId keyOf(const Post &row)
{
    return row.id;
}
StaffId keyOf(const Staff &row)
{
    return row.id;
}
Seat keyOf(const Appointment &row)
{
    return {row.staff, row.post};
}
RoleHolder keyOf(const RoleHolder &row)
{
    return row;
}
PostId keyOf(const Succession &row)
{
    return row.post;
}

template <class T, class Key>
void apply(std::vector<Dated<T>> &rows, const std::vector<T> &put, const std::vector<Key> &ended, const QDate &from,
           int revision)
{
    const auto named = [&](const T &row) {
        const auto key = keyOf(row);
        return std::any_of(put.begin(), put.end(), [&](const T &one) { return keyOf(one) == key; })
            || std::any_of(ended.begin(), ended.end(), [&](const Key &one) { return one == key; });
    };
    const size_t known = rows.size();
    for (size_t i = 0; i < known; ++i) {
        if (rows[i].removedIn != 0 || (rows[i].until.isValid() && rows[i].until < from) || !named(rows[i].value))
            continue;
        rows[i].removedIn = revision;
        if (rows[i].from < from) {
            Dated<T> before = rows[i];
            before.until = from.addDays(-1);
            before.addedIn = revision;
            before.removedIn = 0;
            rows.push_back(std::move(before));
        }
    }
    for (const T &one : put)
        rows.push_back({one, from, {}, revision, 0});
}

/// Where work goes may be said of a later day already (SetSuccessor); what is said of an earlier one is good until then.
void applySuccessions(std::vector<Dated<Succession>> &rows, const std::vector<Succession> &put, const QDate &from,
                      int revision)
{
    std::vector<Dated<Succession>> later;
    const auto firstLater =
        std::stable_partition(rows.begin(), rows.end(), [&](const auto &row) { return row.from <= from; });
    std::move(firstLater, rows.end(), std::back_inserter(later));
    rows.erase(firstLater, rows.end());
    const size_t known = rows.size();
    apply(rows, put, std::vector<PostId>(), from, revision);
    for (size_t i = known; i < rows.size(); ++i) {
        if (rows[i].from != from)
            continue;
        for (const Dated<Succession> &other : later) {
            const QDate eve = other.from.addDays(-1);
            if (other.removedIn == 0 && other.value.post == rows[i].value.post
                && (!rows[i].until.isValid() || eve < rows[i].until))
                rows[i].until = eve;
        }
    }
    rows.insert(rows.end(), later.begin(), later.end());
}

template <class T>
int newestIn(const std::vector<Dated<T>> &rows, int newest)
{
    for (const Dated<T> &row : rows)
        newest = std::max({newest, row.addedIn, row.removedIn});
    return newest;
}

} // namespace

bool Reorganisation::empty() const
{
    return *this == Reorganisation{.from = from};
}

QJsonObject Reorganisation::toJson() const
{
    return {{QStringLiteral("from"), from.toString(Qt::ISODate)},
            {QStringLiteral("put"),
             Json{{QStringLiteral("sections"), listed(sections)},
                  {QStringLiteral("posts"), listed(posts)},
                  {QStringLiteral("staff"), listed(staff)},
                  {QStringLiteral("appointments"), listed(appointments)},
                  {QStringLiteral("roles"), listed(roles)},
                  {QStringLiteral("successions"), listed(successions)}}},
            {QStringLiteral("end"),
             Json{{QStringLiteral("sections"), listed(endedSections)},
                  {QStringLiteral("posts"), listed(endedPosts)},
                  {QStringLiteral("staff"), listed(endedStaff)},
                  {QStringLiteral("appointments"), listed(endedAppointments)},
                  {QStringLiteral("roles"), listed(endedRoles)}}}};
}

Result<Reorganisation> Reorganisation::fromJson(const QJsonObject &json)
{
    Reorganisation read{.from = QDate::fromString(json.value(QLatin1String("from")).toString(), Qt::ISODate)};
    const QJsonObject put = json.value(QLatin1String("put")).toObject();
    const QJsonObject end = json.value(QLatin1String("end")).toObject();
    const bool sound = json.size() == 3 && put.size() == 6 && end.size() == 5 && read.from.isValid()
        && takeRows(put, "sections", read.sections) && takeRows(put, "posts", read.posts)
        && takeRows(put, "staff", read.staff) && takeRows(put, "appointments", read.appointments)
        && takeRows(put, "roles", read.roles) && takeRows(put, "successions", read.successions)
        && takeIds(end, "sections", read.endedSections) && takeIds(end, "posts", read.endedPosts)
        && takeIds(end, "staff", read.endedStaff) && takeRows(end, "appointments", read.endedAppointments)
        && takeRows(end, "roles", read.endedRoles);
    if (!sound)
        return fail(ErrorCode::Invalid, QStringLiteral("that is no reorganisation"));
    return read;
}

OfficeHistory applied(const OfficeHistory &history, const Reorganisation &change, int revision)
{
    OfficeHistory next = history;
    next.revision = revision;
    apply(next.sections, change.sections, change.endedSections, change.from, revision);
    apply(next.posts, change.posts, change.endedPosts, change.from, revision);
    apply(next.staff, change.staff, change.endedStaff, change.from, revision);
    apply(next.appointments, change.appointments, change.endedAppointments, change.from, revision);
    apply(next.roles, change.roles, change.endedRoles, change.from, revision);
    applySuccessions(next.successions, change.successions, change.from, revision);
    return next;
}

OfficeHistory appliedUntil(OfficeHistory history, const std::vector<PreparedChange> &prepared, const QDate &day)
{
    std::vector<const PreparedChange *> inTurn;
    for (const PreparedChange &one : prepared) {
        if (one.change.from <= day)
            inTurn.push_back(&one);
    }
    std::stable_sort(inTurn.begin(), inTurn.end(), [](const PreparedChange *a, const PreparedChange *b) {
        return std::pair(a->change.from, a->number) < std::pair(b->change.from, b->number);
    });
    for (const PreparedChange *one : inTurn)
        history = applied(history, one->change, history.revision + 1);
    return history;
}

int organisedIn(const OfficeHistory &history)
{
    int newest = newestIn(history.sections, 0);
    newest = newestIn(history.posts, newest);
    newest = newestIn(history.staff, newest);
    newest = newestIn(history.appointments, newest);
    newest = newestIn(history.roles, newest);
    return newestIn(history.successions, newest);
}

} // namespace kessai
