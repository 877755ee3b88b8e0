// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guideview.h"

#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kMargin = 28;
constexpr int kLineHeight = 118; ///< per cent; Japanese letters have air of their own
constexpr int kCellPadding = 6;

/// Japanese has no spaces between words, and where a line of the source ends there shall be none either.
QString joinedLines(const QString &markdown)
{
    static const QRegularExpression end(QStringLiteral(
        "(?<=[\\p{Han}\\p{Hiragana}\\p{Katakana}、。」）・ー])\\n *(?=[\\p{Han}\\p{Hiragana}\\p{Katakana}「（])"));
    return QString(markdown).replace(end, QString());
}

TextRole roleOf(int headingLevel)
{
    return headingLevel <= 1 ? TextRole::PageTitle : headingLevel == 2 ? TextRole::CardTitle : TextRole::BodyStrong;
}

} // namespace

GuideView::GuideView(const QDir &folder, QWidget *parent) : QTextBrowser(parent), m_folder(folder)
{
    setObjectName(QStringLiteral("guideView"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    // A bar that came and went would change how wide the text is.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_heading.reset(); });
}

void GuideView::showPage(const QString &markdown)
{
    m_markdown = joinedLines(markdown);
    m_heading.reset();
    render();
    verticalScrollBar()->setValue(0);
}

void GuideView::scrollTo(int heading)
{
    m_heading = heading;
    int no = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || no++ < heading)
            continue;
        setTextCursor(QTextCursor(block));
        bringToTop(block);
        return;
    }
}

void GuideView::bringToTop(const QTextBlock &block)
{
    const bool first = !block.isValid() || block == document()->begin();
    const qreal top = first ? 0 : document()->documentLayout()->blockBoundingRect(block).top() - metric::kGap;
    verticalScrollBar()->setValue(int(top));
}

int GuideView::textWidth() const
{
    return std::max(200, viewport()->width() - 2 * kMargin);
}

/// Pictures are of whole windows, larger than the text is wide.
QVariant GuideView::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || !name.isRelative() || name.path().contains(QLatin1String("..")))
        return {};
    QImage image(m_folder.filePath(name.path()));
    if (image.isNull())
        return {};
    const int most = int(textWidth() * devicePixelRatioF());
    if (image.width() > most)
        image = image.scaledToWidth(most, Qt::SmoothTransformation);
    image.setDevicePixelRatio(devicePixelRatioF());
    return image;
}

void GuideView::resizeEvent(QResizeEvent *event)
{
    // The heading one asked for stays, or the place one has read on to; where that is only the layout before this size knows.
    const int block = cursorForPosition({kMargin, kMargin}).blockNumber();
    QTextBrowser::resizeEvent(event);
    if (textWidth() == m_renderedWidth || m_markdown.isEmpty())
        return;
    render();
    if (m_heading)
        scrollTo(*m_heading);
    else
        bringToTop(document()->findBlockByNumber(block));
}

void GuideView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        render();
}

void GuideView::render()
{
    m_renderedWidth = textWidth();
    document()->clear();
    document()->setDefaultFont(fontFor(TextRole::Body));
    document()->setDocumentMargin(kMargin);
    document()->setMarkdown(m_markdown, QTextDocument::MarkdownDialectGitHub);
    dress();
}

/// Gives the text the type scale and colours of the program, and air.
void GuideView::dress()
{
    const Tokens &colours = tokens();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool picture = block.text().contains(QChar::ObjectReplacementCharacter);
        if (!picture)
            format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(level == 1 ? 0 : level > 0 ? 22 : 4);
        format.setBottomMargin(level > 0 || picture ? 8 : 4);
        cursor.setBlockFormat(format);
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat words;
        if (level > 0)
            words.setFont(fontFor(roleOf(level)));
        words.setForeground(colours[Token::Text]);
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            QTextCursor piece(document());
            piece.setPosition(fragment.position());
            piece.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            QTextCharFormat dressed = words;
            if (fragment.charFormat().isAnchor())
                dressed.setForeground(colours[Token::Accent]);
            if (fragment.charFormat().fontFixedPitch())
                dressed.setBackground(colours[Token::NeutralFill]);
            piece.mergeCharFormat(dressed);
        }
    }
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setBorderBrush(colours[Token::Border]);
        format.setCellPadding(kCellPadding);
        format.setCellSpacing(0);
        format.setTopMargin(8);
        format.setBottomMargin(12);
        table->setFormat(format);
    }
}

} // namespace kessai
