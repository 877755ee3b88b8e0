// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplepaper.h"

#include <QtEndian>

namespace kessai {

namespace {

constexpr double kPoints = 72 / 25.4; ///< of a millimetre
constexpr double kHeight = 297;
constexpr int kWide = 1000;
constexpr int kDigit = 555;
constexpr char16_t kFirstNarrow = u' ';
constexpr char16_t kLastNarrow = u'~';

int widthOf(char16_t c)
{
    if (c < kFirstNarrow || c > kLastNarrow)
        return kWide;
    switch (c) {
    case u' ': return 224;
    case u',':
    case u'.':
    case u':': return 278;
    case u'-':
    case u'(':
    case u')': return 340;
    case u'%': return 910;
    default: return c >= u'A' && c <= u'Z' ? 620 : kDigit;
    }
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 2);
}

/// As the encoding UniJIS-UTF16-H wants it.
QByteArray coded(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const quint16 unit = qToBigEndian(c.unicode());
        bytes.append(QByteArray(reinterpret_cast<const char *>(&unit), sizeof unit).toHex());
    }
    return '<' + bytes + '>';
}

/// The widths of the narrow characters, whose numbers in Adobe-Japan1 begin at 1 in the order of ASCII.
QByteArray narrowWidths()
{
    QByteArray widths("[1[");
    for (char16_t c = kFirstNarrow; c <= kLastNarrow; ++c)
        widths += QByteArray::number(widthOf(c)) + ' ';
    return widths + "]]";
}

} // namespace

int widthOf(const QString &text)
{
    int width = 0;
    for (const QChar c : text)
        width += c.isLowSurrogate() ? 0 : widthOf(c.unicode());
    return width;
}

void SamplePaper::text(double x, double y, double points, const QString &text, Align align)
{
    const double width = widthOf(text) * points / kWide / kPoints;
    const double left = align == Align::Left ? x : align == Align::Right ? x - width : x - width / 2;
    m_content += "BT /F " + number(points) + " Tf " + number(left * kPoints) + ' ' + number((kHeight - y) * kPoints)
        + " Td " + coded(text) + " Tj ET\n";
}

void SamplePaper::line(double x1, double y1, double x2, double y2)
{
    m_content += number(x1 * kPoints) + ' ' + number((kHeight - y1) * kPoints) + " m " + number(x2 * kPoints) + ' '
        + number((kHeight - y2) * kPoints) + " l S\n";
}

void SamplePaper::box(double x, double y, double width, double height)
{
    m_content += number(x * kPoints) + ' ' + number((kHeight - y - height) * kPoints) + ' ' + number(width * kPoints)
        + ' ' + number(height * kPoints) + " re S\n";
}

void SamplePaper::seal(double x, double y, const QString &character)
{
    constexpr double kRadius = 7;
    constexpr double kBow = kRadius * 0.5523; // of four Bézier curves that make a circle
    const auto point = [&](double dx, double dy) -> QByteArray {
        return number((x + dx) * kPoints) + ' ' + number((kHeight - y - dy) * kPoints) + ' ';
    };
    m_content += "q 0.75 0.1 0.1 RG 0.75 0.1 0.1 rg 1 w " + point(kRadius, 0) + "m ";
    m_content += point(kRadius, kBow) + point(kBow, kRadius) + point(0, kRadius) + "c ";
    m_content += point(-kBow, kRadius) + point(-kRadius, kBow) + point(-kRadius, 0) + "c ";
    m_content += point(-kRadius, -kBow) + point(-kBow, -kRadius) + point(0, -kRadius) + "c ";
    m_content += point(kBow, -kRadius) + point(kRadius, -kBow) + point(kRadius, 0) + "c S\n";
    text(x, y + 2, 14, character, Align::Centre);
    m_content += "Q\n";
}

QByteArray SamplePaper::pdf() const
{
    return bound({*this});
}

QByteArray bound(const std::vector<SamplePaper> &pages)
{
    constexpr int kFont = 5; // what stands in every file comes before the second page
    const auto pageNo = [](size_t page) { return page == 0 ? 3 : kFont + 1 + 2 * int(page); };
    const auto page = [](int content) -> QByteArray {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents "
            + QByteArray::number(content) + " 0 R>>";
    };
    const auto stream = [](const QByteArray &content) -> QByteArray {
        // qCompress writes the length of what it packed before the stream.
        const QByteArray packed = qCompress("0.4 w\n" + content).mid(4);
        return "<</Filter/FlateDecode/Length " + QByteArray::number(packed.size()) + ">>stream\n" + packed
            + "\nendstream";
    };
    QByteArray kids;
    for (size_t i = 0; i < pages.size(); ++i)
        kids += (i > 0 ? " " : "") + QByteArray::number(pageNo(i)) + " 0 R";
    std::vector<QByteArray> objects{
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(qint64(pages.size())) + ">>",
        page(4),
        stream(pages.front().m_content),
        "<</Type/Font/Subtype/Type0/BaseFont/GothicBBB-Medium-UniJIS-UTF16-H/Encoding/UniJIS-UTF16-H/DescendantFonts[6 "
        "0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/GothicBBB-Medium/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)"
        "/Supplement 6>>/DW 1000/W"
            + narrowWidths() + "/FontDescriptor 7 0 R>>",
        "<</Type/FontDescriptor/FontName/GothicBBB-Medium/Flags 4/FontBBox[-174 -268 1001 944]/ItalicAngle 0/Ascent 752"
        "/Descent -271/CapHeight 737/StemV 99>>"};
    for (size_t i = 1; i < pages.size(); ++i) {
        objects.push_back(page(pageNo(i) + 1));
        objects.push_back(stream(pages[i].m_content));
    }
    QByteArray pdf("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n");
    QByteArray table;
    int no = 0;
    for (const QByteArray &object : objects) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(++no) + " 0 obj\n" + object + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(no + 1);
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer<</Size " + size
        + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace kessai
