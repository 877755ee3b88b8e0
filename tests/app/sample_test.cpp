// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sample office made in memory, around different days: what it promises must not depend on when it is made.
#include "app/admin/sample/samplebudget.h"
#include "app/admin/sample/samplehistory.h"
#include "core/cases/numbers.h"
#include "core/store/notary.h"
#include "forms/catalog.h"

#include <QLocale>
#include <QSet>

#include <gtest/gtest.h>

#include <map>

namespace kessai::test {

namespace {

using namespace Qt::StringLiterals;

/// Takes everything and stamps it with the clock's time.
class WillingNotary final : public Notary {
public:
    explicit WillingNotary(const Clock &clock) : m_clock(clock) {}

    Result<CaseId> saveDraft(const DraftSave &draft) override
    {
        ++saves;
        const CaseId id = draft.id ? *draft.id : CaseId(++m_cases);
        contents.insert(id.value(), draft.content);
        return id;
    }
    Result<> deleteDraft(CaseId) override { return {}; }
    Result<> changeHolidays(const HolidayChange &) override { return {}; }
    Result<> change(const OfficeChange &) override { return {}; }
    Result<> adoptTable(const AdoptTable &) override { return {}; }
    Result<> adoptRule(const AdoptRule &) override { return {}; }
    Result<> adoptParameters(const AdoptParameters &) override { return {}; }
    Result<> adoptForm(const AdoptForm &) override { return {}; }
    Result<> adoptFaults(const AdoptFaults &) override { return {}; }
    Result<> reorganise(const Reorganise &) override { return {}; }
    Result<> takeBack(int, int) override { return {}; }
    Result<> importBudget(const BudgetImport &) override { return {}; }
    Result<> changePayees(const PayeeChange &) override { return {}; }
    Result<Event> append(const AppendRequest &request) override
    {
        Event event{.caseId = request.caseId,
                    .seq = request.expectedSeq + 1,
                    .capacity = request.event.capacity,
                    .actorName = {},
                    .actorTitle = {},
                    .actorSection = {},
                    .principalName = {},
                    .at = m_clock.now(),
                    .requestId = request.requestId,
                    .code = codeOf(request.event.body),
                    .version = kEventVersion,
                    .payload = canonicalJson(toJson(request.event.body)),
                    .effectsText = canonicalJson(toJson(request.event.effects)),
                    .body = request.event.body,
                    .effects = request.event.effects,
                    .previousHash = m_heads.value(request.caseId.value()),
                    .hash = {}};
        event.hash = event.computedHash();
        m_heads.insert(request.caseId.value(), event.hash);
        history.push_back(event);
        return event;
    }
    Result<std::optional<UploadId>> beginUpload(const Attachment &attachment) override
    {
        m_sending = attachment.sha256;
        return std::optional(UploadId(1));
    }
    Result<> putChunk(UploadId, int, const QByteArray &bytes) override
    {
        files[m_sending] += bytes;
        return {};
    }
    Result<> finishUpload(UploadId) override { return {}; }
    Result<> markProof(const MarkProof &) override { return fail(ErrorCode::AccessDenied); }
    Result<BatchId> changePayments(const PaymentChange &) override { return fail(ErrorCode::AccessDenied); }
    Result<MeetingId> changeMeeting(std::optional<MeetingId>, int, const QString &, const MeetingChange &) override
    {
        return fail(ErrorCode::AccessDenied);
    }
    Result<> openPaper(MeetingId, int, int) override { return fail(ErrorCode::AccessDenied); }
    Result<> putInk(MeetingId, const std::vector<Ink> &) override { return fail(ErrorCode::AccessDenied); }
    Result<> destroyInk(MeetingId) override { return fail(ErrorCode::AccessDenied); }
    Result<LiveMeeting> changeLive(MeetingId, const LiveChange &) override { return fail(ErrorCode::AccessDenied); }

