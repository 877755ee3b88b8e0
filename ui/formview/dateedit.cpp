// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/dateedit.h"

#include "core/calendar/era.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QWidgetAction>

namespace kessai {

namespace {

/// "令和8年11月28日（土）" or "Sat 2026-11-28" is shown; the weekday is decoration and is not part of what is read.
QString withoutWeekday(const QString &text)
{
    static const QRegularExpression weekday(QStringLiteral("[（(].[)）]\\s*$|^\\s*[A-Za-z]{3} "));
    QString plain = text;
    return plain.remove(weekday);
}

} // namespace

DateEdit::DateEdit(const QDate &today, QWidget *parent)
    : QWidget(parent), m_today(today), m_edit(new QLineEdit(this)), m_button(new QToolButton(this))
{
    m_edit->setMinimumHeight(metric::kControlHeight);
    m_edit->setPlaceholderText(tr("e.g. 8.11.28 or 11/28"));
    m_edit->installEventFilter(this);
    m_button->setIcon(icon(QStringLiteral("calendar-event")));
    m_button->setAccessibleName(tr("Pick a day"));
    m_button->setToolTip(tr("Pick a day (F4)"));
    m_button->setFocusPolicy(Qt::NoFocus); // from the keyboard the field opens it
    m_button->setMinimumHeight(metric::kControlHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_button);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &DateEdit::edited);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (const auto day = date())
            setDate(*day);
    });
    connect(m_button, &QToolButton::clicked, this, &DateEdit::pick);
}

std::optional<QDate> DateEdit::date() const
{
    const QString plain = withoutWeekday(m_edit->text()).trimmed();
    if (const auto day = parseDate(plain))
        return day;
    // Month and day alone mean the nearest such day that is not long past.
    static const QRegularExpression shortForm(QStringLiteral("^(\\d{1,2})[/月.](\\d{1,2})日?$"));
    const auto match = shortForm.match(plain.normalized(QString::NormalizationForm_KC));
    if (!match.hasMatch())
        return std::nullopt;
    QDate day(m_today.year(), match.captured(1).toInt(), match.captured(2).toInt());
    if (day.isValid() && day < m_today.addMonths(-6))
        day = day.addYears(1);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

void DateEdit::setDate(const QDate &date)
{
    m_edit->setText(dayTextWithWeekday(date));
}

QString DateEdit::text() const
{
    return m_edit->text();
}

void DateEdit::setText(const QString &text)
{
    m_edit->setText(text);
}

void DateEdit::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void DateEdit::setNames(const QString &name, const QString &description)
{
    m_edit->setAccessibleName(name);
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
    };
    connect(calendar, &QCalendarWidget::clicked, &menu, take);
    connect(calendar, &QCalendarWidget::activated, &menu, take);
    calendar->setFocus();
    menu.exec(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

} // namespace kessai
