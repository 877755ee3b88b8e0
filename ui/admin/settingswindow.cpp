// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/settingswindow.h"

#include "core/base/searchwords.h"
#include "core/base/textfold.h"
#include "core/cases/numbers.h"
#include "core/cases/parameterwording.h"
#include "ui/admin/benchpage.h"
#include "ui/admin/faultspage.h"
#include "ui/admin/formspage.h"
#include "ui/admin/healthpage.h"
#include "ui/admin/organisationpage.h"
#include "ui/admin/parameterpage.h"
#include "ui/admin/ruledraft.h"
#include "ui/admin/rulepage.h"
#include "ui/admin/tabledraft.h"
#include "ui/admin/tablepage.h"
#include "ui/office/actspage.h"
#include "ui/shell/desksession.h"
#include "ui/shell/guidewindow.h"
#include "ui/shell/pageframe.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <type_traits>

namespace kessai {

namespace {

constexpr QSize kSettingsSize(1280, 760);
constexpr int kRailBelow = 1080;
constexpr int kNarrowSearch = 220;

/// By which a section is found besides its own words: all that can be set in it.
QString formNames(const DeskInfo &info)
{
    QStringList names;
    for (const FormDefinition &form : info.forms)
        names += {form.name.ja, form.name.en};
    return names.join(QLatin1Char(' '));
}

QString numberNames()
{
    QStringList keys;
    for (const Parameters::Row &row : shippedParameters().rows())
        keys.append(row.key);
    QStringList names{QStringLiteral("限度時間 限度日数 限度額")}; // what officials call the highest
    for (const ParameterWord &word : parameterWords(keys))
        names += {word.group.ja, word.name.ja, word.name.en};
    names.removeDuplicates();
    return names.join(QLatin1Char(' '));
}

} // namespace

SettingsWindow::SettingsWindow(DeskSession &session, QWidget *parent)
    : QWidget(parent, Qt::Window), m_session(session), m_table(new TableDraft(session, this)),
      m_rule(new RuleDraft(session, this)), m_search(new SearchField(this)),
      m_none(new TextLabel(tr("Nothing found"), TextRole::Caption, this)), m_navigation(new NavigationList(this)),
      m_title(new TextLabel(TextRole::PageTitle, this)), m_pages(new PageStack(this)), m_done(new UndoLine(this))
{
    setObjectName(QStringLiteral("settingsWindow"));
    setWindowTitle(tr("Settings ・ %1").arg(session.info().officeName));
    fitToScreen(*this, kSettingsSize);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setMinimumHeight(metric::kControlHeight);
    m_none->setObjectName(QStringLiteral("settingsNone"));
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_navigation->setObjectName(QStringLiteral("settingsNavigation"));

    const QString rules = tr("Routes and decisions");
    auto *table = addSection(new TablePage(session, *m_table, this), rules, QStringLiteral("decisions"),
                             QStringLiteral("list-details"), tr("Decision table"),
                             tr("who decides amount limit consult article rule book"));
    auto *routes =
        addSection(new RulePage(session, *m_rule, this), rules, QStringLiteral("routes"), QStringLiteral("user-check"),
                   tr("Routes"), tr("route step approval condition form regulation consult examine circulate"));
    auto *bench = addSection(new BenchPage(session, *m_table, *m_rule, this), rules, QStringLiteral("bench"),
                             QStringLiteral("eye"), tr("Test bench"), tr("try route why which cases change effect"));
    const QString forms = tr("Forms and numbers");
    auto *formsPage = addSection(
        new FormsPage(session, this), forms, QStringLiteral("forms"), QStringLiteral("file-text"), tr("Forms"),
        tr("form field label hint choice required print layout wording retention class title attachment")
            + QLatin1Char(' ') + formNames(session.info()));
    connect(formsPage, &FormsPage::recorded, m_done, &UndoLine::say);
    auto *faults =
        addSection(new FaultsPage(session, this), forms, QStringLiteral("faults"), QStringLiteral("arrow-back-up"),
                   tr("Reasons of returns"), tr("return reason voucher accounting examination list"));
    connect(faults, &FaultsPage::recorded, m_done, &UndoLine::say);
    auto *parameters =
        addSection(new ParameterPage(session, this), forms, QStringLiteral("parameters"), QStringLiteral("chart-bar"),
                   tr("Numbers"),
                   tr("parameter limit amount days hours rate percent unit source ordinance numbering retention")
                       + QLatin1Char(' ') + numberNames());
    connect(parameters, &ParameterPage::recorded, m_done, &UndoLine::say);
    auto *organisation = addSection(new OrganisationPage(session, this), tr("Organisation"),
                                    QStringLiteral("organisation"), QStringLiteral("users"), tr("Units and people"),
                                    tr("organisation transfer post staff section appointment reorganisation"));
    connect(organisation, &OrganisationPage::recorded, m_done, &UndoLine::say);
    const QString running = tr("Running the office");
    auto *acts = addSection(new ActsPage(session, this), running, QStringLiteral("acts"), QStringLiteral("history"),
                            tr("History of changes"), tr("who changed what when why audit log register administrator"));
    connect(acts, &ActsPage::recorded, m_done, &UndoLine::say);
    addSection(new HealthPage(session, this), running, QStringLiteral("health"), QStringLiteral("database"),
               tr("Health"), tr("database backup disk connections versions verification anchor load"));
    connect(table, &TablePage::recorded, m_done, &UndoLine::say);
    connect(table, &TablePage::benchRequested, this, [this] { goTo(QStringLiteral("bench")); });
    connect(routes, &RulePage::recorded, m_done, &UndoLine::say);
    connect(routes, &RulePage::benchRequested, this, [this, bench] {
        goTo(QStringLiteral("bench"));
        bench->chooseForm(m_rule->rule().form);
    });
    connect(m_search, &SearchField::searchRequested, this, &SettingsWindow::find);
    connect(m_navigation, &NavigationList::placeChosen, this, &SettingsWindow::goTo);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            [this] { m_search->setFocus(Qt::ShortcutFocusReason); });

