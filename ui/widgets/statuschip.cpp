// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuschip.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr int kChipPadding = 10;
constexpr int kChipIcon = 14;
constexpr int kChipGap = 5;
constexpr int kChipRadius = 6;

struct ChipWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::StatusChip)
};

} // namespace

ChipLook chipLook(ChipState state)
{
    switch (state) {
    case ChipState::WaitingForApproval:
        return {u"hourglass"_s, ChipWords::tr("To approve"), Token::InfoText, Token::InfoFill};
    case ChipState::UnderReview: return {u"eye"_s, ChipWords::tr("Under review"), Token::WarnText, Token::WarnFill};
    case ChipState::Ordered:
        return {u"rubber-stamp"_s, ChipWords::tr("Ordered, in examination"), Token::InfoText, Token::InfoFill};
    case ChipState::Decided:
        return {u"circle-check"_s, ChipWords::tr("Decided"), Token::SuccessText, Token::SuccessFill};
    case ChipState::Returned: return {u"arrow-back-up"_s, ChipWords::tr("Returned"), Token::WarnText, Token::WarnFill};
    case ChipState::Rejected: return {u"circle-x"_s, ChipWords::tr("Rejected"), Token::DangerText, Token::DangerFill};
    case ChipState::Draft: return {u"pencil"_s, ChipWords::tr("Draft"), Token::NeutralText, Token::NeutralFill};
    case ChipState::Withdrawn:
        return {u"corner-up-left"_s, ChipWords::tr("Withdrawn"), Token::NeutralText, Token::NeutralFill};
    case ChipState::Cancelled: return {u"x"_s, ChipWords::tr("Cancelled"), Token::NeutralText, Token::NeutralFill};
    case ChipState::Revoked:
        return {u"corner-up-left"_s, ChipWords::tr("Revoked"), Token::NeutralText, Token::NeutralFill};
    case ChipState::Damaged: return {u"shield-x"_s, ChipWords::tr("Damaged"), Token::DangerText, Token::DangerFill};
    }
    Q_UNREACHABLE();
}

QSize chipSize(const ChipLook &look)
{
    const QFontMetricsF metrics(fontFor(TextRole::Chip));
    const int icon = look.icon.isEmpty() ? 0 : grown(kChipIcon) + kChipGap;
    return {qCeil(metrics.horizontalAdvance(look.word)) + icon + 2 * kChipPadding, grown(24)};
}

QRectF paintChip(QPainter &painter, const QRectF &cell, const ChipLook &look, bool selected)
{
    const Tokens &t = tokens();
    const QSizeF size = chipSize(look);
    const QRectF chip(cell.x(), cell.y() + (cell.height() - size.height()) / 2, std::min(size.width(), cell.width()),
                      size.height());
    if (chip.width() < kChipPadding)
        return chip;

    const QColor text = t[look.text];
    const bool outlined = selected || t.highContrast();
    const QColor ground = t[selected ? Token::Surface : look.fill];
    const QColor outline = !outlined ? QColor() : t.highContrast() ? t[Token::Border] : mixed(text, ground, 0.35);
    paintRounded(painter, chip, kChipRadius, ground, outline);

    qreal x = chip.x() + kChipPadding;
    if (!look.icon.isEmpty()) {
        const int icon = grown(kChipIcon);
        paintIcon(painter, QRectF(x, chip.y() + (chip.height() - icon) / 2, icon, icon), look.icon, text);
        x += icon + kChipGap;
    }
    const PainterGuard guard(painter);
    paintElided(painter, QRectF(x, chip.y(), chip.right() - kChipPadding + 2 - x, chip.height()), look.word,
                fontFor(TextRole::Chip), text);
    return chip;
}

StatusChip::StatusChip(QWidget *parent) : StatusChip(ChipState::Draft, parent) {}

StatusChip::StatusChip(ChipState state, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(state);
}

void StatusChip::setState(ChipState state)
{
    setLook(chipLook(state));
}

void StatusChip::setLook(const ChipLook &look)
{
    m_look = look;
    setAccessibleName(look.word);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return chipSize(m_look);
}

QSize StatusChip::minimumSizeHint() const
{
    return sizeHint();
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_look);
}

void StatusChip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace kessai
