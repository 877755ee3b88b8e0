// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/composeside.h"

#include "ui/cases/casefacts.h"
#include "ui/cases/routeviews.h"
#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/routestrip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kSideWidth = 424;
constexpr int kMostPercent = 42; ///< of the page: beside a narrow form it is narrow as well

void emptyOut(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

ComposeSide::ComposeSide(QWidget *parent)
    : QScrollArea(parent), m_effectCard(new Card), m_notice(new TextLabel(TextRole::Body)), m_insights(new QVBoxLayout),
      m_routeCard(new Card), m_route(new RouteStrip), m_trouble(new TextLabel(TextRole::Body)),
      m_reasons(new QVBoxLayout)
{
    setFixedWidth(grown(kSideWidth));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);

    m_effectCard->setTitle(tr("What it does"));
    m_insights->setSpacing(metric::kFieldGap);
    m_notice->setObjectName(QStringLiteral("composeNotice"));
    m_notice->setWordWrap(true);
    m_notice->setToken(Token::WarnText);
    m_notice->hide();
    m_effectCard->body()->addWidget(m_notice);
    m_effectCard->body()->addLayout(m_insights);
    m_route->setObjectName(QStringLiteral("composeRoute"));
    m_route->setAccessibleName(tr("Route"));
    m_trouble->setWordWrap(true);
    m_trouble->setToken(Token::DangerText);
    m_reasons->setSpacing(2);
    m_routeCard->body()->addWidget(m_route);
    m_routeCard->body()->addWidget(m_trouble);
    m_routeCard->body()->addLayout(m_reasons);

    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, metric::kPageMargin, metric::kPageMargin);
    layout->setSpacing(metric::kPageMargin);
    layout->addWidget(m_effectCard);
    layout->addWidget(m_routeCard);
    layout->addStretch(1);
    setWidget(column);
    connect(m_route, &RouteStrip::stepActivated, this, &ComposeSide::pointAt);
    clear();
}

void ComposeSide::fitTo(int pageWidth)
{
    setFixedWidth(std::min(grown(kSideWidth), pageWidth * kMostPercent / 100));
}

void ComposeSide::clear()
{
    m_pointed = -1;
    m_route->setSteps({});
    showReasons({});
    m_trouble->hide();
    m_effectCard->hide();
    m_routeCard->hide();
}

void ComposeSide::show(const Preview &preview)
{
    emptyOut(*m_insights);
    for (const Insight &insight : preview.insights)
        m_insights->addWidget(makeInsight(insight, m_effectCard));
    m_effectCard->setVisible(!preview.insights.empty() || !m_notice->text().isEmpty());

    m_routeCard->setTitle(tr("Route"),
                          preview.awaitsAmount ? tr("the longest there is, until the amount is entered")
                                               : tr("worked out from your section and the rules"));
    m_route->setSteps(routeStepViews(preview.route, std::nullopt, englishWording()));
    m_route->setVisible(!preview.route.empty());
    m_trouble->setVisible(preview.refusal.has_value());
    if (preview.refusal)
        m_trouble->setText(refusalText(*preview.refusal).both());
    showReasons(preview.route);
    m_routeCard->show();
}

void ComposeSide::setNotice(const QString &notice)
{
    if (notice == m_notice->text())
        return;
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    m_effectCard->setVisible(m_insights->count() > 0 || !notice.isEmpty());
    if (!notice.isEmpty())
        verticalScrollBar()->setValue(0); // wherever one was reading
}

void ComposeSide::showReasons(const std::vector<StepView> &route)
{
    emptyOut(*m_reasons);
    m_titles.clear();
    for (const StepView &step : route) {
        m_titles.push_back(nullptr);
        if (step.no == 0)
            continue;
        QStringList asked;
        for (const AssignmentView &a : step.assignments)
            asked.append(a.title);
        auto *title =
            new TextLabel(tr("%1: %2", "kind of step: who is asked").arg(kindWord(step.kind), asked.join(tr(", "))),
                          TextRole::BodyStrong, m_routeCard);
        title->setWordWrap(true);
        auto *reason = new TextLabel(stepReason(step, englishWording()), TextRole::Caption, m_routeCard);
        reason->setObjectName(QStringLiteral("stepReason"));
        reason->setWordWrap(true);
        m_reasons->addSpacing(metric::kGap);
        m_reasons->addWidget(title);
        m_reasons->addWidget(reason);
        m_titles.back() = title;
    }
    pointAt(m_pointed);
}

/// Marks the reason of a step and brings it into view.
void ComposeSide::pointAt(int step)
{
    m_pointed = step;
    for (size_t i = 0; i < m_titles.size(); ++i) {
        if (!m_titles[i])
            continue;
        const bool pointed = int(i) == step;
        m_titles[i]->setToken(pointed ? Token::Accent : Token::Text);
        if (pointed)
            ensureWidgetVisible(m_titles[i]);
    }
}

} // namespace kessai
