// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/casemodel.h"

#include "tests/ui/officetest.h"
#include "ui/caseword.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace kessai::test {

class CaseModelTest : public OfficeTest {
protected:
    /// The model tester checks each signal against what the model then says; while it does so it reads on to the last page.
    enum class Tester { Watches, Rests };
    CaseModel &listFor(StaffId who, ListKind kind, Tester tester = Tester::Watches)
    {
        m_model = &make<CaseModel>(signIn(who));
        if (tester == Tester::Watches)
            make<QAbstractItemModelTester>(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        ListQuery query;
        query.kind = kind;
        m_model->setQuery(query);
        loaded();
        return *m_model;
    }
    void loaded()
    {
        EXPECT_TRUE(wait([this] { return !m_model->loading(); }));
    }
    void readOn()
    {
        m_model->fetchMore({});
        loaded();
    }
    QStringList subjects() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(m_model->index(row, CaseModel::Subject).data().toString());
        return all;
    }

    CaseModel *m_model = nullptr;
};

TEST_F(CaseModelTest, IsEmptyWhereNothingWaits)
{
    const CaseModel &model = listFor(suzuki, ListKind::Tray);

    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.total(), 0);
    EXPECT_FALSE(model.canFetchMore({}));
    EXPECT_EQ(model.row(0), nullptr);
    EXPECT_EQ(model.rowOf(CaseId(1)), std::nullopt);
}

TEST_F(CaseModelTest, SaysARowInEveryColumnAndAsASentence)
{
    office.file(sato, memoFields(u"机の購入"_s, 120'000));
    const CaseModel &model = listFor(suzuki, ListKind::Tray);

    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, CaseModel::Mark).data().toString(), u"Review"_s);
    EXPECT_EQ(model.index(0, CaseModel::Subject).data().toString(), u"机の購入"_s);
    EXPECT_EQ(model.index(0, CaseModel::Drafter).data().toString(), u"佐藤 花"_s);
    EXPECT_EQ(model.index(0, CaseModel::Amount).data().toString(), u"¥120,000"_s);
    EXPECT_EQ(model.index(0, CaseModel::When).data().toString(), u"11/24 09:00"_s);
    const QString sentence = model.index(0, CaseModel::Subject).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(sentence.contains(u"机の購入"_s) && sentence.contains(u"佐藤 花"_s)) << sentence.toStdString();
    EXPECT_EQ(model.headerData(CaseModel::Mark, Qt::Horizontal, Qt::DisplayRole).toString(), u"Asked of you"_s);
    EXPECT_FALSE(model.headerData(CaseModel::Mark, Qt::Vertical, Qt::DisplayRole).isValid());
}

