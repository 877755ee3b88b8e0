// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/routestrip.h"

#include "ui/theme/typescale.h"
#include "ui/widgets/routelayout.h"
#include "ui/widgets/routepaint.h"
#include "ui/widgets/routetext.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace kessai {

RouteStrip::RouteStrip(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Route"));
}

void RouteStrip::setSteps(std::vector<RouteStepView> steps)
{
    m_steps = std::move(steps);
    m_hovered = -1;
    const int last = static_cast<int>(m_steps.size()) - 1;
    m_selected = std::min(m_selected, last);
    setAccessibleName(tr("Route"));
    setAccessibleDescription(routeText(m_steps));
    updateGeometry();
    update();
}

void RouteStrip::setSelectedStep(int step)
{
    const int last = static_cast<int>(m_steps.size()) - 1;
    const int wanted = std::clamp(step, -1, last);
    if (wanted == m_selected)
        return;
    m_selected = wanted;
    tellSelected();
    update();
}

QRect RouteStrip::stepRect(int step) const
{
    const RouteLayout layout = layoutRoute(m_steps, width());
    if (step < 0 || step >= static_cast<int>(layout.steps.size()))
        return {};
    return layout.steps[static_cast<std::size_t>(step)].rect.toAlignedRect();
}

int RouteStrip::heightForWidth(int width) const
{
    return layoutRoute(m_steps, width).height;
}

QSize RouteStrip::sizeHint() const
{
    const int natural = routeNaturalWidth(m_steps);
    return {natural, heightForWidth(natural)};
}

QSize RouteStrip::minimumSizeHint() const
{
    return {routeMinimumWidth(), heightForWidth(width() > 0 ? width() : routeNaturalWidth(m_steps))};
}

void RouteStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const RouteLayout layout = layoutRoute(m_steps, width());
    const bool ringed = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const int step = static_cast<int>(i);
        paintRouteStep(painter, m_steps[i], layout.steps[i], {step == m_hovered, ringed && step == m_selected});
    }
    for (std::size_t i = 1; i < m_steps.size(); ++i)
        paintRouteJoint(painter, layout.steps[i - 1], layout.steps[i], isReached(m_steps[i]));
}

void RouteStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Layouts outside a height-for-width chain still get the height right through the minimum.
    updateGeometry();
}

int RouteStrip::stepAt(const QPoint &position) const
{
    const RouteLayout layout = layoutRoute(m_steps, width());
    for (std::size_t i = 0; i < layout.steps.size(); ++i)
        if (layout.steps[i].rect.contains(position))
            return static_cast<int>(i);
    return -1;
}

void RouteStrip::setHovered(int step)
{
    if (m_hovered == step)
        return;
    m_hovered = step;
    setCursor(step >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void RouteStrip::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(stepAt(event->position().toPoint()));
}

void RouteStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || step < 0)
        return;
    setSelectedStep(step);
    Q_EMIT stepActivated(step);
}

void RouteStrip::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setHovered(-1);
}

void RouteStrip::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_steps.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: setSelectedStep(std::max(0, m_selected - 1)); return;
    case Qt::Key_Right:
    case Qt::Key_Down: setSelectedStep(m_selected + 1); return;
    case Qt::Key_Home: setSelectedStep(std::min(0, last)); return;
    case Qt::Key_End: setSelectedStep(last); return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected >= 0)
            Q_EMIT stepActivated(m_selected);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void RouteStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_selected >= 0 || m_steps.empty())
        return;
    // The keyboard starts where the case is.
    const auto current = std::find_if(m_steps.begin(), m_steps.end(), [](const RouteStepView &step) {
        return std::any_of(step.seats.begin(), step.seats.end(), [](const RouteSeat &seat) {
            return seat.mark == RouteMark::Current || seat.mark == RouteMark::Mine;
        });
    });
    setSelectedStep(current == m_steps.end() ? 0 : static_cast<int>(current - m_steps.begin()));
}

void RouteStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void RouteStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

bool RouteStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int step = stepAt(help->pos());
        if (step >= 0)
            QToolTip::showText(help->globalPos(), routeStepToolTip(m_steps[static_cast<std::size_t>(step)]), this,
                               stepRect(step));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void RouteStrip::tellSelected()
{
    if (m_selected < 0) {
        setAccessibleName(tr("Route"));
        return;
    }
    const QString step = routeStepText(m_steps[static_cast<std::size_t>(m_selected)], m_selected + 1);
    setAccessibleName(tr("Route: %1").arg(step));
}

} // namespace kessai
