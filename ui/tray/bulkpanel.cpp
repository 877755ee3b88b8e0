// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/bulkpanel.h"

#include "ui/cases/casecheck.h"
#include "ui/cases/casepresenter.h"
#include "ui/caseword.h"
#include "ui/errortext.h"
#include "ui/shell/desksession.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kApprovable = Qt::UserRole;
constexpr int kOnlyUnread = Qt::UserRole + 1; ///< that it was not opened is all there is to say of it
constexpr int kListSpacing = 4;

/// Gives a row the height its words need beside the box to tick, which the usual one forgets: what would be cut off is why one
/// should look again.
class BulkDelegate final : public QStyledItemDelegate {
public:
    explicit BulkDelegate(QListWidget *list) : QStyledItemDelegate(list), m_list(list) {}
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QStyle *style = m_list->style();
        const int box = style->pixelMetric(QStyle::PM_IndicatorWidth, &option, m_list)
            + 2 * (style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, m_list) + 1);
        QStyleOptionViewItem beside(option);
        beside.rect = QRect(0, 0, m_list->viewport()->width() - 2 * kListSpacing - box, 1);
        return {m_list->viewport()->width() - 2 * kListSpacing, QStyledItemDelegate::sizeHint(beside, index).height()};
    }

private:
    QListWidget *m_list;
};

} // namespace

BulkPanel::BulkPanel(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(new TextLabel(TextRole::CardTitle, this)),
      m_question(new TextLabel(TextRole::BodyStrong, this)), m_list(new QListWidget(this)),
      m_progress(new QProgressBar(this)), m_approve(new QPushButton(this)), m_stop(new QPushButton(this)),
      m_tickUnread(new QPushButton(this))
{
    m_title->setWordWrap(true);
    m_question->setObjectName(QStringLiteral("bulkQuestion"));
    m_question->setWordWrap(true);
    m_question->hide();
    m_list->setAccessibleName(tr("Chosen cases and what came of each"));
    m_list->setObjectName(QStringLiteral("bulkList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWordWrap(true);
    m_list->setSpacing(kListSpacing);
    m_list->setItemDelegate(new BulkDelegate(m_list));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->hide();
    m_stop->setObjectName(QStringLiteral("bulkStopButton"));
    m_stop->setMinimumHeight(metric::kControlHeight);
    m_stop->hide();
    m_approve->setObjectName(QStringLiteral("bulkApproveButton"));
    setButtonKind(*m_approve, ButtonKind::Primary);
    m_approve->setIcon(icon(QStringLiteral("check"), Token::OnPrimary));
    m_approve->setMinimumHeight(metric::kControlHeight);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_approve);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kCardPadding, metric::kCardPadding, metric::kCardPadding, metric::kCardPadding);
    layout->setSpacing(metric::kFieldGap);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_tickUnread);
    layout->addWidget(m_question);
    layout->addLayout(buttons);
    m_tickUnread->setObjectName(QStringLiteral("bulkTickUnread"));
    m_tickUnread->setMinimumHeight(metric::kControlHeight);
    m_tickUnread->hide();
    connect(m_tickUnread, &QPushButton::clicked, this, &BulkPanel::tickUnread);
    connect(m_approve, &QPushButton::clicked, this, &BulkPanel::press);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (running())
            m_stopping = true;
        else if (!ready())
            stopLooking();
        else
            ask(false);
    });
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (running())
            return;
        ask(false);
        showButtons();
    });
}

void BulkPanel::setCheck(CaseCheck *check)
{
    m_check = check;
    connect(check, &CaseCheck::checked, this, [this](const QStringList &remarks) {
        Look look = std::move(m_halfLooked);
        look.remarks += remarks;
        looked(look);
    });
}

void BulkPanel::setCases(std::vector<CaseRow> cases, QSet<CaseId> unread)
{
    if (running())
        return;
    m_cases = std::move(cases);
    m_unread = std::move(unread);
    m_looked = 0;
    ++m_generation;
    if (m_check)
        m_check->stop();
    m_title->setText(tr("%n case(s) chosen", nullptr, int(m_cases.size())));
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_approve->show();
    // Every row has its icon from the start, so that no words move when the outcome takes its place.
    for (size_t at = 0; at < m_cases.size(); ++at) {
        auto *item = new QListWidgetItem(icon(QStringLiteral("hourglass"), Token::Text2), words(at));
        item->setCheckState(Qt::Checked);
        item->setData(kApprovable, true);
        m_list->addItem(item);
    }
    m_list->scrollToTop();
    ask(false);
    showButtons();
    look();
}

/// A case in two lines: what it is, and what one would see on opening it.
QString BulkPanel::words(size_t at) const
{
    const CaseRow &row = m_cases[at];
    QStringList marks;
    if (row.amount)
        marks += tr("¥%1").arg(QLocale(QLocale::Japanese).toString(*row.amount));
    if (row.late)
        marks += lateText(row, m_session.info().today);
    if (m_unread.contains(row.id))
        marks += row.attachments > 0 ? tr("not opened, %n attachment(s)", nullptr, row.attachments) : tr("not opened");
    else if (row.attachments > 0)
        marks += tr("%n attachment(s)", nullptr, row.attachments);
    const QString text = tr("%1  %2\n%3").arg(row.number, row.drafterName, row.title);
    return marks.isEmpty() ? text : text + QLatin1Char('\n') + marks.join(QStringLiteral(" ・ "));
}

