// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Making offices in files with the real program: whole or not at all, and never over another.
#include "core/calendar/holidays.h"
#include "core/services/desk.h"
#include "core/store/database.h"
#include "core/store/openstore.h"
#include "forms/catalog.h"
#include "tests/app/adminrun.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

namespace kessai::test {

namespace {

QByteArray digestOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                                          : QByteArray();
}

QString sqliteUrl(const QString &path)
{
    return QStringLiteral("sqlite:") + path;
}

std::unique_ptr<Desk> sit(const QString &path, StaffId who, const FormCatalog &catalog, const Clock &clock)
{
    auto store = openStore(DatabaseUrl::sqlite(path), who, clock);
    return store ? std::make_unique<Desk>(std::move(store).value(), catalog, clock) : nullptr;
}

} // namespace

TEST(AdminCreate, MakesAnOfficeWithOneAdministrator)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("office.db"));

    const AdminRun made = runAdmin({QStringLiteral("create"), sqliteUrl(path), QStringLiteral("--office-name"),
                                    QStringLiteral("試験市役所"), QStringLiteral("--admin-login"),
                                    QStringLiteral("kanri"), QStringLiteral("--json")});

    ASSERT_EQ(made.exit, 0) << made.err.toStdString();
    EXPECT_EQ(made.json().value(QLatin1String("office")).toString(), QStringLiteral("試験市役所"));
    EXPECT_EQ(QDir(directory.path()).entryList(QDir::Files), QStringList{QStringLiteral("office.db")});
    const SystemClock clock;
    const auto catalog = makeCatalog();
    const auto desk = sit(path, StaffId(1), *catalog, clock);
    ASSERT_TRUE(desk);
    const auto info = desk->start();
    ASSERT_TRUE(info) << info.error().detail.toStdString();
    EXPECT_EQ(info->officeName, QStringLiteral("試験市役所"));
    EXPECT_EQ(info->me.login, QStringLiteral("kanri"));
    EXPECT_TRUE(info->rights.administrator);
    EXPECT_EQ(info->forms.size(), catalog->all().size());

    const AdminRun verified = runAdmin({QStringLiteral("verify"), sqliteUrl(path)});
    EXPECT_EQ(verified.exit, 0) << verified.out.toStdString();
}

TEST(AdminCreate, TouchesNothingThatIsThere)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("office.db"));
    ASSERT_EQ(runAdmin({QStringLiteral("create"), sqliteUrl(path)}).exit, 0);
    const QByteArray before = digestOf(path);

    const AdminRun again =
        runAdmin({QStringLiteral("create"), sqliteUrl(path), QStringLiteral("--sample"), QStringLiteral("--json")});

    EXPECT_EQ(again.exit, 4);
    EXPECT_EQ(again.json().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString(),
              QStringLiteral("AlreadyExists"));
    EXPECT_EQ(digestOf(path), before);
    EXPECT_EQ(QDir(directory.path()).entryList(QDir::Files), QStringList{QStringLiteral("office.db")});
}

TEST(AdminCreate, LeavesNothingAtThePathWhenItIsKilled)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("office.db"));
    QProcess process;
    prepareAdmin(process, {QStringLiteral("create"), sqliteUrl(path), QStringLiteral("--sample")});
    process.start();
    ASSERT_TRUE(process.waitForStarted());
    // Well into the history, the file grows past the configuration alone.
    QElapsedTimer patience;
    patience.start();
    while (QFileInfo(path + QStringLiteral(".part")).size() < 1'000'000 && process.state() == QProcess::Running
           && patience.elapsed() < 120'000) {
        QThread::msleep(5);
        QCoreApplication::processEvents();
    }
    ASSERT_EQ(process.state(), QProcess::Running) << "it was done before it could be killed";

    process.kill();
    process.waitForFinished();

    EXPECT_EQ(process.exitStatus(), QProcess::CrashExit);
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_EQ(runAdmin({QStringLiteral("verify"), sqliteUrl(path)}).exit, 2);

    // The next run clears away what was left and is not hindered by it.
    const AdminRun again = runAdmin({QStringLiteral("create"), sqliteUrl(path)});
    EXPECT_EQ(again.exit, 0) << again.err.toStdString();
    EXPECT_EQ(QDir(directory.path()).entryList(QDir::Files), QStringList{QStringLiteral("office.db")});
}

TEST(AdminMigrate, FindsNothingToDoOnANewOffice)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("office.db"));
    ASSERT_EQ(runAdmin({QStringLiteral("create"), sqliteUrl(path)}).exit, 0);

    const AdminRun run = runAdmin({QStringLiteral("migrate"), sqliteUrl(path), QStringLiteral("--json")});

    EXPECT_EQ(run.exit, 0) << run.err.toStdString();
    EXPECT_TRUE(run.json().contains(QLatin1String("steps")));
    EXPECT_TRUE(run.json().value(QLatin1String("steps")).toArray().isEmpty());
}

TEST(AdminSample, ProvesItself)
{
    const SampleFile &sample = SampleFile::instance();
    ASSERT_FALSE(sample.path.isEmpty()) << sample.trouble.toStdString();

    const AdminRun run = runAdmin({QStringLiteral("verify"), sqliteUrl(sample.path), QStringLiteral("--json")});

    EXPECT_EQ(run.exit, 0) << run.out.toStdString() << run.err.toStdString();
    EXPECT_EQ(run.json().value(QLatin1String("cases")), sample.made.value(QLatin1String("cases")));
    EXPECT_TRUE(run.json().value(QLatin1String("complete")).toBool());
}

