// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

class QComboBox;

namespace kessai {

/// Lets one find an entry of a long list by typing any part of it or a word of its reading, and replace what stands there by clicking and
/// typing; Space opens the list. The first entry stands for nothing chosen. Text that only one entry has chooses it, which the box tells as if it were
/// picked. Any other text stays, outlined in red, and nothing is chosen: nobody takes the place of the one who was meant.
void makeSearchable(QComboBox &box, const QString &name);
/// Adds an entry that is found by its text and its reading (かな).
void addEntry(QComboBox &box, const QString &text, const QVariant &data, const QString &reading = {});
/// What an entry is found by, and what is looked for in that where somebody typed something.
QString foundBy(const QString &text, const QString &reading);
QString soughtBy(const QString &typed);
/// Chooses what the typed text stands for, as the box does when one leaves it; false where it stands for no one entry.
bool settleTyped(QComboBox &box);
/// Whether what stands in the box is none of its entries.
bool isUnsettled(const QComboBox &box);
/// Empties a box whose choice was acted on, for the next one.
void emptyChoice(QComboBox &box);
/// Why: no entry fits, or several do.
QString unsettledText(const QComboBox &box);

} // namespace kessai
