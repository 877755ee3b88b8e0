// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagefeed.h"

namespace kessai {

QList<QSizeF> PageFeed::layoutSizes() const
{
    QList<QSizeF> sizes;
    sizes.reserve(pageCount());
    for (int page = 0; page < pageCount(); ++page)
        sizes.append(layoutSize(page));
    return sizes;
}

QString PageFeed::partTitle(int) const
{
    return {};
}

QString PageFeed::pageName(int) const
{
    return {};
}

FailureText PageFeed::failureText(int page) const
{
    return pageFailureText(pageFailure(page));
}

} // namespace kessai
