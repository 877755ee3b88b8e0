// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/payeespage.h"

#include "core/office/sections.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/office/officeparts.h"
#include "ui/office/payeefields.h"
#include "ui/office/payeeimportcard.h"
#include "ui/office/payeemodel.h"
#include "ui/office/payeepresenter.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/taborder.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace kessai {

namespace {

constexpr int kPayeeRow = 34;
constexpr int kSideWidth = 420;

/// What is different from one revision to the next.
QString differenceText(const Payee &before, const Payee &after)
{
    QStringList lines;
    const auto note = [&lines](const QString &what, const QString &was, const QString &is) {
        if (was != is)
            lines.append(
                PayeesPage::tr("%1: %2 → %3")
                    .arg(what, was.isEmpty() ? QStringLiteral("—") : was, is.isEmpty() ? QStringLiteral("—") : is));
    };
    const auto named = [](PayeeField field) { return payeeFieldName(field).text(englishWording()); };
    const auto day = [](const QDate &date) { return date.isValid() ? longDay(date) : QString(); };
    note(named(PayeeField::Name), before.name, after.name);
    note(named(PayeeField::Kana), before.kana, after.kana);
    note(PayeesPage::tr("Kind"), payeeKindName(before.kind).text(englishWording()),
         payeeKindName(after.kind).text(englishWording()));
    note(named(PayeeField::Registration), before.registration, after.registration);
    note(PayeesPage::tr("Account"), accountText(before.account), accountText(after.account));
    note(named(PayeeField::Holder), before.account.holder, after.account.holder);
    note(named(PayeeField::Mandate), day(before.mandateOn), day(after.mandateOn));
    note(PayeesPage::tr("May be chosen until"), day(before.validUntil), day(after.validUntil));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

PayeesPage::PayeesPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_presenter(new PayeePresenter(session, this)),
      m_banner(new QuietBanner(this)), m_search(new SearchField(this)),
      m_newButton(pageButton(tr("New payee (&N)"), "newPayee", this)),
      m_file(pageButton(tr("From a file… (&F)"), "choosePayeeFile", this)), m_loading(new LoadingLine(this)),
      m_model(new PayeeModel(this)), m_view(new QTableView(this)), m_lists(new QStackedWidget(this)),
      m_empty(new EmptyState(this)), m_moreButton(pageButton(tr("Show more"), "morePayees", this)),
      m_sides(new QStackedWidget(this)), m_card(new Card(this)), m_fields(new PayeeFields(session.info().today, this)),
      m_history(new Card(this)), m_revisions(new QVBoxLayout), m_import(new PayeeImportCard(this))
{
    setObjectName(QStringLiteral("payeesPage"));
    build();
    connectParts();
}

void PayeesPage::build()
{
    m_banner->hide();
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(metric::kPageMargin, metric::kGap, metric::kPageMargin, metric::kGap);
    columns->setSpacing(metric::kPageMargin);
    columns->addWidget(buildList(), 1);
    columns->addWidget(buildSide());
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addLayout(columns, 1);
}

QWidget *PayeesPage::buildList()
{
    m_search->setObjectName(QStringLiteral("payeeSearch"));
    m_search->setAccessibleName(tr("Code, name, reading or registration number"));
    m_search->setPlaceholderText(tr("Code, name, reading or registration number"));
    m_search->setMinimumHeight(metric::kControlHeight);
    dressRows(*m_view, QStringLiteral("payeeTable"), tr("Payees"), grown(kPayeeRow));
    m_view->setModel(m_model);
    QHeaderView *head = m_view->horizontalHeader();
    head->setSectionResizeMode(PayeeModel::Name, QHeaderView::Stretch);
    head->resizeSection(PayeeModel::Code, grown(76));
    head->resizeSection(PayeeModel::Kind, grown(92));
    head->resizeSection(PayeeModel::Account, grown(186));
    head->resizeSection(PayeeModel::Registration, grown(130));
    auto *line = new QHBoxLayout;
    line->setSpacing(metric::kGap);
    line->addWidget(m_search, 1);
    line->addWidget(m_file);
    line->addWidget(m_newButton);
    auto *card = new Card(this);
    card->setPadding(0);
    card->body()->setSpacing(0);
    m_lists->addWidget(m_view);
    m_lists->addWidget(m_empty);
    card->body()->addWidget(m_lists);
    m_moreButton->hide();
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addLayout(line);
    column->addWidget(m_loading);
    column->addWidget(card, 1);
    column->addWidget(m_moreButton, 0, Qt::AlignHCenter);
    return list;
}

QWidget *PayeesPage::buildSide()
{
    m_card->body()->addWidget(m_fields);
    m_history->setTitle(tr("Changes"));
    m_revisions->setSpacing(2);
    m_history->body()->addLayout(m_revisions);
    auto *payee = new QWidget;
    auto *column = new QVBoxLayout(payee);
    column->setContentsMargins({});
    column->setSpacing(metric::kPageMargin);
    column->addWidget(m_card);
    column->addWidget(m_history);
    column->addStretch(1);
    m_sides->addWidget(payee);
    m_sides->addWidget(m_import);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_sides);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The fields inside bring themselves into view; the frame around them is nothing to stop at.
    scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_fields, &PayeeFields::problemPointed, scroll,
            [scroll](QWidget *field) { scroll->ensureWidgetVisible(field); });
    auto *foot = new Card(this);
    foot->setPadding(metric::kGap);
    foot->body()->addWidget(m_fields->foot());
    connect(m_sides, &QStackedWidget::currentChanged, foot, [foot](int shown) { foot->setVisible(shown == 0); });
    auto *side = new QWidget(this);
    side->setFixedWidth(grown(kSideWidth));
    auto *both = new QVBoxLayout(side);
    both->setContentsMargins({});
    both->setSpacing(metric::kGap);
    both->addWidget(scroll, 1);
    both->addWidget(foot);
    chainTab({m_fields, foot});
    return side;
}

