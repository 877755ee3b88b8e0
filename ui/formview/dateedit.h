// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/era.h"
#include "ui/theme/tokens.h"

#include <QWidget>

#include <optional>

class QCalendarWidget;
class QLineEdit;
class QToolButton;

namespace kessai {

class TextLabel;

/// A day, typed in any of the ways core/calendar/era.h reads or picked from a calendar; shown in the era calendar with weekday, where
/// there is room for it. A day typed in an era that had ended by then is taken for the day it means, and both are shown.
class DateEdit final : public QWidget {
    Q_OBJECT

public:
    explicit DateEdit(const QDate &today, QWidget *parent = nullptr, Meant meant = Meant::AnyDay);
    /// The day typed or picked; none while the text is no day.
    std::optional<QDate> date() const;
    void setDate(const QDate &date);
    QString text() const;
    void setText(const QString &text);
    /// What stands in the empty field instead of how a day may be written.
    void setPlaceholderText(const QString &text);
    /// What assistive technology says of the line one types in.
    void setNames(const QString &name, const QString &description);
    /// Says below the field where what was typed is no day.
    void tellNoDay() { m_tellsNoDay = true; }
    /// As narrow as a day can be read in, without its weekday.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();
    /// The field was left, or its day picked: what stands in it is whole.
    void settled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void pick();
    static void dressHeader(QCalendarWidget *calendar);
    void step(int days);
    void settle();
    QString written(const QDate &day) const;
    int roomFor(const QString &text) const;
    void note(const QString &text, Token token = Token::WarnText);

    QDate m_today;
    Meant m_meant;
    QLineEdit *m_edit;
    QToolButton *m_button;
    TextLabel *m_note; ///< what is remarkable about what was typed
    QString m_description;
    bool m_tellsNoDay = false;
    bool m_sized = false; ///< a layout has given it its place
};

} // namespace kessai
