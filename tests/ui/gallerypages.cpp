// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallerypages.h"

#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/meterbar.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTimeEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kessai::test {

namespace {

QPushButton *button(const QString &text, ButtonKind kind, const QString &iconName = {})
{
    auto *made = new QPushButton(text);
    setButtonKind(*made, kind);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName, buttonToken(kind)));
    return made;
}

QHBoxLayout *line(const std::vector<QWidget *> &widgets)
{
    auto *layout = new QHBoxLayout;
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return layout;
}

template <class Widget>
Widget *named(Widget *widget, const QString &name)
{
    widget->setAccessibleName(name);
    return widget;
}

QVBoxLayout *field(const QString &label, QWidget *editor, bool mandatory = false)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(6);
    auto *words = new QHBoxLayout;
    words->setSpacing(4);
    words->addWidget(new TextLabel(label, TextRole::Body));
    if (mandatory) {
        auto *mark = new TextLabel(u"必須"_s, TextRole::Caption);
        mark->setToken(Token::DangerText);
        words->addWidget(mark);
    }
    words->addStretch(1);
    layout->addLayout(words);
    layout->addWidget(named(editor, label));
    return layout;
}

RouteSeat stamped(const QString &section, const QString &name, const QString &date, const QString &when)
{
    RouteSeat seat;
    seat.mark = RouteMark::Done;
    seat.section = section;
    seat.name = name;
    seat.stampDate = date;
    seat.when = when;
    return seat;
}

RouteSeat seated(RouteMark mark, const QString &name, const QString &when = {})
{
    RouteSeat seat;
    seat.mark = mark;
    seat.name = name;
    seat.when = when;
    return seat;
}

RouteStepView step(const QString &title, std::vector<RouteSeat> seats, const QString &kind = {},
                   const QString &rule = {})
{
    RouteStepView view;
    view.title = title;
    view.kindWord = kind;
    view.ruleWord = rule;
    view.seats = std::move(seats);
    view.reason = u"経路規程 第4条"_s;
    return view;
}

Card *routeCard(const QString &title, std::vector<RouteStepView> steps)
{
    auto *card = new Card;
    card->setTitle(title);
    auto *strip = new RouteStrip;
    strip->setSteps(std::move(steps));
    card->body()->addWidget(strip);
    return card;
}

} // namespace

std::vector<RouteStepView> sampleRoute()
{
    RouteSeat acting = stamped(u"総務課"_s, u"山﨑 恵"_s, u"8.11.20"_s, u"11/20 13:35"_s);
    acting.actingFor = u"西村 修"_s;
    return {
        step(u"起票"_s, {stamped(u"総務課"_s, u"齋藤 拓也"_s, u"8.11.19"_s, u"11/19 13:35"_s)}),
        step(u"課長"_s, {acting}, u"回議"_s),
        step(u"関係課"_s,
             {stamped(u"財政課"_s, u"髙橋 由美子"_s, u"8.11.20"_s, u"11/20 16:02"_s),
              seated(RouteMark::Current, u"渡邉 真理"_s, u"2日 滞留"_s), seated(RouteMark::Waiting, u"小林 直子"_s)},
             u"合議"_s, u"全員"_s),
        step(u"審査"_s, {seated(RouteMark::Mine, u"山田 花子"_s, u"2日 滞留"_s)}),
        step(u"会計管理者"_s, {seated(RouteMark::Waiting, u"大野 恵子"_s)}, u"決裁"_s),
    };
}

