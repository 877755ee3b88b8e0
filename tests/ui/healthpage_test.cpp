// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/healthpage.h"

#include "core/store/healthqueries.h"
#include "tests/ui/trialwindow.h"
#include "ui/admin/settingswindow.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace kessai::test {

/// The page at a real desk over a trial office.
class HealthPageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        beginSession(people.kato);
        window = std::make_unique<SettingsWindow>(*session);
        window->open();
        window->goTo(QStringLiteral("health"));
        page = window->findChild<HealthPage *>();
        ASSERT_NE(page, nullptr);
        ASSERT_TRUE(wait([this] { return row("backup") != nullptr; }));
    }
    void TearDown() override
    {
        window.reset();
        TrialWindow::TearDown();
    }
    QWidget *row(const char *kind)
    {
        return page->findChild<QWidget *>(QStringLiteral("health_") + QLatin1String(kind));
    }
    QString said(const char *kind) { return row(kind) ? row(kind)->accessibleName() : QString(); }

    std::unique_ptr<SettingsWindow> window;
    HealthPage *page = nullptr;
};

TEST_F(HealthPageTest, SaysWhatIsUrgentFirstAndWhatToDo)
{
    EXPECT_TRUE(said("backup").contains(QLatin1String("never"))) << said("backup").toStdString();
    EXPECT_TRUE(said("backup").contains(QLatin1String("kessai-admin backup")));
    EXPECT_TRUE(said("uploads").contains(QLatin1String("none")));
    EXPECT_EQ(row("clients"), nullptr) << "a file has no connections";
    EXPECT_TRUE(wait([this] { return row("backup")->y() < row("uploads")->y(); }));
}

TEST_F(HealthPageTest, LooksAgainByKey)
{
    auto owner = office.ownersDatabase();
    ASSERT_TRUE(fine(owner));
    ASSERT_TRUE(fine(recordUpkeep(**owner, Upkeep::Backup, 0, office.clock().now())));

    page->takeFocus();
    QTest::keyClick(page->findChild<QPushButton *>(QStringLiteral("healthAgain")), Qt::Key_F5);

    EXPECT_TRUE(wait([this] { return row("backup") && !said("backup").contains(QLatin1String("never")); }));
    EXPECT_FALSE(said("backup").contains(QLatin1String("kessai-admin backup"))) << "nothing to do";
}

} // namespace kessai::test
