// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inkchoice.h"

#include "ui/theme/inks.h"

namespace kessai {

InkChoice::InkChoice(QObject *parent) : QObject(parent)
{
    m_colors = {{InkTool::Pen, penInks().constFirst()},
                {InkTool::Marker, markerInks().constFirst()},
                {InkTool::Highlight, markerInks().constFirst()},
                {InkTool::Note, markerInks().constFirst()}};
    m_widths = {{InkTool::Pen, 1.5F}, {InkTool::Marker, 12.0F}, {InkTool::Eraser, 12.0F}};
}

void InkChoice::setTool(InkTool tool)
{
    if (tool == m_tool)
        return;
    m_tool = tool;
    Q_EMIT changed();
}

void InkChoice::setColor(int ink)
{
    if (!colors().contains(ink) || ink == color())
        return;
    m_colors[m_tool] = ink;
    Q_EMIT changed();
}

void InkChoice::setWidth(float points)
{
    if (!widths().contains(points) || points == width())
        return;
    m_widths[m_tool] = points;
    Q_EMIT changed();
}

void InkChoice::setRubsWhole(bool whole)
{
    if (whole == m_rubsWhole)
        return;
    m_rubsWhole = whole;
    Q_EMIT changed();
}

QList<int> InkChoice::colors() const
{
    switch (m_tool) {
    case InkTool::Pen: return penInks();
    case InkTool::Marker:
    case InkTool::Highlight:
    case InkTool::Note: return markerInks();
    case InkTool::Hand:
    case InkTool::Eraser: break;
    }
    return {};
}

QList<float> InkChoice::widths() const
{
    switch (m_tool) {
    case InkTool::Pen: return {0.75F, 1.5F, 3.0F};
    case InkTool::Marker: return {8.0F, 12.0F, 18.0F};
    case InkTool::Eraser: return {6.0F, 12.0F, 24.0F};
    case InkTool::Hand:
    case InkTool::Note:
    case InkTool::Highlight: break;
    }
    return {};
}

} // namespace kessai
