// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/agendapane.h"

#include "ui/formview/dateedit.h"
#include "ui/meetings/invitation.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kMostMinutes = 600;
constexpr ItemKind kKinds[] = {ItemKind::Report, ItemKind::Discussion, ItemKind::Decision, ItemKind::Other};

QLineEdit *titleEdit(const QString &name, const char *objectName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setMinimumHeight(metric::kControlHeight);
    edit->setMaxLength(int(kMostMeetingText));
    return edit;
}

QSpinBox *numberEdit(const QString &name, const char *objectName, int least, int most, QWidget *parent)
{
    auto *edit = new QSpinBox(parent);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setMinimumHeight(metric::kControlHeight);
    edit->setRange(least, most);
    edit->setKeyboardTracking(false);
    return edit;
}

QVBoxLayout *column(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kFieldGap);
    return layout;
}

} // namespace

AgendaPane::AgendaPane(const QDate &today, QWidget *parent)
    : QWidget(parent), m_today(today), m_stack(new QStackedWidget(this))
{
    auto *nothing = new QWidget(this);
    auto *hint = column(nothing);
    hint->addWidget(emptyRow(tr("Choose an item or a paper at the left to see and change it here."), nothing));
    hint->addStretch(1);
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_itemPage = buildItem());
    m_stack->addWidget(m_paperPage = buildPaper());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
}

