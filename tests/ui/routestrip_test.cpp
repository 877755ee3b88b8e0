// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/routestrip.h"

#include "tests/ui/gallerypages.h"
#include "ui/theme/theme.h"
#include "ui/widgets/routelayout.h"
#include "ui/widgets/routetext.h"
#include "ui/widgets/stamp.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

std::vector<RouteStepView> plainSteps(int count)
{
    std::vector<RouteStepView> steps;
    for (int i = 0; i < count; ++i) {
        RouteStepView step;
        step.title = u"段階%1"_s.arg(i);
        step.seats.push_back({RouteMark::Waiting, {}, {}, u"大野 恵子"_s, {}, {}, {}, {}});
        steps.push_back(step);
    }
    return steps;
}

class RouteStripTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        theme.apply({ThemeChoice::Light, FontChoice::Standard, 100});
        strip.setSteps(test::sampleRoute());
        strip.resize(900, strip.heightForWidth(900));
    }

    Theme theme{*qApp};
    RouteStrip strip;
};

} // namespace

TEST_F(RouteStripTest, SaysTheWholeRouteAsText)
{
    const QString text = strip.accessibleDescription();

    EXPECT_TRUE(text.startsWith(u"1 起票"_s)) << qPrintable(text);
    for (const QString &part : {u"総務課 齋藤 拓也"_s, u"西村 修"_s, u"合議 全員"_s, u"髙橋 由美子"_s, u"渡邉 真理"_s,
                                u"小林 直子"_s, u"4 審査"_s, u"山田 花子"_s, u"5 会計管理者 決裁"_s, u"11/19 13:35"_s})
        EXPECT_TRUE(text.contains(part)) << qPrintable(part) << " in " << qPrintable(text);
    EXPECT_TRUE(text.contains(RouteStrip::tr("acting for %1").arg(u"西村 修"_s)));
    EXPECT_TRUE(text.contains(RouteStrip::tr("your turn")));
    EXPECT_FALSE(strip.accessibleName().isEmpty());
}

TEST_F(RouteStripTest, UsesTheWordOfTheActWhereThereIsOne)
{
    RouteStepView step;
    step.title = u"市民課"_s;
    step.seats.push_back(
        {RouteMark::Done, u"市民課"_s, {}, u"佐藤 美咲"_s, u"8.11.22"_s, u"11/22 9:00"_s, u"同意"_s, {}});

    EXPECT_EQ(routeStepText(step, 3), u"3 市民課 市民課 佐藤 美咲 同意 11/22 9:00"_s);
}

TEST_F(RouteStripTest, EscapesWhatPeopleTypedInTheToolTip)
{
    RouteStepView step;
    step.title = u"<b>課長</b>"_s;
    step.reason = u"金額 < 100 & 区分"_s;

    const QString tip = routeStepToolTip(step);

    EXPECT_TRUE(tip.contains(u"&lt;b&gt;課長&lt;/b&gt;"_s));
    EXPECT_TRUE(tip.contains(u"金額 &lt; 100 &amp; 区分"_s));
}

TEST_F(RouteStripTest, ArrowKeysWalkAndEnterAsks)
{
    QSignalSpy spy(&strip, &RouteStrip::stepActivated);
    strip.show();
    QApplication::setActiveWindow(&strip);
    strip.setFocus();
    ASSERT_TRUE(QTest::qWaitFor([this] { return strip.hasFocus(); }));

    EXPECT_EQ(strip.selectedStep(), 2) << "the keyboard starts where the case is";
    QTest::keyClick(&strip, Qt::Key_Right);
    EXPECT_EQ(strip.selectedStep(), 3);
    EXPECT_TRUE(strip.accessibleName().contains(u"山田 花子"_s));
    QTest::keyClick(&strip, Qt::Key_Return);
    QTest::keyClick(&strip, Qt::Key_End);
    QTest::keyClick(&strip, Qt::Key_Right);
    EXPECT_EQ(strip.selectedStep(), 4) << "the end is the end";
    QTest::keyClick(&strip, Qt::Key_Home);
    QTest::keyClick(&strip, Qt::Key_Left);
    QTest::keyClick(&strip, Qt::Key_Space);

    ASSERT_EQ(spy.count(), 2);
    EXPECT_EQ(spy.at(0).first().toInt(), 3);
    EXPECT_EQ(spy.at(1).first().toInt(), 0);
}