    std::vector<Event> history;
    int saves = 0;
    QHash<qint64, Content> contents;     ///< the newest of each case
    QHash<QByteArray, QByteArray> files; ///< by their sum

private:
    const Clock &m_clock;
    qint64 m_cases = 0;
    QByteArray m_sending;
    QHash<qint64, QByteArray> m_heads;
};

Configuration configurationOf(const SampleOffice &sample, const FormCatalog &catalog, const QDate &today)
{
    Configuration configuration;
    configuration.officeName = sample.name;
    configuration.office = sample.office;
    const auto office = sample.office.at(today, sample.office.revision);
    configuration.parameters = Parameters(shippedParameters().rows(), nullptr,
                                          BudgetBook(makeSampleBudget(*office, sampleYearOf(today)).lines));
    configuration.tables = shippedTables();
    for (const auto &form : catalog.all()) {
        for (const FormDefinition &definition : form->definitions())
            configuration.forms.push_back(definition);
        configuration.rules.push_back(*RouteRule::fromJson(form->defaultRule(), 1));
    }
    return configuration;
}

/// A whole sample office and its three months, in memory.
struct Lived {
    explicit Lived(Instant until, quint64 seed = 1)
        : now(until), dice(seed), sample(makeSampleOffice(now.day(), dice.branch())), catalog(makeCatalog()),
          configuration(configurationOf(sample, *catalog, now.day())), clock(now), notary(clock),
          history(sample, configuration, *catalog, shippedHolidays(), now, dice)
    {
        const auto done = history.live({clock, [this](StaffId) -> Notary & { return notary; }}, [](int, int) {});
        EXPECT_TRUE(done) << done.error().detail.toStdString();
        if (done)
            figures = *done;
    }

