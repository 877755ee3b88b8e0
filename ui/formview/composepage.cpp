// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/composepage.h"

#include "core/cases/filing.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/formview/attachmentseditor.h"
#include "ui/formview/cancellationbox.h"
#include "ui/formview/composepresenter.h"
#include "ui/formview/composeside.h"
#include "ui/formview/formview.h"
#include "ui/formview/papersnote.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kColumnWidth = 800;
constexpr qsizetype kLeftOutShown = 80; ///< letters of each thing; all of it can be copied

/// What a field keeps of a case.
template <typename Ref>
Result<QJsonObject> kept(const Result<Ref> &ref)
{
    return ref ? Result<QJsonObject>(toJson(*ref).toObject()) : Result<QJsonObject>(ref.failure());
}

QStringList localFiles(const QMimeData *mime)
{
    QStringList paths;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

ComposePage::ComposePage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new ComposePresenter(session, this)),
      m_scroll(new QScrollArea(this)), m_banner(new QuietBanner(this)), m_formCard(new Card(this)),
      m_cancelling(new CancellationBox(session.info().today, this)), m_filing(new QWidget(this)),
      m_for(new QComboBox(m_filing)), m_forTrouble(new TextLabel(TextRole::Caption, m_filing)),
      m_form(new FormView(this)), m_general(new TextLabel(TextRole::Caption, this)), m_filesCard(new Card(this)),
      m_files(new AttachmentsEditor(this)), m_side(new ComposeSide(this)),
      m_discard(new QPushButton(tr("Discard"), this)), m_save(new QPushButton(tr("Save as draft"), this)),
      m_submit(new QPushButton(tr("Submit (&S)"), this))
{
    setAcceptDrops(true);
    setObjectName(QStringLiteral("composePage"));
    build();

    connect(m_cancelling, &CancellationBox::edited, this, [this](const Cancellation &cancellation) {
        m_submitting = false;
        m_presenter->setFields(cancelling(m_presenter->content().fields, cancellation));
        recheck();
    });
    connect(m_presenter, &ComposePresenter::loaded, this, &ComposePage::showLoaded);
    connect(m_presenter, &ComposePresenter::previewed, this, &ComposePage::showPreview);
    connect(m_presenter, &ComposePresenter::filledIn, m_form, &FormView::fill);
    connect(m_presenter, &ComposePresenter::attachmentsChanged, this, [this] {
        m_files->setAttachments(m_presenter->content().attachments);
        orderTab();
    });
    connect(m_presenter, &ComposePresenter::uploadProgressed, m_files, &AttachmentsEditor::setProgress);
    connect(m_presenter, &ComposePresenter::uploadEnded, m_files, &AttachmentsEditor::endProgress);
    connect(m_presenter, &ComposePresenter::draftSaved, this, [this](Instant at) {
        if (std::exchange(m_unsavedSaid, false))
            showVerdict();
        Q_EMIT savedAt(tr("Saved as a draft %1").arg(at.tokyo().toString(QStringLiteral("HH:mm"))));
    });
    const auto sayUnsaved = [this](const Error &error) {
        say(BannerKind::Warning,
            errorText(error).what + QLatin1Char(' ') + tr("What you typed is kept on this computer."));
        m_unsavedSaid = true;
    };
    const auto sayError = [this](const Error &error) {
        m_submitting = false;
        // Not in the place of the word that the text is safe.
        if (!m_unsavedSaid || error.code != ErrorCode::ConnectionLost)
            say(BannerKind::Error, errorText(error).both());
    };
    connect(m_presenter, &ComposePresenter::saveFailed, this, sayUnsaved);
    connect(m_presenter, &ComposePresenter::failed, this, sayError);
    connect(m_presenter, &ComposePresenter::busyChanged, this, [this](bool busy) {
        m_submit->setEnabled(!busy);
        m_discard->setEnabled(!busy);
        // What is typed now would be in neither the submission nor a draft.
        if (busy)
            m_focus = m_form->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
        m_formCard->setEnabled(!busy);
        m_filesCard->setEnabled(!busy);
        if (!busy && m_focus)
            m_focus->setFocus(Qt::OtherFocusReason);
    });
    connect(m_presenter, &ComposePresenter::recovering, this, &ComposePage::recovering);
    connect(m_presenter, &ComposePresenter::goneOn, this, &ComposePage::sayGoneOn);
    connect(m_banner, &QuietBanner::closed, this, [this] { m_leftOut.clear(); });
    connect(m_banner, &QuietBanner::actionTriggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_leftOut.join(QLatin1Char('\n'))); });
    connect(m_presenter, &ComposePresenter::openFailed, this, &ComposePage::openFailed);
    connect(m_presenter, &ComposePresenter::submitted, this, &ComposePage::submitted);
    connect(m_presenter, &ComposePresenter::discarded, this, &ComposePage::closed);

    connect(m_form, &FormView::edited, this, [this] {
        m_submitting = false;
        m_presenter->setFields(filingFor(m_form->fields(), filedFor(m_presenter->content().fields)));
        recheck();
    });
    connect(m_files, &AttachmentsEditor::filesChosen, this, &ComposePage::attach);
    connect(m_files, &AttachmentsEditor::removeRequested, m_presenter, &ComposePresenter::removeAttachment);
    connect(m_files, &AttachmentsEditor::cancelRequested, m_presenter, &ComposePresenter::cancelUpload);
    connect(m_submit, &QPushButton::clicked, this, &ComposePage::trySubmit);
    connect(m_save, &QPushButton::clicked, m_presenter, &ComposePresenter::saveNow);
    connect(m_discard, &QPushButton::clicked, this, &ComposePage::askDiscard);
    const auto shortcut = [this](const QKeySequence &keys, auto act) {
        auto *one = new QShortcut(keys, this);
        one->setContext(Qt::WidgetWithChildrenShortcut);
        connect(one, &QShortcut::activated, this, act);
    };
    shortcut(QKeySequence::Save, [this] { m_presenter->saveNow(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { trySubmit(); });
}

void ComposePage::buildFiling()
{
    m_for->setObjectName(QStringLiteral("filedFor"));
    m_for->setAccessibleName(tr("Whose request it is"));
    makeSearchable(*m_for, tr("Whose request it is"));
    auto *label = new TextLabel(tr("Whose request it is"), TextRole::Caption, m_filing);
    label->setBuddy(m_for);
    auto *layout = new QVBoxLayout(m_filing);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    layout->addWidget(label);
    layout->addWidget(m_for);
    m_forTrouble->setObjectName(QStringLiteral("filedForTrouble"));
    m_forTrouble->setToken(Token::DangerText);
    m_forTrouble->setWordWrap(true);
    m_forTrouble->hide();
    layout->addWidget(m_forTrouble);
    connect(m_for, &QComboBox::activated, this, &ComposePage::chooseFiled);
    connect(m_for->lineEdit(), &QLineEdit::editingFinished, this, &ComposePage::showWrong);
}

/// Writes the request for whoever was chosen. A name that is nobody of the list changes nothing, and nothing is submitted with it.
void ComposePage::chooseFiled()
{
    m_submitting = false;
    showWrong();
    if (isUnsettled(*m_for))
        return;
    const qint64 staff = m_for->currentData().toLongLong();
    m_presenter->setFields(
        filingFor(m_presenter->content().fields, staff > 0 ? std::optional(StaffId(staff)) : std::nullopt));
    recheck();
    Q_EMIT titleChanged(title());
}

/// What was wrong may be again what it was before, and then nothing else will say that it is right.
void ComposePage::recheck()
{
    if (m_refused && !m_presenter->previewing())
        showPreview();
}

/// Says what was typed where it stands for no entry of a list, or no longer so.
void ComposePage::showWrong()
{
    const bool wrong = m_for->currentIndex() < 0 && isUnsettled(*m_for);
    m_forTrouble->setText(wrong ? unsettledText(*m_for) : QString());
    m_forTrouble->setVisible(wrong);
    m_for->setAccessibleDescription(m_forTrouble->text());
    m_form->setFindings(m_presenter->preview().findings, m_insist);
}

/// Those one files for, with their section and post, oneself first.
void ComposePage::fillFiling()
{
    const DeskInfo &info = m_session.info();
    const bool own = m_presenter->correcting() || cancellationIn(m_presenter->content().fields);
    m_filing->setVisible(!own && !info.filesFor.empty());
    m_for->clear();
    m_forTrouble->hide();
    addEntry(*m_for, tr("My own"), 0);
    for (const StaffId colleague : info.filesFor) {
        const Staff *staff = info.office->staff(colleague);
        const auto post = info.office->primaryPost(colleague);
        const Post *held = post ? info.office->post(*post) : nullptr;
        if (staff && held)
            addEntry(
                *m_for,
                QStringLiteral("%1（%2 %3）").arg(staff->name(), info.office->sectionLabel(held->section), held->title),
                colleague.value(), staff->kana);
    }
    const auto whose = filedFor(m_presenter->content().fields);
    m_for->setCurrentIndex(std::max(0, m_for->findData(whose ? whose->value() : 0)));
}

void ComposePage::build()
{
    m_banner->hide();
    m_general->setWordWrap(true);
    m_general->hide();
    m_formCard->body()->setSpacing(metric::kFieldGap);
    buildFiling();
    m_formCard->body()->addWidget(m_filing);
    m_formCard->body()->addWidget(m_cancelling);
    m_formCard->body()->addWidget(m_form);
    m_formCard->body()->addWidget(m_general);
    m_filesCard->setTitle(tr("Attachments"));
    m_filesCard->body()->addWidget(m_files);
    auto *papers = new PapersNote(m_session, *m_presenter, m_filesCard);
    m_filesCard->body()->addWidget(papers);
    connect(papers, &PapersNote::said, m_side, &ComposeSide::setNotice);
    setButtonKind(*m_submit, ButtonKind::Primary);
    m_submit->setObjectName(QStringLiteral("submitButton"));
    m_submit->setIcon(icon(QStringLiteral("send"), Token::OnPrimary));
    m_submit->setMinimumSize(160, metric::kControlHeight);
    m_save->setObjectName(QStringLiteral("saveDraftButton"));
    m_discard->setObjectName(QStringLiteral("discardButton"));

    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(metric::kPageMargin, 0, metric::kPageMargin, metric::kPageMargin);
    layout->setSpacing(metric::kPageMargin);
    layout->addWidget(m_formCard);
    layout->addWidget(m_filesCard);
    layout->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("composeScroll"));
    m_scroll->setWidget(column);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    // The fields inside bring themselves into view; the frame around them is nothing to stop at.
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metric::kPageMargin, metric::kFieldGap, metric::kPageMargin, metric::kFieldGap);
    buttons->setSpacing(metric::kFieldGap);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_submit);
    auto *both = new QWidget(this);
    both->setMaximumWidth(grown(kColumnWidth) + m_side->width());
    auto *grid = new QGridLayout(both);
    grid->setContentsMargins({});
    grid->setSpacing(0);
    // Above what scrolls: what it says concerns the whole form, wherever in it one is.
    auto *said = new QVBoxLayout;
    said->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, 0);
    said->addWidget(m_banner);
    grid->addLayout(said, 0, 0, 1, 2);
    grid->addWidget(m_scroll, 1, 0);
    grid->addWidget(m_side, 1, 1);
    grid->addLayout(buttons, 2, 0, 1, 2);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);
    auto *page = new QHBoxLayout(this);
    page->setContentsMargins({});
    page->addStretch(1);
    page->addWidget(both, 100);
    page->addStretch(1);
}

