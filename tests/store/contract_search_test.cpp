// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "core/store/query.h"
#include "core/store/searchindex.h"
#include "core/store/searchtext.h"
#include "tests/store/hand.h"

#include <QJsonArray>
#include <QSet>

// The contract of searching, the same on every database.

namespace kessai::test {

namespace {

class SearchContract : public OnBothDatabases {
protected:
    QStringList found(StaffId who, const QString &text, ListKind kind = ListKind::All, int limit = 200)
    {
        QStringList titles;
        ListQuery query{.kind = kind, .forms = {}, .text = text, .after = std::nullopt, .limit = limit};
        do {
            const auto page = office.as(who).cases().list(query);
            EXPECT_TRUE(fine(page));
            if (!page.ok())
                break;
            for (const CaseRow &row : page->rows)
                titles += row.title;
            query.after = page->next;
        } while (query.after && titles.size() < 1000);
        return titles;
    }
    QJsonObject withBody(const QString &subject, const QString &body)
    {
        QJsonObject fields = memo(subject);
        fields.insert(QStringLiteral("body"), body);
        return fields;
    }
    qint64 count(const QString &condition)
    {
        const auto database = office.ownersDatabase();
        EXPECT_TRUE(fine(database));
        const auto ran = (*database)->execute(QStringLiteral("INSERT INTO office_info (key, value) SELECT 'count', "
                                                             "CAST(COUNT(*) AS TEXT) FROM ")
                                              + condition);
        EXPECT_TRUE(fine(ran));
        const auto read = office.owner().office().configuration();
        EXPECT_TRUE(fine((*database)->execute(QStringLiteral("DELETE FROM office_info WHERE key = 'count'"))));
        return read ? read->info.value(QStringLiteral("count")).toLongLong() : -1;
    }
};
KESSAI_ON_BOTH_DATABASES(SearchContract);

} // namespace

TEST_P(SearchContract, FindsWhatTheFieldsSay)
{
    Hand sato(office, people.sato);
    QJsonObject fields = withBody(QStringLiteral("庁舎の件"), QStringLiteral("耐震補強ｺﾝｸﾘｰﾄを打設する。費用は別紙"));
    fields.insert(QStringLiteral("rows"), QJsonArray{QJsonObject{{QStringLiteral("what"), QStringLiteral("型枠")}}});
    ASSERT_TRUE(fine(sato.file(fields)));
    ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("別の件")))));
    const QStringList hall{QStringLiteral("庁舎の件")};

    for (const char *text :
         {"耐震", "震補", "補強コンクリート", "こんくりーと", "型枠", "枠", "耐", "紙", "別紙 佐藤", "庁 舎"})
        EXPECT_EQ(found(people.suzuki, QString::fromUtf8(text)), hall) << text;
    for (const char *text : {"耐強", "震耐", "耐震 型紙", "body", "別紙型", "凸"})
        EXPECT_EQ(found(people.suzuki, QString::fromUtf8(text)), QStringList()) << text;
    EXPECT_EQ(found(people.suzuki, QStringLiteral("件")).size(), 2);
    EXPECT_EQ(found(people.suzuki, QStringLiteral("耐震"), ListKind::Tray), hall);
    EXPECT_EQ(found(people.sato, QStringLiteral("耐震"), ListKind::Own), hall);
    EXPECT_EQ(found(people.fukuda, QStringLiteral("耐震")), hall);
}

TEST_P(SearchContract, FindsNothingForWhoMayNotReadIt)
{
    Hand sato(office, people.sato);
    ASSERT_TRUE(fine(sato.draft(withBody(QStringLiteral("下書き"), QStringLiteral("極秘の計画")))));
    ASSERT_TRUE(fine(sato.file(withBody(QStringLiteral("休暇"), QStringLiteral("通院のため")))));

    EXPECT_EQ(found(people.fuji, QStringLiteral("通院")), QStringList());
    EXPECT_EQ(found(people.tanaka, QStringLiteral("通院")), QStringList());
    for (const StaffId who : {people.suzuki, people.fukuda, people.fuji, people.sato})
        EXPECT_EQ(found(who, QStringLiteral("極秘")), QStringList());
    EXPECT_EQ(found(people.sato, QStringLiteral("極秘"), ListKind::Drafts), QStringList{QStringLiteral("下書き")});
    EXPECT_EQ(found(people.sato, QStringLiteral("通院")), QStringList{QStringLiteral("休暇")});
}

