// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/anchorsheet.h"

#include "ui/print/paper.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>

namespace kessai {

namespace {

struct AnchorWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::AnchorSheet)
};

/// Paints from the top of one page to its end.
class AnchorSheet final {
public:
    AnchorSheet(QPainter &painter, QPagedPaintDevice &device) : m_painter(painter), m_unit(device.logicalDpiX() / 25.4)
    {
        m_painter.setPen(QPen(kPaperInk, 0.25 * m_unit));
    }

    void paint(const Anchor &anchor)
    {
        line(AnchorWords::tr("Anchor no. %1").arg(anchor.number), 20, 12, true, Qt::AlignHCenter);
        line(anchor.office, 13, 8, false, Qt::AlignHCenter);
        m_y += 6;
        const QLocale grouped(QLocale::English); // 1,300,000 in Japanese too
        row(AnchorWords::tr("Taken"),
            longDay(anchor.at.day()) + QLatin1Char(' ') + anchor.at.tokyo().toString(QStringLiteral("HH:mm:ss")));
        row(AnchorWords::tr("Cases"), grouped.toString(anchor.cases));
        row(AnchorWords::tr("Acts"), grouped.toString(anchor.acts));
        row(AnchorWords::tr("Acts on payments"), grouped.toString(anchor.payments));
        if (!anchor.madeBy.isEmpty())
            row(AnchorWords::tr("Asked for by"), anchor.madeBy);
        m_y += 9;
        digest(AnchorWords::tr("Digest"), anchor.digest(), 22, 12);
        m_y += 8;
        if (!anchor.previous.isEmpty())
            digest(AnchorWords::tr("Digest of the anchor before"), anchor.previous, 12, 6.5);
        m_y += 8;
        paragraph(
            AnchorWords::tr("The digest covers the history of every case submitted until then, everything done to "
                            "payments, and all anchors before. "
                            "Whoever keeps it where the database's owner does not reach can tell later whether any of "
                            "it was rewritten, shortened or removed."));
        paragraph(AnchorWords::tr(
                      "To check: \"kessai-admin anchor DATABASE --number %1 --out FILE\" must say the same digest, "
                      "and \"kessai-admin verify DATABASE --anchor FILE\" must find nothing.")
                      .arg(anchor.number));
        m_y = 240;
        signatures({AnchorWords::tr("Compared by"), AnchorWords::tr("Witnessed by"), AnchorWords::tr("Kept by")});
    }

private:
    // Millimetres on A4.
    static constexpr qreal kWidth = 210;
    static constexpr qreal kMargin = 20;
    static constexpr qreal kLabel = 42;
    static constexpr qreal kRow = 9;

    QRectF box(qreal x, qreal y, qreal width, qreal height) const
    {
        return {x * m_unit, y * m_unit, width * m_unit, height * m_unit};
    }
    void text(const QRectF &where, const QString &what, qreal points, int flags, bool bold = false)
    {
        m_painter.setFont(paperFont(points, m_unit, bold));
        m_painter.drawText(where, flags, what);
    }
    void line(const QString &what, qreal points, qreal height, bool bold, int flags)
    {
        text(box(kMargin, m_y, kWidth - 2 * kMargin, height), what, points, flags | Qt::AlignVCenter, bold);
        m_y += height;
    }
    void row(const QString &label, const QString &value)
    {
        const QRectF head = box(kMargin, m_y, kLabel, kRow);
        m_painter.fillRect(head, kPaperShade);
        m_painter.drawRect(head);
        m_painter.drawRect(box(kMargin, m_y, kWidth - 2 * kMargin, kRow));
        text(head, label, 10, Qt::AlignCenter);
        text(box(kMargin + kLabel + 4, m_y, kWidth - 2 * kMargin - kLabel - 8, kRow), value, 11, Qt::AlignVCenter);
        m_y += kRow;
    }
    /// Four lines of four groups, each line with a letter to refer to.
    void digest(const QString &label, const QByteArray &hex, qreal points, qreal height)
    {
        line(label, 10, 7, true, Qt::AlignLeft);
        const QStringList lines = spelledOut(hex);
        const qreal group = points * 1.6;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            text(box(kMargin, m_y, 10, height), QString(QChar(u'A' + char16_t(i))), qMax(8.5, points * 0.6),
                 Qt::AlignVCenter);
            const QStringList words = lines[i].split(QLatin1Char(' '));
            for (qsizetype j = 0; j < words.size(); ++j)
                text(box(kMargin + 12 + qreal(j) * group, m_y, group, height), words[j], points, Qt::AlignVCenter);
            m_y += height;
        }
    }
    void paragraph(const QString &what)
    {
        const QRectF room = box(kMargin, m_y, kWidth - 2 * kMargin, 40);
        m_painter.setFont(paperFont(10, m_unit));
        QRectF taken;
        m_painter.drawText(room, Qt::AlignLeft | Qt::TextWordWrap, what, &taken);
        m_y += taken.height() / m_unit + 3;
    }
    void signatures(const QStringList &labels)
    {
        const qreal width = (kWidth - 2 * kMargin) / qreal(labels.size());
        for (qsizetype i = 0; i < labels.size(); ++i) {
            const qreal x = kMargin + qreal(i) * width;
            const QRectF head = box(x, m_y, width, 7);
            m_painter.fillRect(head, kPaperShade);
            m_painter.drawRect(head);
            text(head, labels[i], 10, Qt::AlignCenter);
            m_painter.drawRect(box(x, m_y + 7, width, 24));
            text(box(x + 3, m_y + 22, width - 6, 7), AnchorWords::tr("Date"), 8.5, Qt::AlignVCenter);
        }
    }

    QPainter &m_painter;
    const qreal m_unit; ///< device units a millimetre
    qreal m_y = kMargin;
};

} // namespace

Result<> saveAnchorPdf(const Anchor &anchor, const QString &path)
{
    return savePaper(path, AnchorWords::tr("Anchor no. %1").arg(anchor.number) + QLatin1Char(' ') + anchor.office,
                     [&anchor](QPainter &painter, QPagedPaintDevice &device) {
                         AnchorSheet(painter, device).paint(anchor);
                         return true;
                     });
}

Result<> saveAnchorPdf(const QString &file, const QString &path)
{
    QFile kept(file);
    if (!kept.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, kept.errorString());
    const auto anchor = anchorFromFile(kept.readAll());
    return anchor ? saveAnchorPdf(*anchor, path) : Result<>(anchor.failure());
}

} // namespace kessai
