// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/office/reorganisation.h"

#include "core/office/officedraft.h"
#include "tests/support/officebuilder.h"
#include "tests/support/printers.h"

#include <QJsonObject>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::test {

using namespace Qt::StringLiterals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

const QDate kNow = SmallOffice::today();
const QDate kApril(2027, 4, 1);

QStringList wordsOf(const std::vector<Bilingual> &words)
{
    QStringList texts;
    for (const Bilingual &one : words)
        texts.append(one.ja);
    return texts;
}

QStringList blocking(const std::vector<OfficeProblem> &problems)
{
    QStringList texts;
    for (const OfficeProblem &one : problems) {
        if (one.blocks)
            texts.append(one.text.ja);
    }
    return texts;
}

QStringList remarks(const std::vector<OfficeProblem> &problems)
{
    QStringList texts;
    for (const OfficeProblem &one : problems) {
        if (!one.blocks)
            texts.append(one.text.ja);
    }
    return texts;
}

class Reorganising : public ::testing::Test {
protected:
    SmallOffice small;
    OfficeDraft draft{small.builder.history(), {}, kApril};
    QStringList blocked(std::vector<PreparedChange> prepared = {}) const
    {
        return blocking(problemsIn(draft.change(), small.builder.history(), prepared, kNow));
    }
    static PreparedChange prepared(const Reorganisation &change, int number = 2)
    {
        return {number, change, u"異動"_s, u"kaita"_s, Instant(0)};
    }
};

} // namespace

TEST_F(Reorganising, IsInForceFromItsDayOnAndChangesNothingBefore)
{
    draft.transfer(small.sato, small.financeClerk);
    Section renamed = *draft.after()->section(small.finance);
    renamed.name = u"財務課"_s;
    draft.setSection(renamed);

    const OfficeHistory next = applied(small.builder.history(), draft.change(), 2);

    const auto eve = next.at(kApril.addDays(-1), 2);
    const auto first = next.at(kApril, 2);
    EXPECT_EQ(eve->primaryPost(small.sato), small.clerk);
    EXPECT_EQ(eve->section(small.finance)->name, u"財政課"_s);
    EXPECT_EQ(first->primaryPost(small.sato), small.financeClerk);
    EXPECT_THAT(first->holders(small.clerk), ElementsAre(small.tanaka));
    EXPECT_EQ(first->section(small.finance)->name, u"財務課"_s);
    // As it was known before, the first of April is as it was.
    EXPECT_EQ(next.at(kApril, 1)->primaryPost(small.sato), small.clerk);
    for (const auto &row : small.builder.history().appointments) {
        EXPECT_TRUE(std::any_of(next.appointments.begin(), next.appointments.end(), [&](const auto &other) {
            return other.value == row.value && other.from == row.from && other.until == row.until
                && other.addedIn == row.addedIn;
        }));
    }
}

TEST_F(Reorganising, SaysInWordsWhatItChanges)
{
    draft.transfer(small.sato, small.financeClerk);
    draft.appoint(small.kato, small.financeManager, Holding::Concurrent);
    draft.leave(small.tanaka);
    const StaffId hired = draft.hire({.id = StaffId(0),
                                      .login = u"yamada"_s,
                                      .number = u"20001"_s,
                                      .familyName = u"山田"_s,
                                      .givenName = u"花子"_s,
                                      .kana = u"やまだ はなこ"_s});
    draft.transfer(hired, small.clerk);
    const SectionId office = draft.makeSection(small.general, u"dx"_s, u"DX推進課"_s);
    draft.makePost(office, u"dx-kacho"_s, u"課長"_s, 60, true);

    EXPECT_THAT(wordsOf(changesBetween(*draft.before(), *draft.after())),
                ElementsAre(u"新設: DX推進課（総務部）"_s, u"職の新設: DX推進課 課長"_s,
                            u"加藤 明: − → 財政課 課長（引き続き 総務課 課長）"_s,
                            u"佐藤 花: 総務課 庶務係 主事 → 財政課 財政係 主事"_s,
                            u"採用: 山田 花子（総務課 庶務係 主事）"_s, u"退職: 田中 太郎（総務課 庶務係 主事）"_s));
    EXPECT_THAT(blocked(), IsEmpty());
}

TEST_F(Reorganising, WhatIsDoneAndUndoneLeavesNothingBehind)
{
    draft.transfer(small.sato, small.financeClerk);
    draft.transfer(small.sato, small.clerk);
    Section moved = *draft.after()->section(small.care);
    draft.moveSection(small.care, small.general);
    draft.moveSection(small.care, *moved.parent);

    EXPECT_TRUE(draft.change().empty());
}

