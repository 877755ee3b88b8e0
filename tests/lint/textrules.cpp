// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace kessai::lint {

namespace {

constexpr int kLongestFile = 600;
constexpr int kLongestReadme = 40;

QString said(const SourceFile &file, int line, const QString &why)
{
    return QStringLiteral("%1:%2: %3").arg(file.path).arg(line).arg(why);
}

/// One finding, with the words found, for every match of a pattern in a text that has the lines of the file.
Findings matches(const SourceFile &file, const QString &text, const QRegularExpression &pattern, const QString &why)
{
    Findings findings;
    QRegularExpressionMatchIterator found = pattern.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        findings << said(file, lineOf(text, match.capturedStart()),
                         why + QLatin1String(": ") + match.captured().trimmed());
    }
    return findings;
}

bool isInAny(const SourceFile &file, const QStringList &places)
{
    return std::any_of(places.begin(), places.end(), [&](const QString &place) { return file.isIn(place); });
}

bool isProduct(const SourceFile &file)
{
    return file.isCpp() && !file.isIn(QStringLiteral("tests/"));
}

/// A foreign library, how its use is recognised in code and in includes, and the only places that may use it.
struct Foreign {
    QString name;
    QRegularExpression code;
    QRegularExpression include;
    QStringList places;
};

const QList<Foreign> &foreigners()
{
    const auto pattern = [](const char *text) { return QRegularExpression(QLatin1String(text)); };
    static const QList<Foreign> table{
        {QStringLiteral("Poppler"),
         pattern(R"re(\bPoppler::)re"),
         pattern(R"re(^poppler)re"),
         {QStringLiteral("ui/pdf/pdfdocument.cpp")}},
        {QStringLiteral("QtKeychain"),
         pattern(R"re(\bQKeychain::)re"),
         pattern(R"re(^(qt6keychain/|keychain\.h))re"),
         {QStringLiteral("app/keychain.cpp")}},
        {QStringLiteral("libseccomp"),
         pattern(R"re(\b(seccomp_|SCMP_))re"),
         pattern(R"re(^seccomp\.h)re"),
         {QStringLiteral("ui/pdf/sandbox.cpp")}},
        {QStringLiteral("libsodium"),
         pattern(R"re(\b(crypto_|sodium_|randombytes_))re"),
         pattern(R"re(^sodium)re"),
         {QStringLiteral("ui/kept/sealing.cpp")}},
        {QStringLiteral("libqpdf"),
         pattern(R"re(\bQPDF)re"),
         pattern(R"re(^qpdf/)re"),
         {QStringLiteral("ui/export/pdfarchive.cpp")}},
        {QStringLiteral("libxlsxwriter"),
         pattern(R"re(\b(lxw_|workbook_new|worksheet_write))re"),
         pattern(R"re(^xlsxwriter)re"),
         {QStringLiteral("ui/export/xlsx.cpp")}},
        {QStringLiteral("SQLite's own interface"),
         pattern(R"re(\bsqlite3_)re"),
         pattern(R"re(^sqlite3\.h)re"),
         {QStringLiteral("core/store/")}},
        {QStringLiteral("libpq"),
         pattern(R"re(\bPQ[a-z]\w*\()re"),
         pattern(R"re(^(libpq|postgresql/))re"),
         {QStringLiteral("core/store/")}},
    };
    return table;
}

} // namespace

Findings translationCallFindings(const SourceFile &file)
{
    static const QRegularExpression call(
        QStringLiteral(R"re(\b(tr|translate|trUtf8|qtTrId)\s*\(|\bQT_TR\w*|\bQT_TRANSLATE\w*|\bQ_DECLARE_TR\w*)re"));
    if (!isProduct(file) || !isInAny(file, {QStringLiteral("core/"), QStringLiteral("forms/")}))
        return {};
    return matches(file, CppSource::parse(file.text).code, call,
                   QStringLiteral("core and forms carry both languages as data and never translate"));
}

Findings sqlFindings(const SourceFile &file)
{
    // Capital letters anywhere, small ones only at the beginning: user texts begin with a capital.
    static const QRegularExpression statement(QStringLiteral(
        R"re(\bSELECT\s+\S|\bINSERT\s+INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b|\bPRAGMA\s+\w)re"
        R"re(|\b(CREATE|ALTER|DROP)\s+(TABLE|INDEX|VIEW|TRIGGER|FUNCTION|ROLE|USER|SCHEMA|DATABASE|POLICY)\b)re"
        R"re(|^\s*(select\s+\S|insert\s+into\b|update\s+\w+\s+set\b|delete\s+from\b|pragma\s+\w))re"));
    static const QRegularExpression runner(QStringLiteral(R"re(\bQSql\w+)re"));
    if (!isProduct(file) || file.isIn(QStringLiteral("core/store/")))
        return {};

    const CppSource source = CppSource::parse(file.text);
    Findings findings = matches(file, source.code, runner, QStringLiteral("Qt Sql outside core/store"));
    for (const Include &include : source.includes) {
        if (runner.match(include.target).hasMatch())
            findings << said(file, include.line, QStringLiteral("Qt Sql outside core/store: %1").arg(include.target));
    }
    for (const Literal &literal : source.literals) {
        if (statement.match(literal.text).hasMatch())
            findings << said(file, literal.line, QStringLiteral("SQL outside core/store: %1").arg(literal.text));
    }
    return findings;
}

