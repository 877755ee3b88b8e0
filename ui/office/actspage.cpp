// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/actspage.h"

#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/office/actsmodel.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kActRow = 32;
constexpr int kWhenWidth = 158;
constexpr int kWhoWidth = 104;
constexpr int kFromWidth = 136;
constexpr int kNarrowDay = 122; ///< of either column of days in a narrow list
constexpr int kWideFrom = 860;  ///< below it a change stands there with its day alone, and the time below the list
constexpr int kPeopleWidth = 220;
constexpr int kLeastDetail = 104;
constexpr size_t kMostSaved = 20'000;
constexpr size_t kMostLines = 100;

} // namespace

ActsPage::ActsPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_banner(new QuietBanner(this)),
      m_kinds(headBox(tr("Kind of change"), "actsKind", this)), m_people(new QComboBox(this)),
      m_save(new ExportButton([] { return tr("History of changes", "name of a file"); },
                              [this](const std::function<void(Sheet)> &then) { readAll(then); }, this)),
      m_loading(new LoadingLine(this)), m_model(new ActsModel(session, this)), m_view(new QTableView(this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)), m_detail(new Card(this)),
      m_lines(new QVBoxLayout)
{
    setObjectName(QStringLiteral("actsPage"));
    m_banner->hide();
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    column->setSpacing(metric::kGap);
    column->addWidget(buildHead());
    column->addWidget(m_loading);
    column->addWidget(buildList(), 3);
    column->addWidget(buildDetail(), 2);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
    connectParts();
    showChosen();
}

QWidget *ActsPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    m_kinds->addItem(tr("Every kind"), 0);
    for (const OfficeActKind kind : officeActKinds())
        m_kinds->addItem(kindName(kind).text(englishWording()), int(kind));
    m_kinds->setMaxVisibleItems(m_kinds->count());
    m_people->setObjectName(QStringLiteral("actsPerson"));
    m_people->setMinimumHeight(metric::kControlHeight);
    m_people->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addEntry(*m_people, tr("Everybody"), QString());
    makeSearchable(*m_people, tr("Who changed it"));
    m_people->setMinimumWidth(grown(kPeopleWidth));
    line->addWidget(m_kinds);
    line->addWidget(m_people);
    line->addStretch(1);
    line->addWidget(m_save);
    return head;
}

QWidget *ActsPage::buildList()
{
    dressRows(*m_view, QStringLiteral("actsList"), tr("History of changes"), grown(kActRow));
    m_view->setModel(m_model);
    QHeaderView *header = m_view->horizontalHeader();
    header->resizeSection(ActsModel::Who, grown(kWhoWidth));
    header->setSectionResizeMode(ActsModel::What, QHeaderView::Stretch);
    header->setSectionResizeMode(ActsModel::Why, QHeaderView::Stretch);
    m_empty->setContents(QStringLiteral("history"), tr("Nothing was changed"),
                         tr("No change of this kind by this person is written down."));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->addWidget(m_stack);
    return card;
}

QWidget *ActsPage::buildDetail()
{
    auto *inner = new QWidget;
    auto *all = new QVBoxLayout(inner);
    all->setContentsMargins({});
    m_lines->setSpacing(2);
    all->addLayout(m_lines);
    all->addStretch(1);
    auto *scroll = new QScrollArea(m_detail);
    scroll->setObjectName(QStringLiteral("actsDetail"));
    scroll->setAccessibleName(tr("What the chosen change was"));
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false); // after it was set, which fills it
    m_detail->setPadding(metric::kFieldGap);
    m_detail->body()->addWidget(scroll);
    m_detail->setMinimumHeight(grown(kLeastDetail));
    return m_detail;
}

void ActsPage::connectParts()
{
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &ActsPage::read);
    connect(m_people, &QComboBox::currentIndexChanged, this, &ActsPage::read);
    connect(m_model, &ActsModel::loadingChanged, m_loading, &LoadingLine::setLoading);
    connect(m_model, &ActsModel::loaded, this, &ActsPage::showRows);
    connect(m_model, &ActsModel::failed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again")); });
    connect(m_banner, &QuietBanner::actionTriggered, this, &ActsPage::read);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActsPage::showChosen);
    connect(m_save, &ExportButton::saved, this, &ActsPage::recorded);
    connect(m_save, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence); });
    auto *key = new QShortcut(QKeySequence::Refresh, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &ActsPage::begin);
}

void ActsPage::begin()
{
    readMakers();
    read();
}

/// Who is in the register, also under logins of before, who left, and what the owner runs.
void ActsPage::readMakers()
{
    OfficeActsWanted wanted;
    wanted.newestOfEach = true;
    wanted.most = kMostOfficeActs;
    m_session.desk()
        .ask([wanted](Desk &desk) { return desk.officeActs(wanted); })
        .then(this, [this](const Result<std::vector<OfficeActLine>> &newest) {
            if (newest) // where they cannot be read, neither can the list, which says so
                showMakers(makersOf(*newest, *m_session.info().office));
        });
}

