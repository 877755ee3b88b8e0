// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallerypages.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kessai::test {

namespace {

struct Row final {
    ChipState state;
    QString title;
    QString kind;
    QString drafter;
    QString section;
    QString amount;
    bool unread;
    bool urgent;
    bool clip;
};

const std::vector<Row> &rows()
{
    static const std::vector<Row> all{
        {ChipState::WaitingForApproval,
         u"時間外勤務命令（年末調整事務のため）"_s,
         u"時間外勤務 · R8-100000"_s,
         u"鈴木 健一"_s,
         u"会計課"_s,
         {},
         true,
         false,
         true},
        {ChipState::WaitingForApproval, u"全国都市監査委員会 研修会 出張旅費の精算"_s, u"旅費 · R8-099999"_s,
         u"渡邉 真理"_s, u"情報政策課"_s, u"20,719 円"_s, true, false, false},
        {ChipState::WaitingForApproval,
         u"時間外勤務命令（市民税課 確定申告会場設営）"_s,
         u"時間外勤務 · R8-099998"_s,
         u"中村 大輔"_s,
         u"市民税課"_s,
         {},
         true,
         true,
         false},
        {ChipState::UnderReview,
         u"髙﨑市民会館の臨時休館について（伺い）"_s,
         u"起案 · R8-099996"_s,
         u"田中 隆"_s,
         u"建設課"_s,
         {},
         true,
         false,
         false},
        {ChipState::WaitingForApproval,
         u"特別休暇 届（夏季）"_s,
         u"休暇 · R8-099995"_s,
         u"山﨑 恵"_s,
         u"市民課"_s,
         {},
         false,
         true,
         false},
        {ChipState::WaitingForApproval, u"庁舎空調設備 保守点検業務委託料 第3四半期分"_s, u"支出命令 · R8-099994"_s,
         u"齋藤 拓也"_s, u"総務課"_s, u"60,314 円"_s, false, false, true},
        {ChipState::Returned, u"保育所等 施設型給付費 11月分"_s, u"支出命令 · R8-099993"_s, u"髙橋 由美子"_s,
         u"子育て支援課"_s, u"68,233 円"_s, false, false, false},
        {ChipState::Decided, u"プリンタートナー及び用紙の購入（総務課）"_s, u"物品購入 · R8-099992"_s, u"伊藤 翔太"_s,
         u"会計課"_s, u"76,152 円"_s, false, false, false},
        {ChipState::Rejected, u"令和8年度 選挙人名簿システム改修業務委託"_s, u"支出負担行為 · R8-099991"_s,
         u"小林 直子"_s, u"情報政策課"_s, u"84,071 円"_s, false, false, true},
        {ChipState::Damaged,
         u"年次有給休暇 届（家族の通院付添い）"_s,
         u"休暇 · R8-099990"_s,
         u"鈴木 健一"_s,
         u"市民税課"_s,
         {},
         false,
         false,
         false},
        {ChipState::Withdrawn,
         u"特別休暇 届（夏季）"_s,
         u"休暇 · R8-099988"_s,
         u"中村 大輔"_s,
         u"建設課"_s,
         {},
         false,
         false,
         true},
        {ChipState::Draft,
         u"令和9年度 予算要求について"_s,
         u"起案 · 番号なし"_s,
         u"山田 花子"_s,
         u"総務課"_s,
         {},
         false,
         false,
         false},
    };
    return all;
}

class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Row &row = rows()[static_cast<std::size_t>(index.row()) % rows().size()];
        const bool selected = option.state & QStyle::State_Selected;
        paintRowGround(*painter, option, index.column() == 0);
        const QRectF cell = QRectF(option.rect).adjusted(8, 0, -8, -1);
        switch (index.column()) {
        case 0: paintChip(*painter, cell.adjusted(6, 0, 0, 0), chipLook(row.state), selected); break;
        case 1:
            paintCell(*painter, cell,
                      {row.title, row.kind, row.unread, row.urgent ? u"至急"_s : QString(), row.clip, Qt::AlignLeft},
                      selected);
            break;
        case 2: paintCell(*painter, cell, {row.drafter, row.section, false, {}, false, Qt::AlignLeft}, selected); break;
        case 3: paintCell(*painter, cell, {row.amount, {}, false, {}, false, Qt::AlignRight}, selected); break;
        case 4:
            paintCell(*painter, cell, {u"11月21日"_s, u"16:42"_s, false, {}, false, Qt::AlignLeft}, selected);
            break;
        default: break;
        }
    }
};

