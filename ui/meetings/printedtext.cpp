// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/printedtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <vector>

namespace kessai {

namespace {

/// Heads and feet, as a share of the page's height.
constexpr double kMargin = 0.09;
/// Words further apart than this many heights of a letter do not belong together.
constexpr double kApart = 1.2;

/// "3", "-3-", "3/12", "p.3", "第3頁", "3ページ", as they are folded; figures and signs around them, never words.
bool isNumber(QStringView run)
{
    static const QRegularExpression form(QStringLiteral("\\A[-‐‑–—―~〜・.(\\[【〔]*(?:p\\.?|page|第)?[0-9]{1,4}(?:[/"
                                                        "／][0-9]{1,4})?(?:頁|ペ[ーｰ-]ジ)?[-‐‑–—―~〜・.)\\]】〕]*\\z"),
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::UseUnicodePropertiesOption);
    return form.match(run).hasMatch();
}

/// Whether one letter follows the other in what is written together.
bool goOn(const QRectF &before, const QRectF &after)
{
    const double height = std::max(before.height(), after.height());
    const bool isSameLine = std::abs(before.center().y() - after.center().y()) < height / 2;
    return isSameLine && after.left() - before.right() < kApart * height && after.right() > before.left();
}

struct Run {
    qsizetype first = 0;
    qsizetype end = 0;
    QRectF box;
    bool isNumber = false;
    double middle() const { return box.center().y(); }
};

std::vector<Run> runsOf(const PageText &text)
{
    const qsizetype length = std::min(text.folded.size(), text.boxes.size());
    std::vector<Run> runs;
    for (qsizetype first = 0; first < length;) {
        Run run{first, first + 1, text.boxes.at(first), false};
        while (run.end < length && goOn(text.boxes.at(run.end - 1), text.boxes.at(run.end)))
            run.box |= text.boxes.at(run.end++);
        run.isNumber = isNumber(QStringView(text.folded).mid(first, run.end - first));
        first = run.end;
        runs.push_back(run);
    }
    return runs;
}

/// The number of a page is the outermost thing on it, and alone: two figures on a line are the foot of a table.
bool isPageNumber(const Run &run, const std::vector<Run> &runs, double height)
{
    const bool isFoot = run.middle() > height * (1 - kMargin);
    if (!run.isNumber || (!isFoot && run.middle() > height * kMargin))
        return false;
    return std::ranges::all_of(runs, [&](const Run &other) {
        const double beyond = isFoot ? other.middle() - run.middle() : run.middle() - other.middle();
        const bool isSameLine = std::abs(beyond) <= run.box.height() / 2;
        return other.first == run.first || (isSameLine ? !other.isNumber : beyond < 0);
    });
}

} // namespace

QString textWithoutNumber(const PageText &text, QSizeF points)
{
    const std::vector<Run> runs = runsOf(text);
    QString kept;
    for (const Run &run : runs) {
        if (!isPageNumber(run, runs, points.height()))
            kept.append(QStringView(text.folded).mid(run.first, run.end - run.first));
    }
    return kept;
}

} // namespace kessai
