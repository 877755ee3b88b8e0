// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/era.h"
#include "core/office/officedraft.h"
#include "core/ports/officeacts.h"
#include "core/services/desk.h"
#include "core/services/officeacts.h"
#include "tests/store/hand.h"

// The contract of who changed what of the office, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class OfficeActsContract : public OnBothDatabases {
protected:
    Configuration known() { return *office.as(admin).office().configuration(); }
    QDate today() { return office.clock().now().day(); }
    std::vector<OfficeAct> acts(const OfficeActsWanted &wanted = {})
    {
        const auto read = office.as(admin).office().acts(wanted);
        EXPECT_TRUE(fine(read));
        return read ? *read : std::vector<OfficeAct>();
    }
    void setNumber(qint64 value, const QString &reason)
    {
        office.wait();
        ASSERT_TRUE(fine(office.as(admin).office().adoptParameters(
            {{{kKey, today().addDays(1), value, u"規則の改正"_s}}, reason, newestParameters(known().parameters)})));
        office.wait();
    }
    void reorganise(const QDate &day, const QString &reason)
    {
        const Configuration configuration = known();
        OfficeDraft draft(configuration.office, {}, day);
        draft.transfer(people.sato, people.financeClerk);
        office.wait();
        ASSERT_TRUE(
            fine(office.as(admin).office().reorganise({draft.change(), reason, configuration.office.revision})));
        office.wait();
    }
    void nameDeputy()
    {
        office.wait();
        ASSERT_TRUE(fine(office.as(people.suzuki)
                             .office()
                             .change(RegisterDeputy{{people.suzuki, people.sato}, today(), today().addDays(3)})));
        office.wait();
    }
    std::vector<OfficeActLine> lines(Desk &desk)
    {
        const auto read = desk.officeActs({});
        EXPECT_TRUE(fine(read));
        return read ? *read : std::vector<OfficeActLine>();
    }

    const QString kKey = u"reminder.pause_days"_s;
    const StaffId admin = people.kato;
};
KESSAI_ON_BOTH_DATABASES(OfficeActsContract);

} // namespace

TEST_P(OfficeActsContract, AreForAdministratorsAuditorsAndTheOwner)
{
    for (const StaffId who : {people.sato, people.suzuki}) {
        const auto refused = office.as(who).office().acts({});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::AccessDenied);
    }
    ASSERT_TRUE(fine(office.tamper(
        u"INSERT INTO %1special_right (staff_id, right_name, valid_from) VALUES (%2, 'auditor', '2020-04-01')"_s.arg(
            GetParam() == Dialect::PostgreSql ? u"kessai."_s : QString(), QString::number(people.suzuki.value())))));

    EXPECT_TRUE(fine(office.as(people.suzuki).office().acts({})));
    EXPECT_TRUE(fine(office.owner().office().acts({})));
    EXPECT_FALSE(acts().empty()) << "the founding";
}

TEST_P(OfficeActsContract, SayWhoSetWhatFromWhichDayAndWhyNewestFirst)
{
    setNumber(7, u"年度の見直し"_s);
    nameDeputy();

    const auto all = acts();

    ASSERT_GE(all.size(), 3u);
    EXPECT_EQ(all[0].kind, OfficeActKind::Deputy);
    EXPECT_EQ(all[0].by, u"suzuki"_s);
    EXPECT_EQ(all[1].kind, OfficeActKind::Number);
    EXPECT_EQ(all[1].by, u"kato"_s);
    EXPECT_EQ(all[1].reason, u"年度の見直し"_s);
    EXPECT_EQ(all[1].from, today().addDays(1));
    EXPECT_EQ(all[1].names, QStringList{kKey});
    EXPECT_EQ(all.back().kind, OfficeActKind::Other);
    EXPECT_GT(all[0].revision, all[1].revision);
}

