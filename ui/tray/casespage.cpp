// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/casespage.h"

#include "ui/cases/actbar.h"
#include "ui/cases/attachmentpane.h"
#include "ui/cases/casepanel.h"
#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/tray/bulkpanel.h"
#include "ui/tray/casedelegate.h"
#include "ui/tray/caseexport.h"
#include "ui/tray/casemodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/rowtable.h"
#include "ui/wording.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

/// What the subject keeps for itself before the amount gets a column of its own.
constexpr int kSubjectWidth = 300;
constexpr int kNarrowPage = 960; ///< the width below which the head of the list says less
constexpr int kNarrowList = 440; ///< the width below which whose a case is stands under its subject
constexpr int kKindLetters = 9;  ///< what the kinds keep of their words at least
constexpr int kDrafterWidth = 110;
constexpr int kAmountWidth = 112;
constexpr int kWhenWidth = 92;
constexpr int kLongTitle = 28; ///< what is said of a recorded act names the case, and does not retell it
constexpr int kVisibleKinds = 24;

/// What is said of an act once it is recorded, in the words of the button that was pressed.
struct ActSentence {
    Q_DECLARE_TR_FUNCTIONS(kessai::CasesPage)

public:
    const CaseView &view; ///< as it was before the act

    /// What a button is called, as a sentence of what was done: 決裁する becomes 決裁しました.
    static QString done(QString button)
    {
        if (button.endsWith(QStringLiteral("する")))
            button.chop(2);
        return tr("Recorded: %1.").arg(button);
    }
    QString operator()(const Approve &act) const
    {
        switch (act.manner) {
        case Manner::Acting: return tr("Decided for the one who is away.");
        case Manner::PullUp: return tr("Pulled up and approved.");
        case Manner::Own: break;
        }
        return done(act.on ? ActBar::bothWord() : approveWord(view)); // only a decision that follows is named
    }
    QString operator()(const Return &act) const
    {
        const auto moved = insteadOfRejecting(view);
        return moved && act.reason.startsWith(moved->text.ja) ? done(moved->name.text(englishWording()))
                                                              : tr("Returned.");
    }
    QString operator()(const Reject &) const { return tr("Rejected."); }
    QString operator()(const Object &) const { return tr("Recorded that you do not agree."); }
    QString operator()(const AddStep &) const { return tr("Added to the route."); }
    QString operator()(const Raise &) const { return tr("Put before your superior."); }
    QString operator()(const Withdraw &) const { return tr("Taken back; you can correct it now."); }
    QString operator()(const Cancel &) const { return tr("Cancelled."); }
    QString operator()(const Comment &act) const
    {
        return act.explained ? tr("Recorded that it was explained in person.") : tr("Comment recorded.");
    }
    QString operator()(const Remind &) const { return tr("Reminder recorded; it shows in their tray."); }
};

/// What is not shown asks for no room: the viewer of papers, or an empty state, would keep the list from a small screen.
void askNoRoomForHidden(QStackedWidget &stack)
{
    const auto ask = [&stack] {
        for (int i = 0; i < stack.count(); ++i)
            stack.widget(i)->setSizePolicy(i == stack.currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored,
                                           QSizePolicy::Preferred);
    };
    QObject::connect(&stack, &QStackedWidget::currentChanged, &stack, ask);
    ask();
}

} // namespace

