// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

QString iconPath(const QString &name)
{
    return u":/icons/"_s + name + u".svg"_s;
}

// The drawings come with a stroke of 2; 1.75 sits better next to the weight of Japanese text.
QByteArray coloredSvg(const QString &name, const QColor &color)
{
    QFile file(iconPath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon named %s", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    return svg;
}

QPixmap renderedIcon(const QString &name, const QColor &color, const QSize &deviceSize)
{
    const QString key = u"kessai:%1:%2:%3x%4"_s.arg(name, color.name(), QString::number(deviceSize.width()),
                                                    QString::number(deviceSize.height()));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(deviceSize);
    pixmap.fill(Qt::transparent);
    const QByteArray svg = coloredSvg(name, color);
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(deviceSize)));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TokenIconEngine final : public QIconEngine {
public:
    TokenIconEngine(QString name, Token token) : m_name(std::move(name)), m_token(token) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return renderedIcon(m_name, colorFor(mode), size);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new TokenIconEngine(*this); }
    QString key() const override { return u"kessai"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !hasIcon(m_name); }

private:
    TokenIconEngine(const TokenIconEngine &) = default;

    QColor colorFor(QIcon::Mode mode) const
    {
        const Tokens &t = tokens();
        switch (mode) {
        case QIcon::Disabled: return t[Token::Disabled];
        case QIcon::Selected: return t[Token::OnSelection];
        case QIcon::Normal:
        case QIcon::Active: return t[m_token];
        }
        Q_UNREACHABLE();
    }

    QString m_name;
    Token m_token;
};

} // namespace

bool hasIcon(const QString &name)
{
    return QFile::exists(iconPath(name));
}

QIcon icon(const QString &name, Token token)
{
    return QIcon(new TokenIconEngine(name, token));
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const QSize size = rect.size().toSize();
    // The painter knows its resolution better than its device: a widget may be drawn into a picture or onto paper.
    const qreal ratio = std::clamp(std::sqrt(std::abs(painter.deviceTransform().determinant())), 1.0, 8.0);
    const QPixmap pixmap = iconPixmap(name, color, size, ratio);
    const QPointF topLeft(rect.x() + (rect.width() - size.width()) / 2, rect.y() + (rect.height() - size.height()) / 2);
    painter.drawPixmap(topLeft, pixmap);
}

QPixmap iconPixmap(const QString &name, const QColor &color, const QSize &size, qreal devicePixelRatio)
{
    QPixmap pixmap = renderedIcon(name, color, (QSizeF(size) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace kessai
