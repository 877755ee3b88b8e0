// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkgeometry.h"

#include "tests/ui/inkstage.h"

#include <gtest/gtest.h>

#include <random>

namespace kessai::test {

namespace {

QPointF placeOf(const InkPoint &point)
{
    return {static_cast<qreal>(point.x), static_cast<qreal>(point.y)};
}

} // namespace

TEST(InkGeometry, ThinsAStrokeWithoutLeavingItsCourse)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<float> step(-0.004F, 0.006F);
    for (int round = 0; round < 50; ++round) {
        std::vector<InkPoint> points{{0.2F, 0.2F, 1}};
        for (int i = 0; i < 300; ++i)
            points.push_back({points.back().x + step(random) / 4, points.back().y + step(random) / 4, 1});
        const std::vector<InkPoint> thin = thinned(points, {0.0005, 0.0005});

        EXPECT_LT(thin.size(), points.size());
        EXPECT_EQ(thin.front(), points.front());
        EXPECT_EQ(thin.back(), points.back());
        const InkShape course{InkKind::Pen, 0, 1, thin, {}, {}};
        for (const InkPoint &point : points)
            EXPECT_TRUE(isTouched(course, placeOf(point), placeOf(point), {0.0012, 0.0012}));
    }
}

TEST(InkGeometry, DividesWhatIsTooLongToBeStored)
{
    InkShape drawn{InkKind::Pen, 0, 1.5F, {}, {}, {}};
    for (int i = 0; i < 30'000; ++i)
        drawn.points.push_back({static_cast<float>(i % 1'000) / 1'000, static_cast<float>(i % 777) / 777, 0.5F});
    ASSERT_GT(shapeBody(drawn).size(), kMostInkBytes);

    const std::vector<InkShape> parts = storableParts(drawn);

    ASSERT_GT(parts.size(), 1U);
    std::size_t points = 1;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_TRUE(shapeOf(shapeBody(parts[i])));
        points += parts[i].points.size() - 1;
        if (i > 0) {
            EXPECT_EQ(parts[i].points.front(), parts[i - 1].points.back()) << "without a gap";
        }
    }
    EXPECT_EQ(points, drawn.points.size());
    EXPECT_EQ(storableParts(parts.front()).size(), 1U);
}

TEST(InkGeometry, PicksTextInReadingOrder)
{
    const InkStage stage;
    const QSizeF points(595.28, 841.89);
    // From within the first line of the second paragraph into the second.
    const PickedText picked = textBetween(stage.text, points, {0.3, 165.0 / 841.89}, {0.2, 185.0 / 841.89});
    const PickedText reversed = textBetween(stage.text, points, {0.2, 185.0 / 841.89}, {0.3, 165.0 / 841.89});

    ASSERT_EQ(picked.places.size(), 2U);
    EXPECT_NEAR(picked.places[0].left(), 0.3, 0.02);
    EXPECT_LT(picked.places[0].bottom(), picked.places[1].top());
    EXPECT_NEAR(picked.places[1].right(), 0.2, 0.02);
    EXPECT_EQ(picked.text, reversed.text);
    EXPECT_EQ(picked.places, reversed.places);
    EXPECT_TRUE(textBetween({}, points, {0, 0}, {1, 1}).places.empty()) << "a scan";
}

} // namespace kessai::test
