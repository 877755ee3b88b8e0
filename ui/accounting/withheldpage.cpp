// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounting/withheldpage.h"

#include "core/services/answer.h"
#include "ui/accounting/budgetmodel.h"
#include "ui/accounting/paymentpage.h"
#include "ui/accounting/withheldmodel.h"
#include "ui/calendar/monthline.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kWithheldRow = 32;
constexpr int kWideWithheld = 940; ///< the width below which the rows leave out whose they are

} // namespace

WithheldPage::WithheldPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_banner(new QuietBanner(this)), m_line(new MonthLine(this)),
      m_loading(new LoadingLine(this)), m_model(new WithheldModel(this)), m_view(new QTableView(this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)), m_total(new TextLabel(TextRole::Body, this)),
      m_save(new ExportButton(
          [this] {
              return tr("Tax withheld %1", "name of a file")
                  .arg(m_model->shown().month.toString(QStringLiteral("yyyy-MM")));
          },
          [this](const std::function<void(Sheet)> &then) {
              then(m_model->sheet(tr("Tax withheld, %1").arg(monthHeading(m_model->shown().month))));
          },
          this))
{
    setObjectName(QStringLiteral("withheldPage"));
    m_banner->hide();
    dressRows(*m_view, QStringLiteral("withheldTable"), tr("Tax withheld"), grown(kWithheldRow));
    m_view->setModel(m_model);
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionResizeMode(WithheldModel::Payee, QHeaderView::Stretch);
    header->resizeSection(WithheldModel::Day, grown(150));
    header->resizeSection(WithheldModel::State, grown(130));
    header->resizeSection(WithheldModel::SectionName, grown(130));
    for (const int column :
         {WithheldModel::Ordered, WithheldModel::Withheld, WithheldModel::Paid, WithheldModel::Number})
        header->resizeSection(column, grown(104));
    m_view->installEventFilter(this);
    m_total->setObjectName(QStringLiteral("withheldTotal"));
    m_total->setWordWrap(true);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_line->add(m_save);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->addWidget(m_stack);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    column->setSpacing(metric::kGap);
    column->addWidget(m_line);
    column->addWidget(m_loading);
    column->addWidget(card, 1);
    column->addWidget(m_total);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(column, 1);
    connect(m_banner, &QuietBanner::actionTriggered, this, &WithheldPage::begin);
    connect(m_line, &MonthLine::stepped, this, [this](int months) { read(m_line->month().addMonths(months)); });
    connect(m_line, &MonthLine::thisMonthWanted, this, [this] { read(m_session.info().today); });
    connect(m_view, &QTableView::doubleClicked, this, &WithheldPage::openCase);
    connect(m_save, &ExportButton::saved, this, &WithheldPage::recorded);
    connect(m_save, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence); });
}

bool WithheldPage::concerns(const DeskInfo &info)
{
    return PaymentPage::concerns(info);
}

/// What is paid on by the 10th is the tax of the month before; but one begins where the list grows.
void WithheldPage::begin()
{
    m_banner->clear();
    read(m_model->shown().month.isValid() ? m_model->shown().month : m_session.info().today);
}

void WithheldPage::takeFocus()
{
    m_stack->currentWidget() == m_view ? m_view->setFocus(Qt::OtherFocusReason)
                                       : m_line->setFocus(Qt::OtherFocusReason);
}

void WithheldPage::read(const QDate &month)
{
    m_loading->setLoading(true);
    const int asked = ++m_reads;
    m_session.desk()
        .ask([month](Desk &desk) { return desk.withheldTax(month); })
        .then(this, [this, asked](const Result<WithheldSheet> &sheet) {
            if (asked != m_reads)
                return;
            m_loading->setLoading(false);
            if (sheet)
                show(*sheet);
            else
                m_banner->say(BannerKind::Error, errorText(sheet.error()).both(), tr("Try again"));
        });
}

void WithheldPage::show(const WithheldSheet &sheet)
{
    m_line->setMonth(sheet.month);
    m_model->setSheet(sheet);
    const bool none = sheet.rows.empty();
    m_empty->setContents(QStringLiteral("circle-check"), tr("No tax was withheld in this month"),
                         tr("What is paid with tax withheld is listed here once it is in a batch."));
    m_stack->setCurrentWidget(none ? static_cast<QWidget *>(m_empty) : m_view);
    m_save->setEnabled(!none);
    m_total->setVisible(!none);
    const auto open =
        std::count_if(sheet.rows.begin(), sheet.rows.end(), [](const WithheldTax &one) { return !one.counts(); });
    QString total = tr("%n payment(s)", nullptr, int(sheet.rows.size() - size_t(open))) + QStringLiteral("　")
        + tr("tax withheld %1 yen, to be paid to the tax office by %2")
              .arg(budgetYen(sheet.sum().amount()), longDay(sheet.payBy));
    if (open > 0)
        total +=
            QStringLiteral("\n")
            + tr(
                "%n payment(s) came back or are not confirmed, and are not in the sum. Where the tax of what came back "
                "was paid already, it is not paid again with the month in which the transfer is made anew.",
                nullptr, int(open));
    m_total->setText(total);
    m_view->selectRow(0);
}

void WithheldPage::openCase()
{
    const QModelIndex at = m_view->currentIndex();
    if (at.isValid())
        Q_EMIT openRequested(m_model->shown().rows[size_t(at.row())].id);
}

bool WithheldPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_view)
        m_view->setColumnHidden(WithheldModel::SectionName, m_view->width() < grown(kWideWithheld));
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
