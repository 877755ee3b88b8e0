// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence that follows a leave: due, awaited, handed in.
#include "core/cases/cancellation.h"
#include "tests/forms/situation.h"

using namespace kessai;
using namespace kessai::formtest;
using namespace Qt::StringLiterals;

namespace {

const QDate kFirstOfLeave(2026, 11, 12);

QJsonObject paperOf(const char *leaveFrom)
{
    return {{u"leave_from"_s, QLatin1String(leaveFrom)}, {u"paper"_s, u"診断書"_s}};
}

/// Somebody with papers to follow a leave from 2026-11-12, and with so many handed in.
Situation deskAwaiting(qint64 due, qint64 received)
{
    Situation here;
    here.attachments = 1;
    here.answers = {{u"evidence.due"_s, due, 0, {{kFirstOfLeave, due, std::nullopt, true}}},
                    {u"evidence.received"_s, received, 0, {{kFirstOfLeave, received, std::nullopt, true}}}};
    return here;
}

} // namespace

TEST(LeaveEvidence, ALeaveWithItsPaperToFollowMakesItDue)
{
    const Form &leave = form("leave");
    const QJsonObject sick{{u"kind"_s, u"sick"_s},
                           {u"sick_kind"_s, u"ordinary"_s},
                           {u"unit"_s, u"day"_s},
                           {u"from"_s, u"2026-11-12"_s},
                           {u"evidence_later"_s, true}};
    const Posting due{u"evidence.due"_s, u"staff:6"_s, kFirstOfLeave, 1};

    EXPECT_EQ(leave.postings(sick, kClerk, shippedParameters()).front(), due);
    const QJsonObject cancelled = cancelling(sick, {CaseId(5), u"R8-1"_s, 1, u"出勤したため"_s});
    EXPECT_EQ(postingsOf(leave, cancelled, kClerk, shippedParameters()).front().amount, -1) << "no leave, no paper";
    for (const QJsonObject &fields :
         {with(sick, {{u"evidence_later"_s, false}}), with(sick, {{u"kind"_s, u"union"_s}})}) {
        for (const Posting &posting : leave.postings(fields, kClerk, shippedParameters()))
            EXPECT_NE(posting.ledger, u"evidence.due"_s);
    }
}

TEST(LeaveEvidence, IsHandedInForALeaveThatAwaitsIt)
{
    const Form &evidence = form("leave_evidence");

    EXPECT_EQ(summary(deskAwaiting(1, 0).check(evidence, paperOf("2026-11-12"))), QString());
    EXPECT_EQ(summary(deskAwaiting(1, 1).check(evidence, paperOf("2026-11-12"))), u"error:leave_from"_s);
    EXPECT_EQ(summary(deskAwaiting(2, 1).check(evidence, paperOf("2026-11-12"))), QString()) << "two leaves of a day";
    Situation empty = deskAwaiting(1, 0);
    empty.attachments = 0;
    EXPECT_EQ(summary(empty.check(evidence, paperOf("2026-11-12"))), u"error:"_s);
    EXPECT_EQ(evidence.postings(paperOf("2026-11-12"), kClerk, shippedParameters()),
              (std::vector<Posting>{{u"evidence.received"_s, u"staff:6"_s, kFirstOfLeave, 1}}));
    EXPECT_EQ(evidence.title(paperOf("2026-11-12"), shippedParameters()), u"休暇の証明書類（11月12日からの休暇）"_s);
    EXPECT_EQ(evidence.computed(paperOf("2026-11-12"), deskAwaiting(1, 0).context()).value(u"due"_s).ja, u"11月26日"_s);
}

TEST(LeaveEvidence, IsWatchedUntilItIsThere)
{
    const Form &evidence = form("leave_evidence");
    const auto told = [&](Situation here, const QDate &today) {
        here.today = today;
        QStringList lines;
        for (const Insight &insight : evidence.standing(here.context())) {
            EXPECT_TRUE(insight.remarkable);
            lines += (insight.tone == Finding::Severity::Error ? u"late: "_s : u""_s) + insight.text.ja;
        }
        return lines.join(u'|');
    };

    EXPECT_EQ(told(deskAwaiting(1, 0), QDate(2026, 11, 26)),
              u"11月12日からの休暇の証明書類を 11月26日までに提出します"_s);
    EXPECT_EQ(told(deskAwaiting(1, 0), QDate(2026, 11, 27)),
              u"late: 11月12日からの休暇の証明書類が、期限（11月26日）を過ぎています"_s);
    EXPECT_EQ(told(deskAwaiting(1, 1), QDate(2026, 11, 27)), QString());
    const auto questions = evidence.standingQuestions(kClerk, QDate(2026, 11, 24), shippedParameters());
    ASSERT_EQ(questions.size(), 2U);
    EXPECT_LT(questions[0].from, QDate(2025, 11, 1));
    EXPECT_TRUE(evidence.insights(paperOf("2026-11-01"), deskAwaiting(1, 0).context()).front().remarkable);
}

TEST(LeaveEvidence, SaysNothingOfThePaperWhereOthersLook)
{
    const FormDefinition &definition = form("leave_evidence").definitions().back();

    EXPECT_TRUE(definition.confidentialAttachments);
    EXPECT_TRUE(definition.field(u"paper"_s)->confidential && definition.field(u"note"_s)->confidential);
}
