// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pageactions.h"

#include "ui/pdf/documenttoolbar.h"
#include "ui/pdf/pagearea.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>

#include <array>
#include <utility>

namespace kessai {

namespace {

constexpr std::array kMenuPercents{50, 75, 100, 125, 150, 200, 400};

} // namespace

PageActions::PageActions(PageArea &pages, QWidget &viewer)
    : QObject(&viewer), m_pages(pages), m_viewer(viewer), m_zoomMenu(new QMenu(&viewer))
{
    const auto key = [](QKeyCombination combination) { return QKeySequence(combination); };
    m_previousPage = add(QStringLiteral("previousPage"), QStringLiteral("chevron-up"), tr("Previous page"),
                         {key(Qt::CTRL | Qt::Key_PageUp)}, [this] { m_pages.previousPage(); });
    m_nextPage = add(QStringLiteral("nextPage"), QStringLiteral("chevron-down"), tr("Next page"),
                     {key(Qt::CTRL | Qt::Key_PageDown)}, [this] { m_pages.nextPage(); });
    m_zoomOut = add(QStringLiteral("zoomOut"), QStringLiteral("zoom-out"), tr("Smaller"),
                    {key(Qt::CTRL | Qt::Key_Minus)}, [this] { m_pages.zoomOut(); });
    // On a Japanese keyboard + is Shift and ;, on an American one Shift and =.
    m_zoomIn = add(QStringLiteral("zoomIn"), QStringLiteral("zoom-in"), tr("Larger"),
                   {key(Qt::CTRL | Qt::Key_Plus), key(Qt::CTRL | Qt::SHIFT | Qt::Key_Plus),
                    key(Qt::CTRL | Qt::Key_Semicolon), key(Qt::CTRL | Qt::Key_Equal)},
                   [this] { m_pages.zoomIn(); });
    m_actualSize = add(QStringLiteral("actualSize"), {}, tr("Actual size"), {key(Qt::CTRL | Qt::Key_0)},
                       [this] { m_pages.setZoomPercent(100); });
    m_fitWidth = add(QStringLiteral("fitWidth"), QStringLiteral("arrow-autofit-width"), tr("Fit width"),
                     {key(Qt::CTRL | Qt::Key_1)}, [this] { m_pages.setZoomMode(ZoomMode::FitWidth); });
    m_fitPage = add(QStringLiteral("fitPage"), QStringLiteral("maximize"), tr("Whole page"),
                    {key(Qt::CTRL | Qt::Key_2)}, [this] { m_pages.setZoomMode(ZoomMode::FitPage); });
    m_turn = add(QStringLiteral("turn"), QStringLiteral("rotate-clockwise"), tr("Turn clockwise"),
                 {key(Qt::CTRL | Qt::Key_R)}, [this] { m_pages.turn(); });
    m_fitWidth->setCheckable(true);
    m_fitPage->setCheckable(true);
    for (const int percent : kMenuPercents)
        m_zoomMenu->addAction(tr("%1 %").arg(percent), this, [this, percent] { m_pages.setZoomPercent(percent); });
    m_zoomMenu->addSeparator();
    m_zoomMenu->addActions({m_fitWidth, m_fitPage});
}

QAction *PageActions::add(const QString &objectName, const QString &iconName, const QString &text,
                          const QList<QKeySequence> &keys, const std::function<void()> &act)
{
    auto *const action = new QAction(text, &m_viewer);
    action->setObjectName(objectName);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!keys.isEmpty())
        action->setToolTip(tr("%1 (%2)").arg(text, keys.first().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, act);
    m_viewer.addAction(action);
    m_all.append(action);
    return action;
}

void PageActions::addPageField(DocumentToolBar &tools) const
{
    tools.addPageField(m_previousPage, m_nextPage);
}

void PageActions::addZoom(DocumentToolBar &tools)
{
    tools.addAction(m_zoomOut, DocumentToolBar::Useful);
    m_zoomButton = tools.addMenu(m_zoomMenu, QStringLiteral("zoomButton"), tr("Zoom"), DocumentToolBar::Useful, true);
    tools.addAction(m_zoomIn, DocumentToolBar::Useful, true);
    tools.addAction(m_fitWidth, DocumentToolBar::Handy);
    tools.addAction(m_fitPage, DocumentToolBar::Handy);
    tools.addAction(m_turn, DocumentToolBar::Handy);
}

void PageActions::addLeafing(QMenu &menu) const
{
    menu.addActions({m_previousPage, m_nextPage});
}

void PageActions::addZoom(QMenu &menu) const
{
    menu.addActions({m_zoomIn, m_zoomOut, m_actualSize, m_fitWidth, m_fitPage, m_turn});
}

void PageActions::update(DocumentToolBar &tools, bool isReady, int pageCount)
{
    const int page = m_pages.currentPage();
    for (QAction *action : std::as_const(m_all))
        action->setEnabled(isReady);
    tools.setReady(isReady);
    m_previousPage->setEnabled(isReady && page > 0);
    m_nextPage->setEnabled(isReady && page + 1 < pageCount);
    tools.showPage(isReady ? page : -1, pageCount);
    const ZoomMode mode = m_pages.zoomMode();
    m_fitWidth->setChecked(mode == ZoomMode::FitWidth);
    m_fitPage->setChecked(mode == ZoomMode::FitPage);
    tools.setMenuText(m_zoomButton, tr("%1 %").arg(m_pages.zoomPercent()));
}

QAction *PageActions::actionFor(const QKeyEvent &event) const
{
    const QKeySequence pressed(event.keyCombination());
    for (QAction *action : m_all) {
        if (action->isEnabled() && action->shortcuts().contains(pressed))
            return action;
    }
    return nullptr;
}

} // namespace kessai
