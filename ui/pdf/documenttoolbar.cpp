// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/documenttoolbar.h"

#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace kessai {

namespace {

constexpr int kToolSpacing = 2;
constexpr int kPageFieldWidth = 46;
constexpr int kMenuArrow = 14;

int toolWidth(const QWidget &tool)
{
    return (tool.maximumWidth() < QWIDGETSIZE_MAX ? tool.maximumWidth() : tool.sizeHint().width()) + kToolSpacing;
}

} // namespace

DocumentToolBar::DocumentToolBar(QWidget *parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_page(new QLineEdit(this)),
      m_count(new TextLabel(TextRole::Body, this))
{
    m_layout->setContentsMargins(metric::kGap, metric::kGap, metric::kGap, metric::kGap);
    m_layout->setSpacing(kToolSpacing);
    m_page->setObjectName(QStringLiteral("pageField"));
    m_page->setAccessibleName(tr("Page"));
    m_page->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_page->setFixedWidth(grown(kPageFieldWidth));
    m_page->setValidator(new QIntValidator(1, 99'999, m_page));
    m_count->setObjectName(QStringLiteral("pageCount"));
    connect(m_page, &QLineEdit::editingFinished, this, &DocumentToolBar::enterPage);
}

QToolButton *DocumentToolBar::makeButton(QAction *action)
{
    auto *const button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setIconSize(QSize(metric::kIconSize, metric::kIconSize));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setAccessibleName(action->toolTip());
    setButtonKind(*button, ButtonKind::Quiet);
    return button;
}

void DocumentToolBar::add(const Item &item)
{
    const int end = m_layout->count() - (m_overflow ? 1 : 0);
    m_layout->insertWidget(end, item.widget);
    m_items.append(item);
}

void DocumentToolBar::addPageField(QAction *previous, QAction *next)
{
    add({makeButton(previous), Useful});
    add({m_page, Always});
    m_layout->addSpacing(kToolSpacing);
    add({m_count, Always});
    add({makeButton(next), Useful});
}

void DocumentToolBar::addAction(QAction *action, Worth worth, bool joins)
{
    add({makeButton(action), worth, false, joins});
}

QToolButton *DocumentToolBar::addMenu(QMenu *menu, const QString &objectName, const QString &name, Worth worth,
                                      bool joins)
{
    auto *const button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setIcon(icon(QStringLiteral("chevron-down")));
    button->setIconSize(QSize(kMenuArrow, kMenuArrow));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // The arrow stands after the words.
    button->setLayoutDirection(Qt::RightToLeft);
    openBelow(button, menu);
    button->setAutoRaise(true);
    setButtonKind(*button, ButtonKind::Quiet);
    add({button, worth, false, joins});
    return button;
}

void DocumentToolBar::openBelow(QToolButton *button, QMenu *menu)
{
    connect(button, &QToolButton::clicked, menu,
            [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
}

void DocumentToolBar::addRoom()
{
    m_layout->addStretch(1);
}

void DocumentToolBar::addOverflow(QMenu *menu)
{
    m_overflow = new QToolButton(this);
    m_overflow->setObjectName(QStringLiteral("documentMenu"));
    m_overflow->setIcon(icon(QStringLiteral("dots")));
    m_overflow->setIconSize(QSize(metric::kIconSize, metric::kIconSize));
    m_overflow->setToolTip(tr("More"));
    m_overflow->setAccessibleName(tr("More for this document"));
    openBelow(m_overflow, menu);
    m_overflow->setAutoRaise(true);
    setButtonKind(*m_overflow, ButtonKind::Quiet);
    m_layout->addWidget(m_overflow);
}

void DocumentToolBar::addOwnersAction(QAction *action)
{
    add({makeButton(action), Useful, true});
    connect(action, &QAction::visibleChanged, this, &DocumentToolBar::fit);
    fit();
}

void DocumentToolBar::setReady(bool ready)
{
    m_isReady = ready;
    fit();
}

void DocumentToolBar::setMenuText(QToolButton *button, const QString &text)
{
    button->setText(text);
    fit();
}

void DocumentToolBar::showPage(int page, int count)
{
    m_shownPage = page;
    m_page->setText(page >= 0 ? QString::number(page + 1) : QString());
    m_count->setText(tr("/ %1").arg(count));
    m_count->setAccessibleName(tr("%n page(s)", nullptr, count));
}

void DocumentToolBar::enterPage()
{
    bool isNumber = false;
    const int page = m_page->text().toInt(&isNumber) - 1;
    if (isNumber && page != m_shownPage)
        Q_EMIT pageEntered(page);
    else
        m_page->setText(QString::number(m_shownPage + 1));
}

QSize DocumentToolBar::minimumSizeHint() const
{
    int width = m_layout->contentsMargins().left() + m_layout->contentsMargins().right();
    for (const Item &item : m_items) {
        if (item.worth == Always)
            width += item.widget->sizeHint().width() + kToolSpacing;
    }
    return {width + grown(metric::kControlHeight), QWidget::minimumSizeHint().height()};
}

void DocumentToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool DocumentToolBar::isWanted(const Item &item) const
{
    const auto *const button = qobject_cast<QToolButton *>(item.widget);
    const QAction *const action = button ? button->defaultAction() : nullptr;
    return (m_isReady || item.isOwners) && (!action || action->isVisible());
}

/// With those that are seen with it; nothing of one that joins another.
int DocumentToolBar::widthFrom(qsizetype place) const
{
    int width = 0;
    for (qsizetype at = place; at < m_items.size() && m_items.at(at).joins == (at > place); ++at)
        width += isWanted(m_items.at(at)) ? toolWidth(*m_items.at(at).widget) : 0;
    return width;
}

void DocumentToolBar::fit()
{
    if (!m_overflow)
        return;
    int left = width() - m_layout->contentsMargins().left() - m_layout->contentsMargins().right()
        - toolWidth(*m_overflow) - 2 * kToolSpacing;
    m_overflow->setVisible(m_isReady);
    // Those worth most get their room first, each kind from the left.
    for (const Worth worth : {Always, Useful, Handy}) {
        for (qsizetype place = 0; place < m_items.size(); ++place) {
            const Item &item = m_items.at(place);
            if (item.worth != worth)
                continue;
            left -= widthFrom(place);
            item.widget->setVisible(isWanted(item) && (worth == Always || left >= 0));
        }
    }
}

} // namespace kessai
