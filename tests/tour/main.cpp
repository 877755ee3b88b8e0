// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// kessai-tour: drives the real window through the main job and leaves pictures of every screen and the decided form.
#include "app/composition.h"
#include "tests/tour/footprint.h"
#include "tests/tour/tour.h"
#include "ui/shell/officepage.h"
#include "ui/shell/signinpage.h"
#include "ui/tray/casemodel.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>

namespace {

using kessai::Composition;
using kessai::tour::TourPlan;

constexpr int kUsage = 2;
constexpr int kRuns = 5;
constexpr int kChildMs = 120'000;
constexpr char kPasswordVariable[] = "KESSAI_TOUR_PASSWORD";

struct Options {
    QCommandLineParser parser;
    QCommandLineOption office{QStringLiteral("office"), QStringLiteral("The office to tour; it is written to."),
                              QStringLiteral("URL")};
    QCommandLineOption out{QStringLiteral("out"), QStringLiteral("Where the pictures and decided.pdf go."),
                           QStringLiteral("DIR")};
    QCommandLineOption login{QStringLiteral("login"),
                             QStringLiteral("Who files; in a trial office the first suggested person otherwise."),
                             QStringLiteral("NAME")};
    QCommandLineOption password{QStringLiteral("password"), QStringLiteral("At a server: the password of everybody."),
                                QStringLiteral("PASSWORD")};
    // What a tour starts itself for, because scale and start belong to a process.
    QCommandLineOption scaled{QStringLiteral("only-scale"),
                              QStringLiteral("Only the screens in another scale, from this number on."),
                              QStringLiteral("NUMBER")};
    QCommandLineOption only{QStringLiteral("only"),
                            QStringLiteral("Only one scene: ")
                                + kessai::tour::Tour::scenes().join(QStringLiteral(", ")),
                            QStringLiteral("SCENE")};
    QCommandLineOption measure{QStringLiteral("only-measure"),
                               QStringLiteral("Only start, sign in and tell the figures.")};

    QCommandLineOption examination{QStringLiteral("only-examination"),
                                   QStringLiteral("Only examine so many vouchers, and tell how long each takes."),
                                   QStringLiteral("NUMBER")};
    QCommandLineOption bulk{QStringLiteral("only-bulk"),
                            QStringLiteral("Only approve so many vouchers at once, three of which are no good."),
                            QStringLiteral("NUMBER")};

    Options()
    {
        parser.setApplicationDescription(QStringLiteral("Drives the window of Kessai Desk through the main job."));
        parser.addHelpOption();
        parser.addOptions({office, out, login, password, only, scaled, measure, examination, bulk});
    }
};

QtMessageHandler otherHandler = nullptr;

/// The offscreen platform says of itself what it cannot do; nothing here asks it to.
void withoutPlatformTalk(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(QLatin1String("This plugin does not support")) && otherHandler)
        otherHandler(type, context, text);
}

/// Without a display the platform's screen is smaller than the window, and menus would be pushed into it.
void useLargeScreen(const QString &folder)
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (!platform.isEmpty() && platform != "offscreen")
        return;
    QFile description(folder + QStringLiteral("/screen.json"));
    if (description.open(QIODevice::WriteOnly)) {
        description.write(
            R"({"screens":[{"name":"tour","x":0,"y":0,"width":1920,"height":1200,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})");
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + description.fileName().toUtf8());
    }
}

int complain(const QString &sentence)
{
    QTextStream(stderr) << "kessai-tour: " << sentence << '\n';
    return 1;
}

