// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace kessai {

namespace {

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
        return QFileDialog::getOpenFileNames(parent, title, {}, filter);
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
