// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/kessaistyle.h"
#include "ui/theme/typescale.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QEvent>
#include <QFont>
#include <QPalette>
#include <QStringList>
#include <QStyle>
#include <QToolTip>
#include <QVariant>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr char kThemeKindProperty[] = "kessaiThemeKind";

QPalette themePalette(const Tokens &t)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) { palette.setColor(role, color); };
    set(QPalette::Window, t[Token::Background]);
    set(QPalette::WindowText, t[Token::Text]);
    set(QPalette::Base, t[Token::Surface]);
    set(QPalette::AlternateBase, t[Token::SurfaceAlt]);
    set(QPalette::Text, t[Token::Text]);
    set(QPalette::PlaceholderText, t[Token::Text2]);
    set(QPalette::Button, t[Token::Surface]);
    set(QPalette::ButtonText, t[Token::Text]);
    set(QPalette::BrightText, t[Token::DangerText]);
    set(QPalette::Highlight, t[Token::Selection]);
    set(QPalette::HighlightedText, t[Token::OnSelection]);
    set(QPalette::Link, t[Token::Accent]);
    set(QPalette::LinkVisited, t[Token::Accent]);
    set(QPalette::ToolTipBase, t[Token::Surface]);
    set(QPalette::ToolTipText, t[Token::Text]);
    set(QPalette::Light, t[Token::Surface]);
    set(QPalette::Midlight, t[Token::SurfaceAlt]);
    set(QPalette::Mid, t[Token::Border]);
    set(QPalette::Dark, t[Token::BorderStrong]);
    set(QPalette::Shadow, t[Token::BorderStrong]);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t[Token::Disabled]);
    return palette;
}

// Selected characters want a stronger colour than a selected row.
QPalette editingPalette(QPalette palette, const Tokens &t)
{
    palette.setColor(QPalette::Highlight, t[Token::Primary]);
    palette.setColor(QPalette::HighlightedText, t[Token::OnPrimary]);
    return palette;
}

QFont appearanceFont(const Appearance &appearance)
{
    // The Japanese families by name: the plain default may pick the glyphs of another region.
    QStringList families{u"Yu Gothic UI"_s, u"Meiryo UI"_s, u"Noto Sans CJK JP"_s};
    if (appearance.font == FontChoice::UniversalDesign)
        families.prepend(u"BIZ UDPGothic"_s);
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPointSizeF(kBasePointSize * std::clamp(appearance.textPercent, 100, 150) / 100.0);
    return font;
}

} // namespace

QString codeOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System: return u"system"_s;
    case ThemeChoice::Light: return u"light"_s;
    case ThemeChoice::Dark: return u"dark"_s;
    case ThemeChoice::HighContrast: return u"highContrast"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ThemeChoice> themeChoiceOf(const QString &code)
{
    for (const ThemeChoice choice :
         {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast})
        if (codeOf(choice) == code)
            return choice;
    return std::nullopt;
}

QString codeOf(FontChoice choice)
{
    switch (choice) {
    case FontChoice::Standard: return u"standard"_s;
    case FontChoice::UniversalDesign: return u"universalDesign"_s;
    }
    Q_UNREACHABLE();
}

std::optional<FontChoice> fontChoiceOf(const QString &code)
{
    for (const FontChoice choice : {FontChoice::Standard, FontChoice::UniversalDesign})
        if (codeOf(choice) == code)
            return choice;
    return std::nullopt;
}

Theme::Theme(QApplication &app, QObject *parent)
    : QObject(parent), m_app(app), m_desktopIsDark(QApplication::palette().color(QPalette::Window).lightness()
                                                   < QApplication::palette().color(QPalette::WindowText).lightness())
{
}

ThemeKind Theme::resolved(ThemeChoice choice) const
{
    switch (choice) {
    case ThemeChoice::System: return m_desktopIsDark ? ThemeKind::Dark : ThemeKind::Light;
    case ThemeChoice::Light: return ThemeKind::Light;
    case ThemeChoice::Dark: return ThemeKind::Dark;
    case ThemeChoice::HighContrast: return ThemeKind::HighContrast;
    }
    Q_UNREACHABLE();
}

void Theme::apply(const Appearance &appearance)
{
    m_appearance = appearance;
    const ThemeKind kind = resolved(appearance.theme);
    const Tokens &t = Tokens::of(kind);
    m_app.setProperty(kThemeKindProperty, static_cast<int>(kind));

    if (!m_styled) {
        // The same style everywhere, Windows included: one look, one set of pictures, one set of tests.
        QApplication::setStyle(new KessaiStyle);
        m_styled = true;
    }
    const QFont font = appearanceFont(appearance);
    QApplication::setFont(font);
    QApplication::setFont(scaled(font, TextRole::TableHeader), "QHeaderView");
    const QPalette palette = themePalette(t);
    QApplication::setPalette(palette);
    for (const char *editing : {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QLabel"})
        QApplication::setPalette(editingPalette(palette, t), editing);
    QToolTip::setFont(scaled(font, TextRole::Caption));
    QToolTip::setPalette(palette);
    // A new font or palette alone does not reach widgets that have set theirs, nor sizes that the style gives.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (qobject_cast<QCalendarWidget *>(widget))
            widget->style()->polish(widget); // what a calendar was given while being polished
        QEvent dressed(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &dressed);
    }
    Q_EMIT changed(kind);
}

const Tokens &tokens()
{
    const QVariant kind =
        QCoreApplication::instance() ? QCoreApplication::instance()->property(kThemeKindProperty) : QVariant();
    return Tokens::of(kind.isValid() ? static_cast<ThemeKind>(kind.toInt()) : ThemeKind::Light);
}

} // namespace kessai
