// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/booksheet.h"

#include "core/calendar/era.h"
#include "ui/print/bookwords.h"
#include "ui/print/paper.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace kessai {

namespace {

struct BookText {
    Q_DECLARE_TR_FUNCTIONS(kessai::WorkBook)
};

// Millimetres on A4 in landscape.
constexpr qreal kBookWidth = 297;
constexpr qreal kBookHeight = 210;
constexpr qreal kBookMargin = 12;
constexpr qreal kBookFoot = 10;
constexpr qreal kBookLine = 4.2;
constexpr qreal kBookPad = 1;
constexpr qreal kBookBottom = kBookHeight - kBookFoot - 3;
constexpr qreal kBookDay = 21;
constexpr qreal kBookHours = 27;
constexpr qreal kBookWho = 44;
constexpr qreal kBookRest = 12;
constexpr qreal kBookSums = 14;
constexpr qreal kBookMarks = 30;
constexpr qreal kBookFixed = kBookDay + 2 * kBookHours + 2 * kBookWho + kBookRest;
constexpr qreal kBookPoints = 5;

/// Paints one book from the top of a page on.
class BookPainter final {
public:
    BookPainter(const WorkBook &book, QPainter &painter, QPagedPaintDevice &device)
        : m_book(book), m_painter(painter), m_device(device), m_unit(device.logicalDpiX() / 25.4)
    {
        const qreal room = kBookWidth - 2 * kBookMargin - kBookFixed;
        const auto columns = qreal(std::max<size_t>(1, book.columns.size()));
        m_column = std::min(kBookSums, (room - kBookMarks) / columns);
        m_marks = room - m_column * qreal(book.columns.size());
    }

    void paint()
    {
        beginPage();
        for (const BookDay &day : m_book.days)
            paintDay(day);
        paintSums();
        paintLimits();
    }

private:
    QRectF box(qreal x, qreal y, qreal width, qreal height) const
    {
        return {x * m_unit, y * m_unit, width * m_unit, height * m_unit};
    }

    /// Smaller where it does not fit, and cut where it would be too small to read.
    void text(const QRectF &where, const QString &what, qreal points, int flags, bool bold = false)
    {
        const QRectF room = where.adjusted(kBookPad * m_unit, 0, -kBookPad * m_unit, 0);
        QFont font = paperFont(points, m_unit, bold);
        qreal width = QFontMetricsF(font).horizontalAdvance(what);
        for (qreal size = points - 0.5; width > room.width() && size >= kBookPoints; size -= 0.5) {
            font = paperFont(size, m_unit, bold);
            width = QFontMetricsF(font).horizontalAdvance(what);
        }
        m_painter.setFont(font);
        const bool fits = width <= room.width();
        m_painter.drawText(room, flags | Qt::TextSingleLine,
                           fits ? what : QFontMetricsF(font).elidedText(what, Qt::ElideRight, room.width()));
    }

    /// Lines from the top of a frame on.
    void cell(qreal x, qreal width, qreal height, const QStringList &lines, int flags = Qt::AlignHCenter,
              qreal points = 8.5)
    {
        m_painter.drawRect(box(x, m_y, width, height));
        qreal y = m_y + kBookPad;
        for (const QString &line : lines) {
            text(box(x, y, width, kBookLine), line, points, flags | Qt::AlignVCenter);
            y += kBookLine;
        }
    }

    void head(qreal x, qreal width, qreal height, const QStringList &lines)
    {
        const QRectF where = box(x, m_y, width, height);
        m_painter.fillRect(where, kPaperShade);
        m_painter.drawRect(where);
        const qreal each = height / qreal(std::max<qsizetype>(1, lines.size()));
        for (qsizetype i = 0; i < lines.size(); ++i)
            text(box(x, m_y + qreal(i) * each, width, each), lines[i], lines.size() > 1 ? 7.5 : 8, Qt::AlignCenter);
    }

