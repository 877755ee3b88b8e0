// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/world.h"

#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

const QDate kToday(2027, 3, 31);
const std::vector<QString> kMatters{QStringLiteral("overtime"), QStringLiteral("leave")};
const QStringList kRoles = {QStringLiteral("finance"), QStringLiteral("accounting"), QStringLiteral("legal")};

/// Grows the tree of sections downwards, with posts in each.
class OfficeGrower final {
public:
    explicit OfficeGrower(Random &random) : m_random(random) {}

    World grow()
    {
        const SectionId city = m_builder.city();
        addPosts(city, SectionLevel::City);
        growBelow(city, SectionLevel::City);
        addStaff();
        for (int i = m_random.below(4); i > 0; --i)
            addDeputy();
        for (const PostId decider : m_posts) {
            for (int i = m_random.below(3); i > 0; --i)
                m_builder.standIn(decider, m_random.chance(80) ? std::optional(m_random.oneOf(m_posts)) : std::nullopt,
                                  SectionLevel(m_random.below(4)));
        }
        for (const QString &role : kRoles) {
            for (int i = m_random.below(3); i > 0; --i)
                m_builder.role(role, m_random.oneOf(m_posts));
        }
        reorganise();
        World world;
        for (int away : {0, 10, 30}) {
            sendAway(away);
            world.today.push_back(m_builder.on(kToday));
            world.tomorrow.push_back(m_builder.on(kToday.addDays(1)));
        }
        return world;
    }

private:
    void growBelow(SectionId parent, SectionLevel level)
    {
        if (level == SectionLevel::Unit)
            return;
        for (int i = m_random.between(level == SectionLevel::City ? 1 : 0, 2); i > 0; --i) {
            // Sometimes a level is left out: a 課 directly under the city, a 係 under a 部.
            const bool skips = level != SectionLevel::Section && m_random.chance(20);
            const SectionLevel below = SectionLevel(int(level) + (skips ? 2 : 1));
            const QString code = QStringLiteral("s%1").arg(++m_sections);
            const SectionId section = m_builder.section(below, parent, code, code);
            addPosts(section, below);
            growBelow(section, below);
        }
    }

    void addPosts(SectionId section, SectionLevel level)
    {
        const int rank = 100 - 20 * int(level);
        const int posts = m_random.between(level == SectionLevel::Unit ? 1 : 0, 2);
        if (m_random.chance(85))
            addPost(section, rank, true);
        for (int i = 0; i < posts; ++i)
            addPost(section, m_random.chance(10) ? rank + 5 : rank - 15, false);
    }

    void addPost(SectionId section, int rank, bool head)
    {
        const QString code = QStringLiteral("p%1").arg(m_posts.size() + 1);
        m_posts.push_back(m_builder.post(section, code, code, rank, head));
    }

    /// Some are deputies on some cases only.
    void addDeputy()
    {
        const bool limited = m_random.chance(40);
        const QStringList forms = limited ? QStringList{m_random.oneOf(kMatters)} : QStringList();
        const auto upTo =
            limited && m_random.chance(50) ? std::optional<qint64>(m_random.below(1'000'000)) : std::nullopt;
        m_builder.deputy(m_random.oneOf(m_staff), m_random.oneOf(m_staff), {}, {}, m_random.chance(40), forms, upTo);
    }
    void addStaff()
    {
        if (m_posts.empty())
            addPost(SectionId(1), 100, true);
        for (const PostId post : m_posts) {
            // Vacant, held by one, by several.
            const int holders = m_random.chance(15) ? 0 : m_random.chance(20) ? m_random.between(2, 3) : 1;
            for (int i = 0; i < holders; ++i) {
                const QString name = QStringLiteral("n%1").arg(m_staff.size() + 1);
                m_staff.push_back(m_builder.staff(name, name, name, post));
            }
        }
        if (m_staff.empty())
            m_staff.push_back(
                m_builder.staff(QStringLiteral("n"), QStringLiteral("n"), QStringLiteral("n"), m_posts.front()));
        for (int i = m_random.below(4); i > 0; --i) {
            m_builder.appoint(m_random.oneOf(m_staff), m_random.oneOf(m_posts),
                              m_random.chance(50) ? Holding::Concurrent : Holding::Acting);
        }
    }

    /// Somebody is away, of a hundred so many; most of them want to be passed over.
    void sendAway(int percent)
    {
        m_builder.everybodyPresent();
        for (const StaffId staff : m_staff) {
            if (m_random.chance(percent))
                m_builder.absent(staff, {}, {}, m_random.chance(70));
        }
    }

