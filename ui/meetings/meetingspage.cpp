// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetingspage.h"

#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/kept/keptbooks.h"
#include "ui/meetings/actionstrip.h"
#include "ui/meetings/bookkeeper.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookview.h"
#include "ui/meetings/hitmodel.h"
#include "ui/meetings/meetingacts.h"
#include "ui/meetings/meetingeditor.h"
#include "ui/meetings/meetingink.h"
#include "ui/meetings/meetingmodel.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingreader.h"
#include "ui/meetings/myactions.h"
#include "ui/meetings/paperintake.h"
#include "ui/meetings/reach.h"
#include "ui/shell/desksession.h"
#include "ui/shell/pageframe.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kCountEvery = 5 * 60 * 1000; ///< milliseconds
constexpr int kKeepRunning = 10'000; ///< milliseconds from one reading of a running meeting to be kept to the next
constexpr int kPaperSearchWidth = 320;
constexpr int kLeastSearchWidth = 180;
constexpr int kNewsWidth = 290;
constexpr int kLeastNews = 4; ///< a share of the table where that is narrow
constexpr int kNewsMargins = 28;
enum ListView { Table, Found, Empty };

} // namespace

MeetingsPage::MeetingsPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_list(new MeetingList(session, this)),
      m_keeper(new BookKeeper(session, this)), m_presenter(new MeetingPresenter(session, this)),
      m_intake(new PaperIntake(*m_presenter, this)), m_model(new MeetingModel(this)), m_hits(new HitModel(this)),
      m_pages(new PageStack(this)), m_listPage(buildList()),
      m_editor(new MeetingEditor(session, *m_presenter, *m_intake, this)),
      m_reader(new MeetingReader(session, *m_presenter, *m_intake, this)), m_count(new QTimer(this)),
      m_keepLater(new QTimer(this))
{
    setObjectName(QStringLiteral("meetingsPage"));
    m_pages->addWidget(m_listPage);
    m_pages->addWidget(m_editor);
    m_pages->addWidget(m_reader);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    connectParts();
    connectKeeping();
    m_count->start(kCountEvery);
    m_list->read();
}

QWidget *MeetingsPage::buildList()
{
    auto *page = new QWidget(this);
    m_banner = new QuietBanner(page);
    m_banner->hide();
    m_loading = new LoadingLine(page);
    m_search = new SearchField(page);
    m_search->setObjectName(QStringLiteral("paperSearch"));
    m_search->setAccessibleName(tr("Search in papers"));
    m_search->setPlaceholderText(tr("Search in the papers of all my meetings"));
    m_search->setMinimumHeight(metric::kControlHeight);
    m_search->setMinimumWidth(grown(kLeastSearchWidth));
    m_search->setMaximumWidth(grown(kPaperSearchWidth));
    m_new = pageButton(tr("New meeting"), "newMeeting", page);
    m_new->setIcon(icon(QStringLiteral("plus")));
    m_keep = new QToolButton(page);
    m_keep->setObjectName(QStringLiteral("keepBook"));
    m_keep->setIcon(icon(QStringLiteral("download")));
    m_keep->setText(tr("Read offline too"));
    m_keep->setToolTip(
        tr("Takes the papers of the chosen meeting to this computer, sealed, and keeps them up to date"));
    m_keep->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_keep->setCheckable(true);
    m_keep->setAutoRaise(true);
    m_noKeyring = new ElidedLabel(TextRole::Caption, page);
    m_noKeyring->setText(tr("This computer has no keyring: papers stay on it until the program ends"));
    m_noKeyring->setToolTip(m_noKeyring->text());
    m_noKeyring->setObjectName(QStringLiteral("noKeyring"));
    m_noKeyring->setToken(Token::Text2);
    m_noKeyring->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::kGap);
    head->addWidget(m_search, 2);
    head->addWidget(m_noKeyring, 3);
    head->addStretch();
    head->addWidget(m_keep);
    head->addWidget(m_new);
    // Nothing is begun where there is no office.
    m_new->setVisible(!m_session.isOffline());
    m_keep->setVisible(!m_session.isOffline());

    m_table = new QTableView(page);
    dressRows(*m_table, QStringLiteral("meetingTable"), tr("Meetings"), rowHeight());
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MeetingDelegate(m_table));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(MeetingModel::Title, QHeaderView::Stretch);
    header->resizeSection(MeetingModel::When, grown(128));
    header->resizeSection(MeetingModel::News, grown(kNewsWidth));
    header->resizeSection(MeetingModel::State, grown(138));
    m_table->installEventFilter(this);
    m_found = new QListView(page);
    m_found->setObjectName(QStringLiteral("paperHits"));
    m_found->setAccessibleName(tr("Pages found"));
    m_found->setFrameShape(QFrame::NoFrame);
    m_found->setModel(m_hits);
    m_found->setItemDelegate(new HitDelegate(m_found));
    m_found->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_found->installEventFilter(this);
    m_empty = new EmptyState(page);
    m_empty->setObjectName(QStringLiteral("meetingsEmpty"));
    m_stack = new QStackedWidget(page);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_found);
    m_stack->addWidget(m_empty);
    auto *card = new Card(page);
    card->setPadding(0);
    m_above = card->body();
    m_above->setSpacing(0);
    m_above->addWidget(m_stack);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addLayout(head);
    column->addWidget(m_loading);
    column->addWidget(card, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(column, 1);
    return page;
}

