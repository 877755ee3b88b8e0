// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/officemaker.h"

#include "app/admin/openingsfile.h"
#include "app/admin/sample/samplebudget.h"
#include "app/admin/sample/samplehistory.h"
#include "app/admin/sample/samplemeetings.h"
#include "app/admin/sample/samplepayments.h"
#include "app/admin/sample/samplerefunds.h"
#include "core/calendar/holidaychange.h"
#include "core/cases/numbers.h"
#include "core/meetings/minutes.h"
#include "core/store/localnotary.h"
#include "core/store/newdatabase.h"
#include "core/store/officequeries.h"
#include "core/store/officewriter.h"
#include "core/store/payeequeries.h"
#include "core/store/provision.h"
#include "forms/catalog.h"
#include "forms/leave/annualgrant.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>
#include <set>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Refuses 専決 tables that a clerk would have to put right first.
Result<> checkTables(const Configuration &configuration, const QDate &today, bool staffed)
{
    const auto office = configuration.office.at(today, configuration.office.revision);
    for (const DecisionTable &table : configuration.tables) {
        const auto problems = staffed ? problemsIn(table, *office) : problemsIn(table);
        if (!problems.empty())
            return fail(ErrorCode::Invalid,
                        u"decision table '%1' from %2: %3"_s.arg(table.code, table.from.toString(Qt::ISODate),
                                                                 problems.front().ja));
    }
    return {};
}

/// The forms, rules, 専決 tables and parameters the program ships with, and the holidays of the law.
Result<> equip(Configuration &configuration, const QDate &today)
{
    auto shipped = shippedData();
    if (!shipped)
        return shipped.failure();
    const int revision = configuration.office.revision;
    configuration.parameters = Parameters(
        shipped->parameters.rows(), std::make_shared<const Holidays>(withLaw(shippedHolidays(), revision, today)));
    configuration.tables = shippedTables();
    configuration.forms = std::move(shipped->forms);
    configuration.rules = std::move(shipped->rules);
    return {};
}

constexpr int kSampleMonths = 4; ///< the sample's history is no longer

/// A city with a mayor's chair, a vice mayor's, and one administrator who also has every role that rules ask until there is
/// somebody else: enough to sign in and to set up the rest.
OfficeFounding emptyOffice(const OfficeWish &wish, const QDate &today)
{
    const SectionId city(1);
    const PostId administrator(3);
    const StaffId admin(1);
    const QString name = wish.officeName.isEmpty() ? u"市役所"_s : wish.officeName;
    const QDate since(FiscalYear::of(today).startYear(), 4, 1);
    OfficeFounding founding;
    founding.configuration.officeName = name;
    OfficeHistory &office = founding.configuration.office;
    office.sections.push_back({{city, std::nullopt, SectionLevel::City, u"city"_s, name}, since, {}});
    office.posts.push_back({{PostId(1), city, u"mayor"_s, u"市長"_s, 10, true}, since, {}});
    office.posts.push_back({{PostId(2), city, u"vice-mayor"_s, u"副市長"_s, 9, false}, since, {}});
    office.posts.push_back({{administrator, city, u"administrator"_s, u"システム管理者"_s, 1, false}, since, {}});
    const QString family = wish.adminName.section(u' ', 0, 0);
    const QString given = wish.adminName.section(u' ', 1);
    office.staff.push_back({{admin, wish.adminLogin, wish.adminLogin, family, given, wish.adminName}, since, {}});
    office.appointments.push_back({{admin, administrator, Holding::Primary}, since, {}});
    for (const QString &role : {u"personnel"_s, u"finance"_s, u"finance-director"_s, u"contract"_s, u"secretary"_s})
        office.roles.push_back({{role, administrator}, since, {}});
    founding.rights.push_back({admin, SpecialRight::Kind::Administrator, since, {}});
    founding.madeBy = wish.adminLogin;
    founding.reason = u"kessai-admin create"_s;
    return founding;
}

OfficeFounding sampleFounding(const SampleOffice &sample, const OfficeWish &wish, const QDate &today)
{
    OfficeFounding founding;
    founding.configuration.officeName = wish.officeName.isEmpty() ? sample.name : wish.officeName;
    founding.configuration.office = sample.office;
    const QDate since(FiscalYear::of(today).startYear(), 4, 1);
    for (const StaffId staff : sample.administrators)
        founding.rights.push_back({staff, SpecialRight::Kind::Administrator, since, {}});
    for (const StaffId staff : sample.auditors)
        founding.rights.push_back({staff, SpecialRight::Kind::Auditor, since, {}});
    founding.madeBy = u"kessai-admin"_s;
    founding.reason = u"kessai-admin create --sample"_s;
    return founding;
}