    void beginPage()
    {
        ++m_page;
        m_painter.setPen(QPen(kPaperInk, 0.2 * m_unit));
        m_y = kBookMargin;
        const qreal width = kBookWidth - 2 * kBookMargin;
        text(box(kBookMargin, m_y, width, 9), BookText::tr("Overtime register"), 16, Qt::AlignCenter, true);
        text(box(kBookMargin, m_y, width, 9), monthHeading(m_book.month), 12, Qt::AlignLeft | Qt::AlignVCenter, true);
        text(box(kBookMargin, m_y, width, 9), closeText(), 8.5, Qt::AlignRight | Qt::AlignVCenter);
        m_y += 11;
        const std::pair<QString, QString> about[] = {{BookText::tr("Section"), m_book.section},
                                                     {BookText::tr("Post"), m_book.title},
                                                     {BookText::tr("Staff number"), m_book.number},
                                                     {BookText::tr("Name"), m_book.name}};
        qreal x = kBookMargin;
        for (const auto &[label, value] : about) {
            head(x, 20, 8, {label});
            m_painter.drawRect(box(x + 20, m_y, width / 4 - 20, 8));
            text(box(x + 20, m_y, width / 4 - 20, 8), value, 10, Qt::AlignLeft | Qt::AlignVCenter);
            x += width / 4;
        }
        m_y += 11;
        paintHead();
        text(box(kBookMargin, kBookHeight - kBookFoot, width, 5),
             BookText::tr("%1 %2, page %3").arg(m_book.number, m_book.name).arg(m_page), 8, Qt::AlignCenter);
    }

    QString closeText() const
    {
        if (!m_book.close)
            return BookText::tr("The month is not closed");
        return BookText::tr("Closed on %1").arg(longDay(m_book.close->at.day()));
    }

    void paintHead()
    {
        constexpr qreal kHalf = 7.5;
        qreal x = kBookMargin;
        const auto pair = [&](const QString &over, std::initializer_list<std::pair<qreal, QString>> under) {
            qreal width = 0;
            for (const auto &one : under)
                width += one.first;
            head(x, width, kHalf, {over});
            m_y += kHalf;
            for (const auto &[part, label] : under) {
                head(x, part, kHalf, {label});
                x += part;
            }
            m_y -= kHalf;
        };
        head(x, kBookDay, 2 * kHalf, {BookText::tr("Day")});
        x += kBookDay;
        pair(BookText::tr("Order"), {{kBookHours, BookText::tr("Hours")}, {kBookWho, BookText::tr("Ordered by")}});
        pair(BookText::tr("Result"),
             {{kBookHours, BookText::tr("Hours")},
              {kBookRest, BookText::tr("Break")},
              {kBookWho, BookText::tr("Confirmed by")}});
        if (!m_book.columns.empty()) {
            head(x, m_column * qreal(m_book.columns.size()), kHalf, {BookText::tr("Rates")});
            m_y += kHalf;
            for (const PayLine &column : m_book.columns) {
                head(x, m_column, kHalf, columnHead(column));
                x += m_column;
            }
            m_y -= kHalf;
        }
        head(x, m_marks, 2 * kHalf, {BookText::tr("Remarks")});
        m_y += 2 * kHalf;
    }

    static QStringList who(const BookEntry &entry)
    {
        if (entry.by.isEmpty())
            return {BookText::tr("Waiting for approval")};
        QStringList lines{entry.by};
        if (!entry.principal.isEmpty())
            lines += BookText::tr("for %1").arg(entry.principal);
        if (entry.at)
            lines +=
                shortEraDate(entry.at->day()) + QLatin1Char(' ') + entry.at->tokyo().toString(QStringLiteral("HH:mm"));
        return lines;
    }
    static QStringList hoursOf(const BookEntry &entry)
    {
        QStringList lines;
        for (const Stretch &one : entry.hours)
            lines += stretchText(one);
        return lines;
    }
    static qsizetype linesOf(const BookEntry *entry)
    {
        return entry ? std::max(hoursOf(*entry).size(), who(*entry).size()) : 0;
    }

    void paintDay(const BookDay &day)
    {
        const size_t rows = std::max({day.orders.size(), day.results.size(), size_t(1)});
        for (size_t i = 0; i < rows; ++i) {
            const BookEntry *order = i < day.orders.size() ? &day.orders[i] : nullptr;
            const BookEntry *result = i < day.results.size() ? &day.results[i] : nullptr;
            QStringList marks;
            for (const BookMark &mark : i == 0 ? day.marks : std::vector<BookMark>())
                marks += markText(mark);
            const qsizetype lines = std::max({linesOf(order), linesOf(result), marks.size(), qsizetype(1)});
            const qreal height = qreal(lines) * kBookLine + 2 * kBookPad;
            if (m_y + height > kBookBottom) {
                m_device.newPage();
                beginPage();
            }
            paintRow(i == 0 ? &day : nullptr, order, result, marks, height);
            m_y += height;
        }
    }