void MeetingsPage::connectParts()
{
    connect(m_list, &MeetingList::changed, this, &MeetingsPage::showEntries);
    connect(m_list, &MeetingList::found, this, [this](const std::vector<PageFound> &hits, const QString &words) {
        m_loading->setLoading(false);
        m_hits->setHits(hits, words);
        m_found->setCurrentIndex(m_hits->index(0));
        m_empty->setContents(
            QStringLiteral("search"), tr("No page says so"),
            m_list->isOld()
                ? tr("The words are looked for in the papers on this computer, for the office is out of reach.")
                : tr("The words are looked for in the papers you may read, however they are written there."));
        const QWidget *focus = window()->focusWidget();
        const bool searches = focus == m_search || (focus && m_stack->isAncestorOf(focus));
        m_stack->setCurrentIndex(hits.empty() ? Empty : Found);
        if (std::exchange(m_intoHits, false) && !hits.empty())
            m_found->setFocus(Qt::OtherFocusReason);
        else if (searches && (focus == m_search || hits.empty()))
            m_search->setFocus(Qt::OtherFocusReason); // other words may find more
    });
    connect(m_list, &MeetingList::failed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        say(BannerKind::Error, errorText(error).both(), tr("Try again"));
    });
    connect(m_banner, &QuietBanner::actionTriggered, this, &MeetingsPage::actAbove);
    connect(m_banner, &QuietBanner::closed, this, &MeetingsPage::closedAbove);
    connect(m_search, &SearchField::searchRequested, this, &MeetingsPage::search);
    const auto intoResults = [this] {
        m_intoHits = m_loading->isLoading(); // what is found comes later
        if (!m_intoHits && m_stack->currentIndex() != Empty)
            m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    };
    connect(m_search, &SearchField::confirmed, this, intoResults);
    connect(m_search, &SearchField::leftBelow, this, intoResults);
    const auto beginNew = [this] {
        m_presenter->beginNew();
        m_editor->beginNew();
        m_pages->setCurrentWidget(m_editor);
        m_editor->takeFocus();
        Q_EMIT titleChanged(tr("New meeting"));
    };
    connect(m_new, &QPushButton::clicked, this, beginNew);
    connect(m_empty, &EmptyState::buttonClicked, this, beginNew);
    connect(m_table, &QTableView::doubleClicked, this, &MeetingsPage::openChosen);
    connect(m_found, &QListView::doubleClicked, this, &MeetingsPage::openHit);

    connect(m_presenter, &MeetingPresenter::opened, this, &MeetingsPage::showOpened);
    connect(m_presenter, &MeetingPresenter::readFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        const bool gone = error.code == ErrorCode::NotFound || error.code == ErrorCode::AccessDenied;
        showList();
        say(BannerKind::Warning,
            gone ? tr("This meeting is not yours to see any more.")
                : isOutOfReach(error)
                ? tr("This meeting is not on this computer. It can be read when the office is reached again.")
                : errorText(error).both());
        if (gone)
            m_keeper->review();
    });
    connect(m_presenter, &MeetingPresenter::leftUndone, this, [this](const Error &error, const QStringList &notDone) {
        if (m_pages->currentWidget() == m_listPage)
            tellLost(meetingErrorText(error) + QLatin1Char(' ') + notDoneText(notDone));
    });
    connect(m_presenter, &MeetingPresenter::recordedElsewhere, this, [this](const QString &tooLate) {
        if (!isListInFront())
            Q_EMIT recorded(tooLate); // and once more where the list is in front
        tellLost(tooLate);
    });
    connect(m_presenter, &MeetingPresenter::changed, this, [this] {
        if (m_pages->currentWidget() != m_listPage && m_presenter->isOpen())
            Q_EMIT titleChanged(m_presenter->meeting().title);
    });
    connect(m_editor, &MeetingEditor::closed, this, &MeetingsPage::goBack);
    connect(m_editor, &MeetingEditor::readRequested, this, [this](int paper) {
        // Where one was: whoever presents would take everybody to the beginning.
        const bool goesOn = paper == 0 || paper == m_left.page.paper;
        showReader(goesOn ? m_left : ReadingPlace{{paper, 0}});
    });
    connect(m_reader, &MeetingReader::closed, this, &MeetingsPage::goBack);
    connect(m_reader, &MeetingReader::editRequested, this, &MeetingsPage::showEditor);
    connect(m_reader, &MeetingReader::recorded, this, &MeetingsPage::recorded);
    connect(m_reader, &MeetingReader::inkJoined, this, [this](MeetingId meeting, const InkJoining &joining) {
        m_joined[meeting].add(joining);
        if (!isListInFront())
            Q_EMIT recorded(joinedText()); // and once more where the list is in front
        showAbove();
    });
    connect(m_reader, &MeetingReader::leftUnread, this, &MeetingsPage::tellLost); // above the list one leaves for
    connect(&m_reader->ink(), &MeetingInk::setAside, this, [this](int files) {
        tellLost(tr("%n file(s) of notes that were not sent yet cannot be opened and are set aside on this computer "
                    "(damaged-…). Tell the administrator.",
                    nullptr, files));
    });
    connect(m_reader, &MeetingReader::minutesDrafted, this, &MeetingsPage::minutesDrafted);
    connect(m_reader, &MeetingReader::minutesRequested, this, &MeetingsPage::openRequested);
    // Others write and change while one looks: with the poll of everything else, what is open is brought up to date.
    connect(&m_session, &DeskSession::refreshed, this, [this] {
        if (!isVisible())
            return;
        if (m_presenter->isOpen())
            m_presenter->refresh();
        else if (m_search->text().isEmpty())
            m_list->read();
    });
    connect(&m_session, &DeskSession::infoChanged, m_list, &MeetingList::read);
    connect(m_count, &QTimer::timeout, this, [this] {
        if (!isVisible())
            m_list->read();
    });
}