    /// The first of April: some leave their posts, some come, a post is abolished and its work goes elsewhere.
    void reorganise()
    {
        for (int i = m_random.below(4); i > 0; --i) {
            const StaffId staff = m_random.oneOf(m_staff);
            m_builder.release(staff, m_random.oneOf(m_posts), kToday);
            m_builder.appoint(staff, m_random.oneOf(m_posts), Holding::Primary, kToday.addDays(1));
        }
        const PostId abolished = m_random.oneOf(m_posts);
        const PostId successor = m_random.oneOf(m_posts);
        if (m_random.chance(30) && abolished != successor)
            m_builder.abolish(abolished, kToday, successor);
    }

    Random &m_random;
    OfficeBuilder m_builder;
    std::vector<PostId> m_posts;
    std::vector<StaffId> m_staff;
    int m_sections = 0;
};

QString someCode(Random &random, const Office &office)
{
    return random.chance(60) ? random.oneOf(office.posts()).code : random.oneOf(office.allStaff()).number;
}

Selector makeSelector(Random &random, const Office &office)
{
    const int kind = random.below(100);
    if (kind < 50)
        return {Selector::Kind::Head, SectionLevel(random.below(4)), {}};
    if (kind < 70) {
        const bool gone = random.chance(3);
        return {Selector::Kind::Post, SectionLevel::Unit,
                gone ? QStringLiteral("abolished") : random.oneOf(office.posts()).code};
    }
    if (kind < 85)
        return {Selector::Kind::Role, SectionLevel::Unit, kRoles.at(random.below(int(kRoles.size())))};
    if (kind < 92)
        return {Selector::Kind::Staff, SectionLevel::Unit, random.oneOf(office.allStaff()).number};
    return {Selector::Kind::Field, SectionLevel::Unit, QStringLiteral("ask")};
}

Condition makeCondition(Random &random)
{
    if (random.chance(60))
        return {};
    static const QStringList kComparisons = {QStringLiteral("lt"), QStringLiteral("le"), QStringLiteral("gt"),
                                             QStringLiteral("ge"), QStringLiteral("eq"), QStringLiteral("ne")};
    const bool ofLevel = random.chance(20); // how high the table puts the decision; nothing where there is none
    const QJsonObject test{
        {QStringLiteral("field"), ofLevel ? QStringLiteral("authority") : QStringLiteral("amount")},
        {kComparisons.at(random.below(int(kComparisons.size()))), random.between(0, 3) * (ofLevel ? 1 : 100)}};
    const QJsonObject whole = random.chance(20) ? QJsonObject{{QStringLiteral("not"), test}} : test;
    const auto condition = Condition::fromJson(whole);
    EXPECT_TRUE(condition);
    return *condition;
}

RuleLine makeLine(Random &random, const Office &office, int no, StepKind kind)
{
    RuleLine line{.line = QStringLiteral("L%1").arg(no),
                  .kind = kind,
                  .ground = {},
                  .who = {},
                  .when = makeCondition(random),
                  .why = {QStringLiteral("理由"), QStringLiteral("Reason")}};
    for (int i = random.chance(65) ? 1 : random.between(2, 3); i > 0; --i)
        line.who.push_back(makeSelector(random, office));
    if (kind != StepKind::Circulate && line.who.size() > 1) {
        line.rule = StepRule(random.below(4));
        if (line.rule == StepRule::Count)
            line.count = random.between(1, int(line.who.size()));
    }
    if (kind == StepKind::Consult && random.chance(40))
        line.objection = Objection::Refers;
    return line;
}

const QString kLevel = QStringLiteral("v%1");

/// Whom a table may name: what it says of everybody's line, posts and roles, but nobody the form names.
Selector makeAuthority(Random &random, const Office &office)
{
    while (true) {
        Selector who = makeSelector(random, office);
        if (who.kind == Selector::Kind::Head || who.kind == Selector::Kind::Post || who.kind == Selector::Kind::Role)
            return who;
    }
}

DecisionLimit makeLimit(Random &random, const Office &office, bool last)
{
    DecisionLimit limit;
    limit.kind = last && random.chance(90) ? DecisionLimit::Kind::All : DecisionLimit::Kind(random.below(4));
    if (limit.kind == DecisionLimit::Kind::Below || limit.kind == DecisionLimit::Kind::UpTo)
        limit.amount = Yen(random.between(1, 3) * 100);
    if (limit.kind != DecisionLimit::Kind::None && random.chance(10))
        limit.who = makeAuthority(random, office);
    return limit;
}

