// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/unpaidpage.h"

#include "core/office/sections.h"
#include "core/services/answer.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/accounting/budgetpage.h"
#include "ui/accounting/paymentcard.h"
#include "ui/accounting/unpaidmodel.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace kessai {

namespace {

constexpr int kUnpaidRow = 32;
constexpr int kUnpaidSearchWidth = 240;
constexpr int kWideUnpaid = 900;    ///< the width below which rows have two lines, and fewer columns
constexpr int kWidestUnpaid = 1280; ///< the width from which they say the section and the drafter
constexpr int kUnpaidPadding = 6;
constexpr int kSignSide = 16;

/// A cell with what has no column of its own in a second line.
class UnpaidDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QString second = index.data(UnpaidModel::SecondLine).toString();
        if (second.isEmpty())
            return;
        TwoLineCell cell{index.data().toString(), second};
        cell.align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
        cell.tone = index.data(Qt::ForegroundRole).isValid() ? Token::Text2 : Token::Text;
        paintCell(*painter, QRectF(option.rect).adjusted(kUnpaidPadding, 0, -kUnpaidPadding, 0), cell,
                  option.state.testFlag(QStyle::State_Selected));
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.data(UnpaidModel::SecondLine).toString().isEmpty())
            option->text.clear(); // the ground alone; the lines are painted on it
    }
};

} // namespace

UnpaidPage::UnpaidPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_banner(new QuietBanner(this)), m_search(new SearchField(this)),
      m_loading(new LoadingLine(this)), m_model(new UnpaidModel(this)), m_view(new QTableView(this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)), m_total(new TextLabel(TextRole::Body, this)),
      m_legend(new QWidget(this)),
      m_lateSign(new IconLabel(QStringLiteral("alert-triangle"), Token::WarnText, kSignSide, m_legend)),
      m_signs(new TextLabel(TextRole::Caption, m_legend)), m_question(new PaymentCard(session.info().today, this)),
      m_save(new ExportButton(
          [] { return tr("Not paid yet", "name of a file"); },
          [this](const std::function<void(Sheet)> &then) { then(m_model->sheet(tr("Not paid yet"))); }, this)),
      m_receive(new QPushButton(tr("The money came in…"), this))
{
    setObjectName(QStringLiteral("unpaidPage"));
    m_banner->hide();
    dressRows(*m_view, QStringLiteral("unpaidTable"), tr("Not paid yet"), grown(kUnpaidRow));
    m_model->setForms(session.info().forms);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new UnpaidDelegate(m_view));
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionResizeMode(UnpaidModel::Title, QHeaderView::Stretch);
    header->resizeSection(UnpaidModel::Day, grown(150));
    header->resizeSection(UnpaidModel::What, grown(130));
    header->resizeSection(UnpaidModel::Payee, grown(180));
    header->resizeSection(UnpaidModel::SectionName, grown(130));
    for (const int column : {UnpaidModel::Number, UnpaidModel::Drafter, UnpaidModel::Amount, UnpaidModel::Left})
        header->resizeSection(column, grown(104));
    m_view->installEventFilter(this);
    m_total->setObjectName(QStringLiteral("unpaidTotal"));
    m_total->setWordWrap(true);
    m_signs->setObjectName(QStringLiteral("unpaidSigns"));
    m_signs->setWordWrap(true);
    m_search->setObjectName(QStringLiteral("unpaidSearch"));
    m_search->setAccessibleName(tr("Payee, subject, number"));
    m_search->setPlaceholderText(tr("Payee, subject, number"));
    m_search->setMinimumHeight(metric::kControlHeight);
    m_search->setFixedWidth(grown(kUnpaidSearchWidth));
    layOut();
    connect(m_banner, &QuietBanner::actionTriggered, this, &UnpaidPage::begin);
    connect(m_view, &QTableView::doubleClicked, this, &UnpaidPage::openCase);
    connect(m_search, &SearchField::searchRequested, this, &UnpaidPage::filter);
    for (const auto into : {&SearchField::confirmed, &SearchField::leftBelow})
        connect(m_search, into, this, &UnpaidPage::takeFocus);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        m_search->clear();
        filter();
        takeFocus();
    });
    m_receive->setObjectName(QStringLiteral("receiveButton"));
    m_receive->hide();
    m_question->hide();
    connect(m_question, &PaymentCard::dayChanged, this, &UnpaidPage::checkReceipt);
    connect(m_question, &PaymentCard::confirmed, this, &UnpaidPage::sendReceipt);
    connect(m_question, &PaymentCard::closed, this, &UnpaidPage::takeFocus);
    connect(m_receive, &QPushButton::clicked, this, &UnpaidPage::recordReceipt);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &UnpaidPage::showReceipt);
    connect(m_save, &ExportButton::saved, this, &UnpaidPage::recorded);
    connect(m_save, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence); });
}

