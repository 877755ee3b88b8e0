// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decisiontable.h"
#include "core/cases/rule.h"
#include "core/cases/strictjson.h"

#include <algorithm>

namespace kessai {

namespace {

/// Resolves one rule for one drafter; holds what all lines share.
class Resolver final {
public:
    Resolver(const RouteRule &rule, const Office &office, StaffId drafter, PostId drafterPost,
             const QJsonObject &fields, const DecisionTable *table)
        : m_rule(rule), m_office(office), m_drafter(drafter), m_drafterPost(drafterPost), m_table(table),
          m_fields(fields)
    {
    }

    Result<Route, Refusal> run()
    {
        const Post *own = m_office.post(m_drafterPost);
        if (!own || !m_office.staff(m_drafter) || !m_office.holds(m_drafter, m_drafterPost))
            return fail(Refusal::UnknownStaff);
        m_ownSection = own->section;
        m_ownRank = own->rank;
        const bool onlyTells = m_office.section(m_ownSection)->level == SectionLevel::City
            && std::find(m_rule.top.begin(), m_rule.top.end(), own->code) != m_rule.top.end();
        if (!m_rule.top.empty())
            m_fields.insert(QStringLiteral("top"), onlyTells);
        if (m_rule.table && !onlyTells && !lookUp())
            return fail(Refusal::NoDecider);
        for (const RuleLine &line : m_rule.lines) {
            if (!line.when.holds(m_fields) || (onlyTells && line.kind != StepKind::Circulate))
                continue;
            if (const std::optional<Refusal> refusal = addLine(line))
                return fail(*refusal);
        }
        if (onlyTells ? m_route.steps.empty() : !orderDecisions())
            return fail(Refusal::NoDecider);
        mergeReviews();
        if (!keepApart())
            return fail(Refusal::EmptyStep);
        for (size_t i = 0; i < m_route.steps.size(); ++i)
            m_route.steps[i].no = int(i) + 1;
        return std::move(m_route);
    }

private:
    /// What became of one whom a line names: asked (themselves or a superior), not to be asked, or not to be found.
    enum class Outcome { Asked, FellAway, Nobody, Unknown };

    /// Finds the cell of the table for the case, and the level that decides: its own or the higher one the drafter chose.
    bool lookUp()
    {
        m_cell = m_table ? m_table->cellFor(m_fields) : std::nullopt;
        if (!m_cell)
            return false;
        m_decides = *m_cell;
        const auto least = m_table->levelNamed(m_fields.value(m_rule.table->least).toString());
        if (least && *least > m_decides.level)
            m_decides.level = *least;
        m_fields.insert(QStringLiteral("authority"), qint64(m_decides.level) + 1);
        return true;
    }

    /// Whom a line asks: as it says itself, or as the table does.
    std::vector<Selector> selectorsOf(const RuleLine &line, Step &step) const
    {
        if (line.who.empty() || line.who.front().kind != Selector::Kind::Table)
            return line.who;
        if (line.kind == StepKind::Decide) {
            step.notes.push_back({RouteNoteKind::Table, cellName(*m_table, *m_cell), std::nullopt});
            if (m_decides.level != m_cell->level)
                note(step, RouteNoteKind::Chosen);
            return {m_table->decider(m_decides)};
        }
        std::vector<Selector> asked;
        for (const DecisionConsult &consult : m_cell->row->consults) {
            if (consult.asksAt(wholeNumber(m_fields.value(QLatin1String("amount")))))
                asked.insert(asked.end(), consult.who.begin(), consult.who.end());
        }
        if (!asked.empty())
            step.notes.push_back({RouteNoteKind::Table, cellName(*m_table, *m_cell), std::nullopt});
        return asked;
    }

