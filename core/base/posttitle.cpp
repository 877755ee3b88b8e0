// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/posttitle.h"

namespace kessai {

QString joinTitle(const QString &section, const QString &title, QStringView gap)
{
    if (section.isEmpty())
        return title;
    if (title.size() > 1 && section.endsWith(title.front()))
        return section + title.mid(1);
    return section + gap + title;
}

} // namespace kessai
