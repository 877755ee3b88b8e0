// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/testoffice.h"

#include "core/accounting/budget.h"
#include "core/cases/reroute.h"
#include "core/store/newdatabase.h"
#include "tests/support/casebuilder.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

namespace kessai::test {

namespace {

constexpr auto kRule = R"({"form":"memo","from":"2020-04-01","table":{"code":"decision"},"lines":[
  {"line":"M-1","kind":"review","who":[{"head":"unit"}],"why":{"ja":"係長","en":"chief"}},
  {"line":"M-2","kind":"review","who":[{"head":"section"}],"why":{"ja":"課長","en":"manager"}},
  {"line":"M-3","kind":"consult","who":[{"role":"finance"}],"when":{"field":"amount","ge":100000},
   "why":{"ja":"財政合議","en":"finance"}},
  {"line":"M-6","kind":"consult","rule":"majority","objection":"refers","when":{"field":"vote","eq":true},
   "who":[{"post":"zaisei-kacho"},{"post":"fukushi-kacho"},{"post":"shinsa-kakaricho"}],
   "why":{"ja":"多数決","en":"a vote"}},
  {"line":"M-4","kind":"circulate","who":[{"role":"personnel"}],"why":{"ja":"供覧","en":"for information"}},
  {"line":"M-7","kind":"examine","rule":"any","when":{"field":"pays","eq":true},"who":[{"role":"accounting"}],
   "why":{"ja":"会計審査","en":"examination"}},
  {"line":"M-5","kind":"decide","who":[{"table":"decider"}],"why":{"ja":"部長専決","en":"director"}},
  {"line":"M-8","kind":"examine","rule":"any","when":{"field":"orders","eq":true},"who":[{"role":"accounting"}],
   "why":{"ja":"命令後の審査","en":"examination of what was ordered"}}]})";

constexpr auto kTable = R"({"table":"decision","from":"2020-04-01","source":{"ja":"規程","en":"rules"},
  "levels":[{"level":"department","name":{"ja":"部長","en":"director"},"who":{"head":"department"}},
            {"level":"mayor","name":{"ja":"市長","en":"mayor"},"who":{"post":"mayor"}}],
  "acts":[{"act":"memo","name":{"ja":"伺い","en":"Memo"}}],
  "rows":[{"row":"T-1","acts":["memo"],"limits":{"department":{"le":1000000000},"mayor":"all"},
           "article":{"ja":"別表1","en":"table 1"}}]})";

constexpr QLatin1String kLedger("ledger");
constexpr QLatin1String kAccount("account");
constexpr QLatin1String kPaidOn("payment_on");

/// Now. A file has no clock of its own, so that there it is noon, and what a test waits for leads to no other day whenever it is begun.
Instant beginning(Dialect dialect)
{
    const Instant now = SystemClock().now();
    return dialect == Dialect::Sqlite ? Instant::fromTokyo(now.day(), QTime(12, 0)) : now;
}