void ComposePage::begin(const QString &form, const QDate &day, const QJsonObject &fields)
{
    for (const FormDefinition &definition : m_session.info().forms) {
        if (definition.code == form)
            m_presenter->begin(definition, day, fields);
    }
}

void ComposePage::resume(CaseId id)
{
    m_presenter->resume(id);
}

void ComposePage::leave()
{
    m_presenter->leave();
}

void ComposePage::takeFocus()
{
    if (m_cancelling->isHidden())
        m_form->focusFirst();
    else
        m_cancelling->takeFocus();
}

void ComposePage::recover()
{
    m_presenter->recoverUnsaved();
}

const QString &ComposePage::form() const
{
    return m_presenter->definition().code;
}

QString ComposePage::title() const
{
    const QString name = m_presenter->definition().name.text(englishWording());
    if (const auto cancellation = cancellationIn(m_presenter->content().fields))
        return tr("Cancellation of %1").arg(cancellation->number);
    if (m_presenter->correcting())
        return tr("Correct: %1").arg(name);
    const auto whose = filedFor(m_presenter->content().fields);
    const Staff *colleague = whose ? m_session.info().office->staff(*whose) : nullptr;
    return colleague ? tr("New: %1, for %2").arg(name, colleague->name()) : tr("New: %1").arg(name);
}

