// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/inklist.h"

#include "ui/meetings/inkwords.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kPadding = 12;
constexpr int kSign = 16;
constexpr int kShareRoom = 64;
constexpr const char *kBefore = "nameBefore"; ///< of a field: what the bookmark was called when it was opened

/// The sign of its kind, the words, below them where it is; a warning where its page is not what it was.
class InkDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        paintRowGround(*painter, option, true);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        QRectF cell = QRectF(option.rect).adjusted(kPadding, 0, -kPadding, 0);
        paintIcon(*painter, QRectF(cell.left(), cell.center().y() - kSign / 2.0, kSign, kSign),
                  index.data(InkModel::SignRole).toString(), tokens()[isSelected ? Token::OnSelection : Token::Text2]);
        cell.adjust(kSign + metric::kGap, 0, 0, 0);
        const bool isMarked = index.data(InkModel::ChangedRole).toBool() || index.data(InkModel::ParkedRole).toBool();
        if (isMarked) {
            paintIcon(*painter, QRectF(cell.right() - kSign, cell.center().y() - kSign / 2.0, kSign, kSign),
                      QStringLiteral("alert-triangle"), tokens()[isSelected ? Token::OnSelection : Token::WarnText]);
            cell.adjust(0, 0, -kSign - metric::kGap, 0);
        }
        paintCell(*painter, cell,
                  {.first = index.data().toString(), .second = index.data(InkModel::WhereRole).toString()}, isSelected);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, rowHeight()}; }

    /// Once: what others write meanwhile wipes away nothing that is being written.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (editor->property(kBefore).isValid())
            return;
        editor->setProperty(kBefore, index.data(Qt::EditRole));
        QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        auto *const inks = qobject_cast<InkModel *>(model);
        const auto *const field = qobject_cast<QLineEdit *>(editor);
        if (inks && field)
            inks->name(index, field->text(), editor->property(kBefore).toString());
    }
};

} // namespace

