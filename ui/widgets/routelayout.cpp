// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/routelayout.h"

#include "ui/theme/typescale.h"

#include <algorithm>

namespace kessai {

namespace {

// Logical pixels at 100 %.
constexpr int kRouteCellNarrow = 84;
constexpr int kRouteCellWide = 124;
constexpr int kRouteCircle = 62;
constexpr int kRouteTitle = 22;
constexpr int kRouteName = 20;
constexpr int kRouteWhen = 16;
constexpr int kRouteGap = 4;
constexpr int kRouteLineGap = 12;
constexpr int kRouteSeatsShown = 4;
// A route that is too long for one line at ease stands closer, and gives up the times before it takes much of the page.
constexpr int kRouteCellClose = 64;
constexpr int kRouteCircleClose = 48;

struct RouteMeasures final {
    qreal narrow = grown(kRouteCellNarrow);
    qreal wide = grown(kRouteCellWide);
    qreal circle = grown(kRouteCircle);
    qreal title = grown(kRouteTitle);
    qreal name = grown(kRouteName);
    qreal when = grown(kRouteWhen);

    qreal lineHeight() const { return title + 2 * kRouteGap + circle + name + when + 4; }
    void close()
    {
        narrow = grown(kRouteCellClose);
        circle = grown(kRouteCircleClose);
    }
};

int routeCells(const RouteStepView &step, int most)
{
    const int seats = static_cast<int>(step.seats.size());
    return seats <= 1 || seats > most ? 1 : seats;
}

struct RouteLines final {
    std::vector<int> lineOfStep;
    int longest = 1; ///< cells in the longest line
    int count = 1;
};

// Fills lines until they hold \a target cells or the next step would not fit.
RouteLines fillRouteLines(const std::vector<int> &cells, int perLine, int target)
{
    RouteLines lines;
    int used = 0;
    int line = 0;
    for (const int n : cells) {
        if (used > 0 && (used >= target || used + n > perLine)) {
            ++line;
            used = 0;
        }
        used += n;
        lines.longest = std::max(lines.longest, used);
        lines.lineOfStep.push_back(line);
    }
    lines.count = line + 1;
    return lines;
}

// As few lines as possible, and those about equally long.
RouteLines breakRoute(const std::vector<int> &cells, int perLine)
{
    const RouteLines fewest = fillRouteLines(cells, perLine, perLine);
    for (int target = 1; target < perLine; ++target) {
        RouteLines lines = fillRouteLines(cells, perLine, target);
        if (lines.count <= fewest.count)
            return lines;
    }
    return fewest;
}

} // namespace

RouteLayout layoutRoute(const std::vector<RouteStepView> &steps, int width)
{
    RouteMeasures m;
    std::vector<int> cells;
    const auto breakLines = [&] {
        const int perLine = std::max(1, static_cast<int>(width / m.narrow));
        const int mostSeats = std::min(kRouteSeatsShown, perLine);
        cells.clear();
        for (const RouteStepView &step : steps)
            cells.push_back(routeCells(step, mostSeats));
        return breakRoute(cells, perLine);
    };
    RouteLines lines = breakLines();
    if (lines.count > 1) {
        m.close();
        lines = breakLines();
        if (lines.count > 1)
            m.when = 0;
    }
    const qreal cellWidth = std::clamp(qreal(width) / lines.longest, std::min(m.narrow, qreal(width)), m.wide);

    RouteLayout layout;
    qreal x = 0;
    int line = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (lines.lineOfStep[i] != line) {
            line = lines.lineOfStep[i];
            x = 0;
        }
        const qreal y = line * (m.lineHeight() + kRouteLineGap);
        RouteStepBox box;
        box.row = line;
        box.rect = QRectF(x, y, cells[i] * cellWidth, m.lineHeight());
        box.titleLine = QRectF(x, y, box.rect.width(), m.title);
        const bool together = cells[i] == 1 && steps[i].seats.size() > 1;
        // A group keeps its circles closer, so that frames of neighbours do not touch.
        const qreal inset = cells[i] > 1 ? 10 : 0;
        const qreal seatWidth = (box.rect.width() - 2 * inset) / cells[i];
        for (int seat = 0; seat < cells[i]; ++seat) {
            RouteSeatBox place;
            place.seat = together ? -1 : seat;
            place.cell = QRectF(x + inset + seat * seatWidth, y + m.title, seatWidth, m.lineHeight() - m.title);
            place.circle =
                QRectF(place.cell.center().x() - m.circle / 2, place.cell.y() + kRouteGap, m.circle, m.circle);
            place.nameLine = QRectF(place.cell.x() + 2, place.circle.bottom() + kRouteGap, seatWidth - 4, m.name);
            place.whenLine = QRectF(place.cell.x() + 2, place.nameLine.bottom() - 1, seatWidth - 4, m.when);
            box.seats.push_back(place);
        }
        if (cells[i] > 1)
            box.group = QRectF(x + inset - 4, y + m.title, box.rect.width() - 2 * inset + 8, m.lineHeight() - m.title);
        layout.steps.push_back(std::move(box));
        x += cells[i] * cellWidth;
    }
    layout.height =
        steps.empty() ? 0 : static_cast<int>(lines.count * m.lineHeight() + (lines.count - 1) * kRouteLineGap) + 1;
    return layout;
}

int routeMinimumWidth()
{
    return grown(kRouteCellNarrow);
}

int routeNaturalWidth(const std::vector<RouteStepView> &steps)
{
    int cells = 0;
    for (const RouteStepView &step : steps)
        cells += routeCells(step, kRouteSeatsShown);
    return std::max(1, cells) * grown(kRouteCellWide);
}

} // namespace kessai