void PayeesPage::connectParts()
{
    connect(m_presenter, &PayeePresenter::payeesRead, this, &PayeesPage::showPayees);
    connect(m_presenter, &PayeePresenter::morePayeesRead, this,
            [this](const std::vector<PayeeRevision> &payees, bool more) {
                m_model->addRows(payees);
                m_moreButton->setVisible(more);
            });
    connect(m_presenter, &PayeePresenter::revisionsRead, this,
            [this](const QString &code, const std::vector<PayeeRevision> &revisions) {
                if (code == m_code)
                    showRevisions(revisions);
            });
    connect(m_presenter, &PayeePresenter::previewRead, this, [this](const ImportPayees &import, const PayeeDiff &diff) {
        m_import->showDiff(import, diff);
        m_sides->setCurrentWidget(m_import);
        m_import->takeFocus();
    });
    connect(m_presenter, &PayeePresenter::fileRefused, this, [this](const std::vector<PayeeRowProblem> &problems) {
        m_import->showProblems(problems);
        m_sides->setCurrentWidget(m_import);
        m_import->takeFocus();
    });
    connect(m_presenter, &PayeePresenter::readFailed, this, [this](const Error &error) {
        m_loading->setLoading(false);
        m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again"));
    });
    connect(m_banner, &QuietBanner::actionTriggered, this, &PayeesPage::read);
    connect(m_presenter, &PayeePresenter::changeFailed, this, [this](const Error &error) {
        m_saving.clear();
        m_banner->say(BannerKind::Warning, errorText(error).both());
    });
    connect(m_presenter, &PayeePresenter::busyChanged, m_fields, &PayeeFields::setBusy);
    connect(m_presenter, &PayeePresenter::busyChanged, m_import, &PayeeImportCard::setBusy);
    connect(m_presenter, &PayeePresenter::changed, this, [this](const QString &done) {
        m_banner->clear();
        m_sides->setCurrentIndex(0);
        if (!m_saving.isEmpty()) {
            m_saved = std::exchange(m_saving, {});
            m_new = false;
            m_fields->setPayee(m_fields->payee()); // nothing of it is unregistered now; the list brings its revision
        }
        read();
        Q_EMIT recorded(done);
    });
    connect(m_fields, &PayeeFields::saveRequested, this, [this](const Payee &payee, const QString &reason) {
        m_saving = payee.code;
        m_presenter->change(RegisterPayee{payee, reason}, tr("%1 is registered.").arg(payee.name));
    });
    connect(m_import, &PayeeImportCard::importRequested, this, [this](const ImportPayees &import) {
        m_presenter->change(import, tr("The payees of %1 are registered.").arg(import.reason));
    });
    connect(m_import, &PayeeImportCard::closed, this, [this] {
        m_sides->setCurrentIndex(0);
        m_file->setFocus();
    });
    connect(m_search, &SearchField::searchRequested, this, &PayeesPage::read);
    connect(m_search, &SearchField::leftBelow, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_newButton, &QPushButton::clicked, this, &PayeesPage::beginNew);
    connect(m_file, &QPushButton::clicked, this, &PayeesPage::chooseFile);
    connect(m_empty, &EmptyState::buttonClicked, this, &PayeesPage::chooseFile);
    connect(m_moreButton, &QPushButton::clicked, this,
            [this] { m_presenter->readMore(m_model->rows().back().payee.code); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { showPayee(now.row()); });
}

bool PayeesPage::concerns(const DeskInfo &info)
{
    return holdsRole(*info.office, info.me.id, kAccountingRole);
}

void PayeesPage::begin()
{
    m_banner->clear();
    read();
}

void PayeesPage::takeFocus()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

void PayeesPage::read()
{
    m_loading->setLoading(true);
    m_presenter->read(m_search->text().trimmed());
}

void PayeesPage::showPayees(const std::vector<PayeeRevision> &payees, bool more)
{
    m_loading->setLoading(false);
    const bool typing = m_fields->changed();
    const QString wanted = m_saved.isEmpty() ? m_code : m_saved;
    m_saved.clear();
    {
        const QSignalBlocker quiet(m_view->selectionModel()); // a list read again is no choice
        m_model->setRows(payees, m_session.info().today);
    }
    m_moreButton->setVisible(more);
    m_lists->setCurrentWidget(payees.empty() ? static_cast<QWidget *>(m_empty) : m_view);
    if (payees.empty())
        showEmpty();
    if (typing || m_new)
        return; // what is being typed stays
    const int row = m_model->rowOf(wanted);
    if (row >= 0 || !payees.empty())
        select(std::max(row, 0));
    else
        beginNew();
}

void PayeesPage::showEmpty()
{
    if (m_search->text().trimmed().isEmpty())
        m_empty->setContents(QStringLiteral("building"), tr("No payees yet"),
                             tr("Take them over from the program before, or register the first at the right."),
                             tr("From a file…"));
    else
        m_empty->setContents(QStringLiteral("search"), tr("Nobody is found"),
                             tr("Try a part of the name, or how it is read."));
}

/// Goes to a row and shows it, also where it was the current one before.
void PayeesPage::select(int row)
{
    {
        const QSignalBlocker quiet(m_view->selectionModel());
        m_view->selectRow(row);
    }
    m_view->viewport()->update();
    m_code.clear();
    showPayee(row);
}

void PayeesPage::showPayee(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const Payee &payee = m_model->rows()[size_t(row)].payee;
    if (payee.code == m_code && !m_new)
        return;
    if (!m_code.isEmpty() || m_new) {
        if (!mayLeave()) {
            const QSignalBlocker quiet(m_view->selectionModel());
            if (const int before = m_model->rowOf(m_code); before >= 0)
                m_view->selectRow(before);
            else
                m_view->clearSelection();
            m_view->viewport()->update();
            return;
        }
    }
    m_new = false;
    m_code = payee.code;
    m_sides->setCurrentIndex(0);
    m_card->setTitle(payee.name, payeeKindName(payee.kind).text(englishWording()));
    m_fields->setPayee(payee);
    emptyLayout(*m_revisions);
    m_presenter->readRevisions(m_code);
}

void PayeesPage::showRevisions(const std::vector<PayeeRevision> &revisions)
{
    emptyLayout(*m_revisions);
    m_history->show();
    for (size_t i = 0; i < revisions.size(); ++i) {
        const PayeeRevision &one = revisions[i];
        const QString difference =
            i + 1 < revisions.size() ? differenceText(revisions[i + 1].payee, one.payee) : tr("Registered");
        //: When, who and why.
        m_revisions->addWidget(
            registeredRow(tr("%1 %2: %3").arg(longDay(one.madeAt.day()), one.madeBy, one.reason), difference, m_history)
                .widget);
    }
}

void PayeesPage::beginNew()
{
    if (!mayLeave())
        return;
    const QSignalBlocker quiet(m_view->selectionModel());
    m_view->clearSelection();
    m_view->viewport()->update();
    m_code.clear();
    m_new = true;
    m_sides->setCurrentIndex(0);
    m_card->setTitle(tr("New payee"), {});
    m_fields->setPayee({});
    m_history->hide();
    if (m_newButton->hasFocus())
        m_fields->takeFocus();
}

void PayeesPage::chooseFile()
{
    const QStringList paths =
        dialogs().askOpenPaths(this, tr("A table of payees"), tr("Tables (*.csv);;All files (*)"));
    if (!paths.isEmpty())
        m_presenter->readFile(paths.front());
}

bool PayeesPage::mayLeave()
{
    return !m_fields->changed()
        || dialogs().confirm(this, tr("What was typed is not registered. Drop it?"), tr("Drop it"));
}

} // namespace kessai
