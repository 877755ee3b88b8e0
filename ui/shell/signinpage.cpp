// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinpage.h"

#include "core/base/textfold.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/meetings/reach.h"
#include "ui/shell/peopledelegate.h"
#include "ui/shell/preferences.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabBar>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kTrial = 0;
constexpr int kServer = 1;
const QString kTrialPrefix = QStringLiteral("sqlite:");

/// A file has no administrator to ask: whoever has it brings it up to date.
QString trialError(const Error &error, const QString &file)
{
    return error.code == ErrorCode::DatabaseTooOld
        ? SignInPage::tr(
              "This file is an office of an older version of this program. Make a copy of it, and bring it up to date "
              "by kessai-admin migrate “sqlite:%1”.")
              .arg(file)
        : errorText(error).both();
}

} // namespace

SignInPage::SignInPage(Door &door, SecretStore &secrets, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_door(door), m_secrets(secrets), m_preferences(preferences), m_kind(new QTabBar(this)),
      m_pages(new QStackedWidget(this)), m_loading(new LoadingLine(this)), m_banner(new QuietBanner(this)),
      m_file(new QLineEdit(this)), m_find(new SearchField(this)), m_people(new QListView(this)),
      m_peopleModel(new QStandardItemModel(this)), m_found(new QSortFilterProxyModel(this)),
      m_server(new QLineEdit(this)), m_login(new QLineEdit(this)), m_password(new QLineEdit(this)),
      m_keep(new QCheckBox(tr("Keep the password in this computer's keyring"), this)),
      m_enter(new QPushButton(tr("Sign in"), this)), m_offline(new QPushButton(tr("Read papers offline"), this)),
      m_nobody(new TextLabel(TextRole::Body, this))
{
    setObjectName(QStringLiteral("signInPage"));
    m_banner->hide();
    m_kind->addTab(icon(QStringLiteral("building")), tr("Trial office on this PC"));
    m_kind->addTab(icon(QStringLiteral("database")), tr("The office's server"));
    m_kind->setAccessibleName(tr("Where to sign in"));
    m_kind->setObjectName(QStringLiteral("signInKind"));
    m_kind->setDrawBase(false);
    setButtonKind(*m_enter, ButtonKind::Primary);
    m_enter->setObjectName(QStringLiteral("signInButton"));
    m_enter->setIcon(icon(QStringLiteral("login"), Token::OnPrimary));
    m_enter->setMinimumSize(metric::kActButtonWidth, metric::kControlHeight);
    m_offline->setObjectName(QStringLiteral("offlineButton"));
    m_offline->setIcon(icon(QStringLiteral("wifi-off")));
    m_offline->setToolTip(
        tr("Opens the papers of meetings that this computer kept. What you write is sent when you sign in again."));
    m_offline->setMinimumHeight(metric::kControlHeight);
    m_offline->hide();
    buildTrial();
    buildServer();

    auto *card = new Card(this);
    card->setFixedWidth(grown(680));
    card->setAccessibleName(tr("Sign in"));
    card->body()->addLayout(makeBrand());
    card->body()->setSpacing(metric::kFieldGap);
    card->body()->addWidget(m_kind);
    card->body()->addWidget(m_loading);
    card->body()->addWidget(m_banner);
    card->body()->addWidget(m_pages, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_offline);
    buttons->addWidget(m_enter);
    card->body()->addLayout(buttons);

    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 40, 24, 40);
    layout->addLayout(middle);

    connect(m_kind, &QTabBar::currentChanged, this, &SignInPage::chooseKind);
    connect(m_enter, &QPushButton::clicked, this, &SignInPage::request);
    connect(m_offline, &QPushButton::clicked, this, [this] { Q_EMIT offlineRequested(m_password->text()); });
    connect(m_banner, &QuietBanner::actionTriggered, this, &SignInPage::readPeople);
    m_login->setText(m_preferences.login());
}

