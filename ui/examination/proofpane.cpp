// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/proofpane.h"

#include "core/services/transfer.h"
#include "ui/errortext.h"
#include "ui/pdf/documentpresenter.h"
#include "ui/pdf/documentview.h"
#include "ui/pdf/pagearea.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/emptystate.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

/// What is kept of papers seen or fetched ahead.
constexpr qint64 kMostKept = 64LL * 1024 * 1024;
/// That are opened before anything is looked for in them: an invoice and what proves the delivery.
constexpr int kOpenedAtOnce = 2;
constexpr qsizetype kMostTabName = 10;
/// A place somebody points at is about as large as a figure, in shares of the page.
constexpr double kPointedWidth = 0.14;
constexpr double kPointedHeight = 0.022;

int tenThousandths(double share)
{
    return std::clamp(int(share * kWholePage + 0.5), 0, kWholePage);
}

/// The beginning of a file's name, which says what it is: 見積書（特定非営利….
QString tabName(const QString &file)
{
    const QString name = file.contains(QLatin1Char('.')) ? file.section(QLatin1Char('.'), 0, -2) : file;
    return name.size() > kMostTabName ? QString(name.left(kMostTabName - 1) + QChar(u'…')) : name;
}

QRectF shareOf(const ProofPlace &place)
{
    const double whole = kWholePage;
    return {place.x / whole, place.y / whole, place.width / whole, place.height / whole};
}

} // namespace

ProofPane::ProofPane(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)), m_blank(new QWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("proofTabs"));
    m_tabs->setAccessibleName(tr("Proof"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone); // tabName() is short
    m_tabs->setUsesScrollButtons(true);
    m_empty->setObjectName(QStringLiteral("noProof"));
    m_empty->setContents(QStringLiteral("paperclip"), tr("No proof is attached"),
                         tr("Neither the voucher nor its commitment has papers you may read."));
    m_stack->addWidget(m_blank);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index < 0 || index >= paperCount())
            return;
        m_stack->setCurrentWidget(placeAt(index).view);
        load(index);
        Q_EMIT found();
    });
}

ProofPane::Place &ProofPane::placeAt(int index)
{
    while (int(m_places.size()) <= index) {
        const int at = int(m_places.size());
        auto *view = new DocumentView(m_stack);
        m_places.push_back({view, {}});
        m_stack->addWidget(view);
        connect(&view->presenter(), &DocumentPresenter::hitsChanged, this, [this, at] { onHits(at); });
        connect(&view->presenter(), &DocumentPresenter::stateChanged, this, [this, at] {
            if (at >= paperCount())
                return;
            switch (m_places[size_t(at)].view->presenter().state()) {
            case DocumentPresenter::State::Ready:
                showMarks();
                if (m_toShow && m_toShow->sha256 == m_papers[size_t(at)].file.sha256)
                    showPlace(*m_toShow);
                if (!m_sought)
                    Q_EMIT found(); // it stands there, and nothing is looked for in it that would say so
                break;
            case DocumentPresenter::State::Locked:
            case DocumentPresenter::State::Failed: onHits(at); break; // the next one is looked through
            case DocumentPresenter::State::Empty:
            case DocumentPresenter::State::Loading: break;
            }
        });
        connect(&view->pageArea(), &PageArea::pageClicked, this, [this, at](int page, const QPointF &share) {
            if (at >= paperCount())
                return;
            const QRectF around(std::clamp(share.x() - kPointedWidth / 2, 0.0, 1 - kPointedWidth),
                                std::clamp(share.y() - kPointedHeight / 2, 0.0, 1 - kPointedHeight), kPointedWidth,
                                kPointedHeight);
            Q_EMIT pointedAt(placeOn(at, page, around));
        });
    }
    return m_places[size_t(index)];
}

void ProofPane::clearTabs()
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
}

void ProofPane::expect()
{
    m_papers.clear();
    m_spellings.clear();
    m_sought = false;
    m_toShow.reset();
    clearTabs();
    m_tabs->hide();
    m_stack->setCurrentWidget(m_blank);
}

