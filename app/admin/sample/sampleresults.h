// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/sample/dice.h"

#include <QJsonObject>

namespace kessai {

/// The fields of a report of the overtime that an order's fields ask for: as ordered, or somewhat shorter, with the noon break where
/// the order has one, and mostly with what the PC recorded.
QJsonObject resultOf(const QJsonObject &order, Dice &dice);

} // namespace kessai
