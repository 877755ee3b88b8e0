// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/repeatedlines.h"
#include "core/services/caseview.h"

#include <QFont>
#include <QRectF>
#include <QStringList>

class QPagedPaintDevice;
class QPainter;

namespace kessai {

/// Paints a case as its official form on A4: title, 決裁欄 (name, post, date and act stand in place of seals), the form's
/// fields in the arrangement of its definition, attachments, and the seal of the record. All measures are millimetres; the same
/// painting serves paper and PDF. Texts are set in BIZ UDGothic, which extracts from the PDF as it was written.
class FormSheet final {
public:
    /// Of the printed layout, rows in which nothing is written are left out; whoever writes the layout sees them, too.
    enum class Rows { Written, All };
    FormSheet(const CaseView &view, bool english, Rows rows = Rows::Written);

    /// Paints all pages, asking the device for each new one; returns how many there were.
    int paint(QPainter &painter, QPagedPaintDevice &device);

private:
    struct Cell {
        QString label;
        QString text;
        qreal width;        ///< share of the row, 0..1
        qreal height;       ///< least height in millimetres
        bool growing;       ///< takes the height its text needs, over pages if it must
        bool whole = false; ///< a day or an amount, which is never broken into two lines
    };
    using Row = std::vector<Cell>;

    qreal mm(qreal millimetres) const { return millimetres * m_unit; }
    QFont font(qreal points, bool bold = false) const;
    void beginPage();
    void newPage();
    void drawHeading();
    void drawStamps();
    void drawStamp(const QRectF &box, const StepView &step, const AssignmentView &assignment);
    void drawRow(const Row &row);
    void drawGrowing(const Cell &cell);
    void drawLabel(const QRectF &box, const QString &label);
    bool fits(const QRectF &box, const QString &text, qreal points, int flags, bool bold = false);
    QString bracketed(const QRectF &box, const QString &text, qreal points);
    void drawFitted(const QRectF &box, const QString &text, qreal points, int flags, bool bold = false);
    void drawSeal();
    std::vector<Row> rows() const;
    void addLineAmount(Row &row, const QString &first, const std::vector<RepeatedLines> &lines) const;
    QString valueText(const QString &key) const;
    QString lineText(const QString &key) const;

    const CaseView &m_view;
    bool m_english;
    Rows m_rows;
    QPainter *m_painter = nullptr;
    QPagedPaintDevice *m_device = nullptr;
    qreal m_unit = 1; ///< device units a millimetre
    qreal m_y = 0;    ///< next free position, in device units
    int m_page = 0;
};

/// What stands in one box of the 決裁欄, from top to bottom: who acted, for whom, when and how, acts out of turn with their marks
/// (代決, 引上げ, 後閲; domain.md 8.1); of somebody who has not acted, one line.
QStringList stampLines(const StepView &step, const AssignmentView &assignment);

/// Writes a case's form to a PDF file (PDF/A-1b), whole or not at all. A damaged record is refused: it stays out of every export.
Result<> saveFormPdf(const CaseView &view, const QString &path, bool english);

} // namespace kessai