CasesPage::CasesPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new CaseModel(session, this)), m_forms(new QComboBox(this)),
      m_reader(new CaseExport(session, this)),
      m_export(new ExportButton(
          [this] { return QString(m_title + m_session.info().today.toString(QStringLiteral("-yyyyMMdd"))); },
          [this](std::function<void(Sheet)> then) { m_reader->read(m_query, m_title, std::move(then)); }, this)),
      m_lateFirst(new QCheckBox(tr("Due first"), this)), m_loading(new LoadingLine(this)),
      m_banner(new QuietBanner(this)), m_forgotten(new QuietBanner(this)), m_table(new QTableView(this)),
      m_empty(new EmptyState(this)), m_listStack(new QStackedWidget(this)), m_left(new QStackedWidget(this)),
      m_attachment(new AttachmentPane(session, this)), m_right(new QStackedWidget(this)),
      m_panel(new CasePanel(session, this)), m_bulk(new BulkPanel(session, this))
{
    buildTable();
    m_forms->setObjectName(QStringLiteral("kindBox"));
    m_forms->setAccessibleName(tr("Kinds of case"));
    m_forms->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_forms->setMinimumContentsLength(kKindLetters);
    m_forms->setMaxVisibleItems(kVisibleKinds);
    m_forms->setMinimumHeight(metric::kControlHeight);
    fillKinds();
    m_banner->hide();
    m_forgotten->hide();
    m_forgotten->setObjectName(QStringLiteral("forgottenBanner"));
    m_lateFirst->setObjectName(QStringLiteral("lateFirstBox"));
    m_lateFirst->setToolTip(tr("What is late first, then what waits longest; otherwise what came last"));
    m_lateFirst->setChecked(true);
    m_empty->setObjectName(QStringLiteral("listEmpty"));

    auto *list = new QWidget(this);
    auto *listLayout = m_above = new QVBoxLayout(list);
    listLayout->setContentsMargins({});
    listLayout->setSpacing(0);
    auto *above = new QHBoxLayout;
    above->setContentsMargins(metric::kFieldGap, 6, metric::kFieldGap, 6);
    above->setSpacing(metric::kFieldGap);
    above->addWidget(m_forms);
    above->addStretch(1);
    above->addWidget(m_lateFirst);
    above->addWidget(m_export);
    listLayout->addLayout(above);
    listLayout->addWidget(m_loading);
    listLayout->addWidget(m_banner);
    listLayout->addWidget(m_forgotten);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(m_empty);
    listLayout->addWidget(m_listStack, 1);
    m_left->addWidget(list);
    m_left->addWidget(m_attachment);
    m_right->addWidget(m_panel);
    m_right->addWidget(m_bulk);

    for (QStackedWidget *stack : {m_left, m_listStack, m_right})
        askNoRoomForHidden(*stack);

    auto *leftCard = new Card(this);
    leftCard->setPadding(0);
    leftCard->body()->addWidget(m_left);
    m_rightCard = new Card(this);
    m_rightCard->setPadding(0);
    m_rightCard->body()->addWidget(m_right);
    m_rightCard->setMinimumWidth(metric::kPreviewWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    layout->setSpacing(metric::kPageMargin);
    layout->addWidget(leftCard, 8);
    layout->addWidget(m_rightCard, 5);

    connect(m_model, &CaseModel::loadingChanged, m_loading, &LoadingLine::setLoading);
    connect(m_model, &CaseModel::loaded, this, &CasesPage::afterLoad);
    connect(m_model, &CaseModel::failed, this,
            [this](const Error &error) { m_banner->say(BannerKind::Error, errorText(error).both(), tr("Try again")); });
    connect(m_export, &ExportButton::saved, this, &CasesPage::recorded);
    connect(m_export, &ExportButton::failed, this,
            [this](const QString &sentence) { m_banner->say(BannerKind::Warning, sentence); });
    connect(m_reader, &CaseExport::failed, this, [this](const Error &error) {
        m_export->giveUp();
        m_banner->say(BannerKind::Warning, errorText(error).both(), tr("Try again"));
    });
    connect(m_banner, &QuietBanner::actionTriggered, m_model, &CaseModel::reload);
    connect(m_forms, &QComboBox::currentIndexChanged, this, &CasesPage::apply);
    connect(m_lateFirst, &QCheckBox::toggled, this, [this] {
        m_lastRow = 0;
        m_goOn = true;
        apply();
    });
    connect(m_forgotten, &QuietBanner::actionTriggered, this, &CasesPage::returnedRequested);
    connect(&m_session, &DeskSession::pulseChanged, this, [this] {
        showForgotten();
        if (m_listStack->currentWidget() == m_empty)
            showEmpty(); // what came back may have changed
    });
    connect(&m_session, &DeskSession::infoChanged, this, [this] {
        fillKinds();
        if (m_forms->currentData().toString() != m_query.forms.value(0))
            apply(); // the kind that was shown has gone
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CasesPage::selectionChanged);
    connect(m_table, &QTableView::doubleClicked, this, [this] {
        if (m_query.kind == ListKind::Drafts && m_panel->currentCase())
            Q_EMIT editRequested(*m_panel->currentCase());
    });
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (m_query.kind == ListKind::Tray && m_session.pulse().attention > 0)
            Q_EMIT returnedRequested();
        else
            Q_EMIT newRequested();
    });
    connect(m_panel, &CasePanel::opened, m_model, &CaseModel::markRead);
    connect(m_panel, &CasePanel::opened, this, [this](CaseId id) {
        if (m_confirming && m_confirming->first == id)
            confirm(std::exchange(m_confirming, {})->second, m_panel->view()->record);
    });
    connect(m_panel, &CasePanel::editRequested, this, &CasesPage::editRequested);
    connect(m_panel, &CasePanel::draftDeleted, this, [this](const QString &title, const Content &content) {
        m_goOn = true; // to the draft that comes into its place
        m_panel->clear();
        focusList();
        Q_EMIT draftDeleted(title, content);
    });
    connect(m_panel, &CasePanel::attachmentRequested, this, [this](const Attachment &attachment) {
        m_attachment->show(attachment);
        m_left->setCurrentWidget(m_attachment);
    });
    connect(m_attachment, &AttachmentPane::closed, this, [this] {
        m_left->setCurrentIndex(0);
        focusList();
    });
    connect(m_panel, &CasePanel::printRequested, this, [this] {
        if (const CaseView *view = m_panel->view())
            Q_EMIT printRequested(*view);
    });
    connect(m_panel, &CasePanel::pdfRequested, this, [this] {
        if (const CaseView *view = m_panel->view())
            Q_EMIT pdfRequested(*view);
    });
    connect(m_panel, &CasePanel::acted, this, [this](CaseId, const Act &act) { afterAct(act); });
    connect(m_bulk, &BulkPanel::finished, this, [this](int done, int failed, int unknown) {
        // Other cases come into the chosen rows, and nobody chose those; the results stay until a case is chosen.
        m_selecting = true;
        m_table->clearSelection();
        m_selecting = false;
        m_panel->clear();
        focusList();
        if (unknown > 0)
            Q_EMIT recorded(tr("%1 approved; of one it is not known").arg(done));
        else
            Q_EMIT recorded(failed == 0 ? tr("%n case(s) approved", nullptr, done)
                                        : tr("%1 approved, %2 not").arg(done).arg(failed));
    });
}