void MeetingsPage::setActions(MyActions &actions)
{
    m_above->insertWidget(0, new ActionStrip(actions, m_above->parentWidget()));
    // What is given to somebody in a meeting they read is theirs at once.
    connect(m_presenter, &MeetingPresenter::changed, &actions, [this, &actions] {
        if (std::exchange(m_given, m_presenter->meeting().actions) != m_presenter->meeting().actions)
            actions.read();
    });
    connect(m_presenter, &MeetingPresenter::opened, this, [this] { m_given = m_presenter->meeting().actions; });
}

void MeetingsPage::connectKeeping()
{
    connect(m_presenter, &MeetingPresenter::opened, this, &MeetingsPage::keepOpen);
    connect(m_presenter, &MeetingPresenter::changed, this, &MeetingsPage::keepOpen);
    m_keepLater->setSingleShot(true);
    m_keepLater->setInterval(kKeepRunning);
    connect(m_keepLater, &QTimer::timeout, this, &MeetingsPage::keepNow);
    connect(m_keeper, &BookKeeper::statesChanged, this,
            [this] { m_list->setKept(m_keeper->states(), [this](MeetingId id) { return m_keeper->isFetching(id); }); });
    connect(m_keeper, &BookKeeper::withdrawn, this, [this](const QString &title, int unsent) {
        QStringList words{
            title.isEmpty()
                ? tr("A meeting is not yours to see any more; what this computer kept of it is gone.")
                : tr("“%1” is not yours to see any more; what this computer kept of it is gone.").arg(title)};
        if (unsent > 0)
            words += tr("%n note(s) could not be sent any more and went with it.", nullptr, unsent);
        tellLost(words.join(QLatin1Char(' ')));
    });
    connect(m_keeper, &BookKeeper::failed, this, [this](const Error &error) {
        say(BannerKind::Warning,
            error.code == ErrorCode::StorageFull ? tr("There is no room on this computer for more papers.")
                                                 : QString(tr("Some papers could not be kept on this computer.")
                                                           + QLatin1Char(' ') + errorText(error).what));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MeetingsPage::showKept);
    connect(m_keep, &QToolButton::clicked, this, &MeetingsPage::keepChosen);
    connect(&m_session.kept(), &KeptBooks::opened, this, &MeetingsPage::showKept);
    showKept();
}

/// While a meeting runs something is done all the time, and everybody there would read all of it for each act.
void MeetingsPage::keepOpen()
{
    const bool waits = m_keptSeq != 0 && m_presenter->isOpen() && m_presenter->meeting().state == MeetingState::Running;
    if (!waits)
        keepNow();
    else if (!m_keepLater->isActive())
        m_keepLater->start();
}

void MeetingsPage::keepNow()
{
    if (!m_presenter->isOpen() || m_presenter->isKept() || m_presenter->meeting().seq == m_keptSeq)
        return;
    m_keptSeq = m_presenter->meeting().seq;
    m_keeper->look(*m_presenter->id());
}

void MeetingsPage::keepChosen(bool keep)
{
    if (const MeetingEntry *chosen = m_model->entry(m_table->currentIndex().row()))
        m_keeper->choose(chosen->row.id, keep);
}

void MeetingsPage::showKept()
{
    const MeetingEntry *chosen = m_model->entry(m_table->currentIndex().row());
    m_keep->setEnabled(chosen && !m_list->isOld());
    m_keep->setChecked(chosen && m_keeper->isChosen(chosen->row.id));
    m_noKeyring->setVisible(m_session.kept().isOpen() && !m_session.kept().lasts());
}

void MeetingsPage::begin()
{
    const bool back = std::exchange(m_away, false) || m_intake->isBusy();
    if (back && m_pages->currentWidget() != m_listPage) {
        Q_EMIT titleChanged(m_presenter->isOpen() ? m_presenter->meeting().title : tr("New meeting"));
        Q_EMIT roomWanted(m_pages->currentWidget() == m_reader);
        m_presenter->refresh();
        return;
    }
    showList();
}

void MeetingsPage::takeFocus()
{
    if (m_pages->currentWidget() == m_editor)
        m_editor->takeFocus();
    else if (m_pages->currentWidget() == m_reader)
        m_reader->takeFocus();
    else if (m_stack->currentIndex() != Empty || !m_empty->focusButton())
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// Files on their way are not given up by the way.
void MeetingsPage::goBack()
{
    if (m_intake->isBusy()
        && !dialogs().confirm(this, tr("Files are still on their way into the meeting. Give them up?"), tr("Give up")))
        return;
    showList();
}

void MeetingsPage::showList()
{
    m_pages->setCurrentWidget(m_listPage); // first, so that the field one was in counts
    m_reader->leave();
    m_intake->clear();
    const auto last = m_presenter->id();
    if (m_keepLater->isActive())
        keepNow();
    m_keepLater->stop();
    m_presenter->close();
    m_keptSeq = 0;
    m_banner->clear();
    if (m_list->isOld())
        showEntries();
    showAbove();
    m_loading->setLoading(!m_read);
    m_list->read();
    if (last && m_model->rowOf(*last) >= 0)
        m_table->selectRow(m_model->rowOf(*last));
    Q_EMIT titleChanged(tr("Meetings"));
    Q_EMIT roomWanted(false);
    takeFocus();
}

void MeetingsPage::showEntries()
{
    m_read = true;
    if (m_search->text().isEmpty())
        m_loading->setLoading(false);
    const MeetingEntry *before = m_model->entry(m_table->currentIndex().row());
    const std::optional<MeetingId> chosen = before ? std::optional(before->row.id) : std::nullopt;
    m_model->setEntries(m_list->entries(), m_session.info().today);
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->entry(row))
            m_table->setSpan(row, 0, 1, MeetingModel::ColumnCount);
    }
    fitNews();
    const int same = chosen ? m_model->rowOf(*chosen) : -1;
    m_table->selectRow(same >= 0 ? same : m_model->firstEntry());
    if (m_search->text().isEmpty()) {
        const bool hadFocus = m_stack->currentWidget()->hasFocus() || m_empty->isAncestorOf(focusWidget());
        m_empty->setContents(QStringLiteral("presentation"), tr("No meetings"),
                             tr("Meetings you are invited to, and those you prepare, are listed here."),
                             tr("New meeting"));
        m_stack->setCurrentIndex(m_model->rowCount() == 0 ? Empty : Table);
        if (hadFocus && isVisible() && m_pages->currentWidget() == m_listPage)
            takeFocus();
    }
    showAbove();
    showKept();
    Q_EMIT counted(m_list->pressing());
}

