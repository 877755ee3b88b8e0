// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/actbar.h"

#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kCommentHeight = 66;
constexpr int kRestingHeight = 42; ///< one line, until somebody writes there
constexpr int kApproveWidth = 126; ///< leaves room for three more words in the narrowest panel

QPushButton *actButton(QWidget *parent, const QString &name, const QString &iconName, Token token)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName, token));
    button->setMinimumHeight(metric::kControlHeight);
    return button;
}

/// A word beside the icon, or the icon alone in as little room as it needs.
void label(QPushButton &button, const QString &text)
{
    button.setText(text);
    button.setMaximumWidth(text.isEmpty() ? grown(metric::kControlHeight) : QWIDGETSIZE_MAX);
}

} // namespace

ActBar::ActBar(QWidget *parent)
    : QWidget(parent), m_comment(new QPlainTextEdit(this)), m_buttons(new QWidget(this)), m_asked(new QWidget(this)),
      m_go(actButton(this, QStringLiteral("reasonGivenButton"), QStringLiteral("check"), Token::OnPrimary)),
      m_back(actButton(this, QStringLiteral("notAfterAllButton"), QStringLiteral("x"), Token::Text2)),
      m_approve(actButton(this, QStringLiteral("approveButton"), QStringLiteral("check"), Token::OnPrimary)),
      m_edit(actButton(this, QStringLiteral("editButton"), QStringLiteral("pencil"), Token::OnPrimary)),
      m_say(actButton(this, QStringLiteral("commentButton"), QStringLiteral("message"), Token::Text2)),
      m_withdraw(actButton(this, QStringLiteral("withdrawButton"), QStringLiteral("corner-up-left"), Token::Text2)),
      m_remind(actButton(this, QStringLiteral("remindButton"), QStringLiteral("bell"), Token::Text2)),
      m_cancel(actButton(this, QStringLiteral("cancelCaseButton"), QStringLiteral("x"), Token::DangerText)),
      m_takeBack(
          actButton(this, QStringLiteral("draftCancellationButton"), QStringLiteral("arrow-back-up"), Token::Text2)),
      m_discard(actButton(this, QStringLiteral("discardDraftButton"), QStringLiteral("trash"), Token::DangerText)),
      m_return(actButton(this, QStringLiteral("returnButton"), QStringLiteral("arrow-back-up"), Token::Text2)),
      m_reject(actButton(this, QStringLiteral("rejectButton"), QStringLiteral("x"), Token::DangerText)),
      m_more(actButton(this, QStringLiteral("moreActsButton"), QStringLiteral("dots"), Token::Text2)),
      m_returnMenu(new QMenu(this)), m_moreMenu(new QMenu(this))
{
    m_comment->setObjectName(QStringLiteral("commentEdit"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setTabChangesFocus(true);
    setButtonKind(*m_approve, ButtonKind::Primary);
    setButtonKind(*m_edit, ButtonKind::Primary);
    m_approve->setMinimumWidth(grown(kApproveWidth));
    setButtonKind(*m_reject, ButtonKind::Danger);
    setButtonKind(*m_cancel, ButtonKind::Danger);
    setButtonKind(*m_go, ButtonKind::Primary);
    setButtonKind(*m_discard, ButtonKind::Danger);
    m_back->setText(tr("Not after all"));
    m_back->setToolTip(tr("Esc"));
    m_takeBack->setText(tr("Draft a cancellation (&K)"));
    m_takeBack->setToolTip(
        tr("Write a case that takes back what was decided; it says why, and goes the same way again"));
    m_discard->setText(tr("Delete draft"));
    m_discard->setToolTip(tr("Delete; for a while it can be brought back"));
    m_say->setText(tr("Comment"));
    m_say->setToolTip(tr("Record the text as a comment, without acting"));
    m_say->setAccessibleName(tr("Comment"));
    m_withdraw->setText(tr("Take back (&W)"));
    m_withdraw->setToolTip(tr("Take the case back to correct it; possible until the first approver acts"));
    m_remind->setAccessibleName(tr("Remind"));
    m_remind->setToolTip(tr("Ask whoever the case waits for to see to it; the reminder is recorded (Alt+N)"));
    m_cancel->setText(tr("Cancel case (&K)"));
    m_cancel->setToolTip(tr("Give the case up; possible until it is decided"));
    m_return->setText(tr("Return (&R)"));
    m_more->setAccessibleName(tr("More acts"));
    m_more->setToolTip(tr("More acts (Alt+M)"));
    m_more->setShortcut(QKeySequence(Qt::ALT | Qt::Key_M));
    m_more->setFixedWidth(grown(metric::kControlHeight));
    connect(m_more, &QPushButton::clicked, this, [this] {
        // Above the button and flush with its right edge: to its right there may be no more window.
        const QSize size = m_moreMenu->sizeHint();
        m_moreMenu->popup(m_more->mapToGlobal(QPoint(m_more->width() - size.width(), -size.height())));
    });

    auto *asked = new QHBoxLayout(m_asked);
    asked->setContentsMargins({});
    asked->setSpacing(metric::kGap);
    asked->addWidget(m_go);
    asked->addWidget(m_back);
    asked->addStretch(1);
    m_asked->hide();
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins({});
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(m_approve);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_withdraw);
    buttons->addWidget(m_remind);
    buttons->addWidget(m_takeBack);
    buttons->addStretch(1);
    buttons->addWidget(m_say);
    buttons->addWidget(m_return);
    buttons->addWidget(m_reject);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_discard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kCardPadding, metric::kFieldGap, metric::kCardPadding, metric::kFieldGap);
    layout->setSpacing(metric::kFieldGap);
    // What is done rarely stands beside the box its reason is written in, so that the acts below keep their words.
    auto *said = new QHBoxLayout;
    said->setSpacing(metric::kGap);
    said->addWidget(m_comment, 1);
    said->addWidget(m_more, 0, Qt::AlignTop);
    layout->addLayout(said);
    layout->addWidget(m_buttons);
    layout->addWidget(m_asked);

    connect(m_approve, &QPushButton::clicked, this, &ActBar::chooseMain);
    connect(m_edit, &QPushButton::clicked, this, &ActBar::editChosen);
    connect(m_withdraw, &QPushButton::clicked, this, [this] { Q_EMIT actChosen(Withdraw{comment()}); });
    connect(m_remind, &QPushButton::clicked, this, [this] { Q_EMIT actChosen(Remind{comment()}); });
    connect(m_say, &QPushButton::clicked, this,
            [this] { chooseWithReason(tr("Comment"), [](const QString &text) -> Act { return Comment{text}; }); });
    connect(m_takeBack, &QPushButton::clicked, this, &ActBar::cancellationChosen);
    connect(m_discard, &QPushButton::clicked, this, &ActBar::discardChosen);
    connect(m_go, &QPushButton::clicked, this, &ActBar::actAsked);
    connect(m_back, &QPushButton::clicked, this, [this] {
        ask({}, {});
        focusFirst();
    });
    connect(m_reject, &QPushButton::clicked, this, [this] {
        chooseWithReason(rejectWord(), [this](const QString &text) -> Act {
            if (const auto &moved = m_words.insteadOfRejecting)
                return Return{std::nullopt, std::nullopt, moved->text.ja + QStringLiteral("：") + text};
            return m_acts.object ? Act(Object{std::nullopt, text}) : Act(Reject{std::nullopt, text});
        });
    });
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { chooseWithReason(tr("Cancel case"), [](const QString &text) -> Act { return Cancel{text}; }); });
    connect(m_return, &QPushButton::clicked, this, [this] {
        if (!m_return->menu())
            chooseWithReason(tr("Return"), [](const QString &text) -> Act {
                return Return{std::nullopt, std::nullopt, text};
            });
    });
    m_comment->installEventFilter(this);
    connect(m_comment, &QPlainTextEdit::textChanged, this, &ActBar::fitComment);
    fitComment();
    auto *quick = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    quick->setContext(Qt::WindowShortcut);
    connect(quick, &QShortcut::activated, this, [this] {
        if (m_make)
            actAsked();
        else if (m_approve->isVisible() && m_approve->isEnabled())
            m_approve->click();
    });
    setActs({}, {}, false, {});
}

