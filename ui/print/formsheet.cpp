// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/formsheet.h"

#include "core/calendar/era.h"
#include "core/cases/caseref.h"
#include "core/cases/form.h"
#include "ui/caseword.h"
#include "ui/print/paper.h"
#include "ui/print/refundnotice.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace kessai {

namespace {

struct PrintWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::Print)
};

// Millimetres on A4.
constexpr qreal kPageWidth = 210;
constexpr qreal kPageHeight = 297;
constexpr qreal kMargin = 16;
constexpr qreal kFoot = 12;
constexpr qreal kLabelHeight = 5;
constexpr qreal kLabelWidth = 30;
constexpr qreal kStampWidth = 25.4;
constexpr qreal kStampHead = 6;
constexpr qreal kStampBody = 19;
constexpr int kStampsPerRow = 7;
constexpr qreal kPadding = 1.6;
constexpr qreal kReadable = 7;  ///< points; what is to be read, not only to be kept, is no smaller if it can be helped
constexpr qreal kSmaller = 0.8; ///< of its size, before a text is broken into lines
constexpr qreal kLeastLabel = 7.5; ///< points; of a label on one line
constexpr qreal kLine = 0.25;
const QColor kStamp(0xbf, 0x3b, 0x2b);

} // namespace

FormSheet::FormSheet(const CaseView &view, bool english, Rows rows) : m_view(view), m_english(english), m_rows(rows) {}

QFont FormSheet::font(qreal points, bool bold) const
{
    return paperFont(points, m_unit, bold);
}

int FormSheet::paint(QPainter &painter, QPagedPaintDevice &device)
{
    m_painter = &painter;
    m_device = &device;
    m_unit = device.logicalDpiX() / 25.4;
    m_page = 0;
    beginPage();
    drawHeading();
    drawStamps();
    for (const Row &row : rows())
        drawRow(row);
    drawSeal();
    if (const auto notice = refundNotice(m_view)) {
        newPage();
        paintRefundNotice(painter, m_unit, *notice);
    }
    return m_page;
}

void FormSheet::beginPage()
{
    ++m_page;
    m_y = mm(kMargin);
    m_painter->setPen(QPen(kPaperInk, mm(kLine)));
    if (m_page > 1) {
        drawFitted(QRectF(mm(kMargin), m_y, mm(kPageWidth - 2 * kMargin), mm(6)),
                   m_view.record.number + QLatin1String("  ") + m_view.record.title, 9,
                   Qt::AlignLeft | Qt::AlignVCenter);
        m_y += mm(8);
    }
    drawFitted(QRectF(mm(kMargin), mm(kPageHeight - kFoot), mm(kPageWidth - 2 * kMargin), mm(5)),
               PrintWords::tr("Page %1").arg(m_page), 8, Qt::AlignHCenter | Qt::AlignVCenter);
}

void FormSheet::newPage()
{
    m_device->newPage();
    beginPage();
}

void FormSheet::drawHeading()
{
    const qreal width = mm(kPageWidth - 2 * kMargin);
    QFont title = font(17, true);
    // Wider, and the title could no longer be copied out of the PDF as one word.
    title.setLetterSpacing(QFont::PercentageSpacing, 108);
    m_painter->setFont(title);
    m_painter->drawText(QRectF(mm(kMargin), m_y, width, mm(11)), Qt::AlignHCenter | Qt::AlignVCenter,
                        m_view.definition.printTitle.text(m_english));
    m_y += mm(12);
    drawFitted(QRectF(mm(kMargin), m_y, width / 2, mm(5.5)),
               // What has no number yet is a draft, as the state beside it says.
               m_view.record.number.isEmpty() ? QString() : PrintWords::tr("No. %1").arg(m_view.record.number), 9.5,
               Qt::AlignLeft | Qt::AlignVCenter);
    drawFitted(QRectF(mm(kMargin) + width / 2, m_y, width / 2, mm(5.5)), stateWord(m_view.verified.state), 9.5,
               Qt::AlignRight | Qt::AlignVCenter, true);
    m_y += mm(7);
    if (const QString cancelled = cancellationText(m_view); !cancelled.isEmpty()) {
        drawFitted(QRectF(mm(kMargin), m_y - mm(1), width, mm(5.5)), cancelled, 9.5, Qt::AlignLeft | Qt::AlignVCenter,
                   true);
        m_y += mm(6);
    }
}

