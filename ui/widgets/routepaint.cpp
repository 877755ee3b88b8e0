// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/routepaint.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/stamp.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

struct RoutePaintWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::RouteStrip)
};

QFont routeCircleFont(int pixels, bool bold)
{
    QFont font = QApplication::font();
    font.setPixelSize(grown(pixels));
    font.setBold(bold);
    return font;
}

void paintRouteRing(QPainter &painter, const QRectF &circle, const QColor &line, const QColor &fill, qreal width,
                    bool dashed)
{
    const PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(line, width);
    if (dashed) {
        pen.setDashPattern({4, 2.5});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawEllipse(circle.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

void paintRouteWord(QPainter &painter, const QRectF &circle, const QString &word, const QColor &color, bool bold)
{
    const PainterGuard guard(painter);
    painter.setPen(color);
    paintFitted(painter, circle.center(), circle.width() - 12, word, routeCircleFont(bold ? 14 : 13, bold), 9);
}

void paintRouteIconWord(QPainter &painter, const QRectF &circle, const QString &iconName, const QString &word,
                        Token text, Token fill)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    paintRouteRing(painter, circle, t[text], t[fill], 2, false);
    const qreal side = grown(20);
    const QPointF center = circle.center();
    paintIcon(painter, QRectF(center.x() - side / 2, center.y() - side - 1, side, side), iconName, t[text]);
    painter.setPen(t[text]);
    paintFitted(painter, center + QPointF(0, grown(11)), circle.width() - 16, word, routeCircleFont(12, true), 9);
}

void paintRouteMark(QPainter &painter, const RouteSeat &seat, const QRectF &circle)
{
    const Tokens &t = tokens();
    switch (seat.mark) {
    case RouteMark::Done:
        paintDateStamp(painter, circle, {seat.section, seat.stampDate, surnameOf(seat.name), !seat.actingFor.isEmpty()},
                       t[Token::Stamp], t[Token::Surface]);
        return;
    case RouteMark::Mine:
        paintRouteRing(painter, circle, t[Token::Focus], t[Token::InfoFill], 2, false);
        paintRouteWord(painter, circle, RoutePaintWords::tr("You"), t[Token::InfoText], true);
        return;
    case RouteMark::Current:
        paintRouteRing(painter, circle, t[Token::Focus], t[Token::InfoFill], 2, false);
        paintRouteWord(painter, circle, RoutePaintWords::tr("In hand"), t[Token::InfoText], true);
        return;
    case RouteMark::Waiting:
        paintRouteRing(painter, circle, t[Token::BorderStrong], {}, 1, true);
        paintRouteWord(painter, circle, seat.act.isEmpty() ? RoutePaintWords::tr("Not yet") : seat.act, t[Token::Text2],
                       false);
        return;
    case RouteMark::Returned:
        paintRouteIconWord(painter, circle, u"arrow-back-up"_s, RoutePaintWords::tr("Returned"), Token::WarnText,
                           Token::WarnFill);
        return;
    case RouteMark::Rejected:
        paintRouteIconWord(painter, circle, u"x"_s, RoutePaintWords::tr("Rejected"), Token::DangerText,
                           Token::DangerFill);
        return;
    case RouteMark::Withdrawn:
        paintRouteIconWord(painter, circle, u"corner-up-left"_s, RoutePaintWords::tr("Withdrawn"), Token::NeutralText,
                           Token::NeutralFill);
        return;
    case RouteMark::Skipped:
        paintRouteRing(painter, circle, t[Token::BorderStrong], t[Token::NeutralFill], 1, false);
        paintRouteWord(painter, circle, seat.act.isEmpty() ? RoutePaintWords::tr("Passed over") : seat.act,
                       t[Token::NeutralText], false);
        return;
    case RouteMark::Vacant:
        paintRouteRing(painter, circle, t[Token::WarnText], {}, 1, true);
        paintRouteWord(painter, circle, RoutePaintWords::tr("Vacant"), t[Token::WarnText], false);
        return;
    }
}

bool isCurrentMark(RouteMark mark)
{
    return mark == RouteMark::Current || mark == RouteMark::Mine;
}

bool hasCurrentSeat(const RouteStepView &step)
{
    return std::any_of(step.seats.begin(), step.seats.end(),
                       [](const RouteSeat &seat) { return isCurrentMark(seat.mark); });
}

// All seats of a crowded step in one circle: how many of how many have acted.
void paintRouteTogether(QPainter &painter, const RouteStepView &step, const RouteSeatBox &box)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    const auto done = std::count_if(step.seats.begin(), step.seats.end(),
                                    [](const RouteSeat &seat) { return seat.mark == RouteMark::Done; });
    const bool complete = done == static_cast<std::ptrdiff_t>(step.seats.size());
    const bool current = hasCurrentSeat(step);
    const QColor text = t[complete ? Token::Stamp : current ? Token::InfoText : Token::Text2];
    if (current)
        paintRouteRing(painter, box.circle, t[Token::Focus], t[Token::InfoFill], 2, false);
    else
        paintRouteRing(painter, box.circle, complete ? t[Token::Stamp] : t[Token::BorderStrong], {}, complete ? 1.6 : 1,
                       !complete && done == 0);
    painter.setPen(text);
    paintFitted(painter, box.circle.center(), box.circle.width() - 14,
                u"%1/%2"_s.arg(QString::number(done), QString::number(step.seats.size())), routeCircleFont(16, true),
                9);
    paintElided(painter, box.nameLine, RoutePaintWords::tr("%n people", nullptr, static_cast<int>(step.seats.size())),
                fontFor(TextRole::Chip), t[current || complete ? Token::Text : Token::Text2], Qt::AlignCenter);
    if (!box.whenLine.isEmpty())
        paintElided(painter, box.whenLine, step.ruleWord, fontFor(TextRole::Small), t[Token::Text2], Qt::AlignCenter);
}

void paintRouteSeat(QPainter &painter, const RouteSeat &seat, const RouteSeatBox &box)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    paintRouteMark(painter, seat, box.circle);
    const bool quiet =
        seat.mark == RouteMark::Waiting || seat.mark == RouteMark::Skipped || seat.mark == RouteMark::Vacant;
    const QString name = seat.name.isEmpty() ? seat.post : seat.name;
    const QFont nameFont = fontFor(TextRole::Chip);
    paintElided(painter, box.nameLine, name,
                shrunkToFit(nameFont, name, box.nameLine.width(), nameFont.pointSizeF() * 0.8),
                t[quiet ? Token::Text2 : Token::Text], Qt::AlignCenter);
    if (box.whenLine.isEmpty())
        return;
    const QString when =
        seat.when.isEmpty() && (seat.act.isEmpty() || seat.mark != RouteMark::Waiting) ? u"–"_s : seat.when;
    const QFont whenFont = fontFor(TextRole::Small);
    paintElided(painter, box.whenLine, when,
                shrunkToFit(whenFont, when, box.whenLine.width(), whenFont.pointSizeF() * 0.85), t[Token::Text2],
                Qt::AlignCenter);
}