void ComposePage::showLoaded()
{
    const FormDefinition &definition = m_presenter->definition();
    m_insist = m_presenter->correcting();
    m_unsavedSaid = false;
    m_submitting = false;
    m_leftOut.clear();
    showVerdict();
    m_formCard->setTitle(definition.name.text(englishWording()), definition.description.text(englishWording()));
    const auto cancellation = cancellationIn(m_presenter->content().fields);
    const CaseSource commitments{
        [this](const QString &typed) {
            return m_session.desk().ask([typed](Desk &desk) { return desk.commitments(typed); });
        },
        [this](CaseId id) { return m_session.desk().ask([id](Desk &desk) { return kept(desk.refer(id)); }); }};
    const CaseSource payments{
        [this](const QString &typed) {
            return m_session.desk().ask([typed](Desk &desk) { return desk.paidOrders(typed); });
        },
        [this](CaseId id) { return m_session.desk().ask([id](Desk &desk) { return kept(desk.referPaid(id)); }); }};
    m_form->setDefinition(definition,
                          {.office = m_session.info().office,
                           .today = m_session.info().today,
                           .frozen = cancellation.has_value(),
                           .budget = m_session.info().budget,
                           .ownSections = m_session.info().ownSections,
                           .commitments = commitments,
                           .payments = payments,
                           .findPayees = [this](const QString &typed) {
                               return m_session.desk().ask([typed](Desk &desk) { return desk.findPayees(typed); });
                           }});
    m_form->setFields(m_presenter->content().fields);
    fillFiling();
    m_form->setEnabled(!cancellation);
    m_cancelling->setContent(m_presenter->content().fields, definition);
    m_filesCard->setVisible(definition.attachments);
    QStringList hints{definition.attachmentHint.text(englishWording())};
    if (definition.confidentialAttachments)
        hints.append(tr("Only those who decide can open them."));
    m_filesCard->setTitle(tr("Attachments"), hints.join(QLatin1String("  ")));
    m_files->setAttachments(m_presenter->content().attachments);
    m_side->clear();
    m_submit->setText(m_presenter->correcting() ? tr("Resubmit (&S)") : tr("Submit (&S)"));
    m_discard->setText(m_presenter->correcting() ? tr("Discard the correction") : tr("Discard"));
    m_scroll->ensureVisible(0, 0);
    orderTab();
    takeFocus();
    Q_EMIT titleChanged(title());
}

