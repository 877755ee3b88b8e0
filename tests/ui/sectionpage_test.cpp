// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/sectionpage.h"

#include "tests/ui/officetest.h"
#include "ui/calendar/sectiongrid.h"
#include "ui/shell/officepage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// 課の予定 in the window; memos of the special sort take a day off.
class SectionPageTest : public OfficeTest {
protected:
    CaseId leave(StaffId who, const QDate &day)
    {
        return office.file(who,
                           {{u"subject"_s, u"内緒の用事"_s},
                            {u"sort"_s, u"special"_s},
                            {u"reason"_s, u"内緒"_s},
                            {u"day"_s, day.toString(Qt::ISODate)}});
    }
    SectionGrid &gridOf(StaffId who)
    {
        m_page = &make<OfficePage>(signIn(who));
        show(*m_page);
        m_page->goTo(u"section"_s);
        settle();
        return *find<SectionGrid>(*m_page, u"sectionGrid"_s);
    }
    QModelIndex cell(StaffId who, const QDate &day) const
    {
        const auto *model = find<SectionGrid>(*m_page, u"sectionGrid"_s)->model();
        const auto &people_ = qobject_cast<const SectionModel *>(model)->sheet().people;
        for (size_t i = 0; i < people_.size(); ++i) {
            if (people_[i].id == who)
                return model->index(int(i) + 1, day.day() - 1);
        }
        return {};
    }
    static QString spoken(const QModelIndex &index) { return index.data(Qt::AccessibleTextRole).toString(); }

    OfficePage *m_page = nullptr;
    const QDate today = SmallOffice::today();
};

TEST_F(SectionPageTest, ShowsTheWholeSectionWithTheKeyboardOnToday)
{
    SectionGrid &grid = gridOf(sato);
    const QAbstractItemModelTester tester(grid.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);

    EXPECT_TRUE(grid.hasFocus());
    EXPECT_EQ(grid.model()->rowCount(), 7) << "six people and the count";
    EXPECT_EQ(grid.currentIndex().column(), today.day() - 1);
    EXPECT_FALSE(office.askedOnGuiThread());
}

TEST_F(SectionPageTest, SaysThatSomebodyIsAwayAndNeverWhatFor)
{
    const CaseId decided = leave(sato, today);
    office.act(suzuki, decided, Approve{});
    office.act(kato, decided, Approve{});
    leave(people.tanaka, today);
    gridOf(people.seki);

    const QModelIndex sure = cell(sato, today);
    const QModelIndex waits = cell(people.tanaka, today);

    EXPECT_NE(sure.data().toString(), waits.data().toString());
    EXPECT_TRUE(spoken(sure).endsWith(u": Leave"_s)) << spoken(sure).toStdString();
    EXPECT_TRUE(spoken(waits).endsWith(u"Leave, waiting for approval"_s)) << spoken(waits).toStdString();
    for (const QModelIndex &index : {sure, waits}) {
        EXPECT_FALSE(spoken(index).contains(u"内緒"_s));
        EXPECT_FALSE(spoken(index).contains(u"nnual"_s));
    }
    const QModelIndex count = sure.siblingAtRow(SectionModel::kCountRow);
    EXPECT_EQ(count.data().toString(), u"2"_s);
}

TEST_F(SectionPageTest, PageKeysGoFromMonthToMonthAndKeepThePerson)
{
    SectionGrid &grid = gridOf(sato);
    QTest::keyClick(&grid, Qt::Key_Down);
    const int row = grid.currentIndex().row();
    const QString before = find<QLabel>(*find<QWidget>(*m_page, u"sectionPage"_s), u"monthTitle"_s)->text();

    QTest::keyClick(&grid, Qt::Key_PageDown);
    settle();

    EXPECT_NE(find<QLabel>(*find<QWidget>(*m_page, u"sectionPage"_s), u"monthTitle"_s)->text(), before);
    EXPECT_EQ(grid.currentIndex().row(), row);
    EXPECT_EQ(grid.model()->columnCount(), 31);
}

TEST_F(SectionPageTest, OffersTheSectionsOneMaySee)
{
    gridOf(sato);
    auto *box = find<QComboBox>(*m_page, u"sectionBox"_s);
    ASSERT_EQ(box->count(), 2);
    EXPECT_EQ(box->currentIndex(), 0);

    box->setCurrentIndex(1);
    Q_EMIT box->activated(1);
    settle();

    EXPECT_EQ(box->currentIndex(), 1);
    EXPECT_EQ(find<SectionGrid>(*m_page, u"sectionGrid"_s)->model()->rowCount(), 5) << "four of the unit and the count";
}

} // namespace kessai::test
