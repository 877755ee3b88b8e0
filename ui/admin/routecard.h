// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/routetrial.h"

#include <QWidget>

class QVBoxLayout;

namespace kessai {

class Card;
class RouteStrip;
class TextLabel;

/// The way a made-up case takes, with the reason for every step as filing shows it.
class RouteCard final : public QWidget {
    Q_OBJECT

public:
    RouteCard(const QString &title, const char *objectName, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &caption);
    void setRoute(const TriedRoute &route);

private:
    Card *m_card;
    RouteStrip *m_route;
    TextLabel *m_trouble;
    QVBoxLayout *m_reasons;
};

} // namespace kessai
