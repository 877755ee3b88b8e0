// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace kessai {

/// One page of A4 as a PDF: text and lines, measured in millimetres from the upper left corner. Its font is not in it but the reader's own
/// Japanese one, as in many a paper a city hall gets; so it is written without fonts or a screen at hand, is small, and the same page is always
/// the same bytes.
class SamplePaper final {
public:
    enum class Align { Left, Centre, Right };

    /// Writes on a base line `y`; `x` is where the text begins, has its middle or ends. `points` is its size.
    void text(double x, double y, double points, const QString &text, Align align = Align::Left);
    void line(double x1, double y1, double x2, double y2);
    void box(double x, double y, double width, double height);
    /// A circle with a character in it, in red, where a seal would be.
    void seal(double x, double y, const QString &character);
    QByteArray pdf() const;

private:
    friend QByteArray bound(const std::vector<SamplePaper> &pages);
    QByteArray m_content;
};

/// Several pages as one PDF.
QByteArray bound(const std::vector<SamplePaper> &pages);

/// The width of a text of one point, in thousandths of a point.
int widthOf(const QString &text);

} // namespace kessai
