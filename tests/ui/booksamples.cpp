// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/booksamples.h"

#include "tests/ui/pdfsamples.h"

namespace kessai::sample {

BookPaper bookPaper(int paper, int item, const QByteArray &bytes, int pages, const std::shared_ptr<int> &fetched)
{
    BookPaper made;
    made.paper = paper;
    made.label = QStringLiteral("資料%1-%2").arg(item).arg(paper);
    made.title = QStringLiteral("予算編成方針 その%1").arg(paper);
    made.itemTitle = QStringLiteral("議題%1 令和9年度の予算").arg(item);
    made.mediaType = QStringLiteral("application/pdf");
    made.pages = pages;
    made.fetch = [bytes, fetched] {
        if (fetched)
            ++*fetched;
        return onPool([bytes] { return Result<QByteArray>(bytes); });
    };
    return made;
}

BookPaper unreachablePaper(int paper, int item, const QByteArray &bytes, int pages, const std::shared_ptr<bool> &broken)
{
    BookPaper made = bookPaper(paper, item, bytes, pages);
    made.fetch = [bytes, broken] {
        return onPool([bytes, fails = *broken]() -> Result<QByteArray> {
            if (fails)
                return fail(ErrorCode::ConnectionLost);
            return bytes;
        });
    };
    return made;
}

Book japaneseBook(int papers, int pagesEach, const std::shared_ptr<int> &fetched)
{
    Book book{QStringLiteral("第12回 庁議"), {}};
    const QByteArray bytes = japanesePdf(pagesEach);
    for (int paper = 1; paper <= papers; ++paper)
        book.papers.push_back(bookPaper(paper, (paper + 1) / 2, bytes, pagesEach, fetched));
    return book;
}

} // namespace kessai::sample
