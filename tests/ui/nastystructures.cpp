// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/nastypdfs.h"
#include "tests/ui/pdfsamples.h"

#include <algorithm>
#include <iterator>

namespace kessai::sample {

namespace {

constexpr int kManyPages = 100'000;
constexpr int kDeep = 20'000;

const QByteArray kCatalog = "<</Type/Catalog/Pages 2 0 R>>";
const QByteArray kOnePage = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const QByteArray kPage = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>";

QByteArray numberOf(qsizetype value)
{
    return QByteArray::number(static_cast<qlonglong>(value));
}

QByteArray good()
{
    return rawPdf({kCatalog, kOnePage, kPage});
}

/// A good file with this in place of that, wherever it stands; offsets are not mended.
QByteArray with(QByteArray file, const QByteArray &before, const QByteArray &after)
{
    return file.replace(before, after);
}

/// The same with another end.
QByteArray endingIn(const QByteArray &end)
{
    const QByteArray file = good();
    return file.left(file.indexOf("xref\n")) + end;
}

QByteArray pagesOf(const QByteArray &pages, const QByteArray &page = kPage)
{
    return rawPdf({kCatalog, pages, page});
}

QByteArray pageWith(const QByteArray &entries)
{
    return pagesOf(kOnePage, "<</Type/Page/Parent 2 0 R" + entries + ">>");
}

QByteArray manyPages()
{
    QByteArray kids;
    for (int page = 0; page < kManyPages; ++page)
        kids += numberOf(page + 3) + " 0 R ";
    QList<QByteArray> objects{kCatalog, "<</Type/Pages/Count " + numberOf(kManyPages) + "/Kids[" + kids + "]>>"};
    for (int page = 0; page < kManyPages; ++page)
        objects.append(kPage);
    return rawPdf(objects);
}

/// Each node of the page tree has one kid.
QByteArray deepTree()
{
    QList<QByteArray> objects{kCatalog};
    for (int level = 0; level < kDeep; ++level) {
        const QByteArray parent = level > 0 ? "/Parent " + numberOf(level + 1) + " 0 R" : QByteArray();
        objects.append("<</Type/Pages/Count 1" + parent + "/Kids[" + numberOf(level + 3) + " 0 R]>>");
    }
    objects.append("<</Type/Page/MediaBox[0 0 200 100]/Parent " + numberOf(kDeep + 1) + " 0 R>>");
    return rawPdf(objects);
}

QByteArray outlined(const QList<QByteArray> &lines)
{
    return rawPdf(QList<QByteArray>{"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", kOnePage, kPage} + lines);
}

/// Each of ten lines has the ten again below it.
QByteArray endlessOutline()
{
    QList<QByteArray> lines{"<</First 5 0 R/Last 14 0 R/Count 10>>"};
    for (int line = 5; line < 15; ++line) {
        const QByteArray next = line < 14 ? "/Next " + numberOf(line + 1) + " 0 R" : QByteArray();
        lines.append("<</Title(again)/Parent 4 0 R/First 5 0 R/Last 14 0 R/Count 10" + next + ">>");
    }
    return outlined(lines);
}

/// Saved again and again, each time with a table that names the one before it.
QByteArray savedOften(int times)
{
    QByteArray file = good();
    qsizetype before = file.lastIndexOf("xref\n0");
    for (int i = 0; i < times; ++i) {
        const qsizetype at = file.size();
        file += "xref\n0 0\ntrailer<</Size 4/Root 1 0 R/Prev " + numberOf(before) + ">>\nstartxref\n" + numberOf(at)
            + "\n%%EOF\n";
        before = at;
    }
    return file;
}

QByteArray encryptedBy(const QByteArray &handler)
{
    return with(rawPdf({kCatalog, kOnePage, kPage, handler}), "/Root 1 0 R", "/Root 1 0 R/ID[<00><00>]/Encrypt 4 0 R");
}

QByteArray xrefStream(const QByteArray &entries, const QByteArray &content)
{
    QByteArray file = "%PDF-1.5\n1 0 obj\n" + kCatalog + "\nendobj\n2 0 obj\n" + kOnePage + "\nendobj\n3 0 obj\n"
        + kPage + "\nendobj\n";
    const QByteArray at = numberOf(file.size());
    return file + "4 0 obj\n" + streamObject("/Type/XRef/Root 1 0 R" + entries, content) + "\nendobj\nstartxref\n" + at
        + "\n%%EOF\n";
}

std::vector<NastyFile> brokenEnds()
{
    const QByteArray trailer = "trailer<</Size 4/Root 1 0 R";
    return {
        {QStringLiteral("without table"), endingIn({})},
        {QStringLiteral("table at 0"), endingIn("startxref\n0\n%%EOF\n")},
        {QStringLiteral("table past the end"), endingIn("startxref\n999999999\n%%EOF\n")},
        {QStringLiteral("table before the beginning"), endingIn("startxref\n-5\n%%EOF\n")},
        {QStringLiteral("table at no number"), endingIn("startxref\n99999999999999999999999999\n%%EOF\n")},
        {QStringLiteral("table names itself"),
         with(good(), "/Root 1 0 R", "/Root 1 0 R/Prev " + numberOf(good().indexOf("xref\n")))},
        {QStringLiteral("table of 2 billion lines"), with(good(), "xref\n0 4", "xref\n0 2147483647")},
        {QStringLiteral("table from behind"), with(good(), "xref\n0 4", "xref\n-3 4")},
        {QStringLiteral("size below 0"), with(good(), "/Size 4", "/Size -1")},
        {QStringLiteral("size of 2 billion"), with(good(), "/Size 4", "/Size 2147483647")},
        {QStringLiteral("no root"), with(good(), "/Root 1 0 R", "")},
        {QStringLiteral("root that is nowhere"), with(good(), "/Root 1 0 R", "/Root 77 0 R")},
        {QStringLiteral("root that is a page"), with(good(), "/Root 1 0 R", "/Root 3 0 R")},
        {QStringLiteral("saved 3,000 times"), savedOften(3'000)},
        {QStringLiteral("trailer alone"), "%PDF-1.7\n" + trailer + ">>\nstartxref\n9\n%%EOF\n"},
        {QStringLiteral("stream of references without widths"), xrefStream("/Size 5/W[0 0 0]", "abc")},
        {QStringLiteral("stream of references with wide ones"), xrefStream("/Size 5/W[1 2147483647 2]", "abc")},
        {QStringLiteral("stream of references from behind"),
         xrefStream("/Size 5/W[1 2 1]/Index[-4 5]", QByteArray(20, 1))},
        {QStringLiteral("stream of references in itself"), xrefStream("/Size 5/W[1 2 1]/Prev 150", QByteArray(20, 2))},
    };
}

std::vector<NastyFile> brokenTrees()
{
    return {
        {QStringLiteral("pages that are nowhere"), rawPdf({"<</Type/Catalog/Pages 9 0 R>>"})},
        {QStringLiteral("pages in themselves"), pagesOf("<</Type/Pages/Kids[2 0 R]/Count 1>>")},
        {QStringLiteral("pages in each other"),
         rawPdf({kCatalog, "<</Type/Pages/Kids[3 0 R]/Count 9>>", "<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>"})},
        {QStringLiteral("tree as deep as a well"), deepTree()},
        {QStringLiteral("one page counted 2 billion"), pagesOf("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>")},
        {QStringLiteral("pages fewer than none"), pagesOf("<</Type/Pages/Kids[3 0 R]/Count -7>>")},
        {QStringLiteral("page that is not counted"), pagesOf("<</Type/Pages/Kids[3 0 R]/Count 0>>")},
        {QStringLiteral("kids of other kinds"), pagesOf("<</Type/Pages/Kids[null 7(a)/B[]<<>>3 0 R]/Count 7>>")},
        {QStringLiteral("100,000 pages"), manyPages()},
        {QStringLiteral("one page a thousand times"),
         pagesOf("<</Type/Pages/Count 1000/Kids[" + QByteArray("3 0 R ").repeated(1'000) + "]>>")},
        {QStringLiteral("page without size"), pageWith({})},
        {QStringLiteral("page of no size"), pageWith("/MediaBox[0 0 0 0]")},
        {QStringLiteral("page inside out"), pageWith("/MediaBox[200 100 0 0]")},
        {QStringLiteral("page of a billion points"), pageWith("/MediaBox[0 0 1000000000 1000000000]")},
        {QStringLiteral("page beyond numbers"), pageWith("/MediaBox[0 0 1" + QByteArray(400, '0') + " 5]")},
        {QStringLiteral("page as thin as a hair"), pageWith("/MediaBox[0 0 0.0001 14000]")},
        {QStringLiteral("unit of a million"), pageWith("/MediaBox[0 0 200 100]/UserUnit 1000000")},
        {QStringLiteral("turned by 45"), pageWith("/MediaBox[0 0 200 100]/Rotate 45")},
        {QStringLiteral("turned 2 billion times"), pageWith("/MediaBox[0 0 200 100]/Rotate -2147483648")},
        {QStringLiteral("outline without end"), endlessOutline()},
        {QStringLiteral("outline in a ring"),
         outlined({"<</First 5 0 R/Last 6 0 R>>", "<</Title(a)/Next 6 0 R>>", "<</Title(b)/Next 5 0 R>>"})},
        {QStringLiteral("outline of tricks"),
         outlined({"<</First 5 0 R>>", "<</Title<FEFF202E0000000A0007D800DC00D800>/Dest[3 0 R/Fit]>>"})},
        {QStringLiteral("names in a ring"),
         rawPdf({"<</Type/Catalog/Pages 2 0 R/Names<</Dests 4 0 R>>/Dests 4 0 R>>", kOnePage,
                 "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest(a)>>]>>",
                 "<</Kids[4 0 R]/Limits[(a)(z)]>>"})},
    };
}

std::vector<NastyFile> brokenObjects()
{
    const auto nested = [](const QByteArray &open, const QByteArray &close) {
        return pageWith("/MediaBox[0 0 200 100]/X " + open.repeated(kDeep) + close.repeated(kDeep));
    };
    const auto contents = [](const QByteArray &object, const QByteArray &more = "<<>>") {
        return rawPdf(
            {kCatalog, kOnePage, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>", object, more});
    };
    const QByteArray body = ">>\nstream\n1 0 0 rg 0 0 9 9 re f\nendstream";
    return {
        {QStringLiteral("arrays in arrays"), nested("[", "]")},
        {QStringLiteral("dictionaries in dictionaries"), nested("<</A ", ">>")},
        {QStringLiteral("dictionaries without end"), nested("<</A ", {})},
        {QStringLiteral("a string without end"), pageWith("/MediaBox[0 0 200 100]/X (" + QByteArray(500'000, '('))},
        {QStringLiteral("a name without end"), pageWith("/MediaBox[0 0 200 100]/" + QByteArray(500'000, 'N'))},
        {QStringLiteral("length of 2 billion"), contents("<</Length 2147483647" + body)},
        {QStringLiteral("length below 0"), contents("<</Length -1" + body)},
        {QStringLiteral("length that is itself"), contents("<</Length 4 0 R" + body)},
        {QStringLiteral("length that is nowhere"), contents("<</Length 99 0 R" + body)},
        {QStringLiteral("lengths of each other"), contents("<</Length 5 0 R" + body, "5 0 R")},
        {QStringLiteral("stream without end"), contents("<</Length 30>>\nstream\n1 0 0 rg 0 0 9 9 re f")},
        {QStringLiteral("contents that are the page"), pageWith("/MediaBox[0 0 200 100]/Contents[3 0 R 2 0 R 1 0 R]")},
        {QStringLiteral("objects in their own stream"),
         rawPdf({kCatalog, kOnePage, "4 0 R", streamObject("/Type/ObjStm/N 1/First 4/Extends 4 0 R", "4 0 <<>>")})},
        {QStringLiteral("unknown encryption"), encryptedBy("<</Filter/Nobody/V 99/R 99>>")},
        {QStringLiteral("encryption without keys"), encryptedBy("<</Filter/Standard/V 5/R 6/O()/U()/P -1>>")},
        {QStringLiteral("encryption that is itself"), encryptedBy("4 0 R")},
        {QStringLiteral("encrypted"), encryptedPdf()},
        {QStringLiteral("encrypted long ago"), oldEncryptedPdf()},
        {QStringLiteral("starts a program"),
         rawPdf({"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>/AA<</WC<</S/JavaScript/JS(app.alert"
                 "\\(1\\))>>>>>>",
                 kOnePage, kPage})},
    };
}

std::vector<NastyFile> noPdfs()
{
    return {
        {QStringLiteral("nothing"), {}},
        {QStringLiteral("one letter"), "%"},
        {QStringLiteral("a head alone"), "%PDF-1.7"},
        {QStringLiteral("a head and an end"), "%PDF-1.7\n%%EOF\n"},
        {QStringLiteral("a head and noise"), "%PDF-1.7\n" + QByteArray(200'000, '\xA7')},
        {QStringLiteral("zeros"), "%PDF-1.7\n" + QByteArray(1'000'000, '\0')},
        {QStringLiteral("late head"), QByteArray(1'000, ' ') + good()},
        {QStringLiteral("head too late"), QByteArray(5'000, ' ') + good()},
        {QStringLiteral("a page of the web"), "<!DOCTYPE html><html><body>404</body></html>"},
        {QStringLiteral("a packed folder"), "PK\x03\x04" + QByteArray(3'000, '\x11')},
        {QStringLiteral("picture of a billion pixels"), lyingPng(60'000, 60'000)},
        {QStringLiteral("picture of no pixels"), lyingPng(0, 0)},
        {QStringLiteral("picture that ends early"), halvesImage({800, 600}, "jpg").left(700)},
        {QStringLiteral("TIFF in a ring"), QByteArray("II*\0\x08\0\0\0\0\0\x08\0\0\0", 14)},
        {QStringLiteral("GIF of 4 billion pixels"), QByteArray("GIF89a\xFF\xFF\xFF\xFF\0\0\0;", 14)},
        {QStringLiteral("BMP that lies"),
         QByteArray("BM\x10\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\xFF\xFF\xFF\x7F\xFF\xFF\xFF\x7F\x01\0\x20\0", 30)
             + QByteArray(24, '\0')},
    };
}

} // namespace

std::vector<NastyFile> nastyStructures()
{
    std::vector<NastyFile> files;
    for (std::vector<NastyFile> some : {brokenEnds(), brokenTrees(), brokenObjects(), noPdfs()})
        std::ranges::move(some, std::back_inserter(files));
    return files;
}

} // namespace kessai::sample