TEST(AdminSample, IsAboutAsLargeAsItSays)
{
    const QJsonObject made = SampleFile::instance().made;

    EXPECT_GT(made.value(QLatin1String("staff")).toInt(), 400);
    EXPECT_GT(made.value(QLatin1String("cases")).toInt(), 2500);
    EXPECT_LT(made.value(QLatin1String("cases")).toInt(), 3300);
    const QJsonObject states = made.value(QLatin1String("states")).toObject();
    for (const char *state : {"draft", "running", "returned", "withdrawn", "decided", "rejected", "cancelled"})
        EXPECT_GE(states.value(QLatin1String(state)).toInt(), 5) << state;
}

TEST(AdminSample, LetsThoseItNamesSignInToFullTrays)
{
    const SampleFile &sample = SampleFile::instance();
    ASSERT_FALSE(sample.path.isEmpty()) << sample.trouble.toStdString();
    const QTemporaryDir directory;
    const QString path = sample.copyTo(directory.path());
    const SystemClock clock;
    const auto catalog = makeCatalog();
    const auto owner = openStore(DatabaseUrl::sqlite(path), std::nullopt, clock);
    ASSERT_TRUE(owner);
    const auto configuration = (*owner)->office().configuration();
    ASSERT_TRUE(configuration);
    const auto office = configuration->office.at(clock.now().day(), configuration->office.revision);
    EXPECT_FALSE(configuration->info.value(QStringLiteral("suggested_signins")).isEmpty());

    const QJsonArray signIns = sample.made.value(QLatin1String("signIns")).toArray();
    ASSERT_GE(signIns.size(), 10);
    std::vector<qint64> waiting;
    for (const auto &value : signIns) {
        const QString login = value.toObject().value(QLatin1String("login")).toString();
        const Staff *staff = office->staffByLogin(login);
        ASSERT_NE(staff, nullptr) << login.toStdString();
        const auto desk = sit(path, staff->id, *catalog, clock);
        ASSERT_TRUE(desk) << login.toStdString();
        ASSERT_TRUE(desk->start());
        const auto pulse = desk->pulse();
        ASSERT_TRUE(pulse);
        waiting.push_back(pulse->waiting);
        ListQuery query;
        query.kind = pulse->waiting > 0 ? ListKind::Tray : ListKind::All;
        const auto page = desk->list(query);
        ASSERT_TRUE(page);
        if (!page->rows.empty()) {
            const auto view = desk->open(page->rows.front().id);
            ASSERT_TRUE(view) << view.error().detail.toStdString();
            EXPECT_TRUE(view->verified.sound());
            EXPECT_TRUE(pulse->waiting == 0 || view->acts.approve || view->acts.read || view->acts.standIn)
                << login.toStdString();
        }
    }
    EXPECT_NEAR(double(waiting[1]), 12, 4) << "the unit head";
    EXPECT_NEAR(double(waiting[2]), 40, 6) << "the section head";
}

TEST(AdminSample, CountsALeaveWithTheOfficesOwnNumbersAndProvesItWithThem)
{
    const SampleFile &sample = SampleFile::instance();
    ASSERT_FALSE(sample.path.isEmpty()) << sample.trouble.toStdString();
    const QTemporaryDir directory;
    const QString path = sample.copyTo(directory.path());
    const SystemClock clock;
    const auto catalog = makeCatalog();
    const QDate day = shippedHolidays().dutyDayAfter(clock.now().day().addDays(300), 1);
    const auto database = Database::open(DatabaseUrl::sqlite(path));
    ASSERT_TRUE(database);
    ASSERT_TRUE((*database)->execute(QStringLiteral("INSERT INTO parameter (key, valid_from, value, source) "
                                                    "VALUES ('leave.day_minutes', '%1', 480, '規則')")
                                         .arg(day.toString(Qt::ISODate))));
    const auto configuration =
        openStore(DatabaseUrl::sqlite(path), std::nullopt, clock).value()->office().configuration();
    const auto office = configuration->office.at(clock.now().day(), configuration->office.revision);
    const QJsonArray signIns = sample.made.value(QLatin1String("signIns")).toArray();
    const Staff *clerk = office->staffByLogin(signIns.at(0).toObject().value(QLatin1String("login")).toString());
    ASSERT_NE(clerk, nullptr);
    const auto desk = sit(path, clerk->id, *catalog, clock);
    ASSERT_TRUE(desk->start());

    const auto id = desk->saveDraft(std::nullopt,
                                    {QStringLiteral("leave"),
                                     1,
                                     {{QStringLiteral("kind"), QStringLiteral("annual")},
                                      {QStringLiteral("unit"), QStringLiteral("day")},
                                      {QStringLiteral("from"), day.toString(Qt::ISODate)}},
                                     {}});
    ASSERT_TRUE(id) << id.error().detail.toStdString();
    const auto submitted = desk->submit(*id, QStringLiteral("one"), {});
    ASSERT_TRUE(submitted) << submitted.error().detail.toStdString();

    const auto &postings = std::get<Submitted>(submitted->body).postings;
    EXPECT_EQ(postings.front().amount, 480);
    EXPECT_TRUE(desk->open(*id)->verified.sound());
    const AdminRun run = runAdmin({QStringLiteral("verify"), sqliteUrl(path)});
    EXPECT_EQ(run.exit, 0) << run.out.toStdString();
}

} // namespace kessai::test