    Instant now;
    Dice dice;
    SampleOffice sample;
    std::unique_ptr<FormCatalog> catalog;
    Configuration configuration;
    FixedClock clock;
    WillingNotary notary;
    SampleHistory history;
    SampleFigures figures;
};

const QDate kDay(2026, 11, 24);

/// What a page says, in the order in which it says it.
QString wordsOf(const QByteArray &pdf)
{
    const qsizetype begin = pdf.indexOf("stream\n") + 7;
    const QByteArray packed = pdf.mid(begin, pdf.indexOf("\nendstream", begin) - begin);
    const QByteArray length("\0\1\0\0", 4); // more than a page has
    QString words;
    for (const QByteArray &line : qUncompress(length + packed).split('\n')) {
        const qsizetype from = line.indexOf('<');
        const QByteArray units = QByteArray::fromHex(line.mid(from + 1, line.indexOf('>') - from - 1));
        for (qsizetype i = 0; from >= 0 && i + 1 < units.size(); i += 2)
            words += QChar(quint16(quint8(units[i]) << 8 | quint8(units[i + 1])));
        words += u'\n';
    }
    return words;
}

/// A voucher 会計課 has before it, and its invoice.
struct Unexamined {
    QJsonObject fields;
    QString invoice; ///< its words; empty where there is none
};

std::vector<Unexamined> unexamined(const Lived &lived)
{
    std::map<qint64, Case> cases;
    for (const Event &event : lived.notary.history) {
        Case &one = cases.try_emplace(event.caseId.value(), newCase(event.caseId, event.capacity.actor)).first->second;
        auto after = fold(std::move(one), event);
        EXPECT_TRUE(after);
        one = std::move(after).value();
    }
    std::vector<Unexamined> waiting;
    for (const auto &[id, one] : cases) {
        const Content &content = lived.notary.contents.constFind(id).value();
        const bool voucher = content.form == u"payment"_s || content.form == u"commitment_payment"_s;
        const bool examined = std::none_of(one.steps.begin(), one.steps.end(), [](const Step &step) {
            return step.kind == StepKind::Examine && step.assignments.front().state == AssignmentState::Open;
        });
        if (!voucher || one.state != CaseState::Running || examined)
            continue;
        waiting.push_back({content.fields, {}});
        for (const Attachment &attachment : content.attachments) {
            if (attachment.name == u"請求書.pdf"_s)
                waiting.back().invoice = wordsOf(lived.notary.files.value(attachment.sha256));
        }
    }
    return waiting;
}

} // namespace

TEST(SampleDice, ThrowsTheSameEverywhere)
{
    Dice dice(1234567);

    EXPECT_EQ(dice.token(), QByteArray("599ed017fb08fc852c73f08458540fa5"));
}

TEST(SampleOfficeData, HasSome450PeopleWithNamesAndLoginsOfTheirOwn)
{
    const SampleOffice sample = makeSampleOffice(kDay, Dice(1));

    EXPECT_GT(sample.office.staff.size(), 420U);
    EXPECT_LT(sample.office.staff.size(), 480U);
    QSet<QString> logins;
    QHash<QString, int> names;
    for (const Dated<Staff> &staff : sample.office.staff) {
        logins.insert(staff.value.login);
        ++names[staff.value.name()];
        EXPECT_FALSE(staff.value.kana.isEmpty());
        for (const QChar c : staff.value.kana)
            EXPECT_TRUE(c == u' ' || (c >= QChar(0x30A1) && c <= QChar(0x30FA))) << staff.value.kana.toStdString();
    }
    EXPECT_EQ(size_t(logins.size()), sample.office.staff.size());
    // Two people of the same name are there on purpose, and only they.
    EXPECT_EQ(names.value(u"佐藤 誠"_s), 2);
    EXPECT_EQ(size_t(names.size()), sample.office.staff.size() - 1);
}

TEST(SampleOfficeData, NamesNobodyTheRealPlanNames)
{
    const SampleOffice sample = makeSampleOffice(kDay, Dice(1));
    const QStringList real{u"片山 詩央里"_s, u"滝口 翼"_s, u"水田 理夫"_s, u"増成 優"_s, u"箕浦 龍一"_s};

    EXPECT_FALSE(sample.name.contains(u"笠岡"_s));
    for (const Dated<Staff> &staff : sample.office.staff)
        EXPECT_FALSE(real.contains(staff.value.name()));
}

TEST(SampleOfficeData, HasTheTwentySevenBudgetLines)
{
    const SampleOffice sample = makeSampleOffice(kDay, Dice(1));
    const auto office = sample.office.at(kDay, sample.office.revision);

    EXPECT_EQ(sample.budget.size(), 27U);
    qint64 sum = 0;
    for (const SampleBudgetLine &line : sample.budget) {
        sum += line.amount;
        EXPECT_LE(line.external, line.amount);
        EXPECT_NE(office->section(line.section), nullptr) << line.sectionName.toStdString();
    }
    EXPECT_EQ(sum, 134'442'000);
}

TEST(SampleOfficeData, PutsTheTwentySevenAmongTheLinesOfEverySection)
{
    const SampleOffice sample = makeSampleOffice(kDay, Dice(1));
    const auto office = sample.office.at(kDay, sample.office.revision);
    const FiscalYear year = FiscalYear::of(kDay);

    const BudgetImport budget = makeSampleBudget(*office, year);

    EXPECT_GT(budget.lines.size(), 300U);
    for (const SampleBudgetLine &real : sample.budget) {
        const auto line = std::find_if(budget.lines.begin(), budget.lines.end(), [&](const BudgetLine &one) {
            return one.name(BudgetLevel::Project) == real.project;
        });
        ASSERT_NE(line, budget.lines.end()) << real.project.toStdString();
        EXPECT_EQ(line->section, real.section) << real.project.toStdString();
        const BudgetEntry given{
            year, line->code, BudgetEntryKind::Initial, real.amount, QDate(year.startYear(), 4, 1), u"当初予算"_s, 1};
        EXPECT_NE(std::find(budget.entries.begin(), budget.entries.end(), given), budget.entries.end())
            << real.project.toStdString();
    }
    for (const Section &section : office->sections()) {
        const bool has = std::any_of(budget.lines.begin(), budget.lines.end(),
                                     [&](const BudgetLine &line) { return line.section == section.id; });
        EXPECT_EQ(has, section.level == SectionLevel::Section) << section.name.toStdString();
    }
}

TEST(SampleOfficeData, FillsThePostsTheRulesName)
{
    const SampleOffice sample = makeSampleOffice(kDay, Dice(1));
    const auto office = sample.office.at(kDay, sample.office.revision);

    EXPECT_NE(office->postByCode(u"mayor"_s), nullptr);
    EXPECT_NE(office->postByCode(u"vice-mayor"_s), nullptr);
    EXPECT_FALSE(office->postsWithRole(u"personnel"_s).empty());
    EXPECT_FALSE(sample.administrators.empty());
    EXPECT_FALSE(sample.auditors.empty());
    int vacant = 0;
    int concurrent = 0;
    for (const Post &post : office->posts()) {
        const std::vector<StaffId> &holders = office->holders(post.id);
        vacant += holders.empty() ? 1 : 0;
        concurrent += !holders.empty() && office->primaryPost(holders.front()) != post.id ? 1 : 0;
    }
    EXPECT_EQ(vacant, 1) << "定住促進係長";
    EXPECT_GE(concurrent, 5);
}

TEST(SampleOfficeData, KeepsTheOldRoomOfDigitalAffairsInItsHistory)
{
    const SampleOffice sample = makeSampleOffice(kDay, Dice(1));
    const auto names = [&](const QDate &day) {
        QStringList all;
        const auto office = sample.office.at(day, 1);
        for (const Section &section : office->sections())
            all.append(section.name);
        return all;
    };

    EXPECT_TRUE(names(QDate(2022, 10, 3)).contains(u"デジタル推進室"_s));
    EXPECT_FALSE(names(QDate(2022, 10, 3)).contains(u"デジタル推進課"_s));
    EXPECT_FALSE(names(kDay).contains(u"デジタル推進室"_s));
    EXPECT_TRUE(names(kDay).contains(u"デジタル推進課"_s));
}

class SampleThroughTheYear : public ::testing::TestWithParam<QDateTime> {};

TEST_P(SampleThroughTheYear, IsFullOfBelievableWork)
{
    Lived lived(Instant::fromTokyo(GetParam().date(), GetParam().time()));

    EXPECT_GT(lived.figures.cases, 2000);
    EXPECT_LT(lived.figures.cases, 3600);
    for (int state = 0; state <= int(CaseState::Cancelled); ++state)
        EXPECT_GE(lived.figures.byState[CaseState(state)], 5) << "state " << state;
    const auto waiting = [&](const QString &post) { return lived.history.waitingFor(lived.history.holder(post)); };
    EXPECT_NEAR(waiting(u"general-affairs-unit-head"_s), 12, 4);
    EXPECT_NEAR(waiting(u"general-head"_s), 40, 6);
    for (const QString &post : {u"general-affairs-head"_s, u"vice-mayor"_s, u"mayor"_s, u"planning-head"_s,
                                u"accounting-head"_s, u"personnel-staff-2"_s})
        EXPECT_GE(waiting(post), 3) << post.toStdString();

    // Nobody acts in the future, and nobody acts at night or on a day off.
    const WorkingTime time(shippedHolidays());
    for (const Event &event : lived.notary.history) {
        EXPECT_LT(event.at, lived.now);
        EXPECT_TRUE(time.isDuty(event.at.day())) << event.at.tokyo().toString(Qt::ISODate).toStdString();
        EXPECT_GE(event.at.tokyo().time(), QTime(8, 30));
        EXPECT_LE(event.at.tokyo().time(), QTime(17, 16));
    }
}

INSTANTIATE_TEST_SUITE_P(Days, SampleThroughTheYear,
                         ::testing::Values(QDateTime(QDate(2026, 11, 23), QTime(2, 16)),
                                           QDateTime(QDate(2027, 1, 4), QTime(9, 0)),
                                           QDateTime(QDate(2027, 4, 1), QTime(11, 30)),
                                           QDateTime(QDate(2027, 8, 13), QTime(23, 59))));

TEST(SampleHistoryDice, MakeTheSameHistoryAgain)
{
    const Instant now = Instant::fromTokyo(kDay, QTime(10, 0));

    const Lived first(now, 7);
    const Lived second(now, 7);
    const Lived other(now, 8);

    EXPECT_EQ(first.notary.history, second.notary.history);
    EXPECT_NE(first.notary.history, other.notary.history);
}

TEST(SampleAccounting, SpendsTheTwentySevenLines)
{
    const Lived lived(Instant::fromTokyo(kDay, QTime(10, 0)));

    QSet<QString> spent;
    for (const Content &content : lived.notary.contents) {
        if (const BudgetLine *line =
                lived.configuration.parameters.budget().find(content.fields.value(u"budget_line"_s).toString()))
            spent.insert(line->name(BudgetLevel::Project));
    }
    for (const SampleBudgetLine &line : lived.sample.budget)
        EXPECT_TRUE(spent.contains(line.project)) << line.project.toStdString();
}

TEST(SampleAccounting, FillsTheDeskOfTheTreasuryWithVouchersAndTheirInvoices)
{
    const Lived lived(Instant::fromTokyo(kDay, QTime(10, 0)));

    const std::vector<Unexamined> waiting = unexamined(lived);

    EXPECT_GE(waiting.size(), 40U);
    EXPECT_LE(waiting.size(), 75U);
    int overdue = 0;
    int later = 0;
    int wrongAmounts = 0;
    int withoutTelephone = 0;
    int wrongNumbers = 0;
    for (const auto &[fields, invoice] : waiting) {
        const QDate day = QDate::fromString(fields.value(u"payment_on"_s).toString(), Qt::ISODate);
        overdue += day < kDay ? 1 : 0;
        later += day > kDay.addDays(7) ? 1 : 0;
        if (fields.value(u"invoice"_s) == u"none"_s)
            continue;
        ASSERT_FALSE(invoice.isEmpty()) << canonicalJson(fields).toStdString();
        const QJsonObject payee = fields.value(u"payee"_s).toObject();
        EXPECT_TRUE(invoice.contains(payee.value(u"name"_s).toString()));
        const QString amount =
            QLocale(QLocale::Japanese, QLocale::Japan).toString(fields.value(u"amount"_s).toInteger());
        wrongAmounts += invoice.contains(u'¥' + amount + u" -"_s) ? 0 : 1;
        withoutTelephone += invoice.contains(u"電話 0865"_s) ? 0 : 1;
        wrongNumbers += invoice.contains(payee.value(u"registration"_s).toString()) ? 0 : 1;
    }
    EXPECT_GE(overdue, 5);
    EXPECT_GE(later, 5);
    // Whoever examines has something to find, and most is as it should be.
    EXPECT_GE(wrongAmounts, 1);
    EXPECT_GE(withoutTelephone + wrongNumbers, 1);
    EXPECT_LE(wrongAmounts + withoutTelephone + wrongNumbers, 16);
}

TEST(WorkingTime, SkipsNoonNightsAndDaysOff)
{
    const WorkingTime time(shippedHolidays());
    const auto at = [](int day, int hour, int minute) {
        return Instant::fromTokyo(QDate(2026, 11, day), QTime(hour, minute));
    };

    EXPECT_EQ(time.after(at(19, 11, 50), 20), at(19, 13, 10));
    EXPECT_EQ(time.after(at(20, 17, 0), 30), at(24, 8, 45)) << "Saturday, Sunday and 勤労感謝の日 lie between";
    EXPECT_EQ(time.after(at(21, 9, 0), 0), at(24, 8, 30));
    EXPECT_EQ(time.between(at(20, 17, 0), at(24, 8, 45)), 30);
    EXPECT_EQ(time.between(at(24, 9, 0), at(20, 9, 0)), 0);
    EXPECT_EQ(time.dutyDay(QDate(2026, 11, 24), -1), QDate(2026, 11, 20));
    EXPECT_EQ(time.dutyDay(QDate(2026, 11, 21), 0), QDate(2026, 11, 24));
}

} // namespace kessai::test
