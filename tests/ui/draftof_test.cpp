// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/admin/ruledraft.h"
#include "ui/admin/tabledraft.h"

#include <QSignalSpy>

namespace kessai::test {

using namespace Qt::StringLiterals;

/// Drafts of rules as the parts of a page use them, in whatever order.
class DraftOfTest : public TrialWindow {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        beginSession(people.kato);
        rules = std::make_unique<RuleDraft>(*session);
        tables = std::make_unique<TableDraft>(*session);
        rules->read();
        tables->read();
        settle();
        tomorrow = session->info().today.addDays(1);
    }
    void TearDown() override
    {
        rules.reset();
        tables.reset();
        TrialWindow::TearDown();
    }
    const RouteRule &memoRule() const { return *rules->revisions(u"memo"_s).front(); }

    std::unique_ptr<RuleDraft> rules;
    std::unique_ptr<TableDraft> tables;
    QDate tomorrow;
};

TEST_F(DraftOfTest, NothingIsChangedWhereThereIsNoDraft)
{
    const RuleLine line = memoRule().lines.front();
    const QSignalSpy changed(rules.get(), &RevisionDraft::draftChanged);

    rules->setLine(0, line);
    EXPECT_EQ(rules->addLine(0, false), std::nullopt);
    EXPECT_EQ(rules->addLine(0, true), std::nullopt);
    rules->removeLine(0);
    rules->moveLine(0, 1);
    rules->setTop({u"mayor"_s});
    rules->setUse(TableUse{u"decision"_s, {}});
    rules->setDay(tomorrow);
    rules->undo();
    rules->redo();
    rules->adopt(u"改正"_s);
    tables->setRow(0, {});
    EXPECT_EQ(tables->addRow(std::nullopt), std::nullopt);
    EXPECT_EQ(tables->addRow(0), std::nullopt);
    tables->removeRow(0);
    tables->setDay(tomorrow);
    tables->adopt(u"改正"_s);

    EXPECT_FALSE(rules->writing());
    EXPECT_FALSE(tables->writing());
    EXPECT_EQ(changed.count(), 0);
}

TEST_F(DraftOfTest, ALineThatIsNotThereIsNotChanged)
{
    rules->begin(memoRule(), tomorrow);
    const RouteRule begun = rules->rule();
    const size_t behind = begun.lines.size();

    rules->setLine(behind, begun.lines.front());
    rules->removeLine(behind);
    rules->moveLine(0, behind);
    rules->moveLine(behind, 0);
    EXPECT_EQ(rules->addLine(behind, true), std::nullopt);
    EXPECT_EQ(rules->rule(), begun);
    EXPECT_EQ(rules->addLine(behind + 5, false), behind) << "a new one goes to the end";
}

TEST_F(DraftOfTest, WhatIsTypedAfterTheDraftWentIsForgotten)
{
    rules->begin(memoRule(), tomorrow);
    RuleLine line = rules->rule().lines.front();
    line.why.ja += u"。"_s;
    rules->setLine(0, line);
    rules->giveUp();

    rules->setLine(0, line);

    EXPECT_FALSE(rules->writing());
    rules->begin(memoRule(), tomorrow);
    EXPECT_FALSE(rules->canUndo());
    EXPECT_NE(rules->rule().lines.front(), line);
}

