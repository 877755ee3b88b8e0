// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/parameterpage.h"

#include "tests/ui/trialwindow.h"
#include "ui/admin/parametermodel.h"
#include "ui/admin/parameterpanel.h"
#include "ui/dialogs.h"
#include "ui/formview/dateedit.h"
#include "ui/formview/fieldeditor.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/wording.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// The numbers as an administrator has them before them, at a real desk over a trial office.
class ParameterPageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        beginSession(people.kato);
        page = std::make_unique<ParameterPage>(*session);
        page->resize(1100, 660);
        page->show();
        page->begin();
        settle();
        ASSERT_TRUE(wait([this] { return list()->rowCount() > 0; }));
    }
    void TearDown() override
    {
        page.reset();
        TrialWindow::TearDown();
    }
    template <class W>
    W *part(const char *name)
    {
        W *found = page->findChild<W *>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    ParameterModel *list() { return qobject_cast<ParameterModel *>(part<QTableView>("parameterList")->model()); }
    void choose(const QString &key)
    {
        const int row = list()->rowOf(key);
        ASSERT_GE(row, 0) << qPrintable(key);
        part<QTableView>("parameterList")->selectRow(row);
        settle();
    }
    /// Writes the next value of the chosen number, and adds it to the changes.
    void write(qint64 value, const QString &source)
    {
        auto *editor = part<FieldEditor>("parameterValue");
        editor->setValue(value);
        Q_EMIT editor->edited();
        part<QLineEdit>("parameterSource")->setText(source);
        ASSERT_TRUE(part<QPushButton>("putParameter")->isEnabled())
            << qPrintable(part<QLabel>("parameterNote")->text());
        part<QPushButton>("putParameter")->click();
        settle();
    }
    bool mayAdopt() { return part<QPushButton>("parameterAdopt")->isEnabled(); }
    QString value(const QString &key)
    {
        return list()->index(list()->rowOf(key), ParameterModel::Value).data().toString();
    }
    Parameters numbers() { return office.owner().office().configuration()->parameters; }

    const QString kPause = u"reminder.pause_days"_s;
    std::unique_ptr<ParameterPage> page;
};

TEST_F(ParameterPageTest, ShowsEveryNumberByItsNameWithValueDayAndSource)
{
    const QAbstractItemModelTester tester(list());
    const int row = list()->rowOf(kPause);

    ASSERT_GT(row, 0);
    EXPECT_TRUE(list()->isHead(0));
    EXPECT_EQ(list()->count(), 5);
    EXPECT_NE(list()->index(row, ParameterModel::Name).data().toString(), kPause);
    EXPECT_TRUE(value(kPause).startsWith(u'1'));
    EXPECT_EQ(list()->index(row, ParameterModel::Source).data().toString(), u"市の運用"_s);
    EXPECT_EQ(list()->sheet(u"基準値"_s).rows.size(), 5U);
}

TEST_F(ParameterPageTest, WritesTheDaysOfASourceAsEveryDay)
{
    const QDate day(2025, 7, 1);
    EXPECT_EQ(sourceText(u"地方自治法（2025-07-01から）"_s), u"地方自治法（"_s + longDay(day) + u"から）"_s);
    EXPECT_EQ(sourceText(u"番号 2025-99-01"_s), u"番号 2025-99-01"_s);
    EXPECT_EQ(sourceText(u"2025-07-01、2025-07-01"_s), longDay(day) + u"、"_s + longDay(day));
}

TEST_F(ParameterPageTest, FindsByNameSourceAndSubject)
{
    auto *search = part<SearchField>("parameterSearch");
    const auto find = [&](const QString &words) {
        search->setText(words);
        Q_EMIT search->searchRequested(words);
        return list()->count();
    };
    EXPECT_EQ(find(u"催促"_s), 1);
    EXPECT_EQ(find(u"労基法"_s), 1) << "by what it rests on";
    EXPECT_EQ(find(u"そのような数はない"_s), 0);
    EXPECT_FALSE(part<QTableView>("parameterList")->isVisible());
    EXPECT_EQ(find({}), 5);
}

TEST_F(ParameterPageTest, ChangesAreGatheredUndoneAndPutInForceForAReason)
{
    choose(kPause);
    write(2, u"規程の改正"_s);
    choose(u"registrations.day_limit"_s);
    write(30, u"市の運用"_s);
    EXPECT_TRUE(value(kPause).contains(u"→"_s)) << qPrintable(value(kPause));
    const auto since = list()->index(list()->rowOf(kPause), ParameterModel::Since);
    EXPECT_TRUE(since.data().toString().contains(longDay(session->info().today.addDays(1)))) << "the day of what comes";
    EXPECT_FALSE(mayAdopt()) << "no reason is said";
    part<QToolButton>("undoParameter")->click();
    settle();
    EXPECT_FALSE(value(u"registrations.day_limit"_s).contains(u"→"_s));
    part<QToolButton>("redoParameter")->click();
    settle();
    part<QLineEdit>("parameterReason")->setText(u"年度の見直し"_s);
    ASSERT_TRUE(wait([this] { return mayAdopt(); }));

    part<QPushButton>("parameterAdopt")->click();
    settle();

    const QDate tomorrow = session->info().today.addDays(1);
    ASSERT_TRUE(wait([&] { return numbers().value(kPause, tomorrow) == 2; }));
    EXPECT_EQ(numbers().value(kPause, session->info().today), 1);
    EXPECT_EQ(numbers().value(u"registrations.day_limit"_s, tomorrow), 30);
    EXPECT_TRUE(wait([this] { return !part<QPushButton>("parameterAdopt")->isVisible(); }));

    choose(kPause);
    for (QPushButton *back : page->findChildren<QPushButton *>(u"takeBackParameter"_s)) {
        if (back->isVisible()) // those of another number go a little later
            back->click();
    }
    settle();
    part<QLineEdit>("parameterReason")->setText(u"見直しの取りやめ"_s);
    ASSERT_TRUE(wait([this] { return mayAdopt(); }));
    part<QPushButton>("parameterAdopt")->click();
    EXPECT_TRUE(wait([&] { return numbers().value(kPause, tomorrow) == 1; }))
        << "what is to come can be taken back: " << qPrintable(page->findChild<QuietBanner *>()->text());
}