QFrame *bar(Qt::Edge lineAt)
{
    auto *frame = new QFrame;
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    Q_UNUSED(lineAt)
    return frame;
}

QWidget *side()
{
    auto *frame = bar(Qt::RightEdge);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(20, 18, 12, 14);
    head->setSpacing(8);
    auto *mark = new QLabel;
    mark->setPixmap(icon(u"rubber-stamp"_s, Token::Accent).pixmap(22, 22));
    head->addWidget(mark);
    head->addWidget(new TextLabel(u"決裁デスク"_s, TextRole::CardTitle));
    head->addStretch(1);
    layout->addLayout(head);
    auto *list = new NavigationList;
    list->setGroups(
        {{u"決裁"_s,
          {{u"tray"_s, u"inbox"_s, u"承認待ち"_s, BadgeKind::Attention, 12},
           {u"returned"_s, u"arrow-back-up"_s, u"差戻し・要対応"_s, BadgeKind::Attention, 3},
           {u"own"_s, u"send"_s, u"自分の申請"_s, BadgeKind::Information, 1200},
           {u"decided"_s, u"circle-check"_s, u"決裁済"_s},
           {u"drafts"_s, u"pencil"_s, u"下書き"_s, BadgeKind::Information, 2}}},
         {u"申請する"_s,
          {{u"overtime"_s, u"clock"_s, u"時間外勤務"_s},
           {u"leave"_s, u"calendar-event"_s, u"休暇"_s},
           {u"draft"_s, u"file-text"_s, u"起案"_s}}},
         {u"管理"_s, {{u"stats"_s, u"chart-bar"_s, u"処理状況"_s}, {u"settings"_s, u"settings"_s, u"設定"_s}}}});
    layout->addWidget(list, 1);
    return frame;
}

QWidget *top()
{
    auto *frame = bar(Qt::BottomEdge);
    frame->setFixedHeight(metric::kTopBarHeight);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(20, 0, 16, 0);
    layout->setSpacing(10);
    layout->addWidget(new TextLabel(u"承認待ち"_s, TextRole::PageTitle));
    auto *count = new TextLabel(u"12 件"_s, TextRole::Body);
    count->setToken(Token::Text2);
    layout->addWidget(count);
    layout->addStretch(1);
    auto *search = new SearchField;
    search->setPlaceholderText(u"件名・番号・申請者で検索（Ctrl+F）"_s);
    search->setFixedWidth(320);
    layout->addWidget(search);
    for (const QString &name : {u"refresh"_s, u"bell"_s, u"help-circle"_s}) {
        auto *tool = new QToolButton;
        tool->setIcon(icon(name));
        tool->setAutoRaise(true);
        tool->setAccessibleName(name);
        layout->addWidget(tool);
    }
    auto *make = new QPushButton(u"新しい申請"_s);
    setButtonKind(*make, ButtonKind::Primary);
    make->setIcon(icon(u"plus"_s, Token::OnPrimary));
    layout->addWidget(make);
    return frame;
}

QWidget *list()
{
    auto *card = new Card;
    card->setPadding(0);
    card->body()->setSpacing(0);
    auto *tabs = new QTabBar;
    tabs->setAccessibleName(u"種別"_s);
    tabs->setExpanding(false);
    for (const QString &word : {u"すべて"_s, u"時間外"_s, u"休暇"_s, u"支出"_s, u"起案・その他"_s})
        tabs->addTab(word);
    card->body()->addWidget(tabs);
    auto *table = new QTableView;
    auto *model = new QStandardItemModel(40, 5, table);
    model->setHorizontalHeaderLabels({u"状態"_s, u"件名"_s, u"申請者"_s, u"金額"_s, u"申請日時"_s});
    model->setHeaderData(3, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    for (const int column : {0, 1, 2, 4})
        model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignLeft | Qt::AlignVCenter), Qt::TextAlignmentRole);
    table->setModel(model);
    table->setAccessibleName(u"案件"_s);
    table->setItemDelegate(new RowDelegate(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight());
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->setColumnWidth(0, grown(120));
    table->setColumnWidth(2, 120);
    table->setColumnWidth(3, 96);
    table->setColumnWidth(4, 92);
    table->selectRow(5);
    card->body()->addWidget(table, 1);
    return card;
}

