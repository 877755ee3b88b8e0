// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/cases/casepanel.h"
#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/shell/officepage.h"
#include "ui/tray/bulkpanel.h"
#include "ui/tray/casemodel.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace kessai::test {

/// Deadlines, reminders and what lies forgotten, as the window shows them over a real office.
class DeadlineTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        for (const char *key : {"deadline.review_days", "deadline.returned_days"})
            ASSERT_TRUE(fine(office.tamper(
                u"INSERT INTO parameter (key, valid_from, value, source) VALUES ('%1', '2020-04-01', 3, '市の運用')"_s
                    .arg(QLatin1String(key)))));
    }
    void passDays(int days)
    {
        office.clock().set(Instant(office.clock().now().microseconds() + days * 86'400'000'000));
    }
    OfficePage &pageOf(StaffId who, const QString &place = u"tray"_s)
    {
        page.reset();
        beginSession(who);
        page = std::make_unique<OfficePage>(*session);
        page->resize(1366, 768);
        page->show();
        page->goTo(place);
        settle();
        settle();
        return *page;
    }
    void TearDown() override
    {
        page.reset();
        TrialWindow::TearDown();
    }
    const CaseModel &model() const
    {
        return *static_cast<CaseModel *>(page->findChild<QTableView *>(u"caseTable"_s)->model());
    }
    QStringList subjects() const
    {
        QStringList all;
        for (int row = 0; row < model().rowCount(); ++row)
            all += model().row(row)->title;
        return all;
    }
    QuietBanner *forgotten() const { return page->findChild<QuietBanner *>(u"forgottenBanner"_s); }
    CaseId file(const QString &title) { return *Hand(office, people.sato).file(memo(title)); }

    std::unique_ptr<OfficePage> page;
};

TEST_F(DeadlineTest, TheTraySaysByWhenAndWhatIsLate)
{
    file(u"古い"_s);
    passDays(10);
    file(u"新しい"_s);
    const OfficePage &tray = pageOf(people.suzuki);

    ASSERT_EQ(subjects(), QStringList({u"古い"_s, u"新しい"_s})) << "what is late comes first";
    const CaseRow old = *model().row(0);
    const CaseRow fresh = *model().row(1);
    EXPECT_EQ(fresh.due, shippedHolidays().dutyDayAfter(session->info().today, 3));
    EXPECT_FALSE(fresh.late);
    EXPECT_TRUE(old.late);
    EXPECT_EQ(model().index(0, CaseModel::When).data().toString(), lateText(old, session->info().today));
    EXPECT_NE(model().index(1, CaseModel::When).data().toString(), lateText(old, session->info().today));

    auto *lateFirst = tray.findChild<QCheckBox *>(u"lateFirstBox"_s);
    lateFirst->click();
    settle();
    EXPECT_EQ(subjects(), QStringList({u"新しい"_s, u"古い"_s}));
    lateFirst->click();
    settle();
    EXPECT_EQ(subjects(), QStringList({u"古い"_s, u"新しい"_s}));
}

TEST_F(DeadlineTest, TheDrafterRemindsOnceADayAndTheOtherSeesIt)
{
    const CaseId id = file(u"締切間近"_s);
    pageOf(people.sato, u"own"_s);
    CasePanel *panel = page->cases()->panel();
    ASSERT_EQ(panel->currentCase(), id);
    auto *remind = panel->findChild<QPushButton *>(u"remindButton"_s);
    ASSERT_TRUE(remind->isVisible());

    remind->click();
    settle();
    EXPECT_EQ(panel->view()->history.back().code, u"reminded"_s);
    settle();
    remind->click();
    settle();
    EXPECT_EQ(panel->findChild<QuietBanner *>(u"caseBanner"_s)->text(), refusalText(Refusal::RemindedBefore).both());

    pageOf(people.suzuki);
    EXPECT_TRUE(model().row(0)->remindedAt.has_value());
    EXPECT_FALSE(reminderText(*page->cases()->panel()->view()).isEmpty());
    EXPECT_FALSE(page->findChild<QPushButton *>(u"remindButton"_s)->isVisible());
}

TEST_F(DeadlineTest, WhatWaitsForSomebodyAbsentSaysSo)
{
    file(u"不在"_s);
    pageOf(people.sato, u"own"_s);
    EXPECT_FALSE(model().row(0)->absent);

    ASSERT_TRUE(fine(office.setAbsent(people.suzuki)));
    pageOf(people.sato, u"own"_s);
    EXPECT_TRUE(model().row(0)->absent);
}

TEST_F(DeadlineTest, WhatIsDecidedForSomebodyAbsentSaysSoAndIsNotApprovedTogether)
{
    const CaseId id = file(u"代決"_s);
    ASSERT_TRUE(fine(Hand(office, people.suzuki).approve(id)));
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(id)));
    ASSERT_TRUE(fine(office.setAbsent(people.bando)));
    pageOf(people.tsugawa);
    ASSERT_EQ(subjects(), QStringList({u"代決"_s}));
    EXPECT_TRUE(model().row(0)->acting);
    EXPECT_EQ(model().index(0, CaseModel::Mark).data().toString(), actingWord());

    BulkPanel several(*session);
    several.setCases({*model().row(0)});
    ASSERT_TRUE(wait([&several] { return several.ready(); }));

    const auto *list = several.findChild<QListWidget *>(u"bulkList"_s);
    EXPECT_TRUE(list->item(0)->text().contains(u"open it"_s)) << list->item(0)->text().toStdString();
    EXPECT_FALSE(several.findChild<QPushButton *>(u"bulkApproveButton"_s)->isEnabled());
}

