// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/paymentpage.h"

#include "core/office/sections.h"
#include "core/services/answer.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/accounting/paymentcard.h"
#include "ui/accounting/paymentpresenter.h"
#include "ui/accounting/sourcecard.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kDaysBack =
    60; ///< batches older than this are done with as a rule, and listed when somebody asks for them
constexpr qint64 kCountEvery =
    300'000; ///< milliseconds: what is to be paid is counted on the thread of everything else
constexpr int kPaymentRow = 32;
constexpr int kPlacesWidth = 374;
constexpr int kLeastPlacesWidth = 358;
constexpr int kNarrowState = 104;
constexpr int kRoomForBoth = 520; ///< the height below which a question and the list do not stand together
constexpr int kWideRows = 650;    ///< the width below which the rows leave out whose and which case they are

/// The digits at the end of an account are what is compared.
class AccountDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace

PaymentPage::PaymentPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new PaymentPresenter(session, this)),
      m_banner(new QuietBanner(this)), m_fault(new QuietBanner(this)), m_loading(new LoadingLine(this)),
      m_places(new PaymentPlaceModel(this)), m_placeView(new QTableView(this)),
      m_older(pageButton({}, "olderPayments", this)),
      m_sourceButton(pageButton(tr("Account paid from…"), "editSource", this)), m_card(new Card(this)),
      m_rows(new PaymentRowModel(this)), m_rowView(new QTableView(this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)), m_why(new TextLabel(TextRole::Body, this)),
      m_question(new PaymentCard(session.info().today, this)), m_source(new SourceCard(this)),
      m_primary(pageButton({}, "paymentPrimary", this)), m_return(pageButton(tr("Came back…"), "paymentReturn", this)),
      m_again(pageButton(tr("Write it again…"), "paymentAgain", this)),
      m_discard(pageButton(tr("Give it up…"), "paymentDiscard", this)),
      m_print(pageButton(tr("Print the list…"), "paymentPrint", this)),
      m_save(new ExportButton([this] { return tr("Payments %1", "name of a file").arg(placeName()); },
                              [this](const std::function<void(Sheet)> &then) { then(m_rows->sheet(placeName())); },
                              this))
{
    setObjectName(QStringLiteral("paymentPage"));
    m_banner->hide();
    m_fault->setObjectName(QStringLiteral("paymentFault"));
    m_fault->hide();
    setButtonKind(*m_primary, ButtonKind::Primary);
    m_primary->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_return->setToolTip(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText));
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    columns->setSpacing(metric::kPageMargin);
    columns->addWidget(buildPlaces(), 1);
    columns->addWidget(buildRows(), 2);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(m_fault);
    page->addWidget(m_loading);
    page->addLayout(columns, 1);
    connectParts();
}

QWidget *PaymentPage::buildPlaces()
{
    dressRows(*m_placeView, QStringLiteral("paymentPlaces"), tr("Days of payment and batches"), grown(kPaymentRow));
    m_placeView->setModel(m_places);
    QHeaderView *header = m_placeView->horizontalHeader();
    header->setSectionResizeMode(PaymentPlaceModel::State, QHeaderView::Stretch);
    header->resizeSection(PaymentPlaceModel::Day, grown(114));
    header->resizeSection(PaymentPlaceModel::Count, grown(40));
    header->resizeSection(PaymentPlaceModel::Amount, grown(82));
    m_placeView->installEventFilter(this);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->addWidget(m_placeView);
    auto *side = new QWidget(this);
    side->setMinimumWidth(grown(kLeastPlacesWidth));
    side->setMaximumWidth(grown(kPlacesWidth));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addWidget(card, 1);
    column->addWidget(m_older);
    column->addWidget(m_sourceButton);
    return side;
}

