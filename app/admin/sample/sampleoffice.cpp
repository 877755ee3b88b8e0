// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/sampleoffice.h"

#include "app/admin/sample/samplenames.h"
#include "core/base/quantity.h"
#include "forms/support/shipped.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString jsonText(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

QJsonArray jsonList(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toArray();
}

QDate jsonDay(const QJsonObject &json, const char *key, const QDate &otherwise)
{
    const QDate read = QDate::fromString(jsonText(json, key), Qt::ISODate);
    return read.isValid() ? read : otherwise;
}

/// Builds the office level by level; ids are given in the order of the file.
class OfficeBuilder final {
public:
    OfficeBuilder(const QJsonObject &json, const QDate &today, Dice dice)
        : m_json(json), m_today(today), m_dice(dice), m_names(m_dice.branch()),
          m_people(json.value(QLatin1String("people")).toObject()),
          m_titles(json.value(QLatin1String("titles")).toObject()),
          m_ranks(json.value(QLatin1String("ranks")).toObject()), m_founded(jsonDay(json, "since", today.addYears(-5)))
    {
        for (const auto &code : jsonList(json, "vacant"))
            m_unheld.insert(code.toString());
        for (const auto &row : jsonList(json, "concurrent"))
            m_unheld.insert(jsonText(row.toObject(), "post"));
    }

    SampleOffice build();

private:
    SectionId addSection(const QJsonObject &json, std::optional<SectionId> parent, SectionLevel level);
    PostId addPost(SectionId section, const QString &code, const QString &title, int rank, bool head);
    StaffId addPerson(PostId post, const QString &code, int rank);
    void fill(const QString &code, int count, int rank);
    void addDepartment(const QJsonObject &json, SectionId city);
    void addStandIn(const QString &decider, int order, std::optional<PostId> by);
    void addOfficeSection(const QJsonObject &json, SectionId department);
    void addUnit(const QJsonObject &json, SectionId section);
    void addFurtherPosts();
    void addDeputyships();
    void addRoles();
    void addBudget(SampleOffice &office) const;
    StaffId holder(const QString &code) const;
    PostId post(const QString &code) const;
    int rank(const char *level) const { return m_ranks.value(QLatin1String(level)).toInt(); }

    const QJsonObject m_json;
    const QDate m_today;
    Dice m_dice;
    SampleNames m_names;
    const QJsonObject m_people;
    const QJsonObject m_titles;
    const QJsonObject m_ranks;
    const QDate m_founded;
    OfficeHistory m_office;
    QHash<QString, PostId> m_posts;
    QHash<QString, StaffId> m_holders; ///< the first primary holder, by post code
    QSet<QString> m_unheld;            ///< posts nobody holds as their own
};

SectionId OfficeBuilder::addSection(const QJsonObject &json, std::optional<SectionId> parent, SectionLevel level)
{
    const SectionId id(qint64(m_office.sections.size()) + 1);
    m_office.sections.push_back(
        {{id, parent, level, jsonText(json, "code"), jsonText(json, "name"), json.value(u"busy"_s).toBool()},
         jsonDay(json, "since", m_founded),
         jsonDay(json, "until", {})});
    return id;
}

PostId OfficeBuilder::addPost(SectionId section, const QString &code, const QString &title, int rank, bool head)
{
    const PostId id(qint64(m_office.posts.size()) + 1);
    const Dated<Section> &of = m_office.sections[size_t(section.value()) - 1];
    m_office.posts.push_back({{id, section, code, title, rank, head}, of.from, of.until});
    m_posts.insert(code, id);
    return id;
}

StaffId OfficeBuilder::addPerson(PostId post, const QString &code, int rank)
{
    const StaffId id(qint64(m_office.staff.size()) + 1);
    const QString number = QString::number(10000 + id.value());
    const bool named = m_people.contains(code) && !m_holders.contains(code);
    const QJsonArray who = m_people.value(code).toArray();
    const SampleNames::Name name = named
        ? m_names.take(who[0].toString(), who[1].toString(), who[2].toString(), who[3].toString())
        : m_names.invent();
    // Everybody has been where they are since one of the last 1st of Aprils; seniors came to the office earlier.
    const QDate appointed(FiscalYear::of(m_today.addMonths(-4)).startYear() - m_dice.below(3), 4, 1);
    const QDate since = std::max(m_founded, m_office.posts[size_t(post.value()) - 1].from);
    const QDate joined = appointed.addYears(-2 * rank - m_dice.below(4));
    m_office.staff.push_back(
        {{id, u's' + number, number, name.family, name.given, name.kana}, std::max(joined, m_founded), {}});
    m_office.appointments.push_back({{id, post, Holding::Primary}, std::max(appointed, since), {}});
    m_office.workTerms.push_back({{.staff = id, .hired = joined, .managerial = rank > kHighestPaidOvertimeRank},
                                  std::max(joined, m_founded),
                                  {}});
    if (!m_holders.contains(code))
        m_holders.insert(code, id);
    return id;
}