TEST_F(DeadlineTest, WhatWasReturnedAndForgottenIsSaidAboveTheTray)
{
    const CaseId old = file(u"忘れた"_s);
    Hand suzuki(office, people.suzuki);
    ASSERT_TRUE(fine(suzuki.act(old, Return{std::nullopt, std::nullopt, u"確認"_s})));
    pageOf(people.sato);
    EXPECT_FALSE(forgotten()->isVisible()) << "it has only come back";

    passDays(10);
    const CaseId fresh = file(u"今日のもの"_s);
    ASSERT_TRUE(fine(suzuki.act(fresh, Return{std::nullopt, std::nullopt, u"確認"_s})));
    pageOf(people.sato);
    EXPECT_TRUE(forgotten()->isVisible());
    Q_EMIT forgotten()->actionTriggered();
    settle();
    settle();
    EXPECT_EQ(page->navigation()->currentId(), u"attention"_s);
    EXPECT_FALSE(forgotten()->isVisible());
    EXPECT_EQ(subjects(), QStringList({u"忘れた"_s, u"今日のもの"_s}));
    EXPECT_TRUE(model().row(0)->late);
    EXPECT_FALSE(model().row(1)->late);

    // A correction that was begun and not filed lies there as well.
    Hand sato(office, people.sato);
    ASSERT_TRUE(fine(sato.draft(memo(u"直した"_s), old, 2)));
    pageOf(people.sato);
    EXPECT_TRUE(forgotten()->isVisible());
    ASSERT_TRUE(fine(sato.submit(old)));
    pageOf(people.sato);
    EXPECT_FALSE(forgotten()->isVisible());
}

TEST_F(DeadlineTest, OnlyHeadsAreShownWhatIsLateInTheirSection)
{
    file(u"遅い"_s);
    passDays(10);
    pageOf(people.kato, u"late"_s);
    EXPECT_TRUE(page->navigation()->has(u"late"_s));
    EXPECT_EQ(subjects(), QStringList{u"遅い"_s});

    pageOf(people.sato);
    EXPECT_FALSE(page->navigation()->has(u"late"_s));
}

} // namespace kessai::test
