// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/formchooser.h"

#include "core/base/textfold.h"
#include "ui/shell/desksession.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellpaint.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

enum ChooserRole : int {
    FormRole = Qt::UserRole + 1, ///< QString, the code; empty for a heading
    FilledRole,                  ///< QJsonObject, what is filled in
    FormIconRole,                ///< QString; empty for a variant
    AboutRole,                   ///< QString, one line
    FoldedRole,                  ///< QStringList, what it is called, folded for searching
    FollowsRole,                 ///< bool, whether it goes on with a case that was decided
};

constexpr int kChooserWidth = 860;
constexpr int kChooserRow = 34;
constexpr int kChooserName = 250;
constexpr int kChooserHeading = 30;

class ChooserDelegate final : public QStyledItemDelegate {
public:
    explicit ChooserDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {0, grown(index.data(FormRole).toString().isEmpty() ? kChooserHeading : kChooserRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PainterGuard guard(*painter);
        const Tokens &t = tokens();
        const QRectF rect = QRectF(option.rect).adjusted(metric::kCardPadding, 0, -metric::kCardPadding, 0);
        if (index.data(FormRole).toString().isEmpty()) {
            paintElided(*painter, rect.adjusted(0, 0, 0, -4), index.data().toString(), fontFor(TextRole::Caption),
                        t[Token::Text2], Qt::AlignLeft | Qt::AlignBottom);
            return;
        }
        const bool selected = option.state & QStyle::State_Selected;
        const QRectF body = QRectF(option.rect).adjusted(8, 1, -8, -1);
        if (selected)
            paintRounded(*painter, body, metric::kControlRadius, t[Token::Selection]);
        else if (option.state & QStyle::State_MouseOver)
            paintRounded(*painter, body, metric::kControlRadius, t[Token::NeutralFill]);
        const qreal side = grown(metric::kIconSize);
        const QColor mark = t[selected ? Token::OnSelectionMark : Token::Text2];
        if (const QString name = index.data(FormIconRole).toString(); !name.isEmpty())
            paintIcon(*painter, QRectF(rect.x(), rect.center().y() - side / 2, side, side), name, mark);
        const qreal left = rect.x() + side + 12;
        const QRectF name(left, rect.y(), grown(kChooserName), rect.height());
        paintElided(*painter, name, index.data().toString(), fontFor(selected ? TextRole::BodyStrong : TextRole::Body),
                    t[selected ? Token::OnSelectionMark : Token::Text]);
        const QRectF about(name.right() + 12, rect.y(), rect.right() - name.right() - 12, rect.height());
        paintElided(*painter, about, index.data(AboutRole).toString(), fontFor(TextRole::Caption),
                    selected ? mark : t[Token::Text2]);
    }
};

/// A reading as it is typed without an input method, one way for all: zangyou = zangyo, kyuuka = kyuka, siharai = shiharai.
QString typedReading(QString text)
{
    static constexpr std::pair<const char *, const char *> kSame[] = {
        {"shi", "si"}, {"sh", "sy"}, {"chi", "ti"}, {"ch", "ty"}, {"tsu", "tu"},
        {"fu", "hu"},  {"ji", "zi"}, {"j", "zy"},   {"uu", "u"},  {"ou", "o"}};
    for (const auto &[from, to] : kSame)
        text.replace(QLatin1String(from), QLatin1String(to));
    return text;
}

} // namespace

FormChooser::FormChooser(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_find(new QLineEdit(this)), m_list(new QListView(this)),
      m_none(new TextLabel(TextRole::Body, this)), m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("formChooser"));
    m_find->setObjectName(QStringLiteral("formFind"));
    m_find->setPlaceholderText(tr("What do you want to file? For example: leave, overtime"));
    m_find->setAccessibleName(tr("What to file"));
    m_find->setMinimumHeight(metric::kControlHeight + 4);
    m_find->setClearButtonEnabled(true);
    m_find->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_find->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("formList"));
    m_list->setAccessibleName(tr("Forms"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChooserDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAttribute(Qt::WA_Hover);

    auto *card = new Card(this);
    card->setMaximumWidth(grown(kChooserWidth));
    card->setPadding(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(metric::kCardPadding, metric::kCardPadding, metric::kCardPadding, metric::kGap);
    head->setSpacing(metric::kGap);
    head->addWidget(m_find);
    auto *keys = new TextLabel(tr("↑↓ to choose, Enter to begin"), TextRole::Caption, card);
    keys->setToken(Token::Text2);
    head->addWidget(keys);
    card->body()->addLayout(head);
    m_none->setObjectName(QStringLiteral("noForm"));
    m_none->setToken(Token::Text2);
    m_none->setWordWrap(true);
    m_none->setMargin(metric::kCardPadding);
    m_none->hide();
    card->body()->addWidget(m_none);
    card->body()->addWidget(m_list, 1);
    auto *page = new QHBoxLayout(this);
    page->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin, metric::kPageMargin);
    page->addStretch(1);
    page->addWidget(card, 100);
    page->addStretch(1);

    connect(m_find, &QLineEdit::textChanged, this, &FormChooser::narrow);
    connect(m_find, &QLineEdit::returnPressed, this, &FormChooser::choose);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (!index.data(FormRole).toString().isEmpty())
            choose();
    });
    connect(&m_session, &DeskSession::infoChanged, this, &FormChooser::fill);
    fill();
}