TEST_F(RouteStripTest, AClickAsksAboutTheStepUnderIt)
{
    QSignalSpy spy(&strip, &RouteStrip::stepActivated);
    strip.show();

    QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.stepRect(4).center());
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(strip.width() - 2, strip.height() - 2));

    ASSERT_EQ(spy.count(), 1) << "beside the steps is nothing";
    EXPECT_EQ(spy.first().first().toInt(), 4);
}

TEST_F(RouteStripTest, KeepsASelectionThatStillExists)
{
    strip.setSelectedStep(4);

    strip.setSteps(plainSteps(3));
    EXPECT_EQ(strip.selectedStep(), 2);

    strip.setSteps({});
    EXPECT_EQ(strip.selectedStep(), -1);
    EXPECT_EQ(strip.heightForWidth(400), 0);
    QTest::keyClick(&strip, Qt::Key_Return);
}

TEST_F(RouteStripTest, BreaksALongRouteIntoEvenLinesWithinItsWidth)
{
    for (const int width : {90, 200, 390, 430, 700, 1100}) {
        for (const int count : {1, 4, 5, 7, 12}) {
            const RouteLayout layout = layoutRoute(plainSteps(count), width);
            std::map<int, int> perLine;
            ASSERT_EQ(layout.steps.size(), static_cast<std::size_t>(count));
            for (const RouteStepBox &box : layout.steps) {
                EXPECT_GE(box.rect.left(), 0);
                EXPECT_LE(box.rect.right(), width + 0.5) << count << " steps in " << width;
                EXPECT_LE(box.rect.bottom(), layout.height);
                ++perLine[box.row];
            }
            const int longest = perLine.begin()->second;
            const int shortest = perLine.rbegin()->second;
            EXPECT_LE(longest - shortest, static_cast<int>(perLine.size()) - 1) << count << " steps in " << width;
        }
    }
}

TEST_F(RouteStripTest, NeverTearsAConsultationApartAndGathersACrowd)
{
    RouteStepView crowd;
    crowd.title = u"全課"_s;
    for (int i = 0; i < 12; ++i)
        crowd.seats.push_back({RouteMark::Waiting, {}, {}, u"渡邉 真理"_s, {}, {}, {}, {}});
    std::vector<RouteStepView> steps = test::sampleRoute();
    steps.push_back(crowd);

    const RouteLayout layout = layoutRoute(steps, 430);

    EXPECT_EQ(layout.steps[2].seats.size(), 3U);
    EXPECT_FALSE(layout.steps[2].group.isEmpty());
    for (const RouteSeatBox &seat : layout.steps[2].seats)
        EXPECT_DOUBLE_EQ(seat.circle.top(), layout.steps[2].seats.front().circle.top());
    ASSERT_EQ(layout.steps[5].seats.size(), 1U);
    EXPECT_EQ(layout.steps[5].seats.front().seat, -1);
}

TEST_F(RouteStripTest, PaintsStampsInVermilionAndNothingElse)
{
    const auto hasColor = [this](const QRect &rect, const QColor &color) {
        const QImage image = strip.grab(rect).toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == color)
                    return true;
        return false;
    };
    const QColor stamp = tokens()[Token::Stamp];

    EXPECT_TRUE(hasColor(strip.stepRect(0), stamp));
    EXPECT_FALSE(hasColor(strip.stepRect(4), stamp)) << "who has not acted has no stamp";
    EXPECT_TRUE(hasColor(strip.stepRect(3), tokens()[Token::Focus]));
}

TEST(DateStampTest, StaysWithinItsCircleHoweverLongTheNames)
{
    QImage image(200, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);

    paintDateStamp(painter, QRectF(50, 50, 100, 100),
                   {u"地域包括ケア推進室第二係"_s, u"18.11.22"_s, u"小比類巻四郎五郎"_s, false}, Qt::red, Qt::white);
    painter.end();

    int outside = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (std::hypot(x - 99.5, y - 99.5) > 51.5 && image.pixelColor(x, y) != QColor(Qt::white))
                ++outside;
    EXPECT_EQ(outside, 0);
}

TEST(DateStampTest, TakesTheSurnameBeforeTheSpace)
{
    EXPECT_EQ(surnameOf(u"齋藤 拓也"_s), u"齋藤"_s);
    EXPECT_EQ(surnameOf(u"齋藤　拓也"_s), u"齋藤"_s);
    EXPECT_EQ(surnameOf(u"市長"_s), u"市長"_s);
    EXPECT_EQ(surnameOf({}), QString());
}

} // namespace kessai
