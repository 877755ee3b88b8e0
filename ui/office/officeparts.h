// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QString>

class QComboBox;
class QHBoxLayout;
class QLayout;
class QPushButton;
class QWidget;

namespace kessai {

class DateEdit;

// What the pages of the office's own business are put together from.

/// A list of people or posts found by typing; the first entry is nobody. Its data are ids. Of people those of `near`'s own section
/// come first.
QComboBox *peopleBox(const Office &office, const QString &name, StaffId near, QWidget *parent);
QComboBox *postsBox(const PostSheet &sheet, const std::vector<PostId> &posts, const QString &name, QWidget *parent);
/// The id chosen in such a list.
template <class IdType>
std::optional<IdType> chosen(const qint64 value)
{
    return value > 0 ? std::optional(IdType(value)) : std::nullopt;
}

/// A line of something registered: what it is, what more there is to say, and at the right whatever is added to the layout.
struct RegisteredRow final {
    QWidget *widget;
    QHBoxLayout *layout;
};
RegisteredRow registeredRow(const QString &text, const QString &caption, QWidget *parent);
/// The quiet button at the end of such a line; `what` tells assistive technology of which line.
QPushButton *rowButton(const QString &text, const QString &what, QWidget *parent);
/// What a list says where nothing is registered.
QWidget *emptyRow(const QString &text, QWidget *parent);
/// A field below the word for it.
QWidget *labelled(const QString &label, QWidget *field, QWidget *parent);
/// A day to be typed or picked.
DateEdit *dayEdit(const QDate &today, const QString &name, const char *objectName, QWidget *parent);
/// Fields side by side, the button at the end of the line.
QHBoxLayout *entryLine(const std::vector<QWidget *> &fields, QPushButton *button = nullptr);
/// A page of cards below each other, which scrolls where the window is low.
QWidget *cardColumn(const std::vector<QWidget *> &cards, QWidget *parent);
/// Scrolls a page so that something on it can be seen.
void bringIntoView(QWidget &widget);
/// Deletes what is in a layout.
void emptyLayout(QLayout &layout);

/// "関 直美（庶務係 主任）"; the number of the record where they are not in the office.
QString personText(const Office &office, StaffId staff);
/// What waits, by number, form and section: "R8-000123 支出命令（総務課）".
QString strandedText(const StrandedStep &step, const std::vector<FormDefinition> &forms);
/// "令和8年11月24日（火）から11月26日（木）まで"; without an end "…から".
QString periodText(const QDate &from, const QDate &until);
/// "令和9年4月1日"; one that cannot be read has no day and says so.
QString preparedDay(const PreparedChange &change);
QString absenceWord(AbsenceKind kind);
/// "時間外勤務命令、休暇のみ・500,000円以下": the cases a deputy acts on, where it is not all of them.
QString limitText(const Deputyship &deputyship, const std::vector<FormDefinition> &forms);

} // namespace kessai
