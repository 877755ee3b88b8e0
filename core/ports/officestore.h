// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/returnreasons.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/calendar/holidaychange.h"
#include "core/cases/case.h"
#include "core/cases/decisiontable.h"
#include "core/cases/form.h"
#include "core/cases/reroute.h"
#include "core/cases/route.h"
#include "core/cases/rule.h"
#include "core/office/officechange.h"
#include "core/office/reorganisation.h"
#include "core/ports/health.h"

#include <QHash>

namespace kessai {

/// What a rights question about the whole office may ask of a member of staff.
struct Rights final {
    bool administrator = false;
    bool auditor = false;
    friend bool operator==(const Rights &, const Rights &) = default;
};

/// When a revision of the office's rows was made, by the clock that stamps the acts.
struct OfficeRevision final {
    int number;
    Instant madeAt;
    friend bool operator==(const OfficeRevision &, const OfficeRevision &) = default;
};

/// The configuration of an office: its history of rows, its forms, rules and parameters, all revisions.
///
/// A row, a rule, a 専決 table or a number may be given an earlier first day than the day it is added, or be taken back later:
/// whoever looks at the past takes what was known then (`revisionKnownAt`), which every case names.
struct Configuration final {
    QString officeName;           ///< "見本市役所"
    QHash<QString, QString> info; ///< what else the office says of itself, by key ("suggested_signins")
    OfficeHistory office;
    std::vector<OfficeRevision>
        revisions; ///< of all that is marked with them; empty where the office was never written down
    std::vector<FormDefinition> forms;
    std::vector<RouteRule> rules;
    std::vector<DecisionTable> tables;
    Parameters parameters;
    std::vector<FaultList> faultLists{}; ///< the office's own; without any it goes by the shipped reasons

