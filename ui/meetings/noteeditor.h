// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace kessai {

/// A sticky note while one writes on it, lying on the page itself. Leaving it or Ctrl+Enter keeps what was written, Escape does not.
class NoteEditor final : public QPlainTextEdit {
    Q_OBJECT

public:
    NoteEditor(const QString &text, int ink, QWidget *viewport);

    /// Its upper left corner comes to `corner` as far as it has room in the view.
    void place(const QPoint &corner);

Q_SIGNALS:
    /// Once, at the end.
    void written(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void finish();

    bool m_isFinished = false;
};

} // namespace kessai