    connect(new QShortcut(QKeySequence::HelpContents, this), &QShortcut::activated, this, [this] {
        guideWindow(this)->open(GuideBook::about(QStringLiteral("settings:") + m_navigation->currentId()));
    });

    m_side = new Plane(Qt::RightEdge, this);
    auto *sideColumn = new QVBoxLayout(m_side);
    sideColumn->setContentsMargins(0, metric::kPageMargin, 1, metric::kGap);
    sideColumn->setSpacing(metric::kGap);
    m_searchLine = new QHBoxLayout;
    m_searchLine->setContentsMargins(metric::kGap, 0, metric::kGap, 0);
    m_searchLine->addWidget(m_search);
    sideColumn->addLayout(m_searchLine);
    sideColumn->addWidget(m_none);
    sideColumn->addWidget(m_navigation, 1);
    auto *top = new Plane(Qt::BottomEdge, this);
    top->setFixedHeight(grown(metric::kTopBarHeight - metric::kPageMargin));
    m_topLine = new QHBoxLayout(top);
    m_topLine->setContentsMargins(metric::kCardPadding, 0, metric::kCardPadding, 0);
    m_topLine->addWidget(m_title);
    m_topLine->addStretch(1);
    auto *status = new Plane(Qt::TopEdge, this);
    status->setFixedHeight(grown(metric::kStatusBarHeight));
    auto *statusLine = new QHBoxLayout(status);
    statusLine->setContentsMargins(metric::kCardPadding, 0, metric::kCardPadding, 0);
    statusLine->addWidget(m_done, 1);
    auto *right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    right->addWidget(top);
    right->addWidget(m_pages, 1);
    right->addWidget(status);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_side);
    layout->addLayout(right, 1);
    find({});
    connect(&m_session, &DeskSession::infoChanged, this, [this] {
        if (!m_session.info().rights.administrator)
            hide(); // it is no longer theirs
    });
}

template <class Page>
Page *SettingsWindow::addSection(Page *page, const QString &group, const QString &id, const QString &icon,
                                 const QString &title, const QString &words)
{
    m_pages->addWidget(page);
    m_sections.push_back(
        {id, icon, title, words, group, page, [page] { page->begin(); }, [page] { page->takeFocus(); }});
    return page;
}

/// Where the window is narrow the sections are icons with their names below, and one searches at the top.
void SettingsWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < grown(kRailBelow);
    m_navigation->setRail(narrow);
    if (narrow != m_narrow) {
        m_narrow = narrow;
        (narrow ? m_topLine : m_searchLine)->addWidget(m_search);
        m_search->setMaximumWidth(narrow ? grown(kNarrowSearch) : QWIDGETSIZE_MAX);
    }
    m_side->setFixedWidth(narrow ? grown(metric::kRailWidth) + 3
                                 : grown(metric::kNavigationWidth) + 1); // with the hairline
}

void SettingsWindow::open()
{
    const QString at = m_navigation->currentId();
    goTo(at.isEmpty() ? m_sections.front().id : at);
    show();
    raise();
    activateWindow();
}

void SettingsWindow::goTo(const QString &id)
{
    const auto section =
        std::find_if(m_sections.begin(), m_sections.end(), [&](const Section &one) { return one.id == id; });
    if (section == m_sections.end())
        return;
    m_navigation->setCurrentId(id);
    m_title->setText(section->title);
    if (m_pages->currentWidget() != section->page)
        m_done->clear(); // it was of the other page
    m_pages->setCurrentWidget(section->page);
    section->begin();
    section->takeFocus();
}

/// Leaves the sections in which all the words are found.
void SettingsWindow::find(const QString &typed)
{
    const QStringList words = searchWords(typed);
    std::vector<NavGroup> groups;
    for (const Section &one : m_sections) {
        const QString text = foldText(QString(one.title + QLatin1Char(' ') + one.words));
        if (!std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); }))
            continue;
        if (groups.empty() || groups.back().title != one.group)
            groups.push_back({one.group, {}});
        groups.back().items.push_back({one.id, one.icon, one.title});
    }
    if (groups.empty())
        m_done->say(
            tr("No section of the settings has these words. Absences, deputies, stand-ins, holidays, the budget "
               "and payees are places of the main window."));
    else if (!m_none->isHidden())
        m_done->clear(); // that nothing was found
    m_none->setVisible(groups.empty());
    m_navigation->setGroups(std::move(groups));
}

} // namespace kessai
