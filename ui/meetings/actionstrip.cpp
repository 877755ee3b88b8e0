// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/actionstrip.h"

#include "ui/meetings/myactions.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kStripSign = 18;
constexpr int kStripHeight = 240;
constexpr int kStripNoteWidth = 190;
constexpr int kStripNote = 200; ///< UTF-16 units, as the office takes them

} // namespace

ActionStrip::ActionStrip(MyActions &actions, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_words(new TextLabel(TextRole::Body, this)),
      m_toggle(new QPushButton(this)), m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("actionStrip"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // the list below it takes what room there is
    m_words->setObjectName(QStringLiteral("actionWords"));
    m_toggle->setObjectName(QStringLiteral("actionToggle"));
    setButtonKind(*m_toggle, ButtonKind::Link);
    auto *inside = new QWidget;
    m_rows = new QVBoxLayout(inside);
    m_rows->setContentsMargins(metric::kFieldGap, 0, metric::kFieldGap, metric::kGap);
    m_rows->setSpacing(0);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(metric::kFieldGap, 4, metric::kFieldGap, 4);
    line->setSpacing(metric::kGap);
    line->addWidget(new IconLabel(QStringLiteral("list-check"), Token::InfoText, kStripSign, this));
    line->addWidget(m_words, 1);
    line->addWidget(m_toggle);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_scroll);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    connect(&actions, &MyActions::changed, this, &ActionStrip::showActions);
    showActions();
}

void ActionStrip::setWanted(bool wanted)
{
    m_wanted = wanted;
    setOpen(false);
}

void ActionStrip::setOpen(bool open)
{
    m_open = open;
    showActions();
}

void ActionStrip::showActions()
{
    const int open = m_actions.openCount();
    const int overdue = m_actions.overdueCount();
    m_words->setText(overdue > 0 ? tr("Asked of you in meetings: %1, %2 overdue").arg(open).arg(overdue)
                                 : tr("Asked of you in meetings: %1").arg(open));
    m_words->setToken(overdue > 0 ? Token::WarnText : Token::InfoText);
    m_toggle->setText(m_open ? tr("Fold") : tr("Look"));
    m_toggle->setAccessibleName(m_open ? tr("Fold what was asked of you in meetings")
                                       : tr("Look at what was asked of you in meetings"));
    showRows();
    m_scroll->setVisible(m_open);
    // What was done last can be taken back as long as the list is open.
    setVisible(m_wanted && (open > 0 || (m_open && !m_actions.actions().empty())));
}

void ActionStrip::showRows()
{
    emptyLayout(*m_rows);
    if (!m_open)
        return;
    for (const MyAction &action : m_actions.actions())
        m_rows->addWidget(row(action));
    const int wanted = m_rows->hasHeightForWidth() ? m_rows->heightForWidth(width()) : m_rows->sizeHint().height();
    m_scroll->setFixedHeight(std::min(grown(kStripHeight), wanted));
}

QWidget *ActionStrip::row(const MyAction &action)
{
    const bool done = action.doneAt != Instant(0);
    const QString note = tr("%1, %2 ・ until %3", "a meeting, its day, and the day something is due")
                             .arg(action.title, longDay(action.day), longDay(action.due));
    const RegisteredRow made = registeredRow(action.text, note, m_scroll->widget());
    made.widget->setObjectName(QStringLiteral("myAction"));
    const Key key{action.meeting, action.action};
    if (done || action.overdue) {
        auto *chip = new StatusChip(made.widget);
        chip->setLook(done ? ChipLook{QStringLiteral("check"), tr("Done"), Token::SuccessText, Token::SuccessFill}
                           : ChipLook{QStringLiteral("clock"), tr("Overdue"), Token::WarnText, Token::WarnFill});
        made.layout->addWidget(chip);
    }
    if (!done) {
        auto *words = new QLineEdit(made.widget);
        words->setObjectName(QStringLiteral("actionNote"));
        words->setAccessibleName(tr("What came of “%1”").arg(action.text));
        words->setPlaceholderText(tr("What came of it (optional)"));
        words->setMaxLength(kStripNote);
        words->setFixedWidth(grown(kStripNoteWidth));
        words->setText(m_notes[key]);
        made.layout->addWidget(words);
        connect(words, &QLineEdit::textChanged, this, [this, key](const QString &text) { m_notes[key] = text; });
    }
    QPushButton *finish = rowButton(done ? tr("Reopen") : tr("Mark as done"), action.text, made.widget);
    finish->setObjectName(done ? QStringLiteral("actionAgain") : QStringLiteral("actionDone"));
    made.layout->addWidget(finish);
    connect(finish, &QPushButton::clicked, this, [this, action, key, done, finish] {
        finish->setEnabled(false); // until it is answered
        m_actions.finish(action, !done, done ? QString() : m_notes[key].trimmed());
    });
    return made.widget;
}

void ActionStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens()[Token::InfoFill]);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens()[Token::Border]);
}

} // namespace kessai
