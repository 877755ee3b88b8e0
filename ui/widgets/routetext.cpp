// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/routetext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

struct RouteTextWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::RouteStrip)
};

QString routeJoined(const QStringList &parts, const QString &separator)
{
    QStringList present;
    for (const QString &part : parts)
        if (!part.isEmpty())
            present.append(part);
    return present.join(separator);
}

QString routeSeatText(const RouteSeat &seat)
{
    const bool own =
        seat.mark == RouteMark::Done || seat.mark == RouteMark::Skipped || seat.mark == RouteMark::Returned;
    const bool tried = seat.mark == RouteMark::Waiting; // on a route that is only tried: as what it will be asked
    const QString act = (own || tried) && !seat.act.isEmpty() ? seat.act : routeMarkWord(seat.mark);
    const QString acting =
        seat.actingFor.isEmpty() ? QString() : RouteTextWords::tr("acting for %1").arg(seat.actingFor);
    return routeJoined({seat.section, seat.post, seat.name, act, acting, seat.when}, u" "_s);
}

} // namespace

QString routeMarkWord(RouteMark mark)
{
    switch (mark) {
    case RouteMark::Waiting: return RouteTextWords::tr("not yet");
    case RouteMark::Current: return RouteTextWords::tr("being looked at");
    case RouteMark::Mine: return RouteTextWords::tr("your turn");
    case RouteMark::Done: return RouteTextWords::tr("done");
    case RouteMark::Returned: return RouteTextWords::tr("returned");
    case RouteMark::Rejected: return RouteTextWords::tr("rejected");
    case RouteMark::Withdrawn: return RouteTextWords::tr("withdrawn");
    case RouteMark::Skipped: return RouteTextWords::tr("passed over");
    case RouteMark::Vacant: return RouteTextWords::tr("vacant post");
    }
    Q_UNREACHABLE();
}

QString routeStepText(const RouteStepView &step, int place)
{
    QStringList seats;
    for (const RouteSeat &seat : step.seats)
        seats.append(routeSeatText(seat));
    return routeJoined(
        {QString::number(place), step.title, step.kindWord, step.ruleWord, seats.join(RouteTextWords::tr("; "))},
        u" "_s);
}

QString routeText(const std::vector<RouteStepView> &steps)
{
    QStringList texts;
    for (std::size_t i = 0; i < steps.size(); ++i)
        texts.append(routeStepText(steps[i], static_cast<int>(i) + 1));
    return texts.join(RouteTextWords::tr(", "));
}

QString routeStepToolTip(const RouteStepView &step)
{
    QStringList lines;
    lines.append(u"<b>"_s + routeJoined({step.kindWord, step.title}, u" "_s).toHtmlEscaped() + u"</b>"_s
                 + (step.ruleWord.isEmpty() ? QString() : u" ("_s + step.ruleWord.toHtmlEscaped() + u')'));
    for (const RouteSeat &seat : step.seats)
        lines.append(routeSeatText(seat).toHtmlEscaped());
    if (!step.reason.isEmpty())
        lines.append(u"<i>"_s + step.reason.toHtmlEscaped() + u"</i>"_s);
    return lines.join(u"<br>"_s);
}

} // namespace kessai