void ActsPage::showMakers(const std::vector<ActMaker> &makers)
{
    if (isUnsettled(*m_people))
        return; // somebody is typing
    const QSignalBlocker quiet(m_people);
    const QVariant chosen = m_people->currentData();
    while (m_people->count() > 1)
        m_people->removeItem(m_people->count() - 1);
    const Office &office = *m_session.info().office;
    for (const ActMaker &maker : makers) {
        const Staff *here = maker.staff ? office.staff(*maker.staff) : nullptr;
        const QString text = here ? personText(office, here->id)
            : maker.staff         ? tr("%1 (has left)").arg(maker.name)
                                  : tr("%1 (not on the staff)").arg(maker.name);
        addEntry(*m_people, text, maker.logins.join(u'\n'), here ? here->kana : QString());
    }
    m_people->setCurrentIndex(std::max(m_people->findData(chosen), 0));
    if (m_people->currentData() != chosen)
        read(); // they have other logins now, and the list shows what the box says
}

void ActsPage::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void ActsPage::read()
{
    m_banner->clear();
    const int kind = m_kinds->currentData().toInt();
    m_model->show(kind > 0 ? std::optional(OfficeActKind(kind)) : std::nullopt,
                  m_people->currentData().toString().split(u'\n', Qt::SkipEmptyParts));
}

void ActsPage::showRows()
{
    const bool none = m_model->rowCount() == 0;
    m_stack->setCurrentWidget(none ? static_cast<QWidget *>(m_empty) : m_view);
    m_save->setEnabled(!none);
    if (!none && !m_view->currentIndex().isValid())
        m_view->selectRow(0);
    showChosen();
}

/// Asks what the chosen act changed; who made it and why is said at once.
void ActsPage::showChosen()
{
    const int asked = ++m_asked;
    const OfficeActLine *line = m_model->lineAt(m_view->currentIndex().row());
    m_detail->setVisible(line);
    if (!line)
        return;
    if (m_told != line->act.revision)
        showChanges(*line, {});
    m_session.desk()
        .ask([act = line->act](Desk &desk) { return desk.changesIn(act); })
        .then(this, [this, asked, line = *line](const Result<std::vector<Bilingual>> &changes) {
            if (asked != m_asked)
                return;
            if (changes)
                showChanges(line, *changes);
            else
                m_banner->say(BannerKind::Error, errorText(changes.error()).both(), tr("Try again"));
        });
}

void ActsPage::showChanges(const OfficeActLine &line, const std::vector<Bilingual> &changes)
{
    m_told = line.act.revision;
    emptyLayout(*m_lines);
    m_detail->setTitle(actText(line));
    QStringList head{tr("%1 by %2").arg(longTime(line.act.at), line.who), actFrom(line), line.why};
    head.removeAll({});
    addText(*m_lines, head.join(QStringLiteral(" ・ ")), TextRole::Caption, m_detail, Token::Text2);
    for (size_t i = 0; i < std::min(changes.size(), kMostLines); ++i)
        addText(*m_lines, changes[i].text(englishWording()), TextRole::Body, m_detail);
    if (changes.size() > kMostLines)
        addText(*m_lines, tr("and %n more", nullptr, int(changes.size() - kMostLines)), TextRole::Caption, m_detail);
}

void ActsPage::readAll(const std::function<void(Sheet)> &then)
{
    OfficeActsWanted wanted = m_model->wanted();
    wanted.most = kMostOfficeActs;
    readOn(wanted, std::make_shared<Sheet>(actsHead(tr("History of changes"))), then);
}

/// All of them, newest first, as far as a file holds; page by page, so that others come between.
void ActsPage::readOn(const OfficeActsWanted &wanted, const std::shared_ptr<Sheet> &sheet,
                      const std::function<void(Sheet)> &then)
{
    m_session.desk()
        .ask([wanted](Desk &desk) { return desk.officeActs(wanted); })
        .then(this, [this, wanted, sheet, then](const Result<std::vector<OfficeActLine>> &page) {
            if (!page) {
                m_save->giveUp();
                m_banner->say(BannerKind::Error, errorText(page.error()).both());
                return;
            }
            addRows(*sheet, *page);
            sheet->cut = sheet->rows.size() > kMostSaved;
            if (page->size() == size_t(wanted.most) && !sheet->cut) {
                OfficeActsWanted older = wanted;
                older.before = page->back().act.revision;
                readOn(older, sheet, then);
                return;
            }
            sheet->rows.resize(std::min(sheet->rows.size(), kMostSaved));
            then(std::move(*sheet));
        });
}

void ActsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < grown(kWideFrom);
    m_model->setBrief(narrow);
    QHeaderView *header = m_view->horizontalHeader();
    header->resizeSection(ActsModel::When, grown(narrow ? kNarrowDay : kWhenWidth));
    header->resizeSection(ActsModel::From, grown(narrow ? kNarrowDay : kFromWidth));
}

} // namespace kessai