/// 決裁欄: one box for each assignment, the drafter's first.
void FormSheet::drawStamps()
{
    int column = 0;
    const qreal height = kStampHead + kStampBody;
    for (const StepView &step : m_view.route) {
        for (const AssignmentView &assignment : step.assignments) {
            if (column == kStampsPerRow) {
                column = 0;
                m_y += mm(height);
            }
            drawStamp(QRectF(mm(kMargin + column * kStampWidth), m_y, mm(kStampWidth), mm(height)), step, assignment);
            ++column;
        }
    }
    if (column > 0)
        m_y += mm(height);
    m_y += mm(4);
}

QStringList stampLines(const StepView &step, const AssignmentView &assignment)
{
    const Mark mark = assignment.mark == Mark::Mine ? Mark::Open : assignment.mark;
    const auto when = [](Instant at) {
        return QStringList{eraDate(at.day()), at.tokyo().time().toString(QStringLiteral("HH:mm"))};
    };
    if (!assignment.actedAt) {
        // Passed over: by a superior, or by their own absence. What they read afterwards they did not decide.
        if (!assignment.reviewedAt)
            return {actWord(mark, step.kind)};
        return QStringList{actWord(mark, step.kind), assignment.reviewedName} + when(*assignment.reviewedAt);
    }
    const bool standIn = assignment.manner == Manner::Acting;
    QString name = assignment.actedName;
    if (!assignment.principalName.isEmpty())
        name = PrintWords::tr("%1 for %2").arg(name, assignment.principalName);
    else if (standIn)
        name = PrintWords::tr("%1 (stand-in)").arg(name);
    QString act = step.no == 0 ? PrintWords::tr("filed", "act in a stamp")
        : standIn              ? PrintWords::tr("decided as stand-in", "act in a stamp")
                               : actWord(mark, step.kind);
    if (assignment.manner == Manner::PullUp)
        act = PrintWords::tr("%1, pulled up", "act in a stamp").arg(act);
    if (assignment.kept)
        act = PrintWords::tr("%1, still stands", "act in a stamp").arg(act);
    const QStringList at = when(*assignment.actedAt);
    QStringList lines{assignment.actedSection + QLatin1Char(' ') + assignment.actedTitle, name, at[0],
                      at[1] + QLatin1Char(' ') + act};
    if (assignment.reviewedAt)
        lines += PrintWords::tr("read by %1, %2", "name, day")
                     .arg(assignment.reviewedName, stampDate(assignment.reviewedAt->day()));
    else if (standIn)
        lines += actWord(Mark::PostReview, step.kind);
    return lines;
}

void FormSheet::drawStamp(const QRectF &box, const StepView &step, const AssignmentView &assignment)
{
    const QRectF head(box.left(), box.top(), box.width(), mm(kStampHead));
    const QRectF body(box.left(), head.bottom(), box.width(), box.height() - head.height());
    m_painter->fillRect(head, kPaperShade);
    m_painter->setPen(QPen(kPaperInk, mm(kLine)));
    m_painter->drawRect(head);
    m_painter->drawRect(body);
    drawFitted(head, step.no == 0 ? PrintWords::tr("Filed by") : assignment.title, 8.5, Qt::AlignCenter);

    const QStringList lines = stampLines(step, assignment);
    if (lines.size() == 1) {
        drawFitted(body, lines.front(), 8.5, Qt::AlignCenter);
        return;
    }
    const qreal height = body.height() / qreal(lines.size());
    m_painter->setPen(QPen(kStamp, mm(kLine)));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRectF line(body.left(), body.top() + height * qreal(i), body.width(), height);
        drawFitted(line.adjusted(mm(0.8), 0, -mm(0.8), 0), lines[i], i == 1 ? 10 : 7.5, Qt::AlignCenter, i == 1);
    }
    m_painter->setPen(QPen(kPaperInk, mm(kLine)));
}

