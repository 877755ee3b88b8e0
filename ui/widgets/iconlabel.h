// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace kessai {

/// An icon on its own, painted in its token's colour of whatever look is in force; says nothing to assistive technology.
class IconLabel final : public QWidget {
    Q_OBJECT

public:
    /// `side` is in logical pixels at the normal size of text.
    IconLabel(const QString &icon, Token token, int side, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Token m_token;
    int m_side;
};

} // namespace kessai
