// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/verifier.h"

#include "core/cases/authority.h"
#include "core/cases/cancellation.h"
#include "core/cases/confidential.h"
#include "core/cases/engine.h"
#include "core/cases/filing.h"
#include "core/cases/ground.h"
#include "core/cases/inspector.h"
#include "core/cases/reroute.h"
#include "core/services/referencecheck.h"
#include "core/services/routetrial.h"

#include <algorithm>

namespace kessai {

QString toCode(Damage::Kind kind)
{
    switch (kind) {
    case Damage::Kind::Chain: return QStringLiteral("chain");
    case Damage::Kind::History: return QStringLiteral("history");
    case Damage::Kind::Projection: return QStringLiteral("projection");
    case Damage::Kind::Content: return QStringLiteral("content");
    case Damage::Kind::Route: return QStringLiteral("route");
    case Damage::Kind::Actor: return QStringLiteral("actor");
    case Damage::Kind::Postings: return QStringLiteral("postings");
    case Damage::Kind::Attachment: return QStringLiteral("attachment");
    case Damage::Kind::Reference: return QStringLiteral("reference");
    }
    return {};
}

bool Verified::endable() const
{
    return std::none_of(damage.begin(), damage.end(), [](const Damage &one) {
        return one.kind == Damage::Kind::Chain || one.kind == Damage::Kind::History;
    });
}

namespace {

/// As long as an act may be under way, in microseconds: one that began before midnight, or before the office changed, was judged
/// by what was then and stamped afterwards.
constexpr qint64 kUnderWay = 60'000'000;

/// As long as a change of the office may be under way, in microseconds: it bears the time at which it began and is known to others
/// once it is done. That a submission named the newest revision known, the notary saw to; a reader would only see whoever leaves a change
/// open for hours make other people's cases look wrong.
constexpr qint64 kStillUnknown = 24 * 3600 * qint64(1'000'000);

/// What an event says of who acted, in a case as it was before, that the office does not bear out; empty = nothing. Who was an administrator and who
/// was away are no part of the office's revisions: that somebody might address what waited to another post the notary saw to.
QString actorProblem(const Event &event, const Case &before, const Office &office)
{
    const Capacity &capacity = event.capacity;
    const Staff *actor = office.staff(capacity.actor);
    if (!actor)
        return QStringLiteral("by somebody who was not in the office");
    const Staff *principal = capacity.principal ? office.staff(*capacity.principal) : nullptr;
    const bool filed = capacity.principal && std::holds_alternative<Submitted>(event.body);
    if (filed && (!principal || !office.filesFor(actor->id, principal->id)))
        return QStringLiteral("by somebody who did not file for whom they filed");
    if (capacity.principal && !filed && (!principal || !office.isNamedDeputy(actor->id, principal->id, before.matter)))
        return QStringLiteral("by somebody who was not the deputy of whom they acted for");
    if (capacity.post && !office.holds(principal ? principal->id : actor->id, *capacity.post))
        return QStringLiteral("for a post that they did not hold");
    if (const auto *approved = std::get_if<Approved>(&event.body)) {
        for (const AssignmentRef also : approved->also) {
            const auto &seats = before.steps.at(size_t(also.step) - 1).assignments;
            if (!fallsTo(seats.at(size_t(also.no) - 1).who, capacity, office))
                return QStringLiteral("also on a step that was not theirs");
        }
    }
    if (const auto *rerouted = std::get_if<Rerouted>(&event.body)) {
        if (const auto problem = recordedRerouteProblem(before, *rerouted, actor->id, office))
            return QStringLiteral("to a post to which it could not go: ") + kessai::toCode(*problem);
    }

    const auto postId = capacity.post ? capacity.post : office.primaryPost(actor->id);
    const Post *post = postId ? office.post(*postId) : nullptr;
    if (event.actorName != actor->name() || event.principalName != (principal ? principal->name() : QString())
        || event.actorTitle != (post ? post->title : QString())
        || event.actorSection != (post ? office.stampLabel(post->section) : QString()))
        return QStringLiteral("under a name, title or section that was not theirs");
    return {};
}

/// Collects what is wrong; each check is one function over the same record.
class Check final {
public:
    Check(const CaseRecord &record, const Configuration &configuration, const FormCatalog &catalog,
          OfficeSnapshots &offices)
        : m_record(record), m_configuration(configuration), m_catalog(catalog),
          m_offices(offices), m_result{newCase(record.id, record.drafter), {}}
    {
    }