QString FormSheet::valueText(const QString &key) const
{
    const FieldDefinition *field = m_view.definition.field(key);
    if (!field)
        return {};
    if (m_view.conceals(*field))
        return concealedText();
    if (field->kind == FieldKind::Computed)
        return m_view.computed.value(key).text(m_english);
    const QJsonValue value = m_view.content.fields.value(key);
    const QString text = displayText(*field, value, {*m_view.office, m_view.budget}, m_english);
    const bool rests = field->kind == FieldKind::CaseRef || field->kind == FieldKind::PaidRef;
    const QString line = rests                 ? lineText(value.toObject().value(QLatin1String("line")).toString())
        : field->kind == FieldKind::BudgetLine ? lineText(value.toString())
                                               : QString();
    if (line.isEmpty())
        return text;
    return rests ? QString(text + QLatin1Char('\n') + line) : line;
}

/// A voucher says of which year and line its money is, by itself or by what it rests on.
QString FormSheet::lineText(const QString &key) const
{
    const BudgetLine *line = m_view.budget.find(key);
    if (!line)
        return {};
    const QString year = m_english ? QString::number(line->year.startYear()) : fiscalYearText(line->year);
    return QStringList{year, line->code, line->label()}.join(QLatin1Char(' '));
}

/// A row that is one of several lines says last what it comes to; the cells before it make room.
void FormSheet::addLineAmount(Row &row, const QString &first, const std::vector<RepeatedLines> &lines) const
{
    constexpr qreal kAmountShare = 0.2;
    for (const RepeatedLines &one : lines) {
        for (size_t line = 0; one.count && line < one.lines.size(); ++line) {
            if (one.lines[line].front()->key != first)
                continue;
            const auto amount = one.amount(line, m_view.content.fields);
            for (Cell &cell : row)
                cell.width *= 1 - kAmountShare;
            row.push_back({PrintWords::tr("Amount"),
                           amount ? PrintWords::tr("¥%1").arg(QLocale(QLocale::Japanese).toString(*amount)) : QString(),
                           kAmountShare, row.front().height, false, true});
            return;
        }
    }
}

std::vector<FormSheet::Row> FormSheet::rows() const
{
    std::vector<Row> all;
    const QString who =
        m_view.drafterSection + QLatin1String("  ") + m_view.drafterTitle + QLatin1String("  ") + m_view.drafterName;
    const auto filed = std::find_if(m_view.history.begin(), m_view.history.end(),
                                    [](const HistoryLine &line) { return line.code == QLatin1String("submitted"); });
    all.push_back({Cell{PrintWords::tr("Filed by"), who, 0.6, 9, false},
                   Cell{PrintWords::tr("Filed on"),
                        filed == m_view.history.end() ? QString() : eraDate(filed->at.day()), 0.4, 9, false}});
    const std::vector<RepeatedLines> lines = repeatedLines(m_view.definition);
    for (const auto &cells : m_view.definition.printRows) {
        Row row;
        bool empty = true;
        for (const PrintCell &cell : cells) {
            const FieldDefinition *field = m_view.definition.field(cell.field);
            if (!field)
                continue;
            const bool whole = field->kind == FieldKind::Date || field->kind == FieldKind::Yen
                || field->kind == FieldKind::Number || field->kind == FieldKind::Minutes;
            row.push_back({field->label.text(m_english), valueText(cell.field), cell.width / 12.0, qreal(cell.height),
                           field->kind == FieldKind::LongText, whole});
            // That nothing is urgent or important is nothing to keep a row for; any other "no" is an answer.
            const bool no = (cell.field == QLatin1String("urgent") || cell.field == QLatin1String("important"))
                && !m_view.conceals(*field) && !m_view.content.fields.value(cell.field).toBool();
            empty = empty && (no || row.back().text.isEmpty());
        }
        if (!row.empty() && !cells.empty())
            addLineAmount(row, cells.front().field, lines);
        if (!row.empty() && (!empty || m_rows == Rows::All))
            all.push_back(std::move(row));
    }
    QStringList files;
    for (const Attachment &attachment : m_view.content.attachments)
        files.append(attachment.name);
    if (!files.isEmpty())
        all.push_back({Cell{PrintWords::tr("Attachments"), files.join(QLatin1Char('\n')), 1, 9, true}});
    QStringList remarks;
    for (const HistoryLine &line : m_view.history) {
        if (!line.text.isEmpty())
            remarks.append(PrintWords::tr("%1 %2 (%3): %4")
                               .arg(eraDate(line.at.day()), line.actorName, eventWord(line), line.text));
    }
    if (!remarks.isEmpty())
        all.push_back({Cell{PrintWords::tr("Remarks"), remarks.join(QLatin1Char('\n')), 1, 9, true}});
    return all;
}

