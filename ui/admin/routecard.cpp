// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/routecard.h"

#include "ui/cases/routeviews.h"
#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/office/officeparts.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/routestrip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QVBoxLayout>

namespace kessai {

namespace {

/// Nobody waits on a route that is only tried: what stands in a circle is as what somebody is asked, and below it by which post, where several
/// are asked at once.
std::vector<RouteStepView> triedSteps(std::vector<RouteStepView> steps)
{
    for (RouteStepView &step : steps) {
        for (RouteSeat &seat : step.seats) {
            seat.act = step.kindWord.isEmpty() ? RouteCard::tr("Files") : step.kindWord;
            if (step.seats.size() > 1 && seat.name != seat.post)
                seat.when = seat.post;
        }
    }
    return steps;
}

} // namespace

RouteCard::RouteCard(const QString &title, const char *objectName, QWidget *parent)
    : QWidget(parent), m_card(new Card(this)), m_route(new RouteStrip(this)),
      m_trouble(new TextLabel(TextRole::Body, this)), m_reasons(new QVBoxLayout)
{
    setObjectName(QLatin1String(objectName));
    m_card->setTitle(title);
    m_route->setAccessibleName(title);
    m_trouble->setWordWrap(true);
    m_trouble->setToken(Token::DangerText);
    m_trouble->hide();
    m_reasons->setSpacing(2);
    m_card->body()->addWidget(m_route);
    m_card->body()->addWidget(m_trouble);
    m_card->body()->addLayout(m_reasons);
    m_card->body()->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
}

void RouteCard::setTitle(const QString &title, const QString &caption)
{
    m_card->setTitle(title, caption);
}

void RouteCard::setRoute(const TriedRoute &route)
{
    m_route->setSteps(triedSteps(routeStepViews(route.steps, std::nullopt, englishWording())));
    m_route->setVisible(!route.steps.empty());
    m_trouble->setVisible(route.refusal.has_value());
    if (route.refusal)
        m_trouble->setText(refusalText(*route.refusal).both());
    emptyLayout(*m_reasons);
    for (const StepView &step : route.steps) {
        if (step.no == 0)
            continue;
        QStringList asked;
        for (const AssignmentView &one : step.assignments)
            asked.append(one.title);
        auto *title =
            new TextLabel(tr("%1: %2", "kind of step: who is asked").arg(kindWord(step.kind), asked.join(tr(", "))),
                          TextRole::BodyStrong, m_card);
        title->setWordWrap(true);
        auto *reason = new TextLabel(stepReason(step, englishWording()), TextRole::Caption, m_card);
        reason->setObjectName(QStringLiteral("trialReason"));
        reason->setWordWrap(true);
        m_reasons->addSpacing(metric::kGap);
        m_reasons->addWidget(title);
        m_reasons->addWidget(reason);
    }
}

} // namespace kessai
