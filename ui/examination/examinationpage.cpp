// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/examination/examinationpage.h"

#include "core/accounting/payee.h"
#include "core/office/sections.h"
#include "ui/cases/papercheck.h"
#include "ui/errortext.h"
#include "ui/examination/checklist.h"
#include "ui/examination/examinationpresenter.h"
#include "ui/examination/queuedelegate.h"
#include "ui/examination/queuemodel.h"
#include "ui/examination/voucherpane.h"
#include "ui/export/exportbutton.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/tray/bulkpanel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kQueueSearchWidth = 240;
constexpr int kMostReasons = 3; ///< that the line below the queue names
constexpr int kNarrowQueue = 960;

} // namespace

ExaminationPage::ExaminationPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new ExaminationPresenter(session, this)),
      m_model(new QueueModel(this)), m_pages(new QStackedWidget(this)), m_queuePage(buildQueue()),
      m_voucher(new VoucherPane(session, *m_presenter, this))
{
    setObjectName(QStringLiteral("examinationPage"));
    m_pages->addWidget(m_queuePage);
    m_pages->addWidget(m_voucher);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    connectParts();
}

bool ExaminationPage::concerns(const DeskInfo &info)
{
    return holdsRole(*info.office, info.me.id, kAccountingRole);
}

QWidget *ExaminationPage::buildQueue()
{
    auto *page = new QWidget(this);
    m_banner = new QuietBanner(page);
    m_banner->hide();
    m_loading = new LoadingLine(page);
    m_sections = headBox(tr("Section"), "queueSection", page);
    m_forms = headBox(tr("Kind of voucher"), "queueForm", page);
    m_search = new SearchField(page);
    m_search->setObjectName(QStringLiteral("queueSearch"));
    m_search->setAccessibleName(tr("Payee, subject, number"));
    m_search->setPlaceholderText(tr("Payee, subject, number"));
    m_search->setMinimumHeight(metric::kControlHeight);
    m_search->setFixedWidth(grown(kQueueSearchWidth));
    const auto name = [] { return tr("Vouchers to examine"); };
    m_save = new ExportButton(
        name, [this, name](const std::function<void(Sheet)> &then) { then(m_model->sheet(name())); }, page);
    m_start = new QPushButton(tr("Examine from the top"), page);
    m_start->setObjectName(QStringLiteral("startExamining"));
    m_start->setIcon(icon(QStringLiteral("shield-check"), Token::OnPrimary));
    m_start->setMinimumHeight(metric::kControlHeight);
    setButtonKind(*m_start, ButtonKind::Primary);
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::kGap);
    head->addWidget(m_sections);
    head->addWidget(m_forms);
    head->addWidget(m_search);
    head->addStretch(1);
    head->addWidget(m_save);
    head->addWidget(m_start);
    m_bulk = new BulkPanel(m_session, page);
    m_bulk->setCheck(new PaperCheck(m_session, m_bulk));
    m_bulkCard = new Card(page);
    m_bulkCard->setPadding(0);
    m_bulkCard->body()->addWidget(m_bulk);
    m_bulkCard->setFixedWidth(metric::kPreviewWidth);
    m_bulkCard->hide();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(metric::kPageMargin);
    middle->addWidget(buildTable(), 1);
    middle->addWidget(m_bulkCard);
    m_returns = new TextLabel(TextRole::Caption, page);
    m_returns->setObjectName(QStringLiteral("queueReturns"));
    m_returns->setWordWrap(true);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addLayout(head);
    column->addWidget(m_loading);
    column->addLayout(middle, 1);
    column->addWidget(m_returns);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(column, 1);
    return page;
}

QWidget *ExaminationPage::buildTable()
{
    m_table = new QTableView(this);
    dressRows(*m_table, QStringLiteral("queueTable"), tr("Vouchers to examine"), rowHeight());
    m_table->setModel(m_model);
    m_table->setItemDelegate(new QueueDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(QueueModel::Subject, QHeaderView::Stretch);
    header->resizeSection(QueueModel::PayOn, grown(126));
    header->resizeSection(QueueModel::Left, grown(112));
    header->resizeSection(QueueModel::PayeeName, grown(172));
    header->resizeSection(QueueModel::Amount, grown(104));
    header->resizeSection(QueueModel::Where, grown(120));
    m_table->installEventFilter(this);
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("queueEmpty"));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->addWidget(m_stack);
    return card;
}

