// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/commands.h"
#include "app/language.h"

#include <QCoreApplication>
#include <QLocale>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kessai-admin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KESSAI_VERSION));
    // Scripts run without a language; they get English.
    const bool japanese = QLocale().language() == QLocale::Japanese;
    const kessai::Translations words(japanese ? kessai::Language::Japanese : kessai::Language::English);

    kessai::Console console;
    const kessai::SystemClock clock;
    return int(kessai::runAdmin(QCoreApplication::arguments(), console, clock));
}