class TestMemoForm final : public Form {
public:
    QString code() const override { return QStringLiteral("memo"); }
    const std::vector<FormDefinition> &definitions() const override
    {
        static const std::vector<FormDefinition> none;
        return none;
    }
    QJsonObject defaultRule() const override { return {}; }
    QString title(const QJsonObject &fields, const Parameters &) const override
    {
        return fields.value(QLatin1String("subject")).toString();
    }
    std::optional<Yen> amount(const QJsonObject &fields) const override
    {
        const QJsonValue amount = fields.value(QLatin1String("amount"));
        return amount.isDouble() ? std::optional(Yen(amount.toInteger())) : std::nullopt;
    }
    QJsonObject facts(const QJsonObject &fields, const Parameters &) const override
    {
        return {{QStringLiteral("act"), QStringLiteral("memo")},
                {QStringLiteral("amount"), fields.value(QLatin1String("amount")).toInteger()}};
    }
    std::vector<Finding> check(const QJsonObject &fields, const FormContext &) const override
    {
        const QString until = fields.value(QLatin1String("until")).toString();
        if (until.isEmpty() || until >= fields.value(QLatin1String("from")).toString())
            return {};
        return {{Finding::Severity::Error,
                 QStringLiteral("until"),
                 {QStringLiteral("期間が逆です。"), QStringLiteral("It ends before it begins.")},
                 {}}};
    }
    std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter, const Parameters &numbers) const override
    {
        const qint64 factor = numbers.value(QStringLiteral("memo.factor"), kMemoDay).value_or(1)
            * (numbers.holidays().isDuty(kMemoDay) ? 1 : 2);
        const qint64 minutes = fields.value(QLatin1String("amount")).toInteger() * factor;
        const QString account = QStringLiteral("staff:%1").arg(drafter.value());
        if (minutes <= 0)
            return {};
        const QDate from = QDate::fromString(fields.value(QLatin1String("from")).toString(), Qt::ISODate);
        if (fields.contains(kLedger)) {
            const QStringList ledgers = fields.value(kLedger).toString().split(QLatin1Char('+'));
            const QStringList accounts = fields.value(kAccount).toString().split(QLatin1Char('+'));
            const QDate day = from.isValid()
                ? from
                : QDate::fromString(fields.value(kPaidOn).toString(kMemoDay.toString(Qt::ISODate)), Qt::ISODate);
            std::vector<Posting> postings;
            for (qsizetype i = 0; i < ledgers.size(); ++i)
                postings.push_back({ledgers[i], accounts[i], day, fields.value(QLatin1String("amount")).toInteger()});
            return postings;
        }
        return {{QStringLiteral("overtime.minutes"), account, kMemoDay, minutes, kMemoStart},
                {QStringLiteral("leave.annual.minutes"), account, kMemoDay, 1}};
    }
    /// The overtime stays, the leave of the day is taken back.
    std::vector<Posting> onDays(const QJsonObject &, const DayRange &days, std::vector<Posting> postings) const override
    {
        std::erase_if(postings,
                      [&days](const Posting &posting) { return posting.start || !days.contains(posting.day); });
        return postings;
    }
};

FormDefinition memoForm()
{
    FormDefinition form;
    form.code = QStringLiteral("memo");
    form.revision = 1;
    form.from = QDate(2020, 4, 1);
    form.name = {QStringLiteral("伺い"), QStringLiteral("Memo")};
    form.group = {QStringLiteral("起案"), QStringLiteral("Drafts")};
    form.icon = QStringLiteral("file-text");
    form.description = {QStringLiteral("試験の様式"), QStringLiteral("A form for tests")};
    form.printTitle = form.name;
    const auto field = [](const QString &key, FieldKind kind, const QString &ja, const QString &en) {
        FieldDefinition made;
        made.key = key;
        made.kind = kind;
        made.label = {ja, en};
        return made;
    };
    const auto subject =
        field(QStringLiteral("subject"), FieldKind::Text, QStringLiteral("件名"), QStringLiteral("Subject"));
    const auto amount =
        field(QStringLiteral("amount"), FieldKind::Yen, QStringLiteral("金額"), QStringLiteral("Amount"));
    const auto important =
        field(QStringLiteral("important"), FieldKind::Flag, QStringLiteral("重要"), QStringLiteral("Important"));
    const auto vote = field(QStringLiteral("vote"), FieldKind::Flag, QStringLiteral("多数決"), QStringLiteral("Vote"));
    auto reason =
        field(QStringLiteral("reason"), FieldKind::LongText, QStringLiteral("理由"), QStringLiteral("Reason"));
    reason.confidential = true;
    const auto from = field(QStringLiteral("from"), FieldKind::Date, QStringLiteral("から"), QStringLiteral("From"));
    const auto until = field(QStringLiteral("until"), FieldKind::Date, QStringLiteral("まで"), QStringLiteral("Until"));
    form.dayField = from.key;
    form.lastDayField = until.key;
    const auto ledger = field(kLedger, FieldKind::Text, QStringLiteral("台帳"), QStringLiteral("Ledger"));
    const auto account = field(kAccount, FieldKind::Text, QStringLiteral("口座"), QStringLiteral("Account"));
    const auto pays = field(QStringLiteral("pays"), FieldKind::Flag, QStringLiteral("支払"), QStringLiteral("Pays"));
    const auto orders = field(QStringLiteral("orders"), FieldKind::Flag, QStringLiteral("支出命令"),
                              QStringLiteral("Orders a payment"));
    const auto paymentOn =
        field(kPaidOn, FieldKind::Date, QStringLiteral("支払予定日"), QStringLiteral("To be paid on"));
    form.fields = {subject, amount, important, vote, reason, from, until, ledger, account, pays, orders, paymentOn};
    return form;
}

} // namespace

