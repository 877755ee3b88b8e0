// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/monthpage.h"

#include "tests/ui/officetest.h"
#include "ui/calendar/daywords.h"
#include "ui/calendar/monthgrid.h"
#include "ui/cases/casepanel.h"
#include "ui/formview/composepage.h"
#include "ui/shell/officepage.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/quietbanner.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// 私の月 in the window; memos of the special sort take a day off.
class MonthPageTest : public OfficeTest {
protected:
    CaseId leave(const QDate &day, const QString &subject = u"休み"_s)
    {
        return office.file(sato,
                           {{u"subject"_s, subject},
                            {u"sort"_s, u"special"_s},
                            {u"reason"_s, u"私用"_s},
                            {u"day"_s, day.toString(Qt::ISODate)}});
    }
    MonthGrid &gridOf(StaffId who)
    {
        m_page = &make<OfficePage>(signIn(who));
        show(*m_page);
        m_page->goTo(u"month"_s);
        settle();
        return *find<MonthGrid>(*m_page, u"monthGrid"_s);
    }
    void press(int key)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        settle();
    }
    QDate day() const { return find<MonthGrid>(*m_page, u"monthGrid"_s)->current()->day; }
    QString month() const { return find<QLabel>(*page(), u"monthTitle"_s)->text(); }
    /// Other calendars have widgets of the same names.
    QWidget *page() const { return find<QWidget>(*m_page, u"monthPage"_s); }
    /// Acts on the menu that opens next.
    void inMenu(const std::function<void(QMenu &)> &act)
    {
        QTimer::singleShot(0, m_page, [act] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            ASSERT_TRUE(menu);
            act(*menu);
            menu->close();
        });
    }

    OfficePage *m_page = nullptr;
    const QDate today = SmallOffice::today();
};

TEST_F(MonthPageTest, BeginsAtTodayWithTheKeyboardInTheDays)
{
    MonthGrid &grid = gridOf(sato);
    const QAbstractItemModelTester tester(grid.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);

    EXPECT_TRUE(grid.hasFocus());
    EXPECT_EQ(day(), today);
    EXPECT_TRUE(grid.accessibleName().contains(u"Today"_s)) << grid.accessibleName().toStdString();
    EXPECT_FALSE(office.askedOnGuiThread());
}

TEST_F(MonthPageTest, ShowsWhatWaitsAndWhatIsDecidedApart)
{
    const CaseId decided = leave(today.addDays(1));
    office.act(suzuki, decided, Approve{});
    office.act(kato, decided, Approve{});
    leave(today.addDays(2));
    MonthGrid &grid = gridOf(sato);
    const auto *model = qobject_cast<MonthModel *>(grid.model());
    const auto chipOf = [&](const QDate &day) {
        const MonthDay *one = model->dayAt(model->indexOf(day));
        EXPECT_EQ(one->items.size(), 1u);
        return itemChip(one->items.front());
    };

    const ChipLook done = chipOf(today.addDays(1));
    const ChipLook waits = chipOf(today.addDays(2));

    EXPECT_NE(done.icon, waits.icon);
    EXPECT_NE(done.word, waits.word);
    const QString spoken = model->indexOf(today.addDays(2)).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(u"Annual leave, from 8:30, 7 h 45 min: Waiting for approval"_s))
        << spoken.toStdString();
    const auto rows = find<QWidget>(*m_page, u"comingCard"_s)->findChildren<QPushButton *>(u"openItem"_s);
    EXPECT_EQ(rows.size(), 2) << "both are to come";
}

TEST_F(MonthPageTest, ArrowsGoOverTheEdgesOfTheMonth)
{
    gridOf(sato);
    press(Qt::Key_Home);
    EXPECT_EQ(day().day(), 1);
    const QString before = month();

    press(Qt::Key_Left);
    EXPECT_EQ(day(), QDate(today.year(), today.month(), 1).addDays(-1));
    EXPECT_NE(month(), before);
    press(Qt::Key_Right);
    EXPECT_EQ(month(), before);
    press(Qt::Key_PageDown);
    EXPECT_EQ(day(), QDate(today.year(), today.month(), 1).addMonths(1));
    press(Qt::Key_Up);
    EXPECT_EQ(day(), QDate(today.year(), today.month(), 1).addMonths(1).addDays(-7));
}

TEST_F(MonthPageTest, GoesFromTheEndOfALongMonthToTheEndOfAShortOne)
{
    gridOf(sato);
    find<QPushButton>(*page(), u"thisMonth"_s)->click();
    settle();
    MonthGrid *grid = find<MonthGrid>(*m_page, u"monthGrid"_s);
    grid->setFocus();
    press(Qt::Key_End);
    const QDate end = day();

    press(Qt::Key_PageUp);

    EXPECT_EQ(day(), end.addMonths(-1));
}

TEST_F(MonthPageTest, FilesForTheDayOneStandsOn)
{
    gridOf(sato);
    press(Qt::Key_Right);
    const QDate wanted = day();
    inMenu([](QMenu &menu) {
        ASSERT_EQ(menu.actions().size(), 1);
        menu.actions().front()->trigger();
    });

    press(Qt::Key_Return);
    settle();

    EXPECT_EQ(find<QLabel>(*m_page, u"pageTitle"_s)->text(), u"New: Memo"_s);
    auto *subject = find<QLineEdit>(*m_page, u"field_subject"_s);
    type(subject, u"申請"_s);
    m_page->goTo(u"tray"_s);
    settle();
    const auto drafts = office.draftsOf(sato);
    ASSERT_EQ(drafts.size(), 1u);
    EXPECT_EQ(office.contentOf(drafts.front()).fields.value(u"day"_s).toString(), wanted.toString(Qt::ISODate));
}

TEST_F(MonthPageTest, OpensACaseOfTheDay)
{
    const CaseId id = leave(today);
    leave(today.addDays(3), u"ほかの休み"_s); // stands above it in the list
    gridOf(sato);

    find<QWidget>(*m_page, u"dayCard"_s)->findChild<QPushButton *>(u"openItem"_s)->click();
    settle();
    settle();

    ASSERT_NE(m_page->cases()->panel()->view(), nullptr);
    EXPECT_EQ(m_page->cases()->panel()->view()->record.id, id);
}

TEST_F(MonthPageTest, SaysWhatIsWrongAndTriesAgain)
{
    leave(today);
    office.failNext(Ask::Sums, Error{ErrorCode::Busy, {}, {}});
    gridOf(sato);
    auto *banner = find<QWidget>(*m_page, u"monthPage"_s)->findChild<QuietBanner *>();
    ASSERT_TRUE(banner->isVisible());

    Q_EMIT banner->actionTriggered();
    settle();

    EXPECT_FALSE(banner->isVisible());
    EXPECT_EQ(day(), today);
}

TEST_F(MonthPageTest, AnAnswerForAMonthOneHasLeftIsNotShown)
{
    gridOf(sato);
    office.hold(Ask::Sums);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
    office.release();
    settle();

    EXPECT_EQ(day(), today.addMonths(1)) << "the second Page Down came before the first answer, from the same day";
}

} // namespace kessai::test