TEST_P(SearchContract, LooksAtWhatWasSubmittedLast)
{
    Hand sato(office, people.sato);
    Hand suzuki(office, people.suzuki);
    const auto id = sato.file(withBody(QStringLiteral("初案"), QStringLiteral("焼却炉")));
    ASSERT_TRUE(fine(id));
    ASSERT_TRUE(fine(suzuki.act(*id, Return{std::nullopt, std::nullopt, QStringLiteral("訂正を")})));
    ASSERT_TRUE(fine(sato.draft(withBody(QStringLiteral("再案"), QStringLiteral("溶融炉")), *id, 2)));

    EXPECT_EQ(found(people.suzuki, QStringLiteral("焼却")), QStringList{QStringLiteral("初案")});
    EXPECT_EQ(found(people.suzuki, QStringLiteral("溶融")), QStringList());
    EXPECT_EQ(found(people.sato, QStringLiteral("溶融")), QStringList());
    ASSERT_TRUE(fine(sato.submit(*id)));
    EXPECT_EQ(found(people.suzuki, QStringLiteral("溶融")), QStringList{QStringLiteral("再案")});
    EXPECT_EQ(found(people.suzuki, QStringLiteral("焼却")), QStringList());
}

TEST_P(SearchContract, ForgetsADraftThatIsRewrittenOrDeleted)
{
    Hand sato(office, people.sato);
    const auto id = sato.draft(withBody(QStringLiteral("下書き"), QStringLiteral("一版")));
    ASSERT_TRUE(fine(sato.draft(withBody(QStringLiteral("下書き"), QStringLiteral("二案")), *id, 1)));

    EXPECT_EQ(found(people.sato, QStringLiteral("一版"), ListKind::Drafts), QStringList());
    EXPECT_EQ(found(people.sato, QStringLiteral("二案"), ListKind::Drafts), QStringList{QStringLiteral("下書き")});
    ASSERT_TRUE(fine(sato.store().cases().deleteDraft(*id)));
    EXPECT_EQ(count(QStringLiteral("case_text")), 0);
    if (GetParam() == Dialect::Sqlite) {
        EXPECT_EQ(count(QStringLiteral("case_gram")), 0);
    }
}

TEST_P(SearchContract, TurnsPagesAndCountsOnlyWhatFitsOne)
{
    Hand sato(office, people.sato);
    QStringList filed;
    for (int i = 0; i < 7; ++i) {
        ASSERT_TRUE(fine(sato.file(memo(QStringLiteral("契約%1").arg(i)))));
        filed.prepend(QStringLiteral("契約%1").arg(i));
    }
    const auto first = [&](int limit) {
        return *office.as(people.suzuki)
                    .cases()
                    .list({.kind = ListKind::All,
                           .forms = {},
                           .text = QStringLiteral("契約"),
                           .after = {},
                           .limit = limit});
    };

    for (const StaffId who : {people.suzuki, people.sato, people.fukuda}) {
        EXPECT_EQ(found(who, QStringLiteral("契約"), ListKind::All, 3), filed);
        EXPECT_EQ(found(who, QStringLiteral("契約"), ListKind::Decided, 3), QStringList());
    }
    EXPECT_EQ(first(3).total, std::nullopt);
    EXPECT_EQ(first(7).total, 7);
    EXPECT_EQ(first(7).next, std::nullopt);
}

TEST_P(SearchContract, TakesWhateverIsTyped)
{
    ASSERT_TRUE(fine(Hand(office, people.sato).file(memo(QStringLiteral("a\"b AND *(c) \\d '%_NOT")))));
    const QStringList one{QStringLiteral("a\"b AND *(c) \\d '%_NOT")};

    for (const char *text : {"\"", "a\"b", "AND", "*(", "\\", "\\d", "'", "%_", "*", "not"})
        EXPECT_EQ(found(people.suzuki, QString::fromUtf8(text)), one) << text;
    for (const char *text : {"%a", "x*", "a_b", "OR", "{}", "NEAR"})
        EXPECT_EQ(found(people.suzuki, QString::fromUtf8(text)).size(), 0) << text;
    EXPECT_EQ(found(people.suzuki, QStringLiteral("𠮷")), QStringList());
    EXPECT_EQ(found(people.suzuki, QString(3000, QLatin1Char('x'))).size(), 0);
    EXPECT_EQ(found(people.suzuki, QStringLiteral(" \t\u3000")).size(), 1);
}