    Verified run()
    {
        if (replayHistory()) {
            compareProjection();
            checkActors();
        }
        for (const Event &event : m_record.history) {
            if (const auto *submitted = std::get_if<Submitted>(&event.body))
                checkRound(event, *submitted);
        }
        for (const CaseRecord::Revision &revision : m_record.revisions) {
            if (revision.sealed)
                checkAttachments(revision);
        }
        checkSealing();
        checkCancellation();
        m_result.state.matter = {m_record.form, m_record.amount};
        if (const CaseRecord::Revision *current = revision(m_result.state.revision);
            current && !m_record.history.empty())
            m_result.state.inspector = inspectorIn(current->content.fields, *officeAt(m_record.history.back().at));
        return std::move(m_result);
    }

private:
    void report(Damage::Kind kind, QString detail) { m_result.damage.push_back({kind, std::move(detail)}); }

    bool replayHistory()
    {
        const std::vector<Event> &history = m_record.history;
        auto whole = replay(m_record.id, m_record.drafter, history);
        if (whole) {
            m_result.state = std::move(whole).value();
            return true;
        }
        const auto broken = firstBroken(history);
        report(broken == history.end() ? Damage::Kind::History : Damage::Kind::Chain, whole.error().detail);
        // What stands before the break may still be shown.
        if (auto before = replay(m_record.id, m_record.drafter, {history.begin(), broken}); before)
            m_result.state = std::move(before).value();
        return false;
    }

    /// The first event that is not as it was recorded, or does not follow the one before.
    static std::vector<Event>::const_iterator firstBroken(const std::vector<Event> &history)
    {
        QByteArray previous;
        return std::find_if(history.begin(), history.end(), [&previous](const Event &event) {
            const bool follows = event.previousHash == previous && event.hash == event.computedHash();
            previous = event.hash;
            return !follows;
        });
    }

    std::shared_ptr<const Office> officeAt(Instant at)
    {
        return m_offices.at(at.day(), m_configuration.revisionKnownAt(at));
    }

    static Instant before(Instant at, qint64 by = kUnderWay) { return Instant(at.microseconds() - by); }

    /// Each event is judged by the case as it was before it: a step may be addressed to somebody else afterwards.
    void checkActors()
    {
        std::optional<Instant> last;
        Case before = newCase(m_record.id, m_record.drafter);
        before.matter.form = m_record.form;
        for (const Event &event : m_record.history) {
            if (const auto *submitted = std::get_if<Submitted>(&event.body)) {
                const CaseRecord::Revision *about = revision(submitted->revision);
                before.matter.amount = about ? about->amount : std::nullopt;
                before.inspector = about ? inspectorIn(about->content.fields, *officeAt(event.at)) : std::nullopt;
            }
            const QString where = QStringLiteral("event %1: ").arg(event.seq);
            if (const auto *approved = std::get_if<Approved>(&event.body); approved && before.inspector
                && m_result.state.movesMoney() && isExamined(before.steps)
                && judges(event, *approved, before, *before.inspector))
                report(Damage::Kind::Actor, where + QStringLiteral("decided or examined by whoever inspected it"));
            if (last && event.at < *last)
                report(Damage::Kind::Actor, where + QStringLiteral("earlier than the one before"));
            last = event.at;
            if (const QString problem = actorProblem(event, before, *officeAt(event.at));
                !problem.isEmpty() && !wasInOrder(event, before))
                report(Damage::Kind::Actor, where + problem);
            // The history could be replayed.
            before = fold(std::move(before), event).value();
        }
    }

    /// Inspectors are kept apart where somebody examines the money (Case::tookOtherPart).
    static bool isExamined(const std::vector<Step> &steps)
    {
        return std::any_of(steps.begin(), steps.end(), [](const Step &step) { return step.kind == StepKind::Examine; });
    }

    /// Whether somebody decides or examines by an approval, for themselves or by a deputy; reading afterwards is no part in it.
    static bool judges(const Event &event, const Approved &approved, const Case &before, StaffId staff)
    {
        if (event.capacity.actor != staff && event.capacity.principal != staff)
            return false;
        std::vector<AssignmentRef> on{approved.on};
        on.insert(on.end(), approved.also.begin(), approved.also.end());
        return std::any_of(on.begin(), on.end(), [&](AssignmentRef one) {
            const StepKind kind = before.steps.at(size_t(one.step) - 1).kind;
            const bool read =
                std::any_of(event.effects.changes.begin(), event.effects.changes.end(), [&](const Effects::Change &c) {
                    return c.on == one && c.to == AssignmentState::PostReviewed;
                });
            return (kind == StepKind::Decide || kind == StepKind::Examine) && !read;
        });
    }

