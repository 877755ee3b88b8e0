// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that may have been split, as somebody's desk finds them on a line of the budget.
#include "core/cases/cancellation.h"
#include "core/cases/caseref.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

namespace kessai::test {

namespace {

const QString kCommit = QStringLiteral("budget.commitment");

/// An order of stationery from a payee.
QJsonObject order(qint64 amount, const QString &payee = QStringLiteral("0000007"),
                  const QString &kind = QStringLiteral("corporation"), const QDate &day = kMemoDay)
{
    const BudgetLine line = budgetLine(kStationery, SectionId(0));
    QJsonObject fields = moving(kCommit, line.account(), amount);
    fields.insert(QStringLiteral("budget_line"), line.key());
    fields.insert(QStringLiteral("committed_on"), day.toString(Qt::ISODate));
    fields.insert(QStringLiteral("contract_kind"), QStringLiteral("purchase"));
    fields.insert(QStringLiteral("payee"),
                  QJsonObject{{QStringLiteral("code"), payee}, {QStringLiteral("kind"), kind}});
    return fields;
}

class SplitWatch : public OnBothDatabases {
protected:
    QStringList said(Desk &desk, const QJsonObject &fields)
    {
        QStringList texts;
        const auto insights = desk.insights(people.sato, {QStringLiteral("memo"), 1, fields, {}}, {});
        EXPECT_TRUE(fine(insights));
        for (const Insight &insight : *insights)
            texts.append(insight.text.ja);
        return texts;
    }
    /// What the desk of somebody says beside an order of Sato's.
    QStringList said(StaffId who, const QJsonObject &fields, std::optional<CaseId> itself = {})
    {
        Desk desk(std::move(office.open(who)).value(), memoForms(), office.clock());
        EXPECT_TRUE(fine(desk.start()));
        const auto insights = desk.insights(people.sato, {QStringLiteral("memo"), 1, fields, {}}, itself);
        EXPECT_TRUE(fine(insights));
        QStringList texts;
        for (const Insight &insight : *insights) {
            EXPECT_TRUE(insight.remarkable);
            texts.append(insight.text.ja);
        }
        return texts;
    }
    Hand sato{office, people.sato};
};
KESSAI_ON_BOTH_DATABASES(SplitWatch);

} // namespace

TEST_P(SplitWatch, TellsTheDrafterAndWhoApproves)
{
    const auto first = sato.file(order(150'000));
    ASSERT_TRUE(fine(first));
    const QString number = sato.load(*first)->number;

    for (const StaffId who : {people.sato, people.suzuki}) {
        const QStringList texts = said(who, order(150'000));
        ASSERT_EQ(texts.size(), 1) << who.value();
        EXPECT_TRUE(texts.front().contains(number + QStringLiteral(" 150,000円"))) << texts.front().toStdString();
        EXPECT_TRUE(texts.front().contains(QStringLiteral("見積り1者でよい額")));
    }
}

TEST_P(SplitWatch, CountsTheSamePayeeInTheSameDaysAndNotItself)
{
    const auto first = sato.file(order(150'000));
    ASSERT_TRUE(fine(first));

    EXPECT_EQ(said(people.sato, order(149'999)), QStringList()) << "together still below";
    EXPECT_EQ(said(people.sato, order(150'000), *first), QStringList()) << "the case itself";
    EXPECT_EQ(said(people.sato, order(150'000, QStringLiteral("0000008"))), QStringList());
    EXPECT_EQ(said(people.sato, order(150'000, QStringLiteral("0000007"), QStringLiteral("person"))), QStringList());
    EXPECT_EQ(said(people.sato,
                   order(150'000, QStringLiteral("0000007"), QStringLiteral("corporation"), kMemoDay.addDays(31))),
              QStringList());
    EXPECT_EQ(said(people.sato,
                   order(150'000, QStringLiteral("0000007"), QStringLiteral("corporation"), kMemoDay.addDays(30)))
                  .size(),
              1);
}

TEST_P(SplitWatch, LeavesOutWhatWasCancelled)
{
    const auto first = sato.file(order(90'000));
    ASSERT_TRUE(fine(first));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*first)));
    EXPECT_EQ(said(people.sato, order(290'000)).size(), 1);
    const auto record = *office.owner().cases().load(*first);
    const auto back = sato.file(cancelling(
        record.revisions.back().content.fields,
        {*first, record.number, proven(record)->basis->officeRevision, QStringLiteral("契約を取りやめたため")}));
    ASSERT_TRUE(fine(back));
    EXPECT_EQ(said(people.sato, order(290'000)).size(), 1) << "not cancelled yet";
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*back)));

    EXPECT_EQ(said(people.sato, order(290'000)), QStringList());
}

TEST_P(SplitWatch, CountsAnOrderOnceThatAContractTakesOver)
{
    const auto execution = sato.file(order(90'000));
    ASSERT_TRUE(fine(execution));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*execution)));
    const auto record = *office.owner().cases().load(*execution);
    const QString line = budgetLine(kStationery, SectionId(0)).key();
    const QString number = office.officeToday()->staff(people.sato)->number;
    const QJsonValue truth =
        toJson(CaseRef{*execution, record.number, record.title, line, number, QStringLiteral("0000007"),
                       contractIn(record.revisions.back().content.fields)});
    QJsonObject contract = order(290'000);
    contract.insert(QStringLiteral("execution"), truth);

    EXPECT_EQ(said(people.sato, contract), QStringList());
    EXPECT_EQ(said(people.sato, order(290'000)).size(), 1) << "another order";

    QJsonObject lowering = moving(
        QStringLiteral("commitment.decrease+budget.decrease"),
        commitmentAccount(*execution) + QLatin1Char('+') + budgetLine(kStationery, SectionId(0)).account(), 50'000);
    lowering.insert(QStringLiteral("commitment"), truth);
    ASSERT_TRUE(fine(sato.file(lowering)));
    EXPECT_EQ(said(people.sato, order(259'999)), QStringList()) << "40,000 of it are left";
    EXPECT_EQ(said(people.sato, order(260'000)).size(), 1);
}

TEST_P(SplitWatch, SaysNothingOfCasesThatAreNotTheReaders)
{
    ASSERT_TRUE(fine(sato.file(order(150'000))));
    const BudgetLine line = budgetLine(kStationery, SectionId(0));

    const auto own = office.as(people.sato).budget().ordersOn({line.account()}, kMemoDay, kMemoDay);
    const auto others = office.as(people.fuji).budget().ordersOn({line.account()}, kMemoDay, kMemoDay);
    const auto later =
        office.as(people.sato).budget().ordersOn({line.account()}, kMemoDay.addDays(1), kMemoDay.addDays(9));

    ASSERT_TRUE(fine(own) && fine(others) && fine(later));
    ASSERT_EQ(own->size(), 1u);
    EXPECT_EQ(own->front().amount, 150'000);
    EXPECT_EQ(own->front().payee.value(QStringLiteral("code")).toString(), QStringLiteral("0000007"));
    EXPECT_TRUE(others->empty());
    EXPECT_TRUE(later->empty());
}

TEST_P(SplitWatch, AsksOnceForAWhile)
{
    Desk desk(std::move(office.open(people.sato)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    EXPECT_EQ(said(desk, order(150'000)), QStringList());
    const Instant asked = office.clock().now();
    ASSERT_TRUE(fine(sato.file(order(150'000))));
    office.clock().set(asked);

    EXPECT_EQ(said(desk, order(160'000)), QStringList()) << "what was near by a moment ago";
    office.clock().set(Instant(asked.microseconds() + 61'000'000));
    EXPECT_EQ(said(desk, order(160'000)).size(), 1);
}

} // namespace kessai::test
