// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casepanel.h"

#include "core/cases/cancellation.h"
#include "core/cases/nextdecision.h"
#include "core/services/examination.h"
#include "ui/casechip.h"
#include "ui/cases/actbar.h"
#include "ui/cases/addstepdialog.h"
#include "ui/cases/casefacts.h"
#include "ui/cases/casepresenter.h"
#include "ui/cases/historylist.h"
#include "ui/cases/papercheck.h"
#include "ui/cases/routeviews.h"
#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/routestrip.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace kessai {

namespace {

constexpr int kRecordedMs = 8'000;
constexpr int kPapersMs = 600; ///< after which a voucher in sight is compared with its papers
constexpr int kLowPanel = 500; ///< the height below which the route gives its place to the content

QScrollArea *scrolling(QWidget *widget, const QString &name)
{
    auto *area = new QScrollArea;
    area->setAccessibleName(name);
    area->setWidget(widget);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The card shows through.
    widget->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

QToolButton *headButton(QWidget *parent, const QString &name, const QString &iconName, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

} // namespace

CasePanel::CasePanel(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new CasePresenter(session, this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)), m_page(new QWidget(this)),
      m_loading(new LoadingLine(this)), m_chip(new StatusChip(this)), m_cancels(new StatusChip(this)),
      m_number(new ElidedLabel(TextRole::Caption, this)), m_title(new TextLabel(TextRole::CardTitle, this)),
      m_print(headButton(this, QStringLiteral("printButton"), QStringLiteral("printer"), tr("Print (Ctrl+P)"))),
      m_pdf(headButton(this, QStringLiteral("pdfButton"), QStringLiteral("file-type-pdf"), tr("Save as PDF"))),
      m_notice(new QuietBanner(this)), m_banner(new QuietBanner(this)), m_recorded(new QuietBanner(this)),
      m_recordedGone(new QTimer(this)), m_route(new QWidget(this)), m_strip(new RouteStrip(m_route)),
      m_reason(new TextLabel(TextRole::Caption, m_route)), m_head(new QVBoxLayout), m_told(new QVBoxLayout),
      m_tabs(new QTabWidget(this)), m_facts(new CaseFacts), m_files(new QListWidget), m_history(new HistoryList),
      m_acts(new ActBar(this)), m_papersLater(new QTimer(this))
{
    m_empty->setObjectName(QStringLiteral("caseEmpty"));
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("caseTitle"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_cancels->setObjectName(QStringLiteral("cancellationChip"));
    m_cancels->setLook(cancellationChip());
    m_notice->hide();
    m_notice->setObjectName(QStringLiteral("caseNotice"));
    m_banner->hide();
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("caseTabs"));
    auto *content = new QWidget;
    auto *told = new QVBoxLayout(content);
    told->setContentsMargins({});
    told->setSpacing(0);
    m_told->setContentsMargins(metric::kCardPadding, metric::kGap, metric::kCardPadding, 0);
    told->addLayout(m_told);
    told->addWidget(m_facts, 1);
    m_tabs->addTab(scrolling(content, tr("Content")), tr("Content"));
    m_tabs->addTab(m_files, tr("Attachments"));
    m_tabs->addTab(scrolling(m_history, tr("History")), tr("History"));
    m_files->setAccessibleName(tr("Attachments"));
    m_files->setObjectName(QStringLiteral("attachmentList"));
    m_files->setFrameShape(QFrame::NoFrame);
    m_strip->setAccessibleName(tr("Route"));
    m_strip->setObjectName(QStringLiteral("caseRoute"));
    m_banner->setObjectName(QStringLiteral("caseBanner"));
    m_recorded->setObjectName(QStringLiteral("caseRecorded"));
    m_recordedGone->setSingleShot(true);
    m_recordedGone->setInterval(kRecordedMs);
    connect(m_recordedGone, &QTimer::timeout, m_recorded, &QuietBanner::clear);
    buildHead();

    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    clear();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_stack);

    connect(m_presenter, &CasePresenter::opened, this, &CasePanel::showCase);
    connect(m_presenter, &CasePresenter::insightsArrived, this, &CasePanel::showInsights);
    m_papersLater->setSingleShot(true);
    m_papersLater->setInterval(kPapersMs);
    connect(m_papersLater, &QTimer::timeout, this, &CasePanel::checkPapers);
    connect(m_presenter, &CasePresenter::openFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        if (m_presenter->view()) {
            say(error);
            return;
        }
        clear();
        const ErrorText text = errorText(error);
        m_empty->setContents(QStringLiteral("alert-triangle"), text.what, text.next);
    });
    connect(m_presenter, &CasePresenter::busyChanged, m_acts, &ActBar::setBusy);
    connect(m_presenter, &CasePresenter::busyChanged, m_loading, &LoadingLine::setLoading);
    connect(m_presenter, &CasePresenter::actFailed, this, &CasePanel::say);
    connect(m_presenter, &CasePresenter::acted, this, [this](CaseId id, const Act &act) {
        m_acts->setComment({});
        m_banner->clear();
        Q_EMIT acted(id, act);
    });
    connect(m_acts, &ActBar::actChosen, m_presenter, &CasePresenter::act);
    connect(m_acts, &ActBar::bothChosen, this, [this](const QString &comment) {
        if (const auto decision = decisionAtOnce())
            m_presenter->actAtOnce({Approve{}, Approve{decision, comment}});
    });
    connect(m_acts, &ActBar::cancellationChosen, m_presenter, &CasePresenter::draftCancellation);
    connect(m_presenter, &CasePresenter::cancellationDrafted, this, [this](CaseId draft) {
        m_acts->setComment({});
        m_banner->clear();
        Q_EMIT editRequested(draft);
    });
    connect(m_acts, &ActBar::discardChosen, m_presenter, &CasePresenter::deleteDraft);
    connect(m_presenter, &CasePresenter::draftDeleted, this, &CasePanel::draftDeleted);
    connect(m_acts, &ActBar::addStepChosen, this, &CasePanel::addStep);
    connect(m_acts, &ActBar::reasonMissing, this,
            [this] { m_banner->say(BannerKind::Warning, refusalText(Refusal::ReasonMissing).what); });
    connect(m_acts, &ActBar::editChosen, this, [this] {
        if (m_shown && m_presenter->settled())
            Q_EMIT editRequested(*m_shown);
    });
    connect(m_notice, &QuietBanner::actionTriggered, this, [this] {
        if (const auto other = otherCase())
            open(*other);
    });
    connect(m_strip, &RouteStrip::stepActivated, this, &CasePanel::showStepReason);
    const auto openFile = [this](const QListWidgetItem *item) {
        const CaseView *shown = m_presenter->view();
        const int row = m_files->row(item);
        if (shown && !shown->concealsFiles() && row >= 0 && size_t(row) < shown->content.attachments.size())
            Q_EMIT attachmentRequested(shown->content.attachments[size_t(row)]);
    };
    connect(m_files, &QListWidget::itemActivated, this, openFile);
    connect(m_files, &QListWidget::itemClicked, this, openFile);
    connect(m_print, &QToolButton::clicked, this, &CasePanel::printRequested);
    connect(m_pdf, &QToolButton::clicked, this, &CasePanel::pdfRequested);
    auto *print = new QShortcut(QKeySequence::Print, this);
    connect(print, &QShortcut::activated, this, [this] {
        if (m_print->isVisible() && m_print->isEnabled())
            Q_EMIT printRequested();
    });
}

