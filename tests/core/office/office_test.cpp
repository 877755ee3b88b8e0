// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/office.h"

#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kessai::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Office, FindsRowsByEveryKey)
{
    const SmallOffice small;
    const auto office = small.office();

    EXPECT_EQ(office->staffByLogin(QStringLiteral("sato"))->id, small.sato);
    EXPECT_EQ(office->staffByNumber(office->staff(small.sato)->number)->id, small.sato);
    EXPECT_EQ(office->postByCode(QStringLiteral("soumu-kacho"))->id, small.manager);
    EXPECT_EQ(office->section(small.clerks)->name, QStringLiteral("庶務係"));
    EXPECT_EQ(office->staffByLogin(QStringLiteral("nobody")), nullptr);
    EXPECT_EQ(office->post(PostId(999)), nullptr);
    EXPECT_EQ(office->staff(small.sato)->name(), QStringLiteral("佐藤 花"));
}

TEST(Office, ListsPrimaryHoldersAndPostsFirst)
{
    SmallOffice small;
    small.builder.appoint(small.kato, small.director, Holding::Acting);
    small.builder.appoint(small.kato, small.assistant, Holding::Concurrent);

    const auto office = small.office();

    EXPECT_THAT(office->holders(small.director), ElementsAre(small.bando, small.kato));
    EXPECT_THAT(office->postsOf(small.kato), ElementsAre(small.manager, small.assistant, small.director));
    EXPECT_EQ(office->primaryPost(small.kato), small.manager);
    EXPECT_TRUE(office->holds(small.kato, small.director));
    EXPECT_FALSE(office->holds(small.bando, small.manager));
    EXPECT_THAT(office->holders(small.welfareDirector), IsEmpty());
    EXPECT_THAT(office->postsOf(StaffId(999)), IsEmpty());
}

TEST(Office, ClimbsFromHeadToHead)
{
    const SmallOffice small;
    const auto office = small.office();

    EXPECT_EQ(office->superiorOf(small.clerk), small.chief);
    EXPECT_EQ(office->superiorOf(small.chief), small.manager);
    EXPECT_EQ(office->superiorOf(small.assistant), small.manager);
    EXPECT_EQ(office->superiorOf(small.manager), small.director);
    EXPECT_EQ(office->superiorOf(small.director), small.mayor);
    EXPECT_EQ(office->superiorOf(small.viceMayor), small.mayor);
    EXPECT_EQ(office->superiorOf(small.treasurer), small.mayor);
    EXPECT_EQ(office->superiorOf(small.mayor), std::nullopt);
    EXPECT_EQ(office->superiorOf(PostId(999)), std::nullopt);
}

TEST(Office, ASectionWithoutHeadIsPassedOver)
{
    OfficeBuilder builder;
    const SectionId city = builder.city();
    const SectionId section = builder.section(city, QStringLiteral("s"), QStringLiteral("課"));
    const SectionId unit = builder.unit(section, QStringLiteral("u"), QStringLiteral("係"));
    const PostId mayor = builder.head(city, QStringLiteral("mayor"), QStringLiteral("市長"), 100);
    const PostId clerk = builder.post(unit, QStringLiteral("clerk"), QStringLiteral("主事"), 10);

    const auto office = builder.on(QDate(2026, 4, 1));

    EXPECT_EQ(office->headOf(unit), std::nullopt);
    EXPECT_EQ(office->superiorOf(clerk), mayor);
}

TEST(Office, OfTwoHeadsTheOneWithTheSmallerNumberIsAboveInWhateverOrderTheyCome)
{
    OfficeBuilder builder;
    const SectionId city = builder.city();
    const SectionId section = builder.section(city, QStringLiteral("s"), QStringLiteral("課"));
    const PostId first = builder.head(section, QStringLiteral("first"), QStringLiteral("課長"), 50);
    const PostId second = builder.head(section, QStringLiteral("second"), QStringLiteral("所長"), 50);
    const PostId clerk = builder.post(section, QStringLiteral("clerk"), QStringLiteral("主事"), 10);
    OfficeHistory history = builder.history();
    ASSERT_EQ(history.at(QDate(2026, 4, 1), history.revision)->superiorOf(clerk), first);

    std::reverse(history.posts.begin(), history.posts.end()); // as a change of the first puts it behind

    EXPECT_EQ(history.at(QDate(2026, 4, 1), history.revision)->superiorOf(clerk), first);
    EXPECT_LT(first, second);
}

