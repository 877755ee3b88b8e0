// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/commands.h"
#include "app/language.h"

#include <QGuiApplication>
#include <QLocale>

#include <memory>

namespace {

/// What prints needs fonts and no screen; everything else needs neither.
std::unique_ptr<QCoreApplication> applicationFor(int &argc, char **argv)
{
    if (argc < 2 || qstrcmp(argv[1], "export-workbook") != 0)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    const auto app = applicationFor(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kessai-admin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KESSAI_VERSION));
    // Scripts run without a language; they get English.
    const bool japanese = QLocale().language() == QLocale::Japanese;
    const kessai::Translations words(japanese ? kessai::Language::Japanese : kessai::Language::English);

    kessai::Console console;
    const kessai::SystemClock clock;
    return int(kessai::runAdmin(QCoreApplication::arguments(), console, clock));
}