void PrintTo(Dialect dialect, std::ostream *out)
{
    *out << (dialect == Dialect::Sqlite ? "SQLite" : "PostgreSQL");
}

BudgetLine budgetLine(const QString &code, SectionId section)
{
    return {.year = kBudgetYear,
            .code = code,
            .names = {QStringLiteral("一般会計"), QStringLiteral("総務費"), QStringLiteral("総務管理費"),
                      QStringLiteral("一般管理費"), QStringLiteral("一般事務"), QStringLiteral("需用費"),
                      QStringLiteral("消耗品費")},
            .section = section,
            .item = QStringLiteral("10")};
}

OfficeFounding smallFounding(const SmallOffice &office)
{
    OfficeFounding founding;
    Configuration &configuration = founding.configuration;
    configuration.officeName = QStringLiteral("見本市役所");
    configuration.info.insert(QStringLiteral("motto"), QStringLiteral("親切"));
    configuration.office = office.builder.history();
    configuration.forms = {memoForm()};
    configuration.rules = {*ruleFromText(kRule)};
    configuration.tables = {*DecisionTable::fromJson(QJsonDocument::fromJson(kTable).object(), 1)};
    configuration.parameters =
        Parameters({{QStringLiteral("budget.running_count"), QDate(2020, 4, 1), 1, QStringLiteral("市の運用")},
                    {QStringLiteral("reminder.pause_days"), QDate(2020, 4, 1), 1, QStringLiteral("市の運用")},
                    {QStringLiteral("registrations.day_limit"), QDate(2020, 4, 1), 20, QStringLiteral("技術的な上限")},
                    {QLatin1String(kAbsenceDays), QDate(2020, 4, 1), kLongAbsence, QStringLiteral("市の運用")},
                    {QStringLiteral("overtime.limit"), QDate(2020, 4, 1), 2700, QStringLiteral("労基法36条")}},
                   nullptr, BudgetBook({budgetLine(kStationery, office.affairs), budgetLine(kCare, office.care)}));
    founding.budget = {{.year = kBudgetYear,
                        .code = kStationery,
                        .amount = 1'000'000,
                        .day = QDate(2026, 4, 1),
                        .document = QStringLiteral("当初予算")},
                       {.year = kBudgetYear,
                        .code = kStationery,
                        .kind = BudgetEntryKind::Allotment,
                        .amount = 500'000,
                        .day = QDate(2026, 4, 1),
                        .document = QStringLiteral("配当通知第1号")},
                       {.year = kBudgetYear,
                        .code = kCare,
                        .amount = 200'000,
                        .day = QDate(2026, 4, 1),
                        .document = QStringLiteral("当初予算")}};
    founding.rights = {{office.fukuda, SpecialRight::Kind::Auditor, QDate(2020, 4, 1), {}},
                       {office.kato, SpecialRight::Kind::Administrator, QDate(2020, 4, 1), {}}};
    founding.madeBy = QStringLiteral("test");
    founding.reason = QStringLiteral("開設");
    return founding;
}

const FormCatalog &memoForms()
{
    static const FormCatalog catalog = [] {
        std::vector<std::unique_ptr<Form>> forms;
        forms.push_back(std::make_unique<TestMemoForm>());
        return FormCatalog(std::move(forms));
    }();
    return catalog;
}

TestOffice::TestOffice(Dialect dialect) : m_dialect(dialect), m_clock(beginning(dialect))
{
    m_people.builder.standIn(m_people.director, m_people.viceDirector)
        .standIn(m_people.director, std::nullopt)
        .standIn(m_people.director, m_people.financeManager);
    if (dialect == Dialect::PostgreSql) {
        m_scratch = std::make_unique<ScratchDatabase>(QStringLiteral("store"), [this](const QString &name) {
            return foundServerOffice(name, smallFounding(m_people), SystemClock());
        });
        m_problem = m_scratch->error();
        return;
    }
    auto made = NewDatabase::begin(DatabaseUrl::sqlite(sqlitePath()), m_clock);
    const Result<> written =
        made ? writeOffice(made->database(), smallFounding(m_people), m_clock.now()) : Result<>(made.failure());
    const Result<> finished = written ? made->finish() : written;
    if (!finished)
        m_problem = toCode(finished.error().code) + QStringLiteral(": ") + finished.error().detail;
}

TestOffice::~TestOffice() = default;

QString TestOffice::sqlitePath() const
{
    return m_directory.filePath(QStringLiteral("office.db"));
}