/// What one fills in, what one does with it, and last what stands beside it.
void ComposePage::orderTab()
{
    chainTab({m_filing, m_cancelling, m_form, m_files, m_submit, m_save, m_discard, m_side});
}

/// Says how what is gone on with came to be, and what of it the form of today has no place for.
void ComposePage::sayGoneOn(const Continuation &how)
{
    QStringList lines;
    if (how.apart)
        lines.append(
            tr("The draft this belongs to was changed elsewhere. What was kept on this computer is a draft of its own "
               "now; compare the two."));
    else if (how.kept)
        lines.append(
            tr("This request could not be saved last time. It was kept on this computer; go on with it here."));
    if (how.kept && m_presenter->definition().hasConfidential())
        lines.append(tr("What only those who decide may read is not kept on a computer; see whether it is complete."));
    if (how.renewed)
        lines.append(
            tr("The form has changed since this was begun. It goes on by the form of today; look through its fields."));
    for (const LeftOut &one : how.leftOut)
        m_leftOut.append(tr("%1 “%2”", "a field and what stood in it").arg(one.label, one.value));
    say(m_leftOut.isEmpty() ? BannerKind::Information : BannerKind::Warning, lines.join(QLatin1Char('\n')));
}

/// Says something. What was left out of what somebody typed stays in sight with it until they close it.
void ComposePage::say(BannerKind kind, const QString &text)
{
    if (m_leftOut.isEmpty()) {
        m_banner->say(kind, text);
        return;
    }
    QStringList shown;
    for (const QString &one : m_leftOut)
        shown.append(one.size() > kLeftOutShown ? one.left(kLeftOutShown) + QStringLiteral("…") : one);
    const QString leftOut =
        tr("No longer asked, and left out: %1").arg(shown.join(tr(", ", "between fields")).simplified());
    m_banner->say(kind, text.isEmpty() ? leftOut : text + QLatin1Char('\n') + leftOut, tr("Copy what was left out"));
}

