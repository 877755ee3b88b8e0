// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/voucherpane.h"

#include "ui/cases/papercheck.h"
#include "ui/errortext.h"
#include "ui/examination/examinationpresenter.h"
#include "ui/examination/proofpane.h"
#include "ui/examination/remarklist.h"
#include "ui/examination/returnbox.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

enum CheckColumn { ItemColumn, ValueColumn, ProofColumn, CheckColumns };
constexpr int kCheckRow = 32;
constexpr int kStepWidth = 44;
constexpr int kLowPane = 480;
constexpr int kItemWidth = 154;
constexpr int kProofWidth = 116;
constexpr int kListWidth = 486;
constexpr int kProofPartWidth = 626;

} // namespace

VoucherPane::VoucherPane(DeskSession &session, ExaminationPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(presenter), m_check(new PaperCheck(session, this)),
      m_proof(new ProofPane(session, this))
{
    setObjectName(QStringLiteral("voucherPane"));
    auto *proofCard = new Card(this);
    proofCard->setPadding(0);
    proofCard->body()->addWidget(m_proof);
    auto *parts = new QSplitter(Qt::Horizontal, this);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(metric::kPageMargin);
    parts->addWidget(buildLeft());
    parts->addWidget(proofCard);
    parts->setStretchFactor(1, 1);
    parts->setSizes({grown(kListWidth), grown(kProofPartWidth)});
    connect(parts, &QSplitter::splitterMoved, this, &VoucherPane::fitHead);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    layout->addWidget(parts);

    connect(&m_presenter, &ExaminationPresenter::opened, this, &VoucherPane::showFile);
    connect(&m_presenter, &ExaminationPresenter::openFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        m_proof->expect(); // no paper of another one beside it
        m_banner->say(BannerKind::Error, errorText(error).both());
    });
    connect(&m_presenter, &ExaminationPresenter::nextRead, this,
            [this](const VoucherFile &next) { m_proof->fetchAhead(papersOf(next)); });
    connect(&m_presenter, &ExaminationPresenter::marksChanged, this, &VoucherPane::showMarks);
    connect(&m_presenter, &ExaminationPresenter::markFailed, this, [this](const QString &number, const Error &error) {
        sayFault(number, tr("The tick was not kept: %1").arg(errorText(error).both()));
    });
    connect(&m_presenter, &ExaminationPresenter::actFailed, this,
            [this](const QString &number, const Error &error) { sayFault(number, errorText(error).both()); });
    connect(&m_presenter, &ExaminationPresenter::busyChanged, this, &VoucherPane::showButtons);
    connect(m_proof, &ProofPane::found, this, &VoucherPane::showMarks);
    connect(m_proof, &ProofPane::found, this, &VoucherPane::checkPapers);
    connect(m_check, &PaperCheck::checked, this, [this](const QStringList &remarks) {
        m_missing = remarks.value(0);
        m_remarks->putFirst(remarks);
        fitHead();
    });
    connect(m_proof, &ProofPane::pointedAt, this, [this](const ProofPlace &place) {
        setTick(m_table->currentRow(), true, place);
        goOn();
        takeFocus(); // the keys are those of the list again
    });
}

void VoucherPane::sayFault(const QString &number, const QString &fault)
{
    const auto file = m_presenter.file();
    const bool inSight = file && file->view.record.number == number;
    m_banner->say(BannerKind::Error,
                  inSight ? fault : tr("%1: %2", "number of a voucher, what went wrong").arg(number, fault));
}

