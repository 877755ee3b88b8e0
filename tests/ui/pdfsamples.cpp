// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pdfsamples.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>
#include <QtEndian>

namespace kessai::sample {

namespace {

QByteArray number(qsizetype value)
{
    return QByteArray::number(static_cast<qlonglong>(value));
}

QByteArray mediaBox(QSize points)
{
    return "/MediaBox[0 0 " + number(points.width()) + ' ' + number(points.height()) + ']';
}

/// The check value that ends every chunk of a PNG (ISO 3309).
quint32 pngCheck(const QByteArray &bytes)
{
    quint32 check = 0xFFFFFFFF;
    for (const char byte : bytes) {
        check ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            check = (check & 1) != 0 ? (check >> 1) ^ 0xEDB88320 : check >> 1;
    }
    return ~check;
}

} // namespace

const QString kPassword = QStringLiteral("決裁1234");

QByteArray japanesePdf(int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(72);
    QPainter painter(&writer);
    QFont font(QStringLiteral("Noto Sans CJK JP"));
    font.setPixelSize(12);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        font.setPixelSize(18);
        painter.setFont(font);
        painter.drawText(60, 80, QStringLiteral("行政手続のデジタル化について 第%1号").arg(page + 1));
        font.setPixelSize(12);
        painter.setFont(font);
        // Broken by hand, so that no change of fonts mends it.
        painter.drawText(60, 130, QStringLiteral("令和７年度から、支出命令に係る審査は、会"));
        painter.drawText(60, 150, QStringLiteral("計課において行う。髙橋課長、渡邊係長が担当する。"));
        for (int row = 0; row < 20; ++row) {
            painter.drawRect(QRectF(60, 180 + row * 20, 240, 20));
            painter.drawRect(QRectF(300, 180 + row * 20, 120, 20));
            painter.drawText(66, 195 + row * 20, QStringLiteral("総務管理費 %1").arg(row + 1));
            painter.drawText(QRectF(300, 180 + row * 20, 114, 20), Qt::AlignRight | Qt::AlignVCenter,
                             QStringLiteral("%1,%2").arg(7 + row).arg(400 + 4 * row));
        }
    }
    painter.end();
    buffer.close();
    return bytes;
}

QByteArray streamObject(const QByteArray &dictionary, const QByteArray &content)
{
    return "<<" + dictionary + "/Length " + number(content.size()) + ">>\nstream\n" + content + "\nendstream";
}

QByteArray rawPdf(const QList<QByteArray> &objects)
{
    QByteArray bytes = "%PDF-1.7\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray start = number(bytes.size());
    const QByteArray size = number(objects.size() + 1);
    bytes += "xref\n0 " + size + '\n' + table + "trailer<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + start
        + "\n%%EOF\n";
    return bytes;
}

QByteArray plainPdf(QSize points, const QByteArray &content, const QByteArray &pageExtra)
{
    return rawPdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                   "<</Type/Page/Parent 2 0 R" + mediaBox(points) + "/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>"
                       + pageExtra + ">>",
                   streamObject({}, content), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"});
}

QByteArray linkedPdf()
{
    const auto link = [](const QByteArray &place, const QByteArray &goal) -> QByteArray {
        return "<</Type/Annot/Subtype/Link/Rect[" + place + ']' + goal + ">>";
    };
    return rawPdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
                   "<</Type/Page/Parent 2 0 R" + mediaBox({200, 100}) + "/Annots["
                       + link("0 50 100 100", "/Dest[4 0 R/Fit]")
                       + link("100 50 200 100", "/A<</S/URI/URI(https://www.city.example/kaigi)>>")
                       + link("0 0 200 50", "/A<</S/URI/URI(file:///etc/passwd)>>") + "]>>",
                   "<</Type/Page/Parent 2 0 R" + mediaBox({200, 100}) + ">>"});
}