/// Starts as a user does and tells how long it took until the tray could be used, and the memory it rests at.
int measure(Composition &composition, const TourPlan &plan)
{
    const auto window = composition.makeWindow();
    window->signInPage()->setLogin(plan.clerk);
    window->signInPage()->setOffice(plan.office);
    window->show();
    auto *people = window->findChild<QAbstractItemView *>(QStringLiteral("peopleList"));
    if (!QTest::qWaitFor([people] { return people->model()->rowCount() > 0; }, 20'000))
        return complain(QStringLiteral("expected the people of the trial office"));
    QTest::keyClick(people, Qt::Key_Return);
    const auto usable = [&window] {
        const auto *table =
            window->officePage() ? window->findChild<QTableView *>(QStringLiteral("caseTable")) : nullptr;
        const auto *model = table ? qobject_cast<kessai::CaseModel *>(table->model()) : nullptr;
        return model && model->total().has_value() && !model->loading();
    };
    QEventLoop loop;
    QElapsedTimer since;
    since.start();
    while (!usable() && since.elapsed() < 20'000)
        loop.processEvents(QEventLoop::WaitForMoreEvents, 5);
    window->repaint();
    const qint64 tray = kessai::tour::millisecondsSinceStart().value_or(0);
    if (!usable())
        return complain(QStringLiteral("expected a usable tray"));
    QTest::qWait(3'000);
    const auto memory = kessai::tour::memoryOfThisProcess().value_or(kessai::tour::Memory());
    QTextStream(stdout) << tray << ' ' << memory.resident << ' ' << memory.proportional << '\n';
    return 0;
}

/// Runs this program again with other options; its output, or none when it failed.
std::optional<QString> again(const QStringList &arguments, const QString &password, const QString &scale = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!scale.isEmpty())
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
    environment.insert(QLatin1String(kPasswordVariable), password);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    const bool done =
        process.waitForFinished(kChildMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    const QString output = QString::fromUtf8(process.readAllStandardOutput());
    return done ? std::optional(output) : std::nullopt;
}

/// The figures of several starts: the middle one of each.
int tellFigures(const QStringList &arguments)
{
    std::vector<qint64> tray, resident, proportional;
    for (int i = 0; i < kRuns; ++i) {
        const auto output = again(arguments, {});
        const QStringList figures = output.value_or(QString()).simplified().split(u' ');
        if (figures.size() != 3)
            return complain(QStringLiteral("expected a start to be measured"));
        tray.push_back(figures[0].toLongLong());
        resident.push_back(figures[1].toLongLong());
        proportional.push_back(figures[2].toLongLong());
    }
    for (auto *values : {&tray, &resident, &proportional})
        std::sort(values->begin(), values->end());
    QTextStream(stdout) << QStringLiteral("Start to a usable tray: %1 ms (best %2, worst %3 of %4 starts)\n")
                               .arg(tray[kRuns / 2])
                               .arg(tray.front())
                               .arg(tray.back())
                               .arg(kRuns)
                        << QStringLiteral("Memory at rest: %1 MB resident, %2 MB proportional\n")
                               .arg(resident[kRuns / 2] / 1024)
                               .arg(proportional[kRuns / 2] / 1024);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QTemporaryDir screen;
    useLargeScreen(screen.path());
    otherHandler = qInstallMessageHandler(withoutPlatformTalk);
    kessai::setProgramNames();
    QStandardPaths::setTestModeEnabled(true); // nothing of whoever runs this is read or written
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    Options options;
    options.parser.process(app);
    TourPlan plan;
    plan.office = options.parser.value(options.office);
    plan.folder = options.parser.value(options.out);
    plan.clerk = options.parser.value(options.login);
    plan.password = options.parser.isSet(options.password) ? options.parser.value(options.password)
                                                           : qEnvironmentVariable(kPasswordVariable);
    const bool measuring = options.parser.isSet(options.measure);
    if (plan.office.isEmpty() || (plan.folder.isEmpty() && !measuring)) {
        QTextStream(stderr) << "kessai-tour: --office and --out are needed; see --help\n";
        return kUsage;
    }

    QTemporaryDir scratch;
    Composition composition(app, kessai::Language::Japanese, scratch.filePath(QStringLiteral("settings.ini")));
    composition.theme().apply({kessai::ThemeChoice::Light, kessai::FontChoice::Standard, 100});
    if (measuring)
        return measure(composition, plan);
    kessai::tour::Tour tour(composition, plan);
    if (options.parser.isSet(options.scaled))
        return tour.runScaled(options.parser.value(options.scaled).toInt())
            ? 0
            : complain(QStringLiteral("expected ") + tour.error());
    if (options.parser.isSet(options.examination))
        return tour.runExamination(options.parser.value(options.examination).toInt())
            ? 0
            : complain(QStringLiteral("expected ") + tour.error());
    if (options.parser.isSet(options.bulk))
        return tour.runBulk(options.parser.value(options.bulk).toInt())
            ? 0
            : complain(QStringLiteral("expected ") + tour.error());
    if (options.parser.isSet(options.only))
        return tour.runOnly(options.parser.value(options.only)) ? 0
                                                                : complain(QStringLiteral("expected ") + tour.error());
    if (!tour.run())
        return complain(QStringLiteral("expected ") + tour.error());

    // Of those on the tour, the one who decides has a full tray; the clerk's is empty.
    const QString &decider = tour.findings().approvers.back().login;
    const QStringList common{QStringLiteral("--office"), plan.office, QStringLiteral("--login"), decider};
    const QString first = QString::number(tour.pictures() + 1);
    if (!again(common + QStringList{QStringLiteral("--out"), plan.folder, QStringLiteral("--only-scale"), first},
               plan.password, QStringLiteral("1.5")))
        return complain(QStringLiteral("expected the pictures at 150 %"));
    // Figures of a trial office; at a server they would be the server's too.
    return plan.office.startsWith(QLatin1String("sqlite:"))
        ? tellFigures(common + QStringList{QStringLiteral("--only-measure")})
        : 0;
}
