// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/examination.h"

#include "core/cases/numbers.h"
#include "tests/support/officebuilder.h"

#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 11, 25); // a Wednesday

/// A form whose term ends on the day its fields say.
class TermForm final : public Form {
public:
    QString code() const override { return u"payment"_s; }
    const std::vector<FormDefinition> &definitions() const override
    {
        static const std::vector<FormDefinition> none;
        return none;
    }
    QJsonObject defaultRule() const override { return {}; }
    QString title(const QJsonObject &, const Parameters &) const override { return {}; }
    std::vector<Finding> check(const QJsonObject &, const FormContext &) const override { return {}; }
    std::optional<QDate> paymentTerm(const QJsonObject &fields, const Parameters &) const override
    {
        const QDate end = QDate::fromString(fields.value(u"end"_s).toString(), Qt::ISODate);
        return end.isValid() ? std::optional(end) : std::nullopt;
    }
};

const FormCatalog &terms()
{
    static const FormCatalog catalog = [] {
        std::vector<std::unique_ptr<Form>> forms;
        forms.push_back(std::make_unique<TermForm>());
        return FormCatalog(std::move(forms));
    }();
    return catalog;
}

VoucherRow row(qint64 id, const QString &payOn, const QString &end = {}, VoucherStage stage = VoucherStage::Waiting)
{
    return {CaseRow{.id = CaseId(id),
                    .number = u"R8-%1"_s.arg(id),
                    .form = u"payment"_s,
                    .title = {},
                    .drafter = StaffId(1),
                    .drafterName = {},
                    .drafterSection = {},
                    .amount = {},
                    .state = CaseState::Running,
                    .seq = 1,
                    .submittedAt = {},
                    .changedAt = Instant(0),
                    .arrivedAt = {},
                    .myStep = {},
                    .nowWith = {}},
            stage,
            {{u"payment_on"_s, payOn}, {u"end"_s, end}, {u"payee"_s, QJsonObject{{u"name"_s, u"見本印刷"_s}}}}};
}

} // namespace

TEST(ExaminationQueue, IsOrderedBackwardsFromThePayment)
{
    const auto queue = makeQueue({row(1, u"2026-12-25"_s), row(2, u"2026-12-02"_s), row(3, u"2026-11-27"_s),
                                  row(4, u"2026-11-30"_s, {}, VoucherStage::Coming), row(5, u"2026-12-01"_s),
                                  row(6, u"2026-11-25"_s, {}, VoucherStage::Examined)},
                                 terms(), shippedParameters(), kToday);

    // Three working days before: 12/2 is 11/27, 12/1 is 11/26, 11/27 is 11/24.
    std::vector<qint64> order;
    for (const Voucher &voucher : queue.vouchers)
        order.push_back(voucher.row.id.value());
    EXPECT_EQ(order, (std::vector<qint64>{3, 5, 2, 1, 6, 4}));
    EXPECT_EQ(queue.vouchers[0].group, VoucherGroup::AtRisk);
    EXPECT_EQ(queue.vouchers[0].examineBy, QDate(2026, 11, 24));
    EXPECT_EQ(queue.vouchers[1].group, VoucherGroup::ThisWeek);
    EXPECT_EQ(queue.vouchers[1].examineBy, QDate(2026, 11, 26));
    EXPECT_EQ(queue.vouchers[2].group, VoucherGroup::ThisWeek);
    EXPECT_EQ(queue.vouchers[3].group, VoucherGroup::Later);
    EXPECT_EQ(queue.vouchers[4].group, VoucherGroup::Examined) << "nothing is left to examine";
    EXPECT_FALSE(queue.vouchers[4].waits());
    EXPECT_EQ(queue.vouchers[5].group, VoucherGroup::Coming) << "however soon it is to be paid";
    EXPECT_EQ(queue.vouchers[0].payee, u"見本印刷"_s);
}

TEST(ExaminationQueue, SeesWhatIsToBePaidAfterItsTerm)
{
    // 12/26 is a Saturday: the office pays on 12/25 at the latest.
    const auto queue = makeQueue({row(1, u"2026-12-28"_s, u"2026-12-26"_s), row(2, u"2026-12-25"_s, u"2026-12-26"_s)},
                                 terms(), shippedParameters(), kToday);

    EXPECT_EQ(queue.vouchers[0].row.id, CaseId(1));
    EXPECT_EQ(queue.vouchers[0].group, VoucherGroup::AtRisk);
    EXPECT_EQ(queue.vouchers[0].termEnd, QDate(2026, 12, 25));
    EXPECT_EQ(queue.vouchers[1].group, VoucherGroup::Later);
}

TEST(ExaminationQueue, KeepsWhatSaysNoDay)
{
    const auto queue = makeQueue({row(1, {}), row(2, u"2026-12-25"_s)}, terms(), shippedParameters(), kToday);

    ASSERT_EQ(queue.vouchers.size(), 2u);
    EXPECT_EQ(queue.vouchers[0].row.id, CaseId(1));
    EXPECT_FALSE(queue.vouchers[0].paymentOn);
    EXPECT_EQ(queue.vouchers[0].group, VoucherGroup::ThisWeek) << "somebody is to look at it";
    VoucherRow givesBack = row(3, {});
    givesBack.row.arrivedAt = Instant::fromTokyo(QDate(2026, 11, 16), QTime(9, 0));
    const auto late = makeQueue({givesBack}, terms(), shippedParameters(), kToday);
    EXPECT_EQ(late.vouchers[0].examineBy, QDate(2026, 11, 19));
    EXPECT_EQ(late.vouchers[0].group, VoucherGroup::AtRisk) << "it waits for no day, and is not forgotten";
}