QLayout *SignInPage::makeBrand()
{
    auto *brand = new QHBoxLayout;
    brand->setSpacing(metric::kFieldGap);
    brand->addWidget(new IconLabel(QStringLiteral("rubber-stamp"), Token::Accent, 30, this));
    brand->addWidget(new TextLabel(tr("Kessai Desk"), TextRole::PageTitle, this));
    brand->addWidget(new TextLabel(tr("requests and approvals without paper"), TextRole::Caption, this));
    brand->addStretch(1);
    return brand;
}

SignInPage::~SignInPage()
{
    // The door belongs to somebody else; nothing may ask it after this page has gone.
    m_reading.waitForFinished();
}

void SignInPage::buildTrial()
{
    auto *page = new QWidget(m_pages);
    auto *browse = new QPushButton(tr("Choose…"), page);
    browse->setMinimumHeight(metric::kControlHeight);
    browse->setAccessibleName(tr("Choose another trial office"));
    m_file->setAccessibleName(tr("File of the trial office"));
    m_file->setObjectName(QStringLiteral("officeFile"));
    m_find->setPlaceholderText(tr("Name, reading or section"));
    m_find->setAccessibleName(tr("Find a person"));
    m_find->setObjectName(QStringLiteral("personFind"));
    m_people->setAccessibleName(tr("Who to be"));
    m_people->setObjectName(QStringLiteral("peopleList"));
    m_people->setItemDelegate(new PeopleDelegate(m_people));
    m_people->setUniformItemSizes(true);
    m_people->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_found->setSourceModel(m_peopleModel);
    m_found->setFilterRole(PeopleDelegate::FoldedRole);
    m_people->setModel(m_found);

    auto *file = new QHBoxLayout;
    file->addWidget(m_file, 1);
    file->addWidget(browse);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    layout->addLayout(file);
    layout->addWidget(m_find);
    layout->addWidget(m_people, 1);
    m_nobody->setObjectName(QStringLiteral("nobodyFound"));
    m_nobody->setToken(Token::Text2);
    m_nobody->setWordWrap(true);
    m_nobody->hide();
    layout->addWidget(m_nobody);
    auto *word =
        new TextLabel(tr("For trying out: a file on this PC protects nothing from those who can open the file."),
                      TextRole::Caption, page);
    word->setWordWrap(true);
    layout->addWidget(word);
    m_pages->addWidget(page);

    connect(browse, &QPushButton::clicked, this, [this] {
        const QStringList paths = dialogs().askOpenPaths(this, tr("Trial office"), tr("Offices (*.db);;All files (*)"));
        if (!paths.isEmpty())
            setOffice(kTrialPrefix + paths.front());
    });
    connect(m_file, &QLineEdit::editingFinished, this, [this] {
        if (m_file->isModified()) {
            m_file->setModified(false);
            readPeople();
        }
    });
    connect(m_find, &SearchField::searchRequested, this, [this](const QString &text) {
        m_found->setFilterFixedString(foldText(text));
        m_people->setCurrentIndex(m_found->index(0, 0));
        showFound();
    });
    connect(m_find, &SearchField::confirmed, this, [this] {
        if (m_found->rowCount() == 1)
            request();
        else if (m_found->rowCount() > 1)
            m_people->setFocus(Qt::OtherFocusReason);
    });
    connect(m_find, &SearchField::leftBelow, m_people, [this] { m_people->setFocus(Qt::OtherFocusReason); });
    connect(m_people, &QListView::activated, this, &SignInPage::request);
    connect(m_people, &QListView::doubleClicked, this, &SignInPage::request);
}