void CasesPage::buildTable()
{
    dressRows(*m_table, QStringLiteral("caseTable"), tr("Cases"), rowHeight());
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CaseDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(CaseModel::Subject, QHeaderView::Stretch);
    header->resizeSection(CaseModel::Drafter, grown(kDrafterWidth));
    header->resizeSection(CaseModel::Amount, grown(kAmountWidth));
    header->resizeSection(CaseModel::When, grown(kWhenWidth));
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
}

bool CasesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

/// Amounts have a column where there are any and the subject does not suffer, and so do the drafters; otherwise they stand under
/// the subject.
void CasesPage::fitColumns()
{
    const bool narrow = m_table->viewport()->width() < grown(kNarrowList);
    m_table->horizontalHeader()->resizeSection(CaseModel::Mark, CaseDelegate::markWidth(m_query.kind, narrow));
    const bool whose = listsOthers(m_query.kind) && !narrow;
    if (m_table->isColumnHidden(CaseModel::Drafter) == whose)
        m_table->setColumnHidden(CaseModel::Drafter, !whose);
    const QHeaderView *header = m_table->horizontalHeader();
    const auto taken = [&](int column) { return m_table->isColumnHidden(column) ? 0 : header->sectionSize(column); };
    const int room = m_table->viewport()->width() - taken(CaseModel::Mark) - taken(CaseModel::Drafter)
        - taken(CaseModel::When) - grown(kAmountWidth);
    const bool wide = m_model->hasAmounts() && room >= grown(kSubjectWidth);
    if (m_table->isColumnHidden(CaseModel::Amount) == wide)
        m_table->setColumnHidden(CaseModel::Amount, !wide);
}

