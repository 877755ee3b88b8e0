// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonical.h"
#include "core/cases/content.h"
#include "core/cases/event.h"
#include "tests/support/printers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

#include <limits>

namespace kessai::test {

static Route sampleRoute()
{
    return {{{1,
              StepKind::Review,
              StepRule::All,
              1,
              QStringLiteral("R-1"),
              {{1, PostId(12)}},
              {{RouteNoteKind::Vacant, QStringLiteral("R-1"), PostId(11)}}},
             {2,
              StepKind::Consult,
              StepRule::Count,
              2,
              QStringLiteral("R-2"),
              {{1, PostId(3)}, {2, StaffId(9)}, {3, PostId(4)}},
              {},
              Objection::Refers},
             {3, StepKind::Decide, StepRule::Any, 1, QStringLiteral("R-3"), {{1, PostId(5)}}, {}}},
            {{RouteNoteKind::NoSuchLevel, QStringLiteral("R-0"), std::nullopt}}};
}

static std::vector<EventBody> sampleBodies()
{
    return {Submitted{3,
                      sha256Hex("content"),
                      {4, 5, QDate(2026, 11, 22), PostId(12)},
                      sampleRoute(),
                      {{QStringLiteral("overtime.minutes"), QStringLiteral("staff:7"), QDate(2026, 11, 28), 465},
                       {QStringLiteral("budget"), QStringLiteral("budget:1"), QDate(2026, 11, 28), -4503599627370495}},
                      QStringLiteral("急ぎです \"至急\"\n\t𠮷野"),
                      true,
                      {1, 2},
                      {{1, 1}}},
            Approved{{2, 1}, {{3, 1}, {4, 1}}, QString()},
            Approved{{3, 1}, {}, QStringLiteral("不在のため"), Manner::PullUp, {{4, 1}}},
            Returned{{2, 3}, std::nullopt, QStringLiteral("金額")},
            Returned{{2, 3}, 1, QStringLiteral("金額")},
            Rejected{{1, 1}, QStringLiteral("不可")},
            Withdrawn{QStringLiteral("誤り")},
            Cancelled{QStringLiteral("不要")},
            Commented{QStringLiteral("確認")},
            Reminded{QStringLiteral("お願いします")},
            Rerouted{{2, 1}, PostId(12), QStringLiteral("長期の療養")},
            Commented{QStringLiteral("市長に説明"), true},
            Objected{{2, 1}, QStringLiteral("不同意"), {{3, 1}}},
            Extended{{1, 1}, sampleRoute().steps[1], false, QStringLiteral("意見を聞く")}};
}

static Effects sampleEffects()
{
    return {CaseState::Running,
            2,
            {{{1, 1}, AssignmentState::Approved}, {{2, 1}, AssignmentState::Open}},
            {PostId(12), StaffId(34)},
            PostingState::Reserved};
}

TEST(EventCodec, ReadsBackByteForByteWhatItWrote)
{
    for (const EventBody &body : sampleBodies()) {
        const QByteArray text = canonicalJson(toJson(body));

        const auto read = eventBodyFromJson(codeOf(body), kEventVersion, QJsonDocument::fromJson(text).object());

        ASSERT_TRUE(read) << read.error().detail.toStdString();
        EXPECT_EQ(*read, body);
        EXPECT_EQ(canonicalJson(toJson(*read)), text);
    }
    const QByteArray text = canonicalJson(toJson(sampleEffects()));
    EXPECT_EQ(*effectsFromJson(QJsonDocument::fromJson(text).object()), sampleEffects());
    EXPECT_EQ(*routeFromJson(toJson(sampleRoute())), sampleRoute());
}

TEST(EventCodec, KeepsEveryWholeNumber)
{
    for (const qint64 amount : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()}) {
        Submitted body = std::get<Submitted>(sampleBodies().front());
        body.postings[0].amount = amount;
        const QByteArray text = canonicalJson(toJson(EventBody(body)));

        const auto read = eventBodyFromJson(QStringLiteral("submitted"), 1, QJsonDocument::fromJson(text).object());

        ASSERT_TRUE(read);
        EXPECT_EQ(std::get<Submitted>(*read).postings[0].amount, amount);
    }
}

