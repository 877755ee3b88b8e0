// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "tests/ui/gallerypages.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionButton>

#include <gtest/gtest.h>

#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr std::array kAllKinds{ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast};

struct Pair final {
    Token over;
    Token under;
    double least;
};

// WCAG 2.1 AA: 4.5 for text, 3 for the outlines of controls and for what a drawing tells.
std::vector<Pair> requiredContrasts()
{
    std::vector<Pair> pairs{
        {Token::Text, Token::Surface, 12.0},          {Token::Text, Token::Background, 4.5},
        {Token::Text, Token::SurfaceAlt, 4.5},        {Token::Text, Token::NeutralFill, 4.5},
        {Token::Text2, Token::Surface, 4.9},          {Token::Text2, Token::Background, 4.5},
        {Token::Text2, Token::SurfaceAlt, 4.5},       {Token::Text2, Token::NeutralFill, 4.5},
        {Token::Accent, Token::Surface, 4.5},         {Token::Accent, Token::Background, 4.5},
        {Token::Accent, Token::InfoFill, 4.5},        {Token::Accent, Token::SuccessFill, 4.5},
        {Token::Accent, Token::WarnFill, 4.5},        {Token::Accent, Token::DangerFill, 4.5},
        {Token::OnPrimary, Token::Primary, 4.5},      {Token::OnSelection, Token::Selection, 7.0},
        {Token::OnSelection2, Token::Selection, 4.5}, {Token::OnSelectionMark, Token::Selection, 4.5},
        {Token::Stamp, Token::Surface, 4.5},          {Token::DangerText, Token::Surface, 4.5},
        {Token::WarnText, Token::Surface, 4.5},       {Token::BorderStrong, Token::Surface, 3.0},
        {Token::Focus, Token::Surface, 3.0},          {Token::Focus, Token::Background, 3.0},
        {Token::MeterUsed, Token::MeterTrack, 3.0},   {Token::MeterThis, Token::MeterTrack, 3.0},
        {Token::DangerText, Token::MeterTrack, 3.0},
    };
    for (const auto &[text, fill] : {std::pair{Token::InfoText, Token::InfoFill},
                                     {Token::SuccessText, Token::SuccessFill},
                                     {Token::WarnText, Token::WarnFill},
                                     {Token::DangerText, Token::DangerFill},
                                     {Token::NeutralText, Token::NeutralFill}}) {
        pairs.push_back({text, fill, 5.5});
        pairs.push_back({text, Token::Surface, 4.5}); // the chip of a selected row stands on the surface
    }
    return pairs;
}

class ThemeTest : public ::testing::Test {
protected:
    void SetUp() override { theme.apply({ThemeChoice::Light, FontChoice::Standard, 100}); }
    void TearDown() override { theme.apply({ThemeChoice::Light, FontChoice::Standard, 100}); }

    Theme theme{*qApp};
};

} // namespace

TEST(Contrast, IsTheOneOfWcag)
{
    EXPECT_NEAR(contrastRatio(Qt::black, Qt::white), 21.0, 0.001);
    EXPECT_NEAR(contrastRatio(Qt::white, Qt::black), 21.0, 0.001);
    EXPECT_NEAR(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.01);
}

TEST(Contrast, ReachesAaForEveryPairInUse)
{
    for (const ThemeKind kind : kAllKinds) {
        const Tokens &t = Tokens::of(kind);
        for (const Pair &pair : requiredContrasts())
            EXPECT_GE(contrastRatio(t[pair.over], t[pair.under]), pair.least)
                << "look " << static_cast<int>(kind) << ", token " << static_cast<int>(pair.over) << " on "
                << static_cast<int>(pair.under);
    }
}

TEST(Contrast, KeepsTheMeasuredFigures)
{
    EXPECT_NEAR(contrastRatio(Tokens::of(ThemeKind::Light)[Token::Text], Qt::white), 15.6, 0.1);
    EXPECT_NEAR(contrastRatio(Tokens::of(ThemeKind::Dark)[Token::Text], Tokens::of(ThemeKind::Dark)[Token::Surface]),
                12.8, 0.1);
    EXPECT_NEAR(
        contrastRatio(Tokens::of(ThemeKind::Light)[Token::OnPrimary], Tokens::of(ThemeKind::Light)[Token::Primary]),
        6.6, 0.1);
    EXPECT_NEAR(contrastRatio(Tokens::of(ThemeKind::Light)[Token::Stamp], Qt::white), 5.4, 0.1);
}