void CasePanel::buildHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::kFieldGap);
    head->addWidget(m_chip);
    head->addWidget(m_cancels);
    head->addWidget(m_number, 1);
    head->addWidget(m_print);
    head->addWidget(m_pdf);
    auto *route = new QVBoxLayout(m_route);
    route->setContentsMargins({});
    route->setSpacing(metric::kGap);
    route->addWidget(m_strip);
    route->addWidget(m_reason);
    m_head->setContentsMargins(metric::kCardPadding, metric::kFieldGap, metric::kCardPadding, metric::kGap);
    m_head->setSpacing(metric::kGap);
    m_head->addLayout(head);
    m_head->addWidget(m_title);
    m_head->addWidget(m_notice);
    m_head->addWidget(m_route);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_loading);
    page->addLayout(m_head);
    page->addWidget(m_tabs, 1);
    // Beside what it answers: the box for the reason, and the buttons.
    auto *said = new QVBoxLayout;
    said->setContentsMargins(metric::kCardPadding, 0, metric::kCardPadding, 0);
    said->setSpacing(metric::kGap);
    said->addWidget(m_recorded);
    said->addWidget(m_banner);
    page->addLayout(said);
    page->addWidget(m_acts);
}

/// On a low screen the route stands in a tab of its own, whole, and what is said of the case scrolls above its content, so that the content
/// and the acts stay in sight.
void CasePanel::fitHeight()
{
    const bool low = height() < grown(kLowPanel);
    if (low == (m_routeTab != nullptr))
        return;
    if (low) {
        m_told->addWidget(m_notice);
        m_recorded->clear();
        auto *page = new QWidget;
        auto *layout = new QVBoxLayout(page);
        layout->setContentsMargins(metric::kCardPadding, metric::kFieldGap, metric::kCardPadding, metric::kFieldGap);
        layout->addWidget(m_route);
        layout->addStretch(1);
        m_routeTab = scrolling(page, tr("Route"));
        m_tabs->insertTab(1, m_routeTab, tr("Route"));
    } else {
        m_head->addWidget(m_notice);
        m_head->addWidget(m_route);
        delete std::exchange(m_routeTab, nullptr); // and with it the tab
    }
}

void CasePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void CasePanel::open(CaseId id)
{
    m_loading->setLoading(true);
    m_presenter->open(id);
}

/// To whoever is to approve an order of payment its papers say whether they bear its amount.
void CasePanel::showInsights()
{
    m_facts->showInsights(m_presenter->insights());
    m_papersLater->stop();
    if (m_papers)
        m_papers->stop();
    const CaseView *view = m_presenter->view();
    if (view && view->acts.approve && !view->content.attachments.empty() && ordersPayment(view->definition))
        m_papersLater->start();
}

void CasePanel::checkPapers()
{
    const CaseView *view = m_presenter->view();
    if (!view)
        return;
    if (!m_papers) {
        m_papers = new PaperCheck(m_session, this);
        connect(m_papers, &PaperCheck::checked, this, [this](const QStringList &remarks) {
            if (remarks.isEmpty() || !m_papers->couldRead())
                return; // nobody but an examiner has to be told that a picture has no text
            Insight remark;
            remark.text = {remarks.front(), remarks.front()};
            remark.remarkable = true;
            m_facts->putFirst(remark);
        });
    }
    m_papers->check(*view);
}

void CasePanel::confirm(const QString &sentence)
{
    if (m_routeTab)
        return; // on a low screen the line below says it, and the next case can be read
    m_recorded->say(BannerKind::Success, sentence);
    m_recordedGone->start();
}

void CasePanel::clear()
{
    m_presenter->clear();
    m_papersLater->stop();
    if (m_papers)
        m_papers->stop();
    swapComment(std::nullopt);
    m_loading->setLoading(false);
    m_empty->setContents(QStringLiteral("inbox"), tr("No case chosen"), tr("Choose one in the list to see it here."));
    m_stack->setCurrentWidget(m_empty);
}

std::optional<CaseId> CasePanel::currentCase() const
{
    return m_shown;
}

const CaseView *CasePanel::view() const
{
    return m_presenter->view();
}

void CasePanel::focusActs()
{
    m_acts->focusFirst();
}

void CasePanel::deleteDraft()
{
    m_presenter->deleteDraft();
}

bool CasePanel::hasTypedComment() const
{
    return !m_acts->comment().isEmpty();
}

/// Goes on to another case, or none, with what was typed for it before; an act that was chosen and waits for its reason stays behind.
void CasePanel::swapComment(std::optional<CaseId> to)
{
    if (m_shown == to)
        return;
    if (m_shown && hasTypedComment())
        m_typed.insert(*m_shown, m_acts->comment());
    m_shown = to;
    m_acts->forget();
    m_acts->setComment(to ? m_typed.take(*to) : QString());
}

/// What is wrong, and what its drafter can do about a case that somebody else filed in their name.
QString CasePanel::damageText(const CaseView &view)
{
    const QString damaged = refusalText(Refusal::Damaged).both();
    return view.acts.cancel
        ? tr("%1 If somebody filed it in your name, give it up below: it then counts for nothing.").arg(damaged)
        : damaged;
}