/// What is new takes the room it needs, where there is that much: titles have the rest.
void MeetingsPage::fitNews()
{
    const QFontMetrics metrics(fontFor(TextRole::Body));
    int widest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->entry(row))
            widest = std::max(widest,
                              metrics.horizontalAdvance(m_model->index(row, MeetingModel::News).data().toString())
                                  + grown(kNewsMargins));
    }
    const int least = std::min(grown(kNewsWidth), m_table->width() / kLeastNews);
    m_table->horizontalHeader()->resizeSection(MeetingModel::News,
                                               std::clamp(widest, least, std::max(least, m_table->width() / 2)));
}

void MeetingsPage::search(const QString &words)
{
    m_intoHits = false;
    m_loading->setLoading(!words.isEmpty());
    m_list->find(words);
    if (words.isEmpty())
        showEntries();
}

void MeetingsPage::openChosen()
{
    if (const MeetingEntry *chosen = m_model->entry(m_table->currentIndex().row()))
        open(chosen->row.id);
}

void MeetingsPage::openHit()
{
    if (const MeetingHit *hit = m_hits->hit(m_found->currentIndex()))
        open(hit->meeting, *hit);
}

void MeetingsPage::open(MeetingId id, std::optional<MeetingHit> at)
{
    m_at = std::move(at);
    m_place.reset();
    m_left = {};
    m_loading->setLoading(true);
    m_presenter->open(id);
}