TEST_F(ThemeTest, DressesTheApplicationInTheChosenLook)
{
    for (const auto &[choice, kind] : {std::pair{ThemeChoice::Dark, ThemeKind::Dark},
                                       {ThemeChoice::HighContrast, ThemeKind::HighContrast},
                                       {ThemeChoice::Light, ThemeKind::Light}}) {
        theme.apply({choice, FontChoice::Standard, 100});

        EXPECT_EQ(tokens().kind(), kind);
        EXPECT_EQ(QApplication::palette().color(QPalette::Window), Tokens::of(kind)[Token::Background]);
        EXPECT_EQ(QApplication::palette().color(QPalette::Highlight), Tokens::of(kind)[Token::Selection]);
        EXPECT_EQ(QApplication::palette("QLineEdit").color(QPalette::Highlight), Tokens::of(kind)[Token::Primary]);
    }
}

TEST_F(ThemeTest, TellsOfTheChangeAfterEveryWidgetIsDressed)
{
    TextLabel label(u"件名"_s, TextRole::Caption);
    label.ensurePolished();
    QColor seen;
    QObject::connect(&theme, &Theme::changed, &label, [&] { seen = label.palette().color(QPalette::WindowText); });
    QSignalSpy spy(&theme, &Theme::changed);

    theme.apply({ThemeChoice::HighContrast, FontChoice::Standard, 100});

    EXPECT_EQ(spy.count(), 1);
    EXPECT_EQ(spy.first().first().value<ThemeKind>(), ThemeKind::HighContrast);
    EXPECT_EQ(seen, Tokens::of(ThemeKind::HighContrast)[Token::Text2]);
}

TEST_F(ThemeTest, FollowsTheDesktopOnlyWhenAsked)
{
    const QPalette before = QApplication::palette();
    QApplication::setPalette(QPalette(QColor(0x20, 0x20, 0x20)));
    const Theme onDark(*qApp);
    QApplication::setPalette(QPalette(QColor(0xee, 0xee, 0xee)));
    const Theme onLight(*qApp);
    QApplication::setPalette(before);

    EXPECT_EQ(onDark.resolved(ThemeChoice::System), ThemeKind::Dark);
    EXPECT_EQ(onLight.resolved(ThemeChoice::System), ThemeKind::Light);
    EXPECT_EQ(onDark.resolved(ThemeChoice::Light), ThemeKind::Light);
    EXPECT_EQ(onLight.resolved(ThemeChoice::HighContrast), ThemeKind::HighContrast);
}

TEST_F(ThemeTest, ScalesAllTextTogether)
{
    const QFont small = fontFor(TextRole::Caption);
    TextLabel label(u"件名"_s, TextRole::PageTitle);

    theme.apply({ThemeChoice::Light, FontChoice::Standard, 150});

    EXPECT_NEAR(QApplication::font().pointSizeF(), 15.75, 0.01);
    EXPECT_NEAR(fontFor(TextRole::Caption).pointSizeF(), small.pointSizeF() * 1.5, 0.01);
    EXPECT_NEAR(label.font().pointSizeF(), 13.5 * 1.5, 0.01);
    EXPECT_NEAR(textScale(), 1.5, 0.05);
}

TEST_F(ThemeTest, RefusesTextSizesThatCannotBeRead)
{
    theme.apply({ThemeChoice::Light, FontChoice::Standard, 10});
    EXPECT_NEAR(QApplication::font().pointSizeF(), 10.5, 0.01);

    theme.apply({ThemeChoice::Light, FontChoice::Standard, 1000});
    EXPECT_NEAR(QApplication::font().pointSizeF(), 15.75, 0.01);
}

