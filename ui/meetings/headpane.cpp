// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/headpane.h"

#include "ui/formview/dateedit.h"
#include "ui/formview/timetext.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace kessai {

namespace {

constexpr int kPickPause = 900; ///< milliseconds
constexpr int kTimeWidth = 84;
constexpr int kBelowCheck = 26;
constexpr int kProposedInkDays = 30;

QLineEdit *lineEdit(const QString &name, const char *objectName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setMinimumHeight(metric::kControlHeight);
    edit->setMaxLength(int(kMostMeetingText));
    return edit;
}

/// Shows another text where nobody has written over the last one.
void follow(QLineEdit &edit, const QString &before, const QString &now)
{
    if (edit.text() == before && before != now)
        edit.setText(now);
}

/// Days that are not asked for are those one would begin with.
int daysShown(const MeetingRules &rules)
{
    return rules.inkDays == kInkStays ? kProposedInkDays : rules.inkDays;
}

bool endsInk(const MeetingRules &rules)
{
    return rules.inkDays != kInkStays;
}

void follow(QCheckBox &box, bool before, bool now)
{
    if (box.isChecked() == before)
        box.setChecked(now);
}

} // namespace

HeadPane::HeadPane(const QDate &today, QWidget *parent)
    : QWidget(parent), m_title(lineEdit(tr("Title"), "meetingTitle", this)),
      m_day(dayEdit(today, tr("Day"), "meetingDay", this)), m_begins(lineEdit(tr("From"), "meetingBegins", this)),
      m_ends(lineEdit(tr("To"), "meetingEnds", this)), m_room(lineEdit(tr("Room"), "meetingRoom", this)),
      m_mayPrint(new QCheckBox(tr("Members may print and save papers"), this)),
      m_watermark(new QCheckBox(tr("Every page shows who reads it"), this)),
      m_endInk(new QCheckBox(tr("Destroy private notes after the minutes"), this)), m_inkDays(new QSpinBox(this)),
      m_trouble(new TextLabel(TextRole::Caption, this)),
      m_create(pageButton(tr("Make the meeting"), "createMeeting", this)), m_rest(new QTimer(this))
{
    m_title->setPlaceholderText(tr("e.g. Meeting of heads of sections"));
    m_room->setPlaceholderText(tr("e.g. Meeting room 1"));
    m_begins->setFixedWidth(grown(kTimeWidth));
    m_ends->setFixedWidth(grown(kTimeWidth));
    m_mayPrint->setObjectName(QStringLiteral("meetingMayPrint"));
    m_watermark->setObjectName(QStringLiteral("meetingWatermark"));
    m_endInk->setObjectName(QStringLiteral("meetingEndInk"));
    m_endInk->setToolTip(
        tr("So many days after the minutes of the meeting are decided, what people wrote for themselves "
           "alone is destroyed, also where it is kept for reading offline. Everybody who writes is told."));
    m_inkDays->setObjectName(QStringLiteral("meetingInkDays"));
    m_inkDays->setAccessibleName(tr("Days from the decision of the minutes until private notes are destroyed"));
    m_inkDays->setRange(0, kMostInkDays);
    m_inkDays->setSpecialValueText(tr("at once"));
    m_inkDays->setSuffix(tr(" days after"));
    m_inkDays->setKeyboardTracking(false);
    m_inkDays->setMinimumHeight(metric::kControlHeight);
    m_trouble->setObjectName(QStringLiteral("meetingTrouble"));
    m_trouble->setToken(Token::DangerText);
    m_trouble->setWordWrap(true);
    setButtonKind(*m_create, ButtonKind::Primary);
    m_rest->setSingleShot(true);
    m_rest->setInterval(kPickPause);

    auto *hours = new QHBoxLayout;
    hours->setSpacing(metric::kFieldGap);
    hours->addWidget(labelled(tr("From"), m_begins, this));
    hours->addWidget(labelled(tr("To"), m_ends, this));
    hours->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(labelled(tr("Title"), m_title, this));
    layout->addWidget(labelled(tr("Day"), m_day, this));
    layout->addLayout(hours);
    layout->addWidget(labelled(tr("Room"), m_room, this));
    layout->addSpacing(metric::kGap);
    for (QCheckBox *rule : {m_mayPrint, m_watermark})
        layout->addWidget(rule);
    layout->addWidget(m_endInk);
    auto *end = new QHBoxLayout; // below what it belongs to: beside it, it was cut off
    end->setContentsMargins(grown(kBelowCheck), 0, 0, 0);
    end->addWidget(m_inkDays);
    end->addStretch(1);
    layout->addLayout(end);
    layout->addWidget(m_trouble);
    layout->addWidget(m_create, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connectFields();
}

void HeadPane::connectFields()
{
    QLineEdit *day = m_day->findChild<QLineEdit *>();
    for (QLineEdit *edit : {m_title, m_begins, m_ends, m_room, day}) {
        connect(edit, &QLineEdit::textEdited, this, &HeadPane::check);
        connect(edit, &QLineEdit::editingFinished, this, &HeadPane::commit);
    }
    for (QCheckBox *rule : {m_mayPrint, m_watermark, m_endInk})
        connect(rule, &QCheckBox::clicked, this, &HeadPane::commit);
    connect(m_inkDays, &QSpinBox::valueChanged, m_rest, qOverload<>(&QTimer::start)); // not each step of the arrows
    connect(m_inkDays, &QSpinBox::editingFinished, this, &HeadPane::commit);
    connect(m_day, &DateEdit::edited, m_rest, qOverload<>(&QTimer::start));
    connect(m_rest, &QTimer::timeout, this, &HeadPane::commit);
    connect(m_create, &QPushButton::clicked, this, [this] {
        if (const auto plan = written())
            Q_EMIT created(*plan);
    });
}

void HeadPane::show(const PlanMeeting &plan, bool begun)
{
    const QSignalBlocker quiet(m_inkDays);
    const bool fresh = m_shown == PlanMeeting() || begun != m_begun || !begun;
    if (fresh) {
        m_title->setText(plan.title);
        m_day->setDate(plan.day);
        m_begins->setText(writeTime(plan.begins));
        m_ends->setText(writeTime(plan.ends));
        m_room->setText(plan.room);
        m_mayPrint->setChecked(plan.rules.mayPrint);
        m_watermark->setChecked(plan.rules.watermark);
        m_endInk->setChecked(endsInk(plan.rules));
        m_inkDays->setValue(daysShown(plan.rules));
    } else {
        follow(*m_title, m_shown.title, plan.title);
        if (m_day->date() == m_shown.day)
            m_day->setDate(plan.day);
        follow(*m_begins, writeTime(m_shown.begins), writeTime(plan.begins));
        follow(*m_ends, writeTime(m_shown.ends), writeTime(plan.ends));
        follow(*m_room, m_shown.room, plan.room);
        follow(*m_mayPrint, m_shown.rules.mayPrint, plan.rules.mayPrint);
        follow(*m_watermark, m_shown.rules.watermark, plan.rules.watermark);
        follow(*m_endInk, endsInk(m_shown.rules), endsInk(plan.rules));
        if (m_inkDays->value() == daysShown(m_shown.rules))
            m_inkDays->setValue(daysShown(plan.rules));
    }
    m_shown = plan;
    m_begun = begun;
    m_create->setVisible(!begun);
    check();
}

void HeadPane::setEditable(bool editable)
{
    m_editable = editable;
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        edit->setReadOnly(!editable);
    m_day->setEnabled(editable);
    for (QCheckBox *rule : {m_mayPrint, m_watermark, m_endInk})
        rule->setEnabled(editable);
    check();
}

void HeadPane::takeFocus()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

std::optional<PlanMeeting> HeadPane::written() const
{
    const auto day = m_day->date();
    const auto begins = readTime(m_begins->text());
    const auto ends = readTime(m_ends->text());
    if (m_title->text().trimmed().isEmpty() || !day || !begins || !ends || *ends <= *begins || *ends > 24 * 60)
        return std::nullopt;
    return PlanMeeting{.title = m_title->text().trimmed(),
                       .day = *day,
                       .begins = int(*begins),
                       .ends = int(*ends),
                       .room = m_room->text().trimmed(),
                       .rules = writtenRules()};
}

MeetingRules HeadPane::writtenRules() const
{
    return {.mayPrint = m_mayPrint->isChecked(),
            .watermark = m_watermark->isChecked(),
            .inkDays = m_endInk->isChecked() ? m_inkDays->value() : kInkStays};
}

void HeadPane::check()
{
    m_inkDays->setEnabled(m_editable && m_endInk->isChecked());
    const auto begins = readTime(m_begins->text());
    const auto ends = readTime(m_ends->text());
    setInvalid(*m_title, m_begun && m_title->text().trimmed().isEmpty());
    setInvalid(*m_begins, !begins);
    setInvalid(*m_ends, !ends || (begins && *ends <= *begins));
    m_trouble->setText(!begins || !ends                                     ? tr("Write times as 9:30 or 930.")
                           : *ends <= *begins                               ? tr("A meeting ends after it begins.")
                           : !m_day->date()                                 ? tr("That is no day.")
                           : m_title->text().trimmed().isEmpty() && m_begun ? tr("A meeting has a title.")
                                                                            : QString());
    m_trouble->setVisible(!m_trouble->text().isEmpty());
    m_create->setEnabled(written().has_value());
}

void HeadPane::commit()
{
    m_rest->stop();
    check();
    const auto plan = written();
    if (m_begun && m_editable && plan && *plan != m_shown)
        Q_EMIT planned(*plan);
}

} // namespace kessai
