// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/workbook.h"

#include <functional>

class QPagedPaintDevice;
class QPainter;

namespace kessai {

/// Is told how many books are painted, and answers whether to go on.
using BookProgress = std::function<bool(int painted)>;

/// Paints 時間外勤務命令簿 on A4 in landscape, each beginning on a page of its own: by day what was ordered and by whom, what was worked and
/// who confirmed it, the minutes by rate, 振替 and 代休; then the sums, rounded as they are paid, and the upper limits. False when it was
/// given up.
bool paintBooks(const std::vector<WorkBook> &books, QPainter &painter, QPagedPaintDevice &device,
                const BookProgress &progress = {});

/// Writes them to a PDF file (PDF/A-1b), whole or not at all; Cancelled when it was given up.
Result<> saveBooksPdf(const std::vector<WorkBook> &books, const QString &path, const BookProgress &progress = {});

} // namespace kessai