TEST_F(ThemeTest, NamesTheJapaneseFamiliesInOrder)
{
    EXPECT_EQ(QApplication::font().families(), QStringList({u"Yu Gothic UI"_s, u"Meiryo UI"_s, u"Noto Sans CJK JP"_s}));
    EXPECT_EQ(QApplication::font().hintingPreference(), QFont::PreferNoHinting);

    theme.apply({ThemeChoice::Light, FontChoice::UniversalDesign, 100});

    EXPECT_EQ(QApplication::font().families().first(), u"BIZ UDPGothic"_s);
}

TEST_F(ThemeTest, GivesTableHeadersTheirSizeFromTheFirstTimeOn)
{
    QHeaderView header(Qt::Horizontal);
    header.ensurePolished();

    EXPECT_NEAR(header.font().pointSizeF(), 9.5, 0.01);
}

TEST_F(ThemeTest, MakesAllControlsOfALineEquallyHigh)
{
    QLineEdit line;
    QComboBox combo;
    QSpinBox spin;
    QDateEdit date;
    date.setCalendarPopup(true);
    QPushButton button(u"承認する"_s);
    for (const int percent : {100, 125, 150}) {
        theme.apply({ThemeChoice::Light, FontChoice::Standard, percent});
        for (QWidget *widget : std::initializer_list<QWidget *>{&line, &combo, &spin, &date, &button}) {
            widget->ensurePolished();
            EXPECT_EQ(widget->sizeHint().height(), line.sizeHint().height())
                << widget->metaObject()->className() << " at " << percent;
            EXPECT_GE(widget->sizeHint().height(), metric::kControlHeight);
        }
    }
}

TEST_F(ThemeTest, DrawsTheFocusRingForTheKeyboardOnly)
{
    QPushButton button(u"差戻し"_s);
    button.resize(120, 34);
    const auto ringPixels = [&](QStyle::State focus) {
        QImage image(button.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QStyleOptionButton option;
        option.rect = button.rect();
        option.state = QStyle::State_Enabled | focus;
        QPainter painter(&image);
        button.style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, &button);
        painter.end();
        int count = 0;
        for (int x = 10; x < image.width() - 10; ++x)
            count += image.pixelColor(x, 1) == tokens()[Token::Focus] ? 1 : 0;
        return count;
    };

    EXPECT_EQ(ringPixels(QStyle::State_HasFocus), 0);
    EXPECT_GT(ringPixels(QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange), 90);
}

TEST_F(ThemeTest, KeepsTheKindOfAButton)
{
    QPushButton button;
    EXPECT_EQ(buttonKind(&button), ButtonKind::Plain);

    setButtonKind(button, ButtonKind::Danger);

    EXPECT_EQ(buttonKind(&button), ButtonKind::Danger);
    EXPECT_EQ(buttonToken(ButtonKind::Danger), Token::DangerText);
    EXPECT_EQ(buttonKind(nullptr), ButtonKind::Plain);
}

TEST_F(ThemeTest, CodesOfChoicesSurviveTheSettings)
{
    for (const ThemeChoice choice :
         {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast})
        EXPECT_EQ(themeChoiceOf(codeOf(choice)), choice);
    for (const FontChoice choice : {FontChoice::Standard, FontChoice::UniversalDesign})
        EXPECT_EQ(fontChoiceOf(codeOf(choice)), choice);
    EXPECT_EQ(themeChoiceOf(u"sepia"_s), std::nullopt);
    EXPECT_EQ(fontChoiceOf({}), std::nullopt);
}

TEST_F(ThemeTest, EveryFocusableWidgetOfThePagesHasAName)
{
    for (const test::GalleryPage &page : test::galleryPages()) {
        page.widget->resize(page.size);
        page.widget->show();
        QCoreApplication::processEvents();
        for (QWidget *widget : page.widget->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            if (qobject_cast<QAbstractSpinBox *>(widget->parentWidget())
                || qobject_cast<QComboBox *>(widget->parentWidget()))
                continue; // the inner line edit speaks through its owner
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(spoken, nullptr);
            EXPECT_FALSE(spoken->text(QAccessible::Name).isEmpty())
                << qPrintable(page.name) << ": " << widget->metaObject()->className() << ' '
                << qPrintable(widget->objectName());
        }
    }
}

} // namespace kessai