BulkPanel::Look BulkPanel::lookAt(CaseView view, const std::vector<Insight> &insights)
{
    Look look;
    look.approvable = view.verified.sound() && (view.acts.approve || view.acts.read || view.acts.postReview);
    if (!view.verified.sound())
        look.remarks += refusalText(Refusal::Damaged).what;
    else if (!look.approvable && view.acts.standIn)
        look.remarks += tr("To be decided in somebody's place: open it to do that.");
    else if (!look.approvable)
        look.remarks += refusalText(Refusal::NotYourTurn).what;
    for (const Insight &insight : insights) {
        if (insight.remarkable)
            look.remarks += insight.text.text(englishWording());
    }
    look.view = std::make_shared<const CaseView>(std::move(view));
    return look;
}

/// Looks at the next case as opening it would, and further where there is more to be checked.
void BulkPanel::look()
{
    if (m_looked >= m_cases.size())
        return;
    m_session.desk()
        .ask([id = m_cases[m_looked].id](Desk &desk) -> Result<Look> {
            auto view = desk.open(id);
            if (!view)
                return view.failure();
            auto insights = view->acts.approve ? desk.insights(view->record.drafter, view->content, id, view->sentOn())
                                               : Result<std::vector<Insight>>(std::vector<Insight>());
            if (!insights)
                return insights.failure();
            return lookAt(std::move(view).value(), *insights);
        })
        .then(this, [this, generation = m_generation](const Result<Look> &found) {
            if (generation != m_generation)
                return;
            if (!found) {
                looked({true, {errorText(found.error()).what}});
            } else if (!m_check || !found->approvable) {
                looked(*found);
            } else {
                m_halfLooked = *found;
                if (m_unread.contains(m_cases[m_looked].id))
                    m_halfLooked.remarks += tr("You have not opened it.");
                m_check->check(*found->view);
            }
        });
}

void BulkPanel::looked(const Look &found)
{
    showLook(m_looked, found);
    ++m_looked;
    showButtons();
    look();
}

/// What was not looked at is left out.
void BulkPanel::stopLooking()
{
    ++m_generation;
    if (m_check)
        m_check->stop();
    for (; !ready(); ++m_looked)
        showLook(m_looked, {true, {tr("It was not looked at.")}});
    showButtons();
}

/// What is remarkable is left out unless somebody ticks it; what cannot be approved from here cannot be ticked.
void BulkPanel::showLook(size_t at, const Look &look)
{
    if (look.remarks.isEmpty())
        return;
    const QSignalBlocker quiet(m_list);
    QListWidgetItem *item = m_list->item(int(at));
    item->setText(item->text() + QLatin1Char('\n') + look.remarks.join(QLatin1Char('\n')));
    item->setIcon(icon(QStringLiteral("alert-triangle"), Token::WarnText));
    item->setCheckState(Qt::Unchecked);
    item->setData(kApprovable, look.approvable);
    item->setData(kOnlyUnread, look.approvable && look.remarks == QStringList(tr("You have not opened it.")));
    if (!look.approvable)
        item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
}

std::vector<size_t> BulkPanel::ticked() const
{
    std::vector<size_t> all;
    for (size_t at = 0; at < m_cases.size(); ++at) {
        const QListWidgetItem *item = m_list->item(int(at));
        if (item->checkState() == Qt::Checked && item->data(kApprovable).toBool())
            all.push_back(at);
    }
    return all;
}

int BulkPanel::onlyUnread() const
{
    int count = 0;
    for (int at = 0; at < m_list->count(); ++at) {
        const QListWidgetItem *item = m_list->item(at);
        count += item->checkState() == Qt::Unchecked && item->data(kOnlyUnread).toBool();
    }
    return count;
}

/// Their papers say what they say; who approves them unopened is asked so once more.
void BulkPanel::tickUnread()
{
    {
        const QSignalBlocker quiet(m_list);
        for (int at = 0; at < m_list->count(); ++at) {
            if (m_list->item(at)->data(kOnlyUnread).toBool())
                m_list->item(at)->setCheckState(Qt::Checked);
        }
    }
    ask(false);
    m_approve->setFocus(Qt::OtherFocusReason);
}