/// The forms by their groups, as the chooser of a new request has them.
void CasesPage::fillKinds()
{
    const QSignalBlocker quiet(m_forms);
    const QString chosen = m_forms->currentData().toString();
    m_forms->clear();
    m_forms->addItem(tr("All kinds"));
    const std::vector<FormDefinition> &forms = m_session.info().forms;
    QStringList groups;
    for (const FormDefinition &form : forms) {
        if (!groups.contains(form.group.ja))
            groups.append(form.group.ja);
    }
    for (const QString &group : std::as_const(groups)) {
        m_forms->insertSeparator(m_forms->count());
        for (const FormDefinition &form : forms) {
            if (form.group.ja == group)
                m_forms->addItem(icon(form.icon), form.name.text(englishWording()), form.code);
        }
    }
    m_forms->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_forms->findData(chosen)));
}

void CasesPage::addAbove(QWidget *widget)
{
    m_above->insertWidget(m_above->indexOf(m_listStack), widget);
}

void CasesPage::showList(ListKind kind)
{
    m_query = {};
    m_query.kind = kind;
    const QSignalBlocker quiet(m_forms);
    m_forms->setCurrentIndex(0);
    m_left->setCurrentIndex(0);
    m_panel->clear();
    if (!m_bulk->running())
        m_right->setCurrentWidget(m_panel);
    // Not what was said of another list; and a table shown later would take the focus it had when it was hidden.
    m_listStack->setCurrentWidget(m_table);
    m_lastRow = 0;
    m_goOn = true;
    m_lateFirst->hide();
    showForgotten();
    fitColumns();
    apply();
}

void CasesPage::search(const QString &text)
{
    m_query.text = text;
    m_lastRow = 0;
    m_goOn = true;
    apply();
}

void CasesPage::apply()
{
    const QString form = m_forms->currentData().toString();
    m_query.forms = form.isEmpty() ? QStringList() : QStringList(form);
    m_query.lateFirst = m_query.kind == ListKind::Tray && m_lateFirst->isChecked();
    m_model->setQuery(m_query);
}

ListKind CasesPage::kind() const
{
    return m_query.kind;
}

/// What has rows to walk over is known when the list has been read, and only what can be seen takes the focus; until then the
/// wish is kept.
void CasesPage::focusList()
{
    m_focusWanted = m_model->loading() || !isVisible();
    if (m_focusWanted)
        return;
    if (m_listStack->currentWidget() == m_table)
        m_table->setFocus(Qt::OtherFocusReason);
    else if (!m_empty->focusButton())
        m_forms->setFocus(Qt::OtherFocusReason);
}

void CasesPage::openCase(CaseId id, const QString &done)
{
    if (!done.isEmpty()) {
        m_confirming = {id, done};
        Q_EMIT recorded(done);
    }
    m_goOn = false; // it is this one that is wanted, wherever in the list it stands
    m_rightCard->show();
    m_right->setCurrentWidget(m_panel);
    m_panel->open(id);
}

void CasesPage::selectionChanged()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (m_bulk->running() || m_selecting)
        return;
    if (rows.size() > 1 && m_query.kind == ListKind::Tray) {
        std::vector<CaseRow> cases;
        QSet<CaseId> unread;
        for (const QModelIndex &index : rows) {
            if (const CaseRow *row = m_model->row(index.row())) {
                cases.push_back(*row);
                if (!m_model->wasRead(row->id, row->seq))
                    unread.insert(row->id);
            }
        }
        m_bulk->setCases(std::move(cases), std::move(unread));
        m_right->setCurrentWidget(m_bulk);
        return;
    }
    m_right->setCurrentWidget(m_panel);
    if (rows.size() == 1)
        openRow(rows.front().row());
}