/// Lines for every section, and what they have: of the year, and while it is settled of the one before.
void addBudget(OfficeFounding &founding, const QDate &today)
{
    Configuration &configuration = founding.configuration;
    const auto office = configuration.office.at(today, configuration.office.revision);
    std::vector<BudgetLine> lines;
    for (const FiscalYear year : std::set{sampleYearOf(today), FiscalYear::of(today)}) {
        BudgetImport budget = makeSampleBudget(*office, year);
        lines.insert(lines.end(), budget.lines.begin(), budget.lines.end());
        founding.budget.insert(founding.budget.end(), budget.entries.begin(), budget.entries.end());
    }
    configuration.parameters =
        Parameters(configuration.parameters.rows(),
                   std::make_shared<const Holidays>(configuration.parameters.holidays()), BudgetBook(std::move(lines)));
}

SignInHint hintFor(const Office &office, StaffId staff)
{
    SignInHint hint;
    const Staff *who = office.staff(staff);
    hint.login = who->login;
    hint.name = who->name();
    if (const auto post = office.primaryPost(staff)) {
        hint.title = office.post(*post)->title;
        hint.section = office.sectionLabel(office.post(*post)->section);
    }
    return hint;
}

/// What everybody carried over at the beginning of the leave year in which the sample's history begins: seldom all that may be,
/// and for one in three with hours.
std::vector<LeaveOpening> sampleOpenings(const SampleOffice &sample, const QDate &today, const Numbers &numbers,
                                         Dice dice)
{
    const QDate from = leaveYearStart(today.addMonths(-kSampleMonths), numberOn(numbers));
    std::vector<LeaveOpening> openings;
    for (const Dated<Staff> &staff : sample.office.staff) {
        if (staff.from > from)
            continue;
        const qint64 days = dice.percent(25) ? 20 : dice.between(3, 19);
        const qint64 minutes = days < 20 && dice.percent(33) ? 60 * dice.between(1, 7) : 0;
        openings.push_back({staff.value.id, from, days, minutes, 0});
    }
    return openings;
}

/// Fills a new, migrated database.
class OfficeMaker final {
public:
    OfficeMaker(Database &database, const OfficeWish &wish, Instant now)
        : m_database(database), m_wish(wish), m_now(now), m_clock(now), m_catalog(makeCatalog())
    {
    }

    Result<OfficeMade> make(const std::function<void(int, int)> &progress)
    {
        Dice dice(m_wish.seed);
        std::optional<SampleOffice> sample;
        if (m_wish.sample)
            sample = makeSampleOffice(m_now.day(), dice.branch());
        OfficeFounding founding =
            sample ? sampleFounding(*sample, m_wish, m_now.day()) : emptyOffice(m_wish, m_now.day());
        if (const auto equipped = equip(founding.configuration, m_now.day()); !equipped)
            return equipped.failure();
        if (sample)
            addBudget(founding, m_now.day());
        if (const auto sound = checkTables(founding.configuration, m_now.day(), m_wish.sample); !sound)
            return sound.failure();
        if (const auto written = writeOffice(m_database, founding, m_now); !written)
            return written.failure();
        m_made.officeName = founding.configuration.officeName;
        m_made.staff = int(founding.configuration.office.staff.size());
        if (sample) {
            // Before anybody files: what is left of annual leave is checked against it.
            const Numbers numbers(founding.configuration.parameters);
            const auto openings = ledgerOpenings(sampleOpenings(*sample, m_now.day(), numbers, dice.branch()), numbers);
            if (const auto opened = writeOpenings(m_database, openings, u"kessai-admin create --sample"_s, m_now);
                !opened)
                return opened.failure();
            std::vector<Payee> payees = samplePayees();
            for (const Dated<Staff> &staff : sample->office.staff)
                payees.push_back(payeeOf(staff.value));
            if (const auto paid = writePayees(m_database, ImportPayees{payees, u"債権者登録票"_s}, std::nullopt,
                                              u"kessai-admin"_s, m_now);
                !paid)
                return paid.failure();
        }
        const Result<> filled = sample ? live(*sample, dice, progress) : introduce(founding.configuration.office);
        if (!filled)
            return filled.failure();
        if (const auto kept = keepSignIns(); !kept)
            return kept.failure();
        if (const auto enabled = makeLogins(founding.configuration.office); !enabled)
            return enabled.failure();
        return std::move(m_made);
    }

private:
    Result<> introduce(const OfficeHistory &history)
    {
        m_made.signIns.push_back(hintFor(*history.at(m_now.day(), history.revision), StaffId(1)));
        return {};
    }

