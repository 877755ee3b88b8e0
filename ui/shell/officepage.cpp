// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/officepage.h"

#include "core/services/answer.h"
#include "ui/calendar/monthpage.h"
#include "ui/calendar/sectionpage.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/formview/composepage.h"
#include "ui/office/absencepage.h"
#include "ui/office/holidayspage.h"
#include "ui/office/payeespage.h"
#include "ui/office/postspage.h"
#include "ui/office/workpage.h"
#include "ui/print/anchorsheet.h"
#include "ui/print/formsheet.h"
#include "ui/shell/desksession.h"
#include "ui/shell/personbutton.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPrinter>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

const QLatin1String kNewPrefix("new:");
const QLatin1String kAbsences("absences");
const QLatin1String kPosts("posts");
const QLatin1String kMonth("month");
const QLatin1String kSection("section");
const QLatin1String kWork("work");
const QLatin1String kHolidays("holidays");
const QLatin1String kPayees("payees");
const QLatin1String kEditing("edit"); ///< no place of the navigation

/// Paints `area` in one flat tone with a hairline at the side that meets the page.
class Plane final : public QWidget {
public:
    Plane(Qt::Edge hairline, QWidget *parent) : QWidget(parent), m_hairline(hairline) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens()[Token::Surface]);
        painter.setPen(tokens()[Token::Border]);
        if (m_hairline == Qt::RightEdge)
            painter.drawLine(width() - 1, 0, width() - 1, height());
        else if (m_hairline == Qt::BottomEdge)
            painter.drawLine(0, height() - 1, width(), height() - 1);
        else
            painter.drawLine(0, 0, width(), 0);
    }

private:
    Qt::Edge m_hairline;
};

} // namespace

OfficePage::OfficePage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_navigation(new NavigationList(this)),
      m_title(new TextLabel(TextRole::PageTitle, this)), m_count(new TextLabel(TextRole::Body, this)),
      m_search(new SearchField(this)), m_refresh(new QToolButton(this)),
      m_new(new QPushButton(tr("New request"), this)), m_banner(new QuietBanner(this)),
      m_pages(new QStackedWidget(this)), m_cases(new CasesPage(session, this)),
      m_compose(new ComposePage(session, this)), m_absences(new AbsencePage(session, this)),
      m_month(new MonthPage(session, this)), m_section(new SectionPage(session, this)),
      m_work(new WorkPage(session, this)), m_posts(new PostsPage(session, this)),
      m_holidays(new HolidaysPage(session, this)), m_payees(new PayeesPage(session, this)),
      m_shown(new TextLabel(TextRole::Caption, this)), m_done(new UndoLine(this)),
      m_fresh(new TextLabel(TextRole::Caption, this))
{
    m_banner->hide();
    m_pages->addWidget(m_cases);
    m_pages->addWidget(m_compose);
    m_pages->addWidget(m_absences);
    m_pages->addWidget(m_posts);
    m_pages->addWidget(m_month);
    m_pages->addWidget(m_section);
    m_pages->addWidget(m_work);
    m_pages->addWidget(m_holidays);
    m_pages->addWidget(m_payees);

    auto *right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    right->addWidget(buildTop());
    right->addWidget(m_banner);
    right->addWidget(m_pages, 1);
    auto *upper = new QHBoxLayout;
    upper->setContentsMargins({});
    upper->setSpacing(0);
    upper->addWidget(buildSide());
    upper->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(upper, 1);
    layout->addWidget(buildStatus());

    fillNavigation();
    connectPages();
    goTo(QStringLiteral("tray"));
    m_compose->recover();
}

