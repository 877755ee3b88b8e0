// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/formview/composepresenter.h"
#include "ui/shell/officepage.h"
#include "ui/tray/casemodel.h"
#include "ui/widgets/navigationlist.h"

#include <QAction>
#include <QComboBox>
#include <QListView>
#include <QSignalSpy>

namespace kessai::test {

/// A window that is open when midnight passes, or when the office is changed.
class NewDayTest : public TrialWindow {
protected:
    void passDays(int days)
    {
        office.clock().set(Instant(office.clock().now().microseconds() + days * 86'400'000'000));
    }
    /// Changes the office behind the window's back, as a later revision of it.
    void changeOffice(const char *sql)
    {
        for (const char *one : {sql,
                                "INSERT INTO office_revision (revision, made_at, made_by, reason)"
                                " SELECT MAX(revision) + 1, MAX(made_at) + 1, 'test', '改正' FROM office_revision"})
            ASSERT_TRUE(fine(office.tamper(QString::fromUtf8(one))));
        session->refresh();
        settle();
    }
};

TEST_F(NewDayTest, TheNextDayIsTodayForAllThatIsWritten)
{
    QSignalSpy changed(session.get(), &DeskSession::infoChanged);
    session->refresh();
    settle();
    ASSERT_TRUE(changed.isEmpty()) << "nothing is new";
    const QDate before = session->info().today;

    passDays(1);
    session->refresh();
    settle();

    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(session->info().today, before.addDays(1));
    EXPECT_EQ(session->info().office->day(), before.addDays(1));
}

TEST_F(NewDayTest, AListTellsTheYearsApart)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("机"), 1))));
    CaseModel model(*session);
    ListQuery query;
    query.kind = ListKind::Own;
    model.setQuery(query);
    settle();
    ASSERT_EQ(model.rowCount(), 1);
    const QString today = model.index(0, CaseModel::When).data().toString();
    QSignalSpy changed(&model, &CaseModel::dataChanged);

    passDays(366);
    session->refresh();
    settle();

    EXPECT_NE(model.index(0, CaseModel::When).data().toString(), today);
    EXPECT_GE(changed.count(), 1);
}

TEST_F(NewDayTest, AChangedOfficeIsSeenInAWindowThatIsOpen)
{
    OfficePage page(*session);
    settle();
    const auto says = [&page](const QString &word) {
        const QAbstractItemModel &forms = *page.findChild<QListView *>(QStringLiteral("formList"))->model();
        for (int row = 0; row < forms.rowCount(); ++row) {
            if (forms.index(row, 0).data().toString().contains(word))
                return true;
        }
        return false;
    };
    ASSERT_FALSE(says(QStringLiteral("New memo")));

    changeOffice("UPDATE form_revision SET definition = replace(definition, '\"Memo\"', '\"New memo\"')");

    EXPECT_TRUE(says(QStringLiteral("New memo")));
    auto *kinds = page.findChild<QComboBox *>(QStringLiteral("kindBox"));
    EXPECT_EQ(kinds->itemText(2), QStringLiteral("New memo"));
    EXPECT_EQ(kinds->count(), 3);
}

TEST_F(NewDayTest, TheNavigationFollowsTheRightsOfWhoeverIsSignedIn)
{
    OfficePage page(*session);
    page.show();
    settle();
    const auto anchor = [&page] { return page.findChild<QAction *>(QStringLiteral("anchorAction")) != nullptr; };
    ASSERT_FALSE(page.navigation()->has(QStringLiteral("holidays")) || anchor());

    changeOffice("INSERT INTO special_right (staff_id, right_name, valid_from)"
                 " SELECT DISTINCT staff_id, 'administrator', '2020-04-01' FROM staff WHERE family_name = '佐藤'");

    EXPECT_TRUE(page.navigation()->has(QStringLiteral("holidays")) && anchor())
        << "what is given while the window is open";
    page.goTo(QStringLiteral("holidays"));
    settle();

    changeOffice("DELETE FROM special_right WHERE staff_id IN (SELECT staff_id FROM staff WHERE family_name = '佐藤')");

    EXPECT_FALSE(page.navigation()->has(QStringLiteral("holidays")) || anchor()) << "and what is taken away";
    EXPECT_EQ(page.navigation()->currentId(), QStringLiteral("tray"));
}

} // namespace kessai::test