void FormSheet::drawRow(const Row &row)
{
    if (row.size() == 1 && row.front().growing) {
        drawGrowing(row.front());
        return;
    }
    qreal height = 0;
    for (const Cell &cell : row)
        height = std::max(height, cell.height);
    if (m_y + mm(height) > mm(kPageHeight - kFoot - 4))
        newPage();
    const qreal whole = mm(kPageWidth - 2 * kMargin);
    qreal share = 0;
    for (const Cell &cell : row)
        share += cell.width;
    qreal x = mm(kMargin);
    for (const Cell &cell : row) {
        // A row that claims less than the page is stretched, so that the right edge stays straight.
        const qreal width = whole * cell.width / share;
        const qreal label = std::min(mm(kLabelWidth), width * 0.42);
        const QRectF box(x, m_y, width, mm(height));
        drawLabel(QRectF(x, m_y, label, mm(height)), cell.label);
        m_painter->drawRect(box);
        const QRectF inner = box.adjusted(label + mm(kPadding), mm(0.4), -mm(kPadding), -mm(0.4));
        drawFitted(inner, cell.whole ? bracketed(inner, cell.text, kReadable) : cell.text, 10.5,
                   Qt::AlignLeft | Qt::AlignVCenter | (cell.whole ? 0 : Qt::TextWordWrap));
        x += width;
    }
    m_y += mm(height);
}

/// A text that takes the room it needs; lines that do not fit go on to the next page.
void FormSheet::drawGrowing(const Cell &cell)
{
    const QFont body = font(10.5);
    const qreal width = mm(kPageWidth - 2 * kMargin);
    const qreal inner = width - 2 * mm(kPadding);
    const qreal lineHeight = QFontMetricsF(body).lineSpacing() * 1.25;
    const qreal bottom = mm(kPageHeight - kFoot - 4);

    std::vector<QString> lines;
    for (const QString &paragraph : cell.text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, body, m_device);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(inner);
            lines.push_back(paragraph.mid(line.textStart(), line.textLength()));
        }
        layout.endLayout();
        if (paragraph.isEmpty())
            lines.emplace_back();
    }

    size_t next = 0;
    bool first = true;
    do {
        if (m_y + mm(kLabelHeight) + 2 * lineHeight > bottom)
            newPage();
        const qreal top = m_y;
        drawLabel(QRectF(mm(kMargin), top, width, mm(kLabelHeight)), cell.label);
        const qreal room = bottom - top - mm(kLabelHeight) - 2 * mm(kPadding);
        const auto fits = std::max<size_t>(1, size_t(room / lineHeight));
        const size_t count = std::min(lines.size() - next, fits);
        const qreal least = first ? mm(cell.height) - mm(kLabelHeight) : 0;
        const qreal height =
            std::min(std::max(qreal(count) * lineHeight + 2 * mm(kPadding), least), room + 2 * mm(kPadding));
        const QRectF box(mm(kMargin), top + mm(kLabelHeight), width, height);
        m_painter->drawRect(box);
        m_painter->setFont(body);
        for (size_t i = 0; i < count; ++i) {
            m_painter->drawText(
                QRectF(box.left() + mm(kPadding), box.top() + mm(kPadding) + qreal(i) * lineHeight, inner, lineHeight),
                Qt::AlignLeft | Qt::AlignVCenter, lines[next + i]);
        }
        next += count;
        m_y = box.bottom();
        first = false;
    } while (next < lines.size());
}

