// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/testoffice.h"

#include "core/accounting/budget.h"
#include "core/cases/cancellation.h"
#include "core/cases/caseref.h"
#include "core/cases/confidential.h"
#include "core/cases/filing.h"
#include "core/cases/reroute.h"
#include "core/duty/exchange.h"
#include "core/store/newdatabase.h"
#include "tests/support/casebuilder.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serveroffice.h"

#include <QUuid>

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

TestOffice::TestOffice(Dialect dialect) : m_dialect(dialect), m_clock(SystemClock().now())
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

QJsonObject Hand::naming(QJsonObject fields)
{
    const QString account = fields.value(kAccount).toString().section(QLatin1Char('+'), 0, 0);
    if (!account.startsWith(QLatin1String("case:")) || fields.contains(kCancels)
        || fields.contains(QLatin1String("unnamed")))
        return fields;
    const auto record = m_office.owner().cases().load(CaseId(account.mid(5).toLongLong()));
    if (!record || record->projection.state != CaseState::Decided)
        return fields;
    for (const Posting &posting : record->projection.postings) {
        if (posting.ledger != QLatin1String("budget.commitment") || posting.amount < 0)
            continue;
        const QJsonObject &decided = record->revisions.back().content.fields;
        fields.insert(
            QStringLiteral("commitment"),
            toJson(CaseRef{record->id, record->number, record->title,
                           posting.account.mid(QString(kBudgetAccount).size()),
                           m_office.officeToday()->staff(record->drafter)->number,
                           decided.value(QLatin1String("payee")).toObject().value(QLatin1String("code")).toString()}));
    }
    return fields;
}

Result<CaseId> Hand::draft(const QJsonObject &said, std::optional<CaseId> id, int revision,
                           std::vector<Attachment> attachments)
{
    const QJsonObject fields = naming(said);
    DraftSave save;
    save.id = id;
    save.revision = revision;
    const Configuration &configuration = m_office.configuration();
    save.content = confided({QStringLiteral("memo"), 1, fields, {}}, *configuration.form(QStringLiteral("memo"), 1),
                            sha256Hex("a salt for tests"));
    save.content.attachments = std::move(attachments);
    save.title = titleOf(*memoForms().find(QStringLiteral("memo")), save.content.fields, configuration.parameters);
    if (fields.contains(QLatin1String("amount")))
        save.amount = fields.value(QLatin1String("amount")).toInteger();
    return store().cases().saveDraft(save);
}

/// Whose case a draft will be: a colleague's where it is written for one.
StaffId Hand::drafterOf(const CaseRecord &record) const
{
    const QJsonObject &fields = record.revisions.back().content.fields;
    const bool own = record.projection.seq > 0 || fields.contains(kCancels);
    return own ? m_who : filedFor(fields).value_or(m_who);
}

Result<ProposedEvent> Hand::propose(CaseId id, const Command &command)
{
    const auto record = load(id);
    if (!record)
        return record.failure();
    auto state = proven(*record);
    if (!state)
        return state.failure();
    if (std::holds_alternative<Submit>(command))
        state->drafter = drafterOf(*record);
    state->matter = {record->form, record->revisions.back().amount};
    auto event = decide(*state, command, m_who, *m_office.officeToday());
    if (!event)
        return fail(Error::refused(event.error(), QStringLiteral("by the engine")));
    return std::move(event).value();
}

Result<ProposedEvent> Hand::proposeSubmission(CaseId id, const QString &comment, std::vector<int> kept)
{
    const auto record = load(id);
    if (!record)
        return record.failure();
    const auto office = m_office.officeToday();
    const RouteRule &rule = m_office.configuration().rules.front();
    const CaseRecord::Revision &revision = record->revisions.back();
    const StaffId drafter = drafterOf(*record);
    const PostId post = office->primaryPost(drafter).value_or(PostId(0));
    const Form *form = memoForms().find(QStringLiteral("memo"));
    const Parameters &numbers = m_office.configuration().parameters;
    QJsonObject facts = withoutCancellation(revision.content.fields);
    const QJsonObject derived = form->facts(facts, numbers);
    for (auto it = derived.begin(); it != derived.end(); ++it)
        facts.insert(it.key(), it.value());
    auto route = resolveRoute(rule, *office, drafter, post, facts,
                              m_office.configuration().tableFor(rule, office->day(), office->revision()));
    if (!route)
        return fail(Error::refused(route.error(), QStringLiteral("no route")));
    const auto postings = postingsOf(*form, revision.content.fields, drafter, numbers);
    return propose(id,
                   Submit{revision.no, revision.content.digest(),
                          RouteBasis{rule.revision, office->revision(), office->day(), post}, std::move(route).value(),
                          postings, comment, revision.content.fields.value(QLatin1String("important")).toBool(),
                          std::move(kept)});
}

Result<Event> Hand::append(CaseId id, const ProposedEvent &event, std::optional<int> expectedSeq,
                           const QString &requestId)
{
    int seq = 0;
    if (expectedSeq) {
        seq = *expectedSeq;
    } else {
        const auto record = load(id);
        if (!record)
            return record.failure();
        seq = record->projection.seq;
    }
    return store().cases().append({id, seq, requestId.isEmpty() ? freshRequestId() : requestId, event});
}

