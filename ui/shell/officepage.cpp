// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/officepage.h"

#include "ui/accounting/budgetpage.h"
#include "ui/accounting/paymentpage.h"
#include "ui/accounting/unpaidpage.h"
#include "ui/accounting/withheldpage.h"
#include "ui/calendar/monthpage.h"
#include "ui/calendar/sectionpage.h"
#include "ui/errortext.h"
#include "ui/examination/examinationpage.h"
#include "ui/formview/composepage.h"
#include "ui/meetings/actionstrip.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/meetingspage.h"
#include "ui/meetings/myactions.h"
#include "ui/office/absencepage.h"
#include "ui/office/actspage.h"
#include "ui/office/holidayspage.h"
#include "ui/office/payeespage.h"
#include "ui/office/postspage.h"
#include "ui/office/workpage.h"
#include "ui/shell/desksession.h"
#include "ui/shell/failednotice.h"
#include "ui/shell/formchooser.h"
#include "ui/shell/pageframe.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/tray/casespage.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

const QLatin1String kNew("new"); ///< where one chooses what to file; "new:<form>" is the form itself
const QLatin1String kNewPrefix("new:");
const QLatin1String kAbsences("absences");
const QLatin1String kPosts("posts");
const QLatin1String kExamination("examination");
const QLatin1String kMonth("month");
const QLatin1String kSection("section");
const QLatin1String kMeetings("meetings");
const QLatin1String kWork("work");
const QLatin1String kHolidays("holidays");
const QLatin1String kPayees("payees");
const QLatin1String kEditing("edit"); ///< no place of the navigation

/// A list of cases as a place of the navigation.
struct ListPlace {
    Q_DECLARE_TR_FUNCTIONS(kessai::OfficePage)

public:
    const char *id;
    ListKind kind;
    const char *icon;
    const char *title;
    BadgeKind badge = BadgeKind::None;

    QString name() const { return tr(title); }
    NavItem item() const { return {QLatin1String(id), QLatin1String(icon), name(), badge}; }
};

/// What comes to one, and may be looked up; then what is one's own.
constexpr ListPlace kLists[] = {
    {"tray", ListKind::Tray, "inbox", QT_TRANSLATE_NOOP("kessai::OfficePage", "Waiting for me"), BadgeKind::Attention},
    {"late", ListKind::Late, "hourglass", QT_TRANSLATE_NOOP("kessai::OfficePage", "Late in my section")},
    {"decided", ListKind::Decided, "circle-check", QT_TRANSLATE_NOOP("kessai::OfficePage", "Decided")},
    {"all", ListKind::All, "list-details", QT_TRANSLATE_NOOP("kessai::OfficePage", "Everything I may read")},
};
constexpr ListPlace kOwnLists[] = {
    {"own", ListKind::Own, "send", QT_TRANSLATE_NOOP("kessai::OfficePage", "My requests"), BadgeKind::Information},
    {"attention", ListKind::Attention, "arrow-back-up", QT_TRANSLATE_NOOP("kessai::OfficePage", "Returned to me"),
     BadgeKind::Attention},
    {"drafts", ListKind::Drafts, "pencil", QT_TRANSLATE_NOOP("kessai::OfficePage", "Drafts"), BadgeKind::Information},
};

const ListPlace *listPlace(const QString &id)
{
    for (const ListPlace &one : kLists) {
        if (id == QLatin1String(one.id))
            return &one;
    }
    for (const ListPlace &one : kOwnLists) {
        if (id == QLatin1String(one.id))
            return &one;
    }
    return nullptr;
}

} // namespace