QByteArray operatorBomb()
{
    constexpr int kDepth = 27;
    constexpr int kFirstForm = 7;
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>",
                              "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
                              "<</Type/Page/Parent 2 0 R" + mediaBox({200, 200})
                                  + "/Contents 5 0 R/Resources<</XObject<</X " + number(kFirstForm) + " 0 R>>>>>>",
                              "<</Type/Page/Parent 2 0 R" + mediaBox({200, 200}) + "/Contents 6 0 R/Resources<<>>>>",
                              streamObject({}, "/X Do"),
                              streamObject({}, "1 0 0 rg 50 50 100 100 re f")};
    for (int level = 0; level < kDepth; ++level) {
        const QByteArray inner = "/Resources<</XObject<</X " + number(kFirstForm + level + 1) + " 0 R>>>>";
        objects += streamObject("/Type/XObject/Subtype/Form/BBox[0 0 200 200]" + inner, "/X Do /X Do");
    }
    objects += streamObject("/Type/XObject/Subtype/Form/BBox[0 0 200 200]", "0 0 10 10 re f");
    return rawPdf(objects);
}

QByteArray unembeddedJapanesePdf()
{
    // 決裁 in UTF-16, as the encoding takes it.
    return rawPdf(
        {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
         "<</Type/Page/Parent 2 0 R" + mediaBox({200, 100}) + "/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
         streamObject({}, "BT /F1 60 Tf 30 25 Td <6C7A88C1> Tj ET"),
         "<</Type/Font/Subtype/Type0/BaseFont/MS-Gothic/Encoding/UniJIS-UTF16-H/DescendantFonts[6 0 R]>>",
         "<</Type/Font/Subtype/CIDFontType0/BaseFont/MS-Gothic/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)"
         "/Supplement 6>>/DW 1000/FontDescriptor 7 0 R>>",
         "<</Type/FontDescriptor/FontName/MS-Gothic/Flags 5/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800"
         "/Descent -200/CapHeight 700/StemV 80>>"});
}

QByteArray encryptedPdf()
{
    return QByteArray::fromBase64(
        "JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2"
        "ZWwgOCA+PiA+PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAg"
        "UiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDIwMCAxMDAgXSAv"
        "UGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YxIDUgMCBSID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2Jq"
        "Cjw8IC9MZW5ndGggNjQgPj4Kc3RyZWFtClp6QFNEG6dXawTvRZEIYpRa4Oyg/6hwRhWDuY4AEKS3+YuAt3h2sW7HlXwx8a1tiVNy1TuIoH2T"
        "OE/QPok7ibplbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwgL0Jhc2VGb250IC9IZWx2ZXRpY2EgL1N1YnR5cGUgL1R5cGUxIC9UeXBlIC9G"
        "b250ID4+CmVuZG9iago2IDAgb2JqCjw8IC9DRiA8PCAvU3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZNIC9BRVNWMyAvTGVuZ3Ro"
        "IDMyID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMjU2IC9PIDxkNDY4ZDExMTg2NDQzN2IwYWNmNjk0YzA1ODI0NDFiYTk5YzBh"
        "NTZmMmM5MWMyZjc3Yjk2NmNhZjAxZTMzOTRjN2I5ZWIyOGQxN2EwOGJkYzQ5YjY0YTAyNGJkYzViYjY+IC9PRSA8MWUxMjc4YmQ4MTcyMjZl"
        "NjlhMjliNTZmM2YwMzA4OTQ0NTk2ZTY2OGFmODc5ODU5YTZkYmE1ODg0MzFmMTM3ZD4gL1AgLTQgL1Blcm1zIDxjZTdmOThiNWQxYTk3Yzdh"
        "NWNlMTA5NDQ4N2JhNTA3ZT4gL1IgNiAvU3RtRiAvU3RkQ0YgL1N0ckYgL1N0ZENGIC9VIDw4MDYxN2ZiMjBlNTZiZmU3MTU0ZWUzN2RlZTFi"
        "ZTI4MzA5OWZiMmYzMTc2YmExYzk1ZTUzMzAzMGFiNjI3NDEyZjMxOGZhNDgzMzQwMDA0MGZjNTFjNzBlMGUzZGE1MWE+IC9VRSA8ZDY3ODQ1"
        "OTZjMjJjOTRhNzc4NTgwZTUxNzAzNzcyOGZlODBiZGRiMzlmNmU2NDI5ZGRkYjk4NjdlZGM1ODgzYz4gL1YgNSA+PgplbmRvYmoKeHJlZgow"
        "IDcKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAxMzAgMDAwMDAgbiAKMDAwMDAwMDE4OSAwMDAwMCBu"
        "IAowMDAwMDAwMzE3IDAwMDAwIG4gCjAwMDAwMDA0MzAgMDAwMDAgbiAKMDAwMDAwMDUwMCAwMDAwMCBuIAp0cmFpbGVyIDw8IC9Sb290IDEg"
        "MCBSIC9TaXplIDcgL0lEIFs8MzE0MTU5MjY1MzU4OTc5MzIzODQ2MjY0MzM4MzI3OTU+PDMxNDE1OTI2NTM1ODk3OTMyMzg0NjI2NDMzODMy"
        "Nzk1Pl0gL0VuY3J5cHQgNiAwIFIgPj4Kc3RhcnR4cmVmCjEwNDcKJSVFT0YK");
}

