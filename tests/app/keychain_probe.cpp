// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Uses the real keyring of the session it is started in, and says on each line what came of a step:
//   keep KEY SECRET | read KEY | remove KEY | sign-in PASSWORD | offer | keep-paper TEXT | open-paper
#include "app/keychain.h"
#include "ui/kept/keptbooks.h"
#include "ui/shell/preferences.h"
#include "ui/shell/signinpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QSettings>
#include <QTest>
#include <QTextStream>

namespace {

using kessai::Keychain;
using kessai::SecretStore;

const QString kServer = QStringLiteral("postgresql://kessai.example/office");

QString wordFor(SecretStore::Outcome outcome)
{
    switch (outcome) {
    case SecretStore::Outcome::Done: return QStringLiteral("done");
    case SecretStore::Outcome::NotFound: return QStringLiteral("not-found");
    case SecretStore::Outcome::NoKeyring: return QStringLiteral("no-keyring");
    }
    return {};
}

class NoDoor final : public kessai::Door {
public:
    kessai::Result<std::unique_ptr<kessai::Store>> open(const kessai::SignIn &) override
    {
        return kessai::fail(kessai::ErrorCode::Unreachable);
    }
    kessai::Result<std::vector<kessai::Person>> people(const QString &) override
    {
        return kessai::fail(kessai::ErrorCode::NotFound);
    }
};

/// The steps one after the other; each waits for its answer.
class Probe final {
public:
    Probe() : m_settings(QStringLiteral("settings.ini"), QSettings::IniFormat), m_preferences(m_settings) {}

    bool step(QStringList &words)
    {
        const QString what = words.takeFirst();
        const auto next = [&words] { return words.isEmpty() ? QString() : words.takeFirst(); };
        m_answer.clear();
        if (what == QLatin1String("keep")) {
            const QString key = next();
            m_keychain.write(key, next(), [this](SecretStore::Outcome outcome) { m_answer = wordFor(outcome); });
        } else if (what == QLatin1String("read")) {
            m_keychain.read(next(), [this](SecretStore::Outcome outcome, const QString &secret) {
                m_answer = wordFor(outcome) + (secret.isEmpty() ? QString() : QLatin1Char(' ') + secret);
            });
        } else if (what == QLatin1String("remove")) {
            m_keychain.remove(next(), [this](SecretStore::Outcome outcome) { m_answer = wordFor(outcome); });
        } else if (what == QLatin1String("sign-in")) {
            signIn(next());
        } else if (what == QLatin1String("offer")) {
            offer();
        } else if (what == QLatin1String("keep-paper")) {
            keepPaper(next());
        } else if (what == QLatin1String("open-paper")) {
            openPaper();
        } else {
            return false;
        }
        const bool answered = QTest::qWaitFor([this] { return !m_answer.isEmpty(); }, 10'000);
        QTextStream(stdout) << what << ": " << (answered ? m_answer : QStringLiteral("nothing")) << Qt::endl;
        return answered;
    }

private:
    /// Signs in on the real page with the wish to keep the password.
    void signIn(const QString &password)
    {
        kessai::SignInPage page(m_door, m_keychain, m_preferences);
        page.setOffice(kServer);
        page.findChild<QLineEdit *>(QStringLiteral("loginEdit"))->setText(QStringLiteral("s10003"));
        page.findChild<QLineEdit *>(QStringLiteral("passwordEdit"))->setText(password);
        page.findChild<QCheckBox *>()->setChecked(true);
        bool told = false;
        QObject::connect(&page, &kessai::SignInPage::passwordNotKept, &page, [&told] { told = true; });
        page.keepPassword();
        QTest::qWait(1'500);
        m_answer = told ? QStringLiteral("not kept") : QStringLiteral("kept");
    }

    /// What the page offers whoever comes back: the password, or the word that there is no keyring.
    void offer()
    {
        kessai::SignInPage page(m_door, m_keychain, m_preferences);
        page.setOffice(kServer);
        page.setLogin(QStringLiteral("s10003"));
        const auto *password = page.findChild<QLineEdit *>(QStringLiteral("passwordEdit"));
        const auto *keep = page.findChild<QCheckBox *>();
        const bool any = QTest::qWaitFor([&] { return !password->text().isEmpty() || !keep->isEnabled(); }, 5'000);
        m_answer = !any ? QStringLiteral("no password") : !keep->isEnabled() ? keep->text() : password->text();
    }

    /// Books of somebody, sealed with a key of the real keyring.
    std::unique_ptr<kessai::KeptBooks> books()
    {
        return std::make_unique<kessai::KeptBooks>(kessai::KeptBooks::Place{&m_keychain, QStringLiteral("offline")},
                                                   QStringLiteral("somebody"));
    }
    void keepPaper(const QString &text)
    {
        const auto kept = books();
        const auto done = kept->run([text](kessai::BookShelf &shelf) {
            return shelf.keepSeat({text, kessai::StaffId(1), {}}).ok();
        });
        const bool answered = QTest::qWaitFor([&done] { return done.isFinished(); }, 10'000);
        m_answer = !answered || !done.result() ? QStringLiteral("not kept")
            : kept->lasts()                    ? QStringLiteral("kept")
                                               : QStringLiteral("for the session");
    }
    void openPaper()
    {
        const auto kept = books();
        const auto seat = kept->run([](kessai::BookShelf &shelf) { return shelf.seat(); });
        const bool answered = QTest::qWaitFor([&seat] { return seat.isFinished(); }, 10'000);
        m_answer = answered && seat.result() ? seat.result()->officeName : QStringLiteral("closed");
    }

    QSettings m_settings;
    kessai::Preferences m_preferences;
    NoDoor m_door;
    Keychain m_keychain;
    QString m_answer;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QStringList words = QApplication::arguments().mid(1);
    Probe probe;
    while (!words.isEmpty()) {
        if (!probe.step(words))
            return 1;
    }
    return 0;
}
