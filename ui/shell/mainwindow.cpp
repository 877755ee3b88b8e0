// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/kept/keptbooks.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingspage.h"
#include "ui/shell/appearancedialog.h"
#include "ui/shell/desksession.h"
#include "ui/shell/guidewindow.h"
#include "ui/shell/officepage.h"
#include "ui/shell/offlinepage.h"
#include "ui/shell/preferences.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/signinpage.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"

#include <QApplication>
#include <QCloseEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

namespace kessai {

namespace {

constexpr int kKeyringPause = 1'500; ///< milliseconds in which a keyring that is open has answered
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
    connect(m_signIn, &SignInPage::offlineRequested, this, &MainWindow::readOffline);
    connect(new QShortcut(QKeySequence::HelpContents, this), &QShortcut::activated, this, &MainWindow::showGuide);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F1), this), &QShortcut::activated, this,
            &MainWindow::showShortcuts);
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
    m_desk.start(open).then(this, [this, signIn](const Result<DeskInfo> &info) {
        if (!info) {
            m_signIn->showError(info.error());
            Q_EMIT signInFailed(info.error());
            return;
        }
        m_signIn->keepPassword();
        m_signIn->setBusy(false);
        enter(*info, signIn);
    });
}

/// What one had beside the papers of a meeting is there the next time.
void MainWindow::keepSide()
{
    MeetingReader *reader = m_office->meetings()->reader();
    if (const auto side = readingSideOf(m_parts.preferences.readingSide()))
        reader->setSide(*side);
    connect(reader, &MeetingReader::sideChosen, this,
            [this](ReadingSide side) { m_parts.preferences.setReadingSide(codeOf(side)); });
}

void MainWindow::enter(DeskInfo info, const SignIn &signIn)
{
    m_parts.preferences.setOffice(signIn.database);
    auto kept = keptBooks(KeptBooks::ownerOf(info.databaseId, info.me.number));
    kept->run([seat = KeptSeat{info.officeName, info.me.id, info.office->allStaff()},
               password = signIn.password](BookShelf &shelf) mutable {
        seat.passwordMark = password.isEmpty() ? QString() : passwordMark(password);
        return shelf.keepSeat(seat);
    });
    m_session = new DeskSession(m_desk, std::move(info), std::move(kept), this);
    const auto noteSeat = [this, office = signIn.database, login = signIn.login] {
        if (m_session && !login.isEmpty() && m_session->kept().lasts())
            m_parts.preferences.setOfflineSeat({office, login, m_session->kept().owner()});
    };
    connect(&m_session->kept(), &KeptBooks::opened, this, noteSeat);
    noteSeat();
    m_office = new OfficePage(*m_session, this);
    keepSide();
    m_pages->addWidget(m_office);
    m_pages->setCurrentWidget(m_office);
    m_office->takeFocus();
    QTimer::singleShot(kKeyringPause, m_office, [this] { // its own dialog says nothing of what it is for
        if (m_session && m_office && !m_session->kept().isOpen())
            m_office->say(tr("The keyring of this computer asks for its password: it keeps the key of papers that are "
                             "read offline. Without it nothing stays on this computer."));
    });
    connect(m_office, &OfficePage::signOutRequested, this, &MainWindow::signOut);
    connect(m_office, &OfficePage::settingsRequested, this, &MainWindow::chooseAppearance);
    connect(m_office, &OfficePage::shortcutsRequested, this, &MainWindow::showShortcuts);
    connect(m_office, &OfficePage::guideRequested, this, &MainWindow::showGuide);
    connect(m_office, &OfficePage::waitingChanged, this, &MainWindow::showWaiting);
    m_session->setVisible(!isMinimized());
    Q_EMIT signedIn();
}

std::unique_ptr<KeptBooks> MainWindow::keptBooks(const QString &owner)
{
    return std::make_unique<KeptBooks>(
        KeptBooks::Place{&m_parts.secrets, KeptBooks::usualFolder(), m_parts.preferences.offlineLimit()}, owner);
}

void MainWindow::readOffline(const QString &password)
{
    m_signIn->setBusy(true);
    m_kept = keptBooks(m_parts.preferences.offlineSeat().owner);
    struct Opened {
        std::optional<KeptSeat> seat;
        bool mayRead = false;
    };
    m_kept
        ->run([password](BookShelf &shelf) {
            const auto seat = shelf.seat();
            return Opened{seat, seat && isPassword(password, seat->passwordMark)};
        })
        .then(m_kept.get(), [this](const Opened &opened) {
            if (!opened.seat)
                m_signIn->showNothingKept();
            else if (!opened.mayRead)
                m_signIn->showWrongPassword();
            else
                enterOffline(*opened.seat);
        });
}

void MainWindow::enterOffline(const KeptSeat &seat)
{
    OfficeRows rows;
    rows.staff = seat.people;
    const QDate today = m_parts.clock.now().day();
    const auto office = std::make_shared<Office>(today, 0, std::move(rows));
    const Staff *me = office->staff(seat.me);
    if (!me)
        return m_signIn->showNothingKept();
    DeskInfo info{seat.officeName, *me, {}, {}, {}, true, false, Instant(0), today, {}, office, 0};
    m_signIn->setBusy(false);
    m_signIn->forget();
    m_session = DeskSession::offline(m_desk, std::move(info), std::move(m_kept)).release();
    m_session->setParent(this);
    m_offline = new OfflinePage(*m_session, this);
    m_pages->addWidget(m_offline);
    m_pages->setCurrentWidget(m_offline);
    m_offline->begin();
    connect(m_offline, &OfflinePage::signInRequested, this, &MainWindow::signOut);
    Q_EMIT wentOffline();
}

void MainWindow::signOut()
{
    if (!m_session)
        return;
    m_pages->setCurrentWidget(m_signIn);
    if (m_office) {
        m_office->leave();
        m_office->deleteLater();
    }
    if (m_offline)
        m_offline->deleteLater();
    m_office = nullptr;
    m_offline = nullptr;
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

/// What is written about the place one is at.
void MainWindow::showGuide()
{
    const QString place = m_office ? m_office->topic() : m_offline ? QStringLiteral("meetings") : QString();
    guideWindow(this)->open(GuideBook::about(place));
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
