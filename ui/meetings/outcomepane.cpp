// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/outcomepane.h"

#include "ui/formview/dateedit.h"
#include "ui/meetings/meetingpresenter.h"
#include "ui/meetings/meetingwords.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kOutcomeSign = 16;
constexpr int kActionDays = 7;
enum OutcomeKind { Decision, Action };

QToolButton *outcomeButton(const QString &iconName, const QString &name, const char *objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(objectName));
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

} // namespace

OutcomePane::OutcomePane(DeskSession &session, MeetingPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kFieldGap, metric::kFieldGap, metric::kFieldGap, metric::kFieldGap);
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(buildEntry());
    m_left = new TextLabel(TextRole::Body, this);
    m_left->setObjectName(QStringLiteral("outcomeLeft"));
    m_left->setToken(Token::WarnText);
    m_left->setWordWrap(true);
    m_left->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_left->hide();
    layout->addWidget(m_left);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(2);
    layout->addLayout(m_rows);
    layout->addStretch(1);
}

QWidget *OutcomePane::buildEntry()
{
    m_entry = new QWidget(this);
    m_kind = new QComboBox(m_entry);
    m_kind->setObjectName(QStringLiteral("outcomeKind"));
    m_kind->setAccessibleName(tr("What is recorded"));
    m_kind->setMinimumHeight(metric::kControlHeight);
    m_kind->addItem(icon(QStringLiteral("gavel")), tr("Decision"));
    m_kind->addItem(icon(QStringLiteral("list-check")), tr("Action"));
    m_item = new QComboBox(m_entry);
    m_item->setObjectName(QStringLiteral("outcomeItem"));
    m_item->setAccessibleName(tr("Item it belongs to"));
    m_item->setMinimumHeight(metric::kControlHeight);
    m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_item, &QComboBox::currentTextChanged, m_item, &QWidget::setToolTip); // there is not room for all of it
    m_text = new QLineEdit(m_entry);
    m_text->setObjectName(QStringLiteral("outcomeText"));
    m_text->setMaxLength(int(kMostOutcomeText));
    m_text->setMinimumHeight(metric::kControlHeight);
    m_forAction = new QWidget(m_entry);
    m_owner = peopleBox(*m_session.info().office, tr("Who does it"), m_session.info().me.id, m_forAction);
    m_owner->setObjectName(QStringLiteral("actionOwner"));
    m_due = dayEdit(m_session.info().today, tr("Until"), "actionDue", m_forAction);
    auto *forAction = new QVBoxLayout(m_forAction);
    forAction->setContentsMargins({});
    forAction->setSpacing(metric::kGap);
    forAction->addWidget(labelled(tr("Who does it"), m_owner, m_forAction));
    forAction->addWidget(labelled(tr("Until"), m_due, m_forAction));
    m_trouble = new TextLabel(TextRole::Caption, m_entry);
    m_trouble->setObjectName(QStringLiteral("outcomeTrouble"));
    m_trouble->setToken(Token::DangerText);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_record = pageButton({}, "recordOutcome", m_entry);
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::kGap);
    head->addWidget(m_kind);
    head->addWidget(m_item, 1);
    auto *layout = new QVBoxLayout(m_entry);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addWidget(m_forAction);
    layout->addWidget(m_trouble);
    layout->addWidget(m_record, 0, Qt::AlignLeft);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &OutcomePane::showKind);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_trouble->hide();
        check();
    });
    connect(m_text, &QLineEdit::returnPressed, this, &OutcomePane::record);
    connect(m_record, &QPushButton::clicked, this, &OutcomePane::record);
    showKind();
    return m_entry;
}

void OutcomePane::showKind()
{
    const bool action = m_kind->currentIndex() == Action;
    m_forAction->setVisible(action);
    m_text->setAccessibleName(action ? tr("What is to be done") : tr("What was decided"));
    m_text->setPlaceholderText(m_text->accessibleName());
    const bool anew = m_resolution != 0 || m_action != 0;
    m_record->setText(anew ? tr("Change") : action ? tr("Ask for it") : tr("Record"));
    m_kind->setEnabled(!anew);
    m_item->setEnabled(!anew);
    if (action && !m_due->date())
        m_due->setDate(m_session.info().today.addDays(kActionDays));
    m_trouble->hide();
    check();
}

void OutcomePane::check()
{
    m_record->setEnabled(!m_text->text().trimmed().isEmpty() && m_item->count() > 0);
    Q_EMIT unrecordedChanged();
}

