// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace kessai {

/// The side of a page on which revisions are written: cards that scroll, and below them a foot that stays in sight.
QWidget *draftSide(const std::vector<QWidget *> &cards, QWidget *foot, QWidget *parent);
/// Beside a narrow page the side is narrow as well.
void fitDraftSide(QWidget &side, int pageWidth);

} // namespace kessai