/// Why it came back, for as long as nothing else has to be said.
void ComposePage::showVerdict()
{
    m_refused = false;
    m_banner->clear();
    if (!m_presenter->verdict().isEmpty())
        m_banner->say(BannerKind::Warning, m_presenter->verdict(), {}, false);
    else if (!m_leftOut.isEmpty())
        say(BannerKind::Warning, {});
}

void ComposePage::showPreview()
{
    const Preview &preview = m_presenter->preview();
    m_form->setFindings(preview.findings, m_insist);
    m_form->setNeeded(preview.needed);
    m_form->setComputed(preview.computed);
    QStringList general;
    bool wrong = false;
    for (const Finding &finding : preview.findings) {
        if (!finding.field.isEmpty())
            continue;
        general.append(finding.text.text(englishWording()));
        wrong = wrong || finding.severity == Finding::Severity::Error;
    }
    m_general->setText(general.join(QLatin1Char('\n')));
    m_general->setToken(wrong ? Token::DangerText : Token::WarnText);
    m_general->setVisible(!general.isEmpty());
    m_side->show(preview);
    if (m_refused && !m_form->hasErrors() && !wrong && m_cancelling->trouble().isEmpty() && !isUnsettled(*m_for))
        showVerdict(); // everything is put right
    if (std::exchange(m_submitting, false))
        trySubmit();
}

/// Brings together what was typed last; false, with the focus there, where it is none of what a list has or no period.
bool ComposePage::settle()
{
    m_form->settle();
    if (const QString trouble = m_cancelling->trouble(); !trouble.isEmpty()) {
        m_refused = true;
        say(BannerKind::Warning, trouble);
        m_cancelling->focusTrouble();
        m_scroll->ensureWidgetVisible(m_cancelling);
        return false;
    }
    if (settleTyped(*m_for) || m_filing->isHidden())
        return true;
    showWrong();
    m_refused = true;
    say(BannerKind::Warning, unsettledText(*m_for));
    m_for->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(m_filing);
    return false;
}

void ComposePage::trySubmit()
{
    if (!settle())
        return;
    if (m_presenter->uploading()) {
        say(BannerKind::Warning, tr("An attachment is still being stored. Submit when it is done."));
        return;
    }
    if (m_presenter->previewing()) {
        m_submitting = true;
        m_presenter->previewNow();
        return;
    }
    const Preview &preview = m_presenter->preview();
    m_insist = true;
    m_form->setFindings(preview.findings, true);
    const bool broken = std::any_of(preview.findings.begin(), preview.findings.end(),
                                    [](const Finding &one) { return one.severity == Finding::Severity::Error; });
    if (broken || m_form->hasErrors()) {
        say(BannerKind::Warning, refusalText(Refusal::ContentInvalid).both());
        m_refused = true;
        QWidget *first = m_form->focusFirstError();
        // The words that have just come are not laid out yet.
        QTimer::singleShot(0, this, [this, see = QPointer<QWidget>(first ? first : m_general)] {
            if (see)
                m_scroll->ensureWidgetVisible(see, 0, metric::kPageMargin);
        });
        return;
    }
    if (preview.refusal) {
        say(BannerKind::Error, refusalText(*preview.refusal).both());
        return;
    }
    m_presenter->submit({});
}

void ComposePage::askDiscard()
{
    if (m_presenter->written() && !dialogs().confirm(this, tr("Throw away what you have written here?"), tr("Discard")))
        return;
    m_presenter->discard();
}

/// What is written is a draft; nothing is lost by going away.
void ComposePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto cancellation = cancellationIn(m_presenter->content().fields);
    const auto about = cancellation ? std::optional(cancellation->original) : m_presenter->caseId();
    Q_EMIT leaving(about, m_presenter->dropUntouched());
}

void ComposePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_presenter->definition().attachments && !localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ComposePage::dropEvent(QDropEvent *event)
{
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    attach(paths);
}

void ComposePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->fitTo(width());
}

void ComposePage::attach(const QStringList &paths)
{
    m_scroll->ensureWidgetVisible(m_filesCard);
    m_presenter->attach(paths);
}

} // namespace kessai
