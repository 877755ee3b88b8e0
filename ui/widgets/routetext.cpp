// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/routetext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

struct RouteWords {
    Q_DECLARE_TR_FUNCTIONS(RouteStrip)
};

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList present;
    for (const QString &part : parts)
        if (!part.isEmpty())
            present.append(part);
    return present.join(separator);
}

QString seatText(const RouteSeat &seat)
{
    const QString act = seat.mark == RouteMark::Done && !seat.act.isEmpty() ? seat.act : routeMarkWord(seat.mark);
    const QString acting = seat.actingFor.isEmpty() ? QString() : RouteWords::tr("acting for %1").arg(seat.actingFor);
    return joined({seat.section, seat.post, seat.name, act, acting, seat.when}, u" "_s);
}

} // namespace

QString routeMarkWord(RouteMark mark)
{
    switch (mark) {
    case RouteMark::Waiting: return RouteWords::tr("not yet");
    case RouteMark::Current: return RouteWords::tr("being looked at");
    case RouteMark::Mine: return RouteWords::tr("your turn");
    case RouteMark::Done: return RouteWords::tr("done");
    case RouteMark::Returned: return RouteWords::tr("returned");
    case RouteMark::Rejected: return RouteWords::tr("rejected");
    case RouteMark::Withdrawn: return RouteWords::tr("withdrawn");
    case RouteMark::Skipped: return RouteWords::tr("passed over");
    case RouteMark::Vacant: return RouteWords::tr("vacant post");
    }
    Q_UNREACHABLE();
}

QString routeStepText(const RouteStepView &step, int place)
{
    QStringList seats;
    for (const RouteSeat &seat : step.seats)
        seats.append(seatText(seat));
    return joined({QString::number(place), step.title, step.kindWord, step.ruleWord, seats.join(RouteWords::tr("; "))}, u" "_s);
}

QString routeText(const std::vector<RouteStepView> &steps)
{
    QStringList texts;
    for (std::size_t i = 0; i < steps.size(); ++i)
        texts.append(routeStepText(steps[i], static_cast<int>(i) + 1));
    return texts.join(RouteWords::tr(", "));
}

QString routeStepToolTip(const RouteStepView &step)
{
    QStringList lines;
    lines.append(u"<b>"_s + joined({step.kindWord, step.title}, u" "_s).toHtmlEscaped() + u"</b>"_s
                 + (step.ruleWord.isEmpty() ? QString() : u" ("_s + step.ruleWord.toHtmlEscaped() + u')'));
    for (const RouteSeat &seat : step.seats)
        lines.append(seatText(seat).toHtmlEscaped());
    if (!step.reason.isEmpty())
        lines.append(u"<i>"_s + step.reason.toHtmlEscaped() + u"</i>"_s);
    return lines.join(u"<br>"_s);
}

} // namespace kessai
