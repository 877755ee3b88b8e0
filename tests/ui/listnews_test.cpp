// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trialwindow.h"
#include "ui/tray/casemodel.h"

#include <QSignalSpy>

namespace kessai::test {

/// What a list does while others work.
class ListNewsTest : public TrialWindow, public ::testing::WithParamInterface<ListKind> {
protected:
    void SetUp() override
    {
        TrialWindow::SetUp();
        beginSession(people.suzuki);
        file();
        model = std::make_unique<CaseModel>(*session);
        ListQuery query;
        query.kind = GetParam();
        model->setQuery(query);
        session->refresh();
        settle();
    }
    void TearDown() override
    {
        model.reset();
        TrialWindow::TearDown();
    }
    void file()
    {
        office.wait();
        ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("机"), 1))));
    }

    std::unique_ptr<CaseModel> model;
};

using ShortListTest = ListNewsTest;
using LongListTest = ListNewsTest;

TEST_P(ShortListTest, FollowsEveryChange)
{
    QSignalSpy loaded(model.get(), &CaseModel::loaded);

    Q_EMIT session->listsChanged();
    settle();

    EXPECT_EQ(loaded.count(), 1);
}

TEST_P(LongListTest, StaysStillUntilSomebodyAsksForNews)
{
    QSignalSpy loaded(model.get(), &CaseModel::loaded);
    const int before = model->rowCount();
    file();

    Q_EMIT session->listsChanged();
    settle();
    EXPECT_EQ(loaded.count(), 0) << "in a busy office that is at nearly every poll";

    session->refresh();
    settle();
    EXPECT_EQ(loaded.count(), 1);
    EXPECT_EQ(model->rowCount(), before + (GetParam() == ListKind::All ? 1 : 0));

    session->refresh();
    settle();
    EXPECT_EQ(loaded.count(), 1) << "nothing is new";
}

TEST_P(LongListTest, ShowsAnOwnActAtOnce)
{
    QSignalSpy loaded(model.get(), &CaseModel::loaded);

    session->noteChange(CaseId(1));
    settle();

    EXPECT_EQ(loaded.count(), 1);
}

INSTANTIATE_TEST_SUITE_P(Lists, ShortListTest,
                         ::testing::Values(ListKind::Tray, ListKind::Attention, ListKind::Own, ListKind::Drafts));
INSTANTIATE_TEST_SUITE_P(Lists, LongListTest, ::testing::Values(ListKind::Decided, ListKind::All));

} // namespace kessai::test
