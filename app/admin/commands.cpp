// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/commands.h"

#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// One command of kessai-admin.
struct AdminCommand {
    QString name;
    QString summary;
    Exit (*run)(const QStringList &, Console &, const Clock &);
};

class AdminHelp final {
    Q_DECLARE_TR_FUNCTIONS(kessai::AdminHelp)

public:
    static std::vector<AdminCommand> commands()
    {
        return {
            {u"anchor"_s, tr("folds all histories into one digest to be kept elsewhere"), &runAnchor},
            {u"backup"_s, tr("copies the whole office into a folder while everybody goes on working"), &runBackup},
            {u"changes"_s, tr("lists who changed what of the office, when and why"), &runChanges},
            {u"create"_s, tr("makes a new office"), &runCreate},
            {u"dry-run"_s, tr("tries a day before it comes, such as the first of April"), &runDryRun},
            {u"end-ink"_s, tr("destroys private notes on meetings whose day has come"), &runEndInk},
            {u"export"_s, tr("writes the whole office into a folder, readable without this program"), &runExport},
            {u"export-payments"_s, tr("writes the bank's file of a batch of payments"), &runExportPayments},
            {u"export-payroll"_s, tr("writes the overtime of a closed month for the payroll system"),
             &runExportPayroll},
            {u"export-workbook"_s, tr("prints the register of overtime of a month"), &runExportWorkBook},
            {u"export-rules"_s, tr("writes the route of a form as a table"), &runExportRules},
            {u"health"_s, tr("tells how the database is doing, for monitoring"), &runHealth},
            {u"import-decisions"_s, tr("takes decision tables from a file"), &runImportDecisions},
            {u"import-budget"_s, tr("takes lines of the budget and what they get from a file"), &runImportBudget},
            {u"import-holidays"_s, tr("takes the official list of public holidays from a file"), &runImportHolidays},
            {u"import-openings"_s, tr("takes opening stocks of annual leave from a file"), &runImportOpenings},
            {u"import-payees"_s, tr("takes whom the office pays from a table"), &runImportPayees},
            {u"import-rules"_s, tr("takes the route of a form from a table"), &runImportRules},
            {u"import-staff"_s, tr("takes who is on the staff and holds what from a table"), &runImportStaff},
            {u"logins"_s,
             tr("gives everybody on the staff a login role, and a new password to who forgot theirs; shuts out who "
                "left"),
             &runLogins},
            {u"migrate"_s, tr("brings the database up to date with this program"), &runMigrate},
            {u"move"_s, tr("makes an office on a server of one in a file"), &runMove},
            {u"restore"_s, tr("makes a new office of such a folder"), &runRestore},
            {u"verify"_s, tr("replays every case and checks that it proves itself"), &runVerify}};
    }

    static QString text()
    {
        QString text = tr("Usage: kessai-admin COMMAND DATABASE [options]\n"
                          "Looks after the database of Kessai Desk.\n");
        text += u'\n' + tr("Commands:") + u'\n';
        for (const AdminCommand &command : commands())
            text += u"  "_s + command.name.leftJustified(17) + command.summary + u'\n';
        text += u'\n'
            + tr("DATABASE is sqlite:PATH or postgresql://[user@]host[:port]/name.\n"
                 "kessai-admin COMMAND --help tells more about a command, --version the version.\n");
        text += u'\n'
            + tr("Exit codes:\n"
                 "  0  all is well\n"
                 "  1  the command line makes no sense\n"
                 "  2  the database cannot be reached or used\n"
                 "  3  verify, restore or move found records that do not prove themselves or differ\n"
                 "  4  create or move found an office, anchor a file, backup or export a folder that is there already\n"
                 "  5  health found something somebody should see to\n"
                 "  6  health found something somebody has to do now");
        return text;
    }

    static QString unknown(const QString &name)
    {
        if (name.isEmpty())
            return tr("COMMAND is missing. See kessai-admin --help.");
        return tr("\"%1\" is no command. See kessai-admin --help.").arg(name);
    }
};

} // namespace

Exit runAdmin(const QStringList &arguments, Console &console, const Clock &clock)
{
    const QString first = arguments.value(1);
    if (first == u"--help"_s || first == u"-h"_s || first == u"help"_s) {
        console.say(AdminHelp::text());
        return Exit::Fine;
    }
    if (first == u"--version"_s || first == u"-v"_s) {
        console.say(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
        return Exit::Fine;
    }
    for (const AdminCommand &command : AdminHelp::commands()) {
        if (command.name == first)
            return command.run(arguments.mid(1), console, clock);
    }
    console.complain(AdminHelp::unknown(first));
    return Exit::Usage;
}

} // namespace kessai