Findings foreignFindings(const SourceFile &file)
{
    if (!isProduct(file))
        return {};
    const CppSource source = CppSource::parse(file.text);
    Findings findings;
    for (const Foreign &foreign : foreigners()) {
        if (isInAny(file, foreign.places))
            continue;
        const QString why =
            QStringLiteral("%1 belongs into %2").arg(foreign.name, foreign.places.join(QLatin1String(" or ")));
        findings << matches(file, source.code, foreign.code, why);
        for (const Include &include : source.includes) {
            if (foreign.include.match(include.target).hasMatch())
                findings << said(file, include.line, why);
        }
    }
    return findings;
}

Findings wallClockFindings(const SourceFile &file)
{
    static const QRegularExpression reading(
        QStringLiteral(R"re(\bcurrent(DateTime|DateTimeUtc|Date|Time|MSecsSinceEpoch|SecsSinceEpoch)\s*\()re"
                       R"re(|\bsystem_clock::now|\bgettimeofday\b|\bCLOCK_REALTIME\b)re"));
    if (!isProduct(file) || file.isIn(QStringLiteral("core/base/clock.cpp")))
        return {};
    return matches(file, CppSource::parse(file.text).code, reading,
                   QStringLiteral("reads the wall clock; take a Clock instead"));
}

Findings wholeFileFindings(const SourceFile &file)
{
    static const QRegularExpression put(QStringLiteral(R"re((\.|->)commit\s*\()re"));
    const CppSource source = CppSource::parse(file.text);
    if (!isProduct(file) || file.isIn(QStringLiteral("core/base/wholefile.cpp"))
        || !source.code.contains(QLatin1String("QSaveFile")))
        return {};
    return matches(file, source.code, put, QStringLiteral("on a full disk it says yes; take commitFile instead"));
}

Findings latin1Findings(const SourceFile &file)
{
    static const QRegularExpression beyond(
        QStringLiteral(R"re(QLatin1(String(View)?|Char)\s*[({]\s*(["'])(?:\\.|(?!\3).)*?[^\x00-\x7F\n].*?\3)re"));
    if (!file.isCpp())
        return {};
    return matches(file, file.text, beyond, QStringLiteral("this is no Latin-1; take QStringLiteral"));
}

Findings headFindings(const SourceFile &file)
{
    const bool script = file.path.endsWith(QLatin1String(".sh")) || file.path.endsWith(QLatin1String(".cmake"))
        || file.path.endsWith(QLatin1String("CMakeLists.txt"));
    if (!file.isCpp() && !script)
        return {};

    QStringList lines = file.text.split(u'\n');
    // A shell script begins with its interpreter, or with a word to the checker of shell scripts.
    if (script
        && (lines.first().startsWith(QLatin1String("#!")) || lines.first().contains(QLatin1String("shellcheck"))))
        lines.removeFirst();
    const QString mark = script ? QStringLiteral("# ") : QStringLiteral("// ");
    Findings findings;
    if (lines.value(0) != mark + QLatin1String("SPDX-FileCopyrightText: Kessai Desk contributors")
        || lines.value(1) != mark + QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later"))
        findings << said(file, 1, QStringLiteral("does not begin with the two SPDX lines"));
    if (file.isHeader() && !lines.contains(QLatin1String("#pragma once")))
        findings << said(file, 1, QStringLiteral("has no #pragma once"));
    return findings;
}

Findings lengthFindings(const SourceFile &file)
{
    const qsizetype lines = file.text.count(u'\n');
    if (!file.isCpp() || lines <= kLongestFile)
        return {};
    return {said(file, kLongestFile, QStringLiteral("has %1 lines; it wants to be two rooms").arg(lines))};
}

Findings openEndFindings(const SourceFile &file)
{
    static const QRegularExpression word(QStringLiteral(R"re(\b(TODO|FIXME|XXX|HACK)\b|\bnot (yet )?implemented\b)re"));
    if (!file.isCpp())
        return {};
    return matches(file, CppSource::parse(file.text).comments, word, QStringLiteral("leaves something open"));
}

Findings skipFindings(const SourceFile &file)
{
    static const QRegularExpression skip(QStringLiteral(R"re(\bGTEST_SKIP\b|\bQSKIP\b|\bDISABLED_\w+)re"));
    if (!file.isCpp())
        return {};
    return matches(file, CppSource::parse(file.text).code, skip, QStringLiteral("switches a test off"));
}

Findings unfinishedFindings(const SourceFile &file)
{
    static const QRegularExpression open(
        QStringLiteral(R"re(<translation[^>]*type="unfinished"|<(translation|numerusform)\s*/>)re"
                       R"re(|<(translation|numerusform)>\s*</)re"));
    if (!file.path.endsWith(QLatin1String(".ts")))
        return {};
    return matches(file, file.text, open, QStringLiteral("a string is not translated"));
}

Findings readmeFindings(const SourceFile &file)
{
    const qsizetype lines = file.text.count(u'\n');
    if (!file.path.endsWith(QLatin1String("/README.md")) || lines <= kLongestReadme)
        return {};
    return {said(file, kLongestReadme, QStringLiteral("has %1 lines; nobody reads more than 40").arg(lines))};
}

} // namespace kessai::lint