QWidget *PaymentPage::buildRows()
{
    dressRows(*m_rowView, QStringLiteral("paymentRows"), tr("Payments"), grown(kPaymentRow));
    m_rowView->setModel(m_rows);
    m_rowView->setItemDelegateForColumn(PaymentRowModel::Account, new AccountDelegate(m_rowView));
    QHeaderView *header = m_rowView->horizontalHeader();
    header->setSectionResizeMode(PaymentRowModel::Payee, QHeaderView::Stretch);
    header->resizeSection(PaymentRowModel::Amount, grown(88));
    header->resizeSection(PaymentRowModel::Account, grown(132));
    header->resizeSection(PaymentRowModel::SectionName, grown(88));
    header->resizeSection(PaymentRowModel::Number, grown(86));
    header->setSectionResizeMode(PaymentRowModel::State, QHeaderView::Stretch);
    m_why->setObjectName(QStringLiteral("paymentWhy"));
    m_why->setWordWrap(true);
    m_rowView->installEventFilter(this);
    m_question->installEventFilter(this);
    m_source->installEventFilter(this);
    m_card->setPadding(metric::kGap);
    m_stack->addWidget(m_rowView);
    m_stack->addWidget(m_empty);
    m_card->body()->addWidget(m_stack);
    m_card->body()->addWidget(m_why);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(m_save);
    buttons->addWidget(m_print);
    buttons->addStretch(1);
    for (QPushButton *button : {m_discard, m_again, m_return, m_primary})
        buttons->addWidget(button);
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addWidget(m_source);
    column->addWidget(m_question);
    column->addWidget(m_card, 1);
    column->addLayout(buttons);
    return list;
}

void PaymentPage::connectParts()
{
    connect(m_presenter, &PaymentPresenter::sheetRead, this, &PaymentPage::showSheet);
    connect(m_presenter, &PaymentPresenter::readFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again"));
    });
    connect(m_banner, &QuietBanner::actionTriggered, this, &PaymentPage::read);
    connect(m_presenter, &PaymentPresenter::progressed, m_question, &PaymentCard::setProgress);
    connect(m_presenter, &PaymentPresenter::checked, this, &PaymentPage::showPrepared);
    connect(m_presenter, &PaymentPresenter::busyChanged, this, [this](bool busy) {
        m_question->setReady(!busy && !m_presenter->checking());
        m_primary->setEnabled(!busy);
    });
    connect(m_presenter, &PaymentPresenter::changed, this, [this](BatchId changed, const QString &done) {
        m_banner->clear();
        m_question->hide();
        m_source->hide();
        m_wanted = changed;
        if (!done.isEmpty())
            Q_EMIT recorded(done);
        read();
        takeFocus();
    });
    connect(m_presenter, &PaymentPresenter::changeFailed, this, [this](const Error &error) {
        m_writeNext = false;
        m_banner->say(BannerKind::Warning, faultText(error));
        m_question->hide();
        read();
    });
    connect(m_presenter, &PaymentPresenter::fileFailed, this, [this](const QString &why) {
        m_writeNext = false;
        m_banner->say(BannerKind::Error, tr("The file was not written: %1").arg(why));
        m_question->hide();
        read();
    });
    connect(m_question, &PaymentCard::confirmed, this, [this](const QString &reason) {
        if (m_then)
            m_then(reason);
    });
    connect(m_question, &PaymentCard::dayChanged, this, &PaymentPage::checkDay);
    connect(m_question, &PaymentCard::closed, this, [this] {
        m_presenter->giveUp();
        takeFocus();
    });
    connect(m_source, &SourceCard::closed, this, [this] { m_sourceButton->setFocus(); });
    connect(m_source, &SourceCard::saveRequested, this, [this](const SetSource &change) {
        m_presenter->change(change, tr("The account paid from is registered."));
    });
    connect(m_sourceButton, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_source->edit(m_sheet.source);
    });
    connect(m_older, &QPushButton::clicked, this, &PaymentPage::readOlder);
    connect(m_placeView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_banner->clear(); // it was of another day
        showPlace();
    });
    connect(m_rowView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PaymentPage::showButtons);
    connect(m_rowView, &QTableView::doubleClicked, this, &PaymentPage::openCase);
    connect(m_primary, &QPushButton::clicked, this, &PaymentPage::goOn);
    connect(m_return, &QPushButton::clicked, this, &PaymentPage::markReturned);
    connect(m_again, &QPushButton::clicked, this, &PaymentPage::writeAgain);
    connect(m_discard, &QPushButton::clicked, this, &PaymentPage::discard);
    connect(m_print, &QPushButton::clicked, this, &PaymentPage::print);
    connect(m_save, &ExportButton::saved, this, &PaymentPage::recorded);
    connect(m_save, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence); });
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, &PaymentPage::goOn);
}

bool PaymentPage::concerns(const DeskInfo &info)
{
    return holdsRole(*info.office, info.me.id, kAccountingRole) || info.rights.auditor;
}

