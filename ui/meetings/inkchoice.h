// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

namespace kessai {

enum class InkTool : quint8 { Hand, Pen, Marker, Eraser, Note, Highlight };

/// What one has in hand, with the colour and width each tool was last used with. One for a window, however many views it has.
class InkChoice final : public QObject {
    Q_OBJECT

public:
    explicit InkChoice(QObject *parent = nullptr);

    InkTool tool() const { return m_tool; }
    /// A pen's eraser end rubs out with any tool.
    void setTool(InkTool tool);
    /// Of the tool in hand; the usual one for tools that have none.
    int color() const { return m_colors.value(m_tool, 0); }
    void setColor(int ink);
    /// In points on paper.
    float width() const { return m_widths.value(m_tool, 1); }
    void setWidth(float points);
    /// Whether the eraser takes whole strokes.
    bool rubsWhole() const { return m_rubsWhole; }
    void setRubsWhole(bool whole);

    /// What may be chosen for the tool in hand; empty for tools without.
    QList<int> colors() const;
    QList<float> widths() const;

Q_SIGNALS:
    void changed();

private:
    InkTool m_tool = InkTool::Hand;
    QHash<InkTool, int> m_colors;
    QHash<InkTool, float> m_widths;
    bool m_rubsWhole = true;
};

} // namespace kessai
