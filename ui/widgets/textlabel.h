// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"
#include "ui/theme/typescale.h"

#include <QLabel>

class QVBoxLayout;

namespace kessai {

/// A label with a role in the type scale and a token as its colour, which it keeps when the look or the text size changes.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(TextRole role, QWidget *parent = nullptr);
    TextLabel(const QString &text, TextRole role, QWidget *parent = nullptr);

    /// Text by default; captions are Text2 from the start.
    void setToken(Token token);
    Token token() const { return m_token; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    TextRole m_role;
    Token m_token;
};

/// Adds a line of words that wraps to a column.
void addText(QVBoxLayout &column, const QString &text, TextRole role, QWidget *parent, Token token = Token::Text);

/// A text label of one line that ends in an ellipsis where it does not fit, and then shows everything as its tooltip.
class ElidedLabel final : public TextLabel {
    Q_OBJECT

public:
    using TextLabel::TextLabel;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool fits() const;
};

} // namespace kessai