TEST_F(Reorganising, AUnitThatIsAbolishedTakesItsPostsAlong)
{
    draft.abolishPost(small.financeManager, small.manager);
    draft.abolishSection(small.finance);

    const auto after = draft.after();
    EXPECT_EQ(after->section(small.finance), nullptr);
    EXPECT_EQ(after->section(small.budget), nullptr);
    EXPECT_EQ(after->post(small.financeChief), nullptr);
    EXPECT_THAT(after->holders(small.financeManager), ElementsAre(small.kato)) << "who has its work now";
    EXPECT_THAT(after->postsWithRole(u"finance"_s), ElementsAre(small.manager));
    EXPECT_THAT(blocked(), IsEmpty());
    const QStringList said = remarks(problemsIn(draft.change(), small.builder.history(), {}, kNow));
    EXPECT_THAT(said, Contains(u"財前 修に職がありません。"_s));
    EXPECT_THAT(said, Contains(u"なくなる「財政課 財政係 係長」の仕事の引継ぎ先がありません。"_s));
    EXPECT_FALSE(said.contains(u"なくなる「財政課 課長」の仕事の引継ぎ先がありません。"_s));
}

TEST_F(Reorganising, WhoGoesAlongKeepsThePrimaryPost)
{
    draft.appoint(small.zama, small.chief, Holding::Concurrent);
    draft.appoint(small.zaizen, small.financeClerk, Holding::Acting);
    draft.abolishSection(
        small.finance,
        {{small.financeChief, small.chief}, {small.financeManager, small.senior}, {small.financeClerk, small.senior}},
        true);

    EXPECT_EQ(draft.after()->primaryPost(small.zama), small.chief) << "held concurrently before";
    EXPECT_EQ(draft.after()->primaryPost(small.zaizen), small.senior) << "held in two ways before";
    EXPECT_THAT(blocked(), IsEmpty());
}

TEST_F(Reorganising, WhatIsTakenUpIsNothingThatWasMadeMeanwhile)
{
    const SectionId made = draft.makeSection(small.general, u"dx"_s, u"DX推進課"_s);
    const PostId post = draft.makePost(made, u"dx-kacho"_s, u"課長"_s, 60, true);
    draft.transfer(small.sato, post);
    const PreparedChange failed = prepared(draft.change());
    OfficeDraft between(small.builder.history(), {}, kApril);
    const SectionId other = between.makeSection(small.general, u"mado"_s, u"窓口係"_s);
    EXPECT_EQ(between.makePost(other, u"mado-kakaricho"_s, u"係長"_s, 40, true), post) << "the number is free again";
    ASSERT_EQ(other, made);
    const OfficeHistory since = applied(small.builder.history(), between.change(), 3);

    OfficeDraft again(since, {}, kApril);
    again.takeUp(failed);

    EXPECT_EQ(again.after()->section(other)->name, u"窓口係"_s);
    EXPECT_TRUE(again.after()->holders(post).empty());
    const Post *own = again.after()->post(*again.after()->primaryPost(small.sato));
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(again.after()->section(own->section)->name, u"DX推進課"_s);
    EXPECT_THAT(blocking(problemsIn(again.change(), since, {}, kNow)), IsEmpty());
}

TEST_F(Reorganising, TellsWhatDoesNotMakeSense)
{
    draft.makePost(small.finance, u"soumu-kacho"_s, u"課長"_s, 60, true);
    draft.appoint(small.sato, small.financeClerk, Holding::Primary);
    draft.moveSection(small.affairs, small.clerks);
    Staff twin = *draft.after()->staff(small.tanaka);
    twin.number = draft.after()->staff(small.sato)->number;
    twin.login = u"ta naka"_s;
    draft.setStaff(twin);

    const QStringList said = blocked();

    EXPECT_THAT(said, Contains(u"コード「soumu-kacho」の職が二つあります。"_s));
    EXPECT_THAT(said, Contains(u"「財政課」に長の職が二つあります。"_s));
    EXPECT_THAT(said, Contains(u"佐藤 花に本務の職が二つあります。"_s));
    EXPECT_THAT(said, Contains(u"「総務課」は「庶務係」の下に置けません。"_s));
    EXPECT_THAT(said, Contains(u"職員番号「10009」の職員が二人います。"_s));
    EXPECT_THAT(said, Contains(u"田中 太郎のログイン名は変えられません。"_s));
}