TEST_P(SearchContract, FindsAlikeWhicheverWayIsQuicker)
{
    // On a server the way depends on how many cases there are; a test cannot make that many.
    if (GetParam() == Dialect::Sqlite)
        return;
    Hand sato(office, people.sato);
    for (int i = 0; i < 6; ++i) {
        const QString body = i % 2 ? QStringLiteral("後期高齢者医療") : QStringLiteral("介護保険");
        ASSERT_TRUE(fine(sato.file(withBody(QStringLiteral("案件%1").arg(i), body))));
        ASSERT_TRUE(fine(Hand(office, people.tanaka).file(withBody(QStringLiteral("田中%1").arg(i), body))));
        ASSERT_TRUE(fine(Hand(office, people.fuji).file(withBody(QStringLiteral("よそ%1").arg(i), body))));
    }
    const auto all = [&] {
        QList<QStringList> lists;
        for (const StaffId who : {people.sato, people.suzuki, people.kato, people.fukuda, people.fuji}) {
            for (const char *text : {"高齢", "介護保険", "案件 医療", "齢", "田中", "無い"})
                lists << found(who, QString::fromUtf8(text), ListKind::All, 2);
        }
        return lists;
    };
    const auto ways = [&](int walk, int many) {
        for (const auto &[name, value] : {std::pair("search_walk", walk), std::pair("search_many", many)}) {
            EXPECT_TRUE(
                fine(office.tamper(QStringLiteral("CREATE OR REPLACE FUNCTION kessai.%1() RETURNS integer LANGUAGE sql "
                                                  "IMMUTABLE RETURN %2")
                                       .arg(QLatin1String(name))
                                       .arg(value))));
        }
        return all();
    };

    const QList<QStringList> throughOwn = all();

    EXPECT_EQ(throughOwn[0].size(), 3);
    EXPECT_EQ(ways(1, 1000), throughOwn) << "by the index";
    EXPECT_EQ(ways(1, 0), throughOwn) << "step by step";
}

TEST_P(SearchContract, FoldsAnewWhatIsFoldedOtherwise)
{
    Hand sato(office, people.sato);
    ASSERT_TRUE(fine(sato.file(withBody(QStringLiteral("旧い件"), QStringLiteral("ﾃﾞｰﾀ")))));
    const auto owner = office.ownersDatabase();
    ASSERT_TRUE(fine(owner));
    EXPECT_EQ(count(QStringLiteral("case_text WHERE fold <> %1").arg(kTextFoldVersion)), 0);
    ASSERT_TRUE(fine((*owner)->execute(QStringLiteral("UPDATE case_text SET fold = 0, text = 'x'"))));
    if (GetParam() == Dialect::Sqlite) {
        ASSERT_TRUE(fine((*owner)->execute(QStringLiteral("DELETE FROM case_gram"))));
    }
    EXPECT_EQ(found(people.suzuki, QStringLiteral("データ")), QStringList());

    ASSERT_TRUE(fine(refoldTexts(**owner)));

    EXPECT_EQ(found(people.suzuki, QStringLiteral("データ")), QStringList{QStringLiteral("旧い件")});
    EXPECT_EQ(found(people.suzuki, QStringLiteral("佐藤 旧い")), QStringList{QStringLiteral("旧い件")});
    EXPECT_EQ(count(QStringLiteral("case_text WHERE fold = 0")), 0);
    ASSERT_TRUE(fine((*owner)->execute(QStringLiteral("DELETE FROM case_text"))));
    ASSERT_TRUE(fine(refoldTexts(**owner)));
    EXPECT_EQ(found(people.suzuki, QStringLiteral("データ")), QStringList{QStringLiteral("旧い件")});
}

TEST(SearchText, CutsWhatIsVeryLong)
{
    const QJsonObject fields{{QStringLiteral("body"), QString(300'000, QChar(0x4e00))}};

    EXPECT_EQ(searchableText(QStringLiteral("題"), QStringLiteral("名 前"), fields).size(), kMaxSearchText);
    EXPECT_EQ(searchableText(QStringLiteral("題"), QStringLiteral("名 前"), {}), QStringLiteral("題\n名前"));
}

TEST(SearchText, PairsCharactersWithinALine)
{
    const auto grams = [](const char *text) {
        const QStringList words = gramsOf(QString::fromUtf8(text)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return QSet<QString>(words.begin(), words.end());
    };

    EXPECT_EQ(grams("abab\nc"),
              QSet<QString>({QStringLiteral("00610062"), QStringLiteral("00620061"), QStringLiteral("0062"),
                             QStringLiteral("0063")}));
    EXPECT_EQ(gramQuery({QStringLiteral("aba"), QStringLiteral("c")}),
              QStringLiteral("00610062 AND 00620061 AND 0063*"));
}

} // namespace kessai::test
