// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A released migration is never edited and harden.sql is run by hand, so that what they take away stands in both.
#include <QFile>
#include <QRegularExpression>
#include <QString>

#include <gtest/gtest.h>

namespace kessai::lint {

namespace {

/// What a file takes away from everybody, white space aside: from the list of functions to the end of the block.
QString hardening(const char *path)
{
    QFile file(QStringLiteral(KESSAI_SOURCE_DIR "/") + QLatin1String(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression block(
        QStringLiteral("FOR thing IN\\s+SELECT p\\.oid::regprocedure AS name, p\\.proname.*?END \\$\\$;"),
        QRegularExpression::DotMatchesEverythingOption);
    return block.match(text).captured().simplified();
}

} // namespace

TEST(Hardening, IsTheSameByMigrationAndByHand)
{
    const QString migrated = hardening("core/store/sql/migrations/0002_notary.postgresql.sql");
    const QString byHand = hardening("packaging/postgresql/harden.sql");

    EXPECT_TRUE(migrated.contains(QLatin1String("REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;")));
    EXPECT_EQ(migrated.toStdString(), byHand.toStdString());
}

} // namespace kessai::lint
