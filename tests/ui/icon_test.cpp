// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"

#include "ui/theme/theme.h"
#include "ui/widgets/statuschip.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

#include <optional>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

/// The colour of the fully painted pixels; nothing if there are none or of more than one colour.
std::optional<QColor> inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    std::optional<QColor> ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 255)
                continue;
            if (ink && *ink != pixel)
                return std::nullopt;
            ink = pixel;
        }
    }
    return ink;
}

class IconTest : public ::testing::Test {
protected:
    void SetUp() override { theme.apply({ThemeChoice::Light, FontChoice::Standard, 100}); }
    void TearDown() override { theme.apply({ThemeChoice::Light, FontChoice::Standard, 100}); }

    Theme theme{*qApp};
};

} // namespace

TEST_F(IconTest, IsPaintedInItsToken)
{
    const QIcon check = icon(u"check"_s, Token::SuccessText);

    EXPECT_EQ(inkOf(check.pixmap(64, 64)), tokens()[Token::SuccessText]);
}

TEST_F(IconTest, FollowsTheLookWithoutBeingMadeAgain)
{
    const QIcon check = icon(u"check"_s, Token::Accent);
    check.pixmap(64, 64);

    theme.apply({ThemeChoice::Dark, FontChoice::Standard, 100});

    EXPECT_EQ(inkOf(check.pixmap(64, 64)), Tokens::of(ThemeKind::Dark)[Token::Accent]);
}

TEST_F(IconTest, ShowsThatItIsDisabledOrSelected)
{
    const QIcon check = icon(u"check"_s);
    theme.apply({ThemeChoice::HighContrast, FontChoice::Standard, 100});

    EXPECT_EQ(inkOf(check.pixmap(64, 64, QIcon::Disabled)), tokens()[Token::Disabled]);
    EXPECT_EQ(inkOf(check.pixmap(64, 64, QIcon::Selected)), tokens()[Token::OnSelection]);
}

TEST_F(IconTest, IsAsSharpAsTheScreen)
{
    const QPixmap pixmap = icon(u"check"_s).pixmap(QSize(18, 18), 2.0);

    EXPECT_EQ(pixmap.size(), QSize(36, 36));
    EXPECT_DOUBLE_EQ(pixmap.devicePixelRatio(), 2.0);
    EXPECT_EQ(iconPixmap(u"check"_s, Qt::black, {20, 20}, 1.5).size(), QSize(30, 30));
}

TEST_F(IconTest, IsAsSharpAsThePictureAPageIsDrawnInto)
{
    const auto edge = [](qreal ratio) {
        QImage image(QSizeF(32 * ratio, 32 * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(ratio, ratio);
        paintIcon(painter, QRectF(0, 0, 32, 32), u"check"_s, Qt::black);
        painter.end();
        int grey = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                grey += qGray(image.pixel(x, y)) > 20 && qGray(image.pixel(x, y)) < 235 ? 1 : 0;
        return grey / ratio; // the outline grows with the size, a blurred one with its square
    };

    EXPECT_LT(edge(4.0), edge(1.0) * 1.6);
}

TEST_F(IconTest, ExistsForEveryState)
{
    for (int state = 0; state <= static_cast<int>(ChipState::Damaged); ++state) {
        const ChipLook look = chipLook(static_cast<ChipState>(state));
        EXPECT_TRUE(hasIcon(look.icon)) << qPrintable(look.icon);
        EXPECT_FALSE(look.word.isEmpty());
    }
    EXPECT_FALSE(hasIcon(u"no-such-icon"_s));
}

} // namespace kessai
