// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cases/form.h"
#include "core/ports/door.h"
#include "core/ports/secretstore.h"
#include "core/services/deskthread.h"

#include <QMainWindow>

class QStackedWidget;

namespace kessai {

class DeskSession;
class KeptBooks;
class OfflinePage;
class OfficePage;
class Preferences;
class SignInPage;
class Theme;
struct KeptSeat;

/// What a window stands on; made once in app/composition and outliving every window.
struct WindowParts final {
    Door &door;
    SecretStore &secrets;
    const FormCatalog &catalog;
    const Clock &clock;
    Theme &theme;
    Preferences &preferences;
};

/// The one window: signing in, then the office. Each window has its own desk and connection.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    SignInPage *signInPage() const { return m_signIn; }
    OfficePage *officePage() const { return m_office; }
    OfflinePage *offlinePage() const { return m_offline; }
    DeskSession *session() const { return m_session; }
    /// Before it is shown: takes a size that fits into what a screen has free, frame and title included, or all of it.
    void fitTo(const QRect &available);

public Q_SLOTS:
    void signIn(const kessai::SignIn &signIn);
    void signOut();
    /// Opens what this computer kept for whoever signed in last, without the office.
    void readOffline(const QString &password);

Q_SIGNALS:
    void signedIn();
    void wentOffline();
    void signInFailed(const kessai::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void enter(DeskInfo info, const SignIn &signIn);
    void keepSide();
    std::unique_ptr<KeptBooks> keptBooks(const QString &owner);
    void enterOffline(const KeptSeat &seat);
    void chooseAppearance();
    void showGuide();
    void showShortcuts();
    void showWaiting(qint64 waiting);

    WindowParts m_parts;
    DeskThread m_desk;
    QStackedWidget *m_pages;
    SignInPage *m_signIn;
    OfficePage *m_office = nullptr;
    OfflinePage *m_offline = nullptr;
    std::unique_ptr<KeptBooks> m_kept; ///< while it is looked whether anything can be read offline
    DeskSession *m_session = nullptr;
};

} // namespace kessai
