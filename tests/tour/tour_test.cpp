// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The main job in the real window, on a file and on a PostgreSQL server where everybody has a connection and a role of their own.
#include "tests/tour/tour.h"

#include "app/composition.h"
#include "core/calendar/era.h"
#include "tests/support/postgresserver.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kessai::tour {

namespace {

using ::testing::HasSubstr;

constexpr int kMakeMs = 600'000;
const QString kPassword = QStringLiteral("mihon-no-password-1");

/// Makes the sample office with the real program; what it printed, or nothing.
QJsonObject makeSample(const QString &database, const QStringList &options = {})
{
    QProcess admin;
    admin.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    admin.start(QCoreApplication::applicationDirPath() + QStringLiteral("/kessai-admin"),
                QStringList{QStringLiteral("create"), database, QStringLiteral("--sample"), QStringLiteral("--json")}
                    + options);
    if (!admin.waitForFinished(kMakeMs) || admin.exitStatus() != QProcess::NormalExit || admin.exitCode() != 0)
        return {};
    return QJsonDocument::fromJson(admin.readAllStandardOutput()).object();
}

/// The words of a PDF, as a person copies them out of it, without the spaces between them.
std::string wordsOf(const QString &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    EXPECT_TRUE(reader.waitForFinished() && reader.exitCode() == 0) << "pdftotext reads " << pdf.toStdString();
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    text.remove(QRegularExpression(QStringLiteral("\\s")));
    return text.toStdString();
}

std::string plain(QString text)
{
    return text.remove(QLatin1Char(' ')).toStdString();
}

/// What the decided form has to show in place of seals.
void expectDecidedForm(const Findings &found, const QDate &day)
{
    const std::string words = wordsOf(found.pdf);
    EXPECT_THAT(words, HasSubstr(plain(found.formTitle)));
    EXPECT_THAT(words, HasSubstr("時間外勤務命令"));
    EXPECT_THAT(words, HasSubstr(plain(found.caseNumber)));
    EXPECT_THAT(words, HasSubstr(plain(found.clerk.name)));
    ASSERT_EQ(found.approvers.size(), 2U);
    for (const Person &approver : found.approvers) {
        EXPECT_THAT(words, HasSubstr(plain(approver.name)));
        EXPECT_THAT(words, HasSubstr(plain(approver.post)));
    }
    EXPECT_THAT(words, HasSubstr(plain(eraDate(day))));
    EXPECT_THAT(words, HasSubstr("年末調整の申告書の確認とシステム入力"));
}

/// Whatever picture the guide shows is one of the tour's, so that packaging/pictures.sh can renew it.
void expectPicturesOfGuide(const QString &tour)
{
    const QStringList images =
        QDir(QStringLiteral(KESSAI_SOURCE_DIR "/docs/images")).entryList({QStringLiteral("*.png")}, QDir::Files);
    ASSERT_FALSE(images.isEmpty());
    for (const QString &image : images)
        EXPECT_FALSE(QDir(tour).entryList({QStringLiteral("*[0-9]-") + image}, QDir::Files).isEmpty())
            << image.toStdString();
}

class TourTest : public ::testing::Test {
protected:
    void SetUp() override { setProgramNames(); }

    Composition &composition() { return m_composition; }
    /// Pictures of a test run are kept where KESSAI_TOUR_PICTURES says.
    QString folder(const QString &name) const
    {
        const QString kept = qEnvironmentVariable("KESSAI_TOUR_PICTURES");
        return kept.isEmpty() ? m_scratch.filePath(name) : kept + QLatin1Char('/') + name;
    }