std::unique_ptr<QWidget> formPage()
{
    auto page = std::make_unique<QWidget>();
    page->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(page.get());
    layout->setContentsMargins(120, 20, 120, 20);
    layout->setSpacing(14);

    auto *fields = new Card;
    fields->setPadding(24);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(16);
    auto *date = new QDateEdit(QDate(2026, 11, 25));
    date->setDisplayFormat(u"yyyy年M月d日"_s);
    date->setCalendarPopup(true);
    auto *kind = new QComboBox;
    kind->addItems({u"平日の時間外（125/100）"_s, u"週休日の時間外（135/100）"_s});
    auto *end = new QTimeEdit(QTime(16, 30));
    setInvalid(*end, true);
    auto *reason = new QPlainTextEdit(u"年末調整に係る申告書の確認及びシステム入力のため"_s);
    reason->setFixedHeight(64);
    reason->setTabChangesFocus(true);
    grid->addLayout(field(u"勤務する日"_s, date, true), 0, 0, 1, 2);
    grid->addLayout(field(u"区分"_s, kind, true), 0, 2, 1, 2);
    grid->addLayout(field(u"開始"_s, new QTimeEdit(QTime(17, 30)), true), 1, 0);
    grid->addLayout(field(u"終了"_s, end, true), 1, 1);
    auto *hours = new QVBoxLayout;
    hours->addWidget(new TextLabel(u"時間数（自動計算）"_s, TextRole::Body));
    hours->addWidget(new TextLabel(u"3時間00分"_s, TextRole::Amount));
    grid->addLayout(hours, 1, 2, 1, 2);
    auto *why = new TextLabel(u"終了は開始より後の時刻にしてください"_s, TextRole::Caption);
    why->setToken(Token::DangerText);
    grid->addWidget(why, 2, 0, 1, 4);
    grid->addLayout(field(u"勤務の内容と理由"_s, reason, true), 3, 0, 1, 4);
    fields->body()->addLayout(grid);
    auto *meter = new MeterBar;
    meter->setView({1110, 180, 2700, u"今月 18時間30分"_s, u"この申請 3時間00分"_s, u"上限 45時間"_s, {}});
    fields->body()->addSpacing(6);
    fields->body()->addWidget(meter);
    layout->addWidget(fields);

    auto *route = new Card;
    route->setPadding(24);
    route->setTitle(u"承認経路"_s, u"所属から自動で決まりました"_s);
    route->addToTitle(button(u"代決者を選ぶ"_s, ButtonKind::Quiet, u"user-check"_s));
    auto *strip = new RouteStrip;
    strip->setSteps({step(u"申請者"_s, {seated(RouteMark::Mine, u"鈴木 健一"_s)}),
                     step(u"係長"_s, {seated(RouteMark::Waiting, u"山田 花子"_s)}),
                     step(u"課長"_s, {seated(RouteMark::Waiting, u"森 誠"_s)}, u"決裁"_s),
                     step(u"人事課"_s, {seated(RouteMark::Waiting, u"人事係"_s)}, u"供覧"_s)});
    route->body()->addWidget(strip);
    layout->addWidget(route);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(button(u"前回の申請を写す"_s, ButtonKind::Plain));
    buttons->addStretch(1);
    buttons->addWidget(button(u"下書きに保存"_s, ButtonKind::Plain));
    auto *send = button(u"申請する(&S)"_s, ButtonKind::Primary, u"send"_s);
    send->setMinimumWidth(160);
    buttons->addWidget(send);
    layout->addLayout(buttons);
    return page;
}

