// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QRectF>
#include <QString>
#include <QWidget>

class QPainter;

namespace kessai {

/// What a case's chip can say.
enum class ChipState : quint8 {
    WaitingForApproval,
    UnderReview,
    Ordered, ///< decided, and what was ordered is being examined
    Decided,
    Returned,
    Rejected,
    Draft,
    Withdrawn,
    Cancelled,
    Revoked, ///< decided, and taken back by a later decision
    Damaged, ///< its record does not prove itself
};

/// A chip's icon, word and colours: always icon and word, never colour alone.
struct ChipLook final {
    QString icon;
    QString word;
    Token text = Token::NeutralText;
    Token fill = Token::NeutralFill;
};

/// The chip of \a state, its word in the user's language.
ChipLook chipLook(ChipState state);

/// The room the chip \a look takes, in logical pixels.
QSize chipSize(const ChipLook &look);

/// Paints \a look at the left of \a cell, centred vertically and elided to its width; on a selected row the chip turns to
/// the surface with an outline so that it stays visible. Returns what it covered.
QRectF paintChip(QPainter &painter, const QRectF &cell, const ChipLook &look, bool selected = false);

/// The same chip as a widget.
class StatusChip final : public QWidget {
    Q_OBJECT

public:
    explicit StatusChip(QWidget *parent = nullptr);
    explicit StatusChip(ChipState state, QWidget *parent = nullptr);

    void setState(ChipState state);
    /// For words that are no state, such as "due today".
    void setLook(const ChipLook &look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ChipLook m_look;
};

} // namespace kessai