    QTemporaryDir m_scratch;

private:
    Composition m_composition{*qApp, Language::Japanese, m_scratch.filePath(QStringLiteral("settings.ini"))};
};

TEST_F(TourTest, DoesTheMainJobOnAFile)
{
    const QString office = QLatin1String("sqlite:") + m_scratch.filePath(QStringLiteral("office.db"));
    ASSERT_FALSE(makeSample(office).isEmpty()) << "kessai-admin makes a sample office";

    auto tour = std::make_unique<Tour>(composition(), TourPlan{office, folder(QStringLiteral("file")), {}, {}, true});
    const bool done = tour->run();

    ASSERT_TRUE(done) << "expected " << tour->error().toStdString();
    const int pictures = tour->pictures();
    EXPECT_GE(pictures, 30);
    expectPicturesOfGuide(folder(QStringLiteral("file")));
    const Findings found = tour->findings();
    expectDecidedForm(found, SystemClock().now().day());
    EXPECT_GT(found.leaveKeys, 0);
    EXPECT_LE(found.leaveKeys, 25) << "an hour of leave is filed with few keys";
    RecordProperty("leave_keys", std::to_string(found.leaveKeys));
    RecordProperty("leave_ms", std::to_string(found.leaveMs));

    // kessai-tour goes on in a process of its own, in another scale, as the one who decides.
    tour.reset();
    Tour scaled(composition(), {office, folder(QStringLiteral("file")), found.approvers.back().login, {}, true});
    EXPECT_TRUE(scaled.runScaled(pictures + 1)) << "expected " << scaled.error().toStdString();
    EXPECT_GT(scaled.pictures(), pictures);
}

TEST_F(TourTest, DoesTheMainJobAtAServerWithARoleForEverybody)
{
    test::PostgresServer &server = test::PostgresServer::instance();
    ASSERT_TRUE(server.running()) << server.error().toStdString();
    const QString database = QStringLiteral("tour");
    const QJsonObject made = makeSample(server.ownerUrl(database), {QStringLiteral("--sample-password"), kPassword});
    ASSERT_FALSE(made.isEmpty()) << "kessai-admin makes a sample office on the server";
    const QString clerk =
        made.value(QLatin1String("signIns")).toArray().first().toObject().value(QLatin1String("login")).toString();
    // The address names the server only; who signs in is typed into the window.
    const QString office = QStringLiteral("postgresql:///%1?host=%2").arg(database, server.host());

    Tour tour(composition(), {office, folder(QStringLiteral("server")), clerk, kPassword, false});
    const bool done = tour.run();

    ASSERT_TRUE(done) << "expected " << tour.error().toStdString();
    const Findings &found = tour.findings();
    expectDecidedForm(found, SystemClock().now().day());
    // A second window sees a change within ten seconds by itself, and at once when it comes to the front.
    ASSERT_TRUE(found.newsAfterMs.has_value());
    EXPECT_LE(*found.newsAfterMs, 11'000);
    ASSERT_TRUE(found.newsOnActivationMs.has_value());
    EXPECT_LE(*found.newsOnActivationMs, 2'000);
    RecordProperty("news_after_ms", std::to_string(*found.newsAfterMs));
    RecordProperty("news_on_activation_ms", std::to_string(*found.newsOnActivationMs));

    const auto sessions = server.rows(
        database,
        QStringLiteral(
            "SELECT usename, count(*) FROM pg_stat_activity WHERE datname = '%1' AND pid <> pg_backend_pid() "
            "GROUP BY usename")
            .arg(database));
    ASSERT_TRUE(sessions.ok()) << sessions.error().detail.toStdString();
    std::vector<std::string> roles;
    for (const QStringList &row : *sessions) {
        roles.push_back(row[0].toStdString());
        EXPECT_EQ(row[1], QStringLiteral("1")) << row[0].toStdString() << " has one connection";
    }
    std::vector<std::string> people{found.clerk.login.toStdString()};
    for (const Person &approver : found.approvers)
        people.push_back(approver.login.toStdString());
    EXPECT_THAT(roles, ::testing::UnorderedElementsAreArray(people))
        << "everybody under a role of their own, nobody else";
}

} // namespace

} // namespace kessai::tour