    /// The definition of a form in a revision, or the newest in force on a day.
    const FormDefinition *form(const QString &code, int revision) const;
    const FormDefinition *formOn(const QString &code, const QDate &day) const;
    const RouteRule *rule(const QString &form, int revision) const;
    /// The rule in force on a day, as far as revision `asOf` of the office knew.
    const RouteRule *ruleOn(const QString &form, const QDate &day, int asOf) const;
    const RouteRule *ruleOn(const QString &form, const QDate &day) const { return ruleOn(form, day, office.revision); }
    /// The 専決 table a rule leaves the decision to, in the same way; none where it leaves it to none.
    const DecisionTable *tableFor(const RouteRule &rule, const QDate &day, int asOf) const;
    /// The revision of the office that was the newest at an instant; the founding one for whatever came before it.
    int revisionKnownAt(Instant at) const;
    /// An instant, or that of the newest revision: a clock set back must not make revisions run backwards.
    Instant notBefore(Instant now) const;
};

/// An open step that waits for nobody (waitsForNobody): of a post that nobody holds and whose work went nowhere, of somebody who left (domain.md 8.3),
/// or of people who are away for long without anybody in their place. It says nothing of what the case is about.
struct StrandedStep final {
    CaseId id;
    QString number;
    QString form;
    QString drafterSection;
    Assignee who;
    std::optional<Instant> arrivedAt;
    friend bool operator==(const StrandedStep &, const StrandedStep &) = default;
};

/// A 専決 table an administrator puts in force from its day on, and why. Its day lies ahead, always: nobody's case of today is judged by
/// another table than the one they were shown while they wrote it. What was to come from the same day on is replaced.
struct AdoptTable final {
    DecisionTable table;
    QString reason; ///< one line
    int seen = 0;   ///< the newest revision of this table its writer had seen; Stale where there is a newer one
    friend bool operator==(const AdoptTable &, const AdoptTable &) = default;
};
/// Whether a table may be put in force: its day, its name, the reason, and that programs can read it. What is wrong with what it says
/// `problemsIn` tells.
Result<> checkAdoption(const AdoptTable &adoption, const Configuration &configuration, const QDate &today);
/// What a clerk has to put right before a table can be used in an office from its day on: besides what is wrong with the table itself and its posts
/// (core/cases/decisiontable.h), that no form leaves its decision to it, or that it lacks a kind of case the one before has.
std::vector<Bilingual> problemsIn(const DecisionTable &table, const Configuration &configuration, const QDate &today);

/// A route rule an administrator puts in force from its day on, and why; the rest is as for a table.
struct AdoptRule final {
    RouteRule rule;
    QString reason; ///< one line
    int seen = 0;   ///< the newest revision of the form's rule its writer had seen
    friend bool operator==(const AdoptRule &, const AdoptRule &) = default;
};
/// Whether a rule may be put in force: its day, that its form has a rule, the reason, and that programs can read it. What is wrong with what
/// it says `problemsIn` tells (core/cases/rulecheck.h).
Result<> checkAdoption(const AdoptRule &adoption, const Configuration &configuration, const QDate &today);

/// A reorganisation an administrator makes, of today or prepared for a day to come, and why.
struct Reorganise final {
    Reorganisation change;
    QString reason; ///< one line
    int seenRevision =
        0; ///< the revision of the office it was written upon; Stale where somebody else changed the organisation since
    friend bool operator==(const Reorganise &, const Reorganise &) = default;
};
/// Whether a reorganisation may be made: its day, the reason, that it makes sense (problemsIn) and is not to the maker's own gain.
Result<> checkReorganisation(const Reorganise &change, const OfficeHistory &history,
                             const std::vector<PreparedChange> &prepared, std::optional<StaffId> actor,
                             const Administrators &administrators, const QDate &today);

/// For whom how many cases wait; nothing of the cases.
struct WaitingCount final {
    Assignee who;
    int cases;
    friend bool operator==(const WaitingCount &, const WaitingCount &) = default;
};

/// What the rules look at in a case whose route a 専決 table has a part in, and nothing else of it: who filed it as what and when, amounts,
/// lines of the budget, and the fields the route rule in force names. No words, nobody's name, nothing confidential.
struct FiledCase final {
    CaseId id;
    QString number;
    QString form;
    StaffId drafter;
    CaseState state;
    std::optional<qint64> amount;
    RouteBasis basis; ///< of the newest round
    QJsonObject fields;
    friend bool operator==(const FiledCase &, const FiledCase &) = default;
};

struct AdoptFaults;
struct AdoptForm;
struct AdoptParameters;
struct OfficeAct;
struct OfficeActsWanted;
struct SettingAct;

/// Reads and writes the office's configuration, and who the reader is.
class OfficeStore {
public:
    virtual ~OfficeStore() = default;
    virtual Result<Configuration> configuration() = 0;
    /// Who is signed in: on PostgreSQL by the login role, on SQLite by the choice at sign-in.
    virtual Result<StaffId> me() = 0;
    virtual Result<Rights> rights() = 0;
    /// Records who is there, who acts for whom or who comes after whom, as of today (mayChange says who may).
    virtual Result<> change(const OfficeChange &change) = 0;
    /// Records holidays; for administrators (checkChange says what makes sense).
    virtual Result<> changeHolidays(const HolidayChange &change) = 0;
    /// How many decided cases moved something on some days; for administrators, and without a word of which cases.
    virtual Result<qint64> decidedOn(const std::vector<QDate> &days) = 0;
    /// Puts a 専決 table in force; for administrators (checkAdoption says what makes sense).
    virtual Result<> adoptTable(const AdoptTable &adoption) = 0;
    /// Puts a route rule in force, in the same way.
    virtual Result<> adoptRule(const AdoptRule &adoption) = 0;
    /// Puts numbers, a form, or reasons of returns in force; for administrators (core/ports/settings.h).
    virtual Result<> adoptParameters(const AdoptParameters &adoption) = 0;
    virtual Result<> adoptForm(const AdoptForm &adoption) = 0;
    virtual Result<> adoptFaults(const AdoptFaults &adoption) = 0;
    /// Who put what of all this in force, when and why, as far as it came after the founding of the office; for everybody.
    virtual Result<std::vector<SettingAct>> settingActs() = 0;
    /// Who changed what of the office (core/ports/officeacts.h), newest first; for administrators and auditors, and AccessDenied for everybody else.
    virtual Result<std::vector<OfficeAct>> acts(const OfficeActsWanted &wanted) = 0;
    /// Makes a reorganisation, all of it or nothing; for administrators. One of a later day is prepared and in force on that day by itself.
    virtual Result<> reorganise(const Reorganise &change) = 0;
    /// Takes back what is prepared before its day, or puts aside what could not be put in force on it; for administrators.
    virtual Result<> takeBack(int number, int seenRevision) = 0;
    /// What is prepared and can be read, by its day; for administrators and personnel, and AccessDenied for everybody else until that day.
    virtual Result<std::vector<PreparedChange>> preparedChanges() = 0;
    /// What was prepared and could not be put in force on its day, or of which that is certain because it cannot be read, until an administrator
    /// puts it aside (`takeBack`); for the same people.
    virtual Result<std::vector<PreparedChange>> failedChanges() = 0;
    /// For whom how many cases wait; for administrators.
    virtual Result<std::vector<WaitingCount>> waitingCounts() = 0;
    /// Cases filed since an instant, and those that run, by number from after one on; for administrators.
    virtual Result<std::vector<FiledCase>> filedCases(Instant since, std::optional<CaseId> after, int most) = 0;
    /// What waits for nobody; AccessDenied for all but administrators and those who look after it.
    virtual Result<std::vector<StrandedStep>> stranded() = 0;
    /// A running case as administrators may know it to address what waits to another post (Reroute): who filed it and who is asked, which posts
    /// read it and by which form it was filed, whether they acted in it themselves, and of money that is examined, whom that keeps from it: nothing else
    /// of what it is about but whether it is important. AccessDenied for anybody else, NotFound where nothing of it waits.
    virtual Result<Case> openRoute(CaseId id) = 0;
    /// What the reader registered that makes nobody seem there today who could act on what waits in a case.
    virtual Result<OwnRegistrations> ownRegistrations(CaseId on) = 0;
    /// How the database is doing; for administrators.
    virtual Result<OfficeHealth> health() = 0;
};

} // namespace kessai
