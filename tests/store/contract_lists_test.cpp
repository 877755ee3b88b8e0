// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/caseview.h"
#include "tests/store/hand.h"

// The contract of lists and of the poll, the same on every database.

namespace kessai::test {

namespace {

class ListContract : public OnBothDatabases {
protected:
    /// The titles of a list, in its order, page by page.
    QStringList titles(StaffId who, ListQuery query, int *pages = nullptr)
    {
        QStringList all;
        int count = 0;
        do {
            const auto page = office.as(who).cases().list(query);
            EXPECT_TRUE(fine(page));
            if (!page.ok())
                break;
            ++count;
            const bool counted = query.kind == ListKind::Tray || query.kind == ListKind::Attention
                || query.kind == ListKind::Late || !page->next;
            EXPECT_EQ(page->total.has_value(), !query.after && counted);
            for (const CaseRow &row : page->rows)
                all += row.title;
            query.after = page->next;
        } while (query.after && count < 100);
        if (pages)
            *pages = count;
        return all;
    }
    QStringList titles(StaffId who, ListKind kind) { return titles(who, query(kind)); }
    static ListQuery query(ListKind kind, const QString &text = {}, int limit = 200)
    {
        return {.kind = kind, .forms = {}, .text = text, .after = std::nullopt, .limit = limit};
    }
};
KESSAI_ON_BOTH_DATABASES(ListContract);

} // namespace

TEST_P(ListContract, ShowsTheNextStandInWhatTheFirstOneDrafted)
{
    // 次長 comes first in the place of 部長, but decides nothing of their own; their line has no 課長 to come next.
    ASSERT_TRUE(fine(office.setAbsent(people.bando)));
    Hand vice(office, people.tsugawa);
    Hand next(office, people.zaizen);
    const auto theirs = vice.file(memo(QStringLiteral("次長の伺い")));
    ASSERT_TRUE(fine(theirs));
    const auto others = Hand(office, people.sato).file(memo(QStringLiteral("主事の伺い")));
    ASSERT_TRUE(fine(others));
    ASSERT_TRUE(fine(Hand(office, people.suzuki).approve(*others)));
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(*others)));

    EXPECT_EQ(titles(people.zaizen, ListKind::Tray), QStringList{QStringLiteral("次長の伺い")});
    EXPECT_EQ(next.pulse().waiting, 1);
    EXPECT_FALSE(next.load(*others).ok()) << "there 次長 decides";
    const auto record = next.load(*theirs);
    ASSERT_TRUE(fine(record));
    EXPECT_EQ(record->history.size(), 1U);
    EXPECT_EQ(record->revisions.size(), 1U);
    EXPECT_TRUE(fine(proven(*record)));
    ASSERT_TRUE(fine(next.act(*theirs, Approve{std::nullopt, QStringLiteral("代決します"), Manner::Acting})));
    EXPECT_EQ(next.load(*theirs)->projection.state, CaseState::Decided);

    ASSERT_TRUE(fine(office.setPresent()));
    const auto later = vice.file(memo(QStringLiteral("次長の次の伺い")));
    ASSERT_TRUE(fine(later));
    EXPECT_FALSE(next.load(*later).ok()) << "部長 is there";
}

TEST_P(ListContract, PutsACaseIntoTheRightLists)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto draft = sato.draft(memo(QStringLiteral("下書き")));
    const auto running = sato.file(memo(QStringLiteral("回議中"), 500));
    const auto returned = sato.file(memo(QStringLiteral("差戻し")));
    ASSERT_TRUE(fine(returned));
    ASSERT_TRUE(fine(suzuki.act(*returned, Return{std::nullopt, std::nullopt, QStringLiteral("確認")})));

    EXPECT_EQ(titles(people.sato, ListKind::Drafts), QStringList{QStringLiteral("下書き")});
    EXPECT_EQ(titles(people.sato, ListKind::Attention), QStringList{QStringLiteral("差戻し")});
    EXPECT_EQ(titles(people.sato, ListKind::Own), QStringList({QStringLiteral("差戻し"), QStringLiteral("回議中")}));
    EXPECT_EQ(titles(people.suzuki, ListKind::Tray), QStringList{QStringLiteral("回議中")});
    EXPECT_EQ(titles(people.suzuki, ListKind::All), QStringList({QStringLiteral("差戻し"), QStringLiteral("回議中")}));
    EXPECT_EQ(titles(people.kato, ListKind::Tray), QStringList());
    // Superiors in the line may look at what is on its way to them, consulted posts may not.
    EXPECT_EQ(titles(people.kato, ListKind::All), QStringList({QStringLiteral("差戻し"), QStringLiteral("回議中")}));
    EXPECT_EQ(titles(people.zaizen, ListKind::All), QStringList());
    EXPECT_EQ(titles(people.fukuda, ListKind::All).size(), 2);
}