std::unique_ptr<QWidget> controlsPage()
{
    auto page = std::make_unique<QWidget>();
    page->setAutoFillBackground(true);
    auto *outer = new QVBoxLayout(page.get());
    auto *card = new Card;
    outer->addWidget(card);
    QVBoxLayout *layout = card->body();
    layout->setSpacing(14);

    auto *chips = new FlowLayout;
    for (const ChipState state :
         {ChipState::WaitingForApproval, ChipState::UnderReview, ChipState::Decided, ChipState::Returned,
          ChipState::Rejected, ChipState::Draft, ChipState::Withdrawn, ChipState::Cancelled, ChipState::Damaged})
        chips->addWidget(new StatusChip(state));
    layout->addLayout(chips);

    for (const bool enabled : {true, false}) {
        std::vector<QWidget *> row;
        row.push_back(button(u"承認する(&A)"_s, ButtonKind::Primary, u"check"_s));
        row.push_back(button(u"差戻し(&R)"_s, ButtonKind::Plain, u"arrow-back-up"_s));
        row.push_back(button(u"否決(&J)"_s, ButtonKind::Danger, u"x"_s));
        row.push_back(button(u"絞り込み"_s, ButtonKind::Quiet, u"filter"_s));
        row.push_back(button(u"経路を見る"_s, ButtonKind::Link));
        auto *toggled = button(u"発表者に合わせる"_s, ButtonKind::Plain, u"user-check"_s);
        toggled->setCheckable(true);
        toggled->setChecked(true);
        row.push_back(toggled);
        for (const QString &name : {u"printer"_s, u"external-link"_s}) {
            auto *tool = new QToolButton;
            tool->setIcon(icon(name));
            tool->setAutoRaise(true);
            tool->setAccessibleName(name);
            row.push_back(tool);
        }
        for (QWidget *widget : row)
            widget->setEnabled(enabled);
        layout->addLayout(line(row));
    }

    auto *placeholder = named(new QLineEdit, u"件名"_s);
    placeholder->setPlaceholderText(u"件名を入力"_s);
    auto *readOnly = named(new QLineEdit(u"変更できません"_s), u"読取専用"_s);
    readOnly->setReadOnly(true);
    auto *wrong = named(new QLineEdit(u"25:00"_s), u"時刻"_s);
    setInvalid(*wrong, true);
    auto *off = named(new QLineEdit(u"使えません"_s), u"無効"_s);
    off->setEnabled(false);
    layout->addLayout(line({named(new SearchField, u"検索"_s), placeholder, readOnly, wrong, off}));

    auto *editable = named(new QComboBox, u"様式"_s);
    editable->setEditable(true);
    editable->addItem(u"時間外勤務命令"_s);
    auto *spin = named(new QSpinBox, u"日数"_s);
    spin->setSuffix(u" 日"_s);
    spin->setValue(3);
    auto *dateEdit = named(new QDateEdit(QDate(2026, 11, 22)), u"日付"_s);
    auto *combo = named(new QComboBox, u"区分"_s);
    combo->addItems({u"すべて"_s, u"時間外"_s});
    layout->addLayout(line({combo, editable, spin, dateEdit}));

    auto *part = new QCheckBox(u"一部"_s);
    part->setTristate(true);
    part->setCheckState(Qt::PartiallyChecked);
    auto *checked = new QCheckBox(u"至急"_s);
    checked->setChecked(true);
    auto *disabled = new QCheckBox(u"選べません"_s);
    disabled->setEnabled(false);
    auto *radio = new QRadioButton(u"起案者へ"_s);
    radio->setChecked(true);
    layout->addLayout(
        line({new QCheckBox(u"添付あり"_s), checked, part, disabled, radio, new QRadioButton(u"前の段階へ"_s)}));

    auto *tabs = named(new QTabBar, u"表示"_s);
    for (const QString &word : {u"すべて"_s, u"時間外"_s, u"休暇"_s, u"支出"_s, u"起案・その他"_s})
        tabs->addTab(word);
    tabs->setExpanding(false);
    layout->addWidget(tabs);
    auto *progress = named(new QProgressBar, u"送信"_s);
    progress->setTextVisible(false);
    progress->setValue(40);
    layout->addWidget(progress);
    auto *loading = new LoadingLine;
    loading->setLoading(true);
    layout->addWidget(loading);
    for (const MeterView &view :
         {MeterView{1110, 180, 2700, u"今月 18時間30分"_s, u"この申請 3時間00分"_s, u"上限 45時間"_s, {}},
          MeterView{2520, 480, 2700, u"今月 42時間"_s, u"この申請 8時間"_s, u"上限 45時間"_s, u"上限を5時間超えます"_s},
          MeterView{0, 5, {}, {}, u"この申請 5日"_s, u"上限なし"_s, {}}}) {
        auto *meter = new MeterBar;
        meter->setView(view);
        layout->addWidget(meter);
    }
    layout->addStretch(1);
    return page;
}