InkList::InkList(InkLayer &layer, InkModel::PageName pageName, QWidget *parent)
    : QWidget(parent), m_layer(layer), m_model(new InkModel(layer, std::move(pageName), this)),
      m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)), m_view(new QListView(this)),
      m_empty(new EmptyState(this)), m_acts(new QWidget(this)), m_settle(pageButton({}, "settleInk", m_acts)),
      m_share(new QToolButton(m_acts)), m_shareMenu(new QMenu(this)),

      m_remove(pageButton(tr("Take away"), "removeInk", m_acts)), m_foot(new TextLabel(TextRole::Caption, this)),
      m_end(new TextLabel(TextRole::Caption, this))
{
    setObjectName(QStringLiteral("inkList"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs->setObjectName(QStringLiteral("inkWhose"));
    m_tabs->setAccessibleName(tr("Whose notes"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(true);
    m_tabs->addTab({});
    m_tabs->addTab({});
    column->addWidget(m_tabs);
    m_view->setObjectName(QStringLiteral("inkRows"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new InkDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->installEventFilter(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    auto *const rows = new QVBoxLayout(m_acts);
    rows->setContentsMargins(kPadding, metric::kGap, kPadding, 0);
    rows->addWidget(m_settle);
    auto *const acts = new QHBoxLayout;
    rows->addLayout(acts);
    setButtonKind(*m_remove, ButtonKind::Danger);
    m_share->setObjectName(QStringLiteral("shareInk"));
    m_share->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_share->setFixedHeight(m_settle->sizeHint().height());
    m_share->setPopupMode(QToolButton::InstantPopup);
    m_share->setMenu(m_shareMenu);
    m_shareMenu->setObjectName(QStringLiteral("shareInkMenu"));
    connect(m_shareMenu, &QMenu::aboutToShow, this, &InkList::fillShareMenu);
    acts->addWidget(m_share);
    acts->addStretch(1);
    acts->addWidget(m_remove);
    column->addWidget(m_acts);
    m_foot->setWordWrap(true);
    m_foot->setContentsMargins(kPadding, metric::kGap, kPadding, metric::kGap);
    column->addWidget(m_foot);
    m_end->setObjectName(QStringLiteral("inkEnd"));
    m_end->setToken(Token::WarnText);
    m_end->setWordWrap(true);
    m_end->setContentsMargins(kPadding, 0, kPadding, metric::kGap);
    m_end->hide();
    column->addWidget(m_end);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_model->setWhose(tab == 0 ? InkModel::Whose::Mine : InkModel::Whose::Others);
        showRows();
    });
    connect(&m_layer, &InkLayer::inkChanged, this, &InkList::showRows);
    connect(m_view, &QListView::clicked, this, &InkList::choose);
    connect(m_view, &QListView::activated, this, &InkList::choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &InkList::showPiece);
    connect(m_remove, &QAbstractButton::clicked, this, &InkList::removeCurrent);
    connect(m_settle, &QAbstractButton::clicked, this, &InkList::settleCurrent);
    showRows();
}

void InkList::setCurrentPage(std::function<std::optional<BookPage>()> current)
{
    m_page = std::move(current);
}

void InkList::setEnd(const QString &words)
{
    m_end->setText(words);
    m_end->setVisible(!words.isEmpty());
}

void InkList::showRows()
{
    const int mine = m_model->count(InkModel::Whose::Mine);
    const int others = m_model->count(InkModel::Whose::Others);
    m_tabs->setTabText(0, mine > 0 ? tr("My notes %1").arg(mine) : tr("My notes"));
    m_tabs->setTabText(1, others > 0 ? tr("Shared %1").arg(others) : tr("Shared"));
    const bool isMine = m_tabs->currentIndex() == 0;
    if (isMine)
        m_empty->setContents(QStringLiteral("pencil"), tr("Nothing written yet"),
                             tr("Take the pen or a note above and write on the page."));
    else
        m_empty->setContents(QStringLiteral("users"), tr("Nobody shares anything yet"),
                             tr("What others write for you or for everybody appears here."));
    m_view->setAccessibleName(isMine ? tr("My notes") : tr("Shared"));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
    m_foot->setText(isMine ? tr("What you write stays yours unless you share it.")
                           : tr("Only those who wrote it can change it."));
    showPiece();
}

const PlacedInk *InkList::current() const
{
    return m_model->piece(m_view->currentIndex().row());
}

void InkList::showPiece()
{
    const PlacedInk *const placed = current();
    const bool isMine = placed && placed->mine;
    m_acts->setVisible(isMine);
    m_settle->setVisible(isMine && (placed->changed || (!placed->at && !placed->isSought)));
    if (isMine) {
        const QString words = audienceName(placed->ink.audience);
        m_share->setIcon(icon(audienceIcon(placed->ink.audience)));
        m_share->setText(words);
        m_share->setAccessibleName(tr("Read by: %1").arg(words));
        m_share->setMinimumWidth(m_share->fontMetrics().horizontalAdvance(words) + grown(kShareRoom));
    }
    m_settle->setText(isMine && !placed->at ? tr("Put on the page shown") : tr("Still right here"));
}

void InkList::choose(const QModelIndex &index)
{
    const PlacedInk *const placed = m_model->piece(index.row());
    if (placed && placed->at)
        Q_EMIT pieceChosen(placed->ink.id, *placed->at);
}

void InkList::removeCurrent()
{
    const PlacedInk *const placed = current();
    if (!placed || !placed->mine)
        return;
    const int row = m_view->currentIndex().row();
    m_layer.remove(QString(placed->ink.id));
    m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
}

void InkList::settleCurrent()
{
    const PlacedInk *const placed = current();
    if (!placed || !placed->mine)
        return;
    const std::optional<BookPage> here = m_page ? m_page() : std::nullopt;
    const std::optional<BookPage> page = placed->at ? placed->at : here;
    if (page)
        m_layer.settle(QString(placed->ink.id), *page);
}

void InkList::fillShareMenu()
{
    m_shareMenu->clear();
    const PlacedInk *const placed = current();
    if (!placed || !placed->mine)
        return;
    const QString id = placed->ink.id;
    const auto offer = [this, &id](InkAudience audience, const std::vector<StaffId> &readers) {
        QAction *const action =
            m_shareMenu->addAction(icon(audienceIcon(audience)), audienceName(audience), this,
                                   [this, id, audience, readers] { m_layer.share(id, audience, readers); });
        action->setObjectName(QStringLiteral("shareInk%1").arg(static_cast<int>(audience)));
    };
    offer(InkAudience::Private, {});
    // Those chosen in the tool bar, who are seen there.
    if (!m_layer.readers().empty())
        offer(InkAudience::Chosen, m_layer.readers());
    offer(InkAudience::All, {});
}

bool InkList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
        if (const PlacedInk *const placed = current();
            key == Qt::Key_F2 && placed && placed->ink.shape.kind == InkKind::Note) {
            choose(m_view->currentIndex());
            Q_EMIT noteOpened(placed->ink.id);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