TEST_F(ParameterPageTest, WhatWasPutInForceRestsAndShowsWhatItRestsOn)
{
    choose(kPause);
    write(2, u"規程の改正"_s);
    auto *put = part<QPushButton>("putParameter");
    EXPECT_FALSE(put->isEnabled()) << "it is among the changes already";
    const auto source = [this] {
        return list()->index(list()->rowOf(kPause), ParameterModel::Source).data().toString();
    };
    EXPECT_EQ(source(), u"規程の改正"_s) << "of the value that comes, as the day beside it";
    part<QLineEdit>("parameterReason")->setText(u"年度の見直し"_s);
    ASSERT_TRUE(wait([this] { return mayAdopt(); }));
    part<QPushButton>("parameterAdopt")->click();

    const QDate tomorrow = session->info().today.addDays(1);
    ASSERT_TRUE(wait([&] { return numbers().value(kPause, tomorrow) == 2; }));
    ASSERT_TRUE(wait([this] { return !part<QPushButton>("parameterAdopt")->isVisible(); }));
    settle();
    EXPECT_FALSE(put->isEnabled()) << "that is the value by then";
    EXPECT_EQ(source(), u"規程の改正"_s);
}

TEST_F(ParameterPageTest, TabGoesFromTheValueToItsDayAndItsSource)
{
    choose(kPause);
    page->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
    part<FieldEditor>("parameterValue")->setFocus(Qt::TabFocusReason);
    auto *panel = page->findChild<ParameterPanel *>();
    ASSERT_TRUE(part<FieldEditor>("parameterValue")->isAncestorOf(qApp->focusWidget()));

    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    EXPECT_TRUE(panel->findChild<DateEdit *>(u"parameterFrom"_s)->isAncestorOf(qApp->focusWidget()))
        << qPrintable(qApp->focusWidget()->objectName());
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(qApp->focusWidget(), part<QLineEdit>("parameterSource"));
}

TEST_F(ParameterPageTest, NamesStandWholeInAsManyLinesAsTheyNeed)
{
    page->resize(700, 500);
    settle();
    const auto *view = part<QTableView>("parameterList");
    int tallest = 0, least = 1000;
    for (int row = 0; row < list()->rowCount(); ++row) {
        tallest = std::max(tallest, view->rowHeight(row));
        least = std::min(least, view->rowHeight(row));
    }
    EXPECT_GT(tallest, least);
}

TEST_F(ParameterPageTest, AsksWhetherHoursAreMeant)
{
    const QString limit = u"overtime.limit_month_minutes"_s;
    ASSERT_TRUE(fine(office.tamper(u"INSERT INTO parameter (key, valid_from, value, source)"
                                   " VALUES ('overtime.limit_month_minutes', '2020-04-01', 2700, '労基法36条')"_s)));
    page.reset(); // before its session
    beginSession(people.kato);
    page = std::make_unique<ParameterPage>(*session);
    page->resize(1100, 660);
    page->show();
    page->begin();
    ASSERT_TRUE(wait([&] { return list()->rowOf(limit) >= 0; }));
    choose(limit);
    const int doubleClick = QApplication::doubleClickInterval();
    QApplication::setDoubleClickInterval(0); // two presses of a test are no double click

    write(42, u"協定の改定"_s);
    EXPECT_FALSE(value(limit).contains(u"→"_s)) << "42 minutes in a month?";
    EXPECT_TRUE(part<QLabel>("parameterNote")->text().contains(u"42"_s));
    write(43, u"協定の改定"_s);
    EXPECT_FALSE(value(limit).contains(u"→"_s)) << "that was asked of 42";
    part<QPushButton>("putParameter")->click();
    settle();
    EXPECT_TRUE(value(limit).contains(u"→"_s)) << "they are";

    choose(kPause);
    choose(limit);
    write(2520, u"協定の改定"_s);
    EXPECT_TRUE(value(limit).contains(u"42 h"_s)) << "42 hours go without asking";
    EXPECT_FALSE(value(limit).contains(u"43 min"_s));
    QApplication::setDoubleClickInterval(doubleClick);
}

TEST_F(ParameterPageTest, SaysWhatIsMissingBeforeAChangeCanBeAdded)
{
    choose(kPause);
    auto *editor = part<FieldEditor>("parameterValue");
    auto *put = part<QPushButton>("putParameter");
    EXPECT_FALSE(put->isEnabled()) << "that is the value already";
    part<QLineEdit>("parameterSource")->setText(u"市の運用"_s);
    editor->setValue(4000);
    Q_EMIT editor->edited();
    EXPECT_FALSE(put->isEnabled()) << "more than a year";
    editor->setValue(3);
    Q_EMIT editor->edited();
    EXPECT_TRUE(put->isEnabled());
    part<DateEdit>("parameterFrom")->setDate(session->info().today);
    Q_EMIT part<DateEdit>("parameterFrom")->edited();
    EXPECT_FALSE(put->isEnabled()) << "not for today";
    EXPECT_FALSE(part<QLabel>("parameterNote")->text().isEmpty());
}

} // namespace kessai::test