void ExaminationPage::connectParts()
{
    connect(m_presenter, &ExaminationPresenter::queueRead, this, &ExaminationPage::showQueue);
    connect(m_presenter, &ExaminationPresenter::returnsRead, this, &ExaminationPage::showReturns);
    connect(m_presenter, &ExaminationPresenter::readFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again"));
    });
    connect(m_presenter, &ExaminationPresenter::acted, this, &ExaminationPage::afterAct);
    connect(m_presenter, &ExaminationPresenter::opened, this, [this] {
        const CaseView &view = m_presenter->file()->view;
        m_opened.insert({view.record.id.value(), view.verified.state.seq});
    });
    connect(m_banner, &QuietBanner::actionTriggered, this, &ExaminationPage::read);
    connect(m_sections, &QComboBox::activated, this, &ExaminationPage::filter);
    connect(m_forms, &QComboBox::activated, this, &ExaminationPage::filter);
    connect(m_search, &SearchField::searchRequested, this, &ExaminationPage::filter);
    for (const auto into : {&SearchField::confirmed, &SearchField::leftBelow})
        connect(m_search, into, this, &ExaminationPage::takeFocus);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        m_search->clear();
        m_sections->setCurrentIndex(0);
        m_forms->setCurrentIndex(0);
        filter();
    });
    connect(m_save, &ExportButton::saved, this, &ExaminationPage::recorded);
    connect(m_save, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence, {}, false); });
    connect(m_start, &QPushButton::clicked, this, [this] {
        const std::vector<CaseId> waiting = m_model->waiting();
        if (!waiting.empty())
            open(waiting.front());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_outcome = false;
        chosen();
    });
    connect(m_table, &QTableView::doubleClicked, this, &ExaminationPage::openChosen);
    connect(m_bulk, &BulkPanel::finished, this, [this](int done, int failed, int) {
        Q_EMIT recorded(failed == 0 ? tr("%n voucher(s) approved", nullptr, done)
                                    : tr("%1 approved, %2 not").arg(done).arg(failed));
        m_outcome = true;
        read();
    });
    connect(m_voucher, &VoucherPane::nextRequested, this, &ExaminationPage::step);
    connect(m_voucher, &VoucherPane::closed, this, &ExaminationPage::backToQueue);
    connect(m_voucher, &VoucherPane::openCaseRequested, this, &ExaminationPage::openRequested);
    connect(&m_session, &DeskSession::listsChanged, this, [this] {
        if (isVisible() && m_pages->currentWidget() == m_queuePage && !m_bulk->running() && m_bulkCard->isHidden())
            read();
    });
}

void ExaminationPage::begin()
{
    m_banner->clear();
    m_done = 0;
    m_presenter->close();
    m_open.reset();
    m_pages->setCurrentWidget(m_queuePage);
    QHash<QString, QString> names;
    for (const FormDefinition &form : m_session.info().forms)
        names.insert(form.code, form.name.text(englishWording()));
    m_model->setFormNames(std::move(names));
    read();
}

void ExaminationPage::takeFocus()
{
    if (m_pages->currentWidget() == m_voucher)
        m_voucher->takeFocus();
    else if (m_stack->currentWidget() == m_table)
        m_table->setFocus(Qt::OtherFocusReason);
    else if (!m_empty->focusButton())
        m_search->setFocus(Qt::OtherFocusReason);
}

void ExaminationPage::read()
{
    m_loading->setLoading(true);
    m_presenter->readQueue();
}