TEST_F(CaseModelTest, ReadsPageAfterPageUntilTheLast)
{
    office.fill(1'234);
    const CaseModel &model = listFor(sato, ListKind::All, Tester::Rests);
    EXPECT_EQ(model.rowCount(), 200);
    EXPECT_EQ(model.total(), std::nullopt) << "nothing is counted that grows with the years";

    readOn();
    EXPECT_EQ(model.rowCount(), 700);
    readOn();
    readOn();

    EXPECT_EQ(model.rowCount(), 1'234);
    EXPECT_EQ(model.total(), 1'234);
    EXPECT_FALSE(model.canFetchMore({}));
    EXPECT_EQ(model.row(1'233)->number, u"R8-001233"_s);
    readOn();
    EXPECT_EQ(model.rowCount(), 1'234);
}

TEST_F(CaseModelTest, SaysTheTruthWhileItReadsToTheEnd)
{
    office.fill(2'500);
    const CaseModel &model = listFor(sato, ListKind::All);

    while (model.canFetchMore({}))
        readOn();

    EXPECT_EQ(model.rowCount(), 2'500);
}

TEST_F(CaseModelTest, ARefreshChangesOnlyWhatChanged)
{
    const CaseId first = office.file(sato, memoFields(u"一"_s));
    office.file(sato, memoFields(u"二"_s));
    const CaseModel &model = listFor(suzuki, ListKind::Tray);
    QSignalSpy changed(&model, &CaseModel::dataChanged);
    QSignalSpy inserted(&model, &CaseModel::rowsInserted);
    QSignalSpy removed(&model, &CaseModel::rowsRemoved);
    QSignalSpy reset(&model, &CaseModel::modelReset);
    office.act(people.sato, first, Comment{u"よろしくお願いします"_s});

    m_model->reload();
    loaded();

    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 1);
    EXPECT_TRUE(inserted.isEmpty());
    EXPECT_TRUE(removed.isEmpty());
    EXPECT_TRUE(reset.isEmpty());
}

TEST_F(CaseModelTest, IndexesFollowTheirCaseThroughARefresh)
{
    const CaseId oldest = office.file(sato, memoFields(u"一"_s));
    office.file(sato, memoFields(u"二"_s));
    office.file(sato, memoFields(u"三"_s));
    const CaseModel &model = listFor(suzuki, ListKind::Tray);
    ASSERT_EQ(subjects(), QStringList({u"三"_s, u"二"_s, u"一"_s}));
    const QPersistentModelIndex kept = model.index(1, CaseModel::Subject);
    const QPersistentModelIndex gone = model.index(2, CaseModel::Subject);

    office.act(suzuki, oldest, Approve{});
    office.file(sato, memoFields(u"四"_s));
    m_model->reload();
    loaded();

    EXPECT_EQ(subjects(), QStringList({u"四"_s, u"三"_s, u"二"_s}));
    EXPECT_EQ(kept.row(), 2);
    EXPECT_EQ(kept.data().toString(), u"二"_s);
    EXPECT_FALSE(gone.isValid());
}

TEST_F(CaseModelTest, IndexesFollowTheirCaseWhenTheOrderChanges)
{
    const CaseId first = office.draft(sato, memoFields(u"一"_s));
    office.draft(sato, memoFields(u"二"_s));
    const CaseModel &model = listFor(sato, ListKind::Drafts);
    const QPersistentModelIndex kept = model.index(1, CaseModel::Subject);
    ASSERT_EQ(kept.data().toString(), u"一"_s);

    // A draft that is saved again comes to the top.
    const auto saved = desk.run([first](Desk &one) {
        return one.saveDraft(first, {u"memo"_s, 1, memoFields(u"一改"_s), {}});
    });
    ASSERT_TRUE(wait([&saved] { return saved.isFinished(); }));
    m_model->reload();
    loaded();

    EXPECT_EQ(subjects(), QStringList({u"一改"_s, u"二"_s}));
    EXPECT_EQ(kept.row(), 0);
    EXPECT_EQ(kept.data().toString(), u"一改"_s);
}

TEST_F(CaseModelTest, ARefreshKeepsWhatWasScrolledTo)
{
    office.fill(5'000);
    const CaseModel &model = listFor(sato, ListKind::All, Tester::Rests);
    readOn();
    const QPersistentModelIndex far = model.index(650, 0);

    m_model->reload();
    loaded();

    ASSERT_EQ(model.rowCount(), 700);
    EXPECT_EQ(far.row(), 650);
    EXPECT_TRUE(model.canFetchMore({}));
    readOn();
    EXPECT_EQ(model.row(700)->number, u"R8-000700"_s);
}

TEST_F(CaseModelTest, AnotherListReplacesEverything)
{
    office.fill(300);
    CaseModel &model = listFor(sato, ListKind::All, Tester::Rests);
    ASSERT_EQ(model.rowCount(), 200);
    QSignalSpy reset(&model, &CaseModel::modelReset);
    office.fill(0);
    office.draft(sato, memoFields(u"下書き"_s));
    ListQuery drafts;
    drafts.kind = ListKind::Drafts;

    office.hold(Ask::List);
    model.setQuery(drafts);

    EXPECT_EQ(reset.count(), 1);
    EXPECT_EQ(model.rowCount(), 0) << "rows of another list must not be acted on";
    office.release();
    loaded();
    EXPECT_EQ(subjects(), QStringList({u"下書き"_s}));
}

TEST_F(CaseModelTest, DropsAnswersToAnOlderQuestion)
{
    office.file(sato, memoFields(u"提出済み"_s));
    office.draft(sato, memoFields(u"下書き"_s));
    CaseModel &model = listFor(sato, ListKind::Own);
    QSignalSpy loads(&model, &CaseModel::loaded);
    office.hold(Ask::List);
    ListQuery query;
    query.kind = ListKind::All;
    model.setQuery(query);
    query.kind = ListKind::Drafts;
    model.setQuery(query);

    office.release();
    settle();

    EXPECT_EQ(loads.count(), 1);
    EXPECT_EQ(subjects(), QStringList({u"下書き"_s}));
    EXPECT_FALSE(model.loading());
}

TEST_F(CaseModelTest, DropsANextPageWhenTheListWasReadAgainMeanwhile)
{
    office.fill(1'000);
    CaseModel &model = listFor(sato, ListKind::All, Tester::Rests);
    office.hold(Ask::List);
    model.fetchMore({});
    model.reload();

    office.release();
    settle();

    EXPECT_EQ(model.rowCount(), 200) << "the page would otherwise stand there twice after the next scroll";
    EXPECT_TRUE(model.canFetchMore({}));
}

TEST_F(CaseModelTest, AFailedReadKeepsTheRowsAndAReturningConnectionReadsAgain)
{
    office.file(sato, memoFields(u"一"_s));
    CaseModel &model = listFor(suzuki, ListKind::Tray);
    QSignalSpy failures(&model, &CaseModel::failed);
    settle();
    office.cut();
    model.reload();
    session->refresh();
    settle();
    EXPECT_EQ(failures.count(), 1);
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_FALSE(model.loading());

    office.mend();
    office.file(sato, memoFields(u"二"_s));
    session->refresh();
    settle();

    EXPECT_EQ(subjects(), QStringList({u"二"_s, u"一"_s}));
}

TEST_F(CaseModelTest, ReadsAgainWhenTheOfficeChangesAndAfterAConnectionLoss)
{
    CaseModel &model = listFor(suzuki, ListKind::Tray);
    settle();
    office.cut();
    ListQuery query;
    query.kind = ListKind::All;
    model.setQuery(query);
    session->refresh();
    settle();
    ASSERT_EQ(model.rowCount(), 0);
    office.mend();

    session->refresh();
    settle();

    EXPECT_EQ(model.total(), 0) << "the list that could not be read is read although nothing changed meanwhile";
}

TEST_F(CaseModelTest, OpenedRowsAreReadUntilTheyChange)
{
    const CaseId id = office.file(sato, memoFields(u"一"_s));
    CaseModel &model = listFor(suzuki, ListKind::Tray);
    QSignalSpy changed(&model, &CaseModel::dataChanged);

    model.markRead(id, 1);

    EXPECT_TRUE(model.wasRead(id, 1));
    EXPECT_FALSE(model.wasRead(id, 2));
    EXPECT_EQ(changed.count(), 1);
}

TEST(SubjectIn, SaysWhatARowIsAboutBeforeTheNumberItRestsOn)
{
    EXPECT_EQ(subjectIn(u"支出命令（R8-001786 封筒の印刷（10月））"_s, u"支出命令"_s),
              u"封筒の印刷（10月）　R8-001786"_s);
    EXPECT_EQ(subjectIn(u"年次有給休暇（11月27日）"_s, u"年次有給休暇"_s), u"11月27日"_s);
    EXPECT_EQ(subjectIn(u"封筒の印刷"_s, u"支出負担行為伺"_s), u"封筒の印刷"_s);
}

} // namespace kessai::test
