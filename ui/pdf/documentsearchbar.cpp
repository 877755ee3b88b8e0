// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/documentsearchbar.h"

#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace kessai {

DocumentSearchBar::DocumentSearchBar(QWidget *parent) : QWidget(parent), m_field(new SearchField(this))
{
    m_field->setObjectName(QStringLiteral("documentSearch"));
    setPurpose(tr("Search in this document"));
    m_field->setMaximumWidth(grown(320));
    m_field->installEventFilter(this);
    m_result = new TextLabel(TextRole::Caption, this);
    m_result->setObjectName(QStringLiteral("documentSearchResult"));

    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kGap, 0, metric::kGap, metric::kGap);
    layout->setSpacing(4);
    layout->addWidget(m_field, 1);
    m_previous = addButton(QStringLiteral("chevron-up"), tr("Previous hit (Shift+F3)"), QStringLiteral("previousHit"));
    m_next = addButton(QStringLiteral("chevron-down"), tr("Next hit (F3)"), QStringLiteral("nextHit"));
    layout->addWidget(m_result);
    layout->addStretch(1);
    QToolButton *const close =
        addButton(QStringLiteral("x"), tr("Close the search (Esc)"), QStringLiteral("closeSearch"));

    connect(m_field, &SearchField::searchRequested, this, [this](const QString &text) {
        m_searchedNow = true;
        QTimer::singleShot(0, this, [this] { m_searchedNow = false; });
        Q_EMIT searchChanged(text);
    });
    connect(m_previous, &QToolButton::clicked, this, &DocumentSearchBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &DocumentSearchBar::nextWanted);
    connect(close, &QToolButton::clicked, this, &DocumentSearchBar::closed);
    showResult(-1, 0, false, false);
}

QToolButton *DocumentSearchBar::addButton(const QString &iconName, const QString &name, const QString &objectName)
{
    auto *const button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(metric::kIconSize, metric::kIconSize));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    setButtonKind(*button, ButtonKind::Quiet);
    layout()->addWidget(button);
    return button;
}

void DocumentSearchBar::setPurpose(const QString &words)
{
    m_field->setPlaceholderText(words);
    m_field->setAccessibleName(words);
}

void DocumentSearchBar::start()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString DocumentSearchBar::text() const
{
    return m_field->text().trimmed();
}

void DocumentSearchBar::setText(const QString &text)
{
    m_field->setText(text);
}

void DocumentSearchBar::showResult(int current, int count, bool isGoing, bool hasNoText)
{
    QString words;
    if (text().isEmpty())
        words = QString();
    else if (count > 0)
        words = tr("%1 / %2").arg(std::max(0, current) + 1).arg(count) + (isGoing ? tr(" …") : QString());
    else if (isGoing)
        words = tr("Searching…");
    else if (hasNoText)
        words = tr("No text: the pages are pictures");
    else
        words = tr("Not found");
    m_result->setText(words);
    m_result->setAccessibleName(words);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

/// The words go with the search: they need not be taken out first.
bool DocumentSearchBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_field && event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    Q_EMIT closed();
    return true;
}

void DocumentSearchBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: Q_EMIT closed(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // An Enter that the field has just taken for "search" does not leave the first hit at once.
        if (m_searchedNow)
            return;
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT previousWanted();
        else
            Q_EMIT nextWanted();
        return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace kessai