TEST(Office, FindsTheSectionOfALevelOnTheLine)
{
    const SmallOffice small;
    const auto office = small.office();

    EXPECT_EQ(office->ancestor(small.clerks, SectionLevel::Unit), small.clerks);
    EXPECT_EQ(office->ancestor(small.clerks, SectionLevel::Section), small.affairs);
    EXPECT_EQ(office->ancestor(small.clerks, SectionLevel::Department), small.general);
    EXPECT_EQ(office->ancestor(small.affairs, SectionLevel::Unit), std::nullopt);
    EXPECT_EQ(office->ancestor(small.audit, SectionLevel::Department), std::nullopt);
    EXPECT_EQ(office->ancestor(SectionId(999), SectionLevel::City), std::nullopt);
}

TEST(Office, SectionsThatFormARingHangNobody)
{
    const Section a{SectionId(1), SectionId(2), SectionLevel::Unit, QStringLiteral("a"), QStringLiteral("甲")};
    const Section b{SectionId(2), SectionId(1), SectionLevel::Unit, QStringLiteral("b"), QStringLiteral("乙")};
    const Post post{PostId(1), SectionId(1), QStringLiteral("p"), QStringLiteral("主事"), 1, false};
    const Office office(QDate(2026, 4, 1), 1, {.sections = {a, b}, .posts = {post}});

    EXPECT_EQ(office.ancestor(SectionId(1), SectionLevel::City), std::nullopt);
    EXPECT_EQ(office.superiorOf(PostId(1)), std::nullopt);
}

TEST(Office, WritesSectionsAsPeopleDo)
{
    const SmallOffice small;
    const auto office = small.office();

    EXPECT_EQ(office->sectionLabel(small.clerks), QStringLiteral("総務課 庶務係"));
    EXPECT_EQ(office->sectionLabel(small.affairs), QStringLiteral("総務課"));
    EXPECT_EQ(office->stampLabel(small.clerks), QStringLiteral("総務課"));
    EXPECT_EQ(office->stampLabel(small.general), QStringLiteral("総務部"));
    EXPECT_EQ(office->stampLabel(SectionId(999)), QString());
}

TEST(Office, KnowsDeputiesOnlyWhileBothAreThere)
{
    SmallOffice small;
    small.builder.deputy(small.bando, small.tsugawa, QDate(2026, 11, 1), QDate(2026, 11, 30));
    small.builder.deputy(small.kato, small.kato);
    small.builder.deputy(small.kato, StaffId(999));

    EXPECT_THAT(small.office()->principalsOf(small.tsugawa), ElementsAre(small.bando));
    EXPECT_THAT(small.office()->deputiesOf(small.bando), ElementsAre(small.tsugawa));
    EXPECT_THAT(small.office(QDate(2026, 12, 1))->deputiesOf(small.bando), IsEmpty());
    EXPECT_THAT(small.office()->principalsOf(small.kato), IsEmpty());
    EXPECT_THAT(small.office()->deputiesOf(small.kato), IsEmpty());
}

TEST(Office, WhoLeftHoldsNothing)
{
    OfficeBuilder builder;
    const SectionId city = builder.city();
    const PostId post = builder.post(city, QStringLiteral("p"), QStringLiteral("主事"), 1);
    builder.appoint(StaffId(77), post);
    const StaffId there = builder.staff(QStringLiteral("x"), QStringLiteral("山"), QStringLiteral("川"), PostId(88));

    const auto office = builder.on(QDate(2026, 4, 1));

    EXPECT_THAT(office->holders(post), IsEmpty());
    EXPECT_THAT(office->postsOf(there), IsEmpty());
    EXPECT_EQ(office->primaryPost(there), std::nullopt);
}