TEST_P(ListContract, ShowsARowAsItIs)
{
    Hand sato(office, people.sato);
    const auto file = sato.upload(QStringLiteral("見積.pdf"), "abc");
    DraftSave save;
    save.content = Content{QStringLiteral("memo"), 1, memo(QStringLiteral("急ぎの件"), 1'234'567), {*file}};
    save.title = QStringLiteral("急ぎの件");
    save.amount = 1'234'567;
    save.urgent = true;
    const auto id = sato.store().cases().saveDraft(save);
    ASSERT_TRUE(fine(id));
    const auto submitted = sato.submit(*id);
    ASSERT_TRUE(fine(submitted));

    const ListPage tray = Hand(office, people.suzuki).list(ListKind::Tray);

    ASSERT_EQ(tray.rows.size(), 1U);
    const CaseRow &row = tray.rows[0];
    EXPECT_EQ(row.id, *id);
    EXPECT_EQ(row.number, sato.load(*id)->number);
    EXPECT_EQ(row.form, QStringLiteral("memo"));
    EXPECT_EQ(row.drafter, people.sato);
    EXPECT_EQ(row.drafterName, QStringLiteral("佐藤 花"));
    EXPECT_EQ(row.drafterSection, QStringLiteral("総務課"));
    EXPECT_EQ(row.amount, 1'234'567);
    EXPECT_EQ(row.state, CaseState::Running);
    EXPECT_EQ(row.seq, 1);
    EXPECT_TRUE(row.urgent);
    EXPECT_EQ(row.attachments, 1);
    EXPECT_EQ(row.submittedAt, submitted->at);
    EXPECT_EQ(row.changedAt, submitted->at);
    EXPECT_EQ(row.arrivedAt, submitted->at);
    EXPECT_EQ(row.myStep, StepKind::Review);
    EXPECT_EQ(row.nowWith, QStringLiteral("庶務係長"));
    EXPECT_EQ(tray.total, 1);
    EXPECT_FALSE(tray.next);
}

TEST_P(ListContract, SaysWhomACaseWaitsFor)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("だれの机"), 200'000));
    ASSERT_TRUE(fine(id));
    const auto nowWith = [&] { return sato.list(ListKind::Own).rows.at(0).nowWith; };

    // The notaries and the window write a post alike.
    const auto waitsFor = [&](PostId post, const QString &written) {
        EXPECT_EQ(nowWith(), written);
        EXPECT_EQ(postLabel(*office.officeToday(), post), written);
    };

    waitsFor(people.chief, QStringLiteral("庶務係長"));
    ASSERT_TRUE(fine(Hand(office, people.suzuki).approve(*id)));
    waitsFor(people.manager, QStringLiteral("総務課長"));
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(*id)));
    waitsFor(people.financeManager, QStringLiteral("財政課長"));
    ASSERT_TRUE(fine(Hand(office, people.zaizen).approve(*id)));
    // The manager has papers to read by now, but the case waits for the director alone.
    waitsFor(people.director, QStringLiteral("総務部長"));
    EXPECT_EQ(titles(people.kato, ListKind::Tray).size(), 1);
    ASSERT_TRUE(fine(Hand(office, people.bando).approve(*id)));
    EXPECT_EQ(nowWith(), QString());
    EXPECT_EQ(Hand(office, people.kato).list(ListKind::Tray).rows.at(0).myStep, StepKind::Circulate);
    EXPECT_EQ(titles(people.kato, ListKind::Decided).size(), 1);
    EXPECT_EQ(titles(people.sato, ListKind::Decided).size(), 1);
    EXPECT_EQ(titles(people.fuji, ListKind::Decided).size(), 0);
}