void ExaminationPage::showQueue(const ExaminationQueue &queue)
{
    m_loading->setLoading(false);
    m_banner->clear();
    const Voucher *before = m_model->voucher(m_table->currentIndex().row());
    const std::optional<CaseId> at = before ? std::optional(before->row.id) : std::nullopt;
    m_model->setQueue(queue);
    fillFilters();
    filter();
    const int row = at ? m_model->rowOf(*at) : -1;
    if (m_bulkCard->isHidden())
        m_table->selectRow(row >= 0 ? row : 1);
}

/// The sections and forms there are vouchers of; which one was chosen stays.
void ExaminationPage::fillFilters()
{
    const auto refill = [](QComboBox &box, const QString &all, const QList<std::pair<QString, QString>> &entries) {
        const QVariant chosen = box.currentData();
        const QSignalBlocker quiet(box);
        box.clear();
        box.addItem(all, QString());
        for (const auto &[text, value] : entries)
            box.addItem(text, value);
        box.setCurrentIndex(std::max(0, box.findData(chosen)));
    };
    QList<std::pair<QString, QString>> sections;
    for (const QString &section : m_model->sections())
        sections.append({section, section});
    refill(*m_sections, tr("All sections"), sections);
    QList<std::pair<QString, QString>> forms;
    for (const QString &code : voucherForms(m_session.info().forms))
        forms.append({m_model->formName(code), code});
    refill(*m_forms, tr("All vouchers"), forms);
}

void ExaminationPage::filter()
{
    m_model->setFilter(m_sections->currentData().toString(), m_forms->currentData().toString(), m_search->text());
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool group = !m_model->voucher(row);
        m_table->setRowHeight(row, group ? rowHeight(true) : rowHeight());
        if (group)
            m_table->setSpan(row, 0, 1, QueueModel::ColumnCount);
    }
    m_start->setEnabled(!m_model->waiting().empty());
    m_save->setEnabled(m_model->rowCount() > 0);
    showEmpty();
    if (!m_outcome)
        chosen(); // the choice is gone with the rows, and that is told by nobody
    if (m_bulkCard->isHidden())
        m_table->selectRow(1); // the first below its group, so that Return opens what was searched
}

void ExaminationPage::showEmpty()
{
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (m_model->queue().vouchers.empty())
        m_empty->setContents(QStringLiteral("circle-check"), tr("Nothing waits for an examination"),
                             tr("Vouchers come here when their section has agreed to them."));
    else
        m_empty->setContents(QStringLiteral("search"), tr("No voucher is found"),
                             tr("Search with fewer words, or in all sections."), tr("Show all vouchers"));
    const bool focused = m_table->hasFocus();
    m_stack->setCurrentWidget(m_empty);
    if (focused)
        takeFocus(); // not in what is hidden
}

void ExaminationPage::showReturns(const std::vector<ReturnCount> &returns)
{
    QStringList said;
    for (const ReturnCount &one : returns) {
        if (said.size() < kMostReasons)
            said += tr("%1: %2", "why vouchers were returned, how many")
                        .arg(englishWording() ? one.english : one.words)
                        .arg(one.times);
    }
    int times = 0;
    for (const ReturnCount &one : returns)
        times += one.times;
    m_returns->setText(said.isEmpty() ? tr("Nothing was returned for a listed reason this month.")
                                      : tr("Returned this month: %1 (%2)").arg(times).arg(said.join(tr(", "))));
}

/// Two and more that wait are looked through and approved together.
void ExaminationPage::chosen()
{
    if (m_bulk->running())
        return;
    std::vector<CaseRow> rows;
    QSet<CaseId> unread;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        const Voucher *voucher = m_model->voucher(index.row());
        if (!voucher || !voucher->waits())
            continue;
        rows.push_back(voucher->row);
        if (!m_opened.contains({voucher->row.id.value(), voucher->row.seq}))
            unread.insert(voucher->row.id);
    }
    m_bulkCard->setVisible(rows.size() > 1);
    for (const int column : {QueueModel::Left, QueueModel::Where}) // the subject keeps its room
        m_table->setColumnHidden(column, rows.size() > 1);
    m_table->setColumnHidden(QueueModel::PayeeName, rows.size() > 1 && width() < grown(kNarrowQueue));
    if (rows.size() > 1)
        m_bulk->setCases(std::move(rows), std::move(unread));
}

