// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/desk.h"
#include "core/store/notaryholidays.h"
#include "core/store/officequeries.h"
#include "tests/store/hand.h"

// The contract of what administrators register about holidays, the same on every database.

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

class HolidayContract : public OnBothDatabases {
protected:
    Desk &at(StaffId who)
    {
        auto &desk = m_desks[who];
        if (!desk) {
            desk = std::make_unique<Desk>(std::move(office.open(who)).value(), memoForms(), office.clock());
            EXPECT_TRUE(fine(desk->start()));
        }
        EXPECT_TRUE(fine(desk->pulse()));
        return *desk;
    }
    Result<> change(StaffId who, const HolidayChange &change)
    {
        office.wait();
        const Result<> changed = at(who).changeHolidays(change);
        office.wait();
        return changed;
    }
    Holidays known()
    {
        const auto holidays = at(people.sato).holidays();
        EXPECT_TRUE(fine(holidays));
        return holidays ? *holidays : Holidays();
    }
    CaseId filed()
    {
        const auto id = at(people.sato).saveDraft(std::nullopt, {u"memo"_s, 1, memo(u"備品の購入"_s, 30), {}});
        EXPECT_TRUE(fine(id));
        EXPECT_TRUE(fine(at(people.sato).submit(*id, freshRequestId(), {})));
        return *id;
    }
    void decide(CaseId id)
    {
        for (const StaffId who : {people.suzuki, people.kato, people.bando}) {
            const auto view = at(who).open(id);
            ASSERT_TRUE(fine(view));
            ASSERT_TRUE(fine(at(who).act(id, view->record.history.back().seq, freshRequestId(), Approve{})));
        }
    }
    bool sound(CaseId id)
    {
        const auto view = at(people.sato).open(id);
        EXPECT_TRUE(fine(view));
        for (const Damage &damage : view ? view->verified.damage : std::vector<Damage>())
            ADD_FAILURE() << damage.detail.toStdString();
        return view && view->verified.sound();
    }
    qint64 booked()
    {
        LedgerQuery query;
        query.name = u"all"_s;
        query.ledger = u"overtime.minutes"_s;
        query.account = u"staff:%1"_s.arg(people.sato.value());
        query.from = kMemoDay;
        query.until = kMemoDay;
        const auto sums = office.as(people.sato).ledgers().sums({query}, std::nullopt);
        EXPECT_TRUE(fine(sums));
        return sums ? sums->front().used + sums->front().reserved : -1;
    }

    const StaffId admin = people.kato;
    const ImportHolidays list{
        {{QDate(2026, 1, 1), u"元日"_s}, {kMemoDay, u"祝いの日"_s}, {QDate(2026, 12, 1), u"休日"_s}}};

private:
    std::map<StaffId, std::unique_ptr<Desk>> m_desks;
};
KESSAI_ON_BOTH_DATABASES(HolidayContract);

} // namespace

TEST_P(HolidayContract, BeginsWithTheLawAndTheClosingDays)
{
    EXPECT_EQ(known().kind(QDate(2026, 11, 23)), DayKind::Holiday);
    EXPECT_EQ(known().kind(QDate(2026, 12, 29)), DayKind::Holiday);
    EXPECT_EQ(known().kind(kMemoDay), DayKind::Duty);
    EXPECT_EQ(known().rows(), shippedHolidays().rows());
}

TEST_P(HolidayContract, AnImportedListStandsForItsYears)
{
    ASSERT_TRUE(fine(change(admin, list)));

    EXPECT_EQ(known().name(kMemoDay), u"祝いの日"_s);
    EXPECT_EQ(known().kind(QDate(2026, 11, 23)), DayKind::Duty) << "the list does not have it";
    EXPECT_EQ(known().kind(QDate(2027, 11, 23)), DayKind::Holiday);
    EXPECT_EQ(known().kind(QDate(2026, 12, 29)), DayKind::Holiday);

    ImportHolidays corrected = list;
    corrected.days.pop_back();
    corrected.days.front().name = u"新年"_s;
    ASSERT_TRUE(fine(change(admin, corrected)));
    EXPECT_EQ(known().kind(QDate(2026, 12, 1)), DayKind::Duty);
    EXPECT_EQ(known().name(QDate(2026, 1, 1)), u"新年"_s);
    EXPECT_EQ(known().knownIn(2).name(QDate(2026, 1, 1)), u"元日"_s) << "what was known stays known";
}

TEST_P(HolidayContract, TheSameListAgainAndListsThatMakeNoSenseChangeNothing)
{
    ASSERT_TRUE(fine(change(admin, list)));
    const auto before = known().rows();

    const Result<> again = change(admin, list);
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, ErrorCode::AlreadyExists);
    ImportHolidays twice = list;
    twice.days.push_back({QDate(2026, 12, 1), u"x"_s});
    EXPECT_EQ(change(admin, twice).error().code, ErrorCode::Invalid);
    ImportHolidays nameless = list;
    nameless.days[1].name = u" "_s;
    EXPECT_EQ(change(admin, nameless).error().code, ErrorCode::Invalid);
    EXPECT_EQ(change(admin, ImportHolidays{}).error().code, ErrorCode::Invalid);

    EXPECT_EQ(known().rows(), before);
}

