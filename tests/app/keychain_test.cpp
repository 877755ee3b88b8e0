// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keychain against a real gnome-keyring on a session bus of its own, and without any.
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using ::testing::ElementsAre;

const QString kSecret = QStringLiteral("ひみつ-correct horse 42");

/// A home and a session bus that nobody else has, with or without a keyring behind it.
class Session {
public:
    enum class Keyring { Unlocked, Locked, None };

    explicit Session(QString home) : m_home(std::move(home))
    {
        QDir(m_home).mkdir(QStringLiteral("run"));
        QFile::setPermissions(m_home + QStringLiteral("/run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    /// What the probe said, a line for each step.
    QStringList run(Keyring keyring, const QStringList &steps)
    {
        // The daemon outlives the session's bus; it is ended by its number.
        static const QString withKeyring = QStringLiteral(
            "eval \"$(%1 | sed 's/^/export /')\"; \"$@\"; status=$?; "
            "pid=$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus "
            "org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | tr -dc '0-9 ' | awk "
            "'{print $NF}'); "
            "[ -z \"$pid\" ] || kill \"$pid\"; exit $status");
        QString script = QStringLiteral("exec \"$@\"");
        if (keyring == Keyring::Unlocked)
            script = withKeyring.arg(
                QStringLiteral("printf kessai-test | gnome-keyring-daemon --unlock --components=secrets"));
        else if (keyring == Keyring::Locked)
            script = withKeyring.arg(QStringLiteral("gnome-keyring-daemon --start --components=secrets"));

        QStringList arguments;
        if (keyring == Keyring::None)
            arguments << QStringLiteral("--config-file=") + busWithoutServices();
        arguments << QStringLiteral("--") << QStringLiteral("sh") << QStringLiteral("-c") << script
                  << QStringLiteral("sh") << QCoreApplication::applicationDirPath() + QStringLiteral("/keychain_probe")
                  << steps;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home);
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home + QStringLiteral("/data"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home + QStringLiteral("/config"));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_home + QStringLiteral("/cache"));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home + QStringLiteral("/run"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        environment.remove(QStringLiteral("DISPLAY"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_home);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral("dbus-run-session"), arguments);
        EXPECT_TRUE(process.waitForFinished(90'000)) << qPrintable(process.errorString());
        EXPECT_EQ(process.exitCode(), 0);
        return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    /// The files in which the text stands as it is.
    QStringList filesWith(const QString &text) const
    {
        QStringList found;
        QDirIterator files(m_home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
            if (bytes.contains(text.toUtf8()) || bytes.contains(wide) || bytes.contains(text.toUtf8().toBase64()))
                found << file.fileName();
        }
        return found;
    }
    bool hasKeyringFile() const
    {
        return !QDir(m_home + QStringLiteral("/data/keyrings")).entryList({QStringLiteral("*.keyring")}).isEmpty();
    }

private:
    /// A bus that starts nothing by itself: without this the first question would bring a keyring up.
    QString busWithoutServices() const
    {
        const QString path = m_home + QStringLiteral("/bus.conf");
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>)");
        }
        return path;
    }

    QString m_home;
};

std::vector<std::string> words(const QStringList &lines)
{
    std::vector<std::string> all;
    for (const QString &line : lines)
        all.push_back(line.toStdString());
    return all;
}

class KeychainTest : public ::testing::Test {
protected:
    QTemporaryDir m_home;
    Session m_session{m_home.path()};
};

TEST_F(KeychainTest, KeepsReadsAndForgetsASecret)
{
    const QStringList said = m_session.run(Session::Keyring::Unlocked,
                                           {QStringLiteral("read"), QStringLiteral("鈴木@office"),          //
                                            QStringLiteral("keep"), QStringLiteral("鈴木@office"), kSecret, //
                                            QStringLiteral("read"), QStringLiteral("鈴木@office"),          //
                                            QStringLiteral("remove"), QStringLiteral("鈴木@office"),        //
                                            QStringLiteral("read"), QStringLiteral("鈴木@office")});

    EXPECT_THAT(words(said),
                ElementsAre("read: not-found", "keep: done", "read: done " + kSecret.toStdString(), "remove: done",
                            "read: not-found"));
}

TEST_F(KeychainTest, BringsThePasswordBackInALaterSessionAndNeverWritesItPlainly)
{
    const auto kept = words(m_session.run(Session::Keyring::Unlocked, {QStringLiteral("sign-in"), kSecret}));
    const auto offered = words(m_session.run(Session::Keyring::Unlocked, {QStringLiteral("offer")}));

    EXPECT_THAT(kept, ElementsAre("sign-in: kept"));
    EXPECT_THAT(offered, ElementsAre("offer: " + kSecret.toStdString()));
    EXPECT_TRUE(m_session.hasKeyringFile());
    EXPECT_EQ(m_session.filesWith(kSecret), QStringList());
    // The search does find what is written plainly.
    EXPECT_EQ(m_session.filesWith(QStringLiteral("s10003")).isEmpty(), false);
}

TEST_F(KeychainTest, SaysWhenALockedKeyringTakesNoPassword)
{
    ASSERT_THAT(
        words(m_session.run(Session::Keyring::Unlocked, {QStringLiteral("keep"), QStringLiteral("other"), kSecret})),
        ElementsAre("keep: done"));

    const auto said = words(m_session.run(Session::Keyring::Locked, {QStringLiteral("sign-in"), kSecret}));

    EXPECT_THAT(said, ElementsAre("sign-in: not kept"));
    EXPECT_EQ(m_session.filesWith(kSecret), QStringList());
}

TEST_F(KeychainTest, SaysOnThePageThatThereIsNoKeyring)
{
    const auto said = words(
        m_session.run(Session::Keyring::None,
                      {QStringLiteral("read"), QStringLiteral("key"), QStringLiteral("keep"), QStringLiteral("key"),
                       kSecret, QStringLiteral("offer"), QStringLiteral("sign-in"), kSecret}));

    EXPECT_THAT(said,
                ElementsAre("read: no-keyring", "keep: no-keyring",
                            "offer: No keyring on this computer: the password is asked for each time",
                            "sign-in: not kept"));
    EXPECT_EQ(m_session.filesWith(kSecret), QStringList());
}

TEST_F(KeychainTest, OpensPapersInALaterSessionAndNeverWritesThemPlainly)
{
    const auto kept = words(m_session.run(Session::Keyring::Unlocked, {QStringLiteral("keep-paper"), kSecret}));
    const auto opened = words(m_session.run(Session::Keyring::Unlocked, {QStringLiteral("open-paper")}));
    const auto without = words(m_session.run(Session::Keyring::None, {QStringLiteral("open-paper")}));

    EXPECT_THAT(kept, ElementsAre("keep-paper: kept"));
    EXPECT_THAT(opened, ElementsAre("open-paper: " + kSecret.toStdString()));
    EXPECT_THAT(without, ElementsAre("open-paper: closed"));
    EXPECT_EQ(m_session.filesWith(kSecret), QStringList());
    EXPECT_TRUE(QFile::exists(m_home.filePath(QStringLiteral("offline/somebody/seat"))));
}

TEST_F(KeychainTest, KeepsPapersForTheSessionOnlyWithoutAKeyring)
{
    const auto said = words(
        m_session.run(Session::Keyring::None, {QStringLiteral("keep-paper"), kSecret, QStringLiteral("open-paper")}));

    EXPECT_THAT(said, ElementsAre("keep-paper: for the session", "open-paper: closed"));
    EXPECT_EQ(m_session.filesWith(kSecret), QStringList());
    EXPECT_FALSE(QFile::exists(m_home.filePath(QStringLiteral("offline"))));
}

} // namespace