OfficePage::OfficePage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_navigation(new NavigationList(this)),
      m_title(new TextLabel(TextRole::PageTitle, this)), m_count(new TextLabel(TextRole::Body, this)),
      m_search(new SearchField(this)), m_refresh(new QToolButton(this)),
      m_new(new QPushButton(tr("New request"), this)), m_banner(new QuietBanner(this)), m_pages(new PageStack(this)),
      m_cases(new CasesPage(session, this)), m_compose(new ComposePage(session, this)),
      m_chooser(new FormChooser(session, this)), m_shown(new ElidedLabel(TextRole::Caption, this)),
      m_done(new UndoLine(this)), m_fresh(new ElidedLabel(TextRole::Caption, this)), m_personMenu(new QMenu(this))
{
    m_banner->hide();
    m_pages->addWidget(m_cases);
    m_pages->addWidget(m_compose);
    m_pages->addWidget(m_chooser);
    m_month = addPart<MonthPage>(kMonth, QStringLiteral("calendar-event"), tr("My month"), Group::Days);
    addPart<SectionPage>(kSection, QStringLiteral("layout-sidebar"), tr("My section's days"), Group::Days);
    m_absences = addPart<AbsencePage>(kAbsences, QStringLiteral("user-check"), tr("Absence and deputies"), Group::Days);
    m_meetings = addPart<MeetingsPage>(kMeetings, QStringLiteral("presentation"), tr("Meetings"), Group::Days,
                                       BadgeKind::Attention);
    m_actions = new MyActions(session, this);
    m_asked = new ActionStrip(*m_actions, this);
    m_underWay = new QuietBanner(this);
    m_underWay->setObjectName(QStringLiteral("meetingUnderWay"));
    m_underWay->hide();
    m_cases->addAbove(m_underWay);
    m_cases->addAbove(m_asked);
    m_meetings->setActions(*m_actions);
    addPart<WorkPage>(kWork, QStringLiteral("chart-bar"), tr("Everybody's working time"), Group::Office);
    m_posts = addPart<PostsPage>(kPosts, QStringLiteral("building"), tr("Post handover"), Group::Office,
                                 BadgeKind::Attention);
    // Whoever pays looks for money with the rest of it.
    const Group money = PaymentPage::concerns(session.info()) ? Group::Accounting : Group::Office;
    addPart<ExaminationPage>(kExamination, QStringLiteral("shield-check"), tr("Examination"), Group::Accounting,
                             BadgeKind::Attention);
    m_payments = addPart<PaymentPage>(QStringLiteral("payments"), QStringLiteral("send"), tr("Payments"),
                                      Group::Accounting, BadgeKind::Attention);
    addPart<UnpaidPage>(QStringLiteral("unpaid"), QStringLiteral("hourglass"), tr("Not paid yet"), money);
    addPart<BudgetPage>(QStringLiteral("budget"), QStringLiteral("database"), tr("Budget"), money);
    addPart<WithheldPage>(QStringLiteral("withheld"), QStringLiteral("note"), tr("Tax withheld"), Group::Accounting);
    m_payees = addPart<PayeesPage>(kPayees, QStringLiteral("user"), tr("Payees"), Group::Accounting);
    addPart<ActsPage>(QStringLiteral("acts"), QStringLiteral("history"), tr("History of changes"), Group::Office);
    m_holidays = addPart<HolidaysPage>(kHolidays, QStringLiteral("calendar-event"), tr("Holidays"), Group::Office);

    auto *right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    right->addWidget(buildTop());
    right->addWidget(m_banner);
    auto *failed = new FailedNotice(session, this);
    right->addWidget(failed);
    right->addWidget(new PageRoom(m_pages, this), 1);
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
    fillPersonMenu();
    connectPages();
    connect(failed, &FailedNotice::lookRequested, this, &OfficePage::openOrganisation);
    goTo(QStringLiteral("tray"));
    beginAtWork();
    if (m_session.pulse().serverTime == Instant(0)) // nothing was heard of the office yet
        connect(&m_session, &DeskSession::pulseChanged, this, &OfficePage::beginAtWork, Qt::SingleShotConnection);
    m_compose->recover();
}

template <class Page>
Page *OfficePage::addPart(const QString &id, const QString &icon, const QString &title, Group group, BadgeKind badge)
{
    auto *page = new Page(m_session, this);
    m_pages->addWidget(page);
    std::function<bool(const DeskInfo &)> concerns = [](const DeskInfo &) { return true; };
    if constexpr (requires(const DeskInfo &info) { Page::concerns(info); })
        concerns = &Page::concerns;
    if constexpr (requires { &Page::recorded; })
        connect(page, &Page::recorded, m_done, &UndoLine::say);
    if constexpr (requires { &Page::undoOffered; })
        connect(page, &Page::undoOffered, this, &OfficePage::offerUndo);
    if constexpr (requires { &Page::openRequested; })
        connect(page, &Page::openRequested, this, [this, list = id == kMonth ? "own" : "all"](CaseId of) {
            goTo(QLatin1String(list));
            m_cases->openCase(of);
        });
    m_parts.push_back({id, icon, title, group, badge, page, [page] { page->begin(); }, [page] { page->takeFocus(); },
                       std::move(concerns)});
    return page;
}

/// Where nothing waits, one begins with what came back.
void OfficePage::beginAtWork()
{
    const Pulse &pulse = m_session.pulse();
    if (m_place == QLatin1String("tray") && pulse.waiting == 0 && pulse.attention > 0)
        goTo(QStringLiteral("attention"));
}

