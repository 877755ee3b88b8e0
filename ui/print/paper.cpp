// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/paper.h"

#include "core/base/wholefile.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

namespace kessai {

QFont paperFont(qreal points, qreal millimetre, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("BIZ UDGothic"), QStringLiteral("IPAGothic")});
    font.setPixelSize(std::max(1, qRound(points * 25.4 / 72 * millimetre)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

Result<> savePaper(const QString &path, const QString &title,
                   const std::function<bool(QPainter &, QPagedPaintDevice &)> &paint,
                   QPageLayout::Orientation orientation)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    QPdfWriter writer(&file);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(orientation);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(600);
    writer.setTitle(title);
    QPainter painter(&writer);
    if (!painter.isActive())
        return fail(ErrorCode::FileUnreadable, file.errorString());
    const bool whole = paint(painter, writer);
    painter.end();
    if (!whole)
        return fail(ErrorCode::Cancelled);
    return commitFile(file);
}

} // namespace kessai