void OfficeBuilder::fill(const QString &code, int count, int rank)
{
    if (m_unheld.contains(code))
        return;
    for (int i = 0; i < count; ++i)
        addPerson(m_posts.value(code, PostId(0)), code, rank);
}

void OfficeBuilder::addUnit(const QJsonObject &json, SectionId section)
{
    const QString code = jsonText(json, "code");
    const SectionId unit = addSection(json, section, SectionLevel::Unit);
    const QString head = jsonText(json, "head");
    addPost(unit, code + u"-head"_s, head.isEmpty() ? jsonText(m_titles, "unit") : head, rank("unit"), true);
    const bool closed = json.contains(QLatin1String("until"));
    if (!closed)
        fill(code + u"-head"_s, 1, rank("unit"));
    const QJsonArray titles =
        m_json.value(QLatin1String("staffTitles")).toObject().value(jsonText(json, "titles")).toArray();
    const QJsonArray ranks = jsonList(m_ranks, "staff");
    const QJsonArray counts = jsonList(json, "staff");
    for (int i = 0; i < counts.size(); ++i) {
        if (counts[i].toInt() == 0)
            continue;
        const QString post = code + u'-' + QString::number(i + 1);
        addPost(unit, post, titles[i].toString(), ranks[i].toInt(), false);
        fill(post, counts[i].toInt(), ranks[i].toInt());
    }
}

void OfficeBuilder::addOfficeSection(const QJsonObject &json, SectionId department)
{
    const QString code = jsonText(json, "code");
    const SectionId section = addSection(json, department, SectionLevel::Section);
    const QString head = jsonText(json, "head");
    addPost(section, code + u"-head"_s, head.isEmpty() ? jsonText(m_titles, "section") : head, rank("section"), true);
    fill(code + u"-head"_s, 1, rank("section"));
    if (const int assistants = json.value(QLatin1String("assistants")).toInt(); assistants > 0) {
        addPost(section, code + u"-assistant"_s, jsonText(m_titles, "assistant"), rank("assistant"), false);
        fill(code + u"-assistant"_s, assistants, rank("assistant"));
    }
    for (const auto &unit : jsonList(json, "units"))
        addUnit(unit.toObject(), section);
}

void OfficeBuilder::addDepartment(const QJsonObject &json, SectionId city)
{
    const QString code = jsonText(json, "code");
    const SectionId department = addSection(json, city, SectionLevel::Department);
    const QString head = jsonText(json, "head");
    addPost(department, code + u"-head"_s, head.isEmpty() ? jsonText(m_titles, "department") : head, rank("department"),
            true);
    fill(code + u"-head"_s, 1, rank("department"));
    if (const QString deputy = jsonText(json, "deputy"); !deputy.isEmpty()) {
        addPost(department, code + u"-deputy"_s, deputy, rank("deputyDepartment"), false);
        fill(code + u"-deputy"_s, 1, rank("deputyDepartment"));
        addStandIn(code + u"-head"_s, 1, post(code + u"-deputy"_s));
    }
    addStandIn(code + u"-head"_s, 2, std::nullopt); // the 課長 in charge
    for (const auto &section : jsonList(json, "sections"))
        addOfficeSection(section.toObject(), department);
}

void OfficeBuilder::addStandIn(const QString &decider, int order, std::optional<PostId> by)
{
    m_office.standIns.push_back({StandIn{post(decider), order, by}, m_founded, {}});
}

PostId OfficeBuilder::post(const QString &code) const
{
    const auto found = m_posts.find(code);
    if (found == m_posts.end())
        qFatal("sample office: no post %s", qPrintable(code));
    return *found;
}

StaffId OfficeBuilder::holder(const QString &code) const
{
    const auto found = m_holders.find(code);
    if (found == m_holders.end())
        qFatal("sample office: nobody holds %s", qPrintable(code));
    return *found;
}

void OfficeBuilder::addFurtherPosts()
{
    const auto add = [&](const QJsonObject &row, Holding holding) {
        const PostId held = post(jsonText(row, "post"));
        const StaffId by = holder(jsonText(row, "by"));
        const Dated<Post> &dated = m_office.posts[size_t(held.value()) - 1];
        QDate since = dated.from;
        for (const Dated<Appointment> &appointment : m_office.appointments) {
            if (appointment.value.staff == by)
                since = std::max(since, appointment.from);
        }
        if (row.contains(QLatin1String("sinceDay")))
            since = std::max(since, m_today.addDays(row.value(QLatin1String("sinceDay")).toInt()));
        m_office.appointments.push_back({{by, held, holding}, since, {}});
    };
    for (const auto &row : jsonList(m_json, "concurrent"))
        add(row.toObject(), Holding::Concurrent);
    for (const auto &row : jsonList(m_json, "acting"))
        add(row.toObject(), Holding::Acting);
}