void ProofPane::setPapers(std::vector<ProofPaper> papers)
{
    m_papers = std::move(papers);
    m_marks.clear();
    m_spellings.clear();
    m_sought = false;
    m_toShow.reset();
    clearTabs();
    const QSignalBlocker quiet(m_tabs);
    for (const ProofPaper &paper : m_papers) {
        const QString name = tabName(paper.file.name);
        const int tab = m_tabs->addTab(icon(QStringLiteral("file-text")),
                                       paper.of == ProofPaper::Of::Commitment  ? tr("%1 (commitment)").arg(name)
                                           : paper.of == ProofPaper::Of::Order ? tr("%1 (order)").arg(name)
                                                                               : name);
        m_tabs->setTabToolTip(tab, paper.file.name);
    }
    m_tabs->setVisible(!m_papers.empty());
    for (size_t i = 0; i < m_places.size(); ++i) {
        Place &place = m_places[i];
        if (i < m_papers.size() && place.paper == m_papers[i].file.sha256)
            continue;
        place.paper.clear();
        place.failed = false;
        place.view->clear();
    }
    if (m_papers.empty()) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    placeAt(paperCount() - 1); // and all before it
    m_stack->setCurrentWidget(m_places.front().view);
    for (int i = 0; i < std::min(paperCount(), kOpenedAtOnce); ++i)
        load(i);
}

void ProofPane::fetchAhead(const std::vector<ProofPaper> &papers)
{
    for (const ProofPaper &paper : papers) {
        if (m_bytes.contains(paper.file.sha256))
            continue;
        auto *download = new Download(m_session.desk(), paper.file, this);
        connect(download, &Download::finished, this,
                [this, download, sha256 = paper.file.sha256](const QByteArray &bytes) {
                    download->deleteLater();
                    keep(sha256, bytes);
                });
        connect(download, &Download::failed, download, &QObject::deleteLater);
        download->start();
    }
}

void ProofPane::keep(const QByteArray &sha256, const QByteArray &bytes)
{
    if (m_bytes.contains(sha256) || bytes.size() > kMostKept)
        return;
    m_bytes.insert(sha256, bytes);
    m_kept.append(sha256);
    m_size += bytes.size();
    while (m_size > kMostKept && m_kept.size() > 1)
        m_size -= m_bytes.take(m_kept.takeFirst()).size();
}

void ProofPane::load(int index)
{
    const ProofPaper paper = m_papers[size_t(index)];
    Place &place = m_places[size_t(index)];
    if (place.paper == paper.file.sha256)
        return;
    place.paper = paper.file.sha256;
    place.failed = false;
    DocumentView *view = place.view;
    const auto showBytes = [this, view, paper, index](const QByteArray &bytes) {
        view->setDocument(paper.file.name, paper.file.mediaType, bytes);
        if (!m_spellings.isEmpty() && proves(index))
            view->find(m_spellings, m_beside);
    };
    if (const auto known = m_bytes.constFind(paper.file.sha256); known != m_bytes.constEnd()) {
        showBytes(*known);
        return;
    }
    view->setFetching(paper.file.name);
    auto *download = new Download(m_session.desk(), paper.file, this);
    const auto isWanted = [this, index, paper] { return m_places[size_t(index)].paper == paper.file.sha256; };
    connect(download, &Download::finished, this, [this, download, paper, isWanted, showBytes](const QByteArray &bytes) {
        download->deleteLater();
        keep(paper.file.sha256, bytes);
        if (isWanted())
            showBytes(bytes);
    });
    connect(download, &Download::failed, this, [this, index, download, view, isWanted](const Error &error) {
        download->deleteLater();
        if (!isWanted())
            return;
        m_places[size_t(index)].paper.clear(); // it is fetched again when somebody comes back to it
        m_places[size_t(index)].failed = true;
        const ErrorText text = errorText(error);
        view->setMessage(QStringLiteral("alert-triangle"), text.what, text.next);
        onHits(index);
    });
    download->start();
}

DocumentView *ProofPane::currentView() const
{
    const int index = m_tabs->currentIndex();
    return index >= 0 && index < paperCount() && index < int(m_places.size()) ? m_places[size_t(index)].view : nullptr;
}

/// Whether hits may come yet of a paper that was opened.
bool ProofPane::mayHaveMore(const Place &place) const
{
    const DocumentPresenter &one = place.view->presenter();
    return !place.paper.isEmpty()
        && (one.state() == DocumentPresenter::State::Empty || one.state() == DocumentPresenter::State::Loading
            || one.isSearching());
}

bool ProofPane::settled() const
{
    const std::vector<int> papers = lookingOrder();
    return std::none_of(papers.begin(), papers.end(), [this](int at) { return mayHaveMore(m_places[size_t(at)]); });
}

/// Whether the paper may prove what is looked for.
bool ProofPane::proves(int index) const
{
    const ProofPaper &paper = m_papers[size_t(index)];
    const bool agreed = paper.of == ProofPaper::Of::Commitment;
    if (m_own && agreed && m_papers.front().of == ProofPaper::Of::Voucher) // its own come first
        return false;
    const PaperKinds kinds = paperKinds(paper.file.name);
    return !m_kind || !kinds || (kinds & m_kind);
}