    /// Whether the office bears an act out as it was a moment before, or as it still was to everybody else.
    bool wasInOrder(const Event &event, const Case &then)
    {
        if (actorProblem(event, then, *officeAt(before(event.at))).isEmpty())
            return true;
        const int oldest = m_configuration.revisionKnownAt(before(event.at, kStillUnknown));
        for (int revision = m_configuration.revisionKnownAt(event.at) - 1; revision >= oldest; --revision) {
            if (actorProblem(event, then, *m_offices.at(event.at.day(), revision)).isEmpty())
                return true;
        }
        return false;
    }

    static std::vector<Step> projected(std::vector<Step> steps)
    {
        for (Step &step : steps)
            step.notes.clear();
        return steps;
    }

    static std::vector<QString> asTexts(const std::vector<Assignee> &parties)
    {
        std::vector<QString> texts;
        for (const Assignee &party : parties)
            texts.push_back(toText(party));
        std::sort(texts.begin(), texts.end());
        return texts;
    }

    void compareProjection()
    {
        const Case &c = m_result.state;
        const Projection &p = m_record.projection;
        const auto differs = [this](const char *what) {
            report(Damage::Kind::Projection, QLatin1String(what) + QStringLiteral(" differs from the history"));
        };
        if (!p.fault.isEmpty())
            report(Damage::Kind::Projection, p.fault);
        if (p.state != c.state)
            differs("state");
        if (p.round != c.round || p.seq != c.seq || p.revision != c.revision)
            differs("position");
        if (p.headHash != c.headHash)
            differs("head hash");
        if (p.ordered != c.awaitsExamination())
            differs("whether it awaits its examination");
        std::vector<std::vector<Step>> rounds;
        for (const auto &past : c.past)
            rounds.push_back(projected(past));
        if (c.round > 0)
            rounds.push_back(projected(c.steps));
        if (p.rounds != rounds)
            differs("route");
        if (asTexts(p.access) != asTexts(c.access))
            differs("access");
        if (p.postings != c.postings || (!c.postings.empty() && p.postingState != c.postingState))
            differs("ledger");
    }

    const CaseRecord::Revision *revision(int no) const
    {
        for (const CaseRecord::Revision &r : m_record.revisions) {
            if (r.no == no)
                return &r;
        }
        return nullptr;
    }

    /// What a submission claims against what it was made of.
    void checkRound(const Event &event, const Submitted &submitted)
    {
        const QString where = QStringLiteral("revision %1").arg(submitted.revision);
        const CaseRecord::Revision *sealed = revision(submitted.revision);
        const Form *form = m_catalog.find(m_record.form);
        if (!sealed || !sealed->sealed || sealed->content.form != m_record.form
            || sealed->content.digest() != submitted.contentDigest) {
            report(Damage::Kind::Content, where);
            return;
        }
        const FormDefinition *definition = m_configuration.form(m_record.form, sealed->content.formRevision);
        if (!form || !definition || definition->from > event.at.day()) {
            report(Damage::Kind::Content,
                   QStringLiteral("%1: no revision %2 of form %3")
                       .arg(where)
                       .arg(sealed->content.formRevision)
                       .arg(m_record.form));
            return;
        }
        const QJsonObject &fields = sealed->content.fields;
        checkParts(where, sealed->content, *definition);
        const auto amount = form->amount(fields);
        const Parameters numbers = m_configuration.parameters.knownIn(submitted.basis.officeRevision);
        if (sealed->title != titleOf(*form, fields, numbers)
            || sealed->amount != (amount ? std::optional(amount->amount()) : std::nullopt))
            report(Damage::Kind::Content, where + QStringLiteral(": title or amount"));
        if (submitted.postings != postingsOf(*form, fields, m_record.drafter, numbers))
            report(Damage::Kind::Postings, where);
        if (commitsAndPays(submitted.postings))
            report(Damage::Kind::Postings,
                   where + QStringLiteral(": it commits and orders a payment at once, so nothing may rest on it"));
        if (event.seq == 1 && !fields.contains(kCancels) && filedFor(fields) != event.capacity.principal)
            report(Damage::Kind::Content, where + QStringLiteral(": filed for somebody else than it says"));
        if (submitted.important != fields.value(QLatin1String("important")).toBool())
            report(Damage::Kind::Content, where + QStringLiteral(": importance"));
        checkRoute(event, submitted, *form, fields, numbers);
        checkKept(event, submitted, *sealed, *definition);
    }

