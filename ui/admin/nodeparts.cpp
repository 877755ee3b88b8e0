// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/nodeparts.h"

#include "ui/widgets/searchablebox.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace kessai {

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
}

} // namespace kessai