void UnpaidPage::layOut()
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->addWidget(m_stack);
    auto *head = new QHBoxLayout;
    head->addWidget(m_search);
    head->addStretch(1);
    head->addWidget(m_receive);
    head->addWidget(m_save);
    auto *legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins({});
    legend->addWidget(m_lateSign);
    legend->addWidget(m_signs, 1);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addLayout(head);
    column->addWidget(m_loading);
    column->addWidget(m_question);
    column->addWidget(card, 1);
    column->addWidget(m_total);
    column->addWidget(m_legend);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
}

bool UnpaidPage::concerns(const DeskInfo &info)
{
    return BudgetPage::concerns(info);
}

void UnpaidPage::begin()
{
    m_banner->clear();
    m_loading->setLoading(true);
    const int asked = ++m_reads;
    m_session.desk()
        .ask([](Desk &desk) { return desk.unpaid(); })
        .then(this, [this, asked](const Result<std::vector<Unpaid>> &list) {
            if (asked != m_reads)
                return;
            m_loading->setLoading(false);
            if (list)
                setList(*list);
            else
                m_banner->say(BannerKind::Error, errorText(list.error()).both(), tr("Try again"));
        });
}

void UnpaidPage::takeFocus()
{
    if (m_stack->currentWidget() == m_view || !m_empty->focusButton())
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void UnpaidPage::setList(std::vector<Unpaid> list)
{
    m_more = list.size() > size_t(kMostUnpaid);
    if (m_more)
        list.resize(size_t(kMostUnpaid));
    m_model->setList(std::move(list), m_session.info().today);
    m_search->setVisible(!m_model->empty());
    showColumns();
    filter();
}

void UnpaidPage::filter()
{
    m_model->setWords(m_search->text());
    const bool any = m_model->rowCount() > 0;
    if (!any && m_model->empty())
        m_empty->setContents(QStringLiteral("circle-check"), tr("Everything is paid"),
                             tr("What is decided on your section's lines and waits for its payment is listed here."));
    else if (!any)
        m_empty->setContents(QStringLiteral("search"),
                             m_more ? tr("Nothing is found among the first %1 unpaid").arg(kMostUnpaid)
                                    : tr("Nothing unpaid is found"),
                             m_more ? tr("There are more, which are not searched. Look for it in the search of cases.")
                                    : tr("Search with fewer words."),
                             tr("Show everything unpaid"));
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_view) : m_empty);
    m_save->setEnabled(any);
    m_view->selectRow(0);
    showTotal();
    showReceipt();
}

/// A section's list is all its own, so it says who drafted what; where several filed, it says which. Where there is little room, rows have two lines.
void UnpaidPage::showColumns()
{
    const int width = m_view->width();
    const bool several = m_model->ofSeveralSections();
    const bool narrow = width < grown(kWideUnpaid);
    m_model->setNarrow(narrow);
    for (const int column : {UnpaidModel::Number, UnpaidModel::Payee, UnpaidModel::Amount})
        m_view->setColumnHidden(column, narrow);
    m_view->setColumnHidden(UnpaidModel::SectionName, narrow || !several);
    m_view->setColumnHidden(UnpaidModel::Drafter, narrow || (several && width < grown(kWidestUnpaid)));
    m_view->verticalHeader()->setDefaultSectionSize(narrow ? rowHeight() : grown(kUnpaidRow));
}