const OfficePage::Part *OfficePage::part(const QString &id) const
{
    const auto it = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &one) { return one.id == id; });
    return it == m_parts.end() ? nullptr : &*it;
}

NavGroup OfficePage::partsOf(Group group, const QString &title) const
{
    NavGroup places{title, {}};
    for (const Part &one : m_parts) {
        if (one.group == group && one.concerns(m_session.info()))
            places.items.push_back({one.id, one.icon, one.title, one.badge});
    }
    return places;
}

/// The places that concern whoever is signed in, as their rights are now.
void OfficePage::fillNavigation()
{
    std::vector<NavGroup> groups{{tr("Approvals"), {}}};
    for (const ListPlace &one : kLists) {
        if (one.kind != ListKind::Late || m_session.info().leads)
            groups[0].items.push_back(one.item());
    }
    // The daily work of the few whom it concerns.
    if (NavGroup accounting = partsOf(Group::Accounting, tr("Accounting")); !accounting.items.empty())
        groups.push_back(std::move(accounting));
    NavGroup own{tr("Requests"), {{kNew, QStringLiteral("plus"), tr("New request…")}}};
    for (const ListPlace &one : kOwnLists)
        own.items.push_back(one.item());
    groups.push_back(std::move(own));
    groups.push_back(partsOf(Group::Days, tr("Calendar")));
    if (NavGroup office = partsOf(Group::Office, tr("Office")); !office.items.empty()) {
        office.folds = true;
        groups.push_back(std::move(office));
    }
    m_navigation->setGroups(groups);
}

void OfficePage::fillPersonMenu()
{
    m_personMenu->clear();
    m_personMenu->addAction(icon(QStringLiteral("settings")), tr("Appearance…"), this, &OfficePage::settingsRequested);
    if (m_session.info().rights.administrator) {
        m_personMenu->addAction(icon(QStringLiteral("list-details")), tr("Settings…"), this, &OfficePage::openSettings)
            ->setObjectName(QStringLiteral("settingsAction"));
    }
    m_personMenu->addAction(icon(QStringLiteral("help-circle")), tr("Guide (F1)"), this, &OfficePage::guideRequested)
        ->setObjectName(QStringLiteral("guideAction"));
    m_personMenu->addAction(icon(QStringLiteral("key")), tr("Keyboard shortcuts (Ctrl+F1)"), this,
                            &OfficePage::shortcutsRequested);
    if (const Rights &rights = m_session.info().rights; rights.auditor || rights.administrator) {
        m_personMenu
            ->addAction(icon(QStringLiteral("shield-check")), tr("Sheet of an anchor…"), this, &OfficePage::saveAnchor)
            ->setObjectName(QStringLiteral("anchorAction"));
    }
    m_personMenu->addAction(icon(QStringLiteral("logout")), tr("Sign out"), this, &OfficePage::signOutRequested);
}