TEST_P(ListContract, PagesByKeyWithoutLossOrRepetition)
{
    Hand sato(office, people.sato);
    QStringList filed;
    for (int i = 0; i < 7; ++i) {
        const QString title = QStringLiteral("案件%1").arg(i);
        ASSERT_TRUE(fine(sato.file(memo(title))));
        filed.prepend(title);
    }
    // Two that arrive in the same microsecond must not hide each other: the clock of SQLite stands still here.
    for (const auto &[who, kind] : {std::pair(people.suzuki, ListKind::Tray), std::pair(people.sato, ListKind::Own),
                                    std::pair(people.suzuki, ListKind::All), std::pair(people.fukuda, ListKind::All)}) {
        int pages = 0;
        EXPECT_EQ(titles(who, query(kind, {}, 3), &pages), filed);
        EXPECT_EQ(pages, 3);
        EXPECT_EQ(titles(who, query(kind, {}, 7), &pages), filed);
        EXPECT_EQ(pages, 1);
    }
    EXPECT_EQ(Hand(office, people.suzuki).list(ListKind::Tray).total, 7);
}

TEST_P(ListContract, OrdersTheTrayByArrivalAndNotByFiling)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto first = sato.file(memo(QStringLiteral("先")));
    const auto second = sato.file(memo(QStringLiteral("後")));
    ASSERT_TRUE(fine(suzuki.approve(*second)));
    ASSERT_TRUE(fine(suzuki.approve(*first)));

    EXPECT_EQ(titles(people.kato, ListKind::Tray), QStringList({QStringLiteral("先"), QStringLiteral("後")}));
}

TEST_P(ListContract, NeverAsksDraftersAboutTheirOwnCase)
{
    // The manager files: the papers would circulate to the very same post.
    Hand kato(office, people.kato);
    const auto id = kato.file(memo(QStringLiteral("課長の伺い")));
    ASSERT_TRUE(fine(id));
    const auto record = kato.load(*id);

    EXPECT_EQ(titles(people.kato, ListKind::Tray), QStringList());
    EXPECT_EQ(kato.pulse().waiting, 0);
    EXPECT_EQ(record->projection.state, CaseState::Running);
}

TEST_P(ListContract, FindsWordsInNumberTitleAndDrafter)
{
    Hand sato(office, people.sato);
    Hand tanaka(office, people.tanaka);
    const auto parts = sato.file(memo(QStringLiteral("庁用車のサーバ部品")));
    ASSERT_TRUE(fine(parts));
    ASSERT_TRUE(fine(tanaka.file(memo(QStringLiteral("100%の_割合! ABC")))));
    const auto found = [&](const QString &text) { return titles(people.suzuki, query(ListKind::All, text)); };
    const QStringList car{QStringLiteral("庁用車のサーバ部品")};
    const QStringList share{QStringLiteral("100%の_割合! ABC")};

    EXPECT_EQ(found(QStringLiteral("サーバ")), car);
    EXPECT_EQ(found(QStringLiteral("ｻｰﾊﾞ")), car);
    EXPECT_EQ(found(QStringLiteral("さーば 部品")), car);
    EXPECT_EQ(found(QStringLiteral("サーバ　佐藤")), car);
    EXPECT_EQ(found(QStringLiteral("サーバ 田中")), QStringList());
    EXPECT_EQ(found(QStringLiteral("田中太郎")), share);
    EXPECT_EQ(found(QStringLiteral("abc")), share);
    EXPECT_EQ(found(QStringLiteral("ＡＢＣ")), share);
    EXPECT_EQ(found(QStringLiteral("0%の_割合!")), share);
    EXPECT_EQ(found(QStringLiteral("%")), share);
    EXPECT_EQ(found(QStringLiteral("部_品")), QStringList());
    EXPECT_EQ(found(sato.load(*parts)->number), car);
    EXPECT_EQ(found(QStringLiteral("庁 用 車 の サーバ 部")), car);
    EXPECT_EQ(found(QStringLiteral("庁 用 車 の サーバ 部 無")), QStringList());
    EXPECT_EQ(titles(people.sato, query(ListKind::Own, QStringLiteral("サーバ"))), car);
    EXPECT_EQ(titles(people.suzuki, query(ListKind::Tray, QStringLiteral("割合"))), share);
    EXPECT_EQ(titles(people.fukuda, query(ListKind::All, QStringLiteral("割合"))), share);
}

TEST_P(ListContract, NarrowsToForms)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("伺い")))));
    ListQuery some = query(ListKind::All);

    some.forms = {QStringLiteral("overtime"), QStringLiteral("memo")};
    EXPECT_EQ(titles(people.suzuki, some).size(), 1);
    some.forms = {QStringLiteral("overtime"), QStringLiteral("mem")};
    EXPECT_EQ(titles(people.suzuki, some).size(), 0);
}

