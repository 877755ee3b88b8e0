// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/chosenlist.h"

#include "ui/office/officeparts.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kessai {

ChosenList::ChosenList(const QString &add, const char *objectName, QWidget *parent)
    : QWidget(parent), m_rows(new QVBoxLayout), m_box(new QComboBox(this))
{
    m_rows->setSpacing(2);
    m_box->setObjectName(QLatin1String(objectName));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    m_box->addItem(QString());
    makeSearchable(*m_box, add);
    m_box->lineEdit()->setPlaceholderText(add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(m_rows);
    column->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, [this] {
        const QString key = m_box->currentData().toString();
        emptyChoice(*m_box);
        if (key.isEmpty() || m_chosen.contains(key))
            return;
        Q_EMIT edited(m_chosen + QStringList{key});
    });
}

void ChosenList::setEntries(std::vector<Entry> entries)
{
    if (entries == m_entries)
        return;
    m_entries = std::move(entries);
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(QString());
    for (const Entry &one : m_entries)
        addEntry(*m_box, one.text, one.key, one.reading);
    m_box->setCurrentIndex(0);
}

void ChosenList::setChosen(const QStringList &keys, const std::function<QString(const QString &)> &textOf)
{
    QStringList texts;
    for (const QString &key : keys)
        texts.append(textOf(key));
    if (keys == m_chosen && texts == m_shown)
        return;
    m_chosen = keys;
    m_shown = texts;
    showRows(textOf);
}

void ChosenList::showRows(const std::function<QString(const QString &)> &textOf)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) { // the button that was pressed is among them
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const QString &key : m_chosen) {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins({});
        line->setSpacing(metric::kGap);
        auto *label = new TextLabel(textOf(key), TextRole::Body, row);
        label->setWordWrap(true);
        QPushButton *out = rowButton(tr("Take out"), textOf(key), row);
        line->addWidget(label, 1);
        line->addWidget(out);
        m_rows->addWidget(row);
        setTabOrder(m_box->previousInFocusChain(), out); // by keys they come as they stand, before the box
        connect(out, &QPushButton::clicked, this, [this, key] {
            QStringList left = m_chosen;
            left.removeOne(key);
            m_box->setFocus(Qt::OtherFocusReason);
            Q_EMIT edited(left);
        });
    }
}

} // namespace kessai
