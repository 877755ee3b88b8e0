// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/book.h"

#include <QList>

#include <memory>

/// Books of real PDFs for the tests of reading.
namespace kessai::sample {

/// A paper whose bytes come from memory; `fetched`, where given, counts how often it was asked for.
BookPaper bookPaper(int paper, int item, const QByteArray &bytes, int pages,
                    const std::shared_ptr<int> &fetched = nullptr);
/// A paper that cannot be fetched as long as `broken` says so.
BookPaper unreachablePaper(int paper, int item, const QByteArray &bytes, int pages,
                           const std::shared_ptr<bool> &broken);
/// `papers` papers of as many Japanese pages each: on every one 行政手続, and 会計課 over a line end. Two papers an item.
Book japaneseBook(int papers, int pagesEach, const std::shared_ptr<int> &fetched = nullptr);

} // namespace kessai::sample