void OfficeBuilder::addDeputyships()
{
    for (const auto &value : jsonList(m_json, "deputyships")) {
        const QJsonObject row = value.toObject();
        m_office.deputyships.push_back({{holder(jsonText(row, "principal")), holder(jsonText(row, "deputy"))},
                                        m_today.addDays(row.value(QLatin1String("fromDay")).toInt()),
                                        m_today.addDays(row.value(QLatin1String("untilDay")).toInt())});
    }
    for (const auto &value : jsonList(m_json, "absences")) {
        const QJsonObject row = value.toObject();
        m_office.absences.push_back({Absence{holder(jsonText(row, "person"))},
                                     m_today.addDays(row.value(QLatin1String("fromDay")).toInt()),
                                     m_today.addDays(row.value(QLatin1String("untilDay")).toInt())});
    }
}

void OfficeBuilder::addRoles()
{
    const QJsonObject roles = m_json.value(QLatin1String("roles")).toObject();
    for (auto it = roles.begin(); it != roles.end(); ++it) {
        for (const auto &code : it.value().toArray())
            m_office.roles.push_back({{it.key(), post(code.toString())}, m_founded, {}});
    }
}

void OfficeBuilder::addBudget(SampleOffice &office) const
{
    const QStringList lines = QString::fromUtf8(shippedFile(u":/kessai/sample/dx_budget_r5.csv"_s)).split(u'\n');
    const QJsonObject successors = m_json.value(QLatin1String("successors")).toObject();
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.trimmed().split(u',');
        if (cells.size() != 9)
            continue;
        QString responsible = cells[8].section(u' ', 0, 0);
        responsible = successors.value(responsible).toString(responsible);
        const auto section = std::find_if(m_office.sections.begin(), m_office.sections.end(),
                                          [&](const Dated<Section> &s) { return s.value.name == responsible; });
        if (section == m_office.sections.end())
            qFatal("sample office: no section %s", qPrintable(responsible));
        office.budget.push_back({cells[1], cells[2], cells[3], cells[4], cells[5], cells[6].toLongLong(),
                                 cells[7].toLongLong(), cells[8], section->value.id});
    }
}

SampleOffice OfficeBuilder::build()
{
    const SectionId city = addSection(m_json.value(QLatin1String("city")).toObject(), std::nullopt, SectionLevel::City);
    for (const auto &value : jsonList(m_json, "leaders")) {
        const QJsonObject leader = value.toObject();
        const QString code = jsonText(leader, "code");
        addPost(city, code, jsonText(leader, "title"), leader.value(QLatin1String("rank")).toInt(),
                leader.value(QLatin1String("head")).toBool());
        fill(code, 1, leader.value(QLatin1String("rank")).toInt());
    }
    for (const auto &department : jsonList(m_json, "departments"))
        addDepartment(department.toObject(), city);
    addFurtherPosts();
    addDeputyships();
    addRoles();

    SampleOffice office;
    office.name = jsonText(m_json, "office");
    addBudget(office);
    const QJsonObject rights = m_json.value(QLatin1String("rights")).toObject();
    for (const auto &code : jsonList(rights, "administrator"))
        office.administrators.push_back(holder(code.toString()));
    for (const auto &code : jsonList(rights, "auditor"))
        office.auditors.push_back(holder(code.toString()));
    office.office = std::move(m_office);
    return office;
}

} // namespace

SampleOffice makeSampleOffice(const QDate &today, Dice dice)
{
    return OfficeBuilder(shippedObject(u":/kessai/sample/office.json"_s), today, dice).build();
}

const Post &SampleDirectory::post(const QString &code) const
{
    const Post *found = m_office.postByCode(code);
    if (!found)
        qFatal("sample office: no post %s", qPrintable(code));
    return *found;
}

StaffId SampleDirectory::holder(const QString &code) const
{
    const std::vector<StaffId> &holders = m_office.holders(post(code).id);
    if (holders.empty())
        qFatal("sample office: nobody holds %s", qPrintable(code));
    return holders.front();
}

std::vector<StaffId> SampleDirectory::staffBelow(SectionId section, int maxRank) const
{
    std::vector<StaffId> found;
    for (const Staff &staff : m_office.allStaff()) {
        const auto primary = m_office.primaryPost(staff.id);
        if (!primary)
            continue;
        const Post *held = m_office.post(*primary);
        if (held->rank > maxRank)
            continue;
        for (const Section *s = m_office.section(held->section); s;
             s = s->parent ? m_office.section(*s->parent) : nullptr) {
            if (s->id == section) {
                found.push_back(staff.id);
                break;
            }
        }
    }
    return found;
}

QStringList SampleDirectory::line(StaffId staff) const
{
    QStringList codes;
    const auto primary = m_office.primaryPost(staff);
    const Section *section = primary ? m_office.section(m_office.post(*primary)->section) : nullptr;
    for (; section; section = section->parent ? m_office.section(*section->parent) : nullptr)
        codes.append(section->code);
    return codes;
}

int SampleDirectory::rank(StaffId staff) const
{
    const auto primary = m_office.primaryPost(staff);
    return primary ? m_office.post(*primary)->rank : 0;
}

} // namespace kessai