TEST(EventCodec, WritesTheFormTheNotaryReads)
{
    EXPECT_EQ(canonicalJson(toJson(sampleEffects())),
              QByteArray(R"({"access":["post:12","staff:34"],"changes":[{"no":1,"step":1,"to":2},)"
                         R"({"no":1,"step":2,"to":1}],"postings":0,"round":2,"state":1})"));
    EXPECT_EQ(canonicalJson(toJson(EventBody(Returned{{2, 3}, std::nullopt, QStringLiteral("金額")}))),
              QByteArray(R"({"manner":0,"on":{"no":3,"step":2},"reason":"金額","toStep":null})"));
    EXPECT_EQ(
        canonicalJson(toJson(sampleRoute())),
        QByteArray(
            R"({"dropped":[{"kind":2,"line":"R-0","post":null}],"steps":[)"
            R"({"assignments":["post:12"],"kind":0,"line":"R-1","needed":1,"no":1,)"
            R"("notes":[{"kind":1,"line":"R-1","post":11}],"objection":0,"rule":0},)"
            R"({"assignments":["post:3","staff:9","post:4"],"kind":1,"line":"R-2","needed":2,"no":2,)"
            R"("notes":[],"objection":1,"rule":2},)"
            R"({"assignments":["post:5"],"kind":3,"line":"R-3","needed":1,"no":3,"notes":[],"objection":0,"rule":1}]})"));
}

TEST(EventCodec, RefusesUnknownCodesAndVersions)
{
    const QJsonObject json = toJson(EventBody(Commented{QStringLiteral("x")}));

    EXPECT_TRUE(eventBodyFromJson(QStringLiteral("commented"), 1, json));
    EXPECT_FALSE(eventBodyFromJson(QStringLiteral("commented"), 2, json));
    EXPECT_FALSE(eventBodyFromJson(QStringLiteral("commented"), 0, json));
    EXPECT_FALSE(eventBodyFromJson(QStringLiteral("Commented"), 1, json));
    EXPECT_FALSE(eventBodyFromJson(QString(), 1, json));
    EXPECT_FALSE(eventBodyFromJson(QStringLiteral("cancelled"), 1, json));
}

/// Every JSON that differs from `json` in one place: a member gone, one more, one of another kind.
static std::vector<QJsonValue> mutilated(const QJsonValue &json)
{
    std::vector<QJsonValue> all;
    if (json.isObject()) {
        const QJsonObject object = json.toObject();
        QJsonObject more = object;
        more.insert(QStringLiteral("zz"), 1);
        all.push_back(more);
        for (auto it = object.begin(); it != object.end(); ++it) {
            QJsonObject less = object;
            less.remove(it.key());
            all.push_back(less);
            for (const QJsonValue &inner : mutilated(it.value())) {
                QJsonObject changed = object;
                changed.insert(it.key(), inner);
                all.push_back(changed);
            }
        }
    } else if (json.isArray()) {
        const QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            for (const QJsonValue &inner : mutilated(array.at(i))) {
                QJsonArray changed = array;
                changed.replace(i, inner);
                all.push_back(changed);
            }
        }
        all.push_back(QJsonObject());
    } else {
        all.push_back(QJsonArray());
        all.push_back(true);
        if (json.isDouble()) {
            all.push_back(json.toDouble() + 0.5);
            all.push_back(QString::number(json.toInteger()));
        } else {
            all.push_back(1.5);
        }
    }
    return all;
}

TEST(EventCodec, RefusesMissingExtraAndIllTypedMembersAtEveryDepth)
{
    for (const EventBody &body : sampleBodies()) {
        for (const QJsonValue &json : mutilated(toJson(body))) {
            if (!json.isObject())
                continue;
            const auto read = eventBodyFromJson(codeOf(body), kEventVersion, json.toObject());
            EXPECT_FALSE(read) << canonicalJson(json.toObject()).toStdString();
        }
    }
    for (const QJsonValue &json : mutilated(toJson(sampleEffects()))) {
        if (json.isObject()) {
            EXPECT_FALSE(effectsFromJson(json.toObject())) << canonicalJson(json.toObject()).toStdString();
        }
    }
}