/// A 専決 table with a row for one item and one for all others, not always one that problemsIn would let pass.
DecisionTable makeTable(Random &random, const Office &office)
{
    const Bilingual name{QStringLiteral("名"), QStringLiteral("name")};
    DecisionTable table{QStringLiteral("decision"), 1, QDate(2020, 4, 1), name, {}, {}, {}, {}};
    table.acts.push_back({QStringLiteral("act"), name});
    const int levels = random.between(2, 4);
    for (int i = 1; i <= levels; ++i)
        table.levels.push_back({{kLevel.arg(i), name}, makeAuthority(random, office)});
    for (const QString &item : {QStringLiteral("1"), QStringLiteral("2")})
        table.items.push_back({item, name});
    for (int i = 1; i <= 2; ++i) {
        DecisionRow row{QStringLiteral("R%1").arg(i), {QStringLiteral("act")}, {}, {}, {}, name};
        if (i == 1)
            row.items.append(QStringLiteral("1"));
        for (size_t level = 0; level < table.levels.size(); ++level)
            row.limits.push_back(makeLimit(random, office, level + 1 == table.levels.size()));
        for (int n = random.below(3); n > 0; --n)
            row.consults.push_back({{makeAuthority(random, office)},
                                    random.chance(50) ? std::optional(Yen(random.between(1, 3) * 100)) : std::nullopt,
                                    false});
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

World makeWorld(Random &random)
{
    return OfficeGrower(random).grow();
}

Regulation makeRegulation(Random &random, const Office &office)
{
    static const std::vector<StepKind> kKinds = {StepKind::Review, StepKind::Review, StepKind::Consult,
                                                 StepKind::Examine, StepKind::Circulate};
    RouteRule rule{QStringLiteral("form"), 1, QDate(2020, 4, 1), {}};
    std::optional<DecisionTable> table;
    if (random.chance(35)) {
        table = makeTable(random, office);
        rule.table = TableUse{table->code, random.chance(50) ? QStringLiteral("least") : QString()};
    }
    const auto byTable = [](RuleLine line, const QString &what) {
        line.who = {Selector{Selector::Kind::Table, SectionLevel::Unit, what}};
        line.rule = StepRule::All;
        line.count = 0;
        return line;
    };
    int no = 0;
    for (int i = random.below(5); i > 0; --i)
        rule.lines.push_back(makeLine(random, office, ++no, random.oneOf(kKinds)));
    for (int i = random.between(1, 2); i > 0; --i)
        rule.lines.push_back(makeLine(random, office, ++no, StepKind::Decide));
    if (table) {
        rule.lines.back() = byTable(rule.lines.back(), QStringLiteral("decider"));
        if (random.chance(60))
            rule.lines.insert(rule.lines.begin(),
                              byTable(makeLine(random, office, ++no, StepKind::Consult), QStringLiteral("consulted")));
    }
    // Most rules leave no content without a decision.
    if (random.chance(80))
        rule.lines.back().when = Condition();
    // What was ordered may be examined.
    for (int i = random.chance(40) ? random.between(1, 2) : 0; i > 0; --i)
        rule.lines.push_back(makeLine(random, office, ++no, StepKind::Examine));
    for (int i = random.below(2); i > 0; --i)
        rule.lines.push_back(makeLine(random, office, ++no, StepKind::Circulate));
    if (random.chance(30)) {
        for (const Post &post : office.posts()) {
            if (random.chance(80))
                rule.top.push_back(post.code);
        }
    }
    return {std::move(rule), std::move(table)};
}

QJsonObject makeFields(Random &random, const Office &office)
{
    QJsonObject fields{{QStringLiteral("act"), QStringLiteral("act")},
                       {QStringLiteral("item"), QString::number(random.between(1, 2))}};
    if (random.chance(30))
        fields.insert(QStringLiteral("least"), kLevel.arg(random.between(1, 4)));
    if (random.chance(90))
        fields.insert(QStringLiteral("amount"), random.between(0, 3) * 100);
    if (random.chance(70))
        fields.insert(QStringLiteral("ask"), random.chance(3) ? QStringLiteral("nobody") : someCode(random, office));
    return fields;
}

Matter makeMatter(Random &random)
{
    const QString form = random.oneOf(kMatters);
    return {form, random.chance(70) ? std::optional<qint64>(random.below(1'000'000)) : std::nullopt};
}

} // namespace kessai::test