    std::optional<Refusal> addLine(const RuleLine &line)
    {
        Step step{.no = 0,
                  .kind = line.kind,
                  .rule = line.rule,
                  .needed = 0,
                  .line = line.line,
                  .assignments = {},
                  .notes = {},
                  .objection = line.objection};
        m_skippedSelf = false;
        for (const Selector &selector : selectorsOf(line, step)) {
            const Outcome outcome = ask(selector, step);
            if (outcome == Outcome::Asked || outcome == Outcome::FellAway || !step.blocks())
                continue;
            if (outcome == Outcome::Unknown)
                return Refusal::UnknownStaff;
            return step.kind == StepKind::Decide ? Refusal::NoDecider : Refusal::EmptyStep;
        }

        const int asked = int(step.assignments.size());
        if (asked == 0) {
            if (step.kind == StepKind::Decide)
                return Refusal::NoDecider;
            // Nobody examines their own voucher, and no other line may take the examiner's place (WF-15).
            if (step.kind == StepKind::Examine && m_skippedSelf)
                return Refusal::EmptyStep;
            drop(step);
            return std::nullopt;
        }
        step.needed = neededBy(line.rule, asked, line.count);
        if (step.needed < 1 || step.needed > asked)
            return step.kind == StepKind::Decide ? Refusal::NoDecider : Refusal::EmptyStep;
        m_route.steps.push_back(std::move(step));
        return std::nullopt;
    }

    void drop(Step &step) { m_route.dropped.insert(m_route.dropped.end(), step.notes.begin(), step.notes.end()); }

    static void note(Step &step, RouteNoteKind kind, std::optional<PostId> post = std::nullopt)
    {
        step.notes.push_back({kind, step.line, post});
    }

    static void add(Step &step, const Assignee &who)
    {
        const bool there = std::any_of(step.assignments.begin(), step.assignments.end(),
                                       [&](const Assignment &a) { return a.who == who; });
        if (!there)
            step.assignments.push_back({int(step.assignments.size()) + 1, who, AssignmentState::Waiting});
    }

    Outcome ask(const Selector &selector, Step &step)
    {
        switch (selector.kind) {
        case Selector::Kind::Head: return askHead(selector.level, step);
        case Selector::Kind::Post: {
            const Post *post = m_office.postByCode(selector.code);
            if (post)
                return askPost(post->id, step);
            note(step, RouteNoteKind::NotNamed);
            return Outcome::Nobody;
        }
        case Selector::Kind::Role: return askRole(selector.code, step);
        case Selector::Kind::Staff: return askPerson(m_office.staffByNumber(selector.code), step);
        case Selector::Kind::Field: return askNamed(m_fields.value(selector.code).toString().trimmed(), step);
        case Selector::Kind::Table: break; // selectorsOf has put somebody in its place
        }
        return Outcome::Nobody;
    }

    Outcome askRole(const QString &role, Step &step)
    {
        const std::vector<PostId> posts = m_office.postsWithRole(role);
        if (posts.empty()) {
            note(step, RouteNoteKind::NotNamed);
            return Outcome::Nobody;
        }
        Outcome result = Outcome::FellAway;
        for (const PostId post : posts) {
            const Outcome outcome = askPost(post, step);
            if (outcome == Outcome::Nobody)
                return outcome;
            if (outcome == Outcome::Asked)
                result = outcome;
        }
        return result;
    }

    Outcome askPerson(const Staff *person, Step &step)
    {
        if (!person) {
            note(step, RouteNoteKind::NotNamed);
            return Outcome::Unknown;
        }
        if (person->id == m_drafter) {
            note(step, RouteNoteKind::OwnPost);
            m_skippedSelf = true;
            return Outcome::FellAway;
        }
        add(step, person->id);
        return Outcome::Asked;
    }

    Outcome askNamed(const QString &code, Step &step)
    {
        if (code.isEmpty()) {
            note(step, RouteNoteKind::NotNamed);
            return Outcome::FellAway;
        }
        if (const Post *post = m_office.postByCode(code))
            return askPost(post->id, step);
        return askPerson(m_office.staffByNumber(code), step);
    }

