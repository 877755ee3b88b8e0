// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

class QComboBox;
class QString;
class QWidget;

namespace kessai {

// What the editors of the organisation choose units, posts and people from.

/// A list found in by typing, empty but for the first entry, which is nothing.
QComboBox *choiceBox(const QString &name, const QString &objectName, QWidget *parent);
/// Fills it with the posts of an office.
void fillPosts(QComboBox &box, const Office &office, const std::vector<PostId> &except);

} // namespace kessai