bool PaymentPage::mayPay() const
{
    return holdsRole(*m_session.info().office, m_session.info().me.id, kAccountingRole);
}

void PaymentPage::count()
{
    if (!mayPay() || (m_counted.isValid() && !m_counted.hasExpired(kCountEvery)))
        return;
    m_counted.start();
    m_session.desk().ask([](Desk &desk) { return desk.paymentsToDo(); }).then(this, [this](const Result<int> &due) {
        if (due)
            Q_EMIT counted(*due);
        else
            m_counted.invalidate();
    });
}

void PaymentPage::begin()
{
    m_banner->clear();
    read();
}

void PaymentPage::takeFocus()
{
    m_placeView->setFocus(Qt::OtherFocusReason);
}

void PaymentPage::read()
{
    if (!m_since.isValid())
        m_since = m_session.info().today.addDays(-kDaysBack);
    m_older->setText(tr("Batches before %1").arg(longDay(m_since)));
    m_loading->setLoading(true);
    m_presenter->read(m_since);
}

/// What came back late is recorded with its batch, however old: a year more at a time.
void PaymentPage::readOlder()
{
    m_since = m_since.addYears(-1);
    read();
}

const PaymentPlace *PaymentPage::place() const
{
    const QModelIndex at = m_placeView->currentIndex();
    return at.isValid() ? &m_places->places()[size_t(at.row())] : nullptr;
}

const PaymentBatch *PaymentPage::batch() const
{
    const PaymentPlace *shown = place();
    if (!shown || !shown->batch)
        return nullptr;
    const auto found = std::find_if(m_sheet.batches.begin(), m_sheet.batches.end(),
                                    [shown](const PaymentBatch &one) { return one.id == *shown->batch; });
    return found == m_sheet.batches.end() ? nullptr : &*found;
}

QString PaymentPage::placeName() const
{
    const PaymentPlace *shown = place();
    if (!shown)
        return {};
    return shown->batch ? tr("%1, batch %2").arg(longDay(shown->day)).arg(shown->batch->value())
        : shown->until  ? tr("until %1").arg(longDay(shown->day))
                        : longDay(shown->day);
}

void PaymentPage::showSheet(const PaymentSheet &sheet)
{
    m_loading->setLoading(false);
    const PaymentPlace *before = place();
    PaymentPlace shown;
    if (before)
        shown = *before;
    const std::optional<BatchId> wanted = std::exchange(m_wanted, {});
    m_sheet = sheet;
    if (mayPay())
        Q_EMIT counted(sheet.toDo());
    for (const PaymentBatch &one : sheet.batches) {
        if (one.state >= BatchState::Paid)
            m_returning.erase(one.id); // recorded, or of no use any more
    }
    {
        const QSignalBlocker quiet(m_placeView->selectionModel());
        m_places->setPlaces(paymentPlaces(sheet));
    }
    const auto &places = m_places->places();
    size_t row = 0;
    for (size_t i = 0; i < places.size(); ++i) {
        const bool here = wanted && wanted->value() > 0
            ? places[i].batch == wanted
            : places[i].batch == shown.batch && (places[i].batch || places[i].day == shown.day);
        if (here)
            row = i;
    }
    {
        const QSignalBlocker quiet(m_placeView->selectionModel());
        m_placeView->selectRow(int(row));
    }
    m_placeView->viewport()->update();
    showPlace();
    if (std::exchange(m_writeNext, false)) {
        if (const PaymentBatch *made = batch(); made && made->source)
            askPath(*made, {});
    }
}

