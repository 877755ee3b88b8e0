// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guideview.h"

#include "core/services/answer.h"
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
constexpr int kRestMs = 150; ///< without another size, before pictures are made to fit it

/// Japanese has no spaces between words, and where a line of the source ends there shall be none either.
QString joinedLines(const QString &markdown)
{
    static const QRegularExpression end(QStringLiteral(
        "(?<=[\\p{Han}\\p{Hiragana}\\p{Katakana}、。」）・ー])\\n *(?=[\\p{Han}\\p{Hiragana}\\p{Katakana}「（])"));
    return QString(markdown).replace(end, QString());
}

/// The pictures a page shows, by the names it gives them, within a folder and no wider than so many pixels.
QHash<QString, QImage> readPicturesOf(const QString &markdown, const QDir &folder, int most)
{
    static const QRegularExpression picture(QStringLiteral("!\\[[^\\]]*\\]\\(([^)\\s]+)\\)"));
    QHash<QString, QImage> pictures;
    for (auto found = picture.globalMatch(markdown); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (name.contains(QLatin1String("..")) || pictures.contains(name))
            continue;
        QImage image(folder.filePath(name));
        if (image.width() > most)
            image = image.scaledToWidth(most, Qt::SmoothTransformation);
        if (!image.isNull())
            pictures.insert(name, image.convertToFormat(QImage::Format_ARGB32_Premultiplied));
    }
    return pictures;
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
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &GuideView::readPictures);
}

void GuideView::showPage(const QString &markdown)
{
    m_markdown = joinedLines(markdown);
    m_heading.reset();
    m_pictures.clear();
    render();
    verticalScrollBar()->setValue(0);
    readPictures();
}

void GuideView::readPictures()
{
    const int read = ++m_read;
    const int most = int(textWidth() * devicePixelRatioF());
    onPool([markdown = m_markdown, folder = m_folder, most] {
        return readPicturesOf(markdown, folder, most);
    }).then(this, [this, read](const QHash<QString, QImage> &pictures) {
        if (read != m_read)
            return;
        m_pictures = pictures;
        if (!m_pictures.isEmpty())
            keepPlace([this] { render(); });
    });
}

/// The heading one asked for stays, or the place one has read on to.
void GuideView::keepPlace(const std::function<void()> &change)
{
    const int block = cursorForPosition({kMargin, kMargin}).blockNumber();
    change();
    if (m_heading)
        scrollTo(*m_heading);
    else
        bringToTop(document()->findBlockByNumber(block));
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

/// Pictures are of whole windows, larger than the text is wide: such a one is drawn as wide as the text, whatever it was made to fit.
QVariant GuideView::loadResource(int type, const QUrl &name)
{
    const auto picture = m_pictures.constFind(name.path());
    if (type != QTextDocument::ImageResource || !name.isRelative())
        return {};
    if (picture == m_pictures.constEnd()) { // not read yet: no broken picture meanwhile
        QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
        nothing.fill(Qt::transparent);
        return nothing;
    }
    QImage image = *picture;
    image.setDevicePixelRatio(std::max(devicePixelRatioF(), image.width() / qreal(textWidth())));
    return image;
}

void GuideView::resizeEvent(QResizeEvent *event)
{
    const int block = cursorForPosition({kMargin, kMargin}).blockNumber(); // only the layout before this size knows
    QTextBrowser::resizeEvent(event);
    if (textWidth() == m_renderedWidth || m_markdown.isEmpty())
        return;
    render();
    if (m_heading)
        scrollTo(*m_heading);
    else
        bringToTop(document()->findBlockByNumber(block));
    m_rest.start();
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