void SignInPage::buildServer()
{
    auto *page = new QWidget(m_pages);
    m_server->setPlaceholderText(QStringLiteral("postgresql://kessai.city.example/kessai"));
    m_server->setObjectName(QStringLiteral("serverEdit"));
    m_login->setObjectName(QStringLiteral("loginEdit"));
    m_password->setObjectName(QStringLiteral("passwordEdit"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *form = new QFormLayout(page);
    form->setContentsMargins({});
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(metric::kGap);
    form->addRow(tr("Server"), m_server);
    form->addRow(tr("Login name"), m_login);
    form->addRow(tr("Password"), m_password);
    form->addRow(m_keep);
    m_pages->addWidget(page);
    for (QLineEdit *edit : {m_server, m_login, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::request);
    connect(m_login, &QLineEdit::editingFinished, this, &SignInPage::readPassword);
}

void SignInPage::setOffice(const QString &url)
{
    if (url.startsWith(kTrialPrefix) || url.isEmpty()) {
        m_file->setText(url.mid(kTrialPrefix.size()));
        m_kind->setCurrentIndex(kTrial);
        m_pages->setCurrentIndex(kTrial);
        readPeople();
    } else {
        m_server->setText(url);
        m_kind->setCurrentIndex(kServer);
        m_pages->setCurrentIndex(kServer);
        readPassword();
    }
}

void SignInPage::chooseKind(int tab)
{
    m_banner->clear();
    m_offline->hide();
    m_pages->setCurrentIndex(tab);
    showFound();
    if (tab == kTrial && m_peopleModel->rowCount() == 0)
        readPeople();
    if (tab == kServer)
        (m_server->text().isEmpty() ? m_server : m_login->text().isEmpty() ? m_login : m_password)->setFocus();
}

void SignInPage::readPeople()
{
    m_peopleModel->clear();
    const int generation = ++m_generation;
    const QString path = m_file->text().trimmed();
    m_loading->setLoading(!path.isEmpty());
    if (path.isEmpty()) {
        m_banner->say(BannerKind::Information,
                      tr("Choose a trial office. kessai-admin create sqlite:office.db --sample makes one to try."));
        return;
    }
    m_reading = onPool([&door = m_door, url = QString(kTrialPrefix + path)] { return door.people(url); });
    m_reading.then(this, [this, generation](const Result<std::vector<Person>> &people) {
        if (generation != m_generation)
            return;
        m_loading->setLoading(false);
        if (people)
            showPeople(*people);
        else
            m_banner->say(BannerKind::Error, trialError(people.error(), m_file->text().trimmed()), tr("Try again"));
    });
}

void SignInPage::showPeople(const std::vector<Person> &people)
{
    m_banner->clear();
    m_peopleModel->clear();
    for (const Person &person : people) {
        auto *item = new QStandardItem(person.name);
        const QString second = person.section + QLatin1Char(' ') + person.title
            + (person.note.isEmpty() ? QString() : QStringLiteral(" ・ ") + person.note);
        item->setData(second, PeopleDelegate::SecondLineRole);
        item->setToolTip(second);
        item->setData(person.suggested, PeopleDelegate::SuggestedRole);
        item->setData(person.id.value(), PeopleDelegate::IdRole);
        item->setData(person.login, PeopleDelegate::LoginRole);
        item->setData(foldText(QString(person.name + person.kana + person.section + person.title + person.login)),
                      PeopleDelegate::FoldedRole);
        item->setData(QString(person.name + QLatin1String(", ") + second), Qt::AccessibleTextRole);
        m_peopleModel->appendRow(item);
    }
    m_people->setCurrentIndex(m_found->index(0, 0));
    m_people->setFocus(Qt::OtherFocusReason);
    chooseOffered();
    showFound();
}

/// Says where nobody is like what was typed; with nobody chosen there is nobody to sign in as.
void SignInPage::showFound()
{
    const bool nobody = m_peopleModel->rowCount() > 0 && m_found->rowCount() == 0;
    m_nobody->setText(tr("Nobody here is called or works in “%1”.").arg(m_find->text().trimmed()));
    m_nobody->setVisible(nobody);
    m_enter->setEnabled(m_kind->currentIndex() != kTrial || !nobody);
}

void SignInPage::setLogin(const QString &login)
{
    if (login.isEmpty())
        return;
    m_login->setText(login);
    m_offered = login;
    chooseOffered();
    readPassword();
}

void SignInPage::chooseOffered()
{
    const QModelIndexList found =
        m_found->match(m_found->index(0, 0), PeopleDelegate::LoginRole, m_offered, 1, Qt::MatchExactly);
    if (!m_offered.isEmpty() && !found.isEmpty()) {
        m_people->setCurrentIndex(found.front());
        m_people->scrollTo(found.front());
    }
}

QString SignInPage::secretKey() const
{
    return m_login->text().trimmed() + QLatin1Char('@') + m_server->text().trimmed();
}

void SignInPage::readPassword()
{
    if (m_login->text().trimmed().isEmpty() || m_server->text().trimmed().isEmpty() || !m_password->text().isEmpty())
        return;
    const QPointer<SignInPage> here(this);
    m_secrets.read(secretKey(), [here, key = secretKey()](SecretStore::Outcome outcome, const QString &secret) {
        if (!here || here->secretKey() != key || !here->m_password->text().isEmpty())
            return;
        if (outcome == SecretStore::Outcome::Done) {
            here->m_password->setText(secret);
            here->m_keep->setChecked(true);
        } else if (outcome == SecretStore::Outcome::NoKeyring) {
            here->m_keep->setChecked(false);
            here->m_keep->setEnabled(false);
            here->m_keep->setText(tr("No keyring on this computer: the password is asked for each time"));
        }
    });
}

void SignInPage::request()
{
    m_banner->clear();
    if (m_kind->currentIndex() == kTrial) {
        const QModelIndex index = m_people->currentIndex();
        if (!index.isValid())
            return;
        Q_EMIT signInRequested({kTrialPrefix + m_file->text().trimmed(),
                                StaffId(index.data(PeopleDelegate::IdRole).toLongLong()),
                                {},
                                {}});
        return;
    }
    for (QLineEdit *edit : {m_server, m_login, m_password}) {
        if (edit->text().trimmed().isEmpty()) {
            edit->setFocus(Qt::OtherFocusReason);
            m_banner->say(BannerKind::Warning, tr("Server, login name and password are all needed."));
            return;
        }
    }
    Q_EMIT signInRequested({m_server->text().trimmed(), std::nullopt, m_login->text().trimmed(), m_password->text()});
}

void SignInPage::setBusy(bool busy)
{
    m_loading->setLoading(busy);
    m_offline->setEnabled(!busy);
    m_pages->setEnabled(!busy);
    m_enter->setEnabled(!busy);
    if (!busy)
        showFound();
}

void SignInPage::showNothingKept()
{
    setBusy(false);
    m_offline->hide();
    m_banner->say(BannerKind::Warning,
                  tr("This computer keeps no papers that can be opened: the keyring is locked or has lost their key."));
}

void SignInPage::showWrongPassword()
{
    setBusy(false);
    m_banner->say(BannerKind::Error, tr("Papers are opened offline with the password you signed in with last."));
    m_password->selectAll();
    m_password->setFocus(Qt::OtherFocusReason);
}

void SignInPage::forget()
{
    m_banner->clear();
    m_offline->hide();
    m_password->clear();
}

/// Offered to whoever signed in last at this server; somebody else's papers are not theirs to open.
void SignInPage::showError(const Error &error)
{
    setBusy(false);
    const Preferences::OfflineSeat seat = m_preferences.offlineSeat();
    m_offline->setVisible(m_kind->currentIndex() == kServer && isOutOfReach(error) && !seat.owner.isEmpty()
                          && seat.office == m_server->text().trimmed() && seat.login == m_login->text().trimmed());
    m_banner->say(BannerKind::Error,
                  m_kind->currentIndex() == kServer ? errorText(error).both()
                                                    : trialError(error, m_file->text().trimmed()));
    if (m_kind->currentIndex() == kServer) {
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
    } else {
        m_people->setFocus(Qt::OtherFocusReason);
    }
}

void SignInPage::keepPassword()
{
    if (m_kind->currentIndex() != kServer)
        return;
    m_preferences.setLogin(m_login->text().trimmed());
    if (m_keep->isChecked()) {
        const QPointer<SignInPage> here(this);
        m_secrets.write(secretKey(), m_password->text(), [here](SecretStore::Outcome outcome) {
            if (here && outcome != SecretStore::Outcome::Done)
                Q_EMIT here->passwordNotKept();
        });
    } else if (m_keep->isEnabled()) {
        m_secrets.remove(secretKey(), [](SecretStore::Outcome) {});
    }
    m_password->clear();
}

} // namespace kessai
