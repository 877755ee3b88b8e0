// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/officestore.h"
#include "core/services/caseview.h"

namespace kessai {

/// The fields a rule sees of a content: its own, without what says that it cancels another case, and what the form derives.
QJsonObject ruleFacts(const Form &form, const QJsonObject &fields, const Parameters &parameters);

/// The rules that are being written: a 専決 table, the route rule of a form, or both.
struct DraftedRules final {
    std::optional<DecisionTable> table{};
    std::optional<RouteRule> rule{};

    /// From when on all of it is in force.
    QDate from() const;
    /// Whether they may change the way of a case that goes by a rule.
    bool concern(const RouteRule &inForce) const;
};

/// A case as an administrator makes it up at the test bench: what the rules look at, by the names of `trialFields`.
struct RouteTrial final {
    QString form;
    StaffId drafter;
    QDate day;
    QJsonObject facts;
};
/// What a rule and its 専決 table look at, as fields to be filled in: the kind of act, the item, the amount, the level asked for, whatever
/// conditions compare and whoever is named.
std::vector<FieldDefinition> trialFields(const RouteRule &rule, const DecisionTable *table, const Form &form,
                                         const FormDefinition &definition, const Parameters &parameters);

/// The way a case takes by some rules: its steps with their reasons, the drafter's first, or why it takes none.
struct TriedRoute final {
    std::vector<StepView> steps;
    std::optional<Refusal> refusal;
};
struct TrialAnswer final {
    TriedRoute inForce;
    std::optional<TriedRoute> drafted; ///< by what is being written, where it concerns the form
    bool differs = false;
};

/// A case that would go another way by the rules that are being written, were it filed again as it is.
struct OtherWay final {
    CaseId id;
    QString number;
    QString form;
    QString section; ///< of whoever filed it
    QDate day;
    CaseState state;
    std::optional<qint64> amount;
    TriedRoute inForce;
    TriedRoute drafted;
};
/// Some of the cases that were looked through.
struct OtherWays final {
    std::vector<OtherWay> found;
    int looked = 0;
    int passed = 0;                ///< of them, those whose form is another one now, or whose drafter had left
    std::optional<CaseId> next;    ///< the last one looked at, where more follow
    std::vector<Bilingual> unseen; ///< what the drafted rule compares and nobody is given of cases that were filed
};

/// Tries rules on cases, as of an office's configuration. Nothing is filed.
class RouteTrials final {
public:
    RouteTrials(const Configuration &configuration, const FormCatalog &catalog, OfficeSnapshots &offices)
        : m_configuration(configuration), m_catalog(catalog), m_offices(offices)
    {
    }

    /// NotFound where the form has no rule on that day.
    Result<TrialAnswer> tryRoute(const RouteTrial &trial, const DraftedRules &drafted) const;
    /// Each as of the office of the day it was filed, by the rules of the day the draft is in force from.
    OtherWays otherWays(const std::vector<FiledCase> &filed, const DraftedRules &drafted) const;

private:
    static const RouteRule &ruleBy(const DraftedRules &drafted, const RouteRule &inForce);
    const DecisionTable *tableBy(const DraftedRules &drafted, const RouteRule &rule, const QDate &day) const;
    std::vector<Bilingual> unseenBy(const RouteRule &drafted) const;

    const Configuration &m_configuration;
    const FormCatalog &m_catalog;
    OfficeSnapshots &m_offices;
};

} // namespace kessai