QWidget *OfficePage::buildSide()
{
    auto *side = new Plane(Qt::RightEdge, this);
    side->setFixedWidth(grown(metric::kNavigationWidth) + 1); // the hairline
    auto *name = new TextLabel(tr("Kessai Desk"), TextRole::CardTitle, side);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(20, 0, 12, 0);
    head->addWidget(new IconLabel(QStringLiteral("rubber-stamp"), Token::Accent, 24, side));
    head->addWidget(name, 1);

    auto *who = new PersonButton(side);
    const auto showPerson = [this, who] {
        const DeskInfo &info = m_session.info();
        who->setPerson(info.me.name(), QString(info.section + QLatin1Char(' ') + info.title));
    };
    showPerson();
    connect(&m_session, &DeskSession::infoChanged, who, showPerson);
    who->setObjectName(QStringLiteral("personButton"));
    auto *menu = new QMenu(who);
    menu->addAction(icon(QStringLiteral("settings")), tr("Appearance…"), this, &OfficePage::settingsRequested);
    if (const Rights &rights = m_session.info().rights; rights.auditor || rights.administrator) {
        QAction *anchor = menu->addAction(icon(QStringLiteral("shield-check")), tr("Sheet of an anchor…"), this,
                                          &OfficePage::saveAnchor);
        anchor->setObjectName(QStringLiteral("anchorAction"));
    }
    menu->addAction(icon(QStringLiteral("logout")), tr("Sign out"), this, &OfficePage::signOutRequested);
    who->setMenu(menu);

    m_navigation->setAccessibleName(tr("Navigation"));
    m_navigation->setObjectName(QStringLiteral("navigation"));
    auto *layout = new QVBoxLayout(side);
    // Two, not one: between whole pixels of the screen the list would cover half of the hairline.
    layout->setContentsMargins(0, 14, 2, 6);
    layout->setSpacing(metric::kGap);
    layout->addLayout(head);
    layout->addWidget(m_navigation, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 0);
    foot->addWidget(who);
    layout->addLayout(foot);
    return side;
}