QWidget *VoucherPane::buildLeft()
{
    auto *card = new Card(this);
    card->setPadding(0);
    auto *left = new QWidget(card);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(buildHead(left));
    m_loading = new LoadingLine(left);
    m_banner = new QuietBanner(left);
    m_banner->setObjectName(QStringLiteral("voucherBanner"));
    m_banner->hide();
    column->addWidget(m_loading);
    column->addWidget(m_banner);

    m_table = new QTableWidget(0, CheckColumns, left);
    dressRows(*m_table, QStringLiteral("checkTable"), tr("What the voucher says"), grown(kCheckRow));
    m_table->setHorizontalHeaderLabels({tr("Item"), tr("Voucher"), tr("Proof")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(ValueColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(ItemColumn, grown(kItemWidth));
    m_table->horizontalHeader()->resizeSection(ProofColumn, grown(kProofWidth));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setItemDelegateForColumn(ValueColumn, new WrappedText(m_table));
    m_table->viewport()->installEventFilter(this);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (row != before)
            comeTo(row);
    });
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem *item) {
        if (item->column() != ItemColumn)
            return;
        const CheckItem &one = m_items[size_t(item->row())];
        const bool ticked = item->checkState() == Qt::Checked;
        if (ticked == (m_presenter.mark(one.field) != nullptr))
            return;
        const bool offered = ticked && item->row() == m_table->currentRow();
        setTick(item->row(), ticked, offered ? m_proof->foundPlace() : std::nullopt);
        showMarks(); // a box says what is kept
    });
    column->addWidget(m_table, 1);
    m_progress = new TextLabel(TextRole::Caption, left);
    m_progress->setObjectName(QStringLiteral("checkProgress"));
    m_progress->setContentsMargins(metric::kCardPadding, 4, metric::kCardPadding, 4);
    column->addWidget(m_progress);
    m_return = new ReturnBox(left);
    m_return->hide();
    connect(m_return, &ReturnBox::confirmed, this, [this](const QString &reason) {
        m_presenter.act(Return{std::nullopt, std::nullopt, reason});
    });
    connect(m_return, &ReturnBox::left, this, [this] {
        askReturn(false);
        takeFocus();
    });
    column->addWidget(m_return);
    m_buttons = buildButtons(left);
    column->addWidget(m_buttons);
    card->body()->addWidget(left);
    card->setMinimumWidth(grown(360));
    return card;
}

QWidget *VoucherPane::buildHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    m_title = new TextLabel(TextRole::CardTitle, head);
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("voucherTitle"));
    m_number = new ElidedLabel(TextRole::Caption, head);
    m_number->setObjectName(QStringLiteral("voucherNumber"));
    m_standing = new TextLabel(TextRole::Caption, head);
    m_standing->setObjectName(QStringLiteral("voucherStanding"));
    auto *back = new QToolButton(head);
    back->setObjectName(QStringLiteral("voucherBack"));
    back->setIcon(icon(QStringLiteral("chevron-left")));
    back->setToolTip(tr("Back to the queue (Esc)"));
    back->setAccessibleName(tr("Back to the queue"));
    back->setAutoRaise(true);
    connect(back, &QToolButton::clicked, this, &VoucherPane::closed);
    auto *whole = new QToolButton(head);
    whole->setObjectName(QStringLiteral("voucherCase"));
    whole->setIcon(icon(QStringLiteral("external-link")));
    whole->setToolTip(tr("The whole case with its route and history"));
    whole->setAccessibleName(tr("The whole case"));
    whole->setAutoRaise(true);
    connect(whole, &QToolButton::clicked, this, [this] {
        if (const auto file = m_presenter.file())
            Q_EMIT openCaseRequested(file->view.record.id);
    });
    m_remarks = new RemarkList(head);
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(back);
    first->addWidget(m_standing, 1);
    first->addWidget(whole);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(metric::kFieldGap, metric::kGap, metric::kFieldGap, metric::kGap);
    layout->setSpacing(6);
    layout->addLayout(first);
    layout->addWidget(m_title);
    layout->addWidget(m_number);
    layout->addWidget(m_remarks);
    return head;
}