void CasePanel::showCase()
{
    const CaseView &view = *m_presenter->view();
    const Case &state = view.verified.state;
    const bool another = m_shown != view.record.id;
    swapComment(view.record.id);
    m_loading->setLoading(false);
    m_stack->setCurrentWidget(m_page);

    const bool sound = view.verified.sound();
    const CancellationLink *by = view.record.cancellation();
    const bool revoked = by && by->decided;
    m_chip->setState(!sound ? ChipState::Damaged : revoked ? ChipState::Revoked : chipStateOf(state));
    m_cancels->setVisible(cancellationIn(view.content.fields).has_value());
    const QString form = view.definition.name.text(englishWording());
    const QString number = view.record.number.isEmpty() ? form : tr("%1 ・ %2").arg(view.record.number, form);
    m_number->setText(view.record.important ? tr("%1 ・ Important").arg(number) : number);
    m_title->setText(view.record.title);
    m_print->setEnabled(sound);
    m_pdf->setEnabled(sound);
    if (another) {
        m_banner->clear();
        m_tabs->setCurrentIndex(0);
    }
    const QString verdict = verdictText(view);
    if (!sound)
        m_notice->say(BannerKind::Error, damageText(view), {}, false);
    else if (!verdict.isEmpty())
        m_notice->say(BannerKind::Warning, verdict, {}, false);
    else if (view.parted)
        m_notice->say(BannerKind::Information, refusalText(Refusal::PartTaken).both(), {}, false);
    else if (const QString reminder = reminderText(view); !reminder.isEmpty())
        m_notice->say(BannerKind::Information, reminder, {}, false);
    else if (const QString cancelled = cancellationText(view); !cancelled.isEmpty())
        m_notice->say(BannerKind::Information, cancelled, otherCase() ? tr("Open it") : QString(), false);
    else
        m_notice->clear();

    m_strip->setSteps(routeStepViews(view.route, m_session.now(), englishWording()));
    m_strip->setVisible(!view.route.empty());
    m_reason->hide();
    m_facts->show(view);
    showInsights();
    m_files->clear();
    for (const Attachment &attachment : view.content.attachments) {
        auto *item = new QListWidgetItem(icon(QStringLiteral("paperclip")),
                                         attachment.name + QLatin1String("  ") + fileSize(attachment.size));
        item->setToolTip(view.concealsFiles() ? concealedText() : tr("Open beside the case"));
        m_files->addItem(item);
    }
    if (view.concealsFiles() && m_files->count() > 0) {
        auto *note = new QListWidgetItem(concealedText());
        note->setFlags(Qt::NoItemFlags);
        m_files->addItem(note);
    }
    const int files = m_tabs->indexOf(m_files);
    m_tabs->setTabText(files, tr("Attachments %1").arg(view.content.attachments.size()));
    m_tabs->setTabEnabled(files, !view.content.attachments.empty());
    m_tabs->setTabText(files + 1, tr("History %1").arg(view.history.size()));
    m_history->show(view.history);

    QHash<int, QString> titles;
    for (const StepView &step : view.route) {
        if (!step.assignments.empty())
            titles.insert(step.no, step.assignments.front().title);
    }
    if (view.isDraft())
        m_acts->setDraft();
    else {
        const auto instead = insteadOfRejecting(view);
        m_acts->setActs(view.acts, titles, view.cancellable(),
                        {approveWord(view), instead, instead && tooLate(*instead, view), bool(decisionAtOnce())});
    }
    Q_EMIT opened(view.record.id, state.seq);
}

/// The decision that is the reader's as soon as they agree, in a sound case.
std::optional<AssignmentRef> CasePanel::decisionAtOnce() const
{
    const CaseView *view = m_presenter->view();
    return view && view->acts.approve && view->verified.sound()
        ? nextDecision(view->verified.state, m_session.info().me.id, *view->office)
        : std::nullopt;
}

/// The case that cancels the one shown, or is cancelled by it.
std::optional<CaseId> CasePanel::otherCase() const
{
    const CaseView *view = m_presenter->view();
    if (!view)
        return std::nullopt;
    const CaseRecord &record = view->record;
    if (const CancellationLink *by = record.cancellation())
        return by->other;
    if (!record.cancelledBy.empty())
        return record.cancelledBy.back().other;
    return record.cancels ? std::optional(record.cancels->other) : std::nullopt;
}

void CasePanel::addStep()
{
    const CaseView *view = m_presenter->view();
    if (!view || !m_presenter->settled())
        return;
    auto *dialog = new AddStepDialog(view->office, view->acts.addBefore, m_acts->comment(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_presenter, [this, dialog, id = view->record.id] {
        if (m_shown == id)
            m_presenter->act(dialog->step());
    });
    dialog->open();
}

void CasePanel::showStepReason(int step)
{
    const CaseView *view = m_presenter->view();
    if (!view || step < 0 || size_t(step) >= view->route.size())
        return;
    const QString reason = stepReason(view->route[size_t(step)], englishWording());
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void CasePanel::say(const Error &error)
{
    const bool gentle = error.refusal == Refusal::ReasonMissing || error.refusal == Refusal::Stale;
    m_banner->say(gentle ? BannerKind::Warning : BannerKind::Error, errorText(error).both());
}

} // namespace kessai
