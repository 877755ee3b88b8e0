// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>
#include <QString>

#include <optional>

class QApplication;

namespace kessai {

/// What the user chose in the settings; System follows the desktop's light or dark palette at start.
enum class ThemeChoice : quint8 { System, Light, Dark, HighContrast };

/// The family for everything: the platform's usual one, or a universal-design one that is easier to read.
enum class FontChoice : quint8 { Standard, UniversalDesign };

/// Everything about the look that a user can choose; textPercent scales all text, 100 to 150.
struct Appearance final {
    ThemeChoice theme = ThemeChoice::System;
    FontChoice font = FontChoice::Standard;
    int textPercent = 100;

    bool operator==(const Appearance &) const = default;
};

/// The code under which a choice is kept in the settings, and back; nothing for an unknown code.
QString codeOf(ThemeChoice choice);
std::optional<ThemeChoice> themeChoiceOf(const QString &code);
QString codeOf(FontChoice choice);
std::optional<FontChoice> fontChoiceOf(const QString &code);

/// Dresses the application: style, palette and font, from one table of tokens.
///
/// There is one, built next to the QApplication in app/. Widgets do not need it: like the palette and the font, the
/// look in force belongs to the QApplication, and tokens() reads it from there. Every widget gets a
/// QEvent::StyleChange when it changes, so own painting only ever asks tokens() while painting.
class Theme final : public QObject {
    Q_OBJECT

public:
    /// Remembers whether the desktop is dark; changes nothing yet.
    explicit Theme(QApplication &app, QObject *parent = nullptr);

    /// Dresses every widget, existing and future.
    void apply(const Appearance &appearance);
    Appearance appearance() const { return m_appearance; }
    /// The look \a choice stands for on this desktop.
    ThemeKind resolved(ThemeChoice choice) const;

Q_SIGNALS:
    /// The whole application has just been dressed in \a kind.
    void changed(kessai::ThemeKind kind);

private:
    QApplication &m_app;
    Appearance m_appearance;
    bool m_desktopIsDark;
    bool m_styled = false;
};

/// The colours the application is dressed in now; light as long as no Theme was applied.
const Tokens &tokens();

} // namespace kessai
