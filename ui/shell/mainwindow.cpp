// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/appearancedialog.h"
#include "ui/shell/desksession.h"
#include "ui/shell/officepage.h"
#include "ui/shell/preferences.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/signinpage.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"

#include <QApplication>
#include <QCloseEvent>
#include <QShortcut>
#include <QStackedWidget>

namespace kessai {

namespace {

constexpr QSize kUsualSize(1366, 768);
/// What a desktop puts around a window; known only once it is shown.
constexpr QSize kFrame(16, 40);

} // namespace

MainWindow::MainWindow(const WindowParts &parts, QWidget *parent)
    : QMainWindow(parent), m_parts(parts), m_pages(new QStackedWidget(this)),
      m_signIn(new SignInPage(parts.door, parts.secrets, parts.preferences, this))
{
    setWindowTitle(tr("Kessai Desk"));
    setWindowIcon(icon(QStringLiteral("rubber-stamp"), Token::Accent));
    setMinimumSize(metric::kWindowMinWidth, metric::kWindowMinHeight);
    resize(kUsualSize);
    m_pages->addWidget(m_signIn);
    setCentralWidget(m_pages);
    connect(m_signIn, &SignInPage::signInRequested, this, &MainWindow::signIn);
    auto *help = new QShortcut(QKeySequence::HelpContents, this);
    connect(help, &QShortcut::activated, this, &MainWindow::showShortcuts);
    connect(m_signIn, &SignInPage::passwordNotKept, this, [this] {
        if (m_office)
            m_office->say(
                tr("The password was not kept: the keyring is missing or locked. It is asked for next time."));
    });
}

void MainWindow::fitTo(const QRect &available)
{
    const QSize room = available.size() - kFrame;
    setMinimumSize(minimumSize().boundedTo(room));
    resize(kUsualSize.boundedTo(room));
    if (size() != kUsualSize)
        setWindowState(windowState() | Qt::WindowMaximized);
}

MainWindow::~MainWindow()
{
    m_desk.close();
}

void MainWindow::signIn(const SignIn &signIn)
{
    m_signIn->setBusy(true);
    const auto open = [&parts = m_parts, signIn]() -> Result<std::unique_ptr<Desk>> {
        auto store = parts.door.open(signIn);
        if (!store)
            return store.failure();
        return std::make_unique<Desk>(std::move(store).value(), parts.catalog, parts.clock);
    };
    m_desk.start(open).then(this, [this, office = signIn.database](const Result<DeskInfo> &info) {
        if (!info) {
            m_signIn->showError(info.error());
            Q_EMIT signInFailed(info.error());
            return;
        }
        m_signIn->keepPassword();
        m_signIn->setBusy(false);
        enter(*info, office);
    });
}

void MainWindow::enter(DeskInfo info, const QString &office)
{
    m_parts.preferences.setOffice(office);
    m_session = new DeskSession(m_desk, std::move(info), this);
    m_office = new OfficePage(*m_session, this);
    m_pages->addWidget(m_office);
    m_pages->setCurrentWidget(m_office);
    m_office->takeFocus();
    connect(m_office, &OfficePage::signOutRequested, this, &MainWindow::signOut);
    connect(m_office, &OfficePage::settingsRequested, this, &MainWindow::chooseAppearance);
    connect(m_office, &OfficePage::shortcutsRequested, this, &MainWindow::showShortcuts);
    connect(m_office, &OfficePage::waitingChanged, this, &MainWindow::showWaiting);
    m_session->setVisible(!isMinimized());
    Q_EMIT signedIn();
}

void MainWindow::signOut()
{
    if (!m_office)
        return;
    m_office->leave();
    m_pages->setCurrentWidget(m_signIn);
    m_office->deleteLater();
    m_office = nullptr;
    m_session->deleteLater();
    m_session = nullptr;
    m_desk.close();
    setWindowTitle(tr("Kessai Desk"));
}

void MainWindow::showWaiting(qint64 waiting)
{
    setWindowTitle(waiting > 0 ? tr("(%1) Kessai Desk").arg(waiting) : tr("Kessai Desk"));
}

void MainWindow::chooseAppearance()
{
    AppearanceDialog dialog(m_parts.theme, this);
    dialog.exec();
    m_parts.preferences.setAppearance(m_parts.theme.appearance());
}

void MainWindow::showShortcuts()
{
    if (findChild<ShortcutsDialog *>())
        return;
    auto *dialog = new ShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (!m_session)
        return;
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_session->refresh();
    else if (event->type() == QEvent::WindowStateChange)
        m_session->setVisible(!isMinimized());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_office)
        m_office->leave();
    QMainWindow::closeEvent(event);
}

} // namespace kessai
