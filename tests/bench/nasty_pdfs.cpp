// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that were made to do harm, as papers of a meeting: nasty_pdfs takes those of tests/ui/nastypdfs.h, nasty_pdfs FOLDER every file below
// the folder, whatever it is called: test suites of PDF programs have thousands. It ends with an error where one was not answered.
#include "tests/ui/nastyreader.h"

#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const QString folder = QGuiApplication::arguments().value(1);
    kessai::test::NastyReader reader;
    if (folder.isEmpty()) {
        using namespace kessai::sample;
        for (const auto &files : {nastyStructures(), nastyContents(), harmedFiles()}) {
            for (const NastyFile &file : files)
                reader.show(file);
        }
    }
    QDirIterator paths(folder, QDir::Files, QDirIterator::Subdirectories);
    while (!folder.isEmpty() && paths.hasNext()) {
        QFile file(paths.next());
        if (file.open(QIODevice::ReadOnly))
            reader.show({file.fileName(), file.readAll()});
    }
    std::puts(qUtf8Printable(reader.report()));
    for (const QString &fault : reader.faults())
        std::puts(qUtf8Printable(fault));
    return reader.faults().isEmpty() ? EXIT_SUCCESS : EXIT_FAILURE;
}