QWidget *VoucherPane::buildButtons(QWidget *parent)
{
    auto *bar = new QWidget(parent);
    const auto button = [&](const char *name, const QString &text, ButtonKind kind) {
        auto *one = new QPushButton(text, bar);
        one->setObjectName(QLatin1String(name));
        one->setMinimumHeight(metric::kControlHeight);
        setButtonKind(*one, kind);
        return one;
    };
    m_approve = button("approveNext", tr("Approve, next (&A)"), ButtonKind::Primary);
    m_approve->setIcon(icon(QStringLiteral("check"), Token::OnPrimary));
    m_approve->setShortcut({}); // it would go on while it is held
    auto *approveKey = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_A), this);
    approveKey->setAutoRepeat(false);
    connect(approveKey, &QShortcut::activated, m_approve, &QPushButton::click);
    m_approve->setToolTip(tr("Approve and go to the next voucher (Ctrl+Enter)"));
    m_returnButton = button("returnVoucher", tr("Return (&R)"), ButtonKind::Plain);
    m_previous = button("previousVoucher", {}, ButtonKind::Plain);
    m_previous->setIcon(icon(QStringLiteral("chevron-up")));
    m_previous->setToolTip(tr("The voucher before (Ctrl+↑)"));
    m_previous->setAccessibleName(tr("The voucher before"));
    m_next = button("nextVoucher", {}, ButtonKind::Plain);
    m_next->setIcon(icon(QStringLiteral("chevron-down")));
    m_next->setToolTip(tr("The next voucher (Ctrl+↓)"));
    m_next->setAccessibleName(tr("The next voucher"));
    for (QPushButton *one : {m_previous, m_next})
        one->setMaximumWidth(grown(kStepWidth)); // the words beside them are what needs the room
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metric::kFieldGap, metric::kGap, metric::kFieldGap, metric::kFieldGap);
    layout->setSpacing(metric::kGap);
    layout->addWidget(m_approve);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addStretch(1);
    layout->addWidget(m_returnButton);
    connect(m_approve, &QPushButton::clicked, this, &VoucherPane::approve);
    connect(m_returnButton, &QPushButton::clicked, this, [this] { askReturn(true); });
    connect(m_previous, &QPushButton::clicked, this, [this] { Q_EMIT nextRequested(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT nextRequested(1); });
    return bar;
}

void VoucherPane::setStanding(const QString &standing)
{
    m_standing->setText(standing);
}

void VoucherPane::expect()
{
    m_loading->setLoading(true);
    m_banner->clear();
    askReturn(false);
    m_items.clear();
    m_table->setRowCount(0);
    m_title->setText({});
    m_number->setText({});
    m_remarks->clear();
    fitHead();
    m_check->stop();
    m_checked = false;
    m_missing.clear();
    m_proof->expect();
    m_progress->setText({});
    m_asked = false;
    showButtons();
}

void VoucherPane::showFile()
{
    const auto file = m_presenter.file();
    m_loading->setLoading(false);
    m_asked = false;
    const CaseView &view = file->view;
    m_title->setText(view.record.title);
    m_number->setText(
        tr("%1  %2 (%3)", "number, section, drafter").arg(view.record.number, view.drafterSection, view.drafterName));
    m_remarks->setInsights(file->insights);
    fitHead();
    if (!view.verified.sound())
        m_banner->say(BannerKind::Error, refusalText(Refusal::Damaged).both(), {}, false);

    m_items = checklistOf(*file);
    fillTable();
    m_proof->setPapers(papersOf(*file));
    showMarks();
    goOn();
    takeFocus();
}

/// Once what one came for stands there: whether the amount is in the papers at all is known before one comes to it.
void VoucherPane::checkPapers()
{
    const auto file = m_presenter.file();
    if (m_checked || !file || m_items.empty() || !m_proof->settled())
        return;
    m_checked = true;
    m_check->check(file->view);
}

void VoucherPane::fillTable()
{
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(int(m_items.size()));
    for (int row = 0; row < int(m_items.size()); ++row) {
        const CheckItem &item = m_items[size_t(row)];
        auto *name = new QTableWidgetItem(item.label);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        name->setCheckState(Qt::Unchecked);
        name->setToolTip(item.label);
        auto *value = new QTableWidgetItem(item.value);
        value->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        value->setToolTip(item.value);
        if (item.missing) {
            value->setText(tr("not given"));
            value->setIcon(icon(QStringLiteral("alert-triangle"), Token::WarnText));
            value->setForeground(tokens()[Token::WarnText]);
        }
        if (item.amount) {
            QFont strong = m_table->font();
            strong.setBold(true);
            value->setFont(strong);
        }
        auto *proof = new QTableWidgetItem;
        proof->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_table->setItem(row, ItemColumn, name);
        m_table->setItem(row, ValueColumn, value);
        m_table->setItem(row, ProofColumn, proof);
    }
    fitRows();
}