void paintRouteTitle(QPainter &painter, const RouteStepView &step, const QRectF &line, bool current)
{
    const Tokens &t = tokens();
    QFont font = fontFor(TextRole::Caption);
    font.setBold(current);
    const QColor color = t[current ? Token::Accent : Token::Text2];
    QString title = step.title;
    // The kind goes before the post where there is room; a group also says how many have to agree.
    QString longer = step.kindWord.isEmpty() || step.kindWord == title ? title : step.kindWord + u' ' + title;
    if (step.seats.size() > 1 && !step.ruleWord.isEmpty())
        longer += u" · "_s + step.ruleWord;
    if (QFontMetricsF(font).horizontalAdvance(longer) <= line.width() - 2)
        title = longer;
    paintElided(painter, line, title, shrunkToFit(font, title, line.width(), font.pointSizeF() * 0.85), color,
                Qt::AlignCenter);
}

QRectF routeBody(const RouteStepBox &box)
{
    return box.group.isEmpty() ? box.seats.front().circle : box.group;
}

} // namespace

bool isReached(const RouteStepView &step)
{
    return std::any_of(step.seats.begin(), step.seats.end(), [](const RouteSeat &seat) {
        return seat.mark != RouteMark::Waiting && seat.mark != RouteMark::Vacant;
    });
}

void paintRouteStep(QPainter &painter, const RouteStepView &step, const RouteStepBox &box, RouteStepState state)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    if (state.hovered)
        paintRounded(painter, box.rect.adjusted(2, 0, -2, 0), metric::kControlRadius, t[Token::SurfaceAlt]);
    if (!box.group.isEmpty())
        paintRounded(painter, box.group, metric::kCardRadius, {}, t[Token::Border]);
    paintRouteTitle(painter, step, box.titleLine, hasCurrentSeat(step));
    for (const RouteSeatBox &place : box.seats) {
        if (place.seat < 0)
            paintRouteTogether(painter, step, place);
        else if (!step.seats.empty())
            paintRouteSeat(painter, step.seats[static_cast<std::size_t>(place.seat)], place);
    }
    if (state.ringed)
        paintRounded(painter, box.rect.adjusted(1, 0, -1, 0), metric::kControlRadius, {}, t[Token::Focus], 2);
}

void paintRouteJoint(QPainter &painter, const RouteStepBox &from, const RouteStepBox &to, bool reached)
{
    const PainterGuard guard(painter);
    const Tokens &t = tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(t[reached ? Token::Stamp : Token::BorderStrong], reached ? 1.6 : 1.2);
    if (!reached)
        pen.setDashPattern({3, 2});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);

    const QRectF left = routeBody(from);
    const QRectF right = routeBody(to);
    const qreal leftY = from.seats.front().circle.center().y();
    const qreal rightY = to.seats.front().circle.center().y();
    const qreal gap = 3;
    if (from.row == to.row) {
        if (right.left() - left.right() > 2 * gap)
            painter.drawLine(QPointF(left.right() + gap, leftY), QPointF(right.left() - gap, rightY));
        return;
    }
    const qreal stub = std::max(4.0, std::min(14.0, from.rect.right() - left.right() - gap));
    painter.drawLine(QPointF(left.right() + gap, leftY), QPointF(left.right() + gap + stub, leftY));
    painter.drawLine(QPointF(std::max(0.0, right.left() - gap - stub), rightY), QPointF(right.left() - gap, rightY));
}

} // namespace kessai
