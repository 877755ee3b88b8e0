// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/nodeparts.h"

#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kListMargin = 40; ///< beside the text: the scroll bar, and what surrounds it
constexpr int kWidestList = 440;

} // namespace

QComboBox *choiceBox(const QString &name, const QString &objectName, QWidget *parent)
{
    auto *list = new QComboBox(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(8);
    list->addItem(QString(), qint64(0));
    makeSearchable(*list, name);
    list->lineEdit()->setPlaceholderText(name);
    return list;
}

void widenList(QComboBox &box)
{
    QString longest;
    for (int i = 0; i < box.count(); ++i) {
        if (const QString text = box.itemText(i); text.size() > longest.size())
            longest = text;
    }
    const int width = std::min(box.fontMetrics().horizontalAdvance(longest) + grown(kListMargin), grown(kWidestList));
    box.view()->setMinimumWidth(width);
    if (QCompleter *found = box.completer())
        found->popup()->setMinimumWidth(width);
}

void fillPosts(QComboBox &box, const Office &office, const std::vector<PostId> &except)
{
    const QSignalBlocker quiet(&box);
    box.clear();
    box.addItem(QString(), qint64(0));
    for (const Post &post : office.posts()) {
        if (std::find(except.begin(), except.end(), post.id) == except.end())
            addEntry(box, office.sectionLabel(post.section) + QLatin1Char(' ') + post.title, post.id.value(),
                     post.code);
    }
    box.setCurrentIndex(0);
    box.clearEditText();
    widenList(box);
}

} // namespace kessai
