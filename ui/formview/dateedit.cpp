// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/dateedit.h"

#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace kessai {

namespace {

constexpr int kTextPadding = 24; ///< at both sides of what is typed
constexpr int kDateButton = 28;  ///< wide: a third of a narrow form holds a written-out day beside it

} // namespace

DateEdit::DateEdit(const QDate &today, QWidget *parent, Meant meant)
    : QWidget(parent), m_today(today), m_meant(meant), m_edit(new QLineEdit(this)), m_button(new QToolButton(this)),
      m_note(new TextLabel(TextRole::Caption, this))
{
    m_edit->setMinimumHeight(metric::kControlHeight);
    m_edit->setPlaceholderText(tr("e.g. 8.11.28 or 11/28"));
    m_edit->installEventFilter(this);
    m_button->setIcon(icon(QStringLiteral("calendar-event")));
    m_button->setAccessibleName(tr("Pick a day"));
    m_button->setToolTip(tr("Pick a day (F4)"));
    m_button->setFocusPolicy(Qt::NoFocus); // from the keyboard the field opens it
    m_button->setFixedSize(grown(kDateButton), metric::kControlHeight);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(m_edit, 1);
    line->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3);
    layout->addLayout(line);
    layout->addWidget(m_note);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        if (m_tellsNoDay)
            note({}); // it was of what stood there before
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &DateEdit::settle);
    connect(m_button, &QToolButton::clicked, this, &DateEdit::pick);
}

std::optional<QDate> DateEdit::date() const
{
    const auto read = readDate(m_edit->text(), m_today, m_meant);
    return read ? std::optional(read->day) : std::nullopt;
}

/// Writes what was typed as every day is written, and says so where that is another year's name.
void DateEdit::settle()
{
    const QString typed = m_edit->text().trimmed();
    const auto read = readDate(typed, m_today, m_meant);
    if (!read) {
        if (m_tellsNoDay)
            note(tr("There is no such day."), Token::DangerText);
        return;
    }
    setDate(read->day);
    if (read->pastItsEra)
        note(tr("%1 was entered; the era had ended by then. It is taken for %2.").arg(typed, longDay(read->day)));
    Q_EMIT settled();
}

void DateEdit::note(const QString &text, Token token)
{
    m_note->setToken(token);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_edit->setAccessibleDescription(text.isEmpty() ? m_description : text);
}

/// A day as it is shown: the weekday gives way before the day would be cut.
QString DateEdit::written(const QDate &day) const
{
    const QString whole = dayTextWithWeekday(day);
    return m_sized && roomFor(whole) > width() ? longDay(day) : whole;
}

int DateEdit::roomFor(const QString &text) const
{
    return m_edit->fontMetrics().horizontalAdvance(text) + kTextPadding + layout()->spacing() + m_button->width();
}

QSize DateEdit::minimumSizeHint() const
{
    return {roomFor(longDay(QDate(2030, 12, 28))), QWidget::minimumSizeHint().height()};
}

void DateEdit::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sized = true;
    const auto day = date();
    if (day && (text() == longDay(*day) || text() == dayTextWithWeekday(*day)) && text() != written(*day)) {
        m_edit->setText(written(*day));
        m_edit->setCursorPosition(0);
    }
}

void DateEdit::setDate(const QDate &date)
{
    const QString text = written(date);
    if (text == m_edit->text())
        return; // and what was said of it stays
    m_edit->setText(text);
    m_edit->setCursorPosition(0); // where there is little room the year stays in sight, and not the weekday
    note({});
}

QString DateEdit::text() const
{
    return m_edit->text();
}

void DateEdit::setText(const QString &text)
{
    m_edit->setText(text);
    note({});
}

void DateEdit::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void DateEdit::setNames(const QString &name, const QString &description)
{
    m_edit->setAccessibleName(name);
    m_description = description;
    m_edit->setAccessibleDescription(description);
}

bool DateEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
        if (key == Qt::Key_F4) {
            pick();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Writes year and month as they are written here; the calendar's own header begins with the month.
void DateEdit::dressHeader(QCalendarWidget *calendar)
{
    auto *bar = calendar->findChild<QWidget *>(QStringLiteral("qt_calendar_navigationbar"));
    if (!bar || !bar->layout())
        return;
    for (const char *name : {"qt_calendar_monthbutton", "qt_calendar_yearbutton"}) {
        if (auto *button = bar->findChild<QWidget *>(QLatin1String(name)))
            button->hide();
    }
    auto *month = new TextLabel(TextRole::BodyStrong, bar);
    const auto write = [month](int year, int number) { month->setText(monthHeading(QDate(year, number, 1))); };
    write(calendar->yearShown(), calendar->monthShown());
    QObject::connect(calendar, &QCalendarWidget::currentPageChanged, month, write);
    static_cast<QBoxLayout *>(bar->layout())->insertWidget(bar->layout()->count() / 2, month);
}

void DateEdit::step(int days)
{
    setDate(date().value_or(m_today).addDays(days));
    Q_EMIT edited();
    Q_EMIT settled();
}

void DateEdit::pick()
{
    QMenu menu(this);
    auto *calendar = new QCalendarWidget(&menu);
    calendar->setSelectedDate(date().value_or(m_today));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    dressHeader(calendar);
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(calendar);
    menu.addAction(action);
    const auto take = [&](const QDate &day) {
        setDate(day);
        menu.close();
        Q_EMIT edited();
        Q_EMIT settled();
    };
    connect(calendar, &QCalendarWidget::clicked, &menu, take);
    connect(calendar, &QCalendarWidget::activated, &menu, take);
    calendar->setFocus();
    menu.exec(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

} // namespace kessai