QByteArray oldEncryptedPdf()
{
    return QByteArray::fromBase64(
        "JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50"
        "IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsg"
        "MCAwIDIwMCAxMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YxIDUgMCBSID4+ID4+IC9UeXBlIC9QYWdlID4+"
        "CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggNDkgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCltTvNeErG6XEAHA83io8+Ya+Ui/"
        "Np9PLgVfvIsQ900zIYXZLWbbgXc8edi6+RWBrhtlbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwgL0Jhc2VGb250IC9IZWx2ZXRpY2EgL1N1"
        "YnR5cGUgL1R5cGUxIC9UeXBlIC9Gb250ID4+CmVuZG9iago2IDAgb2JqCjw8IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggNDAgL08gPDkx"
        "ZWM0NDg5N2Y4NzJhNWM4MDc2MTU0NjA0NmIyZWI1MTcyMzFmY2EyNzNjMDBkOGYwOTBlZjFlODk4ODdiODI+IC9QIC00IC9SIDIgL1UgPDA4"
        "N2JkZWQxZTc2MTA0ZmVjMjkxNDcwNzg0NzZjODQ2ODUwN2I3Y2NkODI0NmVmMTk2NjgxZDI5MmZiOTM5YmU+IC9WIDEgPj4KZW5kb2JqCnhy"
        "ZWYKMCA3CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMDY0IDAwMDAwIG4gCjAwMDAwMDAxMjMgMDAw"
        "MDAgbiAKMDAwMDAwMDI1MSAwMDAwMCBuIAowMDAwMDAwMzcwIDAwMDAwIG4gCjAwMDAwMDA0NDAgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9v"
        "dCAxIDAgUiAvU2l6ZSA3IC9JRCBbPDU4M2M5Nzc4OTM5OWQ4MWQ3YjdkYmQ5YmFiNmQ1ZWFlPjw1ODNjOTc3ODkzOTlkODFkN2I3ZGJkOWJh"
        "YjZkNWVhZT5dIC9FbmNyeXB0IDYgMCBSID4+CnN0YXJ0eHJlZgo2NDYKJSVFT0YK");
}

QByteArray halvesImage(QSize size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(255, 0, 0));
    QPainter painter(&image);
    painter.fillRect(QRect(size.width() / 2, 0, size.width() - size.width() / 2, size.height()), QColor(0, 0, 255));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return bytes;
}

QByteArray lyingPng(quint32 width, quint32 height)
{
    QByteArray bytes = halvesImage(QSize(4, 4), "png");
    // After the signature: length, "IHDR", width, height, five more bytes, check value.
    constexpr qsizetype kHeaderType = 12;
    constexpr qsizetype kHeaderSize = 17;
    qToBigEndian<quint32>(width, bytes.data() + kHeaderType + 4);
    qToBigEndian<quint32>(height, bytes.data() + kHeaderType + 8);
    const QByteArray checked = bytes.mid(kHeaderType, kHeaderSize);
    qToBigEndian<quint32>(pngCheck(checked), bytes.data() + kHeaderType + kHeaderSize);
    return bytes;
}

} // namespace kessai::sample
