// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typescale.h"

#include <QApplication>
#include <QFontInfo>
#include <QtMath>

namespace kessai {

namespace {

struct TypeScale final {
    double points;
    QFont::Weight weight;
};

TypeScale typeScaleOf(TextRole role)
{
    switch (role) {
    case TextRole::Body: return {10.5, QFont::Normal};
    case TextRole::BodyStrong: return {10.5, QFont::Bold};
    case TextRole::PageTitle: return {13.5, QFont::DemiBold};
    case TextRole::CardTitle: return {12.0, QFont::DemiBold};
    case TextRole::TableHeader: return {9.5, QFont::Normal};
    case TextRole::Chip: return {9.5, QFont::Normal};
    case TextRole::Caption: return {9.0, QFont::Normal};
    case TextRole::Small: return {8.5, QFont::Normal};
    case TextRole::Amount: return {13.0, QFont::Bold};
    }
    Q_UNREACHABLE();
}

} // namespace

QFont scaled(const QFont &base, TextRole role)
{
    const TypeScale scale = typeScaleOf(role);
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * scale.points / kBasePointSize);
    font.setWeight(scale.weight);
    return font;
}

QFont fontFor(TextRole role)
{
    return scaled(QApplication::font(), role);
}

qreal textScale()
{
    return QFontInfo(QApplication::font()).pixelSize() / 14.0;
}

int grown(int pixels)
{
    return qRound(pixels * textScale());
}

} // namespace kessai
