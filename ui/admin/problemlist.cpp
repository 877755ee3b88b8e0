// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/problemlist.h"

#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace kessai {

ProblemList::ProblemList(const QString &name, int mostLines, QWidget *parent)
    : QTextEdit(parent), m_mostLines(mostLines)
{
    setAccessibleName(name);
    setReadOnly(true);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    hide();
}

void ProblemList::setLines(const std::vector<ProblemLine> &lines)
{
    if (m_lines == lines)
        return; // where one has scrolled to stays
    m_lines = lines;
    write();
    setVisible(!m_lines.empty());
    fit();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0); // the first thing first
}

void ProblemList::setMostLines(int lines)
{
    m_mostLines = lines;
    fit();
}

void ProblemList::write()
{
    document()->clear();
    document()->setDefaultFont(fontFor(TextRole::Caption));
    QTextCursor cursor(document());
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (i > 0)
            cursor.insertBlock();
        QTextCharFormat words;
        words.setForeground(tokens()[m_lines[i].blocks ? Token::DangerText : Token::Text2]);
        cursor.insertText(m_lines[i].text, words);
    }
}

void ProblemList::fit()
{
    document()->setTextWidth(viewport()->width());
    const int most = m_mostLines * QFontMetrics(fontFor(TextRole::Caption)).lineSpacing();
    setFixedHeight(std::min(int(std::ceil(document()->size().height())) + 2, most));
    // By keys only where there is something to be scrolled.
    setFocusPolicy(document()->size().height() > most ? Qt::StrongFocus : Qt::ClickFocus);
}

void ProblemList::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void ProblemList::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        write();
        fit();
    }
}

} // namespace kessai