/// What does not stand in one line, such as a line of the budget, has more.
void VoucherPane::fitRows()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString text = m_table->item(row, ValueColumn)->text();
        m_table->setRowHeight(row,
                              grown(kCheckRow) + WrappedText::more(*m_table, text, m_table->columnWidth(ValueColumn)));
    }
}

void VoucherPane::showMarks()
{
    {
        const QSignalBlocker quiet(m_table);
        for (int row = 0; row < int(m_items.size()) && row < m_table->rowCount(); ++row) {
            const ProofMark *mark = m_presenter.mark(m_items[size_t(row)].field);
            m_table->item(row, ItemColumn)->setCheckState(mark ? Qt::Checked : Qt::Unchecked);
            QTableWidgetItem *proof = m_table->item(row, ProofColumn);
            QString where = mark && mark->place ? m_proof->placeText(*mark->place) : QString();
            bool offered = false;
            if (!mark && row == m_table->currentRow() && !m_items[size_t(row)].spellings.isEmpty()) {
                const auto place = m_proof->foundPlace();
                offered = place.has_value();
                where = place            ? tr("%1 ?", "a place that is offered").arg(m_proof->placeText(*place))
                    : m_proof->settled() ? tr("not found")
                                         : tr("looking…");
            }
            proof->setText(where);
            proof->setToolTip(offered ? tr("It stands here. Space ticks it off with this place.") : where);
            proof->setForeground(mark          ? tokens()[Token::SuccessText]
                                     : offered ? tokens()[Token::Text]
                                               : tokens()[Token::Text2]);
        }
    }
    m_proof->setMarks(m_presenter.marks(), currentField());
    const int left = unticked();
    showProgress(left);
    m_asked = m_asked && left > 0;
    showButtons();
}

/// In a low window at the head of the items, which have its line.
void VoucherPane::showProgress(int left)
{
    const int count = int(m_items.size());
    const QString said = count == 0 ? QString()
        : left == 0                 ? tr("All %n item(s) ticked off. Ctrl+Enter approves.", nullptr, count)
                                    : tr("%1 of %2 ticked off").arg(count - left).arg(count);
    const bool low = height() < grown(kLowPane);
    m_progress->setText(said);
    m_progress->setVisible(!low || left == 0);
    m_table->horizontalHeaderItem(ItemColumn)->setText(low && left > 0 ? said : tr("Item"));
}

int VoucherPane::unticked() const
{
    return int(std::count_if(m_items.begin(), m_items.end(),
                             [this](const CheckItem &item) { return !m_presenter.mark(item.field); }));
}

QString VoucherPane::currentField() const
{
    const int row = m_table->currentRow();
    return row >= 0 && size_t(row) < m_items.size() ? m_items[size_t(row)].field : QString();
}

void VoucherPane::showButtons()
{
    const auto file = m_presenter.file();
    const bool ready = file && !m_presenter.busy();
    m_approve->setEnabled(ready && file->view.acts.approve);
    m_returnButton->setEnabled(ready && file->view.acts.returnToDrafter);
    m_return->setReady(m_returnButton->isEnabled());
}

/// Offers the place in the papers that says the same: the one that was ticked, else the first that is found.
void VoucherPane::comeTo(int row)
{
    if (row < 0 || size_t(row) >= m_items.size())
        return;
    m_finished = false;
    const CheckItem &item = m_items[size_t(row)];
    m_proof->find(item);
    if (const ProofMark *mark = m_presenter.mark(item.field); mark && mark->place)
        m_proof->showPlace(*mark->place);
    showMarks();
}