std::vector<int> ProofPane::lookingOrder() const
{
    const int count = paperCount();
    const int first = std::max(0, m_tabs->currentIndex());
    std::vector<int> order;
    for (int i = 0; i < count; ++i) {
        if (const int at = (first + i) % count; proves(at))
            order.push_back(at);
    }
    std::stable_partition(order.begin(), order.end(),
                          [this](int at) { return bool(paperKinds(m_papers[size_t(at)].file.name) & m_kind); });
    return order;
}

void ProofPane::find(const CheckItem &item)
{
    m_spellings = item.spellings;
    m_beside = item.beside;
    m_kind = item.paper;
    m_own = item.own;
    m_sought = !m_spellings.isEmpty();
    m_toShow.reset();
    for (int i = 0; i < paperCount(); ++i) {
        if (!m_places[size_t(i)].paper.isEmpty())
            m_places[size_t(i)].view->find(proves(i) ? m_spellings : QStringList(), m_beside);
    }
    if (m_sought)
        onHits(m_tabs->currentIndex());
    Q_EMIT found();
}

/// Comes to the first paper with a hit, once it is certain that the one in sight has none. What was not opened yet is opened for that.
void ProofPane::onHits(int index)
{
    if (index < 0 || index >= paperCount())
        return;
    bool more = false;
    for (const int at : m_sought ? lookingOrder() : std::vector<int>()) {
        const Place &place = m_places[size_t(at)];
        if (place.paper.isEmpty() && !place.failed)
            load(at);
        if (!place.view->presenter().hits().isEmpty()) {
            m_sought = false;
            m_tabs->setCurrentIndex(at);
            break;
        }
        if (mayHaveMore(place)) {
            more = true;
            break;
        }
    }
    m_sought = m_sought && more; // else it is found, or nowhere
    if (index == m_tabs->currentIndex() || !m_sought)
        Q_EMIT found();
}

void ProofPane::findNext()
{
    if (DocumentView *view = currentView()) {
        view->nextHit();
        Q_EMIT found();
    }
}

void ProofPane::showPlace(const ProofPlace &place)
{
    for (int i = 0; i < paperCount(); ++i) {
        if (m_papers[size_t(i)].file.sha256 != place.sha256)
            continue;
        m_sought = false;
        m_tabs->setCurrentIndex(i);
        DocumentView *view = m_places[size_t(i)].view;
        const bool there = view->presenter().state() == DocumentPresenter::State::Ready;
        m_toShow = there ? std::nullopt : std::optional(place);
        if (there)
            view->pageArea().showPlace(place.page, shareOf(place));
        return;
    }
}

void ProofPane::setMarks(const std::vector<ProofMark> &marks, const QString &current)
{
    m_marks = marks;
    m_current = current;
    showMarks();
}

void ProofPane::showMarks()
{
    for (int i = 0; i < paperCount() && i < int(m_places.size()); ++i) {
        QList<PageMark> shown;
        for (const ProofMark &mark : m_marks) {
            if (mark.place && mark.place->sha256 == m_papers[size_t(i)].file.sha256)
                shown.append({mark.place->page, shareOf(*mark.place), mark.field == m_current});
        }
        m_places[size_t(i)].view->pageArea().setMarks(shown);
    }
}

ProofPlace ProofPane::placeOn(int index, int page, const QRectF &share) const
{
    ProofPlace place{m_papers[size_t(index)].file.sha256, page, tenThousandths(share.x()),
                     tenThousandths(share.y()),           0,    0};
    place.width = std::min(tenThousandths(share.width()), kWholePage - place.x);
    place.height = std::min(tenThousandths(share.height()), kWholePage - place.y);
    return place;
}

std::optional<ProofPlace> ProofPane::foundPlace() const
{
    const DocumentView *view = currentView();
    const auto hit = view && !m_spellings.isEmpty() ? view->currentHit() : std::nullopt;
    if (!hit || hit->boxes.isEmpty())
        return std::nullopt;
    const QSizeF size = const_cast<DocumentView *>(view)->presenter().layoutSize(hit->page);
    const QRectF box = hit->boxes.first();
    return placeOn(
        m_tabs->currentIndex(), hit->page,
        {box.x() / size.width(), box.y() / size.height(), box.width() / size.width(), box.height() / size.height()});
}

QString ProofPane::placeText(const ProofPlace &place) const
{
    for (const ProofPaper &paper : m_papers) {
        if (paper.file.sha256 == place.sha256)
            return tr("%1 p. %2", "a file, a page of it")
                .arg(paper.file.name.section(QLatin1Char('.'), 0, -2))
                .arg(place.page + 1);
    }
    return {};
}

void ProofPane::nextPaper(int step)
{
    if (paperCount() > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + paperCount()) % paperCount());
}

} // namespace kessai