TEST_F(Reorganising, NeverReachesBack)
{
    const OfficeHistory history = small.builder.history();
    OfficeDraft today(history, {}, kNow);
    today.transfer(small.sato, small.financeClerk);
    OfficeDraft yesterday(history, {}, kNow.addDays(-1));
    yesterday.transfer(small.sato, small.financeClerk);

    EXPECT_THAT(blocking(problemsIn(today.change(), history, {}, kNow)), IsEmpty());
    EXPECT_THAT(blocking(problemsIn(yesterday.change(), history, {}, kNow)),
                ElementsAre(u"変更は今日より前にさかのぼれません。"_s));
}

TEST_F(Reorganising, NamesNobodyAndNothingThatIsNotThere)
{
    Reorganisation change{.from = kApril};
    change.appointments = {{small.sato, PostId(999), Holding::Concurrent}};
    EXPECT_THAT(blocking(problemsIn(change, small.builder.history(), {}, kNow)).size(), 1);

    SmallOffice older;
    older.builder.abolish(older.viceDirector, QDate(2026, 3, 31));
    Reorganisation again{.from = kApril};
    again.posts = {{older.viceDirector, older.general, u"soumu-jicho"_s, u"次長"_s, 70, false}};
    EXPECT_THAT(blocking(problemsIn(again, older.builder.history(), {}, kNow)),
                ElementsAre(u"この日にはない組織、職、職員が含まれています。"_s))
        << "a number stands for one thing for ever";

    Reorganisation stranger{.from = kApril};
    stranger.staff = {{StaffId(500), u"sato"_s, u"30000"_s, u"佐藤"_s, u"偽"_s, u"さとう"_s}};
    EXPECT_THAT(blocking(problemsIn(stranger, small.builder.history(), {}, kNow)),
                Contains(u"ログイン名「sato」は佐藤 花が使っていました。"_s));
}

TEST_F(Reorganising, ComesAfterWhatIsPreparedForEarlierDays)
{
    draft.makeSection(small.general, u"dx"_s, u"DX推進課"_s);
    const PreparedChange first = prepared(draft.change());
    OfficeDraft may(small.builder.history(), {first}, QDate(2027, 5, 1));
    const SectionId made = first.change.sections[0].id;
    ASSERT_NE(may.before()->section(made), nullptr);
    may.makePost(made, u"dx-kacho"_s, u"課長"_s, 60, true);

    EXPECT_THAT(blocking(problemsIn(may.change(), small.builder.history(), {first}, kNow)), IsEmpty());
    EXPECT_FALSE(fitTogether(small.builder.history(), {prepared(may.change(), 3)})) << "it rests on the first";
    EXPECT_TRUE(fitTogether(small.builder.history(), {first, prepared(may.change(), 3)}));

    OfficeDraft other(small.builder.history(), {first}, QDate(2027, 5, 1));
    Section renamed = *other.before()->section(made);
    renamed.name = u"情報課"_s;
    other.setSection(renamed);
    EXPECT_THAT(blocking(problemsIn(other.change(), small.builder.history(), {first}, kNow)),
                ElementsAre(u"2027-04-01からの準備済みの変更と重なります。先にそれを取り消してください。"_s));
}

