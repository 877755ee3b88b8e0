// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/noteeditor.h"

#include "core/meetings/ink.h"
#include "ui/theme/inks.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typescale.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kNoteEditorWidth = 220;
constexpr int kNoteEditorHeight = 128;

} // namespace

NoteEditor::NoteEditor(const QString &text, int ink, QWidget *viewport) : QPlainTextEdit(text, viewport)
{
    setObjectName(QStringLiteral("noteEditor"));
    setAccessibleName(tr("Sticky note"));
    setPlaceholderText(tr("Write here. Ctrl+Enter keeps it, Esc does not."));
    setFont(fontFor(TextRole::Body));
    setTabChangesFocus(true);
    resize(grown(kNoteEditorWidth), grown(kNoteEditorHeight));
    // Paper is light in every look.
    QPalette colors = palette();
    const QColor fill = mixed(inkColor(ink), Qt::white, 0.45);
    colors.setColor(QPalette::Base, fill);
    colors.setColor(QPalette::Text, noteTextColor());
    colors.setColor(QPalette::PlaceholderText, mixed(noteTextColor(), fill, 0.62));
    setPalette(colors);
    moveCursor(QTextCursor::End);
}

void NoteEditor::place(const QPoint &corner)
{
    const QRect view = parentWidget()->rect();
    move(std::clamp(corner.x(), 0, std::max(0, view.width() - width())),
         std::clamp(corner.y(), 0, std::max(0, view.height() - height())));
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Nothing written is lost: undo takes back what was not meant.
    if (event->key() == Qt::Key_Escape || (isEnter && event->modifiers().testFlag(Qt::ControlModifier)))
        finish();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    // Its own menu and the candidates of an input method take the focus for a while only.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish();
}

void NoteEditor::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    Q_EMIT written(toPlainText().left(kMostInkText).trimmed());
}

} // namespace kessai
