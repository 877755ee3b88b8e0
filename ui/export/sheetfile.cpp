// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/sheetfile.h"

#include "core/base/csv.h"
#include "core/base/wholefile.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <optional>
#include <utility>

namespace kessai {

namespace {

/// What stands in a field; numbers are no formulas, whatever they begin with.
struct CsvText {
    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const { return csvField(text); }
    QString operator()(qint64 number) const { return QString::number(number); }
    QString operator()(Yen yen) const { return QString::number(yen.amount()); }
    QString operator()(Minutes span) const
    {
        const qint64 minutes = qAbs(span.count());
        return QStringLiteral("%1%2:%3")
            .arg(span.count() < 0 ? QStringLiteral("-") : QString())
            .arg(minutes / 60)
            .arg(minutes % 60, 2, 10, QLatin1Char('0'));
    }
    QString operator()(const QDate &day) const { return day.toString(Qt::ISODate); }
};

/// Text as CP932; nothing where it does not know a character. Those that look the same there (〜 and ～) take each other's place.
std::optional<QByteArray> cp932(QString text)
{
    static constexpr std::pair<char16_t, char16_t> kTwins[] = {
        {u'\u301C', u'\uFF5E'}, {u'\u2212', u'\uFF0D'}, {u'\u2014', u'\u2015'}, {u'\u2016', u'\u2225'}};
    for (const auto &[from, to] : kTwins)
        text.replace(QChar(from), QChar(to));
    QStringEncoder encoder("CP932");
    QByteArray bytes = encoder.encode(text);
    QStringDecoder decoder("CP932");
    const QString back = decoder.decode(bytes);
    if (encoder.hasError() || back != text)
        return std::nullopt;
    return bytes;
}

/// The first character of a line that CP932 does not know.
QString strangerIn(const QString &line)
{
    for (const char32_t point : line.toUcs4()) {
        const QString character = QString::fromUcs4(&point, 1);
        if (!cp932(character))
            return character;
    }
    return {};
}

} // namespace

QString suffixOf(SheetFormat format)
{
    return format == SheetFormat::Xlsx ? QStringLiteral("xlsx") : QStringLiteral("csv");
}

Result<QByteArray, SheetFault> csvOf(const Sheet &sheet, SheetFormat format)
{
    QStringList heads;
    for (const Sheet::Column &column : sheet.columns)
        heads.append(csvField(column.head));
    QStringList lines{heads.join(QLatin1Char(','))};
    for (const std::vector<Sheet::Cell> &row : sheet.rows) {
        QStringList fields;
        for (const Sheet::Cell &cell : row)
            fields.append(std::visit(CsvText{}, cell));
        lines.append(fields.join(QLatin1Char(',')));
    }
    if (format != SheetFormat::CsvCp932)
        return QByteArray(QByteArray("\xEF\xBB\xBF") + lines.join(QLatin1String("\r\n")).toUtf8() + "\r\n");
    QByteArray bytes;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const auto line = cp932(lines[row]);
        if (!line)
            return fail(SheetFault{int(row) + 1, strangerIn(lines[row])});
        bytes += *line + "\r\n";
    }
    return bytes;
}

Result<void, SheetFault> saveSheet(const Sheet &sheet, const QString &path, SheetFormat format)
{
    const auto bytes = format == SheetFormat::Xlsx ? xlsxOf(sheet) : csvOf(sheet, format);
    if (!bytes)
        return bytes.failure();
    return writeWholeFile(path, *bytes) ? Result<void, SheetFault>() : fail(SheetFault{});
}

} // namespace kessai