QWidget *AgendaPane::buildItem()
{
    auto *page = new QWidget(this);
    m_title = titleEdit(tr("Item"), "itemTitle", page);
    m_no = numberEdit(tr("Number"), "itemNo", 1, kMostItemNo, page);
    m_kind = new QComboBox(page);
    m_kind->setObjectName(QStringLiteral("itemKind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setMinimumHeight(metric::kControlHeight);
    for (const ItemKind kind : kKinds)
        m_kind->addItem(itemKindName(kind).text(englishWording()), int(kind));
    m_minutes = numberEdit(tr("Minutes"), "itemMinutes", 0, kMostMinutes, page);
    m_minutes->setSpecialValueText(tr("none"));
    m_minutes->setSingleStep(5);
    auto *line = new QHBoxLayout;
    line->setSpacing(metric::kFieldGap);
    line->addWidget(labelled(tr("Number"), m_no, page));
    line->addWidget(labelled(tr("Kind"), m_kind, page), 1);
    line->addWidget(labelled(tr("Minutes"), m_minutes, page));
    QPushButton *files = pageButton(tr("Add papers…"), "addPapers", page);
    files->setIcon(icon(QStringLiteral("paperclip")));
    QPushButton *drop = pageButton(tr("Drop this item"), "dropItem", page);
    setButtonKind(*drop, ButtonKind::Danger);
    auto *acts = new QHBoxLayout;
    acts->addWidget(files);
    acts->addStretch(1);
    acts->addWidget(drop);
    QWidget *asking = buildAsking();
    QWidget *hidden = buildHidden();
    m_itemActs = {files, drop, asking, hidden};
    QVBoxLayout *layout = column(page);
    layout->addWidget(labelled(tr("Item"), m_title, page));
    layout->addLayout(line);
    layout->addLayout(acts);
    layout->addWidget(asking);
    layout->addWidget(hidden);
    layout->addStretch(1);
    connect(m_title, &QLineEdit::editingFinished, this, &AgendaPane::commitItem);
    connect(m_title, &QLineEdit::returnPressed, this, [this] {
        if (m_editable && !m_title->text().trimmed().isEmpty())
            Q_EMIT nextRequested(m_key.item);
    });
    connect(m_no, &QSpinBox::valueChanged, this, &AgendaPane::commitItem);
    connect(m_minutes, &QSpinBox::editingFinished, this, &AgendaPane::commitItem);
    connect(m_kind, &QComboBox::activated, this, &AgendaPane::commitItem);
    connect(files, &QPushButton::clicked, this, [this] { Q_EMIT filesRequested(m_key.item); });
    connect(drop, &QPushButton::clicked, this, [this] { Q_EMIT dropRequested({m_key.item, 0}); });
    return page;
}

QWidget *AgendaPane::buildAsking()
{
    auto *part = new QWidget(this);
    m_askTitle = titleEdit(tr("Paper to ask for"), "askTitle", part);
    m_askWhom = searchBox(tr("Whom to ask"), "askWhom", part);
    m_askUntil = dayEdit(m_today, tr("Until"), "askUntil", part);
    m_askUntil->setMinimumWidth(0);
    m_askUntil->setMaximumWidth(QWIDGETSIZE_MAX);
    m_ask = pageButton(tr("Ask"), "askPaper", part);
    m_ask->setEnabled(false);
    QVBoxLayout *layout = column(part);
    layout->addSpacing(metric::kGap);
    layout->addWidget(new TextLabel(tr("Ask somebody for a paper"), TextRole::BodyStrong, part));
    layout->addWidget(labelled(tr("Paper to ask for"), m_askTitle, part));
    layout->addWidget(labelled(tr("Whom to ask"), m_askWhom, part));
    auto *line = new QHBoxLayout;
    line->setSpacing(metric::kFieldGap);
    line->addWidget(labelled(tr("Until"), m_askUntil, part), 1);
    line->addWidget(m_ask, 0, Qt::AlignBottom);
    layout->addLayout(line);
    const auto check = [this] {
        m_ask->setEnabled(!m_askTitle->text().trimmed().isEmpty() && m_askWhom->currentData().toLongLong() > 0
                          && m_askUntil->date());
    };
    connect(m_askTitle, &QLineEdit::textChanged, this, check);
    connect(m_askWhom, &QComboBox::currentIndexChanged, this, check);
    connect(m_askUntil, &DateEdit::edited, this, check);
    connect(m_ask, &QPushButton::clicked, this, &AgendaPane::askPaper);
    return part;
}

QWidget *AgendaPane::buildHidden()
{
    auto *part = new QWidget(this);
    m_hiddenRows = new QVBoxLayout;
    m_hiddenRows->setSpacing(0);
    m_hide = searchBox(tr("Hide the item from a member"), "hideFrom", part);
    m_hide->lineEdit()->setPlaceholderText(tr("Hide it from a member…"));
    QVBoxLayout *layout = column(part);
    layout->addSpacing(metric::kGap);
    layout->addWidget(new TextLabel(tr("Hidden from"), TextRole::BodyStrong, part));
    layout->addLayout(m_hiddenRows);
    layout->addWidget(m_hide);
    connect(m_hide, &QComboBox::activated, this, [this] {
        if (isUnsettled(*m_hide))
            return; // nobody yet; the box says why
        if (const qint64 who = m_hide->currentData().toLongLong(); who > 0)
            hide(StaffId(who), true);
        emptyChoice(*m_hide);
    });
    return part;
}

QWidget *AgendaPane::buildPaper()
{
    auto *page = new QWidget(this);
    m_label = new TextLabel(TextRole::CardTitle, page);
    m_paperTitle = titleEdit(tr("Title of the paper"), "paperTitle", page);
    m_facts = new TextLabel(TextRole::Body, page);
    m_facts->setObjectName(QStringLiteral("paperFacts"));
    m_facts->setWordWrap(true);
    m_read = pageButton(tr("Read"), "readPaper", page);
    m_read->setIcon(icon(QStringLiteral("eye")));
    m_put = pageButton({}, "putPaper", page);
    m_put->setIcon(icon(QStringLiteral("upload")));
    m_dropPaper = pageButton(tr("Drop this paper"), "dropPaper", page);
    setButtonKind(*m_dropPaper, ButtonKind::Danger);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(metric::kGap);
    acts->addWidget(m_read);
    acts->addWidget(m_put);
    acts->addStretch(1);
    acts->addWidget(m_dropPaper);
    m_openedBy = new TextLabel(TextRole::Body, page);
    m_openedBy->setObjectName(QStringLiteral("paperOpenedBy"));
    m_openedBy->setWordWrap(true);
    QVBoxLayout *layout = column(page);
    layout->addWidget(m_label);
    layout->addWidget(labelled(tr("Title of the paper"), m_paperTitle, page));
    layout->addWidget(m_facts);
    layout->addLayout(acts);
    layout->addSpacing(metric::kGap);
    layout->addWidget(m_openedBy);
    layout->addStretch(1);
    connect(m_paperTitle, &QLineEdit::editingFinished, this, &AgendaPane::commitPaper);
    connect(m_read, &QPushButton::clicked, this, [this] { Q_EMIT readRequested(m_key.paper); });
    connect(m_put, &QPushButton::clicked, this, [this] { Q_EMIT fileRequested(m_key.paper); });
    connect(m_dropPaper, &QPushButton::clicked, this, [this] { Q_EMIT dropRequested(m_key); });
    return page;
}

} // namespace kessai
