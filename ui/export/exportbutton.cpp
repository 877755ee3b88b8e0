// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportbutton.h"

#include "core/services/answer.h"
#include "ui/dialogs.h"
#include "ui/export/sheetfile.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"

#include <QApplication>
#include <QDir>
#include <QMenu>

#include <utility>

namespace kessai {

ExportButton::ExportButton(std::function<QString()> name, Source source, QWidget *parent)
    : QPushButton(parent), m_name(std::move(name)), m_source(std::move(source))
{
    setObjectName(QStringLiteral("exportButton"));
    setText(tr("Save the list"));
    setToolTip(tr("Save the list as a file for a spreadsheet"));
    setAccessibleName(text());
    setIcon(kessai::icon(QStringLiteral("download")));
    setMinimumHeight(metric::kControlHeight);
    setMenu(new QMenu(this));
    offer(SheetFormat::Xlsx, tr("Excel workbook (XLSX)…"), "exportXlsx");
    offer(SheetFormat::CsvUtf8, tr("CSV (UTF-8)…"), "exportCsv");
    offer(SheetFormat::CsvCp932, tr("CSV for older systems (CP932)…"), "exportCp932");
}

void ExportButton::giveUp()
{
    setEnabled(true);
    if (std::exchange(m_focused, false) && m_fellTo == QApplication::focusWidget())
        setFocus(Qt::OtherFocusReason);
}

void ExportButton::setNarrow(bool narrow)
{
    setText(narrow ? QString() : accessibleName());
}

void ExportButton::offer(SheetFormat format, const QString &text, const char *objectName)
{
    menu()->addAction(text, this, [this, format] { save(format); })->setObjectName(QLatin1String(objectName));
}

void ExportButton::save(SheetFormat format)
{
    const QString path =
        dialogs().askSavePath(this, accessibleName(), QString(m_name() + QLatin1Char('.') + suffixOf(format)));
    if (path.isEmpty())
        return;
    m_focused = hasFocus();
    setEnabled(false); // until it is written
    m_fellTo = QApplication::focusWidget();
    m_source([this, path, format](const Sheet &sheet) { write(sheet, path, format); });
}

void ExportButton::write(const Sheet &sheet, const QString &path, SheetFormat format)
{
    const int rows = int(sheet.rows.size());
    onPool([sheet, path, format] {
        return saveSheet(sheet, path, format);
    }).then(this, [this, path, rows, cut = sheet.cut](const Result<void, SheetFault> &written) {
        giveUp();
        if (written && cut)
            Q_EMIT failed(tr("Only the first %n row(s) were saved as %1; the list is longer. Narrow it down and save "
                             "the rest apart.",
                             nullptr, rows)
                              .arg(QDir::toNativeSeparators(path)));
        else if (written)
            Q_EMIT saved(tr("%n row(s) saved as %1", nullptr, rows).arg(QDir::toNativeSeparators(path)));
        else if (written.error().row > 0)
            Q_EMIT failed(tr("Row %1 has “%2”, which CP932 does not know. Save it as Excel or UTF-8 instead.")
                              .arg(written.error().row)
                              .arg(written.error().character));
        else
            Q_EMIT failed(tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)));
    });
}

} // namespace kessai