void OfficePage::connectPages()
{
    connect(m_navigation, &NavigationList::placeChosen, this, &OfficePage::goTo);
    connect(&m_session, &DeskSession::pulseChanged, this, &OfficePage::showCounts);
    connect(&m_session, &DeskSession::infoChanged, this, [this] {
        fillNavigation();
        fillPersonMenu();
        showCounts();
        if (const Part *shown = part(m_place); shown && !shown->concerns(m_session.info()))
            goTo(QStringLiteral("tray")); // it is no longer theirs
    });
    connect(m_chooser, &FormChooser::chosen, this,
            [this](const QString &form, const QJsonObject &fields) { openPlace(kNewPrefix + form, {}, fields); });
    connect(&m_session, &DeskSession::unansweredChanged, this, [this] {
        if (!m_session.isUnanswered())
            return; // the next answer says how fresh everything is
        m_fresh->setToken(Token::WarnText);
        m_fresh->setToolTip({});
        m_fresh->setText(m_heard.isEmpty() ? tr("No answer from the server")
                                           : tr("No answer from the server since %1").arg(m_heard));
    });
    connect(&m_session, &DeskSession::refreshed, this, [this](Instant at) {
        m_heard = at.tokyo().toString(QStringLiteral("HH:mm:ss"));
        showFreshness();
    });
    connect(&m_session, &DeskSession::connectionLost, this, [this](const Error &error) {
        m_banner->say(BannerKind::Warning, errorText(error).both(), tr("Try now"), false);
        m_banner->setVisible(!m_roomWanted);
        m_fresh->setToolTip({});
        m_fresh->setText(tr("Not connected"));
    });
    connect(&m_session, &DeskSession::connectionRestored, m_banner, &QuietBanner::clear);
    connect(m_banner, &QuietBanner::actionTriggered, &m_session, &DeskSession::refresh);

    connect(m_cases, &CasesPage::countChanged, this, &OfficePage::showListed);
    connect(m_done, &UndoLine::undoRequested, this, [this] {
        if (const auto undo = std::exchange(m_undo, {}))
            undo();
    });
    connect(m_cases, &CasesPage::recorded, m_done, &UndoLine::say);
    connect(m_cases, &CasesPage::draftDeleted, this, &OfficePage::offerBack);
    connect(m_cases, &CasesPage::newRequested, this, [this] { goTo(kNew); });
    connect(m_cases, &CasesPage::returnedRequested, this, [this] { goTo(QStringLiteral("attention")); });
    connect(m_cases, &CasesPage::editRequested, this, [this](CaseId id) {
        beginEditing();
        m_compose->resume(id);
    });
    connect(m_cases, &CasesPage::printRequested, this, &OfficePage::print);
    connect(m_cases, &CasesPage::pdfRequested, this, &OfficePage::savePdf);
    connect(m_compose, &ComposePage::recovering, this, &OfficePage::beginEditing);
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
        goTo(QStringLiteral("own"));
        m_cases->openCase(id, tr("Submitted."));
    });
    connect(m_compose, &ComposePage::closed, this, [this] {
        const bool ofMeeting = m_place == kEditing && m_before == kMeetings; // its minutes: one goes on there
        goTo(ofMeeting ? m_before : QStringLiteral("tray"));
    });
    connect(m_compose, &ComposePage::leaving, this, [this](std::optional<CaseId> about, bool dropped) {
        const bool fromCase = m_place == kEditing;
        goTo(m_before);
        if (fromCase && about && m_pages->currentWidget() == m_cases)
            m_cases->openCase(*about); // where one was in the list
        if (dropped)
            m_done->say(tr("Nothing was written, so no cancellation was kept."));
    });
    connect(m_month, &MonthPage::fileRequested, this,
            [this](const QString &form, const QDate &day) { openPlace(kNewPrefix + form, day); });
    connect(m_meetings, &MeetingsPage::counted, this, [this](int pressing) {
        m_pressing = pressing;
        showMeetingCount();
        showUnderWay();
    });
    connect(m_underWay, &QuietBanner::actionTriggered, this, [this] {
        const std::vector<MeetingRow> rows = m_meetings->underWay();
        goTo(kMeetings);
        if (rows.size() == 1)
            m_meetings->read(rows.front().id);
    });
    connect(m_meetings, &MeetingsPage::minutesDrafted, this, [this](CaseId id) {
        beginEditing();
        m_compose->resume(id);
    });
    connect(m_actions, &MyActions::changed, this, &OfficePage::showMeetingCount);
    connect(m_actions, &MyActions::recorded, m_done, &UndoLine::say);
    connect(m_actions, &MyActions::failed, this, [this](const Error &error) { m_done->say(errorText(error).both()); });
    connect(m_meetings, &MeetingsPage::titleChanged, this, [this](const QString &title) {
        if (m_place == kMeetings)
            m_title->setText(title);
    });
    connect(m_meetings, &MeetingsPage::roomWanted, this, [this](bool wanted) {
        m_roomWanted = wanted && m_place == kMeetings;
        // Whoever reads and writes on a page is told over it, and the page stays where it is.
        m_banner->setVisible(!m_roomWanted && !m_banner->text().isEmpty());
        fitSide();
    });
    connect(m_payments, &PaymentPage::counted, this, [this](int due) {
        m_due = due;
        m_navigation->setCount(QStringLiteral("payments"), m_due);
    });
    connect(m_posts, &PostsPage::strandedCounted, this, [this](int steps) { m_navigation->setCount(kPosts, steps); });
    connect(m_search, &SearchField::searchRequested, this, &OfficePage::search);
    const auto intoResults = [this] {
        if (m_pages->currentWidget() == m_cases)
            m_cases->focusList();
    };
    connect(m_search, &SearchField::confirmed, this, intoResults);
    connect(m_search, &SearchField::leftBelow, this, intoResults);
    connect(m_refresh, &QToolButton::clicked, &m_session, &DeskSession::refresh);
    connect(m_new, &QPushButton::clicked, this, [this] { goTo(kNew); });
    const auto shortcut = [this](const QKeySequence &keys, auto act) {
        auto *one = new QShortcut(keys, this);
        connect(one, &QShortcut::activated, this, act);
    };
    shortcut(QKeySequence::Find, [this] {
        if (m_roomWanted)
            m_meetings->reader()->find({}); // in what is read
        else
            m_search->setFocus(Qt::ShortcutFocusReason);
    });
    shortcut(QKeySequence(Qt::Key_F5), [this] { m_session.refresh(); });
    shortcut(QKeySequence::New, [this] { goTo(kNew); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_1), [this] { goTo(QStringLiteral("tray")); });
}