TEST_P(OfficeActsContract, AreFoundByKindAndPersonPageByPage)
{
    for (const qint64 days : {5, 6, 7})
        setNumber(days, u"%1日にする"_s.arg(days));
    nameDeputy();

    const auto numbers = acts({OfficeActKind::Number, {}, {}, 2});
    ASSERT_EQ(numbers.size(), 2u);
    EXPECT_EQ(numbers[0].reason, u"7日にする"_s);
    const auto rest = acts({OfficeActKind::Number, {}, numbers.back().revision, 2});
    ASSERT_EQ(rest.size(), 1u);
    EXPECT_EQ(rest[0].reason, u"5日にする"_s);
    const auto hers = acts({{}, {u"suzuki"_s}});
    ASSERT_EQ(hers.size(), 1u);
    EXPECT_EQ(hers[0].kind, OfficeActKind::Deputy);
    EXPECT_TRUE(acts({OfficeActKind::Number, {u"suzuki"_s}}).empty());
    EXPECT_TRUE(acts({{}, {u"' OR '1'='1"_s}}).empty());
}

TEST_P(OfficeActsContract, SayNothingOfWhatIsPreparedButThatItWas)
{
    reorganise(today().addDays(30), u"内示"_s);

    const OfficeAct prepared = acts().front();
    EXPECT_EQ(prepared.kind, OfficeActKind::Organisation);
    EXPECT_EQ(prepared.step, OfficeActStep::Prepared);
    EXPECT_FALSE(prepared.from.isValid());
    EXPECT_NE(prepared.reason, u"内示"_s);

    office.wait();
    ASSERT_TRUE(fine(office.as(admin).office().takeBack(prepared.revision, prepared.revision)));

    const OfficeAct back = acts().front();
    EXPECT_EQ(back.step, OfficeActStep::TakenBack);
    EXPECT_FALSE(back.from.isValid());
    EXPECT_NE(back.reason, u"内示"_s);
}

TEST_P(OfficeActsContract, AreToldInWordsWithWhatTheyChanged)
{
    setNumber(7, u"年度の見直し"_s);
    reorganise(today(), u"欠員の補充"_s);
    nameDeputy();
    Desk desk(std::move(office.open(admin)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));

    const auto told = lines(desk);

    ASSERT_GE(told.size(), 3u);
    const Staff &suzuki = *office.officeToday()->staff(people.suzuki);
    const Staff &sato = *office.officeToday()->staff(people.sato);
    EXPECT_EQ(told[0].who, suzuki.name());
    EXPECT_EQ(told[0].what.ja, u"%1の代理 %2"_s.arg(suzuki.name(), sato.name()));
    EXPECT_EQ(told[0].why, QString()) << "nobody is asked why";
    EXPECT_EQ(told[1].why, u"欠員の補充"_s);
    const auto moved = desk.changesIn(told[1].act);
    ASSERT_TRUE(fine(moved));
    ASSERT_EQ(moved->size(), 1u);
    EXPECT_TRUE(moved->front().ja.startsWith(sato.name())) << moved->front().ja.toStdString();
    const auto number = desk.changesIn(told[2].act);
    ASSERT_TRUE(fine(number));
    ASSERT_EQ(number->size(), 2u);
    EXPECT_TRUE(number->front().ja.contains(u"→ 7日"_s)) << number->front().ja.toStdString();
    EXPECT_EQ(number->back().ja, u"根拠: 規則の改正"_s) << "which is another than before";
}

