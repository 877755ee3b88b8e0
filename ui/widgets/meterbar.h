// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace kessai {

/// A quantity against its limit; the numbers share one unit (minutes, yen, days), the texts say them for people.
struct MeterView final {
    qint64 used = 0;                ///< used or reserved already
    qint64 added = 0;               ///< what this case would add
    std::optional<qint64> limit;    ///< nothing where there is no limit
    QString usedText = {};          ///< "this month 18 h 30 m"
    QString addedText = {};         ///< "this request 3 h 00 m"
    QString limitText = {};         ///< "limit 45 h"
    QString note = {};              ///< a sentence under the bar, such as by how much the limit is passed
    std::optional<Token> tone = {}; ///< how the words are said where they are remarkable; a sign goes before them
};

/// The bar of a MeterView: used, this case, what lies beyond the limit, and the limit as a line.
class MeterBar final : public QWidget {
    Q_OBJECT

public:
    explicit MeterBar(QWidget *parent = nullptr);

    void setView(const MeterView &view);
    const MeterView &view() const { return m_view; }
    /// Whether used and added together pass the limit.
    bool isOver() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void wrap();
    void paintBar(class QPainter &painter, const QRectF &bar) const;

    MeterView m_view;
    bool m_wrapped = false; ///< what is left after this case stands below: there is no room beside what was before
};

} // namespace kessai