TEST_P(ListContract, CountsInThePulseWhatTheListsShow)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto draft = sato.draft(memo(QStringLiteral("下書き")));
    ASSERT_TRUE(fine(draft));
    const auto first = sato.file(memo(QStringLiteral("一")));
    const auto second = sato.file(memo(QStringLiteral("二")));
    ASSERT_TRUE(fine(second));
    ASSERT_TRUE(fine(suzuki.act(*first, Return{std::nullopt, std::nullopt, QStringLiteral("確認")})));

    const Pulse drafter = sato.pulse();
    const Pulse chief = suzuki.pulse();

    EXPECT_EQ(drafter.drafts, 1);
    EXPECT_EQ(drafter.attention, 1);
    EXPECT_EQ(drafter.own, 1);
    EXPECT_EQ(drafter.waiting, 0);
    EXPECT_EQ(chief.waiting, 1);
    EXPECT_EQ(chief.drafts, 0);
    EXPECT_EQ(drafter.configuration, 1);
    EXPECT_LT(std::abs(drafter.serverTime.microseconds() - office.clock().now().microseconds()), 3'600'000'000);
}

TEST_P(ListContract, MovesTheMarkWithEveryChangeSomebodyCanSee)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    Hand fuji(office, people.fuji);
    qint64 satoMark = sato.pulse().mark;
    qint64 suzukiMark = suzuki.pulse().mark;
    const auto moved = [](Hand &hand, qint64 &mark) {
        const qint64 now = hand.pulse().mark;
        return std::exchange(mark, now) != now;
    };

    const auto id = sato.draft(memo(QStringLiteral("印")));
    EXPECT_TRUE(moved(sato, satoMark));
    const qint64 outsider = fuji.pulse().mark;
    EXPECT_EQ(fuji.pulse().mark, outsider);
    ASSERT_TRUE(fine(sato.submit(*id)));
    EXPECT_TRUE(moved(sato, satoMark));
    EXPECT_TRUE(moved(suzuki, suzukiMark));
    EXPECT_FALSE(moved(sato, satoMark));
    ASSERT_TRUE(fine(sato.act(*id, Comment{QStringLiteral("補足")})));
    EXPECT_TRUE(moved(suzuki, suzukiMark));
    ASSERT_TRUE(fine(suzuki.approve(*id)));
    EXPECT_TRUE(moved(sato, satoMark));
    EXPECT_TRUE(moved(suzuki, suzukiMark));
    ASSERT_TRUE(fine(Hand(office, people.kato).approve(*id)));
    EXPECT_TRUE(moved(suzuki, suzukiMark));
    ASSERT_TRUE(fine(sato.act(*id, Cancel{QStringLiteral("不要")})));
    EXPECT_TRUE(moved(sato, satoMark));
    EXPECT_TRUE(moved(suzuki, suzukiMark));
}

TEST_P(ListContract, TellsOfACaseOfMineWhereItWaitsAndSinceWhen)
{
    Hand sato(office, people.sato);
    const auto id = sato.file(memo(QStringLiteral("どこまで")));
    ASSERT_TRUE(fine(id));
    office.wait();
    const auto approved = Hand(office, people.suzuki).approve(*id);
    ASSERT_TRUE(fine(approved));

    const CaseRow row = sato.list(ListKind::Own).rows.at(0);

    EXPECT_EQ(row.arrivedAt, approved->at);
    EXPECT_EQ(row.myStep, StepKind::Review);
    EXPECT_EQ(row.waitsFor, std::vector<Assignee>{people.manager});
    ASSERT_TRUE(fine(sato.act(*id, Cancel{QStringLiteral("不要")})));
    EXPECT_TRUE(sato.list(ListKind::Own).rows.at(0).waitsFor.empty());
    EXPECT_EQ(sato.list(ListKind::Own).rows.at(0).arrivedAt, std::nullopt);
}

