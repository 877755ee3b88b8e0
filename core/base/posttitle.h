// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kessai {

/// A section's name and a post's title as they are written together: 総務課 and 課長 share their 課 and become 総務課長. Where nothing
/// is shared, `gap` stands between them: 総務課 and 主事 become 総務課主事, or "総務課 主事".
QString joinTitle(const QString &section, const QString &title, QStringView gap = {});

} // namespace kessai