TEST(OfficeHistory, CutsTheDayInclusiveOfItsLast)
{
    SmallOffice small;
    small.builder.release(small.kato, small.manager, QDate(2027, 3, 31));
    small.builder.appoint(small.seki, small.manager, Holding::Primary, QDate(2027, 4, 1));

    EXPECT_THAT(small.office(QDate(2027, 3, 31))->holders(small.manager), ElementsAre(small.kato));
    EXPECT_THAT(small.office(QDate(2027, 4, 1))->holders(small.manager), ElementsAre(small.seki));
    EXPECT_THAT(small.office(QDate(2020, 3, 31))->holders(small.manager), IsEmpty());
}

TEST(OfficeHistory, KnowsInWhichMonthsSomebodysWorkWasDrivenFromOutside)
{
    SmallOffice small;
    small.builder.release(small.zushi, small.financeClerk, QDate(2026, 7, 15));
    small.builder.appoint(small.zushi, small.clerk, Holding::Primary, QDate(2026, 7, 16));
    small.builder.appoint(small.kato, small.financeManager, Holding::Concurrent);
    OfficeHistory history = small.builder.history();
    for (Dated<Section> &section : history.sections)
        section.value.busy = section.value.id == small.finance;
    const auto busy = [&](StaffId who, int month) {
        return history.busyIn(who, QDate(2026, month, 1), history.revision);
    };

    EXPECT_TRUE(busy(small.zushi, 6)) << "their unit lies below the section";
    EXPECT_TRUE(busy(small.zushi, 7)) << "half of the month";
    EXPECT_FALSE(busy(small.zushi, 8));
    EXPECT_FALSE(busy(small.kato, 6)) << "the primary post counts";
    EXPECT_FALSE(history.busyIn(small.zushi, QDate(2020, 3, 1), history.revision)) << "before the appointment";
}

TEST(OfficeHistory, KnowsSomebodyAsTheyWereWrittenDownLast)
{
    const SmallOffice small;
    OfficeHistory history = small.builder.history();
    const auto row = std::find_if(history.staff.begin(), history.staff.end(),
                                  [&](const Dated<Staff> &one) { return one.value.id == small.seki; });
    ASSERT_NE(row, history.staff.end());
    // Married on a day: the row that was is taken away, its copy ends the day before, and the new name begins.
    const QDate day = SmallOffice::today();
    Dated<Staff> before = *row, after = *row;
    row->removedIn = 2;
    before.addedIn = after.addedIn = 2;
    before.until = day.addDays(-1);
    after.from = day;
    after.value.familyName = QStringLiteral("津川");
    const Dated<Staff> was = *row;
    std::vector<Dated<Staff>> rows{was, before, after};
    history.staff.erase(row);
    for (int order = 0; order < 3; ++order) {
        OfficeHistory one = history;
        one.staff.insert(one.staff.end(), rows.begin(), rows.end());
        ASSERT_TRUE(one.lastKnown(small.seki));
        EXPECT_EQ(one.lastKnown(small.seki)->familyName, after.value.familyName) << order;
        std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    }
    EXPECT_EQ(history.lastKnown(small.seki), nullptr);
}

TEST(OfficeHistory, RebuildsWhatAnEarlierRevisionKnew)
{
    OfficeHistory history = SmallOffice().builder.history();
    history.revision = 3;
    const size_t before = history.appointments.size();
    history.appointments[0].removedIn = 2; // the mayor's, found wrong in revision 2
    history.appointments.push_back(history.appointments[0]);
    history.appointments.back().value.staff = StaffId(2);
    history.appointments.back().addedIn = 3;
    history.appointments.back().removedIn = 0;
    const PostId mayor = history.appointments[0].value.post;
    const QDate day(2026, 11, 24);

    EXPECT_THAT(history.at(day, 1)->holders(mayor), ElementsAre(StaffId(1)));
    EXPECT_THAT(history.at(day, 2)->holders(mayor), IsEmpty());
    EXPECT_THAT(history.at(day, 3)->holders(mayor), ElementsAre(StaffId(2)));
    EXPECT_EQ(history.at(day, 2)->revision(), 2);
    EXPECT_EQ(history.appointments.size(), before + 1);
}

} // namespace kessai::test