void CasesPage::openRow(int row)
{
    const CaseRow *one = m_model->row(row);
    if (!one)
        return;
    m_lastRow = row;
    if (m_panel->currentCase() != one->id)
        m_panel->open(one->id);
}

/// After a page arrived: keeps the chosen case chosen, and goes on to the next where one was just acted on.
void CasesPage::afterLoad()
{
    m_banner->clear();
    const int rows = m_model->rowCount();
    Q_EMIT countChanged(rows, m_model->total());
    fitColumns();
    if (rows == 0) {
        showEmpty();
        if (!m_panel->hasTypedComment())
            m_panel->clear();
    } else {
        m_listStack->setCurrentWidget(m_table);
    }
    m_lateFirst->setVisible(m_query.kind == ListKind::Tray && rows > 0);
    m_export->setVisible(rows > 0);
    // Beside a list with nothing in it there is nothing to choose.
    m_rightCard->setVisible(rows > 0 || m_panel->currentCase() || m_right->currentWidget() == m_bulk);
    if (m_focusWanted)
        focusList();
    if (rows == 0)
        return;
    if (m_bulk->running() || m_table->selectionModel()->selectedRows().size() > 1)
        return;
    const auto shown = m_panel->currentCase();
    const auto at = shown ? m_model->rowOf(*shown) : std::nullopt;
    if (at)
        m_lastRow = *at;
    if (at && !m_goOn) {
        if (m_table->currentIndex().row() != *at)
            chooseRow(*at);
        m_table->viewport()->update();
        return;
    }
    if (m_goOn) {
        // Another case has come into the row that was chosen; the table sees no change in that.
        m_goOn = false;
        const int row = std::min(m_lastRow, rows - 1);
        chooseRow(row);
        m_right->setCurrentWidget(m_panel);
        openRow(row);
    }
}

/// Marks one row as chosen, whatever keys are held down; the view's own way would take Ctrl, from Ctrl+Enter, for a toggle.
void CasesPage::chooseRow(int row)
{
    m_selecting = true;
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(m_model->index(row, 0));
    m_selecting = false;
}

void CasesPage::afterAct(const Act &act)
{
    if (const CaseView *view = m_panel->view())
        confirm(std::visit(ActSentence{.view = *view}, act), view->record);
    m_goOn = m_query.kind == ListKind::Tray;
    if (m_left->currentWidget() == m_attachment)
        m_left->setCurrentIndex(0);
    // The buttons are about to change; the list is where the keyboard goes on.
    if (m_panel->isAncestorOf(QApplication::focusWidget()))
        focusList();
}

/// Says what was done and to which case, beside the acts and in the quiet line below.
void CasesPage::confirm(const QString &sentence, const CaseRecord &record)
{
    const QString title =
        record.title.size() > kLongTitle ? record.title.left(kLongTitle - 1) + QChar(u'…') : record.title;
    const QString whole = sentence + QLatin1Char(' ') + record.number + QLatin1Char(' ') + title;
    m_panel->confirm(whole);
    Q_EMIT recorded(whole);
}

void CasesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < grown(kNarrowPage);
    m_export->setNarrow(narrow);
    m_lateFirst->setText(narrow ? tr("Due first", "where there is little room") : tr("Due first"));
}

void CasesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_focusWanted)
        focusList();
}

void CasesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_query.kind == ListKind::Drafts && m_table->hasFocus()) {
        m_panel->deleteDraft();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_query.kind == ListKind::Drafts && m_panel->currentCase())
            Q_EMIT editRequested(*m_panel->currentCase());
        else
            m_panel->focusActs();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kessai
