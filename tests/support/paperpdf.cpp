// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paperpdf.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>

namespace kessai::test {

namespace {

constexpr int kDpi = 100;
constexpr int kLine = 28;
constexpr int kTableRow = 30;
constexpr int kTableColumns = 4;
constexpr int kTableRows = 8;

QFont paperFont(qreal points, bool bold = false)
{
    QFont font(QStringLiteral("Noto Sans CJK JP"));
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

void paintPaper(QPainter &painter, const QString &heading)
{
    const QRect sheet = painter.viewport();
    const size_t seed = qHash(heading, 7);
    int y = 20;
    painter.setFont(paperFont(16, true));
    painter.drawText(QRect(0, y, sheet.width(), 40), Qt::AlignLeft, heading);
    painter.setFont(paperFont(10.5));
    y += 70;
    for (int line = 0; line < 9; ++line, y += kLine)
        painter.drawText(0, y,
                         QStringLiteral("%1　%2については、令和%3年度の状況を踏まえ、関係する課と調整する。")
                             .arg(line + 1)
                             .arg(heading)
                             .arg(5 + int((seed >> line) % 5)));
    y += kLine;
    const int width = sheet.width() / kTableColumns;
    for (int row = 0; row < kTableRows; ++row, y += kTableRow) {
        for (int column = 0; column < kTableColumns; ++column) {
            const QRect cell(column * width, y, width, kTableRow);
            painter.drawRect(cell);
            const qint64 amount = qint64((seed >> (row + column)) % 90'000) + 1'000;
            painter.drawText(cell.adjusted(8, 0, -8, 0),
                             int(column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                             column == 0 ? QStringLiteral("区分%1").arg(row + 1) : QString::number(amount));
        }
    }
}

} // namespace

QByteArray paperPdf(const QStringList &headings)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kDpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
    QPainter painter(&writer);
    for (qsizetype page = 0; page < headings.size(); ++page) {
        if (page > 0)
            writer.newPage();
        paintPaper(painter, headings[page]);
    }
    painter.end();
    return bytes;
}

QString writePaper(const QString &folder, const QString &name, const QStringList &headings)
{
    const QString path = folder + QLatin1Char('/') + name;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(paperPdf(headings)) > 0 ? path : QString();
}

} // namespace kessai::test
