// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/withheldpage.h"

#include "core/accounting/payments.h"
#include "tests/ui/officetest.h"
#include "ui/accounting/withheldmodel.h"
#include "ui/calendar/monthline.h"
#include "ui/shell/officepage.h"
#include "ui/theme/controls.h"
#include "ui/widgets/emptystate.h"
#include "ui/wording.h"

#include <QAbstractItemModelTester>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

WithheldSheet november()
{
    return {QDate(2026, 11, 1),
            QDate(2026, 12, 10),
            {{CaseId(1), u"R8-000001"_s, u"講師謝礼"_s, u"総務課"_s, u"12"_s, u"山本 太郎"_s, QDate(2026, 11, 20),
              Yen(17'958), Yen(2'042), true},
             {CaseId(2), u"R8-000002"_s, u"原稿料"_s, u"広報課"_s, u"13"_s, u"山田 花子"_s, QDate(2026, 11, 25),
              Yen(8'979), Yen(1'021), true},
             {CaseId(3), u"R8-000003"_s, u"講師謝礼"_s, u"総務課"_s, u"12"_s, u"山本 太郎"_s, QDate(2026, 11, 28),
              Yen(8'979), Yen(1'021), false},
             {CaseId(4), u"R8-000004"_s, u"講師謝礼"_s, u"総務課"_s, u"12"_s, u"山本 太郎"_s, QDate(2026, 11, 28),
              Yen(8'979), Yen(1'021), true, QDate(2026, 12, 12)}}};
}

class WithheldPageTest : public OfficeTest {};

} // namespace

TEST(WithheldModel, ShowsWhatWasOrderedWithheldAndPaidOut)
{
    WithheldModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);

    model.setSheet(november());

    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    EXPECT_EQ(cell(WithheldModel::Payee), u"山本 太郎"_s);
    EXPECT_EQ(cell(WithheldModel::Ordered), u"20,000"_s);
    EXPECT_EQ(cell(WithheldModel::Withheld), u"2,042"_s);
    EXPECT_EQ(cell(WithheldModel::Paid), u"17,958"_s);
    EXPECT_EQ(model.shown().sum(), Yen(3'063)) << "less what came back, or is not confirmed";
    EXPECT_NE(model.index(2, WithheldModel::State).data().toString(), cell(WithheldModel::State));
    EXPECT_TRUE(model.index(3, WithheldModel::State).data().toString().contains(longDay(QDate(2026, 12, 12))));
    const Sheet sheet = model.sheet(u"x"_s);
    ASSERT_EQ(sheet.rows.size(), 4u);
    EXPECT_EQ(sheet.rows[0].size(), sheet.columns.size());
    EXPECT_EQ(sheet.rows[1][4], Sheet::Cell(Yen(1'021)));
    EXPECT_EQ(sheet.rows[1][9], Sheet::Cell(QDate(2026, 12, 10))) << "by when it is paid on";
    EXPECT_EQ(sheet.rows[3][9], Sheet::Cell()) << "nothing is paid on";
}

TEST_F(WithheldPageTest, IsForWhoPaysAndStepsThroughTheMonths)
{
    auto &page = make<OfficePage>(signIn(people.shiba));
    show(page);
    page.goTo(u"withheld"_s);
    settle();
    auto *line = page.findChild<QWidget *>(u"withheldPage"_s)->findChild<MonthLine *>();
    ASSERT_NE(line, nullptr);
    const QDate first = line->month();
    EXPECT_EQ(first.day(), 1);
    EXPECT_TRUE(page.findChild<QWidget *>(u"withheldPage"_s)->findChild<EmptyState *>()->isVisible());

    Q_EMIT line->stepped(-1);
    settle();

    EXPECT_EQ(line->month(), first.addMonths(-1));
    auto &other = make<OfficePage>(signIn(people.sato));
    EXPECT_FALSE(WithheldPage::concerns(session->info()));
    Q_UNUSED(other)
}

} // namespace kessai::test