/// The comment takes room from the case only while it is written.
void ActBar::fitComment()
{
    const bool writing = m_comment->hasFocus() || !m_comment->document()->isEmpty();
    m_comment->setFixedHeight(grown(writing ? kCommentHeight : kRestingHeight));
}

bool ActBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_comment && event->type() == QEvent::KeyPress && m_make
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_back->click();
        return true;
    }
    if (watched == m_comment && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        QMetaObject::invokeMethod(this, &ActBar::fitComment, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

QString ActBar::comment() const
{
    return m_comment->toPlainText().trimmed();
}

void ActBar::setComment(const QString &text)
{
    m_comment->setPlainText(text);
}

void ActBar::forget()
{
    ask({}, {});
}

void ActBar::focusFirst()
{
    (m_approve->isVisible() ? static_cast<QWidget *>(m_approve) : m_comment)->setFocus(Qt::OtherFocusReason);
}

void ActBar::chooseWithReason(const QString &word, const MakeAct &make)
{
    if (comment().isEmpty()) {
        ask(word, make);
        m_comment->setFocus(Qt::OtherFocusReason);
        Q_EMIT reasonMissing();
        return;
    }
    Q_EMIT actChosen(make(comment()));
}

/// What turns a case down is called what it does there.
QString ActBar::rejectWord() const
{
    if (m_acts.object)
        return tr("Do not agree");
    return m_words.insteadOfRejecting ? m_words.insteadOfRejecting->name.text(englishWording()) : tr("Reject");
}

/// Keeps what was chosen in sight, alone, until its reason is there; with nothing, shows again what may be done.
void ActBar::ask(const QString &word, const MakeAct &make)
{
    m_make = make;
    m_go->setText(tr("%1 (Ctrl+Enter)").arg(word));
    m_asked->setVisible(bool(m_make));
    m_buttons->setVisible(!m_make);
}

void ActBar::actAsked()
{
    if (comment().isEmpty()) {
        m_comment->setFocus(Qt::OtherFocusReason);
        Q_EMIT reasonMissing();
        return;
    }
    const MakeAct make = m_make;
    ask({}, {});
    Q_EMIT actChosen(make(comment()));
}

QString ActBar::bothWord()
{
    return tr("Agree and decide");
}

/// The one act that is most likely meant: approving, or else reading, deciding in somebody's place, pulling up.
QString ActBar::approveText() const
{
    if (m_acts.approve && m_words.both)
        return tr("%1 (&A)").arg(bothWord());
    if (m_acts.approve)
        //: The word for the act, and its key.
        return tr("%1 (&A)").arg(m_words.approve);
    if (m_acts.read)
        return tr("Mark as seen (&A)");
    if (m_acts.standIn)
        return tr("Decide in their place (&A)");
    if (m_acts.postReview)
        return tr("Mark as read afterwards (&A)");
    return tr("Pull up and approve (&A)");
}

void ActBar::chooseMain()
{
    if (m_acts.approve && m_words.both)
        Q_EMIT bothChosen(comment());
    else if (m_acts.approve || m_acts.read || (m_acts.postReview && !m_acts.standIn))
        Q_EMIT actChosen(Approve{std::nullopt, comment()});
    else if (m_acts.standIn)
        Q_EMIT actChosen(Approve{std::nullopt, comment(), Manner::Acting});
    else
        chooseWithReason(tr("Pull up and approve"), [](const QString &text) -> Act {
            return Approve{std::nullopt, text, Manner::PullUp};
        });
}

void ActBar::setActs(const AllowedActs &acts, const QHash<int, QString> &stepTitles, bool cancellable, Words words)
{
    if (m_acts != acts || m_cancellable != cancellable)
        forget(); // no longer open
    m_acts = acts;
    m_words = std::move(words);
    if (!acts.reject || acts.object)
        m_words = {.approve = m_words.approve, .insteadOfRejecting = std::nullopt, .both = m_words.both};
    m_cancellable = cancellable;
    m_takeBack->setVisible(cancellable);
    m_discard->hide();
    m_comment->show();
    m_edit->setText(tr("Correct and resubmit (&E)"));
    const bool asked = acts.approve || acts.read || acts.postReview || acts.standIn;
    m_approve->setVisible(asked || acts.pullUp);
    m_approve->setText(approveText());
    m_approve->setToolTip(
        m_words.both ? tr("You are asked to agree, and decide next: two acts, both recorded (Ctrl+Enter)")
            : asked  ? tr("Ctrl+Enter")
                     : tr("Acts before those who have not reviewed yet; they read it afterwards. Needs a reason."));
    m_edit->setVisible(acts.edit);
    m_withdraw->setVisible(acts.withdraw);
    m_remind->setVisible(acts.remind);
    m_cancel->setVisible(acts.cancel);
    m_return->setVisible(acts.returnToDrafter || !acts.returnToSteps.empty());
    m_reject->setVisible((acts.reject || acts.object) && !m_words.tooLate);
    const auto &moved = m_words.insteadOfRejecting;
    m_reject->setText(tr("%1 (&J)").arg(rejectWord()));
    m_reject->setToolTip(moved ? moved->text.text(englishWording()) : QString());
    m_reject->setIcon(moved ? QIcon() : icon(QStringLiteral("x"), Token::DangerText)); // beside longer words no room
    m_say->setVisible(acts.comment && !asked);
    // Beside longer words the icon has to do.
    label(*m_remind, m_withdraw->isHidden() ? tr("Remind (&N)") : QString());
    m_remind->setShortcut(QKeySequence(Qt::ALT | Qt::Key_N)); // a new text takes it away
    label(*m_say,
          m_edit->isHidden() && m_withdraw->isHidden() && m_remind->isHidden() && !cancellable ? tr("Comment")
                                                                                               : QString());
    m_comment->setPlaceholderText(acts.approve ? acts.object ? tr("Comment (needed to return or not to agree)")
                                          : m_words.tooLate || !acts.reject ? tr("Comment (needed to return)")
                                          : moved ? tr("Comment (needed to return or give another time)")
                                                  : tr("Comment (needed to return or reject)")
                                      : !asked && acts.pullUp ? tr("Why you act before the others (needed)")
                                                              : tr("Comment"));
    m_comment->viewport()->update(); // a placeholder that changes is not painted by itself
    rebuildReturnMenu(acts, stepTitles);
    rebuildMoreMenu();
    const bool anything = asked || acts.pullUp || acts.edit || acts.withdraw || acts.cancel || acts.returnToDrafter
        || acts.reject || acts.comment || cancellable;
    setVisible(anything);
}

void ActBar::setDraft()
{
    setActs({}, {}, false, {});
    m_edit->setText(tr("Go on writing (&E)"));
    m_edit->show();
    m_discard->show();
    m_comment->hide(); // nobody reads a draft
    show();
}

void ActBar::rebuildMoreMenu()
{
    m_moreMenu->clear();
    if (m_acts.approve && m_words.both)
        m_moreMenu
            ->addAction(tr("Agree only, and decide later"), this,
                        [this] {
                            Q_EMIT actChosen(Approve{std::nullopt, comment()});
                        })
            ->setObjectName(QStringLiteral("agreeOnlyAction"));
    const auto withReason = [this](const QString &text, const QString &name, Act (*make)(const QString &)) {
        QAction *action = m_moreMenu->addAction(text, this, [this, text, make] { chooseWithReason(text, make); });
        action->setObjectName(name);
    };
    if (m_acts.addStep)
        m_moreMenu->addAction(tr("Add somebody to the route…"), this, &ActBar::addStepChosen)
            ->setObjectName(QStringLiteral("addStepAction"));
    if (m_acts.raise)
        withReason(tr("Put it before my superior"), QStringLiteral("raiseAction"),
                   [](const QString &text) -> Act { return Raise{text}; });
    const bool asked = m_acts.approve || m_acts.read || m_acts.postReview || m_acts.standIn;
    if (m_acts.pullUp) {
        if (asked)
            withReason(tr("Pull up and approve"), QStringLiteral("pullUpAction"), [](const QString &text) -> Act {
                return Approve{std::nullopt, text, Manner::PullUp};
            });
        withReason(tr("Pull up and return"), QStringLiteral("pullUpReturnAction"), [](const QString &text) -> Act {
            return Return{std::nullopt, std::nullopt, text, Manner::PullUp};
        });
        withReason(tr("Pull up and reject"), QStringLiteral("pullUpRejectAction"), [](const QString &text) -> Act {
            return Reject{std::nullopt, text, Manner::PullUp};
        });
    }
    if (m_acts.comment) {
        if (!m_moreMenu->isEmpty())
            m_moreMenu->addSeparator();
        withReason(tr("Record that it was explained in person"), QStringLiteral("explainedAction"),
                   [](const QString &text) -> Act {
                       return Comment{text, true};
                   });
    }
    m_more->setVisible(!m_moreMenu->isEmpty());
}

void ActBar::rebuildReturnMenu(const AllowedActs &acts, const QHash<int, QString> &stepTitles)
{
    m_returnMenu->clear();
    if (acts.returnToSteps.empty()) {
        m_return->setMenu(nullptr);
        return;
    }
    const auto add = [this](const QString &text, std::optional<int> step) {
        m_returnMenu->addAction(text, this, [this, text, step] {
            chooseWithReason(tr("Return: %1").arg(text), [step](const QString &reason) -> Act {
                return Return{std::nullopt, step, reason};
            });
        });
    };
    add(tr("To the drafter"), std::nullopt);
    for (int step : acts.returnToSteps)
        add(tr("To step %1: %2").arg(step).arg(stepTitles.value(step)), step);
    m_return->setMenu(m_returnMenu);
}

void ActBar::setBusy(bool busy)
{
    m_comment->setReadOnly(busy);
}

} // namespace kessai