QWidget *OfficePage::buildTop()
{
    auto *top = new Plane(Qt::BottomEdge, this);
    top->setFixedHeight(grown(metric::kTopBarHeight));
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_count->setToken(Token::Text2);
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setPlaceholderText(tr("Search subject, number, person (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setFixedWidth(grown(320));
    m_refresh->setIcon(icon(QStringLiteral("refresh")));
    m_refresh->setToolTip(tr("Bring up to date (F5)"));
    m_refresh->setAccessibleName(tr("Bring up to date"));
    m_refresh->setAutoRaise(true);
    m_new->setObjectName(QStringLiteral("newButton"));
    setButtonKind(*m_new, ButtonKind::Primary);
    m_new->setIcon(icon(QStringLiteral("plus"), Token::OnPrimary));
    m_new->setMinimumHeight(metric::kControlHeight);
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(20, 0, 16, 0);
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(m_title);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_search);
    layout->addWidget(m_refresh);
    layout->addWidget(m_new);
    return top;
}

QWidget *OfficePage::buildStatus()
{
    auto *status = new Plane(Qt::TopEdge, this);
    status->setFixedHeight(grown(metric::kStatusBarHeight));
    m_done->setObjectName(QStringLiteral("quietLine"));
    auto *layout = new QHBoxLayout(status);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(24);
    layout->addWidget(m_shown);
    layout->addWidget(m_done, 1);
    layout->addWidget(m_fresh);
    return status;
}

void OfficePage::fillNavigation()
{
    std::vector<NavGroup> groups;
    NavGroup approvals{
        tr("Approvals"),
        {{QStringLiteral("tray"), QStringLiteral("inbox"), tr("Waiting for me"), BadgeKind::Attention},
         {QStringLiteral("attention"), QStringLiteral("arrow-back-up"), tr("Returned to me"), BadgeKind::Attention},
         {QStringLiteral("own"), QStringLiteral("send"), tr("My requests"), BadgeKind::Information},
         {QStringLiteral("decided"), QStringLiteral("circle-check"), tr("Decided")},
         {QStringLiteral("drafts"), QStringLiteral("pencil"), tr("Drafts"), BadgeKind::Information},
         {QStringLiteral("all"), QStringLiteral("list-details"), tr("Everything I may read")}}};
    if (m_session.info().leads)
        approvals.items.insert(approvals.items.begin() + 3,
                               {QStringLiteral("late"), QStringLiteral("hourglass"), tr("Late in my section")});
    groups.push_back(std::move(approvals));
    NavGroup file{tr("File a request"), {}};
    for (const FormDefinition &form : m_session.info().forms)
        file.items.push_back({kNewPrefix + form.code, form.icon, form.name.text(englishWording())});
    groups.push_back(std::move(file));
    groups.push_back({tr("Calendar"),
                      {{kMonth, QStringLiteral("calendar-event"), tr("My month")},
                       {kSection, QStringLiteral("layout-sidebar"), tr("My section's days")}}});
    NavGroup business{tr("Office"), {{kAbsences, QStringLiteral("user-check"), tr("Absence and deputies")}}};
    if (PostsPage::concerns(m_session.info()))
        business.items.push_back({kPosts, QStringLiteral("building"), tr("Post handover"), BadgeKind::Attention});
    if (WorkPage::concerns(m_session.info()))
        business.items.push_back({kWork, QStringLiteral("chart-bar"), tr("Everybody's working time")});
    if (PayeesPage::concerns(m_session.info()))
        business.items.push_back({kPayees, QStringLiteral("user"), tr("Payees")});
    if (HolidaysPage::concerns(m_session.info()))
        business.items.push_back({kHolidays, QStringLiteral("calendar-event"), tr("Holidays")});
    groups.push_back(std::move(business));
    m_navigation->setGroups(groups);
}

void OfficePage::connectPages()
{
    connect(m_navigation, &NavigationList::placeChosen, this, &OfficePage::goTo);
    connect(&m_session, &DeskSession::pulseChanged, this, &OfficePage::showCounts);
    connect(&m_session, &DeskSession::infoChanged, this, &OfficePage::fillNavigation);
    connect(&m_session, &DeskSession::refreshed, this, [this](Instant at) {
        m_fresh->setText(tr("Connected ・ %1 ・ up to date at %2")
                             .arg(m_session.info().guarded ? m_session.info().officeName
                                                           : tr("%1 (trial)").arg(m_session.info().officeName),
                                  at.tokyo().toString(QStringLiteral("HH:mm:ss"))));
    });
    connect(&m_session, &DeskSession::connectionLost, this, [this](const Error &error) {
        m_banner->say(BannerKind::Warning, errorText(error).both(), tr("Try now"), false);
        m_fresh->setText(tr("Not connected"));
    });
    connect(&m_session, &DeskSession::connectionRestored, m_banner, &QuietBanner::clear);
    connect(m_banner, &QuietBanner::actionTriggered, &m_session, &DeskSession::refresh);

    connect(m_cases, &CasesPage::countChanged, this, &OfficePage::showListed);
    connect(m_cases, &CasesPage::recorded, m_done, &UndoLine::say);
    connect(m_cases, &CasesPage::newRequested, this, &OfficePage::chooseNew);
    connect(m_cases, &CasesPage::returnedRequested, this, [this] { goTo(QStringLiteral("attention")); });
    connect(m_cases, &CasesPage::editRequested, this, [this](CaseId id) {
        m_place = kEditing;
        m_compose->resume(id);
    });
    connect(m_cases, &CasesPage::printRequested, this, &OfficePage::print);
    connect(m_cases, &CasesPage::pdfRequested, this, &OfficePage::savePdf);
    connect(m_compose, &ComposePage::recovering, this, [this] { m_place = kEditing; });
    connect(m_compose, &ComposePage::titleChanged, this, [this](const QString &title) {
        if (m_place != kEditing && !m_place.startsWith(kNewPrefix))
            return; // gone elsewhere meanwhile
        if (m_pages->currentWidget() != m_compose) {
            m_pages->setCurrentWidget(m_compose);
            m_compose->takeFocus(); // only what can be seen takes it
        }
        m_title->setText(title);
        m_count->clear();
        m_shown->hide();
    });
    connect(m_compose, &ComposePage::openFailed, this,
            [this](const Error &error) { m_done->say(errorText(error).both()); });
    connect(m_compose, &ComposePage::savedAt, m_done, &UndoLine::say);
    connect(m_compose, &ComposePage::submitted, this, [this](CaseId id) {
        goTo(m_compose->forColleague() ? QStringLiteral("all") : QStringLiteral("own"));
        m_done->say(tr("Submitted."));
        m_cases->openCase(id);
    });
    connect(m_compose, &ComposePage::closed, this, [this] { goTo(QStringLiteral("tray")); });
    connect(m_absences, &AbsencePage::recorded, m_done, &UndoLine::say);
    const auto openOwn = [this](CaseId id) {
        goTo(QStringLiteral("own"));
        m_cases->openCase(id);
    };
    connect(m_month, &MonthPage::openRequested, this, openOwn);
    connect(m_month, &MonthPage::fileRequested, this,
            [this](const QString &form, const QDate &day) { openPlace(kNewPrefix + form, day); });
    connect(m_work, &WorkPage::recorded, m_done, &UndoLine::say);
    connect(m_posts, &PostsPage::recorded, m_done, &UndoLine::say);
    connect(m_holidays, &HolidaysPage::recorded, m_done, &UndoLine::say);
    connect(m_payees, &PayeesPage::recorded, m_done, &UndoLine::say);
    connect(m_posts, &PostsPage::strandedCounted, this, [this](int steps) { m_navigation->setCount(kPosts, steps); });
    connect(m_search, &SearchField::searchRequested, this, &OfficePage::search);
    connect(m_refresh, &QToolButton::clicked, &m_session, &DeskSession::refresh);
    connect(m_new, &QPushButton::clicked, this, &OfficePage::chooseNew);
    const auto shortcut = [this](const QKeySequence &keys, auto act) {
        auto *one = new QShortcut(keys, this);
        connect(one, &QShortcut::activated, this, act);
    };
    shortcut(QKeySequence::Find, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    shortcut(QKeySequence(Qt::Key_F5), [this] { m_session.refresh(); });
    shortcut(QKeySequence::New, [this] { chooseNew(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_1), [this] { goTo(QStringLiteral("tray")); });
}

void OfficePage::goTo(const QString &place)
{
    m_search->clear();
    openPlace(place);
    if (m_pages->currentWidget() == m_cases)
        m_cases->focusList();
}

void OfficePage::openPlace(const QString &place, const QDate &day)
{
    if (m_pages->currentWidget() == m_compose && place != m_place)
        m_compose->leave();
    m_place = place;
    m_done->clear();
    m_navigation->setCurrentId(place);
    if (place.startsWith(kNewPrefix)) {
        startCompose(place.mid(kNewPrefix.size()), day);
        return;
    }
    if (place == kAbsences || place == kPosts || place == kMonth || place == kSection || place == kWork
        || place == kHolidays || place == kPayees) {
        showOffice(place);
        return;
    }
    if (place == QLatin1String("attention"))
        showList(ListKind::Attention, tr("Returned to me"));
    else if (place == QLatin1String("own"))
        showList(ListKind::Own, tr("My requests"));
    else if (place == QLatin1String("decided"))
        showList(ListKind::Decided, tr("Decided"));
    else if (place == QLatin1String("drafts"))
        showList(ListKind::Drafts, tr("Drafts"));
    else if (place == QLatin1String("late"))
        showList(ListKind::Late, tr("Late in my section"));
    else if (place == QLatin1String("all"))
        showList(ListKind::All, tr("Everything I may read"));
    else
        showList(ListKind::Tray, tr("Waiting for me"));
}

/// From the tray a search looks in everything; from any other list, in that list.
void OfficePage::search(const QString &text)
{
    const bool listShown = m_pages->currentWidget() == m_cases;
    if (text.isEmpty() && !listShown)
        return;
    if (!text.isEmpty() && (!listShown || m_cases->kind() == ListKind::Tray))
        openPlace(QStringLiteral("all")); // the keyboard stays where one types
    m_cases->search(text);
}

void OfficePage::showList(ListKind kind, const QString &title)
{
    m_title->setText(title);
    m_pages->setCurrentWidget(m_cases);
    m_cases->showList(kind);
}

/// A page of the office's own business.
void OfficePage::showOffice(const QString &place)
{
    m_count->clear();
    m_shown->hide();
    if (place == kAbsences) {
        m_title->setText(tr("Absence and deputies"));
        m_pages->setCurrentWidget(m_absences);
        m_absences->begin();
        m_absences->takeFocus();
    } else if (place == kMonth) {
        m_title->setText(tr("My month"));
        m_pages->setCurrentWidget(m_month);
        m_month->begin();
        m_month->takeFocus();
    } else if (place == kSection) {
        m_title->setText(tr("My section's days"));
        m_pages->setCurrentWidget(m_section);
        m_section->begin();
        m_section->takeFocus();
    } else if (place == kWork) {
        m_title->setText(tr("Everybody's working time"));
        m_pages->setCurrentWidget(m_work);
        m_work->begin();
        m_work->takeFocus();
    } else if (place == kHolidays) {
        m_title->setText(tr("Holidays"));
        m_pages->setCurrentWidget(m_holidays);
        m_holidays->begin();
        m_holidays->takeFocus();
    } else if (place == kPayees) {
        m_title->setText(tr("Payees"));
        m_pages->setCurrentWidget(m_payees);
        m_payees->begin();
        m_payees->takeFocus();
    } else {
        m_title->setText(tr("Post handover"));
        m_pages->setCurrentWidget(m_posts);
        m_posts->begin();
        m_posts->takeFocus();
    }
}

void OfficePage::startCompose(const QString &form, const QDate &day)
{
    m_pages->setCurrentWidget(m_compose);
    m_compose->begin(form, day);
}

void OfficePage::chooseNew()
{
    QMenu menu(this);
    menu.setMinimumWidth(m_new->width());
    for (const FormDefinition &form : m_session.info().forms) {
        menu.addAction(icon(form.icon), form.name.text(englishWording()), this,
                       [this, code = form.code] { goTo(kNewPrefix + code); });
    }
    // Flush with the right edge of the button: to its right there may be no more window.
    menu.exec(m_new->mapToGlobal(QPoint(m_new->width() - menu.sizeHint().width(), m_new->height())));
}

void OfficePage::showCounts()
{
    const Pulse &pulse = m_session.pulse();
    m_navigation->setCount(QStringLiteral("tray"), int(pulse.waiting));
    m_navigation->setCount(QStringLiteral("attention"), int(pulse.attention));
    m_navigation->setCount(QStringLiteral("own"), int(pulse.own));
    m_navigation->setCount(QStringLiteral("drafts"), int(pulse.drafts));
    Q_EMIT waitingChanged(pulse.waiting);
}

void OfficePage::showListed(qint64 shown, std::optional<qint64> total)
{
    // Lists are refreshed behind a form as well, and there nobody asked how long they are.
    if (m_pages->currentWidget() != m_cases)
        return;
    const QLocale locale;
    m_count->setText(total ? tr("%Ln case(s)", nullptr, int(*total))
                           : tr("more than %Ln case(s)", nullptr, int(shown)));
    m_shown->setText(total ? tr("%1 of %2 shown").arg(locale.toString(shown), locale.toString(*total))
                           : tr("%1 shown, more below").arg(locale.toString(shown)));
    m_shown->show();
}

void OfficePage::takeFocus()
{
    if (m_pages->currentWidget() == m_cases)
        m_cases->focusList();
    else if (m_pages->currentWidget() == m_absences)
        m_absences->takeFocus();
    else if (m_pages->currentWidget() == m_posts)
        m_posts->takeFocus();
    else if (m_pages->currentWidget() == m_month)
        m_month->takeFocus();
    else if (m_pages->currentWidget() == m_section)
        m_section->takeFocus();
    else if (m_pages->currentWidget() == m_work)
        m_work->takeFocus();
    else if (m_pages->currentWidget() == m_holidays)
        m_holidays->takeFocus();
    else if (m_pages->currentWidget() == m_payees)
        m_payees->takeFocus();
    else
        m_compose->takeFocus();
}

void OfficePage::say(const QString &sentence)
{
    m_done->say(sentence);
}

void OfficePage::leave()
{
    m_compose->leave();
}

void OfficePage::print(const CaseView &view)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    printer->setDocName(view.record.number);
    if (!dialogs().askPrinter(this, *printer))
        return;
    onPool([printer, copy = std::make_shared<const CaseView>(view)] {
        QPainter painter(printer.get());
        if (!painter.isActive())
            return false;
        FormSheet(*copy, englishWording()).paint(painter, *printer);
        return painter.end();
    }).then(this, [this](bool printed) {
        m_done->say(printed ? tr("Sent to the printer.") : tr("The printer did not answer."));
    });
}

void OfficePage::savePdf(const CaseView &view)
{
    const QString path = dialogs().askSavePath(this, tr("Save as PDF"), view.record.number + QLatin1String(".pdf"));
    if (path.isEmpty())
        return;
    onPool([copy = std::make_shared<const CaseView>(view), path] {
        return saveFormPdf(*copy, path, englishWording());
    }).then(this, [this, path](const Result<> &saved) {
        m_done->say(saved ? tr("Saved as %1").arg(path) : errorText(saved.error()).both());
    });
}

void OfficePage::saveAnchor()
{
    const QStringList chosen =
        dialogs().askOpenPaths(this, tr("The anchor's file"), tr("Anchors (%1)").arg(QStringLiteral("*.json")));
    if (chosen.isEmpty())
        return;
    const QString file = chosen.constFirst();
    const QString path =
        dialogs().askSavePath(this, tr("Save as PDF"), QFileInfo(file).completeBaseName() + QLatin1String(".pdf"));
    if (path.isEmpty())
        return;
    onPool([file, path] { return saveAnchorPdf(file, path); }).then(this, [this, path](const Result<> &saved) {
        m_done->say(saved ? tr("Saved as %1").arg(path) : errorText(saved.error()).both());
    });
}

} // namespace kessai