TEST_F(Reorganising, NobodyServesThemselves)
{
    small.builder.standIn(small.director, small.clerk).deputy(small.zaizen, small.sato);
    const OfficeHistory history = small.builder.history();
    const Administrators administrators{{small.sato, QDate(2020, 4, 1), {}, 0, 0},
                                        {small.tanaka, QDate(2020, 4, 1), {}, 0, 0}};
    const auto serves = [&](const std::vector<PreparedChange> &before, const auto &act) {
        OfficeDraft one(history, {}, kApril);
        act(one);
        return servesOneself(one.change(), history, before, small.sato, administrators);
    };

    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.transfer(small.sato, small.mayor); }));
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.appoint(small.sato, small.clerk, Holding::Acting); }));
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.setRole(u"accounting"_s, small.clerk, true); }));
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.abolishPost(small.viceMayor, small.clerk); }));
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) {
        Post own = *one.after()->post(small.clerk);
        own.section = small.city;
        one.setPost(own);
    }));
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) {
        Post own = *one.after()->post(small.clerk);
        own.code = u"mayor"_s; // by which rules would find it
        one.setPost(own);
    }));
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.moveSection(small.budget, small.affairs); }))
        << "whose leave they would see";
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) {
        Post others = *one.after()->post(small.careClerk);
        others.section = small.clerks;
        one.setPost(others);
    }));
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.setRole(u"finance"_s, small.chief, true); }))
        << "whose 課 keeps the budget of everybody then";
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.leave(small.bando); })) << "in whose place they decide";
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.transfer(small.zaizen, small.mayor); }))
        << "whose deputy they are";
    EXPECT_TRUE(serves({}, [&](OfficeDraft &one) { one.leave(small.tanaka); })) << "the other administrator";
    OfficeDraft may(history, {}, kApril.addDays(30));
    may.appoint(small.sato, small.careClerk, Holding::Concurrent);
    const auto records = [&](OfficeDraft &one) { one.setRole(u"records"_s, small.careClerk, true); };
    EXPECT_TRUE(serves({prepared(may.change())}, records)) << "for a post that waits for them";

    EXPECT_FALSE(serves({}, records));
    EXPECT_FALSE(serves({}, [&](OfficeDraft &one) { one.transfer(small.tanaka, small.mayor); }));
    EXPECT_FALSE(serves({}, [&](OfficeDraft &one) { one.release(small.sato, small.clerk); }));
    EXPECT_FALSE(serves({}, [&](OfficeDraft &one) {
        one.makePost(one.makeSection(small.affairs, u"dx"_s, u"DX係"_s), u"dx-shuji"_s, u"主事"_s, 10, false);
    }));
    EXPECT_FALSE(serves({}, [&](OfficeDraft &one) {
        one.leave(small.bando);
        one.transfer(small.tsugawa, small.director);
    }));
}

TEST_F(Reorganising, NobodyTakesBackWhatTheyWouldLoseBy)
{
    draft.release(small.sato, small.clerk);
    const auto serves = [&](StaffId who) {
        return servesTakingBack(prepared(draft.change()), small.builder.history(), {}, who, {});
    };

    EXPECT_TRUE(serves(small.sato));
    EXPECT_FALSE(serves(small.tanaka));
}

TEST_F(Reorganising, LeavesNumbersForOthersAndTheCityAHead)
{
    Reorganisation ahead{.from = kApril};
    ahead.posts = {{PostId(999'999'999'999'999), small.general, u"far"_s, u"主事"_s, 10, false}};
    EXPECT_THAT(blocking(problemsIn(ahead, small.builder.history(), {}, kNow)),
                ElementsAre(u"この日にはない組織、職、職員が含まれています。"_s));

    Post mayor = *draft.after()->post(small.mayor);
    mayor.head = false;
    draft.setPost(mayor);
    draft.setRole(u"records"_s, small.assistant, false);
    EXPECT_THAT(blocked(),
                ElementsAre(u"「%1」に長の職がありません。"_s.arg(draft.after()->section(small.city)->name)));
    EXPECT_THAT(remarks(problemsIn(draft.change(), small.builder.history(), {}, kNow)),
                Contains(u"役割「records」を持つ職がなくなります。"_s));
}

TEST_F(Reorganising, SaysWhereTwoPeopleHoldThePostOfAHead)
{
    const auto remarked = [this] { return remarks(problemsIn(draft.change(), small.builder.history(), {}, kNow)); };
    draft.transfer(small.sato, small.financeClerk);
    const QStringList before = remarked();

    const auto head = draft.after()->headOf(small.general);
    draft.appoint(small.sato, *head, Holding::Concurrent);

    const Post post = *draft.after()->post(*head);
    const QStringList found = remarked();
    ASSERT_EQ(found.size(), before.size() + 1);
    const auto said = std::find_if(found.begin(), found.end(), [&](const QString &one) {
        return one.contains(draft.after()->sectionLabel(post.section) + u' ' + post.title);
    });
    ASSERT_NE(said, found.end());
    EXPECT_TRUE(said->contains(u"2人"_s) && said->contains(draft.after()->staff(small.sato)->name()))
        << qPrintable(*said);
    EXPECT_THAT(blocked(), IsEmpty()) << "an office may mean it";
}

TEST_F(Reorganising, IsReadAsItIsWritten)
{
    draft.transfer(small.sato, small.financeClerk);
    draft.abolishPost(small.viceDirector, small.director);
    draft.makeSection(small.general, u"dx"_s, u"DX推進課"_s);
    draft.leave(small.tanaka);

    const auto read = Reorganisation::fromJson(draft.change().toJson());

    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, draft.change());
    QJsonObject more = draft.change().toJson();
    more.insert(u"more"_s, 1);
    EXPECT_FALSE(Reorganisation::fromJson(more).ok());
    EXPECT_FALSE(Reorganisation::fromJson({}).ok());
}

} // namespace kessai::test