void FormChooser::begin()
{
    m_find->clear();
    narrow();
    m_list->scrollToTop();
    m_find->setFocus(Qt::OtherFocusReason);
}

void FormChooser::add(const FormDefinition &form, const FormVariant *variant)
{
    const Bilingual &name = variant ? variant->name : form.name;
    auto *item = new QStandardItem(name.text(englishWording()));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setData(form.code, FormRole);
    QStringList called{foldText(name.ja), foldText(name.en)};
    for (const QString &word : variant ? variant->words : form.words)
        called.append(foldText(word));
    item->setData(called, FoldedRole);
    item->setData(
        std::any_of(form.fields.begin(), form.fields.end(),
                    [](const FieldDefinition &field) { return field.required && field.kind == FieldKind::CaseRef; }),
        FollowsRole);
    if (variant) {
        item->setData(variant->fields, FilledRole);
    } else {
        item->setData(form.icon, FormIconRole);
        item->setData(form.description.text(englishWording()), AboutRole);
        item->setToolTip(form.description.text(englishWording()));
    }
    m_model->appendRow(item);
}

/// The forms of today, each group in the place of its first form.
void FormChooser::fill()
{
    m_model->clear();
    QStringList groups;
    for (const FormDefinition &form : m_session.info().forms) {
        if (!groups.contains(form.group.ja))
            groups.append(form.group.ja);
    }
    for (const QString &group : std::as_const(groups)) {
        auto *heading = new QStandardItem;
        heading->setFlags(Qt::NoItemFlags);
        m_model->appendRow(heading);
        for (const FormDefinition &form : m_session.info().forms) {
            if (form.group.ja != group)
                continue;
            heading->setText(form.group.text(englishWording()));
            add(form, nullptr);
            for (const FormVariant &variant : form.variants)
                add(form, &variant);
        }
    }
    narrow();
}

/// Shows what is called as is typed; a heading stands above what is left of its group. What is called exactly so is chosen before what
/// only has it in its name, and of what one group calls so what goes on with a case that was decided: what is asked for by an invoice was
/// committed before, as a rule.
void FormChooser::narrow()
{
    const QString wanted = foldText(m_find->text());
    const QString reading = typedReading(wanted);
    int heading = 0;
    bool any = false;
    QModelIndex first;
    int firstHeading = 0;
    int rank = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(FormRole).toString().isEmpty()) {
            m_list->setRowHidden(heading, !any && row > 0);
            heading = row;
            any = false;
            continue;
        }
        const QStringList called = index.data(FoldedRole).toStringList();
        const bool fits = std::any_of(called.begin(), called.end(), [&wanted, &reading](const QString &word) {
            return word.contains(wanted) || typedReading(word).contains(reading);
        });
        m_list->setRowHidden(row, !fits);
        any = any || fits;
        const int standing = !called.contains(wanted) ? 0 : index.data(FollowsRole).toBool() ? 2 : 1;
        const bool before = standing > rank && (rank == 0 || heading == firstHeading);
        if (fits && (!first.isValid() || before)) {
            first = index;
            firstHeading = heading;
            rank = standing;
        }
    }
    if (m_model->rowCount() > 0)
        m_list->setRowHidden(heading, !any);
    m_list->setCurrentIndex(first);
    m_none->setText(tr("No form is called “%1”. Clear the words to see them all.").arg(m_find->text()));
    m_none->setVisible(!first.isValid() && m_model->rowCount() > 0);
}

void FormChooser::step(int by)
{
    for (int row = m_list->currentIndex().row() + by; row >= 0 && row < m_model->rowCount(); row += by) {
        if (m_model->item(row)->isSelectable() && !m_list->isRowHidden(row)) {
            m_list->setCurrentIndex(m_model->index(row, 0));
            return;
        }
    }
}

void FormChooser::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid() && !m_list->isRowHidden(index.row()))
        Q_EMIT chosen(index.data(FormRole).toString(), index.data(FilledRole).toJsonObject());
}

bool FormChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_find && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
        if (key == Qt::Key_Escape && !m_find->text().isEmpty()) {
            m_find->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
