// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace kessai::lint {

namespace {

/// A room of the source tree, the rooms and the Qt modules its files may include besides their own and QtCore.
struct Layer {
    QString place;
    QStringList mayInclude;
    QStringList qtModules;
};

/// The arrows of the architecture. The linker cannot enforce them: on Debian a target that links Qt6::Core alone finds
/// every Qt header and every header of ours.
const QList<Layer> &layers()
{
    static const QString base = QStringLiteral("core/base/");
    static const QString office = QStringLiteral("core/office/");
    static const QString calendar = QStringLiteral("core/calendar/");
    static const QString duty = QStringLiteral("core/duty/");
    static const QString accounting = QStringLiteral("core/accounting/");
    static const QString cases = QStringLiteral("core/cases/");
    static const QString meetings = QStringLiteral("core/meetings/");
    static const QString ports = QStringLiteral("core/ports/");
    static const QString services = QStringLiteral("core/services/");
    static const QString store = QStringLiteral("core/store/");
    static const QString forms = QStringLiteral("forms/");
    static const QString ui = QStringLiteral("ui/");
    static const QStringList core{base, office, calendar, duty, accounting, cases, meetings, ports, services};
    static const QStringList widgets{QStringLiteral("QtGui"),          QStringLiteral("QtWidgets"),
                                     QStringLiteral("QtPrintSupport"), QStringLiteral("QtSvg"),
                                     QStringLiteral("QtConcurrent"),   QStringLiteral("QtDBus"),
                                     QStringLiteral("QtNetwork")};
    static const QList<Layer> table{
        {base, {}, {}},
        {office, {base}, {}},
        {calendar, {base}, {}},
        {duty, {base, office, calendar}, {}},
        {accounting, {base, office, calendar}, {}},
        {cases, {base, office, calendar, duty, accounting}, {}},
        {meetings, {base, office, calendar, cases}, {}},
        {ports, {base, office, calendar, duty, accounting, cases, meetings}, {}},
        {services, {base, office, calendar, duty, accounting, cases, meetings, ports}, {}},
        {store, core, {QStringLiteral("QtSql")}},
        {forms, core, {}},
        {ui, core, widgets},
        {QStringLiteral("app/"), core + QStringList{store, forms, ui}, widgets},
    };
    return table;
}

/// Headers that Qt's code generators write next to the sources.
bool isGenerated(const QString &target)
{
    return target.endsWith(QLatin1String(".moc")) || target.startsWith(QLatin1String("ui_"))
        || target.startsWith(QLatin1String("moc_"));
}

QString finding(const SourceFile &file, int line, const QString &why)
{
    return QStringLiteral("%1:%2: %3").arg(file.path).arg(line).arg(why);
}

bool isUnder(const QString &target, const QStringList &places)
{
    return std::any_of(places.begin(), places.end(), [&](const QString &place) { return target.startsWith(place); });
}

/// Why a file of the layer may not include this; nothing when it may.
std::optional<QString> objection(const Layer &layer, const Include &include)
{
    if (include.quoted) {
        if (isGenerated(include.target) || isUnder(include.target, layer.mayInclude + QStringList{layer.place}))
            return {};
        return QStringLiteral("%1 may not include \"%2\"").arg(layer.place, include.target);
    }
    const QString module = include.target.section(u'/', 0, 0);
    const bool named = include.target.contains(u'/') && module.startsWith(QLatin1String("Qt"));
    if (!named || module == QLatin1String("QtCore") || layer.qtModules.contains(module))
        return {};
    return QStringLiteral("%1 may not include <%2>").arg(layer.place, include.target);
}

using IncludeGraph = QHash<QString, QStringList>;

/// Walks the includes from a file; `trail` holds the way to it, `done` what needs no second visit.
void findCycles(const QString &path, const IncludeGraph &graph, QStringList &trail, QSet<QString> &done,
                Findings &findings)
{
    if (const qsizetype begin = trail.indexOf(path); begin >= 0) {
        findings << QStringLiteral("%1:1: includes itself: %2")
                        .arg(path, (trail.mid(begin) << path).join(QLatin1String(" > ")));
        return;
    }
    if (done.contains(path))
        return;
    trail << path;
    for (const QString &next : graph.value(path))
        findCycles(next, graph, trail, done, findings);
    trail.removeLast();
    done << path;
}

} // namespace

Findings layerFindings(const QList<SourceFile> &files)
{
    Findings findings;
    for (const SourceFile &file : files) {
        const auto layer = std::find_if(layers().begin(), layers().end(),
                                        [&](const Layer &candidate) { return file.isIn(candidate.place); });
        if (!file.isCpp() || file.isIn(QStringLiteral("tests/")))
            continue;
        if (layer == layers().end()) {
            findings << finding(file, 1, QStringLiteral("lies in no room that the table of layers knows"));
            continue;
        }
        for (const Include &include : CppSource::parse(file.text).includes) {
            if (const std::optional<QString> why = objection(*layer, include))
                findings << finding(file, include.line, *why);
        }
    }
    return findings;
}

Findings includeFindings(const QList<SourceFile> &files)
{
    QSet<QString> paths;
    for (const SourceFile &file : files)
        paths << file.path;

    Findings findings;
    for (const SourceFile &file : files) {
        if (!file.isCpp())
            continue;
        for (const Include &include : CppSource::parse(file.text).includes) {
            if (include.quoted && !isGenerated(include.target) && !paths.contains(include.target))
                findings << finding(file, include.line,
                                    QStringLiteral("\"%1\" is no file named from the root").arg(include.target));
        }
    }
    return findings;
}

Findings cycleFindings(const QList<SourceFile> &files)
{
    IncludeGraph graph;
    for (const SourceFile &file : files) {
        for (const Include &include : CppSource::parse(file.text).includes) {
            if (include.quoted)
                graph[file.path] << include.target;
        }
    }

    Findings findings;
    QStringList trail;
    QSet<QString> done;
    for (const SourceFile &file : files)
        findCycles(file.path, graph, trail, done, findings);
    return findings;
}

} // namespace kessai::lint