QString OutcomePane::unrecorded() const
{
    return mayRecord() ? m_text->text().trimmed() : QString();
}

bool OutcomePane::mayRecord() const
{
    const Meeting &meeting = m_presenter.meeting();
    return meeting.state == MeetingState::Running && !meeting.damaged && conducts(meeting, m_session.info().me.id);
}

void OutcomePane::setItem(int item)
{
    if (m_text->text().isEmpty() && m_item->findData(item) >= 0)
        m_item->setCurrentIndex(m_item->findData(item));
}

void OutcomePane::showState()
{
    const Meeting &meeting = m_presenter.meeting();
    m_entry->setVisible(mayRecord());
    const bool same = m_rowsMade && m_shown.id == meeting.id && m_shown.seq == meeting.seq
        && m_shown.items.size() == meeting.items.size(); // an item may be about to be dropped
    if (same)
        return;
    if (m_shown.id != meeting.id)
        edit(0, 0);
    // Another secretary may have ended it while somebody wrote.
    const QString left = mayRecord() || meeting.state != MeetingState::Closed ? QString() : m_text->text().trimmed();
    m_left->setVisible(!left.isEmpty());
    m_left->setText(tr("Not recorded, as the meeting ended before: “%1”").arg(left));
    m_shown = meeting;
    m_rowsMade = true;
    fillItems();
    showRows();
}

void OutcomePane::fillItems()
{
    const QVariant before = m_item->currentData();
    m_item->clear();
    for (const AgendaItem &item : m_shown.items)
        m_item->addItem(itemName(item), item.id);
    m_item->setCurrentIndex(std::max(0, m_item->findData(before)));
    check();
}

void OutcomePane::showRows()
{
    emptyLayout(*m_rows);
    for (const AgendaItem &item : m_shown.items) {
        std::vector<QWidget *> rows;
        for (const Resolution &one : m_shown.resolutions) {
            if (one.item == item.id)
                rows.push_back(resolutionRow(one));
        }
        for (const MeetingAction &one : m_shown.actions) {
            if (one.item == item.id)
                rows.push_back(actionRow(one));
        }
        if (rows.empty())
            continue;
        auto *heading = new TextLabel(itemName(item), TextRole::TableHeader, this);
        heading->setWordWrap(true);
        m_rows->addWidget(heading);
        for (QWidget *row : rows)
            m_rows->addWidget(row);
        m_rows->addSpacing(metric::kGap);
    }
    if (m_rows->count() == 0)
        m_rows->addWidget(emptyRow(tr("Nothing was decided or asked for yet."), this));
}

QWidget *OutcomePane::resolutionRow(const Resolution &resolution)
{
    const RegisteredRow row = registeredRow(resolution.text, {}, this);
    row.widget->setObjectName(QStringLiteral("resolutionRow"));
    row.layout->insertWidget(0, new IconLabel(QStringLiteral("gavel"), Token::Text2, kOutcomeSign, row.widget), 0,
                             Qt::AlignTop);
    if (!mayRecord())
        return row.widget;
    auto *change =
        outcomeButton(QStringLiteral("pencil"), tr("Word “%1” anew").arg(resolution.text), "editOutcome", row.widget);
    auto *drop =
        outcomeButton(QStringLiteral("x"), tr("Take back “%1”").arg(resolution.text), "dropOutcome", row.widget);
    row.layout->addWidget(change);
    row.layout->addWidget(drop);
    connect(change, &QToolButton::clicked, this, [this, id = resolution.id] { edit(id, 0); });
    connect(drop, &QToolButton::clicked, this, [this, resolution] {
        m_presenter.change(Resolve{resolution.id, resolution.item, {}},
                           tr("The decision “%1” is taken back.").arg(resolution.text));
    });
    return row.widget;
}

