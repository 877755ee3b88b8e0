// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that knows libxlsxwriter.
#include "ui/export/sheetfile.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace kessai {

namespace {

constexpr double kDayMinutes = 1440;
constexpr int kLongestTab = 31; ///< characters of the name of a worksheet
constexpr quint8 kA4 = 9;

/// Writes cells into one row of a worksheet.
struct CellWriter {
    lxw_worksheet *sheet;
    lxw_format *money;
    lxw_format *span;
    lxw_format *day;
    lxw_row_t row = 0;
    lxw_col_t column = 0;

    lxw_error operator()(std::monostate) const { return LXW_NO_ERROR; }
    lxw_error operator()(const QString &text) const
    {
        return worksheet_write_string(sheet, row, column, text.toUtf8().constData(), nullptr);
    }
    lxw_error operator()(qint64 number) const
    {
        return worksheet_write_number(sheet, row, column, double(number), nullptr);
    }
    lxw_error operator()(Yen yen) const
    {
        return worksheet_write_number(sheet, row, column, double(yen.amount()), money);
    }
    lxw_error operator()(Minutes minutes) const
    {
        return worksheet_write_number(sheet, row, column, double(minutes.count()) / kDayMinutes, span);
    }
    lxw_error operator()(const QDate &date) const
    {
        lxw_datetime when{date.year(), date.month(), date.day(), 0, 0, 0};
        return worksheet_write_datetime(sheet, row, column, &when, day);
    }
};

/// A name that spreadsheets take for a worksheet.
QByteArray tabName(QString title)
{
    for (QChar &c : title) {
        if (QStringLiteral("[]:*?/\\'").contains(c))
            c = QLatin1Char(' ');
    }
    title = title.trimmed().left(kLongestTab);
    return (title.isEmpty() ? QStringLiteral("1") : title).toUtf8();
}

bool writeWorkbook(const Sheet &sheet, const QString &path, const QString &scratch)
{
    const QByteArray file = QFile::encodeName(path);
    QByteArray folder = QFile::encodeName(scratch);
    // A row at a time is kept in memory, so that a long list costs no more than a short one.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    lxw_workbook *book = workbook_new_opt(file.constData(), &options);
    if (!book)
        return false;
    lxw_worksheet *page = workbook_add_worksheet(book, tabName(sheet.title).constData());
    lxw_format *head = workbook_add_format(book);
    format_set_bold(head);
    format_set_bottom(head, LXW_BORDER_THIN);
    CellWriter writer{page, workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_num_format(writer.money, "#,##0");
    format_set_num_format(writer.span, "[h]:mm");
    format_set_num_format(writer.day, "yyyy/m/d");
    bool fine = page != nullptr;
    for (size_t column = 0; fine && column < sheet.columns.size(); ++column) {
        const auto at = lxw_col_t(column);
        worksheet_set_column(page, at, at, sheet.columns[column].width, nullptr);
        fine =
            worksheet_write_string(page, 0, at, sheet.columns[column].head.toUtf8().constData(), head) == LXW_NO_ERROR;
    }
    for (size_t row = 0; fine && row < sheet.rows.size(); ++row) {
        writer.row = lxw_row_t(row + 1);
        for (size_t column = 0; fine && column < sheet.rows[row].size(); ++column) {
            writer.column = lxw_col_t(column);
            fine = std::visit(writer, sheet.rows[row][column]) == LXW_NO_ERROR;
        }
    }
    if (fine && !sheet.columns.empty()) {
        worksheet_freeze_panes(page, 1, 0);
        worksheet_repeat_rows(page, 0, 0);
        worksheet_autofilter(page, 0, 0, lxw_row_t(sheet.rows.size()), lxw_col_t(sheet.columns.size() - 1));
        worksheet_set_landscape(page);
        worksheet_set_paper(page, kA4);
        worksheet_fit_to_pages(page, 1, 0);
        worksheet_set_footer(page, "&C&P / &N");
    }
    return workbook_close(book) == LXW_NO_ERROR && fine;
}

} // namespace

Result<QByteArray, SheetFault> xlsxOf(const Sheet &sheet)
{
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(QStringLiteral("list.xlsx"));
    if (!scratch.isValid() || !writeWorkbook(sheet, path, scratch.path()))
        return fail(SheetFault{});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(SheetFault{});
    return file.readAll();
}

} // namespace kessai