/// Two administrators: what the other one put in force is not written over, and giving up and writing again is upon it.
TEST_F(DraftOfTest, OfTwoWhoWriteTheSecondWritesAgainUponTheFirst)
{
    rules->begin(memoRule(), tomorrow);
    tables->begin(*tables->revisions().front(), tomorrow);
    RuleLine line = rules->rule().lines.front();
    line.why.ja = u"わたしの理由"_s;
    rules->setLine(0, line);
    DecisionRow row = tables->table().rows.front();
    row.article.ja = u"わたしの根拠"_s;
    tables->setRow(0, row);
    RouteRule theirs = memoRule();
    theirs.from = tomorrow;
    theirs.lines.front().why.ja = u"ほかの人の理由"_s;
    DecisionTable theirTable = *tables->revisions().front();
    theirTable.from = tomorrow;
    theirTable.rows.front().article.ja = u"ほかの人の根拠"_s;
    ASSERT_TRUE(fine(office.as(people.kato).office().adoptRule({theirs, u"改正"_s, memoRule().revision})));
    ASSERT_TRUE(fine(
        office.as(people.kato).office().adoptTable({theirTable, u"改正"_s, tables->revisions().front()->revision})));

    for (RevisionDraft *draft :
         {static_cast<RevisionDraft *>(rules.get()), static_cast<RevisionDraft *>(tables.get())}) {
        std::optional<Error> failed;
        const auto told =
            QObject::connect(draft, &RevisionDraft::adoptionFailed, draft, [&](const Error &error) { failed = error; });
        draft->adopt(u"わたしの改正"_s);
        ASSERT_TRUE(wait([&] { return failed.has_value(); }));
        EXPECT_EQ(failed->refusal, Refusal::Stale);
        EXPECT_TRUE(draft->writing()) << "nothing that was written is lost";
        QObject::disconnect(told);
    }
    ASSERT_TRUE(wait([this] { return rules->revisions(u"memo"_s).size() == 2 && tables->revisions().size() == 2; }))
        << "theirs is read";
    rules->giveUp();
    tables->giveUp();

    rules->begin(*rules->revisions(u"memo"_s).back(), tomorrow.addDays(1));
    tables->begin(*tables->revisions().back(), tomorrow.addDays(1));
    EXPECT_EQ(rules->rule().lines.front().why.ja, u"ほかの人の理由"_s);
    EXPECT_EQ(tables->table().rows.front().article.ja, u"ほかの人の根拠"_s);
    rules->setLine(0, line);
    tables->setRow(0, row);
    rules->adopt(u"わたしの改正"_s);
    tables->adopt(u"わたしの改正"_s);
    ASSERT_TRUE(wait([this] { return !rules->writing() && !tables->writing(); })) << "both are in force";
    ASSERT_TRUE(wait([this] { return rules->revisions(u"memo"_s).size() == 3 && tables->revisions().size() == 3; }));
}

TEST_F(DraftOfTest, WhatIsChangedWhileItIsPutInForceIsWrittenUponIt)
{
    rules->begin(memoRule(), tomorrow);
    RuleLine line = rules->rule().lines.front();
    line.why.ja = u"はじめの理由"_s;
    rules->setLine(0, line);
    QSignalSpy adopted(rules.get(), &RevisionDraft::adopted);
    rules->adopt(u"改正"_s);
    line.why.ja = u"あとの理由"_s;
    rules->setLine(0, line);
    ASSERT_TRUE(wait([&] { return adopted.count() == 1; }));
    ASSERT_TRUE(rules->writing());

    rules->adopt(u"もう一度"_s);

    EXPECT_TRUE(wait([&] { return adopted.count() == 2; })) << "nobody else wrote anything";
    EXPECT_FALSE(rules->writing());
}

TEST_F(DraftOfTest, WhatIsWrongIsAskedOnceForManyKeys)
{
    rules->begin(memoRule(), tomorrow);
    settle();
    ASSERT_TRUE(wait([this] { return !rules->busy(); }));
    QSignalSpy found(rules.get(), &RevisionDraft::problemsFound);
    constexpr int kKeys = 30;
    for (int i = 0; i < kKeys; ++i) {
        RuleLine line = rules->rule().lines.front();
        line.why.ja += u'あ';
        rules->setLine(0, line);
    }
    RuleLine line = rules->rule().lines.front();
    line.why = {};
    rules->setLine(0, line);

    ASSERT_TRUE(wait([this] { return rules->blocked(); }));
    EXPECT_LE(found.count(), 3);
    rules->undo();
    EXPECT_EQ(rules->rule(), rules->origin()) << "all of it is one step";
    ASSERT_TRUE(wait([this] { return !rules->blocked(); }));
}

} // namespace kessai::test