QWidget *OutcomePane::actionRow(const MeetingAction &action)
{
    const QString who = memberName(*m_session.info().office, action.owner);
    QString note = tr("%1 ・ until %2", "who does something, and the day").arg(who, longDay(action.due));
    if (!action.note.isEmpty())
        note += QLatin1Char('\n') + action.note;
    auto *whole = new QWidget(this);
    whole->setObjectName(QStringLiteral("actionRow"));
    const RegisteredRow row = registeredRow(action.text, note, whole);
    row.layout->insertWidget(0, new IconLabel(QStringLiteral("list-check"), Token::Text2, kOutcomeSign, row.widget), 0,
                             Qt::AlignTop);
    auto *acts = new QHBoxLayout;
    acts->setContentsMargins(kOutcomeSign + metric::kGap, 0, 0, 0);
    acts->setSpacing(0);
    auto *both = new QVBoxLayout(whole);
    both->setContentsMargins({});
    both->setSpacing(0);
    both->addWidget(row.widget);
    both->addLayout(acts);
    if (action.isDone() || action.due < m_session.info().today) {
        auto *chip = new StatusChip(whole);
        chip->setLook(action.isDone()
                          ? ChipLook{QStringLiteral("check"), tr("Done"), Token::SuccessText, Token::SuccessFill}
                          : ChipLook{QStringLiteral("clock"), tr("Overdue"), Token::WarnText, Token::WarnFill});
        acts->addWidget(chip);
    }
    const bool mayFinish =
        action.owner == m_session.info().me.id || isSecretaryOf(m_presenter.meeting(), m_session.info().me.id);
    if (mayFinish && !action.isDone()) {
        QPushButton *finish = rowButton(tr("Mark as done"), action.text, whole); // a tick alone reads as if it were
        finish->setObjectName(QStringLiteral("finishOutcome"));
        acts->addWidget(finish);
        connect(finish, &QPushButton::clicked, this, [this, action] {
            m_presenter.change(FinishAction{action.id, true, {}}, tr("“%1” is done.").arg(action.text));
        });
    }
    acts->addStretch(1);
    if (!mayRecord())
        return whole;
    auto *change = outcomeButton(QStringLiteral("pencil"), tr("Change “%1”").arg(action.text), "editOutcome", whole);
    auto *drop = outcomeButton(QStringLiteral("x"), tr("Drop “%1”").arg(action.text), "dropOutcome", whole);
    acts->addWidget(change);
    acts->addWidget(drop);
    connect(change, &QToolButton::clicked, this, [this, id = action.id] { edit(0, id); });
    connect(drop, &QToolButton::clicked, this, [this, action] {
        m_presenter.change(AssignAction{action.id, action.item, {}, action.owner, action.due},
                           tr("The action “%1” is dropped.").arg(action.text));
    });
    return whole;
}

/// Puts what was recorded back into the fields; nothing for something new.
void OutcomePane::edit(int resolution, int action)
{
    const Meeting &meeting = m_presenter.meeting();
    const Resolution *decided = meeting.resolution(resolution);
    const MeetingAction *asked = meeting.action(action);
    m_resolution = decided ? resolution : 0;
    m_action = asked ? action : 0;
    if (decided || asked) {
        m_kind->setCurrentIndex(decided ? Decision : Action);
        m_item->setCurrentIndex(m_item->findData(decided ? decided->item : asked->item));
    }
    m_text->setText(decided ? decided->text : asked ? asked->text : QString());
    // Nobody is asked for what they were asked before, least of all in another meeting.
    m_owner->setCurrentIndex(asked ? std::max(0, m_owner->findData(asked->owner.value())) : 0);
    if (asked)
        m_due->setDate(asked->due);
    showKind();
    if (decided || asked)
        m_text->setFocus(Qt::OtherFocusReason);
}

int OutcomePane::record()
{
    const QString text = m_text->text().trimmed();
    const int item = m_item->currentData().toInt();
    if (text.isEmpty() || item == 0)
        return 0;
    int act = 0;
    if (m_kind->currentIndex() == Decision) {
        act = m_presenter.change(Resolve{m_resolution, item, text}, tr("The decision is recorded."));
        edit(0, 0);
        return act;
    }
    const auto owner = settleTyped(*m_owner) ? chosen<StaffId>(m_owner->currentData().toLongLong()) : std::nullopt;
    const auto due = m_due->date();
    if (!owner || !due) {
        m_trouble->setText(!owner ? tr("Choose who does it.") : tr("Write until when."));
        m_trouble->show();
        (owner ? static_cast<QWidget *>(m_due) : m_owner)->setFocus(Qt::OtherFocusReason);
        return 0;
    }
    act = m_presenter.change(
        AssignAction{m_action, item, text, *owner, *due},
        tr("%1 finds it among what is to be done.").arg(memberName(*m_session.info().office, *owner)));
    edit(0, 0);
    return act;
}

void OutcomePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_resolution != 0 || m_action != 0))
        edit(0, 0);
    else if (event->key() == Qt::Key_Escape && m_text->hasFocus() && !m_text->text().isEmpty())
        m_record->setFocus(Qt::OtherFocusReason); // leaves the field, not the meeting
    else
        QWidget::keyPressEvent(event);
}

} // namespace kessai