TEST_P(ListContract, MarksAReminderInTheTrayOfWhoeverItIsFor)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto id = sato.file(memo(QStringLiteral("催促")));
    ASSERT_TRUE(fine(id));
    EXPECT_EQ(suzuki.list(ListKind::Tray).rows.at(0).remindedAt, std::nullopt);
    office.wait();
    const qint64 mark = suzuki.pulse().mark;
    const auto reminded = sato.act(*id, Remind{QStringLiteral("明日が締切です"), 1});
    ASSERT_TRUE(fine(reminded));

    EXPECT_EQ(suzuki.list(ListKind::Tray).rows.at(0).remindedAt, reminded->at);
    EXPECT_NE(suzuki.pulse().mark, mark);
    // Whoever comes next was not reminded.
    office.wait();
    ASSERT_TRUE(fine(suzuki.approve(*id)));
    EXPECT_EQ(Hand(office, people.kato).list(ListKind::Tray).rows.at(0).remindedAt, std::nullopt);
}

TEST_P(ListContract, PutsWhatIsLateFirstOldestFirstWhereAsked)
{
    Hand sato(office, people.sato);
    std::vector<Instant> filed;
    for (const char *title : {"一", "二", "三", "四"}) {
        const auto id = sato.file(memo(QString::fromUtf8(title)));
        ASSERT_TRUE(fine(id));
        filed.push_back(*Hand(office, people.suzuki).list(ListKind::Tray).rows.at(0).arrivedAt);
        office.wait();
    }
    ListQuery late = query(ListKind::Tray, {}, 1);
    late.late.review = filed[2];

    EXPECT_EQ(titles(people.suzuki, late).join(QChar(u' ')), QStringLiteral("四 三 二 一"));
    late.lateFirst = true;
    EXPECT_EQ(titles(people.suzuki, late).join(QChar(u' ')), QStringLiteral("一 二 三 四"));
    late.late = {.consult = filed[2]};
    EXPECT_EQ(titles(people.suzuki, late).join(QChar(u' ')), QStringLiteral("一 二 三 四"))
        << "and the oldest of the rest";
}

TEST_P(ListContract, PutsForgottenReturnsFirstAndSaysSinceWhenInThePulse)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    std::vector<Instant> returned;
    EXPECT_EQ(sato.pulse().untouched, std::nullopt);
    for (const char *title : {"一", "二", "三"}) {
        const auto id = sato.file(memo(QString::fromUtf8(title)));
        ASSERT_TRUE(fine(id));
        const auto back = suzuki.act(*id, Return{std::nullopt, std::nullopt, QStringLiteral("確認")});
        ASSERT_TRUE(fine(back));
        returned.push_back(back->at);
        office.wait();
    }
    ListQuery forgotten = query(ListKind::Attention, {}, 1);
    forgotten.late.returned = returned[2];

    EXPECT_EQ(titles(people.sato, forgotten).join(QChar(u' ')), QStringLiteral("一 二 三"));
    EXPECT_EQ(sato.pulse().untouched, returned[0]);
    EXPECT_EQ(suzuki.pulse().untouched, std::nullopt);
    EXPECT_EQ(titles(people.sato, ListKind::Attention).join(QChar(u' ')), QStringLiteral("三 二 一"));
}

TEST_P(ListContract, ShowsWhoeverHeadsASectionWhatIsLateThere)
{
    Hand sato(office, people.sato);
    const auto slow = sato.file(memo(QStringLiteral("係長の机"), 200'000));
    ASSERT_TRUE(fine(slow));
    office.wait();
    const auto there = sato.file(memo(QStringLiteral("財政課の机"), 200'000));
    ASSERT_TRUE(fine(there));
    for (const StaffId who : {people.suzuki, people.kato})
        ASSERT_TRUE(fine(Hand(office, who).approve(*there)));
    office.wait();
    ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("今届いた")))));
    const Instant now = *sato.list(ListKind::Own).rows.at(0).arrivedAt;
    ListQuery late = query(ListKind::Late, {}, 1);
    late.late = {.review = now, .consult = now, .decide = now};

    const QString both = QStringLiteral("係長の机 財政課の机");
    EXPECT_EQ(titles(people.suzuki, late).join(QChar(u' ')), both); // they were drafted in the unit
    EXPECT_EQ(titles(people.kato, late).join(QChar(u' ')), both);
    EXPECT_EQ(titles(people.bando, late).join(QChar(u' ')), both);
    // The section that is consulted sees what lies on its own desk, and those who head nothing see nothing.
    EXPECT_EQ(titles(people.zaizen, late).join(QChar(u' ')), QStringLiteral("財政課の机"));
    EXPECT_EQ(titles(people.sato, late), QStringList());
    EXPECT_EQ(titles(people.fukuda, late), QStringList());
    late.late = {};
    EXPECT_EQ(titles(people.kato, late), QStringList());
}

} // namespace kessai::test