TEST(EventCodec, RefusesNumbersThatMeanNothing)
{
    const auto effects = [](const char *text) {
        return effectsFromJson(QJsonDocument::fromJson(QByteArray(text)).object()).ok();
    };
    EXPECT_TRUE(effects(R"({"access":[],"changes":[],"postings":0,"round":1,"state":1})"));
    EXPECT_FALSE(effects(R"({"access":[],"changes":[],"postings":3,"round":1,"state":1})"));
    EXPECT_FALSE(effects(R"({"access":[],"changes":[],"postings":0,"round":0,"state":1})"));
    EXPECT_FALSE(effects(R"({"access":[],"changes":[],"postings":0,"round":1,"state":7})"));
    EXPECT_FALSE(effects(R"({"access":[],"changes":[],"postings":0,"round":1,"state":-1})"));
    EXPECT_FALSE(effects(R"({"access":[],"changes":[{"no":1,"step":1,"to":11}],"postings":0,"round":1,"state":1})"));
    EXPECT_FALSE(effects(R"({"access":[],"changes":[{"no":0,"step":1,"to":1}],"postings":0,"round":1,"state":1})"));
    EXPECT_FALSE(
        effects(R"({"access":[],"changes":[{"no":1,"step":4294967297,"to":1}],"postings":0,"round":1,"state":1})"));
    EXPECT_FALSE(effects(R"({"access":["post:0"],"changes":[],"postings":0,"round":1,"state":1})"));
}

TEST(EventCodec, ReadsAssigneesOnlyAsItWritesThem)
{
    EXPECT_EQ(assigneeFromText(QStringLiteral("post:12")), Assignee(PostId(12)));
    EXPECT_EQ(assigneeFromText(QStringLiteral("staff:34")), Assignee(StaffId(34)));
    for (const char *text : {"", "post:", "post:0", "post:-1", "post:012", "post: 12", "post:12 ", "post:+12",
                             "Post:12", "section:1", "12", "post:x", "post:99999999999999999999", "staff:post:1"})
        EXPECT_EQ(assigneeFromText(QString::fromUtf8(text)), std::nullopt) << text;
}

TEST(Event, IsSealedExactlyAsDefined)
{
    const Event event{CaseId(17),
                      3,
                      {StaffId(7), PostId(12), StaffId(5)},
                      QStringLiteral("佐藤 花"),
                      QStringLiteral("係長"),
                      QStringLiteral("総務課"),
                      QStringLiteral("鈴木 健一"),
                      Instant(1795359599000001),
                      QStringLiteral("req-1"),
                      QStringLiteral("approved"),
                      1,
                      R"({"also":[],"comment":"了解","manner":0,"on":{"no":1,"step":2},"passed":[]})",
                      R"({"access":["staff:7"],"changes":[{"no":1,"step":2,"to":2}],"postings":0,"round":1,"state":1})",
                      Approved{{2, 1}, {}, QStringLiteral("了解")},
                      sampleEffects(),
                      QByteArray("ab").repeated(32),
                      {}};

    // Worked out with another program from the definition; the notary's SQL is tested against the same value.
    EXPECT_EQ(event.computedHash(), QByteArray("9e906ba81f9e51a78f317fc1573f9ae6ebabdbc3f4eb9eecb472e406d9268a2b"));
    EXPECT_EQ(event.payload, canonicalJson(toJson(event.body)));
}

TEST(Content, IsSealedExactlyAsDefined)
{
    const Content content{
        QStringLiteral("draft"),
        2,
        {{QStringLiteral("title"), QStringLiteral("備品")}, {QStringLiteral("amount"), 1200}},
        {{QStringLiteral("見積書.pdf"),
          QStringLiteral("application/pdf"),
          300000,
          QByteArray("11").repeated(32),
          {QByteArray("22").repeated(32), QByteArray("33").repeated(32)}},
         {QStringLiteral("空.txt"), QStringLiteral("text/plain"), 0, QByteArray("44").repeated(32), {}}}};

    EXPECT_EQ(content.digest(), QByteArray("a74d2e5b9b97a62b6840d315f4fa9807ed117b7e78053b83e0cb76a1d37a2b7e"));

    Content swapped = content;
    std::swap(swapped.attachments[0], swapped.attachments[1]);
    EXPECT_NE(swapped.digest(), content.digest());
    Content shorter = content;
    shorter.attachments[0].chunks.pop_back();
    EXPECT_NE(shorter.digest(), content.digest());
}

} // namespace kessai::test
