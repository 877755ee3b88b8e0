// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QString;

namespace kessai {

/// Lets one find an entry of a long list by typing any part of it. The first entry stands for nothing chosen. Text that only one
/// entry has chooses it, which the box tells as if it were picked; any other gives way to what is chosen, so that nothing else seems to
/// be.
void makeSearchable(QComboBox &box, const QString &name);

} // namespace kessai
