// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchablebox.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

namespace kessai {

namespace {

void takeTyped(QComboBox &box)
{
    const QString text = box.currentText().trimmed();
    const int before = box.currentIndex();
    int only = text.isEmpty() ? 0 : -1;
    int found = 0;
    for (int i = 1; i < box.count() && !text.isEmpty(); ++i) {
        if (box.itemText(i).contains(text, Qt::CaseInsensitive)) {
            only = i;
            ++found;
        }
    }
    box.setCurrentIndex(only >= 0 && found <= 1 ? only : before);
    if (box.currentIndex() != before)
        Q_EMIT box.activated(box.currentIndex());
}

} // namespace

void makeSearchable(QComboBox &box, const QString &name)
{
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    box.completer()->setFilterMode(Qt::MatchContains);
    box.completer()->setCompletionMode(QCompleter::PopupCompletion);
    box.lineEdit()->setAccessibleName(name);
    QObject::connect(box.lineEdit(), &QLineEdit::editingFinished, &box, [&box] { takeTyped(box); });
}

} // namespace kessai