void FormSheet::drawLabel(const QRectF &box, const QString &label)
{
    m_painter->fillRect(box, kPaperShade);
    m_painter->drawRect(box);
    const QRectF inner = box.adjusted(mm(0.6), 0, -mm(0.6), 0);
    drawFitted(inner, bracketed(inner, label, kLeastLabel), 9, Qt::AlignCenter | Qt::TextWordWrap);
}

/// What stands in brackets, such as the day of the week, goes on a line of its own where there is no room beside it in a size.
QString FormSheet::bracketed(const QRectF &box, const QString &text, qreal points)
{
    const qsizetype bracket = text.indexOf(QChar(u'（'));
    const bool breaks = bracket > 0 && !fits(box, text, points, Qt::AlignLeft);
    return breaks ? QString(text.left(bracket) + QLatin1Char('\n') + text.mid(bracket)) : text;
}

bool FormSheet::fits(const QRectF &box, const QString &text, qreal points, int flags, bool bold)
{
    const QFont candidate = font(points, bold);
    m_painter->setFont(candidate);
    const QRectF needed = QFontMetricsF(candidate, m_device).boundingRect(box, flags, text);
    return needed.width() <= box.width() && needed.height() <= box.height();
}

/// Draws a text as large as asked, or smaller until it fits its box; one that may be broken stays on its line while it can be read
/// there.
void FormSheet::drawFitted(const QRectF &box, const QString &text, qreal points, int flags, bool bold)
{
    const int whole = flags & ~Qt::TextWordWrap;
    for (qreal size = points; size >= std::max(points * kSmaller, kReadable); size -= 0.5) {
        if (fits(box, text, size, whole, bold)) {
            m_painter->drawText(box, whole, text);
            return;
        }
    }
    for (qreal size = points; size >= 4 && !fits(box, text, size, flags, bold); size -= 0.5) {
    }
    m_painter->drawText(box, flags, text);
}

/// The record's own proof: how long its history is and the hash at its head.
void FormSheet::drawSeal()
{
    if (m_view.record.history.empty())
        return;
    if (m_y + mm(14) > mm(kPageHeight - kFoot - 4))
        newPage();
    const QRectF box(mm(kMargin), m_y + mm(3), mm(kPageWidth - 2 * kMargin), mm(9));
    const int acts = int(m_view.record.history.size());
    const QString proof = m_view.verified.state.state == CaseState::Decided
        ? PrintWords::tr(
            "Decided electronically; names, posts, times and acts are as recorded. History of %n act(s), SHA-256 %1",
            nullptr, acts)
        : m_view.verified.state.awaitsExamination()
        ? PrintWords::tr("Ordered electronically and not examined yet; names, posts, times and acts are as recorded. "
                         "History of %n act(s), SHA-256 %1",
                         nullptr, acts)
        : PrintWords::tr("Not decided; names, posts, times and acts are as recorded. History of %n act(s), SHA-256 %1",
                         nullptr, acts);
    drawFitted(box, proof.arg(QString::fromLatin1(m_view.verified.state.headHash)), 7,
               Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap);
    m_y = box.bottom();
}

Result<> saveFormPdf(const CaseView &view, const QString &path, bool english)
{
    if (!view.verified.sound())
        return fail(Error::refused(Refusal::Damaged));
    return savePaper(path, QString(view.record.number + QLatin1Char(' ') + view.record.title).trimmed(),
                     [&view, english](QPainter &painter, QPagedPaintDevice &device) {
                         FormSheet(view, english).paint(painter, device);
                         return true;
                     });
}

} // namespace kessai