TEST(ExaminationQueue, PutsWhatGivesBackInTheOrderOfItsDayAfterWhatIsPaid)
{
    const auto givesBack = [](qint64 id, const QString &by) {
        VoucherRow one = row(id, {});
        one.fields.insert(u"return_by"_s, by);
        one.row.arrivedAt = Instant::fromTokyo(kToday, QTime(9, 0));
        return one;
    };

    const auto queue = makeQueue({givesBack(1, u"2026-12-28"_s), givesBack(2, u"2026-12-10"_s), row(3, u"2026-12-25"_s),
                                  givesBack(4, kToday.addDays(1).toString(Qt::ISODate))},
                                 terms(), shippedParameters(), kToday);

    std::vector<CaseId> order;
    for (const Voucher &one : queue.vouchers)
        order.push_back(one.row.id);
    EXPECT_EQ(order, (std::vector{CaseId(4), CaseId(3), CaseId(2), CaseId(1)}));
    EXPECT_EQ(queue.vouchers[0].group, VoucherGroup::AtRisk) << "it is to be paid back tomorrow";
    EXPECT_EQ(queue.vouchers[0].returnBy, kToday.addDays(1));
    EXPECT_EQ(queue.vouchers[2].examineBy, queue.vouchers[3].examineBy) << "soon, however far its day";
}

TEST(ExaminationQueue, CountsWhyVouchersWentBack)
{
    const auto counts = countReturns({u"その他：印影"_s, u"証拠書類が足りない"_s, u"手書きの理由"_s, u"その他"_s});

    ASSERT_EQ(counts.size(), 2u);
    EXPECT_EQ(counts[0].words, u"その他"_s);
    EXPECT_EQ(counts[0].times, 2);
    EXPECT_EQ(counts[1].times, 1);
}

TEST(InspectionInsights, AreOfTheNewestReportAndOfWhatTheVoucherSays)
{
    OfficeBuilder builder;
    const StaffId inspector = builder.staff(u"mori"_s, u"森"_s, u"葵"_s);
    const auto known = builder.on(kToday);
    const Office &office = *known;
    const auto report = [&](qint64 id, const QString &day, const QString &result) {
        return InspectionRow{
            CaseId(id), u"R8-%1"_s.arg(id), inspector, u"森 葵"_s, {{u"result"_s, result}, {u"inspected_on"_s, day}}};
    };
    const QJsonObject voucher{{u"inspected_on"_s, u"2026-11-20"_s}, {u"inspector"_s, office.staff(inspector)->number}};
    const InspectionRow passed = report(1, u"2026-11-20"_s, u"passed"_s);

    EXPECT_TRUE(inspectionInsights({}, voucher, office, false).empty()) << "a delivery note may do";
    const auto sound = inspectionInsights({passed}, voucher, office, true);
    ASSERT_EQ(sound.size(), 1u);
    EXPECT_EQ(sound[0].text.ja, u"検査調書 R8-1：合格（令和8年11月20日、森 葵）"_s);
    EXPECT_FALSE(sound[0].remarkable);
    const auto failed = inspectionInsights({report(2, u"2026-11-24"_s, u"failed"_s), passed}, voucher, office, true);
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_TRUE(failed[0].remarkable) << "by its day, whichever was filed first";
    QJsonObject other = voucher;
    other.insert(u"inspected_on"_s, u"2026-11-21"_s);
    const auto bent = inspectionInsights({passed}, other, office, true);
    ASSERT_EQ(bent.size(), 2u);
    EXPECT_TRUE(bent[1].remarkable);
    other = voucher;
    other.insert(u"inspector"_s, u"99999"_s);
    EXPECT_EQ(inspectionInsights({passed}, other, office, true).size(), 2u);
}

TEST(ExaminationQueue, CountsTheLastTickOfEachField)
{
    CaseRecord record{.id = CaseId(1),
                      .number = {},
                      .drafter = StaffId(1),
                      .drafterName = {},
                      .form = {},
                      .title = {},
                      .amount = {},
                      .history = {},
                      .revisions = {},
                      .projection = {CaseState::Running, 2, 5, 2, {}, {}, {}, {}, PostingState::Void, {}},
                      .storedChunks = {}};
    const auto mark = [](int revision, const QString &field, bool ticked) {
        return ProofMark{revision, field, ticked, std::nullopt, StaffId(2), {}, Instant(0)};
    };
    record.marks = {mark(1, u"amount"_s, true), mark(2, u"payee"_s, true), mark(2, u"due"_s, true),
                    mark(2, u"payee"_s, false)};

    const auto standing = standingMarks(record);

    ASSERT_EQ(standing.size(), 1u) << "what was ticked of an earlier content counts no more";
    EXPECT_EQ(standing[0].field, u"due"_s);
}

} // namespace kessai::test
