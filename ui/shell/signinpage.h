// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/door.h"
#include "core/ports/secretstore.h"
#include "core/services/answer.h"

#include <QWidget>

class QCheckBox;
class QLayout;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QStandardItemModel;
class QTabBar;

namespace kessai {

class LoadingLine;
class Preferences;
class QuietBanner;
class SearchField;
class TextLabel;

/// Signing in: a trial office on this PC with the choice of who to be, or the office's server with name and password. The
/// password is kept in the desktop's keyring where there is one; where there is none, the page says so once and goes on.
class SignInPage final : public QWidget {
    Q_OBJECT

public:
    SignInPage(Door &door, SecretStore &secrets, Preferences &preferences, QWidget *parent = nullptr);
    ~SignInPage() override;

    /// Chooses an office ("sqlite:..." or "postgresql://...") as if it had been typed.
    void setOffice(const QString &url);
    /// Offers a login name: at a server to go with the password, in a trial office to choose that person in the list.
    void setLogin(const QString &login);
    void setBusy(bool busy);
    /// Says that nothing is there to be read offline.
    void showNothingKept();
    /// Says that it is opened with the password of the last sign-in only.
    void showWrongPassword();
    /// Says why signing in failed and keeps what was typed.
    void showError(const Error &error);
    /// What was said and typed at the last attempt is over.
    void forget();
    /// After success: keeps the password where the user wants that.
    void keepPassword();

Q_SIGNALS:
    void signInRequested(const kessai::SignIn &signIn);
    /// The password was to be kept, but there is no keyring, or it stays locked.
    void passwordNotKept();
    /// The server cannot be reached, and whoever signed in last here wants to read what this computer kept.
    void offlineRequested(const QString &password);

private:
    QLayout *makeBrand();
    void buildTrial();
    void buildServer();
    void chooseKind(int tab);
    void readPeople();
    void showPeople(const std::vector<Person> &people);
    void readPassword();
    void request();
    QString secretKey() const;
    void chooseOffered();
    void showFound();

    Door &m_door;
    SecretStore &m_secrets;
    Preferences &m_preferences;
    QTabBar *m_kind;
    QStackedWidget *m_pages;
    LoadingLine *m_loading;
    QuietBanner *m_banner;
    QLineEdit *m_file;
    SearchField *m_find;
    QListView *m_people;
    QStandardItemModel *m_peopleModel;
    QSortFilterProxyModel *m_found;
    QLineEdit *m_server;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QPushButton *m_enter;
    QPushButton *m_offline; ///< there when the server could not be reached
    TextLabel *m_nobody;    ///< in the place of the people where none is like what was typed
    QString m_offered;      ///< the login name to choose once the people are there
    Answer<Result<std::vector<Person>>> m_reading;
    int m_generation = 0;
};

} // namespace kessai
