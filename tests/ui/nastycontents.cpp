// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/nastypdfs.h"
#include "tests/ui/pdfsamples.h"

#include <algorithm>
#include <iterator>

namespace kessai::sample {

namespace {

constexpr QSize kSheet(200, 200);

QByteArray page(const QByteArray &content)
{
    return plainPdf(kSheet, content);
}

/// One page with these objects from number 4 on; its resources may name them, and 4 is what it draws.
QByteArray drawing(const QByteArray &resources, const QByteArray &content, const QList<QByteArray> &more = {},
                   const QByteArray &entries = {})
{
    return rawPdf(QList<QByteArray>{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<"
                                        + resources + ">>" + entries + ">>",
                                    streamObject({}, content)}
                  + more);
}

/// As the filter FlateDecode unpacks it.
QByteArray packed(const QByteArray &bytes)
{
    constexpr qsizetype kLengthOfQt = 4;
    return qCompress(bytes, 9).mid(kLengthOfQt);
}

QByteArray packedContent(const QByteArray &filters, const QByteArray &bytes)
{
    return rawPdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                   "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>",
                   streamObject("/Filter[" + filters + "]", bytes)});
}

QByteArray image(const QByteArray &entries, const QByteArray &bytes)
{
    return drawing("/XObject<</I 5 0 R>>", "200 0 0 200 0 0 cm /I Do",
                   {streamObject("/Type/XObject/Subtype/Image" + entries, bytes)});
}

QByteArray font(const QByteArray &entries, const QList<QByteArray> &more, const QByteArray &text = "(abc)")
{
    return drawing("/Font<</F 5 0 R>>", "BT /F 20 Tf 20 100 Td " + text + " Tj ET",
                   QList<QByteArray>{"<</Type/Font" + entries + ">>"} + more);
}

QByteArray embeddedFont(const QByteArray &subtype, const QByteArray &key, const QByteArray &file)
{
    return font("/Subtype/" + subtype + "/BaseFont/X/FirstChar 97/LastChar 99/Widths[9 9 9]/FontDescriptor 6 0 R",
                {"<</Type/FontDescriptor/FontName/X/Flags 4/" + key + " 7 0 R>>", streamObject({}, file)});
}

QByteArray form(const QByteArray &entries, const QByteArray &content)
{
    return streamObject("/Type/XObject/Subtype/Form/BBox[0 0 200 200]" + entries, content);
}

