// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows for every rule that it notices what it forbids and keeps quiet about what it allows.
#include "tests/lint/rules.h"

#include <gtest/gtest.h>

namespace kessai::lint {

namespace {

SourceFile file(const char *path, const QString &text = {})
{
    return {QLatin1String(path), text};
}

QString repeated(int lines)
{
    return QString(lines, u'\n');
}

std::string print(const Findings &findings)
{
    return findings.join(u'\n').toStdString();
}

constexpr auto kHead = "// SPDX-FileCopyrightText: Kessai Desk contributors\n"
                       "// SPDX-License-Identifier: GPL-3.0-or-later\n";

} // namespace

TEST(CppSource, TellsCodeFromCommentsAndLiterals)
{
    const QString text = QStringLiteral("int a = 1'000; // tr(\"no\")\n"
                                        "/* two\nlines */ call('\"', \"x\\\"y\"\n   u\"z\");\n"
                                        "auto raw = R\"re(a\"b)re\";\n");

    const CppSource source = CppSource::parse(text);

    EXPECT_TRUE(source.code.contains(QLatin1String("int a = 1'000;")));
    EXPECT_FALSE(source.code.contains(QLatin1String("tr(")));
    EXPECT_TRUE(source.comments.contains(QLatin1String("lines */")));
    EXPECT_EQ(source.code.count(u'\n'), text.count(u'\n'));
    ASSERT_EQ(source.literals.size(), 2);
    EXPECT_EQ(source.literals[0].text, QLatin1String("x\\\"yz"));
    EXPECT_EQ(source.literals[0].line, 3);
    EXPECT_EQ(source.literals[1].text, QLatin1String("a\"b"));
    EXPECT_EQ(source.literals[1].line, 5);
}

TEST(CppSource, FindsIncludesAndNotThoseInComments)
{
    const CppSource source =
        CppSource::parse(QStringLiteral("// #include \"a.h\"\n#include \"core/b.h\"\n#  include <QString>\n"));

    ASSERT_EQ(source.includes.size(), 2);
    EXPECT_EQ(source.includes[0].target, QLatin1String("core/b.h"));
    EXPECT_TRUE(source.includes[0].quoted);
    EXPECT_EQ(source.includes[0].line, 2);
    EXPECT_EQ(source.includes[1].target, QLatin1String("QString"));
    EXPECT_FALSE(source.includes[1].quoted);
}

/// A file, and whether the rule under test has something against it.
struct Sample {
    const char *path;
    const char *text;
    bool wrong;
};

std::ostream &operator<<(std::ostream &out, const Sample &sample)
{
    return out << sample.path << ": " << sample.text;
}

class Layers : public ::testing::TestWithParam<Sample> {};

TEST_P(Layers, FollowTheArrows)
{
    const Sample &sample = GetParam();

    const Findings findings = layerFindings({file(sample.path, QString::fromUtf8(sample.text))});

    EXPECT_EQ(!findings.isEmpty(), sample.wrong) << print(findings);
}

INSTANTIATE_TEST_SUITE_P(Allowed, Layers,
                         ::testing::Values(Sample{"core/base/a.cpp", "#include \"core/base/b.h\"", false},
                                           Sample{"core/cases/a.h", "#include \"core/office/b.h\"", false},
                                           Sample{"core/services/a.h", "#include \"core/ports/b.h\"", false},
                                           Sample{"core/store/a.h", "#include <QtSql/QSqlQuery>", false},
                                           Sample{"forms/leave/a.h", "#include \"core/cases/b.h\"", false},
                                           Sample{"ui/tray/a.h", "#include \"ui/theme/b.h\"", false},
                                           Sample{"ui/tray/a.cpp", "#include \"a.moc\"", false},
                                           Sample{"app/a.cpp", "#include \"core/store/b.h\"", false},
                                           Sample{"tests/store/a.cpp", "#include \"core/store/b.h\"", false}));

INSTANTIATE_TEST_SUITE_P(Refused, Layers,
                         ::testing::Values(Sample{"core/base/a.h", "#include \"core/office/b.h\"", true},
                                           Sample{"core/office/a.h", "#include \"core/calendar/b.h\"", true},
                                           Sample{"core/calendar/a.h", "#include \"core/office/b.h\"", true},
                                           Sample{"core/cases/a.h", "#include \"core/ports/b.h\"", true},
                                           Sample{"core/ports/a.h", "#include \"core/services/b.h\"", true},
                                           Sample{"core/services/a.h", "#include \"core/store/b.h\"", true},
                                           Sample{"core/services/a.h", "#include <QtWidgets/QWidget>", true},
                                           Sample{"forms/leave/a.h", "#include \"ui/theme/b.h\"", true},
                                           Sample{"forms/leave/a.h", "#include \"core/store/b.h\"", true},
                                           Sample{"ui/tray/a.h", "#include \"forms/leave/b.h\"", true},
                                           Sample{"ui/tray/a.h", "#include \"core/store/b.h\"", true},
                                           Sample{"ui/tray/a.h", "#include <QtSql/QSqlQuery>", true},
                                           Sample{"ui/tray/a.h", "#include \"app/b.h\"", true},
                                           Sample{"app/a.cpp", "#include \"tests/support/b.h\"", true},
                                           Sample{"core/newroom/a.h", "", true}));

TEST(Includes, NameFilesFromTheRoot)
{
    const SourceFile header = file("core/base/b.h");

    EXPECT_TRUE(
        includeFindings({header, file("core/base/a.cpp", QStringLiteral("#include \"core/base/b.h\""))}).isEmpty());
    EXPECT_FALSE(includeFindings({header, file("core/base/a.cpp", QStringLiteral("#include \"b.h\""))}).isEmpty());
}

TEST(Cycles, AreFoundAcrossSeveralHeaders)
{
    const SourceFile a = file("core/base/a.h", QStringLiteral("#include \"core/base/b.h\""));
    const SourceFile b = file("core/base/b.h", QStringLiteral("#include \"core/base/c.h\""));
    const SourceFile back = file("core/base/c.h", QStringLiteral("#include \"core/base/a.h\""));
    const SourceFile leaf = file("core/base/c.h", QStringLiteral("#include <QString>"));

    EXPECT_TRUE(cycleFindings({a, b, leaf}).isEmpty());
    EXPECT_EQ(cycleFindings({a, b, back}).size(), 1);
}

/// A rule about one file.
using Rule = Findings (*)(const SourceFile &);

struct RuleSample {
    Rule rule;
    const char *path;
    QString text;
    bool wrong;
};

std::ostream &operator<<(std::ostream &out, const RuleSample &sample)
{
    return out << sample.path << ": " << sample.text.left(80).toStdString();
}

class FileRule : public ::testing::TestWithParam<RuleSample> {};

TEST_P(FileRule, NoticesWhatItForbids)
{
    const RuleSample &sample = GetParam();

    const Findings findings = sample.rule(file(sample.path, sample.text));

    EXPECT_EQ(!findings.isEmpty(), sample.wrong) << print(findings);
}

INSTANTIATE_TEST_SUITE_P(
    TranslationCall, FileRule,
    ::testing::Values(
        RuleSample{translationCallFindings, "core/cases/a.cpp", QStringLiteral("x = tr(\"Return\");"), true},
        RuleSample{translationCallFindings, "forms/leave/a.cpp", QStringLiteral("QObject::tr (\"Return\");"), true},
        RuleSample{translationCallFindings, "core/cases/a.h", QStringLiteral("Q_DECLARE_TR_FUNCTIONS(A)"), true},
        RuleSample{translationCallFindings, "core/cases/a.cpp", QStringLiteral("str(\"Return\"); // tr(x)"), false},
        RuleSample{translationCallFindings, "ui/tray/a.cpp", QStringLiteral("tr(\"Return\");"), false}));

INSTANTIATE_TEST_SUITE_P(
    Sql, FileRule,
    ::testing::Values(
        RuleSample{sqlFindings, "ui/tray/a.cpp", QStringLiteral("f(\"SELECT \" \"id FROM x\");"), true},
        RuleSample{sqlFindings, "app/a.cpp", QStringLiteral("f(R\"(\n  select 1)\");"), true},
        RuleSample{sqlFindings, "core/services/a.cpp", QStringLiteral("f(u\"x; DELETE FROM event\"_s);"), true},
        RuleSample{sqlFindings, "forms/leave/a.cpp", QStringLiteral("f(\"PRAGMA user_version\");"), true},
        RuleSample{sqlFindings, "app/a.cpp", QStringLiteral("f(\"CREATE ROLE \" + x);"), true},
        RuleSample{sqlFindings, "ui/tray/a.cpp", QStringLiteral("QSqlQuery q;"), true},
        RuleSample{sqlFindings, "ui/tray/a.cpp", QStringLiteral("#include <QSqlQuery>"), true},
        RuleSample{sqlFindings, "core/store/a.cpp", QStringLiteral("QSqlQuery q(\"SELECT 1 FROM x\");"), false},
        RuleSample{sqlFindings, "ui/tray/a.cpp", QStringLiteral("tr(\"Select a line\"); // SELECT 1"), false},
        RuleSample{sqlFindings, "ui/tray/a.cpp", QStringLiteral("tr(\"Update from the server\");"), false}));

INSTANTIATE_TEST_SUITE_P(
    Foreign, FileRule,
    ::testing::Values(
        RuleSample{foreignFindings, "ui/pdf/viewer.cpp", QStringLiteral("Poppler::Page *p;"), true},
        RuleSample{foreignFindings, "ui/pdf/viewer.h", QStringLiteral("#include <poppler-qt6.h>"), true},
        RuleSample{foreignFindings, "ui/pdf/pdfdocument.cpp", QStringLiteral("#include <poppler-qt6.h>"), false},
        RuleSample{foreignFindings, "app/main.cpp", QStringLiteral("QKeychain::ReadPasswordJob j;"), true},
        RuleSample{foreignFindings, "app/keychain.cpp", QStringLiteral("QKeychain::ReadPasswordJob j;"), false},
        RuleSample{foreignFindings, "ui/print/a.cpp", QStringLiteral("#include <qpdf/QPDF.hh>"), true},
        RuleSample{foreignFindings, "ui/tray/a.cpp", QStringLiteral("lxw_workbook *w;"), true},
        RuleSample{foreignFindings, "app/a.cpp", QStringLiteral("seccomp_load(c);"), true},
        RuleSample{foreignFindings, "ui/kept/a.cpp", QStringLiteral("#include <sodium.h>"), true},
        RuleSample{foreignFindings, "app/keychain.cpp", QStringLiteral("sodium_init();"), true},
        RuleSample{foreignFindings, "ui/kept/sealing.cpp", QStringLiteral("sodium_init();"), false},
        RuleSample{foreignFindings, "core/services/a.cpp", QStringLiteral("sqlite3_open(p, &h);"), true},
        RuleSample{foreignFindings, "core/services/a.cpp", QStringLiteral("PQcancel(c);"), true},
        RuleSample{foreignFindings, "core/store/a.cpp", QStringLiteral("sqlite3_open(p, &h); PQcancel(c);"), false}));

INSTANTIATE_TEST_SUITE_P(
    WallClock, FileRule,
    ::testing::Values(
        RuleSample{wallClockFindings, "ui/tray/a.cpp", QStringLiteral("QDate::currentDate()"), true},
        RuleSample{wallClockFindings, "core/cases/a.cpp", QStringLiteral("QDateTime::currentDateTimeUtc()"), true},
        RuleSample{wallClockFindings, "app/a.cpp", QStringLiteral("std::chrono::system_clock::now()"), true},
        RuleSample{wallClockFindings, "core/base/clock.cpp", QStringLiteral("QDateTime::currentDateTimeUtc()"), false},
        RuleSample{wallClockFindings, "ui/tray/a.cpp", QStringLiteral("std::chrono::steady_clock::now()"), false}));

INSTANTIATE_TEST_SUITE_P(
    WholeFile, FileRule,
    ::testing::Values(
        RuleSample{wholeFileFindings, "ui/a.cpp", QStringLiteral("QSaveFile f(p); return f.commit();"), true},
        RuleSample{wholeFileFindings, "app/a.cpp", QStringLiteral("QSaveFile *f; f->commit();"), true},
        RuleSample{wholeFileFindings, "core/store/a.cpp", QStringLiteral("Transaction t; t.commit();"), false},
        RuleSample{wholeFileFindings, "core/base/wholefile.cpp", QStringLiteral("QSaveFile f; f.commit();"), false}));

INSTANTIATE_TEST_SUITE_P(Latin1, FileRule,
                         ::testing::Values(RuleSample{latin1Findings, "ui/tray/a.cpp",
                                                      QStringLiteral("x == QLatin1String"
                                                                     "(\"（\");"),
                                                      true},
                                           RuleSample{latin1Findings, "tests/a.cpp",
                                                      QStringLiteral("QLatin1StringView"
                                                                     " { \"a・b\" }"),
                                                      true},
                                           RuleSample{latin1Findings, "ui/tray/a.cpp",
                                                      QStringLiteral("QLatin1Char"
                                                                     "('、')"),
                                                      true},
                                           RuleSample{latin1Findings, "ui/tray/a.cpp",
                                                      QStringLiteral("QLatin1String(\"(\") + u\"（\"_s;"), false},
                                           RuleSample{latin1Findings, "ui/tray/a.cpp",
                                                      QStringLiteral("QStringLiteral(\"（\")"), false}));

INSTANTIATE_TEST_SUITE_P(
    Head, FileRule,
    ::testing::Values(
        RuleSample{headFindings, "core/a.h", QLatin1String(kHead) + QStringLiteral("#pragma once\n"), false},
        RuleSample{headFindings, "core/a.h", QString(QLatin1String(kHead)), true},
        RuleSample{headFindings, "core/a.cpp", QString(QLatin1String(kHead)), false},
        RuleSample{headFindings, "core/a.cpp", QStringLiteral("int x;\n"), true},
        RuleSample{headFindings, "core/a.cpp", QString(QLatin1String(kHead)).replace(u"3.0"_qs, u"2.0"_qs), true},
        RuleSample{headFindings, "core/CMakeLists.txt", QStringLiteral("add_library(x)\n"), true},
        RuleSample{headFindings, "packaging/a.sh",
                   QStringLiteral("#!/bin/sh\n") + QString(QLatin1String(kHead)).replace(u"//"_qs, u"#"_qs), false}));

INSTANTIATE_TEST_SUITE_P(Length, FileRule,
                         ::testing::Values(RuleSample{lengthFindings, "ui/a.cpp", repeated(601), true},
                                           RuleSample{lengthFindings, "ui/a.cpp", repeated(600), false},
                                           RuleSample{readmeFindings, "ui/README.md", repeated(41), true},
                                           RuleSample{readmeFindings, "ui/README.md", repeated(40), false},
                                           RuleSample{readmeFindings, "README.md", repeated(80), false}));

INSTANTIATE_TEST_SUITE_P(
    OpenEnd, FileRule,
    ::testing::Values(RuleSample{openEndFindings, "ui/a.cpp", QStringLiteral("// TODO later"), true},
                      RuleSample{openEndFindings, "ui/a.cpp", QStringLiteral("/* not yet implemented */"), true},
                      RuleSample{openEndFindings, "ui/a.cpp", QStringLiteral("f(\"TODO\"); // a list"), false}));

INSTANTIATE_TEST_SUITE_P(
    Skip, FileRule,
    ::testing::Values(RuleSample{skipFindings, "tests/a.cpp", QStringLiteral("GTEST_SKIP() << 1;"), true},
                      RuleSample{skipFindings, "tests/a.cpp", QStringLiteral("TEST(A, DISABLED_B) {}"), true},
                      RuleSample{skipFindings, "tests/a.cpp", QStringLiteral("// never GTEST_SKIP"), false}));

INSTANTIATE_TEST_SUITE_P(Unfinished, FileRule,
                         ::testing::Values(RuleSample{unfinishedFindings, "translations/kessai_ja.ts",
                                                      QStringLiteral("<translation type=\"unfinished\"></translation>"),
                                                      true},
                                           RuleSample{unfinishedFindings, "translations/kessai_ja.ts",
                                                      QStringLiteral("<translation></translation>"), true},
                                           RuleSample{unfinishedFindings, "translations/kessai_ja.ts",
                                                      QStringLiteral("<translation>決裁</translation>"), false}));

} // namespace kessai::lint
