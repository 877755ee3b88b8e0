// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QScrollArea>

class QVBoxLayout;

namespace kessai {

class Card;
class RouteStrip;
class TextLabel;

/// Beside a request while it is written: what it does to the month or the balance, and whom it will be asked of, with the reason
/// for every step. Choosing a step in the route points at its reason.
class ComposeSide final : public QScrollArea {
    Q_OBJECT

public:
    explicit ComposeSide(QWidget *parent = nullptr);

    /// Another request begins; nothing is known of it.
    void clear();
    void show(const Preview &preview);
    /// Something to be seen before it is submitted, above everything else; empty for nothing.
    void setNotice(const QString &notice);
    /// Takes no more than its share of a page this wide.
    void fitTo(int pageWidth);

private:
    void showReasons(const std::vector<StepView> &route);
    void pointAt(int step);

    Card *m_effectCard;
    TextLabel *m_notice;
    QVBoxLayout *m_insights;
    Card *m_routeCard;
    RouteStrip *m_route;
    TextLabel *m_trouble;
    QVBoxLayout *m_reasons;
    std::vector<TextLabel *> m_titles; ///< one a step; none for the drafter's own mark
    int m_pointed = -1;
};

} // namespace kessai
