// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/composition.h"
#include "ui/shell/signinpage.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QScreen>
#include <QTextStream>

#include <cstring>

namespace {

constexpr int kUsage = 2;

using kessai::CommandLine;

/// Whether this only asks what the program is, which needs no display.
bool asksAbout(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        for (const char *wish : {"-h", "--help", "-v", "--version"}) {
            if (std::strcmp(argv[i], wish) == 0)
                return true;
        }
    }
    return false;
}

int complain(const kessai::Error &error)
{
    QTextStream(stderr) << "kessai: " << error.detail << '\n';
    return kUsage;
}

int answer(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto line = CommandLine::parse(QCoreApplication::arguments());
    const kessai::Translations words(line && line->language ? *line->language : kessai::languageOf(QLocale::system()));
    if (!line)
        return complain(line.error());
    QTextStream out(stdout);
    if (line->wish == CommandLine::Wish::Version)
        out << "kessai " << QCoreApplication::applicationVersion() << '\n';
    else
        out << CommandLine::help(QFileInfo(QCoreApplication::arguments().constFirst()).fileName());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    kessai::setProgramNames();
    if (asksAbout(argc, argv))
        return answer(argc, argv);

    QApplication app(argc, argv);
    const auto line = CommandLine::parse(QApplication::arguments());
    if (!line)
        return complain(line.error());

    kessai::Composition composition(app, line->language.value_or(kessai::languageOf(QLocale::system())));
    const auto window = composition.makeWindow();
    window->signInPage()->setLogin(line->login);
    window->signInPage()->setOffice(line->office.isEmpty() ? kessai::officeToOffer(composition.preferences())
                                                           : line->office);
    window->fitTo(window->screen()->availableGeometry());
    window->show();
    return QApplication::exec();
}
