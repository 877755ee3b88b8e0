// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>

namespace kessai::tour {

/// Acts in real windows as a person at a keyboard does, and photographs them. The first thing that is not as expected is kept as
/// one sentence; from then on nothing more is done, so that a scene can be written down as plain steps.
class Stage final : private DialogService {
public:
    /// Pictures go to `folder` as "01-name.png"; an empty one takes none.
    explicit Stage(QString folder);
    ~Stage() override;
    Stage(const Stage &) = delete;
    Stage &operator=(const Stage &) = delete;

    bool ok() const { return m_error.isEmpty(); }
    /// What was expected and did not happen.
    QString error() const { return m_error; }
    /// Ends the tour; what was seen then is left as "failed.png" beside the pictures.
    void fail(const QString &expected);
    /// Tells whoever watches what is being done.
    void say(const QString &text) const;

    /// The window the following acts happen in; it is shown and activated.
    void enter(QWidget *window);
    QWidget *window() const { return m_window; }
    /// The visible widget of a name within the window; null, and a failure, when there is none.
    template <class W>
    W *find(const QString &name)
    {
        return ok() ? qobject_cast<W *>(findNamed(name, &W::staticMetaObject)) : nullptr;
    }
    /// Spins the event loop until `done`; a failure with the sentence `expected` when it takes longer.
    bool waitFor(const QString &expected, const std::function<bool()> &done, int milliseconds = 20'000);
    /// Lets everything that is under way be painted.
    void settle(int milliseconds = 120);

    /// One key to whatever has the focus.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Types into whatever has the focus; what is not Latin-1 arrives as from an input method: converted first, then committed.
    void type(const QString &text);
    /// How many keys were struck so far; what arrives as from an input method counts a key a character.
    int keys() const { return m_keys; }
    /// Moves the focus into a named widget and replaces what is written there.
    void fill(const QString &name, const QString &text);
    void focus(const QString &name);
    void click(const QString &name);
    /// Clicks, and acts on the menu that opens.
    void clickMenu(const QString &name, const std::function<void(QWidget *menu)> &act);
    /// Drops files onto a named widget.
    void drop(const QString &name, const QStringList &paths);

    /// Photographs the window with the menus and dialogs over it.
    void picture(const QString &name);
    int pictures() const { return m_pictures; }
    /// Numbers go on from here.
    void countFrom(int number) { m_pictures = number; }

    /// What the next dialogs answer.
    void answerSavePath(const QString &path) { m_savePath = path; }
    void answerOpenPaths(const QStringList &paths) { m_openPaths = paths; }

private:
    QWidget *findNamed(const QString &name, const QMetaObject *type);
    /// The window with the menus and dialogs over it.
    QPixmap seen() const;

    QString askSavePath(QWidget *parent, const QString &title, const QString &suggestion) override;
    QStringList askOpenPaths(QWidget *parent, const QString &title, const QString &filter) override;
    bool askPrinter(QWidget *parent, QPrinter &printer) override;
    bool confirm(QWidget *parent, const QString &question, const QString &action) override;

    QString m_folder;
    QString m_error;
    QPointer<QWidget> m_window;
    int m_pictures = 0;
    int m_keys = 0;
    QString m_savePath;
    QStringList m_openPaths;
    QElapsedTimer m_since;
};

} // namespace kessai::tour
