// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/meetingspagetest.h"
#include "ui/meetings/hitmodel.h"
#include "ui/meetings/meetingreader.h"
#include "ui/widgets/searchablebox.h"

#include <QAbstractItemView>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace kessai::test {

TEST_F(MeetingsPageTest, FindsWordsInThePapersOfAllMeetings)
{
    const MeetingId id = published();
    MeetingsPage &page = openFor(kato);
    auto *search = find<QLineEdit>(page, u"paperSearch"_s);

    type(search, u"予算案2"_s);
    QTest::keyClick(search, Qt::Key_Return);
    settle();
    auto *hits = find<QAbstractItemView>(page, u"paperHits"_s);
    ASSERT_TRUE(wait([&] { return hits->isVisible(); }));
    ASSERT_EQ(hits->model()->rowCount(), 1);
    QTest::keyClick(hits, Qt::Key_Return);
    settle();

    EXPECT_TRUE(page.reader()->isVisible());
    EXPECT_EQ(now(id).id, id);
}

TEST_F(MeetingsPageTest, NamesThePaperOfAHitAndStaysInTheFieldWithoutOne)
{
    published();
    MeetingsPage &page = openFor(kato);
    auto *search = find<QLineEdit>(page, u"paperSearch"_s);
    search->setFocus();

    type(search, u"予算案2"_s);
    settle();
    auto *hits = find<QAbstractItemView>(page, u"paperHits"_s);
    ASSERT_TRUE(wait([&] { return hits->isVisible(); }));
    const QString where = hits->model()->index(0, 0).data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(where.startsWith(u"資料1-1　資料 1 ・ page 2 ・ 庁議"_s)) << where.toStdString();
    type(search, u"どこにもない言葉"_s);
    QTest::keyClick(search, Qt::Key_Return);
    settle();

    ASSERT_TRUE(wait([&] { return !hits->isVisible(); }));
    EXPECT_TRUE(search->hasFocus());
}

TEST(HitExcerpt, ShowsWordsAsTheyAreWrittenAndMarksThem)
{
    const QString page = u"前置き 前置き 前置き 前置き 前置き 前置き 前置き 予算の２パーセントを 繰り越す。"_s;

    const HitExcerpt found = excerptOf(page, u"ﾊﾟｰｾﾝﾄ 繰越す 予算"_s);

    EXPECT_TRUE(found.text.startsWith(u"…"_s));
    EXPECT_TRUE(found.text.contains(u"予算の２パーセントを 繰り越す。"_s)) << found.text.toStdString();
    ASSERT_EQ(found.marks.size(), 2u) << "繰越す is not what is written";
    const auto marked = [&](size_t no) { return found.text.mid(found.marks[no].first, found.marks[no].second); };
    EXPECT_EQ(marked(0), u"予算"_s);
    EXPECT_EQ(marked(1), u"パーセント"_s);
    EXPECT_TRUE(excerptOf(page, {}).marks.empty());
}

TEST(SearchableBox, FindsAReadingFromTheBeginningOfAWord)
{
    const QString oyama = foundBy(u"小山 大輔（財政課長）"_s, u"おやま だいすけ"_s);

    EXPECT_FALSE(oyama.contains(soughtBy(u"やまだ"_s)));
    for (const QString &typed : {u"おやまだ"_s, u"だいすけ"_s, u"オヤマ　ダイ"_s, u"課長"_s, u"山大"_s})
        EXPECT_TRUE(oyama.contains(soughtBy(typed))) << typed.toStdString();
    EXPECT_TRUE(foundBy(u"山田 花子"_s, u"やまだ　はなこ"_s).contains(soughtBy(u"やまだ"_s)));
    EXPECT_EQ(soughtBy(u"　"_s), QString());
}

} // namespace kessai::test