void ExaminationPage::openChosen()
{
    const Voucher *voucher = m_model->voucher(m_table->currentIndex().row());
    if (!voucher)
        return;
    if (voucher->group == VoucherGroup::Coming)
        Q_EMIT recorded(
            tr("%1 is still with %2; its papers open when it arrives.").arg(voucher->row.number, voucher->row.nowWith));
    else if (voucher->waits())
        open(voucher->row.id);
    else
        Q_EMIT openRequested(voucher->row.id);
}

void ExaminationPage::open(CaseId id)
{
    m_order = m_model->waiting();
    const auto at = std::find(m_order.begin(), m_order.end(), id);
    const Voucher *voucher = m_model->voucher(m_model->rowOf(id));
    if (at == m_order.end() || !voucher) {
        backToQueue();
        return;
    }
    m_open = id;
    m_table->selectRow(m_model->rowOf(id));
    const QString place = tr("%1 of %2", "which of how many").arg(at - m_order.begin() + 1).arg(m_order.size());
    QStringList standing{place};
    if (voucher->paymentOn)
        standing +=
            tr("pay on %1, %2")
                .arg(m_model->data(m_model->index(m_model->rowOf(id), QueueModel::PayOn), Qt::DisplayRole).toString(),
                     daysLeftText(*voucher->paymentOn, m_model->queue().today));
    else if (voucher->returnBy)
        standing +=
            m_model->data(m_model->index(m_model->rowOf(id), QueueModel::PayOn), Qt::AccessibleTextRole).toString()
            + QLatin1Char(' ') + daysLeftText(*voucher->returnBy, m_model->queue().today);
    m_voucher->setStanding(standing.join(QStringLiteral(" ・ ")));
    m_pages->setCurrentWidget(m_voucher);
    m_voucher->expect();
    const auto next = at + 1;
    m_presenter->open(id, next == m_order.end() ? std::nullopt : std::optional(*next));
}

void ExaminationPage::step(int by)
{
    const auto at = m_open ? std::find(m_order.begin(), m_order.end(), *m_open) : m_order.end();
    if (at == m_order.end())
        return;
    const auto to = (at - m_order.begin()) + by;
    if (to >= 0 && to < qsizetype(m_order.size()))
        open(m_order[size_t(to)]);
    else
        backToQueue();
}

/// The voucher is done with; the next one of the queue comes.
void ExaminationPage::afterAct(CaseId id, const Act &act)
{
    ++m_done;
    const Voucher *voucher = m_model->voucher(m_model->rowOf(id));
    const QString number = voucher ? voucher->row.number : QString();
    Q_EMIT recorded(std::holds_alternative<Return>(act)
                        ? tr("%1 returned. %n done since you began.", nullptr, m_done).arg(number)
                        : tr("%1 approved. %n done since you began.", nullptr, m_done).arg(number));
    const auto at = std::find(m_order.begin(), m_order.end(), id);
    const std::optional<CaseId> next =
        at != m_order.end() && at + 1 != m_order.end() ? std::optional(*(at + 1)) : std::nullopt;
    m_model->take(id);
    filter();
    if (m_open != id)
        return; // gone elsewhere meanwhile
    if (next)
        open(*next);
    else
        backToQueue();
}

void ExaminationPage::backToQueue()
{
    const auto from = m_open;
    m_presenter->close();
    m_open.reset();
    m_pages->setCurrentWidget(m_queuePage);
    read();
    if (from && m_model->rowOf(*from) >= 0)
        m_table->selectRow(m_model->rowOf(*from));
    takeFocus();
}

bool ExaminationPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
            openChosen();
            return true;
        }
        if (press->key() == Qt::Key_Escape && m_bulkCard->isVisible() && !m_bulk->running()) {
            m_outcome = false;
            m_table->selectRow(std::max(1, m_table->currentIndex().row())); // a group stands first
            chosen();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