Result<> TestOffice::setAbsent(StaffId who, bool passOver, int moreDays)
{
    const QDate day = m_clock.now().day();
    const QDate until = day.addDays(moreDays);
    m_people.builder.absent(who, day, until, passOver);
    return tamper(QStringLiteral("INSERT INTO absence (staff_id, pass_over, valid_from, valid_until, made_at)"
                                 " VALUES (%1, %2, '%3', '%4', 0)")
                      .arg(who.value())
                      .arg(int(passOver))
                      .arg(day.toString(Qt::ISODate), until.toString(Qt::ISODate)));
}

Result<> TestOffice::setPresent()
{
    m_people.builder.everybodyPresent();
    return tamper(QStringLiteral("DELETE FROM absence"));
}

Result<> TestOffice::makeAdministrator(StaffId who)
{
    return tamper(QStringLiteral("INSERT INTO special_right (staff_id, right_name, valid_from)"
                                 " VALUES (%1, 'administrator', '2020-04-01')")
                      .arg(who.value()));
}

Result<> TestOffice::appoint(StaffId who, PostId post)
{
    return tamper(QStringLiteral("INSERT INTO appointment (staff_id, post_id, holding, valid_from, added_in)"
                                 " VALUES (%1, %2, 1, '2020-04-01', 1)")
                      .arg(who.value())
                      .arg(post.value()));
}

Result<> TestOffice::decideAtOnce()
{
    return tamper(QStringLiteral("INSERT INTO parameter (key, valid_from, value, source, added_in)"
                                 " VALUES ('consult.decides_at_once', '2020-04-01', 1, '', 1)"));
}

void TestOffice::wait(qint64 milliseconds)
{
    constexpr qint64 kDay = 86'400'000;
    const Instant next(m_clock.now().microseconds() + milliseconds * 1000);
    const bool isAnotherDay = next.day() != m_clock.now().day();
    if (isAnotherDay && m_dialect == Dialect::PostgreSql && milliseconds < kDay)
        return; // the server has a clock of its own, on which this day goes on
    m_clock.set(next);
}

Result<std::unique_ptr<Store>> TestOffice::open(StaffId who)
{
    if (m_dialect == Dialect::Sqlite)
        return openStore(DatabaseUrl::sqlite(sqlitePath()), who, m_clock);
    const QString login = officeToday()->staff(who)->login;
    return openStore(staffUrl(m_scratch->name(), login), std::nullopt, m_clock);
}

Store &TestOffice::as(StaffId who)
{
    auto &store = m_stores[who];
    if (!store) {
        auto opened = open(who);
        if (!opened)
            qFatal("cannot sign in: %s", qPrintable(opened.error().detail));
        store = std::move(opened).value();
    }
    return *store;
}

Store &TestOffice::owner()
{
    if (!m_owner) {
        const auto url = m_dialect == Dialect::Sqlite ? DatabaseUrl::sqlite(sqlitePath())
                                                      : *DatabaseUrl::parse(m_scratch->ownerUrl());
        auto opened = openStore(url, std::nullopt, m_clock);
        if (!opened)
            qFatal("cannot open as owner: %s", qPrintable(opened.error().detail));
        m_owner = std::move(opened).value();
    }
    return *m_owner;
}

Result<std::unique_ptr<Database>> TestOffice::ownersDatabase()
{
    return Database::open(m_dialect == Dialect::Sqlite ? DatabaseUrl::sqlite(sqlitePath())
                                                       : *DatabaseUrl::parse(m_scratch->ownerUrl()));
}

Result<> TestOffice::tamper(const QString &sql)
{
    const auto database = ownersDatabase();
    return database ? (*database)->execute(sql) : Result<>(database.failure());
}

const Configuration &TestOffice::configuration()
{
    if (!m_configuration)
        m_configuration = *owner().office().configuration();
    return *m_configuration;
}

std::shared_ptr<const Office> TestOffice::officeToday()
{
    return m_people.builder.on(m_clock.now().day());
}

::testing::AssertionResult isRefused(const Error &error, Refusal refusal)
{
    if (error.code == ErrorCode::Refused && error.refusal == refusal)
        return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << toCode(error.code).toStdString() << " "
                                         << (error.refusal ? toCode(*error.refusal).toStdString() : "") << ": "
                                         << error.detail.toStdString();
}

} // namespace kessai::test
