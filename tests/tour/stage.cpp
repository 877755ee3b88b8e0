// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/stage.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>
#include <QWindow>

#include <algorithm>

namespace kessai::tour {

namespace {

constexpr int kPopupMs = 5'000;

bool isLatin(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

Stage::Stage(QString folder) : m_folder(std::move(folder))
{
    m_since.start();
    replaceDialogs(this);
}

Stage::~Stage()
{
    replaceDialogs(nullptr);
}

void Stage::fail(const QString &expected)
{
    if (!ok())
        return;
    m_error = expected;
    if (m_window && !m_folder.isEmpty() && QDir().mkpath(m_folder))
        seen().save(QDir(m_folder).filePath(QStringLiteral("failed.png")));
}

void Stage::say(const QString &text) const
{
    if (!ok())
        return;
    QTextStream(stdout) << QStringLiteral("%1 s  ").arg(double(m_since.elapsed()) / 1000, 6, 'f', 1) << text
                        << Qt::endl;
}

void Stage::enter(QWidget *window)
{
    if (!ok())
        return;
    m_window = window;
    window->show();
    window->activateWindow();
    waitFor(QStringLiteral("the window becomes the active one"), [window] { return window->isActiveWindow(); });
}

QWidget *Stage::findNamed(const QString &name, const QMetaObject *type)
{
    const QList<QWidget *> found = m_window ? m_window->findChildren<QWidget *>(name) : QList<QWidget *>();
    for (QWidget *widget : found) {
        if (widget->isVisible() && type->cast(widget))
            return widget;
    }
    fail(QStringLiteral("a visible widget \"%1\" (%2)").arg(name, QString::fromLatin1(type->className())));
    return nullptr;
}

bool Stage::waitFor(const QString &expected, const std::function<bool()> &done, int milliseconds)
{
    if (!ok())
        return false;
    if (!QTest::qWaitFor(done, milliseconds))
        fail(QStringLiteral("%1 (waited %2 s)").arg(expected).arg(milliseconds / 1000));
    return ok();
}

void Stage::settle(int milliseconds)
{
    if (ok())
        QTest::qWait(milliseconds);
}

void Stage::press(int key, Qt::KeyboardModifiers modifiers)
{
    if (!ok())
        return;
    if (!m_window || !m_window->windowHandle()) {
        fail(QStringLiteral("a window to press keys in"));
        return;
    }
    ++m_keys;
    if (QWidget *menu = QApplication::activePopupWidget()) {
        // Without letting other events in: what a menu does to its owner, such as closing the page, waits for the menu's end.
        QTest::keyClick(menu, Qt::Key(key), modifiers);
        return;
    }
    QTest::keyClick(m_window->windowHandle(), Qt::Key(key), modifiers);
    QTest::qWait(0);
}

void Stage::type(const QString &text)
{
    if (!ok())
        return;
    m_keys += int(text.size());
    if (isLatin(text)) {
        for (QChar c : text)
            QTest::keyClick(m_window->windowHandle(), c.toLatin1());
        return;
    }
    QWidget *target = QApplication::focusWidget();
    if (!target || !target->testAttribute(Qt::WA_InputMethodEnabled)) {
        fail(QStringLiteral("the focus in a field that takes Japanese, for \"%1\"").arg(text));
        return;
    }
    QInputMethodEvent converting(text.left(4), {});
    QApplication::sendEvent(target, &converting);
    QInputMethodEvent committed;
    committed.setCommitString(text);
    QApplication::sendEvent(target, &committed);
}

void Stage::focus(const QString &name)
{
    if (auto *widget = find<QWidget>(name)) {
        // A page that has just come up may still be about to set the focus itself.
        waitFor(
            QStringLiteral("the focus in \"%1\"").arg(name),
            [widget] {
                const QWidget *now = QApplication::focusWidget();
                if (now && (now == widget || widget->isAncestorOf(now) || now == widget->focusProxy()))
                    return true;
                if (!widget->isActiveWindow())
                    widget->activateWindow(); // the offscreen platform does not always come back from a popup by itself
                widget->setFocus(Qt::TabFocusReason);
                return false;
            },
            10'000);
    }
}

void Stage::fill(const QString &name, const QString &text)
{
    focus(name);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    type(text);
}

void Stage::click(const QString &name)
{
    if (auto *widget = find<QWidget>(name)) {
        if (!widget->isEnabled())
            fail(QStringLiteral("\"%1\" can be clicked, but it is greyed out").arg(name));
        else
            QTest::mouseClick(widget, Qt::LeftButton);
    }
}

void Stage::clickMenu(const QString &name, const std::function<void(QWidget *)> &act)
{
    if (!ok())
        return;
    // The menu runs a loop of its own inside the click; what happens in it has to be waiting already.
    bool acted = false;
    QTimer watch;
    QElapsedTimer since;
    since.start();
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        QWidget *menu = QApplication::activePopupWidget();
        if (menu && menu->isVisible() && !acted) {
            acted = true;
            act(menu);
        } else if (menu && since.elapsed() > kPopupMs) {
            menu->close();
        }
    });
    watch.start(40);
    click(name);
    if (ok() && !acted)
        fail(QStringLiteral("a menu under \"%1\"").arg(name));
}

void Stage::drop(const QString &name, const QStringList &paths)
{
    auto *target = find<QWidget>(name);
    if (!target)
        return;
    QMimeData files;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    files.setUrls(urls);
    const QPoint where = target->rect().center();
    QDragEnterEvent comes(where, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &comes);
    if (!comes.isAccepted()) {
        fail(QStringLiteral("\"%1\" takes files that are dragged onto it").arg(name));
        return;
    }
    QDropEvent falls(where, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &falls);
}

void Stage::picture(const QString &name)
{
    if (!ok() || m_folder.isEmpty() || !m_window)
        return;
    QTest::qWait(60);
    const QString file = QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    if (!QDir().mkpath(m_folder) || !seen().save(QDir(m_folder).filePath(file)))
        fail(QStringLiteral("the picture %1 can be written to %2").arg(file, m_folder));
    say(QStringLiteral("[%1]").arg(file));
}

QPixmap Stage::seen() const
{
    QPixmap shot = m_window->grab();
    QPainter painter(&shot);
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *over : windows) {
        if (over == m_window || !over->isVisible() || !(over->windowFlags() & (Qt::Popup | Qt::Dialog)))
            continue;
        if (m_window->parentWidget() && over == m_window->parentWidget()->window())
            continue; // a window of its own lies over the one it was opened from
        if (qobject_cast<QWidget *>(over->parentWidget()) && over->parentWidget()->window() != m_window)
            continue;
        painter.drawPixmap(m_window->mapFromGlobal(over->pos()), over->grab());
    }
    painter.end();
    return shot;
}

QString Stage::askSavePath(QWidget *, const QString &, const QString &)
{
    return m_savePath;
}

QStringList Stage::askOpenPaths(QWidget *, const QString &, const QString &)
{
    return m_openPaths;
}

bool Stage::askPrinter(QWidget *, QPrinter &)
{
    return false;
}

bool Stage::confirm(QWidget *, const QString &, const QString &)
{
    return true;
}

} // namespace kessai::tour