/// How many are listed, and what they come to.
void UnpaidPage::showTotal()
{
    std::map<Unpaid::Kind, qint64> sums;
    for (const Unpaid &one : m_model->list())
        sums[one.kind] += one.left - one.twice;
    const auto sum = [&sums](Unpaid::Kind kind) { return sums[kind]; };
    m_total->setVisible(!m_model->list().empty());
    const bool sought = !m_search->text().trimmed().isEmpty();
    QStringList said;
    if (!m_more || sought)
        said += tr("%n rows", nullptr, int(m_model->list().size()));
    said += tr("ordered and not paid %1, committed and not ordered %2 yen")
                .arg(budgetYen(sum(Unpaid::Kind::Voucher)), budgetYen(sum(Unpaid::Kind::Commitment)));
    if (sum(Unpaid::Kind::Order) > 0)
        said += tr("orders under way %1 yen").arg(budgetYen(sum(Unpaid::Kind::Order)));
    if (sum(Unpaid::Kind::Refund) > 0)
        said += tr("awaited back %1 yen").arg(budgetYen(sum(Unpaid::Kind::Refund)));
    if (sum(Unpaid::Kind::Advance) > 0)
        said += tr("to be settled %1 yen").arg(budgetYen(sum(Unpaid::Kind::Advance)));
    if (m_more)
        said.prepend(sought ? tr("What is found among the first %1, and not among the rest:").arg(kMostUnpaid)
                            : tr("The first %1 of more:").arg(kMostUnpaid));
    m_total->setText(said.join(QStringLiteral("　")));
    showLegend();
}

void UnpaidPage::showLegend()
{
    const std::vector<Unpaid> &list = m_model->list();
    const auto late = std::count_if(list.begin(), list.end(), [this](const Unpaid &one) { return m_model->late(one); });
    const auto closed = std::count_if(list.begin(), list.end(), [](const Unpaid &one) { return !one.readable; });
    QStringList said;
    if (late > 0)
        said += tr("%n rows are past their day.", nullptr, int(late));
    if (closed > 0)
        said += tr("Grey: %n cases were not sent to you, so you cannot open them.", nullptr, int(closed));
    m_lateSign->setVisible(late > 0);
    m_signs->setText(said.join(QStringLiteral("　")));
    m_legend->setVisible(!said.isEmpty());
}

/// That money came in is recorded by the accounting section, of the refund that is chosen.
void UnpaidPage::showReceipt()
{
    const QModelIndex at = m_view->currentIndex();
    const DeskInfo &info = m_session.info();
    m_receive->setVisible(at.isValid() && m_model->list()[size_t(at.row())].kind == Unpaid::Kind::Refund
                          && holdsRole(*info.office, info.me.id, kAccountingRole));
}

void UnpaidPage::recordReceipt()
{
    const QModelIndex at = m_view->currentIndex();
    if (!at.isValid() || !m_receive->isVisible())
        return;
    m_receiving = m_model->list()[size_t(at.row())];
    m_question->ask(
        {tr("The money came in"),
         tr("%1 %2: %3 yen. Give the day on which it came in; it is kept with the payments, with your name.")
             .arg(m_receiving.number, m_receiving.title, budgetYen(m_receiving.left)),
         tr("Record it"), false, m_session.info().today, tr("Received on")});
    checkReceipt();
}

void UnpaidPage::checkReceipt()
{
    const auto day = m_question->day();
    const bool good = day && *day <= m_session.info().today;
    m_question->complain(good ? QString() : tr("That day has not come."));
    m_question->setReady(good);
}

void UnpaidPage::sendReceipt()
{
    const Unpaid one = m_receiving;
    m_session.desk()
        .run([id = one.id, day = *m_question->day()](Desk &desk) {
            return desk.changePayments(RecordReceipt{id, day});
        })
        .then(this, [this, one](const Result<BatchId> &done) {
            if (!done) {
                m_banner->say(BannerKind::Warning, errorText(done.error()).both());
                return;
            }
            m_question->putAway();
            Q_EMIT recorded(tr("%1: the money came in.").arg(one.number));
            m_session.noteChange(one.id);
            begin();
        });
}

void UnpaidPage::openCase()
{
    const QModelIndex at = m_view->currentIndex();
    if (!at.isValid())
        return;
    const Unpaid &one = m_model->list()[size_t(at.row())];
    if (one.readable)
        Q_EMIT openRequested(one.id);
    else
        m_banner->say(BannerKind::Information, tr("This case was not sent to you, so you cannot open it."));
}

bool UnpaidPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_view)
        showColumns();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCase();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