    Outcome askHead(SectionLevel level, Step &step)
    {
        std::optional<SectionId> section = m_office.ancestor(m_ownSection, level);
        if (!section) {
            note(step, RouteNoteKind::NoSuchLevel);
            if (step.kind != StepKind::Decide)
                return Outcome::FellAway;
            // Somebody must decide: the next level the line does have, never a lower one.
            for (int above = int(level) - 1; !section && above >= int(SectionLevel::City); --above)
                section = m_office.ancestor(m_ownSection, SectionLevel(above));
        }
        std::optional<PostId> post = section ? nearestHead(*section, step) : std::nullopt;
        if (!post)
            return Outcome::Nobody;

        const Outcome outcome = reach(*post, step, post);
        if (outcome != Outcome::Asked)
            return outcome;
        while (rankOf(*post) < m_ownRank) {
            note(step, RouteNoteKind::BelowDrafter, *post);
            if (step.kind != StepKind::Decide)
                return Outcome::FellAway;
            const std::optional<PostId> above = m_office.superiorOf(*post);
            if (!above || reach(*above, step, post) != Outcome::Asked)
                return Outcome::Nobody;
        }
        add(step, *post);
        return Outcome::Asked;
    }

    int rankOf(PostId post) const { return m_office.post(post)->rank; }

    /// The head of a section or, where it has no such post, of the nearest one above it.
    std::optional<PostId> nearestHead(SectionId id, Step &step)
    {
        const Section *section = m_office.section(id);
        for (size_t hops = 0; section && hops <= m_office.sections().size(); ++hops) {
            if (const std::optional<PostId> head = m_office.headOf(section->id))
                return head;
            if (hops == 0)
                note(step, RouteNoteKind::Vacant);
            section = section->parent ? m_office.section(*section->parent) : nullptr;
        }
        return std::nullopt;
    }

    Outcome askPost(PostId named, Step &step)
    {
        std::optional<PostId> post;
        const Outcome outcome = reach(named, step, post);
        if (outcome == Outcome::Asked)
            add(step, *post);
        return outcome;
    }

    /// Climbs from a post to the first whom the case can be put before: somebody holds it, and not the drafter alone.
    Outcome reach(PostId named, Step &step, std::optional<PostId> &found)
    {
        PostId post = named;
        for (size_t hops = 0; hops <= m_office.posts().size(); ++hops) {
            const std::vector<StaffId> &holders = m_office.holders(post);
            const bool own = holders.size() == 1 && holders.front() == m_drafter;
            if (!holders.empty() && !own) {
                found = post;
                return Outcome::Asked;
            }
            note(step,
                 !own                        ? RouteNoteKind::Vacant
                     : post == m_drafterPost ? RouteNoteKind::OwnPost
                                             : RouteNoteKind::OnlyHolder,
                 post);
            // Whoever filed the case need not be told of it, and their superior was not meant.
            if (own && step.kind == StepKind::Circulate)
                return Outcome::FellAway;
            const std::optional<PostId> above = m_office.superiorOf(post);
            if (!above || (step.kind == StepKind::Examine && !sameDivision(named, *above))) {
                m_skippedSelf = m_skippedSelf || own;
                return own && step.kind != StepKind::Decide ? Outcome::FellAway : Outcome::Nobody;
            }
            post = *above;
        }
        return Outcome::Nobody;
    }

    /// An examination stays with those who examine: the superior asked instead is of the same 課 (WF-15).
    bool sameDivision(PostId a, PostId b) const
    {
        const SectionId first = m_office.post(a)->section;
        const SectionId second = m_office.post(b)->section;
        const auto division = m_office.ancestor(first, SectionLevel::Section);
        return first == second || (division && division == m_office.ancestor(second, SectionLevel::Section));
    }

    /// Exactly one step decides, after everything that blocks but examinations of what it orders (地方自治法232条の4); other decisions that
    /// apply as well become reviews before it, so that overlapping lines lengthen a route and never shorten it (domain.md 8.2 rule 7).
    bool orderDecisions()
    {
        Step *decision = nullptr;
        for (Step &step : m_route.steps) {
            if (step.kind == StepKind::Decide) {
                if (decision)
                    decision->kind = StepKind::Review;
                decision = &step;
            } else if (decision && step.blocks() && step.kind != StepKind::Examine) {
                return false;
            }
        }
        return decision != nullptr;
    }

