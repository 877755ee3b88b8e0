// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meetings/ink.h"

#include <QUuid>

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace kessai::test {

namespace {

const QString kId = QStringLiteral("6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b");

/// A stroke as a hand makes it: points close to one another, the pressure coming and going.
InkShape stroke(int points, std::mt19937 &random)
{
    std::uniform_real_distribution<float> step(-0.006F, 0.006F);
    std::uniform_real_distribution<float> press(0.2F, 1.0F);
    InkShape shape{InkKind::Pen, 2, 1.5F, {}, {}, {}};
    InkPoint at{0.5F, 0.5F, 1};
    for (int i = 0; i < points; ++i) {
        at = {std::clamp(at.x + step(random), 0.0F, 1.0F), std::clamp(at.y + step(random), 0.0F, 1.0F), press(random)};
        shape.points.push_back(at);
    }
    return shape;
}

Ink inkOf(InkShape shape)
{
    Ink ink;
    ink.id = kId;
    ink.paper = 3;
    ink.shape = std::move(shape);
    return ink;
}

InkShape note(const QString &text)
{
    return {InkKind::Note, 0, 1, {{0.25F, 0.5F, 1}}, {}, text};
}

InkShape highlight(const QRectF &place)
{
    return {InkKind::Highlight, 1, 1, {}, {place}, QStringLiteral("時間外勤務命令")};
}

/// Any piece, of a few ids, so that several programs have versions of the same ones.
Ink anyInk(std::mt19937 &random)
{
    Ink ink = inkOf(stroke(3, random));
    ink.id = QStringLiteral("00000000-0000-4000-8000-00000000000%1").arg(random() % 6);
    ink.version = static_cast<int>(random() % 3) + 1;
    ink.removed = random() % 4 == 0;
    if (ink.removed)
        ink.shape = {};
    ink.changedAt = Instant(static_cast<qint64>(random() % 2));
    return ink;
}

} // namespace

TEST(Ink, OfEveryKindComesBackAsItWasStored)
{
    std::mt19937 random(1);
    const std::vector<InkShape> shapes{
        stroke(100, random),
        {InkKind::Marker, 4, 12, {{0, 0, 1}, {1, 1, 1}}, {}, {}},
        highlight({0.1, 0.2, 0.5, 0.02}),
        note(QStringLiteral("前年度比を口頭で補足\n（財政課に確認済み）")),
        {InkKind::Bookmark, 0, 1, {}, {}, QStringLiteral("予算の表")},
    };
    for (const InkShape &shape : shapes) {
        const QByteArray body = shapeBody(shape);
        const std::optional<InkShape> read = shapeOf(body);

        ASSERT_TRUE(read) << body.constData();
        EXPECT_EQ(read->kind, shape.kind);
        EXPECT_EQ(read->color, shape.color);
        EXPECT_EQ(read->text, shape.text);
        ASSERT_EQ(read->points.size(), shape.points.size());
        for (std::size_t i = 0; i < shape.points.size(); ++i) {
            EXPECT_NEAR(read->points[i].x, shape.points[i].x, 1.0 / 20'000);
            EXPECT_NEAR(read->points[i].y, shape.points[i].y, 1.0 / 20'000);
            EXPECT_NEAR(read->points[i].pressure, shape.points[i].pressure, 1.0 / 100);
        }
        EXPECT_EQ(shapeBody(*read), body) << "rounded once, it stays what it is";
    }
}

TEST(Ink, OfAHundredPointsTakesLessThanAKilobyte)
{
    std::mt19937 random(2);

    EXPECT_LT(shapeBody(stroke(100, random)).size(), 1024);
}

TEST(Ink, ThatIsNoShapeIsNotRead)
{
    const char *const bodies[] = {
        "",
        "[]",
        "{}",
        R"({"k":9,"w":20,"p":[1,1]})",
        R"({"k":0,"w":20})",
        R"({"k":0,"w":20,"p":[]})",
        R"({"k":0,"w":20,"p":[1]})",
        R"({"k":0,"w":20,"p":[1,20001]})",
        R"({"k":0,"w":20,"p":[20000,0,1,0]})",
        R"({"k":0,"w":20,"p":[1.5,0]})",
        R"({"k":0,"w":0,"p":[1,1]})",
        R"({"k":0,"w":20,"p":[1,1],"f":"AA"})",
        R"({"k":0,"w":20,"p":[1,1],"f":"?"})",
        R"({"k":0,"w":20,"p":[1,1],"t":"x"})",
        R"({"k":0,"w":20,"p":[1,1],"new":1})",
        R"({"k":2,"r":[0,0,10,0]})",
        R"({"k":2,"r":[19999,0,10,1]})",
        R"({"k":2})",
        R"({"k":3,"p":[1,1]})",
        R"({"k":3,"p":[1,1],"t":"  "})",
        R"({"k":3,"p":[1,1,2,2],"t":"x"})",
        R"({"k":4,"p":[1,1],"t":"x"})",
    };
    for (const char *const body : bodies)
        EXPECT_FALSE(shapeOf(body)) << body;
}

TEST(Ink, OfBytesFromAnywhereIsAShapeOrNothing)
{
    std::mt19937 random(3);
    const std::vector<QByteArray> good{shapeBody(stroke(12, random)), shapeBody(highlight({0.1, 0.1, 0.2, 0.2})),
                                       shapeBody(note(QStringLiteral("確認")))};
    int shapes = 0;
    for (int round = 0; round < 30'000; ++round) {
        QByteArray bytes = good[random() % good.size()];
        for (std::size_t change = random() % 4; change < 4; ++change) {
            const auto at = static_cast<qsizetype>(random() % static_cast<std::size_t>(bytes.size()));
            const std::size_t kind = random() % 3;
            if (kind == 0)
                bytes[at] = static_cast<char>(random() % 256);
            else if (kind == 1)
                bytes.insert(at, static_cast<char>('0' + random() % 10));
            else
                bytes.remove(at, 1 + static_cast<qsizetype>(random() % 3));
        }
        if (const std::optional<InkShape> shape = shapeOf(bytes)) {
            ++shapes;
            EXPECT_EQ(shapeOf(shapeBody(*shape)), shape) << bytes.toHex().constData();
            EXPECT_TRUE(checkInk(inkOf(*shape)).ok());
        }
    }
    EXPECT_GT(shapes, 100) << "some changes still make a shape";
}

TEST(Ink, MayBeStoredWhereItIsSound)
{
    std::mt19937 random(4);
    const Ink good = inkOf(stroke(5, random));
    const auto refused = [&good](auto &&change) {
        Ink ink = good;
        change(ink);
        const Result<> result = checkInk(ink);
        return !result.ok() && result.error().code == ErrorCode::Invalid;
    };

    EXPECT_TRUE(checkInk(good).ok());
    EXPECT_TRUE(refused([](Ink &ink) { ink.id = QStringLiteral("{%1}").arg(kId); }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.id = kId.toUpper(); })) << "one piece, one spelling";
    EXPECT_TRUE(refused([](Ink &ink) { ink.id = kId + QLatin1Char('\n'); }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.paper = 0; }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.page = -1; }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.page = 5'000; }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.version = 0; }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.audience = InkAudience::Chosen; })) << "chosen, but nobody";
    EXPECT_TRUE(refused([](Ink &ink) { ink.readers = {StaffId(3)}; })) << "private, but for somebody";
    EXPECT_TRUE(refused([](Ink &ink) {
        ink.audience = InkAudience::Chosen;
        ink.readers = {StaffId(3), StaffId(4), StaffId(3)};
    }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.removed = true; })) << "gone, but with a shape";
    EXPECT_TRUE(refused([](Ink &ink) { ink.shape.points.front().x = 1.01F; }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.shape.points.front().y = std::numeric_limits<float>::quiet_NaN(); }));
    EXPECT_TRUE(refused([](Ink &ink) { ink.shape = note(QString(kMostInkText + 1, QLatin1Char('x'))); }));
    EXPECT_TRUE(refused([&random](Ink &ink) { ink.shape = stroke(20'000, random); })) << "more than 64 KiB";
    EXPECT_FALSE(refused([](Ink &ink) {
        ink.removed = true;
        ink.shape = {};
    }));
}

TEST(Ink, OfTwoProgramsComesTogetherTheSameWayRound)
{
    std::mt19937 random(5);
    for (int round = 0; round < 500; ++round) {
        std::vector<Ink> one;
        std::vector<Ink> other;
        for (std::size_t i = random() % 8; i > 0; --i)
            one.push_back(anyInk(random));
        for (std::size_t i = random() % 8; i > 0; --i)
            other.push_back(anyInk(random));

        const std::vector<Ink> merged = mergedInk(one, other);

        EXPECT_EQ(mergedInk(other, one), merged);
        EXPECT_EQ(mergedInk(merged, other), merged);
        EXPECT_EQ(mergedInk(merged, merged), merged);
        for (const std::vector<Ink> *const side : {&one, &other}) {
            for (const Ink &ink : *side) {
                const auto kept = std::ranges::find(merged, ink.id, &Ink::id);
                ASSERT_NE(kept, merged.end()) << "nothing is lost";
                EXPECT_GE(kept->version, ink.version);
            }
        }
    }
}

} // namespace kessai::test
