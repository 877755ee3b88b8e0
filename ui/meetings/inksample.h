// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace kessai {

/// A dab of ink to choose by: a colour, or a width in the colour of text.
class InkSample final : public QAbstractButton {
    Q_OBJECT

public:
    /// `ink` is -1 for a width; `diameter` in logical pixels.
    InkSample(int ink, int diameter, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const int m_ink;
    const int m_diameter;
};

} // namespace kessai