/// Named and ended, listed and emptied, closed and opened again: the half that matters is in the line itself.
TEST_P(OfficeActsContract, EachSaysWhichHalfItWas)
{
    const auto register_ = [&](StaffId who, const OfficeChange &change) {
        office.wait();
        EXPECT_TRUE(fine(office.as(who).office().change(change)));
        office.wait();
        return acts().front();
    };
    const auto told = [&](const OfficeAct &act) { return lineOf(act, known()).what.ja; };
    const auto name = [&](StaffId who) { return office.officeToday()->staff(who)->name(); };
    const auto standIn = [&](int order, std::optional<PostId> post) { return StandIn{people.director, order, post}; };

    const OfficeAct named =
        register_(people.suzuki, RegisterDeputy{{people.suzuki, people.sato}, today(), today().addDays(3)});
    EXPECT_EQ(told(named), u"%1の代理 %2"_s.arg(name(people.suzuki), name(people.sato)));
    const OfficeAct ended = register_(people.suzuki, EndDeputy{people.suzuki, people.sato, today(), named.revision});
    EXPECT_EQ(ended.kind, OfficeActKind::Deputy);
    EXPECT_EQ(lineOf(named, known()).act.from, today()) << "from which day it holds is in its rows";
    EXPECT_FALSE(lineOf(ended, known()).act.from.isValid());
    EXPECT_EQ(told(ended), u"%1の代理 %2（終わり）"_s.arg(name(people.suzuki), name(people.sato)));

    const OfficeAct listed = register_(
        admin, SetStandIns{people.director, {standIn(1, people.viceDirector), standIn(2, people.financeManager)}});
    EXPECT_EQ(listed.kind, OfficeActKind::StandIn);
    EXPECT_TRUE(told(listed).contains(u"部長の代決者: "_s)) << told(listed).toStdString();
    EXPECT_TRUE(told(listed).contains(u"次長、"_s)) << told(listed).toStdString();
    const OfficeAct emptied = register_(admin, SetStandIns{people.director, {}});
    EXPECT_TRUE(told(emptied).endsWith(u"部長の代決者: なし"_s)) << told(emptied).toStdString();
    EXPECT_TRUE(told(listed).contains(u"次長、"_s)) << "what came after changes nothing of it";

    ASSERT_TRUE(fine(office.tamper(u"UPDATE post SET valid_until = '%1' WHERE post_id = %2"_s.arg(
        today().addDays(-1).toString(Qt::ISODate), QString::number(people.financeChief.value())))));
    const OfficeAct given = register_(people.hosaka, SetSuccessor{people.financeChief, people.financeManager, today()});
    EXPECT_EQ(given.kind, OfficeActKind::Successor);
    EXPECT_TRUE(told(given).contains(u" → "_s)) << told(given).toStdString();
    const OfficeAct gone = register_(people.hosaka, SetSuccessor{people.financeChief, {}, today()});
    EXPECT_TRUE(told(gone).endsWith(u"の引継ぎ先: なし"_s)) << told(gone).toStdString();

    const OfficeAct closed = register_(people.kato, CloseMonth{QDate(2026, 10, 1)});
    EXPECT_EQ(closed.kind, OfficeActKind::Month);
    EXPECT_EQ(told(closed), u"令和8年10月"_s);
    const OfficeAct opened = register_(people.kato, ReopenMonth{QDate(2026, 10, 1), u"実績の訂正"_s});
    EXPECT_EQ(opened.step, OfficeActStep::Opened);
    EXPECT_EQ(opened.reason, u"実績の訂正"_s);
    EXPECT_EQ(told(opened), u"令和8年10月（締めの取り消し）"_s);
}