void OfficePage::goTo(const QString &place)
{
    m_searchedFrom.clear();
    m_search->clear();
    openPlace(place);
    if (m_pages->currentWidget() == m_cases)
        m_cases->focusList();
}

void OfficePage::openPlace(const QString &place, const QDate &day, const QJsonObject &fields)
{
    if (m_pages->currentWidget() == m_compose && place != m_place)
        m_compose->leave();
    if (!place.startsWith(kNewPrefix) && place != kNew)
        m_before = place;
    m_place = place;
    m_seesWhatWaits = false;
    m_roomWanted = false; // who wants it says so
    fitSide();
    m_done->clear();
    m_navigation->setCurrentId(place.startsWith(kNewPrefix) ? QString(kNew) : place);
    if (place.startsWith(kNewPrefix)) {
        m_pages->setCurrentWidget(m_compose);
        m_compose->begin(place.mid(kNewPrefix.size()), day, fields);
    } else if (place == kNew) {
        showPage(m_chooser, tr("New request"));
        m_chooser->begin();
    } else if (const Part *one = part(place)) {
        showPage(one->page, one->title);
        one->begin();
        one->takeFocus();
    } else {
        const ListPlace *known = listPlace(place);
        const ListPlace &list = known ? *known : kLists[0];
        m_title->setText(list.name());
        m_pages->setCurrentWidget(m_cases);
        m_cases->setTitle(list.name());
        // Both say what waits for whoever is signed in, and one of them is what they see first.
        m_seesWhatWaits = list.kind == ListKind::Tray || list.kind == ListKind::Attention;
        m_asked->setWanted(m_seesWhatWaits);
        showUnderWay();
        m_cases->showList(list.kind);
    }
}

void OfficePage::beginEditing()
{
    m_place = kEditing;
    m_seesWhatWaits = false;
}

/// A page that is no list: nothing is counted in it.
void OfficePage::showPage(QWidget *page, const QString &title)
{
    m_count->clear();
    m_shown->hide();
    m_title->setText(title);
    m_pages->setCurrentWidget(page);
}

/// From the tray a search looks in everything, and comes back where it is given up; from any other list it looks in that list.
void OfficePage::search(const QString &text)
{
    const bool listShown = m_pages->currentWidget() == m_cases;
    if (text.isEmpty() && !m_searchedFrom.isEmpty()) {
        openPlace(std::exchange(m_searchedFrom, {}));
        return;
    }
    if (text.isEmpty() && !listShown)
        return;
    if (!text.isEmpty() && (!listShown || m_cases->kind() == ListKind::Tray)) {
        const bool writing = m_pages->currentWidget() == m_compose;
        m_searchedFrom = writing ? QString() : m_place;
        openPlace(QStringLiteral("all")); // the keyboard stays where one types
        m_done->say(writing ? tr("Looking in everything you may read.")
                            : tr("Looking in everything you may read; Esc goes back."));
    }
    m_cases->search(text);
}

void OfficePage::takeFocus()
{
    if (m_pages->currentWidget() == m_cases)
        m_cases->focusList();
    else if (m_pages->currentWidget() == m_chooser)
        m_chooser->begin();
    else if (const Part *one = part(m_place))
        one->takeFocus();
    else
        m_compose->takeFocus();
}

QString OfficePage::topic() const
{
    return m_place == kEditing ? kNewPrefix + m_compose->form() : m_place;
}

void OfficePage::say(const QString &sentence)
{
    m_done->say(sentence);
}

void OfficePage::offerUndo(const QString &done, const std::function<void()> &undo)
{
    m_undo = undo;
    m_done->offer(done, tr("Undo"));
}

void OfficePage::leave()
{
    m_compose->leave();
}

/// A draft that was thrown away can be brought back; it is another one then, and says the same.
void OfficePage::offerBack(const QString &title, const Content &content)
{
    offerUndo(tr("The draft was deleted: %1").arg(title), [this, content] {
        m_session.desk()
            .run([content](Desk &desk) { return desk.saveDraft(std::nullopt, content); })
            .then(this, [this](const Result<CaseId> &id) {
                m_done->say(id ? tr("The draft is back.") : errorText(id.error()).both());
                if (id)
                    m_session.noteChange(*id);
            });
    });
}

} // namespace kessai
