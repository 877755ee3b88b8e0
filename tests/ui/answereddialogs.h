// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs.h"

#include <QPrinter>
#include <QString>
#include <QStringList>

namespace kessai::test {

/// Answers dialogs as a test says, as long as it lives, and remembers what was asked.
class AnsweredDialogs final : public DialogService {
public:
    explicit AnsweredDialogs(bool confirms = true) : confirmed(confirms) { replaceDialogs(this); }
    ~AnsweredDialogs() override { replaceDialogs(nullptr); }
    AnsweredDialogs(const AnsweredDialogs &) = delete;
    AnsweredDialogs &operator=(const AnsweredDialogs &) = delete;

    QString askSavePath(QWidget *, const QString &, const QString &suggestion) override
    {
        suggestions.append(suggestion);
        return savePath;
    }
    QStringList askOpenPaths(QWidget *, const QString &, const QString &) override { return openPaths; }
    bool askPrinter(QWidget *, QPrinter &printer) override
    {
        printed.append(printer.docName());
        if (printPath.isEmpty())
            return false;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(printPath);
        return true;
    }
    bool confirm(QWidget *, const QString &question, const QString &) override
    {
        questions.append(question);
        return confirmed;
    }

    QString savePath;
    QStringList openPaths;
    QString printPath; ///< of the PDF a printer writes; empty = nobody chooses one
    bool confirmed;
    QStringList suggestions; ///< of paths to save to
    QStringList printed;     ///< names of what was to be printed
    QStringList questions;
};

} // namespace kessai::test
