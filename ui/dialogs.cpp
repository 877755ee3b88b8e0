// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>

namespace kessai {

namespace {

/// Tells kinds of files by their names. Qt's own looks into every file of a folder, and whoever closes the file of the office takes away the
/// locks SQLite has on it (core/store/database.cpp).
class NamedKinds final : public QFileIconProvider {
public:
    QIcon icon(const QFileInfo &info) const override { return QFileIconProvider::icon(info.isDir() ? Folder : File); }
    QIcon icon(IconType type) const override { return QFileIconProvider::icon(type); }
    QString type(const QFileInfo &info) const override
    {
        return info.isDir() ? QCoreApplication::translate("kessai::Dialogs", "Folder") : info.suffix().toUpper();
    }
};

/// The files chosen, none where it was given up. Begins where files were chosen last, at first among the person's documents.
QStringList askFiles(QFileDialog &dialog, const QString &suggestion = {})
{
    static QString last = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    static NamedKinds kinds;        // one that outlives what still reads a folder in the background
    dialog.setIconProvider(&kinds); // before it looks where the files are
    const QFileInfo suggested(suggestion);
    dialog.setDirectory(suggested.isAbsolute() ? suggested.absolutePath() : last);
    if (!suggestion.isEmpty())
        dialog.selectFile(suggested.fileName());
    if (dialog.exec() != QDialog::Accepted)
        return {};
    last = dialog.directory().absolutePath();
    return dialog.selectedFiles();
}

class DesktopDialogs final : public DialogService {
public:
    QString askSavePath(QWidget *parent, const QString &title, const QString &suggestion) override
    {
        const QString suffix = QFileInfo(suggestion).suffix();
        const QString all = QCoreApplication::translate("kessai::Dialogs", "All files (*)");
        const QString own =
            QCoreApplication::translate("kessai::Dialogs", "%1 files (*.%2)").arg(suffix.toUpper(), suffix);
        QFileDialog dialog(parent, title, QDir::rootPath(), suffix.isEmpty() ? all : own + QLatin1String(";;") + all);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setDefaultSuffix(suffix);
        return askFiles(dialog, suggestion).value(0);
    }
    QStringList askOpenPaths(QWidget *parent, const QString &title, const QString &filter) override
    {
        QFileDialog dialog(parent, title, QDir::rootPath(), filter);
        dialog.setFileMode(QFileDialog::ExistingFiles);
        return askFiles(dialog);
    }
    bool askPrinter(QWidget *parent, QPrinter &printer) override
    {
        return QPrintDialog(&printer, parent).exec() == QDialog::Accepted;
    }
    bool confirm(QWidget *parent, const QString &question, const QString &action) override
    {
        QMessageBox box(QMessageBox::Question, action, question, QMessageBox::Cancel, parent);
        box.setAttribute(Qt::WA_KeyboardFocusChange); // what Enter would press is outlined from the start
        const QPushButton *yes = box.addButton(action, QMessageBox::AcceptRole);
        box.setDefaultButton(QMessageBox::Cancel);
        box.exec();
        return box.clickedButton() == yes;
    }
};

DialogService *replacement = nullptr;

} // namespace

DialogService &dialogs()
{
    static DesktopDialogs desktop;
    return replacement ? *replacement : desktop;
}

void replaceDialogs(DialogService *service)
{
    replacement = service;
}

} // namespace kessai