QWidget *preview()
{
    auto *card = new Card;
    card->setFixedWidth(grown(metric::kPreviewWidth));
    QVBoxLayout *layout = card->body();
    auto *head = new QHBoxLayout;
    head->addWidget(new StatusChip(ChipState::WaitingForApproval));
    head->addSpacing(8);
    head->addWidget(new TextLabel(u"支出命令  R8-099994"_s, TextRole::Caption));
    head->addStretch(1);
    layout->addLayout(head);
    layout->addWidget(
        new ElidedLabel(u"庁舎空調設備 保守点検業務委託料 第3四半期分（令和8年度 総務課所管）"_s, TextRole::CardTitle));
    auto *strip = new RouteStrip;
    std::vector<RouteStepView> route = sampleRoute();
    route.erase(route.begin() + 2);
    strip->setSteps(route);
    layout->addWidget(strip);
    auto *tabs = new QTabBar;
    tabs->setAccessibleName(u"案件の表示"_s);
    tabs->setExpanding(false);
    for (const QString &word : {u"内容"_s, u"添付 2"_s, u"経過・コメント 3"_s})
        tabs->addTab(word);
    layout->addWidget(tabs);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    const auto add = [form](const QString &label, const QString &value, TextRole role) {
        auto *words = new TextLabel(label, TextRole::Body);
        words->setToken(Token::Text2);
        auto *text = new TextLabel(value, role);
        text->setWordWrap(true);
        form->addRow(words, text);
    };
    add(u"申請者"_s, u"齋藤 拓也（総務課）"_s, TextRole::Body);
    add(u"申請日時"_s, u"令和8年11月21日 13:35"_s, TextRole::Body);
    add(u"金額"_s, u"60,314 円"_s, TextRole::Amount);
    add(u"予算科目"_s, u"一般会計 2款1項5目 財産管理費 12節 委託料"_s, TextRole::Body);
    layout->addLayout(form);
    layout->addStretch(1);
    auto *comment = new QPlainTextEdit;
    comment->setAccessibleName(u"コメント"_s);
    comment->setPlaceholderText(u"コメント（差戻し・否決のときは必須）"_s);
    comment->setFixedHeight(56);
    comment->setTabChangesFocus(true);
    layout->addWidget(comment);
    auto *acts = new QHBoxLayout;
    const auto act = [acts](const QString &text, ButtonKind kind, const QString &iconName) {
        auto *made = new QPushButton(icon(iconName, buttonToken(kind)), text);
        setButtonKind(*made, kind);
        acts->addWidget(made);
        return made;
    };
    act(u"承認する(&A)"_s, ButtonKind::Primary, u"check"_s)->setMinimumWidth(grown(metric::kActButtonWidth));
    acts->addStretch(1);
    act(u"差戻し(&R)"_s, ButtonKind::Plain, u"arrow-back-up"_s);
    act(u"否決(&J)"_s, ButtonKind::Danger, u"x"_s);
    layout->addLayout(acts);
    return card;
}

} // namespace

std::unique_ptr<QWidget> trayPage()
{
    auto page = std::make_unique<QWidget>();
    page->setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(page.get());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(side());
    auto *right = new QVBoxLayout;
    right->setSpacing(1);
    right->addWidget(top());
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(12, 12, 12, 12);
    columns->setSpacing(12);
    columns->addWidget(list(), 1);
    columns->addWidget(preview());
    right->addLayout(columns, 1);
    layout->addLayout(right, 1);
    return page;
}

} // namespace kessai::test