void MeetingsPage::read(MeetingId id)
{
    if (m_pages->currentWidget() != m_listPage && m_presenter->id() != id)
        goBack();
    if (m_pages->currentWidget() == m_listPage)
        open(id);
}

/// A draft is opened to go on with it, anything else to be read.
void MeetingsPage::showOpened()
{
    m_loading->setLoading(false);
    if (m_at) {
        const MeetingHit at = *std::exchange(m_at, std::nullopt);
        showReader({{at.paper, at.page}});
        m_reader->find(m_search->text());
        m_reader->takeFocus(); // the words are found already
    } else if (m_place) {
        showReader(*std::exchange(m_place, std::nullopt));
    } else if (m_presenter->isSecretary() && !m_presenter->isKept()
               && m_presenter->meeting().state == MeetingState::Draft) {
        showEditor();
    } else {
        showReader({});
    }
}

void MeetingsPage::showReader(const ReadingPlace &place)
{
    m_pages->setCurrentWidget(m_reader);
    Q_EMIT titleChanged(m_presenter->meeting().title);
    Q_EMIT roomWanted(true);
    m_reader->begin(place);
    m_reader->takeFocus();
}

void MeetingsPage::showEditor()
{
    m_left = m_reader->place();
    m_reader->leave();
    m_pages->setCurrentWidget(m_editor);
    Q_EMIT titleChanged(m_presenter->meeting().title);
    Q_EMIT roomWanted(false);
    m_editor->begin();
    m_editor->takeFocus();
}

bool MeetingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (watched == m_found)
                openHit();
            else
                openChosen();
            return true;
        }
        if (key == Qt::Key_Escape && watched == m_found) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MeetingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitNews();
}

void MeetingsPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) {
        m_away = true;
        m_reader->pause();
        if (m_presenter->isOpen())
            m_list->read(); // elsewhere it is said what is under way
    }
    QWidget::hideEvent(event);
}

} // namespace kessai