TEST_P(HolidayContract, IsForAdministratorsAlone)
{
    for (const StaffId who : {people.sato, people.suzuki, people.bando}) {
        EXPECT_EQ(change(who, list).error().code, ErrorCode::AccessDenied);
        EXPECT_EQ(change(who, AddLocalDay{kMemoDay, false, u"休み"_s}).error().code, ErrorCode::AccessDenied);
        EXPECT_EQ(change(who, EndLocalDay{kMemoDay, 1}).error().code, ErrorCode::AccessDenied);
        EXPECT_EQ(at(who).previewImport(list).error().code, ErrorCode::AccessDenied);
    }
    EXPECT_EQ(known().rows(), shippedHolidays().rows());
}

TEST_P(HolidayContract, LocalDaysComeAndEnd)
{
    const QDate founded(2020, 6, 10);
    ASSERT_TRUE(fine(change(admin, AddLocalDay{founded, true, u"市制施行記念日"_s})));
    EXPECT_EQ(known().name(QDate(2027, 6, 10)), u"市制施行記念日"_s);
    EXPECT_EQ(change(admin, AddLocalDay{QDate(2027, 6, 10), false, u"x"_s}).error().code, ErrorCode::AlreadyExists);

    const Holiday row = known().rows().back();
    ASSERT_EQ(row.day, founded);
    EXPECT_EQ(change(admin, EndLocalDay{founded, row.addedIn + 7}).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(fine(change(admin, EndLocalDay{founded, row.addedIn})));

    EXPECT_EQ(known().kind(QDate(2026, 6, 10)), DayKind::Holiday) << "the years it was one stay";
    EXPECT_EQ(known().kind(QDate(2027, 6, 10)), DayKind::Duty);
    EXPECT_EQ(change(admin, EndLocalDay{founded, known().rows().back().addedIn}).error().code, ErrorCode::NotFound)
        << "it has ended, and does not come back until yesterday";
    EXPECT_EQ(change(admin, EndLocalDay{QDate(2026, 12, 29), 1}).error().code, ErrorCode::NotFound);
}

TEST_P(HolidayContract, AHolidayRecordedLaterLeavesOldCasesAlone)
{
    const CaseId before = filed();
    decide(before);
    ASSERT_EQ(booked(), 30);

    const auto preview = at(admin).previewImport(list);
    ASSERT_TRUE(fine(preview));
    EXPECT_EQ(preview->decided, 1) << "it moved something on a day that becomes a holiday";
    ASSERT_TRUE(fine(change(admin, list)));

    EXPECT_TRUE(sound(before));
    EXPECT_EQ(booked(), 30);
    const CaseId after = filed();
    EXPECT_EQ(booked(), 30 + 60) << "what is filed now counts the day as a holiday";
    EXPECT_TRUE(sound(after));
    EXPECT_TRUE(sound(before));
}

TEST_P(HolidayContract, TheOwnerOfTheDatabaseImportsWithoutBeingAnybody)
{
    const CaseId id = filed();
    const auto database = office.ownersDatabase();
    ASSERT_TRUE(fine(database));
    const Reader reader{**database, office.clock(), std::nullopt, Sight::All};
    const auto configuration = readConfiguration(reader);
    ASSERT_TRUE(fine(configuration));
    const auto decided = readDecidedOn(reader, {kMemoDay});
    ASSERT_TRUE(fine(decided));
    EXPECT_EQ(*decided, 0);

    office.wait();
    auto transaction = Transaction::begin(**database);
    ASSERT_TRUE(fine(transaction));
    ASSERT_TRUE(fine(writeHolidays(**database, *configuration, list, u"owner"_s, office.clock().now())));
    ASSERT_TRUE(fine(transaction->commit()));
    office.wait();

    EXPECT_EQ(known().name(kMemoDay), u"祝いの日"_s);
    EXPECT_TRUE(sound(id));
    EXPECT_TRUE(sound(filed()));
}

TEST_P(HolidayContract, PreviewCountsDecidedCasesOnly)
{
    filed();

    const auto preview = at(admin).previewImport(list);
    ASSERT_TRUE(fine(preview));
    EXPECT_EQ(preview->decided, 0);
    EXPECT_EQ(preview->diff.newYears, std::vector<int>{2026});
    EXPECT_TRUE(std::any_of(preview->diff.added.begin(), preview->diff.added.end(),
                            [](const OfficialDay &one) { return one.day == kMemoDay; }));
}

} // namespace kessai::test