std::unique_ptr<QWidget> routesPage()
{
    auto page = std::make_unique<QWidget>();
    page->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(page.get());
    layout->addWidget(routeCard(u"途中の経路"_s, sampleRoute()));

    RouteSeat longSection = stamped(u"地域包括ケア推進室"_s, u"小比類巻 真由美"_s, u"8.11.22"_s, u"11/22 10:15"_s);
    layout->addWidget(routeCard(u"さまざまな印"_s,
                                {step(u"申請"_s, {longSection}),
                                 step(u"係長"_s, {seated(RouteMark::Returned, u"中村 大輔"_s, u"11/22 11:00"_s)}),
                                 step(u"課長補佐"_s, {seated(RouteMark::Skipped, u"田中 隆"_s)}),
                                 step(u"課長"_s, {seated(RouteMark::Rejected, u"西村 修"_s, u"11/22 15:20"_s)}),
                                 step(u"申請者"_s, {seated(RouteMark::Withdrawn, u"伊藤 翔太"_s)}),
                                 step(u"次長"_s, {seated(RouteMark::Vacant, u"総務部次長"_s)}),
                                 step(u"市長"_s, {seated(RouteMark::Waiting, u"市長"_s)}, u"決裁"_s)}));

    std::vector<RouteSeat> readers;
    for (int i = 0; i < 12; ++i)
        readers.push_back(i < 3 ? stamped(u"総務課"_s, u"佐藤 美咲"_s, u"8.11.21"_s, {})
                                : seated(RouteMark::Current, u"渡邉 真理"_s));
    std::vector<RouteStepView> many = sampleRoute();
    many.push_back(step(u"全課"_s, readers, u"供覧"_s, u"全員"_s));
    for (const QString &title : {u"部長"_s, u"副市長"_s, u"市長"_s})
        many.push_back(step(title, {seated(RouteMark::Waiting, u"大野 恵子"_s)}));
    auto *columns = new QHBoxLayout;
    Card *narrow = routeCard(u"狭いところ"_s, many);
    narrow->setFixedWidth(430);
    columns->addWidget(narrow);
    columns->addWidget(routeCard(u"広いところ"_s, many), 1);
    layout->addLayout(columns);
    layout->addStretch(1);
    return page;
}

std::unique_ptr<QWidget> messagesPage()
{
    auto page = std::make_unique<QWidget>();
    page->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(page.get());
    const auto banner = [layout](BannerKind kind, const QString &text, const QString &action, bool closable) {
        auto *made = new QuietBanner;
        layout->addWidget(made);
        made->say(kind, text, action, closable);
    };
    banner(BannerKind::Information, u"新しい案件が2件届きました"_s, u"表示する"_s, true);
    banner(BannerKind::Success, u"決裁しました。次の案件を開いています"_s, {}, true);
    banner(BannerKind::Warning, u"サーバーにつながりません。最後に読んだ内容を表示しています（16:42 現在）"_s,
           u"もう一度つなぐ"_s, false);
    banner(
        BannerKind::Error,
        u"この案件は記録と内容が一致しません。操作はできません。管理者に知らせてください。この案件は一覧・検索・出力のいずれでも「破損」と表示されます。"_s,
        u"詳しく"_s, true);
    auto *undo = new UndoLine;
    undo->offer(u"1件を承認しました"_s, u"元に戻す"_s);
    layout->addWidget(undo);

    auto *columns = new QHBoxLayout;
    for (const bool withButton : {true, false}) {
        auto *card = new Card;
        auto *empty = new EmptyState;
        if (withButton)
            empty->setContents(u"inbox"_s, u"承認を待つ案件はありません"_s,
                               u"新しい案件が届くと、ここに表示されます。"_s, u"決裁済みを見る"_s);
        else
            empty->setContents(u"search"_s, u"見つかりませんでした"_s,
                               u"言葉を短くするか、絞り込みを外してみてください。申請者の名前や番号でも探せます。"_s);
        card->body()->addWidget(empty);
        columns->addWidget(card);
    }
    layout->addLayout(columns, 1);
    return page;
}

std::vector<GalleryPage> galleryPages()
{
    std::vector<GalleryPage> pages;
    pages.push_back({u"tray"_s, {1366, 768}, trayPage()});
    pages.push_back({u"form"_s, {1000, 700}, formPage()});
    pages.push_back({u"controls"_s, {1000, 720}, controlsPage()});
    pages.push_back({u"routes"_s, {1200, 900}, routesPage()});
    pages.push_back({u"messages"_s, {1000, 620}, messagesPage()});
    pages.push_back({u"ink"_s, {1000, 900}, inkPage()});
    return pages;
}

} // namespace kessai::test