    /// `day` only in its first row.
    void paintRow(const BookDay *day, const BookEntry *order, const BookEntry *result, const QStringList &marks,
                  qreal height)
    {
        qreal x = kBookMargin;
        const auto next = [&](qreal width, const QStringList &lines, int flags = Qt::AlignHCenter, qreal points = 8.5) {
            cell(x, width, height, lines, flags, points);
            x += width;
        };
        next(kBookDay, day ? dayLines(*day) : QStringList());
        next(kBookHours, order ? hoursOf(*order) : QStringList());
        next(kBookWho, order ? who(*order) : QStringList(), Qt::AlignLeft, 8);
        next(kBookHours, result ? hoursOf(*result) : QStringList());
        next(kBookRest, result && result->rest() > 0 ? QStringList(hoursAndMinutes(result->rest())) : QStringList());
        next(kBookWho, result ? who(*result) : QStringList(), Qt::AlignLeft, 8);
        for (size_t i = 0; i < m_book.columns.size(); ++i) {
            const qint64 minutes = day && i < day->minutes.size() ? day->minutes[i] : 0;
            next(m_column, minutes ? QStringList(hoursAndMinutes(minutes)) : QStringList(), Qt::AlignRight);
        }
        next(m_marks, marks, Qt::AlignLeft, 7.5);
    }

    static QStringList dayLines(const BookDay &day)
    {
        QStringList lines{englishWording() ? day.day.toString(QStringLiteral("d MMM ddd"))
                                           : QStringLiteral("%1日（%2）")
                                                 .arg(day.day.day())
                                                 .arg(QStringLiteral("月火水木金土日").at(day.day.dayOfWeek() - 1))};
        if (day.kind == DayKind::WeeklyOff)
            lines.front() += BookText::tr(" off");
        else if (day.kind == DayKind::Holiday)
            lines.front() += BookText::tr(" holiday");
        return lines;
    }

    void paintSums()
    {
        constexpr qreal kRow = 6.4;
        if (m_y + 2 * kRow + 8 > kBookBottom) {
            m_device.newPage();
            beginPage();
        }
        const auto row = [&](const QString &label, const auto &value) {
            head(kBookMargin, kBookFixed, kRow, {label});
            qreal x = kBookMargin + kBookFixed;
            for (const PayLine &column : m_book.columns) {
                cell(x, m_column, kRow, {value(column)}, Qt::AlignRight);
                x += m_column;
            }
            cell(x, m_marks, kRow, {});
            m_y += kRow;
        };
        row(BookText::tr("Sum of the month"), [](const PayLine &column) { return hoursAndMinutes(column.minutes); });
        row(BookText::tr("Hours that are paid"), [](const PayLine &column) { return QString::number(column.hours); });
    }

    void paintLimits()
    {
        QStringList lines;
        for (const LimitState &limit : m_book.limits)
            lines += limitLine(limit);
        m_y += 2;
        text(box(kBookMargin, m_y, kBookWidth - 2 * kBookMargin, 6),
             BookText::tr("Upper limits: %1").arg(lines.join(BookText::tr(", "))), 8.5,
             Qt::AlignLeft | Qt::AlignVCenter);
    }

    const WorkBook &m_book;
    QPainter &m_painter;
    QPagedPaintDevice &m_device;
    const qreal m_unit; ///< device units a millimetre
    qreal m_column = kBookSums;
    qreal m_marks = kBookMarks;
    qreal m_y = kBookMargin;
    int m_page = 0;
};

} // namespace

bool paintBooks(const std::vector<WorkBook> &books, QPainter &painter, QPagedPaintDevice &device,
                const BookProgress &progress)
{
    int painted = 0;
    for (const WorkBook &book : books) {
        if (painted > 0)
            device.newPage();
        BookPainter(book, painter, device).paint();
        ++painted;
        if (progress && !progress(painted))
            return false;
    }
    return true;
}

Result<> saveBooksPdf(const std::vector<WorkBook> &books, const QString &path, const BookProgress &progress)
{
    return savePaper(
        path, BookText::tr("Overtime register"),
        [&](QPainter &painter, QPagedPaintDevice &device) { return paintBooks(books, painter, device, progress); },
        QPageLayout::Landscape);
}

} // namespace kessai