    /// Nothing confidential lies open, and what does may be read by itself; all of it is checked by whoever may read it.
    void checkParts(const QString &where, const Content &content, const FormDefinition &definition)
    {
        const auto tell = [&](const std::vector<Finding> &findings) {
            for (const Finding &finding : findings) {
                if (finding.severity == Finding::Severity::Error)
                    report(Damage::Kind::Content, where + QStringLiteral(": ") + finding.text.en);
            }
        };
        if (const QString problem = confidentialProblem(content, definition, m_record.privy); !problem.isEmpty())
            report(Damage::Kind::Content, where + QStringLiteral(": ") + problem);
        if (definition.hasConfidential())
            tell(checkContent(definition.openPart(), content.fields));
        if (m_record.privy || !definition.hasConfidential())
            tell(checkContent(definition, disclosed(content).fields));
    }

    /// Marks of the last round stand only where nothing they rest on has changed.
    void checkKept(const Event &event, const Submitted &submitted, const CaseRecord::Revision &sealed,
                   const FormDefinition &definition)
    {
        if (submitted.kept.empty())
            return;
        const CaseRecord::Revision *last = nullptr;
        for (const Event &earlier : m_record.history) {
            const auto *before = std::get_if<Submitted>(&earlier.body);
            if (before && earlier.seq < event.seq)
                last = revision(before->revision);
        }
        const RouteRule *rule = m_configuration.rule(m_record.form, submitted.basis.ruleRevision);
        const size_t round = size_t(event.effects.round);
        const std::vector<std::vector<Step>> &past = m_result.state.past;
        std::vector<int> allowed;
        if (last && rule && round >= 2 && past.size() >= round - 1)
            allowed = keptSteps(past[round - 2], submitted.route, *rule, definition, last->content, sealed.content);
        if (!std::includes(allowed.begin(), allowed.end(), submitted.kept.begin(), submitted.kept.end()))
            report(Damage::Kind::Route,
                   QStringLiteral("round begun by event %1: approvals stand whose ground has changed").arg(event.seq));
    }

    void checkRoute(const Event &event, const Submitted &submitted, const Form &form, const QJsonObject &fields,
                    const Parameters &numbers)
    {
        const RouteBasis &basis = submitted.basis;
        const QString where = QStringLiteral("round begun by event %1").arg(event.seq);
        const RouteRule *rule = m_configuration.ruleOn(m_record.form, basis.day, basis.officeRevision);
        // A submission on the stroke of midnight may have been resolved on the day before.
        const bool sameDay = basis.day == event.at.day() || basis.day.addDays(1) == event.at.day();
        if (!rule || rule->revision != basis.ruleRevision || !sameDay) {
            report(Damage::Kind::Route, where + QStringLiteral(": not the rule of that day"));
            return;
        }
        if (basis.officeRevision < m_configuration.revisionKnownAt(before(event.at, kStillUnknown))
            || basis.officeRevision > m_configuration.revisionKnownAt(event.at)) {
            report(Damage::Kind::Route, where + QStringLiteral(": not the office as it was known then"));
            return;
        }
        const auto office = m_offices.at(basis.day, basis.officeRevision);
        if (!office->holds(m_record.drafter, basis.drafterPost)) {
            report(Damage::Kind::Route, where + QStringLiteral(": not the drafter's post"));
            return;
        }
        const auto route =
            resolveRoute(*rule, *office, m_record.drafter, basis.drafterPost, ruleFacts(form, fields, numbers),
                         m_configuration.tableFor(*rule, basis.day, basis.officeRevision));
        if (!route || *route != submitted.route)
            report(Damage::Kind::Route, where);
    }

    void checkAttachments(const CaseRecord::Revision &revision)
    {
        for (const Attachment &attachment : revision.content.attachments) {
            if (attachment.confidential && !m_record.privy)
                continue; // as the form says, or that is reported
            if (m_record.storedChunks.value(attachment.sha256) != attachment.chunks)
                report(Damage::Kind::Attachment, attachment.name);
        }
    }

    /// Nothing is sealed that no submission sealed, and the list shows the title of what was submitted last.
    void checkSealing()
    {
        for (const CaseRecord::Revision &r : m_record.revisions) {
            const bool submitted = std::any_of(m_record.history.begin(), m_record.history.end(), [&](const Event &e) {
                const auto *s = std::get_if<Submitted>(&e.body);
                return s && s->revision == r.no;
            });
            if (r.sealed != submitted)
                report(Damage::Kind::Content, QStringLiteral("revision %1 sealed without a submission").arg(r.no));
        }
        const CaseRecord::Revision *current = revision(m_result.state.revision);
        const bool settled = m_result.state.state != CaseState::Draft && m_result.state.state != CaseState::Returned
            && m_result.state.state != CaseState::Withdrawn;
        if (current && settled
            && (current->title != m_record.title || current->amount != m_record.amount
                || isUrgent(current->content.fields) != m_record.urgent))
            report(Damage::Kind::Projection, QStringLiteral("title, amount or urgency differs from the content"));
    }

