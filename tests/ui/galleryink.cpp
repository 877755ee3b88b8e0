// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallerypages.h"
#include "tests/ui/inkstage.h"
#include "ui/meetings/inklist.h"
#include "ui/meetings/inktools.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QListView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace kessai::test {

namespace {

/// A ring as a hand draws one, its pressure coming and going.
InkShape ring(QPointF center, QSizeF size, int ink)
{
    InkShape shape{InkKind::Pen, ink, 2, {}, {}, {}};
    for (int i = 0; i <= 70; ++i) {
        const double angle = 0.4 + i * 0.095;
        const double wobble = 1 + 0.03 * std::sin(angle * 3) + 0.0015 * i;
        shape.points.push_back({static_cast<float>(center.x() + size.width() * wobble * std::cos(angle)),
                                static_cast<float>(center.y() + size.height() * wobble * std::sin(angle)),
                                static_cast<float>(0.55 + 0.4 * std::sin(angle * 0.9))});
    }
    return shape;
}

/// Everything that may be on a page, of one's own and of others.
void writeOn(InkLayer &layer)
{
    layer.add(InkStage::kPage, ring({0.62, 0.305}, {0.1, 0.018}, 0));
    InkShape marker = strokeOf({{0.1, 0.245}, {0.45, 0.243}, {0.6, 0.246}}, InkKind::Marker);
    marker.color = 4;
    marker.width = 12;
    layer.add(InkStage::kPage, marker);
    InkShape marked{InkKind::Highlight, 5, 1, {}, {}, u"承認経路"_s};
    marked.places = {{0.10, 0.209, 0.28, 0.017}};
    layer.add(InkStage::kPage, marked);
    layer.add(InkStage::kPage, {InkKind::Bookmark, 0, 1, {}, {}, u"予算の表"_s});
    layer.add(InkStage::kPage,
              {InkKind::Note, 4, 1, {{0.7F, 0.36F, 1}}, {}, u"前年度比を口頭で補足\n（財政課に確認済み）"_s});
    InkShape moved = ring({0.25, 0.5}, {0.06, 0.03}, 1);
    const QString parked = layer.add({1, 4}, moved);
    layer.share(parked, InkAudience::All);
    layer.take({otherNote(u"休暇の届出は人事課と調整中です。次回までに確認します。"_s, {0.1, 0.55},
                          u"00000000-0000-4000-8000-000000000008"_s)});
}

} // namespace

std::unique_ptr<QWidget> inkPage()
{
    auto page = std::make_unique<QWidget>();
    page->setAutoFillBackground(true);
    auto *columns = new QHBoxLayout(page.get());
    columns->setContentsMargins(12, 12, 12, 12);
    columns->setSpacing(12);
    auto *stage = new InkStage({560, 792});
    stage->layer.setPapers({{1, 1, {}}});
    writeOn(stage->layer);
    stage->layer.setPapers({{1, 2, {{{0, true}, {1, false}, {2, false}, {3, false}, {std::nullopt, false}}}}});
    stage->layer.setAudience(InkAudience::All);
    stage->choice.setTool(InkTool::Pen);
    auto *book = new Card;
    book->setPadding(0);
    auto *tools = new InkTools(stage->layer, stage->choice);
    tools->setReaders({{InkStage::kOther, u"佐藤 花子"_s}, {StaffId(9), u"鈴木 一郎"_s}});
    book->body()->addWidget(tools);
    book->body()->addWidget(stage, 1);
    columns->addWidget(book, 1);
    auto *side = new Card;
    side->setPadding(0);
    auto *list = new InkList(stage->layer, [](BookPage at) { return u"資料1-1 %1ページ"_s.arg(at.page + 1); });
    side->body()->addWidget(list);
    auto *view = list->findChild<QListView *>(u"inkRows"_s);
    view->setCurrentIndex(view->model()->index(4, 0));
    side->setFixedWidth(300);
    columns->addWidget(side);
    return page;
}

} // namespace kessai::test
