// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/actspage.h"

#include "tests/ui/trialwindow.h"
#include "ui/admin/settingswindow.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QTest>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// The page at a real desk over a trial office, after a deputy was named and a number was set.
class ActsPageTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        const QDate day = office.clock().now().day();
        ASSERT_TRUE(fine(office.as(people.suzuki)
                             .office()
                             .change(RegisterDeputy{{people.suzuki, people.sato}, day, day.addDays(3)})));
        const auto configuration = office.as(people.kato).office().configuration();
        ASSERT_TRUE(fine(configuration));
        ASSERT_TRUE(fine(office.as(people.kato)
                             .office()
                             .adoptParameters({{{u"reminder.pause_days"_s, day.addDays(1), 7, u"規則の改正"_s}},
                                               u"年度の見直し"_s,
                                               newestParameters(configuration->parameters)})));
        beginSession(people.kato);
        window = std::make_unique<SettingsWindow>(*session);
        window->open();
        window->goTo(u"acts"_s);
        page = window->findChild<ActsPage *>();
        ASSERT_NE(page, nullptr);
        list = page->findChild<QTableView *>(u"actsList"_s);
        ASSERT_TRUE(wait([this] { return rows() > 2; }));
    }
    void TearDown() override
    {
        window.reset();
        TrialWindow::TearDown();
    }
    int rows() const { return list->model()->rowCount(); }
    QString cell(int row, int column) const { return list->model()->index(row, column).data().toString(); }
    QString detail() const
    {
        QStringList texts;
        for (const QLabel *label : page->findChild<QScrollArea *>(u"actsDetail"_s)->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }

    std::unique_ptr<SettingsWindow> window;
    ActsPage *page = nullptr;
    QTableView *list = nullptr;
};

TEST_F(ActsPageTest, ListsWhoChangedWhatNewestFirstAndWhatItChanged)
{
    EXPECT_TRUE(cell(0, 2).startsWith(u"Number"_s)) << cell(0, 2).toStdString();
    EXPECT_EQ(cell(0, 4), u"年度の見直し"_s);
    EXPECT_TRUE(cell(1, 2).startsWith(u"Deputy"_s)) << cell(1, 2).toStdString();
    EXPECT_EQ(list->currentIndex().row(), 0);
    EXPECT_TRUE(wait([this] { return detail().contains(u"→ 7"_s); })) << detail().toStdString();

    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);

    EXPECT_TRUE(wait([this] { return detail().contains(u" for "_s) && !detail().contains(u"→ 7"_s); }))
        << detail().toStdString();
}

TEST_F(ActsPageTest, FindsOneKindAndOnePerson)
{
    auto *kinds = page->findChild<QComboBox *>(u"actsKind"_s);
    kinds->setCurrentIndex(kinds->findData(int(OfficeActKind::Deputy)));
    EXPECT_TRUE(wait([this] { return rows() == 1; }));

    auto *who = page->findChild<QComboBox *>(u"actsPerson"_s);
    who->setCurrentIndex(who->findData(people.kato.value()));
    EXPECT_TRUE(wait([this] { return rows() == 0 && !list->isVisible(); })) << "he named no deputy, and that is said";

    who->setCurrentIndex(0);
    kinds->setCurrentIndex(0);
    EXPECT_TRUE(wait([this] { return rows() > 2 && list->isVisible(); }));
}

} // namespace kessai::test
