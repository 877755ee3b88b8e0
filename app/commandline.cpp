// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "core/store/databaseurl.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace kessai {

namespace {

struct CommandWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::CommandLine)
};

/// The parser with its options; Qt's own (-platform, -style, ...) have been taken by QApplication before.
struct Options {
    QCommandLineParser parser;
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, CommandWords::tr("Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")}, CommandWords::tr("Show the version.")};
    QCommandLineOption office{QStringLiteral("office"),
                              CommandWords::tr("The office to sign in to: sqlite:PATH or postgresql://SERVER/NAME."),
                              QStringLiteral("URL")};
    QCommandLineOption login{QStringLiteral("login"), CommandWords::tr("The login name to offer."),
                             QStringLiteral("NAME")};
    QCommandLineOption language{
        QStringLiteral("language"),
        CommandWords::tr("ja or en; otherwise English in an English locale, Japanese in any other."),
        QStringLiteral("LANGUAGE")};

    Options()
    {
        parser.setApplicationDescription(CommandWords::tr("Kessai Desk: requests and approvals without paper."));
        parser.addOptions({help, version, office, login, language});
    }
};

Fail<Error> misunderstood(const QString &sentence)
{
    return fail(ErrorCode::Invalid, sentence);
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    Options options;
    if (!options.parser.parse(arguments))
        return misunderstood(options.parser.errorText());
    CommandLine line;
    if (options.parser.isSet(options.help))
        line.wish = Wish::Help;
    else if (options.parser.isSet(options.version))
        line.wish = Wish::Version;
    if (!options.parser.positionalArguments().isEmpty())
        return misunderstood(
            CommandWords::tr("Not understood: %1").arg(options.parser.positionalArguments().join(QLatin1Char(' '))));

    line.login = options.parser.value(options.login);
    if (options.parser.isSet(options.language)) {
        line.language = languageOf(options.parser.value(options.language));
        if (!line.language)
            return misunderstood(CommandWords::tr("--language is ja or en."));
    }
    if (options.parser.isSet(options.office)) {
        const auto url = DatabaseUrl::parse(options.parser.value(options.office));
        if (!url)
            return misunderstood(CommandWords::tr("--office is sqlite:PATH or postgresql://SERVER/NAME."));
        // The window may outlive the folder it was started in; a password would stay visible in the list of processes.
        if (!url->password().isEmpty())
            return misunderstood(
                CommandWords::tr("The address may not contain a password; it is asked for in the window."));
        line.office = url->dialect() == Dialect::Sqlite
            ? url->withPath(QFileInfo(url->path()).absoluteFilePath()).display()
            : options.parser.value(options.office);
    }
    return line;
}

QString CommandLine::help(const QString &program)
{
    // QCommandLineParser names the program only when there is an application; it is asked for help without a display too.
    return Options().parser.helpText().replace(QLatin1String("<executable_name>"), program);
}

} // namespace kessai