void PaymentPage::showPlace()
{
    if (m_question->isVisible())
        m_question->putAway();
    const PaymentPlace *shown = place();
    const PaymentBatch *made = batch();
    if (made)
        m_rows->setBatch(*made, m_returning[made->id]);
    else
        m_rows->setDue(shown ? dueAt(m_sheet, *shown) : std::vector<PaymentDue>(), m_sheet.today);
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_rowView) : m_empty);
    if (shown) {
        const auto out = std::count_if(m_rows->rows().begin(), m_rows->rows().end(),
                                       [made](const PaymentRow &row) { return !made && !row.payable; });
        QString caption = tr("%n payment(s)", nullptr, int(m_rows->rows().size())) + QStringLiteral("　")
            + tr("%1 yen").arg(budgetYen(shown->sum.amount()));
        if (out > 0)
            caption += QStringLiteral("　") + tr("%n stay(s) out", nullptr, int(out));
        m_card->setTitle(placeName(), caption);
        m_rowView->selectRow(0);
    } else {
        m_card->setTitle(tr("Payments"));
        m_empty->setContents(QStringLiteral("circle-check"), tr("Nothing is to be paid"),
                             tr("Decided vouchers come here by their day of payment."));
    }
    const QString fault = made ? batchFault(*made) : QString();
    if (fault.isEmpty())
        m_fault->clear();
    else
        m_fault->say(BannerKind::Error,
                     tr("This batch was changed behind the notary's back, and nothing is done with it. Tell whoever "
                        "looks after the database: %1")
                         .arg(fault),
                     {}, false);
    showButtons();
}

void PaymentPage::showButtons()
{
    const PaymentPlace *shown = place();
    const PaymentBatch *made = batch();
    const bool sound = !made || batchFault(*made).isEmpty();
    const bool mine = mayPay();
    const bool open = mine && made && made->state < BatchState::Paid;
    m_sourceButton->setVisible(mine);
    m_primary->setVisible(mine && shown && sound && (!made || open));
    m_primary->setText(!made                                                 ? tr("Prepare the transfer…")
                           : made->state == BatchState::Made && made->source ? tr("Save the bank's file…")
                                                                             : tr("All of it was paid…"));
    m_discard->setVisible(open && sound);
    m_again->setVisible(mine && made && sound && made->source
                        && (made->state == BatchState::Exported || made->state == BatchState::Paid));
    const QModelIndex at = m_rowView->currentIndex();
    const bool chosen = shown && at.isValid() && size_t(at.row()) < m_rows->rows().size();
    const bool returnable = chosen && m_rows->rows()[size_t(at.row())].returnable;
    showWhy(chosen ? &m_rows->rows()[size_t(at.row())] : nullptr);
    m_return->setVisible(mine && made && sound
                         && (made->state == BatchState::Exported || made->state == BatchState::Paid));
    m_return->setEnabled(returnable);
    m_print->setEnabled(shown);
    m_save->setEnabled(shown);
}

/// What there is to say of a row besides that it is to be paid, or was.
void PaymentPage::showWhy(const PaymentRow *row)
{
    const bool says = row && (row->tone == Token::DangerText || row->tone == Token::WarnText);
    m_why->setVisible(says);
    if (!says)
        return;
    m_why->setToken(row->tone);
    m_why->setText(QStringList{row->number, row->payee, row->state}.join(QStringLiteral("　")));
}

void PaymentPage::goOn()
{
    const PaymentBatch *made = batch();
    if (m_question->isVisible()) {
        m_question->confirm();
        return;
    }
    if (!place() || !m_primary->isVisible() || !m_primary->isEnabled())
        return;
    if (!made)
        prepare();
    else if (made->state == BatchState::Made && made->source)
        askPath(*made, {});
    else
        confirmPaid();
}

void PaymentPage::openCase()
{
    const QModelIndex at = m_rowView->currentIndex();
    if (at.isValid())
        Q_EMIT openRequested(m_rows->rows()[size_t(at.row())].id);
}

/// Enter goes on at a day, and opens a case; Delete marks what came back. A key that is held does so once.
bool PaymentPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_question || watched == m_source) {
        if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
            // In a low window what is asked has the room of the list, so that all of it is seen.
            const bool asking = !m_question->isHidden() || !m_source->isHidden();
            m_card->setVisible(!asking || height() >= grown(kRoomForBoth));
        }
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::Resize && watched == m_rowView) {
        const bool wide = m_rowView->width() >= grown(kWideRows);
        for (const int column : {PaymentRowModel::SectionName, PaymentRowModel::Number})
            m_rowView->setColumnHidden(column, !wide);
        QHeaderView *header = m_rowView->horizontalHeader();
        header->setSectionResizeMode(PaymentRowModel::State, wide ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!wide)
            header->resizeSection(PaymentRowModel::State, grown(kNarrowState)); // the line below says it in full
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
        if (!key->isAutoRepeat())
            watched == m_placeView ? goOn() : openCase();
        return true;
    }
    if (key->key() == Qt::Key_Delete && watched == m_rowView) {
        if (!key->isAutoRepeat())
            markReturned();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