    Result<> live(const SampleOffice &sample, Dice dice, const std::function<void(int, int)> &progress)
    {
        // Read back, because readers resolve routes from the rows in the order the database gives them.
        const auto configuration = readConfiguration(Reader{m_database, m_clock, std::nullopt, Sight::All});
        if (!configuration)
            return configuration.failure();
        LocalNotary notary(m_database, m_clock, StaffId(0));
        SampleHistory history(sample, *configuration, *m_catalog, shippedHolidays(), m_now, dice);
        const SampleHistory::Desk desk{m_clock, [&notary](StaffId actor) -> Notary & {
                                           notary.actAs(actor);
                                           return notary;
                                       }};
        const auto figures = history.live(desk, progress);
        if (!figures)
            return figures.failure();
        m_made.sample = *figures;
        const auto office = configuration->office.at(m_now.day(), configuration->office.revision);
        const StaffId cashier = history.holder(u"accounting-cash-head"_s);
        if (const Result<> paid = paySample(m_database, cashier, office->staff(cashier)->name(), m_now); !paid)
            return paid;
        const auto refunded = refundSample(m_database, *configuration, *m_catalog, desk, cashier, m_now);
        if (!refunded)
            return refunded.failure();
        m_made.sample->cases += refunded->cases;
        m_made.sample->files += refunded->files;
        m_made.sample->events += refunded->events;
        m_made.sample->byState[CaseState::Decided] += refunded->cases;
        m_clock.set(m_now);
        const FormDefinition *minutes = configuration->formOn(kMinutesForm, m_now.day());
        const auto drafted =
            holdSampleMeetings(*office, configuration->parameters.holidays(), m_clock, *minutes, desk.notaryOf);
        if (!drafted)
            return drafted.failure();
        m_made.sample->cases += *drafted;
        m_made.sample->byState[CaseState::Draft] += *drafted;
        std::vector<SampleSignIn> signIns = sampleSignIns();
        std::ranges::copy(moreSampleSignIns(), std::back_inserter(signIns));
        for (const SampleSignIn &signIn : signIns) {
            const StaffId staff = history.holder(signIn.post);
            SignInHint hint = hintFor(*office, staff);
            const QString waiting = QString::number(history.waitingFor(staff));
            hint.noteJa = QString(signIn.noteJa).replace(u"{waiting}"_s, waiting);
            hint.noteEn = QString(signIn.noteEn).replace(u"{waiting}"_s, waiting);
            m_made.signIns.push_back(hint);
        }
        return {};
    }

    /// Leaves the sign-ins worth trying where the sign-in window finds them.
    Result<> keepSignIns()
    {
        if (!m_wish.sample)
            return {};
        QJsonArray rows;
        for (const SignInHint &hint : m_made.signIns) {
            rows.append(
                QJsonObject{{u"login"_s, hint.login}, {u"note"_s, Bilingual{hint.noteJa, hint.noteEn}.toJson()}});
        }
        return writeOfficeInfo(m_database, u"suggested_signins"_s,
                               QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact)));
    }

    /// On a server everybody signs in under a role of their own.
    Result<> makeLogins(const OfficeHistory &history)
    {
        if (m_database.dialect() != Dialect::PostgreSql)
            return {};
        QStringList names;
        for (const Dated<Staff> &staff : history.staff)
            names.append(staff.value.login);
        const auto there = loginsThere(m_database, names);
        if (!there)
            return there.failure();
        m_made.keptLogins = *there;
        // Roles belong to the whole server: nobody of another office finds their password changed.
        std::vector<StaffLogin> logins;
        for (const QString &name : names)
            logins.push_back({name, there->contains(name) ? std::nullopt : std::optional(m_wish.password), true});
        return provisionLogins(m_database, logins);
    }

    Database &m_database;
    const OfficeWish &m_wish;
    const Instant m_now;
    FixedClock m_clock;
    std::unique_ptr<FormCatalog> m_catalog;
    OfficeMade m_made;
};

} // namespace

Result<Shipped> shippedData()
{
    Shipped shipped;
    shipped.parameters = shippedParameters();
    const auto catalog = makeCatalog();
    for (const auto &form : catalog->all()) {
        for (const FormDefinition &definition : form->definitions())
            shipped.forms.push_back(definition);
        auto rule = RouteRule::fromJson(form->defaultRule(), 1);
        if (!rule)
            return rule.failure();
        shipped.rules.push_back(std::move(rule).value());
    }
    return shipped;
}

Result<OfficeMade> makeOffice(const DatabaseUrl &url, const OfficeWish &wish, Instant now,
                              const std::function<void(int, int)> &progress)
{
    const FixedClock clock(now);
    auto fresh = NewDatabase::begin(url, clock);
    if (!fresh)
        return fresh.failure();
    auto made = OfficeMaker(fresh->database(), wish, now).make(progress);
    if (!made)
        return made;
    if (const auto finished = fresh->finish(); !finished)
        return finished.failure();
    return made;
}

} // namespace kessai
