// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meterbar.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr int kMeterHeight = 10;
constexpr int kMeterLine = 20;
constexpr int kMeterGap = 4;
constexpr qreal kSmallest = 0.85; ///< of the size of the words
const QString kThen = u" → "_s;   ///< "left 100 → this 40 → then 60"
const QString kAnd = u" ・ "_s;   ///< "paid 40 ・ ordered 20 ・ left 60"

/// Where words that have no room go on in a second line; -1 where they do not.
qsizetype breakIn(const QString &words)
{
    const qsizetype then = words.lastIndexOf(kThen);
    return then >= 0 ? then : words.lastIndexOf(kAnd);
}

} // namespace

MeterBar::MeterBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MeterBar::setView(const MeterView &view)
{
    m_view = view;
    QStringList words;
    for (const QString &text : {view.usedText, view.addedText, view.limitText, view.note})
        if (!text.isEmpty())
            words.append(text);
    setAccessibleName(words.join(tr(", ")));
    wrap();
    updateGeometry();
    update();
}

void MeterBar::wrap()
{
    const QFont font = fontFor(TextRole::Chip);
    const qreal room = width() - (m_view.tone ? grown(15) + 5 : 0) - 15;
    const bool wrapped = m_view.addedText.isEmpty() && breakIn(m_view.usedText) >= 0
        && QFontMetricsF(font).horizontalAdvance(m_view.usedText) * kSmallest > room;
    if (m_wrapped == wrapped)
        return;
    m_wrapped = wrapped;
    updateGeometry();
    update();
}

void MeterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    wrap();
}

bool MeterBar::isOver() const
{
    return m_view.limit && m_view.used + m_view.added > *m_view.limit;
}

QSize MeterBar::sizeHint() const
{
    const int note = m_view.note.isEmpty() ? 0 : grown(kMeterLine) + kMeterGap;
    return {320, (m_wrapped ? 2 : 1) * grown(kMeterLine) + kMeterGap + kMeterHeight + note};
}

QSize MeterBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void MeterBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QFont body = fontFor(TextRole::Chip);
    const QFontMetricsF metrics(body);
    QRectF line(0, 0, width(), grown(kMeterLine));

    // Where not all words fit, those of the limit give way: what is used names it.
    const auto room = [&metrics](const QString &text) {
        return text.isEmpty() ? 0 : metrics.horizontalAdvance(text) + 31;
    };
    const bool fits =
        room(m_view.usedText) + room(m_view.addedText) + metrics.horizontalAdvance(m_view.limitText) <= line.width();
    const qreal limitWidth = fits ? metrics.horizontalAdvance(m_view.limitText) : -12;
    if (fits)
        paintElided(painter, line, m_view.limitText, body, t[Token::Text2], Qt::AlignRight | Qt::AlignVCenter);
    // Squares in the colours of the two parts tie the words to the bar.
    qreal x = 0;
    if (m_view.tone) {
        const int side = grown(15);
        paintIcon(painter, QRectF(x, line.center().y() - side / 2.0, side, side), u"alert-triangle"_s, t[*m_view.tone]);
        x = side + 5;
    }
    const Token words = m_view.tone.value_or(Token::Text);
    const qreal end = line.right() - limitWidth - 12;
    const auto part = [&](const QString &text, Token token) {
        if (text.isEmpty() || x >= end)
            return;
        const qreal square = 9;
        paintRounded(painter, QRectF(x, line.center().y() - square / 2, square, square), 2, t[token]);
        x += square + 6;
        const QFont font = shrunkToFit(body, text, end - x, body.pointSizeF() * kSmallest);
        paintElided(painter, QRectF(x, 0, end - x, line.height()), text, font, t[words]);
        x += QFontMetricsF(font).horizontalAdvance(text) + 16;
    };
    const qsizetype then = m_wrapped ? breakIn(m_view.usedText) : -1;
    part(m_view.usedText.left(then), Token::MeterUsed);
    if (then >= 0) {
        line.translate(0, grown(kMeterLine));
        QString rest = m_view.usedText.mid(then);
        if (rest.startsWith(kAnd))
            rest.remove(0, kAnd.size());
        paintElided(painter, line.adjusted(15, 0, 0, 0), rest.trimmed(), body, t[words]);
    }
    part(m_view.addedText, isOver() ? Token::DangerText : Token::MeterThis);

    const QRectF bar(0, line.bottom() + kMeterGap, width(), kMeterHeight);
    paintBar(painter, bar);

    if (!m_view.note.isEmpty()) {
        const QRectF noteLine(0, bar.bottom() + kMeterGap, width(), grown(kMeterLine));
        const QColor color = t[isOver() ? Token::DangerText : Token::Text2];
        qreal left = 0;
        if (isOver() && !m_view.tone) { // one sign is enough
            const int side = grown(15);
            paintIcon(painter, QRectF(0, noteLine.center().y() - side / 2.0, side, side), u"alert-triangle"_s, color);
            left = side + 5;
        }
        paintElided(painter, noteLine.adjusted(left, 0, 0, 0), m_view.note, body, color);
    }
}

void MeterBar::paintBar(QPainter &painter, const QRectF &bar) const
{
    const Tokens &t = tokens();
    const qint64 total = std::max<qint64>(0, m_view.used) + std::max<qint64>(0, m_view.added);
    const qint64 limit = m_view.limit.value_or(total);
    const qint64 whole = std::max<qint64>({total, limit, 1});
    const auto at = [&](qint64 amount) {
        return bar.x()
            + bar.width() * static_cast<qreal>(std::clamp<qint64>(amount, 0, whole)) / static_cast<qreal>(whole);
    };

    const PainterGuard guard(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, bar, bar.height() / 2, t[Token::MeterTrack], t.highContrast() ? t[Token::Border] : QColor());
    QPainterPath shape;
    shape.addRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    painter.setClipPath(shape);
    const qreal usedEnd = at(m_view.used);
    const qreal addedEnd = at(total);
    painter.fillRect(QRectF(bar.x(), bar.y(), usedEnd - bar.x(), bar.height()), t[Token::MeterUsed]);
    if (m_view.added > 0) {
        // A gap parts the two for those who do not tell the colours apart.
        const qreal gap = m_view.used > 0 ? 2 : 0;
        const QRectF added(usedEnd + gap, bar.y(), std::max(addedEnd - usedEnd - gap, 2.0), bar.height());
        painter.fillRect(added, t[Token::MeterThis]);
    }
    if (isOver()) {
        const QRectF beyond(at(limit), bar.y(), addedEnd - at(limit), bar.height());
        painter.fillRect(beyond, t[Token::DangerText]);
        painter.fillRect(beyond, QBrush(t[Token::Surface], Qt::BDiagPattern));
        painter.setClipping(false);
        painter.fillRect(QRectF(at(limit) - 1, bar.y() - 3, 2, bar.height() + 6), t[Token::Text]);
    }
}

void MeterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace kessai
