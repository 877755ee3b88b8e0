// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What kessai-admin writes down of its own work, and tells monitoring.
#include "tests/app/adminrun.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

/// An office of one administrator in a file.
class AdminHealth : public ::testing::Test {
protected:
    void SetUp() override
    {
        const AdminRun made = runAdmin({QStringLiteral("create"), m_url});
        ASSERT_EQ(made.exit, 0) << made.err.toStdString();
    }
    QString in(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    static AdminRun health(const QString &url)
    {
        return runAdmin({QStringLiteral("health"), url, QStringLiteral("--json")});
    }
    static QString level(const AdminRun &run, const char *what)
    {
        for (const auto &line : run.json().value(QLatin1String("lines")).toArray()) {
            if (line.toObject().value(QLatin1String("what")) == QLatin1String(what))
                return line.toObject().value(QLatin1String("level")).toString();
        }
        return {};
    }

    QTemporaryDir m_directory;
    const QString m_url = QStringLiteral("sqlite:") + in("office.db");
};

} // namespace

TEST_F(AdminHealth, KnowsOfBackupsAndVerifications)
{
    const AdminRun before = health(m_url);
    EXPECT_EQ(before.exit, 6) << before.out.toStdString();
    EXPECT_EQ(level(before, "backup"), QStringLiteral("urgent"));
    EXPECT_EQ(level(before, "verification"), QStringLiteral("watch"));

    ASSERT_EQ(runAdmin({QStringLiteral("backup"), m_url, QStringLiteral("--out"), in("kept")}).exit, 0);
    const AdminRun kept = health(m_url);
    EXPECT_EQ(level(kept, "backup"), QStringLiteral("fine"));
    EXPECT_EQ(kept.exit, 5) << kept.out.toStdString();
    ASSERT_EQ(runAdmin({QStringLiteral("verify"), m_url}).exit, 0);
    EXPECT_EQ(level(health(m_url), "verification"), QStringLiteral("fine"));
}

TEST_F(AdminHealth, WhatWasMadeOfABackupWasNeverLookedAfterItself)
{
    ASSERT_EQ(runAdmin({QStringLiteral("verify"), m_url}).exit, 0);
    ASSERT_EQ(runAdmin({QStringLiteral("backup"), m_url, QStringLiteral("--out"), in("kept")}).exit, 0);
    const QString again = QStringLiteral("sqlite:") + in("again.db");
    ASSERT_EQ(runAdmin({QStringLiteral("restore"), again, QStringLiteral("--from"), in("kept")}).exit, 0);

    EXPECT_EQ(level(health(again), "backup"), QStringLiteral("urgent"));
    EXPECT_EQ(level(health(again), "verification"), QStringLiteral("watch"));
}

TEST_F(AdminHealth, LooksAtNoDiskThatIsNotThere)
{
    EXPECT_EQ(runAdmin({QStringLiteral("health"), m_url, QStringLiteral("--disk"), QStringLiteral("/nowhere")}).exit,
              1);
}

} // namespace kessai::test