/// Only whoever is asked to examine ticks, and takes a tick off.
void VoucherPane::setTick(int row, bool ticked, const std::optional<ProofPlace> &place)
{
    const auto file = m_presenter.file();
    if (row >= 0 && size_t(row) < m_items.size() && file && file->view.acts.approve)
        m_presenter.setTick(m_items[size_t(row)].field, ticked, place);
}

void VoucherPane::toggle()
{
    const int row = m_table->currentRow();
    if (row < 0 || size_t(row) >= m_items.size())
        return;
    if (m_finished && unticked() == 0) // one Space too many
        return;
    if (m_presenter.mark(m_items[size_t(row)].field)) {
        setTick(row, false);
        return;
    }
    setTick(row, true, m_proof->foundPlace());
    goOn();
}

/// To the next item that is not ticked off, from the one in sight on. Where all are, it stays there, and Space does no more.
void VoucherPane::goOn()
{
    const int count = int(m_items.size());
    const int from = std::max(0, m_table->currentRow());
    for (int i = 0; i < count; ++i) {
        const int row = (from + i) % count;
        if (m_presenter.mark(m_items[size_t(row)].field))
            continue;
        if (row == m_table->currentRow())
            comeTo(row);
        else
            m_table->setCurrentCell(row, ItemColumn);
        return;
    }
    if (m_table->currentRow() < 0 && count > 0)
        m_table->setCurrentCell(0, ItemColumn);
    m_finished = true;
}

/// Whoever examines decides: what is not ticked off is asked about once, and approved all the same.
void VoucherPane::approve()
{
    const auto file = m_presenter.file();
    if (!file || m_presenter.busy() || !file->view.acts.approve)
        return;
    const int left = unticked();
    if (left > 0 && !m_asked) {
        m_asked = true;
        const QString question =
            tr("%n item(s) are not ticked off. Ctrl+Enter once more approves all the same.", nullptr, left);
        m_banner->say(BannerKind::Warning, m_missing.isEmpty() ? question : m_missing + QLatin1Char('\n') + question);
        return;
    }
    m_presenter.act(Approve{std::nullopt, {}});
}

void VoucherPane::askReturn(bool asking)
{
    m_return->setVisible(asking);
    m_buttons->setVisible(!asking);
    fitHead();
    m_banner->clear();
    m_asked = false;
    if (asking)
        m_return->ask(m_session.info().faults);
    else
        m_return->leave();
}

void VoucherPane::takeFocus()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

bool VoucherPane::handleKey(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!control)
            return false;
        if (!event->isAutoRepeat()) // held down it decides nothing more
            m_return->isVisible() ? m_return->confirm() : approve();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!control)
            return false;
        Q_EMIT nextRequested(event->key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Tab:
        if (!control)
            return false;
        m_proof->nextPaper(1);
        return true;
    case Qt::Key_F3: m_proof->findNext(); return true;
    case Qt::Key_Escape:
        if (m_return->isVisible()) {
            askReturn(false);
            takeFocus();
        } else if (m_asked) { // first what was asked is taken back
            m_asked = false;
            m_banner->clear();
        } else {
            Q_EMIT closed();
        }
        return true;
    default: return false;
    }
}

bool VoucherPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) // once the columns have their width
        QMetaObject::invokeMethod(this, &VoucherPane::fitRows, Qt::QueuedConnection);
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto *press = static_cast<QKeyEvent *>(event);
        if (press->key() == Qt::Key_Space && press->modifiers() == Qt::NoModifier) {
            if (!press->isAutoRepeat())
                toggle();
            return true;
        }
        if (handleKey(press))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void VoucherPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showProgress(unticked());
    fitHead();
}

/// While somebody says why the voucher goes back, a low window has no room for what there is to know of it.
void VoucherPane::fitHead()
{
    const bool low = height() < grown(kLowPane);
    m_remarks->setVisible(!m_remarks->isEmpty() && !(low && m_return->isVisible()));
    m_remarks->fit(height() / (low ? 6 : 3));
}

void VoucherPane::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event))
        QWidget::keyPressEvent(event);
}

} // namespace kessai