Result<Event> Hand::act(CaseId id, const Command &command)
{
    m_office.wait();
    const auto event = propose(id, command);
    return event ? append(id, *event) : Result<Event>(event.failure());
}

Result<Event> Hand::submit(CaseId id)
{
    m_office.wait();
    const auto event = proposeSubmission(id);
    return event ? append(id, *event) : Result<Event>(event.failure());
}

Result<CaseId> Hand::file(const QJsonObject &fields)
{
    const auto id = draft(fields);
    if (!id)
        return id;
    const auto submitted = submit(*id);
    return submitted ? id : Result<CaseId>(submitted.failure());
}

ListPage Hand::list(ListKind kind)
{
    const auto page = store().cases().list({.kind = kind, .forms = {}, .text = {}, .after = std::nullopt});
    EXPECT_TRUE(fine(page));
    return page.ok() ? *page : ListPage{};
}

Pulse Hand::pulse()
{
    const auto pulse = store().cases().pulse();
    EXPECT_TRUE(fine(pulse));
    return pulse.ok() ? *pulse : Pulse{};
}

Result<Attachment> Hand::upload(const QString &name, const QByteArray &bytes)
{
    const Attachment file = describe(name, bytes);
    const auto begun = store().blobs().begin(file);
    if (!begun)
        return begun.failure();
    if (!*begun)
        return file;
    for (int no = 0; no < int(file.chunks.size()); ++no) {
        if (const auto put = store().blobs().put(**begun, no, bytes.mid(no * kChunkSize, kChunkSize)); !put)
            return put.failure();
    }
    if (const auto finished = store().blobs().finish(**begun); !finished)
        return finished.failure();
    return file;
}

Result<CaseId> fileRichCase(TestOffice &office)
{
    const SmallOffice &people = office.people();
    Hand sato(office, people.sato);
    const auto file = sato.upload(QStringLiteral("見積書.pdf"), QByteArray(300'000, 'x'));
    if (!file)
        return file.failure();
    const auto id = sato.draft(confiding(memo(QStringLiteral("庁用車の修繕"), 250'000), QStringLiteral("運転中の事故")),
                               std::nullopt, 1, {*file});
    if (!id)
        return id;
    const auto all = [&](const std::vector<Result<Event>> &acts) {
        for (const auto &act : acts) {
            if (!act)
                return Result<CaseId>(act.failure());
        }
        return Result<CaseId>(*id);
    };
    Hand suzuki(office, people.suzuki);
    Hand kato(office, people.kato);
    std::vector<Result<Event>> acts;
    acts.push_back(sato.submit(*id));
    acts.push_back(suzuki.approve(*id));
    acts.push_back(kato.act(*id, Return{std::nullopt, std::nullopt, QStringLiteral("金額を確認")}));
    const QJsonObject less =
        confiding(memo(QStringLiteral("庁用車の修繕"), 240'000), QStringLiteral("運転中の自損事故"));
    if (const auto corrected = sato.draft(less, *id, 2, {*file}); !corrected)
        return corrected;
    acts.push_back(sato.submit(*id));
    acts.push_back(suzuki.approve(*id));
    acts.push_back(kato.act(*id, Return{std::nullopt, 1, QStringLiteral("係で再確認")}));
    acts.push_back(suzuki.approve(*id));
    acts.push_back(kato.approve(*id));
    acts.push_back(sato.act(*id, Comment{QStringLiteral("見積書の有効期限は今月末です")}));
    acts.push_back(Hand(office, people.zaizen).approve(*id));
    acts.push_back(Hand(office, people.bando).approve(*id));
    acts.push_back(kato.approve(*id));
    return all(acts);
}

Result<Case> proven(const CaseRecord &record)
{
    auto state = replay(record.id, record.drafter, record.history);
    if (!state)
        return state;
    if (record.projection != projectionOf(*state))
        return fail(ErrorCode::Damaged,
                    QStringLiteral("the projection is not that of the history: ") + record.projection.fault);
    for (const CaseRecord::Revision &revision : record.revisions) {
        for (const Attachment &attachment : revision.content.attachments) {
            if (record.storedChunks.value(attachment.sha256) != attachment.chunks)
                return fail(ErrorCode::Damaged, attachment.name);
        }
        const bool current = revision.no == state->revision && state->round > 0;
        if (current && revision.content.digest() != state->contentDigest)
            return fail(ErrorCode::Damaged, QStringLiteral("content"));
    }
    return state;
}

QJsonObject confiding(QJsonObject fields, const QString &reason)
{
    fields.insert(QStringLiteral("reason"), reason);
    return fields;
}

QJsonObject moving(const QString &ledger, const QString &account, qint64 amount)
{
    QJsonObject fields = memo(ledger, amount);
    fields.insert(kLedger, ledger);
    fields.insert(kAccount, account);
    return fields;
}

QJsonObject memo(const QString &subject, qint64 amount)
{
    return QJsonObject{{QStringLiteral("subject"), subject}, {QStringLiteral("amount"), amount}};
}

Attachment describe(const QString &name, const QByteArray &bytes)
{
    Attachment file{name, QStringLiteral("application/pdf"), bytes.size(), sha256Hex(bytes), {}};
    for (qsizetype at = 0; at < bytes.size(); at += kChunkSize)
        file.chunks.push_back(sha256Hex(bytes.mid(at, kChunkSize)));
    return file;
}

QString freshRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
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