void BulkPanel::showButtons()
{
    const int wanted = int(ticked().size());
    const int left = int(m_cases.size()) - wanted;
    m_progress->setVisible(!ready());
    m_progress->setRange(0, int(m_cases.size()));
    m_progress->setValue(int(m_looked));
    if (!running() && !m_asking) {
        m_stop->setText(tr("Stop looking"));
        m_stop->setVisible(!ready() && m_check);
    }
    if (!ready() && m_check)
        m_title->setText(tr("Looking through: %1 of %2").arg(m_looked + 1).arg(m_cases.size()));
    else if (ready() && left > 0)
        m_title->setText(tr("%1 chosen, %2 left out: see what is remarkable, and tick what you approve all the same")
                             .arg(m_cases.size())
                             .arg(left));
    else
        m_title->setText(tr("%n case(s) chosen", nullptr, int(m_cases.size())));
    m_approve->setText(m_asking ? tr("Approve %n (Enter)", nullptr, wanted)
                                : tr("Approve all %n (&A)", nullptr, wanted));
    m_approve->setEnabled(ready() && wanted > 0);
    const int unread = ready() && !running() && !m_asking ? onlyUnread() : 0;
    m_tickUnread->setText(tr("Tick %n that you have not opened (&U)", nullptr, unread));
    m_tickUnread->setVisible(unread > 0);
}

/// Asks in place: what one slip of a key would decide cannot be taken back.
void BulkPanel::ask(bool asking)
{
    m_asking = asking;
    const std::vector<size_t> wanted = ticked();
    const auto unread =
        std::count_if(wanted.begin(), wanted.end(), [this](size_t at) { return m_unread.contains(m_cases[at].id); });
    m_question->setText(
        unread > 0 ? tr("%1 cases will be approved; %2 of them you have not opened.").arg(wanted.size()).arg(unread)
                   : tr("%n case(s) will be approved.", nullptr, int(wanted.size())));
    m_question->setToken(unread > 0 ? Token::WarnText : Token::Text);
    m_question->setVisible(asking);
    m_stop->setText(tr("Not yet"));
    m_stop->setVisible(asking);
    showButtons();
    if (asking)
        m_approve->setFocus(Qt::OtherFocusReason);
}

void BulkPanel::press()
{
    if (m_asking)
        start();
    else
        ask(true);
}

void BulkPanel::keyPressEvent(QKeyEvent *event)
{
    if (m_asking && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        start();
    else if (m_asking && event->key() == Qt::Key_Escape)
        ask(false);
    else
        QWidget::keyPressEvent(event);
}

void BulkPanel::start()
{
    m_asking = false;
    m_question->hide();
    m_tickUnread->hide();
    m_wanted = ticked();
    m_next = 0;
    m_done = 0;
    m_failed = 0;
    m_unknown = 0;
    m_stopping = false;
    m_approve->setEnabled(false);
    m_stop->setText(tr("Stop"));
    m_stop->show();
    m_progress->setRange(0, int(m_wanted.size()));
    m_progress->setValue(0);
    m_progress->show();
    next();
}

void BulkPanel::next()
{
    if (m_stopping || *m_next >= m_wanted.size()) {
        finish();
        return;
    }
    approve(newRequestId(), false);
}

/// Approves the next case. Where the answer was lost it asks again with the same request id, which records nothing twice;
/// `unknown` says that it does.
void BulkPanel::approve(const QString &request, bool unknown)
{
    const CaseRow &row = m_cases[m_wanted[*m_next]];
    m_session.desk()
        .run([id = row.id, seq = row.seq, request](Desk &desk) {
            return desk.act(id, seq, request, Approve{std::nullopt, {}});
        })
        .then(this, [this, request, unknown](const Result<Event> &event) {
            const bool lost = !event && event.error().code == ErrorCode::OutcomeUnknown;
            if (lost && !unknown) {
                approve(request, true);
                return;
            }
            QListWidgetItem *item = m_list->item(int(m_wanted[*m_next]));
            if (event) {
                ++m_done;
                item->setIcon(icon(QStringLiteral("circle-check"), Token::SuccessText));
            } else if (lost || (unknown && event.error().code == ErrorCode::ConnectionLost)) {
                // The others would fare the same.
                m_stopping = true;
                ++m_unknown;
                item->setIcon(icon(QStringLiteral("help-circle"), Token::WarnText));
                item->setText(
                    item->text() + QLatin1Char('\n')
                    + tr("The connection was lost; it is not known whether this was recorded. Open the case to see."));
            } else {
                ++m_failed;
                item->setIcon(icon(QStringLiteral("alert-triangle"), Token::DangerText));
                item->setText(item->text() + QLatin1Char('\n') + errorText(event.error()).both());
            }
            m_list->scrollToItem(item);
            m_progress->setValue(int(++*m_next));
            next();
        });
}

void BulkPanel::finish()
{
    m_next.reset();
    m_stop->hide();
    m_approve->hide();
    m_progress->hide();
    if (m_unknown > 0)
        m_title->setText(tr("%1 approved; of one it is not known: see below").arg(m_done));
    else
        m_title->setText(m_failed == 0 ? tr("%n case(s) approved", nullptr, m_done)
                                       : tr("%1 approved, %2 not: see below").arg(m_done).arg(m_failed));
    Q_EMIT finished(m_done, m_failed, m_unknown);
    m_session.refresh();
}

} // namespace kessai