    /// While it runs or once it is decided, a cancellation holds the case that its content names; nothing else holds one. Only what is
    /// decided is cancelled.
    void checkCancellation()
    {
        const CaseState state = m_result.state.state;
        const CaseRecord::Revision *current = revision(m_result.state.revision);
        const auto said = current ? cancellationIn(current->content.fields) : std::nullopt;
        std::optional<CancellationLink> held;
        if (said && (state == CaseState::Running || state == CaseState::Decided))
            held = CancellationLink{said->original, said->number, state == CaseState::Decided, said->days};
        if (said && held)
            compareOriginal(*said, *current);
        if (m_record.cancels != held || (!m_record.cancelledBy.empty() && (said || state != CaseState::Decided)))
            report(Damage::Kind::Projection, QStringLiteral("what it cancels differs from the content"));
        checkCancelledOnce();
    }

    /// No day was taken back twice, nothing after all that was left was, and one cancellation runs at a time.
    void checkCancelledOnce()
    {
        const auto &all = m_record.cancelledBy;
        bool once = std::count_if(all.begin(), all.end(), [](const CancellationLink &one) { return !one.decided; }) <= 1
            && std::count_if(all.begin(), all.end(), [](const CancellationLink &one) { return !one.days; }) <= 1;
        for (auto one = all.begin(); once && one != all.end(); ++one) {
            once = std::none_of(std::next(one), all.end(), [one](const CancellationLink &other) {
                return one->days && other.days && one->days->first <= other.days->last
                    && other.days->first <= one->days->last;
            });
        }
        if (!once)
            report(Damage::Kind::Postings, QStringLiteral("the same was cancelled twice"));
    }

    /// A cancellation says all that was decided, moves it back, and is its drafter's, or that of whoever heads their line. Whoever may
    /// read only one of the two leaves this to those who read both.
    void compareOriginal(const Cancellation &said, const CaseRecord::Revision &current)
    {
        if (!m_record.original)
            return;
        const CancelledCase &original = *m_record.original;
        if (original.form != m_record.form || original.number != said.number || original.state != CaseState::Decided
            || original.officeRevision != said.officeRevision || original.formRevision != current.content.formRevision
            || original.fields != withoutCancellation(current.content.fields)
            || original.confidentialDigest != current.content.confidentialDigest)
            report(Damage::Kind::Content, QStringLiteral("what it cancels was decided otherwise"));
        std::vector<Posting> back = original.postings;
        for (Posting &posting : back)
            posting.amount = -posting.amount;
        for (const Posting &posting : m_result.state.postings) {
            const auto moved = std::find(back.begin(), back.end(), posting);
            if (moved == back.end()) {
                report(Damage::Kind::Postings, QStringLiteral("what it cancels did not move that"));
                break;
            }
            back.erase(moved);
        }
        // Of some days only, or of what others left: which ones is for the form to say.
        if (!back.empty() && !said.days && said.before.empty())
            report(Damage::Kind::Postings, QStringLiteral("what it cancels moved something else"));
        const auto &basis = m_result.state.basis;
        const bool theirs = said.drafter
            ? *said.drafter == original.drafter && m_record.drafter != original.drafter && basis
                && m_offices.at(basis->day, basis->officeRevision)->headsLine(m_record.drafter, original.drafterPost)
            : m_record.drafter == original.drafter;
        if (!theirs)
            report(Damage::Kind::Actor, QStringLiteral("it was not its drafter's to cancel"));
    }

    const CaseRecord &m_record;
    const Configuration &m_configuration;
    const FormCatalog &m_catalog;
    OfficeSnapshots &m_offices;
    Verified m_result;
};

} // namespace

Verified verifyCase(const CaseRecord &record, const Configuration &configuration, const FormCatalog &catalog,
                    OfficeSnapshots &offices)
{
    return Check(record, configuration, catalog, offices).run();
}

Verified verifyCase(const CaseRecord &record, const Configuration &configuration, const FormCatalog &catalog)
{
    OfficeSnapshots offices(configuration.office);
    return verifyCase(record, configuration, catalog, offices);
}

} // namespace kessai