    static bool surelyAsks(const Step &step, const Assignee &who)
    {
        return (step.kind == StepKind::Review || step.kind == StepKind::Decide)
            && step.needed == int(step.assignments.size())
            && std::any_of(step.assignments.begin(), step.assignments.end(),
                           [&](const Assignment &a) { return a.who == who; });
    }

    /// The same post on two steps of the line is asked once, at the later one (domain.md 8.2 rule 3).
    void mergeReviews()
    {
        std::vector<Step> kept;
        kept.reserve(m_route.steps.size());
        for (auto step = m_route.steps.begin(); step != m_route.steps.end(); ++step) {
            if (step->kind == StepKind::Review && step->needed == int(step->assignments.size())) {
                std::vector<Assignment> asked;
                for (const Assignment &assignment : step->assignments) {
                    const bool later = std::any_of(step + 1, m_route.steps.end(), [&](const Step &other) {
                        return surelyAsks(other, assignment.who);
                    });
                    if (!later) {
                        asked.push_back({int(asked.size()) + 1, assignment.who, assignment.state});
                        continue;
                    }
                    const auto *post = std::get_if<PostId>(&assignment.who);
                    note(*step, RouteNoteKind::SameAsNext, post ? std::optional(*post) : std::nullopt);
                }
                if (asked.empty()) {
                    drop(*step);
                    continue;
                }
                step->needed = int(asked.size());
                step->assignments = std::move(asked);
            }
            kept.push_back(std::move(*step));
        }
        m_route.steps = std::move(kept);
    }

    /// Takes those who review or decide out of the examinations that stand apart; false where nobody is left to examine (WF-15).
    bool keepApart()
    {
        std::vector<StaffId> ordering;
        for (const Step &step : m_route.steps) {
            for (const Assignment &assignment : step.assignments) {
                if (step.inLine()) {
                    const std::vector<StaffId> holders = holdersOf(assignment.who);
                    ordering.insert(ordering.end(), holders.begin(), holders.end());
                }
            }
        }
        for (Step &step : m_route.steps) {
            const RuleLine *line = m_rule.line(step.line);
            if (!line || !line->apart)
                continue;
            std::vector<Assignment> asked;
            for (const Assignment &assignment : step.assignments) {
                const std::vector<StaffId> holders = holdersOf(assignment.who);
                const bool free = std::any_of(holders.begin(), holders.end(), [&](StaffId holder) {
                    return std::find(ordering.begin(), ordering.end(), holder) == ordering.end();
                });
                if (free)
                    asked.push_back({int(asked.size()) + 1, assignment.who, assignment.state});
            }
            if (asked.empty())
                return false;
            step.needed = neededBy(line->rule, int(asked.size()), line->count);
            step.assignments = std::move(asked);
        }
        return true;
    }

    std::vector<StaffId> holdersOf(const Assignee &who) const
    {
        const auto *post = std::get_if<PostId>(&who);
        return post ? m_office.holders(*post) : std::vector{std::get<StaffId>(who)};
    }

    const RouteRule &m_rule;
    const Office &m_office;
    const StaffId m_drafter;
    const PostId m_drafterPost;
    const DecisionTable *m_table;
    QJsonObject m_fields;
    std::optional<DecisionCell> m_cell; ///< of the table, for this case
    DecisionCell m_decides{};
    SectionId m_ownSection{0};
    int m_ownRank = 0;
    bool m_skippedSelf = false;
    Route m_route;
};

} // namespace

Result<Route, Refusal> resolveRoute(const RouteRule &rule, const Office &office, StaffId drafter, PostId drafterPost,
                                    const QJsonObject &fields, const DecisionTable *table)
{
    return Resolver(rule, office, drafter, drafterPost, fields, table).run();
}

} // namespace kessai
