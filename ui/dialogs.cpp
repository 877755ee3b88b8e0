// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeDatabase>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>

namespace kessai {

namespace {

/// Tells what a file is by its name. Opened to look into it, an office would lose the locks this program holds on it, and with them what is
/// written next.
class NamedIcons final : public QFileIconProvider {
public:
    using QFileIconProvider::icon;
    QIcon icon(const QFileInfo &info) const override { return icon(info.isDir() ? Folder : File); }
    QString type(const QFileInfo &info) const override
    {
        return info.isDir() ? QFileIconProvider::type(info)
                            : QMimeDatabase().mimeTypeForFile(info, QMimeDatabase::MatchExtension).comment();
    }
};

class DesktopDialogs final : public DialogService {
public:
    QString askSavePath(QWidget *parent, const QString &title, const QString &suggestion) override
    {
        const QString suffix = QFileInfo(suggestion).suffix();
        const QString all = QCoreApplication::translate("kessai::Dialogs", "All files (*)");
        const QString own =
            QCoreApplication::translate("kessai::Dialogs", "%1 files (*.%2)").arg(suffix.toUpper(), suffix);
        return QFileDialog::getSaveFileName(parent, title, suggestion,
                                            suffix.isEmpty() ? all : own + QLatin1String(";;") + all);
    }
    QStringList askOpenPaths(QWidget *parent, const QString &title, const QString &filter) override
    {
        QFileDialog dialog(parent, title, QDir::rootPath(), filter);
        dialog.setFileMode(QFileDialog::ExistingFiles);
        dialog.setIconProvider(&m_icons); // before it looks where the files are
        dialog.setDirectory(m_folder);
        if (dialog.exec() != QDialog::Accepted)
            return {};
        m_folder = dialog.directory().path();
        return dialog.selectedFiles();
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

private:
    NamedIcons m_icons;
    QString m_folder =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); ///< where files came from last
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
