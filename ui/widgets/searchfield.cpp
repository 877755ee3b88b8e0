// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/icon.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kessai {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent), m_pause(new QTimer(this)), m_clear(nullptr)
{
    setAccessibleName(tr("Search"));
    addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_clear = addAction(icon(u"x"_s), QLineEdit::TrailingPosition);
    m_clear->setToolTip(tr("Clear the search"));
    m_clear->setVisible(false);
    // The line edit's inner buttons have no names of their own, and the magnifier is nothing to press.
    const QList<QToolButton *> buttons = findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(button->defaultAction() == m_clear ? tr("Clear the search") : tr("Search"));
    }
    m_pause->setSingleShot(true);
    m_pause->setInterval(250);
    connect(m_pause, &QTimer::timeout, this, &SearchField::tell);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        m_pause->start();
    });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        tell();
        Q_EMIT confirmed();
    });
    connect(m_clear, &QAction::triggered, this, [this] {
        clear();
        tell();
    });
}

void SearchField::setPause(int milliseconds)
{
    m_pause->setInterval(milliseconds);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        tell();
        return;
    }
    if (event->key() == Qt::Key_Down) {
        tell();
        Q_EMIT leftBelow();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::tell()
{
    m_pause->stop();
    const QString wanted = text().trimmed();
    if (wanted == m_told)
        return;
    m_told = wanted;
    Q_EMIT searchRequested(wanted);
}

} // namespace kessai