TEST_P(OfficeActsContract, ADeputySaysForWhomWhenAndForWhichCases)
{
    const auto told = [&] {
        QStringList lines;
        for (const Bilingual &one : changesIn(acts().front(), known(), memoForms()))
            lines.append(one.ja);
        return lines;
    };
    const QString from = eraDate(today());
    const QString suzuki = office.officeToday()->staff(people.suzuki)->name();
    const QString sato = office.officeToday()->staff(people.sato)->name();
    office.wait();
    ASSERT_TRUE(
        fine(office.as(admin).office().change(RegisterDeputy{{people.suzuki, people.sato, true}, today(), QDate()})));

    ASSERT_EQ(told().size(), 2);
    EXPECT_EQ(told()[0], u"%1（総務課 庶務係長）の代理 %2（総務課 庶務係主事）"_s.arg(suzuki, sato));
    EXPECT_EQ(told()[1], u"%1から、期限なし、不在の日に限る、すべての様式、金額の上限なし"_s.arg(from));

    office.wait();
    const QDate last = today().addDays(3);
    ASSERT_TRUE(fine(office.as(admin).office().change(
        RegisterDeputy{{people.suzuki, people.sato, false, {u"memo"_s}, 500'000}, today(), last})));

    EXPECT_TRUE(told()[1].startsWith(u"%1から%2まで、すべての日、"_s.arg(from, eraDate(last))));
    EXPECT_TRUE(told()[1].endsWith(u"のみ、500,000円以下"_s)) << told()[1].toStdString();

    const int named = acts().front().revision;
    office.wait();
    ASSERT_TRUE(fine(office.as(admin).office().change(EndDeputy{people.suzuki, people.sato, today(), named})));

    EXPECT_TRUE(told()[0].endsWith(u"（終わり）"_s));
    EXPECT_TRUE(told()[1].startsWith(from)) << told()[1].toStdString();
}

TEST_P(OfficeActsContract, ABudgetNamesItsPapersAndLines)
{
    const QString code = u"01-02-01-01-0010-12-01"_s;
    const auto entered = [&](const QString &line, BudgetEntryKind kind, const QString &document) {
        return BudgetEntry{.year = kBudgetYear,
                           .code = line,
                           .kind = kind,
                           .amount = 30'000,
                           .day = QDate(kBudgetYear.startYear(), 6, 24),
                           .document = document};
    };
    office.wait();
    ASSERT_TRUE(fine(office.as(people.zaizen)
                         .budget()
                         .importBudget({{budgetLine(code, people.affairs)},
                                        {entered(kStationery, BudgetEntryKind::Supplementary, u"議案第38号"_s),
                                         entered(code, BudgetEntryKind::Initial, u"当初予算"_s)}})));

    const OfficeAct act = acts().front();

    EXPECT_EQ(act.kind, OfficeActKind::Budget);
    EXPECT_EQ(act.names.size(), 2);
    EXPECT_TRUE(lineOf(act, known()).what.ja.contains(u"議案第38号"_s));
    EXPECT_TRUE(lineOf(act, known()).what.ja.endsWith(u"予算科目1件"_s)) << lineOf(act, known()).what.ja.toStdString();
}

TEST_P(OfficeActsContract, WhoLeftAndTheOwnersProgramsAreFoundToo)
{
    setNumber(7, u"年度の見直し"_s);
    nameDeputy();
    ASSERT_TRUE(fine(office.tamper(u"UPDATE staff SET valid_until = '%1' WHERE staff_id = %2"_s.arg(
        today().addDays(-1).toString(Qt::ISODate), QString::number(people.suzuki.value())))));
    Desk desk(std::move(office.open(admin)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));

    OfficeActsWanted newest;
    newest.newestOfEach = true;
    const auto read = desk.officeActs(newest);

    ASSERT_TRUE(fine(read));
    const auto makers = makersOf(*read, *desk.info()->office);
    ASSERT_EQ(makers.size(), 3u);
    EXPECT_EQ(makers[0].staff, admin);
    EXPECT_EQ(makers[1].staff, people.suzuki) << "who left comes after who is there";
    EXPECT_EQ(makers[1].logins, QStringList{u"suzuki"_s});
    EXPECT_TRUE(makers[1].name.startsWith(u"鈴木"_s));
    EXPECT_EQ(makers[2], (ActMaker{{}, u"test"_s, {u"test"_s}})) << "who founded the office is nobody in it";
    EXPECT_EQ(acts({{}, {u"kato"_s, u"suzuki"_s}}).size(), 2u);
    EXPECT_EQ(acts({{}, {u"suzuki"_s}}).size(), 1u);
}

TEST_P(OfficeActsContract, AFormSaysWhatIsOtherThanInTheOneBefore)
{
    const Configuration configuration = known();
    AdoptForm adoption{{}, u"様式の見直し"_s, newestForm(configuration, u"memo"_s)};
    adoption.definition = *configuration.form(u"memo"_s, adoption.seen);
    adoption.definition.from = today().addDays(1);
    adoption.definition.name = {u"伺い書"_s, u"Memorandum"_s};
    office.wait();
    ASSERT_TRUE(fine(office.as(admin).office().adoptForm(adoption)));
    Desk desk(std::move(office.open(admin)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));

    const auto told = lines(desk);

    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front().act.kind, OfficeActKind::Form);
    EXPECT_EQ(told.front().act.names, QStringList{u"memo"_s});
    EXPECT_EQ(told.front().act.revisions, std::vector<int>{adoption.seen + 1});
    EXPECT_EQ(told.front().what.ja, u"伺い書"_s);
    const auto changes = desk.changesIn(told.front().act);
    ASSERT_TRUE(fine(changes));
    ASSERT_EQ(changes->size(), 1u);
    EXPECT_TRUE(changes->front().ja.endsWith(u"→ 伺い書"_s)) << changes->front().ja.toStdString();
}

TEST_P(OfficeActsContract, ChangesMadeMeanwhileAreToldByNameToo)
{
    Desk desk(std::move(office.open(admin)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    nameDeputy();

    const auto told = lines(desk);

    ASSERT_FALSE(told.empty());
    EXPECT_FALSE(told.front().what.ja.isEmpty()) << "the desk reads the office again";
}

} // namespace kessai::test
