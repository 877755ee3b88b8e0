// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

namespace kessai {

class Theme;

/// Light, dark or high contrast, the typeface and the size of text; every choice shows at once.
class AppearanceDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AppearanceDialog(Theme &theme, QWidget *parent = nullptr);

private:
    void apply();

    Theme &m_theme;
    QComboBox *m_look;
    QComboBox *m_font;
    QComboBox *m_size;
};

} // namespace kessai
