// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/paymentsheet.h"

#include "ui/accounting/budgetmodel.h"
#include "ui/print/paper.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPrinter>

namespace kessai {

namespace {

struct PaymentWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::PaymentSheetPaper)
};

// Millimetres on A4.
constexpr qreal kListWidth = 210;
constexpr qreal kListHeight = 297;
constexpr qreal kPaymentMargin = 14;
constexpr qreal kListRow = 7.2;
constexpr qreal kListFoot = 14;
constexpr qreal kListRecord = 5.5;

class PaymentPainter final {
public:
    PaymentPainter(const PaymentPaper &paper, QPainter &painter, QPagedPaintDevice &device)
        : m_paper(paper), m_painter(painter), m_device(device), m_unit(device.logicalDpiX() / 25.4)
    {
        m_painter.setPen(QPen(kPaperInk, 0.2 * m_unit));
    }

    void paint()
    {
        begin();
        qint64 sum = 0;
        int no = 0;
        for (const PaymentRow &row : m_paper.rows) {
            room(kListRow);
            sum += row.amount.amount();
            cells({QString::number(++no), row.number, row.payee, budgetYen(row.amount.amount()), row.account,
                   row.section + QStringLiteral("　") + row.title, row.state},
                  false);
        }
        room(kListRow + 4);
        cells({{}, {}, PaymentWords::tr("%n payment(s)", nullptr, no), budgetYen(sum), {}, {}, {}}, true);
        m_y += 4;
        for (const PaymentAct &act : m_paper.acts)
            record(act);
        foot();
    }

private:
    struct Column {
        qreal width;
        int flags;
    };
    static constexpr Column kColumns[] = {{8, Qt::AlignRight},  {20, Qt::AlignLeft}, {38, Qt::AlignLeft},
                                          {22, Qt::AlignRight}, {30, Qt::AlignLeft}, {42, Qt::AlignLeft},
                                          {22, Qt::AlignLeft}};

    QRectF box(qreal x, qreal y, qreal width, qreal height) const
    {
        return {x * m_unit, y * m_unit, width * m_unit, height * m_unit};
    }
    /// Smaller where it does not fit, and elided where it would be too small to read.
    void text(const QRectF &where, const QString &what, qreal points, int flags, bool bold = false)
    {
        const QRectF inside = where.adjusted(m_unit, 0, -m_unit, 0);
        QFont font = paperFont(points, m_unit, bold);
        for (qreal size = points - 0.5; QFontMetricsF(font).horizontalAdvance(what) > inside.width() && size >= 6;
             size -= 0.5)
            font = paperFont(size, m_unit, bold);
        m_painter.setFont(font);
        m_painter.drawText(inside, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                           QFontMetricsF(font).elidedText(what, Qt::ElideRight, inside.width()));
    }
    void begin()
    {
        m_y = kPaymentMargin;
        ++m_page;
        const qreal width = kListWidth - 2 * kPaymentMargin;
        text(box(kPaymentMargin, m_y, width, 9), PaymentWords::tr("List of payments"), 16, Qt::AlignHCenter, true);
        m_y += 10;
        text(box(kPaymentMargin, m_y, width, 6), m_paper.office, 10, Qt::AlignLeft);
        text(box(kPaymentMargin, m_y, width, 6), m_paper.name, 10, Qt::AlignRight);
        m_y += 8;
        cells({PaymentWords::tr("No."), PaymentWords::tr("Case"), PaymentWords::tr("Payee"), PaymentWords::tr("Yen"),
               PaymentWords::tr("Account"), PaymentWords::tr("Section, subject"), PaymentWords::tr("State")},
              true);
    }
    void cells(const QStringList &texts, bool shaded)
    {
        qreal x = kPaymentMargin;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QRectF where = box(x, m_y, kColumns[i].width, kListRow);
            if (shaded)
                m_painter.fillRect(where, kPaperShade);
            m_painter.drawRect(where);
            text(where, texts[i], 8.5, kColumns[i].flags, shaded);
            x += kColumns[i].width;
        }
        m_y += kListRow;
    }
    /// Goes on to another page where there is no room for so much.
    void room(qreal height)
    {
        if (m_y + height <= kListHeight - kListFoot)
            return;
        foot();
        m_device.newPage();
        begin();
    }
    /// What stands where seals stood: who did what, and when.
    void record(const PaymentAct &act)
    {
        room(kListRecord);
        const qreal width = kListWidth - 2 * kPaymentMargin;
        const QString what = paymentActName(act.kind).text(englishWording());
        const QDateTime at = act.at.tokyo();
        text(box(kPaymentMargin, m_y, width, kListRecord),
             PaymentWords::tr("%1: %2, %3 %4", "what was done, by whom, day and time")
                 .arg(what, act.name, longDay(at.date()), at.toString(QStringLiteral("HH:mm"))),
             8.5, Qt::AlignLeft);
        m_y += kListRecord;
    }
    void foot()
    {
        const qreal width = kListWidth - 2 * kPaymentMargin;
        const QRectF where = box(kPaymentMargin, kListHeight - kListFoot + 2, width, 5);
        if (!m_paper.hash.isEmpty())
            text(where, PaymentWords::tr("Record %1").arg(QString::fromLatin1(m_paper.hash)), 6.5, Qt::AlignLeft);
        text(where, QString::number(m_page), 8, Qt::AlignRight);
    }

    const PaymentPaper &m_paper;
    QPainter &m_painter;
    QPagedPaintDevice &m_device;
    const qreal m_unit; ///< device units a millimetre
    qreal m_y = 0;
    int m_page = 0;
};

} // namespace

Result<> printPayments(const PaymentPaper &paper, QPrinter &printer)
{
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageOrientation(QPageLayout::Portrait);
    printer.setFullPage(true);
    printer.setDocName(paper.name);
    QPainter painter(&printer);
    if (!painter.isActive())
        return fail(ErrorCode::FileUnreadable, QStringLiteral("the printer did not answer"));
    PaymentPainter(paper, painter, printer).paint();
    return {};
}

Result<> savePaymentsPdf(const PaymentPaper &paper, const QString &path)
{
    return savePaper(path, paper.name, [&paper](QPainter &painter, QPagedPaintDevice &device) {
        PaymentPainter(paper, painter, device).paint();
        return true;
    });
}

} // namespace kessai
