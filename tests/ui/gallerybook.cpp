// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Books as people read them; kessai-render draws their pages.
#include "tests/ui/booksamples.h"
#include "tests/ui/gallerypages.h"
#include "tests/ui/pdfsamples.h"
#include "ui/meetings/bookpanes.h"
#include "ui/meetings/bookpresenter.h"
#include "ui/meetings/bookview.h"
#include "ui/theme/typescale.h"

#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kessai::test {

namespace {

/// Long enough for several papers to be opened and drawn.
constexpr int kBookSettles = 1'500;

class BookScene final : public QWidget {
public:
    BookScene() : m_book(new BookPresenter(this))
    {
        Book book = sample::japaneseBook(6, 12);
        const QStringList titles{u"予算編成方針"_s,     u"総務管理費の内訳"_s, u"デジタル化推進計画"_s,
                                 u"時間外勤務の状況"_s, u"会計年度の日程"_s,   u"その他報告事項"_s};
        for (std::size_t i = 0; i < book.papers.size(); ++i)
            book.papers[i].title = titles.at(static_cast<qsizetype>(i));
        book.papers[2].late = true;
        book.papers[3].pages = 1;
        book.papers[3].fetch = sample::bookPaper(4, 2, "no document at all", 1).fetch;
        book.papers[5].changed = true;
        BookPaper awaited = book.papers[0];
        awaited.paper = 7;
        awaited.label = u"資料3-7"_s;
        awaited.title = u"消防団の再編"_s;
        awaited.itemTitle = book.papers[5].itemTitle;
        awaited.pages = 0;
        book.papers.push_back(awaited);
        m_book->setBook(book);
        panes = new BookPanes(*m_book, this);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
        layout->addWidget(panes);
        setAutoFillBackground(true);
    }
    BookPresenter &book() { return *m_book; }

    BookPanes *panes;

private:
    BookPresenter *m_book;
};

} // namespace

std::vector<GalleryPage> bookPages()
{
    std::vector<GalleryPage> pages;
    auto reading = std::make_unique<BookScene>();
    reading->panes->current().showPage({2, 0});
    auto contents = std::make_unique<BookScene>();
    contents->findChild<QTabWidget *>(u"bookSide"_s)->setCurrentIndex(1);
    contents->panes->current().setFlow(PageFlow::Continuous);
    auto facing = std::make_unique<BookScene>();
    facing->panes->current().setFlow(PageFlow::Facing);
    facing->panes->setWatermark(u"総務課 佐藤 美咲"_s);
    facing->panes->current().startSearch(u"会計課"_s);
    auto beside = std::make_unique<BookScene>();
    beside->panes->addPane();
    beside->panes->addPane();
    beside->panes->views().at(2)->showPage({4, 0});
    pages.push_back({u"book-reading"_s, {1366, 768}, std::move(reading), kBookSettles});
    pages.push_back({u"book-contents"_s, {1366, 768}, std::move(contents), kBookSettles});
    pages.push_back({u"book-facing"_s, {1366, 768}, std::move(facing), kBookSettles});
    pages.push_back({u"book-beside"_s, {1366, 768}, std::move(beside), kBookSettles});
    return pages;
}

} // namespace kessai::test
