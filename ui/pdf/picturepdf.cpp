// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/picturepdf.h"

#include <QImage>

#include <algorithm>

namespace kessai {

namespace {

// Objects of the file: the catalog, the list of pages, then for each page itself, its picture and what draws that.
constexpr int kCatalog = 1;
constexpr int kPages = 2;
constexpr int kFirstPage = 3;
constexpr int kObjectsOfPage = 3;
/// qCompress() puts the length before what the filter FlateDecode reads.
constexpr qsizetype kLengthOfQt = 4;

QByteArray numberOf(qsizetype value)
{
    return QByteArray::number(static_cast<qlonglong>(value));
}

QByteArray reference(qsizetype object)
{
    return numberOf(object) + " 0 R";
}

QByteArray pixelsOf(const QImage &picture)
{
    const QImage colours = picture.convertToFormat(QImage::Format_RGB888);
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(3) * colours.width() * colours.height());
    for (int row = 0; row < colours.height(); ++row)
        bytes.append(reinterpret_cast<const char *>(colours.constScanLine(row)), 3 * colours.width());
    return bytes;
}

} // namespace

PicturePdf::PicturePdf() : m_bytes("%PDF-1.7\n"), m_offsets(kFirstPage, 0) {}

void PicturePdf::begin(qsizetype number)
{
    m_offsets.resize(std::max(m_offsets.size(), number + 1));
    m_offsets[number] = m_bytes.size();
    m_bytes += numberOf(number) + " 0 obj\n";
}

void PicturePdf::addPage(const QImage &picture, QSizeF points)
{
    const qsizetype page = kFirstPage + static_cast<qsizetype>(kObjectsOfPage) * m_pages++;
    const QByteArray size =
        QByteArray::number(points.width(), 'f', 2) + ' ' + QByteArray::number(points.height(), 'f', 2);
    m_kids += reference(page) + ' ';
    begin(page);
    m_bytes += "<</Type/Page/Parent " + reference(kPages) + "/MediaBox[0 0 " + size + "]/Contents "
        + reference(page + 2) + "/Resources<</XObject<</P " + reference(page + 1) + ">>>>>>\nendobj\n";
    const QByteArray pixels = qCompress(pixelsOf(picture)).mid(kLengthOfQt);
    begin(page + 1);
    m_bytes += "<</Type/XObject/Subtype/Image/Width " + numberOf(picture.width()) + "/Height "
        + numberOf(picture.height()) + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Length "
        + numberOf(pixels.size()) + ">>\nstream\n" + pixels + "\nendstream\nendobj\n";
    const QByteArray drawing = QByteArray(size).replace(' ', " 0 0 ") + " 0 0 cm /P Do";
    begin(page + 2);
    m_bytes += "<</Length " + numberOf(drawing.size()) + ">>\nstream\n" + drawing + "\nendstream\nendobj\n";
}

QByteArray PicturePdf::finish()
{
    begin(kCatalog);
    m_bytes += "<</Type/Catalog/Pages " + reference(kPages) + ">>\nendobj\n";
    begin(kPages);
    m_bytes += "<</Type/Pages/Kids[" + m_kids + "]/Count " + numberOf(m_pages) + ">>\nendobj\n";
    const QByteArray table = numberOf(m_bytes.size());
    const QByteArray count = numberOf(m_offsets.size());
    m_bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (qsizetype object = kCatalog; object < m_offsets.size(); ++object)
        m_bytes += numberOf(m_offsets.at(object)).rightJustified(10, '0') + " 00000 n \n";
    m_bytes += "trailer<</Size " + count + "/Root " + reference(kCatalog) + ">>\nstartxref\n" + table + "\n%%EOF\n";
    return m_bytes;
}

} // namespace kessai
