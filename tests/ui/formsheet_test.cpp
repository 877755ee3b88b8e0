// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/formsheet.h"

#include "core/cases/paidref.h"
#include "ui/caseword.h"
#include "ui/print/refundnotice.h"

#include <gtest/gtest.h>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;

AssignmentView acted(Mark mark)
{
    AssignmentView view;
    view.title = u"総務部長"_s;
    view.mark = mark;
    view.actedSection = u"総務課"_s;
    view.actedName = u"加藤 明"_s;
    view.actedTitle = u"課長"_s;
    view.actedAt = Instant::fromTokyo(QDate(2026, 11, 26), QTime(10, 5));
    return view;
}

StepView step(StepKind kind)
{
    StepView view;
    view.no = 2;
    view.kind = kind;
    return view;
}

} // namespace

TEST(StampLines, SayWhoActedWhenAndHow)
{
    EXPECT_EQ(stampLines(step(StepKind::Decide), acted(Mark::Approved)),
              QStringList({u"総務課 課長"_s, u"加藤 明"_s, u"令和8年11月26日"_s, u"10:05 decided"_s}));
    AssignmentView waiting;
    waiting.mark = Mark::Mine;
    EXPECT_EQ(stampLines(step(StepKind::Review), waiting), QStringList{u"reviewing"_s});
}

TEST(StateOnPaper, SaysThatWhatWasOrderedIsStillBeingExamined)
{
    Case c = newCase(CaseId(1), StaffId(1));
    c.state = CaseState::Running;
    const auto asks = [](int no, StepKind kind, AssignmentState state) {
        return Step{no, kind, StepRule::All, 1, u"L"_s, {{1, PostId(no), state}}, {}};
    };
    c.steps = {asks(1, StepKind::Decide, AssignmentState::Open), asks(2, StepKind::Examine, AssignmentState::Waiting)};
    EXPECT_EQ(stateWord(c), u"In progress"_s);

    c.steps = {asks(1, StepKind::Decide, AssignmentState::Approved), asks(2, StepKind::Examine, AssignmentState::Open)};
    EXPECT_EQ(stateWord(c), u"Ordered, in examination"_s);

    c.steps[1].assignments[0].state = AssignmentState::Approved;
    c.state = CaseState::Decided;
    EXPECT_EQ(stateWord(c), u"Decided"_s);
}

TEST(StampLines, NameADeputyAndThePrincipal)
{
    AssignmentView deputy = acted(Mark::Approved);
    deputy.principalName = u"坂東 武"_s;

    EXPECT_EQ(stampLines(step(StepKind::Decide), deputy)[1], u"加藤 明 for 坂東 武"_s);
}

TEST(StampLines, MarkAStandInAndWhatTheDeciderReadsAfterwards)
{
    AssignmentView standIn = acted(Mark::PostReview);
    standIn.manner = Manner::Acting;

    EXPECT_EQ(stampLines(step(StepKind::Decide), standIn),
              QStringList({u"総務課 課長"_s, u"加藤 明 (stand-in)"_s, u"令和8年11月26日"_s,
                           u"10:05 decided as stand-in"_s, u"to read afterwards"_s}));

    standIn.mark = Mark::PostReviewed;
    standIn.reviewedName = u"坂東 武"_s;
    standIn.reviewedAt = Instant(standIn.actedAt->microseconds() + 24 * 60 * kMinute);
    EXPECT_EQ(stampLines(step(StepKind::Decide), standIn).last(), u"read by 坂東 武, 8.11.27"_s);
}

TEST(StampLines, MarkWhatWasPulledUpAndWhoWasPassedOver)
{
    AssignmentView superior = acted(Mark::Approved);
    superior.manner = Manner::PullUp;
    AssignmentView passed;
    passed.mark = Mark::PostReview;

    EXPECT_EQ(stampLines(step(StepKind::Review), superior).last(), u"10:05 approved, pulled up"_s);
    EXPECT_EQ(stampLines(step(StepKind::Review), passed), QStringList{u"to read afterwards"_s});
    passed.mark = Mark::PostReviewed;
    passed.reviewedName = u"鈴木 健一"_s;
    passed.reviewedAt = superior.actedAt;
    EXPECT_EQ(stampLines(step(StepKind::Review), passed),
              QStringList({u"read afterwards"_s, u"鈴木 健一"_s, u"令和8年11月26日"_s, u"10:05"_s}));
}

TEST(StampLines, SayThatAMarkOfAnEarlierRoundStillStands)
{
    AssignmentView kept = acted(Mark::Approved);
    kept.kept = true;

    EXPECT_EQ(stampLines(step(StepKind::Review), kept).last(), u"10:05 approved, still stands"_s);
}

TEST(RefundNotice, TellsWhoPaysBackOnceThatIsDecided)
{
    const auto noticeOf = [](const QJsonObject &changes, CaseState state = CaseState::Decided) {
        Case c = newCase(CaseId(3), StaffId(1));
        c.state = state;
        CaseView view(CaseRecord{.id = CaseId(3),
                                 .number = u"R8-000200"_s,
                                 .drafter = StaffId(1),
                                 .drafterName = {},
                                 .form = u"refund"_s,
                                 .title = {},
                                 .amount = {},
                                 .history = {},
                                 .revisions = {},
                                 .projection = {},
                                 .storedChunks = {}},
                      Verified{c, {}});
        view.content.fields = {{u"voucher"_s,
                                toJson(PaidRef{.id = CaseId(2),
                                               .number = u"R8-000150"_s,
                                               .title = u"支出命令"_s,
                                               .line = u"2026:01-02-01-05-0013-12-01"_s,
                                               .drafter = u"10001"_s,
                                               .amount = 110'000})},
                               {u"kind"_s, u"refund"_s},
                               {u"amount"_s, 20'000},
                               {u"debtor"_s, u"株式会社見本"_s},
                               {u"return_by"_s, u"2026-12-09"_s},
                               {u"reason"_s, u"数量の誤り"_s}};
        for (auto field = changes.begin(); field != changes.end(); ++field)
            view.content.fields.insert(field.key(), field.value());
        // It was ordered and examined; who reads it afterwards is no part of that.
        for (const auto &[kind, day] : {std::pair(StepKind::Decide, QDate(2026, 11, 23)),
                                        {StepKind::Examine, QDate(2026, 11, 24)},
                                        {StepKind::Circulate, QDate(2026, 11, 26)}}) {
            StepView step;
            step.kind = kind;
            step.assignments.emplace_back().actedAt = Instant::fromTokyo(day, QTime(9, 0));
            view.route.push_back(std::move(step));
        }
        return refundNotice(view);
    };

    const auto notice = noticeOf({});

    ASSERT_TRUE(notice);
    EXPECT_EQ(notice->debtor, u"株式会社見本"_s);
    EXPECT_EQ(notice->amount, 20'000);
    EXPECT_EQ(notice->by, QDate(2026, 12, 9));
    EXPECT_EQ(notice->decided, QDate(2026, 11, 24));
    EXPECT_EQ(notice->payment, u"R8-000150　支出命令"_s);
    EXPECT_FALSE(noticeOf({}, CaseState::Running)) << "not decided";
    EXPECT_FALSE(noticeOf({{u"kind"_s, u"correct"_s}})) << "no money moves";
    EXPECT_FALSE(noticeOf({{u"kind"_s, u"settle"_s}, {u"amount"_s, {}}})) << "nothing is left";
}
