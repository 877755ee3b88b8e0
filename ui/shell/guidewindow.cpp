// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guidewindow.h"

#include "ui/shell/guideview.h"
#include "ui/shell/pageframe.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr QSize kGuideSize(1040, 720);
constexpr int kSideWidth = 264;
constexpr int kMostFound = 60;

QString placeOf(const GuideSection &section)
{
    return section.level == 1 ? section.page : section.page + QLatin1Char('#') + section.heading;
}

} // namespace

GuideWindow::GuideWindow(GuideBook book, QWidget *parent)
    : QWidget(parent, Qt::Window), m_book(std::move(book)), m_search(new SearchField(this)),
      m_contents(new NavigationList(this)), m_view(new GuideView(m_book.folder(), this)),
      m_title(new TextLabel(TextRole::PageTitle, this))
{
    setObjectName(QStringLiteral("guideWindow"));
    setWindowTitle(tr("Guide ・ Kessai Desk"));
    fitToScreen(*this, kGuideSize);
    m_search->setObjectName(QStringLiteral("guideSearch"));
    m_search->setAccessibleName(tr("Search the guide"));
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setMinimumHeight(metric::kControlHeight);
    m_contents->setObjectName(QStringLiteral("guideContents"));
    m_contents->setAccessibleName(tr("Contents of the guide"));
    m_view->setAccessibleName(tr("Text of the guide"));

    auto *side = new Plane(Qt::RightEdge, this);
    side->setFixedWidth(grown(kSideWidth));
    m_contents->setFixedWidth(side->width() - 1); // all there is but the hairline
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, metric::kPageMargin, 1, metric::kGap);
    column->setSpacing(metric::kGap);
    auto *searchLine = new QHBoxLayout;
    searchLine->setContentsMargins(metric::kGap, 0, metric::kGap, 0);
    searchLine->addWidget(m_search);
    column->addLayout(searchLine);
    column->addWidget(m_contents, 1);
    auto *top = new Plane(Qt::BottomEdge, this);
    top->setFixedHeight(grown(metric::kTopBarHeight - metric::kPageMargin));
    auto *topLine = new QHBoxLayout(top);
    topLine->setContentsMargins(metric::kGap, 0, metric::kCardPadding, 0);
    auto *back = iconButton("arrow-left", tr("Back (Alt+←)"), "guideBack", this);
    topLine->addWidget(back);
    topLine->addWidget(m_title);
    topLine->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    right->addWidget(top);
    right->addWidget(m_view, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(side);
    layout->addLayout(right, 1);

    connect(m_search, &SearchField::searchRequested, this, &GuideWindow::find);
    connect(m_search, &SearchField::leftBelow, m_contents, [this] { m_contents->setFocus(Qt::TabFocusReason); });
    connect(m_contents, &NavigationList::placeChosen, this, &GuideWindow::goTo);
    connect(back, &QToolButton::clicked, this, &GuideWindow::goBack);
    connect(m_view, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.isRelative())
            goTo(url.path() + (url.hasFragment() ? QLatin1Char('#') + url.fragment(QUrl::FullyDecoded) : QString()));
    });
    const auto shortcut = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    shortcut(QKeySequence::Find, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { goBack(); });
    shortcut(QKeySequence(Qt::Key_Escape), [this] { close(); });
    fillContents();
}

void GuideWindow::open(const QString &where)
{
    goTo(where);
    show();
    raise();
    activateWindow();
    m_view->setFocus(Qt::OtherFocusReason);
}

void GuideWindow::goTo(const QString &where)
{
    const QString page = where.section(QLatin1Char('#'), 0, 0);
    const GuideSection *section = m_book.section(page, where.section(QLatin1Char('#'), 1));
    if (!section) {
        m_title->setText(tr("The guide is not installed"));
        return;
    }
    if (!m_shown.isEmpty() && m_shown != where)
        m_before += m_shown;
    const bool samePage = m_shown.section(QLatin1Char('#'), 0, 0) == page;
    m_shown = where;
    m_title->setText(m_book.titleOf(page));
    if (!samePage) {
        m_view->showPage(m_book.textOf(page));
        if (m_search->text().isEmpty())
            fillContents();
    }
    m_view->scrollTo(section->no);
    m_contents->setCurrentId(placeOf(*section));
}

void GuideWindow::goBack()
{
    if (m_before.isEmpty())
        return;
    const QString where = m_before.takeLast();
    goTo(where);
    m_before.removeLast(); // where one came from just now is no place to go back to
}

/// All pages, and under the one that is shown its headings.
void GuideWindow::fillContents()
{
    const QString page = m_shown.section(QLatin1Char('#'), 0, 0);
    NavGroup pages{tr("Pages"), {}};
    for (const QString &one : m_book.pages())
        pages.items.push_back({one, QStringLiteral("file-text"), m_book.titleOf(one)});
    NavGroup headings{tr("On this page"), {}};
    for (const GuideSection &section : m_book.sections()) {
        if (section.page == page && section.level > 1 && section.level < 4)
            headings.items.push_back({placeOf(section), QStringLiteral("chevron-right"), section.heading});
    }
    std::vector<NavGroup> groups{std::move(pages)};
    if (!headings.items.empty())
        groups.push_back(std::move(headings));
    m_contents->setGroups(groups);
}

void GuideWindow::find(const QString &words)
{
    if (words.isEmpty()) {
        fillContents();
        m_contents->setCurrentId(m_shown);
        return;
    }
    const auto found = m_book.find(words);
    std::vector<NavGroup> groups;
    for (const GuideSection *section : found) {
        if (groups.empty() || groups.back().title != m_book.titleOf(section->page))
            groups.push_back({m_book.titleOf(section->page), {}});
        groups.back().items.push_back({placeOf(*section), QStringLiteral("search"), section->heading});
        if (groups.size() > kMostFound)
            break;
    }
    if (groups.empty())
        groups.push_back({tr("Nothing was found"), {}});
    m_contents->setGroups(groups);
}

GuideWindow *guideWindow(QWidget *of)
{
    QWidget *top = of->window();
    while (top->parentWidget())
        top = top->parentWidget()->window();
    if (auto *there = top->findChild<GuideWindow *>(QStringLiteral("guideWindow")))
        return there;
    return new GuideWindow(GuideBook::read(GuideBook::usualFolder()), top);
}

} // namespace kessai