QByteArray manyNotes()
{
    return drawing({}, "0 0 9 9 re f", {},
                   "/Annots[" + QByteArray("<</Type/Annot/Subtype/Square/Rect[1 1 90 90]/C[1 0 0]>>").repeated(50'000)
                       + "]");
}

std::vector<NastyFile> bombs()
{
    constexpr qsizetype kMuch = 30'000'000;
    return {
        {QStringLiteral("30 MB in nothing"),
         packedContent("/FlateDecode/FlateDecode", packed(packed(QByteArray(kMuch, ' '))))},
        {QStringLiteral("30 MB of states"),
         packedContent("/FlateDecode/FlateDecode", packed(packed(QByteArray("q ").repeated(kMuch / 2))))},
        {QStringLiteral("128 bytes of two"),
         packedContent("/RunLengthDecode/RunLengthDecode", QByteArray("\x81\x81").repeated(2'000'000))},
        {QStringLiteral("packed a thousand times"),
         packedContent(QByteArray("/FlateDecode ").repeated(1'000), packed("0 0 9 9 re f"))},
        {QStringLiteral("packed by nobody"), packedContent("/Nobody", "0 0 9 9 re f")},
        {QStringLiteral("packed badly"), packedContent("/FlateDecode", QByteArray(5'000, '\x9C'))},
        {QStringLiteral("packed in LZW and noise"), packedContent("/LZWDecode", QByteArray(50'000, '\x5A'))},
        {QStringLiteral("zeros of five letters"), packedContent("/ASCII85Decode", QByteArray(2'000'000, 'z'))},
        {QStringLiteral("forms that double"), operatorBomb()},
        {QStringLiteral("a form in itself"),
         drawing("/XObject<</X 5 0 R>>", "/X Do", {form("/Resources<</XObject<</X 5 0 R>>>>", "/X Do /X Do")})},
        {QStringLiteral("a mask of itself"),
         drawing("/ExtGState<</G 5 0 R>>", "/G gs 0 0 200 200 re f",
                 {"<</SMask<</S/Luminosity/G 6 0 R>>>>",
                  form("/Group<</S/Transparency/CS/DeviceGray>>/Resources<</ExtGState<</G 5 0 R>>>>",
                       "/G gs 0 0 200 200 re f")})},
        {QStringLiteral("a pattern of itself"),
         drawing("/Pattern<</P 5 0 R>>", "/Pattern cs /P scn 0 0 200 200 re f",
                 {streamObject("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"
                               "/Resources<</Pattern<</P 5 0 R>>>>",
                               "/Pattern cs /P scn 0 0 9 9 re f")})},
        {QStringLiteral("tiles of dust"),
         drawing("/Pattern<</P 5 0 R>>", "/Pattern cs /P scn 0 0 200 200 re f",
                 {streamObject("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 100 100]/XStep 0.001/YStep 0.001"
                               "/Resources<<>>",
                               "1 0 0 rg 0 0 50 50 re f")})},
        {QStringLiteral("dashes of dust"), page("[0.00001 0.00001] 0 d 0 0 m 200 200 l 1000000 5 l S")},
        {QStringLiteral("a million curves"), page(QByteArray("0 0 m 9 199 199 9 200 200 c S ").repeated(300'000))},
        {QStringLiteral("a star of a million points"),
         page("0 0 m " + QByteArray("200 100 l 0 150 l 199 3 l ").repeated(300'000) + "f*")},
        {QStringLiteral("clipped without end"), page(QByteArray("0 0 m 200 9 l 9 200 l W n ").repeated(100'000))},
        {QStringLiteral("groups in groups"),
         drawing("/XObject<</X 5 0 R>>/ExtGState<</G<</ca 0.5>>>>", "/G gs " + QByteArray("/X Do ").repeated(2'000),
                 {form("/Group<</S/Transparency/I true/K true>>", "1 0 0 rg 0 0 200 200 re f")})},
        {QStringLiteral("50,000 frames"), manyNotes()},
        {QStringLiteral("a note that draws itself"),
         drawing({}, "0 0 9 9 re f", {form("/Resources<</XObject<</X 5 0 R>>>>", "/X Do")},
                 "/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 5 0 R>>>>]")},
        {QStringLiteral("a mesh of noise"),
         drawing("/Shading<</S 5 0 R>>", "/S sh",
                 {streamObject("/ShadingType 7/ColorSpace/DeviceRGB/BitsPerCoordinate 32/BitsPerComponent 16"
                               "/BitsPerFlag 8/Decode[-1000000 1000000 -1000000 1000000 0 1 0 1 0 1]",
                               QByteArray("\0\x13\xF7\x91\x5A\xFE\x01", 7).repeated(60'000))})},
        {QStringLiteral("a colour of itself"),
         drawing("/ColorSpace<</C 5 0 R>>", "/C cs 0.5 scn 0 0 200 200 re f", {"[/Separation/X 5 0 R 5 0 R]"})},
        {QStringLiteral("a function of itself"),
         drawing("/ColorSpace<</C[/Separation/X/DeviceRGB 5 0 R]>>", "/C cs 0.5 scn 0 0 200 200 re f",
                 {"<</FunctionType 3/Domain[0 1]/Functions[5 0 R 5 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>"})},
    };
}

std::vector<NastyFile> numbers()
{
    return {
        {QStringLiteral("moved beyond numbers"), page("1e38 0 0 1e38 0 0 cm 1e38 0 0 1e38 0 0 cm 0 0 9 9 re f")},
        {QStringLiteral("squeezed to nothing"), page("0 0 0 0 0 0 cm 0 0 9 9 re S BT /F1 9 Tf (a) Tj ET")},
        {QStringLiteral("a line as wide as the world"), page("1e30 w 0 0 m 200 200 l S")},
        {QStringLiteral("letters as large as the world"), page("BT /F1 1e30 Tf 9 9 Td (abc) Tj ET")},
        {QStringLiteral("letters of no width"), page("BT /F1 20 Tf 0 Tz 9 9 Td (abc) Tj ET")},
        {QStringLiteral("a million letters"), page("BT /F1 1 Tf 1 9 Td (" + QByteArray(1'000'000, 'a') + ") Tj ET")},
        {QStringLiteral("commands that are none"), page(QByteArray("foo bar 1 2 3 ] >> } ").repeated(50'000))},
        {QStringLiteral("states taken back"), page(QByteArray("Q Q Q ET EMC ").repeated(100'000))},
        {QStringLiteral("arguments without command"), page(QByteArray("7 ").repeated(1'000'000))},
        {QStringLiteral("a picture in line without end"), page("BI /W 9999 /H 9999 /BPC 8 /CS /RGB ID abc")},
    };
}

std::vector<NastyFile> images()
{
    const QByteArray rgb = "/BitsPerComponent 8/ColorSpace/DeviceRGB";
    return {
        {QStringLiteral("image of 2 billion columns"), image("/Width 2147483647/Height 1" + rgb, "abc")},
        {QStringLiteral("image of 40 GB"), image("/Width 120000/Height 120000" + rgb, "abc")},
        {QStringLiteral("image below 0"), image("/Width -5/Height -5" + rgb, "abc")},
        {QStringLiteral("image of 99 bits"),
         image("/Width 9/Height 9/BitsPerComponent 99/ColorSpace/DeviceGray", "abc")},
        {QStringLiteral("image of no colours"), image("/Width 9/Height 9/BitsPerComponent 8/ColorSpace/Nobody", "abc")},
        {QStringLiteral("image masked by itself"),
         image("/Width 9/Height 9/SMask 5 0 R" + rgb, QByteArray(243, '\x55'))},
        {QStringLiteral("palette of a million"),
         image("/Width 9/Height 9/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1000000<00>]",
               QByteArray(81, '\xFF'))},
        {QStringLiteral("profile of noise"),
         drawing("/XObject<</I 5 0 R>>", "200 0 0 200 0 0 cm /I Do",
                 {streamObject("/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8"
                               "/ColorSpace[/ICCBased 6 0 R]",
                               QByteArray(243, '\x31')),
                  streamObject("/N 3", QByteArray(2'000, '\x77'))})},
        {QStringLiteral("JPEG of noise"),
         image("/Width 900/Height 900/Filter/DCTDecode" + rgb, QByteArray(3'000, '\x12'))},
        {QStringLiteral("JPEG that ends early"),
         image("/Width 800/Height 600/Filter/DCTDecode" + rgb, halvesImage({800, 600}, "jpg").left(900))},
        {QStringLiteral("JPEG 2000 of noise"),
         image("/Width 9/Height 9/Filter/JPXDecode",
               QByteArray("\xFF\x4F\xFF\x51\0\x2F\0\0\xFF\xFF\xFF\xFF", 12) + QByteArray(600, '\xFF'))},
        {QStringLiteral("JBIG2 of 4 billion rows"),
         image("/Width 9/Height 9/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode",
               QByteArray("\0\0\0\0\x30\0\x01\0\0\0\x13\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFE\0\0\0\0\0\0\0\0\0\0\0", 30))},
        {QStringLiteral("fax of a billion columns"),
         image("/Width 9/Height 9/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode"
               "/DecodeParms<</K -1/Columns 1000000000/Rows -1>>",
               QByteArray(4'000, '\x4D'))},
        {QStringLiteral("predictor of 2 billion columns"),
         image("/Width 9/Height 9/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 99/Columns 2147483647>>" + rgb,
               packed(QByteArray(500, '\x02')))},
    };
}

std::vector<NastyFile> fonts()
{
    const QByteArray noise = QByteArray("\x01\x80\x33\xFE\0\x7A", 6).repeated(800);
    const QByteArray widest = "beginbfrange <0000> <FFFF> <0000> endbfrange ";
    return {
        {QStringLiteral("TrueType of noise"), embeddedFont("TrueType", "FontFile2", noise)},
        {QStringLiteral("TrueType that ends early"),
         embeddedFont("TrueType", "FontFile2",
                      QByteArray("\0\1\0\0\0\x0C\0\x80\0\3\0\x40glyf\0\0\0\0\xFF\xFF\xFF\0\x7F\xFF\xFF\xFF", 28))},
        {QStringLiteral("Type 1 of noise"), embeddedFont("Type1", "FontFile", "%!PS-AdobeFont-1.0\n" + noise)},
        {QStringLiteral("CFF of noise"), embeddedFont("Type1", "FontFile3", QByteArray("\1\0\4\4", 4) + noise)},
        {QStringLiteral("a letter that writes itself"),
         font("/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[9]"
              "/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>",
              {streamObject({}, "9 0 d0 BT /F 1 Tf (aa) Tj ET")})},
        {QStringLiteral("letters for everything"),
         font("/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R",
              {streamObject({},
                            "begincmap 1 begincodespacerange <00> <FFFF> endcodespacerange " + widest.repeated(3'000)
                                + "endcmap")})},
        {QStringLiteral("a font that is its descendant"),
         font("/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]", {})},
        {QStringLiteral("an encoding of itself"),
         font("/Subtype/Type0/BaseFont/X/Encoding 6 0 R/DescendantFonts[7 0 R]",
              {streamObject("/Type/CMap/CMapName/X/UseCMap 6 0 R", "begincmap endcmap"),
               "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement "
               "0>>>>"})},
        {QStringLiteral("widths without end"),
         font("/Subtype/Type1/BaseFont/X/FirstChar -2147483648/LastChar 2147483647/Widths[1]", {})},
        {QStringLiteral("Japanese without its font"), unembeddedJapanesePdf()},
    };
}

} // namespace

std::vector<NastyFile> nastyContents()
{
    std::vector<NastyFile> files;
    for (std::vector<NastyFile> some : {bombs(), numbers(), images(), fonts()})
        std::ranges::move(some, std::back_inserter(files));
    return files;
}

} // namespace kessai::sample
